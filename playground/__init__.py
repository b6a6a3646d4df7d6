"""A Slack on this machine: Web API, Socket Mode, signed HTTP, and a page to click."""
