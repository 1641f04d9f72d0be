/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A played scenario as compact rows of bytes, on their way from a confined child to the store.
 *
 * In the child:   pt_rows_write(scratch, result, findings, send, channel);
 * In the program: pt_rows_feed(&reader, bytes, length);
 *                 while (pt_rows_next(&reader, &row) == PT_ROWS_ROW) ...
 *
 * The reader treats its bytes as hostile: every length, index, word, day and character is checked,
 * and so is the order of the rows: a run, its subjects, its records by rising number (what a
 * meeting is made of after that meeting), its end. It allocates nothing; texts of a row point into
 * the bytes that were fed.
 *
 * A chunk holds whole rows. Within a row: numbers are LEB128 (signed ones zigzag first), a text is
 * its length + 1 (0: none) and its UTF-8.
 *
 * Threads: one reader, one thread.
 */
#ifndef PT_IO_ROWS_H
#define PT_IO_ROWS_H

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/outcome.h"

/* The longest text of a row; longer ones are cut at a character. Chunks stay below a frame. */
#define PT_ROWS_TEXT_BYTES  (64 * 1024)
#define PT_ROWS_CHUNK_BYTES (256 * 1024)
/* Records of one run that a reader takes; twenty for each event that a replay may have. */
#define PT_ROWS_RECORDS (20 * PT_LIMIT_RUN_EVENTS)

/* Receives one chunk; false stops the writing. */
typedef bool (*pt_rows_sink)(void *context, const char *bytes, size_t length);

/*
 * Writes all rows of a result in chunks of about PT_ROWS_CHUNK_BYTES. `scratch` is emptied first
 * and used as the buffer; `findings` may be NULL. False when the sink stopped it.
 */
bool pt_rows_write(pt_text *scratch, const pt_run_result *result, const pt_report *findings,
                   pt_rows_sink sink, void *context);

typedef enum pt_row_kind {
    PT_ROW_RUN = 1,
    PT_ROW_SUBJECT,
    PT_ROW_EVENT,
    PT_ROW_FACT,
    PT_ROW_EVALUATION,
    PT_ROW_DUTY,
    PT_ROW_DECISION,
    PT_ROW_EXPECTATION,
    PT_ROW_FINDING,
    PT_ROW_MEETING,     /* and then, of that meeting: */
    PT_ROW_ATTENDANCE,  /* who was there, */
    PT_ROW_POINT,       /* its agenda, and of that point: */
    PT_ROW_VOTE,        /* the votes, */
    PT_ROW_OTHER_COUNT, /* what another majority would have given */
    PT_ROW_END
} pt_row_kind;

typedef enum pt_verdict { PT_VERDICT_PASSED, PT_VERDICT_FAILED, PT_VERDICT_UNJUDGED } pt_verdict;

/* Bytes that are UTF-8 and fit to be shown; NULL: none. Not NUL-ended. */
typedef struct pt_row_text {
    const char *bytes;
    uint32_t length;
} pt_row_text;

typedef struct pt_row_value {
    uint8_t kind; /* pt_kind */
    int64_t amount;
    pt_row_text shown;
} pt_row_value;

typedef struct pt_row_place {
    pt_row_text file;
    uint32_t line;
    uint32_t column;
} pt_row_place;

/* What a rule gave about a meeting. */
typedef struct pt_row_told {
    pt_row_value value;
    pt_row_text reason, source;
} pt_row_told;

/* A count that is not known. */
#define PT_ROW_NO_COUNT UINT64_MAX

typedef struct pt_row {
    uint8_t kind;     /* pt_row_kind */
    uint32_t number;  /* of a subject; of a record or finding in its run */
    pt_date day;      /* of a record */
    uint32_t subject; /* of a record, UINT32_MAX: none */
    uint32_t meeting; /* number of the meeting that a row is of */
    uint32_t point;   /* number of the point that a row is of */
    union {
        struct {
            pt_row_text pack, pack_version, variant, scenario, title, file, region;
            uint64_t pack_hash, scenario_hash;
            pt_date from, until;
        } run;
        struct {
            pt_row_text name, kind;
        } subject;
        struct {
            pt_row_text name, cause, reason;
            pt_date holds_from;
        } event;
        struct {
            pt_row_text name;
            pt_row_value before, after;
            pt_date since;
        } fact;
        struct {
            pt_row_text name, missing, reason, source;
            pt_row_value value;
            uint8_t way; /* pt_way */
            pt_date holds_until;
            bool assumed;
        } evaluation;
        struct {
            pt_row_text name, bearer, source;
            uint8_t status; /* pt_duty_status */
            bool faculty, assumed, calendar_unknown;
            pt_date period, start, due, fulfilled, lapsed;
        } duty;
        struct {
            pt_row_text name, question, by, chosen;
        } decision;
        struct {
            pt_row_text what, expected, found;
            uint8_t field;   /* pt_expected_field_kind */
            uint8_t verdict; /* pt_verdict */
            pt_row_place at;
        } expectation;
        struct {
            pt_row_text code, message;
            uint8_t severity; /* pt_severity */
            pt_row_place at;
        } finding;
        struct {
            pt_row_text name, organ;
            pt_row_value organ_kind;
            pt_date settled, called; /* the row's day: that of the meeting */
            uint64_t minutes, members, present;
            pt_row_told quorum, in_time;
            bool second;
        } meeting;
        struct {
            pt_row_text person;
            pt_row_value how;
            bool chair, member, decisive;
        } attendance;
        struct {
            pt_row_text name;
            pt_row_value decision, amount;
            pt_date put_forward; /* the row's day: the last on which was voted */
            uint64_t in_favour, against, abstained;
            pt_row_told part, majority, result, validity;
            bool voted;
        } point;
        struct {
            pt_row_text person;
            pt_row_value given, interest;
            uint64_t weight;
            pt_row_told counts;
            bool own_matter, chair, decisive;
        } vote;
        struct {
            pt_row_text majority;
            pt_row_value result;
        } other_count;
        struct {
            uint64_t passed, failed, unjudged;
            bool broken;
        } end;
    } of;
} pt_row;

typedef struct pt_rows_reader {
    const unsigned char *at;
    const unsigned char *end;
    uint8_t stage; /* 0: between runs, 1: subjects, 2: records, 3: given up */
    uint32_t subjects;
    uint32_t records;
    uint32_t meeting; /* numbers of the last of this run, UINT32_MAX: none yet */
    uint32_t point;
} pt_rows_reader;

typedef enum pt_rows_read {
    PT_ROWS_ROW,
    PT_ROWS_MORE, /* the fed bytes are used up */
    PT_ROWS_BAD   /* they make no sense; the reader gives nothing any more */
} pt_rows_read;

/* A reader that waits for a run. */
pt_rows_reader pt_rows_reader_create(void);

/* Gives the next chunk; it must live until PT_ROWS_MORE. */
void pt_rows_feed(pt_rows_reader *reader, const void *bytes, size_t length);

pt_rows_read pt_rows_next(pt_rows_reader *reader, pt_row *row);

#endif
