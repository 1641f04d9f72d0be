/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/messages.h"

#include <strings.h>

#include "base/diagnostics.h"

static const pt_code_entry catalogue[] = {
#define PT_FINDING(code, severity, nl, en, explanation, wrong, right)                              \
    {#code, severity, {nl, en}, explanation, wrong, right},
#include "base/messages.def"
#undef PT_FINDING
};

static const char *const texts[][2] = {
#define PT_MESSAGE(name, nl, en) {nl, en},
#include "base/messages_texts.def"
#undef PT_MESSAGE
};

const pt_code_entry *pt_code_describe(pt_code code)
{
    return &catalogue[code];
}

pt_code pt_code_find(const char *name)
{
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        if (strcasecmp(catalogue[code].name, name) == 0)
            return (pt_code)code;
    }
    return PT_CODE_COUNT;
}

const char *pt_message_text(pt_message message, pt_language language)
{
    return texts[message][language];
}
