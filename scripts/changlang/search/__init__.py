"""The search of a site: documents in, small scripts out, and from them the same answers here and in the browser."""
