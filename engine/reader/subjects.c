/* SPDX-License-Identifier: EUPL-1.2 */
/* Declares the kinds of subject: their facts, references, and names for longer references. */
#include <string.h>

#include "reader/fields.h"

static void check_name(pt_draft *draft, const char *name, pt_position at)
{
    if (!pt_is_rule_name(name))
        pt_find(draft->report, PT_R004, at, PT_ARGS(name), NULL);
    else if (pt_is_reserved(name))
        pt_find(draft->report, PT_R005, at, PT_ARGS(name), NULL);
}

static void declare_fact(pt_draft *draft, pt_subject_kind *kind, const pt_syntax *field)
{
    const pt_syntax *key = field->items[0];
    pt_type_declaration made;
    if (key == NULL || key->kind != PT_SYNTAX_STRING) {
        pt_find(draft->report, PT_R003, field->at, PT_ARGS("gegevens", "naam = soort { … }"), NULL);
        return;
    }
    check_name(draft, key->text, key->at);
    const char *what = pt_format(draft->arena, "gegeven '%s'", key->text);
    if (!pt_type_of(draft, field->items[1], what, &made))
        return;
    pt_fact *fact = &kind->facts[kind->fact_count++];
    *fact = (pt_fact){.name = key->text, .title = made.title, .type = made.type, .at = key->at};
    if (made.table == NULL)
        return;
    pt_fields fields = {draft, made.table, what};
    fact->judgement = pt_field_flag(&fields, "oordeel", false);
    fact->sensitive = pt_field_flag(&fields, "gevoelig", false);
    fact->owner = pt_field_text(&fields, "eigenaar");
    const pt_syntax *initial = pt_field(&fields, "begin");
    if (initial != NULL)
        fact->has_initial = pt_constant_of(draft, initial, &fact->type, &fact->initial);
}

static void declare_reference(pt_draft *draft, pt_subject_kind *kind, const pt_syntax *field)
{
    const pt_syntax *key = field->items[0], *value = field->items[1];
    if (key == NULL || key->kind != PT_SYNTAX_STRING) {
        pt_find(draft->report, PT_R003, field->at, PT_ARGS("hoort_bij", "naam = \"onderwerp\""),
                NULL);
        return;
    }
    check_name(draft, key->text, key->at);
    pt_reference *reference = &kind->references[kind->reference_count++];
    *reference = (pt_reference){.name = key->text, .target = PT_NO_INDEX, .at = value->at};
    if (value->kind == PT_SYNTAX_TABLE) {
        pt_fields fields = PT_FIELDS(draft, value, "hoort_bij", "optioneel");
        reference->optional = pt_field_flag(&fields, "optioneel", false);
    }
}

static void check_unique(pt_draft *draft, const pt_subject_kind *kind)
{
    pt_map seen = pt_map_create(draft->arena);
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        if (!pt_map_add(&seen, kind->references[i].name, 0))
            pt_find(draft->report, PT_R006, kind->references[i].at,
                    PT_ARGS(kind->references[i].name), NULL);
    }
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        if (!pt_map_add(&seen, kind->facts[i].name, 0))
            pt_find(draft->report, PT_R006, kind->facts[i].at, PT_ARGS(kind->facts[i].name), NULL);
    }
}

static pt_subject_kind *new_kind(pt_draft *draft, const pt_declaration *declaration)
{
    pt_pack *pack = draft->pack;
    check_name(draft, declaration->name, declaration->name_at);
    if (pt_pack_kind(pack, declaration->name) != PT_NO_INDEX)
        pt_find(draft->report, PT_R006, declaration->name_at, PT_ARGS(declaration->name), NULL);
    pack->kinds = pt_arena_grow(draft->arena, pack->kinds, pack->kind_count, &draft->kind_capacity,
                                sizeof *pack->kinds);
    pt_subject_kind *kind = &pack->kinds[pack->kind_count++];
    *kind = (pt_subject_kind){.name = declaration->name, .at = declaration->name_at};
    return kind;
}

void pt_declare_subject(pt_draft *draft, const pt_declaration *declaration)
{
    pt_subject_kind *kind = new_kind(draft, declaration);
    const char *what = pt_format(draft->arena, "onderwerp '%s'", kind->name);
    pt_fields fields = PT_FIELDS(draft, declaration->value, what, "titel", "toelichting",
                                 "hoort_bij", "via", "gegevens");
    kind->title = pt_field_text(&fields, "titel");
    const pt_syntax *references = pt_field(&fields, "hoort_bij");
    if (references != NULL && references->kind == PT_SYNTAX_TABLE) {
        kind->references = PT_NEW_ARRAY(draft->arena, references->count, pt_reference);
        for (size_t i = 0; i < references->count; i++)
            declare_reference(draft, kind, references->items[i]);
    }
    const pt_syntax *facts = pt_field(&fields, "gegevens");
    if (facts != NULL && facts->kind == PT_SYNTAX_TABLE) {
        kind->facts = PT_NEW_ARRAY(draft->arena, facts->count, pt_fact);
        for (size_t i = 0; i < facts->count; i++)
            declare_fact(draft, kind, facts->items[i]);
    }
    check_unique(draft, kind);
}

static const char *suggest_kind(pt_draft *draft, const char *name)
{
    const char **names = PT_NEW_ARRAY(draft->arena, draft->pack->kind_count, const char *);
    for (uint16_t i = 0; i < draft->pack->kind_count; i++)
        names[i] = draft->pack->kinds[i].name;
    return pt_suggest(name, names, draft->pack->kind_count);
}

static const pt_syntax *declared_field(const pt_syntax *table, const char *name)
{
    pt_fields fields = {NULL, table, ""};
    return pt_field(&fields, name);
}

static void link_references(pt_draft *draft, pt_subject_kind *kind, const pt_syntax *table)
{
    uint16_t at = 0;
    for (size_t i = 0; i < table->count && at < kind->reference_count; i++) {
        const pt_syntax *key = table->items[i]->items[0], *value = table->items[i]->items[1];
        if (key == NULL || key->kind != PT_SYNTAX_STRING)
            continue;
        pt_reference *reference = &kind->references[at++];
        const pt_syntax *target = value->kind == PT_SYNTAX_TABLE ? pt_positional(value, 0) : value;
        const char *name = target == NULL ? NULL : pt_text_of(draft, target, "hoort_bij");
        if (name == NULL)
            continue;
        reference->target = pt_pack_kind(draft->pack, name);
        if (reference->target == PT_NO_INDEX)
            pt_find(draft->report, PT_R007, target->at, PT_ARGS(name), suggest_kind(draft, name));
    }
}

static const char *suggest_path(pt_draft *draft, const pt_subject_kind *kind, const char *name)
{
    const char **names = PT_NEW_ARRAY(draft->arena, kind->reference_count, const char *);
    for (uint16_t i = 0; i < kind->reference_count; i++)
        names[i] = kind->references[i].name;
    return pt_suggest(name, names, kind->reference_count);
}

/* Adds one reference to a path; false when `name` is none of the kind it leads to. */
static bool extend_path(pt_draft *draft, pt_path *path, const char *name, pt_position at)
{
    pt_subject_kind *kind = &draft->pack->kinds[path->target];
    uint16_t reference = pt_pack_reference(draft->pack, path->target, name);
    if (reference == PT_NO_INDEX || path->hops == PT_LIMIT_REFERENCE_HOPS)
        return pt_find(draft->report, PT_R008, at, PT_ARGS(name, kind->name),
                       suggest_path(draft, kind, name));
    path->references[path->hops++] = reference;
    path->optional = path->optional || kind->references[reference].optional;
    path->target = kind->references[reference].target;
    return path->target != PT_NO_INDEX;
}

static bool read_path(pt_draft *draft, uint16_t kind, const pt_syntax *value, pt_path *path)
{
    const char *text = pt_text_of(draft, value, "via");
    path->target = kind;
    path->hops = 0;
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, ".");
        if (!extend_path(draft, path, pt_arena_copy(draft->arena, text, length), value->at))
            return false;
        text += length + (text[length] == '.');
    }
    return text != NULL && path->hops > 0;
}

static void link_paths(pt_draft *draft, uint16_t index, const pt_syntax *via)
{
    pt_subject_kind *kind = &draft->pack->kinds[index];
    size_t most = kind->reference_count + (via == NULL ? 0u : via->count);
    kind->paths = PT_NEW_ARRAY(draft->arena, most, pt_path);
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        const pt_reference *reference = &kind->references[i];
        kind->paths[kind->path_count++] =
            (pt_path){reference->name, 1, {i}, reference->target, reference->optional};
    }
    for (size_t i = 0; via != NULL && via->kind == PT_SYNTAX_TABLE && i < via->count; i++) {
        const pt_syntax *key = via->items[i]->items[0];
        pt_path path = {0};
        if (key == NULL || !read_path(draft, index, via->items[i]->items[1], &path))
            continue;
        check_name(draft, key->text, key->at);
        path.name = key->text;
        if (pt_pack_path(draft->pack, index, path.name) != NULL)
            pt_find(draft->report, PT_R006, key->at, PT_ARGS(path.name), NULL);
        kind->paths[kind->path_count++] = path;
    }
}

/* References can lead forward, so they are linked when all kinds are known; paths after that. */
void pt_link_subjects(pt_draft *draft, const pt_syntax *const *tables)
{
    for (uint16_t i = 0; i < draft->pack->kind_count; i++) {
        const pt_syntax *references = declared_field(tables[i], "hoort_bij");
        if (references != NULL && references->kind == PT_SYNTAX_TABLE)
            link_references(draft, &draft->pack->kinds[i], references);
    }
    for (uint16_t i = 0; i < draft->pack->kind_count; i++)
        link_paths(draft, i, declared_field(tables[i], "via"));
}
