"""What was found in an article - names, statements, moments - as JSON: [mentions, statements, moments].

Places are kept as steps, which pack well: of a mention from the one before, of a statement from where
its content begins, of an expression from its sentence. The views `mentions`, `statements` and
`moments` say what stands where.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model import Mention, Moment, Span, Statement, content_id
from rashomon.store import rows

_TYPES = {"person": "p", "place": "l", "organisation": "o"}
_NAMED = {short: long for long, short in _TYPES.items()}


@dataclass(frozen=True, slots=True)
class Bundle:
    """Mentions by place, statements as they were found, the sure ones first, and moments by place."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    moments: tuple[Moment, ...] = ()

    @property
    def sure(self) -> tuple[Statement, ...]:
        """The statements that are stated."""
        return self.statements[: len(self.statements) - self.less]

    @property
    def less_sure(self) -> tuple[Statement, ...]:
        """The other statements."""
        return self.statements[len(self.statements) - self.less :]

    @property
    def less(self) -> int:
        """How many statements are less sure."""
        return sum(not s.sure for s in self.statements)


def bundle(
    mentions: Sequence[Mention], statements: Sequence[Statement], moments: Sequence[Moment]
) -> Bundle:
    """What was found in one article, each thing once and in order."""
    named = {(m.start, m.end, m.type): m for m in reversed(mentions)}
    said = tuple(reversed({s.id: s for s in reversed(statements)}.values()))
    dated = {rows.moment_id(m): m for m in reversed(moments)}
    return Bundle(
        tuple(named[key] for key in sorted(named)),
        tuple(sorted(said, key=lambda s: not s.sure)),
        tuple(dated[i] for i in sorted(dated, key=lambda i: (dated[i].expression.start, i))),
    )


def packed(found: Bundle) -> bytes:
    """A bundle as it is stored."""
    places = {s.id: n for n, s in enumerate(found.statements)}
    starts = [0, *(m.start for m in found.mentions)]
    made = [
        [_of_mention(m, start) for m, start in zip(found.mentions, starts, strict=False)],
        [_of_statement(s, places) for s in found.statements],
        [_of_moment(m) for m in found.moments],
    ]
    return dumped(made)


def dumped(made: Sequence[Any]) -> bytes:
    """A record as bytes."""
    return rows.dump(made).encode("utf-8", "surrogatepass")


def parts(stored: bytes) -> list[Any]:
    """The three parts of a record as they stand in it."""
    made: list[Any] = json.loads(stored.decode("utf-8", "surrogatepass"))
    return made


def unpacked(article_id: str, stored: bytes) -> Bundle:
    """What `packed` packed."""
    mentioned, said, dated = parts(stored)
    return Bundle(
        tuple(mentions(article_id, mentioned)),
        _statements(article_id, said),
        tuple(_moment(article_id, one) for one in dated),
    )


# Values of a mention and of a statement that are always there: a step or a size of 0 says something.
OF_MENTION, OF_STATEMENT = 3, 8


def trimmed(values: list[Any], keep: int) -> list[Any]:
    """`values` without those at the end that say nothing, but for the first `keep`."""
    while len(values) > keep and values[-1] in (None, 0, (), []):
        values.pop()
    return values


def size(start: int, end: int, words: str | None) -> int:
    """0 where a span is as long as its words, else one more than its length."""
    return 0 if words is not None and end - start == len(words) else end - start + 1


def _end(start: int, size: int | None, words: str | None) -> int:
    return start + (size - 1 if size else len(words or ""))


def _of_mention(m: Mention, before: int) -> list[Any]:
    own = None if m.text == m.referent else m.text
    kind = _TYPES.get(m.type, m.type)
    size_of = size(m.start, m.end, m.text)
    return trimmed([m.start - before, kind, m.referent, size_of, own, m.role], OF_MENTION)


def mentions(owner: str, stored: Sequence[list[Any]]) -> list[Mention]:
    """Mentions, of their part of a record."""
    found, at = [], 0
    for values in stored:
        step, kind, referent, size, own, role = values + [None] * (6 - len(values))
        at += step
        text = referent if own is None else own
        end = _end(at, size, text)
        found.append(Mention(owner, at, end, text, _NAMED.get(kind, kind), referent, role))
    return found


def statement_id(article_id: str, content: Sequence[Sequence[int]]) -> str:
    """The id of a statement, as finding gives it."""
    return content_id("statement", article_id, *(f"{start}-{end}" for start, end in content))


def _of_statement(s: Statement, places: dict[str, int]) -> list[Any]:
    content = [[span.start, span.end] for span in s.content]
    base = content[0][0] if content else 0
    within = None if s.within is None else places.get(s.within, s.within)
    return trimmed(
        [
            [[start, end - start] for start, end in content], s.kind,
            s.speaker, *_step(s.speaker_span, base, s.speaker),
            s.cue, *_step(s.cue_span, base, s.cue),
            # In percent, and from 1: a confidence of 0 is none that is left out.
            None if s.confidence == 1.0 else round(100 * s.confidence) + 1,
            int(s.speech), int(s.denied), s.via,
            [[span.start - base, span.end - span.start] for span in s.via_spans],
            # Places count from 1: what is empty or 0 is cut off.
            within + 1 if isinstance(within, int) else within,
            None if s.id == statement_id(s.article_id, content) else s.id,
        ],
        OF_STATEMENT,
    )  # fmt: skip


def _step(span: Span | None, base: int, words: str | None) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    return span.start - base, size(span.start, span.end, words)


def contents(values: Sequence[Any]) -> list[tuple[int, int]]:
    """Where the words of a statement of a record stand: start and end."""
    return [(start, start + size) for start, size in (values[0] if values else ()) or ()]


def speaker(values: Sequence[Any]) -> str | None:
    """Who speaks, of a statement of a record."""
    said: str | None = values[2] if len(values) > 2 else None
    return said


def _statements(owner: str, stored: Sequence[list[Any]]) -> tuple[Statement, ...]:
    full = [values + [None] * (15 - len(values)) for values in stored]
    content = [contents(values) for values in full]
    ids = [v[14] or statement_id(owner, c) for v, c in zip(full, content, strict=True)]
    found = []
    for n, (v, c) in enumerate(zip(full, content, strict=True)):
        base = c[0][0] if c else 0
        found.append(
            Statement(
                ids[n], owner, v[2], _span(owner, base, v[3], v[4], v[2]),
                _span(owner, base, v[6], v[7], v[5]), tuple(Span(owner, a, b) for a, b in c),
                v[1], tuple(v[11] or ()),
                tuple(Span(owner, base + a, base + a + size) for a, size in v[12] or ()),
                ids[v[13] - 1] if isinstance(v[13], int) else v[13], bool(v[10]), v[5], bool(v[9]),
                1.0 if v[8] is None else (v[8] - 1) / 100,
            )
        )  # fmt: skip
    return tuple(found)


def _span(
    owner: str, base: int, step: int | None, size: int | None, words: str | None
) -> Span | None:
    return None if step is None else Span(owner, base + step, _end(base + step, size, words))


def _of_moment(m: Moment) -> list[Any]:
    sentence, expression = m.sentence, m.expression
    return [
        m.date, m.precision, int(m.planned), sentence.start, sentence.end - sentence.start,
        expression.start - sentence.start, expression.end - expression.start, m.basis,
    ]  # fmt: skip


def _moment(owner: str, v: Sequence[Any]) -> Moment:
    sentence, expression = Span(owner, v[3], v[3] + v[4]), v[3] + v[5]
    return Moment(
        owner, v[0], v[1], bool(v[2]), sentence, Span(owner, expression, expression + v[6]), v[7]
    )
