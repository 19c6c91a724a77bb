"""One thread for numpy, as the `civic` command sets it: several wait for each other on a busy machine."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
