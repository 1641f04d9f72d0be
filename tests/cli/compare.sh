#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# vergelijk: two versions of a small pack, a variant of the shipped one, and what is not proved.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
cp -R rules "$work/"
mkdir -p "$work/scenarios" "$work/vroeger/rules/klein" "$work/rules/klein"
cp scenarios/varianten/eerder-melden.yaml "$work/scenarios/"
cd "$work" || exit 2

# --- shipped variants, as they are read ---
for variant in leerrecht langere-tlv; do
    exits 0 "the regions of $variant are told" vergelijk --variant "$variant" scenarios/eerder-melden.yaml
    [ -n "$PT_GOLDEN" ] && cp out "$root/tests/golden/vergelijk-$variant.txt"
    cmp -s out "$root/tests/golden/vergelijk-$variant.txt"
    judge "the report of $variant is as it was" $?
done

# --- a small pack as it was, and as it is ---
cat >vroeger/rules/klein/pakket.yaml <<'YAML'
pakket: klein
titel: Een klein pakket
versie: "1"
eigenaar: proef
recht: { van: 2020-01-01, tot: 2030-12-31 }
bestanden: [regels.lua]
rollen: [ouders]
YAML
cat >vroeger/rules/klein/parameters.yaml <<'YAML'
wachttijd:
  titel: Tijd om te antwoorden
  eenheid: weken
  waarden:
    - { vanaf: 2020-01-01, waarde: 3, bron: "afspraak 1", status: beleid }
YAML
cat >vroeger/rules/klein/regels.lua <<'LUA'
-- SPDX-License-Identifier: EUPL-1.2
onderwerp "verzoek" { titel = "Verzoek", gegevens = {
  uren  = getal { "uren", van = 0, tot = 40 },
  soort = keuze { "soort", "bao", "vo", "so" },
  op    = datum { "ontvangen op" },
  klaar = datum { "antwoord op", optioneel = true },
} }
regel "veel" {
  over = "verzoek", titel = "Is het veel?", bron = "afspraak 2", geldig = { vanaf = "2020-01-01" }, levert = ja_nee,
  bepaal = function(uren, soort)
    if soort == vo then return uren > 20, "in het vo" end
    return uren >= 10, "elders"
  end,
}
plicht "antwoorden" {
  over = "verzoek", titel = "Antwoorden", wie = "ouders", bron = "afspraak 3", geldig = { vanaf = "2020-01-01" },
  bereik = function(veel) return veel end,
  termijn = { vanaf = function(op) return op end, lengte = weken "wachttijd", recht = beleid },
  vervuld = function(klaar) return klaar end,
}
LUA
cp vroeger/rules/klein/* rules/klein/
exits 0 'two equal versions are compared' vergelijk --met vroeger/rules/klein scenarios
says out 'Voor niemand verandert er iets: dat is bewezen' 'that nothing changes is said to be proved'
sed -i 's/return uren >= 10, "elders"/return not (uren < 10), "elders"/' rules/klein/regels.lua
exits 0 'a rule written otherwise is compared' vergelijk --met vroeger/rules/klein scenarios
says out 'Voor niemand verandert er iets: dat is bewezen' 'that another text says the same is proved'
says out 'vervangen: veel' 'and the text is shown all the same'
sed -i 's/return not (uren < 10), "elders"/return uren >= 10, "elders"/' rules/klein/regels.lua
sed -i 's/van = 0, tot = 40/van = 0, tot = 45/' rules/klein/regels.lua
exits 0 'a wider fact is compared' vergelijk --met vroeger/rules/klein scenarios
says out 'De onderwerpen of hun gegevens verschillen' 'equal rules over other facts are not said to be equal'
sed -i 's/van = 0, tot = 45/van = 0, tot = 40/' rules/klein/regels.lua
sed -i 's/waarde: 3/waarde: 2/' rules/klein/parameters.yaml
sed -i 's/uren >= 10/uren >= 12/; s/uren > 20/uren > 18/' rules/klein/regels.lua
cat >scenarios/verzoek.yaml <<'YAML'
scenario: verzoek
titel: Een verzoek
pakket: klein
van: 2026-03-02
tot: 2026-04-30
wereld:
  verzoek: { v1: { uren: 11, soort: bao, op: 2026-03-02 }, v2: { uren: 15, soort: bao, op: 2026-03-02 } }
verloop:
  - op: 2026-03-03
    verwacht: { v1.veel: ja }
YAML
exits 0 'differences are no failure' vergelijk --met vroeger/rules/klein scenarios/verzoek.yaml
cmp -s out "$root/tests/golden/vergelijk.txt"
judge 'the report of a small pair is as it was' $?
[ -n "$PT_GOLDEN" ] && cp out "$root/tests/golden/vergelijk.txt"
exits 0 'a folder with rules stands for its packs' vergelijk --met vroeger scenarios/verzoek.yaml
cmp -s out "$root/tests/golden/vergelijk.txt"
judge 'and gives the same report' $?
exits 0 'as Markdown' vergelijk --met vroeger scenarios/verzoek.yaml --formaat markdown
says out '^## Wat er in de regels verandert' 'Markdown has headings'
says out "^-    return uren >= 10" "and the lines that went"
exits 0 'as JSON' vergelijk --met vroeger scenarios/verzoek.yaml --formaat json
says out '"regels_anders": 1' 'JSON counts the rules'
says out '"11 <= uren\|"10 <= uren <= 11"' 'JSON has the conditions'
exits 0 'for the parents' vergelijk --met vroeger scenarios/verzoek.yaml --voor ouders
says out 'plicht antwoorden' 'the duty of the parents is told'
exits 0 'for somebody else' vergelijk --met vroeger scenarios/verzoek.yaml --voor inspectie
says out 'geen plicht van inspectie' 'who has no part in it hears so'
exits 0 'in English' vergelijk --met vroeger scenarios/verzoek.yaml --taal en
says out 'What changes in the rules' 'the report is English'

# --- what cannot be compared ---
exits 2 'nothing to compare with' vergelijk scenarios
says err 'V001' 'is wrong use'
exits 3 'a folder without rules' vergelijk --met scenarios
says err 'V002' 'is named'
exits 3 'a variant that is not there' vergelijk --variant eerder-gemeld
says err 'V003' 'is named too'
exits 2 'a form that is not there' vergelijk --variant eerder-melden --formaat junit

# --- grounds that blocks share ---
cat >>vroeger/rules/klein/regels.lua <<'LUA'
local samen = { { bron = "afspraak 4", vanaf = "2020-01-01" } }
regel "ruim" { over = "verzoek", gronden = samen, levert = ja_nee, bepaal = function(uren) return uren < 5 end }
LUA
sed 's/afspraak 4/afspraak 5/' vroeger/rules/klein/regels.lua >rules/klein/regels.lua
exits 0 'grounds in a local are compared' vergelijk --met vroeger/rules/klein scenarios
says out '^ *- *local samen = .*afspraak 4' 'the line that went is shown with the rule that rests on it'
says out '^ *+ *local samen = .*afspraak 5' 'and the line that came'

# --- a variant of the shipped pack ---
exits 0 'a variant is compared' vergelijk --variant eerder-melden
says out '8 <= uren_in_vier_lesweken <= 15,75: nee wordt ja' 'the cases between the old and the new bound'
says out 'door parameter meldgrens_uren' 'what happens in a story is laid to the parameter'
exits 0 'a variant with rules of its own leaves the exceptions of the pack alone' vergelijk --variant een-deskundige
says out '^1 regel en 0 plichten' 'only the rule that it replaces differs'
exits 0 'several variants at once' vergelijk --variant eerder-melden,een-deskundige
says out 'variant eerder-melden\|^ *eerder-melden)' 'a parameter is laid to its variant'
says out 'variant een-deskundige' 'and a text to its own'
exits 0 'as JSON' vergelijk --variant eerder-melden,een-deskundige --formaat json
says out '"door": "regel deskundigen_in_orde \[een-deskundige\]"' 'and the cases to the rule and the variant'
says out '"door": "parameter meldgrens_uren \[eerder-melden\]"' 'and what happens in a story'
says out '"variant": "een-deskundige"' 'with the variant by itself'

# --- a variant, here and there ---
mkdir -p vroeger/rules/varianten rules/varianten/ruim
cat >rules/varianten/ruim/variant.yaml <<'YAML'
variant: ruim
titel: Ruim
basis: klein
vanaf: 2026-01-01
waarom: proef
parameters: { wachttijd: 5 }
YAML
exits 0 'a variant that is not there yet is held against the pack as it was' vergelijk --met vroeger --variant ruim scenarios/verzoek.yaml
says out '3 weken wordt 2 weken, vanaf 1 januari 2020' 'what the pack changes shows'
says out '3 weken wordt 5 weken, vanaf 1 januari 2026' 'and what the variant does'
cp -R rules/varianten/ruim vroeger/rules/varianten/
exits 0 'one that is there too is held against that' vergelijk --met vroeger --variant ruim scenarios/verzoek.yaml
! grep -q '5 weken' out
judge 'what it does in both is no difference' $?
sed -i 's/wachttijd: 5/wachttijd: 4/' rules/varianten/ruim/variant.yaml
exits 0 'and what it does otherwise' vergelijk --met vroeger/rules/klein --variant ruim scenarios/verzoek.yaml
says out '5 weken wordt 4 weken, vanaf 1 januari 2026' 'is'

# --- money ---
cat >>rules/klein/regels.lua <<'LUA'
regel "vergoeding" {
  over = "verzoek", bron = "afspraak 4", geldig = { vanaf = "2020-01-01" }, levert = bedrag { van = euro "0", tot = euro "10.000" },
  bepaal = function(veel) if veel then return euro "250,50" end return euro "100" end,
}
LUA
cp -R rules/klein/. vroeger/rules/klein/
sed -i 's/euro "250,50"/euro "1.300"/' rules/klein/regels.lua
sed -i 's/uren: 11/uren: 20/' scenarios/verzoek.yaml
exits 0 'amounts of money are compared' vergelijk --met vroeger scenarios/verzoek.yaml --formaat markdown
says out 'v1.vergoeding: € 250,50 wordt € 1.300,00.*(€ 1.049,50 meer)' 'with how much is moved'
says out 'vergoeding, alle 2 samen aan het eind: € 501,00 wordt € 2.600,00 (€ 2.099,00 meer)' 'and the sum over all'
exits 0 'as JSON' vergelijk --met vroeger scenarios/verzoek.yaml --formaat json
says out '"verschil_in_centen": 104950' 'in cents'
finish
