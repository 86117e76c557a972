"""The search of a site: documents in, small scripts out, and the same answers from them in Python and in the browser."""
