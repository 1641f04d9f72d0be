/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/concerns.h"

#include <string.h>

static bool is_party(const char *name, const char *whom)
{
    if (name == NULL)
        return false;
    return strcmp(name, whom) == 0 || (strcmp(whom, "school") == 0 && strcmp(name, "bestuur") == 0);
}

static bool bears(const pt_pack *pack, const pt_duty *duty, const char *whom)
{
    if (duty->bearer_role != NULL)
        return is_party(duty->bearer_role, whom);
    return is_party(duty->bearer.name, whom) ||
           is_party(pack->kinds[duty->bearer.target].name, whom);
}

static bool owns(const pt_pack *pack, const pt_function *function, const char *whom)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind == PT_INPUT_FACT &&
            is_party(pack->kinds[input->path.target].facts[input->index].owner, whom))
            return true;
    }
    return false;
}

static bool concerns_in(const pt_pack *pack, const char *name, const char *whom)
{
    for (uint16_t i = 0; i < pack->duty_count; i++)
        if (strcmp(pack->blocks[pack->duties[i].block].name, name) == 0 &&
            bears(pack, &pack->duties[i], whom))
            return true;
    for (uint32_t i = 0; i < pack->function_count; i++)
        if (strcmp(pack->blocks[pack->functions[i]->block].name, name) == 0 &&
            owns(pack, pack->functions[i], whom))
            return true;
    return false;
}

bool pt_concerns(const pt_comparison *comparison, const char *name, const char *whom)
{
    return concerns_in(comparison->before, name, whom) ||
           concerns_in(comparison->after, name, whom);
}

/* Is a parameter used by a block that concerns `whom`? */
static bool parameter_concerns(const pt_comparison *c, const pt_pack *pack,
                               const pt_parameter *parameter, const char *whom)
{
    uint16_t index = (uint16_t)(parameter - pack->parameters);
    for (uint32_t i = 0; i < pack->function_count; i++) {
        const pt_function *function = pack->functions[i];
        for (uint16_t j = 0; j < function->input_count; j++)
            if (function->inputs[j].kind == PT_INPUT_PARAMETER &&
                function->inputs[j].index == index &&
                pt_concerns(c, pack->blocks[function->block].name, whom))
                return true;
    }
    for (uint16_t i = 0; i < pack->duty_count; i++) {
        const pt_term_rule *term = &pack->duties[i].term;
        if ((term->length.parameter == index || term->extension.parameter == index) &&
            pt_concerns(c, pack->blocks[pack->duties[i].block].name, whom))
            return true;
    }
    return false;
}

static void keep_changes(pt_arena *arena, const pt_comparison *c, const char *whom,
                         pt_comparison *made)
{
    made->parameters = PT_NEW_ARRAY(arena, c->parameter_count, pt_parameter_change);
    made->blocks = PT_NEW_ARRAY(arena, c->block_count, pt_block_change);
    made->duties = PT_NEW_ARRAY(arena, c->duty_count, pt_duty_change);
    made->parameter_count = made->block_count = made->duty_count = 0;
    for (size_t i = 0; i < c->parameter_count; i++) {
        const pt_parameter_change *change = &c->parameters[i];
        bool after = change->after != NULL;
        if (parameter_concerns(c, after ? c->after : c->before,
                               after ? change->after : change->before, whom))
            made->parameters[made->parameter_count++] = *change;
    }
    for (size_t i = 0; i < c->block_count; i++) {
        const pt_block_change *change = &c->blocks[i];
        if (pt_concerns(c, change->after != NULL ? change->after->name : change->before->name,
                        whom))
            made->blocks[made->block_count++] = *change;
    }
    for (size_t i = 0; i < c->duty_count; i++)
        if (pt_concerns(c, c->duties[i].name, whom))
            made->duties[made->duty_count++] = c->duties[i];
}

static bool named_before(const pt_comparison *made, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(made->differences[i].name, made->differences[index].name) == 0)
            return true;
    return false;
}

static const char **keep_names(pt_arena *arena, const pt_comparison *c, const char **names,
                               size_t *count, const char *whom)
{
    const char **kept = PT_NEW_ARRAY(arena, *count, const char *);
    size_t most = *count;
    *count = 0;
    for (size_t i = 0; i < most; i++)
        if (pt_concerns(c, names[i], whom))
            kept[(*count)++] = names[i];
    return kept;
}

const pt_comparison *pt_comparison_for(pt_arena *arena, const pt_comparison *c, const char *whom)
{
    pt_comparison *made = PT_NEW(arena, pt_comparison);
    *made = *c;
    keep_changes(arena, c, whom, made);
    made->differences = PT_NEW_ARRAY(arena, c->difference_count, pt_difference);
    made->steady = keep_names(arena, c, c->steady, &made->steady_count, whom);
    made->later = keep_names(arena, c, c->later, &made->later_count, whom);
    made->difference_count = made->beyond_count = made->rules_differ = made->duties_differ = 0;
    for (size_t i = 0; i < c->difference_count; i++) {
        if (!pt_concerns(c, c->differences[i].name, whom))
            continue;
        size_t kept = made->difference_count++;
        made->differences[kept] = c->differences[i];
        if (!named_before(made, kept))
            (*(!c->differences[i].itself   ? &made->beyond_count
               : c->differences[i].of_duty ? &made->duties_differ
                                           : &made->rules_differ))++;
    }
    return made;
}
