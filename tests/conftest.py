"""What holds for all tests."""

from __future__ import annotations

import os
import tempfile

# A developer's own catalogue must not decide what the tests find.
os.environ["GEMINI_LINT_DATA_DIR"] = tempfile.mkdtemp(prefix="gemini-lint-tests-")
os.environ["GEMINI_LINT_KEY_DIR"] = tempfile.mkdtemp(prefix="gemini-lint-tests-")
