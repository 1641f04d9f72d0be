/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/explanation.h"

#include <inttypes.h>
#include <string.h>

#include "report/explanation_json.h"
#include "report/judgement_report.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/rulebook_wording.h"
#include "report/term_wording.h"
#include "report/wording.h"

enum { FIRST_INDENT = 2, INDENT = 3, DEEPEST_INDENT = 45, LABEL_WIDTH = 14 };

typedef struct layout {
    pt_page page;
    pt_arena *arena;
    pt_language language;
} layout;

static const char *say(const layout *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

static const char *day_of(const layout *to, pt_date day)
{
    return pt_wording_day(to->arena, day, to->language);
}

static void add_piece(pt_text *pieces, const char *piece)
{
    if (piece == NULL || *piece == '\0')
        return;
    pt_text_add(pieces, pieces->length > 0 ? " · " : "");
    pt_text_add(pieces, piece);
}

static void add_tag(layout *to, bool assumed)
{
    if (!assumed)
        return;
    pt_page_put(&to->page, PT_TONE_PLAIN, " ");
    pt_page_say(&to->page, PT_TONE_DOUBT, PT_TEXT_TAG_ASSUMED, NULL);
}

/* --- One node --------------------------------------------------------------------------------- */

static const char *title_of(const layout *to, const pt_explanation *node)
{
    if (node->title != NULL)
        return node->title;
    return node->name == NULL ? NULL : pt_wording_name(to->arena, node->name);
}

/* "leerling leerplichtig (l1)": the name with the subject it is of. */
static const char *named(const layout *to, const pt_explanation *node)
{
    const char *title = title_of(to, node);
    if (title == NULL)
        title = node->role != NULL ? pt_wording_name(to->arena, node->role) : "";
    if (node->subject_name == NULL)
        return title;
    return pt_format(to->arena, "%s (%s)", title, node->subject_name);
}

/* The part of a duty, ground or exception that a function is. */
static const char *part(const layout *to, const pt_explanation *node)
{
    static const struct {
        const char *path;
        pt_message text;
    } parts[] = {{"bereik", PT_TEXT_PART_SCOPE},        {"bij", PT_TEXT_PART_GROUND},
                 {"termijn.vanaf", PT_TEXT_PART_START}, {"termijn.uiterlijk", PT_TEXT_PART_FIXED},
                 {"vervuld", PT_TEXT_PART_MET},         {"vervalt", PT_TEXT_PART_LAPSED},
                 {"indien", PT_TEXT_PART_CONDITION}};
    const char *role = node->role == NULL ? "" : node->role;
    size_t length = strlen(role);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t tail = strlen(parts[i].path);
        if (length >= tail && strcmp(role + length - tail, parts[i].path) == 0)
            return say(to, parts[i].text, NULL);
    }
    return pt_wording_name(to->arena, role);
}

/* The value in words: days in full, statuses without underscore. */
static const char *value_of(const layout *to, const pt_explanation *node)
{
    if (node->kind == PT_EXPLAIN_DUTY && node->shown != NULL)
        return pt_wording_name(to->arena, node->shown);
    if (node->value.kind == PT_DATE && node->value.amount >= PT_DATE_FIRST &&
        node->value.amount <= PT_DATE_LAST)
        return day_of(to, (pt_date)node->value.amount);
    return node->shown;
}

static const char *answer(const pt_explanation *node)
{
    return node->answer ? "ja" : "nee";
}

/* What a leaf is to a duty, where its own name does not say so; NULL for other roles. */
static const char *role_of(const layout *to, const pt_explanation *node)
{
    static const struct {
        const char *role;
        pt_message text;
    } roles[] = {{"peildatum", PT_TEXT_ROLE_REFERENCE_DATE},
                 {"einde_van", PT_TEXT_ROLE_END_OF},
                 {"staat_stil.van", PT_TEXT_ROLE_STILL_FROM},
                 {"staat_stil.tot", PT_TEXT_ROLE_STILL_UNTIL},
                 {"verlenging.mededeling", PT_TEXT_ROLE_EXTENSION},
                 {"verlenging.duur", PT_TEXT_ROLE_EXTENSION},
                 {"verlenging.hoogstens", PT_TEXT_ROLE_EXTENSION},
                 {"herhaalt.vanaf", PT_TEXT_ROLE_RECURS},
                 {"herhaalt.tot", PT_TEXT_ROLE_RECURS}};
    for (size_t i = 0; node->role != NULL && i < sizeof roles / sizeof *roles; i++) {
        if (strcmp(node->role, roles[i].role) == 0)
            return say(to, roles[i].text, NULL);
    }
    return NULL;
}

/* "gegeven in het scenario, regel 13" */
static const char *giver_of(const layout *to, const pt_explanation *node)
{
    const char *giver =
        node->event != NULL
            ? say(to, PT_TEXT_WHY_BY_EVENT, PT_ARGS(pt_wording_name(to->arena, node->event)))
            : say(to, node->initial ? PT_TEXT_WHY_INITIAL : PT_TEXT_WHY_GIVEN, NULL);
    if (!node->told)
        return giver;
    return say(to, PT_TEXT_WHY_LINE, PT_ARGS(giver, pt_format(to->arena, "%u", node->at.line)));
}

static const char *origin(const layout *to, const pt_explanation *node)
{
    pt_text out = pt_text_create(to->arena);
    add_piece(&out, role_of(to, node));
    if (!pt_date_valid(node->since)) {
        add_piece(&out, node->nobody == NULL
                            ? say(to, PT_TEXT_WHY_NEVER_SET, NULL)
                            : say(to, PT_TEXT_WHY_NOBODY,
                                  PT_ARGS(pt_wording_name(to->arena, node->nobody))));
        return out.bytes;
    }
    add_piece(&out, say(to, PT_TEXT_WHY_SINCE, PT_ARGS(day_of(to, node->since))));
    add_piece(&out, giver_of(to, node));
    if (pt_date_valid(node->set_on) && node->set_on != node->since)
        add_piece(&out, say(to, PT_TEXT_WHY_KNOWN_ON, PT_ARGS(day_of(to, node->set_on))));
    return out.bytes;
}

static void add_variant(const layout *to, pt_text *out, const pt_explanation *node)
{
    if (node->variant != NULL)
        add_piece(out, say(to, PT_TEXT_WHY_VARIANT, PT_ARGS(node->variant)));
}

/* Source, status and variant of a value of a parameter. */
static void add_authority(const layout *to, pt_text *out, const pt_explanation *node)
{
    add_piece(out, node->source);
    if (node->row != NULL)
        add_piece(out, say(to, pt_book_status(node->row->status), NULL));
    add_variant(to, out, node);
}

static const char *row_of(const layout *to, const pt_explanation *node)
{
    pt_text out = pt_text_create(to->arena);
    add_piece(&out, role_of(to, node));
    if (node->row != NULL)
        add_piece(&out, say(to, PT_TEXT_WHY_SINCE, PT_ARGS(day_of(to, node->row->from))));
    add_authority(to, &out, node);
    return out.bytes;
}

static const char *stretch_of(const layout *to, const pt_explanation *node)
{
    if (!pt_date_valid(node->stretch.first) || !pt_date_valid(node->stretch.last))
        return NULL;
    return say(to, PT_TEXT_WHY_STRETCH,
               PT_ARGS(day_of(to, node->stretch.first), day_of(to, node->stretch.last)));
}

static const char *reasoned(const layout *to, const pt_explanation *node)
{
    pt_text out = pt_text_create(to->arena);
    add_piece(&out, role_of(to, node));
    const char *reason = node->reason;
    if (reason == NULL && node->outcome != NULL)
        reason = pt_wording_reason(to->arena, node->outcome, to->language);
    add_piece(&out, pt_wording_prose(to->arena, reason, to->language));
    add_piece(&out, node->source);
    add_variant(to, &out, node);
    return out.bytes;
}

static const char *counted(const layout *to, int64_t number)
{
    return pt_format(to->arena, "%" PRId64, number);
}

/* Weight, sum, whole; what rounding down gave; and whether the remainder earned a unit more. */
static const char *divided(const layout *to, const pt_explanation *node)
{
    const pt_share_shown *share = node->share;
    if (share == NULL)
        return reasoned(to, node);
    pt_text out = pt_text_create(to->arena);
    add_piece(&out,
              say(to, PT_TEXT_WHY_SHARE_OF, PT_ARGS(share->weight, share->weights, share->whole)));
    add_piece(&out, say(to, PT_TEXT_WHY_SHARE_FLOOR,
                        PT_ARGS(share->floor, counted(to, share->remainder),
                                counted(to, share->divisor))));
    add_piece(&out,
              say(to,
                  share->rank <= share->left ? PT_TEXT_WHY_SHARE_MORE : PT_TEXT_WHY_SHARE_NO_MORE,
                  PT_ARGS(counted(to, share->rank), counted(to, share->parts),
                          counted(to, share->left), share->unit)));
    add_piece(&out, node->source);
    return out.bytes;
}

/* How one kind of node is shown: its label, what it is, its value, and what stands under it. */
typedef struct shape {
    pt_message label;
    const char *text;
    const char *value;
    const char *under;
} shape;

static shape shape_of(const layout *to, const pt_explanation *node)
{
    switch ((pt_explanation_kind)node->kind) {
    case PT_EXPLAIN_RULE:
        return (shape){PT_TEXT_WHY_RULE, named(to, node), value_of(to, node), reasoned(to, node)};
    case PT_EXPLAIN_EXCEPTION:
        return (shape){
            PT_TEXT_WHY_EXCEPTION, named(to, node),
            say(to, pt_is_yes(node->value) ? PT_TEXT_WHY_APPLIES : PT_TEXT_WHY_APPLIES_NOT, NULL),
            reasoned(to, node)};
    case PT_EXPLAIN_DUTY:
        return (shape){PT_TEXT_WHY_DUTY, named(to, node), value_of(to, node), reasoned(to, node)};
    case PT_EXPLAIN_PART:
        return (shape){PT_TEXT_WHY_PART, part(to, node), value_of(to, node), reasoned(to, node)};
    case PT_EXPLAIN_CONDITION:
        return (shape){PT_TEXT_WHY_CONDITION, node->text, answer(node), NULL};
    case PT_EXPLAIN_FACT:
        return (shape){PT_TEXT_WHY_FACT, named(to, node), value_of(to, node), origin(to, node)};
    case PT_EXPLAIN_TODAY:
        return (shape){PT_TEXT_WHY_TODAY, say(to, PT_TEXT_WHY_TODAY_IS, NULL), value_of(to, node),
                       NULL};
    case PT_EXPLAIN_PARAMETER:
        return (shape){PT_TEXT_WHY_PARAMETER, named(to, node), value_of(to, node),
                       row_of(to, node)};
    case PT_EXPLAIN_WINDOW:
        return (shape){PT_TEXT_WHY_WINDOW, named(to, node), value_of(to, node),
                       stretch_of(to, node)};
    case PT_EXPLAIN_LIST:
        return (shape){PT_TEXT_WHY_LIST, named(to, node), value_of(to, node), NULL};
    case PT_EXPLAIN_SHARE:
        return (shape){PT_TEXT_WHY_SHARE, named(to, node), value_of(to, node), divided(to, node)};
    case PT_EXPLAIN_REFERRER:
        return (shape){PT_TEXT_WHY_REFERRER, node->subject_name, value_of(to, node),
                       pt_date_valid(node->since) ? day_of(to, node->since) : NULL};
    }
    return (shape){PT_TEXT_WHY_FACT, "", NULL, NULL};
}

static void add_value(layout *to, const char *value)
{
    if (value == NULL)
        return;
    size_t length = to->page.pending.length;
    bool question = length > 0 && to->page.pending.bytes[length - 1] == '?';
    pt_page_put(&to->page, PT_TONE_PLAIN, question ? " " : ": ");
    pt_page_put(&to->page, PT_TONE_STRONG, value);
}

static void add_node(layout *to, const pt_explanation *node, size_t indent)
{
    shape shown = shape_of(to, node);
    size_t column = indent + LABEL_WIDTH;
    pt_page_pad(&to->page, indent);
    pt_page_say(&to->page, PT_TONE_FAINT, shown.label, NULL);
    pt_page_pad(&to->page, column);
    pt_page_put(&to->page, PT_TONE_PLAIN, shown.text);
    add_value(to, shown.value);
    add_tag(to, node->assumed);
    if (node->judgement) {
        pt_page_put(&to->page, PT_TONE_PLAIN, " ");
        pt_page_put(&to->page, PT_TONE_DOUBT,
                    pt_format(to->arena, "[%s]", say(to, PT_TEXT_WHY_NOT_JUDGEMENT, NULL)));
    }
    if (node->repeated) {
        pt_page_put(&to->page, PT_TONE_PLAIN, " ");
        pt_page_put(&to->page, PT_TONE_FAINT,
                    pt_format(to->arena, "(%s)", say(to, PT_TEXT_WHY_REPEATED, NULL)));
    }
    pt_page_end(&to->page, column);
    if (shown.under == NULL || *shown.under == '\0' || node->repeated)
        return;
    pt_page_pad(&to->page, column);
    pt_page_put(&to->page, PT_TONE_FAINT, shown.under);
    pt_page_end(&to->page, column);
}

static void add_term(layout *to, const pt_explanation *node, size_t indent);

/* Recursion is as deep as the tree of rules, which pt_explain bounds. */
static void add_tree(layout *to, const pt_explanation *node, size_t indent)
{
    size_t deeper = indent + INDENT > DEEPEST_INDENT ? DEEPEST_INDENT : indent + INDENT;
    add_node(to, node, indent);
    if (!node->repeated)
        add_term(to, node, indent + LABEL_WIDTH);
    for (size_t i = 0; i < node->child_count; i++)
        add_tree(to, node->children[i], deeper);
}

/* --- The page --------------------------------------------------------------------------------- */

/* The parameter that a step of a term takes its length from, NULL when it is no parameter. */
static const pt_explanation *length_of_step(const pt_explanation *node, pt_term_step_kind kind)
{
    const char *role = kind == PT_STEP_EXTENSION                        ? "verlenging.hoogstens"
                       : kind == PT_STEP_LENGTH || kind == PT_STEP_BACK ? "termijn.lengte"
                                                                        : NULL;
    for (size_t i = 0; role != NULL && i < node->child_count; i++)
        if (node->children[i]->role != NULL && strcmp(node->children[i]->role, role) == 0)
            return node->children[i];
    return NULL;
}

static const char *authority_of_line(const layout *to, const pt_explanation *node,
                                     const pt_term_lines *lines, size_t line)
{
    pt_text out = pt_text_create(to->arena);
    const pt_explanation *length = length_of_step(node, lines->kinds[line]);
    if (length != NULL)
        add_piece(&out, pt_wording_name(to->arena, length->name));
    if (length != NULL)
        add_authority(to, &out, length);
    add_piece(&out, lines->sources[line]);
    return out.length > 0 ? pt_format(to->arena, " (%s)", out.bytes) : NULL;
}

static void add_term(layout *to, const pt_explanation *node, size_t indent)
{
    if (node->duty == NULL || node->duty->term == NULL)
        return;
    pt_term_lines lines = pt_term_wording(to->arena, node->duty->term, to->language);
    for (size_t i = 0; i < lines.count; i++) {
        const char *authority = authority_of_line(to, node, &lines, i);
        pt_page_pad(&to->page, indent);
        pt_page_put(&to->page, PT_TONE_PLAIN, lines.lines[i]);
        if (authority != NULL)
            pt_page_put(&to->page, PT_TONE_FAINT, authority);
        pt_page_end(&to->page, indent + 2);
    }
}

static void add_paragraph(layout *to, pt_tone tone, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_put(&to->page, tone, text);
    pt_page_end(&to->page, FIRST_INDENT);
}

static pt_date holds_until(const pt_explanation *node)
{
    return node->outcome != NULL ? node->outcome->holds_until
           : node->duty != NULL  ? node->duty->holds_until
                                 : PT_DATE_NONE;
}

static const char *borne(const layout *to, const pt_explanation *node)
{
    if (node->duty == NULL || node->duty->status == PT_DUTY_ABSENT)
        return NULL;
    const char *bearer = node->bearer == NULL ? say(to, PT_TEXT_NO_BEARER, NULL)
                                              : pt_wording_name(to->arena, node->bearer);
    if (!pt_date_valid(node->duty->due))
        return bearer;
    const char *due = pt_wording_long_day(to->arena, node->duty->due, to->language);
    return say(to, PT_TEXT_DUTY_NEW, PT_ARGS(bearer, due));
}

static void add_head(layout *to, const pt_explanation *node, pt_date day)
{
    const char *when = pt_wording_long_day(to->arena, day, to->language);
    const char *title =
        pt_format(to->arena, "%s, %s", named(to, node), say(to, PT_TEXT_WHY_ON, PT_ARGS(when)));
    pt_overview_heading(&to->page, title);
    pt_page_pad(&to->page, FIRST_INDENT);
    pt_page_put(&to->page, PT_TONE_STRONG, value_of(to, node));
    add_tag(to, node->assumed);
    pt_page_end(&to->page, FIRST_INDENT);
    add_paragraph(to, PT_TONE_PLAIN, borne(to, node));
    if (node->kind == PT_EXPLAIN_FACT)
        add_paragraph(to, PT_TONE_PLAIN, origin(to, node));
    else
        add_paragraph(to, PT_TONE_PLAIN, divided(to, node));
    pt_date until = holds_until(node);
    if (pt_date_valid(until))
        add_paragraph(to, PT_TONE_FAINT,
                      say(to, PT_TEXT_WHY_HOLDS_UNTIL, PT_ARGS(day_of(to, until))));
    add_paragraph(to, PT_TONE_FAINT, pt_wording_place(to->arena, node->at));
}

static bool rests_on_assumption(const pt_explanation *node)
{
    bool assumed = node->assumed;
    for (size_t i = 0; i < node->child_count && !assumed; i++)
        assumed = rests_on_assumption(node->children[i]);
    return assumed;
}

void pt_explanation_write(pt_text *out, const pt_explanation *explanation, pt_date day,
                          const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON) {
        pt_explanation_json(out, explanation, day);
        return;
    }
    layout to = {.page = pt_page_create(out, style->language, style->coloured),
                 .arena = out->arena,
                 .language = style->language};
    add_head(&to, explanation, day);
    if (explanation->duty != NULL && explanation->duty->term != NULL) {
        pt_overview_heading(&to.page, say(&to, PT_TEXT_WHY_COMPUTED, NULL));
        add_term(&to, explanation, FIRST_INDENT);
    }
    if (explanation->child_count > 0)
        pt_overview_heading(&to.page, say(&to, PT_TEXT_WHY, NULL));
    for (size_t i = 0; i < explanation->child_count; i++)
        add_tree(&to, explanation->children[i], FIRST_INDENT);
    pt_leeway_write(&to.page, explanation->situation, explanation->leeway);
    if (rests_on_assumption(explanation)) {
        pt_page_blank(&to.page);
        pt_page_say(&to.page, PT_TONE_DOUBT, PT_TEXT_TAG_ASSUMED, NULL);
        pt_page_pad(&to.page, LABEL_WIDTH);
        pt_page_say(&to.page, PT_TONE_PLAIN, PT_TEXT_NOTE_ASSUMED, NULL);
        pt_page_end(&to.page, LABEL_WIDTH);
    }
}
