"""What the reader understands of a program is what the real library sends."""
