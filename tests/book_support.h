/* SPDX-License-Identifier: EUPL-1.2 */
/* The pack tests/packs/boek.lua with its parameters and laws, for the tests of `regels`. */
#ifndef PT_TESTS_BOOK_SUPPORT_H
#define PT_TESTS_BOOK_SUPPORT_H

#include "run_support.h"

#include "analyse/assumptions.h"
#include "analyse/sheet.h"
#include "analyse/touches.h"
#include "analyse/uses.h"

static const char book_parameters[] =
    "# Termijnen\n"
    "beslistermijn:\n"
    "  titel: Termijn om te beslissen\n"
    "  eenheid: weken\n"
    "  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO art. 40 lid 6\", status: wet }\n"
    "    - { vanaf: 2026-08-01, waarde: 4, bron: \"praktijk\", status: aanname, van: 3, tot: 6 }\n"
    "\n"
    "# Grenzen\n"
    "grens:\n"
    "  titel: Grens van het verzuim\n"
    "  eenheid: getal\n"
    "  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 16, bron: \"verzonnen\", status: afgeleid }\n";

static inline told *tell_book(void)
{
    static const pt_statute statutes[] = {
        {"WPO", "BWBR0003420", PT_DATE_FOREVER},
        {"WVO", "BWBR0002399", 19204 /* 2022-07-31 */},
        {"WVO 2020", "BWBR0044212", PT_DATE_FOREVER},
        {"Awb", "BWBR0005537", PT_DATE_FOREVER},
        {"LPW", "BWBR0002628", PT_DATE_FOREVER},
    };
    told *t = tell("tests/packs/boek.lua", book_parameters);
    t->pack.title = "Een klein boek";
    t->pack.version = "1.0";
    t->pack.statutes = statutes;
    t->pack.statute_count = sizeof statutes / sizeof *statutes;
    return t;
}

/* The only thing of this name, or the n-th. */
static inline uint32_t thing_named(const told *t, const pt_uses *uses, const char *name, size_t n)
{
    uint32_t *found = NULL;
    size_t count = pt_uses_find(t->arena, uses, name, &found);
    if (n >= count)
        fail_msg("niet in het pakket: %s", name);
    return found[n];
}

#endif
