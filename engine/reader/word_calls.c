/* SPDX-License-Identifier: EUPL-1.2 */
/* The words a rule function may call, on symbols: constants, calendar, rounding, choices. */
#include <string.h>

#include "reader/fields.h"
#include "reader/symbols.h"

typedef struct call {
    pt_walk *walk;
    const char *word;
    const pt_syntax *syntax;
    pt_binding *names;
    size_t count; /* arguments */
} call;

static pt_symbol fail(const call *c, const char *wanted)
{
    return pt_walk_fail(c->walk, PT_R045, c->syntax->at, PT_ARGS(c->word, wanted), NULL);
}

static const pt_syntax *argument(const call *c, size_t at)
{
    return c->syntax->items[at + 1];
}

static pt_symbol value_of(const call *c, size_t at)
{
    return pt_walk_expression(c->walk, argument(c, at), c->names);
}

/* Argument `at` as a form of kind `kind`. */
static bool form_of(const call *c, size_t at, pt_kind kind, pt_symbol *symbol)
{
    *symbol = value_of(c, at);
    if (c->walk->failed || !pt_walk_form(c->walk, symbol, argument(c, at)->at))
        return false;
    if (symbol->type.kind == kind)
        return true;
    pt_walk_fail(c->walk, PT_R033, argument(c, at)->at,
                 PT_ARGS(pt_symbol_shown(symbol), pt_kind_shown(kind)), NULL);
    return false;
}

/* Argument `at` as a fixed whole number: a literal, a number parameter, or a length in `unit`. */
static bool whole_of(const call *c, size_t at, int unit, int64_t *whole)
{
    pt_symbol symbol = value_of(c, at);
    if (c->walk->failed || !pt_walk_form(c->walk, &symbol, argument(c, at)->at))
        return false;
    bool length = symbol.type.kind == PT_DURATION && symbol.type.unit == unit;
    int64_t amount = symbol.form.constant;
    if (symbol.form.count == 0 && length) {
        *whole = amount;
        return true;
    }
    if (symbol.form.count == 0 && symbol.type.kind == PT_NUMBER && amount % PT_NUMBER_SCALE == 0 &&
        amount / PT_NUMBER_SCALE <= 100000 && amount / PT_NUMBER_SCALE >= -100000) {
        *whole = amount / PT_NUMBER_SCALE;
        return true;
    }
    fail(c, "een vast heel getal");
    return false;
}

static const pt_type any_date = {.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};

static pt_type number_between(int64_t low, int64_t high)
{
    return (pt_type){
        .kind = PT_NUMBER, .low = low * PT_NUMBER_SCALE, .high = high * PT_NUMBER_SCALE};
}

static pt_symbol word_constant(const call *c)
{
    pt_type type = any_date;
    if (strcmp(c->word, "datum") != 0)
        type.kind = strcmp(c->word, "euro") == 0 ? PT_MONEY : PT_PERCENT;
    pt_value value;
    if (!pt_constant_of(c->walk->draft, c->syntax, &type, &value)) {
        c->walk->failed = true;
        return pt_symbol_nothing();
    }
    return pt_symbol_amount((pt_kind)value.kind, value.amount);
}

static pt_symbol word_length(const call *c)
{
    int64_t amount = 0;
    if (!whole_of(c, 0, -1, &amount))
        return pt_symbol_nothing();
    return pt_symbol_amount(PT_DURATION, strcmp(c->word, "weken") == 0 ? amount * 7 : amount);
}

static pt_symbol word_known(const call *c)
{
    pt_symbol asked = value_of(c, 0);
    if (asked.kind == PT_SYMBOL_NOTHING)
        return asked;
    if (asked.kind != PT_SYMBOL_ATOM)
        return pt_symbol_constant(
            pt_yesno(asked.kind != PT_SYMBOL_CONSTANT || asked.value.kind != PT_UNKNOWN));
    pt_test test = {.kind = PT_TEST_KNOWN, .atom = asked.atom, .at = c->syntax->at};
    return (pt_symbol){.kind = PT_SYMBOL_TEST, .test = test, .type = {.kind = PT_YESNO, .high = 1}};
}

static pt_symbol word_one_of(const call *c)
{
    pt_symbol asked = value_of(c, 0);
    if (asked.kind == PT_SYMBOL_NOTHING)
        return asked;
    if (asked.kind != PT_SYMBOL_ATOM || asked.type.kind != PT_CHOICE)
        return fail(c, "een keuze en dan de woorden");
    const pt_choice *choice = &c->walk->draft->pack->choices[asked.type.set];
    pt_test test = {.kind = PT_TEST_IN, .atom = asked.atom, .at = c->syntax->at};
    for (size_t i = 1; i < c->count; i++) {
        const pt_syntax *word = argument(c, i);
        const char *text = word->kind == PT_SYNTAX_NAME ? word->text : "";
        uint16_t index = pt_choice_index(choice, text);
        if (index == PT_NO_INDEX)
            return pt_walk_fail(c->walk, word->kind == PT_SYNTAX_STRING ? PT_R047 : PT_R034,
                                word->at, PT_ARGS(word->text == NULL ? "dit" : word->text),
                                pt_suggest(text, choice->words, choice->count));
        test.mask |= (uint64_t)1 << index;
    }
    return (pt_symbol){.kind = PT_SYMBOL_TEST, .test = test, .type = {.kind = PT_YESNO, .high = 1}};
}

/* hoogste and laagste: splits on which is the larger. */
static pt_symbol word_extreme(const call *c)
{
    bool highest = strcmp(c->word, "hoogste") == 0;
    pt_symbol best = value_of(c, 0);
    if (c->walk->failed || !pt_walk_form(c->walk, &best, argument(c, 0)->at))
        return best;
    for (size_t i = 1; i < c->count; i++) {
        pt_symbol other;
        if (!form_of(c, i, (pt_kind)best.type.kind, &other))
            return pt_symbol_nothing();
        const pt_symbol *small = highest ? &other : &best, *large = highest ? &best : &other;
        pt_test test = {.kind = PT_TEST_AT_MOST, .at = c->syntax->at, .wording = PT_WORDING_PART};
        test.form = pt_form_tighten(c->walk->arena,
                                    pt_form_add(c->walk->arena, small->form, large->form, -1),
                                    c->walk->atoms);
        if (!pt_walk_ask(c->walk, test))
            best = other;
    }
    return best;
}

/* Words that take one date to a date or a number. */
static pt_symbol word_of_date(const call *c)
{
    static const struct {
        const char *word;
        pt_operation operation;
        int low, high; /* of a number; 0 and 0 for a date */
    } words[] = {
        {"begin_schooljaar", PT_OP_SCHOOL_YEAR_BEGIN, 0, 0},
        {"einde_schooljaar", PT_OP_SCHOOL_YEAR_END, 0, 0},
        {"begin_maand", PT_OP_MONTH_BEGIN, 0, 0},
        {"einde_maand", PT_OP_MONTH_END, 0, 0},
        {"werkdag_vanaf", PT_OP_NEXT_WORKING_DAY, 0, 0},
        {"schooldag_vanaf", PT_OP_NEXT_SCHOOL_DAY, 0, 0},
        {"jaar", PT_OP_YEAR, PT_LIMIT_FIRST_YEAR, PT_LIMIT_LAST_YEAR},
        {"maand", PT_OP_MONTH, 1, 12},
        {"dag", PT_OP_DAY, 1, 31},
    };
    pt_symbol date;
    if (!form_of(c, 0, PT_DATE, &date))
        return pt_symbol_nothing();
    pt_atom atom = {.arguments = {date.form}, .type = any_date};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].word, c->word) != 0)
            continue;
        atom.operation = (uint8_t)words[i].operation;
        if (words[i].high != 0)
            atom.type = number_between(words[i].low, words[i].high);
    }
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static pt_symbol word_of_two_dates(const call *c)
{
    pt_symbol from, until;
    if (!form_of(c, 0, PT_DATE, &from) || !form_of(c, 1, PT_DATE, &until))
        return pt_symbol_nothing();
    bool age = strcmp(c->word, "leeftijd_op") == 0;
    pt_atom atom = {.operation = age ? PT_OP_AGE : PT_OP_MONTHS_BETWEEN,
                    .arguments = {from.form, until.form},
                    .type = age ? number_between(-301, 301) : number_between(-3612, 3612)};
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static int rounding_of(const call *c, size_t at)
{
    static const char *const words[] = {"omlaag", "omhoog", "afgerond"};
    const pt_syntax *word = argument(c, at);
    for (int i = 0; word->kind == PT_SYNTAX_NAME && i < 3; i++) {
        if (strcmp(words[i], word->text) == 0)
            return i;
    }
    return -1;
}

/* Words that move a date by a fixed number. */
static pt_symbol word_later(const call *c)
{
    pt_symbol date;
    pt_atom atom = {.type = any_date};
    int unit = strcmp(c->word, "werkdagen_later") == 0     ? PT_UNIT_WORKDAYS
               : strcmp(c->word, "schooldagen_later") == 0 ? PT_UNIT_SCHOOLDAYS
               : strcmp(c->word, "verjaardag") == 0        ? PT_UNIT_YEARS
                                                           : PT_UNIT_MONTHS;
    if (!form_of(c, 0, PT_DATE, &date) || !whole_of(c, 1, unit, &atom.constant))
        return pt_symbol_nothing();
    atom.arguments[0] = date.form;
    atom.operation = unit == PT_UNIT_WORKDAYS     ? PT_OP_WORKING_DAYS_LATER
                     : unit == PT_UNIT_SCHOOLDAYS ? PT_OP_SCHOOL_DAYS_LATER
                                                  : PT_OP_BIRTHDAY;
    if (unit == PT_UNIT_MONTHS) {
        int rounding = rounding_of(c, 2);
        if (rounding < 0 || rounding > 1)
            return fail(c, "een datum, een aantal, en omlaag of omhoog");
        atom.operation = rounding == 0 ? PT_OP_MONTHS_LATER_DOWN : PT_OP_MONTHS_LATER_UP;
    }
    if (atom.constant > 3000 || atom.constant < -3000)
        return fail(c, "een aantal tot 3000");
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static pt_symbol word_day_of_year(const call *c)
{
    pt_symbol date;
    int64_t day = 0, month = 0;
    if (!form_of(c, 0, PT_DATE, &date) || !whole_of(c, 1, -1, &day) || !whole_of(c, 2, -1, &month))
        return pt_symbol_nothing();
    if (pt_date_from(2001, (int)month, (int)day) == PT_DATE_NONE)
        return fail(c, "een dag en een maand die elk jaar bestaan");
    pt_atom atom = {.operation = PT_OP_DAY_OF_YEAR,
                    .arguments = {date.form},
                    .constant = month * 100 + day,
                    .type = any_date};
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static bool amount_of(const call *c, pt_symbol *symbol)
{
    *symbol = value_of(c, 0);
    if (c->walk->failed || !pt_walk_form(c->walk, symbol, argument(c, 0)->at))
        return false;
    if (symbol->type.kind == PT_NUMBER || symbol->type.kind == PT_MONEY)
        return true;
    pt_walk_fail(c->walk, PT_R033, argument(c, 0)->at,
                 PT_ARGS(pt_symbol_shown(symbol), "een getal of bedrag"), NULL);
    return false;
}

/* Bounds for a part of a form, rounded down or up to whole ones; false: it could leave 64 bits. */
static bool part_type(const call *c, const pt_type *whole, int64_t numerator, int64_t divisor,
                      pt_type *type)
{
    int64_t unit = whole->kind == PT_NUMBER ? PT_NUMBER_SCALE : 1, low, high;
    if (__builtin_mul_overflow(whole->low, numerator, &low) ||
        __builtin_mul_overflow(whole->high, numerator, &high)) {
        pt_walk_fail(c->walk, PT_R036, c->syntax->at, NULL, NULL);
        return false;
    }
    int64_t least = low < high ? low : high, most = low < high ? high : low;
    *type = (pt_type){.kind = whole->kind,
                      .low = pt_floor_divide(least, divisor * unit) * unit,
                      .high = -pt_floor_divide(-most, divisor * unit) * unit};
    return true;
}

static pt_symbol word_part(const call *c)
{
    static const pt_operation operations[] = {PT_OP_FLOOR_DIVIDE, PT_OP_CEILING_DIVIDE,
                                              PT_OP_ROUND_DIVIDE};
    pt_symbol whole;
    int64_t divisor = 0;
    if (!amount_of(c, &whole) || !whole_of(c, 1, -1, &divisor))
        return pt_symbol_nothing();
    if (divisor <= 0)
        return pt_walk_fail(c->walk, PT_R046, argument(c, 1)->at, NULL, NULL);
    int which = strcmp(c->word, "deel_omlaag") == 0   ? 0
                : strcmp(c->word, "deel_omhoog") == 0 ? 1
                                                      : 2;
    pt_atom atom = {.operation = (uint8_t)operations[which],
                    .arguments = {whole.form},
                    .constant = whole.type.kind == PT_NUMBER ? divisor * PT_NUMBER_SCALE : divisor};
    if (!part_type(c, &whole.type, 1, divisor, &atom.type))
        return pt_symbol_nothing();
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static pt_symbol word_percent(const call *c)
{
    static const pt_operation operations[] = {PT_OP_PERCENT_DOWN, PT_OP_PERCENT_UP,
                                              PT_OP_PERCENT_ROUND};
    pt_symbol whole, percent;
    if (!amount_of(c, &whole) || !form_of(c, 1, PT_PERCENT, &percent))
        return pt_symbol_nothing();
    int rounding = rounding_of(c, 2);
    if (rounding < 0 || percent.form.count != 0)
        return fail(c, "een bedrag, een vast percentage, en omlaag, omhoog of afgerond");
    pt_atom atom = {.operation = (uint8_t)operations[rounding],
                    .arguments = {whole.form},
                    .constant = percent.form.constant};
    if (!part_type(c, &whole.type, percent.form.constant, 10000, &atom.type))
        return pt_symbol_nothing();
    return pt_walk_call(c->walk, atom, c->syntax->at);
}

static pt_symbol word_table(const call *c)
{
    const pt_syntax *table = argument(c, 0);
    if (table->kind != PT_SYNTAX_TABLE)
        return fail(c, "een tabel { … }");
    return (pt_symbol){.kind = PT_SYMBOL_TABLE, .syntax = table, .names = c->names};
}

pt_symbol pt_walk_word(pt_walk *walk, const char *name, const pt_syntax *syntax, pt_binding *names,
                       bool *is_word)
{
    static const struct {
        const char *word;
        size_t least, most;
        pt_symbol (*evaluate)(const call *);
        const char *wanted;
    } words[] = {
        {"bekend", 1, 1, word_known, "een invoer"},
        {"een_van", 2, 64, word_one_of, "een keuze en dan de woorden"},
        {"tabel", 1, 1, word_table, "een tabel { … }"},
        {"datum", 1, 1, word_constant, "een dag als \"2026-08-01\""},
        {"euro", 1, 1, word_constant, "een bedrag als \"1.234,50\""},
        {"procent", 1, 1, word_constant, "een percentage als \"5,5\""},
        {"dagen", 1, 1, word_length, "een vast heel getal"},
        {"weken", 1, 1, word_length, "een vast heel getal"},
        {"hoogste", 2, 16, word_extreme, "twee of meer getallen, bedragen of datums"},
        {"laagste", 2, 16, word_extreme, "twee of meer getallen, bedragen of datums"},
        {"begin_schooljaar", 1, 1, word_of_date, "een datum"},
        {"einde_schooljaar", 1, 1, word_of_date, "een datum"},
        {"begin_maand", 1, 1, word_of_date, "een datum"},
        {"einde_maand", 1, 1, word_of_date, "een datum"},
        {"werkdag_vanaf", 1, 1, word_of_date, "een datum"},
        {"schooldag_vanaf", 1, 1, word_of_date, "een datum"},
        {"jaar", 1, 1, word_of_date, "een datum"},
        {"maand", 1, 1, word_of_date, "een datum"},
        {"dag", 1, 1, word_of_date, "een datum"},
        {"op_dag", 3, 3, word_day_of_year, "een datum, een dag en een maand"},
        {"leeftijd_op", 2, 2, word_of_two_dates, "een geboortedatum en een datum"},
        {"maanden_tussen", 2, 2, word_of_two_dates, "twee datums"},
        {"verjaardag", 2, 2, word_later, "een geboortedatum en een leeftijd"},
        {"maanden_later", 3, 3, word_later, "een datum, een aantal, en omlaag of omhoog"},
        {"werkdagen_later", 2, 2, word_later, "een datum en een aantal"},
        {"schooldagen_later", 2, 2, word_later, "een datum en een aantal"},
        {"deel_omlaag", 2, 2, word_part, "een getal of bedrag en een deler"},
        {"deel_omhoog", 2, 2, word_part, "een getal of bedrag en een deler"},
        {"afgerond", 2, 2, word_part, "een getal of bedrag en een deler"},
        {"procent_van", 3, 3, word_percent, "een bedrag, een percentage en een afronding"},
    };
    call c = {walk, name, syntax, names, syntax->count - 1u};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].word, name) != 0)
            continue;
        *is_word = true;
        if (c.count < words[i].least || c.count > words[i].most)
            return fail(&c, words[i].wanted);
        /* The result holds nothing of the call itself. */
        return words[i].evaluate(&c); // cppcheck-suppress returnDanglingLifetime
    }
    const char *known[sizeof words / sizeof *words];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        known[i] = words[i].word;
    *is_word = false;
    return pt_walk_fail(walk, PT_R034, syntax->items[0]->at, PT_ARGS(name),
                        pt_suggest(name, known, sizeof words / sizeof *words));
}
