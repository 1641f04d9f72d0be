#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# controleer: what it finds in rules that can be read, with --streng, and what does not fail the run.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
mkdir -p "$work/pack/rules/proef"
cd "$work/pack" || exit 2
pack=rules/proef

cat >$pack/pakket.yaml <<'EOF'
pakket: proef
titel: Proef
versie: "1"
eigenaar: proef
recht: { van: 2014-08-01, tot: 2030-07-31 }
bestanden: [regels.lua]
EOF
cat >$pack/parameters.yaml <<'EOF'
drempel:
  titel: Drempel
  eenheid: getal
  waarden:
    - { vanaf: 2014-08-01, waarde: 16, bron: proef, status: beleid }
EOF

rules() { # BODY: the pack with one rule
    cat >$pack/regels.lua <<EOF
-- SPDX-License-Identifier: EUPL-1.2
onderwerp "kind" { titel = "Kind", gegevens = { uren = getal { "uren", van = 0, tot = 40 }, ziek = ja_nee { "ziek" } } }
regel "melden" {
  over = "kind", titel = "Melden?", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee, $2
  bepaal = function(uren, drempel, ziek)
    $1
  end,
}
EOF
}

rules 'if ziek then return nee end return uren >= drempel'
exits 0 'good rules are fine' controleer proef
says out 'Niets gevonden' 'good rules have no findings'
says out '(toon ze met --streng)' 'notes are counted'
exits 0 'notes do not fail a run' controleer proef --streng
says out 'opmerking\[C015\]' 'with --streng notes are shown'

rules 'if ziek then return nee end if uren >= 41 then return nee end return uren >= drempel'
exits 0 'a warning does not fail a run' controleer proef
says out "waarschuwing\\[C002\\]: 'uren >= 41' is hier nooit waar" 'a condition that is never true is found'
says out 'regels.lua:6:36' 'with its place'
exits 0 'and in English' controleer proef --taal en
says out "'uren >= 41' is never true here" 'in English words'
exits 0 'and for a workflow' controleer proef --formaat github
says out '^::warning file=.*regels.lua,line=6,col=36' 'as an annotation on its line'

exits 0 'and for forges' controleer proef --formaat sarif
for field in '"version": "2.1.0"' '"name": "proeftuin"' '"ruleId": "C002"' '"ruleIndex": 0' '"level": "warning"' \
    '"uri": "rules/proef/regels.lua"' '"startLine": 6' '"startColumn": 36' '"endColumn": 46'; do
    says out "$field" "sarif has $field"
done

mkdir -p rules/varianten/strenger
cat >rules/varianten/strenger/variant.yaml <<'EOF'
variant: strenger
titel: Strenger
basis: proef
vanaf: 2027-08-01
waarom: proef
parameters: { drempel: 12 }
EOF
exits 0 'a pack and its variant can be checked together' controleer rules
says out 'waarschuwingen: 1' 'what they share is said once'
rm -r rules/varianten

rules 'if ziek then return nee end return uren >= drempel' 'vrij = true,'
exits 0 'free rules are fine' controleer proef
says out 'Niets gevonden' 'free rules have no findings'
exits 0 'also with --streng' controleer proef --streng
says out 'waarschuwing\[C019\]' 'but --streng warns of them'

for code in C001 C002 C003 C004 C005 C006 C007 C008 C009 C010 C011 C012 C013 C014 C015 C016 C017 C018 C019 C020 C021 C022 C023 C024 C025 C026 C027 C028; do
    "$program" uitleg $code >"$work/out" 2>"$work/err" && grep -q "$code" "$work/out"
    judge "uitleg knows $code" $?
done

finish
