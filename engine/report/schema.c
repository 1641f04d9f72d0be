/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/schema.h"

#include "report/schema_write.h"

#define NAME_PATTERN     "^[A-Za-z\\u0080-\\uFFFF][^ \\t\\r\\n.,:;\\[\\]{}()\"'#&*!|>%@`\\\\/=+<?~^$]*$"
#define DATE_PATTERN     "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define DAY_PATTERN      "^(" DATE_PATTERN "|([^0-9+-][^+]*)?([+-][0-9]{1,6}[dwmj])*)$"
#define NUMBER_PATTERN   "^-?[0-9][0-9.]*(,[0-9]+)?$"
#define MONEY_PATTERN    "^(\u20AC)? *-?[0-9][0-9.]*(,[0-9]{2})?$"
#define PERCENT_PATTERN  "^-?[0-9][0-9.]*(,[0-9]+)? *%?$"
#define DURATION_PATTERN "^-?[0-9]+( [a-z]+)?$"

/* --- Small parts ------------------------------------------------------------------------------ */

static void add_types(pt_schema *to, const char *const *types, size_t count)
{
    pt_json_list(&to->json, "type");
    for (size_t i = 0; i < count; i++)
        pt_json_text(&to->json, NULL, types[i]);
    pt_json_close(&to->json);
}

/* A text that is not empty; YAML takes some of them for numbers or truths. */
static void add_text(pt_schema *to)
{
    static const char *const types[] = {"string", "number", "boolean"};
    add_types(to, types, 3);
    pt_json_number(&to->json, "minLength", 1);
}

static void add_pattern(pt_schema *to, const char *pattern)
{
    pt_json_text(&to->json, "type", "string");
    pt_json_number(&to->json, "minLength", 1);
    pt_json_text(&to->json, "pattern", pattern);
}

static void add_words(pt_schema *to, pt_layout_words word)
{
    pt_json_list(&to->json, "enum");
    for (size_t i = 0; word(i) != NULL; i++)
        pt_json_text(&to->json, NULL, word(i));
    pt_json_close(&to->json);
}

static const char *yes_or_no(size_t index)
{
    static const char *const words[] = {"ja", "nee", NULL};
    return words[index];
}

static void add_pattern_object(pt_schema *to, const char *pattern)
{
    pt_json_object(&to->json, NULL);
    add_pattern(to, pattern);
    pt_json_close(&to->json);
}

void pt_schema_define(pt_schema *to, const char *name)
{
    pt_json_object(&to->json, pt_format(to->json.out->arena, "%s%s", to->prefix, name));
}

void pt_schema_reference(pt_schema *to, const char *key, const char *name)
{
    pt_text path = pt_text_create(to->json.out->arena);
    pt_text_format(&path, "#/definitions/%s%s", to->prefix, name);
    pt_json_object(&to->json, key);
    pt_json_text(&to->json, "$ref", path.bytes);
    pt_json_close(&to->json);
}

/* --- Values of a type ------------------------------------------------------------------------- */

static void add_number(pt_schema *to, const pt_type *type)
{
    bool bounded = type->low != 0 || type->high != 0;
    pt_json_object(&to->json, NULL);
    pt_json_text(&to->json, "type", "number");
    if (bounded) {
        pt_json_fraction(&to->json, "minimum", type->low, PT_NUMBER_SCALE);
        pt_json_fraction(&to->json, "maximum", type->high, PT_NUMBER_SCALE);
    }
    pt_json_fraction(&to->json, "multipleOf", PT_NUMBER_SCALE >> type->fraction_bits,
                     PT_NUMBER_SCALE);
    pt_json_close(&to->json);
    add_pattern_object(to, NUMBER_PATTERN);
}

static void add_measure(pt_schema *to, const char *type, const char *pattern)
{
    pt_json_object(&to->json, NULL);
    pt_json_text(&to->json, "type", type);
    pt_json_close(&to->json);
    add_pattern_object(to, pattern);
}

static void add_choice(pt_schema *to, const pt_choice *choice)
{
    pt_json_object(&to->json, NULL);
    pt_json_list(&to->json, "enum");
    for (uint16_t i = 0; i < choice->count; i++)
        pt_json_text(&to->json, NULL, choice->words[i]);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

static void add_present(pt_schema *to, const pt_type *type)
{
    switch ((pt_kind)type->kind) {
    case PT_YESNO:
        pt_json_object(&to->json, NULL);
        add_words(to, yes_or_no);
        pt_json_close(&to->json);
        break;
    case PT_NUMBER: add_number(to, type); break;
    case PT_MONEY: add_measure(to, "number", MONEY_PATTERN); break;
    case PT_PERCENT: add_measure(to, "number", PERCENT_PATTERN); break;
    case PT_DURATION: add_measure(to, "integer", DURATION_PATTERN); break;
    case PT_DATE: add_pattern_object(to, to->scenario ? DAY_PATTERN : "^" DATE_PATTERN "$"); break;
    case PT_CHOICE: add_choice(to, &to->pack->choices[type->set]); break;
    case PT_UNKNOWN:
    case PT_NONE:
    case PT_SUBJECT: break;
    }
}

static void add_absences(pt_schema *to, const pt_type *type)
{
    if (!type->may_be_unknown && !type->may_be_none)
        return;
    pt_json_object(&to->json, NULL);
    pt_json_list(&to->json, "enum");
    if (type->may_be_unknown)
        pt_json_text(&to->json, NULL, "onbekend");
    if (type->may_be_none)
        pt_json_text(&to->json, NULL, "geen");
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

void pt_schema_value(pt_schema *to, const char *key, const pt_type *type, const char *help)
{
    pt_json_object(&to->json, key);
    if (help != NULL)
        pt_json_text(&to->json, "description", help);
    pt_json_list(&to->json, "anyOf");
    add_present(to, type);
    add_absences(to, type);
    if (to->scenario)
        pt_schema_reference(to, NULL, "kolom");
    pt_json_close(&to->json);
    pt_json_close(&to->json);
}

/* --- Scalars ---------------------------------------------------------------------------------- */

static void add_region(pt_schema *to)
{
    const pt_calendar *calendar = to->pack == NULL ? NULL : to->pack->calendar;
    if (calendar == NULL || calendar->region_count == 0) {
        add_pattern(to, NAME_PATTERN);
        return;
    }
    pt_json_list(&to->json, "enum");
    for (size_t i = 0; i < (size_t)calendar->region_count; i++)
        pt_json_text(&to->json, NULL, calendar->regions[i]);
    pt_json_close(&to->json);
}

static void add_count(pt_schema *to)
{
    pt_json_list(&to->json, "anyOf");
    pt_json_object(&to->json, NULL);
    pt_json_text(&to->json, "type", "integer");
    pt_json_number(&to->json, "minimum", 0);
    pt_json_close(&to->json);
    add_pattern_object(to, "^[0-9][0-9.]*(,0+)?$");
    pt_json_close(&to->json);
}

static void add_scalar(pt_schema *to, const pt_layout *layout)
{
    static const char *const cell[] = {"string", "number", "boolean", "null"};
    static const char *const amount[] = {"string", "number"};
    switch ((pt_layout_kind)layout->kind) {
    case PT_LAYOUT_NAME: add_pattern(to, NAME_PATTERN); break;
    case PT_LAYOUT_DATE: add_pattern(to, "^" DATE_PATTERN "$"); break;
    case PT_LAYOUT_DAY: add_pattern(to, DAY_PATTERN); break;
    case PT_LAYOUT_YESNO: add_words(to, yes_or_no); break;
    case PT_LAYOUT_COUNT: add_count(to); break;
    case PT_LAYOUT_WHOLE: pt_json_text(&to->json, "type", "integer"); break;
    case PT_LAYOUT_WORD: add_words(to, layout->word); break;
    case PT_LAYOUT_PATTERN: add_pattern(to, layout->pattern); break;
    case PT_LAYOUT_CELL: add_types(to, cell, 4); break;
    case PT_LAYOUT_AMOUNT: add_types(to, amount, 2); break;
    case PT_LAYOUT_REGION: add_region(to); break;
    default: add_text(to); break;
    }
}

static void add_scalar_or_column(pt_schema *to, const pt_layout *layout)
{
    if (!to->scenario) {
        add_scalar(to, layout);
        return;
    }
    pt_json_list(&to->json, "anyOf");
    pt_json_object(&to->json, NULL);
    add_scalar(to, layout);
    pt_json_close(&to->json);
    pt_schema_reference(to, NULL, "kolom");
    pt_json_close(&to->json);
}

/* --- Mappings and lists ----------------------------------------------------------------------- */

void pt_schema_no_others(pt_schema *to)
{
    if (to->scenario) {
        pt_json_object(&to->json, "patternProperties");
        pt_json_truth(&to->json, "[{]", true);
        pt_json_close(&to->json);
    }
    pt_json_truth(&to->json, "additionalProperties", false);
}

void pt_schema_required(pt_schema *to, const pt_key *keys, size_t count, uint32_t wanted)
{
    if (wanted == 0)
        return;
    pt_json_list(&to->json, "required");
    for (size_t i = 0; i < count; i++) {
        if ((wanted >> i & 1) != 0)
            pt_json_text(&to->json, NULL, keys[i].name);
    }
    pt_json_close(&to->json);
}

void pt_schema_keys(pt_schema *to, const pt_key *keys, size_t count, size_t least)
{
    uint32_t wanted = 0;
    pt_json_text(&to->json, "type", "object");
    pt_json_object(&to->json, "properties");
    for (size_t i = 0; i < count; i++) {
        wanted |= (uint32_t)keys[i].required << i;
        pt_schema_layout(to, keys[i].name, keys[i].layout, keys[i].help);
    }
    pt_json_close(&to->json);
    pt_schema_required(to, keys, count, wanted);
    if (least > 0)
        pt_json_number(&to->json, "minProperties", (int64_t)least);
    pt_schema_no_others(to);
}

static void add_named(pt_schema *to, const pt_layout *layout)
{
    const char *pattern = layout->pattern == NULL ? NAME_PATTERN : layout->pattern;
    pt_json_text(&to->json, "type", "object");
    pt_json_object(&to->json, "propertyNames");
    if (to->scenario) {
        pt_text either = pt_text_create(to->json.out->arena);
        pt_text_format(&either, "%s|[{]", pattern);
        pattern = either.bytes;
    }
    pt_json_text(&to->json, "pattern", pattern);
    pt_json_close(&to->json);
    if (layout->least > 0)
        pt_json_number(&to->json, "minProperties", (int64_t)layout->least);
    pt_schema_layout(to, "additionalProperties", layout->each, NULL);
}

static void add_list(pt_schema *to, const pt_layout *layout)
{
    pt_json_text(&to->json, "type", "array");
    pt_schema_layout(to, "items", layout->each, NULL);
    if (layout->least > 0)
        pt_json_number(&to->json, "minItems", (int64_t)layout->least);
    if (layout->most > 0)
        pt_json_number(&to->json, "maxItems", (int64_t)layout->most);
}

static void add_either(pt_schema *to, const pt_layout *layout)
{
    pt_json_list(&to->json, "anyOf");
    pt_schema_layout(to, NULL, layout->each, NULL);
    pt_schema_layout(to, NULL, layout->other, NULL);
    pt_json_close(&to->json);
}

/* --- Units ------------------------------------------------------------------------------------ */

/* What the amounts below `layout` are, when their unit is of `type`. */
static void add_amounts(pt_schema *to, const pt_layout *layout, const pt_type *type)
{
    if (layout->kind == PT_LAYOUT_LIST) {
        pt_json_object(&to->json, "items");
        add_amounts(to, layout->each, type);
        pt_json_close(&to->json);
        return;
    }
    pt_json_object(&to->json, "properties");
    for (size_t i = 0; i < layout->count; i++) {
        const pt_key *key = &layout->keys[i];
        bool list = key->layout->kind == PT_LAYOUT_LIST;
        if (key->layout->kind == PT_LAYOUT_AMOUNT)
            pt_schema_value(to, key->name, type, NULL);
        if (!list)
            continue;
        pt_json_object(&to->json, key->name);
        add_amounts(to, key->layout, type);
        pt_json_close(&to->json);
    }
    pt_json_close(&to->json);
}

static void add_units(pt_schema *to, const pt_layout *layout)
{
    const char *word = NULL;
    pt_type type;
    pt_json_list(&to->json, "allOf");
    for (size_t i = 0; layout->unit(i, &word, &type); i++) {
        pt_json_object(&to->json, NULL);
        pt_json_object(&to->json, "if");
        pt_json_object(&to->json, "properties");
        pt_json_object(&to->json, layout->unit_key);
        pt_json_text(&to->json, "const", word);
        pt_json_close(&to->json);
        pt_json_close(&to->json);
        pt_json_close(&to->json);
        pt_json_object(&to->json, "then");
        add_amounts(to, layout, &type);
        pt_json_close(&to->json);
        pt_json_close(&to->json);
    }
    pt_json_close(&to->json);
}

/* The unit of a parameter as a new value of it is read: its bounds do not bind a variant. */
static pt_type widened(const pt_layout *layout, const pt_type *type)
{
    const char *word = NULL;
    pt_type unit = *type;
    for (size_t i = 0; layout->unit(i, &word, &unit); i++) {
        if (unit.kind == type->kind && (unit.kind != PT_DURATION || unit.unit == type->unit))
            break;
    }
    return unit;
}

static void add_parameters(pt_schema *to, const pt_layout *layout)
{
    static const pt_layout amount = {.kind = PT_LAYOUT_AMOUNT};
    pt_json_text(&to->json, "type", "object");
    if (to->pack == NULL) {
        pt_schema_layout(to, "additionalProperties", &amount, NULL);
        return;
    }
    pt_json_object(&to->json, "properties");
    for (uint16_t i = 0; i < to->pack->parameter_count; i++) {
        const pt_parameter *parameter = &to->pack->parameters[i];
        pt_type type = widened(layout, &parameter->type);
        pt_schema_value(to, parameter->name, &type, parameter->title);
    }
    pt_json_close(&to->json);
    pt_json_truth(&to->json, "additionalProperties", false);
}

/* --- Everything ------------------------------------------------------------------------------- */

static void add_members(pt_schema *to, const pt_layout *layout)
{
    switch ((pt_layout_kind)layout->kind) {
    case PT_LAYOUT_KEYS:
        pt_schema_keys(to, layout->keys, layout->count, layout->least);
        if (layout->unit_key != NULL)
            add_units(to, layout);
        break;
    case PT_LAYOUT_NAMED: add_named(to, layout); break;
    case PT_LAYOUT_LIST: add_list(to, layout); break;
    case PT_LAYOUT_EITHER: add_either(to, layout); break;
    case PT_LAYOUT_PARAMETERS: add_parameters(to, layout); break;
    case PT_LAYOUT_WORLD: pt_schema_world(to); break;
    case PT_LAYOUT_BLOCK: pt_schema_block(to); break;
    case PT_LAYOUT_BRANCHES: pt_schema_branches(to); break;
    case PT_LAYOUT_EXPECTED: pt_schema_expected(to, layout->expected); break;
    default: add_scalar_or_column(to, layout); break;
    }
}

void pt_schema_layout(pt_schema *to, const char *key, const pt_layout *layout, const char *help)
{
    pt_json_object(&to->json, key);
    if (help != NULL)
        pt_json_text(&to->json, "description", help);
    add_members(to, layout);
    pt_json_close(&to->json);
}

static const pt_layout *block_in(const pt_layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        const pt_layout *of = layout->keys[i].layout;
        if (of->kind == PT_LAYOUT_LIST && of->each->kind == PT_LAYOUT_BLOCK)
            return of->each;
    }
    return NULL;
}

/* The file is about this pack, and nothing else adds names to it. */
static void add_condition(pt_schema *to, const pt_layout *layout)
{
    pt_json_object(&to->json, "if");
    pt_json_object(&to->json, "properties");
    pt_json_object(&to->json, layout->pack_key);
    pt_json_text(&to->json, "const", to->pack->name);
    pt_json_close(&to->json);
    pt_json_close(&to->json);
    if (layout->variant_key != NULL && to->pack->variant == NULL) {
        pt_json_object(&to->json, "not");
        pt_json_list(&to->json, "required");
        pt_json_text(&to->json, NULL, layout->variant_key);
        pt_json_close(&to->json);
        pt_json_close(&to->json);
    }
    pt_json_close(&to->json);
}

static void use(pt_schema *to, const pt_pack *pack)
{
    to->pack = pack;
    to->prefix = pack == NULL ? "los_" : "";
}

static void add_definitions(pt_schema *to, const pt_layout *layout, const pt_pack *pack, bool both)
{
    if (block_in(layout) == NULL)
        return;
    pt_json_object(&to->json, "definitions");
    use(to, pack);
    pt_schema_definitions(to, block_in(layout));
    if (both) {
        use(to, NULL);
        pt_schema_definitions(to, block_in(layout));
    }
    pt_json_close(&to->json);
}

/* Of another pack, or under a variant, a file may use names that this pack does not know. */
static void add_both(pt_schema *to, const pt_layout *layout, const pt_pack *pack)
{
    add_condition(to, layout);
    pt_schema_layout(to, "then", layout, NULL);
    use(to, NULL);
    pt_schema_layout(to, "else", layout, NULL);
    use(to, pack);
}

void pt_schema_write(pt_text *out, const pt_layout *layout, const char *title, bool scenario,
                     const pt_pack *pack)
{
    pt_schema to = {.json = pt_json_create(out), .scenario = scenario};
    bool both = pack != NULL && layout->pack_key != NULL;
    use(&to, pack);
    pt_json_object(&to.json, NULL);
    pt_json_text(&to.json, "$schema", "http://json-schema.org/draft-07/schema#");
    pt_json_text(&to.json, "title", title);
    if (both)
        add_both(&to, layout, pack);
    else
        add_members(&to, layout);
    add_definitions(&to, layout, pack, both);
    pt_json_close(&to.json);
    pt_text_add_char(out, '\n');
}
