/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A test of a decision tree in words of the rule language, for where its own text would mislead:
 * `uren <= 3`, `soort in bao, sbo`, `ontvangen_op + 42 dagen <= vandaag`.
 */
#ifndef PT_MODEL_TEST_WORDS_H
#define PT_MODEL_TEST_WORDS_H

#include "model/pack.h"

/* Adds the words of `test`, a test of `tree`, which stands for `function`. */
void pt_test_words(pt_text *out, const pt_pack *pack, const pt_function *function,
                   const pt_tree *tree, const pt_test *test);

/* Adds the words of a form: `ontvangen_op + 42 dagen`. */
void pt_form_words(pt_text *out, const pt_pack *pack, const pt_function *function,
                   const pt_tree *tree, const pt_form *form);

#endif
