"""What `make play` shows: the bot on a stage, a story half told, a clock to move, and a tour."""
