/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/frontier.h"

#include <string.h>

#include "run/frontier_parts.h"

enum { MOST_VISITS = 4000, MOST_STARTS = 40, MOST_OTHERS = 12 };

/* --- Goals ------------------------------------------------------------------------------------ */

uint64_t pt_goal_path(uint32_t counter)
{
    return counter;
}

uint64_t pt_goal_side(uint32_t counter, bool answer)
{
    return 1ull << 62 | (uint64_t)counter << 8 | (answer ? 1 : 0);
}

uint64_t pt_goal_word(uint32_t counter, uint64_t word)
{
    return 2ull << 62 | (uint64_t)counter << 8 | word;
}

void pt_frontier_add_goal(pt_frontier_search *search, pt_frontier_found *found, uint64_t goal)
{
    for (size_t i = 0; i < found->goal_count; i++)
        if (found->goals[i] == goal)
            return;
    found->goals = pt_arena_grow(search->arena, found->goals, found->goal_count,
                                 &found->goal_capacity, sizeof *found->goals);
    found->goals[found->goal_count++] = goal;
}

/* --- Owners ----------------------------------------------------------------------------------- */

pt_frontier_search *pt_frontier_search_create(pt_arena *arena, const pt_plan *plan,
                                              const pt_coverage_plan *counters, pt_reading second,
                                              void (*step)(void *context), void *context)
{
    pt_frontier_search *search = PT_NEW(arena, pt_frontier_search);
    *search =
        (pt_frontier_search){.arena = arena, .pack = plan->pack, .step = step, .context = context};
    search->probe = pt_probe_create(arena, plan, counters, second);
    search->rules = PT_NEW_ARRAY(arena, plan->pack->rule_group_count, pt_frontier_work);
    search->duties = PT_NEW_ARRAY(arena, plan->pack->duty_group_count, pt_frontier_work);
    search->lists = PT_NEW_ARRAY(arena, plan->pack->list_count, pt_frontier_work);
    search->reached = PT_NEW_ARRAY(arena, counters->count, bool);
    return search;
}

void pt_frontier_search_end(pt_frontier_search *search)
{
    pt_arena_destroy(search->probe.trial);
}

pt_frontier_work *pt_frontier_work_of(pt_frontier_search *search, pt_owner owner)
{
    pt_frontier_work *work = owner.kind == PT_OWNER_RULE   ? search->rules
                             : owner.kind == PT_OWNER_DUTY ? search->duties
                                                           : search->lists;
    return &work[owner.index];
}

/* The last case asked takes these. */
static void note_paths(pt_frontier_search *search, const pt_frontier_work *work)
{
    const pt_probe *probe = &search->probe;
    for (size_t f = 0; f < work->function_count; f++) {
        const pt_coverage_function *of = &probe->counters->functions[work->functions[f]->number];
        for (size_t t = 0; t < of->tree_count; t++)
            for (uint32_t p = 0; p < of->trees[t].path_count; p++) {
                uint32_t counter = of->trees[t].first_path + p;
                search->reached[counter] |= probe->coverage.counts[counter] > 0;
            }
    }
}

pt_frontier_found *pt_frontier_keep(pt_frontier_search *search, pt_frontier_work *work,
                                    const pt_made_case *made)
{
    for (size_t i = 0; i < work->found_count; i++)
        if (pt_case_equal(&work->found[i]->made, made))
            return work->found[i];
    if (!pt_probe_ask(&search->probe, made))
        return NULL;
    work->found = pt_arena_grow(search->arena, work->found, work->found_count,
                                &work->found_capacity, sizeof *work->found);
    pt_frontier_found *found = PT_NEW(search->arena, pt_frontier_found);
    found->made = *made;
    found->outcome = search->probe.outcome;
    note_paths(search, work);
    work->found[work->found_count++] = found;
    return found;
}

/* --- Walking a tree --------------------------------------------------------------------------- */

static const pt_coverage_tree *counters_of(const pt_frontier_walk *walk)
{
    const pt_coverage_plan *plan = walk->search->probe.counters;
    return &plan->functions[walk->function->number].trees[walk->shared];
}

static pt_frontier_miss *add_miss(pt_frontier_search *search, pt_frontier_work *work,
                                  const pt_function *function, const pt_coverage_tree *of)
{
    pt_frontier *result = &work->result;
    result->misses = pt_arena_grow(search->arena, result->misses, result->miss_count,
                                   &result->miss_capacity, sizeof *result->misses);
    pt_frontier_miss *made = &result->misses[result->miss_count++];
    *made = (pt_frontier_miss){.function = function, .tree = of->tree, .counter = of->first_path};
    return made;
}

/* `node` is the question in hand; NULL: there is none, and all paths of the tree are behind it. */
static void miss(pt_frontier_walk *walk, const pt_node *node, bool answer)
{
    const pt_coverage_tree *of = counters_of(walk);
    pt_frontier_miss *made = add_miss(walk->search, walk->work, walk->function, of);
    made->test = node == NULL ? NULL : &node->test;
    made->answer = answer;
    made->paths = of->path_count;
    if (node == NULL)
        return;
    for (size_t i = 0; i < walk->depth; i++)
        if (!walk->steps[i].answer)
            made->first_path += of->below[walk->tree->nodes[walk->steps[i].node].yes];
    made->first_path += answer ? 0 : of->below[node->yes];
    made->paths = of->below[answer ? node->yes : node->no];
}

/* Another case that was found before and comes by here, when `at` could not be turned. */
static bool turn_another(pt_frontier_walk *walk, bool wanted)
{
    size_t tried = 0;
    for (size_t i = walk->work->found_count; i-- > 0 && tried < MOST_OTHERS;) {
        pt_made_case at = walk->work->found[i]->made;
        if (!pt_probe_ask(&walk->search->probe, &at) || !pt_frontier_on_path(walk))
            continue;
        walk->spent = 0;
        if (pt_frontier_try(walk, &at, wanted, &walk->other))
            return true;
        tried++;
        if (pt_frontier_turn(walk, &at, wanted))
            return true;
    }
    return false;
}

static void visit(pt_frontier_walk *walk, uint32_t index, const pt_made_case *at, size_t *visits);

static void go_on(pt_frontier_walk *walk, uint32_t index, bool answer, const pt_made_case *at,
                  size_t *visits)
{
    const pt_node *node = &walk->tree->nodes[index];
    walk->steps[walk->depth++] = (pt_trace_step){index, answer};
    visit(walk, answer ? node->yes : node->no, at, visits);
    walk->depth--;
    walk->node = index;
}

static void visit(pt_frontier_walk *walk, uint32_t index, const pt_made_case *at, size_t *visits)
{
    const pt_node *node = &walk->tree->nodes[index];
    pt_probe *probe = &walk->search->probe;
    if (node->is_leaf || ++*visits > MOST_VISITS) {
        pt_frontier_keep(walk->search, walk->work, at);
        if (node->is_leaf)
            pt_frontier_vary(walk, &node->leaf, at);
        return;
    }
    if (walk->search->step != NULL)
        walk->search->step(walk->search->context);
    walk->node = index;
    if (!pt_probe_ask(probe, at) || !pt_frontier_on_path(walk) || probe->step_count <= walk->depth)
        return;
    bool answer = probe->steps[walk->depth].answer;
    pt_frontier_edge(walk, at);
    go_on(walk, index, answer, at, visits);
    if (pt_frontier_turn(walk, at, !answer) || turn_another(walk, !answer)) {
        pt_made_case other = walk->other;
        pt_frontier_edge(walk, &other);
        go_on(walk, index, !answer, &other, visits);
    } else {
        miss(walk, node, !answer);
    }
}

/* --- Where a walk begins ---------------------------------------------------------------------- */

static pt_date clamp(pt_date day, pt_date low, pt_date high)
{
    return day < low ? low : day > high ? high : day;
}

/* The ground whose `bij` this is, or NULL. */
static const pt_ground *ground_of(const pt_frontier_walk *walk)
{
    const pt_block *block = &walk->search->pack->blocks[walk->function->block];
    for (size_t i = 0; i < block->ground_count; i++)
        if (block->grounds[i].applies == walk->function)
            return &block->grounds[i];
    return NULL;
}

/* A day of the tree, as near to 15 September 2026 as there is one; NONE: it is never in force. */
static pt_date day_of(const pt_frontier_walk *walk)
{
    enum { USUAL = 20711 };
    const pt_pack *pack = walk->search->pack;
    const pt_block *block = &pack->blocks[walk->function->block];
    const pt_coverage_function *of =
        &walk->search->probe.counters->functions[walk->function->number];
    const pt_ground *ground = ground_of(walk);
    pt_date first = ground == NULL ? block->from : ground->from;
    pt_date last = ground == NULL ? block->until : ground->until;
    pt_date best = PT_DATE_NONE;
    int64_t nearest = INT64_MAX;
    for (size_t i = 0; i < walk->function->period_count; i++) {
        const pt_tree_period *period = &walk->function->periods[i];
        pt_date from = period->from > first ? period->from : first;
        pt_date until = period->until < last ? period->until : last;
        from = from < pack->law_from ? pack->law_from : from;
        if (of->of_period[i] != walk->shared || from > until)
            continue;
        pt_date day = clamp(USUAL, from, until);
        int64_t off = day > USUAL ? day - USUAL : USUAL - day;
        if (off >= nearest)
            continue;
        nearest = off;
        best = day;
    }
    return best;
}

bool pt_frontier_bare(const pt_frontier_walk *walk, pt_made_case *made)
{
    const pt_pack *pack = walk->search->pack;
    const pt_block *block = &pack->blocks[walk->function->block];
    if (!pt_case_start(made, pack, walk->function->subject, walk->day))
        return false;
    if (walk->work->result.owner.kind == PT_OWNER_LIST) {
        const pt_list *list = &pack->lists[walk->work->result.owner.index];
        return pt_case_refer(made, pack, 0, list->reference);
    }
    return block->reference_date == PT_NO_INDEX ||
           pt_case_give(made, 0, block->reference_date, pt_value_of(PT_DATE, walk->day));
}

static bool begins(pt_frontier_walk *walk, pt_made_case *made)
{
    return pt_frontier_settle(walk, made) && pt_frontier_on_path(walk);
}

/* One found before for the same owner, as it is or moved to a day of this tree. */
static bool begin_with_found(pt_frontier_walk *walk, pt_made_case *made)
{
    size_t count = walk->work->found_count;
    for (size_t i = 0; i < count && i < MOST_STARTS; i++) {
        *made = walk->work->found[i]->made;
        if (begins(walk, made))
            return true;
    }
    for (size_t i = 0; i < count && i < MOST_STARTS; i++) {
        pt_made_case moved;
        if (!pt_frontier_bare(walk, &moved))
            return false;
        *made = moved;
        if (pt_case_graft(made, 0, &walk->work->found[i]->made, PT_GRAFT_SHIFTED, false) &&
            begins(walk, made))
            return true;
    }
    return false;
}

static bool begin_enriched(pt_frontier_walk *walk, pt_made_case *made)
{
    size_t count = walk->work->found_count;
    for (size_t i = 0; i < count && i < MOST_STARTS; i++) {
        *made = walk->work->found[i]->made;
        if (pt_frontier_enrich(walk, made) && begins(walk, made))
            return true;
    }
    return false;
}

static bool begin(pt_frontier_walk *walk, pt_made_case *made)
{
    if (!pt_frontier_bare(walk, made))
        return false;
    pt_frontier_keep(walk->search, walk->work, made);
    pt_made_case plain = *made;
    if (pt_frontier_settle(walk, &plain))
        pt_frontier_keep(walk->search, walk->work, &plain);
    *made = plain;
    return begins(walk, made) || begin_with_found(walk, made) || begin_enriched(walk, made);
}

static void walk_tree(pt_frontier_search *search, pt_frontier_work *work,
                      const pt_function *function, uint32_t shared)
{
    const pt_coverage_tree *of = &search->probe.counters->functions[function->number].trees[shared];
    pt_frontier_walk *walk = PT_NEW(search->arena, pt_frontier_walk);
    *walk = (pt_frontier_walk){
        .search = search, .work = work, .function = function, .tree = of->tree, .shared = shared};
    walk->edged = PT_NEW_ARRAY(search->arena, of->tree->node_count, bool);
    walk->day = day_of(walk);
    size_t misses = work->result.miss_count;
    size_t visits = 0;
    pt_made_case made;
    if (walk->day != PT_DATE_NONE && begin(walk, &made))
        visit(walk, of->tree->root, &made, &visits);
    else
        miss(walk, NULL, false);
    if (walk->day != PT_DATE_NONE && walk->work->result.miss_count > misses)
        pt_frontier_scatter(walk);
}

/* --- Choosing --------------------------------------------------------------------------------- */

/* What each case of an owner reaches, and which of that is not yet reached by one that is kept. */
typedef struct choosing {
    pt_frontier_search *search;
    pt_frontier_work *work;
    uint64_t *all; /* goals, each once */
    bool *done;
    size_t all_count;
    size_t all_capacity;
    size_t done_capacity;
    uint32_t **of; /* by case: numbers of goals */
    size_t *of_count;
} choosing;

static uint32_t number_of(choosing *c, uint64_t goal)
{
    for (size_t i = 0; i < c->all_count; i++)
        if (c->all[i] == goal)
            return (uint32_t)i;
    pt_arena *arena = c->search->arena;
    c->all = pt_arena_grow(arena, c->all, c->all_count, &c->all_capacity, sizeof *c->all);
    c->all[c->all_count] = goal;
    return (uint32_t)c->all_count++;
}

/* Of a duty every status that was seen is a goal too. */
static void add_statuses(choosing *c, pt_frontier_found *found)
{
    const pt_probe *probe = &c->search->probe;
    const pt_pack *pack = c->search->pack;
    if (probe->owner.kind != PT_OWNER_DUTY)
        return;
    const pt_group *group = &pack->duty_groups[probe->owner.index];
    for (uint16_t v = 0; v < group->version_count; v++)
        for (uint32_t s = 0; s < PT_DUTY_STATUSES; s++) {
            uint32_t counter =
                probe->counters->first_duty + (uint32_t)group->versions[v] * PT_DUTY_STATUSES + s;
            if (probe->coverage.counts[counter] > 0)
                pt_frontier_add_goal(c->search, found, pt_goal_path(counter));
        }
}

static void count_paths(choosing *c, size_t number)
{
    pt_probe *probe = &c->search->probe;
    pt_frontier_found *found = c->work->found[number];
    probe->function = NULL;
    if (!pt_probe_ask(probe, &found->made))
        return;
    add_statuses(c, found);
    for (size_t f = 0; f < c->work->function_count; f++) {
        const pt_coverage_function *of = &probe->counters->functions[c->work->functions[f]->number];
        for (size_t t = 0; t < of->tree_count; t++)
            for (uint32_t p = 0; p < of->trees[t].path_count; p++)
                if (probe->coverage.counts[of->trees[t].first_path + p] > 0)
                    pt_frontier_add_goal(c->search, found,
                                         pt_goal_path(of->trees[t].first_path + p));
    }
}

static void number_goals(choosing *c)
{
    pt_arena *arena = c->search->arena;
    size_t count = c->work->found_count;
    c->of = PT_NEW_ARRAY(arena, count, uint32_t *);
    c->of_count = PT_NEW_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        count_paths(c, i);
        const pt_frontier_found *found = c->work->found[i];
        c->of[i] = PT_NEW_ARRAY(arena, found->goal_count, uint32_t);
        c->of_count[i] = found->goal_count;
        for (size_t g = 0; g < found->goal_count; g++)
            c->of[i][g] = number_of(c, found->goals[g]);
    }
    c->done = PT_NEW_ARRAY(arena, c->all_count, bool);
}

static size_t adds(const choosing *c, size_t number)
{
    size_t fresh = 0;
    for (size_t g = 0; g < c->of_count[number]; g++)
        fresh += !c->done[c->of[number][g]];
    return fresh;
}

/* Of those that add the same, the one with the fewest facts, then the one found first. */
static bool better(const choosing *c, size_t one, size_t other)
{
    size_t adds_one = adds(c, one);
    size_t adds_other = adds(c, other);
    if (adds_one != adds_other)
        return adds_one > adds_other;
    return c->work->found[one]->made.given_count < c->work->found[other]->made.given_count;
}

static void choose(choosing *c)
{
    pt_frontier *result = &c->work->result;
    size_t count = c->work->found_count;
    result->cases = PT_NEW_ARRAY(c->search->arena, count, const pt_made_case *);
    for (;;) {
        size_t best = 0;
        for (size_t i = 1; i < count; i++)
            if (better(c, i, best))
                best = i;
        if (count == 0 || adds(c, best) == 0)
            return;
        for (size_t g = 0; g < c->of_count[best]; g++)
            c->done[c->of[best][g]] = true;
        result->cases[result->case_count++] = &c->work->found[best]->made;
    }
}

static bool has_goal(const choosing *c, uint64_t goal)
{
    for (size_t i = 0; i < c->all_count; i++)
        if (c->all[i] == goal)
            return true;
    return false;
}

static void count_edges(choosing *c, const pt_function *function, const pt_coverage_tree *of)
{
    pt_frontier *result = &c->work->result;
    for (uint32_t n = 0; n < of->tree->node_count; n++) {
        const pt_node *node = &of->tree->nodes[n];
        uint32_t counter = of->first_node + 2 * n;
        if (node->is_leaf || node->test.kind != PT_TEST_AT_MOST)
            continue;
        result->edges.total++;
        if (has_goal(c, pt_goal_side(counter, true)) && has_goal(c, pt_goal_side(counter, false))) {
            result->edges.reached++;
            continue;
        }
        pt_frontier_miss *made = add_miss(c->search, c->work, function, of);
        made->test = &node->test;
        made->of_edge = true;
    }
}

static void count_all(choosing *c)
{
    pt_frontier *result = &c->work->result;
    for (size_t f = 0; f < c->work->function_count; f++) {
        const pt_coverage_function *of =
            &c->search->probe.counters->functions[c->work->functions[f]->number];
        for (size_t t = 0; t < of->tree_count; t++) {
            for (uint32_t p = 0; p < of->trees[t].path_count; p++) {
                result->paths.total++;
                result->paths.reached += has_goal(c, pt_goal_path(of->trees[t].first_path + p));
            }
            count_edges(c, c->work->functions[f], &of->trees[t]);
        }
    }
}

/* What was found in another way is no miss; paths behind several are told of once. */
static void drop_misses(pt_frontier_search *search, pt_frontier *result)
{
    size_t kept = 0;
    for (size_t i = 0; i < result->miss_count; i++) {
        pt_frontier_miss miss_now = result->misses[i];
        uint32_t left = 0;
        for (uint32_t p = 0; p < miss_now.paths; p++)
            left += !search->reached[miss_now.counter + miss_now.first_path + p];
        miss_now.paths = left;
        if (left > 0 || miss_now.of_edge)
            result->misses[kept++] = miss_now;
    }
    result->miss_count = kept;
}

/* --- The whole -------------------------------------------------------------------------------- */

static void seek_inputs(pt_frontier_search *search, const pt_function *function)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind == PT_INPUT_RULE)
            pt_frontier_of(search, (pt_owner){PT_OWNER_RULE, input->index});
        else if (input->kind == PT_INPUT_LIST)
            pt_frontier_of(search, (pt_owner){PT_OWNER_LIST, input->index});
    }
}

static void seek(pt_frontier_search *search, pt_frontier_work *work, pt_owner owner)
{
    choosing c = {.search = search, .work = work};
    work->function_count =
        pt_owner_functions(search->pack, owner, work->functions, PT_FRONTIER_FUNCTIONS);
    for (size_t f = 0; f < work->function_count; f++)
        seek_inputs(search, work->functions[f]);
    search->probe.owner = owner;
    for (size_t f = 0; f < work->function_count; f++) {
        const pt_function *function = work->functions[f];
        work->result.free = work->result.free || function->period_count == 0;
        search->probe.function = function;
        for (uint32_t t = 0; t < search->probe.counters->functions[function->number].tree_count;
             t++)
            walk_tree(search, work, function, t);
    }
    if (owner.kind == PT_OWNER_DUTY)
        pt_frontier_turn_terms(search, work);
    number_goals(&c);
    choose(&c);
    drop_misses(search, &work->result);
    count_all(&c);
}

const pt_frontier *pt_frontier_of(pt_frontier_search *search, pt_owner owner)
{
    pt_frontier_work *work = pt_frontier_work_of(search, owner);
    if (!work->begun) {
        work->begun = true;
        work->result.owner = owner;
        seek(search, work, owner);
    }
    return &work->result;
}

size_t pt_frontier_cases(pt_frontier_search *search, pt_owner owner,
                         const pt_made_case *const **cases)
{
    pt_frontier_of(search, owner);
    const pt_frontier_work *work = pt_frontier_work_of(search, owner);
    const pt_made_case **all = PT_NEW_ARRAY(search->arena, work->found_count, const pt_made_case *);
    for (size_t i = 0; i < work->found_count; i++)
        all[i] = &work->found[i]->made;
    *cases = all;
    return work->found_count;
}
