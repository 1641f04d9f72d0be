# SPDX-License-Identifier: EUPL-1.2
# usage: oordeel.py SCHEMA FILE...   prints "goed FILE" or "fout FILE reason" for each.
# YAML 1.2 (core), as editors read it: a date is a text, so is ja.
import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Core)
    error = next(validator.iter_errors(document), None)
    if error is None:
        print("goed", path)
    else:
        print("fout", path, list(error.absolute_path), error.message[:160].replace("\n", " "))
