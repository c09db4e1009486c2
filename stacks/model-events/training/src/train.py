"""Trains a support vector classifier of iris flowers, and says how good it is on flowers that it has not seen.

Writes model.pkl and metrics.json, whose values are between 0 and 1, precision, recall and f1 as means over the species.
"""
import argparse
import collections
import json
import os
import pathlib
import sys

import joblib
from flowers import read
from sklearn.metrics import accuracy_score, precision_recall_fscore_support
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import SVC

FOLDS = 5


def train(measures, species, kernel, c):
    """The model, and what it is worth by cross-validation; the same data always gives the same."""
    seen = collections.Counter(species)
    if len(seen) < 2 or min(seen.values()) < FOLDS:
        raise ValueError(f"flowers by species are {dict(sorted(seen.items()))}: at least two species with {FOLDS} each are needed")
    model = SVC(kernel=kernel, C=c)
    answers = cross_val_predict(model, measures, species, cv=StratifiedKFold(FOLDS, shuffle=True, random_state=0))
    precision, recall, f1, _ = precision_recall_fscore_support(species, answers, average="macro", zero_division=0)
    return model.fit(measures, species), {
        "accuracy": float(accuracy_score(species, answers)),
        "precision": float(precision),
        "recall": float(recall),
        "f1": float(f1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder of *.csv")
    parser.add_argument("--kernel", default="linear", choices=["linear", "poly", "rbf", "sigmoid"])
    parser.add_argument("--c", type=float, default=1.0, help="the less, the smoother (default 1)")
    # Azure ML keeps what a job leaves in a folder of this name.
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path("outputs"))
    arguments = parser.parse_args()
    if not arguments.c > 0:
        parser.error(f"--c {arguments.c} is not allowed: more than 0")
    try:
        model, metrics = train(*read(arguments.data), arguments.kernel, arguments.c)
    except ValueError as problem:
        sys.exit(str(problem))
    arguments.output.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, arguments.output / "model.pkl")
    (arguments.output / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n")
    # Set by Azure ML, whose studio shows what is logged.
    if "MLFLOW_TRACKING_URI" in os.environ:
        import mlflow

        mlflow.log_params({"kernel": arguments.kernel, "C": arguments.c})
        mlflow.log_metrics(metrics)
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
