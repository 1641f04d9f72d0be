/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench.h"

static const double turn_seconds = 0.2;
enum { TURNS = 7 };

double bench_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double rounds(const bench_case *c, const bench_work *work)
{
    void *state = work->begin != NULL ? work->begin(c) : NULL;
    size_t units = 0;
    double start = bench_seconds();
    do {
        for (size_t i = 0; i < work->count; i++)
            work->unit(c, state, i);
        units += work->count;
    } while (bench_seconds() - start < turn_seconds);
    if (work->end != NULL)
        work->end(c, state);
    return (double)units / (bench_seconds() - start);
}

/* Units a second of so many children together. */
static double rate(const bench_case *c, const bench_work *work, int processes)
{
    int ends[2];
    double sum = 0;
    double part = 0;
    if (pipe(ends) != 0)
        abort();
    fflush(stdout);
    for (int i = 0; i < processes; i++)
        if (fork() == 0) {
            part = rounds(c, work);
            _exit(write(ends[1], &part, sizeof part) == (ssize_t)sizeof part ? 0 : 1);
        }
    close(ends[1]);
    while (read(ends[0], &part, sizeof part) == (ssize_t)sizeof part)
        sum += part;
    close(ends[0]);
    for (int i = 0; i < processes; i++) {
        int status = 0;
        wait(&status);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            fputs("bench: a child failed\n", stderr);
    }
    return sum;
}

static void keep_best(double *best, double new)
{
    *best = new > *best ? new : *best;
}

bench_rates bench_measure(const bench_case *c, const bench_work *work, const bench_work *limit,
                          int processes)
{
    bench_rates best = {0};
    for (int turn = 0; turn < TURNS; turn++) {
        keep_best(&best.one, rate(c, work, 1));
        if (limit != NULL)
            keep_best(&best.limit, rate(c, limit, 1));
        keep_best(&best.all, rate(c, work, processes));
    }
    return best;
}
