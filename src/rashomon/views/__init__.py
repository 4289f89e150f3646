"""Views: what a reader sees, as typed data. Templates, JSON and the terminal get the same types.

Each function takes a connection to the desk and gives a frozen view, or None where what was asked
for is not there. Words that outlets wrote are `Words`, bound to their article and offsets; words
that the program adds come from `views.words`.
"""

from rashomon.views.article import ArticleView, article
from rashomon.views.front import Card, FrontView, cards, front
from rashomon.views.leftout import LeftOutView, PageView, left_out, page
from rashomon.views.name import NameView, name
from rashomon.views.search import SearchView, search
from rashomon.views.story import StoryLink, StoryView, link_to, story, view_of
from rashomon.views.to_json import JSON, to_json

__all__ = [
    "JSON",
    "ArticleView",
    "Card",
    "FrontView",
    "LeftOutView",
    "NameView",
    "PageView",
    "SearchView",
    "StoryLink",
    "StoryView",
    "article",
    "cards",
    "front",
    "left_out",
    "link_to",
    "name",
    "page",
    "search",
    "story",
    "to_json",
    "view_of",
]
