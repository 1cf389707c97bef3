"""The tables of the truth: what was read, what was found in it, what people corrected or took out, which run did it.

Whoever changes them raises ``VERSION`` and adds a step to :mod:`legalkg.kg.archive.migrations`.
"""

from __future__ import annotations

VERSION = 6
"""Kept in the file as ``PRAGMA user_version``; up to 3, files of one number may have different columns."""

RUNS = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, extractor TEXT NOT NULL, arguments TEXT NOT NULL,
    report TEXT
);
"""
SOURCES = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    pages TEXT NOT NULL,
    known TEXT NOT NULL DEFAULT '{}',
    missing INTEGER,  -- the run that found its file gone
    checksum INTEGER NOT NULL DEFAULT 0  -- of what was read, see texts.py
);
CREATE INDEX sources_sha256 ON sources(sha256);
"""
EXTRACTIONS = """
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json BLOB NOT NULL,
    stamp TEXT NOT NULL DEFAULT '',  -- a hash of the code and the registry that made it
    characters INTEGER NOT NULL DEFAULT 0,
    provisions INTEGER NOT NULL DEFAULT 0,
    cited INTEGER NOT NULL DEFAULT 0,
    facts INTEGER NOT NULL DEFAULT 0,
    counts INTEGER NOT NULL DEFAULT 0  -- of the copies of one document the one that is its text
);
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX extractions_run ON extractions(run);
CREATE UNIQUE INDEX extractions_counts ON extractions(iri) WHERE counts;
"""
PAST_EXTRACTIONS = """
-- What a file said from one run until before another.
CREATE TABLE past_extractions (
    path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, iri TEXT NOT NULL, extractor TEXT NOT NULL,
    json BLOB NOT NULL, PRIMARY KEY (path, until)
) WITHOUT ROWID;
CREATE INDEX past_extractions_until ON past_extractions(until);
"""
FAILURES = """
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
"""
CORRECTIONS = """
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT, quote TEXT, start INTEGER, relation TEXT, target TEXT,
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT,
    path TEXT
);
"""
REMOVED = """
-- What was taken out, as it stood, until it is brought back or dropped for good.
CREATE TABLE removals (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, asked TEXT NOT NULL);
CREATE TABLE removed (
    removal INTEGER NOT NULL REFERENCES removals(id) ON DELETE CASCADE,
    path TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, text TEXT NOT NULL,
    pages TEXT NOT NULL, known TEXT NOT NULL, run INTEGER NOT NULL, extractor TEXT NOT NULL, iri TEXT NOT NULL,
    json BLOB NOT NULL, stamp TEXT NOT NULL, characters INTEGER NOT NULL, provisions INTEGER NOT NULL,
    cited INTEGER NOT NULL, facts INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (removal, path)
);
CREATE INDEX removed_path ON removed(path);
"""
ALL = RUNS + SOURCES + EXTRACTIONS + PAST_EXTRACTIONS + FAILURES + CORRECTIONS + REMOVED

TABLES = frozenset(
    {"runs", "sources", "extractions", "past_extractions", "failures", "corrections", "removals", "removed"}
)
"""All tables but these can be thrown away and made again."""
