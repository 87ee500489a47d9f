"""What a proof brings: figures, each with what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """A measured value; ``at_most`` or ``at_least`` say what is wanted, if anything is."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it is as wanted."""
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    @property
    def wanted(self) -> str:
        """What is wanted, in words."""
        limits = [f"≤ {self.at_most:g}"] if self.at_most is not None else []
        limits += [f"≥ {self.at_least:g}"] if self.at_least is not None else []
        return " and ".join(limits)


@dataclass
class Proof:
    """One claim about the whole, and the figures that bear it out or not."""

    name: str
    claim: str
    figures: list[Figure] = field(default_factory=list)
    seconds: float = 0.0
    error: str = ""

    @property
    def holds(self) -> bool:
        """Whether it ran, and every figure is as wanted."""
        return not self.error and all(figure.holds for figure in self.figures)

    def add(
        self,
        name: str,
        value: float,
        unit: str,
        *,
        at_most: float | None = None,
        at_least: float | None = None,
    ) -> None:
        """Add a figure."""
        self.figures.append(Figure(name, round(value, 4), unit, at_most, at_least))
