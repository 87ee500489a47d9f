"""Everything the search knows of its documents, in arrays that are built once and kept in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.field import saturated
from knowledge_base.search.kinds import kinds, kinds_named
from knowledge_base.search.postings import Floats, Numbers, Postings
from knowledge_base.search.query import Query, read_query
from knowledge_base.search.spelling import Spelling
from knowledge_base.search.terms import Weights, terms
from knowledge_base.vietnamese.folding import folded_syllables, syllables

TITLE, ALIAS, QUESTION = 0, 1, 2
_WEIGHT_OF_NAME = {TITLE: 4.0, ALIAS: 1.0, QUESTION: 0.5}
_WEIGHT_OF_BODY = 0.3
_BODY_CHARACTERS = 4000

POSTINGS = ("names", "all", "called", "asked", "mentioned", "written")


class IndexUnreadable(Exception):
    """The file of the index is missing, damaged or of another format; publishing again mends that."""


@dataclass(frozen=True)
class Index:
    """Documents are numbered in the order they came; names belong to documents, in the same order.

    ``names``: each name's terms; the other postings are by document: ``all``, ``called`` (aliases), ``asked``
    (questions) hold strengths of BM25, ``mentioned`` whatever is said anywhere, ``written`` the syllables of its
    names as they are written. ``document_of`` [names], ``kind_of`` [names] (TITLE, ALIAS, QUESTION),
    ``first_name`` [documents], ``size_of`` [names] in weight, ``kinds`` bool [documents, kinds], ``special`` the
    words that call for a special procedure, one text a document with "|" between them, ``siblings`` and ``levels``
    likewise, ``provinces`` whose own record each is, ``titles`` the official names.
    """

    codes: tuple[str, ...]
    held: NDArray[np.bool_]
    withdrawn: NDArray[np.bool_]
    provinces: tuple[str, ...]
    titles: tuple[str, ...]
    special: tuple[str, ...]
    siblings: tuple[str, ...]
    levels: tuple[str, ...]
    kinds: NDArray[np.bool_]
    postings: Mapping[str, Postings]
    document_of: Numbers
    kind_of: Numbers
    first_name: Numbers
    size_of: Floats
    weights: Weights
    spelling: Spelling

    @classmethod
    def of(cls, documents: Sequence[SearchDocument]) -> Index:
        """Build the index; some 3 ms a document of which most is reading its names."""
        read = lru_cache(maxsize=None)(read_query)
        names = [(place, kind, read(text)) for place, d in enumerate(documents) for kind, text in _names(d)]
        bodies = [folded_syllables(document.body[:_BODY_CHARACTERS]) for document in documents]
        by_kind = [_bags(len(documents), names, kind) for kind in (TITLE, ALIAS, QUESTION)]
        body = [Counter(terms(words)) for words in bodies]
        postings = {
            "names": Postings.of(dict.fromkeys(terms(name.content), 1.0) for *_, name in names),
            "all": Postings.of(saturated([_together(*bags) for bags in zip(*by_kind, body, strict=True)])),
            "called": Postings.of(saturated(by_kind[ALIAS])),
            "asked": Postings.of(saturated(by_kind[QUESTION])),
            "mentioned": Postings.of(
                dict.fromkeys(sorted(set().union(*bags)), 1.0) for bags in zip(*by_kind, body, strict=True)
            ),
            "written": Postings.of(_written(len(documents), names)),
        }
        texts = [*(name.typed for *_, name in names), *(syllables(d.body.lower()) for d in documents)]
        return cls._ready(
            codes=tuple(document.code for document in documents),
            held=np.array([document.held for document in documents], np.bool_),
            withdrawn=np.array([document.is_withdrawn for document in documents], np.bool_),
            provinces=tuple(document.province for document in documents),
            titles=tuple(" ".join(document.name.split()) for document in documents),
            special=tuple("|".join(document.special_words) for document in documents),
            siblings=tuple("|".join(document.siblings) for document in documents),
            levels=tuple("|".join(document.levels) for document in documents),
            kinds=_kinds([read(document.name) for document in documents]),
            postings=postings,
            document_of=np.array([place for place, *_ in names], np.int32),
            kind_of=np.array([kind for _, kind, _ in names], np.int32),
            spelling=Spelling.of(texts),
        )

    @classmethod
    def _ready(
        cls, *, codes: tuple[str, ...], held: NDArray[np.bool_], withdrawn: NDArray[np.bool_],
        provinces: tuple[str, ...], titles: tuple[str, ...], special: tuple[str, ...], siblings: tuple[str, ...],
        levels: tuple[str, ...], kinds: NDArray[np.bool_],
        postings: Mapping[str, Postings], document_of: Numbers, kind_of: Numbers, spelling: Spelling,
    ) -> Index:  # fmt: skip
        weights = Weights(postings["names"])
        rarities = {term: weights.term(term) for term in postings["names"].rows}
        return cls(
            codes=codes, held=held, withdrawn=withdrawn, provinces=provinces, titles=titles, special=special,
            siblings=siblings, levels=levels, kinds=kinds,
            postings=postings, document_of=document_of, kind_of=kind_of,
            first_name=np.searchsorted(document_of, np.arange(len(codes))).astype(np.int32),
            size_of=postings["names"].carried(rarities), weights=weights, spelling=spelling,
        )  # fmt: skip

    def write(self, path: Path) -> None:
        """Write the index into a file."""
        arrays = {
            "codes": _text(self.codes), "titles": _text(self.titles),
            "special": _text(self.special), "siblings": _text(self.siblings),
            "levels": _text(self.levels), "provinces": _text(self.provinces),
            "held": self.held, "withdrawn": self.withdrawn, "kinds": self.kinds,
            "document_of": self.document_of, "kind_of": self.kind_of, **self.spelling.arrays(),
        }  # fmt: skip
        for name, postings in self.postings.items():
            arrays |= postings.arrays(name)
        with path.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)

    @classmethod
    def read(cls, path: Path) -> Index:
        """Read what ``write`` wrote, or raise IndexUnreadable."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                return cls._ready(
                    codes=_lines(arrays["codes"]), titles=_lines(arrays["titles"]), special=_lines(arrays["special"]),
                    siblings=_lines(arrays["siblings"]), levels=_lines(arrays["levels"]),
                    provinces=_lines(arrays["provinces"]), held=arrays["held"], withdrawn=arrays["withdrawn"],
                    kinds=arrays["kinds"], document_of=arrays["document_of"], kind_of=arrays["kind_of"],
                    postings={name: Postings.from_arrays(name, arrays) for name in POSTINGS},
                    spelling=Spelling.from_arrays(arrays),
                )  # fmt: skip
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise IndexUnreadable(
                f"{path}: the search index cannot be read; {error}; publish again"
            ) from error


def _names(document: SearchDocument) -> Iterator[tuple[int, str]]:
    yield TITLE, document.name
    yield from ((ALIAS, alias) for alias in document.aliases)
    yield from ((QUESTION, question) for question in document.questions)


def _bags(size: int, names: Sequence[tuple[int, int, Query]], wanted: int) -> list[Counter[str]]:
    bags = [Counter[str]() for _ in range(size)]
    for place, kind, name in names:
        if kind == wanted:
            bags[place].update(terms(name.content))
    return bags


def _together(*bags: Mapping[str, int]) -> dict[str, float]:
    """Add up title, aliases, questions and body, each by its weight."""
    together: dict[str, float] = {}
    for weight, bag in zip((*_WEIGHT_OF_NAME.values(), _WEIGHT_OF_BODY), bags, strict=True):
        for term, count in bag.items():
            together[term] = together.get(term, 0.0) + weight * count
    return together


def _written(size: int, names: Sequence[tuple[int, int, Query]]) -> list[dict[str, float]]:
    bags: list[dict[str, float]] = [{} for _ in range(size)]
    for place, _, name in names:
        bags[place].update(dict.fromkeys(name.typed, 1.0))
    return bags


def _kinds(titles: Sequence[Query]) -> NDArray[np.bool_]:
    named = [kinds_named(title.typed) for title in titles]
    return np.array([[kind in found for kind in kinds()] for found in named], np.bool_).reshape(
        -1, len(kinds())
    )


def _text(lines: Sequence[str]) -> NDArray[np.generic]:
    return np.frombuffer("".join(f"{line}\n" for line in lines).encode("utf-8"), np.uint8)


def _lines(text: NDArray[np.generic]) -> tuple[str, ...]:
    return tuple(text.tobytes().decode("utf-8").split("\n")[:-1])
