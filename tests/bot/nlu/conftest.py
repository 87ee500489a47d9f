from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world.actions import ScriptedActions, scripted_actions
from tests.world.engine import RunningEngine, serve


@pytest.fixture(scope="session")
def actions() -> Iterator[ScriptedActions]:
    with scripted_actions() as script:
        yield script


@pytest.fixture(scope="session")
def engine(engine_state: Path, actions: ScriptedActions) -> Iterator[RunningEngine]:
    with serve(engine_state, actions.url, actions_timeout_seconds=1.5) as running:
        yield running
