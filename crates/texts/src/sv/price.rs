//! Swedish: what a yes costs: the menu of a quote, its settings, and sentences to send.

translate! { Price in Sv:
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
