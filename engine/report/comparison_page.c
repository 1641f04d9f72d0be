/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/comparison_page.h"

#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/outcome.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/tally_page.h"
#include "report/wording.h"

enum { MOST_REGIONS = 12, MOST_TEXT = 40 };

typedef struct writer {
    pt_page page;
    const pt_comparison_style *how;
    pt_arena *arena;
    pt_language language;
} writer;

static writer writer_on(pt_text *out, const pt_comparison_style *how)
{
    writer w = {.how = how, .arena = out->arena, .language = how->style.language};
    w.page = pt_page_create(out, w.language, how->style.coloured);
    return w;
}

/* --- Pieces that are different in a terminal and in Markdown
 * -------------------------------------- */

/* Signs that would mean something in Markdown stand behind a backslash. */
static const char *escaped(const writer *w, const char *text)
{
    if (!w->how->markdown)
        return text;
    pt_text out = pt_text_create(w->arena);
    for (; *text != '\0'; text++) {
        if (strchr("\\`*_<>[]#|", *text) != NULL)
            pt_text_add_char(&out, '\\');
        pt_text_add_bytes(&out, *text == '\n' ? " " : text, 1);
    }
    return out.bytes;
}

static void heading(writer *w, unsigned depth, const char *text)
{
    if (!w->how->markdown && depth == 2) {
        pt_overview_heading(&w->page, text);
        return;
    }
    pt_page_blank(&w->page);
    if (w->how->markdown) {
        pt_text_format(w->page.out, "%s %s\n\n", depth == 2 ? "##" : "###", escaped(w, text));
        return;
    }
    pt_page_put(&w->page, PT_TONE_STRONG, text);
    pt_page_end(&w->page, 2);
}

static void item(writer *w, unsigned depth, pt_tone tone, const char *text)
{
    if (w->how->markdown) {
        pt_text_format(w->page.out, "%*s- %s\n", (int)(2 * depth), "", escaped(w, text));
        return;
    }
    pt_page_put(&w->page, tone, pt_format(w->arena, "%*s%s", (int)(2 + 4 * depth), "", text));
    pt_page_end(&w->page, 4 + 4 * depth);
}

static void paragraph(writer *w, pt_tone tone, const char *text)
{
    if (w->how->markdown) {
        pt_text_format(w->page.out, "%s\n", escaped(w, text));
        return;
    }
    pt_page_put(&w->page, tone, text);
    pt_page_end(&w->page, 2);
}

static void text_lines(writer *w, const pt_block_change *change)
{
    size_t shown = change->line_count;
    if (w->how->markdown)
        pt_text_add(w->page.out, "\n```diff\n");
    for (size_t i = 0; i < shown; i++) {
        const char *line = change->lines[i];
        pt_tone tone = line[0] == '+' ? PT_TONE_GOOD : line[0] == '-' ? PT_TONE_BAD : PT_TONE_FAINT;
        if (w->how->markdown) {
            pt_text_format(w->page.out, "%s\n", line);
            continue;
        }
        pt_page_put(&w->page, tone, pt_format(w->arena, "      %s", line));
        pt_page_end(&w->page, 10);
    }
    if (w->how->markdown)
        pt_text_add(w->page.out, "```\n\n");
}

static const char *say(const writer *w, pt_message message, const char *argument, const char *other)
{
    return pt_message_filled(w->arena, message, w->language, PT_ARGS(argument, other));
}

static const char *counted(const writer *w, pt_message one, pt_message many, size_t count)
{
    return count == 1 ? say(w, one, "", "") : say(w, many, pt_format(w->arena, "%zu", count), "");
}

/* --- Summary
 * -------------------------------------------------------------------------------------- */

static bool nothing(const pt_comparison_totals *totals)
{
    return totals->rules + totals->duties + totals->beyond == 0 && totals->differ == 0 &&
           totals->proved;
}

void pt_comparison_summary(pt_text *out, const pt_comparison_totals *totals,
                           const pt_comparison_style *how)
{
    writer w = writer_on(out, how);
    const char *rules = counted(&w, PT_TEXT_COMPARE_ONE_RULE, PT_TEXT_COMPARE_RULES, totals->rules),
               *duties =
                   counted(&w, PT_TEXT_COMPARE_ONE_DUTY, PT_TEXT_COMPARE_DUTIES, totals->duties),
               *parameters = counted(&w, PT_TEXT_COMPARE_ONE_PARAMETER, PT_TEXT_COMPARE_PARAMETERS,
                                     totals->parameters),
               *blocks =
                   counted(&w, PT_TEXT_COMPARE_ONE_BLOCK, PT_TEXT_COMPARE_BLOCKS, totals->blocks);
    if (nothing(totals)) {
        paragraph(&w, PT_TONE_GOOD,
                  how->whom == NULL ? say(&w, PT_TEXT_COMPARE_NOTHING, "", "")
                                    : say(&w, PT_TEXT_COMPARE_NOTHING_FOR, how->whom, ""));
        return;
    }
    paragraph(
        &w, PT_TONE_STRONG,
        pt_message_filled(w.arena, PT_TEXT_COMPARE_SUMMARY_TEXTS, w.language,
                          PT_ARGS(say(&w, PT_TEXT_COMPARE_TEXTS, "", ""), parameters, blocks)));
    paragraph(&w, PT_TONE_STRONG,
              pt_message_filled(w.arena, PT_TEXT_COMPARE_SUMMARY_RULES, w.language,
                                PT_ARGS(rules, duties, pt_format(w.arena, "%zu", totals->beyond))));
    paragraph(&w, PT_TONE_STRONG,
              say(&w, PT_TEXT_COMPARE_SUMMARY_STORIES, pt_format(w.arena, "%zu", totals->differ),
                  pt_format(w.arena, "%zu", totals->stories)));
    if (totals->skipped > 0)
        paragraph(&w, PT_TONE_FAINT,
                  say(&w, PT_TEXT_COMPARE_SKIPPED, pt_format(w.arena, "%zu", totals->skipped), ""));
}

/* --- What changes in the rules
 * -------------------------------------------------------------------- */

static const char *period_words(const writer *w, pt_date from, pt_date until)
{
    pt_text out = pt_text_create(w->arena);
    if (from != PT_DATE_NONE)
        pt_text_add(&out,
                    say(w, PT_TEXT_COMPARE_FROM, pt_wording_day(w->arena, from, w->language), ""));
    if (until != PT_DATE_FOREVER)
        pt_text_add(
            &out, say(w, PT_TEXT_COMPARE_UNTIL, pt_wording_day(w->arena, until, w->language), ""));
    return out.bytes;
}

static const char *source_words(const writer *w, const char *source)
{
    return source == NULL ? "" : say(w, PT_TEXT_COMPARE_SOURCE, source, "");
}

static const char *value_words(const writer *w, const pt_pack *pack, pt_value value)
{
    pt_text out = pt_text_create(w->arena);
    if (value.kind == PT_UNKNOWN)
        return say(w, PT_TEXT_COMPARE_ABSENT, "", "");
    pt_value_show(&out, pack, value);
    return out.bytes;
}

/* Which of several variants it stands in. */
static const char *variant_words(const writer *w, const pt_comparison *c, const char *variant)
{
    return variant == NULL || c->after->layer_count < 2
               ? ""
               : say(w, PT_TEXT_COMPARE_CAUSE, pt_format(w->arena, "variant %s", variant), "");
}

static void write_parameter(writer *w, const pt_comparison *c, const pt_parameter_change *change)
{
    const pt_parameter *known = change->after != NULL ? change->after : change->before;
    pt_text out = pt_text_create(w->arena);
    const char *name = known->title == NULL
                           ? known->name
                           : pt_format(w->arena, "%s (%s)", known->name, known->title);
    pt_text_add(&out, say(w, PT_TEXT_COMPARE_PARAMETER, name, ""));
    pt_text_add(&out,
                say(w, PT_TEXT_COMPARE_BECOMES, value_words(w, c->before, change->value_before),
                    value_words(w, c->after, change->value_after)));
    pt_text_add(&out, period_words(w, change->from, change->until));
    pt_text_add(&out, source_words(w, change->source_after));
    pt_text_add(&out, variant_words(w, c, pt_parameter_variant(c->after, known, change->from)));
    item(w, 0, PT_TONE_PLAIN, out.bytes);
}

static const char *title_of(const writer *w, const pt_block *block)
{
    return block->title != NULL ? pt_format(w->arena, "%s (%s)", block->name, block->title)
                                : block->name;
}

static void write_duty(writer *w, const pt_duty_change *change)
{
    pt_text out = pt_text_create(w->arena);
    const char *absent = say(w, PT_TEXT_COMPARE_ABSENT, "", "");
    pt_text_add(&out, say(w, PT_TEXT_COMPARE_DUTY_PART, title_of(w, change->block_after),
                          pt_wording_name(w->arena, change->part)));
    pt_text_add(&out,
                say(w, PT_TEXT_COMPARE_BECOMES, change->before[0] == '\0' ? absent : change->before,
                    change->after[0] == '\0' ? absent : change->after));
    item(w, 0, PT_TONE_PLAIN, out.bytes);
}

static void write_block(writer *w, const pt_comparison *c, const pt_block_change *change)
{
    const pt_block *known = change->after != NULL ? change->after : change->before;
    pt_message message = change->before == NULL  ? PT_TEXT_COMPARE_NEW
                         : change->after == NULL ? PT_TEXT_COMPARE_GONE
                                                 : PT_TEXT_COMPARE_REPLACED;
    if (known == NULL)
        return;
    const char *source = known->ground_count > 0 ? known->grounds[0].source : NULL;
    const char *said = say(w, message, title_of(w, known), "");
    const char *from = change->after != NULL && known->variant != NULL
                           ? period_words(w, known->from, PT_DATE_FOREVER)
                           : "";
    item(w, 0, PT_TONE_STRONG,
         pt_format(w->arena, "%s%s%s%s", said, from, source_words(w, source),
                   variant_words(w, c, change->after == NULL ? NULL : known->variant)));
    if (change->line_count <= MOST_TEXT || w->how->everything)
        text_lines(w, change);
}

/* --- For which cases
 * ------------------------------------------------------------------------------ */

static const char *joined(const writer *w, const char **texts, size_t count, const char *between)
{
    pt_text out = pt_text_create(w->arena);
    for (size_t i = 0; i < count; i++)
        pt_text_format(&out, "%s%s", i == 0 ? "" : between, texts[i]);
    return out.bytes;
}

static bool is_among(const char *condition, const pt_zone *zone)
{
    for (size_t i = 0; i < zone->condition_count; i++)
        if (strcmp(zone->conditions[i], condition) == 0)
            return true;
    return false;
}

/* Conditions that all zones share are said once, above them. */
typedef struct shared {
    const char **conditions;
    size_t count;
    bool of_existence; /* outcomes say whether there is a duty */
} shared;

static shared shared_by(const writer *w, const pt_difference_period *period)
{
    shared made = {0};
    if (period->region_count < 2)
        return made;
    const pt_zone *first = &period->regions[0];
    made.conditions = PT_NEW_ARRAY(w->arena, first->condition_count, const char *);
    for (size_t i = 0; i < first->condition_count; i++) {
        bool all = true;
        for (size_t j = 1; all && j < period->region_count; j++)
            all = is_among(first->conditions[i], &period->regions[j]);
        if (all)
            made.conditions[made.count++] = first->conditions[i];
    }
    return made;
}

static const char *conditions_of(const writer *w, const pt_zone *zone, const shared *above)
{
    pt_zone common = {.conditions = above->conditions, .condition_count = above->count};
    const char **rest = PT_NEW_ARRAY(w->arena, zone->condition_count, const char *);
    size_t count = 0;
    for (size_t i = 0; i < zone->condition_count; i++)
        if (!is_among(zone->conditions[i], &common))
            rest[count++] = zone->conditions[i];
    if (count == 0)
        return say(w, PT_TEXT_COMPARE_ALWAYS, "", "");
    return pt_format(w->arena, "%s%s", say(w, PT_TEXT_COMPARE_IF, "", ""),
                     joined(w, rest, count, say(w, PT_TEXT_COMPARE_AND, "", "")));
}

/* Whether there is a duty at all is said in those words. */
static const char *outcome_words(const writer *w, bool existence, const char *outcome)
{
    if (!existence)
        return outcome;
    return strcmp(outcome, "ja") == 0    ? say(w, PT_TEXT_COMPARE_A_DUTY, "", "")
           : strcmp(outcome, "nee") == 0 ? say(w, PT_TEXT_COMPARE_NO_DUTY, "", "")
                                         : outcome;
}

static void write_zone(writer *w, const pt_zone *zone, size_t number, const shared *above)
{
    item(w, 0, PT_TONE_PLAIN,
         pt_format(w->arena, "%zu. %s: %s", number, conditions_of(w, zone, above),
                   say(w, PT_TEXT_COMPARE_BECOMES,
                       outcome_words(w, above->of_existence, zone->before),
                       outcome_words(w, above->of_existence, zone->after))));
    if (zone->witness == NULL)
        item(w, 1, PT_TONE_DOUBT, say(w, PT_TEXT_COMPARE_NO_WITNESS, "", ""));
    else if (zone->witness_count > 0)
        item(w, 1, PT_TONE_FAINT,
             say(w, PT_TEXT_COMPARE_WITNESS, joined(w, zone->witness, zone->witness_count, ", "),
                 ""));
}

static void write_zones(writer *w, const pt_difference_period *period, bool of_existence)
{
    shared above = shared_by(w, period);
    above.of_existence = of_existence;
    size_t shown = 0, doubtful = 0;
    if (above.count > 0)
        item(w, 0, PT_TONE_PLAIN,
             say(w, PT_TEXT_COMPARE_SHARED,
                 joined(w, above.conditions, above.count, say(w, PT_TEXT_COMPARE_AND, "", "")),
                 ""));
    for (size_t i = 0; i < period->region_count; i++) {
        const pt_zone *zone = &period->regions[i];
        doubtful += zone->witness == NULL;
        if (w->how->everything || (zone->witness != NULL && shown < MOST_REGIONS))
            write_zone(w, zone, ++shown, &above);
    }
    size_t left = period->region_count - shown;
    if (w->how->everything)
        return;
    if (left > doubtful)
        item(w, 0, PT_TONE_FAINT,
             say(w, PT_TEXT_COMPARE_MORE, pt_format(w->arena, "%zu", left - doubtful), ""));
    if (doubtful > 0)
        item(w, 0, PT_TONE_DOUBT,
             say(w, PT_TEXT_COMPARE_DOUBTFUL, pt_format(w->arena, "%zu", doubtful), ""));
}

static const char *law_words(const writer *w, const pt_difference_period *period)
{
    bool ends = period->from != PT_DATE_NONE || period->until != PT_DATE_FOREVER;
    return period->law == NULL || !ends ? "" : say(w, PT_TEXT_COMPARE_BY_DAY, period->law, "");
}

static const char *part_words(const writer *w, const pt_difference *difference)
{
    const char *path = difference->path;
    if (path[0] == '\0')
        return "";
    return strcmp(path, "uiterlijk") == 0 ? say(w, PT_TEXT_COMPARE_PART_DUE, "", "")
           : strcmp(path, "wie") == 0     ? say(w, PT_TEXT_COMPARE_PART_BEARER, "", "")
                                          : pt_format(w->arena, ", %s", path);
}

static void write_period(writer *w, const pt_difference *difference,
                         const pt_difference_period *period)
{
    const pt_block *block =
        difference->block_after != NULL ? difference->block_after : difference->block_before;
    const char *name = block == NULL ? difference->name : title_of(w, block);
    const char *what =
        say(w, difference->of_duty ? PT_TEXT_COMPARE_OF_DUTY : PT_TEXT_COMPARE_OF_RULE, name, "");
    const char *cause =
        difference->cause == NULL ? "" : say(w, PT_TEXT_COMPARE_CAUSE, difference->cause, "");
    heading(w, 3,
            pt_format(w->arena, "%s%s%s%s%s", what, part_words(w, difference),
                      period_words(w, period->from, period->until), law_words(w, period), cause));
    if (difference->causes != NULL)
        paragraph(w, PT_TONE_FAINT,
                  say(w,
                      difference->unseen ? PT_TEXT_COMPARE_BECAUSE_UNSEEN : PT_TEXT_COMPARE_BECAUSE,
                      difference->causes, ""));
    write_zones(w, period, difference->of_duty && difference->path[0] == '\0');
    if (period->incomplete)
        item(w, 0, PT_TONE_DOUBT, say(w, PT_TEXT_COMPARE_INCOMPLETE, "", ""));
    if (period->unproved)
        item(w, 0, PT_TONE_DOUBT, say(w, PT_TEXT_COMPARE_UNPROVED, "", ""));
    if (difference->free)
        item(w, 0, PT_TONE_DOUBT, say(w, PT_TEXT_COMPARE_FREE, "", ""));
}

/* Those that changed themselves, or those that lean on them. */
static size_t write_differences(writer *w, const pt_comparison *c, bool leaning)
{
    size_t count = 0;
    for (size_t i = 0; i < c->difference_count; i++) {
        const pt_difference *difference = &c->differences[i];
        if (difference->itself == leaning)
            continue;
        if (count++ == 0 && leaning)
            heading(w, 2, say(w, PT_TEXT_COMPARE_ALONG, "", ""));
        for (size_t j = 0; j < difference->period_count; j++)
            write_period(w, difference, &difference->periods[j]);
    }
    return count;
}

static void write_numbers(writer *w, const pt_comparison *c)
{
    size_t regions = 0, paths = 0;
    for (size_t i = 0; i < c->difference_count; i++)
        for (size_t j = 0; j < c->differences[i].period_count; j++) {
            regions += c->differences[i].periods[j].region_count;
            paths += c->differences[i].periods[j].paths;
        }
    if (regions > 0)
        paragraph(w, PT_TONE_FAINT,
                  say(w, PT_TEXT_COMPARE_NUMBERS, pt_format(w->arena, "%zu", regions),
                      pt_format(w->arena, "%zu", paths)));
}

static void write_names(writer *w, pt_message title, const char **names, size_t count)
{
    if (count == 0)
        return;
    heading(w, 2, say(w, title, "", ""));
    paragraph(w, PT_TONE_PLAIN, joined(w, names, count, ", "));
}

static void write_cases(writer *w, const pt_comparison *c)
{
    heading(w, 2, say(w, PT_TEXT_COMPARE_CASES, "", ""));
    write_numbers(w, c);
    if (write_differences(w, c, false) == 0) {
        paragraph(w, PT_TONE_PLAIN, say(w, PT_TEXT_COMPARE_NO_CASES, "", ""));
        if (c->duty_count > 0)
            paragraph(w, PT_TONE_PLAIN, say(w, PT_TEXT_COMPARE_TERMS_TOO, "", ""));
    }
    write_differences(w, c, true);
    write_names(w, PT_TEXT_COMPARE_STEADY, c->steady, c->steady_count);
    write_names(w, PT_TEXT_COMPARE_BY_EVENT, c->later, c->later_count);
}

void pt_comparison_write(pt_text *out, const pt_comparison *c, const pt_comparison_style *how)
{
    writer w = writer_on(out, how);
    heading(&w, 2, say(&w, PT_TEXT_COMPARE_TITLE, "", ""));
    if (c->subjects_differ)
        paragraph(&w, PT_TONE_DOUBT, say(&w, PT_TEXT_COMPARE_SUBJECTS, "", ""));
    if (c->calendars_differ)
        paragraph(&w, PT_TONE_DOUBT, say(&w, PT_TEXT_COMPARE_CALENDARS, "", ""));
    if (c->parameter_count + c->duty_count + c->block_count == 0)
        paragraph(&w, PT_TONE_PLAIN, say(&w, PT_TEXT_COMPARE_NO_TEXTS, "", ""));
    for (size_t i = 0; i < c->parameter_count; i++)
        write_parameter(&w, c, &c->parameters[i]);
    for (size_t i = 0; i < c->duty_count; i++)
        write_duty(&w, &c->duties[i]);
    for (size_t i = 0; i < c->block_count; i++)
        write_block(&w, c, &c->blocks[i]);
    write_cases(&w, c);
}

/* --- Stories
 * -------------------------------------------------------------------------------------- */

static const char *status_words(const writer *w, uint8_t status)
{
    static const pt_message words[] = {[PT_DUTY_ABSENT] = PT_TEXT_COMPARE_NO_DUTY,
                                       [PT_DUTY_OPEN] = PT_TEXT_STATUS_OPEN,
                                       [PT_DUTY_STANDS_STILL] = PT_TEXT_STATUS_STILL,
                                       [PT_DUTY_FULFILLED] = PT_TEXT_STATUS_MET,
                                       [PT_DUTY_LATE] = PT_TEXT_STATUS_LATE,
                                       [PT_DUTY_FULFILLED_LATE] = PT_TEXT_STATUS_MET_LATE,
                                       [PT_DUTY_LAPSED] = PT_TEXT_STATUS_LAPSED};
    return say(w, words[status], "", "");
}

static const char *day_words(const writer *w, pt_date day)
{
    return pt_date_valid(day) ? pt_wording_day(w->arena, day, w->language)
                              : say(w, PT_TEXT_COMPARE_NO_DATE, "", "");
}

static void add_moved(const writer *w, pt_text *out, const pt_shown_change *change)
{
    if (change->due_before == change->due_after)
        return;
    pt_text_format(out, ", %s",
                   say(w, PT_TEXT_COMPARE_DUE, day_words(w, change->due_before),
                       day_words(w, change->due_after)));
    if (!pt_date_valid(change->due_before) || !pt_date_valid(change->due_after))
        return;
    int64_t moved = (int64_t)change->due_after - change->due_before;
    pt_text_add(out, say(w, moved > 0 ? PT_TEXT_COMPARE_LATER : PT_TEXT_COMPARE_EARLIER,
                         pt_format(w->arena, "%lld", (long long)(moved > 0 ? moved : -moved)), ""));
}

static void add_duty_change(const writer *w, pt_text *out, const pt_shown_change *change)
{
    if (change->bearer != NULL)
        pt_text_format(out, " (%s)", change->bearer);
    pt_text_add(out, ": ");
    const char *before = status_words(w, change->status_before),
               *after = status_words(w, change->status_after);
    pt_text_add(out, change->status_before == change->status_after
                         ? after
                         : say(w, PT_TEXT_COMPARE_BECOMES, before, after));
    if (change->status_before != PT_DUTY_ABSENT && change->status_after != PT_DUTY_ABSENT)
        add_moved(w, out, change);
}

static void add_event_change(const writer *w, pt_text *out, const pt_shown_change *change)
{
    const char *day = change->due_after != PT_DATE_NONE ? day_words(w, change->due_after) : NULL;
    if (change->times_before != change->times_after)
        pt_text_format(out, ": %s",
                       say(w, PT_TEXT_COMPARE_TIMES,
                           pt_format(w->arena, "%lld", (long long)change->times_before),
                           pt_format(w->arena, "%lld", (long long)change->times_after)));
    else if (day != NULL)
        pt_text_format(out, ": %s",
                       say(w, PT_TEXT_COMPARE_BECOMES, day_words(w, change->due_before), day));
}

static const char *money_words(const writer *w, int64_t cents)
{
    pt_text out = pt_text_create(w->arena);
    pt_value_show(&out, NULL, pt_value_of(PT_MONEY, cents));
    return out.bytes;
}

static bool is_money(const pt_shown_change *change)
{
    return change->kind == PT_SHOWN_OUTCOME && change->last_before.kind == PT_MONEY &&
           change->last_after.kind == PT_MONEY;
}

static void add_moved_money(const writer *w, pt_text *out, int64_t before, int64_t after)
{
    int64_t moved = after - before;
    if (moved != 0)
        pt_text_add(out, say(w, moved > 0 ? PT_TEXT_COMPARE_MORE_MONEY : PT_TEXT_COMPARE_LESS_MONEY,
                             money_words(w, moved > 0 ? moved : -moved), ""));
}

/* An amount of money says how much is moved, at the end of the story. */
static void add_money(const writer *w, pt_text *out, const pt_shown_change *change)
{
    if (!is_money(change))
        return;
    const char *before = money_words(w, change->last_before.amount),
               *after = money_words(w, change->last_after.amount);
    if (!pt_text_equal(before, change->before) || !pt_text_equal(after, change->after))
        pt_text_add(out, say(w, PT_TEXT_COMPARE_AT_END, before, after));
    add_moved_money(w, out, change->last_before.amount, change->last_after.amount);
}

/* What one rule moves for all subjects of the story together, where there are several. */
static void write_sum(writer *w, const pt_story_comparison *story, size_t first)
{
    const char *name = story->changes[first].name;
    int64_t before = 0, after = 0;
    size_t count = 0;
    for (size_t i = 0; i < story->change_count; i++) {
        const pt_shown_change *change = &story->changes[i];
        if (!is_money(change) || strcmp(change->name, name) != 0)
            continue;
        if (i < first)
            return;
        before += change->last_before.amount;
        after += change->last_after.amount;
        count++;
    }
    if (count < 2)
        return;
    pt_text out = pt_text_create(w->arena);
    pt_text_add(&out, say(w, PT_TEXT_COMPARE_SUM, name, pt_format(w->arena, "%zu", count)));
    pt_text_add(&out,
                say(w, PT_TEXT_COMPARE_BECOMES, money_words(w, before), money_words(w, after)));
    add_moved_money(w, &out, before, after);
    item(w, 0, PT_TONE_PLAIN, out.bytes);
}

static void write_change(writer *w, const pt_shown_change *change)
{
    const char *absent = say(w, PT_TEXT_COMPARE_ABSENT, "", "");
    pt_text out = pt_text_create(w->arena);
    const char *what = pt_format(w->arena, "%s.%s", change->subject, change->name);
    pt_text_add(&out,
                change->kind == PT_SHOWN_EVENT ? say(w, PT_TEXT_COMPARE_EVENT, what, "") : what);
    switch ((pt_shown_kind)change->kind) {
    case PT_SHOWN_OUTCOME:
        pt_text_format(&out, ": %s",
                       say(w, PT_TEXT_COMPARE_BECOMES,
                           change->before == NULL ? absent : change->before,
                           change->after == NULL ? absent : change->after));
        pt_text_add(&out, period_words(w, change->day, PT_DATE_FOREVER));
        add_money(w, &out, change);
        break;
    case PT_SHOWN_DUTY: add_duty_change(w, &out, change); break;
    case PT_SHOWN_EVENT: add_event_change(w, &out, change); break;
    }
    if (change->cause != NULL)
        pt_text_add(&out, say(w, PT_TEXT_COMPARE_CAUSE, change->cause, ""));
    item(w, 0, PT_TONE_PLAIN, out.bytes);
}

void pt_story_comparison_write(pt_text *out, const pt_story_comparison *story,
                               const pt_comparison_style *how)
{
    if (story->change_count == 0 && story->minutes_before == story->minutes_after)
        return;
    writer w = writer_on(out, how);
    const char *name = story->title == NULL
                           ? story->name
                           : pt_format(w.arena, "%s (%s)", story->title, story->name);
    heading(&w, 2, say(&w, PT_TEXT_COMPARE_STORY, name, ""));
    for (size_t i = 0; i < story->change_count; i++)
        write_change(&w, &story->changes[i]);
    for (size_t i = 0; i < story->change_count; i++)
        if (is_money(&story->changes[i]))
            write_sum(&w, story, i);
    if (story->minutes_before != story->minutes_after)
        item(&w, 0, PT_TONE_PLAIN,
             say(&w, PT_TEXT_COMPARE_HOURS,
                 pt_tally_hours(w.arena, story->minutes_before, w.language),
                 pt_tally_hours(w.arena, story->minutes_after, w.language)));
}
