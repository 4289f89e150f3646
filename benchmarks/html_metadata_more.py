"""A second set of invented HTML pages for `benchmarks.html_metadata`, of other kinds than the first.

They were written before this library was run on them; the figures of that first run stand in
docs/reading-html.md. Outlets, people and places are made up. Rows: html, address, title, author, day.
"""

from __future__ import annotations

TITLE = "Ferry crews win a shorter night shift"
BY, DAY = "Ines Harrow", "2025-06-03"
TEXT = (
    "Crews on the ferries of Port Lorne will work nights of eight hours from autumn on, the owners said.",
    "“Nobody can steer at five in the morning after eleven hours,” said Bram Tolley of the crews' union.",
    "The line carries two million people a year between the islands and has been short of pilots since 2022.",
    "Fares stay as they are until the end of winter; what comes then will be settled with the county in March.",
    "Not all captains are glad of it: some say that handing over the wheel at night is the real danger.",
)
PROSE = "".join(f"<p>{text}</p>" for text in TEXT)
H1 = f"<h1>{TITLE}</h1>"
NAV = '<nav><a href="/">Start</a><a href="/isles">Isles</a><a href="/sea">Sea</a></nav>'
FOOT = "<footer><p>The Lorne Courier, 4 Pier Road. © 2007-2025</p></footer>"


def page(head: str, body: str, title: str | None = TITLE, lang: str = "en") -> str:
    named = f"<title>{title}</title>" if title else ""
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{named}{head}</head><body>{body}</body></html>'


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


Labelled = tuple[str, str | None, str, str | None, str | None]
PAGES: list[Labelled] = [
    # A weblog whose theme marks everything, with a hidden time of the last change.
    (page("", NAV + f'<article class="post hentry"><header><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="/2025/06/ferry/" rel="bookmark"><time class="entry-date published" datetime="2025-06-03T09:12:00+01:00">June 3, 2025</time><time class="updated" datetime="2025-06-11T10:00:00+01:00" style="display:none">June 11, 2025</time></a></span> <span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ines/">{BY}</a></span></span></div></header><div class="entry-content">{PROSE}</div></article>' + FOOT, TITLE + " – The Lorne Courier"), None, TITLE, BY, DAY),
    # A content system that writes "Submitted by".
    (page("", NAV + f'<h1 id="page-title">{TITLE}</h1><div class="submitted"><span property="dc:date dc:created" content="2025-06-03T09:12:00+01:00" datatype="xsd:dateTime">Submitted by <span class="username">{BY}</span> on Tue, 06/03/2025 - 09:12</span></div><div class="field-name-body">{PROSE}</div>' + FOOT, TITLE + " | Lorne Courier"), None, TITLE, BY, DAY),
    # A free weblog host: the day stands over the post, the writer under it.
    (page("", f'<div id="header"><h1 class="title">Notes from the pier</h1></div><h2 class="date-header"><span>Tuesday, June 3, 2025</span></h2><div class="post"><h3 class="post-title entry-title" itemprop="name">{TITLE}</h3><div class="post-body entry-content">{PROSE}</div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">{BY}</span></span> at <abbr class="published" title="2025-06-03T09:12:00+01:00">9:12 AM</abbr></div></div>', "Notes from the pier: " + TITLE), None, TITLE, BY, DAY),
    # Search engines get another headline than readers; the heading over the article is its title.
    (page(og("og:title", "Ferry jobs: pay and hours explained - The Lorne Courier") + og("og:site_name", "The Lorne Courier") + og("article:published_time", "2025-06-03T09:12:00+01:00"), NAV + f'<article><h1 class="article-title">{TITLE}</h1>{PROSE}</article>' + FOOT, "Ferry jobs: pay and hours explained - The Lorne Courier"), None, TITLE, None, DAY),
    # A section's name is the first heading, the headline a heading of second rank.
    (page(og("og:title", TITLE + " - Isles - Lorne Courier"), f'<header><h1><a href="/isles">Isles and sea</a></h1></header><article><h2>{TITLE}</h2><p class="info">{BY} · 3 June 2025</p>{PROSE}</article>', TITLE + " - Isles - Lorne Courier"), None, TITLE, BY, DAY),
    # Two writers in capitals.
    (page("", NAV + H1 + f'<p class="article-byline">By {BY.upper()} and TOM WREN</p><p class="pubdate">Published 9:12 am Tuesday, June 3, 2025</p>' + PROSE + FOOT), None, TITLE, BY, DAY),
    # Separators within the headline itself, and no heading at all.
    (page("", NAV + f'<p><b>Ferry - and school: what comes next</b></p><p>03/06/2025</p>{PROSE}', "Ferry - and school: what comes next - Lorne Courier"), "https://lornecourier.example/n/ferry-and-school", "Ferry - and school: what comes next", None, None),
    (page("", f'<h1>Les équipages des ferries obtiennent des nuits plus courtes</h1><p class="auteur">Par <a href="/journalistes/ines-harrow">{BY}</a></p><p>Publié le 3 juin 2025 à 09h12 - Mis à jour le 9 juin 2025 à 18h00</p><p>{"Les équipages des ferries de Port Lorne travailleront huit heures la nuit à partir de l’automne. " * 4}</p><p>{"La ligne transporte deux millions de personnes par an entre les îles. " * 4}</p>', "Les équipages des ferries obtiennent des nuits plus courtes - Le Courrier de Lorne", "fr"), None, "Les équipages des ferries obtiennent des nuits plus courtes", BY, DAY),
    (page("", f'<h1>Las tripulaciones logran turnos de noche más cortos</h1><div class="firma">Por {BY}</div><div class="fecha">3 de junio de 2025, 09:12</div><p>{"Las tripulaciones de Puerto Lorne trabajarán ocho horas por la noche desde el otoño. " * 4}</p><p>{"La línea transporta dos millones de personas al año entre las islas. " * 4}</p>', "Las tripulaciones logran turnos de noche más cortos | El Correo de Lorne", "es"), None, "Las tripulaciones logran turnos de noche más cortos", BY, DAY),
    (page("", f'<h1>Turni di notte più brevi per gli equipaggi</h1><span class="firma">di {BY}</span> <span class="data">3 giugno 2025</span><p>{"Gli equipaggi dei traghetti di Porto Lorne lavoreranno otto ore di notte dall’autunno. " * 4}</p><p>{"La linea trasporta due milioni di persone all’anno tra le isole. " * 4}</p>', "Turni di notte più brevi per gli equipaggi", "it"), None, "Turni di notte più brevi per gli equipaggi", BY, DAY),
    # An age is shown, the instant stands in an attribute.
    (page("", NAV + H1 + f'<div class="meta"><a href="/people/ines-harrow">{BY}</a><span class="timeago" title="2025-06-03T09:12:00+01:00">2 days ago</span></div>' + PROSE + FOOT), None, TITLE, BY, DAY),
    (page("", NAV + H1 + f'<div class="story-info"><a rel="author" href="/ih">{BY}</a>, Shipping Correspondent<br><time>03 Jun 2025</time></div>' + PROSE + FOOT), None, TITLE, BY, DAY),
    # A machine's author, a person's name on the page.
    (page('<meta name="author" content="admin">' + og("og:title", TITLE), NAV + H1 + f"<p><em>By {BY}, for the Courier</em></p><p><em>June 3, 2025</em></p>" + PROSE + FOOT), None, TITLE, BY, DAY),
    (page('<script type="application/ld+json">{"@context":"https://schema.org","@type":["BlogPosting"],"headline":"Ferry crews win a shorter night shift &#8211; The Lorne Courier","datePublished":"2025-06-03T09:12:00+0100","author":[{"@type":"Organization","name":"The Lorne Courier"},{"@type":"Person","name":"Ines Harrow"}],"publisher":{"name":"The Lorne Courier"}}</script>', H1 + PROSE), None, TITLE, BY, DAY),
    # A letter printed on the web: title, subtitle, name, short day.
    (page(og("og:title", TITLE) + og("og:site_name", "Low Water"), f'<h1 class="post-title">{TITLE}</h1><h3 class="subtitle">What eight hours mean on the water</h3><div class="x1"><div class="x2"><a class="x9" href="/@ines">{BY}</a></div><div class="x3">Jun 03, 2025</div></div><div class="x4">12 likes</div>{PROSE}<div class="comment"><a href="/@reader">Sea Reader</a> <time datetime="2025-06-04">4 June</time></div>'), None, TITLE, BY, DAY),
    # No heading element and no head: classes alone.
    (page("", f'<div class="hd">Lorne Wire</div><div class="headline">{TITLE}</div><div class="datetime">2025-06-03 09:12:00</div><div class="story">{PROSE}</div>', "Lorne Wire"), None, TITLE, None, DAY),
    # The writer's box at the end, other writers beside other stories.
    (page(og("article:published_time", "2025-06-03"), NAV + H1 + PROSE + f'<div class="author-box"><h4><a href="/author/ines-harrow">{BY}</a><a class="all" href="/author/ines-harrow">View all articles</a></h4><p>{BY} writes about ships and ports.</p></div><aside class="related"><h3>More</h3><a href="/2">Gulls return to the pier</a> <span class="author">Tom Wren</span></aside>'), None, TITLE, BY, DAY),
    # Only days that are not the article's: an event's, a notice's, the visit's.
    (page("", '<header><span class="today">Saturday, 22 November 2025</span></header>' + H1 + f"{PROSE}<p>The next meeting of the board is on 14 July 2026.</p>" + FOOT), None, TITLE, None, None),
    (page("", f'<header class="masthead"><h1>The Lorne Courier</h1></header><main><h1 itemprop="headline">{TITLE}</h1><address>{BY}<br>Port Lorne</address><p class="dateline">Tuesday 3 June 2025 09.12 BST</p>{PROSE}<h2>Most viewed</h2></main>', TITLE + " | Isles | The Lorne Courier"), None, TITLE, BY, DAY),
    (page('<meta name="DC.title" content="' + TITLE + '"><meta name="DC.date.issued" content="2025-06-03"><meta name="DC.creator" content="Harrow, Ines">', NAV + f'<div class="breadcrumb">Start » Isles</div><h2 class="headline">{TITLE}</h2>' + PROSE, "The Lorne Courier"), None, TITLE, "Harrow, Ines", DAY),
]  # fmt: skip
