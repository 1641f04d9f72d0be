/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * For the tests of engine/run: a pack from the text of its rules, with the calendar of the shipped
 * pack, and a story told in a few lines. What a test tells wrong ends it.
 */
#ifndef PT_TESTS_RUN_SUPPORT_H
#define PT_TESTS_RUN_SUPPORT_H

#include "support.h"

#include "io/pack_yaml.h"
#include "lua/call.h"
#include "reader/read.h"
#include "run/duties.h"
#include "run/reason.h"
#include "run/replay.h"
#include "run/window.h"

enum { TOLD_SUBJECTS = 64, TOLD_STEPS = 512, TOLD_FACTS = 16 };

typedef struct told {
    pt_arena *arena;
    pt_report report;
    pt_pack pack;
    const pt_plan *plan;
    pt_lua *lua;
    pt_scenario scenario;
    pt_scenario_subject subjects[TOLD_SUBJECTS];
    pt_step steps[TOLD_STEPS];
    pt_world *world; /* of the last replay */
    pt_run_result *result;
} told;

static inline pt_date on(const char *text)
{
    pt_date day = PT_DATE_NONE;
    if (!pt_date_parse(text, strlen(text), &day))
        fail_msg("geen dag: %s", text);
    return day;
}

static inline const char *day_text(pt_arena *arena, pt_date day)
{
    char text[PT_DATE_TEXT];
    if (day == PT_DATE_FOREVER)
        return "nooit";
    return pt_format(arena, "%s", day == PT_DATE_NONE ? "geen" : pt_date_format(day, text));
}

static inline pt_source *file_of(pt_arena *arena, const char *path, const char *text)
{
    pt_source *source = PT_NEW(arena, pt_source);
    *source = (pt_source){path, text, strlen(text)};
    return source;
}

static inline pt_source *shipped_file(pt_arena *arena, const char *path)
{
    FILE *file = fopen(pt_format(arena, "%s/%s", PT_TEST_ROOT, path), "rb");
    if (file == NULL)
        fail_msg("niet te lezen: %s", path);
    pt_text text = pt_text_create(arena);
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
        pt_text_add_bytes(&text, part, n);
    fclose(file);
    return file_of(arena, path, text.bytes);
}

static inline void no_findings(const told *t)
{
    if (t->report.count > 0) {
        pt_text text = pt_text_create(t->arena);
        for (size_t i = 0; i < t->report.count; i++)
            pt_finding_show(&text, &t->report.findings[i], PT_DUTCH, false);
        fail_msg("%s", text.bytes);
    }
}

/* A pack of one rule file; `parameters` is YAML or NULL. The story runs over the year 2026. */
static inline told *tell(const char *path, const char *parameters)
{
    pt_arena *arena = pt_arena_create();
    told *t = PT_NEW(arena, told);
    t->arena = arena;
    t->report = pt_report_create(arena);
    static const char *const roles[] = {"ouders"};
    static const char *const files[] = {"regels.lua"};
    pt_source *source = shipped_file(arena, path);
    t->pack = (pt_pack){.arena = arena,
                        .name = "proef",
                        .law_from = on("2014-08-01"),
                        .law_until = on("2028-07-31"),
                        .files = files,
                        .file_count = 1,
                        .sources = source,
                        .source_count = 1,
                        .roles = roles,
                        .role_count = 1};
    pt_parameters_yaml_read(
        &t->pack, parameters == NULL ? NULL : file_of(arena, "parameters.yaml", parameters),
        &t->report);
    pt_calendar_yaml_read(&t->pack, shipped_file(arena, "rules/passend-onderwijs/kalender.yaml"),
                          &t->report);
    no_findings(t);
    pt_read_rules(&t->pack, &(pt_rule_text){source, NULL, PT_DATE_NONE}, 1, &t->report);
    no_findings(t);
    t->plan = pt_plan_create(arena, &t->pack);
    t->lua = pt_lua_create(arena, &t->pack, &t->report, NULL);
    t->scenario = (pt_scenario){.name = "proef",
                                .from = on("2026-01-01"),
                                .until = on("2026-12-31"),
                                .region = pt_calendar_region(t->pack.calendar, "midden"),
                                .subjects = t->subjects,
                                .steps = t->steps};
    pt_lua_set_region(t->lua, (pt_region)t->scenario.region);
    no_findings(t);
    return t;
}

static inline void told_end(told *t)
{
    pt_lua_destroy(t->lua);
    pt_arena_destroy(t->arena);
}

static inline pt_value value_read(const told *t, pt_type type, const char *text)
{
    static const char *const plain[] = {"onbekend", "geen", "nee", "ja"};
    const pt_value values[] = {pt_unknown(), pt_none(), pt_yesno(false), pt_yesno(true)};
    for (size_t i = 0; i < 4; i++)
        if (strcmp(text, plain[i]) == 0)
            return values[i];
    if (type.kind == PT_DATE)
        return pt_value_of(PT_DATE, on(text));
    if (type.kind == PT_CHOICE) {
        uint16_t word = pt_choice_index(&t->pack.choices[type.set], text);
        assert_int_not_equal(word, PT_NO_INDEX);
        return (pt_value){.kind = PT_CHOICE, .set = type.set, .amount = word};
    }
    int64_t amount = strtoll(text, NULL, 10);
    return pt_value_of((pt_kind)type.kind,
                       type.kind == PT_NUMBER ? amount * PT_NUMBER_SCALE : amount);
}

static inline uint32_t who(const told *t, const char *name)
{
    for (uint32_t i = 0; i < t->scenario.subject_count; i++)
        if (strcmp(t->subjects[i].name, name) == 0)
            return i;
    fail_msg("wie is %s", name);
    return PT_NOBODY;
}

/* "naam=waarde naam=waarde": calls `each` with every pair. */
static inline char *next_pair(char **rest, char **value)
{
    char *name = *rest;
    while (*name == ' ')
        name++;
    if (*name == '\0')
        return NULL;
    char *end = strchr(name, ' ');
    *rest = end == NULL ? name + strlen(name) : end + 1;
    if (end != NULL)
        *end = '\0';
    *value = strchr(name, '=');
    assert_non_null(*value);
    *(*value)++ = '\0';
    return name;
}

/* References and facts of a subject, or the asked fields and facts of an event. */
static inline void give(told *t, uint16_t kind, const pt_event *event, const char *pairs,
                        uint32_t *references, pt_assignment *facts, size_t *fact_count,
                        pt_assignment *asked, size_t *asked_count)
{
    char *rest = pt_format(t->arena, "%s", pairs == NULL ? "" : pairs);
    char *value = NULL;
    for (char *name; (name = next_pair(&rest, &value)) != NULL;) {
        uint16_t reference = pt_pack_reference(&t->pack, kind, name);
        bool answered = false;
        for (uint16_t i = 0; event != NULL && i < event->ask_count; i++)
            if (strcmp(event->asks[i].name, name) == 0) {
                asked[(*asked_count)++] =
                    (pt_assignment){.fact = i, .value = value_read(t, event->asks[i].type, value)};
                answered = true;
            }
        if (answered)
            continue;
        if (reference != PT_NO_INDEX) {
            references[reference] = who(t, value);
            continue;
        }
        uint16_t fact = pt_pack_fact(&t->pack, kind, name);
        if (fact == PT_NO_INDEX)
            fail_msg("wat is %s", name);
        facts[(*fact_count)++] = (pt_assignment){
            .fact = fact, .value = value_read(t, t->pack.kinds[kind].facts[fact].type, value)};
    }
}

static inline uint32_t subject_told(told *t, const char *kind, const char *name, bool in_world,
                                    const pt_event *event, const char *pairs)
{
    uint32_t index = t->scenario.subject_count++;
    uint16_t k = pt_pack_kind(&t->pack, kind);
    assert_int_not_equal(k, PT_NO_INDEX);
    pt_scenario_subject *subject = &t->subjects[index];
    *subject = (pt_scenario_subject){.name = name, .kind = k, .in_world = in_world};
    subject->references = PT_NEW_ARRAY(t->arena, 8, uint32_t);
    memset(subject->references, 0xFF, 8 * sizeof(uint32_t));
    subject->facts = PT_NEW_ARRAY(t->arena, TOLD_FACTS, pt_assignment);
    pt_assignment asked[TOLD_FACTS];
    size_t asked_count = 0;
    give(t, k, event, pairs, subject->references, subject->facts, &subject->fact_count, asked,
         &asked_count);
    return index;
}

/* Somebody who is there from the first day. */
static inline uint32_t there_is(told *t, const char *kind, const char *name, const char *pairs)
{
    return subject_told(t, kind, name, true, NULL, pairs);
}

static inline pt_step *step_on(told *t, const char *day, pt_step_kind kind)
{
    pt_step *step = &t->steps[t->scenario.step_count++];
    assert_true(t->scenario.step_count <= TOLD_STEPS);
    *step = (pt_step){.kind = (uint8_t)kind, .day = on(day)};
    return step;
}

/* An event that makes `name`, or is about it; NULL for `wijzig`. */
static inline pt_occurrence *happens(told *t, const char *day, const char *event, const char *name,
                                     const char *pairs)
{
    pt_occurrence *o = &step_on(t, day, PT_STEP_OCCURRENCE)->occurrence;
    o->event = event == NULL ? PT_NO_INDEX : pt_pack_event(&t->pack, event);
    if (event != NULL && o->event == PT_NO_INDEX)
        fail_msg("welke gebeurtenis is %s", event);
    o->holds_from = on(day);
    o->asked = PT_NEW_ARRAY(t->arena, TOLD_FACTS, pt_assignment);
    o->facts = PT_NEW_ARRAY(t->arena, TOLD_FACTS, pt_assignment);
    const pt_event *what = event == NULL ? NULL : &t->pack.events[o->event];
    if (what != NULL && what->makes) {
        const pt_block *block = &t->pack.blocks[what->block];
        o->subject = subject_told(t, t->pack.kinds[block->subject].name, name, false, what, pairs);
        return o;
    }
    o->subject = who(t, name);
    uint32_t none[8];
    give(t, t->subjects[o->subject].kind, what, pairs, none, o->facts, &o->fact_count, o->asked,
         &o->asked_count);
    return o;
}

/* Expects `field` of "a1.naam" to be `value`; what the loader of scenarios would make of it. */
static inline pt_expected_field *expects(told *t, const char *day, const char *what,
                                         pt_expected_field_kind kind, const char *value)
{
    pt_step *step = step_on(t, day, PT_STEP_EXPECTATIONS);
    pt_expectation *e = step->expectations = PT_NEW(t->arena, pt_expectation);
    step->expectation_count = 1;
    const char *dot = strchr(what, '.');
    assert_non_null(dot);
    const char *name = pt_arena_copy(t->arena, what, (size_t)(dot - what));
    e->subject = who(t, name);
    e->written = what;
    e->fields = PT_NEW(t->arena, pt_expected_field);
    e->field_count = 1;
    e->fields->kind = (uint8_t)kind;
    e->fields->text = value;
    if (!pt_pack_name(&t->pack, t->subjects[e->subject].kind, dot + 1, &e->name))
        fail_msg("wat is %s", what);
    pt_type type = {.kind = PT_DATE};
    if (e->name.kind == PT_NAME_FACT)
        type = t->pack.kinds[t->subjects[e->subject].kind].facts[e->name.index].type;
    if (e->name.kind == PT_NAME_RULE)
        type = t->pack.rule_groups[e->name.index].type;
    if (e->name.kind == PT_NAME_WINDOW)
        type = t->pack.windows[e->name.index].type;
    if (e->name.kind == PT_NAME_LIST)
        type = t->pack.lists[e->name.index].type;
    bool typed = kind == PT_FIELD_DUE || (kind == PT_FIELD_VALUE && e->name.kind != PT_NAME_DUTY);
    if (typed) {
        e->fields->value = value_read(t, type, value);
        e->fields->text = NULL;
    }
    return e->fields;
}

/* By day, then as told. */
static inline void order_steps(told *t)
{
    pt_step *steps = t->scenario.steps;
    for (size_t i = 1; i < t->scenario.step_count; i++) {
        pt_step moved = steps[i];
        size_t at = i;
        for (; at > 0 && steps[at - 1].day > moved.day; at--)
            steps[at] = steps[at - 1];
        steps[at] = moved;
    }
}

static inline pt_run_result *replay_told(told *t, const pt_replay_options *options)
{
    pt_replay_options with = options == NULL ? (pt_replay_options){0} : *options;
    with.plan = t->plan;
    order_steps(t);
    t->result = pt_replay_world(t->arena, &t->pack, &t->scenario, pt_lua_reading(t->lua),
                                &t->report, &with, &t->world);
    return t->result;
}

/* Replays; every expectation must come out, without findings. */
static inline void comes_true(told *t)
{
    pt_run_result *result = replay_told(t, NULL);
    no_findings(t);
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *r = &result->records[i];
        if (r->kind == PT_RECORD_EXPECTATION && !r->of.expectation.passed)
            fail_msg("%s op %s: verwacht %s, gevonden %s", r->of.expectation.expectation->written,
                     day_text(t->arena, r->day), r->of.expectation.expected,
                     r->of.expectation.found);
    }
    assert_false(result->broken);
}

static inline pt_name named(const told *t, const char *kind, const char *name)
{
    pt_name found = {0};
    if (!pt_pack_name(&t->pack, pt_pack_kind(&t->pack, kind), name, &found))
        fail_msg("wat is %s", name);
    return found;
}

/* The code of the last finding: "U030"; "" when there is none. */
static inline const char *last_code(const told *t)
{
    return t->report.count == 0
               ? ""
               : pt_code_describe(t->report.findings[t->report.count - 1].code)->name;
}

#endif
