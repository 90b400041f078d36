"""What the documents tell to type works: every code block and every table has its test here.

The output of console blocks is compared by test_readme.py and made anew by the site's build.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from command import gemini_lint, run
from linting import ROOT
from markdown import FENCES, TABLES, fences, table

from gemini_lint.clients import load
from gemini_lint.reports import FORMATS
from gemini_lint.rules import registry

pytestmark = pytest.mark.once

FAULTY = """\
from google import genai

client = genai.Client()
client.models.generate_content(model="gemini-1.5-pro", contents="Hello")
"""
COMMAND = re.compile(
    r"^(?:\s*- (?:run: |script: )?)?\s*gemini-lint(?P<arguments> [^#\n]*)?(?:\s#.*)?$",
    re.MULTILINE,
)
COMMANDS = sorted(
    {
        (match["arguments"] or "").strip()
        for text in fences("yaml") + fences("")
        for match in COMMAND.finditer(text)
    }
)
LANGUAGES = {"", "console", "yaml", "toml", "python"}
SHELL = re.compile(
    r"#.*|make [\w-]+.*|gemini-lint.*|(?:pre-commit|prek) run .*|pip install .*"
    r'|eval "\$\(_GEMINI.*|_GEMINI.*|'
)
TABLE_HEADS = {
    ("status", ""), ("how the code calls Gemini", "read"), ("", ""), ("format", "for"),
    ("room", "does"),
    ("", "wall", "compared"),  # written by the benchmarks
}  # fmt: skip
INSTALL = 'pip install "git+<address>"'


def loaded(text: str) -> Any:
    return pytest.importorskip("yaml").safe_load(text)


# nothing is left out


def test_every_block_is_of_a_kind_that_is_tried() -> None:
    assert {fence.language for fence in FENCES} <= LANGUAGES
    for text in fences(""):
        if "──>" not in text:  # the map of the rooms
            assert all(SHELL.fullmatch(line) for line in text.splitlines()), text


def test_every_table_is_compared() -> None:
    # a table of the trust page's own has its test beside its script
    assert {item.head for item in TABLES if item.page != "trust.md"} <= TABLE_HEADS


def test_nobody_is_sent_to_an_address_that_does_not_exist() -> None:
    for fence in FENCES:
        assert "example.com" not in fence.text
        assert "OWNER" not in fence.text
        for line in re.findall(r"pip install .*", fence.text):
            assert line.startswith(INSTALL), line


# commands


@pytest.mark.parametrize("arguments", COMMANDS)
def test_commands_write_what_they_name(arguments: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "app.py").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "nb.ipynb").write_text('{"cells": [], "metadata": {}}', encoding="utf-8")
    done = gemini_lint(*shlex.split(arguments), folder=tmp_path)
    assert done.status == 1, done.stderr
    assert "GEM202" in done.stdout
    for file in re.findall(r"=(\S+\.\w+)", arguments):
        assert "GEM202" in (tmp_path / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", [text.splitlines()[0] for text in fences("console", "terminal.md")]
)
def test_consoles_of_the_site_run(line: str) -> None:
    words = shlex.split(line)
    assert words[:2] == ["$", "gemini-lint"]
    done = gemini_lint(*words[2:], folder=ROOT)
    assert done.status in (0, 1), done.stderr
    assert done.stdout


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = "\n".join(fence.text for fence in FENCES) + (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"(?:^|`)make ([\w-]+)", text, re.MULTILINE))
    assert named >= {"demo", "test", "docs"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_switched_on_by_the_line_that_is_told(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    lines = "\n".join(fences("", "terminal.md")).splitlines()
    line = lines[next(i for i, text in enumerate(lines) if shell in text and "#" in text) + 1]
    (tmp_path / "gemini-lint").write_text('#!/bin/sh\nexec "$PYTHON" -m gemini_lint "$@"\n')
    (tmp_path / "gemini-lint").chmod(0o755)
    before = {"zsh": "autoload -U compinit && compinit -u -d ./dump\n"}.get(shell, "")
    asked = {
        "bash": "complete -p gemini-lint",
        "zsh": "print -r -- $_comps[gemini-lint]",
        "fish": "complete --do-complete 'gemini-lint --outp'",
    }[shell]
    done = _in_shell(shell, f"{before}{line}\n{asked}\n", tmp_path)
    expected = "--output-format" if shell == "fish" else "_gemini_lint_completion"
    assert expected in done, done


def _in_shell(shell: str, script: str, folder: Path) -> str:
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "HOME": str(folder),
    }
    plain = {"bash": ("--norc",), "zsh": ("-f",), "fish": ("--no-config",)}[shell]
    done = run(shell, *plain, "-c", script, folder=folder, environment=environment)
    return done.stdout + done.stderr


# YAML


def test_yaml_is_yaml() -> None:
    assert all(isinstance(loaded(text), (dict, list)) for text in fences("yaml"))


def test_inputs_in_the_workflow_are_the_actions() -> None:
    action = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
    (workflow,) = (text for text in fences("yaml") if "gemini-lint@" in text)
    steps = loaded(workflow)["jobs"]["gemini-lint"]["steps"]
    (used,) = (step for step in steps if "gemini-lint@" in step.get("uses", ""))
    assert set(used["with"]) <= set(action["inputs"])


def test_hooks_are_the_repositorys(tmp_path: Path) -> None:
    (known,) = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = [
        hook
        for text in fences("yaml")
        if text.lstrip().startswith(("repos:", "# .pre-commit"))
        for repository in loaded(text)["repos"]
        for hook in repository["hooks"]
    ]
    assert len(hooks) == 3
    assert {hook["id"] for hook in hooks} == {known["id"]}
    (arguments,) = (hook["args"] for hook in hooks if "args" in hook)
    entry = known["entry"].split()[1:]
    assert gemini_lint(*entry, *arguments, ".", folder=tmp_path).status == 0


# TOML


def test_the_configuration_is_taken(tmp_path: Path) -> None:
    (text,) = (text for text in fences("toml") if "[tool.gemini-lint]" in text)
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    shown = gemini_lint("check", "--show-settings", folder=tmp_path).stdout
    assert 'backend = "vertex"' in shown
    assert "retirement-notice = 120" in shown


def test_ruff_keeps_comments_where_it_is_told_to(tmp_path: Path) -> None:
    ruff = shutil.which("ruff", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")
    if ruff is None:
        pytest.skip("no ruff here")
    (text,) = (text for text in fences("toml") if "[tool.ruff]" in text)
    (tmp_path / "app.py").write_text('MODEL = "gemini-1.5-pro"  # noqa: GEM202\n', "utf-8")
    command = (ruff, "check", "--no-cache", "--select", "RUF100,RUF102", "app.py")
    assert run(*command, folder=tmp_path).status == 1
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    told = run(*command, folder=tmp_path)
    assert told.status == 0, told.stdout


# Python


def test_the_python_example_runs() -> None:
    (code,) = (text for text in fences("python") if "check_source" in text)
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {"source": FAULTY})
    assert out.getvalue().startswith("4 GEM202 gemini-1.5-pro was shut down")


def test_the_comments_silence(tmp_path: Path) -> None:
    (code,) = (text for text in fences("python") if "noqa" in text)
    call = "client.models.generate_content(model=MODEL, contents='Hello')\n"
    for line in code.splitlines():
        for comment, status in ((line, 0), (line.partition("#")[0], 1)):
            program = f"from google import genai\n\nclient = genai.Client()\n{comment}\n{call}"
            (tmp_path / "app.py").write_text(program, encoding="utf-8")
            done = gemini_lint("--isolated", "--today", "2026-11-22", folder=tmp_path)
            assert done.status == status, done.stdout


# tables


def test_the_table_of_formats_is_complete() -> None:
    assert tuple(row[0] for row in table("format", "for").rows) == FORMATS


def test_the_map_names_rooms_that_exist() -> None:
    for names, _ in table("room", "does").rows:
        for name in re.findall(r"`([\w./]+)`", names):
            assert (ROOT / "gemini_lint" / name).exists(), name


def test_the_table_of_statuses_is_true(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(FAULTY, encoding="utf-8")
    tries = {"0": ("--exit-zero", "app.py"), "1": ("app.py",), "2": ("nowhere.py",)}
    rows = table("status", "").rows
    assert {row[0] for row in rows} == set(tries)
    for status, arguments in tries.items():
        assert gemini_lint(*arguments, folder=tmp_path).status == int(status)


def test_the_table_of_libraries_names_what_is_declared() -> None:
    declared = [library.sdk.replace("-", "") for library in load().all]
    (row,) = (row for row in table("how the code calls Gemini", "read").rows if "fram" in row[0])
    frameworks = re.split(r"[,;] |and what|and others", row[1])
    named = [name.strip().casefold() for name in frameworks if name.strip()]
    for name in (*named, *("google-genai", "google-generativeai", "openai")):
        if "gapic" not in name and "hands models" not in name:
            short = re.sub(r"the constructors of |[- ]", "", name)
            assert any(short in sdk for sdk in declared), name


def test_counts_of_the_changes_are_counted() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (count,) = re.findall(r"(\d+)\s+rules", changes)
    assert int(count) == len(registry.names())
