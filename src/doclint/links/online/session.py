"""A run online, for the command line: what to ask for, where answers are kept, how it ends."""

from collections.abc import Collection, Mapping
from pathlib import Path

from doclint.links.observed import wanted_urls
from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Limits
from doclint.links.online.run import Outlook, Plan, Progress, known_ones, observe_all
from doclint.links.online.store import open_store
from doclint.observation import Observation
from doclint.project import Project
from doclint.settings import Online

_MOST_WORKERS = 256  # settings come with the documents: they may ask for less than this, not for more
_MOST_SECONDS = 120.0
_MOST_RETRIES = 5


def plan_of(settings: Online, allowed: tuple[str, ...] = (), refresh: bool = False) -> Plan:
    """How a run goes about it, from settings within bounds."""
    limits = Limits(
        workers=max(1, min(settings.workers, _MOST_WORKERS)),
        per_host=max(1, min(settings.per_host, _MOST_WORKERS)),
        interval=max(0.0, settings.interval),
        seconds=max(1.0, min(settings.seconds, _MOST_SECONDS)),
        retries=max(0, min(settings.retries, _MOST_RETRIES)),
    )
    return Plan(
        limits=limits,
        allowed=allowed,
        robots=settings.robots,
        refresh=refresh,
        alive_days=settings.alive_days,
        dead_days=settings.dead_days,
    )


class Session:
    """Asks the web for the links of a project; afterwards `outlook` says how that went."""

    def __init__(
        self,
        place: Path | None,
        plan: Plan | None,
        progress: Progress = lambda done, total: None,
        network: GuardedNetwork | None = None,
    ) -> None:
        """
        Prepare to ask.

        Args:
            place: The file of the store; None keeps nothing.
            plan: None: the store alone answers.
            progress: Called after each URL.
            network: In place of the real one.
        """
        self.place = place
        self.plan = plan
        self.progress = progress
        self.network = network
        self.outlook = Outlook({}, 0)

    def __call__(self, project: Project, documents: Collection[str]) -> Mapping[str, Observation]:
        """What is known, or was found out, of the links of these documents."""
        wanted = wanted_urls(project, documents)
        with open_store(self.place) as store:
            if self.plan is None:
                self.outlook = known_ones(wanted, store)
            else:
                self.outlook = observe_all(wanted, self.plan, store, self.progress, self.network)
        return self.outlook.observations
