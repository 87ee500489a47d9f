"""Where an answer comes from: code, decision, dates and link under every one, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterable

from actions.figures import day
from actions.style import Style
from knowledge_base.procedure import NewerRecord, Procedure

_NAMED_AT_MOST = 3


def source(procedure: Procedure, style: Style) -> str:
    """Return the source line, after it what is known to limit the record."""
    lines = [_source_line(procedure, style), *_overrides(procedure, style), *_newer_rules(procedure, style)]
    if procedure.review_by < style.today:
        review_by = day(procedure.review_by)
        lines.append(style.say("records.overdue_review", review_by=review_by, hotline=style.hotline))
    return "\n".join(lines)


def _source_line(procedure: Procedure, style: Style) -> str:
    decision = procedure.decision
    if not decision.number:
        return style.say(
            "records.source_without_decision",
            code=procedure.shown_code,
            dated=dated(procedure, style),
            url=procedure.portal_url,
        )
    return style.say(
        "records.source",
        code=procedure.shown_code,
        decision=decision.number,
        decided_on=day(decision.on) if decision.on else style.say("records.date_unknown"),
        dated=dated(procedure, style),
        url=procedure.portal_url,
    )


def dated(procedure: Procedure, style: Style) -> str:
    """Say when the record was updated, or when it was fetched where print does not tell that."""
    if procedure.updated_on:
        return style.say("records.updated_on", day=day(procedure.updated_on))
    return style.say("records.crawled_on", day=day(procedure.crawled_on))


def _overrides(procedure: Procedure, style: Style) -> list[str]:
    parts = style.say.table("records.overridden_parts")
    return [
        style.say("records.override", part=parts[override.fact], reason=override.reason.rstrip("."))
        for override in procedure.overrides
    ]


def _newer_rules(procedure: Procedure, style: Style) -> list[str]:
    """Say that the record may be behind: the law that others cite, or a record of the same name decided later."""
    lines = []
    if is_overtaken(procedure, style):
        is_central = not procedure.province
        lines.append(style.say("records.overtaken" if is_central else "records.overtaken_province"))
    if procedure.newer and (line := _newer_record(procedure, style, is_warned=bool(lines))):
        lines.append(line)
    return lines


def _newer_record(procedure: Procedure, style: Style, *, is_warned: bool) -> str:
    """Name the nation's record beside a province's; beside the nation's the home province's, else whose there are."""
    if procedure.province:
        latest = _latest(procedure.newer)
        code, decided_on = latest.code.strip(), day(latest.decided_on)
        return style.say("records.newer_nation", province=procedure.province, code=code, day=decided_on)
    if own := [record for record in procedure.newer if record.province == style.home_province]:
        latest = _latest(own)
        code, decided_on = latest.code.strip(), day(latest.decided_on)
        return style.say("records.newer_at_home", province=latest.province, code=code, day=decided_on)
    if is_warned:
        return ""
    names = _provinces(procedure.newer, style)
    return style.say("records.newer_elsewhere", names=names, day=day(_latest(procedure.newer).decided_on))


def _latest(newer: Iterable[NewerRecord]) -> NewerRecord:
    return max(newer, key=lambda record: record.decided_on)


def _provinces(newer: Iterable[NewerRecord], style: Style) -> str:
    provinces = list(dict.fromkeys(record.province for record in newer))
    names = ", ".join(provinces[:_NAMED_AT_MOST])
    return style.say("records.and_others", names=names) if len(provinces) > _NAMED_AT_MOST else names


def is_overtaken(procedure: Procedure, style: Style) -> bool:
    """Tell whether a land record, the nation's or a province's, does not cite the law that most already follow."""
    is_central = procedure.issuer.startswith(style.say.words("records.central_issuers"))
    newer_law = style.say.words("records.overtaken_by")
    cited = " ".join(law.number for law in procedure.legal_basis)
    return (
        (is_central or bool(procedure.province))
        and procedure.field == style.say("records.overtaken_field")
        and not any(n in cited for n in newer_law)
    )


def citation(procedure: Procedure) -> dict[str, str]:
    """Return the source as data."""
    return {
        "code": procedure.code,
        "decision": procedure.decision.number,
        "updated": procedure.updated_on.isoformat() if procedure.updated_on else "",
        "url": procedure.portal_url,
    }
