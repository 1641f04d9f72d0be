/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/evaluate.h"

#include "run/reached.h"
#include "run/window.h"

/* Deeper than any chain of rules that a pack may have only when subjects refer in a circle. */
enum { EVALUATION_DEPTH = 400 };

static pt_date earlier(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

/* --- Findings ------------------------------------------------------------------------------- */

static const char *show(pt_world *world, pt_value value, const char *reason)
{
    pt_text text = pt_text_create(world->report->arena);
    pt_world_show(&text, world, value);
    if (reason != NULL)
        pt_text_format(&text, ", \"%s\"", reason);
    return text.bytes;
}

static const char *show_inputs(pt_world *world, const pt_function *function, uint32_t subject,
                               const pt_value *inputs)
{
    pt_text text = pt_text_create(world->report->arena);
    pt_text_add(&text, world->subjects[subject].name);
    for (uint16_t i = 0; i < function->input_count; i++) {
        pt_text_format(&text, "%s%s = ", i == 0 ? " (" : ", ", function->inputs[i].name);
        pt_world_show(&text, world, inputs[i]);
    }
    if (function->input_count > 0)
        pt_text_add(&text, ")");
    return text.bytes;
}

static const char *block_name(const pt_world *world, const pt_function *function)
{
    return world->pack->blocks[function->block].name;
}

static void fail(pt_world *world, pt_reply *reply)
{
    world->broken = true;
    reply->failed = true;
    reply->value = pt_unknown();
    reply->leaf = NULL;
    reply->written = NULL;
}

static void fail_for(pt_world *world, pt_reply *reply, pt_code code, const pt_function *function,
                     const char *detail)
{
    fail(world, reply);
    pt_find(world->report, code, function->at, PT_ARGS(block_name(world, function), detail), NULL);
}

/* --- Inputs --------------------------------------------------------------------------------- */

static pt_input_value outcome_input(const pt_outcome *outcome)
{
    return (pt_input_value){
        .value = outcome->value,
        .holds_until = outcome->holds_until,
        .assumed = outcome->assumed,
        .failed = outcome->way == PT_WAY_FAILED,
    };
}

static pt_input_value parameter_input(const pt_world *world, const pt_input *input, pt_law_day law)
{
    const pt_parameter *parameter = &world->pack->parameters[input->index];
    pt_input_value found = {.holds_until = PT_DATE_FOREVER};
    found.value = pt_parameter_on(parameter, law.day, &found.row);
    pt_reached_value(world, parameter, found.row);
    found.assumed = found.row != NULL && found.row->status == PT_STATUS_ASSUMPTION;
    size_t next = found.row == NULL ? 0 : (size_t)(found.row - parameter->values) + 1;
    if (law.moves && next < parameter->value_count)
        found.holds_until = parameter->values[next].from - 1;
    return found;
}

pt_input_value pt_input_for(pt_world *world, const pt_input *input, uint32_t subject,
                            pt_law_day law)
{
    pt_input_value plain = {.holds_until = PT_DATE_FOREVER};
    if (input->kind == PT_INPUT_TODAY) {
        plain.value = pt_value_of(PT_DATE, world->today);
        return plain;
    }
    if (input->kind == PT_INPUT_PARAMETER)
        return parameter_input(world, input, law);
    uint32_t at = pt_world_follow(world, subject, &input->path);
    plain.value = pt_none();
    if (at == PT_NOBODY)
        return plain;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: plain.value = world->subjects[at].facts[input->index].value; break;
    case PT_INPUT_RULE: return outcome_input(pt_rule_outcome(world, at, input->index));
    case PT_INPUT_WINDOW: return outcome_input(pt_window_value(world, at, input->index));
    case PT_INPUT_LIST: return outcome_input(pt_list_value(world, at, input->index));
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    }
    return plain;
}

void pt_function_inputs(pt_world *world, const pt_function *function, uint32_t subject,
                        pt_law_day law, pt_value *inputs, pt_reply *reply)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        pt_input_value found = pt_input_for(world, input, subject, law);
        inputs[i] = found.value;
        reply->holds_until = earlier(reply->holds_until, found.holds_until);
        reply->assumed |= found.assumed;
        if (found.failed) {
            fail(world, reply);
            return;
        }
        if ((found.value.kind == PT_UNKNOWN && !input->type.may_be_unknown) ||
            (found.value.kind == PT_NONE && !input->type.may_be_none)) {
            reply->missing = input;
            reply->value = found.value;
            return;
        }
    }
}

static uint16_t today_input(const pt_function *function)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_TODAY)
            return i;
    return UINT16_MAX;
}

/* --- The two readings ----------------------------------------------------------------------- */

pt_moment pt_function_moment(pt_world *world, const pt_function *function, const pt_value *inputs)
{
    return (pt_moment){.calendar = world->pack->calendar,
                       .region = world->region,
                       .today = world->today,
                       .inputs = inputs,
                       .today_input = today_input(function),
                       .atoms = world->atoms,
                       .stamps = world->atom_stamps,
                       .stamp = &world->stamp};
}

const pt_tree_period *pt_function_period(const pt_function *function, pt_date day)
{
    for (size_t i = 0; i < function->period_count; i++)
        if (function->periods[i].from <= day && day <= function->periods[i].until)
            return &function->periods[i];
    return NULL;
}

static void ask_tree(pt_world *world, const pt_function *function, uint32_t subject, pt_law_day law,
                     const pt_value *inputs, pt_trace *trace, pt_reply *reply)
{
    const pt_tree_period *period = pt_function_period(function, law.day);
    if (period == NULL) {
        fail_for(world, reply, PT_U033, function, show(world, pt_value_of(PT_DATE, law.day), NULL));
        return;
    }
    pt_moment moment = pt_function_moment(world, function, inputs);
    pt_tree_result result = pt_tree_evaluate(period->tree, &moment, trace);
    if (result.failed) {
        fail_for(world, reply, PT_U032, function, show_inputs(world, function, subject, inputs));
        return;
    }
    pt_reached_path(world, function, period, &moment);
    reply->value = result.value;
    reply->leaf = result.leaf;
    reply->written = result.leaf->reason;
    reply->holds_until = earlier(reply->holds_until, result.holds_until);
    if (law.moves)
        reply->holds_until = earlier(reply->holds_until, period->until);
}

static void hold_to_second(pt_world *world, const pt_function *function, uint32_t subject,
                           const pt_value *inputs, pt_reply *reply)
{
    pt_answer answer = {0};
    if (!world->second.call(world->second.context, function, inputs, &answer)) {
        fail(world, reply);
        return;
    }
    if (pt_value_equal(answer.value, reply->value) && pt_text_equal(answer.reason, reply->written))
        return;
    pt_find(world->report, PT_U030, function->at,
            PT_ARGS(block_name(world, function), show_inputs(world, function, subject, inputs),
                    show(world, reply->value, reply->written),
                    show(world, answer.value, answer.reason)),
            NULL);
    fail(world, reply);
}

/* Nothing is known of the text of a free function, so with vandaag it may change every day. */
static void ask_second_alone(pt_world *world, const pt_function *function, const pt_value *inputs,
                             pt_reply *reply)
{
    pt_answer answer = {0};
    if (world->second.call == NULL) {
        fail_for(world, reply, PT_U031, function, NULL);
        return;
    }
    if (!world->second.call(world->second.context, function, inputs, &answer)) {
        fail(world, reply);
        return;
    }
    reply->value = answer.value;
    if (answer.reason != NULL)
        reply->written = pt_format(world->arena, "%s", answer.reason);
    if (today_input(function) != UINT16_MAX)
        reply->holds_until = earlier(reply->holds_until, world->today);
}

pt_reply pt_function_reply(pt_world *world, const pt_function *function, uint32_t subject,
                           pt_law_day law, pt_value *inputs, pt_trace *trace)
{
    pt_value own[PT_LIMIT_INPUTS];
    pt_reply reply = {.value = pt_unknown(), .holds_until = PT_DATE_FOREVER};
    if (inputs == NULL)
        inputs = own;
    pt_reached_function(world, function);
    if (world->pack->blocks[function->block].excluded) {
        fail(world, &reply);
        return reply;
    }
    pt_function_inputs(world, function, subject, law, inputs, &reply);
    if (reply.missing != NULL || reply.failed)
        return reply;
    if (function->period_count == 0) {
        ask_second_alone(world, function, inputs, &reply);
        return reply;
    }
    ask_tree(world, function, subject, law, inputs, trace, &reply);
    if (!reply.failed && world->second.call != NULL && !world->second_for_free)
        hold_to_second(world, function, subject, inputs, &reply);
    return reply;
}

/* --- Versions, grounds, exceptions ---------------------------------------------------------- */

pt_law_day pt_law_today(const pt_world *world)
{
    return (pt_law_day){.day = world->today, .moves = true};
}

pt_law_day pt_law_day_of(const pt_world *world, uint32_t block_index, uint32_t subject)
{
    const pt_block *block = &world->pack->blocks[block_index];
    if (block->reference_date == PT_NO_INDEX)
        return pt_law_today(world);
    pt_value value = world->subjects[subject].facts[block->reference_date].value;
    if (value.kind == PT_DATE)
        return (pt_law_day){.day = (pt_date)value.amount};
    const pt_input *input = &world->plan->reference_dates[block_index];
    if (input->type.may_be_unknown || input->type.may_be_none)
        return pt_law_today(world);
    return (pt_law_day){.day = PT_DATE_NONE, .missing = input};
}

pt_version_choice pt_version_for(const pt_world *world, const pt_group *group, bool duties,
                                 uint32_t subject)
{
    const pt_pack *pack = world->pack;
    pt_version_choice choice = {.version = PT_NO_INDEX, .holds_until = PT_DATE_FOREVER};
    for (uint16_t i = 0; i < group->version_count; i++) {
        uint16_t version = group->versions[i];
        uint32_t block = duties ? pack->duties[version].block : pack->rules[version].block;
        pt_law_day law = pt_law_day_of(world, block, subject);
        if (law.missing != NULL) {
            choice.missing = law.missing;
            continue;
        }
        if (law.day >= pack->blocks[block].from && law.day <= pack->blocks[block].until) {
            choice.version = version;
            choice.block = block;
            choice.law = law;
            choice.missing = NULL;
            if (law.moves)
                choice.holds_until = earlier(choice.holds_until, pack->blocks[block].until);
            return choice;
        }
        if (law.moves && law.day < pack->blocks[block].from)
            choice.holds_until = earlier(choice.holds_until, pack->blocks[block].from - 1);
    }
    return choice;
}

/* Does a ground of the right period apply? Adds to the choice what that rests on. */
static bool ground_applies(pt_world *world, const pt_ground *ground, uint32_t subject,
                           pt_law_day law, pt_ground_choice *choice)
{
    if (ground->applies == NULL)
        return true;
    pt_reply reply = pt_function_reply(world, ground->applies, subject, law, NULL, NULL);
    choice->holds_until = earlier(choice->holds_until, reply.holds_until);
    choice->assumed |= reply.assumed;
    choice->failed |= reply.failed;
    if (reply.missing != NULL && choice->missing == NULL)
        choice->missing = reply.missing;
    return pt_is_yes(reply.value);
}

pt_ground_choice pt_ground_for(pt_world *world, uint32_t block_index, uint32_t subject,
                               pt_law_day law)
{
    const pt_block *block = &world->pack->blocks[block_index];
    pt_ground_choice choice = {.holds_until = PT_DATE_FOREVER};
    for (size_t i = 0; i < block->ground_count; i++) {
        const pt_ground *ground = &block->grounds[i];
        if (law.moves && law.day < ground->from)
            choice.holds_until = earlier(choice.holds_until, ground->from - 1);
        if (law.day < ground->from || law.day > ground->until)
            continue;
        if (!ground_applies(world, ground, subject, law, &choice))
            continue;
        choice.ground = ground;
        pt_reached_ground(world, block_index, ground);
        choice.missing = NULL;
        choice.assumed |= ground->status == PT_STATUS_ASSUMPTION;
        if (law.moves)
            choice.holds_until = earlier(choice.holds_until, ground->until);
        return choice;
    }
    return choice;
}

static void weigh_exception(pt_world *world, uint16_t index, uint32_t subject, pt_law_day law,
                            pt_exception_choice *choice)
{
    const pt_exception *exception = &world->pack->exceptions[index];
    if (world->pack->blocks[exception->block].reference_date != PT_NO_INDEX)
        law = pt_law_day_of(world, exception->block, subject);
    if (law.missing != NULL)
        return;
    pt_ground_choice ground = pt_ground_for(world, exception->block, subject, law);
    choice->holds_until = earlier(choice->holds_until, ground.holds_until);
    choice->failed |= ground.failed;
    if (ground.ground == NULL)
        return;
    pt_reply reply = pt_function_reply(world, exception->condition, subject, law, NULL, NULL);
    choice->holds_until = earlier(choice->holds_until, reply.holds_until);
    choice->failed |= reply.failed;
    if (!pt_is_yes(reply.value))
        return;
    pt_reached_exception(world, index);
    choice->assumed |= reply.assumed || ground.assumed;
    if (choice->exception == PT_NO_INDEX) {
        choice->exception = index;
        choice->ground = ground.ground;
    } else if (!pt_value_equal(exception->result,
                               world->pack->exceptions[choice->exception].result)) {
        choice->conflict = true;
    }
}

pt_exception_choice pt_exception_for(pt_world *world, const pt_group *group, uint32_t subject,
                                     pt_law_day law)
{
    pt_exception_choice choice = {.exception = PT_NO_INDEX, .holds_until = PT_DATE_FOREVER};
    for (uint16_t i = 0; i < group->exception_count; i++)
        weigh_exception(world, group->exceptions[i], subject, law, &choice);
    return choice;
}

/* --- Rules ---------------------------------------------------------------------------------- */

static void not_known(pt_outcome *outcome, const pt_input *missing)
{
    outcome->way = missing != NULL ? PT_WAY_MISSING : PT_WAY_NOT_IN_FORCE;
    outcome->missing = missing;
    outcome->value = missing != NULL ? pt_unknown() : pt_none();
}

static void failed(pt_outcome *outcome)
{
    outcome->way = PT_WAY_FAILED;
    outcome->value = pt_unknown();
}

static void apply_exception(pt_world *world, const pt_exception_choice *choice, pt_outcome *outcome)
{
    outcome->exception = choice->exception;
    outcome->ground = choice->ground;
    outcome->assumed = choice->assumed;
    outcome->way = choice->conflict ? PT_WAY_CONFLICT : PT_WAY_EXCEPTION;
    outcome->value =
        choice->conflict ? pt_unknown() : world->pack->exceptions[choice->exception].result;
}

static void apply_function(pt_world *world, const pt_version_choice *version, uint32_t subject,
                           pt_memory *memory, pt_outcome *outcome)
{
    const pt_rule *rule = &world->pack->rules[version->version];
    pt_reply reply = pt_function_reply(world, rule->decide, subject, version->law, NULL, NULL);
    outcome->holds_until = earlier(outcome->holds_until, reply.holds_until);
    outcome->value = reply.value;
    outcome->missing = reply.missing;
    outcome->assumed |= reply.assumed;
    outcome->way = reply.failed            ? PT_WAY_FAILED
                   : reply.missing != NULL ? PT_WAY_MISSING
                                           : PT_WAY_RULE;
    memory->leaf = reply.leaf;
    memory->written = reply.written;
}

static void apply_version(pt_world *world, const pt_group *group, const pt_version_choice *version,
                          uint32_t subject, pt_memory *memory, pt_outcome *outcome)
{
    pt_ground_choice ground = pt_ground_for(world, version->block, subject, version->law);
    outcome->version = version->version;
    pt_reached_rule(world, version->version);
    outcome->holds_until = earlier(outcome->holds_until, ground.holds_until);
    if (ground.failed) {
        failed(outcome);
        return;
    }
    if (ground.ground == NULL) {
        not_known(outcome, ground.missing);
        return;
    }
    outcome->ground = ground.ground;
    outcome->assumed = ground.assumed;
    pt_exception_choice exception = pt_exception_for(world, group, subject, version->law);
    outcome->holds_until = earlier(outcome->holds_until, exception.holds_until);
    if (exception.failed)
        failed(outcome);
    else if (exception.exception != PT_NO_INDEX)
        apply_exception(world, &exception, outcome);
    else
        apply_function(world, version, subject, memory, outcome);
}

static void compute_rule(pt_world *world, uint32_t subject, uint16_t index, pt_memory *memory)
{
    const pt_group *group = &world->pack->rule_groups[index];
    pt_outcome outcome = {.group = index, .version = PT_NO_INDEX, .exception = PT_NO_INDEX};
    pt_version_choice version = pt_version_for(world, group, false, subject);
    outcome.holds_until = version.holds_until;
    memory->leaf = NULL;
    memory->written = NULL;
    if (version.version == PT_NO_INDEX)
        not_known(&outcome, version.missing);
    else
        apply_version(world, group, &version, subject, memory, &outcome);
    memory->of.outcome = outcome;
}

/* Only subjects that refer to each other in a circle lead here; packs with a circle do not load. */
static const pt_outcome *refuse_circle(pt_world *world, uint32_t subject, uint16_t index)
{
    static const pt_outcome refused = {.value = {.kind = PT_UNKNOWN},
                                       .way = PT_WAY_FAILED,
                                       .version = PT_NO_INDEX,
                                       .exception = PT_NO_INDEX,
                                       .holds_until = PT_DATE_FOREVER};
    const pt_group *group = &world->pack->rule_groups[index];
    uint32_t block = world->pack->rules[group->versions[0]].block;
    pt_find(world->report, PT_U034, world->pack->blocks[block].at,
            PT_ARGS(group->name, world->subjects[subject].name), NULL);
    world->broken = true;
    return &refused;
}

const pt_outcome *pt_rule_outcome(pt_world *world, uint32_t subject, uint16_t group)
{
    pt_memory *memory = &world->subjects[subject].memories[world->plan->slot_of_rule[group]];
    if ((memory->flags & PT_MEMORY_FRESH) != 0 && world->today <= memory->of.outcome.holds_until)
        return &memory->of.outcome;
    if ((memory->flags & PT_MEMORY_BUSY) != 0 || world->depth >= EVALUATION_DEPTH)
        return refuse_circle(world, subject, group);
    memory->flags |= PT_MEMORY_BUSY;
    world->depth++;
    compute_rule(world, subject, group, memory);
    world->depth--;
    memory->flags = (uint8_t)((memory->flags & ~PT_MEMORY_BUSY) | PT_MEMORY_FRESH);
    return &memory->of.outcome;
}
