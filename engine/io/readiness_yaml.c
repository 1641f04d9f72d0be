/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/readiness_yaml.h"

enum { OVER, ITEM, LINK, PRESENT, VERDICT, GROUP, READINESS_KEYS };

static const pt_key readiness_keys[READINESS_KEYS] = {
    [OVER] = {"over", PT_SHAPE_SCALAR, true, &pt_layout_name,
              "de soort onderwerp waarvan elk een regel krijgt"},
    [ITEM] = {"wat", PT_SHAPE_SCALAR, true, &pt_layout_name,
              "de soort onderwerp die er zou moeten zijn"},
    [LINK] = {"koppeling", PT_SHAPE_SCALAR, true, &pt_layout_name,
              "de soort onderwerp die naar beide verwijst"},
    [PRESENT] = {"is_er", PT_SHAPE_SCALAR, true, &pt_layout_name,
                 "het gegeven van de koppeling dat zegt of het er is"},
    [VERDICT] = {"oordeel", PT_SHAPE_SCALAR, true, &pt_layout_name,
                 "de regel die zegt of het genoeg is"},
    [GROUP] = {"onder", PT_SHAPE_SCALAR, false, &pt_layout_name,
               "de verwijzing die erbij getoond wordt"},
};

const pt_layout pt_layout_of_readiness = {
    .kind = PT_LAYOUT_KEYS, .keys = readiness_keys, .count = READINESS_KEYS};

bool pt_readiness_yaml_read(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                            const pt_readiness_view **view)
{
    pt_yaml_node *values[READINESS_KEYS];
    if (!pt_typed_mapping(node, readiness_keys, READINESS_KEYS, false, report, values))
        return false;
    pt_readiness_view *made = PT_NEW(pack->arena, pt_readiness_view);
    const char **names[READINESS_KEYS] = {&made->kind,    &made->item,    &made->link,
                                          &made->present, &made->verdict, &made->group};
    bool fine = true;
    made->at = node->at;
    for (size_t i = 0; i < READINESS_KEYS; i++)
        if (values[i] != NULL)
            fine &= pt_typed_name(values[i], report, names[i]);
    if (fine)
        *view = made;
    return fine;
}
