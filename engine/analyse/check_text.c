/* SPDX-License-Identifier: EUPL-1.2 */
/* What the walk found in the text: conditions with one outcome, and what no path comes by. */
#include <string.h>

#include "analyse/check_parts.h"
#include "base/text.h"

const char *pt_check_written(pt_check *check, const pt_position *at)
{
    const char *text = at->source->text, *end = text + at->source->length;
    for (uint32_t line = 1; line < at->line && text < end; line++) {
        const char *next = memchr(text, '\n', (size_t)(end - text));
        text = next == NULL ? end : next + 1;
    }
    uint32_t character = 1;
    const char *from = NULL, *each = text;
    for (; each < end && *each != '\n' && character < at->column + at->length; each++) {
        if (character == at->column && from == NULL)
            from = each;
        bool last_byte = each + 1 == end || ((unsigned char)each[1] & 0xC0) != 0x80;
        character += last_byte;
    }
    return from == NULL ? "" : pt_arena_copy(check->scratch, from, (size_t)(each - from));
}

static bool one_way(const pt_asked *question)
{
    return question->reached && !question->is_return && question->yes != question->no;
}

/*
 * The last test of a chain that covers every case: it says in full what `else` would say, and the
 * tests before it, not the declared values, make it so.
 */
static bool closes_chain(const pt_asked *question)
{
    return one_way(question) && question->later && !question->part && question->by_path &&
           question->yes != question->negated;
}

/* Is there something wrong above it that says it all? */
static bool explained(const pt_pack *pack, const pt_asked *question)
{
    for (uint32_t i = 0; i < question->guard_count; i++) {
        const pt_asked *guard = &pack->questions[question->guard + i];
        if (!guard->reached || guard->fixed || (one_way(guard) && !closes_chain(guard)))
            return true;
    }
    return false;
}

static bool same_place(const pt_position *a, const pt_position *b)
{
    return a->source == b->source && a->line == b->line && a->column == b->column;
}

/* Of several returns that nothing reaches under the same conditions the first says it. */
static bool repeats(const pt_pack *pack, uint32_t index)
{
    const pt_asked *question = &pack->questions[index];
    for (uint32_t i = index; i-- > 0 && pack->questions[i].function == question->function;) {
        const pt_asked *other = &pack->questions[i];
        bool guarded_alike =
            other->guard == question->guard && other->guard_count == question->guard_count;
        if (!other->reached && !other->given && guarded_alike && question->guard_count > 0)
            return true;
        if (same_place(&other->at, &question->at))
            return true;
    }
    return false;
}

/* What is wrong with it; PT_CODE_COUNT: nothing. */
static pt_code fault_of(const pt_check *check, uint32_t index)
{
    const pt_asked *asked = &check->pack->questions[index];
    if (closes_chain(asked))
        return PT_C003;
    if (one_way(asked))
        return asked->yes ? PT_C001 : PT_C002;
    bool said = asked->reached || asked->given || explained(check->pack, asked);
    return said || repeats(check->pack, index) ? PT_CODE_COUNT : PT_C004;
}

static void check_question(pt_check *check, uint32_t index)
{
    const pt_asked *asked = &check->pack->questions[index];
    pt_code fault = fault_of(check, index);
    if (fault != PT_CODE_COUNT)
        pt_check_find(check, fault, asked->at, PT_ARGS(pt_check_written(check, &asked->at)));
}

/* Was every function that can call the helpers walked? */
static bool helpers_are_whole(const pt_pack *pack)
{
    bool whole = true;
    for (uint32_t i = 0; i < pack->block_count; i++)
        whole = whole && !pack->blocks[i].free && !pack->blocks[i].excluded;
    return whole;
}

void pt_check_text(pt_check *check)
{
    const pt_pack *pack = check->pack;
    uint32_t count = helpers_are_whole(pack) ? pack->question_count : pack->helper_question;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t function = pack->questions[i].function;
        if (function == UINT32_MAX || pack->functions[function]->period_count > 0)
            check_question(check, i);
    }
}
