/* SPDX-License-Identifier: EUPL-1.2 */
/* What may stand under `verwacht`: the names of a pack, and what can be asked of each. */
#include <string.h>

#include "report/schema_write.h"

static const char point_kind[] = "agendapunt";

static void add_fields(pt_schema *to, const pt_key *keys, size_t count)
{
    pt_json_object(&to->json, NULL);
    pt_schema_keys(to, keys, count, 1);
    pt_json_close(&to->json);
}

static void add_typed_fields(pt_schema *to, const pt_key *keys, size_t count, const pt_type *type)
{
    pt_json_object(&to->json, NULL);
    pt_json_text(&to->json, "type", "object");
    pt_json_object(&to->json, "properties");
    pt_schema_value(to, keys[0].name, type, keys[0].help);
    for (size_t i = 1; i < count; i++)
        pt_schema_layout(to, keys[i].name, keys[i].layout, keys[i].help);
    pt_json_close(&to->json);
    pt_json_number(&to->json, "minProperties", 1);
    pt_schema_no_others(to);
    pt_json_close(&to->json);
}

static const pt_type *type_of(const pt_pack *pack, uint16_t kind, pt_name name)
{
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: return &pack->kinds[kind].facts[name.index].type;
    case PT_NAME_RULE: return &pack->rule_groups[name.index].type;
    case PT_NAME_WINDOW: return &pack->windows[name.index].type;
    case PT_NAME_LIST: return &pack->lists[name.index].type;
    case PT_NAME_DUTY: break;
    }
    return NULL;
}

static void add_duty(pt_schema *to, const pt_layout_expected *expected)
{
    const pt_layout status = {.kind = PT_LAYOUT_WORD, .word = expected->statuses};
    pt_schema_layout(to, NULL, &status, NULL);
    add_fields(to, expected->duty, expected->duty_count);
}

static void add_outcome(pt_schema *to, const pt_layout_expected *expected, uint16_t kind,
                        pt_name name)
{
    const pt_type *found = type_of(to->pack, kind, name);
    if (found == NULL) {
        add_duty(to, expected);
        return;
    }
    pt_type type = *found;
    bool rule = name.kind == PT_NAME_RULE;
    type.may_be_unknown = type.may_be_none = true;
    pt_schema_value(to, NULL, &type, NULL);
    add_typed_fields(to, rule ? expected->rule : expected->measure,
                     rule ? expected->rule_count : expected->measure_count, &type);
}

static bool is_name_before(const pt_pack *pack, uint16_t kind, const char *name)
{
    pt_name found;
    for (uint16_t i = 0; i < kind; i++) {
        if (pt_pack_name(pack, i, name, &found))
            return true;
    }
    return false;
}

/* What `name` may be for every kind that has it; written at the first of those alone. */
static void add_name(pt_schema *to, const pt_layout_expected *expected, uint16_t kind,
                     const char *name)
{
    pt_name found;
    if (is_name_before(to->pack, kind, name))
        return;
    pt_json_object(&to->json, pt_format(to->json.out->arena, "^.+[.]%s$", name));
    pt_json_list(&to->json, "anyOf");
    for (uint16_t i = kind; i < to->pack->kind_count; i++) {
        if (pt_pack_name(to->pack, i, name, &found))
            add_outcome(to, expected, i, found);
    }
    if (pt_pack_kind(to->pack, point_kind) != PT_NO_INDEX)
        pt_schema_reference(to, NULL, point_kind);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

static void gather_groups(const pt_pack *pack, uint16_t kind, const pt_group *groups,
                          uint16_t group_count, const char **names, size_t *count)
{
    for (uint16_t i = 0; i < group_count; i++) {
        if (groups[i].subject == kind && pt_pack_fact(pack, kind, groups[i].name) == PT_NO_INDEX)
            names[(*count)++] = groups[i].name;
    }
}

/* What can be expected of a subject of a kind, by name. */
static size_t names_of(pt_schema *to, uint16_t kind, const char ***names)
{
    const pt_pack *pack = to->pack;
    size_t most = (size_t)pack->kinds[kind].fact_count + pack->rule_group_count +
                  pack->duty_group_count + pack->window_count + pack->list_count;
    size_t count = 0;
    *names = PT_NEW_ARRAY(to->json.out->arena, most + 1, const char *);
    for (uint16_t i = 0; i < pack->kinds[kind].fact_count; i++)
        (*names)[count++] = pack->kinds[kind].facts[i].name;
    gather_groups(pack, kind, pack->rule_groups, pack->rule_group_count, *names, &count);
    gather_groups(pack, kind, pack->duty_groups, pack->duty_group_count, *names, &count);
    for (uint16_t i = 0; i < pack->window_count; i++) {
        const pt_block *block = &pack->blocks[pack->windows[i].block];
        if (block->subject == kind)
            (*names)[count++] = block->name;
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        const pt_block *block = &pack->blocks[pack->lists[i].block];
        if (block->subject == kind)
            (*names)[count++] = block->name;
    }
    return count;
}

static void add_names_of(pt_schema *to, const pt_layout_expected *expected, uint16_t kind)
{
    const char **names = NULL;
    size_t count = names_of(to, kind, &names);
    for (size_t i = 0; i < count; i++)
        add_name(to, expected, kind, names[i]);
}

/* A point of an agenda may bear the name of something else: then names of a point stand behind it.
 */
static void define_point(pt_schema *to)
{
    const char **names = NULL;
    size_t count = names_of(to, pt_pack_kind(to->pack, point_kind), &names);
    pt_schema_define(to, point_kind);
    pt_json_text(&to->json, "type", "object");
    pt_json_number(&to->json, "minProperties", 1);
    pt_json_object(&to->json, "propertyNames");
    pt_json_list(&to->json, "enum");
    for (size_t i = 0; i < count; i++)
        pt_json_text(&to->json, NULL, names[i]);
    pt_json_text(&to->json, NULL, "doorslaggevend");
    pt_json_close(&to->json);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

/* Several names of one subject: what each may be is left to the loader. */
static void add_names_of_one(pt_schema *to, const char *key, const pt_layout_expected *expected)
{
    const pt_key *keys[] = {expected->rule, expected->duty, expected->duties};
    const size_t counts[] = {expected->rule_count, expected->duty_count, expected->duties_count};
    pt_json_object(&to->json, key);
    pt_json_text(&to->json, "type", "object");
    pt_json_number(&to->json, "minProperties", 1);
    pt_json_object(&to->json, "propertyNames");
    pt_json_object(&to->json, "not");
    pt_json_list(&to->json, "enum");
    for (size_t i = 0; i < 3; i++) {
        for (size_t j = 0; j < counts[i]; j++)
            pt_json_text(&to->json, NULL, keys[i][j].name);
    }
    pt_json_close(&to->json);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

static void add_any_name(pt_schema *to, const pt_layout_expected *expected)
{
    pt_json_object(&to->json, "^.+[.][^.]+$");
    pt_json_list(&to->json, "anyOf");
    pt_schema_layout(to, NULL, &pt_layout_text, NULL);
    add_fields(to, expected->rule, expected->rule_count);
    add_fields(to, expected->duty, expected->duty_count);
    add_fields(to, expected->duties, expected->duties_count);
    add_names_of_one(to, NULL, expected);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

static void add_happened(pt_schema *to)
{
    static const pt_layout times = {.kind = PT_LAYOUT_COUNT};
    pt_json_object(&to->json, "properties");
    pt_json_object(&to->json, "gebeurd");
    pt_json_text(&to->json, "description", "hoe vaak gebeurtenissen tot nu toe gebeurd zijn");
    pt_json_text(&to->json, "type", "object");
    pt_schema_layout(to, "additionalProperties", &times, NULL);
    pt_json_close(&to->json);
    pt_schema_layout(to, "niet_gebeurd", &pt_layout_names,
                     "gebeurtenissen die tot nu toe niet gebeurd zijn");
    pt_json_close(&to->json);
}

void pt_schema_expected(pt_schema *to, const pt_layout_expected *expected)
{
    const char *prefix = expected == NULL ? "los_" : to->prefix;
    pt_json_text(&to->json, "$ref",
                 pt_format(to->json.out->arena, "#/definitions/%sverwacht", prefix));
}

void pt_schema_define_expected(pt_schema *to, const pt_layout_expected *expected)
{
    if (to->pack != NULL && pt_pack_kind(to->pack, point_kind) != PT_NO_INDEX)
        define_point(to);
    pt_schema_define(to, "verwacht");
    pt_json_text(&to->json, "type", "object");
    pt_json_number(&to->json, "minProperties", 1);
    add_happened(to);
    pt_json_object(&to->json, "patternProperties");
    pt_json_truth(&to->json, "[{]", true);
    if (to->pack == NULL)
        add_any_name(to, expected);
    for (uint16_t i = 0; to->pack != NULL && i < to->pack->kind_count; i++)
        add_names_of(to, expected, i);
    if (to->pack != NULL) {
        pt_json_object(&to->json, "^.+[.](plichten|doorslaggevend)$");
        pt_schema_keys(to, expected->duties, expected->duties_count, 1);
        pt_json_close(&to->json);
    }
    pt_json_close(&to->json);
    add_names_of_one(to, "additionalProperties", expected);
    pt_json_close(&to->json);
}
