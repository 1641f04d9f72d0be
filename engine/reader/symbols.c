/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/symbols.h"

pt_symbol pt_walk_fail(pt_walk *walk, pt_code code, pt_position at, const char *const *arguments,
                       const char *suggestion)
{
    pt_report *report = walk->draft->report;
    bool said = false;
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *other = &report->findings[i];
        said = said || (other->code == code && other->at.source == at.source &&
                        other->at.line == at.line && other->at.column == at.column);
    }
    if (!said)
        pt_find(report, code, at, arguments, suggestion);
    walk->failed = true;
    return pt_symbol_nothing();
}

const char *pt_kind_shown(pt_kind kind)
{
    static const char *const shown[] = {"onbekend",   "geen",           "ja of nee", "een getal",
                                        "een bedrag", "een percentage", "een datum", "een duur",
                                        "een keuze",  "een onderwerp"};
    return shown[kind];
}

const char *pt_symbol_shown(const pt_symbol *symbol)
{
    switch ((pt_symbol_kind)symbol->kind) {
    case PT_SYMBOL_NOTHING: return "niets";
    case PT_SYMBOL_CONSTANT: return pt_kind_shown((pt_kind)symbol->value.kind);
    case PT_SYMBOL_WORD: return "een woord van een keuze";
    case PT_SYMBOL_TEST: return "ja of nee";
    case PT_SYMBOL_TEXT: return "een tekst";
    case PT_SYMBOL_TABLE: return "een tabel";
    case PT_SYMBOL_FUNCTION: return "een functie";
    case PT_SYMBOL_ATOM:
    case PT_SYMBOL_FORM: break;
    }
    return pt_kind_shown((pt_kind)symbol->type.kind);
}

pt_symbol pt_symbol_constant(pt_value value)
{
    return (pt_symbol){.kind = PT_SYMBOL_CONSTANT, .value = value};
}

static uint8_t fraction_bits_of(int64_t sixteenths)
{
    uint8_t bits = 0;
    while (sixteenths % (PT_NUMBER_SCALE >> bits) != 0)
        bits++;
    return bits;
}

pt_symbol pt_symbol_amount(pt_kind kind, int64_t amount)
{
    pt_type type = {.kind = (uint8_t)kind, .low = amount, .high = amount};
    if (kind == PT_NUMBER)
        type.fraction_bits = fraction_bits_of(amount);
    return (pt_symbol){.kind = PT_SYMBOL_FORM, .type = type, .form = pt_form_constant(amount)};
}

bool pt_kind_is_number_like(pt_kind kind)
{
    return kind == PT_NUMBER || kind == PT_MONEY || kind == PT_PERCENT || kind == PT_DATE ||
           kind == PT_DURATION;
}

pt_symbol pt_symbol_test(pt_test test, bool negated)
{
    pt_type type = {.kind = PT_YESNO, .high = 1};
    return (pt_symbol){.kind = PT_SYMBOL_TEST, .negated = negated, .test = test, .type = type};
}

bool pt_walk_truth(pt_walk *walk, pt_symbol symbol, pt_position at)
{
    if (symbol.kind == PT_SYMBOL_TEST)
        return pt_walk_ask(walk, symbol.test) != symbol.negated;
    if (symbol.kind == PT_SYMBOL_CONSTANT && symbol.value.kind == PT_YESNO)
        return symbol.value.amount == 1;
    if (symbol.kind == PT_SYMBOL_ATOM && symbol.type.kind == PT_YESNO) {
        if (walk->atoms[symbol.atom].type.may_be_unknown ||
            walk->atoms[symbol.atom].type.may_be_none) {
            const pt_input *input = &walk->function->inputs[walk->atoms[symbol.atom].input];
            pt_walk_fail(walk, PT_R030, at, PT_ARGS(input->name), NULL);
            return false;
        }
        pt_test test = {.kind = PT_TEST_IN, .atom = symbol.atom, .mask = 2, .at = at};
        return pt_walk_ask(walk, test);
    }
    if (symbol.kind != PT_SYMBOL_NOTHING)
        pt_walk_fail(walk, PT_R031, at, PT_ARGS(pt_symbol_shown(&symbol)), NULL);
    return false;
}

bool pt_walk_form(pt_walk *walk, pt_symbol *symbol, pt_position at)
{
    if (symbol->kind == PT_SYMBOL_NOTHING)
        return false;
    bool atom = symbol->kind == PT_SYMBOL_ATOM;
    if (!(atom || symbol->kind == PT_SYMBOL_FORM) ||
        !pt_kind_is_number_like((pt_kind)symbol->type.kind)) {
        pt_walk_fail(walk, PT_R033, at,
                     PT_ARGS(pt_symbol_shown(symbol), "een getal, bedrag of datum"), NULL);
        return false;
    }
    if (!atom)
        return true;
    if (walk->known.can_be[symbol->atom] != PT_CAN_BE_VALUE) {
        const pt_input *input = &walk->function->inputs[walk->atoms[symbol->atom].input];
        bool none = (walk->known.can_be[symbol->atom] & PT_CAN_BE_UNKNOWN) == 0;
        pt_walk_fail(walk, none ? PT_R053 : PT_R032, at, PT_ARGS(input->name), NULL);
        return false;
    }
    symbol->form = pt_form_atom(walk->arena, symbol->atom);
    symbol->kind = PT_SYMBOL_FORM;
    return true;
}

pt_symbol pt_walk_made(pt_walk *walk, pt_form form, pt_type type, pt_position at)
{
    int64_t low = 0, high = 0;
    if (form.shift > 8 || !pt_form_bounds(&form, walk->atoms, &low, &high))
        return pt_walk_fail(walk, PT_R036, at, NULL, NULL);
    type.low = low >> form.shift;
    type.high = high >> form.shift;
    type.may_be_unknown = type.may_be_none = false;
    return (pt_symbol){.kind = PT_SYMBOL_FORM, .type = type, .form = form};
}

pt_symbol pt_symbol_answer(bool yes)
{
    return pt_symbol_constant(pt_yesno(yes));
}

bool pt_walk_may_be_absent(const pt_walk *walk, const pt_symbol *symbol)
{
    return symbol->kind == PT_SYMBOL_ATOM && walk->known.can_be[symbol->atom] != PT_CAN_BE_VALUE;
}

/* Two inputs that are words or ja/nee: equal when each takes the same one. */
pt_test pt_walk_part_of(pt_test test)
{
    test.wording = PT_WORDING_PART;
    return test;
}
