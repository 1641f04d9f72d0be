/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_witness.h"

#include "report/made_story.h"
#include "report/page.h"
#include "run/duties.h"
#include "run/frontier.h"

enum { MOST_OWNERS = 64, MOST_DAYS = 4 };

/* The cases of one owner, with what comes out now. */
typedef struct suspects {
    bool ready;
    pt_owner owner;
    const pt_made_case *const *cases;
    pt_probed *now;
    size_t count;
    const pt_made_case **kept; /* those that notice something, each once */
    size_t kept_count;
    pt_text remarks;
} suspects;

struct pt_witnesses {
    pt_worker *worker;
    pt_loaded *loaded;
    const pt_mutants *mutants;
    pt_fault_switch fault;
    pt_frontier_search *search;
    pt_probe probe;
    pt_arena *trial; /* ends with a mutant */
    suspects *rules;
    suspects *duties;
    suspects *lists;
};

static void sign_of_life(void *context)
{
    pt_progress_step(context);
}

pt_witnesses *pt_witnesses_create(pt_worker *worker, pt_loaded *loaded, const pt_plan *plan,
                                  const pt_mutants *mutants, pt_fault_switch fault)
{
    pt_arena *arena = worker->scratch;
    pt_witnesses *of = PT_NEW(arena, pt_witnesses);
    const pt_pack *pack = loaded->pack;
    pt_reading second = pt_lua_reading(loaded->lua);
    *of = (pt_witnesses){.worker = worker, .loaded = loaded, .mutants = mutants, .fault = fault};
    of->search = pt_frontier_search_create(arena, plan, mutants->plan, second, sign_of_life,
                                           worker->progress);
    of->probe = pt_probe_create(arena, plan, mutants->plan, second);
    of->trial = pt_arena_create();
    of->rules = PT_NEW_ARRAY(arena, pack->rule_group_count, suspects);
    of->duties = PT_NEW_ARRAY(arena, pack->duty_group_count, suspects);
    of->lists = PT_NEW_ARRAY(arena, pack->list_count, suspects);
    return of;
}

static suspects *suspects_of(pt_witnesses *of, pt_owner owner)
{
    suspects *all = owner.kind == PT_OWNER_RULE   ? of->rules
                    : owner.kind == PT_OWNER_DUTY ? of->duties
                                                  : of->lists;
    suspects *found = &all[owner.index];
    if (found->ready)
        return found;
    pt_arena *arena = of->worker->scratch;
    found->ready = true;
    found->owner = owner;
    found->count = pt_frontier_cases(of->search, owner, &found->cases);
    found->now = PT_NEW_ARRAY(arena, found->count, pt_probed);
    found->kept = PT_NEW_ARRAY(arena, found->count + 1, const pt_made_case *);
    found->remarks = pt_text_create(arena);
    of->probe.owner = owner;
    for (size_t i = 0; i < found->count; i++)
        found->now[i] = pt_probe_outcome(&of->probe, arena, found->cases[i]);
    return found;
}

/* --- Whom a fault can touch ------------------------------------------------------------------- */

typedef struct owners {
    pt_owner items[MOST_OWNERS];
    size_t count;
} owners;

static void add_owner(owners *all, pt_owner_kind kind, uint16_t index)
{
    if (all->count < MOST_OWNERS)
        all->items[all->count++] = (pt_owner){(uint8_t)kind, index};
}

static bool leans_on(const pt_pack *pack, pt_owner owner, uint16_t parameter)
{
    const pt_function *functions[MOST_OWNERS];
    size_t count = pt_owner_functions(pack, owner, functions, MOST_OWNERS);
    for (size_t f = 0; f < count; f++)
        for (uint16_t i = 0; i < functions[f]->input_count; i++)
            if (functions[f]->inputs[i].kind == PT_INPUT_PARAMETER &&
                functions[f]->inputs[i].index == parameter)
                return true;
    if (owner.kind != PT_OWNER_DUTY)
        return false;
    const pt_group *group = &pack->duty_groups[owner.index];
    for (uint16_t v = 0; v < group->version_count; v++) {
        const pt_term_rule *term = &pack->duties[group->versions[v]].term;
        if (term->length.parameter == parameter ||
            (term->extended_on != PT_NO_INDEX && term->extension.parameter == parameter))
            return true;
    }
    return false;
}

static bool has_block(const pt_pack *pack, const pt_group *group, bool duties, uint32_t block)
{
    for (uint16_t v = 0; v < group->version_count; v++) {
        uint16_t version = group->versions[v];
        if ((duties ? pack->duties[version].block : pack->rules[version].block) == block)
            return true;
    }
    for (uint16_t e = 0; e < group->exception_count; e++)
        if (pack->exceptions[group->exceptions[e]].block == block)
            return true;
    return false;
}

static bool touches(const pt_pack *pack, pt_owner owner, const pt_mutant *mutant)
{
    if (pt_mutant_of_parameter(mutant))
        return leans_on(pack, owner, mutant->index);
    switch ((pt_owner_kind)owner.kind) {
    case PT_OWNER_RULE:
        return has_block(pack, &pack->rule_groups[owner.index], false, mutant->block);
    case PT_OWNER_DUTY:
        return has_block(pack, &pack->duty_groups[owner.index], true, mutant->block);
    case PT_OWNER_LIST: break;
    }
    return pack->lists[owner.index].block == mutant->block;
}

static owners owners_of(const pt_pack *pack, const pt_mutant *mutant)
{
    static const pt_owner_kind kinds[] = {PT_OWNER_RULE, PT_OWNER_DUTY, PT_OWNER_LIST};
    const uint16_t counts[] = {pack->rule_group_count, pack->duty_group_count, pack->list_count};
    owners all = {.count = 0};
    for (size_t k = 0; k < 3; k++)
        for (uint16_t i = 0; i < counts[k]; i++)
            if (touches(pack, (pt_owner){(uint8_t)kinds[k], i}, mutant))
                add_owner(&all, kinds[k], i);
    return all;
}

/* --- Cases moved to the days around a bound of law -------------------------------------------- */

static size_t days_of(const pt_pack *pack, const pt_mutant *mutant, pt_date *days)
{
    bool of_value = mutant->kind == PT_FAULT_VALUE_LATER || mutant->kind == PT_FAULT_VALUE_EARLIER;
    bool ends = mutant->kind == PT_FAULT_ENDS_LATER || mutant->kind == PT_FAULT_ENDS_EARLIER;
    if (!of_value && !ends && mutant->kind != PT_FAULT_LATER && mutant->kind != PT_FAULT_EARLIER)
        return 0;
    const pt_ground *ground = of_value ? NULL : &pack->blocks[mutant->block].grounds[mutant->row];
    pt_date bound = of_value ? pack->parameters[mutant->index].values[mutant->row].from
                    : ends   ? ground->until
                             : ground->from;
    for (int i = 0; i < MOST_DAYS; i++)
        days[i] = bound - 1 + i;
    return ends ? MOST_DAYS : MOST_DAYS - 1;
}

/* The day of the law of a case: that of its peildatum, when it has one. */
static pt_date law_day(const pt_witnesses *of, const pt_made_case *made, pt_owner owner)
{
    const pt_block *block = pt_owner_block(of->loaded->pack, owner);
    const pt_value *given =
        block->reference_date == PT_NO_INDEX ? NULL : pt_case_given(made, 0, block->reference_date);
    return given != NULL && given->kind == PT_DATE ? (pt_date)given->amount : made->day;
}

/* The same case, all its days moved so that its law is that of `day`. */
static const pt_made_case *moved_to(pt_witnesses *of, const pt_made_case *made, pt_owner owner,
                                    pt_date day)
{
    pt_made_case *moved = PT_NEW(of->trial, pt_made_case);
    pt_date shift = day - law_day(of, made, owner);
    *moved = *made;
    moved->day += shift;
    for (uint8_t i = 0; i < moved->given_count; i++)
        if (moved->givens[i].value.kind == PT_DATE)
            moved->givens[i].value.amount += shift;
    return moved;
}

/* --- Telling the difference ------------------------------------------------------------------- */

/* The article only where it is what differs. */
static void show_probed(pt_text *out, const pt_pack *pack, pt_owner owner, const pt_probed *found,
                        bool with_source)
{
    char day[PT_DATE_TEXT];
    if (owner.kind != PT_OWNER_DUTY) {
        pt_value_show(out, pack, found->value);
        if (found->reason != NULL)
            pt_text_format(out, " (%s)", found->reason);
    } else {
        pt_text_add(out, pt_duty_status_word((pt_duty_status)found->status));
        if (found->due != PT_DATE_NONE && found->due != PT_DATE_FOREVER)
            pt_text_format(out, " (%s)", pt_date_format(found->due, day));
    }
    if (with_source)
        pt_text_format(out, " · %s", found->source == NULL ? "-" : found->source);
}

static void show_case(pt_text *out, const pt_pack *pack, const pt_made_case *made)
{
    char day[PT_DATE_TEXT];
    pt_text_add(out, pt_date_format(made->day, day));
    for (uint8_t i = 0; i < made->given_count; i++) {
        const pt_given_fact *given = &made->givens[i];
        const pt_subject_kind *kind = &pack->kinds[made->subjects[given->subject].kind];
        pt_text_format(out,
                       ", %s.%s = ", pt_made_story_subject(out->arena, pack, made, given->subject),
                       kind->facts[given->fact].name);
        pt_value_show(out, pack, given->value);
    }
}

/* A difference in the outcome says more than one in the sentence alone. */
static bool says_more(const pt_probed *now, const pt_probed *then)
{
    return !pt_value_equal(now->value, then->value) || now->status != then->status ||
           now->due != then->due;
}

/* A case that comes out otherwise with the fault, and how. */
typedef struct difference {
    suspects *among;
    const pt_made_case *made;
    pt_probed now;
    pt_probed then;
} difference;

static bool differs(pt_witnesses *of, suspects *among, const pt_made_case *made,
                    const pt_probed *now, difference *found)
{
    of->probe.owner = among->owner;
    pt_probed then = pt_probe_outcome(&of->probe, of->worker->scratch, made);
    pt_progress_step(of->worker->progress);
    if (now->failed || then.failed || pt_probed_equal(now, &then))
        return false;
    if (found->made == NULL || (says_more(now, &then) && !says_more(&found->now, &found->then)))
        *found = (difference){among, made, *now, then};
    return says_more(&found->now, &found->then);
}

/* The cases to be held against the fault, with what comes out of them without it. */
typedef struct line_up {
    suspects *among;
    const pt_made_case **cases;
    pt_probed *now;
    size_t count;
} line_up;

static line_up line_up_of(pt_witnesses *of, pt_owner owner, const pt_date *days, size_t day_count)
{
    suspects *among = suspects_of(of, owner);
    size_t most = among->count * (1 + day_count);
    line_up all = {.among = among};
    all.cases = PT_NEW_ARRAY(of->trial, most, const pt_made_case *);
    all.now = PT_NEW_ARRAY(of->trial, most, pt_probed);
    for (size_t i = 0; i < among->count; i++) {
        all.cases[all.count] = among->cases[i];
        all.now[all.count++] = among->now[i];
    }
    of->probe.owner = owner;
    for (size_t i = 0; i < among->count; i++)
        for (size_t d = 0; d < day_count; d++) {
            const pt_made_case *moved = moved_to(of, among->cases[i], owner, days[d]);
            all.cases[all.count] = moved;
            all.now[all.count++] = pt_probe_outcome(&of->probe, of->trial, moved);
        }
    return all;
}

static difference seek(pt_witnesses *of, const pt_mutant *mutant)
{
    const pt_pack *pack = of->loaded->pack;
    owners all = owners_of(pack, mutant);
    pt_date days[MOST_DAYS];
    size_t day_count = days_of(pack, mutant, days);
    line_up line_ups[MOST_OWNERS];
    difference found = {.made = NULL};
    for (size_t i = 0; i < all.count; i++)
        line_ups[i] = line_up_of(of, all.items[i], days, day_count);
    if (!of->fault.put_in(of->fault.context, mutant))
        return found;
    for (size_t i = 0; i < all.count; i++)
        for (size_t c = 0; c < line_ups[i].count; c++)
            if (differs(of, line_ups[i].among, line_ups[i].cases[c], &line_ups[i].now[c], &found))
                break;
    of->fault.take_out(of->fault.context);
    return found;
}

static void keep(pt_witnesses *of, const difference *found, const pt_mutant *mutant)
{
    suspects *among = found->among;
    pt_text_format(&among->remarks, "%s:%u\n", mutant->at.source->path, mutant->at.line);
    for (size_t i = 0; i < among->kept_count; i++)
        if (pt_case_equal(among->kept[i], found->made))
            return;
    if (among->kept_count > among->count)
        return;
    pt_made_case *copy = PT_NEW(of->worker->scratch, pt_made_case);
    *copy = *found->made;
    among->kept[among->kept_count++] = copy;
}

const char *pt_witness_find(pt_witnesses *of, const pt_mutant *mutant)
{
    const pt_pack *pack = of->loaded->pack;
    pt_arena *arena = of->worker->scratch;
    difference found = seek(of, mutant);
    const char *words = NULL;
    if (found.made != NULL) {
        pt_text made = pt_text_create(arena);
        pt_text now = pt_text_create(arena);
        pt_text then = pt_text_create(arena);
        show_case(&made, pack, found.made);
        bool with_source = !says_more(&found.now, &found.then) &&
                           pt_text_equal(found.now.reason, found.then.reason);
        show_probed(&now, pack, found.among->owner, &found.now, with_source);
        show_probed(&then, pack, found.among->owner, &found.then, with_source);
        words =
            pt_message_filled(arena, PT_TEXT_MUTATE_WITNESS, of->worker->job.style.language,
                              PT_ARGS(made.bytes, pt_owner_block(pack, found.among->owner)->name,
                                      now.bytes, then.bytes));
        keep(of, &found, mutant);
    }
    pt_arena_reset(of->trial);
    return words;
}

/* --- Files ------------------------------------------------------------------------------------ */

static void make_files(pt_witnesses *of, pt_story_maker *maker, const suspects *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (all[i].kept_count == 0)
            continue;
        const char *heading = pt_message_filled(of->worker->scratch, PT_TEXT_MUTATE_NOTICES,
                                                of->worker->job.style.language, NULL);
        pt_story_make(maker, all[i].owner, "merkt",
                      pt_format(of->worker->scratch, "%s\n%s", heading, all[i].remarks.bytes),
                      all[i].kept, all[i].kept_count);
    }
}

void pt_witnesses_end(pt_witnesses *of, bool writes)
{
    const pt_pack *pack = of->loaded->pack;
    pt_story_maker maker = {.worker = of->worker, .loaded = of->loaded};
    if (writes) {
        make_files(of, &maker, of->rules, pack->rule_group_count);
        make_files(of, &maker, of->duties, pack->duty_group_count);
        make_files(of, &maker, of->lists, pack->list_count);
    }
    pt_frontier_search_end(of->search);
    pt_arena_destroy(of->probe.trial);
    pt_arena_destroy(of->trial);
}
