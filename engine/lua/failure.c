/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/failure.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The first that matches counts. Argument 0 is left for the name of the rule. */
static const struct {
    const char *part;
    const char *also; /* must occur too, or NULL */
    pt_code code;
} meanings[] = {
    {"stack overflow", NULL, PT_U003},
    {"too many C levels", NULL, PT_U003},
    {"attempt to compare", "userdata", PT_U004},
    {"attempt to perform", "userdata value", PT_U004},
    {"attempt to concatenate", "userdata value", PT_U004},
    {"divide by zero", NULL, PT_U022},
    {"attempt to perform 'n", "0'", PT_U022},
    {"not enough memory", NULL, PT_U002},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes "12:34: " off the front of a message; false when it does not begin so. */
static bool split_place(const char **text, pt_failure *failure)
{
    const char *at = *text;
    if (!is_digit(*at))
        return false;
    char *end = NULL;
    unsigned long source = strtoul(at, &end, 10);
    if (end[0] != ':' || !is_digit(end[1]))
        return false;
    unsigned long line = strtoul(end + 1, &end, 10);
    if (end[0] != ':' || end[1] != ' ')
        return false;
    failure->source = (uint32_t)source;
    failure->line = (uint32_t)line;
    *text = end + 2;
    return true;
}

static size_t showable(const char *text, size_t length)
{
    size_t good = pt_utf8_check(text, length);
    for (size_t i = 0; i < good; i++)
        if ((unsigned char)text[i] < ' ')
            return i;
    return good;
}

void pt_failure_argument(pt_failure *failure, int index, const char *text, size_t length)
{
    char *out = failure->arguments[index];
    size_t used = 0;
    size_t room = PT_FAILURE_TEXT - 1;
    while (length > 0 && used < room) {
        size_t good = showable(text, length < room - used ? length : room - used);
        memcpy(out + used, text, good);
        used += good;
        text += good;
        length -= good;
        if (length > 0 && used < room) {
            out[used++] = '?';
            text++;
            length--;
        }
    }
    out[used] = '\0';
}

static pt_code meaning_of(const char *text)
{
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (strstr(text, meanings[i].part) != NULL &&
            (meanings[i].also == NULL || strstr(text, meanings[i].also) != NULL))
            return meanings[i].code;
    return PT_CODE_COUNT;
}

static void from_message(pt_sandbox *sandbox, pt_code otherwise, int argument)
{
    size_t length = 0;
    const char *text = "?";
    if (lua_type(sandbox->thread, -1) == LUA_TSTRING)
        text = lua_tolstring(sandbox->thread, -1, &length);
    const char *rest = text;
    (void)split_place(&rest, &sandbox->failure);
    pt_code code = meaning_of(rest);
    sandbox->failure.code = code == PT_CODE_COUNT ? otherwise : code;
    pt_failure_argument(&sandbox->failure, argument, rest, strlen(rest));
}

void pt_failure_load(pt_sandbox *sandbox, int status, uint32_t source)
{
    sandbox->failure = (pt_failure){.code = PT_U002, .source = source};
    if (status != LUA_ERRMEM)
        from_message(sandbox, PT_U017, 0);
    lua_settop(sandbox->thread, PT_STACK_FIXED);
}

void pt_failure_run(pt_sandbox *sandbox, int status)
{
    sandbox->worn |= status == LUA_ERRMEM;
    bool stopped = status == LUA_ERRRUN && sandbox->failure.code != PT_CODE_COUNT &&
                   lua_touserdata(sandbox->thread, -1) == &sandbox->failure;
    if (!stopped) {
        sandbox->failure = (pt_failure){.code = sandbox->refused, .source = PT_NO_SOURCE};
        if (status != LUA_ERRMEM)
            from_message(sandbox, PT_U007, 1);
    }
    lua_settop(sandbox->thread, PT_STACK_FIXED);
}
