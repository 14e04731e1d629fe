//! Dutch: *je* towards members, *u* towards customers.

mod backtest;
mod capabilities;
mod customer;
mod entrance;
mod price;
mod promise;
mod quote;
mod setting;
mod wording;

/// Dutch.
#[derive(Debug)]
pub(crate) struct Nl;

translate! { Texts in Nl:
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
}
