"""A page that tries every trick shows as text: nothing of it becomes markup, script or a link.

The tricks are of the kinds that the OWASP filter evasion list names, written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from rashomon.cli import app as commands
from rashomon.model import Article, Name, NameLink, Page, Provenance, Reading, Rejected, Statement
from rashomon.model import Span as Stretch
from rashomon.store import Desk, write
from rashomon.web.app import create_app

TRICKS = [
    # Script elements: plain, in odd case, broken, nested, of another namespace.
    "<script>pwn(1)</script>", "<ScRiPt >pwn(2)</sCrIpT>", "<script/x src=//e.invalid/a.js></script>",
    "<scr<script>ipt>pwn(3)</scr</script>ipt>", "<<script>pwn(4);//<</script>", "<script\x0c>pwn(5)",
    "<script src=https://e.invalid/b.js", "<svg><script>pwn(6)</script></svg>", "</script><script>pwn(7)",
    "<script>\u2028pwn(8)\u2029</script>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>pwn(9)</x:script>",
    "＜script＞pwn(10)＜/script＞", "<noscript><p title='</noscript><script>pwn(11)</script>'>",
    # Handlers, with and without quotes, spaces and slashes.
    "<img src=x onerror=pwn(12)>", '<img """><b onmouseover="pwn(13)">x</b>', "<img/src=x/onerror=pwn(14)>",
    "<body onload=pwn(15)>", "<svg/onload=pwn(16)>", "<details open ontoggle=pwn(17)>x</details>",
    "<input autofocus onfocus=pwn(18)>", "<video><source onerror=pwn(19)></video>", "<marquee onstart=pwn(20)>",
    "<a href=# onclick\x0b=pwn(21)>x</a>", "<img src=x onerror\n=\npwn(22)>", "<p/onpointerenter=pwn(23)>x",
    "<img src=`x` onerror=`pwn(24)`>", "<style onload=pwn(25)></style>", "<select autofocus onfocus=pwn(26)>",
    # Addresses of other schemes, in disguise.
    "<a href=javascript:pwn(27)>x</a>", "<a href=' java\tscript:pwn(28)'>x</a>", "<a href=JaVaScRiPt&colon;pwn(29)>x</a>",
    "<a href=&#106;avascript:pwn(30)>x</a>", "<a href=&#x6A&#x61vascript:pwn(31)>x</a>", "<a href='\x01javascript:pwn(32)'>x</a>",
    "<iframe src=javascript:pwn(33)></iframe>", "<object data=data:text/html;base64,cHduKDM0KQ==></object>",
    "<embed src=data:image/svg+xml,<svg/onload=pwn(35)>>", "<form action=javascript:pwn(36)><button>x</button></form>",
    "<a href=vbscript:pwn(37)>x</a>", "<a href=data:text/html,<script>pwn(38)</script>>x</a>",
    # What changes the page around it.
    "<base href=https://e.invalid/>", "<meta http-equiv=refresh content='0;url=https://e.invalid/'>",
    "<link rel=stylesheet href=//e.invalid/c.css>", "<style>*{background:url(//e.invalid/d)}</style>",
    "<div style='background:url(javascript:pwn(39))'>x</div>", "<xss style=width:expression(pwn(40))>",
    "<iframe srcdoc='<script>pwn(41)</script>'></iframe>", "<frameset><frame src=//e.invalid></frameset>",
    "<template><script>pwn(42)</script></template>", "<math><mtext></form><form><mglyph><style></math><img src onerror=pwn(43)>",
    "<table background=javascript:pwn(44)><tr><td>x", "<portal src=//e.invalid></portal>", "<plaintext>",
    # Out of the place it stands in: attributes, comments, CDATA, textareas, titles, templates.
    "\"><script>pwn(45)</script>", "'><img src=x onerror=pwn(46)>", "\" autofocus onfocus=pwn(47) x=\"", "' onclick='pwn(48)",
    "--><script>pwn(49)</script><!--", "]]><script>pwn(50)</script>", "</textarea><script>pwn(51)</script>",
    "</title><script>pwn(52)</script>", "</style><script>pwn(53)</script>", "{{ 7*191 }}", "{% include '/etc/passwd' %}",
    "${7*191}", "#{7*191}", "<%= 7*191 %>", "[[constructor.constructor('pwn(54)')()]]",
    # Encodings.
    "&lt;script&gt;pwn(55)&lt;/script&gt;", "%3Cscript%3Epwn(56)%3C/script%3E", "\\u003cscript\\u003epwn(57)", "\\x3cscript\\x3e",
    "+ADw-script+AD4-pwn(58)+ADw-/script+AD4-", "¼script¾pwn(59)¼/script¾", "&#60script&#62pwn(60)", "&#0000060script>",
    # Signs that turn text around, or hide in it.
    "\u202e<script>pwn(61)</script>\u202c", "a\u200bb\ufeff<b>x</b>", "<scr\x00ipt>pwn(62)</script>", "\ufffe<i>x</i>",
]  # fmt: skip
LINKS = [
    "javascript:pwn(70)", " javascript:pwn(71)", "java\nscript:pwn(72)", "JAVASCRIPT:pwn(73)", "data:text/html,<script>pwn(74)</script>",
    "vbscript:pwn(75)", "file:///etc/passwd", "//e.invalid/x", "blob:https://e.invalid/1", "https://e.invalid/\" onclick=\"pwn(76)",
    "https://e.invalid/'><script>pwn(77)</script>", "http://[", "https:e.invalid", "intent://e.invalid#Intent;end", "view-source:https://e.invalid",
    "\x01https://e.invalid/", "https://e.invalid\\@f.invalid/",
]  # fmt: skip
# What the templates themselves use.
TAGS = set(
    "html head meta title link script body a header form input button nav main h1 h2 h3 p span b ul ol"
    " li section article aside footer div mark q blockquote time details summary dl dt dd fieldset"
    " legend label svg rect g path line circle text figure figcaption small code select option"
    " optgroup i em strong textarea br table thead tbody tr th td cite kbd output polyline tspan"
    " bdi dialog ins del".split()
)


class Seen(HTMLParser):
    """What a browser would make of a page: its elements, and the text outside of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.bad.append(f"<{tag}>")
        given = dict(attrs)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "background", "formtarget"):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction"):
                outer = (value or "").startswith(("https://", "http://"))
                if not outer and not re.match(r"/(?!/)|#|\?", value or ""):
                    self.bad.append(f"{tag} {name}={value}")
                if outer and (tag != "a" or given.get("rel") != "noopener noreferrer nofollow"):
                    self.bad.append(f"{tag} {name}={value} {given.get('rel')}")
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.bad.append("inline script")
        if tag == "meta" and "http-equiv" in given:
            self.bad.append("meta http-equiv")
        if tag == "link" and not (given.get("href") or "").startswith("/static/"):
            self.bad.append("link elsewhere")

    def handle_data(self, data: str) -> None:
        self.text += data


def look(page: str) -> Seen:
    seen = Seen()
    seen.feed(page)
    seen.close()
    return seen


def hostile_desk(path: Path) -> list[str]:
    """A desk on which every field of every row is a trick; gives the addresses of its pages."""
    addresses = ["/", "/search", "/left-out", "/decisions"]
    with Desk(path, write=True) as desk, desk.transaction() as db:
        links, names = [], []
        for n, trick in enumerate(TRICKS):
            url = LINKS[n % len(LINKS)]
            text = f"{trick} was said by Oda Brim.\n\n“{trick}” she said on 4 May. {trick}"
            page = Page(f"p{n}", f"pages/{trick}", "text/plain", None, text, url)
            start = text.index("“") + 1
            article = Article(
                f"a{n}", page.id, "article", trick, trick, trick, trick, url, "2031-05-04", trick,
                "en", text, ((0, len(text)),), 0, (),
                (Provenance("original", url, trick), Provenance("credit", trick, trick)),
            )  # fmt: skip
            rejected = Rejected(page.id, (0, len(trick)), "reading", trick)
            write.page(db, page, Reading(page.id, text, (article,), (rejected,)))
            statement = Statement(
                f"s{n}", article.id, trick, None, None,
                (Stretch(article.id, start, start + len(trick)),), "direct", (trick,), (), None,
                True, trick,
            )  # fmt: skip
            write.article_findings(db, article, (), (statement,), ())
            names.append(Name(f"n{n}", trick, "person", (trick, f"x {trick}"), (trick,)))
            links.append(NameLink(article.id, trick, f"n{n}"))
            addresses += [f"/article/a{n}?s={start}-{start + 4}", f"/name/n{n}", f"/page/p{n}"]
        write.names(db, names, links)
    return addresses


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[str]]]:
    path = tmp_path_factory.mktemp("hostile") / "desk.db"
    addresses = hostile_desk(path)
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        yield client, addresses


def test_the_list_is_long() -> None:
    assert len(TRICKS) >= 80
    assert len(set(TRICKS)) == len(TRICKS)


def test_no_trick_becomes_markup(hostile: tuple[TestClient, list[str]]) -> None:
    client, addresses = hostile
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not look(answer.text).bad, address


def test_every_trick_is_there_as_text(hostile: tuple[TestClient, list[str]]) -> None:
    client, _ = hostile
    for n, trick in enumerate(TRICKS):
        shown = look(client.get(f"/article/a{n}").text).text
        assert trick in shown or trick.replace("\x00", "\ufffd") in shown, trick


def test_questions_and_paths_are_text_too(hostile: tuple[TestClient, list[str]]) -> None:
    client, _ = hostile
    for trick in TRICKS:
        bare = trick.encode("utf-8", "ignore").decode()
        for path in ("/search", "/", "/left-out", "/decisions", "/ask"):
            answer = client.get(
                path, params={"q": bare, "page": bare, "decided": bare, "find": bare}
            )
            assert not look(answer.text).bad, (path, trick)
        for path in ("/story/", "/name/", "/page/", "/nowhere/"):
            answer = client.get(path + re.sub(r"[#?%\x00-\x1f\\]", "", bare))
            assert answer.status_code in (404, 405)
            assert not look(answer.text).bad, (path, trick)


def test_the_api_sends_no_markup(hostile: tuple[TestClient, list[str]]) -> None:
    client, _ = hostile
    for n in range(len(TRICKS)):
        answer = client.get(f"/api/v1/articles/a{n}")
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
        url = answer.json()["source"]["url"]
        assert url is None or url.startswith(("https://", "http://"))


def test_what_comes_through_the_whole_house_is_text(tmp_path: Path) -> None:
    """The same tricks in pages and records that are read, grouped and told."""
    rows = [
        {
            "url": LINKS[n % len(LINKS)].strip(), "outlet": trick, "title": f"Dam of Telm {trick}",
            "text": f"The dam of Telm opened on 4 May, Oda Brim said. “{trick} is what we saw,” she"
            f" said. {trick} Some {n + 20} houses were wet, the mayor of Telm told the Kestrel.",
            "published": "2031-05-04",
        }
        for n, trick in enumerate(TRICKS)
    ]  # fmt: skip
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")
    body = "".join(f"<p>{trick} The dam of Telm opened, it was said.</p>" for trick in TRICKS[:40])
    page = f"<html><head><title>Telm</title></head><body><article><h1>Telm</h1>{body}</article>"
    (tmp_path / "page.html").write_bytes(page.encode("utf-8", "replace"))
    desk = tmp_path / "desk.db"
    done = CliRunner().invoke(commands, ["build", str(tmp_path), "--desk", str(desk)])
    assert done.exit_code in (0, 3), done.output
    with TestClient(create_app(desk), base_url="http://127.0.0.1") as client:
        seen = set()
        waiting = ["/", "/left-out", "/search?q=dam"]
        while waiting and len(seen) < 150:
            address = waiting.pop()
            answer = client.get(address)
            assert not look(answer.text).bad, address
            for href in re.findall(r'href="(/(?:story|article|name|page)/[^"?#]*)', answer.text):
                if href not in seen:
                    seen.add(href)
                    waiting.append(href)
        assert len(seen) > 60
