"""Questions with the procedure that each is about, written by people who saw a situation and no title or alias."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "questions"
SPLITS: Final = ("train", "dev", "test")
"""Each procedure is in one of them."""
FITTED: Final = ("train", "dev")
"""Weights are fitted on these; the third is only looked at."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question as typed, its register (formal, colloquial, short …), and the code of the procedure it is about."""

    code: str
    register: str
    question: str


def read_questions(path: Path) -> list[AskedQuestion]:
    """Read a file of JSON lines with these three keys; raises ValueError naming the line that is none."""
    read: list[AskedQuestion] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            read.append(AskedQuestion(row["code"], row["register"], row["question"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: {error!r}; expected code, register and question") from error
    return read
