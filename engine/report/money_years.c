/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/money_years.h"

#include <string.h>

#include "model/money.h"
#include "report/money_sums.h"
#include "report/overview.h"

enum { INDENT = 2, NAME_WIDTH = 34, AMOUNT_WIDTH = 15, YEARS_BESIDE = 4 };

typedef struct writing {
    pt_page *page;
    pt_arena *arena;
    const pt_money_years *years;
    size_t from; /* the years in hand */
    size_t until;
} writing;

static void put_right(writing *to, size_t column, pt_tone tone, const char *text)
{
    size_t taken = pt_text_columns(text, strlen(text));
    pt_page_pad(to->page, column > taken ? column - taken : 0);
    pt_page_put(to->page, tone, text);
}

/* The name without its underscores. */
static const char *words(pt_arena *arena, const char *name)
{
    pt_text out = pt_text_create(arena);
    for (; *name != '\0'; name++) {
        char letter = *name;
        if (letter == '_')
            letter = ' ';
        pt_text_add_char(&out, letter);
    }
    return out.bytes;
}

static const char *cell(writing *to, pt_value value)
{
    pt_text out = pt_text_create(to->arena);
    if (value.kind == PT_MONEY)
        pt_money_add_cents(&out, value.amount, true);
    else
        pt_text_add(&out, value.kind == PT_NONE
                              ? "-"
                              : pt_message_text(PT_TEXT_MONEY_NOT_KNOWN, to->page->language));
    return out.bytes;
}

static bool is_empty(const writing *to, const pt_money_line *line)
{
    bool empty = true;
    for (size_t i = 0; i < to->years->day_count; i++) {
        pt_value value = line->values[i];
        empty = empty && (value.kind == PT_NONE || (value.kind == PT_MONEY && value.amount == 0));
    }
    return empty;
}

static void put_line(writing *to, const pt_money_line *line)
{
    pt_page_pad(to->page, 2 * INDENT);
    pt_page_put(to->page, PT_TONE_PLAIN, words(to->arena, line->name));
    for (size_t i = to->from; i < to->until; i++)
        put_right(to, INDENT + NAME_WIDTH + (i - to->from + 1) * AMOUNT_WIDTH, PT_TONE_PLAIN,
                  cell(to, line->values[i]));
    pt_page_end(to->page, 2 * INDENT);
}

static void put_years(writing *to, const char *name)
{
    pt_page_blank(to->page);
    pt_page_pad(to->page, INDENT);
    pt_page_put(to->page, PT_TONE_STRONG, name);
    for (size_t i = to->from; i < to->until; i++)
        put_right(to, INDENT + NAME_WIDTH + (i - to->from + 1) * AMOUNT_WIDTH, PT_TONE_STRONG,
                  pt_format(to->arena, "%d", pt_date_split(to->years->days[i]).year));
    pt_page_end(to->page, INDENT);
}

static void put_budget(writing *to, const pt_money_budget *budget)
{
    const char *block = NULL;
    put_years(to, budget->name);
    for (size_t i = 0; i < budget->line_count; i++) {
        const pt_money_line *line = &budget->lines[i];
        if (is_empty(to, line))
            continue;
        if (block != line->block) {
            pt_page_pad(to->page, INDENT);
            pt_page_put(to->page, PT_TONE_FAINT, line->block);
            pt_page_end(to->page, INDENT);
        }
        block = line->block;
        put_line(to, line);
    }
}

void pt_money_years_page(pt_page *page, const pt_run_result *result)
{
    const pt_money_years *years = result->years;
    if (years == NULL)
        return;
    writing to = {.page = page, .arena = page->out->arena, .years = years};
    pt_overview_heading(page, pt_message_text(PT_TEXT_MONEY_BY_YEAR, page->language));
    for (size_t i = 0; i < years->budget_count; i++)
        for (to.from = 0; to.from < years->day_count; to.from = to.until) {
            size_t left = years->day_count - to.from;
            to.until = to.from + (left < YEARS_BESIDE ? left : YEARS_BESIDE);
            put_budget(&to, &years->budgets[i]);
        }
}

/* --- JSON ----------------------------------------------------------------------------------- */

static void json_year(pt_json *json, const pt_money_years *years, const pt_money_budget *budget,
                      size_t day)
{
    pt_json_object(json, NULL);
    pt_json_date(json, "dag", years->days[day]);
    pt_json_text(json, "van", budget->name);
    pt_json_object(json, "bedragen");
    for (size_t i = 0; i < budget->line_count; i++) {
        pt_value value = budget->lines[i].values[day];
        if (value.kind == PT_MONEY)
            pt_json_number(json, budget->lines[i].name, value.amount);
        else
            pt_json_null(json, budget->lines[i].name);
    }
    pt_json_close(json);
    pt_json_close(json);
}

void pt_money_years_json(pt_json *json, const pt_run_result *result)
{
    const pt_money_years *years = result->years;
    if (years == NULL)
        return;
    pt_json_list(json, "geld_per_jaar");
    for (size_t i = 0; i < years->budget_count; i++)
        for (size_t day = 0; day < years->day_count; day++)
            json_year(json, years, &years->budgets[i], day);
    pt_json_close(json);
}
