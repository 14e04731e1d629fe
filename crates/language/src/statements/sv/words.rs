//! Swedish: classes of words, and words of time.

use super::super::dictionary::Class;
use super::super::time::Shows;

pub(super) const CLASSES: &[Class] = &[
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
    (
        "det",
        "den det de denna detta dessa vår vårt våra er ert era din ditt dina min mitt mina alla varje samtliga",
    ),
    // What puts something into a paper, or takes it out.
    (
        "enters",
        "lägger sätter tar stryker för byter ändrar justerar noterar drar räknar skriver lyfter plockar",
    ),
    // Imperatives.
    (
        "bids",
        "prova pröva försök kör starta berätta beskriv fota fotografera mät dela notera kopiera installera ladda ändra jämför samla besvara returnera underteckna registrera aktivera avboka ta skicka sänd mejla maila ring fyll välj klicka öppna stäng skriv läs granska kontrollera kolla bekräfta meddela fråga sök släpp flytta töm lyft packa märk ställ lägg sätt håll spara betala swisha överför boka beställ utse godkänn gå logga vänd anmäl lämna ange uppge komplettera uppdatera återsänd",
    ),
    // Papers in which things are entered.
    (
        "paper",
        "offerten fakturan beställningen ordern avtalet kontraktet uppdraget registret kalkylen budgeten orderbekräftelsen bekräftelsen överenskommelsen notan kreditnotan slutfakturan slutavräkningen avräkningen kundregistret hyreskontraktet hyresavin avin försäkringen polisen anbudet dossiern underlaget protokollet deltagarlistan gästlistan månadsfakturan räkningen",
    ),
    ("link", "och att men så ja nej samt eller ok okej hej absolut"),
    (
        "adv",
        "också då nu även ändå gärna säkert naturligtvis givetvis självklart alltså sedan själv redan direkt först här detta det",
    ),
    (
        "mental",
        "kan kunde skulle vill ville måste behöver behövde får fick borde bör hoppas hoppades tror trodde tänkte tycker tyckte vet visste undrar undrade förväntar förstår förstod ser såg verkar känner känd läser hör anser antar gissar önskar saknar väntar beklagar uppskattar minns oroar ångrar misstänker befarar menar märker gillar älskar hatar orkar brukar föredrar funderar utgår tackar gratulerar ursäktar förmodar rekommenderar",
    ),
    (
        "state",
        "är var har hade blir blev bor heter kostar sitter står ligger finns heter mår lever jobbar arbetar blivit",
    ),
    // Present verbs: they end in -r.
    (
        "now",
        "gör ser tar ger går står får slår drar *ar *er *år *ör *yr *är -är -svar -kvar -par -fler -semester -papper -nummer -center -kalender -öppettider -tider -uppgifter -frågor -priser -avgifter -kostnader -villkor -ansvar -försvar -grannar -populär -affär -karriär -var -har -eller -efter -under -över -för -när -där -här -mer -er -per -år -dagar -timmar -veckor -månader -hur -ner -bara -inför -utanför -framför -varför -därför -vår -klar -många -november -december -september -oktober -senare -ifrån -vår -eller -före -snar -är",
    ),
    // Nouns with their article.
    (
        "noun",
        "*en *et *an *na *ln *rn *nn -en -men -den -igen -ingen -sen -utan -innan -sedan -redan -nästan -man -annan -mellan -medan -undan -det -mycket -annat -något -inget -litet -mina -dina -sina -egna -gärna -denna -barn -ann -vän -sann -inn -ganska -någonstans -åtminstone -givetvis -även -både -dessutan -allra -dagen -ens -hen -hän -ibland -namn -järn -egen -liten -man -vann -kvinn -finn -försvann -hann -brann -kunnat -sin -vilken -hittills -minn",
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
    // Verbs of action that promise only with a time.
    (
        "acts",
        "tar håller hör ringer kommer lägger sätter ger går gör betalar kollar lämnar stämmer drar kör följer letar plockar skriver bygger ställer monterar kopplar hjälper besöker granskar anländer dyker visar presenterar testar rensar höjer flyttar utbildar inleder avslutar rullar migrerar packar sänder hanterar färdigställer åker",
    ),
    // What goes its way whoever promises what.
    (
        "world",
        "tåget tågen bussen bussarna flyget flygen färjan priserna marknaden räntan inflationen momsen dollarn solen vädret vintern sommaren våren hösten skolan skolorna industrisemestern julen påsken mässan kommunfullmäktige valet lagen regeringen filmen matchen konserten ekonomin",
    ),
    // Verbs of what is so, whoever promises what.
    (
        "fact",
        "varar börjar slutar löper gäller upphör heter kostar innehåller består kräver beror har är var blir säljer betyder innebär avser ligger infaller passar räcker förfaller stänger öppnar stiger sjunker ökar minskar utgör omfattar mäter väger rymmer gäller råder pågår firar infaller inträffar återstår kvarstår lyder nämner anger uppgår varierar ligger",
    ),
    (
        "infinitive",
        "*a få ge ha se ta gå stå ske må bli dra -bara -ofta -gärna -båda -alla -samma -hela -första -nästa -våra -mina -era -dina -inga -andra -ena -sista -lilla -ena",
    ),
    (
        "staff",
        "*tekniker *teknikern *montören *montörerna *chauffören *teamet *personalen *jouren *savdelningen *eavdelningen anbudsgivaren undertecknad kollega kollegor tekniker teknikern tekniker montör montören montörer montörerna chaufför chauffören team teamet rådgivare handläggare handläggaren medarbetare personal konsult konsulten planerare planeraren inspektör inspektören projektledare projektledaren kundtjänst support supporten servicedesk ekonomiavdelning ekonomiavdelningen hantverkare hantverkaren elektriker elektrikern rörmokare rörmokaren målare snickare säljare säljaren chef besiktningsman besiktningsmannen installatör sköterska sköterskan vaktmästare vaktmästaren ingenjör servicetekniker serviceteknikern specialist specialisten installatören jour jouren",
    ),
    (
        "third",
        "landshövdingen borgmästaren ministern kungen domaren biskopen redovisningsbyrån vattenfall eon fortum ellevio telia tele2 stadsnätet smhi skanova hyresnämnden försäkringskassan arbetsförmedlingen sl sj bygglovsnämnden miljökontoret kronofogden facket byggaren kunden beställaren leverantör leverantören leverantörer leverantörerna tillverkare tillverkaren fabriken speditör speditören transportör transportören åkeri åkeriet postnord dhl dpd ups schenker bring instabox budbee bank banken försäkringsbolag försäkringsbolaget hyresvärd hyresvärden kommunen tullen konkurrent konkurrenten grossist grossisten underleverantör underleverantören underentreprenör underentreprenören polisen länsstyrelsen skatteverket domstolen brandkåren räddningstjänsten elnätsbolaget nätägaren trafikverket myndigheten hyresvärden mäklaren arkitekten importör importören förlaget tryckeriet distributören entreprenören bolagsverket lantmäteriet",
    ),
    (
        "works",
        "leverans leveransen montering monteringen installation installationen reparation reparationen besiktning besiktningen flytt flytten arbete arbetet arbetena överlämning överlämningen utbildning utbildningen underhåll underhållet utbyte bytet utbetalning utbetalningen återbetalning återbetalningen kontroll kontrollen service servicen driftsättning driftsättningen migrering migreringen uppdatering uppdateringen utskick utskicket anpassning anpassningen besök besöket",
    ),
    // Passives in -s.
    (
        "done",
        "byts görs ges läggs hämtas sätts tas dras förs körs byggs tätas sänds utförs bedöms avgörs skrivs trycks besöks köps slängs mäts ställs fylls höjs sänks stängs öppnas bryts stäms avhjälps ersätts rivs slutförs genomförs återställs *eras *kas *tas *gas *das *nas *ras *las *pas *jas *vas *mas -varnas -säsongens -finns -hans -hennes -deras -oss -plats -dags -allas -minns -känns -trivs -lyckas -andras -hoppas -behövs -syns -tills -annars -ens -alls -ändras -brukas -uppskattas -samtidigt -lands -helgens -veckans -dagens -sekunds -kunds -hunds -kallas -finns -måndags -tisdags -onsdags -torsdags -fredags -kommunens -nämndens -lördags -söndags -vinns -hinns -spelas -visas -säljas -skrivas",
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
        "season",
        "våren vår sommar sommaren höst hösten vinter vintern säsongen semestern semestrarna helgerna storhelgen vårkanten höstkanten sommarkanten senhösten förhösten senvåren förvåren sensommaren försommaren advent lovet industrisemestern",
    ),
    (
        "feast",
        "jul julen nyår nyåret årsskiftet påsk påsken midsommar julafton midsommarafton månadsskiftet helgen semestern sommaren lunch kvartalsskiftet trettondagen lucia pingst sportlovet höstlovet jullovet påsklovet sommarlovet",
    ),
    (
        "said",
        "sa sade säger berättade berättar skrev skriver menade menar frågade frågar påstod påstår undrade undrar trodde läste hörde meddelade uppgav uppger hävdar hävdade nämnde tyckte",
    ),
    (
        "imp",
        "skicka ge mejla maila ring ta fyll kontrollera bekräfta titta meddela glöm se betala ställ håll klicka läs svara använd gör hämta kom vänta skriv ange säg återkom bifoga komplettera kolla signera returnera boka testa stäm spara lägg sätt öppna bestäm anmäl uppge",
    ),
];

pub(super) const TIMES: &[(Shows, &str)] = &[
    (
        Shows::Named,
        "kvart|halv|fem|tio|tjugo i|över ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv",
    ),
    (Shows::Named, "med|på ?den *lönen"),
    (Shows::Named, "dagen|veckan|morgonen|kvällen|månaden efter|innan|därpå|före|därefter"),
    (Shows::Named, "dag|vecka|månad efter|därpå|därefter"),
    (
        Shows::Often,
        "varje|var ?annan ?första ?sista ?# @era|@weekday|@unit|@month|dag|timme|gång|natt|morgon|kväll|kvart|dygn|vardag",
    ),
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
    (
        Shows::Named,
        "före|efter|vid|runt|kring|till|innan|mot ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv !@unit",
    ),
    (Shows::Named, "dagligen|veckovis|månadsvis|årligen|månatligen"),
    (Shows::Named, "varje @era|morgon|dag|timme|kvart"),
    (Shows::Named, "gång|gånger i|per @era"),
    (Shows::Named, "mellan @num och @num !procent|kronor|stycken"),
    (Shows::Named, "mellan # och|-|– #"),
    (Shows::Named, "före|till|vid|innan ?. slut|slutet"),
    (Shows::Named, "inom|om ?exakt ?ungefär ?ca ?cirka @num ?@num ?till ?@num @unit"),
    (Shows::Named, "@num @unit innan|före|efter|efteråt|senare|dessförinnan|därefter"),
    (Shows::Named, "tar|dröjer det|oss ?. ?. @num @unit"),
    (Shows::Named, "under|hela ?hela #"),
    (Shows::Named, "ytterligare @num @unit"),
    (Shows::Named, "den första|sista|siste|förste i|varje"),
    (Shows::Ahead, "innan|före @era|månaden|dagen|timmen är slut|över|till"),
    (Shows::Named, "innan|före @era|månaden|dagen|timmen är slut|över|till"),
    (Shows::Named, "under|senare dagen|veckan|månaden|förmiddagen|eftermiddagen|kvällen|natten"),
    (
        Shows::Named,
        "vid|runt|kring|före|efter ettiden|tvåtiden|tretiden|fyratiden|femtiden|sextiden|sjutiden|åttatiden|niotiden|tiotiden|elvatiden|tolvtiden",
    ),
    (Shows::Named, "inom ?en|ett timmen|dygnet|veckan|dygn"),
    (Shows::Named, "v|v.|vecka|veckorna #"),
    (Shows::Named, "v ?. #"),
    (Shows::Named, "nästa|kommande|denna|den ?här ?närmaste @era"),
    (Shows::Named, "samma|nästkommande dag|vecka|månad|eftermiddag|kväll|dygn|@weekday"),
    (Shows::Named, "slutet|början|mitten|utgången av ?denna ?nästa @era|@month|dagen"),
    (Shows::Named, "före|innan|till|efter|över|vid|senast|i|runt|kring|lagom @feast"),
    (Shows::Named, "kvartalet|kvartal|q1|q2|q3|q4|årsskiftet|månadsskiftet"),
    (Shows::Named, "helgen den"),
    (
        Shows::Vague,
        "snart|snarast|strax|snabbt|framöver|senare|omgående|genast|asap|framtid|framtiden|framtida|överskådlig",
    ),
    (Shows::Ahead, "senast|före|nästa|morgon|imorgon|övermorgon|kommande"),
    (Shows::Ahead, "inom ?en|ett @num|@unit"),
    (Shows::Ahead, "innan @feast|@weekday|@month|#|kl|klockan|slutet|den|ett|två|tre|fyra|fem|sex"),
    (Shows::Ahead, "på @weekday"),
    (Shows::Ahead, "om @num @unit"),
    (Shows::Vague, "med ?hög ?högsta förtur|prioritet"),
    (Shows::Vague, "skyndsamt|skyndsammast"),
    (Shows::Vague, "så .. som|vi|möjligt"),
    (Shows::Vague, "så småningom"),
    (Shows::Vague, "inom kort|närtid"),
    (Shows::Vague, "i ?god tid"),
    (
        Shows::Vague,
        "kommande|framtida|nästa|senare version|versioner|uppdatering|release|upplaga|utgåva|sprint",
    ),
    (Shows::Blurs, "någon gång|dag"),
    (Shows::Blurs, "vid något|lämpligt tillfälle"),
    (Shows::Vague, "längre fram"),
    (
        Shows::Vague,
        "kommande|nästa|någon leverans|leveranser|sändning|sändningar|transport|transporter|tillfälle|omgång|runda",
    ),
    (Shows::Blurs, "eller|så|där däromkring|däromkring|omkring"),
    (Shows::Vague, "på sikt"),
    (Shows::Vague, "med tiden"),
    (Shows::Vague, "efter hand"),
    (Shows::Vague, "sinom|tids tid|nog"),
    (Shows::Vague, "förr eller senare"),
    (Shows::Vague, "vad det lider"),
    (Shows::Blurs, "framåt vårkanten|höstkanten|sommaren|hösten|vintern|våren|jul"),
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
        "alltid|oftast|vanligtvis|normalt|brukar|ofta|ibland|dagligen|veckovis|månadsvis|årligen|@weekdays|regelbundet",
    ),
];
