"""How payloads reach the app: Socket Mode, or signed HTTP."""
