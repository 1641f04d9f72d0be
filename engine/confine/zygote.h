/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The zygote's side: the small process that forks, kills and reaps children on the program's word.
 * What passes between the two over a seqpacket socket stands here; both ends are ours.
 */
#ifndef PT_CONFINE_ZYGOTE_H
#define PT_CONFINE_ZYGOTE_H

#include <stdint.h>
#include <stdnoreturn.h>
#include <sys/types.h>

#include "confine/child.h"

typedef enum pt_zygote_verb {
    PT_ZYGOTE_SPAWN, /* with two descriptors: the child's socket and its page of progress */
    PT_ZYGOTE_KILL,  /* answered with result 0 */
    PT_ZYGOTE_REAP   /* kills too; answered with the wait status */
} pt_zygote_verb;

typedef struct pt_zygote_request {
    pt_zygote_verb verb;
    pid_t pid;
    pt_fence_limits limits;
} pt_zygote_request;

typedef struct pt_zygote_reply {
    int32_t result; /* a process number, 0, or a negative errno */
    int32_t status;
} pt_zygote_reply;

enum { PT_ZYGOTE_DESCRIPTORS = 2 };

/* Serves requests on `control` until the program, process `program`, is gone. */
noreturn void pt_zygote_serve(int control, pid_t program, pt_work work, void *context);

/* The state of a fence as the body of PT_FRAME_HELLO, and back. False when it is not that. */
void pt_fence_pack(pt_text *out, const pt_fence_state *state);
bool pt_fence_unpack(const pt_frame *frame, pt_fence_state *state);

#endif
