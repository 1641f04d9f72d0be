/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/touches.h"

#include "analyse/uses.h"

/* An expectation of the play in hand about an outcome. */
typedef struct judged {
    uint32_t thing;
    uint32_t ground_of; /* the rule, duty or exception under whose ground; UINT32_MAX: none */
    bool is_law;        /* that ground */
    bool assumed;
} judged;

struct pt_touch_log {
    pt_arena *arena;
    const pt_uses *uses;
    const pt_doubts *doubts;
    uint32_t play_count;
    uint32_t *plays; /* by thing */
    uint32_t *expected;
    uint32_t *resting;
    uint64_t *grounds;
    bool *seen;    /* in the play in hand */
    bool *not_law; /* likewise, with a ground, value or judgement that is not law */
    judged *judgements;
    size_t judged_count;
    size_t judged_capacity;
};

pt_touch_log *pt_touch_log_create(pt_arena *arena, const pt_uses *uses, const pt_doubts *doubts)
{
    pt_touch_log *log = PT_NEW(arena, pt_touch_log);
    log->arena = arena;
    log->uses = uses;
    log->doubts = doubts;
    log->plays = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    log->expected = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    log->resting = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    log->grounds = PT_NEW_ARRAY(arena, uses->thing_count, uint64_t);
    log->seen = PT_NEW_ARRAY(arena, uses->thing_count, bool);
    log->not_law = PT_NEW_ARRAY(arena, uses->thing_count, bool);
    return log;
}

/* --- What gave something ---------------------------------------------------------------------- */

static uint32_t thing_of_rule(const pt_uses *uses, uint16_t rule)
{
    return pt_uses_block(uses, uses->pack->rules[rule].block);
}

static uint32_t thing_of_duty(const pt_uses *uses, uint16_t duty)
{
    return pt_uses_block(uses, uses->pack->duties[duty].block);
}

static uint32_t thing_of_exception(const pt_uses *uses, uint16_t exception)
{
    return pt_uses_block(uses, uses->pack->exceptions[exception].block);
}

static uint32_t thing_of_event(const pt_uses *uses, uint16_t event)
{
    return pt_uses_block(uses, uses->pack->events[event].block);
}

/* The position of a ground in a block; the number of its grounds when it is another's. */
static size_t ground_in(const pt_uses *uses, uint32_t thing, const pt_ground *ground)
{
    const pt_block *block = &uses->pack->blocks[uses->things[thing].index];
    size_t at = 0;
    while (at < block->ground_count && ground != &block->grounds[at])
        at++;
    return at;
}

static bool is_ground_of(const pt_uses *uses, uint32_t thing, const pt_ground *ground)
{
    const pt_block *block = &uses->pack->blocks[uses->things[thing].index];
    return ground_in(uses, thing, ground) < block->ground_count;
}

/* Whose ground it is: of the version itself, or of the exception to it. */
static uint32_t owner_of(const pt_uses *uses, uint32_t thing, uint16_t exception,
                         const pt_ground *ground)
{
    if (ground == NULL)
        return UINT32_MAX;
    if (is_ground_of(uses, thing, ground))
        return thing;
    if (exception != PT_NO_INDEX && is_ground_of(uses, thing_of_exception(uses, exception), ground))
        return thing_of_exception(uses, exception);
    return UINT32_MAX;
}

static void see(pt_touch_log *log, uint32_t thing, uint16_t exception, const pt_ground *ground)
{
    log->seen[thing] = true;
    uint32_t owner = owner_of(log->uses, thing, exception, ground);
    if (owner == UINT32_MAX)
        return;
    size_t at = ground_in(log->uses, owner, ground);
    if (at < 64)
        log->grounds[owner] |= (uint64_t)1 << at;
    if (ground->status != PT_STATUS_LAW)
        log->not_law[owner] = true;
}

static void see_outcome(pt_touch_log *log, const pt_outcome *outcome)
{
    if ((outcome->way != PT_WAY_RULE && outcome->way != PT_WAY_EXCEPTION) ||
        outcome->version == PT_NO_INDEX)
        return;
    see(log, thing_of_rule(log->uses, outcome->version), outcome->exception, outcome->ground);
    if (outcome->exception != PT_NO_INDEX)
        log->seen[thing_of_exception(log->uses, outcome->exception)] = true;
}

static void see_duty(pt_touch_log *log, const pt_duty_state *duty)
{
    if (duty->exception != PT_NO_INDEX)
        log->seen[thing_of_exception(log->uses, duty->exception)] = true;
    if (duty->status != PT_DUTY_ABSENT && duty->version != PT_NO_INDEX)
        see(log, thing_of_duty(log->uses, duty->version), duty->exception, duty->ground);
}

static void see_record(pt_touch_log *log, const pt_run_result *result, const pt_record *record)
{
    switch ((pt_record_kind)record->kind) {
    case PT_RECORD_EVENT:
        if (record->of.event.event != PT_NO_INDEX)
            log->seen[thing_of_event(log->uses, record->of.event.event)] = true;
        break;
    case PT_RECORD_FACT:
        if (record->subject < result->subject_count)
            log->seen[pt_uses_fact(log->uses, result->subject_kinds[record->subject],
                                   record->of.fact.fact)] = true;
        break;
    case PT_RECORD_OUTCOME: see_outcome(log, &record->of.outcome); break;
    case PT_RECORD_DUTY: see_duty(log, &record->of.duty); break;
    case PT_RECORD_DECISION:
    case PT_RECORD_EXPECTATION:
    case PT_RECORD_PROBLEM: break;
    }
}

static void see_world(pt_touch_log *log, const pt_scenario *scenario)
{
    for (uint32_t i = 0; i < scenario->subject_count; i++) {
        const pt_scenario_subject *subject = &scenario->subjects[i];
        for (size_t j = 0; subject->in_world && j < subject->fact_count; j++)
            log->seen[pt_uses_fact(log->uses, subject->kind, subject->facts[j].fact)] = true;
    }
}

static bool is_leant_on(const pt_thing *thing)
{
    return thing->kind == PT_THING_PARAMETER ||
           (thing->kind == PT_THING_BLOCK &&
            (thing->block == PT_BLOCK_WINDOW || thing->block == PT_BLOCK_LIST ||
             thing->block == PT_BLOCK_DIVISION));
}

/* Windows lean on parameters in their turn, so it goes round until nothing is added. */
static void see_leant_on(pt_touch_log *log)
{
    const pt_uses *uses = log->uses;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < uses->use_count; i++) {
            const pt_use *use = &uses->uses[i];
            if (!log->seen[use->by] || log->seen[use->of] || !is_leant_on(&uses->things[use->of]))
                continue;
            log->seen[use->of] = true;
            more = true;
        }
    }
}

/* --- What is expected ------------------------------------------------------------------------- */

/* The outcome or duty that an expectation is about, as last recorded before it was judged. */
static const pt_record *latest(const pt_run_result *result, const pt_record *expectation)
{
    const pt_expectation *expected = expectation->of.expectation.expectation;
    uint8_t kind = expected->name.kind == PT_NAME_DUTY ? PT_RECORD_DUTY : PT_RECORD_OUTCOME;
    for (const pt_record *at = expectation; at > result->records;) {
        at--;
        if (at->kind != kind || at->subject != expected->subject)
            continue;
        uint16_t group = kind == PT_RECORD_DUTY ? at->of.duty.group : at->of.outcome.group;
        if (group == expected->name.index)
            return at;
    }
    return NULL;
}

static void judge(pt_touch_log *log, uint32_t thing, uint16_t exception, const pt_ground *ground,
                  bool assumed)
{
    log->judgements = pt_arena_grow(log->arena, log->judgements, log->judged_count,
                                    &log->judged_capacity, sizeof *log->judgements);
    log->judgements[log->judged_count++] =
        (judged){thing, owner_of(log->uses, thing, exception, ground),
                 ground == NULL || ground->status == PT_STATUS_LAW, assumed};
}

/* Without a record it was not in force, or never came into being: then the law of that day. */
static uint32_t version_on(const pt_uses *uses, const pt_name *name, pt_date day)
{
    const pt_pack *pack = uses->pack;
    bool duty = name->kind == PT_NAME_DUTY;
    const pt_group *group =
        duty ? &pack->duty_groups[name->index] : &pack->rule_groups[name->index];
    uint16_t version = duty ? pt_duty_version(pack, group, day) : pt_rule_version(pack, group, day);
    if (version == PT_NO_INDEX)
        version = group->versions[0];
    return duty ? thing_of_duty(uses, version) : thing_of_rule(uses, version);
}

static void expect_outcome(pt_touch_log *log, const pt_run_result *result, const pt_record *record)
{
    const pt_name *name = &record->of.expectation.expectation->name;
    const pt_record *now = latest(result, record);
    uint16_t version = now == NULL                      ? PT_NO_INDEX
                       : now->kind == PT_RECORD_OUTCOME ? now->of.outcome.version
                                                        : now->of.duty.version;
    if (version == PT_NO_INDEX) {
        log->expected[version_on(log->uses, name, record->day)]++;
        return;
    }
    uint32_t thing = name->kind == PT_NAME_DUTY ? thing_of_duty(log->uses, version)
                                                : thing_of_rule(log->uses, version);
    log->expected[thing]++;
    if (now->kind == PT_RECORD_DUTY)
        judge(log, thing, now->of.duty.exception, now->of.duty.ground, now->of.duty.assumed);
    else
        judge(log, thing, now->of.outcome.exception, now->of.outcome.ground,
              now->of.outcome.assumed);
}

static void expect_name(pt_touch_log *log, const pt_run_result *result, const pt_record *record)
{
    const pt_uses *uses = log->uses;
    const pt_name *name = &record->of.expectation.expectation->name;
    uint32_t subject = record->of.expectation.expectation->subject;
    switch ((pt_name_kind)name->kind) {
    case PT_NAME_FACT:
        if (subject < result->subject_count)
            log->expected[pt_uses_fact(uses, result->subject_kinds[subject], name->index)]++;
        break;
    case PT_NAME_RULE:
    case PT_NAME_DUTY: expect_outcome(log, result, record); break;
    case PT_NAME_WINDOW:
        log->expected[pt_uses_block(uses, uses->pack->windows[name->index].block)]++;
        break;
    case PT_NAME_LIST:
        log->expected[pt_uses_block(uses, uses->pack->lists[name->index].block)]++;
        break;
    }
}

static void expect_duties(pt_touch_log *log, const pt_run_result *result, const pt_record *record)
{
    uint32_t subject = record->of.expectation.expectation->subject;
    const pt_expected_field *field = record->of.expectation.field;
    pt_name name;
    for (size_t i = 0; subject < result->subject_count && i < field->text_count; i++) {
        if (pt_pack_name(log->uses->pack, result->subject_kinds[subject], field->texts[i], &name) &&
            name.kind == PT_NAME_DUTY)
            log->expected[version_on(log->uses, &name, record->day)]++;
    }
}

static void expect(pt_touch_log *log, const pt_run_result *result, const pt_record *record)
{
    const pt_expectation *expectation = record->of.expectation.expectation;
    switch ((pt_expected_kind)expectation->kind) {
    case PT_EXPECT_NAME: expect_name(log, result, record); break;
    case PT_EXPECT_DUTIES: expect_duties(log, result, record); break;
    case PT_EXPECT_DECISIVE: break;
    case PT_EXPECT_HAPPENED:
    case PT_EXPECT_NOT_HAPPENED:
        if (expectation->event != PT_NO_INDEX)
            log->expected[thing_of_event(log->uses, expectation->event)]++;
        break;
    }
}

/* --- What rests on what is not law ------------------------------------------------------------ */

static bool value_is_not_law(const pt_parameter *parameter, const pt_scenario *scenario)
{
    for (size_t i = 0; i < parameter->value_count; i++) {
        const pt_parameter_value *row = &parameter->values[i];
        bool ended = i + 1 < parameter->value_count && row[1].from <= scenario->from;
        if (row->status != PT_STATUS_LAW && row->from <= scenario->until && !ended)
            return true;
    }
    return false;
}

static bool plays_a_part(const pt_touch_log *log, const pt_doubt *doubt,
                         const pt_scenario *scenario)
{
    const pt_thing *thing = &log->uses->things[doubt->thing];
    if (thing->kind == PT_THING_BLOCK)
        return log->not_law[doubt->thing];
    if (!log->seen[doubt->thing])
        return false;
    return thing->kind == PT_THING_FACT ||
           value_is_not_law(&log->uses->pack->parameters[thing->index], scenario);
}

static bool rests(const pt_doubt *doubt, const judged *one)
{
    if (one->ground_of == doubt->thing)
        return !one->is_law;
    return doubt->reached[one->thing] && one->thing != doubt->thing &&
           (one->assumed || !doubt->assumed);
}

static void count_resting(pt_touch_log *log, const pt_scenario *scenario)
{
    for (size_t i = 0; i < log->doubts->count; i++) {
        const pt_doubt *doubt = &log->doubts->all[i];
        if (!plays_a_part(log, doubt, scenario))
            continue;
        for (size_t j = 0; j < log->judged_count; j++)
            log->resting[doubt->thing] += rests(doubt, &log->judgements[j]);
    }
}

/* --- The whole -------------------------------------------------------------------------------- */

static void begin_play(pt_touch_log *log)
{
    for (uint32_t i = 0; i < log->uses->thing_count; i++)
        log->seen[i] = log->not_law[i] = false;
    log->judged_count = 0;
    log->play_count++;
}

void pt_touch_log_add(pt_touch_log *log, const pt_run_result *result)
{
    begin_play(log);
    see_world(log, result->scenario);
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind == PT_RECORD_EXPECTATION)
            expect(log, result, record);
        else
            see_record(log, result, record);
    }
    see_leant_on(log);
    count_resting(log, result->scenario);
    for (uint32_t i = 0; i < log->uses->thing_count; i++)
        log->plays[i] += log->seen[i];
}

pt_touched pt_touch_log_close(pt_touch_log *log, const char *path)
{
    uint32_t count = log->uses->thing_count;
    pt_touched touched = {.path = path,
                          .plays = log->play_count,
                          .touches = PT_NEW_ARRAY(log->arena, count, pt_thing_touch)};
    for (uint32_t i = 0; i < count; i++) {
        if (log->plays[i] > 0 || log->expected[i] > 0 || log->resting[i] > 0)
            touched.touches[touched.touch_count++] = (pt_thing_touch){
                i, log->plays[i], log->expected[i], log->resting[i], log->grounds[i]};
    }
    return touched;
}
