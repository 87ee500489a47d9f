"""A virtual environment made from pinned requirement files, layer on layer."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STAMP = "motcua-requirements"


@dataclass(frozen=True)
class Layer:
    """Requirement files that are installed in one go, and how pip reads them."""

    name: str
    file: Path
    options: tuple[str, ...] = ()

    @property
    def packages(self) -> int:
        """How many packages are pinned."""
        return sum("==" in line for line in self.file.read_text("utf-8").splitlines() if line[:1] != "#")


class Environment:
    """A folder with an interpreter and packages; a stamp in it says which layers it holds."""

    def __init__(self, folder: Path, layers: list[Layer], project: Path | None = None) -> None:
        self.folder = folder
        self.log = folder.parent / "build" / f"setup-{folder.name.lstrip('.')}.log"
        self.total = sum(layer.packages for layer in layers)
        self.done = 0
        self.phase = "waiting"
        self.failed = False
        self._layers = layers
        self._project = project

    def is_current(self) -> bool:
        """Whether every layer is there as it is pinned now."""
        return not list(self._missing())

    def install(self) -> None:
        """Bring the environment up to date; what pip says goes to the log."""
        self.log.parent.mkdir(exist_ok=True)
        try:
            self.log.write_text("", "utf-8")
            self._install()
        except (OSError, subprocess.CalledProcessError) as error:
            with self.log.open("a", encoding="utf-8") as log:
                log.write(f"{error}\n")
            self.failed = True
        self.phase = "failed" if self.failed else "ready"

    def _install(self) -> None:
        missing = list(self._missing())
        if missing and missing[0] is self._layers[0]:
            (self.folder / STAMP).unlink(missing_ok=True)
            self._run("making", [sys.executable, "-m", "venv", "--clear", str(self.folder)])
            missing = self._layers
        self.total = sum(layer.packages for layer in missing)
        for layer in missing:
            self._pip(*layer.options, "-r", str(layer.file))
            if self._project and layer is self._layers[0]:
                self._pip("--no-deps", "--no-build-isolation", "-e", str(self._project))
            with (self.folder / STAMP).open("a", encoding="utf-8") as stamp:
                stamp.write(f"{self._digest(layer)}\n")

    def _missing(self) -> Iterator[Layer]:
        stamp = self.folder / STAMP
        there = stamp.read_text("utf-8").split() if stamp.is_file() else []
        for layer in self._layers:
            if self._digest(layer) not in there:
                yield layer

    def _digest(self, layer: Layer) -> str:
        """Digest everything that a layer depends on; environments cannot be moved, so the place is part of it."""
        digest = hashlib.sha256(f"{sys.version}\0{self.folder}\0{layer.name}\0".encode())
        digest.update(layer.file.read_bytes())
        return digest.hexdigest()

    def _pip(self, *arguments: str) -> None:
        pip = [str(self.folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
        self._run("fetching", [*pip, "--progress-bar", "off", *arguments])

    def _run(self, phase: str, command: list[str]) -> None:
        self.phase = phase
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        with (
            self.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                env=clean,
            ) as process,
        ):
            assert process.stdout is not None
            for line in process.stdout:
                log.write(line)
                self.done += line.startswith(("Collecting ", "Processing "))
                if line.startswith("Installing collected packages"):
                    self.phase = "unpacking"
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
