/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Parses a rule file into its declarations: `word "name" { table }`, `local function` helpers and
 * local tables. The whole grammar of Lua 5.4 is read, because a free block may use it; depth is
 * bounded before Lua ever sees the text.
 */
#ifndef PT_READER_PARSER_H
#define PT_READER_PARSER_H

#include "reader/syntax.h"

/* One top-level declaration, or one local (then `word` is NULL and `value` the statement). */
typedef struct pt_declaration {
    const char *word;
    const char *name;
    pt_position at; /* the word */
    pt_position name_at;
    pt_syntax *value; /* the TABLE */
} pt_declaration;

typedef struct pt_rule_file {
    const pt_source *source;
    pt_declaration *declarations;
    size_t count;
} pt_rule_file;

/*
 * Parses `source`; never NULL. What could not be read is left out, with a finding for each, and
 * parsing goes on at the next line that begins with a declaring word.
 */
pt_rule_file *pt_parse(pt_arena *arena, const pt_source *source, pt_report *report);

#endif
