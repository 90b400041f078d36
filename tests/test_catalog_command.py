"""`gemini-lint catalog` shows, compares, updates and resets; broken additions harm nothing."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command import Run, gemini_lint
from google_keys import STANDARD as KEY
from loopback import Answer, serving

DATED = ("--today", "2026-11-22")
NEW: dict[str, Any] = {
    "id": "gemini-9-xenon",
    "kind": "text",
    "gemini-api": {"status": "active", "released": "2026-11-20"},
    "vertex": {"status": "active"},
    "sources": ["a page"],
    "checked": "2026-11-22",
}
ENDED = {
    **NEW,
    "id": "gemini-3.8-flash",
    "gemini-api": {"status": "shut-down", "shutdown": "2026-11-21", "shutdown_kind": "fixed"},
}
PROGRAM = """\
from google import genai

genai.Client(vertexai=False).models.count_tokens(model="gemini-9-xenon", contents="Hello")
client = genai.Client()
client.models.count_tokens(model="gemini-3.8-flash", contents="Hello")
"""

Command = Callable[..., Run]


def document(*rows: dict[str, Any], date: str = "2026-11-22") -> dict[str, Any]:
    return {"date": date, "models": list(rows)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


@pytest.fixture
def command(folder: Path) -> Command:
    """Runs a command with a data folder of its own."""

    def run(*arguments: str, **environment: str) -> Run:
        environment["GEMINI_LINT_DATA_DIR"] = str(folder / "data")
        return gemini_lint(*arguments, folder=folder, data=None, **environment)

    return run


@pytest.fixture
def own_file(folder: Path) -> Path:
    return folder / "data" / "catalog.json"


def write(folder: Path, content: object) -> str:
    (folder / "new.json").write_text(json.dumps(content), encoding="utf-8")
    return "new.json"


def known(command: Command, model: str = "gemini-9-xenon") -> bool:
    return command("model", model, *DATED).status == 0


# showing


def test_catalog_says_how_old_it_is_and_what_it_holds(command: Command) -> None:
    run = command("catalog", *DATED)
    assert run.status == 0
    assert "catalogue of " in run.stdout
    assert "(0 days old)" in run.stdout
    described = json.loads(command("catalog", "--format", "json", *DATED).stdout)
    assert described["file"] is None
    assert sum(described["kinds"].values()) == described["models"] > 200
    for states in described["states"].values():
        assert sum(states.values()) == described["models"]


def test_an_old_catalogue_is_a_note_and_no_other_verdict(command: Command) -> None:
    fresh = command("check", "--isolated", "--today", "2027-01-21")
    old = command("check", "--isolated", "--today", "2027-01-22")
    quiet = command("check", "--isolated", "--today", "2027-01-22", "-q")
    assert "days old" not in fresh.stderr
    assert "note: the catalogue of models is 61 days old" in old.stderr
    assert quiet.stderr == ""
    assert (old.status, old.stdout) == (fresh.status, fresh.stdout)


# from a file


@pytest.mark.once
def test_diff_shows_and_changes_nothing(command: Command, folder: Path, own_file: Path) -> None:
    run = command("catalog", "diff", write(folder, document(NEW, ENDED)))
    assert run.status == 0
    assert "+ gemini-9-xenon (text)" in run.stdout.splitlines()
    assert "~ gemini-3.8-flash status on gemini-api: active -> shut-down" in run.stdout
    assert "would be kept" in run.stderr
    assert not own_file.exists()


@pytest.mark.once
def test_update_adds_and_never_deletes(command: Command, folder: Path) -> None:
    before = json.loads(command("catalog", "--format", "json", *DATED).stdout)
    run = command("catalog", "update", "--from", write(folder, document(NEW, ENDED)), *DATED)
    assert (run.status, run.stdout.splitlines()[-1]) == (0, "+ gemini-9-xenon (text)")
    after = json.loads(command("catalog", "--format", "json", *DATED).stdout)
    assert after["models"] == before["models"] + 1
    assert known(command)
    assert known(command, "gemini-1.5-pro")


def test_an_update_is_used_by_check(command: Command, folder: Path) -> None:
    options = ("check", "--isolated", "--select", "GEM202", *DATED)
    assert command(*options).status == 0
    command("catalog", "update", "--from", write(folder, document(NEW, ENDED)), *DATED)
    assert command(*options).stdout.startswith("app.py:5:34: GEM202 gemini-3.8-flash was shut down")


@pytest.mark.once
def test_updates_add_up_and_reset_undoes_them(command: Command, folder: Path) -> None:
    second = {**NEW, "id": "gemini-9-argon"}
    command("catalog", "update", "--from", write(folder, document(NEW)), *DATED)
    command("catalog", "update", "--from", write(folder, document(second)), *DATED)
    assert known(command)
    assert known(command, "gemini-9-argon")
    assert command("catalog", "reset").status == 0
    assert not known(command)
    assert command("catalog", "reset").status == 0


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="has other folders")
def test_additions_find_their_place_without_another_package(folder: Path) -> None:
    place = {"GEMINI_LINT_DATA_DIR": "", "XDG_DATA_HOME": str(folder / "share")}
    update = ("catalog", "update", "--from", write(folder, document(NEW)), *DATED)
    assert gemini_lint(*update, folder=folder, data=None, **place).status == 0
    assert (folder / "share" / "gemini-lint" / "catalog.json").exists()
    shown = gemini_lint("model", "gemini-9-xenon", *DATED, folder=folder, data=None, **place)
    assert shown.status == 0


@pytest.mark.once
def test_what_was_checked_later_is_right(command: Command, folder: Path) -> None:
    stale = {**ENDED, "checked": "2025-01-01"}
    older = document(stale, date="2025-01-01")
    run = command("catalog", "update", "--from", write(folder, older), *DATED)
    assert (run.status, run.stdout, run.stderr) == (0, "", "nothing new\n")


@pytest.mark.once
def test_a_row_that_leaves_facts_out_keeps_them(command: Command, folder: Path) -> None:
    before = command("model", "gemini-3.8-flash", *DATED).stdout
    row = {"id": "gemini-3.8-flash", "notes": "new", "checked": "2026-11-22"}
    command("catalog", "update", "--from", write(folder, document(row, NEW)), *DATED)
    after = command("model", "gemini-3.8-flash", *DATED).stdout
    assert "input token limit" in before
    assert set(before.splitlines()) - set(after.splitlines()) <= {
        line for line in before.splitlines() if "notes:" in line or "checked:" in line
    }


@pytest.mark.once
def test_a_checksum_must_fit(command: Command, folder: Path) -> None:
    write(folder, document(NEW))
    digest = hashlib.sha256((folder / "new.json").read_bytes()).hexdigest()
    options = ("catalog", "update", "--from", "new.json", *DATED, "--sha256")
    assert command(*options, "0" * 64).status == 2
    assert not known(command)
    assert command(*options, digest.upper()).status == 0
    assert known(command)


@pytest.mark.once
@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param([], "no JSON object", id="a list"),
        pytest.param({"models": []}, '"date"', id="no date"),
        pytest.param({"date": "2026-11-22"}, '"models"', id="no models"),
        pytest.param(document(date="2099-01-01"), "yet to come", id="from the future"),
        pytest.param(document({"id": "../../x"}), "model 1", id="no id"),
        pytest.param(document({"id": "a", "kind": "text"}), '"gemini-api" is missing', id="thin"),
        pytest.param(document(NEW, NEW), "occurs twice", id="twice"),
        pytest.param(document({**NEW, "kind": "poem"}), '"kind"', id="unknown kind"),
        pytest.param(document({**NEW, "input_token_limit": "1"}), "input_token", id="wrong type"),
        pytest.param(document({**NEW, "notes": "\x1b[2J"}), '"notes"', id="control characters"),
        pytest.param(document({**NEW, "alias_of": "nobody"}), "nobody", id="alias of nothing"),
        pytest.param(
            document({**NEW, "vertex": {"status": "shut-down", "shutdown": "soon"}}),
            '"vertex"',
            id="no day",
        ),
        pytest.param(
            document({**NEW, "thinking": {"mode": "level", "colour": 1}}), "colour", id="thinking"
        ),
    ],
)
def test_nothing_that_is_no_catalogue_replaces_anything(
    command: Command, folder: Path, own_file: Path, content: object, said: str
) -> None:
    run = command("catalog", "update", "--from", write(folder, content), *DATED)
    assert (run.status, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert said in run.stderr
    assert not own_file.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="neither"),
        pytest.param(("--from", "new.json", "--from-api"), id="both"),
        pytest.param(("--from", "nowhere.json"), id="missing"),
        pytest.param(("--from", "ftp://example.com/x"), id="another scheme"),
        pytest.param(("--from", "http://example.com/x"), id="plain http"),
        pytest.param(("--from-api",), id="no key"),
    ],
)
def test_wrong_use_is_status_2(command: Command, arguments: tuple[str, ...]) -> None:
    run = command("catalog", "update", *arguments, GEMINI_API_KEY="", GOOGLE_API_KEY="")
    assert run.status == 2
    assert "Traceback" not in run.stderr


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What is said of the program by the bundled catalogue."""
    folder = tmp_path_factory.mktemp("usual")
    (folder / "app.py").write_text(PROGRAM, encoding="utf-8")
    data = str(folder / "data")
    run = gemini_lint("check", "--isolated", *DATED, folder=folder, GEMINI_LINT_DATA_DIR=data)
    assert run.status == 1
    return run


@pytest.mark.once
@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"date": "2026-11-22", "models": [{}]}'])
def test_broken_additions_are_one_warning_and_the_bundled_catalogue_is_used(
    command: Command, own_file: Path, usual: Run, data: bytes
) -> None:
    own_file.parent.mkdir()
    own_file.write_bytes(data)
    run = command("check", "--isolated", *DATED)
    assert (run.status, run.stdout) == (usual.status, usual.stdout)
    (warning,) = set(run.stderr.splitlines()) - set(usual.stderr.splitlines())
    assert warning.startswith(f"warning: {own_file}: ")
    assert "gemini-lint catalog reset" in warning


@pytest.mark.once
def test_reset_mends_broken_additions(command: Command, own_file: Path, usual: Run) -> None:
    own_file.parent.mkdir()
    own_file.write_bytes(b"{")
    assert command("catalog", "reset").status == 0
    assert command("check", "--isolated", *DATED) == usual


# from the web


def test_a_url_is_read(command: Command) -> None:
    with serving(Answer(json.dumps(document(NEW)).encode())) as server:
        run = command("catalog", "update", "--from", f"{server.url}/models.json", *DATED)
    assert run.status == 0
    assert known(command)


def test_a_busy_server_is_asked_again(command: Command) -> None:
    busy = Answer(status=429, headers=(("Retry-After", "0"),))
    with serving(busy, busy, Answer(json.dumps(document(NEW)).encode())) as server:
        run = command("catalog", "update", "--from", f"{server.url}/models.json", *DATED)
    assert run.status == 0
    assert len(server.paths) == 3


NEVER = (("Retry-After", "0"),)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(Answer(status=401), "401", id="401"),
        pytest.param(Answer(status=429, headers=NEVER), "429", id="429"),
        pytest.param(Answer(status=500, headers=NEVER), "500", id="500"),
        pytest.param(Answer(b'{"date": "2026-11-22"', cut=True), "to its end", id="cut"),
        pytest.param(Answer(b"<html>"), "not JSON", id="garbage"),
        pytest.param(Answer(b" " * 16_000_001), "larger than", id="oversized"),
        pytest.param(
            Answer(status=302, headers=(("Location", "http://example.com/x"),)),
            "not https",
            id="redirected",
        ),
    ],
)
def test_a_bad_answer_is_one_line_and_changes_nothing(
    command: Command, own_file: Path, answer: Answer, said: str
) -> None:
    with serving(answer) as server:
        url = f"{server.url}/models.json?token=secret"
        run = command("catalog", "update", "--from", url, *DATED)
    assert (run.status, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert said in run.stderr
    assert "secret" not in run.stderr
    assert not own_file.exists()


# from the API

needs_google_genai = pytest.mark.skipif(
    importlib.util.find_spec("google") is None or importlib.util.find_spec("google.genai") is None,
    reason="google-genai is not installed",
)
LISTED = {
    "models": [
        {
            "name": "models/gemini-9-xenon",
            "displayName": "Gemini 9 Xenon",
            "inputTokenLimit": 1000,
            "outputTokenLimit": 500,
            "supportedGenerationMethods": ["generateContent", "countTokens"],
            "maxTemperature": 2,
        },
        {"name": "models/gemini-1.5-pro", "inputTokenLimit": 7},
        {"name": "models/../x"},
    ]
}


def from_api(command: Command, *answers: Answer) -> tuple[Run, list[dict[str, str]]]:
    with serving(*answers) as server:
        run = command(
            "catalog", "update", "--from-api", *DATED,
            GEMINI_API_KEY=KEY, GOOGLE_API_KEY="", GOOGLE_GEMINI_BASE_URL=server.url,
        )  # fmt: skip
    assert KEY not in run.stdout + run.stderr
    assert not any(KEY in path for path in server.paths)
    return run, server.headers


@needs_google_genai
def test_listed_models_are_added(command: Command) -> None:
    run, headers = from_api(command, Answer(json.dumps(LISTED).encode()))
    assert run.status == 0
    assert run.stdout.splitlines()[-1] == "+ gemini-9-xenon (text)"
    assert "not listed for your project: " in run.stderr
    assert headers[0]["x-goog-api-key"] == KEY
    card = command("model", "gemini-9-xenon", *DATED).stdout
    assert "Gemini Developer API: active" in card
    assert "output token limit: 500" in card


@needs_google_genai
def test_listing_raises_no_model_from_the_dead(command: Command) -> None:
    before = command("model", "gemini-1.5-pro", *DATED).stdout
    from_api(command, Answer(json.dumps(LISTED).encode()))
    after = command("model", "gemini-1.5-pro", *DATED).stdout
    assert after.splitlines()[1] == before.splitlines()[1]
    assert "shut-down" in after.splitlines()[1]


@needs_google_genai
def test_a_busy_api_is_asked_again(command: Command) -> None:
    answers = (Answer(b"{}", status=429), Answer(json.dumps(LISTED).encode()))
    run, headers = from_api(command, *answers)
    assert run.status == 0
    assert len(headers) == 2


@needs_google_genai
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(Answer(b"{}", status=400), "400", id="400"),
        pytest.param(Answer(b"{}", status=401), "401", id="401"),
        pytest.param(Answer(b"{}", status=403), "403", id="403"),
        pytest.param(Answer(b"{}", status=429), "429", id="429"),
        pytest.param(Answer(b"{}", status=500), "500", id="500"),
        pytest.param(Answer(b'{"models": [', cut=True), "no usable answer", id="cut"),
        pytest.param(Answer(b"<html>"), "no usable answer", id="garbage"),
        pytest.param(Answer(b'{"models": {}}'), "", id="no list"),
        pytest.param(Answer(b" " * 8_000_001), "larger than", id="oversized"),
        pytest.param(Answer(b'{"models": []}'), "no models", id="empty"),
    ],
)
def test_a_bad_answer_of_the_api_changes_nothing(
    command: Command, own_file: Path, answer: Answer, said: str
) -> None:
    run, _ = from_api(command, answer)
    assert (run.status, run.stdout) == (2, "")
    assert said in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not own_file.exists()
