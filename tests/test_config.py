from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gemini_lint.configuration.config import ConfigError, Configuration
from gemini_lint.patterns import is_matched
from gemini_lint.reports import FORMATS
from gemini_lint.settings import Settings

SELECTORS = ("GEM101", "temperature-out-of-range", "GEM202", "shut-down-model")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def settings(path: str = "src/app.py", **options: Any) -> Settings:
    return Configuration(selectors=SELECTORS, **options).settings_for(path)


def refusal(path: str = "app.py", **options: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        settings(path, **options)
    return str(caught.value)


def test_no_configuration_at_all(tmp_path: Path) -> None:
    assert settings() == Settings(root=str(tmp_path))


def test_every_key_of_a_file(tmp_path: Path) -> None:
    write(
        "pyproject.toml",
        """
        [tool.gemini-lint]
        select = ["GEM1", "shut-down-model", "ALL"]
        extend-select = ["GEM202"]
        ignore = ["gem101", "temperature-out-of-range"]
        per-file-ignores = { "tests/*" = ["GEM2"], "x.py" = ["GEM"] }
        today = 2026-12-24
        retirement-notice = 120
        backend = "vertex"
        api-version = "v1beta"
        sdk-version = "2.34"
        languages = ["en", "ja"]
        models = ["my-tuned-*"]
        exclude = ["generated"]
        extend-exclude = ["vendor"]
        force-exclude = true
        respect-gitignore = false
        disable-noqa = true
        """,
    )
    assert settings() == Settings(
        root=str(tmp_path),
        select=("GEM1", "shut-down-model", "ALL"),
        extend_select=("GEM202",),
        ignore=("gem101", "temperature-out-of-range"),
        per_file_ignores=(("tests/*", ("GEM2",)), ("x.py", ("GEM",))),
        today=date(2026, 12, 24),
        retirement_notice=120,
        backend="vertex",
        api_version="v1beta",
        sdk_version="2.34",
        languages=("en", "ja"),
        models=("my-tuned-*",),
        exclude=("generated",),
        extend_exclude=("vendor",),
        force_exclude=True,
        respect_gitignore=False,
        disable_noqa=True,
    )
    assert settings().root == str(tmp_path)


def test_what_a_string_may_say() -> None:
    write("gemini-lint.toml", 'today = "2026-12-24"\nlanguages = "available"\n')
    assert settings().today == date(2026, 12, 24)
    assert settings().languages == ("available",)


def test_options_of_the_run() -> None:
    assert Configuration().run_options() == {}
    write("gemini-lint.toml", 'output-format = "json"\nfail-on = "error"\njobs = 2\n')
    expected = {"output_format": "json", "fail_on": "error", "jobs": 2}
    assert Configuration().run_options() == expected
    assert Configuration(isolated=True).run_options() == {}


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_can_be_configured(output_format: str) -> None:
    write("gemini-lint.toml", f'output-format = "{output_format}"\n')
    assert Configuration().run_options() == {"output_format": output_format}


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    write("pyproject.toml", "[tool.gemini-lint]\nretirement-notice = 1\nforce-exclude = true\n")
    write("a/pyproject.toml", "[tool.gemini-lint]\nretirement-notice = 2\n")
    write("a/b/pyproject.toml", "[project]\nname = 'b'\n")
    configuration = Configuration()
    assert configuration.settings_for("app.py").retirement_notice == 1
    nearest = configuration.settings_for("a/b/c/app.py")
    assert (nearest.retirement_notice, nearest.force_exclude) == (2, False)
    assert nearest.root == str(tmp_path / "a")


@pytest.mark.parametrize("table", ["[tool.gemini_lint]", "[tool]\ngemini_lint = {}\n[x]"])
def test_a_table_with_an_underscore_is_told(table: str) -> None:
    write("pyproject.toml", f"{table}\nretirement-notice = 1\n")
    said = "[tool.gemini_lint] is not read; call it [tool.gemini-lint]"
    assert said in refusal()
    assert said in refusal(file="pyproject.toml")
    assert settings(isolated=True).retirement_notice == 180


def test_an_underscore_elsewhere_says_nothing() -> None:
    write("pyproject.toml", '[tool.other]\npackages = ["gemini_lint"]\ngemini_lint = true\n')
    assert settings().retirement_notice == 180


def test_its_own_file_beats_pyproject() -> None:
    write("pyproject.toml", "[tool.gemini-lint]\nretirement-notice = 1\n")
    write("gemini-lint.toml", "retirement-notice = 2\n")
    assert settings().retirement_notice == 2


def test_an_empty_table_ends_the_search() -> None:
    write("pyproject.toml", "[tool.gemini-lint]\nretirement-notice = 1\n")
    write("a/pyproject.toml", "[tool.gemini-lint]\n")
    assert settings("a/app.py").retirement_notice == 180


def test_the_command_line_beats_the_file() -> None:
    write(
        "gemini-lint.toml",
        'select = ["GEM1"]\nignore = ["GEM101"]\nextend-exclude = ["vendor"]\nbackend = "vertex"\n',
    )
    found = settings(
        overrides={"select": ("GEM202",), "extend_exclude": ("other",), "backend": "gemini-api"}
    )
    assert found.select == ("GEM202",)
    assert found.ignore == ("GEM101",)
    assert found.extend_exclude == ("vendor", "other")
    assert found.backend == "gemini-api"


def test_patterns_of_a_file_are_relative_to_it() -> None:
    write("a/gemini-lint.toml", 'extend-exclude = ["vendor/*"]\n')
    found = settings("a/app.py")
    assert is_matched("a/vendor/x.py", found.extend_exclude, found.root)
    assert not is_matched("a/b/vendor/x.py", found.extend_exclude, found.root)
    assert not is_matched("vendor/x.py", found.extend_exclude, found.root)


def test_patterns_of_the_command_line_are_relative_to_the_current_folder() -> None:
    write("a/gemini-lint.toml", "")
    found = settings(
        "a/app.py",
        overrides={
            "extend_exclude": ("a/vendor", "generated"),
            "per_file_ignores": (("a/tests/*", ("GEM1",)),),
        },
    )
    assert is_matched("a/vendor/x.py", found.extend_exclude, found.root)
    assert is_matched("a/generated/x.py", found.extend_exclude, found.root)
    assert is_matched("a/tests/x.py", (found.per_file_ignores[0][0],), found.root)


@pytest.mark.parametrize("folder", ["plain", "with [brackets]"])
def test_patterns_of_the_command_line_are_written_as_a_shell_completes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    found = settings("x.py", overrides={"extend_exclude": ("./tests/*", "../other/", "./x.py")})
    for path in ("tests/a.py", "x.py", "../other/b.py"):
        assert is_matched(path, found.extend_exclude, found.root)
    assert not is_matched("src/x.py", found.extend_exclude, found.root)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("other.toml", "retirement-notice = 1\n"),
        ("other.toml", "[tool.gemini-lint]\nretirement-notice = 1\n"),
        ("other/pyproject.toml", "[tool.gemini-lint]\nretirement-notice = 1\n"),
    ],
)
def test_a_file_that_is_named_counts_for_all(tmp_path: Path, name: str, text: str) -> None:
    write(name, text)
    write("src/gemini-lint.toml", "retirement-notice = 2\n")
    found = settings("src/app.py", file=name)
    assert found.retirement_notice == 1
    assert found.root == str((tmp_path / name).parent)


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write("pyproject.toml", "[tool.gemini-lint\n")
    assert settings(isolated=True) == Settings(root=str(tmp_path))
    assert settings(isolated=True, overrides={"backend": "vertex"}).backend == "vertex"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("slect = []", "unknown key tool.gemini-lint.slect; did you mean select?"),
        (
            "extend_select = []",
            "unknown key tool.gemini-lint.extend_select; did you mean extend-select?",
        ),
        ("no-respect-gitignore = true", "did you mean respect-gitignore?"),
        ("zzz = 1", "unknown key tool.gemini-lint.zzz"),
        ("isolated = true", "isolated; it is an option of the command line alone"),
        ('select = "GEM1"', "tool.gemini-lint.select: it must be a list of strings"),
        ("ignore = [1]", "tool.gemini-lint.ignore: it must be a list of strings"),
        ('ignore = ["GEM999"]', 'tool.gemini-lint.ignore: there is no rule "GEM999"'),
        ('ignore = ["gem9"]', 'there is no rule "gem9"'),
        (
            'select = ["temperature-out-of-rage"]',
            'there is no rule "temperature-out-of-rage"; did you mean temperature-out-of-range?',
        ),
        ('per-file-ignores = ["GEM1"]', "per-file-ignores: it must be a table"),
        ('per-file-ignores = { "x" = "GEM1" }', "per-file-ignores: it must be a list of strings"),
        ('today = "tomorrow"', "today: it must be a date"),
        ('today = "2026-02-30"', "today: it must be a date"),
        ("today = 2026-12-24T10:00:00", "today: it must be a date"),
        ("retirement-notice = -1", "retirement-notice: it must be a whole number from 0 on"),
        ("retirement-notice = true", "retirement-notice: it must be a whole number"),
        ('backend = "vertx"', "it must be one of auto, gemini-api, vertex; did you mean vertex?"),
        ("api-version = 1", "api-version: it must be one of auto, v1, v1beta"),
        ("sdk-version = 3.4", "sdk-version: it must be a version in a string"),
        ('sdk-version = ">=3"', "sdk-version: it must be a version in a string"),
        ('languages = ["English"]', '"English" is no language code'),
        ("force-exclude = 1", "force-exclude: it must be true or false"),
        ('fail-on = "never"', "fail-on: it must be one of error, warning"),
        ("output-file = 1", "output-file: it must be a string"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path: Path, line: str, said: str) -> None:
    write("pyproject.toml", f"[tool.gemini-lint]\n{line}\n")
    message = refusal()
    assert message.startswith(f"{tmp_path / 'pyproject.toml'}: ")
    assert said in message


def test_keys_of_its_own_file_have_no_prefix() -> None:
    write("gemini-lint.toml", "slect = []\n")
    assert "unknown key slect;" in refusal()
    write("gemini-lint.toml", "[tool.gemini-lint]\nselect = []\n")
    assert "keys stand at the top level" in refusal()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[tool.gemini-lint]\nselect = [\n", 2),
        ("[project]\nname = x\n[tool.gemini-lint]\n", 2),
        ("[tool.gemini-lint]\nbackend = 'vertex'\nbackend = 'auto'\n", 3),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_a_remedy(
    tmp_path: Path, text: str, line: int
) -> None:
    write("pyproject.toml", text)
    with pytest.raises(ConfigError) as caught:
        settings()
    assert caught.value.path == str(tmp_path / "pyproject.toml")
    assert caught.value.line == line
    assert "--isolated" in caught.value.message
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_that_is_not_utf_8() -> None:
    Path("gemini-lint.toml").write_bytes(b"# ok\n# caf\xe9\n")
    assert "gemini-lint.toml:2: not TOML: it is not UTF-8" in refusal()


def test_a_broken_pyproject_of_others_is_not_ours(tmp_path: Path) -> None:
    write("pyproject.toml", "[tool.other\n")
    assert settings() == Settings(root=str(tmp_path))


def test_a_table_that_is_none() -> None:
    write("pyproject.toml", '[tool]\ngemini-lint = "yes"\n')
    assert "tool.gemini-lint must be a table" in refusal()


def test_a_named_file_must_be_there_and_have_the_table() -> None:
    assert "missing.toml: no such file" in refusal(file="missing.toml")
    write("pyproject.toml", "[project]\nname = 'x'\n")
    assert "it has no table [tool.gemini-lint]" in refusal(file="pyproject.toml")


def test_a_configuration_travels_between_processes() -> None:
    write("gemini-lint.toml", 'backend = "vertex"\n')
    configuration = pickle.loads(pickle.dumps(Configuration(selectors=SELECTORS)))
    assert configuration.settings_for("app.py").backend == "vertex"
