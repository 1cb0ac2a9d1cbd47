<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB">
<context>
    <name>AbsentPaper</name>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Nog niet op deze computer</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>Its title stays, and so do your own notes on it.</source>
        <translation>De titel blijft staan, en je eigen notities erbij ook.</translation>
    </message>
    <message>
        <source>It opens here as soon as it has come. You can go on with something else meanwhile.</source>
        <translation>De bijdrage gaat hier open zodra ze er is. Je kunt intussen met iets anders verder.</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>I have no account yet</source>
        <translation>Ik heb nog geen account</translation>
    </message>
    <message>
        <source>Where you are logged in</source>
        <translation>Waar je bent ingelogd</translation>
    </message>
    <message>
        <source>You asked for an account</source>
        <translation>Je hebt een account aangevraagd</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>Log opnieuw in</translation>
    </message>
    <message>
        <source>Ask for an account</source>
        <translation>Vraag een account aan</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Finding, downloading and reading need no account. With one, your notes and dossiers are the same on all your computers, and you can share them.</source>
        <translation>Voor zoeken, ophalen en lezen heb je geen account nodig. Met een account zijn je notities en dossiers op al je computers gelijk, en kun je ze delen.</translation>
    </message>
    <message>
        <source>You asked {when}, for {mail}. A message will come that says how to log in.</source>
        <translation>Je vroeg het {when} aan, voor {mail}. Er komt een bericht waarin staat hoe je inlogt.</translation>
    </message>
    <message>
        <source>Until then everything here works as it did. What you write is kept on this computer.</source>
        <translation>Tot dan werkt hier alles zoals het werkte. Wat je schrijft, wordt op deze computer bewaard.</translation>
    </message>
    <message>
        <source>The maintainer looks at it first; that can take days.</source>
        <translation>De beheerder bekijkt de aanvraag eerst; dat kan dagen duren.</translation>
    </message>
    <message>
        <source>Fill it in anew</source>
        <translation>Vul het opnieuw in</translation>
    </message>
    <message>
        <source>Your notes are safe on this computer.</source>
        <translation>Je notities staan veilig op deze computer.</translation>
    </message>
    <message>
        <source>On this computer is something that belongs to nobody: {what}. Make it yours?</source>
        <translation>Op deze computer staat iets dat van niemand is: {what}. Van jou maken?</translation>
    </message>
    <message>
        <source>It was made before anybody logged in. If it is yours, it goes to the archive with your account, for your eyes only, and comes to your other computers. If it isn&apos;t, leave it.</source>
        <translation>Het is gemaakt voordat er iemand inlogde. Is het van jou, dan gaat het met je account naar het archief, alleen voor jouw ogen, en komt het op je andere computers. Is het niet van jou, laat het dan.</translation>
    </message>
    <message>
        <source>Make it mine</source>
        <translation>Maak het van mij</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>You are logged in.</source>
        <translation>Je bent ingelogd.</translation>
    </message>
    <message>
        <source>They are yours now, and go to the archive with the next update.</source>
        <translation>Het is nu van jou, en gaat naar het archief als je weer bijwerkt.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Find somebody</source>
        <translation>Iemand zoeken</translation>
    </message>
    <message>
        <source>Name or mail address</source>
        <translation>Naam of mailadres</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leegmaken</translation>
    </message>
    <message>
        <source>and {count} more; type to find somebody</source>
        <translation>en nog {count}; typ om iemand te vinden</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Gedaan: {title}</translation>
    </message>
</context>
<context>
    <name>AddToDossier</name>
    <message>
        <source>Add to dossier</source>
        <translation>In een dossier</translation>
    </message>
    <message>
        <source>Put this in one of your dossiers ({key})</source>
        <translation>Zet dit in een van je dossiers ({key})</translation>
    </message>
</context>
<context>
    <name>AnnotationWords</name>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreping</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Doorgehaald</translation>
    </message>
    <message>
        <source>Wavy underline</source>
        <translation>Golflijn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Text on the page</source>
        <translation>Tekst op de pagina</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Drawing or other mark</source>
        <translation>Tekening of ander teken</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Roze</translation>
    </message>
    <message>
        <source>Moved in the new version</source>
        <translation>Verplaatst in de nieuwe versie</translation>
    </message>
    <message>
        <source>Words changed in the new version</source>
        <translation>Woorden veranderd in de nieuwe versie</translation>
    </message>
    <message>
        <source>No longer in the new version</source>
        <translation>Niet meer in de nieuwe versie</translation>
    </message>
    <message>
        <source>unknown writer</source>
        <translation>onbekende schrijver</translation>
    </message>
</context>
<context>
    <name>ArchiveCounts</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wacht</numerusform>
            <numerusform>%n wachten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n aantekening</numerusform>
            <numerusform>%n aantekeningen</numerusform>
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
            <numerusform>%n opgeslagen zoekopdracht</numerusform>
            <numerusform>%n opgeslagen zoekopdrachten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading mark(s)</source>
        <translation>
            <numerusform>%n leesstatus</numerusform>
            <numerusform>%n leesstatussen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in papers</source>
        <translation>
            <numerusform>%n leesplaats</numerusform>
            <numerusform>%n leesplaatsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>nog %n ding</numerusform>
            <numerusform>nog %n dingen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveLine</name>
    <message>
        <source>All about the archive (Ctrl+Shift+A)</source>
        <translation>Alles over het archief (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>What waits to be sent to the archive</source>
        <translation>Wat wacht op verzending naar het archief</translation>
    </message>
    <message>
        <source>Changed here and in the archive: you choose</source>
        <translation>Hier en in het archief gewijzigd: jij kiest</translation>
    </message>
</context>
<context>
    <name>ArchiveSection</name>
    <message>
        <source>Archive</source>
        <translation>Archief</translation>
    </message>
    <message>
        <source>Papers, and what is new, then come by themselves</source>
        <translation>Bijdragen, en wat er nieuw is, komen dan vanzelf</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbind met een archief</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Wat er nieuw is</translation>
    </message>
    <message>
        <source>To the maintainer</source>
        <translation>Aan de beheerder</translation>
    </message>
    <message>
        <source>A remark, or the newsletter</source>
        <translation>Een opmerking, of de nieuwsbrief</translation>
    </message>
    <message>
        <source>Everything about you was erased</source>
        <translation>Alles over jou is gewist</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>Bekijk het bewijs</translation>
    </message>
    <message>
        <source>Choose what becomes of it on this computer</source>
        <translation>Kies wat er op deze computer mee gebeurt</translation>
    </message>
    <message>
        <source>An account of yours was erased</source>
        <translation>Een account van je is gewist</translation>
    </message>
    <message>
        <source>You asked for an account</source>
        <translation>Je hebt een account aangevraagd</translation>
    </message>
    <message>
        <source>A message will come</source>
        <translation>Er komt een bericht</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>Log opnieuw in</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Archive</source>
        <translation>Archief</translation>
    </message>
    <message>
        <source>About the archive</source>
        <translation>Over het archief</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Bijdragen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wachtend</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflicten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
</context>
<context>
    <name>ArchiveWords</name>
    <message>
        <source>visitor</source>
        <translation>bezoeker</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>wachtend op goedkeuring</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lezer</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>maintainer</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>geschorst</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Docent</translation>
    </message>
    <message>
        <source>Researcher</source>
        <translation>Onderzoeker</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Papers, and what is new, come from an archive by themselves once this library is connected to one.</source>
        <translation>Bijdragen, en wat er nieuw is, komen vanzelf uit een archief zodra deze bibliotheek ermee verbonden is.</translation>
    </message>
    <message>
        <source>Not connected to an archive</source>
        <translation>Nog met geen archief verbonden</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Bezig met bijwerken</translation>
    </message>
    <message>
        <source>Offline, updated {when}</source>
        <translation>Offline, bijgewerkt {when}</translation>
    </message>
    <message>
        <source>Offline, never updated yet</source>
        <translation>Offline, nog nooit bijgewerkt</translation>
    </message>
    <message>
        <source>The last update didn&apos;t succeed. Nothing is lost.</source>
        <translation>Het bijwerken is de laatste keer niet gelukt. Er is niets verloren.</translation>
    </message>
    <message>
        <source>Not updated: see why</source>
        <translation>Niet bijgewerkt: kijk waarom</translation>
    </message>
    <message>
        <source>Connected, not updated yet</source>
        <translation>Verbonden, nog niet bijgewerkt</translation>
    </message>
    <message>
        <source>Stopped; updated {when}</source>
        <translation>Gestopt; bijgewerkt {when}</translation>
    </message>
    <message>
        <source>Updated {when}</source>
        <translation>Bijgewerkt {when}</translation>
    </message>
    <message>
        <source>Stopped to ask you something</source>
        <translation>Gestopt om je iets te vragen</translation>
    </message>
    <message>
        <source>What came until you stopped it is here.</source>
        <translation>Wat er kwam tot je stopte, staat hier.</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>om {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} om {time}</translation>
    </message>
</context>
<context>
    <name>AreaFrame</name>
    <message>
        <source>Frame on page {number}. Arrows move it, Shift and arrows size it, Enter keeps it.</source>
        <translation>Kader op pagina {number}. Pijltoetsen verplaatsen het, Shift en pijltoetsen maken het groter of kleiner, Enter bewaart het.</translation>
    </message>
    <message>
        <source>{left} by {top} points from the corner, {width} by {height} large</source>
        <translation>{left} bij {top} punten van de hoek, {width} bij {height} groot</translation>
    </message>
</context>
<context>
    <name>AudienceWords</name>
    <message>
        <source>Shared with everyone who has an account</source>
        <translation>Gedeeld met iedereen die een account heeft</translation>
    </message>
    <message numerus="yes">
        <source>Shared with %n person(s)</source>
        <translation>
            <numerusform>Gedeeld met %n persoon</numerusform>
            <numerusform>Gedeeld met %n mensen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorCard</name>
    <message>
        <source>Choose which of the authors you are.</source>
        <translation>Kies welke van de auteurs je bent.</translation>
    </message>
    <message>
        <source>I am an author of this</source>
        <translation>Ik ben hier auteur van</translation>
    </message>
    <message>
        <source>You are an author of this</source>
        <translation>Je bent hier auteur van</translation>
    </message>
    <message>
        <source>Which author are you?</source>
        <translation>Welke auteur ben je?</translation>
    </message>
    <message>
        <source>For the maintainer</source>
        <translation>Voor de beheerder</translation>
    </message>
    <message>
        <source>Something the maintainer should know, if anything</source>
        <translation>Wat de beheerder moet weten, als er iets is</translation>
    </message>
    <message>
        <source>Say that this is you</source>
        <translation>Laat weten dat jij dit bent</translation>
    </message>
    <message>
        <source>Log in first</source>
        <translation>Eerst aanmelden</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>Then what readers write about it comes to you, and they see that it arrived. If an address of this author is known, a code is mailed to it; otherwise the maintainer looks at it. Your co-authors are told.</source>
        <translation>Dan komt bij jou wat lezers erover schrijven, en zien zij dat het aankwam. Is er een adres van deze auteur bekend, dan gaat daar een code heen; anders kijkt de beheerder ernaar. Je medeauteurs horen het.</translation>
    </message>
    <message>
        <source>You need an account at the archive for this.</source>
        <translation>Je hebt hier een account bij het archief voor nodig.</translation>
    </message>
</context>
<context>
    <name>AuthorLine</name>
    <message>
        <source>Are you an author of a paper in the archive?</source>
        <translation>Ben je auteur van een bijdrage in het archief?</translation>
    </message>
    <message>
        <source>Then readers can write to you. Say which papers are yours.</source>
        <translation>Dan kunnen lezers je schrijven. Zeg welke bijdragen van jou zijn.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Postvak in</translation>
    </message>
    <message>
        <source>Nobody wrote to you yet.</source>
        <translation>Nog niemand heeft je geschreven.</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Open postvak in</translation>
    </message>
    <message>
        <source>My papers</source>
        <translation>Mijn bijdragen</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Earlier imports</source>
        <translation>Eerdere imports</translation>
    </message>
    <message>
        <source>Show all %1 imports</source>
        <translation>Toon alle %1 imports</translation>
    </message>
</context>
<context>
    <name>Bookmarking</name>
    <message>
        <source>The bookmark was taken away.</source>
        <translation>De bladwijzer is weggehaald.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Bookmark set on page {number}.</source>
        <translation>Bladwijzer gezet op pagina {number}.</translation>
    </message>
</context>
<context>
    <name>BrowsePapers</name>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina’s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message>
        <source>Browse</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>Browse by</source>
        <translation>Bladeren op</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Op titel</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Oudste eerst</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>Op auteur</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>All that is known of the chosen contribution (Ctrl+I)</source>
        <translation>Alles wat van de gekozen bijdrage bekend is (Ctrl+I)</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Bijdragen</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Gegevens (Ctrl+I)</translation>
    </message>
    <message>
        <source>There is nothing to browse yet.</source>
        <translation>Er is nog niets om in te bladeren.</translation>
    </message>
    <message>
        <source>Import contributions</source>
        <translation>Bijdragen importeren</translation>
    </message>
    <message>
        <source>Once there are contributions, you find them here by edition, theme, author and more.</source>
        <translation>Zodra er bijdragen zijn, vind je ze hier op editie, thema, auteur en meer.</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Edities</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema&apos;s</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jaren</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Soorten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Reading marks</source>
        <translation>Leesstatus</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Wis het filter</translation>
    </message>
    <message>
        <source>You have marked nothing yet.</source>
        <translation>Je hebt nog niets gemarkeerd.</translation>
    </message>
    <message>
        <source>Mark a contribution as to read, reading or read: here, at a result, or on its page.</source>
        <translation>Markeer een bijdrage als te lezen, bezig of gelezen: hier, bij een zoekresultaat of op haar eigen pagina.</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>Niets hier heeft deze woorden.</translation>
    </message>
    <message>
        <source>No contribution says this of itself yet.</source>
        <translation>Van geen bijdrage is dit al bekend.</translation>
    </message>
    <message>
        <source>Nothing to show for this.</source>
        <translation>Hiervoor is niets te tonen.</translation>
    </message>
    <message>
        <source>Fill it in with the details of a contribution, or import a list.</source>
        <translation>Vul het in bij de gegevens van een bijdrage, of importeer een lijst.</translation>
    </message>
    <message>
        <source>About this author</source>
        <translation>Over deze auteur</translation>
    </message>
    <message>
        <source>About this edition</source>
        <translation>Over deze editie</translation>
    </message>
    <message>
        <source>Website of this congress</source>
        <translation>Website van dit congres</translation>
    </message>
    <message>
        <source>The archive has no website of this congress.</source>
        <translation>Het archief heeft geen website van dit congres.</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Open the link {address}</source>
        <translation>Open de link {address}</translation>
    </message>
    <message>
        <source>Save the file {name}</source>
        <translation>Bewaar het bestand {name}</translation>
    </message>
    <message>
        <source>The file is saved, and not opened. Open it only when you trust it.</source>
        <translation>Het bestand wordt bewaard en niet geopend. Open het alleen als je het vertrouwt.</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wacht op verzending</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Not sent: {why}</source>
        <translation>Niet verzonden: {why}</translation>
    </message>
    <message>
        <source>Delivered and read</source>
        <translation>Bezorgd en gelezen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
</context>
<context>
    <name>CiteButton</name>
    <message>
        <source>Cite</source>
        <translation>Citeer</translation>
    </message>
    <message>
        <source>Cite this in a style, or for a citation manager ({key})</source>
        <translation>Citeer dit in een stijl, of voor een verwijzingenprogramma ({key})</translation>
    </message>
</context>
<context>
    <name>CitePanel</name>
    <message numerus="yes">
        <source>%n reference(s) copied.</source>
        <translation>
            <numerusform>%n verwijzing gekopieerd.</numerusform>
            <numerusform>%n verwijzingen gekopieerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message numerus="yes">
        <source>Cite %n contribution(s)</source>
        <translation>
            <numerusform>Citeer %n bijdrage</numerusform>
            <numerusform>Citeer %n bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citeer</translation>
    </message>
    <message numerus="yes">
        <source>All %n of this list</source>
        <translation>
            <numerusform>Alle %n van deze lijst</numerusform>
            <numerusform>Alle %n van deze lijst</numerusform>
        </translation>
    </message>
    <message>
        <source>Style or format</source>
        <translation>Stijl of formaat</translation>
    </message>
    <message>
        <source>Language of the words between</source>
        <translation>Taal van de woorden ertussen</translation>
    </message>
    <message>
        <source>Language of the words between names and titles</source>
        <translation>Taal van de woorden tussen namen en titels</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verwijzingen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Saved as {file}.</source>
        <translation>Opgeslagen als {file}.</translation>
    </message>
    <message>
        <source>The quote is copied, with its source and link.</source>
        <translation>Het citaat is gekopieerd, met bron en link.</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>De link is gekopieerd.</translation>
    </message>
</context>
<context>
    <name>ClaimRow</name>
    <message>
        <source>Type the code that stands in the mail.</source>
        <translation>Typ de code die in de mail staat.</translation>
    </message>
    <message>
        <source>The code is on its way. What came of it stands here after the next update.</source>
        <translation>De code is onderweg. Wat ervan kwam staat hier na de volgende keer bijwerken.</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>Show the paper</source>
        <translation>Toon de bijdrage</translation>
    </message>
    <message>
        <source>As {author}</source>
        <translation>Als {author}</translation>
    </message>
    <message>
        <source>The code from the mail</source>
        <translation>De code uit de mail</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestig</translation>
    </message>
    <message>
        <source>I don&apos;t want to get this any more…</source>
        <translation>Ik wil dit niet meer krijgen…</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>Trek dit in</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Stop ermee</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laat het zoals het is</translation>
    </message>
</context>
<context>
    <name>ClaimWords</name>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>Code verzonden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beëindigd</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>This goes to the archive with the next update.</source>
        <translation>Dit gaat bij de volgende keer bijwerken naar het archief.</translation>
    </message>
    <message>
        <source>The archive didn&apos;t take it: %1</source>
        <translation>Het archief nam het niet aan: %1</translation>
    </message>
    <message>
        <source>A code was mailed to %1, the address that is known of this author. Type it here; it shows that you read the mail of that address.</source>
        <translation>Er is een code gemaild naar %1, het adres dat van deze auteur bekend is. Typ hem hier; zo blijkt dat jij de mail van dat adres leest.</translation>
    </message>
    <message>
        <source>the author&apos;s address</source>
        <translation>het adres van de auteur</translation>
    </message>
    <message>
        <source>No address is known of this author, so the maintainer looks at it. That can take days.</source>
        <translation>Van deze auteur is geen adres bekend, dus kijkt de beheerder ernaar. Dat kan dagen duren.</translation>
    </message>
    <message>
        <source>The maintainer didn&apos;t agree: %1</source>
        <translation>De beheerder stemde er niet mee in: %1</translation>
    </message>
    <message>
        <source>The maintainer didn&apos;t agree.</source>
        <translation>De beheerder stemde er niet mee in.</translation>
    </message>
    <message>
        <source>You no longer get what readers write about it.</source>
        <translation>Je krijgt niet meer wat lezers erover schrijven.</translation>
    </message>
    <message>
        <source>What readers write from now on comes to you.</source>
        <translation>Wat lezers vanaf nu schrijven, komt bij jou.</translation>
    </message>
    <message>
        <source>What was written earlier waits for the maintainer&apos;s word.</source>
        <translation>Wat eerder geschreven is, wacht op het woord van de beheerder.</translation>
    </message>
    <message>
        <source>What was written earlier is here too.</source>
        <translation>Wat eerder geschreven is, staat hier ook.</translation>
    </message>
    <message>
        <source>What was written earlier stays with who was the author then.</source>
        <translation>Wat eerder geschreven is, blijft bij wie toen de auteur was.</translation>
    </message>
    <message>
        <source>A co-author of %1 now gets what readers write about it too.</source>
        <translation>Een medeauteur van %1 krijgt nu ook wat lezers erover schrijven.</translation>
    </message>
    <message>
        <source>You are now known as an author of %1.</source>
        <translation>Je staat nu bekend als auteur van %1.</translation>
    </message>
    <message>
        <source>The maintainer didn&apos;t agree that you are an author of %1.</source>
        <translation>De beheerder stemde er niet mee in dat je auteur bent van %1.</translation>
    </message>
    <message>
        <source>You are no longer known as an author of %1.</source>
        <translation>Je staat niet meer bekend als auteur van %1.</translation>
    </message>
    <message>
        <source>What was written earlier about %1 is in your inbox now.</source>
        <translation>Wat eerder over %1 geschreven is, staat nu in je postvak.</translation>
    </message>
    <message>
        <source>Your new version of %1 was published.</source>
        <translation>Je nieuwe versie van %1 is gepubliceerd.</translation>
    </message>
    <message>
        <source>Your new version of %1 was not published.</source>
        <translation>Je nieuwe versie van %1 is niet gepubliceerd.</translation>
    </message>
    <message>
        <source>The maintainer hid your comment on %1.</source>
        <translation>De beheerder heeft je opmerking bij %1 verborgen.</translation>
    </message>
    <message>
        <source>The maintainer put your comment on %1 back.</source>
        <translation>De beheerder heeft je opmerking bij %1 teruggezet.</translation>
    </message>
    <message>
        <source>The maintainer hid feedback on %1.</source>
        <translation>De beheerder heeft feedback op %1 verborgen.</translation>
    </message>
    <message>
        <source>The maintainer looked at what you asked about feedback on %1.</source>
        <translation>De beheerder heeft gekeken naar wat je vroeg over feedback op %1.</translation>
    </message>
    <message>
        <source>The maintainer looked at what you reported on %1.</source>
        <translation>De beheerder heeft gekeken naar wat je meldde bij %1.</translation>
    </message>
    <message>
        <source>The maintainer put feedback on %1 back.</source>
        <translation>De beheerder heeft feedback op %1 teruggezet.</translation>
    </message>
    <message>
        <source>a paper</source>
        <translation>een bijdrage</translation>
    </message>
    <message>
        <source>%2, also an author of %1, now gets what readers write about it too.</source>
        <translation>%2, ook auteur van %1, krijgt nu ook wat lezers erover schrijven.</translation>
    </message>
    <message>
        <source>The archive tells you something.</source>
        <translation>Het archief laat je iets weten.</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>My papers at the archive</source>
        <translation>Mijn bijdragen bij het archief</translation>
    </message>
    <message>
        <source>To the threads</source>
        <translation>Naar de berichten</translation>
    </message>
    <message>
        <source>Find my paper</source>
        <translation>Zoek mijn bijdrage</translation>
    </message>
    <message>
        <source>Papers you said are yours</source>
        <translation>Bijdragen waarvan je zei dat ze van jou zijn</translation>
    </message>
    <message>
        <source>My papers</source>
        <translation>Mijn bijdragen</translation>
    </message>
    <message>
        <source>Your readers can write to you here</source>
        <translation>Hier kunnen je lezers je schrijven</translation>
    </message>
    <message>
        <source>Whoever reads a paper of yours can ask something, tell that it was used in class, or point out a mistake. It comes here, with the passage it is about. You answer here, and say what you adopt.</source>
        <translation>Wie een bijdrage van jou leest, kan iets vragen, vertellen dat die in de les gebruikt is, of op een fout wijzen. Dat komt hier binnen, met de passage waar het over gaat. Je antwoordt hier, en zegt wat je overneemt.</translation>
    </message>
    <message>
        <source>For this the library has to be connected to an archive.</source>
        <translation>Daarvoor moet de bibliotheek met een archief verbonden zijn.</translation>
    </message>
    <message>
        <source>For this you need an account at the archive.</source>
        <translation>Daarvoor heb je een account bij het archief nodig.</translation>
    </message>
    <message>
        <source>Is there another paper of yours? Open its page and choose “I am an author of this”.</source>
        <translation>Is er nog een bijdrage van jou? Open de pagina ervan en kies ‘Ik ben hier auteur van’.</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbinden met een archief</translation>
    </message>
    <message>
        <source>Log in, or ask for an account</source>
        <translation>Meld je aan, of vraag een account</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>New dossier</source>
        <translation>Nieuw dossier</translation>
    </message>
    <message>
        <source>It stands in a new dossier.</source>
        <translation>Het staat in een nieuw dossier.</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Geef het een naam</translation>
    </message>
    <message>
        <source>Added to “{name}”.</source>
        <translation>Toegevoegd aan ‘{name}’.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>It stands in “{name}” already.</source>
        <translation>Het staat al in ‘{name}’.</translation>
    </message>
</context>
<context>
    <name>CommentCard</name>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Hidden by the maintainer: {reason}</source>
        <translation>Verborgen door de beheerder: {reason}</translation>
    </message>
    <message>
        <source>Hidden by the maintainer.</source>
        <translation>Verborgen door de beheerder.</translation>
    </message>
    <message>
        <source>Taken away by who wrote it.</source>
        <translation>Weggehaald door wie het schreef.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>What is wrong with it? Only the maintainer sees this</source>
        <translation>Wat is ermee? Alleen de beheerder ziet dit</translation>
    </message>
    <message>
        <source>Why is it hidden? Everybody sees this in its place</source>
        <translation>Waarom wordt het verborgen? Iedereen ziet dit in plaats ervan</translation>
    </message>
    <message>
        <source>Your answer, for everybody to see</source>
        <translation>Je antwoord, voor iedereen te zien</translation>
    </message>
</context>
<context>
    <name>CompletingEdit</name>
    <message>
        <source>Right arrow: %1</source>
        <translation>Pijl naar rechts: %1</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>On this computer (yours)</source>
        <translation>Op deze computer (van jou)</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>In het archief</translation>
    </message>
    <message>
        <source>{kind}, {field}; found {when}</source>
        <translation>{kind}, {field}; gevonden {when}</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Ervoor: {value}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Houd die van mij</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Neem die van hen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Houd beide</translation>
    </message>
</context>
<context>
    <name>ConflictChoosing</name>
    <message>
        <source>Brought back. What it replaced is kept here for 30 days.</source>
        <translation>Teruggehaald. Wat ervoor in de plaats ging, blijft hier 30 dagen bewaard.</translation>
    </message>
    <message>
        <source>Taken back: the archive doesn&apos;t get this change.</source>
        <translation>Teruggenomen: het archief krijgt deze wijziging niet.</translation>
    </message>
    <message>
        <source>Taken back: what you wrote is a draft again, and only on this computer.</source>
        <translation>Teruggenomen: wat je schreef is weer een concept, alleen op deze computer.</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Aantekening</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Opgeslagen zoekopdracht</translation>
    </message>
    <message>
        <source>Reading mark</source>
        <translation>Leesstatus</translation>
    </message>
    <message>
        <source>Place in a paper</source>
        <translation>Leesplaats</translation>
    </message>
    <message>
        <source>Message, vote or proposal</source>
        <translation>Bericht, stem of voorstel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Place in the paper</source>
        <translation>Plaats in de bijdrage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Lines of the dossier</source>
        <translation>Regels van het dossier</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Zoekvraag</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>Wie het mag zien</translation>
    </message>
    <message>
        <source>It was deleted on one side and changed on the other; the change won.</source>
        <translation>Aan de ene kant verwijderd, aan de andere gewijzigd; de wijziging ging voor.</translation>
    </message>
    <message>
        <source>You chose the other version.</source>
        <translation>Je koos de andere versie.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>everybody with an account</source>
        <translation>iedereen met een account</translation>
    </message>
    <message>
        <source>A version that was replaced.</source>
        <translation>Een versie die vervangen is.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflicten</translation>
    </message>
    <message>
        <source>These were changed here and in the archive, differently. Until you choose, your version stands on this computer. Choosing nothing changes nothing.</source>
        <translation>Deze zijn hier en in het archief verschillend gewijzigd. Tot je kiest, geldt op deze computer jouw versie. Niets kiezen verandert niets.</translation>
    </message>
    <message>
        <source>There is nothing to choose: both sides agree.</source>
        <translation>Er valt niets te kiezen: beide kanten zijn het eens.</translation>
    </message>
    <message>
        <source>Kept for 30 days</source>
        <translation>30 dagen bewaard</translation>
    </message>
    <message>
        <source>Versions that gave way to another one. You can bring them back.</source>
        <translation>Versies die voor een andere weken. Je kunt ze terughalen.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Haal terug</translation>
    </message>
    <message>
        <source>Bring back: {title}</source>
        <translation>Haal terug: {title}</translation>
    </message>
</context>
<context>
    <name>CongressNews</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n gewijzigd</numerusform>
            <numerusform>%n gewijzigd</numerusform>
        </translation>
    </message>
    <message>
        <source>Since the last congress</source>
        <translation>Sinds het laatste congres</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Type the address of the archive first.</source>
        <translation>Typ eerst het adres van het archief.</translation>
    </message>
    <message>
        <source>Asking {address}</source>
        <translation>{address} wordt gevraagd</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbind met een archief</translation>
    </message>
    <message>
        <source>The archive of a congress sends its catalogue and its papers to this computer, and keeps them in step. Finding and reading need no account.</source>
        <translation>Het archief van een congres stuurt zijn catalogus en bijdragen naar deze computer en houdt ze bij. Voor zoeken en lezen heb je geen account nodig.</translation>
    </message>
    <message>
        <source>Connecting to {address}</source>
        <translation>Verbinden met {address}</translation>
    </message>
</context>
<context>
    <name>CoverSheets</name>
    <message numerus="yes">
        <source>%n cover sheet(s) meet it too; they don&apos;t count as hits</source>
        <translation>
            <numerusform>Ook %n voorblad voldoet; dat telt niet als vindplaats</numerusform>
            <numerusform>Ook %n voorbladen voldoen; die tellen niet als vindplaats</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Vouw dicht</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Fold the cover sheets</source>
        <translation>Vouw de voorbladen dicht</translation>
    </message>
    <message>
        <source>Show the cover sheets</source>
        <translation>Toon de voorbladen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Requests for an account</source>
        <translation>Aanvragen voor een account</translation>
    </message>
    <message>
        <source>Claims of authors</source>
        <translation>Claims van auteurs</translation>
    </message>
    <message>
        <source>Earlier threads</source>
        <translation>Eerdere gesprekken</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Questions of authors</source>
        <translation>Vragen van auteurs</translation>
    </message>
    <message>
        <source>Proposed corrections</source>
        <translation>Voorgestelde correcties</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Nieuwe versies</translation>
    </message>
    <message>
        <source>Unanswered feedback</source>
        <translation>Onbeantwoorde feedback</translation>
    </message>
    <message>
        <source>Hidden comments</source>
        <translation>Verborgen reacties</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle accounts</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Nieuwsbrief</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Huisregels</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Logboek van besluiten</translation>
    </message>
    <message>
        <source>Who was let in, or wasn&apos;t, hears so by mail. A reason for declining goes along.</source>
        <translation>Wie is toegelaten of afgewezen, hoort dat per mail. De reden van een afwijzing gaat mee.</translation>
    </message>
    <message>
        <source>Somebody says to be the author, and no code could settle it. Whoever is granted gets the feedback on it from then on; the other authors are told.</source>
        <translation>Iemand zegt de auteur te zijn, en een code kon dat niet uitwijzen. Wie je toelaat, krijgt voortaan de feedback erop; de andere auteurs horen het.</translation>
    </message>
    <message>
        <source>An author asks to see feedback from before the claim. Addresses change hands: be sure who it is.</source>
        <translation>Een auteur wil feedback zien van vóór de claim. Adressen wisselen van eigenaar: wees zeker wie het is.</translation>
    </message>
    <message>
        <source>Nobody but maintainers sees these. Each is erased by itself on the day it says.</source>
        <translation>Alleen beheerders zien deze. Elke opmerking wordt vanzelf gewist op de dag die erbij staat.</translation>
    </message>
    <message>
        <source>Somebody thinks that this breaks the house rules.</source>
        <translation>Iemand vindt dat dit niet past bij de huisregels.</translation>
    </message>
    <message>
        <source>An author asks what to do with feedback. You see what the author sees.</source>
        <translation>Een auteur vraagt wat te doen met feedback. Jij ziet wat de auteur ziet.</translation>
    </message>
    <message>
        <source>Accepted with one click; everybody has it with the next update. The proposer hears what became of it.</source>
        <translation>Met één klik overgenomen; iedereen heeft het bij de volgende keer bijwerken. Wie het voorstelde, hoort wat ervan werd.</translation>
    </message>
    <message>
        <source>An author handed in a newer file. Open it first; accepting publishes it.</source>
        <translation>Een auteur leverde een nieuwer bestand in. Open het eerst; overnemen publiceert het.</translation>
    </message>
    <message>
        <source>What no author has answered. Its text and its sender aren&apos;t shown here. You can invite the authors.</source>
        <translation>Waar geen auteur op antwoordde. Tekst en afzender staan hier niet. Je kunt de auteurs uitnodigen.</translation>
    </message>
    <message>
        <source>Hidden with a reason that everybody can read. Each can be put back.</source>
        <translation>Verborgen met een reden die iedereen kan lezen. Elke reactie kan terug.</translation>
    </message>
    <message>
        <source>Everybody who has or had an account here.</source>
        <translation>Iedereen die hier een account heeft of had.</translation>
    </message>
    <message>
        <source>Those who signed up and confirmed it. The list is for sending the newsletter only.</source>
        <translation>Wie zich aanmeldde en dat bevestigde. De lijst is alleen om de nieuwsbrief te versturen.</translation>
    </message>
    <message>
        <source>What everybody agrees to who asks for an account.</source>
        <translation>Waar iedereen mee instemt die een account aanvraagt.</translation>
    </message>
    <message>
        <source>What was decided, by whom and when. Nothing is ever taken out of it.</source>
        <translation>Wat is besloten, door wie en wanneer. Hier gaat nooit iets uit.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Toestaan</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Answer by mail</source>
        <translation>Per mail antwoorden</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schorsen</translation>
    </message>
    <message>
        <source>Lift the suspension</source>
        <translation>Schorsing opheffen</translation>
    </message>
    <message>
        <source>Invite the authors</source>
        <translation>Auteurs uitnodigen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Toelaten</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Weer toelaten</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Toekennen</translation>
    </message>
    <message>
        <source>Let them see it</source>
        <translation>Laten zien</translation>
    </message>
    <message>
        <source>Adopt it</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>afgehandeld</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>geschorst</translation>
    </message>
    <message>
        <source>You are an author of this contribution: another maintainer decides about it.</source>
        <translation>Je bent een auteur van deze bijdrage: een andere beheerder beslist hierover.</translation>
    </message>
    <message>
        <source>This is your own: another maintainer decides about it.</source>
        <translation>Dit is van jezelf: een andere beheerder beslist hierover.</translation>
    </message>
    <message>
        <source>You are an author of this contribution, and nobody else can decide: the audit trail says so.</source>
        <translation>Je bent een auteur van deze bijdrage, en niemand anders kan beslissen: dat staat in het logboek van besluiten.</translation>
    </message>
    <message>
        <source>This is your own, and there is nobody else to decide about it.</source>
        <translation>Dit is van jezelf, en er is niemand anders om erover te beslissen.</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadres</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Beroep</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Claims to be</source>
        <translation>Zegt te zijn</translation>
    </message>
    <message>
        <source>Address in the archive</source>
        <translation>Adres in het archief</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Erased on</source>
        <translation>Gewist op</translation>
    </message>
    <message>
        <source>asked for an account</source>
        <translation>account aangevraagd</translation>
    </message>
    <message>
        <source>account made</source>
        <translation>account gemaakt</translation>
    </message>
    <message>
        <source>account let in</source>
        <translation>account toegelaten</translation>
    </message>
    <message>
        <source>account declined</source>
        <translation>account afgewezen</translation>
    </message>
    <message>
        <source>account suspended</source>
        <translation>account geschorst</translation>
    </message>
    <message>
        <source>account let in again</source>
        <translation>account weer toegelaten</translation>
    </message>
    <message>
        <source>account erased</source>
        <translation>account gewist</translation>
    </message>
    <message>
        <source>made a maintainer</source>
        <translation>beheerder gemaakt</translation>
    </message>
    <message>
        <source>made a reader</source>
        <translation>lezer gemaakt</translation>
    </message>
    <message>
        <source>sessions ended</source>
        <translation>sessies beëindigd</translation>
    </message>
    <message>
        <source>a session was used twice</source>
        <translation>een sessie is twee keer gebruikt</translation>
    </message>
    <message>
        <source>device token made</source>
        <translation>apparaatsleutel gemaakt</translation>
    </message>
    <message>
        <source>batch handed in</source>
        <translation>partij ingeleverd</translation>
    </message>
    <message>
        <source>batch published</source>
        <translation>partij gepubliceerd</translation>
    </message>
    <message>
        <source>batch cancelled</source>
        <translation>partij ingetrokken</translation>
    </message>
    <message>
        <source>website archived</source>
        <translation>website gearchiveerd</translation>
    </message>
    <message>
        <source>claimed to be the author</source>
        <translation>zei de auteur te zijn</translation>
    </message>
    <message>
        <source>claim granted</source>
        <translation>claim toegekend</translation>
    </message>
    <message>
        <source>claim withdrawn</source>
        <translation>claim ingetrokken</translation>
    </message>
    <message>
        <source>contribution corrected</source>
        <translation>bijdrage gecorrigeerd</translation>
    </message>
    <message>
        <source>accepted at the desk</source>
        <translation>toegestaan aan het bureau</translation>
    </message>
    <message>
        <source>declined at the desk</source>
        <translation>afgewezen aan het bureau</translation>
    </message>
    <message>
        <source>hidden at the desk</source>
        <translation>verborgen aan het bureau</translation>
    </message>
    <message>
        <source>put back at the desk</source>
        <translation>teruggezet aan het bureau</translation>
    </message>
    <message>
        <source>answered at the desk</source>
        <translation>beantwoord aan het bureau</translation>
    </message>
    <message>
        <source>settled at the desk</source>
        <translation>afgehandeld aan het bureau</translation>
    </message>
    <message>
        <source>suspended at the desk</source>
        <translation>geschorst aan het bureau</translation>
    </message>
    <message>
        <source>suspension lifted at the desk</source>
        <translation>schorsing opgeheven aan het bureau</translation>
    </message>
    <message>
        <source>invited at the desk</source>
        <translation>uitgenodigd aan het bureau</translation>
    </message>
</context>
<context>
    <name>DeskCard</name>
    <message>
        <source>To the contribution</source>
        <translation>Naar de bijdrage</translation>
    </message>
    <message>
        <source>waits long</source>
        <translation>wacht lang</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Trefwoord van lezers</translation>
    </message>
    <message>
        <source>{field}: as it was</source>
        <translation>{field}: zoals het was</translation>
    </message>
    <message>
        <source>{field}: as it is</source>
        <translation>{field}: zoals het is</translation>
    </message>
    <message>
        <source>{field}: as proposed</source>
        <translation>{field}: zoals voorgesteld</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Opgegeven reden</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Bestand openen</translation>
    </message>
</context>
<context>
    <name>DeskCountWords</name>
    <message numerus="yes">
        <source>waits for %n day(s)</source>
        <translation>
            <numerusform>wacht %n dag</numerusform>
            <numerusform>wacht %n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspension(s) because of what was sent by role: who that is shows nowhere. They end at the report.</source>
        <translation>
            <numerusform>%n schorsing om wat met alleen een rol is verstuurd: wie dat is, staat nergens. Ze eindigt bij de melding.</numerusform>
            <numerusform>%n schorsingen om wat met alleen een rol is verstuurd: wie dat zijn, staat nergens. Ze eindigen bij de melding.</numerusform>
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
    <name>DeskListPage</name>
    <message>
        <source>Asking the archive</source>
        <translation>Het archief vragen</translation>
    </message>
    <message>
        <source>Show what was decided too</source>
        <translation>Toon ook wat besloten is</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Hier wacht niets.</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Gedaan: {title}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>Manage</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>This is the maintainers&apos; desk.</source>
        <translation>Dit is het bureau van de beheerders.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Inloggen</translation>
    </message>
    <message>
        <source>Log in as a maintainer of the archive to see what waits here.</source>
        <translation>Log in als beheerder van het archief om te zien wat hier wacht.</translation>
    </message>
    <message>
        <source>Nothing is decided without the archive, and nothing is lost.</source>
        <translation>Zonder het archief wordt er niets besloten, en er gaat niets verloren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
</context>
<context>
    <name>DetailsFacts</name>
    <message>
        <source>left empty by hand</source>
        <translation>met de hand leeg gelaten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Show all contributions with this</source>
        <translation>Toon alle bijdragen die dit ook hebben</translation>
    </message>
    <message>
        <source>All contributions of this author, over the editions</source>
        <translation>Alle bijdragen van deze auteur, over de edities heen</translation>
    </message>
</context>
<context>
    <name>DetailsFiles</name>
    <message>
        <source>No file belongs to this contribution.</source>
        <translation>Bij deze bijdrage hoort geen bestand.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versie %1</translation>
    </message>
    <message>
        <source>Current, %1</source>
        <translation>Huidig, %1</translation>
    </message>
    <message>
        <source>Older, %1</source>
        <translation>Ouder, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina’s</numerusform>
        </translation>
    </message>
    <message>
        <source>added on %1</source>
        <translation>toegevoegd op %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Open het origineel</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Slides</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Bijlage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
</context>
<context>
    <name>DetailsLinks</name>
    <message>
        <source>Checking links</source>
        <translation>Links controleren</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Check the links</source>
        <translation>Controleer de links</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>This computer has no network. The links were not checked; nothing was changed.</source>
        <translation>Deze computer heeft geen netwerk. De links zijn niet gecontroleerd; er is niets veranderd.</translation>
    </message>
    <message>
        <source>Links open in your own browser. Checking asks each site once, and only then.</source>
        <translation>Links gaan open in je eigen browser. Controleren vraagt elke site één keer, en alleen dan.</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Toon er nog {count}</translation>
    </message>
</context>
<context>
    <name>DetailsView</name>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Feedback to the authors</source>
        <translation>Feedback aan de auteurs</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laat het zoals het was</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Van deze computer halen</translation>
    </message>
    <message>
        <source>Makes room. What you wrote stays, and the paper can be had again.</source>
        <translation>Maakt ruimte. Wat je schreef blijft, en de bijdrage is opnieuw op te halen.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>This contribution is no longer in the library.</source>
        <translation>Deze bijdrage is niet meer in de bibliotheek.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>It may have been taken out with an import that was undone.</source>
        <translation>Misschien ging ze weg met een import die ongedaan is gemaakt.</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>Added on %1, %2.</source>
        <translation>Toegevoegd op %1, %2.</translation>
    </message>
    <message>
        <source>Last changed on %1, %2.</source>
        <translation>Laatst gewijzigd op %1, %2.</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Ask again</source>
        <translation>Vraag opnieuw</translation>
    </message>
    <message>
        <source>The archive is asked where you are logged in.</source>
        <translation>Aan het archief wordt gevraagd waar je bent ingelogd.</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindig</translation>
    </message>
    <message>
        <source>End the session on {device}</source>
        <translation>Beëindig de sessie op {device}</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>deze computer</translation>
    </message>
    <message>
        <source>a token for a machine without a window</source>
        <translation>een sleutel voor een machine zonder venster</translation>
    </message>
    <message>
        <source>used last {when}</source>
        <translation>laatst gebruikt {when}</translation>
    </message>
    <message>
        <source>ends by itself {when}</source>
        <translation>eindigt vanzelf {when}</translation>
    </message>
</context>
<context>
    <name>DossierCard</name>
    <message>
        <source>Open the passage</source>
        <translation>Open de passage</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naar boven</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Naar beneden</translation>
    </message>
    <message>
        <source>Take out of the dossier</source>
        <translation>Uit het dossier halen</translation>
    </message>
    <message>
        <source>Your remark</source>
        <translation>Je opmerking</translation>
    </message>
    <message>
        <source>Remark on {title}</source>
        <translation>Opmerking bij {title}</translation>
    </message>
</context>
<context>
    <name>DossierEditing</name>
    <message>
        <source>Taken out of the dossier.</source>
        <translation>Uit het dossier gehaald.</translation>
    </message>
    <message>
        <source>“{name}” lies in the trash, which keeps it for 30 days.</source>
        <translation>‘{name}’ ligt in de prullenbak, die het 30 dagen bewaart.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n onderdeel</numerusform>
            <numerusform>%n onderdelen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierMenu</name>
    <message>
        <source>Add to dossier</source>
        <translation>In een dossier</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Nieuw dossier</translation>
    </message>
</context>
<context>
    <name>DossierPacking</name>
    <message>
        <source>The reading pack is written: {file}</source>
        <translation>Het leespakket is geschreven: {file}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} schrijven</translation>
    </message>
    <message>
        <source>Stopped, as you asked. No reading pack was written.</source>
        <translation>Gestopt, zoals je vroeg. Er is geen leespakket geschreven.</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Name of the dossier</source>
        <translation>Naam van het dossier</translation>
    </message>
    <message>
        <source>Remark on the dossier</source>
        <translation>Opmerking bij het dossier</translation>
    </message>
    <message>
        <source>What this dossier is for</source>
        <translation>Waar dit dossier voor is</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>A reading pack as one PDF, as Markdown or as a zip (Ctrl+E)</source>
        <translation>Een leespakket als één pdf, als Markdown of als zip (Ctrl+E)</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Delen…</translation>
    </message>
    <message>
        <source>Say who else may see this dossier</source>
        <translation>Zeg wie dit dossier nog meer mag zien</translation>
    </message>
    <message>
        <source>Make it mine</source>
        <translation>Maak het van mij</translation>
    </message>
    <message>
        <source>Make a copy of your own, which you can change</source>
        <translation>Maak een eigen kopie, die je kunt veranderen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Take back what was done last (Ctrl+Z)</source>
        <translation>Neem terug wat het laatst gedaan is (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Do again what was taken back (Ctrl+Shift+Z)</source>
        <translation>Doe opnieuw wat teruggenomen is (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>Naar de prullenbak</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>Uit de prullenbak halen</translation>
    </message>
    <message>
        <source>There is nothing in this dossier yet.</source>
        <translation>Er staat nog niets in dit dossier.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>“Add to dossier” stands with each paper that you find, browse or read, and with each passage.</source>
        <translation>‘In een dossier’ staat bij elke bijdrage die je vindt, bekijkt of leest, en bij elke passage.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n onderdeel</numerusform>
            <numerusform>%n onderdelen</numerusform>
        </translation>
    </message>
    <message>
        <source>shared by %1</source>
        <translation>gedeeld door %1</translation>
    </message>
</context>
<context>
    <name>DossierWords</name>
    <message>
        <source>This contribution is no longer in the library</source>
        <translation>Deze bijdrage staat niet meer in de bibliotheek</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Zonder titel</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>This dossier lies in the trash, which keeps it until {day}.</source>
        <translation>Dit dossier ligt in de prullenbak, die het bewaart tot {day}.</translation>
    </message>
</context>
<context>
    <name>DossiersView</name>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>All dossiers</source>
        <translation>Alle dossiers</translation>
    </message>
    <message>
        <source>Show or hide the list of dossiers (Ctrl+B)</source>
        <translation>Toon of verberg de lijst van dossiers (Ctrl+B)</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Nieuw dossier</translation>
    </message>
    <message>
        <source>Make an empty dossier (Ctrl+N)</source>
        <translation>Maak een leeg dossier (Ctrl+N)</translation>
    </message>
    <message>
        <source>Papers and passages that belong together, in your own order.</source>
        <translation>Bijdragen en passages die bij elkaar horen, in je eigen volgorde.</translation>
    </message>
    <message>
        <source>For a lesson or an article: with your remarks, as a reading pack for your students, with citations.</source>
        <translation>Voor een les of een artikel: met je opmerkingen, als leespakket voor je leerlingen, met verwijzingen.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>De prullenbak is leeg.</translation>
    </message>
    <message numerus="yes">
        <source>Trash (%n)</source>
        <translation>
            <numerusform>Prullenbak (%n)</numerusform>
            <numerusform>Prullenbak (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the dossiers</source>
        <translation>Terug naar de dossiers</translation>
    </message>
</context>
<context>
    <name>DownloadWords</name>
    <message>
        <source>In the archive</source>
        <translation>In het archief</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Didn&apos;t come</source>
        <translation>Niet gekomen</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Op deze computer</translation>
    </message>
    <message>
        <source>Newer version in the archive</source>
        <translation>Nieuwere versie in het archief</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Haal op</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>{size} is free again. Your notes stay, and the papers can be had from the archive again.</source>
        <translation>{size} is weer vrij. Je notities blijven, en de bijdragen zijn opnieuw uit het archief op te halen.</translation>
    </message>
    <message>
        <source>Fetch them again</source>
        <translation>Haal ze weer op</translation>
    </message>
    <message>
        <source>Fetching papers</source>
        <translation>Bijdragen ophalen</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} tot en met {end}</translation>
    </message>
    <message>
        <source>There is no website.</source>
        <translation>Er is geen website.</translation>
    </message>
    <message>
        <source>The archive knows of no website.</source>
        <translation>Het archief kent geen website.</translation>
    </message>
    <message>
        <source>As it was then, kept by the archive. It opens in your own browser.</source>
        <translation>Zoals hij toen was, bewaard door het archief. Hij opent in je eigen browser.</translation>
    </message>
    <message>
        <source>Archived website</source>
        <translation>Gearchiveerde website</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>It opens in your own browser.</source>
        <translation>Hij opent in je eigen browser.</translation>
    </message>
</context>
<context>
    <name>EditionForm</name>
    <message>
        <source>A year of four digits, such as 2025.</source>
        <translation>Een jaar van vier cijfers, zoals 2025.</translation>
    </message>
    <message>
        <source>A day as 2025-03-27.</source>
        <translation>Een dag als 2025-03-27.</translation>
    </message>
    <message>
        <source>An address that begins with https://</source>
        <translation>Een adres dat begint met https://</translation>
    </message>
    <message>
        <source>What everybody sees of this edition</source>
        <translation>Wat iedereen van deze editie ziet</translation>
    </message>
    <message>
        <source>As 2025-03-27.</source>
        <translation>Zoals 2025-03-27.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisator</translation>
    </message>
    <message>
        <source>Address of the programme</source>
        <translation>Adres van het programma</translation>
    </message>
    <message>
        <source>Address of the website</source>
        <translation>Adres van de website</translation>
    </message>
    <message>
        <source>The website</source>
        <translation>De website</translation>
    </message>
    <message>
        <source>as its address says</source>
        <translation>zoals het adres zegt</translation>
    </message>
    <message>
        <source>is still there</source>
        <translation>is er nog</translation>
    </message>
    <message>
        <source>is kept by the archive</source>
        <translation>bewaart het archief</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>is er niet</translation>
    </message>
    <message>
        <source>Hand in an archived website</source>
        <translation>Een gearchiveerde website inleveren</translation>
    </message>
    <message>
        <source>A WARC or zip file of it: the archive shows it from then on.</source>
        <translation>Een WARC- of zipbestand ervan: het archief toont hem vanaf dan.</translation>
    </message>
    <message>
        <source>Save for everybody</source>
        <translation>Bewaren voor iedereen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laat zoals het was</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>De laatste dag ligt voor de eerste.</translation>
    </message>
</context>
<context>
    <name>EditionRow</name>
    <message>
        <source>Without edition</source>
        <translation>Zonder editie</translation>
    </message>
    <message>
        <source>{here} of {all} here</source>
        <translation>{here} van {all} hier</translation>
    </message>
    <message>
        <source>{count} on their way</source>
        <translation>{count} onderweg</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>Ophalen ({size})</translation>
    </message>
    <message>
        <source>Download {edition}</source>
        <translation>{edition} ophalen</translation>
    </message>
    <message>
        <source>Remove here</source>
        <translation>Hier weghalen</translation>
    </message>
    <message>
        <source>Remove {edition} from this computer</source>
        <translation>{edition} van deze computer halen</translation>
    </message>
    <message>
        <source>Makes room. What you wrote stays, and the papers can be had again.</source>
        <translation>Maakt ruimte. Wat je schreef blijft, en de bijdragen zijn opnieuw op te halen.</translation>
    </message>
</context>
<context>
    <name>EditionView</name>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Edition of the congress</source>
        <translation>Editie van het congres</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Search in this edition</source>
        <translation>Zoek in deze editie</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>There is no such edition in the library.</source>
        <translation>Deze editie is er niet in de bibliotheek.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>Sending a website</source>
        <translation>Een website versturen</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n author(s)</source>
        <translation>
            <numerusform>van %n auteur</numerusform>
            <numerusform>van %n auteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisator</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Soorten</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema&apos;s</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Toon er nog {count}</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Bijdragen</translation>
    </message>
    <message>
        <source>Saved. Everybody has it with the next update.</source>
        <translation>Bewaard. Iedereen heeft het bij de volgende keer bijwerken.</translation>
    </message>
    <message>
        <source>Hand in an archived website</source>
        <translation>Een gearchiveerde website inleveren</translation>
    </message>
    <message>
        <source>Websites (*.warc *.warc.gz *.zip)</source>
        <translation>Websites (*.warc *.warc.gz *.zip)</translation>
    </message>
</context>
<context>
    <name>ErasedCard</name>
    <message>
        <source>The account {mail} was erased. Remove what belonged to it from this computer, too?</source>
        <translation>Het account {mail} is gewist. Ook van deze computer verwijderen wat erbij hoorde?</translation>
    </message>
    <message>
        <source>Name, mail address, feedback, comments and messages go, out of the backups on this computer as well. What you wrote for yourself – notes, dossiers, where you were reading – stays here, without a name, unless you remove that, too.</source>
        <translation>Naam, mailadres, feedback, reacties en berichten gaan weg, ook uit de reservekopieën op deze computer. Wat je voor jezelf schreef – aantekeningen, dossiers, waar je was met lezen – blijft hier staan, zonder naam, tenzij je dat ook verwijdert.</translation>
    </message>
    <message>
        <source>Remove my notes and dossiers, too</source>
        <translation>Verwijder ook mijn aantekeningen en dossiers</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Van deze computer verwijderen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Removing what belonged to the account</source>
        <translation>Verwijderen wat bij het account hoorde</translation>
    </message>
    <message>
        <source>What belonged to the account is gone from this computer.</source>
        <translation>Wat bij het account hoorde, is van deze computer verdwenen.</translation>
    </message>
</context>
<context>
    <name>ExampleArchive</name>
    <message>
        <source>Bringing in the example archive</source>
        <translation>Voorbeeldarchief binnenhalen</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Save a copy with annotations</source>
        <translation>Bewaar een kopie met aantekeningen</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}, with %n annotation(s).</source>
        <translation>
            <numerusform>Bewaard als {file}, met %n aantekening.</numerusform>
            <numerusform>Bewaard als {file}, met %n aantekeningen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not go in; they stay in the margin.</source>
        <translation>
            <numerusform>%n kon er niet in; hij blijft in de kantlijn staan.</numerusform>
            <numerusform>%n konden er niet in; ze blijven in de kantlijn staan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Exporteer aantekeningen</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) written to {file}.</source>
        <translation>
            <numerusform>%n aantekening geschreven naar {file}.</numerusform>
            <numerusform>%n aantekeningen geschreven naar {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importeer aantekeningen</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) taken from {file}.</source>
        <translation>
            <numerusform>%n aantekening overgenomen uit {file}.</numerusform>
            <numerusform>%n aantekeningen overgenomen uit {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood here already.</source>
        <translation>
            <numerusform>%n stond hier al.</numerusform>
            <numerusform>%n stonden hier al.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export as a reading pack</source>
        <translation>Exporteren als leespakket</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>One PDF</source>
        <translation>Eén pdf</translation>
    </message>
    <message>
        <source>Zip: files, text, references</source>
        <translation>Zip: bestanden, tekst, verwijzingen</translation>
    </message>
    <message>
        <source>Markdown: text, references</source>
        <translation>Markdown: tekst, verwijzingen</translation>
    </message>
    <message>
        <source>All but those whose licence says no</source>
        <translation>Alle, behalve waarvan de licentie nee zegt</translation>
    </message>
    <message>
        <source>Only those whose licence says yes</source>
        <translation>Alleen waarvan de licentie ja zegt</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>With what I wrote in these papers (W3C JSON-LD)</source>
        <translation>Met wat ik in deze bijdragen schreef (W3C JSON-LD)</translation>
    </message>
    <message>
        <source>May be copied for students?</source>
        <translation>Te kopiëren voor leerlingen en studenten?</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>yes: {count}</source>
        <translation>ja: {count}</translation>
    </message>
    <message>
        <source>no: {count}</source>
        <translation>nee: {count}</translation>
    </message>
    <message>
        <source>not stated: {count}</source>
        <translation>niet vermeld: {count}</translation>
    </message>
    <message>
        <source>Its file is left out; its reference is in the pack.</source>
        <translation>Het bestand blijft eruit; de verwijzing staat in het pakket.</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n paper(s) are left out.</source>
        <translation>
            <numerusform>De bestanden van %n bijdrage blijven eruit.</numerusform>
            <numerusform>De bestanden van %n bijdragen blijven eruit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are of papers that are no longer in the library.</source>
        <translation>
            <numerusform>%n regel is van een bijdrage die niet meer in de bibliotheek staat.</numerusform>
            <numerusform>%n regels zijn van bijdragen die niet meer in de bibliotheek staan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Choose a file to send along</source>
        <translation>Kies een bestand om mee te sturen</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Link erbij</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Bestand erbij</translation>
    </message>
    <message>
        <source>At most 10 MB: a PDF, a picture, a text, an office document or a zip</source>
        <translation>Hooguit 10 MB: een pdf, een afbeelding, een tekst, een office-document of een zip</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Leave the link out</source>
        <translation>Link weglaten</translation>
    </message>
    <message>
        <source>Leave the file out</source>
        <translation>Bestand weglaten</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Narrow</source>
        <translation>Verfijnen</translation>
    </message>
    <message>
        <source>There is nothing to choose from here.</source>
        <translation>Hier valt niets te kiezen.</translation>
    </message>
    <message>
        <source>At least so many: the answer is too large to count all of it.</source>
        <translation>Minstens zoveel: het antwoord is te groot om alles te tellen.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Wis alles</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>Nog {count}</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Minder</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>The draft is thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Fetched: {name}</source>
        <translation>Opgehaald: {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Toon het</translation>
    </message>
</context>
<context>
    <name>FeedbackDelegate</name>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
</context>
<context>
    <name>FeedbackList</name>
    <message>
        <source>Your feedback</source>
        <translation>Je feedback</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message numerus="yes">
        <source>%n piece(s) of feedback</source>
        <translation>
            <numerusform>%n keer feedback</numerusform>
            <numerusform>%n keer feedback</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} van {total}</translation>
    </message>
    <message>
        <source>Save your feedback as text</source>
        <translation>Je feedback als tekst bewaren</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
    <message>
        <source>Search your feedback</source>
        <translation>Zoek in je feedback</translation>
    </message>
    <message>
        <source>Words of what you wrote, titles</source>
        <translation>Woorden uit wat je schreef, titels</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Which feedback</source>
        <translation>Welke feedback</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Open at the passage</source>
        <translation>Open bij de passage</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Verder schrijven</translation>
    </message>
    <message>
        <source>Throw draft away</source>
        <translation>Gooi concept weg</translation>
    </message>
    <message>
        <source>You haven&apos;t given any feedback yet.</source>
        <translation>Je hebt nog geen feedback gegeven.</translation>
    </message>
    <message>
        <source>Find a paper to read</source>
        <translation>Zoek een bijdrage om te lezen</translation>
    </message>
    <message>
        <source>Select a sentence while reading and press F: it goes to the authors. Here you see what becomes of it.</source>
        <translation>Selecteer bij het lezen een zin en druk op F: het gaat naar de auteurs. Hier zie je wat ervan wordt.</translation>
    </message>
    <message>
        <source>No feedback of yours has all of this.</source>
        <translation>Geen feedback van jou heeft dit allemaal.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Toon alles</translation>
    </message>
</context>
<context>
    <name>FeedbackRows</name>
    <message>
        <source>All feedback</source>
        <translation>Alle feedback</translation>
    </message>
    <message>
        <source>With news</source>
        <translation>Met nieuws</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Concepten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
</context>
<context>
    <name>FeedbackSection</name>
    <message>
        <source>All your feedback</source>
        <translation>Al je feedback</translation>
    </message>
    <message>
        <source>What became of your feedback</source>
        <translation>Wat er van je feedback werd</translation>
    </message>
</context>
<context>
    <name>FeedbackSheet</name>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
    <message>
        <source>Write your message first.</source>
        <translation>Schrijf eerst je bericht.</translation>
    </message>
    <message>
        <source>In the outbox: it goes as soon as there is a connection.</source>
        <translation>In postvak uit: het gaat zodra er verbinding is.</translation>
    </message>
    <message>
        <source>On its way to the authors.</source>
        <translation>Onderweg naar de auteurs.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>You have to be logged in to send this. Your text is kept.</source>
        <translation>Je moet ingelogd zijn om dit te verzenden. Je tekst is bewaard.</translation>
    </message>
    <message>
        <source>The draft is thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Feedback to the authors</source>
        <translation>Feedback aan de auteurs</translation>
    </message>
    <message>
        <source>Close; the draft is kept</source>
        <translation>Sluiten; het concept blijft bewaard</translation>
    </message>
</context>
<context>
    <name>FeedbackTool</name>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Feedback to the authors</source>
        <translation>Feedback aan de auteurs</translation>
    </message>
    <message>
        <source>Feedback to the authors (Ctrl+Shift+M; on a passage: F)</source>
        <translation>Feedback aan de auteurs (Ctrl+Shift+M; op een passage: F)</translation>
    </message>
</context>
<context>
    <name>FeedbackWords</name>
    <message>
        <source>Adopted in version {}.</source>
        <translation>Overgenomen in versie {}.</translation>
    </message>
    <message>
        <source>You, by your role only</source>
        <translation>Jij, alleen met je rol</translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>(niet meer aanwezig)</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Verbetering</translation>
    </message>
    <message>
        <source>Used in class</source>
        <translation>In de les gebruikt</translation>
    </message>
    <message>
        <source>Appreciation</source>
        <translation>Waardering</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Jouw vraag</translation>
    </message>
    <message>
        <source>Your correction</source>
        <translation>Jouw verbetering</translation>
    </message>
    <message>
        <source>You used it in class</source>
        <translation>Jij gebruikte het in de les</translation>
    </message>
    <message>
        <source>Your appreciation</source>
        <translation>Jouw waardering</translation>
    </message>
    <message>
        <source>Your feedback</source>
        <translation>Je feedback</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>No author yet</source>
        <translation>Nog geen auteur</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Bezorgd</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Overgenomen</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>Niet overgenomen</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>docent</translation>
    </message>
    <message>
        <source>researcher</source>
        <translation>onderzoeker</translation>
    </message>
    <message>
        <source>student</source>
        <translation>student</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lezer</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>maintainer</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>A draft, on this computer only.</source>
        <translation>Een concept, alleen op deze computer.</translation>
    </message>
    <message>
        <source>It waits in the outbox, and goes with the next update.</source>
        <translation>Het wacht in postvak uit en gaat mee met de volgende keer bijwerken.</translation>
    </message>
    <message>
        <source>It could not be sent. The text is kept.</source>
        <translation>Het kon niet worden verzonden. De tekst is bewaard.</translation>
    </message>
    <message>
        <source>The archive has it. Nobody has fetched it yet.</source>
        <translation>Het centraal archief heeft het. Niemand heeft het nog opgehaald.</translation>
    </message>
    <message>
        <source>The archive has it. None of the authors is known there yet: they are asked, and it is kept for them.</source>
        <translation>Het centraal archief heeft het. Geen van de auteurs is daar al bekend: ze worden gevraagd, en het blijft voor hen bewaard.</translation>
    </message>
    <message>
        <source>It has come to the authors.</source>
        <translation>Het is bij de auteurs aangekomen.</translation>
    </message>
    <message>
        <source>An author has read it.</source>
        <translation>Een auteur heeft het gelezen.</translation>
    </message>
    <message>
        <source>{} has read it.</source>
        <translation>{} heeft het gelezen.</translation>
    </message>
    <message>
        <source>An author has answered.</source>
        <translation>Een auteur heeft geantwoord.</translation>
    </message>
    <message>
        <source>{} has answered.</source>
        <translation>{} heeft geantwoord.</translation>
    </message>
    <message>
        <source>Adopted by the authors.</source>
        <translation>Overgenomen door de auteurs.</translation>
    </message>
    <message>
        <source>Not adopted by the authors.</source>
        <translation>Niet overgenomen door de auteurs.</translation>
    </message>
    <message>
        <source>Not adopted: {}</source>
        <translation>Niet overgenomen: {}</translation>
    </message>
    <message>
        <source>Hidden by the maintainer.</source>
        <translation>Verborgen door de beheerder.</translation>
    </message>
    <message>
        <source>Hidden by the maintainer: {}</source>
        <translation>Verborgen door de beheerder: {}</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t let this account do that.</source>
        <translation>Het centraal archief laat dit account dat niet doen.</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t take it in this form.</source>
        <translation>Het centraal archief neemt het in deze vorm niet aan.</translation>
    </message>
    <message>
        <source>It is larger than the archive takes.</source>
        <translation>Het is groter dan het centraal archief aanneemt.</translation>
    </message>
    <message>
        <source>The archive has something else under the same number.</source>
        <translation>Het centraal archief heeft iets anders onder hetzelfde nummer.</translation>
    </message>
    <message>
        <source>What it speaks of is no longer at the archive.</source>
        <translation>Waar het over gaat is niet meer in het centraal archief.</translation>
    </message>
    <message>
        <source>Your account is suspended by the maintainer.</source>
        <translation>Je account is geschorst door de beheerder.</translation>
    </message>
    <message>
        <source>Your account isn&apos;t approved yet.</source>
        <translation>Je account is nog niet goedgekeurd.</translation>
    </message>
    <message>
        <source>You sent a lot in a short time. Wait a while, and try again.</source>
        <translation>Je verzond veel in korte tijd. Wacht even en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This code isn&apos;t right, or no longer valid.</source>
        <translation>Deze code klopt niet, of geldt niet meer.</translation>
    </message>
    <message>
        <source>The file might say who you are. Take it off, or show your own name.</source>
        <translation>Het bestand kan verraden wie je bent. Haal het weg, of toon je eigen naam.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>om {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
</context>
<context>
    <name>FilledStart</name>
    <message>
        <source>Searched before</source>
        <translation>Eerder gezocht</translation>
    </message>
    <message>
        <source>This is the example archive, a library of its own. Nothing you do here touches your own library.</source>
        <translation>Dit is het voorbeeldarchief, een bibliotheek op zichzelf. Wat je hier doet, raakt je eigen bibliotheek niet.</translation>
    </message>
    <message>
        <source>To my own library</source>
        <translation>Naar mijn eigen bibliotheek</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Wat hier staat</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Sinds {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n new contribution(s)</source>
        <translation>
            <numerusform>%n nieuwe bijdrage</numerusform>
            <numerusform>%n nieuwe bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new; {count} here</source>
        <translation>niets nieuws; {count} hier</translation>
    </message>
    <message>
        <source>Continue reading</source>
        <translation>Verder lezen</translation>
    </message>
    <message>
        <source>slide {page} of {pages}</source>
        <translation>dia {page} van {pages}</translation>
    </message>
    <message>
        <source>p. {page} of {pages}</source>
        <translation>p. {page} van {pages}</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Toon alle {count}</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Te lezen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Toon minder</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Toon nog {count}</translation>
    </message>
    <message>
        <source>New since last time</source>
        <translation>Nieuw sinds de vorige keer</translation>
    </message>
    <message>
        <source>Came in last</source>
        <translation>Het laatst binnengekomen</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Edities</translation>
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
    <name>FirstStart</name>
    <message>
        <source>Bringing in the example archive</source>
        <translation>Voorbeeldarchief binnenhalen</translation>
    </message>
    <message>
        <source>An archive that you can search and read</source>
        <translation>Een archief dat je kunt doorzoeken en lezen</translation>
    </message>
    <message>
        <source>Kennisbank puts the contributions of a conference on your own computer, finds the sentence that you look for, and opens the page at it. There is nothing here yet; choose how to begin.</source>
        <translation>Kennisbank zet de bijdragen van een congres op je eigen computer, vindt de zin die je zoekt en slaat de pagina daar open. Er is hier nog niets; kies hoe je begint.</translation>
    </message>
    <message>
        <source>Open the example archive</source>
        <translation>Open het voorbeeldarchief</translation>
    </message>
    <message>
        <source>A small archive that comes along. You see at once what searching and reading are like.</source>
        <translation>Een klein archief dat is meegeleverd. Je ziet meteen wat zoeken en lezen betekent.</translation>
    </message>
    <message>
        <source>No network and no account needed</source>
        <translation>Geen netwerk en geen account nodig</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Open het voorbeeld</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbind met een archief</translation>
    </message>
    <message>
        <source>Fetch the catalogue of a congress, and choose which papers come to this computer.</source>
        <translation>Haal de catalogus van een congres op en kies welke bijdragen op deze computer komen.</translation>
    </message>
    <message>
        <source>The address of the archive is enough</source>
        <translation>Het adres van het archief is genoeg</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbind</translation>
    </message>
    <message>
        <source>Open an archive on a stick</source>
        <translation>Open een archief op een stick</translation>
    </message>
    <message>
        <source>Open a folder of contributions</source>
        <translation>Open een map met bijdragen</translation>
    </message>
    <message>
        <source>PDF, DOCX, PPTX, ODT and more, from a folder of your own. Your files stay as they are.</source>
        <translation>PDF, DOCX, PPTX, ODT en meer, uit een eigen map. Je bestanden blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Er verlaat niets deze computer</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
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
        <source>Asking more exactly</source>
        <translation>Preciezer vragen</translation>
    </message>
    <message>
        <source>Plain words are enough. If they find too much, these help; advanced search makes them for you.</source>
        <translation>Gewone woorden zijn genoeg. Vinden ze te veel, dan helpt dit; uitgebreid zoeken maakt het voor je.</translation>
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
    <name>ImportCsv</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Blz.</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>Wat er is</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message>
        <source>Looking for files</source>
        <translation>Bestanden zoeken</translation>
    </message>
    <message>
        <source>Making them searchable</source>
        <translation>Doorzoekbaar maken</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 van %2 gelezen</translation>
    </message>
    <message>
        <source>Files of the import</source>
        <translation>Bestanden van de import</translation>
    </message>
    <message>
        <source>Totals; each shows only its own files</source>
        <translation>Totalen; elk toont alleen zijn eigen bestanden</translation>
    </message>
    <message>
        <source>Panel with the chosen file</source>
        <translation>Paneel met het gekozen bestand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Report as CSV</source>
        <translation>Verslag als csv</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzig</translation>
    </message>
    <message>
        <source>Import something else</source>
        <translation>Importeer iets anders</translation>
    </message>
    <message>
        <source>Importing can be done after the rehearsal</source>
        <translation>Importeren kan na de proef</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Maak deze import ongedaan</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeer</translation>
    </message>
    <message numerus="yes">
        <source>Import %n contribution(s)</source>
        <translation>
            <numerusform>Importeer %n bijdrage</numerusform>
            <numerusform>Importeer %n bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Niets te importeren</translation>
    </message>
    <message>
        <source>Earlier import</source>
        <translation>Eerdere import</translation>
    </message>
    <message>
        <source>Manage, importing</source>
        <translation>Beheer, importeren</translation>
    </message>
    <message>
        <source>Rehearsal %1</source>
        <translation>Proefimport %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Geïmporteerd: %1</translation>
    </message>
    <message>
        <source>Stopped, as you asked. Nothing was written; below is what was read.</source>
        <translation>Gestopt, zoals je vroeg. Er is niets geschreven; hieronder staat wat gelezen is.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped, as you asked. %n contribution(s) came in and stay; go on when you like.</source>
        <translation>
            <numerusform>Gestopt, zoals je vroeg. Er is %n bijdrage binnen en die blijft; ga verder wanneer je wilt.</numerusform>
            <numerusform>Gestopt, zoals je vroeg. Er zijn %n bijdragen binnen en die blijven; ga verder wanneer je wilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rehearsal: everything is read, nothing is written.</source>
        <translation>Een proef: alles wordt gelezen, niets wordt geschreven.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. What you import can be undone as a whole.</source>
        <translation>Er is nog niets veranderd. Wat je importeert, kun je in één keer ongedaan maken.</translation>
    </message>
    <message>
        <source>What is imported is safe at once; you may stop halfway.</source>
        <translation>Wat geïmporteerd is, is meteen veilig; je mag halverwege stoppen.</translation>
    </message>
    <message>
        <source>Nothing new came in: everything is here already, or could not be taken.</source>
        <translation>Er kwam niets nieuws bij: alles is er al, of kon niet worden opgenomen.</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came in. They can be found and read now.</source>
        <translation>
            <numerusform>Er is %n bijdrage bij. Je kunt die nu vinden en lezen.</numerusform>
            <numerusform>Er zijn %n bijdragen bij. Je kunt ze nu vinden en lezen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n bestand</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 van %2 bestanden</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>nog een paar seconden</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>nog ongeveer %n seconde</numerusform>
            <numerusform>nog ongeveer %n seconden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>nog ongeveer %n minuut</numerusform>
            <numerusform>nog ongeveer %n minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>File before</source>
        <translation>Vorig bestand</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Volgend bestand</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Sluit dit paneel</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Bewaar en volgende</translation>
    </message>
    <message>
        <source>Choose a file in the table.</source>
        <translation>Kies een bestand in de tabel.</translation>
    </message>
    <message>
        <source>Here you see what is the matter with it, and mend what is known of it.</source>
        <translation>Hier zie je wat ermee is, en verbeter je wat ervan bekend is.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina’s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportRun</name>
    <message>
        <source>Rehearsing an import</source>
        <translation>Proefimport</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importeren</translation>
    </message>
</context>
<context>
    <name>ImportSetup</name>
    <message>
        <source>What do you want to import?</source>
        <translation>Wat wil je importeren?</translation>
    </message>
    <message>
        <source>PDF, DOCX, PPTX, ODT, HTML or plain text. You may also drop it on the window. The files stay where they are; the library keeps a copy.</source>
        <translation>Pdf, docx, pptx, odt, html of platte tekst. Je mag het ook op het venster slepen. De bestanden blijven waar ze staan; de bibliotheek bewaart een kopie.</translation>
    </message>
    <message>
        <source>Does a list come with it?</source>
        <translation>Hoort er een lijst bij?</translation>
    </message>
    <message>
        <source>CSV, BibTeX or RIS with titles and authors: it goes before what is found in the files.</source>
        <translation>Csv, BibTeX of RIS met titels en auteurs: die gaat voor wat in de bestanden gevonden wordt.</translation>
    </message>
    <message>
        <source>Which edition is it of?</source>
        <translation>Van welke editie is het?</translation>
    </message>
    <message>
        <source>A short code, such as NIOC2025. Leave it empty when the list says it.</source>
        <translation>Een korte code, zoals NIOC2025. Laat het leeg als de lijst het zegt.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
    <message>
        <source>Choose files or a zip</source>
        <translation>Kies bestanden of een zip</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Kies een lijst</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proefimport</translation>
    </message>
    <message>
        <source>Import without a rehearsal</source>
        <translation>Importeer zonder proef</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n bestand in %1</numerusform>
            <numerusform>%n bestanden in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>Kies iets anders</translation>
    </message>
    <message>
        <source>Do without this list</source>
        <translation>Doe het zonder deze lijst</translation>
    </message>
    <message>
        <source>A rehearsal reads everything and says what would happen. Nothing is written.</source>
        <translation>Een proef leest alles en zegt wat er zou gebeuren. Er wordt niets geschreven.</translation>
    </message>
    <message>
        <source>Choose a folder or files first.</source>
        <translation>Kies eerst een map of bestanden.</translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation>Lijsten (%1)</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
</context>
<context>
    <name>ImportTotals</name>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Import</source>
        <translation>Importeer</translation>
    </message>
    <message>
        <source>Import contributions</source>
        <translation>Bijdragen importeren</translation>
    </message>
    <message>
        <source>Begin with a rehearsal: you see for each file what would happen, and mend it before it counts.</source>
        <translation>Begin met een proef: je ziet per bestand wat er zou gebeuren, en verbetert het voordat het telt.</translation>
    </message>
    <message>
        <source>An import is running. Wait until it is done, or cancel it first.</source>
        <translation>Er loopt een import. Wacht tot die klaar is, of annuleer eerst.</translation>
    </message>
    <message numerus="yes">
        <source>The import was undone: %n contribution(s) taken out.</source>
        <translation>
            <numerusform>De import is ongedaan gemaakt: %n bijdrage is eruit gehaald.</numerusform>
            <numerusform>De import is ongedaan gemaakt: %n bijdragen zijn eruit gehaald.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Importeer opnieuw</translation>
    </message>
    <message>
        <source>Undoing an import</source>
        <translation>Import ongedaan maken</translation>
    </message>
    <message>
        <source>import report.csv</source>
        <translation>importverslag.csv</translation>
    </message>
    <message>
        <source>Report as CSV</source>
        <translation>Verslag als csv</translation>
    </message>
    <message>
        <source>The report stands in %1</source>
        <translation>Het verslag staat in %1</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Geïmporteerd</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Nakijken</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>nakijken</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>Bestaat al</translation>
    </message>
    <message>
        <source>exist already</source>
        <translation>bestaan al</translation>
    </message>
    <message>
        <source>Cannot</source>
        <translation>Kan niet</translation>
    </message>
    <message>
        <source>cannot</source>
        <translation>kan niet</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Vraagt een wachtwoord</translation>
    </message>
    <message>
        <source>File is empty</source>
        <translation>Bestand is leeg</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>Geen pagina&apos;s</translation>
    </message>
    <message>
        <source>Scan without text</source>
        <translation>Scan zonder tekst</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>Can&apos;t be read safely</source>
        <translation>Niet veilig te lezen</translation>
    </message>
    <message>
        <source>Takes too long</source>
        <translation>Duurt te lang</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Te groot</translation>
    </message>
    <message>
        <source>Not what its name says</source>
        <translation>Niet wat de naam zegt</translation>
    </message>
    <message>
        <source>Kind isn&apos;t read</source>
        <translation>Soort wordt niet gelezen</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Geen toegang</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Geen bestand</translation>
    </message>
    <message>
        <source>Unsafe name</source>
        <translation>Onveilige naam</translation>
    </message>
    <message>
        <source>Archive in an archive</source>
        <translation>Archief in een archief</translation>
    </message>
    <message>
        <source>Archive is damaged</source>
        <translation>Archief is beschadigd</translation>
    </message>
    <message>
        <source>Archive is too large</source>
        <translation>Archief is te groot</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Intussen veranderd</translation>
    </message>
    <message>
        <source>Our fault</source>
        <translation>Onze fout</translation>
    </message>
    <message>
        <source>Same file</source>
        <translation>Zelfde bestand</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Zelfde tekst</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Oudere versie</translation>
    </message>
    <message>
        <source>Same title and authors</source>
        <translation>Zelfde titel en auteurs</translation>
    </message>
    <message>
        <source>Same file name</source>
        <translation>Zelfde bestandsnaam</translation>
    </message>
    <message>
        <source>Another edition</source>
        <translation>Andere editie</translation>
    </message>
    <message>
        <source>No title found</source>
        <translation>Geen titel gevonden</translation>
    </message>
    <message>
        <source>Title of another file too</source>
        <translation>Titel ook van een ander</translation>
    </message>
    <message>
        <source>Several rows fit</source>
        <translation>Meer rijen passen</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Niet in de lijst</translation>
    </message>
    <message>
        <source>Rows without a file</source>
        <translation>Rijen zonder bestand</translation>
    </message>
    <message>
        <source>Rows not understood</source>
        <translation>Rijen niet begrepen</translation>
    </message>
    <message>
        <source>Kept: edited since</source>
        <translation>Gebleven: bewerkt</translation>
    </message>
    <message>
        <source>Annotations only kept</source>
        <translation>Aantekeningen alleen bewaard</translation>
    </message>
    <message>
        <source>Annotations damaged</source>
        <translation>Aantekeningen beschadigd</translation>
    </message>
    <message>
        <source>Too many annotations</source>
        <translation>Te veel aantekeningen</translation>
    </message>
    <message>
        <source>Annotated copy</source>
        <translation>Exemplaar met aantekeningen</translation>
    </message>
    <message>
        <source>Ask for a copy without a password, or save one, and import that.</source>
        <translation>Vraag een kopie zonder wachtwoord, of maak er een, en importeer die.</translation>
    </message>
    <message>
        <source>Ask for the file again: nothing is in it.</source>
        <translation>Vraag het bestand opnieuw: er staat niets in.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it again.</source>
        <translation>Open het in zijn eigen programma en bewaar het opnieuw.</translation>
    </message>
    <message>
        <source>Its pages are pictures of text, and can be found by title and authors only until they have been read. Check those two.</source>
        <translation>De pagina&apos;s zijn afbeeldingen van tekst, en alleen op titel en auteurs te vinden totdat ze gelezen zijn. Kijk die twee na.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it again, or ask for another copy.</source>
        <translation>Open het in zijn eigen programma en bewaar het opnieuw, of vraag een andere kopie.</translation>
    </message>
    <message>
        <source>Save it as a new PDF in another program and import that.</source>
        <translation>Bewaar het in een ander programma als nieuwe pdf en importeer die.</translation>
    </message>
    <message>
        <source>Part it, or save it with smaller pictures.</source>
        <translation>Deel het op, of bewaar het met kleinere plaatjes.</translation>
    </message>
    <message>
        <source>Give it the extension of what it really is.</source>
        <translation>Geef het de extensie van wat het echt is.</translation>
    </message>
    <message>
        <source>Save it as PDF, DOCX, PPTX, ODT, HTML or plain text.</source>
        <translation>Bewaar het als pdf, docx, pptx, odt, html of platte tekst.</translation>
    </message>
    <message>
        <source>Mend the permissions of the file, then import again.</source>
        <translation>Herstel de rechten van het bestand en importeer opnieuw.</translation>
    </message>
    <message>
        <source>Unpack it, or import it by itself.</source>
        <translation>Pak het uit, of importeer het apart.</translation>
    </message>
    <message>
        <source>Make the archive again, or import the files unpacked.</source>
        <translation>Maak het archief opnieuw, of importeer de bestanden uitgepakt.</translation>
    </message>
    <message>
        <source>Unpack it by hand and import the folder.</source>
        <translation>Pak het zelf uit en importeer de map.</translation>
    </message>
    <message>
        <source>Import it again when nobody is writing in it.</source>
        <translation>Importeer het opnieuw als niemand erin schrijft.</translation>
    </message>
    <message>
        <source>The other files were not harmed; the log of the library says more.</source>
        <translation>De andere bestanden hebben er geen last van; het logboek van de bibliotheek zegt meer.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Je hoeft niets te doen.</translation>
    </message>
    <message>
        <source>Compare the two; keep both if they differ.</source>
        <translation>Vergelijk de twee; houd ze allebei als ze verschillen.</translation>
    </message>
    <message>
        <source>Check that it is another contribution.</source>
        <translation>Kijk na of het een andere bijdrage is.</translation>
    </message>
    <message>
        <source>Check the edition below.</source>
        <translation>Kijk hieronder de editie na.</translation>
    </message>
    <message>
        <source>Type the title below.</source>
        <translation>Typ hieronder de titel.</translation>
    </message>
    <message>
        <source>Check the title below.</source>
        <translation>Kijk hieronder de titel na.</translation>
    </message>
    <message>
        <source>Make the file names in the list unique, or fill in the fields below.</source>
        <translation>Maak de bestandsnamen in de lijst uniek, of vul de velden hieronder in.</translation>
    </message>
    <message>
        <source>Add a row to the list, or check the fields below.</source>
        <translation>Voeg een rij aan de lijst toe, of kijk de velden hieronder na.</translation>
    </message>
    <message>
        <source>Add the missing files and import again; what is here is recognised.</source>
        <translation>Voeg de ontbrekende bestanden toe en importeer opnieuw; wat er al is, wordt herkend.</translation>
    </message>
    <message>
        <source>Mend these rows in the list and import again.</source>
        <translation>Verbeter deze rijen in de lijst en importeer opnieuw.</translation>
    </message>
    <message>
        <source>Read them in the program that made them.</source>
        <translation>Lees ze in het programma waarmee ze zijn gemaakt.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>geïmporteerd</translation>
    </message>
    <message>
        <source>Fields brought up to date</source>
        <translation>Velden bijgewerkt</translation>
    </message>
</context>
<context>
    <name>InboxActs</name>
    <message>
        <source>Your answer is on its way.</source>
        <translation>Je antwoord is onderweg.</translation>
    </message>
    <message>
        <source>The reader will hear of it.</source>
        <translation>De lezer krijgt het te horen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>The maintainer will see this thread and your question.</source>
        <translation>De beheerder krijgt deze berichten en je vraag te zien.</translation>
    </message>
    <message>
        <source>Saved as {name}. It was not opened.</source>
        <translation>Bewaard als {name}. Het is niet geopend.</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>{name} ophalen</translation>
    </message>
    <message>
        <source>Your new version goes to the maintainer.</source>
        <translation>Je nieuwe versie gaat naar de beheerder.</translation>
    </message>
</context>
<context>
    <name>InboxCountWords</name>
    <message numerus="yes">
        <source>Waits %n day(s)</source>
        <translation>
            <numerusform>Wacht %n dag</numerusform>
            <numerusform>Wacht %n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have waited for 30 days or more</source>
        <translation>
            <numerusform>%n bericht wacht 30 dagen of langer</numerusform>
            <numerusform>%n berichten wachten 30 dagen of langer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ongelezen</numerusform>
            <numerusform>%n ongelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Toon er nog %n</numerusform>
            <numerusform>Toon er nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n stem</numerusform>
            <numerusform>%n stemmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Inbox</source>
        <translation>Postvak in</translation>
    </message>
    <message>
        <source>Choose a thread at the left.</source>
        <translation>Kies links een bericht.</translation>
    </message>
    <message>
        <source>This thread is no longer here.</source>
        <translation>Dit bericht is er niet meer.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Bewaar het bestand</translation>
    </message>
    <message>
        <source>This link leads to a file or a program, and was not followed.</source>
        <translation>Deze link leidt naar een bestand of een programma en is niet gevolgd.</translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Erased: who wrote this had everything of theirs removed.</source>
        <translation>Gewist: wie dit schreef, heeft alles van zichzelf laten verwijderen.</translation>
    </message>
    <message>
        <source>Hidden by the maintainer: %1</source>
        <translation>Verborgen door de beheerder: %1</translation>
    </message>
    <message>
        <source>Hidden by the maintainer.</source>
        <translation>Verborgen door de beheerder.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>pagina %1</translation>
    </message>
    <message>
        <source>the whole contribution</source>
        <translation>de hele bijdrage</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ongelezen</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Te beantwoorden</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
</context>
<context>
    <name>IndexLine</name>
    <message>
        <source>The search index is being made. What you see here may not be all there is.</source>
        <translation>De zoekindex wordt nog gemaakt. Wat je hier ziet, is misschien niet alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) can&apos;t be found yet, or as they were before.</source>
        <translation>
            <numerusform>%n bijdrage is nog niet te vinden, of zoals die eerst was.</numerusform>
            <numerusform>%n bijdragen zijn nog niet te vinden, of zoals ze eerst waren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InkedPages</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Pagina {number} van {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) on it</source>
        <translation>
            <numerusform>%n aantekening erop</numerusform>
            <numerusform>%n aantekeningen erop</numerusform>
        </translation>
    </message>
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
    <name>JoinCard</name>
    <message>
        <source>Fill in the name to show.</source>
        <translation>Vul de naam in die getoond wordt.</translation>
    </message>
    <message>
        <source>Join spellings</source>
        <translation>Schrijfwijzen samenvoegen</translation>
    </message>
    <message>
        <source>Everybody then sees these as one person. It can be undone at any time.</source>
        <translation>Iedereen ziet deze dan als één persoon. Het kan altijd ongedaan gemaakt worden.</translation>
    </message>
    <message>
        <source>Name to show</source>
        <translation>Naam om te tonen</translation>
    </message>
    <message>
        <source>Spellings of this person</source>
        <translation>Schrijfwijzen van deze persoon</translation>
    </message>
    <message>
        <source>Other spellings (not required)</source>
        <translation>Andere schrijfwijzen (hoeft niet)</translation>
    </message>
    <message>
        <source>Several: with a semicolon between.</source>
        <translation>Meerdere: met een puntkomma ertussen.</translation>
    </message>
    <message>
        <source>How to reach them (not required)</source>
        <translation>Hoe deze persoon te bereiken is (hoeft niet)</translation>
    </message>
    <message>
        <source>A page or an ORCID, as far as they want that known.</source>
        <translation>Een pagina of een ORCID, voor zover deze persoon dat bekend wil maken.</translation>
    </message>
    <message>
        <source>Save for everybody</source>
        <translation>Bewaren voor iedereen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laat zoals het was</translation>
    </message>
    <message>
        <source>Take the spellings apart</source>
        <translation>Schrijfwijzen weer uit elkaar halen</translation>
    </message>
</context>
<context>
    <name>KeepingCare</name>
    <message>
        <source>Making a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation>De reservekopie is gemaakt.</translation>
    </message>
    <message>
        <source>Choose the folder in which the export comes</source>
        <translation>Kies de map waarin de export komt</translation>
    </message>
    <message>
        <source>Exporting everything</source>
        <translation>Alles exporteren</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s), with all that you wrote, now stand in %1.</source>
        <translation>
            <numerusform>%n bijdrage, met alles wat je schreef, staat nu in %1.</numerusform>
            <numerusform>%n bijdragen, met alles wat je schreef, staan nu in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder of an export</source>
        <translation>Kies de map van een export</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Kies een reservekopie</translation>
    </message>
    <message>
        <source>Backups (*.sqlite)</source>
        <translation>Reservekopieën (*.sqlite)</translation>
    </message>
    <message>
        <source>Putting back</source>
        <translation>Terugzetten</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n aantekening</numerusform>
            <numerusform>%n aantekeningen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back: %1. What was here already stayed as it was.</source>
        <translation>Teruggezet: %1. Wat hier al stond bleef zoals het was.</translation>
    </message>
    <message>
        <source>All of it was here already; nothing was changed.</source>
        <translation>Alles stond hier al; er is niets veranderd.</translation>
    </message>
    <message>
        <source>Missing or damaged, and left out: %1</source>
        <translation>Ontbreekt of is beschadigd, en overgeslagen: %1</translation>
    </message>
    <message>
        <source>Stopped, as you asked. Nothing was lost.</source>
        <translation>Gestopt, zoals je vroeg. Er is niets verloren.</translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>To the search field</source>
        <translation>Naar het zoekveld</translation>
    </message>
    <message>
        <source>Advanced search: a query as a form</source>
        <translation>Uitgebreid zoeken: een zoekvraag als formulier</translation>
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
    <message>
        <source>Bring up to date with the archive</source>
        <translation>Bijwerken met het archief</translation>
    </message>
    <message>
        <source>All about the archive</source>
        <translation>Alles over het archief</translation>
    </message>
    <message>
        <source>Complete the word that is being typed, as is shown behind it</source>
        <translation>Maak het woord dat je typt af, zoals erachter staat</translation>
    </message>
    <message>
        <source>List the ways to complete it</source>
        <translation>Toon de manieren om het af te maken</translation>
    </message>
    <message>
        <source>From the search field to the results</source>
        <translation>Van het zoekveld naar de resultaten</translation>
    </message>
    <message>
        <source>Open the result at its hit</source>
        <translation>Open het resultaat bij de vindplaats</translation>
    </message>
    <message>
        <source>To the next hit, also in the next paper; with Shift to the one before</source>
        <translation>Naar de volgende vindplaats, ook in de volgende bijdrage; met Shift naar de vorige</translation>
    </message>
    <message>
        <source>Show or hide what narrows the results</source>
        <translation>Toon of verberg wat de resultaten verfijnt</translation>
    </message>
    <message>
        <source>Show or hide more about the current result</source>
        <translation>Toon of verberg meer over het gekozen resultaat</translation>
    </message>
    <message>
        <source>Save this search, or mend how it is saved</source>
        <translation>Deze zoekopdracht bewaren, of wijzigen hoe ze bewaard is</translation>
    </message>
    <message>
        <source>Download the paper, or stop that; also while browsing</source>
        <translation>De bijdrage ophalen, of daarmee stoppen; ook bij het bladeren</translation>
    </message>
    <message>
        <source>Back to the search field</source>
        <translation>Terug naar het zoekveld</translation>
    </message>
    <message>
        <source>Read the chosen contribution</source>
        <translation>Lees de gekozen bijdrage</translation>
    </message>
    <message>
        <source>All that is known of the chosen contribution</source>
        <translation>Alles wat van de gekozen bijdrage bekend is</translation>
    </message>
    <message>
        <source>Cite it: in a style, or for a citation manager</source>
        <translation>Citeer het: in een stijl, of voor een verwijzingenprogramma</translation>
    </message>
    <message>
        <source>Open the paper at the passage</source>
        <translation>Open de bijdrage bij de passage</translation>
    </message>
    <message>
        <source>Move the line up or down</source>
        <translation>Zet de regel hoger of lager</translation>
    </message>
    <message>
        <source>Write a remark; Escape goes back to the line</source>
        <translation>Schrijf een opmerking; Escape gaat terug naar de regel</translation>
    </message>
    <message>
        <source>Take the line out of the dossier</source>
        <translation>Haal de regel uit het dossier</translation>
    </message>
    <message>
        <source>A new dossier</source>
        <translation>Een nieuw dossier</translation>
    </message>
    <message>
        <source>Export the dossier as a reading pack</source>
        <translation>Exporteer het dossier als leespakket</translation>
    </message>
    <message>
        <source>Undo, and redo</source>
        <translation>Ongedaan maken, en opnieuw doen</translation>
    </message>
    <message>
        <source>Put the paper in a dossier; also while searching, browsing and reading</source>
        <translation>Zet de bijdrage in een dossier; ook bij zoeken, bladeren en lezen</translation>
    </message>
    <message>
        <source>To the next thread, and to the one before; also the arrows</source>
        <translation>Naar het volgende bericht, en naar het vorige; ook met de pijlen</translation>
    </message>
    <message>
        <source>From the list into the thread, to answer</source>
        <translation>Van de lijst naar het bericht, om te antwoorden</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Het antwoord versturen</translation>
    </message>
    <message>
        <source>Show or hide the list, and the passage</source>
        <translation>De lijst tonen of verbergen, en de passage</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Show the chosen file beside the table</source>
        <translation>Toon het gekozen bestand naast de tabel</translation>
    </message>
    <message>
        <source>Save what you typed and show the next file</source>
        <translation>Bewaar wat je typte en toon het volgende bestand</translation>
    </message>
    <message>
        <source>A caret in the text, or none; the arrows move it</source>
        <translation>Een cursor in de tekst, of geen; de pijltoetsen verplaatsen hem</translation>
    </message>
    <message>
        <source>Select text; also with the other arrows</source>
        <translation>Selecteer tekst; ook met de andere pijltoetsen</translation>
    </message>
    <message>
        <source>Mark the selection, or give a mark another colour</source>
        <translation>Markeer de selectie, of geef een markering een andere kleur</translation>
    </message>
    <message>
        <source>Underline the selection</source>
        <translation>Onderstreep de selectie</translation>
    </message>
    <message>
        <source>Write a note on the selection, or on the current mark</source>
        <translation>Schrijf een notitie bij de selectie of bij de huidige markering</translation>
    </message>
    <message>
        <source>Feedback on the passage, to the authors</source>
        <translation>Feedback op de passage, aan de auteurs</translation>
    </message>
    <message>
        <source>Feedback on the whole contribution, to the authors</source>
        <translation>Feedback op de hele bijdrage, aan de auteurs</translation>
    </message>
    <message>
        <source>Copy the quote with its source</source>
        <translation>Kopieer het citaat met zijn bron</translation>
    </message>
    <message>
        <source>Delete the current annotation</source>
        <translation>Verwijder de huidige aantekening</translation>
    </message>
    <message>
        <source>Undo, and do again</source>
        <translation>Ongedaan maken, en opnieuw doen</translation>
    </message>
    <message>
        <source>To the next annotation, and to the one before</source>
        <translation>Naar de volgende aantekening, en naar de vorige</translation>
    </message>
    <message>
        <source>Frame an area: arrows move, Shift and arrows size, Enter keeps</source>
        <translation>Kader een gebied: pijltoetsen verplaatsen, met Shift groter of kleiner, Enter bewaart</translation>
    </message>
    <message>
        <source>A bookmark where one reads, or none</source>
        <translation>Een bladwijzer waar je leest, of geen</translation>
    </message>
    <message>
        <source>A note on the whole contribution</source>
        <translation>Een notitie bij de hele bijdrage</translation>
    </message>
    <message>
        <source>Show or hide the margin</source>
        <translation>Toon of verberg de kantlijn</translation>
    </message>
    <message>
        <source>Show or hide contents, hits and pages</source>
        <translation>Toon of verberg inhoud, vindplaatsen en pagina’s</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>Zoek in deze bijdrage</translation>
    </message>
    <message>
        <source>Pages side by side, and the whole page in view</source>
        <translation>Pagina’s naast elkaar, en de hele pagina in beeld</translation>
    </message>
    <message>
        <source>To read, reading, read: turn the mark; also at a result</source>
        <translation>Te lezen, bezig, gelezen: zet de leesstatus verder; ook bij een zoekresultaat</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>What was read before; open a closed paper again</source>
        <translation>Wat je eerder las; een gesloten bijdrage weer openen</translation>
    </message>
</context>
<context>
    <name>KindCards</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
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
    <name>LayoutMenu</name>
    <message>
        <source>Page layout</source>
        <translation>Indeling van de pagina&apos;s</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Eén pagina</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>Twee pagina&apos;s naast elkaar</translation>
    </message>
    <message>
        <source>Two pages, the first alone</source>
        <translation>Twee pagina&apos;s, de eerste alleen</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breedte passend</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Pagina passend</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>What becomes of your notes and dossiers on this computer?</source>
        <translation>Wat gebeurt er met je notities en dossiers op deze computer?</translation>
    </message>
    <message>
        <source>Keep them, out of sight</source>
        <translation>Bewaar ze, uit het zicht</translation>
    </message>
    <message>
        <source>Nobody sees them here until you log in again.</source>
        <translation>Niemand ziet ze hier tot je weer inlogt.</translation>
    </message>
    <message>
        <source>Remove them from this computer</source>
        <translation>Haal ze van deze computer</translation>
    </message>
    <message>
        <source>They stay in the archive, and come back when you log in again.</source>
        <translation>Ze blijven in het archief en komen terug als je weer inlogt.</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Log uit</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Blijf ingelogd</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours were not sent yet, and would be lost by removing.</source>
        <translation>
            <numerusform>%n wijziging van jou is nog niet verzonden en gaat bij weghalen verloren.</numerusform>
            <numerusform>%n wijzigingen van jou zijn nog niet verzonden en gaan bij weghalen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours were not sent yet. They wait here until you log in again.</source>
        <translation>
            <numerusform>%n wijziging van jou is nog niet verzonden. Die wacht hier tot je weer inlogt.</numerusform>
            <numerusform>%n wijzigingen van jou zijn nog niet verzonden. Die wachten hier tot je weer inlogt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Log out and lose these</source>
        <translation>Log uit en verlies deze</translation>
    </message>
    <message>
        <source>Log out and remove</source>
        <translation>Log uit en haal weg</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Save the list as CSV</source>
        <translation>Lijst bewaren als CSV</translation>
    </message>
    <message>
        <source>It holds addresses: keep it no longer than you need it.</source>
        <translation>Er staan adressen in: bewaar hem niet langer dan nodig.</translation>
    </message>
    <message>
        <source>The list is in {file}.</source>
        <translation>De lijst staat in {file}.</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>May be copied</source>
        <translation>Mag worden gekopieerd</translation>
    </message>
    <message>
        <source>May not be copied</source>
        <translation>Mag niet worden gekopieerd</translation>
    </message>
    <message>
        <source>Copying: not stated</source>
        <translation>Kopiëren: niet vermeld</translation>
    </message>
</context>
<context>
    <name>LinkOpening</name>
    <message>
        <source>This link is broken: it leads to no place in a library.</source>
        <translation>Deze link is kapot: hij leidt naar geen plaats in een bibliotheek.</translation>
    </message>
    <message>
        <source>The words of the link aren&apos;t in this paper; this is the page it names.</source>
        <translation>De woorden van de link staan niet in dit stuk; dit is de bladzijde die hij noemt.</translation>
    </message>
    <message>
        <source>The contribution of this link isn&apos;t in this library.</source>
        <translation>De bijdrage van deze link staat niet in deze bibliotheek.</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>DOI of this contribution</source>
        <translation>DOI van deze bijdrage</translation>
    </message>
    <message>
        <source>website of the congress</source>
        <translation>website van het congres</translation>
    </message>
    <message>
        <source>p. {pages}</source>
        <translation>p. {pages}</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Werkt</translation>
    </message>
    <message>
        <source>Moved, and found</source>
        <translation>Verhuisd, en gevonden</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verdwenen</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>Can&apos;t be checked</source>
        <translation>Niet te controleren</translation>
    </message>
    <message>
        <source>checked: {day}</source>
        <translation>gecontroleerd: {day}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Inbox</source>
        <translation>Postvak in</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Mappen</translation>
    </message>
    <message>
        <source>My papers, and when I hear of feedback</source>
        <translation>Mijn bijdragen, en wanneer ik van feedback hoor</translation>
    </message>
    <message>
        <source>Threads of</source>
        <translation>Berichten bij</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle bijdragen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ongelezen</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Te beantwoorden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>Toon wat open staat</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Er staat niets open.</translation>
    </message>
    <message>
        <source>What readers write about your papers comes here by itself.</source>
        <translation>Wat lezers over je bijdragen schrijven, komt hier vanzelf.</translation>
    </message>
    <message>
        <source>You have read everything.</source>
        <translation>Je hebt alles gelezen.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer.</source>
        <translation>Niemand wacht op een antwoord.</translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation>Er is nog niets beantwoord.</translation>
    </message>
    <message>
        <source>What you answer, adopt or decline comes here.</source>
        <translation>Wat je beantwoordt, overneemt of niet overneemt, komt hier.</translation>
    </message>
</context>
<context>
    <name>LoginCard</name>
    <message>
        <source>Type your mail address first.</source>
        <translation>Typ eerst je mailadres.</translation>
    </message>
    <message>
        <source>Asking for a message</source>
        <translation>Er wordt een bericht gevraagd</translation>
    </message>
    <message>
        <source>Type the code that stands in the message.</source>
        <translation>Typ de code die in het bericht staat.</translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation>Inloggen</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Je mailadres</translation>
    </message>
    <message>
        <source>The code from the message</source>
        <translation>De code uit het bericht</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>Stuur me een code</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Send another code</source>
        <translation>Stuur een nieuwe code</translation>
    </message>
    <message>
        <source>I have a code already</source>
        <translation>Ik heb al een code</translation>
    </message>
    <message>
        <source>If this address has an account, a message is on its way. It can take a few minutes; look in the spam too.</source>
        <translation>Heeft dit adres een account, dan is er een bericht onderweg. Dat kan enkele minuten duren; kijk ook bij de spam.</translation>
    </message>
    <message>
        <source>There is no password. The code works once, and for a short time.</source>
        <translation>Er is geen wachtwoord. De code werkt één keer en korte tijd.</translation>
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
        <source>Advanced search</source>
        <translation>Uitgebreid zoeken</translation>
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
    <name>MaintainerCard</name>
    <message>
        <source>Ask the maintainer about this thread</source>
        <translation>Vraag de beheerder naar deze berichten</translation>
    </message>
    <message>
        <source>The maintainer then sees this thread as you see it: what was written, and the names that you see. Nobody else sees your question, the reader neither.</source>
        <translation>De beheerder ziet dan deze berichten zoals jij ze ziet: wat er geschreven is, en de namen die jij ziet. Verder ziet niemand je vraag, ook de lezer niet.</translation>
    </message>
    <message>
        <source>The maintainer then sees this thread as you see it: what was written, and not who the reader is. Nobody else sees your question, the reader neither.</source>
        <translation>De beheerder ziet dan deze berichten zoals jij ze ziet: wat er geschreven is, en niet wie de lezer is. Verder ziet niemand je vraag, ook de lezer niet.</translation>
    </message>
    <message>
        <source>What you ask the maintainer</source>
        <translation>Wat je de beheerder vraagt</translation>
    </message>
    <message>
        <source>What is the matter?</source>
        <translation>Wat is er aan de hand?</translation>
    </message>
    <message>
        <source>Show it to the maintainer</source>
        <translation>Laat het de beheerder zien</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>Say in a few words what is the matter.</source>
        <translation>Zeg in een paar woorden wat er aan de hand is.</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verplaatst</translation>
    </message>
    <message>
        <source>Words changed</source>
        <translation>Woorden gewijzigd</translation>
    </message>
    <message>
        <source>No longer in this version</source>
        <translation>Niet meer in deze versie</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>pagina %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>door %1</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>geen notitie</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>labels: %1</translation>
    </message>
    <message>
        <source>A newer version of this paper: %1.</source>
        <translation>Een nieuwere versie van dit stuk: %1.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Kantlijn</translation>
    </message>
    <message>
        <source>On the whole contribution</source>
        <translation>Bij de hele bijdrage</translation>
    </message>
    <message>
        <source>No longer on these pages</source>
        <translation>Niet meer op deze pagina&apos;s</translation>
    </message>
</context>
<context>
    <name>MarginActs</name>
    <message>
        <source>This annotation is another&apos;s or stands in the file itself; it stays.</source>
        <translation>Deze aantekening is van een ander of staat in het bestand zelf; ze blijft staan.</translation>
    </message>
    <message>
        <source>Deleted: %1. The trash keeps it for 30 days.</source>
        <translation>Verwijderd: %1. De prullenbak bewaart dit 30 dagen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Gekopieerd.</translation>
    </message>
    <message>
        <source>Select the passage on the page first; then choose this again.</source>
        <translation>Selecteer eerst de passage op de pagina en kies dit dan opnieuw.</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>Notitie schrijven</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Delen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Kopiëren met bron</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 openen</translation>
    </message>
</context>
<context>
    <name>MarginCounts</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n aantekening</numerusform>
            <numerusform>%n aantekeningen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) moved</source>
        <translation>
            <numerusform>%n aantekening verplaatst</numerusform>
            <numerusform>%n aantekeningen verplaatst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other words</source>
        <translation>
            <numerusform>%n met andere woorden</numerusform>
            <numerusform>%n met andere woorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone from the pages</source>
        <translation>
            <numerusform>%n niet meer op de pagina&apos;s</numerusform>
            <numerusform>%n niet meer op de pagina&apos;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarginDesk</name>
    <message>
        <source>Edit note</source>
        <translation>Notitie wijzigen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notitie erbij</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Het klopt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Write your note</source>
        <translation>Schrijf je notitie</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Show in the version it was made in</source>
        <translation>Tonen in de versie waarin dit gemaakt is</translation>
    </message>
    <message>
        <source>Attach to the selection</source>
        <translation>Aan de selectie vastmaken</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>MarginGlyphs</name>
    <message>
        <source>Margin, folded: press Enter to unfold it</source>
        <translation>Kantlijn, ingeklapt: druk op Enter om uit te klappen</translation>
    </message>
    <message>
        <source>Unfold the margin (Ctrl+M)</source>
        <translation>Kantlijn uitklappen (Ctrl+M)</translation>
    </message>
</context>
<context>
    <name>MarginHead</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Met notitie</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In het bestand</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Getoond: %1</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Kantlijn</translation>
    </message>
    <message>
        <source>Note on the whole contribution</source>
        <translation>Notitie bij de hele bijdrage</translation>
    </message>
    <message>
        <source>Fold the margin</source>
        <translation>Kantlijn inklappen</translation>
    </message>
</context>
<context>
    <name>MarginNews</name>
    <message>
        <source>This is an earlier version of the paper.</source>
        <translation>Dit is een eerdere versie van het stuk.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Bekijk ze</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Show the newest version</source>
        <translation>Nieuwste versie tonen</translation>
    </message>
</context>
<context>
    <name>MarginShelf</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkButton</name>
    <message>
        <source>Mark in {colour}</source>
        <translation>Markeer in {colour}</translation>
    </message>
</context>
<context>
    <name>MarkMenu</name>
    <message>
        <source>What to do here</source>
        <translation>Wat je hier kunt doen</translation>
    </message>
</context>
<context>
    <name>MarkStands</name>
    <message>
        <source>{name} on “{quote}”</source>
        <translation>{name} bij “{quote}”</translation>
    </message>
    <message>
        <source>{mark}. Note: {note}</source>
        <translation>{mark}. Notitie: {note}</translation>
    </message>
    <message>
        <source>{mark}. By {creator}</source>
        <translation>{mark}. Van {creator}</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>This is the last annotation.</source>
        <translation>Dit is de laatste aantekening.</translation>
    </message>
    <message>
        <source>This is the first annotation.</source>
        <translation>Dit is de eerste aantekening.</translation>
    </message>
    <message>
        <source>There are no annotations on the pages of this paper yet.</source>
        <translation>Op de pagina’s van deze bijdrage staan nog geen aantekeningen.</translation>
    </message>
    <message>
        <source>Deleted: {name}. The trash keeps it for 30 days.</source>
        <translation>Verwijderd: {name}. De prullenbak bewaart het 30 dagen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>This annotation is another&apos;s or stands in the file itself: it can be copied, not changed.</source>
        <translation>Deze aantekening is van een ander of staat in het bestand zelf: je kunt haar kopiëren, niet wijzigen.</translation>
    </message>
</context>
<context>
    <name>MarkingTools</name>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Cursor in the text, to select with the keys</source>
        <translation>Cursor in de tekst, om met toetsen te selecteren</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Mark an area of the page</source>
        <translation>Markeer een gebied van de pagina</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Bookmark at this place</source>
        <translation>Bladwijzer op deze plaats</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citeer</translation>
    </message>
    <message>
        <source>Cite this contribution</source>
        <translation>Citeer deze bijdrage</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>More to do with this paper</source>
        <translation>Meer voor deze bijdrage</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Erased: who wrote this had all that is theirs removed.</source>
        <translation>Gewist: wie dit schreef liet al het eigene verwijderen.</translation>
    </message>
    <message>
        <source>Hidden by the maintainer: {reason}</source>
        <translation>Verborgen door de beheerder: {reason}</translation>
    </message>
    <message>
        <source>Hidden by the maintainer.</source>
        <translation>Verborgen door de beheerder.</translation>
    </message>
    <message>
        <source>{name}, {size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <source>Fetch this file; it isn&apos;t opened by itself</source>
        <translation>Haal dit bestand op; het wordt niet vanzelf geopend</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
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
        <source>“%1” is a name in use. Nothing was changed.</source>
        <translation>‘%1’ is al in gebruik. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Kies een andere naam.</translation>
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
    <message>
        <source>Nothing is lost. What is here can be read and searched; it is tried again later.</source>
        <translation>Er is niets verloren. Wat hier staat, kun je lezen en doorzoeken; later wordt het opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. What is here stays as it is.</source>
        <translation>Er is niets van overgenomen. Wat hier staat, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Ask the maintainer of the archive, and tell what you see here.</source>
        <translation>Vraag het de beheerder van het archief en vertel wat je hier ziet.</translation>
    </message>
    <message>
        <source>Ask for a new code and log in. Reading and searching need no account.</source>
        <translation>Vraag een nieuwe code en log in. Voor lezen en zoeken heb je geen account nodig.</translation>
    </message>
    <message>
        <source>This computer has no network now.</source>
        <translation>Deze computer heeft nu geen netwerk.</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t answer at this address.</source>
        <translation>Het archief antwoordt niet op dit adres.</translation>
    </message>
    <message>
        <source>The archive took too long to answer.</source>
        <translation>Het archief deed te lang over een antwoord.</translation>
    </message>
    <message>
        <source>The archive is busy now.</source>
        <translation>Het archief heeft het nu druk.</translation>
    </message>
    <message>
        <source>The connection to the archive was broken off.</source>
        <translation>De verbinding met het archief is verbroken.</translation>
    </message>
    <message>
        <source>What came until then is kept; the rest is fetched the next time.</source>
        <translation>Wat er tot dan kwam, is bewaard; de rest wordt de volgende keer opgehaald.</translation>
    </message>
    <message>
        <source>The archive can&apos;t be reached now.</source>
        <translation>Het archief is nu niet te bereiken.</translation>
    </message>
    <message>
        <source>This Kennisbank is too old for the archive.</source>
        <translation>Deze Kennisbank is te oud voor het archief.</translation>
    </message>
    <message>
        <source>The archive was put back from a backup.</source>
        <translation>Het archief is teruggezet vanaf een reservekopie.</translation>
    </message>
    <message>
        <source>Update once more: all is then compared anew, and nothing is lost.</source>
        <translation>Werk nog eens bij: dan wordt alles opnieuw vergeleken, en er gaat niets verloren.</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t take this code or log-in.</source>
        <translation>Het archief neemt deze code niet aan.</translation>
    </message>
    <message>
        <source>A code works once and for a short time only. Look whether it is the newest, or ask for another.</source>
        <translation>Een code werkt één keer en maar korte tijd. Kijk of het de nieuwste is, of vraag een andere.</translation>
    </message>
    <message>
        <source>You were logged out at the archive.</source>
        <translation>Je bent bij het archief uitgelogd.</translation>
    </message>
    <message>
        <source>Your account may not do this at the archive.</source>
        <translation>Je account mag dit niet bij het archief.</translation>
    </message>
    <message>
        <source>Your account isn&apos;t approved yet.</source>
        <translation>Je account is nog niet goedgekeurd.</translation>
    </message>
    <message>
        <source>You get a message as soon as it is. What you write is kept until then.</source>
        <translation>Je krijgt een bericht zodra dat zo is. Wat je schrijft, wordt tot dan bewaard.</translation>
    </message>
    <message>
        <source>Your account is suspended by the maintainer of the archive.</source>
        <translation>Je account is geschorst door de beheerder van het archief.</translation>
    </message>
    <message>
        <source>Reading and searching go on, and what you wrote stays here. Ask the maintainer why.</source>
        <translation>Lezen en zoeken gaan door, en wat je schreef blijft hier. Vraag de beheerder waarom.</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t have this any more.</source>
        <translation>Het archief heeft dit niet meer.</translation>
    </message>
    <message>
        <source>Install the newer version to be kept up to date again. Everything that is here goes on working.</source>
        <translation>Installeer de nieuwere versie om weer bij te blijven. Alles wat hier staat, blijft werken.</translation>
    </message>
    <message>
        <source>No answer came, so it isn&apos;t known yet whether you were erased.</source>
        <translation>Er kwam geen antwoord, dus is nog niet bekend of je gewist bent.</translation>
    </message>
    <message>
        <source>Nothing was removed here. The next update finds out, and goes on with it on this computer.</source>
        <translation>Hier is niets verwijderd. De volgende keer bijwerken blijkt het, en gaat het op deze computer verder.</translation>
    </message>
    <message>
        <source>This code isn&apos;t right, or no longer.</source>
        <translation>Deze code klopt niet, of niet meer.</translation>
    </message>
    <message>
        <source>The archive would be left without a maintainer, so nothing was changed.</source>
        <translation>Het archief zou zonder beheerder achterblijven, en daarom is er niets veranderd.</translation>
    </message>
    <message>
        <source>Make somebody else a maintainer first.</source>
        <translation>Maak eerst iemand anders beheerder.</translation>
    </message>
    <message>
        <source>Update to see what has changed.</source>
        <translation>Werk bij om te zien wat er veranderd is.</translation>
    </message>
    <message>
        <source>This was withdrawn from the archive.</source>
        <translation>Dit is uit het archief ingetrokken.</translation>
    </message>
    <message>
        <source>Its title and the reason stay; your own notes stay too.</source>
        <translation>De titel en de reden blijven; je eigen notities ook.</translation>
    </message>
    <message>
        <source>This is no longer in the archive.</source>
        <translation>Dit staat niet meer in het archief.</translation>
    </message>
    <message>
        <source>What you wrote stays on this computer.</source>
        <translation>Wat je schreef blijft op deze computer.</translation>
    </message>
    <message>
        <source>This is larger than the archive takes.</source>
        <translation>Dit is groter dan het archief aanneemt.</translation>
    </message>
    <message>
        <source>It stays on this computer. Make it shorter, then try again.</source>
        <translation>Het blijft op deze computer. Maak het korter en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The archive doesn&apos;t take this as it is.</source>
        <translation>Het archief neemt dit zo niet aan.</translation>
    </message>
    <message>
        <source>Look at what you filled in, then try again. Nothing is lost.</source>
        <translation>Kijk na wat je invulde en probeer het opnieuw. Er is niets verloren.</translation>
    </message>
    <message>
        <source>That was asked too often in a short time.</source>
        <translation>Dat is te vaak gevraagd in korte tijd.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>Wacht enkele minuten en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The archive holds something else under this name already.</source>
        <translation>Het archief heeft onder deze naam al iets anders.</translation>
    </message>
    <message>
        <source>The archive has no room left.</source>
        <translation>Het archief heeft geen ruimte meer.</translation>
    </message>
    <message>
        <source>What you wrote waits here. The maintainer has to make room.</source>
        <translation>Wat je schreef, wacht hier. De beheerder moet ruimte maken.</translation>
    </message>
    <message>
        <source>Something went wrong at the archive.</source>
        <translation>Er ging iets mis bij het archief.</translation>
    </message>
    <message>
        <source>The archive said no to this.</source>
        <translation>Het archief zei hier nee op.</translation>
    </message>
    <message>
        <source>This address isn&apos;t secure: it begins with http instead of https.</source>
        <translation>Dit adres is niet veilig: het begint met http in plaats van https.</translation>
    </message>
    <message>
        <source>Nothing was sent. Put https:// before the address, or ask the maintainer for the right one.</source>
        <translation>Er is niets verstuurd. Zet https:// voor het adres, of vraag de beheerder om het goede.</translation>
    </message>
    <message>
        <source>What answers here is no archive but a web page, or another program.</source>
        <translation>Wat hier antwoordt is geen archief maar een webpagina, of een ander programma.</translation>
    </message>
    <message>
        <source>Look whether the address is right. On a guest network, log in to the network in your browser first.</source>
        <translation>Kijk of het adres klopt. Log op een gastnetwerk eerst in je browser in op het netwerk.</translation>
    </message>
    <message>
        <source>What the archive answered can&apos;t be understood.</source>
        <translation>Wat het archief antwoordde is niet te begrijpen.</translation>
    </message>
    <message>
        <source>At this address now answers another archive than before.</source>
        <translation>Op dit adres antwoordt nu een ander archief dan eerst.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask the maintainer whether this is meant; a second archive goes in a library of its own.</source>
        <translation>Er is niets van overgenomen. Vraag de beheerder of dit de bedoeling is; een tweede archief hoort in een eigen bibliotheek.</translation>
    </message>
    <message>
        <source>The archive is older than it was, and doesn&apos;t say why.</source>
        <translation>Het archief is ouder dan het was, en zegt niet waarom.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask the maintainer: it may have been put back from a backup.</source>
        <translation>Er is niets van overgenomen. Vraag het de beheerder: misschien is het teruggezet vanaf een reservekopie.</translation>
    </message>
    <message>
        <source>The archive has another key than when you connected.</source>
        <translation>Het archief heeft een andere sleutel dan toen je verbond.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask the maintainer for the fingerprint before you connect anew.</source>
        <translation>Er is niets van overgenomen. Vraag de beheerder om de vingerafdruk voordat je opnieuw verbindt.</translation>
    </message>
    <message>
        <source>What came isn&apos;t what the archive said it would be.</source>
        <translation>Wat er kwam, is niet wat het archief zei dat het was.</translation>
    </message>
    <message>
        <source>It was thrown away. Try again; if it stays so, tell the maintainer.</source>
        <translation>Het is weggegooid. Probeer het opnieuw; blijft het zo, meld het dan de beheerder.</translation>
    </message>
    <message>
        <source>The answer was larger than an archive sends, and was broken off.</source>
        <translation>Het antwoord was groter dan een archief stuurt, en is afgebroken.</translation>
    </message>
    <message>
        <source>The archive kept sending the same without an end, and was stopped.</source>
        <translation>Het archief bleef eindeloos hetzelfde sturen, en is gestopt.</translation>
    </message>
    <message>
        <source>This address leads on to another one, and that isn&apos;t followed.</source>
        <translation>Dit adres leidt door naar een ander, en dat wordt niet gevolgd.</translation>
    </message>
    <message>
        <source>Ask the maintainer for the address of the archive itself.</source>
        <translation>Vraag de beheerder om het adres van het archief zelf.</translation>
    </message>
    <message>
        <source>The signature of this stick isn&apos;t right: something on it was changed.</source>
        <translation>De handtekening van deze stick klopt niet: er is iets op veranderd.</translation>
    </message>
    <message>
        <source>The key of this stick isn&apos;t known here.</source>
        <translation>De sleutel van deze stick is hier niet bekend.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the maintainer gives.</source>
        <translation>Vergelijk de vingerafdruk met die van de beheerder.</translation>
    </message>
    <message>
        <source>What answers at this address isn&apos;t trusted.</source>
        <translation>Wat op dit adres antwoordt, wordt niet vertrouwd.</translation>
    </message>
    <message>
        <source>This library isn&apos;t connected to an archive.</source>
        <translation>Deze bibliotheek is met geen archief verbonden.</translation>
    </message>
    <message>
        <source>Connect it on the page of the archive.</source>
        <translation>Verbind haar op de pagina van het archief.</translation>
    </message>
    <message>
        <source>Your session on this computer was ended.</source>
        <translation>Je sessie op deze computer is beëindigd.</translation>
    </message>
    <message>
        <source>You haven&apos;t been here for a long time, so your session has expired.</source>
        <translation>Je bent hier lang niet geweest, en daarom is je sessie verlopen.</translation>
    </message>
    <message>
        <source>This account was erased at the archive.</source>
        <translation>Dit account is bij het archief gewist.</translation>
    </message>
    <message>
        <source>On the page of the account you choose what becomes of it on this computer.</source>
        <translation>Op de pagina van het account kies je wat er op deze computer mee gebeurt.</translation>
    </message>
    <message>
        <source>Nobody is logged in on this computer.</source>
        <translation>Niemand is op deze computer ingelogd.</translation>
    </message>
    <message>
        <source>Log in on the page of the archive. Reading and searching need no account.</source>
        <translation>Log in op de pagina van het archief. Voor lezen en zoeken heb je geen account nodig.</translation>
    </message>
    <message>
        <source>The archive would take much away here, so this stopped to ask you.</source>
        <translation>Het archief zou hier veel weghalen, en daarom is gestopt om het je te vragen.</translation>
    </message>
    <message>
        <source>Nothing was removed. Look at the page of the archive.</source>
        <translation>Er is niets weggehaald. Kijk op de pagina van het archief.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep your log-in in.</source>
        <translation>Deze computer heeft geen sleutelbos om je aanmelding in te bewaren.</translation>
    </message>
    <message>
        <source>You stay logged in until you close Kennisbank; then you log in again.</source>
        <translation>Je blijft ingelogd tot je Kennisbank sluit; daarna log je opnieuw in.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>De sleutelbos van deze computer is op slot.</translation>
    </message>
    <message>
        <source>Unlock it and try again. Until then your log-in is kept for this visit only.</source>
        <translation>Ontgrendel hem en probeer het opnieuw. Tot dan geldt je aanmelding alleen voor dit bezoek.</translation>
    </message>
    <message>
        <source>The keyring of this computer said no.</source>
        <translation>De sleutelbos van deze computer zei nee.</translation>
    </message>
    <message>
        <source>The keyring of this computer can&apos;t be used.</source>
        <translation>De sleutelbos van deze computer is niet te gebruiken.</translation>
    </message>
    <message>
        <source>This library is connected to another archive already.</source>
        <translation>Deze bibliotheek is al met een ander archief verbonden.</translation>
    </message>
    <message>
        <source>A library has one archive. Open another library in the settings, and connect that one.</source>
        <translation>Een bibliotheek heeft één archief. Open bij de instellingen een andere bibliotheek en verbind die.</translation>
    </message>
    <message>
        <source>Some of your work isn&apos;t in the archive yet, so nothing was removed.</source>
        <translation>Een deel van je werk staat nog niet in het archief, en daarom is er niets weggehaald.</translation>
    </message>
    <message>
        <source>Update first, or choose to keep it here.</source>
        <translation>Werk eerst bij, of kies om het hier te bewaren.</translation>
    </message>
    <message>
        <source>There is no archive in this folder.</source>
        <translation>In deze map staat geen archief.</translation>
    </message>
    <message>
        <source>Choose the folder in which the file manifest stands.</source>
        <translation>Kies de map waarin het bestand manifest staat.</translation>
    </message>
    <message>
        <source>The list of what is on this stick is damaged.</source>
        <translation>De lijst van wat er op deze stick staat is beschadigd.</translation>
    </message>
    <message>
        <source>This stick was made by a newer Kennisbank.</source>
        <translation>Deze stick is gemaakt met een nieuwere Kennisbank.</translation>
    </message>
    <message>
        <source>This stick is of another archive than this library is connected to.</source>
        <translation>Deze stick is van een ander archief dan waarmee deze bibliotheek verbonden is.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Open it in a library of its own.</source>
        <translation>Er is niets van overgenomen. Open hem in een eigen bibliotheek.</translation>
    </message>
    <message>
        <source>This stick was signed with another key than the archive has.</source>
        <translation>Deze stick is met een andere sleutel ondertekend dan het archief heeft.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask the maintainer where it comes from.</source>
        <translation>Er is niets van overgenomen. Vraag de beheerder waar hij vandaan komt.</translation>
    </message>
    <message>
        <source>The fingerprint isn&apos;t that of this stick.</source>
        <translation>De vingerafdruk is niet die van deze stick.</translation>
    </message>
    <message>
        <source>A file that should be on this stick is missing.</source>
        <translation>Er ontbreekt een bestand dat op deze stick hoort.</translation>
    </message>
    <message>
        <source>What was taken before it is whole, and stays. Copy the stick anew.</source>
        <translation>Wat ervoor is overgenomen is heel, en blijft. Kopieer de stick opnieuw.</translation>
    </message>
    <message>
        <source>A file on this stick was changed or damaged.</source>
        <translation>Een bestand op deze stick is veranderd of beschadigd.</translation>
    </message>
    <message>
        <source>A stick can&apos;t be copied onto itself.</source>
        <translation>Een stick kan niet op zichzelf gekopieerd worden.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Kies een andere map.</translation>
    </message>
    <message>
        <source>There is something else in this folder.</source>
        <translation>In deze map staat iets anders.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Kies een lege map.</translation>
    </message>
    <message>
        <source>This stick can&apos;t be used.</source>
        <translation>Deze stick is niet te gebruiken.</translation>
    </message>
    <message>
        <source>The repository gave no answer that can be used.</source>
        <translation>De verzameling gaf geen bruikbaar antwoord.</translation>
    </message>
    <message>
        <source>What came before stays. Try again later.</source>
        <translation>Wat er eerder kwam, blijft. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>What answers there can&apos;t be harvested, or not so.</source>
        <translation>Wat daar antwoordt is niet te oogsten, of niet zo.</translation>
    </message>
    <message>
        <source>Look whether it is the address of a repository. What came before stays.</source>
        <translation>Kijk of het het adres van een verzameling is. Wat er eerder kwam, blijft.</translation>
    </message>
    <message>
        <source>There is no room for this download.</source>
        <translation>Er is geen ruimte om dit op te halen.</translation>
    </message>
    <message>
        <source>Set more room aside, or remove papers that you have read.</source>
        <translation>Reserveer meer ruimte, of haal bijdragen weg die je gelezen hebt.</translation>
    </message>
    <message>
        <source>Something went wrong with it.</source>
        <translation>Er ging iets mis mee.</translation>
    </message>
    <message>
        <source>The archive would take away %1 of %2 here; nothing was removed.</source>
        <translation>Het archief zou hier %1 van %2 weghalen; er is niets weggehaald.</translation>
    </message>
    <message>
        <source>This download needs %1 and there is room for %2.</source>
        <translation>Hiervoor is %1 nodig en er is ruimte voor %2.</translation>
    </message>
    <message>
        <source>What you wrote is kept.</source>
        <translation>Wat je schreef is bewaard.</translation>
    </message>
    <message>
        <source>What you wrote is kept. Choose another file, or send it without one.</source>
        <translation>Wat je schreef is bewaard. Kies een ander bestand, of verzend het zonder.</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>Er staat nog niets in.</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>Dit is langer dan %1 tekens.</translation>
    </message>
    <message>
        <source>It is on its way already, and can&apos;t be changed.</source>
        <translation>Het is al onderweg en kan niet meer worden gewijzigd.</translation>
    </message>
    <message>
        <source>This contribution was taken out of the archive: nobody would get it.</source>
        <translation>Deze bijdrage is uit het centraal archief gehaald: niemand zou het krijgen.</translation>
    </message>
    <message>
        <source>Give one to five stars.</source>
        <translation>Geef een tot vijf sterren.</translation>
    </message>
    <message>
        <source>One answers to a comment, not to an answer.</source>
        <translation>Je antwoordt op een reactie, niet op een antwoord.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Dit bestand is niet te lezen.</translation>
    </message>
    <message>
        <source>This file is larger than %1.</source>
        <translation>Dit bestand is groter dan %1.</translation>
    </message>
    <message>
        <source>Such files aren&apos;t passed on: send a PDF, a picture, a text or a zip.</source>
        <translation>Zulke bestanden worden niet doorgegeven: stuur een pdf, een afbeelding, een tekst of een zip.</translation>
    </message>
    <message>
        <source>Without your name only a PDF, a PNG, a JPEG or a plain text can go along.</source>
        <translation>Zonder je naam kan alleen een pdf, een png, een jpeg of een platte tekst mee.</translation>
    </message>
    <message>
        <source>What this file says of its maker can&apos;t be taken out of it.</source>
        <translation>Wat dit bestand over zijn maker zegt is er niet uit te halen.</translation>
    </message>
</context>
<context>
    <name>MetadataAuthors</name>
    <message>
        <source>Add an author</source>
        <translation>Voeg een auteur toe</translation>
    </message>
    <message>
        <source>Author %1</source>
        <translation>Auteur %1</translation>
    </message>
    <message>
        <source>Affiliation of author %1</source>
        <translation>Instelling van auteur %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naar boven</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Naar beneden</translation>
    </message>
    <message>
        <source>Remove this author</source>
        <translation>Haal deze auteur weg</translation>
    </message>
</context>
<context>
    <name>MetadataForm</name>
    <message>
        <source>A year has four digits, such as 2025.</source>
        <translation>Een jaar heeft vier cijfers, zoals 2025.</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>Haal %1 weg</translation>
    </message>
    <message>
        <source>Add a theme</source>
        <translation>Voeg een thema toe</translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation>Voeg een trefwoord toe</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
</context>
<context>
    <name>MetadataSaving</name>
    <message>
        <source>Saved: %1</source>
        <translation>Bewaard: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone: the fields are as they were.</source>
        <translation>Ongedaan gemaakt: de velden zijn zoals ze waren.</translation>
    </message>
</context>
<context>
    <name>MetadataWords</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema&apos;s</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Met de hand</translation>
    </message>
    <message>
        <source>From the archive</source>
        <translation>Van het archief</translation>
    </message>
    <message>
        <source>From the list</source>
        <translation>Uit de lijst</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Slides</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Teaching material</source>
        <translation>Lesmateriaal</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Scriptie</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>from the first page</source>
        <translation>van de eerste pagina</translation>
    </message>
    <message>
        <source>from what the file says of itself</source>
        <translation>uit de eigenschappen van het bestand</translation>
    </message>
    <message>
        <source>from the file name</source>
        <translation>uit de bestandsnaam</translation>
    </message>
    <message>
        <source>from the text</source>
        <translation>uit de tekst</translation>
    </message>
    <message>
        <source>Given with the import</source>
        <translation>Bij de import gegeven</translation>
    </message>
    <message>
        <source>%1 row %2</source>
        <translation>%1 rij %2</translation>
    </message>
</context>
<context>
    <name>NewsPage</name>
    <message>
        <source>What is new</source>
        <translation>Wat er nieuw is</translation>
    </message>
    <message>
        <source>Nothing new since you looked last.</source>
        <translation>Niets nieuws sinds je het laatst keek.</translation>
    </message>
    <message>
        <source>What comes with the next update stands here.</source>
        <translation>Wat er bij het volgende bijwerken komt, staat hier.</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Toon er nog {count}</translation>
    </message>
    <message numerus="yes">
        <source>Download the %n that aren&apos;t here ({size})</source>
        <translation>
            <numerusform>Haal de ene op die hier niet is ({size})</numerusform>
            <numerusform>Haal de %n op die hier niet zijn ({size})</numerusform>
        </translation>
    </message>
    <message>
        <source>Without edition</source>
        <translation>Zonder editie</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>In your search {name}</source>
        <translation>In je zoekopdracht {name}</translation>
    </message>
    <message>
        <source>{count} of {congress} and since.</source>
        <translation>{count} van {congress} en daarna.</translation>
    </message>
    <message>
        <source>{count}, all of them new to you.</source>
        <translation>{count}, allemaal nieuw voor jou.</translation>
    </message>
    <message>
        <source>{count} since {when}.</source>
        <translation>{count} sinds {when}.</translation>
    </message>
    <message>
        <source>New since when</source>
        <translation>Nieuw sinds wanneer</translation>
    </message>
    <message>
        <source>Since the last congress ({name})</source>
        <translation>Sinds het laatste congres ({name})</translation>
    </message>
    <message>
        <source>Since you looked last</source>
        <translation>Sinds je het laatst keek</translation>
    </message>
</context>
<context>
    <name>NewsletterCard</name>
    <message>
        <source>Fill in your mail address: a message with a link goes there.</source>
        <translation>Vul je mailadres in: daar gaat een bericht met een link heen.</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Nieuwsbrief</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Je mailadres</translation>
    </message>
    <message>
        <source>Sign up</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>A message with a link follows. Nothing changes before you have pressed the button it leads to.</source>
        <translation>Er volgt een bericht met een link. Er verandert niets voordat je op de knop hebt gedrukt waar die naartoe leidt.</translation>
    </message>
    <message>
        <source>What is new in the archive and about the next congress, now and then.</source>
        <translation>Af en toe: wat nieuw is in het archief, en over het volgende congres.</translation>
    </message>
</context>
<context>
    <name>NextCongress</name>
    <message>
        <source>The next congress</source>
        <translation>Het volgende congres</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No contribution has all of these properties.</source>
        <translation>Geen bijdrage heeft al deze eigenschappen.</translation>
    </message>
    <message>
        <source>Nothing was found for exactly “{query}”.</source>
        <translation>Er is niets gevonden voor precies ‘{query}’.</translation>
    </message>
    <message>
        <source>Nothing was found for “{query}” within what you chose.</source>
        <translation>Er is niets gevonden voor “{query}” binnen wat je koos.</translation>
    </message>
    <message>
        <source>Nothing was found for “{query}”.</source>
        <translation>Er is niets gevonden voor “{query}”.</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Bedoelde je</translation>
    </message>
    <message>
        <source>{query}?</source>
        <translation>{query}?</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Wis de filters</translation>
    </message>
    <message>
        <source>Search more freely again</source>
        <translation>Weer ruimer zoeken</translation>
    </message>
    <message>
        <source>Every word must be there. Leave one out, or put OR between words that mean the same.</source>
        <translation>Elk woord moet er staan. Laat er een weg, of zet OF tussen woorden die hetzelfde betekenen.</translation>
    </message>
    <message>
        <source>Between quotation marks the words must stand side by side. Try it without.</source>
        <translation>Tussen aanhalingstekens moeten de woorden naast elkaar staan. Probeer het zonder.</translation>
    </message>
    <message>
        <source>Try the beginning of a word with an asterisk: network*.</source>
        <translation>Probeer het begin van een woord met een sterretje: netwerk*.</translation>
    </message>
    <message>
        <source>Try the word in the other language: papers are in Dutch and in English.</source>
        <translation>Probeer het woord in de andere taal: bijdragen zijn Nederlands of Engels.</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>I have read this</source>
        <translation>Dit heb ik gelezen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
</context>
<context>
    <name>NotifyCard</name>
    <message>
        <source>A mail when somebody writes</source>
        <translation>Een mail als iemand schrijft</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Meteen</translation>
    </message>
    <message>
        <source>Once a day, if there is something</source>
        <translation>Eén keer per dag, als er iets is</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>The mail says that there is something and about which paper, never what was written or by whom. You answer here.</source>
        <translation>De mail zegt dat er iets is en over welke bijdrage, nooit wat er geschreven is of door wie. Antwoorden doe je hier.</translation>
    </message>
</context>
<context>
    <name>OlderFiles</name>
    <message>
        <source>Reading annotations in files</source>
        <translation>Aantekeningen in bestanden lezen</translation>
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
    <name>OverviewPage</name>
    <message>
        <source>When to update</source>
        <translation>Wanneer bijwerken</translation>
    </message>
    <message>
        <source>About the archive</source>
        <translation>Over het archief</translation>
    </message>
    <message>
        <source>To the maintainer</source>
        <translation>Aan de beheerder</translation>
    </message>
    <message>
        <source>Disconnect from the archive</source>
        <translation>Verbreek de verbinding met het archief</translation>
    </message>
    <message>
        <source>Disconnect this library from the archive?</source>
        <translation>De verbinding van deze bibliotheek met het archief verbreken?</translation>
    </message>
    <message>
        <source>The papers that are here stay, and so do your notes. Nothing new comes any more, and what waits to be sent is not sent. You can connect again at any time.</source>
        <translation>De bijdragen die hier zijn blijven, en je notities ook. Er komt niets nieuws meer, en wat wacht wordt niet verzonden. Je kunt altijd weer verbinden.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Verbreek</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Blijf verbonden</translation>
    </message>
    <message>
        <source>That is more than usual, so nothing was removed yet. It may be meant, for instance after a cleaning up; it may also be a mistake at the archive. When in doubt, leave it and ask the maintainer.</source>
        <translation>Dat is meer dan gewoonlijk, en daarom is er nog niets weggehaald. Het kan de bedoeling zijn, bijvoorbeeld na een opruiming; het kan ook een vergissing bij het archief zijn. Laat het bij twijfel zo en vraag het de beheerder.</translation>
    </message>
    <message>
        <source>Go on, remove them</source>
        <translation>Ga door, haal ze weg</translation>
    </message>
    <message>
        <source>Leave everything here</source>
        <translation>Laat alles hier staan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Bijdragen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation>Stichting</translation>
    </message>
    <message>
        <source>Maintainer</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schrijf naar</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Fingerprint of its key</source>
        <translation>Vingerafdruk van de sleutel</translation>
    </message>
</context>
<context>
    <name>OwnPapers</name>
    <message>
        <source>With your name</source>
        <translation>Met jouw naam</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>I am an author of this</source>
        <translation>Ik ben hier auteur van</translation>
    </message>
</context>
<context>
    <name>OwnVoiceCard</name>
    <message>
        <source>A paper that isn&apos;t here any more</source>
        <translation>Een bijdrage die hier niet meer staat</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Verder schrijven</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
</context>
<context>
    <name>OwnVoiceWords</name>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Everybody sees it</source>
        <translation>Iedereen ziet dit</translation>
    </message>
    <message>
        <source>Hidden by the maintainer</source>
        <translation>Verborgen door de beheerder</translation>
    </message>
    <message>
        <source>Your vote: {stars} of 5</source>
        <translation>Je stem: {stars} van 5</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Report to the maintainer</source>
        <translation>Melding aan de beheerder</translation>
    </message>
    <message>
        <source>The maintainer says: {reason}</source>
        <translation>De beheerder zegt: {reason}</translation>
    </message>
</context>
<context>
    <name>OwnVoicesPage</name>
    <message>
        <source>What everybody sees of you, and what you proposed</source>
        <translation>Wat iedereen van je ziet, en wat je voorstelde</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Welke daarvan</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Toon meer</translation>
    </message>
    <message>
        <source>You haven&apos;t said or proposed anything yet.</source>
        <translation>Je hebt nog niets gezegd of voorgesteld.</translation>
    </message>
    <message>
        <source>Find a paper to read</source>
        <translation>Zoek een bijdrage om te lezen</translation>
    </message>
    <message>
        <source>Comments, stars, tags and corrections come together here, and what became of them.</source>
        <translation>Reacties, sterren, tags en verbeteringen komen hier samen, met wat ervan geworden is.</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) are still being looked at.</source>
        <translation>
            <numerusform>Naar %n voorstel wordt nog gekeken.</numerusform>
            <numerusform>Naar %n voorstellen wordt nog gekeken.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>In de maak</translation>
    </message>
    <message>
        <source>Tags and corrections</source>
        <translation>Tags en verbeteringen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterren</translation>
    </message>
</context>
<context>
    <name>PageCaret</name>
    <message>
        <source>Caret on: the arrow keys move it.</source>
        <translation>Cursor aan: de pijltoetsen verplaatsen hem.</translation>
    </message>
    <message>
        <source>Caret off</source>
        <translation>Cursor uit</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spatie</translation>
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
    <name>PaperMarking</name>
    <message>
        <source>Select some words first: they are copied with their source.</source>
        <translation>Selecteer eerst wat woorden: die worden met hun bron gekopieerd.</translation>
    </message>
    <message>
        <source>Note on the whole contribution</source>
        <translation>Notitie bij de hele bijdrage</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>Volgende aantekening</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>Vorige aantekening</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreep</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Bookmark here</source>
        <translation>Bladwijzer hier</translation>
    </message>
    <message>
        <source>Mark an area</source>
        <translation>Markeer een gebied</translation>
    </message>
    <message>
        <source>Copy quote with source</source>
        <translation>Kopieer citaat met bron</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
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
    <name>PaperPrinting</name>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n pagina ging naar de printer.</numerusform>
            <numerusform>%n pagina&apos;s gingen naar de printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written to {file}.</source>
        <translation>
            <numerusform>%n pagina geschreven naar {file}.</numerusform>
            <numerusform>%n pagina&apos;s geschreven naar {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Het afdrukken is gestopt.</translation>
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
    <name>PaperTabs</name>
    <message>
        <source>Close this paper</source>
        <translation>Sluit deze bijdrage</translation>
    </message>
    <message>
        <source>Close this paper (Ctrl+W)</source>
        <translation>Sluit deze bijdrage (Ctrl+W)</translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation>Open bijdragen</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Papers on this computer</source>
        <translation>Bijdragen op deze computer</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Edities</translation>
    </message>
    <message>
        <source>What comes by itself</source>
        <translation>Wat er vanzelf komt</translation>
    </message>
    <message>
        <source>Fetch nothing more</source>
        <translation>Haal niets meer op</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauzeer</translation>
    </message>
    <message>
        <source>The archive has no papers yet.</source>
        <translation>Het archief heeft nog geen bijdragen.</translation>
    </message>
    <message>
        <source>As soon as it has, you choose here what comes to this computer.</source>
        <translation>Zodra die er zijn, kies je hier wat er op deze computer komt.</translation>
    </message>
    <message numerus="yes">
        <source>Download all %n ({size})</source>
        <translation>
            <numerusform>Haal de ene op ({size})</numerusform>
            <numerusform>Haal alle %n op ({size})</numerusform>
        </translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>{count} here, {used}. {free} are free on this disk.</source>
        <translation>{count} hier, {used}. Op deze schijf is {free} vrij.</translation>
    </message>
    <message>
        <source>Papers may take {budget}.</source>
        <translation>Bijdragen mogen {budget} innemen.</translation>
    </message>
    <message>
        <source>Didn&apos;t come</source>
        <translation>Niet gekomen</translation>
    </message>
</context>
<context>
    <name>PassagePane</name>
    <message>
        <source>The passage</source>
        <translation>De passage</translation>
    </message>
    <message>
        <source>This contribution</source>
        <translation>Deze bijdrage</translation>
    </message>
    <message>
        <source>The whole contribution</source>
        <translation>De hele bijdrage</translation>
    </message>
    <message>
        <source>Open contribution</source>
        <translation>Open bijdrage</translation>
    </message>
    <message>
        <source>The passage on its page: {quote}</source>
        <translation>De passage op haar pagina: {quote}</translation>
    </message>
    <message>
        <source>In the version that is read now.</source>
        <translation>In de versie die nu gelezen wordt.</translation>
    </message>
    <message>
        <source>In an earlier version; the newer one hasn&apos;t got these words.</source>
        <translation>In een eerdere versie; in de nieuwere staan deze woorden niet.</translation>
    </message>
    <message>
        <source>These words aren&apos;t in the version that is on this computer.</source>
        <translation>Deze woorden staan niet in de versie op deze computer.</translation>
    </message>
    <message>
        <source>The paper isn&apos;t on this computer. These are the words it is about.</source>
        <translation>De bijdrage staat niet op deze computer. Dit zijn de woorden waar het over gaat.</translation>
    </message>
    <message>
        <source>page {page} of {total}</source>
        <translation>pagina {page} van {total}</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>pagina {page}</translation>
    </message>
    <message>
        <source>{total}, of which {open} open</source>
        <translation>{total}, waarvan {open} open</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>nog niet gewaardeerd</translation>
    </message>
    <message>
        <source>{mean} of {votes}</source>
        <translation>{mean} uit {votes}</translation>
    </message>
    <message>
        <source>{number}, of {day}</source>
        <translation>{number}, van {day}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Overgenomen</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Waardering</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
</context>
<context>
    <name>PassageQuote</name>
    <message>
        <source>About the whole contribution instead</source>
        <translation>Toch over de hele bijdrage</translation>
    </message>
    <message>
        <source>About the whole contribution</source>
        <translation>Over de hele bijdrage</translation>
    </message>
    <message>
        <source>Passage on page {page}</source>
        <translation>Passage op pagina {page}</translation>
    </message>
    <message>
        <source>A passage that is no longer in this version</source>
        <translation>Een passage die niet meer in deze versie staat</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Join spellings</source>
        <translation>Schrijfwijzen samenvoegen</translation>
    </message>
    <message>
        <source>Nobody of this name is in the library.</source>
        <translation>Niemand met deze naam staat in de bibliotheek.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>A contribution of theirs may have been taken out meanwhile.</source>
        <translation>Misschien is een bijdrage intussen weggehaald.</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n edition(s)</source>
        <translation>
            <numerusform>in %n editie</numerusform>
            <numerusform>in %n edities</numerusform>
        </translation>
    </message>
    <message>
        <source>Also written as</source>
        <translation>Ook geschreven als</translation>
    </message>
    <message>
        <source>Belonged to</source>
        <translation>Hoorde bij</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Te bereiken via</translation>
    </message>
    <message>
        <source>How to reach: {where}</source>
        <translation>Te bereiken via {where}</translation>
    </message>
    <message>
        <source>More about this edition</source>
        <translation>Meer over deze editie</translation>
    </message>
    <message>
        <source>Without edition</source>
        <translation>Zonder editie</translation>
    </message>
    <message>
        <source>with {others}</source>
        <translation>met {others}</translation>
    </message>
    <message>
        <source>Done. Everybody has it with the next update.</source>
        <translation>Gedaan. Iedereen heeft het bij de volgende keer bijwerken.</translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message>
        <source>New papers</source>
        <translation>Nieuwe bijdragen</translation>
    </message>
    <message>
        <source>Papers may take</source>
        <translation>Bijdragen mogen innemen</translation>
    </message>
    <message>
        <source>Fetch newer versions of papers that are here</source>
        <translation>Haal nieuwere versies op van bijdragen die hier zijn</translation>
    </message>
    <message>
        <source>only when I ask</source>
        <translation>alleen als ik het vraag</translation>
    </message>
    <message>
        <source>of editions that I began to fetch</source>
        <translation>van edities die ik begon op te halen</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>allemaal</translation>
    </message>
    <message>
        <source>as much as there is</source>
        <translation>zoveel als er is</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>These pages aren&apos;t there. Type them as 1-3, 5.</source>
        <translation>Deze pagina&apos;s zijn er niet. Typ ze als 1-3, 5.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Pages to print, such as 1-3, 5; empty for all</source>
        <translation>Pagina&apos;s om af te drukken, zoals 1-3, 5; leeg voor alle</translation>
    </message>
    <message>
        <source>With the cover sheet</source>
        <translation>Met het voorblad</translation>
    </message>
    <message>
        <source>With annotations</source>
        <translation>Met aantekeningen</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Kies een printer</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message>
        <source>Close the print bar</source>
        <translation>Sluit de afdrukbalk</translation>
    </message>
</context>
<context>
    <name>PrivacyCard</name>
    <message>
        <source>A code is on its way to your mail address.</source>
        <translation>Er is een code onderweg naar je mailadres.</translation>
    </message>
    <message>
        <source>Type the code that stands in the mail.</source>
        <translation>Typ de code die in de mail staat.</translation>
    </message>
    <message>
        <source>Erasing everything about you</source>
        <translation>Alles over jou wissen</translation>
    </message>
    <message>
        <source>Everything about you was erased, as you asked before.</source>
        <translation>Alles over jou is gewist, zoals je eerder vroeg.</translation>
    </message>
    <message>
        <source>Everything about you</source>
        <translation>Alles over jou</translation>
    </message>
    <message>
        <source>What the archive and this computer have of you: in one file that you can read, or erased.</source>
        <translation>Wat het archief en deze computer van je hebben: in één bestand dat je kunt lezen, of gewist.</translation>
    </message>
    <message>
        <source>Save everything about me…</source>
        <translation>Bewaar alles over mij…</translation>
    </message>
    <message>
        <source>Erase everything about me…</source>
        <translation>Wis alles over mij…</translation>
    </message>
    <message>
        <source>Erase everything about you, at the archive and on this computer?</source>
        <translation>Alles over jou wissen, bij het archief en op deze computer?</translation>
    </message>
    <message>
        <source>Your account, your address, your feedback and comments go, and can&apos;t be brought back. What others answered you stays readable for them, without your name.</source>
        <translation>Je account, je adres, je feedback en je opmerkingen verdwijnen en zijn niet terug te halen. Wat anderen je antwoordden blijft voor hen leesbaar, zonder je naam.</translation>
    </message>
    <message>
        <source>Keep my notes and dossiers on this computer</source>
        <translation>Bewaar mijn notities en dossiers op deze computer</translation>
    </message>
    <message>
        <source>The code from the mail</source>
        <translation>De code uit de mail</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>Stuur mij een code</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Wis alles</translation>
    </message>
    <message>
        <source>Erase nothing</source>
        <translation>Wis niets</translation>
    </message>
    <message>
        <source>Save the proof…</source>
        <translation>Bewaar het bewijs…</translation>
    </message>
    <message>
        <source>Save everything about me</source>
        <translation>Bewaar alles over mij</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>Bewaar het bewijs</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Bewaard als {name}.</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>Erased on {day}. The archive signed this; its number is {id}.</source>
        <translation>Gewist op {day}. Het archief heeft dit ondertekend; het nummer is {id}.</translation>
    </message>
    <message>
        <source>mails that were sent: {count}</source>
        <translation>verzonden mails: {count}</translation>
    </message>
    <message>
        <source>computers of authors that will hear of it: {count}</source>
        <translation>computers van auteurs die het nog te horen krijgen: {count}</translation>
    </message>
    <message>
        <source>other computers of yours, which ask about it at their next update: {count}</source>
        <translation>andere computers van jou, die er bij het volgende bijwerken naar vragen: {count}</translation>
    </message>
    <message>
        <source>sticks with the archive on them: {count}</source>
        <translation>sticks met het archief erop: {count}</translation>
    </message>
    <message>
        <source>backups: {count}</source>
        <translation>reservekopieën: {count}</translation>
    </message>
    <message>
        <source>Out of reach were: {what}.</source>
        <translation>Buiten bereik waren: {what}.</translation>
    </message>
    <message>
        <source>The last backup that holds it is gone on {day}.</source>
        <translation>De laatste reservekopie waar het in staat is weg op {day}.</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>What you proposed</source>
        <translation>Wat je voorstelde</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
</context>
<context>
    <name>ProposalWords</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Trefwoord van lezers</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>The maintainer looks at it</source>
        <translation>De beheerder kijkt ernaar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aangenomen</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Niet aangenomen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggenomen</translation>
    </message>
</context>
<context>
    <name>ProposeForm</name>
    <message>
        <source>Say how it should be.</source>
        <translation>Zeg hoe het moet zijn.</translation>
    </message>
    <message>
        <source>Propose a correction</source>
        <translation>Stel een verbetering voor</translation>
    </message>
    <message>
        <source>What is not right</source>
        <translation>Wat niet klopt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Why, if it isn&apos;t plain to see</source>
        <translation>Waarom, als dat niet zo te zien is</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>Een op elke regel</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laat zoals het was</translation>
    </message>
</context>
<context>
    <name>QueryBuilderView</name>
    <message>
        <source>Advanced search</source>
        <translation>Uitgebreid zoeken</translation>
    </message>
    <message>
        <source>Fill in what you know and leave the rest empty.</source>
        <translation>Vul in wat je weet en laat de rest leeg.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Formulier wissen</translation>
    </message>
    <message numerus="yes">
        <source>%n more have only some of these words</source>
        <translation>
            <numerusform>nog %n heeft alleen een deel van deze woorden</numerusform>
            <numerusform>nog %n hebben alleen een deel van deze woorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is asked yet</source>
        <translation>Er is nog niets gevraagd</translation>
    </message>
    <message>
        <source>The query: {query}</source>
        <translation>De zoekvraag: {query}</translation>
    </message>
    <message>
        <source>Within what was chosen: {filters}</source>
        <translation>Binnen wat gekozen is: {filters}</translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>at least {contributions}</source>
        <translation>ten minste {contributions}</translation>
    </message>
</context>
<context>
    <name>QueryFormFields</name>
    <message>
        <source>Words in the text</source>
        <translation>Woorden in de tekst</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Waar en wanneer</translation>
    </message>
    <message>
        <source>All of these words</source>
        <translation>Al deze woorden</translation>
    </message>
    <message>
        <source>network society</source>
        <translation>netwerk samenleving</translation>
    </message>
    <message>
        <source>Exactly this phrase</source>
        <translation>Precies deze woorden na elkaar</translation>
    </message>
    <message>
        <source>learning to program</source>
        <translation>leren programmeren</translation>
    </message>
    <message>
        <source>At least one of these words</source>
        <translation>Ten minste één van deze woorden</translation>
    </message>
    <message>
        <source>teacher lecturer</source>
        <translation>docent leraar</translation>
    </message>
    <message>
        <source>None of these words</source>
        <translation>Geen van deze woorden</translation>
    </message>
    <message>
        <source>exam</source>
        <translation>toets</translation>
    </message>
    <message>
        <source>Near each other, within so many words</source>
        <translation>Dicht bij elkaar, op hooguit zoveel woorden</translation>
    </message>
    <message>
        <source>feedback peers</source>
        <translation>feedback medestudenten</translation>
    </message>
    <message>
        <source>In the title</source>
        <translation>In de titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Trefwoord</translation>
    </message>
    <message>
        <source>And also, as you typed it</source>
        <translation>En ook, zoals je het typte</translation>
    </message>
    <message>
        <source>for example {words}</source>
        <translation>bijvoorbeeld {words}</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>From the year</source>
        <translation>Vanaf het jaar</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Words apart at most</source>
        <translation>Hooguit zoveel woorden uit elkaar</translation>
    </message>
    <message>
        <source> words</source>
        <translation> woorden</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Elke taal</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Elke soort</translation>
    </message>
    <message>
        <source>A year has four digits, such as 2025.</source>
        <translation>Een jaar heeft vier cijfers, zoals 2025.</translation>
    </message>
    <message>
        <source>Any edition</source>
        <translation>Elke editie</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>network society</source>
        <translation>netwerk samenleving</translation>
    </message>
    <message>
        <source>All of these words, also in other forms.</source>
        <translation>Al deze woorden, ook in andere vormen.</translation>
    </message>
    <message>
        <source>&quot;learning to program&quot;</source>
        <translation>&quot;leren programmeren&quot;</translation>
    </message>
    <message>
        <source>These words side by side.</source>
        <translation>Deze woorden direct na elkaar.</translation>
    </message>
    <message>
        <source>program*</source>
        <translation>program*</translation>
    </message>
    <message>
        <source>Every word that begins like this.</source>
        <translation>Elk woord dat zo begint.</translation>
    </message>
    <message>
        <source>teacher OR lecturer</source>
        <translation>docent OF leraar</translation>
    </message>
    <message>
        <source>One of them is enough. Operators stand in capitals; Dutch and English ones may be mixed.</source>
        <translation>Eén ervan is genoeg. Zulke woorden staan in hoofdletters; Nederlands en Engels mogen door elkaar.</translation>
    </message>
    <message>
        <source>assessment -exam</source>
        <translation>toetsing -examen</translation>
    </message>
    <message>
        <source>Without this word; NOT says the same.</source>
        <translation>Zonder dit woord; NIET zegt hetzelfde.</translation>
    </message>
    <message>
        <source>(teacher OR lecturer) feedback</source>
        <translation>(docent OF leraar) feedback</translation>
    </message>
    <message>
        <source>Brackets say what belongs together.</source>
        <translation>Haakjes zeggen wat bij elkaar hoort.</translation>
    </message>
    <message>
        <source>feedback NEAR/5 peers</source>
        <translation>feedback NABIJ/5 medestudenten</translation>
    </message>
    <message>
        <source>At most so many words apart, in any order; without a number it is ten.</source>
        <translation>Op hooguit zoveel woorden van elkaar, in elke volgorde; zonder getal zijn het er tien.</translation>
    </message>
    <message>
        <source>title:network</source>
        <translation>titel:netwerk</translation>
    </message>
    <message>
        <source>In the title; so also keyword:, theme: and abstract:.</source>
        <translation>In de titel; zo ook trefwoord:, thema: en samenvatting:.</translation>
    </message>
    <message>
        <source>author:van Berlo</source>
        <translation>auteur:van Berlo</translation>
    </message>
    <message>
        <source>By this author.</source>
        <translation>Van deze auteur.</translation>
    </message>
    <message>
        <source>title:(network OR web)</source>
        <translation>titel:(netwerk OF web)</translation>
    </message>
    <message>
        <source>A field goes for all that stands in the brackets.</source>
        <translation>Een veld geldt voor alles wat tussen de haakjes staat.</translation>
    </message>
    <message>
        <source>edition:NIOC2013</source>
        <translation>editie:NIOC2013</translation>
    </message>
    <message>
        <source>Of this edition; edition:2013 finds it by its year.</source>
        <translation>Van deze editie; editie:2013 vindt haar op jaar.</translation>
    </message>
    <message>
        <source>year:2012..2020</source>
        <translation>jaar:2012..2020</translation>
    </message>
    <message>
        <source>Of these years; also year:2013, year:2012.. and year:&lt;2012.</source>
        <translation>Uit deze jaren; ook jaar:2013, jaar:2012.. en jaar:&lt;2012.</translation>
    </message>
    <message>
        <source>after:2015</source>
        <translation>na:2015</translation>
    </message>
    <message>
        <source>Later than this year; before: and since: say the others.</source>
        <translation>Na dit jaar; voor: en vanaf: zijn er ook.</translation>
    </message>
    <message>
        <source>lang:en</source>
        <translation>taal:en</translation>
    </message>
    <message>
        <source>In this language, by its code or its name.</source>
        <translation>In deze taal, met de code of de naam.</translation>
    </message>
    <message>
        <source>type:slides</source>
        <translation>soort:slides</translation>
    </message>
    <message>
        <source>Of this kind: article, slides, poster, report, teaching, thesis.</source>
        <translation>Van deze soort: artikel, slides, poster, rapport, lesmateriaal, scriptie.</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Read as {query}</source>
        <translation>Gelezen als {query}</translation>
    </message>
    <message>
        <source>{part}: {reason}</source>
        <translation>{part}: {reason}</translation>
    </message>
</context>
<context>
    <name>QueryRemarks</name>
    <message>
        <source>this bracket isn&apos;t closed</source>
        <translation>dit haakje gaat niet dicht</translation>
    </message>
    <message>
        <source>this bracket was never opened</source>
        <translation>dit haakje is nergens geopend</translation>
    </message>
    <message>
        <source>this quotation mark isn&apos;t closed</source>
        <translation>dit aanhalingsteken heeft geen tegenhanger</translation>
    </message>
    <message>
        <source>nothing stands after the colon</source>
        <translation>achter de dubbele punt staat niets</translation>
    </message>
    <message>
        <source>nothing stands after it</source>
        <translation>er staat niets achter</translation>
    </message>
    <message>
        <source>nothing stands before it</source>
        <translation>er staat niets voor</translation>
    </message>
    <message>
        <source>no field has this name; searched as a word</source>
        <translation>geen veld heet zo; gezocht als woord</translation>
    </message>
    <message>
        <source>there is no word in it</source>
        <translation>er staat geen woord in</translation>
    </message>
    <message>
        <source>an asterisk counts at the end of a word only</source>
        <translation>een sterretje telt alleen aan het eind van een woord</translation>
    </message>
    <message>
        <source>an asterisk doesn&apos;t count in a phrase</source>
        <translation>een sterretje telt niet binnen aanhalingstekens</translation>
    </message>
    <message>
        <source>this isn&apos;t a year; write 2013 or 2010..2015</source>
        <translation>dit is geen jaar; schrijf 2013 of 2010..2015</translation>
    </message>
    <message>
        <source>no language is called so; searched as a word</source>
        <translation>geen taal heet zo; gezocht als woord</translation>
    </message>
    <message>
        <source>no kind is called so; searched as a word</source>
        <translation>geen soort heet zo; gezocht als woord</translation>
    </message>
    <message>
        <source>near stands between words and phrases, not brackets</source>
        <translation>nabij staat tussen woorden en zinsdelen, niet tussen haakjes</translation>
    </message>
    <message>
        <source>near stands between words and phrases only</source>
        <translation>nabij staat alleen tussen woorden en zinsdelen</translation>
    </message>
    <message>
        <source>only words in the same field can stand near each other</source>
        <translation>alleen woorden in hetzelfde veld kunnen bij elkaar staan</translation>
    </message>
    <message>
        <source>near reaches from 1 to 100 words</source>
        <translation>nabij reikt van 1 tot 100 woorden</translation>
    </message>
    <message>
        <source>near more than ten times is too much to look for</source>
        <translation>meer dan tien keer nabij is te veel om naar te zoeken</translation>
    </message>
    <message>
        <source>a number of words should follow, as in NEAR/5</source>
        <translation>hier hoort een aantal woorden achter, zoals in NABIJ/5</translation>
    </message>
    <message>
        <source>too many brackets in one another</source>
        <translation>te veel haakjes in elkaar</translation>
    </message>
    <message>
        <source>a very long word; only its beginning counts</source>
        <translation>een heel lang woord; alleen het begin telt</translation>
    </message>
    <message>
        <source>too long; what comes from here on was left out</source>
        <translation>te lang; wat vanaf hier komt, is weggelaten</translation>
    </message>
    <message>
        <source>no field has this name; did you mean {name}?</source>
        <translation>geen veld heet zo; bedoel je {name}?</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>My reactions</source>
        <translation>Mijn reacties</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Postvak in</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} open</translation>
    </message>
</context>
<context>
    <name>ReactionFacets</name>
    <message>
        <source>Narrow</source>
        <translation>Verfijnen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>In the newest version</source>
        <translation>In de nieuwste versie</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschreven door</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Minder</translation>
    </message>
    <message>
        <source>Another colour (%1)</source>
        <translation>Andere kleur (%1)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
</context>
<context>
    <name>ReactionHead</name>
    <message>
        <source>Trash</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>My reactions</source>
        <translation>Mijn reacties</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reactie</numerusform>
            <numerusform>%n reacties</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} van {total}</translation>
    </message>
    <message>
        <source>Trash ({count})</source>
        <translation>Prullenbak ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n verplaatst</numerusform>
            <numerusform>%n verplaatst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n the words changed</source>
        <translation>
            <numerusform>van %n zijn de woorden veranderd</numerusform>
            <numerusform>van %n zijn de woorden veranderd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer there</source>
        <translation>
            <numerusform>%n niet meer aanwezig</numerusform>
            <numerusform>%n niet meer aanwezig</numerusform>
        </translation>
    </message>
    <message>
        <source>In newer versions of your papers: {what}.</source>
        <translation>In nieuwere versies van je bijdragen: {what}.</translation>
    </message>
    <message>
        <source>Search what you wrote</source>
        <translation>Zoek in wat je schreef</translation>
    </message>
    <message>
        <source>Words of notes, passages, tags, titles</source>
        <translation>Woorden uit notities, passages, labels, titels</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>By paper</source>
        <translation>Per bijdrage</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Bekijk ze</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Open at the passage</source>
        <translation>Open bij de passage</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>Naar de prullenbak</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Voorgoed verwijderen</translation>
    </message>
    <message>
        <source>This can&apos;t be undone</source>
        <translation>Dit kan niet ongedaan worden gemaakt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>What is chosen, or all that is shown</source>
        <translation>Wat gekozen is, of alles wat getoond wordt</translation>
    </message>
</context>
<context>
    <name>ReactionList</name>
    <message>
        <source>What you wrote</source>
        <translation>Wat je schreef</translation>
    </message>
</context>
<context>
    <name>ReactionParts</name>
    <message>
        <source>What you wrote</source>
        <translation>Wat je schreef</translation>
    </message>
    <message>
        <source>Notes and marks</source>
        <translation>Notities en markeringen</translation>
    </message>
    <message>
        <source>Feedback to authors</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Feedback to authors, {count} new</source>
        <translation>Feedback, {count} nieuw</translation>
    </message>
    <message>
        <source>Comments and proposals</source>
        <translation>Reacties en voorstellen</translation>
    </message>
</context>
<context>
    <name>ReactionRows</name>
    <message>
        <source>whole paper</source>
        <translation>hele bijdrage</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>A paper that is no longer here</source>
        <translation>Een bijdrage die er niet meer is</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message numerus="yes">
        <source>%n reaction(s) put in the trash, which keeps them for 30 days.</source>
        <translation>
            <numerusform>%n reactie ligt in de prullenbak, die haar 30 dagen bewaart.</numerusform>
            <numerusform>%n reacties liggen in de prullenbak, die ze 30 dagen bewaart.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s) stand in their papers again.</source>
        <translation>
            <numerusform>%n reactie staat weer in haar bijdrage.</numerusform>
            <numerusform>%n reacties staan weer in hun bijdragen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReactionsView</name>
    <message>
        <source>My reactions</source>
        <translation>Mijn reacties</translation>
    </message>
    <message>
        <source>You haven&apos;t written anything yet.</source>
        <translation>Je hebt nog niets geschreven.</translation>
    </message>
    <message>
        <source>Find a paper to read</source>
        <translation>Zoek een bijdrage om te lezen</translation>
    </message>
    <message>
        <source>Select a sentence while reading and mark it, or write a note. All of it comes together here.</source>
        <translation>Selecteer bij het lezen een zin en markeer die, of schrijf een notitie. Alles komt hier bij elkaar.</translation>
    </message>
    <message>
        <source>Nothing you wrote has all of this.</source>
        <translation>Niets van wat je schreef heeft dit allemaal.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>De prullenbak is leeg.</translation>
    </message>
    <message>
        <source>Back to my reactions</source>
        <translation>Terug naar mijn reacties</translation>
    </message>
    <message>
        <source>What you throw away stays here for 30 days.</source>
        <translation>Wat je weggooit, blijft hier 30 dagen liggen.</translation>
    </message>
    <message>
        <source>This paper is no longer in the library; what you wrote about it is kept.</source>
        <translation>Deze bijdrage staat niet meer in de bibliotheek; wat je erover schreef, blijft bewaard.</translation>
    </message>
</context>
<context>
    <name>ReadableText</name>
    <message>
        <source>Show less</source>
        <translation>Toon minder</translation>
    </message>
    <message>
        <source>Read all of it</source>
        <translation>Lees het helemaal</translation>
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
        <source>No paper is open. Open one from a search or from browsing, and it comes here.</source>
        <translation>Er is geen bijdrage open. Open er een vanuit Zoeken of Bladeren, dan komt hij hier.</translation>
    </message>
</context>
<context>
    <name>ReaderVoices</name>
    <message>
        <source>Reactions of readers</source>
        <translation>Reacties van lezers</translation>
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
        <source>This is an older version ({version} of {count}).</source>
        <translation>Dit is een oudere versie ({version} van {count}).</translation>
    </message>
    <message>
        <source>Show the newest</source>
        <translation>Toon de nieuwste</translation>
    </message>
    <message>
        <source>The pages of this file are pictures without text: they can be read, but not searched or selected.</source>
        <translation>De pagina’s van dit bestand zijn afbeeldingen zonder tekst: je kunt ze lezen, maar er niet in zoeken of selecteren.</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>Save a copy with annotations…</source>
        <translation>Bewaar een kopie met aantekeningen…</translation>
    </message>
    <message>
        <source>Export annotations…</source>
        <translation>Exporteer aantekeningen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Copy the link to this paper</source>
        <translation>De link naar deze bijdrage kopiëren</translation>
    </message>
    <message>
        <source>Import annotations…</source>
        <translation>Importeer aantekeningen…</translation>
    </message>
</context>
<context>
    <name>ReadingMarkButton</name>
    <message>
        <source>Reading mark</source>
        <translation>Leesstatus</translation>
    </message>
</context>
<context>
    <name>ReadingMarkMenu</name>
    <message>
        <source>Reading mark</source>
        <translation>Leesstatus</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Geen leesstatus</translation>
    </message>
</context>
<context>
    <name>ReadingStates</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>You have come to the end.</source>
        <translation>Je bent aan het einde gekomen.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Markeer als gelezen</translation>
    </message>
    <message>
        <source>The reading mark was taken off.</source>
        <translation>De leesstatus is weggehaald.</translation>
    </message>
    <message>
        <source>Marked: {state}.</source>
        <translation>Gemarkeerd: {state}.</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Open het origineel</translation>
    </message>
    <message>
        <source>This link leads to a file or a program, and was not followed: %1</source>
        <translation>Deze verwijzing leidt naar een bestand of programma en is niet gevolgd: %1</translation>
    </message>
    <message>
        <source>No program on this computer opens %1.</source>
        <translation>Geen programma op deze computer opent %1.</translation>
    </message>
    <message>
        <source>This was the last hit of the search.</source>
        <translation>Dit was de laatste vindplaats van de zoekopdracht.</translation>
    </message>
    <message>
        <source>This was the first hit of the search.</source>
        <translation>Dit was de eerste vindplaats van de zoekopdracht.</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>To read</source>
        <translation>Te lezen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Your answer</source>
        <translation>Jouw antwoord</translation>
    </message>
    <message>
        <source>It goes to the address in the remark, by mail.</source>
        <translation>Het gaat per mail naar het adres in de opmerking.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Why? (not required)</source>
        <translation>Waarom? (hoeft niet)</translation>
    </message>
    <message>
        <source>Whoever it concerns gets to read this.</source>
        <translation>Wie het aangaat, krijgt dit te lezen.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laat het zoals het is</translation>
    </message>
    <message>
        <source>Write it in a sentence: nothing is declined, hidden or answered in silence.</source>
        <translation>Schrijf het in een zin: er wordt niets stilzwijgend afgewezen, verborgen of beantwoord.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Reopen: {title}</source>
        <translation>Heropen: {title}</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Er is nog niets gelezen.</translation>
    </message>
    <message>
        <source>Read recently</source>
        <translation>Onlangs gelezen</translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>Related</source>
        <translation>Verwant</translation>
    </message>
    <message>
        <source>both: {words}</source>
        <translation>beide: {words}</translation>
    </message>
</context>
<context>
    <name>RelatedModel</name>
    <message>
        <source>both: {words}</source>
        <translation>beide: {words}</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>Write what you want to say.</source>
        <translation>Schrijf wat je wilt zeggen.</translation>
    </message>
    <message>
        <source>Fill in your name: the maintainer wants to know who asks.</source>
        <translation>Vul je naam in: de beheerder wil weten wie het vraagt.</translation>
    </message>
    <message>
        <source>Fill in a telephone number on which you can be reached.</source>
        <translation>Vul een telefoonnummer in waarop je te bereiken bent.</translation>
    </message>
    <message>
        <source>This isn&apos;t a mail address.</source>
        <translation>Dit is geen mailadres.</translation>
    </message>
    <message>
        <source>Your remark</source>
        <translation>Je opmerking</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>Je telefoonnummer</translation>
    </message>
    <message>
        <source>Your mail address (not required)</source>
        <translation>Je mailadres (hoeft niet)</translation>
    </message>
    <message>
        <source>Where the answer goes.</source>
        <translation>Hier gaat het antwoord heen.</translation>
    </message>
    <message>
        <source>Only the maintainers of the archive see this. No account is needed.</source>
        <translation>Alleen de beheerders van het archief zien dit. Een account is niet nodig.</translation>
    </message>
    <message>
        <source>What you write here is kept on this computer as you type; name, number and address aren&apos;t.</source>
        <translation>Wat je hier schrijft, wordt op deze computer bewaard terwijl je typt; naam, nummer en adres niet.</translation>
    </message>
    <message>
        <source>On this computer nothing of it stays once it has arrived.</source>
        <translation>Op deze computer blijft er niets van staan zodra hij is aangekomen.</translation>
    </message>
    <message numerus="yes">
        <source>The archive erases it, with your name and number, after %n day(s).</source>
        <translation>
            <numerusform>Het archief wist de opmerking, met je naam en nummer, na %n dag.</numerusform>
            <numerusform>Het archief wist de opmerking, met je naam en nummer, na %n dagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive erases it after a time, with your name and number: see its privacy notice.</source>
        <translation>Het archief wist de opmerking na een tijd, met je naam en nummer: zie de privacyverklaring.</translation>
    </message>
    <message>
        <source>Put it in the outbox</source>
        <translation>In postvak uit zetten</translation>
    </message>
    <message>
        <source>Send to the maintainer</source>
        <translation>Naar de beheerder sturen</translation>
    </message>
</context>
<context>
    <name>RemarkView</name>
    <message>
        <source>To the maintainer</source>
        <translation>Aan de beheerder</translation>
    </message>
    <message>
        <source>A question, a mistake, a wish: about the archive, about a paper, or about what is kept of you.</source>
        <translation>Een vraag, een fout, een wens: over het archief, over een artikel of over wat er van je bewaard wordt.</translation>
    </message>
    <message>
        <source>This library isn&apos;t connected to an archive, so there is no maintainer yet.</source>
        <translation>Deze bibliotheek is niet met een archief verbonden, dus er is nog geen beheerder.</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbinden met een archief</translation>
    </message>
    <message>
        <source>Privacy: what the archive keeps</source>
        <translation>Privacy: wat het archief bewaart</translation>
    </message>
    <message>
        <source>The archive gives no text for this.</source>
        <translation>Het archief geeft hier geen tekst voor.</translation>
    </message>
</context>
<context>
    <name>RemarksWaiting</name>
    <message>
        <source>Newsletter</source>
        <translation>Nieuwsbrief</translation>
    </message>
    <message>
        <source>Remark to the maintainer</source>
        <translation>Opmerking aan de beheerder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Arrived; a mail with a link follows</source>
        <translation>Aangekomen; er volgt een mail met een link</translation>
    </message>
    <message>
        <source>With the maintainer</source>
        <translation>Bij de beheerder</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Niet aangenomen</translation>
    </message>
    <message>
        <source>Waits for the archive; it goes by itself</source>
        <translation>Wacht op het archief; het gaat vanzelf weg</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>Say why not: the reader sees this reason.</source>
        <translation>Zeg waarom niet: de lezer ziet deze reden.</translation>
    </message>
    <message>
        <source>Write a few words with the file.</source>
        <translation>Schrijf een paar woorden bij het bestand.</translation>
    </message>
    <message>
        <source>Write an answer first, or choose something else.</source>
        <translation>Schrijf eerst een antwoord, of kies iets anders.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jouw antwoord</translation>
    </message>
    <message>
        <source>And with this it is</source>
        <translation>En daarmee is dit</translation>
    </message>
    <message>
        <source>only answered</source>
        <translation>alleen beantwoord</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>not adopted</source>
        <translation>niet overgenomen</translation>
    </message>
    <message>
        <source>In which version, if you know that already</source>
        <translation>In welke versie, als je dat al weet</translation>
    </message>
    <message>
        <source>Adopted in which version</source>
        <translation>In welke versie overgenomen</translation>
    </message>
    <message>
        <source>Why not? The reader sees this.</source>
        <translation>Waarom niet? De lezer ziet dit.</translation>
    </message>
    <message>
        <source>Why it isn&apos;t adopted</source>
        <translation>Waarom het niet overgenomen is</translation>
    </message>
    <message>
        <source>Ask the maintainer…</source>
        <translation>Vraag de beheerder…</translation>
    </message>
    <message>
        <source>Not decided after all</source>
        <translation>Toch niet beslist</translation>
    </message>
    <message>
        <source>{names} also see your answer.</source>
        <translation>{names} zien je antwoord ook.</translation>
    </message>
    <message>
        <source>{names} also sees it.</source>
        <translation>{names} ziet het ook.</translation>
    </message>
    <message>
        <source>Nothing to answer: done</source>
        <translation>Niets te antwoorden: klaar</translation>
    </message>
    <message>
        <source>Say it is adopted</source>
        <translation>Meld dat het overgenomen is</translation>
    </message>
    <message>
        <source>Say it isn&apos;t adopted</source>
        <translation>Meld dat het niet overgenomen is</translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation>In postvak uit zetten</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Verstuur antwoord</translation>
    </message>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
</context>
<context>
    <name>ReplyField</name>
    <message>
        <source>Write your answer first.</source>
        <translation>Schrijf eerst je antwoord.</translation>
    </message>
</context>
<context>
    <name>ReplyFile</name>
    <message>
        <source>One file can go with an answer. Put several in a zip first.</source>
        <translation>Met een antwoord kan één bestand mee. Zet er meer eerst samen in een zip.</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Bestand erbij</translation>
    </message>
    <message>
        <source>At most 10 MB: a PDF, a picture, a text, an office document or a zip</source>
        <translation>Hooguit 10 MB: een pdf, een afbeelding, een tekst, een office-document of een zip</translation>
    </message>
    <message>
        <source>Leave the file out</source>
        <translation>Bestand weglaten</translation>
    </message>
    <message>
        <source>Choose a file to send along</source>
        <translation>Kies een bestand om mee te sturen</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Fill in your name.</source>
        <translation>Vul je naam in.</translation>
    </message>
    <message>
        <source>Fill in your mail address: the message goes there.</source>
        <translation>Vul je mailadres in: daar gaat het bericht heen.</translation>
    </message>
    <message>
        <source>Read them, and tick this when you agree.</source>
        <translation>Lees ze, en vink dit aan als je ermee instemt.</translation>
    </message>
    <message>
        <source>Asking for an account</source>
        <translation>Er wordt een account aangevraagd</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Je mailadres</translation>
    </message>
    <message>
        <source>What you do</source>
        <translation>Wat je doet</translation>
    </message>
    <message>
        <source>School or organisation (not required)</source>
        <translation>School of organisatie (hoeft niet)</translation>
    </message>
    <message>
        <source>I have read the house rules and the privacy notice, and agree</source>
        <translation>Ik heb de huisregels en de privacyverklaring gelezen en stem ermee in</translation>
    </message>
    <message>
        <source>Ask for an account</source>
        <translation>Vraag een account aan</translation>
    </message>
    <message>
        <source>I have an account already</source>
        <translation>Ik heb al een account</translation>
    </message>
    <message>
        <source>What you type is kept on this computer until you send it.</source>
        <translation>Wat je typt, wordt op deze computer bewaard tot je het verstuurt.</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Huisregels</translation>
    </message>
    <message>
        <source>Privacy: what is kept of you</source>
        <translation>Privacy: wat er van je wordt bewaard</translation>
    </message>
    <message>
        <source>The archive gives no text for this.</source>
        <translation>Het archief geeft hier geen tekst voor.</translation>
    </message>
    <message>
        <source>You get a message with a code to log in. That can take a few minutes.</source>
        <translation>Je krijgt een bericht met een code om in te loggen. Dat kan enkele minuten duren.</translation>
    </message>
    <message>
        <source>The maintainer looks at it first. Then you get a message that says how to log in; that can take days.</source>
        <translation>De beheerder bekijkt het eerst. Daarna krijg je een bericht waarin staat hoe je inlogt; dat kan dagen duren.</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
</context>
<context>
    <name>Road</name>
    <message>
        <source>Step {number} of {count}: {state}</source>
        <translation>Stap {number} van {count}: {state}</translation>
    </message>
</context>
<context>
    <name>RoadWords</name>
    <message>
        <source>{name} hasn&apos;t read it yet</source>
        <translation>{name} las het nog niet</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Verzonden {when}</translation>
    </message>
    <message>
        <source>Delivered {when}</source>
        <translation>Bezorgd {when}</translation>
    </message>
    <message>
        <source>read by you {when}</source>
        <translation>door jou gelezen {when}</translation>
    </message>
    <message>
        <source>read by {name} {when}</source>
        <translation>door {name} gelezen {when}</translation>
    </message>
    <message>
        <source>read {when}</source>
        <translation>gelezen {when}</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Whoever runs the archive&apos;s server changes these in its configuration; then they stand here too.</source>
        <translation>Wie de server van het archief beheert, verandert ze in de configuratie; daarna staan ze ook hier.</translation>
    </message>
</context>
<context>
    <name>SaidWords</name>
    <message>
        <source>Feedback to authors</source>
        <translation>Feedback aan auteurs</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>What an author decided</source>
        <translation>Wat een auteur besloot</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterren</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Report to the maintainer</source>
        <translation>Melding aan de beheerder</translation>
    </message>
    <message>
        <source>Taking something back</source>
        <translation>Iets terugnemen</translation>
    </message>
    <message>
        <source>New version of a paper</source>
        <translation>Nieuwe versie van een bijdrage</translation>
    </message>
    <message>
        <source>Remark to the maintainer</source>
        <translation>Opmerking aan de beheerder</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Nieuwsbrief</translation>
    </message>
</context>
<context>
    <name>SaveLine</name>
    <message>
        <source>Saved as</source>
        <translation>Bewaard als</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Bewaren als</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Niet bewaren</translation>
    </message>
    <message>
        <source>No longer save</source>
        <translation>Niet langer bewaren</translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nieuw</numerusform>
            <numerusform>%n nieuw</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} hernoemen</translation>
    </message>
    <message>
        <source>No longer save {name}</source>
        <translation>{name} niet langer bewaren</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>Bewaard als</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laten zoals het was</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>“{name}” is no longer saved.</source>
        <translation>‘{name}’ wordt niet langer bewaard.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>SavedSection</name>
    <message>
        <source>Show fewer</source>
        <translation>Minder tonen</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Nog {count} tonen</translation>
    </message>
    <message numerus="yes">
        <source>new in %n of them</source>
        <translation>
            <numerusform>nieuws in %n ervan</numerusform>
            <numerusform>nieuws in %n ervan</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Bewaarde zoekopdrachten</translation>
    </message>
</context>
<context>
    <name>ScanReading</name>
    <message>
        <source>Reading scans</source>
        <translation>Scans lezen</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>The data of Tesseract, which reads them, are not installed on this computer.</source>
        <translation>De gegevens van Tesseract, dat ze leest, zijn op deze computer niet geïnstalleerd.</translation>
    </message>
    <message>
        <source>There are no scans in this library.</source>
        <translation>Er zijn geen scans in deze bibliotheek.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait to be looked at.</source>
        <translation>
            <numerusform>%n pagina wacht om bekeken te worden.</numerusform>
            <numerusform>%n pagina&apos;s wachten om bekeken te worden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were not looked at.</source>
        <translation>
            <numerusform>%n pagina is niet bekeken.</numerusform>
            <numerusform>%n pagina&apos;s zijn niet bekeken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were read.</source>
        <translation>
            <numerusform>%n pagina is gelezen.</numerusform>
            <numerusform>%n pagina&apos;s zijn gelezen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n pagina was niet te lezen.</numerusform>
            <numerusform>%n pagina&apos;s waren niet te lezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no text to be found on the scans in this library.</source>
        <translation>Op de scans in deze bibliotheek was geen tekst te vinden.</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Tesseract only knows %1 here; what is in another language is read with more mistakes.</source>
        <translation>Tesseract kent hier alleen %1; wat in een andere taal staat wordt met meer fouten gelezen.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans, read by machine: some words may be wrong.</source>
        <translation>
            <numerusform>%n pagina is een scan, door de machine gelezen: er kunnen verkeerde woorden in staan.</numerusform>
            <numerusform>%n pagina&apos;s zijn scans, door de machine gelezen: er kunnen verkeerde woorden in staan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans; they are being read in the background.</source>
        <translation>
            <numerusform>%n pagina is een scan; die wordt op de achtergrond gelezen.</numerusform>
            <numerusform>%n pagina&apos;s zijn scans; die worden op de achtergrond gelezen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans; reading them is turned off in the settings.</source>
        <translation>
            <numerusform>%n pagina is een scan; het lezen ervan staat uit bij de instellingen.</numerusform>
            <numerusform>%n pagina&apos;s zijn scans; het lezen ervan staat uit bij de instellingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are scans and can&apos;t be searched.</source>
        <translation>
            <numerusform>%n pagina is een scan en niet te doorzoeken.</numerusform>
            <numerusform>%n pagina&apos;s zijn scans en niet te doorzoeken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchEmpty</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Wat zoek je?</translation>
    </message>
    <message>
        <source>Just type: results come with every letter, and the sentence that you look for stands in them.</source>
        <translation>Typ gewoon: bij elke letter komen resultaten, met de zin erin die je zoekt.</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>Eerder gezocht</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Vergeet deze</translation>
    </message>
    <message>
        <source>More exactly, if need be</source>
        <translation>Preciezer, als het moet</translation>
    </message>
    <message>
        <source>network society</source>
        <translation>netwerk samenleving</translation>
    </message>
    <message>
        <source>Both words, anywhere near one another; also in other forms.</source>
        <translation>Beide woorden, ergens bij elkaar; ook in andere vormen.</translation>
    </message>
    <message>
        <source>&quot;learning to program&quot;</source>
        <translation>&quot;leren programmeren&quot;</translation>
    </message>
    <message>
        <source>Between quotation marks: these words side by side.</source>
        <translation>Tussen aanhalingstekens: deze woorden naast elkaar.</translation>
    </message>
    <message>
        <source>program*</source>
        <translation>programm*</translation>
    </message>
    <message>
        <source>An asterisk: every word that begins like this.</source>
        <translation>Een sterretje: elk woord dat zo begint.</translation>
    </message>
    <message>
        <source>teacher OR student</source>
        <translation>docent OF leerling</translation>
    </message>
    <message>
        <source>OR between words: one of them is enough.</source>
        <translation>OF tussen woorden: één ervan is genoeg.</translation>
    </message>
    <message>
        <source>assessment -exam</source>
        <translation>toetsing -examen</translation>
    </message>
    <message>
        <source>A minus: without this word.</source>
        <translation>Een minteken: zonder dit woord.</translation>
    </message>
    <message>
        <source>title:network author:jansen</source>
        <translation>titel:netwerk auteur:jansen</translation>
    </message>
    <message>
        <source>A field: title, author, keyword, theme, abstract.</source>
        <translation>Een veld: titel, auteur, trefwoord, thema, samenvatting.</translation>
    </message>
    <message>
        <source>year:2012..2020 lang:en</source>
        <translation>jaar:2012..2020 taal:en</translation>
    </message>
    <message>
        <source>Years from and to; language, edition and kind.</source>
        <translation>Jaren van en tot en met; taal, editie en soort.</translation>
    </message>
    <message>
        <source>Search for {query}</source>
        <translation>Zoek naar {query}</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n bijdrage</numerusform>
            <numerusform>%n bijdragen</numerusform>
        </translation>
    </message>
    <message>
        <source>At least {count}</source>
        <translation>Minstens {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n vindplaats</numerusform>
            <numerusform>%n vindplaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what is new</source>
        <translation>Alleen wat nieuw is</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Toon weer alles</translation>
    </message>
    <message>
        <source>Exactly what you typed</source>
        <translation>Precies wat je typte</translation>
    </message>
    <message>
        <source>Search more freely again</source>
        <translation>Weer ruimer zoeken</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Zoekopdracht bewaren</translation>
    </message>
    <message>
        <source>Saved search: rename or remove</source>
        <translation>Bewaarde zoekopdracht: hernoemen of verwijderen</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste eerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Op titel</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Volgorde van de resultaten</translation>
    </message>
    <message>
        <source>Narrow the results</source>
        <translation>Resultaten verfijnen</translation>
    </message>
    <message>
        <source>The current result</source>
        <translation>Het gekozen resultaat</translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>Verwijder het filter {name}</translation>
    </message>
</context>
<context>
    <name>SearchNotices</name>
    <message>
        <source>Show only what is new</source>
        <translation>Toon alleen wat nieuw is</translation>
    </message>
    <message>
        <source>Also searched for “{by}”, since “{word}” gave nothing.</source>
        <translation>Ook gezocht naar ‘{by}’, want ‘{word}’ gaf niets.</translation>
    </message>
    <message>
        <source>Search for “{word}” only</source>
        <translation>Zoek alleen naar ‘{word}’</translation>
    </message>
    <message>
        <source>Search only as typed</source>
        <translation>Zoek alleen wat ik typte</translation>
    </message>
    <message>
        <source>Only those with all words</source>
        <translation>Alleen die met alle woorden</translation>
    </message>
    <message>
        <source>No contribution has all of these words; these have some of them.</source>
        <translation>Geen enkele bijdrage heeft al deze woorden; dit zijn bijdragen met een deel ervan.</translation>
    </message>
    <message>
        <source>Leave out “{words}”</source>
        <translation>Laat ‘{words}’ weg</translation>
    </message>
    <message>
        <source>{query}?</source>
        <translation>{query}?</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Bedoelde je</translation>
    </message>
</context>
<context>
    <name>SearchPreview</name>
    <message>
        <source>The current result</source>
        <translation>Het gekozen resultaat</translation>
    </message>
    <message>
        <source>Here stands more about the result you choose.</source>
        <translation>Hier staat meer over het resultaat dat je kiest.</translation>
    </message>
    <message>
        <source>Read at the hit</source>
        <translation>Lees bij de vindplaats</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Why this result</source>
        <translation>Waarom dit resultaat</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>Hits in this contribution</source>
        <translation>Vindplaatsen in deze bijdrage</translation>
    </message>
    <message>
        <source>Search for {keyword}</source>
        <translation>Zoek naar {keyword}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina’s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n vindplaats</numerusform>
            <numerusform>%n vindplaatsen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchReading</name>
    <message>
        <source>words with </source>
        <translation>woorden met </translation>
    </message>
    <message>
        <source>not </source>
        <translation>niet </translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>in the {field}: </source>
        <translation>in {field}: </translation>
    </message>
    <message>
        <source>from the year </source>
        <translation>uit het jaar </translation>
    </message>
    <message>
        <source>up to the year </source>
        <translation>tot en met het jaar </translation>
    </message>
    <message>
        <source>from the years </source>
        <translation>uit de jaren </translation>
    </message>
    <message>
        <source> beside </source>
        <translation> naast </translation>
    </message>
    <message>
        <source> within {count} words of </source>
        <translation> op hooguit {count} woorden van </translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>in the description only</source>
        <translation>alleen in de beschrijving</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Trefwoord</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Op deze computer</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Niet op deze computer</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Slides</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Teaching material</source>
        <translation>Lesmateriaal</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Proefschrift</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>exactly so</source>
        <translation>precies zo</translation>
    </message>
    <message>
        <source>another form of the word</source>
        <translation>andere vorm van het woord</translation>
    </message>
    <message>
        <source>derived from the same word</source>
        <translation>afgeleid woord</translation>
    </message>
    <message>
        <source>part of a compound</source>
        <translation>deel van een samenstelling</translation>
    </message>
    <message>
        <source>begins like it</source>
        <translation>begint zo</translation>
    </message>
    <message>
        <source>synonym</source>
        <translation>synoniem</translation>
    </message>
    <message>
        <source>your note</source>
        <translation>jouw notitie</translation>
    </message>
    <message>
        <source>also on {place}</source>
        <translation>ook op {place}</translation>
    </message>
    <message>
        <source>without:</source>
        <translation>zonder:</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>door machine gelezen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>spelled otherwise</source>
        <translation>anders gespeld</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>trefwoord</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>thema</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>samenvatting</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>regel {number}</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>dia {number}</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>p. {number}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What to do with this passage</source>
        <translation>Wat je met deze passage kunt doen</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreep</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Schrijf een notitie</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Feedback on this passage, to the authors</source>
        <translation>Feedback op deze passage, aan de auteurs</translation>
    </message>
    <message>
        <source>Quote with source</source>
        <translation>Citeer met bron</translation>
    </message>
    <message>
        <source>Copy the quote with its source</source>
        <translation>Kopieer het citaat met zijn bron</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Add to a dossier</source>
        <translation>Voeg toe aan een dossier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete this annotation</source>
        <translation>Verwijder deze aantekening</translation>
    </message>
</context>
<context>
    <name>SettingsCare</name>
    <message>
        <source>Checking reads every file and compares it with what it was when it came in. Nothing is changed by it.</source>
        <translation>Controleren leest elk bestand en vergelijkt het met wat het was toen het binnenkwam. Er verandert niets door.</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Controleer de bibliotheek</translation>
    </message>
    <message>
        <source>Repair what can be repaired</source>
        <translation>Herstel wat te herstellen is</translation>
    </message>
    <message>
        <source>Build the search index anew</source>
        <translation>Bouw de zoekindex opnieuw</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Toon het logboek</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found.</source>
        <translation>
            <numerusform>%n ding gevonden.</numerusform>
            <numerusform>%n dingen gevonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repaired.</source>
        <translation>Hersteld.</translation>
    </message>
</context>
<context>
    <name>SettingsKeeping</name>
    <message>
        <source>Make a backup every day</source>
        <translation>Maak elke dag een reservekopie</translation>
    </message>
    <message>
        <source>A backup is a copy of the catalogue and of all that you wrote. The papers themselves aren&apos;t in it; they stay where they are.</source>
        <translation>Een reservekopie is een kopie van de catalogus en van alles wat je schreef. De bijdragen zelf staan er niet in; die blijven waar ze zijn.</translation>
    </message>
    <message>
        <source>Keep the newest of each of</source>
        <translation>Bewaar de nieuwste van elk van</translation>
    </message>
    <message>
        <source>Which backups are kept</source>
        <translation>Welke reservekopieën bewaard blijven</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Maak nu een reservekopie</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>Toon de reservekopieën</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Exporteer alles…</translation>
    </message>
    <message>
        <source>Put back an export…</source>
        <translation>Zet een export terug…</translation>
    </message>
    <message>
        <source>Put back a backup…</source>
        <translation>Zet een reservekopie terug…</translation>
    </message>
    <message>
        <source>An export is a folder with everything in open files: papers, annotations, dossiers, settings. Putting back adds what is missing here, takes nothing away and leaves what is newer as it is.</source>
        <translation>Een export is een map met alles in open bestanden: bijdragen, aantekeningen, dossiers, instellingen. Terugzetten voegt toe wat hier ontbreekt, haalt niets weg en laat wat nieuwer is zoals het is.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n maand</numerusform>
            <numerusform>%n maanden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Er is nog geen reservekopie.</translation>
    </message>
    <message>
        <source>The last backup was made on %1 at %2 (%3).</source>
        <translation>De laatste reservekopie is van %1, %2 uur (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%n are kept.</source>
        <translation>
            <numerusform>Er is er %n bewaard.</numerusform>
            <numerusform>Er zijn er %n bewaard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Open papers</source>
        <translation>Open bijdragen</translation>
    </message>
    <message>
        <source>Open them again with the window</source>
        <translation>Open ze opnieuw met het venster</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>Night paper</source>
        <translation>Nachtpapier</translation>
    </message>
    <message>
        <source>Use it in the dark themes</source>
        <translation>Gebruik het in de donkere thema&apos;s</translation>
    </message>
    <message>
        <source>It stands in annotations that you export. Leave it empty to have no name there.</source>
        <translation>Hij staat bij aantekeningen die je exporteert. Laat het leeg om daar geen naam te hebben.</translation>
    </message>
    <message>
        <source>Pages are shown light on dark; pictures stay as they are.</source>
        <translation>Pagina&apos;s staan licht op donker; plaatjes blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
</context>
<context>
    <name>SettingsScans</name>
    <message>
        <source>Read scans in the background</source>
        <translation>Scans op de achtergrond lezen</translation>
    </message>
    <message>
        <source>Pages that are pictures of text are read on this computer, so that they can be searched. The pages themselves stay as they are.</source>
        <translation>Pagina&apos;s die een afbeelding van tekst zijn worden op deze computer gelezen, zodat je ze kunt doorzoeken. De pagina&apos;s zelf blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Read them now</source>
        <translation>Lees ze nu</translation>
    </message>
</context>
<context>
    <name>SettingsSynonyms</name>
    <message>
        <source>Words that mean the same find each other: “docent” also finds “leraar” and “teacher”, behind what says “docent” itself. Each hit says so.</source>
        <translation>Woorden die hetzelfde betekenen vinden elkaar: ‘docent’ vindt ook ‘leraar’ en ‘teacher’, ná wat zelf ‘docent’ zegt. Bij elke vindplaats staat het erbij.</translation>
    </message>
    <message>
        <source>Edit my synonyms</source>
        <translation>Mijn synoniemen bewerken</translation>
    </message>
    <message>
        <source>One group a line, terms apart by commas: Dutch, then = and English. With &gt; the terms before it also find those behind it, and not the other way round. A term in quotes is found in that form only. ! takes words out. What follows # is for yourself.</source>
        <translation>Eén groep per regel, termen met komma&apos;s ertussen: Nederlands, dan = en Engels. Met &gt; vinden de termen ervoor ook die erachter, en niet andersom. Een term tussen aanhalingstekens wordt alleen in die vorm gevonden. ! haalt woorden eruit. Wat na # staat is voor jezelf.</translation>
    </message>
    <message>
        <source>My synonyms</source>
        <translation>Mijn synoniemen</translation>
    </message>
    <message>
        <source>The synonyms that come with Kennisbank</source>
        <translation>De synoniemen die bij Kennisbank horen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Only what comes with Kennisbank</source>
        <translation>Alleen wat bij Kennisbank hoort</translation>
    </message>
    <message>
        <source>Empty: only what comes with Kennisbank holds.</source>
        <translation>Leeg: alleen wat bij Kennisbank hoort, geldt.</translation>
    </message>
    <message>
        <source>The other lines hold.</source>
        <translation>De andere regels gelden.</translation>
    </message>
    <message>
        <source>Every line is understood.</source>
        <translation>Elke regel is begrepen.</translation>
    </message>
    <message>
        <source>Show what comes with Kennisbank</source>
        <translation>Toon wat bij Kennisbank hoort</translation>
    </message>
    <message>
        <source>Hide what comes with Kennisbank</source>
        <translation>Verberg wat bij Kennisbank hoort</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>Synoniemen</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Looking after it</source>
        <translation>Onderhoud</translation>
    </message>
    <message>
        <source>About Kennisbank</source>
        <translation>Over Kennisbank</translation>
    </message>
    <message>
        <source>Everything stands in this one folder: the contributions, the index, the settings and the log.</source>
        <translation>Alles staat in deze ene map: de bijdragen, de index, de instellingen en het logboek.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Toon de map</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Open een andere bibliotheek</translation>
    </message>
    <message>
        <source>Back to my own library</source>
        <translation>Terug naar mijn eigen bibliotheek</translation>
    </message>
    <message>
        <source>Open the example archive</source>
        <translation>Open het voorbeeldarchief</translation>
    </message>
    <message>
        <source>Free software under the GNU Affero General Public License, version 3 or later. You may use, read, change and share it; what you share stays free.</source>
        <translation>Vrije software onder de GNU Affero General Public License, versie 3 of later. Je mag het gebruiken, lezen, veranderen en delen; wat je deelt, blijft vrij.</translation>
    </message>
    <message>
        <source>It is built from these, with thanks to those who made them:</source>
        <translation>Het is gebouwd met het volgende, met dank aan de makers:</translation>
    </message>
    <message>
        <source>Choose the folder of a library, or an empty folder for a new one</source>
        <translation>Kies de map van een bibliotheek, of een lege map voor een nieuwe</translation>
    </message>
    <message>
        <source>Repairing the library</source>
        <translation>Bibliotheek herstellen</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>Bibliotheek controleren</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <translation>Zoekindex bouwen</translation>
    </message>
    <message numerus="yes">
        <source>The search index was built anew, with %n contribution(s).</source>
        <translation>
            <numerusform>De zoekindex is opnieuw gebouwd, met %n bijdrage.</numerusform>
            <numerusform>De zoekindex is opnieuw gebouwd, met %n bijdragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped, as you asked. Nothing was lost.</source>
        <translation>Gestopt, zoals je vroeg. Er is niets verloren.</translation>
    </message>
</context>
<context>
    <name>SettingsWords</name>
    <message>
        <source>The database is damaged. Put back a copy from the folder backups beside it.</source>
        <translation>De database is beschadigd. Zet een kopie terug uit de map backups ernaast.</translation>
    </message>
    <message>
        <source>Something in the database refers to what isn&apos;t there: %1.</source>
        <translation>Iets in de database verwijst naar wat er niet is: %1.</translation>
    </message>
    <message>
        <source>The file of %1 is missing. Import it again.</source>
        <translation>Het bestand van %1 ontbreekt. Importeer het opnieuw.</translation>
    </message>
    <message>
        <source>The file of %1 was changed from outside. Import it again.</source>
        <translation>Het bestand van %1 is van buitenaf veranderd. Importeer het opnieuw.</translation>
    </message>
    <message>
        <source>The file of %1 can&apos;t be read. Mend its permissions.</source>
        <translation>Het bestand van %1 is niet te lezen. Herstel de rechten.</translation>
    </message>
    <message>
        <source>A file belongs to no contribution: %1.</source>
        <translation>Een bestand hoort bij geen bijdrage: %1.</translation>
    </message>
    <message>
        <source>A text belongs to no contribution: %1.</source>
        <translation>Een tekst hoort bij geen bijdrage: %1.</translation>
    </message>
    <message>
        <source>A copy was broken off: %1.</source>
        <translation>Een kopie is afgebroken: %1.</translation>
    </message>
    <message>
        <source>An import was broken off: %1.</source>
        <translation>Een import is afgebroken: %1.</translation>
    </message>
    <message>
        <source>Annotations and lines of dossiers (%1) belong to contributions that aren&apos;t here. They are kept.</source>
        <translation>Aantekeningen en regels van dossiers (%1) horen bij bijdragen die hier niet zijn. Ze blijven bewaard.</translation>
    </message>
    <message>
        <source>The search index lacks contributions, or holds too many.</source>
        <translation>In de zoekindex ontbreken bijdragen, of er staan er te veel in.</translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>Who may see this?</source>
        <translation>Wie mag dit zien?</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Alleen ik</translation>
    </message>
    <message>
        <source>Everyone with an account</source>
        <translation>Iedereen met een account</translation>
    </message>
    <message>
        <source>These people</source>
        <translation>Deze mensen</translation>
    </message>
    <message>
        <source>Their mail addresses</source>
        <translation>Hun mailadressen</translation>
    </message>
    <message>
        <source>name@school.nl, one on each line</source>
        <translation>naam@school.nl, één per regel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>To your account</source>
        <translation>Naar je account</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>To share something you need an account at the archive, and to be logged in.</source>
        <translation>Om iets te delen heb je een account bij het archief nodig, en moet je ingelogd zijn.</translation>
    </message>
    <message>
        <source>This was written before you logged in. Make it yours first; then it can be shared.</source>
        <translation>Dit is geschreven voordat je inlogde. Maak het eerst van jou; dan kan het gedeeld worden.</translation>
    </message>
    <message>
        <source>They see the dossier with its passages and your remarks, but not the notes that these come from.</source>
        <translation>Ze zien het dossier met de passages en je opmerkingen, maar niet de aantekeningen waar die vandaan komen.</translation>
    </message>
    <message>
        <source>They see the note with the passage it speaks of, and your name.</source>
        <translation>Ze zien de aantekening met de passage waarover die gaat, en je naam.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>%1; they see it after the next sync.</source>
        <translation>%1; dat zien ze na de volgende synchronisatie.</translation>
    </message>
    <message>
        <source>No longer shared.</source>
        <translation>Niet meer gedeeld.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>SheetBody</name>
    <message>
        <source>The authors</source>
        <translation>De auteurs</translation>
    </message>
    <message>
        <source>All authors, and nobody else: it is not public</source>
        <translation>Alle auteurs, en niemand anders: het is niet openbaar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Je bericht</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>How the authors see you</source>
        <translation>Zo zien de auteurs jou</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Wat er hierna gebeurt</translation>
    </message>
    <message>
        <source>What do you want to tell or ask the authors?</source>
        <translation>Wat wil je de auteurs vertellen of vragen?</translation>
    </message>
</context>
<context>
    <name>SheetFoot</name>
    <message>
        <source>Send to the authors</source>
        <translation>Verzend naar de auteurs</translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation>In postvak uit zetten</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbinden met een archief</translation>
    </message>
    <message>
        <source>How your account stands</source>
        <translation>Hoe het met je account staat</translation>
    </message>
    <message>
        <source>Log in to send</source>
        <translation>Log in om te verzenden</translation>
    </message>
    <message>
        <source>Throw draft away</source>
        <translation>Gooi concept weg</translation>
    </message>
</context>
<context>
    <name>ShownAsChoice</name>
    <message>
        <source>How the authors see you</source>
        <translation>Zo zien de auteurs jou</translation>
    </message>
    <message>
        <source>My own name: {name}</source>
        <translation>Eigen naam: {name}</translation>
    </message>
    <message>
        <source>My role only: {role}</source>
        <translation>Alleen mijn rol: {role}</translation>
    </message>
    <message>
        <source>My own name</source>
        <translation>Eigen naam</translation>
    </message>
    <message>
        <source>My role only</source>
        <translation>Alleen mijn rol</translation>
    </message>
    <message>
        <source>The archive knows your name, the authors don&apos;t. It reaches the authors tomorrow morning, so that the time doesn&apos;t give you away. A role that hardly anybody has is shown as “reader”.</source>
        <translation>Het centraal archief kent je naam, de auteurs niet. Het bereikt de auteurs morgenochtend, zodat het tijdstip je niet verraadt. Een rol die bijna niemand heeft, wordt getoond als ‘lezer’.</translation>
    </message>
    <message>
        <source>It reaches the authors as soon as they are online.</source>
        <translation>Het bereikt de auteurs zodra zij verbinding hebben.</translation>
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
        <source>Related</source>
        <translation>Verwant</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>In- of uitklappen</translation>
    </message>
    <message>
        <source>This file has no contents of its own.</source>
        <translation>Dit bestand heeft geen eigen inhoudsopgave.</translation>
    </message>
    <message>
        <source>No other paper here speaks of the same.</source>
        <translation>Geen andere bijdrage hier gaat over hetzelfde.</translation>
    </message>
    <message>
        <source>Looking for papers that speak of the same…</source>
        <translation>Bijdragen over hetzelfde worden gezocht…</translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>You are offline. What you send waits in the outbox; until it goes you can change it or take it back.</source>
        <translation>Je bent offline. Wat je verzendt wacht in postvak uit; tot het gaat kun je het wijzigen of terughalen.</translation>
    </message>
    <message>
        <source>To send this you need an account at the archive. What you write is kept here until then.</source>
        <translation>Om dit te verzenden heb je een account bij het centraal archief nodig. Wat je schrijft blijft tot dan hier bewaard.</translation>
    </message>
    <message>
        <source>To an account</source>
        <translation>Naar een account</translation>
    </message>
    <message>
        <source>You asked for an account. Once you have it you can send this; until then it is kept here.</source>
        <translation>Je hebt een account aangevraagd. Zodra je het hebt kun je dit verzenden; tot dan blijft het hier bewaard.</translation>
    </message>
    <message>
        <source>How that stands</source>
        <translation>Hoe het daarmee staat</translation>
    </message>
    <message>
        <source>You are logged out. Log in again to send this; what you write is kept.</source>
        <translation>Je bent uitgelogd. Log opnieuw in om dit te verzenden; wat je schrijft is bewaard.</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>Opnieuw inloggen</translation>
    </message>
    <message>
        <source>This library isn&apos;t connected to an archive, so there is nowhere to send it. What you write is kept.</source>
        <translation>Deze bibliotheek is niet verbonden met een centraal archief, dus het kan nergens heen. Wat je schrijft is bewaard.</translation>
    </message>
    <message>
        <source>Connect to an archive</source>
        <translation>Verbinden met een archief</translation>
    </message>
</context>
<context>
    <name>StarVote</name>
    <message>
        <source>Your vote</source>
        <translation>Je stem</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n ster</numerusform>
            <numerusform>%n sterren</numerusform>
        </translation>
    </message>
    <message>
        <source>Your vote: {stars} of 5</source>
        <translation>Je stem: {stars} van 5</translation>
    </message>
    <message>
        <source>Your vote: none yet</source>
        <translation>Je stem: nog geen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Neem terug</translation>
    </message>
</context>
<context>
    <name>StarsBlock</name>
    <message>
        <source>Not rated yet</source>
        <translation>Nog niet beoordeeld</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n stem</numerusform>
            <numerusform>%n stemmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open a folder of contributions</source>
        <translation>Open een map met bijdragen</translation>
    </message>
</context>
<context>
    <name>StartWords</name>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
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
    <message>
        <source>{count} in the archive and here</source>
        <translation>{count} in het archief en hier</translation>
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
    <name>StickCard</name>
    <message>
        <source>An archive on a stick</source>
        <translation>Een archief op een stick</translation>
    </message>
    <message>
        <source>The whole archive or an edition in a folder, signed by the archive. It needs no network.</source>
        <translation>Het hele archief of een editie in een map, ondertekend door het archief. Er is geen netwerk voor nodig.</translation>
    </message>
    <message>
        <source>Open an archive on a stick…</source>
        <translation>Open een archief op een stick…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Choose the folder of the archive</source>
        <translation>Kies de map van het archief</translation>
    </message>
    <message>
        <source>{count} contributions. The fingerprint of its key is {fingerprint}. Compare it with the one that the maintainer gives; then everything on the stick is checked against it.</source>
        <translation>{count} bijdragen. De vingerafdruk van de sleutel is {fingerprint}. Vergelijk die met de vingerafdruk van de beheerder; dan wordt alles op de stick ermee gecontroleerd.</translation>
    </message>
    <message>
        <source>Is this the archive that you expect: {name}?</source>
        <translation>Is dit het archief dat je verwacht: {name}?</translation>
    </message>
    <message>
        <source>The fingerprint is right</source>
        <translation>De vingerafdruk klopt</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat het</translation>
    </message>
    <message>
        <source>Taking in what is on the stick</source>
        <translation>Overnemen wat er op de stick staat</translation>
    </message>
    <message>
        <source>Taken in: {added} new, {updated} changed, {removed} removed.</source>
        <translation>Overgenomen: {added} nieuw, {updated} gewijzigd, {removed} weggehaald.</translation>
    </message>
</context>
<context>
    <name>SyncCounts</name>
    <message>
        <source>Comparing with the archive</source>
        <translation>Vergelijken met het archief</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nieuwe</numerusform>
            <numerusform>%n nieuwe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n gewijzigd</numerusform>
            <numerusform>%n gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n weggehaald</numerusform>
            <numerusform>%n weggehaald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <translation>
            <numerusform>%n verzonden</numerusform>
            <numerusform>%n verzonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken by the archive</source>
        <translation>
            <numerusform>%n niet aangenomen door het archief</numerusform>
            <numerusform>%n niet aangenomen door het archief</numerusform>
        </translation>
    </message>
    <message>
        <source>The last time: {what}.</source>
        <translation>De laatste keer: {what}.</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>Er was niets veranderd.</translation>
    </message>
    <message>
        <source>Both sides aren&apos;t quite equal yet; the next time everything is compared anew.</source>
        <translation>Beide kanten zijn nog niet helemaal gelijk; de volgende keer wordt alles opnieuw vergeleken.</translation>
    </message>
    <message numerus="yes">
        <source>The archive says that %n of {total} contributions here are to be removed.</source>
        <translation>
            <numerusform>Het archief zegt dat hier %n van {total} bijdragen weg moet.</numerusform>
            <numerusform>Het archief zegt dat hier %n van {total} bijdragen weg moeten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Elk uur</numerusform>
            <numerusform>Elke %n uur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Elke minuut</numerusform>
            <numerusform>Elke %n minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Syncing</name>
    <message>
        <source>Updating with the archive</source>
        <translation>Bijwerken met het archief</translation>
    </message>
</context>
<context>
    <name>SynonymWords</name>
    <message>
        <source>it has one term only, and needs two.</source>
        <translation>er staat maar één term, en er zijn er twee nodig.</translation>
    </message>
    <message>
        <source>there can be one arrow in a line.</source>
        <translation>in een regel kan één pijl staan.</translation>
    </message>
    <message>
        <source>a term is lacking beside a comma, = or &gt;.</source>
        <translation>naast een komma, = of &gt; ontbreekt een term.</translation>
    </message>
    <message>
        <source>there is no word in it.</source>
        <translation>er staat geen woord in.</translation>
    </message>
    <message>
        <source>these are too many terms or lines.</source>
        <translation>dit zijn te veel termen of regels.</translation>
    </message>
    <message>
        <source>a term has more than six words.</source>
        <translation>een term heeft meer dan zes woorden.</translation>
    </message>
    <message>
        <source>Line %1 is skipped: %2</source>
        <translation>Regel %1 wordt overgeslagen: %2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>En nog %n regel.</numerusform>
            <numerusform>En nog %n regels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) come with Kennisbank.</source>
        <translation>
            <numerusform>%n groep hoort bij Kennisbank.</numerusform>
            <numerusform>%n groepen horen bij Kennisbank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %n group(s).</source>
        <translation>
            <numerusform>Je voegde %n groep toe.</numerusform>
            <numerusform>Je voegde %n groepen toe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynonymsEditing</name>
    <message>
        <source>Your changes to the synonyms were put away.</source>
        <translation>Je wijzigingen in de synoniemen zijn weggelegd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Saved. It holds from the next search on.</source>
        <translation>Bewaard. Het geldt vanaf de volgende zoekvraag.</translation>
    </message>
    <message>
        <source>Undone: your synonyms are as they were.</source>
        <translation>Ongedaan gemaakt: je synoniemen zijn zoals ze waren.</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Take away the tag %1</source>
        <translation>Label %1 weghalen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Label erbij</translation>
    </message>
</context>
<context>
    <name>TagsBlock</name>
    <message>
        <source>Find what has to do with “{tag}”</source>
        <translation>Zoek wat met ‘{tag}’ te maken heeft</translation>
    </message>
    <message>
        <source>{tag}: proposed by you</source>
        <translation>{tag}: door jou voorgesteld</translation>
    </message>
    <message>
        <source>Propose a tag</source>
        <translation>Stel een label voor</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Een label</translation>
    </message>
    <message>
        <source>A word for this paper</source>
        <translation>Een woord voor deze bijdrage</translation>
    </message>
</context>
<context>
    <name>ThreadHead</name>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Show or hide the passage</source>
        <translation>Toon of verberg de passage</translation>
    </message>
    <message>
        <source>{kind} about {title}, {page}</source>
        <translation>{kind} bij {title}, {page}</translation>
    </message>
    <message>
        <source>no title yet</source>
        <translation>nog geen titel</translation>
    </message>
    <message>
        <source>Adopted in version {version}.</source>
        <translation>Overgenomen in versie {version}.</translation>
    </message>
    <message>
        <source>Not adopted: {reason}</source>
        <translation>Niet overgenomen: {reason}</translation>
    </message>
    <message>
        <source>Hidden by the maintainer: {reason}</source>
        <translation>Verborgen door de beheerder: {reason}</translation>
    </message>
    <message>
        <source>The maintainers look at this thread.</source>
        <translation>De beheerders kijken naar deze berichten.</translation>
    </message>
</context>
<context>
    <name>ThreadList</name>
    <message>
        <source>Threads</source>
        <translation>Berichten</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation>Berichten</translation>
    </message>
</context>
<context>
    <name>ThreadSheet</name>
    <message>
        <source>Feedback to the authors</source>
        <translation>Feedback aan de auteurs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
    <message>
        <source>Feedback and what was answered</source>
        <translation>Feedback en wat er geantwoord is</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jouw antwoord</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Take back and change</source>
        <translation>Terughalen en wijzigen</translation>
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
    <name>TrailPage</name>
    <message>
        <source>Show older lines</source>
        <translation>Toon oudere regels</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Er is nog niets besloten.</translation>
    </message>
    <message>
        <source>the archive</source>
        <translation>het archief</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Papers (*.pdf *.docx *.odt *.pptx *.txt);;All files (*)</source>
        <translation>Bijdragen (*.pdf *.docx *.odt *.pptx *.txt);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>The new version</source>
        <translation>De nieuwe versie</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>Hand in a new version…</source>
        <translation>Nieuwe versie insturen…</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Wat er anders is</translation>
    </message>
    <message>
        <source>What is different, for the maintainer</source>
        <translation>Wat er anders is, voor de beheerder</translation>
    </message>
    <message>
        <source>A maintainer looks at it and publishes it; until then this version stays.</source>
        <translation>Een beheerder bekijkt en publiceert hem; tot dan blijft deze versie staan.</translation>
    </message>
    <message>
        <source>Hand it in</source>
        <translation>Insturen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Published as version {number}.</source>
        <translation>Gepubliceerd als versie {number}.</translation>
    </message>
    <message>
        <source>Not published: {why}</source>
        <translation>Niet gepubliceerd: {why}</translation>
    </message>
    <message>
        <source>Not published.</source>
        <translation>Niet gepubliceerd.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggehaald.</translation>
    </message>
    <message>
        <source>Not sent: {why}</source>
        <translation>Niet verzonden: {why}</translation>
    </message>
    <message>
        <source>Waits to be sent.</source>
        <translation>Wacht op verzending.</translation>
    </message>
    <message>
        <source>Waits for the maintainer, since {day}.</source>
        <translation>Wacht sinds {day} op de beheerder.</translation>
    </message>
    <message>
        <source>Waits for the maintainer.</source>
        <translation>Wacht op de beheerder.</translation>
    </message>
</context>
<context>
    <name>VersionsMenu</name>
    <message>
        <source>Versions and files</source>
        <translation>Versies en bestanden</translation>
    </message>
    <message>
        <source>{name}, version {version} of {day}</source>
        <translation>{name}, versie {version} van {day}</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>Your comment is taken back.</source>
        <translation>Je reactie is teruggehaald.</translation>
    </message>
</context>
<context>
    <name>VoicesPanel</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n reactie</numerusform>
            <numerusform>%n reacties</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody said anything about it yet.</source>
        <translation>Niemand heeft er nog iets over gezegd.</translation>
    </message>
    <message>
        <source>Proposed. The maintainer looks at it, and you hear what becomes of it.</source>
        <translation>Voorgesteld. De beheerder kijkt ernaar, en je hoort wat ervan wordt.</translation>
    </message>
    <message>
        <source>The draft is thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Reported. The maintainer looks at it.</source>
        <translation>Gemeld. De beheerder kijkt ernaar.</translation>
    </message>
    <message>
        <source>Hidden. The desk can bring it back.</source>
        <translation>Verborgen. Bij Beheer kun je het terugzetten.</translation>
    </message>
    <message>
        <source>You have to be logged in for this. What you typed stays.</source>
        <translation>Hiervoor moet je ingelogd zijn. Wat je typte blijft staan.</translation>
    </message>
    <message>
        <source>To an account</source>
        <translation>Naar een account</translation>
    </message>
    <message>
        <source>Reactions of readers</source>
        <translation>Reacties van lezers</translation>
    </message>
    <message>
        <source>Everybody can read this, with your name. To the authors alone: give feedback.</source>
        <translation>Iedereen kan dit lezen, met je naam. Alleen voor de auteurs: geef feedback.</translation>
    </message>
    <message>
        <source>Say something about this paper</source>
        <translation>Zeg iets over deze bijdrage</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Plaats reactie</translation>
    </message>
    <message>
        <source>Show earlier comments</source>
        <translation>Toon eerdere reacties</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wacht op verzending</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Verzend nu</translation>
    </message>
    <message>
        <source>Nothing waits: the archive has all that is yours.</source>
        <translation>Er wacht niets: het archief heeft alles wat van jou is.</translation>
    </message>
    <message>
        <source>What you made or changed goes to the archive with the next update. Until then it is safe here.</source>
        <translation>Wat je maakte of wijzigde, gaat bij het volgende bijwerken naar het archief. Tot dan staat het hier veilig.</translation>
    </message>
    <message>
        <source>Sent; whether it arrived, the next update tells.</source>
        <translation>Verzonden; of het aankwam, blijkt bij het volgende bijwerken.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Neem terug</translation>
    </message>
    <message>
        <source>Don&apos;t send this change</source>
        <translation>Verzend deze wijziging niet</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>sinds {when}</translation>
    </message>
</context>
<context>
    <name>WhyTable</name>
    <message>
        <source>You asked</source>
        <translation>Je zocht</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>Gevonden als</translation>
    </message>
    <message>
        <source>Kind of hit</source>
        <translation>Soort treffer</translation>
    </message>
</context>
<context>
    <name>WithdrawnWords</name>
    <message>
        <source>Withdrawn from the archive on {day}</source>
        <translation>Uit het archief ingetrokken op {day}</translation>
    </message>
    <message>
        <source>Erased from the archive on {day}</source>
        <translation>Uit het archief gewist op {day}</translation>
    </message>
    <message>
        <source>Hidden by the maintainer on {day}</source>
        <translation>Door de beheerder verborgen op {day}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
</context>
<context>
    <name>_AccountCard</name>
    <message>
        <source>asks for an account</source>
        <translation>vraagt een account aan</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>geschorst</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Toelaten</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schorsen</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Weer toelaten</translation>
    </message>
</context>
<context>
    <name>_AddressCard</name>
    <message>
        <source>Address of the archive</source>
        <translation>Adres van het archief</translation>
    </message>
    <message>
        <source>Look what is there</source>
        <translation>Kijk wat er is</translation>
    </message>
    <message>
        <source>You find it on the website of the congress, or you got it from the maintainer. Looking keeps nothing.</source>
        <translation>Je vindt het op de website van het congres, of je kreeg het van de beheerder. Bij het kijken wordt niets bewaard.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>_BatchLine</name>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Maak deze import ongedaan</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Importeer opnieuw</translation>
    </message>
    <message>
        <source>Takes out what this import brought. What people edited since stays.</source>
        <translation>Haalt eruit wat deze import bracht. Wat mensen sindsdien bewerkten, blijft.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 en nog %n</numerusform>
            <numerusform>%1 en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Afgebroken</translation>
    </message>
    <message>
        <source>Stopped halfway</source>
        <translation>Halverwege gestopt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n toegevoegd</numerusform>
            <numerusform>%n toegevoegd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date</source>
        <translation>
            <numerusform>%n bijgewerkt</numerusform>
            <numerusform>%n bijgewerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existed already</source>
        <translation>
            <numerusform>%n bestond al</numerusform>
            <numerusform>%n bestonden al</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken</source>
        <translation>
            <numerusform>%n kon niet worden opgenomen</numerusform>
            <numerusform>%n konden niet worden opgenomen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n vindplaats</numerusform>
            <numerusform>%n vindplaatsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>en %n ander</numerusform>
            <numerusform>en %n anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came in since you looked ({day}).</source>
        <translation>
            <numerusform>Er is %n bijdrage bijgekomen sinds je keek ({day}).</numerusform>
            <numerusform>Er zijn %n bijdragen bijgekomen sinds je keek ({day}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) have all of these words; below stand some that have fewer.</source>
        <translation>
            <numerusform>%n bijdrage heeft al deze woorden; daaronder staan er die minder hebben.</numerusform>
            <numerusform>%n bijdragen hebben al deze woorden; daaronder staan er die minder hebben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_FoundCard</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Bijdragen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Maintainer</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Fingerprint of its key</source>
        <translation>Vingerafdruk van de sleutel</translation>
    </message>
    <message>
        <source>By its key this computer knows the archive again. To be sure, compare the fingerprint with the one that the maintainer gives.</source>
        <translation>Aan de sleutel herkent deze computer het archief. Vergelijk voor de zekerheid de vingerafdruk met die van de beheerder.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbind</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Een ander adres</translation>
    </message>
</context>
<context>
    <name>_MeCard</name>
    <message>
        <source>Mail address</source>
        <translation>Mailadres</translation>
    </message>
    <message>
        <source>What you do</source>
        <translation>Wat je doet</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>At the archive you are</source>
        <translation>Bij het archief ben je</translation>
    </message>
    <message>
        <source>This computer is called</source>
        <translation>Deze computer heet</translation>
    </message>
    <message>
        <source>Log out…</source>
        <translation>Log uit…</translation>
    </message>
</context>
<context>
    <name>_StandingCard</name>
    <message>
        <source>Update now</source>
        <translation>Werk nu bij</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>Bekijk wat er nieuw is</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>_WhenCard</name>
    <message>
        <source>When Kennisbank opens</source>
        <translation>Als Kennisbank opent</translation>
    </message>
    <message>
        <source>And while it is open</source>
        <translation>En terwijl het open is</translation>
    </message>
    <message>
        <source>Also when the network returns. It goes on beside what you do, and says nothing while all is well. F5 updates at once.</source>
        <translation>Ook als het netwerk terugkomt. Het gaat door naast wat je doet, en zegt niets zolang alles goed is. F5 werkt meteen bij.</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Alleen op verzoek</translation>
    </message>
</context>
</TS>
