"""Parts of composed pages that are no article: menus, captions, embeds, comments, adverts.

Invented words throughout; what matters is their shape, and that it varies.
"""

from __future__ import annotations

import random

import phrases
from phrases import say, says

FIRST = "Ana Bruno Carla Dmitri Elif Farid Greta Hugo Ines Jonas Katya Luca Mira Nadia Omar Petra Quentin Rosa Samir Tara Uma Viktor Wendy Yara Zoltan John Mary Peter Susan James".split()
LAST = "Alvaro Brandt Castell Dunmore Eriksen Falk Grady Hollis Ivanik Jurado Kessler Lindqvist Marlowe Norring Okafor Pell Quist Rossetti Sandoval Thorne Ulrich Vance Whitlock Yilmaz Zorin Smith Keller".split()
PLACES = "Harrowgate Lisbon Oslo Nairobi Geneva Lindholm Ankara Vienna Portside Brussels Tallinn Cairo London Ottawa Manila Washington Moscow Beijing".split()
OUTLETS = [
    "The Harbour Post",
    "Meridian News",
    "Daily Ledger",
    "Northern Wire",
    "RTX",
    "The Observer Weekly",
    "Globe Herald",
    "ABN News",
    "CityPress",
    "Euro Tribune",
    "The Standard",
    "Kanal 5",
    "News.am",
    "Politica",
    "BNR",
]
AGENCIES = ["Northern Wire", "AFX", "ITR", "Reuters", "AP", "Agence Sud", "Wire Service", "KNA"]
SECTIONS = "World Politics Business Sport Culture Opinion Science Technology Health Travel Climate Media Style Markets Europe Asia Africa Americas Analysis Video Live Podcasts Weather Jobs Games Food Books Local Crime Education".split()
ROLES = [
    "Staff Writer",
    "Senior Correspondent",
    "Night Editor",
    "Reporter",
    "Political editor",
    "Foreign Correspondent",
    "Contributor",
    "Data Journalist",
    "Bureau Chief",
    "Columnist",
]
ORGS = [
    "the Institute for Policy",
    "Portside University",
    "the Centre for European Studies",
    "the Harrow Foundation",
    "the Ministry of Trade",
    "Kessler College",
    "the Strategic Council",
]
MONTHS = (
    "January February March April May June July August September October November December".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def name(r: random.Random) -> str:
    return f"{r.choice(FIRST)} {r.choice(LAST)}"


def day(r: random.Random) -> str:
    month, number, year = r.choice(MONTHS), r.randint(1, 28), r.randint(2012, 2027)
    return r.choice([
        f"{month} {number}, {year}", f"{number} {month} {year}", f"{month[:3]} {number}, {year}", f"{number} {month[:3]} {year}",
        f"{year}-{r.randint(1, 12):02d}-{number:02d}", f"{number:02d}/{r.randint(1, 12):02d}/{year}", f"{r.choice(DAYS)}, {month} {number}, {year}",
        f"{month} {number}", f"{r.choice(DAYS)} {number} {month} {year}",
    ])  # fmt: skip


def clock(r: random.Random) -> str:
    h, m = r.randint(0, 23), r.randint(0, 59)
    return r.choice(
        [
            f"{h:02d}:{m:02d}",
            f"{h % 12 + 1}:{m:02d} p.m.",
            f"{h:02d}:{m:02d} GMT",
            f"{h % 12 + 1}:{m:02d}am ET",
        ]
    )


def age(r: random.Random) -> str:
    return r.choice([
        f"{r.randint(2, 59)} minutes ago", "an hour ago", f"{r.randint(2, 23)} hours ago", f"{r.randint(2, 6)} days ago",
        "a day ago", f"{r.randint(1, 23)}h ago", f"{r.randint(2, 3)} weeks ago", f"{r.randint(2, 50)} mins ago", "Yesterday",
    ])  # fmt: skip


def meta(r: random.Random, outlet: str) -> list[str]:
    """Lines of byline, outlet, date or age, as one layout prints them."""
    n = name(r)
    return r.choice([
        lambda: [f"{outlet}{age(r)}"], lambda: [outlet, f"{r.choice(['time', 'clock', 'icon', 'schedule'])}{age(r)}", f"  • {outlet}"], lambda: [outlet, age(r)],
        lambda: [f"By {n}"], lambda: [f"By {n}, {r.choice(ROLES)}"], lambda: [f"By {n}", day(r)], lambda: [f"By {n.upper()}", f"Published: {day(r)} {clock(r)}"],
        lambda: [f"{n}", r.choice(ROLES), day(r)], lambda: [f"{day(r)}"], lambda: [f"{day(r)} | {outlet}"], lambda: [f"{outlet} · {age(r)}"],
        lambda: [f"Published {day(r)} at {clock(r)}", f"Updated {day(r)}"], lambda: [f"{n} | {day(r)} | {clock(r)}"], lambda: [f"by {n} in {r.choice(PLACES)}"],
        lambda: [f"{outlet} - {day(r)}"], lambda: [f"{n} {day(r)}"], lambda: [f"{r.randint(2, 9)} min read"], lambda: [f"{age(r)}"], lambda: [f"Source: {outlet}", day(r)],
        lambda: [f"{n} for {outlet}", f"{r.choice(DAYS)} {day(r)} {clock(r)}"], lambda: [f"Author: {n}"], lambda: [f"Words by {n}", f"{r.randint(2, 12)} minute read"],
        lambda: [f"{clock(r)}, {day(r)}"], lambda: [f"By {n} and {name(r)}"], lambda: [f"Posted on {day(r)} by {n}"],
    ])()  # fmt: skip


def caption(r: random.Random) -> str:
    n, place = name(r), r.choice(PLACES)
    act = r.choice(
        [
            "speaks to reporters in",
            "arrives at a meeting in",
            "attends a ceremony in",
            "waves to supporters in",
            "talks with aides in",
            "pictured in",
            "at a rally in",
        ]
    )
    body = r.choice([
        f"{n} {act} {place}", f"{n} (left) and {name(r)} {act} {place}, {day(r)}", f"{r.choice(['Prime Minister', 'President', 'Foreign Minister', 'Minister'])} {n}",
        f"People walk past a closed shop in {place} on {day(r)}", f"A view of the harbour in {place}", f"{n}", f"Smoke rises over {place} after a strike, {day(r)}",
        f"FILE - {n} {act} {place} on {day(r)}", f"Rescue workers at the scene in {place}",
    ])  # fmt: skip
    agency = r.choice(AGENCIES)
    if r.random() < 0.3:
        body = f"{body}, {say(r, r.choice(phrases.CAPTION_MORE))}"
        if r.random() < 0.5:
            body += f", {r.choice(DAYS)}, {r.choice(MONTHS)} {r.randint(1, 28)}, {r.randint(2012, 2027)}"
    return r.choice([
        f"FILE PHOTO: {body}. {agency.upper()}/{name(r)}{r.choice(['', '/File Photo'])}", f"FILE PHOTO: {body}", f"{body} [{name(r)}/{agency}]",
        f"{body}. {agency.upper()}/{name(r)}", f"Cover: {body}. ({name(r)}/{agency})", f"Image copyright {agency} Image caption {body}",
        f"{body}.", f"{body}. ({name(r)} / {agency} via Pictures)", f"{body}. Photo: {name(r)}/{agency}", f"{body} © {agency}", f"Photo: {body}", f"{body}. ({agency})",
        f"{body} / {name(r)}", f"Image: {agency}", f"{body}. [Photo by {name(r)}/{agency}]", f"Image caption {body}", f"{body} Getty Images", f"{body}",
        f"Photograph: {name(r)}/{agency}", f"{body} (Image credit: {agency})",
    ])  # fmt: skip


def menu(r: random.Random) -> list[str]:
    items = r.sample(SECTIONS, r.randint(4, 14))
    if r.random() < 0.4:
        return [r.choice([" | ", " ", " · ", " > ", "  "]).join(items)]
    if r.random() < 0.2:
        items = [x.upper() for x in items]
    extra = r.sample(
        [
            "Home",
            "Menu",
            "Search",
            "Sign in",
            "Subscribe",
            "Log in",
            "Newsletters",
            "E-paper",
            "Skip to main content",
            "Live TV",
            "logo",
            "My account",
        ],
        r.randint(0, 4),
    )
    return [*extra, *items] if r.random() < 0.7 else [*items, *extra]


def cookie(r: random.Random) -> list[str]:
    return says(r, phrases.COOKIES)


def top(r: random.Random, outlet: str) -> list[str]:
    out: list[str] = []
    for part in r.sample(
        ["menu", "cookie", "name", "date", "crumb", "ticker", "logo", "feed", "author", "weather"],
        r.randint(1, 4),
    ):
        out += {
            "menu": lambda: menu(r), "cookie": lambda: cookie(r), "name": lambda: [outlet], "date": lambda: [f"{r.choice(DAYS)}, {day(r)}"],
            "crumb": lambda: [f"Home > {r.choice(SECTIONS)} > {r.choice(SECTIONS)}"], "ticker": lambda: [f"Breaking: {r.choice(['talks resume', 'storm nears coast', 'vote delayed'])}"],
            "logo": lambda: ["logo"], "feed": lambda: [r.choice(["News Feed", "Latest news", "Top Stories", "Today's headlines", "World News", "All articles", "Archive"])],
            "author": lambda: [r.choice(["Author: -", f"Author: {name(r)}", f"Articles by {name(r)}", f"Posts tagged {r.choice(SECTIONS).lower()}"])],
            "weather": lambda: [f"{r.choice(PLACES)} {r.randint(-5, 34)}°C", "Sunny"],
        }[part]()  # fmt: skip
    return out


def share(r: random.Random) -> list[str]:
    return r.choice([
        ["Share", "Facebook", "Twitter", "WhatsApp", "Email"], ["Share this article", "Copy link"], [f"{r.randint(2, 900)} shares"], ["Share on Facebook Tweet Email Print"],
        ["Comments", say(r, "[Be the first to reply|Nobody has commented so far|No comments|None yet]")], [f"{r.randint(2, 400)} Comments"], ["Print", "Save", "Listen"], ["Like this story?", "Share"], [f"Tags: {', '.join(r.sample(SECTIONS, 3))}"],
        ["Follow us on X", "Follow us on Facebook"], [f"Topics: {r.choice(SECTIONS)} {r.choice(PLACES)}"], [f"Filed under: {r.choice(SECTIONS)}"], [say(r, r.choice(phrases.IMAGE_WORDS))], ["0"],
    ])  # fmt: skip


def promo(r: random.Random) -> list[str]:
    return says(r, phrases.PROMOS)


def advert(r: random.Random) -> str:
    """A paragraph that sells something, as it stands between articles."""
    lines = [r.choice(phrases.ADVERT_OPENINGS), r.choice(phrases.ADVERT_MIDDLES)]
    if r.random() < 0.4:
        lines.append(r.choice(phrases.ADVERT_MIDDLES))
    if r.random() < 0.7:
        lines.append(r.choice(phrases.ADVERT_ENDINGS))
    return " ".join(say(r, line) for line in lines)


def bio(r: random.Random, outlet: str) -> list[str]:
    n, place, role = name(r), r.choice(PLACES), r.choice(ROLES)
    first, last = n.split()
    beat = f"{r.choice(SECTIONS).lower()} and {r.choice(SECTIONS).lower()}"
    body = say(r, r.choice([
        f"{n} is [a|the|our] {role.lower()} [at|of|with] {outlet}[. [she|he] [lives|works] in {place} and [writes about|covers] {beat}|]. [earlier [she|he] [reported for a radio station|taught at a school|ran a small weekly]|[she|he] [read history|studied law] at {r.choice(ORGS)}|{first} [likes boats|has two dogs]].",
        f"{n} covers {beat} for {outlet}.",
        f"{n} is a {role.lower()} based in {place}. [Follow|Find|Write to] {first} [on X|at] @{last.lower()}",
        f"About the author: {n} [writes about|follows] {beat} [and lives in {place}|].",
        f"{first} joined {outlet} in {r.randint(1999, 2026)} [and covers {beat}|as a {role.lower()}|after years in {place}].",
    ]))  # fmt: skip
    image = [say(r, line) for line in r.sample(phrases.IMAGE_WORDS, r.randint(1, 2))]
    return r.choice(
        [
            lambda: [body],
            lambda: [n, role, body],
            lambda: [*image, n, role, body],
            lambda: ["About the author", n, body],
        ]
    )()


def ending(r: random.Random) -> list[str]:
    """Credits and notes that close an article."""
    n, m = name(r), name(r)
    address = f"https://www.{r.choice(LAST).lower()}.example/{r.choice(['news', 'a', '2021/05', 'story'])}/{r.randint(10**4, 10**12)}"
    notes = [[say(r, line.replace("{outlet}", r.choice(OUTLETS)))] for line in phrases.ENDING_NOTES]
    return r.choice([
        [f"(Reporting by {n} in {r.choice(PLACES)}; Editing by {m})"], [f"Reporting by {n}; editing by {m}"], [f"({r.choice(AGENCIES)})"],
        [say(r, f"{n} [in {r.choice(PLACES)}|] contributed to this [report|story|article].")],
        *notes, [say(r, f"[Original|Source|Original article|Link]: {address}[/|]")], [f"Source: {r.choice(AGENCIES)}"],
        [f"With reporting by {r.choice(AGENCIES)}"], [f"© {r.randint(2014, 2027)} {r.choice(OUTLETS)}. All rights reserved."],
        [f"— {n}"], [f"{r.choice(AGENCIES).upper()}"], [f"{n}, {r.choice(AGENCIES)}"], ["END"], ["###"],
    ])  # fmt: skip


def note(r: random.Random) -> str:
    return say(r, r.choice(phrases.NOTES).replace("{day}", day(r)))


def foot(r: random.Random, outlet: str) -> list[str]:
    out: list[str] = []
    for part in r.sample(["menu", "legal", "social", "promo", "more", "address"], r.randint(1, 3)):
        out += {
            "menu": lambda: menu(r), "legal": lambda: [f"© {r.randint(2014, 2027)} {outlet}. All rights reserved.", "Privacy Policy | Terms of Use | Contact us"], "social": lambda: ["Facebook", "X", "Instagram", "YouTube"],
            "promo": lambda: promo(r), "more": lambda: [r.choice(["Show More", "Load more", "Next page", "1 2 3 ... 27 Next", "Older posts", "Back to top"])], "address": lambda: [f"{outlet}, {r.randint(1, 200)} Harbour Street, {r.choice(PLACES)}", "Tel. 020 7946 0000"],
        }[part]()  # fmt: skip
    return out


def comment_head(r: random.Random) -> str:
    return r.choice(
        [
            "Comments",
            f"{r.randint(3, 300)} comments",
            f"Comments ({r.randint(2, 90)})",
            "Join the discussion",
            "Reader comments",
            f"{r.randint(2, 60)} Responses",
            "What do you think?",
            "Most liked comments",
            f"{r.randint(2, 60)} readers join in",
            f"Talk ({r.randint(2, 90)})",
            "Your views",
            f"Page 1 of {r.randint(2, 9)}",
            "Have your say",
        ]
    )


def _view(r: random.Random) -> str:
    """What a reader says: a remark or two, or several sentences."""
    if r.random() < 0.55:
        lines = r.sample(phrases.COMMENTS, r.choice([1, 1, 1, 2, 4]))
    else:
        lines = r.sample(
            [*phrases.OPINIONS, *phrases.OPINIONS, *phrases.COMMENTS], r.choice([1, 2, 3, 5])
        )
    said = " ".join(say(r, line) for line in lines)
    said = said.replace("{place}", r.choice(PLACES)).replace("{last}", r.choice(LAST))
    return said.replace("{year}", str(r.randint(1975, 2024)))


def _reader(r: random.Random) -> str:
    return r.choice(
        [
            name(r),
            f"{r.choice(FIRST).lower()}{r.randint(1, 99)}",
            f"{r.choice(LAST)}_{r.choice(FIRST)}",
            f"concerned citizen {r.randint(1, 9)}",
            f"@{r.choice(LAST).lower()}",
            r.choice(LAST).lower(),
            f"{r.choice(FIRST)} {r.choice(LAST)[0]}.",
        ]
    )


def comment_form(r: random.Random) -> tuple[str, int]:
    """How a page sets its readers' comments: the line above each, and which buttons stand below."""
    ages = [
        "{n} min",
        "{n}h",
        "{n} d",
        "{n} hours ago",
        "{day}",
        "{day} at {h}:{m}",
        "{n} weeks ago",
    ]
    age_ = r.choice(ages)
    head = r.choice(
        [
            "{user}", "{user} " + age_, "{user} • " + age_, "{user} says:", "{user}, " + age_, "{user}\n" + age_,
            "{user}\n" + age_, "#{n} {user} wrote on {day}:", "{user} wrote:", "{user} ({n} posts) · " + age_, "{user}\n@{n}\n" + age_,
        ]
    )  # fmt: skip
    return head, r.randrange(10)


def comment(r: random.Random, quoted: str, form: tuple[str, int]) -> list[str]:
    """One reader's comment, set as `form` says; `quoted` is a sentence of the article."""
    view = _view(r)
    body = r.choice(
        [
            view,
            f'"{quoted}" {view}',
            f"> {quoted}",
            f"{view} {quoted}",
            f"“{quoted}” – {view}",
            view,
            view,
            f"{view}\n{_view(r)}",
            f"{view}\n{_view(r)}\n{_view(r)}",
            f'"{quoted}"\n{view}',
            f"> {quoted}\n{view}",
            f"Quote: {quoted}\n{view} {view}",
            f"{_reader(r)} said: {quoted}\n{view}",
        ]
    )
    head, buttons = form
    values = {"user": _reader(r), "n": str(r.randint(1, 59)), "day": day(r), "h": str(r.randint(6, 22)), "m": str(r.randint(10, 59))}  # fmt: skip
    for key, value in values.items():
        head = head.replace("{" + key + "}", value)
    below = [
        [],
        [],
        ["Reply"],
        ["Like Reply"],
        [f"{r.randint(0, 40)} likes", "Reply"],
        ["Reply · Report"],
        [f"Reply  {r.randint(0, 90)} likes"],
        ["Reply", "Share", f"{r.randint(0, 90)}"],
        [f"+{r.randint(0, 40)}"],
        ["Quote", "Report abuse"],
    ]
    return [*head.split("\n"), *body.split("\n"), *below[buttons]]


def tweet(r: random.Random) -> list[str]:
    n = name(r)
    post = r.choice(phrases.POSTS).replace("{who}", name(r)).replace("{place}", r.choice(PLACES))
    text = say(r, post.replace("{last}", r.choice(LAST)))
    return r.choice(
        [
            [f"{text} — {n} (@{n.split()[1]}{r.randint(1, 99)}) {day(r)}"],
            [text, f"— {n} (@{n.replace(' ', '')}) {day(r)}"],
            [f"{text} pic.twitter.com/{r.randint(10**5, 10**8)}xY"],
            [f"{text} https://t.co/{r.randint(10**5, 10**8)}"],
        ]
    )
