"""Scores of the units by hand-set weights, from the features alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.labels import (
    BODY,
    FIRST,
    LABELS,
    META,
    OTHER,
    STANDFIRST,
    SUBHEAD,
    TEASER,
    TITLE,
)  # fmt: skip


def score(features: Matrix) -> NDArray[np.float64]:
    """Log weights, units by labels; set by eye on the shapes named in the docs."""
    n = len(features)
    out = np.zeros((n, len(LABELS)))

    def f(name: str) -> NDArray[np.float32]:
        return features[:, COLUMN[name]]

    prose, head = f("prose"), f("head_like")
    junk = np.clip(
        f("more") + f("list_head") + f("comment") + f("ask") + f("caption") + f("legal") + f("note")
        + f("bio") + f("credit") + f("sponsored") + f("more_inline") + 2.5 * f("furniture"), 0, 2,
    )  # fmt: skip
    embed = np.clip(f("more-1") + f("more-2"), 0, 1)
    meta = np.clip(
        f("source_age") + f("byline") + f("age") + 0.7 * f("date") * (f("words") < 2.6), 0, 1.5
    )
    cut = np.maximum(f("cut_bracket"), 0.6 * f("cut"))
    boundary = 1.2 * f("gap") + 1.5 * f("repeat_start") + 1.2 * f("repeat_end") - 0.6
    copy = f("copy_near")
    after_end = np.clip(f("terminal-1") + f("credit-1") + (f("blank") > 0), 0, 1)

    out[:, OTHER] = 1.2 + 1.6 * junk - 3.2 * prose + 1.3 * embed + 0.8 * f("numbered") * (1 - prose)
    out[:, BODY] = (
        -1.5
        + 4.2 * prose
        - 1.8 * junk
        - 4 * cut * (f("words") > 2.5)
        + 0.6 * f("terminal")
        - 0.9 * embed
    )
    out[:, BODY] += 0.8 * f("quote") - 0.6 * f("second") * 5
    out[:, FIRST] = (
        out[:, BODY]
        - 3.2
        + 1.6 * boundary
        + 0.8 * f("new_names")
        + 0.7 * f("reintroduced")
        - 1.2 * f("quote")
        - 1.0 * f("pronoun")
    )
    out[:, FIRST] += 1.6 * np.clip(f("dateline_date") + 0.4 * f("dateline"), 0, 1) + 1.0 * (
        f("head_like-1") + f("source_age-1") + f("age-1") > 0
    )
    out[:, TITLE] = (
        -1.2
        + 2.4 * head
        - 1.5 * junk
        - 2.2 * embed
        + 1.8 * copy
        + 2.2 * f("recurs_more")
        + 1.5 * f("title_in_next")
    )
    out[:, TITLE] += (
        1.2 * (f("gap") > 0.93)
        + 1.2 * f("repeat_start")
        + 0.8 * f("title_case") * head
        - 1.5 * f("lower")
        - 1.0 * (f("words") < 1.3)
        + 0.5 * after_end
    )
    out[:, TITLE] -= 1.0 * (f("to_prose") > 8)
    out[:, STANDFIRST] = (
        -2.2
        + 1.8 * head
        + 1.2 * f("begun_by_previous")
        + 2.0 * f("cut_bracket-1")
        + 1.2 * f("repeat_start")
        + 1.2 * (f("gap") > 0.93)
        - 1.5 * junk
        - 2 * embed
    )
    out[:, STANDFIRST] += (
        1.0 * (f("title_case") < 0.55) * head * (f("words") > 2.2)
        + 2.2 * f("title_in_next")
        - 3 * prose
        - 2 * f("lower")
    )
    out[:, META] = (
        -2.0
        + 3.4 * meta
        + 1.2 * f("name_line") * (f("source_age+1") + f("age+1") + f("age-1") > 0)
        - 3 * prose
    )
    out[:, SUBHEAD] = (
        -1.0
        + 1.8 * head * (f("words") < 2.4)
        - 1.2 * f("gap")
        - 1.5 * junk
        - 2.5 * copy
        - 1.5 * embed
    )
    out[:, TEASER] = -4.0 + 6.5 * cut * (f("words") > 2.5) + 2.5 * f("begins_next") * prose
    return out
