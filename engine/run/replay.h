/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Replays a scenario: visits the days on which something can change, and only those.
 *
 * Such days are: the first, those of the story, and the day after each `holds_until` of what is
 * watched (last days of duties, flips of rules, bounds of law). On each of them, in this order:
 *   1. what the story says happens, as written;
 *   2. what follows: rules whose outcome became ja raise their event, duties whose last day has
 *      passed raise that of their breach. All that changed is worked out before anything is raised;
 *      then events are raised in order of declaration, then of subject; then what follows from
 *      those, up to PT_LIMIT_EVENT_DEPTH deep. A rule raises once a subject and day, or once ever.
 *   3. the expectations of that day are judged.
 *
 * On the first day every rule that is ja has become so. A duty whose last day lay before the day
 * before the story was broken before it began: its breach raises nothing.
 *
 * Watched are all duties and the rules that raise events; with record_outcomes all rules.
 *
 * An event that a rule raises is about the subject of the rule when that is of its kind, otherwise
 * about the first subject of that kind that it leads to (references, then via). A subject that it
 * makes refers to the rule's subject and takes the other references of the same name from it.
 */
#ifndef PT_RUN_REPLAY_H
#define PT_RUN_REPLAY_H

#include "model/coverage.h"
#include "model/reading.h"
#include "run/world.h"

typedef struct pt_replay_options {
    const pt_plan *plan;  /* of the pack; NULL: made for this replay alone */
    bool record_outcomes; /* records of kind OUTCOME for every rule that changes, and the
                             computation of the term in those of open duties */
    bool every_day;       /* visit every day and keep nothing: slow, for comparison */
    bool stops;           /* stop after day `last`, if the story has not ended by then */
    pt_date last;
    bool trees_alone; /* the second reading answers free functions, and is held against no tree */
    bool stops_at_failure;       /* stop at the first judged expectation that does not come true */
    const pt_coverage *coverage; /* of the pack: counts what is reached; NULL: nobody asks */
    /* Told after every day that was visited, or NULL; it may ask of the world, and leaves it as it
       was. */
    void (*day_ended)(void *context, pt_world *world);
    void *context;
} pt_replay_options;

/*
 * Plays the scenario. The result and all its texts are in `arena`, with pointers into pack and
 * scenario. `second` may have no call: then trees alone answer. `options` may be NULL.
 *
 * Errors: findings in `report` and result->broken; the result holds what came before. Failed
 * expectations are no findings.
 */
pt_run_result *pt_replay(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                         pt_reading second, pt_report *report, const pt_replay_options *options);

/* The same, and the world as it was at the end of the last day, to ask more of it. */
pt_run_result *pt_replay_world(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                               pt_reading second, pt_report *report,
                               const pt_replay_options *options, pt_world **world);

#endif
