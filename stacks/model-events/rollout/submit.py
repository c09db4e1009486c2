"""Hands a training to Azure ML, without waiting for it, and prints the job's name."""
from azure_ml import Workspace, parser, run, say
from endpoint import TRAINING


def main():
    options = parser(__doc__)
    options.add_argument("--experiment", required=True)
    options.add_argument("--commit", required=True, help="a tag of the job")
    options.add_argument("--data", help="azureml://datastores/…, else the flowers of this repository")
    arguments = options.parse_args()
    values = [f"experiment_name={arguments.experiment}", f"tags.commit={arguments.commit}"]
    if arguments.data:
        values.append(f"inputs.data.path={arguments.data}")
    job = Workspace(arguments).ask("job", "create", "--file", str(TRAINING / "job.yml"), "--set", *values)
    say(f"submitted {job['name']} of experiment {arguments.experiment}")
    print(job["name"])


if __name__ == "__main__":
    run(main)
