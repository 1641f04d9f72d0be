/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads packs for tests: from a folder, or from texts written in the test. */
#ifndef PT_TESTS_PACK_SUPPORT_H
#define PT_TESTS_PACK_SUPPORT_H

#include <stdio.h>
#include <string.h>

#include "io/pack_yaml.h"
#include "reader/read.h"

static inline const pt_source *source_of(pt_arena *arena, const char *path, const char *text)
{
    pt_source *source = PT_NEW(arena, pt_source);
    *source = (pt_source){path, text, strlen(text)};
    return source;
}

/* The bytes of a file below the root of the repository, or NULL. */
static inline const pt_source *file_of(pt_arena *arena, const char *folder, const char *name)
{
    const char *path = pt_format(arena, "%s/%s/%s", PT_TEST_ROOT, folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    pt_source *source = PT_NEW(arena, pt_source);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = pt_arena_alloc(arena, (size_t)size + 1);
    size_t got = fread(text, 1, (size_t)size, file);
    fclose(file);
    *source = (pt_source){pt_format(arena, "%s/%s", folder, name), text, got};
    return source;
}

static inline pt_pack *new_pack(pt_arena *arena)
{
    pt_pack *pack = PT_NEW(arena, pt_pack);
    pack->arena = arena;
    return pack;
}

/* The YAML files of a pack from its folder. */
static inline pt_pack *pack_yaml_in(pt_arena *arena, const char *folder, pt_report *report)
{
    pt_pack *pack = new_pack(arena);
    pt_pack_yaml_read(pack, file_of(arena, folder, "pakket.yaml"), report);
    pt_parameters_yaml_read(pack, file_of(arena, folder, "parameters.yaml"), report);
    pt_calendar_yaml_read(pack, file_of(arena, folder, "kalender.yaml"), report);
    return pack;
}

/* A whole pack from its folder; findings are in the report. */
static inline pt_pack *pack_in(pt_arena *arena, const char *folder, pt_report *report)
{
    pt_pack *pack = pack_yaml_in(arena, folder, report);
    pt_rule_text *texts = PT_NEW_ARRAY(arena, pack->file_count, pt_rule_text);
    pt_source *sources = PT_NEW_ARRAY(arena, pack->file_count, pt_source);
    for (size_t i = 0; i < pack->file_count; i++) {
        const pt_source *source = file_of(arena, folder, pack->files[i]);
        if (source != NULL)
            sources[i] = *source;
        texts[i] = (pt_rule_text){&sources[i], NULL, PT_DATE_NONE};
    }
    pack->sources = sources;
    pack->source_count = pack->file_count;
    pt_read_rules(pack, texts, pack->file_count, report);
    return pack;
}

/* A pack of one rule file and a parameter file (may be NULL), both written in the test. */
static inline pt_pack *pack_of(pt_arena *arena, const char *parameters, const char *rules,
                               pt_report *report)
{
    pt_pack *pack = new_pack(arena);
    static const char *const roles[] = {"ouders", "inspectie"};
    static const char *const files[] = {"regels.lua"};
    pack->name = "proef";
    pack->roles = roles;
    pack->role_count = 2;
    pack->files = files;
    pack->file_count = 1;
    pack->law_from = PT_DATE_NONE;
    pack->law_until = PT_DATE_FOREVER;
    pt_parameters_yaml_read(
        pack, parameters == NULL ? NULL : source_of(arena, "parameters.yaml", parameters), report);
    pt_calendar_yaml_read(pack, NULL, report);
    pack->sources = source_of(arena, "regels.lua", rules);
    pack->source_count = 1;
    pt_rule_text text = {pack->sources, NULL, PT_DATE_NONE};
    pt_read_rules(pack, &text, 1, report);
    return pack;
}

/* Prints what is wrong, for a test that expected nothing. */
static inline void show_findings(const pt_report *report)
{
    pt_text out = pt_text_create(report->arena);
    for (size_t i = 0; i < report->count; i++)
        pt_finding_show(&out, &report->findings[i], PT_DUTCH, false);
    if (report->count > 0)
        fprintf(stderr, "%s", out.bytes);
}

#endif
