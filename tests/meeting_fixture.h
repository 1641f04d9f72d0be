/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Meetings made by hand, for the tests of report/ and of the store: in the first the chair's vote
 * breaks a tie and an interest is kept silent; the second has no quorum, and a point not voted on.
 */
#ifndef PT_TESTS_MEETING_FIXTURE_H
#define PT_TESTS_MEETING_FIXTURE_H

#include "model/meeting.h"
#include "report_fixture.h"

enum {
    ORGAN_WORDS = 1,
    HOW_WORDS,
    VOTE_WORDS,
    INTEREST_WORDS,
    DECISION_WORDS,
    PART_WORDS,
    MAJORITY_WORDS,
    RESULT_WORDS,
    VALIDITY_WORDS,
    MEETING_WORD_SETS
};

static const char *const meeting_words[MEETING_WORD_SETS][4] = {
    {"toegelaten", "geweigerd"},
    {"directie", "bestuur"},
    {"zelf", "bij_volmacht", "afwezig"},
    {"voor", "tegen", "onthouding"},
    {"geen_belang", "gemeld", "ongemeld"},
    {"arrangement_toekennen", "begroting_vaststellen"},
    {"beslist", "adviseert", "geen_bevoegdheid"},
    {"gewone", "twee_derde"},
    {"aangenomen", "verworpen", "niet_gestemd"},
    {"geldig", "vernietigbaar", "nietig", "geen_besluit"}};

static pt_value meeting_word(uint16_t set, int64_t index)
{
    return (pt_value){.kind = PT_CHOICE, .set = set, .amount = index};
}

static pt_value meeting_count(int64_t count)
{
    return pt_value_of(PT_NUMBER, count * PT_NUMBER_SCALE);
}

static pt_attendee meeting_attendees[] = {
    {.person = "ada", .how = {PT_CHOICE, 0, HOW_WORDS, 0}, .chair = true, .member = true},
    {.person = "bas", .how = {PT_CHOICE, 0, HOW_WORDS, 0}, .member = true, .decisive = true},
    {.person = "dua", .how = {PT_CHOICE, 0, HOW_WORDS, 1}, .member = true},
    {.person = "eva", .how = {PT_CHOICE, 0, HOW_WORDS, 2}, .member = true}};

static pt_ballot meeting_ballot(const char *person, int64_t given, int64_t interest)
{
    return (pt_ballot){.person = person,
                       .given = meeting_word(VOTE_WORDS, given),
                       .interest = meeting_word(INTEREST_WORDS, interest),
                       .weight = meeting_count(1),
                       .counts = {pt_yesno(true), "lid, aanwezig", "BW art. 2:38"}};
}

static pt_meeting_point *meeting_first_points(pt_arena *arena)
{
    pt_meeting_point *point = PT_NEW_ARRAY(arena, 1, pt_meeting_point);
    *point = (pt_meeting_point){
        .subject = A1,
        .proposal = A1,
        .name = "arrangement_wilg",
        .put_forward = fixture_day(2026, 6, 1),
        .decision = meeting_word(DECISION_WORDS, 0),
        .amount = pt_value_of(PT_MONEY, 4000050),
        .voted = true,
        .in_favour = meeting_count(1),
        .against = meeting_count(1),
        .abstained = meeting_count(1),
        .part = {meeting_word(PART_WORDS, 0), "mag zelf beslissen", "statuten art. 9"},
        .majority = {meeting_word(MAJORITY_WORDS, 0), "zo beslist dit orgaan", "statuten art. 6"},
        .result = {meeting_word(RESULT_WORDS, 0), "de stem van de voorzitter beslist", "statuten"},
        .validity = {meeting_word(VALIDITY_WORDS, 1), "een belang is niet gemeld", "BW art. 2:15"}};
    point->ballots = PT_NEW_ARRAY(arena, 3, pt_ballot);
    point->ballot_count = 3;
    point->ballots[0] = meeting_ballot("ada", 0, 2);
    point->ballots[0].own_matter = point->ballots[0].chair = point->ballots[0].decisive = true;
    point->ballots[1] = meeting_ballot("bas", 1, 0);
    point->ballots[2] = meeting_ballot("dua", 2, 0);
    point->others = PT_NEW_ARRAY(arena, 1, pt_other_count);
    point->others[0] = (pt_other_count){"twee_derde", meeting_word(RESULT_WORDS, 1)};
    point->other_count = 1;
    return point;
}

static pt_meeting_point *meeting_second_points(pt_arena *arena)
{
    pt_meeting_point *point = PT_NEW_ARRAY(arena, 1, pt_meeting_point);
    *point = (pt_meeting_point){.subject = A1,
                                .proposal = A1,
                                .name = "begroting",
                                .put_forward = PT_DATE_NONE,
                                .decision = meeting_word(DECISION_WORDS, 1),
                                .amount = pt_unknown(),
                                .in_favour = meeting_count(0),
                                .against = meeting_count(0),
                                .abstained = meeting_count(0),
                                .part = {pt_unknown(), NULL, NULL},
                                .majority = {pt_unknown(), NULL, NULL},
                                .result = {meeting_word(RESULT_WORDS, 2), "niet gestemd", NULL},
                                .validity = {meeting_word(VALIDITY_WORDS, 3), NULL, NULL}};
    return point;
}

/* Puts the meetings in the fixture, with the words that they need in its pack. */
static void meeting_fixture_add(report_fixture *one)
{
    pt_choice *sets = PT_NEW_ARRAY(one->arena, MEETING_WORD_SETS, pt_choice);
    for (size_t i = 0; i < MEETING_WORD_SETS; i++) {
        sets[i].words = meeting_words[i];
        while (sets[i].count < 4 && meeting_words[i][sets[i].count] != NULL)
            sets[i].count++;
    }
    one->pack.choices = sets;
    one->pack.choice_count = MEETING_WORD_SETS;
    pt_meetings *made = PT_NEW(one->arena, pt_meetings);
    made->items = PT_NEW_ARRAY(one->arena, 2, pt_meeting);
    made->count = 2;
    made->items[0] = (pt_meeting){.subject = A1,
                                  .name = "v1",
                                  .organ = "ab",
                                  .organ_kind = meeting_word(ORGAN_WORDS, 1),
                                  .day = fixture_day(2026, 6, 15),
                                  .settled = fixture_day(2026, 6, 16),
                                  .called = fixture_date(2026, 6, 8),
                                  .minutes = meeting_count(90),
                                  .members = meeting_count(4),
                                  .present = meeting_count(3),
                                  .quorum = {pt_yesno(true), "3 van 4 leden", "statuten"},
                                  .in_time = {pt_yesno(true), "op tijd", "statuten"},
                                  .attendees = meeting_attendees,
                                  .attendee_count = 4,
                                  .points = meeting_first_points(one->arena),
                                  .point_count = 1};
    made->items[1] = (pt_meeting){.subject = A1,
                                  .name = "v2",
                                  .organ = "ab",
                                  .organ_kind = meeting_word(ORGAN_WORDS, 1),
                                  .day = fixture_day(2026, 7, 15),
                                  .settled = fixture_day(2026, 7, 15),
                                  .called = pt_unknown(),
                                  .second = true,
                                  .minutes = meeting_count(30),
                                  .members = meeting_count(4),
                                  .present = meeting_count(0),
                                  .quorum = {pt_yesno(false), "er is niemand", "statuten"},
                                  .in_time = {pt_unknown(), NULL, NULL},
                                  .points = meeting_second_points(one->arena),
                                  .point_count = 1};
    one->result.meetings = made;
}

#endif
