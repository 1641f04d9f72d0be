/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a rulebook names things. Everything returned lives in the arena, or for ever.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_RULEBOOK_WORDING_H
#define PT_REPORT_RULEBOOK_WORDING_H

#include "base/messages.h"
#include "model/rulebook.h"

/* "regel", "gegeven": for people, and as the word of the language of rules. */
pt_message pt_book_label(const pt_thing *thing);
const char *pt_book_word(const pt_thing *thing);

/* "aanname", likewise. */
pt_message pt_book_status(pt_status status);
const char *pt_book_status_word(pt_status status);

/* "van 1 augustus 2014 tot en met 31 juli 2022". */
const char *pt_book_period(pt_arena *arena, pt_date from, pt_date until, pt_language language);

/* "6 weken", "1 mei 2026". */
const char *pt_book_value(pt_arena *arena, const pt_pack *pack, pt_value value,
                          pt_language language);

/* "ja of nee, mag onbekend blijven", "bao, sbo, so", "weken". */
const char *pt_book_type(pt_arena *arena, const pt_pack *pack, const pt_type *type,
                         pt_language language);

/* The type of a thing: of a fact, the result of a rule, ...; NULL for those that give nothing. */
const pt_type *pt_book_type_of(const pt_uses *uses, const pt_thing *thing);

/* The rule or duty that an exception is to; NULL for other things. */
const char *pt_book_target(const pt_uses *uses, const pt_thing *thing);

/* Who bears a duty: a role or reference; NULL for other things. */
const char *pt_book_bearer(const pt_uses *uses, const pt_thing *thing);

#endif
