"""The command doclint, and python -m doclint: a check says again what it said, all else is for the command line."""

import sys
from typing import NoReturn

from doclint.replay import Run


def main() -> NoReturn:
    """Run, and leave with the status `doclint.cli.main` documents."""
    run = Run(sys.argv[1:]) if sys.argv[1:2] == ["check"] and sys.stdout else None
    end = run.said_before() if run else None
    if end is not None:
        sys.exit(end)
    from doclint import cli

    cli.main(run)


if __name__ == "__main__":
    main()
