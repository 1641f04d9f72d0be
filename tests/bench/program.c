/* SPDX-License-Identifier: EUPL-1.2 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "bench.h"

enum { STARTS = 20, DOSSIERS = 10000 };

/* Runs the program; seconds until its first byte on stdout, and in all. */
double bench_first_answer(char *const *arguments, double *whole)
{
    int ends[2];
    char byte[4096];
    if (pipe(ends) != 0)
        abort();
    double start = bench_seconds();
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(ends[1], STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(arguments[0], arguments);
        _exit(127);
    }
    close(ends[1]);
    double first = read(ends[0], byte, sizeof byte) > 0 ? bench_seconds() - start : 0;
    while (read(ends[0], byte, sizeof byte) > 0)
        continue;
    close(ends[0]);
    waitpid(child, NULL, 0);
    *whole = bench_seconds() - start;
    return first;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure_start(const bench_case *c, char *program)
{
    char *dossier = pt_format(c->arena, "%s/%s", PT_TEST_ROOT, c->files[0].path);
    char command[] = "speel";
    char *arguments[] = {program, command, dossier, NULL};
    double first[STARTS];
    double whole[STARTS];
    for (int i = 0; i < STARTS; i++)
        first[i] = bench_first_answer(arguments, &whole[i]);
    qsort(first, STARTS, sizeof *first, by_size);
    qsort(whole, STARTS, sizeof *whole, by_size);
    printf("%-44s %8.1f ms  goal 100 ms  (whole: %.1f ms; median of %d)\n",
           "program: start to first answer, one dossier", first[STARTS / 2] * 1000,
           whole[STARTS / 2] * 1000, STARTS);
}

/* The program with its descendants; RUSAGE_CHILDREN knows the largest one. */
static void measure_many(const bench_case *c, char *program)
{
    char folder[] = "/tmp/proeftuin-bench-XXXXXX";
    if (mkdtemp(folder) == NULL)
        return;
    for (int i = 0; i < DOSSIERS; i++) {
        const pt_source *source = &c->bare[(size_t)i % c->file_count];
        FILE *file = fopen(pt_format(c->arena, "%s/d%05d.yaml", folder, i), "wb");
        if (file == NULL)
            break;
        fwrite(source->text, 1, source->length, file);
        fclose(file);
    }
    char *rules = pt_format(c->arena, "%s/rules", folder);
    if (symlink(PT_TEST_ROOT "/rules", rules) != 0)
        perror(rules);
    char command[] = "toets";
    char *arguments[] = {program, command, folder, NULL};
    double whole = 0;
    bench_first_answer(arguments, &whole);
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%-44s %8.1f MiB goal 128 MiB (%.2f s, %.0f dossiers a second, both readings)\n",
           "program: largest process, toets of 10,000", (double)used.ru_maxrss / 1024, whole,
           DOSSIERS / whole);
    for (int i = 0; i < DOSSIERS; i++)
        unlink(pt_format(c->arena, "%s/d%05d.yaml", folder, i));
    unlink(rules);
    rmdir(folder);
}

void bench_program(const bench_case *c, const char *program)
{
    if (program == NULL || access(program, X_OK) != 0)
        return;
    char *path = pt_format(c->arena, "%s", program);
    measure_start(c, path);
    measure_many(c, path);
}
