/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/batch_nodes.h"

#include <string.h>

enum { BUCKETS = 2 * BATCH_MOST_NODES };

void batch_nodes_start(batch_nodes *nodes, pt_arena *arena)
{
    *nodes = (batch_nodes){.nodes = PT_NEW_ARRAY(arena, BATCH_MOST_NODES, batch_node),
                           .buckets = PT_NEW_ARRAY(arena, BUCKETS, uint16_t),
                           .tables = PT_NEW_ARRAY(arena, BATCH_MOST_TABLES, batch_table)};
    memset(nodes->buckets, 0xFF, BUCKETS * sizeof *nodes->buckets);
}

static bool same_node(const batch_node *a, const batch_node *b)
{
    return a->kind == b->kind && a->bytes == b->bytes && a->a == b->a && a->b == b->b &&
           a->x == b->x && a->k == b->k && a->m == b->m;
}

static uint64_t mixed(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

static uint32_t bucket_of(const batch_node *n)
{
    uint64_t hash = mixed(n->kind, n->bytes);
    hash = mixed(hash, ((uint64_t)n->a << 32) | ((uint64_t)n->b << 16) | n->x);
    hash = mixed(mixed(hash, (uint64_t)n->k), (uint64_t)n->m);
    return (uint32_t)(hash % BUCKETS);
}

static uint16_t made(batch_nodes *nodes, batch_node node)
{
    uint32_t bucket = bucket_of(&node);
    while (nodes->buckets[bucket] != BATCH_NO_NODE) {
        if (same_node(&nodes->nodes[nodes->buckets[bucket]], &node))
            return nodes->buckets[bucket];
        bucket = (bucket + 1) % BUCKETS;
    }
    if (nodes->count == BATCH_MOST_NODES) {
        nodes->full = true;
        return 0;
    }
    nodes->nodes[nodes->count] = node;
    nodes->buckets[bucket] = nodes->count;
    return nodes->count++;
}

uint8_t batch_bytes_for(int64_t low, int64_t high)
{
    if (low >= 0 && high <= UINT8_MAX)
        return 1;
    if (low >= INT16_MIN && high <= INT16_MAX)
        return 2;
    return low >= INT32_MIN && high <= INT32_MAX ? 4 : 8;
}

uint16_t batch_constant(batch_nodes *nodes, uint8_t bytes, int64_t k)
{
    return made(nodes,
                (batch_node){.kind = BATCH_CONSTANT, .bytes = bytes, .k = k, .low = k, .high = k});
}

uint16_t batch_input(batch_nodes *nodes, uint16_t index, const pt_batch_column *column)
{
    return made(nodes, (batch_node){.kind = BATCH_INPUT,
                                    .bytes = column->bytes,
                                    .k = index,
                                    .low = column->type.low / column->unit - column->base,
                                    .high = column->type.high / column->unit - column->base});
}

/* --- Truths --------------------------------------------------------------------------------- */

static uint16_t truth(batch_nodes *nodes, bool is_true)
{
    return batch_constant(nodes, 1, is_true);
}

static bool is_constant(const batch_nodes *nodes, uint16_t node, int64_t k)
{
    return nodes->nodes[node].kind == BATCH_CONSTANT && nodes->nodes[node].k == k;
}

uint16_t batch_range(batch_nodes *nodes, uint16_t a, int64_t low, int64_t high)
{
    const batch_node *of = &nodes->nodes[a];
    low = low < of->low ? of->low : low;
    high = high > of->high ? of->high : high;
    if (low > high)
        return truth(nodes, false);
    if (low == of->low && high == of->high)
        return truth(nodes, true);
    return made(
        nodes,
        (batch_node){
            .kind = BATCH_RANGE, .bytes = 1, .a = a, .k = low, .m = high, .low = 0, .high = 1});
}

uint16_t batch_at_most(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    if (one->high <= other->low || one->low > other->high)
        return truth(nodes, one->high <= other->low);
    if (other->kind == BATCH_CONSTANT)
        return batch_range(nodes, a, one->low, other->k);
    if (one->kind == BATCH_CONSTANT)
        return batch_range(nodes, b, one->k, other->high);
    return made(nodes, (batch_node){
                           .kind = BATCH_AT_MOST, .bytes = 1, .a = a, .b = b, .low = 0, .high = 1});
}

uint16_t batch_not(batch_nodes *nodes, uint16_t a)
{
    batch_node of = nodes->nodes[a];
    if (of.kind == BATCH_CONSTANT)
        return truth(nodes, of.k == 0);
    if (of.kind == BATCH_NOT)
        return of.a;
    const batch_node *in = &nodes->nodes[of.a];
    if (of.kind == BATCH_RANGE && of.k == in->low)
        return batch_range(nodes, of.a, of.m + 1, in->high);
    if (of.kind == BATCH_RANGE && of.m == in->high)
        return batch_range(nodes, of.a, in->low, of.k - 1);
    return made(nodes, (batch_node){.kind = BATCH_NOT, .bytes = 1, .a = a, .low = 0, .high = 1});
}

/* a and not b for ranges of one node, when what is left is a range. */
static uint16_t range_without(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    batch_node one = nodes->nodes[a];
    batch_node hole = nodes->nodes[b];
    if (hole.m < one.k || hole.k > one.m)
        return a;
    if (hole.k <= one.k)
        return batch_range(nodes, one.a, hole.m + 1, one.m);
    if (hole.m >= one.m)
        return batch_range(nodes, one.a, one.k, hole.k - 1);
    return BATCH_NO_NODE;
}

static bool ranges_of_one(const batch_nodes *nodes, uint16_t a, uint16_t b)
{
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    return one->kind == BATCH_RANGE && other->kind == BATCH_RANGE && one->a == other->a;
}

/* What two ranges, or a range and the opposite of one, are together; BATCH_NO_NODE: two things. */
static uint16_t and_of_ranges(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    batch_node one = nodes->nodes[a];
    batch_node other = nodes->nodes[b];
    if (ranges_of_one(nodes, a, b))
        return batch_range(nodes, one.a, one.k > other.k ? one.k : other.k,
                           one.m < other.m ? one.m : other.m);
    if (other.kind == BATCH_NOT && ranges_of_one(nodes, a, other.a))
        return range_without(nodes, a, other.a);
    if (one.kind == BATCH_NOT && ranges_of_one(nodes, one.a, b))
        return range_without(nodes, b, one.a);
    bool opposites = one.kind == BATCH_NOT && other.kind == BATCH_NOT;
    if (opposites && ranges_of_one(nodes, one.a, other.a)) {
        batch_node first = nodes->nodes[one.a];
        batch_node second = nodes->nodes[other.a];
        int64_t low = first.k < second.k ? first.k : second.k;
        int64_t high = first.m > second.m ? first.m : second.m;
        if (first.k <= second.m + 1 && second.k <= first.m + 1)
            return batch_not(nodes, batch_range(nodes, first.a, low, high));
    }
    return BATCH_NO_NODE;
}

static bool opposite_of(const batch_nodes *nodes, uint16_t a, uint16_t b)
{
    return (nodes->nodes[a].kind == BATCH_NOT && nodes->nodes[a].a == b) ||
           (nodes->nodes[b].kind == BATCH_NOT && nodes->nodes[b].a == a);
}

uint16_t batch_and(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    if (is_constant(nodes, a, 0) || is_constant(nodes, b, 1) || a == b)
        return a;
    if (is_constant(nodes, b, 0) || is_constant(nodes, a, 1))
        return b;
    if (opposite_of(nodes, a, b))
        return truth(nodes, false);
    uint16_t together = and_of_ranges(nodes, a, b);
    if (together != BATCH_NO_NODE)
        return together;
    batch_node node = {.kind = BATCH_AND, .bytes = 1, .low = 0, .high = 1};
    node.a = a < b ? a : b;
    node.b = a < b ? b : a;
    return made(nodes, node);
}

uint16_t batch_or(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    return batch_not(nodes, batch_and(nodes, batch_not(nodes, a), batch_not(nodes, b)));
}

/* Is it one range of one node, or all but one, or decided? */
static bool is_simple(const batch_nodes *nodes, uint16_t truth_node)
{
    const batch_node *node = &nodes->nodes[truth_node];
    if (node->kind == BATCH_NOT)
        node = &nodes->nodes[node->a];
    return node->kind == BATCH_RANGE || node->kind == BATCH_CONSTANT;
}

uint16_t batch_choose(batch_nodes *nodes, uint16_t x, uint16_t a, uint16_t b)
{
    if (is_simple(nodes, x) && is_simple(nodes, a) && is_simple(nodes, b)) {
        uint16_t one = batch_and(nodes, x, a);
        uint16_t other = batch_and(nodes, batch_not(nodes, x), b);
        uint16_t either = batch_or(nodes, one, other);
        if (is_simple(nodes, either))
            return either;
    }
    if (is_constant(nodes, a, 1) || a == x)
        return batch_or(nodes, x, b);
    if (is_constant(nodes, a, 0))
        return batch_and(nodes, batch_not(nodes, x), b);
    if (is_constant(nodes, b, 1))
        return batch_or(nodes, batch_not(nodes, x), a);
    if (is_constant(nodes, b, 0) || b == x)
        return batch_and(nodes, x, a);
    return batch_select(nodes, x, a, b);
}

/* --- Numbers -------------------------------------------------------------------------------- */

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* `x ? (y ? p : q) : (z ? p : q)`: which question to ask depends on x, the outcomes do not. */
static bool shared_arms(batch_nodes *nodes, uint16_t *x, uint16_t *a, uint16_t *b)
{
    batch_node one = nodes->nodes[*a];
    batch_node other = nodes->nodes[*b];
    if (one.kind != BATCH_SELECT || other.kind != BATCH_SELECT)
        return false;
    bool same = one.a == other.a && one.b == other.b;
    bool crossed = one.a == other.b && one.b == other.a;
    if (!same && !crossed)
        return false;
    *x = batch_choose(nodes, *x, one.x, same ? other.x : batch_not(nodes, other.x));
    *a = one.a;
    *b = one.b;
    return true;
}

/* `x ? a : (y ? ...)` with an outcome in common: one question instead of two. */
static bool shared_arm(batch_nodes *nodes, uint16_t *x, uint16_t *a, uint16_t *b)
{
    batch_node one = nodes->nodes[*a];
    batch_node other = nodes->nodes[*b];
    if (shared_arms(nodes, x, a, b))
        return true;
    if (other.kind == BATCH_SELECT && (other.a == *a || other.b == *a)) {
        uint16_t y = other.a == *a ? other.x : batch_not(nodes, other.x);
        *x = batch_or(nodes, *x, y);
        *b = other.a == *a ? other.b : other.a;
        return true;
    }
    if (one.kind == BATCH_SELECT && (one.a == *b || one.b == *b)) {
        uint16_t y = one.b == *b ? one.x : batch_not(nodes, one.x);
        *x = batch_and(nodes, *x, y);
        *a = one.b == *b ? one.a : one.b;
        return true;
    }
    return false;
}

/* `x ? b + 1 : b` is b + x, for a truth is 0 or 1; BATCH_NO_NODE: it is something else. */
static uint16_t one_more(batch_nodes *nodes, uint16_t x, uint16_t a, uint16_t b)
{
    const batch_node *one = &nodes->nodes[a];
    if (one->kind != BATCH_SCALE || one->a != b || one->m != 1 || one->k != 1 || one->bytes > 1)
        return BATCH_NO_NODE;
    return batch_add(nodes, b, x, 0);
}

uint16_t batch_select(batch_nodes *nodes, uint16_t x, uint16_t a, uint16_t b)
{
    while (a != b && nodes->nodes[x].kind != BATCH_CONSTANT && shared_arm(nodes, &x, &a, &b))
        continue;
    if (a == b || is_constant(nodes, x, 1))
        return a;
    if (is_constant(nodes, x, 0))
        return b;
    if (nodes->nodes[x].kind == BATCH_NOT)
        return batch_select(nodes, nodes->nodes[x].a, b, a);
    uint16_t sum = one_more(nodes, x, a, b);
    if (sum != BATCH_NO_NODE)
        return sum;
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    return made(nodes, (batch_node){.kind = BATCH_SELECT,
                                    .bytes = one->bytes,
                                    .a = a,
                                    .b = b,
                                    .x = x,
                                    .low = least(one->low, other->low),
                                    .high = most(one->high, other->high)});
}

/* A result with its bounds; what may leave its width is known to be anything of that width. */
static uint16_t bounded(batch_nodes *nodes, batch_node node)
{
    static const int64_t lows[] = {0, INT16_MIN, INT32_MIN, INT64_MIN};
    static const int64_t highs[] = {UINT8_MAX, INT16_MAX, INT32_MAX, INT64_MAX};
    int width = node.bytes == 1 ? 0 : node.bytes == 2 ? 1 : node.bytes == 4 ? 2 : 3;
    if (node.low < lows[width] || node.high > highs[width]) {
        node.low = lows[width];
        node.high = highs[width];
    }
    return made(nodes, node);
}

/* Bytes have no multiplication of their own: a few additions are less work. */
static uint16_t scale_by_adding(batch_nodes *nodes, uint16_t a, int64_t m, int64_t k)
{
    int64_t power = 1;
    while (power * 2 <= m)
        power *= 2;
    if (power == m)
        power /= 2;
    uint16_t rest = batch_scale(nodes, a, m - power, 0);
    return batch_add(nodes, batch_scale(nodes, a, power, 0), rest, k);
}

enum { MOST_ADDED = 16 };

uint16_t batch_scale(batch_nodes *nodes, uint16_t a, int64_t m, int64_t k)
{
    const batch_node *of = &nodes->nodes[a];
    if (m == 1 && k == 0)
        return a;
    if (of->kind == BATCH_CONSTANT)
        return batch_constant(nodes, of->bytes, of->k * m + k);
    if (of->bytes == 1 && m > 1 && m <= MOST_ADDED)
        return scale_by_adding(nodes, a, m, k);
    return bounded(nodes, (batch_node){.kind = BATCH_SCALE,
                                       .bytes = of->bytes,
                                       .a = a,
                                       .m = m,
                                       .k = k,
                                       .low = least(of->low * m, of->high * m) + k,
                                       .high = most(of->low * m, of->high * m) + k});
}

uint16_t batch_add(batch_nodes *nodes, uint16_t a, uint16_t b, int64_t k)
{
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    return bounded(nodes, (batch_node){.kind = BATCH_ADD,
                                       .bytes = one->bytes,
                                       .a = a,
                                       .b = b,
                                       .k = k,
                                       .low = one->low + other->low + k,
                                       .high = one->high + other->high + k});
}

uint16_t batch_subtract(batch_nodes *nodes, uint16_t a, uint16_t b, int64_t k)
{
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    return bounded(nodes, (batch_node){.kind = BATCH_SUBTRACT,
                                       .bytes = one->bytes,
                                       .a = a,
                                       .b = b,
                                       .k = k,
                                       .low = one->low - other->high + k,
                                       .high = one->high - other->low + k});
}

/* A constant joins the operation before it. */
uint16_t batch_plus(batch_nodes *nodes, uint16_t a, int64_t k)
{
    batch_node of = nodes->nodes[a];
    switch ((batch_node_kind)of.kind) {
    case BATCH_SCALE: return batch_scale(nodes, of.a, of.m, of.k + k);
    case BATCH_ADD: return batch_add(nodes, of.a, of.b, of.k + k);
    case BATCH_SUBTRACT: return batch_subtract(nodes, of.a, of.b, of.k + k);
    default: return batch_scale(nodes, a, 1, k);
    }
}

uint16_t batch_multiply(batch_nodes *nodes, uint16_t a, uint16_t b)
{
    const batch_node *one = &nodes->nodes[a];
    const batch_node *other = &nodes->nodes[b];
    int64_t p = one->low * other->low;
    int64_t q = one->low * other->high;
    int64_t r = one->high * other->low;
    int64_t s = one->high * other->high;
    return bounded(nodes, (batch_node){.kind = BATCH_MULTIPLY,
                                       .bytes = 4,
                                       .a = a,
                                       .b = b,
                                       .low = least(least(p, q), least(r, s)),
                                       .high = most(most(p, q), most(r, s))});
}

uint16_t batch_convert(batch_nodes *nodes, uint16_t a, uint8_t bytes)
{
    const batch_node *of = &nodes->nodes[a];
    if (of->bytes == bytes)
        return a;
    if (of->kind == BATCH_CONSTANT)
        return batch_constant(nodes, bytes, of->k);
    return bounded(
        nodes,
        (batch_node){
            .kind = BATCH_CONVERT, .bytes = bytes, .a = a, .low = of->low, .high = of->high});
}

static uint16_t table_of(batch_nodes *nodes, const batch_table *table)
{
    for (uint16_t t = 0; t < nodes->table_count; t++) {
        const batch_table *other = &nodes->tables[t];
        if (other->first == table->first && other->count == table->count &&
            memcmp(other->entries, table->entries, table->count * sizeof *table->entries) == 0)
            return t;
    }
    if (nodes->table_count == BATCH_MOST_TABLES) {
        nodes->full = true;
        return 0;
    }
    nodes->tables[nodes->table_count] = *table;
    return nodes->table_count++;
}

uint16_t batch_look_up(batch_nodes *nodes, uint16_t a, const int32_t *entries, int64_t low,
                       int64_t high)
{
    const batch_node *of = &nodes->nodes[a];
    batch_table table = {entries, of->low, (size_t)(of->high - of->low + 1)};
    if (low == high)
        return batch_constant(nodes, 4, low);
    return made(nodes, (batch_node){.kind = BATCH_LOOK_UP,
                                    .bytes = 4,
                                    .a = batch_convert(nodes, a, 4),
                                    .k = table_of(nodes, &table),
                                    .low = low,
                                    .high = high});
}
