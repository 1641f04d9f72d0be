/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reads a command line by one table of options. Names are written in full; `--name value` and
 * `--name=value` are the same; `--` ends the options.
 */
#ifndef PT_CLI_OPTIONS_H
#define PT_CLI_OPTIONS_H

#include "cli/command.h"

typedef struct pt_option {
    const char *name;
    char letter;             /* short form, or 0 */
    const char *placeholder; /* of its value; NULL: it takes none */
    bool many;               /* may be given more than once */
    pt_message help;
} pt_option;

extern const pt_option pt_options[];
extern const size_t pt_option_count;

/* Does the command take this option? */
bool pt_command_takes(const pt_command *command, const pt_option *option);

/* Reads what stands behind the command. Findings are in call->report. */
void pt_options_read(pt_call *call, int count, char *const *words);

/* The value of an option, or NULL when it was not given. */
const char *pt_given_value(const pt_call *call, const char *name);

#endif
