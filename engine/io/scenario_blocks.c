/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

static const pt_layout branches_layout = {.kind = PT_LAYOUT_BRANCHES, .each = &pt_layout_of_block};

static const pt_key block_keys[PT_BLOCK_KEYS] = {
    [PT_KEY_ON] = {"op", PT_SHAPE_SCALAR, false, &pt_layout_day,
                   "de dag: 2026-06-15, zomer+2w, of +1d na het blok ervoor"},
    [PT_KEY_SERIES] = {"reeks", PT_SHAPE_MAPPING, false, &pt_layout_of_series,
                       "op meer dagen hetzelfde"},
    [PT_KEY_EVENT] = {"gebeurtenis", PT_SHAPE_SCALAR, false, &pt_layout_name, "wat er gebeurt"},
    [PT_KEY_CHANGE] = {"wijzig", PT_SHAPE_SCALAR, false, &pt_layout_text,
                       "het onderwerp waarvan gegevens veranderen"},
    [PT_KEY_EXPECT] = {"verwacht", PT_SHAPE_MAPPING, false, &pt_layout_of_expected,
                       "wat er dan moet gelden"},
    [PT_KEY_UNDER] = {"verwacht_onder", PT_SHAPE_MAPPING, false, &pt_layout_of_under,
                      "per variant, of onder 'pakket' zonder variant, wat er dan moet gelden"},
    [PT_KEY_DECISION] = {"beslispunt", PT_SHAPE_SCALAR, false, &pt_layout_name,
                         "de naam van een keuze die iemand maakt"},
    [PT_KEY_AS] = {"als", PT_SHAPE_SCALAR, false, &pt_layout_name,
                   "de naam van het onderwerp dat ontstaat, en van deze dag"},
    [PT_KEY_HOLDS_FROM] = {"geldt_vanaf", PT_SHAPE_SCALAR, false, &pt_layout_day,
                           "een eerdere dag, vanaf wanneer het geldt"},
    [PT_KEY_QUESTION] = {"vraag", PT_SHAPE_SCALAR, false, &pt_layout_text, "de vraag die voorligt"},
    [PT_KEY_BY] = {"bij", PT_SHAPE_SCALAR, false, &pt_layout_text,
                   "wie kiest: een onderwerp, of een rol van het pakket"},
    [PT_KEY_DEFAULT] = {"standaard", PT_SHAPE_SCALAR, false, &pt_layout_text,
                        "de keuze die gevolgd wordt als er geen gegeven is"},
    [PT_KEY_BRANCHES] = {"keuzes", PT_SHAPE_MAPPING, false, &branches_layout,
                         "per keuze wat er dan gebeurt"},
    [PT_KEY_ONLY] = {"alleen", PT_SHAPE_MAPPING, false, &pt_layout_of_only,
                     "op welke dagen dit verwacht wordt, als het scenario vaker speelt"},
    [PT_KEY_UNJUDGED] = {"nog_niet_beoordeeld", PT_SHAPE_SCALAR, false, &pt_layout_yesno,
                         "ja: niemand heeft de uitkomst nog beoordeeld"},
    [PT_KEY_MEETING] = {"vergadering", PT_SHAPE_SCALAR, false, &pt_layout_name,
                        "het orgaan dat vergadert; met bevoegd_voor het samenwerkingsverband"},
    [PT_KEY_POWER] = {"bevoegd_voor", PT_SHAPE_SCALAR, false, &pt_layout_text,
                      "het soort besluit: het orgaan dat er die dag volgens de statuten over gaat"},
    [PT_KEY_SAY] = {"om", PT_SHAPE_SCALAR, false, &pt_layout_text,
                    "de rol van dat orgaan: voorbereiding, beslist (gewoon), instemming_van, "
                    "advies_van, overleg_met of goedkeuring_van"},
    [PT_KEY_CALLED] = {"opgeroepen_op", PT_SHAPE_SCALAR, false, &pt_layout_day,
                       "de dag van de oproep met de agenda"},
    [PT_KEY_SECOND] = {"tweede", PT_SHAPE_SCALAR, false, &pt_layout_yesno,
                       "ja: tweede vergadering, nadat in de eerste het quorum ontbrak"},
    [PT_KEY_MINUTES] = {"minuten", PT_SHAPE_SCALAR, false, &pt_layout_text, "hoe lang het duurt"},
    [PT_KEY_PRESENT] = {"aanwezig", PT_SHAPE_LIST, false, &pt_layout_names, "wie er zelf zijn"},
    [PT_KEY_PROXIES] = {"volmacht", PT_SHAPE_MAPPING, false, &pt_layout_of_proxies,
                        "wie een volmacht geeft, en aan wie"},
    [PT_KEY_AGENDA] = {"agenda", PT_SHAPE_LIST, false, &pt_layout_of_agenda,
                       "waarover vergaderd wordt"},
    [PT_KEY_VOTE] = {"stemming", PT_SHAPE_SCALAR, false, &pt_layout_text,
                     "het agendapunt waarover gestemd wordt: v1.naam"},
    [PT_KEY_INTERESTS] = {"belang", PT_SHAPE_MAPPING, false, &pt_layout_of_interests,
                          "wie een tegenstrijdig belang heeft"},
    [PT_KEY_VOTES] = {"stemmen", PT_SHAPE_MAPPING, false, &pt_layout_of_votes, "wie wat stemt"},
};

#define BIT(key) ((uint32_t)1 << (key))

static const pt_layout_sort sorts[] = {
    {.key = PT_KEY_EVENT,
     .details = PT_DETAILS_EVENT,
     .inside = true,
     .allowed = BIT(PT_KEY_EVENT) | BIT(PT_KEY_AS) | BIT(PT_KEY_HOLDS_FROM),
     .days = BIT(PT_KEY_ON) | BIT(PT_KEY_SERIES),
     .names = BIT(PT_KEY_AS)},
    {.key = PT_KEY_MEETING,
     .inside = true,
     .allowed = BIT(PT_KEY_MEETING) | BIT(PT_KEY_POWER) | BIT(PT_KEY_SAY) | BIT(PT_KEY_AS) |
                BIT(PT_KEY_CALLED) | BIT(PT_KEY_SECOND) | BIT(PT_KEY_MINUTES) |
                BIT(PT_KEY_PRESENT) | BIT(PT_KEY_PROXIES) | BIT(PT_KEY_AGENDA),
     .needed = BIT(PT_KEY_AS),
     .days = BIT(PT_KEY_ON)},
    {.key = PT_KEY_VOTE,
     .inside = true,
     .allowed = BIT(PT_KEY_VOTE) | BIT(PT_KEY_INTERESTS) | BIT(PT_KEY_VOTES),
     .needed = BIT(PT_KEY_VOTES),
     .days = BIT(PT_KEY_ON)},
    {.key = PT_KEY_CHANGE,
     .details = PT_DETAILS_CHANGE,
     .inside = true,
     .allowed = BIT(PT_KEY_CHANGE) | BIT(PT_KEY_HOLDS_FROM),
     .days = BIT(PT_KEY_ON) | BIT(PT_KEY_SERIES)},
    {.key = PT_KEY_EXPECT,
     .allowed = BIT(PT_KEY_EXPECT) | BIT(PT_KEY_ONLY) | BIT(PT_KEY_UNJUDGED),
     .days = BIT(PT_KEY_ON)},
    {.key = PT_KEY_UNDER,
     .allowed = BIT(PT_KEY_UNDER) | BIT(PT_KEY_ONLY) | BIT(PT_KEY_UNJUDGED),
     .days = BIT(PT_KEY_ON)},
    {.key = PT_KEY_DECISION,
     .allowed = BIT(PT_KEY_DECISION) | BIT(PT_KEY_QUESTION) | BIT(PT_KEY_BY) | BIT(PT_KEY_DEFAULT) |
                BIT(PT_KEY_BRANCHES),
     .needed = BIT(PT_KEY_QUESTION) | BIT(PT_KEY_DEFAULT) | BIT(PT_KEY_BRANCHES),
     .days = BIT(PT_KEY_ON)},
};
enum { SORT_COUNT = sizeof sorts / sizeof *sorts };

const pt_layout pt_layout_of_block = {.kind = PT_LAYOUT_BLOCK,
                                      .keys = block_keys,
                                      .count = PT_BLOCK_KEYS,
                                      .sorts = sorts,
                                      .sort_count = SORT_COUNT};

/* --- Sorting blocks --------------------------------------------------------------------------- */

static const char *suggest_key(const pt_story_block *block)
{
    const char *names[SORT_COUNT];
    for (size_t i = 0; i < SORT_COUNT; i++)
        names[i] = block_keys[sorts[i].key].name;
    for (const pt_yaml_node *node = block->node->first; node != NULL; node = node->next) {
        const char *meant = pt_suggest(node->key->text, names, SORT_COUNT);
        if (meant != NULL && !pt_key_known(block_keys, PT_BLOCK_KEYS, node->key->text))
            return meant;
    }
    return NULL;
}

/* NULL, with a finding, when it is of none or of several. */
static const pt_layout_sort *find_sort(pt_play *play, const pt_story_block *block)
{
    const pt_layout_sort *found = NULL;
    int count = 0;
    for (size_t i = 0; i < SORT_COUNT; i++) {
        if (pt_yaml_get(block->node, block_keys[sorts[i].key].name) != NULL) {
            found = &sorts[i];
            count++;
        }
    }
    if (count == 1)
        return found;
    pt_find(play->report, PT_S014, block->node->at, NULL, count == 0 ? suggest_key(block) : NULL);
    return NULL;
}

static void list_keys(pt_story_block *block, const pt_layout_sort *sort)
{
    uint32_t keys = sort->allowed | (block->inside ? 0 : sort->days);
    block->sort = sort->key;
    block->needed = sort->needed;
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
    const pt_layout_sort *sort =
        pt_typed_shape(node, PT_SHAPE_MAPPING, play->report) ? find_sort(play, block) : NULL;
    if (sort == NULL)
        return false;
    list_keys(block, sort);
    pt_yaml_node *found[PT_BLOCK_KEYS];
    bool fine = pt_typed_mapping(node, block->fixed, block->fixed_count,
                                 sort->details != PT_DETAILS_NONE, play->report, found);
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

bool pt_play_count_occurrence(pt_play *play, const pt_yaml_node *at)
{
    return play->occurrences++ < PT_LIMIT_RUN_EVENTS ||
           pt_find(play->report, PT_S019, at->at,
                   PT_ARGS(pt_format(play->arena, "%d", PT_LIMIT_RUN_EVENTS)), NULL);
}

pt_occurrence *pt_play_room(pt_play *play, pt_occurrences *into)
{
    into->items =
        pt_arena_grow(play->arena, into->items, into->count, &into->capacity, sizeof *into->items);
    into->items[into->count] = (pt_occurrence){0};
    return &into->items[into->count++];
}

static bool read_occurrence(pt_play *play, const pt_story_block *block, pt_occurrence *occurrence)
{
    if (!pt_play_count_occurrence(play, block->node))
        return false;
    occurrence->at = block->node->at;
    bool fine = read_holds_from(play, block, &occurrence->holds_from);
    fine &= block->sort == PT_KEY_EVENT ? read_event(play, block, occurrence)
                                        : read_change(play, block, occurrence);
    return fine;
}

bool pt_play_occurrences(pt_play *play, const pt_story_block *block, pt_occurrences *into)
{
    switch (block->sort) {
    case PT_KEY_MEETING: return pt_play_meeting(play, block, into);
    case PT_KEY_VOTE: return pt_play_vote(play, block, into);
    default: return read_occurrence(play, block, pt_play_room(play, into));
    }
}
