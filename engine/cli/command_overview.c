/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

enum { MOST_PATHS = 1000 };

static int run(pt_call *call)
{
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_overview = {
    .name = "overzicht",
    .summary = PT_TEXT_COMMAND_OVERZICHT,
    .usage = PT_TEXT_USE_OVERZICHT,
    .examples = PT_TEXT_EXAMPLES_OVERZICHT,
    .options = "formaat uitvoer variant keuze kinderen zonder-opsluiting",
    .least = 1,
    .most = MOST_PATHS,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
