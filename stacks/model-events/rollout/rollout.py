"""Gives an endpoint a better model: beside the old one first, then in its place; back to the old one when it does not answer well.

Prints deployed=true or deployed=false. May be repeated at any point.
"""
import json
import pathlib

from azure_ml import Refused, Workspace, parser, run, say
from beats import beats
from endpoint import TRAINING, Endpoint


def roll_out(workspace, endpoint, candidate, metric):
    """Whether the candidate answers in the end."""
    old, deployments = endpoint.serving(), endpoint.deployments()
    if old and deployments[old].get("run") == candidate["run"]:
        # An earlier attempt came this far.
        new = old
        old = next((other for other in deployments if other != new), None)
    elif is_better(endpoint, candidate, deployments.get(old), metric):
        new = place(workspace, endpoint, candidate, deployments.keys() - {old})
        endpoint.route(new, [old] if old else [])
    else:
        return False
    try:
        endpoint.test()
    except Refused as problem:
        endpoint.route(old, [new])
        endpoint.delete(new)
        raise Refused(f"{problem}; {'back to ' + old if old else 'nothing answers'}") from None
    say(f"{endpoint.name}: {new} answers, trained by {candidate['run']}" + (f"; {old} waits without requests" if old else ""))
    return True


def is_better(endpoint, candidate, deployed, metric):
    try:
        if beats(candidate["metrics"], deployed, metric):
            return True
    except ValueError as problem:
        raise Refused(f"{endpoint.name}: {problem}") from None
    candidates, its = candidate["metrics"][metric], float(deployed[metric])
    say(f"{endpoint.name}: {metric} {candidates:.4f} of {candidate['run']} does not beat {its:.4f} of {deployed.get('run')}: nothing is deployed")
    return False


def place(workspace, endpoint, candidate, left):
    """A deployment of the candidate that has answered well, without requests yet."""
    tags = [f"tags.run={candidate['run']}", *(f"tags.{name}={value}" for name, value in candidate["metrics"].items())]
    version = register(workspace, candidate, tags)
    # What a killed attempt left, and the one that the present one replaced.
    for other in sorted(left):
        endpoint.delete(other)
    name = f"model-{version}"
    endpoint.create(name, f"{candidate['experiment']}:{version}", tags)
    try:
        endpoint.test(name)
    except Refused:
        endpoint.delete(name)
        raise
    return name


def register(workspace, candidate, tags):
    """The candidate's version among the models of its experiment, which is made unless there is one."""
    model = candidate["experiment"]
    if any(known["name"] == model for known in workspace.ask("model", "list")):
        for version in workspace.ask("model", "list", "--name", model):
            if (version.get("tags") or {}).get("run") == candidate["run"]:
                return version["version"]
    file = ["--type", "custom_model", "--path", candidate["file"]]
    return workspace.ask("model", "create", "--name", model, *file, "--set", *tags)["version"]


def main():
    options = parser(__doc__.partition("\n")[0])
    options.add_argument("--candidate", type=pathlib.Path, required=True, help="folder that candidate.py made")
    options.add_argument("--endpoint", required=True, help="name of the online endpoint")
    options.add_argument("--metric", default="accuracy", help="more is better (default accuracy)")
    options.add_argument("--pause", type=float, default=10, help="seconds between attempts of the smoke test (default 10)")
    arguments = options.parse_args()
    workspace = Workspace(arguments)
    candidate = json.loads((arguments.candidate / "candidate.json").read_text())
    candidate["file"] = str(arguments.candidate / "model.pkl")
    endpoint = Endpoint(workspace, arguments.endpoint, json.loads((TRAINING / "smoke.json").read_text()), arguments.pause)
    print(f"deployed={str(roll_out(workspace, endpoint, candidate, arguments.metric)).lower()}")


if __name__ == "__main__":
    run(main)
