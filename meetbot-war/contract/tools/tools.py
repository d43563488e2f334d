"""The tools out of the package registries, installed once into a cache directory."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent


def cache():
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(pathlib.Path.home(), ".cache")
    return pathlib.Path(home) / "meetbot" / "contract"


def _stamp(*files):
    digest = hashlib.sha256(sys.version.encode())
    for name in files:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()[:16]


def _once(directory, make):
    """Makes a directory as a whole or not at all."""
    done = directory / "complete"
    if done.exists():
        return directory
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    make(directory)
    done.touch()
    return directory


def _run(command, **options):
    outcome = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if outcome.returncode != 0:
        sys.stderr.write(outcome.stdout)
        raise RuntimeError(f"{' '.join(map(str, command[:3]))} ended with {outcome.returncode}")


def _python(directory):
    venv.create(directory, with_pip=True)
    pip = [directory / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "-r", HERE / "requirements.txt"])


def _node(directory):
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, directory)
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=directory)


def schemathesis():
    where = _once(cache() / f"python-{_stamp('requirements.txt')}", _python)
    return where / "bin" / "schemathesis"


def node_tool(name):
    where = _once(cache() / f"node-{_stamp('package.json', 'package-lock.json')}", _node)
    return where / "node_modules" / ".bin" / name
