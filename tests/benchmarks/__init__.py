"""What is measured, and shown as ratios within one run: machines differ, ratios hardly do."""
