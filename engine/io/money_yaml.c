/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/money_yaml.h"

enum { MOST_WHAT_IFS = 20, MOST_STEPS = 10, MOST_MORE = 1000000, MOST_BLOCKS = 10 };

static const pt_layout more_layout = {.kind = PT_LAYOUT_WHOLE};

enum { STEP_KIND, STEP_FACT, STEP_MORE, STEP_WORDS, STEP_KEYS };

static const pt_key step_keys[STEP_KEYS] = {
    [STEP_KIND] = {"onderwerp", PT_SHAPE_SCALAR, true, &pt_layout_name,
                   "de soort onderwerp waarvan een getal verandert"},
    [STEP_FACT] = {"gegeven", PT_SHAPE_SCALAR, true, &pt_layout_name, "het getal dat verandert"},
    [STEP_MORE] = {"erbij", PT_SHAPE_SCALAR, true, &more_layout,
                   "hoeveel erbij komt; onder nul gaat het eraf"},
    [STEP_WORDS] = {"waar", PT_SHAPE_LIST, false, &pt_layout_names,
                    "alleen onderwerpen met deze woorden onder hun gegevens"},
};

static const pt_layout step_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = step_keys, .count = STEP_KEYS};
static const pt_layout steps_layout = {
    .kind = PT_LAYOUT_LIST, .each = &step_layout, .least = 1, .most = MOST_STEPS};

enum { IF_TITLE, IF_STEPS, IF_KEYS };

static const pt_key if_keys[IF_KEYS] = {
    [IF_TITLE] = {"titel", PT_SHAPE_SCALAR, true, &pt_layout_text, "wat er verandert, in een zin"},
    [IF_STEPS] = {"verandert", PT_SHAPE_LIST, true, &steps_layout, "welke getallen veranderen"},
};

static const pt_layout if_layout = {.kind = PT_LAYOUT_KEYS, .keys = if_keys, .count = IF_KEYS};
static const pt_layout ifs_layout = {
    .kind = PT_LAYOUT_LIST, .each = &if_layout, .most = MOST_WHAT_IFS};

enum { BESIDE_KIND, BESIDE_AMOUNT, BESIDE_KEYS };

static const pt_key beside_keys[BESIDE_KEYS] = {
    [BESIDE_KIND] = {"onderwerp", PT_SHAPE_SCALAR, true, &pt_layout_name,
                     "waar een deel van het geld blijft"},
    [BESIDE_AMOUNT] = {"bedrag", PT_SHAPE_SCALAR, true, &pt_layout_name, "hoeveel daar blijft"},
};

static const pt_layout beside_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = beside_keys, .count = BESIDE_KEYS};

enum { BLOCK_TITLE, BLOCK_AMOUNTS, BLOCK_KEYS };

static const pt_key block_keys[BLOCK_KEYS] = {
    [BLOCK_TITLE] = {"titel", PT_SHAPE_SCALAR, true, &pt_layout_text, "wat erboven staat"},
    [BLOCK_AMOUNTS] = {"bedragen", PT_SHAPE_LIST, true, &pt_layout_names,
                       "regels, lijsten en gegevens met een bedrag, in volgorde"},
};

static const pt_layout block_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = block_keys, .count = BLOCK_KEYS};
static const pt_layout blocks_layout = {
    .kind = PT_LAYOUT_LIST, .each = &block_layout, .least = 1, .most = MOST_BLOCKS};

enum { YEARS_KIND, YEARS_BLOCKS, YEARS_KEYS };

static const pt_key years_keys[YEARS_KEYS] = {
    [YEARS_KIND] = {"over", PT_SHAPE_SCALAR, true, &pt_layout_name,
                    "de soort onderwerp waarvan elk een tabel krijgt"},
    [YEARS_BLOCKS] = {"blokken", PT_SHAPE_LIST, true, &blocks_layout,
                      "de bedragen, onder elkaar in blokken"},
};

static const pt_layout years_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = years_keys, .count = YEARS_KEYS};

enum { OVER, AMOUNT, PER, GROUP, BESIDE, YEARS, INCENTIVES, RISKS, MONEY_KEYS };

static const pt_key money_keys[MONEY_KEYS] = {
    [OVER] = {"over", PT_SHAPE_SCALAR, true, &pt_layout_name,
              "de soort onderwerp waarvan elk een regel in de tabel krijgt"},
    [AMOUNT] = {"bedrag", PT_SHAPE_SCALAR, true, &pt_layout_name,
                "de regel, lijst of verdeling met het bedrag"},
    [PER] = {"per", PT_SHAPE_SCALAR, false, &pt_layout_name,
             "het getal waardoor het bedrag gedeeld getoond wordt"},
    [GROUP] = {"onder", PT_SHAPE_SCALAR, false, &pt_layout_name,
               "de verwijzing waaronder bedragen worden opgeteld"},
    [BESIDE] = {"naast", PT_SHAPE_MAPPING, false, &beside_layout,
                "welk deel van hetzelfde geld elders blijft, zodat alles samen sluit"},
    [YEARS] = {"jaren", PT_SHAPE_MAPPING, false, &years_layout,
               "welke bedragen speel op elke 31 december van een verhaal laat zien"},
    [INCENTIVES] = {"prikkels", PT_SHAPE_LIST, false, &ifs_layout,
                    "kleine veranderingen bij een, en wat die aan haar bedrag doen"},
    [RISKS] = {"risicos", PT_SHAPE_LIST, false, &ifs_layout,
               "veranderingen voor allen samen, en wat die aan het totaal doen"},
};

const pt_layout pt_layout_of_money = {
    .kind = PT_LAYOUT_KEYS, .keys = money_keys, .count = MONEY_KEYS};

static bool read_step(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                      pt_money_step *step)
{
    pt_yaml_node *values[STEP_KEYS];
    if (!pt_typed_mapping(node, step_keys, STEP_KEYS, false, report, values))
        return false;
    step->at = node->at;
    bool fine = pt_typed_name(values[STEP_KIND], report, &step->kind);
    fine &= pt_typed_name(values[STEP_FACT], report, &step->fact);
    fine &= pt_typed_whole(values[STEP_MORE], -MOST_MORE, MOST_MORE, report, &step->more);
    if (values[STEP_WORDS] != NULL)
        fine &= pt_typed_names(pack->arena, values[STEP_WORDS], report, &step->words,
                               &step->word_count);
    return fine;
}

static bool read_steps(pt_pack *pack, const pt_yaml_node *list, pt_report *report, pt_what_if *made)
{
    pt_money_step *steps = PT_NEW_ARRAY(pack->arena, list->count, pt_money_step);
    bool fine = true;
    made->steps = steps;
    for (const pt_yaml_node *node = list->first; node != NULL; node = node->next)
        fine &= read_step(pack, node, report, &steps[made->step_count++]);
    return fine;
}

static bool read_what_ifs(pt_pack *pack, const pt_yaml_node *list, bool of_each, pt_report *report,
                          pt_what_if *all, size_t *count)
{
    bool fine = true;
    for (const pt_yaml_node *node = list == NULL ? NULL : list->first; node != NULL;
         node = node->next) {
        pt_yaml_node *values[IF_KEYS];
        if (!pt_typed_mapping(node, if_keys, IF_KEYS, false, report, values)) {
            fine = false;
            continue;
        }
        pt_what_if *made = &all[(*count)++];
        *made = (pt_what_if){.of_each = of_each, .at = node->at};
        fine &= pt_typed_text(values[IF_TITLE], report, &made->title);
        fine &= read_steps(pack, values[IF_STEPS], report, made);
    }
    return fine;
}

static bool read_optional(const pt_yaml_node *node, pt_report *report, const char **name)
{
    return node == NULL || pt_typed_name(node, report, name);
}

static bool read_beside(const pt_yaml_node *node, pt_report *report, pt_money_view *made)
{
    pt_yaml_node *values[BESIDE_KEYS];
    if (node == NULL)
        return true;
    if (!pt_typed_mapping(node, beside_keys, BESIDE_KEYS, false, report, values))
        return false;
    bool fine = pt_typed_name(values[BESIDE_KIND], report, &made->beside);
    return pt_typed_name(values[BESIDE_AMOUNT], report, &made->stays) && fine;
}

static bool read_blocks(pt_pack *pack, const pt_yaml_node *list, pt_report *report,
                        pt_money_view *made)
{
    pt_money_block *blocks = PT_NEW_ARRAY(pack->arena, list->count, pt_money_block);
    bool fine = true;
    made->blocks = blocks;
    for (const pt_yaml_node *node = list->first; node != NULL; node = node->next) {
        pt_yaml_node *values[BLOCK_KEYS];
        if (!pt_typed_mapping(node, block_keys, BLOCK_KEYS, false, report, values)) {
            fine = false;
            continue;
        }
        pt_money_block *block = &blocks[made->block_count++];
        fine &= pt_typed_text(values[BLOCK_TITLE], report, &block->title);
        fine &= pt_typed_names(pack->arena, values[BLOCK_AMOUNTS], report, &block->amounts,
                               &block->amount_count);
    }
    return fine;
}

static bool read_years(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                       pt_money_view *made)
{
    pt_yaml_node *values[YEARS_KEYS];
    if (node == NULL)
        return true;
    made->years_at = node->at;
    if (!pt_typed_mapping(node, years_keys, YEARS_KEYS, false, report, values))
        return false;
    bool fine = pt_typed_name(values[YEARS_KIND], report, &made->years_kind);
    return read_blocks(pack, values[YEARS_BLOCKS], report, made) && fine;
}

bool pt_money_yaml_read(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                        const pt_money_view **view)
{
    pt_yaml_node *values[MONEY_KEYS];
    if (!pt_typed_mapping(node, money_keys, MONEY_KEYS, false, report, values))
        return false;
    pt_money_view *made = PT_NEW(pack->arena, pt_money_view);
    size_t most = (values[INCENTIVES] == NULL ? 0 : values[INCENTIVES]->count) +
                  (values[RISKS] == NULL ? 0 : values[RISKS]->count);
    pt_what_if *all = PT_NEW_ARRAY(pack->arena, most, pt_what_if);
    made->at = node->at;
    made->what_ifs = all;
    bool fine = pt_typed_name(values[OVER], report, &made->kind);
    fine &= pt_typed_name(values[AMOUNT], report, &made->amount);
    fine &= read_optional(values[PER], report, &made->per);
    fine &= read_optional(values[GROUP], report, &made->group);
    fine &= read_beside(values[BESIDE], report, made);
    fine &= read_years(pack, values[YEARS], report, made);
    fine &= read_what_ifs(pack, values[INCENTIVES], true, report, all, &made->what_if_count);
    fine &= read_what_ifs(pack, values[RISKS], false, report, all, &made->what_if_count);
    if (fine)
        *view = made;
    return fine;
}
