/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Writes the blocks `orgaan` and `bevoegdheid` out as ordinary rules, so that both readings, and
 * every analysis, take them as they take any rule.
 *
 * An `orgaan` is a row of the statutes: its name is a word of the choice `soort` of the kind
 * `orgaan`, and each of its fields becomes a rule over that kind. A `bevoegdheid` is a row too: its
 * name is a word of the choice `besluit` of the kind `voorstel`, and the rows together become rules
 * over `voorstel` and `agendapunt`. Each row is a ground of those rules, with its source and
 * period.
 */
#ifndef PT_READER_STATUTES_H
#define PT_READER_STATUTES_H

#include "reader/parser.h"
#include "reader/read.h"

/*
 * The rules that the blocks of `files`, the parsed `texts`, stand for: one text for the pack and
 * one for each variant that brings such blocks, in that order, into `made`, which has room for
 * `count`. The result is their number: 0 when there is no such block. What is wrong with a block is
 * found at its place. The powers go into `pack` as written, too.
 */
size_t pt_statutes_write(pt_pack *pack, const pt_rule_text *texts, pt_rule_file *const *files,
                         size_t count, pt_rule_text *made, pt_report *report);

#endif
