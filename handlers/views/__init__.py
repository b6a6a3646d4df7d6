"""Block Kit: pure functions from what is to be seen to what Slack shows."""
