/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The meetings of a run as JSON, with Dutch keys: for `speel --formaat json`, a list
 * "vergaderingen" in the order in which they were held, empty when there were none.
 *
 * A meeting: vergadering, orgaan, soort, dag, gestemd_tot (the last day on which was voted about a
 * point of it), opgeroepen_op, minuten, tweede, leden, aanwezigen, quorum, op_tijd_opgeroepen,
 * aanwezig (a list of persoon, hoe, voorzitter, lid, doorslaggevend) and punten.
 * A point: voorstel, besluit, bedrag, voorgelegd_op, gestemd, dagen_tot_stemming, voor, tegen,
 * onthoudingen, rol, meerderheid, uitslag, geldigheid, stemmen (a list of persoon, gegeven, belang,
 * gewicht, telt_mee, eigen_zaak, voorzitter, doorslaggevend), doorslaggevend (names) and
 * anders_geteld (a list of meerderheid and uitslag, where that would be another).
 *
 * What a rule gave is an object of waarde, reden and bron; a number is a number, an amount as in
 * report/outcome_json.h, and what is not known is null.
 *
 * Threads: pure functions on their writer.
 */
#ifndef PT_REPORT_MEETING_JSON_H
#define PT_REPORT_MEETING_JSON_H

#include "model/meeting.h"
#include "model/outcome.h"
#include "report/json.h"

/* Writes the list under its key. */
void pt_meeting_json(pt_json *json, const pt_run_result *result);

#endif
