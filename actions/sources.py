"""Where an answer comes from: code, decision, dates and link under every one, and what to beware of."""

from __future__ import annotations

from actions.figures import day
from actions.style import Style
from knowledge_base.procedure import Procedure


def source(procedure: Procedure, style: Style) -> str:
    """Return the source line, after it what is known to limit the record."""
    lines = [_source_line(procedure, style)]
    if is_overtaken(procedure, style):
        lines.append(style.say("records.overtaken"))
    if procedure.review_by < style.today:
        review_by = day(procedure.review_by)
        lines.append(style.say("records.overdue_review", review_by=review_by, hotline=style.hotline))
    return "\n".join(lines)


def _source_line(procedure: Procedure, style: Style) -> str:
    updated_on, decision = day(procedure.updated_on), procedure.decision
    if not decision.number:
        return style.say(
            "records.source_without_decision",
            code=procedure.code,
            updated_on=updated_on,
            url=procedure.portal_url,
        )
    return style.say(
        "records.source",
        code=procedure.code,
        decision=decision.number,
        decided_on=day(decision.on) if decision.on else style.say("records.date_unknown"),
        updated_on=updated_on,
        url=procedure.portal_url,
    )


def is_overtaken(procedure: Procedure, style: Style) -> bool:
    """Tell whether a central land record does not yet cite the law that provincial ones already follow."""
    is_central = procedure.issuer.startswith(style.say.words("records.central_issuers"))
    newer_law = style.say.words("records.overtaken_by")
    cited = " ".join(law.number for law in procedure.legal_basis)
    return (
        is_central
        and procedure.field == style.say("records.overtaken_field")
        and not any(n in cited for n in newer_law)
    )


def citation(procedure: Procedure) -> dict[str, str]:
    """Return the source as data."""
    return {
        "code": procedure.code,
        "decision": procedure.decision.number,
        "updated": procedure.updated_on.isoformat(),
        "url": procedure.portal_url,
    }
