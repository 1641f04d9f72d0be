/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/frame.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"

/* Output leaves at once when this much has gathered; input is asked for in steps of at least ROOM.
 */
enum { GATHER = 64 * 1024, ROOM = 16 * 1024 };

typedef struct buffer {
    unsigned char *bytes;
    size_t start;
    size_t end;
    size_t capacity;
} buffer;

struct pt_channel {
    pt_arena *arena;
    int fd;
    bool waits;
    bool deaf;   /* the other side no longer listens */
    bool closed; /* our closing frame is queued */
    bool ended;  /* theirs has come */
    pt_fault fault;
    uint32_t next_in;
    uint32_t next_out;
    buffer in;
    buffer out;
    buffer aside; /* frames that came before the one awaited */
};

pt_channel *pt_channel_create(int fd, bool waits)
{
    pt_arena *arena = pt_arena_create();
    pt_channel *channel = PT_NEW(arena, pt_channel);
    channel->arena = arena;
    channel->fd = fd;
    channel->waits = waits;
    return channel;
}

void pt_channel_destroy(pt_channel *channel)
{
    if (channel == NULL)
        return;
    close(channel->fd);
    pt_arena_destroy(channel->arena);
}

int pt_channel_fd(const pt_channel *channel)
{
    return channel->fd;
}

pt_fault pt_channel_fault(const pt_channel *channel)
{
    return channel->fault;
}

size_t pt_channel_queued(const pt_channel *channel)
{
    return channel->out.end - channel->out.start;
}

/* Moving costs a copy, so a buffer moves down only when half of it is free in front. */
static void make_room(pt_channel *channel, buffer *in, size_t needed)
{
    if (in->start == in->end)
        in->start = in->end = 0;
    if (in->capacity - in->end >= needed)
        return;
    size_t held = in->end - in->start;
    const unsigned char *from = held > 0 ? in->bytes + in->start : NULL;
    if (in->start < in->capacity / 2 || in->capacity - held < needed) {
        size_t larger = in->capacity * 2;
        in->capacity = larger > held + needed ? larger : held + needed;
        in->bytes = pt_arena_alloc(channel->arena, in->capacity);
    }
    if (held > 0)
        memmove(in->bytes, from, held);
    in->start = 0;
    in->end = held;
}

static void store_number(unsigned char *at, uint64_t number, size_t width)
{
    for (size_t i = 0; i < width; i++)
        at[i] = (unsigned char)(number >> (8 * i));
}

static uint64_t load_number(const unsigned char *at, size_t width)
{
    uint64_t number = 0;
    for (size_t i = 0; i < width; i++)
        number |= (uint64_t)at[i] << (8 * i);
    return number;
}

/* A child must die when the program is gone, so it writes; the program must not, so it sends. */
static ssize_t give(const pt_channel *channel, const unsigned char *bytes, size_t length)
{
    if (channel->waits)
        return write(channel->fd, bytes, length);
    return send(channel->fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static ssize_t take(const pt_channel *channel, unsigned char *bytes, size_t length)
{
    if (channel->waits)
        return read(channel->fd, bytes, length);
    return recv(channel->fd, bytes, length, MSG_DONTWAIT);
}

static bool later(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

bool pt_channel_flush(pt_channel *channel)
{
    buffer *out = &channel->out;
    while (!channel->deaf && out->start < out->end) {
        ssize_t sent = give(channel, out->bytes + out->start, out->end - out->start);
        if (sent >= 0)
            out->start += (size_t)sent;
        else if (later(errno))
            return true;
        else if (errno != EINTR)
            channel->deaf = true;
    }
    out->start = out->end = 0;
    return !channel->deaf;
}

bool pt_channel_write(pt_channel *channel, uint16_t type, const void *bytes, size_t length)
{
    if (length > PT_LIMIT_FRAME_BYTES || channel->deaf || channel->closed)
        return false;
    buffer *out = &channel->out;
    make_room(channel, out, PT_FRAME_HEADER_BYTES + length);
    unsigned char *at = out->bytes + out->end;
    store_number(at, length, 4);
    store_number(at + 4, type, 2);
    store_number(at + 6, 0, 2);
    store_number(at + 8, channel->next_out++, 4);
    if (length > 0)
        memcpy(at + PT_FRAME_HEADER_BYTES, bytes, length);
    out->end += PT_FRAME_HEADER_BYTES + length;
    if (channel->waits && pt_channel_queued(channel) >= GATHER)
        return pt_channel_flush(channel);
    return true;
}

bool pt_channel_close(pt_channel *channel)
{
    if (!pt_channel_write(channel, PT_FRAME_CLOSE, NULL, 0))
        return false;
    channel->closed = true;
    return pt_channel_flush(channel);
}

static pt_read broken(pt_channel *channel, pt_fault fault)
{
    if (channel->fault == PT_FAULT_NONE)
        channel->fault = fault;
    return PT_READ_BROKEN;
}

/* Judges a header by what this side may receive; the body may not be there yet. */
static pt_fault judge(const pt_channel *channel, const unsigned char *header)
{
    uint64_t length = load_number(header, 4);
    uint64_t type = load_number(header + 4, 2);
    if (length > PT_LIMIT_FRAME_BYTES)
        return PT_FAULT_LENGTH;
    if (load_number(header + 6, 2) != 0)
        return PT_FAULT_FLAGS;
    if (load_number(header + 8, 4) != channel->next_in)
        return PT_FAULT_SEQUENCE;
    if (type >= PT_FRAME_RESERVED && (type < PT_FRAME_BEGIN || (type != PT_FRAME_HELLO && length)))
        return PT_FAULT_TYPE;
    return PT_FAULT_NONE;
}

/* The next frame out of what has been read already; PT_READ_LATER when it is not all there. */
static pt_read next_frame(pt_channel *channel, pt_frame *frame)
{
    buffer *in = &channel->in;
    size_t held = in->end - in->start;
    if (held < PT_FRAME_HEADER_BYTES)
        return PT_READ_LATER;
    const unsigned char *header = in->bytes + in->start;
    pt_fault fault = judge(channel, header);
    if (fault != PT_FAULT_NONE)
        return broken(channel, fault);
    frame->length = (uint32_t)load_number(header, 4);
    if (held - PT_FRAME_HEADER_BYTES < frame->length)
        return PT_READ_LATER;
    frame->type = (uint16_t)load_number(header + 4, 2);
    frame->body = header + PT_FRAME_HEADER_BYTES;
    in->start += PT_FRAME_HEADER_BYTES + frame->length;
    channel->next_in++;
    if (frame->type != PT_FRAME_CLOSE)
        return PT_READ_FRAME;
    channel->ended = true;
    return PT_READ_CLOSED;
}

/* Reads more bytes. PT_READ_FRAME means that there are some. */
static pt_read fill(pt_channel *channel)
{
    if (channel->waits && pt_channel_queued(channel) > 0)
        pt_channel_flush(channel);
    buffer *in = &channel->in;
    make_room(channel, in, ROOM);
    ssize_t got;
    do
        got = take(channel, in->bytes + in->end, in->capacity - in->end);
    while (got < 0 && errno == EINTR);
    if (got > 0) {
        in->end += (size_t)got;
        return PT_READ_FRAME;
    }
    if (got < 0 && later(errno))
        return PT_READ_LATER;
    /* A peer that dies with our bytes unread resets the connection: an end like any other. */
    if (got < 0 && errno != ECONNRESET)
        return broken(channel, PT_FAULT_SYSTEM);
    return broken(channel, in->start == in->end ? PT_FAULT_ENDED : PT_FAULT_TRUNCATED);
}

static pt_read read_stream(pt_channel *channel, pt_frame *frame)
{
    if (channel->ended)
        return PT_READ_CLOSED;
    pt_read got = channel->fault == PT_FAULT_NONE ? PT_READ_FRAME : PT_READ_BROKEN;
    while (got == PT_READ_FRAME) {
        got = next_frame(channel, frame);
        if (got != PT_READ_LATER)
            return got;
        got = fill(channel);
    }
    return got;
}

static void set_aside(pt_channel *channel, const pt_frame *frame)
{
    buffer *aside = &channel->aside;
    make_room(channel, aside, sizeof *frame + frame->length);
    memcpy(aside->bytes + aside->end, frame, sizeof *frame);
    if (frame->length > 0)
        memcpy(aside->bytes + aside->end + sizeof *frame, frame->body, frame->length);
    aside->end += sizeof *frame + frame->length;
}

pt_read pt_channel_read(pt_channel *channel, pt_frame *frame)
{
    buffer *aside = &channel->aside;
    if (aside->start == aside->end)
        return read_stream(channel, frame);
    memcpy(frame, aside->bytes + aside->start, sizeof *frame);
    frame->body = aside->bytes + aside->start + sizeof *frame;
    aside->start += sizeof *frame + frame->length;
    return PT_READ_FRAME;
}

pt_read pt_channel_await(pt_channel *channel, uint16_t type, pt_frame *frame)
{
    pt_read got;
    while ((got = read_stream(channel, frame)) == PT_READ_FRAME && frame->type != type)
        set_aside(channel, frame);
    return got;
}

void pt_pack_u32(pt_text *out, uint32_t number)
{
    unsigned char bytes[4];
    store_number(bytes, number, sizeof bytes);
    pt_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

void pt_pack_i64(pt_text *out, int64_t number)
{
    unsigned char bytes[8];
    store_number(bytes, (uint64_t)number, sizeof bytes);
    pt_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

void pt_pack_bytes(pt_text *out, const void *bytes, size_t length)
{
    pt_pack_u32(out, (uint32_t)length);
    if (length > 0)
        pt_text_add_bytes(out, bytes, length);
    pt_text_add_char(out, '\0');
}

void pt_pack_string(pt_text *out, const char *text)
{
    if (text == NULL)
        pt_pack_u32(out, UINT32_MAX);
    else
        pt_pack_bytes(out, text, strlen(text));
}

pt_unpacker pt_unpack(const pt_frame *frame)
{
    return (pt_unpacker){.at = frame->body, .end = frame->body + frame->length};
}

static const unsigned char *field(pt_unpacker *in, size_t width)
{
    if (in->failed || (size_t)(in->end - in->at) < width) {
        in->failed = true;
        return NULL;
    }
    const unsigned char *at = in->at;
    in->at += width;
    return at;
}

uint32_t pt_unpack_u32(pt_unpacker *in)
{
    const unsigned char *at = field(in, 4);
    return at == NULL ? 0 : (uint32_t)load_number(at, 4);
}

int64_t pt_unpack_i64(pt_unpacker *in)
{
    const unsigned char *at = field(in, 8);
    return at == NULL ? 0 : (int64_t)load_number(at, 8);
}

const unsigned char *pt_unpack_bytes(pt_unpacker *in, size_t *length)
{
    uint32_t claimed = pt_unpack_u32(in);
    const unsigned char *at = field(in, (size_t)claimed + 1);
    if (at != NULL && at[claimed] != 0)
        in->failed = true;
    *length = in->failed ? 0 : claimed;
    return in->failed ? (const unsigned char *)"" : at;
}

const char *pt_unpack_string(pt_unpacker *in)
{
    size_t length;
    return (const char *)pt_unpack_bytes(in, &length);
}

const char *pt_unpack_optional(pt_unpacker *in)
{
    bool absent = !in->failed && in->end - in->at >= 4 && load_number(in->at, 4) == UINT32_MAX;
    if (!absent)
        return pt_unpack_string(in);
    in->at += 4;
    return NULL;
}

bool pt_unpack_done(const pt_unpacker *in)
{
    return !in->failed && in->at == in->end;
}
