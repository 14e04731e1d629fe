//! Dutch: classes of words, and words of time.

use super::super::dictionary::Class;
use super::super::time::Shows;

pub(super) const CLASSES: &[Class] = &[
    ("us", "ik wij we"),
    ("me", "mij me ons"),
    ("you", "u je jij jullie"),
    ("your", "uw je jouw jullie"),
    ("our", "onze ons mijn m'n"),
    // First words of a sentence that states: what follows can still ask.
    (
        "states",
        "ik wij we u je jullie de het dat dan onze ons uw ja prima er maandag dinsdag woensdag donderdag vrijdag morgen vandaag volgende",
    ),
    (
        "adv",
        "ook dan nu nog toch even graag zeker natuurlijk uiteraard dus straks wel zelf alvast meteen direct gewoon eerst hier dit dat het",
    ),
    ("future", "zal zullen"),
    // Verbs of wishing, knowing, being able: with "ik" or "wij" they promise nothing.
    (
        "mental",
        "kan kunnen kon konden zou zouden wil willen wilde wilden moet moeten moest moesten mag mogen mocht mochten hoef hoeven hoop hopen hoopte denk denken dacht dachten vermoed vermoeden verwacht verwachten weet weten wist wisten twijfel twijfelen vind vinden vond geloof geloven begrijp begrijpen snap snappen herken herkennen merk merken bedoel bedoelen zie zien lijk lijken lees lezen hoor horen ontvang ontvangen vraag vragen wacht wachten betreur betreuren waardeer waarderen ken kennen vrees vrezen mis missen vernam vernamen dank danken bedank bedanken feliciteer feliciteren excuseer verontschuldig verontschuldigen",
    ),
    (
        "state",
        "ben zijn was waren heb hebben had hadden blijf blijven bleef woon wonen werk werken zit zitten sta staan lig liggen heet heten kost kosten word worden werd werden",
    ),
    // What "ik" can have beside it as a present verb.
    (
        "sing",
        "sluit zet start test meet laat -*de -*te -*den -*ten * -ik -wij -we -u -je -jullie -en -of -die -dat -dit -de -het -een -er -niet -geen -ook -dan -nu -nog -toch -even -graag -zeker -natuurlijk -dus -met -in -op -aan -voor -van -te -om -bij -als -zelf -kwam -ging -stond -zag -deed -gaf -kreeg -schreef -bracht -zei -nam -sprak -vroeg -belde -mailde -liet -hield -begon -bleef -vond -koos -wist -las -reed -at -zal -ga -gaan -zullen",
    ),
    // What "wij" can have beside it as a present verb.
    (
        "plur",
        "verzetten inzetten omzetten opzetten doorzetten voortzetten vastzetten klaarzetten breiden bereiden voorbereiden verspreiden uploaden downloaden vergoeden begeleiden opleiden scheiden dichten schatten vergroten berichten inrichten oprichten houden ronden wenden landen melden bieden sluiten laten zetten starten testen meten leiden wijden rijden besteden branden laden raden bidden binden snijden verzenden zenden spuiten schieten genieten printen posten planten storten monteren richten lichten achten wachten antwoorden bevestigen doen slaan gaan staan uitvoeren updaten upgraden opstarten inladen aanmelden afmelden aanbieden behandelen beantwoorden *en -*den -*ten -*kten -morgen -gisteren -tegen -tussen -binnen -buiten -boven -beneden -eigen -samen -geen -een -alleen -alvast -meteen -bekeken -besproken -kregen -vertrokken -begrepen -bezochten -bleken -hielpen -trokken -vielen -sloten -droegen -vroegen -deden -kwamen -gingen -stonden -zagen -gaven -kregen -schreven -brachten -zeiden -namen -spraken -vroegen -lieten -hielden -begonnen -bleven -vonden -kozen -lazen -reden -waren -wilden -dachten -zouden -ontvingen -beloofden -gewezen -zullen -beiden",
    ),
    // Verbs that are promises in the present tense, also without a time.
    (
        "act",
        "stuur sturen mail mailen bel bellen regel regelen zorg zorgen vergoed vergoeden crediteer crediteren herstel herstellen repareer repareren vervang vervangen controleer controleren bespreek bespreken informeer informeren corrigeer corrigeren bezorg bezorgen lever leveren reserveer reserveren bericht berichten restitueer restitueren annuleer annuleren verleng verlengen verhelp verhelpen los regel verwerk verwerken behandel behandelen verzorg verzorgen plaats plaatsen monteer monteren inventariseer verreken verrekenen verlaag verlagen schrap schrappen publiceer publiceren begeleid begeleiden bevestig verschuif verschuiven check checken fix fixen onderzoek onderzoeken overleg overleggen beantwoord beantwoorden realiseer realiseren organiseer organiseren versnel versnellen halveer herzie herzien activeer activeren installeer installeren verstuur versturen",
    ),
    (
        "open",
        "neem nemen houd houden hou laat laten zoek zoeken ga gaan pak pakken kom komen geef geven zet zetten stort storten betaal betalen plan plannen stem stemmen leg leggen maak maken kijk kijken los lossen breng brengen haal halen handel handelen rond ronden pas passen stuur sturen lever leveren doe doen meld melden schakel schakelen rust rusten draag dragen werk werken vul vullen bied bieden reken rekenen hang hangen",
    ),
    (
        "close",
        "op uit na mee terug langs af over door toe in aan orde klaar hoogte weten contact voor na bij",
    ),
    // Deeds in the third person.
    (
        "does",
        "belt stuurt mailt levert brengt neemt regelt zoekt geeft pakt legt zet installeert plaatst monteert controleert verzorgt bezorgt komt rijdt kijkt laat herstelt vervangt verstuurt verwerkt voert rondt koppelt bespreekt informeert repareert bekijkt overlegt haalt plant sluit maakt schakelt bevestigt crediteert stort betaalt vertrekt arriveert volgt verschijnt landt belanden belandt komen volgen vertrekken arriveren verschijnen",
    ),
    // What goes its way whoever promises what.
    (
        "world",
        "trein treinen bus bussen tram metro vlucht vliegtuig veerboot prijzen markt rente inflatie btw dollar koers zon weer winter zomer lente herfst school scholen schoolvakantie bouwvak feestdagen kerst pasen beurs gemeenteraad verkiezingen wet wetgeving regering kabinet film wedstrijd concert economie",
    ),
    // What puts something into a paper, or takes it out.
    (
        "enters",
        "houd houden verreken verrekenen trek trekken voeg voegen zet zetten neem nemen pas passen schrap schrappen wijzig wijzigen vermeld vermelden noteer noteren haal halen verander veranderen verwijder verwijderen boek boeken reken rekenen tel tellen vervang vervangen ruil ruilen",
    ),
    // Deeds that are asked for in the second person present.
    (
        "asks",
        "stuur stuurt sturen mail mailt mailen check checkt checken controleer controleert controleren vul vult vullen teken tekent tekenen onderteken ondertekent regel regelt regelen geef geeft geven laat laten neem neemt nemen zet zetten zorg zorgt zorgen bevestig bevestigt bevestigen bekijk bekijkt bekijken lever levert leveren meld meldt melden bel belt bellen app appt appen plan plant plannen reserveer reserveert reserveren haal haalt halen breng brengt brengen maak maakt maken retourneer retourneert pas past kies kiest lees leest schrijf schrijft deel deelt noteer noteert verzamel verzamelt vraag vraagt meet vergelijk vergelijkt",
    ),
    // Imperatives that are no other form with the word that follows.
    (
        "bids",
        "probeer voeg deel noteer vermeld kopieer installeer herstart start meet fotografeer scan upload upgrade wijzig pas vergelijk verzamel beantwoord betaal retourneer onderteken reserveer registreer activeer annuleer verwijder negeer overweeg beschrijf geef stuur lever zend mail bel app vul teken kies klik open sluit download print lees bekijk controleer check bevestig meld vraag zoek",
    ),
    // Papers in which things are entered.
    (
        "paper",
        "offerte factuur bestelling order contract opdracht rekening dossier bestand register nota polis begroting orderbevestiging opdrachtbevestiging overeenkomst bestelbon bestelformulier orderformulier creditnota calculatie kostenraming eindafrekening afrekening klantgegevens klantenbestand huurcontract gastenlijst deelnemerslijst",
    ),
    ("det", "de het een dat dit deze die onze ons uw je jouw jullie mijn"),
    // Verbs of what is so, whoever promises what.
    (
        "fact",
        "duurt begint eindigt loopt sluit geldt valt vervalt verloopt heet kost bedraagt blijft trekt bevat bestaat vereist hangt ligt heeft vangt beslaat omvat stijgt stijgen daalt dalen sluiten eindigen gelden verlopen vervallen opent openen dateert meet weegt telt vindt bedragen duren kosten liggen beginnen heten bestaan bevatten wordt worden kent betekent betreft moet niet met tot uit dat het wat hebt biedt past hoort zit",
    ),
    (
        "staff",
        "*ploeg *team *monteur *monteurs *chauffeur *chauffeurs *technicus *adviseur *medewerker *medewerkers *specialist *installateur *nafdeling *safdeling *eafdeling *pafdeling -koerier opzichter opvolger opvolgster vervanger vervangster jongens opdrachtnemer inschrijver ondergetekende collega collega's monteur monteurs chauffeur chauffeurs team technicus technici adviseur adviseurs medewerker medewerkers medewerkster planner administratie boekhouding toezichthouder inspecteur specialist specialisten consultant projectleider klantenservice servicedesk helpdesk directeur accountmanager ploeg bezorger installateur schilder timmerman loodgieter elektricien stagiair vakman storingsdienst servicedienst serviceteam verpleegkundige behandelaar uitvoerder vertegenwoordiger iemand",
    ),
    (
        "third",
        "*maatschappij burgemeester koning wethouder rechter bisschop boekhouder advocaat kpn ziggo odido vodafone enexis liander stedin vitens eneco essent microsoft google gemeente overheid ministerie minister inspectie arbeidsinspectie vereniging aannemer aannemers klant opdrachtgever leverancier leveranciers toeleverancier fabrikant fabriek producent vervoerder transporteur koerier koeriersdienst postnl dhl dpd ups gls fedex bank verzekeraar verzekering netbeheerder onderaannemer importeur verhuurder notaris douane rederij concurrent groothandel groothandelaar waterschap politie provincie curator accountant provider belastingdienst rechtbank brandweer energieleverancier waterbedrijf kadaster hoofdaannemer architect uitgever drukker expediteur veiling stadsdeel omgevingsdienst ggd rdw rijkswaterstaat nutsbedrijf distributeur makelaar deurwaarder",
    ),
    (
        "works",
        "levering bezorging montage installatie reparatie keuring plaatsing oplevering uitvoering migratie verhuizing aanleg werkzaamheden herstelling verzending terugbetaling bestelling training controle inspectie storing overdracht afspraak aflevering nalevering demontage vervanging update",
    ),
    (
        "ptc",
        "wegge* losge* stopge* samenge* dichtge* openge* schoonge* leegge* binnenge* achterge* goedge* kwijtge* rechtge* omge* rondge* ge* opge* afge* uitge* aange* ingep* inge* toege* terugge* doorge* nage* bijge* overge* klaarge* vrijge* voorge* meege* neerge* langsge* weerge* vastge* verstuurd verzonden ontvangen besteld verwerkt vervangen behandeld bezorgd hersteld verholpen uitgevoerd vergoed verlengd verplaatst verwijderd verstrekt voltooid beantwoord besproken bekeken vernieuwd verrekend gecrediteerd opgeleverd betaald overgemaakt onderhouden bijgewerkt -geen -gewoon -gemeente -geval -geld -gegevens -gebied -genoeg -gesprek -geleden -geldt -gelijk -gebruik -gerust -gedurende -geef -geeft -geven -gelden -gehele -geachte -gebeurt -gegeven -gezien -geopend -gesloten -gevestigd -gereed -gratis -gelukkig -geduld",
    ),
    (
        "weekday",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag *dagochtend *dagmiddag *dagavond *dagmorgen *dagnacht",
    ),
    ("hour", "# één twee drie vier vijf zes zeven acht negen tien tienen elf twaalf"),
    ("day3", "ma di wo do vr za zo"),
    (
        "month",
        "januari februari maart april mei juni juli augustus september oktober november december jan feb febr mrt apr jun jul aug sep sept okt nov dec",
    ),
    (
        "num",
        "# een één twee drie vier vijf zes zeven acht negen tien elf twaalf veertien vijftien twintig dertig enkele paar anderhalf anderhalve half",
    ),
    (
        "unit",
        "minuut minuten uur uren dag dagen werkdag werkdagen week weken maand maanden kwartier kwartaal jaar etmaal",
    ),
    (
        "era",
        "week weekend maand kwartaal jaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend middag avond voorjaar najaar zomer winter herfst",
    ),
    (
        "season",
        "lente voorjaar zomer zomerseizoen herfst najaar winter seizoen vakantie vakantieperiode meivakantie herfstvakantie voorjaarsvakantie",
    ),
    (
        "feast",
        "kerst kerstmis oud-en-nieuw oudjaar jaarwisseling nieuwjaar pasen pinksteren sinterklaas bouwvak zomervakantie feestdagen weekend zomer lunch koningsdag carnaval kerstvakantie",
    ),
    (
        "said",
        "zei zeiden zegt zeggen vertelde vertelden schreef schreven schrijft meldde meldden meldt beweerde beweert vroeg vroegen vraagt dacht denkt stelde las hoorde hoorden vernam begreep verklaarde suggereerde opperde",
    ),
    (
        "imp",
        "stuur geef mail bel neem vul controleer bevestig kijk meld vergeet zorg betaal stel houd zet download klik lees reageer gebruik maak breng kom wacht teken vermeld check denk schrijf vraag bewaar haal plaats open sluit test upload retourneer kies bekijk print lever",
    ),
];

pub(super) const TIMES: &[(Shows, &str)] = &[
    (
        Shows::Named,
        "de|een|diezelfde dag|week|maand|ochtend|werkdag|avond erna|daarna|nadien|erop|ervoor|tevoren|later",
    ),
    (
        Shows::Often,
        "elke|elk|iedere|ieder ?eerste ?tweede ?laatste ?# @era|@weekday|@unit|@month|dag|uur|keer|nacht|ochtend|werkdag|winter",
    ),
    (
        Shows::Named,
        "vandaag|morgen|overmorgen|vanmiddag|vanavond|vannacht|morgenochtend|morgenmiddag|morgenavond|morgenvroeg|hedenmiddag|heden",
    ),
    (Shows::Named, "@weekday"),
    (Shows::Named, "@day3 #"),
    (Shows::Named, "# @month"),
    (Shows::Named, "in|eind|begin|half|medio|voor|vóór|tot|per|vanaf|na|einde @month"),
    (Shows::Named, "eind|begin|medio #"),
    (Shows::Named, "#/"),
    (Shows::Named, "#:"),
    (Shows::Named, "de|den #e !@unit"),
    (Shows::Named, "om|rond|tegen|vanaf|voor|vóór ?half @hour !procent|euro|stuks|@unit"),
    (Shows::Named, "# uur"),
    (
        Shows::Named,
        "binnen|over|na ?precies ?exact ?de ?het ?die ?circa ?ca ?ongeveer ?uiterlijk @num ?@num ?à ?@num @unit",
    ),
    (Shows::Named, "@num @unit ?van voor|vóór|vooraf|voordat|na|nadat|tevoren|later|vóórdat"),
    (Shows::Named, "duurt|kost|vergt het|ons ?. ?. @num @unit"),
    (Shows::Named, "gedurende|nog|heel # ?@unit"),
    (Shows::Named, "de|het laatste|eerste @weekday|dag|werkdag van"),
    (Shows::Named, "hierna|daarna @unit"),
    (Shows::Named, "binnen ?het|de|die|deze uur|dag|week|termijn|maand"),
    (Shows::Named, "week|wk|weken #"),
    (
        Shows::Named,
        "deze|dit|komende|komend|volgende|volgend|aanstaande|eerstvolgende|eerstkomende|dezelfde|diezelfde @era|dag",
    ),
    (
        Shows::Named,
        "eind|einde|begin|medio|halverwege|midden ?van ?de ?het ?deze ?komende ?volgende @era|dag|@month|middag",
    ),
    (Shows::Named, "voor|vóór|met|na|rond ?de ?het ?einde @feast"),
    (Shows::Named, "dit|het weekend"),
    (
        Shows::Named,
        "rond|tegen|na|voor|vóór|in de|het middag|middaguur|ochtend|avond|lunch|lunchtijd",
    ),
    (Shows::Named, "q1|q2|q3|q4|kwartaal"),
    (Shows::Named, "24/7"),
    (Shows::Named, "tussen @num en @num !procent|euro|stuks"),
    (
        Shows::Named,
        "rond|na|voor|vóór|tegen|om enen|tweeën|drieën|vieren|vijven|zessen|zevenen|achten|negenen|tienen|elven|twaalven",
    ),
    (Shows::Named, "maandelijks|wekelijks|dagelijks|jaarlijks|halfjaarlijks"),
    (Shows::Named, "elke|iedere|elk|ieder|per ?eerste @era|uur|dag|halfuur|kwartier"),
    (
        Shows::Vague,
        "snel|snelst|spoedig|spoedigst|gauw|binnenkort|zsm|z.s.m|asap|eerstdaags|dadelijk|straks|later|meteen|vlot|vlug|weldra|eerdaags|mettertijd|gaandeweg|zometeen|dezer|ooit|direct|onmiddellijk|omgaande|t.z.t|tzt|termijn|toekomst|toekomstige|afzienbare|tijdig",
    ),
    (
        Shows::Ahead,
        "morgen|overmorgen|uiterlijk|volgende|komende|aanstaande|eind|einde|medio|straks|morgenochtend|morgenmiddag",
    ),
    (Shows::Ahead, "binnen ?een|het|@num"),
    (
        Shows::Ahead,
        "voor|vóór|tegen|tot ?de ?het ?volgende @weekday|@month|eind|einde|#|@feast|@era",
    ),
    (Shows::Ahead, "over @num @unit"),
    (Shows::Vague, "te zijner tijd"),
    (
        Shows::Vague,
        "volgende|komende|latere|een ?van ?de ?volgende ?komende zending|zendingen|transport|transporten|levering|leveringen|lading|rit|gelegenheid|keer|ronde",
    ),
    (Shows::Blurs, "daaromtrent|thereabouts"),
    (Shows::Vague, "met|bij ?de ?grote ?hoge ?hoogste voorrang|spoed|prioriteit"),
    (Shows::Vague, "zo .. mogelijk"),
    (
        Shows::Vague,
        "volgende|latere|komende|nieuwe|toekomstige release|versie|update|druk|editie|uitgave|sprint",
    ),
    (Shows::Blurs, "in de loop van"),
    (Shows::Blurs, "ergens"),
    (Shows::Blurs, "ooit|gaandeweg"),
    (Shows::Blurs, "op enig|een|zeker gegeven ?moment"),
    (Shows::Vague, "op ?den ?de ?een ?korte ?lange ?later duur|termijn|moment|stadium"),
    (
        Shows::Past,
        "gisteren|eergisteren|gisteravond|gistermiddag|gisterochtend|gistermorgen|geleden|vorige|vorig|afgelopen|laatst|zojuist|sinds|sedert|destijds|onlangs|toen|daarnet",
    ),
    (Shows::Often, "al|reeds ?ruim ?bijna ?meer ?dan @num jaar|jaren|maanden|weken|generaties"),
    (Shows::Often, "door heel"),
    (
        Shows::Often,
        "altijd|meestal|doorgaans|gewoonlijk|vaak|soms|normaal|normaliter|wekelijks|maandelijks|jaarlijks|dagelijks|standaard|regelmatig",
    ),
];
