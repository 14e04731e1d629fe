//! Swedish: the rules.
//!
//! The finite verb stands second, so it is next to its subject on one side or the other: "vi skickar", "på fredag skickar vi".

mod ours;
mod words;

use super::lexicon::{Row, Says, Tables};

pub(super) const TABLES: Tables = Tables {
    classes: words::CLASSES,
    rules: &[ours::OURS, RESULTS, THEIRS, ASKED, AGAINST],
    times: words::TIMES,
};

const RESULTS: &[Row] = &[
    (Says::WeByTime, "@done", "it gets done, with a time"),
    (
        Says::WeByTime,
        "är|blir|står|finns|ligger .. klar|klart|klara|färdig|färdigt|färdiga|uppe|igång|tillbaka|löst|åtgärdat|åtgärdad|tillgänglig|tillgängligt|tillgängliga|lagad|lagat|lagade|hos|redo|drift|ordnat|ordnad|fixat|avklarat|rättat|levererat|levererad|levererade|hemma|online|utbytt|leveransklar|plats",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "står|ligger|finns|hänger .. på|hos|i|framme|utanför|vid|öppen|redo",
        "it is there, with a time",
    ),
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
        "^ .. !vi|jag kommer ?inom ?den ?på ?i ?före ?senast ?inom @weekday|@month|#|morgon|så|fram|ut|med|hem|upp",
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
    (Says::Source, "enligt", "somebody's word"),
    (Says::Third, "^ de säger|lovar|räknar|meddelar", "somebody's word"),
    (Says::Third, "har meddelat|lovat|sagt|bekräftat", "somebody's word"),
];

const ASKED: &[Row] = &[
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
    (Says::Not, "^ ?alla @world", "the way of the world"),
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
    (Says::Condition, "^ så länge|snart|fort|vitt @us|@you|den|det|de", "a condition"),
    (Says::Report, "^ !som .. @said !under|av|upp", "somebody's words"),
    (Says::Report, "fråga|frågan är ?bara $", "a question"),
    (Says::Report, "fråga|frågan|frågor är ?bara om|när|hur|vad|vilken", "a question"),
    (Says::Report, "vet|oklart|okänt ?inte .. om|när|hur", "not known"),
];
