"""What a check found, in words for people: in a table, a report, a comment in a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legalkg.kg.check.model import OUTCOMES, CheckedCitation, CheckedText, Evidence, Finding
from legalkg.kg.output.quoting import counted, shorten
from legalkg.kg.rdf.provisions import provision_label

_WIDTH = 160
_DAYS = {"given": "as asked", "text": "the day of the text", "today": "today"}


def summary(checked: CheckedText) -> Iterator[str]:
    """Return lines about the whole text: the day, what was found in how many citations, what was not looked at."""
    yield f"checked as of {checked.as_of} ({_DAYS[checked.as_of_from]})"
    if not checked.citations:
        yield "the text cites no document"
    else:
        found = ", ".join(f"{outcome} {count}" for outcome, count in checked.counts.items())
        yield f"{counted(len(checked.citations), 'citation')}: {found}"
    if checked.names_itself:
        yield f"the text names itself {counted(checked.names_itself, 'time')}, which is not checked"
    yield from (f"not read, so not checked: {warning}" for warning in checked.warnings)


def shown(citation: CheckedCitation) -> Sequence[Finding]:
    """Return the findings to show, the gravest first; what agrees is put into one."""
    others = [finding for finding in citation.findings if finding.outcome != "agrees"]
    agreeing = [finding for finding in citation.findings if finding.outcome == "agrees"]
    together = [_together(agreeing)] if agreeing else []
    return sorted([*others, *together], key=lambda finding: OUTCOMES.index(finding.outcome))


def _together(agreeing: Sequence[Finding]) -> Finding:
    """Put findings that agree into one: of the document and its force why, of the rest what."""
    whole = [finding.reason for finding in agreeing if finding.about in ("document", "provision", "force")]
    facts = [finding.about for finding in agreeing if finding.about not in ("document", "provision", "force")]
    named = f"{', '.join(facts)} {'agrees' if len(facts) == 1 else 'agree'}" if facts else ""
    return Finding(about="document", outcome="agrees", reason="; ".join(filter(None, [*whole[:1], named, *whole[1:]])))


def place(citation: CheckedCitation) -> str:
    """Return where a citation stands: page, provision, offset."""
    page = f"page {citation.page}" if citation.page else ""
    provision = provision_label(citation.provision) if citation.provision else ""
    return ", ".join(filter(None, (page, provision))) or f"@{citation.start}"


def proof(finding: Finding) -> str:
    """Return the words that show a finding, and who says them; empty where none are known."""
    return "; ".join(filter(None, map(_proof, finding.evidence)))


def _proof(evidence: Evidence) -> str:
    if evidence.quote is None:
        return ""
    document = evidence.quote.document.label
    return f"“{shorten(evidence.quote.text, width=_WIDTH)[0]}” — {document}"


def note(citation: CheckedCitation) -> str:
    """Return all that is to be told at a citation, a line for each finding."""
    lines = ((f"{one.outcome}: {one.reason}", proof(one)) for one in shown(citation))
    return "\n".join(f"{line}. {words}" if words else line for line, words in lines)
