"""changlang 长廊: a city's records in, a bilingual publicity site out. Start reading in `pipeline.py`."""

__version__ = "0.1.0"
