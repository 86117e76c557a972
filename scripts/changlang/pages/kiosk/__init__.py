"""The kiosk's pages: the same records as the web edition's, laid out for a large screen that people touch."""
