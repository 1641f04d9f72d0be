/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/ask.h"
#include "cli/options.h"

enum { MOST_PATHS = 100000 };

static int run(pt_call *call)
{
    if (pt_given_value(call, "vraag") != NULL)
        return pt_call_ask(call);
    return pt_call_task(call, call->arguments, call->argument_count, NULL);
}

const pt_command pt_command_play = {
    .name = "speel",
    .summary = PT_TEXT_COMMAND_SPEEL,
    .usage = PT_TEXT_USE_SPEEL,
    .examples = PT_TEXT_EXAMPLES_SPEEL,
    .options =
        "formaat uitvoer db variant keuze vraag alles zonder-gevoelig kinderen zonder-opsluiting",
    .least = 1,
    .most = MOST_PATHS,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .reckons = true,
    .run = run,
};
