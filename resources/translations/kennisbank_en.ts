<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSetup</name>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
    <name>_BatchLine</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
