/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * speel --vraag: asks at each decision point what happens, after showing the story up to there.
 */
#ifndef PT_CLI_ASK_H
#define PT_CLI_ASK_H

#include "cli/command.h"

/*
 * Plays the one scenario of the call. Questions go to stderr and answers come from stdin; an empty
 * line takes the default, as does the end of the input from there on. What goes to stdout (or -o)
 * is what the same answers given by --keuze would have given, byte for byte; what is on the
 * terminal already is not repeated there.
 *
 * Gives a pt_exit.
 */
int pt_call_ask(pt_call *call);

#endif
