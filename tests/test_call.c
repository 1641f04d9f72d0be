/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "lua_pack.h"

static void a_rule_answers_with_a_value_and_a_reason(void **state)
{
    (void)state;
    made *m =
        made_rule("function(a, b) if a then return b end return nee, \"er is geen plaats\" end",
                  made_type(PT_YESNO), 2, false);
    pt_answer answer;
    assert_true(made_call(m, 0, (pt_value[]){pt_yesno(true), pt_yesno(true)}, &answer));
    assert_true(pt_is_yes(answer.value));
    assert_null(answer.reason);
    assert_true(made_call(m, 0, (pt_value[]){pt_yesno(false), pt_yesno(true)}, &answer));
    assert_true(pt_value_equal(answer.value, pt_yesno(false)));
    assert_string_equal(answer.reason, "er is geen plaats");
    assert_int_equal(m->report.count, 0);
    made_end(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_answers_with_a_value_and_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
