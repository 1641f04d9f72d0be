/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings that name a power: the same story under other statutes is another organ's. */
#include <string.h>

#include "base/text.h"
#include "io/scenario_convening.h"

static void add_guest(const pt_convening *m, pt_open_meeting *open, const pt_yaml_node *node)
{
    if (pt_convening_seat(m, node->text) == UINT32_MAX)
        open->guests[open->guest_count++] = node->text;
}

/* Remembers that who has no seat may be there. */
void pt_convening_open(pt_convening *m, const pt_yaml_node *present)
{
    pt_scenario *scenario = m->play->scenario;
    scenario->open_meetings =
        pt_arena_grow(m->play->arena, scenario->open_meetings, scenario->open_count,
                      &m->play->open_capacity, sizeof *scenario->open_meetings);
    pt_open_meeting *open = &scenario->open_meetings[scenario->open_count++];
    *open = (pt_open_meeting){.meeting = m->subject, .power = m->power};
    open->guests = PT_NEW_ARRAY(m->play->arena, present == NULL ? 1 : present->count, const char *);
    for (const pt_yaml_node *n = present == NULL ? NULL : present->first; n != NULL; n = n->next)
        add_guest(m, open, n);
}

const char *pt_convening_power(const pt_scenario *scenario, uint32_t subject)
{
    for (size_t i = 0; i < scenario->open_count; i++) {
        if (scenario->open_meetings[i].meeting == subject)
            return scenario->open_meetings[i].power;
    }
    return NULL;
}

static bool find_decision(const pt_convening *m, const pt_yaml_node *node)
{
    const pt_pack *pack = m->play->pack;
    uint16_t index = pt_pack_fact(pack, m->proposals.kind, "besluit");
    if (index == PT_NO_INDEX || pack->kinds[m->proposals.kind].facts[index].type.kind != PT_CHOICE)
        return pt_find(m->play->report, PT_S061, node->at, PT_ARGS("besluit"), NULL);
    const pt_choice *words = &pack->choices[pack->kinds[m->proposals.kind].facts[index].type.set];
    if (pt_choice_index(words, node->text) != PT_NO_INDEX)
        return true;
    return pt_find(m->play->report, PT_S075, node->at, PT_ARGS(node->text),
                   pt_suggest(node->text, words->words, words->count));
}

static bool find_say(const pt_convening *m, const pt_yaml_node *node, int *say)
{
    *say = PT_SAY_DECIDES;
    for (int i = 0; node != NULL && i < PT_SAYS; i++) {
        if (strcmp(node->text, pt_say_words[i]) == 0) {
            *say = i;
            return true;
        }
    }
    return node == NULL || pt_find(m->play->report, PT_Y037, node->at, PT_ARGS(node->text, "om"),
                                   pt_suggest(node->text, pt_say_words, PT_SAYS));
}

static int64_t amount_given(const pt_convening *m, uint32_t proposal)
{
    const pt_scenario_subject *one = &m->play->scenario->subjects[proposal];
    uint16_t index = pt_pack_fact(m->play->pack, one->kind, "omvang");
    for (size_t i = 0; i < one->fact_count; i++) {
        if (one->facts[i].fact == index && one->facts[i].value.kind == PT_MONEY)
            return one->facts[i].value.amount;
    }
    return 0;
}

/* The amount that a point is about: its own, or that of a proposal that is there. */
static int64_t amount_of(const pt_convening *m, const pt_yaml_node *point)
{
    const pt_yaml_node *amount = pt_yaml_get(point, "bedrag");
    const pt_yaml_node *proposal = pt_yaml_get(point, "voorstel");
    pt_type money = {.kind = PT_MONEY, .high = INT64_MAX};
    pt_value value = pt_unknown();
    if (amount != NULL && pt_play_value(m->play, amount, &money, &value))
        return value.amount;
    const pt_named *named = proposal == NULL ? NULL : pt_play_named(m->play, proposal->text);
    return named == NULL || named->subject == PT_NOBODY_NAMED || named->branch != NULL
               ? 0
               : amount_given(m, named->subject);
}

static bool above_mandate(const pt_convening *m, const pt_power *power, const pt_yaml_node *agenda)
{
    for (const pt_yaml_node *n = agenda == NULL ? NULL : agenda->first;
         power->above != NULL && n != NULL; n = n->next) {
        if (n->kind == PT_YAML_MAPPING && amount_of(m, n) > power->mandate)
            return true;
    }
    return false;
}

static uint32_t organ_of(const pt_convening *m, uint32_t whose, const char *kind)
{
    const pt_scenario *scenario = m->play->scenario;
    uint16_t fact = pt_pack_fact(m->play->pack, m->organs, "soort");
    for (uint32_t i = 0; i < scenario->subject_count; i++) {
        const pt_scenario_subject *one = &scenario->subjects[i];
        for (size_t j = 0; one->kind == m->organs && j < one->fact_count; j++) {
            const pt_value *value = &one->facts[j].value;
            if (one->facts[j].fact == fact && value->kind == PT_CHOICE &&
                pt_convening_reference(m, i, "samenwerkingsverband") == whose &&
                strcmp(m->play->pack->choices[value->set].words[value->amount], kind) == 0)
                return i;
        }
    }
    return UINT32_MAX;
}

/* The organ that the statutes of the day name for a decision. */
static bool find_competent(pt_convening *m, const pt_story_block *block)
{
    const pt_yaml_node *decision = block->values[PT_KEY_POWER];
    uint16_t reference = pt_pack_reference(m->play->pack, m->organs, "samenwerkingsverband");
    uint32_t whose = 0;
    int say = PT_SAY_DECIDES;
    char day[PT_DATE_TEXT];
    if (!pt_convening_need(m, reference != PT_NO_INDEX, "samenwerkingsverband") ||
        !pt_play_subject(m->play, block->values[PT_KEY_MEETING],
                         m->play->pack->kinds[m->organs].references[reference].target, &whose) ||
        !find_decision(m, decision) || !find_say(m, block->values[PT_KEY_SAY], &say))
        return false;
    const pt_power *power = pt_pack_power(m->play->pack, decision->text, m->play->today);
    const char *kind = power == NULL ? NULL : power->organ[say];
    if (kind != NULL && say == PT_SAY_DECIDES &&
        above_mandate(m, power, block->values[PT_KEY_AGENDA]))
        kind = power->above;
    m->organ = UINT32_MAX;
    if (kind == NULL && power != NULL && power->organ[PT_SAY_DECIDES] != NULL)
        return true;
    if (kind == NULL)
        return pt_find(
            m->play->report, PT_S076, decision->at,
            PT_ARGS(pt_say_words[say], pt_date_format(m->play->today, day), decision->text), NULL);
    m->organ = organ_of(m, whose, kind);
    m->power = decision->text;
    return m->organ != UINT32_MAX ||
           pt_find(m->play->report, PT_S077, block->values[PT_KEY_MEETING]->at,
                   PT_ARGS(block->values[PT_KEY_MEETING]->text, kind), NULL);
}

bool pt_convening_organ(pt_convening *m, const pt_story_block *block)
{
    if (block->values[PT_KEY_POWER] != NULL)
        return find_competent(m, block);
    if (block->values[PT_KEY_SAY] != NULL)
        return pt_find(m->play->report, PT_S078, block->values[PT_KEY_SAY]->key->at, NULL, NULL);
    return pt_play_subject(m->play, block->values[PT_KEY_MEETING], m->organs, &m->organ);
}
