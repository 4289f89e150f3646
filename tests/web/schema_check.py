"""A small validator for the parts of JSON Schema (2020-12) that the API's description uses."""

from __future__ import annotations

from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,),
    "number": (int, float), "boolean": (bool,), "null": (type(None),),
}  # fmt: skip
_KNOWN = {
    "type", "properties", "required", "additionalProperties", "items", "prefixItems", "anyOf",
    "enum", "const", "$ref", "description", "minimum", "maximum",
}  # fmt: skip


def errors(value: Any, schema: dict[str, Any], spec: dict[str, Any], at: str = "") -> list[str]:
    """Where `value` does not fit `schema`, whose references lie in `spec`."""
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    if "$ref" in schema:
        found: Any = spec
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return errors(value, found, spec, at)
    bad = []
    if "anyOf" in schema:
        tries = [errors(value, one, spec, at) for one in schema["anyOf"]]
        if all(tries):
            bad.append(f"{at}: fits none of {len(tries)}: {min(tries, key=len)[0]}")
    if "enum" in schema and value not in schema["enum"]:
        bad.append(f"{at}: {value!r} not in {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        bad.append(f"{at}: {value!r} is not {schema['const']!r}")
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        fits = any(isinstance(value, _TYPES[k]) for k in kinds)
        if isinstance(value, bool) and "boolean" not in kinds:
            fits = False
        if not fits:
            return [*bad, f"{at}: {value!r:.60} is not {kinds}"]
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        bad += [f"{at}: no {name}" for name in schema.get("required", ()) if name not in value]
        rest = schema.get("additionalProperties", True)
        for name, one in value.items():
            if name in properties:
                bad += errors(one, properties[name], spec, f"{at}.{name}")
            elif rest is False:
                bad.append(f"{at}: unknown {name}")
            elif isinstance(rest, dict):
                bad += errors(one, rest, spec, f"{at}.{name}")
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        for n, one in enumerate(value):
            part = first[n] if n < len(first) else schema.get("items", {})
            bad += errors(one, part, spec, f"{at}[{n}]")
    return bad
