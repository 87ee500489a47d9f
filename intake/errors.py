"""What can go wrong in the reference backend."""

from __future__ import annotations


class IntakeError(Exception):
    """Base of the errors of the reference backend."""


class LookupRefused(IntakeError):
    """Wrong code, wrong proof, locked or unknown: nobody is told which."""


class DossierNotFound(IntakeError):
    """No dossier has this code."""


class IllegalMove(IntakeError):
    """The status does not follow from the present one."""


class StaleDossier(IntakeError):
    """Somebody else has moved the dossier since it was read: read it again."""
