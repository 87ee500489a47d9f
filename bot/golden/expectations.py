"""Whether an answer is as written: the one check of the tests and of ``motcua evaluate conversations``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.golden.conversation import Turn

Answer = Mapping[str, Any]


@dataclass
class Memory:
    """What earlier turns of a conversation brought: the procedures offered last, and texts by name."""

    offered: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Miss:
    """An expectation that the answer does not meet."""

    name: str
    wanted: Any
    came: Any

    def __str__(self) -> str:
        return f"{self.name}: wanted {self.wanted!r}, came {self.came!r}"


def missed(turn: Turn, answer: Answer, memory: Memory) -> list[Miss]:
    """Name every expectation that the answer does not meet; keep what later turns look back on."""
    found = [
        Miss(name, wanted, came)
        for name, wanted in turn.expected.items()
        for holds, came in [EXPECTED[name](wanted, answer, memory)]
        if not holds
    ]
    if not answer["text"].strip():
        found.append(Miss("text", "a sentence", answer["text"]))
    memory.offered = list(answer["procedures"])
    if turn.remember:
        memory.texts[turn.remember] = answer["text"]
    return found


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _outcome(wanted: Any, answer: Answer, _: Memory) -> tuple[bool, Any]:
    return answer["outcome"] in _as_list(wanted), answer["outcome"]


def _outcome_not(unwanted: Any, answer: Answer, _: Memory) -> tuple[bool, Any]:
    return answer["outcome"] not in _as_list(unwanted), answer["outcome"]


def _shows(code: str, answer: Answer, _: Memory) -> tuple[bool, Any]:
    return answer["procedures"][:1] == [code], answer["procedures"]


def _shows_choice(number: int, answer: Answer, memory: Memory) -> tuple[bool, Any]:
    wanted = memory.offered[number - 1 : number]
    return bool(wanted) and answer["procedures"][:1] == wanted, [memory.offered, answer["procedures"]]


def _offers(codes: list[str], answer: Answer, _: Memory) -> tuple[bool, Any]:
    return set(codes) <= set(answer["procedures"]), answer["procedures"]


def _says(parts: list[str], answer: Answer, _: Memory) -> tuple[bool, Any]:
    return all(part in answer["text"] for part in parts), answer["text"]


def _never(parts: list[str], answer: Answer, _: Memory) -> tuple[bool, Any]:
    return not any(part in answer["text"] for part in parts), answer["text"]


def _not_intent(intent: str, answer: Answer, _: Memory) -> tuple[bool, Any]:
    return answer["intent"] != intent, answer["intent"]


def _same_as(name: str, answer: Answer, memory: Memory) -> tuple[bool, Any]:
    return answer["text"] == memory.texts.get(name), answer["text"]


def _equal(key: str) -> Callable[[Any, Answer, Memory], tuple[bool, Any]]:
    return lambda wanted, answer, _: (answer[key] == wanted, answer[key])


EXPECTED: Mapping[str, Callable[[Any, Answer, Memory], tuple[bool, Any]]] = {
    "outcome": _outcome,
    "outcome_not": _outcome_not,
    "shows": _shows,
    "shows_choice": _shows_choice,
    "offers": _offers,
    "procedures": _equal("procedures"),
    "facet": _equal("facet"),
    "dossier_codes": _equal("dossier_codes"),
    "says": _says,
    "never": _never,
    "not_intent": _not_intent,
    "same_as": _same_as,
}
"""Every expectation by its name; each returns whether it holds, and what came."""
