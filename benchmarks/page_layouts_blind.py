"""More hand-made layouts of flattened pages, set down before the forests were last tuned: their
pages are scored and their errors are not looked at.

  python -m benchmarks.page_layouts_blind ARTICLES.jsonl OUT.jsonl [PAGES_A_LAYOUT]

Input, output and truth as in `benchmarks.page_layouts`. The furniture is invented.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from benchmarks.page_layouts import Draw, Layout, Sheet, Story, compose, stories

_WRITERS = ["Petra Quill", "Idris Vane", "Solveig Marr", "Tomas Ekdahl", "Ruth Adeyinka"]
_TOWNS = ["Saltmere", "Brackwater", "Vell", "Ormsgate", "North Cray"]


def _teaser(sheet: Sheet, story: Story, r: random.Random, end: str, key: str) -> None:
    """A headline and the cut start of its article."""
    sheet.put(story.title + end, "teaser", "title", key)
    lead = " ".join(story.paragraphs)[: r.randint(130, 330)].rsplit(" ", 1)[0]
    sheet.put(lead + r.choice(["...", " […]", "…"]) + end, "teaser", "teaser", key)


def letter(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A lunchtime newsletter: numbered heads, short items, links to more, two paid messages."""
    end = r.choice(["\n", "\n\n"])
    sheet.put(f"Lamplight{end}Monday lunch edition, by {r.choice(_WRITERS)}{end}")
    sheet.put(f"Hello, and welcome back. It is a long one today: 1,104 words, 4 minutes.{end}")
    for number in range(r.randint(3, 6)):
        story = draw()
        sheet.put(f"{number + 1}. {story.title}{end}", "article", "title", story.key)
        sheet.body(story, 0 if end == "\n" else 1, r.randint(2, 5))
        if r.random() < 0.5:
            sheet.put(f"Go deeper: {draw().title}{end}")
        if number == 1:
            sheet.put(
                f"Today's letter is brought to you by Orrin Bank{end}A current account should work as hard as you do. Ours pays interest from the first coin, and moving to us takes a quarter of an hour. See whether you qualify.{end}"
            )
    sheet.put(
        f"One more thing{end}A reader in Vell has taught her parrot the shipping forecast.{end}"
    )
    sheet.put(
        f"Thank you for reading. Tell a friend, or tell us what we missed.{end}Unsubscribe{end}"
    )


def capitals(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A party newsletter: section words in capitals over heads, an advert after each second item."""
    end = r.choice(["\n", "\n\n"])
    sheet.put(f"THE WEEK IN BRACKWATER{end}")
    for number in range(r.randint(3, 5)):
        story = draw()
        sheet.put(r.choice(["POLITICS", "ABROAD", "MONEY", "LAW", "AT HOME"]) + end)
        sheet.put(story.title.upper() + end, "article", "title", story.key)
        sheet.body(story, 0 if end == "\n" else 1, r.randint(3, 8))
        if number % 2:
            sheet.put(
                f"ADVERTISEMENT{end}Tired of damp walls? Keel & Sons have dried cellars since 1911. Ring us for a visit that costs nothing and ties you to nothing.{end}"
            )
    sheet.put(f"Read this letter on the web{end}Change how often we write{end}")


def stream(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Whole stories one under another, no headlines; a rule, a place or nothing between them."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    mark = r.choice(["", "", "* * *", "place"])
    sheet.put(f"Latest{end}")
    for number in range(r.randint(3, 6)):
        story = draw()
        if mark and number:
            sheet.put((r.choice(_TOWNS) if mark == "place" else mark) + end)
        sheet.body(story, style, r.randint(3, 9))
    sheet.put(f"Show earlier{end}")


def agency(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """An agency's file: a slug with a time, the headline, a dateline, initials at the end."""
    style = r.randrange(3)
    for _ in range(r.randint(3, 7)):
        story = draw()
        word = story.title.split()[0].upper().strip("'\"“”‘’,:")
        sheet.put(f"{r.randint(100, 999)} {word} {r.randint(6, 23)}:{r.randint(10, 59)} VNS\n")
        sheet.put(f"{story.title}\n", "article", "title", story.key)
        lead = f"{r.choice(_TOWNS)} (VNS) - {story.paragraphs[0]}"
        story = story._replace(paragraphs=[lead, *story.paragraphs[1:]])
        sheet.body(story, style, r.randint(3, 10))
        sheet.put(
            r.choice(["VNS pq/im", "pq/im/sm 0914", "VNS"]) + "\n\n", "article", "credit", story.key
        )


def opinion(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Two columns with the writers' lives, each under its own thread of readers who quote it."""
    end = r.choice(["\n", "\n\n"])
    for _ in range(2):
        story = draw()
        writer = r.choice(_WRITERS)
        sheet.put(f"Opinion{end}")
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.put(
            f"{writer}{end}{r.randint(1, 28)}.{r.randint(1, 12)}.2024{end}",
            "article",
            "byline",
            story.key,
        )
        sheet.body(story, 0 if end == "\n" else 1, r.randint(5, 14))
        sheet.put(
            f"{writer} teaches rhetoric at Ormsgate College and writes here once a month.{end}"
        )
        sheet.put(f"Conversation ({r.randint(8, 80)}){end}Newest first{end}")
        for _ in range(r.randint(4, 9)):
            who = (
                f"{r.choice(['tide', 'moss', 'old', 'Mrs'])}{r.choice(['walker', 'Grey', 'pike'])}"
            )
            said = r.choice(
                [
                    "This is the third column of the sort since spring and it has aged no better than the others.",
                    f"The writer says: {r.choice(story.paragraphs)} And what of those who cannot move away?",
                    f"“{r.choice(story.paragraphs)}”{end}I was there that evening and it was nothing like it.",
                    "Agreed.",
                    "Has anyone counted? I have, and it comes to less than the council spends on flowers.",
                ]
            )
            sheet.put(f"{who}{end}{r.randint(2, 20)}h{end}{said}{end}Answer{end}Report{end}")
        sheet.put(f"Show all answers{end}")


def regional(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A regional site abroad: dates in its own language, captions, boxes of cards between stories."""
    end = r.choice(["\n", "\n\n"])
    months = r.choice(
        [
            ["Januar", "März", "Juni", "Oktober"],
            ["enero", "marzo", "junio", "octubre"],
            ["janvier", "mars", "juin", "octobre"],
        ]
    )
    sheet.put(f"Brackwater Kurier{end}Start{end}Region{end}Kultur{end}Wetter{end}")
    for _ in range(r.randint(2, 4)):
        story = draw()
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.put(
            f"{r.randint(1, 28)}. {r.choice(months)} 2023, {r.randint(6, 22)}:15{end}",
            "article",
            "byline",
            story.key,
        )
        sheet.put(
            f"The old customs house at {r.choice(_TOWNS)} on a grey morning. Foto: Ekdahl{end}",
            "caption",
            "caption",
            story.key,
        )
        sheet.body(story, 0 if end == "\n" else 1, r.randint(4, 10))
        sheet.put(f"More from the region{end}")
        for k in range(r.randint(1, 3)):
            other = draw()
            _teaser(sheet, other, r, end, f"t{other.key}{k}")
    sheet.put(f"Impressum{end}Datenschutz{end}")


def reprints(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A site of reprints: headline, standfirst out of the text, source, tags, a rights line."""
    end = r.choice(["\n", "\n\n"])
    for _ in range(r.randint(2, 4)):
        story = draw()
        outlet = r.choice(["Vell Evening Post", "The Ormsgate Review", "Cray Radio"])
        stand = story.paragraphs[1].split(". ")[0].rstrip(".")[:170]
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.put(stand + end, "article", "standfirst", story.key)
        sheet.put(
            f"Source: {outlet}{end}By {r.choice(_WRITERS)}{end}", "article", "byline", story.key
        )
        sheet.body(story, 0 if end == "\n" else 1, r.randint(4, 12))
        sheet.put(f"This piece is republished from {outlet} under licence.{end}")
        sheet.put(f"Tags: councils, rivers, {r.choice(_TOWNS)}{end}Share{end}")


def front(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A plain text front page: one article, then cards, an appeal, another article, most read."""
    end = r.choice(["\n", "\n\n"])
    for part in range(2):
        story = draw()
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.body(story, 0 if end == "\n" else 1, r.randint(4, 12))
        if part == 0:
            for k in range(r.randint(2, 4)):
                _teaser(sheet, draw(), r, end, f"t{k}")
            sheet.put(
                f"No owner stands behind us, only readers. If this page was of use to you, leave something in the tin; even a little keeps the lamps lit for those who come after you.{end}Leave something{end}"
            )
    sheet.put(f"Most read today{end}" + "".join(f"{draw().title}{end}" for _ in range(5)))


LAYOUTS: dict[str, Layout] = {
    f.__name__: f for f in (letter, capitals, stream, agency, opinion, regional, reprints, front)
}


if __name__ == "__main__":
    source, target, *count = sys.argv[1:]
    made = compose(stories(Path(source)), int(count[0]) if count else 20, LAYOUTS)
    Path(target).write_text("".join(json.dumps(page) + "\n" for page in made), encoding="utf-8")
