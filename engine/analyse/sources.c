/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/sources.h"

#include "analyse/citation.h"

static pt_date within(pt_date day, pt_date from, pt_date until)
{
    if (pt_date_valid(until) && day > until)
        return until;
    return pt_date_valid(from) && day < from ? from : day;
}

static void add_links(pt_arena *arena, const pt_rulebook *book, pt_source_sheet *sheet)
{
    pt_citation *citations = NULL;
    sheet->link_count = pt_citation_read(arena, book->uses->pack, sheet->source, &citations);
    const char **links = PT_NEW_ARRAY(arena, sheet->link_count, const char *);
    for (size_t i = 0; i < sheet->link_count; i++)
        links[i] =
            pt_citation_link(arena, &citations[i], within(book->day, sheet->from, sheet->until));
    sheet->links = links;
}

static size_t of_block(pt_arena *arena, const pt_block *block, pt_source_sheet **sources)
{
    *sources = PT_NEW_ARRAY(arena, block->ground_count, pt_source_sheet);
    for (size_t i = 0; i < block->ground_count; i++) {
        const pt_ground *ground = &block->grounds[i];
        (*sources)[i] = (pt_source_sheet){.ground = ground,
                                          .source = ground->source,
                                          .status = ground->status,
                                          .from = ground->from,
                                          .until = ground->until};
    }
    return block->ground_count;
}

static size_t of_parameter(pt_arena *arena, const pt_parameter *parameter,
                           pt_source_sheet **sources)
{
    size_t count = parameter->value_count;
    *sources = PT_NEW_ARRAY(arena, count, pt_source_sheet);
    for (size_t i = 0; i < count; i++) {
        const pt_parameter_value *row = &parameter->values[i];
        pt_date until = i + 1 < count ? parameter->values[i + 1].from - 1 : PT_DATE_FOREVER;
        (*sources)[i] = (pt_source_sheet){.row = row,
                                          .source = row->source,
                                          .status = row->status,
                                          .from = row->from,
                                          .until = until};
    }
    return count;
}

size_t pt_sources_of(pt_arena *arena, const pt_rulebook *book, uint32_t thing,
                     pt_source_sheet **sources)
{
    const pt_pack *pack = book->uses->pack;
    const pt_thing *one = &book->uses->things[thing];
    size_t count = 0;
    *sources = NULL;
    if (one->kind == PT_THING_BLOCK)
        count = of_block(arena, &pack->blocks[one->index], sources);
    else if (one->kind == PT_THING_PARAMETER)
        count = of_parameter(arena, &pack->parameters[one->index], sources);
    for (size_t i = 0; i < count; i++)
        add_links(arena, book, &(*sources)[i]);
    return count;
}
