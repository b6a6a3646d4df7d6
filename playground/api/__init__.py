"""Where the app calls: the Web API, late answers, uploads, and how a call goes wrong."""
