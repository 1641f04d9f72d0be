/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/whynot.h"

#include <string.h>

#include "analyse/whynot_reach.h"
#include "analyse/whynot_values.h"

/* Functions evaluated before the search for more changes at once is given up. */
enum { MOST_WORK = 400000, MOST_FOUND = 64 };

typedef struct search {
    pt_arena *arena;
    pt_arena *scratch; /* copies of what paths read, one a level */
    const pt_situation *situation;
    pt_trial trial;
    pt_value wanted;
    uint32_t changed[PT_WHY_NOT_CHANGES]; /* in the order in which they were chosen */
    size_t depth;
    size_t goal; /* changes at once in this round */
    pt_way_out found[MOST_FOUND];
    size_t found_count;
    bool exact; /* of the values tried since the round began */
    bool cut;
} search;

/* --- What was found --------------------------------------------------------------------------- */

static bool is_changed(const search *s, uint32_t fact)
{
    for (size_t i = 0; i < s->depth; i++)
        if (s->changed[i] == fact)
            return true;
    return false;
}

/* Are all facts of the way among those changed now? */
static bool is_covered(const search *s, const pt_way_out *way)
{
    for (size_t i = 0; i < way->count; i++)
        if (!is_changed(s, way->changes[i].fact))
            return false;
    return true;
}

/* Something smaller does already, so adding to it is no answer. */
static bool is_needless(const search *s)
{
    for (size_t i = 0; i < s->found_count; i++)
        if (s->found[i].count < s->depth && is_covered(s, &s->found[i]))
            return true;
    return false;
}

static pt_way_out *same_facts(search *s)
{
    for (size_t i = 0; i < s->found_count; i++)
        if (s->found[i].count == s->depth && is_covered(s, &s->found[i]))
            return &s->found[i];
    return NULL;
}

static uint64_t distance_now(const search *s)
{
    uint64_t distance = 0;
    for (size_t i = 0; i < s->depth; i++)
        distance += pt_value_distance(s->situation, s->changed[i], s->trial.facts[s->changed[i]]);
    return distance;
}

static bool gives(search *s)
{
    return pt_value_equal(pt_trial_rule(&s->trial, 0), s->wanted);
}

/* Brings one changed fact as near as it can be while the others stay. */
static void tighten_one(search *s, uint32_t fact)
{
    pt_value best = s->trial.facts[fact];
    uint64_t least = pt_value_distance(s->situation, fact, best);
    pt_values values = pt_values_of(&s->trial, fact, s->wanted, false);
    for (size_t i = 0; i < values.count; i++) {
        uint64_t distance = pt_value_distance(s->situation, fact, values.values[i]);
        pt_trial_set(&s->trial, fact, values.values[i]);
        if (distance < least && gives(s)) {
            best = values.values[i];
            least = distance;
        }
    }
    pt_trial_set(&s->trial, fact, best);
}

static void tighten(search *s)
{
    uint64_t before = UINT64_MAX;
    while (s->depth > 1 && distance_now(s) < before) {
        before = distance_now(s);
        for (size_t i = 0; i < s->depth; i++)
            tighten_one(s, s->changed[i]);
    }
}

static void sort_changes(pt_way_out *way)
{
    for (size_t i = 1; i < way->count; i++)
        for (size_t j = i; j > 0 && way->changes[j].fact < way->changes[j - 1].fact; j--) {
            pt_fact_change moved = way->changes[j];
            way->changes[j] = way->changes[j - 1];
            way->changes[j - 1] = moved;
        }
}

static void record(search *s)
{
    pt_value kept[PT_WHY_NOT_CHANGES];
    for (size_t i = 0; i < s->depth; i++)
        kept[i] = s->trial.facts[s->changed[i]];
    tighten(s);
    uint64_t distance = distance_now(s);
    pt_way_out *way = same_facts(s);
    if (way == NULL && s->found_count < MOST_FOUND) {
        way = &s->found[s->found_count++];
        *way = (pt_way_out){.count = s->depth, .distance = UINT64_MAX};
        way->changes = PT_NEW_ARRAY(s->arena, s->depth, pt_fact_change);
    } else if (way == NULL) {
        s->cut = true;
    }
    if (way != NULL && distance < way->distance) {
        way->distance = distance;
        for (size_t i = 0; i < s->depth; i++)
            way->changes[i] =
                (pt_fact_change){.fact = s->changed[i], .to = s->trial.facts[s->changed[i]]};
        sort_changes(way);
    }
    for (size_t i = 0; i < s->depth; i++)
        pt_trial_set(&s->trial, s->changed[i], kept[i]);
}

/* --- Searching -------------------------------------------------------------------------------- */

static void look(search *s);

static void change(search *s, uint32_t fact)
{
    pt_value stood = s->trial.facts[fact];
    bool more = s->depth + 1 < s->goal;
    pt_values values = pt_values_of(&s->trial, fact, s->wanted, more);
    s->exact = s->exact && values.exact;
    s->changed[s->depth++] = fact;
    for (size_t i = 0; i < values.count && !s->cut && !is_needless(s); i++) {
        pt_trial_set(&s->trial, fact, values.values[i]);
        look(s);
    }
    s->depth--;
    pt_trial_set(&s->trial, fact, stood);
}

static void look(search *s)
{
    if (s->trial.evaluated > MOST_WORK) {
        s->cut = true;
        return;
    }
    if (gives(s)) {
        if (s->depth == s->goal)
            record(s);
        return;
    }
    if (s->depth == s->goal)
        return;
    bool *read = PT_NEW_ARRAY(s->scratch, s->situation->fact_count, bool);
    pt_trial_read(&s->trial, read);
    for (uint32_t i = 0; i < s->situation->fact_count && !s->cut; i++)
        if (read[i] && s->situation->facts[i].changes && !is_changed(s, i))
            change(s, i);
}

static bool comes_before(const pt_way_out *a, const pt_way_out *b)
{
    return a->count != b->count ? a->count < b->count : a->distance < b->distance;
}

/* Stable: ways that are equally small stay in the order of their facts. */
static void sort_ways(search *s)
{
    for (size_t i = 1; i < s->found_count; i++)
        for (size_t j = i; j > 0 && comes_before(&s->found[j], &s->found[j - 1]); j--) {
            pt_way_out moved = s->found[j];
            s->found[j] = s->found[j - 1];
            s->found[j - 1] = moved;
        }
}

/* One change more than the smallest way is still worth showing; two are not. */
static void search_all(search *s, pt_why_not *answer)
{
    for (size_t goal = 1; goal <= PT_WHY_NOT_CHANGES && !s->cut; goal++) {
        bool enough = s->found_count >= PT_WHY_NOT_WAYS ||
                      (s->found_count > 0 && goal > s->found[0].count + 1);
        if (enough)
            break;
        size_t before = s->found_count;
        s->goal = goal;
        look(s);
        pt_arena_reset(s->scratch);
        if (before == 0)
            answer->exact = s->exact && !s->cut;
        answer->most = s->cut ? goal - 1 : goal;
    }
    sort_ways(s);
}

/* --- Other words ------------------------------------------------------------------------------ */

static void make(search *s, const pt_way_out *way)
{
    for (size_t i = 0; i < way->count; i++)
        pt_trial_set(&s->trial, way->changes[i].fact, way->changes[i].to);
}

static void unmake(search *s, const pt_way_out *way)
{
    for (size_t i = 0; i < way->count; i++)
        pt_trial_set(&s->trial, way->changes[i].fact,
                     s->situation->facts[way->changes[i].fact].value);
}

static void find_instead(search *s, pt_fact_change *change)
{
    const pt_situated_fact *fact = &s->situation->facts[change->fact];
    const pt_type *type = &fact->fact->type;
    if (type->kind != PT_CHOICE || !pt_is_value(change->to))
        return;
    pt_value *instead = PT_NEW_ARRAY(s->arena, PT_LIMIT_CHOICE_WORDS, pt_value);
    for (int64_t word = type->low; word <= type->high; word++) {
        pt_value value = {.kind = type->kind, .set = type->set, .amount = word};
        if (pt_value_equal(value, change->to) || pt_value_equal(value, fact->value))
            continue;
        pt_trial_set(&s->trial, change->fact, value);
        if (gives(s))
            instead[change->instead_count++] = value;
    }
    change->instead = instead;
    pt_trial_set(&s->trial, change->fact, change->to);
}

/* --- Exceptions ------------------------------------------------------------------------------- */

static void add_fallen(search *s, pt_way_out *way, const pt_situated_exception *exception)
{
    const pt_situated_exception **fallen =
        PT_NEW_ARRAY(s->arena, way->fallen_count + 1, const pt_situated_exception *);
    if (way->fallen_count > 0)
        memcpy(fallen, way->fallen, way->fallen_count * sizeof *fallen);
    fallen[way->fallen_count++] = exception;
    way->fallen = fallen;
}

static void find_fallen(search *s, pt_way_out *way, const pt_situated_rule *rule)
{
    for (size_t i = 0; rule->followed && i < rule->exception_count; i++) {
        if (!pt_trial_exception(&s->trial, &rule->exceptions[i]))
            continue;
        make(s, way);
        bool holds = pt_trial_exception(&s->trial, &rule->exceptions[i]);
        unmake(s, way);
        if (!holds)
            add_fallen(s, way, &rule->exceptions[i]);
    }
}

/* --- The whole -------------------------------------------------------------------------------- */

static void keep_ways(search *s, pt_why_not *answer)
{
    answer->way_count = s->found_count < PT_WHY_NOT_WAYS ? s->found_count : PT_WHY_NOT_WAYS;
    answer->ways = PT_NEW_ARRAY(s->arena, answer->way_count, pt_way_out);
    for (size_t i = 0; i < answer->way_count; i++) {
        answer->ways[i] = s->found[i];
        for (size_t r = 0; r < s->situation->rule_count; r++)
            find_fallen(s, &answer->ways[i], &s->situation->rules[r]);
        make(s, &answer->ways[i]);
        for (size_t j = 0; j < answer->ways[i].count; j++)
            find_instead(s, &answer->ways[i].changes[j]);
        unmake(s, &answer->ways[i]);
    }
}

const pt_why_not *pt_why_not_find(pt_arena *arena, const pt_situation *situation,
                                  pt_tree_reading trees, pt_value wanted)
{
    pt_why_not *answer = PT_NEW(arena, pt_why_not);
    search *s = PT_NEW(arena, search);
    *s = (search){.arena = arena,
                  .scratch = pt_arena_create(),
                  .situation = situation,
                  .trial = pt_trial_create(arena, situation, trees),
                  .wanted = wanted,
                  .exact = true};
    answer->wanted = wanted;
    answer->exact = true;
    answer->already = gives(s);
    if (!answer->already && !situation->without_law)
        answer->impossible = pt_why_not_excluded(s->scratch, &s->trial, wanted);
    pt_arena_reset(s->scratch);
    if (!answer->already && !answer->impossible && !situation->without_law)
        search_all(s, answer);
    keep_ways(s, answer);
    pt_arena_destroy(s->scratch);
    return answer;
}
