"""Short forms and second descriptions: who is meant, and who is not."""

from __future__ import annotations

import pytest
from statements_cases import extract as said

from rashomon.model import SURE


def last(text: str) -> str | None:
    return said(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In what the Orskian fisheries ministry said was a mistake, two nets were cut.\n\n“The "
         "nets will be replaced by spring,” the ministry said.",
         "the Orskian fisheries ministry"),
        # Two of them: it stays as written.
        ("The Orskian fisheries ministry met the Kamban roads ministry on Monday. “The nets will "
         "be replaced by spring,” the ministry said.", "the ministry"),
        # What tells it from others need be no name.
        ("Three spires will be painted, the regional chapel commission said in a note. Each needs "
         "a scaffold. Work begins after the harvest, the commission said.",
         "the regional chapel commission"),
        ("Three spires will be painted, the same commission said in a note. Work begins after the "
         "harvest, the commission said.", "the commission"),
        # Those whom the sentence before is about.
        ("Port of Orsk lawyers cited the old bylaw in their reply. “The tide sets the price of a "
         "berth,” the lawyers wrote.", "Port of Orsk lawyers"),
        ("The lawyers cited the old bylaw of Orsk. “The tide sets the price of a berth,” the "
         "lawyers wrote.", "the lawyers"),
        # Whoever gave it out.
        ("The Orsk Bird Association met. In March, after the flood, the association again issued "
         "a blunt statement.\n\n“Mark this,” that statement read. “The birds will not be back.”",
         "Orsk Bird Association"),
        # A platform is a company.
        ("On Sunday Reddit announced that its maps of the coast are free. “Sailors asked for them "
         "often,” the company wrote.", "Reddit"),
        # Somebody's son is not he.
        ("Karl Okker, the mayor’s eldest son, sold the ferry. Okker rowed home. The mayor "
         "would not tell how he meant to vote.", "The mayor"),
        # A sentence that grants something goes on with who said it.
        ("Kamba has paved its lanes. And though the Pelk Water Board has promised that pumps run at "
         "night, it has also admitted that two of them were sold.", "Pelk Water Board"),
    ],
)  # fmt: skip
def test_a_short_form_is_the_longer_one_before(text: str, speaker: str) -> None:
    assert last(text) == speaker


def test_a_description_is_whom_the_next_sentence_names() -> None:
    found = said(
        "Mr. Okker’s accountant said that every coin was counted twice. “Nobody took a thing from "
        "the till,” said the accountant, Petra Vesny."
    )
    assert [one.speaker for one in found] == ["Petra Vesny", "Petra Vesny"]
    other = said(
        "Mr. Okker’s accountant said that every coin was counted twice. “Nobody took a thing from "
        "the till,” said the cashier, Petra Vesny."
    )
    assert other[0].speaker == "Mr. Okker’s accountant"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Vesny opened the show in Brill on Monday night with her band and three horns. Past "
         "midnight, the drummer and composer told the crowd that she was hoarse.", "Dana Vesny"),
        ("Prince Karl, who is 41, has told friends that the regatta went well. In May, the Orskian "
         "royal said that he would not row again.", "Karl"),
        # Another judge is not the judge.
        ("Judge Ada Brill opened the trial on Monday. In Dorsel a different judge had sent the "
         "skipper to jail. The judge told the jury that it would be short.", "Ada Brill"),
    ],
)  # fmt: skip
def test_callings_and_ranks(text: str, speaker: str) -> None:
    assert last(text) == speaker


def test_the_president_is_who_is_said_to_be() -> None:
    found = said(
        "President Karl Okker spoke for two hours in Dorsel. Mr Okker railed at the inquiry.\n\n"
        "Mr Lind plans to step down in spring. The president accused Mr Lind of sloth. He said "
        "that the inquiry was a farce."
    )
    assert found[-1].speaker == "Karl Okker"


def test_mr_is_no_woman_of_that_name() -> None:
    text = (
        "The owners, James and Laura Pelk, sold the mill. Mrs Pelk wept. “I told him to mind the "
        "wheel,” {} Pelk told the paper. Laura Pelk and James Pelk have left."
    )
    assert said(text.format("Mr"))[0].speaker == "James Pelk"
    assert said(text.format("Mrs"))[0].speaker == "Laura Pelk"
    alone = said("Laura Pelk sold the mill. “It was time to go,” Mr Pelk told the paper.")
    assert alone[0].speaker == "Mr Pelk"


def test_a_narrow_guess_is_less_sure() -> None:
    narrow = said(
        "Governor Karl Okker has until Monday to sign it. If he does not, the court will act. The "
        "vote is still on for Paul Lind’s old seat. He resigned after papers said he told a clerk "
        "that the count was false."
    )
    assert narrow[-1].speaker is not None
    assert narrow[-1].confidence < SURE
    plain = said("Karl Okker has until Monday to sign it. He said that the count was false.")
    assert plain[-1].speaker == "Karl Okker"
    assert plain[-1].confidence >= SURE


def test_an_interview_is_over_at_another_occasion() -> None:
    text = (
        "“The weir is old,” Karl Okker told the Kamba Courier on Friday. “We know it.”\n\n"
        "{}Okker {} that the weir would be closed."
    )
    assert said(text.format("", "said"))[-1].via == ("Kamba Courier",)
    assert said(text.format("", "has warned"))[-1].via == ()
    rally = "He spoke of it at a rally in Dorsel as well. "
    assert said(text.format(rally, "said"))[-1].via == ()
    lead = (
        "The weir will be closed by June, Karl Okker has said. “We know that it is old,” he told "
        "the Kamba Courier on Friday."
    )
    assert [one.via for one in said(lead)] == [("Kamba Courier",)] * 2
    asked = "Asked once about the lock, he shrugged. "
    assert said(text.format(asked, "said"))[-1].via == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pilot Ada Brill and the clerk Tom Hill were heard.\n\nHill, in his speech, warned "
         "of the tides. “It will not hold,” he said.", "Tom Hill"),
        ("Each spring came calls from an aged lady with asthma, who accused the port of theft.",
         "an aged lady"),
    ],
)  # fmt: skip
def test_surnames_that_are_words_and_ladies(text: str, speaker: str) -> None:
    assert last(text) == speaker


def test_who_objects_are_people() -> None:
    text = (
        "The board passed it over the loud objections of board Democrats, who say that it is late."
    )
    assert last(text) == "board Democrats"


def test_a_calling_is_nobody_of_another_office() -> None:
    text = (
        "Governor Karl Okker praised it. Okker rose. Okker clapped. Okker left.\n\nOkker likes the "
        "song.\n\nThe drummer said that the song was old."
    )
    assert last(text) == "The drummer"


def test_what_governs_a_name_is_not_its_role() -> None:
    text = (
        "Dana Vesny sang. The drummer praising the aid for President Okker left. Okker spoke.\n\n"
        "The drummer said that the song was old."
    )
    assert last(text) != "Okker"


def test_a_common_word_is_no_surname() -> None:
    assert last("The clerk Tom Hill left. Hill pilots said that it was late.") == "Hill pilots"


def test_a_note_on_a_subject_is_no_way() -> None:
    found = said(
        "Bo Lind, who has planted forty elms while on leave, according to the Kamba Courier, has "
        "said that the old weir must close."
    )
    assert (found[-1].speaker, found[-1].via) == ("Bo Lind", ())


def test_who_is_told_is_no_way() -> None:
    found = said(
        "The mill was “a gift,” Tom Okker said on Monday in a fireside chat with the founder of "
        "the fair, Marc Pelk.\n\n“Millers wanted more of it,” Okker told Pelk on the stage."
    )
    assert (found[-1].speaker, found[-1].via) == ("Tom Okker", ())


def test_what_leads_up_to_another_interview_is_not_of_the_one_before() -> None:
    text = (
        "“The weir is old,” Karl Okker told the Kamba Courier. “We know it.”\n\nOkker said that the "
        "lock would be closed.\n\n“{}"
    )
    later = text.format("Nobody rows there,” Okker said in an interview with Pelk Radio.")
    assert said(later)[-2].via != ("Kamba Courier",)
    plain = text.format("Nobody rows there,” Okker said.")
    assert said(plain)[-2].via == ("Kamba Courier",)
