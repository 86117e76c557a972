"""The page behind a printed code: the records of one board, laid out for any phone in the street."""
