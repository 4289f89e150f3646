"""Random page layouts over given articles: no two pages are built alike, and a third are plain.

Every page draws a style (how titles, standfirsts, bylines, paragraphs and separators look, what
stands around and inside articles) and builds its text with a truth for every character, in the
form of {page, layout, text, segments: [{start, end, kind, article, part}]}.
"""

from __future__ import annotations

import random
import re
import textwrap

import parts
from builder import Builder, sentence_case, sentences, title_case
from source import Shelf, Source
from style import Style, draw_kind, draw_style


class Composer:
    """Pages from a shelf of articles; the same seed gives the same pages."""

    def __init__(self, shelf: Shelf, seed: int) -> None:
        self.shelf = shelf
        self.seed = seed

    def page(self, number: int) -> dict[str, object]:
        r = random.Random(f"{self.seed}-{number}")
        style = draw_kind(r, draw_style(r))
        most = 1 if r.random() < 0.2 else r.choice([2, 3, 4, 5, 6, 8])
        drawn = self.shelf.draw(r, most + 8, style.topic)
        mains, spare = drawn[:most], drawn[most:]
        b = Builder()
        if not style.plain and r.random() < 0.75:
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
            self._river(b, r, style, spare, [])
        for k, source in enumerate(mains):
            self._one(b, r, style, source, f"a{k}", spare)
            if r.random() < style.repeat:
                self._one(b, r, style, source, f"a{k}", spare, again=True)
            if k + 1 < len(mains) and style.rule:
                b.junk([style.rule], style.gap)
        if not style.plain:
            self._around(b, r, style, spare, mains, final=True)
            if r.random() < 0.6:
                b.junk(parts.foot(r, style.outlet), style.line)
        text = b.text
        return {
            "page": f"c{number}",
            "layout": "plain" if style.plain else "mixed",
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
        paragraphs, heads = list(source.paragraphs), list(source.heads)
        if local.random() < style.short:  # shorter articles, as round-ups and wires print them
            stop = local.randint(1, max(2, len(paragraphs) // 2))
            while sum(map(len, paragraphs[:stop])) < 300 and stop < len(paragraphs):
                stop += 1
            paragraphs, heads = paragraphs[:stop], heads[:stop]
            while heads and heads[-1]:
                heads.pop()
                paragraphs.pop()
        stand = self._standfirst(local, style, source) if local.random() < style.stand else None
        if stand and not style.stand_echo:
            for k, paragraph in enumerate(paragraphs):
                if stand in paragraph and not heads[k]:
                    rest = paragraph.replace(stand, "", 1).strip(" .")
                    if len(rest) > 60:
                        paragraphs[k] = rest + "." if rest[-1].isalnum() else rest
                    elif 0 < k < len(paragraphs) - 1 and len(paragraphs) > 4:
                        del paragraphs[k], heads[k]
                    break
        if style.teaser == "own" and local.random() < style.teaser_rate and not again:
            glue = (
                f"{stand or heading} {paragraphs[0]} {paragraphs[1] if len(paragraphs) > 1 else ''}"
            )
            cut = glue[: max(len(stand or heading) + 40, local.randint(180, 340))].rsplit(" ", 1)[0]
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
        if style.meta_first and metas:
            for line in metas:
                b.add(line, head_end, "article", "byline", key)
            metas = []
        bullet = "• " if style.bullets else ""
        shown = style.title if style.title != "none" or local.random() < 0.1 else "none"
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
            paragraphs[0] = self._dateline(local) + paragraphs[0]
        self._body(b, r, style, paragraphs, heads, key, spare)
        if r.random() < style.ends:
            for line in parts.ending(r):
                b.add(line, style.gap, "article", "credit", key)
        if r.random() < style.between:
            self._around(b, r, style, spare, [source], final=False)

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
        return text if style.stand_stop else text.rstrip(".")

    def _body(
        self,
        b: Builder,
        r: random.Random,
        style: Style,
        paragraphs: list[str],
        heads: list[bool],
        key: str,
        spare: list[Source],
    ) -> None:
        if style.para == " ":
            if r.random() < 0.05:
                paragraphs = [
                    *paragraphs,
                    r.choice(
                        [
                            "Pass this report on: http://example.com/a1",
                            "More at example.com/politics",
                            "Follow the story on X",
                        ]
                    ),
                ]
            b.add(" ".join(paragraphs), style.gap, "article", "body", key)
            return
        breaks = set()
        if r.random() < style.inside and len(paragraphs) > 3:
            breaks = set(
                r.sample(
                    range(1, len(paragraphs)), min(len(paragraphs) - 1, r.choice([1, 1, 2, 3]))
                )
            )
        style_subs = style.subheads if r.random() < 0.8 else 0.0
        for k, (text, is_head) in enumerate(zip(paragraphs, heads, strict=True)):
            last = k + 1 == len(paragraphs)
            after = style.gap if last else style.para
            if k in breaks and not heads[k - 1]:
                self._interrupt(b, r, style, spare, key)
            elif k and not is_head and not heads[k - 1] and r.random() < style_subs * 0.3:
                head = self._subhead(r, text, paragraphs, style)
                b.add(head, style.para, "article", "subhead", key)
            if style.wrap and not is_head:
                text = "\n".join(textwrap.wrap(text, style.wrap))
            lost = 0.04 if last else 0.012
            if not is_head and (k or last) and r.random() < lost and text.endswith("."):
                text = text[:-1]  # a stop that the crawler or the writer lost
            b.add(text, after, "article", "subhead" if is_head else "body", key)

    def _subhead(self, r: random.Random, text: str, others: list[str], style: Style) -> str:
        if r.random() < 0.12:
            return f"{parts.name(r)}, {r.choice(parts.ROLES).lower()} at {r.choice(parts.ORGS)}"
        # Seldom the next paragraph's own words: a sub-head sums up, it does not announce a lead.
        words = re.findall(r"[\w’'-]+", text if r.random() < 0.3 else r.choice(others))
        start = r.randrange(max(1, len(words) - 6))
        piece = " ".join(words[start : start + r.randint(1, style.subhead_most)])
        if r.random() < 0.3:
            piece = r.choice(
                [
                    "What happens next",
                    "The background",
                    "Key points",
                    "What it means",
                    "Why it matters",
                    "A turning point",
                    "How we got here",
                    "‘No way back’",
                    "Analysis",
                    "Where things stand now",
                ]
            )
        piece = piece[:1].upper() + piece[1:]
        piece = {"keep": piece, "title": title_case(piece), "upper": piece.upper()}[
            style.subhead_case
        ]
        return r.choice(
            [piece, piece, piece, piece, f"{piece}?", f"{r.randint(1, 6)}. {piece}", f"{piece}:"]
        )

    def _interrupt(
        self, b: Builder, r: random.Random, style: Style, spare: list[Source], key: str
    ) -> None:
        other = r.choice(spare).title
        kind = r.choice(style.inside_kinds)
        lines = {
            "more": lambda: r.choice([["Read more", parts.caption(r), other], ["Read more", other], ["READ MORE", parts.caption(r), other], ["See also", other], ["Read also:", other]]),
            "inline": lambda: [r.choice(["READ MORE: ", "Read more: ", "RELATED: ", "Also read | ", "MORE: ", "WATCH: ", "READ ALSO: ", "See also: "]) + other],
            "advert": lambda: r.choice([["Advertisement"], ["ADVERTISEMENT"], ["Story continues below advertisement"], ["Advertisement", "Scroll to continue"], [parts.advert(r)]]),
            "promo": lambda: parts.promo(r), "caption": lambda: [parts.caption(r)], "tweet": lambda: parts.tweet(r),
            "related": lambda: [r.choice(["Related", "Related Articles", "More on this story", "You may also like", "Don't miss"]), *(s.title for s in r.sample(spare, min(len(spare), r.randint(1, 4))))],
            "heading": lambda: [self._link(r, other)],
        }[kind]()  # fmt: skip
        for k, line in enumerate(lines):
            last = k + 1 == len(lines)
            b.add(
                line,
                r.choice(["\n", "\n\n"]) if style.mixed and not last else style.para,
                "furniture",
                "body",
            )

    def _link(self, r: random.Random, title: str) -> str:
        """Another story's headline as a link within a text: often set in capitals, or with a slug."""
        slug = r.choice([r.choice(parts.SECTIONS), r.choice(parts.PLACES), title.split()[0]])
        return r.choice(
            [title, title.upper(), title.upper(), f"{slug}:{title}", f"{slug}: {title}"]
        )

    def _around(
        self,
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
            elif kind == "bio":
                b.junk(parts.bio(r, style.outlet), style.line, style.gap)
            elif kind == "list":
                pool = [*spare, *near]
                titles = [s.title for s in r.sample(pool, min(len(pool), r.randint(3, 8)))]
                form = r.choice(
                    [
                        "{t}",
                        "{t}",
                        "{n}. {t}",
                        "• {t}",
                        "{n}\n{t}",
                        "{t}\n" + parts.age(r),
                        "{o}\n{t}",
                    ]
                )
                b.junk(
                    [
                        r.choice(
                            [
                                "Most read",
                                "MOST POPULAR",
                                "Related Articles",
                                "Latest",
                                "More from " + style.outlet,
                                "Trending",
                                "Recommended for you",
                                "Top stories",
                                "Read next",
                            ]
                        )
                    ],
                    style.line,
                )
                b.junk(
                    [form.format(t=t, n=n + 1, o=style.outlet) for n, t in enumerate(titles)],
                    style.line,
                    style.gap,
                )
            elif kind == "comments":
                quotes = [s for p in near[-1].paragraphs for s in sentences(p)]
                if r.random() < 0.4:
                    quotes = list(near[-1].paragraphs)
                lines = [parts.comment_head(r)]
                for _ in range(r.choice([1, 3, 6, 15])):
                    lines += parts.comment(r, r.choice(quotes))
                b.junk(lines, style.line, style.gap)
            elif kind in ("advert", "sponsored"):
                if kind == "sponsored":
                    b.junk(
                        [
                            r.choice(
                                ["Sponsored", "Advertisement", "Paid content", "Partner content"]
                            )
                        ],
                        style.line,
                    )
                text = parts.advert(r)
                if r.random() < 0.7:
                    text = text[: r.randint(110, 240)].rsplit(" ", 1)[0] + r.choice(
                        [" […]", "...", " [...]"]
                    )
                b.add(text, style.gap, "sponsored", "body")
                if r.random() < 0.3:
                    b.add(parts.advert(r), style.gap, "sponsored", "body")
            elif kind == "cards":
                self._river(b, r, style, spare, near)

    def _river(
        self, b: Builder, r: random.Random, style: Style, spare: list[Source], near: list[Source]
    ) -> None:
        """Headlines with the start of their articles."""
        cut = r.choice(["word", "word", "mark", "whole", "more"])
        for k, source in enumerate(r.sample(spare, min(len(spare), r.choice([1, 1, 2, 3, 5])))):
            lead = " ".join(source.paragraphs[:3])
            if cut == "word":
                text = lead[: r.randint(160, 500)]
                if text[-1] in ".!?” ":
                    text = text[:-4].rstrip(" .")
            elif cut == "whole":
                text = sentences(lead)[0]
                if len(text) > 320:
                    text = text[:200].rsplit(" ", 1)[0] + "..."
            else:
                text = lead[: r.randint(140, 420)].rsplit(" ", 1)[0] + r.choice(
                    ["...", "…", " […]", " [...]"]
                )
            b.add(source.title, style.line, "teaser", "title", f"t{k}")
            if r.random() < 0.25:
                b.junk([parts.day(r)], style.line)
            b.add(text, style.line, "teaser", "teaser", f"t{k}")
            if cut in ("more", "whole"):
                b.junk(
                    [r.choice(["Read more", "Continue reading", "Read full story", "More »"])],
                    style.line,
                    style.gap,
                )
            else:
                b.add("", "\n", "furniture", "body")
