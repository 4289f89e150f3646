"""Fitting: logistic regression for the gate, a linear-chain CRF for the tagger, with AdaGrad."""

from __future__ import annotations

import numpy as np

from rashomon.statements import features, judge, rules, tagger
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.features import (
    BOUNDARIES,
    LABELS,
    Floats,
    Ints,
    Layout,
    Tokens,
)
from rashomon.statements.model_file import Weights
from rashomon.statements.vocabulary import Vocabulary, Words
from training.statements.data import Example

SEED = 7
GATE_EPOCHS = 25
GATE_RATE, TAGGER_RATE = 0.15, 0.08
# Weight decay per step, as a share of the step: keeps rare features small. Much more of it, with more
# epochs, gives the tagger better chances on documents left out (.071 against .093 nats a token), and
# yet fewer attributions found whole: F1 on PolNeAR dev 68.3 against 70.2.
DECAY = 2e-4
# The judge sees fewer examples: of .00005 to .002 this gave the best chances in cross-validation.
GATE_DECAY, JUDGE_DECAY = 5e-5, 1.5e-3
BATCH = 256


def fit_gate(examples: list[Example], known: Vocabulary) -> Floats:
    """Weights of the gate's features; the last one is the bias."""
    rows: list[Ints] = []
    truth: list[Ints] = []
    layout = Layout()
    words = Words(known)
    for example in examples:
        tokens = Tokens(example.document, words)
        at = features.candidates(tokens)
        if len(at):
            rows.append(features.gate(tokens, at, known, layout))
            truth.append(np.isin(at, np.array(example.heads)).astype(np.int64))
    inputs, labels = np.concatenate(rows), np.concatenate(truth).astype(np.float64)
    return _logistic(inputs, labels, layout.size, GATE_DECAY, "gate")


def _logistic(inputs: Ints, labels: np.ndarray, size: int, decay: float, name: str) -> Floats:
    """Weights of a logistic regression over indices; labels are 0 to 1; the bias comes last."""
    weights, squares = np.zeros(size + 1), np.full(size + 1, 1e-6)
    generator = np.random.default_rng(SEED)
    for epoch in range(GATE_EPOCHS):
        loss = 0.0
        for part in np.array_split(generator.permutation(len(inputs)), max(1, len(inputs) // 1024)):
            indices, wanted = inputs[part], labels[part]
            score = weights[indices].sum(axis=1) + weights[-1]
            chance = 1 / (1 + np.exp(-score))
            loss -= float(
                (wanted * np.log(chance + 1e-9) + (1 - wanted) * np.log(1 - chance + 1e-9)).sum()
            )
            error = (chance - wanted) / len(part)
            gradient = np.bincount(indices.ravel(), np.repeat(error, indices.shape[1]), size + 1)
            gradient[-1] += error.sum()
            gradient += decay * weights
            squares += gradient**2
            weights -= GATE_RATE * gradient / np.sqrt(squares)
        if epoch % 8 == 0:
            print(name, epoch, round(loss / len(inputs), 4), "of", len(labels))
    return weights.astype(np.float32)


def fit_judge(examples: list[Example], known: Vocabulary, epochs: int) -> Floats:
    """Weights of the judge, from what gate and tagger say of the half they were not trained on."""
    rows: list[Ints] = []
    truth: list[float] = []
    layout = Layout()
    for held in (0, 1):
        seen = [example for at, example in enumerate(examples) if at % 2 != held]
        tagged, moves = fit_tagger(seen, known, epochs)
        empty = np.zeros(0, dtype=np.float32)
        weights = Weights(known, fit_gate(seen, known), tagged, moves, empty)
        for example in (example for at, example in enumerate(examples) if at % 2 == held):
            found = tagger.propose(example.document, rules.draft(example.document), weights)
            if found is None or not found.drafts:
                continue
            rows.append(
                judge.features(
                    example.document, found.tokens, known, found.drafts, found.chances, layout
                )
            )
            truth.extend(_right(example, made) for made, _ in found.drafts)
    return _logistic(np.concatenate(rows), np.array(truth), layout.size, JUDGE_DECAY, "judge")


def _right(example: Example, made: Draft) -> float:
    """1 where a gold attribution has this content (IoU .5) and source, .5 for the content alone."""
    own = _words(example.document, made.content)
    best = 0.0
    for number, content in enumerate(example.contents):
        if content[0][0] > made.content[-1][1] or content[-1][1] < made.content[0][0]:
            continue
        gold = _words(example.document, content)
        if 2 * len(own & gold) < len(own | gold) or not own:
            continue
        sources = _words(example.document, example.sources[number])
        source = _words(example.document, [made.source] if made.source else [])
        best = max(best, 1.0 if (sources & source or (not sources and not source)) else 0.5)
    return best


def _words(document: Document, spans: list[Range]) -> set[int]:
    return {
        at for start, end in spans for at in range(start, end) if document.words[at][0].isalnum()
    }


def _sequences(
    examples: list[Example], known: Vocabulary
) -> tuple[list[Ints], list[Ints], list[Ints], int]:
    """Feature rows, labels and step kinds of every cue's window; the table's size."""
    rows: list[Ints] = []
    labels: list[Ints] = []
    kinds: list[Ints] = []
    words = Words(known)
    own, near = Layout(), Layout()
    for example in examples:
        if not example.heads:
            continue
        tokens = Tokens(example.document, words)
        alone = features.static(tokens, known, own)
        cues = np.array(example.heads, dtype=np.int64)
        numbers, at = features.windows(tokens, cues)
        seen = features.relative(tokens, cues[numbers], at, known, near)
        table = np.concatenate((alone[at], seen + own.size), axis=1).astype(np.int32)
        step = features.boundary(tokens, at)
        for number in range(len(cues)):
            mask = numbers == number
            places = at[mask]
            wanted = np.zeros(len(places), dtype=np.int64)
            for start, end in example.contents[number]:
                wanted[(places >= start) & (places < end)] = 2
            for start, end in example.sources[number]:
                wanted[(places >= start) & (places < end)] = 1
            if not wanted.any():
                continue
            rows.append(table[mask])
            labels.append(wanted)
            kinds.append(step[mask])
    return rows, labels, kinds, own.size + near.size


def fit_tagger(examples: list[Example], known: Vocabulary, epochs: int) -> tuple[Floats, Floats]:
    """Weights (features, labels) and moves (boundary kinds, labels, labels)."""
    rows, labels, kinds, size = _sequences(examples, known)
    print("tagger", len(rows), "sequences", sum(map(len, rows)), "tokens", size, "features")
    weights, squares = np.zeros((size, LABELS)), np.full((size, LABELS), 1e-6)
    moves, move_squares = (
        np.zeros((BOUNDARIES, LABELS, LABELS)),
        np.full((BOUNDARIES, LABELS, LABELS), 1e-6),
    )
    generator = np.random.default_rng(SEED)
    order = np.argsort([len(row) for row in rows], kind="stable")
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    for epoch in range(epochs):
        loss = tokens = 0.0
        for number in generator.permutation(len(batches)):
            part = batches[number]
            lengths = np.array([len(rows[at]) for at in part])
            indices = np.concatenate([rows[at] for at in part])
            wanted = np.concatenate([labels[at] for at in part])
            steps = np.concatenate([kinds[at] for at in part])
            scores = weights[indices].sum(axis=1)
            cost, gradient, move_gradient = _gradient(scores, wanted, steps, lengths, moves)
            loss += cost
            tokens += len(wanted)
            gradient /= len(part)
            move_gradient /= len(part)
            flat = indices.ravel()
            for label in range(LABELS):
                slope = np.bincount(flat, np.repeat(gradient[:, label], indices.shape[1]), size)
                slope += DECAY * weights[:, label]
                squares[:, label] += slope**2
                weights[:, label] -= TAGGER_RATE * slope / np.sqrt(squares[:, label])
            move_squares += move_gradient**2
            moves -= TAGGER_RATE * move_gradient / np.sqrt(move_squares)
        print("tagger", epoch, round(loss / tokens, 4), flush=True)
    return weights.astype(np.float32), moves.astype(np.float32)


def _gradient(
    scores: np.ndarray, wanted: Ints, steps: Ints, lengths: Ints, moves: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Negative log-likelihood of a batch, and its gradient by score and by move."""
    count, longest = len(lengths), int(lengths.max())
    mask = np.arange(longest)[None, :] < lengths[:, None]
    batch = np.zeros((count, longest, LABELS))
    kind = np.zeros((count, longest), dtype=np.int64)
    gold = np.zeros((count, longest), dtype=np.int64)
    batch[mask], kind[mask], gold[mask] = scores, steps, wanted
    rows = np.arange(count)
    forward = np.zeros_like(batch)
    forward[:, 0] = batch[:, 0]
    for at in range(1, longest):
        options = forward[:, at - 1, :, None] + moves[kind[:, at]]
        top = options.max(axis=1)
        value = top + np.log(np.exp(options - top[:, None, :]).sum(axis=1)) + batch[:, at]
        forward[:, at] = np.where(mask[:, at, None], value, forward[:, at - 1])
    top = forward[:, -1].max(axis=1)
    total = top + np.log(np.exp(forward[:, -1] - top[:, None]).sum(axis=1))
    backward = np.zeros_like(batch)
    move_gradient = np.zeros_like(moves)
    cost = float(total.sum())
    for at in range(longest - 1, 0, -1):
        alive = mask[:, at]
        ahead = (batch[:, at] + backward[:, at])[:, None, :] + moves[kind[:, at]]
        pair = forward[:, at - 1, :, None] + ahead - total[:, None, None]
        chance = np.exp(pair) * alive[:, None, None]
        np.add.at(move_gradient, kind[alive, at], chance[alive])
        np.add.at(move_gradient, (kind[alive, at], gold[alive, at - 1], gold[alive, at]), -1.0)
        cost -= float(moves[kind[alive, at], gold[alive, at - 1], gold[alive, at]].sum())
        top = ahead.max(axis=2)
        value = top + np.log(np.exp(ahead - top[:, :, None]).sum(axis=2))
        backward[:, at - 1] = np.where(alive[:, None], value, 0.0)
    chance = np.exp(forward + backward - total[:, None, None])[mask]
    chance[np.arange(len(wanted)), wanted] -= 1.0
    cost -= float(batch[rows[:, None], np.arange(longest)[None, :], gold][mask].sum())
    return cost, chance, move_gradient
