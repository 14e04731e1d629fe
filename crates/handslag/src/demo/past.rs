//! The promises that have ended: asked for from November 2024 on, one or two a week.

use promise::terms::Consequence::{Shift, Talk, Void};
use promise::terms::RemedyPer::WorkingDay;

use super::people::Team::{Integraties, Product, Support};
use super::row::Plot::{
    Declined, DeclinedForGood, Disputed, MovedInTime, MovedTooLate, Released, TakenBack,
    Unanswered, Withdrawn,
};
use super::row::{Asked, Plot, Row};

/// The first half of them.
pub(super) const FIRST_YEAR: &[Row] = &[
    Row::new(
        0,
        "Mosterdpot Logistiek",
        "De vrachtbrieven komen elk uur vanzelf in ons planbord",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        0,
        "Tolvmyra Såg",
        "Vågsedlarna läses in i faktureringen utan att någon skriver av dem",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        1,
        "Harewold Mills",
        "Monthly energy report per building, ready by the third working day",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        2,
        "Zwaanhoek Zuivel",
        "Alle leveranciers uit het oude pakket staan met hun adressen in het nieuwe",
        (Support, "migratie", 2, 12),
    ),
    Row::new(
        2,
        "Ankarflis Verkstad",
        "Arbetsordrar kan stängas från verkstadsgolvet med en knapp",
        (Product, "scherm", 4, 16),
    ),
    Row::new(
        3,
        "Ploverdale Ferries",
        "Our own order number printed on every invoice",
        (Product, "rapportage", 2, 16),
    ),
    Row::new(
        4,
        "Kaneelbrug Zorg",
        "Export van cliëntgegevens voor de jaarlijkse controle",
        (Integraties, "export", 4, 12),
    ),
    Row::new(
        5,
        "Rovfågel Optik",
        "Orderstatus syns för optikern samma dag som glaset skickas",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        5,
        "Dropveld Drukkers",
        "Drukproeven kunnen in het portaal worden goedgekeurd",
        (Product, "scherm", 5, 12),
    ),
    Row::new(
        6,
        "Puddlewick Tramways",
        "Timetable changes imported every night from the planning office",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        8,
        "Sleutelbloem Sloten",
        "Sleutelplannen staan per gebouw in het beheerscherm",
        (Support, "inrichting", 3, 8),
    ),
    Row::new(
        9,
        "Lodjuret Bokhandel",
        "Lagersaldot är gemensamt för våra fyra butiker",
        (Integraties, "koppeling", 5, 12),
    ),
    Row::new(
        9,
        "Kwartelmeer Post",
        "Retouren zijn binnen twee uur zichtbaar voor de afzender",
        (Product, "scherm", 4, 16),
    ),
    Row::new(
        10,
        "Quillfeather & Sons",
        "Price list in pounds and euros from one source",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        11,
        "Nattljus Belysning",
        "Felanmälningar från kommunen kommer direkt in i vår arbetslista",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        12,
        "Eikeldop Kinderopvang",
        "Ouders zien de dagindeling van de groep in de app",
        (Product, "scherm", 5, 12),
    )
    .then(MovedInTime),
    Row::new(
        12,
        "Gnomesworth Clocks",
        "Serial numbers printed on every warranty card",
        (Product, "rapportage", 2, 12),
    ),
    Row::new(
        13,
        "Smultron Data",
        "Fakturaunderlag per projekt som fil den första i varje månad",
        (Integraties, "export", 4, 8),
    )
    .then(MovedTooLate),
    Row::new(
        14,
        "Waterhoen Waterbeheer",
        "Peilstanden van alle gemalen komen elk kwartier binnen",
        (Integraties, "koppeling", 5, 16),
    ),
    Row::new(
        14,
        "Vindspel Teater",
        "Osålda fribiljetter släpps 48 timmar före föreställningen",
        (Product, "scherm", 4, 8),
    ),
    Row::new(
        15,
        "Pepermolen Horeca",
        "De kassa's van twaalf vestigingen worden 's nachts uitgelezen",
        (Integraties, "koppeling", 4, 24),
    )
    .for_this(&[Asked::new(
        "Toegang tot de kassaserver van elke vestiging",
        "2025-02-26",
        Shift,
        Some("2025-02-25T11:00"),
    )]),
    Row::new(
        16,
        "Mistlemere Baths",
        "Ticket gate counts appear in the weekly report",
        (Integraties, "export", 4, 8),
    ),
    Row::new(
        17,
        "Bramenberg Bouw",
        "Uren worden op de bouwplaats goedgekeurd, zonder papier",
        (Product, "scherm", 5, 16),
    ),
    Row::new(
        17,
        "Snöbollen Frakt",
        "Pallbytet räknas av månadsvis mot varje terminal",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        18,
        "Zilvervis Visserij",
        "Vangstregels gaan vanzelf naar de afslag",
        (Integraties, "koppeling", 4, 12),
    )
    .then(Unanswered),
    Row::new(
        19,
        "Fennelworth Foods",
        "Recall list for any batch within one hour",
        (Product, "rapportage", 5, 12),
    ),
    Row::new(
        19,
        "Zwaanhoek Zuivel",
        "Melkprijzen per week uit de boekhouding in het dashboard",
        (Product, "rapportage", 4, 8),
    ),
    Row::new(
        20,
        "Björkskatan Bryggeri",
        "Bryggjournalen kan skrivas ut per tank",
        (Product, "rapportage", 2, 12),
    ),
    Row::new(
        21,
        "Turfpot Tuinen",
        "Het beplantingsplan past op één A3",
        (Product, "rapportage", 2, 8),
    ),
    Row::new(
        22,
        "Ottersby Canals",
        "Lock passages exported every day before six",
        (Integraties, "export", 4, 8),
    ),
    Row::new(
        22,
        "Klaproos Kliniek",
        "Eén keer aanmelden voor alle zestig medewerkers",
        (Integraties, "koppeling", 4, 16),
    )
    .for_this(&[Asked::new(
        "De gegevens van jullie aanmeldserver",
        "2025-04-15",
        Shift,
        Some("2025-04-17T15:30"),
    )]),
    Row::new(
        23,
        "Åskmoln Kraft",
        "Avbrottsmeddelanden ute hos kunderna inom fem minuter",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        24,
        "Hagelslagwerf",
        "Recepten krijgen versies die de kwaliteitsdienst goedkeurt",
        (Product, "scherm", 5, 12),
    ),
    Row::new(
        25,
        "Thimblewick Tailors",
        "Fittings booked by customers themselves",
        (Product, "scherm", 5, 12),
    )
    .then(Released(2)),
    Row::new(
        26,
        "Lingonhed Livs",
        "Allergener skrivs ut på följesedeln",
        (Product, "rapportage", 4, 8),
    ),
    Row::new(
        26,
        "Brombeek Conserven",
        "Etiketten per partij in drie talen",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        27,
        "Mosterdpot Logistiek",
        "Wachttijden aan de poort in het dagoverzicht",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        28,
        "Harewold Mills",
        "Meter readings of the weaving shed every fifteen minutes",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        29,
        "Tallkotte Förlag",
        "Royaltyavräkningen till författarna skapas varje kvartal",
        (Product, "rapportage", 5, 12),
    ),
    Row::new(
        30,
        "Wollewei Textiel",
        "Kleurnummers van de ververij staan op de order",
        (Integraties, "export", 4, 8),
    ),
];

/// The second half of them.
pub(super) const SECOND_YEAR: &[Row] = &[
    Row::new(
        30,
        "Gröngräs Golf",
        "Starttider kan bokas om i medlemsappen",
        (Product, "scherm", 4, 16),
    ),
    Row::new(
        31,
        "Appelschuur Fruit",
        "Een telefoontje als een koelcel te warm wordt",
        (Integraties, "koppeling", 4, 12),
    )
    .then(MovedInTime),
    Row::new(32, "Kantarell & Co", "Leverantörsportalen på svenska", (Product, "scherm", 4, 12)),
    Row::new(
        33,
        "Puddlewick Tramways",
        "Drivers' hours sent to payroll each Monday",
        (Integraties, "export", 4, 12),
    )
    .then(Declined),
    Row::new(
        33,
        "Kaneelbrug Zorg",
        "Rooster van volgende maand op de telefoon van elke medewerker",
        (Product, "scherm", 5, 12),
    ),
    Row::new(
        34,
        "Ankarflis Verkstad",
        "Reservdelar beställs automatiskt när hyllan är tom",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        35,
        "Kwartelmeer Post",
        "Postcodewijzigingen worden elke nacht bijgewerkt",
        (Integraties, "export", 4, 8),
    ),
    Row::new(
        36,
        "Ploverdale Ferries",
        "Passenger lists sent to the harbour before sailing",
        (Integraties, "koppeling", 4, 12),
    )
    .then(Disputed),
    Row::new(
        37,
        "Tolvmyra Såg",
        "Mätbeskeden till skogsägarna går ut som fil",
        (Integraties, "export", 4, 12),
    )
    .starts("2025-07-25")
    .then(MovedInTime),
    Row::new(
        38,
        "Zilvervis Visserij",
        "Temperatuur van het ruim bij elke levering op de bon",
        (Product, "rapportage", 4, 8),
    ),
    Row::new(
        39,
        "Sleutelbloem Sloten",
        "Klanten uit het pakket van de overgenomen zaak overgezet",
        (Support, "migratie", 3, 12),
    ),
    Row::new(
        40,
        "Quillfeather & Sons",
        "Trade customers see their own discounts when ordering",
        (Product, "scherm", 5, 12),
    ),
    Row::new(40, "Rovfågel Optik", "Recept från tre kedjor i samma vy", (Product, "scherm", 4, 12))
        .then(DeclinedForGood),
    Row::new(
        41,
        "Dropveld Drukkers",
        "Papiervoorraad klopt na elke nachtploeg",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        42,
        "Nattljus Belysning",
        "Lampbyten rapporteras med bild från fältet",
        (Product, "scherm", 4, 16),
    ),
    Row::new(
        43,
        "Gnomesworth Clocks",
        "Repair orders followed by the customer on a page of their own",
        (Product, "scherm", 4, 16),
    )
    .then(Withdrawn(3)),
    Row::new(
        43,
        "Eikeldop Kinderopvang",
        "Facturen tellen de echte opvanguren",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        44,
        "Waterhoen Waterbeheer",
        "Historische peilen vanaf 2015 overgezet",
        (Support, "migratie", 3, 16),
    ),
    Row::new(
        44,
        "Vindspel Teater",
        "Säsongskort gäller i foajébaren",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        45,
        "Fennelworth Foods",
        "Orders from the farm shops arrive without retyping",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        46,
        "Smultron Data",
        "Tidrapporter hämtas från kundens system",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        46,
        "Pepermolen Horeca",
        "Omzet per uur voor elke vestiging",
        (Product, "rapportage", 4, 12),
    )
    .then(Released(2)),
    Row::new(
        47,
        "Bramenberg Bouw",
        "Bonnen van de bouwmarkt komen als regel op het project",
        (Integraties, "koppeling", 4, 12),
    ),
    Row::new(
        48,
        "Lodjuret Bokhandel",
        "Presentkort fungerar i alla fyra butikerna",
        (Product, "scherm", 4, 12),
    ),
    Row::new(
        48,
        "Mistlemere Baths",
        "Members sign in at the gate with the card they have",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        49,
        "Hagelslagwerf",
        "Grondstofprijzen dagelijks bij in de calculatie",
        (Integraties, "export", 2, 12),
    ),
    Row::new(
        50,
        "Snöbollen Frakt",
        "Kunden får en länk till sin leverans",
        (Product, "scherm", 4, 12),
    ),
    Row::new(
        50,
        "Mosterdpot Logistiek",
        "Tachograafuren naast de ritten",
        (Integraties, "koppeling", 4, 16),
    )
    .then(Plot::Void)
    .for_this(&[Asked::new(
        "Een testbestand van de tachograafleverancier",
        "2025-11-03",
        Void,
        None,
    )]),
    Row::new(51, "Harewold Mills", "Invoices split by tenant", (Product, "rapportage", 4, 12)),
    Row::new(52, "Åskmoln Kraft", "Mätarbyten bokas av kunden själv", (Product, "scherm", 5, 12)),
    Row::new(
        52,
        "Zwaanhoek Zuivel",
        "Tankwagens melden hun lading bij aankomst",
        (Integraties, "koppeling", 4, 16),
    ),
    Row::new(
        53,
        "Klaproos Kliniek",
        "Wachtlijst zonder dubbele namen",
        (Support, "migratie", 2, 8),
    )
    .then(MovedTooLate),
    Row::new(
        54,
        "Lingonhed Livs",
        "Veckans priser till butikshyllorna varje torsdag",
        (Integraties, "export", 4, 8),
    ),
    Row::new(
        54,
        "Ottersby Canals",
        "Licences renewed online by the owners",
        (Product, "scherm", 5, 12),
    ),
    Row::new(
        55,
        "Appelschuur Fruit",
        "Sorteergegevens per kist in het partijoverzicht",
        (Product, "rapportage", 4, 12),
    ),
    Row::new(
        55,
        "Tallkotte Förlag",
        "Manuskript följs från inlämning till tryck",
        (Product, "scherm", 4, 12),
    )
    .then(TakenBack),
    Row::new(
        56,
        "Thimblewick Tailors",
        "Measurements kept safe when a customer moves shop",
        (Support, "migratie", 2, 8),
    ),
    Row::new(
        57,
        "Björkskatan Bryggeri",
        "Skattedeklarationen för alkohol som färdig fil",
        (Integraties, "export", 4, 12),
    )
    .strict("SEK 5000", WorkingDay, Some("SEK 25000")),
    Row::new(
        57,
        "Brombeek Conserven",
        "Oogstmeldingen van telers per sms",
        (Integraties, "koppeling", 2, 16),
    ),
    Row::new(
        58,
        "Kwartelmeer Post",
        "Bezorgers zien pakketten die geweigerd zijn",
        (Product, "scherm", 4, 12),
    ),
    Row::new(
        58,
        "Gröngräs Golf",
        "Handicap hämtas från förbundet varje natt",
        (Integraties, "koppeling", 2, 16),
    )
    .for_this(&[Asked::new(
        "Avtal med förbundet om åtkomst",
        "2026-01-09",
        Talk,
        Some("2026-01-08T13:00"),
    )]),
    Row::new(
        59,
        "Wollewei Textiel",
        "Stalen uitgegeven en terug in één lijst",
        (Product, "scherm", 4, 8),
    ),
    Row::new(
        60,
        "Quillfeather & Sons",
        "Stock of the two warehouses in one figure",
        (Integraties, "koppeling", 2, 16),
    ),
    Row::new(
        61,
        "Turfpot Tuinen",
        "Onderhoudsbeurten komen vanzelf in de planning",
        (Product, "scherm", 2, 16),
    ),
    Row::new(
        61,
        "Kantarell & Co",
        "Avvikelser från leverantörer med bild",
        (Product, "scherm", 2, 12),
    ),
    Row::new(
        62,
        "Sleutelbloem Sloten",
        "Monteurs vinden elke sleutelkaart op hun tablet",
        (Support, "inrichting", 2, 6),
    ),
    Row::new(
        63,
        "Puddlewick Tramways",
        "Lost property searchable by passengers",
        (Product, "scherm", 2, 12),
    )
    .then(MovedInTime),
    Row::new(
        64,
        "Rovfågel Optik",
        "Bågar i lager visas i webbutiken",
        (Integraties, "export", 2, 8),
    ),
];
