/* SPDX-License-Identifier: EUPL-1.2 */
/* uitleg: a page for a finding, or the list of all of them. */
#include "api_program.h"
#include "cli/command.h"

static int find_unknown(pt_call *call, const char *given)
{
    const char *names[PT_CODE_COUNT];
    for (int i = 0; i < PT_CODE_COUNT; i++)
        names[i] = pt_code_describe((pt_code)i)->name;
    pt_call_find(call, PT_A011, PT_ARGS(given), pt_suggest(given, names, PT_CODE_COUNT));
    return PT_EXIT_USE;
}

static int run(pt_call *call)
{
    pt_code code = PT_CODE_COUNT;
    if (call->argument_count > 0) {
        code = pt_code_find(call->arguments[0]);
        if (code == PT_CODE_COUNT)
            return find_unknown(call, call->arguments[0]);
    }
    pt_text out = pt_program_code(call->arena, code, call->language, call->coloured);
    return pt_call_print(&out);
}

const pt_command pt_command_code = {
    .name = "uitleg",
    .summary = PT_TEXT_COMMAND_UITLEG,
    .usage = PT_TEXT_USE_UITLEG,
    .examples = PT_TEXT_EXAMPLES_UITLEG,
    .options = "",
    .least = 0,
    .most = 1,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .run = run,
};
