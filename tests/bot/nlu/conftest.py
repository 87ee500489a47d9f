from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world.actions import ScriptedActions, scripted_actions
from tests.world.engine import RunningEngine, serve, train


@pytest.fixture(scope="session")
def engine_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with the project's model, trained once for the session."""
    state_dir = tmp_path_factory.mktemp("engine-state")
    train(state_dir)
    return state_dir


@pytest.fixture(scope="session")
def actions() -> Iterator[ScriptedActions]:
    with scripted_actions() as script:
        yield script


@pytest.fixture(scope="session")
def engine(engine_state: Path, actions: ScriptedActions) -> Iterator[RunningEngine]:
    with serve(engine_state, actions.url, actions_timeout_seconds=1.5) as running:
        yield running
