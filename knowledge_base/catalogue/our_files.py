"""Our own YAML files, read fast and without their line numbers; what is wrong with one ``motcua check`` tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def content_of(path: Path) -> Any:
    """Return the content, None where it cannot be read."""
    try:
        return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - both loaders are safe ones
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
