"""Stories, their list and searches in the terminal: the same views as the pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from rashomon import views
from rashomon.errors import RashomonError
from rashomon.store import Desk, lookup, read
from rashomon.views import SearchView, StoryView, to_json, words
from rashomon.views.agreed import OPEN_POINTS, Agreed
from rashomon.views.bound import Words
from rashomon.views.calendar import Day
from rashomon.views.ledger import Difference
from rashomon.views.pieces import Piece
from rashomon.views.sayings import Saying, Speaker
from rashomon.views.source import Source, cut_title
from rashomon.views.story import OPEN_NAMES, OPEN_SAYINGS, OPEN_SPEAKERS
from rashomon.views.tellings import TellingView, flat

# A kind of difference has the colour that it has on the pages, as near as terminals have it.
COLOURS = {
    "agency": "dark_orange3", "number": "dodger_blue2", "date": "dark_cyan", "place": "green4",
    "wording": "magenta", "attribution": "dark_goldenrod", "omission": "bright_black",
    "update": "slate_blue1",
}  # fmt: skip
DIFFERENCES = 12
# What a search prints at most.
ARTICLES, STATEMENTS = 50, 200
# Sentences of one date that are shown.
HAPPENINGS = 2
_WIDTH = 100


class SeveralStories(RashomonError):
    """The beginning of an id fits more than one story."""


def print_story(
    desk: Desk,
    story_id: str,
    *,
    as_json: bool = False,
    less_sure: bool = False,
    console: Console | None = None,
) -> bool:
    """Prints the story `story_id` of a desk; False where there is none. An id that has moved
    leads on, and the beginning of an id does where no other story's id begins so. With `less_sure`
    all statements are printed, else those that the desk is sure of; JSON holds all.

    Raises `SeveralStories` where the beginning fits several, and names them.
    """
    view = views.story(desk.db, story_id)
    if view is None:
        moved = read.story_moved(desk.db, story_id) or _whole_id(desk, story_id)
        view = None if moved is None else views.story(desk.db, moved)
    if view is None:
        return False
    if as_json:
        _print_json(to_json(view))
    else:
        show_story(view, console or _console(), less_sure=less_sure)
    return True


def _whole_id(desk: Desk, start: str) -> str | None:
    fitting = lookup.stories_starting(desk.db, start, limit=_FITTING + 1)
    if len(fitting) > 1:
        lines = [f"  {i}  {cut_title(clean(title))}" for i, title in fitting[:_FITTING]]
        more = "" if len(fitting) <= _FITTING else "\n  and more"
        raise SeveralStories(
            f"{start} begins the ids of several stories:\n" + "\n".join(lines) + more
        )
    return fitting[0][0] if fitting else None


_FITTING = 10


def print_stories(
    desk: Desk, *, limit: int = 20, as_json: bool = False, console: Console | None = None
) -> bool:
    """Prints the first `limit` stories of a desk by independent tellings and recency; False where
    it has none."""
    rows = lookup.story_rows(desk.db, limit=limit)
    cards = views.cards(desk.db, rows)
    if as_json:
        _print_json([_card_json(c, row) for c, row in zip(cards, rows, strict=True)])
        return bool(cards)
    out = console or _console()
    if not cards:
        out.print(Text("This desk holds no story yet."))
        return False
    for card in cards:
        title = Text(card.id, style="dim")
        title.append(f"  {clean(card.title)}", style="not dim italic" if card.stand_in else "bold")
        out.print(title)
        facts = [card.counted, card.dates]
        if card.difference_count:
            facts.append(words.count(card.difference_count, "difference"))
        known = ", ".join(clean(chip.outlet) for chip in card.outlets)
        _indented(out, Text(f"{'; '.join(facts)}: {known}", style="dim"), 4)
    rest = lookup.story_count(desk.db) - len(cards)
    if rest > 0:
        _indented(out, Text(f"{words.count(rest, 'more story', 'more stories')}: --limit N"), 0)
    return True


def _card_json(card: views.Card, row: lookup.StoryRow) -> views.JSON:
    return {
        "id": card.id,
        "title": card.title,
        "tellings": card.telling_count,
        "articles": card.article_count,
        "outlets": [chip.outlet for chip in card.outlets if chip.outlet != words.OUTLET_NOT_KNOWN],
        "first_published": row.first_published,
        "last_published": row.last_published,
        "differences": card.difference_count,
        "href": card.href,
    }


def print_search(
    desk: Desk, text: str, *, as_json: bool = False, console: Console | None = None
) -> bool:
    """Prints what a desk has for `text`; False where it has nothing."""
    view = views.search(desk.db, text, articles=ARTICLES, statements=STATEMENTS)
    if as_json:
        _print_json(to_json(view))
    else:
        show_search(view, console or _console())
    return view.found


def _print_json(value: views.JSON) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def _console() -> Console:
    found = Console(highlight=False, emoji=False)
    return found if found.width <= _WIDTH else Console(highlight=False, emoji=False, width=_WIDTH)


def clean(text: str) -> str:
    """A page's words on one line, without characters that a terminal would obey."""
    flat_text = " ".join(text.split())
    return "".join(c for c in flat_text if c.isprintable())


def show_story(view: StoryView, console: Console, *, less_sure: bool = False) -> None:
    console.print()
    console.print(Text(clean(view.title), style="italic" if view.stand_in else "bold"))
    spread = f"{view.spread}; " if view.spread else ""
    console.print(Text(f"{view.counted}; {spread}{view.dates}", style="dim"))
    console.print(Text(f"story {view.id}", style="dim"))
    if view.brief:
        console.print()
        for sentence in view.brief:
            line = Text(clean(sentence.words.text))
            line.append(f"  [{clean(sentence.source.label)}]", style="dim")
            console.print(line)
    _section(console, "The tellings")
    for telling in view.tellings:
        _telling(console, telling)
    if view.differences:
        _section(console, f"Where they differ ({len(view.differences)})")
        for difference in view.differences[:DIFFERENCES]:
            _difference(console, difference)
        _more(console, len(view.differences) - DIFFERENCES, "difference")
    if view.agreed:
        _section(console, f"What they agree on ({len(view.agreed)})")
        for agreed in view.agreed[:OPEN_POINTS]:
            _agreed(console, agreed)
        _more(console, len(view.agreed) - OPEN_POINTS, "point")
    if view.alone:
        _section(console, f"What only one tells ({len(view.alone)})")
        for agreed in view.alone[:OPEN_POINTS]:
            _agreed(console, agreed)
        _more(console, len(view.alone) - OPEN_POINTS, "point")
    if view.speakers or view.less_sure:
        _section(console, f"Who said what ({len(view.speakers)})")
        for speaker in view.speakers[:OPEN_SPEAKERS]:
            _speaker(console, speaker)
        _more(console, len(view.speakers) - OPEN_SPEAKERS, "speaker")
        _less_sure(console, view, shown=less_sure)
    if view.days:
        _section(console, "What happened when")
        shown = [day for day in view.days if day.open]
        for day in shown:
            _day(console, day)
        _more(console, len(view.days) - len(shown), "date")
    if view.chapters:
        _section(console, f"Day by day ({len(view.chapters)})")
        for chapter in view.chapters:
            told = ", ".join(dict.fromkeys(clean(one.label) for one in chapter.tellings[:6]))
            _indented(
                console,
                Text(f"{chapter.dates}: {clean(chapter.title or '')} ").append(told, style="dim"),
            )
    _names(console, view)
    if view.joins:
        _section(console, "Why these are together")
        for join in view.joins:
            held = join.relation or "joined to"
            other = "" if join.other is None else f" {held} {clean(join.other.label)}"
            match = f"{join.match} match: " if join.match else ""
            reason = f"{clean(join.source.label)}{other}: {match}{clean(join.reason)}"
            _indented(console, Text(reason))
    if view.related:
        _section(console, "Related stories")
        for link in view.related:
            _indented(console, Text(f"{clean(link.title)} ").append(link.id, style="dim"))
    console.print()


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(Rule(escape(title), style="dim", align="left", characters="─"))


def _more(console: Console, number: int, one: str) -> None:
    if number > 0:
        _indented(console, Text(words.count(number, f"more {one}"), style="dim"))


def _indented(console: Console, text: Text, by: int = 2) -> None:
    console.print(Padding(text, (0, 0, 0, by), expand=False))


def _who(source: Source, name: str | None = None) -> Text:
    text = Text(clean(name or source.label), style="bold")
    text.append(f"  {source.published.marked}", style="not bold dim")
    if source.copy:
        text.append(f"  copy: {source.copy}", style="not bold dim")
    return text


def _telling(console: Console, telling: TellingView) -> None:
    line = _who(telling.source, telling.source.name)
    if telling.first:
        line.append("  first", style="not bold green")
    line.append(f"  {words.count(telling.source.minutes, 'minute')}", style="not bold dim")
    _indented(console, line)
    headline = Text(clean(telling.source.heading))
    if telling.source.stand_in:
        headline.stylize("italic")
        headline.append("  (no headline)", style="not italic dim")
    _indented(console, headline, 4)
    for depth, node in flat(telling.copies):
        said = f"└ {clean(node.source.label)} {node.source.published.marked}: "
        said += f"{node.relation}, {node.shared_said} of its words"
        _indented(console, Text(said, style="dim"), 2 + 2 * depth)


def _marked(bound: Words) -> Text:
    text = Text(("… " if bound.cut_before else "") + clean(bound.before))
    if bound.before[-1:].isspace():
        text.append(" ")
    text.append(clean(bound.text), style="bold underline")
    if bound.after[:1].isspace():
        text.append(" ")
    text.append(clean(bound.after) + (" …" if bound.cut_after else ""))
    return text


def _difference(console: Console, one: Difference) -> None:
    head = Text(clean(one.topic), style="bold")
    said = one.kind_said + (f", {one.soft}" if one.soft else "")
    head.append(f"  {said}", style=f"not bold {COLOURS.get(one.kind, 'dim')}")
    _indented(console, head)
    for group in one.groups:
        if group.reading:
            _indented(console, Text(clean(group.reading), style=COLOURS.get(one.kind, "dim")), 4)
        for side in group.sides:
            line = _who(side.source)
            if side.speaker:
                chain = f", {side.chain}" if side.chain else ""
                line.append(f"  ← {clean(side.speaker)}{clean(chain)}", style="not bold dim")
            _indented(console, line, 4)
            if side.words is not None:
                _indented(console, _marked(side.words), 6)
    console.print()


def _agreed(console: Console, one: Agreed) -> None:
    for carrier in one.carriers:
        line = _who(carrier.source)
        if carrier.speaker:
            chain = f", {carrier.chain}" if carrier.chain else ""
            line.append(f"  ← {clean(carrier.speaker)}{clean(chain)}", style="not bold dim")
        _indented(console, line)
        _indented(console, _marked(carrier.words), 4)
    if one.lacking:
        said = f"not found in {clean(', '.join(one.missing))}"
        _indented(console, Text(said, style="dim"), 4)
    console.print()


def _speaker(console: Console, one: Speaker) -> None:
    head = Text(clean(one.name), style="bold")
    if one.told_in:
        head.append(f"  in {clean(one.told_in)}", style="not bold dim")
    if one.roles:
        head.append("  " + clean(" · ".join(one.roles)), style="not bold dim")
    _indented(console, head)
    for saying in one.sayings[:OPEN_SAYINGS]:
        _saying(console, saying)
    _more(console, len(one.sayings) - OPEN_SAYINGS, "statement")
    _held(console, one)
    console.print()


def _less_sure(console: Console, view: StoryView, *, shown: bool) -> None:
    number = f"{view.less_sure_count:,}"
    if shown and view.less_sure:
        _section(console, f"Less sure ({number})")
        for speaker in view.less_sure:
            _speaker(console, speaker)
    elif view.less_sure:
        line = f"{number} more, less sure (--less-sure shows them)"
        _indented(console, Text(line, style="dim"))


def _held(console: Console, one: Speaker) -> None:
    if one.held:
        said = f"also attributed: beliefs and intentions ({len(one.held)})"
        _indented(console, Text(said, style="dim"), 4)


def _saying(console: Console, one: Saying) -> None:
    opening, closing = ("“", "”") if one.quoted else ("", "")
    text = " … ".join(f"{opening}{clean(p.text)}{closing}" for p in one.parts)
    # Before the words: read first, what was denied would look like what was said.
    _indented(console, Text(f"{one.polarity}: {text}" if one.polarity else text), 4)
    facts = []
    if one.denial:
        facts.append(f"“{clean(one.denial)}”")
    if one.written:
        facts.append(f"“{clean(one.written)}” in the text")
    if one.cue:
        facts.append(f"“{clean(one.cue)}”")
    if one.chain:
        facts.append(clean(one.chain))
    if one.within:
        facts.append(f"as told by {clean(one.within)}")
    told = []
    for carrier in one.carriers:
        said = f"{clean(carrier.source.label)} {carrier.source.published.marked}"
        notes = [n for n in ("copy" if carrier.source.copy else None, carrier.same) if n]
        told.append(said + (f" ({', '.join(notes)})" if notes else ""))
    facts.append(", ".join(told))
    _indented(console, Text(" · ".join(facts), style="dim"), 4)


def _day(console: Console, one: Day) -> None:
    mark = "○" if one.planned else "●"
    head = Text(f"{mark} {one.said}", style="bold")
    if one.tellings > 1:
        head.append(f"  {words.count(one.tellings, 'telling')}", style="not bold dim")
    if one.planned:
        head.append("  planned", style="not bold dim")
    if one.inferred:
        head.append(f"  worked out: {clean(one.basis or '')}", style="not bold dim")
    _indented(console, head)
    for happening in one.happenings[:HAPPENINGS]:
        first = happening.named[0]
        line = _marked(first.words)
        line.append(f"  [{clean(first.source.label)}]", style="dim")
        _indented(console, line, 4)
    rest = len(one.happenings) - HAPPENINGS
    if rest > 0:
        _indented(console, Text(words.count(rest, "more mention"), style="dim"), 4)


def _names(console: Console, view: StoryView) -> None:
    several = [n for n in view.names if n.several]
    if not several:
        return
    _section(console, "Names, and what each outlet calls them")
    for one in several[:OPEN_NAMES]:
        line = Text(clean(one.shown), style="bold")
        for calling in one.callings:
            if calling.form != one.shown:
                outlets = ", ".join(clean(o) for o in calling.outlets[:3])
                line.append(f"  “{clean(calling.form)}” {outlets}", style="not bold dim")
        _indented(console, line)


def show_search(view: SearchView, console: Console) -> None:
    if view.odd:
        parts = ", ".join(map(clean, view.odd))
        console.print(Text(f"Not understood, and left out: {parts}", style="dim"))
    if not view.asked:
        console.print(Text("Nothing was asked: give one word or more, such as a name."))
        return
    if not view.found:
        console.print(Text(f"Nothing on this desk holds all of: {clean(view.query)}"))
        if view.suggestions:
            console.print(Text("Found here: " + " · ".join(map(clean, view.suggestions))))
        return
    console.print(Text(view.counted, style="dim"))
    for name in view.names:
        line = Text(clean(name.canonical), style="bold")
        line.append(f"  {name.type}, {words.count(name.articles, 'article')}", "not bold dim")
        _indented(console, line)
    if view.speakers or view.less_sure:
        _section(console, f"Statements ({view.statement_count})")
        for one in view.speakers:
            _found(console, one)
        for one in view.less_sure:
            _found(console, one, "less sure")
        _more(console, view.more_statements, "statement")
    if view.articles:
        _section(console, f"Articles ({view.article_count})")
        for found in view.articles:
            _indented(console, _who(found.source, found.source.name))
            _indented(console, _pieces(found.title), 4)
            _indented(console, _pieces(found.snippet), 4)
            where = f"article {found.source.article_id}"
            if found.story_id:
                where += f", story {found.story_id}"
            _indented(console, Text(where, style="dim"), 4)
        _more(console, view.more_articles, "article")


def _found(console: Console, one: Speaker, note: str = "") -> None:
    head = Text(clean(one.name), style="bold")
    if one.told_in:
        head.append(f"  in {clean(one.told_in)}", style="not bold dim")
    if note:
        head.append(f"  {note}", style="not bold dim")
    _indented(console, head)
    for saying in one.sayings:
        _saying(console, saying)
    _held(console, one)
    for saying in one.held:
        _saying(console, saying)


def _pieces(pieces: Sequence[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        lead = " " if piece.text[:1].isspace() and len(text) else ""
        tail = " " if piece.text[-1:].isspace() else ""
        text.append(lead + clean(piece.text) + tail, style="bold" if piece.names else "")
    return text
