"""Everything the search knows of its documents, in arrays that are built once and kept in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.ages import Bounds, bounds_named
from knowledge_base.search.bags import Bags
from knowledge_base.search.entries import Floats, Numbers
from knowledge_base.search.kinds import kinds
from knowledge_base.search.names import KINDS, Owners
from knowledge_base.search.postings import Postings
from knowledge_base.search.spelling import Spelling
from knowledge_base.search.terms import Weights

POSTINGS = ("names", "all")
SAID = "said"
FIELDS_SAID = ("called", "asked")
WRITTEN = "written"
"""The bags of syllables as they are written; the other ones, and postings, are of folded syllables and their pairs."""


class IndexUnreadable(Exception):
    """The file of the index is missing, damaged or of another format; publishing again mends that."""


@dataclass(frozen=True)
class Index:
    """Documents are numbered in the order they came; ``knowledge_base/search/names.py`` tells the order of names.

    ``postings``: ``names`` hold each name's terms, ``all`` what documents say, by the strengths of BM25. ``bags``, by
    document: ``said`` holds whatever is said anywhere, ``called`` (in aliases) and ``asked`` (in questions) being
    fields of it, ``written`` the syllables of its names as they are written. ``document_of`` [names], ``kind_of``
    [names], ``kinds`` bool [documents, kinds of case], ``special`` the words that call for a special procedure, one
    text a document with "|" between them, ``siblings`` and ``levels`` likewise, ``provinces`` whose own record each
    is, ``titles`` the official names.
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
    bags: Mapping[str, Bags]
    document_of: Numbers
    kind_of: Numbers
    spelling: Spelling

    @cached_property
    def weights(self) -> Weights:
        """How much each term tells."""
        return Weights(self.postings["names"])

    @cached_property
    def size_of(self) -> Floats:
        """The weight of all terms of each name; float32 [names]."""
        return self.postings["names"].sums(self.weights.by_number)

    @cached_property
    def owners(self) -> tuple[Owners, ...]:
        """Which documents the names of each kind belong to."""
        return tuple(Owners.of(kind, self.kind_of, self.document_of, len(self.codes)) for kind in KINDS)

    @cached_property
    def bounds(self) -> Mapping[int, Bounds]:
        """The documents whose official name is for an age, and for which."""
        named = ((place, bounds_named(title)) for place, title in enumerate(self.titles) if "tuổi" in title)
        return {place: bounds for place, bounds in named if bounds}

    def write(self, path: Path) -> None:
        """Write the index into a file."""
        arrays = {
            "codes": _text(self.codes), "titles": _text(self.titles),
            "special": _text(self.special), "siblings": _text(self.siblings),
            "levels": _text(self.levels), "provinces": _text(self.provinces),
            "held": self.held, "withdrawn": self.withdrawn, "kinds": self.kinds, "kind_names": _text(kinds()),
            "document_of": self.document_of, "kind_of": self.kind_of, **self.spelling.arrays(),
            "terms": _text(self.postings["names"].numbers), "syllables": _text(self.bags[WRITTEN].numbers),
        }  # fmt: skip
        for name, postings in self.postings.items():
            arrays |= postings.arrays(name)
        for name, bags in self.bags.items():
            arrays |= bags.arrays(name)
        with path.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)

    @classmethod
    def read(cls, path: Path) -> Index:
        """Read what ``write`` wrote, or raise IndexUnreadable."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                if _lines(arrays["kind_names"]) != kinds():
                    raise ValueError("it knows other kinds of case")
                terms, written = (_numbered(_lines(arrays[name])) for name in ("terms", "syllables"))
                return cls(
                    codes=_lines(arrays["codes"]), titles=_lines(arrays["titles"]), special=_lines(arrays["special"]),
                    siblings=_lines(arrays["siblings"]), levels=_lines(arrays["levels"]),
                    provinces=_lines(arrays["provinces"]), held=arrays["held"], withdrawn=arrays["withdrawn"],
                    kinds=arrays["kinds"], document_of=arrays["document_of"], kind_of=arrays["kind_of"],
                    postings={name: Postings.from_arrays(name, arrays, terms) for name in POSTINGS},
                    bags={
                        SAID: Bags.from_arrays(SAID, arrays, terms, *FIELDS_SAID),
                        WRITTEN: Bags.from_arrays(WRITTEN, arrays, written),
                    },
                    spelling=Spelling.from_arrays(arrays),
                )  # fmt: skip
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise IndexUnreadable(
                f"{path}: the search index cannot be read; {error}; publish again"
            ) from error


def _numbered(terms: Sequence[str]) -> dict[str, int]:
    return {term: number for number, term in enumerate(terms)}


def _text(lines: Iterable[str]) -> NDArray[np.generic]:
    return np.frombuffer("".join(f"{line}\n" for line in lines).encode("utf-8"), np.uint8)


def _lines(text: NDArray[np.generic]) -> tuple[str, ...]:
    return tuple(text.tobytes().decode("utf-8").split("\n")[:-1])
