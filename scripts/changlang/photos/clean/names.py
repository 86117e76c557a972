"""What is said of a file by all formats alike."""

# A file that is no image known here, or whose parts do not fit together.
UNKNOWN, BROKEN = "unknown format", "broken structure"
TRAILING = "bytes after the picture"


def printed(name: bytes) -> str:
    """The name of a part as it can be shown."""
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "�" for byte in name)
