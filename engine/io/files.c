/* SPDX-License-Identifier: EUPL-1.2 */
/* realpath is X/Open's, not plain POSIX's. */
#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier): the name that POSIX asks for
#include "io/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

enum { MOST_ENTRIES = 100000 };

/* What pt_file_abandon removes: written before the file exists and cleared after the rename. */
static char unfinished[PATH_MAX];

static bool find(pt_report *report, pt_code code, const char *path, const char *detail)
{
    pt_source *source = PT_NEW(report->arena, pt_source);
    source->path = pt_arena_copy(report->arena, path, strlen(path));
    return pt_find(report, code, (pt_position){.source = source}, PT_ARGS(source->path, detail),
                   NULL);
}

static pt_entry_kind kind_of(mode_t mode)
{
    if (S_ISREG(mode))
        return PT_ENTRY_FILE;
    return S_ISDIR(mode) ? PT_ENTRY_FOLDER : PT_ENTRY_OTHER;
}

pt_entry_kind pt_entry_kind_of(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 ? kind_of(about.st_mode) : PT_ENTRY_NONE;
}

static bool refuse_opening(pt_report *report, const char *path)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return find(report, PT_F001, path, NULL);
    if (errno == ELOOP)
        return find(report, PT_F002, path, NULL);
    return find(report, PT_F003, path, strerror(errno));
}

static bool read_whole(int file, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, bytes + *length, size - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        *length += (size_t)got;
    }
    return true;
}

/* A file may grow while it is read: one byte more than it had is asked for, and none is believed.
 */
static pt_source *read_open(pt_arena *arena, int file, const char *path, size_t limit,
                            pt_report *report)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return find(report, PT_F003, path, strerror(errno)), NULL;
    if (!S_ISREG(about.st_mode))
        return find(report, PT_F002, path, NULL), NULL;
    if (about.st_size > (off_t)limit)
        return find(report, PT_F004, path, pt_format(report->arena, "%zu", limit / 1024)), NULL;
    size_t size = (size_t)about.st_size;
    char *bytes = pt_arena_alloc(arena, size + 1);
    size_t length = 0;
    if (!read_whole(file, bytes, size, &length))
        return find(report, PT_F003, path, strerror(errno)), NULL;
    bytes[length] = '\0';
    pt_source *source = PT_NEW(arena, pt_source);
    *source = (pt_source){pt_arena_copy(arena, path, strlen(path)), bytes, length};
    return source;
}

pt_source *pt_file_read(pt_arena *arena, const char *path, size_t limit, bool follow,
                        pt_report *report)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW));
    if (file < 0)
        return refuse_opening(report, path), NULL;
    pt_source *source = read_open(arena, file, path, limit, report);
    close(file);
    return source;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const pt_entry *)a)->name, ((const pt_entry *)b)->name);
}

static pt_entry_kind entry_kind(DIR *folder, const char *name)
{
    struct stat about;
    if (fstatat(dirfd(folder), name, &about, AT_SYMLINK_NOFOLLOW) != 0)
        return PT_ENTRY_NONE;
    return kind_of(about.st_mode);
}

bool pt_folder_read(pt_arena *arena, const char *path, pt_report *report, pt_entry **entries,
                    size_t *count)
{
    size_t capacity = 0;
    *entries = NULL;
    *count = 0;
    DIR *folder = opendir(path);
    if (folder == NULL)
        return refuse_opening(report, path);
    for (const struct dirent *each = readdir(folder); each != NULL && *count < MOST_ENTRIES;
         each = readdir(folder)) {
        if (each->d_name[0] == '.')
            continue;
        *entries = pt_arena_grow(arena, *entries, *count, &capacity, sizeof **entries);
        const char *name = pt_arena_copy(arena, each->d_name, strlen(each->d_name));
        (*entries)[(*count)++] = (pt_entry){name, entry_kind(folder, name)};
    }
    closedir(folder);
    if (*count > 0)
        qsort(*entries, *count, sizeof **entries, by_name);
    return true;
}

static bool write_whole(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(file, bytes, length);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0) {
            bytes += put;
            length -= (size_t)put;
        }
    }
    return true;
}

static bool write_in_place(const char *path, const char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return false;
    bool done = write_whole(file, bytes, length);
    return (close(file) == 0) && done;
}

static void sync_folder(pt_arena *arena, const char *path)
{
    int folder = open(pt_path_folder(arena, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        (void)fsync(folder); /* some file systems have no such thing; the file itself is safe */
        close(folder);
    }
}

static bool replace(pt_arena *arena, const char *path, const char *bytes, size_t length,
                    mode_t mode)
{
    const char *beside =
        pt_format(arena, "%s/.%s.XXXXXX", pt_path_folder(arena, path), pt_path_name(path));
    if (strlen(beside) >= sizeof unfinished) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(unfinished, beside, strlen(beside) + 1);
    int file = mkstemp(unfinished);
    bool done = file >= 0 && fchmod(file, mode) == 0 && write_whole(file, bytes, length) &&
                fsync(file) == 0;
    int why = errno;
    if (file >= 0 && close(file) != 0 && done) {
        done = false;
        why = errno;
    }
    if (done && rename(unfinished, path) != 0) {
        done = false;
        why = errno;
    }
    if (!done && file >= 0)
        unlink(unfinished);
    unfinished[0] = '\0';
    errno = why;
    return done;
}

bool pt_file_write(const char *path, const char *bytes, size_t length, pt_report *report)
{
    struct stat about;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = 0666 & ~mask;
    bool there = stat(path, &about) == 0;
    if (there && S_ISREG(about.st_mode))
        mode = about.st_mode & 07777;
    bool done = there && !S_ISREG(about.st_mode)
                    ? write_in_place(path, bytes, length)
                    : replace(report->arena, path, bytes, length, mode);
    if (!done)
        return find(report, PT_F005, path, strerror(errno));
    sync_folder(report->arena, path);
    return true;
}

bool pt_folder_make(const char *path, pt_report *report)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && pt_entry_kind_of(path) == PT_ENTRY_FOLDER))
        return true;
    return find(report, PT_F005, path, strerror(errno));
}

void pt_file_abandon(void)
{
    if (unfinished[0] != '\0')
        unlink(unfinished);
}

const char *pt_path_real(pt_arena *arena, const char *path)
{
    char *found = realpath(path, NULL);
    if (found == NULL)
        return NULL;
    const char *kept = pt_arena_copy(arena, found, strlen(found));
    free(found);
    return kept;
}

const char *pt_path_shown(pt_arena *arena, const char *absolute)
{
    const char *here = pt_path_real(arena, ".");
    size_t length = here == NULL ? 0 : strlen(here);
    if (length == 0 || strncmp(absolute, here, length) != 0)
        return absolute;
    if (absolute[length] == '\0')
        return ".";
    if (length == 1) /* the root */
        return absolute + 1;
    return absolute[length] == '/' ? absolute + length + 1 : absolute;
}

const char *pt_path_join(pt_arena *arena, const char *folder, const char *name)
{
    if (folder[0] == '\0' || strcmp(folder, ".") == 0)
        return pt_arena_copy(arena, name, strlen(name));
    bool slash = folder[strlen(folder) - 1] == '/';
    return pt_format(arena, "%s%s%s", folder, slash ? "" : "/", name);
}

const char *pt_path_folder(pt_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : pt_arena_copy(arena, path, (size_t)(slash - path));
}

const char *pt_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

bool pt_path_ends(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t behind = strlen(ending);
    return length > behind && strcmp(name + length - behind, ending) == 0;
}
