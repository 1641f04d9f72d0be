/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

/* --- Names ------------------------------------------------------------------------------------ */

pt_named *pt_play_named(const pt_play *play, const char *name)
{
    uint32_t place = 0;
    return pt_map_find(&play->index, name, &place) ? &play->names[place] : NULL;
}

static bool is_reserved(const char *name)
{
    static const char *const reserved[] = {"van", "tot", "op",      "onbekend",     "geen",
                                           "ja",  "nee", "gebeurd", "niet_gebeurd", "plichten"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
        if (strcmp(name, reserved[i]) == 0)
            return true;
    }
    return false;
}

static bool add_name(pt_play *play, const pt_yaml_node *node, const char *name, uint32_t subject,
                     pt_date day)
{
    pt_named made = {.name = name, .subject = subject, .day = day, .line = node->at.line};
    pt_named *known = pt_play_named(play, name);
    if (known != NULL && known->branch == NULL)
        return pt_find(play->report, PT_S003, node->at,
                       PT_ARGS(name, pt_format(play->arena, "%u", known->line)), NULL);
    if (known != NULL) {
        *known = made;
        return true;
    }
    play->names = pt_arena_grow(play->arena, play->names, play->name_count, &play->name_capacity,
                                sizeof *play->names);
    pt_map_add(&play->index, name, (uint32_t)play->name_count);
    play->names[play->name_count++] = made;
    return true;
}

bool pt_play_name(pt_play *play, const pt_yaml_node *node, uint32_t subject, pt_date day)
{
    const char *name = NULL;
    if (!pt_typed_name(node, play->report, &name))
        return false;
    if (is_reserved(name))
        return pt_typed_refuse(play->report, PT_S004, node, NULL);
    return add_name(play, node, name, subject, day);
}

bool pt_play_name_made(pt_play *play, const pt_yaml_node *at, const char *name, uint32_t subject)
{
    return add_name(play, at, name, subject, play->today);
}

void pt_play_name_broken(pt_play *play, const pt_yaml_node *node)
{
    if (node->refused || pt_play_named(play, node->text) != NULL ||
        !pt_play_name(play, node, PT_NOBODY_NAMED, play->today))
        return;
    pt_play_named(play, node->text)->broken = true;
}

const char *pt_play_suggest_subject(pt_play *play, const char *word, uint16_t kind)
{
    const char *names[PT_MOST_SUGGESTED];
    size_t count = 0;
    if (!pt_play_suggests(play))
        return NULL;
    for (size_t i = 0; i < play->name_count && count < PT_MOST_SUGGESTED; i++) {
        const pt_named *named = &play->names[i];
        bool there = named->subject != PT_NOBODY_NAMED && named->branch == NULL;
        if (there && (kind == PT_NO_INDEX || play->scenario->subjects[named->subject].kind == kind))
            names[count++] = named->name;
    }
    return pt_suggest(word, names, count);
}

bool pt_play_subject(pt_play *play, const pt_yaml_node *node, uint16_t kind, uint32_t *subject)
{
    const char *name = NULL;
    if (!pt_typed_text(node, play->report, &name))
        return false;
    const pt_named *named = pt_play_named(play, name);
    if (named != NULL && named->broken)
        return false;
    if (named == NULL || named->subject == PT_NOBODY_NAMED)
        return pt_typed_refuse(play->report, PT_S005, node,
                               pt_play_suggest_subject(play, name, kind));
    if (named->branch != NULL)
        return pt_find(play->report, PT_S009, node->at, PT_ARGS(name, named->branch), NULL);
    uint16_t found = play->scenario->subjects[named->subject].kind;
    if (kind != PT_NO_INDEX && found != kind)
        return pt_find(play->report, PT_S006, node->at,
                       PT_ARGS(name, play->pack->kinds[found].name, play->pack->kinds[kind].name),
                       pt_play_suggest_subject(play, name, kind));
    *subject = named->subject;
    return true;
}

bool pt_play_add_subject(pt_play *play, const pt_yaml_node *at, const char *name, uint16_t kind,
                         uint32_t *subject)
{
    pt_scenario *scenario = play->scenario;
    if (scenario->subject_count == PT_LIMIT_SUBJECTS)
        return pt_find(play->report, PT_S019, at->at,
                       PT_ARGS(pt_format(play->arena, "%d", PT_LIMIT_SUBJECTS)), NULL);
    scenario->subjects = pt_arena_grow(play->arena, scenario->subjects, scenario->subject_count,
                                       &play->subject_capacity, sizeof *scenario->subjects);
    if (name == NULL)
        name =
            pt_format(play->arena, "%s %u", play->pack->kinds[kind].name, ++play->nameless[kind]);
    *subject = scenario->subject_count++;
    scenario->subjects[*subject] = (pt_scenario_subject){.name = name, .kind = kind, .at = at->at};
    return true;
}

/* --- What is said of a subject ---------------------------------------------------------------- */

static uint16_t find_ask(const pt_event *event, const char *name)
{
    for (uint16_t i = 0; event != NULL && i < event->ask_count; i++) {
        if (strcmp(event->asks[i].name, name) == 0)
            return i;
    }
    return PT_NO_INDEX;
}

static const char *suggest_detail(pt_play *play, const pt_details *details, const char *word)
{
    if (!pt_play_suggests(play))
        return NULL;
    const pt_subject_kind *kind = &play->pack->kinds[details->kind];
    uint16_t asks = details->event == NULL ? 0 : details->event->ask_count;
    size_t most = details->fixed_count + asks + kind->reference_count + kind->fact_count + 1u;
    const char **names = PT_NEW_ARRAY(play->arena, most, const char *);
    size_t count = 0;
    for (uint16_t i = 0; i < asks; i++)
        names[count++] = details->event->asks[i].name;
    for (uint16_t i = 0; details->references && i < kind->reference_count; i++)
        names[count++] = kind->references[i].name;
    for (uint16_t i = 0; i < kind->fact_count; i++)
        names[count++] = kind->facts[i].name;
    if (details->about)
        names[count++] = kind->name;
    for (size_t i = 0; i < details->fixed_count; i++)
        names[count++] = details->fixed[i].name;
    return pt_suggest(word, names, count);
}

static bool refuse_detail(pt_play *play, const pt_yaml_node *node, const pt_details *details)
{
    const pt_subject_kind *kind = &play->pack->kinds[details->kind];
    const char *key = node->key->text;
    if (node->kind == PT_YAML_SCALAR && node->text[0] == '\0' &&
        key[strspn(key, "0123456789")] == '\0')
        return pt_typed_refuse(play->report, PT_Y047, node->key, NULL);
    if (!details->references && pt_pack_reference(play->pack, details->kind, key) != PT_NO_INDEX)
        return pt_find(play->report, PT_S060, node->key->at, PT_ARGS(key, kind->name), NULL);
    return pt_find(play->report, PT_S002, node->key->at, PT_ARGS(key, kind->name),
                   suggest_detail(play, details, key));
}

static bool read_reference(pt_play *play, const pt_yaml_node *node, uint16_t index,
                           pt_details *details)
{
    const pt_reference *reference = &play->pack->kinds[details->kind].references[index];
    if (strcmp(node->text, "geen") != 0)
        return pt_play_subject(play, node, reference->target, &details->refers_to[index]);
    return reference->optional ||
           pt_find(play->report, PT_S008, node->at,
                   PT_ARGS(play->pack->kinds[details->kind].name, reference->name), NULL);
}

static bool read_assignment(pt_play *play, const pt_yaml_node *node, uint16_t index,
                            const pt_type *type, pt_assignment *assignment)
{
    assignment->fact = index;
    assignment->at = node->at;
    return pt_play_value(play, node, type, &assignment->value);
}

static bool read_detail(pt_play *play, const pt_yaml_node *node, pt_details *details)
{
    const pt_subject_kind *kind = &play->pack->kinds[details->kind];
    const char *key = node->key->text;
    if (details->about && strcmp(key, kind->name) == 0) {
        details->subject = node;
        return true;
    }
    uint16_t index = find_ask(details->event, key);
    if (index != PT_NO_INDEX)
        return read_assignment(play, node, index, &details->event->asks[index].type,
                               &details->asked[details->asked_count++]);
    index = details->references ? pt_pack_reference(play->pack, details->kind, key) : PT_NO_INDEX;
    if (index != PT_NO_INDEX)
        return read_reference(play, node, index, details);
    index = pt_pack_fact(play->pack, details->kind, key);
    if (index == PT_NO_INDEX)
        return refuse_detail(play, node, details);
    pt_type type = kind->facts[index].type;
    type.may_be_unknown = true;
    return read_assignment(play, node, index, &type, &details->facts[details->fact_count++]);
}

static bool check_references(pt_play *play, const pt_yaml_node *block, const pt_details *details)
{
    const pt_subject_kind *kind = &play->pack->kinds[details->kind];
    bool fine = true;
    for (uint16_t i = 0; details->references && i < kind->reference_count; i++) {
        if (!kind->references[i].optional && pt_yaml_get(block, kind->references[i].name) == NULL)
            fine = pt_find(play->report, PT_S007, block->at,
                           PT_ARGS(kind->name, kind->references[i].name), NULL);
    }
    return fine;
}

static bool check_asked(pt_play *play, const pt_yaml_node *block, const pt_details *details)
{
    bool fine = true;
    for (uint16_t i = 0; details->event != NULL && i < details->event->ask_count; i++) {
        const pt_event_ask *ask = &details->event->asks[i];
        if (!ask->type.may_be_unknown && pt_yaml_get(block, ask->name) == NULL)
            fine = pt_find(play->report, PT_S013, block->at, PT_ARGS(ask->name), NULL);
    }
    return fine;
}

static void make_room(pt_play *play, const pt_yaml_node *block, pt_details *details)
{
    const pt_subject_kind *kind = &play->pack->kinds[details->kind];
    if (details->references) {
        details->refers_to = PT_NEW_ARRAY(play->arena, kind->reference_count, uint32_t);
        for (uint16_t i = 0; i < kind->reference_count; i++)
            details->refers_to[i] = UINT32_MAX;
    }
    if (details->event != NULL)
        details->asked = PT_NEW_ARRAY(play->arena, block->count, pt_assignment);
    details->facts = PT_NEW_ARRAY(play->arena, block->count, pt_assignment);
}

bool pt_play_details(pt_play *play, const pt_yaml_node *block, pt_details *details)
{
    make_room(play, block, details);
    bool fine = check_references(play, block, details);
    fine &= check_asked(play, block, details);
    for (const pt_yaml_node *node = block->first; node != NULL; node = node->next) {
        if (node->refused)
            fine = false;
        else if (!pt_key_known(details->fixed, details->fixed_count, node->key->text))
            fine &= pt_typed_shape(node, PT_SHAPE_SCALAR, play->report) &&
                    read_detail(play, node, details);
    }
    return fine;
}

/* --- wereld ----------------------------------------------------------------------------------- */

static bool find_kind(pt_play *play, const pt_yaml_node *key, uint16_t *kind)
{
    *kind = pt_pack_kind(play->pack, key->text);
    if (*kind != PT_NO_INDEX)
        return true;
    const char **names = PT_NEW_ARRAY(play->arena, play->pack->kind_count, const char *);
    for (uint16_t i = 0; i < play->pack->kind_count; i++)
        names[i] = play->pack->kinds[i].name;
    return pt_typed_refuse(play->report, PT_S001, key,
                           pt_suggest(key->text, names, play->pack->kind_count));
}

/* A subject of the world and where it is described. */
typedef struct described {
    const pt_yaml_node *node;
    uint32_t subject;
} described;

static bool declare_subject(pt_play *play, const pt_yaml_node *node, uint16_t kind,
                            described *declared)
{
    const pt_yaml_node *name = node->key;
    declared->node = node;
    if (!pt_typed_shape(node, PT_SHAPE_MAPPING, play->report)) {
        if (name != NULL)
            pt_play_name_broken(play, name);
        return false;
    }
    if (!pt_play_add_subject(play, name == NULL ? node : name, name == NULL ? NULL : name->text,
                             kind, &declared->subject))
        return false;
    play->scenario->subjects[declared->subject].in_world = true;
    return name == NULL || pt_play_name(play, name, declared->subject, PT_DATE_NONE);
}

static void declare_broken(pt_play *play, const pt_yaml_node *group)
{
    if (group->kind != PT_YAML_MAPPING)
        return;
    for (const pt_yaml_node *node = group->first; node != NULL; node = node->next)
        pt_play_name_broken(play, node->key);
}

/* Who there is comes first, so that the order in which they are written does not matter. */
static bool declare_kind(pt_play *play, const pt_yaml_node *group, described *declared,
                         size_t *count)
{
    uint16_t kind = PT_NO_INDEX;
    if (!pt_typed_shape(group, PT_SHAPE_MAPPING | PT_SHAPE_LIST, play->report))
        return false;
    if (!find_kind(play, group->key, &kind)) {
        declare_broken(play, group);
        return false;
    }
    bool fine = true;
    for (const pt_yaml_node *node = group->first; node != NULL; node = node->next) {
        bool known = declare_subject(play, node, kind, &declared[*count]);
        *count += known;
        fine &= known;
    }
    return fine;
}

static bool describe_subject(pt_play *play, const described *declared)
{
    pt_scenario_subject *subject = &play->scenario->subjects[declared->subject];
    pt_details details = {.kind = subject->kind, .references = true};
    bool fine = pt_play_details(play, declared->node, &details);
    subject->references = details.refers_to;
    subject->facts = details.facts;
    subject->fact_count = details.fact_count;
    return fine;
}

bool pt_play_world(pt_play *play)
{
    const pt_yaml_node *world = play->values[PT_STORY_WORLD];
    if (world == NULL)
        return true;
    size_t most = 0;
    for (const pt_yaml_node *group = world->first; group != NULL; group = group->next)
        most += group->count;
    described *declared = PT_NEW_ARRAY(play->arena, most, described);
    size_t count = 0;
    bool fine = true;
    for (const pt_yaml_node *group = world->first; group != NULL; group = group->next)
        fine &= declare_kind(play, group, declared, &count);
    for (size_t i = 0; i < count; i++)
        fine &= describe_subject(play, &declared[i]);
    return fine;
}
