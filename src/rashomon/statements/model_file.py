"""The tagger's weights as a file: sparse, rounded, and nothing but common words beside them."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.statements.features import BOUNDARIES, LABELS, Floats
from rashomon.statements.vocabulary import Vocabulary

# Weights nearer to nothing than this are left out of the file.
SMALLEST = 0.03


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Everything that the tagger needs."""

    vocabulary: Vocabulary
    gate: Floats
    tagger: Floats
    moves: Floats
    judge: Floats


def write(path: Path, weights: Weights) -> None:
    """Writes the weights; the same weights give the same bytes."""
    vocabulary, gate, tagger = weights.vocabulary, weights.gate, weights.tagger
    words = json.dumps([list(vocabulary.words), list(vocabulary.suffixes), list(vocabulary.cues)])
    gate_at = np.flatnonzero(np.abs(gate) >= SMALLEST).astype(np.int32)
    # Only differences between labels matter: take the first label's weight from all.
    relative = tagger[:, 1:] - tagger[:, :1]
    rows = np.flatnonzero(np.abs(relative).max(axis=1) >= SMALLEST).astype(np.int32)
    arrays: dict[str, npt.NDArray[Any]] = {
        "words": np.frombuffer(words.encode(), dtype=np.uint8),
        "sizes": np.array([len(gate), len(tagger), len(weights.judge)], dtype=np.int64),
        "gate_at": gate_at,
        "gate": gate[gate_at].astype(np.float16),
        "rows": rows,
        "tagger": relative[rows].astype(np.float16),
        "moves": weights.moves.astype(np.float16),
        "judge": weights.judge.astype(np.float16),
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    path.write_bytes(buffer.getvalue())


def read() -> Weights | None:
    """The weights that ship with the package; None where there are none."""
    source = resources.files(__package__).joinpath("tagger.npz")
    if not source.is_file():
        return None
    with np.load(io.BytesIO(source.read_bytes()), allow_pickle=False) as file:
        lists = json.loads(bytes(file["words"]).decode())
        gate_size, tagger_size, _ = file["sizes"].tolist()
        gate = np.zeros(gate_size, dtype=np.float32)
        gate[file["gate_at"]] = file["gate"]
        # A label's weights lie in one piece.
        tagger = np.zeros((LABELS, tagger_size), dtype=np.float32).T
        tagger[file["rows"], 1:] = file["tagger"]
        moves = file["moves"].astype(np.float32).reshape(BOUNDARIES, LABELS, LABELS)
        judge = file["judge"].astype(np.float32)
    numbered = [{word: number for number, word in enumerate(words, 1)} for words in lists]
    return Weights(Vocabulary(*numbered), gate, tagger, moves, judge)
