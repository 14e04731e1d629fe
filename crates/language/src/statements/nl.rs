//! Dutch: word classes and rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "wij sturen", "morgen sturen wij".

use super::lexicon::{Row, Says, Tables};
use super::pattern::Class;
use super::time::Shows;

pub(super) const TABLES: Tables =
    Tables { classes: CLASSES, rules: &[OURS, RESULTS, THEIRS, ASKED, AGAINST], times: TIMES };

const CLASSES: &[Class] = &[
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
        "kan kunnen kon konden zou zouden wil willen wilde wilden moet moeten moest moesten mag mogen mocht mochten hoef hoeven hoop hopen hoopte denk denken dacht dachten vermoed vermoeden verwacht verwachten weet weten wist wisten twijfel twijfelen vind vinden vond geloof geloven begrijp begrijpen snap zie zien lijk lijken lees lezen hoor horen ontvang ontvangen vraag vragen wacht wachten betreur betreuren waardeer waarderen ken kennen vrees vrezen mis missen vernam vernamen",
    ),
    (
        "state",
        "ben zijn was waren heb hebben had hadden blijf blijven bleef woon wonen werk werken zit zitten sta staan lig liggen loop lopen heet heten kost kosten word worden werd werden",
    ),
    // What "ik" can have beside it as a present verb.
    (
        "sing",
        "sluit zet start test meet laat -*de -*te -*den -*ten * -ik -wij -we -u -je -jullie -en -of -die -dat -dit -de -het -een -er -niet -geen -ook -dan -nu -nog -toch -even -graag -zeker -natuurlijk -dus -met -in -op -aan -voor -van -te -om -bij -als -zelf -kwam -ging -stond -zag -deed -gaf -kreeg -schreef -bracht -zei -nam -sprak -vroeg -belde -mailde -liet -hield -begon -bleef -vond -koos -wist -las -reed -at -zal -ga -gaan -zullen",
    ),
    // What "wij" can have beside it as a present verb.
    (
        "plur",
        "houden ronden wenden landen melden bieden sluiten laten zetten starten testen meten leiden wijden rijden besteden branden laden raden bidden binden snijden verzenden zenden spuiten schieten genieten printen posten planten storten monteren richten lichten achten wachten antwoorden bevestigen doen slaan gaan staan uitvoeren updaten upgraden opstarten inladen aanmelden afmelden aanbieden behandelen beantwoorden *en -*den -*ten -*kten -morgen -gisteren -tegen -tussen -binnen -buiten -boven -beneden -eigen -samen -geen -een -alleen -alvast -meteen -deden -kwamen -gingen -stonden -zagen -gaven -kregen -schreven -brachten -zeiden -namen -spraken -vroegen -lieten -hielden -begonnen -bleven -vonden -kozen -lazen -reden -waren -wilden -dachten -zouden -ontvingen -beloofden -gewezen -zullen -beiden",
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
    (
        "staff",
        "collega collega's monteur monteurs chauffeur chauffeurs team technicus technici adviseur adviseurs medewerker medewerkers medewerkster planner administratie boekhouding toezichthouder inspecteur specialist specialisten consultant projectleider klantenservice servicedesk helpdesk directeur accountmanager ploeg bezorger installateur schilder timmerman loodgieter elektricien stagiair vakman storingsdienst servicedienst serviceteam verpleegkundige behandelaar uitvoerder vertegenwoordiger iemand",
    ),
    (
        "third",
        "leverancier leveranciers toeleverancier fabrikant fabriek producent vervoerder transporteur koerier koeriersdienst postnl dhl dpd ups gls fedex bank verzekeraar verzekering netbeheerder onderaannemer importeur verhuurder notaris douane rederij concurrent groothandel groothandelaar waterschap politie provincie curator accountant provider belastingdienst rechtbank brandweer energieleverancier waterbedrijf kadaster hoofdaannemer architect uitgever drukker expediteur veiling stadsdeel omgevingsdienst ggd rdw rijkswaterstaat nutsbedrijf distributeur makelaar deurwaarder",
    ),
    (
        "works",
        "levering bezorging montage installatie reparatie keuring plaatsing oplevering uitvoering migratie verhuizing aanleg werkzaamheden herstelling verzending terugbetaling bestelling training controle inspectie storing overdracht afspraak aflevering nalevering demontage vervanging update",
    ),
    (
        "ptc",
        "ge* opge* afge* uitge* aange* ingep* inge* toege* terugge* doorge* nage* bijge* overge* klaarge* vrijge* voorge* meege* neerge* langsge* weerge* vastge* verstuurd verzonden ontvangen besteld verwerkt vervangen behandeld bezorgd hersteld verholpen uitgevoerd vergoed verlengd verplaatst verwijderd verstrekt voltooid beantwoord besproken bekeken vernieuwd verrekend gecrediteerd opgeleverd betaald overgemaakt onderhouden bijgewerkt -geen -gewoon -gemeente -geval -geld -gegevens -gebied -genoeg -gesprek -geleden -geldt -gelijk -gebruik -gerust -gedurende -geef -geeft -geven -gelden -gehele -geachte -gebeurt -gegeven -gezien -geopend -gesloten -gevestigd -gereed -gratis -gelukkig -geduld",
    ),
    (
        "weekday",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag *dagochtend *dagmiddag *dagavond *dagmorgen",
    ),
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

const OURS: &[Row] = &[
    (
        Says::WeByTime,
        "@us heb|hebben .. gereed|klaar|af|rond",
        "first person has it ready, with a time",
    ),
    (
        Says::WeByTime,
        "heb|hebben @us .. gereed|klaar|af|rond",
        "first person has it ready, with a time",
    ),
    (
        Says::WeByTime,
        "@us ben|zijn .. @you|er|aanwezig|plaatse|klaar|terug|daar",
        "first person is there, with a time",
    ),
    (
        Says::WeByTime,
        "ben|zijn @us .. @you|er|aanwezig|plaatse|klaar|terug|daar",
        "first person is there, with a time",
    ),
    (
        Says::WeByTime,
        "rijdt|komt|brengt|haalt|levert|staat onze|mijn|ons",
        "one of ours, with a time",
    ),
    (
        Says::WeByTime,
        "onze|mijn|ons . rijdt|komt|brengt|haalt|levert|staat",
        "one of ours, with a time",
    ),
    (Says::WeByTime, "zit|zitten het|dit|alles|hij|ze .. in @your|de", "it is there, with a time"),
    (Says::Terms, "@you betaalt|betalen|betaal .. helft", "a discount"),
    (Says::WeNow, "ik !@mental|@state @sing .. @close $", "first person, verb in two parts"),
    (Says::WeNow, "wij|we !@mental|@state @plur .. @close $", "first person, verb in two parts"),
    (Says::WeNow, "!@mental|@state @sing ik .. @close $", "first person, verb in two parts"),
    (Says::WeNow, "!@mental|@state @plur wij|we .. @close $", "first person, verb in two parts"),
    (Says::We, "@us zal|zullen", "first person with zullen"),
    (Says::We, "zal|zullen @us", "first person with zullen"),
    (Says::WeNow, "@us ga|gaan .. *en", "first person with gaan and an infinitive"),
    (Says::WeNow, "ga|gaan @us .. *en", "first person with gaan and an infinitive"),
    (Says::WeByTime, "ik !@mental|@state @sing", "first person, present, with a time"),
    (Says::WeByTime, "!@mental|@state @sing ik", "first person, present, with a time"),
    (Says::WeByTime, "wij|we !@mental|@state @plur", "first person, present, with a time"),
    (Says::WeByTime, "!@mental|@state @plur wij|we", "first person, present, with a time"),
    (
        Says::WeByTime,
        "dat|die|wat @us .. @plur|@act|@open $",
        "first person at the end of its clause, with a time",
    ),
    (Says::WeNow, "@us @act", "first person does something for the reader"),
    (Says::WeNow, "@act @us", "first person does something for the reader"),
    (Says::WeNow, "@us @open .. @close $", "first person, verb in two parts"),
    (Says::WeNow, "@open @us .. @close $", "first person, verb in two parts"),
    (
        Says::WeNow,
        "@us @open .. op terug|contact|hoogte|orde|weten|bericht|mee|rekening",
        "first person, verb in two parts",
    ),
    (
        Says::WeNow,
        "@open @us .. op terug|contact|hoogte|orde|weten|bericht|mee|rekening",
        "first person, verb in two parts",
    ),
    (
        Says::WeNow,
        "^ neem|laat|kom|pak|houd|zoek|bel|mail|stuur .. op|weten|terug|hoogte|uit|morgen|vandaag ?ermee $",
        "a first person left out",
    ),
    (
        Says::WeNow,
        "@us @open .. slag|gang|gang|ernaar|naar|behandeling|eraan|erop|opzoek",
        "first person takes it on",
    ),
    (
        Says::WeNow,
        "wij|we !@mental|@state @plur @you|het|dit|dat|ernaar|erop|ermee|hier|deze|uw|jullie|de|daar",
        "first person plural, present, about something of the reader's",
    ),
    (
        Says::WeNow,
        "ik !@mental|@state @sing @you|het|dit|dat|ernaar|erop|ermee|hier|deze|uw|jullie",
        "first person, present, about something of the reader's",
    ),
    (
        Says::WeNow,
        "^ !@mental|@state @plur wij|we @you|het|dit|ernaar|erop|hier|deze|uw|jullie",
        "first person plural, present, about something of the reader's",
    ),
    (Says::Firm, "alles aan|op alles", "everything is done"),
    (Says::WeNow, "komt|komen eraan|eraf", "it is coming"),
    (Says::WeNow, "is|zijn onderweg", "it is coming"),
    (
        Says::We,
        "wordt|worden .. geregeld|opgelost|opgepakt|behandeld|verholpen|hersteld|vergoed|gecrediteerd|aangepast|gecorrigeerd",
        "it gets done",
    ),
    (
        Says::WeNow,
        "dat|dit|het doen|doe|regelen|regel|fixen|maken|maak @us",
        "first person takes it on",
    ),
    (Says::WeNow, "@us doen|doe|regelen|regel|fixen|fix dat|dit|het", "first person takes it on"),
    (Says::Firm, "@us beloof|beloven", "a promise in so many words"),
    (Says::Firm, "beloof|beloven @us", "a promise in so many words"),
    (Says::Firm, "zeg|zeggen @us .. toe", "a promise in so many words"),
    (Says::Firm, "@us zeg|zeggen .. toe", "a promise in so many words"),
    (Says::Firm, "@us verzeker|verzekeren @you", "a promise in so many words"),
    (Says::Terms, "@us garandeer|garanderen|waarborg|waarborgen", "a guarantee"),
    (Says::Terms, "garandeer|garanderen|waarborg|waarborgen @us", "a guarantee"),
    (Says::Terms, "@us sta|staan .. garant|in", "a guarantee"),
    (Says::WeByTime, "bevestig|bevestigen", "a confirmation"),
    (Says::Firm, "heb|hebben ?@us .. afgesproken|toegezegd|beloofd", "what was agreed"),
    (Says::Standing, "en|dus dat|daar doen|houden|zal|zullen @us ook|ons|aan", "what we stand by"),
    (Says::Standing, "houden|houd|hou ons|me|mij daaraan|eraan", "what we stand by"),
    (Says::Standing, "dat|daar blijft|staan|sta @us|zo|achter", "what we stand by"),
    (Says::Firm, "zorg|zorgen @us .. ervoor|voor", "first person sees to it"),
    (Says::Firm, "@us zorg|zorgen .. ervoor|voor|dat", "first person sees to it"),
    (Says::We, "@our woord .. op|erop", "a word given"),
    (
        Says::We,
        "kunt|kan|kun|mag|kunnen|mogen @you .. rekenen|verwachten|tegemoetzien|vertrouwen|uitgaan|bouwen|aan",
        "the reader may count on it",
    ),
    (
        Says::We,
        "@you kunt|kan|kun|mag|kunnen|mogen .. rekenen|verwachten|tegemoetzien|vertrouwen|aan",
        "the reader may count on it",
    ),
    (Says::We, "reken|rekent er ?maar op", "the reader may count on it"),
    (Says::We, "komt|kom .. orde|elkaar|goed $", "it will be all right"),
    (Says::We, "laat .. aan ons|mij over", "the reader can leave it to us"),
    (Says::WeNow, "@you hoort|horen|hoor .. van ons|mij|me|onze", "the reader hears from us"),
    (Says::WeNow, "hoort|horen|hoor @you .. van ons|mij|me|onze", "the reader hears from us"),
    (Says::WeByTime, "@you hoort|horen|hoor", "the reader hears, with a time"),
    (Says::WeByTime, "hoort|horen|hoor @you", "the reader hears, with a time"),
    (
        Says::WeByTime,
        "@you ?@adv ontvangt|krijgt|krijgen|ontvangen|krijg|vindt",
        "the reader gets it, with a time",
    ),
    (
        Says::WeByTime,
        "ontvangt|krijgt|krijgen|ontvangen|krijg|vindt @you",
        "the reader gets it, with a time",
    ),
    (
        Says::WeNow,
        "ontvangt|krijgt|krijgen|ontvangen|krijg ?@you .. van|door ons|mij|me|onze",
        "the reader gets it from us",
    ),
    (
        Says::WeNow,
        "ontvangt|krijgt|krijgen|krijg ?@you .. terug|bericht|bevestiging|antwoord|uitsluitsel|vergoeding|tegoed|reactie",
        "the reader gets it",
    ),
    (
        Says::WeByTime,
        "@you heeft|hebt|hebben|heb .. in|van|terug|binnen|antwoord|duidelijkheid|uitsluitsel",
        "the reader has it, with a time",
    ),
    (Says::WeByTime, "heeft|hebt|hebben|heb @you", "the reader has it, with a time"),
    (Says::We, "er .. staat|komt|is|zit|staan|komen|belt|rijdt .. @staff", "somebody comes"),
    (Says::We, "staat|komt|is|zit|staan|komen|belt|rijdt er .. @staff", "somebody comes"),
    (Says::We, "dat er .. @staff", "somebody comes"),
    (Says::WeByTime, "@staff", "one of ours, with a time"),
    (Says::WeByTime, "mijn|onze @staff", "one of ours, with a time"),
    (
        Says::WeNow,
        "mijn|onze @staff .. contact|informeert|belt|mailt|stuurt|oppakt|regelt",
        "one of ours",
    ),
    (Says::Terms, "voor ?@our rekening", "terms"),
    (Says::Terms, "@us|@you|krijgt|ontvangt .. korting|tegoed", "a discount"),
    (Says::Terms, "korting|tegoed .. @us|@you", "a discount"),
    (
        Says::Terms,
        "@us .. niet|geen|niets .. rekening|kosten|berekenen|factureren",
        "terms: no charge",
    ),
    (
        Says::Terms,
        "brengen|breng|berekenen|bereken|rekenen|reken @us|hiervoor .. niet|geen|niets",
        "terms: no charge",
    ),
    (
        Says::Terms,
        "@you betaalt|betalen|betaal .. niets|geen|slechts|alleen|nooit",
        "terms: no charge",
    ),
    (Says::Terms, "hoeft|hoeven .. niets|niet .. betalen", "terms: no charge"),
    (Says::Terms, "@us .. kosteloos|gratis|zonder", "terms: no charge"),
    (Says::Terms, "kosteloos|gratis .. @us", "terms: no charge"),
    (Says::Terms, "is|zijn|blijft .. gratis|kosteloos", "terms: no charge"),
    (Says::Terms, "kost|kosten @you|dit|dat|niets .. niets|niks|extra", "terms: no charge"),
    (Says::Terms, "@us verleng|verlengen .. garantie|contract|abonnement|termijn", "terms"),
    (Says::Terms, "@us trek|trekken .. af", "a discount"),
    (Says::Terms, "trek|trekken @us .. af", "a discount"),
    (Says::Terms, "kost niets|niks", "terms: no charge"),
    (
        Says::Terms,
        "prijs|prijzen|tarief|tarieven|uurtarief .. blijft|blijven .. gelijk|ongewijzigd|hetzelfde|staan|geldig|vast",
        "terms: the price stays",
    ),
    (
        Says::Softly,
        "@us streven|streef|trachten|tracht|proberen|probeer|beogen|beoog|mikken",
        "a promise made softly",
    ),
    (Says::Softly, "streven|streef|trachten|tracht|proberen|probeer @us", "a promise made softly"),
    (Says::Softly, "@us doen|doe ?er ons|onze|mijn|alles best|uiterste", "a promise made softly"),
    (Says::Softly, "ons|onze|mijn streven|doel|inzet|ambitie is", "a promise made softly"),
    (Says::OpensOurs, "van ons|mij|me|onze", "what comes from us"),
    (Says::OpensOurs, "onze acties|toezeggingen|afspraken|planning", "what we are to do"),
    (
        Says::OpensOurs,
        "planning|acties|actiepunten|afspraken|toezeggingen|vervolg",
        "what is planned",
    ),
    (Says::OpensOurs, "@us .. doen|gaan|regelen|zullen", "what we are to do"),
    (Says::OpensOurs, "doen|gaan @us", "what we are to do"),
];

const RESULTS: &[Row] = &[
    (Says::WeByTime, "wordt|worden .. @ptc", "it gets done, with a time"),
    (Says::WeByTime, "@ptc wordt|worden", "it gets done, with a time"),
    (Says::WeByTime, "zal|zullen .. *en", "it will be, with a time"),
    (
        Says::WeByTime,
        "is|zijn|bent .. klaar|gereed|af|rond|weer|terug|geregeld|opgelost|leverbaar|beschikbaar|online|verholpen|hersteld|afgerond|verwerkt|bereikbaar|voltooid|binnen|bij|gerepareerd|geïnstalleerd|operationeel|vervangen",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "ligt|liggen|staat|staan|draait|werkt .. klaar|bij|er|in|op|weer|gereed|live|aan",
        "it is there, with a time",
    ),
    (
        Says::WeByTime,
        "komt|komen .. aan|er|uit|langs|beschikbaar|online|bij|terug|met",
        "it comes, with a time",
    ),
    (Says::WeByTime, "er .. ligt|staat|is|komt|hangt|zit $", "it is there, with a time"),
    (
        Says::WeByTime,
        "gaat|gaan .. live|uit|online|weg|open|buiten|deur|start|naar",
        "it goes, with a time",
    ),
    (
        Says::WeByTime,
        "@works .. is|vindt|volgt|start|starten|begint|beginnen|plaatsvindt|gebeurt|plaats",
        "work, with a time",
    ),
    (Says::WeByTime, "start|starten|begint|beginnen|volgt|vindt .. @works", "work, with a time"),
    (
        Says::WeByTime,
        "volgt|volgen|verschijnt|verschijnen|arriveert|arriveren",
        "it follows, with a time",
    ),
];

const THEIRS: &[Row] = &[
    (
        Says::They,
        "@you schreef|schreven|zei|zeiden|beloofde|beloofden|meldde|meldden|noemde|noemden|bevestigde|vertelde|mailde .. dat|te|om|@you",
        "what the reader promised",
    ),
    (
        Says::They,
        "schreef|schreven|zei|zeiden|beloofde|beloofden|meldde|bevestigde @you .. dat|te|@you",
        "what the reader promised",
    ),
    (Says::They, "@you gaf|gaven .. aan", "what the reader promised"),
    (Says::They, "@you liet|lieten .. weten", "what the reader promised"),
    (Says::They, "@you zou|zouden", "what the reader was to do"),
    (Says::They, "zou|zouden @you", "what the reader was to do"),
    (
        Says::They,
        "@you heeft|hebt|hebben .. beloofd|toegezegd|aangegeven|bevestigd",
        "what the reader promised",
    ),
    (
        Says::They,
        "fijn|goed|prima|mooi|top|bedankt|dank|super|geweldig dat ?@adv @you",
        "what the reader is to do, welcomed",
    ),
    (
        Says::TheyByTime,
        "@you betaalt|levert|stuurt|mailt|belt|komt|brengt|regelt|zorgt|tekent|maakt|betalen|leveren|sturen|mailen|bellen|brengen|regelen|zorgen|tekenen|zult|haalt|halen",
        "what the reader does, with a time",
    ),
    (
        Says::TheyByTime,
        "betaalt|levert|stuurt|mailt|brengt|regelt|zorgt|tekent|betalen|leveren|sturen|brengen|zult|haalt|halen @you",
        "what the reader does, with a time",
    ),
    (Says::Third, "@third", "a third party"),
    (Says::Source, "volgens", "somebody's word"),
    (Says::Third, "zij|ze zeggen|beloven|verwachten|melden", "somebody's word"),
    (
        Says::Third,
        "heeft|hebben .. laten weten|gemeld|toegezegd|beloofd|bevestigd",
        "somebody's word",
    ),
];

const ASKED: &[Row] = &[
    (Says::RequestIfAsked, "^ denk|denkt @you .. aan", "asked in the present tense"),
    (
        Says::RequestIfAsked,
        "kunt|kun|kan|kunnen|wilt|wil|willen|zou|zouden|zoudt @you",
        "asked whether the reader can",
    ),
    (
        Says::RequestIfAsked,
        "^ ?en ?@adv stuur|stuurt|geef|geeft|laat|laten|bel|belt|mail|mailt|neem|neemt|breng|brengt|check|regel|regelt|zet|maak|lever|levert|bevestig|bevestigt|sturen|geven|houd|zorg|zorgt @you",
        "asked in the present tense",
    ),
    (
        Says::RequestIfAsked,
        "^ .. mag|mogen|kan|kunnen @us .. @your|van",
        "asked for something of the reader's",
    ),
    (Says::RequestIfAsked, "kan|kunnen iemand", "asked whether somebody can"),
    (
        Says::Request,
        "graag ontvang|ontvangen|ontvingen|vernemen|verneem|zien|zie @us",
        "asked with graag",
    ),
    (
        Says::Request,
        "@us ontvang|ontvangen|verneem|vernemen|hoor|horen|zien|zie .. graag .. of|wat|welke|wanneer|uw|jullie|je|hoe",
        "asked with graag",
    ),
    (Says::Request, "graag hoor|horen @us .. of|wat|welke|wanneer|hoe", "asked with graag"),
    (
        Says::Request,
        "^ graag uw|jullie|je|een|even|de|het|nog .. @month|@weekday|vóór|voor|uiterlijk|mailen|sturen|doorgeven|bevestigen|akkoord|reactie",
        "asked with graag",
    ),
    (Says::Imperative, "^ ?dus ?en ?dan @imp !@us|@you", "an imperative"),
    (Says::Imperative, "^ ?dus ?en laat .. weten|horen|zien|even", "an imperative"),
    (Says::Request, "alstublieft|a.u.b|aub|svp|s.v.p|alsjeblieft", "please"),
    (Says::Request, "gelieve", "please"),
    (Says::Request, "@us verzoek|verzoeken|vraag|vragen ?graag @you", "asked in so many words"),
    (Says::Request, "verzoek|verzoeken|vraag|vragen @us @you", "asked in so many words"),
    (Says::Request, "@us heb|hebben .. nodig", "we need something"),
    (Says::Request, "heb|hebben @us .. nodig", "we need something"),
    (Says::Request, "@us mis|missen ?@adv ?nog", "we lack something"),
    (Says::Request, "@you dient|dienen", "what the reader is told to do"),
    (Says::Request, "dient|dienen @you", "what the reader is told to do"),
    (Says::OpensTheirs, "van u|jullie|je .. nodig|hebben|graag", "what is needed of the reader"),
    (Says::OpensTheirs, "nodig|verzoek", "what is needed"),
];

const AGAINST: &[Row] = &[
    (Says::Not, "kijk|kijken|kijkt|zie|zien .. uit ?naar $", "courtesy"),
    (Says::Not, "kijk|kijken @us .. naar uit|toe|@you", "courtesy"),
    (Says::Not, "bijgaand|bijgesloten|bijlage", "something sent along"),
    (
        Says::Negated,
        "niet|geen|nooit|niets|niemand|nergens !later|alleen|probleem|zorgen|enkel",
        "a negation",
    ),
    (Says::Refusal, "@us kan|kunnen .. niet|geen", "what we cannot do"),
    (Says::Refusal, "kan|kunnen @us .. niet|geen", "what we cannot do"),
    (Says::Refusal, "niet|geen .. beloven|toezeggen|garanderen", "no promise"),
    (Says::Refusal, "lukt .. niet", "what we cannot do"),
    (Says::Not, "@us ?@adv @mental", "a wish, a thought or a possibility"),
    (Says::Not, "@mental @us", "a wish, a thought or a possibility"),
    (Says::Not, "@us .. gaan|ga|gaat .. ervan|vanuit", "a supposition"),
    (Says::Not, "gaan|ga @us er", "a supposition"),
    (Says::Not, "mogelijk|kans|onwaarschijnlijk dat", "a mere possibility"),
    (Says::Not, "misschien|wellicht|eventueel|vermoedelijk|waarschijnlijk", "a mere possibility"),
    (
        Says::Not,
        "kan|zou|zouden|kunnen .. zijn|gebeuren|voorkomen|kunnen|blijken",
        "a mere possibility",
    ),
    (Says::Not, "heb|heeft|hebt|hebben|had|hadden|ben|bent .. @ptc !dat", "already done"),
    (
        Says::Not,
        "is|zijn|was|waren .. geweest|gekomen|verstuurd|verzonden|aangekomen|gedrukt|gemaakt|geworden|begonnen|besteld|ontvangen|gegaan|vertrokken",
        "already done",
    ),
    (Says::Not, "was|waren|werd|werden|kwam|kwamen|had|hadden", "the past"),
    (
        Says::Not,
        "afwezig|vrij|gesloten|geopend|open|vakantie|dicht|ziek|verlof|gevestigd|sluit|sluiten",
        "hours or absence",
    ),
    (Says::Not, "loopt|geldt|lopen|gelden", "a state"),
    (Says::Not, "@us zien|zie .. tegemoet|uit|terug", "courtesy"),
    (Says::Not, "zien|zie|spreken|spreek|horen|treffen @us elkaar", "courtesy"),
    (Says::Not, "^ ?graag ?en tot ?. ?. $", "courtesy"),
    (Says::Not, "bedankt|dank|prettige|prettig|fijn|fijne|welkom|gefeliciteerd", "courtesy"),
    (Says::Not, "@us wens|wensen", "courtesy"),
    (Says::Not, "wens|wensen @us|@you", "courtesy"),
    (Says::Not, "woord|term|belofte|beloftes zonder|beloven|belofte", "a word spoken of"),
    (Says::Not, "^ waarom|wanneer|hoe|wie|welke", "a question"),
    (
        Says::Condition,
        "^ ?en ?maar ?ook als|indien|wanneer|mocht|mochten|zodra|tenzij|mits|voordat|nadat|omdat|terwijl|doordat|zolang|stel",
        "a condition",
    ),
    (Says::Report, "^ !zoals .. @said", "somebody's words"),
    (Says::Report, "weet|weten ?.. niet ?.. of|wanneer|hoe", "not known"),
    (Says::Report, "onduidelijk|onbekend|afwachten|kijken .. of|wanneer|hoe", "not known"),
];

const TIMES: &[(Shows, &str)] = &[
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
    (Shows::Named, "om|rond|tegen|vanaf|voor|vóór ?half @num !procent|euro|stuks|@unit"),
    (Shows::Named, "# uur"),
    (
        Shows::Named,
        "binnen|over|na ?precies ?exact ?de ?het ?die ?circa ?ca ?ongeveer ?uiterlijk @num ?@num ?à ?@num @unit",
    ),
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
    (Shows::Named, "q1|q2|q3|q4|kwartaal"),
    (Shows::Named, "24/7"),
    (
        Shows::Vague,
        "snel|snelst|spoedig|spoedigst|gauw|binnenkort|zsm|z.s.m|asap|eerstdaags|dadelijk|straks|later|meteen|direct|onmiddellijk|omgaande|t.z.t|tzt|termijn|toekomst|toekomstige|afzienbare|tijdig",
    ),
    (Shows::Vague, "te zijner tijd"),
    (Shows::Vague, "zo .. mogelijk"),
    (Shows::Vague, "volgende|latere|komende|nieuwe|toekomstige release|versie|update"),
    (Shows::Blurs, "in de loop van"),
    (Shows::Blurs, "ergens"),
    (
        Shows::Past,
        "gisteren|eergisteren|gisteravond|gistermiddag|gisterochtend|gistermorgen|geleden|vorige|vorig|afgelopen|laatst|zojuist|sinds|sedert|destijds|onlangs|toen|daarnet",
    ),
    (Shows::Often, "al|reeds ?ruim ?bijna ?meer ?dan @num jaar|jaren|maanden|weken|generaties"),
    (Shows::Often, "door heel"),
    (
        Shows::Often,
        "elke|elk|iedere|ieder|altijd|meestal|doorgaans|gewoonlijk|vaak|soms|normaal|normaliter|wekelijks|maandelijks|jaarlijks|dagelijks|standaard|regelmatig",
    ),
];
