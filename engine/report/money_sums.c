/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/money_sums.h"

#include <inttypes.h>
#include <string.h>

bool pt_money_each(int64_t cents, int64_t sixteenths, int64_t *each)
{
    if (sixteenths <= 0 || cents > INT64_MAX / 64 || cents < -(INT64_MAX / 64))
        return false;
    int64_t half = cents < 0 ? -sixteenths : sixteenths;
    *each = (2 * PT_NUMBER_SCALE * cents + half) / (2 * sixteenths);
    return true;
}

bool pt_money_in_group(const pt_money_row *row, const char *group)
{
    return group == NULL || (!row->beside && strcmp(row->group, group) == 0);
}

pt_money_sums pt_money_row_sums(const pt_money_row *row)
{
    return (pt_money_sums){row->before, row->after, row->per, row->known};
}

pt_money_sums pt_money_sum(const pt_money_day *day, const char *group)
{
    pt_money_sums sum = {.known = true};
    for (size_t i = 0; i < day->count; i++) {
        const pt_money_row *row = &day->rows[i];
        if (row->left_out || !pt_money_in_group(row, group))
            continue;
        sum.known = sum.known && row->known;
        sum.before += row->before;
        sum.after += row->after;
        sum.per += row->per > 0 ? row->per : 0;
    }
    return sum;
}

pt_money_movers pt_money_movers_of(const pt_money_day *day)
{
    pt_money_movers all = {0};
    for (size_t i = 0; i < day->count; i++) {
        const pt_money_row *row = &day->rows[i];
        int64_t moved = row->after - row->before;
        if (row->left_out || row->beside || !row->known)
            continue;
        all.gain += moved > 0;
        all.lose += moved < 0;
        all.same += moved == 0;
        all.gained += moved > 0 ? moved : 0;
        all.lost += moved < 0 ? moved : 0;
    }
    return all;
}

bool pt_money_opens_group(const pt_money_day *day, size_t at)
{
    if (day->rows[at].left_out || day->rows[at].beside)
        return false;
    for (size_t i = 0; i < at; i++)
        if (!day->rows[i].left_out && strcmp(day->rows[i].group, day->rows[at].group) == 0)
            return false;
    return true;
}

void pt_money_add_whole(pt_text *out, uint64_t number, bool dots)
{
    if (dots && number >= 1000) {
        pt_money_add_whole(out, number / 1000, dots);
        pt_text_format(out, ".%03" PRIu64, number % 1000);
        return;
    }
    pt_text_format(out, "%" PRIu64, number);
}

void pt_money_add_cents(pt_text *out, int64_t cents, bool dots)
{
    uint64_t size = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
    if (cents < 0)
        pt_text_add(out, "-");
    pt_money_add_whole(out, size / 100, dots);
    pt_text_format(out, ",%02" PRIu64, size % 100);
}
