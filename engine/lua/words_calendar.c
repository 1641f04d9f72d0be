/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Days are whole numbers. What leaves the calendar of 1900 to 2200 is geen, as in decision trees.
 */
#include "lua/words.h"

#include "lua/state.h"

static pt_date day_at(lua_State *state, int index)
{
    lua_Integer day = pt_word_integer(state, index);
    return day < PT_DATE_FIRST || day > PT_DATE_LAST ? PT_DATE_NONE : (pt_date)day;
}

/* A count of days, months or years; larger ones leave the calendar whatever they are. */
static int32_t count_at(lua_State *state, int index)
{
    lua_Integer count = pt_word_integer(state, index);
    if (count > PT_DATE_LAST - PT_DATE_FIRST)
        return PT_DATE_LAST - PT_DATE_FIRST;
    if (count < PT_DATE_FIRST - PT_DATE_LAST)
        return PT_DATE_FIRST - PT_DATE_LAST;
    return (int32_t)count;
}

static int give_day(lua_State *state, pt_date day)
{
    if (pt_date_valid(day))
        lua_pushinteger(state, day);
    else
        lua_pushlightuserdata(state, pt_sentinel_address(PT_SENTINEL_NONE));
    return 1;
}

static int give_number(lua_State *state, int32_t number)
{
    if (number != INT32_MIN)
        lua_pushinteger(state, number);
    else
        lua_pushlightuserdata(state, pt_sentinel_address(PT_SENTINEL_NONE));
    return 1;
}

int pt_word_datum(lua_State *state)
{
    size_t length = 0;
    pt_date day = PT_DATE_NONE;
    if (lua_type(state, 1) == LUA_TTABLE)
        return pt_word_recorded(state);
    const char *text = lua_type(state, 1) == LUA_TSTRING ? lua_tolstring(state, 1, &length) : "";
    if (!pt_date_parse(text, length, &day))
        return pt_word_refuse(state, 1);
    return give_day(state, day);
}

int pt_word_begin_schooljaar(lua_State *state)
{
    return give_day(state, pt_schoolyear_begin(day_at(state, 1)));
}

int pt_word_einde_schooljaar(lua_State *state)
{
    return give_day(state, pt_schoolyear_end(day_at(state, 1)));
}

int pt_word_begin_maand(lua_State *state)
{
    return give_day(state, pt_month_begin(day_at(state, 1)));
}

int pt_word_einde_maand(lua_State *state)
{
    return give_day(state, pt_month_end(day_at(state, 1)));
}

/* A day that the month lacks is its last. */
int pt_word_op_dag(lua_State *state)
{
    pt_date date = day_at(state, 1);
    lua_Integer day = pt_word_integer(state, 2);
    lua_Integer month = pt_word_integer(state, 3);
    if (day < 1 || day > 31)
        return pt_word_refuse(state, 2);
    if (month < 1 || month > 12)
        return pt_word_refuse(state, 3);
    pt_date first = pt_date_from(pt_date_split(date).year, (int)month, 1);
    pt_date last = pt_month_end(first);
    pt_date wanted = pt_date_add_days(first, day - 1);
    return give_day(state, wanted > last ? last : wanted);
}

int pt_word_jaar(lua_State *state)
{
    return give_number(state, pt_date_split(day_at(state, 1)).year);
}

int pt_word_maand(lua_State *state)
{
    return give_number(state, pt_date_split(day_at(state, 1)).month);
}

int pt_word_dag(lua_State *state)
{
    return give_number(state, pt_date_split(day_at(state, 1)).day);
}

int pt_word_leeftijd_op(lua_State *state)
{
    return give_number(state, pt_date_age(day_at(state, 1), day_at(state, 2)));
}

int pt_word_maanden_tussen(lua_State *state)
{
    return give_number(state,
                       pt_date_months_between(day_at(state, 1), day_at(state, 2), PT_ROUND_DOWN));
}

int pt_word_verjaardag(lua_State *state)
{
    return give_day(state, pt_date_birthday(day_at(state, 1), count_at(state, 2)));
}

int pt_word_maanden_later(lua_State *state)
{
    pt_date date = day_at(state, 1);
    int32_t months = count_at(state, 2);
    const void *way = lua_touserdata(state, 3);
    if (way != NULL && way == pt_sentinel_address(PT_SENTINEL_DOWN))
        return give_day(state, pt_date_add_months(date, months, PT_ROUND_DOWN));
    if (way != NULL && way == pt_sentinel_address(PT_SENTINEL_UP))
        return give_day(state, pt_date_add_months(date, months, PT_ROUND_UP));
    return pt_word_refuse(state, 3);
}

/* Counting day by day costs steps, as a loop would. NULL, with the rule stopped, without calendar.
 */
static const pt_calendar *calendar_for(lua_State *state, int32_t days)
{
    const pt_calendar *calendar = pt_lua_of(state)->pack->calendar;
    pt_sandbox_of(state)->steps_left -= days < 0 ? -(int64_t)days : days;
    if (calendar == NULL || !calendar->finished)
        pt_word_refuse(state, 1);
    return calendar;
}

int pt_word_werkdagen_later(lua_State *state)
{
    pt_date date = day_at(state, 1);
    int32_t days = count_at(state, 2);
    return give_day(state, pt_calendar_working_days_later(calendar_for(state, days), date, days));
}

int pt_word_schooldagen_later(lua_State *state)
{
    pt_date date = day_at(state, 1);
    int32_t days = count_at(state, 2);
    return give_day(state, pt_calendar_schooldagen_later(calendar_for(state, days),
                                                         pt_lua_of(state)->region, date, days));
}

int pt_word_werkdag_vanaf(lua_State *state)
{
    pt_date date = day_at(state, 1);
    return give_day(state, pt_calendar_working_day_from(calendar_for(state, 0), date));
}

int pt_word_schooldag_vanaf(lua_State *state)
{
    pt_date date = day_at(state, 1);
    return give_day(
        state, pt_calendar_schooldag_from(calendar_for(state, 0), pt_lua_of(state)->region, date));
}
