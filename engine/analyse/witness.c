/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/witness.h"

#include "base/text.h"

bool pt_value_step(const pt_type *type, int64_t *step)
{
    *step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    return type->kind != PT_CHOICE && type->kind != PT_YESNO;
}

pt_value pt_value_near(const pt_type *type, int64_t wanted)
{
    int64_t step = 1;
    pt_value_step(type, &step);
    if (wanted < type->low)
        wanted = type->low;
    if (wanted > type->high)
        wanted = type->high;
    wanted -= (wanted - type->low) % step;
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = wanted};
}

pt_value pt_witness_plain(const pt_pack *pack, const pt_input *input, const pt_tree_period *period)
{
    if (input->kind == PT_INPUT_PARAMETER) {
        pt_date day = period->from == PT_DATE_NONE ? period->until : period->from;
        if (day == PT_DATE_FOREVER)
            day = PT_DATE_LAST;
        return pt_parameter_on(&pack->parameters[input->index], day, NULL);
    }
    /* 1 August 2026: a day on which most law holds. */
    return pt_value_near(&input->type, input->type.kind == PT_DATE ? 20666 : 0);
}

static pt_value chosen_value(pt_constraints *known, const pt_tree *tree, size_t index,
                             pt_value wanted)
{
    const pt_type *type = &tree->atoms[index].type;
    uint8_t can_be = known->can_be[index];
    if ((can_be & PT_CAN_BE_VALUE) == 0)
        return (can_be & PT_CAN_BE_UNKNOWN) != 0 ? pt_unknown() : pt_none();
    if (type->kind == PT_CHOICE || type->kind == PT_YESNO) {
        int64_t word = 0;
        while (word < type->high && (known->words[index] >> word & 1) == 0)
            word++;
        return pt_value_near(type, word);
    }
    int64_t low = -known->difference[0][index + 1], high = known->difference[index + 1][0];
    int64_t amount = pt_is_value(wanted) ? wanted.amount : low;
    amount = amount < low ? low : amount > high ? high : amount;
    /* Fixing the atom keeps the others solvable: the matrix is closed. */
    pt_term_of_form term = {1, (uint16_t)index};
    pt_test at_most = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -amount}};
    pt_test at_least = {.kind = PT_TEST_AT_MOST,
                        .form = {&term, 1, 0, -amount + known->step[index]}};
    if (pt_constraints_allow(known, &at_most, true))
        pt_constraints_learn(known, &at_most, true);
    if (pt_constraints_allow(known, &at_least, false))
        pt_constraints_learn(known, &at_least, false);
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
}

void pt_witness_point(const pt_pack *pack, const pt_function *function,
                      const pt_tree_period *period, pt_constraints *known, pt_value *inputs)
{
    const pt_tree *tree = period->tree;
    for (uint16_t i = 0; i < function->input_count; i++)
        inputs[i] = pt_witness_plain(pack, &function->inputs[i], period);
    for (size_t i = 0; i < tree->atom_count; i++) {
        uint16_t input = tree->atoms[i].input;
        if (tree->atoms[i].operation == PT_OP_INPUT &&
            function->inputs[input].kind != PT_INPUT_PARAMETER)
            inputs[input] = chosen_value(known, tree, i, inputs[input]);
    }
}

const char *pt_witness_words(pt_arena *arena, const pt_pack *pack, const pt_function *function,
                             const pt_value *inputs)
{
    pt_text out = pt_text_create(arena);
    for (uint16_t i = 0; i < function->input_count; i++) {
        if (function->inputs[i].kind == PT_INPUT_PARAMETER)
            continue;
        pt_text_format(&out, "%s%s = ", out.length == 0 ? "" : ", ", function->inputs[i].name);
        pt_value_show(&out, pack, inputs[i]);
    }
    return out.length == 0 ? "elk geval" : out.bytes;
}
