"""The parts of the flattened reader by themselves: units, repeats, dates, sources, the walk."""

from __future__ import annotations

import numpy as np
import pytest
from flattened_stories import BRIDGE, FERRY

from rashomon.reading.flattened import labels, patterns
from rashomon.reading.flattened.dates import age_hint, date_line, text_hints
from rashomon.reading.flattened.features import COLUMN, measure
from rashomon.reading.flattened.heads import head_lines
from rashomon.reading.flattened.lexicon import read_words
from rashomon.reading.flattened.repeats import find_repeats
from rashomon.reading.flattened.scores import score
from rashomon.reading.flattened.sources import sources
from rashomon.reading.flattened.units import split_units


def test_units_keep_their_ranges_and_drop_list_marks() -> None:
    text = "  • Home\n\n\nFirst line here.\r\nSecond line."
    units = split_units(text)
    assert [u.text for u in units] == ["Home", "First line here.", "Second line."]
    assert [text[u.start : u.end] for u in units] == [u.text for u in units]
    assert [u.blank for u in units] == [0, 2, 0]
    assert units[0].bullet
    assert text[units[0].left] == "•"


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    import textwrap

    paragraphs = [*FERRY[1], *BRIDGE[1]]
    text = "\n\n".join(textwrap.fill(p, 68) for p in paragraphs)
    assert [" ".join(u.text.split()) for u in split_units(text)] == paragraphs


def test_repeats_are_found_with_differences_inside() -> None:
    f = list(FERRY[1])
    first = [FERRY[0], *f[:3], "Read more", "A headline that stands only here", *f[3:]]
    second = [FERRY[0], *f[:3], "Read more", "Quite another headline this time", *f[3:]]
    repeats = find_repeats(split_units("\n".join([*first, *second, *BRIDGE[1]])))
    assert repeats.runs == [(0, 9, 9, 18)]
    assert repeats.copy_of[14] is None


def test_few_shared_words_are_no_repeat() -> None:
    text = "\n".join([*FERRY[1], "Share", "Print", *BRIDGE[1], "Share", "Print"])
    assert find_repeats(split_units(text)).runs == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: 7 August 2025", "2025-08-07"), ("Aug. 7, 2025", "2025-08-07"), ("2025-08-07", "2025-08-07"),
        ("2025-08-07T14:05:00Z", "2025-08-07T14:05Z"), ("7 August 2025 14:05 GMT | Politics", "2025-08-07T14:05Z"),
        ("Posted on March 3, 2023 by admin in Politics", "2023-03-03"), ("07.08.2025", "2025-08-07"), ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"), ("Thursday, August 7", "--08-07"), ("2025年8月7日", "2025-08-07"),
        ("Von Ann Lee, 7. August 2025", "2025-08-07"), ("1er mars 2024", "2024-03-01"), ("7 de agosto de 2025", "2025-08-07"),
        ("12 settembre 2023, 18:15", "2023-09-12"), ("7 августа 2025", "2025-08-07"), ("3 mei", "--05-03"),
    ],
)  # fmt: skip
def test_date_lines(line: str, value: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "line", ["May 2025", "31 February 2025", "07/08/2025", "no date", "He may 5 times"]
)
def test_no_date_is_made_up(line: str) -> None:
    found = date_line(line)
    assert found is None or not found.whole


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Meridian News2 days ago", "P2D"), ("timean hour ago", "PT1H"), ("time28 minutes ago", "PT28M"), ("3 weeks ago", "P3W"), ("yesterday", "P1D"),
        ("a day ago", "P1D"),
    ],
)  # fmt: skip
def test_ages(line: str, value: str) -> None:
    hint = age_hint(line)
    assert hint is not None
    assert (hint.kind, hint.value) == ("age", value)


def test_hints_of_a_lead() -> None:
    own, hints = text_hints(
        "HARROWGATE, Aug. 7 (Corvid Wire) -- On August 5, 2025, the council said on Wednesday that it would meet."
    )
    assert own is None
    assert [(h.kind, h.value) for h in hints] == [
        ("partial", "--08-07"),
        ("date", "2025-08-05"),
        ("weekday", "3"),
    ]


def test_a_dateline_with_its_year_is_the_date() -> None:
    own, _ = text_hints("HARROWGATE, 7 August 2025 (Corvid Wire) -- The council met.")
    assert own == "2025-08-07"


@pytest.mark.parametrize(
    ("tail", "kinds"),
    [
        ("(Reporting by Ada Quill; Editing by Tom Bray)", ["credit"]), ("(Reuters)", ["credit"]), ("Original: https://example.org/a/1", ["original"]),
        ("The piece was first published by Kestrel Daily, then translated and edited by Gazette staff.", ["first-published", "translated"]),
        ("People wait in Port Elder. (Ben Hoy / AFP via Getty Images)", []), ("The talks failed, Reuters reported (see map).", []),
    ],
)  # fmt: skip
def test_sources_after_an_article(tail: str, kinds: list[str]) -> None:
    rows, _ = sources([], [tail], "The council met.", "It ended at nine.")
    assert [row.kind for row in rows] == kinds


def test_an_attribution_in_the_text_is_no_credit() -> None:
    rows, _ = sources(
        [],
        [],
        "The council met, according to Reuters.",
        "It ended at nine, the Reuters news agency said.",
    )
    assert rows == ()


def test_the_walk_needs_a_body_after_a_headline() -> None:
    scores = np.full((4, len(labels.LABELS)), -6.0)
    for k, label in enumerate((labels.OTHER, labels.TITLE, labels.FIRST, labels.BODY)):
        scores[k, label] = 0.0
    assert labels.walk(scores) == [labels.OUTSIDE, labels.T, labels.F, labels.B]
    assert labels.walk(scores, {3})[3] != labels.B


def test_a_long_unit_is_no_head_and_three_words_begin_nothing() -> None:
    text = " ".join([*FERRY[1], *BRIDGE[1]])
    units = split_units(f"{FERRY[0]}\n\n{text}\n\nThe Gazette")
    chances = np.exp(score(measure(units, read_words(units), find_repeats(units)), units))
    assert chances[1, [labels.TITLE, labels.STANDFIRST, labels.META, labels.SUBHEAD]].max() < 1e-3
    assert chances[2, labels.FIRST] < 1e-3
    assert np.allclose(chances.sum(axis=1), 1, atol=0.01)


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("FILE PHOTO: The old mill at dusk", True), ("Workers leave the yard. CORVID/Ann Lee", True),
        ("Image caption The ferry in fog", True), ("Border town hit again (PHOTO, VIDEO)", False),
        ("Photo finish in the rowing cup", False), ("AC/DC tickets sell out", False),
    ],
)  # fmt: skip
def test_sure_captions(line: str, sure: bool) -> None:
    assert bool(patterns.CAPTION_SURE.search(line)) is sure


def test_lines_above_an_article_get_a_look() -> None:
    path = [labels.OUTSIDE, labels.T, labels.M, labels.F, labels.B, labels.T, labels.F]
    features = np.zeros((len(path), len(COLUMN)), dtype=np.float32)
    features[:, COLUMN["words"]] = [1, 2, 1, 4, 4, 2, 4]
    assert head_lines(path, features) == [(2, 3), (1, 3), (0, 3), (5, 6)]
