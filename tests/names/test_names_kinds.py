"""What kind of thing a capitalised word is: places, ships, sections, bodies; over one text."""

from __future__ import annotations

import pytest

from rashomon import names
from rashomon.model import Article, Mention


def read(text: str) -> tuple[Mention, ...]:
    return names.mentions(
        Article("a", "p", "article", None, None, None, None, None, None, None, "en", text, None)
    )


def types(text: str) -> dict[str, str]:
    return {mention.text: mention.type for mention in read(text)}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "PORT HARKA, Velmark, May 12, 2031 (Quillwire) -- A ferry sank on Sunday.",
            {"PORT HARKA": "place", "Velmark": "place", "Quillwire": "organisation"},
        ),
        ("VELM, May 14 (Quillwire) - Harka and Tarn met.", {"VELM": "place", "Quillwire": "organisation"}),
        ("VELM – The mayor of Velm spoke.", {"VELM": "place", "Velm": "place"}),
        ("A title\n\nVELM, 14 May -- The bridge fell.", {"VELM": "place"}),
        ("OPINION – The bridge fell.", {}),
        ("FILE - The bridge in this File picture fell.", {}),
    ],
)  # fmt: skip
def test_datelines(text: str, held: dict[str, str]) -> None:
    found = types(text)
    assert {name: found.get(name) for name in held} == held
    if not held:
        assert not found


def test_a_dateline_s_place_is_that_of_running_text() -> None:
    (mention, *_) = read("PORT HARKA, May 12 (Quillwire) -- A ferry sank.")
    assert (mention.text, mention.referent) == ("PORT HARKA", "Port Harka")
    assert all("Quillwire) " not in m.text for m in read("VELM (Quillwire) - Ann Ode spoke."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry crossed the Harka Strait on Sunday.", "Harka Strait"),
        ("The ferry crossed the Harka Channel on Sunday.", "Harka Channel"),
        ("The two met in the Harka Channel.", "Harka Channel"),
        ("It lies two miles off Gull Point, they said.", "Gull Point"),
        ("It was towed to Port Harka at night.", "Port Harka"),
        ("Snow fell on Mount Harka.", "Mount Harka"),
        ("It passed Cape Harka.", "Cape Harka"),
        ("They drank from the Harka River.", "Harka River"),
        ("They crossed the Harka Bridge.", "Harka Bridge"),
    ],
)
def test_waters_and_heights_are_places(text: str, name: str) -> None:
    assert types(text).get(name) == "place"


def test_a_channel_of_television_is_none_of_water() -> None:
    text = "The Harka Channel aired two episodes of the programme."
    assert types(text).get("Harka Channel") == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Velmar Dawn sank. Velmar Dawn said nothing.",
        "They went aboard the Velmar Dawn at noon.",
        "The trawler Marlow sank off the coast.",
    ],
)
def test_ships_are_no_persons(text: str) -> None:
    assert "person" not in types(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "GIRLS SOCCER\n\nHarka 3, Velm 1\n\nGIRLS SOCCER\n\nHarka 2, Velm 2",
        "Ode | 57 | 3 tackles, 1 TFL, 1 INT.\n\nWeir | 30 | 1 tackle, 1 TFL, 2 INT.",
        "It matters WHO pays, he said. The people WHO pay were asked.",
        "He ranked first among CBs this year. The CBs were tired.",
        "The boat K-17 sank. The K-17 was raised.",
        "Senator Ann Ode (R-HA) spoke. R-HA is her mark.",
    ],
)  # fmt: skip
def test_capitals_that_are_no_names(text: str) -> None:
    assert "organisation" not in types(text).values()


def test_a_body_whose_letters_are_a_small_word() -> None:
    assert types("The WHO warned of it on Monday.")["WHO"] == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The U.S. Securities and Exchange Commission opened a case.", "U.S. Securities and Exchange Commission"),
        ("The Food and Drug Administration opened a case.", "Food and Drug Administration"),
        ("He left the National Parks and Wildlife Agency.", "National Parks and Wildlife Agency"),
    ],
)  # fmt: skip
def test_a_body_with_an_and_in_its_name_is_whole(text: str, name: str) -> None:
    assert [m.text for m in read(text) if m.type == "organisation"] == [name]


def test_two_bodies_stay_two() -> None:
    text = "He wrote to Harka Bank and Velm University."
    assert {"Harka Bank", "Velm University"} <= set(types(text))


def test_a_club_before_a_player_is_no_part_of_the_name() -> None:
    text = (
        "The Harriers lost. Harriers Reedy Williams left the pitch. Williams said that he was hurt."
    )
    found = [(m.text, m.referent) for m in read(text) if m.type == "person"]
    assert found == [("Reedy Williams", "Reedy Williams"), ("Williams", "Reedy Williams")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The line was cut, coast guard commander Ines Harkoff said.", "coast guard commander"),
        ("The roof fell, fire chief Ines Harkoff said.", "fire chief"),
        ("Fire chief Ines Harkoff said so.", "Fire chief"),
        ("They met the Harka Union’s envoy Ines Harkoff.", "Harka Union’s envoy"),
        ("A letter of South Korea's President Ines Harkoff came.", "South Korea's President"),
    ],
)
def test_titles_are_whole(text: str, role: str) -> None:
    (mention,) = [m for m in read(text) if m.text == "Ines Harkoff"]
    assert mention.role == role


@pytest.mark.parametrize(
    "text",
    [
        "Velmar said no. They met in Velmar on Monday.",
        "It happened inside Velmar's waters, it said. Velmar's coast is long.",
        "Bridges fell. They asked Velmar Foreign Minister Tobin Weir to speak.",
    ],
)
def test_an_unknown_country_is_a_place(text: str) -> None:
    assert types(text).get("Velmar") == "place"


def test_a_surname_in_an_administration_is_a_person() -> None:
    text = "Leaders in the Harkoff administration left, and Harkoff's proposal fell."
    assert types(text).get("Harkoff") != "place"
