"""Mentions in one article: what is a name, of which type, whom it means, with which title."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon import names
from rashomon.model import Article, Mention


def read(text: str, language: str = "en") -> tuple[Mention, ...]:
    return names.mentions(
        Article(
            "a", "page", "article", None, None, None, None, None, None, None, language, text, None
        )
    )


def types(text: str, language: str = "en") -> dict[str, str]:
    return {m.text: m.type for m in read(text, language)}


def referents(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.referent) for m in read(text)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("US special envoy Steve Harkoff arrived.", "Steve Harkoff", "US special envoy"),
        ("Kremlin spokesman Dmitry Peslov said so.", "Dmitry Peslov", "Kremlin spokesman"),
        ("Russian foreign policy aide Yuri Ustov spoke.", "Yuri Ustov", "Russian foreign policy aide"),
        ("Ukraine's President Olena Harka spoke.", "Olena Harka", "Ukraine's President"),
        ("Secretary of State Marco Ruble spoke.", "Marco Ruble", "Secretary of State"),
        ("Then Tobin Weir, editor-in-chief of Harbour Affairs, spoke.", "Tobin Weir", "editor-in-chief of Harbour Affairs"),
        ("Historian and analyst Sergey Vankov spoke.", "Sergey Vankov", "Historian and analyst"),
        ("Ann Ode, 45, spoke.", "Ann Ode", None),
        ("He is a billionaire. Tobin Weir spoke.", "Tobin Weir", None),
        ("Mr. Tobin Weir spoke.", "Tobin Weir", None),
        ("Talks of Presidents Tobin Weir and Ann Ode ended.", "Tobin Weir", "Presidents"),
        ("Tobin Weir, echoing the president, spoke.", "Tobin Weir", None),
    ],
)  # fmt: skip
def test_role(text: str, name: str, role: str | None) -> None:
    (mention,) = [m for m in read(text) if m.text == name]
    assert (mention.type, mention.role) == ("person", role)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("It rained in Belgrade.", "Belgrade", "place"),
        ("Paris Hilford, an actress, left.", "Paris Hilford", "person"),
        ("He went to Paris.", "Paris", "place"),
        ("The Ministry of Foreign Affairs said no.", "Ministry of Foreign Affairs", "organisation"),
        ("The Department of Health and Human Services met.", "Department of Health and Human Services", "organisation"),
        ("They met at the University of Harkaby.", "University of Harkaby", "organisation"),
        ("NATO met.", "NATO", "organisation"),
        ("They met near Lake Harka.", "Lake Harka", "place"),
        ("They met in Weir Street.", "Weir Street", "place"),
        ("The village of Razumka burned.", "Razumka", "place"),
        ("A stake in Orlanda was sold.", "Orlanda", "organisation"),
        ("The company Orlanda said so.", "Orlanda", "organisation"),
        ("Crown Prince Mohammed bin Sarban left.", "Mohammed bin Sarban", "person"),
        ("Ursula von der Weir left.", "Ursula von der Weir", "person"),
        ("They met J.D. Vanter there.", "J.D. Vanter", "person"),
        ("It said Theresa May left.", "Theresa May", "person"),
        ("They met Kim Jong-weir there.", "Kim Jong-weir", "person"),
        ("They met Xi Weiming there.", "Xi Weiming", "person"),
        ("WASHINGTON — It rained.", "WASHINGTON", "place"),
        ("They read USA Today there.", "USA Today", "organisation"),
    ],
)  # fmt: skip
def test_type(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        ("British officials met Russian officials.", "British"),
        ("Americans and Belgians met.", "Americans"),
        ("In May, it rained on Monday.", "May"),
        ("However, Following the talks, Officials left.", "Following"),
        ("Officials said so.", "Officials"),
        ("The Budapest Memorandum was read.", "Budapest"),
        ("Hurricane Agnes came.", "Agnes"),
        ("They read “Harka Nights” there.", "Harka Nights"),
        ("He doesn’t. Isn’t He?", "Isn’t"),
        ("Rep. Ann Ode (R-Ohio) spoke.", "R-Ohio"),
        ("A Republican-led panel met.", "Republican-led"),
        ("UAVs and the CEO met.", "CEO"),
        ("Tobin Weir told the Executive Branch's lawyers.", "Branch"),
    ],
)
def test_no_name(text: str, no_name: str) -> None:
    assert no_name not in types(text)


def test_surname_means_the_full_name_of_the_article() -> None:
    text = "Weir's office burned. Mr Tobin A. Weir spoke, and Weir left. “No,” said Weir."
    assert {r for t, r in referents(text) if t == "Weir"} == {"Tobin A. Weir"}


def test_two_with_one_surname_stay_two() -> None:
    text = (
        "President Tobin Weir met Agnes Weir, a singer.\n\nThey talked for an hour.\n\n"
        + "It rained all day and the streets were empty. " * 20
        + "\n\nPresident Weir left first, Weir said."
    )
    found = referents(text)
    assert ("Agnes Weir", "Agnes Weir") in found
    assert found[-2:] == [("Weir", "Tobin Weir"), ("Weir", "Weir")]


def test_a_president_who_is_not_named_in_full_is_not_his_daughter() -> None:
    text = "President Weir spoke. His daughter Agnes Weir, a singer, left. Weir said no."
    assert [r for t, r in referents(text) if t == "Weir"] == ["Weir", "Weir"]


def test_father_and_son() -> None:
    text = "Tobin Weir spoke. Tobin Weir Jr. left. Weir said no. Then Weir Jr. came."
    assert [r for _, r in referents(text)] == [
        "Tobin Weir", "Tobin Weir Jr.", "Tobin Weir", "Tobin Weir Jr.",
    ]  # fmt: skip


def test_short_given_name_is_the_same_person_in_an_article() -> None:
    assert {r for _, r in referents("Andrew Harka spoke. Andy Harka left. Harka said no.")} == {
        "Andrew Harka"
    }


def test_capitals_mean_what_the_article_spells_out() -> None:
    text = "The National Grain Board (NGB) met. The NGB said no."
    assert {r for _, r in referents(text)} == {"National Grain Board"}


def test_a_company_by_the_first_part_of_its_name() -> None:
    assert ("Orlanda", "Orlanda Inc") in referents("Orlanda Inc. fell. Orlanda said it would sell.")


def test_hyphens_of_two_persons() -> None:
    text = "Tobin Weir met Agnes Ode. The Weir-Ode talks ended."
    assert referents(text)[2:] == [("Weir", "Tobin Weir"), ("Ode", "Agnes Ode")]


@pytest.mark.parametrize(
    ("text", "words", "referent", "type_"),
    [
        ("Moscow has rejected the claim.", "Moscow", "Russia (government)", "organisation"),
        ("He came to Moscow.", "Moscow", "Moscow", "place"),
        ("The Moscow talks ended.", "Moscow", "Moscow", "place"),
        ("The ceasefire between Moscow and Kiev held.", "Kiev", "Ukraine (government)", "organisation"),
        ("They live in Kiev.", "Kiev", "Kyiv", "place"),
        ("The Kremlin said no.", "Kremlin", "Russia (government)", "organisation"),
        ("It came from the American side.", "the American side", "United States (government)", "organisation"),
        ("Moscow accused the US of theft.", "US", "United States (government)", "organisation"),
        ("Experts on Kenya said so.", "Kenya", "Kenya", "place"),
        ("He left the Paris climate accord.", "Paris", "Paris", "place"),
        ("They live in Turkey.", "Turkey", "Turkey", "place"),
        ("They spoke of U.S. plans to leave.", "U.S.", "United States", "place"),
    ],
)  # fmt: skip
def test_government_or_place(text: str, words: str, referent: str, type_: str) -> None:
    assert (words, referent, type_) in [(m.text, m.referent, m.type) for m in read(text)]


def test_a_surname_that_is_a_country() -> None:
    text = "Representative Tobin Jordan spoke. Jordan said no."
    assert referents(text) == [("Tobin Jordan", "Tobin Jordan"), ("Jordan", "Tobin Jordan")]


def test_headlines_in_title_case_give_known_names_only() -> None:
    text = "Weir Urges Quick Harbour Deal\n\nTobin Weir spoke on Monday about the harbour."
    assert [t for t, _ in referents(text)] == ["Weir", "Tobin Weir"]


def test_other_languages_give_sure_names_only() -> None:
    assert types("Kanzler Friedrich Harka sprach in Berlin mit der Regierung.", "de") == {
        "Friedrich Harka": "person", "Berlin": "place",
    }  # fmt: skip
    assert types("Президент говорил в Москве.", "ru") == {}


def test_places_of_a_user(tmp_path: Path) -> None:
    own = tmp_path / "places.txt"
    own.write_text("# ours\nHarkaby = Harkowitz = Gharkabi\n", encoding="utf-8")
    try:
        names.use(own)
        assert referents("It rained in Gharkabi.") == [("Gharkabi", "Harkaby")]
    finally:
        names.use(None)
    assert ("Gharkabi", "Harkaby") not in referents("It rained in Gharkabi.")
    with pytest.raises(OSError, match="nowhere"):
        names.use(tmp_path / "nowhere")


def test_a_surname_that_is_a_month() -> None:
    text = "Tessa May spoke. On Tuesday May said no. In May the talks began. May's vote was lost."
    assert [name for _, name in referents(text)].count("Tessa May") == 3
    assert "May" not in dict(referents("Tobin Weir spoke in May. May was cold."))


def test_a_korean_surname_stands_first() -> None:
    text = "The envoy, Chung Bo-ran, left Seoul. Mr. Chung said no."
    assert ("Chung", "Chung Bo-ran") in referents(text)


def test_what_someone_speaks_through_is_no_role() -> None:
    found = read("Tobin Weir, through a spokeswoman, said no.")
    assert [mention.role for mention in found if mention.type == "person"] == [None]


def test_a_surname_with_a_capital_inside_is_whole() -> None:
    text = "Rep. Tom MacBrill (R-Orsk) spoke. Ann VanDorp and Mr. Joe LaTour left."
    held = [name for _, name in referents(text)]
    assert {"Tom MacBrill", "Ann VanDorp", "Joe LaTour"} <= set(held)
    # Two sentences without a space between them are two words all the same.
    assert "Tom Weir" in [name for _, name in referents("It was Tom WeirThe gate shut.")]
