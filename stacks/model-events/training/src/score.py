"""What a managed online endpoint runs: {"data": [[5.1, 3.5, 1.4, 0.2], …]} is answered by {"predict": [0, …]}."""
import json
import math
import os
import pathlib

import joblib
from azureml_inference_server_http.api.aml_response import AMLResponse

MEASURES = 4
model = None


def init():
    """Loads the model, once for each process."""
    global model
    model = joblib.load(pathlib.Path(os.environ["AZUREML_MODEL_DIR"], "model.pkl"))


def run(body):
    """Answers a request's body; what is wrong with it is a 400."""
    try:
        return {"predict": model.predict(flowers(body)).tolist()}
    except ValueError as problem:
        return AMLResponse({"error": str(problem)}, 400, json_str=True)


def flowers(body):
    try:
        data = json.loads(body)["data"]
    except (ValueError, TypeError, KeyError):
        raise ValueError('the body is no JSON object with "data"') from None
    if not isinstance(data, list) or not data:
        raise ValueError("/data: a list with at least one flower is needed")
    for index, flower in enumerate(data):
        if not isinstance(flower, list) or len(flower) != MEASURES or not all(is_number(value) for value in flower):
            raise ValueError(f"/data/{index}: a list of {MEASURES} numbers is needed")
    return data


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
