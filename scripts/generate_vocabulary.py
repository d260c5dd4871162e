"""Write the constants and enumerations that follow from the ontology.

Run from the root of the repository: `python -m scripts.generate_vocabulary`.
"""

from pathlib import Path

from graph import paths
from graph.vocabulary.generate import generate

if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    for name, source in generate(paths.ontology()).items():
        (root / name).write_text(source, encoding="utf-8", newline="\n")
        print(name)
