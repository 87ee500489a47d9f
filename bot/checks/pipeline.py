"""Check config.yml: every part of the engine's pipeline is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.names import items, under
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node

CONFIG = "config.yml"
_RASA = Path(".venv-engine/lib/python3.11/site-packages/rasa")
_PARTS = ("nlu", "core/policies")


def check_pipeline(root: Path) -> list[Finding]:
    """Return components and policies that are not there.

    Rasa's own are looked for in the engine's environment; without one they pass.
    """
    try:
        config = root_node(root / CONFIG, CONFIG)
    except UnreadableFile as error:
        return [error.finding]
    named = {
        key: [under(part, "name") for part in items(under(config, key))] for key in ("pipeline", "policies")
    }
    return [
        *(_empty(key) for key, names in named.items() if not names),
        *(
            _unknown(name)
            for name in (name for names in named.values() for name in names)
            if not isinstance(name, Scalar) or not _is_there(root, name.text)
        ),
    ]


def _is_there(root: Path, name: str) -> bool:
    module, _, part = name.rpartition(".")
    if module:
        return _defines(root.joinpath(*module.split(".")).with_suffix(".py"), part)
    if not (root / _RASA).exists():
        return True
    return any(_defines(path, part) for path in _of_rasa(root))


def _of_rasa(root: Path) -> Iterator[Path]:
    for folder in _PARTS:
        yield from (root / _RASA / folder).rglob("*.py")


def _defines(path: Path, name: str) -> bool:
    return path.is_file() and f"\nclass {name}(" in path.read_text("utf-8")


def _unknown(name: object) -> Finding:
    line, what = (name.line, name.text) if isinstance(name, Scalar) else (1, "without a name")
    return Finding(
        CONFIG,
        line,
        f"there is no component {what}",
        "no model can be trained",
        "mend the name: module and class of bot/nlu, or a component of Rasa 3.6",
    )


def _empty(key: str) -> Finding:
    return Finding(
        CONFIG, 1, f"{key} lists nothing", "no model can be trained", f"list components under {key}"
    )
