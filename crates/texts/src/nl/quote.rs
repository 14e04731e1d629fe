//! Dutch: can we promise? The question, its answer, the offer, and what is wrong with either.

translate! { Quote in Nl:
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
}
