from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Article
from rashomon.timeline import moments, timexes


def make_article(text: str, published: str | None = "2031-05-14", language: str = "en") -> Article:
    return Article(
        "a", "p", "article", None, None, None, "Outlet", None, published, None, language, text, None
    )


def dates(
    text: str, published: str | None = "2031-05-14", language: str = "en"
) -> list[str | None]:
    return [moment.date for moment in moments(make_article(text, published, language))]


# 14 May 2031 is a Wednesday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Velm said on Monday that the bridge was closed.", "2031-05-12"),
        ("The mayor said on Wednesday that it was closed.", "2031-05-14"),
        ("The two will meet on Friday.", "2031-05-16"),
        ("The bridge remains closed until Sunday.", "2031-05-18"),
        ("It opened on March 3.", "2031-03-03"),
        ("He took office on Dec. 20.", "2030-12-20"),
        ("The summit is set for January 8.", "2032-01-08"),
        ("Following the vote in November, she resigned.", "2030-11"),
        ("The vote will be held in November.", "2031-11"),
        ("They met last week.", "2031-W19"),
        ("They are due to meet next week.", "2031-W21"),
        ("They met last month.", "2031-04"),
        ("Flights were suspended in 2027.", "2027"),
        ("It was built in 2016–2017.", "2016/2017"),
        ("It ran from 2016 to 2019.", "2016/2019"),
        ("Ministers meet on August 14-15.", "2031-08-14/2031-08-15"),
        ("Schools will close on Thursday and Friday.", "2031-05-15/2031-05-16"),
        ("Bridges fell in late April and early May 2029.", "2029-04/2029-05"),
        ("It was signed on 2029-03-04.", "2029-03-04"),
        ("It was signed on 4 March 2029.", "2029-03-04"),
        ("It was signed on March 4th, 2029.", "2029-03-04"),
        ("It fell in the third quarter of 2029.", "2029-07/2029-09"),
        ("It happened last summer.", "2030-06/2030-08"),
        ("In the 1980s the mine closed.", "1980/1989"),
        ("He was arrested yesterday.", "2031-05-13"),
        ("Rain fell over the weekend.", "2031-05-10/2031-05-11"),
    ],
)
def test_date_is_resolved(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It lasted three weeks.",
        "He is now the mayor.",
        "The daily paper is closed.",
        "You may go, and the march goes on.",
        "The 42-year-old driver was unhurt.",
        "Some 2,000 people came.",
        "He sold 1500 houses.",
    ],
)
def test_no_moment(text: str) -> None:
    assert dates(text) == []


def test_chain_hangs_on_the_date_before() -> None:
    text = "Shells fell on Velm on May 10. Two days later the truce began."
    assert dates(text) == ["2031-05-10", "2031-05-12"]


def test_what_follows_before_lies_on_the_other_side() -> None:
    text = "They met on May 10, just two days before the deadline."
    assert dates(text) == ["2031-05-10", "2031-05-12"]
    text = "Shells fell on May 10, 2031. That was two days after the army warned of an attack."
    assert dates(text) == ["2031-05-10", "2031-05-08"]


def test_counted_from_the_date_behind() -> None:
    assert dates("It fell two days after the May 6 vote.")[0] == "2031-05-08"


def test_planned_is_ahead_of_the_writing() -> None:
    text = "He said on Monday that talks are set for Friday. They met in April."
    assert [(m.date, m.planned) for m in moments(make_article(text))] == [
        ("2031-05-12", False),
        ("2031-05-16", True),
        ("2031-04", False),
    ]


def test_coming_days_have_no_date() -> None:
    (moment,) = moments(make_article("They are to talk in the coming days."))
    assert moment.date is None
    assert moment.planned
    assert moment.precision == "interval"


def test_without_a_date_only_what_has_a_year_is_resolved() -> None:
    text = (
        "He said on Monday that on May 3 it rained. It opened in 2027 and on 4 March 2029 closed."
    )
    assert dates(text, None) == [None, None, "2027", "2029-03-04"]


def test_month_of_writing_is_enough_for_months() -> None:
    assert dates("They met last month, on Monday.", "2031-05") == ["2031-04", None]


def test_basis_says_how() -> None:
    (moment,) = moments(make_article("The mayor said on Monday that it rained."))
    assert moment.basis == "'Monday' counted back from 2031-05-14"


def test_durations_and_references_have_values() -> None:
    found = timexes("He now waits for two days, at least three weeks or five-hour shifts.", None)
    assert [(t.type, t.value) for t in found] == [
        ("DATE", "PRESENT_REF"),
        ("DURATION", "P2D"),
        ("DURATION", "P3W"),
        ("DURATION", "PT5H"),
    ]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            "the last next Monday May 5 14 2031 , . - / : ' days year two a of and to late Aug. "
            "1980 s quarter third ago later after before 0 31 99 1000 2199 first half nineteen "
            "ninety Christmas summer weekend p.m. noon\n\n".split(" ")
        ),
        max_size=40,
    ).map(" ".join),
    st.sampled_from(["2031-05-14", "1000-01-01", "9000-12-31", "2031-05", "2031", None, "x"]),
    st.sampled_from(["en", "und", "de", "fr", "es", "ru", "uk", "zh", "it"]),
)
def test_any_text_gives_spans_in_order(text: str, published: str | None, language: str) -> None:
    article = make_article(text, published, language)
    found = timexes(text, published, language)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert [t.start for t in found] == sorted(t.start for t in found)
    for moment in moments(article):
        inside, sentence = moment.expression, moment.sentence
        assert sentence.start <= inside.start < inside.end <= len(text)
        assert moment.basis
    assert moments(article) == moments(article)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Ann May spoke. It was a defeat for May in Velm.", []),
        ("It was the coldest spell for May in Velm.", ["2031-05"]),
        ("In a statement early Monday, Ann May said it rained.", ["2031-05-12"]),
        ("By Monday, a metre of snow had fallen.", ["2031-05-12"]),
        ("He is to visit Velm on 3-4 June.", ["2031-06-03/2031-06-04"]),
        ("Sales on Black Friday fell.", []),
        ("He resigned on New Year's Eve.", ["2030-12-31"]),
        ("In June, he announced that he would not run.", ["2030-06"]),
        ("The fair, Expo 2030, was long; © 2029.", []),
        ("Over the next days he asked again and again.", []),
        ("Rates rose in Q3 2030.", ["2030-07/2030-09"]),
        ("Tuesday's decision is a greenlight to continue.", ["2031-05-13"]),
        ("The USA TODAY report and the This Week show.", []),
        (
            "The lake froze on 9 October, a whole month before the regatta.",
            ["2030-10-09", "2030-11"],
        ),
        ("The bonds were due by the end of last year.", ["2030"]),
        ("It had been scheduled to expire on Friday.", ["2031-05-09"]),
    ],
)
def test_direction_and_names(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_a_millennium_of_words_is_read_in_time() -> None:
    for unit in ("one ", "2011-", "on May 5 two days later ", "May and ", "the last two "):
        moments(make_article(unit * 4000))


def test_a_dateline_is_no_event() -> None:
    assert dates("VELM, May 7 (Wire) -- It rained on May 6.") == ["2031-05-06"]
    assert dates("PORT VELM, Ostra, May 7 — It rained.") == []
    assert dates("Velm fell on May 7 - it was over.") == ["2031-05-07"]


def test_a_quarter_far_above_is_not_meant() -> None:
    text = (
        "Profit fell in the second quarter of 2030. " + "It rained. " * 200 + "A year ago it rose."
    )
    assert dates(text)[-1] == "2030"


def test_won_is_past_and_wont_is_ahead() -> None:
    assert dates("She easily won the election Sunday.") == ["2031-05-11"]
    assert dates("She won't leave before Sunday.") == ["2031-05-18"]


def test_a_short_name_ends_a_sentence() -> None:
    text = "They will meet in Velm with Kim. The mayor on Monday said it rained."
    assert dates(text) == ["2031-05-12"]


@pytest.mark.parametrize(
    "text",
    [
        "The pier fell, the board said.\n\nThis article was updated on 12 May with the fares.",
        "12 May 2031, 06:40\n\nThe pier fell, the board said.",
        "By Ada Lark in Velm, 12 May 2031\n\nThe pier fell, the board said.",
        "Published: May 12, 2031 06:40 GMT\n\nThe pier fell, the board said.",
        "A sad day for the harbour — Ada Lark (@adalark) May 12, 2031\n\nThe pier fell.",
        "Ada Lark @adalark 9:41 AM · May 12, 2031 · Twitter for Lanterns\n\nThe pier fell.",
        "VELM, May 12, 2031 (Norwire) -- The pier fell, the board said.",
    ],
)
def test_stamps_of_the_writing_are_no_moments(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    ["12 May 2031\n\nThe pier fell.", "The board published it on 12 May 2031 in Velm."],
)
def test_a_date_that_heads_a_chronicle_stays(text: str) -> None:
    assert dates(text) == ["2031-05-12"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm’s 2041 bond fell by two cents.",
        "The 2041 notes fell by two cents.",
        "Ministers praised Vision 2040 and Agenda 2035.",
        "Ministers signed the 2040 Agenda.",
        "VISION 2040 was signed.",
    ],
)
def test_years_of_names_are_no_moments(text: str) -> None:
    assert dates(text) == []


def test_an_infinitive_after_a_decision_that_was_taken_looks_back() -> None:
    assert dates("The coach decided to weigh in on the quarrel on Monday.") == ["2031-05-12"]
    assert dates("The two agreed to meet on Monday.") == ["2031-05-19"]


def test_a_day_without_its_year_or_week_stays_open() -> None:
    text = (
        "The aide said on Wednesday that talks will be held on May 20. The bridge opened in July."
    )
    found = moments(make_article(text, None))
    assert [(m.date, m.precision, m.planned) for m in found] == [
        (None, "day", False), (None, "day", True), (None, "month", False)
    ]  # fmt: skip
    assert "not known" in found[1].basis


@pytest.mark.parametrize(
    "line", ["on." * 46, "1:00am." * 18, "By " + "A " * 60, "(@a " * 30, "!" * 500]
)
def test_lines_like_stamps_are_read_in_linear_time(line: str) -> None:
    moments(make_article((line + " 12 May 2031 x\n") * 50))


def test_a_period_that_has_begun_may_be_planned() -> None:
    ahead, past = moments(
        make_article("Talks are expected to be held this month. It rained this week.")
    )
    assert (ahead.date, ahead.planned) == ("2031-05", True)
    assert (past.date, past.planned) == ("2031-W20", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The count had risen to nine by Monday.", "2031-05-12"),
        ("Reports must be handed in by Monday.", "2031-05-19"),
        ("Prices fell from the previous Friday.", "2031-05-09"),
        ("The mill closed a week or so ago.", "2031-W19"),
    ],
)
def test_by_a_day_and_beside_a_day(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales fell in the current year.", "2031"),
        ("Sales fell in the current quarter.", "2031-Q2"),
        ("Sales fell for the year ended then.", "P1Y"),
        ("The current mayor left.", "PRESENT_REF"),
    ],
)
def test_current_and_ended_years(text: str, value: str) -> None:
    assert [t.value for t in timexes(text, "2031-05-14")] == [value]
