"""Measures gemini-lint beside its peers: see README.md."""
