/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Readiness at a glance (`overzicht` in pakket.yaml): what each subject of a kind has of what the
 * plan names, and what is missing. Names are as written; run/readiness.h gives them their meaning.
 */
#ifndef PT_MODEL_READINESS_H
#define PT_MODEL_READINESS_H

#include "base/diagnostics.h"
#include "model/value.h"

typedef struct pt_readiness_view {
    const char *kind;    /* over: school */
    const char *item;    /* wat: voorziening */
    const char *link;    /* koppeling: aanbod, which refers to both */
    const char *present; /* is_er: a yes/no fact of the link */
    const char *verdict; /* oordeel: a yes/no rule over `kind` */
    const char *group;   /* onder: a reference of `kind`; or NULL */
    pt_position at;
} pt_readiness_view;

typedef struct pt_readiness_row {
    const char *name;
    const char *group;
    size_t there;
    size_t wanted;
    const char **missing; /* names of the items */
    size_t missing_count;
    pt_value verdict;
    const char *reason; /* of the verdict; or NULL */
} pt_readiness_row;

typedef struct pt_readiness_table {
    const char *story;
    const char *title; /* of the verdict */
    pt_date day;
    pt_readiness_row *rows;
    size_t count;
} pt_readiness_table;

#endif
