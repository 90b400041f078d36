"""Which settings hold for a file, and what is wrong with those that are given."""
