"""The models that a call names and that the rules on models may judge."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from msgspec import Struct

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.catalog.name_forms import NameVerdict
from gemini_lint.catalog.naming import judge
from gemini_lint.catalog.prefixes import bare
from gemini_lint.rules import judging
from gemini_lint.rules.rule import Context
from gemini_lint.settings import Settings
from gemini_lint.values import Literal, Place, literals

_WRONG_FORMS = ("malformed", "display-name")


class NamedModel(Struct, frozen=True):
    """A model or agent id in a call, and the expression that carries it."""

    name: str
    literal: Literal
    at: Place
    is_agent: bool = False

    def shown(self, name: str) -> str:
        """Say an id, and how it got into the call."""
        return f"{name} ({self.literal.via})" if self.literal.via else name


def is_users_own(name: str, settings: Settings) -> bool:
    """Tell whether the user vouches for a model that the catalogue cannot know."""
    return any(fnmatchcase(bare(name), pattern) for pattern in settings.models)


def named(call: Call, context: Context) -> Iterator[NamedModel]:
    """Yield each id that the call may name, unless the code around it tests the model or the
    user vouches for it."""
    if call.model_tested:
        return
    for argument, is_agent in ((call.model, False), (call.agent, True)):
        if argument is None:
            continue
        for literal in literals(argument.value):
            name = literal.value
            if isinstance(name, str) and not is_users_own(name, context.settings):
                yield NamedModel(name, literal, argument.at, is_agent)


def verdicts(item: NamedModel, call: Call, context: Context) -> list[NameVerdict]:
    """Judge a name on each backend that the call may reach."""
    return [judge(item.name, backend, call.sdk, context.catalog) for backend in call.backends]


def is_of_wrong_form(item: NamedModel, call: Call, context: Context) -> bool:
    """Tell whether no backend that the call may reach takes the name as it is written."""
    return not item.is_agent and all(
        verdict.kind in _WRONG_FORMS for verdict in verdicts(item, call, context)
    )


def known(call: Call, context: Context) -> Iterator[tuple[NamedModel, Model]]:
    """Yield the models of the call that the catalogue holds."""
    for item in named(call, context):
        model = context.catalog.model(item.name)
        if model is None or model.nonexistent or is_of_wrong_form(item, call, context):
            continue
        yield item, model


def models_in_question(call: Call, context: Context) -> Iterator[tuple[NamedModel, Model]]:
    """Yield the living models and agents that a finding may be about: those that the code
    around the call does not test and the user does not vouch for."""
    for item, model in known(call, context):
        if not judging.is_dead(model, call, context):
            yield item, model
