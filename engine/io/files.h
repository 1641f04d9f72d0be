/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Files and folders, for the program alone: a confined process has none. What a stranger's tree can
 * hold (links, pipes, devices, huge files) is refused before a byte is read.
 *
 * Every function adds a finding (F001 to F006) and says false or NULL when it could not do its
 * work. Threads: pure but for the arena and the report.
 */
#ifndef PT_IO_FILES_H
#define PT_IO_FILES_H

#include "base/diagnostics.h"

typedef enum pt_entry_kind {
    PT_ENTRY_NONE, /* nothing there, or not to be looked at */
    PT_ENTRY_FILE,
    PT_ENTRY_FOLDER,
    PT_ENTRY_OTHER /* a link (in pt_folder_read), pipe, socket or device */
} pt_entry_kind;

typedef struct pt_entry {
    const char *name;
    pt_entry_kind kind;
} pt_entry;

/* What stands at `path`; links that the user names are followed. */
pt_entry_kind pt_entry_kind_of(const char *path);

/*
 * Reads a regular file of at most `limit` bytes into `arena`, with a NUL behind it. `follow`: a
 * link at the end of the path may be followed (one that the user named himself).
 */
pt_source *pt_file_read(pt_arena *arena, const char *path, size_t limit, bool follow,
                        pt_report *report);

/* The entries of a folder by name, byte by byte; names that begin with a dot are left out. */
bool pt_folder_read(pt_arena *arena, const char *path, pt_report *report, pt_entry **entries,
                    size_t *count);

/*
 * Writes a file whole or not at all: beside it, flushed to disk, then renamed over it. An existing
 * file keeps its mode; what is no regular file (a pipe, /dev/stdout) is written to as it is.
 */
bool pt_file_write(const char *path, const char *bytes, size_t length, pt_report *report);

/* Makes a folder; fine when it is there already. */
bool pt_folder_make(const char *path, pt_report *report);

/* Removes a half-written file of pt_file_write; for a signal handler, so nothing else is done. */
void pt_file_abandon(void);

/* The absolute path without links, in `arena`; NULL, without a finding, when there is none. */
const char *pt_path_real(pt_arena *arena, const char *path);

/* `path` as seen from the working folder: relative when it lies under it. */
const char *pt_path_shown(pt_arena *arena, const char *absolute);

/* `folder`/`name`; just `name` when the folder is "." or "". */
const char *pt_path_join(pt_arena *arena, const char *folder, const char *name);

/* The folder of a path, "." when it names none; and what comes behind the last slash. */
const char *pt_path_folder(pt_arena *arena, const char *path);
const char *pt_path_name(const char *path);

/* Does `name` end in `ending`? */
bool pt_path_ends(const char *name, const char *ending);

#endif
