"""Functions and methods of Python itself whose result is known without running them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import copies, defaults, messages, texts, value_functions
from gemini_lint.reading.arguments import evaluated_arguments, first, instance, second
from gemini_lint.reading.combining import spread, spread_mapping
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Member, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def _partial(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    return instance(evaluator, "functools.partial", node, frame)


FUNCTIONS: dict[str, value_functions.EvaluatedCall] = {
    "os.getenv": defaults.environment,
    "os.environ.get": defaults.environment,
    "os.environ.setdefault": defaults.environment,
    "os.environ.pop": defaults.environment,
    "builtins.os.getenv": defaults.environment,
    "builtins.os.environ.get": defaults.environment,
    "decouple.config": defaults.environment,
    "environs.env": defaults.environment,
    "environs.env.str": defaults.environment,
    "environs.env.int": defaults.environment,
    "environs.env.float": defaults.environment,
    "pydantic.Field": defaults.of_field,
    "pydantic.PrivateAttr": defaults.of_field,
    "pydantic.SecretStr": first,
    "pydantic.v1.SecretStr": first,
    "dataclasses.field": defaults.of_field,
    "attr.ib": defaults.of_field,
    "attrs.field": defaults.of_field,
    "typer.Option": defaults.of_field,
    "typer.Argument": defaults.of_field,
    "fastapi.Body": defaults.of_field,
    "fastapi.Depends": defaults.dependency,
    "fastapi.Security": defaults.dependency,
    "fastapi.Cookie": defaults.of_field,
    "fastapi.Form": defaults.of_field,
    "fastapi.Header": defaults.of_field,
    "fastapi.Query": defaults.of_field,
    "builtins.getattr": defaults.of_attribute,
    "builtins.dict": value_functions.mapping,
    "collections.OrderedDict": value_functions.mapping,
    "builtins.list": value_functions.items,
    "builtins.tuple": value_functions.items,
    "builtins.set": value_functions.items,
    "builtins.sorted": value_functions.items,
    "builtins.reversed": value_functions.items,
    "builtins.enumerate": value_functions.enumerated,
    "builtins.zip": value_functions.zipped,
    "itertools.product": value_functions.product,
    "builtins.len": value_functions.length,
    "builtins.str": value_functions.string,
    "builtins.int": value_functions.number(int),
    "builtins.float": value_functions.number(float),
    "copy.copy": first,
    "copy.replace": copies.replaced,
    "dataclasses.replace": copies.replaced,
    "dataclasses.asdict": copies.dumped,
    "copy.deepcopy": first,
    "typing.cast": second,
    "asyncio.run": first,
    "json.loads": lambda *_: UNKNOWN,
    "random.choice": value_functions.one_of,
    "itertools.cycle": value_functions.items,
    "builtins.iter": value_functions.items,
    "builtins.next": value_functions.next_of,
    "urllib.parse.urlencode": value_functions.urlencoded,
    "functools.partial": _partial,
    # these give back the client that they are given
    "instructor.from_openai": first,
    "instructor.patch": first,
    "instructor.apatch": first,
    "langsmith.wrappers.wrap_openai": first,
    "langsmith.wrappers.wrap_gemini": first,
    **{name: value_functions.text_function(change) for name, change in texts.FUNCTIONS.items()},
}


_PARSERS = ("configparser.ConfigParser", "configparser.RawConfigParser")
# `env = environ.Env()`: `env("NAME", default="x")`, `env.str("NAME", "x")`
ENVIRONMENTS = ("environ.Env", "environs.Env", "starlette.config.Config")
_READS = ("str", "int", "float")


def of_member(evaluator: Evaluator, member: Member, node: cst.Call, frame: Frame) -> Value | None:
    """Call a method of an object of a known class; None for those that say nothing."""
    owner = member.owner
    if owner.name == "string.Template" and member.path in ("substitute", "safe_substitute"):
        positional, keywords, _ = evaluated_arguments(evaluator, node.args, frame)
        named = (*(spread_mapping(positional[0])[0] if positional else ()), *keywords)
        values = {entry.key: entry.value for entry in named}
        template = owner.positional[0] if owner.positional else UNKNOWN
        return spread(template, lambda option: texts.substitute(option, values))
    if owner.name in ENVIRONMENTS and member.path in _READS:
        return defaults.environment(evaluator, node, frame)
    if owner.name in _PARSERS and member.path == "get":
        return defaults.fallback(evaluator, node, frame)
    made = messages.filled(owner, member.path)
    return made or copies.copied(evaluator, member, node, frame)


def is_schema(function: cst.BaseExpression) -> bool:
    """Tell whether a function is a pydantic class's that gives its schema: `River.…()`."""
    return isinstance(function, cst.Attribute) and function.attr.value == "model_json_schema"
