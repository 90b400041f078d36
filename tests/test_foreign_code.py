"""What code that is checked cannot do to the one who checks it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from command import Run, gemini_lint, run

HEAD = "from google import genai\nclient = genai.Client()\n"
CALL = 'client.models.generate_content(model="gemini-1.5-pro", contents="Hi")\n'
PROGRAM = HEAD + CALL
TODAY = ("--today", "2026-11-22")
FOUND = "GEM202 gemini-1.5-pro was shut down"


def command() -> str:
    """The script that pip installs, which does not put the current folder on the path."""
    script = Path(sys.executable).with_name("gemini-lint")
    return str(script) if script.exists() else ""


def leaving_a_trace(folder: Path) -> str:
    """A program that shows whether it was run."""
    return f"open({str(folder / 'trace')!r}, 'a').write(__name__)\n{PROGRAM}"


SHADOWING = (
    "click.py", "tomli.py", "tomllib.py", "libcst.py", "libcst/__init__.py", "gemini_lint.py",
    "pathspec.py", "simplemma.py", "packaging.py", "json.py", "re.py", "ast.py", "msgspec.py",
    "typing.py", "google/__init__.py", "google/genai.py", "sitecustomize.py",
    "usercustomize.py", "conftest.py", "setup.py", "noxfile.py", "__init__.py", "__main__.py",
)  # fmt: skip


def hostile_project(folder: Path) -> Path:
    """A project whose every file leaves a trace when it is run."""
    project = folder / "project"
    for name in SHADOWING:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(leaving_a_trace(folder))
    (project / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "setup"\nbackend-path = ["."]\n'
        '[project]\nname = "x"\nversion = "1"\n[tool.gemini-lint]\nselect = ["GEM202"]\n'
    )
    (project / "setup.cfg").write_text("[metadata]\nname = attr: setup.NAME\n")
    (project / "requirements.txt").write_text("google-genai==3.4.0\n-e .\n")
    return project


@pytest.mark.skipif(not command(), reason="gemini-lint is not installed as a command")
@pytest.mark.parametrize("arguments", [(), ("inventory",), ("model",), ("-j", "2")])
def test_nothing_that_is_checked_is_run(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    project = hostile_project(tmp_path)
    done = run(command(), *arguments, folder=project)
    assert done.status in (0, 1)
    assert not (tmp_path / "trace").exists()
    if not arguments:
        assert done.stdout.count("GEM202") == len(SHADOWING)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.10 has no -P")
def test_nothing_that_is_checked_is_run_as_a_module(tmp_path: Path) -> None:
    project = hostile_project(tmp_path)
    done = run(sys.executable, "-P", "-m", "gemini_lint", folder=project)
    assert done.status == 1
    assert not (tmp_path / "trace").exists()


def sealed_by(name: str, *arguments: str, folder: Path) -> Run:
    """Check with a secret of one's own."""
    key = folder.parent / f"key of {name}"
    return gemini_lint(*TODAY, *arguments, folder=folder, GEMINI_LINT_KEY_DIR=str(key))


@pytest.mark.once
def test_a_cache_that_came_with_the_code_is_not_believed(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    file = project / "app.py"
    file.write_text(PROGRAM)
    assert FOUND in sealed_by("victim", folder=project).stdout
    shutil.rmtree(project / ".gemini_lint_cache")
    sealed_by("attacker", folder=project)
    kept = project / ".gemini_lint_cache"
    [entry] = kept.glob("*.json")
    entry.write_bytes(entry.read_bytes().replace(b"gemini-1.5-pro was", b"nothing at all is"))
    assert FOUND in sealed_by("attacker", folder=project).stdout
    shutil.rmtree(kept)
    sealed_by("attacker", "--ignore", "GEM202", folder=project)
    assert FOUND in sealed_by("victim", folder=project).stdout


@pytest.mark.once
def test_an_entry_of_another_file_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(HEAD)
    gemini_lint(*TODAY, folder=tmp_path)
    [good] = (tmp_path / ".gemini_lint_cache").glob("*.json")
    (tmp_path / "bad.py").write_text(PROGRAM)
    gemini_lint(*TODAY, folder=tmp_path)
    entries = (tmp_path / ".gemini_lint_cache").glob("*.json")
    [bad] = [entry for entry in entries if entry != good]
    bad.write_bytes(good.read_bytes())
    assert FOUND in gemini_lint(*TODAY, folder=tmp_path).stdout


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_secret_is_for_its_user_alone(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "app.py").write_text(PROGRAM)
    sealed_by("user", folder=project)
    [secret] = (tmp_path / "key of user").iterdir()
    assert secret.stat().st_mode & 0o077 == 0
    kept = b"".join(file.read_bytes() for file in (project / ".gemini_lint_cache").iterdir())
    assert secret.read_bytes() not in kept
    assert secret.read_bytes().hex().encode() not in kept


@pytest.mark.once
def test_without_a_place_for_the_secret_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(PROGRAM)
    (tmp_path / "file").write_text("")
    done = gemini_lint(*TODAY, folder=tmp_path, GEMINI_LINT_KEY_DIR=str(tmp_path / "file"))
    assert FOUND in done.stdout
    assert not (tmp_path / ".gemini_lint_cache").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_lead_to_no_other_folder(tmp_path: Path) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (outside / "secret.py").write_text(PROGRAM)
    (project / "link").symlink_to(outside)
    (project / "circle").symlink_to(project)
    assert gemini_lint(*TODAY, folder=project).stdout == ""


@pytest.mark.once
@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
@pytest.mark.parametrize("name", [".gemini_lint_cache", "kept"])
def test_a_cache_is_not_written_through_a_link(tmp_path: Path, name: str) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (project / "app.py").write_text(PROGRAM)
    (project / name).symlink_to(outside)
    assert FOUND in gemini_lint(*TODAY, "--cache-dir", name, folder=project).stdout
    assert list(outside.iterdir()) == []


@pytest.mark.once
def test_the_catalogue_is_not_taken_from_the_code(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(PROGRAM)
    for name in ("models.json", "catalog.json", "gemini-lint-catalog.json"):
        text = '{"models": [{"id": "gemini-1.5-pro", "backends": {}}]}'
        (tmp_path / name).write_text(text)
        (tmp_path / "catalog").mkdir(exist_ok=True)
        (tmp_path / "catalog" / name).write_text(text)
    assert FOUND in gemini_lint(*TODAY, folder=tmp_path).stdout


@pytest.mark.once
@pytest.mark.parametrize(
    "line",
    [
        'exclude = ["../**", "/etc/**"]',
        'per-file-ignores = { "../../*" = ["GEM2"] }',
        'extend-exclude = ["' + "*" * 60 + 'x"]',
    ],
)
def test_patterns_of_the_configuration_are_data(tmp_path: Path, line: str) -> None:
    (tmp_path / "gemini-lint.toml").write_text(line + "\n")
    (tmp_path / "app.py").write_text(PROGRAM)
    assert FOUND in gemini_lint(*TODAY, folder=tmp_path).stdout


@pytest.mark.once
@pytest.mark.parametrize(
    "line",
    [
        'output-file = "../taken"',
        'output-format = ["concise", "json=../taken"]',
        'output-format = "json=link/taken"',
        'output-file = ".git/config"',
    ],
)
def test_the_configuration_has_nothing_written_outside(tmp_path: Path, line: str) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / "gemini-lint.toml").write_text(line + "\n")
    (project / "app.py").write_text(PROGRAM)
    if os.name == "posix":
        (project / "link").symlink_to(tmp_path)
    done = gemini_lint(*TODAY, folder=project)
    assert done.status == 2
    assert "does not lie below this file" in done.stderr
    assert not (tmp_path / "taken").exists()
    assert list((project / ".git").iterdir()) == []


@pytest.mark.once
def test_the_configuration_may_have_reports_written_beside_the_code(tmp_path: Path) -> None:
    (tmp_path / "gemini-lint.toml").write_text('output-format = ["concise", "json=out.json"]\n')
    (tmp_path / "app.py").write_text(PROGRAM)
    assert FOUND in gemini_lint(*TODAY, folder=tmp_path).stdout
    assert FOUND[7:] in (tmp_path / "out.json").read_text()


@pytest.mark.once
def test_a_cache_folder_that_holds_other_things_keeps_them(tmp_path: Path) -> None:
    others = tmp_path / "others"
    others.mkdir()
    for number in range(10_050):
        (others / f"{number}.json").write_text("")
    (tmp_path / "app.py").write_text(PROGRAM)
    gemini_lint(*TODAY, "--cache-dir", "others", folder=tmp_path)
    assert sum(file.stem.isdigit() and len(file.stem) < 6 for file in others.iterdir()) == 10_050
