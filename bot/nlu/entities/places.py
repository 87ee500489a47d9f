"""Places in a message: provinces, districts and communes; more is known of them where there is a table of communes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.nlu.entities.data_file import phrase_list, word_list, words_in
from bot.nlu.entities.found import Found, apart
from bot.nlu.entities.typed import Phrases, Typed
from knowledge_base.catalogue.rules import rules
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.gazetteer.names import spelling

ENTITY = "place"
_SYLLABLE = re.compile(r"[^\W_]+")
_GOES_ON = re.compile(r"[.-]\w")


def read_places(text: str, gazetteer: Gazetteer) -> list[Found]:
    """Return the places of a text, in order; a name alone is a place only where it is a province's."""
    typed = Typed.of(text)
    known = [_known(place, text) for place in _in_table(text, gazetteer)]
    titled = [found for place in range(len(typed.tokens)) for found in _titled(typed, place)]
    provinces = [found for place in range(len(typed.tokens)) for found in _province(typed, place)]
    return apart([*known, *titled, *provinces])


def _in_table(text: str, gazetteer: Gazetteer) -> tuple[NamedPlace, ...]:
    is_countable = len(_SYLLABLE.findall(text)) == len(spelling(text))
    return gazetteer.read(text) if is_countable else ()


def _known(place: NamedPlace, text: str) -> Found:
    syllables = list(_SYLLABLE.finditer(text))
    start, end = syllables[min(place.syllables)].start(), syllables[max(place.syllables)].end()
    today = [{"code": commune.code, "title": commune.title} for commune in place.successors]
    more: dict[str, Any] = {"kind": place.kind, "provinces": list(place.provinces)}
    return Found(ENTITY, place.title, start, end, text[start:end], {**more, "communes": today[:5]})


def _titled(typed: Typed, place: int) -> Iterator[Found]:
    """Read a kind with a number or with a name in capitals after it: "quận 5", "xã Tân Lập"."""
    data = words_in("places")
    length, kind = phrase_list("places", "kinds").at(typed, place)
    first = place + length
    is_other = typed.says_at(place - 1, word_list("places", "no_kind_after"))
    if not length or is_other or first >= len(typed.tokens) or not _is_beside(typed, first):
        return
    after = first
    if _is_number(typed, first):
        after += 1
    else:
        while after < min(first + data["name_at_most"], len(typed.tokens)) and _is_capital(
            typed, after, first
        ):
            after += 1
    if after > first:
        start, end = typed.span(typed.tokens[place].start, typed.tokens[after - 1].end)
        named = typed.span(typed.tokens[first].start, typed.tokens[after - 1].end)
        name = typed.raw[slice(*named)]
        yield Found(ENTITY, f"{kind} {name}", start, end, typed.raw[start:end], {"kind": kind})


def _is_number(typed: Typed, place: int) -> bool:
    """Tell whether it is the number of a district or ward, and not the beginning of a code: "H26.19"."""
    token = typed.tokens[place]
    return token.text.isdecimal() and len(token.text) <= 2 and not _GOES_ON.match(typed.letters, token.end)


def _is_capital(typed: Typed, place: int, first: int) -> bool:
    start, end = typed.span(typed.tokens[place].start, typed.tokens[place].end)
    is_joined = place == first or typed.is_near(place - 1)
    return is_joined and typed.raw[start].isupper() and typed.raw[start:end].istitle()


def _is_beside(typed: Typed, place: int) -> bool:
    gap = typed.letters[typed.tokens[place - 1].end : typed.tokens[place].start]
    return len(gap) <= 2 and not gap.strip(" .")


def _province(typed: Typed, place: int) -> Iterator[Found]:
    data = words_in("places")
    length, name = _province_names().at(typed, place)
    if not length:
        return
    after = place + length
    is_named = _is_capital(typed, place, place)
    is_doubtful = not is_named and phrase_list("places", "doubtful").at(typed, place)[0] == length
    is_led = typed.says_at(place - 1, word_list("places", "before"))
    if is_doubtful and not is_led and len(typed.tokens) > length:
        return
    start, end = typed.span(typed.tokens[place].start, typed.tokens[after - 1].end)
    today = data["joined"].get(name, name)
    yield Found(
        ENTITY, name, start, end, typed.raw[start:end], {"kind": data["province"], "provinces": [today]}
    )


@lru_cache(maxsize=1)
def _province_names() -> Phrases:
    data = words_in("places")
    others = {other: name for name, spoken in data["provinces"].items() for other in spoken}
    plain = {name: name for name in (*rules().provinces.values(), *data["joined"])}
    return Phrases({**plain, **others})
