-- SPDX-License-Identifier: EUPL-1.2
-- The results file of Proeftuin. Tables and columns have English names; the views at the end speak
-- Dutch and are meant for the sqlite3 shell:
--     sqlite3 -box uitkomst.db 'SELECT * FROM te_late_plichten'
--
-- Days are text, 'YYYY-MM-DD'; NULL is no day. Nothing here knows at what time it was made: the same
-- input gives the same rows. Every row of a run stands in the order in which it came about: `number`
-- counts from 0 over events, facts, evaluations, duties, decisions, expectations, what meetings are
-- made of, and findings together. Values stand as a person writes them (`value`) and exactly (`kind`, `amount`): ja_nee 0
-- or 1, getal in sixteenths, bedrag in cents, percentage in basis points, datum in days since
-- 1970-01-01, duur in its unit; NULL for onbekend and geen.
--
-- Words are checked by = and OR: of a list after IN, longer than two, SQLite makes a table anew for
-- every row, which costs as much as the rest of the insert.

CREATE TABLE run (
  number          INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,
  pack            TEXT NOT NULL,
  pack_version    TEXT,
  pack_hash       TEXT NOT NULL CHECK (length(pack_hash) = 16),
  variant         TEXT,
  scenario        TEXT NOT NULL,
  title           TEXT,
  file            TEXT,
  scenario_hash   TEXT NOT NULL CHECK (length(scenario_hash) = 16),
  first_day       TEXT NOT NULL CHECK (first_day IS date(first_day)),
  last_day        TEXT NOT NULL CHECK (last_day IS date(last_day)),
  region          TEXT,
  passed          INTEGER CHECK (passed >= 0),
  failed          INTEGER CHECK (failed >= 0),
  unjudged        INTEGER CHECK (unjudged >= 0),
  broken          INTEGER CHECK (broken IN (0, 1)),           -- not played to its end
  complete        INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),  -- all rows are here
  CHECK (complete = 0 OR (passed IS NOT NULL AND failed IS NOT NULL AND unjudged IS NOT NULL
                          AND broken IS NOT NULL))
) STRICT;

CREATE TABLE subject (
  run    INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  run        INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  day        TEXT NOT NULL,
  subject    INTEGER,
  name       TEXT NOT NULL,           -- 'wijzig' for facts that the story set by itself
  holds_from TEXT,
  cause      TEXT,                    -- the rule or duty that raised it; NULL: the story
  reason     TEXT,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_change (
  run           INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number        INTEGER NOT NULL,
  day           TEXT NOT NULL,
  subject       INTEGER NOT NULL,
  fact          TEXT NOT NULL,
  before_value  TEXT NOT NULL,
  before_kind   TEXT NOT NULL,
  before_amount INTEGER,
  value         TEXT NOT NULL,
  kind          TEXT NOT NULL,
  amount        INTEGER,
  holds_from    TEXT,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluation (
  run         INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  day         TEXT NOT NULL,
  subject     INTEGER NOT NULL,
  rule        TEXT NOT NULL,
  value       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  amount      INTEGER,
  way         TEXT NOT NULL CHECK (way = 'regel' OR way = 'uitzondering'
                                   OR way = 'gegeven_onbekend' OR way = 'niet_van_kracht'
                                   OR way = 'tegenspraak' OR way = 'mislukt'),
  missing     TEXT,                   -- the input that was not known
  reason      TEXT,
  source      TEXT,                   -- article
  holds_until TEXT,                   -- last day while no fact changes; NULL: without end
  assumed     INTEGER NOT NULL CHECK (assumed IN (0, 1)),
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE duty (
  run              INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number           INTEGER NOT NULL,
  day              TEXT NOT NULL,
  subject          INTEGER NOT NULL,
  name             TEXT NOT NULL,
  faculty          INTEGER NOT NULL CHECK (faculty IN (0, 1)),  -- a right with an end
  status           TEXT NOT NULL CHECK (status = 'geen' OR status = 'open'
                                        OR status = 'staat_stil' OR status = 'vervuld'
                                        OR status = 'te_laat' OR status = 'te_laat_vervuld'
                                        OR status = 'vervallen'),
  bearer           TEXT,
  period           TEXT,              -- first day of the period of a recurring duty
  starts           TEXT,
  due              TEXT,
  fulfilled        TEXT,
  lapsed           TEXT,
  source           TEXT,
  assumed          INTEGER NOT NULL CHECK (assumed IN (0, 1)),
  calendar_unknown INTEGER NOT NULL CHECK (calendar_unknown IN (0, 1)),
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  run      INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  day      TEXT NOT NULL,
  name     TEXT NOT NULL,
  question TEXT,
  by       TEXT,
  chosen   TEXT NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE expectation (
  run      INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  day      TEXT NOT NULL,
  what     TEXT NOT NULL,
  field    TEXT NOT NULL,
  verdict  TEXT NOT NULL CHECK (verdict = 'uitgekomen' OR verdict = 'niet_uitgekomen'
                                OR verdict = 'nog_niet_beoordeeld'),
  expected TEXT,
  found    TEXT,
  file     TEXT,
  line     INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  run      INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  code     TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity = 'fout' OR severity = 'waarschuwing'
                                OR severity = 'opmerking'),
  message  TEXT NOT NULL,
  file     TEXT,
  line     INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- Since layout 2: meetings, as they stood when the last vote about a point of them was taken. A truth
-- that is not known is NULL; a reason and a source stand beside what a rule gave.

CREATE TABLE meeting (
  run            INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  number         INTEGER NOT NULL,
  day            TEXT NOT NULL,
  subject        INTEGER NOT NULL,
  name           TEXT NOT NULL,
  organ          TEXT NOT NULL,
  organ_kind     TEXT,
  settled        TEXT NOT NULL,       -- last day on which was voted about a point of it
  called         TEXT,
  minutes        INTEGER,
  second         INTEGER NOT NULL CHECK (second IN (0, 1)),
  members        INTEGER,
  present        INTEGER,
  quorum         INTEGER CHECK (quorum IN (0, 1)),
  quorum_reason  TEXT,
  quorum_source  TEXT,
  in_time        INTEGER CHECK (in_time IN (0, 1)),
  in_time_reason TEXT,
  in_time_source TEXT,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  run      INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  meeting  INTEGER NOT NULL,
  person   TEXT NOT NULL,
  how      TEXT,
  chair    INTEGER NOT NULL CHECK (chair IN (0, 1)),
  member   INTEGER NOT NULL CHECK (member IN (0, 1)),
  decisive INTEGER NOT NULL CHECK (decisive IN (0, 1)),
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, meeting) REFERENCES meeting (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_point (
  run             INTEGER NOT NULL,
  number          INTEGER NOT NULL,
  day             TEXT NOT NULL,      -- of the vote; of the meeting when there was none
  subject         INTEGER NOT NULL,
  meeting         INTEGER NOT NULL,
  name            TEXT NOT NULL,      -- of the proposal
  decision        TEXT,               -- what kind: the power that it takes
  amount          INTEGER,            -- cents
  put_forward     TEXT,
  voted           INTEGER NOT NULL CHECK (voted IN (0, 1)),
  in_favour       INTEGER,
  against         INTEGER,
  abstained       INTEGER,
  part            TEXT,               -- what the organ does about this decision
  part_reason     TEXT,
  part_source     TEXT,
  majority        TEXT,
  majority_reason TEXT,
  majority_source TEXT,
  result          TEXT,
  result_reason   TEXT,
  result_source   TEXT,
  validity        TEXT,
  validity_reason TEXT,
  validity_source TEXT,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, meeting) REFERENCES meeting (run, number) ON DELETE CASCADE,
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
  run           INTEGER NOT NULL,
  number        INTEGER NOT NULL,
  day           TEXT NOT NULL,
  subject       INTEGER NOT NULL,
  point         INTEGER NOT NULL,
  person        TEXT NOT NULL,
  given         TEXT,
  interest      TEXT,
  weight        INTEGER,
  counts        INTEGER CHECK (counts IN (0, 1)),
  counts_reason TEXT,
  counts_source TEXT,
  own_matter    INTEGER NOT NULL CHECK (own_matter IN (0, 1)),
  chair         INTEGER NOT NULL CHECK (chair IN (0, 1)),
  decisive      INTEGER NOT NULL CHECK (decisive IN (0, 1)),
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, point) REFERENCES agenda_point (run, number) ON DELETE CASCADE,
  FOREIGN KEY (run, subject) REFERENCES subject (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE other_count (
  run      INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  point    INTEGER NOT NULL,
  majority TEXT NOT NULL,
  result   TEXT,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, point) REFERENCES agenda_point (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX run_by_scenario ON run (scenario, variant);
CREATE INDEX evaluation_by_rule ON evaluation (rule);
CREATE INDEX late_duty_by_bearer ON duty (bearer) WHERE status IN ('te_laat', 'te_laat_vervuld');
CREATE INDEX failed_expectation ON expectation (what) WHERE verdict = 'niet_uitgekomen';

CREATE VIEW gespeeld AS
SELECT number AS run, scenario, title AS titel, pack AS pakket, pack_version AS versie, variant,
       first_day AS van, last_day AS tot, passed AS uitgekomen, failed AS niet_uitgekomen,
       unjudged AS nog_niet_beoordeeld, iif(broken, 'ja', 'nee') AS afgebroken, file AS bestand
FROM run WHERE complete = 1;

CREATE VIEW tijdlijn AS
SELECT a.run, a.number AS volgorde, a.day AS dag, s.name AS onderwerp, a.soort, a.wat, a.uitkomst,
       a.reden, a.bron
FROM (
  SELECT run, number, day, subject, 'gebeurtenis' AS soort, name AS wat, NULL AS uitkomst,
         coalesce(reason, 'vanwege ' || cause) AS reden, NULL AS bron
  FROM event
  UNION ALL
  SELECT run, number, day, subject, 'gegeven', fact, value, 'was ' || before_value, NULL
  FROM fact_change
  UNION ALL
  SELECT run, number, day, subject, 'uitkomst', rule, value, reason, source FROM evaluation
  UNION ALL
  SELECT run, number, day, subject, iif(faculty, 'mogelijkheid', 'plicht'), name, status,
         coalesce(bearer, 'drager onbekend') || coalesce(', uiterlijk ' || due, ''), source
  FROM duty
  UNION ALL
  SELECT run, number, day, NULL, 'beslispunt', name, chosen, question, NULL FROM decision
) AS a LEFT JOIN subject AS s ON s.run = a.run AND s.number = a.subject
ORDER BY a.run, a.number;

CREATE VIEW plichten AS
SELECT d.run, r.scenario, r.variant, d.bearer AS drager, d.name AS plicht, s.name AS onderwerp,
       d.status, d.due AS uiterlijk, d.fulfilled AS vervuld_op, d.period AS tijdvak,
       d.source AS bron, iif(d.assumed, 'ja', 'nee') AS aanname, max(d.number) AS volgorde
FROM duty AS d
JOIN run AS r ON r.number = d.run
JOIN subject AS s ON s.run = d.run AND s.number = d.subject
WHERE d.faculty = 0
GROUP BY d.run, d.subject, d.name, d.period;

-- Without those that were late already before the story began: it does not tell of them.
CREATE VIEW te_late_plichten AS
SELECT drager, plicht, onderwerp, status, uiterlijk, vervuld_op,
       CAST(julianday(coalesce(vervuld_op, r.last_day)) - julianday(uiterlijk) AS INTEGER)
         AS dagen_te_laat,
       bron, p.run, p.scenario, p.variant
FROM plichten AS p JOIN run AS r ON r.number = p.run
WHERE status IN ('te_laat', 'te_laat_vervuld') AND uiterlijk >= date(r.first_day, '-1 day')
ORDER BY drager, uiterlijk, p.run;

CREATE VIEW te_laat_per_drager AS
SELECT drager, count(*) AS aantal, sum(status = 'te_laat') AS nog_niet_gedaan,
       max(dagen_te_laat) AS hoogste_aantal_dagen
FROM te_late_plichten GROUP BY drager ORDER BY aantal DESC, drager;

CREATE VIEW welke_regel_besliste AS
SELECT e.rule AS regel, e.source AS bron, s.name AS onderwerp, e.day AS dag, e.value AS uitkomst,
       e.way AS hoe, coalesce(e.reason, e.missing || ' is niet bekend') AS reden,
       e.holds_until AS geldt_tot_en_met, iif(e.assumed, 'ja', 'nee') AS aanname, e.run, r.scenario,
       r.variant
FROM evaluation AS e
JOIN run AS r ON r.number = e.run
JOIN subject AS s ON s.run = e.run AND s.number = e.subject
ORDER BY e.rule, e.run, e.number;

CREATE VIEW rust_op_aanname AS
SELECT 'uitkomst' AS soort, e.rule AS wat, e.value AS uitkomst, e.source AS bron, s.name AS onderwerp,
       e.day AS dag, e.run
FROM evaluation AS e JOIN subject AS s ON s.run = e.run AND s.number = e.subject WHERE e.assumed
UNION ALL
SELECT 'plicht', d.name, d.status, d.source, s.name, d.day, d.run
FROM duty AS d JOIN subject AS s ON s.run = d.run AND s.number = d.subject WHERE d.assumed;

CREATE VIEW niet_uitgekomen AS
SELECT r.scenario, r.variant, x.day AS dag, x.what AS wat, x.field AS veld, x.expected AS verwacht,
       x.found AS gevonden, x.file || ':' || x.line || ':' || x."column" AS plaats, x.run
FROM expectation AS x JOIN run AS r ON r.number = x.run
WHERE x.verdict = 'niet_uitgekomen'
ORDER BY x.run, x.number;

-- Amounts in views are euros as text, exact: '-6345.20'; sum() and > take them for numbers.

CREATE VIEW besluiten AS
SELECT r.scenario, r.variant, p.day AS dag, m.name AS vergadering, m.organ AS orgaan,
       m.organ_kind AS soort_orgaan, p.name AS voorstel, p.decision AS besluit,
       CASE WHEN p.amount IS NOT NULL THEN iif(p.amount < 0, '-', '')
         || printf('%d.%02d', abs(p.amount) / 100, abs(p.amount) % 100) END AS bedrag,
       p.in_favour AS voor, p.against AS tegen, p.abstained AS onthoudingen,
       p.majority AS meerderheid, p.result AS uitslag, p.result_reason AS waarom,
       p.validity AS geldigheid, p.validity_reason AS reden, p.validity_source AS bron,
       p.put_forward AS voorgelegd_op,
       iif(p.voted, CAST(julianday(p.day) - julianday(p.put_forward) AS INTEGER), NULL) AS dagen,
       (SELECT group_concat(person, ', ') FROM (SELECT person FROM vote AS v WHERE v.run = p.run
        AND v.point = p.number AND v.decisive ORDER BY v.number)) AS doorslaggevend,
       (SELECT group_concat(majority || ': ' || result, '; ') FROM (SELECT * FROM other_count AS o
        WHERE o.run = p.run AND o.point = p.number ORDER BY o.number)) AS anders_geteld,
       m.present AS aanwezigen, m.members AS leden, iif(m.quorum, 'ja', 'nee') AS quorum,
       p.run, p.number AS volgorde
FROM agenda_point AS p
JOIN meeting AS m ON m.run = p.run AND m.number = p.meeting
JOIN run AS r ON r.number = p.run
ORDER BY p.run, p.number;

CREATE VIEW stemmen AS
SELECT r.scenario, r.variant, v.day AS dag, m.name AS vergadering, m.organ AS orgaan,
       p.name AS voorstel, v.person AS persoon,
       (SELECT a.how FROM attendance AS a WHERE a.run = v.run AND a.meeting = m.number
        AND a.person = v.person) AS hoe,
       v.given AS stem, v.weight AS gewicht, iif(v.counts, 'ja', 'nee') AS telt_mee,
       iif(v.counts, NULL, v.counts_reason) AS waarom_niet, v.interest AS belang,
       iif(v.own_matter, 'ja', 'nee') AS eigen_zaak, iif(v.chair, 'ja', 'nee') AS voorzitter,
       iif(v.decisive, 'ja', 'nee') AS doorslaggevend, p.result AS uitslag, v.run,
       v.number AS volgorde
FROM vote AS v
JOIN agenda_point AS p ON p.run = v.run AND p.number = v.point
JOIN meeting AS m ON m.run = p.run AND m.number = p.meeting
JOIN run AS r ON r.number = v.run
ORDER BY v.run, v.number;

-- What was adopted, by whom, about what amount, and on what power.
CREATE VIEW mandaten AS
SELECT scenario, variant, dag, b.orgaan, soort_orgaan, besluit AS bevoegdheid, bedrag, voorstel,
       p.part AS rol, p.part_reason AS grond, p.part_source AS bron,
       iif(p.part = 'geen_bevoegdheid' OR p.part IS NULL, 'nee', 'ja') AS bevoegd, geldigheid,
       b.run, volgorde
FROM besluiten AS b
JOIN agenda_point AS p ON p.run = b.run AND p.number = b.volgorde
WHERE uitslag = 'aangenomen'
ORDER BY b.run, volgorde;

-- What each rule about money gave on the last day of each year that was played.
CREATE VIEW geld_per_jaar AS
WITH RECURSIVE years (run, jaar, tot, laatste) AS (
  SELECT number, CAST(substr(first_day, 1, 4) AS INTEGER),
         min(substr(first_day, 1, 4) || '-12-31', last_day), last_day
  FROM run
  UNION ALL
  SELECT run, jaar + 1, min(printf('%04d-12-31', jaar + 1), laatste), laatste
  FROM years WHERE printf('%04d-01-01', jaar + 1) <= laatste
), last AS (
  SELECT y.run, y.jaar, e.subject, e.rule, max(e.number) AS number
  FROM years AS y
  JOIN evaluation AS e ON e.run = y.run AND e.day <= y.tot
  GROUP BY y.run, y.jaar, e.subject, e.rule
)
SELECT r.scenario, r.variant, l.jaar, s.kind AS soort, s.name AS van, l.rule AS post,
       iif(e.amount < 0, '-', '') || printf('%d.%02d', abs(e.amount) / 100, abs(e.amount) % 100)
         AS bedrag,
       e.day AS sinds, e.reason AS reden, e.source AS bron, l.run
FROM last AS l
JOIN evaluation AS e ON e.run = l.run AND e.number = l.number
JOIN subject AS s ON s.run = l.run AND s.number = l.subject
JOIN run AS r ON r.number = l.run
WHERE e.kind = 'bedrag'
ORDER BY l.run, l.jaar, s.number, l.rule;

CREATE VIEW geld_per_school_en_jaar AS
SELECT scenario, variant, jaar, van AS school, post, bedrag, sinds, reden, bron, run
FROM geld_per_jaar WHERE soort = 'school';
