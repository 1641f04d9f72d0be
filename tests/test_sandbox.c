/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Hostile rules. Each must end in bounded time in a value or the finding given, and leave a good
 * rule beside it as right as it was.
 */
#include "support.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lua_pack.h"

#if defined(__SANITIZE_ADDRESS__)
enum { SLOWER = 20 };
#else
enum { SLOWER = 1 };
#endif

/* Processor time of the worst text, building included; the fence kills at PT_LIMIT_STALL_MS. */
enum { WORST_MS = 1500 };

#define ANY   "*" /* a value or any finding */
#define VALUE ""  /* a value */

static pt_type a_number(void)
{
    return made_type(PT_NUMBER);
}

static int64_t used_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A pack of a good rule in a file of its own, and a hostile file that should declare rule r. */
static made *beside_a_good_rule(const char *text, size_t length)
{
    static const char good[] = "regel \"goed\" { bepaal = function(x) return x + 1 end }";
    made *m = made_pack(good, sizeof good - 1);
    m->sources[1] =
        (pt_source){"rules/proef/kwaad.lua", pt_arena_copy(m->arena, text, length), length};
    m->files[1] = "kwaad.lua";
    m->pack.file_count = 2;
    m->pack.source_count = 2;
    made_function(m, made_block(m, PT_BLOCK_RULE, "goed", 1, false), "bepaal", a_number(), 1);
    made_block(m, PT_BLOCK_RULE, "r", 1, true);
    m->blocks[1].at.source = &m->sources[1];
    made_function(m, 1, "bepaal", a_number(), 1);
    return m;
}

static const char *outcome_of(const char *text, size_t length)
{
    static char outcome[8];
    made *m = beside_a_good_rule(text, length);
    made_start(m);
    pt_answer answer;
    pt_value one = pt_value_of(PT_NUMBER, 16);
    outcome[0] = '\0';
    if (!made_call(m, 1, &one, &answer))
        snprintf(outcome, sizeof outcome, "%s", made_code(m));
    /* What stopped the file stands before what the missing rule then brings about. */
    if (m->report.count > 0 && (made_last(m) == PT_U019 || made_last(m) == PT_U018))
        snprintf(outcome, sizeof outcome, "%s", pt_code_describe(m->report.findings[0].code)->name);
    for (int i = 0; i < 2; i++) {
        if (!made_call(m, 0, &one, &answer) || answer.value.amount != 32)
            fail_msg("the good rule is no longer right");
    }
    made_end(m);
    return outcome;
}

static int wrong;

static void expect(const char *text, size_t length, const char *wanted)
{
    int64_t before = used_ms();
    const char *outcome = outcome_of(text, length);
    int64_t took = used_ms() - before;
    if (strcmp(wanted, ANY) != 0 && strcmp(outcome, wanted) != 0) {
        print_error("'%.160s' gives '%s', not '%s'\n", text, outcome, wanted);
        wrong++;
    }
    if (took > WORST_MS * SLOWER) {
        print_error("'%.160s' takes %d ms\n", text, (int)took);
        wrong++;
    }
    if (getenv("PT_SHOW") != NULL && took > 50)
        print_message("%5d ms  %-4s  %.150s\n", (int)took, outcome, text);
}

/* After a list of texts, so that all that is wrong is shown at once. */
static void all_went_well(void)
{
    int count = wrong;
    wrong = 0;
    assert_int_equal(count, 0);
}

typedef struct hostile {
    const char *body; /* of the function, whose parameter is x */
    const char *outcome;
} hostile;

static void each_ends(const hostile *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pt_arena *arena = pt_arena_create();
        const char *text = pt_format(
            arena, "regel \"r\" { vrij = true, bepaal = function(x) %s end }", texts[i].body);
        expect(text, strlen(text), texts[i].outcome);
        pt_arena_destroy(arena);
    }
    all_went_well();
}

#define EACH_ENDS(texts) each_ends(texts, sizeof(texts) / sizeof((texts)[0]))

static void loops_end_at_the_budget(void **state)
{
    (void)state;
    static const hostile texts[] = {
        {"while true do end", "U001"},
        {"repeat until false", "U001"},
        {"::a:: goto a", "U001"},
        {"::a:: do goto b end ::b:: goto a", "U001"},
        {"for i = 1, 0x7fffffffffffffff do end", "U001"},
        {"for i = 1, 1e308 do end", "U001"},
        {"for i = 1.0, 2.0, 1e-300 do end", "U001"},
        {"for i = 1, 10, 0 do end", "U007"},
        {"for i = 0x7ffffffffffffffe, 0x7fffffffffffffff do x = x + 1 end return x", VALUE},
        {"local function f() return f() end return f()", "U001"},
        {"local f, g function f() return g() end function g() return f() end return f()", "U001"},
        {"for a in function() return 1 end do end", "U001"},
        {"local t = { 1 } for i, v in ipairs(t) do t[i + 1] = v end", ANY},
        {"for a in 1 do end", "U007"},
        {"for a in nil do end", "U007"},
        {"while x == x do x = x + 1 end", "U001"},
        {"local i = 0 while i < 1000 do i = i + 1 end return i", VALUE},
        {"while true do local t = tabel { bao = 1, anders = 2 } end", "U001"},
        {"while true do x = een_van(x, 1, 2, 3) end", "U001"},
        {"while true do local d = datum \"2026-01-01\" end", "U001"},
    };
    EACH_ENDS(texts);
}

static void memory_ends_at_its_bounds(void **state)
{
    (void)state;
    static const hostile texts[] = {
        {"local s = \"x\" while true do s = s .. s end", "U002"},
        {"local s = \"x\" while true do s = s .. \"x\" end", "U002"},
        {"local s = \"x\" for i = 1, 11 do s = s .. s end return #s", VALUE},
        {"local s = \"x\" for i = 1, 12 do s = s .. s end return #s", "U002"},
        {"local t = {} for i = 1, 60000 do t[i] = i end return #t", VALUE},
        {"local t = {} for i = 1, 70000 do t[i] = i end return #t", "U002"},
        {"local s = \"x\" while true do for i = 1, 11 do s = s .. s end s = \"x\" end", ANY},
        {"local t = {} while true do t[#t + 1] = \"y\" .. #t end", ANY},
        {"local t = {} while true do t = { t } end", ANY},
        {"local t = {} while true do t[#t + 1] = #t end", "U002"},
        {"local t = {} local i = 0 while true do i = i + 1 t[i * 1.5] = i end", "U002"},
        {"local t = {} for i = 1, 30000 do t[-i] = i end while true do for i = 1, 30000 do "
         "t[-i] = nil t[i * 7919] = 1 t[i * 7919] = nil t[-i] = i end end",
         ANY},
        {"local t = {} for i = 1, 16383 do t[-i] = i end while true do t[1.5] = 1 t[1.5] = nil "
         "t[2.5] = 1 t[2.5] = nil t[3.5] = 1 t[3.5] = nil end",
         "U001"},
        {"while true do local t = { 1, 2, 3, 4, 5, 6, 7, 8, 9, a = 1, b = 2, c = 3 } end", "U001"},
        {"local t = {} while true do t[#t + 1] = function() return t end end", ANY},
        {"local f = function() return 1 end while true do local g = f f = function() return g() "
         "end end",
         ANY},
        {"local t = {} while true do t[t] = {} t = {} end", "U001"},
        {"local s = \"\" for i = 1, 100000 do s = \"a\" .. i .. \"b\" .. i * 1.5 end return 1",
         VALUE},
        {"local a, b = \"x\", \"x\" for i = 1, 11 do a = a .. a b = b .. b end "
         "while a == b do end",
         "U001"},
        {"local a, b = \"x\", \"x\" for i = 1, 11 do a = a .. a b = b .. b end "
         "while a <= b do end",
         "U001"},
    };
    EACH_ENDS(texts);
}

static void depth_ends_at_its_bound(void **state)
{
    (void)state;
    static const hostile texts[] = {
        {"local function f(n) return 1 + f(n + 1) end return f(1)", "U003"},
        {"local f, g function f() return 1 + g() end function g() return 1 + f() end return f()",
         "U003"},
        {"local function f(...) return f(1, ...) end return f()", ANY},
        {"local function f(n, ...) if n == 0 then return ... end return f(n - 1, n, ...) end "
         "while true do local t = { f(5000) } end",
         ANY},
        {"local function id(...) return ... end local function f(n, ...) if n == 0 then "
         "while true do id(...) end end return f(n - 1, n, ...) end return f(2000)",
         "U001"},
        {"local function f(n, ...) if n == 0 then while true do x = hoogste(...) end end "
         "return f(n - 1, n, ...) end return f(3000)",
         "U001"},
        {"local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(500)",
         VALUE},
        {"local t = {} for i = 1, 1000 do t = { t } end return 1", VALUE},
        {"return x, x, x, x, x", "U013"},
    };
    EACH_ENDS(texts);
}

/* One call cannot hold so much, but a pack of files that keep what they made can. */
static void a_pack_cannot_hold_more_than_its_memory(void **state)
{
    (void)state;
    static const char text[] = "local t = bekend for i = 1, 140000 do local a, b = t, t t = "
                               "function() return a, b end end "
                               "regel \"r\" { bepaal = function(x) return t == x end }";
    for (size_t count = 2; count <= 4; count += 2) {
        made *m = made_pack(text, sizeof text - 1);
        m->pack.file_count = 0;
        m->pack.source_count = count;
        for (size_t i = 0; i < count; i++) {
            m->sources[i] =
                (pt_source){pt_format(m->arena, "%d.lua", (int)i), text, sizeof text - 1};
            made_block(m, PT_BLOCK_RULE, "r", 1, false);
            m->blocks[i].at.source = &m->sources[i];
        }
        made_start(m);
        assert_string_equal(
            m->report.count == 0 ? "" : pt_code_describe(m->report.findings[0].code)->name,
            count == 2 ? "" : "U002");
        made_end(m);
    }
}

static void what_lua_itself_offers_is_not_there(void **state)
{
    (void)state;
    static const char *const names[] = {
        "_G",        "_VERSION", "arg",          "assert",     "bit32",   "collectgarbage",
        "coroutine", "debug",    "dofile",       "error",      "getfenv", "getmetatable",
        "io",        "load",     "loadfile",     "loadstring", "math",    "module",
        "newproxy",  "next",     "os",           "package",    "pairs",   "pcall",
        "print",     "rawequal", "rawget",       "rawlen",     "rawset",  "require",
        "select",    "setfenv",  "setmetatable", "string",     "table",   "tonumber",
        "tostring",  "type",     "unpack",       "utf8",       "warn",    "xpcall",
        "__index",   "__gc",     "ffi",          "jit",        "_LOADED", "_PRELOAD",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        pt_arena *arena = pt_arena_create();
        const hostile texts[] = {
            {pt_format(arena, "return %s", names[i]), "U005"},
            {pt_format(arena, "return %s(x)", names[i]), "U005"},
            {pt_format(arena, "return _ENV[\"%s\"]", names[i]), "U005"},
            {pt_format(arena, "%s = x", names[i]), "U006"},
        };
        EACH_ENDS(texts);
        pt_arena_destroy(arena);
    }
}

static void the_environment_stays_as_it_is(void **state)
{
    (void)state;
    static const hostile texts[] = {
        {"grens = x return grens", "U006"},
        {"ja = nee return 1", "U006"},
        {"function f() return 1 end return f()", "U006"},
        {"_ENV.ja = nee return 1", "U006"},
        {"_ENV[1] = nee return 1", "U006"},
        {"return _ENV[1]", "U005"},
        {"return _ENV[nil]", "U005"},
        {"return _ENV[_ENV]", "U005"},
        {"_ENV = {} return x", "U021"},
        {"_ENV = nil return x", "U021"},
        {"local _ENV = {} return ja", "U008"},
        {"local _ENV = { x = 5 } return x", VALUE},
        {"local _ENV = x return y", "U007"},
        {"return _ENV", "U009"},
        {"for k in _ENV do end", "U007"},
        {"return #_ENV", VALUE},
        {"return _ENV.pcall(function() while true do end end)", "U005"},
        {"regel \"x\" { bepaal = function() end } return 1", "U015"},
        {"onderwerp \"x\" return 1", "U015"},
    };
    EACH_ENDS(texts);
}

static void texts_and_types_have_no_hidden_doors(void **state)
{
    (void)state;
    static const hostile texts[] = {
        {"return (\"x\"):rep(1000000000)", "U007"},
        {"return (\"x\").rep", "U007"},
        {"return (\"x\"):format()", "U007"},
        {"return \"%d\" % x", "U007"},
        {"return (\"a\"):find(\".-b\")", "U007"},
        {"return \"10\" + 1", "U007"},
        {"return -\"10\"", "U007"},
        {"return #\"abc\"", VALUE},
        {"return x.y", "U007"},
        {"return x:y()", "U007"},
        {"return (1)()", "U007"},
        {"return (nil)()", "U007"},
        {"return ({})()", "U007"},
        {"return nil .. x", "U007"},
        {"return {} .. {}", "U007"},
        {"return {} < {}", "U007"},
        {"return 1 < \"2\"", "U007"},
        {"return nil < 1", "U007"},
        {"return {} + 1", "U007"},
        {"return bekend < bekend", "U007"},
        {"return bekend.x", "U007"},
        {"bekend.x = 1", "U007"},
        {"local t = {} t[nil] = 1", "U007"},
        {"local t = {} t[0 / 0] = 1", "U007"},
        {"local t = {} t[1 << 40] = 1 return #t", VALUE},
        {"local t = { __index = function() return 1 end } return t.y", "U008"},
        {"local t = { __gc = function() end, __mode = \"k\", __close = function() end } return 1",
         VALUE},
        {"local t <close> = {} return 1", "U007"},
        {"local t <close> = nil return 1", VALUE},
        {"local t <const> = 1 return t", VALUE},
        {"local t <const> = 1 t = 2 return t", "U017"},
        {"return onbekend < 1", "U004"},
        {"return 1 <= geen", "U004"},
        {"return onbekend < onbekend", "U004"},
        {"return onbekend + 1", "U004"},
        {"return -geen", "U004"},
        {"return onbekend .. \"x\"", "U004"},
        {"return #onbekend", "U007"},
        {"return onbekend.x", "U007"},
        {"return onbekend()", "U007"},
        {"return onbekend | 1", "U004"},
        {"return onbekend == 1 and 1 or 2", VALUE},
        {"return 1 // 0", "U022"},
        {"return 1 % 0", "U022"},
        {"return 1.0 // 0", "U011"},
        {"return 1 / 0", "U011"},
        {"return 0 / 0", "U011"},
        {"return -(0 / 0)", "U011"},
        {"return 1e308 * 10", "U011"},
        {"return 1 / 3", "U010"},
        {"return 0.1", "U010"},
        {"return 2 ^ 0.5", "U010"},
        {"return 1 << 62", "U011"},
        {"return 0x7fffffffffffffff + 1", "U011"},
        {"return (-0x7fffffffffffffff - 1) // -1", "U011"},
        {"return 1.5 | 1", "U007"},
        {"return -0.0", VALUE},
        {"return", "U008"},
        {"", "U008"},
        {"return nil, \"reden\"", "U008"},
        {"return {}", "U009"},
        {"return function() end", "U009"},
        {"return \"1\"", "U009"},
        {"return ja", "U009"},
        {"return 1, 2", "U013"},
        {"return 1, {}", "U013"},
        {"return 1, ja", "U013"},
        {"return 1, onbekend", "U013"},
        {"return 1, \"\\27[31mrood\"", "U013"},
        {"return 1, \"\\0\"", "U013"},
        {"return 1, \"\\u{202e}txet\"", "U013"},
        {"return 1, \"\\xff\"", "U013"},
        {"return 1, \"één reden\"", VALUE},
    };
    EACH_ENDS(texts);
}

static void a_rule_cannot_remember(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *outcome;
    } files[] = {
        {"local n = 0 regel \"r\" { bepaal = function(x) n = n + 1 return n end }", "U021"},
        {"local n = 0 local function f() n = n + 1 return n end "
         "regel \"r\" { bepaal = function(x) return f() end }",
         "U021"},
        {"local f f = function() f = bekend return 1 end regel \"r\" { bepaal = function(x) return "
         "f() end }",
         "U021"},
        {"local n = 0 regel \"r\" { bepaal = function(x) n = 1 return x < onbekend end }", "U021"},
        {"local t = {} regel \"r\" { bepaal = function(x) t[1] = x return 1 end }", "U021"},
        {"local t = { 1 } regel \"r\" { bepaal = function(x) return t[1] end }", "U021"},
        {"local t = tabel { bao = 1 } regel \"r\" { bepaal = function(x) return t.bao end }",
         VALUE},
        {"local n = 7 regel \"r\" { bepaal = function(x) return n end }", VALUE},
        {"local function f(y) return y + 1 end regel \"r\" { bepaal = function(x) return f(x) end "
         "}",
         VALUE},
        {"local function f(y) if y > 9 then return 1 end return f(y + 1) end "
         "regel \"r\" { bepaal = function(x) return f(x) end }",
         VALUE},
        {"local e = _ENV regel \"r\" { bepaal = function(x) return e.hoogste(x, 1) end }", VALUE},
        {"local d = regel \"x\" regel \"r\" { bepaal = function(x) d {} return 1 end }", "U015"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        expect(files[i].text, strlen(files[i].text), files[i].outcome);
    all_went_well();
}

static void files_that_are_no_rules_are_refused(void **state)
{
    (void)state;
#define BYTES(text) text, sizeof(text) - 1
    static const struct {
        const char *text;
        size_t length;
        const char *outcome;
    } files[] = {
        {BYTES("\x1bLua"), "U017"},
        {BYTES("\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08xV\0\0\0\0\0\0\0"), "U017"},
        {BYTES("\x1b"), "U017"},
        {BYTES("#!/bin/sh\nreturn 1"), "U017"},
        {BYTES("regel \"r\" { bepaal = function(x)\vreturn\f1 end }"), VALUE},
        {BYTES("regel \"r\" { bepaal = function(x)\0return 1 end }"), "U017"},
        {BYTES("\0"), "U017"},
        {BYTES(""), "U018"},
        {BYTES("\xef\xbb\xbfregel \"r\" {}"), "U017"},
        {BYTES("while true do end"), "U001"},
        {BYTES("while true do regel \"x\" {} end"), ANY},
        {BYTES("for i = 1, 100000 do regel \"x\" {} end"), ANY},
        {BYTES("local s = \"x\" while true do s = s .. s end"), "U002"},
        {BYTES("local s = \"x\" for i = 1, 10 do s = s .. s end regel(s) {}"), "U015"},
        {BYTES("regel \"r\" 5"), "U017"},
        {BYTES("regel(5) {}"), "U015"},
        {BYTES("regel \"r\" (5)"), "U015"},
        {BYTES("return regel \"r\" {}"), "U019"},
        {BYTES("x = 1"), "U006"},
        {BYTES("print(1)"), "U005"},
        {BYTES("return ..."), "U018"},
        {BYTES("regel \"r\" { bepaal = 5 }"), "U019"},
        {BYTES("regel \"r\" { bepaal = { function() end } }"), "U019"},
        {BYTES("local t = tabel { bao = 1 } regel \"r\" (t)"), "U019"},
        {BYTES("regel \"r\" { bepaal = function(x) return ... end }"), "U017"},
        {BYTES("goto nergens"), "U017"},
        {BYTES("break"), "U017"},
        {BYTES("return \"open"), "U017"},
        {BYTES("return [==[ open"), "U017"},
        {BYTES("--[==[ open"), "U017"},
        {BYTES("return '\\u{7fffffff}'"), "U018"},
        {BYTES("return '\\u{80000000}'"), "U017"},
        {BYTES("return 0x"
               "ffffffffffffffffffffffffffffffffffffffff"),
         "U018"},
        {BYTES("return 1e999999999"), "U018"},
        {BYTES("local x <onzin> = 1"), "U017"},
        {BYTES("_ENV = {}"), ANY},
        {BYTES("local _ENV = nil regel \"r\" {}"), "U007"},
    };
#undef BYTES
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        expect(files[i].text, files[i].length, files[i].outcome);
    all_went_well();
}

/* Text of about the size of the largest rule file: `before`, `unit` as often as fits, `after`. */
typedef struct large {
    const char *before;
    const char *unit; /* %d: the count */
    const char *after;
    const char *outcome;
} large;

static pt_text fill(pt_arena *arena, const large *shape)
{
    pt_text text = pt_text_create(arena);
    size_t room = PT_LIMIT_RULE_FILE_BYTES - strlen(shape->after) - 64;
    pt_text_add(&text, shape->before);
    for (int i = 0; text.length < room; i++) {
        const char *hole = strstr(shape->unit, "%d");
        size_t head = hole == NULL ? strlen(shape->unit) : (size_t)(hole - shape->unit);
        pt_text_add_bytes(&text, shape->unit, head);
        if (hole != NULL) {
            pt_text_add_number(&text, i);
            pt_text_add(&text, hole + 2);
        }
    }
    pt_text_add(&text, shape->after);
    return text;
}

#define RULE "regel \"r\" { bepaal = function(x) "

static void files_of_the_largest_size_end(void **state)
{
    (void)state;
    static const large shapes[] = {
        {RULE "return ", "(", "", "U003"},
        {RULE "return ", "{", "", "U003"},
        {RULE "return ", "{{},", "", "U017"},
        {RULE "return ", "- ", "x", "U003"},
        {RULE "return ", "not ", "x", "U003"},
        {RULE "return ", "~", "x", "U003"},
        {RULE "return x", "^x", " end }", "U003"},
        {RULE "return x", "..x", " end }", "U003"},
        {RULE "return x", "+x", " end }", VALUE},
        {RULE "return x", " and x", " end }", VALUE},
        {RULE "return x", " or x", " end }", VALUE},
        {RULE "return x", " == x", " end }", "U009"},
        {RULE "return ", "function() return ", "", "U003"},
        {RULE, "do ", "", "U003"},
        {RULE, "if x then ", "", "U003"},
        {RULE, "while x do ", "", "U003"},
        {RULE, "repeat ", "", "U003"},
        {RULE, "for i = 1, 2 do ", "", "U017"},
        {RULE "return ", "bekend(", "", "U003"},
        {RULE "return bekend", "{}", " end }", ANY},
        {RULE "return bekend", "(x)", " end }", ANY},
        {RULE "return bekend", "\"\"", " end }", ANY},
        {RULE "return x", "[x]", " end }", "U007"},
        {RULE "return x", ":x()", " end }", "U007"},
        {RULE "local t = { ", "%d,", "} return #t end }", VALUE},
        {RULE "local t = { ", "a%d = %d,", "} return 1 end }", ANY},
        {RULE "local t = { ", "\"a%d\",", "} return #t end }", VALUE},
        {RULE "local t = { ", "{},", "} return #t end }", VALUE},
        {RULE "return 1 ", ";", " end }", ANY},
        {RULE, "local a%d ", " return 1 end }", "U017"},
        {RULE, "do local a%d end ", " return 1 end }", VALUE},
        {RULE, "local a%d <const> = 1 ", " return 1 end }", "U017"},
        {RULE "if x then ", "elseif x then ", " end return 1 end }", VALUE},
        {RULE, "if x == %d then return 3 end ", " return 1 end }", VALUE},
        {RULE, "::a%d:: ", " return 1 end }", "U003"},
        {RULE, "goto a ", " ::a:: return 1 end }", VALUE},
        {RULE, "do goto a end ", " ::a:: return 1 end }", VALUE},
        {RULE, "x = x ", " return 1 end }", VALUE},
        {RULE, "x, x = x, x ", " return 1 end }", VALUE},
        {RULE "x", ", x", " = 1 return 1 end }", "U003"},
        {RULE "local function f(a", ", a%d", ") end return 1 end }", "U017"},
        {RULE "return hoogste(x", ", x", ") end }", "U017"},
        {RULE, "local function f() return x end ", " return 1 end }", "U017"},
        {RULE, "do local function f() return x end end ", " return 1 end }", VALUE},
        {RULE "return #\"", "x", "\" end }", VALUE},
        {RULE "return 1", " ", " end }", VALUE},
        {RULE "return 1", "\n", " end }", VALUE},
        {"--", "-", "\n" RULE "return 1 end }", VALUE},
        {RULE "return 0x", "0", "1 end }", VALUE},
        {RULE "return 1", "0", " end }", "U011"},
        {RULE "return 1.", "0", " end }", VALUE},
        {"", "a%d = ", "1", "U017"},
        {"local t = ", "function() end,", "1", "U017"},
        {RULE "local a = { ", "function() return x end,", "} return #a end }", VALUE},
        {"regel \"r\" { ", "a%d = ja_nee {},", "bepaal = function() return 1 end }", VALUE},
        {"", "regel \"a%d\" {} ", "", ANY},
        {"", "local a%d ", "", "U017"},
        {"", "\"", "", "U017"},
        {"", "[", "", "U017"},
        {"--[", "=", "[", "U017"},
        {RULE "return ", "[", "[", "U017"},
        {RULE "return \"", "\\z ", "\" end }", ANY},
        {RULE "return \"", "\\", "", ANY},
    };
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        pt_arena *arena = pt_arena_create();
        pt_text text = fill(arena, &shapes[i]);
        expect(text.bytes, text.length, shapes[i].outcome);
        pt_arena_destroy(arena);
    }
    all_went_well();
}

static int in_a_process(const char *text, size_t length)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        alarm(20);
        (void)outcome_of(text, length);
        _Exit(0);
    }
    int status = 0;
    assert_true(waitpid(child, &status, 0) == child);
    return status;
}

/* Lua 5.4.4 recurses without bound on these; a process may die of them, but not hang. */
static void texts_that_can_crash_lua_end_in_a_process(void **state)
{
    (void)state;
    static const large shapes[] = {
        {RULE "local t = {} return t", ".x", " end }", ANY},
        {RULE "local t = {} return t", ".x", " + 1 end }", ANY},
        {RULE "return t", ".x", "() end }", ANY},
        {RULE "return x", ".x", ":x() end }", ANY},
        {RULE "return x", "[1]", " < {} end }", ANY},
        {"local t = {} return t", ".x", "", ANY},
    };
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        pt_arena *arena = pt_arena_create();
        pt_text text = fill(arena, &shapes[i]);
        int status = in_a_process(text.bytes, text.length);
        if (WIFSIGNALED(status))
            assert_int_not_equal(WTERMSIG(status), SIGALRM);
        pt_arena_destroy(arena);
    }
}

/* How many turns of a loop fit in the budget of one call. */
static int64_t turns_that_fit(made *m)
{
    int64_t low = 0;
    int64_t high = 1000000;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        pt_value turns = pt_value_of(PT_NUMBER, middle * 16);
        pt_answer answer;
        pt_lua_set_report(m->lua, &m->report);
        if (made_call(m, 1, &turns, &answer))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static void the_budget_does_not_depend_on_earlier_calls(void **state)
{
    (void)state;
    static const char text[] =
        "regel \"r\" { bepaal = function(x) local t = {} local function deep(n) if n == 0 then "
        "return 0 end "
        "return 1 + deep(n - 1) end for i = 1, x do t[i % 400] = i deep(30) end return x end }\n"
        "regel \"diep\" { bepaal = function(x) local function deep(n) if n == 0 then return 0 end "
        "return 1 + deep(n - 1) end return deep(900) end }\n"
        "regel \"vol\" { bepaal = function(x) local t = {} for i = 1, 3000 do t[i] = { i } end "
        "return 1 end }\n"
        "regel \"op\" { bepaal = function(x) local s = \"x\" while true do s = s .. s end end }\n";
    made *m = beside_a_good_rule(text, sizeof text - 1);
    static const char *const others[] = {"diep", "vol", "op"};
    for (uint32_t i = 0; i < 3; i++) {
        made_block(m, PT_BLOCK_RULE, others[i], i + 2, true);
        m->blocks[i + 2].at.source = &m->sources[1];
        made_function(m, i + 2, "bepaal", a_number(), 1);
    }
    made_start(m);
    int64_t fresh = turns_that_fit(m);
    assert_in_range(fresh, 100, 100000);
    pt_value one = pt_value_of(PT_NUMBER, 16);
    pt_answer answer;
    for (uint32_t i = 2; i < 5; i++) {
        bool answered = made_call(m, i, &one, &answer);
        assert_true(answered == (i != 4));
        assert_int_equal(turns_that_fit(m), fresh);
    }
    for (int i = 0; i < 200; i++)
        assert_true(made_call(m, 3, &one, &answer));
    assert_int_equal(turns_that_fit(m), fresh);
    made_end(m);
}

static char *committed(pt_arena *arena, const char *name)
{
    FILE *file = fopen(pt_format(arena, "%s/tests/%s", PT_TEST_ROOT, name), "rb");
    assert_non_null(file);
    char *bytes = pt_arena_alloc(arena, 65536);
    size_t length = fread(bytes, 1, 65535, file);
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

/* Everything that a rule can reach stands in a list; who adds to it must want to. */
static void a_rule_reaches_what_the_list_says_and_no_more(void **state)
{
    (void)state;
    static const char text[] =
        "local grens = 5\n"
        "local function helper(x) return x + grens end\n"
        "local plaatsen = tabel { bao = 4, anders = 3 }\n"
        "local trap = tabel { { tot = 4, 1 }, anders = 3 }\n"
        "regel \"r\" { bepaal = function(x) return helper(x) + plaatsen[bao] + "
        "trap[x] end }\n";
    made *m = beside_a_good_rule(text, sizeof text - 1);
    made_start(m);
    const char *reached = pt_lua_reachable(m->arena, m->lua);
    if (getenv("PT_SHOW_REACHABLE") != NULL)
        fputs(reached, stdout);
    assert_string_equal(reached, committed(m->arena, "lua_reachable.txt"));
    assert_null(strstr(reached, "known"));
    made_end(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loops_end_at_the_budget),
        cmocka_unit_test(memory_ends_at_its_bounds),
        cmocka_unit_test(depth_ends_at_its_bound),
        cmocka_unit_test(a_pack_cannot_hold_more_than_its_memory),
        cmocka_unit_test(what_lua_itself_offers_is_not_there),
        cmocka_unit_test(the_environment_stays_as_it_is),
        cmocka_unit_test(texts_and_types_have_no_hidden_doors),
        cmocka_unit_test(a_rule_cannot_remember),
        cmocka_unit_test(files_that_are_no_rules_are_refused),
        cmocka_unit_test(files_of_the_largest_size_end),
        cmocka_unit_test(texts_that_can_crash_lua_end_in_a_process),
        cmocka_unit_test(the_budget_does_not_depend_on_earlier_calls),
        cmocka_unit_test(a_rule_reaches_what_the_list_says_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
