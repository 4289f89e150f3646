"""The catalogues: current, whole, and with the places that their messages have."""

from __future__ import annotations

import re

import messages
import pytest

from rashomon import i18n

PLACE = re.compile(r"%(?:\((\w+)\)s|%)")


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple) else (str(string or ""),)


def test_the_template_is_that_of_the_sources() -> None:
    there = (i18n.FOLDER / "rashomon.pot").read_bytes()
    assert there == messages.written(messages.extracted(), template=True), (
        "python tests/i18n/messages.py leads the catalogues on"
    )


@pytest.mark.parametrize("code", messages.codes())
class TestOfALanguage:
    def test_it_has_the_messages_of_the_sources_and_no_others(self, code: str) -> None:
        ours = {(m.context, m.id) for m in messages.extracted() if m.id}
        assert {(m.context, m.id) for m in messages.read(code) if m.id} == ours

    def test_all_of_them_are_translated_and_none_is_a_guess(self, code: str) -> None:
        open_ones = [
            m.id for m in messages.read(code) if m.id and (m.fuzzy or not all(_strings(m.string)))
        ]
        assert open_ones == []

    def test_each_has_the_places_of_its_message(self, code: str) -> None:
        for message in messages.read(code):
            if not message.id:
                continue
            wanted = [sorted(PLACE.findall(one)) for one in _strings(message.id)]
            for n, one in enumerate(_strings(message.string)):
                assert sorted(PLACE.findall(one)) == wanted[min(n, len(wanted) - 1)], message.id

    def test_none_brings_marks_that_its_message_has_not(self, code: str) -> None:
        for message in messages.read(code):
            for one in _strings(message.string) if message.id else ():
                for sign in '<>&"':
                    assert sign not in one or sign in str(message.id), message.id

    def test_what_is_compiled_is_what_is_written(self, code: str) -> None:
        compiled = messages.path_of(code, "mo").read_bytes()
        assert compiled == messages.compiled(messages.read(code))
