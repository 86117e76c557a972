"""What is said of a file by all formats alike."""

TRAILING = "bytes after the picture"


def printed(name: bytes) -> str:
    """The name of a part as it can be shown."""
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "�" for byte in name)
