/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/command.h"
static int run(pt_call *call){ (void)call; return 0; }
const pt_command pt_command_new = {.name = "nieuw", .summary = PT_TEXT_COMMAND_NIEUW, .usage = PT_TEXT_USE_NIEUW, .examples = PT_TEXT_EXAMPLES_NIEUW, .options = "", .least = 2, .most = 2, .missing = PT_TEXT_ARGUMENT_NEW, .run = run};
