"""Questions over the sample newsroom: how often the right passage comes first, and how often the
desk says nothing where it has nothing to say.

`python -m benchmarks.ask_desk [tuning|held-out]...` builds a desk from examples/newsroom. A line of
examples/questions/*.jsonl is a question with strings of which the right passage holds one, or null
where the desk cannot answer.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from rashomon.ask import ask
from rashomon.store import Desk, read

EXAMPLES = Path(__file__).parent.parent / "examples"


def measure(desk: Desk, name: str, *, verbose: bool = False) -> dict[str, int]:
    """Counts over one set of questions."""
    counts = {"answerable": 0, "first": 0, "any": 0, "silent": 0, "unanswerable": 0, "abstained": 0}
    for line in (EXAMPLES / "questions" / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found = ask(desk.db, row["question"])
        articles = read.articles_by_id(desk.db, [p.span.article_id for p in found.passages])
        shown = [
            articles[p.span.article_id].text[p.span.start : p.span.end] for p in found.passages
        ]
        if row["answer"] is None:
            counts["unanswerable"] += 1
            counts["abstained"] += not shown
            good = not shown
        else:
            right = [any(a in text for a in row["answer"]) for text in shown]
            counts["answerable"] += 1
            counts["first"] += right[:1] == [True]
            counts["any"] += any(right)
            counts["silent"] += not shown
            good = right[:1] == [True]
        if verbose and not good:
            print(f"  {row['question']}  [{found.kind}]", file=sys.stderr)
            for passage, text in zip(found.passages[:3], shown, strict=False):
                print(f"    {passage.score:.2f} {passage.reading!r} {text}", file=sys.stderr)
            if not shown:
                print(f"    silent; missing {found.missing}", file=sys.stderr)
                for passage in found.near[:2]:
                    text = read.articles_by_id(desk.db, [passage.span.article_id])
                    near = text[passage.span.article_id].text
                    print(
                        f"    near {passage.score:.2f} {passage.reading!r}"
                        f" {near[passage.span.start : passage.span.end]}",
                        file=sys.stderr,
                    )
    return counts


def main(names: list[str]) -> None:
    verbose = "--verbose" in names
    names = [n for n in names if not n.startswith("-")] or ["tuning", "held-out"]
    from rashomon.engines import LocalEngine
    from rashomon.pipeline import build
    from rashomon.progress import Progress

    with (
        tempfile.TemporaryDirectory() as folder,
        LocalEngine(1) as engine,
        Desk(Path(folder) / "desk.db", write=True) as desk,
    ):
        build(desk, [str(EXAMPLES / "newsroom")], engine, Progress())
        for name in names:
            counts = measure(desk, name, verbose=verbose)
            print(
                f"{name}: right passage first {counts['first']} of {counts['answerable']}, among"
                f" those shown {counts['any']}, silent {counts['silent']}; abstained"
                f" {counts['abstained']} of {counts['unanswerable']}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
