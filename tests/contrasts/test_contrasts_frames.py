"""Small frames: who proposed it, who refused, what became of the detained."""

from __future__ import annotations

import pytest
from contrast_builders import Tellings, words


def two(one: str, other: str) -> Tellings:
    tellings = Tellings()
    for outlet, text in (("Ledger", one), ("Courier", other)):
        article = tellings.add(text, outlet)
        for name in ("Maar", "Orlav"):
            if name in text:
                tellings.name(article, name, "place")
    return tellings


ASKED = (
    "At the request of the Orlav side, an agreement was reached to hold a joint meeting on the dam."
)


@pytest.mark.parametrize(
    "other",
    [
        "He believes that the proposal for a joint meeting on the dam largely came from Maar.",
        "The joint meeting on the dam was proposed by Maar.",
        "Maar had proposed a joint meeting on the dam, a diplomat said.",
        "Orlav did not ask for a joint meeting on the dam.",
    ],
)
def test_who_proposed_it(other: str) -> None:
    tellings = two(ASKED, other)
    (found,) = tellings.found()
    assert (found.kind, found.strength) == ("agency", "strong")
    assert found.topic.startswith("Who proposed it: “")
    assert words(tellings, found)[0] == "At the request of the Orlav side" or "Orlav" in found.topic


@pytest.mark.parametrize(
    "other",
    [
        "The joint meeting on the dam was proposed by Orlav.",  # the same side
        "Maar had proposed a tax on bread and salt.",  # another proposal
    ],
)
def test_no_other_proposer(other: str) -> None:
    assert two(ASKED, other).found() == ()


def test_refused_and_not_ruled_out() -> None:
    tellings = two(
        "Maar has again refused to meet the envoys of Orlav.",
        "Maar did not rule out that it would meet the envoys.",
    )
    (found,) = tellings.found()
    assert found.topic == "Has Maar refused to meet?"
    assert [t.reading for t in found.tellings] == ["refused", "not refused"]


def test_refusing_one_thing_is_not_refusing_another() -> None:
    tellings = two("Maar has so far refused to release the men.", "Maar has never refused to talk.")
    assert tellings.found() == ()


def test_invited_or_detained() -> None:
    tellings = two(
        "Two crew members of the ferry Halcyon have been invited to Sarn to testify.",
        "Two crew members of the ferry Halcyon were detained and are questioned in Sarn.",
    )
    (found,) = tellings.found()
    assert found.topic == "What became of the crew members: detained or invited?"
    assert [t.reading for t in found.tellings] == ["invited", "detained"]
