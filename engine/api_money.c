/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_money.h"

#include "run/money.h"
#include "run/replay.h"

enum { MOST_DAYS = 60, DECEMBER = 12, LAST_OF_DECEMBER = 31 };

typedef struct making {
    pt_worker *worker;
    const pt_money_side *sides;
    pt_report *report;
    pt_money_names names[2];
    pt_money_table *table;
} making;

static pt_world *world_on(making *m, size_t side, pt_date day)
{
    const pt_money_side *of = &m->sides[side];
    pt_replay_options options = {
        .plan = of->loaded->plan, .trees_alone = true, .stops = true, .last = day};
    pt_world *world = NULL;
    pt_progress_step(m->worker->progress);
    pt_lua_set_region(of->loaded->lua, of->scenario->region);
    pt_lua_set_report(of->loaded->lua, m->report);
    pt_replay_world(m->worker->play, of->loaded->pack, of->scenario,
                    pt_lua_reading(of->loaded->lua), m->report, &options, &world);
    return world;
}

static const char *group_of(const pt_world *world, const pt_money_names *names, uint32_t subject)
{
    if (names->group == PT_NO_INDEX)
        return "";
    uint32_t group = world->subjects[subject].references[names->group];
    return group == PT_NOBODY ? "" : world->subjects[group].name;
}

static bool is_row(const making *m, const pt_world *world, size_t side, uint32_t subject)
{
    return subject < world->subject_count && world->subjects[subject].alive &&
           world->subjects[subject].kind == m->names[side].kind;
}

static bool is_beside(const making *m, const pt_world *world, size_t side, uint32_t subject)
{
    return m->names[side].beside != PT_NO_INDEX && subject < world->subject_count &&
           world->subjects[subject].alive && world->subjects[subject].kind == m->names[side].beside;
}

static pt_money_row row_of(const char *name, const char *group, pt_value before, pt_value after)
{
    return (pt_money_row){.name = name,
                          .group = group,
                          .before = before.kind == PT_MONEY ? before.amount : 0,
                          .after = after.kind == PT_MONEY ? after.amount : 0,
                          .per = -1,
                          .known = before.kind != PT_UNKNOWN && after.kind != PT_UNKNOWN,
                          .left_out = before.kind == PT_NONE && after.kind == PT_NONE};
}

static void fill_beside(making *m, pt_world *const worlds[2], uint32_t subject, pt_money_row *row)
{
    pt_value before = pt_unknown();
    if (is_beside(m, worlds[0], 0, subject))
        before = pt_money_stays(worlds[0], &m->names[0], subject);
    pt_value after = pt_money_stays(worlds[1], &m->names[1], subject);
    *row = row_of(worlds[1]->subjects[subject].name, "", before, after);
    row->beside = true;
}

static void fill_row(making *m, pt_world *const worlds[2], uint32_t subject, pt_money_row *row)
{
    pt_value before = pt_unknown();
    if (is_row(m, worlds[0], 0, subject))
        before = pt_money_amount(worlds[0], &m->names[0], subject);
    pt_value after = pt_money_amount(worlds[1], &m->names[1], subject);
    *row = row_of(worlds[1]->subjects[subject].name, group_of(worlds[1], &m->names[1], subject),
                  before, after);
    row->per = pt_money_per(worlds[1], &m->names[1], subject);
}

static void fill_day(making *m, pt_world *const worlds[2], pt_money_day *day)
{
    const pt_world *world = worlds[1];
    day->rows = PT_NEW_ARRAY(m->worker->play, world->subject_count, pt_money_row);
    for (uint32_t i = 0; i < world->subject_count; i++)
        if (is_row(m, world, 1, i))
            fill_row(m, worlds, i, &day->rows[day->count++]);
    for (uint32_t i = 0; i < world->subject_count; i++)
        if (is_beside(m, world, 1, i))
            fill_beside(m, worlds, i, &day->rows[day->count++]);
}

static void add_effect(making *m, pt_world *const worlds[2], const pt_what_if *what_if,
                       uint32_t subject, const pt_money_row *row)
{
    const int64_t *before = row == NULL ? NULL : &row->before;
    const int64_t *after = row == NULL ? NULL : &row->after;
    pt_money_effect effect = {.title = what_if->title};
    if (subject != PT_NOBODY)
        effect.name = worlds[1]->subjects[subject].name;
    effect.known = pt_money_try(worlds[0], &m->names[0], what_if, subject, before, &effect.before);
    effect.known = pt_money_try(worlds[1], &m->names[1], what_if, subject, after, &effect.after) &&
                   effect.known;
    pt_money_table *table = m->table;
    table->effects = pt_arena_grow(m->worker->play, table->effects, table->effect_count,
                                   &table->effect_capacity, sizeof effect);
    table->effects[table->effect_count++] = effect;
    pt_progress_step(m->worker->progress);
}

/* Changes are those of the later pack; what it shows as the amount may differ in the earlier. */
static void fill_effects(making *m, pt_world *const worlds[2])
{
    const pt_money_view *view = m->names[1].view;
    for (size_t w = 0; w < view->what_if_count; w++) {
        const pt_what_if *what_if = &view->what_ifs[w];
        if (!what_if->of_each) {
            add_effect(m, worlds, what_if, PT_NOBODY, NULL);
            continue;
        }
        const pt_money_row *row = m->table->days[m->table->day_count - 1].rows;
        for (uint32_t i = 0; i < worlds[1]->subject_count; i++) {
            if (!is_row(m, worlds[1], 1, i))
                continue;
            if (is_row(m, worlds[0], 0, i) && row->known && !row->left_out)
                add_effect(m, worlds, what_if, i, row);
            row++;
        }
    }
}

static bool differs(const pt_money_table *table)
{
    bool other = false;
    for (size_t i = 0; i < table->day_count; i++)
        for (size_t j = 0; j < table->days[i].count; j++)
            other = other || table->days[i].rows[j].before != table->days[i].rows[j].after;
    for (size_t i = 0; i < table->effect_count; i++)
        other = other || table->effects[i].before != table->effects[i].after;
    return other;
}

static bool has_money(const pt_money_day *day)
{
    bool some = false;
    for (size_t i = 0; i < day->count; i++)
        some =
            some || (day->rows[i].known && (day->rows[i].before != 0 || day->rows[i].after != 0));
    return some;
}

static void take_day(making *m, pt_date day, pt_world *worlds[2], pt_money_day *made)
{
    made->day = day;
    for (size_t side = 0; side < 2; side++)
        worlds[side] = world_on(m, side, day);
    fill_day(m, worlds, made);
}

/* Most stories count nobody, and that is cheap to see. */
static bool may_have_money(const making *m)
{
    const pt_scenario *scenario = m->sides[1].scenario;
    const pt_money_view *view = m->names[1].view;
    bool rows = false, counted = view->what_if_count == 0;
    for (uint32_t i = 0; i < scenario->subject_count; i++) {
        uint16_t kind = scenario->subjects[i].kind;
        rows = rows || kind == m->names[1].kind;
        for (size_t w = 0; !counted && w < view->what_if_count; w++)
            counted =
                kind == pt_pack_kind(m->sides[1].loaded->pack, view->what_ifs[w].steps[0].kind);
    }
    return rows && counted;
}

static void fill(making *m)
{
    pt_date from = m->sides[1].scenario->from, until = m->sides[1].scenario->until;
    pt_world *worlds[2] = {NULL, NULL}, *last[2] = {NULL, NULL};
    m->table->days = PT_NEW_ARRAY(m->worker->play, MOST_DAYS, pt_money_day);
    int year = pt_date_split(from).year;
    for (bool more = true; more && m->table->day_count < MOST_DAYS; year++) {
        pt_date day = pt_date_from(year, DECEMBER, LAST_OF_DECEMBER);
        more = day < until;
        pt_money_day *made = &m->table->days[m->table->day_count];
        *made = (pt_money_day){0};
        take_day(m, more ? day : until, worlds, made);
        if (!has_money(made))
            continue;
        m->table->day_count++;
        last[0] = worlds[0];
        last[1] = worlds[1];
    }
    if (last[0] != NULL && last[1] != NULL)
        fill_effects(m, last);
}

const pt_money_table *pt_money_compare(pt_worker *worker, const pt_money_side sides[2],
                                       pt_report *report)
{
    making m = {.worker = worker, .sides = sides, .report = report};
    if (!pt_money_resolve(sides[0].loaded->pack, report, &m.names[0]) ||
        !pt_money_resolve(sides[1].loaded->pack, report, &m.names[1]))
        return NULL;
    if (!may_have_money(&m))
        return NULL;
    m.table = PT_NEW(worker->play, pt_money_table);
    *m.table = (pt_money_table){.story = sides[1].scenario->name,
                                .title = m.names[1].title,
                                .before = sides[0].name,
                                .after = sides[1].name,
                                .view = m.names[1].view};
    fill(&m);
    return differs(m.table) ? m.table : NULL;
}
