/* SPDX-License-Identifier: EUPL-1.2 */
/* The small pack "voorbeeld" by hand, so that scenarios are tested without a reader of rules. */
#ifndef PT_TESTS_SCENARIO_SUPPORT_H
#define PT_TESTS_SCENARIO_SUPPORT_H

#include "io_support.h"

#include "io/scenario.h"

enum { BOARD, SCHOOL, PUPIL, APPLICATION, ABSENCE, SEAT, KINDS };
enum { SCHOOL_KIND_WORDS, OUTCOME_WORDS, CHOICES };

static const char *const example_kind_words[] = {"bao", "sbo", "so"};
static const char *const example_outcome_words[] = {"toegelaten", "geweigerd"};
static pt_choice example_choices[CHOICES] = {{example_kind_words, 3}, {example_outcome_words, 2}};

static pt_fact example_school_facts[] = {
    {.name = "soort", .type = {.kind = PT_CHOICE, .set = SCHOOL_KIND_WORDS}},
};
static pt_fact example_pupil_facts[] = {
    {.name = "geboren", .type = {.kind = PT_DATE}},
    {.name = "ingeschreven", .type = {.kind = PT_YESNO}},
};
static pt_fact example_application_facts[] = {
    {.name = "ontvangen_op", .type = {.kind = PT_DATE}},
    {.name = "steun_nodig", .type = {.kind = PT_YESNO, .may_be_unknown = true}},
    {.name = "besluit_op", .type = {.kind = PT_DATE, .may_be_unknown = true, .may_be_none = true}},
    {.name = "uren", .type = {.kind = PT_NUMBER, .fraction_bits = 2, .high = 40 * 16}},
    {.name = "kosten", .type = {.kind = PT_MONEY, .high = 10000000}},
};
static pt_fact example_absence_facts[] = {
    {.name = "datum", .type = {.kind = PT_DATE}},
    {.name = "uren", .type = {.kind = PT_NUMBER, .high = 8 * 16}},
};
static pt_reference example_school_references[] = {{.name = "bestuur", .target = BOARD}};
static pt_reference example_application_references[] = {
    {.name = "leerling", .target = PUPIL},
    {.name = "school", .target = SCHOOL},
    {.name = "vorige", .target = SCHOOL, .optional = true},
};
static pt_reference example_absence_references[] = {{.name = "leerling", .target = PUPIL}};
static pt_reference example_seat_references[] = {{.name = "school", .target = SCHOOL}};

static pt_subject_kind example_kinds[KINDS] = {
    [BOARD] = {.name = "bestuur"},
    [SCHOOL] = {.name = "school",
                .facts = example_school_facts,
                .fact_count = 1,
                .references = example_school_references,
                .reference_count = 1},
    [PUPIL] = {.name = "leerling", .facts = example_pupil_facts, .fact_count = 2},
    [APPLICATION] = {.name = "aanmelding",
                     .facts = example_application_facts,
                     .fact_count = 5,
                     .references = example_application_references,
                     .reference_count = 3},
    [ABSENCE] = {.name = "verzuimdag",
                 .facts = example_absence_facts,
                 .fact_count = 2,
                 .references = example_absence_references,
                 .reference_count = 1},
    [SEAT] = {.name = "zetel", .references = example_seat_references, .reference_count = 1},
};

static pt_block example_blocks[] = {
    {.kind = PT_BLOCK_EVENT, .name = "aanmelding", .subject = APPLICATION},
    {.kind = PT_BLOCK_EVENT, .name = "besluit", .subject = APPLICATION},
    {.kind = PT_BLOCK_EVENT, .name = "verzuim", .subject = ABSENCE},
    {.kind = PT_BLOCK_EVENT, .name = "beslistermijn_verstreken", .subject = APPLICATION},
    {.kind = PT_BLOCK_WINDOW, .name = "uren_in_vier_lesweken", .subject = PUPIL},
    {.kind = PT_BLOCK_LIST, .name = "open_aanmeldingen", .subject = PUPIL},
};
enum { APPLY, DECIDE, MISS, EXPIRE };
static pt_event_ask example_decide_asks[] = {
    {.name = "uitkomst", .type = {.kind = PT_CHOICE, .set = OUTCOME_WORDS}},
    {.name = "toelichting", .type = {.kind = PT_YESNO, .may_be_unknown = true}},
};
static pt_event example_events[] = {
    [APPLY] = {.block = 0, .makes = true},
    [DECIDE] = {.block = 1, .asks = example_decide_asks, .ask_count = 2},
    [MISS] = {.block = 2, .makes = true},
    [EXPIRE] = {.block = 3},
};
static pt_window example_windows[] = {{.block = 4, .type = {.kind = PT_NUMBER, .high = 500 * 16}}};
static pt_list example_lists[] = {{.block = 5, .type = {.kind = PT_NUMBER, .high = 20 * 16}}};
static pt_group example_rules[] = {
    {.name = "zorgplicht_geldt", .subject = APPLICATION, .type = {.kind = PT_YESNO}},
    {.name = "bedrag", .subject = APPLICATION, .type = {.kind = PT_MONEY}},
    {.name = "vanaf", .subject = APPLICATION, .type = {.kind = PT_DATE}},
};
static pt_group example_duties[] = {
    {.name = "besluit_nemen", .subject = APPLICATION},
    {.name = "onderzoeken", .subject = APPLICATION},
};
static const char *const example_roles[] = {"ouders", "inspectie"};

static inline pt_pack *example_pack(pt_arena *arena)
{
    pt_pack *pack = PT_NEW(arena, pt_pack);
    *pack = (pt_pack){.arena = arena,
                      .name = "voorbeeld",
                      .roles = example_roles,
                      .role_count = 2,
                      .choices = example_choices,
                      .choice_count = CHOICES,
                      .kinds = example_kinds,
                      .kind_count = KINDS,
                      .blocks = example_blocks,
                      .block_count = 6,
                      .events = example_events,
                      .event_count = 4,
                      .windows = example_windows,
                      .window_count = 1,
                      .lists = example_lists,
                      .list_count = 1,
                      .rule_groups = example_rules,
                      .rule_group_count = 3,
                      .duty_groups = example_duties,
                      .duty_group_count = 2};
    pack->calendar = pt_calendar_create(arena);
    static const struct {
        pt_vacation kind;
        const char *region;
        int first[3];
        int last[3];
    } rows[] = {
        {PT_VACATION_HERFST, "noord", {2026, 10, 10}, {2026, 10, 18}},
        {PT_VACATION_HERFST, "midden", {2026, 10, 17}, {2026, 10, 25}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        pt_calendar_add_holiday(
            pack->calendar, pt_date_from(2026, 8, 1), rows[i].kind, rows[i].region,
            pt_date_from(rows[i].first[0], rows[i].first[1], rows[i].first[2]),
            pt_date_from(rows[i].last[0], rows[i].last[1], rows[i].last[2]), "proef");
    pt_calendar_finish(pack->calendar);
    return pack;
}

#endif
