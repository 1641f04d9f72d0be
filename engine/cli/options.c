/* SPDX-License-Identifier: EUPL-1.2 */
#include "cli/options.h"

#include <string.h>

const pt_option pt_options[] = {
    {"formaat", 0, "VORM", false, PT_TEXT_OPTION_FORMAAT},
    {"uitvoer", 'o', "BESTAND", false, PT_TEXT_OPTION_UITVOER},
    {"db", 0, "BESTAND", false, PT_TEXT_OPTION_DB},
    {"variant", 0, "V", true, PT_TEXT_OPTION_VARIANT},
    {"naast", 0, "V", true, PT_TEXT_OPTION_NAAST},
    {"met", 0, "MAP", false, PT_TEXT_OPTION_MET},
    {"voor", 0, "WIE", false, PT_TEXT_OPTION_VOOR},
    {"keuze", 0, "N=T", true, PT_TEXT_OPTION_KEUZE},
    {"vraag", 0, NULL, false, PT_TEXT_OPTION_VRAAG},
    {"alles", 0, NULL, false, PT_TEXT_OPTION_ALLES},
    {"diep", 0, NULL, false, PT_TEXT_OPTION_DIEP},
    {"zonder-gevoelig", 0, NULL, false, PT_TEXT_OPTION_GEVOELIG},
    {"op", 0, "DATUM", false, PT_TEXT_OPTION_OP},
    {"waarom-niet", 0, "WAARDE", false, PT_TEXT_OPTION_WAAROM_NIET},
    {"vastleggen", 0, NULL, false, PT_TEXT_OPTION_VASTLEGGEN},
    {"minimaal", 0, "N", false, PT_TEXT_OPTION_MINIMAAL},
    {"hoogstens", 0, "N", false, PT_TEXT_OPTION_HOOGSTENS},
    {"schrijf", 0, "MAP", false, PT_TEXT_OPTION_SCHRIJF},
    {"overschrijven", 0, NULL, false, PT_TEXT_OPTION_OVERSCHRIJVEN},
    {"pakket", 0, "PAKKET", false, PT_TEXT_OPTION_PAKKET},
    {"paden", 0, NULL, false, PT_TEXT_OPTION_PADEN},
    {"aannames", 0, NULL, false, PT_TEXT_OPTION_AANNAMES},
    {"proeven", 0, "N", false, PT_TEXT_OPTION_PROEVEN},
    {"streng", 0, NULL, false, PT_TEXT_OPTION_STRENG},
    {"onderling", 0, NULL, false, PT_TEXT_OPTION_ONDERLING},
    {"zaad", 0, "N", false, PT_TEXT_OPTION_ZAAD},
    {"kinderen", 0, "N", false, PT_TEXT_OPTION_KINDEREN},
    {"zonder-opsluiting", 0, NULL, false, PT_TEXT_OPTION_OPSLUITING},
    {"taal", 0, "TAAL", false, PT_TEXT_OPTION_TAAL},
    {"kleur", 0, "WANNEER", false, PT_TEXT_OPTION_KLEUR},
    {"help", 'h', NULL, false, PT_TEXT_OPTION_HELP},
};

const size_t pt_option_count = sizeof pt_options / sizeof *pt_options;

/* Is `word` one of the words in `list`, which blanks separate? */
static bool is_listed(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; *at != '\0';) {
        size_t here = strcspn(at, " ");
        if (here == length && strncmp(at, word, length) == 0)
            return true;
        at += here + strspn(at + here, " ");
    }
    return false;
}

bool pt_command_takes(const pt_command *command, const pt_option *option)
{
    return is_listed("taal kleur help", option->name) || is_listed(command->options, option->name);
}

const char *pt_given_value(const pt_call *call, const char *name)
{
    for (size_t i = 0; i < call->given_count; i++) {
        if (strcmp(call->given[i].name, name) == 0)
            return call->given[i].value;
    }
    return NULL;
}

static const pt_option *find_letter(const char *word)
{
    for (size_t i = 0; i < pt_option_count; i++) {
        if (pt_options[i].letter != 0 && word[1] == pt_options[i].letter && word[2] == '\0')
            return &pt_options[i];
    }
    return NULL;
}

static const pt_option *find_name(const char *name, size_t length)
{
    for (size_t i = 0; i < pt_option_count; i++) {
        if (strlen(pt_options[i].name) == length && strncmp(pt_options[i].name, name, length) == 0)
            return &pt_options[i];
    }
    return NULL;
}

static void find_unknown(pt_call *call, const char *name)
{
    const char *taken[sizeof pt_options / sizeof *pt_options];
    size_t count = 0;
    for (size_t i = 0; i < pt_option_count; i++) {
        if (pt_command_takes(call->command, &pt_options[i]))
            taken[count++] = pt_options[i].name;
    }
    pt_call_find(call, PT_A001, PT_ARGS(name, call->command->name), pt_suggest(name, taken, count));
}

static void take(pt_call *call, const pt_option *option, const char *value)
{
    const char *name = option->name;
    if (!pt_command_takes(call->command, option))
        pt_call_find(call, PT_A006, PT_ARGS(name, call->command->name), NULL);
    else if (!option->many && pt_given_value(call, name) != NULL)
        pt_call_find(call, PT_A012, PT_ARGS(name), NULL);
    else
        call->given[call->given_count++] = (pt_given){name, value};
}

/* Reads one option; how many words it took beside its own. */
static int read_option(pt_call *call, const char *word, const char *next)
{
    bool full = word[1] == '-';
    const char *sign = full ? strchr(word, '=') : NULL;
    size_t length = full ? (sign == NULL ? strlen(word + 2) : (size_t)(sign - word - 2)) : 0;
    const pt_option *option = full ? find_name(word + 2, length) : find_letter(word);
    if (option == NULL) {
        find_unknown(call, full ? pt_arena_copy(call->arena, word + 2, length) : word + 1);
        return 0;
    }
    if (option->placeholder == NULL) {
        if (sign != NULL)
            pt_call_find(call, PT_A005, PT_ARGS(option->name, sign + 1), NULL);
        else
            take(call, option, "ja");
        return 0;
    }
    const char *value = sign != NULL ? sign + 1 : next;
    if (value == NULL || value[0] == '\0')
        pt_call_find(call, PT_A004, PT_ARGS(option->name), NULL);
    else
        take(call, option, value);
    return sign == NULL && next != NULL;
}

static void check_arguments(pt_call *call)
{
    const pt_command *command = call->command;
    if (pt_given_value(call, "help") != NULL)
        return;
    if (call->argument_count < command->least)
        pt_call_find(call, PT_A007,
                     PT_ARGS(command->name, pt_message_text(command->missing, call->language)),
                     NULL);
    if (call->argument_count > command->most)
        pt_call_find(call, PT_A008, PT_ARGS(command->name, call->arguments[command->most]), NULL);
}

void pt_options_read(pt_call *call, int count, char *const *words)
{
    bool over = false;
    call->given = PT_NEW_ARRAY(call->arena, (size_t)count + 2, pt_given);
    call->arguments = PT_NEW_ARRAY(call->arena, (size_t)count + 1, const char *);
    for (int i = 0; i < count; i++) {
        const char *word = words[i];
        if (!over && strcmp(word, "--") == 0)
            over = true;
        else if (!over && word[0] == '-' && word[1] != '\0')
            i += read_option(call, word, i + 1 < count ? words[i + 1] : NULL);
        else
            call->arguments[call->argument_count++] = word;
    }
    const char *language = pt_given_value(call, "taal");
    if (language != NULL && strcmp(language, "en") == 0)
        call->language = PT_ENGLISH;
    check_arguments(call);
}
