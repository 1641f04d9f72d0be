/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Helpers that the declaring modules share: common fields of blocks, and look-ups by name that
 * report what they do not find.
 */
#ifndef PT_READER_BLOCKS_H
#define PT_READER_BLOCKS_H

#include "reader/fields.h"

/* Adds an empty block; its index. */
uint32_t pt_new_block(pt_draft *draft, pt_block_kind kind, const pt_declaration *declaration);

/* "regel 'zorgplicht_geldt'", for messages. */
const char *pt_block_what(pt_draft *draft, uint32_t block);

/* Reads titel, toelichting and vrij; bron, geldig, gronden, status and peildatum (after `subject`).
 */
void pt_read_texts(pt_draft *draft, uint32_t block, const pt_fields *fields);
void pt_read_grounds(pt_draft *draft, uint32_t block, const pt_fields *fields);

/* The kind, fact (of kind `wanted`, or any when negative) or event that a text field names. */
uint16_t pt_field_subject(const pt_fields *fields, const char *name);
uint16_t pt_field_fact(const pt_fields *fields, const char *name, uint16_t kind, int wanted);
uint16_t pt_fact_named(pt_draft *draft, uint16_t kind, const char *name, pt_position at,
                       int wanted);
uint16_t pt_field_event(const pt_fields *fields, const char *name);

/* The duty group of this name, about `subject` unless that is PT_NO_INDEX. */
uint16_t pt_duty_group_named(const pt_pack *pack, const char *name, uint16_t subject);

/* Can `event` be raised for a subject of this kind? It must need nothing that nobody gives. */
void pt_check_raised(pt_draft *draft, uint16_t event, uint16_t subject, pt_position at);

void pt_declare_duty(pt_draft *draft, const pt_declaration *declaration);
void pt_link_duty(pt_draft *draft, pt_duty *duty);
void pt_declare_event(pt_draft *draft, const pt_declaration *declaration);
void pt_declare_window(pt_draft *draft, const pt_declaration *declaration);
void pt_declare_list(pt_draft *draft, const pt_declaration *declaration);
void pt_declare_division(pt_draft *draft, const pt_declaration *declaration);

/*
 * When all names are known: what a rule says of itself as a bottleneck (`value` may be NULL), and
 * what work an event gives whom.
 */
void pt_link_bottleneck(pt_draft *draft, pt_rule *rule, const pt_syntax *value);
void pt_link_burdens(pt_draft *draft, pt_event *event);

/* The bearer that `wie` names: a path from `subject`, the subject itself, or a role. */
void pt_field_bearer(const pt_fields *fields, uint16_t subject, pt_path *bearer, const char **role);

/* When all names are known: what each list counts, what each division divides and by what. */
void pt_link_lists(pt_draft *draft);

/* The fact, rule, window or list that `name` says over `kind`; NULL with a finding when there is
 * none. When all names are known. */
pt_input *pt_input_needed(pt_draft *draft, uint16_t kind, const pt_syntax *name);

/* The kind and the bounds of a list's value, when those of all it counts are known. */
void pt_type_list(pt_draft *draft, pt_list *list);

/* The reference (named by `via`, or the first) through which `of` belongs to `subject`;
 * PT_NO_INDEX with a finding when there is none. */
uint16_t pt_reference_to(pt_draft *draft, uint16_t of, uint16_t subject, const pt_fields *fields);

/* A length: weken "parameter", weken(6); false and a finding when it is none. */
bool pt_length_of(pt_draft *draft, const pt_syntax *value, pt_length *length);

#endif
