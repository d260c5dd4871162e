"""Pure measures of what the extraction got right."""
