"""The types of `model` as JSON text, both ways: how they travel in a column of a table.

JSON and not pickle, for a table may come from anywhere: to read it must run nothing.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Maker = Callable[[Any], Any]


def dump(record: Any) -> str:
    """`record`, a dataclass of `model`, as JSON: its fields in order, tuples as arrays."""
    return json.dumps(_plain(record), ensure_ascii=True, separators=(",", ":"))


def load(kind: type[Record], text: str) -> Record:
    """The record that `dump` gave as `text`. Raises ValueError where it is none of that kind."""
    try:
        made: Record = _maker(kind)(json.loads(text))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {text[:80]}") from error
    return made


def load_all(kind: type[Record], texts: Sequence[str | None]) -> list[Record]:
    """As `load`, for each of `texts` that is one."""
    return [load(kind, text) for text in texts if text is not None]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


_makers: dict[Any, Maker] = {}


def _maker(kind: Any) -> Maker:
    """What makes a value of type `kind` from plain JSON."""
    if kind not in _makers:
        _makers[kind] = _new_maker(kind)
    return _makers[kind]


def _new_maker(kind: Any) -> Maker:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        makers = [_maker(hints[field.name]) for field in fields(kind)]

        def record(value: Any) -> Any:
            if not isinstance(value, list) or len(value) != len(makers):
                raise TypeError(kind.__name__)
            return kind(*(make(one) for make, one in zip(makers, value, strict=True)))

        return record
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (one,) = (_maker(part) for part in parts if part is not type(None))
        return lambda value: None if value is None else one(value)
    if origin is tuple and parts[1:] == (...,):
        one = _maker(parts[0])
        return lambda value: tuple(one(item) for item in value)
    if origin is tuple:
        makers = [_maker(part) for part in parts]
        return lambda value: tuple(m(v) for m, v in zip(makers, value, strict=True))
    allowed = tuple({type(part) for part in parts}) if origin is Literal else kind
    if allowed is float:
        allowed = (int, float)

    def scalar(value: Any) -> Any:
        if not isinstance(value, allowed) or (origin is Literal and value not in parts):
            raise TypeError(str(kind))
        return value

    return scalar
