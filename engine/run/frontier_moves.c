/* SPDX-License-Identifier: EUPL-1.2 */
/* How a case is changed so that one question gets another answer. */
#include "run/frontier_parts.h"

enum { MOST_ASKED = 500, MOST_GRAFTS = 24, MOST_REFERRERS = 4, MOST_HALVINGS = 64 };

/* --- What a question is about ----------------------------------------------------------------- */

static uint32_t inputs_of_atom(const pt_tree *tree, uint16_t atom);

static uint32_t inputs_of_form(const pt_tree *tree, const pt_form *form)
{
    uint32_t inputs = 0;
    for (uint16_t i = 0; i < form->count; i++)
        inputs |= inputs_of_atom(tree, form->terms[i].atom);
    return inputs;
}

static uint32_t inputs_of_atom(const pt_tree *tree, uint16_t atom)
{
    const pt_atom *of = &tree->atoms[atom];
    if (of->operation == PT_OP_INPUT)
        return 1u << of->input;
    return inputs_of_form(tree, &of->arguments[0]) | inputs_of_form(tree, &of->arguments[1]);
}

static uint32_t inputs_of_test(const pt_tree *tree, const pt_test *test)
{
    return test->kind == PT_TEST_AT_MOST ? inputs_of_form(tree, &test->form)
                                         : inputs_of_atom(tree, test->atom);
}

static const pt_test *question(const pt_frontier_walk *walk)
{
    return &walk->tree->nodes[walk->node].test;
}

static int64_t step_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

static bool is_ordered(const pt_type *type)
{
    return type->kind != PT_CHOICE && type->kind != PT_YESNO && type->kind != PT_SUBJECT;
}

static pt_value amount_of(const pt_type *type, int64_t amount)
{
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
}

pt_value pt_frontier_plain(const pt_type *type, pt_date day)
{
    int64_t wanted = type->kind == PT_DATE ? day : 0;
    wanted = wanted < type->low ? type->low : wanted > type->high ? type->high : wanted;
    return amount_of(type, wanted - (wanted - type->low) % step_of(type));
}

/* The subject at the end of a path of references, made when it is not there. */
uint8_t pt_frontier_reach(const pt_frontier_walk *walk, pt_made_case *made, uint8_t subject,
                          const pt_path *path)
{
    for (uint8_t i = 0; i < path->hops; i++) {
        if (!pt_case_refer(made, walk->search->pack, subject, path->references[i]))
            return PT_CASE_NOBODY;
        subject = made->subjects[subject].references[path->references[i]];
    }
    return subject;
}

static const pt_fact *fact_of(const pt_frontier_walk *walk, const pt_made_case *made,
                              uint8_t subject, uint16_t fact)
{
    return &walk->search->pack->kinds[made->subjects[subject].kind].facts[fact];
}

/* --- What is waited for ----------------------------------------------------------------------- */

static bool give_known(pt_frontier_walk *walk, pt_made_case *made, uint8_t subject,
                       const pt_input *input, unsigned depth);

/* A case found for the rule in which it is known; the last resort. */
static bool graft_known(pt_frontier_walk *walk, pt_made_case *made, uint8_t subject, uint16_t group)
{
    const pt_frontier_work *work = &walk->search->rules[group];
    for (size_t i = 0; i < work->found_count; i++)
        if (pt_is_value(work->found[i]->outcome))
            return pt_case_graft(made, subject, &work->found[i]->made, PT_GRAFT_SHIFTED, false);
    return false;
}

static bool give_rule(pt_frontier_walk *walk, pt_made_case *made, uint8_t subject, uint16_t group,
                      unsigned depth)
{
    pt_world *world = walk->search->probe.world;
    if (subject >= world->subject_count)
        return true; /* made just now: whoever asks again sees it */
    const pt_outcome *outcome = pt_rule_outcome(world, subject, group);
    if (outcome->way == PT_WAY_MISSING || (outcome->missing != NULL && outcome->ground == NULL))
        return give_known(walk, made, subject, outcome->missing, depth + 1);
    return graft_known(walk, made, subject, group);
}

static bool give_known(pt_frontier_walk *walk, pt_made_case *made, uint8_t subject,
                       const pt_input *input, unsigned depth)
{
    if (depth > 12 || input == NULL)
        return false;
    uint8_t at = pt_frontier_reach(walk, made, subject, &input->path);
    if (at == PT_CASE_NOBODY)
        return false;
    if (input->kind == PT_INPUT_FACT) {
        const pt_fact *fact = fact_of(walk, made, at, input->index);
        return pt_case_give(made, at, input->index, pt_frontier_plain(&fact->type, made->day));
    }
    return input->kind == PT_INPUT_RULE && give_rule(walk, made, at, input->index, depth);
}

bool pt_frontier_settle(pt_frontier_walk *walk, pt_made_case *made)
{
    enum { MOST_ROUNDS = 24 };
    pt_probe *probe = &walk->search->probe;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        walk->spent++;
        if (!pt_probe_ask(probe, made))
            return false;
        if (probe->missing == NULL)
            return true;
        if (!give_known(walk, made, 0, probe->missing, 0))
            return false;
    }
    return false;
}

/* --- Trying ----------------------------------------------------------------------------------- */

bool pt_frontier_on_path(const pt_frontier_walk *walk)
{
    const pt_probe *probe = &walk->search->probe;
    if (!probe->asked || probe->period == NULL || probe->shared != walk->shared ||
        probe->step_count < walk->depth)
        return false;
    for (size_t i = 0; i < walk->depth; i++)
        if (probe->steps[i].node != walk->steps[i].node ||
            probe->steps[i].answer != walk->steps[i].answer)
            return false;
    return true;
}

static bool comes_by(const pt_frontier_walk *walk)
{
    const pt_probe *probe = &walk->search->probe;
    return pt_frontier_on_path(walk) && probe->step_count > walk->depth &&
           probe->steps[walk->depth].node == walk->node;
}

bool pt_frontier_try(pt_frontier_walk *walk, const pt_made_case *made, bool answer,
                     pt_made_case *settled)
{
    *settled = *made;
    return pt_frontier_settle(walk, settled) && comes_by(walk) &&
           walk->search->probe.steps[walk->depth].answer == answer;
}

static bool attempt(pt_frontier_walk *walk, const pt_made_case *made, bool wanted)
{
    return walk->spent < MOST_ASKED && pt_frontier_try(walk, made, wanted, &walk->other);
}

/* --- Boundaries of one input ------------------------------------------------------------------ */

/* An amount that can be moved: a fact of a subject, or the day. */
typedef struct dial {
    bool of_day;
    uint8_t subject;
    uint16_t fact;
    pt_type type;
    int64_t low;
    int64_t high;
    int64_t step;
    int64_t from;
} dial;

static dial dial_of_day(const pt_frontier_walk *walk, const pt_made_case *made)
{
    const pt_pack *pack = walk->search->pack;
    const pt_block *block = &pack->blocks[walk->function->block];
    dial d = {.of_day = true, .type = {.kind = PT_DATE}, .step = 1, .from = made->day};
    bool follows = block->reference_date == PT_NO_INDEX;
    d.low = follows && block->from > pack->law_from ? block->from : pack->law_from;
    d.high = follows && block->until < pack->law_until ? block->until : pack->law_until;
    if (d.low < PT_DATE_FIRST + 1000)
        d.low = PT_DATE_FIRST + 1000;
    if (d.high > PT_DATE_LAST - 1000)
        d.high = PT_DATE_LAST - 1000;
    return d;
}

static dial dial_of_fact(const pt_frontier_walk *walk, const pt_made_case *made, uint8_t subject,
                         uint16_t fact, pt_value value)
{
    pt_type type = fact_of(walk, made, subject, fact)->type;
    return (dial){.subject = subject,
                  .fact = fact,
                  .type = type,
                  .low = type.low,
                  .high = type.high,
                  .step = step_of(&type),
                  .from = value.amount};
}

static bool set_dial(pt_made_case *made, const dial *d, int64_t amount)
{
    if (!d->of_day)
        return pt_case_give(made, d->subject, d->fact, amount_of(&d->type, amount));
    made->day = (pt_date)amount;
    return true;
}

/* 1, 0, or -1: not on the path any more. Values are not filled in, so that only the dial turns. */
typedef struct gauge {
    pt_frontier_walk *walk;
    const pt_made_case *at;
    const dial *dial;
    const pt_value *inputs; /* NULL: the case is asked anew */
    uint16_t input;
} gauge;

static int read_gauge(gauge *g, int64_t amount)
{
    pt_probe *probe = &g->walk->search->probe;
    if (g->inputs != NULL) {
        pt_value inputs[PT_LIMIT_INPUTS];
        for (uint16_t i = 0; i < g->walk->function->input_count; i++)
            inputs[i] = g->inputs[i];
        inputs[g->input] = amount_of(&g->dial->type, amount);
        pt_date today = g->dial->of_day ? (pt_date)amount : g->at->day;
        return pt_probe_test(probe, question(g->walk), inputs, today);
    }
    pt_made_case moved = *g->at;
    g->walk->spent++;
    if (!set_dial(&moved, g->dial, amount) || !pt_probe_ask(probe, &moved) || !comes_by(g->walk))
        return -1;
    return probe->steps[g->walk->depth].answer;
}

/* The last value with the answer of `from` and the next, which has the other. */
static bool find_edge(gauge *g, int direction, int64_t *same, int64_t *turned)
{
    const dial *d = g->dial;
    int answer = read_gauge(g, d->from);
    int64_t reach_now = d->step;
    *same = d->from;
    for (int i = 0; answer >= 0 && i < MOST_HALVINGS; i++) {
        int64_t next = *same + direction * reach_now;
        int read = next < d->low || next > d->high ? -1 : read_gauge(g, next);
        if (read == answer) {
            *same = next;
            reach_now *= 2;
            continue;
        }
        if (reach_now == d->step) {
            *turned = next;
            return read == !answer;
        }
        reach_now = reach_now / 2 / d->step * d->step;
        if (reach_now < d->step)
            reach_now = d->step;
    }
    return false;
}

/* --- Words, absences, days, amounts of the subject's own facts -------------------------------- */

static bool try_value(pt_frontier_walk *walk, const pt_made_case *at, uint8_t subject,
                      uint16_t fact, pt_value value, bool wanted)
{
    pt_made_case moved = *at;
    return pt_case_give(&moved, subject, fact, value) && attempt(walk, &moved, wanted);
}

static bool turn_words(pt_frontier_walk *walk, const pt_made_case *at, uint8_t subject,
                       uint16_t fact, bool wanted)
{
    const pt_type *type = &fact_of(walk, at, subject, fact)->type;
    for (int64_t word = type->low; word <= type->high; word++)
        if (try_value(walk, at, subject, fact, amount_of(type, word), wanted))
            return true;
    return false;
}

static bool turn_absence(pt_frontier_walk *walk, const pt_made_case *at, uint8_t subject,
                         uint16_t fact, bool wanted)
{
    const pt_fact *of = fact_of(walk, at, subject, fact);
    pt_made_case moved = *at;
    pt_case_take_back(&moved, subject, fact);
    return attempt(walk, &moved, wanted) ||
           try_value(walk, at, subject, fact, pt_frontier_plain(&of->type, at->day), wanted) ||
           try_value(walk, at, subject, fact, pt_unknown(), wanted) ||
           (of->type.may_be_none && try_value(walk, at, subject, fact, pt_none(), wanted));
}

static bool turn_dial(pt_frontier_walk *walk, const pt_made_case *at, const dial *d,
                      const pt_value *inputs, uint16_t input, bool wanted)
{
    static const int beyond[] = {0, 1, 6, 29, 365};
    for (int direction = -1; direction <= 1; direction += 2) {
        pt_probe_ask(&walk->search->probe, at);
        gauge g = {walk, at, d, inputs, input};
        int64_t same = 0;
        int64_t turned = 0;
        if (!find_edge(&g, direction, &same, &turned))
            continue;
        for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
            pt_made_case moved = *at;
            int64_t amount = turned + direction * beyond[i] * d->step;
            if (amount >= d->low && amount <= d->high && set_dial(&moved, d, amount) &&
                attempt(walk, &moved, wanted))
                return true;
        }
    }
    return false;
}

static bool turn_fact(pt_frontier_walk *walk, const pt_made_case *at, uint16_t input,
                      const pt_value *inputs, bool wanted)
{
    const pt_input *of = &walk->function->inputs[input];
    pt_made_case there = *at;
    uint8_t subject = pt_frontier_reach(walk, &there, 0, &of->path);
    if (subject == PT_CASE_NOBODY)
        return false;
    if (question(walk)->kind == PT_TEST_KNOWN || question(walk)->kind == PT_TEST_NONE)
        return turn_absence(walk, &there, subject, of->index, wanted);
    if (!is_ordered(&of->type))
        return turn_words(walk, &there, subject, of->index, wanted);
    pt_value value = inputs[input];
    if (!pt_is_value(value))
        return turn_absence(walk, &there, subject, of->index, wanted);
    dial d = dial_of_fact(walk, &there, subject, of->index, value);
    return turn_dial(walk, &there, &d, inputs, input, wanted);
}

/* --- Rules ------------------------------------------------------------------------------------ */

static bool try_grafts(pt_frontier_walk *walk, const pt_made_case *at, uint8_t subject,
                       const pt_made_case *other, bool wanted)
{
    for (int way = 0; way < 4; way++) {
        pt_made_case moved = *at;
        if (pt_case_graft(&moved, subject, other, way < 2 ? PT_GRAFT_SHIFTED : PT_GRAFT_AS_IS,
                          way % 2 == 1) &&
            attempt(walk, &moved, wanted))
            return true;
    }
    return false;
}

/* Would the question turn if the input had the outcome that the case was found with? */
static bool promises(pt_frontier_walk *walk, const pt_made_case *at, const pt_value *inputs,
                     uint16_t input, pt_value outcome, bool wanted)
{
    pt_value changed[PT_LIMIT_INPUTS];
    bool ordered = question(walk)->kind == PT_TEST_AT_MOST;
    if (ordered && !pt_is_value(outcome))
        return false;
    if (ordered && outcome.kind == PT_DATE)
        return true; /* it moves along with the case */
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        changed[i] = inputs[i];
    changed[input] = outcome;
    return pt_probe_test(&walk->search->probe, question(walk), changed, at->day) == wanted;
}

static bool turn_rule(pt_frontier_walk *walk, const pt_made_case *at, uint16_t input,
                      const pt_value *inputs, bool wanted)
{
    const pt_input *of = &walk->function->inputs[input];
    const pt_frontier_work *work = &walk->search->rules[of->index];
    const pt_frontier_found *chosen[MOST_GRAFTS];
    size_t count = 0;
    pt_made_case there = *at;
    uint8_t subject = pt_frontier_reach(walk, &there, 0, &of->path);
    if (subject == PT_CASE_NOBODY)
        return false;
    for (size_t i = 0; i < work->found_count && count < MOST_GRAFTS; i++)
        if (promises(walk, at, inputs, input, work->found[i]->outcome, wanted))
            chosen[count++] = work->found[i];
    if (there.subject_count > at->subject_count && attempt(walk, &there, wanted))
        return true;
    for (size_t i = 0; i < count; i++)
        if (try_grafts(walk, &there, subject, &chosen[i]->made, wanted))
            return true;
    return false;
}

/* --- Lists and windows ------------------------------------------------------------------------ */

static uint8_t add_referrer(pt_frontier_walk *walk, pt_made_case *made, uint8_t to, uint16_t kind,
                            uint16_t reference)
{
    if (made->subject_count == PT_CASE_SUBJECTS || reference >= PT_CASE_REFERENCES)
        return PT_CASE_NOBODY;
    uint8_t added = pt_case_add(made, walk->search->pack, kind);
    if (added != PT_CASE_NOBODY)
        made->subjects[added].references[reference] = to;
    return added;
}

static bool turn_list(pt_frontier_walk *walk, const pt_made_case *at, uint8_t to, uint16_t index,
                      bool wanted)
{
    const pt_list *list = &walk->search->pack->lists[index];
    const pt_frontier_work *work = &walk->search->lists[index];
    pt_made_case there = *at;
    if (list->take == PT_TAKE_SHARE)
        return false; /* what is divided, and among whom, turns with the facts around it */
    for (int times = 0; times < MOST_REFERRERS; times++) {
        uint8_t added = add_referrer(walk, &there, to, list->of, list->reference);
        if (added == PT_CASE_NOBODY)
            return false;
        if (list->counted != NULL && !give_known(walk, &there, added, list->counted, 0))
            return false;
        if (attempt(walk, &there, wanted))
            return true;
        for (size_t i = 0; times == 0 && i < work->found_count && i < MOST_GRAFTS; i++) {
            pt_made_case other = work->found[i]->made;
            if (other.subjects[0].references[list->reference] != PT_CASE_NOBODY &&
                try_grafts(walk, &there, added, &other, wanted))
                return true;
        }
    }
    return false;
}

static bool turn_window(pt_frontier_walk *walk, const pt_made_case *at, uint8_t to, uint16_t index,
                        bool wanted)
{
    const pt_window *window = &walk->search->pack->windows[index];
    pt_made_case there = *at;
    for (int times = 0; times < MOST_REFERRERS; times++) {
        uint8_t added = add_referrer(walk, &there, to, window->of, window->reference);
        if (added == PT_CASE_NOBODY)
            return false;
        const pt_type *counted = &fact_of(walk, &there, added, window->counted)->type;
        pt_case_give(&there, added, window->day, pt_value_of(PT_DATE, there.day - times));
        pt_case_give(&there, added, window->counted, amount_of(counted, counted->high));
        if (attempt(walk, &there, wanted))
            return true;
    }
    return false;
}

static bool turn_many(pt_frontier_walk *walk, const pt_made_case *at, uint16_t input, bool wanted)
{
    const pt_input *of = &walk->function->inputs[input];
    pt_made_case there = *at;
    uint8_t to = pt_frontier_reach(walk, &there, 0, &of->path);
    if (to == PT_CASE_NOBODY)
        return false;
    return of->kind == PT_INPUT_LIST ? turn_list(walk, &there, to, of->index, wanted)
                                     : turn_window(walk, &there, to, of->index, wanted);
}

/* --- The whole of it -------------------------------------------------------------------------- */

/* Any day or amount that was given, and the day itself: what lies behind rules turns with them. */
static bool turn_any(pt_frontier_walk *walk, const pt_made_case *at, bool wanted)
{
    dial day = dial_of_day(walk, at);
    for (uint8_t i = 0; i < at->given_count; i++) {
        const pt_given_fact *given = &at->givens[i];
        const pt_type *type = &fact_of(walk, at, given->subject, given->fact)->type;
        if (!pt_is_value(given->value))
            continue;
        if (!is_ordered(type)) {
            if (turn_words(walk, at, given->subject, given->fact, wanted))
                return true;
            continue;
        }
        dial d = dial_of_fact(walk, at, given->subject, given->fact, given->value);
        if (turn_dial(walk, at, &d, NULL, 0, wanted))
            return true;
    }
    return turn_dial(walk, at, &day, NULL, 0, wanted);
}

static bool turn_input(pt_frontier_walk *walk, const pt_made_case *at, uint16_t input,
                       const pt_value *inputs, bool wanted)
{
    dial day = dial_of_day(walk, at);
    pt_probe_ask(&walk->search->probe, at);
    switch ((pt_input_kind)walk->function->inputs[input].kind) {
    case PT_INPUT_TODAY: return turn_dial(walk, at, &day, inputs, input, wanted);
    case PT_INPUT_FACT: return turn_fact(walk, at, input, inputs, wanted);
    case PT_INPUT_RULE: return turn_rule(walk, at, input, inputs, wanted);
    case PT_INPUT_WINDOW:
    case PT_INPUT_LIST: return turn_many(walk, at, input, wanted);
    case PT_INPUT_PARAMETER: break;
    }
    return false;
}

bool pt_frontier_turn(pt_frontier_walk *walk, const pt_made_case *at, bool wanted)
{
    pt_probe *probe = &walk->search->probe;
    pt_value inputs[PT_LIMIT_INPUTS];
    uint32_t asked = inputs_of_test(walk->tree, question(walk));
    walk->spent = 0;
    if (!pt_probe_ask(probe, at))
        return false;
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        inputs[i] = probe->inputs[i];
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        if ((asked >> i & 1) != 0 && turn_input(walk, at, i, inputs, wanted))
            return true;
    return turn_any(walk, at, wanted);
}

/* --- Both sides ------------------------------------------------------------------------------- */

static uint32_t counter_of(const pt_frontier_walk *walk)
{
    const pt_coverage_function *of =
        &walk->search->probe.counters->functions[walk->function->number];
    return of->trees[walk->shared].first_node + 2 * walk->node;
}

static bool keep_side(pt_frontier_walk *walk, const pt_made_case *at, const dial *d, int64_t amount,
                      pt_made_case *side, bool *answer)
{
    pt_made_case moved = *at;
    if (!set_dial(&moved, d, amount))
        return false;
    *side = moved;
    walk->spent++;
    if (!pt_probe_ask(&walk->search->probe, side) || !comes_by(walk))
        return false;
    *answer = walk->search->probe.steps[walk->depth].answer;
    return true;
}

static bool keep_pair(pt_frontier_walk *walk, const pt_made_case *at, const dial *d, int64_t same,
                      int64_t turned)
{
    pt_made_case sides[2];
    bool answers[2] = {false, false};
    if (!keep_side(walk, at, d, same, &sides[0], &answers[0]) ||
        !keep_side(walk, at, d, turned, &sides[1], &answers[1]) || answers[0] == answers[1])
        return false;
    for (int i = 0; i < 2; i++) {
        pt_frontier_found *found = pt_frontier_keep(walk->search, walk->work, &sides[i]);
        if (found != NULL)
            pt_frontier_add_goal(walk->search, found, pt_goal_side(counter_of(walk), answers[i]));
    }
    return true;
}

static bool edge_of_dial(pt_frontier_walk *walk, const pt_made_case *at, const dial *d,
                         const pt_value *inputs, uint16_t input)
{
    for (int direction = -1; direction <= 1; direction += 2) {
        int64_t same = 0;
        int64_t turned = 0;
        pt_probe_ask(&walk->search->probe, at);
        gauge g = {walk, at, d, inputs, input};
        if (find_edge(&g, direction, &same, &turned) && keep_pair(walk, at, d, same, turned))
            return true;
    }
    return false;
}

static bool edge_of_input(pt_frontier_walk *walk, const pt_made_case *at, uint16_t input,
                          const pt_value *inputs)
{
    const pt_input *of = &walk->function->inputs[input];
    if (of->kind == PT_INPUT_TODAY) {
        dial day = dial_of_day(walk, at);
        return edge_of_dial(walk, at, &day, inputs, input);
    }
    if (of->kind != PT_INPUT_FACT || !pt_is_value(inputs[input]))
        return false;
    pt_made_case there = *at;
    uint8_t subject = pt_frontier_reach(walk, &there, 0, &of->path);
    if (subject == PT_CASE_NOBODY || there.subject_count != at->subject_count)
        return false;
    dial d = dial_of_fact(walk, at, subject, of->index, inputs[input]);
    return edge_of_dial(walk, at, &d, inputs, input);
}

static bool edge_of_any(pt_frontier_walk *walk, const pt_made_case *at)
{
    dial day = dial_of_day(walk, at);
    for (uint8_t i = 0; i < at->given_count && walk->spent < MOST_ASKED; i++) {
        const pt_given_fact *given = &at->givens[i];
        if (!is_ordered(&fact_of(walk, at, given->subject, given->fact)->type) ||
            !pt_is_value(given->value))
            continue;
        dial d = dial_of_fact(walk, at, given->subject, given->fact, given->value);
        if (edge_of_dial(walk, at, &d, NULL, 0))
            return true;
    }
    return edge_of_dial(walk, at, &day, NULL, 0);
}

static void keep_words(pt_frontier_walk *walk, const pt_made_case *at)
{
    const pt_atom *atom = &walk->tree->atoms[question(walk)->atom];
    const pt_input *input = &walk->function->inputs[atom->input];
    pt_made_case there = *at;
    uint8_t subject = pt_frontier_reach(walk, &there, 0, &input->path);
    if (input->kind != PT_INPUT_FACT || input->type.kind != PT_CHOICE || subject == PT_CASE_NOBODY)
        return;
    for (int64_t word = input->type.low; word <= input->type.high; word++) {
        pt_made_case moved = there;
        pt_case_give(&moved, subject, input->index, amount_of(&input->type, word));
        if (!pt_frontier_settle(walk, &moved) || !comes_by(walk))
            continue;
        pt_frontier_found *found = pt_frontier_keep(walk->search, walk->work, &moved);
        if (found != NULL)
            pt_frontier_add_goal(walk->search, found,
                                 pt_goal_word(counter_of(walk), (uint64_t)word));
    }
}

void pt_frontier_edge(pt_frontier_walk *walk, const pt_made_case *at)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_probe *probe = &walk->search->probe;
    const pt_test *test = question(walk);
    walk->spent = 0;
    if (walk->edged[walk->node])
        return;
    if (test->kind == PT_TEST_IN) {
        walk->edged[walk->node] = true;
        keep_words(walk, at);
        return;
    }
    if (test->kind != PT_TEST_AT_MOST || !pt_probe_ask(probe, at))
        return;
    uint32_t asked = inputs_of_test(walk->tree, test);
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        inputs[i] = probe->inputs[i];
    bool done = false;
    for (uint16_t i = 0; i < walk->function->input_count && !done; i++)
        done = (asked >> i & 1) != 0 && edge_of_input(walk, at, i, inputs);
    walk->edged[walk->node] = done || edge_of_any(walk, at);
}
