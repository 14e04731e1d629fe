//! Swedish: *du* towards members and customers alike.

mod backtest;
mod capabilities;
mod wording;

/// Swedish.
#[derive(Debug)]
pub(crate) struct Sv;

translate! { Texts in Sv:
    // Today, the lists, the navigation.
    account_new = "Lägg till en kund";
    accounts_caption = "Kunder med sitt minst säkra löfte, det minst säkra överst";
    accounts_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} kund")
        } else {
            format!("{count} kunder")
        }
    };
    accounts_heading_off(customers, off) = "{customers}, varav {off} ur plan";
    and_more(count) = "Och {count} till.";
    begin = "Kom i gång";
    begin_done = "Klart.";
    begin_found = "Skriv upp ett löfte som du redan har gett";
    begin_found_do = "Skriv upp ett löfte";
    begin_found_why =
        "I ett mejl eller i förbifarten: från och med nu räknas det också, och det som saknas blir en \
        fråga.";
    begin_history = "Ta med er historik";
    begin_history_do = "Läs in avslutat arbete";
    begin_history_more = "Läs in mer";
    begin_history_why =
        "Med 20 avslutade arbeten kommer det första ärliga datumet; med 60 kan vi visa hur bra det är. Det \
        räcker med en CSV-fil från ert ärendesystem.";
    begin_hours = "Säg när ni arbetar";
    begin_hours_do = "Ställ in ett teams arbetstider";
    begin_hours_why =
        "Arbetstider, helgdagar och det som hålls fritt för service, så att det aldrig säljs två gånger.";
    begin_note = "ungefär 20 minuter i allt";
    begin_said =
        "Här har ännu ingen blivit lovad något, så det finns inget att bevaka. Tre steg gör sidan \
        användbar.";
    chance = "Chans";
    choose = "Välj …";
    customer = "Kund";
    dossier_ended = "Avslutade löften";
    dossier_link = "Egen sida";
    dossier_living = "Öppna löften";
    dossier_nobody = "Här finns ingen än. Ett erbjudande behöver någon som kan svara på det.";
    dossier_nothing_living = "Just nu är inget öppet mellan oss.";
    dossier_open_page = "Öppna sidan";
    dossier_people = "Kontaktpersoner";
    dossier_people_note = "var och en når sin sida med en hemlig länk";
    dossier_renew = "Byt ut länken";
    drift_long(since, kept, of, expected) = "Sedan {since} håller våra datum oftare än vi säger: av {of} löften höll vi {kept}, där {expected} var att vänta. Nya datum ligger därför tidigare.";
    drift_short(since, kept, of, expected) = "Sedan {since} håller våra datum mer sällan än vi säger: av {of} löften höll vi {kept}, där {expected} var att vänta. Nya datum ligger därför senare.";
    due = "Utlovat datum";
    due_as_said(full, words) = "{full}, med orden ”{words}”";
    end_of(period) = "slutet av {period}";
    filter_any_time = "Alla datum";
    filter_every_state = "Alla lägen";
    filter_everyone = "Alla";
    filter_find = "Sök";
    filter_month = "Den här månaden";
    filter_open = "Allt som är öppet";
    filter_show = "Visa";
    filter_state = "Läge";
    filter_week = "Den här veckan";
    foot(name, time) = "{name} · siffror ur er egen historik, beräknade {time}";
    go_answer = "Svara";
    go_look = "Ta en titt";
    go_open = "Öppna löftet";
    go_other_date = "Kom överens om ett nytt datum";
    go_plan = "Planera arbetet";
    kept = "Hållna";
    kept_by = "Hålls av";
    kept_few(of, kept) = "Hållna löften hittills: {kept} av {of}, för få för en procentsats.";
    kept_of(kept, ended) = "{kept} av {ended}";
    kept_share(of, kept, percent, low, high) =
        "Av våra senaste {of} löften har vi hållit {kept} ({percent}, mellan {low} och {high}).";
    least_sure = "Minst säkra löfte";
    nav_accounts = "Kunder";
    nav_import = "Läs in";
    nav_name = "Huvudmeny";
    nav_promises = "Löften";
    nav_quote = "Kan vi lova det?";
    nav_settings = "Inställningar";
    nav_today = "I dag";
    no_accounts = "Här finns inga kunder än. För den första räcker det med ett namn.";
    no_date = "inget datum än";
    no_promises = "Här har ännu ingen blivit lovad något.";
    nothing_found = "Inget stämmer med urvalet.";
    nothing_open = "Inget öppet";
    open = "Öppna";
    owed_late(name, due, days: i32) => {
        let unit = if days == 1 { "arbetsdag" } else { "arbetsdagar" };
        format!("{name} lovade det till {due}: {days} {unit} försenat.")
    };
    owed_reprice = "Som vi kom överens om sätter vi nu priset på nytt.";
    owed_shift(ours, proposed) =
        "Som vi kom överens om flyttas vårt datum lika mycket, från {ours} till {proposed}.";
    owed_shift_pending = "Som vi kom överens om flyttas vårt datum lika många arbetsdagar.";
    owed_talk = "Som vi kom överens om pratar vi nu om vad det ändrar.";
    owed_void = "Som vi kom överens om får vi nu låta vårt löfte falla.";
    pager(from, to, of) = "{from}–{to} av {of}";
    pager_after = "Nästa";
    pager_before = "Föregående";
    pager_name = "Sidor";
    promise = "Löfte";
    promises_caption = "Löften, det minst säkra överst";
    promises_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} löfte")
        } else {
            format!("{count} löften")
        }
    };
    quarter_label(quarter) = "kvartal {quarter}";
    read_line = "Så läser du den";
    read_line_note = "löfteslinjen";
    read_line_said =
        "Bläcket går från dagen då det sades till i dag. Kullen visar när det troligen är klart: ju högre, \
        desto troligare. Det lodräta strecket är det du har lovat; det som ligger bakom det, skrafferat, \
        är risken att bli sen.";
    record_do = "Skriv upp";
    record_said =
        "Ett löfte ur ett mejl eller ett samtal räknas från och med nu. Skriv ner vad som sades och det du \
        vet; det som saknas står kvar som en öppen fråga.";
    same_in_figures = "Samma sak i siffror";
    save = "Spara";
    search = "Sök";
    show_all = "Visa alla";
    skip = "Till innehållet";
    to_today = "Till I dag";
    today_answer = "Väntar på ditt svar";
    today_delivered(name, delivered, ends) =
        "{name}. Levererat {delivered}; utan annat besked räknas det som bekräftat från och med {ends}.";
    today_kept_by(name, owner) = "{name}, hålls av {owner}.";
    today_lapses(name, until) = "Erbjudet till {name}, reserverat till {until}.";
    today_lapsing = "Erbjudanden som löper ut";
    today_lapsing_note = "inom en vecka";
    today_off = "Ur plan eller försenat";
    today_off_plan(n: usize, word) => {
        if n == 1 {
            format!("{word} kund behöver besked från dig i dag")
        } else {
            format!("{word} kunder behöver besked från dig i dag")
        }
    };
    today_owed = "Lovat till oss, försenat";
    today_proposes(name, day) = "{name} föreslår {day}.";
    today_proposes_instead(name, day, old) = "{name} föreslår {day} i stället för {old}.";
    today_proposes_something(name) = "{name} föreslår en ändring.";
    today_quiet = "Inget väntar på ditt besked i dag";
    today_rest(n: usize, count) => {
        if n == 1 {
            format!("{count} löfte går enligt plan och kräver inget av dig.")
        } else {
            format!("{count} löften går enligt plan och kräver inget av dig.")
        }
    };
    today_the_rest = "Övrigt";
    today_unconfirmed = "Levererat, inte bekräftat än";
    today_unknown = "Utan prognos";
    today_unknown_why = "Någon ärlig chans går inte att ange än: det finns för lite att gå på.";
    today_waits(n: usize, word) => {
        if n == 1 {
            format!("{word} sak väntar på ditt besked")
        } else {
            format!("{word} saker väntar på ditt besked")
        }
    };
    today_watch = "Bevaka";
    today_watch_note = "kan gå åt båda hållen";
    where_said = "Var det sades";

    // Can we promise? The question, its answer, the offer, and what is wrong with either.
    below_summary = "Lova ett datum under vår gräns";
    cannot_heading = "Det här kan vi inte göra en prognos för än";
    cannot_never_done = "I den här takten blir det för sällan klart inom den tid vi ser framåt. \
        Lova mindre, eller ge teamet mer utrymme.";
    cannot_no_team(team) = "Om team {team} vet vi inget än. Läs in vad teamet har avslutat, eller välj ett \
        annat team.";
    cannot_no_work = "Välj teamet som gör arbetet: först då ser vi hur lång tid det tar.";
    cannot_nothing_like_it(team) = "Team {team} har inte avslutat något liknande än, så det går inte att se hur lång tid \
        det tar. Välj en annan typ av arbete, eller säg varför du lovar utan prognos.";
    claim_model_only(finished: usize) => {
        if finished == 1 {
            "Bygger på 1 liknande arbete och är inte prövat än. Det är för lite för att ange en chans.".to_owned()
        } else {
            format!(
                "Bygger på {finished} liknande arbeten och är inte prövat än. Det är för lite för att ange en chans."
            )
        }
    };
    claim_up_to(count, percent) = "Bygger på {count} liknande arbeten. Med så få är {percent} det högsta vi ärligt kan \
        ange.";
    content_gzip = "packad med gzip";
    content_json = "JSON";
    content_markup = "en webbsida eller XML";
    content_pdf = "en pdf";
    content_text = "vanlig text";
    content_workbook = "en kalkylbladsfil";
    content_zip = "ett zip-arkiv eller en kalkylbladsfil";
    date_below(level) = "Under vår gräns på {level}.";
    date_first = "Då går det här före allt annat som väntar.";
    date_own = "Ett annat datum";
    date_surer = "Senare, men säkrare.";
    date_touches(subject, account, before, after) = "{subject} ({account}) sjunker från {before} till {after}.";
    date_touches_more(n: usize, count) => {
        if n == 1 {
            format!("{count} löfte till sjunker.")
        } else {
            format!("{count} löften till sjunker.")
        }
    };
    date_touches_nobody = "Ingen annan påverkas.";
    error_bad_rows(count: usize) => {
        if count == 1 {
            "1 rad går inte att läsa. Rätta den i filen, eller välj att hoppa över den.".to_owned()
        } else {
            format!("{count} rader går inte att läsa. Rätta dem i filen, eller välj att hoppa över dem.")
        }
    };
    error_before_begun(field, given, begun) = "{field}: {given} ligger före löftets början, {begun}. \
        Ange en senare tidpunkt.";
    error_below_policy(due, chance, policy) = "Till {due} är chansen {chance}, under vår gräns på {policy}. \
        Välj vem som tar på sig det, och säg varför.";
    error_compressed(what) = "Filen går inte att packa upp ({what}). Välj den som CSV, eller packa den på \
        nytt som .gz.";
    error_counter_met(at) = "Det här kom redan {at}.";
    error_csv(what) = "Filen går inte att läsa som tabell ({what}). Spara den som CSV på nytt och välj den igen.";
    error_due(given) = "”{given}” går inte att läsa som datum. Ange en dag (2026-03-12), en tidpunkt (2026-03-12T15:00), \
        en vecka (2026-W11), en månad (2026-03), ett kvartal (2026-Q1), ett halvår (2026-H1) eller ett år (2026).";
    error_encoding(line) = "Rad {line} är inte skriven i UTF-8. Spara filen som ”CSV UTF-8” och välj den igen.";
    error_file_content(content) = "Filen är {content}. Exportera den som CSV och välj den igen.";
    error_file_empty = "Filen är tom. Den ska ha en rad med kolumnernas namn och sedan en rad för varje post.";
    error_file_ending(name) = "Filen heter ”{name}”. Namnet ska sluta på .csv, .tsv eller .txt, eller på .gz om filen är packad.";
    error_file_not_as_named(name, content) = "”{name}” är {content}, och det stämmer inte med namnet. Exportera filen som CSV och välj den igen.";
    error_input(field, given, wanted) => {
        if given.to_string().is_empty() {
            format!("{field} är tomt. Här behövs: {wanted}.")
        } else {
            format!("{field}: det står ”{given}”. Här behövs: {wanted}.")
        }
    };
    error_key_reused = "Formuläret har redan skickats, med ett annat innehåll. Ladda om sidan och skicka \
        det sedan.";
    error_ledger = "Det gick inte att skriva ned, så inget har ändrats. Försök igen om en stund.";
    error_mapping(what) = "Så går kolumnerna inte att läsa: {what}";
    error_missing(gaps) => { format!("Saknas än: {}.", gaps.to_string().to_lowercase()) };
    error_moment(text) = "”{text}” går inte att läsa som tidpunkt. Ange en dag och en tid, till exempel \
        2026-03-12T15:00.";
    error_never_open = "Kalendern har ingen arbetstid de närmaste tio åren. Ange arbetstiderna under \
        inställningar.";
    error_no_column(field, column, present) = "Kolumnen ”{column}”, som valts för {field}, finns inte i filen. \
        I filen finns: {present}.";
    error_no_counter_promise = "Det här hör inte till det som har lovats oss här. Ladda om sidan.";
    error_no_ground = "Ett nytt datum behöver en prognos, eller skälet till att det inte finns någon.";
    error_no_organisation = "handslag är inte inrättat här än. Börja med företagets namn.";
    error_no_promise = "Löftet finns inte här.";
    error_no_tie = "Löftet hänger inte ihop med det här. Ladda om sidan.";
    error_tie_ended = "Det här har redan kommit, eller så har det tagits bort.";
    error_no_void = "Löftet upphör inte av det här: det är inte försenat, eller så har något annat avtalats \
        för det fallet.";
    error_no_working_time(next) = "Det finns ingen arbetstid under den perioden. Nästa arbetsdag är {next}.";
    error_not_ahead(field, given, now) = "{field}: {given} har redan passerat. Ange en tidpunkt efter {now}.";
    error_not_found(thing, given) = "Hittades inte: {thing} ”{given}”.";
    error_not_in_state(state) = "Det går inte just nu. Så är läget för löftet: {state}.";
    error_not_mapped(field) = "Ingen kolumn är vald för {field}. Välj en: utan den går filen inte att använda.";
    error_not_yet(field, given, now) = "{field}: {given} har inte inträffat än. Ange en tidpunkt fram till {now}.";
    error_nothing_proposed = "Ingen har föreslagit någon ändring, så det finns inget att svara på.";
    error_nothing_to_change = "Så ändras ingenting. Ange ett annat datum, eller andra ord för det som lovas.";
    error_only_account = "Det här kan bara kunden göra.";
    error_only_us = "Det här kan bara göras av företaget som gav löftet.";
    error_out_of_range = "Datumet ligger längre bort än kalendern når. Ange ett närmare i dag.";
    error_plan = "Prognosen gick inte att beräkna, och inget har ändrats.";
    error_proposal_passed(due) = "Det föreslagna datumet, {due}, har passerat. Det behövs ett nytt förslag.";
    error_stale = "Det här har ändrats under tiden. Titta på det igen och bestäm sedan.";
    error_too_many_rows(most) = "Filen har fler än {most} rader. Läs in den som flera filer.";
    error_window(given) = "”{given}” är inget tidsintervall. Ange från och till, som 09:00-17:30, eller 22:00-06:00 för en \
        natt.";
    error_zone(given) = "”{given}” är ingen tidszon. Ange ett namn som Europe/Stockholm.";
    field_acceptance = "Hur ser ni båda att löftet är hållet?";
    field_acceptance_hint = "En mening, så att ingen behöver gissa efteråt.";
    field_amount = "Belopp";
    field_because = "Inget, eftersom …";
    field_below_reason = "Varför lovar du det ändå?";
    field_cap = "Högst";
    field_contact = "Till vem";
    field_counter_due = "Senast";
    field_counter_then = "Om det blir sent";
    field_counter_what = "Vad de lovar";
    field_dates = "Hur datum är skrivna";
    field_due = "Utlovat datum";
    field_expires = "Erbjudandet gäller till och med";
    field_kind = "Typ av arbete";
    field_pieces = "Hur många";
    field_policy = "Gränserna";
    field_price = "Pris";
    field_remedy = "Om vi blir sena";
    field_strictness = "Typ av datum";
    field_taken_by = "Vem som tar på sig det";
    field_team = "Team";
    field_wished = "Önskat datum";
    field_without = "Varför lovar du utan prognos?";
    field_without_hint = "Det går: löftet märks då som ett löfte utan prognos, med ditt skäl.";
    gap_acceptance = "Hur ni båda ser att löftet är hållet";
    gap_consideration = "Vad du begär i gengäld";
    gap_contact = "Till vem";
    gap_due = "Till när";
    gap_ground = "Vad datumet bygger på";
    gap_owner = "Vem som håller löftet";
    gap_promisor = "Vem som ger löftet";
    gap_remedy = "Vad som händer om vi blir sena";
    gap_strictness = "Riktdatum eller fast leveransdag";
    gap_subject = "Vad vi lovar";
    grain_day = "Den dagen";
    grain_month = "Slutet av den månaden";
    grain_name = "Hur exakt";
    grain_quarter = "Slutet av det kvartalet";
    grain_week = "Slutet av den veckan";
    keys_note = "Två bokstäver trycks efter varandra: först g, sedan t. Medan du skriver i ett fält gör de \
        ingenting.";
    keys_where = "På alla sidor";
    letter_acceptance(acceptance) => {
        format!("Så ser vi båda att löftet är hållet: {}.", acceptance.to_string().trim_end_matches('.'))
    };
    letter_by = "Senast";
    letter_greeting(name) = "Hej {name},";
    letter_need(subject, due) => {
        format!("För det behöver vi från er, senast {due}: {}.", subject.to_string().trim_end_matches('.'))
    };
    letter_not_yet = "Brevet kan skrivas när det är klart vad vi lovar, och till när.";
    letter_nothing(because) => {
        format!("Vi begär inget i gengäld, eftersom {}.", because.to_string().trim_end_matches('.'))
    };
    letter_price(price) = "Priset är {price}.";
    letter_promise(subject) => { format!(" har ni det här: {}.", subject.to_string().trim_end_matches('.')) };
    letter_remedy(remedy) = "Om vi blir sena: {remedy}.";
    letter_strict = "Fast leveransdag: levererar vi senare är löftet brutet, utan att någon först behöver \
        säga till.";
    letter_target = "Riktdatum: blir vi sena får du veta det samma dag.";
    needed = "behövs";
    nothing_moves = "Det finns ingen prognos för löftet just nu.";
    offer_draft = "Spara som utkast";
    offer_letter = "Så kommer kunden att läsa det";
    offer_name = "Erbjud";
    offer_needs(n: usize, count) => {
        match n {
            0 => "Inget saknas".to_owned(),
            1 => format!("Behöver {count} sak till"),
            _ => format!("Behöver {count} saker till"),
        }
    };
    offer_rest = "Vad som mer hör till";
    offer_to(account) = "Erbjud {account}";
    offer_until(moment) = "Erbjudandet gäller till {moment}.";
    others_first = "Om det här går först";
    others_heading = "Vad det gör med andra";
    others_last = "Om det här går sist";
    others_now = "Chans nu";
    quote_ask = "Räkna ut";
    quote_ask_again = "Räkna om";
    quote_changed = "Frågan har ändrats sedan den fick sitt svar. Det nya svaret står nedan: läs det och \
        erbjud sedan.";
    quote_heading(due) = "{due} kan du ärligt lova";
    quote_heading_model(due) = "{due}, enligt modellen";
    quote_no_accounts = "Ett löfte ges alltid till någon, och här finns inga kunder än.";
    quote_no_teams = "Inget avslutat arbete är inläst än, så det går inte att se hur lång tid något tar.";
    quote_said(chance, likely) = "Chansen att det är klart till dess är {chance}, troligast {likely}.";
    quote_said_model(likely) = "Troligast är det klart {likely}.";
    hold_place(until) = "Håll platsen till {until}";
    hold_held(until) = "Platsen i kön är reserverad till {until}.";
    hold_release = "Släpp platsen";
    wish_label = "Om kunden skulle önska en annan dag";
    wish_said(day, chance) = "{day}: {chance}";
    wish_said_first(day, chance, first) = "{day}: {chance}, eller {first} före allt annat arbete";
    quote_said_wished(day, chance) = "Till det önskade datumet, {day}, är chansen {chance}.";
    quote_what = "Vad ber kunden om?";
    return_heading = "Vad begär du i gengäld?";
    wanted_account = "Välj kunden som du lovar det till.";
    wanted_address = "en adress som ebba@example.com";
    wanted_amount(currency) = "Ange ett belopp i {currency} över 0, till exempel 2500 eller 1250,50.";
    wanted_cap = "Ange ett tak som är minst lika högt som beloppet bredvid, i samma valuta.";
    wanted_another_promise = "ett annat löfte: inget kan vänta på sig självt";
    wanted_columns(count) = "lika många kolumner som på första raden, {count}";
    wanted_counter_due = "Ange till vilket datum de lovar det.";
    wanted_date = "ett datum, till exempel 2026-03-12";
    wanted_date_as_mapped = "ett datum i den form som valts för filen";
    wanted_days(most) = "ett helt antal arbetsdagar från 1 till {most}";
    wanted_id = "ett värde i varje kolumn som pekar ut raden";
    wanted_between(from, to) = "en arbetsdag efter {from} och senast {to}";
    wanted_known_promise = "ett löfte som finns";
    wanted_manager = "en chef eller administratör, som får lova under vår gräns";
    wanted_no_circle = "ett löfte som inte i sin tur väntar på det här";
    wanted_number = "ett tal som är 0 eller högre";
    wanted_once(first) = "varje rad en gång; den finns också på rad {first}";
    wanted_only_once = "ett enda företag, och det är redan inrättat här";
    wanted_order = "bevaka under enligt plan, och enligt plan högst vid gränsen för att erbjuda";
    wanted_pieces(most) = "Ange ett heltal från 1 till {most}.";
    wanted_plain_text(at) = "vanlig text; på plats {at} finns en radbrytning eller ett styrtecken";
    wanted_reason = "Välj skälet.";
    wanted_remedy_amount = "Ange beloppet, eller välj att inget är avtalat.";
    wanted_shorter(most, given) = "högst {most} tecken; nu är det {given}";
    wanted_quote = "ett svar med datum";
    wanted_speaker = "en person som säger det";
    wanted_taker = "Välj vem som tar på sig det.";
    wanted_team = "Välj teamet som gör arbetet.";
    wanted_word = "minst ett ord";
    which_date = "Vilket datum erbjuder du?";
    why_queue(team, n: usize, count) => {
        if n == 1 {
            format!("Team {team} gör först klart {count} sak som redan väntar.")
        } else {
            format!("Team {team} gör först klart {count} saker som redan väntar.")
        }
    };
    why_queue_free(team) = "Tiden tills team {team} kan börja.";
    why_records(n: usize, count) => {
        if n == 1 { "Det vilar på 1 ärende i ert ärendesystem.".to_owned() } else { format!("Det vilar på {count} ärenden i ert ärendesystem.") }
    };
    why_room(from, to) = "Marginal för motgångar, för att komma från {from} till {to}.";
    why_room_model = "Marginal för motgångar.";
    why_this_date = "Varför detta datum";
    why_delivery(who) = "Väntan på det som {who} levererar.";
    why_delivery_late(who, late, all) = "Det som {who} levererar kom för sent {late} av {all} gånger.";
    why_delivery_on_time(who, all) = "Väntan på det som {who} levererar; det kom i tid alla {all} gånger.";
    why_waiting = "Väntan på det som de lovar.";
    why_waiting_late(late, all) = "Det som de lovar kom {late} av {all} gånger senare än avtalat.";
    why_waiting_on_time(all) = "Väntan på det som de lovar; det kom i tid alla {all} gånger.";
    why_work_everyone(n: usize, count, span) => {
        if n == 1 {
            format!("Själva arbetet: {count} arbete, oavsett team, tog {span}.")
        } else {
            format!("Själva arbetet: {count} arbeten, från alla team, tog oftast {span}.")
        }
    };
    why_work_kind(n: usize, count, span) => {
        if n == 1 {
            format!("Själva arbetet: {count} liknande arbete tog {span}.")
        } else {
            format!("Själva arbetet: {count} liknande arbeten tog oftast {span}.")
        }
    };
    why_work_team(n: usize, count, span) => {
        if n == 1 {
            format!("Själva arbetet: {count} arbete av teamet tog {span}.")
        } else {
            format!("Själva arbetet: {count} arbeten av teamet tog oftast {span}.")
        }
    };
    without_absences = "Om ingen i teamet vore borta till dess.";
    without_heading = "Utan det som håller upp";
    without_own_word(kept, of, expected) = "Om våra datum hade hållit som vi sa: av de senaste {of} höll vi {kept}, där {expected} var att vänta.";
    without_queue = "Om inget annat väntade eller var på gång.";
    without_waiting = "Om de gör sin del genast.";
    working_days(days: i32) => {
        if days == 1 { "1 arbetsdag".to_owned() } else { format!("{days} arbetsdagar") }
    };
    working_days_later(days: i32) => {
        if days == 1 { "1 arbetsdag senare".to_owned() } else { format!("{days} arbetsdagar senare") }
    };
    working_days_sooner(days: i32) => {
        if days == 1 { "1 arbetsdag tidigare".to_owned() } else { format!("{days} arbetsdagar tidigare") }
    };
    working_days_between(from: i32, to: i32) => { format!("{from} till {to} arbetsdagar") };

    // A promise: its page, its moves, its history, its states.
    await_hint = "Datumet räknar då med hur sena de har varit tidigare. Kunden ser det inte.";
    because(reason) = "Skäl: {reason}.";
    by_rule = "handslag";
    date_as_wished = "Det datum kunden vill ha.";
    date_now(percent, due) = "Med {percent} chans kan du nu lova {due}.";
    domino_all(n: usize, count, before, after) => {
        if n == 2 {
            format!("Chansen att båda hålls går från {before} till {after}.")
        } else {
            format!("Chansen att alla {count} hålls går från {before} till {after}.")
        }
    };
    domino_by_capacity(team) = "står i kö hos team {team}";
    domino_by_dependency = "väntar på det";
    domino_by_work(n: usize) => {
        if n == 1 { "vilar på samma ärende".to_owned() } else { format!("vilar på samma {n} ärenden") }
    };
    domino_by_work_between = "genom annat arbete däremellan";
    domino_computed(trials, seed, points) = "Räknat genom att spela igenom hela planen {trials} gånger, med och utan förseningen och varje gång med samma slump (frö {seed}). Antalet i sig gör att en skillnad kan slå fel på ungefär {points} procentenheter.";
    domino_customer(name, n: usize, count, before, after) => {
        if n == 2 {
            format!("{name}: chansen att båda löftena hålls går från {before} till {after}.")
        } else {
            format!("{name}: chansen att alla {count} löften hålls går från {before} till {after}.")
        }
    };
    domino_earlier(days) = "{days} tidigare";
    domino_heading = "Vad som faller med det";
    domino_holds = "håller";
    domino_later(days) = "{days} senare";
    domino_more = "Vid en annan försening";
    domino_never = "inget datum med jämna chanser längre";
    domino_none = "Inget: inget annat löfte flyttas.";
    domino_not_told = "kunden vet det inte än";
    domino_plan_moves(before, after) = "Chansen att de har det då går från {before} till {after}.";
    domino_plan_stays(chance) = "Chansen att de har det då är fortfarande {chance}.";
    domino_show = "Räkna ut";
    domino_slip_asked(days) = "Om det kommer {days} senare än vi ser nu:";
    domino_slip_forecast(level, days) = "Datumet med {level} chans ligger {days} efter det utlovade. Om det kommer så mycket senare än vi ser nu:";
    domino_slip_supposed(days) = "Prognosen ser ingen försening. Om det ändå skulle komma {days} senare:";
    domino_through_delivery(who) = "Arbetet blir klart före det som {who} levererar, så vi antar att det är det som kommer senare.";
    domino_through_nothing = "Arbetet är klart, så vi antar att det lämnas över så mycket senare.";
    domino_through_waiting = "Arbetet blir klart före det som de lovar, så vi antar att det är det som kommer senare.";
    domino_through_work = "Vi antar att det som återstår av arbetet tar längre tid.";
    domino_told = "annat datum föreslaget";
    domino_unknown = "Det går inte att göra en prognos för löftet, och därmed inte heller för det som väntar på det.";
    done_heading = "Din historik är inläst";
    field_delivery = "Vad de levererar";
    field_their_plan = "Vad de tänker göra";
    field_their_plan_on = "När";
    field_third_party = "Vem levererar";
    field_after = "Efter vilka löften";
    field_after_hint = "Deras nummer, till exempel 214 eller 214, 217";
    field_days = "Arbetsdagar senare";
    field_delivered_at = "Levererat den";
    field_delivery_words = "Eller med egna ord";
    field_for_good = "Kunden vill inte ha ett nytt erbjudande";
    field_measure = "Jämfört med det som var lovat";
    field_met_at = "Mottaget den";
    field_new_date = "Nytt datum";
    field_other_date = "Datumet som kunden ber om";
    field_reason = "Skäl";
    field_reference = "Referens";
    field_reference_hint = "Där vem som helst kan se det: numret på en följesedel, adressen till en sida.";
    field_why_customer = "Varför, så som kunden läser det";
    field_words = "Med några ord";
    field_words_optional = "Med några ord, om du vill";
    happened_accepted(who) = "{who} tackade ja.";
    happened_agreed(who) = "{who} gick med på ändringen.";
    happened_below_policy(taker) = "{taker} tog på sig att gå under den vanliga nivån.";
    happened_confirmed(who) = "{who} bekräftade leveransen: som utlovat.";
    happened_confirmed_less(who) = "{who} bekräftade leveransen: mindre än utlovat.";
    happened_confirmed_more(who) = "{who} bekräftade leveransen: mer än utlovat.";
    happened_counter_met(subject, day) = "Det de lovade oss kom {day}: {subject}.";
    happened_counter_passed(subject) = "Det de lovade oss kom inte i tid: {subject}.";
    happened_counter_proposed(who, due) = "{who} ville hellre ha {due}.";
    happened_counter_proposed_words(who) = "{who} ville hellre ha något annat.";
    happened_declined(who) = "{who} tackade nej.";
    happened_delivered(who, at) = "{who} anmälde leveransen: {at}.";
    happened_discarded(who) = "{who} slängde utkastet.";
    happened_disputed(who) = "{who} sa att det inte är levererat.";
    happened_drafted(who) = "{who} började på ett utkast.";
    happened_due_passed(due) = "Det var utlovat till {due} och är nu försenat.";
    happened_fell(chance) = "Prognosen sjönk till {chance}.";
    happened_fell_off_plan(chance) = "Prognosen sjönk till {chance}: ur plan.";
    happened_first_forecast(chance) = "Den första prognosen: {chance}.";
    happened_lapsed = "Erbjudandet gick ut utan svar.";
    happened_not_agreed(who) = "{who} gick inte med på ändringen.";
    happened_offered(who, due, chance) = "{who} erbjöd {due}, på en prognos på {chance}.";
    happened_offered_until(until) = "Erbjudandet gäller till {until}.";
    happened_offered_without(who, due) = "{who} erbjöd {due}, utan prognos.";
    happened_proposal_taken_back(who) = "{who} drog tillbaka förslaget.";
    happened_proposed(who, new) = "{who} föreslog {new}.";
    happened_proposed_instead(who, new, old) = "{who} föreslog {new} i stället för {old}.";
    happened_proposed_subject(who, subject) = "{who} föreslog att lova detta i stället: ”{subject}”.";
    happened_record_confirmed(who) = "{who} bekräftade att detta har lovats.";
    happened_record_rejected(who) = "{who} sa att detta inte har lovats.";
    happened_recorded(who) = "{who} antecknade löftet.";
    happened_redrafted(who) = "{who} ändrade utkastet.";
    happened_released(who) = "{who} löste oss från löftet.";
    happened_reopened(who) = "{who} gjorde erbjudandet till ett utkast igen.";
    happened_rose(chance) = "Prognosen steg till {chance}.";
    happened_shift(days: i32, due) => {
        let unit = if days == 1 { "arbetsdag" } else { "arbetsdagar" };
        format!(
            "Det de lovade oss är {days} {unit} sent. Som avtalat flyttas vårt datum lika mycket: förslaget är {due}."
        )
    };
    happened_silence_ended = "Ingen invände inom den tid som angetts, så leveransen gäller.";
    happened_taken_back(who) = "{who} drog tillbaka erbjudandet.";
    happened_voided(who) = "{who} lät löftet förfalla, eftersom det de lovade oss inte kom.";
    happened_withdrawn(who, reason) = "{who} angav att vi inte håller löftet. Skäl: {reason}.";
    history = "Historik";
    history_note(n: usize) => {
        if n == 1 {
            "1 händelse, förseglad".to_owned()
        } else {
            format!("{n} händelser, förseglade")
        }
    };
    move_accept = "Kunden tackar ja";
    move_agree = "Gå med på kundens förslag";
    move_complete = "Gör klart utkastet";
    move_confirm = "Kunden bekräftar leveransen";
    move_confirm_record = "Kunden bekräftar att detta har lovats";
    move_await = "Det väntar på en tredje part";
    move_arrived(who, what) = "{who} har levererat: {what}";
    move_counter_propose = "Kunden vill ha ett annat datum";
    move_decline = "Kunden tackar nej";
    move_deliver = "Anmäl leverans";
    move_disagree = "Avböj kundens förslag";
    move_discard = "Släng utkastet";
    move_dispute = "Kunden säger att det inte är levererat";
    move_met(subject) = "Mottaget: {subject}";
    move_offer_again = "Erbjud igen";
    move_plan = "Ange vilket arbete som krävs";
    move_reject_record = "Kunden säger att detta inte har lovats";
    move_release = "Kunden behöver det inte längre";
    move_renegotiate = "Kom överens om ett nytt datum";
    move_take_back = "Dra tillbaka erbjudandet";
    move_take_proposal_back = "Dra tillbaka vårt förslag";
    move_their_plan = "Kunden tänker göra något med det";
    move_they_agree = "Kunden går med på det";
    move_they_ask = "Kunden ber om ett annat datum";
    move_they_disagree = "Kunden går inte med på det";
    move_void(subject) = "Låt löftet förfalla, eftersom detta inte kom: {subject}";
    move_withdraw = "Vi håller inte löftet";
    number = "Nummer";
    open_questions = "Återstår";
    plan_stays = "Arbetet förblir som det är planerat";
    promise_line = "Löfteslinje";
    promise_number = "löfte";
    quoted(words) = "”{words}”";
    seen_by(percent, day) = "{percent} till {day}.";
    seen_chance(chance, due, likely) => {
        crate::figure::capital(&format!("{chance} till {due}, troligast {likely}."))
    };
    seen_kept_by = "Hållet när";
    seen_late(due, likely) = "Utlovat till {due}, väntas nu {likely}.";
    seen_unknown = "Om datumet går det ännu inte att säga något ärligt.";
    settled_broken = "Det blev inte levererat.";
    settled_early(days: i32) => {
        if days == 1 {
            "Levererat 1 arbetsdag före datumet, tidigare än leveransfönstret.".to_owned()
        } else {
            format!("Levererat {days} arbetsdagar före datumet, tidigare än leveransfönstret.")
        }
    };
    settled_kept(days: i32) => {
        if days == 1 {
            "Levererat 1 arbetsdag före datumet.".to_owned()
        } else {
            format!("Levererat {days} arbetsdagar före datumet.")
        }
    };
    settled_late(days: i32) => {
        match days {
            ..=0 => "Levererat samma dag, efter den utlovade tiden.".to_owned(),
            1 => "Levererat 1 arbetsdag efter datumet.".to_owned(),
            _ => format!("Levererat {days} arbetsdagar efter datumet."),
        }
    };
    settled_on_the_day = "Levererat på själva dagen.";
    settled_undated = "Levererat; inget datum var avtalat.";
    erased_person = "En raderad person";
    somebody = "Någon";
    state_accepted = "accepterat";
    state_broken = "brutet";
    state_declined = "avböjt";
    state_delivered = "levererat";
    state_delivered_undated = "levererat, utan datum";
    state_discarded = "slängt";
    state_draft = "utkast";
    state_kept = "hållet";
    state_kept_early = "hållet, för tidigt";
    state_kept_late = "brutet, för sent";
    state_lapsed = "utgånget";
    state_late = "försenat";
    state_off_plan = "ur plan";
    state_offered = "erbjudet";
    state_on_plan = "enligt plan";
    state_recorded = "antecknat";
    state_released = "löst av kunden";
    state_settled = "avslutat";
    state_unknown = "går inte att förutse";
    state_void = "förfallet";
    state_watch = "bevaka";
    state_withdrawn = "återkallat";
    told_by_customer = "enligt vad kunden har sagt dig";
    told_to(contact, member) = "{contact} (enligt {member})";
    untitled = "Löfte utan rubrik";
    void_means = "Löftet upphör för er båda och räknas som förfallet, inte som brutet.";
    their_plan_hint = "Under ”Vad som faller med det” står då om det fortfarande går om löftet blir försenat. Kunden ser det inte.";
    tie_delivery(who, what) = "{who} levererar: {what}.";
    tie_plan(due, what) = "Kunden räknar med {due}: {what}.";
    tie_record(late, all) = "För sent {late} av {all} gånger tidigare";
    ties_heading = "Utanför vårt företag";
    untie = "Ta bort";
    what_can_be_done = "Det här kan du göra nu";
    what_can_be_done_note = "varje steg sparas i historiken";
    what_is_true = "Vad som gäller nu";
    what_moves = "Vad som flyttar datumet";
    what_was_said = "Vad som sades";
    withdraw_means = "Löftet räknas då som brutet, och det står kvar. Går det bra med ett senare datum, kom då överens om ett nytt i stället.";
    words_erased = "Orden har raderats.";
    work_any_kind = "valfri typ";
    work_behind = "Arbetet bakom";
    work_hours(hours) = "Uppskattat till {hours} h per moment.";
    work_records(n: usize) => {
        if n == 1 {
            "Kopplat till 1 ärende i ert ärendesystem.".to_owned()
        } else {
            format!("Kopplat till {n} ärenden i ert ärendesystem.")
        }
    };
    work_said(pieces: u32, number, kind, team) => {
        let _ = pieces;
        format!("{number} arbetsmoment ({kind}) för team {team}.")
    };
    work_waits_for = "Det väntar på:";

    // The customer's page, counter-promises, the promise line and the fan.
        caption_delivered(at, until) =
            "Det var på plats {at}. Säger kunden inget annat före {until} räknas det som levererat.";
        caption_ghost(chance) = "Den streckade kullen är vad vi såg när vi lovade: {chance}.";
        change_by_consequence(days: i32) => {
            if days == 1 {
                format!("Det ni lovade oss är {days} arbetsdag försenat; vårt datum flyttas en arbetsdag, som vi kom överens om.")
            } else {
                format!("Det ni lovade oss är {days} arbetsdagar försenat; vårt datum flyttas lika mycket, som vi kom överens om.")
            }
        };
        change_of_date(old, due) => {
            if old.to_string().is_empty() {
                format!("Datumet blir {due}.")
            } else {
                format!("Datumet flyttas från {old} till {due}.")
            }
        };
        consequence_name_reprice = "Vi kommer överens om ett nytt pris";
        consequence_name_shift = "Vårt datum flyttas lika många arbetsdagar";
        consequence_name_talk = "Vi pratar om det";
        consequence_name_void = "Vårt löfte kan upphöra";
        consequence_reprice = "Om det dröjer kommer vi överens om ett nytt pris.";
        consequence_shift = "För varje arbetsdag det dröjer flyttas vårt datum en arbetsdag.";
        consequence_talk = "Om det dröjer pratar vi om hur vi går vidare.";
        consequence_void = "Om det dröjer kan vårt löfte upphöra.";
        counter_asked(subject, due) = "{subject}, senast {due}.";
        counter_late(days: i32) => {
            if days == 1 {
                format!("{days} arbetsdag försenat")
            } else {
                format!("{days} arbetsdagar försenat")
            }
        };
        counter_met(day) = "Kom {day}, i tid";
        counter_met_late(day, days: i32) => {
            if days == 1 {
                format!("Kom {day}, {days} arbetsdag för sent")
            } else {
                format!("Kom {day}, {days} arbetsdagar för sent")
            }
        };
        counter_open(due) = "Utlovat till {due}";
        customer_heading = "Det här har vi lovat varandra";
        customer_intro(name) =
            "Hej {name}, här står allt vi har kommit överens om, vad som gäller just nu och hur säkert det är. \
             Sidan är din: du behöver inget konto, och det du svarar ser vi direkt.";
        customer_nothing(name) =
            "Hej {name}, just nu finns inget löfte mellan oss. När det finns ett hittar du det här.";
        customer_owes_nothing = "Ni har inte lovat oss något i gengäld.";
        customer_page = "Kundens sida";
        customer_print =
            "Det här är en utskrift. Själva sidan visar alltid det senaste; du hittar den via länken vi har \
             skickat.";
        customer_regards = "Vänliga hälsningar,";
        customer_they(name) = "{name} lovar oss";
        customer_to(contact, name) = "Till {contact}, {name}";
        customer_we(name) = "Vi lovar {name}";
        exposure_now(exposure) = "(hittills {exposure})";
        fan_85 = "85\u{a0}% till";
        fan_by(due) = "Till {due}";
        fan_even = "Jämna chanser";
        fan_heading = "Hur prognosen har rört sig";
        fan_key = "Heldragen linje: jämna chanser. Streckad: 85\u{a0}%. Band: från 5\u{a0}% till 95\u{a0}%.";
        fan_seen_on = "Sett den";
        fan_title(since, then, middle, sure) =
            "Prognos för när det är klart, som den sett ut varje dag sedan {since}. Då låg mitten på {then}; \
             nu ligger den på {middle}, och datumet för 85\u{a0}% på {sure}.";
        first_due(due) = "Först utlovat: {due}";
        given_by = "Gett av";
        given_on(promisor, chance) = "{promisor}, utifrån en prognos på {chance}.";
        given_without(promisor) = "{promisor}, utan prognos:";
        if_late = "Om vi blir sena";
        in_return = "I gengäld";
        label_delivered = "levererat";
        label_first = "först";
        label_made = "löfte från";
        label_offered = "förslag";
        label_promised = "utlovat till";
        label_to_offer = "att erbjuda";
        label_today = "i dag";
        label_wished = "önskat";
        label_wished_name = "Önskat";
        likely(day) = "troligast {day}";
        line_chance(named, chance, likely) = "{named}; {chance} till dess, troligast {likely}.";
        line_ended(due) = "Utlovat datum: {due}; gäller inte längre.";
        line_kept(due, delivered) = "Utlovat: {due}; levererat {delivered}, i tid.";
        line_late(due, delivered) = "Utlovat: {due}; levererat {delivered}, för sent.";
        line_likely(named, likely) = "{named}; troligast {likely}.";
        line_offered(due) = "Förslag: {due}";
        line_passed(named, likely) = "{named}, passerat; troligast {likely}.";
        line_promised(due) = "Utlovat: {due}";
        line_to_offer(due) = "Att erbjuda: {due}";
        line_unknown(named) = "{named}; går inte att förutse ännu.";
        line_wished(told, day, chance) => {
            let told = told.to_string();
            let told = told.trim_end_matches('.');
            format!("{told}; önskat {day}, {chance} till dess.")
        };
        line_withdrawn(due) = "Utlovat: {due}; hölls inte.";
        measure_as_promised = "Som utlovat";
        measure_less = "Mindre än utlovat";
        measure_more = "Mer än utlovat";
        nothing_because(because) = "Inget, eftersom {because}";
        on_time_from(days: i32) => {
            match days {
                0 => "Det utlovade datumet".to_owned(),
                1 => format!("Från {days} arbetsdag före utlovat datum"),
                _ => format!("Från {days} arbetsdagar före utlovat datum"),
            }
        };
        on_time_window = "Leveransfönster";
        point_by = "När";
        point_changes = "Vad som ändras";
        point_how_sure = "Hur säkert";
        point_kept_when = "Hållet när";
        point_until = "Gäller till";
        point_why = "Varför";
        price_of(price) = "Pris: {price}.";
        proposal_name = "Förslag";
        proposal_ours(due) = "Vi har föreslagit {due} och väntar på kundens svar.";
        proposal_ours_subject = "Vi har föreslagit att ändra själva löftet och väntar på kundens svar.";
        proposal_theirs(name, due) = "{name} ber om {due} och väntar på vårt svar.";
        proposal_theirs_subject(name) = "{name} ber oss ändra själva löftet och väntar på vårt svar.";
        reason_capacity = "folk eller tid saknades";
        reason_counter_promise = "det som hade utlovats till oss kom för sent";
        reason_customer_wish = "kunden vill ha ett annat datum";
        reason_mistake = "det utlovades av misstag";
        reason_priority = "ett annat löfte gick före";
        reason_scope = "det som efterfrågas har ändrats";
        reason_third_party = "någon annan levererade för sent";
        reason_work = "arbetet tog längre tid än vi trodde";
        receipt = "Kvitto";
        receipt_both(since) = "Finns hos båda sedan {since}";
        receipt_fetch = "Hämta kvittot, som går att kontrollera utan oss";
        receipt_ours = "Bara hos oss";
        receipt_unconfirmed = "Hos oss; kunden har inte bekräftat löftet än";
        remedy_capped(once, cap) = "{once}, högst {cap}";
        remedy_choice_credit = "Avdrag, en gång";
        remedy_choice_credit_day = "Avdrag per arbetsdag";
        remedy_choice_penalty = "Vite, en gång";
        remedy_choice_penalty_day = "Vite per arbetsdag";
        remedy_credit(amount) = "{amount} i avdrag";
        remedy_credit_day(amount) = "{amount} i avdrag per arbetsdag";
        remedy_none = "Inget avtalat";
        remedy_penalty(amount) = "{amount} i vite";
        remedy_penalty_day(amount) = "{amount} i vite per arbetsdag";
        reply_agree = "Ja, det går bra";
        reply_ask_date = "Be om en annan dag";
        reply_confirm = "Det har kommit";
        reply_dispute = "Något stämmer inte";
        reply_field_date = "Vilken dag passar dig?";
        reply_field_why = "Varför den dagen?";
        reply_field_words = "Vill du tillägga något? (frivilligt)";
        reply_field_words_needed = "Vad är det som inte stämmer?";
        reply_met = "Det här är gjort";
        reply_no = "Nej";
        reply_other_date = "Annan dag";
        reply_recorded_no = "Det här lovade ni inte";
        reply_recorded_yes = "Ja, det här lovade ni";
        reply_release = "Det här behövs inte längre";
        reply_send = "Skicka svaret";
        reply_take_back = "Ta tillbaka önskemålet";
        reply_yes(due) = "Ja, {due} går bra";
        strictness_strict = "Fast leveransdag";
        strictness_target = "Riktdatum";
        sure_by(chance, due) = "{due}, {chance} till dess";
        vow_change(old, due) => {
            if old.to_string().is_empty() {
                format!("Vi föreslår {due}.")
            } else {
                format!("Vi håller inte {old} och föreslår {due}.")
            }
        };
        vow_delivered(at, until) =
            "Det var på plats {at}. Om du inte säger något annat före {until} räknas det som levererat.";
        vow_new_subject(subject) = "Vi föreslår det här i stället: {subject}";
        vow_offered(due) = "Vi erbjuder {due}. Med ditt ja blir det ett löfte.";
        vow_recorded(sentence) =
            "I det som har sagts mellan oss hittade vi det här: ”{sentence}” Är det vad vi lovade er?";
        vow_you_asked(asked) => {
            if asked.to_string().is_empty() {
                "Du har bett om en ändring. Vårt svar kommer här.".to_owned()
            } else {
                format!("Du har bett om {asked}. Vårt svar kommer här.")
            }
        };

    // Bringing a history, settings, as whom one acts, what went wrong.
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

        // Who comes in: invitations, signing in, the second step, sessions, tokens.
        access_again = "Lösenordet stämde inte; ingenting är ändrat.";
        access_code_wrong = "Koden stämmer inte, eller är redan använd. Ta den senaste.";
        access_common = "Det lösenordet hör till dem som andra provar först. Välj ett annat.";
        access_last_admin = "Det måste finnas en administratör kvar som kan logga in. Gör först någon annan till administratör.";
        access_long(most) = "Ett lösenord har högst {most} tecken.";
        access_no_second = "Det finns inget andra steg att ändra: det är av.";
        access_only_way_in = "Det här är ditt enda sätt att logga in. Be först en administratör om en länk för att \
            välja ett lösenord.";
        access_over = "Det tog för lång tid, eller så var för många koder fel. Börja om med ditt lösenord.";
        access_personal = "Det lösenordet är ditt eget namn, din adress eller företagets. Välj ett annat.";
        access_scope(most) = "Din åtkomstnyckel räcker inte längre än din roll: {most}.";
        access_second_demanded = "Din organisation kräver det andra steget. Ställ in en annan app i stället.";
        access_short(least) = "Ett lösenord har minst {least} tecken; en kort mening är lättast att minnas.";
        access_sign_in_again = "För det här måste du ha loggat in under de senaste tio minuterna. Logga ut, logga in igen \
            och gör det sedan här.";
        access_taken = "Någon loggar redan in med den adressen. Välj en annan.";
        access_wait(minutes) = "För många försök. Vänta {minutes} och försök igen; med en webbläsare som du har loggat in med tidigare \
        behöver du inte vänta.";
        access_wrong = "Adressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.";
        cancel = "Avbryt";
        failed_elsewhere_do = "Öppna handslag på dess egen adress och gör det där.";
        failed_elsewhere_why = "handslag tar bara emot formulär från sina egna sidor, under sitt eget namn. Den här begäran kom från en \
        annan webbplats, eller nämnde en annan dator.";
        failed_link = "Den här länken fungerar inte längre";
        failed_link_do = "Be en administratör på ditt företag om en ny. Vid den allra första starten skriver handslag ut en ny \
        varje gång programmet startas.";
        failed_link_why = "Den är redan använd, för gammal, eller så saknas en bit av den.";
        failed_not_signed_in = "Ingen är inloggad här, eller så har inloggningen gått ut.";
        failed_not_signed_in_do = "Logga in, gå tillbaka en sida och skicka igen. Ingenting är ändrat.";
        field_code = "Kod";
        field_code_hint = "Sex siffror från din app, eller en av dina återställningskoder";
        field_login = "Din mejladress";
        field_new_password = "Nytt lösenord";
        field_new_password_hint = "Minst 12 tecken; en kort mening är lättast att minnas";
        field_password = "Lösenord";
        field_password_now = "Nuvarande lösenord";
        flow_again = "Börja om";
        flow_again_join = "Tillbaka till inbjudan";
        flow_again_me = "Tillbaka till din sida";
        flow_over = "Den här inloggningen är över";
        flow_over_do = "Börja om i den här webbläsaren och bli klar inom tio minuter.";
        flow_over_why = "Den påbörjades i en annan webbläsare eller flik, tog mer än tio minuter eller var redan \
            avslutad. Ingenting är ändrat.";
        identities_heading = "Konton som du loggar in med";
        identities_need_password = "För att koppla ett konto till anger du ditt lösenord, och du har inget. En \
            administratör kan skapa en länk så att du kan välja ett.";
        identities_none = "Inget konto är kopplat än.";
        identities_note = "Med företagets konto loggar du in även här, utan ännu ett lösenord.";
        identity_link = "Koppla ett konto";
        identity_provider = "Konto";
        identity_since = "Kopplat sedan";
        identity_unlink = "Koppla från";
        identity_unlink_one(provider) = "Koppla från {provider}";
        join_begin = "Logga in och börja";
        join_heading(organisation) = "{organisation} bjuder in dig";
        join_reset_heading = "Välj ett nytt lösenord";
        join_reset_said(name) = "För {name}. Du loggas ut överallt där du var inloggad.";
        join_said(name) = "Du kommer att agera som {name}. Välj hur du loggar in i fortsättningen; den här sidan fungerar en gång.";
        me_heading_signed_in = "Du";
        me_no_password = "Du har inget lösenord. En administratör kan skapa en länk så att du kan välja ett.";
        me_open_house = "Det här är en provkörning på den här datorn: den som sitter här kan agera som vilken medlem som helst. \
        Det du gör sparas under namnet du väljer här.";
        me_password = "Ditt lösenord";
        me_password_do = "Ändra lösenordet";
        me_password_note = "Du loggas ut överallt annars där du är inloggad.";
        me_signed_in_as(login) = "Du loggar in som {login}.";
        me_signed_in_by(provider) = "Du loggar in med {provider}.";
        member_access = "Inloggning";
        member_access_both = "med lösenord eller kopplat konto";
        member_access_invited(day) = "inbjuden, till {day}";
        member_access_linked = "med kopplat konto";
        member_access_none = "kan inte logga in än";
        member_access_one = "med lösenord";
        member_access_two = "med lösenord och kod";
        member_change(name) = "Ändra {name}";
        member_invite = "Skapa en länk för att gå med";
        member_leave = "Har slutat";
        member_leave_sure = "Loggas genast ut överallt, åtkomstnycklar upphör, det de har gjort finns kvar.";
        member_lift = "Ta bort det andra steget";
        member_lift_sure = "För den som har tappat bort både telefon och återställningskoder. Lösenordet gäller som förut.";
        member_reset = "Skapa en länk för ett nytt lösenord";
        member_sign_out = "Logga ut överallt";
        member_sign_out_sure = "Genast, i varje webbläsare. Det går att logga in igen; åtkomstnycklar gäller som förut.";
        members_tokens = "Allas åtkomstnycklar";
        minutes_count(n: u64) => { if n == 1 { "en minut".to_owned() } else { format!("{n} minuter") } };
        once_back = "Jag har sparat det";
        once_codes = "Dina återställningskoder";
        once_codes_said = "Med var och en av dem loggar du in en gång när du inte har din app till hands. Skriv ut dem eller spara \
        dem i din lösenordshanterare; de visas inte igen.";
        once_link(name) = "En länk till {name}";
        once_link_said(day) = "Skicka den på ett sätt som du litar på. Den fungerar en gång, till {day}, och visas inte igen.";
        once_token = "Din nya åtkomstnyckel";
        once_token_said = "Lägg den där programmet förvarar sina hemligheter; den visas inte igen.";
        onwards_go(provider) = "Fortsätt till {provider}";
        onwards_heading(provider) = "Vidare till {provider}";
        onwards_said(provider) = "{provider} frågar vem du är och skickar dig tillbaka hit. Händer ingenting, \
            fortsätt själv.";
        provider_broken(provider) = "{provider} svarade inte som det ska";
        provider_broken_do = "Försök igen om en minut, eller logga in med ditt lösenord. Om det fortsätter, säg till \
            den som driver handslag: serverns logg säger varför.";
        provider_broken_why = "Ingen släpptes in. Det beror inte på dig.";
        provider_join(provider) = "Börja med {provider}";
        provider_join_said = "Eller slipp ännu ett lösenord och logga in med ett konto som du redan har:";
        provider_refused(provider) = "{provider} släppte inte in dig";
        provider_refused_do(provider) = "Försök igen. Om du inte avbröt själv, fråga den som sköter {provider} på \
            ditt företag om ditt konto får använda handslag.";
        provider_refused_why = "Du avbröt där, eller så får ditt konto inte använda handslag. Ingenting är ändrat.";
        provider_sign_in(provider) = "Logga in med {provider}";
        provider_taken(provider) = "Det här kontot hos {provider} är redan kopplat";
        provider_taken_do = "Ta ett annat konto, eller koppla först från det här där det är kopplat.";
        provider_taken_why = "Det loggar in en annan medlem, och ett konto loggar bara in en medlem. Ingenting är \
            ändrat.";
        provider_unknown = "Ingen här är kopplad till det här kontot";
        provider_unknown_do(provider) = "Logga in med ditt lösenord och koppla {provider} på din egen sida. Är du ny \
            här, be en administratör på ditt företag om en inbjudan.";
        provider_unknown_why(provider) = "{provider} säger vem du är, men inte vilken medlem det är; samma adress \
            räcker inte.";
        provider_weak(provider) = "{provider} anger inget andra steg";
        provider_weak_do(provider) = "Ställ in ett andra steg för ditt konto hos {provider} och logga in igen. Om du redan har \
            ett, fråga den som sköter {provider} på ditt företag.";
        provider_weak_why(provider) = "Den som loggar in här med {provider} behöver ett. Ingenting är ändrat.";
        scope_draft = "utkast (skriver utkast, lovar aldrig)";
        scope_promise = "lova (allt som din roll får göra)";
        scope_read = "läsa (tittar bara)";
        second_app = "Rikta din autentiseringsapp mot rutan, eller skriv in nyckeln under den.";
        second_begin = "Lägg till en kod från en app";
        second_by_provider = "Du har inget lösenord att skydda. Kontot som du loggar in med frågar självt efter ett \
            andra steg.";
        second_confirm = "Slå på";
        second_demanded = "Din organisation kräver att alla som loggar in med lösenord också anger en kod från en app. \
            Det gör du i ordning här; allt annat får vänta så länge.";
        second_heading = "Ett andra steg när du loggar in";
        second_key = "Nyckel";
        second_kept = "Din organisation kräver det, så det är alltid på.";
        second_new_codes = "Skapa nya återställningskoder";
        second_off = "Av: lösenordet räcker för att logga in. Med en kod från en app stängs andra som känner till det ute.";
        second_on = "På: utöver lösenordet krävs en kod från din app.";
        second_remove = "Slå av";
        second_replace = "Byt app eller telefon";
        session_end = "Logga ut där";
        session_here = "den här webbläsaren";
        session_seen = "Senast sedd";
        session_where = "Var";
        sessions_end_others = "Logga ut på andra ställen";
        sessions_everywhere_else = "Överallt utom här";
        sessions_heading = "Här är du inloggad";
        sign_in_code_heading = "Din kod";
        sign_in_customer = "Har du fått en länk till ett löfte? Öppna den från mejlet: kunder behöver inget lösenord här.";
        sign_in_do = "Logga in";
        sign_in_heading = "Logga in";
        sign_in_lost = "Har du tappat bort lösenordet? En administratör på ditt företag skapar en länk för ett nytt.";
        sign_in_no_one = "Ingen kan logga in här än: öppna länken som handslag skrev ut vid starten.";
        sign_out = "Logga ut";
        token_days = "Giltig i antal dagar";
        token_ends = "Till";
        token_make = "Skapa en åtkomstnyckel";
        token_name = "Vad den är till för";
        token_revoke = "Återkalla";
        token_scope = "Hur långt den räcker";
        token_used = "Senast använd";
        token_used_never = "aldrig";
        token_whose = "Vems";
        tokens_heading = "Åtkomstnycklar för program";
        tokens_none = "Det finns ingen.";
        tokens_note = "Ett program agerar som du, men inte längre än dess nyckel räcker: den som bara skriver utkast kan aldrig \
        lova.";
        wanted_known(field) = "{field}: välj ett ur listan.";
        wanted_token_days = "Dagar: ett heltal från 1 till 366.";

        // What a yes costs: the menu of a quote, its settings, and sentences to send.
        and_more_names(a, b, count) = "{a}, {b} och {count} till";
        and_two(a, b) = "{a} och {b}";
        cost_hired(money, hours) = "{money} för {hours} inhyrda timmar";
        cost_hired_hour = "En inhyrd timme";
        cost_hour = "En arbetstimme";
        cost_loss_breach = "Ett missat datum, när löftet inget säger";
        cost_loss_day = "En arbetsdag för sent, när löftet inget säger";
        cost_others(money, who) = "{money} för att det blir senare för {who}";
        cost_others_gain(money) = "{money} för att det blir tidigare för andra";
        cost_overtime(money) = "{money} för övertid";
        cost_overtime_hours = "Övertid per vecka, i timmar";
        cost_overtime_percent = "En övertidstimme, i % av en vanlig";
        cost_own(money) = "{money} för risken att vi själva blir sena";
        could_input(due) = "Gör kunden sin del genast blir det {due}.";
        could_part(pieces, of, due, rest) =
            "Till {due} kan {pieces} av {of} vara klara, resten till {rest}; båda utan merpris.";
        could_part_do(pieces) = "Räkna på de första {pieces}";
        could_talk = "Det som hjälper: en mindre första del, eller deras egen del tidigare.";
        field_loss_breach = "Att missa det kostar oss, en gång";
        field_loss_day = "En arbetsdag för sent kostar oss";
        field_movable = "Kunden har gått med på att det flyttas";
        input_counts(own, usual) =
            "Av löftena som berörs säger {own} vad en försening kostar; {usual} räknas till beloppen för alla andra.";
        input_hired(money) = "En inhyrd timme: {money}.";
        input_hired_none = "Inhyrning har inget pris här och har därför inte prövats.";
        input_left_out(promises) = "Inte medräknade, eftersom de är i en annan valuta: {promises}.";
        input_loss(day, breach) = "Försening som löftet inget säger om: {day} per arbetsdag och {breach} en gång.";
        input_loss_none = "Försening som löftet inget säger om räknas inte.";
        input_not = "Inte medräknat: att en kund kan lämna oss, och vad andra kunder hade betalat för timmarna.";
        input_set = "Ange vad ett ja kostar";
        input_team(team, money, percent, hours) =
            "{team}: en timme kostar {money}, övertid {percent} av det, högst {hours} timmar i veckan.";
        input_trials(trials) = "Varje datum har spelats {trials} gånger; inget pris är noggrannare än så.";
        menu_heading = "Ja, och så mycket kostar det";
        menu_inputs = "Vad priserna bygger på";
        menu_makes_wish = "Då hinner vi till datumet som kunden vill ha.";
        menu_moves(subject, account, day) = "{subject} ({account}) får flyttas: kom överens om {day}.";
        menu_no_costs =
            "Ingen har sagt än vad en timme eller en försenad dag kostar. Till dess räknas bara det som avtalats med kunder.";
        menu_only_free = "Ett tidigare datum går inte att få, varken genom att flytta arbete eller ta in fler.";
        menu_price = "Merpris";
        menu_show = "Vad kostar ett tidigare datum?";
        menu_wish_nearest(wished, nearest) =
            "Varken att flytta arbete eller ta in fler räcker till {wished}; närmaste datum är {nearest}.";
        move_stake = "Ange vad en försening kostar oss";
        settings_costs = "Vad ett ja kostar";
        settings_costs_note = "Av detta följer priset för ett tidigare datum. Kunder ser det aldrig.";
        settings_costs_read_only = "Chefer och administratörer kan ändra det här.";
        stake_hint = "För priset på ett annat ja. Kunden ser inte det här; det som avtalats med kunden räknas därutöver.";
        wanted_cost = "ett belopp som 75 eller 82,50";
        wanted_absence = "en första dag, en sista dag som inte ligger före den eller före i dag och som ligger inom tre år, och 1 till 1 000 personer";
        wanted_overtime_hours = "timmar i veckan som 8, högst 10 000";
        wanted_overtime_percent = "ett heltal från 100 till 1000";
        way_before(subject, account) = "Går före {subject} ({account}).";
        way_hired = "Inhyrda gör det, vid sidan av kön.";
        way_last = "Efter allt som väntar.";
        way_overtime(hours, team, until) = "{team} arbetar {hours} timmar övertid fram till {until}.";
        work_loss(day, breach) =
            "En försening kostar oss {day} per arbetsdag och {breach} en gång. Kunden ser inte det här.";
        work_movable = "Kunden har gått med på att det flyttas.";
        yes_because_ahead = "eftersom annat arbete då får vänta";
        yes_because_hired = "eftersom vi då tar in extra folk";
        yes_because_overtime = "eftersom våra medarbetare då arbetar övertid";
        yes_costs(due, price, because) = "Ja. Det går till {due}; då tillkommer {price}, {because}.";
        yes_free(due) = "Ja. Det går till {due}, utan merpris.";
        yes_heading = "Klart att skicka";
        yes_part(pieces, of, due, rest) =
            "Ja. {pieces} av {of} är klara till {due} och resten till {rest}, utan merpris.";
}
