/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The calendar of the pack for tests below the loader: reads the regular lines of kalender.yaml
 * with sscanf, so that tests of calendar and terms stand on the data that is shipped.
 */
#ifndef PT_TESTS_CALENDAR_SUPPORT_H
#define PT_TESTS_CALENDAR_SUPPORT_H

#include "support.h"

#include "model/calendar.h"

static inline pt_date day(const char *text)
{
    pt_date date = PT_DATE_NONE;
    if (!pt_date_parse(text, strlen(text), &date))
        fail_msg("no such day: %s", text);
    return date;
}

/* "-" for no date, "altijd" for FOREVER. */
static inline void expect_day(pt_date found, const char *expected, const char *row)
{
    char text[PT_DATE_TEXT];
    pt_date_format(found, text);
    const char *shown = found == PT_DATE_NONE ? "-" : found == PT_DATE_FOREVER ? "altijd" : text;
    if (strcmp(shown, expected) != 0)
        fail_msg("%s: %s, expected %s", row, shown, expected);
}

static inline void read_calendar_line(pt_calendar *calendar, const char *line)
{
    char year[8], kind[16], region[16], first[11], last[11], source[200];
    if (sscanf(line,
               " - { schooljaar: %7[0-9/], vakantie: %15[a-z], regio: %15[a-z], van: %10[0-9-], "
               "tot: %10[0-9-], bron: \"%199[^\"]\" }",
               year, kind, region, first, last, source) == 6)
        assert_true(pt_calendar_add_holiday(calendar, pt_schoolyear_parse(year, strlen(year)),
                                            pt_vacation_find(kind), region, day(first), day(last),
                                            source));
    else if (sscanf(line, " - { dag: %10[0-9-], bron: \"%199[^\"]\" }", first, source) == 2)
        assert_true(pt_calendar_add_decreed(calendar, day(first), source));
    else if (sscanf(line, " - { van: %10[0-9-], tot: %10[0-9-] }", first, last) == 2)
        assert_true(pt_calendar_add_unknown(calendar, day(first), day(last)));
    else if (strstr(line, "- {") != NULL)
        fail_msg("not understood: %s", line);
}

static inline pt_calendar *pack_calendar(pt_arena *arena)
{
    FILE *file = fopen(PT_TEST_ROOT "/rules/passend-onderwijs/kalender.yaml", "r");
    pt_calendar *calendar = pt_calendar_create(arena);
    char line[400];
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        read_calendar_line(calendar, line);
    fclose(file);
    pt_calendar_finish(calendar);
    return calendar;
}

#endif
