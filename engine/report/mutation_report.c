/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/mutation_report.h"

#include "report/json.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { COUNT_COLUMN = 38, PERCENT_COLUMN = 54, MOST_LISTED = 20 };

typedef struct writing {
    pt_page page;
    pt_arena *arena;
    const pt_mutation *mutation;
    const pt_mutation_wish *wish;
} writing;

static const pt_message kind_names[PT_FAULT_KINDS] = {
    [PT_FAULT_STRICTER] = PT_TEXT_FAULT_STRICTER,
    [PT_FAULT_LOOSER] = PT_TEXT_FAULT_LOOSER,
    [PT_FAULT_FLIPPED] = PT_TEXT_FAULT_FLIPPED,
    [PT_FAULT_ALWAYS] = PT_TEXT_FAULT_ALWAYS,
    [PT_FAULT_NEVER] = PT_TEXT_FAULT_NEVER,
    [PT_FAULT_SWAPPED] = PT_TEXT_FAULT_SWAPPED,
    [PT_FAULT_NO_EXCEPTION] = PT_TEXT_FAULT_NO_EXCEPTION,
    [PT_FAULT_UNIT] = PT_TEXT_FAULT_UNIT,
    [PT_FAULT_LONGER] = PT_TEXT_FAULT_LONGER,
    [PT_FAULT_SHORTER] = PT_TEXT_FAULT_SHORTER,
    [PT_FAULT_NO_STANDSTILL] = PT_TEXT_FAULT_NO_STANDSTILL,
    [PT_FAULT_NO_EXTENSION] = PT_TEXT_FAULT_NO_EXTENSION,
    [PT_FAULT_LATER] = PT_TEXT_FAULT_LATER,
    [PT_FAULT_EARLIER] = PT_TEXT_FAULT_EARLIER,
    [PT_FAULT_ENDS_LATER] = PT_TEXT_FAULT_ENDS_LATER,
    [PT_FAULT_ENDS_EARLIER] = PT_TEXT_FAULT_ENDS_EARLIER,
    [PT_FAULT_VALUE_UP] = PT_TEXT_FAULT_VALUE_UP,
    [PT_FAULT_VALUE_DOWN] = PT_TEXT_FAULT_VALUE_DOWN,
    [PT_FAULT_VALUE_LATER] = PT_TEXT_FAULT_VALUE_LATER,
    [PT_FAULT_VALUE_EARLIER] = PT_TEXT_FAULT_VALUE_EARLIER,
};

static const char *number(const writing *w, uint64_t amount)
{
    return pt_format(w->arena, "%llu", (unsigned long long)amount);
}

static const char *words(const writing *w, pt_message message, const char *const *arguments)
{
    return pt_message_filled(w->arena, message, w->page.language, arguments);
}

static size_t counted(const pt_mutation *mutation)
{
    return mutation->fates[PT_FATE_NOTICED] + mutation->fates[PT_FATE_SURVIVED] +
           mutation->fates[PT_FATE_UNREACHED];
}

static size_t per_mille(size_t part, size_t whole)
{
    return whole == 0 ? 1000 : part * 1000 / whole;
}

bool pt_mutation_short(const pt_mutation *mutation, uint32_t minimum)
{
    return mutation->fates[PT_FATE_NOTICED] * 100 < counted(mutation) * minimum;
}

static const char *percentage(const writing *w, size_t part, size_t whole)
{
    size_t tenths = per_mille(part, whole);
    return pt_format(w->arena, "%3zu%c%zu %%", tenths / 10,
                     w->page.language == PT_DUTCH ? ',' : '.', tenths % 10);
}

static const char *name_of(const writing *w, const pt_mutant *mutant)
{
    const pt_pack *pack = w->mutation->pack;
    return mutant->block == UINT32_MAX ? pack->parameters[mutant->index].name
                                       : pack->blocks[mutant->block].name;
}

/* --- For people ------------------------------------------------------------------------------- */

static void write_head(writing *w)
{
    const pt_mutation *m = w->mutation;
    pt_overview_heading(&w->page, words(w, PT_TEXT_MUTATE_OF, PT_ARGS(m->pack->name)));
    pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_COVER_PLAYED,
                PT_ARGS(number(w, m->scenarios), number(w, m->plays)));
    if (m->elsewhere > 0)
        pt_page_say(&w->page, PT_TONE_DOUBT, PT_TEXT_COVER_ELSEWHERE,
                    PT_ARGS(number(w, m->elsewhere)));
    if (m->red > 0)
        pt_page_say(&w->page, PT_TONE_BAD, PT_TEXT_MUTATE_RED, PT_ARGS(number(w, m->red)));
    pt_page_end(&w->page, 2);
    if (m->possible > m->count) {
        pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_MUTATE_SAMPLE,
                    PT_ARGS(number(w, m->count), number(w, m->possible)));
        pt_page_end(&w->page, 2);
    }
}

static void write_score(writing *w)
{
    const pt_mutation *m = w->mutation;
    size_t noticed = m->fates[PT_FATE_NOTICED];
    pt_page_blank(&w->page);
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_say(&w->page, PT_TONE_STRONG, PT_TEXT_MUTATE_SCORE,
                PT_ARGS(number(w, noticed), number(w, counted(m))));
    pt_page_put(&w->page, PT_TONE_STRONG, "  ");
    pt_page_put(&w->page, PT_TONE_STRONG, percentage(w, noticed, counted(m)));
    if (pt_mutation_short(m, w->wish->minimum)) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_BAD, PT_TEXT_MUTATE_MINIMUM_MISSED,
                    PT_ARGS(number(w, w->wish->minimum)));
    }
    pt_page_end(&w->page, 4);
}

static void write_fate(writing *w, pt_fate fate, pt_message message)
{
    if (w->mutation->fates[fate] == 0)
        return;
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_say(&w->page, PT_TONE_PLAIN, message, PT_ARGS(number(w, w->mutation->fates[fate])));
    pt_page_end(&w->page, 4);
}

static void write_kinds(writing *w)
{
    pt_overview_heading(&w->page, words(w, PT_TEXT_MUTATE_BY_KIND, NULL));
    for (int kind = 0; kind < PT_FAULT_KINDS; kind++) {
        size_t noticed = w->mutation->of_kind[kind][1];
        size_t all = noticed + w->mutation->of_kind[kind][0];
        if (all == 0)
            continue;
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_PLAIN, kind_names[kind], NULL);
        pt_page_pad(&w->page, COUNT_COLUMN);
        pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_COVER_SHARE,
                    PT_ARGS(number(w, noticed), number(w, all)));
        pt_page_pad(&w->page, PERCENT_COLUMN);
        pt_page_put(&w->page, noticed == all ? PT_TONE_GOOD : PT_TONE_STRONG,
                    percentage(w, noticed, all));
        pt_page_end(&w->page, PERCENT_COLUMN);
    }
}

static void write_mutant(writing *w, const pt_judged_mutant *judged)
{
    const pt_mutant *mutant = judged->mutant;
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_put(&w->page, PT_TONE_STRONG, name_of(w, mutant));
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_say(&w->page, PT_TONE_DOUBT, kind_names[mutant->kind], NULL);
    if (mutant->before != NULL)
        pt_page_put(&w->page, PT_TONE_PLAIN, pt_format(w->arena, ": %s", mutant->before));
    if (mutant->after != NULL)
        pt_page_put(&w->page, PT_TONE_PLAIN,
                    pt_format(w->arena, mutant->kind == PT_FAULT_SWAPPED ? " ⇄ %s" : " → %s",
                              mutant->after));
    pt_page_put(&w->page, PT_TONE_FAINT,
                pt_format(w->arena, "  %s", pt_wording_place(w->arena, mutant->at)));
    if (judged->passed > 0) {
        pt_page_put(&w->page, PT_TONE_FAINT, "  ");
        pt_page_say(&w->page, PT_TONE_FAINT, PT_TEXT_MUTATE_PASSED,
                    PT_ARGS(number(w, judged->passed)));
    }
    pt_page_end(&w->page, 6);
    if (judged->witness == NULL)
        return;
    pt_page_put(&w->page, PT_TONE_FAINT, "      ");
    pt_page_put(&w->page, PT_TONE_FAINT, judged->witness);
    pt_page_end(&w->page, 8);
}

static void write_list(writing *w, pt_fate fate, pt_message heading)
{
    size_t count = 0;
    for (size_t i = 0; i < w->mutation->count; i++) {
        if (w->mutation->mutants[i].fate != fate)
            continue;
        if (count == 0)
            pt_overview_heading(&w->page, words(w, heading, NULL));
        if (count++ < MOST_LISTED || w->wish->everything)
            write_mutant(w, &w->mutation->mutants[i]);
    }
    if (count > MOST_LISTED && !w->wish->everything) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_FAINT, PT_TEXT_COVER_MORE,
                    PT_ARGS(number(w, count - MOST_LISTED)));
        pt_page_end(&w->page, 2);
    }
}

static void write_people(writing *w)
{
    write_head(w);
    write_score(w);
    write_fate(w, PT_FATE_SURVIVED, PT_TEXT_MUTATE_SURVIVED_COUNT);
    write_fate(w, PT_FATE_UNREACHED, PT_TEXT_MUTATE_UNREACHED_COUNT);
    if (w->mutation->undecided > 0) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_MUTATE_UNDECIDED_COUNT,
                    PT_ARGS(number(w, w->mutation->undecided)));
        pt_page_end(&w->page, 4);
    }
    write_fate(w, PT_FATE_EQUIVALENT, PT_TEXT_MUTATE_EQUIVALENT_COUNT);
    write_fate(w, PT_FATE_STILLBORN, PT_TEXT_MUTATE_STILLBORN_COUNT);
    write_kinds(w);
    write_list(w, PT_FATE_SURVIVED, PT_TEXT_MUTATE_SURVIVED);
    write_list(w, PT_FATE_UNREACHED, PT_TEXT_MUTATE_UNREACHED);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void json_mutant(writing *w, pt_json *json, const pt_judged_mutant *judged)
{
    static const char *const fates[PT_FATES] = {[PT_FATE_NOTICED] = "opgemerkt",
                                                [PT_FATE_SURVIVED] = "niet_opgemerkt",
                                                [PT_FATE_UNREACHED] = "niet_geraakt",
                                                [PT_FATE_EQUIVALENT] = "geen_verschil",
                                                [PT_FATE_STILLBORN] = "niet_te_lezen"};
    const pt_mutant *mutant = judged->mutant;
    pt_json_object(json, NULL);
    pt_json_text(json, "lot", fates[judged->fate]);
    pt_json_text(json, "naam", name_of(w, mutant));
    pt_json_text(json, "fout", words(w, kind_names[mutant->kind], NULL));
    pt_json_text(json, "was", mutant->before);
    pt_json_text(json, "werd", mutant->after);
    pt_json_text(json, "plaats", pt_wording_place(w->arena, mutant->at));
    pt_json_number(json, "langsgekomen", (int64_t)judged->passed);
    pt_json_text(json, "geval", judged->witness);
    pt_json_close(json);
}

static void write_json(writing *w)
{
    const pt_mutation *m = w->mutation;
    pt_json json = pt_json_create(w->page.out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "pakket", m->pack->name);
    pt_json_text(&json, "variant", m->pack->variant);
    pt_json_number(&json, "scenarios", (int64_t)m->scenarios);
    pt_json_number(&json, "spelen", (int64_t)m->plays);
    pt_json_number(&json, "onder_variant", (int64_t)m->elsewhere);
    pt_json_number(&json, "spelen_met_fout", (int64_t)m->red);
    pt_json_number(&json, "mogelijk", (int64_t)m->possible);
    pt_json_number(&json, "geprobeerd", (int64_t)m->count);
    pt_json_number(&json, "opgemerkt", (int64_t)m->fates[PT_FATE_NOTICED]);
    pt_json_number(&json, "niet_opgemerkt", (int64_t)m->fates[PT_FATE_SURVIVED]);
    pt_json_number(&json, "niet_geraakt", (int64_t)m->fates[PT_FATE_UNREACHED]);
    pt_json_number(&json, "geen_verschil", (int64_t)m->fates[PT_FATE_EQUIVALENT]);
    pt_json_number(&json, "onbeslist", (int64_t)m->undecided);
    pt_json_number(&json, "niet_te_lezen", (int64_t)m->fates[PT_FATE_STILLBORN]);
    pt_json_number(&json, "promille", (int64_t)per_mille(m->fates[PT_FATE_NOTICED], counted(m)));
    pt_json_list(&json, "fouten");
    for (size_t i = 0; i < m->count; i++)
        if (m->mutants[i].fate != PT_FATE_NOTICED)
            json_mutant(w, &json, &m->mutants[i]);
    pt_json_close(&json);
    pt_json_close(&json);
}

void pt_mutation_write(pt_text *out, const pt_mutation *mutation, const pt_style *style,
                       const pt_mutation_wish *wish)
{
    writing w = {.page = pt_page_create(out, style->language, style->coloured),
                 .arena = out->arena,
                 .mutation = mutation,
                 .wish = wish};
    if (style->medium == PT_MEDIUM_JSON)
        write_json(&w);
    else
        write_people(&w);
}
