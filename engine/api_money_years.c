/* SPDX-License-Identifier: EUPL-1.2 */
/* speel: the money of a story on the last day of every year. */
#include "api_money.h"
#include "run/money.h"
#include "run/replay.h"

enum { MOST_YEARS = 60, DECEMBER = 12, LAST_OF_DECEMBER = 31 };

typedef struct making {
    pt_worker *worker;
    pt_loaded *loaded;
    const pt_scenario *scenario;
    const pt_money_view *view;
    uint16_t kind;
    pt_money_years *years;
} making;

static size_t gather_days(const making *m, pt_date *days)
{
    size_t count = 0;
    for (int year = pt_date_split(m->scenario->from).year; count < MOST_YEARS; year++) {
        pt_date day = pt_date_from(year, DECEMBER, LAST_OF_DECEMBER);
        if (day > m->scenario->until)
            break;
        days[count++] = day;
    }
    return count;
}

static pt_world *world_on(const making *m, pt_date day)
{
    pt_replay_options options = {
        .plan = m->loaded->plan, .trees_alone = true, .stops = true, .last = day};
    pt_report aside = pt_report_create(m->worker->play);
    pt_world *world = NULL;
    pt_progress_step(m->worker->progress);
    pt_replay_world(m->worker->play, m->loaded->pack, m->scenario, pt_lua_reading(m->loaded->lua),
                    &aside, &options, &world);
    return world;
}

static void add_lines(const making *m, pt_money_budget *budget)
{
    pt_arena *arena = m->worker->play;
    size_t count = 0;
    for (size_t b = 0; b < m->view->block_count; b++)
        count += m->view->blocks[b].amount_count;
    budget->lines = PT_NEW_ARRAY(arena, count, pt_money_line);
    for (size_t b = 0; b < m->view->block_count; b++)
        for (size_t i = 0; i < m->view->blocks[b].amount_count; i++)
            budget->lines[budget->line_count++] =
                (pt_money_line){m->view->blocks[b].title, m->view->blocks[b].amounts[i],
                                PT_NEW_ARRAY(arena, m->years->day_count, pt_value)};
}

static void fill(const making *m, pt_world *world, uint32_t subject, size_t day,
                 pt_money_budget *budget)
{
    pt_report *report = world->report;
    pt_report aside = pt_report_create(m->worker->play);
    world->report = &aside;
    for (size_t i = 0; i < budget->line_count; i++) {
        pt_money_line *line = &budget->lines[i];
        pt_name name;
        line->values[day] = pt_unknown();
        if (pt_money_find(m->loaded->pack, m->kind, line->name, &name))
            line->values[day] = pt_money_value(world, subject, name);
    }
    world->report = report;
}

static void start_budgets(const making *m)
{
    const pt_scenario *scenario = m->scenario;
    m->years->budgets = PT_NEW_ARRAY(m->worker->play, scenario->subject_count, pt_money_budget);
    for (uint32_t i = 0; i < scenario->subject_count; i++) {
        pt_money_budget *budget = &m->years->budgets[m->years->budget_count];
        if (scenario->subjects[i].kind != m->kind)
            continue;
        *budget = (pt_money_budget){.name = scenario->subjects[i].name};
        add_lines(m, budget);
        m->years->budget_count++;
    }
}

static bool has_money(const pt_money_years *years)
{
    bool some = false;
    for (size_t b = 0; b < years->budget_count; b++)
        for (size_t i = 0; i < years->budgets[b].line_count; i++)
            for (size_t day = 0; day < years->day_count; day++) {
                pt_value value = years->budgets[b].lines[i].values[day];
                some = some || (value.kind == PT_MONEY && value.amount != 0);
            }
    return some;
}

static void fill_days(const making *m)
{
    for (size_t day = 0; day < m->years->day_count; day++) {
        pt_world *world = world_on(m, m->years->days[day]);
        size_t at = 0;
        for (uint32_t i = 0; i < m->scenario->subject_count; i++)
            if (m->scenario->subjects[i].kind == m->kind)
                fill(m, world, i, day, &m->years->budgets[at++]);
    }
}

/* Most stories count nobody, and that is cheap to see. */
static bool is_counted(const pt_pack *pack, const pt_scenario *scenario)
{
    const pt_money_view *view = pack->money;
    bool counted = false;
    for (uint32_t i = 0; !counted && i < scenario->subject_count; i++)
        for (size_t w = 0; !counted && w < view->what_if_count; w++)
            counted =
                scenario->subjects[i].kind == pt_pack_kind(pack, view->what_ifs[w].steps[0].kind);
    return counted || view->what_if_count == 0;
}

const pt_money_years *pt_money_by_year(pt_worker *worker, pt_loaded *loaded,
                                       const pt_scenario *scenario)
{
    const pt_pack *pack = loaded->pack;
    making m = {worker, loaded, scenario, pack->money, PT_NO_INDEX, NULL};
    if (m.view == NULL || m.view->years_kind == NULL || !is_counted(pack, scenario))
        return NULL;
    m.kind = pt_pack_kind(pack, m.view->years_kind);
    m.years = PT_NEW(worker->play, pt_money_years);
    pt_date *days = PT_NEW_ARRAY(worker->play, MOST_YEARS, pt_date);
    *m.years = (pt_money_years){.days = days, .day_count = gather_days(&m, days)};
    start_budgets(&m);
    fill_days(&m);
    return has_money(m.years) ? m.years : NULL;
}
