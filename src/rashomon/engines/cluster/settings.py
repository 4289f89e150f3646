"""The numbers of the cluster engine. None changes what comes out, but for WINDOW_DAYS."""

from __future__ import annotations

# Edges that the driver joins by itself: five million take some 1.5 GB there, and a minute.
DRIVER_EDGES = 5_000_000

# Pages and articles in a task. A page costs some 20 ms to read and an article 15 ms: a task of
# seconds is small enough to be done again when its worker dies, and large enough to be sent.
PAGES_PER_TASK = 64
ARTICLES_PER_TASK = 128

# Stories are grouped in windows of so many days, each with so many more at both ends. An event's
# articles are compared within `stories.settings.WINDOW_DAYS`; the overlap is several times that,
# so that what a story at the border hangs on is seen from both sides. One window, and so the
# same stories as on one machine, where all articles lie within the two together.
WINDOW_DAYS = 60
OVERLAP_DAYS = 20
