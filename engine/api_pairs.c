/* SPDX-License-Identifier: EUPL-1.2 */
/* controleer --onderling in a child: two variants over one pack, in both orders. */
#include <string.h>

#include "analyse/changes.h"
#include "analyse/check.h"
#include "api_child.h"
#include "base/text.h"
#include "io/pack_yaml.h"
#include "model/stack.h"
#include "report/page.h"
#include "run/tree_reader.h"

typedef struct pairing {
    pt_worker *worker;
    const pt_item *item;
    pt_arena *arena;
    const char *names[2];
    pt_pack *packs[2]; /* as named, and the other way around; NULL: it has errors */
    pt_report reports[2];
} pairing;

static void say(const pairing *of, pt_message message, pt_tone tone)
{
    pt_worker *worker = of->worker;
    const pt_style *style = &worker->job.style;
    if (style->medium != PT_MEDIUM_PEOPLE)
        return;
    pt_text out = pt_text_create(worker->scratch);
    pt_page page = pt_page_create(&out, style->language, style->coloured);
    pt_page_put(&page, PT_TONE_STRONG,
                pt_format(worker->scratch, "%s + %s", of->names[0], of->names[1]));
    pt_page_put(&page, PT_TONE_PLAIN, ": ");
    pt_page_say(&page, tone, message, NULL);
    pt_page_end(&page, 2);
    pt_worker_out(worker, &out);
}

static void read_both(pairing *of, const char *base)
{
    for (size_t i = 0; i < 2; i++) {
        const char *stack = pt_stack_add(of->arena, of->names[i], of->names[1 - i]);
        pt_pack_key key = {of->item->root, base, stack};
        of->packs[i] = pt_worker_read(of->worker, &key, of->arena, &of->reports[i]);
    }
}

static bool found(const pt_report *report, pt_code code)
{
    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].code == code)
            return true;
    }
    return false;
}

static void moved(void *context)
{
    pt_progress_step(context);
}

static pt_tree_reading trees_of(const pairing *of, const pt_pack *pack)
{
    pt_region region = pack->calendar->region_count > 0 ? 0 : PT_REGION_NONE;
    return (pt_tree_reading){pt_tree_reader_answer, pt_tree_reader_test,
                             pt_tree_reader_create(of->arena, pack, region)};
}

static uint16_t layer_named(const pt_pack *pack, const char *exception)
{
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        const pt_block *block = &pack->blocks[pack->exceptions[i].block];
        if (strcmp(block->name, exception) == 0)
            return block->layer;
    }
    return 0;
}

/* Do the two variants make exceptions on one rule or duty? */
static bool share_target(const pt_pack *pack)
{
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        for (uint16_t j = 0; j < i; j++) {
            const pt_exception *a = &pack->exceptions[i], *b = &pack->exceptions[j];
            uint16_t one = pack->blocks[a->block].layer, other = pack->blocks[b->block].layer;
            if (one > 0 && other > 0 && one != other && a->target == b->target &&
                a->on_duty == b->on_duty)
                return true;
        }
    }
    return false;
}

/* Exceptions of both that hold in one case and say different things of it. */
static bool find_meetings(const pairing *of, pt_report *report)
{
    const pt_pack *pack = of->packs[0];
    pt_report all = pt_report_create(of->arena), notes = pt_report_create(of->arena);
    pt_checking how = {trees_of(of, pack), moved, of->worker->progress, false};
    bool none = true;
    if (!share_target(pack))
        return none;
    pt_check_pack(pack, &how, &all, &notes);
    for (size_t i = 0; i < all.count; i++) {
        const pt_finding *each = &all.findings[i];
        uint16_t one = each->code == PT_C008 ? layer_named(pack, each->arguments[0]) : 0;
        uint16_t other = one > 0 ? layer_named(pack, each->arguments[1]) : 0;
        if (other > 0 && other != one)
            none = pt_find(report, PT_P046, each->at,
                           PT_ARGS(each->arguments[1], pack->layers[other - 1].name,
                                   pack->layers[one - 1].name, each->arguments[2]),
                           NULL);
    }
    return none;
}

/* Neither minds the other: then both orders should give the same. */
static void compare(const pairing *of, pt_report *report)
{
    pt_tree_reading trees[PT_SIDES] = {trees_of(of, of->packs[0]), trees_of(of, of->packs[1])};
    pt_differing how = {.trees = trees,
                        .seed = of->worker->job.seed,
                        .moves = moved,
                        .context = of->worker->progress};
    if (!find_meetings(of, report)) {
        say(of, PT_TEXT_PAIR_CONFLICT, PT_TONE_BAD);
        return;
    }
    const pt_comparison *c = pt_compare_packs(of->arena, of->packs[0], of->packs[1], &how);
    bool proved = c->difference_count == 0 && c->proved;
    say(of, proved ? PT_TEXT_PAIR_PROVED : PT_TEXT_PAIR_UNPROVED,
        proved ? PT_TONE_GOOD : PT_TONE_DOUBT);
}

static void judge(pairing *of, pt_status_report *status, pt_report *report)
{
    if (of->packs[0] != NULL && of->packs[1] != NULL) {
        compare(of, report);
    } else if (of->packs[0] != NULL || of->packs[1] != NULL) {
        if (of->packs[0] == NULL) {
            const char *first = of->names[0];
            of->names[0] = of->names[1];
            of->names[1] = first;
        }
        say(of, PT_TEXT_PAIR_ORDERED, PT_TONE_GOOD);
    } else {
        pt_report_add(report, &of->reports[found(&of->reports[0], PT_P045)]);
        say(of, PT_TEXT_PAIR_CONFLICT, PT_TONE_BAD);
    }
    status->failed = false;
}

void pt_worker_pair(pt_worker *worker, const pt_item *item, pt_status_report *status,
                    pt_report *report)
{
    pt_report own = pt_report_create(worker->scratch);
    const pt_variant *variant = pt_variant_yaml_read(worker->scratch, &item->source, &own);
    status->unreadable = variant == NULL;
    if (variant == NULL) {
        pt_report_add(report, &own);
        return;
    }
    /* Findings point into the sources, so these live as long as the item. */
    pairing of = {.worker = worker, .item = item, .arena = worker->scratch};
    for (size_t i = 0; i < 2; i++)
        of.names[i] = pt_stack_name(worker->scratch, item->name, i);
    read_both(&of, variant->base);
    if (!found(&of.reports[0], PT_P020))
        judge(&of, status, report);
}
