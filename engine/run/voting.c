/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/voting.h"

#include <string.h>

#include "run/evaluate.h"
#include "run/reason.h"
#include "run/tree_evaluate.h"
#include "run/window.h"

typedef struct gathering {
    pt_arena *arena;
    const pt_pack *pack;
    const pt_scenario *scenario;
    pt_world *world; /* at the end of the day in hand */
    pt_meetings *made;
    uint16_t meetings, presences, points, votes;
} gathering;

/* --- Asking the world ------------------------------------------------------------------------- */

static pt_value value_of(gathering *g, uint32_t subject, const char *name)
{
    pt_name found = {0};
    if (subject == PT_NOBODY || !g->world->subjects[subject].alive ||
        !pt_pack_name(g->pack, g->world->subjects[subject].kind, name, &found))
        return pt_unknown();
    switch ((pt_name_kind)found.kind) {
    case PT_NAME_FACT: return g->world->subjects[subject].facts[found.index].value;
    case PT_NAME_RULE: return pt_rule_outcome(g->world, subject, found.index)->value;
    case PT_NAME_WINDOW: return pt_window_value(g->world, subject, found.index)->value;
    case PT_NAME_LIST: return pt_list_value(g->world, subject, found.index)->value;
    case PT_NAME_DUTY: break;
    }
    return pt_unknown();
}

static pt_told told(gathering *g, uint32_t subject, const char *name)
{
    pt_name found = {0};
    pt_told one = {.value = pt_unknown()};
    if (!pt_pack_name(g->pack, g->world->subjects[subject].kind, name, &found) ||
        found.kind != PT_NAME_RULE)
        return one;
    const pt_outcome *outcome = pt_rule_outcome(g->world, subject, found.index);
    one.value = outcome->value;
    one.source = outcome->ground == NULL ? NULL : outcome->ground->source;
    one.reason = pt_rule_reason(g->world, g->arena, subject, found.index);
    return one;
}

static uint32_t referred(const gathering *g, uint32_t subject, const char *reference)
{
    if (subject == PT_NOBODY)
        return PT_NOBODY;
    const pt_subject *one = &g->world->subjects[subject];
    uint16_t index = pt_pack_reference(g->pack, one->kind, reference);
    return index == PT_NO_INDEX || one->references == NULL ? PT_NOBODY : one->references[index];
}

static const char *name_at(const gathering *g, uint32_t subject)
{
    return subject == PT_NOBODY ? "" : g->world->subjects[subject].name;
}

static bool is_of(const gathering *g, uint32_t subject, uint16_t kind, const char *reference,
                  uint32_t target)
{
    return g->world->subjects[subject].alive && g->world->subjects[subject].kind == kind &&
           referred(g, subject, reference) == target;
}

static size_t count_of(const gathering *g, uint16_t kind, const char *reference, uint32_t target)
{
    size_t count = 0;
    for (uint32_t i = 0; i < g->world->subject_count; i++)
        count += is_of(g, i, kind, reference, target);
    return count;
}

/* --- One thing otherwise ---------------------------------------------------------------------- */

/* A word of a choice as the value of a fact. */
static bool word_of(const gathering *g, uint16_t kind, const char *fact, const char *word,
                    uint16_t *index, pt_value *value)
{
    *index = pt_pack_fact(g->pack, kind, fact);
    if (*index == PT_NO_INDEX || g->pack->kinds[kind].facts[*index].type.kind != PT_CHOICE)
        return false;
    uint16_t set = g->pack->kinds[kind].facts[*index].type.set;
    uint16_t found = pt_choice_index(&g->pack->choices[set], word);
    if (found == PT_NO_INDEX)
        return false;
    *value = pt_value_of(PT_CHOICE, found);
    value->set = set;
    return true;
}

/* What a choice of a subject was, before it was made another for a moment. */
typedef struct changed {
    uint32_t subject;
    uint16_t fact;
    pt_known before;
    const pt_coverage *coverage;
} changed;

/* What is asked of a world that never was does not count as reached. */
static bool change(gathering *g, uint32_t subject, uint16_t kind, const char *fact,
                   const char *word, changed *kept)
{
    pt_value value;
    if (!word_of(g, kind, fact, word, &kept->fact, &value))
        return false;
    kept->subject = subject;
    kept->before = g->world->subjects[subject].facts[kept->fact];
    kept->coverage = g->world->coverage;
    g->world->coverage = NULL;
    pt_world_set(g->world, subject, kept->fact, value, g->world->today, PT_NO_INDEX);
    return true;
}

static void change_back(gathering *g, const changed *kept)
{
    const pt_known *before = &kept->before;
    pt_world_set(g->world, kept->subject, kept->fact, before->value, before->since, before->event);
    g->world->subjects[kept->subject].facts[kept->fact] = *before;
    g->world->coverage = kept->coverage;
}

/* A vote that is not there: an abstention counts for nothing under any way of counting. */
static bool vote_decides(gathering *g, uint32_t vote, uint32_t point)
{
    changed kept;
    pt_value result = value_of(g, point, "uitslag");
    if (!change(g, vote, g->votes, "gegeven", "onthouding", &kept))
        return false;
    pt_value without = value_of(g, point, "uitslag");
    change_back(g, &kept);
    return pt_is_value(without) && !pt_value_equal(without, result);
}

/* --- One meeting ------------------------------------------------------------------------------ */

static void add_ballot(gathering *g, pt_meeting_point *point, uint32_t vote)
{
    uint32_t presence = referred(g, vote, "aanwezigheid");
    uint32_t seat = presence == PT_NOBODY ? PT_NOBODY : referred(g, presence, "zetel");
    pt_ballot *one = &point->ballots[point->ballot_count++];
    *one = (pt_ballot){.subject = vote,
                       .person = seat == PT_NOBODY ? "" : name_at(g, referred(g, seat, "persoon")),
                       .given = value_of(g, vote, "gegeven"),
                       .interest = value_of(g, vote, "belang"),
                       .weight = value_of(g, vote, "gewicht"),
                       .counts = told(g, vote, "telt_mee"),
                       .own_matter = pt_is_yes(value_of(g, vote, "eigen_zaak")),
                       .chair = pt_is_yes(value_of(g, seat, "voorzitter"))};
    one->decisive = vote_decides(g, vote, point->subject);
}

/*
 * The result with the majority that holds put in the place of each other one: the rule's own tree,
 * its other inputs as they were.
 */
static void count_otherwise(gathering *g, pt_meeting_point *point)
{
    pt_name rule = {0};
    if (!pt_is_value(point->majority.value) ||
        !pt_pack_name(g->pack, g->points, "uitslag", &rule) || rule.kind != PT_NAME_RULE)
        return;
    const pt_group *group = &g->pack->rule_groups[rule.index];
    pt_version_choice version = pt_version_for(g->world, group, false, point->subject);
    if (version.version == PT_NO_INDEX)
        return;
    const pt_function *decide = g->pack->rules[version.version].decide;
    const pt_tree_period *period = pt_function_period(decide, version.law.day);
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_reply reply = {0};
    pt_function_inputs(g->world, decide, point->subject, version.law, inputs, &reply);
    const pt_choice *words = &g->pack->choices[point->majority.value.set];
    point->others = PT_NEW_ARRAY(g->arena, words->count, pt_other_count);
    for (uint16_t i = 0; period != NULL && reply.missing == NULL && i < decide->input_count; i++) {
        if (strcmp(decide->inputs[i].name, "geldende_meerderheid") != 0)
            continue;
        for (uint16_t word = 0; word < words->count; word++) {
            inputs[i] = point->majority.value;
            inputs[i].amount = word;
            pt_moment moment = pt_function_moment(g->world, decide, inputs);
            pt_tree_result found = pt_tree_evaluate(period->tree, &moment, NULL);
            if (!found.failed && !pt_value_equal(found.value, point->result.value))
                point->others[point->other_count++] =
                    (pt_other_count){words->words[word], found.value};
        }
    }
}

static pt_date day_in(pt_value value)
{
    return value.kind == PT_DATE ? (pt_date)value.amount : PT_DATE_NONE;
}

static void add_point(gathering *g, pt_meeting *meeting, uint32_t subject)
{
    pt_meeting_point *point = &meeting->points[meeting->point_count++];
    uint32_t proposal = referred(g, subject, "voorstel");
    *point = (pt_meeting_point){.subject = subject,
                                .proposal = proposal,
                                .name = name_at(g, proposal),
                                .put_forward = day_in(value_of(g, proposal, "voorgelegd_op")),
                                .decision = value_of(g, proposal, "besluit"),
                                .amount = value_of(g, proposal, "omvang"),
                                .voted = pt_is_yes(value_of(g, subject, "gestemd")),
                                .in_favour = value_of(g, subject, "voor"),
                                .against = value_of(g, subject, "tegen"),
                                .abstained = value_of(g, subject, "onthoudingen"),
                                .part = told(g, subject, "rol_van_orgaan"),
                                .majority = told(g, subject, "geldende_meerderheid"),
                                .result = told(g, subject, "uitslag"),
                                .validity = told(g, subject, "geldigheid")};
    point->ballots =
        PT_NEW_ARRAY(g->arena, count_of(g, g->votes, "agendapunt", subject), pt_ballot);
    for (uint32_t i = 0; i < g->world->subject_count; i++) {
        if (is_of(g, i, g->votes, "agendapunt", subject))
            add_ballot(g, point, i);
    }
    if (point->voted)
        count_otherwise(g, point);
}

static bool absence_decides(gathering *g, const pt_meeting *meeting, uint32_t presence)
{
    changed kept;
    bool decides = false;
    if (!change(g, presence, g->presences, "hoe", "afwezig", &kept))
        return false;
    for (size_t i = 0; i < meeting->point_count; i++) {
        const pt_meeting_point *point = &meeting->points[i];
        decides = decides ||
                  (point->voted &&
                   !pt_value_equal(value_of(g, point->subject, "uitslag"), point->result.value));
    }
    change_back(g, &kept);
    return decides;
}

static void add_attendee(gathering *g, pt_meeting *meeting, uint32_t presence)
{
    uint32_t seat = referred(g, presence, "zetel");
    pt_attendee *one = &meeting->attendees[meeting->attendee_count++];
    *one =
        (pt_attendee){.person = seat == PT_NOBODY ? "" : name_at(g, referred(g, seat, "persoon")),
                      .how = value_of(g, presence, "hoe"),
                      .chair = pt_is_yes(value_of(g, seat, "voorzitter")),
                      .member = pt_is_yes(value_of(g, presence, "is_lid"))};
    const pt_choice *words = one->how.kind == PT_CHOICE ? &g->pack->choices[one->how.set] : NULL;
    bool away = words == NULL || strcmp(words->words[one->how.amount], "afwezig") == 0;
    one->decisive = !away && absence_decides(g, meeting, presence);
}

static void fill(gathering *g, pt_meeting *meeting, uint32_t subject)
{
    uint32_t organ = referred(g, subject, "orgaan");
    *meeting = (pt_meeting){.subject = subject,
                            .name = name_at(g, subject),
                            .organ = name_at(g, organ),
                            .organ_kind = value_of(g, organ, "soort"),
                            .day = meeting->day,
                            .settled = meeting->settled,
                            .called = value_of(g, subject, "opgeroepen_op"),
                            .minutes = value_of(g, subject, "minuten"),
                            .second = pt_is_yes(value_of(g, subject, "tweede")),
                            .members = value_of(g, subject, "leden"),
                            .present = value_of(g, subject, "aanwezigen"),
                            .quorum = told(g, subject, "quorum_aanwezig"),
                            .in_time = told(g, subject, "op_tijd_opgeroepen")};
    for (size_t i = 0; i < g->scenario->open_count; i++) {
        const pt_open_meeting *open = &g->scenario->open_meetings[i];
        if (open->meeting == subject) {
            meeting->guests = open->guests;
            meeting->guest_count = open->guest_count;
        }
    }
    meeting->points =
        PT_NEW_ARRAY(g->arena, count_of(g, g->points, "vergadering", subject), pt_meeting_point);
    meeting->attendees =
        PT_NEW_ARRAY(g->arena, count_of(g, g->presences, "vergadering", subject), pt_attendee);
    for (uint32_t i = 0; i < g->world->subject_count; i++) {
        if (is_of(g, i, g->points, "vergadering", subject))
            add_point(g, meeting, i);
    }
    for (uint32_t i = 0; i < g->world->subject_count; i++) {
        if (is_of(g, i, g->presences, "vergadering", subject))
            add_attendee(g, meeting, i);
    }
}

/* --- All of them ------------------------------------------------------------------------------ */

static bool find_kinds(gathering *g)
{
    g->meetings = pt_pack_kind(g->pack, "vergadering");
    g->presences = pt_pack_kind(g->pack, "aanwezigheid");
    g->points = pt_pack_kind(g->pack, "agendapunt");
    g->votes = pt_pack_kind(g->pack, "stem");
    return g->meetings != PT_NO_INDEX && g->presences != PT_NO_INDEX && g->points != PT_NO_INDEX &&
           g->votes != PT_NO_INDEX;
}

/* A vote may be taken on a later day than the meeting. */
static void settle(const gathering *g, uint32_t point, pt_date day, pt_meetings *made)
{
    const pt_scenario_subject *one = &g->scenario->subjects[point];
    uint16_t reference = pt_pack_reference(g->pack, g->points, "vergadering");
    for (size_t i = 0; one->references != NULL && reference != PT_NO_INDEX && i < made->count;
         i++) {
        if (made->items[i].subject == one->references[reference])
            made->items[i].settled = day;
    }
}

static void add_held(const gathering *g, const pt_occurrence *occurrence, pt_date day,
                     pt_meetings *made, size_t *capacity)
{
    const pt_event *event =
        occurrence->event == PT_NO_INDEX ? NULL : &g->pack->events[occurrence->event];
    uint16_t kind = event == NULL ? PT_NO_INDEX : g->pack->blocks[event->block].subject;
    if (kind == g->points && !event->makes)
        settle(g, occurrence->subject, day, made);
    if (kind != g->meetings || !event->makes)
        return;
    made->items = pt_arena_grow(g->arena, made->items, made->count, capacity, sizeof *made->items);
    made->items[made->count++] =
        (pt_meeting){.subject = occurrence->subject, .day = day, .settled = day};
}

static void find_held(const gathering *g, pt_meetings *made)
{
    size_t capacity = 0;
    for (size_t i = 0; i < g->scenario->step_count; i++) {
        const pt_step *step = &g->scenario->steps[i];
        if (step->kind == PT_STEP_OCCURRENCE)
            add_held(g, &step->occurrence, step->day, made, &capacity);
        const pt_branch *branch =
            step->kind == PT_STEP_DECISION ? &step->branches[step->chosen] : NULL;
        for (size_t j = 0; branch != NULL && j < branch->occurrence_count; j++)
            add_held(g, &branch->occurrences[j], step->day, made, &capacity);
    }
}

static void fill_settled(void *context, pt_world *world)
{
    gathering *g = context;
    g->world = world;
    for (size_t i = 0; i < g->made->count; i++) {
        pt_meeting *meeting = &g->made->items[i];
        if (meeting->settled == world->today && world->subjects[meeting->subject].alive)
            fill(g, meeting, meeting->subject);
    }
}

/* Nobody expects anything of a story that is played to see who decided. */
static pt_scenario *without_expectations(pt_arena *arena, const pt_scenario *scenario)
{
    pt_scenario *made = PT_NEW(arena, pt_scenario);
    *made = *scenario;
    made->steps = PT_NEW_ARRAY(arena, scenario->step_count, pt_step);
    made->step_count = 0;
    for (size_t i = 0; i < scenario->step_count; i++) {
        if (scenario->steps[i].kind != PT_STEP_EXPECTATIONS)
            made->steps[made->step_count++] = scenario->steps[i];
    }
    return made;
}

const pt_meetings *pt_meetings_of(pt_arena *arena, const pt_pack *pack, const pt_plan *plan,
                                  const pt_scenario *scenario)
{
    gathering g = {.arena = arena, .pack = pack, .scenario = scenario};
    g.made = PT_NEW(arena, pt_meetings);
    if (!find_kinds(&g))
        return NULL;
    find_held(&g, g.made);
    if (g.made->count == 0)
        return NULL;
    pt_report unheard = pt_report_create(arena);
    pt_replay_options options = {
        .plan = plan, .trees_alone = true, .day_ended = fill_settled, .context = &g};
    pt_replay(arena, pack, without_expectations(arena, scenario), (pt_reading){0}, &unheard,
              &options);
    return g.made;
}

size_t pt_meeting_decisive(pt_arena *arena, pt_world *world, uint32_t point, const char ***people)
{
    gathering g = {.arena = arena, .pack = world->pack, .world = world};
    size_t count = 0;
    if (!find_kinds(&g))
        return 0;
    const char **names =
        PT_NEW_ARRAY(arena, count_of(&g, g.votes, "agendapunt", point), const char *);
    for (uint32_t i = 0; i < world->subject_count; i++) {
        if (!is_of(&g, i, g.votes, "agendapunt", point) || !vote_decides(&g, i, point))
            continue;
        uint32_t presence = referred(&g, i, "aanwezigheid");
        names[count++] = name_at(&g, referred(&g, referred(&g, presence, "zetel"), "persoon"));
    }
    *people = names;
    return count;
}
