"""There is no such version of the API.

## What it does
Flags an API version that the backend does not have. The Gemini Developer API has v1, v1beta and
v1alpha; Vertex AI has v1 and v1beta1. Versions are in lower case, and "beta" is understood in the
environment variable GOOGLE_GENAI_API_VERSION alone.

## Why is this bad?
google-genai puts the version into the path of the URL as it is written, and the server answers
404 NOT_FOUND.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta1"))  # GEM304
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta"))
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/api-versions (2026-09)
- google-genai==3.4.0 google/genai/_api_client.py (2026-11)
- google-cloud-aiplatform==2.7.0 (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, VersionOrigin
from gemini_lint.catalog.versions import known_versions, versions
from gemini_lint.closest_names import nearest
from gemini_lint.rules import judging
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal, literals

RULE = Rule(
    "GEM304",
    "unknown-api-version",
    "error",
    "An API version that does not exist",
    rank=20,
)

_WRITTEN: frozenset[VersionOrigin] = frozenset({"call", "client", "url", "environment"})


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each version that the code names and no backend of the call has."""
    if call.api_version.origin not in _WRITTEN or judging.goes_through_a_gateway(call):
        return
    known = frozenset(
        name for backend in call.backends for name in known_versions(backend, call.method)
    )
    for literal in literals(call.api_version.value):
        if isinstance(literal.value, str) and not _is_known(literal.value, known, call):
            yield _problem(literal, known, call)


def _is_known(name: str, known: frozenset[str], call: Call) -> bool:
    if name == "beta":
        return call.api_version.origin == "environment"
    return name in known or not name


def _problem(literal: Literal, known: frozenset[str], call: Call) -> Problem:
    close = nearest(str(literal.value).lower(), sorted(known))
    advice = f"did you mean {close!r}?" if close else f"known are {', '.join(sorted(known))}"
    return Problem(
        literal.place,
        f"no API version {judging.shown(literal)} of {the(*call.backends)}; {advice}",
        "404 NOT_FOUND",
        _sources(call),
        at=call.api_version.at,
    )


def _sources(call: Call) -> tuple[str, ...]:
    cited = (
        source
        for version in versions()
        if version.backend in call.backends
        for source in version.sources
    )
    return tuple(dict.fromkeys(cited))
