/* SPDX-License-Identifier: EUPL-1.2 */
/* What the walk from question to question does not find: several inputs at once. */
#include "base/random.h"
#include "run/frontier_parts.h"

enum { PURPOSE = 41, DRAWS = 600, DRAWS_OF_FACTS = 3000 };

static pt_value drawn_fact(pt_random_stream *stream, const pt_fact *fact, pt_date day)
{
    pt_value value = pt_frontier_plain(&fact->type, day);
    int64_t draw = pt_random_between(stream, 0, 9);
    int64_t low = fact->type.low;
    int64_t high = fact->type.high;
    if (draw == 0)
        return pt_unknown();
    if (draw == 1 && fact->type.may_be_none)
        return pt_none();
    if (fact->type.kind == PT_DATE) {
        static const int32_t spread[] = {3, 40, 400, 8000};
        int32_t most = spread[pt_random_between(stream, 0, 3)];
        value.amount = day + pt_random_between(stream, -most, most);
    } else if (draw > 2) {
        value.amount = pt_random_between(stream, low, high);
    }
    value.amount = value.amount < low ? low : value.amount > high ? high : value.amount;
    if (fact->type.kind == PT_NUMBER)
        value.amount -= (value.amount - low) % (PT_NUMBER_SCALE >> fact->type.fraction_bits);
    return value;
}

static bool draw_rule(pt_frontier_walk *walk, pt_random_stream *stream, pt_made_case *made,
                      uint8_t subject, uint16_t group)
{
    const pt_frontier_work *work = &walk->search->rules[group];
    if (work->found_count == 0)
        return true;
    int64_t chosen = pt_random_between(stream, 0, (int64_t)work->found_count - 1);
    bool replaces = pt_random_between(stream, 0, 1) == 1;
    return pt_case_graft(made, subject, &work->found[chosen]->made, PT_GRAFT_SHIFTED, replaces);
}

static bool draw_input(pt_frontier_walk *walk, pt_random_stream *stream, pt_made_case *made,
                       const pt_input *input)
{
    if (input->kind != PT_INPUT_FACT && input->kind != PT_INPUT_RULE)
        return true;
    uint8_t subject = pt_frontier_reach(walk, made, 0, &input->path);
    if (subject == PT_CASE_NOBODY)
        return false;
    if (input->kind == PT_INPUT_RULE)
        return draw_rule(walk, stream, made, subject, input->index);
    const pt_subject_kind *kind = &walk->search->pack->kinds[made->subjects[subject].kind];
    const pt_fact *fact = &kind->facts[input->index];
    return pt_case_give(made, subject, input->index, drawn_fact(stream, fact, made->day));
}

static bool of_facts_alone(const pt_function *function)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_RULE)
            return false;
    return true;
}

/* From a case that comes to the function, when there is one. */
static bool draw(pt_frontier_walk *walk, pt_random_stream *stream, pt_made_case *made)
{
    const pt_frontier_work *work = walk->work;
    if (!pt_frontier_bare(walk, made))
        return false;
    if (work->found_count > 0 && pt_random_between(stream, 0, 3) > 0)
        *made = work->found[pt_random_between(stream, 0, (int64_t)work->found_count - 1)]->made;
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        if (!draw_input(walk, stream, made, &walk->function->inputs[i]))
            return false;
    return true;
}

void pt_frontier_scatter(pt_frontier_walk *walk)
{
    pt_frontier_search *search = walk->search;
    const pt_coverage_function *of = &search->probe.counters->functions[walk->function->number];
    pt_random_stream stream =
        pt_random_stream_create(walk->shared, PURPOSE, walk->function->number);
    int draws = of_facts_alone(walk->function) ? DRAWS_OF_FACTS : DRAWS;
    walk->depth = 0;
    for (int i = 0; i < draws; i++) {
        pt_made_case made;
        if (i % 100 == 0 && search->step != NULL)
            search->step(search->context);
        if (!draw(walk, &stream, &made) || !pt_probe_ask(&search->probe, &made) ||
            !pt_frontier_on_path(walk))
            continue;
        if (!search->reached[of->trees[walk->shared].first_path + search->probe.path])
            pt_frontier_keep(search, walk->work, &made);
    }
}

/* --- Known, where it could be unknown --------------------------------------------------------- */

static bool make_known(pt_frontier_walk *walk, pt_made_case *made, const pt_input *input)
{
    if (input->kind != PT_INPUT_FACT && input->kind != PT_INPUT_RULE)
        return true;
    uint8_t subject = pt_frontier_reach(walk, made, 0, &input->path);
    if (subject == PT_CASE_NOBODY)
        return false;
    if (input->kind == PT_INPUT_FACT) {
        const pt_subject_kind *kind = &walk->search->pack->kinds[made->subjects[subject].kind];
        const pt_fact *fact = &kind->facts[input->index];
        const pt_value *given = pt_case_given(made, subject, input->index);
        if ((given != NULL && pt_is_value(*given)) || fact->has_initial)
            return true;
        return pt_case_give(made, subject, input->index, pt_frontier_plain(&fact->type, made->day));
    }
    const pt_frontier_work *work = &walk->search->rules[input->index];
    for (size_t i = 0; i < work->found_count; i++)
        if (pt_is_value(work->found[i]->outcome) &&
            !(work->found[i]->outcome.kind == PT_YESNO && work->found[i]->outcome.amount == 0))
            return pt_case_graft(made, subject, &work->found[i]->made, PT_GRAFT_SHIFTED, false);
    return true;
}

bool pt_frontier_enrich(pt_frontier_walk *walk, pt_made_case *made)
{
    for (size_t f = 0; f < walk->work->function_count; f++) {
        const pt_function *function = walk->work->functions[f];
        bool returns_day = function->result.kind == PT_DATE;
        for (uint16_t i = 0; returns_day && i < function->input_count; i++)
            if (!make_known(walk, made, &function->inputs[i]))
                return false;
    }
    return true;
}

void pt_frontier_vary(pt_frontier_walk *walk, const pt_leaf *leaf, const pt_made_case *at)
{
    if (leaf->kind != PT_LEAF_ATOM || walk->tree->atoms[leaf->atom].operation != PT_OP_INPUT)
        return;
    pt_made_case made = *at;
    const pt_input *input = &walk->function->inputs[walk->tree->atoms[leaf->atom].input];
    if (make_known(walk, &made, input) && pt_probe_ask(&walk->search->probe, &made) &&
        pt_frontier_on_path(walk))
        pt_frontier_keep(walk->search, walk->work, &made);
}
