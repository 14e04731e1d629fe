//! Swedish: a promise: its page, its moves, its history, its states.

translate! { Promise in Sv:
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
}
