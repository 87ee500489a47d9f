"""What a masked turn may be kept for; each is agreed to apart."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """The closed list, in the order in which a citizen is asked."""

    REVIEW = "review"  # people of the office read it to mend wrong answers
    TRAINING = "training"  # it may become an example that the assistant learns from
