"""Which language is spoken, and what it makes of words, numbers and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import i18n
from rashomon.views import dates, words

KNOWN = {"en": "English", "de": "Deutsch"}


def test_the_languages_name_themselves() -> None:
    assert i18n.languages() == KNOWN


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,en;q=0.8", "de"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("en;q=0.3, de;q=0.7", "de"),
        ("fr, it;q=0.9", "en"),
        ("fr, de;q=0.1", "de"),
        ("de;q=0", "en"),
        ("*", "en"),
        ("de;q=x, ;;, =", "en"),
    ],
)
def test_what_a_browser_asks_for(header: str, code: str) -> None:
    assert i18n.wanted(header, KNOWN) == code


@given(st.text(max_size=200))
def test_any_header_gives_a_language(header: str) -> None:
    assert i18n.wanted(header) in i18n.languages()


def test_a_language_ends_with_its_block() -> None:
    with i18n.speaking("de"):
        assert i18n.language() == "de"
        with i18n.speaking("xx"):
            assert i18n.language() == "en"
    assert i18n.language() == "en"


def test_words_and_numbers() -> None:
    assert words.count(1_204, "article") == "1,204 articles"
    assert words.counted(6, 7, 4) == "6 independent tellings in 7 articles from 4 outlets"
    with i18n.speaking("de"):
        assert words.count(1, "story") == "1 Geschichte"
        assert words.count(1_204, "story") == "1.204 Geschichten"
        assert words.share(0.996) == "99\u00a0%"
        assert words.listed(["a", "b", "c"]) == "a, b und c"
        assert words.language("fr") == "Französisch"
        assert words.kind("agency") == "wer handelte"


@pytest.mark.parametrize(
    ("iso", "said", "short"),
    [
        ("2031-05-07", "7. Mai 2031", "7. Mai 2031"),
        ("2031-09-07T14:05:00Z", "7. September 2031, 14:05 UTC", "7. Sept. 2031"),
        ("2031-05", "Mai 2031", "Mai 2031"),
        ("2031-W20", "Woche vom 12. Mai 2031", "Woche vom 12. Mai 2031"),
        ("2031-Q2", "2. Quartal 2031", "2. Quartal 2031"),
        ("20", "21. Jahrhundert", "21. Jahrhundert"),
        ("2031-05-07/2031-05-09", "7.–9. Mai 2031", "7.–9. Mai 2031"),
        ("2031-12-30/2032-01-02", "30. Dezember 2031 – 2. Januar 2032", "30. Dez. 2031 – 2. Jan. 2032"),
        ("no date", "no date", "no date"),
    ],
)  # fmt: skip
def test_dates_are_those_of_the_language(iso: str, said: str, short: str) -> None:
    with i18n.speaking("de"):
        assert dates.said(iso) == said
        assert dates.said(iso, short=True) == short


def test_a_day_without_its_year() -> None:
    assert dates.when("2031-09-07").bare == "7 Sep"
    assert dates.yearless("2031-05-30/2031-06-02") == "30 May – 2 Jun"
    assert dates.yearless("2031-05") is None
    with i18n.speaking("de"):
        assert dates.when("2031-09-07").bare == "7. Sept."


def test_centuries_have_their_endings() -> None:
    assert [dates.said(f"{n:02}") for n in (0, 1, 2, 10, 20)] == [
        "1st century", "2nd century", "3rd century", "11th century", "21st century",
    ]  # fmt: skip
