"""The meaning of the product. Nothing below this package imports Prefect."""

import os

# The matrices here are small. Two threads for a product of them wait for each other: on a busy machine that costs five times
# the processor time, and with more cores sums come out in another order. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
