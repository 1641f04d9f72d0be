/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/ways_report.h"

#include <string.h>

#include "report/overview.h"
#include "report/wording.h"

enum { FIRST_INDENT = 2, WAY_INDENT = 7 };

/* --- For people ------------------------------------------------------------------------------- */

static void add_paragraph(pt_ways_page *to, pt_tone tone, pt_message message,
                          const char *const *arguments)
{
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_say(&to->page, tone, message, arguments);
    pt_page_end(&to->page, FIRST_INDENT);
}

static const char *joined(pt_arena *arena, const char *const *names, size_t count)
{
    pt_text out = pt_text_create(arena);
    for (size_t i = 0; i < count; i++)
        pt_text_format(&out, "%s%s", i == 0 ? "" : ", ", names[i]);
    return out.bytes;
}

static void add_head(pt_ways_page *to, const pt_uses *uses, const pt_thing *thing)
{
    pt_arena *arena = to->out->arena;
    const char *day = pt_wording_day(arena, to->day, to->page.language);
    const char *title = thing->title != NULL ? thing->title : pt_wording_name(arena, thing->name);
    const char *on = pt_message_filled(arena, PT_TEXT_WAYS_ON, to->page.language, PT_ARGS(day));
    pt_overview_heading(&to->page, pt_format(arena, "%s: %s", title, on));
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_put(&to->page, PT_TONE_FAINT,
                pt_format(arena, "%s.%s", uses->pack->kinds[thing->subject].name, thing->name));
    pt_page_end(&to->page, FIRST_INDENT);
}

static void add_way(pt_ways_page *to, const pt_way_in *way, size_t number)
{
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_put(&to->page, PT_TONE_COUNT, pt_format(to->out->arena, "%zu", number));
    for (size_t i = 0; i < way->condition_count; i++) {
        pt_page_pad(&to->page, WAY_INDENT);
        pt_page_put(&to->page, PT_TONE_PLAIN, way->conditions[i]);
        pt_page_end(&to->page, WAY_INDENT + 2);
    }
    if (way->condition_count > 0)
        return;
    pt_page_pad(&to->page, WAY_INDENT);
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_WAYS_ALWAYS, NULL);
    pt_page_end(&to->page, WAY_INDENT);
}

static void add_ways(pt_ways_page *to, const pt_ways_in *ways)
{
    size_t number = 0;
    for (size_t i = 0; i < ways->count; i++) {
        const pt_way_in *way = &ways->ways[i];
        if (i == 0 || strcmp(way->outcome, ways->ways[i - 1].outcome) != 0) {
            pt_page_blank(&to->page);
            pt_page_put(&to->page, PT_TONE_STRONG, way->outcome);
            pt_page_end(&to->page, 0);
            number = 0;
        }
        add_way(to, way, ++number);
    }
    pt_page_blank(&to->page);
}

static void add_notes(pt_ways_page *to, const pt_ways_in *ways)
{
    pt_arena *arena = to->out->arena;
    if (ways->deep)
        add_paragraph(to, PT_TONE_FAINT, PT_TEXT_WAYS_FOLLOWED,
                      PT_ARGS(pt_format(arena, "%zu", ways->followed)));
    if (ways->kept_count > 0)
        add_paragraph(to, PT_TONE_FAINT, PT_TEXT_WAYS_KEPT,
                      PT_ARGS(joined(arena, ways->kept, ways->kept_count)));
    if (ways->free)
        add_paragraph(to, PT_TONE_DOUBT, PT_TEXT_WAYS_FREE, NULL);
    add_paragraph(to, PT_TONE_FAINT, PT_TEXT_WAYS_PREMISE, NULL);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void add_texts(pt_json *json, const char *key, const char *const *texts, size_t count)
{
    pt_json_list(json, key);
    for (size_t i = 0; i < count; i++)
        pt_json_text(json, NULL, texts[i]);
    pt_json_close(json);
}

static void add_json(pt_ways_page *to, const pt_uses *uses, const pt_thing *thing,
                     const pt_ways_in *ways)
{
    pt_json *json = &to->json;
    pt_json_object(json, NULL);
    pt_json_text(json, "onderwerp", uses->pack->kinds[thing->subject].name);
    pt_json_text(json, "naam", thing->name);
    pt_json_truth(json, "in_werking", ways->block != NULL);
    pt_json_truth(json, "diep", ways->deep);
    pt_json_truth(json, "te_groot", ways->too_large);
    pt_json_truth(json, "vrij", ways->free);
    add_texts(json, "niet_uitgewerkt", ways->kept, ways->kept_count);
    pt_json_list(json, "paden");
    for (size_t i = 0; i < ways->count; i++) {
        pt_json_object(json, NULL);
        pt_json_text(json, "uitkomst", ways->ways[i].outcome);
        add_texts(json, "als", ways->ways[i].conditions, ways->ways[i].condition_count);
        pt_json_close(json);
    }
    pt_json_close(json);
    pt_json_close(json);
}

/* --- The whole -------------------------------------------------------------------------------- */

pt_ways_page pt_ways_begin(pt_text *out, pt_date day, const pt_style *style)
{
    pt_ways_page made = {.page = pt_page_create(out, style->language, style->coloured),
                         .json = pt_json_create(out),
                         .out = out,
                         .day = day,
                         .as_json = style->medium == PT_MEDIUM_JSON};
    if (made.as_json) {
        pt_json_object(&made.json, NULL);
        pt_json_date(&made.json, "dag", day);
        pt_json_list(&made.json, "regels");
    }
    return made;
}

void pt_ways_add(pt_ways_page *to, const pt_uses *uses, const pt_thing *thing,
                 const pt_ways_in *ways)
{
    if (to->as_json) {
        add_json(to, uses, thing, ways);
        return;
    }
    add_head(to, uses, thing);
    if (ways->block == NULL) {
        add_paragraph(to, PT_TONE_STRONG, PT_TEXT_WAYS_NO_LAW, NULL);
    } else if (ways->too_large) {
        add_paragraph(to, PT_TONE_DOUBT, PT_TEXT_WAYS_TOO_LARGE, NULL);
    } else {
        add_ways(to, ways);
        add_notes(to, ways);
    }
}

void pt_ways_end(pt_ways_page *to)
{
    if (!to->as_json)
        return;
    pt_json_close(&to->json);
    pt_json_close(&to->json);
    pt_text_add_char(to->out, '\n');
}
