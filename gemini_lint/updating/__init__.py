"""Brings the user's catalogue up to date. Nothing else in gemini-lint touches the network."""
