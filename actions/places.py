"""Where to file, and whether online: never a street or opening hours that the record does not name."""

from __future__ import annotations

from actions.modes import mode_name, mode_names
from actions.style import Style
from actions.times import time_of
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold


def places(procedure: Procedure, style: Style) -> str:
    """Return the address if the record has one, else who carries it out and how to find the desk."""
    lines = [_address(procedure, style), _executing(procedure, style), *_filing_step(procedure, style)]
    if not procedure.receiving_address:
        lines += _desks(procedure, style)
    lines += [*_descriptions(procedure, style), style.say("places.find", hotline=style.hotline)]
    return "\n".join(line for line in lines if line)


def _address(procedure: Procedure, style: Style) -> str:
    if procedure.receiving_address:
        return style.say("places.address", address=style.excerpt(procedure.receiving_address))
    return style.say("places.no_address")


def _executing(procedure: Procedure, style: Style) -> str:
    agencies = [agency.strip(" .;") for agency in procedure.agencies.executing]
    return style.say("places.executing", agencies="; ".join(agencies)) if agencies else ""


def _filing_step(procedure: Procedure, style: Style) -> list[str]:
    words = style.say.words("places.filing_words")
    filing = (step.text for step in procedure.steps if any(word in fold(step.text) for word in words))
    return [style.say("places.filing", text=text) for text in filing][:1]


def _desks(procedure: Procedure, style: Style) -> list[str]:
    desks = style.say.table("places.desks")
    return [desks[level] for level in procedure.levels if level in desks]


def _descriptions(procedure: Procedure, style: Style) -> list[str]:
    described = {
        mode.description: mode for mode in procedure.modes if mode.description and mode.mode != "online"
    }
    return [
        style.say("places.mode", mode=mode_name(mode, style), text=style.excerpt(text))
        for text, mode in described.items()
    ]


def place_in_short(procedure: Procedure, style: Style) -> str:
    """Return the address in one line, or who carries the procedure out."""
    if procedure.receiving_address:
        return style.say("places.in_short", place=style.excerpt(procedure.receiving_address).rstrip(" ."))
    agencies = [agency.strip(" .;") for agency in procedure.agencies.executing]
    return style.say("places.in_short_agencies", agencies="; ".join(agencies)) if agencies else ""


def online(procedure: Procedure, style: Style) -> str:
    """Tell whether the record has an online way of filing.

    The record's flag for "the whole process online" is not used: it is false on 47 of the 49 central land
    procedures, although 47 have an online way of filing.
    """
    if not procedure.modes:
        return style.say("places.online_unknown")
    mode = next((mode for mode in procedure.modes if mode.mode == "online"), None)
    if mode is None:
        return style.say("places.online_no", modes=mode_names(procedure.modes, style))
    lines = [style.say("places.online_yes", url=procedure.portal_url)]
    if mode.description:
        lines.append(style.excerpt(mode.description))
    return "\n".join([*lines, style.say("places.online_time", time=time_of(mode, style))])
