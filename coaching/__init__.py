"""What the product knows about interviews: rules and use cases. No Slack, no SQL, no clock."""
