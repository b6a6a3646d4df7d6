"""A few numbers for operators; none of them is about a person."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from bot.health import Health


class Metrics:
    """Counts what came in and what went out, in a registry of its own."""

    def __init__(self, health: Health) -> None:
        self._registry = CollectorRegistry()
        self._requests = self._counter("coach_requests", "Requests from Slack", "kind")
        self._posts = self._counter("coach_posts", "Attempts to post, by outcome", "outcome")
        ages = {
            "coach_tick_age_seconds": ("Since the last round of the clock", self._tick_age),
            "coach_socket_age_seconds": ("Since the socket's last sign of life", self._socket_age),
        }
        self._health = health
        for name, (text, age) in ages.items():
            Gauge(name, text, registry=self._registry).set_function(age)

    def request(self, kind: str) -> None:
        """Count a request."""
        self._requests.labels(kind).inc()

    def post(self, outcome: str) -> None:
        """Count an attempt to post."""
        self._posts.labels(outcome).inc()

    def text(self) -> bytes:
        """Return all of them in Prometheus' text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, text: str, label: str) -> Counter:
        return Counter(name, text, [label], registry=self._registry)

    def _tick_age(self) -> float:
        return self._health.tick_age

    def _socket_age(self) -> float:
        return self._health.socket_age() or 0.0
