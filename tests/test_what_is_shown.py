"""What reports embed of the code does no harm, and no key gets into anything that is written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from command import Run, gemini_lint
from google_keys import AUTHORIZATION, STANDARD

FORMATS = ("full", "json", "sarif", "github", "gitlab", "rdjson", "junit")
HEAD = """\
import os, requests, litellm
from google import genai
from google.genai import types
import google.generativeai as old
client = genai.Client()
"""
CALL = 'client.models.generate_content(model="gemini-1.5-pro", contents="Hi")\n'
ENDPOINT = "https://generativelanguage.googleapis.com"
# KEY stands for a key wherever a key can be by mistake
PLACES = (
    'client.models.generate_content(model="KEY", contents="x")',
    'client.models.generate_content(model="models/KEY", contents="x")',
    'client.models.generate_content(model="gemini-1.5-pro", contents="Bonjour mes amis KEY")',
    'client.models.generate_content(model="gemini-1.5-pro", contents="x", config={"KEY": 1})',
    'client.models.generate_content(model="x", contents="x", config={"temperature": "KEY"})',
    'client.models.generate_content(model="x", contents="x", config={"responseMimeType": "KEY"})',
    'client.models.generate_content(model="x", contents=[{"role": "KEY", "parts": []}])',
    (
        'client.models.generate_content(model="x", contents="x", config={"safety_settings":'
        ' [{"category": "KEY", "threshold": "KEY"}]})'
    ),
    'client.models.embed_content(model="KEY", contents="KEY", config={"task_type": "KEY"})',
    'client.chats.create(model="KEY", config={"temperature": 9}).send_message("KEY")',
    'genai.Client(api_key="KEY")',
    'genai.Client(api_key=b"KEY".decode())',
    'genai.Client(api_key=f"{x}KEY")',
    'genai.Client(api_key="KEY"[:5] + "KEY")',
    'genai.Client(http_options={"api_version": "KEY"})',
    f'genai.Client(http_options={{"base_url": "{ENDPOINT}/?key=KEY"}})',
    'genai.Client(vertexai="KEY", location="KEY", project="KEY")',
    'os.environ["GOOGLE_API_KEY"] = "KEY"  # KEY',
    (
        f'requests.post("{ENDPOINT}/v1beta/models/gemini-1.5-pro:generateContent?key=KEY",'
        ' json={"KEY": 1})'
    ),
    (
        f'requests.post(f"{ENDPOINT}/KEY/models/KEY:KEY?key={{k}}KEY", headers={{"x-goog-api-key":'
        ' "KEY"})'
    ),
    f'url = "{ENDPOINT}/v1beta/models?key=KEY"',
    'old.GenerativeModel("KEY", generation_config={"KEY": "KEY"})',
    'litellm.completion(model="gemini/KEY", messages=[{"role": "KEY"}], api_key="KEY")',
    "# gemini-lint: ignore[KEY]",
    "x = 1  # gemini-lint: ignore[GEM101] until=KEY",
    '"KEY" "',
    'x = """KEY',
    "def KEY(",
)


def report(folder: Path, *arguments: str) -> Run:
    """Check a folder with every rule, and write every format."""
    outputs = [f"--output-format={name}=../out/{name}" for name in FORMATS]
    (folder.parent / "out").mkdir()
    return gemini_lint("--today", "2026-11-22", "--select", "ALL", "--statistics", "-v", *outputs,
                       "--output-format=concise", "--cache-dir", "../out/cache", *arguments,
                       folder=folder)  # fmt: skip


def written(folder: Path) -> dict[str, str]:
    """Return everything that was written beside the folder, by its name."""
    files = (path for path in (folder.parent / "out").rglob("*") if path.is_file())
    return {path.name: path.read_text("utf-8") for path in files}


@pytest.mark.once
@pytest.mark.parametrize("key", [STANDARD, AUTHORIZATION], ids=["standard", "authorization"])
def test_no_key_is_written_anywhere(tmp_path: Path, key: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for number, place in enumerate(PLACES):
        (project / f"app{number}.py").write_text(f"{HEAD}{place.replace('KEY', key)}\n".replace(
            f"GOOGLE_API_{key}", "GOOGLE_API_KEY"))  # fmt: skip
    cell = {"cell_type": "code", "source": HEAD + PLACES[0].replace("KEY", key),
            "outputs": [{"text": key}], "metadata": {"key": key}}  # fmt: skip
    notebook = json.dumps({"cells": [cell], "nbformat": 4, "metadata": {"key": key}})
    (project / "whole.ipynb").write_text(notebook)
    (project / "broken.ipynb").write_text(notebook[:-3])
    done = report(project)
    said = {"stdout": done.stdout, "stderr": done.stderr, **written(project)}
    for command in (("inventory",), ("inventory", "--format", "json"), ("baseline", "write")):
        run = gemini_lint(*command, folder=project)
        said[" ".join(command)] = run.stdout + run.stderr
    said["baseline"] = (project / "gemini-lint-baseline.json").read_text()
    assert len(done.stdout.splitlines()) > len(PLACES) / 2
    assert [name for name, text in said.items() if key in text] == []


HARMFUL = {
    "escape": "\x1b[2K\x1b[1A\x1b]0;title\x07",
    "C1": "\x9b31m\x85",
    "bidi": "\u202e\u2066\u200f",
    "line separator": "\u2028\u2029",
    "newline": "\n::error::forged\r\n::set-output name=a::b",
    "percent": "%0A::error::forged",
    "markup": "<script>alert(1)</script>&quot;]]>",
    "link": "[Sign in](https://evil.example)",
    "table": "| a | `b` | <b>",
}
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.once
@pytest.mark.parametrize("harmful", HARMFUL.values(), ids=list(HARMFUL))
def test_what_the_code_says_is_escaped(tmp_path: Path, harmful: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    program = (
        f"{HEAD}client.models.generate_content(model={'gemini-9' + harmful!r}, contents='x',"
        f" config={{{harmful!r}: 1, 'temperature': {harmful!r}, 'service_tier': {harmful!r}}})\n"
    )
    literal = program.replace(repr(harmful)[1:-1], harmful.replace("\n", "").replace("\r", ""))
    (project / "app.py").write_text(program, "utf-8")
    (project / "literal.py").write_text(literal, "utf-8")
    done = report(project)
    said = {"stdout": done.stdout, "stderr": done.stderr, **written(project)}
    shown = {name: text for name, text in said.items() if not name.endswith(".json")}
    assert {name for name, text in shown.items() if RAW.search(text)} == set()
    lines = said["github"].splitlines()
    assert all(re.match(r"::(?:error|warning) file=|::notice title=", line) for line in lines)
    assert "](https://evil.example)" not in said["sarif"].replace("\\\\](", "")
    assert "<script>" not in said["junit"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_names_of_files_are_escaped(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for number, harmful in enumerate(HARMFUL.values()):
        name = f"{number}{harmful}.py".replace("/", "")
        (project / name).write_text(HEAD + CALL)
    (project / "broken\x1b[2J.py").write_text("import genai\nx = (")
    done = report(project, ".", "missing\x1b[2J\n::error::x")
    said = {"stdout": done.stdout, "stderr": done.stderr, **written(project)}
    shown = {name: text for name, text in said.items() if not name.endswith(".json")}
    assert {name for name, text in shown.items() if RAW.search(text)} == set()
    assert not any(line.startswith("::error::") for line in said["github"].splitlines())
    assert len(done.stdout.splitlines()) >= len(HARMFUL)
