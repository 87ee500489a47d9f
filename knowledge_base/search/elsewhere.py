"""What people ask for that the base does not hold: procedures known by name only, and what is no procedure here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.alias_file import read_aliases
from knowledge_base.official.names import official_names
from knowledge_base.search.document import SearchDocument

_TOPICS = Path(__file__).parent / "data" / "elsewhere.yml"
_ALIASES = Path(__file__).parents[1] / "aliases"


def documents_elsewhere(held: Mapping[str, str]) -> Iterator[SearchDocument]:
    """Yield a document for each procedure of the central level that is not held, and for each other topic.

    ``held`` are codes, each with its field in the catalogue.
    """
    words = {code: (aliases, questions) for code, aliases, questions in _known_words()}
    for code, name in official_names().items():
        if code not in held:
            aliases, questions = words.get(code, ((), ()))
            yield SearchDocument(code, name, aliases, questions, held=False)
    yield from topics(frozenset(held.values()))


def topics(fields: Collection[str] = ()) -> Iterator[SearchDocument]:
    """Yield what offices and bots are asked beside procedures of these fields; a topic has no code."""
    for topic in yaml.safe_load(_TOPICS.read_text("utf-8")):
        if any(field in fields for field in topic.get("until", ())):
            continue
        first, *others = topic["names"]
        yield SearchDocument("", first, tuple(others), held=False)


@lru_cache(maxsize=1)
def _known_words() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    files: Iterable[Path] = sorted(_ALIASES.glob("*.yml"))
    return tuple(
        (entry.code, entry.aliases, entry.questions)
        for path in files
        for entry in read_aliases(path, path.name).entries
    )
