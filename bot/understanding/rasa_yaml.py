"""Labelled texts in Rasa's YAML, and in the form of our held-out twins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.understanding.labelled import Labelled, LabelledSetUnusable
from bot.understanding.markup import WrongMarkup, without_markup
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node

_WHY = "every text needs an intent to be measured against"
_FORM = "write nlu: with intent: and examples: | and lines that begin with a dash"


def read_rasa_yaml(path: Path, file: str) -> list[Labelled]:
    """Read ``nlu: [{intent, examples}]`` or ``intent, utterances: [text]``; ``file`` is its name in findings.

    Blocks without an intent (synonyms, lookup tables, patterns) are left out. Raises LabelledSetUnusable.
    """
    try:
        root = root_node(path, file)
    except UnreadableFile as error:
        raise LabelledSetUnusable([error.finding]) from error
    marked = list(_marked(root, file))
    if not marked:
        raise LabelledSetUnusable([Finding(file, 1, "the file labels no text", _WHY, _FORM)])
    return [_labelled(text, intent, file, line) for text, intent, line in marked]


def _marked(root: Node, file: str) -> Iterator[tuple[str, str, int]]:
    values = root.values if isinstance(root, Keys) else {}
    intent, spoken, blocks = values.get("intent"), values.get("utterances"), values.get("nlu")
    if isinstance(intent, Scalar) and isinstance(spoken, Items):
        for node in spoken.nodes:
            if isinstance(node, Scalar):
                yield node.text, intent.text, node.line
    for block in blocks.nodes if isinstance(blocks, Items) else ():
        yield from _of_block(block, file)


def _of_block(block: Node, file: str) -> Iterator[tuple[str, str, int]]:
    values = block.values if isinstance(block, Keys) else {}
    intent, examples = values.get("intent"), values.get("examples")
    if not isinstance(intent, Scalar):
        return
    if isinstance(examples, Items):
        yield from ((text, intent.text, line) for text, line in _listed(examples))
    elif isinstance(examples, Scalar):
        yield from ((text, intent.text, line) for text, line in _dashed(examples, file))
    else:
        what = f"the intent {intent.text} has no examples"
        raise LabelledSetUnusable([Finding(file, block.line, what, _WHY, _FORM)])


def _listed(examples: Items) -> Iterator[tuple[str, int]]:
    for node in examples.nodes:
        text = node.values.get("text") if isinstance(node, Keys) else node
        if isinstance(text, Scalar):
            yield text.text, text.line


def _dashed(examples: Scalar, file: str) -> Iterator[tuple[str, int]]:
    for line, text in enumerate(examples.text.split("\n"), examples.line + 1):
        if not text.strip():
            continue
        if not text.lstrip().startswith("-"):
            what = "this line is no example"
            raise LabelledSetUnusable([Finding(file, line, what, _WHY, 'begin it with "- "')])
        yield text.lstrip().removeprefix("-"), line


def _labelled(marked: str, intent: str, file: str, line: int) -> Labelled:
    try:
        text, entities = without_markup(marked.strip())
    except WrongMarkup as error:
        mend = 'write [words](entity) or [words]{"entity": "name", "value": "value"}'
        raise LabelledSetUnusable(
            [Finding(file, line, str(error), "its entities cannot be told", mend)]
        ) from error
    return Labelled(text, intent, entities, file, line)
