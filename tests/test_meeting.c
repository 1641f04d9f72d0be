/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings in stories, and the blocks of the statutes that decide about them. */
#include "support.h"

#include "pack_support.h"

#include "io/scenario.h"

static const char kinds[] =
    "onderwerp \"samenwerkingsverband\" { gegevens = {} }\n"
    "onderwerp \"bestuur\" { gegevens = {} }\n"
    "onderwerp \"school\" { hoort_bij = { bestuur = \"bestuur\" }, gegevens = {} }\n"
    "onderwerp \"persoon\" { hoort_bij = { bestuur = { \"bestuur\", optioneel = true } }, gegevens "
    "= {} }\n"
    "onderwerp \"orgaan\" { hoort_bij = { samenwerkingsverband = \"samenwerkingsverband\" }, "
    "gegevens = {\n"
    "  soort = keuze { \"soort\", \"bestuur\", \"raad\" } } }\n"
    "onderwerp \"zetel\" { hoort_bij = { orgaan = \"orgaan\", persoon = \"persoon\" }, gegevens = "
    "{\n"
    "  bezet_vanaf = datum { \"van\" }, bezet_tot = datum { \"tot\", optioneel = true } } }\n"
    "onderwerp \"vergadering\" { hoort_bij = { orgaan = \"orgaan\" }, gegevens = {\n"
    "  gehouden_op = datum { \"dag\" }, opgeroepen_op = datum { \"oproep\", optioneel = true },\n"
    "  tweede = ja_nee { \"tweede\", begin = nee }, minuten = getal { \"minuten\", van = 0, tot = "
    "999, begin = 60 } } }\n"
    "onderwerp \"aanwezigheid\" { hoort_bij = { vergadering = \"vergadering\", zetel = \"zetel\" "
    "}, gegevens = {\n"
    "  hoe = keuze { \"hoe\", \"zelf\", \"bij_volmacht\", \"afwezig\" }, draagt_voor = getal { "
    "\"volmachten\", van = 0, tot = 99 } } }\n"
    "onderwerp \"voorstel\" { hoort_bij = { samenwerkingsverband = \"samenwerkingsverband\", "
    "school = { \"school\", optioneel = true } }, gegevens = {\n"
    "  besluit = keuze { \"besluit\", \"plan\", \"arrangement\" }, omvang = bedrag { \"omvang\", "
    "van = euro \"0\", tot = euro \"1.000.000\", optioneel = true },\n"
    "  voorgelegd_op = datum { \"voorgelegd\" } } }\n"
    "onderwerp \"agendapunt\" { hoort_bij = { vergadering = \"vergadering\", voorstel = "
    "\"voorstel\" },\n"
    "  via = { orgaan = \"vergadering.orgaan\" }, gegevens = { gestemd = ja_nee { \"gestemd\", "
    "begin = nee } } }\n"
    "onderwerp \"stem\" { hoort_bij = { agendapunt = \"agendapunt\", aanwezigheid = "
    "\"aanwezigheid\" }, gegevens = {\n"
    "  gegeven = keuze { \"stem\", \"voor\", \"tegen\", \"onthouding\", \"bezwaar\", \"veto\" },\n"
    "  belang = keuze { \"belang\", \"geen_belang\", \"gemeld\", \"ongemeld\" }, eigen_zaak = "
    "ja_nee { \"eigen zaak\" } } }\n"
    "gebeurtenis \"vergadering\" { maakt = \"vergadering\", zet = { gehouden_op = vandaag } }\n"
    "gebeurtenis \"aanwezigheid\" { maakt = \"aanwezigheid\" }\n"
    "gebeurtenis \"voorstel\" { maakt = \"voorstel\", zet = { voorgelegd_op = vandaag } }\n"
    "gebeurtenis \"agendapunt\" { maakt = \"agendapunt\" }\n"
    "gebeurtenis \"stem\" { maakt = \"stem\" }\n"
    "gebeurtenis \"stemming\" { over = \"agendapunt\", zet = { gestemd = ja } }\n"
    "regel \"bezet\" { over = \"zetel\", bron = \"b\", levert = ja_nee, bepaal = function(vandaag, "
    "bezet_vanaf) return vandaag >= bezet_vanaf end }\n";

#define HEAD                                                                                       \
    "scenario: s\ntitel: t\npakket: proef\nvan: 2026-01-01\ntot: 2026-12-31\nwereld:\n"            \
    "  samenwerkingsverband: { kade: {} }\n  bestuur: { esdoorn: {}, linde: {} }\n"                \
    "  school: { wilg: { bestuur: esdoorn } }\n"                                                   \
    "  persoon: { ada: { bestuur: esdoorn }, bas: { bestuur: linde }, cor: {}, pim: {} }\n"        \
    "  orgaan: { ab: { samenwerkingsverband: kade, soort: bestuur }, "                             \
    "leeg: { samenwerkingsverband: kade, soort: raad } }\n"                                        \
    "  zetel: [{ orgaan: ab, persoon: ada, bezet_vanaf: 2025-01-01 }, "                            \
    "{ orgaan: ab, persoon: bas, bezet_vanaf: 2025-01-01 }, "                                      \
    "{ orgaan: ab, persoon: cor, bezet_vanaf: 2025-01-01 }]\nverloop:\n"
#define MEETING HEAD "  - op: 2026-03-12\n    vergadering: ab\n    als: v1\n"

typedef struct fixture {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    const pt_scenario *scenario;
} fixture;

static fixture *read_story(const char *text)
{
    pt_arena *arena = pt_arena_create();
    fixture *f = PT_NEW(arena, fixture);
    f->arena = arena;
    f->report = pt_report_create(arena);
    f->pack = pack_of(arena, NULL, kinds, &f->report);
    show_findings(&f->report);
    assert_int_equal(f->report.count, 0);
    pt_story *story = pt_story_read(arena, source_of(arena, "verhaal.yaml", text), &f->report);
    if (story != NULL)
        f->scenario = pt_story_play(arena, story, f->pack, NULL, 0, &f->report);
    return f;
}

static const char *codes(const fixture *f)
{
    pt_text out = pt_text_create(f->arena);
    for (size_t i = 0; i < f->report.count; i++) {
        const pt_finding *one = &f->report.findings[i];
        pt_text_format(&out, "%s%s:%u:%u", i == 0 ? "" : " ", pt_code_describe(one->code)->name,
                       one->at.line, one->at.column);
    }
    return out.bytes;
}

/* --- Stories ---------------------------------------------------------------------------------- */

static size_t count_of(const fixture *f, const char *kind)
{
    size_t count = 0;
    for (uint32_t i = 0; i < f->scenario->subject_count; i++)
        count += strcmp(f->pack->kinds[f->scenario->subjects[i].kind].name, kind) == 0;
    return count;
}

static void a_meeting_makes_presences_points_and_votes(void **state)
{
    (void)state;
    fixture *f = read_story(
        MEETING
        "    opgeroepen_op: 2026-03-01\n    aanwezig: [ada, bas]\n    volmacht: { cor: bas }\n"
        "    agenda:\n      - { punt: a, besluit: arrangement, betreft: wilg, bedrag: "
        "\"40.000,00\",\n"
        "          stemmen: { voor: [ada, cor], tegen: [bas] } }\n"
        "      - { punt: b, besluit: plan }\n"
        "  - op: +1d\n    stemming: v1.b\n    stemmen: { voor: [ada] }\n");
    assert_string_equal(codes(f), "");
    assert_int_equal(count_of(f, "aanwezigheid"), 3);
    assert_int_equal(count_of(f, "voorstel"), 2);
    assert_int_equal(count_of(f, "agendapunt"), 2);
    assert_int_equal(count_of(f, "stem"), 4);
    /* vergadering, 3 presenties, 2 voorstellen, 2 punten, 4 stemmen, 2 stemmingen */
    assert_int_equal(f->scenario->step_count, 14);
    pt_arena_destroy(f->arena);
}

static const pt_assignment *fact_of(const fixture *f, const char *subject, const char *fact)
{
    for (uint32_t i = 0; i < f->scenario->subject_count; i++) {
        const pt_scenario_subject *one = &f->scenario->subjects[i];
        for (size_t j = 0; strcmp(one->name, subject) == 0 && j < one->fact_count; j++) {
            if (one->facts[j].fact == pt_pack_fact(f->pack, one->kind, fact))
                return &one->facts[j];
        }
    }
    fail_msg("%s.%s", subject, fact);
    return NULL;
}

static void who_votes_about_a_school_of_the_own_board_is_marked(void **state)
{
    (void)state;
    fixture *f = read_story(
        MEETING "    aanwezig: [ada, bas, cor]\n    agenda:\n"
                "      - { punt: a, besluit: arrangement, betreft: wilg, belang: { "
                "gemeld: [bas], ongemeld: [cor] }, stemmen: { voor: [ada, bas, cor] } }\n");
    assert_string_equal(codes(f), "");
    assert_true(pt_is_yes(fact_of(f, "v1.a.ada", "eigen_zaak")->value));
    assert_false(pt_is_yes(fact_of(f, "v1.a.bas", "eigen_zaak")->value));
    assert_int_equal(fact_of(f, "v1.a.ada", "belang")->value.amount, 0);
    assert_int_equal(fact_of(f, "v1.a.bas", "belang")->value.amount, 1);
    assert_int_equal(fact_of(f, "v1.a.cor", "belang")->value.amount, 2);
    pt_arena_destroy(f->arena);
}

#define AGENDA MEETING "    aanwezig: [ada, bas]\n    agenda:\n"

static const struct {
    const char *text;
    const char *findings;
    const char *suggestion;
} refused[] = {
    /* two mistakes, two findings: what hangs on them stays silent */
    {MEETING "    aanwezig: [bass]\n    agenda:\n      - { punt: a, besluit: plann }\n"
             "  - op: +0d\n    verwacht: { v1.a: { gestemd: ja }, v1.a.gestemd: ja, "
             "v1.a.ada.eigen_zaak: ja, a.omvang: onbekend, v1.tweede: nee }\n",
     "S005:17:16 Y037:19:29", "bas"},
    {MEETING "    aanwezig: [ada, pim]\n", "S062:17:21", NULL},
    {AGENDA "      - { punt: a, besluit: plan, stemmen: { voor: [pim] } }\n", "S062:19:53", NULL},
    {MEETING "    aanwezig: [ada, bass]\n", "S005:17:21", "bas"},
    {MEETING "    aanwezig: [ada]\n    volmacht: { ada: bas }\n", "S063:18:17 S064:18:22", NULL},
    {AGENDA "      - { punt: a, besluit: plan, stemmen: { voor: [ada], tegen: [ada] } }\n",
     "S065:19:67", NULL},
    {AGENDA "      - { punt: a }\n", "S066:19:9", NULL},
    {AGENDA "      - { punt: a, besluit: plan }\n  - op: +1d\n    vergadering: ab\n    als: v2\n"
            "    agenda:\n      - { voorstel: a, bedrag: \"5\" }\n",
     "S067:24:24", NULL},
    {HEAD "  - op: 2026-03-12\n    vergadering: ab\n", "S068:14:5", NULL},
    {HEAD "  - op: 2026-03-12\n    vergadering: leeg\n    als: v1\n", "S069:14:5", NULL},
    {AGENDA "      - { punt: a, besluit: plann }\n", "Y037:19:29", "plan"},
    {AGENDA "      - { punt: a, besluit: plan }\n  - op: +0d\n    stemming: v1.a\n", "Y031:20:5",
     NULL},
};

static void what_is_wrong_in_a_meeting_is_found_at_its_place(void **state)
{
    (void)state;
    bool wrong = false;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        fixture *f = read_story(refused[i].text);
        const char *suggested = f->report.count == 0 ? NULL : f->report.findings[0].suggestion;
        if (strcmp(codes(f), refused[i].findings) != 0 ||
            !pt_text_equal(suggested, refused[i].suggestion)) {
            print_error("%zu: expected %s, found %s (%s)\n", i, refused[i].findings, codes(f),
                        suggested == NULL ? "" : suggested);
            wrong = true;
        }
        pt_arena_destroy(f->arena);
    }
    assert_false(wrong);
}

/* --- Meetings by power ------------------------------------------------------------------------ */

#define POWERS                                                                                     \
    "orgaan \"bestuur\" { rol = besturend, zetels = 5, bron = \"s\" }\n"                           \
    "orgaan \"raad\" { rol = toezichthoudend, zetels = 3, bron = \"s\" }\n"                        \
    "bevoegdheid \"plan\" { beslist = bestuur, goedkeuring_van = raad, bron = \"s\", "             \
    "geldig = { tot = \"2026-05-31\" } }\n"                                                        \
    "bevoegdheid \"plan\" { beslist = raad, bron = \"s\", geldig = { vanaf = \"2026-06-01\" } }\n" \
    "bevoegdheid \"arrangement\" { beslist = raad, mandaat_tot = euro \"25.000\", anders = "       \
    "bestuur, bron = \"s\" }\n"
#define TWO_ORGANS                                                                                 \
    "scenario: s\ntitel: t\npakket: proef\nvan: 2026-01-01\ntot: 2026-12-31\nwereld:\n"            \
    "  samenwerkingsverband: { kade: {}, dreef: {} }\n  bestuur: { esdoorn: {} }\n"                \
    "  school: { wilg: { bestuur: esdoorn } }\n  persoon: { ada: {}, bas: {}, cor: {} }\n"         \
    "  orgaan: { ab: { samenwerkingsverband: kade, soort: bestuur }, "                             \
    "rvt: { samenwerkingsverband: kade, soort: raad } }\n"                                         \
    "  zetel: [{ orgaan: ab, persoon: ada, bezet_vanaf: 2025-01-01 }, "                            \
    "{ orgaan: ab, persoon: bas, bezet_vanaf: 2025-01-01 }, "                                      \
    "{ orgaan: rvt, persoon: cor, bezet_vanaf: 2025-01-01 }]\nverloop:\n"

static fixture *read_with(const char *rules, const char *text)
{
    pt_arena *arena = pt_arena_create();
    fixture *f = PT_NEW(arena, fixture);
    f->arena = arena;
    f->report = pt_report_create(arena);
    f->pack = pack_of(arena, NULL, pt_format(arena, "%s%s", kinds, rules), &f->report);
    show_findings(&f->report);
    assert_int_equal(f->report.count, 0);
    pt_story *story = pt_story_read(arena, source_of(arena, "verhaal.yaml", text), &f->report);
    f->scenario = pt_story_play(arena, story, f->pack, NULL, 0, &f->report);
    return f;
}

/* The organ of the first meeting, and who was there without a seat; NULL: there is no meeting. */
static const char *organ_and_guests(const fixture *f)
{
    pt_text out = pt_text_create(f->arena);
    for (uint32_t i = 0; i < f->scenario->subject_count; i++) {
        const pt_scenario_subject *one = &f->scenario->subjects[i];
        if (strcmp(f->pack->kinds[one->kind].name, "vergadering") != 0)
            continue;
        uint16_t organ = pt_pack_reference(f->pack, one->kind, "orgaan");
        pt_text_add(&out, f->scenario->subjects[one->references[organ]].name);
        for (size_t j = 0; j < f->scenario->open_count; j++) {
            const pt_open_meeting *open = &f->scenario->open_meetings[j];
            for (size_t k = 0; open->meeting == i && k < open->guest_count; k++)
                pt_text_format(&out, " %s", open->guests[k]);
        }
        return out.bytes;
    }
    return NULL;
}

static const struct {
    const char *block; /* after `op` and `vergadering` */
    const char *day;
    const char *found; /* or NULL: no meeting */
    size_t votes;
} by_power[] = {
    {"    bevoegd_voor: plan\n", "2026-03-12", "ab cor", 2},
    {"    bevoegd_voor: plan\n    om: beslist\n", "2026-03-12", "ab cor", 2},
    {"    bevoegd_voor: plan\n    om: goedkeuring_van\n", "2026-03-12", "rvt ada bas", 1},
    {"    bevoegd_voor: plan\n", "2026-05-31", "ab cor", 2},
    {"    bevoegd_voor: plan\n", "2026-06-01", "rvt ada bas", 1},
    {"    bevoegd_voor: plan\n    om: goedkeuring_van\n", "2026-06-01", NULL, 0},
    {"    bevoegd_voor: plan\n    om: advies_van\n", "2026-03-12", NULL, 0},
};

static void a_meeting_by_power_is_of_the_organ_that_the_statutes_of_the_day_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof by_power / sizeof *by_power; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "%s  - op: %s\n    vergadering: kade\n%s    als: v1\n"
                 "    aanwezig: [ada, bas, cor]\n    agenda:\n      - { punt: p, besluit: plan, "
                 "stemmen: { voor: [ada, cor], tegen: [bas] } }\n",
                 TWO_ORGANS, by_power[i].day, by_power[i].block);
        fixture *f = read_with(POWERS, text);
        assert_string_equal(codes(f), "");
        const char *found = organ_and_guests(f);
        if (!pt_text_equal(found, by_power[i].found) || count_of(f, "stem") != by_power[i].votes)
            fail_msg("%zu: %s, %zu", i, found == NULL ? "" : found, count_of(f, "stem"));
        pt_arena_destroy(f->arena);
    }
}

/* The mandate goes up to and including its amount; above it another organ meets. */
static void above_the_mandate_meets_who_decides_then(void **state)
{
    (void)state;
    static const struct {
        const char *amount, *found;
    } rows[] = {{"25.000,00", "rvt"}, {"25.000,01", "ab"}};
    for (size_t i = 0; i < 2; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "%s  - op: 2026-03-12\n    vergadering: kade\n    bevoegd_voor: arrangement\n"
                 "    als: v1\n    agenda:\n      - { punt: p, besluit: arrangement, bedrag: "
                 "\"%s\" }\n",
                 TWO_ORGANS, rows[i].amount);
        fixture *f = read_with(POWERS, text);
        assert_string_equal(codes(f), "");
        assert_string_equal(organ_and_guests(f), rows[i].found);
        pt_arena_destroy(f->arena);
    }
}

/* A proxy from or to someone without a seat is none, and a later vote leaves guests out too. */
static void guests_carry_no_proxies_and_do_not_vote_later(void **state)
{
    (void)state;
    fixture *f =
        read_with(POWERS, TWO_ORGANS
                  "  - op: 2026-03-12\n    vergadering: kade\n    bevoegd_voor: plan\n    als: v1\n"
                  "    aanwezig: [ada, cor]\n    volmacht: { bas: cor }\n    agenda:\n"
                  "      - { punt: p, besluit: plan }\n"
                  "  - op: +1d\n    stemming: v1.p\n    stemmen: { voor: [ada, cor] }\n");
    assert_string_equal(codes(f), "");
    assert_string_equal(organ_and_guests(f), "ab cor");
    assert_int_equal(count_of(f, "stem"), 1);
    assert_int_equal(fact_of(f, "v1.bas", "hoe")->value.amount, 2); /* afwezig */
    pt_arena_destroy(f->arena);
}

static const struct {
    const char *block;
    const char *findings;
    const char *suggestion;
} refused_powers[] = {
    {"    vergadering: kade\n    bevoegd_voor: plann\n    als: v1\n", "S075:16:19", "plan"},
    {"    vergadering: kade\n    bevoegd_voor: plan\n    om: beslis\n    als: v1\n", "Y037:17:9",
     "beslist"},
    {"    vergadering: dreef\n    bevoegd_voor: plan\n    als: v1\n", "S077:15:18", NULL},
    {"    vergadering: ab\n    om: beslist\n    als: v1\n", "S078:16:5", NULL},
    {"    vergadering: ab\n    bevoegd_voor: plan\n    als: v1\n", "S006:15:18", NULL},
    {"    vergadering: kade\n    bevoegd_voor: plan\n    als: v1\n    aanwezig: [piet]\n",
     "S005:18:16", NULL},
};

static void what_is_wrong_in_a_meeting_by_power_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused_powers / sizeof *refused_powers; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s  - op: 2026-03-12\n%s", TWO_ORGANS,
                 refused_powers[i].block);
        fixture *f = read_with(POWERS, text);
        const char *suggested = f->report.count == 0 ? NULL : f->report.findings[0].suggestion;
        if (strcmp(codes(f), refused_powers[i].findings) != 0 ||
            !pt_text_equal(suggested, refused_powers[i].suggestion))
            fail_msg("%zu: %s (%s)", i, codes(f), suggested == NULL ? "" : suggested);
        pt_arena_destroy(f->arena);
    }
    fixture *f = read_with("", TWO_ORGANS "  - op: 2026-03-12\n    vergadering: kade\n"
                                          "    bevoegd_voor: plan\n    als: v1\n");
    assert_string_equal(codes(f), "S076:16:19");
    pt_arena_destroy(f->arena);
}

static void a_pack_without_meetings_says_so(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena, NULL, "onderwerp \"orgaan\" { gegevens = {} }\n", &report);
    pt_story *story = pt_story_read(
        arena,
        source_of(arena, "v.yaml",
                  "scenario: s\ntitel: t\npakket: proef\nvan: 2026-01-01\ntot: 2026-12-31\n"
                  "wereld: { orgaan: { ab: {} } }\nverloop:\n  - op: 2026-03-12\n"
                  "    vergadering: ab\n    als: v1\n"),
        &report);
    assert_null(pt_story_play(arena, story, pack, NULL, 0, &report));
    assert_int_equal(report.count, 1);
    assert_string_equal(pt_code_describe(report.findings[0].code)->name, "S061");
    pt_arena_destroy(arena);
}

/* --- Statutes --------------------------------------------------------------------------------- */

#define ORGAN "orgaan \"bestuur\" { rol = besturend, zetels = 5, bron = \"statuten art. 6\" }\n"

static const struct {
    const char *text;
    const char *findings;
    const char *suggestion;
} bad_statutes[] = {
    {"orgaan \"bestur\" { rol = besturend, zetels = 5, bron = \"b\" }", "R071", "bestuur"},
    {"orgaan \"bestuur\" { rol = besturend, bron = \"b\" }", "R002", NULL},
    {"orgaan \"bestuur\" { rol = besturend, zetels = 0, bron = \"b\" }", "R003", NULL},
    {"orgaan \"bestuur\" { rol = besturend, zetels = 5, quorum = half, bron = \"b\" }", "R072",
     "helft"},
    {"orgaan \"bestuur\" { rol = besturend, zetels = 5, qourum = helft, bron = \"b\" }", "R001",
     "quorum"},
    {"orgaan \"bestuur\" { rol = besturend, zetels = 5, onverenigbaar = { \"rad\" }, bron = \"b\" "
     "}",
     "R072", "raad"},
    {"orgaan \"bestuur\" { rol = besturend, zetels = 5 }", "R002", NULL},
    {ORGAN ORGAN, "R012", NULL},
    {"bevoegdheid \"plan\" { bron = \"b\" }", "R002", NULL},
    {"bevoegdheid \"plan\" { beslist = bestuur, mandaat_tot = euro \"5\", bron = \"b\" }", "R002",
     NULL},
    {"bevoegdheid \"plan\" { beslist = bestuur, instemming_van = rad, bron = \"b\" }", "R072",
     "raad"},
    {"bevoegdheid \"plan\" { beslist = bestuur, binnen = 0, bron = \"b\" }", "R003", NULL},
};

static void what_is_wrong_in_the_statutes_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_statutes / sizeof *bad_statutes; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pack_of(arena, NULL, pt_format(arena, "%s%s\n", kinds, bad_statutes[i].text), &report);
        if (report.count == 0 ||
            strcmp(pt_code_describe(report.findings[0].code)->name, bad_statutes[i].findings) !=
                0 ||
            !pt_text_equal(report.findings[0].suggestion, bad_statutes[i].suggestion)) {
            show_findings(&report);
            fail_msg("expected %s of %s", bad_statutes[i].findings, bad_statutes[i].text);
        }
        pt_arena_destroy(arena);
    }
}

static void an_organ_asks_for_its_kind(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pack_of(arena, NULL, ORGAN, &report);
    assert_int_equal(report.count, 1);
    assert_string_equal(pt_code_describe(report.findings[0].code)->name, "R070");
    pt_arena_destroy(arena);
}

static uint16_t rule_named(const pt_pack *pack, const char *kind, const char *name)
{
    pt_name found = {0};
    assert_true(pt_pack_name(pack, pt_pack_kind(pack, kind), name, &found));
    assert_int_equal(found.kind, PT_NAME_RULE);
    return found.index;
}

static void each_field_of_an_organ_becomes_a_rule_with_its_source(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack =
        pack_of(arena, NULL,
                pt_format(arena,
                          "%s" ORGAN "orgaan \"raad\" { rol = toezichthoudend, zetels = 3, quorum "
                          "= voltallig, bron = \"statuten art. 9\" }\n",
                          kinds),
                &report);
    show_findings(&report);
    assert_int_equal(report.count, 0);
    static const char *const names[][2] = {{"orgaan", "rol"},
                                           {"orgaan", "zetels"},
                                           {"orgaan", "voordracht"},
                                           {"vergadering", "quorum"},
                                           {"vergadering", "veto"},
                                           {"vergadering", "meerderheid"},
                                           {"vergadering", "stakende_stemmen"},
                                           {"vergadering", "oproeptermijn"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const pt_group *group = &pack->rule_groups[rule_named(pack, names[i][0], names[i][1])];
        const pt_block *block = &pack->blocks[pack->rules[group->versions[0]].block];
        assert_int_equal(block->ground_count, 2);
        assert_string_equal(block->grounds[0].source, "statuten art. 6");
        assert_string_equal(block->grounds[1].source, "statuten art. 9");
    }
    pt_arena_destroy(arena);
}

/* Two blocks of one name with periods that do not meet are versions; the others go on beside. */
static void statutes_of_two_periods_are_two_versions(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena, NULL,
                            pt_format(arena,
                                      "%sorgaan \"bestuur\" { rol = besturend, zetels = 5, bron = "
                                      "\"a\", geldig = { tot = \"2026-07-31\" } }\n"
                                      "orgaan \"bestuur\" { rol = besturend, zetels = 7, bron = "
                                      "\"b\", geldig = { vanaf = \"2026-08-01\" } }\n",
                                      kinds),
                            &report);
    show_findings(&report);
    assert_int_equal(report.count, 0);
    const pt_group *group = &pack->rule_groups[rule_named(pack, "orgaan", "zetels")];
    assert_int_equal(group->version_count, 2);
    assert_int_not_equal(pt_rule_version(pack, group, pt_date_from(2026, 7, 31)),
                         pt_rule_version(pack, group, pt_date_from(2026, 8, 1)));
    pt_arena_destroy(arena);
}

/* A meeting keeps the statutes of its day; the organ itself has those of today. */
static void a_meeting_keeps_the_statutes_of_its_day(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena, NULL, pt_format(arena, "%s" ORGAN, kinds), &report);
    show_findings(&report);
    static const struct {
        const char *kind, *rule, *day;
    } rules[] = {{"vergadering", "quorum", "gehouden_op"}, {"orgaan", "rol", NULL}};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const pt_group *group = &pack->rule_groups[rule_named(pack, rules[i].kind, rules[i].rule)];
        const pt_block *block = &pack->blocks[pack->rules[group->versions[0]].block];
        uint16_t kind = pt_pack_kind(pack, rules[i].kind);
        assert_int_equal(block->reference_date, rules[i].day == NULL
                                                    ? PT_NO_INDEX
                                                    : pt_pack_fact(pack, kind, rules[i].day));
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meeting_makes_presences_points_and_votes),
        cmocka_unit_test(who_votes_about_a_school_of_the_own_board_is_marked),
        cmocka_unit_test(what_is_wrong_in_a_meeting_is_found_at_its_place),
        cmocka_unit_test(a_meeting_by_power_is_of_the_organ_that_the_statutes_of_the_day_name),
        cmocka_unit_test(above_the_mandate_meets_who_decides_then),
        cmocka_unit_test(guests_carry_no_proxies_and_do_not_vote_later),
        cmocka_unit_test(what_is_wrong_in_a_meeting_by_power_is_found),
        cmocka_unit_test(a_pack_without_meetings_says_so),
        cmocka_unit_test(what_is_wrong_in_the_statutes_is_found),
        cmocka_unit_test(an_organ_asks_for_its_kind),
        cmocka_unit_test(each_field_of_an_organ_becomes_a_rule_with_its_source),
        cmocka_unit_test(statutes_of_two_periods_are_two_versions),
        cmocka_unit_test(a_meeting_keeps_the_statutes_of_its_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
