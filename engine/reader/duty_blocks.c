/* SPDX-License-Identifier: EUPL-1.2 */
/* Declares duties and faculties: bearer, scope, term, standing still, extension, recurrence. */
#include <string.h>

#include "reader/blocks.h"

static const char *const unit_words[] = {"dagen",       "weken",    "maanden",   "jaren",
                                         "schooldagen", "lesweken", "werkdagen", "uren"};

bool pt_length_of(pt_draft *draft, const pt_syntax *value, pt_length *length)
{
    *length = (pt_length){.parameter = PT_NO_INDEX};
    const pt_syntax *argument = NULL;
    for (uint8_t unit = 0; argument == NULL && unit < 8; unit++) {
        argument = pt_word_call(value, unit_words[unit]);
        length->unit = unit;
    }
    int64_t sixteenths = 0;
    if (argument == NULL)
        return pt_find(draft->report, PT_R003, value->at,
                       PT_ARGS("de lengte", "weken \"parameter\" of weken(6)"), NULL);
    if (pt_number_of(argument, &sixteenths)) {
        length->amount = sixteenths / PT_NUMBER_SCALE;
        bool whole =
            sixteenths % PT_NUMBER_SCALE == 0 && length->amount > 0 && length->amount <= 10000;
        return whole || pt_find(draft->report, PT_R003, argument->at,
                                PT_ARGS("de lengte", "een heel getal van 1 tot 10.000"), NULL);
    }
    const char *name = pt_text_of(draft, argument, "de lengte");
    if (name == NULL)
        return false;
    length->parameter = pt_pack_parameter(draft->pack, name);
    if (length->parameter == PT_NO_INDEX)
        return pt_find(draft->report, PT_R016, argument->at, PT_ARGS(name), NULL);
    const pt_type *type = &draft->pack->parameters[length->parameter].type;
    if (type->kind != PT_DURATION || type->unit != length->unit)
        return pt_find(draft->report, PT_R027, argument->at,
                       PT_ARGS(name, unit_words[length->unit]), NULL);
    return true;
}

static void read_ends(pt_draft *draft, const pt_syntax *value, uint16_t kind,
                      pt_standstill *standstill)
{
    size_t count = 1;
    const pt_syntax *const *names = &value;
    if (value->kind == PT_SYNTAX_CALL && value->items[0]->kind == PT_SYNTAX_NAME &&
        strcmp(value->items[0]->text, "eerste") == 0) {
        names = (const pt_syntax *const *)value->items + 1;
        count = value->count - 1u;
    }
    for (size_t i = 0; i < count && i < 4; i++) {
        const char *name = pt_text_of(draft, names[i], "tot");
        if (name != NULL)
            standstill->until[standstill->until_count++] =
                pt_fact_named(draft, kind, name, names[i]->at, PT_DATE);
    }
}

static void read_standstill(pt_draft *draft, uint16_t subject, const pt_syntax *table,
                            pt_standstill *standstill)
{
    static const char *const starts[] = {"dag_zelf", "dag_erna"};
    pt_fields fields = PT_FIELDS(draft, table, "staat_stil", "bij", "van", "tot", "vanaf");
    const pt_pack *pack = draft->pack;
    *standstill = (pt_standstill){.by = PT_NO_INDEX, .reference = PT_NO_INDEX, .from = PT_NO_INDEX};
    uint16_t kind = subject;
    if (pt_field(&fields, "bij") != NULL) {
        kind = standstill->by = pt_field_subject(&fields, "bij");
        for (uint16_t i = 0; kind != PT_NO_INDEX && i < pack->kinds[kind].reference_count; i++) {
            if (pack->kinds[kind].references[i].target == subject &&
                standstill->reference == PT_NO_INDEX)
                standstill->reference = i;
        }
        if (kind != PT_NO_INDEX && standstill->reference == PT_NO_INDEX)
            pt_find(draft->report, PT_R028, pt_field(&fields, "bij")->at,
                    PT_ARGS(pack->kinds[kind].name, pack->kinds[subject].name), NULL);
    }
    standstill->from_next_day = pt_field_word(&fields, "vanaf", starts, 2, 0) == 1;
    const pt_syntax *until = pt_field_needed(&fields, "tot");
    if (pt_field_needed(&fields, "van") == NULL || until == NULL || kind == PT_NO_INDEX)
        return;
    const char *from = pt_text_of(draft, pt_field(&fields, "van"), "van");
    if (from != NULL && pt_pack_fact(pack, kind, from) != PT_NO_INDEX)
        standstill->from = pt_field_fact(&fields, "van", kind, PT_DATE);
    read_ends(draft, until, kind, standstill);
}

static void read_standstills(pt_draft *draft, uint16_t subject, const pt_syntax *value,
                             pt_term_rule *term)
{
    bool several = value->kind == PT_SYNTAX_TABLE && pt_positional(value, 0) != NULL;
    size_t count = several ? value->count : 1;
    term->standstills = PT_NEW_ARRAY(draft->arena, count, pt_standstill);
    for (size_t i = 0; i < count && i < 8; i++) {
        const pt_syntax *one = several ? value->items[i]->items[1] : value;
        read_standstill(draft, subject, one, &term->standstills[term->standstill_count++]);
    }
}

static void read_extension(pt_draft *draft, uint16_t subject, const pt_syntax *table,
                           pt_term_rule *term)
{
    pt_fields fields = PT_FIELDS(draft, table, "verlenging", "mededeling", "hoogstens", "duur");
    pt_field_needed(&fields, "mededeling");
    term->extended_on = pt_field_fact(&fields, "mededeling", subject, PT_DATE);
    term->extended_by = pt_field_fact(&fields, "duur", subject, PT_NUMBER);
    const pt_syntax *most = pt_field_needed(&fields, "hoogstens");
    if (most != NULL)
        pt_length_of(draft, most, &term->extension);
}

static const pt_type date_or_unknown = {.kind = PT_DATE,
                                        .may_be_unknown = true,
                                        .may_be_none = true,
                                        .low = PT_DATE_FIRST,
                                        .high = PT_DATE_LAST};

static void read_term(pt_draft *draft, uint32_t block, const pt_syntax *table, pt_term_rule *term)
{
    static const char *const laws[] = {"wet", "amvb", "regeling", "statuut", "beleid"};
    uint16_t subject = draft->pack->blocks[block].subject;
    pt_fields fields = PT_FIELDS(draft, table, "termijn", "vanaf", "lengte", "uiterlijk", "terug",
                                 "staat_stil", "verlenging", "recht");
    const pt_syntax *start = pt_field(&fields, "vanaf"), *fixed = pt_field(&fields, "uiterlijk");
    if (start != NULL && pt_word_call(start, "einde_van") == NULL)
        term->start = pt_draft_function(draft, block, "termijn.vanaf", start, date_or_unknown);
    if (fixed != NULL)
        term->fixed = pt_draft_function(draft, block, "termijn.uiterlijk", fixed, date_or_unknown);
    if (fixed == NULL && start == NULL)
        pt_find(draft->report, PT_R002, table->at, PT_ARGS("vanaf", "termijn"), NULL);
    if (fixed != NULL && start != NULL)
        pt_find(draft->report, PT_R023, fixed->at, PT_ARGS("uiterlijk", "termijn met vanaf"), NULL);
    const pt_syntax *length = fixed == NULL ? pt_field_needed(&fields, "lengte") : NULL;
    if (length != NULL)
        pt_length_of(draft, length, &term->length);
    term->backward = pt_field_flag(&fields, "terug", false);
    term->law = (uint8_t)pt_field_word(&fields, "recht", laws, 5, PT_LAW_WET);
    const pt_syntax *still = pt_field(&fields, "staat_stil"),
                    *extension = pt_field(&fields, "verlenging");
    if (still != NULL && subject != PT_NO_INDEX)
        read_standstills(draft, subject, still, term);
    if (extension != NULL && subject != PT_NO_INDEX)
        read_extension(draft, subject, extension, term);
}

static bool month_and_day(const char *text, pt_duty *duty)
{
    pt_date date = 0;
    char full[16] = "2000-";
    if (text == NULL || strlen(text) != 5)
        return false;
    memcpy(full + 5, text, 6);
    if (!pt_date_parse(full, 10, &date))
        return false;
    pt_year_month_day split = pt_date_split(date);
    duty->recurs_month = (uint8_t)split.month;
    duty->recurs_day = (uint8_t)split.day;
    return true;
}

static void read_recurrence(pt_draft *draft, uint16_t subject, const pt_syntax *value,
                            pt_duty *duty)
{
    const pt_syntax *table = pt_word_call(value, "per_schooljaar");
    duty->recurrence = PT_EACH_SCHOOL_YEAR;
    if (table == NULL) {
        table = pt_word_call(value, "per_kalenderjaar");
        duty->recurrence = PT_EACH_CALENDAR_YEAR;
    }
    if (table == NULL) {
        pt_find(draft->report, PT_R003, value->at,
                PT_ARGS("herhaalt", "per_schooljaar { vanaf = \"gegeven\" }"), NULL);
        return;
    }
    pt_fields fields = PT_FIELDS(draft, table, "herhaalt", "vanaf", "tot", "uiterlijk");
    pt_field_needed(&fields, "vanaf");
    duty->recurs_from = pt_field_fact(&fields, "vanaf", subject, PT_DATE);
    duty->recurs_until = pt_field_fact(&fields, "tot", subject, PT_DATE);
    const pt_syntax *last = pt_field(&fields, "uiterlijk");
    if (last != NULL && !month_and_day(pt_text_of(draft, last, "uiterlijk"), duty))
        pt_find(draft->report, PT_R003, last->at,
                PT_ARGS("uiterlijk", "maand en dag als \"06-30\""), NULL);
}

void pt_field_bearer(const pt_fields *fields, uint16_t subject, pt_path *bearer, const char **role)
{
    pt_draft *draft = fields->draft;
    const char *name = pt_field_text_needed(fields, "wie");
    const pt_pack *pack = draft->pack;
    if (name == NULL || subject == PT_NO_INDEX)
        return;
    const pt_path *path = pt_pack_path(pack, subject, name);
    if (path != NULL) {
        *bearer = *path;
        return;
    }
    if (strcmp(pack->kinds[subject].name, name) == 0)
        return;
    if (pt_pack_role(pack, name)) {
        *role = name;
        return;
    }
    size_t count = pack->role_count;
    const char **names =
        PT_NEW_ARRAY(draft->arena, count + pack->kinds[subject].path_count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = pack->roles[i];
    for (uint16_t i = 0; i < pack->kinds[subject].path_count; i++)
        names[count++] = pack->kinds[subject].paths[i].name;
    pt_find(draft->report, PT_R021, pt_field(fields, "wie")->at, PT_ARGS(name),
            pt_suggest(name, names, count));
}

static void read_content(pt_draft *draft, uint32_t block, const pt_fields *fields, pt_duty *duty)
{
    pt_type yesno = {.kind = PT_YESNO, .high = 1};
    uint16_t subject = draft->pack->blocks[block].subject;
    const pt_syntax *scope = pt_field(fields, "bereik"), *term = pt_field(fields, "termijn"),
                    *recurs = pt_field(fields, "herhaalt"),
                    *fulfilled = pt_field_needed(fields, "vervuld"),
                    *lapses = pt_field(fields, "vervalt");
    if (scope != NULL)
        duty->scope = pt_draft_function(draft, block, "bereik", scope, yesno);
    if (term != NULL)
        read_term(draft, block, term, &duty->term);
    else if (recurs == NULL)
        pt_find(draft->report, PT_R002, fields->table->at, PT_ARGS("termijn", fields->what), NULL);
    if (recurs != NULL)
        read_recurrence(draft, subject, recurs, duty);
    if (fulfilled != NULL && pt_word_call(fulfilled, "eerste_in_tijdvak") == NULL)
        duty->fulfilled = pt_draft_function(draft, block, "vervuld", fulfilled, date_or_unknown);
    if (lapses != NULL)
        duty->lapses = pt_draft_function(draft, block, "vervalt", lapses, date_or_unknown);
}

void pt_declare_duty(pt_draft *draft, const pt_declaration *declaration)
{
    bool faculty = strcmp(declaration->word, "mogelijkheid") == 0;
    uint32_t block = pt_new_block(draft, faculty ? PT_BLOCK_FACULTY : PT_BLOCK_DUTY, declaration);
    pt_fields fields =
        PT_FIELDS(draft, declaration->value, pt_block_what(draft, block), "over", "wie", "titel",
                  "toelichting", "bron", "geldig", "gronden", "status", "peildatum", "bereik",
                  "termijn", "herhaalt", "vervuld", "vervalt", "bij_verzuim", "vrij");
    pt_read_texts(draft, block, &fields);
    uint16_t subject = pt_field_subject(&fields, "over");
    draft->pack->blocks[block].subject = subject;
    pt_read_grounds(draft, block, &fields);
    pt_duty duty = {.block = block,
                    .faculty = faculty,
                    .fulfilled_by_event = PT_NO_INDEX,
                    .recurs_from = PT_NO_INDEX,
                    .recurs_until = PT_NO_INDEX,
                    .breach_event = PT_NO_INDEX,
                    .term = {.end_of = PT_NO_INDEX,
                             .extended_on = PT_NO_INDEX,
                             .extended_by = PT_NO_INDEX,
                             .length = {.parameter = PT_NO_INDEX},
                             .extension = {.parameter = PT_NO_INDEX}}};
    pt_field_bearer(&fields, subject, &duty.bearer, &duty.bearer_role);
    if (subject != PT_NO_INDEX)
        read_content(draft, block, &fields, &duty);
    pt_pack *pack = draft->pack;
    pack->duties = pt_arena_grow(draft->arena, pack->duties, pack->duty_count,
                                 &draft->duty_capacity, sizeof duty);
    pack->duties[pack->duty_count++] = duty;
}

static void link_start(pt_draft *draft, pt_duty *duty, const pt_syntax *table)
{
    pt_fields fields = {draft, table, "termijn"};
    const pt_syntax *start = pt_field(&fields, "vanaf");
    const pt_syntax *name = start == NULL ? NULL : pt_word_call(start, "einde_van");
    if (name == NULL || name->kind != PT_SYNTAX_STRING)
        return;
    uint16_t subject = draft->pack->blocks[duty->block].subject;
    duty->term.end_of = pt_duty_group_named(draft->pack, name->text, subject);
    if (duty->term.end_of == PT_NO_INDEX)
        pt_find(draft->report, PT_R022, name->at, PT_ARGS(name->text), NULL);
}

static bool gives_date(const pt_pack *pack, const pt_input *input)
{
    return input->kind == PT_INPUT_RULE &&
           pack->rules[pack->rule_groups[input->index].versions[0]].result.kind == PT_DATE;
}

/* `van` that is no fact: a rule that gives a date. */
static void link_standstill(pt_draft *draft, const pt_duty *duty, const pt_syntax *table,
                            pt_standstill *still)
{
    pt_fields fields = {draft, table, "staat_stil"};
    const pt_syntax *from = pt_field(&fields, "van");
    uint16_t kind =
        pt_field(&fields, "bij") == NULL ? draft->pack->blocks[duty->block].subject : still->by;
    if (kind == PT_NO_INDEX || from == NULL || from->kind != PT_SYNTAX_STRING ||
        pt_pack_fact(draft->pack, kind, from->text) != PT_NO_INDEX)
        return;
    pt_input *rule = pt_input_needed(draft, kind, from);
    if (rule == NULL)
        return;
    if (gives_date(draft->pack, rule))
        still->from_rule = rule;
    else
        pt_find(draft->report, PT_R003, from->at,
                PT_ARGS("van", "een datum of een regel die een datum levert"), NULL);
}

static void link_standstills(pt_draft *draft, pt_duty *duty, const pt_syntax *table)
{
    pt_fields fields = {draft, table, "termijn"};
    const pt_syntax *value = pt_field(&fields, "staat_stil");
    bool several =
        value != NULL && value->kind == PT_SYNTAX_TABLE && pt_positional(value, 0) != NULL;
    for (uint8_t i = 0; i < duty->term.standstill_count; i++)
        link_standstill(draft, duty, several ? value->items[i]->items[1] : value,
                        &duty->term.standstills[i]);
}

void pt_link_duty(pt_draft *draft, pt_duty *duty)
{
    pt_fields fields = {draft, draft->block_tables[duty->block], "plicht"};
    const pt_syntax *term = pt_field(&fields, "termijn"), *fulfilled = pt_field(&fields, "vervuld"),
                    *breach = pt_field(&fields, "bij_verzuim");
    if (term != NULL && term->kind == PT_SYNTAX_TABLE) {
        link_start(draft, duty, term);
        link_standstills(draft, duty, term);
    }
    const pt_syntax *event =
        fulfilled == NULL ? NULL : pt_word_call(fulfilled, "eerste_in_tijdvak");
    if (event != NULL && event->kind == PT_SYNTAX_STRING) {
        duty->fulfilled_by_event = pt_pack_event(draft->pack, event->text);
        if (duty->fulfilled_by_event == PT_NO_INDEX)
            pt_find(draft->report, PT_R015, event->at, PT_ARGS(event->text), NULL);
    }
    if (breach == NULL)
        return;
    if (duty->faculty)
        pt_find(draft->report, PT_R001, breach->at, PT_ARGS("bij_verzuim", "een mogelijkheid"),
                NULL);
    pt_fields effect = PT_FIELDS(draft, breach, "bij_verzuim", "gebeurtenis");
    duty->breach_event = pt_field_event(&effect, "gebeurtenis");
    pt_check_raised(draft, duty->breach_event, draft->pack->blocks[duty->block].subject,
                    breach->at);
}
