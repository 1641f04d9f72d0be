# SPDX-License-Identifier: EUPL-1.2
"""usage: tables.py BOOK.xlsx FOLDER: each sheet holds what the CSV of its name holds, as numbers and dates."""
import csv
import datetime
import sys
import xml.etree.ElementTree as tree
import zipfile

SPACE = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
WHOLE = {'voor', 'tegen', 'onthoudingen', 'dagen', 'aanwezigen', 'leden', 'te_laat', 'jaar'}
DATES = {'dag', 'voorgelegd_op', 'uiterlijk', 'vervuld_op', 'tijdvak', 'sinds'}


def column_of(reference):
    number = 0
    for letter in reference.rstrip('0123456789'):
        number = number * 26 + ord(letter) - ord('A') + 1
    return number - 1


def read_sheet(book, index):
    sheet = tree.fromstring(book.read('xl/worksheets/sheet%d.xml' % index))
    pane = sheet.find('.//m:pane', SPACE)
    assert pane is not None and pane.get('state') == 'frozen' and pane.get('ySplit') == '1', 'heading'
    assert len(sheet.findall('.//m:col', SPACE)) > 3, 'widths'
    for row in sheet.findall('.//m:row', SPACE):
        cells = {}
        for cell in row.findall('m:c', SPACE):
            kind = cell.get('t', 'n')
            text = ''.join(cell.find('m:is', SPACE).itertext()) if kind == 'inlineStr' \
                else cell.find('m:v', SPACE).text
            cells[column_of(cell.get('r'))] = (kind, text)
        yield cells


def shown(name, kind, text):
    if name == 'bedrag':
        assert kind == 'n', (name, kind)
        return ('%.2f' % float(text)).replace('.', ',')
    if name in WHOLE:
        assert kind == 'n', (name, kind)
        return str(int(text))
    if name in DATES:
        assert kind == 'n', (name, kind)
        return (datetime.date(1899, 12, 30) + datetime.timedelta(int(text))).isoformat()
    assert kind == 'inlineStr', (name, kind)
    return text


def compare(book, index, path):
    with open(path, encoding='utf-8', newline='') as file:
        raw = file.read()
    assert raw.startswith('\ufeff') and raw.endswith('\r\n'), path
    wanted = list(csv.reader(raw[1:].splitlines(keepends=True), delimiter=';'))
    found = list(read_sheet(book, index))
    names = wanted[0]
    assert len(found) == len(wanted), (path, len(found), len(wanted))
    assert [found[0][i][1] for i in range(len(names))] == names, names
    for row, cells in zip(wanted[1:], found[1:]):
        for i, name in enumerate(names):
            has = shown(name, *cells[i]) if i in cells else ''
            assert has == row[i], (path, name, has, row[i])
    return len(wanted) - 1


with zipfile.ZipFile(sys.argv[1]) as book:
    names = [sheet.get('name') for sheet in tree.fromstring(book.read('xl/workbook.xml')).iter(
        '{%s}sheet' % SPACE['m'])]
    assert names == ['besluiten', 'plichten', 'geld'], names
    for number, name in enumerate(names, 1):
        print(name, compare(book, number, '%s/%s.csv' % (sys.argv[2], name)))
