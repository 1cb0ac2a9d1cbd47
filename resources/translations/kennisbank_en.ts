<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Cover sheet folded away: %n page(s), alike on all contributions</source>
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
</TS>
