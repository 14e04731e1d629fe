//! Dutch: *je* towards members, *u* towards customers.

mod backtest;
mod capabilities;
mod wording;

/// Dutch.
#[derive(Debug)]
pub(crate) struct Nl;

translate! { Texts in Nl:
    // Today, the lists, the navigation.
    account_new = "Klant toevoegen";
    accounts_caption = "Klanten met hun minst zekere belofte, de minst zekere bovenaan";
    accounts_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} klant")
        } else {
            format!("{count} klanten")
        }
    };
    accounts_heading_off(customers, off) = "{customers}, bij {off} van schema";
    and_more(count) = "En nog {count}.";
    begin = "Beginnen";
    begin_done = "Gedaan.";
    begin_found = "Leg een belofte vast die je al hebt gedaan";
    begin_found_do = "Belofte vastleggen";
    begin_found_why =
        "In een mail of tussen neus en lippen door: vanaf nu telt ze mee, en wat ontbreekt wordt een vraag.";
    begin_history = "Neem je geschiedenis mee";
    begin_history_do = "Afgerond werk inlezen";
    begin_history_more = "Meer inlezen";
    begin_history_why =
        "Met 20 afgeronde stukken werk verschijnt de eerste eerlijke datum; met 60 kunnen we laten zien hoe \
        goed die is. Een CSV-bestand uit je takensysteem is genoeg.";
    begin_hours = "Zeg wanneer er gewerkt wordt";
    begin_hours_do = "Werktijden van een team instellen";
    begin_hours_why =
        "Werktijden, vrije dagen, en wat je vrijhoudt voor service, zodat het nooit twee keer wordt \
        verkocht.";
    begin_note = "samen zo’n 20 minuten";
    begin_said =
        "Hier is nog niemand iets beloofd, dus er valt niets in de gaten te houden. Met drie stappen heb je \
        iets aan deze pagina.";
    chance = "Kans";
    choose = "Kies …";
    customer = "Klant";
    dossier_ended = "Afgeronde beloften";
    dossier_link = "Eigen pagina";
    dossier_living = "Openstaande beloften";
    dossier_nobody = "Hier staat nog niemand. Een aanbod is altijd gericht aan iemand die kan antwoorden.";
    dossier_nothing_living = "Er staat op dit moment niets tussen ons open.";
    dossier_open_page = "Pagina openen";
    dossier_people = "Contactpersonen";
    dossier_people_note = "ieder met een eigen pagina achter een geheime link";
    dossier_renew = "Link vervangen";
    drift_long(since, kept, of, expected) = "Sinds {since} komen onze data vaker uit dan we zeggen: van de {of} beloften kwamen we er {kept} na, waar er {expected} te verwachten waren. Nieuwe data liggen daarom eerder.";
    drift_short(since, kept, of, expected) = "Sinds {since} komen onze data minder vaak uit dan we zeggen: van de {of} beloften kwamen we er {kept} na, waar er {expected} te verwachten waren. Nieuwe data liggen daarom later.";
    due = "Afspraakdatum";
    due_as_said(full, words) = "{full}, met de woorden “{words}”";
    end_of(period) = "eind {period}";
    filter_any_time = "Elke datum";
    filter_every_state = "Elke stand";
    filter_everyone = "Iedereen";
    filter_find = "Zoeken";
    filter_month = "Deze maand";
    filter_open = "Alles wat openstaat";
    filter_show = "Tonen";
    filter_state = "Stand";
    filter_week = "Deze week";
    foot(name, time) = "{name} · cijfers uit je eigen geschiedenis, berekend om {time}";
    go_answer = "Antwoorden";
    go_look = "Bekijken";
    go_open = "Belofte openen";
    go_other_date = "Andere datum afspreken";
    go_plan = "Werk inplannen";
    kept = "Nagekomen";
    kept_by = "Wie het nakomt";
    kept_few(of, kept) = "Nagekomen beloften tot nu toe: {kept} van {of}, te weinig voor een percentage.";
    kept_of(kept, ended) = "{kept} van {ended}";
    kept_share(of, kept, percent, low, high) =
        "Van onze laatste {of} beloften zijn we er {kept} nagekomen ({percent}, tussen {low} en {high}).";
    least_sure = "Minst zekere belofte";
    nav_accounts = "Klanten";
    nav_import = "Inlezen";
    nav_name = "Hoofdmenu";
    nav_promises = "Beloften";
    nav_quote = "Kunnen we het beloven?";
    nav_settings = "Instellingen";
    nav_today = "Vandaag";
    no_accounts = "Er staan hier nog geen klanten. Voor de eerste is een naam genoeg.";
    no_date = "nog geen datum";
    no_promises = "Hier is nog niemand iets beloofd.";
    nothing_found = "Niets past bij deze keuze.";
    nothing_open = "Niets open";
    open = "Open";
    owed_late(name, due, days: i32) => {
        let unit = if days == 1 { "werkdag" } else { "werkdagen" };
        format!("{name} had het beloofd voor {due}: {days} {unit} te laat.")
    };
    owed_reprice = "Zoals afgesproken bepalen we de prijs nu opnieuw.";
    owed_shift(ours, proposed) = "Zoals afgesproken schuift onze datum mee, van {ours} naar {proposed}.";
    owed_shift_pending = "Zoals afgesproken schuift onze datum evenveel werkdagen op.";
    owed_talk = "Zoals afgesproken bespreken we nu wat dit verandert.";
    owed_void = "Zoals afgesproken mogen we onze belofte nu laten vervallen.";
    pager(from, to, of) = "{from}–{to} van {of}";
    pager_after = "Volgende";
    pager_before = "Vorige";
    pager_name = "Pagina’s";
    promise = "Belofte";
    promises_caption = "Beloften, de minst zekere bovenaan";
    promises_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} belofte")
        } else {
            format!("{count} beloften")
        }
    };
    quarter_label(quarter) = "Q{quarter}";
    read_line = "Zo lees je het";
    read_line_note = "de beloftelijn";
    read_line_said =
        "De inkt loopt van de dag waarop het is gezegd tot vandaag. De heuvel laat zien wanneer het \
        waarschijnlijk klaar is: hoe hoger, hoe waarschijnlijker. De staande streep is wat je hebt \
        beloofd; wat erachter ligt, gearceerd, is de kans dat het te laat wordt.";
    record_do = "Vastleggen";
    record_said =
        "Een belofte uit een mail of uit een gesprek telt vanaf dit moment. Schrijf op wat er is gezegd en \
        wat je weet; wat ontbreekt blijft zichtbaar als open vraag.";
    same_in_figures = "Hetzelfde in cijfers";
    save = "Opslaan";
    search = "Zoeken";
    show_all = "Alles tonen";
    skip = "Naar de inhoud";
    to_today = "Naar Vandaag";
    today_answer = "Wacht op je antwoord";
    today_delivered(name, delivered, ends) =
        "{name}. Geleverd op {delivered}; zonder tegenbericht telt het vanaf {ends} als bevestigd.";
    today_kept_by(name, owner) = "{name}. Wie het nakomt: {owner}.";
    today_lapses(name, until) = "Aangeboden aan {name}, gereserveerd tot {until}.";
    today_lapsing = "Aanbod dat verloopt";
    today_lapsing_note = "binnen een week";
    today_off = "Van schema of te laat";
    today_off_plan(n: usize, word) => {
        if n == 1 {
            "Eén klant moet vandaag iets van je horen".to_owned()
        } else {
            format!("{word} klanten moeten vandaag iets van je horen")
        }
    };
    today_owed = "Aan ons beloofd, te laat";
    today_proposes(name, day) = "{name} stelt {day} voor.";
    today_proposes_instead(name, day, old) = "{name} stelt {day} voor in plaats van {old}.";
    today_proposes_something(name) = "{name} stelt een wijziging voor.";
    today_quiet = "Vandaag wacht er niets op je woord";
    today_rest(n: usize, count) => {
        if n == 1 {
            format!("{count} belofte ligt op schema en vraagt niets van je.")
        } else {
            format!("{count} beloften liggen op schema en vragen niets van je.")
        }
    };
    today_the_rest = "De rest";
    today_unconfirmed = "Geleverd, nog niet bevestigd";
    today_unknown = "Zonder voorspelling";
    today_unknown_why = "Een eerlijke kans is nog niet te geven: er is te weinig om op af te gaan.";
    today_waits(n: usize, word) => {
        if n == 1 {
            "Eén ding wacht op je woord".to_owned()
        } else {
            format!("{word} dingen wachten op je woord")
        }
    };
    today_watch = "Opletten";
    today_watch_note = "nog bij te sturen";
    where_said = "Waar het is gezegd";

    // Can we promise? The question, its answer, the offer, and what is wrong with either.
    below_summary = "Een datum onder onze drempel beloven";
    cannot_heading = "Dit kunnen we nog niet voorspellen";
    cannot_never_done = "In dit tempo is het te zelden klaar binnen de tijd die we vooruitkijken. \
        Beloof minder, of geef het team meer ruimte.";
    cannot_no_team(team) = "Van team {team} is nog niets bekend. Lees het afgeronde werk van dat team in, of kies een \
        ander team.";
    cannot_no_work = "Kies het team dat het werk doet: pas dan zien we hoelang het duurt.";
    cannot_nothing_like_it(team) = "Team {team} heeft nog nooit zoiets afgerond, dus nergens blijkt uit hoelang het \
        duurt. Kies een andere soort werk, of zeg waarom je zonder voorspelling belooft.";
    claim_model_only(finished: usize) => {
        if finished == 1 {
            "Op grond van 1 vergelijkbare klus, nog niet getoetst. Dat is te weinig om een kans te noemen.".to_owned()
        } else {
            format!(
                "Op grond van {finished} vergelijkbare klussen, nog niet getoetst. \
                Dat is te weinig om een kans te noemen."
            )
        }
    };
    claim_up_to(count, percent) = "Op grond van {count} vergelijkbare klussen. Met zo weinig kunnen we eerlijk gezegd \
        niet hoger gaan dan {percent}.";
    content_gzip = "ingepakt met gzip";
    content_json = "JSON";
    content_markup = "een webpagina of XML";
    content_pdf = "een pdf";
    content_text = "platte tekst";
    content_workbook = "een spreadsheetbestand";
    content_zip = "een zip- of spreadsheetbestand";
    date_below(level) = "Onder onze drempel van {level}.";
    date_first = "Dit gaat dan vóór al het andere dat wacht.";
    date_own = "Een andere datum";
    date_surer = "Later, maar zekerder.";
    date_touches(subject, account, before, after) = "{subject} ({account}) zakt van {before} naar {after}.";
    date_touches_more(n: usize, count) => {
        if n == 1 {
            format!("Nog {count} andere belofte zakt mee.")
        } else {
            format!("Nog {count} andere beloften zakken mee.")
        }
    };
    date_touches_nobody = "Niemand anders heeft er last van.";
    error_bad_rows(count: usize) => {
        if count == 1 {
            "1 rij is niet te lezen. Verbeter hem in het bestand, of kies ervoor hem over te slaan.".to_owned()
        } else {
            format!("{count} rijen zijn niet te lezen. Verbeter ze in het bestand, of kies ervoor ze over te slaan.")
        }
    };
    error_before_begun(field, given, begun) = "{field}: {given} ligt vóór het begin van de belofte, {begun}. \
        Kies een later tijdstip.";
    error_below_policy(due, chance, policy) = "Voor {due} is de kans {chance}, onder onze drempel van {policy}. \
        Kies wie het op zich neemt, en zeg waarom.";
    error_compressed(what) = "Het bestand is niet uit te pakken ({what}). Kies het als CSV, of pak het \
        opnieuw in als .gz.";
    error_counter_met(at) = "Dit is al binnen, sinds {at}.";
    error_csv(what) = "Het bestand is niet als tabel te lezen ({what}). Bewaar het opnieuw als CSV en kies \
        het nog eens.";
    error_due(given) = "‘{given}’ is niet als datum te lezen. Zo kan het wel: een dag (2026-03-12), een tijdstip \
        (2026-03-12T15:00), een week (2026-W11), een maand (2026-03), een kwartaal (2026-Q1), een halfjaar (2026-H1) \
        of een jaar (2026).";
    error_encoding(line) = "Regel {line} is niet in UTF-8 geschreven. Bewaar het bestand als ‘CSV UTF-8’ en kies het \
        opnieuw.";
    error_file_content(content) = "Het bestand is {content}. Exporteer het als CSV en kies het opnieuw.";
    error_file_empty = "Het bestand is leeg. Gewenst: een regel met de namen van de kolommen, daarna een \
        regel per rij.";
    error_file_ending(name) = "Het bestand heet ‘{name}’. Gewenst: een naam die eindigt op .csv, .tsv of .txt, of ingepakt op .gz.";
    error_file_not_as_named(name, content) = "‘{name}’ is {content}; dat klopt niet met de naam. Exporteer het als CSV en kies het opnieuw.";
    error_input(field, given, wanted) => {
        if given.to_string().is_empty() {
            format!("{field} is leeg. Gewenst: {wanted}.")
        } else {
            format!("{field}: er staat ‘{given}’. Gewenst: {wanted}.")
        }
    };
    error_key_reused = "Dit formulier is al eerder verstuurd, met een andere inhoud. Laad de pagina opnieuw en verstuur \
        het dan.";
    error_ledger = "Het kon niet worden vastgelegd, dus er is niets veranderd. Probeer het zo meteen nog eens.";
    error_mapping(what) = "Zo zijn de kolommen niet te lezen: {what}";
    error_missing(gaps) => { format!("Ontbreekt nog: {}.", gaps.to_string().to_lowercase()) };
    error_moment(text) = "‘{text}’ is niet als tijdstip te lezen. Gewenst: een dag en een tijd, zoals \
        2026-03-12T15:00.";
    error_never_open = "Deze kalender heeft de komende tien jaar geen werktijd. Vul bij de instellingen de \
        werktijden in.";
    error_no_column(field, column, present) = "Kolom ‘{column}’, gekozen voor {field}, staat niet in het bestand. \
        Wel in het bestand: {present}.";
    error_no_counter_promise = "Dit hoort niet bij wat ons hier is beloofd. Laad de pagina opnieuw.";
    error_no_ground = "Bij een nieuwe datum hoort een voorspelling, of de reden waarom die er niet is.";
    error_no_organisation = "handslag is hier nog niet ingericht. Begin met de naam van je bedrijf.";
    error_no_promise = "Deze belofte is hier niet te vinden.";
    error_no_tie = "Hier hangt de belofte niet van af. Laad de pagina opnieuw.";
    error_tie_ended = "Dit is al binnen, of het is weggehaald.";
    error_no_void = "De belofte vervalt hierdoor niet: het is niet te laat, of er is voor dat geval iets \
        anders afgesproken.";
    error_no_working_time(next) = "In die periode is er geen werktijd. De eerstvolgende werkdag is {next}.";
    error_not_ahead(field, given, now) = "{field}: {given} is al voorbij. Gewenst: een tijdstip na {now}.";
    error_not_found(thing, given) = "Niet gevonden: {thing} ‘{given}’.";
    error_not_in_state(state) = "Dit kan nu niet. Zo staat de belofte ervoor: {state}.";
    error_not_mapped(field) = "Voor {field} is nog geen kolom gekozen. Kies er een: anders is het bestand \
        niet te gebruiken.";
    error_not_yet(field, given, now) = "{field}: {given} moet nog komen. Gewenst: een tijdstip tot en met {now}.";
    error_nothing_proposed = "Er is geen wijziging voorgesteld, dus er valt niets te beantwoorden.";
    error_nothing_to_change = "Zo verandert er niets. Geef een andere datum, of andere woorden voor wat er \
        beloofd is.";
    error_only_account = "Dit kan alleen de klant doen.";
    error_only_us = "Dit kan alleen het bedrijf doen dat de belofte heeft gedaan.";
    error_out_of_range = "Die datum ligt verder weg dan de kalender reikt. Kies er een dichter bij vandaag.";
    error_plan = "De voorspelling kon niet worden berekend, en er is niets veranderd.";
    error_proposal_passed(due) = "De voorgestelde datum, {due}, is voorbij. Er is een nieuw voorstel nodig.";
    error_stale = "Dit is intussen gewijzigd. Kijk er nog eens naar en beslis dan.";
    error_too_many_rows(most) = "Het bestand heeft meer dan {most} rijen. Lees het in als meerdere bestanden.";
    error_window(given) = "‘{given}’ is geen tijdsperiode. Gewenst: van en tot, zoals 09:00-17:30, of 22:00-06:00 voor een \
        nacht.";
    error_zone(given) = "‘{given}’ is geen tijdzone. Gewenst: een naam zoals Europe/Amsterdam.";
    field_acceptance = "Waaraan zien jullie allebei dat het is nagekomen?";
    field_acceptance_hint = "Eén zin, zodat er later niets te raden valt.";
    field_amount = "Bedrag";
    field_because = "Niets, omdat …";
    field_below_reason = "Waarom beloof je het toch?";
    field_cap = "Ten hoogste";
    field_contact = "Aan wie";
    field_counter_due = "Uiterlijk";
    field_counter_then = "Als het te laat is";
    field_counter_what = "Wat zij beloven";
    field_dates = "Hoe datums geschreven zijn";
    field_due = "Afspraakdatum";
    field_expires = "Het aanbod geldt tot en met";
    field_kind = "Soort werk";
    field_pieces = "Hoeveel";
    field_policy = "De drempels";
    field_price = "Prijs";
    field_remedy = "Als we te laat zijn";
    field_strictness = "Soort termijn";
    field_taken_by = "Wie het op zich neemt";
    field_team = "Team";
    field_wished = "Gewenste datum";
    field_without = "Waarom beloof je zonder voorspelling?";
    field_without_hint = "Het kan: bij de belofte staat dan dat er geen voorspelling is, met jouw reden erbij.";
    gap_acceptance = "Waaraan je ziet dat het is nagekomen";
    gap_consideration = "Wat je ervoor terugvraagt";
    gap_contact = "Aan wie";
    gap_due = "Wanneer";
    gap_ground = "Waarop de datum berust";
    gap_owner = "Wie het nakomt";
    gap_promisor = "Wie het belooft";
    gap_remedy = "Wat er gebeurt als we te laat zijn";
    gap_strictness = "Streeftermijn of fatale termijn";
    gap_subject = "Wat we beloven";
    grain_day = "Op die dag";
    grain_month = "Eind van die maand";
    grain_name = "Hoe precies";
    grain_quarter = "Eind van dat kwartaal";
    grain_week = "Eind van die week";
    keys_note = "Twee letters druk je na elkaar in: eerst g, dan t. Terwijl je in een veld typt, doen ze niets.";
    keys_where = "Op elke pagina";
    letter_acceptance(acceptance) => {
        format!("Hieraan zien we allebei dat het is nagekomen: {}.", acceptance.to_string().trim_end_matches('.'))
    };
    letter_by = "Uiterlijk";
    letter_greeting(name) = "Beste {name},";
    letter_need(subject, due) => {
        format!("Daarvoor hebben we van u uiterlijk {due} nodig: {}.", subject.to_string().trim_end_matches('.'))
    };
    letter_not_yet = "De brief kan worden geschreven zodra vaststaat wat we beloven, en voor wanneer.";
    letter_nothing(because) => {
        format!("We vragen er niets voor terug, omdat {}.", because.to_string().trim_end_matches('.'))
    };
    letter_price(price) = "De prijs is {price}.";
    letter_promise(subject) => { format!(" hebt u dit: {}.", subject.to_string().trim_end_matches('.')) };
    letter_remedy(remedy) = "Als we te laat zijn: {remedy}.";
    letter_strict = "Fatale termijn: leveren we later, dan zijn we meteen in verzuim, ook zonder \
        ingebrekestelling.";
    letter_target = "Streeftermijn: wordt het later, dan laten we dat dezelfde dag weten.";
    needed = "nodig";
    nothing_moves = "Voor deze belofte is er nu geen voorspelling.";
    offer_draft = "Als concept bewaren";
    offer_letter = "Zo leest de klant het straks";
    offer_name = "Aanbieden";
    offer_needs(n: usize, count) => {
        match n {
            0 => "Er ontbreekt niets meer".to_owned(),
            1 => format!("Nog {count} ding nodig"),
            _ => format!("Nog {count} dingen nodig"),
        }
    };
    offer_rest = "Wat er verder bij hoort";
    offer_to(account) = "Aanbieden aan {account}";
    offer_until(moment) = "Het aanbod geldt tot {moment}.";
    others_first = "Als dit vooraan gaat";
    others_heading = "Wat het met anderen doet";
    others_last = "Als dit achteraan gaat";
    others_now = "Kans nu";
    quote_ask = "Reken het uit";
    quote_ask_again = "Reken het opnieuw uit";
    quote_changed = "De vraag is veranderd sinds het antwoord. Hieronder staat het nieuwe antwoord: lees \
        het, en bied dan aan.";
    quote_heading(due) = "{due} kun je eerlijk beloven";
    quote_heading_model(due) = "{due}, volgens het model";
    quote_no_accounts = "Een belofte doe je altijd aan iemand, en hier zijn nog geen klanten.";
    quote_no_teams = "Er is nog geen afgerond werk ingelezen, dus nergens blijkt uit hoelang iets duurt.";
    quote_said(chance, likely) = "{chance} kans dat het dan klaar is, waarschijnlijk {likely}.";
    quote_said_model(likely) = "Waarschijnlijk is het {likely} klaar.";
    hold_place(until) = "Houd deze plek vast tot {until}";
    hold_held(until) = "De plek in de planning blijft gereserveerd tot {until}.";
    hold_release = "Geef de plek vrij";
    wish_label = "Als de klant een andere dag zou vragen";
    wish_said(day, chance) = "{day}: {chance}";
    wish_said_first(day, chance, first) = "{day}: {chance}, of {first} vóór al het andere werk";
    quote_said_wished(day, chance) = "Op de gewenste {day} is de kans {chance}.";
    quote_what = "Wat vraagt de klant?";
    return_heading = "Wat vraag je ervoor terug?";
    wanted_account = "Kies de klant aan wie je het belooft.";
    wanted_address = "een adres zoals ebba@example.com";
    wanted_amount(currency) = "Geef een bedrag in {currency} boven 0, zoals 2500 of 1250,50.";
    wanted_cap = "Geef een maximum dat minstens zo hoog is als het bedrag ernaast, in dezelfde valuta.";
    wanted_another_promise = "een andere belofte: geen enkele kan op zichzelf wachten";
    wanted_columns(count) = "evenveel kolommen als in de eerste regel: {count}";
    wanted_counter_due = "Geef de datum waarop zij het uiterlijk beloven.";
    wanted_date = "een datum, zoals 2026-03-12";
    wanted_date_as_mapped = "een datum in de schrijfwijze die voor dit bestand is gekozen";
    wanted_days(most) = "een heel aantal werkdagen van 1 tot en met {most}";
    wanted_id = "een waarde in elke kolom die de rij aanduidt";
    wanted_between(from, to) = "een werkdag na {from} en niet na {to}";
    wanted_known_promise = "een belofte die er is";
    wanted_manager = "een manager of beheerder, die onder onze drempel mag beloven";
    wanted_no_circle = "een belofte die niet zelf weer op deze wacht";
    wanted_number = "een getal van 0 of hoger";
    wanted_once(first) = "elke rij één keer; deze staat ook op regel {first}";
    wanted_only_once = "één bedrijf, en dat is hier al ingericht";
    wanted_order = "opletten onder op schema, en op schema niet boven de drempel om aan te bieden";
    wanted_pieces(most) = "Geef een heel getal van 1 tot en met {most}.";
    wanted_plain_text(at) = "gewone tekst; op positie {at} staat een regeleinde of stuurteken";
    wanted_reason = "Kies de reden.";
    wanted_remedy_amount = "Geef het bedrag, of kies dat er niets is afgesproken.";
    wanted_shorter(most, given) = "ten hoogste {most} tekens; het zijn er {given}";
    wanted_quote = "een antwoord met datums";
    wanted_speaker = "iemand die het zegt";
    wanted_taker = "Kies wie het op zich neemt.";
    wanted_team = "Kies het team dat het werk doet.";
    wanted_word = "minstens één woord";
    which_date = "Welke datum bied je aan?";
    why_queue(team, n: usize, count) => {
        if n == 1 {
            format!("Team {team} maakt eerst {count} ding af dat er al ligt.")
        } else {
            format!("Team {team} maakt eerst {count} dingen af die er al liggen.")
        }
    };
    why_queue_free(team) = "De tijd tot team {team} kan beginnen.";
    why_records(n: usize, count) => {
        if n == 1 { "Ze hangt aan 1 werkitem in je planningssysteem.".to_owned() } else { format!("Ze hangt aan {count} werkitems in je planningssysteem.") }
    };
    why_room(from, to) = "Ruimte voor tegenslag, om van {from} naar {to} te komen.";
    why_room_model = "Ruimte voor tegenslag.";
    why_this_date = "Waarom deze datum";
    why_delivery(who) = "Wachten op wat {who} levert.";
    why_delivery_late(who, late, all) = "Wat {who} levert, kwam {late} van de {all} keer te laat.";
    why_delivery_on_time(who, all) = "Wachten op wat {who} levert; dat kwam alle {all} keer op tijd.";
    why_waiting = "Wachten op wat zij beloven.";
    why_waiting_late(late, all) = "Wat zij beloven kwam {late} van de {all} keer later dan afgesproken.";
    why_waiting_on_time(all) = "Wachten op wat zij beloven; dat kwam alle {all} keer op tijd.";
    why_work_everyone(n: usize, count, span) => {
        if n == 1 {
            format!("Het werk zelf: {count} klus, van welk team ook, duurde {span}.")
        } else {
            format!("Het werk zelf: {count} klussen, van alle teams, duurden meestal {span}.")
        }
    };
    why_work_kind(n: usize, count, span) => {
        if n == 1 {
            format!("Het werk zelf: {count} vergelijkbare klus duurde {span}.")
        } else {
            format!("Het werk zelf: {count} vergelijkbare klussen duurden meestal {span}.")
        }
    };
    why_work_team(n: usize, count, span) => {
        if n == 1 {
            format!("Het werk zelf: {count} klus van dit team duurde {span}.")
        } else {
            format!("Het werk zelf: {count} klussen van dit team duurden meestal {span}.")
        }
    };
    without_absences = "Als er tot dan niemand van het team afwezig was.";
    without_heading = "Zonder wat het ophoudt";
    without_own_word(kept, of, expected) = "Als onze data hadden gehouden wat we zeiden: van de laatste {of} zijn we er {kept} nagekomen, waar er {expected} te verwachten waren.";
    without_queue = "Als er verder niets lag of liep.";
    without_waiting = "Als zij hun deel meteen doen.";
    working_days(days: i32) => {
        if days == 1 { "1 werkdag".to_owned() } else { format!("{days} werkdagen") }
    };
    working_days_later(days: i32) => {
        if days == 1 { "1 werkdag later".to_owned() } else { format!("{days} werkdagen later") }
    };
    working_days_sooner(days: i32) => {
        if days == 1 { "1 werkdag eerder".to_owned() } else { format!("{days} werkdagen eerder") }
    };
    working_days_between(from: i32, to: i32) => { format!("{from} tot {to} werkdagen") };

    // A promise: its page, its moves, its history, its states.
    await_hint = "In de datum telt dan mee hoe laat zij eerder waren. De klant ziet dit niet.";
    because(reason) = "Reden: {reason}.";
    by_rule = "handslag";
    date_as_wished = "De datum die de klant wil.";
    date_now(percent, due) = "Met {percent} kans kun je nu {due} beloven.";
    domino_all(n: usize, count, before, after) => {
        if n == 2 {
            format!("De kans dat we beide nakomen gaat van {before} naar {after}.")
        } else {
            format!("De kans dat we ze alle {count} nakomen gaat van {before} naar {after}.")
        }
    };
    domino_by_capacity(team) = "staat in de rij bij team {team}";
    domino_by_dependency = "wacht erop";
    domino_by_work(n: usize) => {
        if n == 1 { "hangt aan hetzelfde werkitem".to_owned() } else { format!("hangt aan dezelfde {n} werkitems") }
    };
    domino_by_work_between = "via ander werk dat ertussen zit";
    domino_computed(trials, seed, points) = "Geteld door het hele plan {trials} keer door te rekenen, met en zonder de vertraging en telkens met hetzelfde toeval (seed {seed}). Alleen al door dat aantal kan een verschil er zo’n {points} procentpunt naast zitten.";
    domino_customer(name, n: usize, count, before, after) => {
        if n == 2 {
            format!("{name}: de kans dat we beide beloften nakomen gaat van {before} naar {after}.")
        } else {
            format!("{name}: de kans dat we alle {count} beloften nakomen gaat van {before} naar {after}.")
        }
    };
    domino_earlier(days) = "{days} eerder";
    domino_heading = "Wat er mee omvalt";
    domino_holds = "houdt stand";
    domino_later(days) = "{days} later";
    domino_more = "Bij een andere vertraging";
    domino_never = "geen datum meer met 50% kans";
    domino_none = "Niets: geen enkele andere belofte verschuift.";
    domino_not_told = "klant weet het nog niet";
    domino_plan_moves(before, after) = "De kans dat het er dan is, gaat van {before} naar {after}.";
    domino_plan_stays(chance) = "De kans dat het er dan is, blijft {chance}.";
    domino_show = "Doorrekenen";
    domino_slip_asked(days) = "Als het {days} later komt dan we nu zien:";
    domino_slip_forecast(level, days) = "De datum met {level} kans ligt {days} na de afspraakdatum. Als het zoveel later komt dan we nu zien:";
    domino_slip_supposed(days) = "De voorspelling ziet geen vertraging. Zou het toch {days} later komen:";
    domino_through_delivery(who) = "Het werk is eerder klaar dan wat {who} levert, dus nemen we aan dat dát later komt.";
    domino_through_nothing = "Het werk is af, dus nemen we aan dat het zoveel later wordt overgedragen.";
    domino_through_waiting = "Het werk is eerder klaar dan wat zij beloven, dus nemen we aan dat dát later komt.";
    domino_through_work = "We nemen aan dat het werk dat nog openstaat langer duurt.";
    domino_told = "andere datum voorgesteld";
    domino_unknown = "Deze belofte is niet te voorspellen, en wat erop wacht dus ook niet.";
    done_heading = "Je geschiedenis is ingelezen";
    field_delivery = "Wat zij leveren";
    field_their_plan = "Wat zij willen gaan doen";
    field_their_plan_on = "Wanneer";
    field_third_party = "Wie levert";
    field_after = "Na welke beloften";
    field_after_hint = "Hun nummers, zoals 214 of 214, 217";
    field_days = "Werkdagen later";
    field_delivered_at = "Geleverd op";
    field_delivery_words = "Of in je eigen woorden";
    field_for_good = "De klant wil geen nieuw aanbod";
    field_measure = "Vergeleken met wat er beloofd was";
    field_met_at = "Ontvangen op";
    field_new_date = "Nieuwe datum";
    field_other_date = "De datum die de klant vraagt";
    field_reason = "Reden";
    field_reference = "Verwijzing";
    field_reference_hint = "Waar iedereen het kan zien: het nummer van een pakbon, het adres van een pagina.";
    field_why_customer = "Waarom, zoals de klant het leest";
    field_words = "In een paar woorden";
    field_words_optional = "In een paar woorden, als je wilt";
    happened_accepted(who) = "{who} nam het aanbod aan.";
    happened_agreed(who) = "{who} ging akkoord met de wijziging.";
    happened_below_policy(taker) = "{taker} nam het op zich om onder het gebruikelijke niveau te gaan.";
    happened_confirmed(who) = "{who} bevestigde de levering: zoals beloofd.";
    happened_confirmed_less(who) = "{who} bevestigde de levering: minder dan beloofd.";
    happened_confirmed_more(who) = "{who} bevestigde de levering: meer dan beloofd.";
    happened_counter_met(subject, day) = "Wat zij beloofden, kwam op {day}: {subject}.";
    happened_counter_passed(subject) = "Wat zij beloofden, kwam niet op tijd: {subject}.";
    happened_counter_proposed(who, due) = "{who} wilde liever {due}.";
    happened_counter_proposed_words(who) = "{who} wilde liever iets anders.";
    happened_declined(who) = "{who} sloeg het aanbod af.";
    happened_delivered(who, at) = "{who} meldde de levering: {at}.";
    happened_discarded(who) = "{who} gooide het concept weg.";
    happened_disputed(who) = "{who} zei dat het niet geleverd is.";
    happened_drafted(who) = "{who} begon een concept.";
    happened_due_passed(due) = "Het was beloofd voor {due} en is nu te laat.";
    happened_fell(chance) = "De voorspelling zakte naar {chance}.";
    happened_fell_off_plan(chance) = "De voorspelling zakte naar {chance}: van schema.";
    happened_first_forecast(chance) = "De eerste voorspelling: {chance}.";
    happened_lapsed = "Het aanbod verliep zonder antwoord.";
    happened_not_agreed(who) = "{who} ging niet akkoord met de wijziging.";
    happened_offered(who, due, chance) = "{who} bood {due} aan, op een voorspelling van {chance}.";
    happened_offered_until(until) = "Het aanbod geldt tot {until}.";
    happened_offered_without(who, due) = "{who} bood {due} aan, zonder voorspelling.";
    happened_proposal_taken_back(who) = "{who} trok het voorstel in.";
    happened_proposed(who, new) = "{who} stelde {new} voor.";
    happened_proposed_instead(who, new, old) = "{who} stelde {new} voor in plaats van {old}.";
    happened_proposed_subject(who, subject) = "{who} stelde voor om dit te beloven: “{subject}”.";
    happened_record_confirmed(who) = "{who} bevestigde dat dit beloofd is.";
    happened_record_rejected(who) = "{who} zei dat dit niet beloofd is.";
    happened_recorded(who) = "{who} legde de belofte vast.";
    happened_redrafted(who) = "{who} paste het concept aan.";
    happened_released(who) = "{who} onthief ons van de belofte.";
    happened_reopened(who) = "{who} maakte van het aanbod weer een concept.";
    happened_rose(chance) = "De voorspelling steeg naar {chance}.";
    happened_shift(days: i32, due) => {
        let unit = if days == 1 { "werkdag" } else { "werkdagen" };
        format!(
            "Wat zij beloofden is {days} {unit} te laat. Zoals afgesproken schuift onze datum mee: het voorstel is {due}."
        )
    };
    happened_silence_ended = "Binnen de aangekondigde tijd kwam er geen bezwaar, dus de levering staat vast.";
    happened_taken_back(who) = "{who} trok het aanbod in.";
    happened_voided(who) = "{who} liet de belofte vervallen, omdat niet kwam wat zij beloofden.";
    happened_withdrawn(who, reason) = "{who} gaf aan dat we deze belofte niet nakomen. Reden: {reason}.";
    history = "Geschiedenis";
    history_note(n: usize) => {
        if n == 1 {
            "1 gebeurtenis, verzegeld".to_owned()
        } else {
            format!("{n} gebeurtenissen, verzegeld")
        }
    };
    move_accept = "De klant neemt het aan";
    move_agree = "Akkoord met hun voorstel";
    move_complete = "Concept afmaken";
    move_confirm = "De klant bevestigt de levering";
    move_confirm_record = "De klant bevestigt dat dit beloofd is";
    move_await = "Dit wacht op een derde";
    move_arrived(who, what) = "{who} heeft geleverd: {what}";
    move_counter_propose = "De klant wil een andere datum";
    move_decline = "De klant slaat het af";
    move_deliver = "Levering melden";
    move_disagree = "Hun voorstel afwijzen";
    move_discard = "Concept weggooien";
    move_dispute = "De klant zegt dat het niet geleverd is";
    move_met(subject) = "Ontvangen: {subject}";
    move_offer_again = "Opnieuw aanbieden";
    move_plan = "Aangeven welk werk het kost";
    move_reject_record = "De klant zegt dat dit niet beloofd is";
    move_release = "De klant heeft het niet meer nodig";
    move_renegotiate = "Andere datum afspreken";
    move_take_back = "Aanbod intrekken";
    move_take_proposal_back = "Ons voorstel intrekken";
    move_their_plan = "De klant wil er iets mee gaan doen";
    move_they_agree = "De klant gaat akkoord";
    move_they_ask = "De klant vraagt om een andere datum";
    move_they_disagree = "De klant gaat niet akkoord";
    move_void(subject) = "Belofte laten vervallen, want dit kwam niet: {subject}";
    move_withdraw = "We komen het niet na";
    number = "Nummer";
    open_questions = "Nog open";
    plan_stays = "Het werk blijft zoals het gepland is";
    promise_line = "Beloftelijn";
    promise_number = "belofte";
    quoted(words) = "“{words}”";
    seen_by(percent, day) = "Met {percent} kans uiterlijk {day}.";
    seen_chance(chance, due, likely) = "{chance} kans dat het er uiterlijk {due} is, waarschijnlijk {likely}.";
    seen_kept_by = "Nagekomen als";
    seen_late(due, likely) = "Beloofd voor {due}, nu waarschijnlijk {likely}.";
    seen_unknown = "Over de datum valt nog niets eerlijks te zeggen.";
    settled_broken = "Het is niet geleverd.";
    settled_early(days: i32) => {
        if days == 1 {
            "Geleverd 1 werkdag voor de datum, vroeger dan het tijdvenster.".to_owned()
        } else {
            format!("Geleverd {days} werkdagen voor de datum, vroeger dan het tijdvenster.")
        }
    };
    settled_kept(days: i32) => {
        if days == 1 {
            "Geleverd 1 werkdag voor de datum.".to_owned()
        } else {
            format!("Geleverd {days} werkdagen voor de datum.")
        }
    };
    settled_late(days: i32) => {
        match days {
            ..=0 => "Geleverd op de dag zelf, na de beloofde tijd.".to_owned(),
            1 => "Geleverd 1 werkdag na de datum.".to_owned(),
            _ => format!("Geleverd {days} werkdagen na de datum."),
        }
    };
    settled_on_the_day = "Geleverd op de dag zelf.";
    settled_undated = "Geleverd; er was geen datum afgesproken.";
    erased_person = "Een gewiste persoon";
    somebody = "Iemand";
    state_accepted = "aangenomen";
    state_broken = "niet nagekomen";
    state_declined = "afgewezen";
    state_delivered = "geleverd";
    state_delivered_undated = "geleverd, zonder datum";
    state_discarded = "weggegooid";
    state_draft = "concept";
    state_kept = "nagekomen";
    state_kept_early = "nagekomen, te vroeg";
    state_kept_late = "niet nagekomen, te laat";
    state_lapsed = "verlopen";
    state_late = "te laat";
    state_off_plan = "van schema";
    state_offered = "aangeboden";
    state_on_plan = "op schema";
    state_recorded = "vastgelegd";
    state_released = "ontheven";
    state_settled = "afgerond";
    state_unknown = "niet te voorspellen";
    state_void = "vervallen";
    state_watch = "opletten";
    state_withdrawn = "ingetrokken";
    told_by_customer = "zoals de klant je liet weten";
    told_to(contact, member) = "{contact} (zoals verteld aan {member})";
    untitled = "Belofte zonder titel";
    void_means = "De belofte eindigt voor jullie allebei en telt als vervallen, niet als niet nagekomen.";
    their_plan_hint = "Bij ‘Wat er mee omvalt’ staat dan of dat nog lukt als de belofte verschuift. De klant ziet dit niet.";
    tie_delivery(who, what) = "{who} levert: {what}.";
    tie_plan(due, what) = "De klant rekent op {due}: {what}.";
    tie_record(late, all) = "Eerder {late} van de {all} keer te laat";
    ties_heading = "Buiten ons bedrijf";
    untie = "Weghalen";
    what_can_be_done = "Wat je nu kunt doen";
    what_can_be_done_note = "elke stap komt in de geschiedenis";
    what_is_true = "Wat er nu geldt";
    what_moves = "Wat de datum verschuift";
    what_was_said = "Wat er is gezegd";
    withdraw_means = "De belofte telt dan als niet nagekomen, en dat blijft zo staan. Is een latere datum ook goed, spreek dan een andere datum af.";
    words_erased = "De woorden zijn gewist.";
    work_any_kind = "elk soort";
    work_behind = "Het werk erachter";
    work_hours(hours) = "Geschat op {hours} uur per stuk.";
    work_records(n: usize) => {
        if n == 1 {
            "Gekoppeld aan 1 werkitem in je planningssysteem.".to_owned()
        } else {
            format!("Gekoppeld aan {n} werkitems in je planningssysteem.")
        }
    };
    work_said(pieces: u32, number, kind, team) => {
        if pieces == 1 {
            format!("{number} stuk werk ({kind}) voor team {team}.")
        } else {
            format!("{number} stukken werk ({kind}) voor team {team}.")
        }
    };
    work_waits_for = "Ze wacht op:";

    // The customer's page, counter-promises, the promise line and the fan.
        caption_delivered(at, until) =
            "Het was er op {at}. Zegt de klant vóór {until} niets anders, dan geldt het als geleverd.";
        caption_ghost(chance) = "De gestreepte heuvel is wat we zagen toen we het beloofden: {chance}.";
        change_by_consequence(days: i32) => {
            if days == 1 {
                format!("Wat u ons beloofde is {days} werkdag later; onze datum schuift één werkdag op, zoals afgesproken.")
            } else {
                format!("Wat u ons beloofde is {days} werkdagen later; onze datum schuift evenveel op, zoals afgesproken.")
            }
        };
        change_of_date(old, due) => {
            if old.to_string().is_empty() {
                format!("De datum wordt {due}.")
            } else {
                format!("De datum gaat van {old} naar {due}.")
            }
        };
        consequence_name_reprice = "We spreken een nieuwe prijs af";
        consequence_name_shift = "Onze datum schuift evenveel werkdagen op";
        consequence_name_talk = "We overleggen";
        consequence_name_void = "Onze belofte kan vervallen";
        consequence_reprice = "Later? Dan spreken we een nieuwe prijs af.";
        consequence_shift = "Later? Dan schuift onze datum evenveel werkdagen op.";
        consequence_talk = "Later? Dan overleggen we hoe we verdergaan.";
        consequence_void = "Later? Dan kan onze belofte vervallen.";
        counter_asked(subject, due) = "{subject}, uiterlijk {due}.";
        counter_late(days: i32) => {
            if days == 1 {
                format!("{days} werkdag te laat")
            } else {
                format!("{days} werkdagen te laat")
            }
        };
        counter_met(day) = "Gekomen op {day}, op tijd";
        counter_met_late(day, days: i32) => {
            if days == 1 {
                format!("Gekomen op {day}, {days} werkdag te laat")
            } else {
                format!("Gekomen op {day}, {days} werkdagen te laat")
            }
        };
        counter_open(due) = "Beloofd voor {due}";
        customer_heading = "Dit hebben we elkaar beloofd";
        customer_intro(name) =
            "Beste {name}, hier staat alles wat we hebben afgesproken, hoe het er nu voor staat en hoe zeker \
             dat is. De pagina is van u: u hebt geen account nodig, en wat u antwoordt zien we meteen.";
        customer_nothing(name) =
            "Beste {name}, op dit moment is er geen belofte tussen ons. Komt er een, dan vindt u die hier.";
        customer_owes_nothing = "U hebt ons in ruil niets beloofd.";
        customer_page = "Klantpagina";
        customer_print =
            "Dit is een afdruk. De pagina zelf toont altijd het laatste; u vindt die via de link die u van ons \
             kreeg.";
        customer_regards = "Met vriendelijke groet,";
        customer_they(name) = "{name} belooft ons";
        customer_to(contact, name) = "Aan {contact}, {name}";
        customer_we(name) = "Wij beloven {name}";
        exposure_now(exposure) = "(tot nu toe {exposure})";
        fan_85 = "85% uiterlijk";
        fan_by(due) = "Op {due}";
        fan_even = "50% uiterlijk";
        fan_heading = "Hoe de voorspelling bewoog";
        fan_key = "Volle lijn: 50%. Gestreept: 85%. Band: van 5% tot 95%.";
        fan_seen_on = "Gezien op";
        fan_title(since, then, middle, sure) =
            "Voorspelling van wanneer het klaar is, zoals gezien op elke dag sinds {since}. Toen lag het \
             midden op {then}; nu ligt het op {middle}, en de datum van 85% op {sure}.";
        first_due(due) = "Eerst beloofd: {due}";
        given_by = "Gegeven door";
        given_on(promisor, chance) = "{promisor}, op basis van een voorspelling van {chance}.";
        given_without(promisor) = "{promisor}, zonder voorspelling:";
        if_late = "Als we te laat zijn";
        in_return = "In ruil";
        label_delivered = "geleverd";
        label_first = "eerst";
        label_made = "afgesproken";
        label_offered = "aangeboden";
        label_promised = "beloofd voor";
        label_to_offer = "aan te bieden";
        label_today = "vandaag";
        label_wished = "gewenst";
        label_wished_name = "Gewenst";
        likely(day) = "waarschijnlijk {day}";
        line_chance(named, chance, likely) = "{named}; kans {chance}, waarschijnlijk {likely}.";
        line_ended(due) = "Afspraakdatum: {due}; vervallen.";
        line_kept(due, delivered) = "Beloofd: {due}; geleverd {delivered}, op tijd.";
        line_late(due, delivered) = "Beloofd: {due}; geleverd {delivered}, te laat.";
        line_likely(named, likely) = "{named}; waarschijnlijk {likely}.";
        line_offered(due) = "Aangeboden: {due}";
        line_passed(named, likely) = "{named}, verstreken; waarschijnlijk {likely}.";
        line_promised(due) = "Beloofd: {due}";
        line_to_offer(due) = "Aan te bieden: {due}";
        line_unknown(named) = "{named}; nog niet te voorspellen.";
        line_wished(told, day, chance) => {
            let told = told.to_string();
            let told = told.trim_end_matches('.');
            format!("{told}; gewenst {day}, kans {chance}.")
        };
        line_withdrawn(due) = "Beloofd: {due}; niet nagekomen.";
        measure_as_promised = "Zoals beloofd";
        measure_less = "Minder dan beloofd";
        measure_more = "Meer dan beloofd";
        nothing_because(because) = "Niets, omdat {because}";
        on_time_from(days: i32) => {
            match days {
                0 => "De afspraakdatum zelf".to_owned(),
                1 => format!("Vanaf {days} werkdag voor de afspraakdatum"),
                _ => format!("Vanaf {days} werkdagen voor de afspraakdatum"),
            }
        };
        on_time_window = "Tijdvenster";
        point_by = "Wanneer";
        point_changes = "Wat er verandert";
        point_how_sure = "Hoe zeker";
        point_kept_when = "Nagekomen als";
        point_until = "Geldig tot";
        point_why = "Waarom";
        price_of(price) = "Prijs: {price}.";
        proposal_name = "Voorstel";
        proposal_ours(due) = "We stelden {due} voor en wachten op het antwoord van de klant.";
        proposal_ours_subject =
            "We stelden voor de belofte zelf te wijzigen en wachten op het antwoord van de klant.";
        proposal_theirs(name, due) = "{name} vraagt om {due} en wacht op ons antwoord.";
        proposal_theirs_subject(name) = "{name} vraagt de belofte zelf te wijzigen en wacht op ons antwoord.";
        reason_capacity = "er waren te weinig mensen of uren";
        reason_counter_promise = "wat ons was beloofd kwam te laat";
        reason_customer_wish = "de klant wil een andere datum";
        reason_mistake = "het was ten onrechte beloofd";
        reason_priority = "een andere belofte ging voor";
        reason_scope = "er wordt iets anders gevraagd dan eerst";
        reason_third_party = "een ander leverde te laat";
        reason_work = "het werk duurde langer dan we dachten";
        receipt = "Ontvangstbewijs";
        receipt_both(since) = "Bij beiden sinds {since}";
        receipt_fetch = "Ontvangstbewijs ophalen, te controleren zonder ons";
        receipt_ours = "Alleen bij ons";
        receipt_unconfirmed = "Bij ons; de klant heeft de belofte nog niet bevestigd";
        remedy_capped(once, cap) = "{once}, ten hoogste {cap}";
        remedy_choice_credit = "Korting, eenmalig";
        remedy_choice_credit_day = "Korting per werkdag";
        remedy_choice_penalty = "Boete, eenmalig";
        remedy_choice_penalty_day = "Boete per werkdag";
        remedy_credit(amount) = "{amount} korting";
        remedy_credit_day(amount) = "{amount} korting per werkdag";
        remedy_none = "Niets afgesproken";
        remedy_penalty(amount) = "{amount} boete";
        remedy_penalty_day(amount) = "{amount} boete per werkdag";
        reply_agree = "Ja, akkoord";
        reply_ask_date = "Om een andere dag vragen";
        reply_confirm = "Het is er";
        reply_dispute = "Er klopt iets niet";
        reply_field_date = "Welke dag komt u uit?";
        reply_field_why = "Waarom deze dag?";
        reply_field_words = "Wilt u er iets bij zeggen? (mag leeg blijven)";
        reply_field_words_needed = "Wat klopt er niet?";
        reply_met = "Dit is gedaan";
        reply_no = "Nee";
        reply_other_date = "Andere dag";
        reply_recorded_no = "Dit is niet beloofd";
        reply_recorded_yes = "Ja, dit is beloofd";
        reply_release = "Dit is niet meer nodig";
        reply_send = "Antwoord versturen";
        reply_take_back = "Verzoek intrekken";
        reply_yes(due) = "Ja, {due} is goed";
        strictness_strict = "Fatale termijn";
        strictness_target = "Streeftermijn";
        sure_by(chance, due) = "{due}, {chance} kans";
        vow_change(old, due) => {
            if old.to_string().is_empty() {
                format!("We stellen {due} voor.")
            } else {
                format!("We halen {old} niet en stellen {due} voor.")
            }
        };
        vow_delivered(at, until) =
            "Het was er op {at}. Zegt u vóór {until} niets anders, dan geldt het als geleverd.";
        vow_new_subject(subject) = "We stellen dit in plaats daarvan voor: {subject}";
        vow_offered(due) = "We bieden {due} aan. Met uw ja is het een belofte.";
        vow_recorded(sentence) =
            "In wat tussen ons is gezegd vonden we dit: “{sentence}” Hebben we u dit beloofd?";
        vow_you_asked(asked) => {
            if asked.to_string().is_empty() {
                "U vroeg om een wijziging. Ons antwoord komt hier te staan.".to_owned()
            } else {
                format!("U vroeg om {asked}. Ons antwoord komt hier te staan.")
            }
        };

    // Bringing a history, settings, as whom one acts, what went wrong.
        brought_bad(n: usize, count) => {
            if n == 1 { format!("{count} rij") } else { format!("{count} rijen") }
        };
        brought_doubtful(n: usize, count) => {
            if n == 1 {
                format!("{count} rij is volgens het bestand begonnen na de afronding; die telt mee zonder begin.")
            } else {
                format!("{count} rijen zijn volgens het bestand begonnen na de afronding; die tellen mee zonder begin.")
            }
        };
        brought_estimated(count) = "Van {count} zijn zowel de schatting als de bestede tijd bekend.";
        brought_given_up(n: usize, count) => {
            if n == 1 {
                format!("{count} rij is opgegeven: die is niet af en ligt ook niet meer open.")
            } else {
                format!("{count} rijen zijn opgegeven: die zijn niet af en liggen ook niet meer open.")
            }
        };
        brought_left_out(n: usize, count) => {
            if n == 1 {
                format!("{count} rij telt niet mee: het filter van de mapping laat die weg.")
            } else {
                format!("{count} rijen tellen niet mee: het filter van de mapping laat die weg.")
            }
        };
        brought_new(new, changed, unchanged) = "{new} nieuw, {changed} gewijzigd, {unchanged} hetzelfde gebleven.";
        brought_rows(n: usize, rows, finished, open) => {
            if n == 1 {
                format!("{rows} taak: {finished} afgerond, {open} open.")
            } else {
                format!("{rows} taken: {finished} afgerond, {open} open.")
            }
        };
        brought_span(from, to) = "Van {from} tot en met {to}.";
        calendar_new = "Kalender toevoegen";
        clock_day = "Naar de volgende werkdag";
        clock_hour = "Een uur verder";
        clock_name = "De klok van de demo";
        clock_says = "In deze demo is het";
        clock_week = "Een week verder";
        column_actual = "Bestede tijd";
        column_created = "Aangemaakt";
        column_estimate = "Schatting";
        column_finished = "Afgerond";
        column_id = "Nummer of sleutel";
        column_kind = "Soort werk";
        column_none = "geen kolom";
        column_person = "Persoon";
        column_priority = "Prioriteit";
        column_promised = "Beloofd voor";
        column_started = "Begonnen";
        column_team = "Team";
        column_title = "Wat het is";
        columns_heading = "Wat betekenen de kolommen?";
        columns_said = "Dit is een gok op grond van de kolomnamen en wat eronder staat. Verander wat niet klopt.";
        columns_toml = "De mapping als bestand";
        columns_toml_hint = "Hierin kan meer staan dan in de velden hierboven: welke rijen meetellen, een id uit meer \
            kolommen, wat er van teams bekend is. Bewaar het, dan lees je de volgende export op dezelfde manier in.";
        columns_toml_use = "Bestand lezen volgens deze mapping";
        contact_new = "Contactpersoon toevoegen";
        country_be = "België";
        country_de = "Duitsland";
        country_dk = "Denemarken";
        country_fi = "Finland";
        country_gb = "Verenigd Koninkrijk (Engeland)";
        country_nl = "Nederland";
        country_no = "Noorwegen";
        country_none = "geen";
        country_se = "Zweden";
        day_off = "vrij";
        error_no_hours = "In deze kalender is elke dag vrij. Geef minstens één weekdag werktijden, zoals 09:00-17:00.";
        error_not_staged = "Dit bestand staat hier niet meer klaar: alleen de vier nieuwste blijven bewaard, tot handslag \
            stopt. Kies het opnieuw.";
        error_too_large = "Het bestand is groter dan 64 MB, het meeste dat in één keer past. Splits het, of comprimeer \
            het als .gz.";
        failed_conflict = "Zoals het er nu voor staat kan dit niet";
        failed_conflict_do = "Open het opnieuw om te zien hoe het er nu voor staat, en beslis dan.";
        failed_elsewhere = "Dit kwam ergens anders vandaan, en er is niets veranderd";
        failed_form = "Wat er verstuurd is, is niet als formulier te lezen.";
        failed_input = "Er moet eerst iets anders, en er is niets opgeslagen";
        failed_input_do = "Ga één pagina terug, verander wat hierboven staat en verstuur het opnieuw.";
        failed_no_guest = "Deze link werkt niet meer";
        failed_no_guest_do = "Open de link uit het laatste bericht dat u kreeg, of vraag een nieuwe aan degene die u schreef.";
        failed_no_guest_why = "Er is een nieuwere link, of er ontbreekt een stukje van deze.";
        failed_no_page = "Op dit adres staat geen pagina.";
        failed_nobody = "Iedereen van deze organisatie is vertrokken; er is niemand meer namens wie je iets kunt doen.";
        failed_nobody_do = "Vraag degene die handslag hier beheert om een lid toe te voegen.";
        failed_not_allowed = "Dit valt buiten je rol";
        failed_not_allowed_do = "Vraag het een collega bij wie het wel binnen de rol valt. Er is niets veranderd.";
        failed_not_found = "Dit is hier niet te vinden";
        failed_not_found_do = "Kijk het adres na, of zoek het op vanaf de pagina van vandaag.";
        failed_now = "Wat je nu kunt doen";
        failed_number = "Gebeurt het weer, noem dan dit nummer aan degene die handslag hier beheert:";
        failed_only_looks = "Je rol hier is meekijken. Beloven en inlezen doet een belover, een manager of een beheerder.";
        failed_us = "Dit is handslag niet gelukt";
        failed_us_do = "Ga één pagina terug, kijk wat er staat en probeer het nog eens.";
        field_calendar = "Kalender";
        field_calendar_hint = "De dagen en uren hiervan tellen voor wat deze klant beloofd wordt.";
        field_country = "Land";
        field_country_hint = "De feestdagen komen in je eerste kalender; bij de instellingen kun je ze wijzigen.";
        field_currency = "Valuta";
        field_due_known = "Voor wanneer, als er een datum genoemd is";
        field_email = "E-mail";
        field_email_optional = "E-mail, als je die weet";
        field_exceptions = "Datums met andere werktijden";
        field_exceptions_hint = "Eén per regel, zoals 2026-04-30 = 08:30-12:00. Staat er niets achter de =, dan is die datum vrij.";
        field_file = "Bestand";
        field_file_hint = "CSV, ook gecomprimeerd (.gz), tot 64 MB.";
        field_first = "Gaat voor alles wat wacht";
        field_holidays = "Feestdagen";
        field_hours = "Uren werk";
        field_language = "Taal";
        field_mapping = "Mapping, als je die hebt";
        field_mapping_hint = "Een .toml-bestand waarin staat wat de kolommen betekenen. Zonder doet handslag een gok, en jij \
            kijkt die na.";
        field_name = "Naam";
        field_owner = "Wie de belofte nakomt";
        field_promisor = "Wie het beloofde";
        field_reserved = "Uren per week vrijgehouden";
        field_role = "Rol";
        field_said = "Zoals het gezegd is, bijvoorbeeld ‘eind maart’";
        field_sentence = "De zin waarin het beloofd is";
        field_sentence_hint = "Woord voor woord, uit de mail of zoals je het je herinnert.";
        absence_said(people, from, until) = "{people} afwezig van {from} tot en met {until}";
        absence_new = "Er is iemand afwezig";
        absence_note = "Vastleggen";
        absence_cancel = "Terugnemen";
        field_absence_from = "Eerste dag";
        field_absence_until = "Laatste dag";
        field_absence_people = "Hoeveel mensen";
        field_discipline = "Pakt op";
        discipline_dispatch = "wat klaarligt";
        discipline_strict_priority = "op volgorde";
        discipline_wip_limit = "met WIP-limiet";
        field_slots = "Hoeveel tegelijk";
        field_source_name = "Naam van deze bron";
        field_subject = "Wat er beloofd is";
        field_subject_hint = "Eén zin die de klant zou schrijven.";
        field_unit = "Schatting en bestede tijd staan in";
        field_zone = "Tijdzone";
        days_between(first, last) = "{first} tot en met {last}";
        hours_days(days) = "Werkdagen volgens de gegevens: {days}; tijden staan er niet in, dus 09.00–17.00 uur geldt.";
        hours_told(days, window) => {
            let window = window.to_string().replace('-', "–").replace(':', ".");
            format!("Werkdagen volgens de gegevens: {days}, {window} uur.")
        };
        import_heading = "Lees je geschiedenis in";
        import_known = "Wat al bekend is";
        import_look = "Kijken wat het oplevert";
        import_nothing_stored = "Er is nog niets opgeslagen.";
        import_said = "Een export uit jullie takensysteem, één rij per taak, afgerond of open. Met 20 afgeronde taken komt de \
            eerste eerlijke datum; met 60 kunnen we laten zien hoe goed die is.";
        key_keys = "Deze lijst";
        key_search = "Zoeken";
        keys = "Sneltoetsen";
        liberation_every = "elk jaar vrij";
        liberation_fifth = "eens in de vijf jaar vrij (2025, 2030 …)";
        liberation_never = "elk jaar een werkdag";
        look_bad = "Wat niet ingelezen kan worden";
        look_heading = "Wat dit bestand oplevert";
        look_line = "Regel";
        look_other_columns = "Veranderen wat de kolommen betekenen";
        look_rejects = "Download ze om ze te verbeteren";
        look_skip = "Sla de rijen over die niet ingelezen kunnen worden.";
        look_take = "Inlezen";
        look_take_all = "Alles inlezen";
        look_take_good = "De andere rijen inlezen";
        look_teams_note = "zoals ze met dit bestand bekend zijn";
        look_wrong = "Wat er niet klopt";
        me_as = "Je handelt als";
        me_heading = "Namens wie je handelt";
        member_new = "Lid toevoegen";
        policy_offer_at = "Datums aanbieden bij een kans van (%)";
        policy_on_plan = "Op schema vanaf een kans van (%)";
        policy_watch = "Opletten vanaf een kans van (%), daaronder van schema";
        role_admin = "beheerder (alles, ook de instellingen)";
        role_manager = "manager (belooft, ook onder de grens)";
        role_promisor = "belover (doet beloften)";
        role_viewer = "kijker (kijkt alleen mee)";
        settings_calendars = "Kalenders";
        settings_calendars_note = "Wanneer er gewerkt wordt. Wat beloofd is, houdt zijn datum als een kalender verandert.";
        settings_figures = "Cijfers over één lid";
        settings_figures_label = "Laat anderen cijfers over één lid zien";
        settings_figures_note = "Hoeveel beloften van een lid zijn nagekomen, en dergelijke. Leden zien altijd hun eigen cijfers; anderen alleen als dit aan staat. De ondernemingsraad kan hierover moeten instemmen.";
        settings_figures_off = "Uit: cijfers over een lid zijn alleen voor dat lid.";
        settings_figures_on = "Aan: cijfers over een lid zijn ook voor anderen te zien.";
        settings_figures_reason = "Waarom, en op welke afspraak het berust";
        settings_figures_wanted = "Geef de reden, zoals de afspraak met de ondernemingsraad.";
        settings_second = "Een tweede stap voor iedereen";
        settings_second_label = "Wie zich met een wachtwoord aanmeldt, heeft ook een code nodig";
        settings_second_note = "Naast het wachtwoord een code uit een app.";
        settings_second_off = "Uit: elk lid beslist zelf.";
        settings_second_on = "Aan: wie zich met een wachtwoord aanmeldt en nog geen code heeft, stelt die eerst in.";
        settings_audit = "Wat er gedaan is";
        settings_audit_note = "Elke wijziging, en alles waarmee persoonsgegevens naar buiten gingen: wie, wanneer, langs welke weg.";
        settings_audit_take = "Download het auditlogboek (JSON-regels)";
        settings_members = "Leden";
        settings_members_note = "Wie er is, en wie wat mag.";
        settings_no_teams = "Er is nog geen team bekend; teams komen mee met het werk dat je inleest.";
        settings_policy = "Hoe we beloften aanbieden en volgen";
        settings_policy_note = "Onder de eerste kans zijn voor een aanbod een reden en een naam nodig.";
        settings_read_only = "Alleen een beheerder kan de instellingen wijzigen; bekijken kan iedereen.";
        settings_teams = "Teams";
        settings_teams_note = "Welke uren, hoeveel tegelijk, en wat vrij blijft zodat het nooit twee keer verkocht wordt.";
        switch_bridge_days = "Een losse dag tussen een feestdag en een weekend is vrij";
        switch_eves = "De gebruikelijke dagen vóór een feest zijn vrij, zoals 24 december (Zweden, Denemarken)";
        switch_good_friday = "Goede Vrijdag is vrij (Nederland)";
        switch_liberation = "5 mei, Bevrijdingsdag (Nederland)";
        team_by_cycle = "Het tempo volgt uit de werktijd van begin tot afronding.";
        team_by_effort(share) = "Het tempo volgt uit uren werk; {share} van de tijd gaat naar geregistreerd werk.";
        team_by_lead = "Het tempo volgt uit de werktijd van aanmaken tot afronding, want een begin staat er niet bij.";
        team_habit(first, choices, discipline) = "Van de {choices} keer dat er meer wachtte, werd {first} keer de eerste in de rij opgepakt; dat past het best bij “{discipline}”.";
        team_counts(finished, open) = "{finished} afgerond, {open} open.";
        team_no_limit = "geen grens bekend";
        team_slots_inferred(slots) = "{slots} (afgeleid)";
        thing_account = "klant";
        thing_calendar = "kalender";
        thing_contact = "contactpersoon";
        thing_member = "lid";
        thing_promise = "belofte";
        unit_days = "dagen van 8 uur";
        unit_hours = "uren";
        unit_minutes = "minuten";
        version = "versie";
        wanted_hours = "Uren werk: een getal boven 0 en hoogstens 100.000, zoals 7,5.";
        wanted_percent = "Elk van de drie kansen is een heel getal van 1 tot en met 99, zoals 85.";
        wanted_reserved = "Uren per week vrijgehouden: een getal van 0 tot en met 10.000, zoals 12,5; leeg volgt het uit de \
            geschiedenis.";
        wanted_discipline = "Hoe het team werk oppakt: een van de keuzes.";
        wanted_slots = "Hoeveel tegelijk: een heel getal vanaf 1, zoals 3; leeg volgt het uit de geschiedenis.";
        welcome_begin = "Beginnen";
        welcome_heading = "Wie doet hier beloften?";
        welcome_name = "Naam van je bedrijf, zoals klanten het kennen";
        welcome_said = "handslag helpt je beloften te doen die je kunt nakomen. Daarvoor moet het één keer \
            een paar dingen weten; alles blijft op deze machine. Jij wordt het eerste lid, met de rol van \
            beheerder.";
        welcome_you = "Je naam";

        // Who comes in: invitations, signing in, the second step, sessions, tokens.
        access_again = "Dat wachtwoord klopte niet; er is niets veranderd.";
        access_code_wrong = "Die code klopt niet, of is al gebruikt. Neem de nieuwste.";
        access_common = "Dat wachtwoord wordt als eerste geprobeerd. Kies een ander.";
        access_last_admin = "Er moet een beheerder overblijven die kan aanmelden. Maak eerst iemand anders beheerder.";
        access_long(most) = "Een wachtwoord heeft hoogstens {most} tekens.";
        access_no_second = "Er is geen tweede stap om te wijzigen: die staat uit.";
        access_only_way_in = "Dit is je enige manier om je aan te melden. Laat een beheerder eerst een link maken om \
            een wachtwoord te kiezen.";
        access_over = "Dat duurde te lang, of er waren te veel verkeerde codes. Begin opnieuw met je wachtwoord.";
        access_personal = "Dat wachtwoord is je eigen naam, je adres of die van je bedrijf. Kies een ander.";
        access_scope(most) = "Een token van jou gaat niet verder dan je rol: {most}.";
        access_second_demanded = "Je organisatie vraagt om de tweede stap. Stel er een andere app voor in de plaats.";
        access_short(least) = "Een wachtwoord heeft minstens {least} tekens; een korte zin onthoud je het makkelijkst.";
        access_sign_in_again = "Hiervoor moet je je in de afgelopen tien minuten hebben aangemeld. Meld je af, meld je \
            weer aan en doe het dan hier.";
        access_taken = "Met dat adres meldt iemand zich al aan. Kies een ander.";
        access_wait(minutes) = "Te veel pogingen. Wacht {minutes} en probeer het opnieuw; met een browser waarmee je je eerder \
        aanmeldde, hoef je niet te wachten.";
        access_wrong = "Adres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.";
        cancel = "Annuleren";
        failed_elsewhere_do = "Open handslag op zijn eigen adres en doe het daar.";
        failed_elsewhere_why = "handslag neemt alleen formulieren van zijn eigen pagina’s aan, onder zijn eigen naam. Dit verzoek kwam \
        van een andere site, of noemde een andere machine.";
        failed_link = "Deze link werkt niet meer";
        failed_link_do = "Vraag een beheerder van je bedrijf om een nieuwe. Bij de allereerste start geeft handslag bij elke start \
        een nieuwe.";
        failed_link_why = "Hij is al gebruikt, te oud, of er ontbreekt een stukje.";
        failed_not_signed_in = "Er is hier niemand aangemeld, of de aanmelding is verlopen.";
        failed_not_signed_in_do = "Meld je aan, ga een pagina terug en verstuur het opnieuw. Er is niets veranderd.";
        field_code = "Code";
        field_code_hint = "Zes cijfers uit je app, of een van je herstelcodes";
        field_login = "Je mailadres";
        field_new_password = "Nieuw wachtwoord";
        field_new_password_hint = "Minstens 12 tekens; een korte zin onthoud je het makkelijkst";
        field_password = "Wachtwoord";
        field_password_now = "Huidig wachtwoord";
        flow_again = "Begin opnieuw";
        flow_again_join = "Terug naar de uitnodiging";
        flow_again_me = "Terug naar je eigen pagina";
        flow_over = "Deze aanmelding is voorbij";
        flow_over_do = "Begin opnieuw in deze browser, en rond het binnen tien minuten af.";
        flow_over_why = "Ze is begonnen in een andere browser of een ander tabblad, duurde langer dan tien minuten, \
            of was al afgerond. Er is niets veranderd.";
        identities_heading = "Accounts waarmee je je aanmeldt";
        identities_need_password = "Om nog een account te koppelen geef je je wachtwoord, en dat heb je niet. Een \
            beheerder kan een link maken om er een te kiezen.";
        identities_none = "Er is nog geen account gekoppeld.";
        identities_note = "Met het account van je bedrijf meld je je hier ook aan, zonder nog een wachtwoord.";
        identity_link = "Een account koppelen";
        identity_provider = "Account";
        identity_since = "Gekoppeld sinds";
        identity_unlink = "Ontkoppelen";
        identity_unlink_one(provider) = "{provider} ontkoppelen";
        join_begin = "Aanmelden en beginnen";
        join_heading(organisation) = "{organisation} nodigt je uit";
        join_reset_heading = "Kies een nieuw wachtwoord";
        join_reset_said(name) = "Voor {name}. Overal waar je was aangemeld, word je afgemeld.";
        join_said(name) = "Je handelt straks als {name}. Kies hoe je je voortaan aanmeldt; deze pagina werkt één keer.";
        me_heading_signed_in = "Jij";
        me_no_password = "Je hebt geen wachtwoord. Een beheerder kan een link maken om er een te kiezen.";
        me_open_house = "Dit is een proef op deze machine: wie hier zit, kan als elk lid handelen. Wat je doet, wordt bewaard \
        onder de naam die je hier kiest.";
        me_password = "Je wachtwoord";
        me_password_do = "Wachtwoord wijzigen";
        me_password_note = "Overal elders waar je bent aangemeld, word je afgemeld.";
        me_signed_in_as(login) = "Je meldt je aan als {login}.";
        me_signed_in_by(provider) = "Je meldt je aan met {provider}.";
        member_access = "Aanmelding";
        member_access_both = "met een wachtwoord of een gekoppeld account";
        member_access_invited(day) = "uitgenodigd, tot {day}";
        member_access_linked = "met een gekoppeld account";
        member_access_none = "kan zich nog niet aanmelden";
        member_access_one = "met een wachtwoord";
        member_access_two = "met een wachtwoord en een code";
        member_change(name) = "{name} wijzigen";
        member_invite = "Maak een link om mee te doen";
        member_leave = "Is vertrokken";
        member_leave_sure = "Overal meteen afgemeld, tokens eindigen, wat ze deden blijft bewaard.";
        member_lift = "Tweede stap weghalen";
        member_lift_sure = "Voor wie telefoon én herstelcodes kwijt is. Het wachtwoord blijft gelden.";
        member_reset = "Maak een link voor een nieuw wachtwoord";
        member_sign_out = "Overal afmelden";
        member_sign_out_sure = "Meteen, in elke browser. Opnieuw aanmelden kan; tokens blijven gelden.";
        members_tokens = "Tokens van iedereen";
        minutes_count(n: u64) => { if n == 1 { "een minuut".to_owned() } else { format!("{n} minuten") } };
        once_back = "Ik heb het bewaard";
        once_codes = "Je herstelcodes";
        once_codes_said = "Met elk ervan meld je je één keer aan als je je app niet bij de hand hebt. Druk ze af of bewaar ze in je \
        wachtwoordbeheer; ze worden niet nog eens getoond.";
        once_link(name) = "Een link voor {name}";
        once_link_said(day) = "Stuur hem langs een weg die je vertrouwt. Hij werkt één keer, tot {day}, en wordt niet nog eens getoond.";
        once_token = "Je nieuwe token";
        once_token_said = "Zet het waar het programma zijn geheimen bewaart; het wordt niet nog eens getoond.";
        onwards_go(provider) = "Ga door naar {provider}";
        onwards_heading(provider) = "Op weg naar {provider}";
        onwards_said(provider) = "{provider} vraagt wie je bent en stuurt je hierheen terug. Gebeurt er niets, ga dan \
            zelf door.";
        provider_broken(provider) = "{provider} gaf niet het juiste antwoord";
        provider_broken_do = "Probeer het over een minuut opnieuw, of meld je aan met je wachtwoord. Blijft het zo, \
            zeg het dan tegen wie handslag beheert: in het logboek van de server staat waarom.";
        provider_broken_why = "Er is niemand binnengelaten. Het ligt niet aan jou.";
        provider_join(provider) = "Beginnen met {provider}";
        provider_join_said = "Of zonder nog een wachtwoord: meld je aan met een account dat je al hebt:";
        provider_refused(provider) = "{provider} heeft je niet binnengelaten";
        provider_refused_do(provider) = "Probeer het opnieuw. Heb je niet zelf afgebroken, vraag dan wie {provider} \
            bij je bedrijf beheert of je account handslag mag gebruiken.";
        provider_refused_why = "Je hebt daar afgebroken, of je account mag handslag niet gebruiken. Er is niets \
            veranderd.";
        provider_sign_in(provider) = "Aanmelden met {provider}";
        provider_taken(provider) = "Dit account van {provider} is al gekoppeld";
        provider_taken_do = "Neem een ander account, of ontkoppel dit eerst waar het gekoppeld is.";
        provider_taken_why = "Het meldt een ander lid aan, en een account meldt maar één lid aan. Er is niets \
            veranderd.";
        provider_unknown = "Niemand hier is met dit account gekoppeld";
        provider_unknown_do(provider) = "Meld je aan met je wachtwoord en koppel {provider} op je eigen pagina. Ben \
            je hier nieuw, vraag dan een beheerder van je bedrijf om een uitnodiging.";
        provider_unknown_why(provider) = "{provider} zegt wie je bent, maar niet welk lid dat is; hetzelfde adres is \
            niet genoeg.";
        provider_weak(provider) = "{provider} meldt geen tweede stap";
        provider_weak_do(provider) = "Stel voor je account van {provider} een tweede stap in en meld je opnieuw aan. Heb je die \
            al, vraag het dan wie {provider} bij je bedrijf beheert.";
        provider_weak_why(provider) = "Wie zich hier met {provider} aanmeldt, heeft die nodig. Er is niets veranderd.";
        scope_draft = "opstellen (schrijft concepten, belooft nooit)";
        scope_promise = "beloven (alles wat jouw rol mag)";
        scope_read = "lezen (kijkt alleen)";
        second_app = "Richt je authenticatie-app op dit vierkant, of typ de sleutel eronder over.";
        second_begin = "Een code uit een app toevoegen";
        second_by_provider = "Je hebt geen wachtwoord om te beschermen. Het account waarmee je je aanmeldt, vraagt \
            zelf om een tweede stap.";
        second_confirm = "Zet het aan";
        second_demanded = "Je organisatie vraagt iedereen die zich met een wachtwoord aanmeldt ook om een code uit een app. \
            Stel die hier in; tot dan wacht al het andere.";
        second_heading = "Een tweede stap bij het aanmelden";
        second_key = "Sleutel";
        second_kept = "Je organisatie vraagt erom, dus het blijft aan.";
        second_new_codes = "Maak nieuwe herstelcodes";
        second_off = "Uit: je wachtwoord alleen is genoeg. Met een code uit een app blijft buiten wie het kent.";
        second_on = "Aan: naast je wachtwoord wordt een code uit je app gevraagd.";
        second_remove = "Zet het uit";
        second_replace = "Een andere app of telefoon gebruiken";
        session_end = "Daar afmelden";
        session_here = "deze browser";
        session_seen = "Laatst gezien";
        session_where = "Waar";
        sessions_end_others = "Elders afmelden";
        sessions_everywhere_else = "Overal behalve hier";
        sessions_heading = "Waar je bent aangemeld";
        sign_in_code_heading = "Je code";
        sign_in_customer = "Heeft u een link naar een belofte gekregen? Open hem vanuit de mail: klanten hebben hier geen wachtwoord \
        nodig.";
        sign_in_do = "Aanmelden";
        sign_in_heading = "Aanmelden";
        sign_in_lost = "Wachtwoord kwijt? Een beheerder van je bedrijf maakt een link voor een nieuw.";
        sign_in_no_one = "Hier kan zich nog niemand aanmelden: open de link die handslag bij het starten heeft gegeven.";
        sign_out = "Afmelden";
        token_days = "Dagen geldig";
        token_ends = "Tot";
        token_make = "Maak een token";
        token_name = "Waarvoor";
        token_revoke = "Intrekken";
        token_scope = "Hoe ver het gaat";
        token_used = "Laatst gebruikt";
        token_used_never = "nooit";
        token_whose = "Van wie";
        tokens_heading = "Tokens voor programma’s";
        tokens_none = "Er is er geen.";
        tokens_note = "Een programma handelt als jij, niet verder dan zijn token gaat: wat alleen opstelt, kan nooit beloven.";
        wanted_known(field) = "{field}: kies er een uit de lijst.";
        wanted_token_days = "Dagen: een heel getal van 1 tot en met 366.";

        // What a yes costs: the menu of a quote, its settings, and sentences to send.
        and_more_names(a, b, count) = "{a}, {b} en nog {count}";
        and_two(a, b) = "{a} en {b}";
        cost_hired(money, hours) = "{money} voor {hours} uur inhuur";
        cost_hired_hour = "Een ingehuurd uur";
        cost_hour = "Een uur werk";
        cost_loss_breach = "Een gemiste datum, als de belofte niets zegt";
        cost_loss_day = "Een werkdag te laat, als de belofte niets zegt";
        cost_others(money, who) = "{money} omdat het later wordt voor {who}";
        cost_others_gain(money) = "{money} omdat het voor anderen eerder wordt";
        cost_overtime(money) = "{money} voor overwerk";
        cost_overtime_hours = "Overwerk per week, in uren";
        cost_overtime_percent = "Een overuur, in % van een gewoon uur";
        cost_own(money) = "{money} voor de kans dat we zelf te laat zijn";
        could_input(due) = "Doet de klant zijn deel meteen, dan wordt het {due}.";
        could_part(pieces, of, due, rest) =
            "Op {due} kunnen {pieces} van de {of} er zijn, de rest op {rest}; allebei zonder meerprijs.";
        could_part_do(pieces) = "Reken de eerste {pieces} uit";
        could_talk = "Wat helpt: een kleiner eerste deel, of hun eigen deel eerder.";
        field_loss_breach = "Te laat zijn kost ons, eenmalig";
        field_loss_day = "Een werkdag te laat kost ons";
        field_movable = "De klant vindt het goed als dit verschuift";
        input_counts(own, usual) =
            "Van de beloften die erdoor geraakt worden, zeggen er {own} wat te laat zijn kost; {usual} tellen mee tegen de bedragen voor alle andere.";
        input_hired(money) = "Een ingehuurd uur: {money}.";
        input_hired_none = "Inhuur heeft hier geen prijs en is dus niet geprobeerd.";
        input_left_out(promises) = "Niet meegeteld, want in een andere munteenheid: {promises}.";
        input_loss(day, breach) =
            "Te laat zijn als de belofte er niets over zegt: {day} per werkdag en {breach} eenmalig.";
        input_loss_none = "Te laat zijn telt niet mee als de belofte er niets over zegt.";
        input_not = "Niet meegeteld: dat een klant kan weggaan, en wat andere klanten voor deze uren hadden betaald.";
        input_set = "Stel in wat een ja kost";
        input_team(team, money, percent, hours) =
            "{team}: een uur kost {money}, een overuur {percent} daarvan, hooguit {hours} uur per week.";
        input_trials(trials) = "Elke datum is {trials} keer doorgespeeld; geen prijs is preciezer dan dat toelaat.";
        menu_heading = "Ja, en dit kost het";
        menu_inputs = "Waar deze prijzen op rusten";
        menu_makes_wish = "Hiermee halen we de datum die de klant wil.";
        menu_moves(subject, account, day) = "{subject} ({account}) mag verschuiven: spreek {day} af.";
        menu_no_costs =
            "Nog niemand heeft gezegd wat een uur of een dag te laat kost. Tot dan telt alleen wat met klanten is afgesproken.";
        menu_only_free = "Een eerdere datum zit er niet in, ook niet door te schuiven of meer mensen in te zetten.";
        menu_price = "Meerprijs";
        menu_show = "Wat kost een eerdere datum?";
        menu_wish_nearest(wished, nearest) =
            "Met schuiven en meer mensen halen we {wished} niet; de dichtstbijzijnde datum is {nearest}.";
        move_stake = "Zeg wat te laat zijn ons kost";
        settings_costs = "Wat een ja kost";
        settings_costs_note = "Hieruit volgt de prijs van een eerdere datum. Klanten zien dit nooit.";
        settings_costs_read_only = "Managers en beheerders kunnen dit wijzigen.";
        stake_hint =
            "Voor de prijs van een ander ja. De klant ziet dit niet; wat met de klant is afgesproken telt daarnaast mee.";
        wanted_cost = "een bedrag zoals 75 of 82,50";
        wanted_absence = "een eerste dag, een laatste dag niet daarvoor, niet voor vandaag en binnen drie jaar, en 1 tot en met 1.000 mensen";
        wanted_overtime_hours = "uren per week zoals 8, hooguit 10.000";
        wanted_overtime_percent = "een heel getal van 100 tot en met 1000";
        way_before(subject, account) = "Gaat vóór {subject} ({account}).";
        way_hired = "Ingehuurde mensen doen het, buiten de rij om.";
        way_last = "Achter alles wat wacht.";
        way_overtime(hours, team, until) = "{team} werkt tot {until} {hours} uur over.";
        work_loss(day, breach) =
            "Te laat zijn kost ons {day} per werkdag en {breach} eenmalig. De klant ziet dit niet.";
        work_movable = "De klant vindt het goed als dit verschuift.";
        yes_because_ahead = "omdat ander werk dan moet wachten";
        yes_because_hired = "omdat we er extra mensen voor inzetten";
        yes_because_overtime = "omdat onze mensen er dan voor overwerken";
        yes_costs(due, price, because) = "Ja. Dat kan uiterlijk {due}; dan komt er {price} bij, {because}.";
        yes_free(due) = "Ja. Dat kan uiterlijk {due}, zonder meerprijs.";
        yes_heading = "Klaar om te versturen";
        yes_part(pieces, of, due, rest) =
            "Ja. {pieces} van de {of} zijn er uiterlijk {due}, de rest uiterlijk {rest}, zonder meerprijs.";
}
