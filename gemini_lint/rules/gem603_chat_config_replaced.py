"""The configuration of one message replaces the chat's, and something is lost.

## What it does
Flags `chat.send_message(…, config=…)` where the chat was created with a system instruction, tools
or safety settings that the new configuration does not repeat. A chat that had only sampling
parameters is left alone.

## Why is this bad?
google-genai does not merge the two: for this message the configuration of `chats.create` does not
hold. The model answers without its instruction, its tools or its safety settings, and nothing
says so.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
chat = client.chats.create(
    model="gemini-3.8-flash",
    config=types.GenerateContentConfig(system_instruction="You are a pirate."),
)
response = chat.send_message(
    "Hello!",
    config=types.GenerateContentConfig(max_output_tokens=100),  # GEM603
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client()
chat = client.chats.create(
    model="gemini-3.8-flash",
    config=types.GenerateContentConfig(system_instruction="You are a pirate."),
)
response = chat.send_message(
    "Hello!",
    config=types.GenerateContentConfig(
        system_instruction="You are a pirate.",
        max_output_tokens=100,
    ),
)
print(response.text)
```

## Source
- google-genai==3.4.0 google/genai/chats.py (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Instance, Mapping, Value, is_certain, is_none, possibilities

RULE = Rule(
    "GEM603",
    "chat-config-replaced",
    "warning",
    "A message's configuration that drops what the chat was given",
    rank=50,
)

_LOST = {
    "systemInstruction": "system_instruction",
    "tools": "tools",
    "safetySettings": "safety_settings",
}


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield the configuration of a message that drops what the chat's one held."""
    config = call.parameter("config")
    if call.replaces is None or config is None or not _is_known(config.value):
        return
    lost = [
        name
        for path, name in _LOST.items()
        if _is_given(call.replaces, path) and call.parameter(path) is None
    ]
    if lost:
        yield Problem(
            config.key,
            f"config replaces the chat's own, which loses its {' and '.join(lost)}",
            "the message is sent without it",
            ("google-genai==3.4.0 google/genai/chats.py (2026-11)",),
            at=config.at,
        )


def _is_known(value: Value) -> bool:
    """Tell whether every key of a configuration is known."""
    return is_certain(value) and all(
        isinstance(option, Mapping | Instance) and option.complete
        for option in possibilities(value)
    )


def _is_given(call: Call, path: str) -> bool:
    """Tell whether a configuration surely has something there."""
    parameter = call.parameter(path)
    return parameter is not None and parameter.certain and not is_none(parameter.value)
