"""What a kind colleague would point out to the writer of a scorecard, before the seal."""
