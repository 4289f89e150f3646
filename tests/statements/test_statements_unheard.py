"""What was not said, acts, questions, signs and programmes: no words of anybody's, or doubted ones."""

from __future__ import annotations

import pytest
from statements_cases import said, worded


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


def stated(text: str) -> list[str]:
    """What a desk would state of a text."""
    return [words for one, words in worded(text) if one.sure]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at nine. Okker did not say whether she sails again.",
        "The ferry left at nine. Petrell has refused to say who paid for the new sails.",
        "The mill burned for a day. Keepers have not yet disclosed how the fire began.",
        "The mill burned for a day. Bo Lind has said little about the fire and went fishing.",
        "The pier is closed. The mayor declared a local emergency until the tide turns.",
        "The vote was short. Nineteen members supported the motion and went home.",
        "The vote was short. Ana Petrell endorsed him at the fair on Friday.",
        "The weir is old. The guild decided to sell it before the winter.",
        "Guests must sign a card at the gate, saying they will feed no geese on the lawn.",
        "The four letters cited in the guild's note were answers to a choir in Orsk.",
        "Stop any porter on the quay and ask about that and most of them will say it’s false.",
        'The sacks bore a "B" on their seams, indicating the rye was of the second sort.',
        "The mayor and most of her clerks must agree, in writing, that no boat may sail.",
        "The severity of the flood demands that the guild open the old sluice at once.",
        "Two cranes stood by the weir. On Friday, the Harbour Office reports on the catch of May.",
        "Progressive bakers may not want to pay for a new dyke before the vote.",
        "Prices stayed low, adding little pressure on the guild to open the granary.",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The ferry left at nine. Okker said whether it sails again is for the guild to settle.",
            "whether it sails again is for the guild to settle",
        ),
        (
            "The pier is closed. Ana Petrell has declared that the streets of Brill are safe again.",
            "the streets of Brill are safe again",
        ),
        (
            "Lind said much of the talk with Petrell was about the weir.",
            "much of the talk with Petrell was about the weir",
        ),
    ],
)
def test_what_was_said_stays(text: str, words: str) -> None:
    assert words in stated(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The reporters' question.
        (
            "Asked about heavy losses in the herring trade, Ana Petrell said, “I won’t have it.”",
            "I won’t have it.",
        ),
        (
            "When asked about the two barges that sank in the storm, Lind said, “I was asleep then”"
            " but that “most barges leak.”",
            "I was asleep then",
        ),
        # A paper that has a verb of its own.
        (
            "Bo Lind posted a note calling the new ferry “a tub with a flag that will never reach"
            " the Isles.”",
            "the new ferry “a tub with a flag",
        ),
        (
            "Ana Petrell wrote a nine-page letter, in which she called the sale of the weir “a poor"
            " joke.”",
            "the sale of the weir “a poor joke.”",
        ),
        # A sign, before the words go on.
        (
            "“We have walked nine days and we carry nothing but our oars,” said Bo Lind, who held a"
            " board that read “Bread for rowers.” “We want to work,” he added.",
            "We have walked nine days and we carry nothing but our oars",
        ),
        # A colon after a time.
        (
            "And Bo Lind, a clerk under Okker, said this to the guild later that week: “The boats"
            " may not sail by night, nor land their catch in Orsk.”",
            "The boats may not sail by night, nor land their catch in Orsk",
        ),
        # Two places before an agency, and stops that a page has lost the space after.
        (
            "ORSK/KAMBA (Agency) - Divers found two bells in the mud, according to Petrell.",
            "Divers found two bells in the mud",
        ),
        (
            "Okker asked that the guild send her to the Isles...Though she had no boat, she went.",
            "the guild send her to the Isles",
        ),
        (
            "Keepers have said that the lamp was out.“If they look, they will find it lit, and that"
            " is all,” said Ana Petrell.",
            "the lamp was out",
        ),
    ],
)
def test_only_the_words_are_taken(text: str, words: str) -> None:
    found = [content.lstrip("“").rstrip(".") for _, content in worded(text)]
    assert any(content.startswith(words.rstrip(".")) for content in found)
    assert not any("losses" in content or "Bread" in content for content in found)
    assert not any("week:" in content for content in found)
    assert not any("no boat" in content or content.startswith("ORSK") for content in found)


def test_the_words_after_a_programme_go_on(request: pytest.FixtureRequest) -> None:
    if "rules" in request.node.name:
        pytest.skip("the rules alone take the programme for the words")
    found = said(
        "“She will mend it before the winter is here,” Okker told “Morning in Orsk.” “It is our"
        " only bell, and it is cracked.”"
    )
    assert [words for _, words in found] == [
        "She will mend it before the winter is here … It is our only bell, and it is cracked."
    ]


def test_a_cross_heading_in_marks_does_not_go_on() -> None:
    found = said(
        "Lind said that she would “neither sell the weir nor rent it to anybody.”\n"
        "‘HEAVY ROPES’\n"
        "The guild met on Monday in the old hall to hear of the sale."
    )
    assert [words for _, words in found] == [
        "she would “neither sell the weir nor rent it to anybody.”"
    ]
