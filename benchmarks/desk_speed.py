"""How fast the desk answers on many articles, made up and written through the store.

Beside the time that passed stands the time of the processor, which hangs less on what else runs.

`python -m benchmarks.desk_speed make DESK [ARTICLES]`, then `... ask DESK [--while-writing]`: serves
the desk from one process on loopback and asks for each kind of page over HTTP; `--while-writing` serves
a copy, to which a third process writes as a build does.
"""

from __future__ import annotations

import http.client
import itertools
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from rashomon.model import (
    Article,
    Join,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Reading,
    Span,
    Statement,
    Story,
    content_id,
)
from rashomon.store import Desk, write

WORDS, NAMES, OUTLETS = 30_000, 4_000, 300
CHUNK = 2_000


def _syllables(rng: random.Random, least: int, most: int) -> str:
    return "".join(
        rng.choice("bdfgklmnprstvz") + rng.choice(["a", "e", "i", "o", "u", "an", "er", "il"])
        for _ in range(rng.randint(least, most))
    )


class World:
    """Words by Zipf's law, names and outlets, the same at every run."""

    def __init__(self) -> None:
        self.rng = random.Random(7)
        common = "the of and to a in that said was for on with as at by from".split()
        made = {_syllables(self.rng, 2, 5): None for _ in range(WORDS)}
        self.words = [*common, *made]
        self.weights = list(itertools.accumulate(1 / (n + 3) for n in range(len(self.words))))
        self.people = [
            f"{_syllables(self.rng, 2, 3).title()} {_syllables(self.rng, 2, 4).title()}"
            for _ in range(NAMES)
        ]
        self.outlets = [f"The {_syllables(self.rng, 2, 3).title()} Post" for _ in range(OUTLETS)]

    def sentence(self, length: int) -> str:
        words = self.rng.choices(self.words, cum_weights=self.weights, k=length)
        return " ".join(words).capitalize() + "."


def article(
    world: World, number: int
) -> tuple[Page, Article, list[Statement], list[Mention], Moment]:
    """One made-up article with two statements, as a build would find them."""
    rng = world.rng
    who = rng.choice(world.people)
    day = f"20{30 + number // 40_000 % 9:02}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    parts, spans = [], []
    at = 0
    for n in range(rng.randint(8, 16)):
        text = world.sentence(rng.randint(10, 24))
        if n in (1, 4):
            spans.append((at + 1, at + 1 + len(text)))
            text = f"“{text}” {who} said."
        if n == 2:
            text = f"It began on {day} near {rng.choice(world.people).split()[1]}."
        parts.append(text)
        at += len(text) + 1
    body = " ".join(parts)
    page = Page(content_id("page", str(number)), f"made/{number}.txt", "text/plain", None, body)
    made = Article(
        content_id("article", str(number)), page.id, "article", world.sentence(8), None, None,
        rng.choice(world.outlets), f"https://made.example/{number}", day, "the date line", "en",
        body, ((0, len(body)),),
    )  # fmt: skip
    statements = [
        Statement(
            content_id("s", str(number), str(a)), made.id, who,
            Span(made.id, body.index(who), body.index(who) + len(who)), None,
            (Span(made.id, a, b),), "direct", cue="said",
        )
        for a, b in spans
    ]  # fmt: skip
    place = body.index(who)
    mentions = [Mention(made.id, place, place + len(who), who, "person", who)]
    when = body.index(f"on {day}") + 3
    moment = Moment(
        made.id, day, "day", False, Span(made.id, when - 12, when + 10),
        Span(made.id, when, when + 10), "written out",
    )  # fmt: skip
    return page, made, statements, mentions, moment


def make(path: Path, count: int) -> None:
    """A desk of `count` articles; stories of one to twelve of them."""
    world = World()
    started = time.monotonic()
    stories: list[Story] = []
    links: list[NameLink] = []
    with Desk(path, write=True) as desk:
        for first in range(0, count, CHUNK):
            found = [article(world, n) for n in range(first, min(first + CHUNK, count))]
            with desk.transaction() as db:
                for page, made, statements, mentions, moment in found:
                    write.page(db, page, Reading(page.id, page.body, (made,), ()))
                    write.article_findings(db, made, mentions, statements, (moment,))
                    links.append(
                        NameLink(made.id, mentions[0].text, content_id("n", mentions[0].text))
                    )
            stories += _stories(world, [made for _, made, *_ in found])
            print(f"{first + len(found)} articles, {time.monotonic() - started:.0f} s", flush=True)
        with desk.transaction() as db:
            write.stories(db, stories)
            people = dict.fromkeys(world.people)
            values = [Name(content_id("n", p), p, "person", (p, p.split()[1])) for p in people]
            write.names(db, values, links)


def _stories(world: World, articles: list[Article]) -> Iterator[Story]:
    rest = list(articles)
    while rest:
        size = world.rng.choice((1, 1, 1, 2, 3, 5, 12))
        some, rest = rest[:size], rest[size:]
        days = sorted(str(a.published) for a in some)
        yield Story(
            content_id("story", some[0].id), some[0].title or "", tuple(a.id for a in some),
            days[0], days[-1], tuple(dict.fromkeys(str(a.outlet) for a in some)), len(some),
            tuple(Join(a.id, some[0].id, 1.0, "made up") for a in some[1:]),
        )  # fmt: skip


def addresses(path: Path, count: int) -> dict[str, list[str]]:
    """What is asked for, by kind of page; searches of rare, middling and common words."""
    rng = random.Random(11)
    world = World()
    with Desk(path) as desk:

        def ids(table: str) -> list[str]:
            top = desk.db.execute(f"SELECT id FROM {table} ORDER BY id").fetchall()
            return [rng.choice(top)["id"] for _ in range(count)]

        articles, stories = ids("articles"), ids("stories")

    def word(low: int, high: int) -> str:
        return world.words[rng.randint(low, high)]

    people, outlets = world.people, world.outlets
    search = "/search?q="
    return {
        "front": ["/"] * count,
        "front, later": [f"/?page={rng.randint(2, 900)}" for _ in range(count)],
        "story": [f"/story/{i}" for i in stories],
        "article": [f"/article/{i}" for i in articles],
        "search, one common word": [search + world.words[n % 16] for n in range(count)],
        "search, one word": [search + word(20, 20_000) for _ in range(count)],
        "search, two words": [search + f"{word(0, 300)}+{word(20, 3_000)}" for _ in range(count)],
        "search, a name": [search + quote(rng.choice(people)) for _ in range(count)],
        "search, speaker and word": [
            search + quote(f"speaker:{rng.choice(people).split()[1]} {word(0, 60)}")
            for _ in range(count)
        ],
        "search, outlet and word": [
            search + quote(f'outlet:"{rng.choice(outlets)}" {word(0, 300)}') for _ in range(count)
        ],
        "search, dates and word": [
            search + quote(f"after:2031-03-01 before:2031-06-01 {word(0, 300)}")
            for _ in range(count)
        ],
        "search, words in a row": [
            search + quote(f'"{word(0, 8)} {word(0, 8)}"') for _ in range(count)
        ],
        "as you type": [f"/search/hints?q={word(20, 9_000)[:4]}" for _ in range(count)],
        "ask": [
            "/ask?q=" + quote(f"What did {rng.choice(people)} say about {word(40, 4_000)}?")
            for _ in range(count)
        ],
        "api, stories": ["/api/v1/stories"] * count,
    }


def measure(path: Path, *, writing: bool, count: int) -> None:
    """Prints median, 99th percentile and size of each kind, asked one after another."""
    Desk(path, write=True).close()  # brings up a desk of an older version
    if writing:
        path = Path(shutil.copy(path, path.with_name(path.name + "-written")))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "rashomon", "serve", "--desk", str(path), "--port", str(port)]
    server = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
    line = [sys.executable, "-m", "benchmarks.desk_speed", "write", str(path)]
    writer = subprocess.Popen(line, stdin=subprocess.PIPE) if writing else None
    try:
        assert server.stdout is not None
        server.stdout.readline()
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/")
        cookie = _read(connection)[1]
        print(f"{'':28}{'median':>10}{'99th':>10}{'processor':>12}{'kB':>8}")
        for kind, some in addresses(path, count).items():
            taken, sizes = [], []
            before = _processor(server.pid)
            for address in some:
                started = time.perf_counter()
                connection.request("GET", address, headers={"Cookie": cookie})
                size, _ = _read(connection)
                taken.append(1_000 * (time.perf_counter() - started))
                sizes.append(size)
            taken.sort()
            print(
                f"{kind:28}{statistics.median(taken):8.1f} ms"
                f"{taken[min(len(taken) - 1, int(0.99 * len(taken)))]:7.1f} ms"
                f"{1_000 * (_processor(server.pid) - before) / len(some):9.1f} ms"
                f"{statistics.mean(sizes) / 1_000:8.0f}",
                flush=True,
            )
    finally:
        server.terminate()
        server.wait()
        if writer is not None:
            writer.communicate()  # the end of its input is the end of its work
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)


def _processor(process: int) -> float:
    """Seconds that a process has had of the processor; 0 where that cannot be told."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _read(connection: http.client.HTTPConnection) -> tuple[int, str]:
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status in (200, 404), answer.status
    cookie = re.match(r"[^;]+", answer.getheader("set-cookie") or "")
    return len(body), cookie[0] if cookie else ""


def keep_writing(path: Path) -> None:
    """Writes articles and stories as a build does, until its input ends."""
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    world = World()
    number = 10_000_000
    with Desk(path, write=True) as desk:
        while not stop.is_set():
            found = [article(world, n) for n in range(number, number + 32)]
            number += 32
            with desk.transaction() as db:
                for page, made, statements, mentions, moment in found:
                    write.page(db, page, Reading(page.id, page.body, (made,), ()))
                    write.article_findings(db, made, mentions, statements, (moment,))
                write.stories(db, list(_stories(world, [made for _, made, *_ in found])), ())
            time.sleep(0.02)


def main(arguments: list[str]) -> None:
    task, path = arguments[0], Path(arguments[1])
    numbers = [int(a) for a in arguments[2:] if a.isdigit()]
    if task == "make":
        make(path, numbers[0] if numbers else 100_000)
    elif task == "write":
        keep_writing(path)
    else:
        measure(path, writing="--while-writing" in arguments, count=numbers[0] if numbers else 100)


if __name__ == "__main__":
    main(sys.argv[1:])
