"""What somebody gives to prove that a dossier is theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.dossier import ApplicantKind
from intake.keyed_hash import KeyedHash

DIGITS = 6
_WHOLE_NUMBER = range(9, 14)


class FactorKind(StrEnum):
    """What a dossier keeps a keyed hash of."""

    LOOKUP_KEY = "lookup_key"
    ID = "id"
    PHONE = "phone"


# A tax code is public, so that the number of an organisation proves nothing.
ACCEPTED: Mapping[ApplicantKind, frozenset[FactorKind]] = {
    ApplicantKind.INDIVIDUAL: frozenset(FactorKind),
    ApplicantKind.ORGANISATION: frozenset({FactorKind.LOOKUP_KEY, FactorKind.PHONE}),
}

Digests = Mapping[FactorKind, bytes]


@dataclass(frozen=True)
class Factor:
    """A proof as it was given: by its shape six digits, or a key. Never stored, shown or logged."""

    key: str = field(repr=False)
    digits: str | None = field(repr=False)

    @classmethod
    def read(cls, text: str) -> Factor:
        """Read any text: case, spaces and dashes do not matter; of a whole number the last six digits."""
        key = normalised(text)
        is_number = key.isascii() and key.isdigit()
        if is_number and (len(key) == DIGITS or len(key) in _WHOLE_NUMBER):
            return cls(key, key[-DIGITS:])
        return cls(key, None)

    def digests(self, code: str, keyed_hash: KeyedHash) -> Digests:
        """Return what each kind of factor of this dossier would have to be; equal work for every text."""
        number = self.key if self.digits is None else self.digits
        return {
            FactorKind.LOOKUP_KEY: digest(keyed_hash, code, FactorKind.LOOKUP_KEY, self.key),
            FactorKind.ID: digest(keyed_hash, code, FactorKind.ID, number),
            FactorKind.PHONE: digest(keyed_hash, code, FactorKind.PHONE, number),
        }


def normalised(text: str) -> str:
    """Return a key as it is compared: upper case, letters and digits only."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in plain if letter.isalnum())


def digest(keyed_hash: KeyedHash, code: str, kind: FactorKind, value: str) -> bytes:
    """Return the keyed hash of one factor of one dossier; the same digits elsewhere have another."""
    return keyed_hash("factor", code, kind, value)
