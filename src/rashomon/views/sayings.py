"""Who said what: statements by speaker, the same words in several tellings brought together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.i18n import gettext as _
from rashomon.i18n import mark, pgettext
from rashomon.model import Article, Copy, Name, Statement
from rashomon.views import words
from rashomon.views.bound import Words, bind
from rashomon.views.callings import Calling
from rashomon.views.polarity import own_verb, polarity
from rashomon.views.source import Source, source
from rashomon.views.unnamed import is_pronoun, is_unnamed

# Words from which on a statement that stands whole in another one is taken for its excerpt.
EXCERPT_WORDS = 6
_NOT_WORD = re.compile(r"[\W_]+")
# How the words of a telling lie to those that are shown.
_SAME, _PART = mark("the same words"), mark("a part of it")
_QUOTES = "\"'“”„«»‘’「」『』"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A telling of a statement; `same` says how its words lie to those that are shown.

    `parts` are the statement's words as this telling has them, in order; `cue` how they were
    said, where the cue tells more than that; `via` who passed them on, outermost first.
    """

    source: Source
    parts: tuple[Words, ...]
    cue: str | None
    via: tuple[str, ...]
    same: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one speaker; the first of `carriers` is the telling whose words are shown.

    `quoted` says that the words stand in quotation marks on the page. `chain` is "by TASS".
    `within` names the speaker in whose statement this one stands. `denial` is the outlet's own
    verb for what was denied, refused or disputed, and `polarity` the word that has to stand before
    it on every page ("denied"), without which it reads as its opposite. `written` is the source as the text has it
    where it is a pronoun that was not resolved.
    """

    id: str
    kind: str
    quoted: bool
    parts: tuple[Words, ...]
    cue: str | None
    denied: bool
    speech: bool
    chain: str | None
    within: str | None
    carriers: tuple[Carrier, ...]
    denial: str | None = None
    polarity: str | None = None
    written: str | None = None

    @property
    def href(self) -> str:
        return href_of(self.parts) if self.parts else self.carriers[0].source.href


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with what it said. `name_id` is None for one without a name ("two officials").

    `held` are beliefs and intentions that are attributed to it, which nobody need have said.
    `told_in` is the outlet of a source that is not named: another outlet's "two officials" may be
    others. `clear` is False for what no text gives a speaker that can be named.
    `roles` stand as the texts have them. `called` are forms of the name that are spelled
    otherwise, with the words where each stands first.
    """

    name: str
    name_id: str | None
    kind: str | None
    roles: tuple[str, ...]
    sayings: tuple[Saying, ...]
    tellings: int
    called: tuple[Calling, ...] = ()
    held: tuple[Saying, ...] = ()
    told_in: str | None = None
    clear: bool = True

    @property
    def count(self) -> int:
        return len(self.sayings) + len(self.held)


def href_of(parts: Sequence[Words]) -> str:
    """One address that marks all of `parts`."""
    first = parts[0]
    places = ",".join(f"{p.start}-{p.end}" for p in parts)
    return f"{words.article_path(first.article_id)}?s={places}#s={first.start}-{first.end}"


def chain_of(via: Sequence[str]) -> str | None:
    """ "by TASS, by Telegram": nearest to the speaker first, as one reads it back."""
    said = (pgettext("passed on", "by %(name)s", name=one) for one in reversed(via))
    return ", ".join(said) if via else None


@dataclass(frozen=True, slots=True)
class Cast:
    """What is needed to name the speakers of statements."""

    articles: Mapping[str, Article]
    copies: Mapping[str, Copy]
    names: Mapping[tuple[str, str], Name]
    roles: Mapping[str, tuple[str, ...]]
    by_id: Mapping[str, Statement]  # the sure ones
    # Name id to the form that the tellings at hand use most, where it is not the canonical one.
    shown: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: Name) -> str:
        return self.shown.get(name.id, name.canonical)

    def speaker(self, statement: Statement) -> tuple[str, Name | None]:
        """How a statement's speaker is called, and the name if there is one."""
        if statement.speaker is None:
            return _(words.NO_SOURCE), None
        name = self.names.get((statement.article_id, statement.speaker))
        return (statement.speaker if name is None else self.called(name)), name

    def family(self, article_id: str) -> str:
        copy = self.copies.get(article_id)
        return article_id if copy is None else copy.family_id

    def is_copy(self, article_id: str) -> bool:
        copy = self.copies.get(article_id)
        return copy is not None and copy.parent_id is not None


def plain(text: str) -> str:
    """Words without case, marks and spaces: what two printings of one sentence share."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def speakers(statements: Sequence[Statement], cast: Cast) -> tuple[Speaker, ...]:
    """All speakers, those that most tellings bring first; of whom no text makes clear who they
    are comes last, pronouns before statements without any source."""
    groups: dict[tuple[int, str, str], list[Statement]] = {}
    homes = _homes(cast)
    # A source that no name is bound to, called as one that has a name: its heading is the same.
    called_so = {plain(n.canonical): n.id for n in cast.names.values()}
    for statement in statements:
        if statement.article_id not in cast.articles:
            continue
        called, name = cast.speaker(statement)
        if statement.speaker is None:
            key = (_NO_SOURCE, "", "")
        elif is_pronoun(called):
            key = (_NOT_CLEAR, "", "")
        elif name is not None:
            key = (_NAMED, name.id, "")
        elif plain(called) in called_so:
            key = (_NAMED, called_so[plain(called)], "")
        else:
            own = homes(statement.article_id) if is_unnamed(called) else ""
            key = (_CALLED, plain(called) or called, own)
        groups.setdefault(key, []).append(statement)
    found = [(key[0], _speaker(key[0], group, cast)) for key, group in groups.items()]
    found.sort(
        key=lambda f: (
            max(f[0], _CALLED), not f[1].sayings, -f[1].tellings, f[0], -f[1].count, f[1].name,
            f[1].told_in or "",
        )
    )  # fmt: skip
    return tuple(speaker for _, speaker in found)


# The sorts of speakers, in the order in which they are listed.
_NAMED, _CALLED, _NOT_CLEAR, _NO_SOURCE = range(4)


def _homes(cast: Cast) -> Callable[[str], str]:
    """Article id to the outlet whose text it is: that of the original, for a copy."""
    originals = {
        c.family_id: c.article_id
        for c in cast.copies.values()
        if c.parent_id is None and c.article_id in cast.articles
    }

    def home(article_id: str) -> str:
        original = originals.get(cast.family(article_id), article_id)
        return cast.articles[original].outlet or original

    return home


def _speaker(sort: int, group: Sequence[Statement], cast: Cast) -> Speaker:
    called, name = next(
        (found for s in group if (found := cast.speaker(s))[1] is not None), cast.speaker(group[0])
    )
    sayings = [_saying(one, cast) for one in _same_words(group, cast)]
    # Those that more tellings carry first; the order of the texts otherwise.
    sayings.sort(key=lambda s: -_tellings(s, cast))
    told_in = None
    if sort == _CALLED and is_unnamed(called):
        told_in = source(cast.articles[group[0].article_id]).label
    if sort == _NOT_CLEAR:
        called, name = _(words.NOT_CLEAR), None
    return Speaker(
        name=called,
        name_id=None if name is None else name.id,
        kind=None if name is None else name.type,
        roles=() if name is None else cast.roles.get(name.id, ()),
        sayings=tuple(s for s in sayings if s.speech),
        tellings=len({cast.family(s.article_id) for s in group}),
        held=tuple(s for s in sayings if not s.speech),
        told_in=told_in,
        clear=sort < _NOT_CLEAR,
    )


def _tellings(one: Saying, cast: Cast) -> int:
    return len({cast.family(c.source.article_id) for c in one.carriers})


def _same_words(group: Sequence[Statement], cast: Cast) -> list[list[tuple[Statement, str | None]]]:
    """Statements that share their words, with how each lies to the first of its list."""
    order = {article_id: n for n, article_id in enumerate(cast.articles)}
    texts = [_text(s, cast) for s in group]
    plains = [plain(t) for t in texts]
    # Whole before part, a telling's own words before those of a copy, then the older.
    ranked = sorted(
        range(len(group)),
        key=lambda i: (
            -len(plains[i].split()),
            cast.is_copy(group[i].article_id),
            order[group[i].article_id],
            i,
        ),
    )
    heads: list[tuple[int, list[tuple[Statement, str | None]]]] = []
    exact: dict[tuple[str, bool, bool], list[tuple[Statement, str | None]]] = {}
    for i in ranked:
        statement, key = group[i], (plains[i], group[i].denied, group[i].speech)
        if key in exact and plains[i]:
            same = None if texts[i] == _text(exact[key][0][0], cast) else _SAME
            exact[key].append((statement, same))
            continue
        home = _holder(i, plains, group, heads)
        if home is not None:
            home.append((statement, _PART))
            continue
        fresh: list[tuple[Statement, str | None]] = [(statement, None)]
        exact[key] = fresh
        heads.append((i, fresh))
    positions = {s.id: n for n, s in enumerate(group)}
    lists = [found for _, found in heads]
    lists.sort(key=lambda f: (order[f[0][0].article_id], positions[f[0][0].id]))
    return lists


def _holder(
    i: int,
    plains: Sequence[str],
    group: Sequence[Statement],
    heads: Sequence[tuple[int, list[tuple[Statement, str | None]]]],
) -> list[tuple[Statement, str | None]] | None:
    """The list whose first statement holds the words of statement `i` whole, in another article."""
    if len(plains[i].split()) < EXCERPT_WORDS or len(heads) > 400:
        return None
    inside = f" {plains[i]} "
    for head, found in heads:
        other = group[head]
        if other.article_id == group[i].article_id or other.denied != group[i].denied:
            continue
        if other.speech != group[i].speech:
            continue
        if inside in f" {plains[head]} ":
            return found
    return None


def _text(statement: Statement, cast: Cast) -> str:
    text = cast.articles[statement.article_id].text
    return " … ".join(text[s.start : s.end] for s in statement.content)


def _saying(group: Sequence[tuple[Statement, str | None]], cast: Cast) -> Saying:
    carriers = []
    for statement, same in group:
        article = cast.articles[statement.article_id]
        carriers.append(
            Carrier(
                source(article, cast.copies.get(article.id)),
                tuple(bind(article, s) for s in statement.content),
                words.telling_cue(statement.cue),
                statement.via,
                None if same is None else _(same),
            )
        )
    first = group[0][0]
    outer = cast.by_id.get(first.within or "")
    return Saying(
        id=first.id,
        kind=words.statement(first.kind),
        quoted=first.kind == "direct" and not _has_marks(carriers[0].parts),
        parts=carriers[0].parts,
        cue=own_verb(True, first.cue) if first.denied else words.telling_cue(first.cue),
        denied=first.denied,
        speech=first.speech,
        chain=chain_of(first.via),
        within=_within(first, outer, cast),
        carriers=tuple(carriers),
        denial=words.denial(first.cue) if first.denied else None,
        polarity=polarity(first.denied, first.cue),
        written=first.speaker if first.speaker and is_pronoun(first.speaker) else None,
    )


def _within(statement: Statement, outer: Statement | None, cast: Cast) -> str | None:
    """In whose statement this one stands, where the chain does not say so already."""
    if outer is None or outer.speaker is None:
        return None
    called = cast.speaker(outer)[0]
    if is_pronoun(called):
        return None
    said = {plain(v) for v in statement.via} | {plain(cast.speaker(statement)[0])}
    return None if {plain(called), plain(outer.speaker)} & said else called


def _has_marks(parts: Sequence[Words]) -> bool:
    """Whether the words bring quotation marks of their own."""
    return any(p.text[:1] in _QUOTES and p.text[-1:] in _QUOTES + ".,!?" for p in parts if p.text)
