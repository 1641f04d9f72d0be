/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The confined side: reads items, loads the packs they need, replays, judges, checks and explains,
 * and sends back text and findings. Nothing here opens a file or looks at a clock.
 */
#ifndef PT_API_CHILD_H
#define PT_API_CHILD_H

#include "analyse/assumptions.h"
#include "api_message.h"
#include "confine/pool.h"
#include "lua/call.h"
#include "model/comparison.h"
#include "model/explanation.h"
#include "model/outcome.h"
#include "model/tally.h"
#include "run/plan.h"

/* A pack that this child has loaded, or has tried to. */
typedef struct pt_loaded {
    pt_pack_key key;
    pt_arena *arena;
    pt_pack *pack;
    pt_lua *lua;               /* the second reading; NULL when the pack can not be run */
    const pt_plan *plan;       /* likewise */
    pt_report report;          /* what is wrong with it */
    bool usable;               /* free of errors */
    struct pt_loaded *instead; /* the pack of the whole stack, when its key leaves variants out */
    const pt_pack_files *files;
    struct pt_trials *trials; /* muteer: its mutants and what became of them */
    pt_uses *uses;            /* regels: made when first asked for */
    pt_doubts doubts;         /* with it */
    struct pt_loaded *next;
} pt_loaded;

typedef struct pt_waiting pt_waiting;

/* One child at work. */
typedef struct pt_worker {
    pt_channel *channel;
    pt_progress *progress;
    pt_arena *arena;   /* ends with the process */
    pt_arena *scratch; /* ends with the item */
    pt_arena *play;    /* ends with one play of a story */
    pt_job job;
    pt_loaded *packs;
    pt_touched *touched; /* regels: what scenarios showed, for the pack to come */
    size_t touched_count;
    size_t touched_capacity;
    pt_waiting *first; /* items that came while files were awaited */
    pt_waiting *last;
    const pt_comparison *texts; /* vergelijk: of the packs compared last */
    const char *variant_base;   /* vergelijk: of which pack the variant is */
    bool wrote;                 /* the item in hand has put something in the result */
} pt_worker;

/* What a child does; for pt_zygote_start. `context` is not used. */
int pt_child_work(pt_channel *channel, pt_progress *progress, void *context);

/* Sends text for the result, a list of findings, the status of the item. */
void pt_worker_out(pt_worker *worker, const pt_text *text);
void pt_worker_find(pt_worker *worker, const pt_report *report, bool of_pack);
void pt_worker_status(pt_worker *worker, const pt_status_report *status);

/* The pack of this key, loaded now or before; NULL when its files are not there. */
pt_loaded *pt_worker_pack(pt_worker *worker, const pt_pack_key *key);

/*
 * Reads the files of a loaded pack again, into `arena`, with the parameters as `change` leaves
 * them. NULL when it can not be read then.
 */
pt_pack *pt_worker_reread(pt_worker *worker, const pt_loaded *loaded, pt_arena *arena,
                          void (*change)(void *context, pt_pack *pack), void *context);

/*
 * Reads a pack by its trees alone, into `arena`, without keeping it; what is wrong with it in
 * `report`. NULL when it has errors.
 */
pt_pack *pt_worker_read(pt_worker *worker, const pt_pack_key *key, pt_arena *arena,
                        pt_report *report);

/* Asks the program for the files of a pack; they live in `arena`. False when the program is gone.
 */
bool pt_worker_files(pt_worker *worker, pt_arena *arena, const pt_pack_key *key,
                     pt_pack_files *files);

/* speel, toets and verklaar of one scenario; controleer of one scenario, pack or variant. */
void pt_worker_play(pt_worker *worker, const pt_item *item);
void pt_worker_check(pt_worker *worker, const pt_item *item);

/*
 * speel: the improvements that bottlenecks in `tally` name, each played; NULL: none. Findings of
 * those plays are obstacles, no findings of the task.
 */
const pt_tries *pt_worker_improve(pt_worker *worker, pt_loaded *loaded, pt_story *story,
                                  size_t index, const pt_scenario *scenario, const pt_tally *tally);

/* controleer --onderling of two variants. */
void pt_worker_pair(pt_worker *worker, const pt_item *item, pt_status_report *status,
                    pt_report *report);

/* dekking: counts what a scenario reaches; of a pack, shows what all of them reached. */
void pt_worker_cover(pt_worker *worker, const pt_item *item);

/* verklaar --waarom-niet: shows what would have given another outcome. False: wrongly asked. */
bool pt_worker_why_not(pt_worker *worker, const pt_loaded *loaded, const pt_scenario *scenario,
                       pt_date day, pt_report *report, pt_text *out);

/* What judgement leaves open of a rule that was explained, into `why`; nothing for what else can be
 * asked. */
void pt_worker_leeway(pt_worker *worker, const pt_loaded *loaded, const pt_scenario *scenario,
                      pt_date day, pt_explanation *why);

/* muteer: which mutants a scenario notices; of a pack, shows what all of them noticed. */
void pt_worker_mutate(pt_worker *worker, const pt_item *item);

/* grensgevallen: cases for the paths and boundaries of a pack, as files. */
void pt_worker_frontier(pt_worker *worker, const pt_item *item);

/* regels: what a scenario shows of its pack, or the pages of a pack. */
void pt_worker_book(pt_worker *worker, const pt_item *item);

/* takken: every way through the decision points of one play. False with a finding: too many. */
bool pt_worker_branches(pt_worker *worker, pt_loaded *loaded, pt_story *story, size_t index,
                        const pt_scenario *scenario, pt_report *report, pt_text *out);

/* schema: of a pack, or with an item without a name of any. */
void pt_worker_schema(pt_worker *worker, const pt_item *item);

/* Keeps what scenarios showed. False when the frame makes no sense. */
bool pt_worker_touches(pt_worker *worker, const pt_frame *frame);
/* vergelijk --naast of one scenario. */
void pt_worker_beside(pt_worker *worker, const pt_item *item);
/* vergelijk of one scenario, pack or variant. */
void pt_worker_compare(pt_worker *worker, const pt_item *item);

#endif
