/* SPDX-License-Identifier: EUPL-1.2 */
/* Declares what every block shares (name, subject, grounds, period), rules and exceptions. */
#include "reader/blocks.h"

#include <string.h>

static const char *const status_words[] = {"wet", "overgeleverd", "aanname", "beleid", "afgeleid"};

static const char *block_word(pt_block_kind kind)
{
    static const char *const words[] = {"regel",       "uitzondering", "plicht", "mogelijkheid",
                                        "gebeurtenis", "venster",      "lijst",  "verdeling"};
    return words[kind];
}

const char *pt_block_what(pt_draft *draft, uint32_t block)
{
    const pt_block *made = &draft->pack->blocks[block];
    return pt_format(draft->arena, "%s '%s'", block_word((pt_block_kind)made->kind), made->name);
}

static pt_status status_of(pt_draft *draft, const pt_fields *fields)
{
    const char *written = pt_field_text(fields, "status");
    for (size_t i = 0; written != NULL && i < 5; i++) {
        if (strcmp(status_words[i], written) == 0)
            return (pt_status)i;
    }
    if (written != NULL)
        pt_find(draft->report, PT_R024, pt_field(fields, "status")->at, PT_ARGS(written),
                pt_suggest(written, status_words, 5));
    return PT_STATUS_LAW;
}

uint16_t pt_field_subject(const pt_fields *fields, const char *name)
{
    const pt_pack *pack = fields->draft->pack;
    const char *written = pt_field_text_needed(fields, name);
    if (written == NULL)
        return PT_NO_INDEX;
    uint16_t kind = pt_pack_kind(pack, written);
    if (kind != PT_NO_INDEX)
        return kind;
    const char **names = PT_NEW_ARRAY(fields->draft->arena, pack->kind_count, const char *);
    for (uint16_t i = 0; i < pack->kind_count; i++)
        names[i] = pack->kinds[i].name;
    pt_find(fields->draft->report, PT_R007, pt_field(fields, name)->at, PT_ARGS(written),
            pt_suggest(written, names, pack->kind_count));
    return PT_NO_INDEX;
}

uint16_t pt_fact_named(pt_draft *draft, uint16_t kind, const char *name, pt_position at, int wanted)
{
    const pt_subject_kind *subject = &draft->pack->kinds[kind];
    uint16_t fact = pt_pack_fact(draft->pack, kind, name);
    if (fact == PT_NO_INDEX) {
        const char **names = PT_NEW_ARRAY(draft->arena, subject->fact_count, const char *);
        for (uint16_t i = 0; i < subject->fact_count; i++)
            names[i] = subject->facts[i].name;
        pt_find(draft->report, PT_R008, at, PT_ARGS(name, subject->name),
                pt_suggest(name, names, subject->fact_count));
        return PT_NO_INDEX;
    }
    if (wanted >= 0 && subject->facts[fact].type.kind != wanted) {
        pt_find(draft->report, PT_R003, at,
                PT_ARGS(name, wanted == PT_DATE ? "een datum" : "een getal"), NULL);
        return PT_NO_INDEX;
    }
    return fact;
}

uint16_t pt_field_fact(const pt_fields *fields, const char *name, uint16_t kind, int wanted)
{
    const pt_syntax *value = pt_field(fields, name);
    const char *written = value == NULL ? NULL : pt_text_of(fields->draft, value, name);
    if (written == NULL || kind == PT_NO_INDEX)
        return PT_NO_INDEX;
    return pt_fact_named(fields->draft, kind, written, value->at, wanted);
}

static void check_period(pt_draft *draft, uint32_t block, pt_ground *ground)
{
    if (ground->from > ground->until)
        pt_find(draft->report, PT_R014, ground->at, NULL, NULL);
    if (draft->pack->blocks[block].layer == 0)
        return;
    if (ground->from < draft->overlay.from)
        ground->from = draft->overlay.from;
    if (ground->until > draft->overlay.until)
        ground->until = draft->overlay.until;
}

static void read_grounds(pt_draft *draft, uint32_t block, const pt_syntax *table)
{
    pt_type yesno = {.kind = PT_YESNO, .high = 1};
    pt_ground *grounds = PT_NEW_ARRAY(draft->arena, table->count, pt_ground);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        pt_fields fields = PT_FIELDS(draft, table->items[i]->items[1], "gronden", "bron", "vanaf",
                                     "tot", "bij", "status");
        pt_ground *ground = &grounds[count++];
        *ground = (pt_ground){.source = pt_field_text(&fields, "bron"), .at = fields.table->at};
        if (ground->source == NULL)
            pt_find(draft->report, PT_R011, fields.table->at, PT_ARGS(pt_block_what(draft, block)),
                    NULL);
        ground->from = pt_field_date(&fields, "vanaf", PT_DATE_NONE);
        ground->until = pt_field_date(&fields, "tot", PT_DATE_FOREVER);
        ground->status = status_of(draft, &fields);
        check_period(draft, block, ground);
        const pt_syntax *applies = pt_field(&fields, "bij");
        const char *path = pt_format(draft->arena, "gronden.%zu.bij", count);
        if (applies != NULL)
            ground->applies = pt_draft_function(draft, block, path, applies, yesno);
    }
    draft->pack->blocks[block].grounds = grounds;
    draft->pack->blocks[block].ground_count = count;
}

static void read_one_ground(pt_draft *draft, uint32_t block, const pt_fields *fields)
{
    pt_ground *ground = PT_NEW(draft->arena, pt_ground);
    *ground = (pt_ground){.source = pt_field_text(fields, "bron"),
                          .from = PT_DATE_NONE,
                          .until = PT_DATE_FOREVER,
                          .at = draft->pack->blocks[block].at};
    if (ground->source == NULL)
        pt_find(draft->report, PT_R011, ground->at, PT_ARGS(pt_block_what(draft, block)), NULL);
    const pt_syntax *valid = pt_field(fields, "geldig");
    if (valid != NULL) {
        pt_fields period = PT_FIELDS(draft, valid, "geldig", "vanaf", "tot");
        ground->from = pt_field_date(&period, "vanaf", PT_DATE_NONE);
        ground->until = pt_field_date(&period, "tot", PT_DATE_FOREVER);
        ground->at = valid->at;
    }
    ground->status = status_of(draft, fields);
    check_period(draft, block, ground);
    draft->pack->blocks[block].grounds = ground;
    draft->pack->blocks[block].ground_count = 1;
}

/* Grounds are written in place, or named by a local above the block. */
static const pt_syntax *grounds_of(pt_draft *draft, uint32_t block, const pt_fields *fields)
{
    const pt_syntax *written = pt_field(fields, "gronden"), *found = NULL;
    if (written == NULL || written->kind != PT_SYNTAX_NAME)
        return written;
    for (size_t i = 0; i < draft->helper_count; i++) {
        const pt_helper *helper = &draft->helpers[i];
        if (helper->source == written->at.source && helper->at.line < written->at.line &&
            helper->value->kind == PT_SYNTAX_TABLE && strcmp(helper->name, written->text) == 0)
            found = helper->value;
    }
    if (found == NULL)
        pt_find(draft->report, PT_R003, written->at,
                PT_ARGS("gronden", "een lijst, of een local daarboven met zo'n lijst"), NULL);
    else
        draft->pack->blocks[block].grounds_at = found->at;
    return found;
}

void pt_read_grounds(pt_draft *draft, uint32_t block, const pt_fields *fields)
{
    const pt_syntax *grounds = grounds_of(draft, block, fields);
    if (grounds != NULL && grounds->kind == PT_SYNTAX_TABLE && grounds->count > 0)
        read_grounds(draft, block, grounds);
    else
        read_one_ground(draft, block, fields);
    pt_block *made = &draft->pack->blocks[block];
    made->from = PT_DATE_FOREVER;
    made->until = PT_DATE_NONE;
    for (size_t i = 0; i < made->ground_count; i++) {
        if (made->grounds[i].from < made->from)
            made->from = made->grounds[i].from;
        if (made->grounds[i].until > made->until)
            made->until = made->grounds[i].until;
    }
    made->reference_date = pt_field_fact(fields, "peildatum", made->subject, PT_DATE);
}

uint32_t pt_new_block(pt_draft *draft, pt_block_kind kind, const pt_declaration *declaration)
{
    pt_pack *pack = draft->pack;
    size_t count = pack->block_count;
    if (!pt_is_rule_name(declaration->name))
        pt_find(draft->report, PT_R004, declaration->name_at, PT_ARGS(declaration->name), NULL);
    else if (pt_is_reserved(declaration->name))
        pt_find(draft->report, PT_R005, declaration->name_at, PT_ARGS(declaration->name), NULL);
    size_t tables = draft->block_capacity;
    size_t declarations = tables;
    pack->blocks = pt_arena_grow(draft->arena, pack->blocks, count, &draft->block_capacity,
                                 sizeof *pack->blocks);
    draft->block_tables = pt_arena_grow(draft->arena, draft->block_tables, count, &tables,
                                        sizeof *draft->block_tables);
    draft->declarations = pt_arena_grow(draft->arena, draft->declarations, count, &declarations,
                                        sizeof *draft->declarations);
    pack->blocks[count] = (pt_block){.kind = (uint8_t)kind,
                                     .name = declaration->name,
                                     .subject = PT_NO_INDEX,
                                     .at = declaration->name_at,
                                     .from = PT_DATE_NONE,
                                     .until = PT_DATE_FOREVER,
                                     .reference_date = PT_NO_INDEX,
                                     .variant = draft->overlay.variant,
                                     .layer = draft->overlay.layer,
                                     .statutes = draft->overlay.statutes};
    draft->block_tables[count] = declaration->value;
    draft->declarations[count] = declaration;
    return pack->block_count++;
}

void pt_read_texts(pt_draft *draft, uint32_t block, const pt_fields *fields)
{
    draft->pack->blocks[block].title = pt_field_text(fields, "titel");
    draft->pack->blocks[block].note = pt_field_text(fields, "toelichting");
    draft->pack->blocks[block].free = pt_field_flag(fields, "vrij", false);
}

static void declare_rule(pt_draft *draft, const pt_declaration *declaration)
{
    uint32_t block = pt_new_block(draft, PT_BLOCK_RULE, declaration);
    const char *what = pt_block_what(draft, block);
    pt_fields fields = PT_FIELDS(draft, declaration->value, what, "over", "titel", "toelichting",
                                 "bron", "geldig", "gronden", "status", "peildatum", "levert",
                                 "veroorzaakt", "knelpunt", "vrij", "bepaal");
    pt_read_texts(draft, block, &fields);
    draft->pack->blocks[block].subject = pt_field_subject(&fields, "over");
    pt_read_grounds(draft, block, &fields);
    const pt_syntax *gives = pt_field_needed(&fields, "levert"),
                    *decide = pt_field_needed(&fields, "bepaal");
    pt_type_declaration made;
    if (gives == NULL || decide == NULL || !pt_type_of(draft, gives, "levert", &made))
        return;
    pt_type result = made.type;
    result.may_be_unknown = result.may_be_none = true;
    pt_pack *pack = draft->pack;
    pt_rule rule = {.block = block, .result = made.type, .raises = PT_NO_INDEX};
    rule.decide = pt_draft_function(draft, block, "bepaal", decide, result);
    pack->rules = pt_arena_grow(draft->arena, pack->rules, pack->rule_count, &draft->rule_capacity,
                                sizeof rule);
    pack->rules[pack->rule_count++] = rule;
}

static void declare_exception(pt_draft *draft, const pt_declaration *declaration)
{
    uint32_t block = pt_new_block(draft, PT_BLOCK_EXCEPTION, declaration);
    const char *what = pt_block_what(draft, block);
    pt_fields fields =
        PT_FIELDS(draft, declaration->value, what, "op", "over", "titel", "toelichting", "bron",
                  "geldig", "gronden", "status", "peildatum", "indien", "dan", "reden", "vrij");
    pt_read_texts(draft, block, &fields);
    pt_exception exception = {.block = block, .target = PT_NO_INDEX};
    exception.reason = pt_field_text_needed(&fields, "reden");
    const pt_syntax *condition = pt_field_needed(&fields, "indien");
    pt_field_needed(&fields, "dan");
    pt_field_text_needed(&fields, "op");
    pt_type yesno = {.kind = PT_YESNO, .high = 1};
    if (condition != NULL)
        exception.condition = pt_draft_function(draft, block, "indien", condition, yesno);
    pt_pack *pack = draft->pack;
    pack->exceptions = pt_arena_grow(draft->arena, pack->exceptions, pack->exception_count,
                                     &draft->exception_capacity, sizeof exception);
    pack->exceptions[pack->exception_count++] = exception;
}

void pt_declare_block(pt_draft *draft, const pt_declaration *declaration)
{
    static const struct {
        const char *word;
        void (*declare)(pt_draft *, const pt_declaration *);
    } words[] = {{"regel", declare_rule},           {"uitzondering", declare_exception},
                 {"plicht", pt_declare_duty},       {"mogelijkheid", pt_declare_duty},
                 {"gebeurtenis", pt_declare_event}, {"venster", pt_declare_window},
                 {"lijst", pt_declare_list},        {"verdeling", pt_declare_division}};
    if (draft->pack->block_count >= PT_LIMIT_PACK_BLOCKS) {
        pt_find(draft->report, PT_R025, declaration->at, NULL, NULL);
        return;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].word, declaration->word) == 0)
            words[i].declare(draft, declaration);
    }
}

uint16_t pt_field_event(const pt_fields *fields, const char *name)
{
    const pt_pack *pack = fields->draft->pack;
    const char *written = pt_field_text_needed(fields, name);
    if (written == NULL)
        return PT_NO_INDEX;
    uint16_t event = pt_pack_event(pack, written);
    if (event != PT_NO_INDEX)
        return event;
    const char **names = PT_NEW_ARRAY(fields->draft->arena, pack->event_count, const char *);
    for (uint16_t i = 0; i < pack->event_count; i++)
        names[i] = pack->blocks[pack->events[i].block].name;
    pt_find(fields->draft->report, PT_R015, pt_field(fields, name)->at, PT_ARGS(written),
            pt_suggest(written, names, pack->event_count));
    return PT_NO_INDEX;
}

static void link_rule(pt_draft *draft, pt_rule *rule)
{
    const pt_syntax *table = draft->block_tables[rule->block];
    pt_fields fields = {draft, table, "regel"};
    pt_link_bottleneck(draft, rule, pt_field(&fields, "knelpunt"));
    const pt_syntax *causes = pt_field(&fields, "veroorzaakt");
    if (causes == NULL)
        return;
    pt_fields effect = PT_FIELDS(draft, causes, "veroorzaakt", "gebeurtenis", "eenmaal");
    rule->raises = pt_field_event(&effect, "gebeurtenis");
    rule->raises_once = pt_field_flag(&effect, "eenmaal", false);
    if (rule->result.kind != PT_YESNO)
        pt_find(draft->report, PT_R003, causes->at,
                PT_ARGS("veroorzaakt", "een regel die ja_nee levert"), NULL);
    pt_check_raised(draft, rule->raises, draft->pack->blocks[rule->block].subject, causes->at);
}

/* Is `wanted` the kind itself, or one that it refers to? */
static bool leads_to(const pt_subject_kind *kind, uint16_t self, uint16_t wanted)
{
    bool found = self == wanted;
    for (uint16_t i = 0; i < kind->path_count; i++)
        found = found || kind->paths[i].target == wanted;
    return found;
}

void pt_check_raised(pt_draft *draft, uint16_t event, uint16_t subject, pt_position at)
{
    const pt_pack *pack = draft->pack;
    if (event == PT_NO_INDEX || subject == PT_NO_INDEX)
        return;
    const pt_event *raised = &pack->events[event];
    const pt_block *block = &pack->blocks[raised->block];
    bool fits = !raised->makes && leads_to(&pack->kinds[subject], subject, block->subject) &&
                raised->ask_count == 0;
    if (raised->makes && raised->ask_count == 0 && block->subject != PT_NO_INDEX) {
        const pt_subject_kind *kind = &pack->kinds[block->subject];
        for (uint16_t i = 0; i < kind->reference_count; i++)
            fits = fits || kind->references[i].target == subject;
    }
    if (!fits)
        pt_find(draft->report, PT_R026, at, PT_ARGS(block->name, pack->kinds[subject].name), NULL);
}

static const char *suggest_group(pt_draft *draft, const char *name)
{
    const pt_pack *pack = draft->pack;
    size_t most = (size_t)pack->rule_group_count + pack->duty_group_count;
    const char **names = PT_NEW_ARRAY(draft->arena, most, const char *);
    size_t count = 0;
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        names[count++] = pack->rule_groups[i].name;
    for (uint16_t i = 0; i < pack->duty_group_count; i++)
        names[count++] = pack->duty_groups[i].name;
    return pt_suggest(name, names, count);
}

static uint16_t group_named(const pt_group *groups, uint16_t count, const char *name,
                            uint16_t subject)
{
    for (uint16_t i = 0; i < count; i++) {
        if (strcmp(groups[i].name, name) == 0 &&
            (subject == PT_NO_INDEX || groups[i].subject == subject))
            return i;
    }
    return PT_NO_INDEX;
}

uint16_t pt_duty_group_named(const pt_pack *pack, const char *name, uint16_t subject)
{
    return group_named(pack->duty_groups, pack->duty_group_count, name, subject);
}

static void add_exception(pt_draft *draft, pt_group *group, uint16_t index)
{
    uint16_t *grown = PT_NEW_ARRAY(draft->arena, group->exception_count + 1u, uint16_t);
    if (group->exception_count > 0)
        memcpy(grown, group->exceptions, group->exception_count * sizeof *grown);
    grown[group->exception_count++] = index;
    group->exceptions = grown;
}

static void link_exception(pt_draft *draft, uint16_t index)
{
    pt_pack *pack = draft->pack;
    pt_exception *exception = &pack->exceptions[index];
    pt_block *block = &pack->blocks[exception->block];
    pt_fields fields = {draft, draft->block_tables[exception->block], "uitzondering"};
    const pt_syntax *target = pt_field(&fields, "op"), *result = pt_field(&fields, "dan");
    if (target == NULL || target->text == NULL || result == NULL)
        return;
    uint16_t subject =
        pt_field(&fields, "over") == NULL ? PT_NO_INDEX : pt_field_subject(&fields, "over");
    exception->target =
        group_named(pack->rule_groups, pack->rule_group_count, target->text, subject);
    exception->on_duty = exception->target == PT_NO_INDEX;
    if (exception->on_duty)
        exception->target =
            group_named(pack->duty_groups, pack->duty_group_count, target->text, subject);
    if (exception->target == PT_NO_INDEX) {
        pt_find(draft->report, PT_R022, target->at, PT_ARGS(target->text),
                suggest_group(draft, target->text));
        return;
    }
    pt_group *group = exception->on_duty ? &pack->duty_groups[exception->target]
                                         : &pack->rule_groups[exception->target];
    block->subject = group->subject;
    add_exception(draft, group, index);
    pt_type type = exception->on_duty ? (pt_type){.kind = PT_YESNO, .high = 1} : group->type;
    if (pt_constant_of(draft, result, &type, &exception->result) && exception->on_duty &&
        pt_is_yes(exception->result))
        pt_find(draft->report, PT_R003, result->at,
                PT_ARGS("dan", "nee: de plicht bestaat dan niet"), NULL);
    draft->overlay = draft->overlays[block->layer];
    if (block->resumes == 0)
        pt_read_grounds(draft, exception->block, &fields);
}

/* Exceptions of one name on one target are versions, as rules of one name are. */
static void settle_exceptions(pt_draft *draft, uint16_t later, uint16_t earlier)
{
    pt_pack *pack = draft->pack;
    const pt_exception *one = &pack->exceptions[earlier], *other = &pack->exceptions[later];
    const pt_block *before = &pack->blocks[one->block], *after = &pack->blocks[other->block];
    char from[PT_DATE_TEXT];
    if (other->target != one->target || other->on_duty != one->on_duty ||
        strcmp(after->name, before->name) != 0)
        return;
    if (after->layer > before->layer) {
        uint16_t count = pack->exception_count;
        if (pt_lay_over_one(draft, other->block, one->block) != UINT32_MAX)
            link_exception(draft, count);
    } else if (after->layer == before->layer && before->from <= after->until &&
               after->from <= before->until)
        pt_find(draft->report, PT_R012, after->at,
                PT_ARGS(after->name, pt_date_format(after->from, from)), NULL);
}

void pt_link_blocks(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < pack->rule_count; i++)
        link_rule(draft, &pack->rules[i]);
    pt_link_lists(draft);
    for (uint16_t i = 0; i < pack->event_count; i++)
        pt_link_burdens(draft, &pack->events[i]);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        pt_link_duty(draft, &pack->duties[i]);
    for (uint16_t i = 0; i < pack->exception_count; i++)
        link_exception(draft, i);
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        for (uint16_t j = 0; j < i && pack->exceptions[i].target != PT_NO_INDEX; j++)
            settle_exceptions(draft, i, j);
    }
}
