/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/outcome_json.h"

#include "report/meeting_json.h"
#include "report/money_years.h"
#include "report/summary.h"
#include "report/tally_json.h"
#include "report/term_wording.h"
#include "report/wording.h"

typedef struct writer {
    pt_json *json;
    pt_arena *arena;
    const pt_run_result *result;
} writer;

static const char *kind_word(uint8_t kind)
{
    static const char *const words[] = {
        [PT_UNKNOWN] = "onbekend", [PT_NONE] = "geen",     [PT_YESNO] = "ja_nee",
        [PT_NUMBER] = "getal",     [PT_MONEY] = "bedrag",  [PT_PERCENT] = "percentage",
        [PT_DATE] = "datum",       [PT_DURATION] = "duur", [PT_CHOICE] = "keuze",
        [PT_SUBJECT] = "onderwerp"};
    return words[kind];
}

static const char *status_word(uint8_t status)
{
    static const char *const words[] = {[PT_DUTY_ABSENT] = "geen",
                                        [PT_DUTY_OPEN] = "open",
                                        [PT_DUTY_STANDS_STILL] = "staat_stil",
                                        [PT_DUTY_FULFILLED] = "vervuld",
                                        [PT_DUTY_LATE] = "te_laat",
                                        [PT_DUTY_FULFILLED_LATE] = "te_laat_vervuld",
                                        [PT_DUTY_LAPSED] = "vervallen"};
    return words[status];
}

void pt_outcome_json_value(pt_json *json, const pt_run_result *result, const char *key,
                           pt_value value)
{
    pt_arena *arena = json->out->arena;
    pt_text shown = pt_text_create(arena);
    if (value.kind == PT_SUBJECT)
        pt_text_add(&shown, pt_wording_value(arena, result, value, PT_DUTCH));
    else
        pt_value_show(&shown, result->pack, value);
    pt_json_object(json, key);
    pt_json_text(json, "waarde", shown.bytes);
    pt_json_text(json, "soort", kind_word(value.kind));
    if (pt_is_value(value))
        pt_json_number(json, "exact", value.amount);
    else
        pt_json_null(json, "exact");
    pt_json_close(json);
}

static void add_value(writer *to, const char *key, pt_value value)
{
    pt_outcome_json_value(to->json, to->result, key, value);
}

static void add_place(writer *to, pt_position at)
{
    if (at.source == NULL)
        return;
    pt_json_text(to->json, "bestand", at.source->path);
    pt_json_number(to->json, "regel", at.line);
    pt_json_number(to->json, "kolom", at.column);
}

static const char *block_name(const writer *to, uint32_t block)
{
    return block < to->result->pack->block_count ? to->result->pack->blocks[block].name : NULL;
}

static void add_event(writer *to, const pt_record *record)
{
    const pt_pack *pack = to->result->pack;
    uint16_t event = record->of.event.event;
    pt_json_text(to->json, "gebeurtenis",
                 event < pack->event_count ? block_name(to, pack->events[event].block) : NULL);
    pt_json_date(to->json, "geldt_vanaf", record->of.event.holds_from);
    pt_json_text(to->json, "oorzaak", block_name(to, record->of.event.cause_block));
    pt_json_text(to->json, "reden", record->of.event.cause_reason);
}

static void add_fact(writer *to, const pt_record *record)
{
    const pt_run_result *result = to->result;
    const pt_subject_kind *kind = record->subject < result->subject_count
                                      ? &result->pack->kinds[result->subject_kinds[record->subject]]
                                      : NULL;
    bool known = kind != NULL && record->of.fact.fact < kind->fact_count;
    pt_json_text(to->json, "gegeven", known ? kind->facts[record->of.fact.fact].name : NULL);
    add_value(to, "was", record->of.fact.before);
    add_value(to, "wordt", record->of.fact.after);
    pt_json_date(to->json, "geldt_vanaf", record->of.fact.since);
}

static void add_outcome(writer *to, const pt_outcome *outcome)
{
    const pt_pack *pack = to->result->pack;
    pt_json_text(to->json, "naam",
                 block_name(to, pt_wording_rule_block(pack, outcome->group, outcome->version)));
    add_value(to, "uitkomst", outcome->value);
    pt_json_text(to->json, "reden", pt_wording_reason(to->arena, outcome, PT_DUTCH));
    pt_json_text(to->json, "bron", outcome->ground == NULL ? NULL : outcome->ground->source);
    pt_json_date(to->json, "geldt_tot_en_met", outcome->holds_until);
    pt_json_truth(to->json, "aanname", outcome->assumed);
}

static void add_duty(writer *to, const pt_duty_state *duty)
{
    const pt_pack *pack = to->result->pack;
    pt_json_text(to->json, "naam",
                 block_name(to, pt_wording_duty_block(pack, duty->group, duty->version)));
    pt_json_text(to->json, "status", status_word(duty->status));
    bool borne = duty->bearer != UINT32_MAX || duty->bearer_role != NULL;
    pt_json_text(to->json, "wie",
                 duty->bearer != UINT32_MAX ? pt_wording_subject(to->result, duty->bearer)
                 : borne                    ? duty->bearer_role
                                            : NULL);
    pt_json_date(to->json, "tijdvak", duty->period);
    pt_json_date(to->json, "vanaf", duty->start);
    pt_json_date(to->json, "uiterlijk", duty->due);
    pt_json_date(to->json, "vervuld_op", duty->fulfilled);
    pt_json_date(to->json, "vervallen_op", duty->lapsed);
    pt_json_text(to->json, "bron", duty->ground == NULL ? NULL : duty->ground->source);
    pt_json_truth(to->json, "aanname", duty->assumed);
    pt_json_truth(to->json, "kalender_onbekend", duty->calendar_unknown);
    if (duty->term != NULL)
        pt_term_wording_json(to->json, duty->term);
}

static void add_decision(writer *to, const pt_record *record)
{
    const pt_step *step = record->step;
    if (step == NULL)
        return;
    pt_json_text(to->json, "beslispunt", step->decision);
    pt_json_text(to->json, "vraag", step->question);
    pt_json_text(to->json, "bij", step->by);
    bool chosen = record->of.decision.chosen < step->branch_count;
    pt_json_text(to->json, "gekozen",
                 chosen ? step->branches[record->of.decision.chosen].name : NULL);
    pt_json_list(to->json, "keuzes");
    for (size_t i = 0; i < step->branch_count; i++)
        pt_json_text(to->json, NULL, step->branches[i].name);
    pt_json_close(to->json);
}

static void add_expectation(writer *to, const pt_record *record)
{
    bool failed = !record->of.expectation.passed && !record->of.expectation.unjudged;
    const pt_expected_field *field = record->of.expectation.field;
    pt_json_text(to->json, "wat", record->of.expectation.expectation->written);
    pt_json_text(to->json, "veld", pt_wording_field((pt_expected_field_kind)field->kind));
    pt_json_text(to->json, "oordeel",
                 record->of.expectation.unjudged ? "nog_niet_beoordeeld"
                 : record->of.expectation.passed ? "uitgekomen"
                                                 : "niet_uitgekomen");
    pt_json_text(to->json, "verwacht", record->of.expectation.expected);
    pt_json_text(to->json, "gevonden", record->of.expectation.found);
    if (failed) {
        pt_grounds grounds = pt_summary_grounds(to->arena, to->result, record, PT_DUTCH);
        pt_json_text(to->json, "reden", grounds.reason);
        pt_json_text(to->json, "bron", grounds.source);
    }
    add_place(to, field->at);
}

static void add_record(writer *to, const pt_record *record)
{
    static const char *const kinds[] = {
        [PT_RECORD_EVENT] = "gebeurtenis", [PT_RECORD_FACT] = "gegeven",
        [PT_RECORD_OUTCOME] = "uitkomst",  [PT_RECORD_DUTY] = "plicht",
        [PT_RECORD_DECISION] = "keuze",    [PT_RECORD_EXPECTATION] = "verwachting",
        [PT_RECORD_PROBLEM] = "probleem"};
    pt_json_object(to->json, NULL);
    pt_json_date(to->json, "dag", record->day);
    pt_json_text(to->json, "regelsoort", kinds[record->kind]);
    if (record->subject != UINT32_MAX)
        pt_json_text(to->json, "onderwerp", pt_wording_subject(to->result, record->subject));
    switch ((pt_record_kind)record->kind) {
    case PT_RECORD_EVENT: add_event(to, record); break;
    case PT_RECORD_FACT: add_fact(to, record); break;
    case PT_RECORD_OUTCOME: add_outcome(to, &record->of.outcome); break;
    case PT_RECORD_DUTY: add_duty(to, &record->of.duty); break;
    case PT_RECORD_DECISION: add_decision(to, record); break;
    case PT_RECORD_EXPECTATION: add_expectation(to, record); break;
    case PT_RECORD_PROBLEM: break;
    }
    pt_json_close(to->json);
}

static void add_hash(pt_json *json, const char *key, uint64_t hash)
{
    pt_json_text(json, key, pt_format(json->out->arena, "%016llx", (unsigned long long)hash));
}

static void add_head(writer *to)
{
    const pt_scenario *scenario = to->result->scenario;
    const pt_pack *pack = to->result->pack;
    pt_json_text(to->json, "scenario", scenario->name);
    pt_json_text(to->json, "titel", scenario->title);
    pt_json_text(to->json, "bestand", scenario->source == NULL ? NULL : scenario->source->path);
    add_hash(to->json, "scenario_hash", scenario->hash);
    pt_json_text(to->json, "pakket", pack->name);
    pt_json_text(to->json, "versie", pack->version);
    add_hash(to->json, "pakket_hash", pack->hash);
    pt_json_text(to->json, "variant", pack->variant);
    pt_json_date(to->json, "van", scenario->from);
    pt_json_date(to->json, "tot", scenario->until);
    pt_json_number(to->json, "uitgekomen", (int64_t)to->result->passed);
    pt_json_number(to->json, "niet_uitgekomen", (int64_t)to->result->failed);
    pt_json_number(to->json, "nog_niet_beoordeeld", (int64_t)to->result->unjudged);
    pt_json_truth(to->json, "afgebroken", to->result->broken);
}

static void add_subjects(writer *to)
{
    const pt_run_result *result = to->result;
    pt_json_list(to->json, "onderwerpen");
    for (uint32_t i = 0; i < result->subject_count; i++) {
        pt_json_object(to->json, NULL);
        pt_json_text(to->json, "naam", result->subject_names[i]);
        pt_json_text(to->json, "soort", result->pack->kinds[result->subject_kinds[i]].name);
        pt_json_close(to->json);
    }
    pt_json_close(to->json);
}

static writer create(pt_json *json, const pt_run_result *result)
{
    return (writer){.json = json, .arena = json->out->arena, .result = result};
}

void pt_outcome_json_run(pt_json *json, const pt_run_result *result)
{
    writer to = create(json, result);
    pt_json_object(json, NULL);
    add_head(&to);
    add_subjects(&to);
    pt_meeting_json(json, result);
    pt_tally_json(json, result);
    pt_money_years_json(json, result);
    pt_json_list(json, "tijdlijn");
    for (size_t i = 0; i < result->record_count; i++)
        add_record(&to, &result->records[i]);
    pt_json_close(json);
    pt_json_close(json);
}

void pt_outcome_json_expectations(pt_json *json, const pt_run_result *result)
{
    writer to = create(json, result);
    pt_json_object(json, NULL);
    add_head(&to);
    pt_json_list(json, "verwachtingen");
    for (size_t i = 0; i < result->record_count; i++) {
        if (result->records[i].kind == PT_RECORD_EXPECTATION)
            add_record(&to, &result->records[i]);
    }
    pt_json_close(json);
    pt_json_close(json);
}
