/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <assert.h>
#include <string.h>

static void meet_as(const pt_spot *at, const pt_input *input, const char *key, const char *suffix)
{
    pt_linked *l = at->linked;
    key = pt_format(pt_spot_arena(at), "%s%s", key, suffix);
    uint16_t index = pt_linked_input(l, key);
    const char *name = index != PT_NO_INDEX ? l->forest->inputs[index].name
                                            : pt_format(pt_spot_arena(at), "%s%s",
                                                        pt_spot_shown(at, input, key), suffix);
    pt_forest_meet_as(l->forest, at->side, input, name);
    index = pt_forest_input(l->forest, name);
    if (index == PT_NO_INDEX)
        return;
    pt_map_add(&l->inputs, key, index);
    (at->far ? l->far_asks : l->close_asks)[index] = true;
}

static pt_moved constant_of(uint8_t kind, int64_t amount, const char *word)
{
    return (pt_moved){kind, amount, word};
}

static const char *moved_words(const pt_moved *value)
{
    if (value->kind == PT_UNKNOWN)
        return "onbekend";
    if (value->kind == PT_NONE)
        return "geen";
    if (value->kind == PT_YESNO)
        return value->amount == 1 ? "ja" : "nee";
    return value->kind == PT_CHOICE ? value->word
           : value->kind == PT_DATE ? "een dag"
                                    : "een getal";
}

typedef struct word_list {
    pt_arena *arena;
    pt_move moves[PT_LIMIT_CHOICE_WORDS];
    const char *words[PT_LIMIT_CHOICE_WORDS];
    uint16_t count;
    bool full;
} word_list;

static void add_word(word_list *list, const char *words, const pt_move *move)
{
    for (uint16_t i = 0; i < list->count; i++)
        if (strcmp(list->words[i], words) == 0)
            return;
    list->full = list->full || list->count == PT_LIMIT_CHOICE_WORDS;
    if (list->full)
        return;
    list->moves[list->count] = *move;
    list->words[list->count++] = words;
}

static void add_same(word_list *list, pt_moved value)
{
    pt_move move = {value, value, 0};
    add_word(list, pt_moved_is_amount(&value) ? "blijft gelijk" : moved_words(&value), &move);
}

static void add_move(word_list *list, const pt_move *move)
{
    bool date = move->after.kind == PT_DATE;
    if (pt_moved_is_amount(&move->before) && pt_moved_is_amount(&move->after))
        add_word(list,
                 move->rise > 0 ? date ? "wordt later" : "wordt hoger"
                 : date         ? "wordt eerder"
                                : "wordt lager",
                 move);
    else
        add_word(list,
                 pt_format(list->arena, "gaat van %s naar %s", moved_words(&move->before),
                           moved_words(&move->after)),
                 move);
}

static void add_unmoved(word_list *list, const pt_pack *pack, const pt_type *type)
{
    if (type->kind == PT_YESNO) {
        add_same(list, constant_of(PT_YESNO, 0, NULL));
        add_same(list, constant_of(PT_YESNO, 1, NULL));
    } else if (type->kind == PT_CHOICE) {
        for (uint16_t i = 0; i < pack->choices[type->set].count; i++)
            add_same(list, constant_of(PT_CHOICE, 0, pack->choices[type->set].words[i]));
    } else {
        add_same(list, constant_of(type->kind, 0, NULL));
    }
    if (type->may_be_unknown)
        add_same(list, constant_of(PT_UNKNOWN, 0, NULL));
    if (type->may_be_none)
        add_same(list, constant_of(PT_NONE, 0, NULL));
}

static void meet_today(const pt_spot *at);

static void meet_close(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    pt_linked *l = at->linked;
    const char *key = pt_spot_key(at, function, input);
    pt_close_input *made = pt_linked_close(l, key);
    if (made == NULL && l->close_count == PT_LINKED_CLOSE) {
        l->forest->full = true;
        return;
    }
    if (made == NULL) {
        made = &l->closes[l->close_count++];
        *made =
            (pt_close_input){.key = key, .mover = pt_spot_mover(at, input), .input = PT_NO_INDEX};
        made->was = made->becomes = PT_NO_INDEX;
        made->name = pt_spot_shown(at, input, key);
    }
    made->asked[at->far] = true;
    if (made->mover->of_list)
        meet_today(at);
    if (made->own[at->side] == NULL)
        made->own[at->side] = input;
}

static void mark_close(pt_linked *l, const pt_close_input *close, uint16_t input)
{
    if (input == PT_NO_INDEX)
        return;
    l->close_asks[input] = close->asked[false];
    l->far_asks[input] = close->asked[true];
    l->forest->moves[input] = true;
    l->forest->near[input] = pt_close_is_near(close);
}

static void settle_amounts(pt_linked *l, pt_close_input *close, pt_side side)
{
    assert(close->own[side] != NULL);
    pt_input amount = *close->own[side];
    amount.type.may_be_unknown = amount.type.may_be_none = false;
    const char *was = pt_format(l->forest->arena, "%s (was)", close->name),
               *becomes = pt_format(l->forest->arena, "%s (wordt)", close->name);
    pt_forest_meet_as(l->forest, side, &amount, was);
    pt_forest_meet_as(l->forest, side, &amount, becomes);
    close->was = pt_forest_input(l->forest, was);
    close->becomes = pt_forest_input(l->forest, becomes);
    mark_close(l, close, close->was);
    mark_close(l, close, close->becomes);
}

/* Once both sides are met: how each mover can move, as words of an input. */
static void settle_close(pt_linked *l, pt_close_input *close)
{
    pt_side side = close->own[PT_AFTER] != NULL ? PT_AFTER : PT_BEFORE;
    word_list *list = PT_NEW(l->forest->arena, word_list);
    list->arena = l->forest->arena;
    for (pt_side own = PT_BEFORE; own < PT_SIDES; own++)
        if (close->own[own] != NULL)
            add_unmoved(list, l->forest->packs[own], &close->own[own]->type);
    bool amounts = pt_moved_is_amount(&list->moves[0].before);
    /* One that a single side asks stands for what it is on that side. */
    bool both = close->own[PT_BEFORE] != NULL && close->own[PT_AFTER] != NULL;
    for (size_t i = 0; both && i < close->mover->count; i++)
        add_move(list, &close->mover->moves[i]);
    l->forest->full = l->forest->full || list->full;
    close->words = list->moves;
    close->input = pt_forest_meet_words(l->forest, close->name, list->words, list->count);
    mark_close(l, close, close->input);
    if (close->input != PT_NO_INDEX && amounts)
        settle_amounts(l, close, side);
}

static void meet_matter(const pt_spot *at, const pt_matter *matter);

static void meet_far(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    pt_spot behind = pt_spot_behind(at, function, input);
    pt_matter rule = pt_spot_rule(at, input);
    if (input->path.optional) {
        const char *key = pt_spot_presence(&behind);
        pt_input there = {.name = pt_format(pt_spot_arena(at), "heeft_%s",
                                            input->path.name == NULL ? key + 1 : input->path.name),
                          .kind = PT_INPUT_FACT,
                          .type = {.kind = PT_YESNO, .high = 1}};
        pt_spot here = *at;
        here.depth = 0;
        meet_as(&here, &there, key, "");
    }
    meet_matter(&behind, &rule);
}

static void meet_function(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const pt_spot *at = context;
    pt_linked *l = at->linked;
    if (function->period_count == 0)
        pt_forest_meet_free(l->forest, at->side, function);
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        switch (pt_spot_put(at, input)) {
        case PT_PUT_PARAMETER: break;
        case PT_PUT_PLAIN: meet_as(at, input, pt_spot_key(at, function, input), ""); break;
        case PT_PUT_UNSEEN:
            l->unseen = true;
            meet_as(at, input, pt_spot_key(at, function, input),
                    at->side == PT_BEFORE ? " (was)" : " (wordt)");
            break;
        case PT_PUT_CLOSE: meet_close(at, function, input); break;
        case PT_PUT_FAR: meet_far(at, function, input); break;
        }
    }
}

static void meet_today(const pt_spot *at)
{
    pt_type date = {.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};
    pt_input input = {.name = "vandaag", .kind = PT_INPUT_TODAY, .type = date};
    meet_as(at, &input, "vandaag", "");
}

static void meet_reference_date(const pt_spot *at, const pt_block *block)
{
    const pt_fact *fact = &pt_spot_pack(at)->kinds[block->subject].facts[block->reference_date];
    pt_input input = {.name = fact->name, .kind = PT_INPUT_FACT, .type = fact->type};
    input.path.target = block->subject;
    input.index = block->reference_date;
    meet_as(at, &input, pt_format(pt_spot_arena(at), "%s.%s", at->key, fact->name), "");
}

static void meet_days(const pt_spot *at, const pt_matter *matter)
{
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_block *block = pt_matter_version_block(matter, versions[i]);
        const char *key = pt_law_key(pt_spot_arena(at), pt_spot_pack(at), at->key, block);
        bool today = strcmp(key, "vandaag") == 0;
        if (!today)
            meet_reference_date(at, block);
        if (today || strchr(key, '|') != NULL)
            meet_today(at);
    }
}

static void meet_matter(const pt_spot *at, const pt_matter *matter)
{
    pt_spot here = *at;
    if (pt_spot_is_cut(at, matter)) {
        pt_matter_functions(matter, at->linked->stretch.day, meet_function, &here);
        return;
    }
    meet_days(at, matter);
    pt_matter_every_function(matter, meet_function, &here);
}

static void meet_question(pt_linked *l, bool far)
{
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        pt_spot at = {.linked = l, .side = side, .key = "", .far = far};
        pt_matter matter = l->matters[side];
        meet_matter(&at, &matter);
        if (l->aspect != PT_ASPECT_DUE)
            continue;
        matter.part = PT_PART_START;
        meet_matter(&at, &matter);
        matter.part = PT_PART_FIXED;
        meet_matter(&at, &matter);
    }
}

pt_linked *pt_linked_create(pt_forest *forest, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                            const pt_movers *movers, const pt_tree_reading *trees,
                            const pt_stretch *stretch, bool base, bool far)
{
    pt_linked *l = PT_NEW(forest->arena, pt_linked);
    l->forest = forest;
    l->matters[PT_BEFORE] = matters[PT_BEFORE];
    l->matters[PT_AFTER] = matters[PT_AFTER];
    l->aspect = aspect;
    l->movers = movers;
    l->trees = trees;
    l->stretch = *stretch;
    l->base = base;
    l->inputs = pt_map_create(forest->arena);
    l->roots = pt_map_create(forest->arena);
    meet_question(l, false);
    bool apart = far && (pt_linked_expands(l) || base);
    if (apart)
        meet_question(l, true);
    for (size_t i = 0; i < l->close_count; i++)
        settle_close(l, &l->closes[i]);
    if (far && !apart)
        memcpy(l->far_asks, l->close_asks, sizeof l->far_asks);
    return l;
}
