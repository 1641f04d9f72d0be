/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every bound on what a stranger's file can ask of the engine, with its reason.
 * `proeftuin diagnose` prints this table; each bound has a test on both sides.
 */
#ifndef PT_BASE_LIMITS_H
#define PT_BASE_LIMITS_H

/* Rule source: Lua 5.4.4 crashes on 300 kB of nested indexing; 64 KiB stays far below on 8 MiB. */
#define PT_LIMIT_RULE_FILE_BYTES (64 * 1024)
/* A pack: all its files together, and how many. */
#define PT_LIMIT_PACK_BYTES  (4 * 1024 * 1024)
#define PT_LIMIT_PACK_FILES  256
#define PT_LIMIT_PACK_BLOCKS 2000
#define PT_LIMIT_LAWS        16 /* that one scenario is played under */
#define PT_LIMIT_LAYERS      8  /* variants over one pack */
/* A YAML file, and what it may contain. libyaml is quadratic in depth, so depth is cut first. */
#define PT_LIMIT_YAML_BYTES        (4 * 1024 * 1024)
#define PT_LIMIT_YAML_DEPTH        32
#define PT_LIMIT_YAML_NODES        200000
#define PT_LIMIT_YAML_SCALAR_BYTES (64 * 1024)
#define PT_LIMIT_YAML_KEY_BYTES    256
/* Findings kept per file; the rest are counted. */
#define PT_LIMIT_FINDINGS 50
/* Nesting of expressions and blocks in rule text. */
#define PT_LIMIT_SYNTAX_DEPTH 64
/* Inputs of one rule function, locals of one function, words of one choice (a 64-bit set). */
#define PT_LIMIT_INPUTS       32
#define PT_LIMIT_LOCALS       64
#define PT_LIMIT_CHOICE_WORDS 64
/* Hops of a reference such as leerling.school.bestuur. */
#define PT_LIMIT_REFERENCE_HOPS 4
/* Decision tree of one function: paths walked, and tests on one path. */
#define PT_LIMIT_TREE_PATHS 4096
#define PT_LIMIT_TREE_DEPTH 128
/* One Lua call: instructions (deterministic), and the memory of one Lua state. */
#define PT_LIMIT_LUA_STEPS       1000000
#define PT_LIMIT_LUA_BYTES       (64 * 1024 * 1024)
#define PT_LIMIT_LUA_BLOCK_BYTES (1024 * 1024)
/* Wall and processor time without progress before a confined process is killed, milliseconds. */
#define PT_LIMIT_STALL_MS 2000
/* Address space of one confined process (unless built with a sanitizer). */
#define PT_LIMIT_CHILD_BYTES (512LL * 1024 * 1024)
/* One frame between parent and child. */
#define PT_LIMIT_FRAME_BYTES (8 * 1024 * 1024)
/* Replay: depth of events that raise events, events of one run, days between van and tot. */
#define PT_LIMIT_EVENT_DEPTH   16
#define PT_LIMIT_RUN_EVENTS    100000
#define PT_LIMIT_RUN_DAYS      (60 * 366)
#define PT_LIMIT_SUBJECTS      100000
#define PT_LIMIT_TABLE_ROWS    1000
#define PT_LIMIT_TABLE_COLUMNS 100
/* Dates that the calendar knows (inclusive years). */
#define PT_LIMIT_FIRST_YEAR 1900
#define PT_LIMIT_LAST_YEAR  2200
/* Numbers: what interval analysis lets through; keeps every product inside 64 bits. */
#define PT_LIMIT_NUMBER (1LL << 52)

#endif
