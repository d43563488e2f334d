"""The run of bin/contract: one server without bots for the storm, one with bots for the talks."""

import argparse
import json
import pathlib
import shutil
import sys
import tempfile
import time

import checks
import conversations
from server import Keys, Server

ALL = ["fuzz", "postman", "lint", "conversations"]
LEAST_CASES = {"short": 1000, "long": 5000}


def arguments():
    parser = argparse.ArgumentParser(prog="bin/contract", description=__doc__)
    parser.add_argument("--war", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--short", action="store_true", help="about two minutes: no fuzzing beyond the schemas' own cases")
    parser.add_argument("--json", action="store_true", help="figures only, as JSON")
    parser.add_argument("--only", default=",".join(ALL), help="some of: " + ", ".join(ALL))
    parser.add_argument("--keep", action="store_true", help="keep the reports and the server's log")
    return parser.parse_args()


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def run(options, work):
    form = "short" if options.short else "long"
    parts = options.only.split(",")
    figures = {
        "operations": 0, "operationsCovered": 0, "cases": 0, "failures": 0, "lintErrors": 0,
        "postmanFailures": 0, "conversations": 0, "conversationFailures": 0,
    }  # fmt: skip
    complaints = []
    start = time.monotonic()
    if {"fuzz", "postman", "lint"} & set(parts):
        with Server(options.war, work / "quiet", {"meetbot.max-bots": 0}) as server:
            keys = Keys(server)
            keys.lift_limits()
            if "lint" in parts:
                found = checks.lint(server, work)
                figures["lintErrors"] = len(found)
                complaints += [f"lint: {line}" for line in found]
                say(f"lint: {len(found)} errors")
            if "postman" in parts:
                outcome = checks.postman(server, keys, work)
                figures["postmanFailures"] = len(outcome["failures"])
                complaints += [f"postman: {line}" for line in outcome["failures"]]
                say(f"postman: {outcome['requests']} requests, {outcome['assertions']} assertions, {len(outcome['failures'])} failures")
            if "fuzz" in parts:
                outcome = checks.fuzz(server, keys, work, form)
                complaints += [f"schemathesis: {line}" for line in outcome["failures"]]
                figures |= {name: outcome[name] for name in ("operations", "operationsCovered", "cases")}
                figures["failures"] = max(outcome["unique"], len(outcome["failures"]))
                say(f"schemathesis: {outcome['operationsCovered']} of {outcome['operations']} operations, {outcome['cases']} cases, {figures['failures']} failures")
    if "conversations" in parts:
        outcome = []
        for name, bots in (("busy", 2), ("idle", 0)):
            with Server(options.war, work / name, {"meetbot.max-bots": bots}) as server:
                keys = Keys(server)
                keys.lift_limits()
                outcome += conversations.run_all(server, keys, say, bots > 0)
        figures["conversations"] = len(outcome)
        failed = [line for line in outcome if line]
        figures["conversationFailures"] = len(failed)
        complaints += failed
        say(f"conversations: {len(outcome)}, {len(failed)} failures")
    figures["seconds"] = round(time.monotonic() - start)
    if "fuzz" in parts:
        if figures["operationsCovered"] < figures["operations"]:
            complaints.append("schemathesis: not every operation was covered")
        if figures["cases"] < LEAST_CASES[form]:
            complaints.append(f"schemathesis: fewer than {LEAST_CASES[form]} cases")
    return figures, complaints


def main():
    options = arguments()
    work = pathlib.Path(tempfile.mkdtemp(prefix="meetbot-contract-"))
    keep = options.keep
    try:
        figures, complaints = run(options, work)
        keep = keep or bool(complaints)
        if options.json:
            print(json.dumps(figures))
        else:
            for name, value in figures.items():
                print(f"{name:22}{value:>8}")
        for line in complaints:
            say(line)
        return 1 if complaints else 0
    except (RuntimeError, OSError) as e:
        keep = True
        say(f"bin/contract could not run: {e}")
        return 2
    finally:
        if keep:
            say(f"reports and logs: {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
