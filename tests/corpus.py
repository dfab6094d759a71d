"""Documents to measure on: they are not ours to publish, and lie beside the repository where somebody has them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
PHASE = CORPUS / "novacron-phase6"  # the documents of a phase, with summaries and an index

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not there")
