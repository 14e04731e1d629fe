//! Swedish: bringing a history, settings, as whom one acts, what went wrong.

translate! { Setting in Sv:
    brought_bad(n: usize, count) => {
        if n == 1 { format!("{count} rad") } else { format!("{count} rader") }
    };
    brought_doubtful(n: usize, count) => {
        if n == 1 {
            format!("{count} rad är enligt filen påbörjad efter att den avslutades; den räknas utan sin start.")
        } else {
            format!("{count} rader är enligt filen påbörjade efter att de avslutades; de räknas utan sin start.")
        }
    };
    brought_estimated(count) = "För {count} är både uppskattningen och den nedlagda tiden kända.";
    brought_given_up(n: usize, count) => {
        if n == 1 {
            format!("{count} rad har lagts ner: den är varken klar eller öppen.")
        } else {
            format!("{count} rader har lagts ner: de är varken klara eller öppna.")
        }
    };
    brought_left_out(n: usize, count) => {
        if n == 1 {
            format!("{count} rad räknas inte: mappningens filter utelämnar den.")
        } else {
            format!("{count} rader räknas inte: mappningens filter utelämnar dem.")
        }
    };
    brought_new(new, changed, unchanged) => {
        let form = |given: String, one: &'static str, many: &'static str| {
            if given == "1" { one } else { many }
        };
        let new_are = form(new.to_string(), "nytt", "nya");
        let changed_are = form(changed.to_string(), "ändrat", "ändrade");
        let unchanged_are = form(unchanged.to_string(), "oförändrat", "oförändrade");
        format!("{new} {new_are}, {changed} {changed_are}, {unchanged} {unchanged_are}.")
    };
    brought_rows(n: usize, rows, finished, open) => {
        let things = if n == 1 { "ärende" } else { "ärenden" };
        let finished_are = if finished.to_string() == "1" { "avslutat" } else { "avslutade" };
        let open_are = if open.to_string() == "1" { "öppet" } else { "öppna" };
        format!("{rows} {things}: {finished} {finished_are}, {open} {open_are}.")
    };
    brought_span(from, to) = "Från {from} till {to}.";
    calendar_new = "Lägg till en kalender";
    clock_day = "Till nästa arbetsdag";
    clock_hour = "En timme framåt";
    clock_name = "Demons klocka";
    clock_says = "I den här demon är det";
    clock_week = "En vecka framåt";
    column_actual = "Nedlagd tid";
    column_created = "Skapat";
    column_estimate = "Uppskattning";
    column_finished = "Avslutat";
    column_id = "Nummer eller nyckel";
    column_kind = "Typ av arbete";
    column_none = "ingen kolumn";
    column_person = "Person";
    column_priority = "Prioritet";
    column_promised = "Utlovat till";
    column_started = "Påbörjat";
    column_team = "Team";
    column_title = "Vad det är";
    columns_heading = "Vad betyder kolumnerna?";
    columns_said = "Det här är en gissning utifrån kolumnernas namn och innehåll. Ändra det som är fel.";
    columns_toml = "Mappningen som fil";
    columns_toml_hint = "Den kan säga mer än fälten ovan: vilka rader som räknas, ett id av flera kolumner, vad som är \
        känt om team. Spara den, så läses nästa export in på samma sätt.";
    columns_toml_use = "Läs filen enligt den här mappningen";
    contact_new = "Lägg till en kontaktperson";
    country_be = "Belgien";
    country_de = "Tyskland";
    country_dk = "Danmark";
    country_fi = "Finland";
    country_gb = "Storbritannien (England)";
    country_nl = "Nederländerna";
    country_no = "Norge";
    country_none = "inga";
    country_se = "Sverige";
    day_off = "ledigt";
    error_no_hours = "I den här kalendern är alla dagar lediga. Ge minst en veckodag arbetstider, till exempel 09:00-17:00.";
    error_not_staged = "Filen väntar inte längre här: bara de fyra senaste sparas, tills handslag stängs av. \
        Välj den igen.";
    error_too_large = "Filen är större än 64 MB, det mesta som går att läsa in på en gång. Dela upp den eller \
        komprimera den som .gz.";
    failed_conflict = "Som läget är nu går det inte";
    failed_conflict_do = "Öppna det igen för att se hur det står till nu, och bestäm dig sedan.";
    failed_elsewhere = "Det här kom någon annanstans ifrån, och ingenting ändrades";
    failed_form = "Det som skickades gick inte att läsa som ett formulär.";
    failed_input = "Något behöver ändras först, och ingenting sparades";
    failed_input_do = "Gå tillbaka en sida, ändra det som nämns ovan och skicka igen.";
    failed_no_guest = "Länken fungerar inte längre";
    failed_no_guest_do = "Öppna länken i det senaste meddelandet du fick, eller be den som skrev till dig om en ny.";
    failed_no_guest_why = "Det finns en nyare länk, eller så saknas en bit av den här.";
    failed_no_page = "Det finns ingen sida på den här adressen.";
    failed_nobody = "Alla medlemmar i organisationen har slutat, så det finns ingen kvar att agera som.";
    failed_nobody_do = "Be den som sköter handslag hos er att lägga till en medlem.";
    failed_not_allowed = "Det här ingår inte i din roll";
    failed_not_allowed_do = "Be en kollega vars roll omfattar det. Ingenting har ändrats.";
    failed_not_found = "Det här finns inte här";
    failed_not_found_do = "Kontrollera adressen, eller leta dig fram från dagens sida.";
    failed_now = "Det här kan du göra nu";
    failed_number = "Om det händer igen, nämn det här numret för den som sköter handslag hos er:";
    failed_only_looks = "Din roll är att läsa. Löften och inläsning sköts av en löftesgivare, en chef eller en administratör.";
    failed_only_managers = "Det här avgörs av en chef eller en administratör.";
    failed_us = "handslag klarade inte det här";
    failed_us_do = "Gå tillbaka en sida, se efter vad som står där och försök en gång till.";
    field_calendar = "Kalender";
    field_calendar_hint = "Dess dagar och tider gäller för det som kunden får löfte om.";
    field_country = "Land";
    field_country_hint = "Landets helgdagar hamnar i din första kalender; du kan ändra dem i inställningarna.";
    field_currency = "Valuta";
    field_due_known = "Till när, om ett datum nämndes";
    field_email = "E-post";
    field_email_optional = "E-post, om du vet den";
    field_exceptions = "Datum med andra tider";
    field_exceptions_hint = "Ett per rad, till exempel 2026-04-30 = 08:30-12:00. Står det inget efter = är dagen ledig.";
    field_file = "Fil";
    field_file_hint = "CSV, även komprimerad (.gz), upp till 64 MB.";
    field_first = "Går före allt som väntar";
    field_holidays = "Helgdagar";
    field_hours = "Arbetstimmar";
    field_language = "Språk";
    field_mapping = "Mappning, om du har en";
    field_mapping_hint = "En .toml-fil som säger vad kolumnerna betyder. Utan den gissar handslag, och du kontrollerar \
        gissningen.";
    field_name = "Namn";
    field_owner = "Vem som håller löftet";
    field_promisor = "Vem som lovade";
    field_reserved = "Timmar i veckan som hålls fria";
    field_role = "Roll";
    field_said = "Som det sades, till exempel ”i slutet av mars”";
    field_sentence = "Meningen där det utlovades";
    field_sentence_hint = "Ordagrant, från mejlet eller som du minns den.";
    absence_said(people, from, until) = "{people} borta från {from} till och med {until}";
    absence_new = "Någon är borta";
    absence_note = "Anteckna";
    absence_cancel = "Ta tillbaka";
    field_absence_from = "Första dagen";
    field_absence_until = "Sista dagen";
    field_absence_people = "Hur många personer";
    field_discipline = "Tar upp";
    discipline_dispatch = "det som är redo";
    discipline_strict_priority = "strikt i ordning";
    discipline_wip_limit = "med WIP-gräns";
    field_slots = "Hur många samtidigt";
    field_source_name = "Namn på källan";
    field_subject = "Vad som utlovas";
    field_subject_hint = "En mening som kunden skulle ha skrivit.";
    field_unit = "Uppskattning och nedlagd tid anges i";
    field_zone = "Tidszon";
    days_between(first, last) = "{first} till {last}";
    hours_days(days) = "Enligt underlaget arbetar teamet {days}; några tider framgår inte, så 09.00–17.00 gäller.";
    hours_told(days, window) => {
        let window = window.to_string().replace('-', "–").replace(':', ".");
        format!("Enligt underlaget arbetar teamet {days}, {window}.")
    };
    import_heading = "Läs in er historik";
    import_known = "Det här är redan känt";
    import_look = "Se vad den skulle ge";
    import_nothing_stored = "Ingenting är sparat än.";
    import_said = "En export från ert ärendesystem, en rad för varje ärende, avslutat eller öppet. Med 20 avslutade \
        ärenden kommer det första ärliga datumet; med 60 kan vi visa hur bra det är.";
    key_keys = "Den här listan";
    key_search = "Sök";
    keys = "Kortkommandon";
    liberation_every = "ledigt varje år";
    liberation_fifth = "ledigt vart femte år (2025, 2030 …)";
    liberation_never = "arbetsdag varje år";
    look_bad = "Det som inte går att läsa in";
    look_heading = "Det här ger filen";
    look_line = "Rad";
    look_other_columns = "Ändra vad kolumnerna betyder";
    look_rejects = "Hämta dem och rätta dem";
    look_skip = "Utelämna raderna som inte går att läsa in.";
    look_take = "Läs in";
    look_take_all = "Läs in allt";
    look_take_good = "Läs in de andra raderna";
    look_teams_note = "så som de är kända med den här filen";
    look_wrong = "Vad som är fel";
    me_as = "Du agerar som";
    me_heading = "Vem du agerar som";
    member_new = "Lägg till en medlem";
    policy_offer_at = "Erbjud datum vid en chans på (%)";
    policy_on_plan = "Enligt plan från en chans på (%)";
    policy_watch = "Bevaka från en chans på (%), därunder ur plan";
    role_admin = "administratör (allt, även inställningarna)";
    role_manager = "chef (lovar, även under gränsen)";
    role_promisor = "löftesgivare (ger löften)";
    role_viewer = "läsare (tittar bara)";
    settings_calendars = "Kalendrar";
    settings_calendars_note = "När ni arbetar. Det som är utlovat behåller sitt datum när en kalender ändras.";
    settings_figures = "Siffror om enskilda medlemmar";
    settings_figures_label = "Visa siffror om en enskild medlem för andra";
    settings_figures_note = "Hur många av en medlems löften som hölls, och liknande. Medlemmar ser alltid sina egna; andra bara där det är påslaget. Det kan behöva förhandlas enligt MBL.";
    settings_figures_off = "Av: siffror om en medlem är bara till för den medlemmen.";
    settings_figures_on = "På: siffror om en medlem kan ses av andra.";
    settings_figures_reason = "Varför, och vilken överenskommelse det vilar på";
    settings_figures_wanted = "Ange skälet, till exempel överenskommelsen med facket.";
    settings_second = "Ett andra steg för alla";
    settings_second_label = "Den som loggar in med lösenord behöver också en kod";
    settings_second_note = "Utöver lösenordet en kod från en app.";
    settings_second_off = "Av: varje medlem bestämmer själv.";
    settings_second_on = "På: den som loggar in med lösenord och saknar kod får först skaffa en.";
    settings_audit = "Vad som har gjorts";
    settings_audit_note = "Varje ändring, och allt som lämnade ut personuppgifter: vem, när, på vilket sätt.";
    settings_audit_take = "Ladda ner granskningsloggen (JSON-rader)";
    settings_members = "Medlemmar";
    settings_members_note = "Vilka som är här, och vem som får göra vad.";
    settings_no_teams = "Inget team är känt än; teamen följer med arbetet som du läser in.";
    settings_policy = "Så erbjuder och bevakar vi löften";
    settings_policy_note = "Under den första chansen kräver ett erbjudande ett skäl och ett namn.";
    settings_read_only = "Bara en administratör kan ändra inställningarna; alla kan se dem.";
    settings_teams = "Team";
    settings_teams_note = "Vilka tider, hur mycket samtidigt, och vad som hålls fritt så att det aldrig säljs två gånger.";
    switch_bridge_days = "Klämdagar är lediga";
    switch_eves = "Aftnar är lediga som brukligt, till exempel midsommarafton och julafton (Sverige, Danmark)";
    switch_good_friday = "Långfredagen är ledig (Nederländerna)";
    switch_liberation = "5 maj, befrielsedagen (Nederländerna)";
    team_by_cycle = "Takten framgår av arbetstiden från start till avslut.";
    team_by_effort(share) = "Takten framgår av arbetstimmarna; {share} av tiden går till registrerat arbete.";
    team_by_lead = "Takten framgår av arbetstiden från det att ärendet skapas till avslut, eftersom starten inte är känd.";
    team_habit(first, choices, discipline) = "Av {choices} starter medan annat väntade togs den första i kön {first} gånger; det stämmer bäst med ”{discipline}”.";
    team_counts(finished, open) => {
        let finished_are = if finished.to_string() == "1" { "avslutat" } else { "avslutade" };
        let open_are = if open.to_string() == "1" { "öppet" } else { "öppna" };
        format!("{finished} {finished_are}, {open} {open_are}.")
    };
    team_no_limit = "ingen känd gräns";
    team_slots_inferred(slots) = "{slots} (enligt historiken)";
    thing_account = "kund";
    thing_calendar = "kalender";
    thing_contact = "kontaktperson";
    thing_member = "medlem";
    thing_promise = "löfte";
    unit_days = "dagar à 8 timmar";
    unit_hours = "timmar";
    unit_minutes = "minuter";
    version = "version";
    wanted_hours = "Arbetstimmar: ett tal över 0 och högst 100\u{a0}000, till exempel 7,5.";
    wanted_percent = "Var och en av de tre chanserna är ett heltal från 1 till 99, till exempel 85.";
    wanted_reserved = "Timmar i veckan som hålls fria: ett tal från 0 till 10\u{a0}000, till exempel 12,5; lämnas det tomt \
        avgör historiken.";
    wanted_discipline = "Hur teamet tar upp arbete: ett av valen.";
    wanted_slots = "Hur många samtidigt: ett heltal från 1, till exempel 3; lämnas det tomt avgör historiken.";
    welcome_begin = "Börja";
    welcome_heading = "Vilka ger löften här?";
    welcome_name = "Företagets namn, så som kunderna känner det";
    welcome_said = "handslag hjälper er att ge löften som ni kan hålla. Det behöver veta några saker en \
        gång; allt stannar på den här datorn. Du blir den första medlemmen, med rollen administratör.";
    welcome_you = "Ditt namn";
}
