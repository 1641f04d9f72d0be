/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions of blocks, and what the names behind `function` mean: the inputs. */
#include <string.h>

#include "reader/blocks.h"
#include "reader/syntax.h"

pt_function *pt_draft_function(pt_draft *draft, uint32_t block, const char *path,
                               const pt_syntax *value, pt_type result)
{
    pt_pack *pack = draft->pack;
    if (value->kind != PT_SYNTAX_FUNCTION) {
        pt_find(draft->report, PT_R003, value->at, PT_ARGS(path, "een functie"), NULL);
        return NULL;
    }
    pt_function *function = PT_NEW(draft->arena, pt_function);
    *function = (pt_function){.number = pack->function_count,
                              .block = block,
                              .path = path,
                              .subject = PT_NO_INDEX,
                              .at = value->at,
                              .result = result,
                              .syntax = value};
    pack->functions = pt_arena_grow(draft->arena, pack->functions, pack->function_count,
                                    &draft->function_capacity, sizeof *pack->functions);
    pack->functions[pack->function_count++] = function;
    return function;
}

/* One meaning of a name; several make it ambiguous. */
typedef struct meaning {
    pt_input input;
    const char *shown;
    size_t count;
    const char *other; /* the second meaning */
} meaning;

static void mean(meaning *found, const pt_input *input, const char *shown)
{
    if (found->count++ == 0) {
        found->input = *input;
        found->shown = shown;
    } else {
        found->other = shown;
    }
}

/* Facts, rules, windows and lists called `name` over the kind that `path` leads to. */
static void mean_by_path(pt_draft *draft, const pt_path *path, const char *name, meaning *found)
{
    static const pt_input_kind kinds[] = {[PT_NAME_FACT] = PT_INPUT_FACT,
                                          [PT_NAME_RULE] = PT_INPUT_RULE,
                                          [PT_NAME_WINDOW] = PT_INPUT_WINDOW,
                                          [PT_NAME_LIST] = PT_INPUT_LIST};
    static const char *const shown[] = {"gegeven", "regel", "plicht", "venster", "lijst"};
    pt_name meant;
    if (path->target == PT_NO_INDEX || !pt_pack_name(draft->pack, path->target, name, &meant) ||
        meant.kind == PT_NAME_DUTY)
        return;
    pt_input input = {.kind = (uint8_t)kinds[meant.kind], .path = *path, .index = meant.index};
    mean(found, &input,
         pt_format(draft->arena, "%s %s van %s", shown[meant.kind], name,
                   draft->pack->kinds[path->target].name));
}

static void mean_anywhere(pt_draft *draft, uint16_t subject, const char *name, meaning *found)
{
    const pt_subject_kind *kind = &draft->pack->kinds[subject];
    pt_path self = {.target = subject};
    mean_by_path(draft, &self, name, found);
    for (uint16_t i = 0; i < kind->path_count; i++) {
        const pt_path *path = &kind->paths[i];
        size_t length = strlen(path->name);
        if (strncmp(name, path->name, length) == 0 && name[length] == '_')
            mean_by_path(draft, path, name + length + 1, found);
    }
    uint16_t parameter = pt_pack_parameter(draft->pack, name);
    if (parameter != PT_NO_INDEX) {
        pt_input input = {.kind = PT_INPUT_PARAMETER, .path = self, .index = parameter};
        mean(found, &input, pt_format(draft->arena, "parameter %s", name));
    }
    if (strcmp(name, "vandaag") == 0) {
        pt_input input = {.kind = PT_INPUT_TODAY, .path = self};
        mean(found, &input, "vandaag");
    }
}

static size_t add_names(const pt_draft *draft, uint16_t kind, const char **names, size_t count)
{
    const pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < pack->kinds[kind].fact_count; i++)
        names[count++] = pack->kinds[kind].facts[i].name;
    for (uint16_t i = 0; i < pack->rule_group_count; i++) {
        if (pack->rule_groups[i].subject == kind)
            names[count++] = pack->rule_groups[i].name;
    }
    return count;
}

static const char *suggest_input(pt_draft *draft, uint16_t subject, const char *name)
{
    const pt_pack *pack = draft->pack;
    const pt_subject_kind *kind = &pack->kinds[subject];
    size_t most = 1 + pack->parameter_count;
    for (uint16_t i = 0; i <= kind->path_count; i++) {
        uint16_t target = i == 0 ? subject : kind->paths[i - 1].target;
        most += target == PT_NO_INDEX
                    ? 0u
                    : (size_t)pack->kinds[target].fact_count + pack->rule_group_count;
    }
    const char **names = PT_NEW_ARRAY(draft->arena, most, const char *);
    size_t count = add_names(draft, subject, names, 0);
    names[count++] = "vandaag";
    for (uint16_t i = 0; i < pack->parameter_count; i++)
        names[count++] = pack->parameters[i].name;
    for (uint16_t i = 0; i < kind->path_count; i++) {
        if (kind->paths[i].target == PT_NO_INDEX)
            continue;
        size_t first = count;
        count = add_names(draft, kind->paths[i].target, names, count);
        for (; first < count; first++)
            names[first] = pt_format(draft->arena, "%s_%s", kind->paths[i].name, names[first]);
    }
    return pt_suggest(name, names, count);
}

static bool resolve(pt_draft *draft, const pt_function *function, const pt_syntax *parameter,
                    pt_input *input)
{
    meaning found = {0};
    mean_anywhere(draft, function->subject, parameter->text, &found);
    if (found.count == 0)
        return pt_find(draft->report, PT_R009, parameter->at,
                       PT_ARGS(parameter->text, draft->pack->kinds[function->subject].name),
                       suggest_input(draft, function->subject, parameter->text));
    if (found.count > 1)
        return pt_find(draft->report, PT_R010, parameter->at,
                       PT_ARGS(parameter->text, found.shown, found.other), NULL);
    *input = found.input;
    input->name = parameter->text;
    input->at = parameter->at;
    return true;
}

static void resolve_function(pt_draft *draft, pt_function *function)
{
    size_t count = function->syntax->count - 1u;
    if (function->subject == PT_NO_INDEX)
        return;
    if (count > PT_LIMIT_INPUTS) {
        pt_find(draft->report, PT_R020, function->at, NULL, NULL);
        return;
    }
    function->inputs = PT_NEW_ARRAY(draft->arena, count, pt_input);
    for (size_t i = 0; i < count; i++) {
        const pt_syntax *parameter = function->syntax->items[i];
        for (size_t j = 0; j < i; j++) {
            if (pt_text_equal(function->syntax->items[j]->text, parameter->text))
                pt_find(draft->report, PT_R006, parameter->at, PT_ARGS(parameter->text), NULL);
        }
        if (parameter->kind == PT_SYNTAX_VARARG)
            pt_find(draft->report, PT_L007, parameter->at, PT_ARGS("..."), NULL);
        else if (resolve(draft, function, parameter, &function->inputs[function->input_count]))
            function->input_count++;
    }
}

void pt_resolve_inputs(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    for (uint32_t i = 0; i < pack->function_count; i++)
        pack->functions[i]->subject = pack->blocks[pack->functions[i]->block].subject;
    for (uint16_t i = 0; i < pack->list_count; i++) {
        if (pack->lists[i].filter != NULL)
            pack->lists[i].filter->subject = pack->lists[i].of;
    }
    for (uint32_t i = 0; i < pack->function_count; i++)
        resolve_function(draft, pack->functions[i]);
}
