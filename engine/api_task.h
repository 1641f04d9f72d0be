/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A task from the inside: what the parts of the program's side (api_*.c) share of it.
 */
#ifndef PT_API_TASK_H
#define PT_API_TASK_H

#include "api_message.h"
#include "base/diagnostics.h"
#include "confine/pool.h"
#include "proeftuin.h"

struct pt_session {
    pt_arena *arena;
    pt_zygote *zygote;
};

/* A pack as the program knows it: its bytes, and where its blocks stand. */
typedef struct pt_known_pack {
    pt_pack_key key;
    pt_pack_files files;
    pt_block_place *places; /* once a child has loaded it */
    size_t place_count;
    uint32_t *excluded; /* blocks that broke a process while it was loaded */
    size_t excluded_count;
    size_t excluded_capacity;
    pt_report report; /* what is wrong with it; shown once */
    bool reported;    /* what its loading found has been shown */
    size_t said;      /* findings of the report that have been shown; deaths may add to them */
    struct pt_known_pack *next;
} pt_known_pack;

/* One item and what came of it so far. */
typedef struct pt_work_item {
    pt_item item;        /* source.text NULL: still to be read */
    pt_arena *arena;     /* its bytes, while it is worked on */
    pt_known_pack *pack; /* the pack it asked for last, or NULL */
    pt_pack_key asked;
    uint32_t *excluded;
    size_t excluded_count;
    size_t excluded_capacity;
    pt_report report;
    pt_status_report status;
    bool has_status;
    bool given;   /* bytes were given, not a path */
    bool named;   /* the user named this very path, so a link may be followed */
    bool loading; /* a child is loading its pack */
    bool died;    /* a child died over it */
    bool wrote;   /* it has put something in the result */
    size_t from;  /* where that begins */
} pt_work_item;

struct pt_task {
    pt_session *session;
    pt_arena *arena;
    bool diagnose;
    pt_job job;
    size_t choice_capacity;
    size_t name_capacity;
    size_t children;
    bool without_confinement;
    const char *database;
    const char *output_path;
    const char *folder; /* grensgevallen: where files go; NULL: into the result */
    bool overwrites;    /* files that are there already */
    pt_source *written; /* files to write, or written into the result */
    size_t written_count;
    size_t written_capacity;
    pt_listener listener;
    void *listener_context;
    pt_text output; /* what was not yet handed to a listener, or all */
    pt_text messages;
    pt_report report; /* findings about the task itself */
    pt_work_item *items;
    size_t item_count;
    size_t item_capacity;
    const char *last_folder; /* of which the root was asked last */
    const char *last_root;
    pt_known_pack *packs;
    pt_report shown; /* controleer: findings of all items, written at the end */
    pt_summary_totals totals;
    size_t errors;
    size_t warnings;
    size_t changed;
    size_t written_items; /* that have put something in the result */
    int worst;            /* pt_exit */
    pt_text *touches;     /* regels: what scenarios showed, a frame each */
    size_t touch_count;
    size_t touch_capacity;
    const char *book; /* regels: folder of the pack; schema: the pack as named, or NULL */
    struct pt_store *store;
    struct pt_store *passing;      /* speel as tables: what they are asked of */
    pt_comparison_totals compared; /* vergelijk */
    bool held;                     /* vergelijk: the result waits for its summary */
    pt_decision_point *point;      /* speel --vraag: where the story stands, or NULL */
    struct pt_gathered *gathered;  /* dekking: what was reached, by pack */
    struct pt_expected *expected;  /* controleer: rules that scenarios expect something of */
};

/* Raises the outcome of the task to `outcome`, if it is worse. */
void pt_task_worsen(pt_task *task, pt_exit outcome);

/* Shows the findings of a report on the messages stream, or keeps them where they are the result.
 */
void pt_task_say(pt_task *task, const pt_report *report);

/* controleer: keeps that a scenario expects something of a rule (PT_SAY_EXPECTED). */
void pt_task_take_expected(pt_task *task, const pt_frame *frame);

/* controleer: takes back that nothing uses such a rule. */
void pt_task_leave_out_expected(pt_task *task);

/* Hands what is in the two texts to the listener, if there is one. */
void pt_task_flush(pt_task *task);

/* Turns a path into items. False with a finding when there is nothing. */
bool pt_task_collect(pt_task *task, const char *path);

/*
 * regels: finds the pack that the names say, or that is at hand, takes it out of the names, and
 * makes its scenarios the items. False with a finding.
 */
bool pt_task_collect_book(pt_task *task);

/* grensgevallen: makes the pack that the names say the one item. False with a finding. */
bool pt_task_collect_pack(pt_task *task);

/* grensgevallen: takes a file that a child made: keeps it for the folder, or puts it in the result.
 */
void pt_task_take_file(pt_task *task, const pt_frame *frame);

/* Writes the files that were kept, or none of them when one is there already. */
void pt_task_write_files(pt_task *task, pt_report *report);

/* regels: makes that pack the one item. */
void pt_task_turn_to_pack(pt_task *task);

/* schema: the one that needs a pack. */
#define PT_SCHEMA_OF_RULES "lua"

/* schema: the names of what it describes, by index; NULL beyond the last. */
const char *pt_schema_name(size_t index);

/* schema: makes the pack that `--pakket` names the one item, or no pack. False with a finding. */
bool pt_task_collect_schema(pt_task *task);

/* controleer --onderling: puts every two of the variants among the items in their place. */
void pt_task_pair_variants(pt_task *task);

/* The nearest folder above `path` that has a folder rules/; "." when there is none. */
const char *pt_task_root(pt_task *task, const char *path);

/* The pack of this key, its files read when it is new. Never NULL; files.found may be false. */
pt_known_pack *pt_task_pack(pt_task *task, const pt_pack_key *key);

/* What stands before, between and after the items of a result. */
void pt_task_open(pt_task *task);
void pt_task_between(pt_task *task);
void pt_task_close(pt_task *task);

/* Replaces what a terminal could obey in the output from byte `from` on. */
void pt_task_clean(pt_task *task, size_t from);

/* The results store, when one was asked for; errors are in task->report and the outcome. */
bool pt_task_store_open(pt_task *task);
void pt_task_store_rows(pt_task *task, const void *bytes, size_t length);
void pt_task_store_end(pt_task *task, bool well);
void pt_task_store_close(pt_task *task);

/* speel as CSV or XLSX: the same rows, for the tables that are then the result. */
bool pt_task_tables_wanted(const pt_task *task);
bool pt_task_tables_open(pt_task *task);
void pt_task_tables_close(pt_task *task);

/* dekking: adds what a scenario reached; turns what was gathered into packs to report on. */
void pt_task_gather(pt_task *task, const pt_frame *frame);
void pt_task_gathered(pt_task *task);

/* Runs all items in children and brings their results together. */
void pt_task_work(pt_task *task);

/* Fills the output with what `diagnose` shows. */
void pt_task_diagnose(pt_task *task);

/* vergelijk: adds the packs to compare, before the scenarios. False with a finding. */
bool pt_task_against(pt_task *task);
void pt_task_add_compared(pt_task *task, const pt_comparison_totals *more);
void pt_task_close_compared(pt_task *task);

#endif
