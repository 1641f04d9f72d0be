/* SPDX-License-Identifier: EUPL-1.2 */
/* Forms and words over lanes: sums in the narrowest lanes that are exact, words as tables. */
#include "run/batch_compile.h"
#include "run/tree_evaluate.h"

/* Sums of whole numbers below this cannot leave 64 bits on the way. */
#define MOST_AMOUNT (INT64_C(1) << 60)

int64_t batch_floor_divided(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* --- Words: a table over the one column that they rest on ------------------------------------- */

/* The inputs below an atom that are columns; `*input` is the last one seen. */
static int columns_below(const batch_reduction *r, const pt_form *form, uint16_t *input);

static int columns_of_atom(const batch_reduction *r, uint16_t index, uint16_t *input)
{
    const pt_atom *atom = &r->tree->atoms[index];
    if (atom->operation != PT_OP_INPUT)
        return columns_below(r, &atom->arguments[0], input) +
               columns_below(r, &atom->arguments[1], input);
    if (r->function->inputs[atom->input].kind == PT_INPUT_TODAY || *input == atom->input)
        return 0;
    *input = atom->input;
    return 1;
}

static int columns_below(const batch_reduction *r, const pt_form *form, uint16_t *input)
{
    int count = 0;
    for (uint16_t i = 0; i < form->count; i++)
        count += columns_of_atom(r, form->terms[i].atom, input);
    return count;
}

typedef struct word_table {
    int32_t *lanes;
    int32_t *states;
    bool absent; /* some state is not 0 */
    int64_t low; /* of the lanes */
    int64_t high;
} word_table;

static pt_moment moment_of(const batch_reduction *r, pt_value *inputs, uint32_t *stamp)
{
    pt_moment moment = {.calendar = r->c->pack->calendar,
                        .region = PT_REGION_NONE,
                        .today = r->c->day,
                        .inputs = inputs,
                        .today_input = UINT16_MAX,
                        .stamp = stamp};
    moment.atoms = PT_NEW_ARRAY(r->c->arena, r->tree->atom_count, pt_value);
    moment.stamps = PT_NEW_ARRAY(r->c->arena, r->tree->atom_count, uint32_t);
    for (uint16_t i = 0; i < r->function->input_count; i++)
        if (r->function->inputs[i].kind == PT_INPUT_TODAY) {
            moment.today_input = i;
            inputs[i] = pt_value_of(PT_DATE, r->c->day);
        }
    return moment;
}

static void put_entry(word_table *table, const pt_batch_column *out, size_t at, pt_value value)
{
    table->states[at] = value.kind == PT_UNKNOWN ? 1 : value.kind == PT_NONE ? 2 : 0;
    table->absent |= table->states[at] != 0;
    if (table->states[at] != 0)
        return;
    int64_t lane = value.amount / out->unit - out->base;
    table->lanes[at] = (int32_t)lane;
    table->low = lane < table->low ? lane : table->low;
    table->high = lane > table->high ? lane : table->high;
}

/* What stands in a table: a word, or a part of the date that a form gives. */
typedef struct tabulated {
    uint16_t atom;
    const pt_form *form; /* NULL: the word */
    bool year;           /* else the day within it */
} tabulated;

enum { DAYS_APART = 32 }; /* month * 32 + day is in the order of days within a year */

static pt_value entry_of(const batch_reduction *r, const pt_moment *moment, const tabulated *what)
{
    if (what->form == NULL)
        return pt_tree_atom(r->tree, moment, what->atom);
    pt_value date = pt_tree_form(r->tree, moment, what->form, (pt_type){.kind = PT_DATE});
    if (!pt_is_value(date) || date.amount < PT_DATE_FIRST || date.amount > PT_DATE_LAST)
        return pt_none();
    pt_year_month_day day = pt_date_split((pt_date)date.amount);
    return pt_value_of(PT_NUMBER, what->year ? day.year : day.month * DAYS_APART + day.day);
}

/* The entry for every value of the column, as the trees themselves have it. */
static word_table tabulate(const batch_reduction *r, const tabulated *what, uint16_t input,
                           const batch_quantity *over, const pt_batch_column *out)
{
    pt_value inputs[PT_LIMIT_INPUTS] = {{0}};
    uint32_t stamp = 0;
    const batch_node *of = &r->c->nodes.nodes[over->node];
    size_t count = (size_t)(of->high - of->low + 1);
    word_table table = {.low = INT32_MAX, .high = INT32_MIN};
    table.lanes = PT_NEW_ARRAY(r->c->arena, count, int32_t);
    table.states = PT_NEW_ARRAY(r->c->arena, count, int32_t);
    pt_moment moment = moment_of(r, inputs, &stamp);
    for (size_t i = 0; i < count; i++) {
        const pt_type *type = &over->column.type;
        int64_t lane = of->low + (int64_t)i;
        inputs[input] = (pt_value){.kind = type->kind,
                                   .unit = type->unit,
                                   .set = type->set,
                                   .amount = (lane + over->column.base) * over->column.unit};
        put_entry(&table, out, i, entry_of(r, &moment, what));
    }
    return table;
}

/* A word of nothing but the day of the batch. */
static void constant_word(const batch_reduction *r, uint16_t index, batch_quantity *quantity)
{
    pt_value inputs[PT_LIMIT_INPUTS] = {{0}};
    uint32_t stamp = 0;
    batch_nodes *nodes = &r->c->nodes;
    pt_moment moment = moment_of(r, inputs, &stamp);
    pt_value value = pt_tree_atom(r->tree, &moment, index);
    const pt_batch_column *out = &quantity->column;
    int64_t lane = pt_is_value(value) ? value.amount / out->unit - out->base : 0;
    quantity->node = batch_constant(nodes, out->bytes, lane);
    quantity->unknown = batch_constant(nodes, 1, value.kind == PT_UNKNOWN);
    quantity->none = batch_constant(nodes, 1, value.kind == PT_NONE);
}

static bool word_of_column(batch_reduction *r, const tabulated *what, uint16_t input,
                           batch_quantity *quantity)
{
    batch_nodes *nodes = &r->c->nodes;
    const pt_input *of = &r->function->inputs[input];
    const batch_quantity *over = batch_input_quantity(r, of);
    if (over == NULL)
        return false;
    if (nodes->nodes[over->node].high - nodes->nodes[over->node].low >= BATCH_MOST_ENTRIES)
        return batch_refuse_in(r, PT_U063, of->name);
    word_table table = tabulate(r, what, input, over, &quantity->column);
    if (table.low > table.high)
        table.low = table.high = 0;
    uint16_t lanes = batch_look_up(nodes, over->node, table.lanes, table.low, table.high);
    quantity->node = batch_convert(nodes, lanes, quantity->column.bytes);
    quantity->unknown = over->unknown;
    quantity->none = over->none;
    if (table.absent) {
        uint16_t state = batch_look_up(nodes, over->node, table.states, 0, 2);
        quantity->unknown = batch_or(nodes, over->unknown, batch_range(nodes, state, 1, 1));
        quantity->none = batch_or(nodes, over->none, batch_range(nodes, state, 2, 2));
    }
    return true;
}

/* A part of one of the two days of an age, in lanes of four bytes. */
static bool part_of_day(batch_reduction *r, const pt_form *form, bool year, batch_quantity *part)
{
    uint16_t input = UINT16_MAX;
    tabulated what = {.form = form, .year = year};
    *part = (batch_quantity){.column = {.bytes = 4, .unit = 1}};
    return columns_below(r, form, &input) == 1 && word_of_column(r, &what, input, part);
}

/* The years between, one less when the day within the year has not come yet. */
static bool age_of_two(batch_reduction *r, const pt_atom *atom, batch_quantity *age)
{
    batch_nodes *nodes = &r->c->nodes;
    const pt_form *born = &atom->arguments[0];
    const pt_form *on = &atom->arguments[1];
    batch_quantity years[2];
    batch_quantity within[2];
    if (!part_of_day(r, born, true, &years[0]) || !part_of_day(r, on, true, &years[1]) ||
        !part_of_day(r, born, false, &within[0]) || !part_of_day(r, on, false, &within[1]))
        return false;
    uint16_t passed = batch_convert(nodes, batch_at_most(nodes, within[0].node, within[1].node), 4);
    uint16_t whole = batch_subtract(nodes, years[1].node, years[0].node, 0);
    age->column = (pt_batch_column){
        .bytes = 4, .unit = PT_NUMBER_SCALE, .type = atom->type, .index = PT_NO_INDEX};
    age->node = batch_add(nodes, whole, passed, -1);
    age->unknown = batch_or(nodes, years[0].unknown, years[1].unknown);
    age->none = batch_or(nodes, years[0].none, years[1].none);
    return true;
}

static bool word(batch_reduction *r, uint16_t index, batch_quantity *quantity)
{
    const pt_type *type = &r->tree->atoms[index].type;
    uint16_t input = UINT16_MAX;
    int columns = columns_of_atom(r, index, &input);
    const char *over = columns > 0 ? r->function->inputs[input].name : r->rule;
    if (!batch_has_bounds(type))
        return batch_refuse_in(r, PT_U068, over);
    quantity->column = batch_column_of(r->c->pack, *type);
    if (quantity->column.bytes > 4)
        return batch_refuse_in(r, PT_U068, over);
    if (columns == 2 && r->tree->atoms[index].operation == PT_OP_AGE &&
        age_of_two(r, &r->tree->atoms[index], quantity))
        return true;
    if (columns > 1)
        return batch_refuse_in(r, PT_U061, over);
    if (columns == 1)
        return word_of_column(r, &(tabulated){.atom = index}, input, quantity);
    constant_word(r, index, quantity);
    return true;
}

bool batch_atom(batch_reduction *r, uint16_t index, batch_quantity *quantity)
{
    const pt_atom *atom = &r->tree->atoms[index];
    if (atom->operation != PT_OP_INPUT)
        return word(r, index, quantity);
    const batch_quantity *of = batch_input_quantity(r, &r->function->inputs[atom->input]);
    if (of != NULL)
        *quantity = *of;
    return of != NULL;
}

/* --- Sums ------------------------------------------------------------------------------------ */

static bool counted(int64_t a, int64_t b, int64_t *sum)
{
    int64_t product = 0;
    return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(*sum, product, sum) &&
           product > -MOST_AMOUNT && product<MOST_AMOUNT && * sum> - MOST_AMOUNT &&
           *sum < MOST_AMOUNT;
}

bool batch_add_term(batch_sum *sum, const batch_nodes *nodes, uint16_t node, int64_t factor)
{
    const batch_node *of = &nodes->nodes[node];
    if (sum->count == PT_LIMIT_INPUTS)
        return false;
    sum->nodes[sum->count] = node;
    sum->factors[sum->count++] = factor;
    return counted(factor, factor < 0 ? of->high : of->low, &sum->low) &&
           counted(factor, factor < 0 ? of->low : of->high, &sum->high);
}

static bool add_atom(batch_reduction *r, const pt_term_of_form *term, batch_sum *sum)
{
    batch_quantity of = {0};
    const batch_nodes *nodes = &r->c->nodes;
    int64_t factor = 0;
    if (!batch_atom(r, term->atom, &of))
        return false;
    const batch_node *node = &nodes->nodes[of.node];
    bool fits = counted(term->coefficient, of.column.unit, &factor) &&
                counted(factor, of.column.base, &sum->constant);
    if (node->kind == BATCH_CONSTANT)
        fits = fits && counted(factor, node->k, &sum->constant);
    else
        fits = fits && batch_add_term(sum, nodes, of.node, factor);
    return fits || batch_refuse_in(r, PT_U062, r->rule);
}

/* A form over amounts as a sum over lanes, times 2^shift. */
bool batch_sum_of(batch_reduction *r, const pt_form *form, batch_sum *sum)
{
    *sum = (batch_sum){.constant = form->constant};
    for (uint16_t i = 0; i < form->count; i++)
        if (!add_atom(r, &form->terms[i], sum))
            return false;
    return true;
}

static int64_t without_wrap(int64_t amount, uint8_t bytes)
{
    switch (bytes) {
    case 1: return (uint8_t)amount;
    case 2: return (int16_t)(uint16_t)amount;
    case 4: return (int32_t)(uint32_t)amount;
    default: return amount;
    }
}

uint8_t batch_widest(const batch_nodes *nodes, const batch_sum *sum, uint8_t bytes)
{
    for (size_t i = 0; i < sum->count; i++)
        if (nodes->nodes[sum->nodes[i]].bytes > bytes)
            bytes = nodes->nodes[sum->nodes[i]].bytes;
    return bytes;
}

/* One more term; the first of all is a positive one when there is any. */
static uint16_t with_term(batch_nodes *nodes, uint16_t all, uint16_t term, int64_t factor,
                          uint8_t bytes)
{
    term = batch_convert(nodes, term, bytes);
    if (all == BATCH_NO_NODE)
        return batch_scale(nodes, term, without_wrap(factor, bytes), 0);
    term = batch_scale(nodes, term, without_wrap(factor < 0 ? -factor : factor, bytes), 0);
    return factor < 0 ? batch_subtract(nodes, all, term, 0) : batch_add(nodes, all, term, 0);
}

/* The sum in lanes of `bytes`, exact wherever the sum itself fits them. */
uint16_t batch_reckon(batch_nodes *nodes, const batch_sum *sum, uint8_t bytes)
{
    uint8_t wide = batch_widest(nodes, sum, bytes);
    uint16_t all = BATCH_NO_NODE;
    for (size_t i = 0; i < sum->count; i++)
        if (sum->factors[i] > 0)
            all = with_term(nodes, all, sum->nodes[i], sum->factors[i], wide);
    for (size_t i = 0; i < sum->count; i++)
        if (sum->factors[i] < 0)
            all = with_term(nodes, all, sum->nodes[i], sum->factors[i], wide);
    int64_t constant = without_wrap(sum->constant, wide);
    all = all == BATCH_NO_NODE ? batch_constant(nodes, wide, constant)
                               : batch_plus(nodes, all, constant);
    return batch_convert(nodes, all, bytes);
}
