"""What comments and per-file-ignores silence."""
