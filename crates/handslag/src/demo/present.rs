//! The promises that are open today, and what still waits for an answer.

use promise::terms::Consequence::{Reprice, Shift, Talk};
use promise::terms::RemedyPer::{Breach, WorkingDay};

use super::people::Team::{Integraties, Product, Support};
use super::row::Plot::{
    AsksFor, CounterProposed, Draft, Found, Open, Unconfirmed, WithoutForecast,
};
use super::row::{Asked, Row};

/// Promises whose work competes for one team, and what else that team still owes.
pub(super) const OF_ONE_TEAM: &[Row] = &[
    Row::new(
        67,
        "Björkskatan Bryggeri",
        "Mätdata från alla 48 anläggningar i en fil, varje morgon före klockan 07.00",
        (Integraties, "koppeling", 6, 16),
    )
    .agreed("2026-03-12", "torsdagen den 12 mars")
    .seen_by("Fem morgnar i rad kommer filen komplett före klockan 07.00.")
    .loses(400, 2500)
    .trouble(1.7)
    .paid("SEK 86000"),
    Row::new(
        67,
        "Tolvmyra Såg",
        "Den andra vågen ansluts till samma fil",
        (Integraties, "koppeling", 4, 12),
    )
    .seen_by("En hel dags vägningar från båda vågarna stämmer med vågsedlarna.")
    .loses(150, 0)
    .after(&["Mätdata från alla 48 anläggningar i en fil, varje morgon före klockan 07.00"])
    .trouble(1.2),
    Row::new(
        62,
        "Zwaanhoek Zuivel",
        "De weegbrug op dezelfde koppeling als de meters, voor alle locaties",
        (Integraties, "koppeling", 3, 12),
    )
    .agreed("2026-04-02", "donderdag 2 april")
    .seen_by("De wegingen van één week komen overeen met de bonnen.")
    .after(&["Den andra vågen ansluts till samma fil"])
    .for_this(&[Asked::new(
        "De lijst van meters met hun serienummers",
        "2026-03-04",
        Shift,
        None,
    )]),
    Row::new(
        67,
        "Ploverdale Ferries",
        "Sailing times of partner lines in our booking page",
        (Integraties, "koppeling", 3, 16),
    )
    .seen_by("All sailings of one week match the partners' own pages.")
    .strict("GBP 750", WorkingDay, Some("GBP 6000")),
    Row::new(
        65,
        "Kaneelbrug Zorg",
        "Kwartierwaarden van gebouw C in hetzelfde overzicht",
        (Integraties, "koppeling", 3, 12),
    )
    .seen_by("Een week kwartierwaarden zonder gaten.")
    .loses(300, 1500)
    .for_this(&[Asked::new(
        "De meetbedrijfcode van gebouw C",
        "2026-02-20",
        Shift,
        Some("2026-02-19T10:15"),
    )]),
    Row::new(
        67,
        "Nattljus Belysning",
        "Varningar som sms när en hel slinga slocknar",
        (Integraties, "koppeling", 3, 8),
    )
    .seen_by("Tre provlarm kommer fram inom två minuter."),
    Row::new(
        64,
        "Gnomesworth Clocks",
        "Serials checked against the maker's list on receipt",
        (Integraties, "koppeling", 2, 12),
    )
    .trouble(3.0)
    .seen_by("Fifty serials in a row are checked without a keystroke.")
    .movable(),
    Row::new(
        65,
        "Harewold Mills",
        "Readings by the quarter hour in the tenants' portal",
        (Integraties, "koppeling", 2, 12),
    )
    .seen_by("Two tenants read yesterday's quarters on their own page.")
    .starts("2026-03-23")
    .agreed("2026-05", "by the end of May")
    .paid("GBP 4200"),
    Row::new(
        68,
        "Åskmoln Kraft",
        "Timvärden från de nya mätarna i kundernas app",
        (Integraties, "koppeling", 3, 16),
    )
    .seen_by("Hundra kunder ser gårdagens timmar före klockan 09.00.")
    .starts("2026-04-07")
    .agreed("2026-Q2", "före halvårsskiftet")
    .for_this(&[
        Asked::new("Testkonton för tio mätare", "2026-03-20", Shift, None),
        Asked::new("Besked om vilka kunder som är med", "2026-04-10", Talk, None),
    ])
    .paid("SEK 140000"),
];

/// What the other teams owe.
pub(super) const OF_OTHERS: &[Row] = &[
    Row::new(
        67,
        "Fennelworth Foods",
        "Recall drill reports for the auditors",
        (Product, "rapportage", 5, 12),
    )
    .trouble(1.6)
    .seen_by("A drill of our choice is reported within the hour."),
    Row::new(
        67,
        "Snöbollen Frakt",
        "Pallskulden per kund på fakturan",
        (Product, "rapportage", 5, 12),
    )
    .trouble(2.2)
    .seen_by("Skulden på tio fakturor stämmer med terminalernas räkning."),
    Row::new(
        66,
        "Mosterdpot Logistiek",
        "Ritten omplannen door te slepen, ook op een tablet",
        (Product, "scherm", 4, 12),
    )
    .seen_by("De planners verslepen een dag lang ritten op de tablet.")
    .agreed("2026-W13", "eind week 13"),
    Row::new(
        66,
        "Klaproos Kliniek",
        "Inzagelogboek dat tien jaar bewaard blijft",
        (Product, "onderhoud", 4, 16),
    )
    .seen_by("De functionaris leest de inzage van één dossier terug."),
    Row::new(
        67,
        "Lingonhed Livs",
        "Följesedlar i butikens egen ordning",
        (Product, "rapportage", 4, 12),
    )
    .seen_by("Tre butiker packar upp utan att bläddra."),
    Row::new(
        66,
        "Dropveld Drukkers",
        "Naslagarchief van oude drukproeven doorzoekbaar",
        (Support, "migratie", 4, 12),
    )
    .seen_by("Twintig oude orders worden op nummer gevonden."),
    Row::new(69, "Thimblewick Tailors", "Reminders before a fitting", (Product, "scherm", 4, 8))
        .seen_by("Ten customers get theirs the evening before."),
    Row::new(
        63,
        "Waterhoen Waterbeheer",
        "Jaarrapport van alle peilvakken in één keer",
        (Product, "rapportage", 2, 16),
    )
    .seen_by("Het rapport over 2025 is in één keer gedrukt.")
    .starts("2026-04-13")
    .agreed("2026-Q2", "voor de zomer")
    .paid("EUR 5800"),
    Row::new(
        69,
        "Appelschuur Fruit",
        "Telefoonnummers van de koelwacht zelf te wijzigen",
        (Support, "inrichting", 3, 6),
    )
    .seen_by("De bedrijfsleider wijzigt de wacht zonder ons."),
    Row::new(
        68,
        "Ankarflis Verkstad",
        "Lagerinventering med handskanner",
        (Product, "scherm", 3, 16),
    )
    .seen_by("Ett helt ställage räknas utan papper.")
    .starts("2026-03-30")
    .agreed("2026-05", "i maj")
    .for_this(&[Asked::new("Två handskannrar på lån", "2026-03-27", Shift, None)]),
    Row::new(69, "Bramenberg Bouw", "Weekstaten per onderaannemer", (Product, "rapportage", 4, 12))
        .seen_by("Drie onderaannemers keuren hun weekstaat zonder te bellen."),
    Row::new(
        69,
        "Lodjuret Bokhandel",
        "Kundklubben samlar köp från alla butiker",
        (Product, "scherm", 2, 16),
    )
    .seen_by("Ett köp i varje butik syns på samma kort.")
    .starts("2026-04-20")
    .agreed("2026-06-12", "före skolavslutningen"),
    Row::new(
        66,
        "Eikeldop Kinderopvang",
        "Ouders melden een ziek kind in de app",
        (Product, "scherm", 3, 16),
    )
    .seen_by("Twintig ziekmeldingen komen zonder telefoontje aan.")
    .starts("2026-03-09")
    .agreed("2026-03-31", "voor april")
    .then(AsksFor("2026-03-06T10:20", "2026-03-24")),
    Row::new(
        68,
        "Hagelslagwerf",
        "Allergenen per recept op het etiket",
        (Product, "rapportage", 3, 12),
    )
    .seen_by("Vijf etiketten kloppen met de receptenmap."),
    Row::new(
        68,
        "Brombeek Conserven",
        "Telers zien zelf hun keuringsuitslag",
        (Product, "scherm", 4, 12),
    )
    .seen_by("Vijf telers halen hun uitslag zonder te bellen.")
    .agreed("2026-04", "in april"),
    Row::new(
        68,
        "Quillfeather & Sons",
        "Catalogue printed from the live price list",
        (Product, "rapportage", 2, 8),
    )
    .seen_by("Page 12 shows today's prices.")
    .then(Unconfirmed),
    Row::new(
        69,
        "Kwartelmeer Post",
        "Adreslabels in het nieuwe formaat",
        (Support, "inrichting", 1, 4),
    )
    .first()
    .seen_by("Duizend labels gaan zonder uitval door de sorteerder."),
];

/// What is no ordinary promise.
pub(super) const UNUSUAL: &[Row] = &[
    Row::new(
        67,
        "Zilvervis Visserij",
        "Het nieuwe tariefbestand van 1 april wordt ingelezen",
        (Support, "migratie", 1, 8),
    )
    .seen_by("De eerste afrekening van april klopt op de cent.")
    .agreed("2026-03-27", "voor april")
    .then(Found(
        "Maak je geen zorgen over het nieuwe tariefbestand, dat lezen we uiterlijk 27 maart in.",
    )),
    Row::new(
        64,
        "Wollewei Textiel",
        "Het archief van 2019 tot 2023 uit het oude systeem",
        (Support, "migratie", 0, 0),
    )
    .seen_by("De boekhouder vindt tien oude orders terug.")
    .agreed("2026-04-30", "eind april")
    .then(WithoutForecast),
    Row::new(
        69,
        "Ottersby Canals",
        "Lock passages shown on a map, boat by boat",
        (Product, "scherm", 3, 12),
    )
    .seen_by("One day's passages at Ottersby Lock are all on the map.")
    .wished("2026-03-27")
    .paid("GBP 3600")
    .then(Open(5)),
    Row::new(
        69,
        "Kantarell & Co",
        "Beställningar direkt ur skogsdagboken",
        (Integraties, "koppeling", 2, 16),
    )
    .seen_by("Tio beställningar kommer rätt första gången.")
    .for_this(&[Asked::new("Provfil ur skogsdagboken", "2026-03-25", Reprice, None)])
    .then(Open(15)),
    Row::new(68, "Pepermolen Horeca", "Fooien verdeeld per dienst", (Product, "rapportage", 2, 12))
        .seen_by("De verdeling van één weekend klopt met de kassa.")
        .wished("2026-03-20")
        .strict("EUR 500", Breach, None)
        .then(CounterProposed("2026-03-27")),
    Row::new(
        69,
        "Mistlemere Baths",
        "Season tickets sold at the kiosk",
        (Product, "scherm", 3, 16),
    )
    .wished("2026-05-01")
    .then(Draft),
    Row::new(
        67,
        "Smultron Data",
        "Inloggning med kundens egen katalog för 60 personer",
        (Integraties, "koppeling", 3, 8),
    )
    .seen_by("Sextio personer loggar in utan nytt lösenord.")
    .first(),
];
