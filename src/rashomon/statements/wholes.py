"""Makes the words before a closing cue whole: "CLAUSE, X said" has the clause from its beginning."""

from __future__ import annotations

from rashomon.statements import around, clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.frames import CLOSERS

_LEADS = frozenset("and but so however meanwhile yet still also".split())


def mend(document: Document, made: Draft) -> None:
    """Takes the whole clause or quotation that ends right before a cue, where a part was tagged."""
    if made.cue is None or made.source is None or len(made.content) != 1:
        return
    if made.kind != "P" and made.lemma not in CLOSERS:
        return
    start, end = made.content[0]
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
    if span is not None and span != made.content[0]:
        made.content = [span]
        made.regions = around.regions_of(document, made.content)


def _whole_quotation(document: Document, made: Draft) -> None:
    """Takes a quotation whole of which a part was tagged, unless the part holds another one."""
    start, end = made.content[0]
    inner = document.region_tokens[document.region[start]]
    span = document.trim(inner)
    if span is not None and made.kind == "S" and (span[0] < start or end < span[1]):
        made.content = [span]
        made.regions = around.regions_of(document, made.content)


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
