"""Numbers as people read them."""


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 claim`, `1,204 claims`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
