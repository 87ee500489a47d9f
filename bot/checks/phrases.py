"""Check the phrases that replies are made of against what the actions say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.checks.names import Named
from bot.checks.placeholders import placeholders, shown
from bot.checks.source import Call, calls, read_sources, texts
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node

PHRASES = Path("nlu_data/phrases")
_KINDS: Mapping[str, tuple[type[Node], str]] = {
    "say": (Scalar, "a phrase"),
    "words": (Items, "a list of words"),
    "table": (Keys, "a table"),
}
_WHY = "the action that says it fails and the citizen gets no answer"


def check_phrases(root: Path) -> list[Finding]:
    """Return phrases that are missing, of another kind, filled in otherwise than written, or never said."""
    phrases, unreadable = _read(root)
    said = list(_said())
    broken = {Path(finding.file).stem for finding in unreadable}
    missing = [call for call in said if call.text not in phrases and _topic(call.text) not in broken]
    there = [call for call in said if call.text in phrases]
    return sorted({
        *unreadable,
        *map(_missing, missing),
        *(finding for call in there for finding in _wrong(phrases[call.text], call)),
        *_never_said(phrases),
    })  # fmt: skip


def _read(root: Path) -> tuple[dict[str, Named], list[Finding]]:
    phrases: dict[str, Named] = {}
    unreadable: list[Finding] = []
    for path in sorted((root / PHRASES).glob("*.yml")):
        file = str(path.relative_to(root))
        try:
            node = root_node(path, file)
        except UnreadableFile as error:
            unreadable.append(error.finding)
            continue
        for key, value in node.values.items() if isinstance(node, Keys) else ():
            phrases[f"{path.stem}.{key}"] = Named(key, file, value.line, value)
    return phrases, unreadable


def _said() -> Iterator[Call]:
    for source in read_sources("actions"):
        for call in calls(source):
            if _how(call) in _KINDS and "." in call.text:
                yield call


def _how(call: Call) -> str:
    """Return say, words or table, for ``style.say(…)``, ``say.words(…)`` and their like."""
    *before, last = call.function.split(".")
    return last if last == "say" or before[-1:] == ["say"] else ""


def _missing(call: Call) -> Finding:
    topic, key = call.text.split(".", 1)
    _, kind = _KINDS[_how(call)]
    filled = f" with {shown(call.keywords)}" if call.keywords else ""
    return Finding(
        str(PHRASES / f"{topic}.yml"),
        1,
        f"there is no {key}, which {call.place} says",
        _WHY,
        f"write it there: {kind}{filled}",
    )


def _wrong(phrase: Named, call: Call) -> Iterator[Finding]:
    wanted, kind = _KINDS[_how(call)]
    if not isinstance(phrase.node, wanted):
        yield _finding(phrase, f"{phrase.name} is not {kind}, as {call.place} takes it", f"write {kind}")
    elif isinstance(phrase.node, Scalar):
        yield from _wrongly_filled(phrase, phrase.node.text, call)


def _wrongly_filled(phrase: Named, text: str, call: Call) -> Iterator[Finding]:
    fills = f"{call.place} fills in {shown(call.keywords)}"
    try:
        written = placeholders(text)
    except ValueError as error:
        yield _finding(phrase, f"{phrase.name} cannot be filled in: {error}", fills)
        return
    if written != call.keywords:
        what = f"{phrase.name} holds {shown(written)}, but {fills}"
        yield _finding(phrase, what, f"write {shown(call.keywords)}")


def _never_said(phrases: Mapping[str, Named]) -> Iterator[Finding]:
    said = {text for source in read_sources("actions") for text, _ in texts(source)}
    for name, phrase in phrases.items():
        if name not in said:
            yield Finding(
                phrase.file,
                phrase.line,
                f"nothing says {phrase.name}",
                "what is never said only looks as if it were",
                "delete it, or mend its name",
            )


def _finding(phrase: Named, what: str, mend: str) -> Finding:
    return Finding(phrase.file, phrase.line, what, _WHY, mend)


def _topic(name: str) -> str:
    return name.partition(".")[0]
