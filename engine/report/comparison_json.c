/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/comparison_json.h"

#include "model/outcome.h"
#include "report/json.h"
#include "report/money_json.h"

void pt_comparison_json_summary(pt_text *out, const pt_comparison_totals *totals)
{
    pt_json json = pt_json_create(out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_number(&json, "parameters", (int64_t)totals->parameters);
    pt_json_number(&json, "teksten", (int64_t)totals->blocks);
    pt_json_number(&json, "regels_anders", (int64_t)totals->rules);
    pt_json_number(&json, "plichten_anders", (int64_t)totals->duties);
    pt_json_number(&json, "steunen_daarop", (int64_t)totals->beyond);
    pt_json_number(&json, "verhalen", (int64_t)totals->stories);
    pt_json_number(&json, "verhalen_anders", (int64_t)totals->differ);
    pt_json_number(&json, "niet_gespeeld", (int64_t)totals->skipped);
    pt_json_truth(&json, "bewezen", totals->proved);
    pt_json_close(&json);
}

static const char *value_words(pt_arena *arena, const pt_pack *pack, pt_value value)
{
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, pack, value);
    return value.kind == PT_UNKNOWN ? NULL : out.bytes;
}

static void put_parameter(pt_json *json, const pt_comparison *c, const pt_parameter_change *change)
{
    const pt_parameter *known = change->after != NULL ? change->after : change->before;
    pt_json_object(json, NULL);
    pt_json_text(json, "naam", known->name);
    pt_json_text(json, "titel", known->title);
    pt_json_date(json, "vanaf", change->from);
    pt_json_date(json, "tot", change->until);
    pt_json_text(json, "was", value_words(json->out->arena, c->before, change->value_before));
    pt_json_text(json, "wordt", value_words(json->out->arena, c->after, change->value_after));
    pt_json_text(json, "bron", change->source_after);
    pt_json_text(json, "variant", pt_parameter_variant(c->after, known, change->from));
    pt_json_close(json);
}

static void put_texts(pt_json *json, const char *key, const char **texts, size_t count)
{
    pt_json_list(json, key);
    for (size_t i = 0; i < count; i++)
        pt_json_text(json, NULL, texts[i]);
    pt_json_close(json);
}

static void put_block(pt_json *json, const pt_block_change *change)
{
    const pt_block *known = change->after != NULL ? change->after : change->before;
    pt_json_object(json, NULL);
    pt_json_text(json, "naam", known->name);
    pt_json_text(json, "titel", known->title);
    pt_json_text(json, "wijze",
                 change->before == NULL  ? "nieuw"
                 : change->after == NULL ? "vervallen"
                                         : "vervangen");
    pt_json_text(json, "bron", known->ground_count > 0 ? known->grounds[0].source : NULL);
    pt_json_text(json, "variant", change->after == NULL ? NULL : known->variant);
    put_texts(json, "tekst", change->lines, change->line_count);
    pt_json_close(json);
}

static void put_duty(pt_json *json, const pt_duty_change *change)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "naam", change->name);
    pt_json_text(json, "onderdeel", change->part);
    pt_json_text(json, "was", change->before);
    pt_json_text(json, "wordt", change->after);
    pt_json_close(json);
}

static void put_zone(pt_json *json, const pt_zone *zone)
{
    pt_json_object(json, NULL);
    put_texts(json, "als", zone->conditions, zone->condition_count);
    pt_json_text(json, "was", zone->before);
    pt_json_text(json, "wordt", zone->after);
    if (zone->witness == NULL)
        pt_json_null(json, "geval");
    else
        put_texts(json, "geval", zone->witness, zone->witness_count);
    pt_json_close(json);
}

static void put_period(pt_json *json, const pt_difference_period *period)
{
    pt_json_object(json, NULL);
    pt_json_date(json, "vanaf", period->from);
    pt_json_date(json, "tot", period->until);
    pt_json_text(json, "dag_van", period->law);
    pt_json_truth(json, "volledig", !period->incomplete);
    pt_json_truth(json, "nagegaan", !period->unproved);
    pt_json_number(json, "paden", (int64_t)period->paths);
    pt_json_list(json, "gebieden");
    for (size_t i = 0; i < period->region_count; i++)
        put_zone(json, &period->regions[i]);
    pt_json_close(json);
    pt_json_close(json);
}

static void put_difference(pt_json *json, const pt_difference *difference)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "soort", difference->of_duty ? "plicht" : "regel");
    pt_json_text(json, "naam", difference->name);
    pt_json_text(json, "onderdeel", difference->path[0] == '\0' ? NULL : difference->path);
    pt_json_truth(json, "zelf_anders", difference->itself);
    pt_json_text(json, "door", difference->causes);
    pt_json_truth(json, "eindpunt", difference->last);
    pt_json_truth(json, "ruimer_dan_nodig", difference->unseen);
    pt_json_truth(json, "vrij", difference->free);
    pt_json_text(json, "door", difference->cause);
    pt_json_list(json, "tijdvakken");
    for (size_t i = 0; i < difference->period_count; i++)
        put_period(json, &difference->periods[i]);
    pt_json_close(json);
    pt_json_close(json);
}

void pt_comparison_json(pt_text *out, const pt_comparison *c)
{
    pt_json json = pt_json_create(out);
    json.indent = 2;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "pakket", c->after->name);
    pt_json_text(&json, "variant", c->after->variant);
    pt_json_truth(&json, "onderwerpen_gelijk", !c->subjects_differ);
    pt_json_truth(&json, "kalender_gelijk", !c->calendars_differ);
    pt_json_list(&json, "parameters");
    for (size_t i = 0; i < c->parameter_count; i++)
        put_parameter(&json, c, &c->parameters[i]);
    pt_json_close(&json);
    pt_json_list(&json, "plichten");
    for (size_t i = 0; i < c->duty_count; i++)
        put_duty(&json, &c->duties[i]);
    pt_json_close(&json);
    pt_json_list(&json, "teksten");
    for (size_t i = 0; i < c->block_count; i++)
        put_block(&json, &c->blocks[i]);
    pt_json_close(&json);
    pt_json_list(&json, "uitkomsten");
    for (size_t i = 0; i < c->difference_count; i++)
        put_difference(&json, &c->differences[i]);
    pt_json_close(&json);
    put_texts(&json, "verandert_niet_mee", c->steady, c->steady_count);
    put_texts(&json, "alleen_via_gebeurtenissen", c->later, c->later_count);
    pt_json_close(&json);
}

/* --- Stories
 * -------------------------------------------------------------------------------------- */

static void put_duty_ends(pt_json *json, const pt_shown_change *change)
{
    static const char *const words[] = {[PT_DUTY_ABSENT] = "geen",
                                        [PT_DUTY_OPEN] = "open",
                                        [PT_DUTY_STANDS_STILL] = "staat_stil",
                                        [PT_DUTY_FULFILLED] = "vervuld",
                                        [PT_DUTY_LATE] = "te_laat",
                                        [PT_DUTY_FULFILLED_LATE] = "te_laat_vervuld",
                                        [PT_DUTY_LAPSED] = "vervallen"};
    pt_json_text(json, "wie", change->bearer);
    pt_json_text(json, "was", words[change->status_before]);
    pt_json_text(json, "wordt", words[change->status_after]);
    pt_json_date(json, "uiterlijk_was", change->due_before);
    pt_json_date(json, "uiterlijk_wordt", change->due_after);
}

static void put_change(pt_json *json, const pt_shown_change *change)
{
    static const char *const kinds[] = {"uitkomst", "plicht", "gebeurtenis"};
    pt_json_object(json, NULL);
    pt_json_text(json, "soort", kinds[change->kind]);
    pt_json_text(json, "wat", pt_format(json->out->arena, "%s.%s", change->subject, change->name));
    pt_json_date(json, "vanaf", change->day);
    if (change->kind == PT_SHOWN_OUTCOME) {
        pt_json_text(json, "was", change->before);
        pt_json_text(json, "wordt", change->after);
        if (change->last_before.kind == PT_MONEY && change->last_after.kind == PT_MONEY)
            pt_json_number(json, "verschil_in_centen",
                           change->last_after.amount - change->last_before.amount);
    } else if (change->kind == PT_SHOWN_DUTY) {
        put_duty_ends(json, change);
    } else {
        pt_json_number(json, "was", change->times_before);
        pt_json_number(json, "wordt", change->times_after);
        pt_json_date(json, "op_was", change->due_before);
        pt_json_date(json, "op_wordt", change->due_after);
    }
    pt_json_text(json, "door", change->cause);
    pt_json_close(json);
}

void pt_story_comparison_json(pt_text *out, const pt_story_comparison *story,
                              const pt_money_table *money)
{
    pt_json json = pt_json_create(out);
    json.indent = 2;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "verhaal", story->name);
    pt_json_text(&json, "titel", story->title);
    pt_json_list(&json, "verschillen");
    for (size_t i = 0; i < story->change_count; i++)
        put_change(&json, &story->changes[i]);
    pt_json_close(&json);
    pt_money_json(&json, "geld", money);
    pt_json_fraction(&json, "minuten_was", story->minutes_before, PT_NUMBER_SCALE);
    pt_json_fraction(&json, "minuten_wordt", story->minutes_after, PT_NUMBER_SCALE);
    pt_json_close(&json);
}
