//! Swedish: word classes and rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "vi skickar", "på fredag skickar vi".

use super::lexicon::{Row, Says, Tables};
use super::pattern::Class;
use super::time::Shows;

pub(super) const TABLES: Tables =
    Tables { classes: CLASSES, rules: &[OURS, RESULTS, THEIRS, ASKED, AGAINST], times: TIMES };

const CLASSES: &[Class] = &[
    ("us", "vi jag"),
    ("me", "mig oss mej"),
    ("you", "du ni"),
    ("yous", "dig er dej"),
    ("your", "din ditt dina er ert era"),
    ("our", "vår vårt våra min mitt mina"),
    // First words of a sentence that states: what follows can still ask.
    (
        "states",
        "vi jag ni du det den då ja vår våra min ert er på måndag tisdag onsdag torsdag fredag nästa bra",
    ),
    ("link", "och att men så ja nej samt eller ok okej hej absolut"),
    (
        "adv",
        "också då nu även ändå gärna säkert naturligtvis givetvis självklart alltså sedan själv redan direkt först här detta det",
    ),
    (
        "mental",
        "kan kunde skulle vill ville måste behöver behövde får fick borde bör hoppas hoppades tror trodde tänkte tycker tyckte vet visste undrar undrade förväntar förstår förstod ser såg verkar känner känd läser hör anser antar gissar önskar saknar väntar beklagar uppskattar minns menar märker gillar älskar hatar orkar brukar föredrar funderar utgår",
    ),
    (
        "state",
        "är var har hade blir blev bor heter kostar sitter står ligger finns heter mår lever jobbar arbetar blivit",
    ),
    // Present verbs: they end in -r.
    (
        "now",
        "gör ser tar ger går står får slår drar *ar *er *år *ör *yr *ar *år -är -var -har -eller -efter -under -över -för -när -där -här -mer -er -per -år -dagar -timmar -veckor -månader -hur -ner -bara -inför -utanför -framför -varför -därför -vår -klar -många -november -december -september -oktober -senare -ifrån -vår -eller -före -snar -är",
    ),
    // Verbs that are promises in the present tense, also without a time.
    (
        "act",
        "skickar mejlar mailar ringer återkommer fixar ordnar levererar ersätter krediterar åtgärdar kontrollerar undersöker informerar kontaktar meddelar bokar byter reparerar lagar hämtar kompletterar uppdaterar löser rättar justerar säkerställer sköter bevakar bekräftar utreder bjuder vidarebefordrar förlänger underrättar monterar installerar tillhandahåller avhjälper prioriterar reklamerar omplanerar vidtar avbokar ombokar genomför slutför sänker skriver översänder mailar beställer återbetalar återställer kompenserar förbereder sammanställer publicerar",
    ),
    (
        "open",
        "tar håller hör ser ringer kommer lägger sätter står ger går gör betalar kollar skickar lämnar stämmer drar kör räknar följer bryr för letar plockar skriver",
    ),
    (
        "close",
        "upp med reda hand tillbaka ut in fram på till över om klart ordning av igen vidare ner",
    ),
    (
        "staff",
        "kollega kollegor tekniker teknikern tekniker montör montören montörer montörerna chaufför chauffören team teamet rådgivare handläggare handläggaren medarbetare personal konsult konsulten planerare planeraren inspektör inspektören projektledare projektledaren kundtjänst support supporten servicedesk ekonomiavdelning ekonomiavdelningen hantverkare hantverkaren elektriker elektrikern rörmokare rörmokaren målare snickare säljare säljaren chef besiktningsman besiktningsmannen installatör sköterska sköterskan vaktmästare vaktmästaren ingenjör servicetekniker serviceteknikern specialist specialisten installatören jour jouren",
    ),
    (
        "third",
        "leverantör leverantören leverantörer leverantörerna tillverkare tillverkaren fabriken speditör speditören transportör transportören åkeri åkeriet postnord dhl dpd ups schenker bring instabox budbee bank banken försäkringsbolag försäkringsbolaget hyresvärd hyresvärden kommunen tullen konkurrent konkurrenten grossist grossisten underleverantör underleverantören underentreprenör underentreprenören polisen länsstyrelsen skatteverket domstolen brandkåren räddningstjänsten elnätsbolaget nätägaren trafikverket myndigheten han hon hyresvärden mäklaren arkitekten importör importören förlaget tryckeriet distributören entreprenören bolagsverket lantmäteriet",
    ),
    (
        "works",
        "leverans leveransen montering monteringen installation installationen reparation reparationen besiktning besiktningen flytt flytten arbete arbetet arbetena överlämning överlämningen utbildning utbildningen underhåll underhållet utbyte bytet utbetalning utbetalningen återbetalning återbetalningen kontroll kontrollen service servicen driftsättning driftsättningen migrering migreringen uppdatering uppdateringen utskick utskicket anpassning anpassningen besök besöket",
    ),
    // Passives in -s.
    (
        "done",
        "byts görs ges läggs hämtas sätts tas dras förs körs byggs tätas sänds utförs avhjälps ersätts rivs slutförs genomförs återställs *eras *kas *tas *gas *das *nas *ras *las *pas *jas *vas *mas -varnas -säsongens -finns -hans -hennes -deras -oss -plats -dags -allas -minns -känns -trivs -lyckas -andras -hoppas -behövs -syns -tills -annars -ens -alls -ändras -brukas -samtidigt -lands -helgens -veckans -dagens -sekunds -kunds -hunds -kallas -finns -måndags -tisdags -onsdags -torsdags -fredags -kommunens -nämndens -lördags -söndags -vinns -hinns -spelas -visas -säljas -skrivas",
    ),
    (
        "weekday",
        "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen",
    ),
    ("weekdays", "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar vardagar helger"),
    (
        "month",
        "januari februari mars april maj juni juli augusti september oktober november december jan feb apr jun jul aug sep sept okt nov dec",
    ),
    (
        "num",
        "# en ett två tre fyra fem sex sju åtta nio tio elva tolv fjorton femton tjugo trettio några par",
    ),
    (
        "unit",
        "minut minuter timme timmar dag dagar arbetsdag arbetsdagar vardagar vecka veckor månad månader kvartal år dygn timma",
    ),
    (
        "era",
        "vecka veckan helg helgen månad månaden kvartal kvartalet år året måndag tisdag onsdag torsdag fredag lördag söndag vår höst sommar vinter",
    ),
    (
        "feast",
        "jul julen nyår nyåret årsskiftet påsk påsken midsommar julafton midsommarafton månadsskiftet helgen semestern sommaren lunch kvartalsskiftet trettondagen lucia pingst sportlovet höstlovet",
    ),
    (
        "said",
        "sa sade säger berättade berättar skrev skriver menade menar frågade frågar påstod påstår undrade undrar trodde läste hörde meddelade uppgav uppger hävdar hävdade nämnde tyckte",
    ),
    (
        "imp",
        "skicka ge mejla maila ring ta fyll kontrollera bekräfta titta meddela glöm se betala ställ håll klicka läs svara använd gör hämta kom vänta skriv ange hör säg lämna återkom bifoga komplettera kolla signera returnera boka testa stäm spara lägg sätt öppna bestäm anmäl uppge",
    ),
];

const OURS: &[Row] = &[
    (Says::We, "@us kommer ?@adv ?inte att", "first person with kommer att"),
    (Says::We, "kommer @us ?@adv ?inte att", "first person with kommer att"),
    (
        Says::WeNow,
        "^ ?@link ?@link @us ?@adv ska|skall !vi|jag|till|bara|nog|väl|ju",
        "first person with ska",
    ),
    (Says::WeNow, "ska|skall @us !till|bara|nog|väl|ju|göra", "first person with ska"),
    (Says::WeByTime, "@us tänker", "first person with an intention, with a time"),
    (
        Says::WeByTime,
        "^ ?@link ?@link @us !@mental|@state @now",
        "first person, present, with a time",
    ),
    (Says::WeByTime, "!@mental|@state @now @us", "first person, present, with a time"),
    (Says::WeNow, "@us @act", "first person does something for the reader"),
    (Says::WeNow, "@act @us", "first person does something for the reader"),
    (
        Says::WeNow,
        "@us @open .. @me|@yous|det|detta|den|frågan|ärendet ?.. @close",
        "first person, verb in two parts",
    ),
    (Says::WeNow, "hör @us av mig|oss", "first person gets in touch"),
    (Says::WeNow, "@us hör av mig|oss|mej", "first person gets in touch"),
    (Says::WeNow, "och|så|^ hör av mig|oss|mej", "first person gets in touch"),
    (Says::WeNow, "och|så|^ återkommer|meddelar", "first person comes back"),
    (Says::WeNow, "@us ser till", "first person sees to it"),
    (Says::WeNow, "ser @us till", "first person sees to it"),
    (
        Says::WeNow,
        "@us tar ?det ?den ?detta ?frågan ?ärendet hand|reda|med|tag|fram|upp",
        "first person takes it on",
    ),
    (
        Says::WeNow,
        "tar @us ?genast ?gärna hand|reda|med|tag|fram|upp|itu",
        "first person takes it on",
    ),
    (
        Says::WeNow,
        "@us håller ?@yous informerad|informerade|uppdaterad|uppdaterade|underrättad|underrättade|@yous",
        "first person keeps the reader informed",
    ),
    (
        Says::WeNow,
        "håller @us ?@yous informerad|informerade|uppdaterad|uppdaterade|underrättade|@yous",
        "first person keeps the reader informed",
    ),
    (
        Says::WeNow,
        "@us betalar|ger|skickar|lämnar|för ?@yous ?.. tillbaka|åter",
        "first person gives back",
    ),
    (
        Says::WeNow,
        "betalar|ger|skickar|lämnar|för @us ?@yous ?.. tillbaka|åter",
        "first person gives back",
    ),
    (Says::WeNow, "@us ringer upp|tillbaka|@yous", "first person rings"),
    (Says::WeNow, "det|detta fixar|löser|ordnar|gör|sköter|tar @us", "first person takes it on"),
    (Says::WeNow, "@us fixar|löser|ordnar|gör|sköter det|detta", "first person takes it on"),
    (Says::Firm, "@us lovar|utlovar|försäkrar", "a promise in so many words"),
    (Says::Firm, "lovar|utlovar|försäkrar @us", "a promise in so many words"),
    (Says::Firm, "@us har ?@adv lovat|utlovat", "what was agreed"),
    (Says::Firm, "@us har kommit överens om", "what was agreed"),
    (Says::Standing, "det står|håller|gör|ska @us ?också ?göra ?fast ?vid", "what we stand by"),
    (Says::Firm, "@us gör allt", "everything is done"),
    (
        Says::WeNow,
        "^ ?@link vi !@mental|@state @now ?. er|ert|era|din|ditt|dina|det|detta|saken|frågan|ärendet|dig",
        "first person plural, present, about something of the reader's",
    ),
    (
        Says::WeNow,
        "^ ?@link jag !@mental|@state @now er|ert|era|saken|ärendet",
        "first person, present, about something of the reader's",
    ),
    (
        Says::WeNow,
        "^ ?@link vi sätter|kör|drar|tittar|kollar|ser|undersöker igång|upp|på|efter|över|vidare",
        "first person takes it on",
    ),
    (Says::Firm, "@us förbinder|åtar", "a promise in so many words"),
    (Says::Terms, "@us garanterar", "a guarantee"),
    (Says::Terms, "garanterar @us", "a guarantee"),
    (Says::WeByTime, "bekräftar @us ?.. att|leverans|leveransen|tiden", "a confirmation"),
    (Says::WeByTime, "@us bekräftar ?.. att|leverans|leveransen|tiden", "a confirmation"),
    (Says::WeByTime, "överens|överenskommit om", "what was agreed"),
    (Says::We, "@you kan ?@adv räkna|lita|förvänta|vänta", "the reader may count on it"),
    (Says::We, "kan @you ?@adv räkna|lita|förvänta|vänta", "the reader may count on it"),
    (Says::We, "räkna med oss|mig", "the reader may count on it"),
    (Says::We, "det ordnar|fixar|löser sig", "it will be all right"),
    (Says::We, "lämna|överlåt ?det ?detta ?den till|åt oss|mig", "the reader can leave it to us"),
    (Says::We, "@you har @our|mitt|vårt ord", "a word given"),
    (Says::WeNow, "@you hör ?.. av|från oss|mig|mej", "the reader hears from us"),
    (Says::WeNow, "hör @you ?.. av|från oss|mig|mej", "the reader hears from us"),
    (Says::WeByTime, "@you ?@adv får|erhåller|hör", "the reader gets it, with a time"),
    (Says::WeByTime, "får|erhåller|hör @you", "the reader gets it, with a time"),
    (Says::WeNow, "@you får ?.. av|från oss|mig|vår", "the reader gets it from us"),
    (Says::WeNow, "får @you ?.. av|från oss|mig|vår", "the reader gets it from us"),
    (Says::We, "@you kommer att få|ha|höra|bli", "the reader gets it"),
    (Says::We, "kommer @you att få|ha|höra|bli", "the reader gets it"),
    (Says::WeByTime, "@you har|kommer", "the reader has it, with a time"),
    (Says::WeByTime, "har @you", "the reader has it, with a time"),
    (
        Says::We,
        "det står|kommer|finns|är ?. ?. någon|@staff ?. hos|på|och|till|ut|från",
        "somebody comes",
    ),
    (Says::We, "står|kommer|finns|är det ?. någon|@staff", "somebody comes"),
    (Says::WeByTime, "det står|kommer|finns .. @staff", "somebody comes"),
    (Says::We, "är|står|kommer någon ?ut hos|på|till", "somebody comes"),
    (Says::WeByTime, "@staff", "one of ours, with a time"),
    (Says::WeNow, "@our @staff ?. ?. kontaktar|ringer|kommer|hör|återkommer|tar", "one of ours"),
    (Says::Terms, "@us står för", "terms"),
    (Says::Terms, "står @us för", "terms"),
    (Says::Terms, "bjuder @us på", "terms"),
    (Says::Terms, "@us bjuder på", "terms"),
    (Says::Terms, "@us|@you|får|ger .. rabatt|rabatten", "a discount"),
    (
        Says::Terms,
        "@us .. debiterar|tar|fakturerar ?@yous inte|ingen|inget|inga",
        "terms: no charge",
    ),
    (
        Says::Terms,
        "debiterar|tar|fakturerar @us ?@yous inte|ingen|inget|inga .. betalt|för|avgift|kostnad",
        "terms: no charge",
    ),
    (Says::Terms, "@you betalar ?@adv inget|inte|ingen|bara|endast", "terms: no charge"),
    (Says::Terms, "@us .. kostnadsfritt|gratis|utan kostnad", "terms: no charge"),
    (Says::Terms, "är|blir ?. gratis|kostnadsfri|kostnadsfritt|kostnadsfria", "terms: no charge"),
    (Says::Terms, "@us förlänger .. garantin|avtalet|tiden|perioden", "terms"),
    (Says::Terms, "kostar ?@yous ?@you inget|ingenting|inte", "terms: no charge"),
    (Says::Terms, "utan ?extra kostnad", "terms: no charge"),
    (
        Says::Terms,
        "pris|priset|priserna|taxan|timpriset .. gäller|oförändrat|oförändrad|oförändrade|kvar|ligger|fast",
        "terms: the price stays",
    ),
    (Says::Softly, "@us strävar|försöker|siktar|eftersträvar", "a promise made softly"),
    (Says::Softly, "strävar|försöker|siktar @us", "a promise made softly"),
    (Says::Softly, "@us gör ?.. bästa", "a promise made softly"),
    (
        Says::Softly,
        "@our|målsättningen|målet ambition|mål|målsättning|avsikt|strävan är",
        "a promise made softly",
    ),
    (Says::Softly, "målsättningen|målet|ambitionen är att", "a promise made softly"),
    (Says::OpensOurs, "från|av oss|mig|vår", "what comes from us"),
    (Says::OpensOurs, "@us .. gör|ska|tar|kommer|fixar|ordnar", "what we are to do"),
    (Says::OpensOurs, "gör|ska|tar|kommer|fixar|ordnar @us", "what we are to do"),
    (Says::OpensOurs, "plan|planen|tidplan|tidplanen|åtgärder|åtaganden", "what is planned"),
];

const RESULTS: &[Row] = &[
    (Says::WeByTime, "@done", "it gets done, with a time"),
    (
        Says::WeByTime,
        "är|blir|står|finns|ligger .. klar|klart|klara|färdig|färdigt|färdiga|uppe|igång|tillbaka|löst|åtgärdat|åtgärdad|tillgänglig|tillgängligt|tillgängliga|lagad|lagat|lagade|hos|redo|drift|ordnat|ordnad|fixat|avklarat|rättat|levererat|levererad|levererade|hemma|online|utbytt|leveransklar|plats",
        "it is done, with a time",
    ),
    (Says::WeByTime, "står|ligger|finns|hänger .. på|hos|i|framme", "it is there, with a time"),
    (
        Says::WeByTime,
        "resten|fortsättningen|svaret|beskedet|rapporten|fakturan följer|kommer",
        "it follows, with a time",
    ),
    (Says::WeByTime, "följer|släpps|lanseras|publiceras", "it follows, with a time"),
    (Says::WeNow, "är på väg|gång", "it is coming"),
    (Says::WeByTime, "når|kan @you", "the reader has it, with a time"),
    (Says::WeByTime, "kommer .. att", "it will, with a time"),
    (
        Says::WeByTime,
        "^ .. !vi|jag kommer ?den ?på ?i ?före ?senast ?inom @weekday|@month|#|morgon|så|fram|ut|med|hem|upp",
        "it comes, with a time",
    ),
    (Says::WeByTime, "ska vara|bli", "it is to be, with a time"),
    (
        Says::WeByTime,
        "@works .. är|sker|börjar|startar|påbörjas|äger|kommer|blir",
        "work, with a time",
    ),
    (Says::WeByTime, "sker|börjar|startar|påbörjas|äger .. @works", "work, with a time"),
    (Says::WeByTime, "@works sker|börjar|startar|påbörjas", "work, with a time"),
    (Says::WeByTime, "går ut|iväg|live", "it goes, with a time"),
    (Says::WeByTime, "anländer", "it comes, with a time"),
];

const THEIRS: &[Row] = &[
    (
        Says::They,
        "@you sa|sade|skrev|lovade|nämnde|meddelade|bekräftade|berättade|angav|uppgav .. att|@you",
        "what the reader promised",
    ),
    (
        Says::They,
        "skrev|lovade|nämnde|meddelade|bekräftade @you ?.. att|@you",
        "what the reader promised",
    ),
    (Says::They, "@you skulle", "what the reader was to do"),
    (Says::They, "@you har lovat|sagt|bekräftat|meddelat", "what the reader promised"),
    (
        Says::They,
        "bra|fint|kul|perfekt|toppen|tack|skönt|utmärkt att @you",
        "what the reader is to do, welcomed",
    ),
    (
        Says::TheyByTime,
        "@you betalar|levererar|skickar|mejlar|ringer|lämnar|ordnar|signerar|fixar|hämtar|tömmer|kommer|återkommer|bekräftar|ska",
        "what the reader does, with a time",
    ),
    (
        Says::TheyByTime,
        "betalar|levererar|skickar|mejlar|ringer|lämnar|ordnar|signerar|fixar|hämtar|ska @you",
        "what the reader does, with a time",
    ),
    (Says::Third, "@third", "a third party"),
    (Says::Source, "enligt", "somebody's word"),
    (Says::Third, "^ de säger|lovar|räknar|meddelar", "somebody's word"),
    (Says::Third, "har meddelat|lovat|sagt|bekräftat", "somebody's word"),
];

const ASKED: &[Row] = &[
    (Says::RequestIfAsked, "kan|kunde|skulle @you", "asked whether the reader can"),
    (
        Says::RequestIfAsked,
        "^ ?och ?men skickar|mejlar|ringer|ger|tar|fixar|lämnar|hör|meddelar|bekräftar @you",
        "asked in the present tense",
    ),
    (
        Says::RequestIfAsked,
        "kan|får|skulle @us ?kunna få|be|ha|se",
        "asked for something of the reader's",
    ),
    (Says::RequestIfAsked, "kan någon", "asked whether somebody can"),
    (Says::Request, "vänligen", "please"),
    (
        Says::Request,
        "var|vore ?det vänlig|vänliga|snäll|snälla|tacksam|tacksamt|tacksamma|bra om",
        "please",
    ),
    (Says::Request, "snälla", "please"),
    (Says::Imperative, "^ ?så ?och ?men @imp !@us|aldrig ?. !till", "an imperative"),
    (Says::Imperative, "^ ?så ?och ?men lämna in", "an imperative"),
    (Says::Request, "@us ber|ombeder @yous", "asked in so many words"),
    (Says::Request, "ber|ombeds @us|@you", "asked in so many words"),
    (Says::Request, "från er|dig .. behöver|saknar|önskar @us", "we need something"),
    (Says::Request, "@us ser|tar ?emot gärna", "asked politely"),
    (Says::RequestIfAsked, "^ tänker|kommer @you ?ihåg ?på", "asked in the present tense"),
    (Says::Request, "@us behöver|saknar .. @your|från|@yous", "we need something"),
    (Says::Request, "behöver|saknar @us ?.. @your|från|@yous", "we need something"),
    (Says::Request, "@us väntar|inväntar ?fortfarande ?på @your", "we wait for something"),
    (
        Says::Request,
        "@us vill|skulle|önskar ?gärna ?vilja ha|få .. @your|från|av|besked|veta",
        "asked politely",
    ),
    (Says::Request, "@you måste|behöver|bör", "what the reader is told to do"),
    (Says::Request, "måste|behöver|bör @you", "what the reader is told to do"),
    (Says::OpensTheirs, "från|av er|dig", "what is needed of the reader"),
    (Says::OpensTheirs, "@us behöver|saknar", "what is needed"),
    (Says::OpensTheirs, "vänligen", "please"),
];

const AGAINST: &[Row] = &[
    (
        Says::Negated,
        "inte|ej|aldrig|ingen|inget|inga|ingenting !senare|bara|minst|endast|problem|fara",
        "a negation",
    ),
    (Says::Refusal, "@us kan ?@adv ?tyvärr inte|ej|inget|ingen", "what we cannot do"),
    (Says::Refusal, "kan @us ?@adv ?tyvärr inte|ej|inget|ingen", "what we cannot do"),
    (Says::Refusal, "inte|inget|ingen .. lova|utlova|garantera", "no promise"),
    (Says::Refusal, "lovar|lova|utlovar ?vi ?jag inget|inte|ingenting", "no promise"),
    (Says::Not, "@us ?@adv @mental !av|till", "a wish, a thought or a possibility"),
    (Says::Not, "@mental @us !av|till", "a wish, a thought or a possibility"),
    (Says::Not, "^ hoppas", "a hope"),
    (Says::Not, "möjligt|risk|chans att", "a mere possibility"),
    (Says::Not, "vad|vilken|vilket|vilka|som @us @now", "part of a question or a description"),
    (
        Says::Not,
        "kanske|eventuellt|möjligen|antagligen|förmodligen|troligen|förhoppningsvis",
        "a mere possibility",
    ),
    (
        Says::Not,
        "det|den|de kan|kunde|skulle .. hända|bli|vara|kunna|dröja|ta",
        "a mere possibility",
    ),
    (Says::Not, "har|hade ?@us ?@you ?@adv *it|*at|*tt|*ts|*ats|fått|gått|skickat", "already done"),
    (Says::Not, "var|hade|blev|kom|fick|gick|tog|gjorde", "the past"),
    (
        Says::Not,
        "stängt|stängd|öppet|öppen|ledig|lediga|semester|bortrest|sjuk|frånvarande|borta|föräldraledig",
        "hours or absence",
    ),
    (Says::Not, "löper|gäller|upphör", "a state"),
    (Says::Not, "ser|emotser @us ?.. fram|emot", "courtesy"),
    (Says::Not, "@us ser|emotser ?.. fram|emot", "courtesy"),
    (Says::Not, "@us ses|hörs|syns|träffas", "courtesy"),
    (
        Says::Not,
        "tack|trevlig|trevligt|välkommen|välkomna|grattis|önskar|glad|återseende|hälsar",
        "courtesy",
    ),
    (Says::Not, "ordet|löfte|löften lovar|utan", "a word spoken of"),
    (Says::Not, "^ varför|när|hur|vem|vilken|vad|vilka", "a question"),
    (Says::Condition, "^ ?och ?men ?även om !@num|exakt|ungefär|cirka|drygt|knappt", "a condition"),
    (
        Says::Condition,
        "^ ?och ?men ?även om en|ett !vecka|timme|månad|dag|kvart|stund|minut|halvtimme|liten|par",
        "a condition",
    ),
    (
        Says::Condition,
        "^ ?och ?men ?även ifall|såvida|när|innan|sedan|eftersom|medan|därför",
        "a condition",
    ),
    (Says::Hinges, "^ skulle|kommer !du|ni|vi|jag", "a condition"),
    (Says::Condition, "^ så länge|snart|fort|vitt @us|@you|den|det|de", "a condition"),
    (Says::Report, "^ !som .. @said", "somebody's words"),
    (Says::Report, "vet|oklart|okänt ?inte .. om|när|hur", "not known"),
];

const TIMES: &[(Shows, &str)] = &[
    (Shows::Named, "i dag|morgon|kväll|eftermiddag|övermorgon|natt|veckan|helgen"),
    (
        Shows::Named,
        "idag|imorgon|imorn|ikväll|övermorgon|eftermiddag|eftermiddagen|kvällen|förmiddag|förmiddagen",
    ),
    (Shows::Named, "@weekday"),
    (Shows::Named, "#|#e|första|andra|tredje @month"),
    (Shows::Named, "i|under|före|till|från|av|senast|mitten|slutet|början @month"),
    (Shows::Named, "#/"),
    (Shows::Named, "#:"),
    (Shows::Named, "den #|#e"),
    (Shows::Named, "kl|klockan|vid ?. #|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|halv"),
    (Shows::Named, "mellan # och|-|– #"),
    (Shows::Named, "före|till|vid|innan ?. slut|slutet"),
    (Shows::Named, "inom|om ?exakt ?ungefär ?ca ?cirka @num ?@num ?till ?@num @unit"),
    (Shows::Named, "inom ?en|ett timmen|dygnet|veckan|dygn"),
    (Shows::Named, "v|v.|vecka|veckorna #"),
    (Shows::Named, "v ?. #"),
    (Shows::Named, "nästa|kommande|denna|den ?här ?närmaste @era"),
    (Shows::Named, "samma|nästkommande dag|dygn|@weekday"),
    (Shows::Named, "slutet|början|mitten|utgången av ?denna ?nästa @era|@month|dagen"),
    (Shows::Named, "före|innan|till|efter|över|vid|senast|i @feast"),
    (Shows::Named, "kvartalet|kvartal|q1|q2|q3|q4|årsskiftet|månadsskiftet"),
    (Shows::Named, "helgen den"),
    (
        Shows::Vague,
        "snart|snarast|strax|snabbt|framöver|senare|omgående|genast|asap|framtiden|framtida|inom kort",
    ),
    (Shows::Vague, "så .. som|vi|möjligt"),
    (Shows::Vague, "så småningom"),
    (Shows::Vague, "inom kort|närtid"),
    (Shows::Vague, "i ?god tid"),
    (Shows::Vague, "kommande|framtida|nästa|senare version|versioner|uppdatering|release"),
    (Shows::Blurs, "någon gång"),
    (Shows::Blurs, "under ?loppet ?av nästa"),
    (Shows::Past, "i går|förrgår|morse|måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags"),
    (Shows::Past, "sedan #|den|i|flera|länge|dess"),
    (
        Shows::Past,
        "igår|förrgår|gårdagen|nyligen|nyss|morse|imorse|förra|häromdagen|måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags",
    ),
    (Shows::Past, "för .. sedan|sen"),
    (
        Shows::Often,
        "varje|alltid|oftast|vanligtvis|normalt|brukar|ofta|ibland|dagligen|veckovis|månadsvis|årligen|@weekdays|regelbundet",
    ),
];
