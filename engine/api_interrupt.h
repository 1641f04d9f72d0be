/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What must still be done when the program is interrupted; safe in a signal handler.
 */
#ifndef PT_API_INTERRUPT_H
#define PT_API_INTERRUPT_H

/* Removes a half-written file. Children end with the process; the store forgets what is not saved.
 */
void pt_interrupt(void);

#endif
