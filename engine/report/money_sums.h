/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the rows of a table of money come to: sums by group, the same per pupil, who gains and who
 * loses. Cents; numbers that are divided by are in sixteenths.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_MONEY_SUMS_H
#define PT_REPORT_MONEY_SUMS_H

#include "base/text.h"
#include "model/money.h"

typedef struct pt_money_sums {
    int64_t before;
    int64_t after;
    int64_t per; /* below zero: there is nothing to divide by */
    bool known;  /* of all rows */
} pt_money_sums;

/* Rows whose amounts are not known count as neither. */
typedef struct pt_money_movers {
    size_t gain;
    size_t lose;
    size_t same;
    int64_t gained;
    int64_t lost;
} pt_money_movers;

pt_money_sums pt_money_row_sums(const pt_money_row *row);

/* Of a group, or with NULL of all and what stays beside them. */
pt_money_sums pt_money_sum(const pt_money_day *day, const char *group);

pt_money_movers pt_money_movers_of(const pt_money_day *day);

/* Does it belong to the group? With NULL: always. */
bool pt_money_in_group(const pt_money_row *row, const char *group);

/* Is it the first row of its group? Groups stand in the order in which they come by. */
bool pt_money_opens_group(const pt_money_day *day, size_t at);

/* Cents for each of `sixteenths` / 16, rounded half away from zero; false when there is nobody. */
bool pt_money_each(int64_t cents, int64_t sixteenths, int64_t *each);

/* An amount as the Dutch write it: 1.234,50; without dots between the thousands: 1234,50. */
void pt_money_add_cents(pt_text *out, int64_t cents, bool dots);
void pt_money_add_whole(pt_text *out, uint64_t number, bool dots);

#endif
