"""newsgraph reads news articles and builds a knowledge graph in which every fact has its words.

The command is `newsgraph`. From Python, the same in three lines:

    from graph.build import Request, build
    from graph.settings import Settings
    report = build(Request((Path("story.txt"),), published="2024-03-20"), Settings.load(output=Path("out")))

`graph.model` has the data that the stages hand to each other. Importing this package loads nothing else.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
