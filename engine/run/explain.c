/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/explain.h"

#include <string.h>

#include "model/test_words.h"
#include "run/division.h"
#include "run/duties.h"
#include "run/given.h"
#include "run/question.h"
#include "run/reason.h"
#include "run/replay.h"
#include "run/window.h"

/* More referrers than a person reads; the value counts them all. */
enum { MOST_REFERRERS = 200 };

typedef struct explainer {
    pt_world *world;
    const pt_scenario *scenario;
    pt_arena *arena;
    pt_explanation **seen;
    size_t seen_count;
    size_t seen_capacity;
} explainer;

static pt_explanation *explain_input(explainer *e, const pt_input *input, uint32_t subject,
                                     pt_law_day law);
static pt_explanation *explain_duty(explainer *e, uint32_t subject, uint16_t group);

/* --- Nodes ---------------------------------------------------------------------------------- */

static pt_explanation *new_node(explainer *e, pt_explanation_kind kind, const char *name,
                                uint32_t subject)
{
    pt_explanation *node = PT_NEW(e->arena, pt_explanation);
    node->kind = (uint8_t)kind;
    node->name = name;
    node->subject = subject;
    if (subject != PT_NOBODY)
        node->subject_name = e->world->subjects[subject].name;
    node->since = PT_DATE_NONE;
    node->set_on = PT_DATE_NONE;
    node->stretch = (pt_period){PT_DATE_NONE, PT_DATE_NONE};
    return node;
}

static void adopt(explainer *e, pt_explanation *parent, pt_explanation *child, const char *role)
{
    if (child == NULL)
        return;
    child->role = role;
    parent->children = pt_arena_grow(e->arena, parent->children, parent->child_count,
                                     &parent->child_capacity, sizeof(pt_explanation *));
    parent->children[parent->child_count++] = child;
}

static void show_value(explainer *e, pt_explanation *node, pt_value value)
{
    pt_text text = pt_text_create(e->arena);
    pt_world_show(&text, e->world, value);
    node->value = value;
    node->shown = text.bytes;
}

/* True, and marked so, when the same thing stands elsewhere in the tree already. */
static bool seen_before(explainer *e, pt_explanation *node)
{
    for (size_t i = 0; i < e->seen_count; i++)
        if (e->seen[i]->kind == node->kind && e->seen[i]->name == node->name &&
            e->seen[i]->subject == node->subject) {
            node->repeated = true;
            return true;
        }
    e->seen = pt_arena_grow(e->arena, e->seen, e->seen_count, &e->seen_capacity,
                            sizeof(pt_explanation *));
    e->seen[e->seen_count++] = node;
    return false;
}

/* --- Functions ------------------------------------------------------------------------------ */

static uint32_t inputs_of_form(const pt_tree *tree, const pt_form *form);

static uint32_t inputs_of_atom(const pt_tree *tree, uint16_t index)
{
    const pt_atom *atom = &tree->atoms[index];
    if (atom->operation == PT_OP_INPUT)
        return (uint32_t)1 << atom->input;
    return inputs_of_form(tree, &atom->arguments[0]) | inputs_of_form(tree, &atom->arguments[1]);
}

static uint32_t inputs_of_form(const pt_tree *tree, const pt_form *form)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < form->count; i++)
        inputs |= inputs_of_atom(tree, form->terms[i].atom);
    return inputs;
}

static uint32_t inputs_of_leaf(const pt_tree *tree, const pt_leaf *leaf)
{
    uint32_t inputs = 0;
    if (leaf->kind == PT_LEAF_ATOM)
        inputs |= inputs_of_atom(tree, leaf->atom);
    if (leaf->kind == PT_LEAF_FORM)
        inputs |= inputs_of_form(tree, &leaf->form);
    for (size_t i = 0; i < leaf->piece_count; i++) {
        const pt_reason_piece *piece = &leaf->pieces[i];
        if (piece->text == NULL)
            inputs |= piece->is_atom ? inputs_of_atom(tree, piece->atom)
                                     : inputs_of_form(tree, &piece->form);
    }
    return inputs;
}

static bool is_input(const pt_function *function, const char *name, size_t length)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (strlen(function->inputs[i].name) == length &&
            memcmp(function->inputs[i].name, name, length) == 0)
            return true;
    return false;
}

static bool is_choice_word(const pt_pack *pack, const char *name, size_t length)
{
    for (uint16_t i = 0; i < pack->choice_count; i++)
        for (uint16_t j = 0; j < pack->choices[i].count; j++)
            if (strlen(pack->choices[i].words[j]) == length &&
                memcmp(pack->choices[i].words[j], name, length) == 0)
                return true;
    return false;
}

static bool is_word_of_language(const char *name, size_t length)
{
    static const char *const words[] = {"and",  "or",       "not",    "ja",     "nee",
                                        "geen", "onbekend", "omlaag", "omhoog", "afgerond"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && memcmp(words[i], name, length) == 0)
            return true;
    return false;
}

static size_t name_length(const char *at)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    return *at >= '0' && *at <= '9' ? 0 : strspn(at, letters);
}

/* A local or the parameter of a helper is not among what is shown, so its value cannot be told. */
static bool speaks_of_inputs_alone(const pt_pack *pack, const pt_function *function,
                                   const char *text)
{
    while (*text != '\0') {
        size_t length = name_length(text);
        const char *behind = text + length + strspn(text + length, " ");
        bool called = *behind == '(' || *behind == '"';
        if (length > 0 && !called && !is_input(function, text, length) &&
            !is_word_of_language(text, length) && !is_choice_word(pack, text, length))
            return false;
        size_t number = length > 0 ? 0 : strspn(text, "0123456789.");
        const char *quoted = *text == '"' ? strchr(text + 1, '"') : NULL;
        text = quoted != NULL ? quoted + 1 : text + (length + number > 0 ? length + number : 1);
    }
    return true;
}

/* The text of the rule, unless the test is only a step of what it asks, or the text names what is
 * nowhere shown. */
static void add_condition(explainer *e, pt_explanation *parent, const pt_function *function,
                          const pt_tree *tree, const pt_test *test, bool answer)
{
    pt_explanation *node = new_node(e, PT_EXPLAIN_CONDITION, NULL, PT_NOBODY);
    node->text = pt_position_text(e->arena, test->at);
    if (test->wording == PT_WORDING_PART ||
        !speaks_of_inputs_alone(e->world->pack, function, node->text)) {
        pt_text words = pt_text_create(e->arena);
        pt_test_words(&words, e->world->pack, function, tree, test);
        node->text = words.bytes;
    } else {
        answer = answer != (test->wording == PT_WORDING_OPPOSITE);
    }
    node->at = test->at;
    node->answer = answer;
    show_value(e, node, pt_yesno(answer));
    adopt(e, parent, node, NULL);
}

/* The conditions on the path, in order; gives the inputs that they and the leaf ask about. */
static uint32_t add_path(explainer *e, pt_explanation *parent, const pt_function *function,
                         const pt_tree *tree, const pt_trace *trace, const pt_leaf *leaf)
{
    uint32_t inputs = inputs_of_leaf(tree, leaf);
    for (size_t i = 0; i < trace->count; i++) {
        const pt_test *test = &tree->nodes[trace->steps[i].node].test;
        inputs |= test->kind == PT_TEST_AT_MOST ? inputs_of_form(tree, &test->form)
                                                : inputs_of_atom(tree, test->atom);
        add_condition(e, parent, function, tree, test, trace->steps[i].answer);
    }
    return inputs;
}

/* Parameters are constants of a tree, so which of them the path leaned on cannot be told. */
static bool belongs(const pt_input *input, const pt_reply *reply, uint32_t used, uint16_t index)
{
    if (reply->missing != NULL)
        return input == reply->missing;
    return input->kind == PT_INPUT_PARAMETER || reply->leaf == NULL ||
           (used & (uint32_t)1 << index) != 0;
}

/* Path and inputs of one function below `parent`; its value and reason into `parent` when it has
 * none. */
static pt_reply add_function(explainer *e, pt_explanation *parent, const pt_function *function,
                             uint32_t subject, pt_law_day law)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_trace trace = {.steps = PT_NEW_ARRAY(e->arena, PT_LIMIT_TREE_DEPTH, pt_trace_step),
                      .capacity = PT_LIMIT_TREE_DEPTH};
    pt_reply reply = pt_function_reply(e->world, function, subject, law, inputs, &trace);
    uint32_t used = 0;
    if (reply.leaf != NULL)
        used = add_path(e, parent, function, pt_function_period(function, law.day)->tree, &trace,
                        reply.leaf);
    for (uint16_t i = 0; i < function->input_count; i++)
        if (belongs(&function->inputs[i], &reply, used, i))
            adopt(e, parent, explain_input(e, &function->inputs[i], subject, law),
                  function->inputs[i].name);
    parent->assumed |= reply.assumed;
    if (parent->shown == NULL) {
        show_value(e, parent, reply.value);
        if (reply.missing == NULL)
            parent->reason = pt_reply_reason(e->world, e->arena, function, law, &reply, inputs);
    }
    return reply;
}

static void add_part(explainer *e, pt_explanation *parent, const pt_function *function,
                     uint32_t subject, pt_law_day law)
{
    if (function == NULL)
        return;
    pt_explanation *node = new_node(e, PT_EXPLAIN_PART, NULL, subject);
    node->at = function->at;
    add_function(e, node, function, subject, law);
    adopt(e, parent, node, function->path);
}

/* --- Leaves --------------------------------------------------------------------------------- */

static pt_explanation *explain_fact(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_pack *pack = e->world->pack;
    const pt_subject *of = &e->world->subjects[subject];
    const pt_fact *fact = &pack->kinds[of->kind].facts[index];
    const pt_known *known = &of->facts[index];
    pt_explanation *node = new_node(e, PT_EXPLAIN_FACT, fact->name, subject);
    node->title = fact->title;
    pt_giver giver = pt_fact_given(e->world, e->scenario, subject, index, &node->at);
    node->judgement = fact->judgement;
    node->told = giver == PT_GIVEN_BY_STORY;
    node->initial = giver == PT_GIVEN_BY_PACK;
    node->since = known->since;
    node->set_on = known->set_on;
    if (known->event != PT_NO_INDEX)
        node->event = pack->blocks[pack->events[known->event].block].name;
    show_value(e, node, known->value);
    return node;
}

static pt_explanation *explain_parameter(explainer *e, uint16_t index, pt_law_day law)
{
    const pt_parameter *parameter = &e->world->pack->parameters[index];
    pt_explanation *node = new_node(e, PT_EXPLAIN_PARAMETER, parameter->name, PT_NOBODY);
    pt_value value = pt_parameter_on(parameter, law.day, &node->row);
    node->title = parameter->title;
    node->at = parameter->at;
    if (node->row != NULL) {
        node->source = node->row->source;
        node->at = node->row->at;
        node->variant = node->row->variant;
        node->assumed = node->row->status == PT_STATUS_ASSUMPTION;
    }
    show_value(e, node, value);
    return node;
}

static void add_length(explainer *e, pt_explanation *parent, const pt_length *length,
                       pt_law_day law, const char *role)
{
    if (length->parameter != PT_NO_INDEX)
        adopt(e, parent, explain_parameter(e, length->parameter, law), role);
}

static void add_fact(explainer *e, pt_explanation *parent, uint32_t subject, uint16_t fact,
                     const char *role)
{
    if (fact != PT_NO_INDEX)
        adopt(e, parent, explain_fact(e, subject, fact), role);
}

/* --- Windows and lists ---------------------------------------------------------------------- */

static void add_counted(explainer *e, pt_explanation *parent, uint32_t index,
                        const pt_window *window)
{
    const pt_subject *referrer = &e->world->subjects[index];
    pt_value day = referrer->facts[window->day].value;
    if (day.kind != PT_DATE || day.amount < parent->stretch.first ||
        day.amount > parent->stretch.last || parent->child_count >= MOST_REFERRERS)
        return;
    pt_explanation *node = new_node(e, PT_EXPLAIN_REFERRER, NULL, index);
    node->since = (pt_date)day.amount;
    show_value(e, node, referrer->facts[window->counted].value);
    adopt(e, parent, node, NULL);
}

static pt_explanation *explain_window(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_window *window = &e->world->pack->windows[index];
    const pt_block *block = &e->world->pack->blocks[window->block];
    const pt_outcome *value = pt_window_value(e->world, subject, index);
    pt_explanation *node = new_node(e, PT_EXPLAIN_WINDOW, block->name, subject);
    node->title = block->title;
    node->at = block->at;
    node->assumed = value->assumed;
    show_value(e, node, value->value);
    if (seen_before(e, node))
        return node;
    node->stretch = pt_window_stretch(e->world, subject, index);
    const pt_referrers *list = pt_world_referrers(e->world, subject, window->of, window->reference);
    for (uint32_t i = list->first; i != PT_NOBODY;
         i = e->world->subjects[i].next[window->reference])
        add_counted(e, node, i, window);
    add_fact(e, node, subject, window->since, "sinds");
    add_length(e, node, &window->length, pt_law_today(e->world), "lengte");
    return node;
}

static void add_listed(explainer *e, pt_explanation *parent, uint32_t index, const pt_list *list)
{
    pt_explanation *node = new_node(e, PT_EXPLAIN_REFERRER, NULL, index);
    if (list->filter != NULL)
        add_function(e, node, list->filter, index, pt_law_today(e->world));
    else
        show_value(e, node, pt_yesno(true));
    if (list->counted != NULL && pt_is_yes(node->value))
        adopt(e, node, explain_input(e, list->counted, index, pt_law_today(e->world)), "neem");
    adopt(e, parent, node, NULL);
}

static const char *shown_as(explainer *e, const pt_list *list, const pt_input *input,
                            int64_t amount)
{
    pt_text text = pt_text_create(e->arena);
    pt_kind kind = (pt_kind)list->type.kind;
    if (input != NULL)
        kind = (pt_kind)pt_input_type(e->world->pack, input).kind;
    pt_world_show(&text, e->world, pt_value_of(kind, amount));
    return text.bytes;
}

/* The largest number that divides both; b is above zero. */
static int64_t common(int64_t a, int64_t b)
{
    while (a != 0) {
        int64_t rest = b % a;
        b = a;
        a = rest;
    }
    return b;
}

static const pt_share_shown *reckoning(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_list *list = &e->world->pack->lists[index];
    pt_share_account account = pt_share_account_of(e->world, subject, index);
    if (!account.divided)
        return NULL;
    int64_t by =
        account.total.weights == 0 ? 1 : common(account.share.remainder, account.total.weights);
    pt_share_shown *shown = PT_NEW(e->arena, pt_share_shown);
    *shown = (pt_share_shown){.weight = shown_as(e, list, list->counted, account.share.weight),
                              .weights = shown_as(e, list, list->counted, account.total.weights),
                              .whole = shown_as(e, list, NULL, account.total.whole * account.unit),
                              .floor = shown_as(e, list, NULL, account.share.floor * account.unit),
                              .unit = shown_as(e, list, NULL, account.unit),
                              .remainder = account.share.remainder / by,
                              .divisor = account.total.weights / by,
                              .rank = account.share.rank,
                              .parts = account.parts,
                              .left = account.total.left};
    return shown;
}

static pt_explanation *explain_share(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_list *list = &e->world->pack->lists[index];
    const pt_block *block = &e->world->pack->blocks[list->block];
    pt_outcome *outcome = PT_NEW(e->arena, pt_outcome);
    *outcome = *pt_share_value(e->world, subject, index);
    pt_explanation *node = new_node(e, PT_EXPLAIN_SHARE, block->name, subject);
    node->title = block->title;
    node->at = block->at;
    node->assumed = outcome->assumed;
    node->outcome = outcome;
    node->source = outcome->ground == NULL ? NULL : outcome->ground->source;
    show_value(e, node, outcome->value);
    uint32_t whole = e->world->subjects[subject].references[list->reference];
    if (seen_before(e, node) || whole == PT_NOBODY)
        return node;
    node->share = reckoning(e, subject, index);
    adopt(e, node, explain_input(e, list->whole, whole, pt_law_today(e->world)), "geheel");
    adopt(e, node, explain_input(e, list->counted, subject, pt_law_today(e->world)), "naar");
    return node;
}

static pt_explanation *explain_list(explainer *e, uint32_t subject, uint16_t index)
{
    if (e->world->pack->lists[index].take == PT_TAKE_SHARE)
        return explain_share(e, subject, index);
    const pt_list *list = &e->world->pack->lists[index];
    const pt_block *block = &e->world->pack->blocks[list->block];
    const pt_outcome *value = pt_list_value(e->world, subject, index);
    pt_explanation *node = new_node(e, PT_EXPLAIN_LIST, block->name, subject);
    node->title = block->title;
    node->at = block->at;
    node->assumed = value->assumed;
    show_value(e, node, value->value);
    if (seen_before(e, node))
        return node;
    const pt_referrers *referrers =
        pt_world_referrers(e->world, subject, list->of, list->reference);
    uint32_t i = referrers->first;
    for (; i != PT_NOBODY && node->child_count < MOST_REFERRERS;
         i = e->world->subjects[i].next[list->reference])
        add_listed(e, node, i, list);
    return node;
}

/* --- Rules ---------------------------------------------------------------------------------- */

static void add_exceptions(explainer *e, pt_explanation *parent, const pt_group *group,
                           uint32_t subject, pt_law_day law)
{
    const pt_pack *pack = e->world->pack;
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[group->exceptions[i]];
        const pt_block *block = &pack->blocks[exception->block];
        pt_law_day own = block->reference_date == PT_NO_INDEX
                             ? law
                             : pt_law_day_of(e->world, exception->block, subject);
        if (own.missing != NULL)
            continue;
        pt_ground_choice ground = pt_ground_for(e->world, exception->block, subject, own);
        if (ground.ground == NULL)
            continue;
        pt_explanation *node = new_node(e, PT_EXPLAIN_EXCEPTION, block->name, subject);
        node->title = block->title;
        node->source = ground.ground->source;
        node->variant = block->variant;
        node->at = block->at;
        add_function(e, node, exception->condition, subject, own);
        if (pt_is_yes(node->value))
            node->reason = pt_exception_reason(e->world, e->arena, subject, exception, own);
        adopt(e, parent, node, "uitzondering");
    }
}

/* Peildatum, ground and exceptions, which rules and duties share. */
static void add_law(explainer *e, pt_explanation *parent, const pt_group *group, uint32_t block,
                    const pt_ground *ground, uint32_t subject)
{
    pt_law_day law = pt_law_day_of(e->world, block, subject);
    add_fact(e, parent, subject, e->world->pack->blocks[block].reference_date, "peildatum");
    if (law.missing != NULL)
        return;
    if (ground != NULL && ground->applies != NULL)
        add_part(e, parent, ground->applies, subject, law);
    add_exceptions(e, parent, group, subject, law);
}

static pt_explanation *explain_rule(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_pack *pack = e->world->pack;
    const pt_group *group = &pack->rule_groups[index];
    pt_outcome *outcome = PT_NEW(e->arena, pt_outcome);
    *outcome = *pt_rule_outcome(e->world, subject, index);
    outcome->reason = pt_rule_reason(e->world, e->arena, subject, index);
    uint16_t version = outcome->version == PT_NO_INDEX ? group->versions[0] : outcome->version;
    const pt_rule *rule = &pack->rules[version];
    pt_explanation *node = new_node(e, PT_EXPLAIN_RULE, group->name, subject);
    node->title = pack->blocks[rule->block].title;
    node->at = pack->blocks[rule->block].at;
    node->variant = pack->blocks[rule->block].variant;
    node->reason = outcome->reason;
    node->source = outcome->ground == NULL ? NULL : outcome->ground->source;
    node->assumed = outcome->assumed;
    node->outcome = outcome;
    show_value(e, node, outcome->value);
    if (seen_before(e, node) || outcome->version == PT_NO_INDEX)
        return node;
    add_law(e, node, group, rule->block, outcome->ground, subject);
    if (outcome->way == PT_WAY_RULE || (outcome->way == PT_WAY_MISSING && outcome->ground != NULL))
        add_function(e, node, rule->decide, subject, pt_law_day_of(e->world, rule->block, subject));
    return node;
}

/* --- Duties --------------------------------------------------------------------------------- */

static void add_standstill(explainer *e, pt_explanation *parent, const pt_standstill *still,
                           uint32_t subject)
{
    add_fact(e, parent, subject, still->from, "staat_stil.van");
    if (still->from_rule != NULL)
        adopt(e, parent, explain_input(e, still->from_rule, subject, pt_law_today(e->world)),
              "staat_stil.van");
    for (uint8_t i = 0; i < still->until_count; i++)
        add_fact(e, parent, subject, still->until[i], "staat_stil.tot");
}

static void add_standstills(explainer *e, pt_explanation *parent, const pt_term_rule *term,
                            uint32_t subject)
{
    for (uint8_t i = 0; i < term->standstill_count; i++) {
        const pt_standstill *still = &term->standstills[i];
        if (still->by == PT_NO_INDEX) {
            add_standstill(e, parent, still, subject);
            continue;
        }
        uint32_t at = pt_world_referrers(e->world, subject, still->by, still->reference)->first;
        for (; at != PT_NOBODY; at = e->world->subjects[at].next[still->reference])
            add_standstill(e, parent, still, at);
    }
}

static void add_term(explainer *e, pt_explanation *parent, const pt_duty *duty, uint32_t subject,
                     pt_law_day law)
{
    const pt_term_rule *term = &duty->term;
    add_part(e, parent, term->start, subject, law);
    add_part(e, parent, term->fixed, subject, law);
    if (term->end_of != PT_NO_INDEX)
        adopt(e, parent, explain_duty(e, subject, term->end_of), "einde_van");
    if (duty->recurrence != PT_ONCE) {
        add_fact(e, parent, subject, duty->recurs_from, "herhaalt.vanaf");
        add_fact(e, parent, subject, duty->recurs_until, "herhaalt.tot");
    } else if (term->fixed == NULL && (term->start != NULL || term->end_of != PT_NO_INDEX)) {
        add_length(e, parent, &term->length, law, "termijn.lengte");
    }
    add_standstills(e, parent, term, subject);
    if (term->extended_on != PT_NO_INDEX) {
        add_fact(e, parent, subject, term->extended_on, "verlenging.mededeling");
        add_fact(e, parent, subject, term->extended_by, "verlenging.duur");
        add_length(e, parent, &term->extension, law, "verlenging.hoogstens");
    }
}

static void add_duty_parts(explainer *e, pt_explanation *node, const pt_duty_state *state,
                           const pt_group *group, uint32_t subject)
{
    const pt_duty *duty = &e->world->pack->duties[state->version];
    pt_law_day law = pt_law_day_of(e->world, duty->block, subject);
    add_law(e, node, group, duty->block, state->ground, subject);
    if (state->ground == NULL || state->exception != PT_NO_INDEX)
        return;
    add_part(e, node, duty->scope, subject, law);
    add_term(e, node, duty, subject, law);
    if (state->status == PT_DUTY_ABSENT)
        return;
    add_part(e, node, duty->fulfilled, subject, law);
    add_part(e, node, duty->lapses, subject, law);
}

static pt_explanation *explain_duty(explainer *e, uint32_t subject, uint16_t index)
{
    const pt_pack *pack = e->world->pack;
    const pt_group *group = &pack->duty_groups[index];
    pt_duty_state *state = PT_NEW(e->arena, pt_duty_state);
    *state = pt_duty_compute(e->world, e->arena, subject, index, PT_DATE_NONE);
    uint16_t version = state->version == PT_NO_INDEX ? group->versions[0] : state->version;
    const pt_block *block = &pack->blocks[pack->duties[version].block];
    pt_explanation *node = new_node(e, PT_EXPLAIN_DUTY, group->name, subject);
    node->title = block->title;
    node->at = block->at;
    node->variant = block->variant;
    node->source = state->ground == NULL ? NULL : state->ground->source;
    node->assumed = state->assumed;
    node->duty = state;
    node->bearer = state->bearer_role;
    if (node->bearer == NULL && state->bearer != PT_NOBODY)
        node->bearer = e->world->subjects[state->bearer].name;
    node->value = pt_none();
    node->shown = pt_duty_status_word((pt_duty_status)state->status);
    if (state->exception != PT_NO_INDEX)
        node->reason = pt_duty_reason(e->world, e->arena, subject, state);
    if (!seen_before(e, node) && state->version != PT_NO_INDEX)
        add_duty_parts(e, node, state, group, subject);
    return node;
}

/* --- The whole ------------------------------------------------------------------------------ */

static pt_explanation *explain_today(explainer *e)
{
    pt_explanation *node = new_node(e, PT_EXPLAIN_TODAY, "vandaag", PT_NOBODY);
    show_value(e, node, pt_value_of(PT_DATE, e->world->today));
    return node;
}

/* An empty reference: the input is geen, and there is nobody to explain it of. */
static pt_explanation *explain_nobody(explainer *e, const pt_input *input)
{
    pt_explanation *node = new_node(e, PT_EXPLAIN_FACT, input->name, PT_NOBODY);
    node->at = input->at;
    node->nobody = input->path.name;
    show_value(e, node, pt_none());
    return node;
}

static pt_explanation *explain_input(explainer *e, const pt_input *input, uint32_t subject,
                                     pt_law_day law)
{
    if (input->kind == PT_INPUT_TODAY)
        return explain_today(e);
    if (input->kind == PT_INPUT_PARAMETER)
        return explain_parameter(e, input->index, law);
    uint32_t at = pt_world_follow(e->world, subject, &input->path);
    if (at == PT_NOBODY)
        return explain_nobody(e, input);
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: return explain_fact(e, at, input->index);
    case PT_INPUT_RULE: return explain_rule(e, at, input->index);
    case PT_INPUT_WINDOW: return explain_window(e, at, input->index);
    case PT_INPUT_LIST: return explain_list(e, at, input->index);
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return NULL;
}

static pt_explanation *explain_name(explainer *e, uint32_t subject, pt_name name)
{
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: return explain_fact(e, subject, name.index);
    case PT_NAME_RULE: return explain_rule(e, subject, name.index);
    case PT_NAME_DUTY: return explain_duty(e, subject, name.index);
    case PT_NAME_WINDOW: return explain_window(e, subject, name.index);
    case PT_NAME_LIST: return explain_list(e, subject, name.index);
    }
    return NULL;
}

/* --- What is asked -------------------------------------------------------------------------- */

const pt_explanation *pt_explain(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                                 pt_reading second, pt_report *report, const char *what,
                                 pt_date day)
{
    if (day == PT_DATE_NONE)
        day = scenario->until;
    if (!pt_question_day(arena, report, scenario, day))
        return NULL;
    pt_replay_options options = {.stops = true, .last = day};
    pt_world *world = NULL;
    pt_replay_world(arena, pack, scenario, second, report, &options, &world);
    uint32_t subject = PT_NOBODY;
    pt_name name = {0};
    if (!pt_question_find(arena, world, scenario, what, &subject, &name))
        return NULL;
    explainer e = {.world = world, .scenario = scenario, .arena = arena};
    return explain_name(&e, subject, name);
}
