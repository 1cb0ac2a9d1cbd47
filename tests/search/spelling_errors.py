"""What people type for what they mean, made by hand: Dutch, English and names."""

_PAIRS = """
veiligheit:veiligheid vijligheid:veiligheid beveilging:beveiliging beveiligign:beveiliging infromatica:informatica
informatcia:informatica imformatica:informatica programeren:programmeren progameren:programmeren
programmerem:programmeren programmeertal:programmeertaal algorithme:algoritme algortime:algoritme
onderwijz:onderwijs onderweis:onderwijs ondewijs:onderwijs onderijws:onderwijs leeraar:leraar docend:docent
studend:student studneten:studenten leerlinegn:leerlingen universitijt:universiteit universiteid:universiteit
hogeschol:hogeschool hoogeschool:hogeschool toesten:toetsen toetsenn:toetsen eksamen:examen exaamen:examen
tentaamen:tentamen competensie:competentie competenties:competentie vaardighijd:vaardigheid vaardigheeden:vaardigheden
kennisbanck:kennisbank kenisbank:kennisbank kennisbnak:kennisbank samenwerkign:samenwerking samewerking:samenwerking
ontwikelling:ontwikkeling ontwikkelling:ontwikkeling onwikkeling:ontwikkeling ontwerpenn:ontwerpen
applikatie:applicatie aplicatie:applicatie organizatie:organisatie organistatie:organisatie innovasie:innovatie
inovatie:innovatie communikatie:communicatie comunicatie:communicatie publikatie:publicatie
kwaliteid:kwaliteit kwalitijt:kwaliteit kwaliteti:kwaliteit burgerinitatief:burgerinitiatief
iniatief:initiatief initatief:initiatief archif:archief archieef:archief netwerck:netwerk netwrek:netwerk
netwrk:netwerk samenleeving:samenleving saamenleving:samenleving maatschapij:maatschappij
maatschappei:maatschappij gemeentte:gemeente gemeende:gemeente overhijd:overheid overheidt:overheid
ovreheid:overheid ambtenar:ambtenaar ambtenaaar:ambtenaar leiderschab:leiderschap leidrschap:leiderschap
privasy:privacy privecy:privacy standart:standaard standaart:standaard gegeevens:gegevens gegvens:gegevens
gegevesn:gegevens webzite:website wepsite:website conputer:computer computr:computer compiuter:computer
interacktie:interactie interaksie:interactie kreativiteit:creativiteit creativitijt:creativiteit
motivasie:motivatie evaluasie:evaluatie evalutie:evaluatie didaktiek:didactiek didactieck:didactiek
praktijck:praktijk practijk:praktijk prakteik:praktijk projekt:project projcet:project objekt:object
techniesch:technisch tegnologie:technologie technologei:technologie technologi:technologie digitaaal:digitaal
digitalisring:digitalisering digitalizering:digitalisering simulaatie:simulatie robotika:robotica
kunstmatigge:kunstmatige inteligentie:intelligentie intelligensie:intelligentie beleit:beleid belijd:beleid
verandwoordelijk:verantwoordelijk verantwoordelik:verantwoordelijk effektief:effectief efectief:effectief
democratei:democratie democrasie:democratie ekonomie:economie economei:economie onderzoeck:onderzoek
onderzoke:onderzoek onderzeok:onderzoek wetenschapelijk:wetenschappelijk wetenschapplijk:wetenschappelijk
tranzitie:transitie transitei:transitie komplex:complex compleks:complex complexitijt:complexiteit
experimend:experiment eksperiment:experiment sukses:succes succees:succes aksent:accent
koördinatie:coordinatie coordinasie:coordinatie coordnatie:coordinatie bibliotheeck:bibliotheek
biblioteek:bibliotheek bibliotheeek:bibliotheek alogritme:algoritme hardwere:hardware sofware:software
softwaer:software desing:design desgin:design pattren:pattern langauge:language lenguage:language
knowlege:knowledge knowledeg:knowledge enviroment:environment environement:environment recieve:receive
assesment:assessment assessmnet:assessment curiculum:curriculum curriculem:curriculum laerning:learning
learnign:learning teachign:teaching theacher:teacher studnet:student computaional:computational
computatonal:computational algorythm:algorithm algoritm:algorithm algorithem:algorithm securtiy:security
securety:security privacey:privacy analisys:analysis anaylsis:analysis netwok:network neurel:neural
responce:response succesful:successful sucessful:successful begining:beginning seperate:separate
definately:definitely reserach:research refrence:reference exsample:example programing:programming
programmign:programming developement:development develoment:development framwork:framework
"""

BY_HAND = dict(pair.split(":") for pair in _PAIRS.split())
"""From what was typed (folded) to the word that was meant."""
