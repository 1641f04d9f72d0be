/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

/* What to explain stands behind the scenario, and is an option of the task. */
static int run(pt_call *call)
{
    call->given[call->given_count++] = (pt_given){"wat", call->arguments[1]};
    return pt_call_task(call, call->arguments, 1, NULL);
}

const pt_command pt_command_explain = {
    .name = "verklaar",
    .summary = PT_TEXT_COMMAND_VERKLAAR,
    .usage = PT_TEXT_USE_VERKLAAR,
    .examples = PT_TEXT_EXAMPLES_VERKLAAR,
    .options = "op waarom-niet formaat uitvoer variant keuze zonder-opsluiting",
    .least = 2,
    .most = 2,
    .missing = PT_TEXT_ARGUMENT_WHAT,
    .reckons = true,
    .run = run,
};
