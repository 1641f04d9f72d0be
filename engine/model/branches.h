/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * All ways through the decision points of one story, and what came out differently along them.
 * Made by run/branches, shown by report/branches_report; all in one arena.
 */
#ifndef PT_MODEL_BRANCHES_H
#define PT_MODEL_BRANCHES_H

#include "model/outcome.h"

/* More paths than this are not listed. */
enum { PT_BRANCH_PATHS = 64 };

typedef struct pt_branch_point {
    const char *decision;
    const char *question;
    const char *by; /* or NULL */
    pt_date day;
    const char *const *branches; /* that may be taken: one when it was chosen by hand */
    size_t branch_count;
} pt_branch_point;

typedef struct pt_branch_path {
    const char **chosen;         /* per point: its branch */
    const pt_run_result *result; /* NULL: the story can not go this way */
    const char *obstacle;        /* why not, in a sentence, or NULL */
    size_t late;                 /* duties that were late at some time */
} pt_branch_path;

typedef enum pt_branch_row_kind {
    PT_BRANCH_DUTY,
    PT_BRANCH_OUTCOME,
    PT_BRANCH_EVENT
} pt_branch_row_kind;

/* Something that is not the same along all paths, as it stood at the end. */
typedef struct pt_branch_row {
    uint8_t kind; /* pt_branch_row_kind */
    const char *subject;
    const char *name;
    const char *title;         /* or NULL */
    const pt_record **records; /* per path: the last about it, or NULL */
    size_t *times;             /* per path: how often it happened (events) */
} pt_branch_row;

typedef struct pt_branches {
    const char *story; /* title */
    const char *name;
    pt_branch_point *points;
    size_t point_count;
    pt_branch_path *paths;
    size_t path_count;
    pt_branch_row *rows; /* in order of appearance along the first path, then the next */
    size_t row_count;
} pt_branches;

#endif
