/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/whynot_trial.h"

/* --- Making ----------------------------------------------------------------------------------- */

static bool function_lives(pt_trial *trial, const pt_situated_function *of);

static bool grounds_live(pt_trial *trial, const pt_situated_grounds *grounds)
{
    bool live = false;
    for (size_t i = 0; i < grounds->count; i++)
        live = function_lives(trial, grounds->applies[i]) || live;
    return live;
}

static bool rule_lives(pt_trial *trial, uint32_t index)
{
    const pt_situated_rule *rule = &trial->situation->rules[index];
    if (trial->visited[index] || !rule->followed)
        return trial->live[index];
    trial->visited[index] = true;
    bool live = grounds_live(trial, &rule->grounds);
    for (size_t i = 0; i < rule->exception_count; i++) {
        live = grounds_live(trial, &rule->exceptions[i].grounds) || live;
        live = function_lives(trial, &rule->exceptions[i].condition) || live;
    }
    trial->live[index] = function_lives(trial, &rule->decide) || live;
    return trial->live[index];
}

static bool function_lives(pt_trial *trial, const pt_situated_function *of)
{
    bool live = false;
    for (uint16_t i = 0; of != NULL && of->function != NULL && i < of->function->input_count; i++) {
        const pt_situated_input *input = &of->inputs[i];
        if (input->kind == PT_SITUATED_RULE)
            live = rule_lives(trial, input->index) || live;
        if (input->kind == PT_SITUATED_FACT)
            live = trial->situation->facts[input->index].changes || live;
    }
    return live;
}

pt_trial pt_trial_create(pt_arena *arena, const pt_situation *situation, pt_tree_reading trees)
{
    pt_trial trial = {.situation = situation, .trees = trees, .stamp = 1};
    trial.facts = PT_NEW_ARRAY(arena, situation->fact_count, pt_value);
    trial.outcomes = PT_NEW_ARRAY(arena, situation->rule_count, pt_value);
    trial.stamps = PT_NEW_ARRAY(arena, situation->rule_count, uint32_t);
    trial.marks = PT_NEW_ARRAY(arena, situation->rule_count, uint32_t);
    trial.busy = PT_NEW_ARRAY(arena, situation->rule_count, bool);
    for (size_t i = 0; i < situation->fact_count; i++)
        trial.facts[i] = situation->facts[i].value;
    trial.live = PT_NEW_ARRAY(arena, situation->rule_count, bool);
    trial.reaches = PT_NEW_ARRAY(arena, situation->rule_count, bool);
    trial.visited = PT_NEW_ARRAY(arena, situation->rule_count, bool);
    rule_lives(&trial, 0);
    return trial;
}

void pt_trial_set(pt_trial *trial, uint32_t fact, pt_value value)
{
    trial->facts[fact] = value;
    trial->stamp++;
}

/* --- Evaluating ------------------------------------------------------------------------------- */

static pt_value input_value(pt_trial *trial, const pt_situated_input *input)
{
    switch ((pt_situated_kind)input->kind) {
    case PT_SITUATED_FACT: return trial->facts[input->index];
    case PT_SITUATED_RULE: return pt_trial_rule(trial, input->index);
    case PT_SITUATED_FIXED: break;
    }
    return input->value;
}

/* Which input is missing; the number of inputs when none is. */
static uint16_t gather(pt_trial *trial, const pt_situated_function *of, pt_value *inputs)
{
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        const pt_type *type = &of->function->inputs[i].type;
        inputs[i] = input_value(trial, &of->inputs[i]);
        if ((inputs[i].kind == PT_UNKNOWN && !type->may_be_unknown) ||
            (inputs[i].kind == PT_NONE && !type->may_be_none))
            return i;
    }
    return of->function->input_count;
}

bool pt_trial_inputs(pt_trial *trial, const pt_situated_function *function, pt_value *inputs)
{
    return gather(trial, function, inputs) == function->function->input_count;
}

static pt_value function_value(pt_trial *trial, const pt_situated_function *of)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_answer answer = {0};
    trial->evaluated++;
    uint16_t missing = gather(trial, of, inputs);
    if (missing < of->function->input_count)
        return inputs[missing];
    if (!trial->trees.answer(trial->trees.context, of->function, of->tree, inputs, &answer))
        return pt_unknown();
    return answer.value;
}

/* The ground that applies, or the count of them; `*absence` says what its lack makes of a rule. */
static size_t ground_of(pt_trial *trial, const pt_situated_grounds *grounds, pt_value *absence)
{
    *absence = pt_none();
    for (size_t i = 0; i < grounds->count; i++) {
        pt_value inputs[PT_LIMIT_INPUTS];
        const pt_situated_function *applies = grounds->applies[i];
        if (applies == NULL || pt_is_yes(function_value(trial, applies)))
            return i;
        if (!pt_trial_inputs(trial, applies, inputs))
            *absence = pt_unknown();
    }
    return grounds->count;
}

bool pt_trial_exception(pt_trial *trial, const pt_situated_exception *exception)
{
    pt_value absence;
    return exception->grounds.count > 0 &&
           ground_of(trial, &exception->grounds, &absence) < exception->grounds.count &&
           pt_is_yes(function_value(trial, &exception->condition));
}

static pt_value rule_value(pt_trial *trial, const pt_situated_rule *rule)
{
    pt_value absence;
    const pt_situated_exception *holds = NULL;
    if (ground_of(trial, &rule->grounds, &absence) == rule->grounds.count)
        return absence;
    for (size_t i = 0; i < rule->exception_count; i++) {
        const pt_situated_exception *exception = &rule->exceptions[i];
        if (!pt_trial_exception(trial, exception))
            continue;
        if (holds != NULL &&
            !pt_value_equal(holds->exception->result, exception->exception->result))
            return pt_unknown();
        holds = holds == NULL ? exception : holds;
    }
    return holds != NULL ? holds->exception->result : function_value(trial, &rule->decide);
}

pt_value pt_trial_rule(pt_trial *trial, uint32_t index)
{
    const pt_situated_rule *rule = &trial->situation->rules[index];
    if (!rule->followed || trial->busy[index])
        return rule->value;
    if (trial->stamps[index] != trial->stamp) {
        trial->busy[index] = true;
        trial->outcomes[index] = rule_value(trial, rule);
        trial->busy[index] = false;
        trial->stamps[index] = trial->stamp;
    }
    return trial->outcomes[index];
}

/* --- Reading ---------------------------------------------------------------------------------- */

uint32_t pt_inputs_of_atom(const pt_tree *tree, uint16_t index)
{
    const pt_atom *atom = &tree->atoms[index];
    if (atom->operation == PT_OP_INPUT)
        return (uint32_t)1 << atom->input;
    return pt_inputs_of_form(tree, &atom->arguments[0]) |
           pt_inputs_of_form(tree, &atom->arguments[1]);
}

uint32_t pt_inputs_of_form(const pt_tree *tree, const pt_form *form)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < form->count; i++)
        inputs |= pt_inputs_of_atom(tree, form->terms[i].atom);
    return inputs;
}

uint32_t pt_inputs_of_test(const pt_tree *tree, const pt_test *test)
{
    return test->kind == PT_TEST_AT_MOST ? pt_inputs_of_form(tree, &test->form)
                                         : pt_inputs_of_atom(tree, test->atom);
}

static uint32_t inputs_of_leaf(const pt_tree *tree, const pt_leaf *leaf)
{
    if (leaf->kind == PT_LEAF_ATOM)
        return pt_inputs_of_atom(tree, leaf->atom);
    return leaf->kind == PT_LEAF_FORM ? pt_inputs_of_form(tree, &leaf->form) : 0;
}

static void read_rule(pt_trial *trial, uint32_t index, bool *read);

static void read_inputs(pt_trial *trial, const pt_situated_function *of, uint32_t inputs,
                        bool *read)
{
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        if ((inputs >> i & 1) == 0)
            continue;
        if (of->inputs[i].kind == PT_SITUATED_FACT)
            read[of->inputs[i].index] = true;
        if (of->inputs[i].kind == PT_SITUATED_RULE)
            read_rule(trial, of->inputs[i].index, read);
    }
}

/* What must be there is read before the path begins: its absence would end it. */
static uint32_t strict_inputs(const pt_situated_function *of, uint16_t until)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < of->function->input_count && i <= until; i++) {
        const pt_situated_input *input = &of->inputs[i];
        if (i == until || input->kind == PT_SITUATED_RULE)
            inputs |= (uint32_t)1 << i;
    }
    return inputs;
}

/* What is relied on without being asked about ends the path too once it is geen. */
static uint32_t absent_able(const pt_trial *trial, const pt_situated_function *of)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        const pt_situated_input *input = &of->inputs[i];
        if (input->kind == PT_SITUATED_FACT && !of->function->inputs[i].type.may_be_none &&
            trial->situation->facts[input->index].fact->type.may_be_none)
            inputs |= (uint32_t)1 << i;
    }
    return inputs;
}

static void read_function(pt_trial *trial, const pt_situated_function *of, bool *read)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    uint16_t missing = gather(trial, of, inputs);
    if (missing < of->function->input_count) {
        read_inputs(trial, of, strict_inputs(of, missing), read);
        return;
    }
    uint32_t used = absent_able(trial, of);
    const pt_node *node = &of->tree->nodes[of->tree->root];
    while (!node->is_leaf) {
        used |= pt_inputs_of_test(of->tree, &node->test);
        bool yes =
            trial->trees.test(trial->trees.context, of->function, of->tree, &node->test, inputs);
        node = &of->tree->nodes[yes ? node->yes : node->no];
    }
    read_inputs(trial, of, used | inputs_of_leaf(of->tree, &node->leaf), read);
}

static void read_grounds(pt_trial *trial, const pt_situated_grounds *grounds, bool *read)
{
    for (size_t i = 0; i < grounds->count && grounds->applies[i] != NULL; i++)
        read_function(trial, grounds->applies[i], read);
}

static void read_rule(pt_trial *trial, uint32_t index, bool *read)
{
    const pt_situated_rule *rule = &trial->situation->rules[index];
    if (!rule->followed || trial->marks[index] == trial->stamp)
        return;
    trial->marks[index] = trial->stamp;
    read_grounds(trial, &rule->grounds, read);
    for (size_t i = 0; i < rule->exception_count; i++) {
        if (rule->exceptions[i].grounds.count == 0)
            continue;
        read_grounds(trial, &rule->exceptions[i].grounds, read);
        read_function(trial, &rule->exceptions[i].condition, read);
    }
    read_function(trial, &rule->decide, read);
}

void pt_trial_read(pt_trial *trial, bool *read)
{
    read_rule(trial, 0, read);
}
