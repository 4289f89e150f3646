"""An article's text as the stage sees it: tokens, sentences, paragraphs, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from contextlib import suppress

from rashomon.statements.settings import LONGEST_SENTENCE
from rashomon.text.links import without_links
from rashomon.text.quotes import Quotation, quotations
from rashomon.text.sentences import sentence_spans
from rashomon.text.words import token_spans

Range = tuple[int, int]
# Characters that join nothing and show nothing; they stand as spaces while the text is read.
_INVISIBLE = tuple(map(chr, (8203, 8204, 8205, 8288, 65279, 173, 160, 8239)))


# A place in capitals or before an agency in brackets, perhaps with a day, and a dash or colon.
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'./ -]{2,30}(?:, [A-Z][\w.]+(?: [A-Z]\w+){0,2}){0,2}(?: \d{1,2})?(?: \([^()\n]{2,40}\))?"
    r"|[A-Z]\w+(?:[ /][A-Z]\w+){0,3}(?:, [A-Z]\w+)?(?:, [A-Z][a-z]+\.? \d{1,2})? \([A-Z][^()\n]{1,30}\)"
    r"|[A-Z]\w+(?: [A-Z]\w+)?, [A-Z]{2}(?=\s*(?:--|—|–|- ))|\([A-Z][\w .]{1,24}\)(?=\s*(?:--|—|–|- )))"
    r"\s*(?:--|—|–|-|:)\s+"
    # "Kamba (NEWS) The port": an agency in capitals right after one word, and no dash.
    r"|[A-Z][\w.]+(?:, [A-Z]\w+\.?)? \([A-Z]{2,}[^()\n]{0,16}\)\s+(?=[A-Z“\"])"
)
# A full stop that a page has lost the space after: "the envoy.The port", "the envoy.“The port". The
# mark comes first, as a search for it is fast.
_GLUED = re.compile(
    r"[.!?…](?:(?<=[^\W\d_]{3}[.!?…])|(?<=[^\W\d_]{3}\.{3}))(?:”?(?=[A-Z][a-z]+ )|(?=“[A-Z]))"
)


class Document:
    """Parallel lists over tokens; every position below is a token index unless it says chars.

    `region[i]` is the number of the quotation that token i stands in, or -1; marks of a quotation
    are outside it (`is_mark`). `sentence[i]` and `paragraph[i]` number the sentence and line.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        plain = text
        for char in _INVISIBLE:
            plain = plain.replace(char, " ")
        # Lists of links inside a sentence stand as spaces too: `holes`, in code points.
        plain, self.holes = without_links(plain)
        plain = plain.replace("--", "— ")  # of the same length
        self.plain = plain
        spans = token_spans(plain)
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [plain[start:end] for start, end in spans]
        self.lower = [word.lower() for word in self.words]
        self.size = len(spans)
        self._places: dict[str, list[int]] = {}
        self._capitals: dict[Range, bool] = {}
        self.quotations: tuple[Quotation, ...] = quotations(plain)
        self.region = [-1] * self.size
        self.is_mark = [False] * self.size
        self.region_tokens: list[Range] = []
        for number, quotation in enumerate(self.quotations):
            first = bisect_left(self.starts, quotation.outer_start)
            last = bisect_left(self.starts, quotation.outer_end)
            inner = bisect_left(self.starts, quotation.start)
            inner_last = max(inner, bisect_left(self.starts, quotation.end))
            self.region[inner:inner_last] = [number] * (inner_last - inner)
            self.is_mark[first:inner] = [True] * (inner - first)
            self.is_mark[inner_last:last] = [True] * (last - inner_last)
            self.region_tokens.append((inner, inner_last))
        self._outside = [
            number < 0 and not mark for number, mark in zip(self.region, self.is_mark, strict=True)
        ]
        self.sentences: list[Range] = []
        self.sentence = [0] * self.size
        any_glued = _GLUED.search(plain) is not None
        for start, end in sentence_spans(plain):
            for glued in _GLUED.finditer(plain, start, end) if any_glued else ():
                cut = bisect_left(self.starts, glued.end())
                first = bisect_left(self.starts, start)
                if cut - first > 3:
                    self._add_sentence(first, cut)
                    start = glued.end()
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            while last - first > LONGEST_SENTENCE:
                self._add_sentence(first, first + LONGEST_SENTENCE)
                first += LONGEST_SENTENCE
            self._add_sentence(first, last)
        self._skip_datelines()
        self.paragraphs: list[Range] = []
        self.paragraph = [0] * self.size
        offset = 0
        for line in plain.split("\n"):
            if line.strip():
                first = bisect_left(self.starts, offset)
                last = bisect_left(self.starts, offset + len(line))
                self.paragraph[first:last] = [len(self.paragraphs)] * (last - first)
                self.paragraphs.append((first, last))
            offset += len(line) + 1

    def _add_sentence(self, first: int, last: int) -> None:
        self.sentence[first:last] = [len(self.sentences)] * (last - first)
        self.sentences.append((first, last))

    def _skip_datelines(self) -> None:
        """Sentences begin after "BRUSSELS — " and "Kamba (Agency) - "."""
        for number, (first, last) in enumerate(self.sentences):
            start = self.starts[first]
            if start and self.plain[start - 1] != "\n":
                continue
            match = _DATELINE.match(self.plain, start, self.ends[last - 1])
            if match is None:
                continue
            after = bisect_left(self.starts, match.end())
            if after < last:
                self.sentences[number] = (after, last)

    def after_dateline(self, part: Range) -> Range:
        """A range without the dateline that it begins with."""
        first = self.sentences[self.sentence[part[0]]][0]
        return (first, part[1]) if part[0] < first < part[1] else part

    def chars(self, span: Range) -> Range:
        """Code points of a range of tokens that is not empty."""
        return self.starts[span[0]], self.ends[span[1] - 1]

    def slice(self, span: Range) -> str:
        """The words of a range of tokens, as they stand in the text."""
        return "".join(self.text[start:end] for start, end in self.pieces(*self.chars(span)))

    def pieces(self, start: int, end: int) -> list[Range]:
        """A range of code points without the lists of links inside it."""
        kept: list[Range] = []
        for first, last in self.holes:
            if start < first and last < end:
                kept.append((start, first))
                start = last
        return [*kept, (start, end)]

    def token_at(self, char: int) -> int:
        """The token that holds code point `char`, or the first after it."""
        return bisect_right(self.ends, char)

    def outside(self, token: int) -> bool:
        """Whether a token stands outside all quotations and is no quotation mark."""
        return self._outside[token]

    def after_quotations(self, start: int, end: int) -> int:
        """The first token of a range behind its last quotation; `start` where it has none."""
        outside = self._outside
        while end > start and outside[end - 1]:
            end -= 1
        return end

    def places(self, lower: str, start: int, end: int) -> list[int]:
        """Where a word in lower case stands in a range of tokens, in order."""
        found = self._places.get(lower)
        if found is None:
            found = self._places[lower] = []
            with suppress(ValueError):
                at = -1
                while True:
                    at = self.lower.index(lower, at + 1)
                    found.append(at)
        return found[bisect_left(found, start) : bisect_left(found, end)] if found else []

    def in_capitals(self, first: int, last: int) -> bool:
        """Whether a range of tokens has Capitals Like a Headline."""
        known = self._capitals.get((first, last))
        if known is None:
            long = [word for word in self.words[first:last] if len(word) > 3]
            capitals = sum(word[0].isupper() for word in long)
            known = len(long) > 4 and 10 * capitals >= 7 * len(long)
            self._capitals[first, last] = known
        return known

    def trim(self, span: Range) -> Range | None:
        """The range without marks and stops at its ends; None where nothing is left."""
        start, end = span
        while (
            start < end
            and not self.words[start][0].isalnum()
            and self.words[start] not in "[$€£#@("
        ):
            start += 1
        while (
            end > start
            and not self.words[end - 1][-1].isalnum()
            and self.words[end - 1][-1] not in "%])…?!.$€£"
        ):
            end -= 1
        while end > start and self.words[end - 1] == ".":
            end -= 1
        return (start, end) if start < end else None
