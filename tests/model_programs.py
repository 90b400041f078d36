"""Small programs around one model, and the model findings that they get."""

from __future__ import annotations

from typing import Any

from linting import findings
from programs import google_genai

VERTEX = 'vertexai=True, project="p", location="global"'
UNKNOWN_BACKEND = "vertexai=bool(input())"
MODEL_RULES = ("GEM201", "GEM202", "GEM203", "GEM204", "GEM205", "GEM206", "GEM209")


def call(method: str, arguments: str, *, client: str = "") -> str:
    """A request with google-genai by any method of the client."""
    return "\n".join(
        (
            "from google import genai",
            "from google.genai import types",
            f"client = genai.Client({client})",
            f"response = client.{method}({arguments})",
        )
    )


def of_model(model: str, *, client: str = "", **settings: Any) -> list[str]:
    """Return the codes of the model findings of a request for that model."""
    return faults(google_genai(model=model, client=client), **settings)


def said(model: str, *, client: str = "", **settings: Any) -> str:
    """Return the message of the one model finding of a request for that model."""
    (finding,) = findings(google_genai(model=model, client=client), **_with_rules(settings))
    return finding.message


def faults(source: str, **settings: Any) -> list[str]:
    """Return the codes of the model findings of a program."""
    return [finding.code for finding in findings(source, **_with_rules(settings))]


def _with_rules(settings: dict[str, Any]) -> dict[str, Any]:
    return {"select": MODEL_RULES, **settings}
