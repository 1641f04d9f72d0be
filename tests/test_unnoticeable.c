/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "analyse/mutate.h"
#include "analyse/unnoticeable.h"
#include "pack_support.h"
#include "run/probe.h"

/* Every fault in a small pack, proved or not, held against all cases there are of it. */

static const char rules[] =
    "onderwerp \"kind\" { titel = \"Kind\", gegevens = {\n"
    "  soort    = keuze { \"soort school\", \"bao\", \"sbo\", \"so\", \"vo\" },\n"
    "  openbaar = ja_nee { \"openbaar\", begin = nee },\n"
    "  nodig    = ja_nee { \"nodig\", optioneel = true },\n"
    "  weg      = getal { \"dagen weg\", van = 0, tot = 4, begin = 0 },\n"
    "  gevraagd = datum { \"gevraagd\", optioneel = true },\n"
    "  gedaan   = datum { \"gedaan\", optioneel = true },\n"
    "} }\n"
    "regel \"soortwet\" { over = \"kind\", bron = \"W\", geldig = { vanaf = \"2014-08-01\" },\n"
    "  levert = keuze { \"soortwet\", \"wpo\", \"wec\", \"wvo\" },\n"
    "  bepaal = function(soort)\n"
    "    if een_van(soort, bao, sbo) then return wpo, \"po\" end\n"
    "    if soort == vo then return wvo, \"vo\" end\n"
    "    return wec, \"so\"\n"
    "  end }\n"
    "regel \"later\" { over = \"kind\", bron = \"L\", geldig = { vanaf = \"2017-08-01\" },\n"
    "  levert = keuze { \"later\", \"vroeg\", \"laat\" },\n"
    "  bepaal = function(weg) if weg > 2 then return laat end return vroeg end }\n"
    "regel \"rest\" { over = \"kind\", bron = \"R\", geldig = { vanaf = \"2014-08-01\" },\n"
    "  levert = getal { van = 0, tot = 4 },\n"
    "  bepaal = function(weg) return hoogste(weg - 2, 0), \"wat er boven twee is\" end }\n"
    "regel \"mag\" { over = \"kind\", levert = ja_nee,\n"
    "  gronden = {\n"
    "    { bron = \"A\", vanaf = \"2014-08-01\", bij = function(soortwet) return soortwet == wpo "
    "end },\n"
    "    { bron = \"B\", vanaf = \"2014-08-01\", tot = \"2017-07-31\", bij = function(soortwet) "
    "return "
    "soortwet == wvo end },\n"
    "    { bron = \"C\", vanaf = \"2017-08-01\", bij = function(soortwet) return soortwet == wvo "
    "end },\n"
    "    { bron = \"D\", vanaf = \"2014-08-01\", bij = function(soortwet, openbaar) return "
    "soortwet == wec "
    "and not openbaar end } },\n"
    "  bepaal = function(soortwet, later, rest, nodig)\n"
    "    if not bekend(later) then return onbekend, \"later is niet bekend\" end\n"
    "    if later == geen then return nee, \"nog niet\" end\n"
    "    if soortwet == wpo and rest > 0 then return nee, \"te lang weg\" end\n"
    "    if not bekend(nodig) then return onbekend, \"het oordeel ontbreekt\" end\n"
    "    if soortwet == wec then return ja, \"altijd\" end\n"
    "    return nodig, \"naar het oordeel\"\n"
    "  end }\n"
    "uitzondering \"lang\" { op = \"mag\", bron = \"E\", geldig = { vanaf = \"2017-08-01\" },\n"
    "  indien = function(rest, soortwet) return rest > 1 and soortwet ~= wpo end, dan = nee, reden "
    "= \"lang\" "
    "}\n"
    "plicht \"doen\" { over = \"kind\", wie = \"ouders\",\n"
    "  gronden = {\n"
    "    { bron = \"A\", vanaf = \"2014-08-01\", bij = function(soortwet, openbaar) return "
    "soortwet == wpo "
    "and not openbaar end },\n"
    "    { bron = \"B\", vanaf = \"2014-08-01\", tot = \"2017-07-31\", bij = function(soortwet) "
    "return "
    "soortwet == wvo end },\n"
    "    { bron = \"C\", vanaf = \"2017-08-01\", bij = function(soortwet) return soortwet == wvo "
    "end } },\n"
    "  bereik = function(gevraagd, soortwet, openbaar) return bekend(gevraagd) and (soortwet == "
    "wvo or not "
    "openbaar) end,\n"
    "  termijn = { vanaf = function(gevraagd) return gevraagd end, lengte = weken(2), recht = "
    "beleid },\n"
    "  vervuld = function(gedaan) return gedaan end }\n";

static const char parameters[] = "hoogstens:\n  titel: Hoogstens\n  eenheid: getal\n  waarden:\n"
                                 "    - { vanaf: 2014-08-01, waarde: 3, bron: A, status: wet }\n";

typedef struct setting {
    pt_arena *arena;
    pt_pack *pack;
    pt_mutants *mutants;
    pt_probe probe;
    pt_made_case *cases;
    size_t count;
    pt_probed *before; /* by owner, then case */
    size_t owners;
} setting;

static pt_owner owner_at(const setting *s, size_t index)
{
    bool rule = index < s->pack->rule_group_count;
    return (pt_owner){(uint8_t)(rule ? PT_OWNER_RULE : PT_OWNER_DUTY),
                      (uint16_t)(rule ? index : index - s->pack->rule_group_count)};
}

static pt_value optional_yes(int which)
{
    return which == 2 ? pt_unknown() : pt_yesno(which == 1);
}

static void add_case(setting *s, pt_date day, int choices)
{
    pt_made_case *made = &s->cases[s->count++];
    const pt_fact *facts = s->pack->kinds[0].facts;
    int soort = choices % 5, openbaar = choices / 5 % 2, nodig = choices / 10 % 3;
    int weg = choices / 30 % 5, gevraagd = choices / 150;
    assert_true(pt_case_start(made, s->pack, 0, day));
    if (soort < 4) /* the fifth: not known yet */
        pt_case_give(made, 0, 0,
                     (pt_value){.kind = PT_CHOICE, .set = facts[0].type.set, .amount = soort});
    pt_case_give(made, 0, 1, pt_yesno(openbaar == 1));
    pt_case_give(made, 0, 2, optional_yes(nodig));
    pt_case_give(made, 0, 3, (pt_value){.kind = PT_NUMBER, .amount = weg * PT_NUMBER_SCALE});
    if (gevraagd > 0)
        pt_case_give(made, 0, 4, pt_value_of(PT_DATE, day - 20));
    if (gevraagd > 1)
        pt_case_give(made, 0, 5, pt_value_of(PT_DATE, day - 1));
}

static void ask_all(setting *s, pt_probed *outcomes)
{
    for (size_t o = 0; o < s->owners; o++) {
        s->probe.owner = owner_at(s, o);
        for (size_t i = 0; i < s->count; i++)
            outcomes[o * s->count + i] = pt_probe_outcome(&s->probe, s->arena, &s->cases[i]);
    }
}

static void begin(setting *s)
{
    enum { CHOICES = 5 * 2 * 3 * 5 * 3 };
    const pt_date days[] = {pt_date_from(2014, 8, 1), pt_date_from(2017, 7, 30),
                            pt_date_from(2017, 7, 31), pt_date_from(2017, 8, 1),
                            pt_date_from(2017, 8, 2)};
    *s = (setting){.arena = pt_arena_create()};
    pt_report report = pt_report_create(s->arena);
    s->pack = pack_of(s->arena, parameters, rules, &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    s->pack->law_from = pt_date_from(2014, 8, 1);
    const pt_coverage_plan *plan = pt_coverage_plan_create(s->arena, s->pack);
    s->mutants = pt_mutants_find(s->arena, s->pack, plan);
    s->probe = pt_probe_create(s->arena, pt_plan_create(s->arena, s->pack), plan, (pt_reading){0});
    s->cases = PT_NEW_ARRAY(s->arena, 5 * CHOICES, pt_made_case);
    for (size_t d = 0; d < 5; d++)
        for (int choices = 0; choices < CHOICES; choices++)
            add_case(s, days[d], choices);
    s->owners = (size_t)s->pack->rule_group_count + s->pack->duty_group_count;
    s->before = PT_NEW_ARRAY(s->arena, s->owners * s->count, pt_probed);
    ask_all(s, s->before);
}

static void end(setting *s)
{
    pt_arena_destroy(s->probe.trial);
    pt_arena_destroy(s->arena);
}

/* Does any case tell, now that the fault is in? */
static bool told(setting *s)
{
    pt_arena *own = pt_arena_create();
    bool differs = false;
    for (size_t o = 0; o < s->owners && !differs; o++) {
        s->probe.owner = owner_at(s, o);
        for (size_t i = 0; i < s->count && !differs; i++) {
            pt_probed now = pt_probe_outcome(&s->probe, own, &s->cases[i]);
            differs = !pt_probed_equal(&now, &s->before[o * s->count + i]);
        }
    }
    pt_arena_destroy(own);
    return differs;
}

typedef struct verdict {
    bool proved;
    bool told;
} verdict;

static verdict try(setting *s, const pt_mutant *mutant)
{
    pt_arena *own = pt_arena_create();
    pt_unnoticeable *proof = pt_unnoticeable_begin(own, s->pack, mutant);
    pt_undo undo = pt_undo_create(own);
    pt_mutant_apply(s->mutants, mutant, &undo);
    verdict found = {pt_unnoticeable_holds(proof), told(s)};
    pt_undo_all(&undo);
    pt_arena_destroy(own);
    return found;
}

static void no_case_tells_of_a_fault_that_is_proved_unnoticeable(void **state)
{
    (void)state;
    setting s;
    begin(&s);
    size_t proved = 0, silent = 0;
    for (size_t i = 0; i < s.mutants->count; i++) {
        const pt_mutant *mutant = &s.mutants->items[i];
        if (mutant->kind > PT_FAULT_NO_EXCEPTION &&
            (mutant->kind < PT_FAULT_LATER || mutant->kind > PT_FAULT_ENDS_EARLIER))
            continue;
        verdict found = try(&s, mutant);
        if (found.proved && found.told)
            fail_msg("regel %u, kolom %u: soort %u, '%s' is te merken", (unsigned)mutant->at.line,
                     (unsigned)mutant->at.column, (unsigned)mutant->kind,
                     mutant->before == NULL ? "-" : mutant->before);
        proved += found.proved;
        silent += !found.told;
    }
    assert_true(proved >= 4);
    assert_true(10 * proved >= 8 * silent);
    end(&s);
}

static const pt_mutant *fault(const setting *s, unsigned kind, const char *before)
{
    for (size_t i = 0; i < s->mutants->count; i++)
        if (s->mutants->items[i].kind == kind && pt_text_equal(s->mutants->items[i].before, before))
            return &s->mutants->items[i];
    fail_msg("geen fout van soort %u op %s", kind, before);
    return NULL;
}

static void an_amount_that_both_sides_of_a_bound_reckon_alike_is_proved(void **state)
{
    (void)state;
    setting s;
    begin(&s);
    /* hoogste(weg - 2, 0): at two days both give nought */
    assert_true(try(&s, fault(&s, PT_FAULT_STRICTER, "weg >= 2")).proved);
    assert_false(try(&s, fault(&s, PT_FAULT_LOOSER, "weg >= 2")).proved);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_case_tells_of_a_fault_that_is_proved_unnoticeable),
        cmocka_unit_test(an_amount_that_both_sides_of_a_bound_reckon_alike_is_proved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
