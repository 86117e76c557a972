"""Catalogue to page parts: what every page of the web edition says, in both languages."""
