"""Fills the templates: words in the language of the reader, everything escaped."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from legalkg.api.dependencies import language_of
from legalkg.api.models import document_url
from legalkg.kg.output.picture.words import date_words
from legalkg.kg.rdf.labels import Language, relation_label

_YEAR = 365 * 24 * 3600


def render(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """Make a page.

    Args:
        request: What it answers.
        template: Name of its template.
        status: HTTP status.
        context: What the template shows.
    """
    language = language_of(request)
    page = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            switch=_other_language(request, language),
            path=request.url.path,
            t=words_in(language),
            relation_word=lambda name: relation_label(name, language),
            date=lambda value: date_words(value, language),
            **context,
        )
    )
    response = HTMLResponse(page, status)
    if "lang" in request.query_params:
        response.set_cookie("lang", language, max_age=_YEAR, httponly=True, samesite="lax")
    return response


@cache
def words_in(language: Language) -> Callable[..., str]:
    """Return the function that finds the words for a key and puts values into them."""
    words = _words()

    def find(key: str, *values: object) -> str:
        return words[key][language].format(*values)

    return find


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    lines = (files("legalkg.api.pages") / "words.csv").read_text(encoding="utf-8").splitlines()
    return {row["key"]: row for row in csv.DictReader(lines)}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("legalkg.api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["url"] = document_url
    return environment


def _other_language(request: Request, language: Language) -> str:
    url = request.url.include_query_params(lang="en" if language == "vi" else "vi")
    return f"{url.path}?{url.query}"
