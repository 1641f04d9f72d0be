/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_parts.h"

/* What something in the pack reads, raises or sets. */
typedef struct used {
    const pt_pack *pack;
    bool *groups;
    bool *windows;
    bool *lists;
    bool *parameters;
    bool *events;
    bool **facts; /* by kind */
} used;

static void use_fact(used *u, uint16_t kind, uint16_t fact)
{
    if (kind < u->pack->kind_count && fact < u->pack->kinds[kind].fact_count)
        u->facts[kind][fact] = true;
}

static void use_parameter(used *u, uint16_t parameter)
{
    if (parameter < u->pack->parameter_count)
        u->parameters[parameter] = true;
}

static void use_event(used *u, uint16_t event)
{
    if (event < u->pack->event_count)
        u->events[event] = true;
}

static void use_input(used *u, const pt_input *input)
{
    if (input->kind == PT_INPUT_FACT)
        use_fact(u, input->path.target, input->index);
    if (input->kind == PT_INPUT_PARAMETER)
        use_parameter(u, input->index);
    if (input->kind == PT_INPUT_RULE)
        u->groups[input->index] = true;
    if (input->kind == PT_INPUT_WINDOW)
        u->windows[input->index] = true;
    if (input->kind == PT_INPUT_LIST)
        u->lists[input->index] = true;
}

static void use_functions(used *u)
{
    for (uint32_t i = 0; i < u->pack->function_count; i++) {
        const pt_function *function = u->pack->functions[i];
        for (uint16_t j = 0; j < function->input_count; j++)
            use_input(u, &function->inputs[j]);
    }
    for (uint32_t i = 0; i < u->pack->block_count; i++)
        use_fact(u, u->pack->blocks[i].subject, u->pack->blocks[i].reference_date);
}

static void use_standstill(used *u, uint16_t subject, const pt_standstill *still)
{
    uint16_t kind = still->by == PT_NO_INDEX ? subject : still->by;
    use_fact(u, kind, still->from);
    if (still->from_rule != NULL)
        use_input(u, still->from_rule);
    for (uint8_t i = 0; i < still->until_count; i++)
        use_fact(u, kind, still->until[i]);
}

static void use_duty(used *u, const pt_duty *duty)
{
    uint16_t subject = u->pack->blocks[duty->block].subject;
    for (uint8_t i = 0; i < duty->term.standstill_count; i++)
        use_standstill(u, subject, &duty->term.standstills[i]);
    use_fact(u, subject, duty->term.extended_on);
    use_fact(u, subject, duty->term.extended_by);
    if (duty->recurrence != PT_ONCE) {
        use_fact(u, subject, duty->recurs_from);
        use_fact(u, subject, duty->recurs_until);
    }
    use_parameter(u, duty->term.length.parameter);
    use_parameter(u, duty->term.extension.parameter);
    use_event(u, duty->fulfilled_by_event);
    use_event(u, duty->breach_event);
}

static void use_quantity(used *u, const pt_quantity *quantity)
{
    use_parameter(u, quantity->parameter);
    if (quantity->input != NULL)
        use_input(u, quantity->input);
}

static void use_burden(used *u, const pt_burden *burden)
{
    use_quantity(u, &burden->minutes);
    use_quantity(u, &burden->times);
    use_parameter(u, burden->rate);
}

static void use_others(used *u)
{
    const pt_pack *pack = u->pack;
    for (uint16_t i = 0; i < pack->window_count; i++) {
        const pt_window *window = &pack->windows[i];
        use_fact(u, window->of, window->counted);
        use_fact(u, window->of, window->day);
        use_fact(u, pack->blocks[window->block].subject, window->since);
        use_parameter(u, window->length.parameter);
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        if (pack->lists[i].counted != NULL)
            use_input(u, pack->lists[i].counted);
        if (pack->lists[i].whole != NULL)
            use_input(u, pack->lists[i].whole);
    }
    for (uint16_t i = 0; i < pack->event_count; i++) {
        const pt_event *event = &pack->events[i];
        if (event->makes || event->set_count > 0)
            use_event(u, i);
        for (uint16_t j = 0; j < event->burden_count; j++)
            use_burden(u, &event->burdens[j]);
        for (uint16_t j = 0; j < event->set_count; j++)
            use_fact(u, pack->blocks[event->block].subject, event->sets[j].fact);
    }
    for (uint16_t i = 0; i < pack->rule_count; i++)
        use_event(u, pack->rules[i].raises);
}

static void check_rules(pt_check *check, const used *u)
{
    const pt_pack *pack = check->pack;
    for (uint16_t i = 0; i < pack->rule_group_count; i++) {
        bool acts = false;
        for (uint16_t j = 0; j < pack->rule_groups[i].version_count; j++) {
            const pt_rule *rule = &pack->rules[pack->rule_groups[i].versions[j]];
            acts = acts || rule->raises != PT_NO_INDEX || rule->bottleneck != NULL;
        }
        uint32_t block = pack->rules[pack->rule_groups[i].versions[0]].block;
        if (!u->groups[i] && !acts)
            pt_check_find(check, PT_C015, pack->blocks[block].at,
                          PT_ARGS(pack->rule_groups[i].name));
    }
}

static void check_facts(pt_check *check, const used *u)
{
    for (uint16_t i = 0; i < check->pack->kind_count; i++) {
        const pt_subject_kind *kind = &check->pack->kinds[i];
        for (uint16_t j = 0; j < kind->fact_count; j++) {
            if (!u->facts[i][j])
                pt_check_find(check, PT_C016, kind->facts[j].at,
                              PT_ARGS(kind->facts[j].name, kind->name));
        }
    }
}

/* A division is an outcome that people want; statutes have lists of their own. */
static void check_derived(pt_check *check, const used *u)
{
    const pt_pack *pack = check->pack;
    for (uint16_t i = 0; i < pack->window_count; i++) {
        if (!u->windows[i])
            pt_check_find(check, PT_C028, pack->blocks[pack->windows[i].block].at,
                          PT_ARGS(pt_check_name(check, pack->windows[i].block)));
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        const pt_list *list = &pack->lists[i];
        if (!u->lists[i] && list->take != PT_TAKE_SHARE && !pack->blocks[list->block].statutes)
            pt_check_find(check, PT_C028, pack->blocks[list->block].at,
                          PT_ARGS(pt_check_name(check, list->block)));
    }
}

void pt_check_use(pt_check *check)
{
    const pt_pack *pack = check->pack;
    used u = {.pack = pack,
              .groups = PT_NEW_ARRAY(check->scratch, pack->rule_group_count, bool),
              .windows = PT_NEW_ARRAY(check->scratch, pack->window_count, bool),
              .lists = PT_NEW_ARRAY(check->scratch, pack->list_count, bool),
              .parameters = PT_NEW_ARRAY(check->scratch, pack->parameter_count, bool),
              .events = PT_NEW_ARRAY(check->scratch, pack->event_count, bool),
              .facts = PT_NEW_ARRAY(check->scratch, pack->kind_count, bool *)};
    for (uint16_t i = 0; i < pack->kind_count; i++)
        u.facts[i] = PT_NEW_ARRAY(check->scratch, pack->kinds[i].fact_count, bool);
    use_functions(&u);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        use_duty(&u, &pack->duties[i]);
    use_others(&u);
    check_rules(check, &u);
    check_derived(check, &u);
    check_facts(check, &u);
    for (uint16_t i = 0; i < pack->parameter_count; i++) {
        if (!u.parameters[i])
            pt_check_find(check, PT_C017, pack->parameters[i].at,
                          PT_ARGS(pack->parameters[i].name));
    }
    for (uint16_t i = 0; i < pack->event_count; i++) {
        const pt_block *block = &pack->blocks[pack->events[i].block];
        if (!u.events[i])
            pt_check_find(check, PT_C018, block->at, PT_ARGS(block->name));
    }
}
