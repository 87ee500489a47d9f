"""Where to file, and whether online: never an office, a street or opening hours that the record does not name."""

from __future__ import annotations

from actions.excerpt import sentences
from actions.modes import mode_names, told_by
from actions.passages import steps_with, told
from actions.style import Style
from actions.times import is_usable, time_of
from knowledge_base.procedure import FilingMode, Procedure
from knowledge_base.vietnamese.folding import fold, folded_syllables


def places(procedure: Procedure, style: Style) -> str:
    """Return who receives it at which level, how it can be filed, and how to find the address."""
    lines = [
        _address(procedure, style),
        _executing(procedure, style),
        _competent(procedure, style),
        levels(procedure, style),
        without_district(procedure, style),
        _filing_step(procedure, style),
        *_ways(procedure, style),
        "" if procedure.receiving_address else style.say("places.no_address"),
        style.say("places.find", hotline=style.hotline),
    ]
    return "\n".join(line for line in lines if line)


def _address(procedure: Procedure, style: Style) -> str:
    address = style.excerpt(procedure.receiving_address)
    return style.say("places.address", address=address) if address else ""


def _executing(procedure: Procedure, style: Style) -> str:
    agencies = _named(procedure.agencies.executing, style)
    return style.say("places.executing", agencies=agencies) if agencies else ""


def _competent(procedure: Procedure, style: Style) -> str:
    agencies = _named(procedure.agencies.competent, style)
    if not agencies or agencies == _named(procedure.agencies.executing, style):
        return ""
    return style.say("places.competent", agencies=agencies)


def _named(agencies: tuple[str, ...], style: Style) -> str:
    """Return the names, without entries that name nobody: "another agency"."""
    names = [agency.strip(" .;") for agency in agencies]
    return "; ".join(name for name in names if fold(name) not in style.say.words("places.nobody"))


def levels(procedure: Procedure, style: Style) -> str:
    """Say the levels of the record, and plainly where the commune is none of them."""
    if not procedure.levels:
        return ""
    names = ", ".join(level[:1].lower() + level[1:] for level in procedure.levels)
    is_communal = is_of_commune(procedure, style)
    return style.say("places.levels" if is_communal else "places.levels_above_commune", levels=names)


def is_of_commune(procedure: Procedure, style: Style) -> bool:
    """Tell whether the commune is one of its levels, or an office of one carries it out."""
    is_named = _is_named("places.commune_offices", procedure, style)
    return style.say("places.commune") in map(fold, procedure.levels) or is_named


def without_district(procedure: Procedure, style: Style) -> str:
    """Say that there are no districts any more where the record still names an office of one."""
    is_named = _is_named("places.district_offices", procedure, style)
    return style.say("places.no_district", hotline=style.hotline) if is_named else ""


def _is_named(offices: str, procedure: Procedure, style: Style) -> bool:
    agencies = (*procedure.agencies.executing, *procedure.agencies.competent)
    named = f" {' '.join(folded_syllables(' ; '.join(agencies)))} "
    return any(f" {words} " in named for words in style.say.words(offices))


def _filing_step(procedure: Procedure, style: Style) -> str:
    """Quote the first step that tells where to file, else the first that tells of filing."""
    handed = style.say.words("places.office_words")
    found = steps_with(style.say.words("places.filing_words"), procedure)
    filing = [passage for passage in found if not any(word in fold(passage.text) for word in handed)]
    first = next((passage for passage in filing if leads_somewhere(passage.text, style)), None)
    return told(first or filing[0], style) if filing else ""


def leads_somewhere(text: str, style: Style) -> bool:
    """Tell whether a text says where; "liên quan đến" and "cho thuê" lead nowhere."""
    folded = f" {fold(text)}"
    return any(f" {words} " in folded for words in style.say.words("places.leading_words"))


def _ways(procedure: Procedure, style: Style) -> list[str]:
    """Return the ways of filing, what the record says of each, and those that it does not have."""
    if not procedure.modes:
        return [style.say("places.online_unknown")]
    missing = _missing(procedure, style)
    ways = style.say("places.ways", modes=mode_names(procedure.modes, style).lower())
    lacking = style.say("places.ways_missing", modes=missing) if missing else ""
    return [" ".join(part for part in (ways, lacking) if part), *_described(procedure, style)]


def _described(procedure: Procedure, style: Style) -> list[str]:
    """Return each description of a place once, with the ways of filing that have it."""
    modes: dict[str, list[FilingMode]] = {}
    for mode in procedure.modes:
        if text := place_in(mode, style):
            modes.setdefault(text, []).append(mode)
    return [style.say("places.way", modes=mode_names(own, style), text=text) for text, own in modes.items()]


def _missing(procedure: Procedure, style: Style) -> str:
    known = {mode.mode for mode in procedure.modes}
    names = [name for mode, name in style.say.table("records.modes").items() if mode not in known]
    return ", ".join(names).lower()


def place_in(mode: FilingMode, style: Style) -> str:
    """Return the sentences of a description that tell where; many tell a fee or a deadline instead."""
    other = style.say.words("places.other_words")
    places = [
        text
        for text in sentences(mode.description)
        if leads_somewhere(text, style) and not any(word in fold(text) for word in other)
    ]
    return style.excerpt(" ".join(places)).rstrip(" .,;:-")


def place_in_short(procedure: Procedure, style: Style) -> str:
    """Return the address in one line, or who carries the procedure out."""
    if procedure.receiving_address:
        return style.say("places.in_short", place=style.excerpt(procedure.receiving_address).rstrip(" .,;-"))
    agencies = _named(procedure.agencies.executing, style) or _named(procedure.agencies.competent, style)
    named = style.say("places.in_short_agencies", agencies=agencies) if agencies else ""
    return " ".join(part for part in (named, without_district(procedure, style)) if part)


def online(procedure: Procedure, style: Style) -> str:
    """Tell whether the record has an online way of filing, and what other ways it has.

    The record's flag for "the whole process online" is not used: it is false on 47 of the 49 central land
    procedures, although 47 have an online way of filing.
    """
    if not procedure.modes:
        return style.say("places.online_unknown")
    mode = next((mode for mode in procedure.modes if mode.mode == "online"), None)
    if mode is None:
        return style.say("places.online_no", modes=mode_names(procedure.modes, style).lower())
    lines = [
        style.say("places.online_yes", url=procedure.portal_url),
        place_in(mode, style),
        _online_time(procedure, style),
        _other_ways(procedure, style),
    ]
    return "\n".join(line for line in lines if line)


def _online_time(procedure: Procedure, style: Style) -> str:
    """Return the time, or each with its case; nothing where the record leaves it out."""
    told = [mode for mode in procedure.modes if mode.mode == "online" and is_usable(mode.time)]
    times = {time_of(mode, style): told_by(mode, procedure) for mode in told}
    if len(times) > 1:
        lines = style.bullets(f"{case}: {time}" if case else time for time, case in times.items())
        return "\n".join([style.say("places.online_times"), lines])
    return style.say("places.online_time", time=next(iter(times))) if times else ""


def _other_ways(procedure: Procedure, style: Style) -> str:
    others = [mode for mode in procedure.modes if mode.mode != "online"]
    if not others:
        return style.say("places.only_online")
    return style.say("places.other_ways", modes=mode_names(others, style).lower())
