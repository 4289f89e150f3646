"""Frames that hold a verb of speech and tell of none; frames that are shown as less sure."""

from __future__ import annotations

import pytest
from statements_cases import extract as found


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


@pytest.mark.parametrize(
    "text",
    [
        "Rest assured that there will be bread in the morning.",
        "Bo Okker called Ana Lind to arrange a dinner.",
        "Bo Okker called Ana Lind on Tuesday after the concert.",
        "Everyone called him Bo.",
        "Few bakers have praised the new oven.",
        "Nor did Okker claim that the bell was cracked.",
        "It was a poor way to hush up reports that the bell was stolen.",
        "The soup was cold, and praising her was no help.",
        "The cook left, citing two doctors.",
        "The choir once asked the question at supper.",
        "Okker posted a blurry photo of his dog.",
        "The long silence explains why the hall is empty.",
        "This change highlights the want of lamps.",
        "People have always wanted warm bread.",
        "The baker did not explain why the oven smoked.",
        "Petrell could not remember what the waiter wore.",
        "Okker questioned him about the flute.",
        "Lind advised the cook on how to salt the soup.",
        "Lind left little doubt that the bread was stale.",
        "The choir agreed with that idea.",
        "The cook cited no proof of it.",
        "The guild rejected several late offers from bakers.",
        "He said, she said.",
        "Lind wrote a song titled “The oven is too old and the cooks are tired of the bread.”",
        "The clerk kept writing long posts that read like a bill of fare.",
        "The floods have claimed nine lives.",
        "The judge ruled against him on Friday by allowing the feast.",
        "Perhaps Lind considered the guests as less hungry than the cooks.",
        "Lind had too little to say to journalists at lunch.",
        "Okker dismissed her ten days later.",
        "The two cooks showed no sign of peace.",
        "Last Thursday I was glad to see that bakers won the cup.",
        "The mayor said more than forty things that were wrong before she had sat down.",
        "In Orsk the index added 0.2 percent and the other one was unchanged.",
    ],
)
def test_no_words_are_told(text: str) -> None:
    assert found(text) == ()


def test_what_follows_a_comparison_is_the_outlets() -> None:
    text = "If the soup is as salty as the guests claim, the cook must have slept at the stove."
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Lind bought an oven that bakers say is too small.",
        "The cooks declined to wash the pans.",
        "Okker's claim that the bread was stale came as the guests sat down.",
        "The young bakers who said they like rye sell white bread.",
        "The guild points to bakers like Lind.",
        "If Lind sells the oven, as he has hinted he may do by May, the cooks will leave.",
        "Critics will argue that the oven is too old.",
        "A reporter asked Ana Lind what the bakers were to do.",
        "The cook sees the stove as a test of his skill.",
        "The bakers know what the guests like.",
        "Bo Okker asked her about the flute in the hall.",
        "Okker praised the soup, which the cooks had made from the bones of a very old hen.",
    ],
)
def test_doubtful_frames_are_less_sure(text: str) -> None:
    assert not [one for one in found(text) if one.sure]


def test_what_is_said_with_its_subject_stays_sure() -> None:
    (one,) = found("Okker said that the northern quay would be shut in May.")
    assert one.sure


@pytest.mark.parametrize(
    "text",
    ["The silence explains why", "Okker refused to", "According to notes, released", "It reveals"],
)
def test_texts_that_break_off_give_no_error(text: str) -> None:
    found(text)
