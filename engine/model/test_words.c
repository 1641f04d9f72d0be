/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/test_words.h"

typedef struct words {
    pt_text *out;
    const pt_pack *pack;
    const pt_function *function;
    const pt_tree *tree;
} words;

static void add_form(const words *w, const pt_form *form);

static const char *word_of(pt_operation operation)
{
    static const char *const names[] = {
        [PT_OP_INPUT] = "",
        [PT_OP_FLOOR_DIVIDE] = "deel_omlaag",
        [PT_OP_REMAINDER] = "rest",
        [PT_OP_CEILING_DIVIDE] = "deel_omhoog",
        [PT_OP_ROUND_DIVIDE] = "afgerond",
        [PT_OP_PERCENT_DOWN] = "procent_van",
        [PT_OP_PERCENT_UP] = "procent_van",
        [PT_OP_PERCENT_ROUND] = "procent_van",
        [PT_OP_SCHOOL_YEAR_BEGIN] = "begin_schooljaar",
        [PT_OP_SCHOOL_YEAR_END] = "einde_schooljaar",
        [PT_OP_MONTH_BEGIN] = "begin_maand",
        [PT_OP_MONTH_END] = "einde_maand",
        [PT_OP_YEAR] = "jaar",
        [PT_OP_MONTH] = "maand",
        [PT_OP_DAY] = "dag",
        [PT_OP_AGE] = "leeftijd_op",
        [PT_OP_BIRTHDAY] = "verjaardag",
        [PT_OP_MONTHS_LATER_DOWN] = "maanden_later",
        [PT_OP_MONTHS_LATER_UP] = "maanden_later",
        [PT_OP_MONTHS_BETWEEN] = "maanden_tussen",
        [PT_OP_WORKING_DAYS_LATER] = "werkdagen_later",
        [PT_OP_SCHOOL_DAYS_LATER] = "schooldagen_later",
        [PT_OP_NEXT_WORKING_DAY] = "werkdag_vanaf",
        [PT_OP_NEXT_SCHOOL_DAY] = "schooldag_vanaf",
        [PT_OP_DAY_OF_YEAR] = "op_dag",
    };
    return names[operation];
}

static void add_constant(const words *w, const pt_atom *atom)
{
    switch ((pt_operation)atom->operation) {
    case PT_OP_FLOOR_DIVIDE:
    case PT_OP_REMAINDER:
    case PT_OP_CEILING_DIVIDE:
    case PT_OP_ROUND_DIVIDE:
        pt_text_add(w->out, ", ");
        pt_text_add_number(w->out,
                           atom->constant / (atom->type.kind == PT_NUMBER ? PT_NUMBER_SCALE : 1));
        break;
    case PT_OP_PERCENT_DOWN:
    case PT_OP_PERCENT_UP:
    case PT_OP_PERCENT_ROUND:
        pt_text_add(w->out, ", ");
        pt_value_show(w->out, w->pack, pt_value_of(PT_PERCENT, atom->constant));
        pt_text_add(w->out, atom->operation == PT_OP_PERCENT_DOWN ? ", omlaag"
                            : atom->operation == PT_OP_PERCENT_UP ? ", omhoog"
                                                                  : ", afgerond");
        break;
    case PT_OP_DAY_OF_YEAR:
        pt_text_format(w->out, ", %d, %d", (int)(atom->constant % 100),
                       (int)(atom->constant / 100));
        break;
    case PT_OP_BIRTHDAY:
    case PT_OP_WORKING_DAYS_LATER:
    case PT_OP_SCHOOL_DAYS_LATER:
        pt_text_add(w->out, ", ");
        pt_text_add_number(w->out, atom->constant);
        break;
    case PT_OP_MONTHS_LATER_DOWN:
    case PT_OP_MONTHS_LATER_UP:
        pt_text_format(w->out, ", %lld, %s", (long long)atom->constant,
                       atom->operation == PT_OP_MONTHS_LATER_DOWN ? "omlaag" : "omhoog");
        break;
    default: break;
    }
}

static void add_atom(const words *w, uint16_t index)
{
    const pt_atom *atom = &w->tree->atoms[index];
    if (atom->operation == PT_OP_INPUT) {
        pt_text_add(w->out, w->function->inputs[atom->input].name);
        return;
    }
    pt_text_format(w->out, "%s(", word_of((pt_operation)atom->operation));
    add_form(w, &atom->arguments[0]);
    if (atom->operation == PT_OP_AGE || atom->operation == PT_OP_MONTHS_BETWEEN) {
        pt_text_add(w->out, ", ");
        add_form(w, &atom->arguments[1]);
    }
    add_constant(w, atom);
    pt_text_add_char(w->out, ')');
}

/* The terms of one sign; true when there were any. */
static bool add_terms(const words *w, const pt_form *form, int sign)
{
    bool any = false;
    for (size_t i = 0; i < form->count; i++) {
        int64_t coefficient = form->terms[i].coefficient * sign;
        if (coefficient <= 0)
            continue;
        pt_text_add(w->out, any ? " + " : "");
        if (coefficient != (int64_t)1 << form->shift)
            pt_text_format(w->out, "%lld * ", (long long)(coefficient >> form->shift));
        add_atom(w, form->terms[i].atom);
        any = true;
    }
    return any;
}

/* The kind of what stands beside the terms: dates that do not cancel out leave a date. */
static pt_kind kind_beside(const words *w, const pt_form *form, bool *days)
{
    int64_t dates = 0;
    pt_kind kind = PT_NUMBER;
    *days = false;
    for (size_t i = 0; i < form->count; i++) {
        const pt_type *type = &w->tree->atoms[form->terms[i].atom].type;
        kind = (pt_kind)type->kind;
        dates += kind == PT_DATE ? form->terms[i].coefficient : 0;
        *days = *days || kind == PT_DATE;
    }
    return dates != 0 || !*days ? kind : PT_NUMBER;
}

static void add_amount(const words *w, pt_kind kind, bool days, int64_t amount)
{
    if (kind == PT_NUMBER && days)
        pt_text_format(w->out, amount == 1 ? "%lld dag" : "%lld dagen", (long long)amount);
    else
        pt_value_show(w->out, w->pack, pt_value_of(kind, amount));
}

static void add_form(const words *w, const pt_form *form)
{
    bool days = false;
    pt_kind kind = kind_beside(w, form, &days);
    bool any = add_terms(w, form, 1);
    if (form->constant != 0 || !any) {
        bool beside_date = kind == PT_DATE && any;
        pt_text_add(w->out, any ? form->constant < 0 ? " - " : " + " : "");
        int64_t size = any && form->constant < 0 ? -form->constant : form->constant;
        add_amount(w,
                   beside_date        ? PT_NUMBER
                   : form->count == 0 ? PT_DATE
                                      : kind,
                   days, size >> form->shift);
    }
}

static void add_linear(const words *w, const pt_form *form)
{
    bool days = false, right = false;
    pt_kind kind = kind_beside(w, form, &days);
    for (size_t i = 0; i < form->count; i++)
        right = right || form->terms[i].coefficient < 0;
    if (!add_terms(w, form, 1)) {
        add_terms(w, form, -1);
        pt_text_add(w->out, " >= ");
        add_amount(w, kind, days, form->constant);
        return;
    }
    if (right && form->constant > 0) {
        pt_text_add(w->out, " + ");
        add_amount(w, kind, days, form->constant);
    }
    pt_text_add(w->out, " <= ");
    add_terms(w, form, -1);
    if (!right || form->constant < 0) {
        pt_text_add(w->out, right ? " + " : "");
        add_amount(w, kind, days, -form->constant);
    }
}

static void add_words_of(const words *w, const pt_test *test)
{
    const pt_type *type = &w->tree->atoms[test->atom].type;
    const char *between = " is ";
    add_atom(w, test->atom);
    for (int64_t word = type->low; word <= type->high && word < PT_LIMIT_CHOICE_WORDS; word++) {
        if ((test->mask >> word & 1) == 0)
            continue;
        pt_text_add(w->out, between);
        pt_value_show(w->out, w->pack,
                      (pt_value){.kind = type->kind, .set = type->set, .amount = word});
        between = " of ";
    }
}

void pt_test_words(pt_text *out, const pt_pack *pack, const pt_function *function,
                   const pt_tree *tree, const pt_test *test)
{
    words w = {out, pack, function, tree};
    switch ((pt_test_kind)test->kind) {
    case PT_TEST_AT_MOST: add_linear(&w, &test->form); break;
    case PT_TEST_IN: add_words_of(&w, test); break;
    case PT_TEST_KNOWN:
    case PT_TEST_NONE:
        pt_text_add(out, test->kind == PT_TEST_KNOWN ? "bekend(" : "");
        add_atom(&w, test->atom);
        pt_text_add(out, test->kind == PT_TEST_KNOWN ? ")" : " == geen");
        break;
    }
}

void pt_form_words(pt_text *out, const pt_pack *pack, const pt_function *function,
                   const pt_tree *tree, const pt_form *form)
{
    words w = {out, pack, function, tree};
    add_form(&w, form);
}
