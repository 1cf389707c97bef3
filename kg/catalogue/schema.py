"""The tables of the catalogue. Whoever changes them raises ``VERSION``: where a file has another, all is made again."""

from __future__ import annotations

VERSION = 3

ALL = """
-- What is still to be done: documents whose graph has to be written, keys and documents whose links have to be found,
-- documents to be taken into the full-text index.
CREATE TABLE pending_graphs (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pending_links (what TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pending_words (iri TEXT PRIMARY KEY) WITHOUT ROWID;
-- How far the graph is.
CREATE TABLE graph_state (archive TEXT NOT NULL, step INTEGER NOT NULL);
CREATE TABLE graphs (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE known (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (
    source TEXT NOT NULL, iri TEXT NOT NULL, held INTEGER NOT NULL, day TEXT, effective TEXT, facts TEXT NOT NULL,
    PRIMARY KEY (source, iri, held)
) WITHOUT ROWID;
CREATE INDEX facts_day ON facts(iri, length(day), day) WHERE NOT held;
-- The same without who says it, so that a law cited by everybody is looked up as quickly as any other.
CREATE TABLE stated (iri TEXT NOT NULL, facts TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (iri, facts))
    WITHOUT ROWID;
CREATE TABLE held_keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
CREATE INDEX held_keys_iri ON held_keys(iri);
-- Documents that texts cite with a day, by those whose numbers begin anew.
CREATE TABLE dated (key TEXT NOT NULL, iri TEXT NOT NULL, source TEXT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (source, iri)) WITHOUT ROWID;
CREATE INDEX dated_key ON dated(key);
CREATE INDEX dated_iri ON dated(iri);
-- Under which keys the citations of a document were looked up.
CREATE TABLE lookups (key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
CREATE INDEX lookups_source ON lookups(source);
CREATE TABLE resolutions (
    source TEXT NOT NULL, cited TEXT NOT NULL, target TEXT, outcome TEXT NOT NULL, rule TEXT NOT NULL,
    reason TEXT NOT NULL, similarity REAL, PRIMARY KEY (source, cited)
) WITHOUT ROWID;
CREATE TABLE candidates (
    source TEXT NOT NULL, cited TEXT NOT NULL, iri TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (source, cited, iri)
) WITHOUT ROWID;
CREATE TABLE documents (
    row INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT,
    issuer TEXT, title TEXT, name TEXT, place TEXT, held INTEGER NOT NULL, file TEXT
);
CREATE INDEX documents_date ON documents(date DESC, id);
CREATE INDEX documents_type ON documents(type, date DESC, id);
CREATE INDEX documents_held ON documents(held, date DESC, id);
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
CREATE INDEX keys_iri ON keys(iri);
CREATE TABLE found_links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX found_links_same ON found_links(same);
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX links_same ON links(same);
"""

PROJECTED = (
    "pending_graphs", "pending_links", "graphs", "known", "facts", "stated", "held_keys", "dated", "lookups",
    "resolutions", "candidates", "documents", "keys", "found_links", "links",
)  # fmt: skip
"""What is emptied when the graph is made again; the full-text index counts for itself."""

CLEARING = -1
"""Step of the graph while it is emptied."""
NO_STEP = -2
"""Step that no graph has: whatever is in it was made from another catalogue."""
