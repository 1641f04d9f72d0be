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

/* The slots, room to align, the columns between inputs and outputs. */
size_t pt_batch_scratch_bytes(const pt_batch *batch)
{
    return batch->slot_count * sizeof(void *) + CACHE_LINE +
           (size_t)batch->lane_bytes * PT_BATCH_BLOCK;
}

size_t pt_batch_lanes(size_t cases)
{
    return (cases + PT_BATCH_TILE - 1) / PT_BATCH_TILE * PT_BATCH_TILE;
}

/* Slots of the scratch, the same for all blocks. */
static void lay_out(const pt_batch *batch, void **slots)
{
    char *after = (char *)(slots + batch->slot_count);
    size_t past = (uintptr_t)after % CACHE_LINE;
    char *columns = past == 0 ? after : after + CACHE_LINE - past;
    for (uint16_t s = (uint16_t)(batch->input_count + batch->output_count); s < batch->slot_count;
         s++)
        slots[s] = columns + (size_t)batch->offsets[s] * PT_BATCH_BLOCK;
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
 * So, when all columns together are more than the caches near a core hold, every step is preceded
 * by its share of requests for the lines of the next block; many at once would be dropped. Two
 * short blocks then fit the first cache together; narrow vectors are so much longer at work that
 * the steps of long blocks cost them less.
 */
enum { NEAR_BYTES = 4 * 1024 * 1024, SHORT_BLOCK = 1024 };

typedef struct requests {
    size_t slot; /* column, and bytes in it, of the next line to ask for */
    size_t at;
    size_t block; /* lanes of this block */
    size_t lanes; /* of the next block; 0: nothing to ask for */
    size_t share; /* bytes for each step */
} requests;

static size_t bytes_of(const pt_batch *batch, size_t slot)
{
    return slot < batch->input_count ? batch->inputs[slot].bytes
                                     : batch->outputs[slot - batch->input_count].bytes;
}

static size_t bytes_for_case(const pt_batch *batch)
{
    size_t columns = (size_t)batch->input_count + batch->output_count;
    size_t bytes = 0;
    for (size_t slot = 0; slot < columns; slot++)
        bytes += bytes_of(batch, slot);
    return bytes;
}

/* Asks for as much of the next piece of one column as `left` allows; returns what is left. */
static size_t request_from(const pt_batch *batch, void *const *slots, requests *r, size_t left)
{
    size_t bytes = bytes_of(batch, r->slot);
    size_t end = bytes * r->lanes;
    size_t until = left < end - r->at ? r->at + left : end;
    const char *next = (const char *)slots[r->slot] + bytes * r->block;
    left -= until - r->at;
    for (; r->at < until; r->at += CACHE_LINE)
        __builtin_prefetch(next + r->at, 0, 3);
    if (until == end) {
        r->slot++;
        r->at = 0;
    }
    return left;
}

static void request(const pt_batch *batch, void *const *slots, requests *r)
{
    size_t columns = (size_t)batch->input_count + batch->output_count;
    for (size_t left = r->share; left > 0 && r->slot < columns;)
        left = request_from(batch, slots, r, left);
}

static void run_block(const pt_batch *batch, const pt_batch_function *kernels, void *const *slots,
                      size_t lanes, requests next)
{
    for (size_t s = 0; s < batch->step_count; s++) {
        if (next.lanes > 0)
            request(batch, slots, &next);
        kernels[batch->steps[s].kernel](&batch->steps[s], slots, lanes);
    }
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Whole lines for each step. */
static size_t share_of(const pt_batch *batch, size_t bytes)
{
    return (bytes / CACHE_LINE / batch->step_count + 1) * CACHE_LINE;
}

void pt_batch_run(const pt_batch *batch, pt_batch_set set, size_t cases, const void *const *inputs,
                  void *const *outputs, void *scratch)
{
    const pt_batch_function *kernels = pt_batch_kernels(set);
    void **slots = scratch;
    size_t lanes = pt_batch_lanes(cases);
    size_t bytes = bytes_for_case(batch);
    bool far = bytes * lanes > NEAR_BYTES;
    size_t block = far && set != PT_BATCH_PLAIN ? SHORT_BLOCK : PT_BATCH_BLOCK;
    lay_out(batch, slots);
    for (size_t first = 0; first < lanes; first += block) {
        size_t after = least(first + block, lanes);
        requests next = {.block = block, .lanes = far ? least(block, lanes - after) : 0};
        next.share = share_of(batch, next.lanes * bytes);
        point_at(batch, slots, inputs, outputs, first);
        run_block(batch, kernels, slots, after - first, next);
    }
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
