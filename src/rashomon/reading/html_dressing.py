"""What stands over an article's text and is none of it: bylines, dates, lists of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.html_tree import Line, words_of
from rashomon.reading.metadata import Metadata
from rashomon.reading.metadata_dates import worded_date

# Dressing stands in so many lines at the start of a text, and is no longer (characters, words).
HEAD_LINES = 6
LONGEST = 120
LONGEST_LIST = 240
LONGEST_NOTE = 300
DATE_WORDS = 12
# A byline may say so many words beside the names: "Ann Ode and Bo Weir in Port Harka".
BESIDE_NAMES = 7

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_BY = re.compile(
    rf"^\W*(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Rr]eported by|[Pp]osted by|[Vv]on|[Pp]ar|[Pp]or)\s+"
    rf"{_NAME}(?:,? (?:and |& |und |et |y |de |van |von |for |in |the )*{_NAME}){{0,10}}\W*$"
)
_CLOCK = re.compile(
    r"^\W*(?:(?:last )?updated|published|posted|modified)?\W*\d{1,2}[:.h]\d{2}\W*"
    r"(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?\W*$",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"^\W*(?:categor(?:y|ies|ias?|ías?|ie|ien|ieën)|kategorien?|catégories?|tags?|etiquetas|"
    r"filed under|posted in|рубрик[аи])\b\s*[:：]?\s+\S",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"^\W*(?:(?:editor['’]?s?['’]? note|note)\W{1,3})?th(?:is|e) (?:story|article|report|post|page|piece) "
    r"(?:has been|was) (?:last )?(?:updated|modified|revised)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "”", '"', "…", ":", "。")


def is_dressing(line: Line, about: Metadata) -> bool:
    """Whether a line near an article's start is its byline, its date or its list of sections."""
    text = line.text
    if _SECTIONS.match(text[:40]) and len(text) <= LONGEST_LIST and text[-1:] not in _ENDS:
        return True
    if len(text) > LONGEST:
        return False
    if line.tag in ("time", "address") or _CLOCK.match(text) or _BY.match(text):
        return True
    if text[-1:] in _ENDS:
        return False
    words = line.words
    if len(words) <= DATE_WORDS and worded_date(text):
        return True
    names = words_of(about.byline)
    return len(names) > 1 and set(names) <= set(words) and len(words) <= len(names) + BESIDE_NAMES


def without_dressing(lines: Sequence[Line], kept: list[int], about: Metadata) -> list[int]:
    """`kept` (indices of `lines`) without the dressing among its first lines."""
    head = [k for k in kept[:HEAD_LINES] if is_dressing(lines[k], about)]
    return [k for k in kept if k not in head] if len(head) < len(kept) else kept


def without_notes(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """`kept` without notes on the text's own changes ("This article was updated ...") at its end."""
    out = list(kept)
    while (
        len(out) > 1
        and len(lines[out[-1]].text) <= LONGEST_NOTE
        and _UPDATED.match(lines[out[-1]].text[:LONGEST])
    ):
        out.pop()
    return out
