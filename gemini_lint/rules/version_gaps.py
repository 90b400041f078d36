"""What a request needs that a version of the Developer API lacks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.catalog.versions import TABLED_VERSIONS, Feature, features_missing_in
from gemini_lint.rules import judging
from gemini_lint.rules.rule import Context
from gemini_lint.values import Place, is_none, literals


class Gap(Struct, frozen=True):
    """Something that a version lacks: as the code says it, what it belongs to, where it
    stands, and which versions have it."""

    name: str
    feature: str
    place: Place
    at: Place
    having: str
    sources: tuple[str, ...]


def of_method(call: Call, version: str) -> Iterator[Gap]:
    """Yield the method of a call if the version lacks it."""
    for feature in _missing(call, version):
        if call.method is not None and feature.has_method(call.method):
            yield _gap(feature, _spelled(call), call.name_place, call.name_place)


def of_parameters(call: Call, version: str) -> Iterator[Gap]:
    """Yield the parameters and tools of a call that the version lacks."""
    for feature in _missing(call, version):
        for path in feature.paths:
            given = sorted(call.under(path), key=lambda parameter: len(parameter.path))
            for parameter in given[:1]:
                if not is_none(parameter.value):
                    yield _gap(feature, parameter.name, parameter.key, parameter.at)
            for tool in call.tools:
                if path == f"tools.{tool.name}":
                    yield _gap(feature, tool.spelled, tool.key, tool.at)


def of_model(call: Call, version: str, context: Context) -> Iterator[Gap]:
    """Yield the living models of a call that other versions serve alone."""
    if not goes_to_developer_api(call) or call.model is None or version not in TABLED_VERSIONS:
        return
    for literal, model in judging.models_to_judge_by(call, context):
        versions = model.api_versions
        if not versions or version in versions or _generates_nothing(call, model):
            continue
        having = _either_of(versions)
        yield Gap(model.id, "", literal.place, call.model.at, having, model.sources)


def named(version: str, call: Call, context: Context) -> str:
    """Name the version of a call, and what decided it where the code does not say it."""
    if judging.api_version(call, context).by_sdk and context.pin is not None:
        return f"{version} (the default of google-genai{context.pin.specifier})"
    origins = {literal.via for literal in literals(call.api_version.value) if literal.via}
    return f"{version} ({origins.pop()})" if len(origins) == 1 else version


def goes_to_developer_api(call: Call) -> bool:
    """Tell whether a request surely goes to the Developer API, the only one with a table."""
    return call.backends == ("gemini-api",) and not judging.goes_through_a_gateway(call)


def _missing(call: Call, version: str) -> tuple[Feature, ...]:
    return features_missing_in(version) if goes_to_developer_api(call) else ()


def _generates_nothing(call: Call, model: Model) -> bool:
    """Tell whether no version of the model serves the method, which is another fault."""
    if call.method not in {"generateContent", "streamGenerateContent"}:
        return False
    return bool(model.methods) and "generateContent" not in model.methods


def _spelled(call: Call) -> str:
    """Name a method as the code does: what follows the client (`caches.create`)."""
    return call.callee.partition("google.genai.Client.")[2] or call.method or call.callee


def _gap(feature: Feature, name: str, place: Place, at: Place) -> Gap:
    return Gap(name, feature.name, place, at, _either_of(feature.having), feature.sources)


def _either_of(versions: frozenset[str]) -> str:
    return " or ".join(sorted(versions))
