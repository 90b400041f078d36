"""What semgrep can be told of the same rules, for the comparison with it.

Patterns see one file and what semgrep's constant propagation makes of it; they know neither
libraries' objects nor backends and versions. So these are the rules that can be put that way.
"""

from __future__ import annotations

import json
from typing import Any

from gemini_lint.catalog import load

Pattern = dict[str, Any]

_CALLS = (
    "$CLIENT.models.generate_content(..., model=$MODEL, ...)",
    "$CLIENT.models.generate_content_stream(..., model=$MODEL, ...)",
    "$CLIENT.models.embed_content(..., model=$MODEL, ...)",
    "$CLIENT.models.count_tokens(..., model=$MODEL, ...)",
    "$CLIENT.models.generate_images(..., model=$MODEL, ...)",
    "$CLIENT.chats.create(..., model=$MODEL, ...)",
    "$CLIENT.caches.create(..., model=$MODEL, ...)",
    "$LIBRARY.GenerativeModel($MODEL, ...)",
    "$LIBRARY.GenerativeModel(..., model_name=$MODEL, ...)",
    "GenerativeModel($MODEL, ...)",
    "ChatGoogleGenerativeAI(..., model=$MODEL, ...)",
    "GoogleGenerativeAIEmbeddings(..., model=$MODEL, ...)",
    "LlmAgent(..., model=$MODEL, ...)",
    "Agent(..., model=$MODEL, ...)",
    "completion(..., model=$MODEL, ...)",
)
# name, the same in camel case, and what is wrong
_NUMBERS = (
    ("temperature", "temperature", "$VALUE < 0.0 or $VALUE > 2.0"),
    ("top_p", "topP", "$VALUE < 0.0 or $VALUE > 1.0"),
    ("top_k", "topK", "$VALUE < 1"),
    ("candidate_count", "candidateCount", "$VALUE < 1 or $VALUE > 8"),
    ("max_output_tokens", "maxOutputTokens", "$VALUE < 1 or $VALUE > 65536"),
    ("presence_penalty", "presencePenalty", "$VALUE < -2.0 or $VALUE >= 2.0"),
    ("frequency_penalty", "frequencyPenalty", "$VALUE < -2.0 or $VALUE >= 2.0"),
    ("logprobs", "logprobs", "$VALUE < 0 or $VALUE > 20"),
    ("thinking_budget", "thinkingBudget", "$VALUE < -1 or $VALUE > 32768"),
)
_CONFIGURATIONS = ("types.GenerateContentConfig", "genai.GenerationConfig", "GenerationConfig")
_CATEGORIES = (
    "HARM_CATEGORY_(HARASSMENT|HATE_SPEECH|SEXUALLY_EXPLICIT|DANGEROUS_CONTENT|CIVIC_INTEGRITY)"
)
_THRESHOLDS = "BLOCK_(LOW_AND_ABOVE|MEDIUM_AND_ABOVE|ONLY_HIGH|NONE)|OFF"


def rules() -> str:
    """Return a configuration of semgrep, as JSON, which is YAML."""
    found = [_models(), *map(_number, _NUMBERS), *_names(), *_others()]
    return json.dumps({"rules": found}, indent=1)


def _rule(name: str, patterns: list[Pattern]) -> Pattern:
    return {
        "id": name,
        "languages": ["python"],
        "severity": "ERROR",
        "message": name,
        "patterns": patterns,
    }


def _either(*patterns: str) -> Pattern:
    return {"pattern-either": [{"pattern": pattern} for pattern in patterns]}


def _matching(variable: str, expression: str) -> Pattern:
    return {"metavariable-regex": {"metavariable": variable, "regex": expression}}


def _models() -> Pattern:
    ids = "|".join(sorted(load().models)).replace(".", "\\.")
    return _rule("model", [_either(*_CALLS), _matching("$MODEL", f"['\"](models/)?({ids})['\"]")])


def _number(number: tuple[str, str, str]) -> Pattern:
    name, camel, wrong = number
    typed = [f"{owner}(..., {name}=$VALUE, ...)" for owner in _CONFIGURATIONS]
    keys = [f'{{..., "{key}": $VALUE, ...}}' for key in dict.fromkeys((name, camel))]
    comparison = {"metavariable": "$VALUE", "comparison": wrong}
    return _rule(name, [_either(*typed, *keys), {"metavariable-comparison": comparison}])


def _names() -> list[Pattern]:
    categories = _either(
        '{..., "category": $NAME, ...}', "$T.SafetySetting(..., category=$NAME, ...)"
    )
    thresholds = _either(
        '{..., "threshold": $NAME, ...}', "$T.SafetySetting(..., threshold=$NAME, ...)"
    )
    keys = _either(*(f"{owner}(..., max_tokens=$VALUE, ...)" for owner in _CONFIGURATIONS))
    return [
        _rule("category", [categories, _matching("$NAME", f"['\"](?!({_CATEGORIES})['\"])")]),
        _rule("threshold", [thresholds, _matching("$NAME", f"['\"](?!({_THRESHOLDS})['\"])")]),
        _rule("unknown-parameter", [keys]),
    ]


def _others() -> list[Pattern]:
    return [
        _rule("library", [_either("import google.generativeai",
                                  "import vertexai.generative_models")]),
        _rule("temporary-client", [_either("genai.Client(...).models.$METHOD(...)")]),
        _rule("empty", [_either('$C.models.generate_content(..., contents="", ...)',
                                "$C.models.generate_content(..., contents=[], ...)")]),
        _rule("timeout", [_either("types.HttpOptions(..., timeout=$VALUE, ...)"), {
            "metavariable-comparison": {"metavariable": "$VALUE", "comparison": "$VALUE < 1000"}}]),
        _rule("key", [_either('"$KEY"'), _matching("$KEY", "AIza[0-9A-Za-z_-]{35}")]),
        _rule("key-in-url", [_either('"$URL"', 'f"..."'), _matching("$URL", "https://.*[?&]key=")]),
    ]  # fmt: skip
