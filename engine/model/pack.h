/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A rule pack as read: kinds of subject with their facts, rules, duties, events, parameters.
 * Plain data, made by reader/ and io/ in the pack arena, constant afterwards; indexes are positions
 * in the arrays of pt_pack. Periods are days, both inclusive; PT_DATE_FOREVER is an open end and
 * PT_DATE_NONE an open beginning.
 */
#ifndef PT_MODEL_PACK_H
#define PT_MODEL_PACK_H

#include "base/diagnostics.h"
#include "base/limits.h"
#include "base/map.h"
#include "model/calendar.h"
#include "model/money.h"
#include "model/readiness.h"
#include "model/term.h"
#include "model/tree.h"
#include "model/value.h"

enum { PT_NO_INDEX = 0xFFFF };

typedef struct pt_choice {
    const char *const *words; /* in order of declaration; at most PT_LIMIT_CHOICE_WORDS */
    uint16_t count;
} pt_choice;

typedef struct pt_fact {
    const char *name;
    const char *title;
    pt_type type;      /* may_be_unknown: optioneel; may_be_none: of_geen */
    bool judgement;    /* oordeel: a professional decides it */
    bool sensitive;    /* gevoelig: health or conduct */
    const char *owner; /* eigenaar, or NULL */
    bool has_initial;
    pt_value initial; /* begin */
    pt_position at;
} pt_fact;

typedef struct pt_reference {
    const char *name;
    uint16_t target; /* kind of subject */
    bool optional;
    pt_position at;
} pt_reference;

/* A path of references from one kind of subject; `via` gives such a path a name. */
typedef struct pt_path {
    const char *name;
    uint8_t hops;
    uint16_t references[PT_LIMIT_REFERENCE_HOPS]; /* each in the kind the one before leads to */
    uint16_t target;
    bool optional; /* one of the references is */
} pt_path;

typedef struct pt_subject_kind {
    const char *name;
    const char *title;
    pt_fact *facts;
    uint16_t fact_count;
    pt_reference *references;
    uint16_t reference_count;
    pt_path *paths; /* the references themselves first, then via */
    uint16_t path_count;
    pt_position at;
} pt_subject_kind;

typedef enum pt_input_kind {
    PT_INPUT_TODAY,
    PT_INPUT_FACT,
    PT_INPUT_RULE, /* index of the version group */
    PT_INPUT_WINDOW,
    PT_INPUT_LIST,
    PT_INPUT_PARAMETER
} pt_input_kind;

typedef struct pt_input {
    const char *name;
    uint8_t kind; /* pt_input_kind */
    pt_type type; /* may_be_*: the function must ask before it relies on the value; a strict input
                     that is onbekend or geen makes the outcome so before the function runs */
    pt_path path; /* hops 0: the subject itself */
    uint16_t index;
    pt_position at;
} pt_input;

/* One Lua function of a block: where it stands, its inputs, its trees. */
typedef struct pt_function {
    uint32_t number; /* unique in the pack, from 0 */
    uint32_t block;
    uint16_t subject; /* the kind its inputs belong to */
    const char
        *path; /* fields from the block down to it: "bepaal", "termijn.vanaf", "gronden.2.bij" */
    pt_position at;
    pt_input *inputs;
    uint16_t input_count;
    pt_type result;
    const struct pt_syntax *syntax; /* the parameter list and body, of reader/ */
    uint32_t first_question;        /* its questions, in order of the text, in pack->questions */
    uint32_t question_count;
    pt_tree_period *periods; /* by date, without overlap; none when the function is free */
    size_t period_count;
} pt_function;

/*
 * A place in rule text that a path can come by, and what the walk found there over all paths, all
 * periods and, for a helper at the top of a file, all callers: a condition (each part of `and`,
 * `or`, `not` by itself) or a return. The walk follows every case that can exist, and a few that
 * can not; so what it never saw does not happen.
 */
typedef struct pt_asked {
    pt_position at;
    uint32_t function; /* number, or UINT32_MAX for a helper at the top of a file */
    bool is_return;
    bool reached;
    bool yes; /* conditions: came out so on some path */
    bool no;
    bool fixed;     /* parameters alone answered it: a switch of policy */
    bool by_path;   /* the declared values of its inputs alone leave it open */
    bool negated;   /* stands under not */
    bool part;      /* one of the parts of and, or */
    bool later;     /* comes after another if, or is an elseif */
    bool given;     /* part of a value: not always asked by itself */
    uint32_t guard; /* the conditions that lead to it: that many in pack->questions */
    uint32_t guard_count;
} pt_asked;

typedef enum pt_status {
    PT_STATUS_LAW,        /* wet */
    PT_STATUS_RECALLED,   /* overgeleverd: generally known, not read in a source */
    PT_STATUS_ASSUMPTION, /* aanname */
    PT_STATUS_POLICY,     /* beleid: a plan, statute or practice */
    PT_STATUS_DERIVED     /* afgeleid */
} pt_status;

/* One ground in law: the same content under another article, for whom and when. */
typedef struct pt_ground {
    const char *source; /* bron */
    pt_date from;
    pt_date until;
    pt_function *applies; /* bij, or NULL */
    pt_status status;
    pt_position at;
} pt_ground;

typedef enum pt_block_kind {
    PT_BLOCK_RULE,
    PT_BLOCK_EXCEPTION,
    PT_BLOCK_DUTY,    /* plicht */
    PT_BLOCK_FACULTY, /* mogelijkheid: a right with an end; letting it pass breaks nothing */
    PT_BLOCK_EVENT,
    PT_BLOCK_WINDOW,
    PT_BLOCK_LIST,
    PT_BLOCK_DIVISION /* verdeling: one of pack->lists, with take PT_TAKE_SHARE */
} pt_block_kind;

/* What rules, exceptions, duties, faculties, windows, lists and divisions share. */
typedef struct pt_block {
    uint8_t kind; /* pt_block_kind */
    const char *name;
    const char *title; /* titel, or NULL */
    const char *note;  /* toelichting, or NULL */
    uint16_t subject;  /* over */
    pt_position at;
    pt_ground *grounds; /* at least one for rules, exceptions, duties, faculties, divisions */
    size_t ground_count;
    pt_position grounds_at; /* the local they stand in; no source: they stand in the block */
    pt_date from;           /* hull of the grounds */
    pt_date until;
    uint16_t reference_date; /* peildatum: fact of the subject, or PT_NO_INDEX for vandaag */
    bool free;               /* vrij: Lua alone evaluates it */
    bool excluded;           /* it broke a confined process before: it fails without being run */
    bool statutes;           /* made out of the blocks `orgaan` and `bevoegdheid` */
    const char *variant;     /* the variant that brought it, or NULL */
    uint16_t layer;          /* its place in pack->layers, from 1; 0: the pack's own */
    uint32_t resumes;        /* a block to which the law returns: 1 + the index of that block */
    uint32_t replaced_by; /* 1 + the index of the block of a variant that took its place; 0: none */
} pt_block;

/* A fact of a rule's subject as an improvement would have it. */
typedef struct pt_improved_fact {
    uint16_t fact;
    pt_value value;
} pt_improved_fact;

/* What would take a bottleneck away: a variant, or facts of the subject. */
typedef struct pt_improvement {
    const char *variant; /* its name; NULL: facts */
    pt_improved_fact *facts;
    uint16_t fact_count;
    pt_position at;
} pt_improvement;

/* A rule whose ja is something to improve. No reading looks at it. */
typedef struct pt_bottleneck {
    const char *title; /* never NULL */
    pt_improvement *improvements;
    uint16_t improvement_count;
    pt_position at;
} pt_bottleneck;

typedef struct pt_rule {
    uint32_t block;
    pt_type result;
    pt_function *decide;             /* bepaal */
    uint16_t raises;                 /* event index, or PT_NO_INDEX */
    bool raises_once;                /* eenmaal: once a subject, not at every change to ja */
    const pt_bottleneck *bottleneck; /* knelpunt, or NULL */
} pt_rule;

typedef struct pt_exception {
    uint32_t block;
    bool on_duty;
    uint16_t target;        /* rule group or duty group */
    pt_function *condition; /* indien */
    pt_value result;        /* dan; for a duty: nee, it does not exist */
    const char *reason;
} pt_exception;

typedef struct pt_length {
    uint8_t unit;       /* pt_unit */
    uint8_t rounding;   /* pt_rounding, months and years */
    uint16_t parameter; /* or PT_NO_INDEX: `amount` */
    int64_t amount;
} pt_length;

/* Standing still: by subjects of kind `by` that refer to the subject, or by its own facts. */
typedef struct pt_standstill {
    uint16_t by;         /* kind, or PT_NO_INDEX for own facts */
    uint16_t reference;  /* of `by`, to the subject */
    uint16_t from;       /* date fact, or PT_NO_INDEX when from_rule holds */
    pt_input *from_rule; /* rule or list that gives the day instead, or NULL; no date: none */
    uint16_t until[4];   /* date facts; the earliest known one ends it (that day not included) */
    uint8_t until_count;
    bool from_next_day; /* vanaf = dag_erna: from the day after */
} pt_standstill;

typedef struct pt_term_rule {
    pt_function *start; /* vanaf; NULL when starts_at_end_of */
    uint16_t end_of;    /* duty group whose (shifted) end starts it, or PT_NO_INDEX */
    pt_function *fixed; /* uiterlijk: a fixed last day instead of a length, or NULL */
    pt_length length;
    bool backward;              /* terug: counted back from the start */
    pt_standstill *standstills; /* staat_stil, one or several */
    uint8_t standstill_count;
    uint16_t extended_on; /* verlenging.mededeling: date fact, or PT_NO_INDEX */
    uint16_t
        extended_by; /* verlenging.duur: number fact in the unit of the maximum, or PT_NO_INDEX */
    pt_length extension; /* verlenging.hoogstens */
    uint8_t law;         /* pt_law of model/term.h */
} pt_term_rule;

typedef enum pt_recurrence { PT_ONCE, PT_EACH_SCHOOL_YEAR, PT_EACH_CALENDAR_YEAR } pt_recurrence;

typedef struct pt_duty {
    uint32_t block;
    const char *bearer_role; /* wie, when a role of the pack; else NULL and bearer holds */
    pt_path bearer;          /* hops 0: the subject itself */
    bool faculty;
    pt_function *scope; /* bereik, or NULL: always */
    pt_term_rule term;
    pt_function *fulfilled;      /* vervuld: date; NULL when fulfilled_by_event */
    uint16_t fulfilled_by_event; /* eerste_in_tijdvak: event, or PT_NO_INDEX */
    pt_function *lapses;         /* vervalt: date, or NULL */
    uint8_t recurrence;          /* pt_recurrence */
    uint16_t recurs_from;        /* date facts */
    uint16_t recurs_until;       /* or PT_NO_INDEX */
    uint8_t recurs_month;        /* uiterlijk within each period; 0: its last day */
    uint8_t recurs_day;
    uint16_t breach_event; /* bij_verzuim, or PT_NO_INDEX */
} pt_duty;

typedef enum pt_set_source { PT_SET_TODAY, PT_SET_ASKED, PT_SET_CONSTANT } pt_set_source;

typedef struct pt_event_set {
    uint16_t fact;
    uint8_t source; /* pt_set_source */
    uint16_t asked;
    pt_value constant;
} pt_event_set;

typedef struct pt_event_ask {
    const char *name;
    const char *title;
    pt_type type;
    pt_position at;
} pt_event_ask;

/* A number in a burden: written, a parameter, or what a name over the subject gives. */
typedef struct pt_quantity {
    int64_t amount;        /* in the units of PT_NUMBER, when there is nothing else */
    uint16_t parameter;    /* or PT_NO_INDEX */
    const pt_input *input; /* or NULL */
} pt_quantity;

/* belasting: the work that an event gives somebody. */
typedef struct pt_burden {
    pt_path bearer; /* hops 0: the subject itself */
    const char *bearer_role;
    pt_quantity minutes;
    pt_quantity times; /* maal */
    uint16_t rate;     /* tarief: parameter, money an hour; or PT_NO_INDEX */
    pt_position at;
} pt_burden;

typedef struct pt_event {
    uint32_t block; /* block.subject: the kind it is about, or the kind it makes */
    bool makes;     /* maakt */
    pt_event_ask *asks;
    uint16_t ask_count;
    pt_event_set *sets;
    uint16_t set_count;
    pt_burden *burdens;
    uint16_t burden_count;
} pt_event;

typedef enum pt_take {
    PT_TAKE_HIGHEST,
    PT_TAKE_LATEST_WINDOW, /* windows */
    PT_TAKE_COUNT,
    PT_TAKE_SUM,
    PT_TAKE_ANY,
    PT_TAKE_ALL,
    PT_TAKE_FIRST,
    PT_TAKE_LAST, /* lists */
    PT_TAKE_SHARE /* divisions: what this subject gets of the whole */
} pt_take;

/* Both windows and lists look at subjects of kind `of` whose reference `reference` is the subject.
 */
typedef struct pt_window {
    uint32_t block;
    uint16_t of;
    uint16_t reference;
    uint16_t counted; /* telt: number fact */
    uint16_t day;     /* dag: date fact */
    pt_length length;
    uint8_t take;   /* pt_take */
    uint16_t since; /* sinds: date fact of the subject, exclusive; or PT_NO_INDEX */
    pt_type type;
} pt_window;

/*
 * A division (PT_TAKE_SHARE) has a value for each of its parts: `of` is the kind of the block
 * itself, `reference` leads to the subject whose amount is divided. The shares of all parts of one
 * subject add up to that amount exactly.
 */
typedef struct pt_list {
    uint32_t block;
    uint16_t of;
    uint16_t reference;
    uint8_t take;
    pt_input *counted;   /* of each: fact, rule, window or list; SHARE: its weight; NULL: none */
    pt_input *whole;     /* SHARE: what is divided, over the kind `reference` leads to */
    pt_function *filter; /* waar, over kind `of`, or NULL */
    int64_t most;        /* tot: how many may count */
    pt_type type;
} pt_list;

typedef struct pt_parameter_value {
    pt_date from;
    pt_value value;
    const char *source;
    pt_status status;
    pt_value low; /* UNKNOWN when not given */
    pt_value high;
    const char *variant; /* that gave it, or NULL */
    pt_position at;
} pt_parameter_value;

/* The value that a variant gives to a parameter, and while it does. */
typedef struct pt_override {
    uint16_t layer; /* in pack->layers, from 1 */
    pt_date from;
    pt_date until;
    pt_value value;
    pt_position at;
} pt_override;

typedef struct pt_parameter {
    const char *name;
    const char *title;
    pt_type type;
    pt_parameter_value *values; /* by date; each holds until the next */
    size_t value_count;
    const char *variant; /* the variant that changed it, or NULL */
    pt_position at;
    pt_override *overrides; /* by variants, in the order in which they are stacked */
    size_t override_count;
} pt_parameter;

/* All versions under one name; used for rules and for duties (with faculties). */
typedef struct pt_group {
    const char *name;
    uint16_t subject;
    uint16_t *versions; /* rule or duty indexes, by period */
    uint16_t version_count;
    uint16_t *exceptions; /* exception indexes, in order of declaration */
    uint16_t exception_count;
    pt_type type; /* rules: the widest of the versions */
} pt_group;

typedef enum pt_name_kind {
    PT_NAME_FACT,
    PT_NAME_RULE,
    PT_NAME_DUTY,
    PT_NAME_WINDOW,
    PT_NAME_LIST
} pt_name_kind;

typedef struct pt_name {
    uint8_t kind;   /* pt_name_kind */
    uint16_t index; /* fact; rule group; duty group; window; list */
} pt_name;

/* A law by the name that sources give it, and its identifier in the public register (BWBR...). */
typedef struct pt_statute {
    const char *name;
    const char *identifier;
    pt_date until; /* its last day; FOREVER: it is still in force */
} pt_statute;

/* What an organ has to say about a kind of decision; named as the fields of `bevoegdheid`. */
typedef enum pt_say {
    PT_SAY_PREPARES,
    PT_SAY_DECIDES,
    PT_SAY_CONSENTS,
    PT_SAY_ADVISES,
    PT_SAY_CONFERS,
    PT_SAY_APPROVES,
    PT_SAYS
} pt_say;
extern const char *const pt_say_words[PT_SAYS];

/* A block `bevoegdheid` as written; which one holds on a day, pt_pack_power says. */
typedef struct pt_power {
    const char *decision;       /* word of voorstel.besluit */
    const char *organ[PT_SAYS]; /* words of orgaan.soort, or another party; NULL: nobody */
    const char *above;          /* who decides above the mandate; NULL: there is no mandate */
    int64_t mandate;            /* eurocents */
    uint16_t layer;             /* 0: of the pack; else one more than the place of its variant */
    pt_date from;               /* both inclusive */
    pt_date until;
} pt_power;

/* A block `orgaan` or `bevoegdheid` of a variant: two variants may not both write the same. */
typedef struct pt_bylaw {
    const char *word; /* orgaan, bevoegdheid */
    const char *name;
    uint16_t layer;
    pt_date from; /* both inclusive */
    pt_date until;
    pt_position at;
} pt_bylaw;

/* A variant that lies over the pack. */
typedef struct pt_layer {
    const char *name;
    pt_date from; /* first and last day on which it holds */
    pt_date until;
    const char *const *after; /* the variants that it is made to come after */
    size_t after_count;
    pt_position at; /* its variant.yaml */
} pt_layer;

typedef struct pt_pack {
    pt_arena *arena;
    const char *name;
    const char *title;
    const char *version;
    const char *owner;
    const char *variant; /* variants over it, as a person names them: "korter, eerder"; or NULL */
    pt_layer *layers;    /* the same, the lowest first */
    uint16_t layer_count;
    pt_date law_from; /* state of the law described */
    pt_date law_until;
    const char *const *files; /* rule files, in order */
    size_t file_count;
    const pt_source *sources; /* all of them, for the lua reading */
    size_t source_count;
    const char *const *roles; /* bearers that are no subject: ouders, inspectie, ... */
    size_t role_count;
    const pt_statute *statutes; /* wetten, as written */
    size_t statute_count;
    pt_power *powers; /* bevoegdheden of the pack and of the variants, in the order of reading */
    size_t power_count;
    pt_bylaw *bylaws;
    size_t bylaw_count;
    const pt_money_view *money;         /* geld, or NULL; names as written */
    const pt_readiness_view *readiness; /* overzicht, likewise */
    uint64_t hash;                      /* of all bytes of the pack and its overlay */
    pt_calendar *calendar;

    pt_choice *choices;
    uint16_t choice_count;
    pt_subject_kind *kinds;
    uint16_t kind_count;
    pt_parameter *parameters;
    uint16_t parameter_count;
    pt_block *blocks;
    uint32_t block_count;
    pt_rule *rules;
    uint16_t rule_count;
    pt_exception *exceptions;
    uint16_t exception_count;
    pt_duty *duties;
    uint16_t duty_count;
    pt_event *events;
    uint16_t event_count;
    pt_window *windows;
    uint16_t window_count;
    pt_list *lists;
    uint16_t list_count;
    pt_asked *questions; /* by function, then those of helpers */
    uint32_t question_count;
    uint32_t helper_question; /* the first of a helper */
    pt_function **functions;  /* by number */
    uint32_t function_count;
    pt_group *rule_groups; /* in an order in which inputs come before their users */
    uint16_t rule_group_count;
    pt_group *duty_groups;
    uint16_t duty_group_count;
} pt_pack;

/* The kind, fact, parameter, event, role of this name; PT_NO_INDEX when there is none. */
uint16_t pt_pack_kind(const pt_pack *pack, const char *name);
uint16_t pt_pack_fact(const pt_pack *pack, uint16_t kind, const char *name);
uint16_t pt_pack_reference(const pt_pack *pack, uint16_t kind, const char *name);
uint16_t pt_pack_parameter(const pt_pack *pack, const char *name);
uint16_t pt_pack_event(const pt_pack *pack, const char *name);
bool pt_pack_role(const pt_pack *pack, const char *name);

/* The power over a kind of decision under the statutes of `day`; NULL when they know none. */
const pt_power *pt_pack_power(const pt_pack *pack, const char *decision, pt_date day);

/* The path of references called `name` from `kind`, or NULL. */
const pt_path *pt_pack_path(const pt_pack *pack, uint16_t kind, const char *name);

/* What `name` means for a subject of `kind` (fact, rule, duty, window or list); false: nothing. */
bool pt_pack_name(const pt_pack *pack, uint16_t kind, const char *name, pt_name *found);

/* What an input can be by the declaration of what it names, without what its path adds. */
pt_type pt_input_type(const pt_pack *pack, const pt_input *input);

/* The index of `word` in a set of choices; PT_NO_INDEX when it is not in it. */
uint16_t pt_choice_index(const pt_choice *choice, const char *word);

/* The value of a parameter on a day; UNKNOWN before its first value. `*at` (may be NULL): its row.
 */
pt_value pt_parameter_on(const pt_parameter *parameter, pt_date day,
                         const pt_parameter_value **row);

/* The variant that gives a parameter its value on a day; NULL: the pack itself does. */
const char *pt_parameter_variant(const pt_pack *pack, const pt_parameter *parameter, pt_date day);

/* The version of a group in force on a day; PT_NO_INDEX when none is. */
uint16_t pt_rule_version(const pt_pack *pack, const pt_group *group, pt_date day);
uint16_t pt_duty_version(const pt_pack *pack, const pt_group *group, pt_date day);

/*
 * Shows a value as a person writes it in Dutch: ja, 15,5, € 1.234,50, 5,5 %, 2026-08-01, 6 weken,
 * a word, onbekend, geen. Subjects are shown by number; their names are the run's business.
 */
void pt_value_show(pt_text *out, const pt_pack *pack, pt_value value);

/*
 * Writes a value as a scenario has it: without the sign of its unit, and in quotes where YAML would
 * take a comma for the end.
 */
void pt_value_write(pt_text *out, const pt_pack *pack, pt_value value);

#endif
