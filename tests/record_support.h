/* SPDX-License-Identifier: EUPL-1.2 */
/* A record of a replay as one line of text, so that two replays can be compared. */
#ifndef PT_TESTS_RECORD_SUPPORT_H
#define PT_TESTS_RECORD_SUPPORT_H

#include "run/duties.h"

static inline void day_shown(pt_text *out, pt_date day)
{
    char text[PT_DATE_TEXT];
    pt_text_format(out, " %s", pt_date_valid(day) ? pt_date_format(day, text) : "-");
}

static inline void duty_shown(pt_text *out, const pt_duty_state *duty, const pt_pack *pack)
{
    pt_text_format(out, " duty %s %s", pack->duty_groups[duty->group].name,
                   pt_duty_status_word((pt_duty_status)duty->status));
    const pt_date days[] = {duty->period, duty->start, duty->due, duty->fulfilled, duty->lapsed};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        day_shown(out, days[i]);
    pt_text_format(out, " %s %u", duty->ground == NULL ? "-" : duty->ground->source, duty->bearer);
}

static inline void outcome_shown(pt_text *out, const pt_outcome *outcome, const pt_pack *pack)
{
    pt_text_format(out, " rule %s way %u ", pack->rule_groups[outcome->group].name, outcome->way);
    pt_value_show(out, pack, outcome->value);
    pt_text_format(out, " %s %s", outcome->ground == NULL ? "-" : outcome->ground->source,
                   outcome->reason == NULL ? "-" : outcome->reason);
}

static inline void record_shown(pt_text *out, const pt_record *r, const pt_pack *pack)
{
    pt_text_format(out, "%u", r->subject);
    day_shown(out, r->day);
    switch ((pt_record_kind)r->kind) {
    case PT_RECORD_EVENT:
        pt_text_format(out, " event %u depth %u", r->of.event.event, r->of.event.depth);
        day_shown(out, r->of.event.holds_from);
        break;
    case PT_RECORD_FACT:
        pt_text_format(out, " fact %u ", r->of.fact.fact);
        pt_value_show(out, pack, r->of.fact.after);
        break;
    case PT_RECORD_OUTCOME: outcome_shown(out, &r->of.outcome, pack); break;
    case PT_RECORD_DUTY: duty_shown(out, &r->of.duty, pack); break;
    case PT_RECORD_EXPECTATION: pt_text_format(out, " expects %s", r->of.expectation.found); break;
    case PT_RECORD_DECISION: pt_text_format(out, " chosen %zu", r->of.decision.chosen); break;
    case PT_RECORD_PROBLEM: pt_text_add(out, " problem"); break;
    }
    pt_text_add(out, "\n");
}

#endif
