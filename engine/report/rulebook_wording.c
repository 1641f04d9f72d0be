/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/rulebook_wording.h"

#include "report/page.h"
#include "report/wording.h"

pt_message pt_book_label(const pt_thing *thing)
{
    static const pt_message blocks[] = {
        [PT_BLOCK_RULE] = PT_TEXT_BOOK_RULE,   [PT_BLOCK_EXCEPTION] = PT_TEXT_BOOK_EXCEPTION,
        [PT_BLOCK_DUTY] = PT_TEXT_BOOK_DUTY,   [PT_BLOCK_FACULTY] = PT_TEXT_BOOK_FACULTY,
        [PT_BLOCK_EVENT] = PT_TEXT_BOOK_EVENT, [PT_BLOCK_WINDOW] = PT_TEXT_BOOK_WINDOW,
        [PT_BLOCK_LIST] = PT_TEXT_BOOK_LIST,   [PT_BLOCK_DIVISION] = PT_TEXT_BOOK_DIVISION};
    if (thing->kind == PT_THING_BLOCK)
        return blocks[thing->block];
    return thing->kind == PT_THING_FACT ? PT_TEXT_BOOK_FACT : PT_TEXT_BOOK_PARAMETER;
}

const char *pt_book_word(const pt_thing *thing)
{
    return pt_message_text(pt_book_label(thing), PT_DUTCH);
}

pt_message pt_book_status(pt_status status)
{
    static const pt_message words[] = {[PT_STATUS_LAW] = PT_TEXT_BOOK_LAW,
                                       [PT_STATUS_RECALLED] = PT_TEXT_BOOK_RECALLED,
                                       [PT_STATUS_ASSUMPTION] = PT_TEXT_BOOK_ASSUMPTION,
                                       [PT_STATUS_POLICY] = PT_TEXT_BOOK_POLICY,
                                       [PT_STATUS_DERIVED] = PT_TEXT_BOOK_DERIVED};
    return words[status];
}

const char *pt_book_status_word(pt_status status)
{
    return pt_message_text(pt_book_status(status), PT_DUTCH);
}

const char *pt_book_period(pt_arena *arena, pt_date from, pt_date until, pt_language language)
{
    const char *first = pt_wording_day(arena, from, language);
    const char *last = pt_wording_day(arena, until, language);
    if (pt_date_valid(from) && pt_date_valid(until))
        return pt_message_filled(arena, PT_TEXT_BOOK_FROM_UNTIL, language, PT_ARGS(first, last));
    if (pt_date_valid(from))
        return pt_message_filled(arena, PT_TEXT_BOOK_FROM, language, PT_ARGS(first));
    if (pt_date_valid(until))
        return pt_message_filled(arena, PT_TEXT_BOOK_UNTIL, language, PT_ARGS(last));
    return pt_message_text(PT_TEXT_BOOK_ALWAYS, language);
}

const char *pt_book_value(pt_arena *arena, const pt_pack *pack, pt_value value,
                          pt_language language)
{
    if (value.kind == PT_DATE && value.amount >= PT_DATE_FIRST && value.amount <= PT_DATE_LAST)
        return pt_wording_day(arena, (pt_date)value.amount, language);
    if (value.kind == PT_DURATION)
        return pt_wording_length(arena, value.amount, (pt_unit)value.unit, language);
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, pack, value);
    return out.bytes;
}

static void add_words(pt_text *out, const pt_choice *choice)
{
    for (uint16_t i = 0; i < choice->count; i++)
        pt_text_format(out, "%s%s", i == 0 ? "" : ", ", choice->words[i]);
}

static void add_number(pt_text *out, const pt_type *type, pt_language language)
{
    enum { MOST_SHOWN = 1000000 * PT_NUMBER_SCALE };
    bool bounded = type->low > -MOST_SHOWN && type->high < MOST_SHOWN && type->low < type->high;
    if (!bounded) {
        pt_text_add(out, pt_message_text(PT_TEXT_BOOK_TYPE_PLAIN, language));
        return;
    }
    pt_text low = pt_text_create(out->arena);
    pt_text high = pt_text_create(out->arena);
    pt_value_show(&low, NULL, pt_value_of(PT_NUMBER, type->low));
    pt_value_show(&high, NULL, pt_value_of(PT_NUMBER, type->high));
    pt_text_add(out, pt_message_filled(out->arena, PT_TEXT_BOOK_TYPE_NUMBER, language,
                                       PT_ARGS(low.bytes, high.bytes)));
}

static void add_kind(pt_text *out, const pt_pack *pack, const pt_type *type, pt_language language)
{
    switch ((pt_kind)type->kind) {
    case PT_YESNO: pt_text_add(out, pt_message_text(PT_TEXT_BOOK_TYPE_YESNO, language)); break;
    case PT_NUMBER: add_number(out, type, language); break;
    case PT_MONEY: pt_text_add(out, pt_message_text(PT_TEXT_BOOK_TYPE_MONEY, language)); break;
    case PT_PERCENT: pt_text_add(out, pt_message_text(PT_TEXT_BOOK_TYPE_PERCENT, language)); break;
    case PT_DATE: pt_text_add(out, pt_message_text(PT_TEXT_BOOK_TYPE_DATE, language)); break;
    case PT_DURATION:
        pt_text_add(out,
                    pt_message_text((pt_message)(PT_TEXT_UNIT_DAYS + 2 * type->unit), language));
        break;
    case PT_CHOICE: add_words(out, &pack->choices[type->set]); break;
    case PT_UNKNOWN:
    case PT_NONE:
    case PT_SUBJECT: break;
    }
}

const char *pt_book_type(pt_arena *arena, const pt_pack *pack, const pt_type *type,
                         pt_language language)
{
    pt_text out = pt_text_create(arena);
    add_kind(&out, pack, type, language);
    if (type->may_be_unknown)
        pt_text_format(&out, ", %s", pt_message_text(PT_TEXT_BOOK_MAY_BE_UNKNOWN, language));
    if (type->may_be_none)
        pt_text_format(&out, ", %s", pt_message_text(PT_TEXT_BOOK_MAY_BE_NONE, language));
    return out.bytes;
}

static const pt_type *type_of_block(const pt_pack *pack, uint32_t block)
{
    for (uint16_t i = 0; i < pack->rule_count; i++) {
        if (pack->rules[i].block == block)
            return &pack->rules[i].result;
    }
    for (uint16_t i = 0; i < pack->window_count; i++) {
        if (pack->windows[i].block == block)
            return &pack->windows[i].type;
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        if (pack->lists[i].block == block)
            return &pack->lists[i].type;
    }
    return NULL;
}

const pt_type *pt_book_type_of(const pt_uses *uses, const pt_thing *thing)
{
    const pt_pack *pack = uses->pack;
    switch ((pt_thing_kind)thing->kind) {
    case PT_THING_FACT: return &pack->kinds[thing->subject].facts[thing->index].type;
    case PT_THING_PARAMETER: return &pack->parameters[thing->index].type;
    case PT_THING_BLOCK: return type_of_block(pack, thing->index);
    }
    return NULL;
}

const char *pt_book_target(const pt_uses *uses, const pt_thing *thing)
{
    const pt_pack *pack = uses->pack;
    if (thing->kind != PT_THING_BLOCK || thing->block != PT_BLOCK_EXCEPTION)
        return NULL;
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        const pt_exception *one = &pack->exceptions[i];
        if (one->block == thing->index && one->target != PT_NO_INDEX)
            return one->on_duty ? pack->duty_groups[one->target].name
                                : pack->rule_groups[one->target].name;
    }
    return NULL;
}

const char *pt_book_bearer(const pt_uses *uses, const pt_thing *thing)
{
    const pt_pack *pack = uses->pack;
    for (uint16_t i = 0; thing->kind == PT_THING_BLOCK && i < pack->duty_count; i++) {
        const pt_duty *duty = &pack->duties[i];
        if (duty->block != thing->index)
            continue;
        if (duty->bearer_role != NULL)
            return duty->bearer_role;
        return duty->bearer.hops > 0 ? duty->bearer.name : pack->kinds[thing->subject].name;
    }
    return NULL;
}
