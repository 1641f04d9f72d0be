/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/tables.h"

#include <string.h>

#include "base/csv.h"

static const pt_column decisions[] = {{"scenario", PT_COLUMN_TEXT, 28},
                                      {"variant", PT_COLUMN_TEXT, 16},
                                      {"dag", PT_COLUMN_DATE, 11},
                                      {"vergadering", PT_COLUMN_TEXT, 14},
                                      {"orgaan", PT_COLUMN_TEXT, 14},
                                      {"soort_orgaan", PT_COLUMN_TEXT, 18},
                                      {"voorstel", PT_COLUMN_TEXT, 24},
                                      {"besluit", PT_COLUMN_TEXT, 24},
                                      {"bedrag", PT_COLUMN_EUROS, 14},
                                      {"voor", PT_COLUMN_WHOLE, 8},
                                      {"tegen", PT_COLUMN_WHOLE, 8},
                                      {"onthoudingen", PT_COLUMN_WHOLE, 13},
                                      {"meerderheid", PT_COLUMN_TEXT, 13},
                                      {"uitslag", PT_COLUMN_TEXT, 13},
                                      {"waarom", PT_COLUMN_TEXT, 44},
                                      {"geldigheid", PT_COLUMN_TEXT, 14},
                                      {"reden", PT_COLUMN_TEXT, 44},
                                      {"bron", PT_COLUMN_TEXT, 24},
                                      {"voorgelegd_op", PT_COLUMN_DATE, 14},
                                      {"dagen", PT_COLUMN_WHOLE, 8},
                                      {"doorslaggevend", PT_COLUMN_TEXT, 24},
                                      {"anders_geteld", PT_COLUMN_TEXT, 44},
                                      {"aanwezigen", PT_COLUMN_WHOLE, 11},
                                      {"leden", PT_COLUMN_WHOLE, 8},
                                      {"quorum", PT_COLUMN_TEXT, 8}};

static const pt_column duties[] = {
    {"scenario", PT_COLUMN_TEXT, 28},  {"variant", PT_COLUMN_TEXT, 16},
    {"drager", PT_COLUMN_TEXT, 16},    {"plicht", PT_COLUMN_TEXT, 32},
    {"onderwerp", PT_COLUMN_TEXT, 20}, {"status", PT_COLUMN_TEXT, 16},
    {"uiterlijk", PT_COLUMN_DATE, 11}, {"vervuld_op", PT_COLUMN_DATE, 11},
    {"te_laat", PT_COLUMN_WHOLE, 8}, /* days */
    {"tijdvak", PT_COLUMN_DATE, 11},   {"bron", PT_COLUMN_TEXT, 24},
    {"aanname", PT_COLUMN_TEXT, 9}};

static const pt_column money[] = {{"scenario", PT_COLUMN_TEXT, 28}, {"variant", PT_COLUMN_TEXT, 16},
                                  {"jaar", PT_COLUMN_WHOLE, 7},     {"soort", PT_COLUMN_TEXT, 20},
                                  {"van", PT_COLUMN_TEXT, 20},      {"post", PT_COLUMN_TEXT, 28},
                                  {"bedrag", PT_COLUMN_EUROS, 16},  {"sinds", PT_COLUMN_DATE, 11},
                                  {"reden", PT_COLUMN_TEXT, 44},    {"bron", PT_COLUMN_TEXT, 24}};

#define COLUMNS(of) of, sizeof(of) / sizeof *(of)

static const struct {
    const char *name;
    const pt_column *columns;
    size_t column_count;
    const char *question; /* gives those columns in that order */
} views[PT_TABLES] = {
    {"besluiten", COLUMNS(decisions),
     "SELECT scenario, variant, dag, vergadering, orgaan, soort_orgaan, voorstel, besluit, bedrag,"
     " voor, tegen, onthoudingen, meerderheid, uitslag, waarom, geldigheid, reden, bron,"
     " voorgelegd_op, dagen, doorslaggevend, anders_geteld, aanwezigen, leden, quorum"
     " FROM besluiten ORDER BY run, volgorde"},
    {"plichten", COLUMNS(duties),
     "SELECT p.scenario, p.variant, drager, plicht, onderwerp, status, uiterlijk, vervuld_op,"
     " CASE WHEN status = 'te_laat' OR status = 'te_laat_vervuld' THEN"
     " CAST(julianday(coalesce(vervuld_op, r.last_day)) - julianday(uiterlijk) AS INTEGER) END,"
     " tijdvak, bron, aanname"
     " FROM plichten AS p JOIN run AS r ON r.number = p.run ORDER BY p.run, volgorde"},
    {"geld", COLUMNS(money),
     "SELECT scenario, variant, jaar, soort, van, post, bedrag, sinds, reden, bron"
     " FROM geld_per_jaar"},
};

/* --- Gathering -------------------------------------------------------------------------------- */

typedef struct gathering {
    pt_arena *arena;
    pt_store *store;
    size_t most_rows;
    pt_table *table;
} gathering;

static bool add_row(void *context, const char *const *texts, size_t count)
{
    const gathering *g = context;
    pt_table *table = g->table;
    size_t width = table->column_count * sizeof *table->cells;
    if (table->row_count == g->most_rows) {
        pt_store_find(g->store, PT_B042, table->name);
        return false;
    }
    table->cells =
        pt_arena_grow(g->arena, table->cells, table->row_count, &table->row_capacity, width);
    const char **row = &table->cells[table->row_count++ * table->column_count];
    for (size_t i = 0; i < table->column_count; i++)
        row[i] = i < count && texts[i] != NULL ? pt_arena_copy(g->arena, texts[i], strlen(texts[i]))
                                               : NULL;
    return true;
}

bool pt_tables_gather(pt_arena *arena, pt_store *store, size_t most_rows,
                      pt_table tables[PT_TABLES])
{
    for (size_t i = 0; i < PT_TABLES; i++) {
        tables[i] = (pt_table){.name = views[i].name,
                               .columns = views[i].columns,
                               .column_count = views[i].column_count};
        gathering g = {arena, store, most_rows, &tables[i]};
        if (!pt_store_ask(store, views[i].question, add_row, &g))
            return false;
    }
    return true;
}

/* --- CSV -------------------------------------------------------------------------------------- */

static void add_cell(pt_text *out, pt_column_kind kind, const char *cell)
{
    if (cell == NULL)
        return;
    if (kind == PT_COLUMN_TEXT)
        pt_csv_cell(out, cell, strlen(cell));
    else
        pt_csv_decimal(out, cell);
}

void pt_tables_csv(pt_text *out, const pt_table *table)
{
    pt_text_add(out, PT_CSV_MARK);
    for (size_t i = 0; i < table->column_count; i++)
        pt_text_format(out, "%s%s", i == 0 ? "" : PT_CSV_BETWEEN, table->columns[i].name);
    pt_text_add(out, PT_CSV_END);
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            pt_text_add(out, i == 0 ? "" : PT_CSV_BETWEEN);
            add_cell(out, table->columns[i].kind, table->cells[row * table->column_count + i]);
        }
        pt_text_add(out, PT_CSV_END);
    }
}

enum { MOST_NAMES = 64 };

/* The column of this name, or the number of columns. */
static size_t column_of(const pt_table *table, const char *name)
{
    size_t found = 0;
    while (found < table->column_count && strcmp(table->columns[found].name, name) != 0)
        found++;
    return found;
}

/* Every name of a column once, as they come. */
static size_t gather_names(const pt_table tables[PT_TABLES], const char *names[MOST_NAMES])
{
    size_t count = 0;
    for (size_t t = 0; t < PT_TABLES; t++) {
        for (size_t i = 0; i < tables[t].column_count; i++) {
            bool known = false;
            for (size_t before = 0; before < t && !known; before++)
                known = column_of(&tables[before], tables[t].columns[i].name) <
                        tables[before].column_count;
            if (!known && count < MOST_NAMES)
                names[count++] = tables[t].columns[i].name;
        }
    }
    return count;
}

static void add_row_together(pt_text *out, const pt_table *table, size_t row,
                             const char *const *names, size_t count)
{
    pt_text_add(out, table->name);
    for (size_t i = 0; i < count; i++) {
        size_t column = column_of(table, names[i]);
        pt_text_add(out, PT_CSV_BETWEEN);
        if (column < table->column_count)
            add_cell(out, table->columns[column].kind,
                     table->cells[row * table->column_count + column]);
    }
    pt_text_add(out, PT_CSV_END);
}

void pt_tables_csv_together(pt_text *out, const pt_table tables[PT_TABLES])
{
    const char *names[MOST_NAMES];
    size_t count = gather_names(tables, names);
    pt_text_add(out, PT_CSV_MARK "tabel");
    for (size_t i = 0; i < count; i++)
        pt_text_format(out, PT_CSV_BETWEEN "%s", names[i]);
    pt_text_add(out, PT_CSV_END);
    for (size_t t = 0; t < PT_TABLES; t++) {
        for (size_t row = 0; row < tables[t].row_count; row++)
            add_row_together(out, &tables[t], row, names, count);
    }
}
