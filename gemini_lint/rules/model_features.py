"""What a call asks of a model that the model does not have."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog import Model
from gemini_lint.regexes import regex
from gemini_lint.values import Literal, Place, Sequence, Symbol, Value, possibilities

_TOOL_FEATURES = {
    "codeExecution": "code_execution",
    "computerUse": "computer_use",
    "fileSearch": "file_search",
    "functionDeclarations": "function_calling",
    "googleMaps": "google_maps",
    "googleSearch": "google_search",
    "urlContext": "url_context",
}
_MODALITIES = frozenset({"text", "image", "audio", "video"})
_GENERATION = regex(r"gemini-(?P<generation>\d+(?:\.\d+)?)-")
_RETRIEVAL_SOURCES = (
    "https://github.com/vercel/ai/issues/10348 (2025-11-18)",
    "https://github.com/spring-projects/spring-ai/issues/2185 (2025-02-06)",
)


class Missing(Struct, frozen=True):
    """A feature that the call asks for, and where."""

    what: str
    place: Place
    at: Place
    cause: str
    hint: str = ""
    sources: tuple[str, ...] = ()


def missing(call: Call, model: Model) -> Iterator[Missing]:
    """Yield what the call asks for and the model is known not to have."""
    yield from _tools(call, model)
    for parameter in call.parameters:
        if parameter.path.endswith("responseModalities"):
            yield from _modalities(parameter, call, model)
        elif parameter.path.endswith("imageConfig.imageSize"):
            yield from _image_sizes(parameter, model)
        elif parameter.path.endswith("enableAffectiveDialog"):
            yield from _affective_dialog(parameter, model)


def _tools(call: Call, model: Model) -> Iterator[Missing]:
    for tool in call.tools:
        cause = f"tools.{tool.name}"
        if tool.name == "googleSearchRetrieval" and _is_after_1_5(model):
            hint = "; use google_search"
            yield Missing(tool.spelled, tool.key, tool.at, cause, hint, _RETRIEVAL_SOURCES)
        elif model.features.get(_TOOL_FEATURES.get(tool.name, "")) is False:
            yield Missing(tool.spelled, tool.key, tool.at, cause)


def _is_after_1_5(model: Model) -> bool:
    match = _GENERATION.match(model.id)
    if match is None:
        return model.moving_alias and model.id.startswith("gemini-")
    return float(match["generation"]) > 1.5


def _modalities(parameter: Parameter, call: Call, model: Model) -> Iterator[Missing]:
    produced = (model.output_modalities or frozenset()) & _MODALITIES
    for word, place in _words(parameter.value):
        if not produced or word.lower() not in _MODALITIES - produced:
            continue
        if word.lower() == "text" and not _is_speech_only(call, model):
            continue
        what = f"{word.upper()} output"
        yield Missing(what, place, parameter.at, parameter.path)


def _is_speech_only(call: Call, model: Model) -> bool:
    """That live models refuse TEXT was seen on the Developer API alone."""
    return model.kind == "tts" or (model.kind == "live" and call.backends == ("gemini-api",))


def _image_sizes(parameter: Parameter, model: Model) -> Iterator[Missing]:
    sizes = model.features.get("image_sizes")
    for word, place in _words(parameter.value):
        if isinstance(sizes, list) and word in ("512", "1K", "2K", "4K") and word not in sizes:
            hint = f"; it draws {', '.join(sizes)}"
            yield Missing(f"image size {word}", place, parameter.at, parameter.path, hint)


def _affective_dialog(parameter: Parameter, model: Model) -> Iterator[Missing]:
    for value in possibilities(parameter.value):
        is_on = isinstance(value, Literal) and value.value is True
        if is_on and model.features.get("affective_dialog") is False:
            yield Missing(parameter.name, parameter.key, parameter.at, parameter.path)


def _words(value: Value) -> Iterator[tuple[str, Place]]:
    """Yield the strings and the names of enum members within a value."""
    for option in possibilities(value):
        if isinstance(option, Sequence):
            for item in option.items:
                yield from _words(item)
        elif isinstance(option, Literal) and isinstance(option.value, str):
            yield option.value, option.place
        elif isinstance(option, Symbol):
            yield option.name.rpartition(".")[2], option.place
