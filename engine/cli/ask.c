/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/ask.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api_program.h"
#include "cli/options.h"

enum { MOST_ANSWER = 200, MOST_TRIES = 5 };

typedef struct asking {
    pt_call *call;
    pt_text shown;    /* of the story, so far */
    bool on_terminal; /* the story goes to stdout as it comes about */
    bool over;        /* there are no more answers */
    pt_given *chosen;
    size_t chosen_count;
    size_t chosen_capacity;
} asking;

/* --- Showing ---------------------------------------------------------------------------------- */

static void say(const char *text)
{
    pt_call_write(NULL, PT_STREAM_MESSAGES, text, strlen(text));
}

static const char *text(const asking *of, pt_message message, const char *argument)
{
    return pt_program_text(of->call->arena, message, of->call->language, argument);
}

static const char *shown(const asking *of, const char *from_child)
{
    return pt_program_shown(of->call->arena, from_child);
}

/* Where the new text goes on from the one that was shown: at its end, or at the start of the day
   (an empty line stands before it) in which the two differ. */
static size_t goes_on_at(const pt_text *shown, const char *now, size_t length)
{
    size_t same = 0;
    while (same < shown->length && same < length && shown->bytes[same] == now[same])
        same++;
    if (same == shown->length)
        return same;
    while (same > 0 && !(same >= 2 && now[same - 1] == '\n' && now[same - 2] == '\n'))
        same--;
    return same;
}

static void show_new(asking *of, const char *now, size_t length)
{
    size_t from = goes_on_at(&of->shown, now, length);
    pt_call_write(NULL, of->on_terminal ? PT_STREAM_RESULT : PT_STREAM_MESSAGES, now + from,
                  length - from);
    of->shown = pt_text_create(of->call->arena);
    pt_text_add_bytes(&of->shown, now, length);
}

static void show_point(const asking *of, const pt_decision_point *point)
{
    pt_text out = pt_text_create(of->call->arena);
    pt_text_format(&out, "\n%s: %s", text(of, PT_TEXT_ASK_POINT, shown(of, point->decision)),
                   shown(of, point->question));
    if (point->by != NULL)
        pt_text_format(&out, " (%s)", shown(of, point->by));
    pt_text_add(&out, "\n");
    for (size_t i = 0; i < point->branch_count; i++) {
        const char *name = shown(of, point->branches[i]);
        pt_text_format(&out, "  %zu. %s\n", i + 1,
                       i == point->standard ? text(of, PT_TEXT_ASK_BRANCH_STANDARD, name) : name);
    }
    say(out.bytes);
}

/* --- Answers ---------------------------------------------------------------------------------- */

/* One byte at a time, so that nothing is read that is not ours. */
static int read_byte(void)
{
    unsigned char byte = 0;
    ssize_t got = 0;
    do
        got = read(STDIN_FILENO, &byte, 1);
    while (got < 0 && errno == EINTR);
    return got == 1 ? byte : -1;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* A line without blanks around it; NULL at the end of the input. Of a long line the rest is
   dropped, which then is no branch either. */
static const char *read_line(asking *of)
{
    pt_text line = pt_text_create(of->call->arena);
    int byte = read_byte();
    if (byte < 0)
        return NULL;
    for (; byte >= 0 && byte != '\n'; byte = read_byte()) {
        if (line.length < MOST_ANSWER && !(line.length == 0 && is_blank((char)byte)))
            pt_text_add_char(&line, (char)byte);
    }
    while (line.length > 0 && is_blank(line.bytes[line.length - 1]))
        line.bytes[--line.length] = '\0';
    return line.bytes;
}

/* The branch of an answer, or branch_count. A name comes before a number. */
static size_t branch_of(const pt_decision_point *point, const char *answer)
{
    for (size_t i = 0; i < point->branch_count; i++) {
        if (strcmp(point->branches[i], answer) == 0)
            return i;
    }
    size_t digits = strspn(answer, "0123456789");
    if (digits == 0 || digits > 6 || answer[digits] != '\0')
        return point->branch_count;
    size_t number = (size_t)strtoul(answer, NULL, 10);
    return number >= 1 && number <= point->branch_count ? number - 1 : point->branch_count;
}

static void refuse(const asking *of, const pt_decision_point *point, const char *answer)
{
    pt_arena *arena = of->call->arena;
    const char *near = pt_suggest(answer, point->branches, point->branch_count);
    say(pt_program_filled(
        arena, PT_TEXT_ASK_UNKNOWN, of->call->language,
        PT_ARGS(shown(of, answer), pt_format(arena, "%zu", point->branch_count))));
    if (near != NULL)
        say(pt_format(arena, "; %s", text(of, PT_TEXT_ASK_MEANT, shown(of, near))));
    say("\n");
}

static bool give_up(asking *of, const pt_decision_point *point)
{
    pt_arena *arena = of->call->arena;
    pt_text names = pt_text_create(arena);
    for (size_t i = 0; i < point->branch_count; i++)
        pt_text_format(&names, "%s%s", i == 0 ? "" : ", ", shown(of, point->branches[i]));
    return pt_call_find(
        of->call, PT_A036,
        PT_ARGS(shown(of, point->decision), pt_format(arena, "%d", MOST_TRIES), names.bytes), NULL);
}

/* The branch that is chosen; branch_count, with a finding, when no answer was one. */
static size_t ask(asking *of, const pt_decision_point *point)
{
    const char *standard = shown(of, point->branches[point->standard]);
    for (int i = 0; i < MOST_TRIES; i++) {
        say(text(of, PT_TEXT_ASK_ANSWER, standard));
        const char *answer = read_line(of);
        if (answer == NULL) {
            of->over = true;
            say(pt_format(of->call->arena, "\n%s\n", text(of, PT_TEXT_ASK_OVER, NULL)));
            return point->standard;
        }
        size_t branch = answer[0] == '\0' ? point->standard : branch_of(point, answer);
        if (branch < point->branch_count)
            return branch;
        refuse(of, point, answer);
    }
    give_up(of, point);
    return point->branch_count;
}

/* --- One play after another ------------------------------------------------------------------- */

/* Options of the last play alone, or of the program. */
static bool is_for_last(const char *name)
{
    static const char *const names[] = {"formaat", "uitvoer", "db", "vraag", "kleur"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

static pt_task *task_with(const asking *of, bool last)
{
    const pt_call *call = of->call;
    pt_task *task = pt_task_create(call->session, call->command->name);
    pt_task_set(task, "kleur", call->coloured ? "altijd" : "nooit");
    if (!last)
        pt_task_set(task, "vraag", "ja");
    for (size_t i = 0; i < call->given_count; i++) {
        const char *name = call->given[i].name;
        if (last ? strcmp(name, "vraag") != 0 && strcmp(name, "kleur") != 0 : !is_for_last(name))
            pt_task_set(task, name, call->given[i].value);
    }
    for (size_t i = 0; i < of->chosen_count; i++)
        pt_task_set(task, of->chosen[i].name, of->chosen[i].value);
    for (size_t i = 0; i < call->argument_count; i++)
        pt_task_add_path(task, call->arguments[i]);
    return task;
}

static void choose(asking *of, const pt_decision_point *point, size_t branch)
{
    of->chosen = pt_arena_grow(of->call->arena, of->chosen, of->chosen_count, &of->chosen_capacity,
                               sizeof *of->chosen);
    of->chosen[of->chosen_count++] = (pt_given){
        "keuze", pt_format(of->call->arena, "%s=%s", point->decision, point->branches[branch])};
    say(pt_format(of->call->arena, "%s\n",
                  text(of, PT_TEXT_ASK_TAKEN, shown(of, point->branches[branch]))));
}

/* Plays up to the next decision point and asks. False when there is none, or in `outcome` why not.
 */
static bool go_on(asking *of, int *outcome)
{
    pt_task *task = task_with(of, false);
    *outcome = pt_task_run(task);
    const pt_decision_point *point = pt_program_point(task);
    size_t length = 0;
    const char *story = pt_task_output(task, &length);
    bool more = *outcome == PT_EXIT_FINE && point != NULL;
    if (more) {
        show_new(of, story, length);
        show_point(of, point);
        size_t branch = ask(of, point);
        if (branch < point->branch_count)
            choose(of, point, branch);
        else
            *outcome = PT_EXIT_USE;
        more = branch < point->branch_count;
    } else if (*outcome != PT_EXIT_FINE) {
        say(pt_task_messages(task, NULL));
    }
    pt_task_destroy(task);
    return more;
}

static bool is_for_people(const pt_call *call)
{
    const char *form = pt_given_value(call, "formaat");
    return pt_given_value(call, "uitvoer") == NULL && (form == NULL || strcmp(form, "mens") == 0);
}

static int play_whole(asking *of)
{
    pt_task *task = task_with(of, true);
    int outcome = pt_task_run(task);
    size_t length = 0;
    const char *story = pt_task_output(task, &length);
    say(pt_task_messages(task, NULL));
    if (of->on_terminal)
        show_new(of, story, length);
    else
        pt_call_write(NULL, PT_STREAM_RESULT, story, length);
    pt_task_destroy(task);
    return outcome;
}

int pt_call_ask(pt_call *call)
{
    asking of = {.call = call, .shown = pt_text_create(call->arena)};
    of.on_terminal = is_for_people(call) && isatty(STDOUT_FILENO);
    int outcome = PT_EXIT_FINE;
    while (!of.over && go_on(&of, &outcome))
        ;
    return outcome == PT_EXIT_FINE ? play_whole(&of) : outcome;
}
