/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Meetings: one block of the story stands for many events of the pack. A `vergadering` makes the
 * meeting, the presence of each seat of the organ, and for each point of the agenda a proposal (or
 * one that is there), the point and its votes; a `stemming` makes the votes of a point later on.
 * Whose vote counts, whether there is a quorum and what the result is, is for the rules to say.
 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_convening.h"

/* --- Forms ------------------------------------------------------------------------------------ */

static const char *const vote_words[] = {"voor", "tegen", "onthouding", "bezwaar", "veto"};
enum { VOTE_WORDS = sizeof vote_words / sizeof *vote_words };

static const pt_key vote_keys[VOTE_WORDS] = {
    {"voor", PT_SHAPE_LIST, false, &pt_layout_names, "wie voor stemt"},
    {"tegen", PT_SHAPE_LIST, false, &pt_layout_names, "wie tegen stemt"},
    {"onthouding", PT_SHAPE_LIST, false, &pt_layout_names, "wie zich onthoudt"},
    {"bezwaar", PT_SHAPE_LIST, false, &pt_layout_names,
     "wie een beargumenteerd bezwaar maakt (consent)"},
    {"veto", PT_SHAPE_LIST, false, &pt_layout_names, "wie een veto uitspreekt"},
};
const pt_layout pt_layout_of_votes = {
    .kind = PT_LAYOUT_KEYS, .keys = vote_keys, .count = VOTE_WORDS};

static const char *const interest_words[] = {"gemeld", "ongemeld"};

static const pt_key interest_keys[2] = {
    {"gemeld", PT_SHAPE_LIST, false, &pt_layout_names, "wie een tegenstrijdig belang meldt"},
    {"ongemeld", PT_SHAPE_LIST, false, &pt_layout_names, "wie er een heeft en het niet meldt"},
};
const pt_layout pt_layout_of_interests = {
    .kind = PT_LAYOUT_KEYS, .keys = interest_keys, .count = 2};

const pt_layout pt_layout_of_proxies = {.kind = PT_LAYOUT_NAMED, .each = &pt_layout_name};

enum {
    POINT_NAME,
    POINT_PROPOSAL,
    POINT_DECISION,
    POINT_AMOUNT,
    POINT_PUT_FORWARD,
    POINT_CONCERNS,
    POINT_PLAN,
    POINT_INTERESTS,
    POINT_VOTES,
    POINT_KEYS
};

static const pt_key point_keys[POINT_KEYS] = {
    [POINT_NAME] = {"punt", PT_SHAPE_SCALAR, false, &pt_layout_name, "de naam van het punt"},
    [POINT_PROPOSAL] = {"voorstel", PT_SHAPE_SCALAR, false, &pt_layout_name,
                        "een voorstel dat er al is"},
    [POINT_DECISION] = {"besluit", PT_SHAPE_SCALAR, false, &pt_layout_text, "de soort besluit"},
    [POINT_AMOUNT] = {"bedrag", PT_SHAPE_SCALAR, false, &pt_layout_text,
                      "het bedrag waarover wordt beslist"},
    [POINT_PUT_FORWARD] =
        {"voorgelegd_op", PT_SHAPE_SCALAR, false, &pt_layout_day,
         "de dag waarop het voorstel is voorgelegd; zonder: de dag van de vergadering"},
    [POINT_CONCERNS] = {"betreft", PT_SHAPE_SCALAR, false, &pt_layout_name,
                        "de school waarover het gaat"},
    [POINT_PLAN] = {"plan", PT_SHAPE_SCALAR, false, &pt_layout_name,
                    "het ondersteuningsplan waarover het gaat"},
    [POINT_INTERESTS] = {"belang", PT_SHAPE_MAPPING, false, &pt_layout_of_interests,
                         "wie een tegenstrijdig belang heeft"},
    [POINT_VOTES] = {"stemmen", PT_SHAPE_MAPPING, false, &pt_layout_of_votes, "wie wat stemt"},
};
static const pt_layout point_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = point_keys, .count = POINT_KEYS};
const pt_layout pt_layout_of_agenda = {.kind = PT_LAYOUT_LIST, .each = &point_layout};

/* --- What the pack must know ------------------------------------------------------------------ */

bool pt_convening_need(pt_convening *m, bool there, const char *what)
{
    return there || pt_find(m->play->report, PT_S061, m->node->at, PT_ARGS(what), NULL);
}

static bool find_maker(pt_convening *m, const char *name, pt_maker *found)
{
    const pt_pack *pack = m->play->pack;
    found->kind = pt_pack_kind(pack, name);
    found->event = pt_pack_event(pack, name);
    return pt_convening_need(m,
                             found->kind != PT_NO_INDEX && found->event != PT_NO_INDEX &&
                                 pack->events[found->event].makes &&
                                 pack->blocks[pack->events[found->event].block].subject ==
                                     found->kind,
                             name);
}

static bool find_kinds(pt_convening *m)
{
    const pt_pack *pack = m->play->pack;
    m->organs = pt_pack_kind(pack, "orgaan");
    m->seats = pt_pack_kind(pack, "zetel");
    m->persons = pt_pack_kind(pack, "persoon");
    m->voting = pt_pack_event(pack, "stemming");
    return pt_convening_need(m, m->organs != PT_NO_INDEX, "orgaan") &&
           pt_convening_need(m, m->seats != PT_NO_INDEX, "zetel") &&
           pt_convening_need(m, m->persons != PT_NO_INDEX, "persoon") &&
           pt_convening_need(m, m->voting != PT_NO_INDEX, "stemming") &&
           find_maker(m, "vergadering", &m->meetings) &&
           find_maker(m, "aanwezigheid", &m->presences) &&
           find_maker(m, "voorstel", &m->proposals) && find_maker(m, "agendapunt", &m->points) &&
           find_maker(m, "stem", &m->votes);
}

/* --- Making ----------------------------------------------------------------------------------- */

enum { MOST_FACTS = 8 };

/* A subject that an event of the block makes; references and facts are added to it. */
static pt_scenario_subject *make(pt_convening *m, const pt_yaml_node *at, const pt_maker *of,
                                 const char *name, uint32_t *subject)
{
    pt_play *play = m->play;
    if (!pt_play_count_occurrence(play, at) ||
        !pt_play_add_subject(play, at, name, of->kind, subject))
        return NULL;
    pt_scenario_subject *made = &play->scenario->subjects[*subject];
    const pt_subject_kind *kind = &play->pack->kinds[of->kind];
    made->references = PT_NEW_ARRAY(play->arena, kind->reference_count, uint32_t);
    for (uint16_t i = 0; i < kind->reference_count; i++)
        made->references[i] = UINT32_MAX;
    made->facts = PT_NEW_ARRAY(play->arena, MOST_FACTS, pt_assignment);
    pt_occurrence *occurrence = pt_play_room(play, m->into);
    *occurrence = (pt_occurrence){
        .event = of->event, .subject = *subject, .holds_from = play->today, .at = at->at};
    return made;
}

static void refer(pt_convening *m, pt_scenario_subject *from, const char *reference, uint32_t to)
{
    uint16_t index = pt_pack_reference(m->play->pack, from->kind, reference);
    if (index != PT_NO_INDEX)
        from->references[index] = to;
}

static bool give(pt_convening *m, pt_scenario_subject *subject, const char *fact, pt_value value,
                 pt_position at)
{
    uint16_t index = pt_pack_fact(m->play->pack, subject->kind, fact);
    if (index == PT_NO_INDEX || subject->fact_count == MOST_FACTS)
        return pt_convening_need(m, false, fact);
    subject->facts[subject->fact_count++] = (pt_assignment){index, value, at};
    return true;
}

static bool give_word(pt_convening *m, pt_scenario_subject *subject, const char *fact,
                      const char *word, pt_position at)
{
    uint16_t index = pt_pack_fact(m->play->pack, subject->kind, fact);
    const pt_subject_kind *kind = &m->play->pack->kinds[subject->kind];
    if (index == PT_NO_INDEX || kind->facts[index].type.kind != PT_CHOICE)
        return pt_convening_need(m, false, fact);
    uint16_t set = kind->facts[index].type.set;
    uint16_t at_word = pt_choice_index(&m->play->pack->choices[set], word);
    if (at_word == PT_NO_INDEX)
        return pt_convening_need(m, false, word);
    pt_value value = pt_value_of(PT_CHOICE, at_word);
    value.set = set;
    return give(m, subject, fact, value, at);
}

/* A fact as written; nothing to give is fine. */
static bool give_written(pt_convening *m, pt_scenario_subject *subject, const char *fact,
                         const pt_yaml_node *node)
{
    if (node == NULL)
        return true;
    uint16_t index = pt_pack_fact(m->play->pack, subject->kind, fact);
    if (index == PT_NO_INDEX)
        return pt_convening_need(m, false, fact);
    pt_type type = m->play->pack->kinds[subject->kind].facts[index].type;
    type.may_be_unknown = true;
    pt_value value = pt_unknown();
    return pt_play_value(m->play, node, &type, &value) && give(m, subject, fact, value, node->at);
}

static bool refer_written(pt_convening *m, pt_scenario_subject *subject, const char *reference,
                          const pt_yaml_node *node)
{
    if (node == NULL)
        return true;
    uint16_t index = pt_pack_reference(m->play->pack, subject->kind, reference);
    if (index == PT_NO_INDEX)
        return pt_convening_need(m, false, reference);
    uint16_t target = m->play->pack->kinds[subject->kind].references[index].target;
    return pt_play_subject(m->play, node, target, &subject->references[index]);
}

/* --- Seats ------------------------------------------------------------------------------------ */

uint32_t pt_convening_reference(const pt_convening *m, uint32_t subject, const char *reference)
{
    const pt_scenario_subject *one = &m->play->scenario->subjects[subject];
    uint16_t index = pt_pack_reference(m->play->pack, one->kind, reference);
    return index == PT_NO_INDEX || one->references == NULL ? UINT32_MAX : one->references[index];
}

static bool is_seat(const pt_convening *m, uint32_t subject)
{
    return m->play->scenario->subjects[subject].kind == m->seats &&
           pt_convening_reference(m, subject, "orgaan") == m->organ;
}

static const char *person_of(const pt_convening *m, uint32_t seat)
{
    uint32_t person = pt_convening_reference(m, seat, "persoon");
    return person == UINT32_MAX ? "" : m->play->scenario->subjects[person].name;
}

/* A date that the story gives to a subject; `otherwise` when it gives none. */
static pt_date date_of(const pt_convening *m, uint32_t subject, const char *fact, pt_date otherwise)
{
    const pt_scenario_subject *one = &m->play->scenario->subjects[subject];
    uint16_t index = pt_pack_fact(m->play->pack, one->kind, fact);
    for (size_t i = 0; i < one->fact_count; i++) {
        if (one->facts[i].fact == index && one->facts[i].value.kind == PT_DATE)
            return (pt_date)one->facts[i].value.amount;
    }
    return otherwise;
}

/* Of several terms of one person in one organ: the one that today falls in, or else the first. */
uint32_t pt_convening_seat(const pt_convening *m, const char *person)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < m->play->scenario->subject_count; i++) {
        if (!is_seat(m, i) || strcmp(person_of(m, i), person) != 0)
            continue;
        if (date_of(m, i, "bezet_vanaf", PT_DATE_FIRST) <= m->play->today &&
            m->play->today <= date_of(m, i, "bezet_tot", PT_DATE_LAST))
            return i;
        if (found == UINT32_MAX)
            found = i;
    }
    return found;
}

static const char *suggest_person(const pt_convening *m, const char *word)
{
    const char *names[PT_MOST_SUGGESTED];
    size_t count = 0;
    if (!pt_play_suggests(m->play))
        return NULL;
    for (uint32_t i = 0; i < m->play->scenario->subject_count && count < PT_MOST_SUGGESTED; i++) {
        if (is_seat(m, i))
            names[count++] = person_of(m, i);
    }
    return pt_suggest(word, names, count);
}

/* Who has no seat is at a meeting that is named by its power a guest: UINT32_MAX. */
static bool find_seat(const pt_convening *m, const pt_yaml_node *node, uint32_t *seat)
{
    uint32_t person = 0;
    if (!pt_play_subject(m->play, node, m->persons, &person))
        return false;
    *seat = pt_convening_seat(m, node->text);
    if (*seat != UINT32_MAX || m->power != NULL)
        return true;
    return pt_find(m->play->report, PT_S062, node->at,
                   PT_ARGS(node->text, m->play->scenario->subjects[m->organ].name),
                   suggest_person(m, node->text));
}

/* A branch that is not chosen leaves its names free. */
static bool is_named(const pt_play *play, const char *name)
{
    const pt_named *named = pt_play_named(play, name);
    return named != NULL && named->branch == NULL;
}

/* --- Presence --------------------------------------------------------------------------------- */

typedef struct attendance {
    const pt_yaml_node *present; /* aanwezig */
    const pt_yaml_node *proxies; /* volmacht: who gives, to whom */
} attendance;

/* What is no scalar was refused, and names nobody. */
static const char *name_in(const pt_yaml_node *node)
{
    return node->kind == PT_YAML_SCALAR ? node->text : "";
}

static bool names_seat(const pt_convening *m, const pt_yaml_node *list, uint32_t seat)
{
    for (const pt_yaml_node *node = list == NULL ? NULL : list->first; node != NULL;
         node = node->next) {
        if (strcmp(name_in(node), person_of(m, seat)) == 0)
            return pt_convening_seat(m, node->text) == seat;
    }
    return false;
}

static bool check_attendance(const pt_convening *m, const attendance *who)
{
    bool fine = true;
    uint32_t seat = 0;
    for (const pt_yaml_node *n = who->present == NULL ? NULL : who->present->first; n != NULL;
         n = n->next)
        fine &= find_seat(m, n, &seat);
    for (const pt_yaml_node *n = who->proxies == NULL ? NULL : who->proxies->first; n != NULL;
         n = n->next) {
        if (!find_seat(m, n->key, &seat)) {
            fine = false;
            continue;
        }
        if (seat != UINT32_MAX && names_seat(m, who->present, seat))
            fine = pt_find(m->play->report, PT_S063, n->key->at, PT_ARGS(n->key->text), NULL);
        if (!find_seat(m, n, &seat))
            fine = false;
        else if (seat != UINT32_MAX && !names_seat(m, who->present, seat))
            fine = pt_find(m->play->report, PT_S064, n->at, PT_ARGS(n->text), NULL);
    }
    return fine;
}

static bool is_proxy(const pt_convening *m, const pt_yaml_node *node)
{
    return pt_convening_seat(m, node->key->text) != UINT32_MAX &&
           pt_convening_seat(m, name_in(node)) != UINT32_MAX;
}

/* The proxy that a seat gives, or NULL; `number`: which of those in the same hand it is. */
static const pt_yaml_node *proxy_of(const pt_convening *m, const attendance *who, uint32_t seat,
                                    int64_t *number)
{
    const pt_yaml_node *found = who->proxies == NULL ? NULL : who->proxies->first;
    while (found != NULL && (!is_proxy(m, found) || pt_convening_seat(m, found->key->text) != seat))
        found = found->next;
    *number = found != NULL;
    for (const pt_yaml_node *n = who->proxies == NULL ? NULL : who->proxies->first;
         found != NULL && n != found; n = n->next)
        *number += is_proxy(m, n) &&
                   pt_convening_seat(m, name_in(n)) == pt_convening_seat(m, name_in(found));
    return found;
}

static int64_t carries(const pt_convening *m, const attendance *who, uint32_t seat)
{
    int64_t count = 0;
    for (const pt_yaml_node *n = who->proxies == NULL ? NULL : who->proxies->first; n != NULL;
         n = n->next)
        count += is_proxy(m, n) && pt_convening_seat(m, name_in(n)) == seat;
    return count;
}

/* A pack may do without this fact. */
static bool give_number(pt_convening *m, pt_scenario_subject *subject, const char *fact,
                        int64_t number)
{
    if (number == 0 || pt_pack_fact(m->play->pack, subject->kind, fact) == PT_NO_INDEX)
        return true;
    return give(m, subject, fact, pt_value_of(PT_NUMBER, number * PT_NUMBER_SCALE), m->node->at);
}

static bool add_presence(pt_convening *m, const attendance *who, uint32_t seat)
{
    bool present = names_seat(m, who->present, seat);
    int64_t number = 0, carried = carries(m, who, seat) * PT_NUMBER_SCALE;
    const pt_yaml_node *proxy = present ? NULL : proxy_of(m, who, seat, &number);
    const char *how = present ? "zelf" : proxy != NULL ? "bij_volmacht" : "afwezig";
    uint32_t subject = 0;
    const char *name = pt_format(m->play->arena, "%s.%s", m->name, person_of(m, seat));
    pt_scenario_subject *made = make(m, m->node, &m->presences, name, &subject);
    if (made == NULL)
        return false;
    if (!is_named(m->play, name) && !pt_play_name_made(m->play, m->node, name, subject))
        return false;
    refer(m, made, "vergadering", m->subject);
    refer(m, made, "zetel", seat);
    if (proxy != NULL)
        refer(m, made, "gemachtigde", pt_convening_seat(m, proxy->text));
    return give_word(m, made, "hoe", how, m->node->at) &&
           give_number(m, made, "volmacht_nummer", number) &&
           give(m, made, "draagt_voor", pt_value_of(PT_NUMBER, carried), m->node->at);
}

/* --- Votes ------------------------------------------------------------------------------------ */

static uint32_t presence_of(const pt_convening *m, uint32_t seat)
{
    for (uint32_t i = m->play->scenario->subject_count; i-- > 0;) {
        if (m->play->scenario->subjects[i].kind == m->presences.kind &&
            pt_convening_reference(m, i, "zetel") == seat &&
            pt_convening_reference(m, i, "vergadering") == m->subject)
            return i;
    }
    return UINT32_MAX;
}

static const char *interest_of(const pt_yaml_node *interests, const char *person)
{
    for (int i = 0; interests != NULL && i < 2; i++) {
        const pt_yaml_node *list = pt_yaml_get(interests, interest_words[i]);
        for (const pt_yaml_node *n = list == NULL ? NULL : list->first; n != NULL; n = n->next) {
            if (strcmp(n->text, person) == 0)
                return interest_words[i];
        }
    }
    return "geen_belang";
}

/* Is the proposal about a school of the board that the person works for? */
static bool own_matter(const pt_convening *m, uint32_t proposal, uint32_t seat)
{
    uint32_t school = pt_convening_reference(m, proposal, "school");
    uint32_t person = pt_convening_reference(m, seat, "persoon");
    if (school == UINT32_MAX || person == UINT32_MAX)
        return false;
    uint32_t board = pt_convening_reference(m, school, "bestuur");
    return board != UINT32_MAX && board == pt_convening_reference(m, person, "bestuur");
}

static bool add_vote(pt_convening *m, uint32_t point, const pt_yaml_node *voter, const char *word,
                     const pt_yaml_node *interests)
{
    uint32_t seat = 0, subject = 0;
    if (!find_seat(m, voter, &seat))
        return false;
    if (seat == UINT32_MAX)
        return true;
    const char *name =
        pt_format(m->play->arena, "%s.%s", m->play->scenario->subjects[point].name, voter->text);
    if (is_named(m->play, name))
        return pt_find(m->play->report, PT_S065, voter->at, PT_ARGS(voter->text), NULL);
    pt_scenario_subject *made = make(m, voter, &m->votes, name, &subject);
    if (made == NULL)
        return false;
    pt_play_name_made(m->play, voter, name, subject);
    refer(m, made, "agendapunt", point);
    refer(m, made, "aanwezigheid", presence_of(m, seat));
    bool own = own_matter(m, pt_convening_reference(m, point, "voorstel"), seat);
    return give_word(m, made, "gegeven", word, voter->at) &&
           give_word(m, made, "belang", interest_of(interests, voter->text), voter->at) &&
           give(m, made, "eigen_zaak", pt_yesno(own), voter->at);
}

static bool check_interests(const pt_convening *m, const pt_yaml_node *interests)
{
    pt_yaml_node *values[2];
    uint32_t seat = 0;
    if (interests == NULL)
        return true;
    bool fine = pt_typed_mapping(interests, interest_keys, 2, false, m->play->report, values);
    for (int i = 0; i < 2; i++) {
        for (const pt_yaml_node *n = values[i] == NULL ? NULL : values[i]->first; n != NULL;
             n = n->next)
            fine &= find_seat(m, n, &seat);
    }
    return fine;
}

static bool add_votes(pt_convening *m, uint32_t point, const pt_yaml_node *votes,
                      const pt_yaml_node *interests)
{
    pt_yaml_node *values[VOTE_WORDS];
    if (!check_interests(m, interests) ||
        !pt_typed_mapping(votes, vote_keys, VOTE_WORDS, false, m->play->report, values))
        return false;
    bool fine = true;
    for (int i = 0; i < VOTE_WORDS; i++) {
        for (const pt_yaml_node *n = values[i] == NULL ? NULL : values[i]->first; n != NULL;
             n = n->next)
            fine &= add_vote(m, point, n, vote_words[i], interests);
    }
    if (!fine || !pt_play_count_occurrence(m->play, votes))
        return false;
    *pt_play_room(m->play, m->into) = (pt_occurrence){
        .event = m->voting, .subject = point, .holds_from = m->play->today, .at = votes->at};
    return true;
}

/* --- The agenda ------------------------------------------------------------------------------- */

static bool put_forward(pt_convening *m, const pt_yaml_node *at, pt_yaml_node *const *values,
                        uint32_t *proposal)
{
    const pt_yaml_node *name = values[POINT_NAME];
    if (name == NULL || values[POINT_DECISION] == NULL)
        return pt_find(m->play->report, PT_S066, at->at, NULL, NULL);
    pt_scenario_subject *made = make(m, at, &m->proposals, name->text, proposal);
    if (made == NULL || !pt_play_name(m->play, name, *proposal, m->play->today))
        return false;
    refer(m, made, "samenwerkingsverband",
          pt_convening_reference(m, m->organ, "samenwerkingsverband"));
    return refer_written(m, made, "school", values[POINT_CONCERNS]) &&
           refer_written(m, made, "plan", values[POINT_PLAN]) &&
           give_written(m, made, "besluit", values[POINT_DECISION]) &&
           give_written(m, made, "omvang", values[POINT_AMOUNT]) &&
           give_written(m, made, "voorgelegd_op", values[POINT_PUT_FORWARD]);
}

static bool find_proposal(pt_convening *m, const pt_yaml_node *at, pt_yaml_node *const *values,
                          uint32_t *proposal)
{
    static const int own[] = {POINT_DECISION, POINT_AMOUNT, POINT_PUT_FORWARD, POINT_CONCERNS,
                              POINT_PLAN};
    if (values[POINT_PROPOSAL] == NULL)
        return put_forward(m, at, values, proposal);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (values[own[i]] != NULL)
            return pt_find(m->play->report, PT_S067, values[own[i]]->key->at,
                           PT_ARGS(point_keys[own[i]].name), NULL);
    }
    return pt_play_subject(m->play, values[POINT_PROPOSAL], m->proposals.kind, proposal);
}

static bool add_point(pt_convening *m, const pt_yaml_node *node)
{
    pt_yaml_node *values[POINT_KEYS];
    uint32_t proposal = 0, point = 0;
    if (!pt_typed_mapping(node, point_keys, POINT_KEYS, false, m->play->report, values) ||
        !find_proposal(m, node, values, &proposal))
        return false;
    const pt_yaml_node *named =
        values[POINT_NAME] != NULL ? values[POINT_NAME] : values[POINT_PROPOSAL];
    const char *name = pt_format(m->play->arena, "%s.%s", m->name, named->text);
    pt_scenario_subject *made = make(m, node, &m->points, name, &point);
    if (made == NULL || !pt_play_name_made(m->play, named, name, point))
        return false;
    refer(m, made, "vergadering", m->subject);
    refer(m, made, "voorstel", proposal);
    if (values[POINT_VOTES] == NULL)
        return check_interests(m, values[POINT_INTERESTS]);
    return add_votes(m, point, values[POINT_VOTES], values[POINT_INTERESTS]);
}

/* --- The blocks ------------------------------------------------------------------------------- */

static bool add_meeting(pt_convening *m, const pt_story_block *block)
{
    const pt_yaml_node *name = block->values[PT_KEY_AS];
    if (name == NULL)
        return pt_find(m->play->report, PT_S068, block->node->at, NULL, NULL);
    m->name = name->text;
    pt_scenario_subject *made = make(m, block->node, &m->meetings, name->text, &m->subject);
    if (made == NULL || !pt_play_name(m->play, name, m->subject, m->play->today))
        return false;
    refer(m, made, "orgaan", m->organ);
    return give_written(m, made, "opgeroepen_op", block->values[PT_KEY_CALLED]) &&
           give_written(m, made, "tweede", block->values[PT_KEY_SECOND]) &&
           give_written(m, made, "minuten", block->values[PT_KEY_MINUTES]);
}

static bool add_presences(pt_convening *m, const attendance *who)
{
    uint32_t count = m->play->scenario->subject_count;
    bool fine = true, seated = false;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_seat(m, i))
            continue;
        seated = true;
        fine &= add_presence(m, who, i);
    }
    if (!seated)
        return pt_find(m->play->report, PT_S069, m->node->at,
                       PT_ARGS(m->play->scenario->subjects[m->organ].name), NULL);
    return fine;
}

/* --- Whole blocks ----------------------------------------------------------------------------- */

/* A point that went wrong is not reported again by all who mention it. False, always. */
static bool break_point(pt_convening *m, const pt_yaml_node *node)
{
    const pt_yaml_node *named = pt_yaml_get(node, "punt");
    if (named == NULL)
        named = pt_yaml_get(node, "voorstel");
    if (named == NULL || named->kind != PT_YAML_SCALAR)
        return false;
    pt_play_name_broken(m->play, named);
    const char *name = pt_format(m->play->arena, "%s.%s", m->name, named->text);
    if (pt_play_named(m->play, name) == NULL &&
        pt_play_name_made(m->play, named, name, PT_NOBODY_NAMED))
        pt_play_named(m->play, name)->broken = true;
    return false;
}

bool pt_play_meeting(pt_play *play, const pt_story_block *block, pt_occurrences *into)
{
    pt_convening m = {.play = play, .node = block->node, .into = into};
    attendance who = {block->values[PT_KEY_PRESENT], block->values[PT_KEY_PROXIES]};
    if (!find_kinds(&m) || !pt_convening_organ(&m, block))
        return false;
    if (m.organ == UINT32_MAX)
        return true;
    /* What is wrong with who was there does not hide what is wrong with the agenda. */
    bool fine = check_attendance(&m, &who);
    if (!add_meeting(&m, block))
        return false;
    fine &= add_presences(&m, &who);
    if (fine && m.power != NULL)
        pt_convening_open(&m, who.present);
    const pt_yaml_node *agenda = block->values[PT_KEY_AGENDA];
    for (const pt_yaml_node *n = agenda == NULL ? NULL : agenda->first; n != NULL; n = n->next)
        fine &= add_point(&m, n) || break_point(&m, n);
    return fine;
}

bool pt_play_vote(pt_play *play, const pt_story_block *block, pt_occurrences *into)
{
    pt_convening m = {.play = play, .node = block->node, .into = into};
    uint32_t point = 0;
    if (!find_kinds(&m) ||
        !pt_play_subject(play, block->values[PT_KEY_VOTE], m.points.kind, &point))
        return false;
    if (block->values[PT_KEY_VOTES] == NULL)
        return pt_find(play->report, PT_Y031, block->node->at, PT_ARGS("stemmen"), NULL);
    m.subject = pt_convening_reference(&m, point, "vergadering");
    m.organ = pt_convening_reference(&m, m.subject, "orgaan");
    m.power = pt_convening_power(play->scenario, m.subject);
    m.name = play->scenario->subjects[m.subject].name;
    return add_votes(&m, point, block->values[PT_KEY_VOTES], block->values[PT_KEY_INTERESTS]);
}
