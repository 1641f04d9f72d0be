/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "cli/options.h"

static const char *text(const pt_call *call, pt_message message)
{
    return pt_message_text(message, call->language);
}

static void add_heading(pt_text *out, const pt_call *call, pt_message message)
{
    pt_text_format(out, "\n%s\n", text(call, message));
}

static void add_commands(pt_text *out, const pt_call *call)
{
    add_heading(out, call, PT_TEXT_HELP_COMMANDS);
    for (size_t i = 0; i < pt_command_count; i++)
        pt_text_format(out, "  %-11s %s\n", pt_commands[i]->name,
                       text(call, pt_commands[i]->summary));
}

static void add_options(pt_text *out, const pt_call *call, const pt_command *command)
{
    add_heading(out, call, PT_TEXT_HELP_OPTIONS);
    for (size_t i = 0; i < pt_option_count; i++) {
        const pt_option *option = &pt_options[i];
        if (command != NULL && !pt_command_takes(command, option))
            continue;
        const char *letter =
            option->letter == 0 ? "    " : pt_format(out->arena, "-%c, ", option->letter);
        const char *name = pt_format(out->arena, "--%s %s", option->name,
                                     option->placeholder == NULL ? "" : option->placeholder);
        pt_text_format(out, "  %s%-20s %s\n", letter, name, text(call, option->help));
    }
}

/* The exit codes are the same for every command; a test holds this table to the enum. */
static void add_exit_codes(pt_text *out, const pt_call *call)
{
    static const struct {
        int code;
        pt_message text;
    } codes[] = {
        {PT_EXIT_FINE, PT_TEXT_HELP_EXIT_0},      {PT_EXIT_FINDINGS, PT_TEXT_HELP_EXIT_1},
        {PT_EXIT_USE, PT_TEXT_HELP_EXIT_2},       {PT_EXIT_UNREADABLE, PT_TEXT_HELP_EXIT_3},
        {PT_EXIT_FAILED, PT_TEXT_HELP_EXIT_4},    {PT_EXIT_WRITING, PT_TEXT_HELP_EXIT_5},
        {PT_EXIT_INTERNAL, PT_TEXT_HELP_EXIT_70}, {PT_EXIT_INTERRUPTED, PT_TEXT_HELP_EXIT_130},
    };
    add_heading(out, call, PT_TEXT_HELP_EXIT);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        pt_text_format(out, "  %3d  %s\n", codes[i].code, text(call, codes[i].text));
}

static void add_indented(pt_text *out, const char *lines)
{
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        pt_text_add(out, "  ");
        pt_text_add_bytes(out, lines, length);
        pt_text_add_char(out, '\n');
        lines += length + (lines[length] == '\n');
    }
}

static void add_command(pt_text *out, const pt_call *call, const pt_command *command)
{
    pt_text_format(out, "proeftuin %s: %s\n", command->name, text(call, command->summary));
    add_heading(out, call, PT_TEXT_HELP_USE);
    add_indented(out, text(call, command->usage));
    add_options(out, call, command);
    add_heading(out, call, PT_TEXT_HELP_EXAMPLES);
    add_indented(out, text(call, command->examples));
    add_exit_codes(out, call);
}

static int run(pt_call *call)
{
    pt_text out = pt_text_create(call->arena);
    if (call->argument_count > 0) {
        const pt_command *command = pt_command_find(call->arguments[0]);
        if (command == NULL) {
            const char *names[32];
            for (size_t i = 0; i < pt_command_count; i++)
                names[i] = pt_commands[i]->name;
            pt_call_find(call, PT_A003, PT_ARGS(call->arguments[0]),
                         pt_suggest(call->arguments[0], names, pt_command_count));
            return PT_EXIT_USE;
        }
        add_command(&out, call, command);
        return pt_call_print(&out);
    }
    pt_text_format(&out, "%s\n", text(call, PT_TEXT_HELP_HEAD));
    add_commands(&out, call);
    add_heading(&out, call, PT_TEXT_HELP_EXAMPLES);
    add_indented(&out, text(call, PT_TEXT_EXAMPLES_SPEEL));
    add_indented(&out, text(call, PT_TEXT_EXAMPLES_TOETS));
    add_exit_codes(&out, call);
    pt_text_format(&out, "\n%s\n", text(call, PT_TEXT_HELP_MORE));
    return pt_call_print(&out);
}

const pt_command pt_command_help = {
    .name = "help",
    .summary = PT_TEXT_COMMAND_HELP,
    .usage = PT_TEXT_USE_HELP,
    .examples = PT_TEXT_EXAMPLES_HELP,
    .options = "",
    .least = 0,
    .most = 1,
    .missing = PT_TEXT_ARGUMENT_SCENARIO,
    .run = run,
};
