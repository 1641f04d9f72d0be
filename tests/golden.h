/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Golden files: what a report should look like, in tests/golden/. Run a test with PT_GOLDEN=write
 * to accept what comes out now, and review the difference as code.
 */
#ifndef PT_TESTS_GOLDEN_H
#define PT_TESTS_GOLDEN_H

#include "base/arena.h"

static const char *golden_read(pt_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return "";
    char *bytes = pt_arena_alloc(arena, 1 << 20);
    size_t length = fread(bytes, 1, (1 << 20) - 1, file);
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

static void golden_check(pt_arena *arena, const char *name, const char *found)
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/golden/%s", PT_TEST_ROOT, name);
    const char *wanted = getenv("PT_GOLDEN");
    if (wanted != NULL && strcmp(wanted, "write") == 0) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(found, 1, strlen(found), file), strlen(found));
        assert_int_equal(fclose(file), 0);
        return;
    }
    assert_string_equal(found, golden_read(arena, path));
}

#endif
