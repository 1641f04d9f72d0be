/* SPDX-License-Identifier: EUPL-1.2 */
#include "book_support.h"

/* Does `by` lean on `of`, in this role? Both by name. */
static bool leans(const pt_uses *uses, const char *by, const char *of, const char *role)
{
    for (size_t i = 0; i < uses->use_count; i++) {
        const pt_use *use = &uses->uses[i];
        if (strcmp(uses->things[use->by].name, by) == 0 &&
            strcmp(uses->things[use->of].name, of) == 0 && strcmp(use->role, role) == 0)
            return true;
    }
    return false;
}

static void every_way_of_leaning_is_seen(void **state)
{
    (void)state;
    static const struct {
        const char *by;
        const char *of;
        const char *role;
    } rows[] = {
        {"zorgplicht", "steun_nodig", "bepaal"},
        {"zorgplicht", "soort", "gronden.1.bij"},
        {"zorgplicht", "verzuim", "bepaal"},
        {"zorgplicht", "grens", "bepaal"},
        {"zorgplicht", "al_geplaatst", "uitzondering"},
        {"al_geplaatst", "geplaatst", "indien"},
        {"beslissen", "zorgplicht", "bereik"},
        {"beslissen", "ontvangen_op", "peildatum"},
        {"beslissen", "ontvangen_op", "termijn.vanaf"},
        {"beslissen", "beslistermijn", "termijn.lengte"},
        {"beslissen", "besluit_op", "vervuld"},
        {"klagen", "beslissen", "termijn.vanaf"},
        {"plaatsing", "beslissen", "bij_verzuim"},
        {"besluit_op", "plaatsing", "zet"},
        {"verzuim", "uren", "telt"},
        {"verzuim", "datum_verzuim", "dag"},
        {"lopend", "besluit_op", "waar"},
    };
    told *t = tell_book();
    const pt_uses *uses = pt_uses_read(t->arena, &t->pack);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!leans(uses, rows[i].by, rows[i].of, rows[i].role))
            fail_msg("%s leunt niet op %s (%s)", rows[i].by, rows[i].of, rows[i].role);
    }
    assert_false(leans(uses, "beslissen", "steun_nodig", "bereik"));
    assert_false(leans(uses, "zorgplicht", "beslistermijn", "bepaal"));
    told_end(t);
}

static void a_rule_is_leant_on_in_all_its_versions(void **state)
{
    (void)state;
    told *t = tell_book();
    const pt_uses *uses = pt_uses_read(t->arena, &t->pack);
    uint32_t *found = NULL;
    assert_int_equal(pt_uses_find(t->arena, uses, "zorgplicht", &found), 2);
    assert_true(pt_uses_same(uses, found[0], found[1]));
    uint32_t duty = thing_named(t, uses, "beslissen", 0);
    size_t uses_of_it = 0;
    for (size_t i = 0; i < uses->use_count; i++)
        uses_of_it += uses->uses[i].by == duty &&
                      (uses->uses[i].of == found[0] || uses->uses[i].of == found[1]);
    assert_int_equal(uses_of_it, 2);
    told_end(t);
}

static void a_name_is_found_with_its_subject_and_without(void **state)
{
    (void)state;
    told *t = tell_book();
    const pt_uses *uses = pt_uses_read(t->arena, &t->pack);
    uint32_t *found = NULL;
    assert_int_equal(pt_uses_find(t->arena, uses, "aanmelding.beslissen", &found), 1);
    assert_int_equal(pt_uses_find(t->arena, uses, "leerling.beslissen", &found), 0);
    assert_int_equal(pt_uses_find(t->arena, uses, "verzuim", &found), 2);
    assert_false(pt_uses_same(uses, found[0], found[1]));
    assert_int_equal(pt_uses_find(t->arena, uses, "leerling.verzuim", &found), 1);
    assert_int_equal(uses->things[found[0]].block, PT_BLOCK_WINDOW);
    assert_int_equal(pt_uses_find(t->arena, uses, "beslis", &found), 0);
    assert_string_equal(pt_uses_suggest(t->arena, uses, "beslisen"), "beslissen");
    assert_string_equal(pt_uses_suggest(t->arena, uses, "aanmelding.beslisen"), "beslissen");
    assert_null(pt_uses_suggest(t->arena, uses, "quorum"));
    told_end(t);
}

/* Is any version of it reached? */
static bool is_reached(const told *t, const pt_uses *uses, const bool *reached, const char *name)
{
    uint32_t *found = NULL;
    size_t count = pt_uses_find(t->arena, uses, name, &found);
    assert_true(count > 0);
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || reached[found[i]];
    return any;
}

static void what_hangs_on_a_thing_is_followed_to_the_end(void **state)
{
    (void)state;
    static const struct {
        const char *thing;
        const char *hangs;
        const char *hangs_not;
    } rows[] = {
        {"steun_nodig", "klagen", "steun_nodig"},
        {"steun_nodig", "besluit_op", "grens"}, /* over the event that the breach raises */
        {"grens", "beslissen", "beslistermijn"},
        {"uren", "zorgplicht", "datum_verzuim"},    /* over the window */
        {"geplaatst", "zorgplicht", "steun_nodig"}, /* over the exception */
        {"besluit_op", "lopend", "zorgplicht"},
        {"beslistermijn", "klagen", "zorgplicht"},
    };
    told *t = tell_book();
    const pt_uses *uses = pt_uses_read(t->arena, &t->pack);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const bool *reached = pt_uses_reach(t->arena, uses, thing_named(t, uses, rows[i].thing, 0));
        if (!is_reached(t, uses, reached, rows[i].hangs))
            fail_msg("%s hangt niet aan %s", rows[i].hangs, rows[i].thing);
        if (is_reached(t, uses, reached, rows[i].hangs_not))
            fail_msg("%s hangt aan %s", rows[i].hangs_not, rows[i].thing);
    }
    told_end(t);
}

/* klagen follows on beslissen, beslissen raises plaatsing, which sets what both look at. */
static void a_circle_over_an_event_ends(void **state)
{
    (void)state;
    told *t = tell_book();
    const pt_uses *uses = pt_uses_read(t->arena, &t->pack);
    uint32_t fact = thing_named(t, uses, "besluit_op", 0);
    assert_true(pt_uses_reach(t->arena, uses, fact)[fact]);
    uint32_t other = thing_named(t, uses, "geboren", 0);
    const bool *reached = pt_uses_reach(t->arena, uses, other);
    for (uint32_t i = 0; i < uses->thing_count; i++)
        assert_false(reached[i]);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_leaning_is_seen),
        cmocka_unit_test(a_rule_is_leant_on_in_all_its_versions),
        cmocka_unit_test(a_name_is_found_with_its_subject_and_without),
        cmocka_unit_test(what_hangs_on_a_thing_is_followed_to_the_end),
        cmocka_unit_test(a_circle_over_an_event_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
