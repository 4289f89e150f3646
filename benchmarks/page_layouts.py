"""Hand-made layouts of flattened pages, to see whether the reader generalises. Nothing is tuned
or trained on them (training/pages composes its pages by other code).

  python -m benchmarks.page_layouts ARTICLES.jsonl OUT.jsonl [PAGES_A_LAYOUT]

ARTICLES: JSON Lines with title and text (paragraphs between empty lines). OUT has the form that
score_pages.py reads. Pages are the same on every run. The furniture is invented.
"""

from __future__ import annotations

import json
import random
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Story(NamedTuple):
    key: str
    title: str
    paragraphs: list[str]


class Sheet:
    """A page under construction, with the truth of each stretch."""

    def __init__(self) -> None:
        self.text = ""
        self.segments: list[dict[str, Any]] = []

    def put(
        self, text: str, kind: str = "furniture", part: str = "body", key: str | None = None
    ) -> None:
        start = len(self.text)
        self.text += text
        self.segments.append(
            {"start": start, "end": len(self.text), "kind": kind, "article": key, "part": part}
        )

    def body(self, story: Story, style: int, stop: int | None = None) -> None:
        """Paragraphs on lines (0), between empty lines (1), or all in one line (2)."""
        paragraphs = story.paragraphs[:stop]
        if style == 2:
            self.put(" ".join(paragraphs) + "\n", "article", "body", story.key)
            return
        for paragraph in paragraphs:
            self.put(paragraph + ("\n" if style == 0 else "\n\n"), "article", "body", story.key)


Draw = Callable[[], Story]
Layout = Callable[[Sheet, Draw, random.Random], None]


def portal(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A portal's start page: menus, two full stories, a rail of headlines, cookies, a footer."""
    style = r.randrange(3)
    sheet.put(
        "Skip to content\nOpen menu\nHome\nNation\nWorld\nMoney\nSport\nWeather 17°\nSign in\n\n"
    )
    sheet.put(
        "We value your privacy. This site and its 214 partners use cookies to measure how pages are read. Accept Reject all Settings\n\n"
    )
    for number in range(r.randint(2, 4)):
        story = draw()
        sheet.put(f"{r.choice(['Nation', 'World', 'Money'])}\n")
        sheet.put(story.title + "\n", "article", "title", story.key)
        sheet.put(
            f"By Orla Penhaligon | {r.randint(1, 28)} May 2024, {r.randint(6, 23)}:{r.randint(10, 59)}\n",
            "article",
            "byline",
            story.key,
        )
        sheet.put("Share on Facebook Share on X Send by e-mail\n\n")
        sheet.body(story, style, r.randint(4, 12))
        if number == 0:
            sheet.put("\nIn other news\n" + "".join(f"{draw().title}\n" for _ in range(5)) + "\n")
    sheet.put("\nMost read\n" + "".join(f"{k + 1}\n{draw().title}\n" for k in range(5)))
    sheet.put("About us · Careers · Imprint · Accessibility\n© 2024 Penhaligon Media Ltd.\n")


def newsletter(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A morning newsletter: a greeting, items under heads in capitals, an advert, a sign-off."""
    style = r.randrange(2)
    sheet.put(
        "View this email in your browser\n\nThe Early Tide\nThursday's briefing, in nine minutes\n\n"
    )
    sheet.put(
        "Good morning. Expect a mild day with some fog; the ferries run again. Five things to start with.\n\n"
    )
    for number in range(r.randint(3, 6)):
        story = draw()
        sheet.put(story.title.upper() + ("\n\n" if style else "\n"), "article", "title", story.key)
        sheet.body(story, style, r.randint(3, 6))
        if style == 0:
            sheet.put("\n")
        if number == 1:
            sheet.put(
                "A MESSAGE FROM OUR SPONSOR\n\nSleep better with Dunewell. Our mattresses are made to order, and you can try yours at home for 100 nights. Readers get 15% off with the code TIDE15.\n\n"
            )
    sheet.put(
        "Thanks for reading. Was this forwarded to you? Sign up here.\nUnsubscribe | Update your preferences\nThe Early Tide, 4 Quay Street\n"
    )


def wire(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A wire's list: a slug, a headline, a dateline in the text, a credit at the end."""
    style = r.randrange(3)
    for _ in range(r.randint(3, 7)):
        story = draw()
        place = r.choice(["HARROWGATE", "LONDON", "PORT ELDER", "GENEVA"])
        sheet.put(f"{story.title}\n", "article", "title", story.key)
        lead = f"{place}, {r.choice(['Aug.', 'Sept.', 'Oct.'])} {r.randint(1, 28)} (Corvid Wire) -- {story.paragraphs[0]}"
        story = story._replace(paragraphs=[lead, *story.paragraphs[1:]])
        sheet.body(story, style, r.randint(3, 9))
        sheet.put(
            r.choice(
                [
                    "(Reporting by Ada Quill; Editing by Tom Bray)",
                    "(Corvid Wire)",
                    "Reporting by Jo Marsh in Geneva and Ada Quill in Harrowgate",
                ]
            )
            + "\n",
            "article",
            "credit",
            story.key,
        )
        sheet.put(r.choice(["\n", "\n\n", "----------\n", "\nCW0930 061125\n\n"]))


def comments(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """One article and a long thread that quotes it."""
    story = draw()
    style = r.randrange(3)
    sheet.put("The Quayside Gazette\n\n")
    sheet.put(story.title + "\n\n", "article", "title", story.key)
    sheet.put(f"{r.randint(2, 20)} hours ago\n\n", "article", "byline", story.key)
    paragraphs = story.paragraphs[:14]
    sheet.body(story, style, 14)
    sheet.put(f"\n{r.randint(20, 99)} comments\nSort by newest\n\n")
    for k in range(r.randint(8, 20)):
        quoted = r.choice(paragraphs)
        view = r.choice([
            "I lived through the last one and nobody learned a thing from it.", "So the plan is to have no plan. Brilliant.", "Good piece, but it leaves out what this costs the rest of us. My rent went up twice this year and not one of them has said a word about it.",
            "You are all missing the point. Read it again, slowly this time.", "Source?", "This.", "Show me the numbers first; until then nobody should believe a word of this.",
        ])  # fmt: skip
        form = r.randrange(4)
        text = [
            view,
            f'"{quoted}"\n{view}',
            f"> {quoted}\n{view}",
            f"{view} As the article says: {quoted}",
        ][form]
        sheet.put(
            f"harbour_rat{k}\n{r.randint(1, 59)} min\n{text}\nReply  {r.randint(0, 40)} likes\n\n"
        )
    sheet.put("Load more comments\nRules of the house\n")


def river(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A stream of whole stories without headlines, a time between them or nothing."""
    style = r.randrange(3)
    stamp = r.random() < 0.5
    sheet.put("All day, every story\n\n")
    for _ in range(r.randint(3, 6)):
        story = draw()
        if stamp:
            sheet.put(f"{r.randint(6, 23)}:{r.randint(10, 59)}\n", "article", "byline", story.key)
        sheet.body(story, style, r.randint(3, 8))
        sheet.put("\n\n" if style != 1 else "\n")
    sheet.put("Older stories\n")


def digest(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A mailing list's digest, wrapped at 72 columns, heads underlined."""
    stories = [draw() for _ in range(r.randint(3, 5))]
    sheet.put("REGIONAL NEWS DIGEST, VOL 12, NO 48\n\nIn this issue:\n")
    sheet.put("".join(f"  {k + 1}. {s.title}\n" for k, s in enumerate(stories)) + "\n")
    for story in stories:
        sheet.put(f"{story.title}\n", "article", "title", story.key)
        sheet.put("=" * min(72, len(story.title)) + "\n\n")
        for paragraph in story.paragraphs[: r.randint(4, 8)]:
            sheet.put(textwrap.fill(paragraph, 72) + "\n\n", "article", "body", story.key)
    sheet.put("-- \nTo leave this list, send a blank message to leave@digest.example\n")


def magazine(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A long read: standfirst, byline, captions, pull quotes, sub-heads, a newsletter box; then a second."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    for _ in range(2):
        story = draw()
        first, *rest = story.paragraphs
        sheet.put("LONG READ" + end)
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.put(
            f"{r.choice(['A decision that was years in the making has split the town', 'What looked settled is open again, and nobody says for how long'])}"
            + end,
            "article",
            "standfirst",
            story.key,
        )
        sheet.put(
            f"Ilse Marchetti{end}Senior writer{end}{r.randint(6, 20)} minute read{end}",
            "article",
            "byline",
            story.key,
        )
        sheet.put(f"Photograph: Ben Hoy/Corvid{end}", "caption", "caption", story.key)
        sheet.put(first + end, "article", "body", story.key)
        for k, paragraph in enumerate(rest[:12]):
            if k == 3:
                sheet.put(
                    f"Get the best long reads in your inbox every Saturday{end}Enter your email{end}Sign up{end}"
                )
            if k in (2, 6, 9):
                sheet.put(
                    r.choice(
                        [
                            "The long wait",
                            "‘We never asked for this’",
                            "What comes next?",
                            "A town divided",
                        ]
                    )
                    + end,
                    "article",
                    "subhead",
                    story.key,
                )
            if k == 5:
                sheet.put(
                    f"Villagers wait for the ferry at Port Elder last winter. Photograph: Ben Hoy/Corvid{end}",
                    "caption",
                    "caption",
                    story.key,
                )
            sheet.put(paragraph + end, "article", "body", story.key)
        sheet.put(f"Ilse Marchetti is a senior writer at The Quayside Gazette.{end}")
        sheet.put(
            f"Explore more on these topics{end}Features{end}Society{end}Reuse this content{end}"
        )
    sheet.put(f"More from the magazine{end}" + "".join(draw().title + end for _ in range(4)))


def blog(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A weblog's archive: date and category under each head, short posts, teasers of older ones."""
    style = r.randrange(3)
    sheet.put("Archive for the 'Politics' category\n\n")
    for _ in range(r.randint(2, 4)):
        story = draw()
        sheet.put(story.title + "\n\n", "article", "title", story.key)
        sheet.put(
            f"Posted on March {r.randint(1, 28)}, 2023 by admin in Politics | {r.randint(0, 30)} Comments\n\n",
            "article",
            "byline",
            story.key,
        )
        sheet.body(story, style, r.randint(3, 7))
        sheet.put("\nFiled under: Politics, Region\nPermalink\n\n")
    for k in range(4):
        old = draw()
        sheet.put(old.title + "\n", "teaser", "title", f"t{k}")
        cut = " ".join(old.paragraphs[:2])[: r.randint(180, 380)].rsplit(" ", 1)[0]
        sheet.put(f"{cut} [...]\nRead the rest of this entry »\n\n", "teaser", "teaser", f"t{k}")
    sheet.put("« Older Entries\n\nBlogroll\nHarbour Notes\nThe Tidewatcher\nPowered by Inkpress\n")


def embeds(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A publisher's page: article after article, other stories' boxes in the middle of each."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    for _ in range(r.randint(2, 4)):
        story = draw()
        sheet.put(story.title + end, "article", "title", story.key)
        for k, paragraph in enumerate(story.paragraphs[:10]):
            sheet.put(paragraph + end, "article", "body", story.key)
            if k == 1:
                sheet.put(f"Recommended{end}{draw().title}{end}{draw().title}{end}")
            if k == 4:
                sheet.put(f"Don't miss: {draw().title}{end}")
            if k == 6:
                sheet.put(f"Advertisement{end}Continue reading the main story{end}")
        sheet.put(f"Got a tip? Write to desk@gazette.example{end}")


def double(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A feed that prints some stories twice, with standfirsts in place of headlines."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    for _ in range(r.randint(3, 5)):
        story = draw()
        lead = story.paragraphs[-1].split(". ")[0].rstrip(".")[:160]
        times = 2 if r.random() < 0.4 else 1
        for _ in range(times):
            sheet.put(f"{lead}{end}", "article", "standfirst", story.key)
            sheet.body(story._replace(paragraphs=story.paragraphs[:9]), style)


LAYOUTS: dict[str, Layout] = {
    f.__name__: f
    for f in (portal, newsletter, wire, comments, river, digest, magazine, blog, embeds, double)
}


def stories(path: Path) -> list[Story]:
    """The articles of a file that are long enough and mostly prose."""
    found = []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        paragraphs = [" ".join(p.split()) for p in row["text"].split("\n\n")]
        paragraphs = [
            p for p in paragraphs if len(p) > 60 and p[-1] in '.”"!?' and p != row["title"]
        ]
        title = " ".join(row["title"].split())
        if len(paragraphs) >= 4 and 4 <= len(title.split()) <= 20:
            found.append(Story(str(row["id"]), title, paragraphs))
    return found


def compose(
    pool: Sequence[Story], pages: int, layouts: dict[str, Layout] = LAYOUTS
) -> list[dict[str, Any]]:
    """`pages` pages of each of `layouts`."""
    out = []
    for name, layout in layouts.items():
        for number in range(pages):
            r = random.Random(f"{name} {number}")
            sheet = Sheet()
            left = r.sample(list(pool), 40)
            layout(sheet, left.pop, r)
            out.append(
                {
                    "page": f"{name}-{number}",
                    "layout": name,
                    "text": sheet.text,
                    "segments": sheet.segments,
                }
            )
    return out


if __name__ == "__main__":
    source, target, *count = sys.argv[1:]
    made = compose(stories(Path(source)), int(count[0]) if count else 20)
    Path(target).write_text("".join(json.dumps(page) + "\n" for page in made), encoding="utf-8")
