"""Two people practise with each other: one asks, the other answers, then they swap."""
