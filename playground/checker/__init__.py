"""Whether Slack would take what an app wants to show. Each rule names its place and itself."""
