/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"
#include "model/stack.h"

struct pt_story {
    const pt_source *source;
    const pt_yaml_node *root;
    const char *name;
    const char *pack;
    const char *variant;
    const pt_yaml_node *columns; /* lists of scalars, or NULL */
    const pt_yaml_node *rows;
    size_t row_count; /* 1 without a table */
    pt_date *starts;  /* starts[0] is `van` */
    size_t start_count;
    uint64_t hash; /* of the bytes of the file */
    pt_laws laws;  /* its own first */
    const char *under;
};

static const pt_layout columns_layout = {
    .kind = PT_LAYOUT_LIST, .each = &pt_layout_name, .most = PT_LIMIT_TABLE_COLUMNS};
static const pt_layout cell_layout = {.kind = PT_LAYOUT_CELL};
static const pt_layout row_layout = {.kind = PT_LAYOUT_LIST, .each = &cell_layout};
static const pt_layout rows_layout = {.kind = PT_LAYOUT_LIST, .each = &row_layout, .least = 1};

static const pt_key table_keys[] = {
    {"kolommen", PT_SHAPE_LIST, true, &columns_layout,
     "namen; {naam} in het scenario wordt de cel van de rij"},
    {"rijen", PT_SHAPE_LIST, true, &rows_layout, "per rij een cel voor elke kolom"},
};

static const pt_layout table_layout = {.kind = PT_LAYOUT_KEYS, .keys = table_keys, .count = 2};
static const pt_layout region_layout = {.kind = PT_LAYOUT_REGION};
static const pt_layout days_layout = {.kind = PT_LAYOUT_NAMED, .each = &pt_layout_day};
static const pt_layout world_layout = {.kind = PT_LAYOUT_WORLD};
static const pt_layout course_layout = {.kind = PT_LAYOUT_LIST, .each = &pt_layout_of_block};
static const pt_layout starts_layout = {.kind = PT_LAYOUT_LIST, .each = &pt_layout_date};

static const pt_layout stack_layout = {
    .kind = PT_LAYOUT_LIST, .each = &pt_layout_name, .least = 1, .most = PT_LIMIT_LAYERS};
static const pt_layout variant_layout = {
    .kind = PT_LAYOUT_EITHER, .each = &pt_layout_name, .other = &stack_layout};

static const pt_key story_keys[PT_STORY_KEYS] = {
    [PT_STORY_NAME] = {"scenario", PT_SHAPE_SCALAR, true, &pt_layout_name,
                       "de naam van het scenario"},
    [PT_STORY_TITLE] = {"titel", PT_SHAPE_SCALAR, false, &cell_layout, "waar het over gaat"},
    [PT_STORY_PACK] = {"pakket", PT_SHAPE_SCALAR, true, &pt_layout_name,
                       "het pakket met de regels: een map onder rules/"},
    [PT_STORY_VARIANT] = {"variant", PT_SHAPE_SCALAR | PT_SHAPE_LIST, false, &variant_layout,
                          "de variant waaronder het speelt: een map onder rules/varianten/; in een "
                          "lijst liggen zij op elkaar"},
    [PT_STORY_FROM] = {"van", PT_SHAPE_ANY, true, &pt_layout_date, "de eerste dag die telt"},
    [PT_STORY_UNTIL] = {"tot", PT_SHAPE_ANY, true, &pt_layout_day, "de laatste dag die telt"},
    [PT_STORY_REGION] = {"vakantieregio", PT_SHAPE_ANY, false, &region_layout,
                         "noord, midden (gewoon) of zuid"},
    [PT_STORY_DAYS] = {"dagen", PT_SHAPE_MAPPING, false, &days_layout, "dagen met een naam"},
    [PT_STORY_WORLD] = {"wereld", PT_SHAPE_MAPPING, false, &world_layout,
                        "wie er zijn op de eerste dag, per soort onderwerp"},
    [PT_STORY_COURSE] = {"verloop", PT_SHAPE_LIST, true, &course_layout,
                         "wat er gebeurt en wat er dan moet gelden, op volgorde van dag"},
    [PT_STORY_TABLE] = {"tabel", PT_SHAPE_MAPPING, false, &table_layout,
                        "het scenario speelt een keer per rij"},
    [PT_STORY_STARTS] = {"speel_vanaf", PT_SHAPE_LIST, false, &starts_layout,
                         "andere eerste dagen waarvandaan het ook speelt"},
};

const pt_layout pt_layout_of_scenario = {.kind = PT_LAYOUT_KEYS,
                                         .keys = story_keys,
                                         .count = PT_STORY_KEYS,
                                         .pack_key = "pakket",
                                         .variant_key = "variant"};

/* --- tabel ------------------------------------------------------------------------------------ */

static bool check_columns(const pt_yaml_node *columns, pt_report *report)
{
    bool fine = true;
    if (columns->count > PT_LIMIT_TABLE_COLUMNS)
        return pt_find(report, PT_S057, columns->at,
                       PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_TABLE_COLUMNS)), NULL);
    for (const pt_yaml_node *column = columns->first; column != NULL; column = column->next) {
        const char *name = NULL;
        fine &= pt_typed_name(column, report, &name);
        const pt_yaml_node *earlier = columns->first;
        while (earlier != column && strcmp(earlier->text, column->text) != 0)
            earlier = earlier->next;
        if (earlier != column)
            fine = pt_typed_refuse(report, PT_S051, column, NULL);
    }
    return fine;
}

static bool check_row(const pt_yaml_node *row, uint32_t columns, pt_report *report)
{
    if (!pt_typed_shape(row, PT_SHAPE_LIST, report))
        return false;
    if (row->count != columns)
        return pt_find(report, PT_S052, row->at,
                       PT_ARGS(pt_format(report->arena, "%u", row->count),
                               pt_format(report->arena, "%u", columns)),
                       NULL);
    bool fine = true;
    for (const pt_yaml_node *cell = row->first; cell != NULL; cell = cell->next)
        fine &= pt_typed_shape(cell, PT_SHAPE_SCALAR, report);
    return fine;
}

static bool read_table(pt_story *story, const pt_yaml_node *node, pt_report *report)
{
    pt_yaml_node *values[2];
    story->row_count = 1;
    if (node == NULL)
        return true;
    if (!pt_typed_mapping(node, table_keys, 2, false, report, values))
        return false;
    bool fine = check_columns(values[0], report);
    for (const pt_yaml_node *row = values[1]->first; row != NULL; row = row->next)
        fine &= check_row(row, values[0]->count, report);
    if (values[1]->count == 0)
        return pt_find(report, PT_S054, values[1]->at, NULL, NULL);
    story->columns = values[0];
    story->rows = values[1];
    story->row_count = values[1]->count;
    return fine;
}

/* --- speel_vanaf ------------------------------------------------------------------------------ */

static bool add_start(pt_story *story, const pt_yaml_node *node, pt_report *report)
{
    pt_date day = PT_DATE_NONE;
    if (!pt_typed_date(node, report, &day))
        return false;
    for (size_t i = 0; i < story->start_count; i++) {
        if (story->starts[i] == day)
            return pt_typed_refuse(report, PT_S055, node, NULL);
    }
    story->starts[story->start_count++] = day;
    return true;
}

static bool too_many_plays(const pt_story *story, const pt_yaml_node *starts)
{
    size_t times = 1 + (starts == NULL ? 0 : starts->count);
    return times > PT_LIMIT_TABLE_ROWS || story->row_count > PT_LIMIT_TABLE_ROWS / times;
}

static bool read_starts(pt_arena *arena, pt_story *story, pt_yaml_node *const *values,
                        pt_report *report)
{
    const pt_yaml_node *starts = values[PT_STORY_STARTS];
    if (too_many_plays(story, starts))
        return pt_find(report, PT_S053, story->rows != NULL ? story->rows->at : starts->at,
                       PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_TABLE_ROWS)), NULL);
    story->starts = PT_NEW_ARRAY(arena, 1u + (starts == NULL ? 0 : starts->count), pt_date);
    story->start_count = 1;
    story->starts[0] = PT_DATE_NONE;
    bool fine = true;
    if (starts == NULL)
        return true;
    pt_date_parse(values[PT_STORY_FROM]->text, values[PT_STORY_FROM]->text_length,
                  &story->starts[0]);
    for (const pt_yaml_node *node = starts->first; node != NULL; node = node->next)
        fine &= add_start(story, node, report);
    return fine;
}

/* --- The story -------------------------------------------------------------------------------- */

static uint64_t mixed(uint64_t hash, uint64_t more)
{
    return (hash ^ more) * 1099511628211u;
}

static uint64_t hash_of(const pt_source *source)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < source->length; i++)
        hash = mixed(hash, (unsigned char)source->text[i]);
    return hash;
}

static bool add_variant(pt_arena *arena, const pt_yaml_node *node, pt_report *report,
                        const char **stack)
{
    const char *name = NULL;
    if (!pt_typed_name(node, report, &name))
        return false;
    if (pt_stack_has(*stack, name))
        return pt_typed_refuse(report, PT_P003, node, NULL);
    *stack = pt_stack_add(arena, *stack, name);
    return true;
}

/* One name, or a list of those that lie on each other, the lowest first. */
static bool read_stack(pt_arena *arena, const pt_yaml_node *node, pt_report *report,
                       const char **stack)
{
    if (node->kind == PT_YAML_SCALAR)
        return add_variant(arena, node, report, stack);
    if (node->count == 0 || node->count > PT_LIMIT_LAYERS)
        return pt_find(report, PT_A017, node->at,
                       PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_LAYERS)), NULL);
    bool fine = true;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= add_variant(arena, item, report, stack);
    return fine;
}

pt_story *pt_story_read(pt_arena *arena, const pt_source *source, pt_report *report)
{
    size_t errors = report->errors;
    const pt_yaml_node *root = pt_yaml_read(arena, source, report);
    pt_yaml_node *values[PT_STORY_KEYS];
    if (root == NULL)
        return NULL;
    pt_story *story = PT_NEW(arena, pt_story);
    story->source = source;
    story->root = root;
    story->hash = hash_of(source);
    bool fine = pt_typed_mapping(root, story_keys, PT_STORY_KEYS, false, report, values);
    if (values[PT_STORY_NAME] != NULL)
        fine &= pt_typed_name(values[PT_STORY_NAME], report, &story->name);
    if (values[PT_STORY_PACK] != NULL)
        fine &= pt_typed_name(values[PT_STORY_PACK], report, &story->pack);
    if (values[PT_STORY_VARIANT] != NULL)
        fine &= read_stack(arena, values[PT_STORY_VARIANT], report, &story->variant);
    pt_laws_add(arena, &story->laws, story->variant);
    story->under = story->variant;
    if (values[PT_STORY_COURSE] != NULL)
        fine &= pt_laws_read(arena, values[PT_STORY_COURSE], report, &story->laws);
    fine &= read_table(story, values[PT_STORY_TABLE], report);
    if (values[PT_STORY_FROM] != NULL)
        fine &= read_starts(arena, story, values, report);
    return fine && report->errors == errors ? story : NULL;
}

const char *pt_story_name(const pt_story *story)
{
    return story->name;
}

const char *pt_story_pack(const pt_story *story)
{
    return story->pack;
}

const char *pt_story_variant(const pt_story *story)
{
    return story->variant;
}

size_t pt_story_law_count(const pt_story *story)
{
    return story->laws.count;
}

const char *pt_story_law(const pt_story *story, size_t index)
{
    return story->laws.stacks[index];
}

bool pt_story_has_law(const pt_story *story, const char *stack)
{
    for (size_t i = 0; i < story->laws.count; i++) {
        if (pt_text_equal(story->laws.stacks[i], stack))
            return true;
    }
    return false;
}

void pt_story_under(pt_story *story, const char *stack)
{
    story->under = stack;
}

size_t pt_story_play_count(const pt_story *story)
{
    return story->row_count * story->start_count;
}

const char *pt_story_play_name(pt_arena *arena, const pt_story *story, size_t index)
{
    char day[PT_DATE_TEXT];
    pt_text name = pt_text_create(arena);
    pt_text_add(&name, story->name);
    if (story->rows != NULL)
        pt_text_format(&name, "[%zu]", index % story->row_count + 1);
    if (index >= story->row_count)
        pt_text_format(&name, "@%s", pt_date_format(story->starts[index / story->row_count], day));
    if (story->laws.count > 1 && story->under != NULL)
        pt_text_format(&name, "+%s", story->under);
    return name.bytes;
}

/* --- Filling in columns ----------------------------------------------------------------------- */

/* What fills the columns of one play. */
typedef struct filling {
    pt_arena *arena;
    pt_report *report;
    const pt_yaml_node *columns;
    const pt_yaml_node *row;
    size_t composed; /* bytes of text made so far */
} filling;

static const pt_yaml_node *cell_of(const filling *fill, const char *name, size_t length)
{
    const pt_yaml_node *cell = fill->row->first;
    for (const pt_yaml_node *column = fill->columns->first; column != NULL; column = column->next) {
        if (column->text_length == length && memcmp(column->text, name, length) == 0)
            return cell;
        cell = cell->next;
    }
    return NULL;
}

static void refuse_column(const filling *fill, pt_yaml_node *node, const char *name)
{
    const char **names = PT_NEW_ARRAY(fill->arena, fill->columns->count, const char *);
    size_t count = 0;
    for (const pt_yaml_node *column = fill->columns->first; column != NULL; column = column->next)
        names[count++] = column->text;
    pt_find(fill->report, PT_S050, node->at, PT_ARGS(name), pt_suggest(name, names, count));
    node->refused = true;
}

/* The scalar is a column and nothing else: the cell stands in its place. */
static bool take_cell(pt_yaml_node *node, const pt_yaml_node *cell)
{
    if (cell == NULL)
        return false;
    pt_yaml_node taken = *cell;
    taken.key = node->key;
    taken.next = node->next;
    *node = taken;
    return true;
}

/* A short text can name a long cell many times. */
static bool grows_too_large(filling *fill, pt_yaml_node *node, size_t length)
{
    if (length <= PT_LIMIT_YAML_SCALAR_BYTES && fill->composed + length <= PT_LIMIT_YAML_BYTES)
        return false;
    if (!node->refused)
        pt_find(fill->report, PT_S058, node->at,
                PT_ARGS(pt_format(fill->arena, "%d", PT_LIMIT_YAML_SCALAR_BYTES)), NULL);
    node->refused = true;
    return true;
}

static void compose(filling *fill, pt_yaml_node *node)
{
    pt_text out = pt_text_create(fill->arena);
    const char *at = node->text;
    for (const char *open = strchr(at, '{'); open != NULL; open = strchr(at, '{')) {
        const char *close = strchr(open, '}');
        if (close == NULL)
            break;
        const char *name = pt_arena_copy(fill->arena, open + 1, (size_t)(close - open - 1));
        const pt_yaml_node *cell = cell_of(fill, name, strlen(name));
        if (cell == NULL && pt_is_name(name))
            refuse_column(fill, node, name);
        pt_text_add_bytes(&out, at, (size_t)(open - at));
        pt_text_add(&out, cell == NULL ? "" : cell->text);
        at = close + 1;
        if (grows_too_large(fill, node, out.length))
            return;
    }
    pt_text_add(&out, at);
    node->text = out.bytes;
    node->text_length = (uint32_t)out.length;
    node->composed = true;
    fill->composed += out.length;
}

static void fill_scalar(filling *fill, pt_yaml_node *node)
{
    size_t length = node->text_length;
    if (memchr(node->text, '{', length) == NULL)
        return;
    if (length > 2 && node->text[0] == '{' && node->text[length - 1] == '}' &&
        take_cell(node, cell_of(fill, node->text + 1, length - 2)))
        return;
    compose(fill, node);
}

/* Without quotes {ontvangen} is a mapping to YAML, of a key with nothing behind it. */
static bool is_bare_column(const filling *fill, const pt_yaml_node *node)
{
    return node->kind == PT_YAML_MAPPING && !node->block && node->count == 1 &&
           node->first->kind == PT_YAML_SCALAR && node->first->bytes == 0 &&
           cell_of(fill, node->first->key->text, node->first->key->text_length) != NULL;
}

/* A copy of a tree with its columns filled in; bounded like the tree, in depth too. */
static pt_yaml_node *filled(filling *fill, const pt_yaml_node *node)
{
    pt_yaml_node *copy = PT_NEW(fill->arena, pt_yaml_node);
    *copy = *node;
    if (node->key != NULL)
        copy->key = filled(fill, node->key);
    if (node->kind == PT_YAML_SCALAR) {
        fill_scalar(fill, copy);
        return copy;
    }
    if (is_bare_column(fill, node)) {
        const pt_yaml_node *key = node->first->key;
        take_cell(copy, cell_of(fill, key->text, key->text_length));
        return copy;
    }
    pt_yaml_node **link = &copy->first;
    for (const pt_yaml_node *child = node->first; child != NULL; child = child->next) {
        *link = filled(fill, child);
        link = &(*link)->next;
    }
    return copy;
}

/* The table itself, and what it is called, stay as they are. */
static pt_yaml_node *filled_root(filling *fill, const pt_yaml_node *root)
{
    pt_yaml_node *copy = PT_NEW(fill->arena, pt_yaml_node);
    *copy = *root;
    pt_yaml_node **link = &copy->first;
    for (const pt_yaml_node *child = root->first; child != NULL; child = child->next) {
        bool same = child->first == fill->columns || strcmp(child->key->text, "tabel") == 0;
        *link = same ? PT_NEW(fill->arena, pt_yaml_node) : filled(fill, child);
        if (same)
            **link = *child;
        link = &(*link)->next;
    }
    return copy;
}

static const pt_yaml_node *root_of(const pt_story *story, pt_arena *arena, size_t row,
                                   pt_report *report)
{
    if (story->rows == NULL)
        return story->root;
    const pt_yaml_node *cells = story->rows->first;
    while (row-- > 0)
        cells = cells->next;
    filling fill = {arena, report, story->columns, cells, 0};
    return filled_root(&fill, story->root);
}

/* --- One play --------------------------------------------------------------------------------- */

static bool read_region(pt_play *play)
{
    const pt_yaml_node *node = play->values[PT_STORY_REGION];
    const pt_calendar *calendar = play->pack->calendar;
    play->scenario->region = pt_calendar_region(calendar, node == NULL ? "midden" : node->text);
    if (node == NULL || play->scenario->region != PT_REGION_NONE)
        return true;
    if (!pt_typed_shape(node, PT_SHAPE_SCALAR, play->report))
        return false;
    return pt_typed_refuse(
        play->report, PT_S028, node,
        pt_suggest(node->text, calendar->regions, (size_t)calendar->region_count));
}

static bool read_start(pt_play *play, pt_date start)
{
    pt_date from = PT_DATE_NONE;
    if (!pt_typed_date(play->values[PT_STORY_FROM], play->report, &from))
        return false;
    return pt_play_days(play, start == PT_DATE_NONE ? from : start);
}

static bool read_play(pt_play *play, const pt_yaml_node *root, pt_date start)
{
    if (!pt_typed_mapping(root, story_keys, PT_STORY_KEYS, false, play->report, play->values) ||
        !read_start(play, start))
        return false;
    bool fine = read_region(play);
    fine &= pt_play_world(play);
    return pt_play_course(play) && fine;
}

bool pt_play_suggests(const pt_play *play)
{
    return play->report->errors <= PT_LIMIT_FINDINGS;
}

static bool same_finding(const pt_finding *a, const pt_finding *b)
{
    if (a->code != b->code || a->at.line != b->at.line || a->at.column != b->at.column ||
        a->at.source != b->at.source)
        return false;
    for (size_t i = 0; i < PT_FINDING_ARGUMENTS; i++) {
        if (!pt_text_equal(a->arguments[i], b->arguments[i]))
            return false;
    }
    return true;
}

static void hand_over(pt_report *to, const pt_report *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const pt_finding *finding = &from->findings[i];
        size_t known = 0;
        while (known < to->count && !same_finding(&to->findings[known], finding))
            known++;
        if (known == to->count)
            pt_find(to, finding->code, finding->at, finding->arguments, finding->suggestion);
    }
    to->dropped += from->dropped;
}

pt_scenario *pt_story_play(pt_arena *arena, const pt_story *story, const pt_pack *pack,
                           const pt_choices_given *given, size_t index, pt_report *report)
{
    pt_report found = pt_report_create(arena);
    pt_scenario *scenario = PT_NEW(arena, pt_scenario);
    pt_play play = {.arena = arena,
                    .report = &found,
                    .pack = pack,
                    .given = given,
                    .law = story->under,
                    .shifted = story->start_count > 1,
                    .scenario = scenario,
                    .index = pt_map_create(arena),
                    .nameless = PT_NEW_ARRAY(arena, pack->kind_count, uint32_t),
                    .today = PT_DATE_NONE};
    scenario->source = story->source;
    scenario->pack = story->pack;
    scenario->variant = story->under;
    scenario->name = pt_story_play_name(arena, story, index);
    scenario->hash = mixed(story->hash, index);
    const pt_yaml_node *root = root_of(story, arena, index % story->row_count, &found);
    bool fine = read_play(&play, root, story->starts[index / story->row_count]);
    scenario->title =
        play.values[PT_STORY_TITLE] == NULL ? story->name : play.values[PT_STORY_TITLE]->text;
    hand_over(report, &found);
    return fine && found.errors == 0 ? scenario : NULL;
}

const pt_yaml_node *pt_story_root(const pt_story *story)
{
    return story->root;
}
