"""`python -m graph.train.score`: what `scripts/score-reader` runs."""

import sys

from graph.train.score.command import main

if __name__ == "__main__":
    sys.exit(main())
