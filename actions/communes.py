"""What the communes that somebody names have become; where that may be several of today, they are asked."""

from __future__ import annotations

from collections.abc import Sequence

from actions.figures import day
from actions.style import Style
from knowledge_base.gazetteer.communes import Commune, FormerCommune
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.gazetteer.source import read_source
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold

PLACES_AT_MOST = 2
_SAME_NAME_AT_MOST = 5


def communes(places: Sequence[NamedPlace], procedure: Procedure | None, style: Style) -> str:
    """Return what the places are today, the office of the procedure where it is one commune's, and the source."""
    lines = [_told(place, style) for place in places[:PLACES_AT_MOST]]
    return "\n".join(line for line in (*lines, _office(places, procedure, style), _source(style)) if line)


def asked_among(places: Sequence[NamedPlace]) -> tuple[Commune, ...]:
    """Return the communes of today of which one is asked for; none where nothing is."""
    is_asked = len(places) == 1 and len(places[0].provinces) == 1 and not places[0].districts
    return places[0].successors if is_asked and len(places[0].successors) > 1 else ()


def _told(place: NamedPlace, style: Style) -> str:
    if len(place.provinces) > 1:
        return style.say("communes.unclear", place=_title(place))
    if len(place.successors) == 1:
        return _certain(place, style)
    if place.districts:
        count, province = len(place.successors), place.provinces[0]
        return style.say(
            "communes.district", day=_since(), district=_title(place), province=province, count=count
        )
    apart = [one for one in place.communes if not any(one in former.successors for former in place.former)]
    if len(place.former) == 1 and not apart:
        return _divided(place, style)
    return _several(place, apart, style)


def _certain(place: NamedPlace, style: Style) -> str:
    (commune,) = place.successors
    if commune in place.communes:
        return style.say("communes.present", commune=commune.title, province=commune.province)
    former = place.former[0] if place.former else None
    before = (
        _before(former, style) if former else style.say("communes.former_district", district=_title(place))
    )
    return style.say(
        "communes.moved", day=_since(), former=before, commune=commune.title, province=commune.province
    )


def _divided(place: NamedPlace, style: Style) -> str:
    (former,), (province,) = place.former, place.provinces
    told = style.say(
        "communes.divided",
        day=_since(),
        former=_before(former, style),
        communes=_listed(former.successors, style),
        province=province,
    )
    if not place.communes:
        return told
    return " ".join([told, style.say("communes.namesake", commune=place.communes[0].title)])


def _several(place: NamedPlace, apart: Sequence[Commune], style: Style) -> str:
    before = [
        style.say(
            "communes.one_of_several",
            former=_before(former, style),
            communes=_listed(former.successors, style),
        )
        for former in place.former
    ]
    options = [*before, *(style.say("communes.one_of_today", commune=commune.title) for commune in apart)]
    if len(options) > _SAME_NAME_AT_MOST:
        return style.say("communes.unclear", place=_title(place))
    said = style.say("communes.several", place=_title(place), province=place.provinces[0])
    return "\n".join([said, style.bullets(options), style.say("communes.which")])


def _office(places: Sequence[NamedPlace], procedure: Procedure | None, style: Style) -> str:
    """Name the one office of the commune that the record gives to all communes."""
    certain = {place.successors[0] for place in places if len(place.successors) == 1}
    if procedure is None or len(places) != 1 or not certain:
        return ""
    known = style.say.table("communes.offices")
    carrying_out = {known.get(fold(agency.strip(" .;"))) for agency in procedure.agencies.executing}
    if len(carrying_out) != 1 or None in carrying_out:
        return ""
    return style.say("communes.office", office=carrying_out.pop(), commune=certain.pop().title)


def _source(style: Style) -> str:
    source = read_source()
    said = style.say("communes.source", package=source.package, version=source.version, day=day(source.dated))
    if style.today <= source.review_by:
        return said
    return " ".join([said, style.say("communes.overdue", day=day(source.review_by))])


def _before(former: FormerCommune, style: Style) -> str:
    district, now = former.district, {commune.province for commune in former.successors}
    if not former.name:
        return style.say("communes.former_district", district=district.title)
    if district.province in now:
        return style.say("communes.former", place=former.title, district=district.title)
    return style.say(
        "communes.former_elsewhere", place=former.title, district=district.title, province=district.province
    )


def _listed(communes: Sequence[Commune], style: Style) -> str:
    *others, last = [commune.title for commune in communes]
    return style.say("communes.and", others=", ".join(others), last=last) if others else last


def _title(place: NamedPlace) -> str:
    """Return the name with its kind, unless it was said without and there are several kinds."""
    titles = {unit.title for unit in place.units}
    return titles.pop() if len(titles) == 1 else place.title


def _since() -> str:
    return day(read_source().in_force)
