//! Dutch sentences.

use language::Lang;

use super::{Case, check};

#[test]
fn deadlines() {
    check(Lang::Nl, DEADLINES);
}

#[test]
fn days_and_times() {
    check(Lang::Nl, TIMES);
}

#[test]
fn sentences_without_a_time() {
    check(Lang::Nl, NONE);
}

const DEADLINES: &[Case] = &[
    (
        "De drukproef ligt uiterlijk dinsdag 1 december bij u op tafel.",
        &[("uiterlijk dinsdag 1 december", "..2026-12-02 by")],
    ),
    (
        "Stuur de akkoordverklaring vóór vrijdag 12.00 uur terug.",
        &[("vóór vrijdag 12.00 uur", "..2026-11-20T12:00 before")],
    ),
    ("Graag voor maandag a.s. uw reactie.", &[("voor maandag", "..2026-11-23 before")]),
    (
        "Wij ronden de herstelwerkzaamheden binnen vijf werkdagen af.",
        &[("binnen vijf werkdagen", "..2026-11-27 within")],
    ),
    (
        "U heeft de vervangende pomp uiterlijk morgen om half vier in huis.",
        &[("uiterlijk morgen om half vier", "..2026-11-20T15:30 by")],
    ),
    (
        "Voor het eind van de week hoort u of de kraan beschikbaar is.",
        &[("Voor het eind van de week", "..2026-11-23 before")],
    ),
    (
        "De factuur voldoen we binnen dertig dagen na factuurdatum.",
        &[("binnen dertig dagen na factuurdatum", "2592000 seconds within of an event")],
    ),
    (
        "Het rapport is er ten laatste op 15/01/2027.",
        &[("ten laatste op 15/01/2027", "..2027-01-16 by")],
    ),
    (
        "Tot en met 24 december kunt u tegen de oude prijs bestellen.",
        &[("Tot en met 24 december", "..2026-12-25 by")],
    ),
    (
        "De nieuwe sleutels liggen op zijn laatst overmorgen klaar.",
        &[("op zijn laatst overmorgen", "..2026-11-22 by")],
    ),
    (
        "Nog vóór de jaarwisseling is de koppeling live.",
        &[("Nog vóór de jaarwisseling", "..2027-01-01 before")],
    ),
    (
        "We leveren uiterlijk in week 3 van 2027.",
        &[("uiterlijk in week 3 van 2027", "..2027-01-25 by")],
    ),
    (
        "Binnen twee weken staat alles weer overeind.",
        &[("Binnen twee weken", "..2026-12-04 within")],
    ),
    (
        "Eind volgende week ontvangt u de definitieve tekeningen.",
        &[("Eind volgende week", "..2026-11-30 by")],
    ),
    (
        "Je hebt het antwoord vandaag nog voor 17.00 uur.",
        &[("vandaag nog voor 17.00 uur", "..2026-11-19T17:00 before")],
    ),
    (
        "U heeft het dinsdagmiddag voor vijf uur.",
        &[("dinsdagmiddag voor vijf uur", "..2026-11-24T17:00 before")],
    ),
    (
        "Zaterdag 28 november, uiterlijk 16.00 uur, zijn wij klaar.",
        &[("Zaterdag 28 november, uiterlijk 16.00 uur", "..2026-11-28T16:00 by")],
    ),
    (
        "Uiterlijk over twee weken hoort u van ons.",
        &[("Uiterlijk over twee weken", "..2026-12-04 within")],
    ),
    (
        "Morgen vóór de lunch is het klaar.",
        &[("Morgen vóór de lunch", "..2026-11-20T12:00 before")],
    ),
    (
        "Wij leveren binnen 3 tot 5 werkdagen.",
        &[("binnen 3 tot 5 werkdagen", "..2026-11-27 within")],
    ),
];

const TIMES: &[Case] = &[
    (
        "De vloerenlegger komt woensdag tussen 8.00 en 10.00 uur.",
        &[("woensdag tussen 8.00 en 10.00 uur", "2026-11-25T08:00..2026-11-25T10:00")],
    ),
    (
        "Zullen we vrijdag over een week om kwart over twee bellen?",
        &[("vrijdag over een week om kwart over twee", "2026-11-27T14:15")],
    ),
    (
        "We starten aanstaande maandag met de sloop.",
        &[("aanstaande maandag", "2026-11-23..2026-11-24")],
    ),
    (
        "In de eerste week van december monteren we de kozijnen.",
        &[("In de eerste week van december", "2026-12-07..2026-12-14")],
    ),
    (
        "Onze chauffeur staat morgenochtend om 7u30 voor de poort.",
        &[("morgenochtend om 7u30", "2026-11-20T07:30")],
    ),
    ("Medio januari draait de nieuwe server.", &[("Medio januari", "2027-01-11..2027-01-21")]),
    (
        "In het tweede kwartaal van 2027 vervangen we de pers.",
        &[("In het tweede kwartaal van 2027", "2027-04-01..2027-07-01")],
    ),
    ("Over drie weken is de verf droog.", &[("Over drie weken", "2026-12-10..2026-12-11")]),
    (
        "Het magazijn sluit van 24 december t/m 2 januari.",
        &[("van 24 december t/m 2 januari", "2026-12-24..2027-01-03")],
    ),
    ("Vanaf 1 maart 2027 geldt het nieuwe tarief.", &[("Vanaf 1 maart 2027", "2027-03-01.. from")]),
    (
        "Rond de eenentwintigste december weten we meer.",
        &[("Rond de eenentwintigste december", "2026-12-21..2026-12-22 around")],
    ),
    (
        "Levering: 03-12-2026, 's middags.",
        &[("03-12-2026, 's middags", "2026-12-03T12:00..2026-12-03T18:00")],
    ),
    ("Na 5 januari zijn we weer bereikbaar.", &[("Na 5 januari", "2027-01-06.. after")]),
    ("Dinsdag om 15.30 uur sta ik bij u.", &[("Dinsdag om 15.30 uur", "2026-11-24T15:30")]),
    ("Volgende maand vervangen we het filter.", &[("Volgende maand", "2026-12-01..2027-01-01")]),
    (
        "De laatste vrijdag van november is het kantoor dicht.",
        &[("De laatste vrijdag van november", "2026-11-27..2026-11-28")],
    ),
    (
        "Dat regelen we in de week van 7 december.",
        &[("in de week van 7 december", "2026-12-07..2026-12-14")],
    ),
    (
        "Ik ben er maandag en woensdag.",
        &[("maandag", "2026-11-23..2026-11-24"), ("woensdag", "2026-11-25..2026-11-26")],
    ),
    ("De 12e komt mijn collega langs.", &[("De 12e", "2026-12-12..2026-12-13")]),
    (
        "De eerste twee weken van januari zijn we gesloten.",
        &[("De eerste twee weken van januari", "2027-01-01..2027-01-15")],
    ),
    (
        "U krijgt de sleutel morgenmiddag rond drie uur.",
        &[("morgenmiddag rond drie uur", "2026-11-20T15:00 around")],
    ),
];

const NONE: &[Case] = &[
    ("Versie 3.12 lost het probleem op.", &[]),
    ("De prijs bedraagt 12,50 per stuk, exclusief 21% btw.", &[]),
    ("Belt u mij op 06-12345678 of 020 555 12 34.", &[]),
    ("Het gaat om artikel 2026-11 van het contract met nummer 10-12-X.", &[]),
    ("Ons team is 24/7 bereikbaar.", &[]),
    ("Goedemorgen Jan, fijn dat je de maat van de deur doorgaf.", &[]),
    ("Het is zo'n mooi project, daar gaan we voor.", &[]),
    ("Wij nemen de helft van de kosten voor onze rekening.", &[]),
    ("Half werk leveren we niet.", &[]),
    ("Over de planning komen we nog te spreken.", &[]),
    ("De doorlooptijd van de eerste dertig dossiers viel tegen.", &[]),
    ("Mevrouw Mei van der Berg is uw contactpersoon.", &[]),
    ("Wij zijn sinds 2004 leverancier van de gemeente.", &[]),
    ("Elke maandag maken we een back-up.", &[]),
    ("Het pakket weegt 3 kg en is 40 x 60 cm.", &[]),
    ("De helpdesk is op werkdagen van 8.00 tot 17.30 uur open.", &[]),
    ("Zie artikel 3.12 en order 12-11-2026.", &[]),
    ("Wij geven 10 tot 15 procent korting.", &[]),
    ("Goedemiddag, prettig weekend!", &[]),
    ("Dit is de tweede keer dat ik schrijf.", &[]),
];
