"""The built site in a real browser; `make test-docs` builds it first.

SCREENSHOTS=folder keeps pictures of the pages for a look.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from linting import ROOT

from gemini_lint.catalog import load
from gemini_lint.rules import registry

HERE = Path(__file__).parent
SITE = ROOT / "build" / "site"
SCREENSHOTS = os.environ.get("SCREENSHOTS")
PAGES = (
    "", "rules/", "rules/temperature-out-of-range/", "models/", "models/timeline/", "errors/",
    "errors/404-not-found/", "errors/blocked-response/", "configuration/", "command-line/",
    "github-actions/", "terminal/", "getting-started/", "accuracy/",
)  # fmt: skip
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [400, 1400])

pytestmark = pytest.mark.site
selenium = pytest.importorskip("selenium")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        del format, args


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    assert (SITE / "index.html").exists(), "run `make docs` first"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver

    programs = shutil.which("chromium"), shutil.which("chromedriver")
    if None in programs:
        pytest.fail("needs a browser: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = str(programs[0])
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(str(programs[1])))
    driver.implicitly_wait(5)
    yield driver
    driver.quit()


def show(browser: Any, url: str, width: int = 1400, theme: str = "light") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = [{"name": "prefers-color-scheme", "value": theme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    # the site remembers the theme that it began with
    stored = {"origin": "/".join(url.split("/")[:3]), "storageTypes": "all"}
    browser.get("about:blank")
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", stored)
    browser.get(url)


def keep(browser: Any, name: str) -> None:
    if SCREENSHOTS:
        folder = Path(SCREENSHOTS)
        folder.mkdir(parents=True, exist_ok=True)
        browser.save_screenshot(str(folder / f"{name}.png"))


def complaints(browser: Any) -> list[str]:
    return [
        entry["message"]
        for entry in browser.get_log("browser")
        if entry["level"] in {"SEVERE", "WARNING"} and "favicon" not in entry["message"]
    ]


def requested(browser: Any) -> set[str]:
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
    return {event["params"]["request"]["url"] for event in sent}


@THEMES
def test_pages_load_without_errors_and_without_the_net(
    browser: Any, address: str, theme: str
) -> None:
    for page in PAGES:
        for width in (400, 1400):
            show(browser, address + page, width, theme)
            keep(browser, f"{page.strip('/').replace('/', '-') or 'start'}-{width}-{theme}")
            shown = browser.execute_script("return document.body.dataset.mdColorScheme")
            assert shown == {"light": "default", "dark": "slate"}[theme]
            wider = browser.execute_script(
                "return document.documentElement.scrollWidth - window.innerWidth"
            )
            assert wider <= 0, f"{page} is wider than {width}"
    assert complaints(browser) == []
    elsewhere = [
        url for url in requested(browser) if not url.startswith((address, "data:", "blob:"))
    ]
    assert [url for url in elsewhere if not url.startswith("chrome")] == []


def test_every_rule_has_a_page() -> None:
    for code, name in registry.names().items():
        text = (SITE / "rules" / name / "index.html").read_text(encoding="utf-8")
        for heading in ("What it does", "Why is this bad?", "Example", "Use instead", "Source"):
            assert f"{heading}<a" in text, f"{code}: {heading}"
        assert "gemini-lint says" in text


def test_no_link_within_the_site_is_dead() -> None:
    for page in SITE.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in re.findall(r'href="([^"#?]+)', page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", link) and not link.startswith("//"):
                target = (page.parent / link).resolve()
                assert target.exists(), f"{page}: {link}"


def test_figures_of_the_start_page_are_counted() -> None:
    text = (SITE / "index.html").read_text(encoding="utf-8")
    assert f"{len(registry.names())} rules" in text
    assert f"{len(load().models)} models" in text


def test_search_finds_a_rule(browser: Any, address: str) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    show(browser, address)
    browser.execute_script("document.querySelector('[data-md-toggle=search]').click()")
    field = browser.find_element(By.CSS_SELECTOR, ".md-search__input")
    field.send_keys("candidate_count range")
    found = WebDriverWait(browser, 20).until(
        lambda shown: shown.find_elements(By.CSS_SELECTOR, ".md-search-result__link")
    )
    keep(browser, "search")
    assert "/rules/candidate-count-out-of-range/" in found[0].get_attribute("href")


def test_filters_filter(browser: Any, address: str) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import Select

    def choose(name: str, value: str) -> None:
        Select(browser.find_element(By.NAME, name)).select_by_value(value)

    def shown() -> list[str]:
        return [
            str(row)
            for row in browser.execute_script(
                "return [...document.querySelectorAll('tbody tr[data-kind]')]"
                ".filter(row => row.checkVisibility()).map(row => row.id)"
            )
        ]

    show(browser, address + "models/")
    everything = shown()
    assert set(everything) == set(load().models)
    choose("state", "shut-down")
    choose("backend", "vertex")
    dead = shown()
    assert 0 < len(dead) < len(everything)
    rows = browser.find_elements(By.CSS_SELECTOR, "tbody tr[data-vertex='shut-down']")
    assert len(rows) == len(dead)
    browser.find_element(By.NAME, "words").send_keys("gemini flash")
    fewer = shown()
    assert 0 < len(fewer) < len(dead)
    assert all("gemini" in model and "flash" in model for model in fewer)
    said = browser.find_element(By.CLASS_NAME, "model-count").text
    assert said == f"{len(fewer)} of {len(everything)} models"
    keep(browser, "models-filtered")
    show(browser, browser.current_url, theme="dark")
    assert shown() == fewer
    keep(browser, "models-filtered-dark")


def test_no_model_is_said(browser: Any, address: str) -> None:
    from selenium.webdriver.common.by import By

    show(browser, address + "models/?words=there+is+none")
    assert "No model is like that" in browser.find_element(By.CLASS_NAME, "model-none").text
    assert browser.find_element(By.CLASS_NAME, "model-count").text.startswith("0 of ")


@THEMES
@WIDTHS
def test_the_timeline_is_readable(browser: Any, address: str, width: int, theme: str) -> None:
    show(browser, address + "models/timeline/", width, theme)
    pictures = browser.execute_script((HERE / "measure_timeline.js").read_text("utf-8"))
    assert len(pictures) == 2
    for picture in pictures:
        assert picture["left"] >= 0
        assert picture["right"] <= width
        assert picture["overlaps"] == 0
        for text in picture["texts"]:
            assert text["size"] >= 11
            assert text["inside"]
            assert text["contrast"] >= 4.5
