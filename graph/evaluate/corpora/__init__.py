"""Public development data: what newsgraph as a whole finds, held against what others annotated.

The reader's own heads are scored in their own label sets by `graph.train.score`; here the mentions and the
knowledge that users get are compared with each corpus, as far as the two mean the same.
"""
