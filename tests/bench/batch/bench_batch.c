/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Measures the fixed workload (tests/bench/tlv-basket) in millions of cases a second, in one run:
 * Lua, trees, batches, and the same rules in C by hand. Every way must give the same checksums; a
 * figure without them is not printed and the program ends with 1.
 *
 * Timed is one pass from inputs in memory to outcomes in memory, by processor time. The best of
 * several passes counts; batches and columns by hand take turns.
 */
#include <lauxlib.h>
#include <lua.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "batch_support.h"
#include "bench/batch/by_hand.h"

static const char *const set_names[] = {"basis", "AVX2", "AVX-512"};

static const basket_sum expected[] = {{168394900895, 16457325210},
                                      {1796614975236, 176396599020},
                                      {17942973513596, 1722783378635},
                                      {179794809059667, 17222402257715},
                                      {1802357999567786, 172481326076080}};

enum {
    SIZES = 5,
    SLOW_MOST = 100000,
    ALIGNMENT = 64,
    PAGE = 2 * 1024 * 1024,
    LEAST_ROUNDS = 9,
    MOST_ROUNDS = 400
};

typedef struct workload {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    uint16_t groups[BASKET_OUTCOMES];
    const pt_batch *batch;
    pt_lua *lua;
    pt_reading reading;
    case_reader by_tree;
    case_reader by_lua;
    lua_State *plain;
} workload;

/* One size: the cases in each form. */
typedef struct cases {
    const workload *work;
    size_t count;
    int32_t (*facts)[BASKET_FACTS]; /* for what goes case by case, at most SLOW_MOST */
    const void *inputs[BASKET_FACTS];
    void *outputs[BASKET_OUTCOMES];
    size_t first; /* of the cases that a pass works on */
    by_hand_case *given;
    by_hand_outcome *made;
    int64_t (*slow)[BASKET_OUTCOMES];
    void *scratch;
    pt_batch_set set;
} cases;

typedef void (*pass)(cases *c);

/* --- The workload --------------------------------------------------------------------------- */

static void fail(const char *what)
{
    fprintf(stderr, "bench_batch: %s\n", what);
    exit(1);
}

static lua_State *plain_lua(void)
{
    lua_State *L = luaL_newstate();
    if (L == NULL || luaL_dofile(L, PT_TEST_ROOT "/tests/bench/batch/basket.lua") != LUA_OK)
        fail("basket.lua");
    return L;
}

static void find_groups(workload *w)
{
    for (uint16_t g = 0; g < w->pack->rule_group_count; g++)
        for (int o = 0; o < BASKET_OUTCOMES; o++)
            if (strcmp(w->pack->rule_groups[g].name, basket_outcomes[o]) == 0)
                w->groups[o] = g;
}

static void load(workload *w)
{
    pt_date day = pt_date_from(2026, 9, 1);
    w->arena = pt_arena_create();
    w->report = pt_report_create(w->arena);
    w->pack = pack_in(w->arena, "tests/bench/tlv-basket", &w->report);
    show_findings(&w->report);
    find_groups(w);
    w->batch = pt_batch_compile(w->arena, w->pack, 0, w->groups, BASKET_OUTCOMES, day, &w->report);
    if (w->batch == NULL)
        fail("the pack was refused");
    w->lua = pt_lua_create(w->arena, w->pack, &w->report, NULL);
    w->reading = pt_lua_reading(w->lua);
    w->by_tree = (case_reader){w->pack, 0, day,
                               pt_tree_reader_create(w->arena, w->pack, PT_REGION_NONE), NULL};
    w->by_lua = w->by_tree;
    w->by_lua.lua = &w->reading;
    w->plain = plain_lua();
}

/* --- Cases ---------------------------------------------------------------------------------- */

/* In large pages where the machine has them, for every way of working alike. */
static void *pages(size_t bytes)
{
    void *got = aligned_alloc(PAGE, (bytes + PAGE - 1) / PAGE * PAGE);
    if (got == NULL)
        fail("no memory");
    if (bytes >= PAGE)
        (void)madvise(got, bytes / PAGE * PAGE, MADV_HUGEPAGE);
    memset(got, 0, bytes);
    return got;
}

static by_hand_case as_struct(const int32_t facts[BASKET_FACTS])
{
    return (by_hand_case){.budget = facts[14],
                          .age = (uint8_t)(facts[0] / 16),
                          .school = (uint8_t)facts[1],
                          .cluster = (uint8_t)(facts[2] / 16),
                          .enrolled = (uint8_t)facts[3],
                          .absence = (uint8_t)(facts[4] / 8),
                          .weeks_absent = (uint8_t)(facts[5] / 16),
                          .has_plan = (uint8_t)facts[6],
                          .plan_weeks = (uint8_t)(facts[7] / 16),
                          .consent = (uint8_t)facts[8],
                          .experts = (uint8_t)(facts[9] / 16),
                          .orthopedagogue = (uint8_t)facts[10],
                          .hours = (uint8_t)(facts[11] / 4),
                          .days = (int8_t)(facts[12] / 16),
                          .extended = (uint8_t)facts[13]};
}

/* Columns one behind the other in one stretch of memory, each from a line of the cache. */
static size_t column_bytes(const cases *c, size_t lane)
{
    return (pt_batch_lanes(c->count) * lane + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + ALIGNMENT;
}

static void place_columns(cases *c, char *memory)
{
    size_t count = 0;
    const pt_batch_column *inputs = pt_batch_inputs(c->work->batch, &count);
    for (size_t i = 0; i < BASKET_FACTS; i++) {
        c->inputs[i] = memory;
        memory += column_bytes(c, inputs[i].bytes);
    }
    const pt_batch_column *outputs = pt_batch_outputs(c->work->batch, &count);
    for (size_t o = 0; o < BASKET_OUTCOMES; o++) {
        c->outputs[o] = memory;
        memory += column_bytes(c, outputs[o].bytes);
    }
}

static size_t lane_bytes(const workload *w)
{
    size_t inputs = 0;
    size_t outputs = 0;
    const pt_batch_column *in = pt_batch_inputs(w->batch, &inputs);
    const pt_batch_column *out = pt_batch_outputs(w->batch, &outputs);
    size_t sum = 0;
    for (size_t i = 0; i < inputs; i++)
        sum += in[i].bytes;
    for (size_t o = 0; o < outputs; o++)
        sum += out[o].bytes;
    return sum;
}

enum { COLUMNS = BASKET_FACTS + BASKET_OUTCOMES };

static size_t memory_for(const cases *c)
{
    return pt_batch_lanes(c->count) * lane_bytes(c->work) + COLUMNS * 2 * (size_t)ALIGNMENT;
}

static void make_cases(cases *c, const workload *w, size_t count)
{
    size_t inputs = 0;
    size_t slow = count < SLOW_MOST ? count : SLOW_MOST;
    const pt_batch_column *columns = pt_batch_inputs(w->batch, &inputs);
    *c = (cases){.work = w, .count = count};
    place_columns(c, pages(memory_for(c)));
    c->given = pages(count * sizeof *c->given);
    c->made = pages(count * sizeof *c->made);
    c->facts = pages(slow * sizeof *c->facts);
    c->slow = pages(slow * sizeof *c->slow);
    c->scratch = pages(pt_batch_scratch_bytes(w->batch));
    for (size_t i = 0; i < count; i++) {
        int32_t facts[BASKET_FACTS];
        basket_case(i, facts);
        c->given[i] = as_struct(facts);
        if (i < slow)
            memcpy(c->facts[i], facts, sizeof facts);
        for (size_t f = 0; f < BASKET_FACTS; f++)
            pt_batch_put(&columns[f], (void *)(uintptr_t)c->inputs[f], i, facts[f]);
    }
}

static void drop_cases(cases *c)
{
    free((void *)(uintptr_t)c->inputs[0]);
    free(c->given);
    free(c->made);
    free(c->facts);
    free(c->slow);
    free(c->scratch);
}

/* --- The ways ------------------------------------------------------------------------------- */

static void each_case(cases *c, const case_reader *reader)
{
    const workload *w = c->work;
    case_values values;
    for (size_t i = 0; i < c->count; i++) {
        for (int f = 0; f < BASKET_FACTS; f++)
            values.facts[f] = case_value(&w->pack->kinds[0].facts[f].type, c->facts[i][f]);
        if (!case_answer(reader, &values))
            fail("a case failed");
        for (int o = 0; o < BASKET_OUTCOMES; o++)
            c->slow[i][o] = values.rules[w->groups[o]].amount;
    }
}

static void by_lua_rules(cases *c)
{
    each_case(c, &c->work->by_lua);
}

static void by_trees(cases *c)
{
    each_case(c, &c->work->by_tree);
}

static void push_fact(lua_State *L, int fact, int32_t amount)
{
    static const char kinds[] = "nccbnnbnbnbnnbn"; /* number, choice, ja/nee, as in the pack */
    if (kinds[fact] == 'b')
        lua_pushboolean(L, amount);
    else if (fact == 1)
        lua_pushinteger(L, amount);
    else if (amount % PT_NUMBER_SCALE == 0)
        lua_pushinteger(L, amount / PT_NUMBER_SCALE);
    else
        lua_pushnumber(L, amount / 16.0);
}

static int64_t result_at(lua_State *L, int outcome)
{
    int at = 2 + outcome;
    if (lua_isboolean(L, at))
        return lua_toboolean(L, at);
    double number = lua_tonumber(L, at);
    bool in_sixteenths = outcome == BASKET_COST || outcome == BASKET_BASIC_LEVEL ||
                         outcome == BASKET_CATEGORY || outcome == BASKET_LEVEL;
    return (int64_t)(in_sixteenths ? number * PT_NUMBER_SCALE : number);
}

static void by_plain_lua(cases *c)
{
    lua_State *L = c->work->plain;
    for (size_t i = 0; i < c->count; i++) {
        lua_pushvalue(L, 1);
        for (int f = 0; f < BASKET_FACTS; f++)
            push_fact(L, f, c->facts[i][f]);
        lua_call(L, BASKET_FACTS, BASKET_OUTCOMES);
        for (int o = 0; o < BASKET_OUTCOMES; o++)
            c->slow[i][o] = result_at(L, o);
        lua_settop(L, 1);
    }
}

static void by_batch(cases *c)
{
    pt_batch_run(c->work->batch, c->set, c->count, c->inputs, c->outputs, c->scratch);
}

static void by_columns(cases *c)
{
    by_hand_for(c->set)(c->count, c->inputs, c->outputs);
}

static void by_structs(cases *c)
{
    by_hand_structs(c->count, c->given, c->made);
}

/* --- Checksums ------------------------------------------------------------------------------ */

static void add_amounts(const workload *w, basket_sum *sum, size_t i, int64_t out[BASKET_OUTCOMES])
{
    for (int o = 0; o < BASKET_OUTCOMES; o++)
        if (w->pack->rule_groups[w->groups[o]].type.kind == PT_NUMBER)
            out[o] /= o == BASKET_COST ? PT_NUMBER_SCALE / 2 : PT_NUMBER_SCALE;
    basket_add(sum, i, out);
}

static basket_sum sum_of_slow(const cases *c)
{
    basket_sum sum = {0, 0};
    for (size_t i = 0; i < c->count; i++)
        add_amounts(c->work, &sum, i, c->slow[i]);
    return sum;
}

static basket_sum sum_of_columns(const cases *c)
{
    size_t count = 0;
    const pt_batch_column *columns = pt_batch_outputs(c->work->batch, &count);
    basket_sum sum = {0, 0};
    for (size_t i = 0; i < c->count; i++) {
        int64_t out[BASKET_OUTCOMES];
        for (size_t o = 0; o < BASKET_OUTCOMES; o++)
            out[o] = pt_batch_amount(&columns[o], c->outputs[o], i);
        add_amounts(c->work, &sum, i, out);
    }
    return sum;
}

static basket_sum sum_of_structs(const cases *c)
{
    basket_sum sum = {0, 0};
    for (size_t i = 0; i < c->count; i++) {
        const by_hand_outcome *o = &c->made[i];
        int64_t out[BASKET_OUTCOMES] = {o->basic_enough,     o->basic_level,  o->arrangement,
                                        o->plan_needed,      o->plan_overdue, o->cost / 8,
                                        o->granted,          o->category,     o->reason,
                                        o->decision_overdue, o->home_status,  o->level};
        basket_add(&sum, i, out);
    }
    return sum;
}

static void forget(cases *c)
{
    size_t count = 0;
    const pt_batch_column *columns = pt_batch_outputs(c->work->batch, &count);
    for (size_t o = 0; o < BASKET_OUTCOMES; o++)
        memset(c->outputs[o], 0x5A, c->count * columns[o].bytes);
}

/* --- Time ----------------------------------------------------------------------------------- */

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a;
    double other = *(const double *)b;
    return (one > other) - (one < other);
}

/* Passes of both ways in turn, so that what else the machine does falls on both; seconds of a good
   round of each: a tenth of the rounds was better, for clocks of lent processors jump at times. */
static void good_passes(cases *c, const pass ways[2], double good[2])
{
    double took[2][MOST_ROUNDS];
    size_t repeat = c->count < 200000 ? 200000 / c->count : 1;
    double spent = 0;
    int rounds = 0;
    for (; rounds < MOST_ROUNDS && (rounds < LEAST_ROUNDS || spent < 1); rounds++)
        for (int way = 0; way < 2; way++) {
            double from = seconds(CLOCK_PROCESS_CPUTIME_ID);
            for (size_t r = 0; r < repeat; r++)
                ways[way](c);
            took[way][rounds] = seconds(CLOCK_PROCESS_CPUTIME_ID) - from;
            spent += took[way][rounds];
        }
    for (int way = 0; way < 2; way++) {
        qsort(took[way], (size_t)rounds, sizeof took[way][0], by_size);
        good[way] = took[way][rounds / 10] / (double)repeat;
    }
}

/* Lua and trees are slow enough for one round to do. */
static double one_pass(cases *c, pass work)
{
    double from = seconds(CLOCK_PROCESS_CPUTIME_ID);
    work(c);
    return seconds(CLOCK_PROCESS_CPUTIME_ID) - from;
}

static double rate(const cases *c, double pass_seconds)
{
    return (double)c->count / pass_seconds / 1e6;
}

static void require(basket_sum sum, int size)
{
    if (sum.a != expected[size].a || sum.b != expected[size].b)
        fail("a checksum differs");
}

/* --- Figures -------------------------------------------------------------------------------- */

static void print_slow(cases *c, int size, const char *name, pass work, double *figure)
{
    if (c->count > SLOW_MOST)
        return;
    double took = one_pass(c, work);
    require(sum_of_slow(c), size);
    *figure = rate(c, took);
    printf("  %-44s %9.3f\n", name, *figure);
}

/* One pass that begins with other bytes in the outcomes, for its checksum. */
static void check_columns(cases *c, int size, pass way)
{
    forget(c);
    way(c);
    require(sum_of_columns(c), size);
}

static void print_fast(cases *c, int size, double lua)
{
    static const pass ways[2] = {by_columns, by_batch};
    for (c->set = PT_BATCH_PLAIN; c->set <= pt_batch_best_set(); c->set++) {
        double good[2];
        check_columns(c, size, by_columns);
        check_columns(c, size, by_batch);
        good_passes(c, ways, good);
        printf(
            "  %-8s reeks %8.1f   C over kolommen %8.1f   reeks/C %3.0f %%   reeks/Lua %4.0f x\n",
            set_names[c->set], rate(c, good[1]), rate(c, good[0]), 100 * good[0] / good[1],
            rate(c, good[1]) / lua);
    }
    by_structs(c);
    require(sum_of_structs(c), size);
    printf("  %-44s %9.1f\n", "C over structs", rate(c, one_pass(c, by_structs)));
}

/* --- Two cores ------------------------------------------------------------------------------ */

/* Cases a processor second, added over `processes` that each do all cases `rounds` times at once:
   by their own time, so that what else runs on the machine does not count. */
static double together(cases *c, int processes, size_t rounds)
{
    int ends[2];
    double sum = 0;
    if (pipe(ends) != 0)
        fail("no pipe");
    for (int p = 0; p < processes; p++) {
        if (fork() != 0)
            continue;
        double from = seconds(CLOCK_PROCESS_CPUTIME_ID);
        for (size_t r = 0; r < rounds; r++)
            by_batch(c);
        double took = seconds(CLOCK_PROCESS_CPUTIME_ID) - from;
        _exit(write(ends[1], &took, sizeof took) == sizeof took ? 0 : 1);
    }
    for (int p = 0; p < processes; p++) {
        double took = 0;
        if (read(ends[0], &took, sizeof took) != sizeof took)
            fail("a process failed");
        sum += (double)c->count * (double)rounds / took / 1e6;
        wait(NULL);
    }
    close(ends[0]);
    close(ends[1]);
    return sum;
}

static void print_cores(const workload *w)
{
    enum { CASES = 100000, ROUNDS = 2000, TRIES = 5 };
    cases c;
    make_cases(&c, w, CASES);
    c.set = pt_batch_best_set();
    double best[2] = {0, 0};
    for (int t = 0; t < TRIES; t++)
        for (int p = 0; p < 2; p++) {
            double speed = together(&c, p + 1, ROUNDS);
            best[p] = speed > best[p] ? speed : best[p];
        }
    printf("Reeks van %d gevallen, %s: een proces %.1f, twee tegelijk %.1f, verhouding %.2f\n",
           CASES, set_names[c.set], best[0], best[1], best[1] / best[0]);
    drop_cases(&c);
}

/* --- The machine ---------------------------------------------------------------------------- */

static void print_machine(void)
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "model name", 10) == 0) {
            printf("Processor %s", strchr(line, ':'));
            break;
        }
    if (file != NULL)
        fclose(file);
    printf("Kernen: %ld; instructies tot en met %s\n", sysconf(_SC_NPROCESSORS_ONLN),
           set_names[pt_batch_best_set()]);
}

static void print_bandwidth(void)
{
    enum { WORDS = 8 * 1024 * 1024, TRIES = 8 };
    uint64_t *a = pages(WORDS * sizeof *a);
    uint64_t *b = pages(WORDS * sizeof *b);
    uint64_t *d = pages(WORDS * sizeof *d);
    double best = 1e9;
    for (int t = 0; t < TRIES; t++) {
        double from = seconds(CLOCK_PROCESS_CPUTIME_ID);
        for (size_t i = 0; i < WORDS; i++)
            a[i] = b[i] + 3 * d[i];
        double took = seconds(CLOCK_PROCESS_CPUTIME_ID) - from;
        b[t] = a[WORDS - 1 - t];
        best = took < best ? took : best;
    }
    printf("Geheugen, a = b + 3c over 3 x 64 MiB, een kern: %.1f GB/s\n",
           3.0 * WORDS * sizeof *a / best / 1e9);
    free(a);
    free(b);
    free(d);
}

int main(int argc, char **argv)
{
    static workload w;
    load(&w);
    int most = argc > 1 ? (int)strtol(argv[1], NULL, 10) : SIZES;
    print_machine();
    print_bandwidth();
    printf("%zu stappen, %zu bytes in en uit per geval; miljoenen gevallen per seconde per kern\n",
           pt_batch_step_count(w.batch), lane_bytes(&w));
    double lua = 0;
    size_t count = 1000;
    for (int size = 0; size < SIZES && size < most; size++, count *= 10) {
        cases c;
        double figure = 0;
        make_cases(&c, &w, count);
        printf("%zu gevallen\n", count);
        print_slow(&c, size, "Lua, 16 aanroepen van regels door de machine", by_lua_rules, &figure);
        print_slow(&c, size, "Lua, 1 kale aanroep met 15 argumenten", by_plain_lua, &lua);
        print_slow(&c, size, "bomen, geval voor geval", by_trees, &figure);
        print_fast(&c, size, lua);
        drop_cases(&c);
        fflush(stdout);
    }
    print_cores(&w);
    lua_close(w.plain);
    pt_lua_destroy(w.lua);
    pt_arena_destroy(w.arena);
    return 0;
}
