"""What the run does between its stages: it calls them, and knows all of them. The order is in `pipeline.py`."""
