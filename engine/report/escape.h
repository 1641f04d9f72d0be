/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text from somebody's file, made safe for the place where it is shown: one function per medium.
 *
 * All take any bytes. What the medium can carry comes out as it went in when read back by the rules
 * of that medium; what it cannot carry (see each function) comes out in a visible form. None adds
 * quotes around the text.
 *
 * Threads: one text, one thread.
 */
#ifndef PT_REPORT_ESCAPE_H
#define PT_REPORT_ESCAPE_H

#include <stddef.h>

#include "base/text.h"

/*
 * For a terminal or a plain text file, on one line. Control characters (C0 with tab and line feed,
 * C1), bidirectional controls, line separators and the byte order mark are shown as \u{202E}, bytes
 * that are no UTF-8 as \x{FF}, and a backslash before `u{` or `x{` as \u{5C}, so that every text
 * can be read back. No byte that a terminal obeys comes out.
 */
void pt_escape_terminal(pt_text *out, const char *bytes, size_t length);

/*
 * For the inside of a JSON string (RFC 8259). Also escaped: DEL, C1, bidirectional controls, U+2028
 * and U+2029, so that the JSON is safe in a script and in a terminal. Bytes that are no UTF-8
 * become U+FFFD, one each: JSON has no way to carry them.
 */
void pt_escape_json(pt_text *out, const char *bytes, size_t length);

/*
 * For XML 1.0, in text and in attributes of either quote. Tab and line ends are kept as character
 * references. What XML 1.0 forbids (most of C0, U+FFFE, U+FFFF, bytes that are no UTF-8) and what a
 * terminal obeys is shown as by pt_escape_terminal; a backslash before `u{` or `x{` likewise.
 */
void pt_escape_xml(pt_text *out, const char *bytes, size_t length);

/*
 * For workflow commands (`::error title=..::..`): the message, and the value of a property. %, CR
 * and LF become %25, %0D, %0A, in a property also : and , (%3A, %2C). Tab is kept; other control
 * characters are shown as by pt_escape_terminal.
 */
void pt_escape_workflow_message(pt_text *out, const char *bytes, size_t length);
void pt_escape_workflow_property(pt_text *out, const char *bytes, size_t length);

#endif
