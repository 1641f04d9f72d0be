/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/uitleg.h"

#include <string.h>

#include "base/diagnostics.h"
#include "report/overview.h"
#include "report/page.h"

enum { INDENT = 2, EXAMPLE_INDENT = 4, CODE_COLUMN = 8 };

/* What an argument of a sentence looks like on its page: a finding in general has none. */
static const char *general_sentence(pt_arena *arena, pt_code code, pt_language language)
{
    static const char *const dots[] = {"…", "…", "…", "…"};
    pt_finding finding = {.code = code};
    memcpy(finding.arguments, dots, sizeof dots);
    return pt_finding_sentence(arena, &finding, language);
}

static void add_text(pt_page *page, const char *text)
{
    pt_page_pad(page, INDENT);
    pt_page_put(page, PT_TONE_PLAIN, text);
    pt_page_end(page, INDENT);
}

/* An example keeps its lines as they are. */
static void add_example(pt_page *page, pt_message heading, pt_tone tone, const char *text)
{
    if (*text == '\0')
        return;
    pt_overview_heading(page, pt_message_text(heading, page->language));
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        pt_page_pad(page, EXAMPLE_INDENT);
        pt_page_put(page, tone, pt_arena_copy(page->out->arena, text, length));
        pt_page_end(page, EXAMPLE_INDENT);
        text += length + (text[length] == '\n');
    }
}

static const char *severity_word(pt_code code, pt_language language)
{
    static const pt_message words[] = {
        [PT_ERROR] = PT_TEXT_ERROR, [PT_WARNING] = PT_TEXT_WARNING, [PT_NOTE] = PT_TEXT_NOTE};
    return pt_message_text(words[pt_code_describe(code)->severity], language);
}

void pt_uitleg_write(pt_text *out, pt_code code, const pt_style *style)
{
    const pt_code_entry *entry = pt_code_describe(code);
    pt_page page = pt_page_create(out, style->language, style->coloured);
    pt_overview_heading(
        &page, pt_format(out->arena, "%s[%s]", severity_word(code, style->language), entry->name));
    add_text(&page, general_sentence(out->arena, code, style->language));
    pt_overview_heading(&page, pt_message_text(PT_TEXT_PAGE_WHY, style->language));
    add_text(&page, entry->explanation);
    add_example(&page, PT_TEXT_PAGE_WRONG, PT_TONE_BAD, entry->wrong);
    add_example(&page, PT_TEXT_PAGE_RIGHT, PT_TONE_GOOD, entry->right);
}

void pt_uitleg_list(pt_text *out, const pt_style *style)
{
    pt_page page = pt_page_create(out, style->language, style->coloured);
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        pt_page_put(&page, PT_TONE_STRONG, pt_code_describe((pt_code)code)->name);
        pt_page_pad(&page, CODE_COLUMN);
        pt_page_put(&page, PT_TONE_PLAIN,
                    general_sentence(out->arena, (pt_code)code, style->language));
        pt_page_end(&page, CODE_COLUMN);
    }
}
