/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Writes made-up cases as a scenario in the language of scenarios/README.md: one day, a world, one
 * expectation; cases with the same subjects are the rows of a table, in which only what differs
 * is a column.
 */
#ifndef PT_REPORT_MADE_STORY_H
#define PT_REPORT_MADE_STORY_H

#include "model/made_case.h"

enum { PT_STORY_FIELDS = 2 };

typedef struct pt_made_story {
    const pt_pack *pack;
    const char *name;                 /* of the scenario */
    const char *title;                /* as people read it */
    const char *variant;              /* one, or a stack as --variant names it; or NULL */
    const char *remarks;              /* lines to stand above it as comments, or NULL */
    const pt_made_case *const *cases; /* the same subjects in each */
    size_t case_count;
    uint8_t about;                          /* the subject of the expectation */
    const char *what;                       /* the rule, duty or list that is expected of it */
    const char *keys[PT_STORY_FIELDS];      /* "waarde", "reden"; NULL: there is no second */
    const char *columns[PT_STORY_FIELDS];   /* names of their columns */
    const char *(*fields)[PT_STORY_FIELDS]; /* by case, as a scenario has them */
    bool judged;
} pt_made_story;

/* Can the two stand in one table? */
bool pt_made_story_fits(const pt_made_case *a, const pt_made_case *b);

void pt_made_story_write(pt_text *out, const pt_made_story *story);

/* The name that a subject of a case has in its story. */
const char *pt_made_story_subject(pt_arena *arena, const pt_pack *pack, const pt_made_case *made,
                                  uint8_t subject);

#endif
