"""Texts that stand for an intent: its training examples, or the utterances of its held-out twin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.checks.names import items, under
from knowledge_base.findings import Finding
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold
from knowledge_base.yaml_nodes import Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node


@dataclass(frozen=True)
class Said:
    """One text with its place."""

    text: str
    file: str
    line: int

    @property
    def key(self) -> str:
        """What the engine's model reads of it: two texts with one key are the same to it."""
        return fold(canonical(self.text))


@dataclass(frozen=True)
class SaidFile:
    """The texts of one file; ``intent`` is empty when the file does not say it."""

    file: str
    stem: str
    intent: str
    line: int
    texts: tuple[Said, ...]
    findings: tuple[Finding, ...] = ()


def read_examples(path: Path, file: str) -> SaidFile:
    """Read an intent file: ``nlu: [{intent, examples: |- lines that begin with "- "}]``."""
    try:
        blocks = items(under(root_node(path, file), "nlu"))
    except UnreadableFile as error:
        return SaidFile(file, path.stem, "", 1, (), (error.finding,))
    if len(blocks) != 1:
        return SaidFile(file, path.stem, "", 1, (), (_not_one_intent(file, blocks),))
    intent, examples = under(blocks[0], "intent"), under(blocks[0], "examples")
    lines = list(_lines(examples)) if isinstance(examples, Scalar) else []
    texts = tuple(Said(text.removeprefix("- ").strip(), file, at) for text, at in lines)
    wrong = tuple(_no_example(file, at) for text, at in lines if not text.startswith("- "))
    return SaidFile(file, path.stem, _text(intent), blocks[0].line, texts, wrong)


def read_utterances(path: Path, file: str) -> SaidFile:
    """Read a held-out twin: ``intent``, ``utterances: [text]``."""
    try:
        root = root_node(path, file)
    except UnreadableFile as error:
        return SaidFile(file, path.stem, "", 1, (), (error.finding,))
    spoken = items(under(root, "utterances"))
    texts = tuple(Said(node.text, file, node.line) for node in spoken if isinstance(node, Scalar))
    return SaidFile(file, path.stem, _text(under(root, "intent")), 1, texts)


def _lines(examples: Scalar) -> Iterator[tuple[str, int]]:
    for number, text in enumerate(examples.text.split("\n"), examples.line + 1):
        if text.strip():
            yield text, number


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _not_one_intent(file: str, blocks: tuple[Node, ...]) -> Finding:
    line = blocks[1].line if len(blocks) > 1 else 1
    return Finding(
        file,
        line,
        f"the file holds {len(blocks)} intents under nlu",
        "one file holds one intent, so that it is found by its name",
        "give each intent a file of its own",
    )


def _no_example(file: str, line: int) -> Finding:
    return Finding(
        file,
        line,
        "this line is no example",
        "the engine leaves it out silently",
        'begin it with "- "',
    )
