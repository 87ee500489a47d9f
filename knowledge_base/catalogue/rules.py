"""The rules of rules.yml: whose a record is, and what is kept from citizens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.vietnamese.folding import fold

_FILE = Path(__file__).with_name("rules.yml")


@dataclass(frozen=True)
class Rules:
    """Patterns ready to use; ``provinces`` goes from a folded spelling to the name."""

    province_of_issuer: re.Pattern[str]
    provincial_decision: re.Pattern[str]
    provinces: Mapping[str, str]
    junk: Mapping[str, Sequence[re.Pattern[str]]]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Read the file once."""
    read = yaml.safe_load(_FILE.read_text("utf-8"))
    spellings = {name: [name, *others] for name, others in read["provinces"].items()}
    return Rules(
        re.compile(read["province_of_issuer"], re.IGNORECASE),
        re.compile(read["provincial_decision"], re.IGNORECASE),
        {fold(spelling): name for name, listed in spellings.items() for spelling in listed},
        {field: [re.compile(text, re.IGNORECASE) for text in texts] for field, texts in read["junk"].items()},
    )
