"""Training of the reader: corpora, batches, network, loop, export, scores. Needs the extra `train`."""
