"""What the description of the API promises is what the server does: schemathesis tries it out, with all its checks."""

import re
import subprocess
import sys
from os import environ
from pathlib import Path

from tests.narrowing import sure

HERE = Path(__file__).parent


def test_the_server_keeps_to_its_description(store: Path, tmp_path: Path) -> None:
    serve = [sys.executable, "-m", "legalkg", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            address = sure(re.search(r"http://\S+", sure(server.stdout).readline()))[0]
            run = [
                str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(HERE / "schemathesis.toml"),
                "run", f"{address}openapi.json", "--seed", "20261127", "--checks", "all", "--max-examples", "10",
                "--max-response-time", "60", "--no-color",
            ]  # fmt: skip
            hooks = {"SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks", "PYTHONPATH": str(HERE.parents[1])}
            done = subprocess.run(
                run, cwd=tmp_path, env=environ | hooks, capture_output=True, encoding="utf-8", check=False
            )
        finally:
            server.kill()
    assert done.returncode == 0, done.stdout[-8000:]
    assert re.search(r"Tested: *1\d", done.stdout), done.stdout[-2000:]
