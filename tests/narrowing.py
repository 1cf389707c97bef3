"""What a test knows of a value and its type leaves open; where it is not so, the test fails."""

from __future__ import annotations

from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

T = TypeVar("T")


def sure(value: T | None) -> T:
    """A value that is there."""
    assert value is not None
    return value


def value_of(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The value of a term of a graph that holds no statements about statements."""
    assert not isinstance(term, Triple)
    return term.value
