/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/list_moves.h"

/* nee, not known, ja: `er_is` takes the highest of all, `voor_ieder` the lowest. */
typedef enum level { LEVEL_NO, LEVEL_OPEN, LEVEL_YES, LEVELS } level;

static level level_of(const pt_moved *value)
{
    if (value->kind != PT_YESNO)
        return LEVEL_OPEN;
    return value->amount == 1 ? LEVEL_YES : LEVEL_NO;
}

static void add(pt_arena *arena, pt_mover *made, pt_moved before, pt_moved after, int rise)
{
    made->moves =
        pt_arena_grow(arena, made->moves, made->count, &made->capacity, sizeof *made->moves);
    made->moves[made->count++] = (pt_move){before, after, (int8_t)rise};
}

static pt_moved moved_of(level at)
{
    return (pt_moved){.kind = at == LEVEL_OPEN ? PT_UNKNOWN : PT_YESNO, .amount = at == LEVEL_YES};
}

static level extreme(level a, level b, bool highest)
{
    return (a > b) == highest ? a : b;
}

/* Adds what one more subject can make of the pairs of outcomes that can be; true when any is new.
 */
static bool spread(bool reached[LEVELS][LEVELS], bool subject[LEVELS][LEVELS], bool highest)
{
    bool any = false;
    for (int at = 0; at < LEVELS * LEVELS * LEVELS * LEVELS; at++) {
        int a = at % LEVELS, b = at / LEVELS % LEVELS, c = at / (LEVELS * LEVELS) % LEVELS,
            d = at / (LEVELS * LEVELS * LEVELS);
        if (!reached[a][b] || !subject[c][d])
            continue;
        level before = extreme((level)a, (level)c, highest),
              after = extreme((level)b, (level)d, highest);
        any = any || !reached[before][after];
        reached[before][after] = true;
    }
    return any;
}

static void add_judged(pt_arena *arena, const pt_list *list, const pt_mover *filter, pt_mover *made)
{
    bool highest = list->take == PT_TAKE_ANY;
    bool reached[LEVELS][LEVELS] = {{false}}, subject[LEVELS][LEVELS] = {{false}};
    level empty = highest ? LEVEL_NO : LEVEL_YES;
    reached[empty][empty] = true;
    subject[LEVEL_NO][LEVEL_NO] = subject[LEVEL_YES][LEVEL_YES] = true;
    subject[LEVEL_OPEN][LEVEL_OPEN] = list->type.may_be_unknown;
    for (size_t i = 0; i < filter->count; i++)
        subject[level_of(&filter->moves[i].before)][level_of(&filter->moves[i].after)] = true;
    while (spread(reached, subject, highest)) {
    }
    for (int at = 0; at < LEVELS * LEVELS; at++)
        if (at / LEVELS != at % LEVELS && reached[at / LEVELS][at % LEVELS])
            add(arena, made, moved_of((level)(at / LEVELS)), moved_of((level)(at % LEVELS)), 0);
}

/* Which way an amount can go when subjects come in (`in`) or go out. */
static void add_rises(pt_arena *arena, const pt_list *list, bool in, bool out, pt_mover *made)
{
    pt_moved amount = {.kind = list->type.kind}, none = {.kind = PT_NONE};
    bool sum = list->take == PT_TAKE_SUM, date = list->type.kind == PT_DATE;
    bool first = list->take == PT_TAKE_FIRST;
    bool both = sum && (list->counted == NULL || list->counted->type.low < 0);
    bool more = first ? out : in, less = first ? in : out;
    if (more || (both && less))
        add(arena, made, amount, amount, 1);
    if (less || (both && more))
        add(arena, made, amount, amount, -1);
    if (date && in && list->type.may_be_none)
        add(arena, made, none, amount, 0);
    if (date && out && list->type.may_be_none)
        add(arena, made, amount, none, 0);
}

/* What is not known of one subject makes the whole not known. */
static void add_openings(pt_arena *arena, const pt_list *list, bool opens, bool closes,
                         pt_mover *made)
{
    pt_moved amount = {.kind = list->type.kind}, none = {.kind = PT_NONE},
             unknown = {.kind = PT_UNKNOWN};
    if (opens)
        add(arena, made, amount, unknown, 0);
    if (opens && list->type.may_be_none)
        add(arena, made, none, unknown, 0);
    if (closes)
        add(arena, made, unknown, amount, 0);
    if (closes && list->type.may_be_none)
        add(arena, made, unknown, none, 0);
}

void pt_list_moves(pt_arena *arena, const pt_list *list, const pt_mover *filter, pt_mover *made)
{
    bool in = false, out = false, opens = false, closes = false;
    if (list->take == PT_TAKE_ANY || list->take == PT_TAKE_ALL) {
        add_judged(arena, list, filter, made);
        return;
    }
    for (size_t i = 0; i < filter->count; i++) {
        level before = level_of(&filter->moves[i].before),
              after = level_of(&filter->moves[i].after);
        in = in || (before == LEVEL_NO && after == LEVEL_YES);
        out = out || (before == LEVEL_YES && after == LEVEL_NO);
        opens = opens || (after == LEVEL_OPEN && before != after);
        closes = closes || (before == LEVEL_OPEN && before != after);
    }
    add_rises(arena, list, in, out, made);
    add_openings(arena, list, opens, closes, made);
}
