//! Words that hold the sentences of a language together, and those most sentences of business mail are made with: what
//! remains of a sentence when what it is about is taken out.

/// Of Dutch.
pub(super) const NL: &str = "\
    aan achter af afspraak akkoord al alle alleen alles als altijd balie bedrag beginnen behalve bellen belt \
    ben bent bericht bestelling bij bijna bijvoorbeeld binnen bleef blijft blijven brengen collega conform \
    contact contract daar daarbij daarna daarom daarvoor dag dan dank dat de deed deur deze die dienen dient \
    dit doen doet door doordat doorgeven dossier dozen draait drie dus echter een eens eerst eerste eigen \
    elke en er erbij erin erop ervan euro even extra factuur foto's ga gaan gaat garantie geef geeft geen \
    gemeente gesloten geven geweest ging gingen goed graag haar had hadden halen hangt heb hebben hebt heeft \
    helaas hem hen henzelf het hier hij hoeft hoeven hoewel hoort houden huis hun iemand iets ik in indien \
    inmiddels is jaar je jij jou jouw jullie kan kantoor keer kijken klaar klacht kom komen komt kon konden \
    kost kosteloos kosten kreeg kregen krijgen krijgt kunnen kunt kwam kwamen laat langs laten leveren \
    levering levert liet ligt loopt maakt maand maar mag mail maken me mee meer met mij mijn misschien mits \
    mocht mochten moet moeten mogelijk mogen momenteel monteur na naar naast namelijk neemt nemen niet niets \
    nieuwe nodig nog nooit nu of offerte om omdat onder ondertussen ongeveer ons ontvangen ontvangt onze ooit \
    ook op open oude over pakket pas per planning post prijs proberen procent rapport reactie regelen \
    rekening rondom schade schreef sinds sleutel sluit snel soms staan staat stond storing sturen stuur \
    stuurt te tegen tekening tenminste tenzij termijn terug terwijl ticket tijd tijdens toe toen tot totdat \
    twee tweede u uit uur uw valt van vast versie vervangen vier vindt volgens volgt voor vorige vragen vrij \
    waar waarbij waarna waarvoor wanneer waren was wat we week weer weg wegens wel werd werden werk werkt \
    weten wie wij wil willen wilt worden wordt zal ze zei zelf zes zet zetten zich zien zijn zit zitten zo \
    zoals zodra zolang zonder zou zouden zullen zult";

/// Of Swedish.
pub(super) const SV: &str = "\
    aldrig alla allt alltid alltså andra att av avtalet bara behöver besked betalar bilen bland blev blir \
    blivit borde bort bra brukar byter bör börjar dag dagen de dem den dess det dig din direkt ditt dock dom \
    drar du där däremot därför då efter eftersom egen eller en enligt ens er era eran ert ett extra fakturan \
    fast fel felet fem fick finns flyttar fort fram framme fredags från fyra få får fått för förbi före förra \
    först första gamla genom gick gjorde gjort gäller gärna gång går gått gör göra ha hade han har hela hem \
    hemma henne hissen hon honom hos hur huruvida huset hämtar här håller hör i ibland igen igenom in inga \
    ingen inget ingår innan inne inom inte jag ju kan kanske klar klart kollega kom komma kommer kommit \
    kommunen kontoret kort kostnad kronor kunde kunna kvar köket kör lagret leveransen levererar ligger \
    lokalen lovade lägger lämna lämnar lämnas längs lät låta låter löper man med medan meddelar mejl mejlar \
    mellan men mer mig min mot måndags måste mötet natten ner ni nu ny nya nytt när närvarande nästa nästan \
    någon något och om ordnar oss passar per plats priset procent protokollet på rapporten receptionen redan \
    resten ringer runt räkna räknar rätt sa samma se sedan ser sig sin sista sitt sitter själv själva ska \
    skicka skickar skrev skriver skulle sms snart som styrelsen stänger stängt står svar säger sätter så \
    såvida ta tack tar tid tiden till tillbaka tills tisdags tittar tog tre trots två tyvärr under ungefär \
    upp uppe ur ut utan utom vad var vara varje vart veckan vems vet vi vid vidare vilka vilken vilket vill \
    ville väl vår våra vårt än är ärendet även år åt återkommer öppet öppnar över";

/// Of English.
pub(super) const EN: &str = "\
    'd 'll a about according account across after again against all almost along already although always am \
    among an and any are around as ask at back bank be because been before behind being beside between boiler \
    bring but by call came can cannot cent charge clear come comes coming confirm contract copy could council \
    course date day deliver delivered delivery desk did do does done door down driver drop dry during each \
    email engineer evening every everything extra fee file final find first floor for forward four free from \
    full get gets give go goes going good had has have having he hear her here his hold house how however i \
    if in into invoice is it its keep know last leave leaves left let lift line list long look make may maybe \
    me meanwhile meeting might mine month more move must my near need never new next night no not nothing now \
    number numbers of off office often old on once one only onto open opens or order other ought our ours out \
    over own pay people per perhaps please post price put quote ready receive replacement reply report return \
    right ring road room round run runs said same says second see send sent shall should side sign signed \
    since site six so someone sometimes soon start stays still stock table take takes team tell test than \
    thanks that the their theirs them then there therefore they this those though three through time to told \
    too try two under unless until up upon us via was way we week well went were what when whereas whether \
    which while who whom whose will with within without work would yard year you your yours";
