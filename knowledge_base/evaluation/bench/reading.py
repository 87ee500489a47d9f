"""Public sets of questions and passages, given by path; nothing of them is in this repository."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from knowledge_base.evaluation.peers.ranks import Wanted
from knowledge_base.search.document import SearchDocument

BENCHES: Final = ("xquad-vi.json", "alqac.json")
"""XQuAD-vi (CC BY-SA 4.0), ALQAC (articles of law), as files with ``corpus`` and ``queries``."""


class BenchUnreadable(ValueError):
    """A file is no set of passages and questions; the message names it."""


@dataclass(frozen=True)
class Bench:
    """A set by the name of its file: its passages as documents, and its questions with the right passages."""

    name: str
    documents: Sequence[SearchDocument]
    questions: Sequence[Wanted]


def read_bench(path: Path) -> Bench:
    """Read ``corpus`` (id, text, and law for an article) and ``queries``, lists of q and gold under any names.

    Raises BenchUnreadable, and FileNotFoundError where there is none.
    """
    try:
        read: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        documents = [_passage(row) for row in read["corpus"]]
        asked = [row for part in read["queries"].values() for row in part]
        questions = [Wanted(row["q"], frozenset(row["gold"])) for row in asked]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BenchUnreadable(f"{path}: {error!r}; expected corpus and queries") from error
    return Bench(path.stem, documents, questions)


def _passage(row: Mapping[str, str]) -> SearchDocument:
    """An article's official name is its law and its heading, which is its first line; other passages have none."""
    if "law" not in row:
        return SearchDocument(row["id"], "", body=row["text"])
    heading, _, body = row["text"].partition("\n")
    return SearchDocument(row["id"], f"{row['law']}: {heading}", body=body)
