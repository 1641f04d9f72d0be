/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/whynot_report.h"

#include <string.h>

#include "report/json.h"
#include "report/judgement_report.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { FIRST_INDENT = 2, WAY_INDENT = 5, CHANGE_INDENT = 9 };

typedef struct layout {
    pt_page page;
    pt_arena *arena;
    pt_language language;
    const pt_situation *of;
    const pt_why_not *answer;
    const pt_leeway *leeway;
} layout;

static const char *value_of(const layout *to, pt_value value)
{
    if (value.kind == PT_DATE && pt_date_valid((pt_date)value.amount))
        return pt_wording_day(to->arena, (pt_date)value.amount, to->language);
    pt_text out = pt_text_create(to->arena);
    pt_value_show(&out, to->of->pack, value);
    return value.kind == PT_CHOICE ? pt_wording_name(to->arena, out.bytes) : out.bytes;
}

static const char *say(const layout *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

static void add_paragraph(layout *to, pt_tone tone, const char *text)
{
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_put(&to->page, tone, text);
    pt_page_end(&to->page, FIRST_INDENT);
}

/* --- One way ---------------------------------------------------------------------------------- */

static const pt_situated_fact *fact_of(const layout *to, const pt_fact_change *change)
{
    return &to->of->facts[change->fact];
}

static const char *owner_of(const layout *to, const pt_fact_change *change)
{
    const char *owner = fact_of(to, change)->fact->owner;
    return owner == NULL ? say(to, PT_TEXT_WHY_NOT_NOBODY, NULL)
                         : pt_wording_name(to->arena, owner);
}

/* "so, vso of instelling" */
static const char *values_of(const layout *to, const pt_fact_change *change)
{
    pt_text out = pt_text_create(to->arena);
    pt_text_add(&out, value_of(to, change->to));
    for (size_t i = 0; i < change->instead_count; i++) {
        bool last = i + 1 == change->instead_count;
        pt_text_add(&out, last ? say(to, PT_TEXT_WHY_NOT_OR, NULL) : ", ");
        pt_text_add(&out, value_of(to, change->instead[i]));
    }
    return out.bytes;
}

static void add_change(layout *to, const pt_fact_change *change)
{
    const pt_situated_fact *fact = fact_of(to, change);
    const char *title = fact->fact->title != NULL ? fact->fact->title
                                                  : pt_wording_name(to->arena, fact->fact->name);
    const char *named = pt_format(to->arena, "%s (%s)", title, fact->subject_name);
    pt_page_pad(&to->page, CHANGE_INDENT);
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_WHY_NOT_FORM,
                PT_ARGS(named, values_of(to, change), value_of(to, fact->value)));
    if (fact->fact->judgement) {
        pt_page_put(&to->page, PT_TONE_PLAIN, " ");
        pt_page_put(&to->page, PT_TONE_DOUBT,
                    pt_format(to->arena, "[%s]", say(to, PT_TEXT_WHY_NOT_JUDGEMENT, NULL)));
    }
    pt_page_end(&to->page, CHANGE_INDENT + 2);
}

static bool is_first_of_owner(const layout *to, const pt_way_out *way, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(owner_of(to, &way->changes[i]), owner_of(to, &way->changes[index])) == 0)
            return false;
    return true;
}

static void add_owner(layout *to, const pt_way_out *way, size_t first, size_t number)
{
    const char *owner = owner_of(to, &way->changes[first]);
    pt_page_pad(&to->page, FIRST_INDENT);
    if (first == 0)
        pt_page_put(&to->page, PT_TONE_COUNT, pt_format(to->arena, "%zu", number));
    pt_page_pad(&to->page, WAY_INDENT);
    pt_page_put(&to->page, PT_TONE_STRONG, owner);
    pt_page_end(&to->page, WAY_INDENT);
    for (size_t i = first; i < way->count; i++)
        if (strcmp(owner_of(to, &way->changes[i]), owner) == 0)
            add_change(to, &way->changes[i]);
}

static const char *exception_of(const layout *to, const pt_situated_exception *exception)
{
    const char *title = exception->block->title;
    return title != NULL ? title : pt_wording_name(to->arena, exception->block->name);
}

static void add_way(layout *to, const pt_way_out *way, size_t number)
{
    for (size_t i = 0; i < way->count; i++)
        if (is_first_of_owner(to, way, i))
            add_owner(to, way, i, number);
    for (size_t i = 0; i < way->fallen_count; i++) {
        pt_page_pad(&to->page, CHANGE_INDENT);
        pt_page_say(&to->page, PT_TONE_FAINT, PT_TEXT_WHY_NOT_FALLEN,
                    PT_ARGS(exception_of(to, way->fallen[i])));
        pt_page_end(&to->page, CHANGE_INDENT + 2);
    }
}

/* --- The page --------------------------------------------------------------------------------- */

static const char *rule_title(const layout *to)
{
    const pt_situated_rule *root = &to->of->rules[0];
    return pt_format(to->arena, "%s (%s)",
                     root->title != NULL ? root->title : pt_wording_name(to->arena, root->name),
                     root->subject_name);
}

static void add_held(layout *to)
{
    pt_text held = pt_text_create(to->arena);
    for (size_t i = 0; i < to->of->held_count; i++)
        pt_text_format(&held, "%s%s (%s)", i == 0 ? "" : ", ",
                       pt_wording_name(to->arena, to->of->held[i].name),
                       to->of->held[i].subject_name);
    if (to->of->held_count > 0)
        add_paragraph(to, PT_TONE_FAINT, say(to, PT_TEXT_WHY_NOT_HELD, PT_ARGS(held.bytes)));
    add_paragraph(to, PT_TONE_FAINT, say(to, PT_TEXT_WHY_NOT_SCOPE, NULL));
}

static void add_ways(layout *to)
{
    const char *wanted = value_of(to, to->answer->wanted);
    pt_overview_heading(&to->page, say(to, PT_TEXT_WHY_NOT_HEADING, PT_ARGS(wanted)));
    for (size_t i = 0; i < to->answer->way_count; i++)
        add_way(to, &to->answer->ways[i], i + 1);
    pt_page_blank(&to->page);
    if (!to->answer->exact)
        add_paragraph(to, PT_TONE_DOUBT, say(to, PT_TEXT_WHY_NOT_INEXACT, NULL));
}

static void add_none(layout *to)
{
    pt_page_blank(&to->page);
    if (to->of->without_law)
        add_paragraph(to, PT_TONE_STRONG, say(to, PT_TEXT_WHY_NOT_NO_LAW, NULL));
    else if (to->answer->impossible)
        add_paragraph(to, PT_TONE_STRONG,
                      say(to,
                          to->of->held_count > 0 ? PT_TEXT_WHY_NOT_IMPOSSIBLE_HELD
                                                 : PT_TEXT_WHY_NOT_IMPOSSIBLE,
                          NULL));
    else
        add_paragraph(to, PT_TONE_DOUBT,
                      say(to, PT_TEXT_WHY_NOT_NOT_FOUND,
                          PT_ARGS(pt_format(to->arena, "%zu", to->answer->most))));
}

static void add_page(layout *to)
{
    const char *stood = value_of(to, to->of->rules[0].value);
    const char *day = pt_wording_long_day(to->arena, to->of->day, to->language);
    pt_overview_heading(&to->page,
                        say(to, PT_TEXT_WHY_NOT_TITLE,
                            PT_ARGS(rule_title(to), value_of(to, to->answer->wanted), day)));
    if (to->answer->already) {
        add_paragraph(to, PT_TONE_PLAIN, say(to, PT_TEXT_WHY_NOT_ALREADY, PT_ARGS(stood)));
        return;
    }
    add_paragraph(to, PT_TONE_PLAIN, say(to, PT_TEXT_WHY_NOT_STOOD, PT_ARGS(stood)));
    if (to->answer->way_count > 0)
        add_ways(to);
    else
        add_none(to);
    add_held(to);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static const char *plain_value(const layout *to, pt_value value)
{
    pt_text out = pt_text_create(to->arena);
    pt_value_show(&out, to->of->pack, value);
    return out.bytes;
}

static void add_change_json(const layout *to, pt_json *json, const pt_fact_change *change)
{
    const pt_situated_fact *fact = fact_of(to, change);
    pt_json_object(json, NULL);
    pt_json_text(json, "onderwerp", fact->subject_name);
    pt_json_text(json, "gegeven", fact->fact->name);
    pt_json_text(json, "was", plain_value(to, fact->value));
    pt_json_text(json, "wordt", plain_value(to, change->to));
    pt_json_list(json, "of");
    for (size_t i = 0; i < change->instead_count; i++)
        pt_json_text(json, NULL, plain_value(to, change->instead[i]));
    pt_json_close(json);
    pt_json_text(json, "eigenaar", fact->fact->owner);
    pt_json_truth(json, "oordeel", fact->fact->judgement);
    pt_json_close(json);
}

static void add_way_json(const layout *to, pt_json *json, const pt_way_out *way)
{
    pt_json_object(json, NULL);
    pt_json_list(json, "veranderingen");
    for (size_t i = 0; i < way->count; i++)
        add_change_json(to, json, &way->changes[i]);
    pt_json_close(json);
    pt_json_list(json, "vervallen_uitzonderingen");
    for (size_t i = 0; i < way->fallen_count; i++)
        pt_json_text(json, NULL, way->fallen[i]->block->name);
    pt_json_close(json);
    pt_json_close(json);
}

static void write_json(const layout *to, pt_text *out)
{
    const pt_situated_rule *root = &to->of->rules[0];
    pt_json json = pt_json_create(out);
    pt_json_object(&json, NULL);
    pt_json_date(&json, "dag", to->of->day);
    pt_json_text(&json, "onderwerp", root->subject_name);
    pt_json_text(&json, "regel", root->name);
    pt_json_text(&json, "was", plain_value(to, root->value));
    pt_json_text(&json, "gevraagd", plain_value(to, to->answer->wanted));
    pt_json_truth(&json, "was_al_zo", to->answer->already);
    pt_json_truth(&json, "niet_in_werking", to->of->without_law);
    pt_json_truth(&json, "onmogelijk", to->answer->impossible);
    pt_json_truth(&json, "zeker_de_kleinste", to->answer->way_count > 0 && to->answer->exact);
    pt_json_list(&json, "wegen");
    for (size_t i = 0; i < to->answer->way_count; i++)
        add_way_json(to, &json, &to->answer->ways[i]);
    pt_json_close(&json);
    pt_json_list(&json, "gelaten");
    for (size_t i = 0; i < to->of->held_count; i++)
        pt_json_text(
            &json, NULL,
            pt_format(to->arena, "%s.%s", to->of->held[i].subject_name, to->of->held[i].name));
    pt_json_close(&json);
    pt_leeway_json(&json, to->of, to->leeway);
    pt_json_close(&json);
    pt_text_add_char(out, '\n');
}

void pt_why_not_write(pt_text *out, const pt_situation *situation, const pt_why_not *why_not,
                      const pt_leeway *leeway, const pt_style *style)
{
    layout to = {.page = pt_page_create(out, style->language, style->coloured),
                 .arena = out->arena,
                 .language = style->language,
                 .of = situation,
                 .answer = why_not,
                 .leeway = leeway};
    if (style->medium == PT_MEDIUM_JSON)
        write_json(&to, out);
    else {
        add_page(&to);
        pt_leeway_write(&to.page, situation, leeway);
    }
}
