/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

enum { MOST_PATHS = 100000 };

static int run(pt_call *call)
{
    static const char *const usual[] = {"rules", "scenarios", NULL};
    return pt_call_task(call, call->arguments, call->argument_count, usual);
}

const pt_command pt_command_check = {
    .name = "controleer",
    .summary = PT_TEXT_COMMAND_CONTROLEER,
    .usage = PT_TEXT_USE_CONTROLEER,
    .examples = PT_TEXT_EXAMPLES_CONTROLEER,
    .options = "formaat uitvoer variant onderling streng proeven zaad kinderen zonder-opsluiting",
    .least = 0,
    .most = MOST_PATHS,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
