/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/reason.h"

#include <string.h>

static const char *fill_pieces(pt_world *world, pt_arena *arena, const pt_tree *tree,
                               const pt_moment *moment, const pt_leaf *leaf)
{
    pt_text text = pt_text_create(arena);
    for (size_t i = 0; i < leaf->piece_count; i++) {
        const pt_reason_piece *piece = &leaf->pieces[i];
        if (piece->text != NULL)
            pt_text_add_bytes(&text, piece->text, piece->length);
        else if (piece->is_atom)
            pt_world_show(&text, world, pt_tree_atom(tree, moment, piece->atom));
        else
            pt_world_show(&text, world, pt_tree_form(tree, moment, &piece->form, piece->type));
    }
    return text.bytes;
}

static const pt_value *input_named(const pt_function *function, const char *name, size_t length,
                                   const pt_value *inputs)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (strlen(function->inputs[i].name) == length &&
            memcmp(function->inputs[i].name, name, length) == 0)
            return &inputs[i];
    return NULL;
}

const char *pt_reason_fill(pt_world *world, pt_arena *arena, const pt_function *function,
                           const char *written, const pt_value *inputs)
{
    pt_text text = pt_text_create(arena);
    while (*written != '\0') {
        const char *end = *written == '{' ? strchr(written, '}') : NULL;
        const pt_value *value =
            end == NULL ? NULL
                        : input_named(function, written + 1, (size_t)(end - written - 1), inputs);
        if (value != NULL) {
            pt_world_show(&text, world, *value);
            written = end + 1;
        } else {
            pt_text_add_char(&text, *written++);
        }
    }
    return text.bytes;
}

const char *pt_reply_reason(pt_world *world, pt_arena *arena, const pt_function *function,
                            pt_law_day law, const pt_reply *reply, const pt_value *inputs)
{
    if (reply->written == NULL)
        return NULL;
    const pt_tree_period *period = pt_function_period(function, law.day);
    if (reply->leaf == NULL || reply->leaf->pieces == NULL || period == NULL)
        return pt_reason_fill(world, arena, function, reply->written, inputs);
    pt_moment moment = pt_function_moment(world, function, inputs);
    return fill_pieces(world, arena, period->tree, &moment, reply->leaf);
}

static const char *function_reason(pt_world *world, pt_arena *arena, const pt_memory *memory,
                                   uint32_t subject)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    const pt_rule *rule = &world->pack->rules[memory->of.outcome.version];
    pt_law_day law = pt_law_day_of(world, rule->block, subject);
    pt_reply reply = {.leaf = memory->leaf, .written = memory->written};
    pt_function_inputs(world, rule->decide, subject, law, inputs, &reply);
    return pt_reply_reason(world, arena, rule->decide, law, &reply, inputs);
}

const char *pt_exception_reason(pt_world *world, pt_arena *arena, uint32_t subject,
                                const pt_exception *exception, pt_law_day law)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_reply reply = {0};
    if (exception->reason == NULL)
        return NULL;
    pt_function_inputs(world, exception->condition, subject, law, inputs, &reply);
    return pt_reason_fill(world, arena, exception->condition, exception->reason, inputs);
}

/* Exceptions without a peildatum of their own follow the law of what they except. */
static const char *reason_of_exception(pt_world *world, pt_arena *arena, uint32_t subject,
                                       uint16_t index, uint32_t excepted)
{
    const pt_exception *exception = &world->pack->exceptions[index];
    bool own = world->pack->blocks[exception->block].reference_date != PT_NO_INDEX;
    pt_law_day law = pt_law_day_of(world, own ? exception->block : excepted, subject);
    return pt_exception_reason(world, arena, subject, exception, law);
}

const char *pt_duty_reason(pt_world *world, pt_arena *arena, uint32_t subject,
                           const pt_duty_state *state)
{
    if (state->exception == PT_NO_INDEX)
        return NULL;
    return reason_of_exception(world, arena, subject, state->exception,
                               world->pack->duties[state->version].block);
}

const char *pt_rule_reason(pt_world *world, pt_arena *arena, uint32_t subject, uint16_t group)
{
    const pt_outcome *outcome = pt_rule_outcome(world, subject, group);
    const pt_memory *memory = &world->subjects[subject].memories[world->plan->slot_of_rule[group]];
    if (outcome->way == PT_WAY_RULE && memory->written != NULL)
        return function_reason(world, arena, memory, subject);
    if (outcome->way == PT_WAY_EXCEPTION)
        return reason_of_exception(world, arena, subject, outcome->exception,
                                   world->pack->rules[outcome->version].block);
    return NULL;
}
