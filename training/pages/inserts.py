"""What stands inside, between and after the articles of a composed page."""

from __future__ import annotations

import random

import letters
import parts
from builder import Builder, sentences
from source import Source
from style import Style

_LISTS = [
    "Most read", "MOST POPULAR", "Related Articles", "Latest", "Trending", "Recommended for you", "Top stories", "Read next",
]  # fmt: skip


def interrupt(b: Builder, r: random.Random, style: Style, spare: list[Source]) -> None:
    """A box, advert, post or link in the middle of an article."""
    other = r.choice(spare).title
    kind = r.choice(style.inside_kinds)
    lines = {
        "more": lambda: r.choice([["Read more", parts.caption(r), other], ["Read more", other], ["READ MORE", parts.caption(r), other], ["See also", other], ["Read also:", other]]),
        "inline": lambda: [r.choice(["READ MORE: ", "Read more: ", "RELATED: ", "Also read | ", "MORE: ", "WATCH: ", "READ ALSO: ", "See also: ", "Background: ", "Go on with: "]) + other],
        "advert": lambda: r.choice([["Advertisement"], ["ADVERTISEMENT"], ["Story continues below advertisement"], ["Advertisement", "Scroll to continue"], [parts.advert(r)]]),
        "promo": lambda: parts.promo(r), "caption": lambda: [parts.caption(r)], "tweet": lambda: parts.tweet(r), "message": lambda: _message_lines(r, style),
        "related": lambda: [r.choice(["Related", "Related Articles", "More on this story", "You may also like", "Don't miss"]), *(s.title for s in r.sample(spare, min(len(spare), r.randint(1, 4))))],
        "heading": lambda: [link(r, other) for _ in range(r.choice([1, 1, 1, 2]))],
    }[kind]()  # fmt: skip
    for k, line in enumerate(lines):
        last = k + 1 == len(lines)
        after = r.choice(["\n", "\n\n"]) if style.mixed and not last else style.para
        b.add(line, after, "furniture", "body")


def _message_lines(r: random.Random, style: Style) -> list[str]:
    label, head, pitch = letters.message(r, style.case)
    return [line for line in (label, head, *pitch[:1]) if line]


def link(r: random.Random, title: str) -> str:
    """Another story's headline as a link within a text: often set in capitals, or with a slug."""
    slug = r.choice([r.choice(parts.SECTIONS), r.choice(parts.PLACES), title.split()[0]])
    return r.choice(
        [title, title.upper(), title.upper(), f"{slug}:{title}", f"{slug}: {title}", f"• {title}"]
    )


def around(
    b: Builder,
    r: random.Random,
    style: Style,
    spare: list[Source],
    near: list[Source],
    final: bool,
) -> None:
    """What stands between articles or after the last."""
    kinds = style.around
    for kind in r.sample(kinds, min(len(kinds), r.randint(1, 3 if final else 2))):
        if kind == "share":
            b.junk(parts.share(r), style.line, style.gap)
        elif kind == "promo":
            b.junk(parts.promo(r), style.line, style.gap)
        elif kind == "note":
            b.junk(letters.brief(r), style.line, style.gap)
        elif kind == "bio":
            b.junk(parts.bio(r, style.outlet), style.line, style.gap)
        elif kind == "list":
            _list(b, r, style, [*spare, *near])
        elif kind == "comments":
            _comments(b, r, style, near)
        elif kind == "message":
            _message(b, r, style)
        elif kind in ("advert", "sponsored"):
            _advert(b, r, style, kind == "sponsored")
        elif kind == "cards":
            cards(b, r, style, spare)


def _list(b: Builder, r: random.Random, style: Style, pool: list[Source]) -> None:
    titles = [s.title for s in r.sample(pool, min(len(pool), r.randint(3, 8)))]
    form = r.choice(
        ["{t}", "{t}", "{n}. {t}", "• {t}", "{n}\n{t}", "{t}\n" + parts.age(r), "{o}\n{t}"]
    )
    b.junk([r.choice([*_LISTS, "More from " + style.outlet])], style.line)
    lines = [form.format(t=t, n=n + 1, o=style.outlet) for n, t in enumerate(titles)]
    b.junk(lines, style.line, style.gap)


def _comments(b: Builder, r: random.Random, style: Style, near: list[Source]) -> None:
    quotes = [s for p in near[-1].paragraphs for s in sentences(p)]
    if r.random() < 0.4:
        quotes = list(near[-1].paragraphs)
    lines = [parts.comment_head(r)] if r.random() < 0.85 else []
    form = parts.comment_form(r)
    for _ in range(r.choice([1, 3, 6, 15])):
        lines += parts.comment(r, r.choice(quotes), form)
    b.junk(lines, style.line, style.gap)


def _message(b: Builder, r: random.Random, style: Style) -> None:
    label, head, pitch = letters.message(r, style.case)
    line = style.para if style.para != " " else style.line
    if label:
        b.junk([label], line, line)
    if head:
        b.add(head, line, "sponsored", "title")
    for k, text in enumerate(pitch):
        b.add(text, style.gap if k + 1 == len(pitch) else line, "sponsored", "body")


def _advert(b: Builder, r: random.Random, style: Style, labelled: bool) -> None:
    if labelled:
        words = ["Sponsored", "Advertisement", "Paid content", "Partner content"]
        b.junk([r.choice(words)], style.line)
    text = parts.advert(r)
    if r.random() < 0.7:
        text = text[: r.randint(110, 240)].rsplit(" ", 1)[0]
        text += r.choice([" […]", "...", " [...]"])
    b.add(text, style.gap, "sponsored", "body")
    if r.random() < 0.3:
        b.add(parts.advert(r), style.gap, "sponsored", "body")


def cards(b: Builder, r: random.Random, style: Style, spare: list[Source]) -> None:
    """Headlines with the start of their articles, cut at a mark, in a word or after a sentence."""
    cut = r.choice(["word", "word", "mark", "whole", "more", "some"])
    for k, source in enumerate(r.sample(spare, min(len(spare), r.choice([1, 1, 2, 3, 5])))):
        lead = " ".join(source.paragraphs[:3])
        if cut == "word":
            text = lead[: r.randint(160, 500)]
            if text[-1] in ".!?” ":
                text = text[:-4].rstrip(" .")
        elif cut in ("whole", "some"):
            parted = sentences(lead)
            text = parted[0]
            for more in parted[1:4]:
                if cut == "some" and len(text) + len(more) < 460:
                    text = f"{text} {more}"
            if len(text) > 480:
                text = text[:200].rsplit(" ", 1)[0] + "..."
        else:
            text = lead[: r.randint(140, 420)].rsplit(" ", 1)[0]
            text += r.choice(["...", "…", " […]", " [...]"])
        b.add(source.title, style.line, "teaser", "title", f"t{k}")
        if r.random() < 0.25:
            b.junk([parts.day(r)], style.line)
        b.add(text, style.line, "teaser", "teaser", f"t{k}")
        if cut in ("more", "whole"):
            words = ["Read more", "Continue reading", "Read full story", "More »"]
            b.junk([r.choice(words)], style.line, style.gap)
        else:
            b.add("", "\n", "furniture", "body")
