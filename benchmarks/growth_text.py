"""News that nobody wrote: articles of invented outlets at a constant daily rate, for measuring growth.

Words are drawn by Zipf's law from common English ones and from invented ones, set phrases recur as
they do in news, and events have words, names and quotations of their own. Half of the events have one
telling, most others two to six, a few dozens; one article in eight is a copy of a recent one.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

START = date(2031, 1, 1)
OUTLETS = 40
WORDS = 40_000  # invented ones
PHRASES = 6_000
PHRASE_RATE = 0.035  # of the places of a text at which a set phrase begins
_SYLLABLES = (
    "ba be bi bo bra bre ca ce cli co cra da de di dor dra fa fe fin flo ga ge gri gu ha he hin ho "
    "ja je ka ke kli ko la le lin lo lu ma me min mo mur na ne nor nu pa pel pi po pra qua ra re ri "
    "ro sa se sha si sol sta ta te ti tor tra u va ve vin vo wa we wen ya ze zo"
).split()
_COMMON = (
    "the of to and a in that is for it on was with as be by at he from his said are have an has not "
    "will they but their which were or been had who its we more this about one would when after also "
    "she people there two than new year out up last if no over time all into first some her other "
    "could what because can so before three made many them under most while since between against "
    "during government state officials country week day president minister police company report "
    "according told city court group party plan million percent public members office later still"
).split()


def _zipf(count: int, power: float) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) ** power for rank in range(count)))


@dataclass(slots=True)
class _Event:
    day: date
    words: list[str]
    names: list[str]
    places: list[str]
    numbers: list[str]
    quotes: list[str]
    facts: list[str]
    tellings: int


class Newsroom:
    """Articles in the order of time; the same for the same seed."""

    def __init__(self, rate: int, words: int, seed: int = 1) -> None:
        self._lots = random.Random(seed)
        self.rate, self.words = rate, words
        made: dict[str, None] = {}
        while len(made) < WORDS:
            made["".join(self._lots.choices(_SYLLABLES, k=self._lots.choice((2, 2, 3, 3, 4))))] = (
                None
            )
        self._vocabulary = [*_COMMON, *made]
        self._common = _zipf(len(self._vocabulary), 1.05)
        self._phrases = [" ".join(self._draw(self._lots.randint(5, 9))) for _ in range(PHRASES)]
        self._phrase_weights = _zipf(PHRASES, 1.0)
        self._topics = [self._draw(60, 400) for _ in range(600)]
        self.outlets = [
            f"{self._name()} {w}" for w in ("Post", "Herald", "Wire", "Courier") * (OUTLETS // 4)
        ]
        self._footers = {o: self._sentence([], 24) for o in self.outlets}
        self._persons = [f"{self._name()} {self._name()}" for _ in range(8_000)]
        self._person_weights = _zipf(len(self._persons), 0.9)
        self._recent: list[dict[str, str]] = []

    def articles(self, count: int) -> Iterator[dict[str, str]]:
        """`count` records {url, outlet, title, text, published}, oldest first."""
        made, day = 0, START
        running: list[_Event] = []
        while made < count:
            today: list[dict[str, str]] = []
            while len(today) < self.rate:
                if len(today) % 8 == 7 and self._recent:
                    today.append(self._copy(day))
                    continue
                old = [event for event in running if event.tellings > 0]
                if not old or self._lots.random() < 0.35:
                    running.append(self._event(day))
                    old = running[-1:]
                event = self._lots.choice(old)
                event.tellings -= 1
                today.append(self._telling(event, day))
            running = [e for e in running if e.tellings > 0 and (day - e.day).days < 3]
            yield from today[: count - made]
            made += len(today)
            self._recent = (today + self._recent)[: 3 * self.rate]
            day += timedelta(days=1)

    def _draw(self, count: int, least: int = 0) -> list[str]:
        """Words by Zipf's law, those of the first ranks left out for `least`."""
        low, high = self._common[least - 1] if least else 0.0, self._common[-1]
        return [
            self._vocabulary[bisect(self._common, low + self._lots.random() * (high - low))]
            for _ in range(count)
        ]

    def _name(self) -> str:
        return "".join(self._lots.choices(_SYLLABLES, k=self._lots.choice((2, 3)))).capitalize()

    def _pick(self, values: list[str], weights: list[float]) -> str:
        return values[min(bisect(weights, self._lots.random() * weights[-1]), len(values) - 1)]

    def _sentence(self, own: list[str], length: int) -> str:
        words: list[str] = []
        while len(words) < length:
            lot = self._lots.random()
            if lot < PHRASE_RATE:
                words += self._pick(self._phrases, self._phrase_weights).split()
            elif own and lot < 0.22:
                words.append(self._lots.choice(own))
            else:
                words += self._draw(1)
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def _event(self, day: date) -> _Event:
        lots = self._lots
        size = lots.choices((1, 2, 3, 5, 12, 40), (50, 18, 14, 12, 5, 1))[0]
        topic = lots.choice(self._topics)
        words = [*lots.sample(topic, 12), *self._draw(14, 1500)]
        names = [self._pick(self._persons, self._person_weights) for _ in range(4)]
        places = [self._name() for _ in range(2)]
        numbers = [str(lots.randint(2, 9_000)) for _ in range(3)]
        event = _Event(day, words, names, places, numbers, [], [], size)
        own = [*words, *words, *places, *numbers]
        event.quotes = [self._sentence(words, lots.randint(12, 26))[:-1] for _ in range(4)]
        event.facts = [
            f"{lots.choice(names)} of {lots.choice(places)} {self._sentence(own, 16).lower()}"
            for _ in range(8)
        ]
        return event

    def _telling(self, event: _Event, day: date) -> dict[str, str]:
        lots = self._lots
        own = [*event.words, *event.places, *event.numbers]
        who, where = lots.choice(event.names), lots.choice(event.places)
        title = f"{who.split()[1]} {' '.join(lots.sample(event.words, 4))} {where}"
        parts = [f"{who} {self._sentence(own, 18).lower()}", *lots.sample(event.facts, 3)]
        for quote in lots.sample(event.quotes, 2):
            parts.append(f"“{quote},” said {lots.choice(event.names)}, the minister.")
        while sum(part.count(" ") + 1 for part in parts) < self.words:
            parts.append(self._sentence(own, lots.randint(14, 28)))
        outlet = lots.choice(self.outlets)
        head, rest = parts[:2], parts[2:]
        lots.shuffle(rest)
        paragraphs = [" ".join(head), *(" ".join(rest[n : n + 3]) for n in range(0, len(rest), 3))]
        if lots.random() < 0.5:
            paragraphs.append(self._footers[outlet])
        return self._record(outlet, title, "\n\n".join(paragraphs), day)

    def _copy(self, day: date) -> dict[str, str]:
        lots, old = self._lots, self._lots.choice(self._recent)
        paragraphs = old["text"].split("\n\n")
        if (lot := lots.random()) < 0.3:
            paragraphs = paragraphs[: max(2, len(paragraphs) // 2)]
        elif lot < 0.6 and len(paragraphs) > 2:
            del paragraphs[lots.randrange(1, len(paragraphs))]
        outlet = lots.choice(self.outlets)
        return self._record(outlet, old["title"], "\n\n".join(paragraphs), day)

    def _record(self, outlet: str, title: str, text: str, day: date) -> dict[str, str]:
        lots = self._lots
        site = outlet.lower().replace(" ", "-")
        published = f"{day.isoformat()}T{lots.randrange(24):02}:{lots.randrange(60):02}Z"
        url = f"https://{site}.example/{lots.getrandbits(48):012x}"
        return {"url": url, "outlet": outlet, "title": title, "text": text, "published": published}
