/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Counting votes under the shipped rules, with tables worked by hand. Each row is one meeting:
 * seats are letters (a is in the chair; a capital: the term ended the day before), and the last
 * columns are what must come out.
 */
#include "support.h"

#include "io/scenario.h"
#include "pack_support.h"
#include "run/replay.h"

#define FOLDER "rules/passend-onderwijs"

typedef struct row {
    const char *statutes; /* fields of the organ, beside role, seats and source */
    const char *seats;
    const char *present;
    const char *proxies; /* "cb db": c and d give theirs to b */
    const char *votes;   /* "voor abc tegen d" */
    const char *counted; /* "voor-tegen", as they weigh */
    const char *result;
    bool second;
} row;

/* Pupils by seat: a 500, b 300, c 150, d 50, others 100. */
static int pupils_of(char seat)
{
    static const int known[] = {500, 300, 150, 50};
    int index = seat - 'a';
    return index >= 0 && index < 4 ? known[index] : 100;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static void add_list(pt_text *out, const char *letters, size_t count)
{
    pt_text_add(out, "[");
    for (size_t i = 0; i < count; i++)
        pt_text_format(out, "%sp%c", i == 0 ? "" : ", ", letters[i]);
    pt_text_add(out, "]");
}

static void add_world(pt_text *out, const row *r)
{
    pt_text_add(out, "wereld:\n  samenwerkingsverband: { kade: { sector: po } }\n  orgaan: { o: { "
                     "soort: bestuur, samenwerkingsverband: kade } }\n  persoon: {");
    for (const char *c = r->seats; *c != '\0'; c++)
        pt_text_format(out, "%s p%c: {}", c == r->seats ? "" : ",", lower(*c));
    pt_text_add(out, " }\n  zetel:\n");
    for (const char *c = r->seats; *c != '\0'; c++)
        pt_text_format(
            out,
            "    - { orgaan: o, persoon: p%c, bezet_vanaf: 2014-08-01, %sleerlingen: %d, "
            "voorzitter: %s }\n",
            lower(*c), *c == lower(*c) ? "" : "bezet_tot: 2026-03-11, ", pupils_of(lower(*c)),
            *c == 'a' ? "ja" : "nee");
}

/* "voor abc tegen d" as a mapping of lists, "cb db" as a mapping of names. */
static void add_votes(pt_text *out, const char *votes)
{
    char word[16], letters[32];
    int used = 0;
    pt_text_add(out, "{");
    for (int i = 0; sscanf(votes, " %15s %31s%n", word, letters, &used) == 2; i++, votes += used) {
        pt_text_format(out, "%s %s: ", i == 0 ? "" : ",", word);
        add_list(out, letters, strlen(letters));
    }
    pt_text_add(out, " }");
}

static void add_proxies(pt_text *out, const char *proxies)
{
    if (proxies == NULL)
        return;
    pt_text_add(out, "    volmacht: {");
    for (const char *c = proxies; *c != '\0'; c += c[2] == ' ' ? 3 : 2)
        pt_text_format(out, "%s p%c: p%c", c == proxies ? "" : ",", c[0], c[1]);
    pt_text_add(out, " }\n");
}

static const char *story_of(pt_arena *arena, const row *r)
{
    pt_text out = pt_text_create(arena);
    int in_favour = 0, against = 0;
    assert_int_equal(sscanf(r->counted, "%d-%d", &in_favour, &against), 2);
    pt_text_add(&out,
                "scenario: tellen\ntitel: t\npakket: passend-onderwijs\nvan: 2026-01-01\ntot: "
                "2026-12-31\n");
    add_world(&out, r);
    pt_text_format(&out,
                   "verloop:\n  - op: 2026-03-12\n    vergadering: o\n    als: v\n    tweede: %s\n"
                   "    aanwezig: ",
                   r->second ? "ja" : "nee");
    add_list(&out, r->present, strlen(r->present));
    pt_text_add(&out, "\n");
    add_proxies(&out, r->proxies);
    pt_text_add(&out, "    agenda: [{ punt: p, besluit: begroting_vaststellen, stemmen: ");
    add_votes(&out, r->votes);
    pt_text_format(
        &out, " }]\n  - op: +0d\n    verwacht: { v.p: { voor: %d, tegen: %d, uitslag: %s } }\n",
        in_favour, against, r->result);
    return out.bytes;
}

/* What the statutes need of the rest of the pack. */
static const char others[] =
    "onderwerp \"samenwerkingsverband\" { gegevens = { sector = keuze { \"sector\", \"po\", "
    "\"vo\" } } }\n"
    "onderwerp \"gemeente\" { gegevens = {} }\n"
    "onderwerp \"bestuur\" { gegevens = {} }\n"
    "onderwerp \"school\" { hoort_bij = { bestuur = \"bestuur\" }, gegevens = {} }\n";

static const char *statutes_of(pt_arena *arena, const char *fields)
{
    return pt_format(arena,
                     "%sorgaan \"bestuur\" { rol = besturend, zetels = 9, %s%sbron = \"statuten\", "
                     "status = \"beleid\" }\nbevoegdheid \"begroting_vaststellen\" { beslist = "
                     "bestuur, bron = \"statuten\", status = \"beleid\" }\n",
                     others, fields, *fields == '\0' ? "" : ", ");
}

static pt_pack *pack_with(pt_arena *arena, const char *statutes, pt_report *report)
{
    pt_pack *pack = pack_yaml_in(arena, FOLDER, report);
    pt_source *sources = PT_NEW_ARRAY(arena, 4, pt_source);
    pt_rule_text *texts = PT_NEW_ARRAY(arena, 4, pt_rule_text);
    sources[0] = *source_of(arena, "statuten.lua", statutes_of(arena, statutes));
    sources[1] = *file_of(arena, FOLDER, "gegevens_bestuur.lua");
    sources[2] = *file_of(arena, FOLDER, "besluitvorming.lua");
    sources[3] = *file_of(arena, FOLDER, "ondersteuningsplan.lua");
    for (size_t i = 0; i < 4; i++)
        texts[i] = (pt_rule_text){&sources[i], NULL, PT_DATE_NONE};
    pack->sources = sources;
    pack->source_count = 4;
    pt_read_rules(pack, texts, 4, report);
    show_findings(report);
    assert_int_equal(report->errors, 0);
    return pack;
}

static size_t count_row(const pt_pack *pack, const pt_plan *plan, const row *r, pt_report *report)
{
    pt_arena *arena = pt_arena_create();
    const char *text = story_of(arena, r);
    pt_story *story = pt_story_read(arena, source_of(arena, "verhaal.yaml", text), report);
    assert_non_null(story);
    const pt_scenario *scenario = pt_story_play(arena, story, pack, NULL, 0, report);
    show_findings(report);
    if (scenario == NULL)
        fail_msg("%s", text);
    pt_replay_options options = {.plan = plan, .trees_alone = true};
    const pt_run_result *result =
        pt_replay(arena, pack, scenario, (pt_reading){0}, report, &options);
    size_t wrong = 0;
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind != PT_RECORD_EXPECTATION || record->of.expectation.passed)
            continue;
        print_error("%s | %s | %s | %s: %s expected, %s found\n", r->statutes, r->seats, r->present,
                    r->votes, record->of.expectation.expected, record->of.expectation.found);
        wrong++;
    }
    assert_int_equal(result->passed + wrong, 3);
    pt_arena_destroy(arena);
    return wrong;
}

static void count_rows(const row *rows, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count;) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        const char *statutes = rows[i].statutes;
        pt_pack *pack = pack_with(arena, statutes, &report);
        const pt_plan *plan = pt_plan_create(arena, pack);
        for (; i < count && strcmp(rows[i].statutes, statutes) == 0; i++)
            wrong += count_row(pack, plan, &rows[i], &report);
        pt_arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}
#define COUNT(rows) count_rows(rows, sizeof(rows) / sizeof *(rows))

/* --- Majorities ------------------------------------------------------------------------------- */

/* More than half of the votes cast; an abstention is no vote. */
static void an_ordinary_majority_is_more_than_half_of_the_votes_cast(void **state)
{
    (void)state;
    static const row rows[] = {
        {"", "abcde", "abcde", NULL, "voor abc tegen de", "3-2", "aangenomen", false},
        {"", "abcde", "abcde", NULL, "voor ab tegen cde", "2-3", "verworpen", false},
        {"", "abcde", "abcde", NULL, "voor a onthouding bcde", "1-0", "aangenomen", false},
        {"", "abcde", "abcde", NULL, "onthouding abcde", "0-0", "niet_gestemd", false},
        {"", "abcde", "abcde", NULL, "voor bc tegen de onthouding a", "2-2", "verworpen", false},
        /* an objection or a veto that the statutes do not know is a vote against */
        {"", "abcde", "abcde", NULL, "voor abc bezwaar de", "3-2", "aangenomen", false},
        {"", "abcde", "abcde", NULL, "voor abc veto de", "3-2", "aangenomen", false},
    };
    COUNT(rows);
}

/* 4 of 6 is two thirds exactly; 3 of 5 is 9/15 and two thirds are 10/15; 5 of 8 is 15/24 of 16/24.
 */
static void two_thirds_flip_on_one_vote(void **state)
{
    (void)state;
    static const row rows[] = {
        {"meerderheid = twee_derde", "abcdef", "abcdef", NULL, "voor abcd tegen ef", "4-2",
         "aangenomen", false},
        {"meerderheid = twee_derde", "abcdef", "abcdef", NULL, "voor abc tegen def", "3-3",
         "verworpen", false},
        {"meerderheid = twee_derde", "abcde", "abcde", NULL, "voor abc tegen de", "3-2",
         "verworpen", false},
        {"meerderheid = twee_derde", "abcde", "abcde", NULL, "voor abc tegen d onthouding e", "3-1",
         "aangenomen", false},
        {"meerderheid = twee_derde", "abcdefgh", "abcdefgh", NULL, "voor abcde tegen fgh", "5-3",
         "verworpen", false},
        {"meerderheid = twee_derde", "abcdefgh", "abcdefgh", NULL, "voor abcdef tegen gh", "6-2",
         "aangenomen", false},
    };
    COUNT(rows);
}

/* 3 of 4 and 6 of 8 are three quarters exactly; 5 of 7 is 20/28 and three quarters are 21/28. */
static void three_quarters_flip_on_one_vote(void **state)
{
    (void)state;
    static const row rows[] = {
        {"meerderheid = drie_vierde", "abcd", "abcd", NULL, "voor abc tegen d", "3-1", "aangenomen",
         false},
        {"meerderheid = drie_vierde", "abcd", "abcd", NULL, "voor ab tegen cd", "2-2", "verworpen",
         false},
        {"meerderheid = drie_vierde", "abcdefg", "abcdefg", NULL, "voor abcde tegen fg", "5-2",
         "verworpen", false},
        {"meerderheid = drie_vierde", "abcdefg", "abcdefg", NULL, "voor abcdef tegen g", "6-1",
         "aangenomen", false},
        {"meerderheid = drie_vierde", "abcdefg", "abcdefg", NULL, "voor abc tegen d onthouding efg",
         "3-1", "aangenomen", false},
    };
    COUNT(rows);
}

/* Of the votes cast one vote against breaks it, an abstention does not; of all members both do. */
static void unanimity_breaks_on_one_vote(void **state)
{
    (void)state;
    static const row rows[] = {
        {"meerderheid = unaniem", "abc", "abc", NULL, "voor abc", "3-0", "aangenomen", false},
        {"meerderheid = unaniem", "abc", "abc", NULL, "voor ab tegen c", "2-1", "verworpen", false},
        {"meerderheid = unaniem", "abc", "abc", NULL, "voor ab onthouding c", "2-0", "aangenomen",
         false},
        {"meerderheid = unaniem, grondslag = alle_leden", "abc", "abc", NULL,
         "voor ab onthouding c", "2-0", "verworpen", false},
        {"meerderheid = unaniem, grondslag = alle_leden", "abc", "ab", NULL, "voor ab", "2-0",
         "verworpen", false},
        {"meerderheid = unaniem, grondslag = alle_leden", "abc", "abc", NULL, "voor abc", "3-0",
         "aangenomen", false},
    };
    COUNT(rows);
}

/* Only a reasoned objection stops a decision by consent; votes against do not. */
static void consent_fails_on_one_reasoned_objection(void **state)
{
    (void)state;
    static const row rows[] = {
        {"meerderheid = consent", "abcde", "abcde", NULL, "voor abcde", "5-0", "aangenomen", false},
        {"meerderheid = consent", "abcde", "abcde", NULL, "voor abcd bezwaar e", "4-1", "verworpen",
         false},
        {"meerderheid = consent", "abcde", "abcde", NULL, "voor a tegen bcde", "1-4", "aangenomen",
         false},
        {"meerderheid = consent", "abcde", "abcde", NULL, "onthouding abcde", "0-0", "aangenomen",
         false},
        /* an objection by someone whose term has ended counts for nothing */
        {"meerderheid = consent", "abcdE", "abcde", NULL, "voor abcd bezwaar e", "4-0",
         "aangenomen", false},
    };
    COUNT(rows);
}

/* Half of six members is three: who does not vote works as a vote against. */
static void a_majority_of_all_members_counts_who_does_not_vote(void **state)
{
    (void)state;
    static const row rows[] = {
        {"grondslag = alle_leden", "abcdef", "abcdef", NULL, "voor abcd tegen ef", "4-2",
         "aangenomen", false},
        {"grondslag = alle_leden", "abcdef", "abcd", NULL, "voor abc tegen d", "3-1", "verworpen",
         false},
        {"grondslag = alle_leden", "abcdef", "abcd", NULL, "voor abcd", "4-0", "aangenomen", false},
        /* one seat less that is taken, and three of five is more than half */
        {"grondslag = alle_leden", "abcdeF", "abcd", NULL, "voor abc tegen d", "3-1", "aangenomen",
         false},
        {"meerderheid = twee_derde, grondslag = alle_leden", "abcdef", "abcde", NULL,
         "voor abcd tegen e", "4-1", "aangenomen", false},
        {"meerderheid = twee_derde, grondslag = alle_leden", "abcdef", "abcde", NULL,
         "voor abc tegen d onthouding e", "3-1", "verworpen", false},
        {"meerderheid = drie_vierde, grondslag = alle_leden", "abcdefgh", "abcdef", NULL,
         "voor abcdef", "6-0", "aangenomen", false},
        {"meerderheid = drie_vierde, grondslag = alle_leden", "abcdefgh", "abcdef", NULL,
         "voor abcde onthouding f", "5-0", "verworpen", false},
    };
    COUNT(rows);
}

/* --- Ties ------------------------------------------------------------------------------------- */

static void a_tie_ends_as_the_statutes_say(void **state)
{
    (void)state;
    static const row rows[] = {
        {"stakende_stemmen = voorstel_verworpen", "abcd", "abcd", NULL, "voor ab tegen cd", "2-2",
         "verworpen", false},
        {"stakende_stemmen = voorzitter_beslist", "abcd", "abcd", NULL, "voor ab tegen cd", "2-2",
         "aangenomen", false},
        {"stakende_stemmen = voorzitter_beslist", "abcd", "abcd", NULL, "voor cd tegen ab", "2-2",
         "verworpen", false},
        {"stakende_stemmen = voorzitter_beslist", "abcde", "abcde", NULL,
         "voor bc tegen de onthouding a", "2-2", "verworpen", false},
        /* one vote more, and there is no tie */
        {"stakende_stemmen = voorzitter_beslist", "abcde", "abcde", NULL, "voor cde tegen ab",
         "3-2", "aangenomen", false},
        {"stakende_stemmen = opnieuw", "abcd", "abcd", NULL, "voor ab tegen cd", "2-2", "staakt",
         false},
        {"stakende_stemmen = opnieuw", "abcd", "abcd", NULL, "voor abc tegen d", "3-1",
         "aangenomen", false},
        /* the vote of a chair who is not there decides nothing */
        {"stakende_stemmen = voorzitter_beslist, volmachten = 1", "abcd", "bcd", "ab",
         "voor ab tegen cd", "2-2", "verworpen", false},
        /* two of five members in favour, and two against: no tie of all members */
        {"stakende_stemmen = voorzitter_beslist, grondslag = alle_leden", "abcde", "abcde", NULL,
         "voor ab tegen cd onthouding e", "2-2", "verworpen", false},
        {"stakende_stemmen = voorzitter_beslist, grondslag = alle_leden", "abcd", "abcd", NULL,
         "voor ab tegen cd", "2-2", "aangenomen", false},
    };
    COUNT(rows);
}

/* --- Weight and veto -------------------------------------------------------------------------- */

/* 500 + 300 + 150 + 50 pupils; since 1 July 2021 no director has more votes than the others: of a,
   b (500, 300) a counts for 300. */
static void votes_weigh_by_pupils(void **state)
{
    (void)state;
    static const row rows[] = {
        {"stemgewicht = naar_leerlingen", "abcd", "abcd", NULL, "voor bcd tegen a", "500-500",
         "verworpen", false},
        {"stemgewicht = naar_leerlingen", "abcde", "abcde", NULL, "voor bcde tegen a", "600-500",
         "aangenomen", false},
        {"stemgewicht = naar_leerlingen", "abcde", "abcde", NULL, "voor a tegen bc", "500-450",
         "aangenomen", false},
        {"stemgewicht = naar_leerlingen", "abcd", "abcd", NULL, "voor a tegen bcd", "500-500",
         "verworpen", false},
        {"stemgewicht = naar_leerlingen", "ab", "ab", NULL, "voor a tegen b", "300-300",
         "verworpen", false},
        {"stemgewicht = naar_leerlingen", "a", "a", NULL, "voor a", "500-0", "aangenomen", false},
        /* who is gone weighs nothing; of 300, 150 and 50 the first counts for 200 */
        {"stemgewicht = naar_leerlingen", "Abcd", "abcd", NULL, "voor cd tegen ab", "200-200",
         "verworpen", false},
        /* two thirds of 900 are 600 */
        {"stemgewicht = naar_leerlingen, meerderheid = twee_derde", "bcdefgh", "bcdefgh", NULL,
         "voor bcde tegen fgh", "600-300", "aangenomen", false},
        {"stemgewicht = naar_leerlingen, meerderheid = twee_derde", "bcdefgh", "bcdefgh", NULL,
         "voor bcef tegen dgh", "650-250", "aangenomen", false},
        {"stemgewicht = naar_leerlingen, meerderheid = twee_derde", "bcdefgh", "bcdefgh", NULL,
         "voor bdefg tegen ch", "650-250", "aangenomen", false},
        {"stemgewicht = naar_leerlingen, meerderheid = twee_derde", "bcdefgh", "bcdefgh", NULL,
         "voor bdef tegen cgh", "550-350", "verworpen", false},
    };
    COUNT(rows);
}

static void a_veto_stops_a_decision_where_the_statutes_know_it(void **state)
{
    (void)state;
    static const row rows[] = {
        {"veto = ieder_lid", "abcde", "abcde", NULL, "voor abcd veto e", "4-1", "verworpen", false},
        {"veto = ieder_lid", "abcde", "abcde", NULL, "voor abcd tegen e", "4-1", "aangenomen",
         false},
        {"veto = ieder_lid", "abcdE", "abcde", NULL, "voor abcd veto e", "4-0", "aangenomen",
         false},
        {"veto = voorzitter", "abcde", "abcde", NULL, "voor bcde veto a", "4-1", "verworpen",
         false},
        {"veto = voorzitter", "abcde", "abcde", NULL, "voor abcd veto e", "4-1", "aangenomen",
         false},
    };
    COUNT(rows);
}

/* --- Quorum ----------------------------------------------------------------------------------- */

static void a_quorum_is_there_or_not_by_one_member(void **state)
{
    (void)state;
    static const row rows[] = {
        {"quorum = helft", "abcdef", "abc", NULL, "voor abc", "3-0", "aangenomen", false},
        {"quorum = helft", "abcdef", "ab", NULL, "voor ab", "2-0", "niet_gestemd", false},
        {"quorum = helft", "abcde", "ab", NULL, "voor ab", "2-0", "niet_gestemd", false},
        {"quorum = meer_dan_helft", "abcdef", "abc", NULL, "voor abc", "3-0", "niet_gestemd",
         false},
        {"quorum = meer_dan_helft", "abcdef", "abcd", NULL, "voor abcd", "4-0", "aangenomen",
         false},
        {"quorum = twee_derde", "abcdef", "abcd", NULL, "voor abcd", "4-0", "aangenomen", false},
        {"quorum = twee_derde", "abcdef", "abc", NULL, "voor abc", "3-0", "niet_gestemd", false},
        {"quorum = twee_derde", "abcde", "abc", NULL, "voor abc", "3-0", "niet_gestemd", false},
        {"quorum = voltallig", "abc", "abc", NULL, "voor abc", "3-0", "aangenomen", false},
        {"quorum = voltallig", "abc", "ab", NULL, "voor ab", "2-0", "niet_gestemd", false},
        /* a vacancy: who is no member any more is not missed */
        {"quorum = voltallig", "abC", "ab", NULL, "voor ab", "2-0", "aangenomen", false},
        /* who is there though the term has ended does not count */
        {"quorum = meer_dan_helft", "abcDEF", "adef", NULL, "voor adef", "1-0", "niet_gestemd",
         false},
        {"quorum = geen_quorum", "abcdef", "a", NULL, "voor a", "1-0", "aangenomen", false},
    };
    COUNT(rows);
}

static void a_second_meeting_needs_no_quorum_where_the_statutes_say_so(void **state)
{
    (void)state;
    static const row rows[] = {
        {"quorum = helft, tweede_vergadering = ja", "abcdef", "ab", NULL, "voor ab", "2-0",
         "niet_gestemd", false},
        {"quorum = helft, tweede_vergadering = ja", "abcdef", "ab", NULL, "voor ab", "2-0",
         "aangenomen", true},
        {"quorum = helft", "abcdef", "ab", NULL, "voor ab", "2-0", "niet_gestemd", true},
        /* the majority stays what it is */
        {"quorum = helft, tweede_vergadering = ja, meerderheid = twee_derde", "abcdef", "abc", NULL,
         "voor a tegen bc", "1-2", "verworpen", true},
    };
    COUNT(rows);
}

/* --- Proxies ---------------------------------------------------------------------------------- */

static void proxies_count_up_to_their_number(void **state)
{
    (void)state;
    static const row rows[] = {
        {"volmachten = 1, quorum = meer_dan_helft", "abcde", "ab", "ca", "voor ac tegen b", "2-1",
         "aangenomen", false},
        /* the second proxy in one hand does not count: not for the quorum, not for the vote */
        {"volmachten = 1, quorum = meer_dan_helft", "abcde", "a", "ba ca", "voor abc", "2-0",
         "niet_gestemd", false},
        {"volmachten = 2, quorum = meer_dan_helft", "abcde", "a", "ba ca", "voor abc", "3-0",
         "aangenomen", false},
        {"volmachten = 1", "abcde", "abc", "da ea", "voor ade tegen bc", "2-2", "verworpen", false},
        {"volmachten = 2", "abcde", "abc", "da ea", "voor ade tegen bc", "3-2", "aangenomen",
         false},
        {"volmachten = 1", "abcde", "abc", "da eb", "voor ade tegen bc", "3-2", "aangenomen",
         false},
        {"", "abcde", "abc", "da", "voor ad tegen bc", "1-2", "verworpen", false},
        /* a proxy of, or to, someone whose term has ended */
        {"volmachten = 1", "abcD", "abc", "da", "voor ad tegen bc", "1-2", "verworpen", false},
        {"volmachten = 1", "abcD", "abd", "cd", "voor acd tegen b", "1-1", "verworpen", false},
    };
    COUNT(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ordinary_majority_is_more_than_half_of_the_votes_cast),
        cmocka_unit_test(two_thirds_flip_on_one_vote),
        cmocka_unit_test(three_quarters_flip_on_one_vote),
        cmocka_unit_test(unanimity_breaks_on_one_vote),
        cmocka_unit_test(consent_fails_on_one_reasoned_objection),
        cmocka_unit_test(a_majority_of_all_members_counts_who_does_not_vote),
        cmocka_unit_test(a_tie_ends_as_the_statutes_say),
        cmocka_unit_test(votes_weigh_by_pupils),
        cmocka_unit_test(a_veto_stops_a_decision_where_the_statutes_know_it),
        cmocka_unit_test(a_quorum_is_there_or_not_by_one_member),
        cmocka_unit_test(a_second_meeting_needs_no_quorum_where_the_statutes_say_so),
        cmocka_unit_test(proxies_count_up_to_their_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
