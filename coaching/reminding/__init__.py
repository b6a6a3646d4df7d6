"""When somebody is reminded, and when they are left in peace."""
