<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB">
<context>
    <name>BatchList</name>
    <message>
        <source>Earlier imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1 imports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not in this paper</source>
        <translation>Staat niet in deze bijdrage</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>Zoek in deze bijdrage</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige plaats</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Volgende plaats</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Zoekbalk sluiten</translation>
    </message>
    <message>
        <source>Find bar</source>
        <translation>Zoekbalk</translation>
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
        <translation>Vindplaats {number} van {count}, pagina {page}: {snippet}</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you see what is the matter with it, and mend what is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportRun</name>
    <message>
        <source>Rehearsing an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportSetup</name>
    <message>
        <source>What do you want to import?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, DOCX, PPTX, ODT, HTML or plain text. You may also drop it on the window. The files stay where they are; the library keeps a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does a list come with it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, BibTeX or RIS with titles and authors: it goes before what is found in the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which edition is it of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short code, such as NIOC2025. Leave it empty when the list says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished">Kies map</translation>
    </message>
    <message>
        <source>Choose files or a zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import without a rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do without this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rehearsal reads everything and says what would happen. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or files first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportTotals</name>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InkedPages</name>
    <message>
        <source>Page {number} could not be drawn. The other pages are not affected.</source>
        <translation>Pagina {number} kon niet worden getoond. De andere pagina’s hebben daar geen last van.</translation>
    </message>
    <message>
        <source>Click here or press F5 to try again.</source>
        <translation>Klik hier of druk op F5 om het opnieuw te proberen.</translation>
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
    <name>MetadataAuthors</name>
    <message>
        <source>Add an author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiliation of author %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this author</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetadataForm</name>
    <message>
        <source>A year has four digits, such as 2025.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetadataSaving</name>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: the fields are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{title}, page {page}</source>
        <translation>{title}, pagina {page}</translation>
    </message>
    <message numerus="yes">
        <source>, %n hits</source>
        <translation>
            <numerusform>, %n vindplaats</numerusform>
            <numerusform>, %n vindplaatsen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Go to page {number}</source>
        <translation>Ga naar pagina {number}</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Pagina {number} van {count}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Contents, hits and pages</source>
        <translation>Inhoud, vindplaatsen en pagina’s</translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>This paper could not be opened</source>
        <translation>Deze bijdrage kon niet worden geopend</translation>
    </message>
    <message>
        <source>Opening the paper…</source>
        <translation>Bezig met openen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Open the original file</source>
        <translation>Open het originele bestand</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Read as {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: {reason}</source>
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
        <translation>{zoom}%</translation>
    </message>
    <message>
        <source>Hit {number} of {count}</source>
        <translation>Vindplaats {number} van {count}</translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation>{count} vindplaatsen</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>van {count}</translation>
    </message>
    <message>
        <source>({number} of {count})</source>
        <translation>({number} van {count})</translation>
    </message>
    <message>
        <source>Contents, hits and pages</source>
        <translation>Inhoud, vindplaatsen en pagina’s</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Pas in de breedte</translation>
    </message>
    <message>
        <source>Night paper</source>
        <translation>Nachtpapier</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige vindplaats</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende vindplaats</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>Zoek in deze bijdrage</translation>
    </message>
    <message>
        <source>Details of this contribution</source>
        <translation>Gegevens van deze bijdrage</translation>
    </message>
    <message>
        <source>Open the original file in its own program</source>
        <translation>Open het originele bestand in zijn eigen programma</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Origineel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Type a page and press Enter (Ctrl+G)</source>
        <translation>Typ een pagina en druk op Enter (Ctrl+G)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Reading tools</source>
        <translation>Leeswerkbalk</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Opening…</source>
        <translation>Bezig met openen…</translation>
    </message>
    <message>
        <source>Close this paper</source>
        <translation>Deze bijdrage sluiten</translation>
    </message>
    <message>
        <source>Close this paper (Ctrl+W)</source>
        <translation>Deze bijdrage sluiten (Ctrl+W)</translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation>Geopende bijdragen</translation>
    </message>
    <message>
        <source>No paper is open. Open one from a search or from browsing, and it comes here.</source>
        <translation>Er is geen bijdrage open. Open er een vanuit Zoeken of Bladeren, dan komt hij hier.</translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message numerus="yes">
        <source>Cover sheet shown: %n page(s)</source>
        <translation>
            <numerusform>Voorblad uitgeklapt: één pagina</numerusform>
            <numerusform>Voorblad uitgeklapt: %n pagina’s</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold cover sheet</source>
        <translation>Klap voorblad in</translation>
    </message>
    <message numerus="yes">
        <source>Cover sheet folded away: %n page(s), alike on all contributions</source>
        <translation>
            <numerusform>Voorblad ingeklapt: één pagina, op alle bijdragen van dit archief gelijk</numerusform>
            <numerusform>Voorblad ingeklapt: %n pagina’s, op alle bijdragen van dit archief gelijk</numerusform>
        </translation>
    </message>
    <message>
        <source>Show cover sheet</source>
        <translation>Toon voorblad</translation>
    </message>
    <message>
        <source>The pages of this file are pictures without text: they can be read, but not searched or selected.</source>
        <translation>De pagina’s van dit bestand zijn afbeeldingen zonder tekst: je kunt ze lezen, maar er niet in zoeken of selecteren.</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchReading</name>
    <message>
        <source>words with </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the {field}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the year </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the year </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the years </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>in the description only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hit(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another form of the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of a compound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spelled otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bracket isn&apos;t closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bracket was never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this quotation mark isn&apos;t closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands after the colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no field has this name; searched as a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no word in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an asterisk counts at the end of a word only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this isn&apos;t a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many brackets in one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long; what comes from here on was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Vindplaatsen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>In- of uitklappen</translation>
    </message>
    <message>
        <source>This file has no contents of its own.</source>
        <translation>Dit bestand heeft geen eigen inhoudsopgave.</translation>
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
        <translation>Pagina {number}</translation>
    </message>
</context>
<context>
    <name>_BatchLine</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes out what this import brought. What people edited since stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped halfway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existed already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
