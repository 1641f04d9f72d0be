/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/pack_yaml.h"
#include "io/typed.h"

/* --- Units and statuses ----------------------------------------------------------------------- */

typedef struct unit_word {
    const char *word;
    pt_kind kind;
    pt_unit unit;
} unit_word;

enum { LONGEST_DURATION = 1000000, UNIT_WORDS = 14 };

static const unit_word unit_words[UNIT_WORDS] = {
    {"dagen", PT_DURATION, PT_UNIT_DAYS},
    {"weken", PT_DURATION, PT_UNIT_WEEKS},
    {"maanden", PT_DURATION, PT_UNIT_MONTHS},
    {"jaren", PT_DURATION, PT_UNIT_YEARS},
    {"schooldagen", PT_DURATION, PT_UNIT_SCHOOLDAYS},
    {"lesweken", PT_DURATION, PT_UNIT_LESWEKEN},
    {"werkdagen", PT_DURATION, PT_UNIT_WORKDAYS},
    {"uren", PT_DURATION, PT_UNIT_HOURS},
    {"getal", PT_NUMBER, 0},
    {"procent", PT_PERCENT, 0},
    {"euro", PT_MONEY, 0},
    {"datum", PT_DATE, 0},
    {"ja_nee", PT_YESNO, 0},
};

static const char *const status_words[] = {
    [PT_STATUS_LAW] = "wet",
    [PT_STATUS_RECALLED] = "overgeleverd",
    [PT_STATUS_ASSUMPTION] = "aanname",
    [PT_STATUS_POLICY] = "beleid",
    [PT_STATUS_DERIVED] = "afgeleid",
};
enum { STATUS_COUNT = sizeof status_words / sizeof *status_words };

/* As wide as a value of the kind may be while it is read; narrowed to the hull afterwards. */
static pt_type type_of(const unit_word *unit)
{
    pt_type type = {.kind = (uint8_t)unit->kind, .unit = (uint8_t)unit->unit};
    if (type.kind == PT_NUMBER)
        type.fraction_bits = 4;
    if (type.kind == PT_DURATION)
        type.high = LONGEST_DURATION;
    return type;
}

static const char *unit_word_at(size_t index)
{
    return index < UNIT_WORDS ? unit_words[index].word : NULL;
}

static bool unit_at(size_t index, const char **word, pt_type *type)
{
    *word = unit_word_at(index);
    if (*word != NULL)
        *type = type_of(&unit_words[index]);
    return *word != NULL;
}

static bool read_unit(const pt_yaml_node *node, pt_report *report, pt_type *type)
{
    const char *words[UNIT_WORDS];
    size_t count = 0;
    for (; count < UNIT_WORDS && unit_words[count].word != NULL; count++) {
        words[count] = unit_words[count].word;
        if (strcmp(node->text, words[count]) == 0) {
            *type = type_of(&unit_words[count]);
            return true;
        }
    }
    return pt_typed_refuse(report, PT_P010, node, pt_suggest(node->text, words, count));
}

bool pt_status_read(const pt_yaml_node *node, pt_report *report, pt_status *status)
{
    for (int i = 0; i < STATUS_COUNT; i++) {
        if (strcmp(node->text, status_words[i]) == 0) {
            *status = (pt_status)i;
            return true;
        }
    }
    return pt_typed_refuse(report, PT_P011, node,
                           pt_suggest(node->text, status_words, STATUS_COUNT));
}

static const char *status_word(size_t index)
{
    return index < STATUS_COUNT ? status_words[index] : NULL;
}

const pt_layout pt_layout_status = {.kind = PT_LAYOUT_WORD, .word = status_word};
const pt_layout pt_layout_overrides = {.kind = PT_LAYOUT_PARAMETERS, .unit = unit_at};

static const pt_layout amount_layout = {.kind = PT_LAYOUT_AMOUNT, .unit = unit_at};

/* --- One value -------------------------------------------------------------------------------- */

enum { FROM, VALUE, SOURCE, STATUS, LOW, HIGH, VALUE_NOTE, VALUE_KEYS };

static const pt_layout cell_layout = {.kind = PT_LAYOUT_CELL};

static const pt_key value_keys[VALUE_KEYS] = {
    [FROM] = {"vanaf", PT_SHAPE_SCALAR, true, &pt_layout_date,
              "de eerste dag waarop de waarde geldt; tot de volgende waarde"},
    [VALUE] = {"waarde", PT_SHAPE_SCALAR, true, &amount_layout,
               "de waarde, in de eenheid hierboven"},
    [SOURCE] = {"bron", PT_SHAPE_SCALAR, true, &pt_layout_text, "waar de waarde staat"},
    [STATUS] = {"status", PT_SHAPE_SCALAR, true, &pt_layout_status,
                "wet, overgeleverd, aanname, beleid of afgeleid"},
    [LOW] = {"van", PT_SHAPE_SCALAR, false, &amount_layout,
             "van een aanname: zo laag kan zij zijn"},
    [HIGH] = {"tot", PT_SHAPE_SCALAR, false, &amount_layout,
              "van een aanname: zo hoog kan zij zijn"},
    [VALUE_NOTE] = {"toelichting", PT_SHAPE_SCALAR, false, &cell_layout, "vrije tekst"},
};

static bool read_range(pt_yaml_node *const *values, const pt_type *type, pt_report *report,
                       pt_parameter_value *row)
{
    row->low = row->high = pt_unknown();
    if (values[LOW] != NULL && !pt_typed_value(values[LOW], type, NULL, report, &row->low))
        return false;
    if (values[HIGH] != NULL && !pt_typed_value(values[HIGH], type, NULL, report, &row->high))
        return false;
    if (values[LOW] != NULL && row->value.amount < row->low.amount)
        return pt_typed_refuse(report, PT_P012, values[LOW], NULL);
    if (values[HIGH] != NULL && row->value.amount > row->high.amount)
        return pt_typed_refuse(report, PT_P012, values[HIGH], NULL);
    return true;
}

static bool read_value(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                       pt_parameter_value *row)
{
    pt_yaml_node *values[VALUE_KEYS];
    if (!pt_typed_mapping(node, value_keys, VALUE_KEYS, false, report, values))
        return false;
    row->at = values[VALUE]->at;
    bool fine = pt_typed_date(values[FROM], report, &row->from);
    fine &= pt_typed_text(values[SOURCE], report, &row->source);
    fine &= pt_status_read(values[STATUS], report, &row->status);
    return pt_typed_value(values[VALUE], type, NULL, report, &row->value) &&
           read_range(values, type, report, row) && fine;
}

static bool check_order(const pt_yaml_node *item, const pt_parameter_value *row,
                        const pt_parameter_value *earlier, pt_report *report)
{
    const pt_yaml_node *from = pt_yaml_get(item, "vanaf");
    if (row->from == earlier->from)
        return pt_typed_refuse(report, PT_P014, from, NULL);
    return row->from > earlier->from || pt_typed_refuse(report, PT_P013, from, NULL);
}

static bool read_values(pt_arena *arena, const pt_yaml_node *list, pt_parameter *parameter,
                        pt_report *report)
{
    if (list->count == 0)
        return pt_find(report, PT_P015, list->at, PT_ARGS(parameter->name), NULL);
    parameter->values = PT_NEW_ARRAY(arena, list->count, pt_parameter_value);
    bool fine = true;
    for (const pt_yaml_node *item = list->first; item != NULL; item = item->next) {
        pt_parameter_value *row = &parameter->values[parameter->value_count];
        if (!read_value(item, &parameter->type, report, row))
            fine = false;
        else if (parameter->value_count == 0 || check_order(item, row, row - 1, report))
            parameter->value_count++;
        else
            fine = false;
    }
    return fine;
}

/* --- Parameters ------------------------------------------------------------------------------- */

static uint8_t bits_needed(int64_t sixteenths)
{
    uint8_t bits = 0;
    while (sixteenths % (PT_NUMBER_SCALE >> bits) != 0)
        bits++;
    return bits;
}

static void take_hull(pt_parameter *parameter)
{
    pt_type *type = &parameter->type;
    type->fraction_bits = 0;
    for (size_t i = 0; i < parameter->value_count; i++) {
        int64_t amount = parameter->values[i].value.amount;
        if (i == 0 || amount < type->low)
            type->low = amount;
        if (i == 0 || amount > type->high)
            type->high = amount;
        if (type->kind == PT_NUMBER && bits_needed(amount) > type->fraction_bits)
            type->fraction_bits = bits_needed(amount);
    }
}

/* A rule names it as an input, so it has the shape of a name in Lua. */
static bool is_identifier(const char *name)
{
    return name[0] >= 'a' && name[0] <= 'z' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

enum { TITLE, UNIT, VALUES, NOTE, PARAMETER_KEYS };

static const pt_layout unit_layout = {.kind = PT_LAYOUT_WORD, .word = unit_word_at};
static const pt_layout value_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = value_keys, .count = VALUE_KEYS};
static const pt_layout values_layout = {.kind = PT_LAYOUT_LIST, .each = &value_layout, .least = 1};

static const pt_key parameter_keys[PARAMETER_KEYS] = {
    [TITLE] = {"titel", PT_SHAPE_SCALAR, false, &pt_layout_text, "wat de parameter is, in een zin"},
    [UNIT] = {"eenheid", PT_SHAPE_SCALAR, true, &unit_layout, "waarin de waarden zijn"},
    [VALUES] = {"waarden", PT_SHAPE_LIST, true, &values_layout, "de waarden, op datum"},
    [NOTE] = {"toelichting", PT_SHAPE_SCALAR, false, &cell_layout, "vrije tekst"},
};

static const pt_layout parameter_layout = {.kind = PT_LAYOUT_KEYS,
                                           .keys = parameter_keys,
                                           .count = PARAMETER_KEYS,
                                           .unit_key = "eenheid",
                                           .unit = unit_at};
const pt_layout pt_layout_of_parameters = {
    .kind = PT_LAYOUT_NAMED, .each = &parameter_layout, .pattern = "^[a-z][a-z0-9_]*$"};

static bool read_parameter(pt_arena *arena, const pt_yaml_node *node, pt_parameter *parameter,
                           pt_report *report)
{
    pt_yaml_node *values[PARAMETER_KEYS];
    parameter->name = node->key->text;
    parameter->title = parameter->name;
    parameter->at = node->key->at;
    bool fine = is_identifier(parameter->name) || pt_typed_refuse(report, PT_P016, node->key, NULL);
    fine &= pt_typed_mapping(node, parameter_keys, PARAMETER_KEYS, false, report, values);
    if (values[TITLE] != NULL)
        fine &= pt_typed_text(values[TITLE], report, &parameter->title);
    if (values[UNIT] == NULL || !read_unit(values[UNIT], report, &parameter->type) ||
        values[VALUES] == NULL || !read_values(arena, values[VALUES], parameter, report))
        return false;
    take_hull(parameter);
    return fine;
}

bool pt_parameters_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report)
{
    if (source == NULL)
        return true;
    const pt_yaml_node *root = pt_yaml_read(pack->arena, source, report);
    if (root == NULL || !pt_typed_shape(root, PT_SHAPE_MAPPING, report))
        return false;
    if (root->count > PT_LIMIT_PACK_BLOCKS)
        return pt_find(report, PT_P017, root->at,
                       PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_PACK_BLOCKS)), NULL);
    pack->parameters = PT_NEW_ARRAY(pack->arena, root->count, pt_parameter);
    bool fine = true;
    for (const pt_yaml_node *node = root->first; node != NULL; node = node->next)
        fine &=
            !node->refused &&
            read_parameter(pack->arena, node, &pack->parameters[pack->parameter_count++], report);
    return fine;
}

/* --- Overlay ---------------------------------------------------------------------------------- */

static bool refuse_unknown(const pt_pack *pack, const pt_yaml_node *node, pt_report *report)
{
    if (report->errors > PT_LIMIT_FINDINGS)
        return pt_find(report, PT_P021, node->key->at, PT_ARGS(node->key->text, pack->name), NULL);
    const char **names = PT_NEW_ARRAY(report->arena, pack->parameter_count, const char *);
    for (uint16_t i = 0; i < pack->parameter_count; i++)
        names[i] = pack->parameters[i].name;
    return pt_find(report, PT_P021, node->key->at, PT_ARGS(node->key->text, pack->name),
                   pt_suggest(node->key->text, names, pack->parameter_count));
}

static const unit_word *unit_of(const pt_type *type)
{
    const unit_word *unit = unit_words;
    while (unit->kind != type->kind || (unit->kind == PT_DURATION && unit->unit != type->unit))
        unit++;
    return unit;
}

static pt_parameter_value *copy_rows(pt_parameter_value *to, const pt_parameter_value *from,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        to[i] = from[i];
    return to + count;
}

/* The row holds from its day to `until`; then what there was comes back. */
static void replace_between(pt_arena *arena, pt_parameter *parameter, const pt_parameter_value *row,
                            pt_date until)
{
    size_t kept = 0, gone = 0, count = parameter->value_count;
    const pt_parameter_value *old = parameter->values;
    while (kept < count && old[kept].from < row->from)
        kept++;
    while (gone < count && old[gone].from <= until)
        gone++;
    pt_parameter_value *values = PT_NEW_ARRAY(arena, count + 2, pt_parameter_value), *to = values;
    to = copy_rows(to, old, kept);
    *to++ = *row;
    if (until != PT_DATE_FOREVER) {
        if (gone > 0 && (gone == count || old[gone].from > until + 1)) {
            *to = old[gone - 1];
            to++->from = until + 1;
        }
        to = copy_rows(to, old + gone, count - gone);
    }
    parameter->values = values;
    parameter->value_count = (size_t)(to - values);
    take_hull(parameter);
}

static void note_override(pt_arena *arena, pt_parameter *parameter, uint16_t layer,
                          const pt_parameter_value *row, pt_date until)
{
    pt_override *all = PT_NEW_ARRAY(arena, parameter->override_count + 1, pt_override);
    for (size_t i = 0; i < parameter->override_count; i++)
        all[i] = parameter->overrides[i];
    all[parameter->override_count++] = (pt_override){layer, row->from, until, row->value, row->at};
    parameter->overrides = all;
}

static bool override(pt_pack *pack, const pt_variant *variant, const pt_yaml_node *node,
                     pt_report *report)
{
    uint16_t index = pt_pack_parameter(pack, node->key->text);
    if (index == PT_NO_INDEX)
        return refuse_unknown(pack, node, report);
    pt_parameter *parameter = &pack->parameters[index];
    pt_type type = type_of(unit_of(&parameter->type));
    pt_parameter_value row = {.from = variant->from, .status = variant->status, .at = node->at};
    row.variant = variant->name;
    row.source = variant->source != NULL ? variant->source
                                         : pt_format(pack->arena, "variant %s", variant->name);
    if (!pt_typed_value(node, &type, NULL, report, &row.value))
        return false;
    replace_between(pack->arena, parameter, &row, variant->until);
    note_override(pack->arena, parameter, pack->layer_count, &row, variant->until);
    parameter->variant = variant->name;
    return true;
}

static void add_layer(pt_pack *pack, const pt_variant *variant)
{
    pt_layer *layers = PT_NEW_ARRAY(pack->arena, pack->layer_count + 1u, pt_layer);
    for (uint16_t i = 0; i < pack->layer_count; i++)
        layers[i] = pack->layers[i];
    layers[pack->layer_count++] = (pt_layer){variant->name,  variant->from,        variant->until,
                                             variant->after, variant->after_count, variant->at};
    pack->layers = layers;
    pack->variant = pack->variant == NULL
                        ? variant->name
                        : pt_format(pack->arena, "%s, %s", pack->variant, variant->name);
}

bool pt_variant_apply(pt_pack *pack, const pt_variant *variant, pt_report *report)
{
    add_layer(pack, variant);
    if (!pt_text_equal(pack->name, variant->base))
        return pt_find(report, PT_P020, variant->at, PT_ARGS(variant->base, pack->name), NULL);
    bool fine = true;
    if (variant->overrides == NULL)
        return fine;
    for (const pt_yaml_node *node = variant->overrides->first; node != NULL; node = node->next)
        fine &= !node->refused && override(pack, variant, node, report);
    return fine;
}
