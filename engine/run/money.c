/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/money.h"

#include <string.h>

#include "run/evaluate.h"
#include "run/window.h"

/* --- Names ---------------------------------------------------------------------------------- */

static bool wrong(pt_report *report, pt_position at, const char *name, const char *key)
{
    return pt_find(report, PT_P034, at, PT_ARGS(name, key), NULL);
}

static const pt_type *type_of(const pt_pack *pack, uint16_t kind, pt_name name)
{
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: return &pack->kinds[kind].facts[name.index].type;
    case PT_NAME_RULE: return &pack->rule_groups[name.index].type;
    case PT_NAME_WINDOW: return &pack->windows[name.index].type;
    case PT_NAME_LIST: return &pack->lists[name.index].type;
    case PT_NAME_DUTY: break;
    }
    return NULL;
}

static bool find_name(const pt_pack *pack, uint16_t kind, const char *name, pt_kind wanted,
                      pt_name *found)
{
    if (!pt_pack_name(pack, kind, name, found))
        return false;
    const pt_type *type = type_of(pack, kind, *found);
    return type != NULL && type->kind == wanted;
}

static bool check_step(const pt_pack *pack, const pt_money_step *step, pt_report *report)
{
    uint16_t kind = pt_pack_kind(pack, step->kind);
    if (kind == PT_NO_INDEX)
        return wrong(report, step->at, step->kind, "onderwerp");
    uint16_t fact = pt_pack_fact(pack, kind, step->fact);
    return (fact != PT_NO_INDEX && pack->kinds[kind].facts[fact].type.kind == PT_NUMBER) ||
           wrong(report, step->at, step->fact, "gegeven");
}

static bool check_years(const pt_pack *pack, const pt_money_view *view, pt_report *report)
{
    pt_name found;
    if (view->years_kind == NULL)
        return true;
    uint16_t kind = pt_pack_kind(pack, view->years_kind);
    if (kind == PT_NO_INDEX)
        return wrong(report, view->years_at, view->years_kind, "jaren");
    for (size_t b = 0; b < view->block_count; b++)
        for (size_t i = 0; i < view->blocks[b].amount_count; i++)
            if (!find_name(pack, kind, view->blocks[b].amounts[i], PT_MONEY, &found))
                return wrong(report, view->years_at, view->blocks[b].amounts[i], "jaren");
    return true;
}

static const char *title_of(const pt_pack *pack, const pt_money_names *names)
{
    uint32_t block = 0;
    if (names->amount.kind == PT_NAME_FACT)
        return pack->kinds[names->kind].facts[names->amount.index].title;
    if (names->amount.kind == PT_NAME_RULE)
        block = pack->rules[pack->rule_groups[names->amount.index].versions[0]].block;
    else
        block = pack->lists[names->amount.index].block;
    return pack->blocks[block].title;
}

bool pt_money_find(const pt_pack *pack, uint16_t kind, const char *name, pt_name *found)
{
    return find_name(pack, kind, name, PT_MONEY, found);
}

bool pt_money_resolve(const pt_pack *pack, pt_report *report, pt_money_names *names)
{
    const pt_money_view *view = pack->money;
    if (view == NULL)
        return false;
    *names = (pt_money_names){.view = view, .group = PT_NO_INDEX, .beside = PT_NO_INDEX};
    names->kind = pt_pack_kind(pack, view->kind);
    if (names->kind == PT_NO_INDEX)
        return wrong(report, view->at, view->kind, "over");
    if (!find_name(pack, names->kind, view->amount, PT_MONEY, &names->amount))
        return wrong(report, view->at, view->amount, "bedrag");
    if (view->per != NULL && !find_name(pack, names->kind, view->per, PT_NUMBER, &names->per))
        return wrong(report, view->at, view->per, "per");
    if (view->group != NULL)
        names->group = pt_pack_reference(pack, names->kind, view->group);
    if (view->group != NULL && names->group == PT_NO_INDEX)
        return wrong(report, view->at, view->group, "onder");
    if (view->beside != NULL) {
        names->beside = pt_pack_kind(pack, view->beside);
        if (names->beside == PT_NO_INDEX ||
            !find_name(pack, names->beside, view->stays, PT_MONEY, &names->stays))
            return wrong(report, view->at, view->stays, "naast");
    }
    for (size_t i = 0; i < view->what_if_count; i++)
        for (size_t j = 0; j < view->what_ifs[i].step_count; j++)
            if (!check_step(pack, &view->what_ifs[i].steps[j], report))
                return false;
    names->title = title_of(pack, names);
    return check_years(pack, view, report);
}

/* --- Values --------------------------------------------------------------------------------- */

pt_value pt_money_value(pt_world *world, uint32_t subject, pt_name name)
{
    switch ((pt_name_kind)name.kind) {
    case PT_NAME_FACT: return world->subjects[subject].facts[name.index].value;
    case PT_NAME_RULE: return pt_rule_outcome(world, subject, name.index)->value;
    case PT_NAME_WINDOW: return pt_window_value(world, subject, name.index)->value;
    case PT_NAME_LIST: return pt_list_value(world, subject, name.index)->value;
    case PT_NAME_DUTY: break;
    }
    return pt_unknown();
}

pt_value pt_money_amount(pt_world *world, const pt_money_names *names, uint32_t subject)
{
    return pt_money_value(world, subject, names->amount);
}

pt_value pt_money_stays(pt_world *world, const pt_money_names *names, uint32_t subject)
{
    return pt_money_value(world, subject, names->stays);
}

int64_t pt_money_per(pt_world *world, const pt_money_names *names, uint32_t subject)
{
    pt_value value =
        names->view->per == NULL ? pt_unknown() : pt_money_value(world, subject, names->per);
    return value.kind == PT_NUMBER ? value.amount : -1;
}

/* False when an amount is onbekend; geen counts as nothing. */
static bool add_up(pt_world *world, const pt_money_names *names, uint32_t subject, int64_t *sum)
{
    bool known = true;
    *sum = 0;
    for (uint32_t i = 0; known && i < world->subject_count; i++) {
        const pt_subject *each = &world->subjects[i];
        if (!each->alive || each->kind != names->kind || (subject != PT_NOBODY && subject != i))
            continue;
        pt_value value = pt_money_amount(world, names, i);
        known = value.kind != PT_UNKNOWN &&
                !__builtin_add_overflow(*sum, value.kind == PT_MONEY ? value.amount : 0, sum);
    }
    return known;
}

/* --- Trying --------------------------------------------------------------------------------- */

static bool has_word(const pt_world *world, const pt_subject *subject, const char *word)
{
    const pt_subject_kind *kind = &world->pack->kinds[subject->kind];
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        pt_value value = subject->facts[i].value;
        if (value.kind == PT_CHOICE &&
            strcmp(world->pack->choices[value.set].words[value.amount], word) == 0)
            return true;
    }
    return false;
}

static bool refers_to(const pt_world *world, const pt_subject *subject, uint32_t target)
{
    for (uint16_t i = 0; i < world->pack->kinds[subject->kind].reference_count; i++)
        if (subject->references[i] == target)
            return true;
    return false;
}

/* Does it refer to the subject in hand, or, when nothing of its kind can, to what that refers to?
 */
static bool belongs(const pt_world *world, const pt_subject *subject, uint32_t to)
{
    const pt_subject_kind *kind = &world->pack->kinds[subject->kind];
    const pt_subject *own = &world->subjects[to];
    for (uint16_t i = 0; i < kind->reference_count; i++)
        if (kind->references[i].target == own->kind)
            return subject->references[i] == to;
    for (uint16_t i = 0; i < world->pack->kinds[own->kind].reference_count; i++)
        if (own->references[i] != PT_NOBODY && refers_to(world, subject, own->references[i]))
            return true;
    return false;
}

static bool matches(const pt_world *world, const pt_money_step *step, uint16_t kind, uint32_t index,
                    uint32_t to)
{
    const pt_subject *subject = &world->subjects[index];
    bool good =
        subject->alive && subject->kind == kind && (to == PT_NOBODY || belongs(world, subject, to));
    for (size_t i = 0; good && i < step->word_count; i++)
        good = has_word(world, subject, step->words[i]);
    return good;
}

static bool same_place(const pt_world *world, uint32_t a, uint32_t b)
{
    const pt_subject *one = &world->subjects[a], *other = &world->subjects[b];
    const pt_subject_kind *kind = &world->pack->kinds[one->kind];
    bool same = true;
    for (uint16_t i = 0; same && i < kind->reference_count; i++)
        same = one->references[i] == other->references[i];
    for (uint16_t i = 0; same && i < kind->fact_count; i++)
        if (kind->facts[i].type.kind == PT_DATE)
            same = pt_value_equal(one->facts[i].value, other->facts[i].value);
    return same;
}

/* The subjects that a step changes, `room` at most; their count. */
static size_t places_of(const pt_world *world, const pt_money_step *step, uint32_t to,
                        uint32_t *places, size_t room)
{
    uint16_t kind = pt_pack_kind(world->pack, step->kind);
    size_t count = 0;
    for (uint32_t i = 0; i < world->subject_count && count < room; i++) {
        bool taken = !matches(world, step, kind, i, to);
        for (size_t j = 0; !taken && j < count; j++)
            taken = same_place(world, places[j], i);
        if (!taken)
            places[count++] = i;
    }
    return count;
}

/* Sets all of a step to `factor` times its change; false when one would leave its bounds. */
static bool shift(pt_world *world, const pt_money_step *step, const uint32_t *places, size_t count,
                  int factor)
{
    uint16_t kind = pt_pack_kind(world->pack, step->kind);
    uint16_t fact = pt_pack_fact(world->pack, kind, step->fact);
    const pt_type *type = &world->pack->kinds[kind].facts[fact].type;
    bool good = count > 0;
    for (size_t i = 0; i < count; i++) {
        const pt_known *known = &world->subjects[places[i]].facts[fact];
        pt_value value = known->value;
        if (value.kind != PT_NUMBER) {
            good = false;
            continue;
        }
        value.amount += factor * step->more * PT_NUMBER_SCALE;
        good = good && value.amount >= type->low && value.amount <= type->high;
        pt_world_set(world, places[i], fact, value, known->since, known->event);
    }
    return good;
}

enum { MOST_PLACES = 256, MOST_STEPS = 10 };

bool pt_money_try(pt_world *world, const pt_money_names *names, const pt_what_if *what_if,
                  uint32_t subject, const int64_t *known_before, int64_t *effect)
{
    uint32_t places[MOST_STEPS][MOST_PLACES];
    size_t counts[MOST_STEPS] = {0};
    int64_t before = known_before == NULL ? 0 : *known_before, after = 0;
    pt_report *report = world->report;
    bool broken = world->broken;
    bool known = what_if->step_count <= MOST_STEPS &&
                 (known_before != NULL || add_up(world, names, subject, &before));
    if (!known)
        return false;
    /* What breaks only because of the change is no finding of the story. */
    pt_report aside = pt_report_create(world->arena);
    world->report = &aside;
    for (size_t i = 0; i < what_if->step_count; i++)
        counts[i] = places_of(world, &what_if->steps[i], subject, places[i], MOST_PLACES);
    for (size_t i = 0; i < what_if->step_count; i++)
        known = shift(world, &what_if->steps[i], places[i], counts[i], 1) && known;
    known = known && add_up(world, names, subject, &after);
    for (size_t i = 0; i < what_if->step_count; i++)
        shift(world, &what_if->steps[i], places[i], counts[i], -1);
    world->report = report;
    known = known && !(world->broken && !broken);
    world->broken = broken;
    *effect = after - before;
    return known;
}
