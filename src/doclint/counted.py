"""A number and its noun, as people read them."""


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 claim`, `1,204 claims`; where the noun is known in the plural alone, `1 line` of `lines`, too."""
    one = thing.removesuffix("s")
    return f"{number:,} {one if number == 1 else things or one + 's'}"
