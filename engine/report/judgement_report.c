/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/judgement_report.h"

#include "report/overview.h"
#include "report/wording.h"

enum { FIRST_INDENT = 2, WORD_WIDTH = 14 };

typedef struct writer {
    pt_page *page;
    pt_arena *arena;
    pt_language language;
    const pt_situation *of;
    const pt_leeway *leeway;
} writer;

static const char *value_of(const writer *w, pt_value value)
{
    if (value.kind == PT_DATE && pt_date_valid((pt_date)value.amount))
        return pt_wording_day(w->arena, (pt_date)value.amount, w->language);
    pt_text out = pt_text_create(w->arena);
    pt_value_show(&out, w->of->pack, value);
    return value.kind == PT_CHOICE ? pt_wording_name(w->arena, out.bytes) : out.bytes;
}

static const char *say(const writer *w, pt_message message, const char *const *arguments)
{
    return pt_message_filled(w->arena, message, w->language, arguments);
}

static void add_paragraph(const writer *w, pt_tone tone, const char *text)
{
    pt_page_pad(w->page, FIRST_INDENT);
    pt_page_put(w->page, tone, text);
    pt_page_end(w->page, FIRST_INDENT);
}

static const char *named(const writer *w, uint32_t fact)
{
    const pt_situated_fact *of = &w->of->facts[fact];
    const char *title =
        of->fact->title != NULL ? of->fact->title : pt_wording_name(w->arena, of->fact->name);
    return pt_format(w->arena, "%s (%s)", title, of->subject_name);
}

static pt_value word_of(const pt_situated_fact *fact, int64_t word)
{
    return (pt_value){.kind = fact->fact->type.kind, .set = fact->fact->type.set, .amount = word};
}

/* "so, vso of instelling" */
static const char *words_of(const writer *w, const pt_opinion *opinion)
{
    const pt_situated_fact *fact = &w->of->facts[opinion->fact];
    pt_text out = pt_text_create(w->arena);
    for (int64_t word = 0; word < PT_LIMIT_CHOICE_WORDS; word++) {
        if ((opinion->words >> word & 1) == 0)
            continue;
        bool last = opinion->words >> word == 1;
        if (out.length > 0)
            pt_text_add(&out, last ? say(w, PT_TEXT_WHY_NOT_OR, NULL) : ", ");
        pt_text_add(&out, value_of(w, word_of(fact, word)));
    }
    return out.bytes;
}

static void add_set(const writer *w, const pt_opinions *set, bool first)
{
    for (size_t i = 0; i < set->count; i++) {
        pt_page_pad(w->page, FIRST_INDENT);
        if (i == 0 && first)
            pt_page_put(w->page, PT_TONE_STRONG, value_of(w, set->outcome));
        pt_page_pad(w->page, FIRST_INDENT + WORD_WIDTH);
        pt_message how = i > 0   ? PT_TEXT_JUDGEMENT_AND
                         : first ? PT_TEXT_JUDGEMENT_IF
                                 : PT_TEXT_JUDGEMENT_OR_IF;
        pt_page_say(w->page, PT_TONE_PLAIN, how,
                    PT_ARGS(named(w, set->opinions[i].fact), words_of(w, &set->opinions[i])));
        pt_page_end(w->page, FIRST_INDENT + WORD_WIDTH + 2);
    }
}

/* "plaatsruimte (a1): ja, onevenredig beslag (g1): onbekend" */
static const char *as_they_stood(const writer *w, const uint32_t *facts, size_t count)
{
    pt_text out = pt_text_create(w->arena);
    for (size_t i = 0; i < count; i++)
        pt_text_format(&out, "%s%s: %s", i == 0 ? "" : "; ", named(w, facts[i]),
                       value_of(w, w->of->facts[facts[i]].value));
    return out.bytes;
}

static void add_sets(const writer *w)
{
    const pt_leeway *l = w->leeway;
    pt_page_blank(w->page);
    for (size_t i = 0; i < l->set_count; i++)
        add_set(w, &l->sets[i],
                i == 0 || !pt_value_equal(l->sets[i].outcome, l->sets[i - 1].outcome));
}

void pt_leeway_write(pt_page *page, const pt_situation *situation, const pt_leeway *leeway)
{
    if (leeway == NULL || leeway->fact_count + leeway->amount_count == 0)
        return;
    writer w = {page, page->out->arena, page->language, situation, leeway};
    pt_overview_heading(page, say(&w, PT_TEXT_JUDGEMENT_HEADING, NULL));
    if (leeway->fact_count > 0)
        add_paragraph(&w, PT_TONE_PLAIN,
                      say(&w, PT_TEXT_JUDGEMENT_RESTS,
                          PT_ARGS(as_they_stood(&w, leeway->facts, leeway->fact_count))));
    if (leeway->too_many)
        add_paragraph(&w, PT_TONE_DOUBT,
                      say(&w, PT_TEXT_JUDGEMENT_TOO_MANY,
                          PT_ARGS(pt_format(w.arena, "%zu", leeway->fact_count))));
    else if (leeway->outcomes > 1)
        add_sets(&w);
    else if (leeway->fact_count > 0)
        add_paragraph(
            &w, PT_TONE_STRONG,
            say(&w, PT_TEXT_JUDGEMENT_SAME, PT_ARGS(value_of(&w, leeway->sets[0].outcome))));
    if (leeway->amount_count > 0)
        add_paragraph(&w, PT_TONE_FAINT,
                      say(&w, PT_TEXT_JUDGEMENT_AMOUNTS,
                          PT_ARGS(as_they_stood(&w, leeway->amounts, leeway->amount_count))));
}

/* --- JSON ------------------------------------------------------------------------------------- */

static const char *plain(const writer *w, pt_value value)
{
    pt_text out = pt_text_create(w->arena);
    pt_value_show(&out, w->of->pack, value);
    return out.bytes;
}

static void add_fact_json(const writer *w, pt_json *json, uint32_t fact)
{
    pt_json_text(json, "onderwerp", w->of->facts[fact].subject_name);
    pt_json_text(json, "gegeven", w->of->facts[fact].fact->name);
}

static void add_facts_json(const writer *w, pt_json *json, const char *key, const uint32_t *facts,
                           size_t count)
{
    pt_json_list(json, key);
    for (size_t i = 0; i < count; i++) {
        pt_json_object(json, NULL);
        add_fact_json(w, json, facts[i]);
        pt_json_text(json, "was", plain(w, w->of->facts[facts[i]].value));
        pt_json_text(json, "eigenaar", w->of->facts[facts[i]].fact->owner);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_opinion_json(const writer *w, pt_json *json, const pt_opinion *opinion)
{
    const pt_situated_fact *fact = &w->of->facts[opinion->fact];
    pt_json_object(json, NULL);
    add_fact_json(w, json, opinion->fact);
    pt_json_list(json, "is");
    for (int64_t word = 0; word < PT_LIMIT_CHOICE_WORDS; word++)
        if ((opinion->words >> word & 1) != 0)
            pt_json_text(json, NULL, plain(w, word_of(fact, word)));
    pt_json_close(json);
    pt_json_close(json);
}

void pt_leeway_json(pt_json *json, const pt_situation *situation, const pt_leeway *leeway)
{
    if (leeway == NULL || leeway->fact_count + leeway->amount_count == 0)
        return;
    writer w = {.arena = json->out->arena, .of = situation, .leeway = leeway};
    pt_json_object(json, "oordelen");
    add_facts_json(&w, json, "rust_op", leeway->facts, leeway->fact_count);
    add_facts_json(&w, json, "gelaten", leeway->amounts, leeway->amount_count);
    pt_json_truth(json, "te_veel", leeway->too_many);
    pt_json_list(json, "uitkomsten");
    for (size_t i = 0; i < leeway->set_count; i++) {
        pt_json_object(json, NULL);
        pt_json_text(json, "waarde", plain(&w, leeway->sets[i].outcome));
        pt_json_list(json, "als");
        for (size_t j = 0; j < leeway->sets[i].count; j++)
            add_opinion_json(&w, json, &leeway->sets[i].opinions[j]);
        pt_json_close(json);
        pt_json_close(json);
    }
    pt_json_close(json);
    pt_json_close(json);
}
