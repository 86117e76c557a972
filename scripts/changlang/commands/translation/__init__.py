"""`changlang translation`: one file a verb."""
