"""How long a procedure takes: per way of filing, exactly as the record has it."""

from __future__ import annotations

from actions.figures import number
from actions.modes import mode_name
from actions.style import Style
from knowledge_base.procedure import FilingMode, ProcessingTime, Procedure
from knowledge_base.vietnamese.folding import fold

_SUSPECT_DIFFERENCE = 10


def times(procedure: Procedure, style: Style) -> str:
    """Return one line a way of filing; a text of the record word for word."""
    if not procedure.modes:
        return "\n".join((style.say("times.no_modes"), style.say("times.ask", hotline=style.hotline)))
    lines = [style.bullets(time_lines(procedure, style))]
    if is_longer_in_person(procedure):
        lines.append(style.say("times.longer_in_person"))
    if not all(is_exact(mode.time) or mode.time.text for mode in procedure.modes):
        lines.append(style.say("times.ask", hotline=style.hotline))
    return "\n".join(lines)


def time_lines(procedure: Procedure, style: Style) -> list[str]:
    """Return each way of filing with its time."""
    return [
        style.say("times.line", mode=mode_name(mode, style), time=time_of(mode, style))
        for mode in procedure.modes
    ]


def time_of(mode: FilingMode, style: Style) -> str:
    """Return the time of one way of filing, with what its description says about the deadline."""
    time = _time(mode.time, style)
    if _speaks_of_a_deadline(mode.description, style):
        return style.say("times.described", time=time, text=style.quote(mode.description))
    return time


def _time(time: ProcessingTime, style: Style) -> str:
    if is_exact(time):
        return _span(time, style)
    if time.text:
        return style.quote(time.text)
    if time.value is not None:
        return style.say("times.no_unit", value=number(time.value))
    return style.say("times.none")


def is_exact(time: ProcessingTime) -> bool:
    """Tell whether the record gives a number with its unit."""
    return time.value is not None and time.unit is not None


def _span(time: ProcessingTime, style: Style) -> str:
    value, unit = number(time.value or 0), style.say.table("times.units")[time.unit or ""]
    if time.text:
        return style.say("times.span_with_text", value=value, unit=unit, text=style.quote(time.text))
    return style.say("times.span", value=value, unit=unit)


def _speaks_of_a_deadline(description: str, style: Style) -> bool:
    folded = fold(description)
    return any(word in folded for word in style.say.words("times.deadline_words"))


def is_longer_in_person(procedure: Procedure) -> bool:
    """Tell whether filing in person takes exactly 10 days more than online.

    So in 23 of the 47 central land records with both: very likely the figure for remote communes.
    """
    spans = {mode.mode: (mode.time.value, mode.time.unit) for mode in procedure.modes}
    direct, online = spans.get("direct"), spans.get("online")
    if not direct or not online or direct[0] is None or online[0] is None or direct[1] != online[1]:
        return False
    return direct[0] - online[0] == _SUSPECT_DIFFERENCE
