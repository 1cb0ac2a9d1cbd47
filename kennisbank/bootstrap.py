"""The composition root: the one place that picks implementations and hands them to the services."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kennisbank.config.paths import Paths
from kennisbank.config.secrets import KeyringSecrets, SurvivingSecrets
from kennisbank.documents.ocr import ScanReader
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.documents.writers import DocumentWriters
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.importing.pipeline import ImportPipeline
from kennisbank.library.library import Library
from kennisbank.net.link_probe import LinkProbe
from kennisbank.resources import resource
from kennisbank.search.index import SearchIndex
from kennisbank.search.synonyms import SynonymFiles
from kennisbank.services.accounts import AccountService
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.catalogue import CatalogueService
from kennisbank.services.citing import CitingService
from kennisbank.services.desk import DeskService
from kennisbank.services.digest import DigestService
from kennisbank.services.dossiers import DossierService
from kennisbank.services.downloading import DownloadService
from kennisbank.services.drafts import DraftService
from kennisbank.services.embedded import EmbeddedService
from kennisbank.services.exchanging import ExchangeService
from kennisbank.services.exporting import Exporter
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.following import FollowService
from kennisbank.services.harvesting import HarvestService
from kennisbank.services.importing import ImportService
from kennisbank.services.inbox import InboxService
from kennisbank.services.keeping import KeepingService
from kennisbank.services.link_check import LinkService
from kennisbank.services.maintenance import MaintenanceService
from kennisbank.services.packing import PackingService
from kennisbank.services.people import PeopleService
from kennisbank.services.privacy import PrivacyService
from kennisbank.services.publishing import PublishService
from kennisbank.services.reading import ReadingService
from kennisbank.services.reading_states import ReadingStateService
from kennisbank.services.remarks import RemarkService
from kennisbank.services.saved_searches import SavedSearchService
from kennisbank.services.scans import ScanService
from kennisbank.services.scrubbing import ScrubService
from kennisbank.services.searching import SearchService
from kennisbank.services.stick import StickService
from kennisbank.services.synchronising import SyncService
from kennisbank.services.synonyms import SynonymService
from kennisbank.services.voices import VoiceService
from kennisbank.sync.http_files import files_of


@dataclass(frozen=True, slots=True)
class Kennisbank:
    """One open library with everything that can be done in it. Close it, or use it in a ``with``."""

    paths: Paths
    library: Library
    index: SearchIndex
    workers: DocumentWorkers
    writers: DocumentWriters
    catalogue: CatalogueService
    searching: SearchService
    importing: ImportService
    harvesting: HarvestService
    reading: ReadingService
    reading_states: ReadingStateService
    links: LinkService
    saved_searches: SavedSearchService
    annotating: AnnotationService
    embedded: EmbeddedService
    exchanging: ExchangeService
    dossiers: DossierService
    packing: PackingService
    citing: CitingService
    following: FollowService
    downloading: DownloadService
    publishing: PublishService
    maintenance: MaintenanceService
    keeping: KeepingService
    scans: ScanService
    synonyms: SynonymService
    access: ArchiveAccess
    accounts: AccountService
    syncing: SyncService
    sticks: StickService
    feedback: FeedbackService
    inbox: InboxService
    voices: VoiceService
    drafts: DraftService
    remarks: RemarkService
    desk: DeskService
    privacy: PrivacyService
    people: PeopleService
    digest: DigestService

    def close(self) -> None:
        """Stop the child processes and let go of the files. Safe to call twice."""
        self.scans.close()
        self.workers.close()
        self.writers.close()
        self.index.close()
        self.library.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def open_kennisbank(home: Path | None = None) -> Kennisbank:
    """Open the library at `home`, making or migrating it where needed. No process is started before it is needed.

    Without `home`, ``KENNISBANK_HOME`` counts, and without that the reader's own data folder.

    Raises:
        NewerLibraryError: a newer Kennisbank wrote it; it is left untouched.
        DamagedLibraryError: its database can't be read.
        StorageError: the folder can't be used.
        LibraryBusyError: another program is migrating it.
    """
    paths = Paths.of(home)
    return _with_services(paths, Library.open(paths))


def _with_services(paths: Paths, library: Library) -> Kennisbank:
    """Return the library with all that can be done in it."""
    synonyms = SynonymFiles(resource("synonyms"), paths.synonyms_file)
    index = SearchIndex(paths.index, synonyms=synonyms.current)
    workers, writers, searching = DocumentWorkers(), DocumentWriters(), SearchService(library, index)
    annotating, dossiers = AnnotationService(library), DossierService(library)
    embedded = EmbeddedService(library, workers, writers, annotating, paths.settings_file)
    exchanging, citing = ExchangeService(library, annotating, embedded, workers), CitingService(library)
    taker, scrubbing = DownloadedFiles(library, workers), ScrubService(library, searching)
    access = ArchiveAccess(library, SurvivingSecrets(KeyringSecrets()))
    downloading = DownloadService(library, taker, searching, annotating, files_of)
    privacy = PrivacyService(library, access, searching)
    feedback = FeedbackService(library, clean=writers.write_anonymous, download=access.attachment)
    tidying = (annotating.empty_trash, dossiers.empty_trash, feedback.sweep, scrubbing.run, privacy.finish)
    remarks, saved_searches = RemarkService(library, access), SavedSearchService(library, index)
    entailed = (scrubbing.run, downloading.follow_archive, remarks.deliver)
    syncing = SyncService(library, access, searching, annotating, beforehand=(privacy.settle,), afterwards=entailed)
    exporter = Exporter(library, citing, exchanging, dossiers)
    return Kennisbank(
        paths=paths,
        library=library,
        index=index,
        workers=workers,
        writers=writers,
        catalogue=CatalogueService(library),
        searching=searching,
        importing=ImportService(library, ImportPipeline(library, workers), searching, annotating),
        harvesting=HarvestService(library, searching),
        reading=ReadingService(library, workers),
        reading_states=ReadingStateService(library),
        links=LinkService(library, LinkProbe()),
        saved_searches=saved_searches,
        annotating=annotating,
        embedded=embedded,
        exchanging=exchanging,
        citing=citing,
        following=FollowService(library),
        dossiers=dossiers,
        packing=PackingService(library, dossiers, citing, exchanging, writers),
        downloading=downloading,
        publishing=PublishService(library, access.http),
        maintenance=MaintenanceService(library, searching, tidying),
        keeping=KeepingService(library, exporter, searching, scrub=scrubbing.run_anew),
        scans=ScanService(library, searching, ScanReader()),
        synonyms=SynonymService(synonyms, paths.synonyms_file),
        access=access,
        accounts=AccountService(library, access),
        syncing=syncing,
        feedback=feedback,
        inbox=InboxService(library, download=access.attachment, language=access.language),
        voices=VoiceService(library),
        drafts=DraftService(library),
        sticks=StickService(library, syncing, taker, searching, annotating),
        remarks=remarks,
        desk=DeskService(library, access),
        privacy=privacy,
        people=PeopleService(library),
        digest=DigestService(library, saved_searches),
    )
