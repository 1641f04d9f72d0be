/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked.h"

#include <string.h>

enum { FARTHEST = 12, MOST_CLOSE = 16 };

/* A mover as an input of its own. */
typedef struct close_input {
    const char *key;
    const char *name;
    const pt_mover *mover;
    bool asked[2];  /* in the close question; in the far one */
    pt_move *words; /* by word of the input */
    uint16_t input; /* how it moves */
    uint16_t was;   /* the amounts, when it is one; PT_NO_INDEX else */
    uint16_t becomes;
    const pt_input *own[PT_SIDES]; /* in a function of that side, or NULL */
} close_input;

struct pt_linked {
    pt_forest *forest;
    pt_matter matters[PT_SIDES];
    pt_aspect aspect;
    const pt_movers *movers;
    const pt_tree_reading *trees;
    pt_stretch stretch;
    bool base;
    bool unseen;
    pt_map inputs; /* key of an input to its number in the forest */
    pt_map roots;  /* of rules that were put in */
    close_input closes[MOST_CLOSE];
    size_t close_count;
    bool close_asks[PT_FOREST_INPUTS];
    bool far_asks[PT_FOREST_INPUTS];
    const pt_value *values; /* while an answer is reckoned */
};

/* Where a function is asked: from the subject of the question along references. */
typedef struct spot {
    pt_linked *linked;
    pt_side side;
    const char *key; /* "" or ".leerling.school" */
    unsigned depth;
    bool far;
    const pt_function *function; /* while it is met or answered */
} spot;

/* --- Names ---------------------------------------------------------------------------------------
 */

static const char *own_name(const pt_pack *pack, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: return pack->kinds[input->path.target].facts[input->index].name;
    case PT_INPUT_RULE: return pack->rule_groups[input->index].name;
    case PT_INPUT_WINDOW: return pack->blocks[pack->windows[input->index].block].name;
    case PT_INPUT_LIST: return pack->blocks[pack->lists[input->index].block].name;
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return input->name;
}

static const char *place_behind(pt_arena *arena, const pt_pack *pack, const char *key,
                                uint16_t subject, const pt_path *path)
{
    pt_text out = pt_text_create(arena);
    pt_text_add(&out, key);
    for (uint8_t i = 0; i < path->hops; i++) {
        const pt_reference *reference = &pack->kinds[subject].references[path->references[i]];
        pt_text_format(&out, ".%s", reference->name);
        subject = reference->target;
    }
    return out.bytes == NULL ? "" : out.bytes;
}

static const char *key_of(pt_arena *arena, const pt_pack *pack, const char *key, uint16_t subject,
                          const pt_input *input)
{
    if (input->kind == PT_INPUT_TODAY)
        return "vandaag";
    return pt_format(arena, "%s.%s", place_behind(arena, pack, key, subject, &input->path),
                     own_name(pack, input));
}

static pt_arena *arena_of(const spot *at)
{
    return at->linked->forest->arena;
}

static const pt_pack *pack_of(const spot *at)
{
    return at->linked->forest->packs[at->side];
}

static const char *input_key(const spot *at, const pt_function *function, const pt_input *input)
{
    return key_of(arena_of(at), pack_of(at), at->key, function->subject, input);
}

/* As it is written in the question itself, or along the references: leerling_school_soort. */
static const char *shown_name(const spot *at, const pt_input *input, const char *key)
{
    if (at->depth == 0 || input->kind == PT_INPUT_TODAY)
        return pt_forest_input(at->linked->forest, input->name) == PT_NO_INDEX ? input->name : key;
    char *shown = pt_arena_alloc(arena_of(at), strlen(key) + 1);
    size_t length = 0;
    for (const char *from = key + (*key == '.'); *from != '\0'; from++)
        shown[length++] = (char)(*from == '.' ? '_' : *from);
    shown[length] = '\0';
    return pt_forest_input(at->linked->forest, shown) == PT_NO_INDEX ? shown : key;
}

uint16_t pt_linked_input(const pt_linked *linked, const char *key)
{
    uint32_t number = PT_NO_INDEX;
    pt_map_find(&linked->inputs, key, &number);
    return (uint16_t)number;
}

static void meet_as(const spot *at, const pt_input *input, const char *key, const char *suffix)
{
    pt_linked *l = at->linked;
    key = pt_format(arena_of(at), "%s%s", key, suffix);
    uint16_t index = pt_linked_input(l, key);
    const char *name = index != PT_NO_INDEX
                           ? l->forest->inputs[index].name
                           : pt_format(arena_of(at), "%s%s", shown_name(at, input, key), suffix);
    pt_forest_meet_as(l->forest, at->side, input, name);
    index = pt_forest_input(l->forest, name);
    if (index == PT_NO_INDEX)
        return;
    pt_map_add(&l->inputs, key, index);
    (at->far ? l->far_asks : l->close_asks)[index] = true;
}

/* --- What stands in the place of an input --------------------------------------------------------
 */

typedef enum way { WAY_PARAMETER, WAY_PLAIN, WAY_UNSEEN, WAY_CLOSE, WAY_FAR } way;

static uint16_t rule_in(const pt_pack *pack, const pt_pack *of, uint16_t group)
{
    const pt_group *wanted = &of->rule_groups[group];
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (strcmp(pack->rule_groups[i].name, wanted->name) == 0 &&
            strcmp(pack->kinds[pack->rule_groups[i].subject].name,
                   of->kinds[wanted->subject].name) == 0)
            return i;
    return PT_NO_INDEX;
}

static uint16_t list_in(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->list_count; i++)
        if (strcmp(pack->blocks[pack->lists[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

static uint16_t window_in(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->window_count; i++)
        if (strcmp(pack->blocks[pack->windows[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

static pt_mover *mover_of(const pt_movers *movers, const pt_pack *after, const pt_pack *own,
                          const pt_input *input)
{
    uint16_t index = PT_NO_INDEX;
    if (movers == NULL)
        return NULL;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_RULE:
        index = own == after ? input->index : rule_in(after, own, input->index);
        return index == PT_NO_INDEX ? NULL : movers->rules[index];
    case PT_INPUT_WINDOW:
        index = window_in(after, own_name(own, input));
        return index == PT_NO_INDEX ? NULL : movers->windows[index];
    case PT_INPUT_LIST:
        index = list_in(after, own_name(own, input));
        return index == PT_NO_INDEX ? NULL : movers->lists[index];
    case PT_INPUT_FACT:
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return NULL;
}

static pt_mover *mover_at(const spot *at, const pt_input *input)
{
    return mover_of(at->linked->movers, at->linked->forest->packs[PT_AFTER], pack_of(at), input);
}

static way way_of(const spot *at, const pt_input *input)
{
    const pt_mover *mover = mover_at(at, input);
    if (input->kind == PT_INPUT_PARAMETER)
        return WAY_PARAMETER;
    if (mover != NULL && mover->unseen)
        return WAY_UNSEEN;
    if (mover != NULL && mover->of_list)
        return WAY_CLOSE;
    if (input->kind != PT_INPUT_RULE || (mover == NULL && !(at->far && at->linked->base)))
        return WAY_PLAIN;
    if (!at->far)
        return WAY_CLOSE;
    if (at->depth < FARTHEST)
        return WAY_FAR;
    at->linked->forest->full = at->linked->forest->full || mover != NULL;
    return WAY_PLAIN;
}

static spot spot_behind(const spot *at, const pt_function *function, const pt_input *input)
{
    spot next = *at;
    next.key = place_behind(arena_of(at), pack_of(at), at->key, function->subject, &input->path);
    next.depth = at->depth + 1;
    return next;
}

static pt_matter rule_of(const spot *at, const pt_input *input)
{
    return (pt_matter){.pack = pack_of(at), .side = at->side, .group = input->index};
}

/* Is there a subject behind optional references? */
static const char *presence_key(const spot *behind)
{
    return pt_format(arena_of(behind), "%s?", behind->key);
}

/* --- Days of law ---------------------------------------------------------------------------------
 */

/* What says the day of law of a block: "vandaag", ".ontvangen_op", or ".op|" when vandaag stands in
   for it as long as it is not known. */
static const char *law_key(pt_arena *arena, const pt_pack *pack, const char *key,
                           const pt_block *block)
{
    if (block->reference_date == PT_NO_INDEX)
        return "vandaag";
    const pt_fact *fact = &pack->kinds[block->subject].facts[block->reference_date];
    bool optional = fact->type.may_be_unknown || fact->type.may_be_none;
    return pt_format(arena, "%s.%s%s", key, fact->name, optional ? "|" : "");
}

/* The one key of all versions, or NULL. */
static const char *common_law_key(pt_arena *arena, const pt_matter *matter, const char *key)
{
    const uint16_t *versions = NULL;
    const char *found = matter->filter != NULL ? "vandaag" : NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const char *own =
            law_key(arena, matter->pack, key, pt_matter_version_block(matter, versions[i]));
        if (found != NULL && strcmp(found, own) != 0)
            return NULL;
        found = own;
    }
    return found;
}

static bool is_cut(const spot *at, const pt_matter *matter)
{
    const char *stretch = at->linked->stretch.name;
    const char *own = stretch == NULL ? NULL : common_law_key(arena_of(at), matter, at->key);
    return own != NULL && strcmp(own, stretch) == 0;
}

typedef struct day_search {
    pt_arena *arena;
    const pt_movers *movers;
    const pt_pack *after;
    const pt_pack *pack;
    const char *name;
    const char *key;
    unsigned depth;
    bool base;
    void (*visit)(void *context, pt_date day);
    void *context;
} day_search;

static void days_of(const day_search *d, const pt_matter *matter);

static void visit_ends(const day_search *d, const pt_mover *mover)
{
    if (mover->from != PT_DATE_NONE)
        d->visit(d->context, mover->from);
    if (mover->until != PT_DATE_FOREVER)
        d->visit(d->context, mover->until + 1);
}

static void days_behind(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const day_search *d = context;
    for (uint16_t i = 0; i < function->input_count && d->depth < FARTHEST; i++) {
        const pt_input *input = &function->inputs[i];
        const pt_mover *mover = mover_of(d->movers, d->after, d->pack, input);
        if (mover != NULL && mover->of_list && strcmp(d->name, "vandaag") == 0)
            visit_ends(d, mover);
        if (input->kind != PT_INPUT_RULE || (mover == NULL && !d->base))
            continue;
        day_search next = *d;
        next.key = place_behind(d->arena, d->pack, d->key, function->subject, &input->path);
        next.depth++;
        pt_matter rule = {.pack = d->pack, .group = input->index};
        days_of(&next, &rule);
    }
}

static void days_of(const day_search *d, const pt_matter *matter)
{
    const char *own = common_law_key(d->arena, matter, d->key);
    if (own != NULL && strcmp(own, d->name) == 0)
        pt_matter_bounds(matter, d->visit, d->context);
    day_search here = *d;
    pt_matter_every_function(matter, days_behind, &here);
}

static void parameter_days(const day_search *d, uint16_t parameter)
{
    if (parameter == PT_NO_INDEX)
        return;
    const pt_parameter *of = &d->pack->parameters[parameter];
    for (size_t i = 0; i < of->value_count; i++)
        d->visit(d->context, of->values[i].from);
}

static void term_days(const day_search *d, const pt_matter *matter)
{
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_term_rule *term = &matter->pack->duties[versions[i]].term;
        parameter_days(d, term->length.parameter);
        parameter_days(d, term->extension.parameter);
    }
    pt_matter start = *matter;
    start.part = PT_PART_START;
    days_of(d, &start);
    start.part = PT_PART_FIXED;
    days_of(d, &start);
}

const char *pt_linked_days(pt_arena *arena, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                           const pt_movers *movers, bool base,
                           void (*visit)(void *context, pt_date day), void *context)
{
    const char *name = NULL;
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        if (matters[side].group == PT_NO_INDEX)
            continue;
        const char *own = common_law_key(arena, &matters[side], "");
        if (own == NULL || (name != NULL && strcmp(own, name) != 0))
            return NULL;
        name = own;
    }
    for (pt_side side = PT_BEFORE; side < PT_SIDES && name != NULL; side++) {
        if (matters[side].group == PT_NO_INDEX)
            continue;
        day_search d = {.arena = arena,
                        .movers = movers,
                        .after = matters[PT_AFTER].pack,
                        .pack = matters[side].pack,
                        .name = name,
                        .key = "",
                        .base = base,
                        .visit = visit,
                        .context = context};
        days_of(&d, &matters[side]);
        if (aspect == PT_ASPECT_DUE)
            term_days(&d, &matters[side]);
    }
    return name;
}

/* --- Meeting -------------------------------------------------------------------------------------
 */

static pt_moved constant_of(uint8_t kind, int64_t amount, const char *word)
{
    return (pt_moved){kind, amount, word};
}

bool pt_moved_equal(const pt_moved *a, const pt_moved *b)
{
    return a->kind == b->kind && (a->kind != PT_YESNO || a->amount == b->amount) &&
           (a->kind != PT_CHOICE || strcmp(a->word, b->word) == 0);
}

static bool is_amount(const pt_moved *value)
{
    return value->kind != PT_UNKNOWN && value->kind != PT_NONE && value->kind != PT_YESNO &&
           value->kind != PT_CHOICE;
}

static const char *moved_words(const pt_moved *value)
{
    if (value->kind == PT_UNKNOWN)
        return "onbekend";
    if (value->kind == PT_NONE)
        return "geen";
    if (value->kind == PT_YESNO)
        return value->amount == 1 ? "ja" : "nee";
    return value->kind == PT_CHOICE ? value->word
           : value->kind == PT_DATE ? "een dag"
                                    : "een getal";
}

typedef struct word_list {
    pt_arena *arena;
    pt_move moves[PT_LIMIT_CHOICE_WORDS];
    const char *words[PT_LIMIT_CHOICE_WORDS];
    uint16_t count;
    bool full;
} word_list;

static void add_word(word_list *list, const char *words, const pt_move *move)
{
    for (uint16_t i = 0; i < list->count; i++)
        if (strcmp(list->words[i], words) == 0)
            return;
    list->full = list->full || list->count == PT_LIMIT_CHOICE_WORDS;
    if (list->full)
        return;
    list->moves[list->count] = *move;
    list->words[list->count++] = words;
}

static void add_same(word_list *list, pt_moved value)
{
    pt_move move = {value, value, 0};
    add_word(list, is_amount(&value) ? "blijft gelijk" : moved_words(&value), &move);
}

static void add_move(word_list *list, const pt_move *move)
{
    bool date = move->after.kind == PT_DATE;
    if (is_amount(&move->before) && is_amount(&move->after))
        add_word(list,
                 move->rise > 0 ? date ? "wordt later" : "wordt hoger"
                 : date         ? "wordt eerder"
                                : "wordt lager",
                 move);
    else
        add_word(list,
                 pt_format(list->arena, "gaat van %s naar %s", moved_words(&move->before),
                           moved_words(&move->after)),
                 move);
}

static void add_unmoved(word_list *list, const pt_pack *pack, const pt_type *type)
{
    if (type->kind == PT_YESNO) {
        add_same(list, constant_of(PT_YESNO, 0, NULL));
        add_same(list, constant_of(PT_YESNO, 1, NULL));
    } else if (type->kind == PT_CHOICE) {
        for (uint16_t i = 0; i < pack->choices[type->set].count; i++)
            add_same(list, constant_of(PT_CHOICE, 0, pack->choices[type->set].words[i]));
    } else {
        add_same(list, constant_of(type->kind, 0, NULL));
    }
    if (type->may_be_unknown)
        add_same(list, constant_of(PT_UNKNOWN, 0, NULL));
    if (type->may_be_none)
        add_same(list, constant_of(PT_NONE, 0, NULL));
}

static close_input *close_of(pt_linked *l, const char *key)
{
    for (size_t i = 0; i < l->close_count; i++)
        if (strcmp(l->closes[i].key, key) == 0)
            return &l->closes[i];
    return NULL;
}

static void meet_day(const spot *at, const pt_block *block, bool today);

static void meet_close(const spot *at, const pt_function *function, const pt_input *input)
{
    pt_linked *l = at->linked;
    const char *key = input_key(at, function, input);
    close_input *made = close_of(l, key);
    if (made == NULL && l->close_count == MOST_CLOSE) {
        l->forest->full = true;
        return;
    }
    if (made == NULL) {
        made = &l->closes[l->close_count++];
        *made = (close_input){.key = key, .mover = mover_at(at, input), .input = PT_NO_INDEX};
        made->was = made->becomes = PT_NO_INDEX;
        made->name = shown_name(at, input, key);
    }
    made->asked[at->far] = true;
    if (made->mover->of_list)
        meet_day(at, NULL, true);
    if (made->own[at->side] == NULL)
        made->own[at->side] = input;
}

/* Does it move on some days alone? */
static bool is_dated(const pt_mover *mover)
{
    return mover->of_list && (mover->from != PT_DATE_NONE || mover->until != PT_DATE_FOREVER);
}

static bool is_near(const close_input *close)
{
    return close->asked[false] && !close->mover->of_list;
}

static void mark_close(pt_linked *l, const close_input *close, uint16_t input)
{
    if (input == PT_NO_INDEX)
        return;
    l->close_asks[input] = close->asked[false];
    l->far_asks[input] = close->asked[true];
    l->forest->moves[input] = true;
    l->forest->near[input] = is_near(close);
}

static void settle_amounts(pt_linked *l, close_input *close, pt_side side)
{
    pt_input amount = *close->own[side];
    amount.type.may_be_unknown = amount.type.may_be_none = false;
    const char *was = pt_format(l->forest->arena, "%s (was)", close->name),
               *becomes = pt_format(l->forest->arena, "%s (wordt)", close->name);
    pt_forest_meet_as(l->forest, side, &amount, was);
    pt_forest_meet_as(l->forest, side, &amount, becomes);
    close->was = pt_forest_input(l->forest, was);
    close->becomes = pt_forest_input(l->forest, becomes);
    mark_close(l, close, close->was);
    mark_close(l, close, close->becomes);
}

/* Once both sides are met: how each mover can move, as words of an input. */
static void settle_close(pt_linked *l, close_input *close)
{
    pt_side side = close->own[PT_AFTER] != NULL ? PT_AFTER : PT_BEFORE;
    word_list *list = PT_NEW(l->forest->arena, word_list);
    list->arena = l->forest->arena;
    for (pt_side own = PT_BEFORE; own < PT_SIDES; own++)
        if (close->own[own] != NULL)
            add_unmoved(list, l->forest->packs[own], &close->own[own]->type);
    bool amounts = is_amount(&list->moves[0].before);
    /* One that a single side asks stands for what it is on that side. */
    bool both = close->own[PT_BEFORE] != NULL && close->own[PT_AFTER] != NULL;
    for (size_t i = 0; both && i < close->mover->count; i++)
        add_move(list, &close->mover->moves[i]);
    l->forest->full = l->forest->full || list->full;
    close->words = list->moves;
    close->input = pt_forest_meet_words(l->forest, close->name, list->words, list->count);
    mark_close(l, close, close->input);
    if (close->input != PT_NO_INDEX && amounts)
        settle_amounts(l, close, side);
}

static void meet_matter(const spot *at, const pt_matter *matter);

static void meet_far(const spot *at, const pt_function *function, const pt_input *input)
{
    spot behind = spot_behind(at, function, input);
    pt_matter rule = rule_of(at, input);
    if (input->path.optional) {
        const char *key = presence_key(&behind);
        pt_input there = {.name = pt_format(arena_of(at), "heeft_%s",
                                            input->path.name == NULL ? key + 1 : input->path.name),
                          .kind = PT_INPUT_FACT,
                          .type = {.kind = PT_YESNO, .high = 1}};
        spot here = *at;
        here.depth = 0;
        meet_as(&here, &there, key, "");
    }
    meet_matter(&behind, &rule);
}

static void meet_function(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const spot *at = context;
    pt_linked *l = at->linked;
    if (function->period_count == 0)
        pt_forest_meet_free(l->forest, at->side, function);
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        switch (way_of(at, input)) {
        case WAY_PARAMETER: break;
        case WAY_PLAIN: meet_as(at, input, input_key(at, function, input), ""); break;
        case WAY_UNSEEN:
            l->unseen = true;
            meet_as(at, input, input_key(at, function, input),
                    at->side == PT_BEFORE ? " (was)" : " (wordt)");
            break;
        case WAY_CLOSE: meet_close(at, function, input); break;
        case WAY_FAR: meet_far(at, function, input); break;
        }
    }
}

static void meet_day(const spot *at, const pt_block *block, bool today)
{
    pt_type date = {.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};
    if (today) {
        pt_input input = {.name = "vandaag", .kind = PT_INPUT_TODAY, .type = date};
        meet_as(at, &input, "vandaag", "");
        return;
    }
    const pt_fact *fact = &pack_of(at)->kinds[block->subject].facts[block->reference_date];
    pt_input input = {.name = fact->name, .kind = PT_INPUT_FACT, .type = fact->type};
    input.path.target = block->subject;
    input.index = block->reference_date;
    meet_as(at, &input, pt_format(arena_of(at), "%s.%s", at->key, fact->name), "");
}

static void meet_days(const spot *at, const pt_matter *matter)
{
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_block *block = pt_matter_version_block(matter, versions[i]);
        const char *key = law_key(arena_of(at), pack_of(at), at->key, block);
        bool today = strcmp(key, "vandaag") == 0;
        meet_day(at, block, today);
        if (!today && strchr(key, '|') != NULL)
            meet_day(at, block, true);
    }
}

static void meet_matter(const spot *at, const pt_matter *matter)
{
    spot here = *at;
    if (is_cut(at, matter)) {
        pt_matter_functions(matter, at->linked->stretch.day, meet_function, &here);
        return;
    }
    meet_days(at, matter);
    pt_matter_every_function(matter, meet_function, &here);
}

static void meet_question(pt_linked *l, bool far)
{
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        spot at = {.linked = l, .side = side, .key = "", .far = far};
        pt_matter matter = l->matters[side];
        meet_matter(&at, &matter);
        if (l->aspect != PT_ASPECT_DUE)
            continue;
        matter.part = PT_PART_START;
        meet_matter(&at, &matter);
        matter.part = PT_PART_FIXED;
        meet_matter(&at, &matter);
    }
}

pt_linked *pt_linked_create(pt_forest *forest, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                            const pt_movers *movers, const pt_tree_reading *trees,
                            const pt_stretch *stretch, bool base, bool far)
{
    pt_linked *l = PT_NEW(forest->arena, pt_linked);
    l->forest = forest;
    l->matters[PT_BEFORE] = matters[PT_BEFORE];
    l->matters[PT_AFTER] = matters[PT_AFTER];
    l->aspect = aspect;
    l->movers = movers;
    l->trees = trees;
    l->stretch = *stretch;
    l->base = base;
    l->inputs = pt_map_create(forest->arena);
    l->roots = pt_map_create(forest->arena);
    meet_question(l, false);
    bool apart = far && (pt_linked_expands(l) || base);
    if (apart)
        meet_question(l, true);
    for (size_t i = 0; i < l->close_count; i++)
        settle_close(l, &l->closes[i]);
    if (far && !apart)
        memcpy(l->far_asks, l->close_asks, sizeof l->far_asks);
    return l;
}

bool pt_linked_expands(const pt_linked *l)
{
    bool any = false;
    for (size_t i = 0; i < l->close_count; i++)
        any = any || is_near(&l->closes[i]);
    return any;
}

bool pt_linked_moves(const pt_linked *l)
{
    return l->close_count > 0;
}

bool pt_linked_unseen(const pt_linked *l)
{
    return l->unseen;
}

bool pt_linked_asks(const pt_linked *l, uint16_t input, bool far)
{
    return far ? l->far_asks[input] : l->close_asks[input];
}

/* --- As trees ------------------------------------------------------------------------------------
 */

static uint32_t whole_root(spot *at, const pt_matter *matter);

static bool is_still(const pt_move *move)
{
    return move->rise == 0 && pt_moved_equal(&move->before, &move->after);
}

static uint32_t amount_leaf(const spot *at, const close_input *close, const pt_move *move)
{
    pt_forest *forest = at->linked->forest;
    bool both = is_amount(&move->before) && is_amount(&move->after);
    uint16_t input = is_still(move) ? close->was
                     : both         ? at->side == PT_BEFORE ? close->was : close->becomes
                     : is_amount(&move->before) ? close->was
                                                : close->becomes;
    return pt_forest_input_leaf(forest, input);
}

static uint32_t until(pt_forest *forest, uint16_t atom, pt_date day, uint32_t yes, uint32_t no)
{
    pt_term_of_form *term = PT_NEW(forest->arena, pt_term_of_form);
    *term = (pt_term_of_form){1, atom};
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = {term, 1, 0, -(int64_t)day}};
    return pt_forest_branch(forest, &test, yes, no);
}

/* The test that an amount is more, or less, than it was. */
static pt_test rise_test(pt_forest *forest, const close_input *close, int rise)
{
    uint16_t was = pt_forest_atom(forest, close->was),
             becomes = pt_forest_atom(forest, close->becomes);
    const pt_type *type = &forest->inputs[close->was].type;
    pt_term_of_form *terms = PT_NEW_ARRAY(forest->arena, 2, pt_term_of_form);
    bool in_order = was < becomes;
    terms[in_order ? 0 : 1] = (pt_term_of_form){rise, was};
    terms[in_order ? 1 : 0] = (pt_term_of_form){-rise, becomes};
    int64_t step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    return (pt_test){.kind = PT_TEST_AT_MOST, .form = {terms, 2, 0, step}};
}

static bool is_still(const pt_move *move);

/* Outside its days a list does not move: there both sides have the leaf `none`. */
static uint32_t behind_days(const pt_linked *l, const close_input *close, uint32_t root,
                            uint32_t none)
{
    pt_forest *forest = l->forest;
    const pt_mover *mover = close->mover;
    uint16_t input = pt_linked_input(l, "vandaag");
    if (!is_dated(mover) || input == PT_NO_INDEX)
        return root;
    uint16_t today = pt_forest_atom(forest, input);
    uint32_t inside = root;
    if (mover->until != PT_DATE_FOREVER)
        inside = until(forest, today, mover->until, inside, none);
    if (mover->from != PT_DATE_NONE)
        inside = until(forest, today, mover->from - 1, none, inside);
    pt_test moves = {.kind = PT_TEST_IN, .atom = pt_forest_atom(forest, close->input)};
    for (int64_t word = 0; word <= forest->inputs[close->input].type.high; word++)
        moves.mask |= is_still(&close->words[word]) ? 0 : (uint64_t)1 << word;
    return pt_forest_branch(forest, &moves, inside, root);
}

/* An amount that is said to rise does so. */
static uint32_t behind_rise(const pt_linked *l, const close_input *close, uint32_t root,
                            uint32_t none)
{
    pt_forest *forest = l->forest;
    uint32_t plain = root;
    if (close->was == PT_NO_INDEX || close->becomes == PT_NO_INDEX)
        return root;
    for (int64_t word = 0; word <= forest->inputs[close->input].type.high; word++) {
        if (close->words[word].rise == 0)
            continue;
        pt_test rise = rise_test(forest, close, close->words[word].rise),
                said = {.kind = PT_TEST_IN,
                        .atom = pt_forest_atom(forest, close->input),
                        .mask = (uint64_t)1 << word};
        root = pt_forest_branch(forest, &said, pt_forest_branch(forest, &rise, plain, none), root);
    }
    return root;
}

/* What a mover cannot do has the same leaf on both sides, and so is no difference. */
static uint32_t behind_movers(const pt_linked *l, uint32_t root, bool far)
{
    uint32_t none = pt_forest_label(l->forest, "");
    for (size_t i = 0; i < l->close_count && !l->forest->full; i++) {
        const close_input *close = &l->closes[i];
        if (!close->asked[far] || close->input == PT_NO_INDEX)
            continue;
        root = behind_rise(l, close, root, none);
        root = behind_days(l, close, root, none);
    }
    return root;
}

static uint32_t leaf_of(const spot *at, const close_input *close, const pt_move *move)
{
    pt_forest *forest = at->linked->forest;
    const pt_input *own = close->own[at->side];
    const pt_moved *moved = at->side == PT_BEFORE ? &move->before : &move->after;
    pt_value value = {.kind = moved->kind, .amount = moved->amount};
    if (is_amount(moved))
        return amount_leaf(at, close, move);
    if (moved->kind != PT_CHOICE)
        return pt_forest_value(forest, at->side, value);
    value.set = own->type.set;
    value.amount = pt_choice_index(&pack_of(at)->choices[own->type.set], moved->word);
    return pt_forest_value(forest, at->side, value);
}

static uint32_t close_root(const spot *at, const pt_function *function, const pt_input *input)
{
    pt_forest *forest = at->linked->forest;
    const close_input *close = close_of(at->linked, input_key(at, function, input));
    if (close == NULL || close->input == PT_NO_INDEX || forest->full)
        return pt_forest_value(forest, at->side, pt_unknown());
    uint16_t atom = pt_forest_atom(forest, close->input);
    int64_t last = forest->inputs[close->input].type.high;
    uint32_t node = 0;
    for (int64_t word = last; word >= 0; word--) {
        const pt_move *move = &close->words[word];
        uint32_t leaf = leaf_of(at, close, move);
        pt_test test = {.kind = PT_TEST_IN, .atom = atom, .mask = (uint64_t)1 << word};
        node = word == last ? leaf : pt_forest_branch(forest, &test, leaf, node);
    }
    return node;
}

static uint32_t far_root(const spot *at, const pt_function *function, const pt_input *input)
{
    pt_linked *l = at->linked;
    spot behind = spot_behind(at, function, input);
    const char *key =
        pt_format(arena_of(at), "%d %s", (int)at->side, input_key(at, function, input));
    uint32_t root = 0;
    if (pt_map_find(&l->roots, key, &root))
        return root;
    pt_matter rule = rule_of(at, input);
    root = whole_root(&behind, &rule);
    if (input->path.optional) {
        uint16_t there = pt_linked_input(l, presence_key(&behind));
        pt_test test = {.kind = PT_TEST_IN, .mask = 2};
        test.atom = there == PT_NO_INDEX ? 0 : pt_forest_atom(l->forest, there);
        root = pt_forest_branch(l->forest, &test, root,
                                pt_forest_value(l->forest, at->side, pt_none()));
    }
    pt_map_add(&l->roots, key, root);
    return root;
}

/* One function, with outcomes put in the place of its inputs from number `next` on. */
typedef struct expanding {
    const spot *at;
    const pt_function *function;
    pt_date day;
    const pt_forks *forks;
    const char *names[PT_LIMIT_INPUTS];
    const pt_forest_leaf *given[PT_LIMIT_INPUTS];
    uint16_t next;
} expanding;

static uint32_t expand(expanding *e);

static uint32_t behind_input(void *context, uint32_t leaf)
{
    expanding *e = context;
    pt_forest_leaf kept = e->at->linked->forest->nodes[leaf].leaf;
    uint16_t index = e->next++;
    e->given[index] = &kept;
    uint32_t made = expand(e);
    e->given[index] = NULL;
    e->next = index;
    return made;
}

static const char *name_of(const spot *at, const pt_function *function, const pt_input *input,
                           way put)
{
    const char *key = input_key(at, function, input);
    if (put == WAY_UNSEEN)
        key = pt_format(arena_of(at), "%s%s", key, at->side == PT_BEFORE ? " (was)" : " (wordt)");
    uint16_t index = pt_linked_input(at->linked, key);
    return index == PT_NO_INDEX ? input->name : at->linked->forest->inputs[index].name;
}

static uint32_t expand(expanding *e)
{
    pt_forest *forest = e->at->linked->forest;
    uint16_t first = e->next;
    for (; e->next < e->function->input_count && !forest->full; e->next++) {
        const pt_input *input = &e->function->inputs[e->next];
        way put = way_of(e->at, input);
        e->names[e->next] = name_of(e->at, e->function, input, put);
        if (put != WAY_CLOSE && put != WAY_FAR)
            continue;
        uint32_t root = put == WAY_CLOSE ? close_root(e->at, e->function, input)
                                         : far_root(e->at, e->function, input);
        uint32_t made = pt_forest_continue(forest, root, behind_input, e);
        e->next = first;
        return made;
    }
    e->next = first;
    pt_forest_places places = {e->names, e->given};
    return pt_forest_add(forest, e->at->side, e->function, e->day, &places, e->forks);
}

static uint32_t ask(void *context, const pt_function *function, pt_date day, const pt_forks *forks)
{
    expanding e = {.at = context, .function = function, .day = day, .forks = forks};
    return expand(&e);
}

/* --- Days of law as tests ------------------------------------------------------------------------
 */

enum { MOST_DAYS = 400 };

typedef struct cuts {
    pt_date days[MOST_DAYS];
    size_t count;
    bool full;
} cuts;

static void add_cut(void *context, pt_date day)
{
    cuts *c = context;
    size_t at = c->count;
    while (at > 0 && c->days[at - 1] > day)
        at--;
    if (at > 0 && c->days[at - 1] == day)
        return;
    if (c->count == MOST_DAYS) {
        c->full = true;
        return;
    }
    memmove(&c->days[at + 1], &c->days[at], (c->count - at) * sizeof *c->days);
    c->days[at] = day;
    c->count++;
}

/* A version over its days, told by one date; `other` outside them. */
static uint32_t version_by(spot *at, const pt_matter *version, uint16_t input, uint32_t other)
{
    pt_forest *forest = at->linked->forest;
    const pt_block *block = pt_matter_version_block(version, version->version);
    cuts *c = PT_NEW(forest->arena, cuts);
    if (input == PT_NO_INDEX)
        return other;
    uint16_t atom = pt_forest_atom(forest, input);
    pt_matter_ways ways = {ask, NULL, at};
    pt_matter_bounds(version, add_cut, c);
    forest->full = forest->full || c->full;
    uint32_t node = other;
    pt_date end = block->until;
    for (size_t i = c->count; i-- > 0 && !forest->full;) {
        pt_date from = c->days[i] < block->from ? block->from : c->days[i];
        if (from > end)
            continue;
        uint32_t root = pt_matter_root(version, forest, from, &ways);
        node = end == PT_DATE_FOREVER ? root : until(forest, atom, end, root, node);
        end = from == PT_DATE_NONE ? from : from - 1;
        if (from == block->from)
            break;
    }
    return block->from == PT_DATE_NONE ? node : until(forest, atom, block->from - 1, other, node);
}

static uint32_t version_root(spot *at, const pt_matter *version, uint32_t other)
{
    pt_linked *l = at->linked;
    const pt_block *block = pt_matter_version_block(version, version->version);
    const char *key = law_key(arena_of(at), pack_of(at), at->key, block);
    uint16_t today = pt_linked_input(l, "vandaag");
    if (strcmp(key, "vandaag") == 0)
        return version_by(at, version, today, other);
    char *own = pt_arena_copy(arena_of(at), key, strlen(key));
    char *bar = strchr(own, '|');
    if (bar == NULL)
        return version_by(at, version, pt_linked_input(l, own), other);
    *bar = '\0';
    uint16_t input = pt_linked_input(l, own);
    if (input == PT_NO_INDEX)
        return other;
    pt_test known = {.kind = PT_TEST_KNOWN, .atom = pt_forest_atom(l->forest, input)};
    pt_test none = {.kind = PT_TEST_NONE, .atom = known.atom};
    uint32_t without = version_by(at, version, today, other);
    uint32_t with = version_by(at, version, input, other);
    with = l->forest->inputs[input].type.may_be_none
               ? pt_forest_branch(l->forest, &none, without, with)
               : with;
    return l->forest->inputs[input].type.may_be_unknown
               ? pt_forest_branch(l->forest, &known, with, without)
               : with;
}

static bool asks_existence(const pt_matter *matter)
{
    return matter->of_duty && matter->part == PT_PART_OUTCOME;
}

static uint32_t whole_root(spot *at, const pt_matter *matter)
{
    pt_linked *l = at->linked;
    pt_matter_ways ways = {ask, NULL, at};
    if (is_cut(at, matter) || matter->group == PT_NO_INDEX)
        return pt_matter_root(matter, l->forest, l->stretch.day, &ways);
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    uint32_t node =
        pt_forest_value(l->forest, at->side, asks_existence(matter) ? pt_yesno(false) : pt_none());
    for (uint16_t i = count; i-- > 0;) {
        pt_matter version = *matter;
        version.of_version = true;
        version.version = versions[i];
        node = version_root(at, &version, node);
    }
    return node;
}

/* --- Terms and bearers ---------------------------------------------------------------------------
 */

static const pt_duty *duty_of(const pt_linked *l, pt_side side)
{
    const pt_matter *matter = &l->matters[side];
    uint16_t version =
        matter->group == PT_NO_INDEX
            ? PT_NO_INDEX
            : pt_duty_version(matter->pack, &matter->pack->duty_groups[matter->group],
                              l->stretch.day);
    return version == PT_NO_INDEX ? NULL : &matter->pack->duties[version];
}

static const char *length_words(const pt_linked *l, pt_side side, const pt_length *length)
{
    const pt_pack *pack = l->matters[side].pack;
    pt_value value = {.kind = PT_DURATION, .unit = length->unit, .amount = length->amount};
    if (length->parameter != PT_NO_INDEX) {
        value = pt_parameter_on(&pack->parameters[length->parameter], l->stretch.day, NULL);
        if (value.kind == PT_NUMBER)
            value = (pt_value){.kind = PT_DURATION,
                               .unit = length->unit,
                               .amount = value.amount / PT_NUMBER_SCALE};
    }
    pt_text out = pt_text_create(l->forest->arena);
    pt_value_show(&out, pack, value);
    return value.kind == PT_DURATION && value.amount == 0 ? "" : out.bytes;
}

static bool same_standstill(const pt_duty *a, const pt_duty *b)
{
    return a->term.standstill_count == b->term.standstill_count;
}

/* "6 weken na ", with what else differs between the two terms. */
static const char *term_words(const pt_linked *l, pt_side side)
{
    static const char *const laws[] = {"wet", "amvb", "regeling", "statuut", "beleid"};
    static const char *const recurrences[] = {"eenmaal", "elk schooljaar", "elk kalenderjaar"};
    const pt_duty *own = duty_of(l, side), *other = duty_of(l, PT_SIDES - 1 - side);
    const char *extension = length_words(l, side, &own->term.extension);
    pt_text out = pt_text_create(l->forest->arena);
    const char *length = length_words(l, side, &own->term.length);
    if (own->recurrence != other->recurrence)
        pt_text_format(&out, "%s, ", recurrences[own->recurrence]);
    if (own->term.law != other->term.law && own->term.law < sizeof laws / sizeof *laws)
        pt_text_format(&out, "als termijn van %s, ", laws[own->term.law]);
    if (strcmp(extension, length_words(l, PT_SIDES - 1 - side, &other->term.extension)) != 0)
        pt_text_format(&out, "%s%s%s, ", extension[0] == '\0' ? "zonder" : "met ",
                       extension[0] == '\0' ? "" : extension, " verlenging");
    if (!same_standstill(own, other))
        pt_text_format(&out, "%s stilstand, ", own->term.standstill_count > 0 ? "met" : "zonder");
    if (own->term.end_of != PT_NO_INDEX)
        pt_text_format(&out, "%s na het einde van %s", length,
                       l->matters[side].pack->duty_groups[own->term.end_of].name);
    else if (own->term.fixed == NULL)
        pt_text_format(&out, "%s %s ", length, own->term.backward ? "voor" : "na");
    return out.bytes == NULL ? "" : out.bytes;
}

static const char *bearer_words(const pt_linked *l, pt_side side)
{
    const pt_duty *duty = duty_of(l, side);
    return duty == NULL                ? "?"
           : duty->bearer_role != NULL ? duty->bearer_role
           : duty->bearer.name != NULL ? duty->bearer.name
                                       : "?";
}

/* Without a start of its own: words alone. */
static bool starts_itself(const pt_duty *duty)
{
    return duty->term.start != NULL || duty->term.fixed != NULL;
}

typedef struct labelling {
    pt_linked *linked;
    pt_side side;
    uint32_t found;
    uint32_t not_found;
} labelling;

static uint32_t behind_start(void *context, uint32_t leaf)
{
    const labelling *by = context;
    const char *words = term_words(by->linked, by->side);
    return words[0] == '\0' ? leaf : pt_forest_labelled(by->linked->forest, leaf, words);
}

static uint32_t behind_existence(void *context, uint32_t leaf)
{
    const labelling *by = context;
    const pt_forest_leaf *own = &by->linked->forest->nodes[leaf].leaf;
    return pt_is_yes(own->value) ? by->found : by->not_found;
}

static pt_matter start_of(const pt_linked *l, pt_side side)
{
    pt_matter start = l->matters[side];
    start.part = duty_of(l, side)->term.fixed != NULL ? PT_PART_FIXED : PT_PART_START;
    return start;
}

static uint32_t aspect_root(spot *at)
{
    pt_linked *l = at->linked;
    labelling by = {.linked = l, .side = at->side};
    if (l->aspect == PT_ASPECT_BEARER)
        return pt_forest_label(l->forest, bearer_words(l, at->side));
    if (!starts_itself(duty_of(l, at->side)))
        return pt_forest_label(l->forest, term_words(l, at->side));
    pt_matter start = start_of(l, at->side);
    return pt_forest_continue(l->forest, whole_root(at, &start), behind_start, &by);
}

uint32_t pt_linked_root(pt_linked *l, pt_side side, bool far)
{
    bool whole = far && (pt_linked_expands(l) || l->base);
    spot at = {.linked = l, .side = side, .key = "", .far = whole};
    if (l->aspect == PT_ASPECT_PART)
        return behind_movers(l, whole_root(&at, &l->matters[side]), whole);
    labelling by = {.linked = l, .side = side};
    by.not_found = pt_forest_value(l->forest, side, pt_none());
    if (duty_of(l, PT_BEFORE) == NULL || duty_of(l, PT_AFTER) == NULL)
        return by.not_found;
    by.found = aspect_root(&at);
    for (pt_side each = PT_BEFORE; each < PT_SIDES; each++) {
        at.side = each;
        uint32_t exists = whole_root(&at, &l->matters[each]);
        by.found = pt_forest_continue(l->forest, exists, behind_existence, &by);
    }
    return behind_movers(l, by.found, whole);
}

/* --- As values -----------------------------------------------------------------------------------
 */

static bool whole_answer(const spot *at, const pt_matter *matter, pt_answer *answer);

static bool held(const spot *at, const char *key, pt_value *value)
{
    uint16_t index = pt_linked_input(at->linked, key);
    if (index == PT_NO_INDEX)
        return false;
    *value = at->linked->values[index];
    return true;
}

static pt_value amount_value(const spot *at, const close_input *close, const pt_move *move)
{
    const pt_value *values = at->linked->values;
    bool after = !is_still(move) && is_amount(&move->after) &&
                 (at->side == PT_AFTER || !is_amount(&move->before));
    return values[after ? close->becomes : close->was];
}

static bool close_value(const spot *at, const pt_input *input, pt_value *value)
{
    pt_linked *l = at->linked;
    const close_input *close = close_of(l, input_key(at, at->function, input));
    if (close == NULL || close->input == PT_NO_INDEX)
        return false;
    int64_t word = l->values[close->input].amount;
    const pt_move *move = &close->words[word];
    const pt_moved *moved = at->side == PT_BEFORE ? &move->before : &move->after;
    *value = (pt_value){.kind = moved->kind, .amount = moved->amount};
    if (is_amount(moved))
        *value = amount_value(at, close, move);
    if (moved->kind == PT_CHOICE) {
        value->set = input->type.set;
        value->amount = pt_choice_index(&pack_of(at)->choices[value->set], moved->word);
    }
    return true;
}

static bool far_value(const spot *at, const pt_input *input, pt_value *value)
{
    spot behind = spot_behind(at, at->function, input);
    pt_value there = pt_yesno(true);
    pt_answer answer = {0};
    pt_matter rule = rule_of(at, input);
    if (input->path.optional && !held(at, presence_key(&behind), &there))
        return false;
    *value = pt_none();
    if (!pt_is_yes(there))
        return true;
    if (!whole_answer(&behind, &rule, &answer))
        return false;
    *value = answer.value;
    if (value->kind != PT_CHOICE || value->set == input->type.set)
        return true;
    const pt_choice *choices = pack_of(at)->choices;
    value->amount =
        pt_choice_index(&choices[input->type.set], choices[value->set].words[value->amount]);
    value->set = input->type.set;
    return value->amount != PT_NO_INDEX;
}

static bool plain_value(const spot *at, const pt_input *input, way put, pt_value *value)
{
    const pt_forest *forest = at->linked->forest;
    uint16_t index = pt_forest_input(forest, name_of(at, at->function, input, put));
    return index != PT_NO_INDEX &&
           pt_forest_back(forest, at->side, input, index, at->linked->values[index], value);
}

static bool input_value(void *context, const pt_input *input, pt_date day, pt_value *value)
{
    const spot *at = context;
    spot here = *at;
    /* Only the path of an input and the subject of its function say where it leads. */
    way put = way_of(at, input);
    switch (put) {
    case WAY_PARAMETER:
        *value = pt_parameter_on(&pack_of(at)->parameters[input->index], day, NULL);
        return true;
    case WAY_PLAIN:
    case WAY_UNSEEN: return plain_value(&here, input, put, value);
    case WAY_CLOSE: return close_value(&here, input, value);
    case WAY_FAR: return far_value(&here, input, value);
    }
    return false;
}

/* The day of law that the values give; false when it is not known. */
static bool law_day(const spot *at, const pt_block *block, pt_date *day)
{
    const char *key = law_key(arena_of(at), pack_of(at), at->key, block);
    pt_value value = pt_unknown();
    bool today = strcmp(key, "vandaag") == 0;
    char *own = pt_arena_copy(arena_of(at), key, strlen(key));
    char *bar = strchr(own, '|');
    if (bar != NULL)
        *bar = '\0';
    if (!held(at, own, &value))
        return false;
    if (value.kind != PT_DATE && !today && !held(at, "vandaag", &value))
        return false;
    *day = (pt_date)value.amount;
    return value.kind == PT_DATE;
}

static bool answer_on(const spot *at, const pt_matter *matter, pt_date day, pt_answer *answer)
{
    spot here = *at;
    static const pt_function nowhere;
    pt_function subject = nowhere;
    subject.subject = pt_matter_subject(matter);
    here.function = &subject;
    pt_matter_ways ways = {NULL, input_value, &here};
    return pt_matter_answer(matter, &ways, &at->linked->trees[at->side], day, answer);
}

static bool whole_answer(const spot *at, const pt_matter *matter, pt_answer *answer)
{
    *answer = (pt_answer){asks_existence(matter) ? pt_yesno(false) : pt_none(), NULL};
    if (matter->group == PT_NO_INDEX)
        return true;
    if (is_cut(at, matter))
        return answer_on(at, matter, at->linked->stretch.day, answer);
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_block *block = pt_matter_version_block(matter, versions[i]);
        pt_date day = PT_DATE_NONE;
        if (!law_day(at, block, &day))
            return false;
        pt_matter version = *matter;
        version.of_version = true;
        version.version = versions[i];
        if (block->from <= day && day <= block->until)
            return answer_on(at, &version, day, answer);
    }
    return true;
}

static bool aspect_answer(pt_linked *l, pt_side side, bool far, uint32_t *leaf)
{
    spot at = {.linked = l, .side = side, .key = "", .far = far};
    pt_answer answer = {0};
    *leaf = pt_forest_value(l->forest, side, pt_none());
    if (duty_of(l, PT_BEFORE) == NULL || duty_of(l, PT_AFTER) == NULL)
        return true;
    for (pt_side each = PT_BEFORE; each < PT_SIDES; each++) {
        at.side = each;
        if (!whole_answer(&at, &l->matters[each], &answer))
            return false;
        if (!pt_is_yes(answer.value))
            return true;
    }
    at.side = side;
    if (l->aspect == PT_ASPECT_BEARER || !starts_itself(duty_of(l, side))) {
        *leaf = aspect_root(&at);
        return true;
    }
    pt_matter start = start_of(l, side);
    labelling by = {.linked = l, .side = side};
    if (!whole_answer(&at, &start, &answer))
        return false;
    *leaf = behind_start(&by, pt_forest_value(l->forest, side, answer.value));
    return true;
}

static bool does_as_said(const pt_linked *l, const close_input *close)
{
    const pt_value *values = l->values;
    const pt_move *move = &close->words[values[close->input].amount];
    uint16_t today = pt_linked_input(l, "vandaag");
    if (is_dated(close->mover) && !is_still(move) && today != PT_NO_INDEX &&
        (values[today].amount < close->mover->from || values[today].amount > close->mover->until))
        return false;
    if (move->rise == 0 || close->was == PT_NO_INDEX || close->becomes == PT_NO_INDEX)
        return true;
    return (values[close->becomes].amount - values[close->was].amount) * move->rise > 0;
}

/* Is it what the movers can do? */
static bool do_as_said(const pt_linked *l, bool far)
{
    bool all = true;
    for (size_t i = 0; i < l->close_count; i++) {
        const close_input *close = &l->closes[i];
        if (close->asked[far] && close->input != PT_NO_INDEX)
            all = all && does_as_said(l, close);
    }
    return all;
}

bool pt_linked_answer(pt_linked *l, pt_side side, bool far, const pt_value *inputs, uint32_t *leaf,
                      const char **reason)
{
    bool whole = far && (pt_linked_expands(l) || l->base);
    spot at = {.linked = l, .side = side, .key = "", .far = whole};
    pt_answer answer = {0};
    l->values = inputs;
    *reason = NULL;
    if (!do_as_said(l, whole))
        return false;
    if (l->aspect != PT_ASPECT_PART)
        return aspect_answer(l, side, whole, leaf);
    if (!whole_answer(&at, &l->matters[side], &answer))
        return false;
    *leaf = pt_forest_value(l->forest, side, answer.value);
    *reason = answer.reason;
    return true;
}

/* --- From far to close ---------------------------------------------------------------------------
 */

static pt_moved moved_value(const pt_pack *pack, pt_value value)
{
    pt_moved moved = {.kind = value.kind, .amount = value.amount};
    if (value.kind == PT_CHOICE)
        moved.word = pack->choices[value.set].words[value.amount];
    return moved;
}

static bool closer_one(pt_linked *l, const close_input *close, pt_value *closer)
{
    pt_value found[PT_SIDES] = {{0}};
    pt_moved moved[PT_SIDES] = {{0}};
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        const pt_input *input = close->own[side];
        if (input == NULL)
            continue;
        pt_function subject = {.subject = pt_matter_subject(&l->matters[side])};
        spot at = {.linked = l, .side = side, .key = "", .far = true, .function = &subject};
        if (!far_value(&at, input, &found[side]))
            return false;
        moved[side] = moved_value(l->matters[side].pack, found[side]);
    }
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        if (close->own[side] != NULL)
            continue;
        found[side] = found[PT_SIDES - 1 - side];
        moved[side] = moved[PT_SIDES - 1 - side];
    }
    int rise = !is_amount(&moved[PT_BEFORE]) || !is_amount(&moved[PT_AFTER]) ? 0
               : found[PT_AFTER].amount > found[PT_BEFORE].amount            ? 1
               : found[PT_AFTER].amount < found[PT_BEFORE].amount            ? -1
                                                                             : 0;
    const pt_type *type = &l->forest->inputs[close->input].type;
    for (int64_t word = 0; word <= type->high; word++) {
        const pt_move *move = &close->words[word];
        if (move->rise != rise || !pt_moved_equal(&move->before, &moved[PT_BEFORE]) ||
            !pt_moved_equal(&move->after, &moved[PT_AFTER]))
            continue;
        closer[close->input] = (pt_value){.kind = PT_CHOICE, .set = type->set, .amount = word};
        if (close->was != PT_NO_INDEX && is_amount(&moved[PT_BEFORE]))
            closer[close->was] = found[PT_BEFORE];
        if (close->becomes != PT_NO_INDEX && is_amount(&moved[PT_AFTER]))
            closer[close->becomes] = found[PT_AFTER];
        return true;
    }
    return false;
}

bool pt_linked_closer(pt_linked *l, const pt_value *inputs, pt_value *closer)
{
    memcpy(closer, inputs, l->forest->inputs_of.input_count * sizeof *closer);
    l->values = inputs;
    for (size_t i = 0; i < l->close_count; i++)
        if (is_near(&l->closes[i]) && !closer_one(l, &l->closes[i], closer))
            return false;
    return true;
}

pt_moved pt_moved_of(const pt_forest *forest, uint32_t leaf)
{
    const pt_forest_leaf *of = &forest->nodes[leaf].leaf;
    pt_moved moved = {.kind = of->value.kind, .amount = of->value.amount};
    if (!of->is_form && of->value.kind == PT_CHOICE)
        moved.word = forest->known_words.entries[of->value.amount].key;
    return moved;
}
