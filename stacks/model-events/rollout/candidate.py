"""Fetches what a run has trained, if it may be deployed at all: the model and its metrics, as Azure ML has them."""
import json
import math
import pathlib
import re
import shutil
import tempfile

from azure_ml import Refused, Workspace, parser, run

# Names of jobs; one that begins with - would be an option.
RUN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,254}")


def fetch(workspace, name, experiment, folder):
    if not RUN.fullmatch(name):
        raise Refused(f"run {name!r} is not allowed: letters, digits and _.-, the first a letter or digit")
    # The event is hearsay: who may send one could name any run.
    job = workspace.ask("job", "show", "--name", name)
    if job["experiment_name"] != experiment:
        raise Refused(f"run {name} is of experiment {job['experiment_name']!r}, only {experiment!r} is deployed")
    if job["status"] != "Completed":
        raise Refused(f"run {name} is {job['status']}, only Completed is deployed")
    with tempfile.TemporaryDirectory() as downloaded:
        workspace.ask("job", "download", "--name", name, "--download-path", downloaded)
        outputs = pathlib.Path(downloaded, "artifacts", "outputs")
        for file in ("model.pkl", "metrics.json"):
            if not (outputs / file).is_file():
                raise Refused(f"run {name} left no outputs/{file}")
        metrics = read(outputs / "metrics.json", name)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(outputs / "model.pkl", folder / "model.pkl")
    described = {"run": name, "experiment": experiment, "metrics": metrics}
    (folder / "candidate.json").write_text(json.dumps(described, indent=2) + "\n")


def read(file, name):
    try:
        metrics = json.loads(file.read_text())
        if not metrics or not all(type(value) in (int, float) and math.isfinite(value) for value in metrics.values()):
            raise ValueError
    except (ValueError, AttributeError):
        raise Refused(f"run {name}: outputs/metrics.json is no JSON object of numbers") from None
    return metrics


def main():
    options = parser(__doc__)
    options.add_argument("--run", required=True, help="name of the job")
    options.add_argument("--experiment", required=True, help="the only experiment whose runs are deployed")
    options.add_argument("--output", type=pathlib.Path, required=True, help="folder, made where there is none")
    arguments = options.parse_args()
    fetch(Workspace(arguments), arguments.run, arguments.experiment, arguments.output)


if __name__ == "__main__":
    run(main)
