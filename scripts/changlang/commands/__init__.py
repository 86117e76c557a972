"""The commands, one file for each word that may follow `changlang`."""
