"""One search of a word index: which records hold what is asked for, and how well (BM25).

Words are answered by the index alone, and so are two words in a row for the records of which it knows
the pair. Otherwise words in a row are looked for in the texts that hold all that is asked for; where these
are more than `LOOKED_AT`, in the newest ones until `ENOUGH` are found, and `cut` says so.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from rashomon.store import asking, in_a_row, word_index
from rashomon.store.asking import Match, Phrase
from rashomon.store.in_a_row import Times
from rashomon.store.word_index import Counts, Index, Numbers

# Texts that are looked into for words in a row, a tenth of a millisecond each, and how many at a time
# where there are more.
LOOKED_AT, AT_ONCE = 1_000, 50
# Records after which no more are looked for there: some pages of what was found.
ENOUGH = 40
# Records for each form of a word up to which all of them are gone through at once: a query of its own
# for a form takes as long as some hundred records do.
_EACH = 100
# BM25 as FTS5 has it (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009); what
# more than half of all records hold weighs next to nothing.
_K1, _B, _LEAST = 1.2, 0.75, 1e-6


class Search:
    """A search for `asked`, of which a word in the second text weighs `weight` times as much."""

    def __init__(
        self, db: sqlite3.Connection, index: Index, asked: Match, weight: float = 1.0
    ) -> None:
        self._db, self._index, self.asked, self._weight = db, index, asked, weight
        self._possible = asking.can_hold(asked)
        self._fts = asking.fts(asked) if self._possible else ""
        self._rows: list[Phrase] = list(
            dict.fromkeys(one for group in asked for one in group if one.in_a_row)
        )
        self.cut = False

    def count(self, most: int) -> int:
        """How many records there are, counted up to `most`."""
        if not self._possible:
            return 0
        if self._rows:
            return len(self._all[:most])
        return self._counted(self._fts, most)

    def newest(self, limit: int, offset: int = 0) -> list[int]:
        """The newest records first."""
        if not self._possible:
            return []
        if self._rows:
            return self._all[offset : offset + limit]
        return self._newest(limit, offset)

    def among(self, numbers: Sequence[int]) -> list[int]:
        """Those of the records `numbers` that are found, the newest first."""
        if not self._possible or not numbers:
            return []
        query = (
            f"SELECT rowid FROM {self._index.table} WHERE {self._index.table} MATCH ?"
            " AND rowid IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(query, (self._fts, json.dumps(list(numbers))))
        found = sorted((row[0] for row in rows), reverse=True)
        return self._standing(found) if self._rows else found

    def joined(self, query: str, values: Sequence[object], most: int) -> list[int]:
        """The records that are found and that `query` keeps of `f`, the newest `most` that hold the
        words; the newest first."""
        if not self._possible:
            return []
        source = (
            f"(SELECT rowid FROM {self._index.table} WHERE {self._index.table} MATCH ?"
            " ORDER BY rowid DESC LIMIT ?) f"
        )
        rows = self._db.execute(query.format(f=source), (self._fts, most, *values))
        found = sorted((row[0] for row in rows), reverse=True)
        return self._standing(found) if self._rows else found

    def best(self, numbers: Sequence[int] | None = None) -> list[tuple[float, int]]:
        """The records, or those of `numbers`, which are all found, with how well they hold what is
        asked for, in the order of their numbers; the less, the better."""
        if not self._possible:
            return []
        if numbers is not None:
            among = np.array(sorted(numbers), dtype=np.int64)
        elif self._rows:
            among = np.array(sorted(self._all), dtype=np.int64)
        else:
            among = word_index.rowids(self._db, self._index, self._fts)
        scores = self._scores(among)
        return list(zip((-scores).tolist(), among.tolist(), strict=True))

    @cached_property
    def _known(self) -> dict[Phrase, dict[int, Times]]:
        """Of two words in a row, how often they stand in the records of which the index knows it."""
        known: dict[Phrase, dict[int, Times]] = {}
        for one in self._rows:
            pairs = word_index.pair_times(self._db, self._index, one.words) if one.sure else {}
            known[one] = {
                number: (main * (one.part != "second"), second * (one.part != "main"))
                for number, (main, second) in pairs.items()
            }
        return known

    @cached_property
    def _times(self) -> dict[Phrase, dict[int, Times]]:
        """How often words in a row stand in records, as far as is known."""
        return {
            one: {number: times for number, times in pairs.items() if any(times)}
            for one, pairs in self._known.items()
        }

    @cached_property
    def _all(self) -> list[int]:
        sure, unsure = asking.sure(self.asked), self._fts
        certain: list[int] = []
        if sure:
            certain = word_index.rowids(self._db, self._index, sure).tolist()[::-1]
            unsure = f"({unsure}) NOT ({sure})"
        found = self._newest(LOOKED_AT + 1, 0, unsure)
        if len(found) <= LOOKED_AT:
            return sorted(certain + self._standing(found), reverse=True)
        self.cut = True
        kept: list[int] = []
        for start in range(0, LOOKED_AT, AT_ONCE):
            some = found[start : start + AT_ONCE]
            kept += self._standing(some)
            # The newest of all are shown first.
            if len(kept) + sum(1 for n in certain[:ENOUGH] if n > some[-1]) >= ENOUGH:
                break
        if not kept and not certain:  # only what was looked at everywhere is nowhere
            self.cut = False
            kept = self._standing(self._newest(-1, LOOKED_AT, unsure))
        return sorted(certain + kept, reverse=True)

    def _standing(self, numbers: Sequence[int]) -> list[int]:
        """Those of the records, the newest first, that hold the words in which what is in a row
        stands so; of very many at least the newest."""
        known = self._known.values()
        unknown = [n for n in numbers if any(n not in pairs for pairs in known)]
        later = set(unknown[LOOKED_AT:])
        kept = self._kept([n for n in numbers if n not in later], unknown[:LOOKED_AT])
        for start in range(LOOKED_AT, len(unknown), LOOKED_AT):
            if kept:
                self.cut = True
                break
            some = unknown[start : start + LOOKED_AT]
            kept = self._kept(some, some)
        return kept

    def _kept(self, numbers: Sequence[int], unknown: Sequence[int]) -> list[int]:
        """Those of the records that hold what is asked for; the texts of `unknown` are opened."""
        for one, times in in_a_row.find(self._db, self._index, self._rows, unknown).items():
            self._times[one].update(times)
        kept = list(numbers)
        for group in self.asked:
            if any(one.in_a_row for one in group):
                held: set[int] = set()
                for one in group:
                    if one.in_a_row:
                        held.update(n for n in kept if n in self._times[one])
                    else:
                        held.update(self._of_those(one, kept))
                kept = [n for n in kept if n in held]
        return kept

    def _of_those(self, one: Phrase, numbers: Sequence[int]) -> set[int]:
        if not one.words:
            return set()
        both = f"({self._fts}) AND {one.fts}"
        return set(word_index.rowids(self._db, self._index, both).tolist())

    def _newest(self, limit: int, offset: int, fts: str = "") -> list[int]:
        query = (
            f"SELECT rowid FROM {self._index.table} WHERE {self._index.table} MATCH ?"
            " ORDER BY rowid DESC LIMIT ? OFFSET ?"
        )
        return [row[0] for row in self._db.execute(query, (fts or self._fts, limit, offset))]

    def _counted(self, fts: str, most: int) -> int:
        query = (
            f"SELECT count(*) FROM (SELECT 1 FROM {self._index.table}"
            f" WHERE {self._index.table} MATCH ? LIMIT ?)"
        )
        return int(self._db.execute(query, (fts, most)).fetchone()[0])

    def _scores(self, among: Numbers) -> Counts:
        scores = np.zeros(len(among), dtype=np.float64)
        records, total = word_index.totals(self._db, self._index)
        if not records or not len(among):
            return scores
        lengths = word_index.lengths(self._db, self._index, among)
        slow = _K1 * (1 - _B + _B * lengths * (records / max(total, 1)))
        for group in self.asked:
            for one in group:
                if not one.words:
                    continue
                held, times = self._frequency(one, among, alone=len(group) == 1)
                idf = math.log((records - held + 0.5) / (held + 0.5))
                scores += max(idf, _LEAST) * times * (_K1 + 1) / (times + slow)
        return scores

    def _frequency(self, one: Phrase, among: Numbers, *, alone: bool) -> tuple[int, Counts]:
        """How many records of the desk hold a phrase, and how often those of `among` do; `alone` says
        that all of them do."""
        if one.in_a_row:
            return self._row_frequency(one, among)
        if len(one.words) > 1:
            numbers = word_index.rowids(self._db, self._index, one.fts)
            return len(numbers), _summed(among, numbers, np.full(len(numbers), self._weight))
        if one.begins:
            return self._gone_through(one, among)
        times = np.zeros(len(among), dtype=np.float64)
        known = word_index.forms(self._db, self._index, one.words[0])
        word, second = one.words[0], one.words[0] + word_index.SECOND
        counts = dict(known)
        if sum(counts.values()) < _EACH * len(known):
            return self._gone_through(one, among)
        held = counts.get(word, 0)
        if one.part == "second":
            held = counts.get(second, 0)
        elif one.part == "both" and second in counts:
            held = self._counted(one.fts, -1)
        for term, count in known:
            of_second = term.startswith(second)
            if one.part != "both" and of_second != (one.part == "second"):
                continue
            one_more = word_index.worth(term, self._weight)
            # All of them hold it in the main text: they need not be gone through.
            if term == word and alone and (one.part == "main" or second not in counts):
                times += one_more
                continue
            wanted = f'"{term}"'
            if alone and count > 4 * len(among):
                wanted = f"({self._fts}) AND {wanted}"
            numbers = word_index.rowids(self._db, self._index, wanted)
            times += _summed(among, numbers, np.full(len(numbers), one_more))
        return held, times

    def _gone_through(self, one: Phrase, among: Numbers) -> tuple[int, Counts]:
        """As `_frequency`, from all that the index holds of a word or of a beginning."""
        second = one.words[0] + word_index.SECOND
        pairs = word_index.places(self._db, self._index, one.words[0], begins=one.begins)
        worth = [
            (number, word_index.worth(term, self._weight))
            for term, number in pairs
            if one.part == "both" or term.startswith(second) == (one.part == "second")
        ]
        if not worth:
            return 0, np.zeros(len(among), dtype=np.float64)
        numbers, each = (np.array(part) for part in zip(*worth, strict=True))
        return len(np.unique(numbers)), _summed(among, numbers, each)

    def _row_frequency(self, one: Phrase, among: Numbers) -> tuple[int, Counts]:
        found = self._times[one]
        held = len(found)
        if len(self.asked) > 1 or len(self.asked[0]) > 1:
            # Among the others, too, that hold nothing else of what is asked for.
            known = self._known[one]
            query = f"{one.fts} NOT {one.sure}" if one.sure else one.fts
            rest = [
                n for n in self._newest(LOOKED_AT, 0, query) if n not in found and n not in known
            ]
            held += len(in_a_row.find(self._db, self._index, [one], rest)[one])
        numbers = np.array(sorted(found), dtype=np.int64)
        worth = np.array(
            [found[n][0] + self._weight * found[n][1] for n in numbers.tolist()], dtype=np.float64
        )
        return held, _summed(among, numbers, worth)


def _summed(among: Numbers, numbers: Numbers, worth: Counts) -> Counts:
    """What each record of `among`, which are in order, is given by `worth` of `numbers`."""
    if not len(numbers) or not len(among):
        return np.zeros(len(among), dtype=np.float64)
    at = np.minimum(np.searchsorted(among, numbers), len(among) - 1)
    there = among[at] == numbers
    made = np.bincount(at[there], weights=worth[there], minlength=len(among))
    return made.astype(np.float64)
