"""Reads the flowers that a model learns from."""
import csv
import math

COLUMNS = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]


def read(folder):
    """The measures of each flower in a folder's *.csv, in centimetres, and its species (0 setosa, 1 versicolor, 2 virginica)."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise ValueError(f"{folder}: there is no *.csv")
    measures, species = [], []
    for file in files:
        with file.open(newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows, [])
            if header != COLUMNS:
                raise ValueError(f"{file}:1: the columns are {','.join(header)}, and should be {','.join(COLUMNS)}")
            for row in rows:
                try:
                    *numbers, kind = row
                    flower = [float(number) for number in numbers]
                    if len(row) != len(COLUMNS) or not all(map(math.isfinite, flower)):
                        raise ValueError
                    measures.append(flower)
                    species.append(int(kind))
                except ValueError:
                    raise ValueError(f"{file}:{rows.line_num}: {','.join(row)} is no flower: four numbers and a whole one") from None
    return measures, species
