"""``legalkg explain``: the rules by which documents are read and citations resolved."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from legalkg.kg.cli.output import print_json, print_table

EXAMPLES = (
    "legalkg explain",
    "legalkg explain citation/type-and-number",
    "legalkg explain version-in-force --format json",
    "legalkg explain --format markdown > docs/rules.md",
)


class RulesFormat(StrEnum):
    """How to print rules."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="Id of a rule, as every citation, relation and resolution gives it, or the last part of one.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[RulesFormat, typer.Option("--format", help="How to print the answer.")] = RulesFormat.TABLE,  # noqa: A002
) -> None:
    """Explain a rule: what it says, how sure it is, examples, where it comes from; without one, list all."""
    from legalkg.kg.output.rules import as_shown, confidence, markdown_lines, rule_lines
    from legalkg.kg.rules import RULES, find_rule

    found = [find_rule(rule)] if rule else list(RULES.values())
    if format == RulesFormat.JSON:
        print_json(as_shown(found[0]) if rule else [as_shown(one) for one in found])
    elif format == RulesFormat.MARKDOWN:
        print("\n".join(markdown_lines(found)), end="")
    elif rule:
        print("\n".join(rule_lines(found[0])))
    else:
        print_table(("rule", "confidence", "says"), [(one.id, confidence(one), one.says) for one in found])
