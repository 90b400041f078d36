"""`gemini-lint inventory` shows every call, and what was understood of it."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from command import gemini_lint
from google_keys import STANDARD as KEY

PROGRAM = f"""\
import os

import google.generativeai as old
from google import genai
from google.genai import types
from langchain_google_genai import ChatGoogleGenerativeAI

client = genai.Client(api_key="{KEY}", http_options={{"api_version": "v1"}})
vertex = genai.Client(vertexai=True, project="p", location="global")


def ask(model):
    return client.models.count_tokens(model=model, contents="x")


client.models.generate_content(
    model=os.getenv("MODEL", "gemini-1.5-pro"),
    contents="Hello",
    config=types.GenerateContentConfig(temperature=0.5, system_instruction="Be brief."),
)
chat = vertex.chats.create(model="gemini-2.5-flash")
chat.send_message("Hello", config={{"top_p": 0.5}})
llm = ChatGoogleGenerativeAI(model="gemini-3.8-flash", google_api_key="{KEY}")
old.configure(api_key="{KEY}")
model = old.GenerativeModel("gemini-pro")
client.files.upload(file="x")
"""
DATED = ("--today", "2026-11-22", "--isolated")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one program."""
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def objects(folder: Path, *options: str) -> list[dict[str, Any]]:
    output = gemini_lint("inventory", "--format", "json", *DATED, *options, folder=folder).stdout
    calls: list[dict[str, Any]] = json.loads(output)["calls"]
    return calls


@pytest.mark.once
def test_a_project_without_calls_is_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("from google import genai\n", encoding="utf-8")
    run = gemini_lint("inventory", *DATED, folder=tmp_path)
    assert (run.status, run.stdout) == (0, "")
    assert run.stderr == "0 calls in 0 files (1 file read)\n"


def test_calls_are_listed_by_line_and_clients_are_left_out(folder: Path) -> None:
    assert [(call["line"], call["function"]) for call in objects(folder)] == [
        (13, "models.count_tokens"),
        (16, "models.generate_content"),
        (21, "chats.create"),
        (22, "send_message"),
        (23, "ChatGoogleGenerativeAI"),
        (25, "GenerativeModel"),
        (26, "files.upload"),
    ]


@pytest.mark.once
def test_a_call_says_what_it_asks(folder: Path) -> None:
    call = next(call for call in objects(folder) if call["line"] == 16)
    assert call["library"] == "google-genai"
    assert call["method"] == "generateContent"
    assert (call["backends"], call["backend_source"]) == (["gemini-api"], "library")
    assert (call["api_version"], call["api_version_source"]) == ("v1", "client")
    (model,) = call["models"]
    assert model["name"] == "gemini-1.5-pro"
    assert model["states"]["gemini-api"]["state"] == "shut-down"
    assert model["states"]["gemini-api"]["date"] == "2025-09-29"
    assert model["states"]["gemini-api"]["replacement"]
    assert call["other_models"] is True
    assert {item["path"]: item["values"] for item in call["parameters"]} == {
        "generationConfig.temperature": [0.5],
        "systemInstruction": [],
    }


@pytest.mark.once
def test_what_is_not_known_is_said_to_be_unknown(folder: Path) -> None:
    call = objects(folder)[0]
    assert (call["models"], call["other_models"]) == ([], True)
    row = gemini_lint("inventory", *DATED, folder=folder).stdout.splitlines()[1]
    assert row.split() == [
        "app.py:13:12", "google-genai", "gemini-api", "v1", "(client)", "countTokens", "unknown",
    ]  # fmt: skip


@pytest.mark.once
def test_versions_say_where_they_come_from(folder: Path) -> None:
    (folder / "requirements.txt").write_text("google-genai==2.1.0\n", encoding="utf-8")
    text = PROGRAM.replace(', http_options={"api_version": "v1"}', "")
    (folder / "app.py").write_text(text, encoding="utf-8")
    found = {call["line"]: call for call in objects(folder)}
    assert found[16]["api_version"] == "v1beta"
    assert found[16]["api_version_source"] == "SDK pin"
    assert found[16]["sdk_requirement"] == "google-genai==2.1.0"
    assert found[22]["api_version"] == "v1beta1"
    assert found[25]["api_version_source"] == "library"
    chosen = objects(folder, "--api-version", "v1")
    assert chosen[1]["api_version_source"] == "setting"


@pytest.mark.once
def test_the_backend_of_the_settings_is_used_where_the_code_is_silent(folder: Path) -> None:
    found = {call["line"]: call for call in objects(folder, "--backend", "vertex")}
    assert (found[16]["backends"], found[16]["backend_source"]) == (["vertex"], "setting")
    assert found[22]["backend_source"] == "code"


@pytest.mark.once
def test_rows_for_a_pipe_are_whole(folder: Path) -> None:
    lines = gemini_lint("inventory", *DATED, folder=folder, COLUMNS="40").stdout.splitlines()
    assert lines[0].split() == [
        "place", "library", "backend", "version", "method", "model", "state", "parameters",
    ]  # fmt: skip
    assert "gemini-1.5-pro or unknown" in lines[2]
    assert "shut-down 2025-09-29, use gemini-" in lines[2]
    assert lines[2].endswith("temperature, system_instruction")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("columns", [80, 100, 200])
def test_rows_fit_a_terminal(folder: Path, columns: int) -> None:
    lines = on_a_terminal(folder, columns)
    assert len(lines) == 8
    assert all(len(line) <= columns for line in lines)
    assert [line.split()[0].rpartition("app.py")[2] for line in lines[1:3]] == [":13:12", ":16:1"]
    assert "gemini-2.5-flash" in lines[3]


def on_a_terminal(folder: Path, columns: int) -> list[str]:
    import pty
    import subprocess

    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "gemini_lint", "inventory", *DATED]
    with subprocess.Popen(
        command, cwd=folder, stdout=theirs, stderr=subprocess.DEVNULL, env=environment
    ):
        os.close(theirs)
        output = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return output.decode("utf-8").splitlines()


def read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # Linux says so that the other end is closed
        return b""


def test_csv_has_a_row_for_each_call(folder: Path) -> None:
    run = gemini_lint("inventory", "--format", "csv", *DATED, folder=folder)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert len(rows) == len(objects(folder))
    assert rows[1]["model"] == "gemini-1.5-pro or unknown"
    assert rows[1]["date"] == "2025-09-29"
    assert rows[1]["parameters"] == "generationConfig.temperature, systemInstruction"


@pytest.mark.once
def test_csv_holds_no_formulas(tmp_path: Path) -> None:
    text = 'from google import genai\ngenai.Client().models.get(model="=1+1")\n'
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    run = gemini_lint("inventory", "--format", "csv", *DATED, folder=tmp_path)
    assert "'=1+1" in run.stdout


@pytest.mark.once
@pytest.mark.parametrize("output_format", ["text", "json", "csv"])
def test_keys_are_never_shown(folder: Path, output_format: str) -> None:
    text = PROGRAM + f'client.models.get(model="{KEY}")\n'
    (folder / "app.py").write_text(text, encoding="utf-8")
    run = gemini_lint("inventory", "--format", output_format, *DATED, folder=folder)
    assert run.status == 0
    assert KEY not in run.stdout + run.stderr


def test_a_notebook_has_its_cells(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Title"]},
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": PROGRAM.splitlines(True)},
    ]
    document = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "a.ipynb").write_text(json.dumps(document), encoding="utf-8")
    output = gemini_lint("inventory", *DATED, folder=tmp_path).stdout
    assert "a.ipynb:cell 2:16:1" in output


@pytest.mark.once
def test_a_broken_file_is_named_and_the_others_are_listed(folder: Path) -> None:
    (folder / "broken.py").write_text("from google import genai\nx = (\n", encoding="utf-8")
    run = gemini_lint("inventory", *DATED, folder=folder)
    assert run.status == 0
    assert "warning: broken.py:2:" in run.stderr
    assert len(run.stdout.splitlines()) == 8


@pytest.mark.once
def test_a_missing_path_is_status_2(folder: Path) -> None:
    run = gemini_lint("inventory", *DATED, "nowhere", "app.py", folder=folder)
    assert run.status == 2
    assert "error: nowhere" in run.stderr
    assert len(run.stdout.splitlines()) == 8


@pytest.mark.once
def test_excluded_files_are_left_out(folder: Path) -> None:
    assert objects(folder, "--exclude", "app.py") == []


def test_the_same_list_with_one_process_and_with_many(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"app_{number:02}.py").write_text(PROGRAM, encoding="utf-8")
    one = gemini_lint("inventory", *DATED, "--jobs", "1", folder=tmp_path)
    two = gemini_lint("inventory", *DATED, "--jobs", "2", folder=tmp_path)
    assert one == two
    assert len(one.stdout.splitlines()) == 1 + 60 * 7
