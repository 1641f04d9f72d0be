/* SPDX-License-Identifier: EUPL-1.2 */
/* nieuw: files that work at once, from the templates in nieuw/; never over something that is there.
 */
#include <string.h>

#include "api_program.h"
#include "cli/command.h"
#include "cli/nieuw.h"

typedef struct template
{
    const char *folder; /* NAAM stands for the name */
    const char *file;
    const unsigned char *bytes;
    size_t length;
}
template;

enum { MOST_FILES = 5 };

/* What can be made: its files, the first of them the one that says whether it is there already. */
static const struct made {
    const char *kind;
    const char *try;
    template files[MOST_FILES];
} all[] = {
    {"scenario",
     "proeftuin speel scenarios/NAAM.yaml",
     {{"scenarios", "NAAM.yaml", scenario_yaml, sizeof scenario_yaml - 1}}},
    {"variant",
     "proeftuin controleer rules/varianten/NAAM",
     {{"rules/varianten/NAAM", "variant.yaml", variant_yaml, sizeof variant_yaml - 1}}},
    {"pakket",
     "proeftuin toets rules/NAAM",
     {{"rules/NAAM", "pakket.yaml", pakket_yaml, sizeof pakket_yaml - 1},
      {"rules/NAAM", "gegevens.lua", gegevens_lua, sizeof gegevens_lua - 1},
      {"rules/NAAM", "regels.lua", regels_lua, sizeof regels_lua - 1},
      {"rules/NAAM", "parameters.yaml", parameters_yaml, sizeof parameters_yaml - 1},
      {"rules/NAAM/voorbeelden", "eerste.yaml", voorbeeld_yaml, sizeof voorbeeld_yaml - 1}}},
};

enum { KINDS = sizeof all / sizeof *all };

static pt_text filled(pt_arena *arena, const char *bytes, size_t length, const char *name)
{
    static const char placeholder[] = "NAAM";
    enum { LETTERS = sizeof placeholder - 1 };
    pt_text out = pt_text_create(arena);
    for (size_t at = 0; at < length;) {
        if (length - at >= LETTERS && memcmp(bytes + at, placeholder, LETTERS) == 0) {
            pt_text_add(&out, name);
            at += LETTERS;
        } else {
            pt_text_add_char(&out, bytes[at++]);
        }
    }
    return out;
}

static const char *filled_text(pt_arena *arena, const char *text, const char *name)
{
    return filled(arena, text, strlen(text), name).bytes;
}

static const char *path_of(pt_call *call, const template *file, const char *name)
{
    return filled_text(call->arena, pt_format(call->arena, "%s/%s", file->folder, file->file),
                       name);
}

static bool write_file(pt_call *call, const template *file, const char *name, pt_text *said)
{
    const char *path = path_of(call, file, name);
    pt_text text = filled(call->arena, (const char *)file->bytes, file->length, name);
    if (!pt_program_write(call->arena, path, text.bytes, text.length, call->report))
        return false;
    pt_text_format(said, "%s\n",
                   pt_program_text(call->arena, PT_TEXT_NEW_MADE, call->language, path));
    return true;
}

/* A pack or variant is a folder: none of it may be there. */
static bool is_there(pt_call *call, const struct made *made, const char *name)
{
    const template *first = &made->files[0];
    const char *path = strstr(first->folder, "NAAM") != NULL
                           ? filled_text(call->arena, first->folder, name)
                           : path_of(call, first, name);
    if (!pt_program_is_there(path))
        return false;
    pt_call_find(call, PT_A010, PT_ARGS(path), NULL);
    return true;
}

static bool is_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= 60 && name[length] == '\0' && name[0] >= 'a' && name[0] <= 'z';
}

static const struct made *find_kind(pt_call *call, const char *kind)
{
    const char *kinds[KINDS];
    for (size_t i = 0; i < KINDS; i++) {
        if (strcmp(kind, all[i].kind) == 0)
            return &all[i];
        kinds[i] = all[i].kind;
    }
    pt_call_find(call, PT_A015, PT_ARGS(kind), pt_suggest(kind, kinds, KINDS));
    return NULL;
}

static int run(pt_call *call)
{
    const struct made *made = find_kind(call, call->arguments[0]);
    const char *name = call->arguments[1];
    if (made == NULL)
        return PT_EXIT_USE;
    if (!is_name(name)) {
        pt_call_find(call, PT_A009, PT_ARGS(name), NULL);
        return PT_EXIT_USE;
    }
    if (is_there(call, made, name))
        return PT_EXIT_USE;
    pt_text said = pt_text_create(call->arena);
    for (size_t i = 0; i < MOST_FILES && made->files[i].file != NULL; i++) {
        if (!write_file(call, &made->files[i], name, &said))
            return PT_EXIT_WRITING;
    }
    const char *try = filled_text(call->arena, made->try, name);
    pt_text_format(&said, "%s\n",
                   pt_program_text(call->arena, PT_TEXT_NEW_TRY, call->language, try));
    return pt_call_print(&said);
}

const pt_command pt_command_new = {
    .name = "nieuw",
    .summary = PT_TEXT_COMMAND_NIEUW,
    .usage = PT_TEXT_USE_NIEUW,
    .examples = PT_TEXT_EXAMPLES_NIEUW,
    .options = "",
    .least = 2,
    .most = 2,
    .missing = PT_TEXT_ARGUMENT_NEW,
    .run = run,
};
