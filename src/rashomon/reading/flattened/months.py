"""Names of months in the languages of much news beside English: general knowledge, November 2026.

As they stand after a day's number: German, French, Spanish, Italian, Portuguese, Dutch, Polish,
Russian, Ukrainian, Turkish.
"""

from __future__ import annotations

_NAMES = """
januar jänner janvier enero gennaio janeiro januari stycznia января січня ocak
februar feber février febrero febbraio fevereiro februari lutego февраля лютого şubat
märz mars marzo março maart marca марта березня mart
april avril abril aprile kwietnia апреля квітня nisan
mai mayo maggio maio mei maja мая травня mayıs
juni juin junio giugno junho czerwca июня червня haziran
juli juillet julio luglio julho lipca июля липня temmuz
august août agosto augustus sierpnia августа серпня ağustos
september septembre septiembre settembre setembro września сентября вересня eylül
oktober octobre octubre ottobre outubro października октября жовтня ekim
november novembre noviembre novembro listopada ноября листопада kasım
dezember décembre diciembre dicembre dezembro december grudnia декабря грудня aralık
"""
NUMBER = {
    name: number for number, line in enumerate(_NAMES.split("\n")[1:-1], 1) for name in line.split()
}
# "7. August 2025", "7 de agosto de 2025", "1er août", "7 августа 2025"
DATED = (
    r"\b(?P<day>\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?"
    rf"(?P<month>{'|'.join(sorted(NUMBER, key=lambda name: (-len(name), name)))})\b"
    r"(?:,?\s+(?:de\s+)?(?P<year>(?:19|20)\d{2})\b)?"
)
