/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

static int run(pt_call *call)
{
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_schema = {
    .name = "schema",
    .summary = PT_TEXT_COMMAND_SCHEMA,
    .usage = PT_TEXT_USE_SCHEMA,
    .examples = PT_TEXT_EXAMPLES_SCHEMA,
    .options = "pakket uitvoer variant zonder-opsluiting",
    .least = 1,
    .most = 1,
    .missing = PT_TEXT_ARGUMENT_SCHEMA,
    .reckons = true,
    .run = run,
};
