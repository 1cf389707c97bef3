r"""Judges a SPARQL query on its tokens, before any store sees it: what is not surely harmless is refused.

Stores read a query by grammars of their own, and some of them ask other servers on the way: SERVICE names one, LOAD
and, in some stores, FROM fetch what they name. So nothing here depends on where a store would look for a keyword: the
query is cut into the terminals of the SPARQL 1.1 grammar (section 19.8), and outside of comments, strings and IRIs
the word SERVICE is refused whatever stands beside it.

Some things may be read in two ways, and both are judged:

- Escapes such as ``\u0053`` are decoded before the grammar is applied (section 19.2), or only within a token.
- Names may end at a dot: where one holds SERVICE behind a dot it is refused.
- ``<`` begins an IRI, or compares: 'FILTER(1<2)SERVICE#>' holds the IRI '<2)SERVICE#>' by the longest match, while
  Oxigraph compares 1 with 2. Where both may be meant and it matters, the query is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from legalkg.kg.errors import QueryError

MOST_NESTED: Final = 100
"""Brackets within brackets that a query may have: Oxigraph, which calls itself for each, stands ten times as many."""

# The classes of letters of the grammar, with those that other names are made of: no letter is taken for another token.
_BASE = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_START = rf"[{_BASE}_0-9]"
_CHAR = rf"[{_BASE}_0-9\-\u00b7\u0300-\u036f\u203f\u2040]"
_NAME = rf"{_START} (?: {_CHAR} | \. )*+"
_ESCAPED = r"%[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%]"
_TOKEN = re.compile(
    rf"""
      (?P<blank>   [ \t\r\n]++ )
    | (?P<comment> \#[^\r\n]*+ )
    | (?P<string>  \"{{3}} (?: "{{0,2}}+ (?: [^"\\] | \\. ) )*+ "{{3}}
                 | '{{3}}  (?: '{{0,2}}+ (?: [^'\\] | \\. ) )*+ '{{3}}
                 | "(?!"") (?: [^"\\\r\n] | \\[^\r\n] )*+ "
                 | '(?!'') (?: [^'\\\r\n] | \\[^\r\n] )*+ ' )
    | (?P<triple>  << )
    | (?P<iri>     < (?: [^<>"{{}}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{{4}} | \\U[0-9A-Fa-f]{{8}} )*+ > )
    | (?P<unclear> < (?= [^<>"{{}}|^`\\\x00-\x20]*+ \\ ) )  # Oxigraph takes some escapes that are none for an IRI's
    | (?P<name>    _: {_NAME}                              # a blank node
                 | [?$] {_START} (?: [{_BASE}_0-9\u00b7\u0300-\u036f\u203f\u2040] )*+
                 | @ [A-Za-z]++ (?: -{{1,2}} [A-Za-z0-9]++ )*+ )
    | (?P<pname>   (?P<prefix> (?: {_NAME} )? ) :
                   (?: (?: {_START} | : | {_ESCAPED} ) (?: {_CHAR} | [.:] | {_ESCAPED} )*+ )? )
    | (?P<word>    {_NAME} )
    | (?P<open>    [(\[{{] )
    | (?P<close>   [)\]}}] )
    | (?P<other>   [.,;*+\-/|^!?=<>&~] )
    | (?P<illegal> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS = frozenset({"select", "ask", "construct", "describe"})
_PROLOGUE = frozenset({"prefix", "base", "version"})
_UPDATES = frozenset({"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with", "using"})
_REMOTE = "service"
_MATTERS = re.compile(rf"{_REMOTE}|(?<![?$\w])from(?!\w)", re.IGNORECASE)
"""Only in a query with these words does it matter how the rest is read."""
_BEHIND_A_DOT = re.compile(rf"\.[^.]*{_REMOTE}", re.IGNORECASE)
_OPERANDS = frozenset({"string", "iri", "name", "pname", "word", "close"})
"""What may stand before a comparison."""
_HIDES = re.compile(r"['#()\[\]]")
"""What makes a difference if '<…>' is no IRI: a string, a comment or a bracket; no keyword follows without one."""
_WHOLE = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*:")
_ADDRESS = re.compile(rf"{_WHOLE.pattern}//")
"""The start of an IRI that cannot be a comparison: no expression goes on with two slashes."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    prefix: str = ""

    @property
    def keywords(self) -> frozenset[str]:
        """What may be keywords in it: '1.FROM' is a number and a keyword."""
        return frozenset(re.split(r"[.\-]", self.text.casefold())) if self.kind == "word" else frozenset()


@dataclass(slots=True)
class _Reading:
    """What was read of a query so far."""

    prefixes: dict[str, str]
    brackets: list[str] = field(default_factory=list)
    before: str = ""
    graphs: list[str] = field(default_factory=list)


def check_query(sparql: str, prefixes: Mapping[str, str], nesting: int = MOST_NESTED) -> tuple[str, ...]:
    """Judge a query.

    Args:
        sparql: The query.
        prefixes: Prefix -> IRI that need no declaration.
        nesting: Greatest number of brackets within brackets.

    Returns:
        The graphs that FROM and FROM NAMED choose, as whole IRIs; none where all graphs are asked.

    Raises:
        QueryError: It changes something, may ask another server, is nested too deeply, or is no query.
    """
    decoded = _ESCAPE.sub(_decoded, sparql)
    graphs = _check(sparql, prefixes, nesting)
    if decoded == sparql or not _MATTERS.search(decoded):
        return graphs
    return tuple(dict.fromkeys((*graphs, *_check(decoded, prefixes, nesting))))


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]


def _check(sparql: str, prefixes: Mapping[str, str], nesting: int) -> tuple[str, ...]:
    tokens = _tokens(sparql)
    reading = _Reading(dict(prefixes))
    matters = _MATTERS.search(sparql) is not None
    first = _read_prologue(tokens, reading)
    if first is None or not first.keywords & _FORMS:
        _refuse_keyword(first)
        raise QueryError("not a SPARQL query: it begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    for token in tokens:
        _refuse_keyword(token)
        if matters:
            _refuse_two_readings(token, reading)
        if "from" in token.keywords:
            reading.graphs.append(_graph(tokens, reading))
        elif token.kind == "open":
            reading.brackets.append(token.text)
            if len(reading.brackets) > nesting:
                raise QueryError(f"the query is nested too deeply: brackets may stand {nesting} deep")
        elif token.kind == "close" and reading.brackets:
            reading.brackets.pop()
        reading.before = token.kind
    return tuple(reading.graphs)


def _tokens(sparql: str) -> Iterator[_Token]:
    """Return the tokens, without blanks and comments."""
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup or ""
        if kind in ("blank", "comment"):
            continue
        if kind == "illegal":
            what = "the string that begins" if match[0] in "\"'" else f"{match[0]!r}"
            why = "has no end" if match[0] in "\"'" else "means nothing"
            raise QueryError(f"not a SPARQL query: {what} at character {match.start() + 1} {why}")
        # The last group to end is the outer one.
        yield _Token(kind, match[0], match["prefix"] or "")


def _read_prologue(tokens: Iterator[_Token], reading: _Reading) -> _Token | None:
    """Read declarations; gives the first token behind them."""
    for token in tokens:
        if not token.keywords & _PROLOGUE:
            return token
        name = next(tokens, None) if "prefix" in token.keywords else None
        value = next(tokens, None)
        _refuse_keyword(name)
        _refuse_keyword(value)
        if name and value and value.kind == "iri":
            reading.prefixes[name.prefix] = value.text[1:-1]
    return None


def _graph(tokens: Iterator[_Token], reading: _Reading) -> str:
    """Read what FROM chooses."""
    token = next(tokens, None)
    if token and "named" in token.keywords:
        token = next(tokens, None)
    if token and token.kind == "pname" and token.prefix in reading.prefixes:
        return reading.prefixes[token.prefix] + token.text.partition(":")[2]
    if token and token.kind == "iri" and _WHOLE.match(token.text):
        return token.text[1:-1]
    raise QueryError("FROM is followed by the whole IRI of a graph of this store")


def _refuse_keyword(token: _Token | None) -> None:
    if token is None:
        return
    # 'SERVICE:x' may be the keyword and ':x', 'trueSERVICE' two keywords.
    if _REMOTE in (token.text if token.kind == "word" else token.prefix).casefold():
        raise QueryError("SERVICE is not allowed: queries do not leave this store")
    if token.kind in ("name", "pname") and _BEHIND_A_DOT.search(token.text):
        raise QueryError(f"SERVICE is not allowed: {token.text!r} may end at the dot")
    if token.keywords & _UPDATES:
        raise QueryError("updates are not allowed: queries only read")


def _refuse_two_readings(token: _Token, reading: _Reading) -> None:
    """Refuse '<…>' that may be a comparison, where that makes a difference; comparisons stand in round brackets."""
    if token.kind in ("triple", "unclear"):
        raise QueryError("'<' may be read in two ways here, which a query with SERVICE or FROM in it must not have")
    if token.kind != "iri":
        return
    may_compare = reading.brackets[-1:] == ["("] and reading.before in _OPERANDS
    if may_compare and _HIDES.search(token.text) and not _ADDRESS.match(token.text):
        raise QueryError(f"{token.text!r} may be an IRI or a comparison: put a blank behind '<' if it compares")
