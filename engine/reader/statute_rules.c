/* SPDX-License-Identifier: EUPL-1.2 */
/* Writes rows of the statutes as the text of rules. */
#include <string.h>

#include "reader/statute_rows.h"

typedef struct column {
    const char *name;
    const char *title;
    const char *otherwise;    /* what a row says that is silent; NULL: it must speak */
    const char *const *words; /* a choice; NULL: ja_nee or a number */
    uint16_t count;
    uint16_t most;    /* of a number; 0: ja_nee */
    bool of_the_body; /* asked of the organ itself, not of a meeting of it */
} column;

#define WORDS(...)                                                                                 \
    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)

static const column organ_columns[] = {
    {"rol", "Wat doet dit orgaan?", NULL,
     WORDS("besturend", "toezichthoudend", "adviserend", "medezeggenschap", "uitvoerend"), 0, true},
    {"zetels", "Hoeveel zetels heeft dit orgaan?", NULL, NULL, 0, 200, true},
    {"quorum", "Welk quorum vragen de statuten?", "geen_quorum",
     WORDS("geen_quorum", "helft", "meer_dan_helft", "twee_derde", "voltallig"), 0, false},
    {"meerderheid", "Welke meerderheid vragen de statuten?", "gewone",
     WORDS("gewone", "twee_derde", "drie_vierde", "unaniem", "consent"), 0, false},
    {"grondslag", "Waarvan is dat de meerderheid?", "uitgebracht",
     WORDS("uitgebracht", "alle_leden"), 0, false},
    {"stakende_stemmen", "Wat als de stemmen staken?", "voorstel_verworpen",
     WORDS("voorstel_verworpen", "voorzitter_beslist", "opnieuw"), 0, false},
    {"stemgewicht", "Hoe wegen de stemmen?", "per_zetel", WORDS("per_zetel", "naar_leerlingen"), 0,
     false},
    {"veto", "Wie kan een besluit tegenhouden?", "geen_veto",
     WORDS("geen_veto", "ieder_lid", "voorzitter"), 0, false},
    {"voordracht", "Wie draagt een lid voor?", "geen_voordracht",
     WORDS("geen_voordracht", "bindend_opr"), 0, true},
    {"volmachten", "Hoeveel volmachten mag een lid dragen?", "0", NULL, 0, 200, false},
    {"oproeptermijn", "Hoeveel dagen liggen er tussen oproep en vergadering?", "0", NULL, 0, 365,
     false},
    {"tweede_vergadering", "Beslist een tweede vergadering zonder quorum?", "nee", NULL, 0, 0,
     false},
};
enum { ORGAN_COLUMNS = sizeof organ_columns / sizeof *organ_columns, MAJORITY = 3 };

/* Who can have a say beside the organs. */
static const char *const others[] = {"niet_nodig", "gemeenten", "andere_sector", "schoolbesturen",
                                     "ouders"};
enum { OTHERS = sizeof others / sizeof *others };

static const char *const roles[] = {"instemming_van", "advies_van", "overleg_met",
                                    "goedkeuring_van"};
static const char *const role_titles[] = {"Wiens instemming is nodig?", "Wiens advies is nodig?",
                                          "Met wie moet overlegd zijn?", "Wie moet goedkeuren?"};
static const char *const role_outcomes[] = {"stemt_in", "adviseert", "overlegt", "keurt_goed"};
enum { ROLES = sizeof roles / sizeof *roles };

static const char *const consequences[] = {"nietig", "vernietigbaar"};

/* --- Checking --------------------------------------------------------------------------------- */

static bool is_among(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; word != NULL && i < count; i++) {
        if (strcmp(words[i], word) == 0)
            return true;
    }
    return false;
}

static void check_word(const pt_statute_row *row, const pt_syntax *value, const char *field,
                       const char *const *words, size_t count)
{
    pt_report *report = row->fields.draft->report;
    const char *word =
        value->kind == PT_SYNTAX_NAME || value->kind == PT_SYNTAX_STRING ? value->text : NULL;
    if (word == NULL)
        pt_find(report, PT_R003, value->at, PT_ARGS(field, "een woord"), NULL);
    else if (!is_among(words, count, word))
        pt_find(report, PT_R072, value->at, PT_ARGS(word, field), pt_suggest(word, words, count));
}

static void check_column(const pt_statute_row *row, const column *about)
{
    const pt_syntax *value = about->otherwise == NULL ? pt_field_needed(&row->fields, about->name)
                                                      : pt_field(&row->fields, about->name);
    int64_t number = 0;
    pt_report *report = row->fields.draft->report;
    if (value == NULL)
        return;
    if (about->words != NULL)
        check_word(row, value, about->name, about->words, about->count);
    else if (about->most == 0)
        pt_field_flag(&row->fields, about->name, false);
    else if (!pt_number_of(value, &number) || number % PT_NUMBER_SCALE != 0 || number < 0 ||
             number > (int64_t)about->most * PT_NUMBER_SCALE ||
             (number == 0 && about->otherwise == NULL))
        pt_find(report, PT_R003, value->at,
                PT_ARGS(about->name,
                        pt_format(row->fields.draft->arena, "een heel getal van %d tot en met %d",
                                  about->otherwise == NULL, about->most)),
                NULL);
}

static void check_incompatible(const pt_statute_row *row, const pt_statute_words *organs)
{
    const pt_syntax *list = pt_field(&row->fields, "onverenigbaar"), *organ = NULL;
    if (list == NULL)
        return;
    if (list->kind != PT_SYNTAX_TABLE || list->count == 0) {
        pt_find(row->fields.draft->report, PT_R003, list->at,
                PT_ARGS("onverenigbaar", "een lijst van organen, als { \"bestuur\" }"), NULL);
        return;
    }
    for (size_t i = 0; (organ = pt_positional(list, i)) != NULL; i++)
        check_word(row, organ, "onverenigbaar", organs->words, organs->count);
}

static void check_power(const pt_statute_row *row, const pt_statute_words *organs)
{
    static const char *const deciding[] = {"beslist", "voorbereiding", "anders"};
    pt_report *report = row->fields.draft->report;
    const char **parties =
        PT_NEW_ARRAY(row->fields.draft->arena, organs->count + OTHERS, const char *);
    if (organs->count > 0)
        memcpy(parties, organs->words, organs->count * sizeof *parties);
    memcpy(parties + organs->count, others, sizeof others);
    pt_field_needed(&row->fields, "beslist");
    for (size_t i = 0; i < 3; i++) {
        const pt_syntax *value = pt_field(&row->fields, deciding[i]);
        if (value != NULL)
            check_word(row, value, deciding[i], organs->words, organs->count);
    }
    for (size_t i = 0; i < ROLES; i++) {
        const pt_syntax *value = pt_field(&row->fields, roles[i]);
        if (value != NULL)
            check_word(row, value, roles[i], parties, organs->count + OTHERS);
    }
    const pt_syntax *majority = pt_field(&row->fields, "meerderheid"),
                    *mandate = pt_field(&row->fields, "mandaat_tot"),
                    *consequence = pt_field(&row->fields, "gevolg"),
                    *within = pt_field(&row->fields, "binnen");
    int64_t days = 0;
    if (majority != NULL)
        check_word(row, majority, "meerderheid", organ_columns[MAJORITY].words,
                   organ_columns[MAJORITY].count);
    if (consequence != NULL)
        check_word(row, consequence, "gevolg", consequences, 2);
    if ((mandate == NULL) != (pt_field(&row->fields, "anders") == NULL))
        pt_field_needed(&row->fields, mandate == NULL ? "mandaat_tot" : "anders");
    if (mandate != NULL && (pt_word_call(mandate, "euro") == NULL ||
                            pt_word_call(mandate, "euro")->kind != PT_SYNTAX_STRING))
        pt_find(report, PT_R003, mandate->at, PT_ARGS("mandaat_tot", "euro \"25.000\""), NULL);
    if (within != NULL && (!pt_number_of(within, &days) || days % PT_NUMBER_SCALE != 0 ||
                           days <= 0 || days > 3660LL * PT_NUMBER_SCALE))
        pt_find(report, PT_R003, within->at, PT_ARGS("binnen", "een heel aantal dagen"), NULL);
}

void pt_statute_check(const pt_statute_row *row, const pt_statute_words *organs)
{
    if (row->kind == PT_STATUTE_POWER) {
        check_power(row, organs);
        return;
    }
    for (size_t i = 0; i < ORGAN_COLUMNS; i++)
        check_column(row, &organ_columns[i]);
    check_incompatible(row, organs);
}

/* --- Text ------------------------------------------------------------------------------------- */

static void add_quoted(pt_text *out, const char *text)
{
    pt_text_add_char(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            pt_text_add_char(out, '\\');
        char shown = *text;
        if (shown == '\n')
            shown = ' ';
        pt_text_add_char(out, shown);
    }
    pt_text_add_char(out, '"');
}

static void add_word_list(pt_text *out, const char *title, const char *const *words, size_t count)
{
    pt_text_add(out, "keuze { ");
    add_quoted(out, title);
    for (size_t i = 0; i < count; i++) {
        pt_text_add(out, ", ");
        add_quoted(out, words[i]);
    }
}

static void add_day(pt_text *out, const char *key, pt_date day)
{
    char text[PT_DATE_TEXT];
    if (day != PT_DATE_NONE && day != PT_DATE_FOREVER)
        pt_text_format(out, ", %s = \"%s\"", key, pt_date_format(day, text));
}

/* The grounds of a rule over `subject`: one a row, told apart by `key`. */
static void add_grounds(pt_text *out, const pt_statute_period *period, const char *key)
{
    pt_text_add(out, "  gronden = {\n");
    for (size_t i = 0; i < period->count; i++) {
        const pt_statute_row *row = period->rows[i];
        pt_text_add(out, "    { bron = ");
        add_quoted(out, row->source == NULL ? "" : row->source);
        if (row->status != NULL)
            pt_text_format(out, ", status = \"%s\"", row->status);
        add_day(out, "vanaf", period->from);
        add_day(out, "tot", period->until);
        pt_text_format(out, ", bij = function(%s) return %s == %s end },\n", key, key, row->name);
    }
    pt_text_add(out, "  },\n");
}

static void begin_rule(pt_text *out, const char *name, const char *over, const char *title,
                       const char *day)
{
    pt_text_format(out, "regel \"%s\" {\n  over = \"%s\", titel = ", name, over);
    add_quoted(out, title);
    if (day != NULL)
        pt_text_format(out, ", peildatum = \"%s\"", day);
    pt_text_add(out, ",\n");
}

/* The last row stands for itself: no other reaches it, as its ground says. */
static void begin_case(pt_text *out, const pt_statute_period *period, size_t at, const char *key)
{
    pt_text_add(out, "    ");
    if (at + 1 < period->count)
        pt_text_format(out, "if %s == %s then ", key, period->rows[at]->name);
}

static void end_case(pt_text *out, const pt_statute_period *period, size_t at)
{
    pt_text_add(out, at + 1 < period->count ? " end\n" : "\n");
}

static void end_rule(pt_text *out)
{
    pt_text_add(out, "  end,\n}\n\n");
}

/* --- Organs ----------------------------------------------------------------------------------- */

static const char *value_of(const pt_statute_row *row, const column *about)
{
    const pt_syntax *value = pt_field(&row->fields, about->name);
    if (value == NULL)
        return about->otherwise;
    if (value->kind == PT_SYNTAX_BOOLEAN)
        return value->number == 1 ? "ja" : "nee";
    return value->text;
}

static void add_column_type(pt_text *out, const column *about)
{
    pt_text_add(out, "  levert = ");
    if (about->words != NULL) {
        add_word_list(out, about->title, about->words, about->count);
        pt_text_add(out, " },\n");
    } else if (about->most > 0) {
        pt_text_format(out, "getal { van = 0, tot = %d },\n", about->most);
    } else {
        pt_text_add(out, "ja_nee,\n");
    }
}

static void add_column_rule(pt_text *out, const pt_statute_period *period, const column *about)
{
    const char *key = about->of_the_body ? "soort" : "orgaan_soort";
    begin_rule(out, about->name, about->of_the_body ? "orgaan" : "vergadering", about->title,
               about->of_the_body ? NULL : period->days->meeting);
    add_grounds(out, period, key);
    add_column_type(out, about);
    pt_text_format(out, "  bepaal = function(%s)\n", key);
    for (size_t i = 0; i < period->count; i++) {
        begin_case(out, period, i, key);
        pt_text_format(out, "return %s", value_of(period->rows[i], about));
        end_case(out, period, i);
    }
    end_rule(out);
}

static void add_incompatible_tests(pt_text *out, const pt_statute_row *row)
{
    const pt_syntax *list = pt_field(&row->fields, "onverenigbaar"), *organ = NULL;
    for (size_t i = 0; list != NULL && (organ = pt_positional(list, i)) != NULL; i++) {
        pt_text_format(out,
                       "    if orgaan_soort == %s and persoon_zetels_in_%s > 0 then\n"
                       "      return ja, \"zit ook in: ",
                       row->name, organ->text);
        for (const char *c = organ->text; *c != '\0'; c++) {
            char shown = *c;
            if (shown == '_')
                shown = ' ';
            pt_text_add_char(out, shown);
        }
        pt_text_add(out, "\"\n    end\n");
    }
}

static void add_incompatible_inputs(pt_text *out, const pt_statute_period *period)
{
    const char *named[64];
    size_t count = 0;
    for (size_t i = 0; i < period->count; i++) {
        const pt_syntax *list = pt_field(&period->rows[i]->fields, "onverenigbaar"), *organ = NULL;
        for (size_t j = 0; list != NULL && (organ = pt_positional(list, j)) != NULL; j++) {
            if (count == 64 || is_among(named, count, organ->text))
                continue;
            named[count++] = organ->text;
            pt_text_format(out, ", persoon_zetels_in_%s", organ->text);
        }
    }
}

static void add_incompatible_rule(pt_text *out, const pt_statute_period *period)
{
    begin_rule(out, "onverenigbaar", "zetel", "Heeft dit lid een zetel die hiermee niet samengaat?",
               NULL);
    add_grounds(out, period, "orgaan_soort");
    pt_text_add(out, "  levert = ja_nee,\n  bepaal = function(orgaan_soort, bezet");
    add_incompatible_inputs(out, period);
    pt_text_add(out, ")\n    if not bezet then return nee, \"de zetel is niet bezet\" end\n");
    for (size_t i = 0; i < period->count; i++)
        add_incompatible_tests(out, period->rows[i]);
    pt_text_add(out, "    return nee, \"geen andere zetel die niet samengaat\"\n");
    end_rule(out);
}

void pt_statute_seat_list(pt_text *out, const char *organ)
{
    pt_text_format(
        out,
        "lijst \"zetels_in_%s\" {\n"
        "  over = \"persoon\", van = \"zetel\", neem = aantal, tot = 200,\n"
        "  waar = function(bezet, orgaan_soort) return bezet and orgaan_soort == %s end,\n"
        "}\n\n",
        organ, organ);
}

void pt_statute_organ_rules(pt_text *out, const pt_statute_period *period)
{
    for (size_t i = 0; i < ORGAN_COLUMNS; i++) {
        if (organ_columns[i].of_the_body || period->days->meeting != NULL)
            add_column_rule(out, period, &organ_columns[i]);
    }
    for (size_t i = 0; i < period->count; i++) {
        if (pt_field(&period->rows[i]->fields, "onverenigbaar") != NULL) {
            add_incompatible_rule(out, period);
            return;
        }
    }
}

/* --- Powers ----------------------------------------------------------------------------------- */

static const char *word_in(const pt_statute_row *row, const char *field, const char *otherwise)
{
    const pt_syntax *value = pt_field(&row->fields, field);
    return value == NULL ? otherwise : value->text;
}

static void add_deciders(pt_text *out, const pt_statute_row *row)
{
    const pt_syntax *mandate = pt_field(&row->fields, "mandaat_tot");
    const char *decides = word_in(row, "beslist", "");
    if (mandate != NULL) {
        const char *amount = pt_word_call(mandate, "euro")->text;
        const char *above = word_in(row, "anders", "");
        pt_text_format(
            out,
            "      if orgaan_soort == %s then return beslist, \"heeft het mandaat gegeven "
            "en mag zelf beslissen\" end\n",
            above);
        pt_text_format(
            out,
            "      if orgaan_soort == %s and bekend(voorstel_omvang) and voorstel_omvang > "
            "euro \"%s\" then\n        return geen_bevoegdheid, \"het mandaat gaat tot en "
            "met € %s\"\n      end\n",
            decides, amount, amount);
    }
    pt_text_format(out, "      if orgaan_soort == %s then return beslist, \"%s\" end\n", decides,
                   mandate == NULL ? "beslist volgens de statuten" : "beslist binnen het mandaat");
}

static void add_sayers(pt_text *out, const pt_statute_row *row, const pt_statute_words *organs)
{
    const char *decides = word_in(row, "beslist", ""), *above = word_in(row, "anders", "");
    const char *said[ROLES + 2] = {decides, above};
    size_t count = 2;
    for (size_t i = 0; i < ROLES; i++) {
        const char *word = word_in(row, roles[i], "niet_nodig");
        if (!is_among(organs->words, organs->count, word) || is_among(said, count, word))
            continue;
        said[count++] = word;
        pt_text_format(out,
                       "      if orgaan_soort == %s then return %s, \"volgens de statuten\" end\n",
                       word, role_outcomes[i]);
    }
    const char *prepares = word_in(row, "voorbereiding", NULL);
    if (prepares != NULL && !is_among(said, count, prepares))
        pt_text_format(
            out,
            "      if orgaan_soort == %s then return bereidt_voor, \"volgens de statuten\" "
            "end\n",
            prepares);
}

static void add_part_rule(pt_text *out, const pt_statute_period *period,
                          const pt_statute_words *organs)
{
    begin_rule(out, "rol_van_orgaan", "agendapunt",
               "Wat heeft dit orgaan over het voorstel te zeggen?", period->days->point);
    add_grounds(out, period, "voorstel_besluit");
    pt_text_add(out, "  levert = keuze { \"rol bij het besluit\", \"beslist\", \"stemt_in\", "
                     "\"adviseert\", \"overlegt\", \"keurt_goed\", \"bereidt_voor\", "
                     "\"geen_bevoegdheid\" },\n");
    pt_text_add(out, "  bepaal = function(voorstel_besluit, voorstel_omvang, orgaan_soort)\n");
    for (size_t i = 0; i < period->count; i++) {
        pt_text_format(out, "    if voorstel_besluit == %s then\n", period->rows[i]->name);
        add_deciders(out, period->rows[i]);
        add_sayers(out, period->rows[i], organs);
        pt_text_add(out, "    end\n");
    }
    pt_text_add(
        out,
        "    return geen_bevoegdheid, \"de statuten geven dit orgaan hierover niets te zeggen\"\n");
    end_rule(out);
}

static void add_say_rule(pt_text *out, const pt_statute_period *period, size_t role,
                         const pt_statute_words *organs)
{
    begin_rule(out, roles[role], "voorstel", role_titles[role], period->days->proposal);
    add_grounds(out, period, "besluit");
    pt_text_add(out, "  levert = ");
    add_word_list(out, role_titles[role], others, OTHERS);
    for (size_t i = 0; i < organs->count; i++)
        pt_text_format(out, ", \"%s\"", organs->words[i]);
    pt_text_add(out, " },\n  bepaal = function(besluit)\n");
    for (size_t i = 0; i < period->count; i++) {
        begin_case(out, period, i, "besluit");
        pt_text_format(out, "return %s", word_in(period->rows[i], roles[role], "niet_nodig"));
        end_case(out, period, i);
    }
    end_rule(out);
}

static void add_majority_rule(pt_text *out, const pt_statute_period *period)
{
    const column *majority = &organ_columns[MAJORITY];
    begin_rule(out, "geldende_meerderheid", "agendapunt", "Welke meerderheid vraagt dit besluit?",
               period->days->point);
    add_grounds(out, period, "voorstel_besluit");
    add_column_type(out, majority);
    pt_text_add(out,
                "  bepaal = function(voorstel_besluit, rol_van_orgaan, vergadering_meerderheid)\n");
    for (size_t i = 0; i < period->count; i++) {
        const char *word = word_in(period->rows[i], "meerderheid", NULL);
        if (word != NULL)
            pt_text_format(
                out,
                "    if voorstel_besluit == %s and rol_van_orgaan == beslist then return "
                "%s, \"dit besluit vraagt meer dan andere\" end\n",
                period->rows[i]->name, word);
    }
    for (uint16_t i = 1; i < majority->count; i++)
        pt_text_format(
            out,
            "    if vergadering_meerderheid == %s then return %s, \"zo beslist dit orgaan\" end\n",
            majority->words[i], majority->words[i]);
    pt_text_add(out, "    return gewone, \"zo beslist dit orgaan\"\n");
    end_rule(out);
}

static void add_term_rule(pt_text *out, const pt_statute_period *period)
{
    begin_rule(out, "besluit_uiterlijk", "voorstel", "Wanneer moet uiterlijk beslist zijn?",
               period->days->proposal);
    add_grounds(out, period, "besluit");
    pt_text_add(out, "  levert = datum,\n  bepaal = function(besluit, voorgelegd_op)\n");
    for (size_t i = 0; i < period->count; i++) {
        const pt_syntax *within = pt_field(&period->rows[i]->fields, "binnen");
        begin_case(out, period, i, "besluit");
        if (within == NULL)
            pt_text_add(out, "return geen");
        else
            pt_text_format(out, "return voorgelegd_op + dagen(%s)", within->text);
        end_case(out, period, i);
    }
    end_rule(out);
}

static void add_consequence_rule(pt_text *out, const pt_statute_period *period)
{
    begin_rule(out, "gevolg_van_gebrek", "voorstel",
               "Wat is een besluit zonder de nodige instemming of goedkeuring?",
               period->days->proposal);
    add_grounds(out, period, "besluit");
    pt_text_add(out, "  levert = ");
    add_word_list(out, "gevolg", consequences, 2);
    pt_text_add(out, " },\n  bepaal = function(besluit)\n");
    for (size_t i = 0; i < period->count; i++) {
        begin_case(out, period, i, "besluit");
        pt_text_format(out, "return %s", word_in(period->rows[i], "gevolg", "nietig"));
        end_case(out, period, i);
    }
    end_rule(out);
}

void pt_statute_power_rules(pt_text *out, const pt_statute_period *period,
                            const pt_statute_words *organs)
{
    add_part_rule(out, period, organs);
    for (size_t i = 0; i < ROLES; i++)
        add_say_rule(out, period, i, organs);
    add_majority_rule(out, period);
    add_term_rule(out, period);
    add_consequence_rule(out, period);
}
