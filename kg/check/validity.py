"""Whether a document that a text cites is in force on the day of the text, and which documents say so."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Sequence

from legalkg.kg.chains.proof import proof_of
from legalkg.kg.check.model import CheckOutcome, Evidence, Finding
from legalkg.kg.check.provisions import touched
from legalkg.kg.model import Force, ForceState, Step
from legalkg.kg.rdf.provisions import provision_label, provisions_label

_SHOWN = 10
"""Of the documents that say so, so many are quoted; the reason names all."""
_OUTCOMES: dict[ForceState, CheckOutcome] = {
    "in force": "agrees",
    "partly": "amended",
    "suspended": "suspended",
    "no longer": "no-longer-in-force",
    "not yet": "not-yet-in-force",
    "unknown": "not-checked",
}
_SAYS: dict[ForceState, str] = {
    "in force": "in force",
    "partly": "in force in part",
    "suspended": "suspended",
    "no longer": "no longer in force",
    "not yet": "not yet in force",
    "unknown": "whether it is in force is not known",
}


def check_force(force: Force, pinpoints: Sequence[str], named: Names[str]) -> Finding:
    """Return what the force of a document means for a citation of it.

    Args:
        force: Of the document, on the day of the text.
        pinpoints: The provisions that are cited.
        named: IRIs of the documents that the text names: who cites an amendment knows of it.
    """
    outcome = _OUTCOMES[force.state]
    reason = f"on {force.as_of} {_SAYS[force.state]}: {force.reason}"
    if outcome == "amended":
        reason += _of_pinpoints(force.proofs, pinpoints)
        if force.proofs and all(step.source.iri in named for step in force.proofs):
            outcome, reason = "agrees", f"{reason}; the text names what changes it"
    elif force.until:
        reason += f"; it will end on {force.until}"
    return Finding(
        about="force", outcome=outcome, reason=reason, rule=force.rule, evidence=tuple(_evidence(force, pinpoints))
    )


def _of_pinpoints(steps: Sequence[Step], pinpoints: Sequence[str]) -> str:
    """Say whether what is cited is among what was changed."""
    if not pinpoints:
        return ""
    changed = {path: step.source.label for step in steps for path in touched(pinpoints, step)}
    if changed:
        return "; of what is cited " + ", ".join(f"{provision_label(path)} by {by}" for path, by in changed.items())
    if all(step.provisions for step in steps):
        return "; what is cited is not among what they are known to change"
    return "; whether what is cited is among it is not known"


def _evidence(force: Force, pinpoints: Sequence[str]) -> Iterator[Evidence]:
    """Return the words of those who say so, first of those who change what is cited."""
    if force.by and not force.proofs:
        yield Evidence(source="the register", value=force.by.label, document=force.by)
    for step in sorted(force.proofs, key=lambda step: not touched(pinpoints, step))[:_SHOWN]:
        said = provisions_label(step.provisions) if step.provisions else None
        yield Evidence(source=step.source.label, value=said or None, document=step.source, quote=proof_of(step))
