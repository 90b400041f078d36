from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from gemini_lint.project import Pin, PinFinder, pin_from


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(folder: Path, **files: str) -> None:
    """Write files; `__` in a name stands for a dot, `_in_` for a slash."""
    for name, text in files.items():
        path = folder / name.replace("_in_", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


def pin(folder: Path, **files: str) -> Pin | None:
    write(folder, **files)
    return PinFinder().pin_for(str(folder / "app.py"))


def allowed(found: Pin | None, *versions: str) -> list[str]:
    assert found is not None
    return [version for version in versions if found.allows(version)]


def test_no_project_at_all(root: Path) -> None:
    assert pin(root) is None


def test_a_project_that_does_not_require_it(root: Path) -> None:
    assert pin(root, requirements__txt="requests\ngoogle-genai-haystack\n") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements__txt", "google-genai>=1,<2\n"),
        ("requirements-dev__txt", "google_genai >= 1, < 2  # the SDK\n"),
        ("requirements_in_base__txt", "google.genai[aiohttp]>=1,<2 --hash=sha256:0\n"),
        ("dev-requirements__in", "google-genai>=1,\\\n  <2\n"),
        ("pyproject__toml", '[project]\ndependencies = ["Google-GenAI>=1,<2"]\n'),
        ("pyproject__toml", '[project.optional-dependencies]\nai = ["google-genai>=1,<2"]\n'),
        ("pyproject__toml", '[dependency-groups]\nai = [{include-group="x"}, "google-genai~=1.0"]'),
        ("pyproject__toml", '[tool.uv]\ndev-dependencies = ["google-genai~=1.0"]\n'),
        ("pyproject__toml", '[tool.pdm.dev-dependencies]\nai = ["google-genai~=1.0"]\n'),
        ("pyproject__toml", '[tool.poetry.dependencies]\ngoogle-genai = "^1.0"\n'),
        ("pyproject__toml", '[tool.poetry.group.ai.dependencies]\ngoogle-genai = {version="~1"}'),
        ("setup__cfg", "[options]\ninstall_requires =\n  requests\n  google-genai>=1,<2\n"),
        ("setup__cfg", "[options.extras_require]\nai =\n  google-genai>=1,<2\n"),
        ("Pipfile", '[packages]\ngoogle-genai = ">=1,<2"\n'),
        ("Pipfile", '[dev-packages]\ngoogle-genai = {version = ">=1,<2", extras = ["aiohttp"]}\n'),
    ],
)
def test_ranges(root: Path, name: str, text: str) -> None:
    found = pin(root, **{name: text})
    assert allowed(found, "0.8.0", "1.0.0", "1.75.0", "2.0.0", "3.4.0") == ["1.0.0", "1.75.0"]
    assert found is not None
    assert (found.newest(), found.exact) == ("1.75.0", None)
    assert found.origin == name.replace("_in_", "/").replace("__", ".")


@pytest.mark.parametrize(
    ("specifier", "version"),
    [
        ("", "either"),
        ("<3", "v1beta"),
        ("==2.34.0", "v1beta"),
        ("==2.34.*", "v1beta"),
        ("~=1.9", "v1beta"),
        (">2.34.0,<3", "v1beta"),
        ("==2.77.*", "v1beta"),
        (">=3", "v1"),
        (">=3.5", "v1"),
        ("==3.0.0rc1", "v1"),
        (">=7,<8", "v1"),
        (">=1", "either"),
        (">=2.34,!=2.34.0", "either"),
        ("<=3.0", "either"),
    ],
)
def test_default_api_version(specifier: str, version: str) -> None:
    found = pin_from([f"google-genai{specifier}"], "app.ipynb")
    assert found is not None
    assert found.default_api_version() == version


@pytest.mark.parametrize("version", ["3.4.0", "3.4", "3"])
def test_a_version_that_the_user_sets(version: str) -> None:
    found = Pin.of_version(version)
    assert found.allows("3.4.0") == version.startswith("3.4")
    assert found.newest() == found.exact == version
    assert found.default_api_version() == "v1"


def test_an_unpinned_requirement_allows_everything(root: Path) -> None:
    assert pin(root, requirements__txt="google-genai\n") == Pin("", None, "requirements.txt")


def test_one_exact_requirement(root: Path) -> None:
    found = pin(root, requirements__txt="google-genai==2.34.0\n")
    assert found == Pin("==2.34.0", "2.34.0", "requirements.txt")


def test_requirements_of_several_files_hold_together(root: Path) -> None:
    found = pin(
        root,
        requirements__txt="google-genai>=2\n",
        pyproject__toml='[project]\ndependencies = ["google-genai<3"]\n',
    )
    assert allowed(found, "1.0.0", "2.0.0", "3.0.0") == ["2.0.0"]
    assert found is not None
    assert found.origin == "pyproject.toml and requirements.txt"


def test_contradictions_make_it_unknown(root: Path) -> None:
    write(root, requirements__txt="google-genai\n")
    files = {"requirements__txt": "google-genai>=3\n", "requirements-old__txt": "google-genai<3\n"}
    assert pin(root / "inner", **files) is None


def test_different_releases_for_different_environments_make_it_unknown(root: Path) -> None:
    text = """\
        google-genai>=1.0; python_version < "3.11"
        google-genai>=3.0; python_version >= "3.11"
    """
    assert pin(root, requirements__txt=text) is None


def test_what_pip_would_refuse_and_addresses_say_nothing(root: Path) -> None:
    text = """\
        -e .
        --index-url https://example.org/simple
        google-genai @ git+https://example.org/google-genai.git
        google-genai => 1.0
        ./google-genai
    """
    assert pin(root, requirements__txt=text) is None


def test_included_files(root: Path) -> None:
    found = pin(
        root,
        requirements__txt="-r base/all.txt\n-c limits.txt\n-r requirements.txt\n-r gone.txt\n",
        base_in_all__txt="google-genai>=1\n",
        limits__txt="google-genai<3\n",
    )
    assert allowed(found, "1.0.0", "2.34.0", "3.0.0") == ["1.0.0", "2.34.0"]


def test_a_constraint_requires_nothing(root: Path) -> None:
    assert pin(root, requirements__txt="-c limits.txt\n", limits__txt="google-genai<3\n") is None


def test_requirements_that_powershell_wrote(root: Path) -> None:
    (root / "requirements.txt").write_bytes("google-genai==2.1.0\r\n".encode("utf-16"))
    assert pin(root) == Pin("==2.1.0", "2.1.0", "requirements.txt")


UV_LOCK = """\
version = 1
requires-python = ">=3.11"

[[package]]
name = "app"
source = { virtual = "." }
dependencies = [
    { name = "google-genai" },
]

[[package]]
name = "google-genai"
version = "2.34.0"
source = { registry = "https://example.org/simple" }
dependencies = [
    { name = "pydantic" },
]
wheels = [
    { url = "https://example.org/google_genai-2.34.0-py3-none-any.whl", hash = "sha256:0" },
]

[[package]]
name = "google-genai-haystack"
version = "7.0.0"

[package.metadata]
requires-dist = [{ name = "google-genai", specifier = ">=2" }]
"""
POETRY_LOCK = """\
[[package]]
name = "google-genai"
version = "2.34.0"
description = "GenAI Python SDK"

[package.dependencies]
pydantic = ">=2"

[metadata]
lock-version = "2.1"
"""
PIPFILE_LOCK = '{"default": {"google-genai": {"version": "==2.34.0"}}, "develop": {}}'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv__lock", UV_LOCK),
        ("poetry__lock", POETRY_LOCK),
        ("pdm__lock", POETRY_LOCK.replace("2.1", "4.5.0")),
        ("Pipfile__lock", PIPFILE_LOCK),
        (
            "pylock__toml",
            'lock-version = "1.0"\n[[packages]]\nname="google-genai"\nversion="2.34.0"',
        ),
    ],
)
def test_lock_files_beat_ranges(root: Path, name: str, text: str) -> None:
    files = {name: text, "requirements__txt": "google-genai>=1\n"}
    assert pin(root, **files) == Pin("==2.34.0", "2.34.0", name.replace("__", "."))


def test_a_lock_file_counts_without_a_requirement(root: Path) -> None:
    found = pin(root, uv__lock=UV_LOCK)
    assert found is not None
    assert found.exact == "2.34.0"


def test_a_lock_file_without_it_leaves_the_range(root: Path) -> None:
    lock = UV_LOCK.replace('name = "google-genai"', 'name = "openai"')
    found = pin(root, uv__lock=lock, requirements__txt="google-genai>=1\n")
    assert found == Pin(">=1", None, "requirements.txt")


def test_a_lock_file_with_two_versions_makes_it_unknown(root: Path) -> None:
    lock = UV_LOCK + '\n[[package]]\nname = "google-genai"\nversion = "3.0.0"\n'
    assert pin(root, uv__lock=lock) is None


def test_the_nearest_folder_counts(root: Path) -> None:
    write(root, requirements__txt="google-genai<2\n")
    inner = root / "a" / "b"
    assert pin(inner, readme__md="") == Pin("<2", None, "requirements.txt")
    assert pin(root / "a", requirements__txt="google-genai>=3\n") is not None
    assert pin(inner) == Pin(">=3", None, "requirements.txt")


def test_the_search_ends_at_the_repository(root: Path) -> None:
    inner = root / "inner"
    (inner / ".git").mkdir(parents=True)
    write(root, requirements__txt="google-genai<2\n")
    assert pin(inner) is None


def test_the_lock_file_of_a_workspace_counts_for_its_members(root: Path) -> None:
    member = '\n[[package]]\nname = "bot"\nsource = { editable = "packages/bot" }\n'
    write(root, uv__lock=UV_LOCK + member)
    project = '[project]\ndependencies = ["google-genai>=1"]\n'
    assert pin(root / "packages/bot", pyproject__toml=project) == Pin(
        "==2.34.0", "2.34.0", "uv.lock"
    )
    assert pin(root / "packages/other", pyproject__toml=project) == Pin(
        ">=1", None, "pyproject.toml"
    )


@pytest.mark.parametrize(
    "framework",
    [
        "langchain-google-genai==4.4.2",
        "langchain_google_genai>=4,<4.4.3",
        "google-adk",
        "google-adk==1.20.0",
        "google-adk<2",
        "pydantic-ai-slim[google]",
        "pydantic-ai",
        "llama-index-llms-google-genai~=0.11.0",
        "google-cloud-aiplatform",
        "strands-agents[gemini]",
    ],
)
def test_frameworks_cap_it(framework: str) -> None:
    found = pin_from([framework, "google-genai"], "requirements.txt")
    assert found is not None
    assert found.default_api_version() == "v1beta"
    assert found.origin == "requirements.txt"


@pytest.mark.parametrize(
    "framework",
    [
        pytest.param("agno", id="without a limit"),
        pytest.param("langchain-google-genai", id="since it has no limit any more"),
        pytest.param("langchain-google-genai>=4.4.3", id="a release without its limit"),
        pytest.param("pydantic-ai-slim", id="without the extra"),
        pytest.param("pydantic-ai-slim[google]<2", id="before it had a limit"),
        pytest.param("google-adk==1.5.0", id="a release before it had a limit"),
        pytest.param("langchain-google-genai<3", id="before it used google-genai"),
    ],
)
def test_frameworks_that_do_not_cap_it(framework: str) -> None:
    assert pin_from([framework], "requirements.txt") is None
    found = pin_from([framework, "google-genai"], "requirements.txt")
    assert found is not None
    assert found.default_api_version() == "either"


def test_a_framework_alone_is_a_requirement() -> None:
    found = pin_from(["google-adk"], "requirements.txt")
    assert found is not None
    assert found.default_api_version() == "v1beta"
    assert found.origin == "google-adk in requirements.txt"


def test_a_framework_that_contradicts_the_requirement() -> None:
    assert pin_from(["google-adk", "google-genai>=3"], "requirements.txt") is None


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("pyproject__toml", '[project]\nname = "x"\ndependencies = [', 3),
        ("Pipfile", "[packages\n", 1),
        ("uv__lock", "<<<<<<< HEAD\n" + UV_LOCK, 1),
        ("poetry__lock", "not toml", 1),
        ("Pipfile__lock", '{\n"default": {', 2),
        ("setup__cfg", "[options]\n=\n", 2),
    ],
)
def test_a_broken_file_is_one_warning(root: Path, name: str, text: str, line: int) -> None:
    write(root, **{name: text, "requirements__txt": "google-genai<2\n", "a_in_b__py": ""})
    finder = PinFinder()
    for path in ("app.py", "other.py", "a/b.py"):
        assert finder.pin_for(str(root / path)) == Pin("<2", None, "requirements.txt")
    warning = next(iter(finder.warnings))
    assert len(finder.warnings) == 1
    assert warning.path == str(root / name.replace("__", "."))
    assert warning.line == line
    assert "--sdk-version" in warning.remedy


@pytest.mark.parametrize(
    ("constraint", "inside", "outside"),
    [
        ("^1.2.3", "1.9.0", "2.0.0"),
        ("^0.7", "0.7.5", "0.8.0"),
        ("^0.0.3", "0.0.3", "0.0.4"),
        ("~1.2", "1.2.9", "1.3.0"),
        ("~1", "1.9.0", "2.0.0"),
        ("~=1.2", "1.9.0", "2.0.0"),
        ("1.2.3", "1.2.3", "1.2.4"),
        ("1.*", "1.9.0", "2.0.0"),
        (">=1.0 <2.0", "1.5.0", "2.0.0"),
        (">= 1.0, < 2.0", "1.5.0", "2.0.0"),
    ],
)
def test_constraints_of_poetry(root: Path, constraint: str, inside: str, outside: str) -> None:
    text = f'[tool.poetry.dependencies]\npython = "^3.10"\ngoogle-genai = "{constraint}"\n'
    assert allowed(pin(root, pyproject__toml=text), inside, outside) == [inside]


def test_poetry_may_allow_everything_or_what_pip_cannot_say(root: Path) -> None:
    text = '[tool.poetry.dependencies]\ngoogle-genai = "{}"\n'
    assert pin(root, pyproject__toml=text.format("*")) == Pin("", None, "pyproject.toml")
    assert pin(root, pyproject__toml=text.format("^1 || ^3")) is None
