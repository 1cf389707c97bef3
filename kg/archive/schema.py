"""The tables of the truth: what was read, what was found in it, what people corrected, and which run did it.

Whoever changes them raises ``VERSION`` and adds a step to :mod:`legalkg.kg.archive.migrations`.
"""

from __future__ import annotations

VERSION = 4
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
    known TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX sources_sha256 ON sources(sha256);
"""
EXTRACTIONS = """
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json BLOB NOT NULL
);
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX extractions_run ON extractions(run);
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
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT
);
"""
ALL = RUNS + SOURCES + EXTRACTIONS + PAST_EXTRACTIONS + FAILURES + CORRECTIONS

TABLES = frozenset({"runs", "sources", "extractions", "past_extractions", "failures", "corrections"})
"""All tables but these can be thrown away and made again."""
