/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "report/page.h"
#include "report/uitleg.h"

static const pt_style dutch = {.medium = PT_MEDIUM_PEOPLE};

static void a_page_has_sentence_explanation_wrong_and_right(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text out = pt_text_create(arena);
    pt_uitleg_write(&out, PT_Y001, &dutch);
    golden_check(arena, "uitleg.txt", out.bytes);
    pt_arena_destroy(arena);
}

static void every_code_has_a_page_that_fits(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        pt_text out = pt_text_create(arena);
        pt_uitleg_write(&out, (pt_code)code, &dutch);
        assert_non_null(strstr(out.bytes, pt_code_describe((pt_code)code)->name));
        for (const char *line = out.bytes; *line != '\0'; line += strcspn(line, "\n") + 1) {
            if (pt_text_columns(line, strcspn(line, "\n")) > PT_PAGE_WIDTH)
                fail_msg("%s: %s", pt_code_describe((pt_code)code)->name, line);
        }
        pt_arena_reset(arena);
    }
    pt_arena_destroy(arena);
}

static void the_list_names_every_code_once(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text out = pt_text_create(arena);
    pt_uitleg_list(&out, &dutch);
    size_t count = 0;
    for (const char *line = out.bytes; *line != '\0'; line += strcspn(line, "\n") + 1)
        count += *line != ' ';
    assert_int_equal(count, PT_CODE_COUNT);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_has_sentence_explanation_wrong_and_right),
        cmocka_unit_test(every_code_has_a_page_that_fits),
        cmocka_unit_test(the_list_names_every_code_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
