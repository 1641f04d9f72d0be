/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/pool.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"

/* Items are sent out at most this far ahead of the first one that is not yet delivered. */
enum { WINDOW = 1024, IN_FLIGHT = 16, MOST_WORKERS = 256 };
/* Frames taken from one child before the next has its turn. */
enum { TURN = 256 };
/* Deaths after an item had begun, with none in hand, until that item is blamed all the same. */
enum { HIDDEN_DEATHS = 3 };
/* Results kept for later delivery before only the first item may go out; memory worth reusing. */
enum { KEPT_BYTES = 64 * 1024 * 1024, SPARE_BYTES = 256 * 1024 };

typedef struct kept {
    struct kept *next;
    pt_frame frame;
} kept;

typedef enum slot_state { WAITING, FLYING, WELL, GIVEN_UP } slot_state;

/* One item within the window. */
typedef struct slot {
    slot_state state;
    uint32_t deaths; /* with this item in hand */
    uint32_t hidden; /* after it had begun, with no item in hand */
    uint32_t others; /* with this item the first in line */
    pt_arena *arena; /* of what is kept, or NULL */
    kept *first;
    kept *last;
} slot;

typedef struct worker {
    pt_child *child; /* NULL: none */
    size_t *flight;  /* ring of items sent, oldest at `served` */
    size_t served;   /* items ended by this child */
    size_t sent;     /* items sent to this child */
    bool in_item;    /* between the marks, as far as frames have come */
    bool alone;      /* the one item it has goes alone */
} worker;

typedef struct run {
    const pt_pool_job *job;
    pt_arena *arena;
    worker *workers;
    pt_child **children; /* the same, as pt_child_poll wants them */
    size_t count;
    size_t in_flight;
    slot *slots;
    pt_arena **spare;
    size_t spares;
    size_t lowest;  /* first item not delivered */
    size_t next;    /* no item before this one is waiting */
    size_t waiting; /* items not sent or to be sent again */
    size_t kept_bytes;
    uint32_t setup_deaths; /* since an item last ended */
    bool stopped;
    bool childless;
    int refusal; /* errno of the last spawn that failed */
    bool more;   /* a child has frames that were not taken in its turn */
    pt_pool_summary summary;
} run;

size_t pt_pool_processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : (size_t)online;
}

void pt_item_begin(pt_channel *channel, pt_progress *progress)
{
    pt_channel_write(channel, PT_FRAME_BEGIN, NULL, 0);
    pt_progress_begin_item(progress);
}

/* The page first: an item whose end has been seen must never be found in hand. */
void pt_item_end(pt_channel *channel, pt_progress *progress)
{
    pt_progress_end_item(progress);
    pt_channel_write(channel, PT_FRAME_END, NULL, 0);
}

static slot *slot_of(const run *state, size_t item)
{
    return &state->slots[item % WINDOW];
}

static size_t flying(const worker *of)
{
    return of->sent - of->served;
}

static size_t flight_item(const run *state, const worker *of, size_t serial)
{
    return of->flight[serial % state->in_flight];
}

/* Forgets what is kept of an item; its memory goes to the next unless it grew large. */
static void drop_kept(run *state, slot *of)
{
    if (of->arena == NULL)
        return;
    size_t used = pt_arena_used(of->arena);
    state->kept_bytes -= used;
    if (used > SPARE_BYTES) {
        pt_arena_destroy(of->arena);
    } else {
        pt_arena_reset(of->arena);
        state->spare[state->spares++] = of->arena;
    }
    of->arena = NULL;
    of->first = of->last = NULL;
}

/* False when the item has given more than it may. */
static bool keep(run *state, slot *of, const pt_frame *frame)
{
    if (of->arena == NULL)
        of->arena = state->spares > 0 ? state->spare[--state->spares] : pt_arena_create();
    size_t before = pt_arena_used(of->arena);
    kept *held = PT_NEW(of->arena, kept);
    held->frame = *frame;
    held->frame.body =
        (unsigned char *)pt_arena_copy(of->arena, (const char *)frame->body, frame->length);
    if (of->last == NULL)
        of->first = held;
    else
        of->last->next = held;
    of->last = held;
    state->kept_bytes += pt_arena_used(of->arena) - before;
    return pt_arena_used(of->arena) <= PT_POOL_ITEM_BYTES;
}

static void end_item(run *state, size_t item, slot_state how)
{
    slot *of = slot_of(state, item);
    of->state = how;
    if (how == GIVEN_UP)
        drop_kept(state, of);
}

static void wait_again(run *state, size_t item)
{
    slot *of = slot_of(state, item);
    drop_kept(state, of);
    of->state = WAITING;
    state->waiting++;
    if (item < state->next)
        state->next = item;
}

static bool suspect(const slot *of)
{
    return of->deaths + of->hidden + of->others > 0;
}

/*
 * A death with no item in hand is nobody's, as a rule. But an item may have wiped the page before
 * it crashed, so the first in line is not excused for ever.
 */
static bool excused(slot *first, const worker *of, const pt_ending *ending)
{
    if (ending->last.begun > of->served)
        return ++first->hidden < HIDDEN_DEATHS;
    return ++first->others < PT_POOL_DEATHS;
}

/* The item to blame for a death, or PT_POOL_NO_ITEM. */
static size_t blame(const run *state, const worker *of, const pt_ending *ending)
{
    if (flying(of) == 0)
        return PT_POOL_NO_ITEM;
    size_t first = flight_item(state, of, of->served);
    uint32_t serial = ending->last.item;
    if (serial != PT_PROGRESS_NONE)
        return serial >= of->served && serial < of->sent ? flight_item(state, of, serial) : first;
    if (ending->kind == PT_ENDED_GARBLED && of->in_item)
        return first;
    if (ending->last.begun == 0 || excused(slot_of(state, first), of, ending))
        return PT_POOL_NO_ITEM;
    return first;
}

static pt_pool_verdict ask_verdict(run *state, const pt_pool_death *death)
{
    if (state->job->died == NULL)
        return PT_POOL_GIVE_UP;
    pt_pool_verdict verdict = state->job->died(state->job->context, death);
    return verdict == PT_POOL_AGAIN && death->times >= PT_POOL_DEATHS ? PT_POOL_GIVE_UP : verdict;
}

/* Hands the items of a dead child back and lets the caller judge the one that killed it. */
static void mourn(run *state, worker *of, const pt_ending *ending)
{
    pt_pool_death death = {.item = blame(state, of, ending), .ending = *ending};
    death.in_setup = death.item == PT_POOL_NO_ITEM && ending->last.begun == 0;
    if (death.item != PT_POOL_NO_ITEM)
        death.times = ++slot_of(state, death.item)->deaths;
    else
        death.times = ++state->setup_deaths;
    state->summary.deaths++;
    pt_pool_verdict verdict = ask_verdict(state, &death);
    for (; of->served < of->sent; of->served++) {
        size_t item = flight_item(state, of, of->served);
        if (item == death.item && verdict == PT_POOL_GIVE_UP)
            end_item(state, item, GIVEN_UP);
        else
            wait_again(state, item);
    }
    if (verdict == PT_POOL_STOP || (verdict == PT_POOL_GIVE_UP && death.in_setup))
        state->stopped = true;
}

static void bury(run *state, size_t index, bool misbehaved)
{
    worker *of = &state->workers[index];
    if (misbehaved)
        pt_child_kill(of->child);
    pt_ending ending = pt_child_finish(of->child);
    if (misbehaved) {
        ending.kind = PT_ENDED_GARBLED;
        ending.detail = PT_FAULT_TYPE;
    }
    if (ending.kind == PT_ENDED_WELL) /* it left its work lying */
        ending.kind = PT_ENDED_SILENT;
    of->child = state->children[index] = NULL;
    mourn(state, of, &ending);
}

/* False when a child may not send this here. */
static bool accept_frame(run *state, worker *of, const pt_frame *frame)
{
    const pt_pool_job *job = state->job;
    size_t item = of->in_item ? flight_item(state, of, of->served) : PT_POOL_NO_ITEM;
    if (frame->type == PT_FRAME_BEGIN) {
        bool right = !of->in_item && flying(of) > 0;
        of->in_item = true;
        return right;
    }
    if (frame->type == PT_FRAME_END) {
        if (!of->in_item)
            return false;
        of->in_item = false;
        of->served++;
        state->setup_deaths = 0;
        end_item(state, item, WELL);
        return true;
    }
    if (frame->type == PT_FRAME_HELLO)
        return false;
    if (job->asked != NULL && job->asked(job->context, item, frame, pt_child_channel(of->child)))
        return true;
    return item == PT_POOL_NO_ITEM || keep(state, slot_of(state, item), frame);
}

static void take_turn(run *state, size_t index)
{
    worker *of = &state->workers[index];
    pt_frame frame;
    for (int taken = 0; taken < TURN; taken++) {
        pt_read got = pt_channel_read(pt_child_channel(of->child), &frame);
        if (got == PT_READ_LATER)
            return;
        bool right = got == PT_READ_FRAME && accept_frame(state, of, &frame);
        if (!right) {
            bury(state, index, got == PT_READ_FRAME);
            return;
        }
    }
    state->more = true;
}

/* The next item that may be sent, or PT_POOL_NO_ITEM. */
static size_t next_waiting(run *state)
{
    size_t end = state->lowest + WINDOW;
    if (state->kept_bytes > KEPT_BYTES)
        end = state->lowest + 1;
    if (end > state->job->items)
        end = state->job->items;
    /* Slots of delivered items already stand for later ones. */
    if (state->next < state->lowest)
        state->next = state->lowest;
    for (; state->next < end; state->next++) {
        if (slot_of(state, state->next)->state == WAITING)
            return state->next;
    }
    return PT_POOL_NO_ITEM;
}

static void send_item(run *state, worker *to, size_t item)
{
    to->alone = suspect(slot_of(state, item));
    slot_of(state, item)->state = FLYING;
    state->waiting--;
    state->next = item + 1;
    to->flight[to->sent++ % state->in_flight] = item;
    state->job->request(state->job->context, item, pt_child_channel(to->child));
}

/* Gives a child one more item, if it may have one. */
static bool feed_one(run *state, worker *to)
{
    size_t share = state->waiting / (2 * state->count) + 1;
    size_t most = share < state->in_flight ? share : state->in_flight;
    if (to->child == NULL || flying(to) >= most || (to->alone && flying(to) > 0))
        return false;
    size_t item = next_waiting(state);
    if (item == PT_POOL_NO_ITEM)
        return false;
    /* An item with a death behind it goes alone, so that it can not be taken for its neighbour. */
    if (suspect(slot_of(state, item)) && flying(to) > 0)
        return false;
    send_item(state, to, item);
    return true;
}

/* Hands out items in turn; towards the end fewer each, so that all children end together. */
static void feed(run *state)
{
    for (bool fed = true; fed;) {
        fed = false;
        for (size_t i = 0; i < state->count; i++)
            fed |= feed_one(state, &state->workers[i]);
    }
    for (size_t i = 0; i < state->count; i++) {
        if (state->workers[i].child != NULL)
            pt_child_expect(state->workers[i].child, flying(&state->workers[i]) > 0);
    }
}

static void hire(run *state, size_t index)
{
    worker *of = &state->workers[index];
    pt_spawn spawn = pt_child_spawn(state->job->zygote, state->job->limits, &of->child);
    state->children[index] = of->child;
    of->served = of->sent = 0;
    of->in_item = false;
    if (spawn != PT_SPAWN_DONE) {
        state->summary.spawn = spawn;
        state->refusal = errno;
    } else if (state->job->setup != NULL) {
        state->job->setup(state->job->context, pt_child_channel(of->child));
    }
}

/* Replaces who is missing, as far as there is work. Fewer children than wanted will do; none not.
 */
static void staff(run *state)
{
    size_t alive = 0;
    for (size_t i = 0; i < state->count; i++) {
        if (state->children[i] == NULL && state->waiting > alive)
            hire(state, i);
        alive += state->children[i] != NULL;
    }
    if (alive == 0 && state->lowest < state->job->items)
        state->stopped = state->childless = true;
}

static void deliver(run *state)
{
    const pt_pool_job *job = state->job;
    while (state->lowest < job->items && !state->stopped) {
        slot *of = slot_of(state, state->lowest);
        if (of->state != WELL && of->state != GIVEN_UP)
            return;
        bool well = of->state == WELL;
        for (const kept *each = of->first; each != NULL; each = each->next)
            job->result(job->context, state->lowest, &each->frame);
        if (job->ended != NULL)
            job->ended(job->context, state->lowest, well);
        state->summary.well += well;
        state->summary.given_up += !well;
        drop_kept(state, of);
        *of = (slot){.state = WAITING};
        state->lowest++;
    }
}

/* Ends the children: in order when the work is done, at once when it was stopped. */
static void dismiss(run *state)
{
    for (size_t i = 0; i < state->count; i++) {
        pt_child *child = state->children[i];
        if (child == NULL)
            continue;
        pt_frame frame;
        pt_child_expect(child, true);
        if (state->stopped)
            pt_child_kill(child);
        else
            pt_channel_close(pt_child_channel(child));
        while (!state->stopped && pt_child_read(child, &frame) == PT_READ_FRAME)
            continue;
        pt_child_finish(child);
    }
}

static run *create_run(const pt_pool_job *job)
{
    pt_arena *arena = pt_arena_create();
    run *state = PT_NEW(arena, run);
    state->job = job;
    state->arena = arena;
    state->waiting = job->items;
    state->count = job->children == 0 ? pt_pool_processors() : job->children;
    if (state->count > job->items)
        state->count = job->items;
    if (state->count > MOST_WORKERS)
        state->count = MOST_WORKERS;
    state->in_flight = job->in_flight == 0 ? IN_FLIGHT : job->in_flight;
    if (state->in_flight > WINDOW)
        state->in_flight = WINDOW;
    state->workers = PT_NEW_ARRAY(arena, state->count, worker);
    state->children = PT_NEW_ARRAY(arena, state->count, pt_child *);
    for (size_t i = 0; i < state->count; i++)
        state->workers[i].flight = PT_NEW_ARRAY(arena, state->in_flight, size_t);
    state->slots = PT_NEW_ARRAY(arena, WINDOW, slot);
    state->spare = PT_NEW_ARRAY(arena, WINDOW, pt_arena *);
    return state;
}

static pt_pool_summary finish_run(run *state)
{
    pt_pool_summary summary = state->summary;
    if (state->stopped)
        summary.outcome = state->childless ? PT_POOL_NO_CHILD : PT_POOL_STOPPED;
    else
        summary.outcome = summary.given_up > 0 ? PT_POOL_PARTLY : PT_POOL_DONE;
    for (size_t i = 0; i < WINDOW; i++)
        pt_arena_destroy(state->slots[i].arena);
    while (state->spares > 0)
        pt_arena_destroy(state->spare[--state->spares]);
    int refusal = state->refusal;
    pt_arena_destroy(state->arena);
    errno = refusal;
    return summary;
}

static void work_round(run *state)
{
    feed(state);
    pt_child_poll(state->children, state->count, state->more ? 0 : -1);
    state->more = false;
    for (size_t i = 0; i < state->count && !state->stopped; i++) {
        if (state->children[i] != NULL)
            take_turn(state, i);
    }
    deliver(state);
}

pt_pool_summary pt_pool_run(const pt_pool_job *job)
{
    run *state = create_run(job);
    staff(state);
    while (!state->stopped && state->lowest < job->items) {
        work_round(state);
        staff(state);
    }
    dismiss(state);
    return finish_run(state);
}
