/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Proeftuin: tries out rules for Dutch passend onderwijs on cases, before anybody adopts them.
 *
 * A rule pack (a folder of Lua and YAML, see rules/README.md) says what the law asks, from when and
 * of whom. A scenario (YAML, see scenarios/README.md) says who there are, what happens, and what
 * must then hold. This library replays scenarios against packs, checks both, and explains outcomes.
 * It does no more than that: it keeps no cases, knows no users and opens no network.
 *
 * Packs and scenarios may be a stranger's. They are parsed and run in child processes that can do
 * nothing but reckon (seccomp); the process that calls this library reads the files, and writes
 * what is to be written. What a child says is checked before it is used.
 *
 * Normal use:
 *
 *     int main(void)
 *     {
 *         pt_session *session = pt_session_create();         first of all: see below
 *         pt_task *task = pt_task_create(session, "toets");
 *         pt_task_set(task, "formaat", "json");
 *         pt_task_add_path(task, "scenarios");
 *         int outcome = pt_task_run(task);
 *         puts(pt_task_output(task, NULL));
 *         pt_task_destroy(task);
 *         pt_session_destroy(session);
 *         return outcome;
 *     }
 *
 * Same input, same bytes: no clock, locale, number of children or order of files reaches an output.
 *
 * Owns: whoever creates destroys; texts that functions return live as long as the handle they were
 * asked of, or for ever where there is none. NULL is not allowed unless stated.
 * Threads: a session and its tasks belong to the thread that created the session. Tasks of one
 * session run one at a time. Nothing is kept between sessions.
 * Locale: never call setlocale(LC_ALL, ""); no function here needs it, and none changes it.
 */
#ifndef PROEFTUIN_H
#define PROEFTUIN_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PROEFTUIN_PUBLIC __attribute__((visibility("default")))
#else
#define PROEFTUIN_PUBLIC
#endif

/* How a task ended, the worst that happened to any of its items; also the program's exit code. */
typedef enum pt_exit {
    PT_EXIT_FINE = 0,         /* done, and nothing to report but perhaps warnings */
    PT_EXIT_FINDINGS = 1,     /* an expectation did not come true, or controleer found an error */
    PT_EXIT_USE = 2,          /* an option, value or combination that makes no sense */
    PT_EXIT_UNREADABLE = 3,   /* a file is not there, or what stands in it can not be read */
    PT_EXIT_FAILED = 4,       /* a rule failed, hit a limit, or the two readings disagreed */
    PT_EXIT_WRITING = 5,      /* the result could not be written; what was there is still there */
    PT_EXIT_INTERNAL = 70,    /* a mistake of ours, or no memory */
    PT_EXIT_INTERRUPTED = 130 /* Ctrl-C; never returned, the program's alone */
} pt_exit;

/* The version of the library, "0.1.0". */
PROEFTUIN_PUBLIC const char *pt_version(void);

/* --- Sessions --------------------------------------------------------------------------------- */

/*
 * A session holds the small process from which confined children are forked. Create it before the
 * program opens files, starts threads or holds secrets in memory: children begin as a copy of the
 * process as it is now.
 *
 * Errors: NULL when the system gives no process; errno says why.
 */
typedef struct pt_session pt_session;

PROEFTUIN_PUBLIC pt_session *pt_session_create(void);

/* Ends the session and its processes; its tasks must have been destroyed. NULL is fine. */
PROEFTUIN_PUBLIC void pt_session_destroy(pt_session *session);

/* --- Tasks ------------------------------------------------------------------------------------ */

/*
 * A task is one command on a number of files: "speel" (replay, and show what happens), "toets"
 * (replay, and judge the expectations), "takken" (all ways through a story), "overzicht" (what each
 * school offers of the plan), "controleer" (find what is wrong in packs and scenarios), "dekking"
 * (what of a pack scenarios reach), "verklaar" (why something is as it is), "regels" (the pages of
 * a pack), "vergelijk" (what a variant or another version changes), "schema" (what an editor needs
 * to know of a kind of file), "grensgevallen" (scenarios for the paths and boundaries of a pack) or
 * "diagnose" (versions, limits, state of the fence).
 *
 * NULL for any other command.
 */
typedef struct pt_task pt_task;

PROEFTUIN_PUBLIC pt_task *pt_task_create(pt_session *session, const char *command);

/* Ends the task and every text it gave. NULL is fine. */
PROEFTUIN_PUBLIC void pt_task_destroy(pt_task *task);

/*
 * Sets an option, by the name it has on the command line without its dashes:
 *
 *     taal               nl (default) or en
 *     formaat            mens (default), json, junit, github, sarif, regels, markdown, csv, xlsx
 *     kleur              altijd or nooit (default): SGR colours in texts for people
 *     variant            the variant to lay over every pack
 *     naast              vergelijk: a stack of variants for a column of its own; may be set often
 *     met, voor          vergelijk: the folder of the packs as they were; whom it is told for
 *     keuze              NAAM=TAK: the branch to take at a decision point; may be set often
 *     vraag              "ja": speel stops at the first decision point without a choice, after
 *                        what came before it; one scenario
 *     alles              "ja": speel leaves nothing out
 *     diep               "ja": vergelijk tells regions in facts, through all rules
 *     zonder-gevoelig    "ja": speel leaves out facts about health and conduct
 *     wat, op            verklaar: "a1.besluit_nemen", and a date (default: the last day)
 *     waarom-niet        verklaar: another outcome of that rule: what would have given it
 *     op                 regels: the day on which linked articles are shown
 *     paden              "ja": regels shows when each outcome is given; with diep in facts
 *     aannames           "ja": regels shows what is not law, and what rests on it
 *     pakket             schema: the pack whose names it is to know
 *     vastleggen         "ja": toets writes what came out over what was expected
 *     minimaal           dekking, muteer: PT_EXIT_FINDINGS below this percentage
 *     hoogstens          muteer: so many faults, drawn by zaad (default: all)
 *     uitvoer            grensgevallen: the folder for its files (default: all in the result)
 *     onderling          "ja": controleer looks at every two variants that were added
 *     schrijf            muteer: a folder for scenarios that would notice what none does
 *     overschrijven      "ja": grensgevallen and muteer write over files that are there already
 *     streng             "ja": controleer also gives notes, and names what it cannot fathom
 *     proeven, zaad      controleer: random points a tree (default 64), and their seed
 *     db                 the results store to write a run into
 *     uitvoer            the file to write the result into, instead of only returning it; for
 *                        speel as csv a name without .csv is a folder; xlsx needs it
 *     kinderen           how many children work at once (default: one a processor)
 *     zonder-opsluiting  "ja": go on where the system refuses the fence. For rules that you trust
 *
 * False, with a message, when there is no such option or the value makes no sense for it. The task
 * then ends with PT_EXIT_USE whatever else it does.
 */
PROEFTUIN_PUBLIC bool pt_task_set(pt_task *task, const char *option, const char *value);

/*
 * Adds what to work on: a scenario, a pack (a folder with a pakket.yaml, or its name), a variant,
 * or a folder to be searched for them. Files are read when the task runs. False, with a message,
 * when there is nothing of the kind. For regels and grensgevallen: a pack, or a name in it; without
 * a pack it is the one in rules/ of the nearest parent folder. For schema: the kind of file,
 * "scenario".
 */
PROEFTUIN_PUBLIC bool pt_task_add_path(pt_task *task, const char *path);

/*
 * Adds a scenario that is not in a file; the bytes are copied. `path` is the name it is shown by,
 * and its folder is where the search for rules/ begins.
 */
PROEFTUIN_PUBLIC bool pt_task_add_bytes(pt_task *task, const char *path, const char *bytes,
                                        size_t length);

/* Where a text goes: the result, or what is said beside it. */
typedef enum pt_stream { PT_STREAM_RESULT, PT_STREAM_MESSAGES } pt_stream;

/*
 * Hands every piece of output to `listener` as soon as it is there, instead of keeping it for
 * pt_task_output and pt_task_messages. Pieces come in order and are clean UTF-8 without bytes that
 * a terminal obeys, but for colours when asked for. The listener says whether it could be written.
 */
typedef bool (*pt_listener)(void *context, pt_stream stream, const char *bytes, size_t length);

PROEFTUIN_PUBLIC void pt_task_listen(pt_task *task, pt_listener listener, void *context);

/* Does the work, once. Gives a pt_exit. */
PROEFTUIN_PUBLIC int pt_task_run(pt_task *task);

/* --- Results ---------------------------------------------------------------------------------- */

/*
 * The result as text in the format asked for, and what was said beside it (findings, warnings);
 * NUL-ended, their length in `*length` unless that is NULL. Empty when a listener took them.
 */
PROEFTUIN_PUBLIC const char *pt_task_output(const pt_task *task, size_t *length);
PROEFTUIN_PUBLIC const char *pt_task_messages(const pt_task *task, size_t *length);

/* What can be counted of a task that has run. */
typedef enum pt_counted {
    PT_COUNT_SCENARIOS, /* stories played: a scenario with a table is several */
    PT_COUNT_PASSED,    /* fields of expectations that came true */
    PT_COUNT_WRONG,     /* and did not; a scenario not played to its end is one more */
    PT_COUNT_UNJUDGED,
    PT_COUNT_ERRORS, /* findings */
    PT_COUNT_WARNINGS,
    PT_COUNT_CHANGED /* files written by vastleggen */
} pt_counted;

PROEFTUIN_PUBLIC size_t pt_task_count(const pt_task *task, pt_counted counted);

#ifdef __cplusplus
}
#endif

#endif
