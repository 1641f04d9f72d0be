/* SPDX-License-Identifier: EUPL-1.2 */
/* The money of a made-up region: one play of it, five keys compared, and how both grow. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/random.h"
#include "base/text.h"
#include "bench.h"

enum { BOARDS = 20, SCHOOLS = 150, YEARS = 4, FIRST_YEAR = 2023, KEYS = 5 };

static const char *const keys[KEYS] = {"sleutel-schoolmodel", "sleutel-expertisemodel",
                                       "sleutel-leerlingmodel", "sleutel-basis-per-school",
                                       "lwoo-naar-populatie"};

static void write_counts(FILE *file, pt_random_stream *stream, int schools, int years)
{
    fprintf(file, "  telling:\n");
    for (int s = 0; s < schools; s++)
        for (int y = 0; y < years; y++)
            fprintf(
                file,
                "    - { school: s%d, geteld_op: %d-02-01, leerlingen: %d, arrangementen: %d }\n",
                s, FIRST_YEAR + y - 1, (int)pt_random_between(stream, 60, 600),
                (int)pt_random_between(stream, 1, 20));
    fprintf(file, "  tlv_telling:\n");
    for (int y = 0; y < years; y++)
        for (int category = 1; category <= 3; category++)
            fprintf(file,
                    "    - { samenwerkingsverband: haven, geteld_op: %d-02-01, bestemming: so, "
                    "categorie: categorie_%d, leerlingen: %d }\n",
                    FIRST_YEAR + y - 1, category, schools / category);
}

static void write_region(const char *path, int schools, int years)
{
    pt_random_stream stream = pt_random_stream_create(1, (uint32_t)schools, (uint32_t)years);
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        abort();
    fprintf(file,
            "scenario: regio\ntitel: Een regio\npakket: passend-onderwijs\nvan: %d-01-01\n"
            "tot: %d-12-31\nwereld:\n  samenwerkingsverband: { haven: { sector: po } }\n"
            "  bestuur:\n",
            FIRST_YEAR, FIRST_YEAR + years - 1);
    for (int b = 0; b < BOARDS; b++)
        fprintf(file, "    b%d: {}\n", b);
    fprintf(file, "  school:\n");
    for (int s = 0; s < schools; s++)
        fprintf(file,
                "    s%d: { soort: bao, openbaar: nee, bestuur: b%d, samenwerkingsverband: haven "
                "}\n",
                s, s % BOARDS);
    write_counts(file, &stream, schools, years);
    fprintf(file, "verloop:\n");
    for (int y = 0; y < years; y++)
        fprintf(file, "  - { op: %d-12-31, verwacht: { haven.verdeling_sluit: ja } }\n",
                FIRST_YEAR + y);
    fclose(file);
}

static double seconds_of(char *program, const char *const *words, const char *path)
{
    char *arguments[8] = {program};
    size_t count = 1;
    double whole = 0;
    for (; words[count - 1] != NULL; count++)
        arguments[count] = (char *)(uintptr_t)words[count - 1];
    arguments[count] = (char *)(uintptr_t)path;
    bench_first_answer(arguments, &whole);
    return whole;
}

static double compare_all(char *program, const char *path, const char *medium)
{
    double all = 0;
    for (size_t i = 0; i < KEYS; i++) {
        const char *const words[] = {"vergelijk", "--variant", keys[i], "--formaat", medium, NULL};
        all += seconds_of(program, words, path);
    }
    return all;
}

static void measure(const bench_case *c, char *program, const char *folder, int schools, int years)
{
    static const char *const play[] = {"toets", NULL};
    const char *path = pt_format(c->arena, "%s/regio.yaml", folder);
    write_region(path, schools, years);
    double played = seconds_of(program, play, path);
    double table = compare_all(program, path, "csv"), text = compare_all(program, path, "mens");
    const char *what = pt_format(c->arena, "region: %d schools, %d years", schools, years);
    printf("%-44s %8.2f s   goal 1 s   five keys compared, with incentives: %.2f s as a table, "
           "%.2f s as text with the rules, goal 3 s\n",
           what, played, table, text);
    unlink(path);
}

void bench_region(const bench_case *c, const char *program)
{
    static const int sizes[][2] = {{SCHOOLS, YEARS},     {SCHOOLS / 2, YEARS},
                                   {2 * SCHOOLS, YEARS}, {4 * SCHOOLS, YEARS},
                                   {SCHOOLS, YEARS / 2}, {SCHOOLS, 2 * YEARS}};
    char folder[] = "/tmp/proeftuin-regio-XXXXXX";
    if (program == NULL || access(program, X_OK) != 0 || mkdtemp(folder) == NULL)
        return;
    char *rules = pt_format(c->arena, "%s/rules", folder);
    if (symlink(PT_TEST_ROOT "/rules", rules) != 0)
        perror(rules);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure(c, pt_format(c->arena, "%s", program), folder, sizes[i][0], sizes[i][1]);
    unlink(rules);
    rmdir(folder);
}
