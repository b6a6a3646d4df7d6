"""What a workspace is made of: people, places, messages, views, files, and what is written down."""
