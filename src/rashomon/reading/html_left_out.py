"""What an HTML page's articles do not hold of its visible text, by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rashomon.model import Rejected
from rashomon.reading.html_lines import COMMENTS, NOTE, reason_of, tail_reason
from rashomon.reading.html_row import PROSE
from rashomon.reading.html_tree import Line

# Names that the page's own parts give win over what a line's words look like.
_HEADINGS = ("h1", "h2", "h3", "h4")
_BY_PART = ("comment", "caption", "bio", "embed", "promo")


def left_out(
    page_id: str, lines: Sequence[Line], held: Collection[int], heads: Mapping[int, str]
) -> tuple[Rejected, ...]:
    """Ranges of the visible text outside the lines `held` (their indices) by an article's text.

    `heads` names lines that are in an article's other fields: title, standfirst, byline, date.
    Neighbours of one reason are one row; white space between lines belongs to none.
    """
    rows: list[tuple[int, int, str]] = []
    last = -2
    commented = False
    for k, line in enumerate(lines):
        if k in held:
            commented = False
            continue
        reason = heads.get(k) or reason_for(line)
        if line.tag in _HEADINGS:
            commented = COMMENTS.match(line.text[:80]) is not None
        elif commented and reason in ("other text", "furniture") and line.zone is None:
            reason = "comment"
        if rows and last == k - 1 and rows[-1][2] == reason:
            rows[-1] = (rows[-1][0], line.end, reason)
        else:
            rows.append((line.start, line.end, reason))
        last = k
    return tuple(Rejected(page_id, (start, end), "reading", reason) for start, end, reason in rows)


def reason_for(line: Line) -> str:
    """The name of what a line is that stands in no article."""
    zone = line.zone
    while zone is not None:
        if zone.reason in _BY_PART:
            return zone.reason
        zone = zone.outer
    if line.zone is not None or line.linked > 0.9 * len(line.text):
        return "furniture"
    if len(line.text) < 400 and NOTE.match(line.text[:80]):
        return "note"
    by_words = reason_of(line.text) or tail_reason(line.text)
    if by_words:
        return by_words
    prose = len(line.text) >= PROSE and line.tag in ("p", "div", "blockquote", "li")
    return "other text" if prose else "furniture"
