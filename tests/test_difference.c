/* SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two versions of a rule, against every case there is over small domains. */
#include "support.h"

#include "analyse/difference.h"
#include "pack_support.h"
#include "run/tree_reader.h"

static const char subjects[] =
    "onderwerp \"kind\" { gegevens = {\n"
    "  a = ja_nee { \"a\" }, b = ja_nee { \"b\" }, o = ja_nee { \"o\", optioneel = true },\n"
    "  n = getal { \"n\", van = 0, tot = 9 }, m = getal { \"m\", van = 0, tot = 6 },\n"
    "  q = getal { \"q\", van = 0, tot = 5, optioneel = true },\n"
    "  h = getal { \"h\", van = 0, tot = 3, stap = 0.25 },\n"
    "  s = keuze { \"s\", \"po\", \"vo\", \"so\" }, t = keuze { \"t\", \"po\", \"vo\", \"so\", "
    "optioneel = true, of_geen = true },\n"
    "  d = datum { \"d\" }, e = datum { \"e\" },\n"
    "} }\n";

static const char parameters[] =
    "grens: { titel: g, eenheid: getal, waarden: [ { vanaf: 2014-08-01, waarde: 4, bron: b, "
    "status: wet } ] }\n";

/* A rule over `kind`; `rest` are further blocks. */
static pt_pack *rule_pack(pt_arena *arena, const char *gives, const char *text, const char *rest)
{
    pt_report report = pt_report_create(arena);
    const char *rules = pt_format(
        arena,
        "%sregel \"r\" { over = \"kind\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" },\n"
        "  levert = %s,\n  bepaal = %s }\n%s",
        subjects, gives, text, rest);
    pt_pack *pack = pack_of(arena, parameters, rules, &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    return pack;
}

#define JA_NEE "ja_nee"
#define GETAL  "getal { van = -50, tot = 50, stap = 0.25 }"
#define DATUM  "datum"
#define KEUZE  "keuze { \"u\", \"po\", \"vo\", \"so\" }"

static const struct {
    const char *gives, *before, *after, *rest_before, *rest_after;
} pairs[] = {
    {JA_NEE, "function(n) return n < 4 end", "function(n) return n <= 4 end", "", ""},
    {JA_NEE, "function(n) return n < 4 end", "function(n) return not (n >= 4) end", "", ""},
    {JA_NEE, "function(n) return n >= 3 end", "function(n) return n >= 6 end", "", ""},
    {JA_NEE, "function(n, grens) return n >= grens end", "function(n) return n >= 6 end", "", ""},
    {JA_NEE, "function(a, b) return a and b end", "function(a, b) return a or b end", "", ""},
    {JA_NEE, "function(a, b) return a == b end", "function(a, b) return b == a end", "", ""},
    {JA_NEE, "function(a, b) return a and b end", "function(a) return a end", "", ""},
    {JA_NEE, "function(o) return o == ja end", "function(o) return o ~= nee end", "", ""},
    {JA_NEE, "function(o) return o end", "function(o) return o == ja end", "", ""},
    {JA_NEE, "function(s) return s == po end", "function(s) return een_van(s, po, so) end", "", ""},
    {JA_NEE, "function(s, n) if s == po then return n > 3 end return n > 5 end",
     "function(s, n) if s == vo then return n > 5 end return n > 3 end", "", ""},
    {JA_NEE, "function(t) return t == po end", "function(t) return t ~= vo end", "", ""},
    {JA_NEE, "function(t) if t == geen then return nee end return bekend(t) end",
     "function(t) return bekend(t) end", "", ""},
    {JA_NEE, "function(m, n) return m < n end", "function(m, n) return m + 2 < n end", "", ""},
    {JA_NEE, "function(m, n) return n - m > 2 and m > 1 end",
     "function(m, n) return n - m > 2 or m > 5 end", "", ""},
    {JA_NEE, "function(m, n) return m + n > 7 end", "function(m, n) return m + n > 9 end", "", ""},
    {JA_NEE, "function(m, n) return 2 * m - 3 * n > 0 end",
     "function(m, n) return 2 * m - 3 * n > 1 and m < 6 end", "", ""},
    {JA_NEE, "function(h) return h > 1.25 end", "function(h) return h >= 1.75 end", "", ""},
    {JA_NEE, "function(q) if not bekend(q) then return onbekend end return q > 2 end",
     "function(q) if not bekend(q) then return nee end return q > 1 end", "", ""},
    {JA_NEE, "function(d, e) return d < e end", "function(d, e) return d + dagen(2) < e end", "",
     ""},
    {JA_NEE, "function(d, e) return einde_schooljaar(d) < e end",
     "function(d, e) return einde_maand(d) < e end", "", ""},
    {DATUM, "function(d) return d + dagen(3) end", "function(d) return einde_schooljaar(d) end", "",
     ""},
    {DATUM, "function(d, e) return hoogste(d, e) end", "function(d, e) return laagste(d, e) end",
     "", ""},
    {GETAL, "function(m, n) return m + n end", "function(m, n) return 2 * m end", "", ""},
    {GETAL, "function(n) return n end", "function(n) return 4 end", "", ""},
    {GETAL, "function(n, a) if a then return n // 2 end return n end",
     "function(n, a) if a then return n // 3 end return n end", "", ""},
    {KEUZE, "function(s) return s end", "function(s) if s == so then return vo end return s end",
     "", ""},
    {KEUZE, "function(t) return t end",
     "function(s, t) if bekend(t) and t ~= geen then return t end return s end", "", ""},
    {JA_NEE, "function(a) return a end", "function(a) return a end", "",
     "uitzondering \"x\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, indien = "
     "function(n) return n > 7 end, dan = nee, reden = \"veel\" }\n"},
    {JA_NEE, "function(a) return a end", "function(a) return a end",
     "uitzondering \"x\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, indien = "
     "function(n) return n > 7 end, dan = nee, reden = \"veel\" }\n",
     "uitzondering \"x\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, indien = "
     "function(n) return n > 7 end, dan = nee, reden = \"veel\" }\n"
     "uitzondering \"y\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, indien = "
     "function(n, s) return n > 6 and s == po end, dan = ja, reden = \"meer\" }\n"},
};

/* --- Every case ----------------------------------------------------------------------------------
 */

typedef struct trial {
    pt_pack *packs[PT_SIDES];
    pt_tree_reading trees[PT_SIDES];
    pt_matter questions[PT_SIDES];
    pt_forest *forest; /* for the inputs of both, met as the analysis does */
    const pt_difference_period *period;
    size_t cases;
    size_t differing;
} trial;

/* A condition as the report writes it, judged by hand: this is what a reader would do. */
typedef struct reader {
    const trial *of;
    const pt_value *inputs;
    const char *at;
} reader;

static void blanks(reader *r)
{
    r->at += strspn(r->at, " ");
}

static bool word(reader *r, const char *expected)
{
    blanks(r);
    size_t length = strlen(expected);
    if (strncmp(r->at, expected, length) != 0)
        return false;
    r->at += length;
    return true;
}

static int64_t number(reader *r)
{
    char *end = NULL;
    int64_t whole = strtol(r->at, &end, 10) * PT_NUMBER_SCALE, part = 0;
    r->at = end;
    if (*r->at == '-') { /* a day */
        pt_date day = PT_DATE_NONE;
        assert_true(pt_date_parse(end - 4, 10, &day));
        r->at = end + 6;
        return day;
    }
    if (*r->at == ',') {
        int64_t scale = PT_NUMBER_SCALE;
        for (r->at++; *r->at >= '0' && *r->at <= '9'; r->at++) {
            part = part * 10 + (*r->at - '0');
            scale *= 10;
        }
        for (int64_t ten = scale / PT_NUMBER_SCALE; ten > 1; ten /= 10)
            assert_true(part * PT_NUMBER_SCALE % ten == 0 || ten > 1);
        whole += part * PT_NUMBER_SCALE * PT_NUMBER_SCALE / scale;
    }
    return whole;
}

static int64_t sum(reader *r);

static int64_t operand(reader *r)
{
    blanks(r);
    if (*r->at >= '0' && *r->at <= '9') {
        int64_t amount = number(r);
        if (word(r, "dagen") || word(r, "dag"))
            return amount / PT_NUMBER_SCALE;
        if (word(r, "*"))
            return amount / PT_NUMBER_SCALE * operand(r);
        return amount;
    }
    if (word(r, "einde_schooljaar(")) {
        int64_t day = sum(r);
        assert_true(word(r, ")"));
        return pt_schoolyear_end((pt_date)day);
    }
    if (word(r, "einde_maand(")) {
        int64_t day = sum(r);
        assert_true(word(r, ")"));
        return pt_month_end((pt_date)day);
    }
    if (word(r, "deel_omlaag(")) {
        int64_t amount = sum(r);
        assert_true(word(r, ","));
        blanks(r);
        int64_t by = number(r) / PT_NUMBER_SCALE;
        assert_true(word(r, ")"));
        return amount / PT_NUMBER_SCALE / by * PT_NUMBER_SCALE;
    }
    char name[2] = {*r->at++, '\0'};
    uint16_t input = pt_forest_input(r->of->forest, name);
    assert_int_not_equal(input, PT_NO_INDEX);
    return r->inputs[input].amount;
}

static int64_t sum(reader *r)
{
    int64_t total = 0, sign = 1;
    do {
        total += sign * operand(r);
        sign = word(r, "+") ? 1 : word(r, "- ") ? -1 : 0;
    } while (sign != 0);
    return total;
}

static bool compared(reader *r)
{
    int64_t left = sum(r);
    bool all = true;
    for (;;) {
        if (word(r, "<=")) {
            int64_t right = sum(r);
            all = all && left <= right;
            left = right;
        } else if (word(r, ">=")) {
            int64_t right = sum(r);
            all = all && left >= right;
        } else if (word(r, "=")) {
            int64_t right = sum(r);
            all = all && left == right;
        } else {
            assert_string_equal(r->at, "");
            return all;
        }
    }
}

static bool one_of(reader *r, const pt_value *value)
{
    bool any = false;
    do {
        blanks(r);
        pt_text shown = pt_text_create(r->of->forest->arena);
        pt_value_show(&shown, &r->of->forest->words, *value);
        size_t length = strcspn(r->at, " ");
        bool absent = !pt_is_value(*value);
        if (strcmp(r->at, "bekend") == 0)
            any = any || value->kind != PT_UNKNOWN;
        else if (strcmp(r->at, "niet geen") == 0)
            return value->kind != PT_NONE;
        else if (strncmp(r->at, "bekend", length) == 0)
            any = any || !absent;
        else
            any = any || (shown.length == length && strncmp(shown.bytes, r->at, length) == 0);
        r->at += length;
    } while (word(r, "of "));
    assert_string_equal(r->at, "");
    return any;
}

static bool holds(const trial *t, const char *condition, const pt_value *inputs)
{
    reader r = {t, inputs, condition};
    if (strncmp(condition + 1, " is ", 4) == 0) {
        char name[2] = {condition[0], '\0'};
        r.at = condition + 5;
        return one_of(&r, &inputs[pt_forest_input(t->forest, name)]);
    }
    for (uint16_t i = 0; i < t->forest->inputs_of.input_count; i++)
        if (!pt_is_value(inputs[i]) && strstr(condition, t->forest->inputs[i].name) != NULL)
            return false;
    return compared(&r);
}

static void judge(trial *t, const pt_value *inputs)
{
    pt_answer answers[PT_SIDES];
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++)
        assert_true(pt_matter_answer(&t->questions[side], t->forest, &t->trees[side],
                                     t->period == NULL ? 20666 : t->period->from, inputs,
                                     &answers[side]));
    bool same = pt_forest_value(t->forest, PT_BEFORE, answers[PT_BEFORE].value) ==
                pt_forest_value(t->forest, PT_AFTER, answers[PT_AFTER].value);
    size_t inside = 0;
    for (size_t i = 0; t->period != NULL && i < t->period->region_count; i++) {
        const pt_zone *region = &t->period->regions[i];
        bool all = true;
        for (size_t j = 0; j < region->condition_count; j++)
            all = all && holds(t, region->conditions[j], inputs);
        inside += all;
    }
    t->cases++;
    t->differing += !same;
    assert_int_equal(inside, same ? 0 : 1);
}

static void every_case(trial *t, uint16_t index, pt_value *inputs)
{
    if (index == t->forest->inputs_of.input_count) {
        judge(t, inputs);
        return;
    }
    const pt_type *type = &t->forest->inputs[index].type;
    int64_t step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    /* Around the end of a school year. */
    int64_t low = type->kind == PT_DATE ? 20662 : type->low,
            high = type->kind == PT_DATE ? 20670 : type->high;
    for (int64_t amount = low; amount <= high; amount += step) {
        inputs[index] = (pt_value){.kind = type->kind, .set = type->set, .amount = amount};
        every_case(t, (uint16_t)(index + 1), inputs);
    }
    inputs[index] = pt_unknown();
    if (type->may_be_unknown)
        every_case(t, (uint16_t)(index + 1), inputs);
    inputs[index] = pt_none();
    if (type->may_be_none)
        every_case(t, (uint16_t)(index + 1), inputs);
}

typedef struct meeting {
    pt_forest *forest;
    pt_side side;
} meeting;

static void meet(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const meeting *of = context;
    pt_forest_meet(of->forest, of->side, function);
}

static void begin(trial *t, pt_arena *arena, pt_pack *before, pt_pack *after)
{
    *t = (trial){.packs = {before, after}};
    t->forest = pt_forest_create(arena, before, after);
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        pt_tree_reader *own = pt_tree_reader_create(arena, t->packs[side], PT_REGION_NONE);
        t->trees[side] = (pt_tree_reading){pt_tree_reader_answer, pt_tree_reader_test, own};
        t->questions[side] = (pt_matter){.pack = t->packs[side], .side = side};
        meeting of = {t->forest, side};
        pt_matter_functions(&t->questions[side], 20666, meet, &of);
    }
}

static void the_regions_are_exactly_the_cases_that_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pt_arena *arena = pt_arena_create();
        trial t;
        begin(&t, arena, rule_pack(arena, pairs[i].gives, pairs[i].before, pairs[i].rest_before),
              rule_pack(arena, pairs[i].gives, pairs[i].after, pairs[i].rest_after));
        pt_differing how = {.trees = t.trees, .seed = 1};
        size_t count = 0;
        bool free = false;
        const pt_difference_period *periods =
            pt_differ(arena, &t.questions[PT_BEFORE], &t.questions[PT_AFTER], &how, &count, &free);
        assert_in_range(count, 0, 1);
        assert_false(free);
        t.period = count == 0 ? NULL : periods;
        pt_value inputs[PT_FOREST_INPUTS];
        every_case(&t, 0, inputs);
        assert_true(t.differing == 0 || count == 1);
        assert_true(count == 0 || t.differing > 0 || strstr(pairs[i].before, "(d") != NULL);
        for (size_t r = 0; t.period != NULL && r < t.period->region_count; r++) {
            assert_false(t.period->incomplete);
            /* The end of a month is never behind that of the school year: only points show it. */
            if (strstr(pairs[i].after, "einde_maand") == NULL)
                assert_non_null(t.period->regions[r].witness);
            assert_true((t.period->regions[r].witness == NULL) == t.period->regions[r].opaque);
        }
        pt_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_regions_are_exactly_the_cases_that_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
