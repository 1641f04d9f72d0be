/* SPDX-License-Identifier: EUPL-1.2 */
/* What the libraries cost by themselves. Outside the engine this is the one file that names them.
 */
#include <lauxlib.h>
#include <lua.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <yaml.h>

#include "bench.h"
#include "io/store.h"

static void must(bool right, const char *what)
{
    if (right)
        return;
    fprintf(stderr, "bench: %s failed\n", what);
    exit(1);
}

/* --- libyaml -------------------------------------------------------------------------------- */

static void parse_events(const bench_case *c, void *state, size_t index)
{
    (void)state;
    yaml_parser_t parser;
    yaml_event_t event;
    must(yaml_parser_initialize(&parser), "yaml_parser_initialize");
    yaml_parser_set_input_string(&parser, (const unsigned char *)c->bare[index].text,
                                 c->bare[index].length);
    for (bool more = true; more;) {
        must(yaml_parser_parse(&parser, &event), "yaml_parser_parse");
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

const bench_work bench_bare_events = {.unit = parse_events};

/* --- SQLite --------------------------------------------------------------------------------- */

typedef struct bare_table {
    sqlite3 *file;
    sqlite3_stmt *insert;
    char path[64];
    sqlite3_int64 runs;
} bare_table;

static void run_sql(bare_table *t, const char *sql)
{
    must(sqlite3_exec(t->file, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

static void *open_table(const bench_case *c)
{
    (void)c;
    bare_table *t = calloc(1, sizeof *t);
    must(t != NULL, "calloc");
    snprintf(t->path, sizeof t->path, "/tmp/proeftuin-bare-%ld.db", (long)getpid());
    must(sqlite3_open(t->path, &t->file) == SQLITE_OK, "sqlite3_open");
    run_sql(t, "CREATE TABLE r (run INTEGER, number INTEGER, day INTEGER, subject INTEGER,"
               " name TEXT, value TEXT) STRICT; BEGIN");
    must(sqlite3_prepare_v2(t->file, "INSERT INTO r VALUES (?, ?, ?, ?, ?, ?)", -1, &t->insert,
                            NULL) == SQLITE_OK,
         "sqlite3_prepare_v2");
    sqlite3_bind_text(t->insert, 5, "besluit_nemen", -1, SQLITE_STATIC);
    sqlite3_bind_text(t->insert, 6, "te_laat_vervuld", -1, SQLITE_STATIC);
    return t;
}

static void insert_run(const bench_case *c, void *state, size_t index)
{
    bare_table *t = state;
    for (size_t i = 0; i < c->plays[index].row_count; i++) {
        sqlite3_bind_int64(t->insert, 1, t->runs);
        sqlite3_bind_int64(t->insert, 2, (sqlite3_int64)i);
        sqlite3_bind_int64(t->insert, 3, 20000 + (sqlite3_int64)i);
        sqlite3_bind_int64(t->insert, 4, (sqlite3_int64)i % 7);
        must(sqlite3_step(t->insert) == SQLITE_DONE, "sqlite3_step");
        sqlite3_reset(t->insert);
    }
    if (++t->runs % PT_STORE_BATCH == 0)
        run_sql(t, "COMMIT; BEGIN");
}

static void close_table(const bench_case *c, void *state)
{
    (void)c;
    bare_table *t = state;
    run_sql(t, "COMMIT");
    sqlite3_finalize(t->insert);
    sqlite3_close(t->file);
    unlink(t->path);
    free(t);
}

const bench_work bench_bare_insert = {.begin = open_table, .unit = insert_run, .end = close_table};

/* --- Lua ------------------------------------------------------------------------------------ */

double bench_bare_lua_call(void)
{
    enum { CALLS = 1000000 };
    static const char text[] = "return function(a, b, c)\n"
                               "  if not a then return false, 'nee' end\n"
                               "  if b == false then return false, 'ook niet' end\n"
                               "  if c then return false, 'al' end\n"
                               "  return true, 'ja'\nend";
    lua_State *state = luaL_newstate();
    must(state != NULL && luaL_dostring(state, text) == LUA_OK, "luaL_dostring"); // function
    double start = bench_seconds();
    for (int i = 0; i < CALLS; i++) {
        lua_pushvalue(state, 1);       // function function
        lua_pushboolean(state, 1);     // function function a
        lua_pushboolean(state, i % 2); // function function a b
        lua_pushboolean(state, 0);     // function function a b c
        lua_pcall(state, 3, 2, 0);     // function value reason
        must(lua_isstring(state, -1), "pcall");
        lua_settop(state, 1); // function
    }
    double taken = bench_seconds() - start;
    lua_close(state);
    return CALLS / taken;
}

/* --- The machine ---------------------------------------------------------------------------- */

static void print_processor(void)
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "model name", 10) == 0 && strchr(line, ':') != NULL) {
            printf("processor  %s", strchr(line, ':') + 2);
            break;
        }
    if (file != NULL)
        fclose(file);
}

/* What else the machine is doing: figures taken beside other work are too low. */
static void print_load(void)
{
    char line[64] = "";
    FILE *file = fopen("/proc/loadavg", "r");
    if (file == NULL)
        return;
    if (fgets(line, sizeof line, file) != NULL)
        printf("load       %.*s in the last minute\n", (int)strcspn(line, " "), line);
    fclose(file);
}

void bench_print_machine(int processes)
{
    struct utsname system;
    must(uname(&system) == 0, "uname");
    print_processor();
    printf("cores      %d\n", processes);
    print_load();
    printf("kernel     %s %s %s\n", system.sysname, system.release, system.machine);
    printf("compiler   %s\n", __VERSION__);
    printf("libraries  %s, libyaml %s, SQLite %s\n\n", LUA_RELEASE, yaml_get_version_string(),
           sqlite3_libversion());
}
