/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/meeting_json.h"

#include "model/pack.h"
#include "report/outcome_json.h"

typedef struct writer {
    pt_json *json;
    pt_arena *arena;
    const pt_run_result *result;
} writer;

static const char *shown(const writer *to, pt_value value)
{
    pt_text text = pt_text_create(to->arena);
    if (!pt_is_value(value))
        return NULL;
    pt_value_show(&text, to->result->pack, value);
    return text.bytes;
}

/* The word of a choice; null when there is none. */
static void add_word(writer *to, const char *key, pt_value value)
{
    pt_json_text(to->json, key, shown(to, value));
}

static void add_count(writer *to, const char *key, pt_value value)
{
    if (value.kind == PT_NUMBER)
        pt_json_fraction(to->json, key, value.amount, PT_NUMBER_SCALE);
    else
        pt_json_null(to->json, key);
}

static void add_truth(writer *to, const char *key, pt_value value)
{
    if (value.kind == PT_YESNO)
        pt_json_truth(to->json, key, pt_is_yes(value));
    else
        add_word(to, key, value);
}

static void add_told(writer *to, const char *key, const pt_told *told)
{
    pt_json_object(to->json, key);
    add_truth(to, "waarde", told->value);
    pt_json_text(to->json, "reden", told->reason);
    pt_json_text(to->json, "bron", told->source);
    pt_json_close(to->json);
}

static void add_day(writer *to, const char *key, pt_value value)
{
    pt_json_date(to->json, key, value.kind == PT_DATE ? (pt_date)value.amount : PT_DATE_NONE);
}

static void add_attendee(writer *to, const pt_attendee *one)
{
    pt_json_object(to->json, NULL);
    pt_json_text(to->json, "persoon", one->person);
    add_word(to, "hoe", one->how);
    pt_json_truth(to->json, "voorzitter", one->chair);
    pt_json_truth(to->json, "lid", one->member);
    pt_json_truth(to->json, "doorslaggevend", one->decisive);
    pt_json_close(to->json);
}

static void add_ballot(writer *to, const pt_ballot *one)
{
    pt_json_object(to->json, NULL);
    pt_json_text(to->json, "persoon", one->person);
    add_word(to, "gegeven", one->given);
    add_word(to, "belang", one->interest);
    add_count(to, "gewicht", one->weight);
    add_told(to, "telt_mee", &one->counts);
    pt_json_truth(to->json, "eigen_zaak", one->own_matter);
    pt_json_truth(to->json, "voorzitter", one->chair);
    pt_json_truth(to->json, "doorslaggevend", one->decisive);
    pt_json_close(to->json);
}

static void add_ballots(writer *to, const pt_meeting_point *point)
{
    pt_json_list(to->json, "stemmen");
    for (size_t i = 0; i < point->ballot_count; i++)
        add_ballot(to, &point->ballots[i]);
    pt_json_close(to->json);
    pt_json_list(to->json, "doorslaggevend");
    for (size_t i = 0; i < point->ballot_count; i++) {
        if (point->ballots[i].decisive)
            pt_json_text(to->json, NULL, point->ballots[i].person);
    }
    pt_json_close(to->json);
}

static void add_others(writer *to, const pt_meeting_point *point)
{
    pt_json_list(to->json, "anders_geteld");
    for (size_t i = 0; i < point->other_count; i++) {
        pt_json_object(to->json, NULL);
        pt_json_text(to->json, "meerderheid", point->others[i].majority);
        add_word(to, "uitslag", point->others[i].result);
        pt_json_close(to->json);
    }
    pt_json_close(to->json);
}

static void add_days(writer *to, const pt_meeting *meeting, const pt_meeting_point *point)
{
    pt_json_date(to->json, "voorgelegd_op", point->put_forward);
    pt_json_truth(to->json, "gestemd", point->voted);
    if (point->voted && pt_date_valid(point->put_forward))
        pt_json_number(to->json, "dagen_tot_stemming",
                       (int64_t)meeting->settled - point->put_forward);
    else
        pt_json_null(to->json, "dagen_tot_stemming");
}

static void add_point(writer *to, const pt_meeting *meeting, const pt_meeting_point *point)
{
    pt_json_object(to->json, NULL);
    pt_json_text(to->json, "voorstel", point->name);
    add_word(to, "besluit", point->decision);
    pt_outcome_json_value(to->json, to->result, "bedrag", point->amount);
    add_days(to, meeting, point);
    add_count(to, "voor", point->in_favour);
    add_count(to, "tegen", point->against);
    add_count(to, "onthoudingen", point->abstained);
    add_told(to, "rol", &point->part);
    add_told(to, "meerderheid", &point->majority);
    add_told(to, "uitslag", &point->result);
    add_told(to, "geldigheid", &point->validity);
    add_ballots(to, point);
    add_others(to, point);
    pt_json_close(to->json);
}

static void add_head(writer *to, const pt_meeting *meeting)
{
    pt_json_text(to->json, "vergadering", meeting->name);
    pt_json_text(to->json, "orgaan", meeting->organ);
    add_word(to, "soort", meeting->organ_kind);
    pt_json_date(to->json, "dag", meeting->day);
    pt_json_date(to->json, "gestemd_tot", meeting->settled);
    add_day(to, "opgeroepen_op", meeting->called);
    add_count(to, "minuten", meeting->minutes);
    pt_json_truth(to->json, "tweede", meeting->second);
    add_count(to, "leden", meeting->members);
    add_count(to, "aanwezigen", meeting->present);
    add_told(to, "quorum", &meeting->quorum);
    add_told(to, "op_tijd_opgeroepen", &meeting->in_time);
}

static void add_meeting(writer *to, const pt_meeting *meeting)
{
    pt_json_object(to->json, NULL);
    add_head(to, meeting);
    pt_json_list(to->json, "aanwezig");
    for (size_t i = 0; i < meeting->attendee_count; i++)
        add_attendee(to, &meeting->attendees[i]);
    pt_json_close(to->json);
    pt_json_list(to->json, "punten");
    for (size_t i = 0; i < meeting->point_count; i++)
        add_point(to, meeting, &meeting->points[i]);
    pt_json_close(to->json);
    pt_json_close(to->json);
}

void pt_meeting_json(pt_json *json, const pt_run_result *result)
{
    writer to = {json, json->out->arena, result};
    pt_json_list(json, "vergaderingen");
    for (size_t i = 0; result->meetings != NULL && i < result->meetings->count; i++)
        add_meeting(&to, &result->meetings->items[i]);
    pt_json_close(json);
}
