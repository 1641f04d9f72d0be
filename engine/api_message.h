/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the program and its confined children say to each other, frame by frame.
 *
 *     program                                child
 *       JOB      how to work, once           NEED      the files of a pack, by name
 *       ITEM     a file to work on           PACK      the blocks of a pack it has loaded
 *       FILES    the answer to NEED          OUT       a piece of the result, as text
 *       TOUCHES  those of other children     TOUCHES   what a scenario shows of a pack
 *                                            FINDING   one finding, as data
 *                                            ROWS      records for the results store
 *                                            CHANGE    the new text of a file
 *                                            STATUS    how the item ended
 *                                            REACH     what a scenario reaches of its pack
 *                                            FILE      a new file: its name and its bytes
 *                                            POINT     a decision point where a story stands
 *
 * The child is not trusted: what comes from it is checked field by field, and texts in findings are
 * shown through the catalogue and its escapes. Decoded texts live in the frame they came in.
 */
#ifndef PT_API_MESSAGE_H
#define PT_API_MESSAGE_H

#include "base/diagnostics.h"
#include "confine/frame.h"
#include "io/scenario.h"
#include "model/beside.h"
#include "model/rulebook.h"
#include "report/comparison_page.h"
#include "report/style.h"
#include "report/summary.h"

enum {
    PT_ASK_JOB = 1,
    PT_ASK_ITEM,
    PT_ASK_FILES,
    PT_ASK_TOUCHES,
    PT_SAY_NEED = 16,
    PT_SAY_PACK,
    PT_SAY_OUT,
    PT_SAY_FINDING,
    PT_SAY_ROWS,
    PT_SAY_CHANGE,
    PT_SAY_STATUS,
    PT_SAY_REACH,
    PT_SAY_TOUCHES,
    PT_SAY_FILE,
    PT_SAY_POINT,
    PT_SAY_EXPECTED /* root, pack and name of a rule that a scenario expects something of */
};

typedef enum pt_task_kind {
    PT_TASK_PLAY,     /* speel */
    PT_TASK_TEST,     /* toets */
    PT_TASK_CHECK,    /* controleer */
    PT_TASK_EXPLAIN,  /* verklaar */
    PT_TASK_COVER,    /* dekking */
    PT_TASK_MUTATE,   /* muteer */
    PT_TASK_BOOK,     /* regels */
    PT_TASK_COMPARE,  /* vergelijk */
    PT_TASK_SCHEMA,   /* schema */
    PT_TASK_FRONTIER, /* grensgevallen */
    PT_TASK_BRANCHES, /* takken */
    PT_TASK_READINESS /* overzicht */
} pt_task_kind;

/* How to work; the same for all items. */
typedef struct pt_job {
    uint32_t kind; /* pt_task_kind */
    pt_style style;
    bool everything;     /* speel --alles */
    bool base;           /* vergelijk, regels --diep */
    bool discreet;       /* speel --zonder-gevoelig */
    bool accept;         /* toets --vastleggen */
    bool rows;           /* records for the store are wanted */
    bool strict;         /* controleer --streng */
    bool pairs;          /* controleer --onderling */
    const char *variant; /* a stack (model/stack.h), or NULL */
    const char *what;    /* schema, verklaar */
    const char *why_not; /* verklaar --waarom-niet, or NULL */
    const char *until;   /* verklaar --op, as written; NULL: the last day */
    bool by_line;        /* dekking: the rule files, line by line */
    uint32_t minimum;    /* dekking, muteer: percentage; 0: none */
    uint32_t most;       /* muteer: faults to try; 0: all */
    bool writes;         /* muteer: files of cases are wanted */
    bool markdown;       /* vergelijk */
    const char *whom;    /* vergelijk --voor */
    const char *other;   /* vergelijk --met: the folder whose rules/ holds the packs as they were */
    const char *other_variant; /* of the stack, what stands in that folder too; NULL: nothing */
    uint32_t samples;          /* controleer: random points for each tree */
    uint64_t seed;
    pt_chosen *choices;
    size_t choice_count;
    const char **beside; /* vergelijk --naast: stacks, each played by itself; none: no table */
    size_t beside_count;
    bool asks;          /* speel --vraag: stop at the first decision point without a choice */
    bool assumptions;   /* regels --aannames */
    bool paths;         /* regels --paden */
    const char **names; /* regels: what to show; none: all. vergelijk --met: the packs */
    size_t name_count;
} pt_job;

typedef enum pt_item_kind {
    PT_ITEM_SCENARIO,
    PT_ITEM_PACK,    /* a pack, by its name; no bytes */
    PT_ITEM_VARIANT, /* a variant, by its variant.yaml */
    PT_ITEM_PAIR     /* controleer: two variants, by the variant.yaml of the second */
} pt_item_kind;

/* Which pack: rules/ of which folder, its name, and the stack of variants over it, or NULL. */
typedef struct pt_pack_key {
    const char *root;
    const char *name;
    const char *variant;
} pt_pack_key;

/*
 * What scenarios reach of a pack: the counters of model/coverage.h. For muteer two for each mutant:
 * whether it was noticed, and how many plays came by it.
 */
typedef struct pt_reach {
    pt_pack_key key;
    size_t scenarios;
    size_t plays;
    size_t elsewhere; /* plays under another variant, not counted */
    size_t red;       /* muteer: plays that fail as it is, not counted */
    uint64_t *counts;
    size_t count; /* counters beyond it are 0 */
} pt_reach;

/* One file, or one pack, to work on. */
typedef struct pt_item {
    uint32_t kind;            /* pt_item_kind */
    const char *root;         /* the folder whose rules/ holds its pack */
    const char *name;         /* of the pack or variant */
    pt_source source;         /* shown path and bytes */
    bool readable;            /* false: the program could not read it, and has said why */
    const uint32_t *excluded; /* blocks that broke a process in this very item */
    size_t excluded_count;
    const pt_reach *reach; /* dekking, muteer: what was gathered of a pack; else NULL */
} pt_item;

typedef struct pt_pack_file {
    const char *name; /* "parameters.yaml" */
    uint32_t
        layer; /* 0: of the pack itself; else of the variant with that place in the stack, from 1 */
    pt_source source;
} pt_pack_file;

typedef struct pt_pack_files {
    bool found; /* false: the program has said why */
    pt_pack_file *files;
    size_t count;
    const uint32_t *excluded; /* blocks that broke a process while the pack was loaded */
    size_t excluded_count;
} pt_pack_files;

/* A block, as the program must know it to say where a child died. */
typedef struct pt_block_place {
    const char *name;
    const char *path;
    uint32_t line;
} pt_block_place;

/* Marks on the page of progress that are no block of a pack: a file of a pack, by its number. */
#define PT_PLACE_FILE 0x40000000u
#define PT_PLACE_ITEM 0x20000000u

/* A decision point, as whoever is to choose must see it. */
typedef struct pt_decision_point {
    const char *decision;
    const char *question;
    const char *by; /* or NULL */
    const char **branches;
    size_t branch_count;
    size_t standard; /* the branch that is taken when nobody chooses */
} pt_decision_point;

typedef struct pt_status_report {
    pt_summary_totals totals;
    bool unreadable;               /* the item or its pack has errors */
    size_t left;                   /* vastleggen: fields that could not be written */
    bool misused;                  /* --keuze, WAT or NAAM names what is not there */
    bool falls_short;              /* dekking: below the minimum that was asked for */
    bool failed;                   /* a rule failed, the readings disagreed, or a limit was hit */
    pt_comparison_totals compared; /* vergelijk */
} pt_status_report;

void pt_job_pack(pt_text *out, const pt_job *job);
bool pt_job_unpack(pt_arena *arena, const pt_frame *frame, pt_job *job);

void pt_item_pack(pt_text *out, const pt_item *item);
bool pt_item_unpack(pt_arena *arena, const pt_frame *frame, pt_item *item);

void pt_pack_key_pack(pt_text *out, const pt_pack_key *key);
bool pt_pack_key_unpack(const pt_frame *frame, pt_pack_key *key);
bool pt_pack_key_equal(const pt_pack_key *a, const pt_pack_key *b);

void pt_pack_files_pack(pt_text *out, const pt_pack_files *files);
bool pt_pack_files_unpack(pt_arena *arena, const pt_frame *frame, pt_pack_files *files);

/* The body of PT_SAY_PACK: the key, the blocks, and whether loading is over. */
void pt_places_pack(pt_text *out, const pt_pack_key *key, bool complete,
                    const pt_block_place *places, size_t count);
bool pt_places_unpack(pt_arena *arena, const pt_frame *frame, pt_pack_key *key, bool *complete,
                      pt_block_place **places, size_t *count);

/*
 * A finding; `of_pack` says that it is about the pack and not about the item. Unpacked, the
 * position has a source with a path alone; bounds on numbers keep what is shown of it small.
 */
void pt_finding_pack(pt_text *out, const pt_finding *finding, bool of_pack);
bool pt_finding_unpack(pt_arena *arena, const pt_frame *frame, pt_finding *finding, bool *of_pack);

/* Counters that are 0 are not sent; a reach of more than a pack can have is refused. */
void pt_reach_pack(pt_text *out, const pt_reach *reach);
bool pt_reach_unpack(pt_arena *arena, const pt_frame *frame, pt_reach *reach);
/* What a scenario shows; its numbers are not held against a pack. */
void pt_touched_pack(pt_text *out, const pt_touched *touched);
bool pt_touched_unpack(pt_arena *arena, const pt_frame *frame, pt_touched *touched);

void pt_point_pack(pt_text *out, const pt_decision_point *point);
bool pt_point_unpack(pt_arena *arena, const pt_frame *frame, pt_decision_point *point);

void pt_status_pack(pt_text *out, const pt_status_report *status);
bool pt_status_unpack(const pt_frame *frame, pt_status_report *status);

#endif
