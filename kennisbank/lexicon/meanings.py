"""Words whose shape tells the wrong thing about their family: judged one by one among the words that are known."""

OWN_MEANING = frozenset(
    """
    collectie afdeling aanleiding belasting betrekking bevolking bezetting omgeving verdieping vergissing verkering
    verhouding verwarming voorlichting regering handeling wandeling strekking stelling stichting schilling sporting
    santing bering bedding banning berging boeking branding achting parking paling padding pakking penning manning
    maling mening monding camping verging vering vesting vinding tering trekking turing rekening roeping richting
    opening oosting haring houding heling helling helsing henning huizing kering kleding lading landing legging
    leiding lering leuning lezing lichting weging werking wapening wording woning inging neiging zetting zitting
    spelling speling spinning wending voering topping ranking raming
    """.split()  # noqa: SIM905  # read as text
)
"""Nouns that have come to mean something else than what the verb does, or whose verb is rather a plural."""

NO_VERB_OF_NOUN = frozenset(
    """
    scheren schilderen spijkeren saneren serveren solderen slingeren sinderen signeren situeren belegeren beredeneren
    beteren bekeren bezeren baseren bijleren bladeren angeren ankeren acteren asperen procederen projecteren
    presenteren parkeren passeren pareren pauperen poseren pokeren peuteren piekeren marcheren markeren manifesteren
    mankeren masseren monteren musiceren muteren collecteren coordineren coveren chanteren creperen gelderen generen
    geesteren graveren gasteren garderen gisteren dineren donderen doneren domineren doseren dobberen versieren
    verteren vereren ventileren varieren temperen trakteren trotseren toeteren toekeren tongeren toveren regeren
    royeren opereren orienteren ommeren hongeren helderen hunkeren hinderen kamperen kaderen koesteren koperen
    kleineren lanceren leveren letteren logeren converseren sorteren exposeren dieteren relateren
    waarderen figureren fileren floreren formuleren formeren forceren
    fungeren naderen noteren zonderen zomeren jammeren dateren
    """.split()  # noqa: SIM905  # read as text
)
"""Verbs in -eren that aren't made of the noun they begin with: ``leveren``, ``formuleren``."""

NO_NOUN_OF_VERB = frozenset(("reservaat", "coordinaat", "notie", "relatie", "stud"))
"""Nouns that aren't of the verb in -eren that begins with them."""

BORROWED = frozenset(
    """
    bash blogg boost bowl boycott brows chatt check claim coach crash crowdfund crowdsourc debug deal delet design
    download draft dump edit embed embedd film filter fix flash flirt focuss fram freelanc gam golf googl grill hack
    hik host interview jogg kidnapp kickstart label labell leas lobby lift link logg mail manag mapp match
    merg mix modd model modell monitor mount outsourc overlapp pimp pinn pitch plott plugg poll pool post
    print process programm prompt promot push quot rank rapp reboot recycl releas render reset scann schedul scor
    screen scroll shar shopp skat snack spamm sponsor spott sprint stag stalk start stopp
    stream stress stretch styl surf swip switch sync tagg target test text tim toast track train trend trigger trimm
    troll tun tweak tweet twerk typ updat upgrad upload vlogg zapp zoom
    """.split()  # noqa: SIM905  # read as text
)
"""Stems of Dutch verbs in -en that are English verbs: their noun in -ing is English, too."""
