"""The tables of search beside the catalogue. Whoever changes them raises ``VERSION``: all is then made again."""

from __future__ import annotations

VERSION = 2

_NAMES = ("type", "number", "issuer", "title", "name", "place", "file")
_TABLES = f"""
-- The words of those columns, for filters. An index without content forgets only what it is told again.
CREATE VIRTUAL TABLE names USING fts5(
    {", ".join(_NAMES)}, content='', tokenize='unicode61 remove_diacritics 2'
);
-- How far the full-text index is.
CREATE TABLE words_state (archive TEXT NOT NULL, step INTEGER NOT NULL);
"""


def _triggers() -> str:
    """Keep the index of names as the documents are; every đ is a d there, the one letter whose mark SQLite leaves."""

    def values(row: str) -> str:
        plain = "replace(replace(replace(replace({}, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D')"
        return ", ".join([f"{row}.row", *(plain.format(f"{row}.{column}") for column in _NAMES)])

    columns = ", ".join(_NAMES)
    return f"""
CREATE TRIGGER names_new AFTER INSERT ON documents BEGIN
    INSERT INTO names (rowid, {columns}) VALUES ({values("new")});
END;
CREATE TRIGGER names_gone AFTER DELETE ON documents BEGIN
    INSERT INTO names (names, rowid, {columns}) VALUES ('delete', {values("old")});
END;
"""  # noqa: S608  (names of columns)


ALL = _TABLES + _triggers()
