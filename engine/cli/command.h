/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A command of the program, and one call of it as the user typed it.
 */
#ifndef PT_CLI_COMMAND_H
#define PT_CLI_COMMAND_H

#include "base/diagnostics.h"
#include "proeftuin.h"

/* One option as given; `value` is "ja" for options that take none. */
typedef struct pt_given {
    const char *name;
    const char *value;
} pt_given;

typedef struct pt_call {
    pt_arena *arena;
    const struct pt_command *command;
    pt_session *session; /* NULL for commands that reckon nothing */
    pt_given *given;
    size_t given_count;
    const char **arguments;
    size_t argument_count;
    pt_language language;
    bool coloured;     /* the result */
    pt_report *report; /* wrong use; shown, with exit code 2, when it has errors */
} pt_call;

typedef struct pt_command {
    const char *name;
    pt_message summary;
    pt_message usage;
    pt_message examples;
    const char *options; /* names of what it takes, beside those that all take */
    size_t least;        /* arguments */
    size_t most;
    pt_message missing;        /* what is missing when there are fewer */
    bool reckons;              /* needs a session */
    int (*run)(pt_call *call); /* gives a pt_exit */
} pt_command;

extern const pt_command pt_command_play;
extern const pt_command pt_command_test;
extern const pt_command pt_command_check;
extern const pt_command pt_command_explain;
extern const pt_command pt_command_compare;
extern const pt_command pt_command_overview;
extern const pt_command pt_command_cover;
extern const pt_command pt_command_mutate;
extern const pt_command pt_command_frontier;
extern const pt_command pt_command_branches;
extern const pt_command pt_command_rules;
extern const pt_command pt_command_schema;
extern const pt_command pt_command_code;
extern const pt_command pt_command_new;
extern const pt_command pt_command_diagnose;
extern const pt_command pt_command_help;

/* All commands in the order of the help, and how many. */
extern const pt_command *const pt_commands[];
extern const size_t pt_command_count;

/* The command of this name, or NULL. */
const pt_command *pt_command_find(const char *name);

/* A finding about the call itself. False always. */
bool pt_call_find(pt_call *call, pt_code code, const char *const *arguments,
                  const char *suggestion);

/* Writes to stdout or stderr; false when that fails. For pt_task_listen too. */
bool pt_call_write(void *context, pt_stream stream, const char *bytes, size_t length);

/* Writes a text to stdout; the exit code that it gives. */
int pt_call_print(const pt_text *text);

/*
 * Runs a task of the command's name with the options and paths of the call; without arguments on
 * `usual` (NULL-ended, may be NULL), as far as those exist.
 */
int pt_call_task(pt_call *call, const char *const *paths, size_t path_count,
                 const char *const *usual);

#endif
