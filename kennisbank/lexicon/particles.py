"""Dutch words and endings that are no part of a compound, though they look like one."""

LITTLE = frozenset(
    """
    overeen bijeen ineen aaneen het een deze dit die dat wat wie hoe waar hier daar toen dan als maar want dus
    noch ook nog wel niet nooit ooit altijd soms vaak meer meest minder minst zeer heel erg reeds alsof hun haar
    hem zijn mijn jouw onze ons jullie zich ieder elke elk alle allen iets niets iemand niemand men zelf zulk
    zulke welk welke zoals omdat zodat terwijl hoewel indien mits tenzij wanneer sinds totdat voordat nadat
    echter immers namelijk bijna haast even alleen misschien zeker graag liever eens weer steeds telkens verder
    daarom waarom hierdoor daardoor toch anders ben bent was waren wordt word worden werd werden heb hebt heeft
    had hadden hebben kan kun kunt kunnen kon konden zal zult zullen zou zouden wil wilt willen wilde moet
    moeten moest mag mogen mocht gaat ging doet doen deed laat liet kom komt kwam ziet zien zag zegt zei staat
    stond ligt lag aan achter achteruit af bij binnen boven buiten door heen her in langs mee met midden mis na
    naar naast neer om onder op open over rond samen sedert te tegen terug thuis toe tot tussen uit van vanaf
    vast via vol volgens voor uiteen vooral voort voorbij vooruit voorop weg wederom zonder per tijdens omhoog
    omlaag opnieuw bovenop inzake
    """.split()  # noqa: SIM905  # read as text
)
"""Never a part, first, middle or last."""

NO_BEGINNING = frozenset(
    """
    vert verst best acht der des gene gek aller lever vreemd zwang inge pro ach sam ant bes ein ent ers ges ing
    ont ver vers were ande ende aard ring rede hart eige inter ultra trans super para meta mede micro macro
    multi mono poly semi anti auto archi
    """.split()  # noqa: SIM905  # read as text
)
"""Prefixes, and words that others only seem to begin with."""

NO_END = frozenset(
    """
    ring ringen ding dingen zing pen ellen erken eden etten nissen elen rij rijen logisch logische talig talige
    rijker rijkere rijkst rijkste rijks stak pers aard aardig aardige aten ieren rein zij gelijk gelijke innen
    ige vaardig vaardige zalig zalige gierig zakelijk zakelijke zakelijkheid eer eert arisch arische rouwen
    rekken rijden rijdt slot slotte erge even leren keren teren lijken lijker ere der dere air lier tiende tig
    heid heden lijk lijke lijks lijkheid baar bare baarheid schap schappen schappelijk schappelijke schappelijks
    loos loze loosheid zaam zame achtig achtige matig matige vol volle rijk rijke ing ingen ling lingen tje tjes
    aal ale ele iel iele isch ische ist isten atie aties eren erend eerd eerde erij ster sters aar aars ier iers
    iek ieken ment menten tal tallen waarts wijs wijze maal keer lang lange half halve soort soorten gewijs vrij
    vrije waardig waardige gericht gerichte ton tien log oor ree den ten ren sen gen hen men nen ges tis ter ken
    ant ent ende ander andere erf erk ers end als elijk graad teit iteit sel sels dom doms ens tie ties sie sies
    gaan staan zien doen king kings ver hare hares tale
    steriele sterieel vers
    """.split()  # noqa: SIM905  # read as text
)
"""Endings that make another word of the one before, and words that others only seem to end with."""

TRANSPARENT = frozenset(
    """
    groep plek club code arts pijn film model plan gever stijl wet bericht lid recht adres staat gegeven
    """.split()  # noqa: SIM905  # read as text
)
"""Words that keep their meaning at the end of any compound, however common that has become: ``werkgroep``."""

STATES = frozenset(("lid", "natie", "politie", "deel"))
"""What may stand before ``staat``, beside words with a linking -s; behind others it is a verb: ``openstaat``."""
