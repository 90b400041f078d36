"""The engine: one file after the other through reader and rules, and all files together."""
