/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

/* The expectations of one block, and the one being read. */
typedef struct expecting {
    pt_play *play;
    pt_step *step;
    size_t capacity;
    bool unjudged;
} expecting;

enum { MOST_FIELDS = 6 };

static pt_expectation *add(expecting *to, pt_expected_kind kind, const pt_yaml_node *node)
{
    pt_step *step = to->step;
    step->expectations = pt_arena_grow(to->play->arena, step->expectations, step->expectation_count,
                                       &to->capacity, sizeof *step->expectations);
    pt_expectation *made = &step->expectations[step->expectation_count++];
    *made = (pt_expectation){.kind = (uint8_t)kind,
                             .subject = UINT32_MAX,
                             .event = PT_NO_INDEX,
                             .written = node->text,
                             .unjudged = to->unjudged,
                             .at = node->at};
    made->fields = PT_NEW_ARRAY(to->play->arena, MOST_FIELDS, pt_expected_field);
    return made;
}

/* Where an accepted outcome can be written; nowhere when a column fills only part of the scalar. */
static pt_expected_field *add_field(pt_expectation *to, pt_expected_field_kind kind,
                                    const pt_yaml_node *node)
{
    pt_expected_field *field = &to->fields[to->field_count++];
    field->kind = (uint8_t)kind;
    field->at = node->at;
    if (node->composed)
        field->at.line = field->at.column = field->at.length = 0;
    return field;
}

/* --- What is allowed for a name --------------------------------------------------------------- */

static const char *const statuses[] = {
    "open", "staat_stil", "vervuld", "te_laat", "te_laat_vervuld", "vervallen", "geen"};
enum { STATUS_COUNT = sizeof statuses / sizeof *statuses };

static const char *status_word(size_t index)
{
    return index < STATUS_COUNT ? statuses[index] : NULL;
}

static const pt_layout status_layout = {.kind = PT_LAYOUT_WORD, .word = status_word};

static pt_type type_of(const pt_play *play, uint16_t kind, pt_name name)
{
    pt_type type = {0};
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: type = play->pack->kinds[kind].facts[name.index].type; break;
    case PT_NAME_RULE: type = play->pack->rule_groups[name.index].type; break;
    case PT_NAME_WINDOW: type = play->pack->windows[name.index].type; break;
    case PT_NAME_LIST: type = play->pack->lists[name.index].type; break;
    case PT_NAME_DUTY: break;
    }
    type.may_be_unknown = type.may_be_none = true;
    return type;
}

static bool read_status(expecting *to, const pt_yaml_node *node, pt_expectation *expectation)
{
    const char *status = NULL;
    if (!pt_typed_text(node, to->play->report, &status))
        return false;
    for (int i = 0; i < STATUS_COUNT; i++) {
        if (strcmp(status, statuses[i]) == 0) {
            add_field(expectation, PT_FIELD_STATUS, node)->text = status;
            return true;
        }
    }
    return pt_typed_refuse(to->play->report, PT_S042, node,
                           pt_suggest(status, statuses, STATUS_COUNT));
}

static bool read_text(expecting *to, const pt_yaml_node *node, pt_expectation *expectation,
                      pt_expected_field_kind kind)
{
    const char *text = NULL;
    if (node == NULL)
        return true;
    if (!pt_typed_text(node, to->play->report, &text))
        return false;
    add_field(expectation, kind, node)->text = text;
    return true;
}

static bool read_bearer(expecting *to, const pt_yaml_node *node, pt_expectation *expectation)
{
    if (node == NULL)
        return true;
    uint32_t subject = 0;
    bool known = pt_pack_role(to->play->pack, node->text) ||
                 pt_play_subject(to->play, node, PT_NO_INDEX, &subject);
    return read_text(to, node, expectation, PT_FIELD_BEARER) && known;
}

static bool read_due(expecting *to, const pt_yaml_node *node, pt_expectation *expectation)
{
    static const pt_type due = {.kind = PT_DATE, .may_be_none = true};
    pt_value value = pt_none();
    if (node == NULL)
        return true;
    if (!pt_play_value(to->play, node, &due, &value))
        return false;
    add_field(expectation, PT_FIELD_DUE, node)->value = value;
    return true;
}

/* --- Values ----------------------------------------------------------------------------------- */

static bool has_margin(pt_kind kind)
{
    return kind == PT_NUMBER || kind == PT_MONEY || kind == PT_PERCENT || kind == PT_DURATION;
}

static bool read_margin(expecting *to, const pt_yaml_node *node, const pt_type *type,
                        int64_t *margin)
{
    if (node == NULL)
        return true;
    if (!has_margin(type->kind))
        return pt_find(to->play->report, PT_S045, node->key->at, NULL, NULL);
    pt_type measure = {.kind = type->kind, .unit = type->unit, .high = PT_LIMIT_NUMBER};
    measure.fraction_bits = 4;
    pt_value value = pt_unknown();
    if (!pt_typed_value(node, &measure, NULL, to->play->report, &value))
        return false;
    *margin = value.amount;
    return true;
}

static bool read_value(expecting *to, const pt_yaml_node *node, const pt_yaml_node *margin,
                       const pt_type *type, pt_expectation *expectation)
{
    if (node == NULL)
        return margin == NULL || pt_find(to->play->report, PT_S045, margin->key->at, NULL, NULL);
    pt_value value = pt_unknown();
    int64_t allowed = 0;
    if (!pt_play_value(to->play, node, type, &value) || !read_margin(to, margin, type, &allowed))
        return false;
    pt_expected_field *field = add_field(expectation, PT_FIELD_VALUE, node);
    field->value = value;
    field->margin = allowed;
    return true;
}

enum { VALUE, MARGIN, SOURCE, REASON, VALUE_KEYS, MEASURE_KEYS = 2 };

/* `bron` and `reden` are for rules alone; facts, windows and lists have neither. */
static const pt_key value_keys[VALUE_KEYS] = {
    [VALUE] = {"waarde", PT_SHAPE_SCALAR, false, &pt_layout_text, "de uitkomst"},
    [MARGIN] = {"marge", PT_SHAPE_SCALAR, false, &pt_layout_text, "zoveel mag zij ernaast zitten"},
    [SOURCE] = {"bron", PT_SHAPE_SCALAR, false, &pt_layout_text, "het artikel, of een deel ervan"},
    [REASON] = {"reden", PT_SHAPE_SCALAR, false, &pt_layout_text, "de reden, of een deel ervan"},
};

static bool read_named(expecting *to, const pt_yaml_node *node, uint16_t kind,
                       pt_expectation *expectation)
{
    pt_type type = type_of(to->play, kind, expectation->name);
    if (node->kind == PT_YAML_SCALAR)
        return read_value(to, node, NULL, &type, expectation);
    pt_yaml_node *values[VALUE_KEYS] = {NULL};
    size_t count = expectation->name.kind == PT_NAME_RULE ? VALUE_KEYS : MEASURE_KEYS;
    bool fine = pt_typed_mapping(node, value_keys, count, false, to->play->report, values);
    fine &= read_value(to, values[VALUE], values[MARGIN], &type, expectation);
    fine &= read_text(to, values[SOURCE], expectation, PT_FIELD_SOURCE);
    fine &= read_text(to, values[REASON], expectation, PT_FIELD_REASON);
    return fine;
}

enum { DUTY_STATUS, DUTY_BEARER, DUTY_DUE, DUTY_SOURCE, DUTY_REASON, DUTY_KEYS };

static const pt_key duty_keys[DUTY_KEYS] = {
    [DUTY_STATUS] = {"status", PT_SHAPE_SCALAR, false, &status_layout, "de stand van de plicht"},
    [DUTY_BEARER] = {"wie", PT_SHAPE_SCALAR, false, &pt_layout_text,
                     "op wie zij rust: een onderwerp of een rol"},
    [DUTY_DUE] = {"uiterlijk", PT_SHAPE_SCALAR, false, &pt_layout_day, "de laatste dag, of geen"},
    [DUTY_SOURCE] = {"bron", PT_SHAPE_SCALAR, false, &pt_layout_text,
                     "het artikel, of een deel ervan"},
    [DUTY_REASON] = {"reden", PT_SHAPE_SCALAR, false, &pt_layout_text,
                     "de reden, of een deel ervan"},
};

static bool read_duty(expecting *to, const pt_yaml_node *node, pt_expectation *expectation)
{
    if (node->kind == PT_YAML_SCALAR)
        return read_status(to, node, expectation);
    pt_yaml_node *values[DUTY_KEYS];
    bool fine = pt_typed_mapping(node, duty_keys, DUTY_KEYS, false, to->play->report, values);
    if (values[DUTY_STATUS] != NULL)
        fine &= read_status(to, values[DUTY_STATUS], expectation);
    fine &= read_bearer(to, values[DUTY_BEARER], expectation);
    fine &= read_due(to, values[DUTY_DUE], expectation);
    fine &= read_text(to, values[DUTY_SOURCE], expectation, PT_FIELD_SOURCE);
    fine &= read_text(to, values[DUTY_REASON], expectation, PT_FIELD_REASON);
    return fine;
}

/* --- Lists of duties -------------------------------------------------------------------------- */

static const char *suggest_duty(expecting *to, uint16_t kind, const char *word)
{
    if (!pt_play_suggests(to->play))
        return NULL;
    const pt_pack *pack = to->play->pack;
    const char **names = PT_NEW_ARRAY(to->play->arena, pack->duty_group_count, const char *);
    size_t count = 0;
    for (uint16_t i = 0; i < pack->duty_group_count; i++) {
        if (pack->duty_groups[i].subject == kind)
            names[count++] = pack->duty_groups[i].name;
    }
    return pt_suggest(word, names, count);
}

static bool check_duty(expecting *to, const pt_yaml_node *node, uint16_t kind)
{
    pt_name name;
    if (pt_pack_name(to->play->pack, kind, node->text, &name) && name.kind == PT_NAME_DUTY)
        return true;
    return pt_find(to->play->report, PT_S044, node->at,
                   PT_ARGS(node->text, to->play->pack->kinds[kind].name),
                   suggest_duty(to, kind, node->text));
}

static bool check_person(expecting *to, const pt_yaml_node *node)
{
    uint32_t person = 0;
    return pt_play_subject(to->play, node, pt_pack_kind(to->play->pack, "persoon"), &person);
}

static bool read_list(expecting *to, const pt_yaml_node *node, uint16_t kind,
                      pt_expected_field_kind field_kind, pt_expectation *expectation)
{
    if (node == NULL)
        return true;
    pt_expected_field *field = add_field(expectation, field_kind, node);
    if (!pt_typed_names(to->play->arena, node, to->play->report, &field->texts, &field->text_count))
        return false;
    bool fine = true;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= expectation->kind == PT_EXPECT_DECISIVE ? check_person(to, item)
                                                        : check_duty(to, item, kind);
    return fine;
}

static const pt_key duties_keys[] = {
    {"bevat", PT_SHAPE_LIST, false, &pt_layout_names, "deze plichten lopen"},
    {"bevat_niet", PT_SHAPE_LIST, false, &pt_layout_names, "deze plichten lopen niet"},
    {"precies", PT_SHAPE_LIST, false, &pt_layout_names, "deze plichten lopen, en geen andere"},
};

static const pt_layout_expected expected_parts = {
    .measure = value_keys,
    .measure_count = MEASURE_KEYS,
    .rule = value_keys,
    .rule_count = VALUE_KEYS,
    .duty = duty_keys,
    .duty_count = DUTY_KEYS,
    .duties = duties_keys,
    .duties_count = 3,
    .statuses = status_word,
};

const pt_layout pt_layout_of_expected = {.kind = PT_LAYOUT_EXPECTED, .expected = &expected_parts};

static bool read_duties(expecting *to, const pt_yaml_node *node, uint16_t kind,
                        pt_expectation *expectation)
{
    pt_yaml_node *values[3];
    bool fine = pt_typed_mapping(node, duties_keys, 3, false, to->play->report, values);
    fine &= read_list(to, values[0], kind, PT_FIELD_CONTAINS, expectation);
    fine &= read_list(to, values[1], kind, PT_FIELD_CONTAINS_NOT, expectation);
    fine &= read_list(to, values[2], kind, PT_FIELD_EXACTLY, expectation);
    return fine;
}

/* --- Events ----------------------------------------------------------------------------------- */

static bool find_event(expecting *to, const pt_yaml_node *node, uint16_t *event)
{
    const pt_pack *pack = to->play->pack;
    *event = pt_pack_event(pack, node->text);
    if (*event != PT_NO_INDEX)
        return true;
    const char **names = PT_NEW_ARRAY(to->play->arena, pack->event_count, const char *);
    for (uint16_t i = 0; i < pack->event_count; i++)
        names[i] = pack->blocks[pack->events[i].block].name;
    return pt_typed_refuse(to->play->report, PT_S010, node,
                           pt_suggest(node->text, names, pack->event_count));
}

static bool expect_times(expecting *to, const pt_yaml_node *name, const pt_yaml_node *place,
                         pt_expected_kind kind, int64_t times)
{
    uint16_t event = PT_NO_INDEX;
    if (!find_event(to, name, &event))
        return false;
    pt_expectation *expectation = add(to, kind, name);
    expectation->event = event;
    expectation->written =
        pt_format(to->play->arena, "%s: %s",
                  kind == PT_EXPECT_HAPPENED ? "gebeurd" : "niet_gebeurd", name->text);
    add_field(expectation, PT_FIELD_COUNT, place)->value =
        pt_value_of(PT_NUMBER, times * PT_NUMBER_SCALE);
    return true;
}

static bool read_happened(expecting *to, const pt_yaml_node *node)
{
    if (!pt_typed_shape(node, PT_SHAPE_MAPPING, to->play->report))
        return false;
    bool fine = true;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next) {
        int64_t times = 0;
        fine &= pt_typed_whole(item, 0, PT_LIMIT_RUN_EVENTS, to->play->report, &times) &&
                expect_times(to, item->key, item, PT_EXPECT_HAPPENED, times);
    }
    return fine;
}

static bool read_not_happened(expecting *to, const pt_yaml_node *node)
{
    if (!pt_typed_shape(node, PT_SHAPE_LIST, to->play->report))
        return false;
    bool fine = true;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= pt_typed_shape(item, PT_SHAPE_SCALAR, to->play->report) &&
                expect_times(to, item, item, PT_EXPECT_NOT_HAPPENED, 0);
    return fine;
}

/* --- subject.name ----------------------------------------------------------------------------- */

static void gather(const char **names, size_t *count, const pt_group *groups, uint16_t group_count,
                   uint16_t kind)
{
    for (uint16_t i = 0; i < group_count; i++) {
        if (groups[i].subject == kind)
            names[(*count)++] = groups[i].name;
    }
}

static const char *suggest_name(expecting *to, uint16_t kind, const char *word)
{
    if (!pt_play_suggests(to->play))
        return NULL;
    const pt_pack *pack = to->play->pack;
    size_t most = (size_t)pack->kinds[kind].fact_count + pack->rule_group_count +
                  pack->duty_group_count + pack->window_count + pack->list_count + (size_t)1;
    const char **names = PT_NEW_ARRAY(to->play->arena, most, const char *);
    size_t count = 0;
    for (uint16_t i = 0; i < pack->kinds[kind].fact_count; i++)
        names[count++] = pack->kinds[kind].facts[i].name;
    gather(names, &count, pack->rule_groups, pack->rule_group_count, kind);
    gather(names, &count, pack->duty_groups, pack->duty_group_count, kind);
    for (uint16_t i = 0; i < pack->window_count; i++) {
        if (pack->blocks[pack->windows[i].block].subject == kind)
            names[count++] = pack->blocks[pack->windows[i].block].name;
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        if (pack->blocks[pack->lists[i].block].subject == kind)
            names[count++] = pack->blocks[pack->lists[i].block].name;
    }
    names[count++] = "plichten";
    return pt_suggest(word, names, count);
}

/*
 * "a1.besluit_nemen" as "a1" and "besluit_nemen"; what a meeting makes has dots in its own name.
 * False: it is not of that form.
 */
static bool split(expecting *to, const pt_yaml_node *key, const char **subject, const char **name)
{
    const char *dot = strrchr(key->text, '.');
    if (dot == NULL || dot == key->text || dot[1] == '\0')
        return false;
    *subject = pt_arena_copy(to->play->arena, key->text, (size_t)(dot - key->text));
    *name = dot + 1;
    return strchr(*subject, '.') == NULL || pt_play_named(to->play, *subject) != NULL;
}

static bool refuse_subject(expecting *to, const pt_yaml_node *key, const char *subject)
{
    return pt_find(to->play->report, PT_S005, key->at, PT_ARGS(subject),
                   pt_play_suggest_subject(to->play, subject, PT_NO_INDEX));
}

static bool check_fields(expecting *to, const pt_yaml_node *node, const pt_expectation *expectation)
{
    return expectation->field_count > 0 || pt_find(to->play->report, PT_S046, node->at, NULL, NULL);
}

/* "aanmelding of verwijdering": the kinds that do have `name`; NULL when none has. */
static const char *kinds_with(expecting *to, const char *name)
{
    const pt_pack *pack = to->play->pack;
    pt_text kinds = pt_text_create(to->play->arena);
    pt_name meant;
    for (uint16_t i = 0; i < pack->kind_count; i++)
        if (pt_pack_name(pack, i, name, &meant))
            pt_text_format(&kinds, "%s%s", kinds.length == 0 ? "" : " of ", pack->kinds[i].name);
    return kinds.length == 0 ? NULL : kinds.bytes;
}

static bool unknown_name(expecting *to, pt_position at, uint16_t kind, const char *name)
{
    const char *own = to->play->pack->kinds[kind].name, *others = kinds_with(to, name);
    if (others != NULL)
        return pt_find(to->play->report, PT_S048, at, PT_ARGS(name, others, own), NULL);
    return pt_find(to->play->report, PT_S041, at, PT_ARGS(name, own), suggest_name(to, kind, name));
}

static bool expect_of(expecting *to, const pt_yaml_node *node, const pt_named *named,
                      const char *name)
{
    uint16_t kind = to->play->scenario->subjects[named->subject].kind;
    bool decisive = strcmp(name, "doorslaggevend") == 0 &&
                    strcmp(to->play->pack->kinds[kind].name, "agendapunt") == 0;
    bool duties = strcmp(name, "plichten") == 0 || decisive;
    pt_name meant = {0};
    if (!duties && !pt_pack_name(to->play->pack, kind, name, &meant))
        return unknown_name(to, node->key->at, kind, name);
    pt_expectation *expectation = add(to,
                                      decisive ? PT_EXPECT_DECISIVE
                                      : duties ? PT_EXPECT_DUTIES
                                               : PT_EXPECT_NAME,
                                      node->key);
    expectation->written = pt_format(to->play->arena, "%s.%s", named->name, name);
    expectation->subject = named->subject;
    expectation->name = meant;
    bool fine = duties                       ? read_duties(to, node, kind, expectation)
                : meant.kind == PT_NAME_DUTY ? read_duty(to, node, expectation)
                                             : read_named(to, node, kind, expectation);
    return fine && check_fields(to, node, expectation);
}

/* `v1: { quorum_aanwezig: ja, leden: 7 }`: several names of one subject. */
static bool expect_names(expecting *to, const pt_yaml_node *node, const pt_named *named)
{
    bool fine = node->count > 0 || pt_find(to->play->report, PT_S046, node->at, NULL, NULL);
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= !item->refused && expect_of(to, item, named, item->key->text);
    return fine;
}

/* Does the text name something that went wrong before, or what belongs to it? */
static bool of_broken(const pt_play *play, const char *text)
{
    for (size_t i = 1; i <= strlen(text); i++) {
        if (text[i] != '.' && text[i] != '\0')
            continue;
        const pt_named *named = pt_play_named(play, pt_arena_copy(play->arena, text, i));
        if (named != NULL && named->broken)
            return true;
    }
    return false;
}

/* What only exists in a branch that is not chosen, is not expected either. */
static bool read_one(expecting *to, const pt_yaml_node *node)
{
    const char *subject = NULL;
    const char *name = NULL;
    if (node->refused)
        return false;
    if (strcmp(node->key->text, "gebeurd") == 0)
        return read_happened(to, node);
    if (strcmp(node->key->text, "niet_gebeurd") == 0)
        return read_not_happened(to, node);
    const pt_named *named = pt_play_named(to->play, node->key->text);
    if (of_broken(to->play, node->key->text))
        return false;
    bool whole =
        named != NULL && named->subject != PT_NOBODY_NAMED && node->kind == PT_YAML_MAPPING;
    if (!whole && !split(to, node->key, &subject, &name))
        return pt_typed_refuse(to->play->report, PT_S040, node->key, NULL);
    if (!whole)
        named = pt_play_named(to->play, subject);
    if (named != NULL && named->branch != NULL)
        return true;
    if (named != NULL && named->broken)
        return false;
    if (named == NULL || named->subject == PT_NOBODY_NAMED)
        return refuse_subject(to, node->key, subject);
    return whole ? expect_names(to, node, named) : expect_of(to, node, named, name);
}

bool pt_play_expect(pt_play *play, const pt_yaml_node *expected, bool unjudged, pt_step *step)
{
    expecting to = {.play = play, .step = step, .unjudged = unjudged};
    if (expected->count == 0)
        return pt_find(play->report, PT_S046, expected->at, NULL, NULL);
    bool fine = true;
    for (const pt_yaml_node *node = expected->first; node != NULL; node = node->next)
        fine &= read_one(&to, node);
    return fine;
}
