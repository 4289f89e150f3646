"""The running text of a composed article, with what interrupts it."""

from __future__ import annotations

import random
import re
import textwrap

import parts
from builder import Builder, title_case
from inserts import interrupt
from source import Source
from style import Style

_SUBHEADS = [
    "What happens next", "The background", "Key points", "What it means", "Why it matters", "A turning point", "How we got here",
    "‘No way back’", "Analysis", "Where things stand now",
]  # fmt: skip
_LAST = [
    "Pass this report on: http://example.com/a1", "More at example.com/politics", "Follow the story on X",
]  # fmt: skip

Paragraphs = list[tuple[str, str]]  # text and what it is: body, subhead or junk


def body(
    b: Builder,
    r: random.Random,
    style: Style,
    paragraphs: Paragraphs,
    key: str,
    spare: list[Source],
) -> None:
    """Put an article's paragraphs on the page, each with its truth."""
    if style.para == " ":
        texts = [text for text, kind in paragraphs if kind != "junk"]
        if r.random() < 0.05:
            texts.append(r.choice(_LAST))
        b.add(" ".join(texts), style.gap, "article", "body", key)
        return
    breaks: set[int] = set()
    if r.random() < style.inside and len(paragraphs) > 3:
        count = min(len(paragraphs) - 1, r.choice([1, 1, 2, 3]))
        breaks = set(r.sample(range(1, len(paragraphs)), count))
    subheads = style.subheads if r.random() < 0.8 else 0.0
    texts = [text for text, kind in paragraphs if kind == "body"]
    for k, (text, kind) in enumerate(paragraphs):
        last = k + 1 == len(paragraphs)
        after = style.gap if last else style.para
        above = paragraphs[k - 1][1] if k else ""
        if k in breaks and above != "subhead":
            interrupt(b, r, style, spare)
        elif k and kind == "body" and above == "body" and r.random() < subheads * 0.3:
            b.add(_subhead(r, text, texts, style), style.para, "article", "subhead", key)
        if kind == "junk":
            b.add(text, after, "furniture", "body")
            continue
        if style.wrap and kind == "body":
            text = "\n".join(textwrap.wrap(text, style.wrap))
        lost = 0.04 if last else 0.012
        if kind == "body" and (k or last) and r.random() < lost and text.endswith("."):
            text = text[:-1]  # a stop that the crawler or the writer lost
        b.add(text, after, "article", kind, key)


def _subhead(r: random.Random, text: str, others: list[str], style: Style) -> str:
    if r.random() < 0.12:
        return f"{parts.name(r)}, {r.choice(parts.ROLES).lower()} at {r.choice(parts.ORGS)}"
    # Seldom the next paragraph's own words: a sub-head sums up, it does not announce a lead.
    words = re.findall(r"[\w’'-]+", text if r.random() < 0.15 else r.choice(others))
    start = r.randrange(max(1, len(words) - 6))
    piece = " ".join(words[start : start + r.randint(1, style.subhead_most)])
    if r.random() < 0.3:
        piece = r.choice(_SUBHEADS)
    piece = piece[:1].upper() + piece[1:]
    piece = {"keep": piece, "title": title_case(piece), "upper": piece.upper()}[style.subhead_case]
    return r.choice(
        [piece, piece, piece, piece, f"{piece}?", f"{r.randint(1, 6)}. {piece}", f"{piece}:"]
    )
