"""Layouts of flattened pages with little or nothing between their stories, and of pages whose
readers answer at length. Their errors are looked at: they are for choosing, not for judging.

  python -m benchmarks.page_layouts_streams ARTICLES.jsonl OUT.jsonl [PAGES_A_LAYOUT]

Input, output and truth as in `benchmarks.page_layouts`. The furniture is invented.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from benchmarks.page_layouts import Draw, Layout, Sheet, compose, stories

_NAMES = ["Hedda Lunt", "Oskar Bream", "Tilly Vance", "Rafe Odum", "Nour Calder", "Piet Sarn"]
_PLACES = ["Quorn Bay", "Low Tarrant", "Ebbing", "Mossgate", "Hather"]
_VIEWS = [
    "I have lived two streets away for thirty years, and what the paper describes is not what I see from my window. Most of us only want the bus to run and the lights to work. Nobody asked us.",
    "A fair summary, though I miss the other side. My sister sat on that board until last autumn; she left because the figures were never shown to the members. Ask for the minutes and see what you get.",
    "Ten years ago people said the very same. They were wrong then too.",
    "What would you do instead? It is easy to mock from an armchair. I would rather have half a plan than a fine speech, and the half that we have at least pays for itself by the third winter.",
    "Nonsense from the first line to the last.",
    "Thank you for writing this. I printed it out for my father, who does not own a computer, and he has read it to everybody at the club.",
    "He never said that! Look up the recording, minute forty. What he said is that the harbour comes first and the rest can wait, which is another thing altogether.",
    "Two remarks. First, the sum is wrong by a factor of ten. Second, the minister named here left office in spring. Does anyone check these things before they are printed?",
]


def paste(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Stories that somebody pasted into one file one after the other, nothing else."""
    style = r.randrange(2)
    for _ in range(r.randint(2, 7)):
        sheet.body(draw(), style, r.randint(3, 12))


def bulletin(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A radio bulletin: two to four paragraphs a story, a greeting, a farewell, no headlines."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    sheet.put(f"Here is the news, read by {r.choice(_NAMES)}.{end}")
    for _ in range(r.randint(4, 8)):
        sheet.body(draw(), style, r.randint(2, 4))
    sheet.put(f"That was the news. The next is at {r.randint(5, 11)}.{end}")


def longer(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Two or three long stories, an advert line or a link in the middle of one, nothing between."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    for _ in range(r.randint(2, 3)):
        story = draw()
        stop = r.randint(8, 25)
        cut = r.randint(2, max(3, min(stop, len(story.paragraphs)) - 1))
        sheet.body(story._replace(paragraphs=story.paragraphs[:cut]), style)
        rest = story.paragraphs[cut:stop]
        if rest and r.random() < 0.6:
            sheet.put(r.choice(["Advertisement", f"Also read: {draw().title}"]) + end)
        sheet.body(story._replace(paragraphs=rest), style)


def mixed(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A stream in which some stories have a headline, some a place before the text, some nothing."""
    style = r.randrange(2)
    end = "\n" if style == 0 else "\n\n"
    sheet.put(f"Newest first{end}")
    for _ in range(r.randint(3, 6)):
        story = draw()
        kind = r.randrange(3)
        if kind == 0:
            sheet.put(story.title + end, "article", "title", story.key)
        if kind == 1:
            lead = f"{r.choice(_PLACES).upper()} – {story.paragraphs[0]}"
            story = story._replace(paragraphs=[lead, *story.paragraphs[1:]])
        sheet.body(story, style, r.randint(3, 9))


def oneline(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Every story one long line; nothing between the lines."""
    for _ in range(r.randint(3, 7)):
        sheet.body(draw(), 2, r.randint(3, 9))


def column(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """Columns, each with a thread whose readers write several sentences and quote the column."""
    end = r.choice(["\n", "\n\n"])
    for _ in range(r.randint(1, 3)):
        story = draw()
        writer = r.choice(_NAMES)
        sheet.put(story.title + end, "article", "title", story.key)
        sheet.put(f"{writer}{end}", "article", "byline", story.key)
        sheet.body(story, 0 if end == "\n" else 1, r.randint(4, 14))
        sheet.put(f"{r.randint(4, 90)} readers have written{end}Oldest first{end}")
        for _ in range(r.randint(3, 10)):
            said = [r.choice(_VIEWS)]
            if r.random() < 0.4:
                said.insert(
                    0,
                    r.choice(["{}", "“{}”", "> {}", "You write: {}"]).format(
                        r.choice(story.paragraphs)
                    ),
                )
            if r.random() < 0.3:
                said.append(r.choice(_VIEWS))
            who = r.choice(
                [r.choice(_NAMES), "ferryman_77", "Old Salt", f"guest{r.randint(10, 99)}"]
            )
            when = r.choice(
                [
                    f"{r.randint(2, 50)} min",
                    f"{r.randint(2, 9)} d",
                    f"on Tuesday at {r.randint(1, 12)}:1{r.randint(0, 9)}",
                ]
            )
            sheet.put(f"{who}{end}{when}{end}" + end.join(said) + end)
            sheet.put(
                r.choice(
                    [f"Respond{end}", f"Respond{end}Flag{end}", f"+{r.randint(1, 40)}{end}", ""]
                )
            )
        sheet.put(f"Next page{end}")  # fmt: skip


def forum(sheet: Sheet, draw: Draw, r: random.Random) -> None:
    """A story, and under it a forum's thread: who and when on one line, long answers."""
    end = r.choice(["\n", "\n\n"])
    story = draw()
    sheet.put(story.title + end, "article", "title", story.key)
    sheet.body(story, 0 if end == "\n" else 1, r.randint(4, 14))
    for number in range(r.randint(4, 12)):
        who = r.choice([*_NAMES, "tern", "NightPorter", "b_kelp"])
        sheet.put(f"#{number + 1} {who} wrote on {r.randint(1, 28)} June at {r.randint(6, 23)}:0{r.randint(0, 9)}{end}")  # fmt: skip
        said = r.sample(_VIEWS, r.randint(1, 3))
        if r.random() < 0.4:
            said.insert(0, f"{r.choice(_NAMES)} said: {r.choice(story.paragraphs)}")
        sheet.put(end.join(said) + end)


LAYOUTS: dict[str, Layout] = {
    f.__name__: f for f in (paste, bulletin, longer, mixed, oneline, column, forum)
}

if __name__ == "__main__":
    source, target, *count = sys.argv[1:]
    made = compose(stories(Path(source)), int(count[0]) if count else 20, LAYOUTS)
    Path(target).write_text("".join(json.dumps(page) + "\n" for page in made), encoding="utf-8")
