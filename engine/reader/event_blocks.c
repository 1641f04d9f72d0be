/* SPDX-License-Identifier: EUPL-1.2 */
/* Declares events and windows. */
#include <string.h>

#include "reader/blocks.h"

static void read_ask(pt_draft *draft, pt_event *event, const pt_syntax *field)
{
    const pt_syntax *key = field->items[0];
    pt_type_declaration made;
    if (key == NULL || key->kind != PT_SYNTAX_STRING || !pt_is_rule_name(key->text)) {
        pt_find(draft->report, PT_R003, field->at, PT_ARGS("vraagt", "naam = soort { … }"), NULL);
        return;
    }
    if (!pt_type_of(draft, field->items[1], pt_format(draft->arena, "vraag '%s'", key->text),
                    &made))
        return;
    event->asks[event->ask_count++] = (pt_event_ask){key->text, made.title, made.type, key->at};
}

static bool same_kind(const pt_type *fact, const pt_type *asked)
{
    return fact->kind == asked->kind && (fact->kind != PT_CHOICE || fact->set == asked->set);
}

static void read_set(pt_draft *draft, pt_event *event, uint16_t kind, const pt_syntax *field)
{
    const pt_syntax *key = field->items[0], *value = field->items[1];
    if (key == NULL || key->kind != PT_SYNTAX_STRING) {
        pt_find(draft->report, PT_R003, field->at, PT_ARGS("zet", "gegeven = waarde"), NULL);
        return;
    }
    uint16_t fact = pt_fact_named(draft, kind, key->text, key->at, -1);
    if (fact == PT_NO_INDEX)
        return;
    const pt_type *type = &draft->pack->kinds[kind].facts[fact].type;
    pt_event_set *set = &event->sets[event->set_count];
    *set = (pt_event_set){.fact = fact, .source = PT_SET_CONSTANT};
    const pt_syntax *asked = pt_word_call(value, "vraag");
    bool good = true;
    if (value->kind == PT_SYNTAX_NAME && strcmp(value->text, "vandaag") == 0) {
        set->source = PT_SET_TODAY;
        good = type->kind == PT_DATE ||
               pt_find(draft->report, PT_R003, value->at,
                       PT_ARGS(key->text, "een datum om op vandaag te zetten"), NULL);
    } else if (asked != NULL && asked->kind == PT_SYNTAX_STRING) {
        set->source = PT_SET_ASKED;
        while (set->asked < event->ask_count &&
               strcmp(event->asks[set->asked].name, asked->text) != 0)
            set->asked++;
        if (set->asked == event->ask_count)
            good = pt_find(draft->report, PT_R029, asked->at, PT_ARGS(asked->text), NULL);
        else if (!same_kind(type, &event->asks[set->asked].type))
            good = pt_find(draft->report, PT_R003, asked->at,
                           PT_ARGS(asked->text, "dezelfde soort als het gegeven"), NULL);
    } else {
        good = pt_constant_of(draft, value, type, &set->constant);
    }
    event->set_count += good;
}

void pt_declare_event(pt_draft *draft, const pt_declaration *declaration)
{
    uint32_t block = pt_new_block(draft, PT_BLOCK_EVENT, declaration);
    const char *what = pt_block_what(draft, block);
    pt_fields fields = PT_FIELDS(draft, declaration->value, what, "titel", "toelichting", "bron",
                                 "over", "maakt", "vraagt", "zet", "belasting");
    pt_pack *pack = draft->pack;
    pt_read_texts(draft, block, &fields);
    if (pt_pack_event(pack, declaration->name) != PT_NO_INDEX)
        pt_find(draft->report, PT_R006, declaration->name_at, PT_ARGS(declaration->name), NULL);
    pt_event event = {.block = block, .makes = pt_field(&fields, "maakt") != NULL};
    uint16_t kind = pt_field_subject(&fields, event.makes ? "maakt" : "over");
    pack->blocks[block].subject = kind;
    const pt_syntax *asks = pt_field(&fields, "vraagt"), *sets = pt_field(&fields, "zet");
    if (asks != NULL && asks->kind == PT_SYNTAX_TABLE) {
        event.asks = PT_NEW_ARRAY(draft->arena, asks->count, pt_event_ask);
        for (size_t i = 0; i < asks->count; i++)
            read_ask(draft, &event, asks->items[i]);
    }
    if (sets != NULL && sets->kind == PT_SYNTAX_TABLE && kind != PT_NO_INDEX) {
        event.sets = PT_NEW_ARRAY(draft->arena, sets->count, pt_event_set);
        for (size_t i = 0; i < sets->count; i++)
            read_set(draft, &event, kind, sets->items[i]);
    }
    pack->events = pt_arena_grow(draft->arena, pack->events, pack->event_count,
                                 &draft->event_capacity, sizeof event);
    pack->events[pack->event_count++] = event;
}

void pt_declare_window(pt_draft *draft, const pt_declaration *declaration)
{
    static const char *const takes[] = {"hoogste", "laatste_venster"};
    uint32_t block = pt_new_block(draft, PT_BLOCK_WINDOW, declaration);
    pt_fields fields =
        PT_FIELDS(draft, declaration->value, pt_block_what(draft, block), "over", "titel",
                  "toelichting", "bron", "van", "via", "dag", "telt", "lengte", "neem", "sinds");
    pt_read_texts(draft, block, &fields);
    pt_pack *pack = draft->pack;
    pt_window window = {
        .block = block, .counted = PT_NO_INDEX, .day = PT_NO_INDEX, .since = PT_NO_INDEX};
    uint16_t subject = pack->blocks[block].subject = pt_field_subject(&fields, "over");
    window.of = pt_field_subject(&fields, "van");
    window.reference = pt_reference_to(draft, window.of, subject, &fields);
    pt_field_needed(&fields, "telt");
    pt_field_needed(&fields, "dag");
    window.counted = pt_field_fact(&fields, "telt", window.of, PT_NUMBER);
    window.day = pt_field_fact(&fields, "dag", window.of, PT_DATE);
    window.since = pt_field_fact(&fields, "sinds", subject, PT_DATE);
    window.take = (uint8_t)(PT_TAKE_HIGHEST + pt_field_word(&fields, "neem", takes, 2, 0));
    const pt_syntax *length = pt_field_needed(&fields, "lengte");
    if (length != NULL)
        pt_length_of(draft, length, &window.length);
    window.type = (pt_type){.kind = PT_NUMBER, .high = 1000000LL * PT_NUMBER_SCALE};
    if (window.counted != PT_NO_INDEX)
        window.type.fraction_bits = pack->kinds[window.of].facts[window.counted].type.fraction_bits;
    pack->windows = pt_arena_grow(draft->arena, pack->windows, pack->window_count,
                                  &draft->window_capacity, sizeof window);
    pack->windows[pack->window_count++] = window;
}
