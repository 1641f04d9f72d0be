/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A pack while it is being read: the growing arrays of pt_pack, and what only the reader needs to
 * know of its blocks. The modules of this folder pass it along.
 */
#ifndef PT_READER_DRAFT_H
#define PT_READER_DRAFT_H

#include "model/pack.h"
#include "reader/parser.h"

/* The overlay that a rule file belongs to: NULL and every day for the pack itself. */
typedef struct pt_overlay {
    const char *variant;
    pt_date from;
    pt_date until;
    uint16_t layer;
    bool statutes; /* made out of blocks of the statutes */
} pt_overlay;

/* A top-level local of a file: a helper function or a constant, visible below it in that file. */
typedef struct pt_helper {
    const pt_source *source;
    const char *name;
    const pt_syntax *value;
    pt_position at;
} pt_helper;

typedef struct pt_draft {
    pt_pack *pack;
    pt_arena *arena;
    pt_report *report;
    const struct pt_read_watch *watch;
    pt_overlay overlay;                       /* of the file being declared */
    pt_overlay overlays[PT_LIMIT_LAYERS + 1]; /* by layer */
    pt_helper *helpers;
    size_t helper_count;
    size_t helper_capacity;
    bool helpers_in_order;               /* their questions can be searched by place */
    const pt_syntax **block_tables;      /* by block */
    const pt_declaration **declarations; /* by block */
    size_t choice_capacity, kind_capacity, block_capacity, rule_capacity, exception_capacity,
        duty_capacity, event_capacity, window_capacity, list_capacity, function_capacity,
        rule_group_capacity, duty_group_capacity;
} pt_draft;

/* Tells the watch of the reading. */
void pt_draft_enter(const pt_draft *draft, uint32_t block, uint32_t line);
void pt_draft_leave(const pt_draft *draft);

/* Names and words that the language keeps for itself. */
bool pt_is_reserved(const char *name);

/* Is it lower-case letters, digits and '_', beginning with a letter? */
bool pt_is_rule_name(const char *name);

/* The set of exactly these words, added to the pack when it is new. */
uint16_t pt_draft_choice(pt_draft *draft, const char *const *words, size_t count);

/*
 * Adds a function of block `block`; `result` is what it must give. NULL, with a finding, when
 * `value` is not a function. Its inputs and trees are filled in later.
 */
pt_function *pt_draft_function(pt_draft *draft, uint32_t block, const char *path,
                               const pt_syntax *value, pt_type result);

/* Fills in the inputs of every function; findings for names that mean nothing or too much. */
void pt_resolve_inputs(pt_draft *draft);

/*
 * Ends blocks where one of a later layer takes their place; where that ends before they do, the
 * same text is declared again from the day after. pt_lay_over_one does it for two blocks of one
 * name, and gives the block that resumes, or UINT32_MAX.
 */
void pt_lay_over(pt_draft *draft);
uint32_t pt_lay_over_one(pt_draft *draft, uint32_t later, uint32_t earlier);

/* Puts versions together, orders groups so that inputs come first, finds overlaps and circles. */
void pt_group_versions(pt_draft *draft);
void pt_order_groups(pt_draft *draft);

/* When the types of lists are known: what burdens count must be numbers. */
void pt_check_burdens(pt_draft *draft);

/*
 * Declares the kinds of subject, then, with the table of each kind by its index, the references
 * between them; then the blocks; then what blocks say of each other.
 */
void pt_declare_subject(pt_draft *draft, const pt_declaration *declaration);
void pt_link_subjects(pt_draft *draft, const pt_syntax *const *tables);
void pt_declare_block(pt_draft *draft, const pt_declaration *declaration);
void pt_link_blocks(pt_draft *draft);

#endif
