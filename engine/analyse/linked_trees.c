/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <string.h>

static uint32_t amount_leaf(const pt_spot *at, const pt_close_input *close, const pt_move *move)
{
    pt_forest *forest = at->linked->forest;
    bool both = pt_moved_is_amount(&move->before) && pt_moved_is_amount(&move->after);
    uint16_t input = pt_move_is_still(move) ? close->was
                     : both                 ? at->side == PT_BEFORE ? close->was : close->becomes
                     : pt_moved_is_amount(&move->before) ? close->was
                                                         : close->becomes;
    return pt_forest_input_leaf(forest, input);
}

static uint32_t until(pt_forest *forest, uint16_t atom, pt_date day, uint32_t yes, uint32_t no)
{
    pt_term_of_form *term = PT_NEW(forest->arena, pt_term_of_form);
    *term = (pt_term_of_form){1, atom};
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = {term, 1, 0, -(int64_t)day}};
    return pt_forest_branch(forest, &test, yes, no);
}

/* The test that an amount is more, or less, than it was. */
static pt_test rise_test(pt_forest *forest, const pt_close_input *close, int rise)
{
    uint16_t was = pt_forest_atom(forest, close->was),
             becomes = pt_forest_atom(forest, close->becomes);
    const pt_type *type = &forest->inputs[close->was].type;
    pt_term_of_form *terms = PT_NEW_ARRAY(forest->arena, 2, pt_term_of_form);
    bool in_order = was < becomes;
    terms[in_order ? 0 : 1] = (pt_term_of_form){rise, was};
    terms[in_order ? 1 : 0] = (pt_term_of_form){-rise, becomes};
    int64_t step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    return (pt_test){.kind = PT_TEST_AT_MOST, .form = {terms, 2, 0, step}};
}

/* Outside its days a list does not move: there both sides have the leaf `none`. */
static uint32_t behind_days(const pt_linked *l, const pt_close_input *close, uint32_t root,
                            uint32_t none)
{
    pt_forest *forest = l->forest;
    const pt_mover *mover = close->mover;
    uint16_t input = pt_linked_input(l, "vandaag");
    if (!pt_mover_is_dated(mover) || input == PT_NO_INDEX)
        return root;
    uint16_t today = pt_forest_atom(forest, input);
    uint32_t inside = root;
    if (mover->until != PT_DATE_FOREVER)
        inside = until(forest, today, mover->until, inside, none);
    if (mover->from != PT_DATE_NONE)
        inside = until(forest, today, mover->from - 1, none, inside);
    pt_test moves = {.kind = PT_TEST_IN, .atom = pt_forest_atom(forest, close->input)};
    for (int64_t word = 0; word <= forest->inputs[close->input].type.high; word++)
        moves.mask |= pt_move_is_still(&close->words[word]) ? 0 : (uint64_t)1 << word;
    return pt_forest_branch(forest, &moves, inside, root);
}

/* An amount that is said to rise does so. */
static uint32_t behind_rise(const pt_linked *l, const pt_close_input *close, uint32_t root,
                            uint32_t none)
{
    pt_forest *forest = l->forest;
    uint32_t plain = root;
    if (close->was == PT_NO_INDEX || close->becomes == PT_NO_INDEX)
        return root;
    for (int64_t word = 0; word <= forest->inputs[close->input].type.high; word++) {
        if (close->words[word].rise == 0)
            continue;
        pt_test rise = rise_test(forest, close, close->words[word].rise),
                said = {.kind = PT_TEST_IN,
                        .atom = pt_forest_atom(forest, close->input),
                        .mask = (uint64_t)1 << word};
        root = pt_forest_branch(forest, &said, pt_forest_branch(forest, &rise, plain, none), root);
    }
    return root;
}

/* What a mover cannot do has the same leaf on both sides, and so is no difference. */
uint32_t pt_linked_behind_movers(const pt_linked *l, uint32_t root, bool far)
{
    uint32_t none = pt_forest_label(l->forest, "");
    for (size_t i = 0; i < l->close_count && !l->forest->full; i++) {
        const pt_close_input *close = &l->closes[i];
        if (!close->asked[far] || close->input == PT_NO_INDEX)
            continue;
        root = behind_rise(l, close, root, none);
        root = behind_days(l, close, root, none);
    }
    return root;
}

static uint32_t leaf_of(const pt_spot *at, const pt_close_input *close, const pt_move *move)
{
    pt_forest *forest = at->linked->forest;
    const pt_input *own = close->own[at->side];
    const pt_moved *moved = at->side == PT_BEFORE ? &move->before : &move->after;
    pt_value value = {.kind = moved->kind, .amount = moved->amount};
    if (pt_moved_is_amount(moved))
        return amount_leaf(at, close, move);
    if (moved->kind != PT_CHOICE)
        return pt_forest_value(forest, at->side, value);
    value.set = own->type.set;
    value.amount = pt_choice_index(&pt_spot_pack(at)->choices[own->type.set], moved->word);
    return pt_forest_value(forest, at->side, value);
}

static uint32_t close_root(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    pt_forest *forest = at->linked->forest;
    const pt_close_input *close = pt_linked_close(at->linked, pt_spot_key(at, function, input));
    if (close == NULL || close->input == PT_NO_INDEX || forest->full)
        return pt_forest_value(forest, at->side, pt_unknown());
    uint16_t atom = pt_forest_atom(forest, close->input);
    int64_t last = forest->inputs[close->input].type.high;
    uint32_t node = 0;
    for (int64_t word = last; word >= 0; word--) {
        const pt_move *move = &close->words[word];
        uint32_t leaf = leaf_of(at, close, move);
        pt_test test = {.kind = PT_TEST_IN, .atom = atom, .mask = (uint64_t)1 << word};
        node = word == last ? leaf : pt_forest_branch(forest, &test, leaf, node);
    }
    return node;
}

static uint32_t far_root(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    pt_linked *l = at->linked;
    pt_spot behind = pt_spot_behind(at, function, input);
    const char *key =
        pt_format(pt_spot_arena(at), "%d %s", (int)at->side, pt_spot_key(at, function, input));
    uint32_t root = 0;
    if (pt_map_find(&l->roots, key, &root))
        return root;
    pt_matter rule = pt_spot_rule(at, input);
    root = pt_spot_root(&behind, &rule);
    if (input->path.optional) {
        uint16_t there = pt_linked_input(l, pt_spot_presence(&behind));
        pt_test test = {.kind = PT_TEST_IN, .mask = 2};
        test.atom = there == PT_NO_INDEX ? 0 : pt_forest_atom(l->forest, there);
        root = pt_forest_branch(l->forest, &test, root,
                                pt_forest_value(l->forest, at->side, pt_none()));
    }
    pt_map_add(&l->roots, key, root);
    return root;
}

/* One function, with outcomes put in the place of its inputs from number `next` on. */
typedef struct expanding {
    const pt_spot *at;
    const pt_function *function;
    pt_date day;
    const pt_forks *forks;
    const char *names[PT_LIMIT_INPUTS];
    const pt_forest_leaf *given[PT_LIMIT_INPUTS];
    uint16_t next;
} expanding;

static uint32_t expand(expanding *e);

static uint32_t behind_input(void *context, uint32_t leaf)
{
    expanding *e = context;
    pt_forest_leaf kept = e->at->linked->forest->nodes[leaf].leaf;
    uint16_t index = e->next++;
    e->given[index] = &kept;
    uint32_t made = expand(e);
    e->given[index] = NULL;
    e->next = index;
    return made;
}

static uint32_t expand(expanding *e)
{
    pt_forest *forest = e->at->linked->forest;
    uint16_t first = e->next;
    for (; e->next < e->function->input_count && !forest->full; e->next++) {
        const pt_input *input = &e->function->inputs[e->next];
        pt_put put = pt_spot_put(e->at, input);
        e->names[e->next] = pt_spot_name(e->at, e->function, input, put);
        if (put != PT_PUT_CLOSE && put != PT_PUT_FAR)
            continue;
        uint32_t root = put == PT_PUT_CLOSE ? close_root(e->at, e->function, input)
                                            : far_root(e->at, e->function, input);
        uint32_t made = pt_forest_continue(forest, root, behind_input, e);
        e->next = first;
        return made;
    }
    e->next = first;
    pt_forest_places places = {e->names, e->given};
    return pt_forest_add(forest, e->at->side, e->function, e->day, &places, e->forks);
}

static uint32_t ask(void *context, const pt_function *function, pt_date day, const pt_forks *forks)
{
    expanding e = {.at = context, .function = function, .day = day, .forks = forks};
    return expand(&e);
}

enum { MOST_DAYS = 400 };

typedef struct cuts {
    pt_date days[MOST_DAYS];
    size_t count;
    bool full;
} cuts;

static void add_cut(void *context, pt_date day)
{
    cuts *c = context;
    size_t at = c->count;
    while (at > 0 && c->days[at - 1] > day)
        at--;
    if (at > 0 && c->days[at - 1] == day)
        return;
    if (c->count == MOST_DAYS) {
        c->full = true;
        return;
    }
    memmove(&c->days[at + 1], &c->days[at], (c->count - at) * sizeof *c->days);
    c->days[at] = day;
    c->count++;
}

/* A version over its days, told by one date; `other` outside them. */
static uint32_t version_by(pt_spot *at, const pt_matter *version, uint16_t input, uint32_t other)
{
    pt_forest *forest = at->linked->forest;
    const pt_block *block = pt_matter_version_block(version, version->version);
    cuts *c = PT_NEW(forest->arena, cuts);
    if (input == PT_NO_INDEX)
        return other;
    uint16_t atom = pt_forest_atom(forest, input);
    pt_matter_ways ways = {ask, NULL, at};
    pt_matter_bounds(version, add_cut, c);
    forest->full = forest->full || c->full;
    uint32_t node = other;
    pt_date end = block->until;
    for (size_t i = c->count; i-- > 0 && !forest->full;) {
        pt_date from = c->days[i] < block->from ? block->from : c->days[i];
        if (from > end)
            continue;
        uint32_t root = pt_matter_root(version, forest, from, &ways);
        node = end == PT_DATE_FOREVER ? root : until(forest, atom, end, root, node);
        end = from == PT_DATE_NONE ? from : from - 1;
        if (from == block->from)
            break;
    }
    return block->from == PT_DATE_NONE ? node : until(forest, atom, block->from - 1, other, node);
}

static uint32_t version_root(pt_spot *at, const pt_matter *version, uint32_t other)
{
    pt_linked *l = at->linked;
    const pt_block *block = pt_matter_version_block(version, version->version);
    const char *key = pt_law_key(pt_spot_arena(at), pt_spot_pack(at), at->key, block);
    uint16_t today = pt_linked_input(l, "vandaag");
    if (strcmp(key, "vandaag") == 0)
        return version_by(at, version, today, other);
    char *own = pt_arena_copy(pt_spot_arena(at), key, strlen(key));
    char *bar = strchr(own, '|');
    if (bar == NULL)
        return version_by(at, version, pt_linked_input(l, own), other);
    *bar = '\0';
    uint16_t input = pt_linked_input(l, own);
    if (input == PT_NO_INDEX)
        return other;
    pt_test known = {.kind = PT_TEST_KNOWN, .atom = pt_forest_atom(l->forest, input)};
    pt_test none = {.kind = PT_TEST_NONE, .atom = known.atom};
    uint32_t without = version_by(at, version, today, other);
    uint32_t with = version_by(at, version, input, other);
    with = l->forest->inputs[input].type.may_be_none
               ? pt_forest_branch(l->forest, &none, without, with)
               : with;
    return l->forest->inputs[input].type.may_be_unknown
               ? pt_forest_branch(l->forest, &known, with, without)
               : with;
}

uint32_t pt_spot_root(pt_spot *at, const pt_matter *matter)
{
    pt_linked *l = at->linked;
    pt_matter_ways ways = {ask, NULL, at};
    if (pt_spot_is_cut(at, matter) || matter->group == PT_NO_INDEX)
        return pt_matter_root(matter, l->forest, l->stretch.day, &ways);
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    uint32_t node = pt_forest_value(l->forest, at->side,
                                    pt_asks_existence(matter) ? pt_yesno(false) : pt_none());
    for (uint16_t i = count; i-- > 0;) {
        pt_matter version = *matter;
        version.of_version = true;
        version.version = versions[i];
        node = version_root(at, &version, node);
    }
    return node;
}
