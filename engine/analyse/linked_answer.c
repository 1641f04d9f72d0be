/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <string.h>

static bool whole_answer(const pt_spot *at, const pt_matter *matter, pt_answer *answer);

static bool held(const pt_spot *at, const char *key, pt_value *value)
{
    uint16_t index = pt_linked_input(at->linked, key);
    if (index == PT_NO_INDEX)
        return false;
    *value = at->linked->values[index];
    return true;
}

static pt_value amount_value(const pt_spot *at, const pt_close_input *close, const pt_move *move)
{
    const pt_value *values = at->linked->values;
    bool after = !pt_move_is_still(move) && pt_moved_is_amount(&move->after) &&
                 (at->side == PT_AFTER || !pt_moved_is_amount(&move->before));
    return values[after ? close->becomes : close->was];
}

static bool close_value(const pt_spot *at, const pt_input *input, pt_value *value)
{
    pt_linked *l = at->linked;
    const pt_close_input *close = pt_linked_close(l, pt_spot_key(at, at->function, input));
    if (close == NULL || close->input == PT_NO_INDEX)
        return false;
    int64_t word = l->values[close->input].amount;
    const pt_move *move = &close->words[word];
    const pt_moved *moved = at->side == PT_BEFORE ? &move->before : &move->after;
    *value = (pt_value){.kind = moved->kind, .amount = moved->amount};
    if (pt_moved_is_amount(moved))
        *value = amount_value(at, close, move);
    if (moved->kind == PT_CHOICE) {
        value->set = input->type.set;
        value->amount = pt_choice_index(&pt_spot_pack(at)->choices[value->set], moved->word);
    }
    return true;
}

static bool far_value(const pt_spot *at, const pt_input *input, pt_value *value)
{
    pt_spot behind = pt_spot_behind(at, at->function, input);
    pt_value there = pt_yesno(true);
    pt_answer answer = {0};
    pt_matter rule = pt_spot_rule(at, input);
    if (input->path.optional && !held(at, pt_spot_presence(&behind), &there))
        return false;
    *value = pt_none();
    if (!pt_is_yes(there))
        return true;
    if (!whole_answer(&behind, &rule, &answer))
        return false;
    *value = answer.value;
    if (value->kind != PT_CHOICE || value->set == input->type.set)
        return true;
    const pt_choice *choices = pt_spot_pack(at)->choices;
    value->amount =
        pt_choice_index(&choices[input->type.set], choices[value->set].words[value->amount]);
    value->set = input->type.set;
    return value->amount != PT_NO_INDEX;
}

static bool plain_value(const pt_spot *at, const pt_input *input, pt_put put, pt_value *value)
{
    const pt_forest *forest = at->linked->forest;
    uint16_t index = pt_forest_input(forest, pt_spot_name(at, at->function, input, put));
    return index != PT_NO_INDEX &&
           pt_forest_back(forest, at->side, input, index, at->linked->values[index], value);
}

static bool input_value(void *context, const pt_input *input, pt_date day, pt_value *value)
{
    const pt_spot *at = context;
    pt_spot here = *at;
    /* Only the path of an input and the subject of its function say where it leads. */
    pt_put put = pt_spot_put(at, input);
    switch (put) {
    case PT_PUT_PARAMETER:
        *value = pt_parameter_on(&pt_spot_pack(at)->parameters[input->index], day, NULL);
        return true;
    case PT_PUT_PLAIN:
    case PT_PUT_UNSEEN: return plain_value(&here, input, put, value);
    case PT_PUT_CLOSE: return close_value(&here, input, value);
    case PT_PUT_FAR: return far_value(&here, input, value);
    }
    return false;
}

/* The day of law that the values give; false when it is not known. */
static bool law_day(const pt_spot *at, const pt_block *block, pt_date *day)
{
    const char *key = pt_law_key(pt_spot_arena(at), pt_spot_pack(at), at->key, block);
    pt_value value = pt_unknown();
    bool today = strcmp(key, "vandaag") == 0;
    char *own = pt_arena_copy(pt_spot_arena(at), key, strlen(key));
    char *bar = strchr(own, '|');
    if (bar != NULL)
        *bar = '\0';
    if (!held(at, own, &value))
        return false;
    if (value.kind != PT_DATE && !today && !held(at, "vandaag", &value))
        return false;
    *day = (pt_date)value.amount;
    return value.kind == PT_DATE;
}

static bool answer_on(const pt_spot *at, const pt_matter *matter, pt_date day, pt_answer *answer)
{
    pt_spot here = *at;
    static const pt_function nowhere;
    pt_function subject = nowhere;
    subject.subject = pt_matter_subject(matter);
    here.function = &subject;
    pt_matter_ways ways = {NULL, input_value, &here};
    return pt_matter_answer(matter, &ways, &at->linked->trees[at->side], day, answer);
}

static bool whole_answer(const pt_spot *at, const pt_matter *matter, pt_answer *answer)
{
    *answer = (pt_answer){pt_asks_existence(matter) ? pt_yesno(false) : pt_none(), NULL};
    if (matter->group == PT_NO_INDEX)
        return true;
    if (pt_spot_is_cut(at, matter))
        return answer_on(at, matter, at->linked->stretch.day, answer);
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_block *block = pt_matter_version_block(matter, versions[i]);
        pt_date day = PT_DATE_NONE;
        if (!law_day(at, block, &day))
            return false;
        pt_matter version = *matter;
        version.of_version = true;
        version.version = versions[i];
        if (block->from <= day && day <= block->until)
            return answer_on(at, &version, day, answer);
    }
    return true;
}

static bool aspect_answer(pt_linked *l, pt_side side, bool far, uint32_t *leaf)
{
    pt_spot at = {.linked = l, .side = side, .key = "", .far = far};
    pt_answer answer = {0};
    *leaf = pt_forest_value(l->forest, side, pt_none());
    if (pt_linked_duty(l, PT_BEFORE) == NULL || pt_linked_duty(l, PT_AFTER) == NULL)
        return true;
    for (pt_side each = PT_BEFORE; each < PT_SIDES; each++) {
        at.side = each;
        if (!whole_answer(&at, &l->matters[each], &answer))
            return false;
        if (!pt_is_yes(answer.value))
            return true;
    }
    at.side = side;
    if (l->aspect == PT_ASPECT_BEARER || !pt_duty_starts_itself(pt_linked_duty(l, side))) {
        *leaf = pt_linked_aspect_root(&at);
        return true;
    }
    pt_matter start = pt_linked_start(l, side);
    if (!whole_answer(&at, &start, &answer))
        return false;
    *leaf = pt_linked_labelled_start(l, side, pt_forest_value(l->forest, side, answer.value));
    return true;
}

static bool does_as_said(const pt_linked *l, const pt_close_input *close)
{
    const pt_value *values = l->values;
    const pt_move *move = &close->words[values[close->input].amount];
    uint16_t today = pt_linked_input(l, "vandaag");
    if (pt_mover_is_dated(close->mover) && !pt_move_is_still(move) && today != PT_NO_INDEX &&
        (values[today].amount < close->mover->from || values[today].amount > close->mover->until))
        return false;
    if (move->rise == 0 || close->was == PT_NO_INDEX || close->becomes == PT_NO_INDEX)
        return true;
    return (values[close->becomes].amount - values[close->was].amount) * move->rise > 0;
}

/* Is it what the movers can do? */
static bool do_as_said(const pt_linked *l, bool far)
{
    bool all = true;
    for (size_t i = 0; i < l->close_count; i++) {
        const pt_close_input *close = &l->closes[i];
        if (close->asked[far] && close->input != PT_NO_INDEX)
            all = all && does_as_said(l, close);
    }
    return all;
}

bool pt_linked_answer(pt_linked *l, pt_side side, bool far, const pt_value *inputs, uint32_t *leaf,
                      const char **reason)
{
    bool whole = far && (pt_linked_expands(l) || l->base);
    pt_spot at = {.linked = l, .side = side, .key = "", .far = whole};
    pt_answer answer = {0};
    l->values = inputs;
    *reason = NULL;
    if (!do_as_said(l, whole))
        return false;
    if (l->aspect != PT_ASPECT_PART)
        return aspect_answer(l, side, whole, leaf);
    if (!whole_answer(&at, &l->matters[side], &answer))
        return false;
    *leaf = pt_forest_value(l->forest, side, answer.value);
    *reason = answer.reason;
    return true;
}

static pt_moved moved_value(const pt_pack *pack, pt_value value)
{
    pt_moved moved = {.kind = value.kind, .amount = value.amount};
    if (value.kind == PT_CHOICE)
        moved.word = pack->choices[value.set].words[value.amount];
    return moved;
}

/* How it moves, down to the values of the far question. */
static bool reckon_far(pt_linked *l, const pt_close_input *close, pt_value found[PT_SIDES],
                       pt_moved moved[PT_SIDES])
{
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        const pt_input *input = close->own[side];
        if (input == NULL)
            continue;
        pt_function subject = {.subject = pt_matter_subject(&l->matters[side])};
        pt_spot at = {.linked = l, .side = side, .key = "", .far = true, .function = &subject};
        if (!far_value(&at, input, &found[side]))
            return false;
        moved[side] = moved_value(l->matters[side].pack, found[side]);
    }
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        if (close->own[side] != NULL)
            continue;
        found[side] = found[PT_SIDES - 1 - side];
        moved[side] = moved[PT_SIDES - 1 - side];
    }
    return true;
}

static int rise_of(const pt_value found[PT_SIDES], const pt_moved moved[PT_SIDES])
{
    if (!pt_moved_is_amount(&moved[PT_BEFORE]) || !pt_moved_is_amount(&moved[PT_AFTER]))
        return 0;
    return (found[PT_AFTER].amount > found[PT_BEFORE].amount) -
           (found[PT_AFTER].amount < found[PT_BEFORE].amount);
}

/* The word of the close input; -1: its mover cannot do this. */
static int64_t word_of(const pt_close_input *close, int64_t last, const pt_moved moved[PT_SIDES],
                       int rise)
{
    for (int64_t word = 0; word <= last; word++) {
        const pt_move *move = &close->words[word];
        if (move->rise == rise && pt_moved_equal(&move->before, &moved[PT_BEFORE]) &&
            pt_moved_equal(&move->after, &moved[PT_AFTER]))
            return word;
    }
    return -1;
}

static bool closer_one(pt_linked *l, const pt_close_input *close, pt_value *closer)
{
    pt_value found[PT_SIDES] = {{0}};
    pt_moved moved[PT_SIDES] = {{0}};
    if (!reckon_far(l, close, found, moved))
        return false;
    const pt_type *type = &l->forest->inputs[close->input].type;
    int64_t word = word_of(close, type->high, moved, rise_of(found, moved));
    if (word < 0)
        return false;
    closer[close->input] = (pt_value){.kind = PT_CHOICE, .set = type->set, .amount = word};
    if (close->was != PT_NO_INDEX && pt_moved_is_amount(&moved[PT_BEFORE]))
        closer[close->was] = found[PT_BEFORE];
    if (close->becomes != PT_NO_INDEX && pt_moved_is_amount(&moved[PT_AFTER]))
        closer[close->becomes] = found[PT_AFTER];
    return true;
}

bool pt_linked_closer(pt_linked *l, const pt_value *inputs, pt_value *closer)
{
    memcpy(closer, inputs, l->forest->inputs_of.input_count * sizeof *closer);
    l->values = inputs;
    for (size_t i = 0; i < l->close_count; i++)
        if (pt_close_is_near(&l->closes[i]) && !closer_one(l, &l->closes[i], closer))
            return false;
    return true;
}
