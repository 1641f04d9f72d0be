/* SPDX-License-Identifier: EUPL-1.2 */
/* schema: what editors need to know of the files of a pack and its scenarios. */
#include <string.h>

#include "api_child.h"
#include "api_task.h"
#include "io/pack_yaml.h"
#include "io/scenario.h"
#include "lua/definitions.h"
#include "report/schema.h"

typedef struct schema_file {
    const char *name; /* as on the command line */
    const pt_layout *layout;
    bool scenario;
    const char *title; /* of the schema, in Dutch like its descriptions */
} schema_file;

static const schema_file files[] = {
    {"scenario", &pt_layout_of_scenario, true, "Een scenario van Proeftuin"},
    {"pakket", &pt_layout_of_pack, false, "pakket.yaml: het pakket"},
    {"parameters", &pt_layout_of_parameters, false,
     "parameters.yaml: bedragen, termijnen en grenzen"},
    {"kalender", &pt_layout_of_calendar, false, "kalender.yaml: schoolvakanties en meer"},
    {"variant", &pt_layout_of_variant, false, "variant.yaml: een variant op een pakket"},
};
enum { FILE_COUNT = sizeof files / sizeof *files };

const char *pt_schema_name(size_t index)
{
    return index < FILE_COUNT ? files[index].name : index == FILE_COUNT ? PT_SCHEMA_OF_RULES : NULL;
}

/* --- In a child ------------------------------------------------------------------------------- */

static void write(pt_worker *worker, const pt_pack *pack)
{
    pt_text out = pt_text_create(worker->scratch);
    for (size_t i = 0; i < FILE_COUNT; i++) {
        if (strcmp(files[i].name, worker->job.what) == 0)
            pt_schema_write(&out, files[i].layout, files[i].title, files[i].scenario, pack);
    }
    if (strcmp(worker->job.what, PT_SCHEMA_OF_RULES) == 0 && pack != NULL)
        pt_lua_definitions(&out, pack);
    pt_worker_out(worker, &out);
}

void pt_worker_schema(pt_worker *worker, const pt_item *item)
{
    pt_status_report status = {0};
    if (item->name[0] == '\0') {
        write(worker, NULL);
    } else {
        pt_pack_key key = {item->root, item->name, worker->job.variant};
        pt_loaded *loaded = pt_worker_pack(worker, &key);
        pt_worker_find(worker, &loaded->report, true);
        status.unreadable = !loaded->usable;
        if (loaded->usable)
            write(worker, loaded->pack);
    }
    pt_worker_status(worker, &status);
}
