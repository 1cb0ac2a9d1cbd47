<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ArchiveCounts</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es)</source>
        <translation>
            <numerusform>%n saved search</numerusform>
            <numerusform>%n saved searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading mark(s)</source>
        <translation>
            <numerusform>%n reading mark</numerusform>
            <numerusform>%n reading marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in papers</source>
        <translation>
            <numerusform>%n place in a paper</numerusform>
            <numerusform>%n places in papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>%n other thing</numerusform>
            <numerusform>%n other things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AudienceWords</name>
    <message numerus="yes">
        <source>Shared with %n person(s)</source>
        <translation>
            <numerusform>Shared with %n person</numerusform>
            <numerusform>Shared with %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowsePapers</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitePanel</name>
    <message numerus="yes">
        <source>%n reference(s) copied.</source>
        <translation>
            <numerusform>%n reference copied.</numerusform>
            <numerusform>%n references copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cite %n contribution(s)</source>
        <translation>
            <numerusform>Cite %n contribution</numerusform>
            <numerusform>Cite %n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n of this list</source>
        <translation>
            <numerusform>All %n of this list</numerusform>
            <numerusform>All %n of this list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CongressNews</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverSheets</name>
    <message numerus="yes">
        <source>%n cover sheet(s) meet it too; they don&apos;t count as hits</source>
        <translation>
            <numerusform>%n cover sheet meets it too; it doesn&apos;t count as a hit</numerusform>
            <numerusform>%n cover sheets meet it too; they don&apos;t count as hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskCountWords</name>
    <message numerus="yes">
        <source>waits for %n day(s)</source>
        <translation>
            <numerusform>waits for %n day</numerusform>
            <numerusform>waits for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspension(s) because of what was sent by role: who that is shows nowhere. They end at the report.</source>
        <translation>
            <numerusform>%n suspension because of what was sent by role: who that is shows nowhere. It ends at the report.</numerusform>
            <numerusform>%n suspensions because of what was sent by role: who that is shows nowhere. They end at the report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsFiles</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossiersView</name>
    <message numerus="yes">
        <source>Trash (%n)</source>
        <translation>
            <numerusform>Trash (%n)</numerusform>
            <numerusform>Trash (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionView</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n author(s)</source>
        <translation>
            <numerusform>by %n author</numerusform>
            <numerusform>by %n authors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message numerus="yes">
        <source>Saved as {file}, with %n annotation(s).</source>
        <translation>
            <numerusform>Saved as {file}, with %n annotation.</numerusform>
            <numerusform>Saved as {file}, with %n annotations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not go in; they stay in the margin.</source>
        <translation>
            <numerusform>%n could not go in; it stays in the margin.</numerusform>
            <numerusform>%n could not go in; they stay in the margin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) written to {file}.</source>
        <translation>
            <numerusform>%n annotation written to {file}.</numerusform>
            <numerusform>%n annotations written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) taken from {file}.</source>
        <translation>
            <numerusform>%n annotation taken from {file}.</numerusform>
            <numerusform>%n annotations taken from {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood here already.</source>
        <translation>
            <numerusform>%n stood here already.</numerusform>
            <numerusform>%n stood here already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message numerus="yes">
        <source>The files of %n paper(s) are left out.</source>
        <translation>
            <numerusform>The files of %n paper are left out.</numerusform>
            <numerusform>The files of %n papers are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are of papers that are no longer in the library.</source>
        <translation>
            <numerusform>%n line is of a paper that is no longer in the library.</numerusform>
            <numerusform>%n lines are of papers that are no longer in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message numerus="yes">
        <source>%n piece(s) of feedback</source>
        <translation>
            <numerusform>%n piece of feedback</numerusform>
            <numerusform>%n pieces of feedback</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilledStart</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new contribution(s)</source>
        <translation>
            <numerusform>%n new contribution</numerusform>
            <numerusform>%n new contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message numerus="yes">
        <source>Import %n contribution(s)</source>
        <translation>
            <numerusform>Import %n contribution</numerusform>
            <numerusform>Import %n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped, as you asked. %n contribution(s) came in and stay; go on when you like.</source>
        <translation>
            <numerusform>Stopped, as you asked. %n contribution came in and stays; go on when you like.</numerusform>
            <numerusform>Stopped, as you asked. %n contributions came in and stay; go on when you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came in. They can be found and read now.</source>
        <translation>
            <numerusform>%n contribution came in. It can be found and read now.</numerusform>
            <numerusform>%n contributions came in. They can be found and read now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSetup</name>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n file in %1</numerusform>
            <numerusform>%n files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message numerus="yes">
        <source>The import was undone: %n contribution(s) taken out.</source>
        <translation>
            <numerusform>The import was undone: %n contribution taken out.</numerusform>
            <numerusform>The import was undone: %n contributions taken out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxCountWords</name>
    <message numerus="yes">
        <source>Waits %n day(s)</source>
        <translation>
            <numerusform>Waits %n day</numerusform>
            <numerusform>Waits %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have waited for 30 days or more</source>
        <translation>
            <numerusform>%n thread has waited for 30 days or more</numerusform>
            <numerusform>%n threads have waited for 30 days or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexLine</name>
    <message numerus="yes">
        <source>%n contribution(s) can&apos;t be found yet, or as they were before.</source>
        <translation>
            <numerusform>%n contribution can&apos;t be found yet, or only as it was before.</numerusform>
            <numerusform>%n contributions can&apos;t be found yet, or only as they were before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InkedPages</name>
    <message numerus="yes">
        <source>%n annotation(s) on it</source>
        <translation>
            <numerusform>%n annotation on it</numerusform>
            <numerusform>%n annotations on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingCare</name>
    <message numerus="yes">
        <source>%n contribution(s), with all that you wrote, now stand in %1.</source>
        <translation>
            <numerusform>%n contribution, with all that you wrote, now stands in %1.</numerusform>
            <numerusform>%n contributions, with all that you wrote, now stand in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message numerus="yes">
        <source>%n change(s) of yours were not sent yet, and would be lost by removing.</source>
        <translation>
            <numerusform>%n change of yours was not sent yet, and would be lost by removing.</numerusform>
            <numerusform>%n changes of yours were not sent yet, and would be lost by removing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours were not sent yet. They wait here until you log in again.</source>
        <translation>
            <numerusform>%n change of yours was not sent yet. It waits here until you log in again.</numerusform>
            <numerusform>%n changes of yours were not sent yet. They wait here until you log in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Search in %n contribution(s)</source>
        <translation>
            <numerusform>Search in %n contribution</numerusform>
            <numerusform>Search in %n contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarginCounts</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) moved</source>
        <translation>
            <numerusform>%n annotation moved</numerusform>
            <numerusform>%n annotations moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other words</source>
        <translation>
            <numerusform>%n with other words</numerusform>
            <numerusform>%n with other words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone from the pages</source>
        <translation>
            <numerusform>%n gone from the pages</numerusform>
            <numerusform>%n gone from the pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarginShelf</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsPage</name>
    <message numerus="yes">
        <source>Download the %n that aren&apos;t here ({size})</source>
        <translation>
            <numerusform>Download the one that isn&apos;t here ({size})</numerusform>
            <numerusform>Download the %n that aren&apos;t here ({size})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message numerus="yes">
        <source>, %n hits</source>
        <translation>
            <numerusform>, %n hit</numerusform>
            <numerusform>, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnVoicesPage</name>
    <message numerus="yes">
        <source>%n proposal(s) are still being looked at.</source>
        <translation>
            <numerusform>%n proposal is still being looked at.</numerusform>
            <numerusform>%n proposals are still being looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPrinting</name>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n page went to the printer.</numerusform>
            <numerusform>%n pages went to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written to {file}.</source>
        <translation>
            <numerusform>%n page written to {file}.</numerusform>
            <numerusform>%n pages written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message numerus="yes">
        <source>Download all %n ({size})</source>
        <translation>
            <numerusform>Download the one ({size})</numerusform>
            <numerusform>Download all %n ({size})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n edition(s)</source>
        <translation>
            <numerusform>in %n edition</numerusform>
            <numerusform>in %n editions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryBuilderView</name>
    <message numerus="yes">
        <source>%n more have only some of these words</source>
        <translation>
            <numerusform>%n more has only some of these words</numerusform>
            <numerusform>%n more have only some of these words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReactionHead</name>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n the words changed</source>
        <translation>
            <numerusform>of %n the words changed</numerusform>
            <numerusform>of %n the words changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer there</source>
        <translation>
            <numerusform>%n no longer there</numerusform>
            <numerusform>%n no longer there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message numerus="yes">
        <source>%n reaction(s) put in the trash, which keeps them for 30 days.</source>
        <translation>
            <numerusform>%n reaction put in the trash, which keeps it for 30 days.</numerusform>
            <numerusform>%n reactions put in the trash, which keeps them for 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s) stand in their papers again.</source>
        <translation>
            <numerusform>%n reaction stands in its paper again.</numerusform>
            <numerusform>%n reactions stand in their papers again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message numerus="yes">
        <source>Cover sheet shown: %n page(s)</source>
        <translation>
            <numerusform>Cover sheet shown: one page</numerusform>
            <numerusform>Cover sheet shown: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover sheet folded away: %n page(s), alike on all contributions</source>
        <translation>
            <numerusform>Cover sheet folded away: one page, the same on all contributions of this archive</numerusform>
            <numerusform>Cover sheet folded away: %n pages, the same on all contributions of this archive</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message numerus="yes">
        <source>The archive erases it, with your name and number, after %n day(s).</source>
        <translation>
            <numerusform>The archive erases it, with your name and number, after %n day.</numerusform>
            <numerusform>The archive erases it, with your name and number, after %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedSection</name>
    <message numerus="yes">
        <source>new in %n of them</source>
        <translation>
            <numerusform>new in %n of them</numerusform>
            <numerusform>new in %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message numerus="yes">
        <source>%n page(s) were read.</source>
        <translation>
            <numerusform>%n page was read.</numerusform>
            <numerusform>%n pages were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait to be looked at.</source>
        <translation>
            <numerusform>%n page waits to be looked at.</numerusform>
            <numerusform>%n pages wait to be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were not looked at.</source>
        <translation>
            <numerusform>%n page was not looked at.</numerusform>
            <numerusform>%n pages were not looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n page could not be read.</numerusform>
            <numerusform>%n pages could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans, read by machine: some words may be wrong.</source>
        <translation>
            <numerusform>%n page is a scan, read by machine: some words may be wrong.</numerusform>
            <numerusform>%n pages are scans, read by machine: some words may be wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans; they are being read in the background.</source>
        <translation>
            <numerusform>%n page is a scan; it is being read in the background.</numerusform>
            <numerusform>%n pages are scans; they are being read in the background.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans; reading them is turned off in the settings.</source>
        <translation>
            <numerusform>%n page is a scan; reading it is turned off in the settings.</numerusform>
            <numerusform>%n pages are scans; reading them is turned off in the settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans and can&apos;t be searched.</source>
        <translation>
            <numerusform>%n page is a scan and can&apos;t be searched.</numerusform>
            <numerusform>%n pages are scans and can&apos;t be searched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsCare</name>
    <message numerus="yes">
        <source>%n thing(s) found.</source>
        <translation>
            <numerusform>%n thing found.</numerusform>
            <numerusform>%n things found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsKeeping</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are kept.</source>
        <translation>
            <numerusform>%n is kept.</numerusform>
            <numerusform>%n are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>The search index was built anew, with %n contribution(s).</source>
        <translation>
            <numerusform>The search index was built anew, with %n contribution.</numerusform>
            <numerusform>The search index was built anew, with %n contributions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StarVote</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StarsBlock</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n contribution(s) on this computer</source>
        <translation>
            <numerusform>%n contribution on this computer</numerusform>
            <numerusform>%n contributions on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) can&apos;t be found yet</source>
        <translation>
            <numerusform>%n contribution can&apos;t be found yet</numerusform>
            <numerusform>%n contributions can&apos;t be found yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncCounts</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <translation>
            <numerusform>%n sent</numerusform>
            <numerusform>%n sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken by the archive</source>
        <translation>
            <numerusform>%n not taken by the archive</numerusform>
            <numerusform>%n not taken by the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive says that %n of {total} contributions here are to be removed.</source>
        <translation>
            <numerusform>The archive says that %n of {total} contributions here is to be removed.</numerusform>
            <numerusform>The archive says that %n of {total} contributions here are to be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynonymWords</name>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>And %n more line.</numerusform>
            <numerusform>And %n more lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) come with Kennisbank.</source>
        <translation>
            <numerusform>%n group comes with Kennisbank.</numerusform>
            <numerusform>%n groups come with Kennisbank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %n group(s).</source>
        <translation>
            <numerusform>You added %n group.</numerusform>
            <numerusform>You added %n groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesPanel</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_BatchLine</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date</source>
        <translation>
            <numerusform>%n brought up to date</numerusform>
            <numerusform>%n brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existed already</source>
        <translation>
            <numerusform>%n existed already</numerusform>
            <numerusform>%n existed already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken</source>
        <translation>
            <numerusform>%n could not be taken</numerusform>
            <numerusform>%n could not be taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came in since you looked ({day}).</source>
        <translation>
            <numerusform>%n contribution came in since you looked ({day}).</numerusform>
            <numerusform>%n contributions came in since you looked ({day}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) have all of these words; below stand some that have fewer.</source>
        <translation>
            <numerusform>%n contribution has all of these words; below stand some that have fewer.</numerusform>
            <numerusform>%n contributions have all of these words; below stand some that have fewer.</numerusform>
        </translation>
    </message>
</context>
</TS>
