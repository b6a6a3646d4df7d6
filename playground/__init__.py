"""A Slack on this machine: Web API, Socket Mode, and a page to click."""
