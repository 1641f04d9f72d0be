/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "report/schema_write.h"

static void open_object(pt_schema *to, const char *key)
{
    pt_json_object(&to->json, key);
}

static void close(pt_schema *to)
{
    pt_json_close(&to->json);
}

static void open_list(pt_schema *to, const char *key)
{
    pt_json_list(&to->json, key);
}

static const char *joined(pt_schema *to, const char *before, const char *name)
{
    return pt_format(to->json.out->arena, "%s%s", before, name);
}

/* A scalar of which no more is known. */
static void add_scalar(pt_schema *to, const char *key, const char *help)
{
    pt_schema_layout(to, key, &pt_layout_text, help);
}

/* --- What is said of a subject ---------------------------------------------------------------- */

static bool is_asked(const pt_event *event, const char *name)
{
    for (uint16_t i = 0; event != NULL && i < event->ask_count; i++) {
        if (strcmp(event->asks[i].name, name) == 0)
            return true;
    }
    return false;
}

static bool is_key(const pt_key *keys, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(keys[i].name, name) == 0)
            return true;
    }
    return false;
}

static const char *fact_name(pt_schema *to, const pt_subject_kind *kind, const pt_fact *fact)
{
    return pt_format(to->json.out->arena, "gegeven_%s.%s", kind->name, fact->name);
}

static void define_facts(pt_schema *to, const pt_subject_kind *kind)
{
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        const pt_fact *fact = &kind->facts[i];
        pt_type type = fact->type;
        type.may_be_unknown = true;
        pt_schema_value(to, fact_name(to, kind, fact), &type, fact->title);
    }
}

static void add_facts(pt_schema *to, const pt_subject_kind *kind, const pt_event *event)
{
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        if (!is_asked(event, kind->facts[i].name))
            pt_schema_reference(to, kind->facts[i].name, fact_name(to, kind, &kind->facts[i]));
    }
}

static void add_references(pt_schema *to, const pt_subject_kind *kind)
{
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        const pt_reference *reference = &kind->references[i];
        const char *target = to->pack->kinds[reference->target].name;
        add_scalar(to, reference->name,
                   joined(to,
                          reference->optional ? "de naam, of geen, van een " : "de naam van een ",
                          target));
    }
}

static void add_needed_references(pt_schema *to, const pt_subject_kind *kind)
{
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        if (!kind->references[i].optional)
            pt_json_text(&to->json, NULL, kind->references[i].name);
    }
}

/* --- wereld ----------------------------------------------------------------------------------- */

/* By name, or as a list of those that need none. */
static void add_kind(pt_schema *to, const char *key, const char *help, const char *definition)
{
    open_object(to, key);
    if (help != NULL)
        pt_json_text(&to->json, "description", help);
    open_list(to, "anyOf");
    open_object(to, NULL);
    pt_json_text(&to->json, "type", "object");
    pt_schema_reference(to, "additionalProperties", definition);
    close(to);
    open_object(to, NULL);
    pt_json_text(&to->json, "type", "array");
    pt_schema_reference(to, "items", definition);
    close(to);
    close(to);
    close(to);
}

void pt_schema_world(pt_schema *to)
{
    pt_json_text(&to->json, "type", "object");
    if (to->pack == NULL) {
        add_kind(to, "additionalProperties", NULL, "onderwerp");
        return;
    }
    open_object(to, "properties");
    for (uint16_t i = 0; i < to->pack->kind_count; i++) {
        const pt_subject_kind *kind = &to->pack->kinds[i];
        add_kind(to, kind->name, kind->title, joined(to, "onderwerp_", kind->name));
    }
    close(to);
    pt_schema_no_others(to);
}

static void define_kind(pt_schema *to, const pt_subject_kind *kind)
{
    pt_schema_define(to, joined(to, "onderwerp_", kind->name));
    pt_json_text(&to->json, "type", "object");
    open_object(to, "properties");
    add_references(to, kind);
    add_facts(to, kind, NULL);
    close(to);
    open_list(to, "required");
    add_needed_references(to, kind);
    close(to);
    pt_schema_no_others(to);
    close(to);
}

static void define_any_kind(pt_schema *to)
{
    pt_schema_define(to, "onderwerp");
    pt_json_text(&to->json, "type", "object");
    add_scalar(to, "additionalProperties", NULL);
    close(to);
}

/* --- Events ----------------------------------------------------------------------------------- */

static void add_asked(pt_schema *to, const pt_event *event)
{
    for (uint16_t i = 0; i < event->ask_count; i++)
        pt_schema_value(to, event->asks[i].name, &event->asks[i].type, event->asks[i].title);
}

static void add_needed(pt_schema *to, const pt_event *event, const pt_subject_kind *kind)
{
    open_list(to, "required");
    if (event->makes)
        add_needed_references(to, kind);
    else
        pt_json_text(&to->json, NULL, kind->name);
    for (uint16_t i = 0; i < event->ask_count; i++) {
        if (!event->asks[i].type.may_be_unknown)
            pt_json_text(&to->json, NULL, event->asks[i].name);
    }
    close(to);
}

/* Keys of the block itself: what stands behind them is said where the sort is. */
static void add_own_keys(pt_schema *to, const pt_layout *block, uint32_t keys)
{
    for (size_t i = 0; i < block->count; i++) {
        if ((keys >> i & 1) != 0)
            pt_json_truth(&to->json, block->keys[i].name, true);
    }
}

static void define_event(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort,
                         const pt_event *event)
{
    const pt_block *described = &to->pack->blocks[event->block];
    const pt_subject_kind *kind = &to->pack->kinds[described->subject];
    pt_schema_define(to, joined(to, "gebeurtenis_", described->name));
    open_object(to, "properties");
    add_own_keys(to, block, (sort->allowed | sort->days) & ~(event->makes ? 0 : sort->names));
    if (!event->makes)
        add_scalar(to, kind->name, joined(to, "de naam van een ", kind->name));
    add_asked(to, event);
    if (event->makes)
        add_references(to, kind);
    add_facts(to, kind, event);
    close(to);
    add_needed(to, event, kind);
    pt_schema_no_others(to);
    close(to);
}

static void define_events(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort)
{
    for (uint16_t i = 0; i < to->pack->event_count; i++)
        define_event(to, block, sort, &to->pack->events[i]);
}

/* { if: the key has this value, then: the definition } */
static void add_case(pt_schema *to, const char *key, const char *value, const char *definition)
{
    open_object(to, NULL);
    open_object(to, "if");
    open_object(to, "properties");
    open_object(to, key);
    pt_json_text(&to->json, "const", value);
    close(to);
    close(to);
    close(to);
    pt_schema_reference(to, "then", definition);
    close(to);
}

static void add_events(pt_schema *to, const char *key)
{
    open_list(to, "allOf");
    for (uint16_t i = 0; i < to->pack->event_count; i++) {
        const char *name = to->pack->blocks[to->pack->events[i].block].name;
        add_case(to, key, name, joined(to, "gebeurtenis_", name));
    }
    close(to);
}

static void add_event_name(pt_schema *to, const pt_key *key)
{
    open_object(to, key->name);
    pt_json_text(&to->json, "description", key->help);
    open_list(to, "anyOf");
    open_object(to, NULL);
    open_list(to, "enum");
    for (uint16_t i = 0; i < to->pack->event_count; i++)
        pt_json_text(&to->json, NULL, to->pack->blocks[to->pack->events[i].block].name);
    close(to);
    close(to);
    pt_schema_reference(to, NULL, "kolom");
    close(to);
    close(to);
}

/* --- Changes ---------------------------------------------------------------------------------- */

static bool is_fact_before(const pt_pack *pack, uint16_t kind, const char *name)
{
    for (uint16_t i = 0; i < kind; i++) {
        if (pt_pack_fact(pack, i, name) != PT_NO_INDEX)
            return true;
    }
    return false;
}

static void add_fact_of_any(pt_schema *to, uint16_t first, const char *name)
{
    open_object(to, name);
    open_list(to, "anyOf");
    for (uint16_t kind = first; kind < to->pack->kind_count; kind++) {
        uint16_t index = pt_pack_fact(to->pack, kind, name);
        if (index == PT_NO_INDEX)
            continue;
        const pt_subject_kind *of = &to->pack->kinds[kind];
        pt_schema_reference(to, NULL, fact_name(to, of, &of->facts[index]));
    }
    close(to);
    close(to);
}

/* Of which kind the subject is, only the whole scenario says. */
static void add_all_facts(pt_schema *to, const pt_layout *block, uint32_t keys)
{
    for (uint16_t kind = 0; kind < to->pack->kind_count; kind++) {
        for (uint16_t i = 0; i < to->pack->kinds[kind].fact_count; i++) {
            const char *name = to->pack->kinds[kind].facts[i].name;
            bool fixed = false;
            for (size_t key = 0; key < block->count; key++)
                fixed = fixed || ((keys >> key & 1) != 0 && is_key(&block->keys[key], 1, name));
            if (!fixed && !is_fact_before(to->pack, kind, name))
                add_fact_of_any(to, kind, name);
        }
    }
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void add_one_of(pt_schema *to, const pt_layout *block, uint32_t keys)
{
    open_list(to, "oneOf");
    for (size_t i = 0; i < block->count; i++) {
        if ((keys >> i & 1) == 0)
            continue;
        open_object(to, NULL);
        pt_schema_required(to, block->keys, block->count, (uint32_t)1 << i);
        close(to);
    }
    close(to);
}

static void add_fixed(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort,
                      uint32_t keys)
{
    for (size_t i = 0; i < block->count; i++) {
        const pt_key *key = &block->keys[i];
        bool event = sort->details == PT_DETAILS_EVENT && i == sort->key && to->pack != NULL;
        if ((keys >> i & 1) != 0 && event)
            add_event_name(to, key);
        else if ((keys >> i & 1) != 0)
            pt_schema_layout(to, key->name, key->layout, key->help);
    }
}

/* A name for each subject of a series would be one name for several. */
static void add_no_name_in_series(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort)
{
    if (sort->names == 0)
        return;
    open_object(to, "not");
    pt_schema_required(to, block->keys, block->count,
                       sort->names | (sort->days & ~(sort->days & (~sort->days + 1))));
    close(to);
}

static void add_sort(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort, bool inside)
{
    uint32_t keys = sort->allowed | (inside ? 0 : sort->days);
    open_object(to, "properties");
    add_fixed(to, block, sort, keys);
    if (inside)
        for (size_t i = 0; i < block->count; i++)
            if ((sort->days >> i & 1) != 0)
                pt_json_truth(&to->json, block->keys[i].name, false);
    if (sort->details == PT_DETAILS_CHANGE && to->pack != NULL)
        add_all_facts(to, block, keys | sort->days);
    close(to);
    pt_schema_required(to, block->keys, block->count, sort->needed);
    if (!inside) {
        add_one_of(to, block, sort->days);
        add_no_name_in_series(to, block, sort);
    }
    if (sort->details == PT_DETAILS_EVENT && to->pack != NULL)
        add_events(to, block->keys[sort->key].name);
    else if (sort->details != PT_DETAILS_NONE && to->pack == NULL)
        add_scalar(to, "additionalProperties", NULL);
    else
        pt_schema_no_others(to);
}

static void add_case_of_sort(pt_schema *to, const pt_layout *block, const pt_layout_sort *sort,
                             bool inside)
{
    open_object(to, NULL);
    open_object(to, "if");
    pt_schema_required(to, block->keys, block->count, (uint32_t)1 << sort->key);
    close(to);
    open_object(to, "then");
    add_sort(to, block, sort, inside);
    close(to);
    close(to);
}

static void define_block(pt_schema *to, const char *name, const pt_layout *block, bool inside)
{
    uint32_t sorts = 0;
    pt_schema_define(to, name);
    pt_json_text(&to->json, "type", "object");
    open_object(to, "properties");
    for (size_t i = 0; i < block->count; i++) {
        open_object(to, block->keys[i].name);
        pt_json_text(&to->json, "description", block->keys[i].help);
        close(to);
    }
    close(to);
    for (size_t i = 0; i < block->sort_count; i++)
        sorts |= !inside || block->sorts[i].inside ? (uint32_t)1 << block->sorts[i].key : 0;
    add_one_of(to, block, sorts);
    open_list(to, "allOf");
    for (size_t i = 0; i < block->sort_count; i++) {
        if (!inside || block->sorts[i].inside)
            add_case_of_sort(to, block, &block->sorts[i], inside);
    }
    close(to);
    close(to);
}

void pt_schema_block(pt_schema *to)
{
    pt_json_text(&to->json, "$ref", joined(to, "#/definitions/", joined(to, to->prefix, "blok")));
}

void pt_schema_branches(pt_schema *to)
{
    pt_json_text(&to->json, "type", "object");
    pt_json_number(&to->json, "minProperties", 1);
    open_object(to, "additionalProperties");
    open_list(to, "anyOf");
    pt_schema_reference(to, NULL, "blok_in_keuze");
    open_object(to, NULL);
    pt_json_text(&to->json, "type", "array");
    pt_schema_reference(to, "items", "blok_in_keuze");
    close(to);
    close(to);
    close(to);
}

/* --- Definitions ------------------------------------------------------------------------------ */

/* Without quotes {naam} is a mapping to YAML, of a key with nothing behind it. */
static void define_column(pt_schema *to)
{
    pt_schema_define(to, "kolom");
    pt_json_text(&to->json, "description", "een kolom van de tabel: {naam}");
    open_list(to, "anyOf");
    open_object(to, NULL);
    pt_json_text(&to->json, "type", "string");
    pt_json_text(&to->json, "pattern", "[{][^{}]+[}]");
    close(to);
    open_object(to, NULL);
    pt_json_text(&to->json, "type", "object");
    pt_json_number(&to->json, "minProperties", 1);
    pt_json_number(&to->json, "maxProperties", 1);
    open_object(to, "additionalProperties");
    pt_json_text(&to->json, "type", "null");
    close(to);
    close(to);
    close(to);
    close(to);
}

static const pt_layout_expected *expected_in(const pt_layout *block)
{
    for (size_t i = 0; i < block->count; i++) {
        if (block->keys[i].layout->kind == PT_LAYOUT_EXPECTED)
            return block->keys[i].layout->expected;
    }
    return NULL;
}

void pt_schema_definitions(pt_schema *to, const pt_layout *block)
{
    define_column(to);
    if (to->pack == NULL)
        define_any_kind(to);
    for (uint16_t i = 0; to->pack != NULL && i < to->pack->kind_count; i++) {
        define_facts(to, &to->pack->kinds[i]);
        define_kind(to, &to->pack->kinds[i]);
    }
    for (size_t i = 0; to->pack != NULL && i < block->sort_count; i++) {
        if (block->sorts[i].details == PT_DETAILS_EVENT)
            define_events(to, block, &block->sorts[i]);
    }
    define_block(to, "blok", block, false);
    define_block(to, "blok_in_keuze", block, true);
    pt_schema_define_expected(to, expected_in(block));
}
