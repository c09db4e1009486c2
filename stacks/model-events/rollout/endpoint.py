"""A managed online endpoint and what answers behind it."""
import json
import pathlib
import tempfile
import time

from azure_ml import Refused

TRAINING = pathlib.Path(__file__).resolve().parent.parent / "training"
ATTEMPTS = 3


class Endpoint:
    """Made from endpoint.yml where there is none.

    :param smoke: a request and the answer that it must get
    :param pause: seconds between attempts to get one
    """

    def __init__(self, workspace, name, smoke, pause):
        self.workspace, self.name, self.smoke, self.pause = workspace, name, smoke, pause
        known = workspace.ask("online-endpoint", "list")
        if not any(endpoint["name"] == name for endpoint in known):
            workspace.ask("online-endpoint", "create", "--name", name, "--file", str(TRAINING / "endpoint.yml"))

    def serving(self):
        """The name of the deployment that answers, None where none does."""
        traffic = self.workspace.ask("online-endpoint", "show", "--name", self.name)["traffic"] or {}
        return max((name for name, share in traffic.items() if share > 0), key=traffic.get, default=None)

    def deployments(self):
        found = self.workspace.ask("online-deployment", "list", "--endpoint-name", self.name)
        return {deployment["name"]: deployment.get("tags") or {} for deployment in found}

    def create(self, name, model, tags):
        file = str(TRAINING / "deployment.yml")
        values = [f"model=azureml:{model}", *tags]
        self.workspace.ask("online-deployment", "create", "--name", name, "--endpoint-name", self.name, "--file", file, "--set", *values)

    def delete(self, name):
        self.workspace.ask("online-deployment", "delete", "--name", name, "--endpoint-name", self.name, "--yes")

    def route(self, name, others):
        """All requests to one deployment; to none for None."""
        shares = [f"{other}=0" for other in others if other != name] + ([f"{name}=100"] if name else [])
        self.workspace.ask("online-endpoint", "update", "--name", self.name, "--traffic", " ".join(shares))

    def test(self, deployment=None):
        """Refuses when the answer is not the one that it must be, or when there is none in several attempts."""
        where = ["--deployment-name", deployment] if deployment else []
        with tempfile.TemporaryDirectory() as folder:
            request = pathlib.Path(folder, "request.json")
            request.write_text(json.dumps(self.smoke["request"]))
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    answer = self.workspace.ask("online-endpoint", "invoke", "--name", self.name, "--request-file", str(request), *where)
                    break
                except Refused:
                    if attempt == ATTEMPTS:
                        raise
                    time.sleep(self.pause)
        if read(answer) != self.smoke["answer"]:
            wanted = json.dumps(self.smoke["answer"])
            raise Refused(f"{deployment or self.name} answers {json.dumps(read(answer))}, and should {wanted}")


def read(answer):
    """The CLI gives an answer's body as a text."""
    try:
        return json.loads(answer)
    except (TypeError, ValueError):
        return answer
