//! Swedish: can we promise? The question, its answer, the offer, and what is wrong with either.

translate! { Quote in Sv:
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
}
