"""An exception is caught that google-genai never raises.

## What it does
Flags `except` clauses around calls of google-genai that name exceptions of google.api_core or of
google-generativeai. A `try` that calls another Google client as well is left alone.

## Why is this bad?
google-genai raises `google.genai.errors.ClientError` (4xx) and `ServerError` (5xx), both of them
`APIError`. The clause never matches, so the error that it was written for goes through.

## Example
```python
from google import genai
from google.api_core import exceptions

client = genai.Client()
try:
    response = client.models.generate_content(
        model="gemini-3.8-flash",
        contents="Name three rivers.",
    )
    print(response.text)
except exceptions.ResourceExhausted:  # GEM601
    print("The quota is used up.")
```

## Use instead
```python
from google import genai
from google.genai import errors

client = genai.Client()
try:
    response = client.models.generate_content(
        model="gemini-3.8-flash",
        contents="Name three rivers.",
    )
    print(response.text)
except errors.ClientError as error:
    if error.code != 429:
        raise
    print("The quota is used up.")
```

## Source
- google-genai==3.4.0 google/genai/errors.py (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Handler, Reading
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM601",
    "exception-never-raised",
    "warning",
    "An exception of another library around calls of google-genai",
    rank=50,
)

_SOURCE = ("google-genai==3.4.0 google/genai/errors.py (2026-11)",)
_FOREIGN = ("google.api_core.exceptions.", "google.generativeai.types.")
_CLIENT_ERRORS = {
    "BadRequest": 400,
    "InvalidArgument": 400,
    "FailedPrecondition": 400,
    "Unauthorized": 401,
    "Unauthenticated": 401,
    "Forbidden": 403,
    "PermissionDenied": 403,
    "NotFound": 404,
    "TooManyRequests": 429,
    "ResourceExhausted": 429,
}
_SERVER_ERRORS = {
    "InternalServerError": 500,
    "ServiceUnavailable": 503,
    "GatewayTimeout": 504,
    "DeadlineExceeded": 504,
}


def check_file(reading: Reading, context: Context) -> Iterator[Problem]:
    """Yield each exception of another library around calls of google-genai alone."""
    for handler in reading.handlers:
        if _is_foreign(handler):
            name = handler.exception.rpartition(".")[2]
            yield Problem(
                handler.place,
                f"google-genai never raises {name}; {_instead(handler.exception, name)}",
                "the error is not caught",
                _SOURCE,
            )


def _is_foreign(handler: Handler) -> bool:
    return handler.sdks == {"google-genai"} and handler.exception.startswith(_FOREIGN)


def _instead(exception: str, name: str) -> str:
    if exception.startswith("google.generativeai."):
        return "a blocked answer has no text, and says why in prompt_feedback or finish_reason"
    if name in _CLIENT_ERRORS:
        return f"it raises google.genai.errors.ClientError with code {_CLIENT_ERRORS[name]}"
    if name in _SERVER_ERRORS:
        return f"it raises google.genai.errors.ServerError with code {_SERVER_ERRORS[name]}"
    return "it raises google.genai.errors.APIError"
