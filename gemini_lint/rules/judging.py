"""What several rules ask of a call: its models, its API version, how to say a value."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import ApiVersion, Call
from gemini_lint.catalog import Model
from gemini_lint.rules.rule import Context
from gemini_lint.values import Literal, Value, literals

_GOOGLE = "googleapis.com"


class EffectiveVersion(Struct, frozen=True):
    """The API version of a call.

    `name` is None when nothing says it; `by_sdk` is true when the google-genai release
    decides it, and `either` when the requirement allows releases of both defaults.
    """

    name: str | None
    by_sdk: bool
    either: bool = False


def shown(literal: Literal) -> str:
    """Say a literal as it stands in the code, and how it got here."""
    text = repr(literal.value)
    return f"{text} ({literal.via})" if literal.via else text


def model_names(call: Call) -> Iterator[Literal]:
    """Yield each model id that the call may name."""
    if call.model is None:
        return
    for literal in literals(call.model.value):
        if isinstance(literal.value, str):
            yield literal


def addresses(call: Call) -> list[Value]:
    """Return the addresses that the code sends the request to, if it names any."""
    return [
        *(url.value for url in call.urls),
        *(parameter.value for parameter in call.parameters if parameter.path.endswith("baseUrl")),
    ]


def goes_through_a_gateway(call: Call) -> bool:
    """Tell whether the request goes to a host that is not Google's."""
    known = (literal for address in addresses(call) for literal in literals(address))
    return any(_GOOGLE not in str(literal.value) for literal in known)


def may_go_through_a_gateway(call: Call) -> bool:
    """Tell whether a library is given an address that is not known to be Google's: what
    answers there may know models by names of its own."""
    named = addresses(call) if call.sdk != "rest" else []
    return any(
        all(_GOOGLE not in str(literal.value) for literal in literals(address)) for address in named
    )


def is_dead(model: Model, call: Call, context: Context) -> bool:
    """Tell whether the model is shut down on every backend that the call may reach."""
    return all(context.catalog.is_dead(model, backend, context.today) for backend in call.backends)


def models_to_judge_by(call: Call, context: Context) -> Iterator[tuple[Literal, Model]]:
    """Yield the living models that say what the rest of a call may be: none where any condition
    on the model guards the call, for there the code tells the models apart itself."""
    if call.guarded:
        return
    for literal in model_names(call):
        model = context.catalog.model(str(literal.value))
        if model is not None and not is_dead(model, call, context):
            yield literal, model


def has_dead_model(call: Call, context: Context) -> bool:
    """Tell whether every known model of the call is shut down."""
    models = [context.catalog.model(str(name.value)) for name in model_names(call)]
    return bool(models) and all(
        model is not None and is_dead(model, call, context) for model in models
    )


def api_version(call: Call, context: Context) -> EffectiveVersion:
    """Work out the API version that a call is sent to, strongest evidence first."""
    named = call.api_version
    if _is_unread(call, context):
        named = ApiVersion(None, "sdk")
    if named.value is not None:
        names = {str(literal.value) for literal in literals(named.value)}
        name = names.pop() if len(names) == 1 else None
        if named.origin == "environment" and name == "beta":
            name = "v1beta1" if call.backends == ("vertex",) else "v1beta"
        return EffectiveVersion(name, by_sdk=False)
    if context.settings.api_version != "auto":
        return EffectiveVersion(context.settings.api_version, by_sdk=False)
    if call.backends == ("vertex",):
        return EffectiveVersion("v1beta1", by_sdk=False)
    if named.origin != "sdk" or context.pin is None or "gemini-api" not in call.backends:
        return EffectiveVersion(None, by_sdk=named.origin == "sdk")
    default = context.pin.default_api_version()
    if default == "either":
        return EffectiveVersion(None, by_sdk=True, either=True)
    return EffectiveVersion(default, by_sdk=True)


def _is_unread(call: Call, context: Context) -> bool:
    """Tell whether the version stands in a variable that only google-genai 3 reads."""
    if call.api_version.origin != "environment" or context.pin is None:
        return False
    return context.pin.default_api_version() == "v1beta"
