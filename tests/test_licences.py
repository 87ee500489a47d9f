"""What runs is free to use: no GPL, no AGPL; the LGPL is fine for libraries that are left as they are."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.doctor.environments import installed, pins

ROOT = Path(__file__).parents[1]
LESSER = re.compile(r"Lesser|LGPL", re.IGNORECASE)
STRONG = re.compile(r"GPL|GNU General|Affero|General Public", re.IGNORECASE)
OTHER_DOORS = re.compile(r"\s+OR\s+|;")
"""A package under several licences may be used under any of them."""


def licences(environment, requirements):
    """Return the licence of each pinned package, as the packages installed say it."""
    listed = subprocess.run(
        [
            Path(sys.executable).with_name("pip-licenses"),
            *("--python", ROOT / environment / "bin" / "python", "--format", "json", "--with-system"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    found = {re.sub(r"[-_.]+", "-", row["Name"]).lower(): row["License"] for row in json.loads(listed.stdout)}
    return {name: found.get(name, "not installed") for name in pins(ROOT / "requirements" / requirements)}


def is_free_to_use(licence):
    doors = OTHER_DOORS.split(licence)
    return any(LESSER.search(door) or not STRONG.search(door) for door in doors)


ENCODER = pytest.param(
    *(".venv", "encoder.txt"),
    marks=pytest.mark.skipif(
        "sentence-transformers" not in installed(ROOT / ".venv"),
        reason="the encoder is not installed: make encoder",
    ),
)


@pytest.mark.parametrize(
    ("environment", "requirements"), [(".venv", "app.txt"), (".venv-engine", "engine.txt"), ENCODER]
)
def test_nothing_that_runs_is_under_the_gpl(environment, requirements):
    found = licences(environment, requirements)
    assert {name: licence for name, licence in found.items() if not is_free_to_use(licence)} == {}
    unknown = [name for name, licence in found.items() if licence in ("UNKNOWN", "not installed")]
    assert unknown == []


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("GNU Library or Lesser General Public License (LGPL)", True),
        ("GPL-3.0-only", False),
        ("GNU Affero General Public License v3", False),
        ("GNU General Public License v2 (GPLv2)", False),
        ("MIT OR GPL-2.0", True),
    ],
)
def test_the_rule_tells_licences_apart(licence, free):
    assert is_free_to_use(licence) is free
