/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "io/pack_yaml.h"
#include "io/typed.h"

static bool read_days(pt_yaml_node *first, pt_yaml_node *last, pt_report *report, pt_period *period)
{
    bool fine = pt_typed_date(first, report, &period->first);
    fine &= pt_typed_date(last, report, &period->last);
    if (fine && period->last < period->first)
        return pt_typed_refuse(report, PT_P001, last, NULL);
    return fine;
}

static const char *vacation_word(size_t index)
{
    return index < PT_VACATION_COUNT ? pt_vacation_name((pt_vacation)index) : NULL;
}

static const pt_layout schoolyear_layout = {.kind = PT_LAYOUT_PATTERN,
                                            .pattern = "^[0-9]{4}/[0-9]{2}$"};
static const pt_layout vacation_layout = {.kind = PT_LAYOUT_WORD, .word = vacation_word};

enum { SCHOOLYEAR, VACATION, REGION, FROM, UNTIL, SOURCE, HOLIDAY_KEYS };

static const pt_key holiday_keys[HOLIDAY_KEYS] = {
    [SCHOOLYEAR] = {"schooljaar", PT_SHAPE_SCALAR, true, &schoolyear_layout,
                    "het schooljaar, als 2026/27; een zomer hoort bij het schooljaar ervoor"},
    [VACATION] = {"vakantie", PT_SHAPE_SCALAR, true, &vacation_layout, "welke vakantie het is"},
    [REGION] = {"regio", PT_SHAPE_SCALAR, true, &pt_layout_name, "de vakantieregio"},
    [FROM] = {"van", PT_SHAPE_SCALAR, true, &pt_layout_date, "de eerste dag"},
    [UNTIL] = {"tot", PT_SHAPE_SCALAR, true, &pt_layout_date, "de laatste dag"},
    [SOURCE] = {"bron", PT_SHAPE_SCALAR, true, &pt_layout_text, "waar het staat"},
};

static const pt_key decreed_keys[] = {
    {"dag", PT_SHAPE_SCALAR, true, &pt_layout_date, "de dag die met een feestdag is gelijkgesteld"},
    {"bron", PT_SHAPE_SCALAR, true, &pt_layout_text, "het besluit"},
};

static const pt_key unknown_keys[] = {
    {"van", PT_SHAPE_SCALAR, true, &pt_layout_date, "de eerste dag"},
    {"tot", PT_SHAPE_SCALAR, true, &pt_layout_date, "de laatste dag"},
};

static bool read_schoolyear(const pt_yaml_node *node, pt_report *report, pt_date *schoolyear)
{
    *schoolyear = pt_schoolyear_parse(node->text, node->text_length);
    return *schoolyear != PT_DATE_NONE || pt_typed_refuse(report, PT_P030, node, NULL);
}

static bool read_vacation(const pt_yaml_node *node, pt_report *report, pt_vacation *vacation)
{
    *vacation = pt_vacation_find(node->text);
    if (*vacation != PT_VACATION_COUNT)
        return true;
    const char *names[PT_VACATION_COUNT];
    for (int i = 0; i < PT_VACATION_COUNT; i++)
        names[i] = pt_vacation_name((pt_vacation)i);
    return pt_typed_refuse(report, PT_P031, node, pt_suggest(node->text, names, PT_VACATION_COUNT));
}

static bool read_holiday(pt_calendar *calendar, const pt_yaml_node *item, pt_report *report)
{
    pt_yaml_node *values[HOLIDAY_KEYS];
    if (!pt_typed_mapping(item, holiday_keys, HOLIDAY_KEYS, false, report, values))
        return false;
    pt_date schoolyear = PT_DATE_NONE;
    pt_vacation vacation = PT_VACATION_COUNT;
    const char *region = NULL;
    const char *source = NULL;
    pt_period days;
    bool fine = read_schoolyear(values[SCHOOLYEAR], report, &schoolyear);
    fine &= read_vacation(values[VACATION], report, &vacation);
    fine &= pt_typed_name(values[REGION], report, &region);
    fine &= pt_typed_text(values[SOURCE], report, &source);
    fine &= read_days(values[FROM], values[UNTIL], report, &days);
    if (!fine)
        return false;
    return pt_calendar_add_holiday(calendar, schoolyear, vacation, region, days.first, days.last,
                                   source) ||
           pt_find(report, PT_P032, item->at, PT_ARGS(values[VACATION]->text, region), NULL);
}

static bool read_decreed(pt_calendar *calendar, const pt_yaml_node *item, pt_report *report)
{
    pt_yaml_node *values[2];
    pt_date day = PT_DATE_NONE;
    const char *source = NULL;
    if (!pt_typed_mapping(item, decreed_keys, 2, false, report, values))
        return false;
    bool fine = pt_typed_date(values[0], report, &day);
    fine &= pt_typed_text(values[1], report, &source);
    return fine && (pt_calendar_add_decreed(calendar, day, source) ||
                    pt_typed_refuse(report, PT_P033, values[0], NULL));
}

static bool read_unknown(pt_calendar *calendar, const pt_yaml_node *item, pt_report *report)
{
    pt_yaml_node *values[2];
    pt_period days;
    return pt_typed_mapping(item, unknown_keys, 2, false, report, values) &&
           read_days(values[0], values[1], report, &days) &&
           pt_calendar_add_unknown(calendar, days.first, days.last);
}

typedef bool (*read_item)(pt_calendar *calendar, const pt_yaml_node *item, pt_report *report);

static bool read_list(pt_calendar *calendar, const pt_yaml_node *list, read_item read,
                      pt_report *report)
{
    bool fine = true;
    for (const pt_yaml_node *item = list == NULL ? NULL : list->first; item != NULL;
         item = item->next)
        fine &= read(calendar, item, report);
    return fine;
}

static const pt_layout cell_layout = {.kind = PT_LAYOUT_CELL};
static const pt_layout holiday_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = holiday_keys, .count = HOLIDAY_KEYS};
static const pt_layout holidays_layout = {.kind = PT_LAYOUT_LIST, .each = &holiday_layout};
static const pt_layout decreed_day_layout = {
    .kind = PT_LAYOUT_KEYS, .keys = decreed_keys, .count = 2};
static const pt_layout decreed_layout = {.kind = PT_LAYOUT_LIST, .each = &decreed_day_layout};
static const pt_layout period_layout = {.kind = PT_LAYOUT_KEYS, .keys = unknown_keys, .count = 2};
static const pt_layout unknown_layout = {.kind = PT_LAYOUT_LIST, .each = &period_layout};

enum { NAME, HOLIDAYS, DECREED, UNKNOWN, CALENDAR_KEYS };

static const pt_key calendar_keys[CALENDAR_KEYS] = {
    [NAME] = {"kalender", PT_SHAPE_SCALAR, true, &cell_layout, "de naam van de kalender"},
    [HOLIDAYS] = {"schoolvakanties", PT_SHAPE_LIST, false, &holidays_layout,
                  "de schoolvakanties per regio"},
    [DECREED] = {"gelijkgestelde_dagen", PT_SHAPE_LIST, false, &decreed_layout,
                 "dagen die bij besluit met een feestdag zijn gelijkgesteld"},
    [UNKNOWN] = {"onbekend", PT_SHAPE_LIST, false, &unknown_layout,
                 "tijdvakken waarvan die dagen niet bekend zijn"},
};

const pt_layout pt_layout_of_calendar = {
    .kind = PT_LAYOUT_KEYS, .keys = calendar_keys, .count = CALENDAR_KEYS};

static bool fill(pt_pack *pack, const pt_source *source, pt_report *report)
{
    pt_yaml_node *values[CALENDAR_KEYS];
    const pt_yaml_node *root = pt_yaml_read(pack->arena, source, report);
    if (root == NULL)
        return false;
    bool fine = pt_typed_mapping(root, calendar_keys, CALENDAR_KEYS, false, report, values);
    fine &= read_list(pack->calendar, values[HOLIDAYS], read_holiday, report);
    fine &= read_list(pack->calendar, values[DECREED], read_decreed, report);
    return read_list(pack->calendar, values[UNKNOWN], read_unknown, report) && fine;
}

bool pt_calendar_yaml_read(pt_pack *pack, const pt_source *source, pt_report *report)
{
    pack->calendar = pt_calendar_create(pack->arena);
    bool fine = source == NULL || fill(pack, source, report);
    pt_calendar_finish(pack->calendar);
    return fine;
}
