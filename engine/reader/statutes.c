/* SPDX-License-Identifier: EUPL-1.2 */
/* Gathers the rows of the statutes, level by level: the pack, then each variant on top of it. */
#include "reader/statutes.h"

#include <stdlib.h>
#include <string.h>

#include "reader/statute_rows.h"

typedef struct statutes {
    pt_arena *arena;
    pt_pack *pack;
    pt_draft draft; /* for the reading of fields alone: it has no pack */
    const pt_rule_text *texts;
    pt_rule_file *const *files;
    size_t count;
    pt_statute_words organs;    /* words of orgaan.soort */
    pt_statute_words decisions; /* words of voorstel.besluit */
    pt_statute_days days;
    pt_statute_row *rows; /* of the levels so far */
    size_t row_count, row_capacity;
    size_t power_capacity, bylaw_capacity;
    const char **listed; /* organs that have their list of seats */
    size_t listed_count, listed_capacity;
} statutes;

static const char *const block_words[] = {"orgaan", "bevoegdheid"};

static int statute_kind(const pt_declaration *declaration)
{
    for (int i = 0; declaration->word != NULL && i < PT_STATUTE_KINDS; i++) {
        if (strcmp(declaration->word, block_words[i]) == 0)
            return i;
    }
    return -1;
}

/* --- Words of the pack ------------------------------------------------------------------------ */

static const pt_syntax *field_of(const pt_syntax *table, const char *name)
{
    for (size_t i = 0; table != NULL && table->kind == PT_SYNTAX_TABLE && i < table->count; i++) {
        const pt_syntax *key = table->items[i]->items[0];
        if (key != NULL && pt_text_equal(key->text, name))
            return table->items[i]->items[1];
    }
    return NULL;
}

/* What the pack says of a fact of a kind, or NULL. */
static const pt_syntax *fact_of(const statutes *s, const char *kind, const char *fact)
{
    for (size_t i = 0; i < s->count; i++) {
        for (size_t j = 0; j < s->files[i]->count; j++) {
            const pt_declaration *each = &s->files[i]->declarations[j];
            if (pt_text_equal(each->word, "onderwerp") && pt_text_equal(each->name, kind))
                return field_of(field_of(each->value, "gegevens"), fact);
        }
    }
    return NULL;
}

static const char *day_of(const statutes *s, const char *kind, const char *fact)
{
    return fact_of(s, kind, fact) == NULL ? NULL : fact;
}

/* The words of `fact`, a choice of `kind`; none when the pack has no such choice. */
static pt_statute_words words_of(const statutes *s, const char *kind, const char *fact)
{
    pt_statute_words found = {0};
    const pt_syntax *value = fact_of(s, kind, fact);
    const pt_syntax *table = value == NULL ? NULL : pt_word_call(value, "keuze");
    if (table == NULL || table->kind != PT_SYNTAX_TABLE)
        return found;
    const char **words = PT_NEW_ARRAY(s->arena, table->count + 1, const char *);
    const pt_syntax *word = NULL;
    for (size_t i = 1; (word = pt_positional(table, i)) != NULL; i++)
        words[found.count++] = word->text == NULL ? "" : word->text;
    found.words = words;
    return found;
}

static bool is_among(const pt_statute_words *set, const char *word)
{
    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->words[i], word) == 0)
            return true;
    }
    return false;
}

/* --- Rows ------------------------------------------------------------------------------------- */

static const pt_statute_row *row_named(const statutes *s, int kind, const char *name, size_t from)
{
    for (size_t i = from; i < s->row_count; i++) {
        if (s->rows[i].kind == kind && strcmp(s->rows[i].name, name) == 0)
            return &s->rows[i];
    }
    return NULL;
}

static void replace(statutes *s, int kind, const char *name, size_t before)
{
    for (size_t i = 0; i < before; i++) {
        if (s->rows[i].kind == kind && strcmp(s->rows[i].name, name) == 0)
            s->rows[i].until = PT_DATE_NONE;
    }
}

static bool check_name(statutes *s, int kind, const pt_declaration *declaration)
{
    static const char *const homes[][2] = {{"orgaan", "soort"}, {"voorstel", "besluit"}};
    const pt_statute_words *known = kind == PT_STATUTE_ORGAN ? &s->organs : &s->decisions;
    if (known->count == 0)
        return pt_find(s->draft.report, PT_R070, declaration->at,
                       PT_ARGS(declaration->word, homes[kind][0], homes[kind][1]), NULL);
    if (!is_among(known, declaration->name))
        return pt_find(s->draft.report, PT_R071, declaration->name_at,
                       PT_ARGS(declaration->name, homes[kind][0], homes[kind][1]),
                       pt_suggest(declaration->name, known->words, known->count));
    return true;
}

static void read_period(pt_statute_row *row)
{
    const pt_syntax *valid = pt_field(&row->fields, "geldig");
    row->from = PT_DATE_NONE;
    row->until = PT_DATE_FOREVER;
    if (valid == NULL)
        return;
    pt_fields period = PT_FIELDS(row->fields.draft, valid, "geldig", "vanaf", "tot");
    row->from = pt_field_date(&period, "vanaf", PT_DATE_NONE);
    row->until = pt_field_date(&period, "tot", PT_DATE_FOREVER);
}

static pt_fields fields_of(statutes *s, int kind, const pt_declaration *declaration)
{
    const char *what = pt_format(s->arena, "%s '%s'", declaration->word, declaration->name);
    if (kind == PT_STATUTE_ORGAN)
        return PT_FIELDS(&s->draft, declaration->value, what, "titel", "toelichting", "bron",
                         "status", "geldig", "rol", "zetels", "quorum", "meerderheid", "grondslag",
                         "stakende_stemmen", "stemgewicht", "veto", "voordracht", "volmachten",
                         "tweede_vergadering", "oproeptermijn", "onverenigbaar", "vervalt");
    return PT_FIELDS(&s->draft, declaration->value, what, "titel", "toelichting", "bron", "status",
                     "geldig", "voorbereiding", "beslist", "mandaat_tot", "anders",
                     "instemming_van", "advies_van", "overleg_met", "goedkeuring_van",
                     "meerderheid", "binnen", "gevolg", "vervalt");
}

static const char *word_of(const pt_fields *fields, const char *name)
{
    const pt_syntax *value = pt_field(fields, name);
    return value == NULL ? NULL : value->text;
}

static int64_t mandate_of(statutes *s, const pt_fields *fields)
{
    const pt_syntax *mandate = pt_field(fields, "mandaat_tot");
    pt_type money = {.kind = PT_MONEY};
    pt_value amount = pt_unknown();
    return mandate != NULL && pt_constant_of(&s->draft, mandate, &money, &amount) ? amount.amount
                                                                                  : 0;
}

/* The place of a variant over the pack, and the last day on which it holds. */
static uint16_t layer_of(const statutes *s, const pt_rule_text *text, pt_date *until)
{
    for (uint16_t i = 0; text->variant != NULL && i < s->pack->layer_count; i++) {
        if (strcmp(s->pack->layers[i].name, text->variant) == 0) {
            *until = s->pack->layers[i].until;
            return (uint16_t)(i + 1);
        }
    }
    *until = PT_DATE_FOREVER;
    return text->variant != NULL;
}

static void add_power(statutes *s, const pt_statute_row *row, const pt_rule_text *text)
{
    pt_date until = PT_DATE_FOREVER;
    pt_power made = {.decision = row->name, .from = row->from};
    for (int i = 0; i < PT_SAYS; i++)
        made.organ[i] = word_of(&row->fields, pt_say_words[i]);
    made.above = word_of(&row->fields, "anders");
    made.mandate = mandate_of(s, &row->fields);
    made.layer = layer_of(s, text, &until);
    made.until = row->until < until ? row->until : until;
    s->pack->powers = pt_arena_grow(s->arena, s->pack->powers, s->pack->power_count,
                                    &s->power_capacity, sizeof *s->pack->powers);
    s->pack->powers[s->pack->power_count++] = made;
}

static void add_bylaw(statutes *s, const pt_statute_row *row, const pt_declaration *declaration,
                      const pt_rule_text *text)
{
    pt_date until = PT_DATE_FOREVER;
    uint16_t layer = layer_of(s, text, &until);
    if (layer == 0)
        return;
    s->pack->bylaws = pt_arena_grow(s->arena, s->pack->bylaws, s->pack->bylaw_count,
                                    &s->bylaw_capacity, sizeof *s->pack->bylaws);
    s->pack->bylaws[s->pack->bylaw_count++] =
        (pt_bylaw){.word = declaration->word,
                   .name = row->name,
                   .layer = layer,
                   .from = row->from,
                   .until = row->until < until ? row->until : until,
                   .at = declaration->name_at};
}

static void read_row(statutes *s, int kind, const pt_declaration *declaration, size_t level_start,
                     const pt_rule_text *text)
{
    if (!check_name(s, kind, declaration))
        return;
    pt_statute_row row = {.kind = (uint8_t)kind, .name = declaration->name};
    row.fields = fields_of(s, kind, declaration);
    row.source = pt_field_text_needed(&row.fields, "bron");
    row.status = pt_field_text(&row.fields, "status");
    read_period(&row);
    if (text->variant != NULL && row.from < text->from)
        row.from = text->from;
    const pt_statute_row *other = row_named(s, kind, row.name, level_start);
    char day[PT_DATE_TEXT];
    if (other != NULL && other->from <= row.until && row.from <= other->until)
        pt_find(s->draft.report, PT_R012, declaration->name_at,
                PT_ARGS(row.name, pt_date_format(row.from, day)), NULL);
    replace(s, kind, row.name, level_start);
    bool gone = pt_field_flag(&row.fields, "vervalt", false);
    if (!gone)
        pt_statute_check(&row, &s->organs);
    add_bylaw(s, &row, declaration, text);
    if (kind == PT_STATUTE_POWER)
        add_power(s, &row, text);
    if (gone)
        return;
    s->rows = pt_arena_grow(s->arena, s->rows, s->row_count, &s->row_capacity, sizeof row);
    s->rows[s->row_count++] = row;
}

/* Reads the rows that the texts of one level bring; which kinds did, by bit. */
static unsigned read_level(statutes *s, size_t first, size_t last)
{
    unsigned brought = 0;
    size_t start = s->row_count;
    for (size_t i = first; i < last; i++) {
        for (size_t j = 0; j < s->files[i]->count; j++) {
            const pt_declaration *each = &s->files[i]->declarations[j];
            int kind = statute_kind(each);
            if (kind < 0)
                continue;
            read_row(s, kind, each, start, &s->texts[i]);
            brought |= 1u << kind;
        }
    }
    return brought;
}

/* --- Periods ---------------------------------------------------------------------------------- */

static int compare_dates(const void *a, const void *b)
{
    pt_date left = *(const pt_date *)a, right = *(const pt_date *)b;
    return (left > right) - (left < right);
}

/* The days from `start` on on which the rows of a kind change, in order. */
static size_t borders(const statutes *s, int kind, pt_date start, pt_date *days)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < s->row_count; i++) {
        const pt_statute_row *row = &s->rows[i];
        if (row->kind != kind || row->until < row->from || row->until < start)
            continue;
        days[count++] = row->from > start ? row->from : start;
        if (row->until != PT_DATE_FOREVER)
            days[count++] = row->until + 1;
    }
    if (count > 0)
        qsort(days, count, sizeof *days, compare_dates);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || days[kept - 1] != days[i])
            days[kept++] = days[i];
    }
    return kept;
}

static void write_kind(statutes *s, pt_text *out, int kind, pt_date start)
{
    pt_date *days = PT_NEW_ARRAY(s->arena, 2 * s->row_count + 1, pt_date);
    size_t count = borders(s, kind, start, days);
    for (size_t i = 0; i < count; i++) {
        const pt_statute_row **rows = PT_NEW_ARRAY(s->arena, s->row_count, const pt_statute_row *);
        pt_statute_period period = {rows, 0, days[i],
                                    i + 1 < count ? days[i + 1] - 1 : PT_DATE_FOREVER, &s->days};
        for (size_t j = 0; j < s->row_count; j++) {
            const pt_statute_row *row = &s->rows[j];
            if (row->kind == kind && row->from <= days[i] && row->until >= days[i])
                rows[period.count++] = row;
        }
        if (period.count > 0 && kind == PT_STATUTE_ORGAN)
            pt_statute_organ_rules(out, &period);
        else if (period.count > 0)
            pt_statute_power_rules(out, &period, &s->organs);
    }
}

static bool has_list(const statutes *s, const char *organ)
{
    for (size_t i = 0; i < s->listed_count; i++) {
        if (strcmp(s->listed[i], organ) == 0)
            return true;
    }
    return false;
}

/* Lists can't be replaced: each is written once, on the level that first needs it. */
static void write_lists(statutes *s, pt_text *out)
{
    for (size_t i = 0; i < s->row_count; i++) {
        const pt_syntax *others = s->rows[i].kind == PT_STATUTE_ORGAN
                                      ? pt_field(&s->rows[i].fields, "onverenigbaar")
                                      : NULL;
        const pt_syntax *organ = NULL;
        if (others == NULL || others->kind != PT_SYNTAX_TABLE)
            continue;
        for (size_t j = 0; (organ = pt_positional(others, j)) != NULL; j++) {
            if (organ->text == NULL || has_list(s, organ->text))
                continue;
            pt_statute_seat_list(out, organ->text);
            s->listed = pt_arena_grow(s->arena, s->listed, s->listed_count, &s->listed_capacity,
                                      sizeof *s->listed);
            s->listed[s->listed_count++] = organ->text;
        }
    }
}

/* The first row of the same name that begins after this one ends. */
/* A row that a variant took the place of from its first day on. */
static bool is_gone(const pt_statute_row *row)
{
    return row->until < row->from || row->until == PT_DATE_NONE;
}

static const pt_statute_row *next_row(const statutes *s, const pt_statute_row *row)
{
    const pt_statute_row *next = NULL;
    for (size_t i = 0; i < s->row_count; i++) {
        const pt_statute_row *other = &s->rows[i];
        if (other == row || is_gone(other) || other->kind != row->kind ||
            other->until <= row->until || !pt_text_equal(other->name, row->name))
            continue;
        if (next == NULL || other->from < next->from)
            next = other;
    }
    return next;
}

/* Between two blocks of one name no law holds: when that is short, it is an oversight. */
static void find_gaps(statutes *s)
{
    enum { LONGEST_GAP = 92 };
    for (size_t i = 0; i < s->row_count; i++) {
        const pt_statute_row *row = &s->rows[i], *next = next_row(s, row);
        if (is_gone(row) || next == NULL || next->from <= row->until + 1 ||
            next->from - row->until - 1 > LONGEST_GAP)
            continue;
        char from[PT_DATE_TEXT], until[PT_DATE_TEXT];
        pt_find(
            s->draft.report, PT_C011, next->fields.table->at,
            PT_ARGS(row->name, pt_date_format(row->until, until), pt_date_format(next->from, from)),
            NULL);
    }
}

/* --- Levels ----------------------------------------------------------------------------------- */

static pt_rule_text finish(statutes *s, pt_text *out, const pt_rule_text *of)
{
    pt_source *source = PT_NEW(s->arena, pt_source);
    const char *file = of->source->path, *slash = strrchr(file, '/');
    int folder = slash == NULL ? 0 : (int)(slash - file) + 1;
    *source = (pt_source){pt_format(s->arena, "%.*s(statuten).lua", folder, file), out->bytes,
                          out->length};
    return (pt_rule_text){source, of->variant, of->from};
}

static void write_level(statutes *s, size_t first, size_t last, pt_rule_text *made, size_t *count)
{
    unsigned brought = read_level(s, first, last);
    if (brought == 0 || s->draft.report->errors > 0)
        return;
    find_gaps(s);
    pt_text out = pt_text_create(s->arena);
    pt_date start = s->texts[first].variant == NULL ? PT_DATE_NONE : s->texts[first].from;
    write_lists(s, &out);
    for (int kind = 0; kind < PT_STATUTE_KINDS; kind++) {
        if (brought >> kind & 1)
            write_kind(s, &out, kind, start);
    }
    made[(*count)++] = finish(s, &out, &s->texts[first]);
}

size_t pt_statutes_write(pt_pack *pack, const pt_rule_text *texts, pt_rule_file *const *files,
                         size_t count, pt_rule_text *made, pt_report *report)
{
    size_t written = 0;
    statutes s = {
        .arena = pack->arena, .pack = pack, .texts = texts, .files = files, .count = count};
    s.draft = (pt_draft){.arena = pack->arena, .report = report};
    s.organs = words_of(&s, "orgaan", "soort");
    s.decisions = words_of(&s, "voorstel", "besluit");
    s.days = (pt_statute_days){day_of(&s, "vergadering", "gehouden_op"),
                               day_of(&s, "agendapunt", "behandeld_op"),
                               day_of(&s, "voorstel", "voorgelegd_op")};
    for (size_t first = 0, last = 0; first < count; first = last) {
        for (last = first; last < count && texts[last].variant == texts[first].variant; last++)
            continue;
        write_level(&s, first, last, made, &written);
    }
    return written;
}
