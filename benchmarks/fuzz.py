"""
Coverage-guided runs: bytes that reach new lines of doclint are kept and changed further.

    pip install atheris
    python benchmarks/fuzz.py --minutes 10                 bytes → document → findings
    python benchmarks/fuzz.py --minutes 10 --only readers  another property of tests/robust/properties.py

Only properties of plain bytes can be run. What breaks a promise is written to --folder, and ends the run.
"""

import argparse
import pathlib
import sys

import atheris

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

with atheris.instrument_imports(include=["doclint"]):
    from doclint.rules import all_rules
    from tests.robust import properties

BYTES = {
    "document": properties.any_bytes_are_a_document,
    "readers": properties.readers_agree,
    "suppression": properties.comments_hide_and_change_nothing,
}
LONGEST = 2_000  # bytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--only", choices=sorted(BYTES), default="document")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/fuzz"))
    arguments = parser.parse_args()
    kept = arguments.folder / arguments.only
    kept.mkdir(parents=True, exist_ok=True)
    all_rules()  # imported while imports are instrumented
    check = BYTES[arguments.only]
    words = arguments.folder / "words.txt"
    words.write_text("".join(f'"{escaped(piece)}"\n' for piece in properties.PIECES))
    limits = [f"-dict={words}", f"-max_total_time={arguments.minutes * 60:.0f}", f"-max_len={LONGEST}", "-timeout=30"]
    limits += ["-print_final_stats=1", "-len_control=0"]
    atheris.Setup([sys.argv[0], str(kept), f"-artifact_prefix={kept}-", *limits], check)
    atheris.Fuzz()


def escaped(piece: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in piece.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
