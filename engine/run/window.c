/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/window.h"

#include "model/term.h"
#include "run/division.h"
#include "run/evaluate.h"
#include "run/reached.h"

typedef struct entry {
    pt_date day;
    int64_t amount;
} entry;

/* What a window counts, by rising day. */
typedef struct entries {
    entry *items;
    size_t count;
    pt_date next;   /* day of the first one that lies ahead, or FOREVER */
    bool not_known; /* one that counts has no amount */
} entries;

static pt_date earlier(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

/* --- What counts ---------------------------------------------------------------------------- */

/* Gaps of Ciura; nothing is allocated, unlike qsort in some libraries. Entries mostly come in
 * order. */
static void sort_by_day(entry *items, size_t count)
{
    size_t sorted = 1;
    while (sorted < count && items[sorted - 1].day <= items[sorted].day)
        sorted++;
    if (sorted >= count)
        return;
    static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t i = gaps[g]; i < count; i++) {
            entry moved = items[i];
            size_t at = i;
            for (; at >= gaps[g] && items[at - gaps[g]].day > moved.day; at -= gaps[g])
                items[at] = items[at - gaps[g]];
            items[at] = moved;
        }
}

static pt_date since_of(const pt_world *world, uint32_t subject, const pt_window *window)
{
    if (window->since == PT_NO_INDEX)
        return PT_DATE_NONE;
    pt_value since = world->subjects[subject].facts[window->since].value;
    return since.kind == PT_DATE ? (pt_date)since.amount : PT_DATE_NONE;
}

static void take_entry(const pt_world *world, const pt_window *window, const pt_subject *referrer,
                       pt_date since, entries *found)
{
    pt_value day = referrer->facts[window->day].value;
    pt_value amount = referrer->facts[window->counted].value;
    if (day.kind != PT_DATE || day.amount <= since)
        return;
    if (day.amount > world->today) {
        found->next = earlier(found->next, (pt_date)day.amount);
        return;
    }
    if (amount.kind == PT_UNKNOWN)
        found->not_known = true;
    else if (amount.kind != PT_NONE)
        found->items[found->count++] = (entry){(pt_date)day.amount, amount.amount};
}

static entries gather(pt_world *world, uint32_t subject, const pt_window *window)
{
    const pt_referrers *list = pt_world_referrers(world, subject, window->of, window->reference);
    entries found = {.next = PT_DATE_FOREVER};
    found.items = pt_world_scratch(world, list->count, sizeof(entry));
    pt_date since = since_of(world, subject, window);
    for (uint32_t i = list->first; i != PT_NOBODY; i = world->subjects[i].next[window->reference])
        take_entry(world, window, &world->subjects[i], since, &found);
    sort_by_day(found.items, found.count);
    return found;
}

/* --- Stretches ------------------------------------------------------------------------------ */

static int64_t length_of(const pt_world *world, const pt_length *length)
{
    if (length->parameter == PT_NO_INDEX)
        return length->amount;
    const pt_parameter *parameter = &world->pack->parameters[length->parameter];
    const pt_parameter_value *row = NULL;
    pt_value value = pt_parameter_on(parameter, world->today, &row);
    pt_reached_value(world, parameter, row);
    if (value.kind == PT_NUMBER)
        return value.amount / PT_NUMBER_SCALE;
    return pt_is_value(value) ? value.amount : 0;
}

/* A count that grows with the days, so that a stretch is a difference of it. */
static int64_t position(const pt_world *world, pt_unit unit, pt_date day)
{
    const pt_calendar *calendar = world->pack->calendar;
    switch (unit) {
    case PT_UNIT_LESWEKEN: return pt_calendar_lesweek(calendar, world->region, day);
    case PT_UNIT_SCHOOLDAYS:
        return pt_calendar_schooldagen(calendar, world->region, PT_DATE_FIRST, day + 1);
    case PT_UNIT_WORKDAYS: return pt_calendar_working_days(calendar, PT_DATE_FIRST, day + 1);
    case PT_UNIT_DAYS:
    case PT_UNIT_WEEKS:
    case PT_UNIT_MONTHS:
    case PT_UNIT_YEARS:
    case PT_UNIT_HOURS:
    case PT_UNIT_COUNT: break;
    }
    return day;
}

/* Does a day fall in the stretch of this length that ends on `last`? */
static bool in_stretch(const pt_world *world, pt_unit unit, int64_t length, pt_date day,
                       pt_date last)
{
    switch (unit) {
    case PT_UNIT_MONTHS: return day > pt_date_add_months(last, -length, PT_ROUND_DOWN);
    case PT_UNIT_YEARS: return day > pt_date_add_years(last, -length, PT_ROUND_DOWN);
    case PT_UNIT_WEEKS: return (int64_t)last - day < 7 * length;
    case PT_UNIT_HOURS: return last == day;
    case PT_UNIT_DAYS:
    case PT_UNIT_LESWEKEN:
    case PT_UNIT_SCHOOLDAYS:
    case PT_UNIT_WORKDAYS:
    case PT_UNIT_COUNT: break;
    }
    return position(world, unit, last) - position(world, unit, day) < length;
}

typedef struct highest {
    int64_t sum;
    pt_period stretch;
} highest;

static highest sum_until(const entries *found, size_t first, size_t last)
{
    highest result = {0, {PT_DATE_NONE, PT_DATE_NONE}};
    for (size_t i = first; i <= last; i++)
        result.sum += found->items[i].amount;
    result.stretch = (pt_period){found->items[first].day, found->items[last].day};
    return result;
}

/* The highest sum over stretches that end on the day of an entry: no other can be higher. */
static highest highest_of(const pt_world *world, const pt_window *window, const entries *found)
{
    pt_unit unit = (pt_unit)window->length.unit;
    int64_t length = length_of(world, &window->length);
    highest best = {0, {PT_DATE_NONE, PT_DATE_NONE}};
    int64_t sum = 0;
    size_t first = 0;
    for (size_t last = 0; last < found->count; last++) {
        sum += found->items[last].amount;
        while (first < last &&
               !in_stretch(world, unit, length, found->items[first].day, found->items[last].day))
            sum -= found->items[first++].amount;
        if (sum > best.sum)
            best = (highest){sum, {found->items[first].day, found->items[last].day}};
    }
    return best;
}

static highest latest_of(const pt_world *world, const pt_window *window, const entries *found)
{
    int64_t length = length_of(world, &window->length);
    size_t first = found->count;
    while (first > 0 && in_stretch(world, (pt_unit)window->length.unit, length,
                                   found->items[first - 1].day, world->today))
        first--;
    if (first == found->count)
        return (highest){0, {PT_DATE_NONE, PT_DATE_NONE}};
    return sum_until(found, first, found->count - 1);
}

/* The last day on which the entry of `day` is still in the stretch that ends that day. */
static pt_date last_in_stretch(const pt_world *world, const pt_window *window, pt_date day)
{
    pt_unit unit = (pt_unit)window->length.unit;
    int64_t length = length_of(world, &window->length);
    pt_date low = world->today;
    int64_t step = 1;
    while (low + step < PT_DATE_LAST &&
           in_stretch(world, unit, length, day, (pt_date)(low + step))) {
        low = (pt_date)(low + step);
        step *= 2;
    }
    pt_date high = low + step < PT_DATE_LAST ? (pt_date)(low + step) : PT_DATE_LAST;
    if (high == PT_DATE_LAST && in_stretch(world, unit, length, day, high))
        return PT_DATE_FOREVER;
    while (high - low > 1) {
        pt_date middle = low + (high - low) / 2;
        if (in_stretch(world, unit, length, day, middle))
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* --- Values --------------------------------------------------------------------------------- */

static highest weigh(const pt_world *world, const pt_window *window, const entries *found)
{
    return window->take == PT_TAKE_HIGHEST ? highest_of(world, window, found)
                                           : latest_of(world, window, found);
}

/* Trees lean on the declared range, so a value outside it may not reach them. */
static pt_value within(pt_world *world, uint32_t subject, uint32_t block, const pt_type *type,
                       int64_t amount)
{
    pt_value value = {.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
    if (amount >= type->low && amount <= type->high)
        return value;
    pt_text shown = pt_text_create(world->report->arena);
    pt_world_show(&shown, world, value);
    pt_find(world->report, PT_U035, world->pack->blocks[block].at,
            PT_ARGS(world->pack->blocks[block].name, world->subjects[subject].name, shown.bytes),
            NULL);
    world->broken = true;
    return pt_unknown();
}

static bool rests_on_assumption(const pt_world *world, const pt_length *length)
{
    const pt_parameter_value *row = NULL;
    if (length->parameter != PT_NO_INDEX)
        pt_parameter_on(&world->pack->parameters[length->parameter], world->today, &row);
    return row != NULL && row->status == PT_STATUS_ASSUMPTION;
}

static pt_date next_length(const pt_world *world, const pt_length *length)
{
    if (length->parameter == PT_NO_INDEX)
        return PT_DATE_FOREVER;
    const pt_parameter *parameter = &world->pack->parameters[length->parameter];
    for (size_t i = 0; i < parameter->value_count; i++)
        if (parameter->values[i].from > world->today)
            return parameter->values[i].from;
    return PT_DATE_FOREVER;
}

static void compute_window(pt_world *world, uint32_t subject, const pt_window *window,
                           pt_outcome *outcome)
{
    entries found = gather(world, subject, window);
    pt_date next = earlier(found.next, next_length(world, &window->length));
    *outcome = (pt_outcome){.version = PT_NO_INDEX, .exception = PT_NO_INDEX};
    outcome->holds_until = next == PT_DATE_FOREVER ? next : next - 1;
    outcome->assumed = rests_on_assumption(world, &window->length);
    outcome->value = pt_unknown();
    if (found.not_known)
        return;
    highest best = weigh(world, window, &found);
    outcome->value = within(world, subject, window->block, &window->type, best.sum);
    if (!pt_is_value(outcome->value))
        outcome->way = PT_WAY_FAILED;
    if (window->take == PT_TAKE_LATEST_WINDOW && best.stretch.first != PT_DATE_NONE)
        outcome->holds_until =
            earlier(outcome->holds_until, last_in_stretch(world, window, best.stretch.first));
}

static pt_memory *memory_at(pt_world *world, uint32_t subject, uint16_t slot)
{
    return &world->subjects[subject].memories[slot];
}

static bool stands(const pt_world *world, const pt_memory *memory)
{
    return (memory->flags & PT_MEMORY_FRESH) != 0 && world->today <= memory->of.outcome.holds_until;
}

const pt_outcome *pt_window_value(pt_world *world, uint32_t subject, uint16_t window)
{
    pt_memory *memory = memory_at(world, subject, world->plan->slot_of_window[window]);
    if (!stands(world, memory)) {
        pt_reached_window(world, window);
        compute_window(world, subject, &world->pack->windows[window], &memory->of.outcome);
        memory->flags |= PT_MEMORY_FRESH;
    }
    return &memory->of.outcome;
}

pt_period pt_window_stretch(pt_world *world, uint32_t subject, uint16_t window)
{
    const pt_window *what = &world->pack->windows[window];
    entries found = gather(world, subject, what);
    return weigh(world, what, &found).stretch;
}

/* --- Lists ---------------------------------------------------------------------------------- */

typedef struct tally {
    int64_t all;
    int64_t yes;    /* those for whom the filter says ja */
    int64_t open;   /* those for whom it is not known */
    bool fact_open; /* one that counts lacks what is counted */
    int64_t sum;
    bool too_large; /* of the sum */
    pt_date first;
    pt_date last;
    pt_date holds_until;
    bool assumed;
    bool failed;
} tally;

static void count_value(pt_world *world, const pt_list *list, uint32_t referrer, tally *t)
{
    if (list->counted == NULL)
        return;
    pt_input_value found = pt_input_for(world, list->counted, referrer, pt_law_today(world));
    pt_value value = found.value;
    t->holds_until = earlier(t->holds_until, found.holds_until);
    t->assumed |= found.assumed;
    t->failed |= found.failed;
    t->fact_open |= value.kind == PT_UNKNOWN;
    if (!pt_is_value(value))
        return;
    if (list->take == PT_TAKE_SUM) {
        t->too_large |= __builtin_add_overflow(t->sum, value.amount, &t->sum);
        return;
    }
    t->first = earlier(t->first, (pt_date)value.amount);
    t->last = (pt_date)value.amount > t->last ? (pt_date)value.amount : t->last;
}

static void count_referrer(pt_world *world, const pt_list *list, uint32_t index, tally *t)
{
    t->all++;
    pt_value passes = pt_yesno(true);
    if (list->filter != NULL) {
        pt_reply reply =
            pt_function_reply(world, list->filter, index, pt_law_today(world), NULL, NULL);
        passes = reply.value;
        t->holds_until = earlier(t->holds_until, reply.holds_until);
        t->assumed |= reply.assumed;
        t->failed |= reply.failed;
    }
    if (passes.kind != PT_YESNO)
        t->open++;
    if (!pt_is_yes(passes))
        return;
    t->yes++;
    count_value(world, list, index, t);
}

static pt_value date_or_none(const pt_list *list, const tally *t, pt_date day)
{
    if (t->open > 0)
        return pt_unknown();
    if (day != PT_DATE_NONE && day != PT_DATE_FOREVER)
        return pt_value_of(PT_DATE, day);
    return list->type.may_be_none ? pt_none() : pt_unknown();
}

/* Within the range, or failed. */
static pt_value bounded(pt_world *world, uint32_t subject, const pt_list *list, int64_t amount,
                        tally *t)
{
    pt_value value = within(world, subject, list->block, &list->type, amount);
    t->failed = !pt_is_value(value);
    return value;
}

static pt_value list_result(pt_world *world, uint32_t subject, const pt_list *list, tally *t)
{
    int64_t no = t->all - t->yes - t->open;
    switch ((pt_take)list->take) {
    case PT_TAKE_COUNT:
        if (t->open > 0)
            return pt_unknown();
        return bounded(world, subject, list, t->yes * PT_NUMBER_SCALE, t);
    case PT_TAKE_SUM:
        if (t->open > 0 || t->fact_open)
            return pt_unknown();
        return bounded(world, subject, list, t->too_large ? INT64_MAX : t->sum, t);
    case PT_TAKE_ANY: return t->yes == 0 && t->open > 0 ? pt_unknown() : pt_yesno(t->yes > 0);
    case PT_TAKE_ALL: return no == 0 && t->open > 0 ? pt_unknown() : pt_yesno(no == 0);
    case PT_TAKE_FIRST: return date_or_none(list, t, t->first);
    case PT_TAKE_LAST: return date_or_none(list, t, t->last);
    case PT_TAKE_HIGHEST:
    case PT_TAKE_LATEST_WINDOW:
    case PT_TAKE_SHARE: break;
    }
    return pt_unknown();
}

static void compute_list(pt_world *world, uint32_t subject, const pt_list *list,
                         pt_outcome *outcome)
{
    tally t = {.first = PT_DATE_FOREVER, .last = PT_DATE_NONE, .holds_until = PT_DATE_FOREVER};
    const pt_referrers *referrers = pt_world_referrers(world, subject, list->of, list->reference);
    for (uint32_t i = referrers->first; i != PT_NOBODY;
         i = world->subjects[i].next[list->reference])
        count_referrer(world, list, i, &t);
    pt_value value = t.failed ? pt_unknown() : list_result(world, subject, list, &t);
    *outcome = (pt_outcome){.value = value,
                            .way = t.failed ? PT_WAY_FAILED : PT_WAY_RULE,
                            .version = PT_NO_INDEX,
                            .exception = PT_NO_INDEX,
                            .holds_until = t.holds_until,
                            .assumed = t.assumed};
}

const pt_outcome *pt_list_value(pt_world *world, uint32_t subject, uint16_t list)
{
    pt_memory *memory = memory_at(world, subject, world->plan->slot_of_list[list]);
    if (world->pack->lists[list].take == PT_TAKE_SHARE)
        return pt_share_value(world, subject, list);
    if (!stands(world, memory)) {
        pt_outcome outcome;
        pt_reached_list(world, list);
        compute_list(world, subject, &world->pack->lists[list], &outcome);
        memory->of.outcome = outcome;
        memory->flags |= PT_MEMORY_FRESH;
    }
    return &memory->of.outcome;
}
