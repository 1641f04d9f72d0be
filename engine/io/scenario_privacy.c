/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "io/scenario_play.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Nine digits d1..d9 with 9 d1 + 8 d2 + ... + 2 d8 - d9 divisible by eleven. */
static bool passes_elfproef(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum += (9 - i) * (digits[i] - '0');
    sum -= digits[8] - '0';
    return sum % 11 == 0 && strspn(digits, "0") < 9;
}

/*
 * Digits from `*text` on, with single blanks, points or hyphens between them, at most `most`.
 * `*text` goes behind the run.
 */
static size_t take_digits(const char **text, char *digits, size_t most)
{
    size_t count = 0;
    const char *at = *text;
    for (;;) {
        if (is_digit(*at)) {
            if (count < most)
                digits[count] = *at;
            count++;
            at++;
        } else if (count > 0 && *at != '\0' && strchr(" .-", *at) != NULL && is_digit(at[1])) {
            at++;
        } else {
            break;
        }
    }
    *text = at;
    return count;
}

static bool is_day(const char *text)
{
    pt_date date = PT_DATE_NONE;
    return strlen(text) >= 10 && pt_date_parse(text, 10, &date);
}

static bool has_digits(const char *text, size_t wanted, bool (*like)(const char *digits))
{
    enum { MOST = 16 };
    char before = ' ';
    for (const char *at = text; *at != '\0';) {
        if (!is_digit(*at) || is_letter(before)) {
            before = *at++;
            continue;
        }
        if (is_day(at)) {
            at += 10;
            before = '0';
            continue;
        }
        char digits[MOST + 1] = "";
        if (take_digits(&at, digits, MOST) == wanted && like(digits))
            return true;
        before = '0';
    }
    return false;
}

/* 06-12345678 and 020 1234567: ten digits, a zero first and no zero second. */
static bool is_national(const char *digits)
{
    return digits[0] == '0' && digits[1] != '0';
}

/* +31 6 12345678: the digits behind the plus. */
static bool is_international(const char *digits)
{
    return strncmp(digits, "31", 2) == 0 && digits[2] != '0';
}

static bool has_telephone(const char *text)
{
    const char *plus = strstr(text, "+31");
    return has_digits(text, 10, is_national) ||
           (plus != NULL && has_digits(plus, 11, is_international));
}

static bool in_address(char c)
{
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == '+';
}

/* Something@something.letters, the least that mail is sent to. */
static bool has_address(const char *text)
{
    for (const char *at = strchr(text, '@'); at != NULL; at = strchr(at + 1, '@')) {
        if (at == text || !in_address(at[-1]))
            continue;
        const char *end = at + 1;
        const char *dot = NULL;
        for (; in_address(*end); end++) {
            if (*end == '.' && end > at + 1)
                dot = end;
        }
        if (dot != NULL && is_letter(dot[1]) && is_letter(dot[2]))
            return true;
    }
    return false;
}

static void check(const pt_yaml_node *node, pt_report *report)
{
    if (has_digits(node->text, 9, passes_elfproef))
        pt_find(report, PT_S090, node->at, NULL, NULL);
    if (has_address(node->text))
        pt_find(report, PT_S091, node->at, NULL, NULL);
    if (has_telephone(node->text))
        pt_find(report, PT_S092, node->at, NULL, NULL);
}

static void check_tree(const pt_yaml_node *node, pt_report *report)
{
    if (node->key != NULL)
        check(node->key, report);
    if (node->kind == PT_YAML_SCALAR)
        check(node, report);
    for (const pt_yaml_node *child = node->first; child != NULL; child = child->next)
        check_tree(child, report);
}

void pt_story_check_privacy(const pt_story *story, pt_report *report)
{
    check_tree(pt_story_root(story), report);
}
