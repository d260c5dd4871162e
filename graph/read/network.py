"""The trained network, run by ONNX Runtime one window at a time.

One window a run, without padding: dynamic quantisation takes its scale from the whole input, so this is
what makes the answer for a text independent of what else is in the batch.
"""

from pathlib import Path

import numpy as np
import onnxruntime

from graph.errors import ReaderError
from graph.read.scorers import Scorers

INPUTS = ("pieces", "shapes", "breaks", "spaces", "first")


class Network:
    """The exported network, and the scorers of pairs that go with it.

    Args:
        folder: Holds `reader.onnx` and `scorers.npz`.

    Attributes:
        scorers: The scorers of pairs.

    Raises:
        ReaderError: If the files are missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        # Windows are too small to be shared out: several are run at a time instead.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = folder / "reader.onnx"
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), sess_options=options, providers=["CPUExecutionProvider"]
            )
            with np.load(folder / "scorers.npz") as arrays:
                self.scorers = Scorers(dict(arrays))
        except Exception as error:  # ONNX Runtime raises its own untyped errors
            message = str(error).splitlines()[0] if str(error) else type(error).__name__
            msg = f"{path}: cannot load the weights ({message}); reinstall newsgraph or name another folder"
            raise ReaderError(msg) from error
        self._names = [output.name for output in self._session.get_outputs()]

    def __call__(self, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Score one window; see `graph.read.pieces.Pieces.inputs` for what goes in.

        Returns:
            Arrays by name, each [W, ·] (heads' side and keys [W + 1, ·]).
        """
        values = self._session.run(None, {name: inputs[name] for name in INPUTS})
        return dict(zip(self._names, values, strict=True))
