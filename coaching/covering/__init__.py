"""Who covers what: an exact search within the minutes there are."""
