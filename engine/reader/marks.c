/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads what blocks say beside the law: a rule that it is a bottleneck, an event what work it is.
 */
#include <string.h>

#include "reader/blocks.h"

/* --- Lists or one ----------------------------------------------------------------------------- */

/* Is it a list of tables, and not one table with fields? */
static bool is_list(const pt_syntax *value)
{
    return value->kind == PT_SYNTAX_TABLE && value->count > 0 && value->items[0]->items[0] == NULL;
}

static bool is_table(pt_draft *draft, const pt_syntax *value, const char *name, const char *form)
{
    return value->kind == PT_SYNTAX_TABLE ||
           pt_find(draft->report, PT_R003, value->at, PT_ARGS(name, form), NULL);
}

/* --- Bottlenecks ------------------------------------------------------------------------------ */

static void read_facts(pt_draft *draft, uint16_t kind, const pt_syntax *table, pt_improvement *made)
{
    if (kind == PT_NO_INDEX || !is_table(draft, table, "zet", "een tabel van gegevens en waarden"))
        return;
    made->facts = PT_NEW_ARRAY(draft->arena, table->count, pt_improved_fact);
    for (size_t i = 0; i < table->count; i++) {
        const pt_syntax *field = table->items[i], *key = field->items[0];
        if (key == NULL || key->kind != PT_SYNTAX_STRING) {
            pt_find(draft->report, PT_R003, field->at, PT_ARGS("zet", "gegeven = waarde"), NULL);
            continue;
        }
        pt_improved_fact one = {.fact = pt_fact_named(draft, kind, key->text, key->at, -1)};
        if (one.fact != PT_NO_INDEX &&
            pt_constant_of(draft, field->items[1], &draft->pack->kinds[kind].facts[one.fact].type,
                           &one.value))
            made->facts[made->fact_count++] = one;
    }
}

static void read_improvement(pt_draft *draft, uint16_t kind, const pt_syntax *value,
                             pt_bottleneck *made)
{
    static const char form[] = "{ variant = \"naam\" } of { zet = { gegeven = waarde } }";
    if (!is_table(draft, value, "verbetering", form))
        return;
    pt_fields fields = PT_FIELDS(draft, value, "verbetering", "variant", "zet");
    pt_improvement *one = &made->improvements[made->improvement_count];
    *one = (pt_improvement){.variant = pt_field_text(&fields, "variant"), .at = value->at};
    const pt_syntax *facts = pt_field(&fields, "zet");
    if (facts != NULL)
        read_facts(draft, kind, facts, one);
    if ((one->variant == NULL) == (facts == NULL))
        pt_find(draft->report, PT_R003, value->at, PT_ARGS("verbetering", form), NULL);
    else
        made->improvement_count++;
}

void pt_link_bottleneck(pt_draft *draft, pt_rule *rule, const pt_syntax *value)
{
    if (value == NULL || !is_table(draft, value, "knelpunt", "{ titel = \"...\" }"))
        return;
    const pt_block *block = &draft->pack->blocks[rule->block];
    pt_fields fields = PT_FIELDS(draft, value, "knelpunt", "titel", "verbetering");
    pt_bottleneck *made = PT_NEW(draft->arena, pt_bottleneck);
    *made = (pt_bottleneck){.title = pt_field_text(&fields, "titel"), .at = value->at};
    if (made->title == NULL)
        made->title = block->title != NULL ? block->title : block->name;
    const pt_syntax *better = pt_field(&fields, "verbetering");
    size_t count = better == NULL ? 0 : is_list(better) ? better->count : 1;
    made->improvements = PT_NEW_ARRAY(draft->arena, count, pt_improvement);
    for (size_t i = 0; i < count; i++)
        read_improvement(draft, block->subject,
                         is_list(better) ? better->items[i]->items[1] : better, made);
    if (rule->result.kind != PT_YESNO)
        pt_find(draft->report, PT_R003, value->at,
                PT_ARGS("knelpunt", "bij een regel staan die ja_nee levert"), NULL);
    rule->bottleneck = made;
}

/* --- Burdens ---------------------------------------------------------------------------------- */

static void read_quantity(pt_draft *draft, uint16_t kind, const pt_fields *fields, const char *name,
                          pt_quantity *made)
{
    const pt_syntax *value = pt_field(fields, name);
    *made = (pt_quantity){.amount = PT_NUMBER_SCALE, .parameter = PT_NO_INDEX};
    if (value == NULL)
        return;
    if (value->kind != PT_SYNTAX_STRING) {
        bool number = pt_number_of(value, &made->amount) && made->amount >= 0;
        if (!number)
            pt_find(draft->report, PT_R003, value->at,
                    PT_ARGS(name, "een getal, of de naam van een parameter, gegeven of lijst"),
                    NULL);
        return;
    }
    made->parameter = pt_pack_parameter(draft->pack, value->text);
    if (made->parameter == PT_NO_INDEX && kind != PT_NO_INDEX)
        made->input = pt_input_needed(draft, kind, value);
    if (made->parameter != PT_NO_INDEX &&
        draft->pack->parameters[made->parameter].type.kind != PT_NUMBER)
        pt_find(draft->report, PT_R003, value->at, PT_ARGS(value->text, "een getal"), NULL);
}

static void read_rate(pt_draft *draft, const pt_fields *fields, pt_burden *made)
{
    const char *name = pt_field_text(fields, "tarief");
    made->rate = PT_NO_INDEX;
    if (name == NULL)
        return;
    pt_position at = pt_field(fields, "tarief")->at;
    made->rate = pt_pack_parameter(draft->pack, name);
    if (made->rate == PT_NO_INDEX)
        pt_find(draft->report, PT_R016, at, PT_ARGS(name), NULL);
    else if (draft->pack->parameters[made->rate].type.kind != PT_MONEY)
        pt_find(draft->report, PT_R003, at, PT_ARGS(name, "een bedrag (per uur)"), NULL);
}

static void read_burden(pt_draft *draft, pt_event *event, const pt_syntax *value)
{
    uint16_t kind = draft->pack->blocks[event->block].subject;
    if (!is_table(draft, value, "belasting", "{ wie = \"school\", minuten = 90 }"))
        return;
    pt_fields fields = PT_FIELDS(draft, value, "belasting", "wie", "minuten", "maal", "tarief");
    pt_burden *made = &event->burdens[event->burden_count++];
    *made = (pt_burden){.at = value->at};
    pt_field_bearer(&fields, kind, &made->bearer, &made->bearer_role);
    pt_field_needed(&fields, "minuten");
    read_quantity(draft, kind, &fields, "minuten", &made->minutes);
    read_quantity(draft, kind, &fields, "maal", &made->times);
    read_rate(draft, &fields, made);
}

void pt_link_burdens(pt_draft *draft, pt_event *event)
{
    pt_fields fields = {draft, draft->block_tables[event->block], "gebeurtenis"};
    const pt_syntax *value = pt_field(&fields, "belasting");
    if (value == NULL)
        return;
    bool list = is_list(value);
    size_t count = list ? value->count : 1;
    event->burdens = PT_NEW_ARRAY(draft->arena, count, pt_burden);
    for (size_t i = 0; i < count; i++)
        read_burden(draft, event, list ? value->items[i]->items[1] : value);
}

static void check_quantity(pt_draft *draft, const pt_quantity *quantity)
{
    if (quantity->input != NULL && pt_input_type(draft->pack, quantity->input).kind != PT_NUMBER)
        pt_find(draft->report, PT_R003, quantity->input->at,
                PT_ARGS(quantity->input->name, "een getal"), NULL);
}

void pt_check_burdens(pt_draft *draft)
{
    for (uint16_t i = 0; i < draft->pack->event_count; i++) {
        const pt_event *event = &draft->pack->events[i];
        for (uint16_t j = 0; j < event->burden_count; j++) {
            check_quantity(draft, &event->burdens[j].minutes);
            check_quantity(draft, &event->burdens[j].times);
        }
    }
}
