/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What judgement leaves open, as a chapter of a page or as the member "oordelen" of an object:
 *
 *     ja     als plaatsruimte volgens vast en bekend beleid (a1): ja
 *     nee    als plaatsruimte volgens vast en bekend beleid (a1): nee
 *
 * Both write nothing when the outcome rests on no judgement.
 */
#ifndef PT_REPORT_JUDGEMENT_REPORT_H
#define PT_REPORT_JUDGEMENT_REPORT_H

#include "model/situation.h"
#include "report/json.h"
#include "report/page.h"

void pt_leeway_write(pt_page *page, const pt_situation *situation, const pt_leeway *leeway);

void pt_leeway_json(pt_json *json, const pt_situation *situation, const pt_leeway *leeway);

#endif
