"""JSON Schema (2020-12) of the views: the same types that the templates and the API are given."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from rashomon.views.to_json import _names as json_names

Schema = dict[str, Any]


class Schemas:
    """Collects a schema for each view type that is asked for, and for those that it holds."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}
        self._types: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type; of a view, a reference to it."""
        if kind is type(None):
            return {"type": "null"}
        simple = {str: "string", int: "integer", bool: "boolean", float: "number"}
        if kind in simple:
            return {"type": simple[kind]}
        origin, given = get_origin(kind), get_args(kind)
        if origin is typing.Literal:
            return {"enum": list(given)}
        if origin in (typing.Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in given]}
        if origin is tuple and len(given) == 2 and given[1] is Ellipsis:
            return {"type": "array", "items": self.of(given[0])}
        if origin is tuple:
            return {"type": "array", "prefixItems": [self.of(one) for one in given]}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(given[1])}
        if is_dataclass(kind) and isinstance(kind, type):
            return self._view(kind)
        raise TypeError(f"no schema for {kind}")

    def _view(self, kind: type) -> Schema:
        name = kind.__name__
        if self._types.setdefault(name, kind) is not kind:
            name = f"{name}Of{kind.__module__.rpartition('.')[2].title()}"
            self._types[name] = kind
        if name not in self.found:
            # Held already while it is being made: a copy holds copies.
            self.found[name] = made = {}
            made.update(self._object(kind))
        return {"$ref": f"#/components/schemas/{name}"}

    def _object(self, kind: type) -> Schema:
        hints = get_type_hints(kind)
        known = {f.name for f in fields(kind)}
        properties = {
            name: self.of(hints[name]) if name in known else {"type": "string"}
            for name in json_names(kind)
        }
        return {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
