/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/duties.h"

#include "run/reached.h"

/* A duty of a subject while its state is worked out. */
typedef struct work {
    pt_world *world;
    pt_arena *arena; /* for the steps of the term; NULL: they are not asked for */
    uint32_t subject;
    const pt_duty *duty;
    pt_law_day law;
    pt_period period; /* of a recurring duty */
    pt_suspension *suspensions;
    size_t suspension_count;
    pt_duty_state state;
    bool failed;
} work;

static pt_date earlier(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

static void hold(work *w, pt_date until)
{
    w->state.holds_until = earlier(w->state.holds_until, until);
}

/* The state cannot outlast the day before `day`, if that day is still to come. */
static void hold_before(work *w, pt_date day)
{
    if (day != PT_DATE_FOREVER && day > w->world->today)
        hold(w, day - 1);
}

static pt_value fact(const work *w, uint32_t subject, uint16_t index)
{
    return w->world->subjects[subject].facts[index].value;
}

/* The date a fact holds; NONE when there is none. */
static pt_date date_fact(const work *w, uint32_t subject, uint16_t index)
{
    if (index == PT_NO_INDEX)
        return PT_DATE_NONE;
    pt_value value = fact(w, subject, index);
    return value.kind == PT_DATE ? (pt_date)value.amount : PT_DATE_NONE;
}

static pt_value ask(work *w, const pt_function *function, const pt_input **missing)
{
    pt_reply reply = pt_function_reply(w->world, function, w->subject, w->law, NULL, NULL);
    hold(w, reply.holds_until);
    w->state.assumed |= reply.assumed;
    w->failed |= reply.failed;
    if (missing != NULL)
        *missing = reply.missing;
    return reply.value;
}

static pt_date ask_date(work *w, const pt_function *function, const pt_input **missing)
{
    pt_value value = ask(w, function, missing);
    return value.kind == PT_DATE ? (pt_date)value.amount : PT_DATE_NONE;
}

/* --- Does it exist? ------------------------------------------------------------------------- */

static bool in_force(work *w, const pt_group *group)
{
    pt_version_choice version = pt_version_for(w->world, group, true, w->subject);
    hold(w, version.holds_until);
    w->state.missing = version.missing;
    if (version.version == PT_NO_INDEX)
        return false;
    w->state.version = version.version;
    w->duty = &w->world->pack->duties[version.version];
    w->law = version.law;
    pt_ground_choice ground = pt_ground_for(w->world, version.block, w->subject, version.law);
    hold(w, ground.holds_until);
    w->state.ground = ground.ground;
    w->state.missing = ground.missing;
    w->state.assumed |= ground.assumed;
    w->failed |= ground.failed;
    return ground.ground != NULL;
}

static bool taken_away(work *w, const pt_group *group)
{
    pt_exception_choice choice = pt_exception_for(w->world, group, w->subject, w->law);
    hold(w, choice.holds_until);
    w->failed |= choice.failed;
    if (choice.exception == PT_NO_INDEX ||
        pt_is_yes(w->world->pack->exceptions[choice.exception].result))
        return false;
    w->state.exception = choice.exception;
    w->state.ground = choice.ground;
    w->state.assumed |= choice.assumed;
    return true;
}

static bool in_scope(work *w)
{
    return w->duty->scope == NULL || pt_is_yes(ask(w, w->duty->scope, &w->state.missing));
}

static void find_bearer(work *w)
{
    w->state.bearer_role = w->duty->bearer_role;
    if (w->state.bearer_role == NULL)
        w->state.bearer = pt_world_follow(w->world, w->subject, &w->duty->bearer);
}

/* --- Lengths -------------------------------------------------------------------------------- */

static bool known_length(work *w, const pt_length *length, pt_duration *duration)
{
    *duration = (pt_duration){(int32_t)length->amount, (pt_unit)length->unit,
                              (pt_rounding)length->rounding};
    if (length->parameter == PT_NO_INDEX)
        return true;
    const pt_parameter_value *row = NULL;
    const pt_parameter *parameter = &w->world->pack->parameters[length->parameter];
    pt_value value = pt_parameter_on(parameter, w->law.day, &row);
    pt_reached_value(w->world, parameter, row);
    if (!pt_is_value(value))
        return false;
    bool number = value.kind == PT_NUMBER;
    duration->amount = (int32_t)(number ? value.amount / PT_NUMBER_SCALE : value.amount);
    w->state.assumed |= row->status == PT_STATUS_ASSUMPTION;
    for (size_t i = 0; w->law.moves && i < parameter->value_count; i++)
        hold_before(w, parameter->values[i].from);
    return true;
}

/* --- Standing still ------------------------------------------------------------------------- */

static pt_date standstill_start(work *w, const pt_standstill *still, uint32_t subject)
{
    if (still->from_rule == NULL)
        return date_fact(w, subject, still->from);
    pt_input_value found = pt_input_for(w->world, still->from_rule, subject, w->law);
    hold(w, found.holds_until);
    w->state.assumed |= found.assumed;
    w->failed |= found.failed;
    return found.value.kind == PT_DATE ? (pt_date)found.value.amount : PT_DATE_NONE;
}

static void suspend_by(work *w, const pt_standstill *still, uint32_t subject)
{
    pt_date from = standstill_start(w, still, subject);
    if (from == PT_DATE_NONE)
        return;
    pt_date until = PT_DATE_FOREVER;
    for (uint8_t i = 0; i < still->until_count; i++) {
        pt_date end = date_fact(w, subject, still->until[i]);
        if (end != PT_DATE_NONE)
            until = earlier(until, end);
    }
    from += still->from_next_day ? 1 : 0;
    if (until <= from)
        return;
    hold_before(w, from);
    hold_before(w, until);
    w->suspensions[w->suspension_count++] = (pt_suspension){from, until};
}

static size_t most_suspensions(const work *w)
{
    size_t count = 0;
    for (uint8_t i = 0; i < w->duty->term.standstill_count; i++) {
        const pt_standstill *still = &w->duty->term.standstills[i];
        count += still->by == PT_NO_INDEX
                     ? 1
                     : pt_world_referrers(w->world, w->subject, still->by, still->reference)->count;
    }
    return count;
}

static void find_suspensions(work *w)
{
    size_t most = most_suspensions(w);
    if (most == 0)
        return;
    w->suspensions =
        PT_NEW_ARRAY(w->arena != NULL ? w->arena : w->world->arena, most, pt_suspension);
    for (uint8_t i = 0; i < w->duty->term.standstill_count; i++) {
        const pt_standstill *still = &w->duty->term.standstills[i];
        if (still->by == PT_NO_INDEX) {
            suspend_by(w, still, w->subject);
            continue;
        }
        uint32_t at = pt_world_referrers(w->world, w->subject, still->by, still->reference)->first;
        for (; at != PT_NOBODY; at = w->world->subjects[at].next[still->reference])
            suspend_by(w, still, at);
    }
}

static bool stands_still(const work *w)
{
    for (size_t i = 0; i < w->suspension_count; i++)
        if (w->suspensions[i].from <= w->world->today && w->world->today < w->suspensions[i].until)
            return true;
    return false;
}

/* --- The term ------------------------------------------------------------------------------- */

static bool find_start(work *w)
{
    const pt_term_rule *term = &w->duty->term;
    if (term->end_of != PT_NO_INDEX) {
        const pt_duty_state *other = pt_duty_state_of(w->world, w->subject, term->end_of);
        hold(w, other->holds_until);
        w->state.assumed |= other->assumed;
        w->state.calendar_unknown |= other->calendar_unknown;
        if (other->status == PT_DUTY_ABSENT || other->due == PT_DATE_FOREVER)
            return false;
        w->state.start = other->due;
        return true;
    }
    const pt_function *function = term->fixed != NULL ? term->fixed : term->start;
    if (function == NULL)
        return true;
    w->state.start = ask_date(w, function, &w->state.missing);
    return w->state.start != PT_DATE_NONE;
}

/* An extension counts when it was made known within the first term; its own length at most. */
static bool find_extension(work *w, pt_date first_end, pt_duration *extension)
{
    const pt_term_rule *rule = &w->duty->term;
    pt_date told = date_fact(w, w->subject, rule->extended_on);
    if (told == PT_DATE_NONE || told > first_end || !known_length(w, &rule->extension, extension))
        return false;
    if (rule->extended_by == PT_NO_INDEX)
        return true;
    pt_value by = fact(w, w->subject, rule->extended_by);
    int64_t amount = by.kind == PT_NUMBER ? by.amount / PT_NUMBER_SCALE : by.amount;
    if (pt_is_value(by) && amount < extension->amount)
        extension->amount = (int32_t)amount;
    return extension->amount > 0;
}

static void refuse(work *w, pt_code code)
{
    const pt_pack *pack = w->world->pack;
    char day[PT_DATE_TEXT];
    const char *detail =
        code == PT_U033 ? pt_date_format(w->law.day, day) : w->world->subjects[w->subject].name;
    pt_find(w->world->report, code, pack->blocks[w->duty->block].at,
            PT_ARGS(pack->blocks[w->duty->block].name, detail), NULL);
    w->failed = true;
}

static void keep_term(work *w, const pt_term_result *result)
{
    w->state.due = result->end;
    w->state.calendar_unknown |=
        (result->flags & (PT_TERM_DECREES_UNKNOWN | PT_TERM_SCHOOL_UNKNOWN)) != 0;
    if ((result->flags & PT_TERM_OUT_OF_RANGE) != 0) {
        w->state.due = PT_DATE_FOREVER;
        refuse(w, PT_U032);
    }
    if (w->arena == NULL)
        return;
    pt_term_result *kept = PT_NEW(w->arena, pt_term_result);
    *kept = *result;
    w->state.term = kept;
}

static void run_term(work *w)
{
    const pt_term_rule *rule = &w->duty->term;
    pt_arena *arena = w->arena != NULL ? w->arena : w->world->arena;
    pt_term term = {.trigger = w->state.start,
                    .direction = rule->fixed != NULL ? PT_FIXED
                                 : rule->backward    ? PT_BACKWARD
                                                     : PT_FORWARD,
                    .law = (pt_law)rule->law,
                    .region = w->world->region};
    if (rule->fixed == NULL && !known_length(w, &rule->length, &term.length)) {
        refuse(w, PT_U033);
        return;
    }
    find_suspensions(w);
    term.suspensions = w->suspensions;
    term.suspension_count = w->suspension_count;
    pt_term_result result = pt_term_compute(arena, w->world->pack->calendar, &term);
    if (find_extension(w, result.end, &term.extension))
        result = pt_term_compute(arena, w->world->pack->calendar, &term);
    keep_term(w, &result);
}

/* --- Recurrence ----------------------------------------------------------------------------- */

pt_period pt_duty_period(const pt_duty *duty, pt_date day)
{
    switch ((pt_recurrence)duty->recurrence) {
    case PT_EACH_SCHOOL_YEAR: return (pt_period){pt_schoolyear_begin(day), pt_schoolyear_end(day)};
    case PT_EACH_CALENDAR_YEAR: {
        int year = pt_date_split(day).year;
        return (pt_period){pt_date_from(year, 1, 1), pt_date_from(year, 12, 31)};
    }
    case PT_ONCE: break;
    }
    return (pt_period){PT_DATE_NONE, PT_DATE_FOREVER};
}

static pt_date last_day_in(const pt_duty *duty, pt_period period)
{
    if (duty->recurs_month == 0)
        return period.last;
    int year = pt_date_split(period.first).year;
    pt_date day = pt_date_from(year, duty->recurs_month, duty->recurs_day);
    return day >= period.first ? day : pt_date_from(year + 1, duty->recurs_month, duty->recurs_day);
}

/* False when the duty has no place in this period. */
static bool enter_period(work *w, pt_date day)
{
    w->period = pt_duty_period(w->duty, day);
    hold(w, w->period.last >= w->world->today ? w->period.last : PT_DATE_FOREVER);
    pt_date from = date_fact(w, w->subject, w->duty->recurs_from);
    pt_date until = date_fact(w, w->subject, w->duty->recurs_until);
    w->state.period = w->period.first;
    if (from == PT_DATE_NONE || from > w->period.last)
        return false;
    if (until != PT_DATE_NONE && until < w->period.first)
        return false;
    w->state.start = from > w->period.first ? from : w->period.first;
    w->state.due = last_day_in(w->duty, w->period);
    return w->state.due >= w->state.start;
}

/* --- Fulfilled, lapsed ---------------------------------------------------------------------- */

static pt_date first_happening(const work *w, uint32_t subject, pt_date found)
{
    const pt_happening *h = w->world->subjects[subject].happenings;
    for (; h != NULL; h = h->before)
        if (h->event == w->duty->fulfilled_by_event && h->holds_from >= w->state.start &&
            h->holds_from <= w->period.last)
            found = earlier(found, h->holds_from);
    return found;
}

/* The first time the event happened to the subject, or made something that refers to it. */
static pt_date first_event(const work *w)
{
    const pt_world *world = w->world;
    pt_date found = first_happening(w, w->subject, PT_DATE_FOREVER);
    uint32_t block = world->pack->events[w->duty->fulfilled_by_event].block;
    uint16_t made = world->pack->blocks[block].subject;
    const pt_subject_kind *kind = &world->pack->kinds[made];
    for (uint16_t r = 0; r < kind->reference_count; r++) {
        if (kind->references[r].target != world->subjects[w->subject].kind)
            continue;
        uint32_t at = pt_world_referrers(world, w->subject, made, r)->first;
        for (; at != PT_NOBODY; at = world->subjects[at].next[r])
            found = first_happening(w, at, found);
    }
    return found == PT_DATE_FOREVER ? PT_DATE_NONE : found;
}

static pt_date find_fulfilment(work *w)
{
    if (w->duty->fulfilled == NULL)
        return w->duty->fulfilled_by_event == PT_NO_INDEX ? PT_DATE_NONE : first_event(w);
    pt_date day = ask_date(w, w->duty->fulfilled, NULL);
    bool inside = day >= w->period.first && day <= w->period.last;
    return inside ? day : PT_DATE_NONE;
}

static pt_date find_lapse(work *w)
{
    pt_date day = w->duty->lapses == NULL ? PT_DATE_NONE : ask_date(w, w->duty->lapses, NULL);
    pt_date end = w->duty->recurrence == PT_ONCE ? PT_DATE_NONE
                                                 : date_fact(w, w->subject, w->duty->recurs_until);
    if (end == PT_DATE_NONE || end >= w->state.due)
        return day;
    return day == PT_DATE_NONE ? end : earlier(day, end);
}

static pt_duty_status judge(work *w)
{
    pt_date today = w->world->today;
    pt_date done = find_fulfilment(w);
    pt_date lapse = find_lapse(w);
    hold_before(w, done);
    hold_before(w, lapse);
    bool is_done = done != PT_DATE_NONE && done <= today;
    bool is_lapsed = lapse != PT_DATE_NONE && lapse <= today;
    if (is_done && (!is_lapsed || done <= lapse)) {
        w->state.fulfilled = done;
        return done <= w->state.due ? PT_DUTY_FULFILLED : PT_DUTY_FULFILLED_LATE;
    }
    if (is_lapsed) {
        w->state.lapsed = lapse;
        return PT_DUTY_LAPSED;
    }
    if (today > w->state.due)
        return w->duty->faculty ? PT_DUTY_LAPSED : PT_DUTY_LATE;
    hold(w, w->state.due);
    return stands_still(w) ? PT_DUTY_STANDS_STILL : PT_DUTY_OPEN;
}

/* --- The whole ------------------------------------------------------------------------------ */

static bool find_term(work *w, pt_date day)
{
    w->period = (pt_period){PT_DATE_NONE + 1, PT_DATE_FOREVER};
    if (w->duty->recurrence != PT_ONCE)
        return enter_period(w, day);
    if (!find_start(w))
        return false;
    if (w->state.start != PT_DATE_NONE)
        run_term(w);
    return true;
}

pt_duty_state pt_duty_compute(pt_world *world, pt_arena *arena, uint32_t subject, uint16_t index,
                              pt_date period)
{
    const pt_group *group = &world->pack->duty_groups[index];
    work w = {.world = world, .arena = arena, .subject = subject};
    w.state = (pt_duty_state){.status = PT_DUTY_ABSENT,
                              .group = index,
                              .version = PT_NO_INDEX,
                              .exception = PT_NO_INDEX,
                              .period = PT_DATE_NONE,
                              .start = PT_DATE_NONE,
                              .due = PT_DATE_FOREVER,
                              .fulfilled = PT_DATE_NONE,
                              .lapsed = PT_DATE_NONE,
                              .bearer = PT_NOBODY,
                              .holds_until = PT_DATE_FOREVER};
    if (in_force(&w, group) && !taken_away(&w, group) && in_scope(&w) &&
        find_term(&w, period == PT_DATE_NONE ? world->today : period) && !w.failed) {
        find_bearer(&w);
        w.state.status = (uint8_t)judge(&w);
    }
    world->broken |= w.failed;
    pt_reached_duty(world, &w.state);
    return w.state;
}

const pt_duty_state *pt_duty_state_of(pt_world *world, uint32_t subject, uint16_t group)
{
    pt_memory *memory = &world->subjects[subject].memories[world->plan->slot_of_duty[group]];
    if ((memory->flags & PT_MEMORY_FRESH) != 0 && world->today <= memory->of.duty.holds_until)
        return &memory->of.duty;
    pt_duty_state state = pt_duty_compute(world, NULL, subject, group, PT_DATE_NONE);
    memory->of.duty = state;
    memory->flags |= PT_MEMORY_FRESH;
    return &memory->of.duty;
}

const char *pt_duty_status_word(pt_duty_status status)
{
    static const char *const words[] = {
        [PT_DUTY_ABSENT] = "geen",
        [PT_DUTY_OPEN] = "open",
        [PT_DUTY_STANDS_STILL] = "staat_stil",
        [PT_DUTY_FULFILLED] = "vervuld",
        [PT_DUTY_LATE] = "te_laat",
        [PT_DUTY_FULFILLED_LATE] = "te_laat_vervuld",
        [PT_DUTY_LAPSED] = "vervallen",
    };
    return words[status];
}
