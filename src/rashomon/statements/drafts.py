"""What the rules and the tagger find before speakers are resolved, in token positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

from rashomon.statements.document import Range


@dataclass(slots=True)
class Draft:
    """An attribution: `cue` and `source` are token ranges or None, `content` at least one range.

    `lemma` and `kind` are those of the cue (see cues.tsv); `regions` are the numbers of the
    quotations that the content holds. `anchor` is the cue's own word within its group; `plain` says that "that" or a colon opens the
    content; `follows` a statement it may go on with; `chance` is the judge's; `lead` how far the one
    that its pronoun was taken for was ahead of the next.
    """

    content: list[Range]
    source: Range | None
    cue: Range | None
    lemma: str = ""
    kind: str = "S"
    denied: bool = False
    regions: list[int] = field(default_factory=list)
    via: list[tuple[str, Range | None]] = field(default_factory=list)
    follows: Draft | None = None
    anchor: int = -1
    plain: bool = False
    weak: bool = False
    chance: float = 1.0
    lead: float = inf

    def copy(self) -> Draft:
        """The same with lists of its own."""
        return Draft(
            [*self.content], self.source, self.cue, self.lemma, self.kind, self.denied,
            [*self.regions], [*self.via], self.follows, self.anchor, self.plain, self.weak,
            self.chance, self.lead,
        )  # fmt: skip

    @property
    def start(self) -> int:
        """The first token of the content."""
        return min(start for start, _ in self.content)
