/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Framed messages over a stream socket: what the program and a confined child say to each other.
 *
 * A frame is a header of twelve bytes {u32 length, u16 type, u16 flags, u32 sequence}, little
 * endian, and a body of at most PT_LIMIT_FRAME_BYTES. Each side numbers its frames from 0. The
 * reader treats the other side as hostile: a wrong length, number, flag or reserved type, and an
 * end of the stream without the closing frame, break the channel for good.
 *
 * Normal use in a child (a channel that waits):
 *     while (pt_channel_read(channel, &frame) == PT_READ_FRAME)
 *         pt_channel_write(channel, MY_ANSWER, bytes, length);
 * Output is gathered and leaves when it is large, and before every read that would wait.
 * In the program channels never wait: output queues, pt_channel_flush sends what fits, and a read
 * without a whole frame says PT_READ_LATER.
 *
 * Threads: one channel, one thread.
 */
#ifndef PT_CONFINE_FRAME_H
#define PT_CONFINE_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Types from PT_FRAME_RESERVED up belong to this folder; all others are the caller's. */
enum {
    PT_FRAME_RESERVED = 0xFF00,
    PT_FRAME_BEGIN = 0xFFFC, /* a child begins its next item; see pool.h */
    PT_FRAME_END = 0xFFFD,   /* and has ended it */
    PT_FRAME_HELLO = 0xFFFE, /* a child's first frame: the state of its fence */
    PT_FRAME_CLOSE = 0xFFFF  /* the last frame of a side; what follows is not read */
};

enum { PT_FRAME_HEADER_BYTES = 12 };

typedef struct pt_frame {
    uint16_t type;
    uint32_t length;
    const unsigned char *body; /* lives until the next read or await of the same channel */
} pt_frame;

typedef enum pt_read {
    PT_READ_FRAME,  /* a frame has come */
    PT_READ_LATER,  /* no whole frame yet; only when the channel does not wait */
    PT_READ_CLOSED, /* the closing frame has come */
    PT_READ_BROKEN  /* the stream ended or made no sense; pt_channel_fault says which */
} pt_read;

typedef enum pt_fault {
    PT_FAULT_NONE,
    PT_FAULT_ENDED,     /* the stream ended between frames, without a closing frame */
    PT_FAULT_TRUNCATED, /* or in the middle of a frame */
    PT_FAULT_LENGTH,    /* a body over PT_LIMIT_FRAME_BYTES */
    PT_FAULT_SEQUENCE,  /* a frame is missing, double or out of order */
    PT_FAULT_FLAGS,     /* flags are not in use and must be 0 */
    PT_FAULT_TYPE,      /* an unknown reserved type, or a body where none belongs */
    PT_FAULT_SYSTEM     /* reading or writing failed */
} pt_fault;

typedef struct pt_channel pt_channel;

/*
 * A channel over the stream socket `fd`, which it owns from now on. With `waits` reads and writes
 * block; without, they never do. The caller destroys it.
 */
pt_channel *pt_channel_create(int fd, bool waits);

/* Closes the socket and ends the memory. What was not flushed is lost. NULL is fine. */
void pt_channel_destroy(pt_channel *channel);

/* The socket, for poll(). */
int pt_channel_fd(const pt_channel *channel);

/*
 * Queues a frame; `bytes` (may be NULL when `length` is 0) is copied. False, and nothing is queued,
 * when the body is over PT_LIMIT_FRAME_BYTES or the other side no longer listens.
 */
bool pt_channel_write(pt_channel *channel, uint16_t type, const void *bytes, size_t length);

/* Queues the closing frame and flushes. False when the other side no longer listens. */
bool pt_channel_close(pt_channel *channel);

/* Sends what is queued: all of it when the channel waits, else what fits. False as above. */
bool pt_channel_flush(pt_channel *channel);

/* Bytes queued and not yet sent. */
size_t pt_channel_queued(const pt_channel *channel);

/* The next frame. In a channel that waits, first flushes what is queued when it has to wait. */
pt_read pt_channel_read(pt_channel *channel, pt_frame *frame);

/*
 * The next frame of one type, for work that asks the program something while further requests are
 * already on their way: frames of other types are set aside for later reads, in order. Only for a
 * channel that waits.
 */
pt_read pt_channel_await(pt_channel *channel, uint16_t type, pt_frame *frame);

/* Why the last read said PT_READ_BROKEN. */
pt_fault pt_channel_fault(const pt_channel *channel);

/* Body encoding: numbers little endian, a string as u32 length, bytes and a closing NUL. */
void pt_pack_u32(pt_text *out, uint32_t number);
void pt_pack_i64(pt_text *out, int64_t number);
void pt_pack_bytes(pt_text *out, const void *bytes, size_t length);
/* `text` may be NULL, which pt_unpack_optional gives back as NULL. */
void pt_pack_string(pt_text *out, const char *text);

/* Reads a body. After the first field that does not fit all further reads fail too. */
typedef struct pt_unpacker {
    const unsigned char *at;
    const unsigned char *end;
    bool failed;
} pt_unpacker;

pt_unpacker pt_unpack(const pt_frame *frame);
/* 0 when failed. */
uint32_t pt_unpack_u32(pt_unpacker *in);
int64_t pt_unpack_i64(pt_unpacker *in);
/* Bytes or NUL-ended text inside the frame's body; "" when failed, never NULL. */
const unsigned char *pt_unpack_bytes(pt_unpacker *in, size_t *length);
const char *pt_unpack_string(pt_unpacker *in);
/* As above, but NULL where NULL was packed. */
const char *pt_unpack_optional(pt_unpacker *in);
/* Was every field there, and nothing more? */
bool pt_unpack_done(const pt_unpacker *in);

#endif
