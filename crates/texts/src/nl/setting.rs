//! Dutch: bringing a history, settings, as whom one acts, what went wrong.

translate! { Setting in Nl:
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
    failed_only_managers = "Dit is aan een manager of een beheerder.";
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
}
