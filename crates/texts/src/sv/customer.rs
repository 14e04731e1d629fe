//! Swedish: the customer's page, counter-promises, the promise line and the fan.

translate! { Customer in Sv:
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
}
