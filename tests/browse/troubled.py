"""Settings of a portal whose exports come slowly, or break: EXPORTS says which.

A server is started with these settings to see what its clients then get.
"""

import os
import time

from browse import exports
from collabportal.settings import *  # noqa: F403

MANNER = os.environ["EXPORTS"]
ROWS_BEFORE_BREAKING = 3
SECONDS_A_ROW = 0.5

exports.LINES = exports.Export.keys_at_once = 1
chunks = exports.Export.chunks


def troubled_chunks(self):
    """The chunks, of one row each, in the manner asked for."""
    for place, rows in enumerate(chunks(self)):
        if MANNER == "broken" and place == ROWS_BEFORE_BREAKING:
            raise RuntimeError("This export breaks, as its test wants.")
        if MANNER == "slow":
            time.sleep(SECONDS_A_ROW)
        yield rows


exports.Export.chunks = troubled_chunks
