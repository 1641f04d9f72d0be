/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/pack_yaml.h"

#include <string.h>

#include "io/money_yaml.h"
#include "io/readiness_yaml.h"
#include "io/typed.h"

/* Folders and `..` have no place in it, whatever the pack's author is after. */
bool pt_is_rule_file(const char *name)
{
    size_t stem = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return stem > 0 && strcmp(name + stem, ".lua") == 0;
}

static bool twice(const pt_yaml_node *list, const pt_yaml_node *item)
{
    for (const pt_yaml_node *earlier = list->first; earlier != item; earlier = earlier->next) {
        if (strcmp(earlier->text, item->text) == 0)
            return true;
    }
    return false;
}

static bool check_length(const pt_yaml_node *list, pt_report *report)
{
    return list->count <= PT_LIMIT_PACK_FILES ||
           pt_find(report, PT_P004, list->at,
                   PT_ARGS(pt_format(report->arena, "%d", PT_LIMIT_PACK_FILES)), NULL);
}

static bool refuse_twice(const pt_yaml_node *list, pt_report *report)
{
    bool fine = true;
    for (const pt_yaml_node *item = list->first; item != NULL; item = item->next) {
        if (twice(list, item))
            fine = pt_typed_refuse(report, PT_P003, item, NULL);
    }
    return fine;
}

static bool read_file(const pt_yaml_node *item, pt_report *report, const char **name)
{
    if (!pt_typed_text(item, report, name))
        return false;
    return pt_is_rule_file(*name) || pt_typed_refuse(report, PT_P002, item, NULL);
}

static bool read_files(pt_arena *arena, const pt_yaml_node *list, pt_report *report,
                       const char *const **files, size_t *count)
{
    if (!check_length(list, report))
        return false;
    const char **names = PT_NEW_ARRAY(arena, list->count, const char *);
    size_t filled = 0;
    bool fine = true;
    for (const pt_yaml_node *item = list->first; item != NULL; item = item->next)
        fine &= read_file(item, report, &names[filled++]);
    *files = names;
    *count = filled;
    return fine && refuse_twice(list, report);
}

static const pt_key law_keys[] = {
    {"van", PT_SHAPE_SCALAR, true, &pt_layout_date,
     "de eerste dag waarvoor het recht beschreven is"},
    {"tot", PT_SHAPE_SCALAR, true, &pt_layout_date,
     "de laatste dag waarvoor het recht beschreven is"},
};

static bool read_law(pt_pack *pack, const pt_yaml_node *node, pt_report *report)
{
    pt_yaml_node *values[2];
    if (!pt_typed_mapping(node, law_keys, 2, false, report, values))
        return false;
    bool fine = pt_typed_date(values[0], report, &pack->law_from);
    fine &= pt_typed_date(values[1], report, &pack->law_until);
    if (fine && pack->law_until < pack->law_from)
        return pt_typed_refuse(report, PT_P001, values[1], NULL);
    return fine;
}

static bool read_roles(pt_pack *pack, const pt_yaml_node *node, pt_report *report)
{
    return check_length(node, report) &&
           pt_typed_names(pack->arena, node, report, &pack->roles, &pack->role_count) &&
           refuse_twice(node, report);
}

/* Letters BWB, the letter of a collection, seven digits. */
static bool is_identifier(const char *text)
{
    size_t digits = strspn(text + strcspn(text, "0123456789"), "0123456789");
    return strlen(text) == 11 && strncmp(text, "BWB", 3) == 0 && strchr("RVW", text[3]) != NULL &&
           digits == 7;
}

static bool read_identifier(const pt_yaml_node *node, pt_report *report, const char **identifier)
{
    if (!pt_typed_text(node, report, identifier))
        return false;
    return is_identifier(*identifier) || pt_typed_refuse(report, PT_P005, node, NULL);
}

static const pt_layout identifier_layout = {.kind = PT_LAYOUT_PATTERN,
                                            .pattern = "^BWB[RVW][0-9]{7}$"};

static const pt_key statute_keys[] = {
    {"nummer", PT_SHAPE_SCALAR, true, &identifier_layout, "het nummer in wetten.overheid.nl"},
    {"tot", PT_SHAPE_SCALAR, true, &pt_layout_date, "de laatste dag waarop de wet gold"},
};

/* The number alone, or the number and the last day of the law. */
static bool read_statute(const pt_yaml_node *node, pt_report *report, pt_statute *statute)
{
    pt_yaml_node *values[2];
    *statute = (pt_statute){.name = node->key->text, .until = PT_DATE_FOREVER};
    if (node->kind == PT_YAML_SCALAR)
        return read_identifier(node, report, &statute->identifier);
    if (!pt_typed_mapping(node, statute_keys, 2, false, report, values))
        return false;
    bool fine = read_identifier(values[0], report, &statute->identifier);
    return pt_typed_date(values[1], report, &statute->until) && fine;
}

static bool read_statutes(pt_pack *pack, const pt_yaml_node *node, pt_report *report)
{
    pt_statute *statutes = PT_NEW_ARRAY(pack->arena, node->count, pt_statute);
    bool fine = true;
    pack->statutes = statutes;
    for (const pt_yaml_node *item = node->first; item != NULL; item = item->next)
        fine &= read_statute(item, report, &statutes[pack->statute_count++]);
    return fine;
}

static const pt_layout law_layout = {.kind = PT_LAYOUT_KEYS, .keys = law_keys, .count = 2};
static const pt_layout roles_layout = {
    .kind = PT_LAYOUT_LIST, .each = &pt_layout_name, .most = PT_LIMIT_PACK_FILES};
static const pt_layout file_layout = {.kind = PT_LAYOUT_PATTERN, .pattern = "^[a-z0-9_-]+\\.lua$"};
static const pt_layout files_layout = {
    .kind = PT_LAYOUT_LIST, .each = &file_layout, .most = PT_LIMIT_PACK_FILES};
static const pt_layout ended_layout = {.kind = PT_LAYOUT_KEYS, .keys = statute_keys, .count = 2};
static const pt_layout statute_layout = {
    .kind = PT_LAYOUT_EITHER, .each = &identifier_layout, .other = &ended_layout};
static const pt_layout statutes_layout = {
    .kind = PT_LAYOUT_NAMED, .each = &statute_layout, .pattern = ""};

enum { PACK, TITLE, VERSION, OWNER, LAW, ROLES, STATUTES, FILES, MONEY, READINESS, PACK_KEYS };

static const pt_key pack_keys[PACK_KEYS] = {
    [PACK] = {"pakket", PT_SHAPE_SCALAR, true, &pt_layout_name,
              "de naam van het pakket, ook van zijn map"},
    [TITLE] = {"titel", PT_SHAPE_SCALAR, true, &pt_layout_text, "wat het pakket is, in een zin"},
    [VERSION] = {"versie", PT_SHAPE_SCALAR, true, &pt_layout_text, "de versie van het pakket"},
    [OWNER] = {"eigenaar", PT_SHAPE_SCALAR, true, &pt_layout_text, "wie over het pakket gaat"},
    [LAW] = {"recht", PT_SHAPE_MAPPING, true, &law_layout, "de stand van het recht"},
    [ROLES] = {"rollen", PT_SHAPE_LIST, false, &roles_layout,
               "dragers van plichten die geen onderwerp zijn, zoals ouders"},
    [FILES] = {"bestanden", PT_SHAPE_LIST, true, &files_layout, "de regelbestanden, op volgorde"},
    [STATUTES] = {"wetten", PT_SHAPE_MAPPING, false, &statutes_layout,
                  "de wetten die bronnen noemen, met hun nummer in wetten.overheid.nl"},
    [MONEY] = {"geld", PT_SHAPE_MAPPING, false, &pt_layout_of_money,
               "welk bedrag vergelijk per onderwerp toont, en wat kleine veranderingen doen"},
    [READINESS] = {"overzicht", PT_SHAPE_MAPPING, false, &pt_layout_of_readiness,
                   "wat overzicht toont: wat er zou moeten zijn, en wat er is"},
};

const pt_layout pt_layout_of_pack = {.kind = PT_LAYOUT_KEYS, .keys = pack_keys, .count = PACK_KEYS};

bool pt_pack_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report)
{
    pt_yaml_node *values[PACK_KEYS];
    const pt_yaml_node *root = pt_yaml_read(pack->arena, source, report);
    if (root == NULL)
        return false;
    bool fine = pt_typed_mapping(root, pack_keys, PACK_KEYS, false, report, values);
    if (values[PACK] != NULL)
        fine &= pt_typed_name(values[PACK], report, &pack->name);
    if (values[TITLE] != NULL)
        fine &= pt_typed_text(values[TITLE], report, &pack->title);
    if (values[VERSION] != NULL)
        fine &= pt_typed_text(values[VERSION], report, &pack->version);
    if (values[OWNER] != NULL)
        fine &= pt_typed_text(values[OWNER], report, &pack->owner);
    if (values[LAW] != NULL)
        fine &= read_law(pack, values[LAW], report);
    if (values[ROLES] != NULL)
        fine &= read_roles(pack, values[ROLES], report);
    if (values[STATUTES] != NULL)
        fine &= read_statutes(pack, values[STATUTES], report);
    if (values[FILES] != NULL)
        fine &= read_files(pack->arena, values[FILES], report, &pack->files, &pack->file_count);
    if (values[READINESS] != NULL)
        fine &= pt_readiness_yaml_read(pack, values[READINESS], report, &pack->readiness);
    if (values[MONEY] != NULL)
        fine &= pt_money_yaml_read(pack, values[MONEY], report, &pack->money);
    return fine;
}

enum {
    VARIANT,
    NAMED,
    BASE,
    FROM,
    UNTIL,
    NEEDED,
    AFTER,
    WHY,
    SOURCE,
    STATUS,
    OVERRIDES,
    RULES,
    VARIANT_KEYS
};

static const pt_key variant_keys[VARIANT_KEYS] = {
    [VARIANT] = {"variant", PT_SHAPE_SCALAR, true, &pt_layout_name,
                 "de naam van de variant, ook van haar map"},
    [NAMED] = {"titel", PT_SHAPE_SCALAR, true, &pt_layout_text, "wat de variant is, in een zin"},
    [BASE] = {"basis", PT_SHAPE_SCALAR, true, &pt_layout_name, "het pakket dat zij verandert"},
    [FROM] = {"vanaf", PT_SHAPE_SCALAR, true, &pt_layout_date, "de eerste dag waarop zij geldt"},
    [UNTIL] = {"tot", PT_SHAPE_SCALAR, false, &pt_layout_date,
               "de laatste dag waarop zij geldt; daarna geldt weer wat er was"},
    [NEEDED] = {"bouwt_op", PT_SHAPE_LIST, false, &pt_layout_names,
                "varianten die zij nodig heeft; die liggen er vanzelf onder"},
    [AFTER] = {"na", PT_SHAPE_LIST, false, &pt_layout_names,
               "varianten waar zij overheen mag: wat beide veranderen, beslist deze"},
    [WHY] = {"waarom", PT_SHAPE_SCALAR, true, &pt_layout_text, "wat ermee beoogd wordt"},
    [SOURCE] = {"bron", PT_SHAPE_SCALAR, false, &pt_layout_text,
                "wie erom vroeg; wordt de bron van de parameters hieronder"},
    [STATUS] = {"status", PT_SHAPE_SCALAR, false, &pt_layout_status,
                "de status van de parameters hieronder; zonder status: beleid"},
    [OVERRIDES] = {"parameters", PT_SHAPE_MAPPING, false, &pt_layout_overrides,
                   "parameters van het pakket, elk met zijn nieuwe waarde"},
    [RULES] = {"regels", PT_SHAPE_LIST, false, &files_layout,
               "regelbestanden: wat een bekende naam heeft, vervangt wat er was"},
};

const pt_layout pt_layout_of_variant = {
    .kind = PT_LAYOUT_KEYS, .keys = variant_keys, .count = VARIANT_KEYS, .pack_key = "basis"};

static bool read_variants(pt_arena *arena, const pt_yaml_node *node, pt_report *report,
                          const char *const **names, size_t *count)
{
    if (node == NULL)
        return true;
    return pt_typed_names(arena, node, report, names, count) && refuse_twice(node, report);
}

/* What it builds on it also comes after. */
static bool read_order(pt_arena *arena, pt_yaml_node *const *values, pt_variant *variant,
                       pt_report *report)
{
    const char *const *after = NULL;
    size_t count = 0;
    bool fine =
        read_variants(arena, values[NEEDED], report, &variant->needed, &variant->needed_count);
    fine &= read_variants(arena, values[AFTER], report, &after, &count);
    const char **all = PT_NEW_ARRAY(arena, variant->needed_count + count, const char *);
    for (size_t i = 0; fine && i < variant->needed_count + count; i++)
        all[variant->after_count++] =
            i < variant->needed_count ? variant->needed[i] : after[i - variant->needed_count];
    variant->after = all;
    return fine;
}

static bool read_variant(pt_arena *arena, pt_yaml_node *const *values, pt_variant *variant,
                         pt_report *report)
{
    bool fine = pt_typed_name(values[VARIANT], report, &variant->name);
    fine &= pt_typed_text(values[NAMED], report, &variant->title);
    fine &= pt_typed_name(values[BASE], report, &variant->base);
    fine &= pt_typed_date(values[FROM], report, &variant->from);
    fine &= pt_typed_text(values[WHY], report, &variant->why);
    variant->until = PT_DATE_FOREVER;
    if (values[UNTIL] != NULL)
        fine &= pt_typed_date(values[UNTIL], report, &variant->until);
    if (fine && variant->until < variant->from)
        fine = pt_typed_refuse(report, PT_P001, values[UNTIL], NULL);
    fine &= read_order(arena, values, variant, report);
    variant->status = PT_STATUS_POLICY;
    if (values[SOURCE] != NULL)
        fine &= pt_typed_text(values[SOURCE], report, &variant->source);
    if (values[STATUS] != NULL)
        fine &= pt_status_read(values[STATUS], report, &variant->status);
    if (values[RULES] != NULL)
        fine &= read_files(arena, values[RULES], report, &variant->files, &variant->file_count);
    return fine;
}

pt_variant *pt_variant_yaml_read(pt_arena *arena, const pt_source *source, pt_report *report)
{
    pt_yaml_node *values[VARIANT_KEYS];
    const pt_yaml_node *root = pt_yaml_read(arena, source, report);
    if (root == NULL || !pt_typed_mapping(root, variant_keys, VARIANT_KEYS, false, report, values))
        return NULL;
    pt_variant *variant = PT_NEW(arena, pt_variant);
    variant->overrides = values[OVERRIDES];
    variant->at = root->at;
    return read_variant(arena, values, variant, report) ? variant : NULL;
}
