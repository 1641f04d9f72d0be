/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

static int run(pt_call *call)
{
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_diagnose = {
    .name = "diagnose",
    .summary = PT_TEXT_COMMAND_DIAGNOSE,
    .usage = PT_TEXT_USE_DIAGNOSE,
    .examples = PT_TEXT_EXAMPLES_DIAGNOSE,
    .options = "uitvoer zonder-opsluiting",
    .least = 0,
    .most = 0,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
