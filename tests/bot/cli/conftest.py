import os
import subprocess
import sys

import pytest

from tests.world.engine import ROOT


def run_motcua(env, *arguments, said=None):
    """Run a command as a person does, off a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli.main", *arguments],
        cwd=ROOT, env={**os.environ, **env}, input=said, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip


@pytest.fixture
def motcua(tmp_path):
    """The command line with a state folder where nothing runs."""
    return lambda *arguments, **more: run_motcua({"MOTCUA_STATE_DIR": str(tmp_path)}, *arguments, **more)


@pytest.fixture
def motcua_running(stack):
    """The command line beside a running assistant."""
    env = {"MOTCUA_STATE_DIR": str(stack.state_dir)}
    return lambda *arguments, **more: run_motcua(env, *arguments, **more)
