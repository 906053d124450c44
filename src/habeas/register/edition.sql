-- One Edition, version 6. Everything public about a register, and nothing else.
-- Text ids are those of the model. `position` keeps the order of the model's lists.
-- A date has three columns: its EDTF text, its first and its last possible day.

CREATE TABLE edition (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,
  as_of TEXT NOT NULL,
  known_at TEXT NOT NULL,
  withheld INTEGER NOT NULL CHECK (withheld >= 0),
  rejected INTEGER NOT NULL CHECK (rejected >= 0),
  before_digest TEXT,
  before_as_of TEXT,
  before_known_at TEXT
) STRICT;

-- What is new or otherwise since the Edition before; what it took away is not told.
CREATE TABLE change (
  position INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  change TEXT NOT NULL
) STRICT;

-- Ids of earlier Editions that now lead elsewhere.
CREATE TABLE former_id (
  kind TEXT NOT NULL,
  former TEXT NOT NULL,
  now TEXT NOT NULL,
  PRIMARY KEY (kind, former)
) STRICT, WITHOUT ROWID;

-- Derived: the persons named, by their custody at the end of a day.
CREATE TABLE custody_count (
  day TEXT PRIMARY KEY,
  held INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  free INTEGER NOT NULL,
  unknown INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived: words by their sound in Latin letters, and the records that have them. `places` are
-- positions in the table of the kind, each as its distance from the one before, between spaces.
CREATE TABLE search_word (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  places TEXT NOT NULL,
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT,
  url TEXT,
  media_type TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  retrieved TEXT,
  retrieved_earliest TEXT,
  retrieved_latest TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX report_by_day ON report (published, title, id);

CREATE TABLE claim (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL REFERENCES report (id),
  act TEXT NOT NULL,
  stance TEXT NOT NULL,
  count_low INTEGER,
  count_high INTEGER,
  count_about REAL,
  count_words TEXT,
  count_unit TEXT,
  people_group TEXT,
  part_of TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  actor TEXT,
  object TEXT,
  term_kind TEXT,
  term_duration TEXT,
  term_words TEXT,
  place TEXT,
  happened TEXT,
  happened_earliest TEXT,
  happened_latest TEXT,
  happened_words TEXT,
  condition_words TEXT,
  condition_start INTEGER,
  condition_end INTEGER,
  passage_start INTEGER NOT NULL,
  passage_end INTEGER NOT NULL CHECK (passage_end > passage_start),
  passage_exact TEXT NOT NULL,
  passage_prefix TEXT NOT NULL,
  passage_suffix TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_act ON claim (act, happened_earliest);
CREATE INDEX claim_by_report ON claim (report, passage_start, passage_end);
CREATE INDEX claim_by_whole ON claim (part_of);

-- Claims that stand for one that a person corrected.
CREATE TABLE claim_correction (
  position INTEGER PRIMARY KEY,
  claim TEXT NOT NULL UNIQUE REFERENCES claim (id)
) STRICT;

CREATE TABLE claim_name (
  claim TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  nationality TEXT,
  age INTEGER,
  named INTEGER NOT NULL CHECK (named IN (0, 1)),
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_name_role (
  claim TEXT NOT NULL,
  name_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (claim, name_position, position),
  FOREIGN KEY (claim, name_position) REFERENCES claim_name (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_nationality (
  claim TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  nationality TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_charge (
  claim TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  charge TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_speaker (
  claim TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  cue TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person_name (
  person TEXT NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_mention (
  person TEXT NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  name TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_mention_by_claim ON person_mention (claim);

CREATE TABLE proposed_match (
  position INTEGER PRIMARY KEY,
  left_person TEXT NOT NULL REFERENCES person (id),
  right_person TEXT NOT NULL REFERENCES person (id),
  score REAL NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX proposed_match_by_left ON proposed_match (left_person);
CREATE INDEX proposed_match_by_right ON proposed_match (right_person);

-- An account is the account of one event and carries its id.
CREATE TABLE account (
  position INTEGER PRIMARY KEY,
  event TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  actor TEXT,
  place TEXT,
  happened TEXT,
  happened_earliest TEXT,
  happened_latest TEXT,
  unnamed_low INTEGER,
  unnamed_high INTEGER
) STRICT;

-- Plain texts of an account: the acts of its event, nationalities, open questions, what would
-- settle them.
CREATE TABLE account_text (
  event TEXT NOT NULL REFERENCES account (event),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (event, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_report (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES report (id),
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_report_by_report ON account_report (report);

-- Claims of an account by what they are there for: the event's own, pledges, withheld, …
CREATE TABLE account_claim (
  event TEXT NOT NULL REFERENCES account (event),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, list, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_claim_by_claim ON account_claim (claim);

CREATE TABLE account_figure (
  event TEXT NOT NULL REFERENCES account (event),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  voices INTEGER NOT NULL,
  PRIMARY KEY (event, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_figure_population (
  event TEXT NOT NULL,
  list TEXT NOT NULL,
  figure_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (event, list, figure_position, position),
  FOREIGN KEY (event, list, figure_position) REFERENCES account_figure (event, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_finding (
  event TEXT NOT NULL REFERENCES account (event),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  explanation TEXT NOT NULL,
  PRIMARY KEY (event, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_finding_claim (
  event TEXT NOT NULL,
  list TEXT NOT NULL,
  finding_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, list, finding_position, position),
  FOREIGN KEY (event, list, finding_position) REFERENCES account_finding (event, list, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_person (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  naming TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_person_by_person ON account_person (person);

CREATE TABLE account_person_claim (
  event TEXT NOT NULL,
  person_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, person_position, position),
  FOREIGN KEY (event, person_position) REFERENCES account_person (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_match (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  left_person TEXT NOT NULL REFERENCES person (id),
  right_person TEXT NOT NULL REFERENCES person (id),
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- What the account takes two claims to have in common; a person may reject it.
CREATE TABLE account_assumption (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (event, position),
  UNIQUE (event, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_assumption_claim (
  event TEXT NOT NULL,
  assumption_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, assumption_position, position),
  FOREIGN KEY (event, assumption_position) REFERENCES account_assumption (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_conflict (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  tight INTEGER NOT NULL CHECK (tight IN (0, 1)),
  explanation TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_conflict_claim (
  event TEXT NOT NULL,
  list TEXT NOT NULL,
  conflict_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, list, conflict_position, position),
  FOREIGN KEY (event, conflict_position) REFERENCES account_conflict (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_conflict_assumption (
  event TEXT NOT NULL,
  conflict_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  assumption TEXT NOT NULL,
  PRIMARY KEY (event, conflict_position, position),
  FOREIGN KEY (event, conflict_position) REFERENCES account_conflict (event, position),
  FOREIGN KEY (event, assumption) REFERENCES account_assumption (event, id)
) STRICT, WITHOUT ROWID;

-- Derived, not claimed: how many people there can be by all claims together.
CREATE TABLE account_bound (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  counted TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_bound_population (
  event TEXT NOT NULL,
  bound_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (event, bound_position, position),
  FOREIGN KEY (event, bound_position) REFERENCES account_bound (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_repair (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_repair_claim (
  event TEXT NOT NULL,
  repair_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, repair_position, position),
  FOREIGN KEY (event, repair_position) REFERENCES account_repair (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_repair_bound (
  event TEXT NOT NULL,
  repair_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  counted TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER,
  PRIMARY KEY (event, repair_position, position),
  FOREIGN KEY (event, repair_position) REFERENCES account_repair (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_repair_bound_population (
  event TEXT NOT NULL,
  repair_position INTEGER NOT NULL,
  bound_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (event, repair_position, bound_position, position),
  FOREIGN KEY (event, repair_position, bound_position)
    REFERENCES account_repair_bound (event, repair_position, position)
) STRICT, WITHOUT ROWID;

-- closing - (opening + added - departed), as told, is the gap.
CREATE TABLE account_balance (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  opening_low INTEGER,
  opening_high INTEGER,
  closing_low INTEGER,
  closing_high INTEGER,
  added_low INTEGER,
  added_high INTEGER,
  departed_low INTEGER,
  departed_high INTEGER,
  gap_low INTEGER,
  gap_high INTEGER,
  explanation TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_balance_claim (
  event TEXT NOT NULL,
  balance_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, balance_position, position),
  FOREIGN KEY (event, balance_position) REFERENCES account_balance (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_comparison (
  event TEXT NOT NULL REFERENCES account (event),
  position INTEGER NOT NULL,
  left_report TEXT NOT NULL REFERENCES report (id),
  right_report TEXT NOT NULL REFERENCES report (id),
  both_low INTEGER,
  both_high INTEGER,
  only_left_low INTEGER,
  only_left_high INTEGER,
  only_right_low INTEGER,
  only_right_high INTEGER,
  explanation TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_comparison_claim (
  event TEXT NOT NULL,
  comparison_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event, comparison_position, position),
  FOREIGN KEY (event, comparison_position) REFERENCES account_comparison (event, position)
) STRICT, WITHOUT ROWID;

-- Reports that print the text of another, as a person let it stand.
CREATE TABLE copy (
  position INTEGER PRIMARY KEY,
  report TEXT NOT NULL UNIQUE REFERENCES report (id),
  original TEXT NOT NULL REFERENCES report (id),
  likeness INTEGER NOT NULL CHECK (likeness IN (1, 2, 3))
) STRICT;

-- What is said, or denied, to be done in exchange for what; never the register's own word.
CREATE TABLE tie (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL REFERENCES report (id),
  kind TEXT NOT NULL,
  cue TEXT NOT NULL,
  given_words TEXT,
  got_words TEXT,
  passage_start INTEGER NOT NULL,
  passage_end INTEGER NOT NULL CHECK (passage_end > passage_start),
  passage_exact TEXT NOT NULL,
  passage_prefix TEXT NOT NULL,
  passage_suffix TEXT NOT NULL
) STRICT;

CREATE TABLE tie_act (
  tie TEXT NOT NULL REFERENCES tie (id),
  side TEXT NOT NULL,
  position INTEGER NOT NULL,
  act TEXT NOT NULL,
  PRIMARY KEY (tie, side, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_claim (
  tie TEXT NOT NULL REFERENCES tie (id),
  side TEXT NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (tie, side, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_speaker (
  tie TEXT NOT NULL REFERENCES tie (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  cue TEXT NOT NULL,
  PRIMARY KEY (tie, position)
) STRICT, WITHOUT ROWID;

-- What a person decided about what words are taken to mean: not by whom, when or why.
CREATE TABLE link_ruling (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  anchor TEXT NOT NULL,
  report TEXT NOT NULL REFERENCES report (id),
  ruling TEXT NOT NULL
) STRICT;

CREATE TABLE link_ruling_claim (
  link INTEGER NOT NULL REFERENCES link_ruling (position),
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (link, position)
) STRICT, WITHOUT ROWID;

-- Editions of lists of sanctions that promises were looked up on.
CREATE TABLE list_edition (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  day TEXT NOT NULL,
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  file TEXT,
  entries INTEGER NOT NULL
) STRICT;

-- Entries of lists that promises may mean: proposed by their names, or decided by a person.
CREATE TABLE listing (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pledge TEXT NOT NULL,
  title TEXT NOT NULL,
  entry TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  matched TEXT NOT NULL,
  words TEXT NOT NULL,
  likeness REAL NOT NULL,
  is_decided INTEGER NOT NULL CHECK (is_decided IN (0, 1))
) STRICT;

CREATE TABLE listing_text (
  listing TEXT NOT NULL REFERENCES listing (id),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (listing, list, position)
) STRICT, WITHOUT ROWID;

-- What became of an entry: list_edition says so, list_before is the one before it.
CREATE TABLE listing_moment (
  listing TEXT NOT NULL REFERENCES listing (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  list_edition TEXT NOT NULL REFERENCES list_edition (id),
  list_before TEXT REFERENCES list_edition (id),
  place TEXT NOT NULL,
  PRIMARY KEY (listing, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_word (
  listing TEXT NOT NULL,
  moment_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
  text TEXT NOT NULL,
  PRIMARY KEY (listing, moment_position, position),
  FOREIGN KEY (listing, moment_position) REFERENCES listing_moment (listing, position)
) STRICT, WITHOUT ROWID;

-- SHA-256 over every row above; a changed cell no longer fits it.
CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  digest TEXT NOT NULL
) STRICT;
