/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/words.h"

#include <string.h>

#include "base/limits.h"
#include "model/value.h"

/* --- Constants -------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whole part of "1.234,50": digits, with points only between groups of three. */
static bool read_whole(const char **text, lua_Integer *whole)
{
    const char *at = *text;
    int in_group = 0;
    bool grouped = false;
    for (; is_digit(*at) || *at == '.'; at++) {
        if (*at == '.') {
            if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
                return false;
            grouped = true;
            in_group = 0;
            continue;
        }
        *whole = *whole * 10 + (*at - '0');
        in_group++;
        if (*whole > PT_LIMIT_NUMBER / 100)
            return false;
    }
    *text = at;
    return grouped ? in_group == 3 : in_group > 0;
}

/* Reads "1.234,5" or "-3" as hundredths. */
static bool read_hundredths(const char *text, size_t length, lua_Integer *hundredths)
{
    const char *at = text;
    bool negative = *at == '-';
    at += negative;
    lua_Integer whole = 0;
    if (!read_whole(&at, &whole))
        return false;
    lua_Integer part = 0;
    if (*at == ',') {
        if (!is_digit(at[1]))
            return false;
        part = (at[1] - '0') * 10;
        at += 2;
        if (is_digit(*at))
            part += *at++ - '0';
    }
    *hundredths = (negative ? -1 : 1) * (whole * 100 + part);
    return at == text + length;
}

static int hundredths(lua_State *state)
{
    size_t length = 0;
    lua_Integer amount = 0;
    const char *text = lua_type(state, 1) == LUA_TSTRING ? lua_tolstring(state, 1, &length) : "";
    if (!read_hundredths(text, length, &amount))
        return pt_word_refuse(state, 1);
    lua_pushinteger(state, amount);
    return 1;
}

int pt_word_euro(lua_State *state)
{
    return hundredths(state);
}

int pt_word_procent(lua_State *state)
{
    return hundredths(state);
}

/* With a text, the name of a parameter, a length stands in a declaration and is not read here. */
static int length_of(lua_State *state, lua_Integer days)
{
    if (lua_type(state, 1) == LUA_TSTRING)
        return pt_word_recorded(state);
    lua_pushinteger(state, pt_word_integer(state, 1) * days);
    return 1;
}

int pt_word_count(lua_State *state)
{
    return length_of(state, 1);
}

int pt_word_weken(lua_State *state)
{
    return length_of(state, 7);
}

/* --- Parts ------------------------------------------------------------------------------------ */

typedef enum direction { DOWN, UP, NEAREST } direction;

/* floor + rest / divisor, 0 <= rest < divisor, rounded; half goes away from zero. */
static lua_Integer rounded(lua_Integer floor, lua_Integer rest, lua_Integer divisor, direction way)
{
    switch (way) {
    case DOWN: return floor;
    case UP: return floor + (rest > 0);
    case NEAREST: break;
    }
    if (rest * 2 == divisor)
        return floor + (floor >= 0);
    return floor + (rest * 2 > divisor);
}

/* Quotient rounded down, and what remains; divisor > 0. */
static lua_Integer floor_division(lua_Integer number, lua_Integer divisor, lua_Integer *rest)
{
    lua_Integer quotient = number / divisor;
    *rest = number % divisor;
    if (*rest >= 0)
        return quotient;
    *rest += divisor;
    return quotient - 1;
}

static int part(lua_State *state, direction way)
{
    lua_Integer number = pt_word_sixteenths(state, 1);
    lua_Integer divisor = pt_word_integer(state, 2);
    if (divisor == 0)
        return pt_stop(state, PT_U022, NULL, NULL);
    if (divisor < 0) {
        number = -number;
        divisor = -divisor;
    }
    lua_Integer rest = 0;
    divisor *= PT_NUMBER_SCALE;
    lua_Integer floor = floor_division(number, divisor, &rest);
    lua_pushinteger(state, rounded(floor, rest, divisor, way));
    return 1;
}

int pt_word_deel_omlaag(lua_State *state)
{
    return part(state, DOWN);
}

int pt_word_deel_omhoog(lua_State *state)
{
    return part(state, UP);
}

int pt_word_afgerond(lua_State *state)
{
    return part(state, NEAREST);
}

static direction direction_of(lua_State *state, int index)
{
    const void *sentinel = lua_touserdata(state, index);
    if (sentinel != NULL && sentinel == pt_sentinel_address(PT_SENTINEL_DOWN))
        return DOWN;
    if (sentinel != NULL && sentinel == pt_sentinel_address(PT_SENTINEL_UP))
        return UP;
    if (lua_tocfunction(state, index) != pt_word_afgerond)
        pt_word_refuse(state, index);
    return NEAREST;
}

/*
 * number * points / (16 * 10,000) without a product of more than 64 bits: the number is first
 * split into a multiple of the divisor and a rest.
 */
int pt_word_procent_van(lua_State *state)
{
    enum { DIVISOR = PT_NUMBER_SCALE * 10000 };
    lua_Integer number = pt_word_sixteenths(state, 1);
    lua_Integer points = pt_word_integer(state, 2);
    direction way = direction_of(state, 3);
    if (points > PT_LIMIT_NUMBER >> 12 || points < -(PT_LIMIT_NUMBER >> 12))
        return pt_word_refuse(state, 2);
    lua_Integer left = 0;
    lua_Integer times = floor_division(number, DIVISOR, &left);
    lua_Integer rest = 0;
    lua_Integer small = floor_division(left * points, DIVISOR, &rest);
    lua_Integer large = 0;
    if (__builtin_mul_overflow(times, points, &large) || large > PT_LIMIT_NUMBER ||
        large < -PT_LIMIT_NUMBER)
        return pt_word_refuse(state, 1);
    lua_pushinteger(state, rounded(large + small, rest, DIVISOR, way));
    return 1;
}

/* --- Comparison ------------------------------------------------------------------------------- */

static int extreme(lua_State *state, bool highest)
{
    int count = lua_gettop(state);
    int best = 1;
    for (int i = 1; i <= (count < 2 ? 2 : count); i++) {
        if (lua_type(state, i) != LUA_TNUMBER)
            return pt_word_refuse(state, i);
        if (highest ? lua_compare(state, best, i, LUA_OPLT) : lua_compare(state, i, best, LUA_OPLT))
            best = i;
    }
    lua_pushvalue(state, best);
    return 1;
}

int pt_word_hoogste(lua_State *state)
{
    return extreme(state, true);
}

int pt_word_laagste(lua_State *state)
{
    return extreme(state, false);
}
