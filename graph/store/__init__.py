"""Reading built graphs back into a store, and writing files so that no half-written one is ever seen."""
