"""Asks Azure ML by the Azure CLI, without a shell in between: what comes from an event stays an argument."""
import argparse
import json
import os
import shutil
import subprocess
import sys


class Refused(Exception):
    """What a person should read instead of a stack trace."""


class Workspace:
    def __init__(self, arguments):
        self._where = ["--resource-group", arguments.resource_group, "--workspace-name", arguments.workspace_name]

    def ask(self, *words):
        """Runs `az ml` and gives its answer, None where it has none."""
        # By its path: on Windows az is a script, which is not found by its name alone.
        command = [shutil.which("az") or "az", "ml", *words, *self._where, "--output", "json", "--only-show-errors"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise Refused(f"az ml {' '.join(words)}: {done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else None


def parser(description):
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--resource-group", required=True)
    made.add_argument("--workspace-name", required=True)
    return made


def say(line):
    """Tells whoever watches, and the summary of a GitHub workflow."""
    print(line, file=sys.stderr)
    if "GITHUB_STEP_SUMMARY" in os.environ:
        with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8") as summary:
            summary.write(line + "\n\n")


def run(main):
    try:
        main()
    except Refused as problem:
        say(str(problem))
        sys.exit(1)
