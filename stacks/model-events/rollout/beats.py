"""Whether a model may take another one's place."""
import math


def value(metrics, metric, whose):
    """A model's metric as a number; tags of Azure ML are texts."""
    try:
        number = float(metrics[metric])
    except KeyError:
        raise ValueError(f"{whose} has no {metric}, it has {', '.join(sorted(metrics)) or 'none'}") from None
    except (TypeError, ValueError):
        raise ValueError(f"{metric} of {whose} is {metrics[metric]!r}, and no number") from None
    if not math.isfinite(number):
        raise ValueError(f"{metric} of {whose} is {number}, and no number to compare")
    return number


def beats(candidate, deployed, metric):
    """More is better, and as good is not better. Where nothing is deployed, anything is.

    :param candidate: metrics of the model that wants in
    :param deployed: metrics of the model that answers now, None where there is none
    """
    wanted = value(candidate, metric, "the candidate")
    return deployed is None or wanted > value(deployed, metric, "the deployed model")
