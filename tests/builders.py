"""Builders: objects of `model` made by hand, and a small invented desk written through the store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rashomon.model import (
    Article,
    Brief,
    Contrast,
    Copy,
    Join,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Reading,
    Rejected,
    Span,
    Statement,
    Story,
    Telling,
    content_id,
)
from rashomon.store import Desk, write


def make_page(body: str = "A page.", **fields: Any) -> Page:
    given: dict[str, Any] = {
        "id": content_id("page", body), "origin": "pages/one.txt", "media_type": "text/plain",
        "fetched_at": None, "body": body,
    }  # fmt: skip
    return Page(**(given | fields))


def make_article(text: str = "The council met. It rained.", **fields: Any) -> Article:
    given: dict[str, Any] = {
        "id": content_id("article", text, str(fields.get("title"))), "page_id": content_id("page"),
        "kind": "article", "title": "The council met", "standfirst": None, "byline": None,
        "outlet": "Northshore Ledger", "url": None, "published": "2025-05-03",
        "published_basis": "the dateline", "language": "en", "text": text, "ranges": None,
    }  # fmt: skip
    return Article(**(given | fields))


def span_of(article: Article, words: str, nth: int = 0) -> Span:
    """The span of the `nth` place where `words` stand in the article's text."""
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(words, at + 1)
    return Span(article.id, at, at + len(words))


def make_statement(article: Article, *content: str, **fields: Any) -> Statement:
    spans = tuple(span_of(article, c) for c in content)
    speaker = fields.get("speaker")
    cue = fields.get("cue")
    given: dict[str, Any] = {
        "id": content_id("statement", article.id, *content), "article_id": article.id,
        "speaker": None,
        "speaker_span": span_of(article, speaker) if speaker and speaker in article.text else None,
        "cue_span": span_of(article, cue) if cue else None,
        "content": spans, "kind": "direct",
    }  # fmt: skip
    return Statement(**(given | fields))


def make_moment(article: Article, expression: str, sentence: str, **fields: Any) -> Moment:
    given: dict[str, Any] = {
        "article_id": article.id, "date": "2025-05-09", "precision": "day", "planned": False,
        "sentence": span_of(article, sentence), "expression": span_of(article, expression),
        "basis": "written out",
    }  # fmt: skip
    return Moment(**(given | fields))


def make_mention(article: Article, text: str, nth: int = 0, **fields: Any) -> Mention:
    span = span_of(article, text, nth)
    given: dict[str, Any] = {
        "article_id": article.id, "start": span.start, "end": span.end, "text": text,
        "type": "person", "referent": text,
    }  # fmt: skip
    return Mention(**(given | fields))


def make_story(*articles: Article, **fields: Any) -> Story:
    dates = sorted(a.published for a in articles if a.published)
    given: dict[str, Any] = {
        "id": content_id("story", *(a.id for a in articles)), "title": articles[0].title or "",
        "article_ids": tuple(a.id for a in articles),
        "first_published": dates[0] if dates else None,
        "last_published": dates[-1] if dates else None,
        "outlets": tuple(dict.fromkeys(a.outlet for a in articles if a.outlet)),
        "tellings": len(articles),
    }  # fmt: skip
    return Story(**(given | fields))


def make_telling(article: Article, words: str, reading: str = "", field: str = "text") -> Telling:
    if field == "title":
        assert article.title is not None
        at = article.title.index(words)
        return Telling(article.id, "title", Span(article.id, at, at + len(words)), reading)
    return Telling(article.id, "text", span_of(article, words), reading)


LEDGER = """TELMI, May 3 – The governments of Maar and Orlav will hold a first meeting over the Varda dam on 9 May, a deputy minister said.

“At the request of the Orlav side, we have agreed to a first meeting,” Lena Orrick, Orlav’s deputy foreign minister, told the Kestrel news agency. “We can take our seats as early as next week; our people are already preparing.”

The talks would be the first since the sluices were shut on 12 March, in what the government of Maar calls a blockade.

Two engineers are still held. “They will be released, once the court has heard them,” Orrick said."""
SIYAN = """The talks in Telme were set for May 9 after long weeks of silence.

The proposal came from the government of Maar after the visit of the envoy Vitte on Friday, Pavel Dorn, a speaker of the cabinet, said. He denied that the water level was a condition.

Some 11,400 households along the lower canal have had no water since the maintenance closure in March."""
MERIDIAN = """More than 14,000 homes were cut off when the sluices closed on 12 March, the regional water office said on Sunday.

“They will be released,” Lena Orrick said of the two engineers. She said that neither side has said who will sign.

“We came to listen. There is no list,” said Tomas Witt, the envoy of Maar. Two officials said that a second round is planned for June."""
HOSTILE = """<script>document.title='taken'</script><img src=x onerror="document.title='taken'"> said the <b>mayor</b>.

"><svg/onload=alert(1)> javascript:alert(1) {{ 7*7 }} {% raw %} &lt;i&gt; ]]> <!-- <style>*{display:none}</style>

“</blockquote><iframe src='https://elsewhere.invalid/'></iframe>” said <a href="javascript:alert(2)">the clerk</a>. The dam opened on 4 May."""
BASKET_PAGE = """Newsbasket
Menu Sport Weather
Dam talks: first meeting agreed
The governments of Maar and Orlav will hold a first meeting over the Varda dam on 9 May.
Buy one tent, get one free!
“At the request of the Orlav side, we have agreed to a first meeting,” Lena Orrick told the Kestrel news agency.
Great read, thank you. – Otto
Imprint"""


def make_desk(path: Path) -> dict[str, str]:
    """Writes a desk of invented tellings to `path`; gives the ids of what is on it, by a name."""
    ledger_page = make_page("ledger", origin="pages/ledger.html", media_type="text/html")
    siyan_page = make_page("siyan", origin="pages/siyan.html", media_type="text/html")
    meridian_page = make_page("meridian", origin="pages/meridian.html", media_type="text/html")
    hostile_page = make_page(
        "<script>alert(1)</script> hostile", origin="pages/<b>hostile</b>.html",
        media_type="text/html",
    )  # fmt: skip
    basket_page = make_page(BASKET_PAGE, origin="pages/newsbasket.txt")
    empty_page = make_page("", origin="pages/empty.txt")
    ledger = make_article(
        LEDGER, page_id=ledger_page.id, title="Maar and Orlav agree to meet over dam",
        byline="Ada Renn", url="https://ledger.example/dam?a=1&b=2",
        published="2025-05-03T08:00Z",
    )  # fmt: skip
    siyan = make_article(
        SIYAN, page_id=siyan_page.id, title="Why the neighbour asks to talk now",
        outlet="Siyan Net", published="2025-05-04", url="javascript:alert(1)",
    )  # fmt: skip
    meridian = make_article(
        MERIDIAN, page_id=meridian_page.id, title="Thirsty towns wait for Telmi",
        outlet="Daily Meridian", published="2025-05-05", published_basis="the page’s metadata",
    )  # fmt: skip
    lines = BASKET_PAGE.split("\n")
    starts = [BASKET_PAGE.index(line) for line in lines]
    ranges = ((starts[3], starts[3] + len(lines[3])), (starts[5], starts[5] + len(lines[5])))
    basket = make_article(
        "\n\n".join(BASKET_PAGE[a:b] for a, b in ranges), page_id=basket_page.id,
        title=lines[2], outlet="Newsbasket", published="2025-05-03", ranges=ranges,
        published_basis="its original", kind="article",
    )  # fmt: skip
    hostile = make_article(
        HOSTILE, page_id=hostile_page.id, title="<script>alert('title')</script> & <b>bold</b>",
        outlet="<i>Outlet</i>", byline="<u>By</u>", published=None, published_basis=None,
        url="https://x.example/\"><script>alert(1)</script>", language="und",
    )  # fmt: skip
    rejected = [
        Rejected(basket_page.id, (starts[0], starts[2] - 1), "reading", "furniture"),
        Rejected(basket_page.id, (starts[4], starts[5] - 1), "reading", "promo"),
        Rejected(basket_page.id, (starts[6], starts[7] - 1), "reading", "comment"),
        Rejected(basket_page.id, (starts[7], len(BASKET_PAGE)), "reading", "furniture"),
    ]
    readings = [
        (ledger_page, Reading(ledger_page.id, "ledger", (ledger,), ())),
        (siyan_page, Reading(siyan_page.id, "siyan", (siyan,), ())),
        (meridian_page, Reading(meridian_page.id, "meridian", (meridian,), ())),
        (basket_page, Reading(basket_page.id, BASKET_PAGE, (basket,), tuple(rejected))),
        (hostile_page, Reading(hostile_page.id, HOSTILE, (hostile,), ())),
        (empty_page, Reading(
            empty_page.id, "", (), (Rejected(empty_page.id, None, "reading", "too short"),)
        )),
    ]  # fmt: skip
    dam = make_story(
        ledger, basket, siyan, meridian, tellings=3,
        joins=(
            Join(siyan.id, ledger.id, 0.41, "shared words: Varda, Telmi; one day apart"),
            Join(meridian.id, ledger.id, 0.52, "shared names: Lena Orrick"),
        ),
    )  # fmt: skip
    market = make_story(hostile)
    dam = make_related(dam, market)
    orrick = Name(content_id("name", "Lena Orrick"), "Lena Orrick", "person",
                  ("Lena Orrick", "Orrick"), ("surname and full name in one article",))  # fmt: skip
    witt = Name(content_id("name", "Tomas Witt"), "Tomas Witt", "person",
                ("Tomas Witt", "Vitte"), ("same role: envoy of Maar",))  # fmt: skip
    said = {
        ledger: [
            make_statement(
                ledger, "At the request of the Orlav side, we have agreed to a first meeting,",
                "We can take our seats as early as next week; our people are already preparing.",
                speaker="Lena Orrick", cue="told", via=("Kestrel",),
            ),
            make_statement(
                ledger, "They will be released, once the court has heard them,",
                speaker="Lena Orrick", cue="said",
            ),
        ],
        basket: [
            make_statement(
                basket, "At the request of the Orlav side, we have agreed to a first meeting,",
                speaker="Lena Orrick", cue="told", via=("Kestrel",),
            ),
        ],
        siyan: [
            make_statement(
                siyan, "The proposal came from the government of Maar after the visit of the envoy"
                " Vitte on Friday", speaker="Pavel Dorn", cue="said", kind="indirect",
            ),
            make_statement(
                siyan, "that the water level was a condition", speaker="Pavel Dorn",
                cue="denied", kind="indirect", denied=True,
            ),
        ],
        meridian: [
            make_statement(meridian, "They will be released,", speaker="Lena Orrick", cue="said"),
            make_statement(
                meridian, "We came to listen. There is no list,", speaker="Tomas Witt", cue="said"
            ),
            make_statement(
                meridian, "that a second round is planned for June", speaker="Two officials",
                cue="said", kind="indirect",
            ),
            make_statement(
                meridian, "neither side has said who will sign", speaker="Lena Orrick", cue="said",
                kind="indirect", confidence=0.38,
            ),
        ],
        hostile: [
            make_statement(
                hostile, "</blockquote><iframe src='https://elsewhere.invalid/'></iframe>",
                speaker='<a href="javascript:alert(2)">the clerk</a>', cue="said",
            ),
            make_statement(
                hostile, "<script>document.title='taken'</script><img src=x"
                """ onerror="document.title='taken'">""",
                speaker="<b>mayor</b>", cue="said", kind="indirect", confidence=0.2,
            ),
        ],
    }  # fmt: skip
    moments = {
        ledger: [
            make_moment(ledger, "9 May", LEDGER.split("\n")[0], planned=True),
            make_moment(ledger, "next week", "We can take our seats as early as next week; our people are"
                        " already preparing.", date="2025-W19", precision="week", planned=True,
                        basis="counted from the article’s date"),
            make_moment(ledger, "12 March", LEDGER.split("\n\n")[2], date="2025-03-12"),
        ],
        basket: [
            make_moment(basket, "9 May", lines[3], planned=True),
        ],
        siyan: [
            make_moment(siyan, "May 9", "The talks in Telme were set for May 9 after long weeks"
                        " of silence.", planned=True),
            make_moment(siyan, "Friday", SIYAN.split("\n\n")[1].split(". He")[0] + ".",
                        date="2025-05-02", basis="the last Friday before the article’s date"),
        ],
        meridian: [
            make_moment(meridian, "12 March", MERIDIAN.split("\n\n")[0], date="2025-03-12"),
            make_moment(meridian, "Sunday", MERIDIAN.split("\n\n")[0], date="2025-05-04"),
            make_moment(meridian, "June", "Two officials said that a second round is planned for"
                        " June.", date="2025-06", precision="month", planned=True),
        ],
        hostile: [make_moment(hostile, "4 May", "The dam opened on 4 May.", date=None)],
    }  # fmt: skip
    mentions = {
        ledger: [
            make_mention(ledger, "Lena Orrick", role="Orlav’s deputy foreign minister"),
            make_mention(ledger, "Orrick", 1, referent="Lena Orrick"),
        ],
        basket: [make_mention(basket, "Lena Orrick")],
        siyan: [make_mention(siyan, "Vitte", role="envoy")],
        meridian: [
            make_mention(meridian, "Lena Orrick"),
            make_mention(meridian, "Tomas Witt", role="the envoy of Maar"),
        ],
        hostile: [],
    }
    links = [
        NameLink(ledger.id, "Lena Orrick", orrick.id),
        NameLink(basket.id, "Lena Orrick", orrick.id),
        NameLink(meridian.id, "Lena Orrick", orrick.id),
        NameLink(meridian.id, "Tomas Witt", witt.id),
        NameLink(siyan.id, "Vitte", witt.id),
    ]
    contrasts = [
        Contrast(content_id("c", "1"), dam.id, 1, "Who asked for the talks", "agency", "strong", (
            make_telling(ledger, "At the request of the Orlav side", "the Orlav side"),
            make_telling(siyan, "came from the government of Maar", "the government of Maar"),
        )),
        Contrast(content_id("c", "2"), dam.id, 2, "Households without water", "number", "strong", (
            make_telling(siyan, "11,400 households", "11,400"),
            make_telling(meridian, "More than 14,000 homes", "more than 14,000"),
        )),
        Contrast(content_id("c", "3"), dam.id, 3, "The end of a quotation of Lena Orrick",
                 "wording", "strong", (
            make_telling(ledger, ", once the court has heard them", "goes on"),
            make_telling(meridian, "They will be released", "ends here"),
        )),
        Contrast(content_id("c", "4"), dam.id, 4, "The place of the talks", "place", "soft", (
            make_telling(meridian, "Telmi", "Telmi", "title"),
            make_telling(siyan, "Telme", "Telme"),
        )),
        Contrast(content_id("c", "5"), dam.id, 5, "What the shutting is called", "wording", "soft",
                 (
            make_telling(ledger, "blockade", "blockade"),
            make_telling(siyan, "maintenance closure", "maintenance closure"),
        )),
    ]  # fmt: skip
    copies = [
        Copy(ledger.id, "f1", None, "original", 1.0, "the oldest of its family"),
        Copy(basket.id, "f1", ledger.id, "excerpt", 0.97, "its words stand in the original"),
    ]
    brief = Brief(dam.id, (
        span_of(ledger, LEDGER.split("\n")[0]),
        span_of(siyan, "The talks in Telme were set for May 9 after long weeks of silence."),
        span_of(meridian, "She said that neither side has said who will sign."),
    ))  # fmt: skip
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for page, reading in readings:
            write.page(db, page, reading)
        write.copies(db, copies)
        write.stories(db, [make_story(ledger, id="1oldstory0000000")])
        write.stories(db, [dam, market])
        for article, statements in said.items():
            write.article_findings(db, article, mentions[article], statements, moments[article])
        write.names(db, [orrick, witt], links)
        write.contrasts(db, dam.id, contrasts)
        write.brief(db, brief)
    return {
        "dam": dam.id, "market": market.id, "ledger": ledger.id, "siyan": siyan.id,
        "meridian": meridian.id, "basket": basket.id, "hostile": hostile.id,
        "orrick": orrick.id, "witt": witt.id, "basket_page": basket_page.id,
        "ledger_page": ledger_page.id, "hostile_page": hostile_page.id,
        "empty_page": empty_page.id, "moved": "1oldstory0000000",
    }  # fmt: skip


def make_related(story: Story, *others: Story) -> Story:
    from dataclasses import replace

    return replace(story, related=tuple(o.id for o in others))
