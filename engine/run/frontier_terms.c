/* SPDX-License-Identifier: EUPL-1.2 */
/* The boundary that no tree asks about: the last day of a term, and what comes of a duty around it.
 */
#include "run/duties.h"
#include "run/frontier_parts.h"

enum { MOST_TERMS = 40 };

typedef struct turning {
    pt_frontier_search *search;
    pt_frontier_work *work;
    const pt_duty *duty;
    uint32_t counter; /* of the statuses of the duty */
    pt_date due;
} turning;

static void keep_on(turning *t, const pt_made_case *at, pt_date day, int side)
{
    pt_made_case made = *at;
    made.day = day;
    pt_frontier_found *found = pt_frontier_keep(t->search, t->work, &made);
    if (found != NULL && side >= 0)
        pt_frontier_add_goal(t->search, found, pt_goal_side(t->counter, side == 1));
}

/* The case with the first fact that a function asks for on a day. */
static bool give_first(const pt_function *function, pt_made_case *made, pt_date day)
{
    for (uint16_t i = 0; function != NULL && i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind == PT_INPUT_FACT && input->path.hops == 0 && input->type.kind == PT_DATE)
            return pt_case_give(made, 0, input->index, pt_value_of(PT_DATE, day));
    }
    return false;
}

static void keep_answered(turning *t, const pt_made_case *at, const pt_function *function,
                          pt_date day)
{
    pt_made_case made = *at;
    if (give_first(function, &made, day))
        keep_on(t, &made, day, -1);
}

/* Where a rule says from which day: as in a case that was found for it. */
static void graft_standstill(turning *t, const pt_made_case *at, const pt_input *rule,
                             uint8_t subject)
{
    if (rule->kind != PT_INPUT_RULE || rule->path.hops > 0)
        return;
    pt_frontier_of(t->search, (pt_owner){PT_OWNER_RULE, rule->index});
    t->search->probe.owner = t->work->result.owner;
    t->search->probe.function = NULL;
    const pt_frontier_work *work = &t->search->rules[rule->index];
    for (size_t i = 0; i < work->found_count; i++) {
        pt_made_case made = *at;
        if (work->found[i]->outcome.kind == PT_DATE &&
            pt_case_graft(&made, subject, &work->found[i]->made, PT_GRAFT_SHIFTED, false))
            keep_on(t, &made, made.day, -1);
    }
}

static void keep_standing_still(turning *t, const pt_made_case *at, const pt_standstill *still)
{
    pt_made_case made = *at;
    uint8_t subject = 0;
    if (still->by != PT_NO_INDEX) {
        subject = pt_case_add(&made, t->search->pack, still->by);
        if (subject == PT_CASE_NOBODY || still->reference >= PT_CASE_REFERENCES)
            return;
        made.subjects[subject].references[still->reference] = 0;
    }
    if (still->from_rule != NULL) {
        graft_standstill(t, &made, still->from_rule, subject);
        return;
    }
    pt_date from = made.day - (still->from_next_day ? 1 : 0);
    if (pt_case_give(&made, subject, still->from, pt_value_of(PT_DATE, from)))
        keep_on(t, &made, made.day, -1);
}

static void turn_case(turning *t, const pt_made_case *at)
{
    keep_on(t, at, t->due, 1);
    keep_on(t, at, t->due + 1, 0);
    keep_answered(t, at, t->duty->fulfilled, t->due);
    keep_answered(t, at, t->duty->fulfilled, t->due + 1);
    keep_answered(t, at, t->duty->lapses, t->due);
    for (uint8_t i = 0; i < t->duty->term.standstill_count; i++)
        keep_standing_still(t, at, &t->duty->term.standstills[i]);
}

void pt_frontier_turn_terms(pt_frontier_search *search, pt_frontier_work *work)
{
    pt_probe *probe = &search->probe;
    const pt_pack *pack = search->pack;
    size_t count = work->found_count;
    bool *done = PT_NEW_ARRAY(search->arena, pack->duty_count, bool);
    probe->function = NULL;
    for (size_t i = 0; i < count && i < MOST_TERMS; i++) {
        pt_made_case at = work->found[i]->made;
        if (!pt_probe_ask(probe, &at))
            continue;
        const pt_duty_state *state = pt_duty_state_of(probe->world, 0, work->result.owner.index);
        bool open = state->status == PT_DUTY_OPEN || state->status == PT_DUTY_LATE;
        if (!open || state->due >= PT_DATE_LAST - 1 || done[state->version])
            continue;
        done[state->version] = true;
        turning t = {search, work, &pack->duties[state->version],
                     probe->counters->first_duty + (uint32_t)state->version * PT_DUTY_STATUSES,
                     state->due};
        turn_case(&t, &at);
    }
}
