/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/money_page.h"

#include <inttypes.h>
#include <string.h>

#include "report/money_sums.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { INDENT = 2, NAME_WIDTH = 26, AMOUNT_WIDTH = 19, PER_WIDTH = 14, MOST_EFFECTS = 10 };

typedef struct money_page {
    pt_page page;
    pt_arena *arena;
    const pt_money_table *table;
    pt_language language;
    bool everything;
} money_page;

static const char *say(const money_page *to, pt_message text, const char *const *arguments)
{
    return pt_message_filled(to->arena, text, to->language, arguments);
}

/* --- Amounts -------------------------------------------------------------------------------- */

static const char *amount(const money_page *to, int64_t cents)
{
    pt_text out = pt_text_create(to->arena);
    pt_money_add_cents(&out, cents, true);
    return out.bytes;
}

/* --- Text ----------------------------------------------------------------------------------- */

static void put_right(money_page *to, size_t column, pt_tone tone, const char *text)
{
    size_t taken = pt_text_columns(text, strlen(text));
    pt_page_pad(&to->page, column > taken ? column - taken : 0);
    pt_page_put(&to->page, tone, text);
}

static void put_columns(money_page *to, const char *name, const char *const cells[4], pt_tone tone,
                        size_t indent)
{
    size_t column = INDENT + NAME_WIDTH;
    pt_page_pad(&to->page, indent);
    pt_page_put(&to->page, tone, name);
    for (size_t i = 0; i < 4; i++) {
        column += i == 3 ? PER_WIDTH : AMOUNT_WIDTH;
        if (cells[i] != NULL)
            put_right(to, column, tone, cells[i]);
    }
    pt_page_end(&to->page, INDENT + NAME_WIDTH);
}

static void put_sums(money_page *to, const char *name, const pt_money_sums *sum, pt_tone tone,
                     size_t indent)
{
    int64_t each = 0;
    const char *cells[4] = {say(to, PT_TEXT_MONEY_NOT_KNOWN, NULL), NULL, NULL, NULL};
    if (sum->known) {
        cells[0] = amount(to, sum->before);
        cells[1] = amount(to, sum->after);
        cells[2] = amount(to, sum->after - sum->before);
        if (pt_money_each(sum->after - sum->before, sum->per, &each))
            cells[3] = amount(to, each);
    }
    put_columns(to, name, cells, tone, indent);
}

static void write_rows(money_page *to, const pt_money_day *day, const char *group)
{
    for (size_t i = 0; i < day->count; i++) {
        const pt_money_row *row = &day->rows[i];
        pt_money_sums own = pt_money_row_sums(row);
        if (!row->left_out && pt_money_in_group(row, group))
            put_sums(to, row->name, &own, PT_TONE_PLAIN, 2 * INDENT);
    }
}

static void write_beside(money_page *to, const pt_money_day *day)
{
    for (size_t i = 0; i < day->count; i++) {
        const pt_money_row *row = &day->rows[i];
        pt_money_sums own = pt_money_row_sums(row);
        if (row->beside && !row->left_out)
            put_sums(to, say(to, PT_TEXT_MONEY_STAYS, PT_ARGS(row->name)), &own, PT_TONE_STRONG,
                     INDENT);
    }
}

static void write_movers(money_page *to, const pt_money_day *day)
{
    pt_money_movers all = pt_money_movers_of(day);
    pt_page_pad(&to->page, INDENT);
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_MONEY_GAIN,
                PT_ARGS(pt_format(to->arena, "%zu", all.gain), amount(to, all.gained)));
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_MONEY_LOSE,
                PT_ARGS(pt_format(to->arena, "%zu", all.lose), amount(to, all.lost)));
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_MONEY_SAME,
                PT_ARGS(pt_format(to->arena, "%zu", all.same)));
    pt_page_end(&to->page, INDENT);
}

static void write_day(money_page *to, const pt_money_day *day, bool rows)
{
    pt_money_sums all = pt_money_sum(day, NULL);
    const char *heads[4] = {say(to, PT_TEXT_MONEY_WAS, NULL), say(to, PT_TEXT_MONEY_BECOMES, NULL),
                            say(to, PT_TEXT_MONEY_DIFFERENCE, NULL),
                            to->table->view->per == NULL ? NULL
                                                         : say(to, PT_TEXT_MONEY_EACH, NULL)};
    pt_page_blank(&to->page);
    put_columns(to, pt_wording_day(to->arena, day->day, to->language), heads, PT_TONE_FAINT,
                INDENT);
    for (size_t i = 0; i < day->count; i++) {
        if (!pt_money_opens_group(day, i))
            continue;
        const char *group = day->rows[i].group;
        pt_money_sums own = pt_money_sum(day, group);
        if (*group != '\0')
            put_sums(to, group, &own, PT_TONE_STRONG, INDENT);
        if (rows)
            write_rows(to, day, group);
    }
    write_beside(to, day);
    put_sums(to, say(to, PT_TEXT_MONEY_TOTAL, NULL), &all, PT_TONE_STRONG, INDENT);
    write_movers(to, day);
}

static void put_effect(money_page *to, const pt_money_effect *effect)
{
    const char *cells[4] = {amount(to, effect->before), amount(to, effect->after),
                            amount(to, effect->after - effect->before), NULL};
    put_columns(to, effect->name != NULL ? effect->name : "", cells, PT_TONE_PLAIN, 2 * INDENT);
}

static void put_change(money_page *to, const char *title)
{
    const char *heads[4] = {say(to, PT_TEXT_MONEY_WAS, NULL), say(to, PT_TEXT_MONEY_BECOMES, NULL),
                            say(to, PT_TEXT_MONEY_DIFFERENCE, NULL), NULL};
    pt_page_pad(&to->page, INDENT);
    pt_page_put(&to->page, PT_TONE_STRONG, title);
    pt_page_end(&to->page, INDENT);
    put_columns(to, "", heads, PT_TONE_FAINT, INDENT);
}

static void write_effects(money_page *to, bool of_each, pt_message heading)
{
    const char *title = NULL;
    size_t shown = 0;
    for (size_t i = 0; i < to->table->effect_count; i++) {
        const pt_money_effect *effect = &to->table->effects[i];
        if (!effect->known || (effect->name != NULL) != of_each)
            continue;
        if (title == NULL)
            pt_overview_heading(&to->page, say(to, heading, NULL));
        if (title != effect->title) {
            shown = 0;
            put_change(to, effect->title);
        }
        title = effect->title;
        if (shown++ < MOST_EFFECTS || to->everything)
            put_effect(to, effect);
        else if (shown == MOST_EFFECTS + 1)
            pt_page_say(&to->page, PT_TONE_FAINT, PT_TEXT_MONEY_MORE, NULL);
        if (shown == MOST_EFFECTS + 1 && !to->everything)
            pt_page_end(&to->page, 2 * INDENT);
    }
}

void pt_money_write(pt_text *out, const pt_money_table *table, const pt_style *style,
                    bool everything)
{
    money_page to = {.page = pt_page_create(out, style->language, style->coloured),
                     .arena = out->arena,
                     .table = table,
                     .language = style->language,
                     .everything = everything};
    pt_overview_heading(&to.page,
                        say(&to, PT_TEXT_MONEY_HEADING, PT_ARGS(table->title, table->story)));
    pt_page_pad(&to.page, INDENT);
    pt_page_say(&to.page, PT_TONE_FAINT, PT_TEXT_MONEY_SIDES, PT_ARGS(table->before, table->after));
    pt_page_end(&to.page, INDENT);
    for (size_t i = 0; i < table->day_count; i++)
        write_day(&to, &table->days[i], everything || i + 1 == table->day_count);
    write_effects(&to, true, PT_TEXT_MONEY_INCENTIVES);
    write_effects(&to, false, PT_TEXT_MONEY_RISKS);
}

/* --- CSV ------------------------------------------------------------------------------------ */

/* A spreadsheet would take what begins so for one. */
static bool is_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t", text[0]) != NULL;
}

static void add_cell(pt_text *out, const char *text)
{
    bool quoted = strpbrk(text, ";\"\r\n") != NULL || is_formula(text);
    if (!quoted) {
        pt_text_add(out, text);
        return;
    }
    pt_text_add(out, "\"");
    if (is_formula(text))
        pt_text_add(out, "'");
    for (; *text != '\0'; text++) {
        if (*text == '"')
            pt_text_add_char(out, '"');
        pt_text_add_char(out, *text);
    }
    pt_text_add(out, "\"");
}

void pt_money_csv_head(pt_text *out)
{
    pt_text_add(out,
                "scenario;dag;soort;onder;naam;wat;was;wordt;verschil;aantal;verschil_per\r\n");
}

/* Scenario, day, sort, group, name, what. */
static void add_lead(pt_text *out, const pt_money_table *table, pt_date day,
                     const char *const lead[4])
{
    char text[PT_DATE_TEXT];
    add_cell(out, table->story);
    pt_text_format(out, ";%s", pt_date_format(day, text));
    for (size_t i = 0; i < 4; i++) {
        pt_text_add(out, ";");
        add_cell(out, lead[i]);
    }
    pt_text_add(out, ";");
}

/* A number of sixteenths with a decimal comma. */
static void add_count(pt_text *out, int64_t sixteenths)
{
    pt_money_add_whole(out, (uint64_t)sixteenths / PT_NUMBER_SCALE, false);
    uint64_t rest = (uint64_t)sixteenths % PT_NUMBER_SCALE * 10000 / PT_NUMBER_SCALE;
    if (rest > 0)
        pt_text_format(out, ",%04" PRIu64, rest);
}

static void add_figures(pt_text *out, const pt_money_sums *sum)
{
    int64_t each = 0;
    if (sum->known) {
        pt_money_add_cents(out, sum->before, false);
        pt_text_add(out, ";");
        pt_money_add_cents(out, sum->after, false);
        pt_text_add(out, ";");
        pt_money_add_cents(out, sum->after - sum->before, false);
    } else {
        pt_text_add(out, "onbekend;onbekend;onbekend");
    }
    pt_text_add(out, ";");
    if (sum->per >= 0)
        add_count(out, sum->per);
    pt_text_add(out, ";");
    if (sum->known && pt_money_each(sum->after - sum->before, sum->per, &each))
        pt_money_add_cents(out, each, false);
    pt_text_add(out, "\r\n");
}

static void csv_day(pt_text *out, const pt_money_table *table, const pt_money_day *day)
{
    const char *what = table->view->amount;
    for (size_t i = 0; i < day->count; i++) {
        const pt_money_row *row = &day->rows[i];
        pt_money_sums own = pt_money_row_sums(row);
        if (row->left_out)
            continue;
        const char *lead[4] = {row->beside ? table->view->beside : table->view->kind, row->group,
                               row->name, row->beside ? table->view->stays : what};
        add_lead(out, table, day->day, lead);
        add_figures(out, &own);
    }
    for (size_t i = 0; table->view->group != NULL && i < day->count; i++) {
        if (!pt_money_opens_group(day, i))
            continue;
        pt_money_sums own = pt_money_sum(day, day->rows[i].group);
        const char *lead[4] = {table->view->group, "", day->rows[i].group, what};
        add_lead(out, table, day->day, lead);
        add_figures(out, &own);
    }
    pt_money_sums all = pt_money_sum(day, NULL);
    const char *lead[4] = {"totaal", "", "", ""};
    add_lead(out, table, day->day, lead);
    add_figures(out, &all);
}

void pt_money_csv(pt_text *out, const pt_money_table *table)
{
    for (size_t i = 0; i < table->day_count; i++)
        csv_day(out, table, &table->days[i]);
    for (size_t i = 0; i < table->effect_count; i++) {
        const pt_money_effect *effect = &table->effects[i];
        pt_money_sums own = {effect->before, effect->after, -1, effect->known};
        const char *lead[4] = {effect->name != NULL ? "prikkel" : "risico", "",
                               effect->name != NULL ? effect->name : "", effect->title};
        add_lead(out, table, table->days[table->day_count - 1].day, lead);
        add_figures(out, &own);
    }
}
