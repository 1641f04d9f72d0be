/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The YAML files of a pack: pakket.yaml, parameters.yaml, kalender.yaml, and variant.yaml of an
 * overlay. Each function reads one file into `pack` and its arena; false when the file had errors,
 * which are in the report. Parameters must be read, and overridden, before the reader reads rules.
 *
 * Normal use: pt_pack_yaml_read, pt_parameters_yaml_read, pt_calendar_yaml_read, then for a variant
 * pt_variant_yaml_read and pt_variant_apply.
 *
 * Sources must live as long as the pack: positions point to them.
 */
#ifndef PT_IO_PACK_YAML_H
#define PT_IO_PACK_YAML_H

#include "io/yaml.h"
#include "model/layout.h"
#include "model/pack.h"

/* The forms of the files. */
extern const pt_layout pt_layout_of_pack;
extern const pt_layout pt_layout_of_parameters;
extern const pt_layout pt_layout_of_calendar;
extern const pt_layout pt_layout_of_variant;

/* Of parts that two files share: a status, and parameters with a new value. */
extern const pt_layout pt_layout_status;
extern const pt_layout pt_layout_overrides;

/* pakket.yaml: name, title, version, owner, state of the law, roles, laws by name, rule files. */
bool pt_pack_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report);

/*
 * parameters.yaml: fills pack->parameters. A type's bounds are the hull of all values. NULL: the
 * pack has no such file, and no parameters.
 */
bool pt_parameters_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report);

/* kalender.yaml: fills and finishes pack->calendar. NULL: a calendar without regions. */
bool pt_calendar_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report);

typedef struct pt_variant {
    const char *name;
    const char *title;
    const char *base; /* name of the pack it changes */
    const char *why;
    const char *source; /* who asked for it, and the source of its parameters; NULL: not said */
    pt_status status;   /* of its parameters; policy unless it says otherwise */
    pt_date from;
    pt_date until;             /* FOREVER: it has no end */
    const char *const *needed; /* variants that it builds on */
    size_t needed_count;
    const char *const *after; /* those, and others that it is made to come after */
    size_t after_count;
    const pt_yaml_node *overrides; /* parameters: mapping of name to value, or NULL */
    const char *const *files;      /* rule files, in order */
    size_t file_count;
    pt_position at;
} pt_variant;

/* variant.yaml. NULL when the file has errors. */
pt_variant *pt_variant_yaml_read(pt_arena *arena, const pt_source *source, pt_report *report);

/*
 * Lays a variant over a pack and the variants that lie there: adds a layer, and from variant->from
 * to variant->until its parameters hold, and no change that a lower layer makes in those days.
 */
bool pt_variant_apply(pt_pack *pack, const pt_variant *variant, pt_report *report);

/* The status that a node names (wet, aanname, beleid and so on); false when there is none such. */
bool pt_status_read(const pt_yaml_node *node, pt_report *report, pt_status *status);

/* Is this the name of a rule file: lower case letters, digits, _ and -, then .lua? */
bool pt_is_rule_file(const char *name);

#endif
