/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * In which form, language and dress a report is wanted.
 */
#ifndef PT_REPORT_STYLE_H
#define PT_REPORT_STYLE_H

#include <stdbool.h>

#include "base/messages.h"

typedef enum pt_medium {
    PT_MEDIUM_PEOPLE, /* mens */
    PT_MEDIUM_JSON,
    PT_MEDIUM_JUNIT,
    PT_MEDIUM_GITHUB, /* workflow annotations */
    PT_MEDIUM_SARIF,
    PT_MEDIUM_XLSX,
    PT_MEDIUM_CSV /* tables alone: semicolons and decimal commas */
} pt_medium;

typedef struct pt_style {
    pt_medium medium;
    pt_language language;
    bool coloured; /* the caller has looked: a terminal, and no NO_COLOR */
} pt_style;

#endif
