"""Programs for maintainers: they refresh the data that the linter ships."""
