/* SPDX-License-Identifier: EUPL-1.2 */
/* diagnose: what this program is made of, what it bounds, and whether its fence stands. */
#include <string.h>

#include "api_task.h"
#include "base/limits.h"
#include "confine/endings.h"
#include "io/store.h"
#include "io/yaml.h"
#include "lua/inspect.h"

enum { COLUMN = 46 };

static const char *text(const pt_task *task, pt_message message)
{
    return pt_message_text(message, task->job.style.language);
}

static void add_heading(pt_task *task, pt_message message)
{
    pt_text_format(&task->output, "%s%s\n", task->output.length > 0 ? "\n" : "",
                   text(task, message));
}

static void add_line(pt_task *task, const char *name, const char *value)
{
    int width = COLUMN + (int)(strlen(name) - pt_utf8_count(name, strlen(name)));
    pt_text_format(&task->output, "  %-*s %s\n", width, name, value);
}

static void add_versions(pt_task *task)
{
    add_heading(task, PT_TEXT_DIAGNOSE_VERSIONS);
    add_line(task, "proeftuin", pt_version());
    add_line(task, "Lua", pt_lua_version(task->arena));
    add_line(task, "SQLite", pt_store_version());
    add_line(task, "libyaml", pt_yaml_version());
}

static void add_truth(pt_task *task, pt_message name, bool truth)
{
    add_line(task, text(task, name),
             text(task, truth ? PT_TEXT_DIAGNOSE_YES : PT_TEXT_DIAGNOSE_NO));
}

static void add_fence(pt_task *task, const pt_fence_state *state)
{
    add_truth(task, PT_TEXT_DIAGNOSE_SECCOMP, state->seccomp);
    add_truth(task, PT_TEXT_DIAGNOSE_PRIVILEGES, state->no_new_privileges);
    add_truth(task, PT_TEXT_DIAGNOSE_DUMPABLE, state->not_dumpable);
    add_truth(task, PT_TEXT_DIAGNOSE_PARENT, state->dies_with_parent);
    add_truth(task, PT_TEXT_DIAGNOSE_ENVIRONMENT, state->no_environment);
    add_truth(task, PT_TEXT_DIAGNOSE_DESCRIPTORS, state->no_descriptors);
    add_truth(task, PT_TEXT_DIAGNOSE_RESOURCES, state->limits);
    add_truth(task, PT_TEXT_DIAGNOSE_MEMORY, state->memory_limit);
    add_truth(task, PT_TEXT_DIAGNOSE_LANDLOCK, state->landlock);
}

static void try_fence(pt_task *task)
{
    pt_fence_limits limits = {.without_confinement = task->without_confinement};
    pt_child *child = NULL;
    pt_report report = pt_report_create(task->arena);
    pt_spawn spawn = pt_child_spawn(task->session->zygote, &limits, &child);
    add_heading(task, PT_TEXT_DIAGNOSE_FENCE);
    if (spawn == PT_SPAWN_DONE) {
        add_fence(task, pt_child_fence(child));
        pt_find_fence(&report, pt_child_fence(child));
        pt_child_finish(child);
    } else {
        add_truth(task, PT_TEXT_DIAGNOSE_SECCOMP, false);
        pt_find_spawn(&report, spawn);
        pt_task_worsen(task, PT_EXIT_FAILED);
    }
    pt_task_say(task, &report);
}

static void add_probes(pt_task *task)
{
    size_t count = 0;
    const pt_lua_probe *probes = pt_lua_probes(task->arena, &count);
    add_heading(task, PT_TEXT_DIAGNOSE_PROBES);
    for (size_t i = 0; i < count; i++)
        add_line(
            task, probes[i].construct,
            text(task, probes[i].present ? PT_TEXT_DIAGNOSE_PRESENT : PT_TEXT_DIAGNOSE_ABSENT));
}

#define LIMIT(name)                                                                                \
    {                                                                                              \
#name, (long long)(PT_LIMIT_##name)                                                        \
    }

static void add_limits(pt_task *task)
{
    static const struct {
        const char *name;
        long long value;
    } limits[] = {
        LIMIT(RULE_FILE_BYTES), LIMIT(PACK_BYTES),        LIMIT(PACK_FILES),
        LIMIT(PACK_BLOCKS),     LIMIT(YAML_BYTES),        LIMIT(YAML_DEPTH),
        LIMIT(YAML_NODES),      LIMIT(YAML_SCALAR_BYTES), LIMIT(YAML_KEY_BYTES),
        LIMIT(FINDINGS),        LIMIT(SYNTAX_DEPTH),      LIMIT(INPUTS),
        LIMIT(LOCALS),          LIMIT(CHOICE_WORDS),      LIMIT(REFERENCE_HOPS),
        LIMIT(TREE_PATHS),      LIMIT(TREE_DEPTH),        LIMIT(LUA_STEPS),
        LIMIT(LUA_BYTES),       LIMIT(LUA_BLOCK_BYTES),   LIMIT(STALL_MS),
        LIMIT(CHILD_BYTES),     LIMIT(FRAME_BYTES),       LIMIT(EVENT_DEPTH),
        LIMIT(RUN_EVENTS),      LIMIT(RUN_DAYS),          LIMIT(SUBJECTS),
        LIMIT(TABLE_ROWS),      LIMIT(FIRST_YEAR),        LIMIT(LAST_YEAR),
        LIMIT(NUMBER),
    };
    add_heading(task, PT_TEXT_DIAGNOSE_LIMITS);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        add_line(task, limits[i].name, pt_format(task->arena, "%lld", limits[i].value));
}

void pt_task_diagnose(pt_task *task)
{
    if (task->worst == PT_EXIT_USE) {
        pt_task_say(task, &task->report);
        return;
    }
    add_versions(task);
    try_fence(task);
    add_probes(task);
    add_limits(task);
}
