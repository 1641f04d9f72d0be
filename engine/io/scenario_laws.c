/* SPDX-License-Identifier: EUPL-1.2 */
/* Under which laws a story is played: the pack, and the variants that its expectations name. */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"
#include "model/stack.h"

static const char the_pack[] = "pakket";

/* Names that another law adds are not known to the pack at hand. */
static const pt_layout expected_elsewhere = {.kind = PT_LAYOUT_EXPECTED};
const pt_layout pt_layout_of_under = {.kind = PT_LAYOUT_NAMED,
                                      .least = 1,
                                      .each = &expected_elsewhere,
                                      .pattern = "^[a-z0-9][a-z0-9-]*(,[a-z0-9][a-z0-9-]*)*$"};

static const char *stack_of(const pt_yaml_node *key)
{
    return strcmp(key->text, the_pack) == 0 ? NULL : key->text;
}

void pt_laws_add(pt_arena *arena, pt_laws *laws, const char *stack)
{
    for (size_t i = 0; i < laws->count; i++) {
        if (pt_text_equal(laws->stacks[i], stack))
            return;
    }
    laws->stacks =
        pt_arena_grow(arena, laws->stacks, laws->count, &laws->capacity, sizeof *laws->stacks);
    laws->stacks[laws->count++] = stack;
}

static bool is_stack(const char *text)
{
    for (const char *at = text;; at++) {
        size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789-");
        if (length == 0 || at[0] == '-')
            return false;
        at += length;
        if (*at != ',')
            return *at == '\0';
    }
}

static bool read_law(pt_arena *arena, const pt_yaml_node *section, pt_report *report, pt_laws *laws)
{
    if (!is_stack(section->key->text))
        return pt_find(report, PT_A009, section->key->at, PT_ARGS(section->key->text), NULL);
    if (laws->count == PT_LIMIT_LAWS)
        return pt_find(report, PT_S047, section->key->at,
                       PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_LAWS)), NULL);
    if (section->kind == PT_YAML_MAPPING && section->count == 0)
        return pt_find(report, PT_S046, section->at, NULL, NULL);
    pt_laws_add(arena, laws, stack_of(section->key));
    return pt_typed_shape(section, PT_SHAPE_MAPPING, report);
}

bool pt_laws_read(pt_arena *arena, const pt_yaml_node *course, pt_report *report, pt_laws *laws)
{
    bool fine = true;
    for (const pt_yaml_node *block = course->first; block != NULL; block = block->next) {
        const pt_yaml_node *under =
            block->kind == PT_YAML_MAPPING ? pt_yaml_get(block, "verwacht_onder") : NULL;
        if (under == NULL || !(fine &= pt_typed_shape(under, PT_SHAPE_MAPPING, report)))
            continue;
        if (under->count == 0)
            fine = pt_find(report, PT_S046, under->at, NULL, NULL);
        for (const pt_yaml_node *each = under->first; each != NULL; each = each->next)
            fine &= read_law(arena, each, report, laws);
    }
    return fine;
}

const pt_yaml_node *pt_laws_expected(const pt_play *play, const pt_yaml_node *under)
{
    for (const pt_yaml_node *each = under->first; each != NULL; each = each->next) {
        if (pt_text_equal(stack_of(each->key), play->law))
            return each;
    }
    return NULL;
}
