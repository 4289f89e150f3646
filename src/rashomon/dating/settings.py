"""Thresholds of dating, each with where it came from."""

# Years that an address or an id may name: the web is no older, and no clock is asked.
FIRST_YEAR = 1994
LAST_YEAR = 2099

# "5 hours ago" is the day the page was taken; from so many hours on it may be the day before.
# A page is taken at any hour: at 6 hours three of four such ages fall on the same day.
SAME_DAY_HOURS = 6

# A lead that names a weekday means the day of writing or one of the two before (news habit).
WEEKDAY_LAG = 2

# What a weekday speaks for a day, by how many days it lies before it; others speak against.
WEEKDAY_WEIGHT = {0: 2.0, 1: 1.0, 2: 0.5}
WEEKDAY_AGAINST = -1.0
# By how much the best day for a page must lead the next one.
PAGE_MARGIN = 1.0

# A copy or a story lends its year to a date that lies within so many days of it. A story goes
# on for weeks (DESIGN.md); half a year would make the nearest year ambiguous.
YEAR_WITHIN_DAYS = 60

# How far into an article, in characters, a date may say when it was written; as reading looks.
LEAD = 700
# Two days on which a lead says that something was said lie no farther apart than this.
TOLD_WITHIN_DAYS = 3

# From so many articles of its page that state their day an article may take its year; one
# alone may be an old piece that is linked.
NEIGHBOURS = 2

# A story whose dated articles lie within so many days lends its week to "said on Wednesday": with
# the day before and the day after, one Wednesday at most lies in it.
WEEK_SPAN = 4
