"""What the archive counts of itself, for Prometheus; nothing of it is about one person."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
UNCOUNTED = ("/v1/acts", "/v1/attachments/")
"""What these routes begin with isn't counted: whoever watched the counts would see at which moment somebody wrote."""
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


class Metrics:
    """The counters of one server. Safe in any thread."""

    def __init__(self) -> None:
        """Begin at nothing; each server has a registry of its own."""
        self._registry = CollectorRegistry(auto_describe=True)
        self._requests = Counter(
            "kennisbank_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "kennisbank_request_seconds",
            "Time from request to the end of its answer.",
            ("route",),
            buckets=_BOUNDS,
            registry=self._registry,
        )
        self._sent = Counter("kennisbank_sent_bytes", "Bytes of answers, without headers.", registry=self._registry)
        self._running = Gauge("kennisbank_requests_running", "Requests being answered.", registry=self._registry)
        self._revision = Gauge("kennisbank_revision", "The archive's last revision.", registry=self._registry)
        self._contributions = Gauge(
            "kennisbank_contributions", "Contributions that everybody sees.", registry=self._registry
        )

    def begun(self) -> None:
        """Count a request that began."""
        self._running.inc()

    def ended(self, method: str, route: str, status: int, seconds: float, sent: int) -> None:
        """Count a request that was answered: by the pattern of its route, never by its path."""
        self._running.dec()
        if route.startswith(UNCOUNTED):
            return
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        self._sent.inc(sent)

    def text(self, *, revision: int, contributions: int) -> bytes:
        """Return all of it as Prometheus' text, with how the archive stands now."""
        self._revision.set(revision)
        self._contributions.set(contributions)
        return generate_latest(self._registry)
