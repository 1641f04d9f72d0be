/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_task.h"

#include <string.h>

#include "api_child.h"
#include "base/limits.h"
#include "confine/endings.h"
#include "io/files.h"
#include "model/date.h"
#include "model/stack.h"
#include "report/findings.h"

#ifndef PT_VERSION
#define PT_VERSION "0.1.0"
#endif

static const pt_position nowhere;

const char *pt_version(void)
{
    return PT_VERSION;
}

pt_session *pt_session_create(void)
{
    pt_zygote *zygote = pt_zygote_start(pt_child_work, NULL);
    if (zygote == NULL)
        return NULL;
    pt_arena *arena = pt_arena_create();
    pt_session *session = PT_NEW(arena, pt_session);
    *session = (pt_session){arena, zygote};
    return session;
}

void pt_session_destroy(pt_session *session)
{
    if (session == NULL)
        return;
    pt_zygote_stop(session->zygote);
    pt_arena_destroy(session->arena);
}

/* --- Tasks ------------------------------------------------------------------------------------ */

/* In the order of pt_task_kind; the last is none. */
static const char *const commands[] = {
    "speel",     "toets",  "controleer",    "verklaar", "dekking",   "muteer",  "regels",
    "vergelijk", "schema", "grensgevallen", "takken",   "overzicht", "diagnose"};

enum { COMMANDS = sizeof commands / sizeof *commands, SAMPLES = 64 };

pt_task *pt_task_create(pt_session *session, const char *command)
{
    uint32_t kind = 0;
    while (kind < COMMANDS && strcmp(command, commands[kind]) != 0)
        kind++;
    if (kind == COMMANDS)
        return NULL;
    pt_arena *arena = pt_arena_create();
    pt_task *task = PT_NEW(arena, pt_task);
    task->session = session;
    task->arena = arena;
    task->diagnose = strcmp(command, "diagnose") == 0;
    task->job = (pt_job){.kind = kind, .samples = SAMPLES, .seed = 1};
    task->output = pt_text_create(arena);
    task->messages = pt_text_create(arena);
    task->report = pt_report_create(arena);
    task->shown = pt_report_create(arena);
    return task;
}

void pt_task_destroy(pt_task *task)
{
    if (task == NULL)
        return;
    for (size_t i = 0; i < task->item_count; i++)
        pt_arena_destroy(task->items[i].arena);
    pt_arena_destroy(task->arena);
}

void pt_task_worsen(pt_task *task, pt_exit outcome)
{
    if ((int)outcome > task->worst)
        task->worst = (int)outcome;
}

/* --- Options ---------------------------------------------------------------------------------- */

typedef bool (*setter)(pt_task *task, const char *option, const char *value);

static const char *keep(pt_task *task, const char *text)
{
    return pt_arena_copy(task->arena, text, strlen(text));
}

static bool refuse(pt_task *task, const char *option, const char *value, const char *possible,
                   const char *suggestion)
{
    pt_task_worsen(task, PT_EXIT_USE);
    return pt_find(&task->report, PT_A002, nowhere, PT_ARGS(option, value, possible), suggestion);
}

/* The index of `value` among `words`, or `count`, with a finding. */
static size_t choose(pt_task *task, const char *option, const char *value, const char *const *words,
                     size_t count)
{
    size_t found = 0;
    while (found < count && strcmp(value, words[found]) != 0)
        found++;
    if (found < count)
        return found;
    pt_text possible = pt_text_create(task->arena);
    for (size_t i = 0; i < count; i++)
        pt_text_format(&possible, "%s%s", i == 0 ? "" : ", ", words[i]);
    refuse(task, option, value, possible.bytes, pt_suggest(value, words, count));
    return count;
}

static bool set_language(pt_task *task, const char *option, const char *value)
{
    static const char *const words[] = {"nl", "en"};
    size_t chosen = choose(task, option, value, words, 2);
    if (chosen < 2)
        task->job.style.language = (pt_language)chosen;
    return chosen < 2;
}

/* Which forms of result each command has; the first of them is usual. */
static bool set_medium(pt_task *task, const char *option, const char *value)
{
    static const char *const words[] = {"mens", "json", "junit", "github"};
    static const char *const tables[] = {"mens", "csv"};
    static const char *const compares[] = {"mens", "json", "markdown", "csv"};
    static const char *const plays[] = {"mens", "json", "csv", "xlsx"};
    static const size_t of_play[] = {PT_MEDIUM_PEOPLE, PT_MEDIUM_JSON, PT_MEDIUM_CSV,
                                     PT_MEDIUM_XLSX};
    static const char *const covers[] = {"mens", "json", "regels"};
    static const size_t of_check[] = {PT_MEDIUM_PEOPLE, PT_MEDIUM_JSON, PT_MEDIUM_GITHUB,
                                      PT_MEDIUM_SARIF};
    const char *const checks[] = {words[0], words[1], words[3], "sarif"};
    size_t chosen = 0;
    switch ((pt_task_kind)task->job.kind) {
    case PT_TASK_TEST:
        chosen = choose(task, option, value, words, 4);
        if (chosen == 4)
            return false;
        break;
    case PT_TASK_CHECK:
        chosen = choose(task, option, value, checks, 4);
        if (chosen == 4)
            return false;
        chosen = of_check[chosen];
        break;
    case PT_TASK_COVER:
        chosen = choose(task, option, value, covers, 3);
        if (chosen == 3)
            return false;
        task->job.by_line = chosen == 2;
        chosen = chosen == 1 ? PT_MEDIUM_JSON : PT_MEDIUM_PEOPLE;
        break;
    case PT_TASK_COMPARE:
        chosen = choose(task, option, value, compares, 4);
        if (chosen == 4)
            return false;
        task->job.markdown = chosen == 2;
        chosen = chosen == 1 ? PT_MEDIUM_JSON : chosen == 3 ? PT_MEDIUM_CSV : PT_MEDIUM_PEOPLE;
        break;
    case PT_TASK_READINESS:
        chosen = choose(task, option, value, tables, 2);
        if (chosen == 2)
            return false;
        chosen = chosen == 1 ? PT_MEDIUM_CSV : PT_MEDIUM_PEOPLE;
        break;
    case PT_TASK_PLAY:
        chosen = choose(task, option, value, plays, 4);
        if (chosen == 4)
            return false;
        task->job.rows = task->job.rows || chosen > 1;
        chosen = of_play[chosen];
        break;
    case PT_TASK_MUTATE:
    case PT_TASK_EXPLAIN:
    case PT_TASK_BOOK:
    case PT_TASK_SCHEMA:
    case PT_TASK_FRONTIER:
    case PT_TASK_BRANCHES:
        chosen = choose(task, option, value, words, 2);
        if (chosen == 2)
            return false;
        break;
    }
    task->job.style.medium = (pt_medium)chosen;
    return true;
}

static bool set_colour(pt_task *task, const char *option, const char *value)
{
    static const char *const words[] = {"nooit", "altijd"};
    size_t chosen = choose(task, option, value, words, 2);
    task->job.style.coloured = chosen == 1;
    return chosen < 2;
}

static bool set_truth(pt_task *task, const char *option, const char *value, bool *truth)
{
    static const char *const words[] = {"nee", "ja"};
    size_t chosen = choose(task, option, value, words, 2);
    *truth = chosen == 1;
    return chosen < 2;
}

static bool set_base(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.base);
}

static bool set_everything(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.everything);
}

static bool set_discreet(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.discreet);
}

static bool set_asks(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.asks);
}

static bool set_accept(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.accept);
}

static bool set_assumptions(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.assumptions);
}

static bool set_paths(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.paths);
}

static bool set_strict(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.strict);
}

static bool set_pairs(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->job.pairs);
}

static bool set_unconfined(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->without_confinement);
}

/* Names of folders come from the user here, but from files too: one rule for both. */
static bool is_folder_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= 100 && name[length] == '\0' && name[0] != '-';
}

/* "a,b", and what was set before lies below it. */
static bool set_variant(pt_task *task, const char *option, const char *value)
{
    (void)option;
    for (size_t i = 0; i < pt_stack_count(value); i++) {
        const char *name = pt_stack_name(task->arena, value, i);
        pt_code code = !is_folder_name(name)                                  ? PT_A009
                       : pt_stack_has(task->job.variant, name)                ? PT_A016
                       : pt_stack_count(task->job.variant) == PT_LIMIT_LAYERS ? PT_A017
                                                                              : 0;
        if (code != 0) {
            const char *most = pt_format(task->arena, "%d", PT_LIMIT_LAYERS);
            pt_task_worsen(task, PT_EXIT_USE);
            return pt_find(&task->report, code, nowhere, PT_ARGS(code == PT_A017 ? most : name),
                           NULL);
        }
        task->job.variant = pt_stack_add(task->arena, task->job.variant, name);
    }
    return true;
}

/* One more column: "a,b" is a stack. */
static bool set_beside(pt_task *task, const char *option, const char *value)
{
    const char *column = NULL;
    for (size_t i = 0; i < pt_stack_count(value); i++) {
        const char *name = pt_stack_name(task->arena, value, i);
        if (!is_folder_name(name)) {
            pt_task_worsen(task, PT_EXIT_USE);
            return pt_find(&task->report, PT_A009, nowhere, PT_ARGS(name), NULL);
        }
        column = pt_stack_add(task->arena, column, name);
    }
    if (task->job.beside_count == PT_MOST_BESIDE)
        return refuse(task, option, value, pt_format(task->arena, "0 .. %d", PT_MOST_BESIDE), NULL);
    if (task->job.beside == NULL)
        task->job.beside = PT_NEW_ARRAY(task->arena, PT_MOST_BESIDE, const char *);
    task->job.beside[task->job.beside_count++] = column;
    return true;
}

static bool set_choice(pt_task *task, const char *option, const char *value)
{
    const char *sign = strchr(value, '=');
    if (sign == NULL || sign == value || sign[1] == '\0') {
        pt_task_worsen(task, PT_EXIT_USE);
        return pt_find(&task->report, PT_A013, nowhere, PT_ARGS(option, value), NULL);
    }
    task->job.choices = pt_arena_grow(task->arena, task->job.choices, task->job.choice_count,
                                      &task->choice_capacity, sizeof *task->job.choices);
    task->job.choices[task->job.choice_count++] = (pt_chosen){
        pt_arena_copy(task->arena, value, (size_t)(sign - value)), keep(task, sign + 1)};
    return true;
}

static bool set_day(pt_task *task, const char *option, const char *value)
{
    pt_date day = PT_DATE_NONE;
    if (!pt_date_parse(value, strlen(value), &day)) {
        pt_task_worsen(task, PT_EXIT_USE);
        return pt_find(&task->report, PT_A014, nowhere, PT_ARGS(option, value), NULL);
    }
    task->job.until = keep(task, value);
    return true;
}

static bool set_other(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->job.other = keep(task, value);
    return true;
}

static bool set_whom(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->job.whom = keep(task, value);
    return true;
}

static bool set_pack(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->book = keep(task, value);
    return true;
}

static bool set_what(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->job.what = keep(task, value);
    return true;
}

static bool set_why_not(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->job.why_not = keep(task, value);
    return true;
}

static bool set_number(pt_task *task, const char *option, const char *value, uint64_t most,
                       uint64_t *number)
{
    size_t digits = strspn(value, "0123456789");
    uint64_t read = 0;
    for (size_t i = 0; i < digits && digits <= 12; i++)
        read = read * 10 + (uint64_t)(value[i] - '0');
    if (digits == 0 || digits > 12 || value[digits] != '\0' || read > most)
        return refuse(task, option, value,
                      pt_format(task->arena, "0 .. %llu", (unsigned long long)most), NULL);
    *number = read;
    return true;
}

static bool set_samples(pt_task *task, const char *option, const char *value)
{
    uint64_t number = task->job.samples;
    bool done = set_number(task, option, value, 100000, &number);
    task->job.samples = (uint32_t)number;
    return done;
}

static bool set_minimum(pt_task *task, const char *option, const char *value)
{
    uint64_t number = 0;
    bool done = set_number(task, option, value, 100, &number);
    task->job.minimum = (uint32_t)number;
    return done;
}

static bool set_most(pt_task *task, const char *option, const char *value)
{
    uint64_t number = 0;
    bool done = set_number(task, option, value, 100000, &number);
    task->job.most = (uint32_t)number;
    return done;
}

static bool set_seed(pt_task *task, const char *option, const char *value)
{
    return set_number(task, option, value, 999999999999, &task->job.seed);
}

static bool set_children(pt_task *task, const char *option, const char *value)
{
    uint64_t number = 0;
    bool done = set_number(task, option, value, 64, &number);
    task->children = (size_t)number;
    return done;
}

static bool set_database(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->database = keep(task, value);
    task->job.rows = true;
    return true;
}

static bool set_output(pt_task *task, const char *option, const char *value)
{
    (void)option;
    if (task->job.kind == PT_TASK_FRONTIER)
        task->folder = keep(task, value);
    else
        task->output_path = keep(task, value);
    return true;
}

static bool set_folder(pt_task *task, const char *option, const char *value)
{
    (void)option;
    task->folder = keep(task, value);
    task->job.writes = true;
    return true;
}

static bool set_overwrite(pt_task *task, const char *option, const char *value)
{
    return set_truth(task, option, value, &task->overwrites);
}

static const struct {
    const char *name;
    setter set;
} options[] = {
    {"taal", set_language},
    {"formaat", set_medium},
    {"kleur", set_colour},
    {"variant", set_variant},
    {"keuze", set_choice},
    {"vraag", set_asks},
    {"naast", set_beside},
    {"alles", set_everything},
    {"diep", set_base},
    {"met", set_other},
    {"voor", set_whom},
    {"wat", set_what},
    {"op", set_day},
    {"waarom-niet", set_why_not},
    {"proeven", set_samples},
    {"zaad", set_seed},
    {"db", set_database},
    {"uitvoer", set_output},
    {"kinderen", set_children},
    {"zonder-opsluiting", set_unconfined},
    {"vastleggen", set_accept},
    {"minimaal", set_minimum},
    {"hoogstens", set_most},
    {"zonder-gevoelig", set_discreet},
    {"aannames", set_assumptions},
    {"paden", set_paths},
    {"pakket", set_pack},
    {"streng", set_strict},
    {"onderling", set_pairs},
    {"overschrijven", set_overwrite},
    {"schrijf", set_folder},
};

bool pt_task_set(pt_task *task, const char *option, const char *value)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (strcmp(option, options[i].name) == 0)
            return options[i].set(task, option, value);
    }
    pt_task_worsen(task, PT_EXIT_USE);
    return pt_find(&task->report, PT_A001, nowhere, PT_ARGS(option, commands[task->job.kind]),
                   NULL);
}

/* --- What to work on -------------------------------------------------------------------------- */

/* What is a pack and what a name in it, is seen when all are there. */
static bool add_name(pt_task *task, const char *name)
{
    pt_job *job = &task->job;
    job->names = pt_arena_grow(task->arena, job->names, job->name_count, &task->name_capacity,
                               sizeof *job->names);
    job->names[job->name_count++] = keep(task, name);
    return true;
}

/* schema: which one. */
static bool add_schema(pt_task *task, const char *name)
{
    const char *names[8];
    size_t count = 0;
    pt_text possible = pt_text_create(task->arena);
    for (; count < 8 && pt_schema_name(count) != NULL; count++) {
        names[count] = pt_schema_name(count);
        pt_text_format(&possible, "%s%s", count == 0 ? "" : ", ", names[count]);
        if (strcmp(names[count], name) == 0) {
            task->job.what = names[count];
            return true;
        }
    }
    pt_task_worsen(task, PT_EXIT_USE);
    return pt_find(&task->report, PT_A030, nowhere, PT_ARGS(name, possible.bytes),
                   pt_suggest(name, names, count));
}

bool pt_task_add_path(pt_task *task, const char *path)
{
    if (task->job.kind == PT_TASK_SCHEMA)
        return add_schema(task, path);
    if (task->job.kind == PT_TASK_BOOK || task->job.kind == PT_TASK_FRONTIER)
        return add_name(task, path);
    if (pt_task_collect(task, path))
        return true;
    pt_task_worsen(task, PT_EXIT_UNREADABLE);
    return false;
}

bool pt_task_add_bytes(pt_task *task, const char *path, const char *bytes, size_t length)
{
    if (length > PT_LIMIT_YAML_BYTES) {
        pt_source *source = PT_NEW(task->arena, pt_source);
        source->path = keep(task, path);
        pt_task_worsen(task, PT_EXIT_UNREADABLE);
        return pt_find(&task->report, PT_F004, (pt_position){.source = source},
                       PT_ARGS(path, pt_format(task->arena, "%d", PT_LIMIT_YAML_BYTES / 1024)),
                       NULL);
    }
    task->items = pt_arena_grow(task->arena, task->items, task->item_count, &task->item_capacity,
                                sizeof *task->items);
    pt_source source = {keep(task, path), pt_arena_copy(task->arena, bytes, length), length};
    task->items[task->item_count++] = (pt_work_item){
        .item = {.kind = PT_ITEM_SCENARIO, .root = pt_task_root(task, path), .source = source},
        .report = pt_report_create(task->arena),
        .given = true};
    return true;
}

void pt_task_listen(pt_task *task, pt_listener listener, void *context)
{
    task->listener = listener;
    task->listener_context = context;
}

/* --- Running ---------------------------------------------------------------------------------- */

static void hand_over(pt_task *task, pt_stream stream, pt_text *text)
{
    if (text->length > 0 &&
        !task->listener(task->listener_context, stream, text->bytes, text->length))
        pt_task_worsen(task, PT_EXIT_WRITING);
    text->length = 0;
    text->bytes[0] = '\0';
}

void pt_task_flush(pt_task *task)
{
    if (task->listener == NULL)
        return;
    hand_over(task, PT_STREAM_MESSAGES, &task->messages);
    if (task->output_path == NULL && !task->held)
        hand_over(task, PT_STREAM_RESULT, &task->output);
}

static void count_findings(pt_task *task, const pt_report *report)
{
    task->errors += report->errors;
    for (size_t i = 0; i < report->count; i++)
        task->warnings += report->findings[i].severity == PT_WARNING;
}

static bool same_finding(const pt_finding *a, const pt_finding *b)
{
    bool same = a->code == b->code && a->at.line == b->at.line && a->at.column == b->at.column &&
                (a->at.source == NULL) == (b->at.source == NULL);
    if (same && a->at.source != NULL)
        same = strcmp(a->at.source->path, b->at.source->path) == 0;
    for (size_t i = 0; same && i < PT_FINDING_ARGUMENTS; i++)
        same = pt_text_equal(a->arguments[i], b->arguments[i]);
    return same;
}

/* A variant has what its pack has too: that is said once. */
static void keep_new(pt_task *task, const pt_report *report)
{
    pt_report fresh = pt_report_create(task->arena);
    size_t known = task->shown.count;
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *each = &report->findings[i];
        bool said = false;
        for (size_t j = 0; j < known && !said; j++)
            said = same_finding(each, &task->shown.findings[j]);
        if (!said)
            pt_find(&fresh, each->code, each->at, each->arguments, each->suggestion);
    }
    fresh.dropped += report->dropped;
    count_findings(task, &fresh);
    pt_report_add(&task->shown, &fresh);
}

void pt_task_say(pt_task *task, const pt_report *report)
{
    if (task->job.kind == PT_TASK_CHECK) {
        keep_new(task, report);
        return;
    }
    count_findings(task, report);
    if (task->job.style.medium == PT_MEDIUM_GITHUB) {
        pt_report_add(&task->shown, report);
        return;
    }
    pt_style style = task->job.style;
    style.medium = PT_MEDIUM_PEOPLE;
    pt_findings_show(&task->messages, report, &style);
}

static void write_output(pt_task *task)
{
    if (task->output_path == NULL)
        return;
    pt_report report = pt_report_create(task->arena);
    if (!pt_file_write(task->output_path, task->output.bytes, task->output.length, &report)) {
        pt_task_worsen(task, PT_EXIT_WRITING);
        pt_style style = {PT_MEDIUM_PEOPLE, task->job.style.language, task->job.style.coloured};
        pt_findings_show(&task->messages, &report, &style);
    }
    if (task->listener != NULL) {
        task->output.length = 0;
        task->output.bytes[0] = '\0';
    }
}

int pt_task_run(pt_task *task)
{
    if (task->diagnose)
        pt_task_diagnose(task);
    else if (task->worst != PT_EXIT_USE)
        pt_task_work(task);
    else
        pt_task_say(task, &task->report);
    write_output(task);
    pt_task_flush(task);
    return task->worst;
}

/* --- Results ---------------------------------------------------------------------------------- */

static const char *text_of(const pt_text *text, size_t *length)
{
    if (length != NULL)
        *length = text->length;
    return text->bytes;
}

const char *pt_task_output(const pt_task *task, size_t *length)
{
    return text_of(&task->output, length);
}

const char *pt_task_messages(const pt_task *task, size_t *length)
{
    return text_of(&task->messages, length);
}

size_t pt_task_count(const pt_task *task, pt_counted counted)
{
    switch (counted) {
    case PT_COUNT_SCENARIOS: return task->totals.scenarios;
    case PT_COUNT_PASSED: return task->totals.passed;
    case PT_COUNT_WRONG: return task->totals.failed;
    case PT_COUNT_UNJUDGED: return task->totals.unjudged;
    case PT_COUNT_ERRORS: return task->errors;
    case PT_COUNT_WARNINGS: return task->warnings;
    case PT_COUNT_CHANGED: return task->changed;
    }
    return 0;
}
