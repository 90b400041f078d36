"""`python -m gemini_lint` is `gemini-lint`."""

from __future__ import annotations

from gemini_lint.cli import main

if __name__ == "__main__":
    main()
