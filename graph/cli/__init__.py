"""The command `newsgraph`: parse, call, print."""

from graph.cli.main import main

__all__ = ["main"]
