/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

static const pt_key block_keys[PT_BLOCK_KEYS] = {
    [PT_KEY_ON] = {"op", PT_SHAPE_SCALAR, false},
    [PT_KEY_SERIES] = {"reeks", PT_SHAPE_MAPPING, false},
    [PT_KEY_EVENT] = {"gebeurtenis", PT_SHAPE_SCALAR, false},
    [PT_KEY_CHANGE] = {"wijzig", PT_SHAPE_SCALAR, false},
    [PT_KEY_EXPECT] = {"verwacht", PT_SHAPE_MAPPING, false},
    [PT_KEY_DECISION] = {"beslispunt", PT_SHAPE_SCALAR, false},
    [PT_KEY_AS] = {"als", PT_SHAPE_SCALAR, false},
    [PT_KEY_HOLDS_FROM] = {"geldt_vanaf", PT_SHAPE_SCALAR, false},
    [PT_KEY_QUESTION] = {"vraag", PT_SHAPE_SCALAR, false},
    [PT_KEY_BY] = {"bij", PT_SHAPE_SCALAR, false},
    [PT_KEY_DEFAULT] = {"standaard", PT_SHAPE_SCALAR, false},
    [PT_KEY_BRANCHES] = {"keuzes", PT_SHAPE_MAPPING, false},
    [PT_KEY_ONLY] = {"alleen", PT_SHAPE_MAPPING, false},
    [PT_KEY_UNJUDGED] = {"nog_niet_beoordeeld", PT_SHAPE_SCALAR, false},
};

/* The keys that each sort of block may have beside its first. */
static const uint32_t allowed[PT_BLOCK_KEYS] = {
    [PT_KEY_EVENT] = 1u << PT_KEY_ON | 1u << PT_KEY_SERIES | 1u << PT_KEY_EVENT | 1u << PT_KEY_AS |
                     1u << PT_KEY_HOLDS_FROM,
    [PT_KEY_CHANGE] =
        1u << PT_KEY_ON | 1u << PT_KEY_SERIES | 1u << PT_KEY_CHANGE | 1u << PT_KEY_HOLDS_FROM,
    [PT_KEY_EXPECT] =
        1u << PT_KEY_ON | 1u << PT_KEY_EXPECT | 1u << PT_KEY_ONLY | 1u << PT_KEY_UNJUDGED,
    [PT_KEY_DECISION] = 1u << PT_KEY_ON | 1u << PT_KEY_DECISION | 1u << PT_KEY_QUESTION |
                        1u << PT_KEY_BY | 1u << PT_KEY_DEFAULT | 1u << PT_KEY_BRANCHES,
};

static const char *const block_sorts[] = {"gebeurtenis", "wijzig", "verwacht", "beslispunt"};

/* --- Sorting blocks --------------------------------------------------------------------------- */

static const char *suggest_key(const pt_story_block *block)
{
    for (const pt_yaml_node *node = block->node->first; node != NULL; node = node->next) {
        const char *meant = pt_suggest(node->key->text, block_sorts, 4);
        if (meant != NULL && !pt_key_known(block_keys, PT_BLOCK_KEYS, node->key->text))
            return meant;
    }
    return NULL;
}

static bool find_sort(pt_play *play, pt_story_block *block)
{
    static const int sorts[] = {PT_KEY_EVENT, PT_KEY_CHANGE, PT_KEY_EXPECT, PT_KEY_DECISION};
    int found = 0;
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (pt_yaml_get(block->node, block_keys[sorts[i]].name) != NULL) {
            block->sort = sorts[i];
            found++;
        }
    }
    if (found == 1)
        return true;
    return pt_find(play->report, PT_S014, block->node->at, NULL,
                   found == 0 ? suggest_key(block) : NULL);
}

static void list_keys(pt_story_block *block)
{
    uint32_t keys = allowed[block->sort];
    if (block->inside)
        keys &= ~(1u << PT_KEY_ON | 1u << PT_KEY_SERIES);
    for (int i = 0; i < PT_BLOCK_KEYS; i++) {
        if ((keys >> i & 1) != 0)
            block->fixed[block->fixed_count++] = block_keys[i];
    }
}

static void take_values(pt_story_block *block, pt_yaml_node *const *found)
{
    for (size_t i = 0; i < block->fixed_count; i++) {
        for (int key = 0; key < PT_BLOCK_KEYS; key++) {
            if (block_keys[key].name == block->fixed[i].name)
                block->values[key] = found[i];
        }
    }
}

bool pt_story_block_read(pt_play *play, const pt_yaml_node *node, bool inside,
                         pt_story_block *block)
{
    *block = (pt_story_block){.node = node, .inside = inside};
    if (!pt_typed_shape(node, PT_SHAPE_MAPPING, play->report) || !find_sort(play, block))
        return false;
    list_keys(block);
    bool open = block->sort == PT_KEY_EVENT || block->sort == PT_KEY_CHANGE;
    pt_yaml_node *found[PT_BLOCK_KEYS];
    bool fine = pt_typed_mapping(node, block->fixed, block->fixed_count, open, play->report, found);
    take_values(block, found);
    return fine && block->values[block->sort] != NULL;
}

/* --- Occurrences ------------------------------------------------------------------------------ */

static bool find_event(pt_play *play, const pt_yaml_node *node, uint16_t *event)
{
    *event = pt_pack_event(play->pack, node->text);
    if (*event != PT_NO_INDEX)
        return true;
    const char **names = PT_NEW_ARRAY(play->arena, play->pack->event_count, const char *);
    for (uint16_t i = 0; i < play->pack->event_count; i++)
        names[i] = play->pack->blocks[play->pack->events[i].block].name;
    return pt_typed_refuse(play->report, PT_S010, node,
                           pt_suggest(node->text, names, play->pack->event_count));
}

static bool read_holds_from(pt_play *play, const pt_story_block *block, pt_date *holds_from)
{
    const pt_yaml_node *node = block->values[PT_KEY_HOLDS_FROM];
    *holds_from = play->today;
    if (node == NULL)
        return true;
    if (!pt_play_date(play, node, holds_from))
        return false;
    return *holds_from <= play->today || pt_typed_refuse(play->report, PT_S027, node, NULL);
}

static bool check_name_given(pt_play *play, const pt_story_block *block, const pt_event *event)
{
    const pt_yaml_node *name = block->values[PT_KEY_AS];
    if (name == NULL)
        return true;
    if (!event->makes)
        return pt_find(play->report, PT_S012, name->key->at,
                       PT_ARGS(block->values[PT_KEY_EVENT]->text), NULL);
    if (block->values[PT_KEY_SERIES] != NULL)
        return pt_find(play->report, PT_S017, name->key->at, NULL, NULL);
    return true;
}

static bool make_subject(pt_play *play, const pt_story_block *block, const pt_details *details,
                         pt_occurrence *occurrence)
{
    const pt_yaml_node *name = block->values[PT_KEY_AS];
    if (!pt_play_add_subject(play, block->node, name == NULL ? NULL : name->text, details->kind,
                             &occurrence->subject))
        return false;
    pt_scenario_subject *subject = &play->scenario->subjects[occurrence->subject];
    subject->references = details->refers_to;
    subject->facts = details->facts;
    subject->fact_count = details->fact_count;
    return name == NULL || pt_play_name(play, name, occurrence->subject, play->today);
}

static bool find_about(pt_play *play, const pt_story_block *block, const pt_details *details,
                       pt_occurrence *occurrence)
{
    if (details->subject == NULL)
        return pt_find(play->report, PT_S011, block->node->at,
                       PT_ARGS(play->pack->kinds[details->kind].name), NULL);
    occurrence->facts = details->facts;
    occurrence->fact_count = details->fact_count;
    return pt_play_subject(play, details->subject, details->kind, &occurrence->subject);
}

static bool read_event(pt_play *play, const pt_story_block *block, pt_occurrence *occurrence)
{
    if (!find_event(play, block->values[PT_KEY_EVENT], &occurrence->event)) {
        if (block->values[PT_KEY_AS] != NULL)
            pt_play_name_broken(play, block->values[PT_KEY_AS]);
        return false;
    }
    const pt_event *event = &play->pack->events[occurrence->event];
    pt_details details = {.fixed = block->fixed,
                          .fixed_count = block->fixed_count,
                          .kind = play->pack->blocks[event->block].subject,
                          .event = event,
                          .about = !event->makes,
                          .references = event->makes};
    bool fine = check_name_given(play, block, event);
    fine &= pt_play_details(play, block->node, &details);
    occurrence->asked = details.asked;
    occurrence->asked_count = details.asked_count;
    fine &= event->makes ? make_subject(play, block, &details, occurrence)
                         : find_about(play, block, &details, occurrence);
    return fine;
}

static bool read_change(pt_play *play, const pt_story_block *block, pt_occurrence *occurrence)
{
    occurrence->event = PT_NO_INDEX;
    if (!pt_play_subject(play, block->values[PT_KEY_CHANGE], PT_NO_INDEX, &occurrence->subject))
        return false;
    pt_details details = {.fixed = block->fixed,
                          .fixed_count = block->fixed_count,
                          .kind = play->scenario->subjects[occurrence->subject].kind};
    bool fine = pt_play_details(play, block->node, &details);
    occurrence->facts = details.facts;
    occurrence->fact_count = details.fact_count;
    return fine &&
           (details.fact_count > 0 || pt_find(play->report, PT_S018, block->node->at, NULL, NULL));
}

bool pt_play_occurrence(pt_play *play, const pt_story_block *block, pt_occurrence *occurrence)
{
    if (play->occurrences++ == PT_LIMIT_RUN_EVENTS)
        return pt_find(play->report, PT_S019, block->node->at,
                       PT_ARGS(pt_format(play->arena, "%d", PT_LIMIT_RUN_EVENTS)), NULL);
    occurrence->at = block->node->at;
    bool fine = read_holds_from(play, block, &occurrence->holds_from);
    fine &= block->sort == PT_KEY_EVENT ? read_event(play, block, occurrence)
                                        : read_change(play, block, occurrence);
    return fine;
}
