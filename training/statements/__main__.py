"""Trains the cue gate and the tagger, and writes their weights as one small file.

    python -m training.statements TRAIN.jsonl [--out FILE] [--held N] [--epochs N]

TRAIN.jsonl holds lines {id, text, attributions: [{source, cue, content}]} with code point spans.
Numpy alone; deterministic (a fixed seed). Words are kept that stand in at least `MIN_DOCUMENTS`
documents, so that the file holds common words and numbers and no text can be had back from it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from rashomon.statements import lexicon
from rashomon.statements.model_file import Weights, write
from rashomon.statements.vocabulary import Vocabulary
from training.statements.data import Example, read
from training.statements.fit import fit_gate, fit_judge, fit_tagger

MIN_DOCUMENTS = 25
MAX_WORDS = 2500
MIN_CUES = 3
MIN_SUFFIX = 60


def vocabulary(examples: list[Example]) -> Vocabulary:
    """Words, suffixes and cue words that enough documents have."""
    words: Counter[str] = Counter()
    suffixes: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for example in examples:
        for word in set(example.document.lower):
            words[word] += 1
            if word[0].isalpha():
                suffixes[word[-3:]] += 1
        # A cue is counted once a document, so that no single text decides.
        cues.update({example.document.lower[at] for at in example.heads})
    kept = [word for word, count in words.most_common(MAX_WORDS) if count >= MIN_DOCUMENTS]
    endings = sorted(suffix for suffix, count in suffixes.items() if count >= MIN_SUFFIX)
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for example in examples:
        total.update(
            word for at, word in enumerate(example.document.lower) if example.document.outside(at)
        )
        hits.update(example.document.lower[at] for at in example.heads)
    heads = {
        word
        for word, count in cues.items()
        if count >= MIN_CUES
        and hits[word] / max(1, total[word]) > 0.02
        and (word.isalpha() or word in ":-")
    }
    heads |= {form for form in lexicon.forms() if words[form] >= 3}
    return Vocabulary(
        {word: number for number, word in enumerate(sorted(kept), 1)},
        {suffix: number for number, suffix in enumerate(endings, 1)},
        {word: number for number, word in enumerate(sorted(heads), 1)},
    )


def main() -> None:
    """Reads, trains, writes, and says how large the file is."""
    parser = argparse.ArgumentParser(prog="training.statements")
    parser.add_argument("train", type=Path)
    default = Path(__file__).parents[2] / "src" / "rashomon" / "statements" / "tagger.npz"
    parser.add_argument("--out", type=Path, default=default)
    parser.add_argument("--held", type=int, default=0, help="leave out the last N documents")
    parser.add_argument("--epochs", type=int, default=10)
    arguments = parser.parse_args()
    lines = arguments.train.read_text(encoding="utf-8").splitlines()
    examples = read([json.loads(line) for line in lines[: len(lines) - arguments.held]])
    known = vocabulary(examples)
    print(len(examples), "documents", len(known.words), "words", len(known.cues), "cue words")
    gate = fit_gate(examples, known)
    tagger, moves = fit_tagger(examples, known, arguments.epochs)
    judge = fit_judge(examples, known, arguments.epochs)
    write(arguments.out, Weights(known, gate, tagger, moves, judge))
    print(arguments.out, arguments.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
