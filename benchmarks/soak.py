"""
Promises under fire: the properties of tests/robust on fresh random inputs, for as long as wanted.

    python benchmarks/soak.py --minutes 30

Every broken promise is shrunk and written to --folder as a file a regression test can read; a new run
starts from other inputs unless --seed is given. Exit status 1 when a promise was broken.
"""

import argparse
import collections
import hashlib
import pathlib
import random
import sys
import time

from hypothesis import HealthCheck, given, seed, settings

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from tests.robust.properties import PROPERTIES

INPUTS_PER_TURN = 200


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--only", choices=sorted(PROPERTIES))
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/soak"))
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    until = time.monotonic() + 60 * arguments.minutes
    tried: collections.Counter[str] = collections.Counter()
    broken: collections.Counter[str] = collections.Counter()
    names = [arguments.only] if arguments.only else list(PROPERTIES)
    while time.monotonic() < until:
        for name in names:
            tried[name] += INPUTS_PER_TURN
            broken[name] += turn(name, chance.randrange(2**32), arguments.folder)
    for name in names:
        print(f"{name}: {tried[name]:,} inputs, {broken[name]} broken promises")
    print(f"seed {arguments.seed}, {time.process_time():,.0f} CPU seconds")
    return 1 if broken.total() else 0


def turn(name: str, start: int, folder: pathlib.Path) -> int:
    """Try a property on some inputs; 1 when one of them broke it, which is then in the folder."""
    inputs, check = PROPERTIES[name]
    last: list[object] = []

    def remembering(value: object) -> None:
        last[:] = [value]
        check(value)

    calm = settings(max_examples=INPUTS_PER_TURN, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    try:
        seed(start)(calm(given(inputs)(remembering)))()
    except Exception as error:
        keep(name, last[0], error, folder)
        return 1
    return 0


def keep(name: str, value: object, error: Exception, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f"{name}\n{value!r}\n{type(error).__name__}: {error}\n"
    file = folder / f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"
    file.write_text(text, encoding="utf-8")
    print(f"{file}: {type(error).__name__}: {str(error)[:200]}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
