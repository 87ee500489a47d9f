"""Check files of made-up dossiers: ``python -m intake.check_file FILE…`` prints a JSON list of findings."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from intake.dossier_file import InvalidDossierFile, decoded, read_file
from knowledge_base.findings import Finding


def check_file(path: Path, name: str) -> list[Finding]:
    """Return every mistake, and every field that is not known; ``name`` is the file's name in findings."""
    try:
        return list(read_file(decoded(path.read_bytes(), name), name).left_out)
    except InvalidDossierFile as error:
        return error.findings


def main(files: list[str]) -> None:
    """Print what is wrong in the files, each named as it was given."""
    print(json.dumps([asdict(finding) for file in files for finding in check_file(Path(file), file)]))


if __name__ == "__main__":
    main(sys.argv[1:])
