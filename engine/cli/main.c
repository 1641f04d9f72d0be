/* SPDX-License-Identifier: EUPL-1.2 */
/* The program: reads the command line, runs one command, and says by its exit code how it went. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api_program.h"
#include "cli/options.h"

const pt_command *const pt_commands[] = {
    &pt_command_play,    &pt_command_branches, &pt_command_test,     &pt_command_check,
    &pt_command_explain, &pt_command_compare,  &pt_command_overview, &pt_command_cover,
    &pt_command_mutate,  &pt_command_frontier, &pt_command_rules,    &pt_command_schema,
    &pt_command_code,    &pt_command_new,      &pt_command_diagnose, &pt_command_help,
};

const size_t pt_command_count = sizeof pt_commands / sizeof *pt_commands;

const pt_command *pt_command_find(const char *name)
{
    for (size_t i = 0; i < pt_command_count; i++) {
        if (strcmp(pt_commands[i]->name, name) == 0)
            return pt_commands[i];
    }
    return NULL;
}

bool pt_call_find(pt_call *call, pt_code code, const char *const *arguments, const char *suggestion)
{
    static const pt_position nowhere;
    return pt_find(call->report, code, nowhere, arguments, suggestion);
}

static bool write_whole(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(file, bytes, length);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0) {
            bytes += put;
            length -= (size_t)put;
        }
    }
    return true;
}

/* Why stdout can not be written: said once, at the end. */
static int refused;

bool pt_call_write(void *context, pt_stream stream, const char *bytes, size_t length)
{
    (void)context;
    if (stream == PT_STREAM_MESSAGES)
        return write_whole(STDERR_FILENO, bytes, length);
    if (refused == 0 && !write_whole(STDOUT_FILENO, bytes, length))
        refused = errno;
    return refused == 0;
}

int pt_call_print(const pt_text *text)
{
    bool written = pt_call_write(NULL, PT_STREAM_RESULT, text->bytes, text->length);
    return written ? PT_EXIT_FINE : PT_EXIT_WRITING;
}

static void show_findings(const pt_call *call)
{
    pt_text out = pt_text_create(call->arena);
    for (size_t i = 0; i < call->report->count; i++)
        pt_finding_show(&out, &call->report->findings[i], call->language, false);
    pt_call_write(NULL, PT_STREAM_MESSAGES, out.bytes, out.length);
}

/* --- Colour ----------------------------------------------------------------------------------- */

static bool terminal_takes_colour(void)
{
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && (none == NULL || none[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

static void choose_colour(pt_call *call)
{
    static const char *const words[] = {"altijd", "nooit", "auto"};
    const char *wanted = pt_given_value(call, "kleur");
    bool to_file = pt_given_value(call, "uitvoer") != NULL;
    if (wanted == NULL || strcmp(wanted, "auto") == 0)
        call->coloured = !to_file && terminal_takes_colour();
    else if (strcmp(wanted, "altijd") == 0 || strcmp(wanted, "nooit") == 0)
        call->coloured = wanted[0] == 'a';
    else
        pt_call_find(call, PT_A002, PT_ARGS("kleur", wanted, "altijd, nooit, auto"),
                     pt_suggest(wanted, words, 3));
}

static void check_language(pt_call *call)
{
    static const char *const words[] = {"nl", "en"};
    const char *wanted = pt_given_value(call, "taal");
    if (wanted != NULL && strcmp(wanted, "nl") != 0 && strcmp(wanted, "en") != 0)
        pt_call_find(call, PT_A002, PT_ARGS("taal", wanted, "nl, en"),
                     pt_suggest(wanted, words, 2));
}

/* --- The call --------------------------------------------------------------------------------- */

static int run(pt_call *call)
{
    if (call->command->reckons) {
        call->session = pt_session_create();
        if (call->session == NULL) {
            pt_call_find(call, PT_B009, PT_ARGS(strerror(errno)), NULL);
            return PT_EXIT_FAILED;
        }
    }
    int outcome = call->command->run(call);
    pt_session_destroy(call->session);
    return outcome;
}

static int run_command(pt_call *call, int count, char *const *words)
{
    pt_options_read(call, count, words);
    choose_colour(call);
    check_language(call);
    if (call->report->errors > 0)
        return PT_EXIT_USE;
    if (pt_given_value(call, "help") != NULL) {
        call->arguments[0] = call->command->name;
        call->argument_count = 1;
        call->command = &pt_command_help;
    }
    return run(call);
}

static int find_unknown_command(pt_call *call, const char *name)
{
    const char *names[sizeof pt_commands / sizeof *pt_commands];
    for (size_t i = 0; i < pt_command_count; i++)
        names[i] = pt_commands[i]->name;
    pt_call_find(call, PT_A003, PT_ARGS(name), pt_suggest(name, names, pt_command_count));
    return PT_EXIT_USE;
}

static int start(pt_call *call, int count, char *const *words)
{
    call->command = &pt_command_help;
    if (count == 0) {
        run_command(call, 0, NULL);
        return PT_EXIT_USE;
    }
    if (strcmp(words[0], "--versie") == 0 || strcmp(words[0], "--version") == 0) {
        pt_text out = pt_text_create(call->arena);
        pt_text_format(&out, "proeftuin %s\n", pt_version());
        return pt_call_print(&out);
    }
    if (words[0][0] == '-')
        return run_command(call, count, words);
    call->command = pt_command_find(words[0]);
    if (call->command == NULL)
        return find_unknown_command(call, words[0]);
    return run_command(call, count - 1, words + 1);
}

static void interrupted(int signal)
{
    pt_program_interrupt();
    _exit(128 + signal); /* 130 for Ctrl-C */
}

/* A descriptor that is missing would be given to the first file opened, and written to as stdout.
 */
static void fill_descriptors(void)
{
    int opened = 0;
    while (opened >= 0 && opened <= STDERR_FILENO)
        opened = open("/dev/null", O_RDONLY);
    if (opened > STDERR_FILENO)
        close(opened);
}

int main(int count, char *words[])
{
    struct sigaction stop = {.sa_handler = interrupted};
    fill_descriptors();
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGHUP, &stop, NULL);
    signal(SIGPIPE, SIG_IGN);
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_call call = {.arena = arena, .report = &report};
    int outcome = start(&call, count - 1, words + 1);
    if (refused != 0 && refused != EPIPE) /* whoever closed the pipe knows */
        pt_call_find(&call, PT_F014, PT_ARGS(strerror(refused)), NULL);
    show_findings(&call);
    pt_arena_destroy(arena);
    return outcome;
}
