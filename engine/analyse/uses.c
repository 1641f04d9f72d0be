/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/uses.h"

#include <string.h>

/* --- Things ----------------------------------------------------------------------------------- */

static void add_facts(pt_uses *uses, pt_arena *arena)
{
    const pt_pack *pack = uses->pack;
    uses->first_facts = PT_NEW_ARRAY(arena, pack->kind_count, uint32_t);
    for (uint16_t kind = 0; kind < pack->kind_count; kind++) {
        uses->first_facts[kind] = uses->thing_count;
        for (uint16_t i = 0; i < pack->kinds[kind].fact_count; i++) {
            const pt_fact *fact = &pack->kinds[kind].facts[i];
            uses->things[uses->thing_count++] = (pt_thing){.kind = PT_THING_FACT,
                                                           .subject = kind,
                                                           .index = i,
                                                           .name = fact->name,
                                                           .title = fact->title,
                                                           .at = fact->at};
        }
    }
}

static void add_parameters(pt_uses *uses)
{
    uses->first_parameter = uses->thing_count;
    for (uint16_t i = 0; i < uses->pack->parameter_count; i++) {
        const pt_parameter *parameter = &uses->pack->parameters[i];
        uses->things[uses->thing_count++] = (pt_thing){.kind = PT_THING_PARAMETER,
                                                       .subject = PT_NO_INDEX,
                                                       .index = i,
                                                       .name = parameter->name,
                                                       .title = parameter->title,
                                                       .at = parameter->at};
    }
}

/* What an exception says stands in its reason. */
static void title_exceptions(pt_uses *uses)
{
    for (uint16_t i = 0; i < uses->pack->exception_count; i++) {
        const pt_exception *exception = &uses->pack->exceptions[i];
        pt_thing *thing = &uses->things[uses->first_block + exception->block];
        if (thing->title == NULL)
            thing->title = exception->reason;
    }
}

static void add_blocks(pt_uses *uses)
{
    uses->first_block = uses->thing_count;
    for (uint32_t i = 0; i < uses->pack->block_count; i++) {
        const pt_block *block = &uses->pack->blocks[i];
        uses->things[uses->thing_count++] = (pt_thing){.kind = PT_THING_BLOCK,
                                                       .block = block->kind,
                                                       .subject = block->subject,
                                                       .index = i,
                                                       .name = block->name,
                                                       .title = block->title,
                                                       .at = block->at};
    }
}

uint32_t pt_uses_fact(const pt_uses *uses, uint16_t kind, uint16_t fact)
{
    return uses->first_facts[kind] + fact;
}

uint32_t pt_uses_block(const pt_uses *uses, uint32_t block)
{
    return uses->first_block + block;
}

bool pt_uses_same(const pt_uses *uses, uint32_t a, uint32_t b)
{
    return uses->same[a] == uses->same[b];
}

static void find_versions(pt_uses *uses, pt_arena *arena)
{
    pt_map first = pt_map_create(arena);
    uses->same = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    for (uint32_t i = 0; i < uses->thing_count; i++) {
        const pt_thing *thing = &uses->things[i];
        const char *key =
            pt_format(arena, "%d %d %d %s", thing->kind, thing->block, thing->subject, thing->name);
        pt_map_add(&first, key, i);
        pt_map_find(&first, key, &uses->same[i]);
    }
}

/* --- Uses ------------------------------------------------------------------------------------- */

typedef struct reading {
    pt_uses *uses;
    pt_arena *arena;
    const pt_pack *pack;
} reading;

static void add(reading *of, uint32_t by, uint32_t what, const char *role, const pt_input *input)
{
    pt_uses *uses = of->uses;
    uses->uses = pt_arena_grow(of->arena, uses->uses, uses->use_count, &uses->use_capacity,
                               sizeof *uses->uses);
    uses->uses[uses->use_count++] = (pt_use){by, what, role, input};
}

static void add_fact(reading *of, uint32_t by, uint16_t kind, uint16_t fact, const char *role)
{
    if (kind != PT_NO_INDEX && fact != PT_NO_INDEX)
        add(of, by, pt_uses_fact(of->uses, kind, fact), role, NULL);
}

static void add_parameter(reading *of, uint32_t by, uint16_t parameter, const char *role)
{
    if (parameter != PT_NO_INDEX)
        add(of, by, of->uses->first_parameter + parameter, role, NULL);
}

static void add_rules(reading *of, uint32_t by, uint16_t group, const char *role,
                      const pt_input *input)
{
    const pt_group *rules = &of->pack->rule_groups[group];
    for (uint16_t i = 0; i < rules->version_count; i++)
        add(of, by, pt_uses_block(of->uses, of->pack->rules[rules->versions[i]].block), role,
            input);
}

static void add_duties(reading *of, uint32_t by, uint16_t group, const char *role)
{
    if (group == PT_NO_INDEX)
        return;
    const pt_group *duties = &of->pack->duty_groups[group];
    for (uint16_t i = 0; i < duties->version_count; i++)
        add(of, by, pt_uses_block(of->uses, of->pack->duties[duties->versions[i]].block), role,
            NULL);
}

/* `kind` is that of the subject itself, for an input without a path. */
static void add_input(reading *of, uint32_t block, const char *role, uint16_t kind,
                      const pt_input *input)
{
    uint32_t by = pt_uses_block(of->uses, block);
    if (input->path.hops > 0)
        kind = input->path.target;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_TODAY: break;
    case PT_INPUT_FACT: add(of, by, pt_uses_fact(of->uses, kind, input->index), role, input); break;
    case PT_INPUT_RULE: add_rules(of, by, input->index, role, input); break;
    case PT_INPUT_WINDOW:
        add(of, by, pt_uses_block(of->uses, of->pack->windows[input->index].block), role, input);
        break;
    case PT_INPUT_LIST:
        add(of, by, pt_uses_block(of->uses, of->pack->lists[input->index].block), role, input);
        break;
    case PT_INPUT_PARAMETER:
        add(of, by, of->uses->first_parameter + input->index, role, input);
        break;
    }
}

static void read_functions(reading *of)
{
    for (uint32_t i = 0; i < of->pack->function_count; i++) {
        const pt_function *function = of->pack->functions[i];
        for (uint16_t j = 0; j < function->input_count; j++)
            add_input(of, function->block, function->path, function->subject, &function->inputs[j]);
    }
}

static void read_reference_dates(reading *of)
{
    for (uint32_t i = 0; i < of->pack->block_count; i++) {
        const pt_block *block = &of->pack->blocks[i];
        if (block->kind != PT_BLOCK_EVENT && block->kind != PT_BLOCK_WINDOW &&
            block->kind != PT_BLOCK_LIST && block->kind != PT_BLOCK_DIVISION)
            add_fact(of, pt_uses_block(of->uses, i), block->subject, block->reference_date,
                     "peildatum");
    }
}

static void add_event_of(reading *of, uint16_t event, uint32_t block, const char *role)
{
    if (event != PT_NO_INDEX)
        add(of, pt_uses_block(of->uses, of->pack->events[event].block),
            pt_uses_block(of->uses, block), role, NULL);
}

static void read_rules(reading *of)
{
    for (uint16_t i = 0; i < of->pack->rule_count; i++)
        add_event_of(of, of->pack->rules[i].raises, of->pack->rules[i].block, "veroorzaakt");
}

static void read_exceptions(reading *of, const pt_group *groups, uint16_t count, bool duties)
{
    for (uint16_t i = 0; i < count; i++) {
        for (uint16_t j = 0; j < groups[i].version_count; j++) {
            uint16_t version = groups[i].versions[j];
            uint32_t block =
                duties ? of->pack->duties[version].block : of->pack->rules[version].block;
            for (uint16_t k = 0; k < groups[i].exception_count; k++) {
                uint32_t exception = of->pack->exceptions[groups[i].exceptions[k]].block;
                add(of, pt_uses_block(of->uses, block), pt_uses_block(of->uses, exception),
                    "uitzondering", NULL);
            }
        }
    }
}

static void read_standstill(reading *of, uint32_t block, uint16_t subject,
                            const pt_standstill *still)
{
    uint32_t by = pt_uses_block(of->uses, block);
    uint16_t kind = still->by == PT_NO_INDEX ? subject : still->by;
    add_fact(of, by, kind, still->from, "termijn.staat_stil");
    if (still->from_rule != NULL)
        add_input(of, block, "termijn.staat_stil", kind, still->from_rule);
    for (uint8_t i = 0; i < still->until_count; i++)
        add_fact(of, by, kind, still->until[i], "termijn.staat_stil");
}

static void read_duty(reading *of, const pt_duty *duty)
{
    const pt_term_rule *term = &duty->term;
    uint16_t subject = of->pack->blocks[duty->block].subject;
    uint32_t by = pt_uses_block(of->uses, duty->block);
    add_duties(of, by, term->end_of, "termijn.vanaf");
    add_parameter(of, by, term->length.parameter, "termijn.lengte");
    for (uint8_t i = 0; i < term->standstill_count; i++)
        read_standstill(of, duty->block, subject, &term->standstills[i]);
    add_fact(of, by, subject, term->extended_on, "termijn.verlenging");
    add_fact(of, by, subject, term->extended_by, "termijn.verlenging");
    if (term->extended_on != PT_NO_INDEX)
        add_parameter(of, by, term->extension.parameter, "termijn.verlenging");
    if (duty->recurrence != PT_ONCE) {
        add_fact(of, by, subject, duty->recurs_from, "herhaalt");
        add_fact(of, by, subject, duty->recurs_until, "herhaalt");
    }
    if (duty->fulfilled_by_event != PT_NO_INDEX)
        add(of, by, pt_uses_block(of->uses, of->pack->events[duty->fulfilled_by_event].block),
            "vervuld", NULL);
    add_event_of(of, duty->breach_event, duty->block, "bij_verzuim");
}

static void read_event(reading *of, const pt_event *event)
{
    uint16_t subject = of->pack->blocks[event->block].subject;
    for (uint16_t i = 0; i < event->set_count; i++)
        add(of, pt_uses_fact(of->uses, subject, event->sets[i].fact),
            pt_uses_block(of->uses, event->block), "zet", NULL);
}

static void read_window(reading *of, const pt_window *window)
{
    uint32_t by = pt_uses_block(of->uses, window->block);
    add_fact(of, by, window->of, window->counted, "telt");
    add_fact(of, by, window->of, window->day, "dag");
    add_fact(of, by, of->pack->blocks[window->block].subject, window->since, "sinds");
    add_parameter(of, by, window->length.parameter, "lengte");
}

static void read_list(reading *of, const pt_list *list)
{
    bool share = list->take == PT_TAKE_SHARE;
    if (list->counted != NULL)
        add_input(of, list->block, share ? "naar" : "neem", list->of, list->counted);
    if (list->whole != NULL)
        add_input(of, list->block, "geheel", list->whole->path.target, list->whole);
}

static void read_blocks(reading *of)
{
    const pt_pack *pack = of->pack;
    read_rules(of);
    read_exceptions(of, pack->rule_groups, pack->rule_group_count, false);
    read_exceptions(of, pack->duty_groups, pack->duty_group_count, true);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        read_duty(of, &pack->duties[i]);
    for (uint16_t i = 0; i < pack->event_count; i++)
        read_event(of, &pack->events[i]);
    for (uint16_t i = 0; i < pack->window_count; i++)
        read_window(of, &pack->windows[i]);
    for (uint16_t i = 0; i < pack->list_count; i++)
        read_list(of, &pack->lists[i]);
}

/* Counts, then places: the uses of one thing come to stand together, in their order. */
static void index_users(pt_uses *uses, pt_arena *arena)
{
    uint32_t *next = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    uses->first_user = PT_NEW_ARRAY(arena, (size_t)uses->thing_count + 1, uint32_t);
    uses->users = PT_NEW_ARRAY(arena, uses->use_count, uint32_t);
    for (size_t i = 0; i < uses->use_count; i++)
        uses->first_user[uses->uses[i].of + 1]++;
    for (uint32_t i = 0; i < uses->thing_count; i++) {
        uses->first_user[i + 1] += uses->first_user[i];
        next[i] = uses->first_user[i];
    }
    for (uint32_t i = 0; i < uses->use_count; i++)
        uses->users[next[uses->uses[i].of]++] = i;
}

pt_uses *pt_uses_read(pt_arena *arena, const pt_pack *pack)
{
    pt_uses *uses = PT_NEW(arena, pt_uses);
    size_t most = (size_t)pack->parameter_count + pack->block_count;
    for (uint16_t i = 0; i < pack->kind_count; i++)
        most += pack->kinds[i].fact_count;
    uses->pack = pack;
    uses->things = PT_NEW_ARRAY(arena, most, pt_thing);
    add_facts(uses, arena);
    add_parameters(uses);
    add_blocks(uses);
    title_exceptions(uses);
    find_versions(uses, arena);
    reading of = {uses, arena, pack};
    read_functions(&of);
    read_reference_dates(&of);
    read_blocks(&of);
    index_users(uses, arena);
    return uses;
}

/* --- Names ------------------------------------------------------------------------------------ */

static bool is_named(const pt_uses *uses, const pt_thing *thing, const char *name)
{
    if (strcmp(thing->name, name) == 0)
        return true;
    const char *dot = strchr(name, '.');
    if (dot == NULL || thing->subject >= uses->pack->kind_count ||
        strcmp(thing->name, dot + 1) != 0)
        return false;
    const char *subject = uses->pack->kinds[thing->subject].name;
    size_t length = (size_t)(dot - name);
    return strlen(subject) == length && strncmp(subject, name, length) == 0;
}

size_t pt_uses_find(pt_arena *arena, const pt_uses *uses, const char *name, uint32_t **found)
{
    size_t count = 0;
    *found = PT_NEW_ARRAY(arena, uses->thing_count, uint32_t);
    for (uint32_t i = 0; i < uses->thing_count; i++) {
        if (is_named(uses, &uses->things[i], name))
            (*found)[count++] = i;
    }
    return count;
}

const char *pt_uses_suggest(pt_arena *arena, const pt_uses *uses, const char *name)
{
    const char *dot = strchr(name, '.');
    const char **names = PT_NEW_ARRAY(arena, uses->thing_count, const char *);
    for (uint32_t i = 0; i < uses->thing_count; i++)
        names[i] = uses->things[i].name;
    return pt_suggest(dot == NULL ? name : dot + 1, names, uses->thing_count);
}

/* --- Far away --------------------------------------------------------------------------------- */

bool *pt_uses_reach(pt_arena *arena, const pt_uses *uses, uint32_t thing)
{
    bool *reached = PT_NEW_ARRAY(arena, uses->thing_count, bool);
    uint32_t *queue = PT_NEW_ARRAY(arena, uses->thing_count + 1, uint32_t);
    size_t queued = 0;
    queue[queued++] = thing;
    for (size_t next = 0; next < queued; next++) {
        uint32_t last = uses->first_user[queue[next] + 1];
        for (uint32_t i = uses->first_user[queue[next]]; i < last; i++) {
            uint32_t by = uses->uses[uses->users[i]].by;
            if (!reached[by] && by != thing)
                queue[queued++] = by;
            reached[by] = true;
        }
    }
    return reached;
}
