"""What the files of a project say that it needs, one module per kind of file."""
