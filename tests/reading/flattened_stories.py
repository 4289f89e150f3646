"""Invented articles for the tests of flattened pages: places, people and outlets do not exist."""

from __future__ import annotations

from rashomon.model import Page, Reading, content_id
from rashomon.reading.flattened import read_flattened

FERRY = (
    "Harrowgate reopens ferry line after two-year dispute",
    (
        "The ferry line between Harrowgate and Port Elder reopened on Tuesday after a dispute of two years over who pays for the dredging of the channel.",
        "Harbour master Ilse Marchetti said the first crossing carried 214 passengers and that the boats would run every forty minutes until the end of October.",
        "\"We waited long enough, and so did the people on the other side,\" Marchetti told reporters on the quay.",
        "The line was closed in March 2023, when the county refused to pay its share and the operator, Dunmore Lines, laid off sixty of its crew.",
        "Under the agreement that was signed last week, the county pays a third of the dredging and Dunmore Lines takes back all crew who ask for it.",
        "Shopkeepers in Port Elder said they expected more visitors at weekends, though parking near the terminal remains closed until spring.",
    ),
)  # fmt: skip
BRIDGE = (
    "Engineers find cracks in Lindholm rail bridge",
    (
        "Engineers have found cracks in two of the piers of the Lindholm rail bridge, and trains will cross it at walking speed until the repairs are done.",
        "The railway's chief engineer, Tomas Brandt, said the cracks were discovered by divers during a yearly inspection and posed no danger to passengers.",
        "\"A bridge like this does not fall because of a crack of four millimetres,\" Brandt said. \"But we are not going to wait until it is forty.\"",
        "Repairs are expected to cost nine million crowns and to take eleven weeks, during which night trains will be sent round by Vasterby.",
        "The bridge was built in 1931 and strengthened after the flood of 1978, when a barge struck the northern pier.",
    ),
)  # fmt: skip
VOTE = (
    "Council votes to sell the old Corvid theatre",
    (
        "The town council of Quayside voted on Monday night to sell the Corvid theatre, which has stood empty since its roof was damaged in a storm.",
        "Eleven members voted for the sale and eight against, after a debate that went on until after midnight and was interrupted twice by shouts from the gallery.",
        "Mayor Orla Penhaligon said the town could not afford the four million that a new roof would cost, and that two buyers had come forward.",
        "The actors' guild called the decision a betrayal and announced that it would ask a court to stop the sale by October.",
        "The theatre opened in 1904 and was for decades the only stage between Harrowgate and the border.",
    ),
)  # fmt: skip


def read(text: str) -> Reading:
    """What the reader makes of a page of `text`."""
    return read_flattened(Page(content_id("page", text), "test.txt", "text/plain", None, text))


def body(*paragraphs: str) -> str:
    """The text of an article with these paragraphs."""
    return "\n\n".join(paragraphs)
