//! Swedish sentences.

use language::Lang;

use super::{Case, check};

#[test]
fn deadlines() {
    check(Lang::Sv, DEADLINES);
}

#[test]
fn days_and_times() {
    check(Lang::Sv, TIMES);
}

#[test]
fn sentences_without_a_time() {
    check(Lang::Sv, NONE);
}

#[test]
fn feasts_and_rare_forms() {
    check(Lang::Sv, RARE);
}

#[test]
fn what_only_looks_like_a_time() {
    check(Lang::Sv, DECOYS);
}

#[test]
fn nights_and_days_beside_feasts() {
    check(Lang::Sv, BESIDE);
}

const DEADLINES: &[Case] = &[
    (
        "Ni har korrekturet senast tisdagen den 1 december.",
        &[("senast tisdagen den 1 december", "..2026-12-02 by")],
    ),
    (
        "Skicka godkännandet före fredag kl. 12.00.",
        &[("före fredag kl. 12.00", "..2026-11-20T12:00 before")],
    ),
    ("Vi åtgärdar felet inom fem arbetsdagar.", &[("inom fem arbetsdagar", "..2026-11-27 within")]),
    (
        "Pumpen är på plats senast i morgon kl 15.30.",
        &[("senast i morgon kl 15.30", "..2026-11-20T15:30 by")],
    ),
    (
        "Innan veckan är slut hör ni av oss, senast på fredag.",
        &[("Innan veckan är slut", "..2026-11-23 by"), ("senast på fredag", "..2026-11-21 by")],
    ),
    (
        "Fakturan betalas inom 30 dagar efter leverans.",
        &[("inom 30 dagar efter leverans", "2592000 seconds within of an event")],
    ),
    ("Rapporten kommer senast 2027-01-15.", &[("senast 2027-01-15", "..2027-01-16 by")]),
    (
        "Till och med den 24 december gäller det gamla priset.",
        &[("Till och med den 24 december", "..2026-12-25 by")],
    ),
    ("Nycklarna finns hos er senast i övermorgon.", &[("senast i övermorgon", "..2026-11-22 by")]),
    ("Kopplingen är i drift före årsskiftet.", &[("före årsskiftet", "..2027-01-01 before")]),
    ("Vi levererar senast vecka 3 2027.", &[("senast vecka 3 2027", "..2027-01-25 by")]),
    ("Inom två veckor är allt återställt.", &[("Inom två veckor", "..2026-12-04 within")]),
    (
        "I slutet av nästa vecka får ni ritningarna.",
        &[("I slutet av nästa vecka", "..2026-11-30 by")],
    ),
    ("Svaret kommer i dag före kl. 17.", &[("i dag före kl. 17", "..2026-11-19T17:00 before")]),
    ("Offerten gäller t.o.m. den 31 januari.", &[("t.o.m. den 31 januari", "..2027-02-01 by")]),
    (
        "Senast kl. 15.00 i morgon har ni svar.",
        &[("Senast kl. 15.00 i morgon", "..2026-11-20T15:00 by")],
    ),
    (
        "Ni har det på tisdag eftermiddag före klockan fem.",
        &[("på tisdag eftermiddag före klockan fem", "..2026-11-24T17:00 before")],
    ),
    ("Senast om två veckor är vi klara.", &[("Senast om två veckor", "..2026-12-04 within")]),
    ("Inom loppet av veckan är det löst.", &[("Inom loppet av veckan", "..2026-11-27 within")]),
    (
        "Senast den sista november får du besked.",
        &[("Senast den sista november", "..2026-12-01 by")],
    ),
    ("Nästa säsong öppnar vi tidigare.", &[("Nästa säsong", "2026-12-21..2027-03-20")]),
];

const TIMES: &[Case] = &[
    (
        "Golvläggaren kommer på onsdag mellan 8.00 och 10.00.",
        &[("på onsdag mellan 8.00 och 10.00", "2026-11-25T08:00..2026-11-25T10:00")],
    ),
    (
        "Ska vi höras fredag om en vecka kl. 14.15?",
        &[("fredag om en vecka kl. 14.15", "2026-11-27T14:15")],
    ),
    ("Vi börjar rivningen nu på måndag.", &[("nu på måndag", "2026-11-23..2026-11-24")]),
    (
        "Första veckan i december monterar vi fönstren.",
        &[("Första veckan i december", "2026-12-07..2026-12-14")],
    ),
    (
        "Chauffören står vid grinden i morgon bitti kl. 7.30.",
        &[("i morgon bitti kl. 7.30", "2026-11-20T07:30")],
    ),
    ("I mitten av januari är servern igång.", &[("I mitten av januari", "2027-01-11..2027-01-21")]),
    (
        "Under andra kvartalet 2027 byter vi pressen.",
        &[("Under andra kvartalet 2027", "2027-04-01..2027-07-01")],
    ),
    ("Om tre veckor är färgen torr.", &[("Om tre veckor", "2026-12-10..2026-12-11")]),
    (
        "Lagret är stängt från den 24 december till och med den 2 januari.",
        &[("från den 24 december till och med den 2 januari", "2026-12-24..2027-01-03")],
    ),
    (
        "Från och med den 1 mars 2027 gäller ny taxa.",
        &[("Från och med den 1 mars 2027", "2027-03-01.. from")],
    ),
    (
        "Kring den tjugoförsta december vet vi mer.",
        &[("Kring den tjugoförsta december", "2026-12-21..2026-12-22 around")],
    ),
    ("Leverans 3/12 kl 13–15.", &[("3/12 kl 13–15", "2026-12-03T13:00..2026-12-03T15:00")]),
    ("Efter den 5 januari nås vi igen.", &[("Efter den 5 januari", "2027-01-06.. after")]),
    ("På tisdag halv fyra är jag hos er.", &[("På tisdag halv fyra", "2026-11-24T15:30")]),
    ("Nästa månad byter vi filtret.", &[("Nästa månad", "2026-12-01..2027-01-01")]),
    (
        "Sista fredagen i november är kontoret stängt.",
        &[("Sista fredagen i november", "2026-11-27..2026-11-28")],
    ),
    ("Vi tar det v. 50.", &[("v. 50", "2026-12-07..2026-12-14")]),
    ("Mötet är kvart i tre på torsdag.", &[("kvart i tre på torsdag", "2026-11-26T14:45")]),
    (
        "Mötet är flyttat till den 4 december kl. 14.",
        &[("till den 4 december kl. 14", "2026-12-04T14:00")],
    ),
    ("Onsdag morgon klockan 9 ringer jag.", &[("Onsdag morgon klockan 9", "2026-11-25T09:00")]),
    ("Den 12:e kommer min kollega.", &[("Den 12:e", "2026-12-12..2026-12-13")]),
];

const NONE: &[Case] = &[
    ("Version 3.12 löser problemet.", &[]),
    ("Priset är 12,50 kr per styck exklusive 25 % moms.", &[]),
    ("Ring mig på 070-123 45 67 eller 08-555 12 34.", &[]),
    ("Det gäller punkt 2026-11 i avtalet.", &[]),
    ("Supporten nås dygnet runt, 24/7.", &[]),
    ("God morgon Maj-Britt, tack för måtten på dörren.", &[]),
    ("Vår butik har fått ett nytt skyltfönster.", &[]),
    ("En dag kanske det löser sig.", &[]),
    ("Det var en gång en kund som ringde.", &[]),
    ("De första trettio ärendena tog för lång tid.", &[]),
    ("Vi har levererat till kommunen sedan 2004.", &[]),
    ("Varje måndag tar vi en säkerhetskopia.", &[]),
    ("Paketet väger 3 kg och mäter 40 x 60 cm.", &[]),
    ("Om ni vill kan vi se över avtalet.", &[]),
    ("Det sista vi vill är att göra er besvikna.", &[]),
    ("Supporten är öppen vardagar 8.00–17.30.", &[]),
    ("God jul önskar vi alla på lagret.", &[]),
    ("Ha en trevlig helg!", &[]),
    ("Det är andra gången jag skriver.", &[]),
    ("Om ett par punkter är vi inte överens.", &[]),
];

const RARE: &[Case] = &[
    ("Vi levererar före jul.", &[("före jul", "..2026-12-24 before")]),
    ("Efter påsk hör vi av oss.", &[("Efter påsk", "2027-03-30.. after")]),
    ("Mellan jul och nyår har vi stängt.", &[("Mellan jul och nyår", "2026-12-27..2027-01-01")]),
    ("På midsommarafton är lagret stängt.", &[("På midsommarafton", "2027-06-25..2027-06-26")]),
    ("Senast på Valborg har ni ritningarna.", &[("Senast på Valborg", "..2027-05-01 by")]),
    ("Efter pingst börjar vi bygga.", &[("Efter pingst", "2027-05-17.. after")]),
    ("Beställningen är hos er före Lucia.", &[("före Lucia", "..2026-12-13 before")]),
    ("På annandag jul har vi jour.", &[("På annandag jul", "2026-12-26..2026-12-27")]),
    ("Alla helgons dag är kontoret stängt.", &[("Alla helgons dag", "2027-11-06..2027-11-07")]),
    ("Långfredagen arbetar vi inte.", &[("Långfredagen", "2027-03-26..2027-03-27")]),
    ("Kring nyår är det färre på plats.", &[("Kring nyår", "2027-01-01..2027-01-02 around")]),
    ("Två veckor före jul stänger anmälan.", &[("Två veckor före jul", "2026-12-10..2026-12-11")]),
    ("Veckan efter påsk monterar vi köket.", &[("Veckan efter påsk", "2027-04-05..2027-04-12")]),
    ("Över jul är växeln stängd.", &[("Över jul", "2026-12-24..2026-12-27")]),
    ("I mellandagarna svarar jouren.", &[("I mellandagarna", "2026-12-27..2027-01-01")]),
    ("Vi levererar vecka 50 eller 51.", &[("vecka 50 eller 51", "2026-12-07..2026-12-21")]),
    (
        "Besiktningen är i mars tjugohundratjugosju.",
        &[("i mars tjugohundratjugosju", "2027-03-01..2027-04-01")],
    ),
    (
        "Det gäller från januari tvåtusentjugosju.",
        &[("från januari tvåtusentjugosju", "2027-01-01.. from")],
    ),
    ("I morgon kl. 7 åker bilen.", &[("I morgon kl. 7", "2026-11-20T07:00")]),
    ("Fredag 14.30 står jag vid dörren.", &[("Fredag 14.30", "2026-11-20T14:30")]),
    (
        "Inom två timmar är en montör på väg.",
        &[("Inom två timmar", "2026-11-19T09:00..2026-11-19T11:00 within")],
    ),
    ("Vi har stängt hela veckan.", &[("hela veckan", "604800 seconds")]),
    (
        "Efter kl. 9.30 men före kl. 11 når ni oss.",
        &[("Efter kl. 9.30 men före kl. 11", "2026-11-19T09:30..2026-11-19T11:00")],
    ),
    ("Torsdag kl. 8.00 CET börjar konferensen.", &[("Torsdag kl. 8.00 CET", "2026-11-26T08:00")]),
    (
        "I början av nästa vecka får ni veta mer.",
        &[("I början av nästa vecka", "2026-11-23..2026-11-26")],
    ),
    (
        "Senast i slutet av januari har ni nycklarna.",
        &[("Senast i slutet av januari", "..2027-02-01 by")],
    ),
    (
        "Om en och en halv vecka är det klart.",
        &[("Om en och en halv vecka", "2026-11-29..2026-11-30")],
    ),
    (
        "I mitten av december levererar vi skåpen.",
        &[("I mitten av december", "2026-12-11..2026-12-21")],
    ),
    ("Den 15 kommer montören.", &[("Den 15", "2026-12-15..2026-12-16")]),
    (
        "Från onsdag till och med fredag har vi stängt.",
        &[("Från onsdag till och med fredag", "2026-11-25..2026-11-28")],
    ),
    (
        "På onsdag mellan 13 och 15 kommer leveransen.",
        &[("På onsdag mellan 13 och 15", "2026-11-25T13:00..2026-11-25T15:00")],
    ),
    ("Senast den 31 dec. får ni slutfakturan.", &[("Senast den 31 dec.", "..2027-01-01 by")]),
    (
        "Från och med 1 januari 2027 höjs priset.",
        &[("Från och med 1 januari 2027", "2027-01-01.. from")],
    ),
    ("Offerten gäller till den 15 december.", &[("till den 15 december", "..2026-12-16 by")]),
    ("I morgon bitti ringer jag.", &[("I morgon bitti", "2026-11-20T06:00..2026-11-20T12:00")]),
    ("Idag om en vecka är det fest.", &[("Idag om en vecka", "2026-11-26..2026-11-27")]),
    (
        "Senast kl. 16 på fredag är det ute.",
        &[("Senast kl. 16 på fredag", "..2026-11-20T16:00 by")],
    ),
    ("Under vecka 3 byter vi filter.", &[("Under vecka 3", "2027-01-18..2027-01-25")]),
    ("Ni får svar nu på fredag.", &[("nu på fredag", "2026-11-20..2026-11-21")]),
    (
        "Sista veckan i november tar vi resten.",
        &[("Sista veckan i november", "2026-11-23..2026-11-30")],
    ),
    (
        "Vi ses tisdagen den 8 december kl. 10.",
        &[("tisdagen den 8 december kl. 10", "2026-12-08T10:00")],
    ),
    (
        "Redan i eftermiddag skickar vi paketet.",
        &[("Redan i eftermiddag", "2026-11-19T12:00..2026-11-19T18:00")],
    ),
    ("En vecka har sju dagar.", &[("sju dagar", "604800 seconds")]),
    ("Vi har bevakning 24 timmar om dygnet.", &[("24 timmar", "86400 seconds")]),
];

const DECOYS: &[Case] = &[
    ("Julklappen är slut.", &[]),
    ("Påskkampanjen gick bra.", &[]),
    ("Vår helgtaxa är 450 kronor.", &[]),
    ("Morgonskiftet har sett det.", &[]),
    ("Måndagsexemplar har vi inga.", &[]),
    ("Rapporten har 15 sidor.", &[]),
    ("Vi räknar med 15 deltagare.", &[]),
    ("Artikel 2026-11-04-B är slut.", &[]),
    ("Temperaturen är 20.10 grader.", &[]),
    ("Bankgiro 5050-1055 står på fakturan.", &[]),
    ("Ring 0771-12 34 56 eller +46 70 123 45 67.", &[]),
    ("Rabatten är 5 till 10 procent.", &[]),
    ("Windows 10.20 kör på er dator.", &[]),
    ("Måttet är 12/11 tum.", &[]),
    ("Faktura 11-2026 är obetald.", &[]),
    ("De vann med 3-2.", &[]),
    ("Adressen är Storgatan 24-2.", &[]),
    ("God jul och gott nytt år!", &[]),
    ("Herr Winter och fru Måne kommer också.", &[]),
    ("Aktien steg 2,5 procent.", &[]),
    ("Skruven är M8 x 30.", &[]),
    ("Sommartiden stör vår klocka.", &[]),
    ("Maj Larsson tar över.", &[]),
    ("Tim ringer er.", &[]),
];

#[test]
fn a_night_between_two_days_is_of_the_later_one() {
    check(Lang::Sv, NIGHTS);
}

const NIGHTS: &[Case] = &[
    (
        "Natten till fredag stängs vattnet av.",
        &[("Natten till fredag", "2026-11-20..2026-11-20T06:00")],
    ),
    (
        "Natten mot den 4 februari stängs vattnet av.",
        &[("Natten mot den 4 februari", "2027-02-04..2027-02-04T06:00")],
    ),
    (
        "Natten mellan den 3 och 4 februari stängs vattnet av.",
        &[("Natten mellan den 3 och 4 februari", "2027-02-04..2027-02-04T06:00")],
    ),
    (
        "Natten mellan tisdag och onsdag uppdaterar vi.",
        &[("Natten mellan tisdag och onsdag", "2026-11-25..2026-11-25T06:00")],
    ),
    // Two days with more than a night between them.
    (
        "Vi har öppet mellan tisdag och torsdag.",
        &[("mellan tisdag och torsdag", "2026-11-24..2026-11-27")],
    ),
];

#[test]
fn a_part_of_a_day_and_the_day_it_is_of_are_one() {
    check(
        Lang::Sv,
        &[
            (
                "Vi kommer på morgonen den 4 maj.",
                &[("på morgonen den 4 maj", "2027-05-04T06:00..2027-05-04T12:00")],
            ),
            (
                "Vi ses på kvällen på restaurangen.",
                &[("på kvällen", "2026-11-19T18:00..2026-11-20")],
            ),
        ],
    );
}

#[test]
fn an_ordinal_before_a_verb_and_its_subject_is_a_day() {
    check(
        Lang::Sv,
        &[
            ("Den 18:e dukar vi för 34 personer.", &[("Den 18:e", "2026-12-18..2026-12-19")]),
            ("Den 18:e bygger jag klart.", &[("Den 18:e", "2026-12-18..2026-12-19")]),
            ("Den 18:e kunden vi fick.", &[]),
            ("Den 18:e leverantör vi frågade.", &[]),
        ],
    );
}

#[test]
fn spoken_tomorrow_and_short_weekdays() {
    check(
        Lang::Sv,
        &[
            ("Vi ses imorrn.", &[("imorrn", "2026-11-20..2026-11-21")]),
            ("Vi ses i morrn kl 9.", &[("i morrn kl 9", "2026-11-20T09:00")]),
            ("Fre kommer vi.", &[("Fre", "2026-11-20..2026-11-21")]),
        ],
    );
}

const BESIDE: &[Case] = &[
    (
        "Nätbanken ligger nere i natt mellan 01 och 04.",
        &[("i natt mellan 01 och 04", "2026-11-20T01:00..2026-11-20T04:00")],
    ),
    (
        "Servern är nere natten till lördag mellan 1 och 3.",
        &[("natten till lördag mellan 1 och 3", "2026-11-21T01:00..2026-11-21T03:00")],
    ),
    (
        "Julmarknaden öppnar lördagen före lucia.",
        &[("lördagen före lucia", "2026-12-12..2026-12-13")],
    ),
    (
        "Vi öppnar första vardagen efter trettonhelgen.",
        &[("första vardagen efter trettonhelgen", "2027-01-07..2027-01-08")],
    ),
    (
        "Timpriset höjs från och med årsskiftet.",
        &[("från och med årsskiftet", "2027-01-01.. from")],
    ),
    ("Samling måndag 0730 vid grinden.", &[("måndag 0730", "2026-11-23T07:30")]),
    ("Mötet är bokat kl. 13 den 24:e.", &[("kl. 13 den 24:e", "2026-11-24T13:00")]),
    (
        "Vid årsskiftet 2026/2027 byter vi system.",
        &[("Vid årsskiftet 2026/2027", "2027-01-01..2027-01-02 around")],
    ),
    ("Klart senast årsskiftet.", &[("senast årsskiftet", "..2027-01-01 by")]),
    ("VI KOMMER PÅ FREDAG.", &[("PÅ FREDAG", "2026-11-20..2026-11-21")]),
    ("Ring Erik Torsdag.", &[("Torsdag", "2026-11-26..2026-11-27")]),
    ("Vi är klara i kväll kl. 5.30.", &[("i kväll kl. 5.30", "2026-11-19T17:30")]),
];
