/* SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of loaders share: a file from a text, and findings as "Y016:2:1 S003:4:7". */
#ifndef PT_TESTS_IO_SUPPORT_H
#define PT_TESTS_IO_SUPPORT_H

#include "support.h"

#include "base/diagnostics.h"

static inline pt_source source_of(const char *text)
{
    return (pt_source){.path = "proef.yaml", .text = text, .length = strlen(text)};
}

/* The findings in order, as code:line:column, with one blank between them. */
static inline const char *findings_of(pt_arena *arena, const pt_report *report)
{
    pt_text out = pt_text_create(arena);
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *finding = &report->findings[i];
        pt_text_format(&out, "%s%s:%u:%u", i == 0 ? "" : " ", pt_code_describe(finding->code)->name,
                       finding->at.line, finding->at.column);
    }
    return out.bytes;
}

/* Every sentence, in both languages, has its arguments filled in. */
static inline void assert_sentences_are_whole(pt_arena *arena, const pt_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        for (int language = PT_DUTCH; language <= PT_ENGLISH; language++) {
            const char *said =
                pt_finding_sentence(arena, &report->findings[i], (pt_language)language);
            assert_null(strstr(said, "''"));
            assert_null(strstr(said, "%1"));
        }
    }
}

#endif
