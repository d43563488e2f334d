"""The three tools that others wrote: schemathesis, a Postman collection runner, an OpenAPI linter."""

import json
import pathlib
import subprocess
import time

import tools
from server import call

HERE = pathlib.Path(__file__).resolve().parent

# erases the tenant whose key is used: it gets a tenant of its own, after everything else
LAST = "eraseMe"

# examples per operation beside those that the coverage phase derives from the schemas
EXAMPLES = {"short": 2, "long": 75}
# of one run, in seconds; far more than it takes, so that a hanging server is no hanging run
PATIENCE = {"short": 240, "long": 2400}
# what is left out of the short form
PHASES = {"short": "examples,coverage", "long": "examples,coverage,fuzzing,stateful"}

# Python 3.11 itself breaks off with these words now and then, on a file that it parses well the next time
INTERPRETER_FAULT = "AST constructor recursion depth mismatch"


def _schemathesis(server, keys, work, name, form, phases, selection, environment):
    report = work / f"schemathesis-{name}.json"
    command = [
        tools.schemathesis(),
        "--config-file", HERE / "schemathesis.toml",
        "run", work / "openapi.json", "--url", server.base,
        "--checks", "all",
        "--phases", phases,
        "--max-examples", EXAMPLES[form],
        "--workers", 2,
        "--continue-on-failure",
        "--no-color",
        "--report", "json", "--report-json-path", report,
        *selection,
    ]  # fmt: skip
    log = work / f"schemathesis-{name}.log"
    for _ in range(3):
        with open(log, "w") as out:
            subprocess.run(
                [str(part) for part in command],
                cwd=work, env=environment, stdout=out, stderr=subprocess.STDOUT, timeout=PATIENCE[form],
            )  # fmt: skip
        if INTERPRETER_FAULT not in log.read_text():
            break
    if not report.exists():
        raise RuntimeError(f"schemathesis did not come to its end: see {log}")
    return json.loads(report.read_text())


def fuzz(server, keys, work, form):
    """Figures, and a line for each failure."""
    # out of a file: schemathesis leaves the address alone that it has the document from
    (work / "openapi.json").write_bytes(call("GET", server.base + "/openapi.json").body)
    common = {
        "MEETBOT_BASE": server.base,
        "MEETBOT_KEEP_IDS": json.dumps(keys.own_ids()),
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONPATH": str(HERE),
        "NO_COLOR": "1",
    }
    environment = {**keys.environment(), **common}
    reports = [_schemathesis(server, keys, work, "main", form, PHASES[form], ["--exclude-operation-id", LAST], environment)]
    other = keys.tenant("to be erased")
    if other:
        reports.append(
            _schemathesis(
                # one operation alone has no links to follow
                server, keys, work, "erase", form, PHASES[form].removesuffix(",stateful"), ["--include-operation-id", LAST],
                {**environment, "LIVE_KEY": other["apiKey"], "TEST_KEY": other["apiKey"]},
            )  # fmt: skip
        )
    failures = []
    for report in reports:
        for failure in report["failures"] + report["errors"]:
            operations = ", ".join(failure.get("operations", []))
            failures.append(f"{failure.get('title', failure)} ({failure.get('count', 1)}): {operations}")
    return {
        "operations": reports[0]["operations"]["total"],
        "operationsCovered": sum(report["operations"]["tested"] for report in reports),
        "unique": sum(report["test_cases"]["unique_failures"] + report["test_cases"]["errored"] for report in reports),
        "cases": sum(report["test_cases"]["generated"] for report in reports),
        "failures": failures,
    }


def postman(server, keys, work):
    report = work / "postman.json"
    values = {
        "apiKey": keys.live,
        "testKey": keys.test,
        "intakeKey": keys.intake,
        "workerKey": keys.worker,
        "operatorKey": keys.operator,
        "scrapeKey": keys.scrape,
    }
    command = [
        tools.node_tool("newman"), "run", server.base + "/meetbot.postman_collection.json",
        "--reporters", "json", "--reporter-json-export", report, "--timeout-request", 60000,
    ]  # fmt: skip
    for name, value in values.items():
        if value:
            command += ["--env-var", f"{name}={value}"]
    with open(work / "postman.log", "w") as out:
        subprocess.run([str(part) for part in command], stdout=out, stderr=subprocess.STDOUT, timeout=600)
    run = json.loads(report.read_text())["run"]
    failures = []
    for failure in run["failures"]:
        source, error = failure.get("source") or {}, failure["error"]
        failures.append(f"{source.get('name', '?')}: {error.get('test', '')} {error['message']}")
    return {"requests": run["stats"]["requests"]["total"], "assertions": run["stats"]["assertions"]["total"], "failures": failures}


def lint(server, work):
    """Of what the server serves, not of the file."""
    document = work / "openapi.yaml"
    document.write_bytes(call("GET", server.base + "/openapi.yaml").body)
    command = [tools.node_tool("redocly"), "lint", document, "--config", HERE / "redocly.yaml", "--format", "json"]
    environment = {**keys_free_environment(), "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    outcome = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, env=environment, timeout=300
    )
    text = outcome.stdout
    try:
        problems = json.loads(text[text.index("{") :])["problems"]
    except ValueError as e:
        raise RuntimeError(f"the linter did not come to its end: {text} {outcome.stderr}") from e
    return [f"{p['ruleId']}: {p['message']} at {p['location'][0].get('pointer', '?')}" for p in problems]


def keys_free_environment():
    import os

    return {name: value for name, value in os.environ.items() if not name.endswith("_KEY")}


def timed(action, *arguments):
    start = time.monotonic()
    return action(*arguments), time.monotonic() - start
