"""Random page layouts over given articles: no two pages are built alike, and a third are plain.

Every page draws a style (how titles, standfirsts, bylines, paragraphs and separators look, what
stands around and inside articles) and builds its text with a truth for every character, in the
form of {page, layout, text, segments: [{start, end, kind, article, part}]}.
"""

from __future__ import annotations

import random

import letters
import parts
import phrases
from builder import Builder, sentence_case, sentences, title_case
from inserts import around, cards
from kinds import draw_kind
from phrases import say
from source import Shelf, Source
from style import Style, draw_style
from texts import Paragraphs, body


class Composer:
    """Pages from a shelf of articles; the same seed gives the same pages."""

    def __init__(self, shelf: Shelf, seed: int) -> None:
        self.shelf = shelf
        self.seed = seed

    def page(self, number: int) -> dict[str, object]:
        r = random.Random(f"{self.seed}-{number}")
        style = draw_kind(r, draw_style(r))
        most = 1 if r.random() < 0.2 or style.kind == "single" else r.choice([2, 3, 4, 5, 6, 8])
        drawn = self.shelf.draw(r, most + 8, style.topic)
        mains, spare = drawn[:most], drawn[most:]
        b = Builder()
        if style.letter:
            b.junk(letters.opening(r), style.line, style.gap)
        elif not style.plain and r.random() < 0.75:
            b.junk(parts.top(r, style.outlet), style.line, style.gap)
        if style.contents:
            form = r.choice(["{n}. {t}", "• {t}", "{t}", "- {t}"])
            titles = [form.format(n=k + 1, t=source.title) for k, source in enumerate(mains)]
            b.junk(
                [
                    r.choice(
                        [
                            "In this issue:",
                            "Today's stories",
                            "Contents",
                            "Headlines",
                            "Also in this edition",
                        ]
                    ),
                    *titles,
                ],
                "\n",
                style.gap,
            )
        if style.teaser == "river":
            cards(b, r, style, spare)
        for k, source in enumerate(mains):
            self._one(b, r, style, source, f"a{k}", spare)
            if r.random() < style.repeat:
                self._one(b, r, style, source, f"a{k}", spare, again=True)
            if k + 1 < len(mains) and style.rule:
                b.junk([style.rule], style.gap)
        if style.letter:
            b.junk(letters.closing(r), style.line, style.gap)
        elif not style.plain:
            around(b, r, style, spare, mains, final=True)
            if r.random() < 0.6:
                b.junk(parts.foot(r, style.outlet), style.line)
        text = b.text
        return {
            "page": f"c{number}",
            "layout": style.kind,
            "text": text,
            "segments": b.segments,
        }

    def _heading(self, r: random.Random, style: Style, source: Source, k: int) -> str:
        body = " ".join(source.paragraphs[:8])
        text = source.title
        if style.case == "title":
            text = title_case(text)
        elif style.case == "sentence":
            text = sentence_case(text, body)
        elif style.case == "upper":
            text = text.upper()
        if style.full_stop and text[-1].isalnum():
            text += "."
        if style.number:
            text = f"{k + 1}. {text}"
        return text + style.suffix.format(o=style.outlet)

    def _one(
        self,
        b: Builder,
        r: random.Random,
        style: Style,
        source: Source,
        key: str,
        spare: list[Source],
        again: bool = False,
    ) -> None:
        local = random.Random(f"{source.title}{style.outlet}")  # the same head for both printings
        outlet = style.outlet if style.one_outlet else local.choice(parts.OUTLETS)
        heading = self._heading(local, style, source, int(key[1:]))
        head_end = style.line
        paragraphs = self._paragraphs(local, style, source)
        shown, with_stand = self._head_parts(local, style)
        stand = self._standfirst(local, style, source) if with_stand else None
        if stand and not style.stand_echo:
            _take_out(stand, paragraphs)
        if style.teaser == "own" and local.random() < style.teaser_rate and not again:
            begun = [text for text, kind in paragraphs[:3] if kind == "body"]
            begun = begun or [next(text for text, kind in paragraphs if kind == "body")]
            head = stand or heading
            if local.random() < 0.4:  # the teaser is the text's beginning alone
                head = begun[0][:40]
            else:
                begun.insert(0, head)
            cut = " ".join(begun)[: max(len(head) + 40, local.randint(180, 340))].rsplit(" ", 1)[0]
            b.add(
                cut + local.choice([" […]", " [...]", "…", "...", " … Read more"]),
                style.gap,
                "teaser",
                "teaser",
                key,
            )
        if r.random() < style.kicker:
            b.junk(
                [
                    r.choice(
                        [
                            r.choice(parts.SECTIONS),
                            r.choice(parts.SECTIONS).upper(),
                            f"{r.choice(parts.SECTIONS)} |",
                            "EXCLUSIVE",
                            "Breaking",
                        ]
                    )
                ],
                head_end,
            )
        metas = parts.meta(local, outlet) if local.random() < style.meta else []
        if metas and style.foreign:
            metas = letters.foreign(local)
        if (mark := letters.stamp(local, style.stamp)) is not None:
            b.add(mark, head_end, "article", "byline", key)
        if style.meta_first and metas:
            for line in metas:
                b.add(line, head_end, "article", "byline", key)
            metas = []
        bullet = "• " if style.bullets else ""
        if shown != "none":
            times = {"once": 1, "none": 1, "twice": 2, "thrice": 3, "around": 1}[shown]
            if times == 2 and local.random() < 0.4:
                b.add(bullet + heading, head_end, "article", "title", key)
                b.junk(
                    [
                        local.choice(
                            [
                                f"{local.randint(2, 9)} min read",
                                parts.day(local),
                                local.choice(parts.SECTIONS),
                                "Share",
                            ]
                        )
                    ],
                    head_end,
                )
                times = 1
            for _ in range(times):
                b.add(
                    bullet + heading,
                    head_end if not style.underline else "\n",
                    "article",
                    "title",
                    key,
                )
            if style.underline:
                b.junk([style.underline * min(72, len(heading))], head_end)
        if stand and local.random() < 0.7:
            b.add(
                stand, style.para if style.para != " " else head_end, "article", "standfirst", key
            )
            stand = None
        for line in metas:
            b.add(line, head_end, "article", "byline", key)
        if shown == "around":
            b.add(heading, head_end, "article", "title", key)
        if stand:
            b.add(
                stand, style.para if style.para != " " else head_end, "article", "standfirst", key
            )
        if r.random() < style.caption:
            b.add(parts.caption(r), head_end, "caption", "caption", key)
        if r.random() < 0.08 and not style.plain:
            b.add(parts.note(r), head_end, "article", "note", key)
        if local.random() < style.dateline:
            first = next(k for k, (_, kind) in enumerate(paragraphs) if kind == "body")
            paragraphs[first] = (self._dateline(local) + paragraphs[first][0], "body")
        body(b, r, style, paragraphs, key, spare)
        if r.random() < style.ends:
            for line in parts.ending(r):
                b.add(line, style.gap, "article", "credit", key)
        if r.random() < style.between:
            around(b, r, style, spare, [source], final=False)

    def _head_parts(self, r: random.Random, style: Style) -> tuple[str, bool]:
        """How an article's headline is shown, and whether it has a standfirst."""
        if style.heads == "some":
            return r.choice(["once", "none"]), False
        if style.heads == "uneven":
            return r.choices(
                [("once", False), ("none", True), ("once", True), ("none", False)],
                [0.42, 0.36, 0.14, 0.08],
            )[0]
        shown = style.title if style.title != "none" or r.random() < 0.1 else "none"
        return shown, r.random() < style.stand

    def _paragraphs(self, r: random.Random, style: Style, source: Source) -> Paragraphs:
        """The article's paragraphs, cleaned or as they were found; in part only its beginning."""
        if r.random() < style.dirt:
            found = list(source.rough)
        else:
            found = [
                (text, "subhead" if head else "body")
                for text, head in zip(source.paragraphs, source.heads, strict=True)
            ]
        if r.random() < style.short:  # shorter articles, as round-ups and wires print them
            stop = r.randint(1, max(2, len(found) // 2))
            while stop < len(found) and _size(found[:stop]) < 300:
                stop += 1
            found = found[:stop]
        while found[-1][1] != "body":
            found.pop()
        return found

    def _dateline(self, r: random.Random) -> str:
        place, wire = r.choice(parts.PLACES), r.choice(parts.AGENCIES)
        month, number = r.choice(parts.MONTHS), r.randint(1, 28)
        return r.choice([
            f"{place.upper()}, {month[:3]}. {number} ({wire}) -- ", f"{place.upper()} ({wire}) — ", f"{place.upper()} - ", f"{place}, {number} {month} – ", f"{place.upper()}, {month} {number} – ",
            f"({wire}) - ", f"{place} ({wire}) ", f"{place.upper()} — ", f"{place}: ",
        ])  # fmt: skip

    def _standfirst(self, r: random.Random, style: Style, source: Source) -> str | None:
        pool = [s for p in source.paragraphs[:6] for s in sentences(p)]
        fit = [s for s in pool if 45 <= len(s) <= 190 and not s.startswith(("“", '"', "‘"))]
        if not fit:
            return None
        text = fit[0] if r.random() < 0.4 else r.choice(fit)
        if r.random() < 0.1:
            text = say(r, r.choice(phrases.STANDFIRSTS)) + "."
        return text if style.stand_stop else text.rstrip(".")


def _size(paragraphs: Paragraphs) -> int:
    return sum(len(text) for text, kind in paragraphs if kind == "body")


def _take_out(stand: str, paragraphs: Paragraphs) -> None:
    """A standfirst that does not stand in the text a second time."""
    for k, (paragraph, kind) in enumerate(paragraphs):
        if stand in paragraph and kind == "body":
            rest = paragraph.replace(stand, "", 1).strip(" .")
            if len(rest) > 60:
                paragraphs[k] = (rest + "." if rest[-1].isalnum() else rest, "body")
            elif 0 < k < len(paragraphs) - 1 and len(paragraphs) > 4:
                del paragraphs[k]
            return
