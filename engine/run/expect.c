/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "run/course.h"
#include "run/duties.h"
#include "run/reason.h"
#include "run/voting.h"
#include "run/window.h"

/* What was found for one field, as it would be written in a scenario. */
typedef struct finding {
    bool passed;
    const char *found;
} finding;

/* --- Writing as a scenario does ------------------------------------------------------------- */

static void write_quoted(pt_text *text, const char *bytes)
{
    pt_text_add_char(text, '"');
    for (; *bytes != '\0'; bytes++) {
        if (*bytes == '"' || *bytes == '\\')
            pt_text_add_char(text, '\\');
        pt_text_add_char(text, *bytes);
    }
    pt_text_add_char(text, '"');
}

static const char *quoted(pt_arena *arena, const char *written)
{
    pt_text text = pt_text_create(arena);
    if (written == NULL)
        return "geen";
    write_quoted(&text, written);
    return text.bytes;
}

static const char *written_value(const pt_course *course, pt_value value)
{
    pt_text shown = pt_text_create(course->world->arena);
    if (value.kind == PT_SUBJECT)
        pt_world_show(&shown, course->world, value);
    else
        pt_value_write(&shown, course->world->pack, value);
    return shown.bytes;
}

static const char *written_list(pt_arena *arena, const char *const *texts, size_t count)
{
    pt_text text = pt_text_create(arena);
    pt_text_add_char(&text, '[');
    for (size_t i = 0; i < count; i++)
        pt_text_format(&text, "%s%s", i == 0 ? "" : ", ", texts[i]);
    pt_text_add_char(&text, ']');
    return text.bytes;
}

/* --- Values --------------------------------------------------------------------------------- */

static bool close_enough(pt_value expected, pt_value found, int64_t margin)
{
    if (pt_value_equal(expected, found))
        return true;
    int64_t off = expected.amount - found.amount;
    return margin > 0 && expected.kind == found.kind && pt_is_value(found) &&
           (off < 0 ? -off : off) <= margin;
}

static finding compare_value(const pt_course *course, const pt_expected_field *field,
                             pt_value value)
{
    return (finding){close_enough(field->value, value, field->margin),
                     written_value(course, value)};
}

static finding compare_text(pt_arena *arena, const char *expected, const char *found)
{
    bool none = found == NULL && pt_text_equal(expected, "geen");
    return (finding){none || pt_text_equal(expected, found), quoted(arena, found)};
}

static finding compare_word(const char *expected, const char *found)
{
    return (finding){pt_text_equal(expected, found), found};
}

/* --- Rules, facts, windows, lists ----------------------------------------------------------- */

static pt_value value_of(pt_course *course, uint32_t subject, pt_name name)
{
    pt_world *world = course->world;
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: return world->subjects[subject].facts[name.index].value;
    case PT_NAME_RULE: return pt_rule_outcome(world, subject, name.index)->value;
    case PT_NAME_WINDOW: return pt_window_value(world, subject, name.index)->value;
    case PT_NAME_LIST: return pt_list_value(world, subject, name.index)->value;
    case PT_NAME_DUTY: break;
    }
    return pt_unknown();
}

static const char *source_of(const pt_ground *ground)
{
    return ground == NULL ? NULL : ground->source;
}

static finding judge_rule(pt_course *course, const pt_expectation *expectation,
                          const pt_expected_field *field)
{
    pt_world *world = course->world;
    uint16_t group = expectation->name.index;
    if (field->kind == PT_FIELD_SOURCE)
        return compare_text(world->arena, field->text,
                            source_of(pt_rule_outcome(world, expectation->subject, group)->ground));
    return compare_text(world->arena, field->text,
                        pt_rule_reason(world, world->arena, expectation->subject, group));
}

/* --- Duties --------------------------------------------------------------------------------- */

static const char *bearer_of(const pt_course *course, const pt_duty_state *state)
{
    if (state->bearer_role != NULL)
        return state->bearer_role;
    return state->bearer == PT_NOBODY ? "geen" : course->world->subjects[state->bearer].name;
}

static finding judge_duty(pt_course *course, const pt_expectation *expectation,
                          const pt_expected_field *field)
{
    pt_arena *arena = course->world->arena;
    const pt_duty_state *state =
        pt_duty_state_of(course->world, expectation->subject, expectation->name.index);
    bool dated = state->status != PT_DUTY_ABSENT && state->due != PT_DATE_FOREVER;
    switch ((pt_expected_field_kind)field->kind) {
    case PT_FIELD_BEARER: return compare_word(field->text, bearer_of(course, state));
    case PT_FIELD_DUE:
        return compare_value(course, field, dated ? pt_value_of(PT_DATE, state->due) : pt_none());
    case PT_FIELD_SOURCE: return compare_text(arena, field->text, source_of(state->ground));
    case PT_FIELD_REASON:
        return compare_text(arena, field->text,
                            pt_duty_reason(course->world, arena, expectation->subject, state));
    case PT_FIELD_VALUE:
    case PT_FIELD_STATUS:
    case PT_FIELD_CONTAINS:
    case PT_FIELD_CONTAINS_NOT:
    case PT_FIELD_EXACTLY:
    case PT_FIELD_COUNT: break;
    }
    return compare_word(field->text, pt_duty_status_word((pt_duty_status)state->status));
}

static bool is_due(const pt_duty_state *state)
{
    return state->status == PT_DUTY_OPEN || state->status == PT_DUTY_STANDS_STILL ||
           state->status == PT_DUTY_LATE;
}

/* The names of the duties of a subject that are open, stand still or are late. */
static size_t due_duties(pt_course *course, uint32_t subject, const char ***names)
{
    pt_world *world = course->world;
    const pt_kind_plan *plan = &world->plan->kinds[world->subjects[subject].kind];
    size_t count = 0;
    *names = PT_NEW_ARRAY(world->arena, plan->slot_count, const char *);
    for (uint16_t s = 0; s < plan->slot_count; s++) {
        if (plan->slots[s].kind != PT_SLOT_DUTY)
            continue;
        const pt_group *group = &world->pack->duty_groups[plan->slots[s].index];
        const pt_duty_state *state = pt_duty_state_of(world, subject, plan->slots[s].index);
        if (is_due(state) && !world->pack->duties[state->version].faculty)
            (*names)[count++] = group->name;
    }
    return count;
}

static bool is_among(const char *text, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

/* A list of names: of running duties, or of people whose vote decided. */
static finding judge_names(pt_course *course, const pt_expectation *expectation,
                           const pt_expected_field *field)
{
    const char **names = NULL;
    pt_world *world = course->world;
    size_t count = expectation->kind == PT_EXPECT_DUTIES
                       ? due_duties(course, expectation->subject, &names)
                       : pt_meeting_decisive(world->arena, world, expectation->subject, &names);
    bool passed = field->kind != PT_FIELD_EXACTLY || field->text_count == count;
    for (size_t i = 0; i < field->text_count; i++)
        passed &= is_among(field->texts[i], names, count) == (field->kind != PT_FIELD_CONTAINS_NOT);
    return (finding){passed, written_list(course->world->arena, names, count)};
}

/* --- All of them ---------------------------------------------------------------------------- */

static finding judge_count(const pt_course *course, const pt_expectation *expectation,
                           const pt_expected_field *field)
{
    int64_t times = course->world->happened[expectation->event];
    bool never = expectation->kind == PT_EXPECT_NOT_HAPPENED;
    bool passed = times * PT_NUMBER_SCALE == (never ? 0 : field->value.amount);
    return (finding){passed, pt_format(course->world->arena, "%lld", (long long)times)};
}

/* Who does not exist yet has no duties and no values. */
static finding judge_nobody(const pt_expected_field *field)
{
    bool passed = pt_text_equal(field->text, "geen");
    if (field->text == NULL && field->texts == NULL)
        passed = field->value.kind == PT_NONE;
    return (finding){passed, "geen"};
}

static finding judge_field(pt_course *course, const pt_expectation *expectation,
                           const pt_expected_field *field)
{
    uint32_t subject = expectation->subject;
    if (expectation->kind == PT_EXPECT_HAPPENED || expectation->kind == PT_EXPECT_NOT_HAPPENED)
        return judge_count(course, expectation, field);
    if (subject >= course->world->subject_count || !course->world->subjects[subject].alive)
        return judge_nobody(field);
    if (expectation->kind == PT_EXPECT_DUTIES || expectation->kind == PT_EXPECT_DECISIVE)
        return judge_names(course, expectation, field);
    if (expectation->name.kind == PT_NAME_DUTY)
        return judge_duty(course, expectation, field);
    if (field->kind == PT_FIELD_VALUE)
        return compare_value(course, field, value_of(course, subject, expectation->name));
    if (expectation->name.kind == PT_NAME_RULE)
        return judge_rule(course, expectation, field);
    return (finding){false, "geen"};
}

static const char *written_field(const pt_course *course, const pt_expectation *expectation,
                                 const pt_expected_field *field)
{
    pt_arena *arena = course->world->arena;
    if (expectation->kind == PT_EXPECT_NOT_HAPPENED)
        return "0";
    switch ((pt_expected_field_kind)field->kind) {
    case PT_FIELD_SOURCE:
    case PT_FIELD_REASON: return quoted(arena, field->text);
    case PT_FIELD_CONTAINS:
    case PT_FIELD_CONTAINS_NOT:
    case PT_FIELD_EXACTLY: return written_list(arena, field->texts, field->text_count);
    case PT_FIELD_STATUS:
    case PT_FIELD_BEARER: return field->text;
    case PT_FIELD_VALUE:
    case PT_FIELD_DUE:
    case PT_FIELD_COUNT: break;
    }
    return field->text != NULL ? field->text : written_value(course, field->value);
}

/* Why it is not as expected: for the reader of a failure. */
static void add_grounds(pt_course *course, const pt_expectation *expectation, pt_record *record)
{
    pt_world *world = course->world;
    uint16_t group = expectation->name.index;
    const pt_ground *ground = NULL;
    if (expectation->kind != PT_EXPECT_NAME || expectation->subject >= world->subject_count ||
        !world->subjects[expectation->subject].alive)
        return;
    if (expectation->name.kind == PT_NAME_RULE) {
        ground = pt_rule_outcome(world, expectation->subject, group)->ground;
        record->of.expectation.reason =
            pt_rule_reason(world, world->arena, expectation->subject, group);
    } else if (expectation->name.kind == PT_NAME_DUTY) {
        ground = pt_duty_state_of(world, expectation->subject, group)->ground;
    }
    record->of.expectation.source = ground == NULL ? NULL : ground->source;
}

static void note(pt_course *course, const pt_expectation *expectation,
                 const pt_expected_field *field)
{
    finding judged = judge_field(course, expectation, field);
    pt_record *record = pt_course_record(course, PT_RECORD_EXPECTATION, expectation->subject);
    record->of.expectation.expectation = expectation;
    record->of.expectation.field = field;
    record->of.expectation.passed = judged.passed;
    record->of.expectation.unjudged = expectation->unjudged;
    record->of.expectation.expected = written_field(course, expectation, field);
    record->of.expectation.found = judged.found;
    if (!judged.passed)
        add_grounds(course, expectation, record);
    if (expectation->unjudged)
        course->result->unjudged++;
    else if (judged.passed)
        course->result->passed++;
    else
        course->result->failed++;
}

void pt_course_judge(pt_course *course, const pt_step *step)
{
    if (step->kind != PT_STEP_EXPECTATIONS)
        return;
    course->step = step;
    for (size_t i = 0; i < step->expectation_count; i++) {
        const pt_expectation *expectation = &step->expectations[i];
        for (size_t f = 0; f < expectation->field_count; f++)
            note(course, expectation, &expectation->fields[f]);
    }
    course->step = NULL;
}
