"""What stands over an answer: which procedure it is, whose, and in whose words."""

from __future__ import annotations

from actions.excerpt import excerpt
from actions.style import Style
from knowledge_base.imported.short_name import readable_name
from knowledge_base.procedure import Procedure

_OFFICIAL_NAME_CHARACTERS = 300
"""Of 5,471 official names 188 are longer, one has 1,192 characters."""


def heading(procedure: Procedure, style: Style) -> str:
    """Return the name with its code; a rule of another province is said before anything else."""
    name = style.say("facets.procedure", name=full_name(procedure), code=procedure.shown_code)
    lines = [_warning(procedure, style), name, _province(procedure, style), _wording(procedure, style)]
    return "\n".join(line for line in lines if line)


def remarks(procedure: Procedure, style: Style) -> tuple[str, ...]:
    """Return what stands beside the name: whose rule it is, and whose words these are."""
    told = (_warning(procedure, style), _province(procedure, style), _wording(procedure, style))
    return tuple(remark for remark in told if remark)


def full_name(procedure: Procedure) -> str:
    """Return our name; where there is none the official one, whose short form leaves too much out."""
    if procedure.is_curated:
        return procedure.short_name
    name, was_cut = excerpt(readable_name(procedure.name), _OFFICIAL_NAME_CHARACTERS)
    return f"{name.rstrip('…')}…" if was_cut else name


def called(procedure: Procedure, style: Style) -> str:
    """Return the short name for the middle of a sentence, with the province whose own rule it is."""
    if not procedure.province:
        return procedure.short_name
    return style.say("records.name_of_province", name=procedure.short_name, province=procedure.province)


def _warning(procedure: Procedure, style: Style) -> str:
    if procedure.province in ("", style.home_province):
        return ""
    return style.say(
        "records.other_province",
        province=procedure.province,
        issuer=procedure.issuer,
        home=style.home_province,
    )


def _wording(procedure: Procedure, style: Style) -> str:
    return "" if procedure.is_curated else style.say("records.official_wording")


def _province(procedure: Procedure, style: Style) -> str:
    if not procedure.province or procedure.province != style.home_province:
        return ""
    return style.say("records.own_province", province=procedure.province, issuer=procedure.issuer)
