"""How one composed page looks: drawn at random, in part pressed into a kind of page."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import parts


@dataclass
class Style:
    plain: bool
    para: str  # between paragraphs
    gap: str  # between articles
    line: str  # between lines of furniture and heads
    title: str  # none, once, twice, thrice, around
    case: str  # keep, title, sentence, upper
    number: bool
    suffix: str
    kicker: float
    stand: float
    stand_stop: bool
    stand_echo: bool
    meta: float
    meta_first: bool
    dateline: float
    caption: float
    inside: float
    inside_kinds: list[str]
    subheads: float
    ends: float
    between: float
    teaser: str  # none, own, cards, river
    teaser_rate: float
    repeat: float
    outlet: str
    one_outlet: bool
    wrap: int
    rule: str
    bullets: bool
    underline: str
    contents: bool
    subhead_case: str
    subhead_most: int
    mixed: bool
    short: float
    around: list[str]
    topic: float


def draw_style(r: random.Random) -> Style:
    plain = r.random() < 0.33
    para = r.choice(["\n", "\n\n", "\n\n", " "]) if not plain else r.choice(["\n", "\n\n"])
    few = lambda high: r.choice([0.0, 0.0, high / 2, high])  # noqa: E731
    return Style(
        plain=plain, para=para, gap=r.choice(["\n", "\n\n", "\n\n", "\n\n\n"]) if para != "\n\n" else r.choice(["\n\n", "\n\n", "\n\n\n"]),
        line=r.choice(["\n", "\n\n", "\n\n"]) if para != "\n" else "\n",
        title=r.choices(["none", "once", "twice", "thrice", "around"], [0.2, 0.5, 0.15, 0.05, 0.1])[0] if not plain else r.choices(["none", "once"], [0.3, 0.7])[0],
        case=r.choices(["keep", "title", "sentence", "upper"], [0.5, 0.15, 0.2, 0.15])[0],
        number=r.random() < 0.05, suffix=r.choice(["", "", "", "", "", "", " - {o}", " | {o}"]),
        kicker=few(0.5) if not plain else 0.0, stand=r.choice([0.0, 0.0, 0.4, 1.0]), stand_stop=r.random() < 0.3, stand_echo=r.random() < 0.5,
        meta=r.choice([0.0, 0.5, 1.0]) if not plain else 0.0, meta_first=r.random() < 0.15, dateline=r.choice([0.0, 0.0, 0.0, 0.3, 1.0]),
        caption=few(0.9) if not plain else 0.0, inside=r.choice([0.0, 0.3, 0.7, 1.0] if not plain else [0.0, 0.0, 0.0, 0.4]),
        inside_kinds=r.choices(["more", "inline", "advert", "promo", "caption", "tweet", "related", "heading"], [4, 2, 2, 1, 1.5, 1, 1, 1.5], k=r.randint(1, 3)) if not plain else ["heading", "heading", "caption"],
        subheads=r.choice([0.0, 0.0, 0.0, 0.3, 0.6]), ends=few(0.8) if not plain else 0.0, between=few(0.8) if not plain else 0.0,
        teaser=r.choices(["none", "own", "cards", "river"], [0.5, 0.2, 0.2, 0.1])[0] if not plain else "none", teaser_rate=r.choice([0.4, 0.8, 1.0]),
        repeat=r.choice([0.0, 0.0, 0.0, 0.3]), outlet=r.choice(parts.OUTLETS), one_outlet=r.random() < 0.6,
        wrap=r.choice([0] * 14 + [66, 72, 78]) if para == "\n\n" else 0, rule=r.choice([""] * 9 + ["* * *", "---", "=====", "________"]),
        bullets=r.random() < 0.08, underline=r.choice([""] * 14 + ["=", "-"]), contents=not plain and r.random() < 0.08,
        subhead_case=r.choice(["keep", "keep", "keep", "title", "upper"]), subhead_most=r.randint(2, 6), mixed=r.random() < 0.35,
        short=r.choice([0.1, 0.3, 0.6, 0.9]), around=["share", "promo", "bio", "list", "comments", "advert", "cards", "sponsored"], topic=0.5,
    )  # fmt: skip


def draw_kind(r: random.Random, style: Style) -> Style:
    """In some draws, the style pressed into one of the kinds of page that news often comes as."""
    kind = r.choices(
        ["any", "stream", "newsletter", "wire", "cards", "archive"],
        [0.58, 0.14, 0.08, 0.05, 0.08, 0.07],
    )[0]
    para = r.choice(["\n", "\n\n", "\n\n"])
    line = "\n" if para == "\n" else r.choice(["\n", "\n\n"])
    bare = {
        "kicker": 0.0,
        "meta": 0.0,
        "dateline": 0.0,
        "caption": 0.0,
        "suffix": "",
        "wrap": 0,
        "number": False,
        "para": para,
        "line": line,
        "gap": para,
    }
    if kind == "stream":
        return replace(
            style, **bare, title=r.choice(["none", "none", "once"]), stand=r.choice([0.5, 1.0, 1.0]), stand_stop=False, stand_echo=r.random() < 0.2,
            inside=r.choice([0.5, 1.0]), inside_kinds=["more", "more", "inline"], ends=0.0, between=0.0, teaser="none", repeat=r.choice([0.0, 0.3]),
            subheads=r.choice([0.0, 0.0, 0.5]), short=r.choice([0.1, 0.4]), case="keep", topic=0.7, mixed=r.random() < 0.7, plain=False,
        )  # fmt: skip
    if kind == "newsletter":
        return replace(
            style, **bare, title="once", case=r.choice(["upper", "upper", "title", "keep"]), stand=0.0, inside=r.choice([0.0, 0.3]), inside_kinds=["promo", "advert", "caption"],
            ends=0.0, between=r.choice([0.0, 0.4]), around=["promo", "advert", "sponsored", "list"], teaser="none", subheads=0.0, short=r.choice([0.9, 1.0]), plain=False,
        )  # fmt: skip
    if kind == "wire":
        return replace(
            style,
            **{**bare, "dateline": 1.0},
            title=r.choice(["once", "once", "none"]),
            stand=0.0,
            ends=r.choice([0.4, 0.9]),
            between=0.0,
            short=r.choice([0.3, 0.9]),
            teaser="none",
        )
    if kind == "cards":
        return replace(
            style,
            between=r.choice([0.5, 1.0]),
            around=["cards", "cards", "bio"],
            teaser="none",
            plain=False,
        )
    if kind == "archive":
        return replace(
            style,
            **bare,
            teaser="own",
            teaser_rate=r.choice([0.7, 1.0]),
            title=r.choice(["none", "once"]),
            stand=r.choice([0.0, 0.6, 1.0]),
            between=r.choice([0.0, 0.5]),
            around=["advert"],
            plain=False,
        )
    return style
