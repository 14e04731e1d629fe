//! Swedish: *du* towards members and customers alike.

mod backtest;
mod capabilities;
mod customer;
mod entrance;
mod price;
mod promise;
mod quote;
mod setting;
mod wording;

/// Swedish.
#[derive(Debug)]
pub(crate) struct Sv;

translate! { Texts in Sv:
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
}
