/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Made-up cases as files: the present outcome is filled in, the whole is played as it will be read,
 * and only then it is handed to the program. For grensgevallen and muteer.
 */
#ifndef PT_API_STORY_FILE_H
#define PT_API_STORY_FILE_H

#include "api_child.h"
#include "model/coverage.h"
#include "model/made_case.h"
#include "run/probe.h"

typedef struct pt_story_maker {
    pt_worker *worker;
    pt_loaded *loaded;
    const pt_coverage *coverage; /* counts what is reached; NULL: nobody asks */
    size_t files;                /* made so far */
    size_t cases;                /* in them */
    bool failed;                 /* a file could not be played as a whole: a limit was hit */
} pt_story_maker;

/* The first block of a rule, duty or list. */
const pt_block *pt_owner_block(const pt_pack *pack, pt_owner owner);

/*
 * Makes files of cases of one owner, those with the same subjects together; their names begin with
 * `stem` and end in a number. `remarks` stand above the first. Cases on which a rule fails are left
 * out.
 */
void pt_story_make(pt_story_maker *maker, pt_owner owner, const char *stem, const char *remarks,
                   const pt_made_case *const *cases, size_t count);

#endif
