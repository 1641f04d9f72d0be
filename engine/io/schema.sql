-- SPDX-License-Identifier: EUPL-1.2
-- The results file of Proeftuin. Tables and columns have English names; the views at the end speak
-- Dutch and are meant for the sqlite3 shell:
--     sqlite3 -box uitkomst.db 'SELECT * FROM te_late_plichten'
--
-- Days are text, 'YYYY-MM-DD'; NULL is no day. Nothing here knows at what time it was made: the same
-- input gives the same rows. Every row of a run stands in the order in which it came about: `number`
-- counts from 0 over events, facts, evaluations, duties, decisions, expectations and findings
-- together. Values stand as a person writes them (`value`) and exactly (`kind`, `amount`): ja_nee 0
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
