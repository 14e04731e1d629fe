//! Ordinary business mail of any length, made from sentences of our own and a seed.
//!
//! One sentence in twenty names a date, one in ten says a promise, a request or a refusal; a mail has a greeting, a few
//! paragraphs, a signature and at times the mail it answers.

use language::Lang;

/// Sentences of one language.
struct Phrases {
    greetings: &'static [&'static str],
    plain: &'static [&'static str],
    dated: &'static [&'static str],
    said: &'static [&'static str],
    subjects: &'static [&'static str],
    names: &'static [&'static str],
    closing: &'static str,
    wrote: &'static str,
}

const NL: Phrases = Phrases {
    greetings: &["Beste mevrouw", "Geachte heer", "Dag", "Hallo"],
    plain: &[
        "De monteur zag dat de klep van {} niet helemaal dicht ging en dat er wat water onder stond.",
        "Bij {} hoort een los snoer dat in het grijze zakje zit, achter de handleiding.",
        "Veel klanten vragen of {} ook geschikt is voor een keuken zonder raam.",
        "Het verschil met {} zit vooral in de hoogte van de poten en in de kleur van het glas.",
        "De oude sleutel past nog steeds op {}, alleen draait hij wat stroever dan vroeger.",
        "In het magazijn staat {} naast de stelling met de lange planken.",
        "Een collega heeft de tekening van {} naast de foto's gelegd en zag geen verschil.",
        "Het bedrag voor {} staat op de tweede regel, zonder de kosten van het vervoer.",
        "Er zit een kras op de zijkant, maar {} werkt verder zoals het hoort.",
        "Op de oude foto is te zien hoe {} vroeger aan de muur hing.",
        "De lak op {} is mat en niet glanzend, dat is bij deze reeks altijd zo geweest.",
        "Hoe {} precies wordt aangesloten staat in de handleiding, met een tekening erbij.",
        "Het geluid kwam niet uit {} maar uit de leiding die erachter loopt.",
        "Voor {} bestaat geen los onderdeel, alleen een set met schroeven en ringen.",
    ],
    dated: &[
        "De vergadering over {} is op dinsdag 8 december om 14.30 uur in de kantine.",
        "Vorige week donderdag stond {} nog in de hal.",
        "Van maandag tot en met woensdag is {} in onderhoud.",
        "Binnen vijf werkdagen na de bestelling is {} meestal binnen.",
    ],
    said: &[
        "Wij sturen u de nieuwe papieren van {} vrijdag voor twaalf uur toe.",
        "Wilt u ons laten weten of {} nog op dezelfde plek staat?",
        "Wij kunnen {} helaas niet gratis omruilen.",
        "Ik bel u morgen terug over {}.",
        "Wij zorgen ervoor dat {} zo snel mogelijk wordt opgehaald.",
        "Graag ontvangen wij een foto van {}.",
    ],
    subjects: &[
        "de witte kast",
        "de pomp in de kelder",
        "het scherm bij de ingang",
        "uw oude ketel",
        "de lange tafel",
        "de tweede deur",
        "het bestelde frame",
        "de afzuigkap",
    ],
    names: &["Verhoeven", "Smeets", "Van Dalen", "Bosch"],
    closing: "Met vriendelijke groet,",
    wrote: "Op 2 december 2026 schreef Klantenservice:",
};

const SV: Phrases = Phrases {
    greetings: &["Hej", "Bästa kund", "Hejsan", "Hej igen"],
    plain: &[
        "Montören såg att luckan på {} inte gick att stänga helt och att det stod lite vatten under.",
        "Till {} hör en lös sladd som ligger i den grå påsen, bakom bruksanvisningen.",
        "Många kunder undrar om {} passar i ett kök utan fönster.",
        "Skillnaden mot {} är mest benens höjd och färgen på glaset.",
        "Den gamla nyckeln passar fortfarande till {}, men den går lite trögare än förr.",
        "På lagret står {} bredvid hyllan med de långa brädorna.",
        "En kollega lade ritningen av {} bredvid bilderna och såg ingen skillnad.",
        "Beloppet för {} står på andra raden, utan kostnaden för frakten.",
        "Det finns en repa på sidan, men {} fungerar annars som det ska.",
        "På den gamla bilden syns hur {} hängde på väggen förr.",
        "Lacken på {} är matt och inte blank, så har det alltid varit i den här serien.",
        "Hur {} kopplas in står i bruksanvisningen, med en ritning bredvid.",
        "Ljudet kom inte från {} utan från röret som går bakom.",
        "Det finns ingen lös del till {}, bara en sats med skruvar och brickor.",
    ],
    dated: &[
        "Mötet om {} är tisdagen den 8 december kl. 14.30 i matsalen.",
        "Förra veckan stod {} fortfarande i hallen.",
        "Från måndag till onsdag är {} på service.",
        "Inom fem arbetsdagar efter beställningen är {} oftast framme.",
    ],
    said: &[
        "Vi skickar de nya papperen för {} senast på fredag klockan tolv.",
        "Kan ni meddela oss om {} står kvar på samma plats?",
        "Vi kan tyvärr inte byta {} utan kostnad.",
        "Jag ringer upp dig i morgon om {}.",
        "Vi ser till att {} hämtas så snart som möjligt.",
        "Skicka gärna en bild på {} till oss.",
    ],
    subjects: &[
        "det vita skåpet",
        "pumpen i källaren",
        "skärmen vid ingången",
        "er gamla panna",
        "det långa bordet",
        "den andra dörren",
        "den beställda ramen",
        "köksfläkten",
    ],
    names: &["Lindqvist", "Åkesson", "Nyström", "Bergman"],
    closing: "Med vänlig hälsning,",
    wrote: "Den 2 december 2026 skrev Kundtjänst:",
};

const EN: Phrases = Phrases {
    greetings: &["Dear Ms", "Hello", "Hi", "Good morning"],
    plain: &[
        "The engineer saw that the flap of {} did not close fully and that some water stood under it.",
        "With {} comes a loose cord that is in the grey bag, behind the booklet.",
        "Many customers wonder whether {} suits a kitchen without a window.",
        "The difference with {} is mostly the height of the legs and the colour of the glass.",
        "The old key still fits {}, although it turns less smoothly than it used to.",
        "In the warehouse {} stands next to the rack with the long boards.",
        "A colleague laid the drawing of {} next to the pictures and saw no difference.",
        "The amount for {} is on the other line, without the cost of transport.",
        "There is a scratch on the side, but {} works the way it should.",
        "The old picture shows how {} used to hang on the wall.",
        "The finish of {} is matt and not glossy, as it has always been in this range.",
        "How {} is connected stands in the booklet, with a drawing beside it.",
        "The noise did not come from {} but from the pipe that runs behind it.",
        "There is no single part for {}, only a set with screws and rings.",
    ],
    dated: &[
        "The meeting about {} is on Tuesday 8 December at 2.30 pm in the canteen.",
        "Last week {} was still in the hall.",
        "From Monday to Wednesday {} is in for maintenance.",
        "Within five working days of the order {} has usually arrived.",
    ],
    said: &[
        "We will send you the new papers for {} by noon on Friday.",
        "Could you let us know whether {} is still in the same place?",
        "Unfortunately we cannot exchange {} free of charge.",
        "I will call you back tomorrow about {}.",
        "We will have {} collected as soon as possible.",
        "Please send us a picture of {}.",
    ],
    subjects: &[
        "the white cupboard",
        "the pump in the cellar",
        "the screen at the entrance",
        "your old boiler",
        "the long table",
        "the other door",
        "the frame you chose",
        "the cooker hood",
    ],
    names: &["Whitfield", "Osborne", "Hargreaves", "Lacey"],
    closing: "Kind regards,",
    wrote: "On 2 December 2026 Customer Care wrote:",
};

/// Seeded numbers (SplitMix64): the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from((z ^ (z >> 31)) % limit).unwrap_or_default()
    }

    fn one_of(&mut self, list: &'static [&'static str]) -> &'static str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}

const fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::Nl => &NL,
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

/// Mail after mail, together at least so many bytes.
pub(crate) fn mails(lang: Lang, bytes: usize, seed: u64) -> Vec<String> {
    let phrases = phrases(lang);
    let mut numbers = Numbers(seed);
    let (mut all, mut length) = (Vec::new(), 0);
    while length < bytes {
        let mail = mail(phrases, &mut numbers);
        length += mail.len();
        all.push(mail);
    }
    all
}

/// One letter of at least so many bytes, all of it the writer's own words.
pub(crate) fn letter(lang: Lang, bytes: usize, seed: u64) -> String {
    let phrases = phrases(lang);
    let mut numbers = Numbers(seed);
    let mut letter = greeting(phrases, &mut numbers);
    while letter.len() < bytes {
        push_paragraph(&mut letter, phrases, &mut numbers);
    }
    push_closing(&mut letter, phrases, &mut numbers);
    letter
}

fn greeting(phrases: &Phrases, numbers: &mut Numbers) -> String {
    let greeting = numbers.one_of(phrases.greetings);
    let name = numbers.one_of(phrases.names);
    format!("{greeting} {name},\n\n")
}

fn push_paragraph(text: &mut String, phrases: &Phrases, numbers: &mut Numbers) {
    for _ in 0..2 + numbers.below(5) {
        text.push_str(&sentence(phrases, numbers));
        text.push(' ');
    }
    text.pop();
    text.push_str("\n\n");
}

fn push_closing(text: &mut String, phrases: &Phrases, numbers: &mut Numbers) {
    text.push_str(phrases.closing);
    text.push('\n');
    text.push_str(numbers.one_of(phrases.names));
    text.push('\n');
}

fn mail(phrases: &Phrases, numbers: &mut Numbers) -> String {
    let mut mail = greeting(phrases, numbers);
    for _ in 0..2 + numbers.below(3) {
        push_paragraph(&mut mail, phrases, numbers);
    }
    push_closing(&mut mail, phrases, numbers);
    if numbers.below(4) == 0 {
        mail.push('\n');
        mail.push_str(phrases.wrote);
        mail.push('\n');
        for _ in 0..2 + numbers.below(4) {
            mail.push_str("> ");
            mail.push_str(&sentence(phrases, numbers));
            mail.push('\n');
        }
    }
    mail.push('\n');
    mail
}

fn sentence(phrases: &Phrases, numbers: &mut Numbers) -> String {
    let kind = match numbers.below(20) {
        0 => phrases.dated,
        1 | 2 => phrases.said,
        _ => phrases.plain,
    };
    numbers.one_of(kind).replace("{}", numbers.one_of(phrases.subjects))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_are_the_same_for_a_seed_and_long_enough() {
        for lang in Lang::ALL {
            let one = mails(lang, 20_000, 7);
            assert_eq!(one, mails(lang, 20_000, 7));
            assert_ne!(one, mails(lang, 20_000, 8));
            assert!((20_000..22_000).contains(&one.concat().len()));
            assert_eq!(language::detect::of(&one[0]), Some(lang));
            assert!((20_000..22_000).contains(&letter(lang, 20_000, 7).len()));
        }
    }
}
