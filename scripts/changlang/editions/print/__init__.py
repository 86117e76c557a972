"""The edition for the print shop: artwork of boards, a sheet of codes, an inventory."""
