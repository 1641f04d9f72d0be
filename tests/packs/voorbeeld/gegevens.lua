-- SPDX-License-Identifier: EUPL-1.2
-- A subject for what rules/README.md names without an example of its own.
onderwerp "proef" {
  hoort_bij = { school = "school", leerling = "leerling", maat = "leerling" },
  gegevens  = {
    d        = datum { "d" },
    e        = datum { "e" },
    x        = getal { "x", van = 0, tot = 40, stap = 0.5 },
    f        = getal { "f", van = 0, tot = 1, stap = 0.125 },
    g        = getal { "g", van = 0, tot = 1, stap = 0.0625 },
    k        = bedrag { "k", van = euro "0", tot = euro "9.000" },
    p        = percentage { "p", van = procent "0", tot = procent "100" },
    klaar_op = datum { "klaar", optioneel = true },
    rust_van = datum { "rust", optioneel = true },
    rust_tot = datum { "rust", optioneel = true },
  },
}
-- What a meeting needs beside what the page shows.
onderwerp "aanwezigheid" {
  hoort_bij = { vergadering = "vergadering", zetel = "zetel" },
  gegevens  = {
    hoe         = keuze { "hoe", "zelf", "bij_volmacht", "afwezig" },
    draagt_voor = getal { "volmachten", van = 0, tot = 200 },
  },
}
onderwerp "stem" {
  hoort_bij = { agendapunt = "agendapunt", aanwezigheid = "aanwezigheid" },
  gegevens  = {
    gegeven    = keuze { "stem", "voor", "tegen", "onthouding", "bezwaar", "veto" },
    belang     = keuze { "belang", "geen_belang", "gemeld", "ongemeld" },
    eigen_zaak = ja_nee { "eigen zaak" },
  },
}
