//! Dutch: what a yes costs: the menu of a quote, its settings, and sentences to send.

translate! { Price in Nl:
    and_more_names(a, b, count) = "{a}, {b} en nog {count}";
    and_two(a, b) = "{a} en {b}";
    cost_hired(money, hours) = "{money} voor {hours} uur inhuur";
    cost_hired_hour = "Een ingehuurd uur";
    cost_hour = "Een uur werk";
    cost_loss_breach = "Een gemiste datum, als de belofte niets zegt";
    cost_loss_day = "Een werkdag te laat, als de belofte niets zegt";
    cost_others(money, who) = "{money} omdat het later wordt voor {who}";
    cost_others_gain(money) = "{money} omdat het voor anderen eerder wordt";
    cost_overtime(money) = "{money} voor overwerk";
    cost_overtime_hours = "Overwerk per week, in uren";
    cost_overtime_percent = "Een overuur, in % van een gewoon uur";
    cost_own(money) = "{money} voor de kans dat we zelf te laat zijn";
    could_input(due) = "Doet de klant zijn deel meteen, dan wordt het {due}.";
    could_part(pieces, of, due, rest) =
        "Op {due} kunnen {pieces} van de {of} er zijn, de rest op {rest}; allebei zonder meerprijs.";
    could_part_do(pieces) = "Reken de eerste {pieces} uit";
    could_talk = "Wat helpt: een kleiner eerste deel, of hun eigen deel eerder.";
    field_loss_breach = "Te laat zijn kost ons, eenmalig";
    field_loss_day = "Een werkdag te laat kost ons";
    field_movable = "De klant vindt het goed als dit verschuift";
    input_counts(own, usual) =
        "Van de beloften die erdoor geraakt worden, zeggen er {own} wat te laat zijn kost; {usual} tellen mee tegen de bedragen voor alle andere.";
    input_hired(money) = "Een ingehuurd uur: {money}.";
    input_hired_none = "Inhuur heeft hier geen prijs en is dus niet geprobeerd.";
    input_left_out(promises) = "Niet meegeteld, want in een andere munteenheid: {promises}.";
    input_loss(day, breach) =
        "Te laat zijn als de belofte er niets over zegt: {day} per werkdag en {breach} eenmalig.";
    input_loss_none = "Te laat zijn telt niet mee als de belofte er niets over zegt.";
    input_not = "Niet meegeteld: dat een klant kan weggaan, en wat andere klanten voor deze uren hadden betaald.";
    input_set = "Stel in wat een ja kost";
    input_team(team, money, percent, hours) =
        "{team}: een uur kost {money}, een overuur {percent} daarvan, hooguit {hours} uur per week.";
    input_trials(trials) = "Elke datum is {trials} keer doorgespeeld; geen prijs is preciezer dan dat toelaat.";
    menu_heading = "Ja, en dit kost het";
    menu_inputs = "Waar deze prijzen op rusten";
    menu_makes_wish = "Hiermee halen we de datum die de klant wil.";
    menu_moves(subject, account, day) = "{subject} ({account}) mag verschuiven: spreek {day} af.";
    menu_no_costs =
        "Nog niemand heeft gezegd wat een uur of een dag te laat kost. Tot dan telt alleen wat met klanten is afgesproken.";
    menu_only_free = "Een eerdere datum zit er niet in, ook niet door te schuiven of meer mensen in te zetten.";
    menu_price = "Meerprijs";
    menu_show = "Wat kost een eerdere datum?";
    menu_wish_nearest(wished, nearest) =
        "Met schuiven en meer mensen halen we {wished} niet; de dichtstbijzijnde datum is {nearest}.";
    move_stake = "Zeg wat te laat zijn ons kost";
    settings_costs = "Wat een ja kost";
    settings_costs_note = "Hieruit volgt de prijs van een eerdere datum. Klanten zien dit nooit.";
    settings_costs_read_only = "Managers en beheerders kunnen dit wijzigen.";
    stake_hint =
        "Voor de prijs van een ander ja. De klant ziet dit niet; wat met de klant is afgesproken telt daarnaast mee.";
    wanted_cost = "een bedrag zoals 75 of 82,50";
    wanted_absence = "een eerste dag, een laatste dag niet daarvoor, niet voor vandaag en binnen drie jaar, en 1 tot en met 1.000 mensen";
    wanted_overtime_hours = "uren per week zoals 8, hooguit 10.000";
    wanted_overtime_percent = "een heel getal van 100 tot en met 1000";
    way_before(subject, account) = "Gaat vóór {subject} ({account}).";
    way_hired = "Ingehuurde mensen doen het, buiten de rij om.";
    way_last = "Achter alles wat wacht.";
    way_overtime(hours, team, until) = "{team} werkt tot {until} {hours} uur over.";
    work_loss(day, breach) =
        "Te laat zijn kost ons {day} per werkdag en {breach} eenmalig. De klant ziet dit niet.";
    work_movable = "De klant vindt het goed als dit verschuift.";
    yes_because_ahead = "omdat ander werk dan moet wachten";
    yes_because_hired = "omdat we er extra mensen voor inzetten";
    yes_because_overtime = "omdat onze mensen er dan voor overwerken";
    yes_costs(due, price, because) = "Ja. Dat kan uiterlijk {due}; dan komt er {price} bij, {because}.";
    yes_free(due) = "Ja. Dat kan uiterlijk {due}, zonder meerprijs.";
    yes_heading = "Klaar om te versturen";
    yes_part(pieces, of, due, rest) =
        "Ja. {pieces} van de {of} zijn er uiterlijk {due}, de rest uiterlijk {rest}, zonder meerprijs.";
}
