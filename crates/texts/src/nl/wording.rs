//! Dutch: the page that reads a letter.

translate! { Wording in Nl:
    nav_wording = "Schrijven";
    wording_asked = "We vragen de klant";
    wording_asked_hint = "Wat is aangevinkt en een datum heeft, komt als wederdienst bij de belofte die je vastlegt.";
    wording_asked_undated = "Nog geen datum: noem er een, dan kan het worden vastgelegd.";
    wording_best(day) = "De beste datum die te noemen is: {day}.";
    wording_by(day) = "uiterlijk {day}";
    wording_can_we = "Kunnen we het beloven?";
    wording_chance(day, chance) = "Uiterlijk {day}: {chance} kans.";
    wording_clear = "Hier hoeft niets anders.";
    wording_cost = "Wat een ja de anderen kost";
    wording_due(day) = "Uiterlijk {day}.";
    wording_empty = "Wat je niet waar kunt maken, krijgt een teken terwijl je typt: een tijd die geen tijd is, een nee zonder \
        uitweg, een bewering zonder grond. Naast elke belofte staat haar kans, en de datum die houdt.";
    wording_choose = "Kies de klant: de tekst zegt niet aan wie dit wordt beloofd.";
    wording_file = "Een mail (.eml), een pagina of een document";
    wording_file_open = "Open het";
    wording_file_unread(most) = "Dit bestand is niet te lezen. Neem een mail als .eml, een pagina als .html, een document als .docx, of \
        platte tekst, van hoogstens {most} MB.";
    wording_for(kind, team) = "Gerekend voor ‘{kind}’ door {team}.";
    wording_for_team(team) = "Gerekend voor werk van {team}.";
    wording_found(n: usize, count) => {
        if n == 1 {
            format!("{count} ding om naar te kijken")
        } else {
            format!("{count} dingen om naar te kijken")
        }
    };
    wording_for_account(account) = "Voor {account}.";
    wording_holds(day, chance) = "Wel te beloven: uiterlijk {day}, {chance} kans.";
    wording_look = "Kijk hem na";
    wording_mail_from(who, when) = "Van {who}, {when}.";
    wording_no_date = "Een belofte zonder datum.";
    wording_no_language = "Dit leest niet als Nederlands, Zweeds of Engels, dus er valt niets over te zeggen.";
    wording_number(number) = "belofte {number}";
    wording_on(day) = "op {day}";
    wording_passed(day) = "{day} is voorbij.";
    wording_passed_on = "Door een ander beloofd";
    wording_passed_on_hint = "Wij hebben het niet in de hand. Zeg wat we doen als het later komt.";
    wording_record = "Leg deze belofte vast";
    wording_recorded = "Vastgelegd.";
    wording_stands = "Al vastgelegd als";
    wording_take(words) = "Schrijf ‘{words}’";
    wording_text = "Je tekst";
    wording_text_hint = "Typ of plak hem, of sleep er een mail (.eml) op. Hij wordt hier gelezen; er wordt niets van bewaard of \
        verstuurd.";
    wording_they_ask = "De klant vraagt";
    wording_they_promise = "De klant belooft";
    wording_title = "Wat schrijf je aan de klant?";
    wording_too_long(most) = "Dat is te lang om in één keer na te kijken: hoogstens {most} tekens. Doe het in stukken.";
    wording_vague = "Een belofte met een tijd die geen tijd is.";
    wording_work = "Waar het over gaat";
    wording_told = "Zoals de tekst zegt";
    wording_writer = "Geschreven door";
    wording_writer_account = "de klant";
    wording_writer_us = "ons";
    wording_yes = "Kijk wat een ja zou kosten";
}
