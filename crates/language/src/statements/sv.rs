//! Swedish: the rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "vi skickar", "på fredag skickar vi".

mod ours;
mod results;
mod words;

use super::lexicon::{Row, Says, Tables};

pub(super) const TABLES: Tables = Tables {
    classes: words::CLASSES,
    rules: &[ours::OURS, results::RESULTS, THEIRS, ASKED, AGAINST],
    times: words::TIMES,
};

const THEIRS: &[Row] = &[
    (
        Says::They,
        "^ ?. er|ert|era|din|ditt|dina ?. . @now ?. ?. ?. ?. ?till oss|mig",
        "what the reader's side does for us",
    ),
    (Says::They, "^ att @you", "what the reader is to do"),
    (
        Says::They,
        "förstått|uppfattat|fattat ?det ?saken ?rätt ?. att @you",
        "what the reader is to do, taken note of",
    ),
    (
        Says::They,
        "bra|fint|kul|perfekt|toppen|tack|skönt|utmärkt|härligt|trevligt|roligt ?. att @your",
        "what the reader's side is to do, welcomed",
    ),
    (
        Says::ThirdSaid,
        "!@us|@our|@staff|@you|och|som|det|detta . lovar|utlovar|garanterar|hävdar|påstår|förutspår|aviserar !@us|@you",
        "somebody's word",
    ),
    (Says::They, "höra|läsa|se|veta|förstå att @you", "what the reader is to do, taken note of"),
    (
        Says::They,
        "@us noterar|förstår|ser|läser|hör|antar|uppfattar|noterade|förstod|såg|läste|hörde ?. att @you",
        "what the reader is to do, taken note of",
    ),
    (Says::They, "@you .. hade|skulle ?ju tänkt|tänkte|lovat|skulle", "what the reader was to do"),
    (
        Says::They,
        "överenskommet|avtalat|bestämt är|att .. @you",
        "what the reader is to do, agreed",
    ),
    (Says::Third, "deras *n|*t|*na|*re|*r @now|ska|kommer", "somebody of theirs"),
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
    (
        Says::ThirdSaid,
        "@third|han|hon .. har .. lovat|utlovat|meddelat|sagt|bekräftat|försäkrat|angett|skrivit",
        "a third party's word",
    ),
    (
        Says::ThirdSaid,
        "@third|han|hon .. lovar|säger|meddelar|bekräftar|räknar|försäkrar|uppger|sa|lovade|meddelade|bekräftade|uppgav|skrev",
        "a third party's word",
    ),
    (Says::Pronoun, "han|hon", "somebody"),
    (Says::Third, "@third", "a third party"),
    (
        Says::Source,
        "enligt !era|ert|er|din|ditt|dina|vår|vårt|våra|avtal|avtalet|överenskommelse|plan|planen|ritning|önskemål|tidplan|tidplanen|överenskommet|instruktion|beställning",
        "somebody's word",
    ),
    (Says::Third, "^ de säger|lovar|räknar|meddelar", "somebody's word"),
    (Says::Third, "har meddelat|lovat|sagt|bekräftat", "somebody's word"),
];

const ASKED: &[Row] = &[
    (
        Says::Request,
        "@us vill|skulle|ville ?mycket gärna ?vilja höra|veta|få|se|ha",
        "asked politely",
    ),
    (Says::RequestIfAsked, "^ ?@link får|kan @us ?få @your", "asked for something of the reader's"),
    (
        Says::Wish,
        "det|vi skulle|vore ?. underlätta|hjälpa|förenkla|uppskatta|uppskattas|spara",
        "a wish",
    ),
    (Says::RequestIfAsked, "^ ?@link får @us .. från|av er|dig", "asked for something"),
    (
        Says::RequestIfAsked,
        "kan|skulle|får @us .. av|från|se|ha|få dig|er|din|ditt|dina|ert|era",
        "asked for something",
    ),
    (
        Says::Request,
        "@us önskar ?gärna ?snarast ?få era|ert|din|ditt|dina|besked|svar|underlag|kopia|kopior|bekräftelse",
        "we want something",
    ),
    (
        Says::Request,
        "@us emotser|efterfrågar|efterlyser|inväntar ?gärna ?snarast @your|@yous|besked|svar|underlag|*er|*ar",
        "we want something",
    ),
    (Says::Request, "ska|skall|måste|bör|behöver .. av er|dig", "what the reader is told to do"),
    (
        Says::Request,
        "behövs|krävs|saknas|fattas|återstår ?. ?. ?. ?. ?. ?. från|av er|dig",
        "what is needed of the reader",
    ),
    (
        Says::RequestIfAsked,
        "hade|kunde|skulle @you kunnat|kunna|velat|vilja",
        "asked whether the reader can",
    ),
    (Says::RequestIfAsked, "^ ?@link @now @you .. åt|till oss|mig", "asked in the present tense"),
    (
        Says::RequestIfAsked,
        "^ ?@link kollar|dubbelkollar|fyller|skriver|signerar|godkänner|lägger|tar|svarar|ordnar|fixar|bokar|hämtar|lämnar|mejlar|återkommer|säger|visar|sparar|väljer|betalar|ser @you !hand|med",
        "asked in the present tense",
    ),
    (
        Says::RequestIfAsked,
        "får|kan @us komma|låna|ta|titta|använda|besöka|titta ?. ?. ?. @your|@yous|hos|av",
        "asked for something of the reader's",
    ),
    (
        Says::Request,
        "^ ?@link vore|är ?@us ?mycket ?väldigt tacksam|tacksamma|glad för|om",
        "asked politely",
    ),
    (Says::Imperative, "^ ?så ?och ?men ?då @bids !@us|@you|@now", "an imperative"),
    (
        Says::Request,
        "^ ?@link !@us|@you|@our|@det|kommer|gör *a|*g|*d|*r|*t|*v gärna",
        "an imperative with gärna",
    ),
    (
        Says::Request,
        "@us vill|önskar ?gärna ha|få ?in svar|besked|era|ert|er|din|ditt|dina|in|underlag|återkoppling|senast",
        "we want something",
    ),
    (
        Says::Request,
        "@us väntar|inväntar|saknar !med ?fortfarande ?alltjämt ?ännu ?på .. från|@your",
        "we wait for something",
    ),
    (
        Says::Request,
        "^ ?@link var|vore ?. ?så vänlig|snäll|vänliga|snälla|bussig|hygglig",
        "please",
    ),
    (
        Says::RequestIfAsked,
        "går|gick|vore|funkar|fungerar|passar det ?. ?an|bra|möjligt|okej ?. att|om @you|@us",
        "asked whether the reader can",
    ),
    (
        Says::RequestIfAsked,
        "möjligt|möjlighet för|att|om @yous|@you",
        "asked whether the reader can",
    ),
    (
        Says::RequestIfAsked,
        "^ ?@link har|orkar|hinner @you möjlighet|att",
        "asked whether the reader can",
    ),
    (
        Says::Wish,
        "det|vi vore|skulle|är ?vara|uppskattar|uppskattas ?. bra|fint|toppen|kul|snällt|tacksamt|tacksamma|värdefullt|perfekt|jättebra|hjälpsamt",
        "a wish",
    ),
    (
        Says::Wish,
        "det|vi vore|skulle ?vara bra|fint|toppen|kul|snällt|tacksamt|tacksamma|värdefullt|perfekt|jättebra|hjälpsamt",
        "a wish",
    ),
    (Says::Imperative, "^ ?så ?och hör av dig|er om !något|det|ni|du", "an imperative"),
    (Says::Imperative, "^ ?så ?och lämna !det|detta|den", "an imperative"),
    (Says::Imperative, "^ ?så ?och hör av dig|er !om", "an imperative"),
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
        "var|vore ?det vänlig|vänliga|snäll|snälla|tacksam|tacksamt|tacksamma|bra om|och",
        "please",
    ),
    (Says::Request, "snälla", "please"),
    (Says::Request, "ombeds|uppmanas|anmodas", "asked in so many words"),
    (Says::Request, "@us behöver|måste ha|få", "we need something"),
    (Says::Request, "behöver|måste @us ha|få", "we need something"),
    (Says::Imperative, "^ ?så ?och ?men @imp !@us|aldrig ?. !till", "an imperative"),
    (Says::Imperative, "^ ?så ?och ?men lämna in", "an imperative"),
    (Says::Request, "@us ber|ombeder @yous", "asked in so many words"),
    (Says::Request, "ber|ombeds @us|@you", "asked in so many words"),
    (Says::Request, "från er|dig .. behöver|saknar|önskar @us", "we need something"),
    (Says::Request, "@us ser|tar ?emot gärna", "asked politely"),
    (Says::RequestIfAsked, "^ tänker|kommer @you ?ihåg ?på", "asked in the present tense"),
    (Says::Request, "@us behöver|saknar .. @your|från|@yous", "we need something"),
    (Says::Request, "behöver|saknar @us ?.. @your|från|@yous", "we need something"),
    (Says::Request, "@us väntar|inväntar ?fortfarande ?på @your !till", "we wait for something"),
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
    (Says::Not, "håller på till|tills|fram|mellan", "how long it lasts"),
    (
        Says::Not,
        "ordet|termen|begreppet|datumet|rubriken|uttrycket ?. förekommer|står|betyder|är|lyder",
        "a word spoken of",
    ),
    (Says::Condition, "^ säg|anta|antag|förutsatt|tänk att @us|@you|den|det|de", "a condition"),
    (
        Says::Dated,
        "brevet|mejlet|mailet|meddelandet|fakturan|protokollet|rapporten|beställningen|ordern|offerten|påminnelsen|anmälan|klagomålet|beslutet|brev|mejl|faktura|offert|order från|av|daterat|daterad ?den ?# @month|@weekday|i",
        "a paper named by its day",
    ),
    (
        Says::Dated,
        "brevet|mejlet|mailet|meddelandet|fakturan|protokollet|rapporten|beställningen|ordern|offerten|påminnelsen|anmälan|beslutet från|av|daterat|daterad ?den #",
        "a paper named by its day",
    ),
    (Says::Report, "menar|anser|tror|antar|skriver|hoppas|befarar|påpekar att", "somebody's words"),
    (Says::Report, "rykten|ryktet|ryktas ?går|gör|säger|om|att", "hearsay"),
    (Says::Not, "så står|stod det i|på|att", "a mention"),
    (
        Says::Not,
        "kafé|kaféet|caféet|puben|baren|butiken|salongen|gården|torget @weekday|@month",
        "a name",
    ),
    (
        Says::Not,
        "erbjudande|erbjudandet|offerten|anbudet|priset|kampanjen .. ligger|står|gäller kvar|fast|till|t.o.m",
        "a state",
    ),
    (
        Says::Not,
        "på|i|enligt fakturan|affischen|broschyren|brevet|offerten|avtalet|ritningen|kalendern|hemsidan|flyern|kvittot|etiketten står|anges|nämns",
        "a mention",
    ),
    (Says::Not, "jobbar|arbetar @us ?. ?. ?. hemifrån|hemma|distans", "where we work"),
    (Says::Not, "@us jobbar|arbetar ?. ?. ?. ?. hemifrån|hemma|distans", "where we work"),
    (
        Says::Not,
        "herr|fru|fröken|familjen|restaurang|café|hotell|firma|firman|kvarteret|bolaget|projektet @weekday|@month",
        "a name",
    ),
    (
        Says::Not,
        "tänkbart|möjligt|troligt|sannolikt|osäkert|oklart|ovisst|tveksamt att|om",
        "a mere possibility",
    ),
    (Says::AsksFact, "vill|vore|passar|går ?@you ?det ?. hellre|bättre", "a choice"),
    (
        Says::Not,
        "ska|skall|måste|bör vara inne|inlämnad|inlämnat|inlämnade|betald|betalt|betalda|anmäld",
        "when something is due",
    ),
    (Says::Perfect, "är|har .. *at|*ad|*ade|*t|*d|*da|*its", "a tense of what is done"),
    (
        Says::Tells,
        "^ ?@link när|innan|sedan|efter|före ?att ?det ?@us|@you|den|det|*en|*et|*na",
        "when",
    ),
    (
        Says::Refusal,
        "åtar|lovar|utlovar|garanterar|förbinder ?@us oss|mig ?@adv inte|inga|inget|ingen|ej",
        "no promise",
    ),
    (Says::Not, "heter|hette|kallas|döpt|döptes|lystrar", "a name"),
    (Says::Not, "min|vår|mina fru|man|son|dotter|barn|mamma|pappa|sambo|tid", "the family"),
    (Says::Not, "@you har till|tid|rätt|kvar|på", "the reader's time or right"),
    (Says::Not, "har @you till|tid|rätt|kvar", "the reader's time or right"),
    (Says::Not, "bifogat|bifogad|bilagan|bilaga", "something sent along"),
    (
        Says::Negated,
        "inte|ej|aldrig|ingen|inget|inga|ingenting !senare|bara|minst|endast|problem|fara",
        "a negation",
    ),
    (Says::Refusal, "@us kan ?@adv ?tyvärr inte|ej|inget|ingen", "what we cannot do"),
    (Says::Refusal, "kan @us ?@adv ?tyvärr inte|ej|inget|ingen", "what we cannot do"),
    (Says::Refusal, "inte|inget|ingen .. lova|utlova|garantera", "no promise"),
    (Says::Refusal, "lovar|lova|utlovar ?vi ?jag inget|inte|ingenting", "no promise"),
    (
        Says::Not,
        "@us ?@adv @mental !av|till|över|igenom|efter|in|med",
        "a wish, a thought or a possibility",
    ),
    (Says::Not, "@mental @us !av|till|över|igenom|efter|in", "a wish, a thought or a possibility"),
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
    (
        Says::Done,
        "har ?@us ?@you ?@adv *it|*at|*tt|*ts|*ats|*rt|*nt|*kt|fått|gått|skickat",
        "already done",
    ),
    (
        Says::Not,
        "hade ?@us ?@you ?@adv *it|*at|*tt|*ts|*ats|*rt|*nt|*kt|fått|gått|skickat",
        "already done",
    ),
    (Says::Not, "var|hade|blev|kom|fick|gick|tog|gjorde", "the past"),
    (
        Says::Not,
        "stängt|stängd|ledig|lediga|semester|bortrest|sjuk|frånvarande|borta|föräldraledig",
        "hours or absence",
    ),
    (Says::Not, "har|är|håller ?. ?. öppet|öppen|öppna", "hours or absence"),
    (Says::Not, "öppet|öppettider", "hours or absence"),
    (Says::Not, ". skulle", "the past, or not real"),
    (
        Says::AsksFact,
        "^ ?och hur|när|varför|var|vad|vem|vilken|vilket|vilka",
        "a question about a fact",
    ),
    (Says::Condition, "^ hinner|lyckas|dröjer|uppstår|uteblir", "a condition"),
    (Says::Not, "^ ?alla @world !plockar|hämtar|väntar|levererar|lämnar", "the way of the world"),
    (Says::Not, "går|stiger|sjunker|avgår|börjar|ökar ?alla @world", "the way of the world"),
    (
        Says::Not,
        "fakturan|beloppet|avgiften|hyran|betalningen ska|skall|måste|bör|förfaller",
        "when something is to be paid",
    ),
    (Says::Not, "fyller år", "a birthday"),
    (Says::Not, "^ !vad .. löper|gäller|upphör", "a state"),
    (Says::Not, "ser|emotser @us ?.. fram|emot", "courtesy"),
    (Says::Not, "@us ser|emotser ?.. fram|emot", "courtesy"),
    (Says::Not, "@us ses|hörs|syns|träffas", "courtesy"),
    (
        Says::Not,
        "tack|trevlig|trevligt|välkommen|välkomna|grattis|önskar|glad|återseende|hälsar",
        "courtesy",
    ),
    (Says::Not, "ordet|löfte|löften lovar|utan", "a word spoken of"),
    (Says::Not, "^ varför|när|hur|vem|vilken|vad|vilka !gäller|avser|beträffar|rör", "a question"),
    (
        Says::Condition,
        "^ ?och ?men ?även om !att|@num|exakt|ungefär|cirka|drygt|knappt",
        "a condition",
    ),
    (
        Says::Condition,
        "^ ?och ?men ?även om en|ett !vecka|timme|månad|dag|kvart|stund|minut|halvtimme|liten|par",
        "a condition",
    ),
    (
        Says::Condition,
        "^ ?och ?men ?även ifall|såvida|när|sedan|eftersom|medan|därför",
        "a condition",
    ),
    (Says::Hinges, "^ skulle|kommer !du|ni|vi|jag", "a condition"),
    (Says::Condition, "^ ?och ?men innan @you|@us|de|det|den|han|hon|@your|@our", "a condition"),
    (Says::Condition, "^ så länge|snart|fort|vitt !som|möjligt|jag|vi", "a condition"),
    (Says::Condition, "^ så länge|snart|fort|vitt jag|vi !kan|hinner", "a condition"),
    (Says::Report, "^ !som .. @said !under|av|upp|jag|vi|rent|in|till|ifrån", "somebody's words"),
    (Says::Report, "fråga|frågan är ?bara $", "a question"),
    (Says::Report, "fråga|frågan|frågor är ?bara om|när|hur|vad|vilken", "a question"),
    (Says::Report, "vet|oklart|okänt !ni|du|vi|jag ?inte .. om|när|hur", "not known"),
];
