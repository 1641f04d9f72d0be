/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/rulebook_json.h"

#include "report/json.h"
#include "report/rulebook_wording.h"

static void open_pack(pt_json *json, const pt_pack *pack)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "pakket", pack->name);
    pt_json_text(json, "variant", pack->variant);
    pt_json_text(json, "versie", pack->version);
    pt_json_date(json, "recht_van", pack->law_from);
    pt_json_date(json, "recht_tot", pack->law_until);
}

static void close_pack(pt_json *json)
{
    pt_json_close(json);
    pt_text_add_char(json->out, '\n');
}

/* --- Parts ------------------------------------------------------------------------------------ */

static void add_place(pt_json *json, pt_position at)
{
    pt_json_text(json, "bestand", at.source == NULL ? NULL : at.source->path);
    pt_json_number(json, "regel", at.line);
}

static void add_thing(pt_json *json, const pt_uses *uses, uint32_t number)
{
    const pt_thing *thing = &uses->things[number];
    bool has_subject = thing->subject < uses->pack->kind_count;
    pt_json_text(json, "soort", pt_book_word(thing));
    pt_json_text(json, "naam", thing->name);
    pt_json_text(json, "onderwerp", has_subject ? uses->pack->kinds[thing->subject].name : NULL);
    pt_json_text(json, "titel", thing->title);
}

static void add_value(pt_json *json, const pt_pack *pack, const char *key, pt_value value)
{
    if (!pt_is_value(value)) {
        pt_json_null(json, key);
        return;
    }
    pt_text shown = pt_text_create(json->out->arena);
    pt_value_show(&shown, pack, value);
    pt_json_text(json, key, shown.bytes);
}

static void add_source(pt_json *json, const pt_pack *pack, const pt_source_sheet *sheet)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "bron", sheet->source);
    pt_json_date(json, "vanaf", sheet->from);
    pt_json_date(json, "tot", sheet->until);
    pt_json_text(json, "status", pt_book_status_word(sheet->status));
    if (sheet->ground != NULL)
        pt_json_truth(json, "voorwaardelijk", sheet->ground->applies != NULL);
    if (sheet->row != NULL) {
        add_value(json, pack, "waarde", sheet->row->value);
        add_value(json, pack, "van", sheet->row->low);
        add_value(json, pack, "tot_en_met", sheet->row->high);
    }
    pt_json_list(json, "verwijzingen");
    for (size_t i = 0; i < sheet->link_count; i++)
        pt_json_text(json, NULL, sheet->links[i]);
    pt_json_close(json);
    pt_json_close(json);
}

static void add_sources(pt_json *json, const pt_pack *pack, const char *key,
                        const pt_source_sheet *sources, size_t count)
{
    pt_json_list(json, key);
    for (size_t i = 0; i < count; i++)
        add_source(json, pack, &sources[i]);
    pt_json_close(json);
}

/* --- The list --------------------------------------------------------------------------------- */

void pt_rulebook_json_list(pt_text *out, const pt_uses *uses, const pt_listing *listing)
{
    pt_json json = pt_json_create(out);
    open_pack(&json, uses->pack);
    pt_json_number(&json, "scenariobestanden", (int64_t)listing->scenarios);
    pt_json_list(&json, "blokken");
    for (size_t i = 0; i < listing->line_count; i++) {
        const pt_line *line = &listing->lines[i];
        pt_json_object(&json, NULL);
        add_thing(&json, uses, line->thing);
        add_place(&json, uses->things[line->thing].at);
        add_sources(&json, uses->pack, "gronden", line->sources, line->source_count);
        pt_json_list(&json, "geraakte_gronden");
        for (size_t j = 0; j < line->source_count && j < 64; j++) {
            if ((line->grounds >> j & 1) != 0)
                pt_json_text(&json, NULL, line->sources[j].source);
        }
        pt_json_close(&json);
        pt_json_number(&json, "geraakt_door", line->touching);
        pt_json_number(&json, "verwacht_in", line->expecting);
        pt_json_close(&json);
    }
    pt_json_close(&json);
    close_pack(&json);
}

/* --- Sheets ----------------------------------------------------------------------------------- */

static void add_trees(pt_json *json, const pt_version_sheet *version)
{
    pt_json_list(json, "bomen");
    for (size_t i = 0; i < version->tree_count; i++) {
        const pt_tree_sheet *tree = &version->trees[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "functie", tree->path);
        pt_json_truth(json, "vrij", tree->free);
        pt_json_number(json, "minste_paden", tree->least);
        pt_json_number(json, "meeste_paden", tree->most);
        pt_json_number(json, "zonder_bewijs", tree->opaque);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_version(pt_json *json, const pt_uses *uses, const pt_version_sheet *version)
{
    const pt_thing *thing = &uses->things[version->thing];
    pt_json_object(json, NULL);
    add_place(json, thing->at);
    if (thing->kind == PT_THING_BLOCK)
        pt_json_text(json, "toelichting", uses->pack->blocks[thing->index].note);
    add_sources(json, uses->pack, thing->kind == PT_THING_PARAMETER ? "waarden" : "gronden",
                version->sources, version->source_count);
    add_trees(json, version);
    pt_json_text_bytes(json, "tekst", version->text, version->text_length);
    pt_json_close(json);
}

static void add_use(pt_json *json, const pt_uses *uses, const pt_use *use, uint32_t thing)
{
    pt_json_object(json, NULL);
    add_thing(json, uses, thing);
    pt_json_text(json, "rol", use->role);
    pt_json_text(json, "als", use->input == NULL ? NULL : use->input->name);
    pt_json_close(json);
}

static void add_uses(pt_json *json, const pt_uses *uses, const pt_sheet *sheet)
{
    pt_json_list(json, "invoer");
    for (size_t i = 0; i < sheet->input_count; i++)
        add_use(json, uses, sheet->inputs[i], sheet->inputs[i]->of);
    pt_json_close(json);
    pt_json_truth(json, "vandaag", sheet->today);
    pt_json_list(json, "hangt_ervan_af");
    for (size_t i = 0; i < sheet->user_count; i++)
        add_use(json, uses, sheet->users[i], sheet->users[i]->by);
    pt_json_close(json);
}

static void add_parameters(pt_json *json, const pt_uses *uses, const pt_sheet *sheet)
{
    pt_json_list(json, "parameters");
    for (size_t i = 0; i < sheet->parameter_count; i++) {
        const pt_version_sheet *parameter = &sheet->parameters[i];
        pt_json_object(json, NULL);
        add_thing(json, uses, parameter->thing);
        add_sources(json, uses->pack, "waarden", parameter->sources, parameter->source_count);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_scenarios(pt_json *json, const pt_sheet *sheet)
{
    pt_json_list(json, "scenarios");
    for (size_t i = 0; i < sheet->scenario_count; i++) {
        const pt_scenario_sheet *scenario = &sheet->scenarios[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "bestand", scenario->path);
        pt_json_number(json, "gespeeld", scenario->plays);
        pt_json_number(json, "geraakt", scenario->touched);
        pt_json_number(json, "verwachtingen", scenario->expected);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void add_sheet(pt_json *json, const pt_uses *uses, const pt_sheet *sheet)
{
    const pt_thing *thing = &uses->things[sheet->versions[0].thing];
    const pt_type *type = pt_book_type_of(uses, thing);
    pt_json_object(json, NULL);
    add_thing(json, uses, sheet->versions[0].thing);
    pt_json_text(json, "geeft",
                 type == NULL ? NULL : pt_book_type(json->out->arena, uses->pack, type, PT_DUTCH));
    pt_json_text(json, "wie", pt_book_bearer(uses, thing));
    pt_json_text(json, "op", pt_book_target(uses, thing));
    pt_json_list(json, "versies");
    for (size_t i = 0; i < sheet->version_count; i++)
        add_version(json, uses, &sheet->versions[i]);
    pt_json_close(json);
    add_uses(json, uses, sheet);
    add_parameters(json, uses, sheet);
    add_scenarios(json, sheet);
    pt_json_close(json);
}

void pt_rulebook_json_sheets(pt_text *out, const pt_uses *uses, const pt_sheet *const *sheets,
                             size_t count)
{
    pt_json json = pt_json_create(out);
    open_pack(&json, uses->pack);
    pt_json_list(&json, "bladen");
    for (size_t i = 0; i < count; i++)
        add_sheet(&json, uses, sheets[i]);
    pt_json_close(&json);
    close_pack(&json);
}

/* --- What is not law -------------------------------------------------------------------------- */

static void add_assumption(pt_json *json, const pt_uses *uses, const pt_assumption *one)
{
    const pt_thing *thing = &uses->things[one->thing];
    pt_json_object(json, NULL);
    add_thing(json, uses, one->thing);
    add_place(json, thing->at);
    pt_json_truth(json, "open_norm", thing->kind == PT_THING_FACT);
    if (thing->kind == PT_THING_FACT)
        pt_json_text(json, "eigenaar", uses->pack->kinds[thing->subject].facts[thing->index].owner);
    add_sources(json, uses->pack, "bronnen", one->sources, one->source_count);
    pt_json_list(json, "uitkomsten");
    for (size_t i = 0; i < one->outcome_count; i++) {
        pt_json_object(json, NULL);
        add_thing(json, uses, one->outcomes[i]);
        pt_json_close(json);
    }
    pt_json_close(json);
    pt_json_number(json, "verwachtingen", (int64_t)one->expected);
    pt_json_number(json, "scenariobestanden", (int64_t)one->scenarios);
    pt_json_close(json);
}

void pt_rulebook_json_assumptions(pt_text *out, const pt_uses *uses,
                                  const pt_assumptions *assumptions)
{
    pt_json json = pt_json_create(out);
    open_pack(&json, uses->pack);
    pt_json_list(&json, "aannames");
    for (size_t i = 0; i < assumptions->count; i++)
        add_assumption(&json, uses, &assumptions->all[i]);
    pt_json_close(&json);
    close_pack(&json);
}
