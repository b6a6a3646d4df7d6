"""What people do, told to the app exactly as Slack tells it; one feature per module."""
