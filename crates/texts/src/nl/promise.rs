//! Dutch: a promise: its page, its moves, its history, its states.

translate! { Promise in Nl:
    await_hint = "In de datum telt dan mee hoe laat zij eerder waren. De klant ziet dit niet.";
    because(reason) = "Reden: {reason}.";
    by_rule = "handslag";
    date_as_wished = "De datum die de klant wil.";
    date_now(percent, due) = "Met {percent} kans kun je nu {due} beloven.";
    domino_all(n: usize, count, before, after) => {
        if n == 2 {
            format!("De kans dat we beide nakomen gaat van {before} naar {after}.")
        } else {
            format!("De kans dat we ze alle {count} nakomen gaat van {before} naar {after}.")
        }
    };
    domino_by_capacity(team) = "staat in de rij bij team {team}";
    domino_by_dependency = "wacht erop";
    domino_by_work(n: usize) => {
        if n == 1 { "hangt aan hetzelfde werkitem".to_owned() } else { format!("hangt aan dezelfde {n} werkitems") }
    };
    domino_by_work_between = "via ander werk dat ertussen zit";
    domino_computed(trials, seed, points) = "Geteld door het hele plan {trials} keer door te rekenen, met en zonder de vertraging en telkens met hetzelfde toeval (seed {seed}). Alleen al door dat aantal kan een verschil er zo’n {points} procentpunt naast zitten.";
    domino_customer(name, n: usize, count, before, after) => {
        if n == 2 {
            format!("{name}: de kans dat we beide beloften nakomen gaat van {before} naar {after}.")
        } else {
            format!("{name}: de kans dat we alle {count} beloften nakomen gaat van {before} naar {after}.")
        }
    };
    domino_earlier(days) = "{days} eerder";
    domino_heading = "Wat er mee omvalt";
    domino_holds = "houdt stand";
    domino_later(days) = "{days} later";
    domino_more = "Bij een andere vertraging";
    domino_never = "geen datum meer met 50% kans";
    domino_none = "Niets: geen enkele andere belofte verschuift.";
    domino_not_told = "klant weet het nog niet";
    domino_plan_moves(before, after) = "De kans dat het er dan is, gaat van {before} naar {after}.";
    domino_plan_stays(chance) = "De kans dat het er dan is, blijft {chance}.";
    domino_show = "Doorrekenen";
    domino_slip_asked(days) = "Als het {days} later komt dan we nu zien:";
    domino_slip_forecast(level, days) = "De datum met {level} kans ligt {days} na de afspraakdatum. Als het zoveel later komt dan we nu zien:";
    domino_slip_supposed(days) = "De voorspelling ziet geen vertraging. Zou het toch {days} later komen:";
    domino_through_delivery(who) = "Het werk is eerder klaar dan wat {who} levert, dus nemen we aan dat dát later komt.";
    domino_through_nothing = "Het werk is af, dus nemen we aan dat het zoveel later wordt overgedragen.";
    domino_through_waiting = "Het werk is eerder klaar dan wat zij beloven, dus nemen we aan dat dát later komt.";
    domino_through_work = "We nemen aan dat het werk dat nog openstaat langer duurt.";
    domino_told = "andere datum voorgesteld";
    domino_unknown = "Deze belofte is niet te voorspellen, en wat erop wacht dus ook niet.";
    done_heading = "Je geschiedenis is ingelezen";
    field_delivery = "Wat zij leveren";
    field_their_plan = "Wat zij willen gaan doen";
    field_their_plan_on = "Wanneer";
    field_third_party = "Wie levert";
    field_after = "Na welke beloften";
    field_after_hint = "Hun nummers, zoals 214 of 214, 217";
    field_days = "Werkdagen later";
    field_delivered_at = "Geleverd op";
    field_delivery_words = "Of in je eigen woorden";
    field_for_good = "De klant wil geen nieuw aanbod";
    field_measure = "Vergeleken met wat er beloofd was";
    field_met_at = "Ontvangen op";
    field_new_date = "Nieuwe datum";
    field_other_date = "De datum die de klant vraagt";
    field_reason = "Reden";
    field_reference = "Verwijzing";
    field_reference_hint = "Waar iedereen het kan zien: het nummer van een pakbon, het adres van een pagina.";
    field_why_customer = "Waarom, zoals de klant het leest";
    field_words = "In een paar woorden";
    field_words_optional = "In een paar woorden, als je wilt";
    happened_accepted(who) = "{who} nam het aanbod aan.";
    happened_agreed(who) = "{who} ging akkoord met de wijziging.";
    happened_below_policy(taker) = "{taker} nam het op zich om onder het gebruikelijke niveau te gaan.";
    happened_confirmed(who) = "{who} bevestigde de levering: zoals beloofd.";
    happened_confirmed_less(who) = "{who} bevestigde de levering: minder dan beloofd.";
    happened_confirmed_more(who) = "{who} bevestigde de levering: meer dan beloofd.";
    happened_counter_met(subject, day) = "Wat zij beloofden, kwam op {day}: {subject}.";
    happened_counter_passed(subject) = "Wat zij beloofden, kwam niet op tijd: {subject}.";
    happened_counter_proposed(who, due) = "{who} wilde liever {due}.";
    happened_counter_proposed_words(who) = "{who} wilde liever iets anders.";
    happened_declined(who) = "{who} sloeg het aanbod af.";
    happened_delivered(who, at) = "{who} meldde de levering: {at}.";
    happened_discarded(who) = "{who} gooide het concept weg.";
    happened_disputed(who) = "{who} zei dat het niet geleverd is.";
    happened_drafted(who) = "{who} begon een concept.";
    happened_due_passed(due) = "Het was beloofd voor {due} en is nu te laat.";
    happened_fell(chance) = "De voorspelling zakte naar {chance}.";
    happened_fell_off_plan(chance) = "De voorspelling zakte naar {chance}: van schema.";
    happened_first_forecast(chance) = "De eerste voorspelling: {chance}.";
    happened_lapsed = "Het aanbod verliep zonder antwoord.";
    happened_not_agreed(who) = "{who} ging niet akkoord met de wijziging.";
    happened_offered(who, due, chance) = "{who} bood {due} aan, op een voorspelling van {chance}.";
    happened_offered_until(until) = "Het aanbod geldt tot {until}.";
    happened_offered_without(who, due) = "{who} bood {due} aan, zonder voorspelling.";
    happened_proposal_taken_back(who) = "{who} trok het voorstel in.";
    happened_proposed(who, new) = "{who} stelde {new} voor.";
    happened_proposed_instead(who, new, old) = "{who} stelde {new} voor in plaats van {old}.";
    happened_proposed_subject(who, subject) = "{who} stelde voor om dit te beloven: “{subject}”.";
    happened_record_confirmed(who) = "{who} bevestigde dat dit beloofd is.";
    happened_record_rejected(who) = "{who} zei dat dit niet beloofd is.";
    happened_recorded(who) = "{who} legde de belofte vast.";
    happened_redrafted(who) = "{who} paste het concept aan.";
    happened_released(who) = "{who} onthief ons van de belofte.";
    happened_reopened(who) = "{who} maakte van het aanbod weer een concept.";
    happened_rose(chance) = "De voorspelling steeg naar {chance}.";
    happened_shift(days: i32, due) => {
        let unit = if days == 1 { "werkdag" } else { "werkdagen" };
        format!(
            "Wat zij beloofden is {days} {unit} te laat. Zoals afgesproken schuift onze datum mee: het voorstel is {due}."
        )
    };
    happened_silence_ended = "Binnen de aangekondigde tijd kwam er geen bezwaar, dus de levering staat vast.";
    happened_taken_back(who) = "{who} trok het aanbod in.";
    happened_voided(who) = "{who} liet de belofte vervallen, omdat niet kwam wat zij beloofden.";
    happened_withdrawn(who, reason) = "{who} gaf aan dat we deze belofte niet nakomen. Reden: {reason}.";
    history = "Geschiedenis";
    history_note(n: usize) => {
        if n == 1 {
            "1 gebeurtenis, verzegeld".to_owned()
        } else {
            format!("{n} gebeurtenissen, verzegeld")
        }
    };
    move_accept = "De klant neemt het aan";
    move_agree = "Akkoord met hun voorstel";
    move_complete = "Concept afmaken";
    move_confirm = "De klant bevestigt de levering";
    move_confirm_record = "De klant bevestigt dat dit beloofd is";
    move_await = "Dit wacht op een derde";
    move_arrived(who, what) = "{who} heeft geleverd: {what}";
    move_counter_propose = "De klant wil een andere datum";
    move_decline = "De klant slaat het af";
    move_deliver = "Levering melden";
    move_disagree = "Hun voorstel afwijzen";
    move_discard = "Concept weggooien";
    move_dispute = "De klant zegt dat het niet geleverd is";
    move_met(subject) = "Ontvangen: {subject}";
    move_offer_again = "Opnieuw aanbieden";
    move_plan = "Aangeven welk werk het kost";
    move_reject_record = "De klant zegt dat dit niet beloofd is";
    move_release = "De klant heeft het niet meer nodig";
    move_renegotiate = "Andere datum afspreken";
    move_take_back = "Aanbod intrekken";
    move_take_proposal_back = "Ons voorstel intrekken";
    move_their_plan = "De klant wil er iets mee gaan doen";
    move_they_agree = "De klant gaat akkoord";
    move_they_ask = "De klant vraagt om een andere datum";
    move_they_disagree = "De klant gaat niet akkoord";
    move_void(subject) = "Belofte laten vervallen, want dit kwam niet: {subject}";
    move_withdraw = "We komen het niet na";
    number = "Nummer";
    open_questions = "Nog open";
    plan_stays = "Het werk blijft zoals het gepland is";
    promise_line = "Beloftelijn";
    promise_number = "belofte";
    quoted(words) = "“{words}”";
    seen_by(percent, day) = "Met {percent} kans uiterlijk {day}.";
    seen_chance(chance, due, likely) = "{chance} kans dat het er uiterlijk {due} is, waarschijnlijk {likely}.";
    seen_kept_by = "Nagekomen als";
    seen_late(due, likely) = "Beloofd voor {due}, nu waarschijnlijk {likely}.";
    seen_unknown = "Over de datum valt nog niets eerlijks te zeggen.";
    settled_broken = "Het is niet geleverd.";
    settled_early(days: i32) => {
        if days == 1 {
            "Geleverd 1 werkdag voor de datum, vroeger dan het tijdvenster.".to_owned()
        } else {
            format!("Geleverd {days} werkdagen voor de datum, vroeger dan het tijdvenster.")
        }
    };
    settled_kept(days: i32) => {
        if days == 1 {
            "Geleverd 1 werkdag voor de datum.".to_owned()
        } else {
            format!("Geleverd {days} werkdagen voor de datum.")
        }
    };
    settled_late(days: i32) => {
        match days {
            ..=0 => "Geleverd op de dag zelf, na de beloofde tijd.".to_owned(),
            1 => "Geleverd 1 werkdag na de datum.".to_owned(),
            _ => format!("Geleverd {days} werkdagen na de datum."),
        }
    };
    settled_on_the_day = "Geleverd op de dag zelf.";
    settled_undated = "Geleverd; er was geen datum afgesproken.";
    erased_person = "Een gewiste persoon";
    somebody = "Iemand";
    state_accepted = "aangenomen";
    state_broken = "niet nagekomen";
    state_declined = "afgewezen";
    state_delivered = "geleverd";
    state_delivered_undated = "geleverd, zonder datum";
    state_discarded = "weggegooid";
    state_draft = "concept";
    state_kept = "nagekomen";
    state_kept_early = "nagekomen, te vroeg";
    state_kept_late = "niet nagekomen, te laat";
    state_lapsed = "verlopen";
    state_late = "te laat";
    state_off_plan = "van schema";
    state_offered = "aangeboden";
    state_on_plan = "op schema";
    state_recorded = "vastgelegd";
    state_released = "ontheven";
    state_settled = "afgerond";
    state_unknown = "niet te voorspellen";
    state_void = "vervallen";
    state_watch = "opletten";
    state_withdrawn = "ingetrokken";
    told_by_customer = "zoals de klant je liet weten";
    told_to(contact, member) = "{contact} (zoals verteld aan {member})";
    untitled = "Belofte zonder titel";
    void_means = "De belofte eindigt voor jullie allebei en telt als vervallen, niet als niet nagekomen.";
    their_plan_hint = "Bij ‘Wat er mee omvalt’ staat dan of dat nog lukt als de belofte verschuift. De klant ziet dit niet.";
    tie_delivery(who, what) = "{who} levert: {what}.";
    tie_plan(due, what) = "De klant rekent op {due}: {what}.";
    tie_record(late, all) = "Eerder {late} van de {all} keer te laat";
    ties_heading = "Buiten ons bedrijf";
    untie = "Weghalen";
    what_can_be_done = "Wat je nu kunt doen";
    what_can_be_done_note = "elke stap komt in de geschiedenis";
    what_is_true = "Wat er nu geldt";
    what_moves = "Wat de datum verschuift";
    what_was_said = "Wat er is gezegd";
    withdraw_means = "De belofte telt dan als niet nagekomen, en dat blijft zo staan. Is een latere datum ook goed, spreek dan een andere datum af.";
    words_erased = "De woorden zijn gewist.";
    work_any_kind = "elk soort";
    work_behind = "Het werk erachter";
    work_hours(hours) = "Geschat op {hours} uur per stuk.";
    work_records(n: usize) => {
        if n == 1 {
            "Gekoppeld aan 1 werkitem in je planningssysteem.".to_owned()
        } else {
            format!("Gekoppeld aan {n} werkitems in je planningssysteem.")
        }
    };
    work_said(pieces: u32, number, kind, team) => {
        if pieces == 1 {
            format!("{number} stuk werk ({kind}) voor team {team}.")
        } else {
            format!("{number} stukken werk ({kind}) voor team {team}.")
        }
    };
    work_waits_for = "Ze wacht op:";
}
