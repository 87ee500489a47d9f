"""How long a procedure takes: per way of filing, exactly as the record has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from actions.descriptions import described
from actions.figures import number
from actions.modes import label, mode_names, told_by
from actions.passages import Passage, notes_with, steps_with, told
from actions.style import Style
from knowledge_base.official.words import says_no_time
from knowledge_base.procedure import CaseTime, FilingMode, Procedure, ProcessingTime
from knowledge_base.vietnamese.folding import fold

_PASSAGES_AT_MOST = 3


def times(procedure: Procedure, style: Style) -> str:
    """Return one line a way of filing; a text of the record word for word."""
    lines = [*_figures_and_passages(procedure, style), *_descriptions(procedure, style)]
    if procedure.longer_time_in_person and not _notes_say_it(procedure, style):
        lines.append(style.say("times.longer_in_person"))
    if not _is_told(procedure):
        lines.append(style.say("times.ask", hotline=style.hotline))
    return "\n".join(lines)


def times_in_short(procedure: Procedure, style: Style) -> str:
    """Return the figures, or the first passage or case that helps where there are none."""
    return "\n".join(_figures_and_passages(procedure, style)[:2])


def _figures_and_passages(procedure: Procedure, style: Style) -> list[str]:
    """Where the record leaves out a figure or its unit, put first what notes, its cases, or the steps say."""
    if _is_told(procedure):
        return [time_list(procedure, style)]
    notes = _on_time(notes_with, procedure, style)
    steps = [] if notes else _on_time(steps_with, procedure, style)
    return [*notes, *_cases(procedure, style), *steps, time_list(procedure, style)]


def time_list(procedure: Procedure, style: Style) -> str:
    """Return each way of filing with its time; ways together that one text, one case or no usable time is for."""
    if not any(mode.time.value is not None or is_usable(mode.time) for mode in procedure.modes):
        return style.say("times.no_modes")
    usable = _groups((mode for mode in procedure.modes if is_usable(mode.time)), procedure)
    unusable: dict[ProcessingTime, list[FilingMode]] = {}
    for mode in procedure.modes:
        if not is_usable(mode.time):
            unusable.setdefault(mode.time, []).append(mode)
    lines = [(label(modes, procedure, style), modes[0]) for modes in usable]
    lines += [(mode_names(modes, style), modes[0]) for modes in unusable.values()]
    return style.bullets(
        style.say("times.line", mode=name, time=time_of(mode, style)) for name, mode in lines
    )


def _groups(modes: Iterable[FilingMode], procedure: Procedure) -> list[list[FilingMode]]:
    """Put rows of one time together if one description or one text is the same in them; else one a way."""
    groups: dict[tuple[str, ProcessingTime], list[FilingMode]] = {}
    for mode in modes:
        case = told_by(mode, procedure)
        is_alone = not case and not mode.time.text
        groups.setdefault((mode.mode if is_alone else case, mode.time), []).append(mode)
    return list(groups.values())


def _cases(procedure: Procedure, style: Style) -> list[str]:
    """Return what the portal's own list of cases says where no way of filing has a time."""
    told = [_case_time(case, style) for case in procedure.case_times]
    if any(case.case for case in procedure.case_times):
        return ["\n".join([style.say("times.by_portal_cases"), style.bullets(told)])]
    if len(told) > 1:
        return [style.say("times.by_portal_unnamed", times="; ".join(told))]
    return [style.say("times.by_portal", time=time) for time in told]


def _case_time(case: CaseTime, style: Style) -> str:
    span = _span(case.time, style)
    return style.say("times.line", mode=style.excerpt(case.case), time=span) if case.case else span


def _is_told(procedure: Procedure) -> bool:
    return bool(procedure.modes) and all(is_usable(mode.time) for mode in procedure.modes)


def is_usable(time: ProcessingTime) -> bool:
    """Tell whether the record gives a number with its unit, or says the time in words."""
    return is_exact(time) or not says_no_time(time.text)


def _descriptions(procedure: Procedure, style: Style) -> list[str]:
    return described(procedure, style.say.words("times.deadline_words"), style)


def _notes_say_it(procedure: Procedure, style: Style) -> bool:
    words = style.say.words("times.remote_words")
    return any(word in fold(note.text) for note in procedure.notes for word in words)


def _on_time(
    find: Callable[[Sequence[str], Procedure], list[Passage]], procedure: Procedure, style: Style
) -> list[str]:
    """Return what notes or steps say of the time; notes on that section are told anyway."""
    section = style.say.table("details.note_sources")["time"]
    found = find(style.say.words("times.step_words"), procedure)
    fitting = [passage for passage in found if section not in fold(passage.section)]
    return [told(passage, style) for passage in fitting[:_PASSAGES_AT_MOST]]


def time_of(mode: FilingMode, style: Style) -> str:
    """Return the time of one way of filing."""
    time = mode.time
    if is_exact(time):
        return _span(time, style)
    if not says_no_time(time.text):
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
