"""newsgraph reads news articles and builds a knowledge graph in which every fact has its words."""
