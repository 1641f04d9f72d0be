/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/typed.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

bool pt_typed_refuse(pt_report *report, pt_code code, const pt_yaml_node *node,
                     const char *suggestion)
{
    return pt_find(report, code, node->at, PT_ARGS(node->text), suggestion);
}

bool pt_typed_shape(const pt_yaml_node *node, int shapes, pt_report *report)
{
    static const int shape_of[] = {[PT_YAML_SCALAR] = PT_SHAPE_SCALAR,
                                   [PT_YAML_MAPPING] = PT_SHAPE_MAPPING,
                                   [PT_YAML_SEQUENCE] = PT_SHAPE_LIST};
    if (node->refused)
        return false;
    if ((shape_of[node->kind] & shapes) != 0)
        return true;
    bool nothing = node->kind == PT_YAML_SCALAR && node->text[0] == '\0';
    pt_code code = nothing                      ? PT_Y035
                   : (shapes & PT_SHAPE_SCALAR) ? PT_Y032
                   : (shapes & PT_SHAPE_LIST)   ? PT_Y033
                                                : PT_Y034;
    return pt_find(report, code, node->at, NULL, NULL);
}

static bool is_written(const pt_yaml_node *node, pt_report *report)
{
    if (!pt_typed_shape(node, PT_SHAPE_SCALAR, report))
        return false;
    if (node->text[0] != '\0')
        return true;
    return pt_find(report, PT_Y035, node->at, NULL, NULL);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

typedef enum written_number { EXACT, NO_NUMBER, AMBIGUOUS, TOO_FINE, TOO_LARGE } written_number;

enum { TEN_THOUSAND = 10000, MOST_DIGITS = 14 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(const char *text)
{
    size_t count = 0;
    while (is_digit(text[count]))
        count++;
    return count;
}

/* The whole part, with or without a point before each three digits; `*text` goes behind it. */
static written_number read_whole(const char **text, int64_t *whole, bool *grouped)
{
    size_t first = digits_at(*text);
    if (first == 0)
        return NO_NUMBER;
    size_t total = 0;
    *whole = 0;
    *grouped = false;
    for (size_t length = first;;) {
        total += length;
        if (total > MOST_DIGITS)
            return TOO_LARGE;
        for (size_t i = 0; i < length; i++)
            *whole = *whole * 10 + (*(*text)++ - '0');
        length = **text == '.' && first <= 3 ? digits_at(*text + 1) : 0;
        if (length != 3)
            return EXACT;
        *grouped = true;
        (*text)++;
    }
}

static written_number read_fraction(const char *text, int64_t *fraction)
{
    size_t length = digits_at(text);
    if (length == 0 || text[length] != '\0')
        return NO_NUMBER;
    int64_t unit = TEN_THOUSAND;
    *fraction = 0;
    for (size_t i = 0; i < length; i++) {
        unit /= 10;
        if (unit == 0 && text[i] != '0')
            return TOO_FINE;
        *fraction += unit * (text[i] - '0');
    }
    return EXACT;
}

/*
 * 15,5 and 15.5 are the same; 1.234,5 has a grouped whole part. A lone point before three digits
 * could be either (1.125), unless the whole part is zero.
 */
static written_number read_decimal(const char *text, int64_t *ten_thousandths)
{
    bool negative = text[0] == '-';
    const char *at = text + negative;
    int64_t whole = 0;
    int64_t fraction = 0;
    bool grouped = false;
    bool from_zero = at[0] == '0' && at[1] == '.';
    written_number found = EXACT;
    if (from_zero)
        at++;
    else
        found = read_whole(&at, &whole, &grouped);
    if (found != EXACT)
        return found;
    if (*at == ',' || (*at == '.' && !grouped))
        found = read_fraction(at + 1, &fraction);
    else if (*at != '\0')
        found = NO_NUMBER;
    else if (grouped)
        found = AMBIGUOUS;
    *ten_thousandths = (whole * TEN_THOUSAND + fraction) * (negative ? -1 : 1);
    return found;
}

static const char *shown(pt_arena *arena, const pt_pack *pack, pt_value value)
{
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, pack, value);
    return out.bytes;
}

static pt_value with_amount(const pt_type *type, int64_t amount)
{
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
}

static bool refuse_bounds(const pt_yaml_node *node, const pt_type *type, int64_t low, int64_t high,
                          pt_report *report)
{
    const char *lowest = shown(report->arena, NULL, with_amount(type, low));
    const char *highest = shown(report->arena, NULL, with_amount(type, high));
    return pt_find(report, PT_Y043, node->at, PT_ARGS(node->text, lowest, highest), NULL);
}

/* Types whose bounds were left open (0 to 0, as for dates) hold the bounds of the engine alone. */
static bool take(const pt_yaml_node *node, const pt_type *type, int64_t amount, pt_report *report,
                 pt_value *value)
{
    bool open = type->low == 0 && type->high == 0;
    int64_t low = open ? -PT_LIMIT_NUMBER : type->low;
    int64_t high = open ? PT_LIMIT_NUMBER : type->high;
    if (amount < low || amount > high)
        return refuse_bounds(node, type, low, high, report);
    *value = with_amount(type, amount);
    return true;
}

static bool refuse_number(const pt_yaml_node *node, const pt_type *type, written_number found,
                          pt_code not_one, const char *step, pt_report *report)
{
    switch (found) {
    case TOO_FINE: return pt_find(report, PT_Y039, node->at, PT_ARGS(node->text, step), NULL);
    case TOO_LARGE: return refuse_bounds(node, type, -PT_LIMIT_NUMBER, PT_LIMIT_NUMBER, report);
    case AMBIGUOUS: return pt_typed_refuse(report, PT_Y049, node, NULL);
    case EXACT:
    case NO_NUMBER: break;
    }
    return pt_typed_refuse(report, not_one, node, NULL);
}

static bool read_number(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                        pt_value *value)
{
    const int64_t sixteenth = TEN_THOUSAND / PT_NUMBER_SCALE;
    const int64_t step = sixteenth * (PT_NUMBER_SCALE >> type->fraction_bits);
    int64_t amount = 0;
    written_number found = read_decimal(node->text, &amount);
    if (found == EXACT && amount % step != 0)
        found = TOO_FINE;
    if (found == EXACT)
        return take(node, type, amount / sixteenth, report, value);
    const char *smallest =
        shown(report->arena, NULL, pt_value_of(PT_NUMBER, PT_NUMBER_SCALE >> type->fraction_bits));
    return refuse_number(node, type, found, PT_Y038, smallest, report);
}

static bool read_percent(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                         pt_value *value)
{
    char digits[32];
    size_t length = strlen(node->text);
    length -= length > 0 && node->text[length - 1] == '%';
    while (length > 0 && node->text[length - 1] == ' ')
        length--;
    int64_t amount = 0;
    written_number found = NO_NUMBER;
    if (length < sizeof digits) {
        memcpy(digits, node->text, length);
        digits[length] = '\0';
        found = read_decimal(digits, &amount);
    }
    if (found == EXACT && amount % 100 != 0)
        found = TOO_FINE;
    if (found == EXACT)
        return take(node, type, amount / 100, report, value);
    return refuse_number(node, type, found, PT_Y041, "0,01", report);
}

/* Cents are two digits behind a comma; a point before three digits groups, as amounts are written.
 */
static written_number read_cents(const char *text, int64_t *cents)
{
    bool negative = text[0] == '-';
    const char *at = text + negative;
    int64_t whole = 0;
    bool grouped = false;
    written_number found = read_whole(&at, &whole, &grouped);
    if (found != EXACT)
        return found;
    int64_t rest = 0;
    if (at[0] == ',' && digits_at(at + 1) == 2 && at[3] == '\0')
        rest = (at[1] - '0') * 10 + (at[2] - '0');
    else if (at[0] != '\0')
        return NO_NUMBER;
    *cents = (whole * 100 + rest) * (negative ? -1 : 1);
    return EXACT;
}

/* 12.50 and 12,5 are near enough to say what would be right. */
static const char *money_meant(pt_arena *arena, const char *text)
{
    int64_t amount = 0;
    if (read_decimal(text, &amount) != EXACT || amount % 100 != 0)
        return NULL;
    const char *written = shown(arena, NULL, pt_value_of(PT_MONEY, amount / 100));
    return written + strlen("€ ");
}

static bool read_money(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                       pt_value *value)
{
    const char *text = node->text;
    if (strncmp(text, "€", strlen("€")) == 0)
        text += strlen("€");
    while (*text == ' ')
        text++;
    int64_t cents = 0;
    written_number found = read_cents(text, &cents);
    if (found == EXACT)
        return take(node, type, cents, report, value);
    if (found == NO_NUMBER)
        return pt_typed_refuse(report, PT_Y040, node, money_meant(report->arena, text));
    return refuse_number(node, type, found, PT_Y040, "0,01", report);
}

static bool read_duration(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                          pt_value *value)
{
    const char *at = node->text + (node->text[0] == '-');
    size_t length = digits_at(at);
    int64_t amount = 0;
    for (size_t i = 0; i < length && i < MOST_DIGITS; i++)
        amount = amount * 10 + (at[i] - '0');
    amount = node->text[0] == '-' ? -amount : amount;
    const char *whole = shown(report->arena, NULL, with_amount(type, amount));
    if (length > MOST_DIGITS)
        return refuse_bounds(node, type, -PT_LIMIT_NUMBER, PT_LIMIT_NUMBER, report);
    if (length > 0 && (at[length] == '\0' || strcmp(node->text, whole) == 0))
        return take(node, type, amount, report, value);
    const char *example = shown(report->arena, NULL, with_amount(type, 6));
    return pt_find(report, PT_Y046, node->at, PT_ARGS(node->text, example), NULL);
}

/* --- Words and dates -------------------------------------------------------------------------- */

static const char *yesno_meant(const char *text)
{
    static const char *const meant[][2] = {{"true", "ja"},  {"yes", "ja"},   {"Ja", "ja"},
                                           {"JA", "ja"},    {"True", "ja"},  {"false", "nee"},
                                           {"no", "nee"},   {"Nee", "nee"},  {"NEE", "nee"},
                                           {"neen", "nee"}, {"False", "nee"}};
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
        if (strcmp(text, meant[i][0]) == 0)
            return meant[i][1];
    }
    return NULL;
}

bool pt_typed_yesno(const pt_yaml_node *node, pt_report *report, bool *yes)
{
    if (!is_written(node, report))
        return false;
    if (strcmp(node->text, "ja") != 0 && strcmp(node->text, "nee") != 0)
        return pt_typed_refuse(report, PT_Y036, node, yesno_meant(node->text));
    *yes = node->text[0] == 'j';
    return true;
}

/* 15-6-2026 and 15/06/2026 as the day that they mean; NULL when they mean none. */
static const char *date_meant(pt_arena *arena, const char *text)
{
    int day = 0;
    int month = 0;
    int year = 0;
    char first = 0;
    char second = 0;
    char rest = 0;
    if (strlen(text) > 10 ||
        sscanf(text, "%2d%c%2d%c%4d%c", &day, &first, &month, &second, &year, &rest) != 5 ||
        first != second || strchr("-/.", first) == NULL)
        return NULL;
    pt_date date = pt_date_from(year, month, day);
    char *written = pt_arena_alloc(arena, PT_DATE_TEXT);
    return date == PT_DATE_NONE ? NULL : pt_date_format(date, written);
}

bool pt_typed_date(const pt_yaml_node *node, pt_report *report, pt_date *date)
{
    if (!is_written(node, report))
        return false;
    if (pt_date_parse(node->text, node->text_length, date))
        return true;
    return pt_typed_refuse(report, PT_Y042, node, date_meant(report->arena, node->text));
}

static bool read_date(const pt_yaml_node *node, const pt_type *type, pt_report *report,
                      pt_value *value)
{
    pt_date date = PT_DATE_NONE;
    return pt_typed_date(node, report, &date) && take(node, type, date, report, value);
}

static bool read_yesno(const pt_yaml_node *node, pt_report *report, pt_value *value)
{
    bool yes = false;
    if (!pt_typed_yesno(node, report, &yes))
        return false;
    *value = pt_yesno(yes);
    return true;
}

static const char *joined(pt_arena *arena, const char *const *words, size_t count)
{
    pt_text out = pt_text_create(arena);
    for (size_t i = 0; i < count; i++) {
        pt_text_add(&out, i == 0 ? "" : ", ");
        pt_text_add(&out, words[i]);
    }
    return out.bytes;
}

static bool read_word(const pt_yaml_node *node, const pt_type *type, const pt_pack *pack,
                      pt_report *report, pt_value *value)
{
    const pt_choice *choice = &pack->choices[type->set];
    uint16_t index = pt_choice_index(choice, node->text);
    if (index != PT_NO_INDEX) {
        *value = with_amount(type, index);
        return true;
    }
    return pt_find(report, PT_Y037, node->at,
                   PT_ARGS(node->text, joined(report->arena, choice->words, choice->count)),
                   pt_suggest(node->text, choice->words, choice->count));
}

static bool read_present(const pt_yaml_node *node, const pt_type *type, const pt_pack *pack,
                         pt_report *report, pt_value *value)
{
    switch ((pt_kind)type->kind) {
    case PT_YESNO: return read_yesno(node, report, value);
    case PT_NUMBER: return read_number(node, type, report, value);
    case PT_MONEY: return read_money(node, type, report, value);
    case PT_PERCENT: return read_percent(node, type, report, value);
    case PT_DATE: return read_date(node, type, report, value);
    case PT_DURATION: return read_duration(node, type, report, value);
    case PT_CHOICE: return read_word(node, type, pack, report, value);
    case PT_UNKNOWN:
    case PT_NONE:
    case PT_SUBJECT: break;
    }
    return pt_typed_refuse(report, PT_Y038, node, NULL);
}

bool pt_typed_value(const pt_yaml_node *node, const pt_type *type, const pt_pack *pack,
                    pt_report *report, pt_value *value)
{
    if (!is_written(node, report))
        return false;
    bool unknown = strcmp(node->text, "onbekend") == 0;
    bool none = strcmp(node->text, "geen") == 0;
    if (unknown && !type->may_be_unknown)
        return pt_find(report, PT_Y044, node->at, NULL, NULL);
    if (none && !type->may_be_none)
        return pt_find(report, PT_Y045, node->at, NULL, NULL);
    if (unknown || none) {
        *value = unknown ? pt_unknown() : pt_none();
        return true;
    }
    return read_present(node, type, pack, report, value);
}

bool pt_typed_text(const pt_yaml_node *node, pt_report *report, const char **text)
{
    if (!is_written(node, report))
        return false;
    *text = node->text;
    return true;
}

bool pt_typed_whole(const pt_yaml_node *node, int64_t low, int64_t high, pt_report *report,
                    int64_t *number)
{
    pt_type type = {
        .kind = PT_NUMBER, .low = low * PT_NUMBER_SCALE, .high = high * PT_NUMBER_SCALE};
    pt_value value = pt_unknown();
    if (!is_written(node, report) || !read_number(node, &type, report, &value))
        return false;
    *number = value.amount / PT_NUMBER_SCALE;
    return true;
}

bool pt_is_name(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first >= 0x80;
    return letter && text[strcspn(text, " \t\r\n.,:;[]{}()\"'#&*!|>%@`\\/=+<?~^$")] == '\0';
}

bool pt_typed_name(const pt_yaml_node *node, pt_report *report, const char **name)
{
    if (!is_written(node, report))
        return false;
    if (!pt_is_name(node->text))
        return pt_typed_refuse(report, PT_Y048, node, NULL);
    *name = node->text;
    return true;
}

bool pt_typed_names(pt_arena *arena, const pt_yaml_node *node, pt_report *report,
                    const char *const **names, size_t *count)
{
    if (!pt_typed_shape(node, PT_SHAPE_LIST, report))
        return false;
    const char **list = PT_NEW_ARRAY(arena, node->count, const char *);
    size_t filled = 0;
    bool fine = true;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= pt_typed_name(item, report, &list[filled++]);
    *names = list;
    *count = filled;
    return fine;
}

/* --- Mappings --------------------------------------------------------------------------------- */

static size_t key_index(const pt_key *keys, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(keys[i].name, name) == 0)
            return i;
    }
    return count;
}

bool pt_key_known(const pt_key *keys, size_t count, const char *name)
{
    return key_index(keys, count, name) < count;
}

/* In { bedrag: 1.234,50 } YAML takes the 50 for a key of its own. */
static bool is_behind_comma(const pt_yaml_node *node)
{
    const char *text = node->key->text;
    return is_digit(text[0]) && text[digits_at(text)] == '\0' && node->text[0] == '\0';
}

static bool refuse_key(const pt_yaml_node *node, const pt_key *keys, size_t count,
                       pt_report *report)
{
    if (is_behind_comma(node))
        return pt_typed_refuse(report, PT_Y047, node->key, NULL);
    const char **names = PT_NEW_ARRAY(report->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].name;
    return pt_find(report, PT_Y030, node->key->at,
                   PT_ARGS(node->key->text, joined(report->arena, names, count)),
                   pt_suggest(node->key->text, names, count));
}

static bool check_required(const pt_yaml_node *node, const pt_key *keys, size_t count,
                           pt_report *report)
{
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        if (keys[i].required && pt_yaml_get(node, keys[i].name) == NULL)
            fine = pt_find(report, PT_Y031, node->at, PT_ARGS(keys[i].name), NULL);
    }
    return fine;
}

bool pt_typed_mapping(const pt_yaml_node *node, const pt_key *keys, size_t count, bool open,
                      pt_report *report, pt_yaml_node **values)
{
    memset(values, 0, count * sizeof *values);
    if (!pt_typed_shape(node, PT_SHAPE_MAPPING, report))
        return false;
    bool fine = check_required(node, keys, count, report);
    for (pt_yaml_node *child = node->first; child != NULL; child = child->next) {
        size_t index = key_index(keys, count, child->key->text);
        if (child->refused)
            fine = false;
        else if (index == count)
            fine &= open || refuse_key(child, keys, count, report);
        else if (pt_typed_shape(child, keys[index].shapes, report))
            values[index] = child;
        else
            fine = false;
    }
    return fine;
}
