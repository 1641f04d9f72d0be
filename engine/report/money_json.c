/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/money_json.h"

#include "report/money_sums.h"

static void put_cents(pt_json *json, const char *key, bool known, int64_t cents)
{
    if (known)
        pt_json_number(json, key, cents);
    else
        pt_json_null(json, key);
}

static void put_change(pt_json *json, bool known, int64_t before, int64_t after)
{
    put_cents(json, "was", known, before);
    put_cents(json, "wordt", known, after);
    put_cents(json, "verschil", known, after - before);
}

static void put_sums(pt_json *json, const pt_money_sums *sum)
{
    int64_t each = 0;
    put_change(json, sum->known, sum->before, sum->after);
    if (sum->per >= 0)
        pt_json_fraction(json, "aantal", sum->per, PT_NUMBER_SCALE);
    else
        pt_json_null(json, "aantal");
    bool divided = sum->known && pt_money_each(sum->after - sum->before, sum->per, &each);
    put_cents(json, "verschil_per", divided, each);
}

static void put_row(pt_json *json, const pt_money_table *table, const pt_money_row *row)
{
    const pt_money_view *view = table->view;
    pt_money_sums own = pt_money_row_sums(row);
    pt_json_object(json, NULL);
    pt_json_text(json, "soort", row->beside ? view->beside : view->kind);
    pt_json_text(json, "naam", row->name);
    pt_json_text(json, "onder", row->group[0] == '\0' ? NULL : row->group);
    pt_json_text(json, "wat", row->beside ? view->stays : view->amount);
    put_sums(json, &own);
    pt_json_close(json);
}

static void put_groups(pt_json *json, const pt_money_table *table, const pt_money_day *day)
{
    pt_json_list(json, "groepen");
    for (size_t i = 0; table->view->group != NULL && i < day->count; i++) {
        if (!pt_money_opens_group(day, i))
            continue;
        pt_money_sums own = pt_money_sum(day, day->rows[i].group);
        pt_json_object(json, NULL);
        pt_json_text(json, "soort", table->view->group);
        pt_json_text(json, "naam", day->rows[i].group);
        put_sums(json, &own);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void put_movers(pt_json *json, const pt_money_day *day)
{
    pt_money_movers all = pt_money_movers_of(day);
    pt_json_number(json, "erop_vooruit", (int64_t)all.gain);
    pt_json_number(json, "samen_vooruit", all.gained);
    pt_json_number(json, "erop_achteruit", (int64_t)all.lose);
    pt_json_number(json, "samen_achteruit", all.lost);
    pt_json_number(json, "gelijk", (int64_t)all.same);
}

static void put_day(pt_json *json, const pt_money_table *table, const pt_money_day *day)
{
    pt_money_sums all = pt_money_sum(day, NULL);
    pt_json_object(json, NULL);
    pt_json_date(json, "dag", day->day);
    pt_json_list(json, "rijen");
    for (size_t i = 0; i < day->count; i++)
        if (!day->rows[i].left_out)
            put_row(json, table, &day->rows[i]);
    pt_json_close(json);
    put_groups(json, table, day);
    pt_json_object(json, "totaal");
    put_sums(json, &all);
    pt_json_close(json);
    put_movers(json, day);
    pt_json_close(json);
}

static void put_effects(pt_json *json, const pt_money_table *table, const char *key, bool of_each)
{
    pt_json_list(json, key);
    for (size_t i = 0; i < table->effect_count; i++) {
        const pt_money_effect *effect = &table->effects[i];
        if ((effect->name != NULL) != of_each)
            continue;
        pt_json_object(json, NULL);
        pt_json_text(json, "wat", effect->title);
        if (of_each)
            pt_json_text(json, "naam", effect->name);
        put_change(json, effect->known, effect->before, effect->after);
        pt_json_close(json);
    }
    pt_json_close(json);
}

void pt_money_json(pt_json *json, const char *key, const pt_money_table *table)
{
    if (table == NULL) {
        pt_json_null(json, key);
        return;
    }
    pt_json_object(json, key);
    pt_json_text(json, "titel", table->title);
    pt_json_text(json, "was_onder", table->before);
    pt_json_text(json, "wordt_onder", table->after);
    pt_json_list(json, "dagen");
    for (size_t i = 0; i < table->day_count; i++)
        put_day(json, table, &table->days[i]);
    pt_json_close(json);
    put_effects(json, table, "prikkels", true);
    put_effects(json, table, "risicos", false);
    pt_json_close(json);
}
