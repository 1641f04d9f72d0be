/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/made_case.h"

#include <string.h>

/* --- Subjects --------------------------------------------------------------------------------- */

static uint8_t find_kind(const pt_made_case *made, uint16_t kind, uint8_t but)
{
    for (uint8_t i = 0; i < made->subject_count; i++)
        if (i != but && made->subjects[i].kind == kind)
            return i;
    return PT_CASE_NOBODY;
}

static uint8_t new_subject(pt_made_case *made, uint16_t kind)
{
    if (made->subject_count == PT_CASE_SUBJECTS)
        return PT_CASE_NOBODY;
    pt_made_subject *subject = &made->subjects[made->subject_count];
    subject->kind = kind;
    memset(subject->references, PT_CASE_NOBODY, sizeof subject->references);
    return made->subject_count++;
}

/* Level by level: whoever is made last may refer to somebody who is made still later. */
static bool fill_from(pt_made_case *made, const pt_pack *pack, uint8_t first)
{
    for (uint8_t i = first; i < made->subject_count; i++) {
        const pt_subject_kind *kind = &pack->kinds[made->subjects[i].kind];
        for (uint16_t r = 0; r < kind->reference_count; r++)
            if (!kind->references[r].optional && !pt_case_refer(made, pack, i, r))
                return false;
    }
    return true;
}

uint8_t pt_case_add(pt_made_case *made, const pt_pack *pack, uint16_t kind)
{
    uint8_t made_now = new_subject(made, kind);
    if (made_now != PT_CASE_NOBODY && !fill_from(made, pack, made_now))
        return PT_CASE_NOBODY;
    return made_now;
}

bool pt_case_start(pt_made_case *made, const pt_pack *pack, uint16_t kind, pt_date day)
{
    memset(made, 0, sizeof *made);
    made->day = day;
    return pt_case_add(made, pack, kind) == 0;
}

bool pt_case_refer(pt_made_case *made, const pt_pack *pack, uint8_t subject, uint16_t reference)
{
    if (reference >= PT_CASE_REFERENCES)
        return false;
    uint16_t kind = made->subjects[subject].kind;
    uint16_t target = pack->kinds[kind].references[reference].target;
    if (made->subjects[subject].references[reference] != PT_CASE_NOBODY)
        return true;
    uint8_t there = target == kind ? PT_CASE_NOBODY : find_kind(made, target, subject);
    if (there == PT_CASE_NOBODY) {
        uint8_t first = made->subject_count;
        there = new_subject(made, target);
        if (there == PT_CASE_NOBODY)
            return false;
        made->subjects[subject].references[reference] = there;
        return fill_from(made, pack, first);
    }
    made->subjects[subject].references[reference] = there;
    return true;
}

/* --- Facts ------------------------------------------------------------------------------------ */

/* Where it stands, or would stand. */
static uint8_t place_of(const pt_made_case *made, uint8_t subject, uint16_t fact)
{
    uint8_t at = 0;
    while (at < made->given_count &&
           (made->givens[at].subject < subject ||
            (made->givens[at].subject == subject && made->givens[at].fact < fact)))
        at++;
    return at;
}

static bool stands_at(const pt_made_case *made, uint8_t at, uint8_t subject, uint16_t fact)
{
    return at < made->given_count && made->givens[at].subject == subject &&
           made->givens[at].fact == fact;
}

const pt_value *pt_case_given(const pt_made_case *made, uint8_t subject, uint16_t fact)
{
    uint8_t at = place_of(made, subject, fact);
    return stands_at(made, at, subject, fact) ? &made->givens[at].value : NULL;
}

bool pt_case_give(pt_made_case *made, uint8_t subject, uint16_t fact, pt_value value)
{
    uint8_t at = place_of(made, subject, fact);
    if (!stands_at(made, at, subject, fact)) {
        if (made->given_count == PT_CASE_GIVENS)
            return false;
        memmove(&made->givens[at + 1], &made->givens[at],
                (size_t)(made->given_count - at) * sizeof *made->givens);
        made->given_count++;
    }
    made->givens[at] = (pt_given_fact){subject, fact, value};
    return true;
}

void pt_case_take_back(pt_made_case *made, uint8_t subject, uint16_t fact)
{
    uint8_t at = place_of(made, subject, fact);
    if (!stands_at(made, at, subject, fact))
        return;
    made->given_count--;
    memmove(&made->givens[at], &made->givens[at + 1],
            (size_t)(made->given_count - at) * sizeof *made->givens);
}

/* --- Grafting --------------------------------------------------------------------------------- */

/* Who in the case each subject of the other becomes. */
typedef struct grafting {
    pt_made_case *made;
    const pt_made_case *other;
    uint8_t to[PT_CASE_SUBJECTS];
} grafting;

static bool place(grafting *g, uint8_t theirs, uint8_t mine);

static bool place_around(grafting *g, uint8_t theirs)
{
    for (int r = 0; r < PT_CASE_REFERENCES; r++) {
        uint8_t target = g->other->subjects[theirs].references[r];
        pt_made_subject *mine = &g->made->subjects[g->to[theirs]];
        if (target == PT_CASE_NOBODY)
            continue;
        if (mine->references[r] == PT_CASE_NOBODY) {
            uint16_t kind = g->other->subjects[target].kind;
            uint8_t there = g->to[target];
            if (there == PT_CASE_NOBODY)
                there = new_subject(g->made, kind);
            if (there == PT_CASE_NOBODY)
                return false;
            mine->references[r] = there;
        }
        if (!place(g, target, g->made->subjects[g->to[theirs]].references[r]))
            return false;
    }
    return true;
}

static bool place(grafting *g, uint8_t theirs, uint8_t mine)
{
    if (g->to[theirs] != PT_CASE_NOBODY)
        return g->to[theirs] == mine;
    g->to[theirs] = mine;
    return place_around(g, theirs);
}

/* Those who refer to somebody, and to whom nobody refers. */
static bool place_rest(grafting *g)
{
    for (uint8_t i = 0; i < g->other->subject_count; i++) {
        if (g->to[i] != PT_CASE_NOBODY)
            continue;
        uint8_t mine = new_subject(g->made, g->other->subjects[i].kind);
        if (mine == PT_CASE_NOBODY || !place(g, i, mine))
            return false;
    }
    return true;
}

static void take_back_rest(grafting *g)
{
    for (uint8_t i = 0; i < g->other->subject_count; i++)
        for (uint8_t at = g->made->given_count; at-- > 0;) {
            pt_given_fact given = g->made->givens[at];
            if (given.subject == g->to[i] && pt_case_given(g->other, i, given.fact) == NULL)
                pt_case_take_back(g->made, given.subject, given.fact);
        }
}

bool pt_case_graft(pt_made_case *made, uint8_t subject, const pt_made_case *other,
                   pt_graft_days days, bool replaces)
{
    grafting g = {.made = made, .other = other};
    memset(g.to, PT_CASE_NOBODY, sizeof g.to);
    if (!place(&g, 0, subject) || !place_rest(&g))
        return false;
    if (replaces)
        take_back_rest(&g);
    int64_t shift = days == PT_GRAFT_SHIFTED ? made->day - other->day : 0;
    for (uint8_t i = 0; i < other->given_count; i++) {
        pt_given_fact given = other->givens[i];
        if (given.value.kind == PT_DATE)
            given.value.amount += shift;
        if (!pt_case_give(made, g.to[given.subject], given.fact, given.value))
            return false;
    }
    if (days == PT_GRAFT_AS_IS)
        made->day = other->day;
    return true;
}

/* --- Comparing -------------------------------------------------------------------------------- */

bool pt_case_alike(const pt_made_case *a, const pt_made_case *b)
{
    if (a->subject_count != b->subject_count || a->given_count != b->given_count)
        return false;
    for (uint8_t i = 0; i < a->subject_count; i++)
        if (a->subjects[i].kind != b->subjects[i].kind ||
            memcmp(a->subjects[i].references, b->subjects[i].references, PT_CASE_REFERENCES) != 0)
            return false;
    for (uint8_t i = 0; i < a->given_count; i++)
        if (a->givens[i].subject != b->givens[i].subject || a->givens[i].fact != b->givens[i].fact)
            return false;
    return true;
}

bool pt_case_equal(const pt_made_case *a, const pt_made_case *b)
{
    bool same = a->day == b->day && pt_case_alike(a, b);
    for (uint8_t i = 0; same && i < a->given_count; i++)
        same = pt_value_equal(a->givens[i].value, b->givens[i].value);
    return same;
}
