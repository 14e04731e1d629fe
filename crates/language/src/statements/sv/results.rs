//! Swedish: what is to happen, whoever does it: promises of ours where nobody else is named.

use super::super::lexicon::{Row, Says};

pub(super) const RESULTS: &[Row] = &[
    (
        Says::WeByTime,
        "sitter|hänger|ligger|står @noun ?. ?. ?. ?. i|på|hos|vid|framme|klar|klart",
        "it is there, with a time",
    ),
    (
        Says::WeByTime,
        "är|blir .. tätad|tätat|monterad|monterat|monterade|målad|målat|målade|städad|städat|packad|packat|packade|installerad|installerat|installerade|reparerad|reparerat|reparerade|inkopplade|bytt|bytta|lagat|uppsatt|uppsatta|utbytta|rättade",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "sitter|står|ligger|hänger|kommer|går det ?dagligen en|ett|två|tre|nya|någon|folk|#",
        "it is there, with a time",
    ),
    (
        Says::WeByTime,
        "!@you|@us|@third . sitter|står|är ?. med|hos @yous|@your",
        "somebody is there, with a time",
    ),
    (
        Says::WeByTime,
        "^ ?@link @noun är ?redan vid|hos|ute|inne|framme|uppe",
        "it is there, with a time",
    ),
    (
        Says::WeByTime,
        "får @noun @noun|@your|besked|svar|sin|sitt|sina|en|ett",
        "somebody gets it, with a time",
    ),
    (
        Says::Terms,
        "månaden|månaderna|veckan|veckorna|året|åren|kvartalet är|blir gratis|kostnadsfri|kostnadsfria|kostnadsfritt",
        "terms: no charge",
    ),
    (
        Says::WeByTime,
        "står|ligger|sitter|hänger|finns ?. ?. ?. där|här|uppe|inne|ute",
        "it is there, with a time",
    ),
    (Says::WeByTime, "^ den|de som .. har|får|blir", "who does so has it, with a time"),
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
    (
        Says::WeByTime,
        "@noun ?. får @noun|@your|@num|en|ett|besked|svar",
        "somebody gets it, with a time",
    ),
    (Says::WeByTime, "!@us . väntar på @yous", "it waits for the reader, with a time"),
    (
        Says::WeByTime,
        "^ ?@link @num|@our|@your|alla|båda ?. . !@mental|@state|@fact @now",
        "something happens, with a time",
    ),
    (Says::WeByTime, "!@mental|@state|@fact @now @num|en|ett", "something happens, with a time"),
    (
        Says::WeByTime,
        "är|blir|står .. aktiv|aktivt|aktiva|torr|torrt|torra|ren|rent|rena|tom|tomt|varm|varmt|säker|säkert|ansluten|anslutet|inkopplad|inkopplat|synlig|synligt|komplett|startklar|startklart|användbar|användbart|avslutad|avslutat|avslutade|återställd|återställt|åtkomlig|åtkomligt",
        "it is done, with a time",
    ),
    (
        Says::We,
        "^ mer|mera|vidare|ytterligare|närmare|fler ?information ?info ?besked ?detaljer ?om ?i ?detta ?det ?saken ?ärendet ?frågan följer|kommer|inom|snart|senare",
        "more is to come",
    ),
    (Says::WeByTime, "^ mer|mera|resten imorgon|i|på|följer|kommer", "more is to come"),
    (
        Says::WeByTime,
        "får @det ?. en|ett|två|tre|fyra|#|ny|nya|nytt|sin|sitt|sina|besked|svar|tillgång",
        "somebody gets it, with a time",
    ),
    (
        Says::WeByTime,
        "får *en|*et|*na|*rna|*ln|*rn|*nn en|ett|två|tre|fyra|#|ny|nya|nytt|sin|sitt|sina|besked|svar|tillgång",
        "somebody gets it, with a time",
    ),
    (Says::We, "*s .. av oss|mig", "it gets done by us"),
    (
        Says::WeByTime,
        "^ ?@link @noun ?. !@mental|@state|@fact @now",
        "something happens, with a time",
    ),
    (
        Says::WeByTime,
        "!@mental|@state|@fact|@now @us|@you|som|när ?.. !@mental|@state|@fact @now @our|@staff|någon",
        "somebody does it, with a time",
    ),
    (Says::WeByTime, "!@mental|@state|@fact @now @noun", "something happens, with a time"),
    (
        Says::WeByTime,
        "^ ?@det ?beräknad ?planerad ?preliminär ?ny ?nästa @works|leverans|leveransdag|leveransdatum|leveranstid|startdatum|montage|uppstart|avhämtning|hämtning|utskick|byggstart ?: $",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "^ ?@det ?beräknad ?planerad ?preliminär ?ny ?nästa @works|leverans|leveransdag|leveransdatum|leveranstid|startdatum|montage|uppstart|avhämtning|hämtning|utskick|svar|besked|återkoppling på|i|om|från|före|innan|mellan|senast|den|imorgon|idag|@weekday|inom|vecka|v|v.|#|till|under|kommer|följer",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "^ ?kan hämtas|avhämtas|laddas|hämta|beställas|användas",
        "it can be had, with a time",
    ),
    (
        Says::WeByTime,
        "kan hämtas|avhämtas|laddas|beställas|användas|bokas|inspekteras|besiktigas",
        "it can be had, with a time",
    ),
    (
        Says::WeByTime,
        "@you blir|kontaktas|nås|informeras|underrättas|meddelas|krediteras|ersätts|faktureras|kompenseras",
        "something gets done for the reader, with a time",
    ),
    (
        Says::WeByTime,
        "kontaktas|nås|informeras|underrättas|meddelas|krediteras|ersätts|faktureras|kompenseras @you",
        "something gets done for the reader, with a time",
    ),
    (
        Says::Fixed,
        "@us har .. blockerat|spärrat|avsatt|skrivit|satt|lagt|noterat|antecknat @yous|in|upp|av|tid|tiden|det",
        "it is fixed, with a time",
    ),
    (
        Says::WeByTime,
        "@you|det|mötet|tiden|besöket står|ligger|finns i|på|inne|uppskriven|uppskrivna|inskriven|inskrivna kalendern|kalender|almanackan|schemat|listan|planeringen",
        "it is fixed, with a time",
    ),
    (Says::WeByTime, "^ ?tillbaka hos @yous", "it is with the reader, with a time"),
    (Says::WeByTime, "börjar|startar .. @your|hos|med", "somebody starts, with a time"),
    (
        Says::WeByTime,
        "^ ?@link !@you|@third|@us|det|man|alla . får en|ett|nya|ny",
        "something gets it, with a time",
    ),
    (
        Says::WeAhead,
        "är !ett|det|att|inget|något|med|vid|mot *at|*ad|*ade|*t|*d|*da|*na",
        "it is done by then",
    ),
    (
        Says::WeByTime,
        "^ @your|@our|den|det|de . !@mental|@fact @now .. @yous|@your|oss",
        "something happens for the reader, with a time",
    ),
    (
        Says::WeByTime,
        "^ *en|*et|*na|*ln|*rn !@mental|@fact @now .. @yous|@your",
        "something happens for the reader, with a time",
    ),
    (
        Says::We,
        "skickas|sänds|levereras|återbetalas|ersätts|åtgärdas|utreds|krediteras .. till|åt @yous|@your",
        "it gets done for the reader",
    ),
    (Says::WeAhead, "har @us|@you", "it is done by then"),
    (Says::WeAhead, "@us|@you har", "it is done by then"),
    (
        Says::Fixed,
        "har|är .. bokat|bokad|bokade|planerat|planerad|reserverat|reserverad|reserverade|schemalagt|schemalagd|inbokat|inbokad|inplanerad|avsatt|avtalat|avtalad|inlagd|inlagt",
        "it is fixed, with a time",
    ),
    (
        Says::WeByTime,
        "!@you|@third|@us|@your|som|vad . @acts|@act !@me|sig",
        "somebody does it, with a time",
    ),
    (
        Says::WeByTime,
        "^ ?@link !kör|gör|hör @acts|@act !@you|@third|@us|er|@me|sig",
        "somebody does it, with a time",
    ),
    (
        Says::WeByTime,
        "i|på inkorgen|mejlen|mailen|brevlådan|plats",
        "it is with the reader, with a time",
    ),
    (Says::WeByTime, "går|lämnar från|vårt", "it goes, with a time"),
    (Says::We, "det|detta ordnas|fixas|åtgärdas|löses", "it gets done"),
    (Says::WeByTime, "kommer till|hem|åt er|dig", "it comes, with a time"),
    (Says::We, "det ordnar|fixar|löser sig", "it will be all right"),
    (
        Says::We,
        "det står|kommer|finns|är ?. ?. någon|@staff ?. hos|på|och|till|ut|från",
        "somebody comes",
    ),
    (Says::We, "står|kommer|finns|är det ?. någon|@staff", "somebody comes"),
    (Says::WeByTime, "det står|kommer|finns .. @staff", "somebody comes"),
    (Says::We, "är|står|kommer någon ?ut hos|på|till", "somebody comes"),
];
