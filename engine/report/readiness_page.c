/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/readiness_page.h"

#include <string.h>

#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { INDENT = 2, NAME_WIDTH = 22, COUNT_WIDTH = 10, VERDICT_WIDTH = 11 };

static const char *verdict_of(pt_text *out, const pt_pack *pack, pt_value value)
{
    pt_text shown = pt_text_create(out->arena);
    pt_value_show(&shown, pack, value);
    return shown.bytes;
}

static const char *missing_of(pt_text *out, const pt_readiness_row *row)
{
    pt_text names = pt_text_create(out->arena);
    for (size_t i = 0; i < row->missing_count; i++)
        pt_text_format(&names, "%s%s", i == 0 ? "" : ", ", row->missing[i]);
    return names.bytes;
}

static void write_row(pt_page *page, const pt_pack *pack, const pt_readiness_row *row)
{
    size_t column = INDENT + NAME_WIDTH;
    pt_tone tone = pt_is_yes(row->verdict)         ? PT_TONE_GOOD
                   : row->verdict.kind == PT_YESNO ? PT_TONE_BAD
                                                   : PT_TONE_DOUBT;
    pt_page_pad(page, INDENT);
    pt_page_put(page, PT_TONE_STRONG, row->name);
    pt_page_pad(page, column);
    pt_page_put(page, PT_TONE_PLAIN,
                pt_format(page->out->arena, "%zu/%zu", row->there, row->wanted));
    pt_page_pad(page, column += COUNT_WIDTH);
    pt_page_put(page, tone, verdict_of(page->out, pack, row->verdict));
    pt_page_pad(page, column += VERDICT_WIDTH);
    if (row->missing_count > 0)
        pt_page_say(page, PT_TONE_PLAIN, PT_TEXT_READY_MISSING,
                    PT_ARGS(missing_of(page->out, row)));
    else
        pt_page_put(page, PT_TONE_FAINT, row->reason);
    pt_page_end(page, column);
}

static void write_page(pt_text *out, const pt_pack *pack, const pt_readiness_table *table,
                       const pt_style *style)
{
    pt_page page = pt_page_create(out, style->language, style->coloured);
    const char *day = pt_wording_long_day(out->arena, table->day, style->language);
    const char *group = NULL;
    size_t good = 0;
    pt_overview_heading(&page,
                        pt_format(out->arena, "%s (%s, %s)", table->title, table->story, day));
    for (size_t i = 0; i < table->count; i++) {
        const pt_readiness_row *row = &table->rows[i];
        if ((group == NULL || strcmp(group, row->group) != 0) && *row->group != '\0') {
            pt_page_put(&page, PT_TONE_STRONG, row->group);
            pt_page_end(&page, 0);
        }
        group = row->group;
        good += pt_is_yes(row->verdict);
        write_row(&page, pack, row);
    }
    pt_page_blank(&page);
    pt_page_say(
        &page, PT_TONE_PLAIN, PT_TEXT_READY_COUNT,
        PT_ARGS(pt_format(out->arena, "%zu", good), pt_format(out->arena, "%zu", table->count)));
    pt_page_end(&page, 0);
}

/* Names of a story begin with a letter and have no semicolon, so nothing need be quoted. */
static void write_csv(pt_text *out, const pt_pack *pack, const pt_readiness_table *table)
{
    char day[PT_DATE_TEXT];
    for (size_t i = 0; i < table->count; i++) {
        const pt_readiness_row *row = &table->rows[i];
        pt_text_format(out, "%s;%s;%s;%s;%zu;%zu;%s;%s\r\n", table->story,
                       pt_date_format(table->day, day), row->group, row->name, row->there,
                       row->wanted, verdict_of(out, pack, row->verdict), missing_of(out, row));
    }
}

void pt_readiness_write(pt_text *out, const pt_pack *pack, const pt_readiness_table *table,
                        const pt_style *style)
{
    if (style->medium == PT_MEDIUM_CSV)
        write_csv(out, pack, table);
    else
        write_page(out, pack, table, style);
}

void pt_readiness_csv_head(pt_text *out)
{
    pt_text_add(out, "scenario;dag;onder;naam;aanwezig;in_plan;voldoet;ontbreekt\r\n");
}
