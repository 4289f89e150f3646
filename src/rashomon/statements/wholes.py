"""Makes the words before a closing cue whole: "CLAUSE, X said" has the clause from its beginning."""

from __future__ import annotations

from rashomon.statements import around, clauses
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.frames import CLOSERS
from rashomon.statements.words import PLAIN_VERBS

_LEADS = frozenset("and but so however meanwhile yet still also".split())


def mend(document: Document, made: Draft) -> None:
    """Takes the whole clause or quotation that ends right before a cue, where a part was tagged."""
    if made.cue is None or made.source is None:
        return
    _join(document, made)
    if len(made.content) != 1:
        return
    start, end = made.content[0]
    if start > made.anchor >= 0 and made.kind != "P":
        _go_on(document, made)
    if made.kind != "P" and made.lemma not in CLOSERS:
        return
    if document.region[start] >= 0 and document.region[start] == document.region[end - 1]:
        _whole_quotation(document, made)
        return
    head = made.cue[0] if made.kind == "P" else min(made.cue[0], made.source[0])
    if end > head or document.sentence[end - 1] != document.sentence[head]:
        return
    edge = _edge(document, head, end)
    if edge is None:
        return
    first = document.sentences[document.sentence[head]][0]
    if document.region[edge - 1] >= 0:
        whole = document.region_tokens[document.region[edge - 1]]
        start = min(start, whole[0])
    begin = _begin(document, start, first, edge)
    span = document.trim((begin, edge))
    if span is None:
        return
    rest = _rest(document, made, span)
    if span != made.content[0] or rest is not None:
        made.content = [span] if rest is None else [span, rest]
        made.regions = around.regions_of(document, made.content)


_NEAR = 5


def _join(document: Document, made: Draft) -> None:
    """Makes one of two parts before the cue, or after it, with only a word or two between them."""
    assert made.cue is not None
    parts = made.content[:1]
    for part in made.content[1:]:
        gap = range(parts[-1][1], part[0])
        same = document.sentence[parts[-1][0]] == document.sentence[part[1] - 1]
        if (
            same
            and len(gap) <= _NEAR
            and not any(made.cue[0] <= at < made.cue[1] for at in gap)
            and not (made.source and any(made.source[0] <= at < made.source[1] for at in gap))
            and any(document.words[at][0].isalnum() for at in gap)
        ):
            parts[-1] = (parts[-1][0], part[1])
        else:
            parts.append(part)
    made.content = parts


def _whole_quotation(document: Document, made: Draft) -> None:
    """Takes a quotation whole of which a part was tagged, unless the part holds another one."""
    start, end = made.content[0]
    inner = document.region_tokens[document.region[start]]
    span = document.trim(inner)
    if span is not None and made.kind == "S" and (span[0] < start or end < span[1]):
        made.content = [span]
        made.regions = around.regions_of(document, made.content)


_DANGLING = frozenset(
    "and or but than the a an of to with for from in on by that is was are were not their his her its "
    "has have had be been more".split()
)


def _go_on(document: Document, made: Draft) -> None:
    """On past an end that is none: "more even than", "explain why each voter" before its verb."""
    start, end = made.content[0]
    if not document.outside(end - 1) or end >= document.size or not document.outside(end):
        return
    if not document.words[end][0].isalnum() or document.sentence[end] != document.sentence[end - 1]:
        return
    broken = document.lower[end - 1] in _DANGLING
    verb = document.lower[end] in PLAIN_VERBS and document.words[end][0].islower()
    if not broken and (not verb or clauses.sure_verb(document, start, end)):
        return
    final = around.final(document, document.sentences[document.sentence[end]][1])
    span = document.trim((start, clauses.end_of(document, end, final)))
    if span is not None:
        made.content = [span]
        made.regions = around.regions_of(document, made.content)


# What the comma after "X said" may go on with as his words; "when" and "after" tell as often of the outlet's.
_GOES_ON = frozenset("until unless because since if even except especially so".split())


def _rest(document: Document, made: Draft, span: Range) -> Range | None:
    """What goes on after "CLAUSE, X said,": the verb of a lone subject, or "because ..."."""
    assert made.cue is not None
    assert made.source is not None
    at = max(made.cue[1], made.source[1])
    final = around.final(document, document.sentences[document.sentence[made.cue[0]]][1])
    at = clauses.skip_time(document, at, final)
    if at + 3 > final or document.words[at] != "," or not document.outside(at + 1):
        return None
    lower = document.lower[at + 1]
    verb = lower in PLAIN_VERBS or (lower.endswith("ed") and document.words[at + 1][0].islower())
    alone = verb and not clauses.sure_verb(document, *span)
    again = lower == "and" and (document.lower[at + 2] == "that" or document.is_mark[at + 2])
    if not alone and not again and lower not in _GOES_ON:
        return None
    return document.trim((at + 1, clauses.end_of(document, at + 1, final)))


def _edge(document: Document, head: int, end: int) -> int | None:
    """The end of what stands right before a cue: at a comma, a dash or a closing mark."""
    at = head - 1
    while at > end and not document.words[at][0].isalnum() and document.region[at] < 0:
        at -= 1
    return at + 1 if at + 1 > end else end


def _begin(document: Document, start: int, first: int, edge: int) -> int:
    """The beginning of the clause: that of its sentence, past "but" and the like."""
    if document.region[start] >= 0 or document.is_mark[start]:
        return start
    begin = first
    for at in range(start - 1, first - 1, -1):
        if document.words[at] in (";", ":") or not document.outside(at):
            begin = at + 1
            break
        if clauses.speech_form(document, at, ("past", "s", "ing")):
            return start
    while begin < start and (
        document.lower[begin] in _LEADS or not document.words[begin][0].isalnum()
    ):
        begin += 1
    return min(begin, start)
