"""A field, method or model that only the other backend has.

## What it does
Flags what Vertex AI has alone in a call to the Gemini Developer API (`audio_timestamp`,
`model_armor_config`, `exclude_domains` of Google Search, `edit_image`, `gs://` input of a batch),
and the reverse (`store`, the file-search tool, `client.files` on Vertex AI). A model that one
backend never served and the other serves is flagged, too.

## Why is this bad?
google-genai raises ValueError before it sends anything: "audio_timestamp parameter is only
supported in Gemini Enterprise Agent Platform mode, not in Gemini Developer API mode." A model
that the backend does not have is 404 NOT_FOUND.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client(api_key="YOUR_API_KEY")
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="What happens at 0:15?",
    config=types.GenerateContentConfig(audio_timestamp=True),  # GEM305
)
print(response.text)
```

Files are the Developer API's; Vertex AI reads from Cloud Storage:

```python
from google import genai

client = genai.Client(vertexai=True, project="my-project", location="global")
report = client.files.upload(file="report.pdf")  # GEM305
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client(vertexai=True, project="my-project", location="global")
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="What happens at 0:15?",
    config=types.GenerateContentConfig(audio_timestamp=True),
)
print(response.text)
```

```python
from google import genai
from google.genai import types

client = genai.Client(vertexai=True, project="my-project", location="global")
report = types.Part.from_uri(file_uri="gs://my-bucket/report.pdf", mime_type="application/pdf")
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=[report, "Sum up this report."],
)
print(response.text)
```

## Source
- google-genai==3.4.0 google/genai/models.py and its siblings (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gemini_lint.call import Backend, Call
from gemini_lint.catalog.backends import BackendOnly, batch_sources, members
from gemini_lint.rules import judging
from gemini_lint.rules.backend_fields import one_sided
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.members import is_member
from gemini_lint.rules.models_elsewhere import living_elsewhere
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Place, literals

RULE = Rule(
    "GEM305",
    "not-supported-by-backend",
    "error",
    "A field, method or model that only the other backend has",
    rank=40,
)

_OTHER: dict[Backend, Backend] = {"gemini-api": "vertex", "vertex": "gemini-api"}


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield what the one backend of a call does not have and the other one has."""
    if len(call.backends) != 1:
        return
    method = _other_backends_method(call)
    if method is not None:
        yield _problem(method, method.name, call, call.name_place, call.name_place)
        return
    for field in one_sided(call):
        yield _problem(field.only, field.name, call, field.key, field.at, field.path)
    yield from _batch_input(call)
    yield from _models(call, context)


def _other_backends_method(call: Call) -> BackendOnly | None:
    if call.sdk != "google-genai":
        return None
    found = _of_one_backend(call.callee)
    return next((only for only in found if only.only not in call.backends), None)


@lru_cache(1024)
def _of_one_backend(callee: str) -> tuple[BackendOnly, ...]:
    return tuple(only for name, only in members().items() if is_member(callee, name))


def _batch_input(call: Call) -> Iterator[Problem]:
    source = call.parameter("batch.src")
    if source is None or call.sdk != "google-genai":
        return
    for literal in literals(source.value):
        for prefix, only in batch_sources().items():
            if only.only not in call.backends and str(literal.value).startswith(prefix):
                name = f"a batch from {prefix}"
                yield _problem(only, name, call, literal.place, source.at, source.path)


def _models(call: Call, context: Context) -> Iterator[Problem]:
    for literal, at, sources in living_elsewhere(call, context):
        yield Problem(
            literal.place,
            f"model {judging.shown(literal)} was never on {the(*call.backends)}, "
            f"only on {the(_OTHER[call.backends[0]])}",
            "404 NOT_FOUND",
            sources,
            at=at,
            cause="model",
        )


def _problem(
    only: BackendOnly, name: str, call: Call, place: Place, at: Place, cause: str = ""
) -> Problem:
    return Problem(
        place,
        f"{name} is only supported by {the(only.only)}, not by {the(*call.backends)}",
        "400 INVALID_ARGUMENT" if call.sdk == "rest" else f"google-genai raises {only.raises}",
        only.sources,
        at=at,
        cause=cause,
    )
