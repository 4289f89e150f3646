"""What a unit is that belongs to no article."""

from __future__ import annotations

from rashomon.reading.flattened.features import COLUMN, Matrix

# In order: the first column that is set names the reason.
_BY_COLUMN = (
    ("sponsored", "sponsored"), ("comment", "comment"), ("caption", "caption"), ("note", "note"),
    ("credit", "credit"), ("legal", "disclaimer"), ("bio", "bio"), ("cookie", "furniture"),
    ("more", "embed"), ("more_inline", "embed"), ("ask", "promo"), ("promo", "promo"),
    ("list_head", "furniture"),
)  # fmt: skip
# Units after a heading of readers' comments that still count as comments.
_COMMENT_REACH = 2.5


def reason_of(features: Matrix, k: int, inside: bool) -> str:
    """A short name for unit `k`; `inside` where it interrupts an article's body."""
    row = features[k]

    def on(name: str) -> bool:
        return bool(row[COLUMN[name]] > 0)

    for column, reason in _BY_COLUMN:
        if on(column):
            return reason
    if on("more-1") or on("more-2") or (inside and on("more-3")):
        return "embed"
    if on("prose") and row[COLUMN["since_comment"]] < _COMMENT_REACH:
        return "comment"
    if inside:
        return "embed"
    if on("prose"):
        return "promo" if row[COLUMN["second"]] > 0.04 else "other text"
    return "furniture"
