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

/* The n-th block of YAML (from 0) of a page of the repository; NULL when there are fewer. */
static inline const char *yaml_block_of(pt_arena *arena, const char *page, int n)
{
    FILE *file = fopen(pt_format(arena, "%s/%s", PT_TEST_ROOT, page), "rb");
    assert_non_null(file);
    pt_text text = pt_text_create(arena);
    char part[4096];
    for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
        pt_text_add_bytes(&text, part, got);
    fclose(file);
    const char *at = text.bytes;
    for (;; n--) {
        at = strstr(at, "```yaml\n");
        if (at == NULL)
            return NULL;
        at += strlen("```yaml\n");
        if (n == 0)
            return pt_arena_copy(arena, at, (size_t)(strstr(at, "```") - at));
    }
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
