/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the parts of the scenario reader share while one play is made: scenario_read (story, tables,
 * plays), scenario_dates, scenario_world (who there is), scenario_steps (what happens) and
 * scenario_expect (what must hold). Not for other modules: those include io/scenario.h.
 *
 * Functions that return bool have added a finding when they return false, unless the node was
 * refused before.
 */
#ifndef PT_IO_SCENARIO_PLAY_H
#define PT_IO_SCENARIO_PLAY_H

#include "base/map.h"
#include "io/scenario.h"
#include "io/typed.h"

enum pt_story_key {
    PT_STORY_NAME,
    PT_STORY_TITLE,
    PT_STORY_PACK,
    PT_STORY_VARIANT,
    PT_STORY_FROM,
    PT_STORY_UNTIL,
    PT_STORY_REGION,
    PT_STORY_DAYS,
    PT_STORY_WORLD,
    PT_STORY_COURSE,
    PT_STORY_TABLE,
    PT_STORY_STARTS,
    PT_STORY_KEYS
};

#define PT_NOBODY_NAMED UINT32_MAX

/* A name that the story gives: to a day, or to a subject. */
typedef struct pt_named {
    const char *name;
    uint32_t subject; /* PT_NOBODY_NAMED: a day */
    pt_date day;      /* the day, or the day on which the subject came to be; NONE: in the world */
    const char *branch; /* not NULL: it exists in this branch alone, which is not chosen */
    bool broken;        /* a subject that is not known for a finding: say nothing more of it */
    uint32_t line;
} pt_named;

typedef struct pt_play {
    pt_arena *arena;
    pt_report *report;
    const pt_pack *pack;
    const pt_choices_given *given;
    const char *law;                     /* the stack of variants it is played under, or NULL */
    pt_yaml_node *values[PT_STORY_KEYS]; /* of the story, columns filled in */
    bool shifted; /* the story is played from other days too: no day of it may be fixed */
    pt_scenario *scenario;
    pt_map index; /* name to place in `names` */
    pt_named *names;
    size_t name_count;
    size_t name_capacity;
    size_t subject_capacity;
    size_t step_capacity;
    size_t open_capacity;
    uint32_t *nameless; /* subjects without a name so far, by kind */
    pt_date ordered;    /* the block before began on this day */
    pt_date previous;   /* and was over on this day */
    pt_date today;      /* of the block being read; NONE outside blocks */
    size_t occurrences;
    const char **decisions; /* names of decision points so far */
    size_t decision_count;
    size_t decision_capacity;
} pt_play;

/* --- scenario_read.c -------------------------------------------------------------------------- */

/* The tree of the file, columns not filled in. */
const pt_yaml_node *pt_story_root(const pt_story *story);

/* Is a suggestion worth its time? Not for findings that will not be shown. Of the names that a
   story gives, no more are compared than a person could have meant. */
enum { PT_MOST_SUGGESTED = 500 };
bool pt_play_suggests(const pt_play *play);

/* --- scenario_dates.c ------------------------------------------------------------------------- */

/* A day: 2026-06-15, zomer+2w, +1d. */
bool pt_play_date(pt_play *play, const pt_yaml_node *node, pt_date *date);

/* A value of `type`; a date may be any day that pt_play_date reads. */
bool pt_play_value(pt_play *play, const pt_yaml_node *node, const pt_type *type, pt_value *value);

/* `van`, `tot` and `dagen`. */
bool pt_play_days(pt_play *play, pt_date start);

/* --- scenario_world.c ------------------------------------------------------------------------- */

/* The name if the story gives it (also when its branch is not chosen), or NULL. */
pt_named *pt_play_named(const pt_play *play, const char *name);

/* Gives a name to a day or a subject. */
bool pt_play_name(pt_play *play, const pt_yaml_node *node, uint32_t subject, pt_date day);

/* Gives a name with dots in it to a subject that a meeting makes; `at` is where it comes from. */
bool pt_play_name_made(pt_play *play, const pt_yaml_node *at, const char *name, uint32_t subject);

/* Gives a name to a subject of which a finding says what is wrong; uses of it stay silent. */
void pt_play_name_broken(pt_play *play, const pt_yaml_node *node);

/* The subject that a scalar names, of `kind` (PT_NO_INDEX: any). */
bool pt_play_subject(pt_play *play, const pt_yaml_node *node, uint16_t kind, uint32_t *subject);

/* A suggestion among the subjects of `kind` (PT_NO_INDEX: any). */
const char *pt_play_suggest_subject(pt_play *play, const char *word, uint16_t kind);

/* A new subject; `name` NULL: it gets one of its own. */
bool pt_play_add_subject(pt_play *play, const pt_yaml_node *at, const char *name, uint16_t kind,
                         uint32_t *subject);

/* What a mapping says of a subject beside its fixed keys. */
typedef struct pt_details {
    const pt_key *fixed;
    size_t fixed_count;
    uint16_t kind;
    const pt_event *event;       /* its asked fields may be there; or NULL */
    bool about;                  /* the name of the kind is a key, and names the subject */
    bool references;             /* references may be there, and required ones must */
    const pt_yaml_node *subject; /* found, when `about` */
    uint32_t *refers_to;         /* found, when `references` */
    pt_assignment *asked;        /* found */
    size_t asked_count;
    pt_assignment *facts; /* found */
    size_t fact_count;
} pt_details;

bool pt_play_details(pt_play *play, const pt_yaml_node *block, pt_details *details);

/* `wereld`. */
bool pt_play_world(pt_play *play);

/* --- scenario_blocks.c ------------------------------------------------------------------------ */

enum pt_block_key {
    PT_KEY_ON,
    PT_KEY_SERIES,
    PT_KEY_EVENT,
    PT_KEY_CHANGE,
    PT_KEY_EXPECT,
    PT_KEY_UNDER,
    PT_KEY_DECISION,
    PT_KEY_AS,
    PT_KEY_HOLDS_FROM,
    PT_KEY_QUESTION,
    PT_KEY_BY,
    PT_KEY_DEFAULT,
    PT_KEY_BRANCHES,
    PT_KEY_ONLY,
    PT_KEY_UNJUDGED,
    PT_KEY_MEETING,
    PT_KEY_POWER,
    PT_KEY_SAY,
    PT_KEY_CALLED,
    PT_KEY_SECOND,
    PT_KEY_MINUTES,
    PT_KEY_PRESENT,
    PT_KEY_PROXIES,
    PT_KEY_AGENDA,
    PT_KEY_VOTE,
    PT_KEY_INTERESTS,
    PT_KEY_VOTES,
    PT_BLOCK_KEYS
};

/* The forms of a block, and of what one expects. */
extern const pt_layout pt_layout_of_block;
extern const pt_layout pt_layout_of_expected;
extern const pt_layout pt_layout_of_under;  /* `verwacht_onder` */
extern const pt_layout pt_layout_of_series; /* `reeks` */
extern const pt_layout pt_layout_of_only;   /* `alleen` */

/* One block of `verloop`, or one event of a branch. */
typedef struct pt_story_block {
    const pt_yaml_node *node;
    pt_yaml_node *values[PT_BLOCK_KEYS];
    pt_key fixed[PT_BLOCK_KEYS]; /* the keys that its sort may have */
    size_t fixed_count;
    int sort; /* PT_KEY_EVENT, PT_KEY_CHANGE, PT_KEY_EXPECT, PT_KEY_UNDER or PT_KEY_DECISION */
    uint32_t needed; /* keys that its sort must have, by bit */
    bool inside;     /* in a branch: it has no day of its own */
} pt_story_block;

/* Finds what sort of block it is, and its keys. */
bool pt_story_block_read(pt_play *play, const pt_yaml_node *node, bool inside,
                         pt_story_block *block);

/* What a block says happens; a meeting is many occurrences. */
typedef struct pt_occurrences {
    pt_occurrence *items;
    size_t count;
    size_t capacity;
} pt_occurrences;

/* Room for one more, good until the next call. */
pt_occurrence *pt_play_room(pt_play *play, pt_occurrences *into);

/* Counts one more occurrence against the limit of a run. */
bool pt_play_count_occurrence(pt_play *play, const pt_yaml_node *at);

/* What happens in a block, on play->today: an event, a change, a meeting or a vote. */
bool pt_play_occurrences(pt_play *play, const pt_story_block *block, pt_occurrences *into);

/* --- scenario_meeting.c ----------------------------------------------------------------------- */

extern const pt_layout pt_layout_of_agenda;
extern const pt_layout pt_layout_of_votes;
extern const pt_layout pt_layout_of_interests;
extern const pt_layout pt_layout_of_proxies;

/* `vergadering`: the meeting of an organ, with its agenda and votes. */
bool pt_play_meeting(pt_play *play, const pt_story_block *block, pt_occurrences *into);

/* `stemming`: the votes about a point of a meeting that went before. */
bool pt_play_vote(pt_play *play, const pt_story_block *block, pt_occurrences *into);

/* --- scenario_decide.c ------------------------------------------------------------------------ */

/* The decision point of a block, on play->today. */
bool pt_play_decision(pt_play *play, const pt_story_block *block);

/* Every decision that was given by hand is one of the story. */
bool pt_play_check_given(pt_play *play);

/* --- scenario_steps.c ------------------------------------------------------------------------- */

/* `verloop`. */
bool pt_play_course(pt_play *play);

void pt_play_add_step(pt_play *play, const pt_step *step);

/* --- scenario_laws.c -------------------------------------------------------------------------- */

/* The laws that a story names under `verwacht_onder`, each once, the pack as NULL. */
typedef struct pt_laws {
    const char **stacks;
    size_t count;
    size_t capacity;
} pt_laws;

/* Adds a law that is not there yet. */
void pt_laws_add(pt_arena *arena, pt_laws *laws, const char *stack);

/* Those of a whole story. */
bool pt_laws_read(pt_arena *arena, const pt_yaml_node *course, pt_report *report, pt_laws *laws);

/* What `verwacht_onder` expects under play->law; NULL: nothing. */
const pt_yaml_node *pt_laws_expected(const pt_play *play, const pt_yaml_node *under);

/* --- scenario_expect.c ------------------------------------------------------------------------ */

/* `verwacht` of a block, into `step`. */
bool pt_play_expect(pt_play *play, const pt_yaml_node *expected, bool unjudged, pt_step *step);

#endif
