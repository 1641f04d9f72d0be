/* SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two versions of a rule, against every case there is over small domains. */
#include "support.h"

#include "analyse/difference.h"
#include "base/random.h"
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
    pt_linked *linked;
    bool far;
    bool direct; /* regions are in the inputs of the far question */
    const pt_difference_period *period;
    size_t *hits; /* by region: cases in it */
    size_t cases;
    size_t differing;
} trial;

/* A condition as the report writes it, judged by hand: this is what a reader would do. */
typedef struct reader {
    const trial *of;
    const pt_value *inputs;
    const char *at;
    bool absent; /* a value that is reckoned with is onbekend or geen */
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

/* The input whose whole name begins here; the longest, for "r" is also the beginning of "r (was)".
 */
static uint16_t named_at(const trial *t, const char *at)
{
    uint16_t found = PT_NO_INDEX;
    size_t most = 0;
    for (uint16_t i = 0; i < t->forest->inputs_of.input_count; i++) {
        const char *name = t->forest->inputs[i].name;
        size_t length = strlen(name);
        if (strncmp(at, name, length) == 0 && length > most) {
            found = i;
            most = length;
        }
    }
    return found;
}

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
    uint16_t input = named_at(r->of, r->at);
    assert_int_not_equal(input, PT_NO_INDEX);
    r->at += strlen(r->of->forest->inputs[input].name);
    r->absent = r->absent || !pt_is_value(r->inputs[input]);
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
        } else if (word(r, "<")) {
            int64_t right = sum(r);
            all = all && left < right;
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

static const char *shown(const trial *t, const pt_value *value)
{
    pt_text out = pt_text_create(t->forest->arena);
    pt_value_show(&out, &t->forest->words, *value);
    return out.bytes;
}

/* "po of vo", "gaat van nee naar ja of wordt later". */
static bool one_of(reader *r, const pt_value *value)
{
    bool any = false;
    const char *own = shown(r->of, value);
    for (;;) {
        blanks(r);
        const char *next = strstr(r->at, " of ");
        size_t length = next == NULL ? strlen(r->at) : (size_t)(next - r->at);
        if (strncmp(r->at, "bekend", length) == 0 && length == 6)
            any = any || pt_is_value(*value);
        else
            any = any || (strlen(own) == length && strncmp(own, r->at, length) == 0);
        if (next == NULL)
            return any;
        r->at = next + 4;
    }
}

static bool holds(const trial *t, const char *condition, const pt_value *inputs)
{
    uint16_t input = named_at(t, condition);
    const char *after =
        input == PT_NO_INDEX ? "" : condition + strlen(t->forest->inputs[input].name);
    bool is = strncmp(after, " is ", 4) == 0;
    if (is || strncmp(after, " gaat ", 6) == 0 || strncmp(after, " wordt ", 7) == 0 ||
        strncmp(after, " blijft ", 8) == 0) {
        bool not = strncmp(after, " is niet ", 9) == 0;
        reader r = {.of = t, .inputs = inputs, .at = after + (not ? 9 : is ? 4 : 1)};
        return one_of(&r, &inputs[input]) != not ;
    }
    reader r = {.of = t, .inputs = inputs, .at = condition};
    return compared(&r) && !r.absent;
}

static bool inside_zone(const trial *t, const pt_zone *region, const pt_value *inputs)
{
    bool all = true;
    for (size_t j = 0; j < region->condition_count; j++)
        all = all && holds(t, region->conditions[j], inputs);
    return all;
}

/* A value as the regions name outcomes; of a form only that it is one. */
static bool says(const trial *t, const char *outcome, uint32_t leaf, const pt_value *inputs)
{
    const pt_forest_leaf *own = &t->forest->nodes[leaf].leaf;
    const char *words = pt_forest_leaf_words(t->forest, own);
    if (strcmp(words, outcome) == 0)
        return true;
    if (!pt_is_value(own->value) || own->value.kind == PT_CHOICE || own->value.kind == PT_YESNO)
        return false;
    reader r = {.of = t, .inputs = inputs, .at = outcome};
    return sum(&r) == own->value.amount;
}

static void judge(trial *t, const pt_value *inputs)
{
    uint32_t leaves[PT_SIDES];
    pt_value closer[PT_FOREST_INPUTS];
    const char *reason = NULL;
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++)
        assert_true(pt_linked_answer(t->linked, side, t->far, inputs, &leaves[side], &reason));
    memcpy(closer, inputs, sizeof closer);
    if (!t->direct)
        assert_true(pt_linked_closer(t->linked, inputs, closer));
    bool same = leaves[PT_BEFORE] == leaves[PT_AFTER];
    size_t inside = 0;
    for (size_t i = 0; t->period != NULL && i < t->period->region_count; i++) {
        const pt_zone *region = &t->period->regions[i];
        if (!inside_zone(t, region, closer))
            continue;
        inside++;
        t->hits[i]++;
        assert_true(says(t, region->before, leaves[PT_BEFORE], closer));
        assert_true(says(t, region->after, leaves[PT_AFTER], closer));
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
    if (!pt_linked_asks(t->linked, index, t->far)) {
        inputs[index] = pt_unknown();
        every_case(t, (uint16_t)(index + 1), inputs);
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

/* --- Witnesses -----------------------------------------------------------------------------------
 */

/* The value of an input that is shown so. */
static pt_value value_shown(const trial *t, const pt_type *type, const char *words)
{
    if (strcmp(words, "onbekend") == 0)
        return pt_unknown();
    if (strcmp(words, "geen") == 0)
        return pt_none();
    pt_value value = {.kind = type->kind, .unit = type->unit, .set = type->set};
    pt_date day = PT_DATE_NONE;
    if (type->kind == PT_DATE) {
        assert_true(pt_date_parse(words, 10, &day));
        value.amount = day;
        return value;
    }
    for (value.amount = type->low; value.amount <= type->high; value.amount++)
        if (strcmp(shown(t, &value), words) == 0)
            return value;
    fail_msg("no value %s", words);
    return value;
}

static void the_witness_is_in_its_region(const trial *t, const pt_zone *region)
{
    pt_value inputs[PT_FOREST_INPUTS] = {{0}};
    for (size_t i = 0; i < region->witness_count; i++) {
        uint16_t input = named_at(t, region->witness[i]);
        assert_int_not_equal(input, PT_NO_INDEX);
        const char *words = region->witness[i] + strlen(t->forest->inputs[input].name) + 1;
        inputs[input] = value_shown(t, &t->forest->inputs[input].type,
                                    strncmp(words, "= ", 2) == 0 ? words + 2 : words);
    }
    assert_true(inside_zone(t, region, inputs));
}

static void judge_all(trial *t, pt_arena *arena)
{
    pt_value inputs[PT_FOREST_INPUTS] = {{0}};
    t->hits = PT_NEW_ARRAY(arena, t->period == NULL ? 0 : t->period->region_count, size_t);
    every_case(t, 0, inputs);
    for (size_t r = 0; t->period != NULL && r < t->period->region_count; r++) {
        const pt_zone *region = &t->period->regions[r];
        assert_false(t->period->incomplete);
        assert_false(t->period->unproved);
        assert_true((region->witness == NULL) == region->opaque);
        assert_true(t->hits[r] == 0 || region->witness != NULL);
        if (region->witness != NULL)
            the_witness_is_in_its_region(t, region);
    }
}

/* -------------------------------------------------------------------------------------------------
 */

static void begin(trial *t, pt_arena *arena, pt_pack *before, pt_pack *after)
{
    *t = (trial){.packs = {before, after}};
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        pt_tree_reader *own = pt_tree_reader_create(arena, t->packs[side], PT_REGION_NONE);
        t->trees[side] = (pt_tree_reading){pt_tree_reader_answer, pt_tree_reader_test, own};
        t->questions[side] = (pt_matter){.pack = t->packs[side], .side = side};
    }
}

/* Meets the question as the analysis does, to reckon cases by. */
static void link_up(trial *t, pt_arena *arena, const pt_movers *movers, bool base)
{
    static const pt_stretch today = {PT_DATE_NONE, PT_DATE_FOREVER, 20666, "vandaag"};
    t->forest = pt_forest_create(arena, t->packs[PT_BEFORE], t->packs[PT_AFTER]);
    t->linked = pt_linked_create(t->forest, t->questions, PT_ASPECT_PART, movers, t->trees, &today,
                                 base, true);
    t->far = true;
}

static void the_regions_are_exactly_the_cases_that_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pt_arena *arena = pt_arena_create();
        trial t;
        begin(&t, arena, rule_pack(arena, pairs[i].gives, pairs[i].before, pairs[i].rest_before),
              rule_pack(arena, pairs[i].gives, pairs[i].after, pairs[i].rest_after));
        link_up(&t, arena, NULL, false);
        pt_differing how = {.trees = t.trees, .seed = 1};
        pt_differed found = pt_differ(arena, t.questions, PT_ASPECT_PART, &how, NULL);
        size_t count = found.count;
        assert_in_range(count, 0, 1);
        assert_false(found.free);
        t.period = count == 0 ? NULL : found.periods;
        judge_all(&t, arena);
        assert_true(t.differing == 0 || count == 1);
        assert_true(count == 0 || t.differing > 0 || strstr(pairs[i].before, "(d") != NULL);
        pt_arena_destroy(arena);
    }
}

/* --- Rules that lean on rules --------------------------------------------------------------------
 */

enum { PAIRS = 400, RULES = 4 };

typedef struct author {
    pt_arena *arena;
    pt_random_stream stream;
    uint8_t kinds[RULES]; /* 0 ja_nee, 1 getal, 2 keuze */
    unsigned used;        /* inputs of the function in hand: bits of `names` */
} author;

static const char *const names[] = {"a", "b", "o", "n", "s", "d", "r0", "r1", "r2", "r3"};
enum { OWN_NAMES = 6 };

static int64_t pick(author *w, int64_t low, int64_t high)
{
    return pt_random_between(&w->stream, low, high);
}

static const char *use(author *w, size_t name)
{
    w->used |= 1u << name;
    return names[name];
}

/* A condition on an earlier rule; asked first whether it is known. */
static const char *on_rule(author *w, int rule)
{
    static const char *const words[] = {"po", "vo", "so"};
    const char *name = use(w, OWN_NAMES + (size_t)rule);
    if (w->kinds[rule] == 0)
        return pt_format(w->arena, "%s %s %s", name,
                         pick(w, 0, 1) ? "==" : "~=", pick(w, 0, 1) ? "ja" : "nee");
    if (w->kinds[rule] == 1)
        return pt_format(w->arena, "(bekend(%s) and %s ~= geen and %s %s %d)", name, name, name,
                         pick(w, 0, 1) ? "<" : ">=", (int)pick(w, 0, 5));
    return pt_format(w->arena, "%s == %s", name, words[pick(w, 0, 2)]);
}

static const char *condition(author *w, int rule)
{
    int64_t choice = pick(w, 0, rule > 0 ? 11 : 5);
    switch (choice) {
    case 0: return use(w, 0);
    case 1: return pt_format(w->arena, "not %s", use(w, 1));
    case 2: return pt_format(w->arena, "%s == %s", use(w, 2), pick(w, 0, 1) ? "ja" : "nee");
    case 3: return pt_format(w->arena, "%s < %d", use(w, 3), (int)pick(w, 1, 4));
    case 4: return pt_format(w->arena, "%s == %s", use(w, 4), pick(w, 0, 1) ? "po" : "so");
    case 5: return pt_format(w->arena, "bekend(%s)", use(w, 2));
    default: return on_rule(w, (int)pick(w, 0, rule - 1));
    }
}

static const char *outcome(author *w, int rule)
{
    static const char *const words[] = {"po", "vo", "so"};
    if (pick(w, 0, 7) == 0)
        return "onbekend";
    if (w->kinds[rule] == 0)
        return pick(w, 0, 1) ? "ja" : "nee";
    if (w->kinds[rule] == 2)
        return pick(w, 0, 3) == 0 ? use(w, 4) : words[pick(w, 0, 2)];
    return pick(w, 0, 1) ? pt_format(w->arena, "%s + %d", use(w, 3), (int)pick(w, 0, 2))
                         : pt_format(w->arena, "%d", (int)pick(w, 0, 5));
}

static const char *written(author *w, int rule)
{
    pt_text body = pt_text_create(w->arena), out = pt_text_create(w->arena);
    w->used = 0;
    int64_t lines = pick(w, 1, 3);
    for (int64_t i = 0; i < lines; i++) {
        const char *one = condition(w, rule);
        const char *other = pick(w, 0, 2) == 0 ? condition(w, rule) : NULL;
        pt_text_format(&body, "if %s%s%s then return ", one,
                       other == NULL   ? ""
                       : pick(w, 0, 1) ? " and "
                                       : " or ",
                       other == NULL ? "" : other);
        pt_text_format(&body, "%s end ", outcome(w, rule));
    }
    pt_text_format(&body, "return %s", outcome(w, rule));
    pt_text_add(&out, "function(");
    bool any = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((w->used >> i & 1) == 0)
            continue;
        pt_text_format(&out, "%s%s", any ? ", " : "", names[i]);
        any = true;
    }
    pt_text_format(&out, ") %s end", body.bytes);
    return out.bytes;
}

static pt_pack *pack_written(author *w, const char *const *functions)
{
    static const char *const gives[] = {"ja_nee", "getal { van = 0, tot = 10 }",
                                        "keuze { \"u\", \"po\", \"vo\", \"so\" }"};
    pt_report report = pt_report_create(w->arena);
    pt_text rules = pt_text_create(w->arena);
    pt_text_add(&rules,
                "onderwerp \"kind\" { gegevens = { a = ja_nee { \"a\" }, b = ja_nee { \"b\" }, "
                "o = ja_nee { \"o\", optioneel = true }, n = getal { \"n\", van = 0, tot = "
                "5 }, s = keuze { \"s\", \"po\", \"vo\", \"so\" } } }\n");
    for (int i = 0; i < RULES; i++)
        pt_text_format(&rules,
                       "regel \"r%d\" { over = \"kind\", bron = \"b\", geldig = { vanaf = "
                       "\"2014-08-01\" }, levert = %s,\n  bepaal = %s }\n",
                       i, gives[w->kinds[i]], functions[i]);
    pt_pack *pack = pack_of(w->arena, parameters, rules.bytes, &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    return pack;
}

static uint16_t rule_named(const pt_pack *pack, int number)
{
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (pack->rule_groups[i].name[1] == '0' + number)
            return i;
    return PT_NO_INDEX;
}

/* One rule of a pair, close by and in facts; true when it moves. */
static bool judge_rule(trial *t, pt_arena *arena, const pt_movers *movers, pt_mover *mover)
{
    static const bool bases[] = {false, true};
    bool moves = false;
    for (size_t i = 0; i < 2; i++) {
        pt_differing how = {.trees = t->trees, .seed = 1, .movers = movers, .base = bases[i]};
        pt_differed found =
            pt_differ(arena, t->questions, PT_ASPECT_PART, &how, bases[i] ? NULL : mover);
        assert_in_range(found.count, 0, 1);
        link_up(t, arena, movers, bases[i]);
        t->direct = bases[i];
        t->period = found.count == 0 ? NULL : found.periods;
        t->differing = 0;
        judge_all(t, arena);
        assert_true(bases[i] || (t->differing > 0) == (found.count > 0));
        moves = moves || (!bases[i] && found.count > 0);
    }
    return moves;
}

static void regions_along_rules_are_exactly_the_cases_that_differ(void **state)
{
    (void)state;
    size_t along = 0, steady = 0;
    for (uint64_t seed = 0; seed < PAIRS; seed++) {
        pt_arena *arena = pt_arena_create();
        author w = {.arena = arena, .stream = pt_random_stream_create(seed, 9, 0)};
        const char *functions[PT_SIDES][RULES];
        for (int i = 0; i < RULES; i++)
            w.kinds[i] = (uint8_t)pick(&w, 0, 2);
        for (int i = 0; i < RULES; i++)
            functions[PT_BEFORE][i] = functions[PT_AFTER][i] = written(&w, i);
        int changed = (int)pick(&w, 0, 1);
        functions[PT_AFTER][changed] = written(&w, changed);
        if (pick(&w, 0, 2) == 0)
            functions[PT_AFTER][2] = written(&w, 2);
        trial t;
        begin(&t, arena, pack_written(&w, functions[PT_BEFORE]),
              pack_written(&w, functions[PT_AFTER]));
        pt_movers movers = {PT_NEW_ARRAY(arena, RULES, pt_mover *), NULL, NULL};
        for (int i = 0; i < RULES; i++) {
            pt_mover *mover = PT_NEW(arena, pt_mover);
            *mover = (pt_mover){.name = names[OWN_NAMES + i]};
            for (pt_side side = PT_BEFORE; side < PT_SIDES; side++)
                t.questions[side].group = rule_named(t.packs[side], i);
            bool same_text = functions[PT_BEFORE][i] == functions[PT_AFTER][i];
            bool moves = judge_rule(&t, arena, &movers, mover);
            if (moves)
                movers.rules[t.questions[PT_AFTER].group] = mover;
            along += moves && same_text;
            steady += !moves && same_text;
        }
        pt_arena_destroy(arena);
    }
    assert_true(along > PAIRS / 8);
    assert_true(steady > PAIRS / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_regions_are_exactly_the_cases_that_differ),
        cmocka_unit_test(regions_along_rules_are_exactly_the_cases_that_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
