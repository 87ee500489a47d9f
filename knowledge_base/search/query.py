"""What a question is about: the words to search with, and the sides of a procedure that it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.search.phrases import PhraseBook
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import syllables

FACETS = (
    "documents", "steps", "fee", "time", "place", "online", "conditions", "legal_basis", "result", "forms",
    "summary",
)  # fmt: skip

_DATA = Path(__file__).parent / "data"
_NAME, _FILLER = "name", "filler"


@dataclass(frozen=True)
class Query:
    """``content`` are the lower-case syllables left to search with, ``facets`` in order of mention."""

    content: tuple[str, ...]
    facets: tuple[str, ...]

    @property
    def is_follow_up(self) -> bool:
        """Whether nothing is left that could name a procedure."""
        return not self.content


def read_query(text: str) -> Query:
    """Set facet words, politeness and filler aside; what belongs to a procedure's name stays."""
    typed = syllables(canonical(text).lower())
    labels: list[str | None] = [None] * len(typed)
    facets: list[str] = []
    for span in _book().spans(typed):
        labels[span.start : span.end] = [span.label] * (span.end - span.start)
        if span.label not in (_NAME, _FILLER):
            facets.append(span.label)
    content = tuple(word for word, label in zip(typed, labels, strict=True) if label in (None, _NAME))
    return Query(content, tuple(dict.fromkeys(facets)))


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    return PhraseBook(
        (
            (phrase, label)
            for name in ("facets", "filler")
            for label, phrases in yaml.safe_load((_DATA / f"{name}.yml").read_text("utf-8")).items()
            for phrase in phrases
        ),
        exact=(_FILLER,),
    )
