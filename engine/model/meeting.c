/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/meeting.h"

#include <string.h>

bool pt_meeting_made_of(const pt_pack *pack, uint16_t kind)
{
    static const char *const names[] = {"vergadering", "aanwezigheid", "agendapunt", "stem"};
    for (size_t i = 0; kind < pack->kind_count && i < sizeof names / sizeof *names; i++) {
        if (strcmp(pack->kinds[kind].name, names[i]) == 0)
            return true;
    }
    return false;
}
