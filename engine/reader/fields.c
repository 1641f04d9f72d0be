/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/fields.h"

#include <ctype.h>
#include <string.h>

/* clang-format off */
static const char *const reserved[] = {
    "onderwerp", "regel", "uitzondering", "plicht", "mogelijkheid", "gebeurtenis", "venster",
    "lijst", "ja", "nee", "onbekend", "geen", "vandaag", "bekend", "een_van", "tabel", "ja_nee",
    "keuze", "getal", "bedrag", "percentage", "datum", "euro", "procent", "dagen", "weken",
    "maanden", "jaren", "schooldagen", "lesweken", "werkdagen", "begin_schooljaar",
    "einde_schooljaar", "begin_maand", "einde_maand", "op_dag", "jaar", "maand", "dag",
    "leeftijd_op", "maanden_tussen", "verjaardag", "maanden_later", "werkdagen_later",
    "schooldagen_later", "werkdag_vanaf", "schooldag_vanaf", "hoogste", "laagste", "deel_omlaag",
    "deel_omhoog", "afgerond", "procent_van", "omlaag", "omhoog", "wet", "amvb", "regeling",
    "statuut", "beleid", "eerste", "laatste", "aantal", "som", "er_is", "voor_ieder", "einde_van",
    "vraag", "per_schooljaar", "per_kalenderjaar", "eerste_in_tijdvak", "laatste_venster",
    "dag_zelf", "dag_erna", "verdeling", "grootste_rest", "and", "or", "not", "if", "then", "else", "elseif", "end", "local",
    "function", "return", "true", "false", "nil", "while", "for", "do", "repeat", "until", "goto",
    "break", "in",
};
/* clang-format on */
bool pt_is_reserved(const char *name)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
        if (strcmp(reserved[i], name) == 0)
            return true;
    }
    return false;
}

bool pt_is_rule_name(const char *name)
{
    if (!islower((unsigned char)*name))
        return false;
    for (; *name != '\0'; name++) {
        if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) && *name != '_')
            return false;
    }
    return true;
}

uint16_t pt_draft_choice(pt_draft *draft, const char *const *words, size_t count)
{
    pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < pack->choice_count; i++) {
        bool same = pack->choices[i].count == count;
        for (size_t j = 0; same && j < count; j++)
            same = strcmp(pack->choices[i].words[j], words[j]) == 0;
        if (same)
            return i;
    }
    pack->choices = pt_arena_grow(draft->arena, pack->choices, pack->choice_count,
                                  &draft->choice_capacity, sizeof *pack->choices);
    pack->choices[pack->choice_count] = (pt_choice){.words = words, .count = (uint16_t)count};
    return pack->choice_count++;
}

static void check_field(const pt_fields *fields, const pt_syntax *field, const char *const *allowed,
                        size_t count)
{
    const pt_syntax *key = field->items[0];
    if (key == NULL)
        return;
    if (key->kind != PT_SYNTAX_STRING) {
        pt_find(fields->draft->report, PT_R003, key->at, PT_ARGS("de sleutel", "een naam"), NULL);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(allowed[i], key->text) == 0)
            return;
    }
    pt_find(fields->draft->report, PT_R001, key->at, PT_ARGS(key->text, fields->what),
            pt_suggest(key->text, allowed, count));
}

static void check_repeated(const pt_fields *fields)
{
    const pt_syntax *table = fields->table;
    for (size_t i = 0; i < table->count; i++) {
        const pt_syntax *key = table->items[i]->items[0];
        for (size_t j = 0; key != NULL && key->text != NULL && j < i; j++) {
            const pt_syntax *other = table->items[j]->items[0];
            if (other != NULL && other->text != NULL && strcmp(other->text, key->text) == 0)
                pt_find(fields->draft->report, PT_R023, key->at, PT_ARGS(key->text, fields->what),
                        NULL);
        }
    }
}

pt_fields pt_fields_create(pt_draft *draft, const pt_syntax *table, const char *what,
                           const char *const *allowed, size_t count)
{
    static const pt_syntax empty = {.kind = PT_SYNTAX_TABLE};
    if (table->kind != PT_SYNTAX_TABLE) {
        pt_find(draft->report, PT_R003, table->at, PT_ARGS(what, "een tabel { … }"), NULL);
        return (pt_fields){draft, &empty, what};
    }
    pt_fields fields = {draft, table, what};
    for (size_t i = 0; i < table->count; i++)
        check_field(&fields, table->items[i], allowed, count);
    check_repeated(&fields);
    return fields;
}

const pt_syntax *pt_field(const pt_fields *fields, const char *name)
{
    for (size_t i = 0; i < fields->table->count; i++) {
        const pt_syntax *field = fields->table->items[i];
        if (field->items[0] != NULL && pt_text_equal(field->items[0]->text, name))
            return field->items[1];
    }
    return NULL;
}

const pt_syntax *pt_field_needed(const pt_fields *fields, const char *name)
{
    const pt_syntax *value = pt_field(fields, name);
    if (value == NULL)
        pt_find(fields->draft->report, PT_R002, fields->table->at, PT_ARGS(name, fields->what),
                NULL);
    return value;
}

static bool wrong(pt_draft *draft, const pt_syntax *value, const char *field, const char *wanted)
{
    return pt_find(draft->report, PT_R003, value->at, PT_ARGS(field, wanted), NULL);
}

const char *pt_text_of(pt_draft *draft, const pt_syntax *value, const char *field)
{
    if (value->kind == PT_SYNTAX_STRING)
        return value->text;
    wrong(draft, value, field, "een tekst tussen aanhalingstekens");
    return NULL;
}

const char *pt_field_text(const pt_fields *fields, const char *name)
{
    const pt_syntax *value = pt_field(fields, name);
    return value == NULL ? NULL : pt_text_of(fields->draft, value, name);
}

const char *pt_field_text_needed(const pt_fields *fields, const char *name)
{
    const pt_syntax *value = pt_field_needed(fields, name);
    return value == NULL ? NULL : pt_text_of(fields->draft, value, name);
}

bool pt_field_flag(const pt_fields *fields, const char *name, bool otherwise)
{
    const pt_syntax *value = pt_field(fields, name);
    if (value == NULL)
        return otherwise;
    if (value->kind == PT_SYNTAX_BOOLEAN)
        return value->number == 1;
    if (value->kind == PT_SYNTAX_NAME && strcmp(value->text, "ja") == 0)
        return true;
    if (value->kind == PT_SYNTAX_NAME && strcmp(value->text, "nee") == 0)
        return false;
    wrong(fields->draft, value, name, "ja of nee");
    return otherwise;
}

pt_date pt_field_date(const pt_fields *fields, const char *name, pt_date otherwise)
{
    const pt_syntax *value = pt_field(fields, name);
    pt_date date = otherwise;
    if (value == NULL)
        return otherwise;
    if (value->kind != PT_SYNTAX_STRING || !pt_date_parse(value->text, strlen(value->text), &date))
        wrong(fields->draft, value, name, "een dag als \"2026-08-01\"");
    return date;
}

size_t pt_field_word(const pt_fields *fields, const char *name, const char *const *words,
                     size_t count, size_t otherwise)
{
    const pt_syntax *value = pt_field(fields, name);
    if (value == NULL)
        return otherwise;
    for (size_t i = 0; value->kind == PT_SYNTAX_NAME && i < count; i++) {
        if (strcmp(words[i], value->text) == 0)
            return i;
    }
    pt_text list = pt_text_create(fields->draft->arena);
    for (size_t i = 0; i < count; i++)
        pt_text_format(&list, "%s%s", i == 0 ? "" : i + 1 == count ? " of " : ", ", words[i]);
    pt_find(fields->draft->report, PT_R003, value->at, PT_ARGS(name, list.bytes),
            value->text == NULL ? NULL : pt_suggest(value->text, words, count));
    return otherwise;
}

const pt_syntax *pt_positional(const pt_syntax *table, size_t at)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->items[i]->items[0] == NULL && at-- == 0)
            return table->items[i]->items[1];
    }
    return NULL;
}

const pt_syntax *pt_word_call(const pt_syntax *value, const char *name)
{
    bool is = value->kind == PT_SYNTAX_CALL && value->count == 2 &&
              value->items[0]->kind == PT_SYNTAX_NAME && strcmp(value->items[0]->text, name) == 0;
    return is ? value->items[1] : NULL;
}

bool pt_number_of(const pt_syntax *value, int64_t *sixteenths)
{
    bool negative = value->kind == PT_SYNTAX_UNARY && value->operation == PT_TOKEN_MINUS;
    if (negative)
        value = value->items[0];
    if (value->kind != PT_SYNTAX_NUMBER)
        return false;
    int64_t number = 0, scale = 0;
    for (const char *at = value->text; *at != '\0'; at++) {
        if (*at == '.' && scale == 0) {
            scale = 1;
            continue;
        }
        if (!isdigit((unsigned char)*at) || number > PT_LIMIT_NUMBER || scale > 100000)
            return false;
        number = number * 10 + (*at - '0');
        scale *= 10;
    }
    if (scale == 0)
        scale = 1;
    if (number > PT_LIMIT_NUMBER || number * PT_NUMBER_SCALE % scale != 0)
        return false;
    *sixteenths = number * PT_NUMBER_SCALE / scale * (negative ? -1 : 1);
    return true;
}

/* "25.000", "1.234,50", "5,5": hundredths (eurocents, basis points). */
static bool hundredths_of(const char *text, int64_t *hundredths)
{
    int64_t number = 0;
    int decimals = -1;
    bool negative = *text == '-';
    for (text += negative; *text != '\0'; text++) {
        if (*text == ',' && decimals < 0) {
            decimals = 0;
        } else if (*text == '.' && decimals < 0) {
            for (int i = 1; i <= 3; i++) {
                if (!isdigit((unsigned char)text[i]))
                    return false;
            }
        } else if (isdigit((unsigned char)*text) && decimals < 2 &&
                   number < PT_LIMIT_NUMBER / 100) {
            number = number * 10 + (*text - '0');
            decimals += decimals >= 0;
        } else {
            return false;
        }
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 2; i++)
        number *= 10;
    *hundredths = negative ? -number : number;
    return true;
}

static bool word_constant(pt_draft *draft, const pt_syntax *value, const pt_type *type,
                          pt_value *constant)
{
    const pt_choice *choice = &draft->pack->choices[type->set];
    const char *text =
        value->kind == PT_SYNTAX_NAME || value->kind == PT_SYNTAX_STRING ? value->text : "";
    uint16_t index = pt_choice_index(choice, text);
    if (index == PT_NO_INDEX)
        return pt_find(draft->report, PT_R034, value->at, PT_ARGS(text),
                       pt_suggest(text, choice->words, choice->count));
    *constant = (pt_value){.kind = PT_CHOICE, .set = type->set, .amount = index};
    return true;
}

static bool hundredths_constant(pt_draft *draft, const pt_syntax *value, const char *word,
                                pt_kind kind, pt_value *constant)
{
    const pt_syntax *argument = pt_word_call(value, word);
    int64_t amount = 0;
    if (argument == NULL || argument->kind != PT_SYNTAX_STRING ||
        !hundredths_of(argument->text, &amount))
        return wrong(draft, value, "de waarde",
                     kind == PT_MONEY ? "euro \"1.234,50\"" : "procent \"5,5\"");
    *constant = pt_value_of(kind, amount);
    return true;
}

bool pt_constant_of(pt_draft *draft, const pt_syntax *value, const pt_type *type,
                    pt_value *constant)
{
    const char *name = value->kind == PT_SYNTAX_NAME ? value->text : "";
    if (strcmp(name, "geen") == 0 || strcmp(name, "onbekend") == 0) {
        *constant = *name == 'g' ? pt_none() : pt_unknown();
        return true;
    }
    int64_t number = 0;
    pt_date date = 0;
    switch ((pt_kind)type->kind) {
    case PT_YESNO:
        if (strcmp(name, "ja") != 0 && strcmp(name, "nee") != 0)
            return wrong(draft, value, "de waarde", "ja of nee");
        *constant = pt_yesno(*name == 'j');
        return true;
    case PT_NUMBER:
        if (!pt_number_of(value, &number))
            return wrong(draft, value, "de waarde", "een getal");
        *constant = pt_value_of(PT_NUMBER, number);
        return true;
    case PT_MONEY: return hundredths_constant(draft, value, "euro", PT_MONEY, constant);
    case PT_PERCENT: return hundredths_constant(draft, value, "procent", PT_PERCENT, constant);
    case PT_DATE: {
        const pt_syntax *text = pt_word_call(value, "datum");
        if (text == NULL || text->kind != PT_SYNTAX_STRING ||
            !pt_date_parse(text->text, strlen(text->text), &date))
            return wrong(draft, value, "de waarde", "datum \"2026-08-01\"");
        *constant = pt_value_of(PT_DATE, date);
        return true;
    }
    case PT_CHOICE: return word_constant(draft, value, type, constant);
    default: return wrong(draft, value, "de waarde", "een vaste waarde");
    }
}

static const char *const type_attributes[] = {
    "optioneel", "of_geen", "begin", "oordeel", "eigenaar", "gevoelig", "van", "tot", "stap"};

static bool choice_type(pt_draft *draft, const pt_syntax *table, pt_type *type)
{
    size_t count = 0;
    while (pt_positional(table, count + 1) != NULL)
        count++;
    if (count < 1 || count > PT_LIMIT_CHOICE_WORDS)
        return pt_find(draft->report, PT_R017, table->at, NULL, NULL);
    const char **words = PT_NEW_ARRAY(draft->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        const pt_syntax *word = pt_positional(table, i + 1);
        words[i] = word->kind == PT_SYNTAX_STRING ? word->text : "";
        if (!pt_is_rule_name(words[i]))
            return pt_find(draft->report, PT_R004, word->at, PT_ARGS(words[i]), NULL);
        if (pt_is_reserved(words[i]))
            return pt_find(draft->report, PT_R005, word->at, PT_ARGS(words[i]), NULL);
        for (size_t j = 0; j < i; j++) {
            if (strcmp(words[j], words[i]) == 0)
                return pt_find(draft->report, PT_R017, word->at, NULL, NULL);
        }
    }
    type->set = pt_draft_choice(draft, words, count);
    type->high = (int64_t)count - 1;
    return true;
}

static bool step_bits(pt_draft *draft, const pt_syntax *step, pt_type *type)
{
    int64_t sixteenths = PT_NUMBER_SCALE;
    if (step != NULL && !pt_number_of(step, &sixteenths))
        sixteenths = 0;
    for (uint8_t bits = 0; bits <= 4; bits++) {
        if (sixteenths == PT_NUMBER_SCALE >> bits) {
            type->fraction_bits = bits;
            return true;
        }
    }
    return pt_find(draft->report, PT_R019, step->at, NULL, NULL);
}

static bool bounded_type(const pt_fields *fields, pt_type *type)
{
    const pt_syntax *low = pt_field(fields, "van"), *high = pt_field(fields, "tot");
    if (low == NULL || high == NULL)
        return pt_find(fields->draft->report, PT_R018, fields->table->at, PT_ARGS(fields->what),
                       NULL);
    pt_value from = pt_unknown(), until = pt_unknown();
    if (!pt_constant_of(fields->draft, low, type, &from) ||
        !pt_constant_of(fields->draft, high, type, &until))
        return false;
    if (!pt_is_value(from) || !pt_is_value(until) || from.amount > until.amount)
        return pt_find(fields->draft->report, PT_R014, low->at, NULL, NULL);
    type->low = from.amount;
    type->high = until.amount;
    return type->kind != PT_NUMBER || step_bits(fields->draft, pt_field(fields, "stap"), type);
}

static bool fill_type(pt_draft *draft, const char *word, const pt_syntax *table,
                      const pt_syntax *value, const char *what, pt_type *type)
{
    static const pt_syntax empty = {.kind = PT_SYNTAX_TABLE};
    static const struct {
        const char *word;
        pt_kind kind;
    } kinds[] = {{"ja_nee", PT_YESNO}, {"keuze", PT_CHOICE},       {"getal", PT_NUMBER},
                 {"bedrag", PT_MONEY}, {"percentage", PT_PERCENT}, {"datum", PT_DATE}};
    static const char *const words[] = {"ja_nee", "keuze",      "getal",
                                        "bedrag", "percentage", "datum"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].word, word) == 0)
            type->kind = (uint8_t)kinds[i].kind;
    }
    pt_fields fields =
        pt_fields_create(draft, table == NULL ? &empty : table, what, type_attributes,
                         sizeof type_attributes / sizeof *type_attributes);
    pt_syntax place = {.kind = PT_SYNTAX_TABLE, .at = value->at};
    if (table == NULL)
        fields.table = &place;
    switch ((pt_kind)type->kind) {
    case PT_YESNO: type->high = 1; return true;
    case PT_DATE:
        type->low = PT_DATE_FIRST;
        type->high = PT_DATE_LAST;
        return true;
    case PT_CHOICE: return choice_type(draft, fields.table, type);
    case PT_NUMBER:
    case PT_MONEY:
    case PT_PERCENT: return bounded_type(&fields, type);
    default:
        return pt_find(draft->report, PT_R024, value->at, PT_ARGS(word),
                       pt_suggest(word, words, 6));
    }
}

bool pt_type_of(pt_draft *draft, const pt_syntax *value, const char *what,
                pt_type_declaration *made)
{
    *made = (pt_type_declaration){0};
    const char *word = NULL;
    if (value->kind == PT_SYNTAX_NAME) {
        word = value->text;
    } else if (value->kind == PT_SYNTAX_CALL && value->count == 2 &&
               value->items[0]->kind == PT_SYNTAX_NAME &&
               value->items[1]->kind == PT_SYNTAX_TABLE) {
        word = value->items[0]->text;
        made->table = value->items[1];
    }
    if (word == NULL)
        return wrong(draft, value, what, "een soort, zoals ja_nee of getal { van = 0, tot = 40 }");
    if (made->table != NULL) {
        const pt_syntax *title = pt_positional(made->table, 0);
        made->title = title != NULL && title->kind == PT_SYNTAX_STRING ? title->text : NULL;
    }
    if (!fill_type(draft, word, made->table, value, what, &made->type))
        return false;
    if (made->table != NULL) {
        pt_fields fields = {draft, made->table, what};
        made->type.may_be_unknown = pt_field_flag(&fields, "optioneel", false);
        made->type.may_be_none = pt_field_flag(&fields, "of_geen", false);
    }
    return true;
}
