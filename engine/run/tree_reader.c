/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/tree_reader.h"

#include "run/tree_evaluate.h"

/* An analysis may hand in a tree of its own, with as many as fit in its forest. */
enum { MOST_MADE_ATOMS = 256 };

static size_t most_atoms(const pt_pack *pack)
{
    size_t most = MOST_MADE_ATOMS;
    for (uint32_t f = 0; f < pack->function_count; f++) {
        const pt_function *function = pack->functions[f];
        for (size_t p = 0; p < function->period_count; p++)
            if (function->periods[p].tree->atom_count > most)
                most = function->periods[p].tree->atom_count;
    }
    return most;
}

pt_tree_reader *pt_tree_reader_create(pt_arena *arena, const pt_pack *pack, pt_region region)
{
    pt_tree_reader *reader = PT_NEW(arena, pt_tree_reader);
    size_t most = most_atoms(pack);
    reader->calendar = pack->calendar;
    reader->region = region;
    reader->atoms = PT_NEW_ARRAY(arena, most, pt_value);
    reader->stamps = PT_NEW_ARRAY(arena, most, uint32_t);
    return reader;
}

static pt_moment moment_for(pt_tree_reader *reader, const pt_function *function,
                            const pt_value *inputs)
{
    pt_moment moment = {.calendar = reader->calendar,
                        .region = reader->region,
                        .inputs = inputs,
                        .today_input = UINT16_MAX,
                        .atoms = reader->atoms,
                        .stamps = reader->stamps,
                        .stamp = &reader->stamp};
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_TODAY) {
            moment.today_input = i;
            moment.today = (pt_date)inputs[i].amount;
        }
    return moment;
}

bool pt_tree_reader_answer(void *reader, const pt_function *function, const pt_tree *tree,
                           const pt_value *inputs, pt_answer *answer)
{
    pt_moment moment = moment_for(reader, function, inputs);
    pt_tree_result result = pt_tree_evaluate(tree, &moment, NULL);
    *answer = (pt_answer){result.value, result.leaf->reason};
    return !result.failed;
}

bool pt_tree_reader_test(void *reader, const pt_function *function, const pt_tree *tree,
                         const pt_test *test, const pt_value *inputs)
{
    pt_moment moment = moment_for(reader, function, inputs);
    return pt_tree_test(tree, &moment, test);
}
