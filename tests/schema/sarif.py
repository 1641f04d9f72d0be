#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Judges SARIF files: by sarif.schema.json, and by what a schema cannot say. usage: sarif.py FILE..."""
import json
import os
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))


def faults(log):
    schema = json.load(open(os.path.join(HERE, "sarif.schema.json"), encoding="utf-8"))
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in checker.iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
    for run in log.get("runs", []):
        rules = run["tool"]["driver"].get("rules", [])
        ids = [rule["id"] for rule in rules]
        if len(set(ids)) != len(ids):
            yield "rules: a code stands there more than once"
        used = set()
        for number, result in enumerate(run["results"]):
            index = result.get("ruleIndex", -1)
            used.add(index)
            if not 0 <= index < len(ids) or ids[index] != result.get("ruleId"):
                yield f"results/{number}: ruleIndex {index} is not {result.get('ruleId')}"
            for location in result.get("locations", []):
                region = location["physicalLocation"].get("region", {})
                same_line = region.get("endLine", region.get("startLine")) == region.get("startLine")
                if same_line and "endColumn" in region and region["endColumn"] < region.get("startColumn", 1):
                    yield f"results/{number}: the region ends before it begins"
        for index in set(range(len(ids))) - used:
            yield f"rules/{index}: no result is of {ids[index]}"


def main():
    bad = 0
    for path in sys.argv[1:]:
        log = json.load(open(path, encoding="utf-8"))
        for fault in faults(log):
            print(f"{path}: {fault}")
            bad += 1
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
