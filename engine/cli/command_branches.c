/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

enum { MOST_PATHS = 1000 };

static int run(pt_call *call)
{
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_branches = {
    .name = "takken",
    .summary = PT_TEXT_COMMAND_TAKKEN,
    .usage = PT_TEXT_USE_TAKKEN,
    .examples = PT_TEXT_EXAMPLES_TAKKEN,
    .options = "formaat uitvoer variant keuze zonder-gevoelig kinderen zonder-opsluiting",
    .least = 1,
    .most = MOST_PATHS,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
