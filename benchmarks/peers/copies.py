"""Copies by datasketch's MinHash LSH: articles {id, text} to rows {id, family}."""

from __future__ import annotations

import json
import re
from pathlib import Path

WORD = re.compile(r"\w+")


def datasketch(source: Path, target: Path, threshold: float = 0.5) -> None:
    """128 permutations over 5-word shingles, threshold .5; candidates joined to components."""
    rows = [json.loads(line) for line in source.open(encoding="utf-8")]
    families = fold([(row["id"], row["text"]) for row in rows], threshold)
    with target.open("w", encoding="utf-8") as out:
        for identity, family in families.items():
            out.write(json.dumps({"id": identity, "family": family}) + "\n")


def fold(texts: list[tuple[str, str]], threshold: float) -> dict[str, str]:
    """Head of the family of each text."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    head: dict[str, str] = {}

    def find(x: str) -> str:
        while head[x] != x:
            head[x] = head[head[x]]
            x = head[x]
        return x

    for identity, text in texts:
        words = WORD.findall(text.lower())
        sketch = MinHash(num_perm=128)
        shingles = {" ".join(words[k : k + 5]) for k in range(max(1, len(words) - 4))}
        sketch.update_batch([shingle.encode() for shingle in shingles])
        head[identity] = identity
        for other in index.query(sketch):
            head[find(identity)] = find(str(other))
        index.insert(identity, sketch)
    return {identity: find(identity) for identity in head}
