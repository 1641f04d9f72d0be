/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Measures the engine on the shipped pack and dossiers, each figure next to its own limit in the
 * same run: what the libraries under it cost by themselves on the same bytes. It prints; it judges
 * nothing, for a slow machine is no defect.
 *
 * Work and limit are measured in turns, in children, and the best of a few turns counts: what other
 * programs on the machine take away can only make a figure worse.
 */
#ifndef PT_TESTS_BENCH_H
#define PT_TESTS_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "lua/call.h"
#include "model/outcome.h"
#include "run/plan.h"

/* --- Dossiers ------------------------------------------------------------------------------- */

typedef struct bench_play {
    const pt_scenario *scenario;
    const char *rows; /* of its replay with all outcomes, for the store */
    size_t rows_bytes;
    size_t row_count;
    size_t first_reading; /* what its replay asks of the second reading */
    size_t reading_count;
} bench_play;

/* One question to a reading, as a replay asked it. */
typedef struct bench_reading {
    const pt_function *function;
    const pt_value *inputs;
} bench_reading;

typedef struct bench_case {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    const pt_plan *plan;
    pt_lua *lua;
    const pt_source *files; /* the dossiers as they are shipped */
    const pt_source *bare;  /* the same without comments */
    size_t file_count;
    bench_play *plays;
    size_t play_count;
    bench_reading *readings;
    size_t reading_count;
    size_t reading_capacity;
} bench_case;

/* The shipped pack and dossiers, read and played once. Ends the program when they have errors. */
bench_case *bench_load(void);

/* The folder of the shipped pack, below the root. */
extern const char bench_pack_folder[];

/* --- Figures -------------------------------------------------------------------------------- */

/* Something done `count` times a round. `begin` and `end` may be NULL; `end` is timed too. */
typedef struct bench_work {
    void *(*begin)(const bench_case *c);
    void (*unit)(const bench_case *c, void *state, size_t index);
    void (*end)(const bench_case *c, void *state);
    size_t count;
} bench_work;

double bench_seconds(void);

/* Units a second of one and of `processes` processes together, and of a limit in one process. */
typedef struct bench_rates {
    double one;
    double all;
    double limit;
} bench_rates;

bench_rates bench_measure(const bench_case *c, const bench_work *work, const bench_work *limit,
                          int processes);

/* --- Limits --------------------------------------------------------------------------------- */

extern const bench_work bench_bare_events; /* libyaml over the dossiers without comments */
extern const bench_work bench_bare_insert; /* the rows of a run into a table without indexes */
double bench_bare_lua_call(void);          /* calls a second of a small function */

/* --- Print ---------------------------------------------------------------------------------- */

void bench_print_machine(int processes);

/* Runs the program; seconds until its first byte on stdout, and in all. */
double bench_first_answer(char *const *arguments, double *whole);

/* Start to first answer and memory of the whole program. */
void bench_program(const bench_case *c, const char *program);

/* The money of a region: a play, five keys compared, and how both grow with schools and years. */
void bench_region(const bench_case *c, const char *program);

#endif
