//! Swedish: the page that reads a letter.

translate! { Wording in Sv:
    nav_wording = "Skriva";
    wording_asked = "Vi ber kunden";
    wording_asked_hint =
        "Det som är ikryssat och har ett datum skrivs upp som motprestation till löftet du skriver upp.";
    wording_asked_undated = "Inget datum än: nämn ett, så kan det skrivas upp.";
    wording_best(day) = "Det bästa datum som går att nämna: {day}.";
    wording_by(day) = "senast {day}";
    wording_can_we = "Kan vi lova det?";
    wording_chance(day, chance) = "Senast {day}: {chance} chans.";
    wording_clear = "Här behöver inget ändras.";
    wording_cost = "Vad ett ja kostar de andra";
    wording_due(day) = "Senast {day}.";
    wording_empty = "Det som inte går att hålla märks medan du skriver: en tid som inte är någon tid, ett nej utan utväg, ett \
        påstående utan grund. Bredvid varje löfte står dess chans, och det datum som håller.";
    wording_choose = "Välj kunden: texten säger inte till vem detta lovas.";
    wording_file = "Ett mejl (.eml), en sida eller ett dokument";
    wording_file_open = "Öppna";
    wording_file_unread(most) = "Filen går inte att läsa. Ta ett mejl som .eml, en sida som .html, ett dokument som .docx eller ren text, \
        på högst {most} MB.";
    wording_for(kind, team) = "Räknat på ”{kind}” hos {team}.";
    wording_for_team(team) = "Räknat på arbete hos {team}.";
    wording_found(n: usize, count) => {
        if n == 1 {
            format!("{count} sak att titta på")
        } else {
            format!("{count} saker att titta på")
        }
    };
    wording_for_account(account) = "Till {account}.";
    wording_holds(day, chance) = "Går att lova: senast {day}, {chance} chans.";
    wording_look = "Gå igenom den";
    wording_mail_from(who, when) = "Från {who}, {when}.";
    wording_no_date = "Ett löfte utan datum.";
    wording_no_language = "Det här läses inte som nederländska, svenska eller engelska, så inget kan sägas om det.";
    wording_number(number) = "löfte {number}";
    wording_on(day) = "på {day}";
    wording_passed(day) = "{day} har passerat.";
    wording_passed_on = "Lovat av någon annan";
    wording_passed_on_hint = "Det ligger inte i våra händer. Skriv vad vi gör om det kommer senare.";
    wording_record = "Skriv upp löftet";
    wording_recorded = "Uppskrivet.";
    wording_stands = "Finns redan som";
    wording_take(words) = "Skriv ”{words}”";
    wording_text = "Din text";
    wording_text_hint = "Skriv den, klistra in den eller släpp ett mejl (.eml) på den. Den läses här; inget sparas och inget \
        skickas vidare.";
    wording_they_ask = "Kunden ber om";
    wording_they_promise = "Kunden lovar";
    wording_title = "Vad skriver du till kunden?";
    wording_too_long(most) = "Det är för långt att gå igenom på en gång: högst {most} tecken. Ta det i delar.";
    wording_vague = "Ett löfte med en tid som inte är någon tid.";
    wording_work = "Vad det gäller";
    wording_told = "Som texten säger";
    wording_writer = "Skriven av";
    wording_writer_account = "kunden";
    wording_writer_us = "oss";
    wording_yes = "Se vad ett ja skulle kosta";
}
