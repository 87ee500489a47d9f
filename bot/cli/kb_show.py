"""What the imported catalogue has on one procedure."""

from __future__ import annotations

from typing import Any

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_reading import imported_catalogue
from bot.cli.speech import fail, give
from knowledge_base.catalogue.stored import StoredRecord
from knowledge_base.catalogue.usable import stored_record
from knowledge_base.official.block import official_block
from knowledge_base.official.catalogue import RecordNotUsable
from knowledge_base.yaml_writer import to_yaml


def show(code: str, as_json: bool) -> None:
    """Print what is kept beside the record, then its facts."""
    try:
        stored = stored_record(imported_catalogue(), code)
    except RecordNotUsable as error:
        fail(str(error), ExitCode.FINDINGS)
    kept = _kept(stored)
    facts = official_block(stored.record)
    give(
        {**kept, "official": _plain(facts)},
        as_json=as_json,
        plain=(to_yaml(kept) + to_yaml({"official": facts})).rstrip(),
    )


def _kept(stored: StoredRecord) -> dict[str, Any]:
    return {
        "code": stored.code,
        "province": stored.province or None,
        "hidden_because": stored.hidden_because or None,
        "first_day": _day(stored.first_day),
        "last_day": _day(stored.last_day),
        "withdrawn_on": _day(stored.withdrawn_on),
        "likely_successors": list(stored.successors),
        "source": dict(stored.record["source"]),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
