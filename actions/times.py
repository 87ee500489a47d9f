"""How long a procedure takes: per way of filing, exactly as the record has it."""

from __future__ import annotations

from actions.descriptions import by_text
from actions.figures import number
from actions.modes import mode_label
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure, ProcessingTime
from knowledge_base.vietnamese.folding import fold


def times(procedure: Procedure, style: Style) -> str:
    """Return one line a way of filing; a text of the record word for word."""
    lines = [time_list(procedure, style), *_descriptions(procedure, style)]
    if procedure.longer_time_in_person and not _notes_say_it(procedure, style):
        lines.append(style.say("times.longer_in_person"))
    if not procedure.modes or not all(is_exact(mode.time) or mode.time.text for mode in procedure.modes):
        lines += [*_steps_with_a_deadline(procedure, style), style.say("times.ask", hotline=style.hotline)]
    return "\n".join(lines)


def time_list(procedure: Procedure, style: Style) -> str:
    """Return each way of filing with its time, or that the record gives none at all."""
    if not any(mode.time.value is not None or mode.time.text for mode in procedure.modes):
        return style.say("times.no_modes")
    return style.bullets(
        style.say("times.line", mode=mode_label(mode, procedure, style), time=time_of(mode, style))
        for mode in procedure.modes
    )


def _descriptions(procedure: Procedure, style: Style) -> list[str]:
    told = by_text(procedure, style.say.words("times.deadline_words"), style)
    return [style.say("times.described", modes=names, text=style.quote(text)) for text, names in told.items()]


def _notes_say_it(procedure: Procedure, style: Style) -> bool:
    words = style.say.words("times.remote_words")
    return any(word in fold(note.text) for note in procedure.notes for word in words)


def _steps_with_a_deadline(procedure: Procedure, style: Style) -> list[str]:
    words = style.say.words("times.step_words")
    telling = (step.text for step in procedure.steps if any(word in fold(step.text) for word in words))
    return [style.say("times.in_step", text=text) for text in telling]


def time_of(mode: FilingMode, style: Style) -> str:
    """Return the time of one way of filing."""
    time = mode.time
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
