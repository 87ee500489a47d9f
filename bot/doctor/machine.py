"""The machine itself: processor, Python, disk, memory, locale."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.doctor.trouble import Trouble

DISK_GIB, MEMORY_GIB = 2, 2
"""Model, database and logs take some 200 MB, the five processes some 1.2 GB of memory."""


def machine_troubles(place: Path) -> Iterator[Trouble]:
    """Yield what is wrong with the machine; ``place`` is where the state lives or will live."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        yield Trouble(f"This is {platform.system()} on {platform.machine()}.", "use Linux on x86-64")
    if sys.version_info[:2] != (3, 11):
        yield Trouble(f"Python is {platform.python_version()}, not 3.11.", "make setup PYTHON=python3.11")
    if (free := shutil.disk_usage(_nearest(place)).free) < DISK_GIB * 2**30:
        yield Trouble(f"{free / 2**30:.1f} GiB of disk are free.", f"free {DISK_GIB} GiB where {place} is")
    if (memory := os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")) < MEMORY_GIB * 2**30:
        yield Trouble(
            f"The machine has {memory / 2**30:.1f} GiB of memory.", f"use one with {MEMORY_GIB} GiB"
        )
    if locale.getpreferredencoding(do_setlocale=False).lower().replace("-", "") != "utf8":
        yield Trouble("The locale cannot show Vietnamese.", "export LANG=C.UTF-8")


def _nearest(place: Path) -> Path:
    return next(folder for folder in (place, *place.parents) if folder.exists())
