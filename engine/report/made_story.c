/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/made_story.h"

#include <string.h>

/* What is written of one fact: in every row the same, or a column. */
typedef struct written_fact {
    uint8_t subject;
    uint16_t fact;
    bool varies;
    const char **cells; /* by case */
} written_fact;

typedef struct writing {
    pt_text *out;
    pt_arena *arena;
    const pt_made_story *story;
    const pt_made_case *first;
    written_fact *facts; /* by subject, then fact */
    size_t fact_count;
    size_t fact_capacity;
    const char **days; /* by case */
    bool day_varies;
    bool field_varies[PT_STORY_FIELDS];
} writing;

bool pt_made_story_fits(const pt_made_case *a, const pt_made_case *b)
{
    if (a->subject_count != b->subject_count)
        return false;
    for (uint8_t i = 0; i < a->subject_count; i++)
        if (a->subjects[i].kind != b->subjects[i].kind ||
            memcmp(a->subjects[i].references, b->subjects[i].references, PT_CASE_REFERENCES) != 0)
            return false;
    return true;
}

const char *pt_made_story_subject(pt_arena *arena, const pt_pack *pack, const pt_made_case *made,
                                  uint8_t subject)
{
    unsigned number = 1;
    for (uint8_t i = 0; i < subject; i++)
        number += made->subjects[i].kind == made->subjects[subject].kind;
    return pt_format(arena, "%s%u", pack->kinds[made->subjects[subject].kind].name, number);
}

/* --- What differs ----------------------------------------------------------------------------- */

static const pt_fact *fact_of(const writing *w, uint8_t subject, uint16_t fact)
{
    return &w->story->pack->kinds[w->first->subjects[subject].kind].facts[fact];
}

/* A fact that is not given is unknown, or as it begins. */
static const char *cell_of(const writing *w, size_t number, uint8_t subject, uint16_t fact)
{
    const pt_value *given = pt_case_given(w->story->cases[number], subject, fact);
    const pt_fact *of = fact_of(w, subject, fact);
    pt_value value = given != NULL ? *given : of->has_initial ? of->initial : pt_unknown();
    pt_text cell = pt_text_create(w->arena);
    pt_value_write(&cell, w->story->pack, value);
    return cell.bytes;
}

static bool is_given(const writing *w, uint8_t subject, uint16_t fact)
{
    for (size_t i = 0; i < w->story->case_count; i++)
        if (pt_case_given(w->story->cases[i], subject, fact) != NULL)
            return true;
    return false;
}

static bool all_alike(const char *const *cells, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(cells[0], cells[i]) != 0)
            return false;
    return true;
}

static void add_fact(writing *w, uint8_t subject, uint16_t fact)
{
    size_t count = w->story->case_count;
    w->facts =
        pt_arena_grow(w->arena, w->facts, w->fact_count, &w->fact_capacity, sizeof *w->facts);
    written_fact *made = &w->facts[w->fact_count++];
    *made = (written_fact){.subject = subject, .fact = fact};
    made->cells = PT_NEW_ARRAY(w->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        made->cells[i] = cell_of(w, i, subject, fact);
    made->varies = !all_alike(made->cells, count);
}

static void find_differences(writing *w)
{
    const pt_made_story *story = w->story;
    for (uint8_t s = 0; s < w->first->subject_count; s++)
        for (uint16_t f = 0; f < story->pack->kinds[w->first->subjects[s].kind].fact_count; f++)
            if (is_given(w, s, f))
                add_fact(w, s, f);
    w->days = PT_NEW_ARRAY(w->arena, story->case_count, const char *);
    for (size_t i = 0; i < story->case_count; i++) {
        char day[PT_DATE_TEXT];
        w->days[i] = pt_format(w->arena, "%s", pt_date_format(story->cases[i]->day, day));
        for (size_t k = 0; k < PT_STORY_FIELDS && story->keys[k] != NULL; k++)
            w->field_varies[k] |= strcmp(story->fields[0][k], story->fields[i][k]) != 0;
    }
    w->day_varies = !all_alike(w->days, story->case_count);
}

/* --- Writing ---------------------------------------------------------------------------------- */

static const char *subject_name(const writing *w, uint8_t subject)
{
    return pt_made_story_subject(w->arena, w->story->pack, w->first, subject);
}

static const char *fact_name(const writing *w, const written_fact *fact)
{
    return fact_of(w, fact->subject, fact->fact)->name;
}

/* The name of the fact alone, unless something else is called that too. */
static bool is_alone(const writing *w, const written_fact *fact)
{
    const char *name = fact_name(w, fact);
    bool alone = strcmp(name, "dag") != 0;
    for (size_t k = 0; k < PT_STORY_FIELDS && w->story->keys[k] != NULL; k++)
        alone = alone && strcmp(name, w->story->columns[k]) != 0;
    for (size_t i = 0; i < w->fact_count && alone; i++)
        alone = &w->facts[i] == fact || strcmp(name, fact_name(w, &w->facts[i])) != 0;
    return alone;
}

static const char *column_of(const writing *w, const written_fact *fact)
{
    const char *name = fact_name(w, fact);
    return is_alone(w, fact) ? name
                             : pt_format(w->arena, "%s_%s", subject_name(w, fact->subject), name);
}

static void write_remarks(writing *w)
{
    const char *at = w->story->remarks;
    while (at != NULL && *at != '\0') {
        size_t length = strcspn(at, "\n");
        pt_text_add(w->out, "# ");
        pt_text_add_bytes(w->out, at, length);
        pt_text_add_char(w->out, '\n');
        at += length + (at[length] == '\n');
    }
}

static void write_quoted(pt_text *out, const char *bytes)
{
    pt_text_add_char(out, '"');
    for (; *bytes != '\0'; bytes++) {
        if (*bytes == '"' || *bytes == '\\')
            pt_text_add_char(out, '\\');
        pt_text_add_char(out, *bytes);
    }
    pt_text_add_char(out, '"');
}

static void write_head(writing *w)
{
    const pt_made_story *story = w->story;
    const char *day = w->day_varies ? "{dag}" : w->days[0];
    write_remarks(w);
    pt_text_format(w->out, "scenario: %s\ntitel: ", story->name);
    write_quoted(w->out, story->title);
    pt_text_format(w->out, "\npakket: %s\n", story->pack->name);
    if (story->variant != NULL) {
        bool stacked = strchr(story->variant, ',') != NULL;
        pt_text_format(w->out, "variant: %s%s%s\n", stacked ? "[" : "", story->variant,
                       stacked ? "]" : "");
    }
    pt_text_format(w->out, "van: %s\ntot: %s\n", day, day);
}

static void separate(writing *w, bool *any)
{
    pt_text_add(w->out, *any ? ", " : " ");
    *any = true;
}

static void write_subject(writing *w, uint8_t subject)
{
    const pt_made_subject *of = &w->first->subjects[subject];
    const pt_subject_kind *kind = &w->story->pack->kinds[of->kind];
    bool any = false;
    pt_text_format(w->out, "    %s: {", subject_name(w, subject));
    for (uint16_t r = 0; r < kind->reference_count && r < PT_CASE_REFERENCES; r++) {
        if (of->references[r] == PT_CASE_NOBODY)
            continue;
        separate(w, &any);
        pt_text_format(w->out, "%s: %s", kind->references[r].name,
                       subject_name(w, of->references[r]));
    }
    for (size_t i = 0; i < w->fact_count; i++) {
        const written_fact *fact = &w->facts[i];
        if (fact->subject != subject)
            continue;
        separate(w, &any);
        pt_text_format(w->out, "%s: ", kind->facts[fact->fact].name);
        if (fact->varies)
            pt_text_format(w->out, "{%s}", column_of(w, fact));
        else
            pt_text_add(w->out, fact->cells[0]);
    }
    pt_text_add(w->out, any ? " }\n" : "}\n");
}

/* Kind by kind, in the order in which the case came by them. */
static void write_world(writing *w)
{
    pt_text_add(w->out, "wereld:\n");
    for (uint8_t s = 0; s < w->first->subject_count; s++) {
        uint16_t kind = w->first->subjects[s].kind;
        uint8_t first = 0;
        while (w->first->subjects[first].kind != kind)
            first++;
        if (first != s)
            continue;
        pt_text_format(w->out, "  %s:\n", w->story->pack->kinds[kind].name);
        for (uint8_t i = s; i < w->first->subject_count; i++)
            if (w->first->subjects[i].kind == kind)
                write_subject(w, i);
    }
}

static void write_expectation(writing *w)
{
    const pt_made_story *story = w->story;
    pt_text_format(w->out, "verloop:\n  - op: %s\n", w->day_varies ? "{dag}" : w->days[0]);
    if (!story->judged)
        pt_text_add(w->out, "    nog_niet_beoordeeld: ja\n");
    pt_text_format(w->out, "    verwacht:\n      %s.%s: {", subject_name(w, story->about),
                   story->what);
    for (size_t k = 0; k < PT_STORY_FIELDS && story->keys[k] != NULL; k++) {
        pt_text_format(w->out, "%s %s: ", k == 0 ? "" : ",", story->keys[k]);
        if (w->field_varies[k])
            pt_text_format(w->out, "{%s}", story->columns[k]);
        else
            pt_text_add(w->out, story->fields[0][k]);
    }
    pt_text_add(w->out, " }\n");
}

static void write_columns(writing *w)
{
    bool any = false;
    pt_text_add(w->out, "tabel:\n  kolommen: [");
    if (w->day_varies)
        pt_text_add(w->out, "dag");
    any = w->day_varies;
    for (size_t i = 0; i < w->fact_count; i++) {
        if (!w->facts[i].varies)
            continue;
        pt_text_format(w->out, "%s%s", any ? ", " : "", column_of(w, &w->facts[i]));
        any = true;
    }
    for (size_t k = 0; k < PT_STORY_FIELDS; k++)
        if (w->field_varies[k])
            pt_text_format(w->out, "%s%s", any ? ", " : "", w->story->columns[k]);
    pt_text_add(w->out, "]\n  rijen:\n");
}

static void write_row(writing *w, size_t number)
{
    bool any = w->day_varies;
    pt_text_format(w->out, "    - [%s", w->day_varies ? w->days[number] : "");
    for (size_t i = 0; i < w->fact_count; i++) {
        if (!w->facts[i].varies)
            continue;
        pt_text_format(w->out, "%s%s", any ? ", " : "", w->facts[i].cells[number]);
        any = true;
    }
    for (size_t k = 0; k < PT_STORY_FIELDS; k++)
        if (w->field_varies[k])
            pt_text_format(w->out, "%s%s", any ? ", " : "", w->story->fields[number][k]);
    pt_text_add(w->out, "]\n");
}

void pt_made_story_write(pt_text *out, const pt_made_story *story)
{
    writing w = {.out = out, .arena = out->arena, .story = story, .first = story->cases[0]};
    find_differences(&w);
    write_head(&w);
    write_world(&w);
    write_expectation(&w);
    if (story->case_count < 2)
        return;
    write_columns(&w);
    for (size_t i = 0; i < story->case_count; i++)
        write_row(&w, i);
}
