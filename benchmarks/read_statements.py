"""Draw statements that the library predicts, to be read against their texts by a person.

    python -m benchmarks.read_statements --seed 7 stories.jsonl=70 extraction/html=30

Each PATH is what `rashomon build` reads (a file or a folder of pages, or JSON Lines of articles);
`=COUNT` is how many statements to draw from it, of those that a desk states, with `--all` of all
(as it was before there were two degrees, so that samples of then are drawn again). Pages are shuffled with the seed and read one by
one; of each article `--per-article` statements are drawn (1 unless said otherwise), so that one
long interview does not fill the sample. Each is printed with its article, kind, speaker, way,
polarity, cue and confidence, and the sentences that hold it with one before and one after, where the content
stands in [[ ]], the source in < > and the cue in { }.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from rashomon import names, statements
from rashomon.errors import SourceError
from rashomon.intake import pages
from rashomon.model import Article, Page, Statement
from rashomon.reading import read
from rashomon.text.sentences import sentence_spans


def draw(
    path: str, count: int, seed: int, per_article: int, *, less_sure: bool = False
) -> Iterator[tuple[Article, Statement]]:
    """Up to `count` statements of the pages under `path`, in the order they were drawn: sure ones,
    with `less_sure` of all."""
    chance = random.Random(seed)
    held: list[Page] = []
    for item in pages([path]):
        if not isinstance(item, SourceError) and item[1] is None:
            held.append(item[0])
    held.sort(key=lambda page: page.id)
    chance.shuffle(held)
    given = 0
    for page in held:
        for article in read(page).articles:
            if article.kind == "teaser":
                continue
            made = statements.extract(article, names.mentions(article))
            found = [one for one in made if one.sure or less_sure]
            for statement in chance.sample(found, min(per_article, len(found))):
                if given == count:
                    return
                yield article, statement
                given += 1


def marked(article: Article, statement: Statement) -> str:
    """The sentences of a statement with one before and one after, its parts marked."""
    text = article.text
    marks: list[tuple[int, int, str]] = []
    for span in statement.content:
        marks += [(span.start, 2, "[["), (span.end, 1, "]]")]
    if statement.speaker_span is not None:
        marks += [(statement.speaker_span.start, 2, "<"), (statement.speaker_span.end, 0, ">")]
    if statement.cue_span is not None:
        marks += [(statement.cue_span.start, 2, "{"), (statement.cue_span.end, 0, "}")]
    first, last = min(at for at, _, _ in marks), max(at for at, _, _ in marks)
    spans = sentence_spans(text)
    inside = [n for n, (start, end) in enumerate(spans) if start < last and end > first]
    begin = spans[max(0, inside[0] - 1)][0] if inside else first
    stop = spans[min(len(spans) - 1, inside[-1] + 1)][1] if inside else last
    shown, at = [], begin
    for place, _, sign in sorted(marks):
        shown += [text[at:place], sign]
        at = place
    return " ".join("".join([*shown, text[at:stop]]).replace("\n", " / ").split())


def main(arguments: list[str]) -> int:
    """Print the sample; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH=COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-article", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="less sure ones too")
    options = parser.parse_args(arguments)
    number = 0
    for path in options.paths:
        place, _, count = path.rpartition("=")
        drawn = draw(place, int(count), options.seed, options.per_article, less_sure=options.all)
        for article, said in drawn:
            number += 1
            words = " ... ".join(article.text[span.start : span.end] for span in said.content)
            print(f"#{number} {Path(place).name} {article.outlet or '-'} | {article.title or '-'}")
            print(f"  article {article.id} statement {said.id}")
            print(
                f"  {said.kind}{'' if said.speech else ', no speech'}"
                f"{', DENIED' if said.denied else ''} | speaker: {said.speaker}"
                f" | via: {', '.join(said.via) or '-'} | cue: {said.cue}"
                f"{' | within another' if said.within else ''}"
                f" | confidence: {said.confidence:.2f}{'' if said.sure else ', less sure'}"
            )
            print(f"  says: {' '.join(words.split())}")
            print(f"  text: {marked(article, said)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
