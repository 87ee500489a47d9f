"""The steps of a record, taken apart where it numbers them or begins new lines; every word is the record's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge_base.imported.capitals import calmed
from knowledge_base.imported.words import record_words
from knowledge_base.official.block import Record
from knowledge_base.official.text import tidy
from knowledge_base.vietnamese.folding import fold

_MARK = re.compile(
    r"(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]\d?|[ivx]{1,4})[.)](?!\d)|\d{1,2}(?:\.\d{1,2})+\.?)[\s)]*"
)
_DOUBLE_MARK = re.compile(r"^(?:[-–+*•]\s+)+(?=[-–+*•]\s)")
_LONGEST_EMPTY_NAME = 60
_ENDS = (".", ";", ":", "!", "?")


def official_steps(record: Record) -> tuple[str, ...]:
    """Return the steps in their order, headings of cases among them; a step may have several lines."""
    texts = [calmed(text) for name, text in _steps(record) for text in _of_one(name, text)]
    return tuple(text for text in texts if any(map(str.isalnum, text)))


def _steps(record: Record) -> list[tuple[str, str]]:
    """Return name and text of each; one without a name goes on where the one before it ended."""
    steps: list[tuple[str, str]] = []
    for step in record["steps"]:
        name, text = tidy(step["name"]), tidy(step["text"])
        if steps and not name:
            name, before = steps.pop()
            text = f"{before}\n{text}"
        steps.append((name, text))
    return steps


def is_heading(step: str) -> bool:
    """Tell whether it only names what follows, such as a case."""
    return step.endswith(":") and "\n" not in step


def _of_one(name: str, text: str) -> list[str]:
    """Return what one step of the record holds; a name over several steps is their heading."""
    title, text = _bare(name).rstrip(" :."), text.lstrip(" :.;,")
    if _says_nothing(title) or _spaced(_bare(text)).startswith(_spaced(title)):
        title = ""
    parts = _parts(text)
    if title and not _is_numbered(title) and len(parts) > 1 and _is_numbered(parts[0]):
        return [f"{title}:", *parts]
    if not title or not text:
        return parts or [title]
    return _parts(f"{title}:{chr(10) if _MARK.match(text) else ' '}{text}")


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())


def _says_nothing(title: str) -> bool:
    if len(title) > _LONGEST_EMPTY_NAME:
        return False
    return fold(_bare(title)).strip(" :.") in record_words().empty_step_names


def _parts(text: str) -> list[str]:
    """Return the numbered steps, else the lines that begin like the first one, each with what is under it.

    A first line that all others stand under is a heading of its own.
    """
    lines = _joined(_lines(text))
    numbered = [_is_numbered(line) for line in lines]
    if any(numbered):
        return _grouped(lines, numbered)
    heading, items = (lines[:1], lines[1:]) if _is_over_all(lines) else ([], lines)
    return [*heading, *_grouped(items, [_kind(item) == _kind(items[0]) for item in items])]


def _is_over_all(lines: list[str]) -> bool:
    return (
        len(lines) > 2
        and lines[0].endswith(":")
        and not any(_kind(line) == _kind(lines[0]) for line in lines[1:])
    )


def _lines(text: str) -> list[str]:
    """Return the lines; "… hồ sơ. Bước 2: …" within one begins another."""
    lines = (_DOUBLE_MARK.sub("", line.strip()) for line in _inside_a_line().sub("\n", text).splitlines())
    return [line for line in lines if any(map(str.isalpha, line)) and not _says_nothing(line)]


def _joined(lines: Iterable[str]) -> list[str]:
    """Put together what a page broke, and the bare number of a step with its text."""
    joined: list[str] = []
    for line in lines:
        if joined and not _MARK.match(line) and not _is_numbered(line) and _goes_on(joined[-1], line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(before: str, line: str) -> bool:
    begins_inside = line[0].islower() or line[0].isdecimal()
    return (begins_inside and not before.endswith(_ENDS)) or bool(_only_number().fullmatch(_bare(before)))


def _grouped(lines: list[str], begins: list[bool]) -> list[str]:
    groups: list[list[str]] = []
    for line, is_first in zip(lines, begins, strict=True):
        if is_first or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_bare(text) or text for text in map("\n".join, groups)]


def _kind(line: str) -> str:
    """Return what kind of mark a line begins with: digits, letters, the bullet itself, or none."""
    mark = _MARK.match(line)
    bare = mark[0].strip(" ().") if mark else ""
    return "1" if bare[:1].isdecimal() else "a" if bare[:1].isalpha() else bare


def _bare(text: str) -> str:
    while match := _MARK.match(text):
        text = text[match.end() :]
    return text


def _is_numbered(line: str) -> bool:
    return _step().match(_bare(line)) is not None


@lru_cache(maxsize=1)
def _step() -> re.Pattern[str]:
    return re.compile(rf"{record_words().step}\s*\d", re.IGNORECASE)


@lru_cache(maxsize=1)
def _only_number() -> re.Pattern[str]:
    return re.compile(rf"{record_words().step} *\d+ *[:.]?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _inside_a_line() -> re.Pattern[str]:
    """Return the space between the end of a sentence and a numbered step after it."""
    return re.compile(rf"(?<=[.;]) +(?=(?:[-+*] *)?{record_words().step} *\d+ *[:.])", re.IGNORECASE)
