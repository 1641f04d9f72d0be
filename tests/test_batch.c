/* SPDX-License-Identifier: EUPL-1.2 */
/* A batch against the tree of each case and against Lua, with every instruction set there is. */
#include "support.h"

#include "base/random.h"
#include "batch_support.h"
#include "bench/batch/basket.h"

static const char basket_folder[] = "tests/bench/tlv-basket";

typedef struct basket {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    const pt_batch *batch;
    uint16_t groups[BASKET_OUTCOMES];
    case_reader reader;
} basket;

static uint16_t group_named(const pt_pack *pack, const char *name)
{
    for (uint16_t g = 0; g < pack->rule_group_count; g++)
        if (strcmp(pack->rule_groups[g].name, name) == 0)
            return g;
    return PT_NO_INDEX;
}

static int basket_setup(void **state)
{
    static basket b;
    b.arena = pt_arena_create();
    b.report = pt_report_create(b.arena);
    b.pack = pack_in(b.arena, basket_folder, &b.report);
    show_findings(&b.report);
    pt_date day = pt_date_from(2026, 9, 1);
    for (int o = 0; o < BASKET_OUTCOMES; o++)
        b.groups[o] = group_named(b.pack, basket_outcomes[o]);
    b.batch = pt_batch_compile(b.arena, b.pack, 0, b.groups, BASKET_OUTCOMES, day, &b.report);
    show_findings(&b.report);
    b.reader =
        (case_reader){b.pack, 0, day, pt_tree_reader_create(b.arena, b.pack, PT_REGION_NONE), NULL};
    *state = &b;
    return b.batch == NULL;
}

static int basket_teardown(void **state)
{
    pt_arena_destroy(((basket *)*state)->arena);
    return 0;
}

static void put_facts(const basket *b, uint64_t i, case_values *values)
{
    int32_t facts[BASKET_FACTS];
    basket_case(i, facts);
    for (int f = 0; f < BASKET_FACTS; f++)
        values->facts[f] = case_value(&b->pack->kinds[0].facts[f].type, facts[f]);
}

/* Outcomes in the units of the checksum: whole numbers, the cost in halves. */
static int64_t plain(const pt_type *type, int outcome, int64_t amount)
{
    if (type->kind != PT_NUMBER)
        return amount;
    return outcome == BASKET_COST ? amount / 8 : amount / PT_NUMBER_SCALE;
}

static void plain_outcomes(const basket *b, const case_values *values, int64_t out[BASKET_OUTCOMES])
{
    for (int o = 0; o < BASKET_OUTCOMES; o++)
        out[o] =
            plain(&b->pack->rule_groups[b->groups[o]].type, o, values->rules[b->groups[o]].amount);
}

/* --- The workload --------------------------------------------------------------------------- */

static const char *next_number(const char *text, double *number)
{
    char *end = NULL;
    *number = strtod(text, &end);
    return *end == '\0' ? end : end + 1;
}

static void compare_with_golden(basket *b, const pt_reading *lua)
{
    const char *at = strchr(file_of(b->arena, basket_folder, "golden.csv")->text, '\n') + 1;
    case_reader reader = b->reader;
    reader.lua = lua;
    size_t rows = 0;
    for (; *at != '\0'; rows++) {
        double number = 0;
        case_values values;
        int64_t out[BASKET_OUTCOMES];
        at = next_number(at, &number);
        put_facts(b, (uint64_t)number, &values);
        for (int f = 0; f < BASKET_FACTS; f++) {
            at = next_number(at, &number);
            int scale = values.facts[f].kind == PT_NUMBER ? PT_NUMBER_SCALE : 1;
            assert_int_equal((int64_t)(number * scale), values.facts[f].amount);
        }
        assert_true(case_answer(&reader, &values));
        plain_outcomes(b, &values, out);
        for (int o = 0; o < BASKET_OUTCOMES; o++) {
            at = next_number(at, &number);
            assert_int_equal((int64_t)(number * (o == BASKET_COST ? 2 : 1)), out[o]);
        }
    }
    assert_int_equal(rows, 1000);
}

static void the_golden_rows_come_out_of_the_trees(void **state)
{
    compare_with_golden(*state, NULL);
}

static void the_golden_rows_come_out_of_lua(void **state)
{
    basket *b = *state;
    pt_lua *lua = pt_lua_create(b->arena, b->pack, &b->report, NULL);
    pt_reading reading = pt_lua_reading(lua);
    compare_with_golden(b, &reading);
    pt_lua_destroy(lua);
}

static const struct {
    size_t cases;
    basket_sum sum;
} checksums[] = {
    {1, {69, 0}},
    {1000, {168394900895, 16457325210}},
    {10000, {1796614975236, 176396599020}},
    {100000, {17942973513596, 1722783378635}},
};

static basket_sum sum_of_columns(const basket *b, const case_columns *columns, size_t cases)
{
    basket_sum sum = {0, 0};
    for (size_t i = 0; i < cases; i++) {
        int64_t out[BASKET_OUTCOMES];
        for (int o = 0; o < BASKET_OUTCOMES; o++)
            out[o] = plain(&b->pack->rule_groups[b->groups[o]].type, o,
                           pt_batch_amount(&columns->outputs[o], columns->made[o], i));
        basket_add(&sum, i, out);
    }
    return sum;
}

static void fill_columns(const case_columns *columns, size_t cases)
{
    for (size_t i = 0; i < cases; i++) {
        int32_t facts[BASKET_FACTS];
        basket_case(i, facts);
        for (size_t c = 0; c < columns->input_count; c++)
            pt_batch_put(&columns->inputs[c], columns->given[c], i,
                         facts[columns->inputs[c].index]);
    }
}

static void the_checksums_come_out_of_every_instruction_set(void **state)
{
    basket *b = *state;
    for (size_t t = 0; t < sizeof checksums / sizeof checksums[0]; t++) {
        pt_arena *arena = pt_arena_create();
        case_columns columns = case_columns_for(arena, b->batch, checksums[t].cases);
        fill_columns(&columns, checksums[t].cases);
        for (pt_batch_set set = PT_BATCH_PLAIN; set <= pt_batch_best_set(); set++) {
            for (size_t o = 0; o < columns.output_count; o++)
                memset(columns.made[o], 0xA5,
                       pt_batch_lanes(checksums[t].cases) * columns.outputs[o].bytes);
            case_columns_run(&columns, b->batch, set, checksums[t].cases);
            basket_sum sum = sum_of_columns(b, &columns, checksums[t].cases);
            assert_int_equal(sum.a, checksums[t].sum.a);
            assert_int_equal(sum.b, checksums[t].sum.b);
        }
        pt_arena_destroy(arena);
    }
}

enum { FAR_CASES = 600000, NEAR_CASES = 64000, LINE = 64 };

/* Outputs from a line of memory on, or one lane behind it. */
static void place_outputs(pt_arena *arena, const case_columns *columns, size_t lanes_behind,
                          void *outputs[CASE_RULES])
{
    for (size_t o = 0; o < columns->output_count; o++) {
        size_t bytes = (pt_batch_lanes(FAR_CASES) + 1) * columns->outputs[o].bytes;
        char *made = pt_arena_alloc(arena, bytes + LINE);
        made += (LINE - (uintptr_t)made % LINE) % LINE;
        memset(made, 0xA5, bytes);
        outputs[o] = made + lanes_behind * columns->outputs[o].bytes;
    }
}

static void run_between(const case_columns *columns, const pt_batch *batch, pt_batch_set set,
                        size_t first, size_t cases, void *const *outputs)
{
    const void *given[CASE_FACTS];
    void *made[CASE_RULES];
    for (size_t i = 0; i < columns->input_count; i++)
        given[i] = (const char *)columns->given[i] + first * columns->inputs[i].bytes;
    for (size_t o = 0; o < columns->output_count; o++)
        made[o] = (char *)outputs[o] + first * columns->outputs[o].bytes;
    pt_batch_run(batch, set, cases, given, made, columns->scratch);
}

/* Beyond the caches blocks are run in another way, and another yet when outputs are aligned. */
static void columns_beyond_the_caches_give_what_short_ones_give(void **state)
{
    basket *b = *state;
    pt_arena *arena = pt_arena_create();
    case_columns columns = case_columns_for(arena, b->batch, FAR_CASES);
    void *wanted[CASE_RULES];
    fill_columns(&columns, FAR_CASES);
    place_outputs(arena, &columns, 0, wanted);
    for (size_t first = 0; first < FAR_CASES; first += NEAR_CASES) {
        size_t left = FAR_CASES - first;
        run_between(&columns, b->batch, PT_BATCH_PLAIN, first,
                    left < NEAR_CASES ? left : NEAR_CASES, wanted);
    }
    for (pt_batch_set set = PT_BATCH_PLAIN; set <= pt_batch_best_set(); set++)
        for (size_t behind = 0; behind < 2; behind++) {
            void *made[CASE_RULES];
            place_outputs(arena, &columns, behind, made);
            run_between(&columns, b->batch, set, 0, FAR_CASES, made);
            for (size_t o = 0; o < columns.output_count; o++)
                assert_memory_equal(made[o], wanted[o], FAR_CASES * columns.outputs[o].bytes);
        }
    pt_arena_destroy(arena);
}

static void the_checksum_comes_out_of_the_trees(void **state)
{
    basket *b = *state;
    basket_sum sum = {0, 0};
    for (size_t i = 0; i < checksums[2].cases; i++) {
        case_values values;
        int64_t out[BASKET_OUTCOMES];
        put_facts(b, i, &values);
        assert_true(case_answer(&b->reader, &values));
        plain_outcomes(b, &values, out);
        basket_add(&sum, i, out);
    }
    assert_int_equal(sum.a, checksums[2].sum.a);
    assert_int_equal(sum.b, checksums[2].sum.b);
}

/* --- Made-up packs -------------------------------------------------------------------------- */

/* Domains on both sides of every width of lane. */
static const struct domain {
    int64_t low;
    int64_t high;
    const char *step;
} domains[] = {
    {0, 1, "1"},
    {0, 255, "1"},
    {-1, 254, "1"},
    {-1, 255, "1"},
    {0, 256, "1"},
    {-128, 127, "1"},
    {1000, 1200, "1"},
    {0, 127, "0.5"},
    {0, 40, "0.25"},
    {-8, 7, "0.0625"},
    {0, 16, "0.0625"},
    {-32768, 32767, "1"},
    {0, 40000, "1"},
    {-2000, 2000, "0.0625"},
    {-2000000, 2000000, "1"},
    {0, 100000000, "0.0625"},
    {0, 3000000000, "1"},
    {-4000000000, 4000000000, "0.5"},
};

enum {
    DOMAINS = sizeof domains / sizeof domains[0],
    NUMBERS = 6,
    MADE_RULES = 6,
    MADE_PACKS = 80,
    MADE_CASES = 700
};

/* Writes rules at random; the bounds of what a rule gives are those that it declares. */
typedef struct author {
    pt_random_stream luck;
    pt_text text;
    struct domain numbers[NUMBERS];
    int rules; /* ja/nee rules so far, r0 and on */
} author;

static int64_t pick(author *a, int64_t low, int64_t high)
{
    return pt_random_between(&a->luck, low, high);
}

static void write_facts(author *a)
{
    pt_text_format(&a->text, "onderwerp \"geval\" { gegevens = {\n");
    for (int i = 0; i < NUMBERS; i++) {
        a->numbers[i] = domains[pick(a, 0, DOMAINS - 1)];
        pt_text_format(&a->text, "  n%d = getal { \"n\", van = %lld, tot = %lld, stap = %s },\n", i,
                       (long long)a->numbers[i].low, (long long)a->numbers[i].high,
                       a->numbers[i].step);
    }
    pt_text_format(&a->text, "  s0 = getal { \"s\", van = -4, tot = 40, stap = 0.25 },\n"
                             "  s1 = getal { \"s\", van = 0, tot = 200 },\n"
                             "  b0 = ja_nee { \"b\" }, b1 = ja_nee { \"b\" },\n"
                             "  k0 = keuze { \"k\", \"wa\", \"wb\", \"wc\", \"wd\", \"we\" },\n"
                             "} }\n");
}

static void write_bound(author *a)
{
    int i = (int)pick(a, 0, NUMBERS - 1);
    int64_t low = a->numbers[i].low;
    int64_t high = a->numbers[i].high;
    int64_t at = pick(a, 0, 3) == 0 ? (pick(a, 0, 1) == 0 ? low : high) : pick(a, low, high);
    static const char *const compare[] = {"<", "<=", ">", ">=", "==", "~="};
    pt_text_format(&a->text, "n%d %s %lld", i, compare[pick(a, 0, 5)], (long long)at);
}

static void write_order(author *a)
{
    int i = (int)pick(a, 0, NUMBERS - 1);
    int j = (i + 1 + (int)pick(a, 0, NUMBERS - 2)) % NUMBERS;
    static const char *const compare[] = {"<", "<=", ">", ">="};
    pt_text_format(&a->text, "n%d * %d %s n%d * %d + %d", i, (int)pick(a, 1, 7),
                   compare[pick(a, 0, 3)], j, (int)pick(a, 1, 3), (int)pick(a, -20, 20));
}

static void write_question(author *a)
{
    static const char *const words[] = {"een_van(k0, wb, wc)",
                                        "een_van(k0, wa, wc, we)",
                                        "k0 == wd",
                                        "k0 ~= wa",
                                        "b0",
                                        "not b1",
                                        "b0 == b1"};
    switch (pick(a, 0, 3)) {
    case 0: write_bound(a); break;
    case 1: write_order(a); break;
    case 2: pt_text_format(&a->text, "%s", words[pick(a, 0, 5)]); break;
    default:
        if (a->rules == 0)
            write_bound(a);
        else
            pt_text_format(&a->text, "%sr%d", pick(a, 0, 1) == 0 ? "not " : "",
                           (int)pick(a, 0, a->rules - 1));
        break;
    }
}

static void write_condition(author *a)
{
    pt_text_format(&a->text, "(");
    write_question(a);
    pt_text_format(&a->text, pick(a, 0, 1) == 0 ? ") and (" : ") or (");
    write_question(a);
    pt_text_format(&a->text, ")");
}

static void write_head(author *a, const char *name, int number, const char *result)
{
    pt_text_format(&a->text,
                   "regel \"%s%d\" { over = \"geval\", bron = \"verzonnen\", geldig = { vanaf = "
                   "\"2014-08-01\" }, levert = %s, bepaal = function(",
                   name, number, result);
    for (int i = 0; i < NUMBERS; i++)
        pt_text_format(&a->text, "n%d, ", i);
    for (int i = 0; i < a->rules; i++)
        pt_text_format(&a->text, "r%d, ", i);
    pt_text_format(&a->text, "b0, b1, k0, s0, s1)\n");
}

static void write_truth_rule(author *a)
{
    write_head(a, "r", a->rules, "ja_nee");
    for (int i = 0; i < 2; i++) {
        pt_text_format(&a->text, "  if ");
        write_condition(a);
        pt_text_format(&a->text, " then return ");
        write_question(a);
        pt_text_format(&a->text, " end\n");
    }
    pt_text_format(&a->text, "  return ");
    write_condition(a);
    pt_text_format(&a->text, "\nend }\n");
    a->rules++;
}

/* Small outcomes, or sums that need every bit of their lanes. */
static void write_number(author *a, bool small)
{
    if (small)
        pt_text_format(&a->text, "%d", (int)pick(a, 0, 9));
    else if (pick(a, 0, 2) == 0)
        pt_text_format(&a->text, "%d", (int)pick(a, -9, 9));
    else
        pt_text_format(&a->text, "n%d * %d - n%d * %d + %d", (int)pick(a, 0, NUMBERS - 1),
                       (int)pick(a, -9, 9), (int)pick(a, 0, NUMBERS - 1), (int)pick(a, 1, 5),
                       (int)pick(a, -9, 9));
}

static void write_number_rule(author *a, int number, bool small)
{
    write_head(a, "g", number,
               small ? "getal { van = 0, tot = 9 }"
                     : "getal { van = -100000000000, tot = 100000000000, stap = 0.0625 }");
    for (int i = 0; i < 3; i++) {
        pt_text_format(&a->text, "  if ");
        write_condition(a);
        pt_text_format(&a->text, " then return ");
        write_number(a, small);
        pt_text_format(&a->text, " end\n");
    }
    pt_text_format(&a->text, "  return ");
    write_number(a, small);
    pt_text_format(&a->text, "\nend }\n");
}

/* One fact times a rate by word, sometimes with another fact among them, in lanes of four bytes. */
static void write_rate_rule(author *a)
{
    static const char *const others[] = {"7", "s0", "s1 * 9", "s0 * 2 - s1"};
    write_head(a, "t", 0, "getal { van = -200000, tot = 200000, stap = 0.25 }");
    pt_text_format(&a->text,
                   "  local t = tabel { wa = %d, wb = %d, wc = 0, wd = %d, we = %d }\n"
                   "  if b0 then return %s end\n  return t[k0] * s0 + 3\nend }\n",
                   (int)pick(a, 1, 300), (int)pick(a, 301, 900), (int)pick(a, -99, -1),
                   (int)pick(a, 1000, 1100), others[pick(a, 0, 3)]);
}

/* A difference that is never below zero. */
static void write_difference_rule(author *a)
{
    write_head(a, "h", 0, "getal { van = 0, tot = 100000000000, stap = 0.0625 }");
    pt_text_format(&a->text, "  return hoogste(0, n1 - n2)\nend }\n");
    write_head(a, "h", 1, "getal { van = 0, tot = 40, stap = 0.25 }");
    pt_text_format(&a->text, "  return hoogste(0, s0 - s1)\nend }\n");
}

static const char *made_up_rules(pt_arena *arena, uint32_t seed)
{
    author a = {.luck = pt_random_stream_create(seed, 1, 1), .text = pt_text_create(arena)};
    write_facts(&a);
    for (int r = 0; r < MADE_RULES / 2; r++) {
        write_truth_rule(&a);
        write_number_rule(&a, 2 * r, true);
        write_number_rule(&a, 2 * r + 1, false);
    }
    write_rate_rule(&a);
    write_difference_rule(&a);
    return a.text.bytes;
}

/* An amount of the type: often an end, else anything. */
static int64_t any_amount(pt_random_stream *luck, const pt_batch_column *column)
{
    int64_t low = column->type.low / column->unit;
    int64_t high = column->type.high / column->unit;
    switch (pt_random_between(luck, 0, 5)) {
    case 0: return low * column->unit;
    case 1: return high * column->unit;
    case 2: return (low < 0 && high > 0 ? 0 : low) * column->unit;
    default: return pt_random_between(luck, low, high) * column->unit;
    }
}

/* Outcomes of case `i` in all columns are those of the trees. */
static void compare_case(const case_reader *reader, const case_columns *columns, size_t i)
{
    case_values values = {.facts = {{0}}};
    for (size_t c = 0; c < columns->input_count; c++)
        values.facts[columns->inputs[c].index] = case_value(
            &columns->inputs[c].type, pt_batch_amount(&columns->inputs[c], columns->given[c], i));
    assert_true(case_answer(reader, &values));
    for (size_t o = 0; o < columns->output_count; o++)
        assert_int_equal(values.rules[columns->outputs[o].index].amount,
                         pt_batch_amount(&columns->outputs[o], columns->made[o], i));
}

/* All rules of a pack over its first kind, on random cases, with every instruction set. */
static void compare_pack(pt_arena *arena, const pt_pack *pack, uint32_t seed, size_t cases)
{
    pt_date day = pt_date_from(2026, 9, 1);
    uint16_t groups[CASE_RULES];
    for (uint16_t g = 0; g < pack->rule_group_count; g++)
        groups[g] = (uint16_t)(pack->rule_group_count - 1 - g);
    pt_report report = pt_report_create(arena);
    const pt_batch *batch =
        pt_batch_compile(arena, pack, 0, groups, pack->rule_group_count, day, &report);
    show_findings(&report);
    assert_non_null(batch);
    case_columns columns = case_columns_for(arena, batch, cases);
    case_reader reader = {pack, 0, day, pt_tree_reader_create(arena, pack, PT_REGION_NONE), NULL};
    pt_random_stream luck = pt_random_stream_create(seed, 2, 1);
    for (size_t c = 0; c < columns.input_count; c++)
        for (size_t i = 0; i < cases; i++)
            pt_batch_put(&columns.inputs[c], columns.given[c], i,
                         any_amount(&luck, &columns.inputs[c]));
    for (pt_batch_set set = PT_BATCH_PLAIN; set <= pt_batch_best_set(); set++) {
        case_columns_run(&columns, batch, set, cases);
        for (size_t i = 0; i < cases; i++)
            compare_case(&reader, &columns, i);
    }
}

static void made_up_rules_give_what_their_trees_give(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= MADE_PACKS; seed++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack = pack_of(arena, NULL, made_up_rules(arena, seed), &report);
        if (report.count > 0)
            show_findings(&report);
        assert_int_equal(report.count, 0);
        compare_pack(arena, pack, seed, MADE_CASES);
        pt_arena_destroy(arena);
    }
}

/* --- Edges ---------------------------------------------------------------------------------- */

static void any_number_of_cases_gives_the_same(void **state)
{
    basket *b = *state;
    enum { MOST = 2 * 2048 + 130 };
    pt_arena *arena = pt_arena_create();
    case_columns whole = case_columns_for(arena, b->batch, MOST);
    case_columns part = case_columns_for(arena, b->batch, MOST);
    fill_columns(&whole, MOST);
    fill_columns(&part, MOST);
    case_columns_run(&whole, b->batch, pt_batch_best_set(), MOST);
    static const size_t counts[] = {0, 1, 63, 64, 65, 2047, 2048, 2049, 2112, 4096, 4097, MOST};
    for (size_t t = 0; t < sizeof counts / sizeof counts[0]; t++) {
        for (size_t o = 0; o < part.output_count; o++)
            memset(part.made[o], 0xA5, MOST * part.outputs[o].bytes);
        case_columns_run(&part, b->batch, pt_batch_best_set(), counts[t]);
        for (size_t o = 0; o < part.output_count; o++) {
            size_t bytes = part.outputs[o].bytes;
            const uint8_t *after =
                (const uint8_t *)part.made[o] + pt_batch_lanes(counts[t]) * bytes;
            assert_memory_equal(part.made[o], whole.made[o], counts[t] * bytes);
            assert_true(pt_batch_lanes(counts[t]) >= MOST || *after == 0xA5);
        }
    }
    pt_arena_destroy(arena);
}

static void lanes_are_as_wide_as_the_declared_domain(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena, NULL,
                            "onderwerp \"geval\" { gegevens = {\n"
                            "  klein = getal { \"x\", van = 0, tot = 255 }, onder = getal { \"x\", "
                            "van = -1, tot = 254 },\n"
                            "  midden = getal { \"x\", van = 0, tot = 256 }, groot = getal { "
                            "\"x\", van = 0, tot = 32768 },\n"
                            "  enorm = getal { \"x\", van = 0, tot = 3000000000 } } }\n"
                            "regel \"r\" { over = \"geval\", bron = \"x\", geldig = { vanaf = "
                            "\"2014-08-01\" }, levert = ja_nee,\n"
                            "  bepaal = function(klein, onder, midden, groot, enorm)\n"
                            "    return klein + onder + midden + groot + enorm > 1000 end }\n",
                            &report);
    assert_int_equal(report.count, 0);
    static const uint16_t group = 0;
    const pt_batch *batch =
        pt_batch_compile(arena, pack, 0, &group, 1, pt_date_from(2026, 1, 1), &report);
    assert_non_null(batch);
    static const uint8_t bytes[] = {1, 1, 2, 4, 8};
    size_t count = 0;
    const pt_batch_column *inputs = pt_batch_inputs(batch, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(inputs[i].bytes, bytes[i]);
    assert_int_equal(inputs[1].base, -1);
    pt_arena_destroy(arena);
}

/* --- What is refused ------------------------------------------------------------------------ */

static const char refused_pack[] =
    "onderwerp \"geval\" { gegevens = {\n"
    "  a = getal { \"a\", van = 0, tot = 9 }, b = getal { \"b\", van = 0, tot = 9, stap = 0.5 }, g "
    "= getal { \"g\", van = 0, tot = 1000000 },\n"
    "  h = getal { \"h\", van = 0, tot = 90000000000 },\n"
    "  dag_a = datum { \"dag\" }, dag_b = datum { \"dag\" } } }\n";

static const struct {
    const char *rest; /* of the block of rule "r" */
    const char *more; /* blocks behind it */
    pt_code code;
} refused[] = {
    {"ja_nee, vrij = true, bepaal = function(a) return a > 3 end", "", PT_U060},
    {"ja_nee, bepaal = function(dag_a, dag_b) return maanden_tussen(dag_a, dag_b) > 3 end", "",
     PT_U061},
    {"ja_nee, bepaal = function(h) return h // 3 == 1 end", "", PT_U068},
    {"getal { van = 0, tot = 9 }, bepaal = function(b) return b end", "", PT_U069},
    {"ja_nee, bepaal = function(g) return g // 3 == 1 end", "", PT_U063},
    {"ja_nee, peildatum = \"dag_a\", bepaal = function(a) return a > 3 end",
     "uitzondering \"u\" { op = \"r\", bron = \"x\", peildatum = \"dag_b\",\n"
     "  geldig = { vanaf = \"2014-08-01\" }, indien = function(a) return a == 1 end,\n"
     "  dan = nee, reden = \"anders\" }\n",
     PT_U065},
};

static void what_does_not_fit_is_refused_by_name(void **state)
{
    (void)state;
    static const uint16_t group = 0;
    for (size_t t = 0; t < sizeof refused / sizeof refused[0]; t++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        const char *text =
            pt_format(arena,
                      "%sregel \"r\" { over = \"geval\", bron = \"x\", geldig = { vanaf = "
                      "\"2014-08-01\" }, levert = %s }\n%s",
                      refused_pack, refused[t].rest, refused[t].more);
        pt_pack *pack = pack_of(arena, NULL, text, &report);
        show_findings(&report);
        assert_int_equal(report.count, 0);
        assert_null(pt_batch_compile(arena, pack, 0, &group, 1, pt_date_from(2026, 9, 1), &report));
        assert_int_equal(report.count, 1);
        assert_int_equal(report.findings[0].code, refused[t].code);
        pt_arena_destroy(arena);
    }
}

static pt_code refusal_of(pt_arena *arena, const pt_pack *pack, const uint16_t *groups,
                          size_t count, pt_date day)
{
    pt_report report = pt_report_create(arena);
    assert_null(pt_batch_compile(arena, pack, 0, groups, count, day, &report));
    assert_int_equal(report.count, 1);
    return report.findings[0].code;
}

/* What a pack that loads can not say by itself, or only says in many words. */
static pt_pack *pack_of_one(pt_arena *arena)
{
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(
        arena,
        "grens: { titel: g, eenheid: getal, waarden: [ { vanaf: 2020-08-01, waarde: 4, bron: b, "
        "status: wet } ] }\n",
        "onderwerp \"geval\" { gegevens = { a = getal { \"a\", van = 0, tot = 9 } } }\n"
        "regel \"r\" { over = \"geval\", bron = \"x\", levert = ja_nee,\n"
        "  bepaal = function(a, grens) return a > grens end }\n",
        &report);
    show_findings(&report);
    assert_int_equal(report.count, 0);
    return pack;
}

static void a_block_left_out_a_day_without_a_value_and_no_bounds_are_told_apart(void **state)
{
    (void)state;
    static const uint16_t group = 0;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of_one(arena);
    pt_date before = pt_date_from(2019, 9, 1);
    pt_date after = pt_date_from(2026, 9, 1);
    assert_non_null(pt_batch_compile(arena, pack, 0, &group, 1, after, &report));
    assert_int_equal(refusal_of(arena, pack, &group, 1, before), PT_U067);
    pack->kinds[0].facts[0].type.high = INT64_MAX;
    assert_int_equal(refusal_of(arena, pack, &group, 1, after), PT_U062);
    pack->blocks[pack->rules[0].block].excluded = true;
    assert_int_equal(refusal_of(arena, pack, &group, 1, after), PT_U066);
    pt_arena_destroy(arena);
}

enum { MANY_RULES = 20, FACTS_EACH = 13 };

static void more_columns_than_a_batch_has_are_refused(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_text text = pt_text_create(arena);
    uint16_t groups[MANY_RULES];
    pt_text_add(&text, "onderwerp \"geval\" { gegevens = {");
    for (int f = 0; f < MANY_RULES * FACTS_EACH; f++)
        pt_text_format(&text, "%s f%d = getal { \"f\", van = 0, tot = 9 }", f == 0 ? "" : ",", f);
    pt_text_add(&text, " } }\n");
    for (int r = 0; r < MANY_RULES; r++) {
        groups[r] = (uint16_t)r;
        pt_text_format(&text,
                       "regel \"r%d\" { over = \"geval\", bron = \"x\", geldig = { vanaf = "
                       "\"2014-08-01\" }, levert = ja_nee, bepaal = function(",
                       r);
        for (int f = 0; f < FACTS_EACH; f++)
            pt_text_format(&text, "%sf%d", f == 0 ? "" : ", ", r * FACTS_EACH + f);
        pt_text_add(&text, ") return ");
        for (int f = 0; f < FACTS_EACH; f++)
            pt_text_format(&text, "%sf%d", f == 0 ? "" : " + ", r * FACTS_EACH + f);
        pt_text_add(&text, " > 3 end }\n");
    }
    pt_pack *pack = pack_of(arena, NULL, text.bytes, &report);
    pt_date day = pt_date_from(2026, 9, 1);
    show_findings(&report);
    assert_non_null(pt_batch_compile(arena, pack, 0, groups, MANY_RULES - 1, day, &report));
    assert_int_equal(report.count, 0);
    assert_int_equal(refusal_of(arena, pack, groups, MANY_RULES, day), PT_U064);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_golden_rows_come_out_of_the_trees),
        cmocka_unit_test(the_golden_rows_come_out_of_lua),
        cmocka_unit_test(the_checksum_comes_out_of_the_trees),
        cmocka_unit_test(the_checksums_come_out_of_every_instruction_set),
        cmocka_unit_test(columns_beyond_the_caches_give_what_short_ones_give),
        cmocka_unit_test(made_up_rules_give_what_their_trees_give),
        cmocka_unit_test(any_number_of_cases_gives_the_same),
        cmocka_unit_test(lanes_are_as_wide_as_the_declared_domain),
        cmocka_unit_test(what_does_not_fit_is_refused_by_name),
        cmocka_unit_test(a_block_left_out_a_day_without_a_value_and_no_bounds_are_told_apart),
        cmocka_unit_test(more_columns_than_a_batch_has_are_refused),
    };
    return cmocka_run_group_tests(tests, basket_setup, basket_teardown);
}
