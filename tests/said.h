/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What an explanation says, worked out anew from its words alone: conditions, functions and days as
 * they are printed. Shares no code with the engine, so that agreeing with it means something.
 *
 *     said_names names = {0};
 *     said_add(&names, "ontvangen_op", "2026-06-15");
 *     said_truth(&names, "ontvangen_op + weken(6) < vandaag");     SAID_ERROR: vandaag is not named
 */
#ifndef PT_TESTS_SAID_H
#define PT_TESTS_SAID_H

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum said_kind {
    SAID_ERROR,
    SAID_UNKNOWN,
    SAID_NONE,
    SAID_NUMBER, /* ten thousandths */
    SAID_MONEY,
    SAID_PERCENT,
    SAID_DAY,    /* since 1 March of the year 0 */
    SAID_LENGTH, /* with its unit in `word` */
    SAID_WORD,   /* ja and nee too */
    SAID_TEXT    /* a sentence, as written */
} said_kind;

enum { SAID_NUMBER_SCALE = 10000, SAID_MOST_NAMES = 96, SAID_WORD_LENGTH = 96 };

typedef struct said {
    said_kind kind;
    bool named; /* stands for a name, not for itself */
    long long amount;
    char word[SAID_WORD_LENGTH];
    const char *at; /* TEXT */
    size_t length;
} said;

typedef struct said_name {
    char name[SAID_WORD_LENGTH];
    said value;
    char shown[SAID_WORD_LENGTH];
    const char *function; /* a local function: its list of names; a table: its rows */
} said_name;

typedef struct said_names {
    said_name names[SAID_MOST_NAMES];
    size_t count;
    const long long *rest_days; /* put on a par with holidays by decree */
    size_t rest_day_count;
    long long (*holidays)[2]; /* of schools, first and last day */
    size_t holiday_count;
} said_names;

/* --- Days ------------------------------------------------------------------------------------- */

static inline long long said_day(int year, int month, int day)
{
    static const int before[] = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};
    int y = month < 3 ? year - 1 : year;
    return 365LL * y + y / 4 - y / 100 + y / 400 + before[month - 1] + day - 1;
}

static inline void said_split(long long date, int *year, int *month, int *day)
{
    int y = (int)(date / 365) + 1;
    while (said_day(y, 1, 1) > date)
        y--;
    int m = 12;
    while (said_day(y, m, 1) > date)
        m--;
    *year = y;
    *month = m;
    *day = (int)(date - said_day(y, m, 1)) + 1;
}

static inline int said_month_days(int year, int month)
{
    int next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;
    return (int)(said_day(next_year, next, 1) - said_day(year, month, 1));
}

/* The same day of the month so many months on; in a shorter month its last day, or the next. */
static inline long long said_months_later(long long date, long long months, bool up)
{
    int year, month, day;
    said_split(date, &year, &month, &day);
    long long all = 12LL * year + month - 1 + months;
    int y = (int)(all / 12), m = (int)(all % 12) + 1;
    int most = said_month_days(y, m);
    return said_day(y, m, day > most ? most : day) + (day > most && up);
}

/* 0: Monday. 1 March of the year 0 was a Wednesday. */
static inline int said_weekday(long long date)
{
    return (int)((date + 2) % 7);
}

/* Easter Sunday by counting: the first Sunday after the full moon of the tables. */
static inline long long said_easter(int year)
{
    int golden = year % 19, century = year / 100;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int shift = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    int late = (golden + 11 * moon + 22 * shift) / 451;
    int all = moon + shift - 7 * late + 114;
    return said_day(year, all / 31, all % 31 + 1);
}

/* Algemene termijnenwet art. 3. */
static inline bool said_rests(const said_names *names, long long date)
{
    int year, month, day;
    said_split(date, &year, &month, &day);
    long long easter = said_easter(year);
    long long king = said_weekday(said_day(year, 4, 27)) == 6 ? 26 : 27;
    bool fixed = (month == 1 && day == 1) || (month == 4 && day == king) ||
                 (month == 5 && day == 5) || (month == 12 && (day == 25 || day == 26));
    bool moving =
        date == easter - 2 || date == easter + 1 || date == easter + 39 || date == easter + 50;
    bool decreed = false;
    for (size_t i = 0; i < names->rest_day_count; i++)
        decreed = decreed || names->rest_days[i] == date;
    return said_weekday(date) >= 5 || fixed || moving || decreed;
}

static inline bool said_school(const said_names *names, long long date)
{
    bool open = !said_rests(names, date);
    for (size_t i = 0; i < names->holiday_count; i++)
        open = open && (date < names->holidays[i][0] || date > names->holidays[i][1]);
    return open;
}

/* --- Values ----------------------------------------------------------------------------------- */

static inline said said_of(said_kind kind, long long amount)
{
    said made = {.kind = kind, .amount = amount};
    return made;
}

static inline said said_word(const char *word, size_t length)
{
    said made = {.kind = SAID_WORD};
    snprintf(made.word, sizeof made.word, "%.*s", (int)length, word);
    return made;
}

static inline said said_yes(bool yes)
{
    return said_word(yes ? "ja" : "nee", yes ? 2 : 3);
}

static inline bool said_is(const said *value, const char *word)
{
    return value->kind == SAID_WORD && strcmp(value->word, word) == 0;
}

static inline said said_length(long long amount, const char *unit)
{
    static const char *const units[][2] = {{"dag", "dagen"},
                                           {"week", "weken"},
                                           {"maand", "maanden"},
                                           {"jaar", "jaren"},
                                           {"uur", "uren"},
                                           {"werkdag", "werkdagen"},
                                           {"schooldag", "schooldagen"},
                                           {"lesweek", "lesweken"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(unit, units[i][0]) != 0 && strcmp(unit, units[i][1]) != 0)
            continue;
        said made = said_of(SAID_LENGTH, amount);
        snprintf(made.word, sizeof made.word, "%s", units[i][1]);
        if (strcmp(units[i][1], "weken") == 0) {
            made.amount = 7 * amount;
            snprintf(made.word, sizeof made.word, "dagen");
        }
        return made;
    }
    return said_of(SAID_ERROR, 0);
}

static inline bool said_iso(const char *text, long long *date)
{
    int year = 0, month = 0, day = 0, length = 0;
    for (int i = 0; i < 10; i++)
        if (text[i] == '\0' ||
            (i == 4 || i == 7 ? text[i] != '-' : !isdigit((unsigned char)text[i])))
            return false;
    if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || month < 1 || month > 12)
        return false;
    *date = said_day(year, month, day);
    return true;
}

/* "1.234,50" in ten thousandths. */
static inline long long said_digits(const char **text)
{
    long long whole = 0, part = 0, size = SAID_NUMBER_SCALE;
    const char *at = *text;
    for (; isdigit((unsigned char)*at) ||
           (*at == '.' && isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]));
         at++)
        whole = *at == '.' ? whole : 10 * whole + *at - '0';
    if ((*at == ',' || *at == '.') && isdigit((unsigned char)at[1]))
        for (at++; isdigit((unsigned char)*at) && size > 1; at++)
            part += (size /= 10) * (*at - '0');
    *text = at;
    return whole * SAID_NUMBER_SCALE + part;
}

/* What stands printed as a value. */
static inline said said_value(const char *shown)
{
    long long date = 0;
    if (strcmp(shown, "onbekend") == 0)
        return said_of(SAID_UNKNOWN, 0);
    if (strcmp(shown, "geen") == 0)
        return said_of(SAID_NONE, 0);
    if (said_iso(shown, &date))
        return said_of(SAID_DAY, date);
    bool money = strncmp(shown, "€ ", 4) == 0;
    bool minus = shown[money ? 4 : 0] == '-';
    const char *at = shown + minus + (money ? 4 : 0);
    if (!isdigit((unsigned char)*at))
        return said_word(shown, strlen(shown));
    long long amount = said_digits(&at) * (minus ? -1 : 1);
    while (*at == ' ')
        at++;
    if (money)
        return said_of(SAID_MONEY, amount / 100);
    if (*at == '%')
        return said_of(SAID_PERCENT, amount / 100);
    return *at == '\0' ? said_of(SAID_NUMBER, amount) : said_length(amount / SAID_NUMBER_SCALE, at);
}

static inline bool said_equal(const said *a, const said *b)
{
    if (a->kind != b->kind)
        return false;
    return a->kind == SAID_WORD ? strcmp(a->word, b->word) == 0
                                : a->amount == b->amount && strcmp(a->word, b->word) == 0;
}

static inline void said_show(char *out, size_t size, const said *value)
{
    int year, month, day;
    if (value->kind == SAID_DAY) {
        said_split(value->amount, &year, &month, &day);
        snprintf(out, size, "%04d-%02d-%02d", year, month, day);
    } else if (value->kind == SAID_NUMBER && value->amount % SAID_NUMBER_SCALE == 0) {
        snprintf(out, size, "%lld", value->amount / SAID_NUMBER_SCALE);
    } else {
        snprintf(out, size, "%s", value->kind == SAID_WORD ? value->word : "?");
    }
}

/* --- Names ------------------------------------------------------------------------------------ */

static inline said_name *said_add(said_names *names, const char *name, const char *shown)
{
    if (names->count == SAID_MOST_NAMES)
        abort();
    said_name *made = &names->names[names->count++];
    *made = (said_name){.value = said_value(shown)};
    snprintf(made->name, sizeof made->name, "%.*s", SAID_WORD_LENGTH - 1, name);
    snprintf(made->shown, sizeof made->shown, "%s", shown);
    return made;
}

static inline const said_name *said_find(const said_names *names, const char *name)
{
    for (size_t i = names->count; i-- > 0;)
        if (strcmp(names->names[i].name, name) == 0)
            return &names->names[i];
    return NULL;
}

/* --- Reading ---------------------------------------------------------------------------------- */

typedef struct said_reader {
    said_names *names;
    const char *at;
    unsigned idle; /* above 0: read past, for it is not reached */
    bool returned;
    said value;  /* returned */
    said reason; /* returned, kind ERROR: none */
    char problem[160];
} said_reader;

static inline said said_or(said_reader *r);
static inline void said_block(said_reader *r);

static inline said said_fail(said_reader *r, const char *why)
{
    if (r->idle == 0 && r->problem[0] == '\0')
        snprintf(r->problem, sizeof r->problem, "%s: %.60s", why, r->at);
    return said_of(SAID_ERROR, 0);
}

static inline void said_skip(said_reader *r)
{
    for (;; r->at++) {
        if (strncmp(r->at, "--", 2) == 0)
            while (*r->at != '\0' && *r->at != '\n')
                r->at++;
        if (!isspace((unsigned char)*r->at))
            return;
    }
}

/* The name that stands here, "" when there is none; does not go past it. */
static inline size_t said_peek(said_reader *r, char word[SAID_WORD_LENGTH])
{
    said_skip(r);
    size_t length = 0;
    if (isalpha((unsigned char)*r->at) || *r->at == '_')
        while (isalnum((unsigned char)r->at[length]) || r->at[length] == '_')
            length++;
    snprintf(word, SAID_WORD_LENGTH, "%.*s", (int)length, r->at);
    return length;
}

static inline bool said_takes(said_reader *r, const char *token)
{
    char word[SAID_WORD_LENGTH];
    size_t length = strlen(token);
    said_skip(r);
    if (isalpha((unsigned char)*token)) {
        if (said_peek(r, word) != length || strcmp(word, token) != 0)
            return false;
    } else if (strncmp(r->at, token, length) != 0) {
        return false;
    }
    r->at += length;
    return true;
}

static inline said said_string(said_reader *r)
{
    said_skip(r);
    said made = {.kind = SAID_TEXT, .at = r->at + 1};
    if (*r->at != '"')
        return said_fail(r, "a text was expected");
    while (made.at[made.length] != '"' && made.at[made.length] != '\0')
        made.length++;
    r->at = made.at + made.length + 1;
    return made;
}

/* --- Words of the language -------------------------------------------------------------------- */

static inline long long said_age(long long born, long long date)
{
    int years = 0;
    while (said_months_later(born, 12LL * (years + 1), true) <= date)
        years++;
    return years;
}

static inline long long said_school_year(long long date, bool end)
{
    int year, month, day;
    said_split(date, &year, &month, &day);
    int begin = month >= 8 ? year : year - 1;
    return end ? said_day(begin + 1, 7, 31) : said_day(begin, 8, 1);
}

/* So many hundredths of a percent, rounded as the word says: omlaag, omhoog, or to the nearest. */
static inline long long said_part(long long cents, long long hundredths, const said *rounding)
{
    long long product = cents * hundredths, whole = product / 10000, rest = product % 10000;
    long long size = rest < 0 ? -rest : rest;
    if (said_is(rounding, "omlaag"))
        return whole - (rest < 0);
    if (said_is(rounding, "omhoog"))
        return whole + (rest > 0);
    return whole + (2 * size < 10000 ? 0 : rest < 0 ? -1 : 1);
}

static inline said said_call(said_reader *r, const char *word, const said *a, size_t count)
{
    long long n = count > 1 ? a[1].amount / SAID_NUMBER_SCALE : 0;
    bool days = count > 0 && a[0].kind == SAID_DAY;
    if (strcmp(word, "bekend") == 0 && count == 1)
        return a[0].named ? said_yes(a[0].kind != SAID_UNKNOWN) : said_fail(r, "not named");
    if (strcmp(word, "een_van") == 0 && count > 1) {
        bool any = false;
        for (size_t i = 1; i < count; i++)
            any = any || said_equal(&a[0], &a[i]);
        return a[0].named ? said_yes(any) : said_fail(r, "not named");
    }
    if ((strcmp(word, "hoogste") == 0 || strcmp(word, "laagste") == 0) && count == 2 &&
        a[0].kind == a[1].kind)
        return (a[0].amount > a[1].amount) == (*word == 'h') ? a[0] : a[1];
    if (strcmp(word, "procent_van") == 0 && count == 3 && a[0].kind == SAID_MONEY &&
        a[1].kind == SAID_PERCENT)
        return said_of(SAID_MONEY, said_part(a[0].amount, a[1].amount, &a[2]));
    if (count == 1 && a[0].kind == SAID_NUMBER)
        return said_length(a[0].amount / SAID_NUMBER_SCALE, word);
    if (!days)
        return said_fail(r, word);
    int year, month, day;
    said_split(a[0].amount, &year, &month, &day);
    if (strcmp(word, "begin_schooljaar") == 0 || strcmp(word, "einde_schooljaar") == 0)
        return said_of(SAID_DAY, said_school_year(a[0].amount, *word == 'e'));
    if (strcmp(word, "begin_maand") == 0)
        return said_of(SAID_DAY, said_day(year, month, 1));
    if (strcmp(word, "einde_maand") == 0)
        return said_of(SAID_DAY, said_day(year, month, said_month_days(year, month)));
    if (strcmp(word, "jaar") == 0)
        return said_of(SAID_NUMBER, year * SAID_NUMBER_SCALE);
    if (strcmp(word, "maand") == 0)
        return said_of(SAID_NUMBER, month * SAID_NUMBER_SCALE);
    if (strcmp(word, "dag") == 0)
        return said_of(SAID_NUMBER, day * SAID_NUMBER_SCALE);
    if (strcmp(word, "op_dag") == 0 && count == 3)
        return said_of(SAID_DAY, said_day(year, (int)(a[2].amount / SAID_NUMBER_SCALE), (int)n));
    if (strcmp(word, "leeftijd_op") == 0 && count == 2)
        return said_of(SAID_NUMBER, said_age(a[0].amount, a[1].amount) * SAID_NUMBER_SCALE);
    if (strcmp(word, "verjaardag") == 0 && count == 2)
        return said_of(SAID_DAY,
                       said_months_later(a[0].amount,
                                         12 * (a[1].kind == SAID_LENGTH ? a[1].amount : n), true));
    if (strcmp(word, "maanden_later") == 0 && count >= 2)
        return said_of(SAID_DAY,
                       said_months_later(a[0].amount, a[1].kind == SAID_LENGTH ? a[1].amount : n,
                                         count == 3 && said_is(&a[2], "omhoog")));
    if (strcmp(word, "werkdag_vanaf") == 0 || strcmp(word, "schooldag_vanaf") == 0) {
        long long date = a[0].amount;
        while (*word == 'w' ? said_rests(r->names, date) : !said_school(r->names, date))
            date++;
        return said_of(SAID_DAY, date);
    }
    return said_fail(r, word);
}

static inline said said_own_call(said_reader *r, const said_name *function, const said *a,
                                 size_t count)
{
    char word[SAID_WORD_LENGTH];
    size_t kept = r->names->count, given = 0;
    said_reader inner = {.names = r->names, .at = function->function, .idle = r->idle};
    inner.value = said_of(SAID_ERROR, 0);
    said_takes(&inner, "(");
    for (; !said_takes(&inner, ")") && given < count; given++) {
        size_t length = said_peek(&inner, word);
        said_name *made = said_add(r->names, word, "");
        made->value = a[given];
        said_show(made->shown, sizeof made->shown, &a[given]);
        inner.at += length;
        said_takes(&inner, ",");
    }
    said_block(&inner);
    r->names->count = kept;
    if (inner.problem[0] != '\0' && r->problem[0] == '\0')
        memcpy(r->problem, inner.problem, sizeof r->problem);
    return inner.value;
}

static inline said said_called(said_reader *r, const char *word)
{
    enum { MOST = 16 };
    said arguments[MOST] = {0};
    size_t count = 0;
    while (!said_takes(r, ")") && *r->at != '\0' && count < MOST) {
        arguments[count++] = said_or(r);
        said_takes(r, ",");
    }
    const said_name *own = said_find(r->names, word);
    if (own != NULL && own->function != NULL && *own->function == '(')
        return said_own_call(r, own, arguments, count);
    for (size_t i = 0; i < count; i++)
        if (arguments[i].kind == SAID_ERROR)
            return said_of(SAID_ERROR, 0);
    return said_call(r, word, arguments, count);
}

static inline said said_quoted(said_reader *r, const char *word)
{
    said text = said_string(r);
    char copy[SAID_WORD_LENGTH];
    snprintf(copy, sizeof copy, "%s%.*s%s", strcmp(word, "euro") == 0 ? "€ " : "", (int)text.length,
             text.at, strcmp(word, "procent") == 0 ? " %" : "");
    return said_value(copy);
}

/* The value of a word in a table of words, "{ bao = 4, anders = 3 }". */
static inline said said_looked_up(said_reader *r, const char *table)
{
    char word[SAID_WORD_LENGTH];
    said key = said_or(r), found = said_of(SAID_ERROR, 0);
    said_takes(r, "]");
    said_reader row = {.names = r->names, .at = table + 1, .idle = r->idle};
    while (key.kind == SAID_WORD && !said_takes(&row, "}") && *row.at != '\0') {
        size_t length = said_peek(&row, word);
        row.at += length;
        if (length == 0 || !said_takes(&row, "="))
            break;
        said value = said_or(&row);
        bool rest = strcmp(word, "anders") == 0 && found.kind == SAID_ERROR;
        found = strcmp(word, key.word) == 0 || rest ? value : found;
        said_takes(&row, ",");
    }
    return found.kind == SAID_ERROR ? said_fail(r, "not in the table") : found;
}

static inline said said_named(said_reader *r, const char *word, size_t length)
{
    const said_name *name = said_find(r->names, word);
    if (name != NULL && name->function != NULL && said_takes(r, "["))
        return said_looked_up(r, name->function);
    if (name != NULL) {
        said made = name->value;
        made.named = true;
        return made;
    }
    if (strcmp(word, "onbekend") == 0)
        return said_of(SAID_UNKNOWN, 0);
    return strcmp(word, "geen") == 0 ? said_of(SAID_NONE, 0) : said_word(word, length);
}

static inline said said_primary(said_reader *r)
{
    char word[SAID_WORD_LENGTH];
    long long date = 0;
    if (said_takes(r, "(")) {
        said inner = said_or(r);
        return said_takes(r, ")") ? inner : said_fail(r, "no )");
    }
    said_skip(r);
    if (said_iso(r->at, &date)) {
        r->at += 10;
        return said_of(SAID_DAY, date);
    }
    if (isdigit((unsigned char)*r->at)) {
        long long amount = said_digits(&r->at);
        if (said_takes(r, "%"))
            return said_of(SAID_PERCENT, amount / 100);
        const char *kept = r->at;
        size_t length = said_peek(r, word);
        said made = length > 0 ? said_length(amount / SAID_NUMBER_SCALE, word) : said_of(0, 0);
        r->at = made.kind == SAID_ERROR ? kept : r->at + length;
        return made.kind == SAID_ERROR ? said_of(SAID_NUMBER, amount) : made;
    }
    if (said_takes(r, "€"))
        return said_skip(r), said_of(SAID_MONEY, said_digits(&r->at) / 100);
    size_t length = said_peek(r, word);
    if (length == 0)
        return said_fail(r, "a value was expected");
    r->at += length;
    if (said_takes(r, "("))
        return said_called(r, word);
    return *r->at == '"' ? said_quoted(r, word) : said_named(r, word, length);
}

/* --- Reckoning -------------------------------------------------------------------------------- */

static inline said said_sum(said_reader *r, said a, said b, int sign)
{
    bool days = b.kind == SAID_NUMBER || (b.kind == SAID_LENGTH && strcmp(b.word, "dagen") == 0);
    long long amount = b.kind == SAID_NUMBER ? b.amount / SAID_NUMBER_SCALE : b.amount;
    if (a.kind == SAID_DAY && days)
        return said_of(SAID_DAY, a.amount + sign * amount);
    if (a.kind == SAID_DAY && b.kind == SAID_LENGTH &&
        (strcmp(b.word, "maanden") == 0 || strcmp(b.word, "jaren") == 0))
        return said_of(SAID_DAY, said_months_later(
                                     a.amount, sign * amount * (*b.word == 'j' ? 12 : 1), false));
    if (a.kind == SAID_DAY && b.kind == SAID_DAY && sign < 0)
        return said_of(SAID_NUMBER, (a.amount - b.amount) * SAID_NUMBER_SCALE);
    if (a.kind != b.kind || (a.kind == SAID_LENGTH && strcmp(a.word, b.word) != 0) ||
        a.kind == SAID_DAY || a.kind == SAID_WORD || a.kind < SAID_NUMBER)
        return a.kind == SAID_ERROR || b.kind == SAID_ERROR ? said_of(SAID_ERROR, 0)
                                                            : said_fail(r, "cannot be added");
    a.amount += sign * b.amount;
    a.named = false;
    return a;
}

static inline said said_product(said_reader *r)
{
    said a = said_primary(r);
    while (said_takes(r, "*")) {
        said b = said_primary(r);
        if (a.kind != SAID_NUMBER && b.kind != SAID_NUMBER)
            return said_fail(r, "cannot be multiplied");
        said made = a.kind == SAID_NUMBER ? b : a;
        made.amount = a.amount * b.amount / SAID_NUMBER_SCALE;
        a = made;
    }
    return a;
}

static inline said said_added(said_reader *r)
{
    said a = said_product(r);
    for (;;) {
        if (said_takes(r, "+"))
            a = said_sum(r, a, said_product(r), 1);
        else if (said_skip(r), *r->at == '-' && r->at[1] != '-')
            r->at++, a = said_sum(r, a, said_product(r), -1);
        else
            return a;
    }
}

static inline said said_ordered(said_reader *r, said a, said b, const char *operation)
{
    if (a.kind == SAID_LENGTH && strcmp(a.word, "dagen") == 0 && b.kind == SAID_NUMBER)
        b.amount /= SAID_NUMBER_SCALE;
    else if (b.kind == SAID_LENGTH && strcmp(b.word, "dagen") == 0 && a.kind == SAID_NUMBER)
        a.amount /= SAID_NUMBER_SCALE;
    else if (a.kind != b.kind || a.kind < SAID_NUMBER || a.kind >= SAID_WORD)
        return a.kind == SAID_ERROR || b.kind == SAID_ERROR ? said_of(SAID_ERROR, 0)
                                                            : said_fail(r, "cannot be compared");
    bool less = a.amount < b.amount, same = a.amount == b.amount;
    return said_yes((operation[0] == '<' ? less : !less && !same) || (operation[1] == '=' && same));
}

static inline said said_among(said_reader *r, said a)
{
    bool any = false, negated = said_takes(r, "niet");
    if (!a.named)
        return said_fail(r, "not named");
    do {
        said b = said_primary(r);
        any = any || said_equal(&a, &b);
    } while (said_takes(r, "of") || said_takes(r, "en"));
    return said_yes(any != negated);
}

static inline said said_compared(said_reader *r)
{
    static const char *const operations[] = {"==", "~=", "<=", ">=", "<", ">"};
    said a = said_added(r);
    if (said_takes(r, "is"))
        return said_among(r, a);
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        if (!said_takes(r, operations[i]))
            continue;
        said b = said_added(r);
        if (i > 1)
            return said_ordered(r, a, b, operations[i]);
        if (a.kind == SAID_WORD && !a.named && !b.named)
            return said_fail(r, "neither side is named");
        return said_yes(said_equal(&a, &b) == (i == 0));
    }
    return a;
}

static inline said said_not(said_reader *r)
{
    if (!said_takes(r, "not"))
        return said_compared(r);
    said a = said_not(r);
    return said_is(&a, "ja") || said_is(&a, "nee") ? said_yes(said_is(&a, "nee"))
                                                   : said_fail(r, "neither ja nor nee");
}

/* What comes after a side that decides is read past, as Lua does. */
static inline said said_joined(said_reader *r, const char *word, const char *decides,
                               said (*side)(said_reader *))
{
    said a = side(r);
    while (said_takes(r, word)) {
        bool decided = said_is(&a, decides);
        r->idle += decided;
        said b = side(r);
        r->idle -= decided;
        a = decided ? a : b;
    }
    return a;
}

static inline said said_and(said_reader *r)
{
    return said_joined(r, "and", "nee", said_not);
}

static inline said said_or(said_reader *r)
{
    return said_joined(r, "or", "ja", said_and);
}

/* --- Statements ------------------------------------------------------------------------------- */

static inline void said_if(said_reader *r)
{
    bool done = false;
    do {
        r->idle += done;
        said condition = said_or(r);
        r->idle -= done;
        bool held = !done && said_is(&condition, "ja");
        if (!done && !held && !said_is(&condition, "nee"))
            said_fail(r, "a condition without answer");
        said_takes(r, "then");
        r->idle += !held;
        said_block(r);
        r->idle -= !held;
        done = done || held;
    } while (said_takes(r, "elseif"));
    if (said_takes(r, "else")) {
        r->idle += done;
        said_block(r);
        r->idle -= done;
    }
    if (!said_takes(r, "end"))
        said_fail(r, "no end");
}

static inline void said_keep(said_reader *r, const char *name, const said *value)
{
    said_name *made = said_add(r->names, name, "");
    made->value = *value;
    said_show(made->shown, sizeof made->shown, value);
}

/* "local first, second = 1, 2", from behind the first comma. */
static inline void said_locals(said_reader *r, const char *first)
{
    enum { MOST = 4 };
    char words[MOST][SAID_WORD_LENGTH];
    said values[MOST];
    size_t count = 1;
    snprintf(words[0], SAID_WORD_LENGTH, "%s", first);
    do
        r->at += said_peek(r, words[count]);
    while (++count < MOST && said_takes(r, ","));
    said_takes(r, "=");
    for (size_t i = 0; i < count; i++) {
        values[i] = said_or(r);
        said_takes(r, ",");
    }
    for (size_t i = 0; i < count; i++)
        said_keep(r, words[i], &values[i]);
}

static inline void said_local(said_reader *r)
{
    char word[SAID_WORD_LENGTH];
    bool function = said_takes(r, "function");
    size_t length = said_peek(r, word);
    r->at += length;
    if (!function && said_takes(r, ",")) {
        said_locals(r, word);
        return;
    }
    if (function) {
        said_skip(r);
        said_add(r->names, word, "")->function = r->at;
        while (*r->at != ')' && *r->at != '\0')
            r->at++;
        r->at += *r->at == ')';
        r->idle++;
        said_block(r);
        r->idle--;
        said_takes(r, "end");
        return;
    }
    said_takes(r, "=");
    if (said_takes(r, "tabel")) {
        said_skip(r);
        said_add(r->names, word, "")->function = r->at;
        r->at += strcspn(r->at, "}");
        r->at += *r->at == '}';
        return;
    }
    said value = said_or(r);
    said_keep(r, word, &value);
}

static inline void said_return(said_reader *r)
{
    said value = said_or(r), reason = said_of(SAID_ERROR, 0);
    if (said_takes(r, ","))
        reason = said_string(r);
    if (r->idle > 0)
        return;
    r->returned = true;
    r->value = value;
    r->reason = reason;
}

/* Statements up to the word that ends them; what follows a return is read past. */
static inline void said_block(said_reader *r)
{
    bool stopped = false;
    for (;;) {
        bool known = true;
        if (said_takes(r, "if"))
            said_if(r);
        else if (said_takes(r, "local"))
            said_local(r);
        else if (said_takes(r, "return"))
            said_return(r);
        else
            known = false;
        if (r->returned && !stopped && r->idle == 0) {
            stopped = true;
            r->idle++;
        }
        if (!known)
            break;
    }
    r->idle -= stopped;
}

/* --- What is asked ---------------------------------------------------------------------------- */

/* The answer of a printed condition; kind ERROR with `problem` filled when it cannot be told. */
static inline said said_truth(said_names *names, const char *text, char *problem, size_t size)
{
    said_reader reader = {.names = names, .at = text};
    said answer = said_or(&reader);
    said_skip(&reader);
    if (*reader.at != '\0')
        answer = said_fail(&reader, "read no further");
    snprintf(problem, size, "%s", reader.problem);
    return answer;
}

/* A sentence with the shown value of every {name} in its place. */
static inline void said_fill(char *out, size_t size, const said_names *names, const said *sentence)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sentence->length && length + 1 < size;) {
        const char *at = sentence->at + i, *end = *at == '{' ? strchr(at, '}') : NULL;
        char word[SAID_WORD_LENGTH] = "";
        if (end != NULL)
            snprintf(word, sizeof word, "%.*s", (int)(end - at - 1), at + 1);
        const said_name *name = end == NULL ? NULL : said_find(names, word);
        length += (size_t)(name == NULL ? snprintf(out + length, size - length, "%c", *at)
                                        : snprintf(out + length, size - length, "%s", name->shown));
        i += name == NULL ? 1 : (size_t)(end - at) + 1;
    }
}

/*
 * Works out the function whose text starts at `text` ("function(...)") from the names. False, with
 * `problem`, when it asks for something that is not among them.
 */
static inline bool said_function(said_names *names, const char *text, said *value, char *reason,
                                 size_t reason_size, char *problem, size_t size)
{
    size_t kept = names->count;
    said_reader reader = {.names = names, .at = strchr(text, ')') + 1};
    said_block(&reader);
    *value = reader.returned ? reader.value : said_of(SAID_ERROR, 0);
    reason[0] = '\0';
    if (reader.reason.kind == SAID_TEXT)
        said_fill(reason, reason_size, names, &reader.reason);
    snprintf(problem, size, "%s", reader.problem);
    names->count = kept;
    return reader.problem[0] == '\0' && value->kind != SAID_ERROR;
}

#endif
