#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Variants: on top of each other, with an end, in each other's way, and building on each other.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
mkdir -p "$work/rules/klein" "$work/scenarios"
cd "$work" || exit 2

cat >rules/klein/pakket.yaml <<'YAML'
pakket: klein
titel: Een klein pakket
versie: "1"
eigenaar: proef
recht: { van: 2020-01-01, tot: 2030-12-31 }
bestanden: [regels.lua]
rollen: [ouders]
YAML
cat >rules/klein/parameters.yaml <<'YAML'
wachttijd:
  eenheid: weken
  waarden:
    - { vanaf: 2020-01-01, waarde: 6, bron: "afspraak 1", status: beleid }
    - { vanaf: 2027-06-01, waarde: 7, bron: "afspraak 1", status: beleid }
grens:
  eenheid: getal
  waarden:
    - { vanaf: 2020-01-01, waarde: 10, bron: "afspraak 1", status: beleid }
YAML
cat >rules/klein/regels.lua <<'LUA'
-- SPDX-License-Identifier: EUPL-1.2
onderwerp "verzoek" { titel = "Verzoek", gegevens = {
  uren   = getal { "uren", van = 0, tot = 40 },
  spoed  = ja_nee { "spoed", begin = nee },
  op     = datum { "ontvangen op" },
  klaar  = datum { "antwoord op", optioneel = true },
} }
regel "veel" {
  over = "verzoek", bron = "afspraak 2", geldig = { vanaf = "2020-01-01" }, levert = ja_nee,
  bepaal = function(uren, grens) return uren >= grens, "{uren} tegen {grens}" end,
}
uitzondering "altijd_bij_spoed" {
  op = "veel", bron = "afspraak 4", geldig = { vanaf = "2020-01-01" },
  indien = function(spoed) return spoed end, dan = ja, reden = "spoed is altijd veel",
}
plicht "antwoorden" {
  over = "verzoek", wie = "ouders", bron = "afspraak 3", geldig = { vanaf = "2020-01-01" },
  bereik = function(veel) return veel end,
  termijn = { vanaf = function(op) return op end, lengte = weken "wachttijd", recht = beleid },
  vervuld = function(klaar) return klaar end,
}
LUA

# variant NAAM VANAF [REGELS VAN variant.yaml...]
variant() {
	mkdir -p "rules/varianten/$1"
	printf 'variant: %s\ntitel: %s\nbasis: klein\nvanaf: %s\nwaarom: proef\n' "$1" "$1" "$2" \
		>"rules/varianten/$1/variant.yaml"
	name=$1
	shift 2
	for line; do printf '%s\n' "$line" >>"rules/varianten/$name/variant.yaml"; done
}
rules_of() {
	{ echo '-- SPDX-License-Identifier: EUPL-1.2'; cat; } >"rules/varianten/$1/regels.lua"
	echo 'regels: [regels.lua]' >>"rules/varianten/$1/variant.yaml"
}

variant kort 2026-01-01 'tot: 2026-12-31' 'parameters: { wachttijd: 4 }'
variant streng 2026-01-01 'tot: 2026-12-31'
rules_of streng <<'LUA'
regel "veel" {
  over = "verzoek", bron = "voorstel", geldig = { vanaf = "2026-01-01" }, levert = ja_nee,
  bepaal = function(uren) return uren >= 5, "streng" end,
}
LUA
variant rustig 2026-01-01 'tot: 2026-12-31'
rules_of rustig <<'LUA'
uitzondering "altijd_bij_spoed" {
  op = "veel", bron = "voorstel", geldig = { vanaf = "2026-01-01" },
  indien = function(spoed, uren) return spoed and uren > 3 end, dan = ja, reden = "alleen bij meer dan drie uren",
}
LUA

# --- a variant that ends ---
cat >scenarios/einde.yaml <<'YAML'
scenario: einde
pakket: klein
variant: [kort, streng]
van: 2025-12-01
tot: 2027-12-31
wereld:
  verzoek: { v1: { uren: 6, op: 2025-12-01 }, v2: { uren: 1, spoed: ja, op: 2025-12-01 } }
verloop:
  - op: 2025-12-31
    verwacht: { v1.veel: nee, v2.antwoorden: { uiterlijk: 2026-01-12 } }
  - op: 2026-01-01
    verwacht: { v1.veel: ja, v2.antwoorden: { uiterlijk: 2025-12-29 } }
  - op: 2026-12-31
    verwacht: { v1.veel: { waarde: ja, bron: voorstel } }
  - op: 2027-01-01
    verwacht: { v1.veel: { waarde: nee, bron: "afspraak 2" }, v2.antwoorden: { uiterlijk: 2026-01-12 } }
  - op: 2027-06-01
    verwacht: { v2.antwoorden: { uiterlijk: 2026-01-19 } }
YAML
exits 0 'after a variant the law of the pack comes back, rule and parameter' toets scenarios/einde.yaml
sed 's/variant: .*/variant: rustig/; s/scenario: einde/scenario: spoed/; /^verloop/,$d' scenarios/einde.yaml >scenarios/spoed.yaml
cat >>scenarios/spoed.yaml <<'YAML'
verloop:
  - { op: 2025-12-31, verwacht: { v2.veel: ja } }
  - { op: 2026-12-31, verwacht: { v2.veel: nee } }
  - { op: 2027-01-01, verwacht: { v2.veel: { waarde: ja, reden: "spoed is altijd veel" } } }
YAML
exits 0 'and so does an exception' toets scenarios/spoed.yaml
exits 0 'both readings agree on what comes back' controleer rules/varianten/streng
sed -i 's/tot: 2026-12-31/tot: 2025-12-31/' rules/varianten/rustig/variant.yaml
exits 3 'an end before the beginning' toets scenarios/spoed.yaml
says err 'P001' 'is refused'
sed -i 's/tot: 2025-12-31/tot: 2026-12-31/' rules/varianten/rustig/variant.yaml

# --- on top of each other ---
sed '/^variant:/d' scenarios/einde.yaml >scenarios/los.yaml
exits 0 'variants stack, one option each' toets scenarios/los.yaml --variant kort --variant streng
exits 0 'or in one option' toets scenarios/los.yaml --variant kort,streng
exits 0 'in any order when they do not meet' toets scenarios/los.yaml --variant streng,kort
exits 1 'one alone is not both' toets scenarios/los.yaml --variant streng
exits 0 'the whole stack is checked' controleer klein --variant kort,streng
says out 'klein + kort, streng' 'under its name'
for command in 'regels veel' 'dekking scenarios' 'vergelijk' 'verklaar scenarios/los.yaml v1.veel' 'speel scenarios/los.yaml'; do
	# shellcheck disable=SC2086
	exits 0 "$command takes a stack" $command --variant kort,streng
done
exits 2 'the same variant twice' toets scenarios/los.yaml --variant kort,kort
says err 'A016' 'is wrong use'
sed 's/streng\]/kort]/' scenarios/einde.yaml >scenarios/dubbel.yaml
exits 3 'a story may not name it twice either' toets scenarios/dubbel.yaml
says err 'P003' 'and hears so'
exits 2 'nine variants' toets scenarios/los.yaml --variant a,b,c,d,e,f,g,h,i
says err 'A017' 'are too many'
exits 2 'a name that is no folder' toets scenarios/los.yaml --variant kort,../x
says err 'A009' 'is refused'
exits 3 'a variant that is not there' toets scenarios/los.yaml --variant kort,strang
says err "F007.*'strang'" 'is named'

# --- in each other's way ---
conflict() { # CODE TEXT VARIANTS
	exits 3 "$2" toets scenarios/los.yaml --variant "$3"
	says err "$1" "is $1"
}
settled() { # VARIANT NAMES: says that VARIANT comes after NAMES
	sed -i "s/^waarom:/na: [$2]\n&/" "rules/varianten/$1/variant.yaml"
}
variant korter 2026-03-01 'parameters: { wachttijd: 3 }'
conflict P040 'two values of one parameter' kort,korter
says err 'rules/varianten/kort/variant.yaml:7' 'with the place of the other'
says err 'rules/varianten/korter/variant.yaml:6' 'and its own'
variant even-kort 2026-03-01 'parameters: { wachttijd: 4 }'
exits 1 'the same value is no conflict' toets scenarios/los.yaml --variant kort,even-kort
variant later 2027-01-01 'parameters: { wachttijd: 3 }'
exits 1 'nor are values on other days' toets scenarios/los.yaml --variant kort,later
settled korter kort
exits 1 'who says that it comes after the other decides' toets scenarios/los.yaml --variant kort,korter
conflict P045 'an order that a variant does not want' korter,kort

variant mild 2026-01-01
sed 's/>= 5/>= 30/' rules/varianten/streng/regels.lua | grep -v SPDX | rules_of mild
conflict P041 'two texts of one rule' streng,mild
says err 'rules/varianten/streng/regels.lua:2' 'with the place of the other text'
settled mild streng
exits 1 'settled, the upper text holds' toets scenarios/los.yaml --variant streng,mild

variant nooit 2026-01-01
rules_of nooit <<'LUA'
uitzondering "nooit" {
  op = "veel", bron = "voorstel", geldig = { vanaf = "2026-01-01" },
  indien = function(uren) return uren == 7 end, dan = nee, reden = "zeven telt niet",
}
LUA
conflict P042 'an exception on what the other replaces' streng,nooit
conflict P043 'and the other way around' nooit,streng
settled nooit streng
exits 1 'settled, the exception holds over the new rule' toets scenarios/los.yaml --variant streng,nooit

variant grens 2026-02-01 'parameters: { grens: 8 }'
conflict P044 'a parameter that nothing reads any more' grens,mild
says err 'rules/varianten/grens/variant.yaml:6' 'with the place where it is changed'
conflict P044 'in the other order too' mild,grens
exits 1 'no conflict while the pack still reads it' toets scenarios/los.yaml --variant grens,streng

# --- two by two ---
exits 0 'two variants that do not meet' controleer rules/varianten/kort rules/varianten/streng --onderling
says out 'kort + streng: geen conflict; in beide volgordes komt hetzelfde uit, dat is bewezen' 'are proved to go together'
variant zeven 2026-01-01
sed 's/"nooit"/"zeven"/; s/dan = nee/dan = ja/' rules/varianten/nooit/regels.lua | grep -v SPDX | rules_of zeven
exits 1 'two exceptions that meet in a case' controleer rules/varianten/nooit rules/varianten/zeven --onderling
says out 'nooit + zeven: in elkaars weg' 'are in each other'"'"'s way'
says out "P046.*'zeven' van 'zeven' en een van 'nooit'" 'with their names'
says out 'uren = 7' 'and a case'
exits 0 'an order that one of them asks' controleer rules/varianten/kort rules/varianten/korter --onderling
says out 'kort + korter: geen conflict, in deze volgorde' 'is said'
exits 1 'all of them' controleer rules/varianten --onderling
says out 'P042' 'conflicts are findings'

# --- one that builds on another ---
variant erbij 2026-01-01
rules_of erbij <<'LUA'
regel "heel_veel" {
  over = "verzoek", bron = "voorstel", geldig = { vanaf = "2026-01-01" }, levert = ja_nee,
  bepaal = function(uren) return uren >= 6 end,
}
LUA
variant bovenop 2026-01-01 'bouwt_op: [erbij]'
rules_of bovenop <<'LUA'
regel "te_veel" {
  over = "verzoek", bron = "voorstel", geldig = { vanaf = "2026-01-01" }, levert = ja_nee,
  bepaal = function(heel_veel, spoed) return heel_veel == ja and not spoed end,
}
LUA
cat >scenarios/bovenop.yaml <<'YAML'
scenario: bovenop
pakket: klein
variant: bovenop
van: 2026-01-01
tot: 2026-12-31
wereld: { verzoek: { v1: { uren: 6, op: 2026-01-01 } } }
verloop:
  - { op: 2026-02-01, verwacht: { v1.te_veel: ja, v1.heel_veel: ja } }
YAML
exits 0 'what a variant builds on comes along' toets scenarios/bovenop.yaml
exits 0 'or is named below it' toets scenarios/bovenop.yaml --variant erbij,bovenop
exits 0 'it is checked with what it builds on' controleer rules/varianten/bovenop
conflict P045 'above it, it is in the wrong place' bovenop,erbij
variant kring 2026-01-01 'bouwt_op: [ring]'
variant ring 2026-01-01 'bouwt_op: [kring]'
conflict P045 'a circle has no order' kring
variant los-zand 2026-01-01 'bouwt_op: [nergens]'
exits 3 'building on nothing' toets scenarios/bovenop.yaml --variant los-zand
says err "F007.*'nergens'" 'names what is not there'
# --- what holds under which ---
cat >scenarios/onder.yaml <<'YAML'
scenario: onder
pakket: klein
van: 2026-01-01
tot: 2026-12-31
wereld: { verzoek: { v1: { uren: 6, op: 2026-01-05 } } }
verloop:
  - op: 2026-02-01
    verwacht: { v1.uren: 6 }
  - op: +0d
    verwacht_onder:
      pakket: { v1.veel: nee }
      streng: { v1.veel: ja, v1.antwoorden: { uiterlijk: 2026-02-16 } }
      kort,streng: { v1.antwoorden: { uiterlijk: 2026-02-02 } }
      erbij: { v1.heel_veel: ja }
YAML
exits 0 'a story is played under every law that it names' toets scenarios/onder.yaml
says out 'onder: 2 uitgekomen' 'under the pack'
says out 'onder+streng: 3 uitgekomen' 'under a variant'
says out 'onder+kort,streng: 2 uitgekomen' 'under a stack'
says out 'onder+erbij: 2 uitgekomen' 'under a variant with names that the pack does not know'
exits 0 'with a variant of the command line it is played under that alone' toets scenarios/onder.yaml --variant streng
says out '^3 passed' 'and judged with what holds there'
exits 0 'all laws are checked' controleer scenarios/onder.yaml
exits 0 'machines hear under which' toets scenarios/onder.yaml --formaat json
says out '"variant": "kort, streng"' 'by name'
sed -i 's/v1.veel: ja, /v1.veel: nee, /; s/2026-02-02/2026-02-03/' scenarios/onder.yaml
exits 1 'what does not hold fails' toets scenarios/onder.yaml
says out 'FOUT.*onder+streng: 2 uitgekomen, 1 niet' 'under its own law'
says out 'goed.*onder: 2 uitgekomen' 'and no other'
exits 0 'what came out is written down' toets scenarios/onder.yaml --vastleggen
exits 0 'for each law at its own place' toets scenarios/onder.yaml
sed -i 's/v1.uren: 6/v1.veel: nee/' scenarios/onder.yaml
exits 1 'what should hold everywhere is not written over with what holds somewhere' toets scenarios/onder.yaml --vastleggen
sed -i 's/erbij: {/erbijj: {/' scenarios/onder.yaml
exits 3 'a law that is not there' toets scenarios/onder.yaml
says err "F007.*'erbijj'" 'is named'
sed -i 's/erbijj: .*/Erbij: { v1.veel: ja }/' scenarios/onder.yaml
exits 3 'a name that can be no variant' toets scenarios/onder.yaml
says err 'A009' 'is refused'
sed -i '/Erbij:/d' scenarios/onder.yaml
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo "      v$number: { v1.veel: ja }" >>scenarios/onder.yaml; done
exits 3 'more than sixteen laws' toets scenarios/onder.yaml
says err 'S047' 'are too many'
finish
