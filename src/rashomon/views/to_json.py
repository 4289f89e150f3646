"""Views as JSON: the field names of the types, with `href` where a type has an address."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache

JSON = dict[str, "JSON"] | list["JSON"] | str | int | float | bool | None

# Pictures are drawn from what else is there; they are for the eye alone.
_PICTURES = frozenset({"spark", "axis", "coverage"})


@cache
def _names(kind: type) -> tuple[str, ...]:
    names = [f.name for f in fields(kind) if f.name not in _PICTURES]
    return (*names, "href") if hasattr(kind, "href") and "href" not in names else tuple(names)


def to_json(value: object) -> JSON:
    """A view, or a tuple or mapping of views, as what `json.dumps` takes."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_json(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, dict):
        return {str(k): to_json(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(v) for v in value]
    raise TypeError(f"no JSON for {type(value).__name__}")
