"""The nouns: frozen data without behaviour. `read/` fills them, every later stage only reads them."""
