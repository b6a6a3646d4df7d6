"""Names of people, companies and places that somebody wrote, found by rules and short lists."""
