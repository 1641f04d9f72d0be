/* SPDX-License-Identifier: EUPL-1.2 */
/* verklaar --waarom-niet in a child: the situation of a rule, searched and shown. */
#include <string.h>

#include "analyse/judgement.h"
#include "analyse/whynot.h"
#include "api_child.h"
#include "io/typed.h"
#include "report/whynot_report.h"
#include "run/situation.h"
#include "run/tree_reader.h"

/* The trees as a reading, and a sign of life at each answer. */
typedef struct living_reader {
    pt_tree_reader *trees;
    pt_progress *progress;
} living_reader;

static bool answer(void *context, const pt_function *function, const pt_tree *tree,
                   const pt_value *inputs, pt_answer *found)
{
    const living_reader *reader = context;
    pt_progress_step(reader->progress);
    return pt_tree_reader_answer(reader->trees, function, tree, inputs, found);
}

static bool test(void *context, const pt_function *function, const pt_tree *tree,
                 const pt_test *asked, const pt_value *inputs)
{
    const living_reader *reader = context;
    pt_progress_step(reader->progress);
    return pt_tree_reader_test(reader->trees, function, tree, asked, inputs);
}

static const char *possible(pt_arena *arena, const pt_pack *pack, const pt_type *type)
{
    pt_text out = pt_text_create(arena);
    bool words = type->kind == PT_YESNO || type->kind == PT_CHOICE;
    for (int64_t word = type->low; word <= type->high; word++) {
        if (!words && word > type->low)
            word = type->high;
        pt_text_add(&out, word == type->low ? "" : words ? ", " : " .. ");
        pt_value_show(
            &out, pack,
            (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = word});
    }
    return out.bytes;
}

/* What the user wrote, as a value of the rule; onbekend is none that a change could aim for. */
static bool read_wanted(pt_worker *worker, const pt_situation *situation, const pt_pack *pack,
                        pt_report *report, pt_value *wanted)
{
    const char *text = worker->job.why_not;
    pt_report unheard = pt_report_create(worker->play);
    pt_type type = situation->type;
    type.may_be_unknown = false;
    pt_yaml_node node = {
        .kind = PT_YAML_SCALAR, .text = text, .text_length = (uint32_t)strlen(text)};
    if (pt_typed_value(&node, &type, pack, &unheard, wanted))
        return true;
    return pt_find(report, PT_U047, (pt_position){0},
                   PT_ARGS(text, worker->job.what, possible(worker->play, pack, &type)), NULL);
}

bool pt_worker_why_not(pt_worker *worker, const pt_loaded *loaded, const pt_scenario *scenario,
                       pt_date day, pt_report *report, pt_text *out)
{
    const pt_situation *situation =
        pt_situation_of(worker->play, loaded->pack, scenario, pt_lua_reading(loaded->lua), report,
                        worker->job.what, day);
    pt_value wanted = pt_unknown();
    if (situation == NULL || !read_wanted(worker, situation, loaded->pack, report, &wanted))
        return false;
    living_reader reader = {
        pt_tree_reader_create(worker->play, loaded->pack, (pt_region)scenario->region),
        worker->progress};
    pt_tree_reading trees = {answer, test, &reader};
    const pt_why_not *found = pt_why_not_find(worker->play, situation, trees, wanted);
    const pt_leeway *leeway = pt_leeway_find(worker->play, situation, trees);
    pt_why_not_write(out, situation, found, leeway, &worker->job.style);
    return true;
}

/* A rule out of force or of a free block has no situation; that is no finding here. */
void pt_worker_leeway(pt_worker *worker, const pt_loaded *loaded, const pt_scenario *scenario,
                      pt_date day, pt_explanation *why)
{
    pt_report unheard = pt_report_create(worker->play);
    if (why->kind != PT_EXPLAIN_RULE)
        return;
    why->situation = pt_situation_of(worker->play, loaded->pack, scenario,
                                     pt_lua_reading(loaded->lua), &unheard, worker->job.what, day);
    if (why->situation == NULL)
        return;
    living_reader reader = {
        pt_tree_reader_create(worker->play, loaded->pack, (pt_region)scenario->region),
        worker->progress};
    pt_tree_reading trees = {answer, test, &reader};
    why->leeway = pt_leeway_find(worker->play, why->situation, trees);
}
