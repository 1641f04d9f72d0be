/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Declares what looks over several subjects at once: lists, and divisions of an amount. What they
 * count may be a rule or another list, so names are linked when all blocks are there, and bounds
 * are reckoned in the order in which blocks lean on each other (groups.c).
 */
#include <string.h>

#include "reader/blocks.h"

enum { USUAL_MOST = 1000 };

uint16_t pt_reference_to(pt_draft *draft, uint16_t of, uint16_t subject, const pt_fields *fields)
{
    const pt_pack *pack = draft->pack;
    if (of == PT_NO_INDEX || subject == PT_NO_INDEX)
        return PT_NO_INDEX;
    const pt_syntax *named = pt_field(fields, "via");
    for (uint16_t i = 0; i < pack->kinds[of].reference_count; i++) {
        const pt_reference *reference = &pack->kinds[of].references[i];
        if (reference->target == subject &&
            (named == NULL || pt_text_equal(reference->name, named->text)))
            return i;
    }
    pt_find(draft->report, PT_R028, pt_field(fields, "van")->at,
            PT_ARGS(pack->kinds[of].name, pack->kinds[subject].name), NULL);
    return PT_NO_INDEX;
}

/* --- Declaring ------------------------------------------------------------------------------ */

static const struct {
    const char *word;
    pt_take take;
    bool counts; /* has a name behind it */
} takes[] = {{"aantal", PT_TAKE_COUNT, false},   {"er_is", PT_TAKE_ANY, false},
             {"voor_ieder", PT_TAKE_ALL, false}, {"som", PT_TAKE_SUM, true},
             {"eerste", PT_TAKE_FIRST, true},    {"laatste", PT_TAKE_LAST, true}};

enum { TAKE_COUNT = sizeof takes / sizeof *takes };

/* The name behind som, eerste or laatste; NULL when there is none. */
static const pt_syntax *counted_name(const pt_syntax *take)
{
    for (size_t i = 0; i < TAKE_COUNT; i++) {
        const pt_syntax *name = pt_word_call(take, takes[i].word);
        if (takes[i].counts && name != NULL && name->kind == PT_SYNTAX_STRING)
            return name;
    }
    return NULL;
}

static void read_take(pt_draft *draft, const pt_syntax *value, pt_list *list)
{
    for (size_t i = 0; i < TAKE_COUNT; i++) {
        const pt_syntax *name = pt_word_call(value, takes[i].word);
        bool bare = value->kind == PT_SYNTAX_NAME && strcmp(value->text, takes[i].word) == 0;
        if (takes[i].counts ? name != NULL && name->kind == PT_SYNTAX_STRING : bare) {
            list->take = (uint8_t)takes[i].take;
            return;
        }
    }
    pt_find(
        draft->report, PT_R003, value->at,
        PT_ARGS("neem",
                "aantal, som \"naam\", er_is, voor_ieder, eerste \"datum\" of laatste \"datum\""),
        NULL);
}

static void read_most(pt_draft *draft, const pt_fields *fields, pt_list *list)
{
    const pt_syntax *limit = pt_field(fields, "tot");
    int64_t most = (int64_t)USUAL_MOST * PT_NUMBER_SCALE;
    if (limit != NULL && (!pt_number_of(limit, &most) || most < PT_NUMBER_SCALE ||
                          most > (int64_t)PT_LIMIT_SUBJECTS * PT_NUMBER_SCALE))
        pt_find(draft->report, PT_R003, limit->at, PT_ARGS("tot", "een heel getal"), NULL);
    list->most = most / PT_NUMBER_SCALE;
}

static void add_list(pt_draft *draft, pt_list list)
{
    pt_pack *pack = draft->pack;
    pack->lists = pt_arena_grow(draft->arena, pack->lists, pack->list_count, &draft->list_capacity,
                                sizeof list);
    pack->lists[pack->list_count++] = list;
}

void pt_declare_list(pt_draft *draft, const pt_declaration *declaration)
{
    uint32_t block = pt_new_block(draft, PT_BLOCK_LIST, declaration);
    pt_fields fields =
        PT_FIELDS(draft, declaration->value, pt_block_what(draft, block), "over", "titel",
                  "toelichting", "bron", "van", "via", "neem", "tot", "waar", "vrij");
    pt_read_texts(draft, block, &fields);
    pt_list list = {.block = block};
    pt_type yesno = {.kind = PT_YESNO, .high = 1};
    uint16_t subject = draft->pack->blocks[block].subject = pt_field_subject(&fields, "over");
    list.of = pt_field_subject(&fields, "van");
    list.reference = pt_reference_to(draft, list.of, subject, &fields);
    const pt_syntax *take = pt_field_needed(&fields, "neem"), *filter = pt_field(&fields, "waar");
    if (take != NULL)
        read_take(draft, take, &list);
    if (filter != NULL)
        list.filter = pt_draft_function(draft, block, "waar", filter, yesno);
    read_most(draft, &fields, &list);
    add_list(draft, list);
}

void pt_declare_division(pt_draft *draft, const pt_declaration *declaration)
{
    static const char *const roundings[] = {"grootste_rest"};
    uint32_t block = pt_new_block(draft, PT_BLOCK_DIVISION, declaration);
    pt_fields fields = PT_FIELDS(draft, declaration->value, pt_block_what(draft, block), "over",
                                 "titel", "toelichting", "bron", "geldig", "gronden", "status",
                                 "geheel", "naar", "tot", "afronding");
    pt_read_texts(draft, block, &fields);
    pt_list list = {.block = block, .take = PT_TAKE_SHARE, .reference = PT_NO_INDEX};
    list.of = draft->pack->blocks[block].subject = pt_field_subject(&fields, "over");
    pt_read_grounds(draft, block, &fields);
    pt_field_text_needed(&fields, "geheel");
    pt_field_text_needed(&fields, "naar");
    if (pt_field_needed(&fields, "afronding") != NULL)
        pt_field_word(&fields, "afronding", roundings, 1, 0);
    read_most(draft, &fields, &list);
    add_list(draft, list);
}

/* --- Linking names -------------------------------------------------------------------------- */

static const char *suggest_name(pt_draft *draft, uint16_t kind, const char *name)
{
    const pt_pack *pack = draft->pack;
    const pt_subject_kind *subject = &pack->kinds[kind];
    size_t most = (size_t)subject->fact_count + pack->rule_group_count + pack->block_count;
    const char **names = PT_NEW_ARRAY(draft->arena, most, const char *);
    size_t count = 0;
    for (uint16_t i = 0; i < subject->fact_count; i++)
        names[count++] = subject->facts[i].name;
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (pack->rule_groups[i].subject == kind)
            names[count++] = pack->rule_groups[i].name;
    for (uint32_t i = 0; i < pack->block_count; i++)
        if (pack->blocks[i].subject == kind && pack->blocks[i].kind >= PT_BLOCK_WINDOW)
            names[count++] = pack->blocks[i].name;
    return pt_suggest(name, names, count);
}

/* The fact, rule, window or list `name` over `kind`; NULL when it is nothing of the sort. */
static pt_input *input_named(pt_draft *draft, uint16_t kind, const char *name, pt_position at)
{
    static const pt_input_kind kinds[] = {[PT_NAME_FACT] = PT_INPUT_FACT,
                                          [PT_NAME_RULE] = PT_INPUT_RULE,
                                          [PT_NAME_WINDOW] = PT_INPUT_WINDOW,
                                          [PT_NAME_LIST] = PT_INPUT_LIST};
    pt_name meant;
    if (!pt_pack_name(draft->pack, kind, name, &meant) || meant.kind == PT_NAME_DUTY)
        return NULL;
    pt_input *input = PT_NEW(draft->arena, pt_input);
    *input = (pt_input){.name = name,
                        .kind = (uint8_t)kinds[meant.kind],
                        .path = {.target = kind},
                        .index = meant.index,
                        .at = at};
    return input;
}

pt_input *pt_input_needed(pt_draft *draft, uint16_t kind, const pt_syntax *name)
{
    pt_input *input = input_named(draft, kind, name->text, name->at);
    if (input == NULL)
        pt_find(draft->report, PT_R008, name->at,
                PT_ARGS(name->text, draft->pack->kinds[kind].name),
                suggest_name(draft, kind, name->text));
    return input;
}

/* "samenwerkingsverband_te_verdelen": a reference of the part, and a name over what it leads to. */
static void link_whole(pt_draft *draft, const pt_syntax *whole, pt_list *list)
{
    const pt_subject_kind *kind = &draft->pack->kinds[list->of];
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        const pt_reference *reference = &kind->references[i];
        size_t length = strlen(reference->name);
        if (strncmp(whole->text, reference->name, length) != 0 || whole->text[length] != '_')
            continue;
        if (reference->target == PT_NO_INDEX)
            return; /* a finding says already that the kind is not known */
        pt_input *found =
            input_named(draft, reference->target, whole->text + length + 1, whole->at);
        if (found == NULL)
            continue;
        list->whole = found;
        list->reference = i;
        return;
    }
    pt_find(draft->report, PT_R063, whole->at, PT_ARGS(whole->text, kind->name), NULL);
}

static void link_list(pt_draft *draft, pt_list *list)
{
    pt_fields fields = {draft, draft->block_tables[list->block], "lijst"};
    bool share = list->take == PT_TAKE_SHARE;
    const pt_syntax *take = pt_field(&fields, share ? "naar" : "neem");
    const pt_syntax *name = take == NULL || share ? take : counted_name(take);
    const pt_syntax *whole = share ? pt_field(&fields, "geheel") : NULL;
    if (list->of == PT_NO_INDEX)
        return;
    if (name != NULL && name->kind == PT_SYNTAX_STRING)
        list->counted = pt_input_needed(draft, list->of, name);
    if (whole != NULL && whole->kind == PT_SYNTAX_STRING)
        link_whole(draft, whole, list);
}

void pt_link_lists(pt_draft *draft)
{
    for (uint16_t i = 0; i < draft->pack->list_count; i++)
        link_list(draft, &draft->pack->lists[i]);
}

/* --- Kinds and bounds ----------------------------------------------------------------------- */

static bool is_amount(const pt_type *type)
{
    return type->kind == PT_NUMBER || type->kind == PT_MONEY;
}

/* The bounds of `most` values of a type together; false when they may become too large. */
static bool sum_bounds(const pt_type *type, int64_t most, int64_t *low, int64_t *high)
{
    return !__builtin_mul_overflow(type->low < 0 ? type->low : 0, most, low) &&
           !__builtin_mul_overflow(type->high > 0 ? type->high : 0, most, high) &&
           *low >= -PT_LIMIT_NUMBER && *high <= PT_LIMIT_NUMBER;
}

static void type_sum(pt_draft *draft, pt_list *list)
{
    pt_type counted = pt_input_type(draft->pack, list->counted);
    list->type = counted;
    list->type.may_be_unknown = list->type.may_be_none = false;
    if (!is_amount(&counted))
        pt_find(draft->report, PT_R003, list->counted->at,
                PT_ARGS("som", "een getal of een bedrag"), NULL);
    else if (!sum_bounds(&counted, list->most, &list->type.low, &list->type.high))
        pt_find(draft->report, PT_R036, list->counted->at, NULL, NULL);
}

static void type_date(pt_draft *draft, pt_list *list)
{
    list->type =
        (pt_type){.kind = PT_DATE, .may_be_none = true, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};
    if (list->counted != NULL && pt_input_type(draft->pack, list->counted).kind != PT_DATE)
        pt_find(draft->report, PT_R003, list->counted->at,
                PT_ARGS(list->counted->name, "een datum"), NULL);
}

static void type_share(pt_draft *draft, pt_list *list)
{
    if (list->counted == NULL || list->whole == NULL)
        return;
    pt_type weight = pt_input_type(draft->pack, list->counted);
    pt_type whole = pt_input_type(draft->pack, list->whole);
    int64_t low = 0, high = 0;
    list->type = whole;
    list->type.may_be_unknown = list->type.may_be_none = false;
    list->type.low = whole.low < 0 ? whole.low : 0;
    list->type.high = whole.high > 0 ? whole.high : 0;
    if (!is_amount(&whole))
        pt_find(draft->report, PT_R003, list->whole->at,
                PT_ARGS("geheel", "een getal of een bedrag"), NULL);
    if (!is_amount(&weight))
        pt_find(draft->report, PT_R003, list->counted->at,
                PT_ARGS("naar", "een getal of een bedrag"), NULL);
    else if (weight.low < 0)
        pt_find(draft->report, PT_R064, list->counted->at, PT_ARGS(list->counted->name), NULL);
    else if (!sum_bounds(&weight, list->most, &low, &high))
        pt_find(draft->report, PT_R036, list->counted->at, NULL, NULL);
}

void pt_type_list(pt_draft *draft, pt_list *list)
{
    switch ((pt_take)list->take) {
    case PT_TAKE_ANY:
    case PT_TAKE_ALL: list->type = (pt_type){.kind = PT_YESNO, .high = 1}; break;
    case PT_TAKE_FIRST:
    case PT_TAKE_LAST: type_date(draft, list); break;
    case PT_TAKE_SUM:
        if (list->counted != NULL)
            type_sum(draft, list);
        break;
    case PT_TAKE_SHARE: type_share(draft, list); break;
    case PT_TAKE_COUNT:
    case PT_TAKE_HIGHEST:
    case PT_TAKE_LATEST_WINDOW:
        list->type = (pt_type){.kind = PT_NUMBER, .high = list->most * PT_NUMBER_SCALE};
        break;
    }
}
