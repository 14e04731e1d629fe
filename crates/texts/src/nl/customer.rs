//! Dutch: the customer's page, counter-promises, the promise line and the fan.

translate! { Customer in Nl:
    caption_delivered(at, until) =
        "Het was er op {at}. Zegt de klant vóór {until} niets anders, dan geldt het als geleverd.";
    caption_ghost(chance) = "De gestreepte heuvel is wat we zagen toen we het beloofden: {chance}.";
    change_by_consequence(days: i32) => {
        if days == 1 {
            format!("Wat u ons beloofde is {days} werkdag later; onze datum schuift één werkdag op, zoals afgesproken.")
        } else {
            format!("Wat u ons beloofde is {days} werkdagen later; onze datum schuift evenveel op, zoals afgesproken.")
        }
    };
    change_of_date(old, due) => {
        if old.to_string().is_empty() {
            format!("De datum wordt {due}.")
        } else {
            format!("De datum gaat van {old} naar {due}.")
        }
    };
    consequence_name_reprice = "We spreken een nieuwe prijs af";
    consequence_name_shift = "Onze datum schuift evenveel werkdagen op";
    consequence_name_talk = "We overleggen";
    consequence_name_void = "Onze belofte kan vervallen";
    consequence_reprice = "Later? Dan spreken we een nieuwe prijs af.";
    consequence_shift = "Later? Dan schuift onze datum evenveel werkdagen op.";
    consequence_talk = "Later? Dan overleggen we hoe we verdergaan.";
    consequence_void = "Later? Dan kan onze belofte vervallen.";
    counter_asked(subject, due) = "{subject}, uiterlijk {due}.";
    counter_late(days: i32) => {
        if days == 1 {
            format!("{days} werkdag te laat")
        } else {
            format!("{days} werkdagen te laat")
        }
    };
    counter_met(day) = "Gekomen op {day}, op tijd";
    counter_met_late(day, days: i32) => {
        if days == 1 {
            format!("Gekomen op {day}, {days} werkdag te laat")
        } else {
            format!("Gekomen op {day}, {days} werkdagen te laat")
        }
    };
    counter_open(due) = "Beloofd voor {due}";
    customer_heading = "Dit hebben we elkaar beloofd";
    customer_intro(name) =
        "Beste {name}, hier staat alles wat we hebben afgesproken, hoe het er nu voor staat en hoe zeker \
         dat is. De pagina is van u: u hebt geen account nodig, en wat u antwoordt zien we meteen.";
    customer_nothing(name) =
        "Beste {name}, op dit moment is er geen belofte tussen ons. Komt er een, dan vindt u die hier.";
    customer_owes_nothing = "U hebt ons in ruil niets beloofd.";
    customer_page = "Klantpagina";
    customer_print =
        "Dit is een afdruk. De pagina zelf toont altijd het laatste; u vindt die via de link die u van ons \
         kreeg.";
    customer_regards = "Met vriendelijke groet,";
    customer_they(name) = "{name} belooft ons";
    customer_to(contact, name) = "Aan {contact}, {name}";
    customer_we(name) = "Wij beloven {name}";
    exposure_now(exposure) = "(tot nu toe {exposure})";
    fan_85 = "85% uiterlijk";
    fan_by(due) = "Op {due}";
    fan_even = "50% uiterlijk";
    fan_heading = "Hoe de voorspelling bewoog";
    fan_key = "Volle lijn: 50%. Gestreept: 85%. Band: van 5% tot 95%.";
    fan_seen_on = "Gezien op";
    fan_title(since, then, middle, sure) =
        "Voorspelling van wanneer het klaar is, zoals gezien op elke dag sinds {since}. Toen lag het \
         midden op {then}; nu ligt het op {middle}, en de datum van 85% op {sure}.";
    first_due(due) = "Eerst beloofd: {due}";
    given_by = "Gegeven door";
    given_on(promisor, chance) = "{promisor}, op basis van een voorspelling van {chance}.";
    given_without(promisor) = "{promisor}, zonder voorspelling:";
    if_late = "Als we te laat zijn";
    in_return = "In ruil";
    label_delivered = "geleverd";
    label_first = "eerst";
    label_made = "afgesproken";
    label_offered = "aangeboden";
    label_promised = "beloofd voor";
    label_to_offer = "aan te bieden";
    label_today = "vandaag";
    label_wished = "gewenst";
    label_wished_name = "Gewenst";
    likely(day) = "waarschijnlijk {day}";
    line_chance(named, chance, likely) = "{named}; kans {chance}, waarschijnlijk {likely}.";
    line_ended(due) = "Afspraakdatum: {due}; vervallen.";
    line_kept(due, delivered) = "Beloofd: {due}; geleverd {delivered}, op tijd.";
    line_late(due, delivered) = "Beloofd: {due}; geleverd {delivered}, te laat.";
    line_likely(named, likely) = "{named}; waarschijnlijk {likely}.";
    line_offered(due) = "Aangeboden: {due}";
    line_passed(named, likely) = "{named}, verstreken; waarschijnlijk {likely}.";
    line_promised(due) = "Beloofd: {due}";
    line_to_offer(due) = "Aan te bieden: {due}";
    line_unknown(named) = "{named}; nog niet te voorspellen.";
    line_wished(told, day, chance) => {
        let told = told.to_string();
        let told = told.trim_end_matches('.');
        format!("{told}; gewenst {day}, kans {chance}.")
    };
    line_withdrawn(due) = "Beloofd: {due}; niet nagekomen.";
    measure_as_promised = "Zoals beloofd";
    measure_less = "Minder dan beloofd";
    measure_more = "Meer dan beloofd";
    nothing_because(because) = "Niets, omdat {because}";
    on_time_from(days: i32) => {
        match days {
            0 => "De afspraakdatum zelf".to_owned(),
            1 => format!("Vanaf {days} werkdag voor de afspraakdatum"),
            _ => format!("Vanaf {days} werkdagen voor de afspraakdatum"),
        }
    };
    on_time_window = "Tijdvenster";
    point_by = "Wanneer";
    point_changes = "Wat er verandert";
    point_how_sure = "Hoe zeker";
    point_kept_when = "Nagekomen als";
    point_until = "Geldig tot";
    point_why = "Waarom";
    price_of(price) = "Prijs: {price}.";
    proposal_name = "Voorstel";
    proposal_ours(due) = "We stelden {due} voor en wachten op het antwoord van de klant.";
    proposal_ours_subject =
        "We stelden voor de belofte zelf te wijzigen en wachten op het antwoord van de klant.";
    proposal_theirs(name, due) = "{name} vraagt om {due} en wacht op ons antwoord.";
    proposal_theirs_subject(name) = "{name} vraagt de belofte zelf te wijzigen en wacht op ons antwoord.";
    reason_capacity = "er waren te weinig mensen of uren";
    reason_counter_promise = "wat ons was beloofd kwam te laat";
    reason_customer_wish = "de klant wil een andere datum";
    reason_mistake = "het was ten onrechte beloofd";
    reason_priority = "een andere belofte ging voor";
    reason_scope = "er wordt iets anders gevraagd dan eerst";
    reason_third_party = "een ander leverde te laat";
    reason_work = "het werk duurde langer dan we dachten";
    receipt = "Ontvangstbewijs";
    receipt_both(since) = "Bij beiden sinds {since}";
    receipt_fetch = "Ontvangstbewijs ophalen, te controleren zonder ons";
    receipt_ours = "Alleen bij ons";
    receipt_unconfirmed = "Bij ons; de klant heeft de belofte nog niet bevestigd";
    remedy_capped(once, cap) = "{once}, ten hoogste {cap}";
    remedy_choice_credit = "Korting, eenmalig";
    remedy_choice_credit_day = "Korting per werkdag";
    remedy_choice_penalty = "Boete, eenmalig";
    remedy_choice_penalty_day = "Boete per werkdag";
    remedy_credit(amount) = "{amount} korting";
    remedy_credit_day(amount) = "{amount} korting per werkdag";
    remedy_none = "Niets afgesproken";
    remedy_penalty(amount) = "{amount} boete";
    remedy_penalty_day(amount) = "{amount} boete per werkdag";
    reply_agree = "Ja, akkoord";
    reply_ask_date = "Om een andere dag vragen";
    reply_confirm = "Het is er";
    reply_dispute = "Er klopt iets niet";
    reply_field_date = "Welke dag komt u uit?";
    reply_field_why = "Waarom deze dag?";
    reply_field_words = "Wilt u er iets bij zeggen? (mag leeg blijven)";
    reply_field_words_needed = "Wat klopt er niet?";
    reply_met = "Dit is gedaan";
    reply_no = "Nee";
    reply_other_date = "Andere dag";
    reply_recorded_no = "Dit is niet beloofd";
    reply_recorded_yes = "Ja, dit is beloofd";
    reply_release = "Dit is niet meer nodig";
    reply_send = "Antwoord versturen";
    reply_take_back = "Verzoek intrekken";
    reply_yes(due) = "Ja, {due} is goed";
    strictness_strict = "Fatale termijn";
    strictness_target = "Streeftermijn";
    sure_by(chance, due) = "{due}, {chance} kans";
    vow_change(old, due) => {
        if old.to_string().is_empty() {
            format!("We stellen {due} voor.")
        } else {
            format!("We halen {old} niet en stellen {due} voor.")
        }
    };
    vow_delivered(at, until) =
        "Het was er op {at}. Zegt u vóór {until} niets anders, dan geldt het als geleverd.";
    vow_new_subject(subject) = "We stellen dit in plaats daarvan voor: {subject}";
    vow_offered(due) = "We bieden {due} aan. Met uw ja is het een belofte.";
    vow_recorded(sentence) =
        "In wat tussen ons is gezegd vonden we dit: “{sentence}” Hebben we u dit beloofd?";
    vow_you_asked(asked) => {
        if asked.to_string().is_empty() {
            "U vroeg om een wijziging. Ons antwoord komt hier te staan.".to_owned()
        } else {
            format!("U vroeg om {asked}. Ons antwoord komt hier te staan.")
        }
    };
}
