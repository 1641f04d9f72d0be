/* SPDX-License-Identifier: EUPL-1.2 */
/* Every rule of the shipped pack as a batch, against the same rule asked in a world, case by case.
 */
#include "support.h"

#include "base/random.h"
#include "batch_support.h"
#include "run/evaluate.h"

enum { CASES = 400, MOST_HOPS = 3, MOST_SUBJECTS = 64, MOST_REFERENCES = 8, LEAST_PERCENT = 85 };

static const struct {
    int year, month, day;
} days[] = {{2020, 3, 2}, {2026, 9, 1}};

/* A case: a subject, and one of its own behind every reference, so far as paths go. */
typedef struct shipped {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    const pt_plan *plan;
    pt_world *world;
    uint32_t targets[MOST_SUBJECTS][MOST_REFERENCES]; /* of subjects, by reference */
    pt_random_stream luck;
} shipped;

static int shipped_setup(void **state)
{
    static shipped s;
    s.arena = pt_arena_create();
    s.report = pt_report_create(s.arena);
    s.pack = pack_in(s.arena, "rules/passend-onderwijs", &s.report);
    show_findings(&s.report);
    s.plan = pt_plan_create(s.arena, s.pack);
    s.luck = pt_random_stream_create(1, 3, 1);
    *state = &s;
    return 0;
}

static int shipped_teardown(void **state)
{
    pt_arena_destroy(((shipped *)*state)->arena);
    return 0;
}

static uint32_t add_subject(shipped *s, uint16_t kind, int hops)
{
    uint32_t subject = pt_world_reserve(s->world);
    const pt_subject_kind *of = &s->pack->kinds[kind];
    assert_true(subject < MOST_SUBJECTS && of->reference_count <= MOST_REFERENCES);
    pt_world_add(s->world, subject, kind, "geval");
    for (uint16_t r = 0; r < of->reference_count; r++) {
        s->targets[subject][r] =
            hops == 0 ? PT_NOBODY : add_subject(s, of->references[r].target, hops - 1);
        if (hops > 0)
            pt_world_refer(s->world, subject, r, s->targets[subject][r]);
    }
    return subject;
}

/* An amount of the type: often an end, days near the day of the batch. */
static int64_t any_amount(shipped *s, const pt_type *type)
{
    int64_t unit = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    int64_t low = type->low;
    int64_t high = type->high;
    if (type->kind == PT_YESNO || type->kind == PT_CHOICE) {
        low = 0;
        high = type->kind == PT_YESNO ? 1 : s->pack->choices[type->set].count - 1;
    }
    if (type->kind == PT_DATE) {
        int64_t span = pt_random_between(&s->luck, 0, 1) == 0 ? 100 : 6000;
        low = s->world->today - span;
        high = s->world->today + span / 4;
    }
    switch (pt_random_between(&s->luck, 0, 6)) {
    case 0: return low;
    case 1: return high;
    case 2: return low + (high - low < 4 * unit ? 0 : unit * pt_random_between(&s->luck, 0, 4));
    default: return pt_random_between(&s->luck, low / unit, high / unit) * unit;
    }
}

static pt_value any_value(shipped *s, const pt_type *type)
{
    int64_t luck = pt_random_between(&s->luck, 0, 7);
    if (luck == 0 && type->may_be_unknown)
        return pt_unknown();
    if (luck == 1 && type->may_be_none)
        return pt_none();
    return case_value(type, any_amount(s, type));
}

static void any_facts(shipped *s)
{
    for (uint32_t i = 0; i < s->world->subject_count; i++) {
        pt_subject *subject = &s->world->subjects[i];
        const pt_subject_kind *kind = &s->pack->kinds[subject->kind];
        for (uint16_t r = 0; r < kind->reference_count; r++) {
            bool left_out = kind->references[r].optional && pt_random_between(&s->luck, 0, 3) == 0;
            subject->references[r] = left_out ? PT_NOBODY : s->targets[i][r];
        }
        for (uint16_t f = 0; f < kind->fact_count; f++)
            subject->facts[f].value = any_value(s, &kind->facts[f].type);
    }
    pt_world_forget(s->world);
}

/* Puts a case into the columns; false when the world itself cannot reckon one of them. */
static bool put_case(shipped *s, const case_columns *columns, size_t i)
{
    for (size_t c = 0; c < columns->input_count; c++) {
        const pt_batch_column *column = &columns->inputs[c];
        pt_input_value found = pt_input_for(s->world, column->input, 0, pt_law_today(s->world));
        pt_value value = found.value;
        if (found.failed)
            return false;
        if (column->is_state)
            pt_batch_put(column, columns->given[c], i,
                         value.kind == PT_UNKNOWN ? 1
                         : value.kind == PT_NONE  ? 2
                                                  : 0);
        else
            pt_batch_put(column, columns->given[c], i,
                         pt_is_value(value) ? value.amount : column->type.low);
    }
    return true;
}

static pt_value made_value(const case_columns *columns, size_t i)
{
    const pt_batch_column *of = &columns->outputs[0];
    int64_t state =
        columns->output_count < 2 ? 0 : pt_batch_amount(&columns->outputs[1], columns->made[1], i);
    return state == 1   ? pt_unknown()
           : state == 2 ? pt_none()
                        : case_value(&of->type, pt_batch_amount(of, columns->made[0], i));
}

static void show_difference(const shipped *s, const char *rule, pt_value wanted, pt_value made)
{
    pt_text text = pt_text_create(s->arena);
    pt_text_format(&text, "%s: ", rule);
    pt_value_show(&text, s->pack, wanted);
    pt_text_add(&text, " in de wereld, in de reeks ");
    pt_value_show(&text, s->pack, made);
    fail_msg("%s", text.bytes);
}

static void compare_rule(shipped *s, const pt_batch *batch, uint16_t group, size_t *compared)
{
    pt_arena *arena = pt_arena_create();
    case_columns columns = case_columns_for(arena, batch, CASES);
    pt_value *wanted = PT_NEW_ARRAY(arena, CASES, pt_value);
    size_t count = 0;
    for (size_t tried = 0; tried < CASES; tried++) {
        any_facts(s);
        if (!put_case(s, &columns, count))
            continue;
        const pt_outcome *outcome = pt_rule_outcome(s->world, 0, group);
        wanted[count] = outcome->value;
        count += outcome->way != PT_WAY_FAILED;
    }
    for (pt_batch_set set = PT_BATCH_PLAIN; set <= pt_batch_best_set(); set++) {
        case_columns_run(&columns, batch, set, count);
        for (size_t i = 0; i < count; i++)
            if (!pt_value_equal(wanted[i], made_value(&columns, i)))
                show_difference(s, s->pack->rule_groups[group].name, wanted[i],
                                made_value(&columns, i));
    }
    *compared += count;
    pt_arena_destroy(arena);
}

/* True when the rule fits; the refusal, with its page, when it does not. */
static bool try_rule(shipped *s, uint16_t group, pt_date day, size_t *compared)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    uint16_t kind = s->pack->rule_groups[group].subject;
    const pt_batch *batch = pt_batch_compile(arena, s->pack, kind, &group, 1, day, &report);
    if (batch == NULL) {
        assert_int_equal(report.count, 1);
        print_message("%s: %s\n", s->pack->rule_groups[group].name,
                      pt_code_describe(report.findings[0].code)->name);
    } else {
        s->world = pt_world_create(arena, s->plan, PT_REGION_NONE, day, MOST_SUBJECTS);
        s->world->report = &report;
        s->world->today = day;
        s->world->subject_count = 0;
        add_subject(s, kind, MOST_HOPS);
        compare_rule(s, batch, group, compared);
    }
    pt_arena_destroy(arena);
    return batch != NULL;
}

static void shipped_rules_give_what_they_give_in_a_world(void **state)
{
    shipped *s = *state;
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        pt_date day = pt_date_from(days[d].year, days[d].month, days[d].day);
        size_t fit = 0;
        size_t compared = 0;
        for (uint16_t g = 0; g < s->pack->rule_group_count; g++)
            fit += try_rule(s, g, day, &compared);
        print_message("%d: %zu of %d rules fit, %zu cases compared\n", days[d].year, fit,
                      s->pack->rule_group_count, compared);
        assert_true(100 * fit >= LEAST_PERCENT * (size_t)s->pack->rule_group_count);
        assert_true(compared > fit * CASES / 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_rules_give_what_they_give_in_a_world),
    };
    return cmocka_run_group_tests(tests, shipped_setup, shipped_teardown);
}
