/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

enum { MOST_NAMES = 1000 };

static int run(pt_call *call)
{
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_rules = {
    .name = "regels",
    .summary = PT_TEXT_COMMAND_REGELS,
    .usage = PT_TEXT_USE_REGELS,
    .examples = PT_TEXT_EXAMPLES_REGELS,
    .options = "paden diep aannames op formaat uitvoer variant kinderen zonder-opsluiting",
    .least = 0,
    .most = MOST_NAMES,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
