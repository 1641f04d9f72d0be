/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

uint16_t pt_pack_kind(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->kind_count; i++) {
        if (strcmp(pack->kinds[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

uint16_t pt_pack_fact(const pt_pack *pack, uint16_t kind, const char *name)
{
    const pt_subject_kind *subject = &pack->kinds[kind];
    for (uint16_t i = 0; i < subject->fact_count; i++) {
        if (strcmp(subject->facts[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

uint16_t pt_pack_reference(const pt_pack *pack, uint16_t kind, const char *name)
{
    const pt_subject_kind *subject = &pack->kinds[kind];
    for (uint16_t i = 0; i < subject->reference_count; i++) {
        if (strcmp(subject->references[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

uint16_t pt_pack_parameter(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->parameter_count; i++) {
        if (strcmp(pack->parameters[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

uint16_t pt_pack_event(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->event_count; i++) {
        if (strcmp(pack->blocks[pack->events[i].block].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

bool pt_pack_role(const pt_pack *pack, const char *name)
{
    for (size_t i = 0; i < pack->role_count; i++) {
        if (strcmp(pack->roles[i], name) == 0)
            return true;
    }
    return false;
}

const pt_path *pt_pack_path(const pt_pack *pack, uint16_t kind, const char *name)
{
    const pt_subject_kind *subject = &pack->kinds[kind];
    for (uint16_t i = 0; i < subject->path_count; i++) {
        if (strcmp(subject->paths[i].name, name) == 0)
            return &subject->paths[i];
    }
    return NULL;
}

static uint16_t find_group(const pt_group *groups, uint16_t count, uint16_t kind, const char *name)
{
    for (uint16_t i = 0; i < count; i++) {
        if (groups[i].subject == kind && strcmp(groups[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

static bool is_block(const pt_pack *pack, uint32_t block, uint16_t kind, const char *name)
{
    return pack->blocks[block].subject == kind && strcmp(pack->blocks[block].name, name) == 0;
}

static uint16_t find_window(const pt_pack *pack, uint16_t kind, const char *name)
{
    for (uint16_t i = 0; i < pack->window_count; i++) {
        if (is_block(pack, pack->windows[i].block, kind, name))
            return i;
    }
    return PT_NO_INDEX;
}

static uint16_t find_list(const pt_pack *pack, uint16_t kind, const char *name)
{
    for (uint16_t i = 0; i < pack->list_count; i++) {
        if (is_block(pack, pack->lists[i].block, kind, name))
            return i;
    }
    return PT_NO_INDEX;
}

static uint16_t find_name(const pt_pack *pack, uint16_t kind, const char *name, pt_name_kind sort)
{
    switch (sort) {
    case PT_NAME_FACT: return pt_pack_fact(pack, kind, name);
    case PT_NAME_RULE: return find_group(pack->rule_groups, pack->rule_group_count, kind, name);
    case PT_NAME_DUTY: return find_group(pack->duty_groups, pack->duty_group_count, kind, name);
    case PT_NAME_WINDOW: return find_window(pack, kind, name);
    case PT_NAME_LIST: return find_list(pack, kind, name);
    }
    return PT_NO_INDEX;
}

bool pt_pack_name(const pt_pack *pack, uint16_t kind, const char *name, pt_name *found)
{
    for (int sort = PT_NAME_FACT; sort <= PT_NAME_LIST; sort++) {
        uint16_t index = find_name(pack, kind, name, (pt_name_kind)sort);
        if (index != PT_NO_INDEX) {
            *found = (pt_name){.kind = (uint8_t)sort, .index = index};
            return true;
        }
    }
    return false;
}

pt_type pt_input_type(const pt_pack *pack, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: return pack->kinds[input->path.target].facts[input->index].type;
    case PT_INPUT_RULE: return pack->rule_groups[input->index].type;
    case PT_INPUT_WINDOW: return pack->windows[input->index].type;
    case PT_INPUT_LIST: return pack->lists[input->index].type;
    case PT_INPUT_PARAMETER: return pack->parameters[input->index].type;
    case PT_INPUT_TODAY: break;
    }
    return (pt_type){.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};
}

uint16_t pt_choice_index(const pt_choice *choice, const char *word)
{
    for (uint16_t i = 0; i < choice->count; i++) {
        if (strcmp(choice->words[i], word) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

pt_value pt_parameter_on(const pt_parameter *parameter, pt_date day, const pt_parameter_value **row)
{
    const pt_parameter_value *held = NULL;
    for (size_t i = 0; i < parameter->value_count && parameter->values[i].from <= day; i++)
        held = &parameter->values[i];
    if (row != NULL)
        *row = held;
    return held == NULL ? pt_unknown() : held->value;
}

const char *pt_parameter_variant(const pt_pack *pack, const pt_parameter *parameter, pt_date day)
{
    const char *variant = NULL;
    for (size_t i = 0; i < parameter->override_count; i++) {
        const pt_override *each = &parameter->overrides[i];
        if (each->from <= day && day <= each->until && each->layer <= pack->layer_count)
            variant = pack->layers[each->layer - 1].name;
    }
    return variant;
}

static bool in_force(const pt_pack *pack, uint32_t block, pt_date day)
{
    return pack->blocks[block].from <= day && day <= pack->blocks[block].until;
}

uint16_t pt_rule_version(const pt_pack *pack, const pt_group *group, pt_date day)
{
    for (uint16_t i = 0; i < group->version_count; i++) {
        if (in_force(pack, pack->rules[group->versions[i]].block, day))
            return group->versions[i];
    }
    return PT_NO_INDEX;
}

uint16_t pt_duty_version(const pt_pack *pack, const pt_group *group, pt_date day)
{
    for (uint16_t i = 0; i < group->version_count; i++) {
        if (in_force(pack, pack->duties[group->versions[i]].block, day))
            return group->versions[i];
    }
    return PT_NO_INDEX;
}

static uint64_t magnitude(int64_t amount)
{
    return amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
}

/* `part` of `whole` as decimals without closing zeros; at least `fewest` digits. */
static void show_fraction(pt_text *out, uint64_t part, uint64_t whole, int fewest)
{
    for (int digits = 0; part > 0 || digits < fewest; digits++) {
        if (digits == 0)
            pt_text_add_char(out, ',');
        part *= 10;
        /* whole is 16 or 100 at every call. */
        pt_text_add_char(out, (char)('0' + part / whole)); // cppcheck-suppress zerodivcond
        part %= whole;
    }
}

static void show_decimal(pt_text *out, int64_t amount, uint64_t scale)
{
    uint64_t size = magnitude(amount);
    pt_text_format(out, "%s%" PRIu64, amount < 0 ? "-" : "", size / scale);
    show_fraction(out, size % scale, scale, 0);
}

static void show_money(pt_text *out, int64_t cents)
{
    uint64_t size = magnitude(cents);
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%" PRIu64, size / 100);
    pt_text_add(out, cents < 0 ? "€ -" : "€ ");
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            pt_text_add_char(out, '.');
        pt_text_add_char(out, digits[i]);
    }
    show_fraction(out, size % 100, 100, 2);
}

static void show_duration(pt_text *out, pt_value value)
{
    static const char *const units[PT_UNIT_COUNT][2] = {
        [PT_UNIT_DAYS] = {"dag", "dagen"},
        [PT_UNIT_WEEKS] = {"week", "weken"},
        [PT_UNIT_MONTHS] = {"maand", "maanden"},
        [PT_UNIT_YEARS] = {"jaar", "jaar"},
        [PT_UNIT_SCHOOLDAYS] = {"schooldag", "schooldagen"},
        [PT_UNIT_LESWEKEN] = {"lesweek", "lesweken"},
        [PT_UNIT_WORKDAYS] = {"werkdag", "werkdagen"},
        [PT_UNIT_HOURS] = {"uur", "uur"},
    };
    pt_text_add_number(out, value.amount);
    if (value.unit < PT_UNIT_COUNT)
        pt_text_format(out, " %s", units[value.unit][value.amount != 1]);
}

static void show_date(pt_text *out, int64_t day)
{
    char written[PT_DATE_TEXT] = "";
    bool fits = day >= PT_DATE_FIRST && day <= PT_DATE_LAST;
    pt_text_add(out, pt_date_format(fits ? (pt_date)day : PT_DATE_NONE, written));
}

static void show_word(pt_text *out, const pt_pack *pack, pt_value value)
{
    if (pack != NULL && value.set < pack->choice_count && value.amount >= 0 &&
        value.amount < pack->choices[value.set].count)
        pt_text_add(out, pack->choices[value.set].words[value.amount]);
    else
        pt_text_add_number(out, value.amount);
}

void pt_value_show(pt_text *out, const pt_pack *pack, pt_value value)
{
    switch ((pt_kind)value.kind) {
    case PT_UNKNOWN: pt_text_add(out, "onbekend"); break;
    case PT_NONE: pt_text_add(out, "geen"); break;
    case PT_YESNO: pt_text_add(out, value.amount != 0 ? "ja" : "nee"); break;
    case PT_NUMBER: show_decimal(out, value.amount, PT_NUMBER_SCALE); break;
    case PT_MONEY: show_money(out, value.amount); break;
    case PT_PERCENT:
        show_decimal(out, value.amount, 100);
        pt_text_add(out, " %");
        break;
    case PT_DATE: show_date(out, value.amount); break;
    case PT_DURATION: show_duration(out, value); break;
    case PT_CHOICE: show_word(out, pack, value); break;
    case PT_SUBJECT: pt_text_format(out, "#%" PRId64, value.amount); break;
    }
}

void pt_value_write(pt_text *out, const pt_pack *pack, pt_value value)
{
    pt_text shown = pt_text_create(out->arena);
    pt_value_show(&shown, pack, value);
    const char *bytes = shown.bytes;
    if (value.kind == PT_MONEY)
        bytes += strlen("€ ");
    if (value.kind == PT_PERCENT)
        shown.bytes[shown.length - strlen(" %")] = '\0';
    bool quoted = value.kind == PT_MONEY || value.kind == PT_DURATION || strchr(bytes, ',') != NULL;
    pt_text_format(out, "%s%s%s", quoted ? "\"" : "", bytes, quoted ? "\"" : "");
}

const char *const pt_say_words[PT_SAYS] = {"voorbereiding", "beslist",     "instemming_van",
                                           "advies_van",    "overleg_met", "goedkeuring_van"};

const pt_power *pt_pack_power(const pt_pack *pack, const char *decision, pt_date day)
{
    const pt_power *found = NULL;
    for (size_t i = 0; i < pack->power_count; i++) {
        const pt_power *one = &pack->powers[i];
        if (one->from <= day && day <= one->until && strcmp(one->decision, decision) == 0 &&
            (found == NULL || one->layer >= found->layer))
            found = one;
    }
    return found;
}
