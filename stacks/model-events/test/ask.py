"""Asks the scoring script in the server that Azure ML runs it in: ask.py <folder of model.pkl> < list of bodies."""
import json
import os
import pathlib
import sys

os.environ["AZUREML_MODEL_DIR"] = sys.argv[1]
os.environ["AZUREML_ENTRY_SCRIPT"] = str(pathlib.Path(__file__).resolve().parent.parent / "training" / "src" / "score.py")
answers = sys.stdout
# The server logs there.
sys.stdout = sys.stderr

from azureml_inference_server_http.server.entry import app  # noqa: E402

client = app.test_client()
bodies = [body if isinstance(body, str) else json.dumps(body) for body in json.load(sys.stdin)]
asked = [client.post("/score", data=body, headers={"Content-Type": "application/json"}) for body in bodies]
print(json.dumps([{"status": answer.status_code, "body": answer.get_data(as_text=True)} for answer in asked]), file=answers)
