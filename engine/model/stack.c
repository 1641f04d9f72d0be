/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/stack.h"

#include <string.h>

#include "base/text.h"

static const char *next_of(const char *name)
{
    const char *comma = strchr(name, ',');
    return comma == NULL ? NULL : comma + 1;
}

size_t pt_stack_count(const char *stack)
{
    size_t count = 0;
    for (const char *name = stack; name != NULL; name = next_of(name))
        count++;
    return count;
}

const char *pt_stack_name(pt_arena *arena, const char *stack, size_t index)
{
    const char *name = stack;
    while (name != NULL && index-- > 0)
        name = next_of(name);
    return name == NULL ? NULL : pt_arena_copy(arena, name, strcspn(name, ","));
}

bool pt_stack_has(const char *stack, const char *name)
{
    size_t length = name == NULL ? 0 : strlen(name);
    for (const char *each = stack; each != NULL && name != NULL; each = next_of(each)) {
        if (strcspn(each, ",") == length && strncmp(each, name, length) == 0)
            return true;
    }
    return false;
}

const char *pt_stack_add(pt_arena *arena, const char *stack, const char *name)
{
    return stack == NULL ? pt_arena_copy(arena, name, strlen(name))
                         : pt_format(arena, "%s,%s", stack, name);
}
