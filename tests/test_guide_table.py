"""The table of parameter values in Google's troubleshooting guide, in every form of code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from linting import findings, marked


@dataclass(frozen=True)
class Cell:
    """A value that the guide's table rules out, and the code of the finding."""

    name: str
    camel: str
    value: str
    code: str


TABLE = (
    Cell("candidate_count", "candidateCount", "0", "GEM105"),
    Cell("candidate_count", "candidateCount", "9", "GEM105"),
    Cell("candidate_count", "candidateCount", "2.5", "GEM110"),
    Cell("temperature", "temperature", "-0.1", "GEM101"),
    Cell("temperature", "temperature", "1.2", "GEM102"),
    Cell("temperature", "temperature", "2.1", "GEM101"),
    Cell("max_output_tokens", "maxOutputTokens", "0", "GEM106"),
    Cell("max_output_tokens", "maxOutputTokens", "65_537", "GEM106"),
    Cell("top_p", "topP", "-0.1", "GEM103"),
    Cell("top_p", "topP", "1.1", "GEM103"),
)

GOOGLE_GENAI = """\
import os
from google import genai
from google.genai import types

{before}
client = genai.Client()

def ask():
    {local}
    response = client.models.generate_content(
        model="gemini-3.1-flash-lite",
        contents="Name three rivers.",
        config={config}
    )
    print(response.text)
"""

GOOGLE_GENERATIVEAI = """\
import os
import google.generativeai as genai

{before}
model = genai.GenerativeModel("gemini-3.1-flash-lite")

def ask():
    {local}
    response = model.generate_content(
        "Name three rivers.",
        generation_config={config}
    )
    print(response.text)
"""


@dataclass(frozen=True)
class Form:
    """A way to write the value down; `{mark}` stands where the finding is."""

    id: str
    config: str
    before: str = ""
    local: str = "pass"


IN_BOTH = (
    Form("dictionary", '{{"{name}": {value}}},  {mark}'),
    Form("module constant", '{{"{name}": VALUE}},', before="VALUE = {value}  {mark}"),
    Form("local", '{{"{name}": value}},', local="value = {value}  {mark}"),
    Form("local configuration", "settings,", local='settings = {{"{name}": {value}}}  {mark}'),
    Form(
        "item set later",
        "settings,",
        local='settings = {{}}; settings["{name}"] = {value}  {mark}',
    ),
    Form(
        "updated dictionary",
        "settings,",
        local='settings = {{}}; settings.update({{"{name}": {value}}})  {mark}',
    ),
    Form("keyword of dict", "dict({name}={value}),  {mark}"),
    Form(
        "default of os.getenv",
        '{{"{name}": {type}(os.getenv("VALUE", "{value}"))}},  {mark}',
    ),
)
IN_GOOGLE_GENAI = (
    *IN_BOTH,
    Form("typed", "types.GenerateContentConfig({name}={value}),  {mark}"),
    Form("typed, camel case", "types.GenerateContentConfig({camel}={value}),  {mark}"),
    Form("camel case", '{{"{camel}": {value}}},  {mark}'),
)
IN_GOOGLE_GENERATIVEAI = (
    *IN_BOTH,
    Form("typed", "genai.GenerationConfig({name}={value}),  {mark}"),
    Form("typed, by module", "genai.types.GenerationConfig({name}={value}),  {mark}"),
)


def program(template: str, form: Form, cell: Cell) -> str:
    words = {
        "name": cell.name,
        "camel": cell.camel,
        "value": cell.value,
        "mark": f"# {cell.code}",
        "type": "float" if "." in cell.value else "int",
    }
    return template.format(
        before=form.before.format(**words),
        local=form.local.format(**words),
        config=form.config.format(**words),
    )


def assert_flagged(source: str, code: str) -> None:
    found = findings(source, select=("GEM1",))
    assert [(finding.code, finding.span.line) for finding in found] == [
        (code, line) for line in marked(source, code)
    ]


def cases(forms: Iterable[Form]) -> list[Any]:
    return [
        pytest.param(form, cell, id=f"{form.id}-{cell.name}-{cell.value}")
        for form in forms
        for cell in TABLE
    ]


@pytest.mark.parametrize(("form", "cell"), cases(IN_GOOGLE_GENAI))
def test_google_genai(form: Form, cell: Cell) -> None:
    assert_flagged(program(GOOGLE_GENAI, form, cell), cell.code)


@pytest.mark.parametrize(("form", "cell"), cases(IN_GOOGLE_GENERATIVEAI))
def test_google_generativeai(form: Form, cell: Cell) -> None:
    assert_flagged(program(GOOGLE_GENERATIVEAI, form, cell), cell.code)


@pytest.mark.parametrize(
    "config",
    [
        '{"candidate_count": 1, "temperature": 0.0, "max_output_tokens": 1, "top_p": 0.0}',
        '{"temperature": 1.0, "max_output_tokens": 65_536, "top_p": 1.0}',
        '{"candidateCount": 1, "temperature": 1, "maxOutputTokens": 100, "topP": 0.95}',
    ],
)
def test_noop(config: str) -> None:
    source = GOOGLE_GENAI.format(before="", local="pass", config=config)
    assert findings(source, select=("GEM1",)) == []
