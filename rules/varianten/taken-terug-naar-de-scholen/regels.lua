-- SPDX-License-Identifier: EUPL-1.2
-- De vier wettelijke taken (plan, verdelen, toelaatbaarheid, advies; WPO art. 18a lid 6) blijven; over arrangementen gaan de statuten niet meer.

bevoegdheid "arrangement_toekennen" { vervalt = ja, bron = "voorstel taken", status = "beleid" }
