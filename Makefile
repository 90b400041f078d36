# `make demo` and `make test` each start from nothing but Python 3.10 or newer.

PYTHON ?= python3
VENV ?= .venv
EXTRA ?= dev
PYTEST_FLAGS ?=
SOURCES = pyproject.toml $(shell find gemini_lint -name '*.py' -o -name '*.json')

.PHONY: demo test lint types tests test-live wheel docs test-docs clean

demo: .venv-demo/ready
	.venv-demo/bin/gemini-lint check --output-format full examples || test $$? -eq 1

test: lint types tests wheel

lint: $(VENV)/ready
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/ready
	$(VENV)/bin/mypy

tests: $(VENV)/ready
	$(VENV)/bin/python -m pytest $(PYTEST_FLAGS)

# real libraries, each in an environment of its own: what they send is what the linter understood
test-live: $(VENV)/ready
	$(VENV)/bin/python -m tests.live.environments
	$(VENV)/bin/python -m pytest tests/live -m live -rP --dist loadfile $(PYTEST_FLAGS)

# the wheel as users get it: its command, its flake8 plugin and its API, in an environment of its own
wheel: $(VENV)/ready
	rm -rf dist
	$(VENV)/bin/pip wheel --quiet --no-deps --wheel-dir dist .
	$(VENV)/bin/python scripts/try_wheel.py dist/*.whl

# the site, in build/site; nothing of it is committed
docs: .venv-docs/ready
	.venv-docs/bin/python scripts/build_docs.py
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build --quiet --clean --config-file build/mkdocs.yml

# the site in a real browser: Debian's chromium and chromium-driver
test-docs: docs $(VENV)/ready
	$(VENV)/bin/pip install --quiet --requirement docs/requirements-test.txt
	$(VENV)/bin/python -m pytest -m site --dist loadfile $(PYTEST_FLAGS)

.venv-docs/ready: docs/requirements.txt pyproject.toml
	test -x .venv-docs/bin/python || $(PYTHON) -m venv .venv-docs
	.venv-docs/bin/pip install --quiet --editable . --requirement docs/requirements.txt
	touch $@

.venv-demo/ready: $(SOURCES)
	test -x .venv-demo/bin/python || $(PYTHON) -m venv .venv-demo
	.venv-demo/bin/pip install --quiet --force-reinstall --no-deps .
	.venv-demo/bin/pip install --quiet .
	touch $@

$(VENV)/ready: pyproject.toml
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --editable '.[$(EXTRA)]'
	touch $@

clean:
	rm -rf .venv .venv-* dist build
