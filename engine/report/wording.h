/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a report names things: days in full, values with the names of subjects, blocks by title.
 * Everything returned lives in the arena, or for ever; nothing is escaped yet.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_WORDING_H
#define PT_REPORT_WORDING_H

#include "base/arena.h"
#include "base/messages.h"
#include "model/outcome.h"

/* "27 juli 2026" and "maandag 27 juli 2026"; words for a day that is none. */
const char *pt_wording_day(pt_arena *arena, pt_date day, pt_language language);
const char *pt_wording_long_day(pt_arena *arena, pt_date day, pt_language language);

/* "27 jul 2026". */
const char *pt_wording_short_day(pt_arena *arena, pt_date day, pt_language language);

/* "maandag"; "" for a day that is none. */
const char *pt_wording_weekday(pt_date day, pt_language language);

/* "6 weken", "1 dag". */
const char *pt_wording_length(pt_arena *arena, int64_t amount, pt_unit unit, pt_language language);

/* A name as words: "besluit_nemen" is "besluit nemen". */
const char *pt_wording_name(pt_arena *arena, const char *name);

/* The title of a block, or its name as words with a capital. */
const char *pt_wording_block(pt_arena *arena, const pt_pack *pack, uint32_t block);

/* The block of a version of a rule or duty group; of the first version when there is none. */
uint32_t pt_wording_rule_block(const pt_pack *pack, uint16_t group, uint16_t version);
uint32_t pt_wording_duty_block(const pt_pack *pack, uint16_t group, uint16_t version);

/* The name of a subject; "?" when there is none with this index. */
const char *pt_wording_subject(const pt_run_result *result, uint32_t subject);

/* Was the subject named by nobody ("verzuimdag 3")? */
bool pt_wording_nameless(const char *subject_name);

/* A value as in pt_value_show, but days in full, subjects by name, and words without _. */
const char *pt_wording_value(pt_arena *arena, const pt_run_result *result, pt_value value,
                             pt_language language);

/* Who bears a duty: a subject, a role, or words that say it is not known. */
const char *pt_wording_bearer(pt_arena *arena, const pt_run_result *result,
                              const pt_duty_state *duty, pt_language language);

/* A sentence of the pack with its days ("2026-08-25") in full; NULL stays NULL. */
const char *pt_wording_prose(pt_arena *arena, const char *sentence, pt_language language);

/* Why an outcome is what it is: its reason, or words for how it came about; NULL for neither. */
const char *pt_wording_reason(pt_arena *arena, const pt_outcome *outcome, pt_language language);

/* The word that a scenario uses for a field of an expectation: "status", "uiterlijk". */
const char *pt_wording_field(pt_expected_field_kind kind);

/* "scenarios/plan.yaml:6:1"; the path alone for a whole file; NULL when there is no file. */
const char *pt_wording_place(pt_arena *arena, pt_position at);

#endif
