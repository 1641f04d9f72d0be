/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/explanation_json.h"

#include "report/json.h"
#include "report/judgement_report.h"
#include "report/rulebook_wording.h"
#include "report/term_wording.h"

static void add_own(pt_json *json, const pt_explanation *node)
{
    static const char *const kinds[] = {
        [PT_EXPLAIN_RULE] = "regel",      [PT_EXPLAIN_EXCEPTION] = "uitzondering",
        [PT_EXPLAIN_DUTY] = "plicht",     [PT_EXPLAIN_PART] = "onderdeel",
        [PT_EXPLAIN_CONDITION] = "vraag", [PT_EXPLAIN_FACT] = "gegeven",
        [PT_EXPLAIN_TODAY] = "vandaag",   [PT_EXPLAIN_PARAMETER] = "parameter",
        [PT_EXPLAIN_WINDOW] = "venster",  [PT_EXPLAIN_LIST] = "lijst",
        [PT_EXPLAIN_SHARE] = "aandeel",   [PT_EXPLAIN_REFERRER] = "telt_mee"};
    pt_json_text(json, "soort", kinds[node->kind]);
    pt_json_text(json, "rol", node->role);
    pt_json_text(json, "naam", node->kind == PT_EXPLAIN_CONDITION ? node->text : node->name);
    pt_json_text(json, "onderwerp", node->subject_name);
    pt_json_text(json, "waarde",
                 node->kind != PT_EXPLAIN_CONDITION ? node->shown
                 : node->answer                     ? "ja"
                                                    : "nee");
    pt_json_text(json, "reden", node->reason);
    pt_json_text(json, "bron", node->source);
    if (node->variant != NULL)
        pt_json_text(json, "variant", node->variant);
    if (node->row != NULL) {
        pt_json_date(json, "vanaf", node->row->from);
        pt_json_text(json, "status", pt_book_status_word(node->row->status));
    }
    pt_json_truth(json, "aanname", node->assumed);
    if (node->kind == PT_EXPLAIN_FACT) {
        pt_json_date(json, "sinds", node->since);
        pt_json_date(json, "bekend_op", node->set_on);
        pt_json_text(json, "gebeurtenis", node->event);
        pt_json_truth(json, "uit_het_scenario", node->told);
        pt_json_truth(json, "oordeel", node->judgement);
    }
    if (node->at.source != NULL) {
        pt_json_text(json, "bestand", node->at.source->path);
        pt_json_number(json, "regel", node->at.line);
        pt_json_number(json, "kolom", node->at.column);
    }
    if (node->duty != NULL) {
        pt_json_text(json, "wie", node->bearer);
        pt_json_date(json, "uiterlijk", node->duty->due);
    }
    if (node->duty != NULL && node->duty->term != NULL)
        pt_term_wording_json(json, node->duty->term);
}

static void add_share(pt_json *json, const pt_share_shown *share)
{
    pt_json_object(json, "verdeling");
    pt_json_text(json, "geheel", share->whole);
    pt_json_text(json, "gewicht", share->weight);
    pt_json_text(json, "gewicht_samen", share->weights);
    pt_json_text(json, "naar_beneden", share->floor);
    pt_json_number(json, "rest", share->remainder);
    pt_json_number(json, "deler", share->divisor);
    pt_json_number(json, "plaats", share->rank);
    pt_json_number(json, "delen", share->parts);
    pt_json_number(json, "over", share->left);
    pt_json_close(json);
}

static void add_node(pt_json *json, const pt_explanation *node)
{
    enum { ROOM_FOR_ONE = 4 };
    add_own(json, node);
    if (node->share != NULL)
        add_share(json, node->share);
    if (node->repeated)
        pt_json_truth(json, "zie_hierboven", true);
    if (node->child_count == 0)
        return;
    if (json->depth + ROOM_FOR_ONE > PT_JSON_DEPTH) {
        pt_json_truth(json, "afgekapt", true);
        return;
    }
    pt_json_list(json, "omdat");
    for (size_t i = 0; i < node->child_count; i++) {
        pt_json_object(json, NULL);
        add_node(json, node->children[i]);
        pt_json_close(json);
    }
    pt_json_close(json);
}

void pt_explanation_json(pt_text *out, const pt_explanation *explanation, pt_date day)
{
    pt_json json = pt_json_create(out);
    pt_json_object(&json, NULL);
    pt_json_date(&json, "dag", day);
    pt_leeway_json(&json, explanation->situation, explanation->leeway);
    add_node(&json, explanation);
    pt_json_close(&json);
    pt_text_add_char(out, '\n');
}
