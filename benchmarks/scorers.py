"""Running the scorers that stand beside the annotated documents."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.shared_texts import ROOT, shared_folder

EXTRACT = f"{sys.executable} -m legalkg extract --jsonl -"


def run_scorer(script: str, gold: Path, *options: str) -> str:
    """Return what a scorer prints of the extraction of annotated documents.

    Raises:
        SystemExit: It failed.
    """
    command = [sys.executable, str(shared_folder() / "eval" / script), str(gold), *options, "--command", EXTRACT]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    if run.returncode:
        raise SystemExit(f"{script} failed on {gold.name}:\n{run.stderr}")
    return run.stdout


def evaluated(gold: Path, *options: str) -> dict[str, Any]:
    """Return the scores of ``evaluate.py``: precision, recall and F1 by figure, and the share of each header field."""
    return dict(json.loads(run_scorer("evaluate.py", gold, "--json", *options)))
