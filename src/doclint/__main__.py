"""The command doclint, and python -m doclint: a check says again what it said, all else is for the command line."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[0]  # the folder we are in, or a script's: a checked project may have its own yaml.py there

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from doclint.replay import Run


def main() -> NoReturn:
    """Run, and leave with the status `doclint.cli.main` documents."""
    run = _begun()
    end = run.said_before() if run else None
    if end is not None:
        sys.exit(end)
    from doclint import cli

    cli.main(run)


def _begun() -> "Run | None":
    if sys.argv[1:2] != ["check"] or "--no-cache" in sys.argv or not sys.stdout:
        return None
    from doclint.replay import Run

    try:
        return Run(sys.argv[1:])
    except OSError:  # the current folder is gone: the command line says so
        return None


if __name__ == "__main__":
    main()
