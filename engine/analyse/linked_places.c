/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <string.h>

const char *pt_input_own_name(const pt_pack *pack, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: return pack->kinds[input->path.target].facts[input->index].name;
    case PT_INPUT_RULE: return pack->rule_groups[input->index].name;
    case PT_INPUT_WINDOW: return pack->blocks[pack->windows[input->index].block].name;
    case PT_INPUT_LIST: return pack->blocks[pack->lists[input->index].block].name;
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return input->name;
}

const char *pt_place_behind(pt_arena *arena, const pt_pack *pack, const char *key, uint16_t subject,
                            const pt_path *path)
{
    pt_text out = pt_text_create(arena);
    pt_text_add(&out, key);
    for (uint8_t i = 0; i < path->hops; i++) {
        const pt_reference *reference = &pack->kinds[subject].references[path->references[i]];
        pt_text_format(&out, ".%s", reference->name);
        subject = reference->target;
    }
    return out.bytes == NULL ? "" : out.bytes;
}

static const char *key_of(pt_arena *arena, const pt_pack *pack, const char *key, uint16_t subject,
                          const pt_input *input)
{
    if (input->kind == PT_INPUT_TODAY)
        return "vandaag";
    return pt_format(arena, "%s.%s", pt_place_behind(arena, pack, key, subject, &input->path),
                     pt_input_own_name(pack, input));
}

pt_arena *pt_spot_arena(const pt_spot *at)
{
    return at->linked->forest->arena;
}

const pt_pack *pt_spot_pack(const pt_spot *at)
{
    return at->linked->forest->packs[at->side];
}

const char *pt_spot_key(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    return key_of(pt_spot_arena(at), pt_spot_pack(at), at->key, function->subject, input);
}

/* As it is written in the question itself, or along the references: leerling_school_soort. */
const char *pt_spot_shown(const pt_spot *at, const pt_input *input, const char *key)
{
    if (at->depth == 0 || input->kind == PT_INPUT_TODAY)
        return pt_forest_input(at->linked->forest, input->name) == PT_NO_INDEX ? input->name : key;
    char *shown = pt_arena_alloc(pt_spot_arena(at), strlen(key) + 1);
    size_t length = 0;
    for (const char *from = key + (*key == '.'); *from != '\0'; from++)
        shown[length++] = (char)(*from == '.' ? '_' : *from);
    shown[length] = '\0';
    return pt_forest_input(at->linked->forest, shown) == PT_NO_INDEX ? shown : key;
}

uint16_t pt_linked_input(const pt_linked *linked, const char *key)
{
    uint32_t number = PT_NO_INDEX;
    pt_map_find(&linked->inputs, key, &number);
    return (uint16_t)number;
}

static uint16_t rule_in(const pt_pack *pack, const pt_pack *of, uint16_t group)
{
    const pt_group *wanted = &of->rule_groups[group];
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (strcmp(pack->rule_groups[i].name, wanted->name) == 0 &&
            strcmp(pack->kinds[pack->rule_groups[i].subject].name,
                   of->kinds[wanted->subject].name) == 0)
            return i;
    return PT_NO_INDEX;
}

static uint16_t list_in(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->list_count; i++)
        if (strcmp(pack->blocks[pack->lists[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

static uint16_t window_in(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->window_count; i++)
        if (strcmp(pack->blocks[pack->windows[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

pt_mover *pt_mover_of(const pt_movers *movers, const pt_pack *after, const pt_pack *own,
                      const pt_input *input)
{
    uint16_t index = PT_NO_INDEX;
    if (movers == NULL)
        return NULL;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_RULE:
        index = own == after ? input->index : rule_in(after, own, input->index);
        return index == PT_NO_INDEX ? NULL : movers->rules[index];
    case PT_INPUT_WINDOW:
        index = window_in(after, pt_input_own_name(own, input));
        return index == PT_NO_INDEX ? NULL : movers->windows[index];
    case PT_INPUT_LIST:
        index = list_in(after, pt_input_own_name(own, input));
        return index == PT_NO_INDEX ? NULL : movers->lists[index];
    case PT_INPUT_FACT:
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return NULL;
}

pt_mover *pt_spot_mover(const pt_spot *at, const pt_input *input)
{
    return pt_mover_of(at->linked->movers, at->linked->forest->packs[PT_AFTER], pt_spot_pack(at),
                       input);
}

pt_put pt_spot_put(const pt_spot *at, const pt_input *input)
{
    const pt_mover *mover = pt_spot_mover(at, input);
    if (input->kind == PT_INPUT_PARAMETER)
        return PT_PUT_PARAMETER;
    if (mover != NULL && mover->unseen)
        return PT_PUT_UNSEEN;
    if (mover != NULL && mover->of_list)
        return PT_PUT_CLOSE;
    if (input->kind != PT_INPUT_RULE || (mover == NULL && !(at->far && at->linked->base)))
        return PT_PUT_PLAIN;
    if (!at->far)
        return PT_PUT_CLOSE;
    if (at->depth < PT_LINKED_FARTHEST)
        return PT_PUT_FAR;
    at->linked->forest->full = at->linked->forest->full || mover != NULL;
    return PT_PUT_PLAIN;
}

pt_spot pt_spot_behind(const pt_spot *at, const pt_function *function, const pt_input *input)
{
    pt_spot next = *at;
    next.key = pt_place_behind(pt_spot_arena(at), pt_spot_pack(at), at->key, function->subject,
                               &input->path);
    next.depth = at->depth + 1;
    return next;
}

pt_matter pt_spot_rule(const pt_spot *at, const pt_input *input)
{
    return (pt_matter){.pack = pt_spot_pack(at), .side = at->side, .group = input->index};
}

/* Is there a subject behind optional references? */
const char *pt_spot_presence(const pt_spot *behind)
{
    return pt_format(pt_spot_arena(behind), "%s?", behind->key);
}

const char *pt_spot_name(const pt_spot *at, const pt_function *function, const pt_input *input,
                         pt_put put)
{
    const char *key = pt_spot_key(at, function, input);
    if (put == PT_PUT_UNSEEN)
        key = pt_format(pt_spot_arena(at), "%s%s", key,
                        at->side == PT_BEFORE ? " (was)" : " (wordt)");
    uint16_t index = pt_linked_input(at->linked, key);
    return index == PT_NO_INDEX ? input->name : at->linked->forest->inputs[index].name;
}

pt_close_input *pt_linked_close(pt_linked *l, const char *key)
{
    for (size_t i = 0; i < l->close_count; i++)
        if (strcmp(l->closes[i].key, key) == 0)
            return &l->closes[i];
    return NULL;
}

bool pt_close_is_near(const pt_close_input *close)
{
    return close->asked[false] && !close->mover->of_list;
}

/* Does it move on some days alone? */
bool pt_mover_is_dated(const pt_mover *mover)
{
    return mover->of_list && (mover->from != PT_DATE_NONE || mover->until != PT_DATE_FOREVER);
}

bool pt_asks_existence(const pt_matter *matter)
{
    return matter->of_duty && matter->part == PT_PART_OUTCOME;
}

const pt_duty *pt_linked_duty(const pt_linked *l, pt_side side)
{
    const pt_matter *matter = &l->matters[side];
    uint16_t version =
        matter->group == PT_NO_INDEX
            ? PT_NO_INDEX
            : pt_duty_version(matter->pack, &matter->pack->duty_groups[matter->group],
                              l->stretch.day);
    return version == PT_NO_INDEX ? NULL : &matter->pack->duties[version];
}

/* Without a start of its own: words alone. */
bool pt_duty_starts_itself(const pt_duty *duty)
{
    return duty->term.start != NULL || duty->term.fixed != NULL;
}

pt_matter pt_linked_start(const pt_linked *l, pt_side side)
{
    pt_matter start = l->matters[side];
    start.part = pt_linked_duty(l, side)->term.fixed != NULL ? PT_PART_FIXED : PT_PART_START;
    return start;
}

bool pt_linked_expands(const pt_linked *l)
{
    bool any = false;
    for (size_t i = 0; i < l->close_count; i++)
        any = any || pt_close_is_near(&l->closes[i]);
    return any;
}

bool pt_linked_moves(const pt_linked *l)
{
    return l->close_count > 0;
}

bool pt_linked_unseen(const pt_linked *l)
{
    return l->unseen;
}

bool pt_linked_asks(const pt_linked *l, uint16_t input, bool far)
{
    return far ? l->far_asks[input] : l->close_asks[input];
}

pt_moved pt_moved_of(const pt_forest *forest, uint32_t leaf)
{
    const pt_forest_leaf *of = &forest->nodes[leaf].leaf;
    pt_moved moved = {.kind = of->value.kind, .amount = of->value.amount};
    if (!of->is_form && of->value.kind == PT_CHOICE)
        moved.word = forest->known_words.entries[of->value.amount].key;
    return moved;
}

bool pt_moved_equal(const pt_moved *a, const pt_moved *b)
{
    return a->kind == b->kind && (a->kind != PT_YESNO || a->amount == b->amount) &&
           (a->kind != PT_CHOICE || strcmp(a->word, b->word) == 0);
}

bool pt_moved_is_amount(const pt_moved *value)
{
    return value->kind != PT_UNKNOWN && value->kind != PT_NONE && value->kind != PT_YESNO &&
           value->kind != PT_CHOICE;
}

bool pt_move_is_still(const pt_move *move)
{
    return move->rise == 0 && pt_moved_equal(&move->before, &move->after);
}
