/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/whynot_values.h"

#include <string.h>

enum { WALK = 400 }; /* steps around the present value for calendar words */

/* The line of values of the fact, counted in steps from the lowest one it may take. */
typedef struct line {
    pt_trial *trial;
    uint32_t fact;
    pt_value wanted;
    int64_t low;
    int64_t step;
    int64_t last;    /* the highest place */
    int64_t present; /* the place nearest to how it stood */
    int64_t starts[PT_MOST_STRETCHES];
    size_t count; /* stretches; each starts where the one before ends */
    bool exact;
    bool *reaches; /* by rule: its outcome rests on the fact */
    bool *visited;
} line;

/* What is held against a boundary: a test of a function, or the outcome against the wanted one. */
typedef struct question {
    const pt_situated_function *function;
    const pt_test *test; /* NULL: outcome <= wanted - below */
    int64_t below;
} question;

static bool is_ordered(const pt_type *type)
{
    return type->kind != PT_YESNO && type->kind != PT_CHOICE && type->kind != PT_SUBJECT;
}

static int64_t step_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

/* The past can no longer change. */
static int64_t lowest(const pt_situation *situation, const pt_type *type)
{
    return type->kind == PT_DATE && situation->day > type->low ? situation->day : type->low;
}

/* The value that one who knows nothing of the fact starts from. */
static int64_t anchor(const pt_situation *situation, const pt_situated_fact *fact)
{
    const pt_type *type = &fact->fact->type;
    int64_t from = lowest(situation, type);
    if (pt_is_value(fact->value))
        return fact->value.amount;
    return from < 0 ? (type->high < 0 ? type->high : 0) : from;
}

uint64_t pt_value_distance(const pt_situation *situation, uint32_t index, pt_value to)
{
    const pt_situated_fact *fact = &situation->facts[index];
    const pt_type *type = &fact->fact->type;
    if (!is_ordered(type) || !pt_is_value(to))
        return 1;
    int64_t away = to.amount - anchor(situation, fact);
    uint64_t steps = (uint64_t)(away < 0 ? -away : away) / (uint64_t)step_of(type);
    return steps + !pt_is_value(fact->value);
}

/* --- Asking ----------------------------------------------------------------------------------- */

static pt_value value_at(const line *l, int64_t place)
{
    const pt_type *type = &l->trial->situation->facts[l->fact].fact->type;
    return (pt_value){.kind = type->kind,
                      .unit = type->unit,
                      .set = type->set,
                      .amount = l->low + place * l->step};
}

enum { NO, YES, ABSENT };

static int outcome_at(line *l, const question *asked)
{
    pt_value found = pt_trial_rule(l->trial, 0);
    if (!pt_is_value(found))
        return ABSENT;
    return found.amount <= l->wanted.amount - asked->below ? YES : NO;
}

static int ask(line *l, const question *asked, int64_t place)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_trial_set(l->trial, l->fact, value_at(l, place));
    l->trial->evaluated++;
    if (asked->test == NULL)
        return outcome_at(l, asked);
    const pt_situated_function *of = asked->function;
    if (!pt_trial_inputs(l->trial, of, inputs))
        return ABSENT;
    uint32_t used = pt_inputs_of_test(of->tree, asked->test);
    for (uint16_t i = 0; i < of->function->input_count; i++)
        if ((used >> i & 1) != 0 && !pt_is_value(inputs[i]))
            return ABSENT;
    return l->trial->trees.test(l->trial->trees.context, of->function, of->tree, asked->test,
                                inputs)
               ? YES
               : NO;
}

/* --- Boundaries ------------------------------------------------------------------------------- */

static void add_start(line *l, int64_t start)
{
    size_t at = l->count;
    while (at > 0 && l->starts[at - 1] > start)
        at--;
    if (at > 0 && l->starts[at - 1] == start)
        return;
    if (l->count == PT_MOST_STRETCHES) {
        l->exact = false;
        return;
    }
    for (size_t i = l->count; i > at; i--)
        l->starts[i] = l->starts[i - 1];
    l->starts[at] = start;
    l->count++;
}

/* The answers at both ends differ, so it turns in between. */
static void halve(line *l, const question *asked, int64_t low, int64_t high)
{
    int first = ask(l, asked, low);
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (ask(l, asked, middle) == first)
            low = middle;
        else
            high = middle;
    }
    add_start(l, high);
}

static void walk(line *l, const question *asked, int64_t low, int64_t high)
{
    int64_t from = l->present - WALK > low ? l->present - WALK : low;
    int64_t to = l->present + WALK < high ? l->present + WALK : high;
    for (int64_t at = from, before = 0; at <= to; at++) {
        int64_t answer = ask(l, asked, at);
        if (at > from && answer != before)
            add_start(l, at);
        before = answer;
    }
}

static void find_turns(line *l, const question *asked, bool stairs)
{
    int64_t starts[PT_MOST_STRETCHES];
    size_t count = l->count;
    for (size_t i = 0; i < count; i++)
        starts[i] = l->starts[i];
    for (size_t i = 0; i < count; i++) {
        int64_t low = starts[i], high = i + 1 < count ? starts[i + 1] - 1 : l->last;
        if (stairs)
            walk(l, asked, low, high);
        if (ask(l, asked, low) != ask(l, asked, high))
            halve(l, asked, low, high);
    }
    l->exact = l->exact && !stairs;
}

static uint32_t reaching_inputs(const line *l, const pt_situated_function *of)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        const pt_situated_input *input = &of->inputs[i];
        bool own = input->kind == PT_SITUATED_FACT && input->index == l->fact;
        if (own || (input->kind == PT_SITUATED_RULE && l->reaches[input->index]))
            inputs |= (uint32_t)1 << i;
    }
    return inputs;
}

/* Does a calendar or rounding word of the form rest on these inputs? */
static bool has_stairs(const pt_tree *tree, const pt_form *form, uint32_t inputs)
{
    for (uint16_t i = 0; i < form->count; i++)
        if (tree->atoms[form->terms[i].atom].operation != PT_OP_INPUT &&
            (pt_inputs_of_atom(tree, form->terms[i].atom) & inputs) != 0)
            return true;
    return false;
}

/* Other facts in the same form that may change as well: the pair of them is not searched through.
 */
static bool is_shared(const line *l, const pt_situated_function *of, uint32_t others)
{
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        if ((others >> i & 1) == 0)
            continue;
        const pt_situated_input *input = &of->inputs[i];
        if ((input->kind == PT_SITUATED_RULE && l->trial->live[input->index]) ||
            (input->kind == PT_SITUATED_FACT && l->trial->situation->facts[input->index].changes))
            return true;
    }
    return false;
}

static bool look_at(line *l, const pt_situated_function *of)
{
    uint32_t reaching = reaching_inputs(l, of);
    for (size_t i = 0; reaching != 0 && i < of->tree->node_count; i++) {
        const pt_node *node = &of->tree->nodes[i];
        if (node->is_leaf || node->test.kind != PT_TEST_AT_MOST)
            continue;
        uint32_t used = pt_inputs_of_form(of->tree, &node->test.form);
        if ((used & reaching) == 0)
            continue;
        if (is_shared(l, of, used & ~reaching))
            l->exact = false;
        question asked = {of, &node->test, 0};
        find_turns(l, &asked, has_stairs(of->tree, &node->test.form, reaching));
    }
    return reaching != 0;
}

static bool visit(line *l, uint32_t rule);

static void visit_inputs(line *l, const pt_situated_function *of)
{
    for (uint16_t i = 0; of->function != NULL && i < of->function->input_count; i++)
        if (of->inputs[i].kind == PT_SITUATED_RULE)
            visit(l, of->inputs[i].index);
}

static bool visit_function(line *l, const pt_situated_function *of)
{
    if (of == NULL || of->function == NULL)
        return false;
    visit_inputs(l, of);
    return look_at(l, of);
}

/* Rules that this one rests on come first; says whether the fact reaches it. */
static bool visit(line *l, uint32_t index)
{
    const pt_situated_rule *rule = &l->trial->situation->rules[index];
    if (l->visited[index] || !rule->followed)
        return l->reaches[index];
    l->visited[index] = true;
    bool reached = false;
    for (size_t i = 0; i < rule->grounds.count; i++)
        reached = visit_function(l, rule->grounds.applies[i]) || reached;
    for (size_t i = 0; i < rule->exception_count; i++) {
        const pt_situated_grounds *grounds = &rule->exceptions[i].grounds;
        for (size_t j = 0; j < grounds->count; j++)
            reached = visit_function(l, grounds->applies[j]) || reached;
        reached = visit_function(l, &rule->exceptions[i].condition) || reached;
    }
    l->reaches[index] = visit_function(l, &rule->decide) || reached;
    return l->reaches[index];
}

/* --- Values ----------------------------------------------------------------------------------- */

static void add_value(pt_values *to, pt_value value, pt_value now)
{
    if (to->count == PT_MOST_VALUES || pt_value_equal(value, now))
        return;
    for (size_t i = 0; i < to->count; i++)
        if (pt_value_equal(to->values[i], value))
            return;
    to->values[to->count++] = value;
}

static void add_words(pt_values *to, const pt_type *type, pt_value now)
{
    for (int64_t word = type->low; word <= type->high; word++)
        add_value(
            to,
            (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = word},
            now);
}

static void add_stretches(pt_values *to, const line *l, pt_value now, bool more)
{
    for (size_t i = 0; i < l->count; i++) {
        int64_t low = l->starts[i], high = i + 1 < l->count ? l->starts[i + 1] - 1 : l->last;
        int64_t near = l->present < low ? low : l->present > high ? high : l->present;
        add_value(to, value_at(l, near), now);
        if (more) {
            add_value(to, value_at(l, low), now);
            add_value(to, value_at(l, high), now);
        }
    }
}

static void add_line(pt_trial *trial, uint32_t fact, pt_value wanted, bool more, pt_values *to)
{
    const pt_situation *situation = trial->situation;
    const pt_type *type = &situation->facts[fact].fact->type;
    pt_value now = trial->facts[fact];
    line l = {.trial = trial,
              .fact = fact,
              .wanted = wanted,
              .low = lowest(situation, type),
              .step = step_of(type),
              .count = 1,
              .exact = true,
              .reaches = trial->reaches,
              .visited = trial->visited};
    memset(l.reaches, 0, situation->rule_count * sizeof *l.reaches);
    memset(l.visited, 0, situation->rule_count * sizeof *l.visited);
    if (l.low > type->high)
        return;
    l.last = (type->high - l.low) / l.step;
    int64_t from = anchor(situation, &situation->facts[fact]);
    l.present = from < l.low ? 0 : (from - l.low) / l.step;
    visit(&l, 0);
    if (pt_is_value(wanted) && is_ordered(&situation->type)) {
        find_turns(&l, &(question){.below = 0}, false);
        find_turns(&l, &(question){.below = 1}, false);
    }
    pt_trial_set(trial, fact, now);
    to->exact = l.exact;
    add_stretches(to, &l, now, more);
}

pt_values pt_values_of(pt_trial *trial, uint32_t fact, pt_value wanted, bool more)
{
    pt_values found = {.exact = true};
    const pt_type *type = &trial->situation->facts[fact].fact->type;
    if (is_ordered(type))
        add_line(trial, fact, wanted, more, &found);
    else
        add_words(&found, type, trial->facts[fact]);
    if (type->may_be_none)
        add_value(&found, pt_none(), trial->facts[fact]);
    return found;
}
