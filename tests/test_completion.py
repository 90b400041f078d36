"""What a shell offers when the tabulator key is pressed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import gemini_lint, run

pytestmark = pytest.mark.once

SHELLS = ("bash", "zsh", "fish")


def offered(folder: Path, *words: str) -> list[str]:
    """Ask as bash does: the last word is half typed."""
    answer = gemini_lint(
        folder=folder,
        _GEMINI_LINT_COMPLETE="bash_complete",
        COMP_WORDS=" ".join(("gemini-lint", *words)),
        COMP_CWORD=str(len(words)),
    )
    return answer.stdout.split()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script(shell: str, tmp_path: Path) -> None:
    script = gemini_lint(folder=tmp_path, _GEMINI_LINT_COMPLETE=f"{shell}_source").stdout
    assert "_GEMINI_LINT_COMPLETE" in script
    if shutil.which(shell):
        done = run(shell, "-n", folder=tmp_path, data=script.encode())
        assert done.status == 0, done.stderr


def test_commands_and_files_are_offered_first(tmp_path: Path) -> None:
    assert offered(tmp_path, "ba") == ["plain,baseline", "file,ba"]


def test_options_of_check_are_offered_without_it(tmp_path: Path) -> None:
    assert "plain,--output-format" in offered(tmp_path, "--outp")
    assert offered(tmp_path, "check", "--output-format", "sa") == ["plain,sarif"]


def test_rules_and_models_are_offered(tmp_path: Path) -> None:
    assert offered(tmp_path, "rule", "gem101") == ["plain,GEM101"]
    assert offered(tmp_path, "--select", "GEM101,top-p") == ["plain,GEM101,top-p-out-of-range"]
    assert "plain,gemini-3.8-flash" in offered(tmp_path, "model", "gemini-3.8-f")
