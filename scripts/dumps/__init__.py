"""Programs that run beside an installed SDK and print what it declares."""
