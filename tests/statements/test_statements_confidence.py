"""How sure the stage says it is: what is stated, and what is shown apart."""

from __future__ import annotations

from statements_cases import extract as said

from rashomon.statements import confidence


def test_plain_speech_under_a_name_is_stated() -> None:
    (one,) = said("Ada Tomm said the ferry would be late again on Monday.")
    assert one.speaker == "Ada Tomm"
    assert one.sure
    assert one.confidence > 0.8


def test_a_whole_clause_before_its_source_is_stated() -> None:
    (one,) = said("Fourteen passengers were taken off the ferry at dawn, the coast guard said.")
    assert one.speaker == "the coast guard"
    assert one.confidence >= confidence.WHOLE_CLAUSE


def test_a_quotation_of_nobody_is_less_sure() -> None:
    found = said(
        "The hall fell silent.\n\n“We shall never sail on that ferry again.”\n\nIt rained."
    )
    assert [one.speaker for one in found] == [None]
    assert found[0].confidence == confidence.OPEN
    assert not found[0].sure


def test_a_pronoun_that_nobody_answers_to_is_less_sure() -> None:
    (one,) = said("He said the ferry would be late again on Monday.")
    assert one.speaker == "He"
    assert not one.sure


def test_an_official_may_stay_unnamed_and_one_person_described_may_not() -> None:
    (official,) = said("The official said the ferry would be late again on Monday.")
    (musician,) = said("The musician said the ferry would be late again on Monday.")
    assert official.sure
    assert musician.confidence < official.confidence


def test_languages_without_rules_state_what_stands_under_a_name() -> None:
    (named,) = said("«Паром опоздает и завтра», — сказала Ада Томм.", language="ru")
    (open_,) = said("На причале говорили: «Паром опоздает и завтра».", language="ru")
    assert named.speaker == "Ада Томм"
    assert named.sure
    assert open_.speaker is None
    assert not open_.sure


def test_confidence_is_a_share_in_steps_of_a_hundredth() -> None:
    text = (
        "Ada Tomm said the ferry would be late. The council hopes to mend it, called it a farce, and "
        "announced plans. “It sank,” she added."
    )
    found = said(text)
    assert found
    for one in found:
        assert 0 <= one.confidence <= 1
        assert round(one.confidence, 2) == one.confidence


def test_what_words_were_about_is_less_sure() -> None:
    text = "Ada Tomm runs the harbour. Tomm {} the flood that took the lower weir in March."
    assert not any(one.sure for one in said(text.format("wrote about")))
    assert any(one.sure for one in said(text.format("warned of")))
