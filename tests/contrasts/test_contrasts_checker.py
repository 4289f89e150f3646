"""The checker stops whatever its spans do not bear out, whoever proposes it."""

from __future__ import annotations

import pytest
from contrast_builders import Tellings
from hypothesis import given
from hypothesis import strategies as st

from builders import make_mention, make_moment, span_of
from rashomon.contrasts import checker, find
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.model import Copy, Span

ONE = "Fourteen people were hurt in Telmi on 7 August 2031, the United States said. The road is 5 km long."
TWO = (
    "In Orlav 14 people were hurt on Aug. 7, the US said. The road is 5,000 metres long. Nine left."
)


def make() -> Tellings:
    tellings = Tellings()
    tellings.add(ONE, "Ledger")
    tellings.add(TWO, "Courier")
    return tellings


def proposed(tellings: Tellings, kind: str, one: str, two: str, **fields) -> Candidate:
    a, b = tellings.articles[:2]
    values = fields.pop("values", (one, two))
    sides = (Side(span_of(a, one), one, values[0]), Side(span_of(b, two), two, values[1]))
    return Candidate("A topic", kind, "strong", sides, 1.0, **fields)  # type: ignore[arg-type]


def lets_through(tellings: Tellings, candidate: Candidate) -> bool:
    return checker.proves(Lens.of(tellings.material()), candidate)


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("number", "Fourteen people", "14 people"),  # digit and word
        ("number", "Fourteen", "In Orlav 14 people were hurt"),
        ("number", "5 km", "5,000 metres"),  # unit and unit
        ("number", "people were hurt", "people were hurt on"),  # no number at all
        ("date", "7 August 2031", "Aug. 7"),  # one day, two ways, one without the year
        ("date", "the United States", "the US"),  # no day at all
        ("update", "Fourteen", "Nine"),  # published on one day: no update
        ("wording", "the United States", "the US"),
        ("wording", "people were hurt", "people were hurt"),
        ("agency", "the United States", "the US"),
        ("place", "The road", "The road is"),  # names no place
        ("attribution", "people were hurt", "14 people were hurt"),  # both have the words
    ],
)
def test_equal_values_are_stopped(kind: str, one: str, two: str) -> None:
    assert not lets_through(make(), proposed(make(), kind, one, two, values=("x", "y")))


def test_a_number_that_differs_passes() -> None:
    assert lets_through(make(), proposed(make(), "number", "Fourteen people", "Nine"))


def test_values_that_the_detector_made_equal_are_stopped() -> None:
    assert not lets_through(
        make(), proposed(make(), "number", "Fourteen", "Nine", values=("14", "fourteen"))
    )


@pytest.mark.parametrize("ends", [(0, 0), (5, 3), (-3, 4), (0, 10_000), (900, 905)])
def test_spans_that_do_not_exist_are_stopped(ends: tuple[int, int]) -> None:
    tellings = make()
    a, b = tellings.articles
    sides = (Side(Span(a.id, *ends), "", "1"), Side(span_of(b, "Nine"), "", "2"))
    assert not lets_through(tellings, Candidate("T", "number", "strong", sides, 1.0))


def test_an_article_of_no_telling_is_stopped() -> None:
    tellings = make()
    sides = (
        Side(Span("elsewhere", 0, 4), "", "1"),
        Side(span_of(tellings.articles[1], "Nine"), "", "2"),
    )
    assert not lets_through(tellings, Candidate("T", "number", "strong", sides, 1.0))


def test_one_family_does_not_differ_from_itself() -> None:
    tellings = make()
    a, b = tellings.articles
    tellings.copies += [
        Copy(a.id, a.id, None, "original", 1.0, ""), Copy(b.id, a.id, a.id, "reworded", 0.8, "")
    ]  # fmt: skip
    assert not lets_through(tellings, proposed(tellings, "number", "Fourteen", "Nine"))
    one = (Side(span_of(a, "Fourteen"), "", "14"), Side(span_of(a, "5 km"), "", "5"))
    assert not lets_through(tellings, Candidate("T", "number", "strong", one, 1.0))


def test_places_must_be_named_and_differ() -> None:
    tellings = make()
    a, b = tellings.articles
    candidate = proposed(tellings, "place", "Telmi", "Orlav")
    assert not lets_through(tellings, candidate)  # nothing says that these are places
    tellings.mentions += [
        make_mention(a, "Telmi", type="place"),
        make_mention(b, "Orlav", type="place"),
    ]
    assert lets_through(tellings, candidate)
    same = make()
    same.name(same.articles[0], "Telmi", "place", canonical="Orlav")
    same.name(same.articles[1], "Orlav", "place")
    assert not lets_through(same, proposed(same, "place", "Telmi", "Orlav", values=("a", "b")))


def test_days_may_be_resolved_by_moments() -> None:
    tellings = Tellings()
    a = tellings.add("The talks open on Friday.", "Ledger")
    b = tellings.add("The talks open on 10 May.", "Courier")
    candidate = proposed(tellings, "date", "on Friday", "on 10 May")
    assert not lets_through(tellings, candidate)
    tellings.moments.append(make_moment(a, "Friday", a.text, date="2031-05-09"))
    assert lets_through(tellings, candidate)
    tellings.moments[0] = make_moment(a, "Friday", a.text, date="2031-05-10")
    assert not lets_through(tellings, candidate)
    assert b.text


def test_an_actor_must_stand_in_the_words() -> None:
    tellings = make()
    tellings.name(tellings.articles[0], "Telmi", "place")
    candidate = proposed(tellings, "agency", "were hurt", "were hurt on", values=("Telmi", "Orlav"))
    assert not lets_through(tellings, candidate)
    denied = proposed(tellings, "agency", "Telmi", "Orlav", values=("not Telmi", "Orlav"))
    assert not lets_through(tellings, denied)


def test_an_omission_needs_two_that_have_it_and_one_that_lacks_it() -> None:
    tellings = make()
    c = tellings.add("The road is closed. Nobody spoke of anything else that day.", "Post")
    having = proposed(tellings, "omission", "people were hurt", "people were hurt", lacking=(c.id,))
    assert lets_through(tellings, having)
    alone = Candidate("T", "omission", "soft", having.sides[:1], 1.0, (c.id,))
    assert not lets_through(tellings, alone)
    told = proposed(tellings, "omission", "The road is", "The road is", lacking=(c.id,))
    assert not lets_through(tellings, told)
    itself = proposed(tellings, "omission", "Fourteen", "Nine", lacking=(tellings.articles[0].id,))
    assert not lets_through(tellings, itself)
    assert not lets_through(tellings, proposed(tellings, "omission", "Fourteen", "Nine"))


KINDS = ["number", "date", "place", "agency", "wording", "attribution", "omission", "update"]


@given(
    st.sampled_from(KINDS), st.integers(-5, 120), st.integers(-5, 120), st.integers(-5, 120),
    st.integers(-5, 120), st.sampled_from(["text", "title", "body"]), st.text(max_size=8), st.text(max_size=8),
)  # fmt: skip
def test_an_adversary_never_gets_through_what_is_the_same(
    kind: str, s1: int, e1: int, s2: int, e2: int, field: str, v1: str, v2: str
) -> None:
    """Whatever is proposed between a telling and a word-for-word reprint of it is stopped."""
    tellings = Tellings()
    a = tellings.add(ONE, "Ledger", title="The road to Telmi")
    b = tellings.add(ONE + " ", "Courier", title="The road to Telmi")
    sides = (Side(Span(a.id, s1, e1), "", v1, field), Side(Span(b.id, s1, e1), "", v2, field))
    candidate = Candidate("T", kind, "strong", sides, 1.0, lacking=(a.id,))  # type: ignore[arg-type]
    assert not lets_through(tellings, candidate)
    other = (Side(Span(a.id, s1, e1), "", v1, field), Side(Span(a.id, s2, e2), "", v2, field))
    alone = Candidate("T", kind, "strong", other, 1.0, lacking=(b.id,))  # type: ignore[arg-type]
    assert not lets_through(tellings, alone)


def test_a_detector_of_nonsense_shows_nothing() -> None:
    tellings = make()

    def nonsense(lens: Lens):
        a, b = lens.tellings
        for start in range(0, 40, 7):
            sides = (Side(Span(a.id, start, start - 1), "", "1"), Side(Span(b.id, 0, 3), "", "2"))
            yield Candidate("T", "number", "strong", sides, 1.0)
        yield Candidate(" ", "wording", "strong", (Side(Span(a.id, 0, 5), "", "1"),), 1.0)

    assert find(tellings.material(), detectors=(nonsense,)) == ()


def test_a_reading_that_quotes_what_does_not_stand_there_is_stopped() -> None:
    tellings = make()
    good = proposed(tellings, "wording", "hurt in Telmi", "In Orlav")
    assert checker.proves(Lens.of(tellings.material()), good)
    sides = tuple(
        Side(s.span, "“slaughtered”" if n == 0 else "no such word", s.value)
        for n, s in enumerate(good.sides)
    )
    bad = Candidate(good.topic, good.kind, good.strength, sides, good.weight)
    assert not checker.proves(Lens.of(tellings.material()), bad)
