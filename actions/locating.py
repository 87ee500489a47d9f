"""Messages about a place: which commune it is today, and where to file from there."""

from __future__ import annotations

from dataclasses import replace

from actions.conversation import Heard
from actions.decision import Answer, Decision, Located
from actions.phrases import Phrases
from actions.places import is_of_commune
from actions.services import Services
from actions.style import Style
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.gazetteer.names import spelling
from knowledge_base.vietnamese.folding import fold_each

PLACE = "place"


def with_places(decision: Decision, heard: Heard, gazetteer: Gazetteer, style: Style) -> Decision:
    """Add the places that the message names to an answer that tells where to file, if a commune may be the office."""
    if not isinstance(decision, Answer) or PLACE not in decision.facets:
        return decision
    if not is_of_commune(decision.procedure, style):
        return decision
    return replace(decision, where=gazetteer.read(heard.text))


def located(heard: Heard, services: Services) -> Located | None:
    """Read the message as nothing but a place, or the question what a place has become; else return None.

    A place alone is taken where it was asked for, or after the place of filing of the procedure in focus.
    """
    if heard.chosen_code or heard.names_dossier or heard.is_about_dossier:
        return None
    focus = services.knowledge.procedure(heard.procedure)
    is_told = bool(heard.communes) or (focus is not None and PLACE in heard.facets and not heard.choices)
    is_asked = _is_asked(heard.text, services.phrases)
    if not is_told and not is_asked:
        return None
    places = services.gazetteer.read(heard.text)
    if not places or not _is_all(heard.text, places, services.phrases):
        return None
    return Located(tuple(place.among(heard.communes) for place in places), focus if is_told else None)


def _is_asked(text: str, say: Phrases) -> bool:
    said = f" {' '.join(fold_each(spelling(text)))} "
    return any(f" {wording} " in said for wording in say.words("communes.asked"))


def _is_all(text: str, places: tuple[NamedPlace, ...], say: Phrases) -> bool:
    """Tell whether nothing else is said but what may stand around a place."""
    folded, inside = fold_each(spelling(text)), {n for place in places for n in place.syllables}
    around = say.words("communes.around")
    return all(word in around for n, word in enumerate(folded) if n not in inside)
