"""Codes read back from finished artwork, clean and worn by the street, by libraries that made none of it."""
