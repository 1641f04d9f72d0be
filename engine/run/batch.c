/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/batch.h"

#include <string.h>

#include "run/batch_program.h"

const pt_batch_column *pt_batch_inputs(const pt_batch *batch, size_t *count)
{
    *count = batch->input_count;
    return batch->inputs;
}

const pt_batch_column *pt_batch_outputs(const pt_batch *batch, size_t *count)
{
    *count = batch->output_count;
    return batch->outputs;
}

size_t pt_batch_step_count(const pt_batch *batch)
{
    return batch->step_count;
}

enum { CACHE_LINE = 64 };

static size_t bytes_of(const pt_batch *batch, size_t slot)
{
    return slot < batch->input_count ? batch->inputs[slot].bytes
                                     : batch->outputs[slot - batch->input_count].bytes;
}

static size_t bytes_between(const pt_batch *batch, size_t slot, size_t end)
{
    size_t bytes = 0;
    for (; slot < end; slot++)
        bytes += bytes_of(batch, slot);
    return bytes;
}

static size_t callers_slots(const pt_batch *batch)
{
    return (size_t)batch->input_count + batch->output_count;
}

/* The slots, room to align, the columns between inputs and outputs, outputs on their way out. */
size_t pt_batch_scratch_bytes(const pt_batch *batch)
{
    size_t outputs = bytes_between(batch, batch->input_count, callers_slots(batch));
    return batch->slot_count * sizeof(void *) + CACHE_LINE +
           (batch->lane_bytes + outputs) * PT_BATCH_BLOCK;
}

size_t pt_batch_lanes(size_t cases)
{
    return (cases + PT_BATCH_TILE - 1) / PT_BATCH_TILE * PT_BATCH_TILE;
}

/* Slots of the scratch, the same for all blocks; what is behind them there. */
static char *lay_out(const pt_batch *batch, void **slots)
{
    char *after = (char *)(slots + batch->slot_count);
    size_t past = (uintptr_t)after % CACHE_LINE;
    char *columns = past == 0 ? after : after + CACHE_LINE - past;
    for (size_t s = callers_slots(batch); s < batch->slot_count; s++)
        slots[s] = columns + (size_t)batch->offsets[s] * PT_BATCH_BLOCK;
    return columns + (size_t)batch->lane_bytes * PT_BATCH_BLOCK;
}

/* Slots of the caller's columns; steps write none of the inputs. */
static void point_at(const pt_batch *batch, void **slots, const void *const *inputs,
                     void *const *outputs, size_t first)
{
    for (uint16_t i = 0; i < batch->input_count; i++) {
        const char *column = inputs[i];
        slots[i] = (void *)(uintptr_t)(column + first * batch->inputs[i].bytes);
    }
    for (uint16_t o = 0; o < batch->output_count; o++) {
        char *column = outputs[o];
        slots[batch->input_count + o] = column + first * batch->outputs[o].bytes;
    }
}

/*
 * A block reads and writes short pieces of many columns, in which the processor sees no pattern.
 * So, when all columns together are more than the caches near a core hold, every step asks for its
 * share of the lines of the next block while it works on this one. And when they are more than all
 * caches hold, outputs are made in the scratch and stored past the caches: they need not be fetched
 * first. Vectors of 16 bytes take so long over a block that this saves them nothing.
 */
enum { NEAR_BYTES = 4 * 1024 * 1024, FAR_BYTES = 16 * 1024 * 1024 };

typedef struct run {
    const pt_batch *batch;
    const pt_batch_function *kernels;
    pt_batch_set set;
    void **slots;
    const void *const *inputs;
    void *const *outputs;
    char *made; /* outputs on their way out; NULL: they are made in place */
} run;

/* Which lines to ask for: columns cut in pieces, of as many tiles as a block has. */
typedef struct requests {
    size_t columns; /* 0: nothing to ask for */
    size_t pieces;
    size_t asked;
    size_t stride; /* of lines that follow each other, or half: a line is then asked for twice */
    size_t column;
    size_t at;    /* in it */
    size_t first; /* lane of the next block */
    size_t lanes; /* in it */
} requests;

static requests requests_for(const run *r, size_t first, size_t lanes)
{
    const pt_batch *batch = r->batch;
    size_t columns = r->made == NULL ? callers_slots(batch) : batch->input_count;
    size_t bytes = bytes_between(batch, 0, columns);
    requests all = {.columns = columns, .pieces = bytes, .stride = CACHE_LINE};
    if (2 * bytes <= batch->step_count) {
        all.stride /= 2;
        all.pieces *= 2;
    }
    all.first = first;
    all.lanes = lanes;
    return all;
}

static pt_batch_ahead next_piece(const run *r, requests *all)
{
    const pt_batch *batch = r->batch;
    const char *column = all->column < batch->input_count
                             ? r->inputs[all->column]
                             : r->outputs[all->column - batch->input_count];
    size_t bytes = bytes_of(batch, all->column);
    pt_batch_ahead piece = {column + all->first * bytes + all->at, all->stride};
    all->at += all->lanes / PT_BATCH_TILE * all->stride;
    if (all->at >= all->lanes * bytes) {
        all->column++;
        all->at = 0;
    }
    all->asked++;
    return piece;
}

/* The piece for step `s`; those that have no step of their own are asked for at once. */
static pt_batch_ahead request(const run *r, requests *all, size_t s)
{
    pt_batch_ahead piece = {(const char *)r->slots, 0};
    size_t due = all->pieces * (s + 1) / r->batch->step_count;
    while (all->columns > 0 && all->asked < due) {
        piece = next_piece(r, all);
        for (size_t tile = 0; all->asked < due && tile < all->lanes; tile += PT_BATCH_TILE)
            __builtin_prefetch(piece.from + tile / PT_BATCH_TILE * piece.stride, 0, 3);
    }
    return piece;
}

/* Outputs that step `s` was the last to touch leave the scratch; returns how many have. */
static size_t send(const run *r, size_t sent, size_t s, size_t first, size_t lanes)
{
    const pt_batch *batch = r->batch;
    for (; sent < batch->output_count && batch->done[sent] == s; sent++) {
        uint16_t output = batch->finished[sent];
        size_t bytes = batch->outputs[output].bytes;
        pt_batch_stream(r->set, (char *)r->outputs[output] + first * bytes,
                        r->slots[batch->input_count + output], lanes * bytes);
    }
    return sent;
}

static void run_block(const run *r, size_t first, size_t lanes, requests next)
{
    const pt_batch *batch = r->batch;
    size_t sent = 0;
    for (size_t s = 0; s < batch->step_count; s++) {
        const pt_batch_step *step = &batch->steps[s];
        r->kernels[step->kernel](step, r->slots, lanes, request(r, &next, s));
        if (r->made != NULL)
            sent = send(r, sent, s, first, lanes);
    }
}

static void make_in_scratch(const run *r)
{
    char *at = r->made;
    for (uint16_t o = 0; o < r->batch->output_count; o++) {
        r->slots[r->batch->input_count + o] = at;
        at += (size_t)r->batch->outputs[o].bytes * PT_BATCH_BLOCK;
    }
}

static bool are_aligned(const pt_batch *batch, void *const *outputs)
{
    bool all = true;
    for (uint16_t o = 0; o < batch->output_count; o++)
        all = all && (uintptr_t)outputs[o] % CACHE_LINE == 0;
    return all;
}

void pt_batch_run(const pt_batch *batch, pt_batch_set set, size_t cases, const void *const *inputs,
                  void *const *outputs, void *scratch)
{
    size_t lanes = pt_batch_lanes(cases);
    size_t bytes = lanes * bytes_between(batch, 0, callers_slots(batch));
    run r = {batch, pt_batch_kernels(set), set, scratch, inputs, outputs, NULL};
    char *made = lay_out(batch, r.slots);
    if (set != PT_BATCH_PLAIN && bytes > FAR_BYTES && are_aligned(batch, outputs))
        r.made = made;
    for (size_t first = 0; first < lanes; first += PT_BATCH_BLOCK) {
        size_t after = first + PT_BATCH_BLOCK;
        requests next = {.columns = 0};
        if (bytes > NEAR_BYTES && after + PT_BATCH_BLOCK <= lanes)
            next = requests_for(&r, after, PT_BATCH_BLOCK);
        point_at(batch, r.slots, inputs, outputs, first);
        if (r.made != NULL)
            make_in_scratch(&r);
        run_block(&r, first, after <= lanes ? PT_BATCH_BLOCK : lanes - first, next);
    }
    if (r.made != NULL)
        pt_batch_streamed(set);
}

int64_t pt_batch_amount(const pt_batch_column *column, const void *lanes, size_t index)
{
    int64_t lane = 0;
    switch (column->bytes) {
    case 1: lane = ((const uint8_t *)lanes)[index]; break;
    case 2: lane = ((const int16_t *)lanes)[index]; break;
    case 4: lane = ((const int32_t *)lanes)[index]; break;
    default: lane = ((const int64_t *)lanes)[index]; break;
    }
    return (lane + column->base) * column->unit;
}

void pt_batch_put(const pt_batch_column *column, void *lanes, size_t index, int64_t amount)
{
    int64_t lane = amount / column->unit - column->base;
    switch (column->bytes) {
    case 1: ((uint8_t *)lanes)[index] = (uint8_t)lane; break;
    case 2: ((int16_t *)lanes)[index] = (int16_t)lane; break;
    case 4: ((int32_t *)lanes)[index] = (int32_t)lane; break;
    default: ((int64_t *)lanes)[index] = lane; break;
    }
}
