"""What is asked of a declared shape and its fields, and of an object that is given for one."""

from __future__ import annotations

from gemini_lint.clients.declaration import Field, Shape
from gemini_lint.clients.tables import camel
from gemini_lint.reading.combining import merge_choice, spread
from gemini_lint.values import UNKNOWN, Choice, Instance, Mapping, Value


def path_below(base: str, to: str) -> str:
    """Return where something ends up within the object at `base`."""
    if to == "." or to.startswith("/"):
        return to[1:]
    return f"{base}.{to}" if base else to


def is_clients(where: Field) -> bool:
    """Tell whether a field says something of the client."""
    return where.to.startswith("client.")


def is_request(shape: Shape) -> bool:
    """Tell whether objects of a shape are requests."""
    return any(field.to == "." for field in shape.fields.values())


def is_old_config(where: Field, value: Value) -> bool:
    """Tell whether the server's GenerationConfig is given for the library's configuration."""
    return (
        where.shape == "GenerateContentConfig"
        and isinstance(value, Instance)
        and value.name == "google.genai.types.GenerationConfig"
    )


def is_of_shape(value: Instance, where: Field) -> bool:
    """Tell whether an object is of the class that a library has a shape of its own for."""
    return bool(where.shape) and value.name.endswith(f".{where.shape}")


def field_of(shape: Shape, key: str) -> Field | None:
    """Return the field that a key means, in either spelling where both are taken."""
    found = shape.fields.get(key)
    if found is None and shape.camel:
        found = next((item for name, item in shape.fields.items() if camel(name) == key), None)
    return found


def as_mapping(value: Value) -> Mapping | None:
    """Return a dictionary or typed object as a mapping."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Instance):
        return Mapping(value.keywords, value.place, value.complete) if value.name else None
    if isinstance(value, Choice):
        known = spread(value, lambda option: as_mapping(option) or UNKNOWN)
        return known if isinstance(known, Mapping) else merge_choice(known)
    return None
