/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"

enum { MOST_PATHS = 100000 };

static int run(pt_call *call)
{
    static const char *const usual[] = {"scenarios", NULL};
    return pt_call_task(call, call->arguments, call->argument_count, usual);
}

const pt_command pt_command_compare = {
    .name = "vergelijk",
    .summary = PT_TEXT_COMMAND_VERGELIJK,
    .usage = PT_TEXT_USE_VERGELIJK,
    .examples = PT_TEXT_EXAMPLES_VERGELIJK,
    .options =
        "variant naast met voor formaat uitvoer keuze alles diep zaad kinderen zonder-opsluiting",
    .least = 0,
    .most = MOST_PATHS,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
