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

#[test]
fn feasts_and_rare_forms() {
    check(Lang::Nl, RARE);
}

#[test]
fn what_only_looks_like_a_time() {
    check(Lang::Nl, DECOYS);
}

#[test]
fn nights_and_days_beside_feasts() {
    check(Lang::Nl, BESIDE);
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
    ("Dit seizoen leveren wij nog.", &[("Dit seizoen", "2026-09-23..2026-12-22")]),
    (
        "In december over twee jaar loopt het af.",
        &[("In december over twee jaar", "2028-12-01..2029-01-01")],
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

const RARE: &[Case] = &[
    ("Graag voor kerst leveren.", &[("voor kerst", "..2026-12-25 before")]),
    ("Na Pasen nemen we contact op.", &[("Na Pasen", "2027-03-30.. after")]),
    (
        "Tussen kerst en oud en nieuw is ons kantoor gesloten.",
        &[("Tussen kerst en oud en nieuw", "2026-12-27..2026-12-31")],
    ),
    ("Met Koningsdag zijn we dicht.", &[("Koningsdag", "2027-04-27..2027-04-28")]),
    (
        "Uiterlijk de dag voor Hemelvaart hebt u de stukken.",
        &[("Uiterlijk de dag voor Hemelvaart", "..2027-05-06 by")],
    ),
    ("Na Pinksteren starten we met de bouw.", &[("Na Pinksteren", "2027-05-18.. after")]),
    ("De bestelling is vóór Sinterklaas binnen.", &[("vóór Sinterklaas", "..2026-12-05 before")]),
    (
        "Op tweede kerstdag is de storingsdienst bereikbaar.",
        &[("Op tweede kerstdag", "2026-12-26..2026-12-27")],
    ),
    ("Wij ronden dit af voor de kerst.", &[("voor de kerst", "..2026-12-25 before")]),
    ("Goede Vrijdag werken wij niet.", &[("Goede Vrijdag", "2027-03-26..2027-03-27")]),
    (
        "Rond oud en nieuw is er minder bezetting.",
        &[("Rond oud en nieuw", "2026-12-31..2027-01-02 around")],
    ),
    (
        "Twee weken voor kerst sluiten de inschrijvingen.",
        &[("Twee weken voor kerst", "2026-12-11..2026-12-12")],
    ),
    (
        "In de week voor kerst monteren we de keuken.",
        &[("In de week voor kerst", "2026-12-14..2026-12-21")],
    ),
    ("Ik kom op 15 terug.", &[("op 15", "2026-12-15..2026-12-16")]),
    (
        "De monteur komt op de 17e tussen 8.00 en 10.00 uur.",
        &[("op de 17e tussen 8.00 en 10.00 uur", "2026-12-17T08:00..2026-12-17T10:00")],
    ),
    ("We leveren in week 50 of 51.", &[("in week 50 of 51", "2026-12-07..2026-12-21")]),
    ("Morgen om 7 vertrekt de wagen.", &[("Morgen om 7", "2026-11-20T07:00")]),
    ("Vrijdag 14.30 sta ik voor de deur.", &[("Vrijdag 14.30", "2026-11-20T14:30")]),
    ("De vergadering is 's avonds 7 uur.", &[("'s avonds 7 uur", "2026-11-19T19:00")]),
    ("De aanvangstijd is 20.30 uur.", &[("20.30 uur", "2026-11-19T20:30")]),
    (
        "Tweeënhalf uur na aankomst is alles aangesloten.",
        &[("Tweeënhalf uur na aankomst", "9000 seconds of an event")],
    ),
    (
        "Binnen twee uur is er een monteur onderweg.",
        &[("Binnen twee uur", "2026-11-19T09:00..2026-11-19T11:00 within")],
    ),
    ("De planning voor deze week staat vast.", &[("voor deze week", "2026-11-16..2026-11-23")]),
    ("We sluiten de hele week.", &[("de hele week", "604800 seconds")]),
    ("De actie loopt tot 11-2027.", &[("tot 11-2027", "..2027-12-01 by")]),
    ("Zij bellen tegen elven.", &[("tegen elven", "2026-11-19T11:00 around")]),
    (
        "Na 9.30 uur maar voor 11.00 uur kunt u ons bereiken.",
        &[("Na 9.30 uur maar voor 11.00 uur", "2026-11-19T09:30..2026-11-19T11:00")],
    ),
    (
        "Donderdag 8.00 uur CET begint de conferentie.",
        &[("Donderdag 8.00 uur CET", "2026-11-26T08:00")],
    ),
    ("Begin volgende week hoort u meer.", &[("Begin volgende week", "2026-11-23..2026-11-26")]),
    ("Medio week 3 begint de productie.", &[("Medio week 3", "2027-01-20..2027-01-22")]),
    (
        "U hebt uiterlijk eind januari de sleutels.",
        &[("uiterlijk eind januari", "..2027-02-01 by")],
    ),
    ("Over anderhalve week is het klaar.", &[("Over anderhalve week", "2026-11-29..2026-11-30")]),
    (
        "Halverwege december leveren wij de kasten.",
        &[("Halverwege december", "2026-12-11..2026-12-21")],
    ),
    ("Op 22-4 komen wij langs.", &[("Op 22-4", "2027-04-22..2027-04-23")]),
    (
        "Vanaf aanstaande woensdag tot en met vrijdag zijn wij dicht.",
        &[("Vanaf aanstaande woensdag tot en met vrijdag", "2026-11-25..2026-11-28")],
    ),
    (
        "Woensdagmiddag tussen 13 en 15 uur wordt er geleverd.",
        &[("Woensdagmiddag tussen 13 en 15 uur", "2026-11-25T13:00..2026-11-25T15:00")],
    ),
    (
        "Uiterlijk 31 dec. a.s. ontvangt u de eindfactuur.",
        &[("Uiterlijk 31 dec.", "..2027-01-01 by")],
    ),
    ("Per 1 januari 2027 gaat de prijs omhoog.", &[("Per 1 januari 2027", "2027-01-01.. from")]),
    ("De offerte is geldig tot 15 december.", &[("tot 15 december", "..2026-12-16 by")]),
    ("Morgenochtend vroeg bel ik u.", &[("Morgenochtend", "2026-11-20T06:00..2026-11-20T12:00")]),
    ("Vandaag over een week is het feest.", &[("Vandaag over een week", "2026-11-26..2026-11-27")]),
    ("Een week is zeven dagen.", &[("zeven dagen", "604800 seconds")]),
    ("We hebben 24 uur per dag bewaking.", &[("24 uur", "86400 seconds")]),
    (
        "De keuring is in maart tweeduizend zevenentwintig.",
        &[("in maart tweeduizend zevenentwintig", "2027-03-01..2027-04-01")],
    ),
];

const DECOYS: &[Case] = &[
    ("Het kerstpakket is op.", &[]),
    ("De paasactie was een succes.", &[]),
    ("Ons weekendtarief bedraagt 45 euro.", &[]),
    ("De middagploeg heeft het gezien.", &[]),
    ("Maandagsziekte kennen wij hier niet.", &[]),
    ("Het rapport telt 15 bladzijden.", &[]),
    ("We rekenen op 15 deelnemers.", &[]),
    ("De score staat op 15.", &[]),
    ("Artikelnummer 2026-11-04-B is uitverkocht.", &[]),
    ("De temperatuur is 20.10 graden.", &[]),
    ("IBAN NL91 ABNA 0417 1643 00 staat op de factuur.", &[]),
    ("Bel 0800-1234 of +31 6 12 34 56 78.", &[]),
    ("De korting loopt op van 5 tot 10 procent.", &[]),
    ("Windows 10.20 draait op uw laptop.", &[]),
    ("De maat is 12/11 duim.", &[]),
    ("Factuur 11-2026 staat nog open.", &[]),
    ("Hij won met 3-2.", &[]),
    ("Het adres is Oudegracht 24-2.", &[]),
    ("Prettige kerstdagen en een gelukkig nieuwjaar!", &[]),
    ("Meneer Winter en mevrouw Zondag komen ook.", &[]),
    ("Het aandeel steeg 2,5 procent.", &[]),
    ("De schroef is M8 x 30.", &[]),
    ("De zomertijd verwart onze klok.", &[]),
    ("Mei Ling neemt het over.", &[]),
];

#[test]
fn a_part_of_a_day_and_the_day_it_is_of_are_one() {
    check(Lang::Nl, PARTS_OF_DAYS);
}

const PARTS_OF_DAYS: &[Case] = &[
    (
        "In de ochtend van 4 mei komen we langs.",
        &[("In de ochtend van 4 mei", "2027-05-04T06:00..2027-05-04T12:00")],
    ),
    (
        "We komen op de ochtend van dinsdag langs.",
        &[("op de ochtend van dinsdag", "2026-11-24T06:00..2026-11-24T12:00")],
    ),
    (
        "We leveren in de loop van de middag van 3 december.",
        &[("in de loop van de middag van 3 december", "2026-12-03T12:00..2026-12-03T18:00")],
    ),
    (
        "We bellen u 's avonds op 3 december.",
        &[("'s avonds op 3 december", "2026-12-03T18:00..2026-12-04")],
    ),
    (
        "We zien u 's ochtends van 9 tot 11.",
        &[("van 9 tot 11", "2026-11-19T09:00..2026-11-19T11:00")],
    ),
    (
        "In de ochtend van onze open dag is er koffie.",
        &[("In de ochtend", "2026-11-19T06:00..2026-11-19T12:00")],
    ),
];

#[test]
fn a_night_between_two_days_is_of_the_later_one() {
    check(Lang::Nl, NIGHTS);
}

const NIGHTS: &[Case] = &[
    (
        "In de nacht van 23 op 24 februari werken we aan de servers.",
        &[("In de nacht van 23 op 24 februari", "2027-02-24..2027-02-24T06:00")],
    ),
    (
        "In de nacht van dinsdag op woensdag werken we.",
        &[("In de nacht van dinsdag op woensdag", "2026-11-25..2026-11-25T06:00")],
    ),
    (
        "In de nacht van maandag 7 op dinsdag 8 december ligt het stil.",
        &[("In de nacht van maandag 7 op dinsdag 8 december", "2026-12-08..2026-12-08T06:00")],
    ),
    (
        "In de nacht naar vrijdag werken we.",
        &[("In de nacht naar vrijdag", "2026-11-20..2026-11-20T06:00")],
    ),
];

#[test]
fn an_ordinal_before_a_verb_and_its_subject_is_a_day() {
    check(
        Lang::Nl,
        &[
            ("De 18e dekken we voor 34 man.", &[("De 18e", "2026-12-18..2026-12-19")]),
            ("De 18e schuift u bij ons aan.", &[("De 18e", "2026-12-18..2026-12-19")]),
            ("De 18e poging mislukte.", &[]),
            ("De 18e klant die we belden.", &[]),
            ("De 18e poging u te bellen mislukte.", &[]),
        ],
    );
}

#[test]
fn a_short_weekday_heads_a_sentence_before_a_verb_and_its_subject() {
    check(
        Lang::Nl,
        &[
            ("Za haal ik je op.", &[("Za", "2026-11-21..2026-11-22")]),
            ("Dat is goed. Ma leveren wij de tafels.", &[("Ma", "2026-11-23..2026-11-24")]),
            ("Zo doen we dat.", &[]),
            ("Ma belde niet.", &[]),
            ("Ik kom van het weekend langs.", &[("van het weekend", "2026-11-21..2026-11-23")]),
        ],
    );
}

const BESIDE: &[Case] = &[
    (
        "Vannacht tussen 2 en 4 uur ligt het netwerk plat.",
        &[("Vannacht tussen 2 en 4 uur", "2026-11-20T02:00..2026-11-20T04:00")],
    ),
    ("Vannacht om 3 uur starten we opnieuw op.", &[("Vannacht om 3 uur", "2026-11-20T03:00")]),
    (
        "In de nacht van zaterdag op zondag tussen 1 en 5 wisselen we de schijven.",
        &[(
            "In de nacht van zaterdag op zondag tussen 1 en 5",
            "2026-11-22T01:00..2026-11-22T05:00",
        )],
    ),
    (
        "De dinsdag na Pasen beginnen de grondwerkers.",
        &[("De dinsdag na Pasen", "2027-03-30..2027-03-31")],
    ),
    (
        "We leveren de eerste werkdag na Pasen.",
        &[("de eerste werkdag na Pasen", "2027-03-30..2027-03-31")],
    ),
    (
        "Vanaf de jaarwisseling geldt het nieuwe tarief.",
        &[("Vanaf de jaarwisseling", "2027-01-01.. from")],
    ),
    ("De druk ligt tussen 9 en 11 bar.", &[]),
    ("Restaurant De Zondag bestelt stoelen.", &[]),
    (
        "Wij sturen de offerte van 12 november opnieuw.",
        &[("12 november", "2027-11-12..2027-11-13")],
    ),
    (
        "Wij zijn op vrijdag vanaf 4 december gesloten.",
        &[("op vrijdag", "2026-11-20..2026-11-21"), ("vanaf 4 december", "2026-12-04.. from")],
    ),
    ("WIJ LEVEREN UITERLIJK VRIJDAG.", &[("UITERLIJK VRIJDAG", "..2026-11-21 by")]),
    ("Kan Piet Vrijdag langskomen?", &[("Vrijdag", "2026-11-20..2026-11-21")]),
    ("Neem contact op met Jan Maart, onze conciërge.", &[]),
    ("Vanavond om 5.30 uur zijn we klaar.", &[("Vanavond om 5.30 uur", "2026-11-19T17:30")]),
    ("Vrijdagavond om 01.00 uur sluiten we.", &[("Vrijdagavond om 01.00 uur", "2026-11-21T01:00")]),
    (
        "We komen vrijdagavond tussen 3 en 6.",
        &[("vrijdagavond tussen 3 en 6", "2026-11-20T15:00..2026-11-20T18:00")],
    ),
    ("Oplevering software 12 januari 2027.", &[("12 januari 2027", "2027-01-12..2027-01-13")]),
    ("Klaar tegen de jaarwisseling.", &[("tegen de jaarwisseling", "..2027-01-01 by")]),
    ("Bel morgen 0900-1234.", &[("morgen", "2026-11-20..2026-11-21")]),
    (
        "Maandag 0800-1000 zijn we er.",
        &[("Maandag 0800-1000", "2026-11-23T08:00..2026-11-23T10:00")],
    ),
    (
        "Vanavond tussen 00.30 en 02.00 uur herstarten we.",
        &[("Vanavond tussen 00.30 en 02.00 uur", "2026-11-20T00:30..2026-11-20T02:00")],
    ),
    (
        "Klaar voor de jaarwisseling. 2027 wordt mooi.",
        &[("voor de jaarwisseling", "..2027-01-01 before")],
    ),
    (
        "De eerste maandag vanaf 4 januari begint het.",
        &[("De eerste maandag vanaf 4 januari", "2027-01-11..2027-01-12")],
    ),
];
