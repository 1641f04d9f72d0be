/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/term_wording.h"

#include <string.h>

#include "base/diagnostics.h"
#include "report/page.h"
#include "report/wording.h"

typedef struct wording {
    pt_arena *arena;
    pt_language language;
    pt_term_lines made;
} wording;

static const char *day(const wording *to, pt_date date)
{
    return pt_wording_day(to->arena, date, to->language);
}

static const char *long_day(const wording *to, pt_date date)
{
    return pt_wording_long_day(to->arena, date, to->language);
}

static const char *length_of(const wording *to, const pt_term_step *step)
{
    return pt_wording_length(to->arena, step->amount, step->unit, to->language);
}

static const char *say(const wording *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

/* "%1 + %2 = %3 (%4)" and its relatives. */
static const char *say_counted(const wording *to, pt_message message, const pt_term_step *step)
{
    return say(to, message,
               PT_ARGS(day(to, step->before), length_of(to, step), day(to, step->after),
                       pt_wording_weekday(step->after, to->language)));
}

static const char *say_day(const wording *to, pt_message message, pt_date date)
{
    return say(to, message, PT_ARGS(day(to, date), pt_wording_weekday(date, to->language)));
}

static const char *say_step(const wording *to, const pt_term_step *step)
{
    switch (step->kind) {
    case PT_STEP_LENGTH: return say_counted(to, PT_TEXT_TERM_LENGTH, step);
    case PT_STEP_BACK: return say_counted(to, PT_TEXT_TERM_BACK, step);
    case PT_STEP_EXTENSION: return say_counted(to, PT_TEXT_TERM_EXTENSION, step);
    case PT_STEP_FIXED: return say_day(to, PT_TEXT_TERM_FIXED, step->after);
    case PT_STEP_MONTH_END: return say_day(to, PT_TEXT_TERM_MONTH_END, step->after);
    case PT_STEP_SUSPENDED:
        return say(to, PT_TEXT_TERM_SUSPENDED,
                   PT_ARGS(day(to, step->from), day(to, step->until), length_of(to, step),
                           long_day(to, step->after)));
    case PT_STEP_STANDS_STILL:
        return say(to, PT_TEXT_TERM_STANDS_STILL, PT_ARGS(day(to, step->from)));
    case PT_STEP_SHIFT:
        return say(to, PT_TEXT_TERM_SHIFT, PT_ARGS(step->name, long_day(to, step->after)));
    case PT_STEP_TWO_DAYS:
        return say(to, PT_TEXT_TERM_TWO_DAYS, PT_ARGS(long_day(to, step->after)));
    case PT_STEP_NOT_BACK:
    case PT_STEP_NOT_FIXED:
    case PT_STEP_NOT_LONG:
    case PT_STEP_NOT_LAW:
    case PT_STEP_NOT_DECLARED: {
        int message = PT_TEXT_TERM_STAYS_BACK + (int)step->kind - PT_STEP_NOT_BACK;
        return say(to, (pt_message)message, PT_ARGS(long_day(to, step->before)));
    }
    case PT_STEP_KIND_COUNT: break;
    }
    return "";
}

static bool among(const char *list, const char *item)
{
    return item == NULL || strstr(list, item) != NULL;
}

/* Rest days skipped one after the other, from `first`; gives how many steps they were. */
static size_t add_shifts(wording *to, const pt_term_step *first, size_t left)
{
    pt_text names = pt_text_create(to->arena);
    pt_text sources = pt_text_create(to->arena);
    size_t count = 0;
    for (; count < left && first[count].kind == PT_STEP_SHIFT; count++) {
        if (count > 0)
            pt_text_add(&names, ", ");
        pt_text_add(&names, first[count].name == NULL ? "?" : first[count].name);
        if (!among(sources.bytes, first[count].source)) {
            pt_text_add(&sources, sources.length > 0 ? "; " : "");
            pt_text_add(&sources, first[count].source);
        }
    }
    pt_term_step whole = {
        .kind = PT_STEP_SHIFT, .name = names.bytes, .after = first[count - 1].after};
    to->made.kinds[to->made.count] = PT_STEP_SHIFT;
    to->made.lines[to->made.count] = say_step(to, &whole);
    to->made.sources[to->made.count++] = sources.length > 0 ? sources.bytes : NULL;
    return count;
}

pt_term_lines pt_term_wording(pt_arena *arena, const pt_term_result *term, pt_language language)
{
    wording to = {.arena = arena, .language = language};
    to.made.lines = PT_NEW_ARRAY(arena, term->step_count + 1, const char *);
    to.made.sources = PT_NEW_ARRAY(arena, term->step_count + 1, const char *);
    to.made.kinds = PT_NEW_ARRAY(arena, term->step_count + 1, pt_term_step_kind);
    for (size_t i = 0; i < term->step_count;) {
        if (term->steps[i].kind == PT_STEP_SHIFT) {
            i += add_shifts(&to, term->steps + i, term->step_count - i);
            continue;
        }
        to.made.kinds[to.made.count] = term->steps[i].kind;
        to.made.lines[to.made.count] = say_step(&to, &term->steps[i]);
        to.made.sources[to.made.count++] = term->steps[i++].source;
    }
    to.made.kinds[to.made.count] = PT_STEP_KIND_COUNT;
    if ((term->flags & PT_TERM_OUT_OF_RANGE) != 0)
        to.made.lines[to.made.count++] = say(&to, PT_TEXT_TERM_NO_DATE, NULL);
    return to.made;
}

static void add_brief(const wording *to, pt_text *out, const pt_term_step *step, bool shifted)
{
    switch (step->kind) {
    case PT_STEP_LENGTH:
    case PT_STEP_BACK:
        pt_text_add(
            out, say(to, step->kind == PT_STEP_LENGTH ? PT_TEXT_BRIEF_LENGTH : PT_TEXT_BRIEF_BACK,
                     PT_ARGS(day(to, step->before), length_of(to, step))));
        return;
    case PT_STEP_EXTENSION:
        pt_text_add(out, say(to, PT_TEXT_BRIEF_MORE, PT_ARGS(length_of(to, step))));
        return;
    case PT_STEP_SUSPENDED:
        pt_text_add(out, say(to, PT_TEXT_BRIEF_SUSPENDED, PT_ARGS(length_of(to, step))));
        return;
    case PT_STEP_SHIFT:
        if (!shifted)
            pt_text_add(out, say(to, PT_TEXT_BRIEF_SHIFT, NULL));
        return;
    case PT_STEP_FIXED:
    case PT_STEP_MONTH_END:
    case PT_STEP_STANDS_STILL:
    case PT_STEP_TWO_DAYS:
    case PT_STEP_NOT_BACK:
    case PT_STEP_NOT_FIXED:
    case PT_STEP_NOT_LONG:
    case PT_STEP_NOT_LAW:
    case PT_STEP_NOT_DECLARED:
    case PT_STEP_KIND_COUNT: return;
    }
}

const char *pt_term_wording_brief(pt_arena *arena, const pt_term_result *term, pt_language language)
{
    wording to = {.arena = arena, .language = language};
    pt_text out = pt_text_create(arena);
    bool shifted = false;
    for (size_t i = 0; term != NULL && i < term->step_count; i++) {
        add_brief(&to, &out, &term->steps[i], shifted);
        shifted = shifted || term->steps[i].kind == PT_STEP_SHIFT;
    }
    return out.length > 0 ? out.bytes : NULL;
}

void pt_term_wording_json(pt_json *json, const pt_term_result *term)
{
    pt_term_lines lines = pt_term_wording(json->out->arena, term, PT_DUTCH);
    pt_json_list(json, "berekening");
    for (size_t i = 0; i < lines.count; i++) {
        pt_json_object(json, NULL);
        pt_json_text(json, "stap", lines.lines[i]);
        pt_json_text(json, "bron", lines.sources[i]);
        pt_json_close(json);
    }
    pt_json_close(json);
}
