/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/cover.h"

#include <string.h>

#include "analyse/questions.h"

typedef struct adding {
    pt_arena *arena;
    const pt_pack *pack;
    const pt_coverage_plan *plan;
    const uint64_t *counts;
    pt_covered *covered;
    size_t capacity;
} adding;

static void count(adding *a, pt_covered_kind kind, bool reached)
{
    a->covered->shares[kind].total++;
    a->covered->shares[kind].reached += reached;
}

static pt_unreached *list(adding *a, pt_covered_kind kind, uint32_t block, pt_position at)
{
    pt_covered *covered = a->covered;
    covered->unreached = pt_arena_grow(a->arena, covered->unreached, covered->unreached_count,
                                       &a->capacity, sizeof *covered->unreached);
    pt_unreached *made = &covered->unreached[covered->unreached_count++];
    memset(made, 0, sizeof *made);
    made->kind = (uint8_t)kind;
    made->block = block;
    made->at = at;
    return made;
}

static const pt_block *block_of(const adding *a, uint32_t block)
{
    return &a->pack->blocks[block];
}

/* --- Lines of the rule files ------------------------------------------------------------------ */

static size_t lines_in(const pt_source *source)
{
    size_t lines = 1;
    for (size_t i = 0; i < source->length; i++)
        lines += source->text[i] == '\n';
    return lines;
}

static void open_files(adding *a)
{
    pt_covered *covered = a->covered;
    covered->file_count = a->pack->source_count;
    covered->files = PT_NEW_ARRAY(a->arena, covered->file_count, pt_covered_file);
    for (size_t i = 0; i < covered->file_count; i++) {
        pt_covered_file *file = &covered->files[i];
        file->source = &a->pack->sources[i];
        file->line_count = lines_in(file->source);
        file->lines = PT_NEW_ARRAY(a->arena, file->line_count, pt_covered_line);
    }
}

static pt_covered_line *line_at(adding *a, pt_position at)
{
    for (size_t i = 0; at.source != NULL && i < a->covered->file_count; i++) {
        pt_covered_file *file = &a->covered->files[i];
        if (strcmp(file->source->path, at.source->path) != 0 || at.line == 0 ||
            at.line > file->line_count)
            continue;
        file->lines[at.line - 1].line = at.line;
        return &file->lines[at.line - 1];
    }
    return NULL;
}

static void reach_line(adding *a, pt_position at, uint64_t times)
{
    pt_covered_line *line = line_at(a, at);
    if (line != NULL)
        line->reached += times;
}

static void ask_line(adding *a, pt_position at, uint64_t yes, uint64_t no)
{
    pt_covered_line *line = line_at(a, at);
    if (line == NULL)
        return;
    line->asks = true;
    line->one_sided = line->one_sided || yes == 0 || no == 0;
    line->reached += yes + no;
    line->yes += yes;
    line->no += no;
}

/* --- Rules, exceptions, duties ---------------------------------------------------------------- */

static void add_version(adding *a, uint32_t block, uint64_t reached, const pt_function *function)
{
    count(a, PT_COVERED_RULE, reached > 0);
    reach_line(a, block_of(a, block)->at, reached);
    if (reached > 0)
        return;
    pt_unreached *missing = list(a, PT_COVERED_RULE, block, block_of(a, block)->at);
    missing->weight = function == NULL ? 0 : a->counts[a->plan->first_function + function->number];
    missing->never_asked = missing->weight == 0;
}

static uint64_t times_in_force(const adding *a, uint16_t duty)
{
    uint64_t times = 0;
    for (uint32_t s = 0; s < PT_DUTY_STATUSES; s++)
        times += a->counts[a->plan->first_duty + (uint32_t)duty * PT_DUTY_STATUSES + s];
    return times;
}

static void add_versions(adding *a)
{
    const pt_pack *pack = a->pack;
    for (uint16_t i = 0; i < pack->rule_count; i++)
        add_version(a, pack->rules[i].block, a->counts[a->plan->first_rule + i], NULL);
    for (uint16_t i = 0; i < pack->exception_count; i++)
        add_version(a, pack->exceptions[i].block, a->counts[a->plan->first_exception + i],
                    pack->exceptions[i].condition);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        add_version(a, pack->duties[i].block, times_in_force(a, i), NULL);
}

/* The statuses that the declaration of a duty makes possible, as a set. */
static unsigned possible_statuses(const pt_duty *duty)
{
    bool timed = duty->recurrence != PT_ONCE || duty->term.start != NULL ||
                 duty->term.fixed != NULL || duty->term.end_of != PT_NO_INDEX;
    bool met = duty->fulfilled != NULL || duty->fulfilled_by_event != PT_NO_INDEX;
    unsigned set = 1u << PT_DUTY_OPEN;
    if (met)
        set |= 1u << PT_DUTY_FULFILLED;
    if (timed && !duty->faculty)
        set |= 1u << PT_DUTY_LATE;
    /* What happens after a period has ended does not fulfil it any more. */
    if (timed && met && (duty->recurrence == PT_ONCE || duty->recurs_month != 0))
        set |= 1u << PT_DUTY_FULFILLED_LATE;
    if (duty->term.standstill_count > 0)
        set |= 1u << PT_DUTY_STANDS_STILL;
    if (duty->lapses != NULL || (timed && duty->faculty) || duty->recurs_until != PT_NO_INDEX)
        set |= 1u << PT_DUTY_LAPSED;
    return set;
}

static void add_status(adding *a, const pt_group *group, uint8_t status)
{
    uint64_t reached = 0;
    uint64_t all = 0;
    for (uint16_t i = 0; i < group->version_count; i++) {
        uint32_t first = a->plan->first_duty + (uint32_t)group->versions[i] * PT_DUTY_STATUSES;
        reached += a->counts[first + status];
        all += times_in_force(a, group->versions[i]);
    }
    count(a, PT_COVERED_DUTY, reached > 0);
    if (reached > 0 || all == 0)
        return;
    uint32_t block = a->pack->duties[group->versions[0]].block;
    pt_unreached *missing = list(a, PT_COVERED_DUTY, block, block_of(a, block)->at);
    missing->status = status;
    missing->weight = status == PT_DUTY_OPEN || status == PT_DUTY_LATE ? UINT32_MAX + all : all;
}

static void add_duties(adding *a)
{
    for (uint16_t i = 0; i < a->pack->duty_group_count; i++) {
        const pt_group *group = &a->pack->duty_groups[i];
        unsigned possible = 0;
        for (uint16_t v = 0; v < group->version_count; v++)
            possible |= possible_statuses(&a->pack->duties[group->versions[v]]);
        for (int status = PT_DUTY_OPEN; status < PT_DUTY_STATUSES; status++)
            if ((possible >> status & 1) != 0)
                add_status(a, group, (uint8_t)status);
    }
}

/* --- Questions and paths ---------------------------------------------------------------------- */

static void add_answer(adding *a, const pt_function *function, const pt_question *question,
                       bool answer, uint64_t times, uint64_t other)
{
    count(a, PT_COVERED_ANSWER, times > 0);
    uint64_t asked = a->counts[a->plan->first_function + function->number];
    if (times > 0 || asked == 0 || (other == 0 && answer))
        return; /* a question that was never asked is listed once */
    pt_unreached *missing = list(a, PT_COVERED_ANSWER, function->block, question->test->at);
    missing->answer = answer;
    missing->never_asked = other == 0;
    missing->weight = other;
    missing->words = pt_question_words(a->arena, a->pack, function, question);
}

static void add_questions(adding *a, const pt_function *function, const pt_coverage_function *of)
{
    pt_questions questions = pt_questions_of(a->arena, of);
    uint64_t(*answers)[2] = pt_arena_array(a->arena, questions.count, sizeof *answers);
    for (size_t t = 0; t < of->tree_count; t++)
        for (size_t n = 0; n < of->trees[t].tree->node_count; n++) {
            uint32_t question = questions.of_node[t][n];
            if (question == PT_NO_QUESTION)
                continue;
            bool opposite = questions.items[question].opposite;
            const uint64_t *counts = &a->counts[of->trees[t].first_node + 2 * n];
            answers[question][0] += counts[opposite ? 1 : 0];
            answers[question][1] += counts[opposite ? 0 : 1];
        }
    for (size_t q = 0; q < questions.count; q++) {
        const pt_question *question = &questions.items[q];
        ask_line(a, question->test->at, answers[q][1], answers[q][0]);
        add_answer(a, function, question, true, answers[q][1], answers[q][0]);
        add_answer(a, function, question, false, answers[q][0], answers[q][1]);
    }
}

static void add_leaves(adding *a, const pt_coverage_function *of)
{
    for (size_t t = 0; t < of->tree_count; t++)
        for (size_t n = 0; n < of->trees[t].tree->node_count; n++) {
            const pt_node *node = &of->trees[t].tree->nodes[n];
            if (node->is_leaf)
                reach_line(a, node->leaf.at, a->counts[of->trees[t].first_node + 2 * n]);
        }
}

static void add_paths(adding *a, const pt_function *function, const pt_coverage_function *of)
{
    size_t total = 0;
    size_t reached = 0;
    for (size_t t = 0; t < of->tree_count; t++) {
        total += of->trees[t].path_count;
        for (uint32_t p = 0; p < of->trees[t].path_count; p++)
            reached += a->counts[of->trees[t].first_path + p] > 0;
    }
    a->covered->shares[PT_COVERED_PATH].total += total;
    a->covered->shares[PT_COVERED_PATH].reached += reached;
    uint64_t asked = a->counts[a->plan->first_function + function->number];
    if (reached == total || asked == 0)
        return;
    pt_unreached *missing = list(a, PT_COVERED_PATH, function->block, function->at);
    missing->missing = total - reached;
    missing->total = total;
    missing->weight = missing->missing;
    missing->words = function->path;
}

static void add_functions(adding *a)
{
    for (uint32_t i = 0; i < a->pack->function_count; i++) {
        const pt_function *function = a->pack->functions[i];
        const pt_coverage_function *of = &a->plan->functions[i];
        a->covered->free += function->period_count == 0;
        add_questions(a, function, of);
        add_leaves(a, of);
        add_paths(a, function, of);
    }
}

/* --- Articles, events, parameters ------------------------------------------------------------- */

/* One article may ground many blocks; it is reached when one of them was under it. */
static void add_articles(adding *a)
{
    pt_map articles = pt_map_create(a->arena);
    size_t most = 0;
    for (uint32_t b = 0; b < a->pack->block_count; b++)
        most += block_of(a, b)->ground_count;
    uint64_t *reached = PT_NEW_ARRAY(a->arena, most, uint64_t);
    for (uint32_t b = 0; b < a->pack->block_count; b++)
        for (size_t g = 0; g < block_of(a, b)->ground_count; g++) {
            const pt_ground *ground = &block_of(a, b)->grounds[g];
            uint32_t index = (uint32_t)articles.count;
            if (!pt_map_add(&articles, ground->source, index))
                pt_map_find(&articles, ground->source, &index);
            reached[index] += a->counts[a->plan->first_ground[b] + g];
        }
    for (uint32_t b = 0; b < a->pack->block_count; b++)
        for (size_t g = 0; g < block_of(a, b)->ground_count; g++) {
            const pt_ground *ground = &block_of(a, b)->grounds[g];
            uint32_t index = 0;
            pt_map_find(&articles, ground->source, &index);
            if (reached[index] == 0)
                list(a, PT_COVERED_ARTICLE, b, ground->at)->words = ground->source;
            if (reached[index] != UINT64_MAX)
                count(a, PT_COVERED_ARTICLE, reached[index] > 0);
            reached[index] = UINT64_MAX; /* dealt with */
        }
}

static void add_events(adding *a)
{
    for (uint16_t i = 0; i < a->pack->event_count; i++) {
        uint32_t block = a->pack->events[i].block;
        uint64_t times = a->counts[a->plan->first_event + i];
        count(a, PT_COVERED_EVENT, times > 0);
        reach_line(a, block_of(a, block)->at, times);
        if (times == 0)
            list(a, PT_COVERED_EVENT, block, block_of(a, block)->at)->words =
                block_of(a, block)->name;
    }
}

static void add_parameters(adding *a)
{
    for (uint16_t p = 0; p < a->pack->parameter_count; p++) {
        const pt_parameter *parameter = &a->pack->parameters[p];
        for (size_t v = 0; v < parameter->value_count; v++) {
            bool used = a->counts[a->plan->first_value[p] + v] > 0;
            count(a, PT_COVERED_PARAMETER, used);
            if (used)
                continue;
            pt_unreached *missing =
                list(a, PT_COVERED_PARAMETER, UINT32_MAX, parameter->values[v].at);
            missing->words = parameter->name;
            missing->from = parameter->values[v].from;
        }
    }
}

static bool goes_before(const pt_unreached *a, const pt_unreached *b)
{
    return a->kind != b->kind ? a->kind < b->kind : a->weight > b->weight;
}

static void merge(pt_unreached *items, pt_unreached *room, size_t middle, size_t end)
{
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < end; i++) {
        bool from_right =
            left == middle || (right < end && goes_before(&items[right], &items[left]));
        room[i] = from_right ? items[right++] : items[left++];
    }
    memcpy(items, room, end * sizeof *items);
}

/* Stable: what weighs the same stays in order of declaration. */
static void sort(pt_unreached *items, pt_unreached *room, size_t count)
{
    if (count < 2)
        return;
    sort(items, room, count / 2);
    sort(items + count / 2, room, count - count / 2);
    merge(items, room, count / 2, count);
}

static void order(adding *a)
{
    pt_covered *covered = a->covered;
    pt_unreached *room = PT_NEW_ARRAY(a->arena, covered->unreached_count, pt_unreached);
    sort(covered->unreached, room, covered->unreached_count);
}

const pt_covered *pt_cover(pt_arena *arena, const pt_coverage *coverage)
{
    pt_covered *covered = PT_NEW(arena, pt_covered);
    adding a = {.arena = arena,
                .pack = coverage->plan->pack,
                .plan = coverage->plan,
                .counts = coverage->counts,
                .covered = covered};
    covered->pack = a.pack;
    open_files(&a);
    add_versions(&a);
    add_duties(&a);
    add_functions(&a);
    add_articles(&a);
    add_events(&a);
    add_parameters(&a);
    order(&a);
    return covered;
}
