"""Parts of a page by their tags and the names that sites give them: navigation, captions, promotion.

The words are those that the web uses for classes and ids everywhere; general knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_TAGS = {
    "nav": "furniture",
    "footer": "furniture",
    "menu": "furniture",
    "dialog": "furniture",
    "form": "furniture",
    "aside": "promo",
    "figcaption": "caption",
}
# Names of rows and cells speak of their data ("player", "rating").
_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "br"})
_ROLES = {
    "navigation": "furniture",
    "banner": "furniture",
    "contentinfo": "furniture",
    "search": "furniture",
    "menu": "furniture",
    "dialog": "furniture",
    "alert": "furniture",
    "complementary": "promo",
}
# Names are matched in lower case with a space at both ends.
_EDGE = _END = r"[\s_-]"
_NAMES = (
    ("embed", rf"twitter-(?:tweet|video)|tweet-?embed|instagram-(?:media|embed)|fb-post|tiktok-embed|{_EDGE}oembed|{_EDGE}(?:bluesky|reddit|telegram|mastodon|vk)-(?:embed|post|card|media|widget)"),
    ("comment", rf"{_EDGE}(?:comments?|commentlist|comment-?(?:list|section|area|body|thread|content|respond)s?|disqus\w*|respond|livefyre|viafoura|coral|replies)[\s_-](?!count|link|open|closed)"),
    ("bio", rf"author-?(?:bio|box|info|desc\w*|card|profile|about)|about-?(?:the-?)?author|{_EDGE}(?:bio|biography){_END}|contributor-?(?:bio|info)"),
    ("caption", rf"caption|{_EDGE}(?:photo|image|img|media|picture|figure)-?(?:credits?|meta|info|desc\w*|copyright|source|byline){_END}|{_EDGE}credits?{_END}|gallery-?(?:text|info)"),
    ("promo", rf"{_EDGE}related|{_EDGE}(?:recommend\w*|recirc\w*|newsletters?|subscri\w+|sign-?up|promo\w*|advert\w*|ads?|adunit|ad-?(?:slot|wrap\w*|container|block)|sponsor\w*|outbrain|taboola|zergnet|trending|popular|paywall|donat\w+|partners?|upsell|marketing|cta|teasers?){_END}|most-?(?:read|popular|viewed|shared|recent)|more-?(?:stories|news|from|on|posts|articles|coverage)|read-?(?:more|next|also)|also-?(?:read|like|see)|see-?also|latest-?(?:news|stories|posts)|up-?next|next-?(?:article|story|post)"),
    ("furniture", rf"{_EDGE}(?:share\w*|sharing|social\w*|addtoany|sharedaddy|breadcrumbs?|menus?|nav|navbar|navigation|footer|sidebar|masthead|tags?|tag-?list|tag-?cloud|topics|keywords|categories|toolbar|tools|cookies?|consent|gdpr|login|signin|pagination|pager|skip\w*|search\w*|by-?lines?|dateline|timestamp|post-?(?:meta|tags|nav\w*)|entry-?meta|article-?(?:meta|tools|info)|meta|copyright|modal|popup|pop-up|overlay|lightbox|hidden|visually-?hidden|sr-only|screen-?reader\S*|print-?only|noprint|no-print|widget|ratings?|follow\w*|player|video-?(?:player|title|info)|jump-?link){_END}"),
)  # fmt: skip
# Without one of these in it no name can match: looked up before the pattern, for speed.
_SIGNS = {
    "embed": ("tweet", "twitter", "instagram", "fb-post", "tiktok", "oembed", "bluesky", "reddit", "telegram", "mastodon", "vk-"),
    "comment": ("comment", "disqus", "respond", "livefyre", "viafoura", "coral", "replies"),
    "bio": ("author", "bio"),
    "caption": ("caption", "photo", "image", "img", "media", "picture", "figure", "credit", "gallery"),
}  # fmt: skip
_PATTERNS = tuple((name, _SIGNS.get(name, ("",)), re.compile(words)) for name, words in _NAMES)


class Zone:
    """An element that names what stands in it; zones nest through `outer`."""

    __slots__ = ("element", "outer", "reason")

    def __init__(self, reason: str, element: Any, outer: Zone | None) -> None:
        self.reason = reason
        self.element = element
        self.outer = outer


def zone_of(element: Any, tag: str, outer: Zone | None) -> Zone | None:
    """The innermost zone at `element`, whose zone outside is `outer`."""
    if tag in _CELLS:
        return outer
    reason = _TAGS.get(tag) or _ROLES.get(element.get("role") or "")
    if reason is None:
        names = element.get("class") or ""
        identity = element.get("id")
        if identity:
            names = f"{names} {identity}"
        reason = named(names) if names else None
    return Zone(reason, element, outer) if reason else outer


# The first four letters of every word above that opens a pattern: most names have none of them,
# and the patterns need not be tried.
_OPENINGS = frozenset(
    word[:4]
    for word in (
        "about ad ads adblock adcontainer adslot adunit adwrap addtoany advert also article author bio breadcrumb by bylines byline caption "
        "categories comment consent contributor cookie copyright coral credit cta dateline disqus "
        "donat embed entry fb figure follow footer gallery gdpr hidden image img instagram jump "
        "keywords latest lightbox livefyre login marketing masthead media menu meta modal more most "
        "nav navbar navigation newsletter next no noprint oembed outbrain overlay pager pagination partner paywall "
        "photo picture player pop popular popup post print promo rating read recirc recommend "
        "related replies respond screen search see share sharing sharedaddy sidebar sign signin "
        "bluesky mastodon reddit telegram vk signup skip social sponsor sr subscri taboola tag tags teaser tiktok timestamp tool tools "
        "topics trending tweet tweetembed twitter up upsell viafoura video visually widget zergnet"
    ).split()
)
_SPLIT = re.compile(r"[\s_-]+")


@lru_cache(maxsize=20_000)
def named(names: str) -> str | None:
    """What an element's class and id call it, or None."""
    # Utility classes by the dozen name looks, not parts.
    if len(names) > 300:
        return None
    low = names.lower()
    opens = "caption" in low or "author" in low
    if not opens and not any(word[:4] in _OPENINGS for word in _SPLIT.split(low)):
        return None
    padded = f" {low} "
    for reason, signs, pattern in _PATTERNS:
        if any(sign in low for sign in signs) and pattern.search(padded):
            return reason
    return None
