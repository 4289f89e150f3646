"""What a detector proposes: a difference, its words in each telling, and what is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.contrasts.lens import Lens
from rashomon.model import ContrastKind, Span, Strength


@dataclass(frozen=True, slots=True)
class Side:
    """One telling's side: its words, a short reading of them, and the value that is compared.

    `value` is what must differ between sides, normalised by the detector; for an omission, the
    side that lacks it has no span of its own and is not listed here but in `lacking`.
    """

    span: Span
    reading: str
    value: str
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A difference that a detector proposes.

    `weight` (0 to 1) is how sure the detector is by its anchor: exact shared words most.
    `lacking` are articles in which the thing was not found (omissions only).
    `sort` is the detector's own name for what it found; `settings.HELD_BACK` lists those that
    are not shown by default. `who` is the person whose words are lacking: told of once.
    """

    topic: str
    kind: ContrastKind
    strength: Strength
    sides: tuple[Side, ...]
    weight: float
    lacking: tuple[str, ...] = ()
    sort: str = ""
    who: str = ""


Detector = Callable[[Lens], Iterable[Candidate]]
