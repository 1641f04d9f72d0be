/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_parts.h"

#include <string.h>

#include "base/text.h"

enum { MOST_STEPS = 400000 };

void pt_check_find(pt_check *check, pt_code code, pt_position at, const char *const *arguments)
{
    bool note = pt_code_describe(code)->severity == PT_NOTE;
    pt_find(note ? check->notes : check->report, code, at, arguments, NULL);
}

const char *pt_check_name(pt_check *check, uint32_t block)
{
    static const char *const words[] = {
        [PT_BLOCK_RULE] = "regel",        [PT_BLOCK_EXCEPTION] = "uitzondering",
        [PT_BLOCK_DUTY] = "plicht",       [PT_BLOCK_FACULTY] = "mogelijkheid",
        [PT_BLOCK_EVENT] = "gebeurtenis", [PT_BLOCK_WINDOW] = "venster",
        [PT_BLOCK_LIST] = "lijst",        [PT_BLOCK_DIVISION] = "verdeling",
    };
    const pt_block *of = &check->pack->blocks[block];
    return pt_format(check->scratch, "%s '%s'", words[of->kind], of->name);
}

bool pt_check_explained(const pt_check *check, uint32_t block)
{
    return check->pack->blocks[block].note != NULL;
}

/* --- what stays in the dark ---------------------------------------------------------------------
 */

static bool same_test_place(const pt_test *a, const pt_test *b)
{
    return a->at.source == b->at.source && a->at.line == b->at.line && a->at.column == b->at.column;
}

static void check_opaque(pt_check *check, const pt_function *function, const pt_tree *tree)
{
    for (size_t i = 0; i < tree->node_count; i++) {
        const pt_test *test = &tree->nodes[i].test;
        bool said = tree->nodes[i].is_leaf || !test->opaque;
        for (size_t j = 0; j < i && !said; j++)
            said = !tree->nodes[j].is_leaf && tree->nodes[j].test.opaque &&
                   same_test_place(&tree->nodes[j].test, test);
        if (!said)
            pt_check_find(check, PT_C020, test->at, PT_ARGS(pt_check_name(check, function->block)));
    }
}

static void check_dark(pt_check *check)
{
    const pt_pack *pack = check->pack;
    for (uint32_t i = 0; i < pack->block_count && check->how->strict; i++) {
        if (pack->blocks[i].free)
            pt_check_find(check, PT_C019, pack->blocks[i].at, PT_ARGS(pt_check_name(check, i)));
    }
    for (uint32_t i = 0; i < pack->function_count; i++) {
        const pt_function *function = pack->functions[i];
        if (function->period_count > 0) /* the text is that of all periods; the last is in force */
            check_opaque(check, function, function->periods[function->period_count - 1].tree);
    }
    if (check->undecided > 0)
        pt_check_find(check, PT_C021, (pt_position){.source = pack->sources},
                      PT_ARGS(pt_format(check->scratch, "%zu", check->undecided)));
}

/* --- in order -----------------------------------------------------------------------------------
 */

static bool comes_before(const pt_position *a, const pt_position *b)
{
    if (a->source == NULL || b->source == NULL)
        return a->source == NULL && b->source != NULL;
    int order = strcmp(a->source->path, b->source->path);
    if (order != 0)
        return order < 0;
    return a->line < b->line || (a->line == b->line && a->column < b->column);
}

/* As they stand in the text, file by file. */
static void put_in_order(pt_report *report, size_t first)
{
    for (size_t i = first; i < report->count; i++) {
        pt_finding moving = report->findings[i];
        size_t at = i;
        for (; at > first && comes_before(&moving.at, &report->findings[at - 1].at); at--)
            report->findings[at] = report->findings[at - 1];
        report->findings[at] = moving;
    }
}

void pt_check_pack(const pt_pack *pack, const pt_checking *how, pt_report *report, pt_report *notes)
{
    static void (*const parts[])(pt_check *) = {
        pt_check_text, pt_check_outcomes, pt_check_periods, pt_check_duties,
        pt_check_use,  pt_check_composed, check_dark};
    pt_check check = {.pack = pack,
                      .how = how,
                      .report = report,
                      .notes = notes,
                      .scratch = pt_arena_create(),
                      .joints = pt_arena_create(),
                      .steps = MOST_STEPS};
    size_t first = report->count, first_note = notes->count;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (how->moved != NULL)
            how->moved(how->context);
        parts[i](&check);
    }
    put_in_order(report, first);
    put_in_order(notes, first_note);
    pt_arena_destroy(check.joints);
    pt_arena_destroy(check.scratch);
}

/* --- scenarios ----------------------------------------------------------------------------------
 */

/* Does the expectation itself say that there is nothing? */
static bool expects_nothing(const pt_expectation *expectation)
{
    bool nothing = false;
    for (size_t i = 0; i < expectation->field_count; i++) {
        const pt_expected_field *field = &expectation->fields[i];
        nothing = nothing || (field->kind == PT_FIELD_VALUE && !pt_is_value(field->value));
    }
    return nothing;
}

static bool has_ground(const pt_block *block, pt_date day)
{
    bool has = false;
    for (size_t i = 0; i < block->ground_count; i++)
        has = has || (block->grounds[i].from <= day && day <= block->grounds[i].until);
    return has;
}

static void check_expectation(const pt_pack *pack, const pt_expectation *expectation, pt_date day,
                              pt_report *report)
{
    if (expectation->kind != PT_EXPECT_NAME || expectation->name.kind != PT_NAME_RULE ||
        expects_nothing(expectation))
        return;
    const pt_group *group = &pack->rule_groups[expectation->name.index];
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *block = &pack->blocks[pack->rules[group->versions[i]].block];
        if (block->reference_date != PT_NO_INDEX || has_ground(block, day))
            return;
    }
    char shown[PT_DATE_TEXT];
    pt_find(report, PT_C022, expectation->at, PT_ARGS(group->name, pt_date_format(day, shown)),
            NULL);
}

void pt_check_scenario(const pt_pack *pack, const pt_scenario *scenario, pt_report *report)
{
    for (size_t i = 0; i < scenario->step_count; i++) {
        const pt_step *step = &scenario->steps[i];
        for (size_t j = 0; j < step->expectation_count; j++)
            check_expectation(pack, &step->expectations[j], step->day, report);
    }
}
