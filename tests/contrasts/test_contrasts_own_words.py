"""A word that judges in a telling's own words, and the one person whom a telling quotes."""

from __future__ import annotations

import pytest
from contrast_builders import PADDING, Tellings, of_kind, words

from builders import make_statement, span_of
from rashomon.contrasts import checker, cues, find, one_voice, settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.model import Contrast, Name

PLAIN = "The order on the ferry ports of Sarn takes effect on Monday for all boats."


def judged(first: str, second: str = PLAIN) -> tuple[Contrast, ...]:
    tellings = Tellings()
    for outlet, text in (("Ledger", first), ("Courier", second)):
        tellings.add(f"{text}{PADDING}", outlet, title="Ferry ports order")
    return find(tellings.material(), held_back=settings.HELD_BACK - {"own words"})


def test_a_judging_word_beside_a_plain_sentence_on_the_same() -> None:
    (found,) = judged("The draconian order on the ferry ports of Sarn takes effect on Monday.")
    assert found.topic == "Judged in its own words: “draconian”"
    assert [t.reading for t in found.tellings] == ["“draconian”", "no “draconian”"]


@pytest.mark.parametrize(
    "text",
    [
        "The order on the ferry ports of Sarn, “draconian” to some, takes effect on Monday.",
        "Critics call the order on the ferry ports of Sarn draconian before it takes effect on Monday.",
        "A draconian winter was had by everybody in the hills.",
    ],
)
def test_words_of_others_and_of_other_matters_do_not_judge(text: str) -> None:
    assert judged(text) == ()


def test_a_telling_that_has_the_word_from_somebody_is_not_plain() -> None:
    told = "The draconian order on the ferry ports of Sarn takes effect on Monday."
    assert judged(told, f"{PLAIN} “It is draconian,” a captain said.") == ()


@pytest.mark.parametrize("confidence", [1.0, 0.2])
def test_words_that_somebody_may_have_said_are_not_the_outlet_s(confidence: float) -> None:
    tellings = Tellings()
    judging = "The draconian order on the ferry ports of Sarn takes effect on Monday."
    article = tellings.add(f"{judging}{PADDING}", "Ledger", title="Ferry ports order")
    tellings.add(f"{PLAIN}{PADDING}", "Courier", title="Ferry ports order")
    held_back = settings.HELD_BACK - {"own words"}
    assert len(find(tellings.material(), held_back=held_back)) == 1
    tellings.statements.append(
        make_statement(article, judging[:-1], kind="indirect", confidence=confidence)
    )
    assert find(tellings.material(), held_back=held_back) == ()


def test_the_plain_sentence_is_of_the_same_thing() -> None:
    other = "The ferry ports of Sarn have an order of boats on Monday for all takes of fish."
    judged_thing = "The draconian levy, on the ferry ports of Sarn, takes effect on Monday."
    assert judged(judged_thing, other) == ()
    assert judged(judged_thing.replace("levy", "order"), other) != ()


def test_what_is_passed_on_is_nobody_s_own() -> None:
    said = "Lawyers sought to paint the order on the ferry ports of Sarn as draconian on Monday."
    assert judged(said) == ()


def quoting(
    alone: list[tuple[str, str]], several: list[tuple[str, str]]
) -> tuple[Tellings, tuple[Contrast, ...]]:
    tellings = Tellings()
    for outlet, said in (("Ledger", alone), ("Courier", several)):
        lines = " ".join(f"“{words},” said {who}." for who, words in said)
        if len(said) == 1:  # said twice: one quotation alone is too little
            lines += f" “{MORE},” said {said[0][0]}."
        article = tellings.add(f"{lines}{PADDING}", outlet)
        for who, content in said:
            tellings.say(article, content + ",", speaker=who)
        if len(said) == 1:
            tellings.say(article, MORE + ",", speaker=said[0][0])
    shown = settings.HELD_BACK - {"one voice", "two voices"}
    assert of_kind(tellings.found(), "attribution") == []  # held back
    return tellings, find(tellings.material(), held_back=shown)


MORE = "No captain shall say that he was not told"
ONE = ("Lena Orrick", "We shall open the ports when the boats are safe")
TWO = ("Osk Brandt", "Nobody has asked the towns on the shore")
THREE = ("Piet Askel", "The boats have been safe since the spring")


def test_one_person_alone_is_quoted_beside_several_others() -> None:
    tellings, (found,) = quoting([ONE], [ONE, TWO, THREE])
    assert found.topic == "Whom they quote: in Ledger Lena Orrick alone"
    assert [t.reading for t in found.tellings] == [
        "Lena Orrick alone is quoted",
        "Osk Brandt is quoted",
        "Piet Askel is quoted",
    ]
    assert words(tellings, found)[1] == TWO[1] + ","


def test_one_other_person_or_an_unknown_speaker_tells_nothing() -> None:
    assert quoting([ONE], [ONE, TWO])[1] == ()
    tellings = Tellings()
    first = tellings.add(
        f"“{ONE[1]},” said Lena Orrick. “{TWO[1]},” it was heard.{PADDING}", "Ledger"
    )
    tellings.say(first, ONE[1] + ",", speaker="Lena Orrick")
    second = tellings.add(
        f"“{TWO[1]},” said Osk Brandt. “{THREE[1]},” said Piet Askel.{PADDING}", "Courier"
    )
    for who, content in (TWO, THREE):
        tellings.say(second, content + ",", speaker=who)
    assert tellings.found() == ()


def test_a_reading_that_denies_what_stands_there_is_stopped() -> None:
    tellings = Tellings()
    a = tellings.add("The order is draconian.", "Ledger")
    b = tellings.add("The order is draconian too. Boats may leave.", "Courier")
    sides = (
        Side(span_of(a, "The order is draconian"), "“draconian”", "draconian"),
        Side(span_of(b, "Boats may leave"), "no “draconian”", "plain"),
    )
    proposed = Candidate("A topic", "wording", "soft", sides, 1.0)
    assert not checker.proves(Lens.of(tellings.material()), proposed)


def test_one_who_is_said_to_be_quoted_alone_must_be() -> None:
    tellings, _ = quoting([ONE, TWO], [ONE, TWO, THREE])
    a, b = tellings.articles
    sides = (
        Side(span_of(a, ONE[1]), "Lena Orrick alone is quoted", "Lena Orrick"),
        Side(span_of(b, THREE[1]), "Piet Askel is quoted", "Piet Askel"),
    )
    proposed = Candidate("A topic", "attribution", "soft", sides, 1.0)
    assert not checker.proves(Lens.of(tellings.material()), proposed)


def test_two_persons_alone_beside_three_others() -> None:
    more = [
        ("Hanne Lund", "The doctors had no bed left on Sunday"),
        ("Rolf Ekman", "The guard came as soon as it was called"),
    ]
    _, found = quoting([ONE, TWO], [ONE, THREE, *more])
    assert [c.topic for c in found] == [
        "Whom they quote: in Ledger Lena Orrick and Osk Brandt alone"
    ]
    assert len(found[0].tellings) == 5
    assert quoting([ONE, TWO], [ONE, THREE, more[0]])[1] == ()


def test_a_name_of_signs_without_latin_letters_is_itself() -> None:
    signs = "\ue001\ue002"
    assert one_voice._surname(Name("n", signs, "person", ())) == signs
    assert one_voice._surname(Name("n", "Lena Orrick", "person", ())) == "orrick"
    told = "Lena Orrick spoke."
    article = Tellings().add(f"{signs} spoke. {told}", "Ledger")
    made = make_statement(article, told, speaker=signs, speaker_span=span_of(article, signs))
    assert cues.is_named(article, made, Name("n", signs, "person", (signs,)))
    made = make_statement(article, told, speaker=signs, speaker_span=span_of(article, "Lena"))
    assert not cues.is_named(article, made, Name("n", signs, "person", (signs,)))
