<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB">
<context>
    <name>FindBar</name>
    <message>
        <source>Not in this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Toetsen en hulp</translation>
    </message>
    <message>
        <source>Everything the mouse does can be done with keys, and most of it is faster so.</source>
        <translation>Alles wat de muis doet kan met toetsen, en meestal sneller.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Hit {number} of {count}, page {page}: {snippet}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>To the search field</source>
        <translation>Naar het zoekveld</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vooruit</translation>
    </message>
    <message>
        <source>To the next pane</source>
        <translation>Naar het volgende paneel</translation>
    </message>
    <message>
        <source>To the pane before</source>
        <translation>Naar het vorige paneel</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Toetsen en hulp</translation>
    </message>
    <message>
        <source>To the first view in the rail; Ctrl+2 to the second, and on</source>
        <translation>Naar de eerste pagina links; Ctrl+2 naar de tweede, enzovoort</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Views</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Search and navigation</source>
        <translation>Zoeken en navigeren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vooruit</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Toetsen en hulp</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Clear the search field</source>
        <translation>Maak het zoekveld leeg</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Drop to import; nothing is moved or changed</source>
        <translation>Laat los om te importeren; er wordt niets verplaatst of veranderd</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Search as soon as there is something to search in</source>
        <translation>Zoeken kan zodra er iets is om in te zoeken</translation>
    </message>
    <message numerus="yes">
        <source>Search in %n contribution(s)</source>
        <translation>
            <numerusform>Zoek in %n bijdrage</numerusform>
            <numerusform>Zoek in %n bijdragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Stopped, as you asked. What was done until then stays.</source>
        <translation>Gestopt, zoals je vroeg. Wat tot dan toe gedaan was blijft.</translation>
    </message>
    <message>
        <source>This is no longer in the library.</source>
        <translation>Dit staat niet meer in de bibliotheek.</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile. Search again to see what is here.</source>
        <translation>Misschien is het intussen verwijderd. Zoek opnieuw om te zien wat hier is.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Dit bestand is niet te lezen: %1</translation>
    </message>
    <message>
        <source>The file itself was left as it is.</source>
        <translation>Het bestand zelf is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
    <message>
        <source>This library was made by a newer Kennisbank. Nothing was changed.</source>
        <translation>Deze bibliotheek is gemaakt door een nieuwere Kennisbank. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Install the newer version to open it.</source>
        <translation>Installeer de nieuwere versie om haar te openen.</translation>
    </message>
    <message>
        <source>Another program is writing in this library. Nothing is lost.</source>
        <translation>Een ander programma schrijft in deze bibliotheek. Er is niets verloren.</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Wacht tot het klaar is en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>The library in %1 can&apos;t be read. It was left as it is.</source>
        <translation>De bibliotheek in %1 is niet te lezen. Zij is gelaten zoals ze is.</translation>
    </message>
    <message>
        <source>Put back a copy from the folder backups beside it, or begin in another folder.</source>
        <translation>Zet een kopie terug uit de map backups ernaast, of begin in een andere map.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used. What was saved is safe.</source>
        <translation>%1 is niet te gebruiken. Wat bewaard was is veilig.</translation>
    </message>
    <message>
        <source>Make room on the disk or mend the permissions, then try again.</source>
        <translation>Maak ruimte op de schijf of herstel de rechten en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>The search index is being made anew. Nothing else is damaged.</source>
        <translation>De zoekindex wordt opnieuw gemaakt. Verder is er niets beschadigd.</translation>
    </message>
    <message>
        <source>Reading goes on; searching is complete again when it is done.</source>
        <translation>Lezen gaat gewoon door; zoeken is weer volledig als het klaar is.</translation>
    </message>
    <message>
        <source>Something went wrong, and the fault is ours. Nothing that was saved is lost.</source>
        <translation>Er ging iets mis en dat ligt aan ons. Niets dat bewaard was is verloren.</translation>
    </message>
    <message>
        <source>You can go on working; the log of the library says more.</source>
        <translation>Je kunt verder werken; het logboek van de bibliotheek zegt meer.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{title}, page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n hits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {number} could not be drawn. The other pages are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here or press F5 to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to page {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents, hits and pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>This paper could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the paper…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Open the original file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>ReaderToolbar</name>
    <message>
        <source>{zoom} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({number} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents, hits and pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of this contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original file in its own program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a page and press Enter (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this paper (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is open. Open one from a search or from browsing, and it comes here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message numerus="yes">
        <source>Cover sheet shown: %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fold cover sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cover sheet folded away: %n page(s), alike on all contributions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show cover sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages of this file are pictures without text: they can be read, but not searched or selected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no contents of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>An archive that you can read, search and answer</source>
        <translation>Een archief dat je kunt lezen, doorzoeken en beantwoorden</translation>
    </message>
    <message>
        <source>Kennisbank puts the contributions of a conference on your own computer. Then you search, read and write in the margin, also without a network. There is nothing here yet; choose how to begin.</source>
        <translation>Kennisbank zet de bijdragen van een congres op je eigen computer. Daarna zoek, lees en schrijf je in de kantlijn, ook zonder netwerk. Er is hier nog niets; kies hoe je begint.</translation>
    </message>
    <message>
        <source>Open the example archive</source>
        <translation>Open het voorbeeldarchief</translation>
    </message>
    <message>
        <source>A small archive that comes along. You see at once what searching and reading are like.</source>
        <translation>Een klein archief dat is meegeleverd. Je ziet meteen hoe zoeken en lezen gaat.</translation>
    </message>
    <message>
        <source>No network and no account needed</source>
        <translation>Geen netwerk en geen account nodig</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Open voorbeeld</translation>
    </message>
    <message>
        <source>Open a folder of contributions</source>
        <translation>Open een map met bijdragen</translation>
    </message>
    <message>
        <source>Read PDF, DOCX, PPTX or ODT from a folder of your own. The files stay where they are.</source>
        <translation>Lees pdf, docx, pptx of odt uit een eigen map. De bestanden blijven waar ze staan.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Er verlaat niets deze computer</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies map</translation>
    </message>
</context>
<context>
    <name>StatusController</name>
    <message>
        <source>Making contributions searchable</source>
        <translation>Bijdragen doorzoekbaar maken</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>De bibliotheek wordt geopend</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) on this computer</source>
        <translation>
            <numerusform>%n bijdrage op deze computer</numerusform>
            <numerusform>%n bijdragen op deze computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) can&apos;t be found yet</source>
        <translation>
            <numerusform>%n bijdrage is nog niet te vinden</numerusform>
            <numerusform>%n bijdragen zijn nog niet te vinden</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here can be searched</source>
        <translation>Alles hier is doorzoekbaar</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>De bibliotheek is leeg</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>Page {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
