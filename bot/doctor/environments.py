"""The two environments: do they hold what their requirement files pin?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.doctor.trouble import Trouble

_FILES = {".venv": "app.txt", ".venv-engine": "engine.txt"}
_SHOWN = 3
_LEFT = (".dist-info", ".egg-info")


def environment_troubles(root: Path) -> Iterator[Trouble]:
    """Yield each environment that is missing or differs from its pins."""
    for name, file in _FILES.items():
        if not (root / name / "bin" / "python").exists():
            yield Trouble(f"The environment {name} is missing.", "make setup")
            continue
        yield from pin_troubles(root, name, file, "make setup")


def pin_troubles(root: Path, name: str, file: str, again: str) -> Iterator[Trouble]:
    """Yield what in an environment differs from one file of pins; ``again`` is what installs it."""
    if differing := _differing(pins(root / "requirements" / file), installed(root / name)):
        some = ", ".join(differing[:_SHOWN]) + (", …" if len(differing) > _SHOWN else "")
        yield Trouble(
            f"{name} is not what requirements/{file} pins: {some}.",
            f"rm -f {name}/motcua-requirements && {again}",
        )


def pins(file: Path) -> Mapping[str, str]:
    """Return the pinned version of each package."""
    lines = (line.partition("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return {_plain(name): version for name, _, version in (line.partition("==") for line in lines) if version}


def installed(environment: Path) -> Mapping[str, str]:
    """Return the version of each package in an environment, by the names of what pip left there.

    An old pip without wheel leaves ``docopt-0.6.2-py3.11.egg-info`` where a new one leaves ``.dist-info``. The
    label of a build (2.13.0+cpu) is left out.
    """
    packages = environment / "lib" / "python3.11" / "site-packages"
    found = (path.stem.split("-") for ending in _LEFT for path in packages.glob(f"*-*{ending}"))
    return {_plain(name): version.partition("+")[0] for name, version, *_ in found}


def _differing(wanted: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    return [
        f"{name} {there.get(name, 'missing')} instead of {version}"
        for name, version in wanted.items()
        if there.get(name) != version
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
