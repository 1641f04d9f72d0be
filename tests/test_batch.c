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
    pt_batch_refusal refusal;
    b.batch = pt_batch_compile(b.arena, b.pack, 0, b.groups, BASKET_OUTCOMES, day, &refusal);
    if (b.batch == NULL)
        fprintf(stderr, "refused: %d %s %s\n", refusal.obstacle, refusal.rule, refusal.input);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_golden_rows_come_out_of_the_trees),
        cmocka_unit_test(the_golden_rows_come_out_of_lua),
        cmocka_unit_test(the_checksum_comes_out_of_the_trees),
        cmocka_unit_test(the_checksums_come_out_of_every_instruction_set),
    };
    return cmocka_run_group_tests(tests, basket_setup, basket_teardown);
}
