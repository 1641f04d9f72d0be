/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/tally_json.h"

static const char *const words[] = {"geldig", "vernietigbaar", "nietig", "niet_genomen"};

static void add_decisions(pt_json *json, const pt_tally *tally)
{
    pt_json_list(json, "besluiten");
    for (size_t i = 0; i < tally->decision_count; i++) {
        const pt_tally_decision *one = &tally->decisions[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "voorstel", one->name);
        pt_json_text(json, "uitkomst", words[one->decided]);
        pt_json_date(json, "voorgelegd_op", one->put_forward);
        pt_json_date(json, "genomen_op", one->taken);
        pt_json_truth(json, "te_laat", one->late);
        pt_json_text(json, "regel", one->rule);
        pt_json_text(json, "reden", one->reason);
        pt_json_text(json, "bron", one->source);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_burden(pt_json *json, const char *key, const pt_tally_burden *one)
{
    pt_json_object(json, key);
    if (one->bearer != NULL)
        pt_json_text(json, "wie", one->bearer);
    pt_json_fraction(json, "minuten", one->minutes, PT_NUMBER_SCALE);
    pt_json_fraction(json, "minuten_van", one->least, PT_NUMBER_SCALE);
    pt_json_fraction(json, "minuten_tot", one->most, PT_NUMBER_SCALE);
    pt_json_number(json, "centen", one->cents);
    pt_json_number(json, "keer", (int64_t)one->times);
    pt_json_truth(json, "aanname", one->assumed);
    pt_json_close(json);
}

void pt_tally_json_fields(pt_json *json, const pt_tally *tally)
{
    for (size_t i = 0; i <= PT_DECIDED_NOT; i++)
        pt_json_number(json, words[i], (int64_t)tally->decided[i]);
    pt_json_number(json, "besluiten_te_laat", (int64_t)tally->decided_late);
    pt_json_number(json, "vergaderingen", (int64_t)tally->meetings);
    pt_json_number(json, "stemmen_in_eigen_zaak", (int64_t)tally->own_matters);
    pt_json_number(json, "onverenigbare_zetels", (int64_t)tally->incompatible);
    pt_json_number(json, "plichten_nagekomen", (int64_t)tally->duties_kept);
    pt_json_number(json, "plichten_te_laat", (int64_t)tally->duties_late);
    add_decisions(json, tally);
    pt_json_list(json, "belasting");
    for (size_t i = 0; i < tally->burden_count; i++)
        add_burden(json, NULL, &tally->burdens[i]);
    pt_json_close(json);
    add_burden(json, "belasting_samen", &tally->total);
}

static void add_bottlenecks(pt_json *json, const pt_run_result *result)
{
    const pt_tally *tally = result->tally;
    pt_json_list(json, "knelpunten");
    for (size_t i = 0; i < tally->bottleneck_count; i++) {
        const pt_tally_bottleneck *one = &tally->bottlenecks[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "titel", one->mark->title);
        pt_json_text(json, "regel", result->pack->rule_groups[one->group].name);
        pt_json_text(json, "onderwerp", one->name);
        pt_json_date(json, "sinds", one->since);
        pt_json_number(json, "dagen", one->days);
        pt_json_truth(json, "nog_steeds", one->still);
        pt_json_text(json, "reden", one->reason);
        pt_json_text(json, "bron", one->source);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_tries(pt_json *json, const pt_run_result *result)
{
    const pt_tries *tries = result->tries;
    pt_json_list(json, "verbeteringen");
    for (size_t i = 0; tries != NULL && i < tries->count; i++) {
        const pt_try *one = &tries->items[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "verbetering", one->shown);
        pt_json_text(json, "variant", one->improvement->variant);
        pt_json_text(json, "regel", result->pack->rule_groups[one->group].name);
        pt_json_truth(json, "helpt", one->helps);
        pt_json_number(json, "dagen_minder_knelpunt", one->days);
        if (one->tally == NULL) {
            pt_json_text(json, "kan_niet", one->obstacle == NULL ? "" : one->obstacle);
        } else {
            pt_json_object(json, "balans");
            pt_tally_json_fields(json, one->tally);
            pt_json_close(json);
        }
        pt_json_close(json);
    }
    pt_json_close(json);
}

void pt_tally_json(pt_json *json, const pt_run_result *result)
{
    if (result->tally == NULL)
        return;
    pt_json_object(json, "balans");
    pt_tally_json_fields(json, result->tally);
    pt_json_close(json);
    add_bottlenecks(json, result);
    add_tries(json, result);
}
