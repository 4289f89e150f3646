"""The text of an HTML page's main article: trafilatura's choice, set right line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rashomon.reading.html_dressing import without_dressing, without_notes
from rashomon.reading.html_lines import reason_of, tail_reason
from rashomon.reading.html_row import row_of
from rashomon.reading.html_tree import Line, parse_for_extractor, words_of
from rashomon.reading.html_zones import Zone
from rashomon.reading.metadata import Metadata
from rashomon.reading.metadata_dates import worded_date
from rashomon.reading.metadata_head import shared

# A line of so many words is matched by itself; shorter ones must stand among matched ones.
SURE_WORDS = 8
# Of the four-word runs of a line, so many must stand in the extractor's text.
SHARED = 0.6
# Lines shorter than this (characters) may stand anywhere on a page by chance.
REPEATED = 40
# Short lines are taken within so many lines of the first and last sure one.
NEAR = 3
# Credits and lives stand in the last lines, or in the last part of the text.
TAIL_LINES = 6
TAIL_SHARE = 0.15
# A first line is a teaser's echo where the next lines hold so much of it.
ECHO = 0.7
ECHO_LINES = 6
# The extractor takes a second for some thousand lines; news pages have some hundred, and none of
# those seen more than 3,000.
MOST_LINES = 15_000
MOST_TAGS = 100_000
# JSON-LD's body and the lines found agree where so much of them is the same.
AGREED = 0.8
# The page shows only a part where the body has so many times more characters, and so many.
MUCH_MORE = 2
HIDDEN_BODY = 400
# A named part of the page that holds more than this share of the article's text is its
# container and has its name from something else ("article-overlay", "search-content").
LARGEST_PART = 0.25


def extracted(body: str, address: str | None) -> str:
    """trafilatura's text of the page: fast mode, without comments, one paragraph a line."""
    import trafilatura

    tree = parse_for_extractor(body)
    try:
        document = trafilatura.bare_extraction(tree, url=address, fast=True, include_comments=False)
    except Exception:  # the extractor may fail on odd trees; the page is then read without it
        return ""
    return (getattr(document, "text", None) or "").strip()


def matched(lines: Sequence[Line], text: str) -> list[int]:
    """Indices of the visible `lines` that the extractor's `text` holds, in document order.

    A line that the page prints more often than the extractor's text has it is taken where most
    of the other lines stand.
    """
    words = words_of(text)
    runs = {tuple(words[k : k + 4]) for k in range(len(words) - 3)}
    flat = f" {' '.join(words)} "
    whole = Counter(
        " ".join(words_of(cell)) for row in text.splitlines() for cell in row.split("|")
    )
    taken: list[int] = []
    short: list[int] = []
    keys: dict[int, str] = {}
    for k, line in enumerate(lines):
        own = line.words
        if not own:
            continue
        keys[k] = f" {' '.join(own)} "
        if len(own) < SURE_WORDS and len(line.text) < REPEATED:
            if keys[k].strip() in whole or (len(own) >= 4 and keys[k] in flat):
                short.append(k)
            continue
        last = len(own) - 3
        # Most lines of a page have none of the text's words in a row: three places tell.
        if last > 12 and not any(tuple(own[j : j + 4]) in runs for j in (0, last // 2, last - 1)):
            continue
        grams = [tuple(own[j : j + 4]) for j in range(last)]
        if sum(gram in runs for gram in grams) >= SHARED * len(grams) if grams else keys[k] in flat:
            taken.append(k)
    if taken:
        first, last = taken[0] - NEAR, taken[-1] + NEAR
        taken = sorted({*taken, *(k for k in short if first <= k <= last)})
    return _once(lines, taken or short, keys, flat, whole)


def main_lines(lines: Sequence[Line], about: Metadata, body: str, address: str | None) -> list[int]:
    """Indices of the lines that are the page's main article."""
    taken = row_of(lines)
    if taken is None and len(lines) <= MOST_LINES and body.count("<") <= MOST_TAGS:
        taken = matched(lines, extracted(body, address))
    if not taken:
        taken = row_of(lines, sure=False) or []
    parts = _parts(lines, taken)
    kept = [k for k in taken if not _drop(lines[k], parts)]
    kept = without_notes(lines, _without_tail(lines, kept))
    kept = _without_head(lines, kept, about)
    kept = without_dressing(lines, kept, about)
    kept = _without_echo(lines, kept)
    return _agreed(lines, _without_link_lists(lines, kept), about.body)


def hidden_body(lines: Sequence[Line], kept: Sequence[int], about: Metadata) -> str | None:
    """The article's text as JSON-LD gives it, where the page shows only a part of it."""
    shown = sum(len(lines[k].text) for k in kept)
    body = about.body or ""
    return body if len(body) > MUCH_MORE * shown and len(body) >= HIDDEN_BODY else None


def _agreed(lines: Sequence[Line], kept: list[int], body: str | None) -> list[int]:
    """`kept` without first and last lines that the page's own JSON-LD body does not have."""
    if not body:
        return kept
    words = words_of(body)
    runs = {tuple(words[j : j + 4]) for j in range(len(words) - 3)}
    inside = [_share(lines[k].words, runs) >= SHARED for k in kept]
    size = sum(len(lines[k].text) for k in kept)
    agreed = sum(len(lines[k].text) for k, known in zip(kept, inside, strict=True) if known)
    if agreed < AGREED * size or len(body) > size / AGREED:
        return kept
    first = inside.index(True)
    last = len(inside) - inside[::-1].index(True)
    return kept[first:last]


def _share(own: list[str], runs: set[tuple[str, ...]]) -> float:
    grams = [tuple(own[j : j + 4]) for j in range(len(own) - 3)]
    return sum(gram in runs for gram in grams) / len(grams) if grams else 1.0


def block_lines(lines: Sequence[Line], block: Sequence[int], about: Metadata) -> list[int]:
    """Indices of the lines of a block (`block`, in order) that are its article's text."""
    parts = _parts(lines, list(block))
    kept = [
        k
        for k in block
        if lines[k].text != about.title
        and not _drop(lines[k], parts)
        and not _is_dressing(lines[k], about)
    ]
    return _without_link_lists(lines, _without_head(lines, _without_tail(lines, kept), about))


def _is_dressing(line: Line, about: Metadata) -> bool:
    """A line of a block that is its date, byline or section."""
    if line.tag == "time" or (line.linked > 0.9 * len(line.text) and len(line.text) < 40):
        return True
    short = len(line.text) < 90 and line.text[-1:] not in ".!?"
    return short and bool(
        worded_date(line.text) or (about.byline and about.byline.casefold() in line.text.casefold())
    )


def _once(
    lines: Sequence[Line],
    taken: list[int],
    keys: dict[int, str],
    flat: str,
    whole: Counter[str],
) -> list[int]:
    def wanted(key: str) -> int:
        return max(1, whole[key.strip()] or flat.count(key[:-1]))

    alike: dict[str, list[int]] = {}
    for k in taken:
        alike.setdefault(keys[k], []).append(k)
    surplus = {key: group for key, group in alike.items() if len(group) > wanted(key)}
    if not surplus:
        return taken
    weight: Counter[Any] = Counter()
    for k in taken:
        if keys[k] not in surplus:
            weight[lines[k].block.getparent()] += len(lines[k].text)
    left_out: set[int] = set()
    for key, group in surplus.items():
        best = sorted(group, key=lambda k: (-_weight(lines[k], weight), k))
        left_out.update(best[wanted(key) :])
    return [k for k in taken if k not in left_out]


def _weight(line: Line, weight: Counter[Any]) -> int:
    return weight[line.block.getparent()]


def _parts(lines: Sequence[Line], taken: list[int]) -> frozenset[int]:
    """The zones (by identity) that hold too little of the article to be a name for it."""
    chars: Counter[int] = Counter()
    for k in taken:
        zone = lines[k].zone
        while zone is not None:
            chars[id(zone)] += len(lines[k].text)
            zone = zone.outer
    whole = sum(len(lines[k].text) for k in taken)
    return frozenset(zone for zone, size in chars.items() if size <= LARGEST_PART * whole)


def zone_within(line: Line, parts: frozenset[int]) -> Zone | None:
    """The innermost named part that `line` stands in, leaving out misnamed containers."""
    zone = line.zone
    while zone is not None and id(zone) not in parts:
        zone = zone.outer
    return zone


def _drop(line: Line, parts: frozenset[int]) -> bool:
    zone = zone_within(line, parts)
    if zone is not None:
        if zone.reason in ("caption", "comment", "bio"):
            return True
        if (
            zone.reason != "embed"
            and len(line.text) < 120
            and line.text[-1:] not in '.!?"”’。！？」…:'
        ):
            return True
    return reason_of(line.text) is not None


def _without_tail(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """`kept` without credits, lives of authors and legal lines near its end."""
    whole = sum(len(lines[k].text) for k in kept)
    after = 0
    out: list[int] = []
    for n, k in enumerate(reversed(kept)):
        near = n < TAIL_LINES or after < TAIL_SHARE * whole
        if not (near and tail_reason(lines[k].text)):
            out.append(k)
        after += len(lines[k].text)
    return out[::-1]


def _without_head(lines: Sequence[Line], kept: list[int], about: Metadata) -> list[int]:
    """`kept` without the title and the standfirst at its beginning."""
    out = list(kept)
    title = set(words_of(about.title))
    for k in kept[:4]:
        text = lines[k].text
        if (
            about.title
            and shared(set(lines[k].words), title) >= 0.9
            and len(lines[k].words) <= 1.5 * len(words_of(about.title))
        ) or (about.standfirst and text == about.standfirst and len(out) > 3):
            out.remove(k)
    return out


def _without_echo(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """`kept` without a teaser at its beginning whose words all follow again."""
    if len(kept) < 4:
        return kept
    own = lines[kept[0]].words
    grams = [tuple(own[j : j + 4]) for j in range(len(own) - 3)]
    if len(grams) < SURE_WORDS:
        return kept
    words = [word for k in kept[1 : ECHO_LINES + 1] for word in lines[k].words]
    following = {tuple(words[j : j + 4]) for j in range(len(words) - 3)}
    echoed = sum(g in following for g in grams) >= ECHO * len(grams)
    return kept[1:] if echoed else kept


def paragraphs(lines: Sequence[Line]) -> str:
    """The text of `lines`: a blank line between paragraphs, a table's cells in one line a row."""
    out: list[str] = []
    row: Any = None
    for line in lines:
        own = line.block.getparent() if line.tag in ("td", "th") else None
        if own is not None and own is row:
            out[-1] += " | " + line.text
        else:
            out.append(line.text)
        row = own
    return "\n\n".join(out)


def _without_link_lists(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """`kept` without lines that are links and nothing else, in runs or at the ends."""
    link = {k: lines[k].linked >= 0.9 * len(lines[k].text) for k in kept}
    out = []
    for n, k in enumerate(kept):
        near = [kept[m] for m in (n - 1, n + 1) if 0 <= m < len(kept)]
        if link[k] and (any(link[m] for m in near) or len(near) < 2):
            continue
        out.append(k)
    return out
