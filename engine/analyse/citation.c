/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/citation.h"

#include <string.h>

typedef struct scanner {
    pt_arena *arena;
    const pt_pack *pack;
    const char *at;
    pt_citation *citations;
    size_t count;
    size_t capacity;
} scanner;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_blanks(scanner *in)
{
    while (*in->at == ' ')
        in->at++;
}

/* Is `word` what comes next, as a whole word? Then it is passed. */
static bool take_word(scanner *in, const char *word)
{
    skip_blanks(in);
    size_t length = strlen(word);
    if (strncmp(in->at, word, length) != 0)
        return false;
    if (is_letter(in->at[length]) || is_digit(in->at[length]))
        return false;
    in->at += length;
    return true;
}

/* An article or lid: "40a", "8.8", "6:7", "34.11"; NULL when there is none. */
static const char *take_number(scanner *in)
{
    skip_blanks(in);
    const char *from = in->at;
    if (!is_digit(*from))
        return NULL;
    while (is_digit(*in->at) || ((*in->at == '.' || *in->at == ':') && is_digit(in->at[1])))
        in->at++;
    while (is_letter(*in->at))
        in->at++;
    return pt_arena_copy(in->arena, from, (size_t)(in->at - from));
}

/* "-5" behind a number: the rest of a range. */
static void skip_range(scanner *in)
{
    if (*in->at == '-' && is_digit(in->at[1])) {
        in->at++;
        take_number(in);
    }
}

static void skip_brackets(scanner *in)
{
    skip_blanks(in);
    if (*in->at != '(')
        return;
    const char *end = strchr(in->at, ')');
    in->at = end == NULL ? in->at + strlen(in->at) : end + 1;
}

static bool may_end_name(char c)
{
    return c == ' ' || c == ';' || c == ',' || c == '\0';
}

/* The longest name wins: "WVO 2020" is not the WVO. */
static const pt_statute *take_statute(scanner *in)
{
    skip_blanks(in);
    const pt_statute *found = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < in->pack->statute_count; i++) {
        const pt_statute *one = &in->pack->statutes[i];
        size_t length = strlen(one->name);
        if (length > longest && strncmp(in->at, one->name, length) == 0 &&
            may_end_name(in->at[length])) {
            found = one;
            longest = length;
        }
    }
    in->at += longest;
    return found;
}

static void add(scanner *in, pt_citation citation)
{
    in->citations =
        pt_arena_grow(in->arena, in->citations, in->count, &in->capacity, sizeof *in->citations);
    in->citations[in->count++] = citation;
}

static void skip_letters_of_article(scanner *in)
{
    if (take_word(in, "onder")) {
        skip_blanks(in);
        while (is_letter(*in->at))
            in->at++;
    }
}

static const char *take_member(scanner *in)
{
    if (!take_word(in, "lid"))
        return NULL;
    const char *member = take_number(in);
    skip_range(in);
    return member;
}

static bool take_article(scanner *in, const pt_statute *statute, const char *article)
{
    if (article == NULL)
        return false;
    skip_range(in);
    pt_citation citation = {statute, article, take_member(in)};
    add(in, citation);
    skip_letters_of_article(in);
    skip_brackets(in);
    return true;
}

static bool is_plain(const char *number)
{
    return number[strspn(number, "0123456789")] == '\0';
}

static bool lid_follows(const scanner *in)
{
    scanner ahead = *in;
    return take_word(&ahead, "lid");
}

static void take_law(scanner *in);

static bool take_and(scanner *in)
{
    if (take_word(in, "en"))
        return true;
    bool comma = *in->at == ',';
    in->at += comma;
    return comma;
}

/* Behind `en` or a comma: a law, an article, or a lid, which is not linked apart. */
static void take_more(scanner *in, const pt_statute *statute)
{
    while (take_and(in)) {
        skip_blanks(in);
        if (!is_digit(*in->at)) {
            take_law(in);
            return;
        }
        const pt_citation *last = &in->citations[in->count - 1];
        const char *number = take_number(in);
        bool may_be_lid = last->member != NULL && is_plain(number) && !lid_follows(in);
        if (!may_be_lid)
            take_article(in, statute, number);
        else
            skip_range(in);
    }
}

static bool segment_ends(scanner *in)
{
    skip_brackets(in);
    skip_blanks(in);
    return *in->at == '\0' || *in->at == ';';
}

static void take_law(scanner *in)
{
    const pt_statute *statute = take_statute(in);
    if (statute == NULL)
        return;
    if (segment_ends(in)) {
        add(in, (pt_citation){.statute = statute});
        return;
    }
    if (!take_word(in, "art.") && !take_word(in, "artikel"))
        return;
    if (take_article(in, statute, take_number(in)))
        take_more(in, statute);
}

size_t pt_citation_read(pt_arena *arena, const pt_pack *pack, const char *source,
                        pt_citation **citations)
{
    scanner in = {.arena = arena, .pack = pack, .at = source};
    while (in.at != NULL && *in.at != '\0') {
        take_law(&in);
        in.at = strchr(in.at, ';');
        if (in.at != NULL)
            in.at++;
    }
    *citations = in.citations;
    return in.count;
}

const char *pt_citation_link(pt_arena *arena, const pt_citation *citation, pt_date day)
{
    char text[PT_DATE_TEXT];
    if (day > citation->statute->until)
        day = citation->statute->until;
    pt_text out = pt_text_create(arena);
    pt_text_format(&out, "https://wetten.overheid.nl/jci1.3:c:%s", citation->statute->identifier);
    if (citation->article != NULL)
        pt_text_format(&out, "&artikel=%s", citation->article);
    if (citation->member != NULL)
        pt_text_format(&out, "&lid=%s", citation->member);
    if (pt_date_valid(day))
        pt_text_format(&out, "&g=%s", pt_date_format(day, text));
    return out.bytes;
}
