#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# What speel says of decisions, work and bottlenecks, and that improvements do what it says: each is
# applied by hand and played again.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
mkdir -p "$work/scenarios"
cp -R rules "$work/"
cp scenarios/bestuur/arrangement-van-de-eigen-school.yaml "$work/scenarios/eigen.yaml"
cd "$work" || exit 2
sed -i 's/besluitvorming.lua/&\n  - proef.lua/' rules/passend-onderwijs/pakket.yaml

cat >rules/passend-onderwijs/proef.lua <<'LUA'
-- SPDX-License-Identifier: EUPL-1.2
regel "verzwegen" {
  over = "stem", titel = "Verzweeg dit lid een belang?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Belang verzwegen", verbetering = { { zet = { belang = gemeld } }, { zet = { eigen_zaak = ja } } } },
  bepaal = function(belang) if belang == ongemeld then return ja, "het belang is niet gemeld" end return nee, "niets verzwegen" end,
}
regel "voorzitter_gaf_de_doorslag" {
  over = "agendapunt", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { verbetering = { variant = "stakende-stemmen" } },
  bepaal = function(voor, tegen, uitslag)
    if uitslag == aangenomen and voor == tegen then return ja, "{voor} voor en {tegen} tegen" end
    return nee, "de stemmen staakten niet"
  end,
}
LUA
mkdir -p rules/varianten/stakende-stemmen
printf 'variant: stakende-stemmen\ntitel: x\nbasis: passend-onderwijs\nvanaf: 2026-01-01\nwaarom: proef\nregels: [regels.lua]\n' \
    >rules/varianten/stakende-stemmen/variant.yaml
cat >rules/varianten/stakende-stemmen/regels.lua <<'LUA'
uitzondering "gelijk_is_verworpen" {
  op = "uitslag", bron = "voorstel", status = "beleid", geldig = { vanaf = "2026-01-01" },
  indien = function(gestemd, voor, tegen) return gestemd and voor == tegen end, dan = verworpen, reden = "de stemmen staken",
}
LUA

# section TITLE: the section of the last run under this heading, in $work/section.
section() {
    awk -v title="$1" '$0 == title { on = 1 } on && /^$/ && seen { blank = 1 } on { if (blank && /^[A-Z]/) exit; print; seen = 1 }' \
        "$work/out" >"$work/section"
}

exits 0 'the pack with bottlenecks has no errors' controleer rules/passend-onderwijs
exits 0 'the story is played' speel scenarios/eigen.yaml
says out 'arrangement wilg (arrangement toekennen): vernietigbaar, 12 maart 2026' 'a decision is told with how it stands'
says out 'geldig 0, vernietigbaar 1, nietig 0, niet genomen 0' 'decisions are counted'
# 120 minuten voor vijf leden is 10 uur, 180 minuten voorbereiding 3 uur, een voorstel 240 minuten: samen 17 uur
says out 'ab  *10,0 uur' 'a meeting counts for everybody at it'
says out 'kade  *7,0 uur (2,0 tot 24,0), 2 keer, € 490,00 \[aanname\]' 'what is assumed has a range'
says out 'samen  *17,0 uur (12,0 tot 34,0), 3 keer, € 1.340,00' 'and a sum'
section 'Knelpunten en verbeteringen'
grep -q 'Belang verzwegen (' "$work/section" && grep -q 'Voorzitter gaf de doorslag\|voorzitter_gaf_de_doorslag' "$work/section"
judge 'bottlenecks are told by their title' $?
grep -q 'sinds 12 maart 2026, 295 dagen, nog steeds' "$work/section"
judge 'since when, and how long' $?
grep -q 'eigen_zaak = ja' "$work/section" && grep -A1 'eigen_zaak = ja' "$work/section" | grep -q 'helpt niet'
judge 'an improvement that does nothing is said to' $?
[ "$(grep -n 'eigen_zaak = ja' "$work/section" | cut -d: -f1)" -gt "$(grep -n 'belang = gemeld' "$work/section" | cut -d: -f1)" ]
judge 'the strongest comes first' $?
grep -A2 'belang = gemeld' "$work/section" | grep -q 'arrangement wilg: vernietigbaar wordt niet genomen'
judge 'what it promises of a fact' $?
grep -A2 'variant stakende-stemmen' "$work/section" | grep -q 'arrangement wilg: vernietigbaar wordt niet genomen'
judge 'what it promises of a variant' $?

exits 0 'the variant is applied' speel scenarios/eigen.yaml --variant stakende-stemmen
says out 'arrangement wilg (arrangement toekennen): niet genomen' 'it does what was promised'
section 'Knelpunten en verbeteringen'
! grep -qi 'gaf de doorslag' "$work/section"
judge 'and its bottleneck is gone' $?
! grep -q 'variant stakende-stemmen' "$work/section"
judge 'what holds already is no improvement' $?
sed 's/ongemeld: \[eva\]/gemeld: [eva]/' scenarios/eigen.yaml >scenarios/gemeld.yaml
exits 0 'the fact is applied' speel scenarios/gemeld.yaml
says out 'arrangement wilg (arrangement toekennen): niet genomen' 'it does what was promised too'
! grep -q 'Belang verzwegen' "$work/out"
judge 'and that bottleneck is gone' $?

exits 0 'as JSON' speel scenarios/eigen.yaml --formaat json
for word in '"balans"' '"vernietigbaar": 1' '"minuten": 1020' '"knelpunten"' '"verbeteringen"' '"helpt": true' '"dagen_minder_knelpunt": 295'; do
    says out "$word" "JSON has $word"
done

# --- what is wrong with it ---
sed -i '/^regel "verzwegen"/,/^}/s/belang = gemeld/belangg = gemeld/' rules/passend-onderwijs/proef.lua
exits 1 'an improvement of a fact that is not there is an error' controleer rules/passend-onderwijs
says out 'R008' 'and it is named'
sed -i 's/belangg = gemeld/belang = gemelt/' rules/passend-onderwijs/proef.lua
exits 1 'a word that is none of the fact is an error' controleer rules/passend-onderwijs
sed -i 's/belang = gemelt/belang = gemeld/; s/{ variant = "stakende-stemmen" }/{ variant = "stakende-stemmen", zet = { gestemd = nee } }/' rules/passend-onderwijs/proef.lua
exits 1 'an improvement is one of the two' controleer rules/passend-onderwijs
says out 'R003' 'and the form is told'
sed -i 's/, zet = { gestemd = nee } }/ }/; s/variant = "stakende-stemmen"/variant = "is-er-niet"/' rules/passend-onderwijs/proef.lua
exits 3 'a variant that is not there is said where it would be tried' speel scenarios/eigen.yaml
says out 'kan niet: ' 'the rest of the story stands'
finish
