"""Operators and look-ups on known values."""

from __future__ import annotations

import operator
from collections.abc import Callable

import libcst as cst

from gemini_lint.reading import texts
from gemini_lint.reading.combining import choose, merge_choice, spread
from gemini_lint.reading.objects import is_own_function
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Literal,
    Mapping,
    Member,
    Place,
    Sequence,
    Symbol,
    Unknown,
    Value,
    is_text,
    possibilities,
)

_LARGEST = 2**63
_LONGEST = 2**24
_MOST_ITEMS = 256
_ARITHMETIC: dict[type[cst.BaseBinaryOp], Callable[[float, float], float]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
}
AUGMENTED: dict[type[cst.BaseAugOp], type[cst.BaseBinaryOp]] = {
    cst.AddAssign: cst.Add,
    cst.SubtractAssign: cst.Subtract,
    cst.MultiplyAssign: cst.Multiply,
    cst.DivideAssign: cst.Divide,
    cst.BitOrAssign: cst.BitOr,
}


def arithmetic(sign: cst.BaseBinaryOp, left: Value, right: Value, place: Place) -> Value:
    """Compute with two known numbers, or repeat a string."""
    if isinstance(sign, cst.Multiply) and isinstance(left, Literal) and isinstance(right, Literal):
        repeated = _repeated(left, right) or _repeated(right, left)
        if repeated is not None:
            return Literal(repeated, place)
    if isinstance(sign, cst.Multiply) and (
        isinstance(left, Sequence) or isinstance(right, Sequence)
    ):
        return _repeated_items(left, right, place)
    compute = _ARITHMETIC.get(type(sign))
    if compute is None and isinstance(sign, (cst.Power, cst.LeftShift)):
        compute = _power if isinstance(sign, cst.Power) else _shifted
    if compute is None or not isinstance(left, Literal) or not isinstance(right, Literal):
        return UNKNOWN
    if not _is_number(left) or not _is_number(right):
        return UNKNOWN
    try:
        result = compute(left.value, right.value)  # type: ignore[arg-type]
    except (ArithmeticError, ValueError):
        return UNKNOWN
    return Literal(result, place) if abs(result) < _LARGEST else UNKNOWN


def sum_of(parts: list[Value], place: Place) -> Value:
    """`a + b + c`: join strings, or sequences, or add numbers."""
    if any(isinstance(part, Sequence) for part in parts):
        items = tuple(item for part in parts if isinstance(part, Sequence) for item in part.items)
        complete = all(isinstance(part, Sequence) and part.complete for part in parts)
        return Sequence(items, place, complete)
    options = [option for part in parts for option in possibilities(part)]
    if any(is_text(option) for option in options):
        return texts.join(parts, place)
    if len(parts) == 2:
        return arithmetic(cst.Add(), parts[0], parts[1], place)
    return UNKNOWN


def _repeated(text: Literal, times: Literal) -> str | None:
    if not isinstance(text.value, str) or type(times.value) is not int:
        return None
    return text.value * times.value if 0 < len(text.value) * times.value <= _LONGEST else None


def _repeated_items(left: Value, right: Value, place: Place) -> Value:
    """`["x"] * 6`."""
    items, times = (left, right) if isinstance(left, Sequence) else (right, left)
    if not isinstance(items, Sequence) or not isinstance(times, Literal):
        return UNKNOWN
    if type(times.value) is not int or len(items.items) * times.value > _MOST_ITEMS:
        return Sequence(items.items, place, complete=False)
    return Sequence(items.items * times.value, place, items.complete)


def _power(base: float, exponent: float) -> float:
    if abs(base) > 1024 or not 0 <= exponent < 64:
        raise ValueError
    result: float = base**exponent
    return result


def _shifted(number: float, places: float) -> float:
    if not isinstance(number, int) or not isinstance(places, int) or not 0 <= places < 64:
        raise ValueError
    return number << places


def _is_number(value: Literal) -> bool:
    return isinstance(value.value, (int, float))


def negated(sign: cst.BaseUnaryOp, value: Value, place: Place) -> Value:
    """`-5`, `+5`, `not x`."""
    if not isinstance(value, Literal):
        return UNKNOWN
    if isinstance(sign, cst.Not):
        return Literal(not value.value, place)
    if not isinstance(value.value, (int, float)):
        return UNKNOWN
    if isinstance(sign, cst.Minus):
        return Literal(-value.value, place, value.via)
    return value if isinstance(sign, cst.Plus) else UNKNOWN


def percent(template: Value, right: Value) -> Value:
    """`template % right`."""
    if not isinstance(template, Literal) or not isinstance(template.value, str):
        return UNKNOWN
    if isinstance(right, Mapping):
        return texts.percent(template, (), {item.key: item.value for item in right.entries})
    values = right.items if isinstance(right, Sequence) else (right,)
    return texts.percent(template, values, {})


def merged(left: Value, right: Value, place: Place) -> Value:
    """`left | right` of mappings, or of types in an annotation."""
    first = left if isinstance(left, Mapping) else merge_choice(left)
    second = right if isinstance(right, Mapping) else merge_choice(right)
    if first is None and second is None:
        return UNKNOWN
    entries = (first.entries if first else ()) + (second.entries if second else ())
    complete = bool(first and first.complete and second and second.complete)
    return Mapping(entries, place, complete)


def element(value: Value) -> Value:
    """Return what a loop over the value binds: one of its items."""
    options: list[Value] = []
    complete = True
    for option in possibilities(value):
        if isinstance(option, Sequence):
            options.extend(option.items)
            complete = complete and option.complete
        elif isinstance(option, Mapping):
            options.extend(Literal(entry.key, entry.key_place) for entry in option.entries)
            complete = complete and option.complete
        else:
            complete = False
    return choose(options, complete and not isinstance(value, Choice))


def item(value: Value, number: int) -> Value:
    """Return item `number` of a sequence."""
    if isinstance(value, Sequence) and -len(value.items) <= number < len(value.items):
        return value.items[number] if value.complete or number >= 0 else UNKNOWN
    return UNKNOWN


def lookup(owner: Value, key: Value) -> Value:
    """`owner[key]`."""
    if isinstance(owner, Sequence):
        return spread(key, lambda index: _at(owner, index))
    if not isinstance(owner, Mapping):
        return UNKNOWN
    found = spread(key, lambda name: _entry(owner, name))
    if isinstance(found, Unknown) and not isinstance(key, Literal):
        return _one_of_functions(owner)
    return found


def _one_of_functions(owner: Mapping) -> Value:
    """`{"a": ClassA, "b": ClassB}[kind]`: a table of classes or functions is there to be called;
    which of other values is meant is not known."""
    values = [entry.value for entry in owner.entries]
    if all(isinstance(value, (Symbol, Member)) or is_own_function(value) for value in values):
        return choose(values, complete=False)
    return UNKNOWN


def _at(owner: Sequence, index: Value) -> Value:
    if isinstance(index, Literal) and isinstance(index.value, int):
        return item(owner, index.value)
    return UNKNOWN


def _entry(owner: Mapping, name: Value) -> Value:
    key = key_of(name)
    entry = owner.get(key) if key is not None else None
    if entry is None:
        return UNKNOWN
    return entry.value if entry.certain else choose([entry.value], complete=False)


def key_of(value: Value) -> str | None:
    """Return the key of a mapping as a string: a literal, or the name of an enum member."""
    if isinstance(value, Literal) and isinstance(value.value, (str, int)):
        return str(value.value)
    return value.name if isinstance(value, Symbol) else None
