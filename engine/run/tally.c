/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/tally.h"

#include <string.h>

#include "base/map.h"
#include "run/evaluate.h"
#include "run/reason.h"

/* So that a sum over all events of a run stays far from the end of the numbers. */
enum { MOST_COUNTED = 1000000, MOST_MINUTES = 10000000, MOST_RATE = 100000000 };

typedef struct tallying {
    pt_arena *arena;
    pt_world *world;
    const pt_run_result *result;
    const pt_pack *pack;
    pt_tally *made;
    pt_map duties;      /* by subject, group and period: index in `late` */
    uint8_t *last;      /* last status of each */
    bool *late;         /* was it ever */
    bool *broke;        /* by subject: one of its duties was late */
    pt_map bearers;     /* name: burden */
    pt_map bottlenecks; /* by subject and group */
    size_t burden_capacity;
    size_t bottleneck_capacity;
    uint16_t proposals, points;
} tallying;

/* --- Asking ----------------------------------------------------------------------------------- */

static bool asked(const tallying *t, uint32_t subject, const char *name, pt_name *found)
{
    return subject < t->result->subject_count &&
           pt_pack_name(t->pack, t->result->subject_kinds[subject], name, found);
}

static pt_value fact_of(const tallying *t, uint32_t subject, const char *name)
{
    pt_name found;
    if (!asked(t, subject, name, &found) || found.kind != PT_NAME_FACT ||
        !t->world->subjects[subject].alive)
        return pt_unknown();
    return t->world->subjects[subject].facts[found.index].value;
}

static uint32_t referred(const tallying *t, uint32_t subject, const char *name)
{
    const pt_subject *one = &t->world->subjects[subject];
    uint16_t index = pt_pack_reference(t->pack, one->kind, name);
    return index == PT_NO_INDEX || one->references == NULL ? PT_NOBODY : one->references[index];
}

static pt_date day_of(const tallying *t, uint32_t subject, const char *name)
{
    pt_value value = fact_of(t, subject, name);
    return value.kind == PT_DATE ? (pt_date)value.amount : PT_DATE_NONE;
}

/* The outcome of a rule at the end; NULL: there is no such rule. */
static const pt_outcome *outcome_of(const tallying *t, uint32_t subject, const char *name)
{
    pt_name found;
    if (!asked(t, subject, name, &found) || found.kind != PT_NAME_RULE)
        return NULL;
    pt_outcome *kept = PT_NEW(t->arena, pt_outcome);
    *kept = *pt_rule_outcome(t->world, subject, found.index);
    return kept;
}

static bool is_word(const tallying *t, const pt_outcome *outcome, const char *word)
{
    return outcome != NULL && outcome->value.kind == PT_CHOICE &&
           strcmp(t->pack->choices[outcome->value.set].words[outcome->value.amount], word) == 0;
}

/* --- Decisions -------------------------------------------------------------------------------- */

static void tell(const tallying *t, pt_tally_decision *one, uint32_t point, const char *rule,
                 const pt_outcome *outcome)
{
    one->rule = rule;
    one->reason = pt_rule_reason(t->world, t->arena, point, outcome->group);
    one->source = outcome->ground == NULL ? NULL : outcome->ground->source;
}

/* What a vote about the proposal makes of it; a later vote comes over an earlier one. */
static void take_vote(const tallying *t, pt_tally_decision *one, uint32_t point)
{
    const pt_outcome *result = outcome_of(t, point, "uitslag");
    const pt_outcome *validity = outcome_of(t, point, "geldigheid");
    const pt_outcome *part = outcome_of(t, point, "rol_van_orgaan");
    bool taken = is_word(t, result, "aangenomen");
    bool decides = is_word(t, part, "beslist") || is_word(t, validity, "nietig");
    if (taken && decides && validity != NULL) {
        one->decided = is_word(t, validity, "geldig")          ? PT_DECIDED_VALID
                       : is_word(t, validity, "vernietigbaar") ? PT_DECIDED_VOIDABLE
                       : is_word(t, validity, "nietig")        ? PT_DECIDED_VOID
                                                               : PT_DECIDED_NOT;
        tell(t, one, point, "geldigheid", validity);
    } else if (result != NULL && one->decided == PT_DECIDED_NOT && !taken) {
        tell(t, one, point, "uitslag", result);
    }
}

static void add_decision(tallying *t, uint32_t subject)
{
    pt_tally_decision *one = &t->made->decisions[t->made->decision_count++];
    *one = (pt_tally_decision){.subject = subject,
                               .name = t->result->subject_names[subject],
                               .sort = fact_of(t, subject, "besluit"),
                               .decided = PT_DECIDED_NOT,
                               .put_forward = day_of(t, subject, "voorgelegd_op"),
                               .taken = day_of(t, subject, "genomen_op"),
                               .late = t->broke[subject]};
    for (uint32_t i = 0; i < t->world->subject_count; i++) {
        if (t->world->subjects[i].alive && t->world->subjects[i].kind == t->points &&
            referred(t, i, "voorstel") == subject)
            take_vote(t, one, i);
    }
    t->made->decided[one->decided]++;
    t->made->decided_late += one->late;
}

static void add_decisions(tallying *t)
{
    t->made->decisions = PT_NEW_ARRAY(t->arena, t->world->subject_count, pt_tally_decision);
    t->points = pt_pack_kind(t->pack, "agendapunt");
    t->proposals = pt_pack_kind(t->pack, "voorstel");
    uint16_t meetings = pt_pack_kind(t->pack, "vergadering");
    uint16_t votes = pt_pack_kind(t->pack, "stem"), seats = pt_pack_kind(t->pack, "zetel");
    for (uint32_t i = 0; i < t->world->subject_count; i++) {
        const pt_subject *one = &t->world->subjects[i];
        if (!one->alive)
            continue;
        if (one->kind == t->proposals)
            add_decision(t, i);
        t->made->meetings += one->kind == meetings;
        const pt_outcome *counts = one->kind == votes ? outcome_of(t, i, "telt_mee") : NULL;
        t->made->own_matters +=
            counts != NULL && pt_is_yes(counts->value) && pt_is_yes(fact_of(t, i, "eigen_zaak"));
        const pt_outcome *both = one->kind == seats ? outcome_of(t, i, "onverenigbaar") : NULL;
        t->made->incompatible += both != NULL && pt_is_yes(both->value);
    }
}

/* --- Duties ----------------------------------------------------------------------------------- */

static void note_duty(tallying *t, const pt_record *record)
{
    const pt_duty_state *duty = &record->of.duty;
    if (duty->version == PT_NO_INDEX || t->pack->duties[duty->version].faculty ||
        (pt_date_valid(duty->due) && duty->due + 1 < t->result->scenario->from))
        return;
    const char *key =
        pt_format(t->arena, "%u %u %d", record->subject, (unsigned)duty->group, (int)duty->period);
    uint32_t index = (uint32_t)t->duties.count;
    if (!pt_map_add(&t->duties, key, index))
        pt_map_find(&t->duties, key, &index);
    t->last[index] = duty->status;
    t->late[index] =
        t->late[index] || duty->status == PT_DUTY_LATE || duty->status == PT_DUTY_FULFILLED_LATE;
}

static void add_duties(tallying *t)
{
    t->last = PT_NEW_ARRAY(t->arena, t->result->record_count, uint8_t);
    t->late = PT_NEW_ARRAY(t->arena, t->result->record_count, bool);
    t->broke = PT_NEW_ARRAY(t->arena, t->world->subject_count, bool);
    for (size_t i = 0; i < t->result->record_count; i++) {
        if (t->result->records[i].kind == PT_RECORD_DUTY)
            note_duty(t, &t->result->records[i]);
    }
    for (size_t i = 0; i < t->duties.count; i++) {
        t->made->duties_late += t->late[i];
        t->made->duties_kept += !t->late[i] && t->last[i] == PT_DUTY_FULFILLED;
    }
}

/* --- Burdens ---------------------------------------------------------------------------------- */

typedef struct counted {
    int64_t amount, least, most;
    bool assumed;
} counted;

static int64_t within(int64_t amount, int64_t most)
{
    return amount < 0 ? 0 : amount > most ? most : amount;
}

static counted count_of(const tallying *t, const pt_quantity *quantity, uint32_t subject,
                        pt_date day)
{
    int64_t most = (int64_t)MOST_COUNTED * PT_NUMBER_SCALE;
    counted made = {quantity->amount, quantity->amount, quantity->amount, false};
    if (quantity->input != NULL) {
        pt_value value =
            pt_input_for(t->world, quantity->input, subject, pt_law_today(t->world)).value;
        made.amount = made.least = made.most = value.kind == PT_NUMBER ? value.amount : 0;
    } else if (quantity->parameter != PT_NO_INDEX) {
        const pt_parameter_value *row = NULL;
        pt_value value = pt_parameter_on(&t->pack->parameters[quantity->parameter], day, &row);
        made.amount = made.least = made.most = value.kind == PT_NUMBER ? value.amount : 0;
        made.assumed = row != NULL && row->status == PT_STATUS_ASSUMPTION;
        if (row != NULL && row->low.kind == PT_NUMBER)
            made.least = row->low.amount;
        if (row != NULL && row->high.kind == PT_NUMBER)
            made.most = row->high.amount;
    }
    return (counted){within(made.amount, most), within(made.least, most), within(made.most, most),
                     made.assumed};
}

static int64_t product(int64_t minutes, int64_t times)
{
    return within(minutes * times / PT_NUMBER_SCALE, (int64_t)MOST_MINUTES * PT_NUMBER_SCALE);
}

/* Minutes at an hourly rate, to the nearest cent. */
static int64_t cents_of(const tallying *t, const pt_burden *burden, int64_t minutes, pt_date day)
{
    if (burden->rate == PT_NO_INDEX)
        return 0;
    pt_value rate = pt_parameter_on(&t->pack->parameters[burden->rate], day, NULL);
    int64_t hour = (int64_t)60 * PT_NUMBER_SCALE;
    return rate.kind == PT_MONEY ? (minutes * within(rate.amount, MOST_RATE) + hour / 2) / hour : 0;
}

static const char *bearer_of(const tallying *t, const pt_burden *burden, uint32_t subject)
{
    if (burden->bearer_role != NULL)
        return burden->bearer_role;
    uint32_t found = pt_world_follow(t->world, subject, &burden->bearer);
    return found == PT_NOBODY ? NULL : t->result->subject_names[found];
}

static pt_tally_burden *burden_of(tallying *t, const char *bearer)
{
    uint32_t index = (uint32_t)t->made->burden_count;
    if (!pt_map_add(&t->bearers, bearer, index)) {
        pt_map_find(&t->bearers, bearer, &index);
        return &t->made->burdens[index];
    }
    t->made->burdens = pt_arena_grow(t->arena, t->made->burdens, index, &t->burden_capacity,
                                     sizeof *t->made->burdens);
    t->made->burdens[t->made->burden_count++] = (pt_tally_burden){.bearer = bearer};
    return &t->made->burdens[index];
}

static void add_to(pt_tally_burden *sum, const pt_tally_burden *one)
{
    sum->minutes += one->minutes;
    sum->least += one->least;
    sum->most += one->most;
    sum->cents += one->cents;
    sum->times += one->times;
    sum->assumed = sum->assumed || one->assumed;
}

static void add_burden(tallying *t, const pt_burden *burden, uint32_t subject, pt_date day)
{
    const char *bearer = bearer_of(t, burden, subject);
    counted minutes = count_of(t, &burden->minutes, subject, day);
    counted times = count_of(t, &burden->times, subject, day);
    pt_tally_burden one = {.minutes = product(minutes.amount, times.amount),
                           .least = product(minutes.least, times.least),
                           .most = product(minutes.most, times.most),
                           .times = 1,
                           .assumed = minutes.assumed || times.assumed};
    one.cents = cents_of(t, burden, one.minutes, day);
    if (bearer == NULL || one.most == 0)
        return;
    add_to(burden_of(t, bearer), &one);
    add_to(&t->made->total, &one);
}

static void add_burdens(tallying *t)
{
    for (size_t i = 0; i < t->result->record_count; i++) {
        const pt_record *record = &t->result->records[i];
        if (record->kind != PT_RECORD_EVENT || record->of.event.event == PT_NO_INDEX ||
            record->subject == UINT32_MAX)
            continue;
        const pt_event *event = &t->pack->events[record->of.event.event];
        for (uint16_t j = 0; j < event->burden_count; j++)
            add_burden(t, &event->burdens[j], record->subject, record->day);
    }
}

/* --- Bottlenecks ------------------------------------------------------------------------------ */

static const pt_bottleneck *mark_of(const tallying *t, const pt_outcome *outcome)
{
    uint16_t version = outcome->version;
    if (version == PT_NO_INDEX)
        version = t->pack->rule_groups[outcome->group].versions[0];
    return t->pack->rules[version].bottleneck;
}

static void note_bottleneck(tallying *t, const pt_record *record)
{
    const pt_outcome *outcome = &record->of.outcome;
    bool yes = pt_is_yes(outcome->value) && mark_of(t, outcome) != NULL;
    const char *key = pt_format(t->arena, "%u %u", record->subject, (unsigned)outcome->group);
    uint32_t index = 0;
    bool known = pt_map_find(&t->bottlenecks, key, &index);
    if (!known && !yes)
        return;
    if (!known) {
        index = (uint32_t)t->made->bottleneck_count;
        pt_map_add(&t->bottlenecks, key, index);
        t->made->bottlenecks =
            pt_arena_grow(t->arena, t->made->bottlenecks, t->made->bottleneck_count++,
                          &t->bottleneck_capacity, sizeof *t->made->bottlenecks);
        t->made->bottlenecks[index] =
            (pt_tally_bottleneck){.group = outcome->group,
                                  .mark = mark_of(t, outcome),
                                  .subject = record->subject,
                                  .name = t->result->subject_names[record->subject],
                                  .since = record->day};
    }
    pt_tally_bottleneck *one = &t->made->bottlenecks[index];
    if (yes) {
        one->reason = outcome->reason;
        one->source = outcome->ground == NULL ? NULL : outcome->ground->source;
    }
    pt_date after = t->result->scenario->until + 1;
    if (yes && !one->still)
        one->days += after - record->day;
    else if (!yes && one->still)
        one->days -= after - record->day;
    one->still = yes;
}

static void add_bottlenecks(tallying *t)
{
    for (uint16_t i = 0; i < t->pack->rule_group_count; i++)
        t->made->bottlenecks_asked +=
            t->pack->rules[t->pack->rule_groups[i].versions[0]].bottleneck != NULL;
    for (size_t i = 0; t->made->bottlenecks_asked > 0 && i < t->result->record_count; i++) {
        if (t->result->records[i].kind == PT_RECORD_OUTCOME)
            note_bottleneck(t, &t->result->records[i]);
    }
}

const pt_tally *pt_tally_of(pt_arena *arena, pt_world *world, const pt_run_result *result)
{
    tallying t = {.arena = arena,
                  .world = world,
                  .result = result,
                  .pack = result->pack,
                  .made = PT_NEW(arena, pt_tally),
                  .duties = pt_map_create(arena),
                  .bearers = pt_map_create(arena),
                  .bottlenecks = pt_map_create(arena)};
    add_duties(&t);
    add_decisions(&t);
    add_burdens(&t);
    add_bottlenecks(&t);
    return t.made;
}
