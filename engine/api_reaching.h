/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What dekking and muteer share in a child: every play of a story goes through the same hands, and
 * what it reaches of its pack is sent on.
 */
#ifndef PT_API_REACHING_H
#define PT_API_REACHING_H

#include "api_child.h"
#include "run/replay.h"

/* A story, or a pack, in hand. */
typedef struct pt_reaching {
    pt_worker *worker;
    pt_loaded *loaded;
    pt_reach reach;
    pt_status_report status;
    pt_report report;
    void *own; /* what the command keeps of it */
} pt_reaching;

/* What a command does with a story: once when its pack is there, with each play, and at the end,
 * when counts and their number must stand in `reach`. */
typedef struct pt_reaching_steps {
    void (*begin)(pt_reaching *of);
    void (*play)(pt_reaching *of, const pt_scenario *scenario);
    void (*end)(pt_reaching *of);
} pt_reaching_steps;

/* Nothing yet; unreadable until something was read. */
pt_reaching pt_reaching_create(pt_worker *worker, void *own);

/* Reads the story of the item, plays it, and sends what it reaches. */
void pt_reaching_story(pt_reaching *of, const pt_item *item, const pt_reaching_steps *steps);

/* Loads the pack of a key; false when it has errors, which are then said. */
bool pt_reaching_pack(pt_reaching *of, const pt_pack_key *key);

/* Plays once, and puts Lua back as it was. Findings are in `report`. */
const pt_run_result *pt_reaching_replay(pt_reaching *of, pt_arena *arena,
                                        const pt_scenario *scenario, pt_report *report,
                                        const pt_replay_options *options);

/* Says what was found, and how it ended. */
void pt_reaching_end(pt_reaching *of);

#endif
