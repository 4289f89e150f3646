"""Kinds of page that news often comes as, each drawn with its own spread of looks."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from style import Style

_KINDS = {
    "any": 0.30, "stream": 0.13, "newsletter": 0.11, "wire": 0.05, "cards": 0.07, "archive": 0.06,
    "river": 0.10, "bare": 0.08, "single": 0.05, "thread": 0.05,
}  # fmt: skip


def draw_kind(r: random.Random, style: Style) -> Style:
    """In most draws, `style` pressed into one kind of page; else as it is."""
    kind = r.choices(list(_KINDS), list(_KINDS.values()))[0]
    if kind == "any":
        return style
    para = r.choice(["\n", "\n\n", "\n\n"])
    line = "\n" if para == "\n" else r.choice(["\n", "\n\n"])
    bare: dict[str, Any] = {
        "kicker": 0.0, "meta": 0.0, "dateline": 0.0, "caption": 0.0, "suffix": "", "wrap": 0,
        "number": False, "para": para, "line": line, "gap": para,
    }  # fmt: skip
    return replace(style, **{**bare, **_PRESS[kind](r, style, para), "kind": kind})


def _stream(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """A publisher's stream: headline, standfirst or nothing, then the text, with boxes in it."""
    return {
        "title": r.choice(["none", "once"]), "stand": r.choice([0.3, 0.5, 1.0]), "stand_stop": r.random() < 0.1,
        "stand_echo": r.random() < 0.2, "inside": r.choice([0.3, 0.7, 1.0]), "inside_kinds": r.choice([["more", "inline"], ["more", "more", "inline", "heading"]]),
        "ends": 0.0, "between": 0.0, "teaser": "none", "repeat": r.choice([0.0, 0.3]), "subheads": r.choice([0.0, 0.0, 0.0, 0.4]),
        "short": r.choice([0.1, 0.4]), "case": "keep", "topic": 0.7, "mixed": r.random() < 0.7, "plain": False, "dirt": r.choice([0.0, 0.3, 0.7]), "heads": r.choice(["even", "uneven", "uneven"]),
    }  # fmt: skip


def _newsletter(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """Short items under heads, paid messages between them, a greeting and a farewell."""
    return {
        "title": "once", "case": r.choice(["upper", "upper", "title", "keep", "keep"]), "number": r.random() < 0.25, "stand": 0.0,
        "gap": r.choice([para, "\n\n"]), "kicker": r.choice([0.0, 0.0, 0.3, 1.0]), "inside": r.choice([0.0, 0.3, 0.6]),
        "inside_kinds": r.sample(["promo", "advert", "caption", "inline", "more", "message"], 3), "ends": 0.0, "between": r.choice([0.2, 0.5, 0.9]),
        "around": ["message", "message", "message", "promo", "advert", "list", "note"], "teaser": "none", "subheads": 0.0,
        "short": r.choice([0.8, 1.0]), "plain": False, "letter": r.random() < 0.8, "dirt": r.choice([0.0, 0.0, 0.3]), "suffix": "", "meta": r.choice([0.0, 0.0, 0.5]), "repeat": 0.0,
    }  # fmt: skip


def _wire(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    return {
        "dateline": 1.0, "title": r.choice(["once", "once", "none"]), "stand": 0.0, "ends": r.choice([0.4, 0.9]), "between": 0.0,
        "short": r.choice([0.3, 0.9]), "teaser": "none", "para": r.choice([para, " "]), "kicker": r.choice([0.0, 0.0, 0.8]),
    }  # fmt: skip


def _cards(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    return {
        "between": r.choice([0.5, 1.0]), "around": ["cards", "cards", "bio", "share"], "teaser": "none", "plain": False,
        "meta": r.choice([0.0, 1.0]), "caption": r.choice([0.0, 0.7]), "title": r.choice(["once", "twice"]),
    }  # fmt: skip


def _archive(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """Each article announced by a teaser that is cut."""
    return {
        "teaser": "own", "teaser_rate": r.choice([0.7, 1.0]), "title": r.choice(["none", "once"]), "stand": r.choice([0.0, 0.6, 1.0]),
        "between": r.choice([0.0, 0.5]), "around": ["advert"], "plain": False, "heads": r.choice(["even", "uneven"]),
    }  # fmt: skip


def _river(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """Whole stories one after the other and no headline; often nothing at all between them."""
    para = r.choice(["\n", "\n\n", "\n\n", " "])
    gap = (
        r.choice([para, para, para + "\n", "\n\n\n"])
        if para != " "
        else r.choice(["\n", "\n\n", "\n\n\n"])
    )
    stamp = r.choice(["", "", "", "time", "place", "rule", "number"])
    rules = ["* * *", "---", "=====", "________", "~", "•", "***", "# # #"]
    rule = r.choice(rules) if stamp == "rule" else ""
    return {
        "para": para, "gap": gap, "line": r.choice(["\n", gap]), "title": "none", "stand": 0.0, "stamp": stamp, "rule": rule,
        "dateline": r.choice([0.0, 0.0, 0.0, 0.3, 1.0]), "inside": r.choice([0.0, 0.0, 0.3]), "inside_kinds": ["advert", "promo", "inline", "tweet"],
        "ends": r.choice([0.0, 0.0, 0.4]), "between": r.choice([0.0, 0.0, 0.3]), "around": ["advert", "promo", "share"], "teaser": "none", "subheads": 0.0,
        "short": r.choice([0.2, 0.6, 0.9]), "repeat": r.choice([0.0, 0.0, 0.2]), "topic": r.choice([0.0, 0.4]), "contents": False, "underline": "",
    }  # fmt: skip


def _bare(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """Whole stories with nothing between them, or a headline here and there; now and then but one."""
    para = r.choice(["\n", "\n\n", "\n\n", " "])
    gap = para if para != " " else r.choice(["\n", "\n\n"])
    return {
        "para": para, "gap": gap, "line": gap, "title": "none", "stand": 0.0, "heads": r.choice(["even", "even", "some"]), "case": "keep",
        "dateline": r.choice([0.0, 0.0, 0.0, 0.3]), "inside": r.choice([0.0, 0.0, 0.0, 0.3]), "inside_kinds": ["advert", "inline", "caption"],
        "ends": r.choice([0.0, 0.0, 0.2]), "between": 0.0, "teaser": "none", "subheads": 0.0, "plain": r.random() < 0.5,
        "short": r.choice([0.0, 0.3, 0.6, 0.9, 1.0]), "repeat": 0.0, "topic": r.choice([0.0, 0.0, 0.4]), "contents": False, "underline": "",
        "rule": "", "bullets": False, "dirt": r.choice([0.0, 0.0, 0.0, 0.3]),
    }  # fmt: skip


def _single(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """One article with all that stands in and after it: links, captions, lists, comments."""
    return {
        "title": r.choice(["once", "once", "twice"]), "meta": r.choice([0.0, 1.0]), "caption": r.choice([0.0, 0.8]), "inside": 1.0,
        "inside_kinds": r.choices(["heading", "heading", "inline", "more", "caption", "tweet", "related", "advert"], k=3), "dirt": 1.0,
        "subheads": r.choice([0.0, 0.4]), "between": r.choice([0.4, 0.8]), "short": 0.1, "plain": False, "teaser": "none", "case": "keep",
    }  # fmt: skip


def _thread(r: random.Random, style: Style, para: str) -> dict[str, Any]:
    """An article or two, each with its readers' comments."""
    return {
        "title": r.choice(["once", "once", "twice"]), "meta": r.choice([0.0, 1.0]), "inside": r.choice([0.0, 0.5]), "between": 1.0,
        "around": r.choice([["comments"], ["comments", "bio"], ["comments", "share"]]), "short": r.choice([0.1, 0.5]), "plain": False,
        "teaser": "none", "case": "keep", "repeat": 0.0,
    }  # fmt: skip


_PRESS = {
    "stream": _stream, "newsletter": _newsletter, "wire": _wire, "cards": _cards, "archive": _archive,
    "river": _river, "bare": _bare, "single": _single, "thread": _thread,
}  # fmt: skip
