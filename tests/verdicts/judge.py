#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Small packs with what is wrong in them marked on its line: `! CODE` a warning or an error, `~ CODE` a note.

A file of tests/verdicts has a shared beginning and cases (`=== sentence`), each of which is files (`--- name`) laid over
the shared ones and those of standard.txt. All become one folder of packs, and one run judges them by code and line.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
USE = {"C015", "C016", "C017", "C018", "C028"}  # said of nearly every small pack: judged in use.txt alone
DOUBT = {"C020", "C021"}  # what could not be proved is no verdict
RULE = 'regel "r" { over = "kind", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = ja_nee, bepaal = '
MARK = re.compile(r"(?:--|#) ([!~] [A-Z0-9 ]+)(?: ([!~] [A-Z0-9 ]+))?$")


def parts(lines):
    """The files that follow each other behind `--- name`."""
    files, name = {}, None
    for line in lines:
        if line.startswith("--- "):
            name = line[4:].strip()
            files[name] = []
        elif name is not None:
            files[name].append(line)
    return files


def cases_of(path):
    """(sentence, files) of each case; the shared files first, as (None, files)."""
    sentence, lines, found = None, [], []
    for line in open(path, encoding="utf-8").read().split("\n") + ["=== "]:
        if line.startswith("=== "):
            while lines and not lines[-1]:
                lines.pop()
            found.append((sentence, parts(lines)))
            sentence, lines = line[4:], []
        else:
            lines.append(line)
    return found


def marks(lines):
    found = set()
    for number, line in enumerate(lines, 1):
        match = MARK.search(line)
        for group in match.groups() if match else ():
            for code in (group or " ").split()[1:]:
                found.add((number, code))
    return found


def lay(root, name, files):
    """Writes the files of one case; (path, line, code) of what they must give."""
    wanted = set()
    if "functie.lua" in files:
        lines = list(files.pop("functie.lua"))
        lines[0] = RULE + lines[0]
        lines.append("}")
        files["regels.lua"] = lines
    if "basis.lua" in files:
        files["pakket.yaml"] = [line.replace("gegevens.lua,", "gegevens.lua, basis.lua,") for line in files["pakket.yaml"]]
    for file, lines in files.items():
        if not lines and file.endswith(".yaml"):
            continue
        folder = {"verhaal.yaml": "scenarios", "variant.yaml": f"rules/varianten/v-{name}"}.get(file, f"rules/{name}")
        path = f"{folder}/{name}.yaml" if file == "verhaal.yaml" else f"{folder}/{file}"
        os.makedirs(os.path.join(root, folder), exist_ok=True)
        text = "\n".join(lines) + "\n"
        for word, value in (("PAKKET", name), ("SCENARIO", f"s-{name}"), ("VARIANT", f"v-{name}")):
            text = text.replace(word, value)
        if file == "pakket.yaml":
            text = text.replace("pakket: proef", f"pakket: {name}")
        with open(os.path.join(root, path), "w", encoding="utf-8") as out:
            out.write(text)
        wanted |= {(path, line, code) for line, code in marks(lines)}
    return wanted


def findings(program, root):
    run = subprocess.run([program, "controleer", "rules", "scenarios", "--streng", "--formaat", "json", "--kinderen", "2"],
                         cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    if run.returncode not in (0, 1, 3):
        sys.exit(f"failed: exit {run.returncode}: {run.stderr.decode()[:500]}")
    return json.loads(run.stdout)


def main():
    program = os.path.abspath(sys.argv[1])
    keep = sys.argv[2] if len(sys.argv) > 2 else None
    standard = cases_of(os.path.join(HERE, "standard.txt"))[0][1]
    with tempfile.TemporaryDirectory() as temporary:
        root = keep or temporary
        where, wanted = {}, set()
        for file in sorted(os.listdir(HERE)):
            if file == "standard.txt" or not file.endswith(".txt"):
                continue
            (_, shared), *cases = cases_of(os.path.join(HERE, file))
            for number, (sentence, files) in enumerate(cases, 1):
                name = f"{file[:-4]}-{number}"
                where[name] = (file, sentence)
                wanted |= lay(root, name, {**standard, "regels.lua": [], **shared, **files})
        judge(findings(program, root), wanted, where)


def judge(said, wanted, where):
    """Every finding must be marked, and every mark found."""
    got = set()
    for each in said["bevindingen"]:
        file = each["bestand"]
        case = case_of(file, where)
        doubt = each["code"] in DOUBT or (each["ernst"] == "opmerking" and file.endswith("(statuten).lua"))
        if doubt and (file, each["regel"], each["code"]) not in wanted:
            continue
        if each["code"] not in USE or where.get(case, ("",))[0] == "use.txt":
            got.add((file, each["regel"], each["code"]))
    wrong = {}
    for found, what in [(each, "must not be") for each in got - wanted] + [(each, "is missing") for each in wanted - got]:
        wrong.setdefault(case_of(found[0], where), []).append(f"{found[0].split('/')[-1]}:{found[1]} {found[2]} {what}")
    for case in sorted(wrong):
        print(f"failed: {where.get(case, ('?', '?'))} ({case})")
        for line in sorted(wrong[case]):
            print(f"    {line}")
    bad = {case_of(each[0], where) for each in wanted}
    print(f"{len(where) - len(wrong)} passed, {len(wrong)} failed ({len(bad)} with something wrong in them, {len(where) - len(bad)} without)")
    sys.exit(1 if wrong else 0)


def case_of(path, where):
    """The case that a path belongs to."""
    for part in path.split("/"):
        name = part.removesuffix(".yaml").removeprefix("v-")
        if name in where:
            return name
    return path


if __name__ == "__main__":
    main()
