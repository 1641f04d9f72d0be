/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The system call filter of a child: a list of what is allowed, everything else kills.
 *
 * read and write go to one descriptor (others answer EBADF, as a closed one would), memory is never
 * executable, and the process may abort itself. Source: seccomp(2).
 */
#ifndef PT_CONFINE_FILTER_H
#define PT_CONFINE_FILTER_H

#include <stdbool.h>

/* Was this program built with a sanitizer, whose runtime needs more calls and may write to stderr?
 */
extern const bool pt_filter_for_sanitizer;

/* Does this program run under valgrind, which maps executable memory and opens files all the time?
 */
bool pt_filter_under_valgrind(void);

/* Installs the filter for good. Returns 0, or the errno of the refusal (ENOSYS: not for this
 * machine). */
int pt_filter_install(int socket);

#endif
