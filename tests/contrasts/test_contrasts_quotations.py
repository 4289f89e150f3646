"""Quotations of one utterance: cut within a sentence, altered, under another cue or speaker."""

from __future__ import annotations

from contrast_builders import Tellings, of_kind, words

from rashomon.contrasts import find

WHOLE = "“We will come to the table this week, but not while two of our sailors sit in a cell,” said Tomas Witt."
CUT = "“We will come to the table this week,” said Tomas Witt. Nothing else was known on Monday."


def two(one: str, first: tuple[str, ...], other: str, second: tuple[str, ...], **cues) -> Tellings:
    tellings = Tellings()
    a = tellings.add(one, "Ledger")
    b = tellings.add(other, "Courier")
    tellings.say(a, *first, speaker=cues.get("a", "Tomas Witt"), cue=cues.get("cue_a", "said"))
    tellings.say(b, *second, speaker=cues.get("b", "Tomas Witt"), cue=cues.get("cue_b", "said"))
    return tellings


def test_a_sentence_without_its_condition() -> None:
    said = "We will come to the table this week, but not while two of our sailors sit in a cell,"
    tellings = two(WHOLE, (said,), CUT, ("We will come to the table this week,",))
    (found,) = tellings.found()
    assert (found.kind, found.strength) == ("attribution", "strong")
    assert found.topic == "How Tomas Witt’s quoted sentence ends"
    assert words(tellings, found)[0] == "but not while two of our sailors sit in a cell"
    assert [t.reading for t in found.tellings] == ["goes on", "ends here"]


def test_a_cue_in_the_middle_cuts_nothing() -> None:
    split = "“We will come to the table this week,” said Tomas Witt, “but not while two of our sailors sit in a cell.”"
    tellings = two(
        WHOLE, ("We will come to the table this week, but not while two of our sailors sit in a cell,",),
        split, ("We will come to the table this week,", "but not while two of our sailors sit in a cell."),
    )  # fmt: skip
    assert tellings.found() == ()


def test_what_the_shorter_telling_says_in_other_words_is_not_missing() -> None:
    told = CUT + " Witt set a condition: no talks while sailors sit in a cell."
    tellings = two(
        WHOLE, ("We will come to the table this week, but not while two of our sailors sit in a cell,",),
        told, ("We will come to the table this week,",),
    )  # fmt: skip
    assert tellings.found() == ()


def test_another_sentence_is_the_outlets_choice() -> None:
    long = "“We have the radar track here. The ferry held her course all the way,” said Tomas Witt."
    short = "“We have the radar track here,” said Tomas Witt. He left."
    tellings = two(
        long, ("We have the radar track here. The ferry held her course all the way,",),
        short, ("We have the radar track here,",),
    )  # fmt: skip
    assert tellings.found() == ()


def test_one_phrase_in_two_sentences_is_no_quotation_of_one() -> None:
    tellings = two(
        "“I respect the council of the upper town, unless it raises the price of bread,” said Tomas Witt.",
        ("I respect the council of the upper town, unless it raises the price of bread,",),
        "“This is not what people expect of the council of the upper town,” said Tomas Witt.",
        ("This is not what people expect of the council of the upper town,",),
    )
    assert tellings.found() == ()


def test_a_negation_is_the_strongest_edit() -> None:
    tellings = two(
        "“I have never said that the minister refused to meet the delegation,” said Tomas Witt.",
        ("I have never said that the minister refused to meet the delegation,",),
        "“I have said that the minister refused to meet the delegation,” said Tomas Witt.",
        ("I have said that the minister refused to meet the delegation,",),
    )
    (found,) = tellings.found()
    assert (found.topic, found.strength) == ("Other words in Tomas Witt’s quotation", "strong")
    assert words(tellings, found)[0] == "never"


def test_spelling_numerals_and_brackets_alter_nothing() -> None:
    for other in (
        "We can’t honor the 3 promises that were made to this town",
        "We cannot honour the three promises that were made to this town",
        "We cannot honour the three promises [of aid] that were made to this town",
    ):
        tellings = two(
            "“We cannot honour the three promises that were made to this town,” said Tomas Witt.",
            ("We cannot honour the three promises that were made to this town,",),
            f"“{other},” said Tomas Witt.", (f"{other},",),
        )  # fmt: skip
        assert tellings.found() == ()


def test_the_same_words_said_and_claimed() -> None:
    tellings = two(
        "“The boat crossed the line twice that night,” said Tomas Witt.",
        ("The boat crossed the line twice that night,",),
        "“The boat crossed the line twice that night,” Tomas Witt claimed.",
        ("The boat crossed the line twice that night,",), cue_b="claimed",
    )  # fmt: skip
    (found,) = tellings.found()
    assert found.topic == "How Tomas Witt’s quoted words are introduced"
    assert words(tellings, found) == ["said", "claimed"]


def test_the_same_words_under_two_names() -> None:
    said = "The boat crossed the line twice that night, and nobody on the bridge saw it,"
    tellings = two(
        f"“{said}” said Tomas Witt.",
        (said,),
        f"“{said}” said Lena Orrick.",
        (said,),
        b="Lena Orrick",
    )
    assert of_kind(tellings.found(), "attribution") == []  # held back: speakers are often wrong
    (found,) = of_kind(find(tellings.material(), held_back=frozenset()), "attribution")
    assert found.topic.startswith("Who said “The boat crossed")
    assert words(tellings, found) == ["Tomas Witt", "Lena Orrick"]
