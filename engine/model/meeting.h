/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The meetings of a run, gathered: who was there, what was voted on, what came of it, and whose
 * vote decided. Made by run/voting, shown by report/minutes; all in one arena.
 *
 * What a meeting is made of are subjects of kinds with fixed names: vergadering, aanwezigheid,
 * voorstel, agendapunt, stem, zetel, persoon, orgaan. What is worked out about them are rules and
 * lists of the pack with fixed names; one that a pack lacks gives UNKNOWN.
 */
#ifndef PT_MODEL_MEETING_H
#define PT_MODEL_MEETING_H

#include "model/scenario.h"

/* An outcome with its reason and source (either may be NULL). */
typedef struct pt_told {
    pt_value value;
    const char *reason;
    const char *source;
} pt_told;

typedef struct pt_ballot {
    uint32_t subject; /* the vote */
    const char *person;
    pt_value given;    /* voor, tegen, ... */
    pt_value interest; /* geen_belang, gemeld, ongemeld */
    pt_value weight;   /* rule `gewicht` */
    pt_told counts;    /* rule `telt_mee` */
    bool own_matter;   /* the proposal is about a school of the person's own board */
    bool chair;
    bool decisive; /* without this vote the result would have been another */
} pt_ballot;

/* The result under another majority than the one that held. */
typedef struct pt_other_count {
    const char *majority;
    pt_value result;
} pt_other_count;

typedef struct pt_meeting_point {
    uint32_t subject;
    uint32_t proposal;
    const char *name;
    pt_date put_forward; /* NONE: not known */
    pt_value decision;   /* kind of decision */
    pt_value amount;
    bool voted;
    pt_value in_favour, against, abstained;
    pt_told part;     /* rule `rol_van_orgaan` */
    pt_told majority; /* rule `geldende_meerderheid` */
    pt_told result;   /* rule `uitslag` */
    pt_told validity; /* rule `geldigheid` */
    pt_ballot *ballots;
    size_t ballot_count;
    pt_other_count *others; /* that would have given another result */
    size_t other_count;
} pt_meeting_point;

typedef struct pt_attendee {
    const char *person;
    pt_value how; /* zelf, bij_volmacht, afwezig */
    bool chair;
    bool member;   /* rule `is_lid` */
    bool decisive; /* had this member been away, a result would have been another */
} pt_attendee;

typedef struct pt_meeting {
    uint32_t subject;
    const char *name;
    const char *organ;
    pt_value organ_kind;
    pt_date day;
    pt_date settled; /* the last day on which was voted about a point of it, or `day` */
    pt_value called; /* day of the convocation */
    pt_value minutes;
    bool second;
    pt_value members, present;
    pt_told quorum;
    pt_told in_time;           /* rule `op_tijd_opgeroepen` */
    const char *const *guests; /* there without a seat, so without a vote */
    size_t guest_count;
    pt_attendee *attendees;
    size_t attendee_count;
    pt_meeting_point *points;
    size_t point_count;
} pt_meeting;

typedef struct pt_meetings {
    pt_meeting *items; /* as they were held */
    size_t count;
} pt_meetings;

/* The kinds of which a meeting is made: their events stand in the minutes. */
bool pt_meeting_made_of(const pt_pack *pack, uint16_t kind);

#endif
