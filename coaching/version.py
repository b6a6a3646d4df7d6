"""Which version of Interview Coach this is: what leaves it names it."""

VERSION = "0.5.0"
