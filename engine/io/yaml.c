/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/yaml.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/limits.h"

/* A place in the text, in the ways that are asked for. libyaml counts characters. */
typedef struct place {
    size_t index;  /* characters from the start */
    size_t offset; /* bytes from the start */
    uint32_t line;
    size_t line_index; /* `index` of the first character of the line */
} place;

typedef struct loader {
    pt_arena *arena;
    const pt_source *source;
    pt_report *report;
    yaml_parser_t parser;
    size_t skipped; /* bytes of a byte order mark */
    bool ascii;
    place at;
    pt_yaml_node *open[PT_LIMIT_YAML_DEPTH]; /* collections not closed yet, outermost first */
    pt_yaml_node *last[PT_LIMIT_YAML_DEPTH]; /* the last child of each */
    pt_yaml_node *keys[PT_LIMIT_YAML_DEPTH]; /* of each: a key whose value is not there yet */
    size_t depth;
    size_t nodes;
    pt_yaml_node *root;
    size_t documents;
    bool stopped;
} loader;

static place beginning(const loader *load)
{
    return (place){.offset = load->skipped, .line = 1};
}

static size_t width_at(const pt_source *source, size_t offset)
{
    size_t width = 1;
    while (offset + width < source->length &&
           ((unsigned char)source->text[offset + width] & 0xC0) == 0x80)
        width++;
    return width;
}

/* In a file of plain ASCII characters are bytes, and only line ends have to be looked for. */
static void walk_ascii(const pt_source *source, place *at, size_t steps)
{
    const char *from = source->text + at->offset;
    const char *end =
        from + (steps < source->length - at->offset ? steps : source->length - at->offset);
    size_t start = at->index;
    at->index += (size_t)(end - from);
    at->offset += (size_t)(end - from);
    const char *next = from;
    while ((next = memchr(next, '\n', (size_t)(end - next))) != NULL) {
        at->line++;
        at->line_index = start + (size_t)(++next - from);
    }
}

static void walk(const pt_source *source, place *at, size_t index)
{
    while (at->index < index && at->offset < source->length) {
        bool line_ends = source->text[at->offset] == '\n';
        at->offset += width_at(source, at->offset);
        at->index++;
        if (line_ends) {
            at->line++;
            at->line_index = at->index;
        }
    }
}

/* Events come in the order of the text, so that one walk through it serves the whole file. */
static place place_of(loader *load, size_t index)
{
    if (index < load->at.index)
        load->at = beginning(load);
    if (load->ascii)
        walk_ascii(load->source, &load->at, index - load->at.index);
    else
        walk(load->source, &load->at, index);
    return load->at;
}

static pt_position position(const loader *load, const place *at, size_t length)
{
    return (pt_position){.source = load->source,
                         .line = at->line,
                         .column = (uint32_t)(at->index - at->line_index) + 1,
                         .length = (uint32_t)length};
}

static void stop(loader *load, pt_code code, pt_position at, const char *const *arguments)
{
    pt_find(load->report, code, at, arguments, NULL);
    load->stopped = true;
}

static void stop_at_limit(loader *load, pt_code code, pt_position at, int limit)
{
    stop(load, code, at, PT_ARGS(pt_format(load->arena, "%d", limit)));
}

/* --- What libyaml says, in words that help ---------------------------------------------------- */

typedef struct problem {
    const char *said; /* how libyaml's text begins */
    pt_code code;
    bool at_context; /* it began where libyaml's context stands: a bracket, a quote */
} problem;

static const problem problems[] = {
    {"found unexpected end of stream", PT_Y003, true},
    {"found unexpected document indicator", PT_Y003, true},
    {"did not find expected ',' or ']'", PT_Y004, true},
    {"did not find expected ',' or '}'", PT_Y004, true},
    {"found character that cannot start any token", PT_Y005, false},
    {"found a tab character", PT_Y006, false},
    {"mapping values are not allowed", PT_Y007, false},
    {"could not find expected ':'", PT_Y008, true},
    {"did not find expected key", PT_Y009, false},
    {"did not find expected '-' indicator", PT_Y009, false},
    {"did not find expected node content", PT_Y009, false},
    {"block sequence entries are not allowed", PT_Y009, false},
    {"did not find expected <document start>", PT_Y009, false},
    {"found unknown escape character", PT_Y010, false},
    {"found invalid Unicode character escape code", PT_Y010, false},
    {"did not find expected hexdecimal number", PT_Y010, false},
    {"found undefined tag handle", PT_Y021, false},
    {"did not find expected alphabetic or numeric character", PT_Y020, false},
};

static const problem *problem_of(const char *said)
{
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        if (strncmp(said, problems[i].said, strlen(problems[i].said)) == 0)
            return &problems[i];
    }
    return NULL;
}

/* A character that starts no token is a tab, or a sign that must stand between quotes. */
static pt_code sharpened(pt_code code, const char *sign)
{
    return code == PT_Y005 && sign[0] == '\t' ? PT_Y006 : code;
}

static void report_problem(loader *load)
{
    const yaml_parser_t *parser = &load->parser;
    const char *said = parser->problem == NULL ? "" : parser->problem;
    const problem *known = problem_of(said);
    bool at_context = known != NULL && known->at_context && parser->context != NULL;
    place at = place_of(load, at_context ? parser->context_mark.index : parser->problem_mark.index);
    const char *sign = "";
    if (at.offset < load->source->length)
        sign = pt_arena_copy(load->arena, load->source->text + at.offset,
                             width_at(load->source, at.offset));
    pt_code code = known == NULL ? PT_Y001 : sharpened(known->code, sign);
    stop(load, code, position(load, &at, 1), PT_ARGS(code == PT_Y001 ? said : sign));
}

/* --- Nodes ------------------------------------------------------------------------------------ */

/* Characters of a scalar on its first line, so that they can be underlined. */
static uint32_t shown_length(const loader *load, const pt_yaml_node *node)
{
    const char *from = load->source->text + node->offset;
    const char *end = node->bytes == 0 ? NULL : memchr(from, '\n', node->bytes);
    size_t bytes = end == NULL ? node->bytes : (size_t)(end - from);
    return (uint32_t)(load->ascii ? bytes : pt_utf8_count(from, bytes));
}

static pt_yaml_node *make(loader *load, pt_yaml_kind kind, const yaml_event_t *event)
{
    place from = place_of(load, event->start_mark.index);
    if (load->nodes == PT_LIMIT_YAML_NODES) {
        stop_at_limit(load, PT_Y013, position(load, &from, 1), PT_LIMIT_YAML_NODES);
        return NULL;
    }
    load->nodes++;
    pt_yaml_node *node = PT_NEW(load->arena, pt_yaml_node);
    node->kind = (uint8_t)kind;
    node->text = "";
    node->offset = (uint32_t)from.offset;
    node->at = position(load, &from, 1);
    return node;
}

static void refuse(loader *load, pt_yaml_node *node, pt_code code, const void *word)
{
    pt_find(load->report, code, node->at, PT_ARGS(word), NULL);
    node->refused = true;
}

static void check_key(loader *load, pt_yaml_node *key)
{
    if (key->kind != PT_YAML_SCALAR)
        stop(load, PT_Y017, key->at, NULL);
    else if (key->text_length > PT_LIMIT_YAML_KEY_BYTES)
        stop_at_limit(load, PT_Y015, key->at, PT_LIMIT_YAML_KEY_BYTES);
    else if (!key->quoted && strcmp(key->text, "<<") == 0)
        refuse(load, key, PT_Y022, NULL);
}

static void append(loader *load, pt_yaml_node *node)
{
    pt_yaml_node *parent = load->open[load->depth - 1];
    pt_yaml_node *last = load->last[load->depth - 1];
    if (last == NULL)
        parent->first = node;
    else
        last->next = node;
    load->last[load->depth - 1] = node;
    parent->count++;
}

/* Hangs a node where it belongs: the root, an item, a key or the value of the waiting key. */
static void attach(loader *load, pt_yaml_node *node)
{
    if (load->depth == 0) {
        load->root = node;
        return;
    }
    pt_yaml_node **key = &load->keys[load->depth - 1];
    if (load->open[load->depth - 1]->kind == PT_YAML_MAPPING && *key == NULL) {
        check_key(load, node);
        *key = node;
        return;
    }
    node->key = *key;
    node->refused = node->refused || (*key != NULL && (*key)->refused);
    *key = NULL;
    append(load, node);
}

/* Escapes can bring in what the check of the file's bytes has kept out. */
static void check_escapes(loader *load, pt_yaml_node *node)
{
    size_t good = pt_utf8_check(node->text, node->text_length);
    if (good == node->text_length)
        return;
    refuse(load, node, PT_Y011, NULL);
    node->text_length = (uint32_t)good;
    node->text = pt_arena_copy(load->arena, node->text, good);
}

static void refuse_properties(loader *load, pt_yaml_node *node, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor != NULL)
        refuse(load, node, PT_Y020, anchor);
    if (tag != NULL)
        refuse(load, node, PT_Y021, tag);
}

static void fill_scalar(loader *load, pt_yaml_node *node, const yaml_event_t *event)
{
    yaml_scalar_style_t style = event->data.scalar.style;
    node->quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    node->text_length = (uint32_t)event->data.scalar.length;
    node->text =
        pt_arena_copy(load->arena, (const char *)event->data.scalar.value, node->text_length);
    place end = place_of(load, event->end_mark.index);
    node->bytes = (uint32_t)end.offset - node->offset;
    node->at.length = shown_length(load, node);
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        check_escapes(load, node);
}

static void add_scalar(loader *load, const yaml_event_t *event)
{
    pt_yaml_node *node = make(load, PT_YAML_SCALAR, event);
    if (node == NULL)
        return;
    if (event->data.scalar.length > PT_LIMIT_YAML_SCALAR_BYTES) {
        stop_at_limit(load, PT_Y014, node->at, PT_LIMIT_YAML_SCALAR_BYTES);
        return;
    }
    fill_scalar(load, node, event);
    refuse_properties(load, node, event->data.scalar.anchor, event->data.scalar.tag);
    attach(load, node);
}

static void add_alias(loader *load, const yaml_event_t *event)
{
    pt_yaml_node *node = make(load, PT_YAML_SCALAR, event);
    if (node == NULL)
        return;
    refuse(load, node, PT_Y020, event->data.alias.anchor);
    attach(load, node);
}

static void open_collection(loader *load, pt_yaml_node *node)
{
    attach(load, node);
    if (load->stopped)
        return;
    if (load->depth == PT_LIMIT_YAML_DEPTH) {
        stop_at_limit(load, PT_Y012, node->at, PT_LIMIT_YAML_DEPTH);
        return;
    }
    load->open[load->depth] = node;
    load->last[load->depth] = NULL;
    load->keys[load->depth++] = NULL;
}

static void open_mapping(loader *load, const yaml_event_t *event)
{
    pt_yaml_node *node = make(load, PT_YAML_MAPPING, event);
    if (node == NULL)
        return;
    node->block = event->data.mapping_start.style != YAML_FLOW_MAPPING_STYLE;
    refuse_properties(load, node, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    open_collection(load, node);
}

static void open_sequence(loader *load, const yaml_event_t *event)
{
    pt_yaml_node *node = make(load, PT_YAML_SEQUENCE, event);
    if (node == NULL)
        return;
    node->block = event->data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE;
    refuse_properties(load, node, event->data.sequence_start.anchor,
                      event->data.sequence_start.tag);
    open_collection(load, node);
}

/* --- Duplicate keys --------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
    const pt_yaml_node *one = (*(pt_yaml_node *const *)a)->key;
    const pt_yaml_node *other = (*(pt_yaml_node *const *)b)->key;
    int order = strcmp(one->text, other->text);
    return order != 0 ? order : (one->offset > other->offset) - (one->offset < other->offset);
}

static void report_duplicate(loader *load, pt_yaml_node *node, const pt_yaml_node *earlier)
{
    if (node->refused)
        return;
    const char *line = pt_format(load->arena, "%u", earlier->key->at.line);
    pt_find(load->report, PT_Y016, node->key->at, PT_ARGS(node->key->text, line), NULL);
    node->refused = true;
}

static void check_few(loader *load, const pt_yaml_node *mapping)
{
    for (pt_yaml_node *node = mapping->first; node != NULL; node = node->next) {
        pt_yaml_node *earlier = mapping->first;
        while (earlier != node && strcmp(earlier->key->text, node->key->text) != 0)
            earlier = earlier->next;
        if (earlier != node)
            report_duplicate(load, node, earlier);
    }
}

/* A key that was there before, and where. */
typedef struct repeat {
    pt_yaml_node *node;
    const pt_yaml_node *earlier;
} repeat;

static int by_place(const void *a, const void *b)
{
    uint32_t one = ((const repeat *)a)->node->key->offset;
    uint32_t other = ((const repeat *)b)->node->key->offset;
    return (one > other) - (one < other);
}

/* Sorting keeps a mapping of a hundred thousand hostile keys cheap, which hashing would not. */
static void check_many(loader *load, const pt_yaml_node *mapping)
{
    pt_yaml_node **sorted = PT_NEW_ARRAY(load->arena, mapping->count, pt_yaml_node *);
    size_t count = 0;
    for (pt_yaml_node *node = mapping->first; node != NULL; node = node->next)
        sorted[count++] = node;
    qsort(sorted, count, sizeof *sorted, by_key);
    repeat *repeats = PT_NEW_ARRAY(load->arena, count, repeat);
    size_t repeated = 0;
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(sorted[first]->key->text, sorted[i]->key->text) == 0)
            repeats[repeated++] = (repeat){sorted[i], sorted[first]};
        else
            first = i;
    }
    qsort(repeats, repeated, sizeof *repeats, by_place);
    for (size_t i = 0; i < repeated; i++)
        report_duplicate(load, repeats[i].node, repeats[i].earlier);
}

static void close_collection(loader *load)
{
    enum { FEW = 16 };
    const pt_yaml_node *node = load->open[--load->depth];
    if (node->kind == PT_YAML_MAPPING && node->count <= FEW)
        check_few(load, node);
    else if (node->kind == PT_YAML_MAPPING)
        check_many(load, node);
}

/* --- The loop --------------------------------------------------------------------------------- */

static void open_document(loader *load, const yaml_event_t *event)
{
    if (load->documents++ == 0)
        return;
    place at = place_of(load, event->start_mark.index);
    stop(load, PT_Y018, position(load, &at, 3), NULL);
}

static void take(loader *load, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: open_document(load, event); break;
    case YAML_SCALAR_EVENT: add_scalar(load, event); break;
    case YAML_ALIAS_EVENT: add_alias(load, event); break;
    case YAML_MAPPING_START_EVENT: open_mapping(load, event); break;
    case YAML_SEQUENCE_START_EVENT: open_sequence(load, event); break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: close_collection(load); break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    }
}

static void take_all(loader *load)
{
    bool ended = false;
    while (!ended && !load->stopped) {
        yaml_event_t event;
        if (yaml_parser_parse(&load->parser, &event) == 0) {
            report_problem(load);
            return;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        take(load, &event);
        yaml_event_delete(&event);
    }
}

static bool check_bytes(loader *load)
{
    const pt_source *source = load->source;
    if (source->length > PT_LIMIT_YAML_BYTES) {
        stop_at_limit(load, PT_Y019, (pt_position){.source = source}, PT_LIMIT_YAML_BYTES);
        return false;
    }
    if (source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0)
        load->skipped = 3;
    load->at = beginning(load);
    const char *text = source->text + load->skipped;
    size_t length = source->length - load->skipped;
    size_t good = pt_utf8_check(text, length);
    if (good == length) {
        load->ascii = pt_utf8_count(text, length) == length;
        return true;
    }
    place at = place_of(load, pt_utf8_count(text, good));
    stop(load, PT_Y002, position(load, &at, 1),
         PT_ARGS(pt_format(load->arena, "%02X", (unsigned char)text[good])));
    return false;
}

pt_yaml_node *pt_yaml_read(pt_arena *arena, const pt_source *source, pt_report *report)
{
    loader load = {.arena = arena, .source = source, .report = report};
    if (!check_bytes(&load))
        return NULL;
    if (yaml_parser_initialize(&load.parser) == 0) {
        stop(&load, PT_Y001, (pt_position){.source = source}, PT_ARGS("yaml_parser_initialize"));
        return NULL;
    }
    yaml_parser_set_encoding(&load.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&load.parser, (const unsigned char *)source->text + load.skipped,
                                 source->length - load.skipped);
    take_all(&load);
    yaml_parser_delete(&load.parser);
    if (load.stopped)
        return NULL;
    if (load.root == NULL)
        pt_find(report, PT_Y023, (pt_position){.source = source}, NULL, NULL);
    return load.root;
}

pt_yaml_node *pt_yaml_get(const pt_yaml_node *node, const char *key)
{
    if (node->kind != PT_YAML_MAPPING)
        return NULL;
    for (pt_yaml_node *child = node->first; child != NULL; child = child->next) {
        if (strcmp(child->key->text, key) == 0)
            return child;
    }
    return NULL;
}

const char *pt_yaml_version(void)
{
    return yaml_get_version_string();
}
