//! Swedish: the page that replays an organisation's own past.

translate! { Backtest in Sv:
    backtest_again = "Titta igen";
    backtest_all_alike = "allt tillsammans";
    backtest_and(some, last) = "{some} och {last}";
    backtest_axis_held = "Vad som höll";
    backtest_axis_said = "Vad vi sade";
    backtest_backwards(n: usize, count) => {
        if n == 1 {
            format!("{count} rad slutar innan den börjar och räknas inte.")
        } else {
            format!("{count} rader slutar innan de börjar och räknas inte.")
        }
    };
    backtest_between = "Mellan";
    backtest_between_of(low, high) = "{low} och {high}";
    backtest_beside = "Jämfört med enklare sätt";
    backtest_beside_held(level, percent) = "Det som det sättet kallar {level} säkert höll i {percent} av fallen.";
    backtest_beside_less(way, percent) =
        "Det bästa av de enklare sätten går här efter {way}: det var {percent} längre från rätt svar än vi.";
    backtest_beside_more(way, percent) =
        "Ett enklare sätt var bättre här: {way}. Vi var {percent} längre från rätt svar.";
    backtest_beside_note = "för samma arbete";
    backtest_beside_read =
        "Förhållande: hur långt från rätt svar vi var på den här nivån, mätt mot det andra sättet. Under 1 var vi närmare.";
    backtest_beside_same(way) = "Ett enklare sätt var lika bra här: {way}.";
    backtest_bold = "Det är färre än vi sade: vi är för djärva.";
    backtest_bold_at(levels) = "Vid {levels} höll färre än vi sade: där är vi för djärva.";
    backtest_careful = "Det är fler än vi sade: vi är för försiktiga och hade kunnat säga ett tidigare datum.";
    backtest_careful_at(levels) = "Vid {levels} höll fler än vi sade: där är vi för försiktiga.";
    backtest_chosen(level) = "det vi kallade {level} säkert";
    backtest_drift = "När det inte höll";
    backtest_drift_long(when, percent, of, low, high) =
        "{when} höll fler än vi sade: {percent} av {of}, mellan {low} och {high}.";
    backtest_drift_none(level, what) =
        "Under ingen period höll de {what} som vi kallade {level} säkra tydligt mer sällan eller oftare än vi sade.";
    backtest_drift_older(n: usize, count) => {
        if n == 1 {
            format!("{count} tidigare period visas inte.")
        } else {
            format!("{count} tidigare perioder visas inte.")
        }
    };
    backtest_drift_short(when, percent, of, low, high) =
        "{when} höll färre än vi sade: {percent} av {of}, mellan {low} och {high}.";
    backtest_error = "Fel med";
    backtest_error_best = "minst";
    backtest_error_hardly = "knappt mer";
    backtest_error_more(percent) = "{percent} mer";
    backtest_few(level, held, of, least) =
        "Av det vi skulle ha kallat {level} säkert höll {held} av {of}. Det är för lite för en procentsats eller ett \
        diagram; från {least} finns det.";
    backtest_few_none(level, least) =
        "Inget av det vi skulle ha kallat {level} säkert går att kontrollera än. Från {least} fall visar sidan hur många \
        som höll.";
    backtest_from_to(from, to) = "Från {from} till {to}";
    backtest_given = "Datum som verkligen gavs";
    backtest_given_ahead = "Dagar framåt";
    backtest_given_could(level) = "så som {level} hade kunnat vara";
    backtest_given_early(days) = "Mer än {days} dagar för tidigt";
    backtest_given_even(sooner, later, level) =
        "Med {level} hade datumen i snitt blivit ungefär desamma: allt från {sooner} dagar tidigare till {later} dagar senare stämmer med vad som kom.";
    backtest_given_kept(given, could) = "Av datumen som gavs hölls {given}; av de andra hade {could} hållits.";
    backtest_given_late = "Dagar för sent i snitt";
    backtest_given_later(days, low, high, level) =
        "Med {level} hade datumen behövt ligga {days} dagar senare i snitt, mellan {low} och {high}.";
    backtest_given_note = "jämfört med dem som hade varit möjliga";
    backtest_given_sooner(days, low, high, level) =
        "Med {level} hade datumen kunnat ligga {days} dagar tidigare i snitt, mellan {low} och {high}.";
    backtest_given_window = "i tid";
    backtest_given_window_late = "för sent";
    backtest_given_was = "så som de gavs";
    backtest_going(percent) =
        "Er historik spelas upp igen, fall för fall, med det som var känt då. {percent} är klart; sedan visar sidan vad det \
        blev.";
    backtest_group = "Grupp";
    backtest_groups_bold(names) = "Färre höll än vi sade: {names}.";
    backtest_groups_careful(names) = "Fler höll än vi sade: {names}.";
    backtest_groups_good(count) = "I alla {count} höll så många som vi sade, frånsett slumpen.";
    backtest_groups_more(count) = "Bara bland siffrorna: {count} till.";
    backtest_groups_small(n: usize, count, least) => {
        if n == 1 {
            format!("{count} med färre än {least} fall är utelämnad.")
        } else {
            format!("{count} med färre än {least} fall är utelämnade.")
        }
    };
    backtest_half_life(days) = "det som ligger {days} dagar bakåt räknas till hälften";
    backtest_head(what, level, held) = "Av 100 {what} som vi kallade {level} säkra skulle {held} ha hållit";
    backtest_held = "Höll";
    backtest_honest = "Det är så många som vi sade, frånsett slumpen.";
    backtest_horizon = "Efter hur långt fram";
    backtest_horizon_beyond(days) = "mer än {days} dagar";
    backtest_horizon_from(from, to) = "{from} till {to} dagar";
    backtest_horizon_until(days) = "upp till {days} dagar";
    backtest_kind = "Per typ av arbete";
    backtest_kind_alike = "typen av arbete";
    backtest_level = "Vad vi sade";
    backtest_levels = "Hur säkert är säkert?";
    backtest_levels_caption =
        "På den streckade linjen håller så många som vi sade. Strecken visar var den sanna andelen ligger, 95 gånger av 100.";
    backtest_levels_good = "På varje nivå höll så många som vi sade, frånsett slumpen.";
    backtest_levels_note = "fyra nivåer av säkerhet";
    backtest_levels_of(level, percent) = "{level} sagt, {percent} höll";
    backtest_matter_effort = "Hur mycket arbete det är";
    backtest_matter_elapsed = "Hur lång tid tills det är klart";
    backtest_matter_promise = "Löften som har getts";
    backtest_matter_remaining = "Hur mycket längre öppet arbete tar";
    backtest_matters = "Vad som spelas upp igen";
    backtest_model = "Vad det går efter";
    backtest_model_best(way) = "Till slut gick det efter {way}: av allt som prövades sade det bäst vad som kom.";
    backtest_model_read =
        "Det som spelas upp här vet hur lång tid saker tog. Kan vi lova det? räknar också med det som väntar i kön just då.";
    backtest_model_note = "valt efter vad som kom";
    backtest_month = "Per månad";
    backtest_month_name = "Månad";
    backtest_month_note(level) = "då ett datum gavs, vid {level}";
    backtest_months_of(count) = "De senaste {count} månaderna är ritade.";
    backtest_multiple = "Förhållande";
    backtest_none =
        "När avslutat arbete är inläst visar sidan hur ofta datumen höll som vi skulle ha gett för det.";
    backtest_none_promises =
        "När löften har hållits eller brutits visar sidan hur datumen som gavs står sig mot dem som hade varit möjliga.";
    backtest_not_promised = "Inte lovat";
    backtest_of(held, of) = "{held} av {of}";
    backtest_older(most, all) = "Bara de {most} senaste av {all} fall spelas upp igen.";
    backtest_open = "Ännu öppet";
    backtest_open_said(level, percent) = "{percent} är ännu öppna, och deras datum vid {level} har inte passerat.";
    backtest_over_effort(count, from, to) =
        "{count} egna arbeten, avslutade eller öppna, {from} till {to}, vart och ett med de timmar som vi skulle ha sagt då, utifrån det som var känt då.";
    backtest_over_elapsed(count, from, to) =
        "{count} egna arbeten, avslutade eller öppna, {from} till {to}, vart och ett med det datum som vi skulle ha gett då, utifrån det som var känt då.";
    backtest_over_promise(count, from, to) =
        "{count} löften, {from} till {to}, vart och ett med det datum som hade varit möjligt då, utifrån det som var känt då.";
    backtest_over_remaining(count, from, to) =
        "{count} egna arbeten, avslutade eller öppna, {from} till {to}, vart och ett sett en gång i veckan så länge det var öppet, utifrån det som var känt då.";
    backtest_person_alike = "personen";
    backtest_refused_said(level, percent) =
        "För {percent} hade vi inte sagt något datum vid {level}, eftersom för lite var känt.";
    backtest_said(held, of, percent, low, high) = "{held} av {of} höll: {percent}, mellan {low} och {high}.";
    backtest_share = "Andel";
    backtest_since(from) = "Sedan {from}";
    backtest_size_alike = "storleken";
    backtest_spread = "Var slutet hamnade";
    backtest_spread_early = "Mer än väntat blev klart tidigt: det går fortare än vi säger.";
    backtest_spread_ends = "Mer än väntat blev klart mycket tidigt eller mycket sent: vi är säkrare än vi borde vara.";
    backtest_spread_even = "Sluten fördelar sig jämnt, som de gör när chanser betyder vad de säger.";
    backtest_spread_expected =
        "Streckad linje: där varje stapel skulle sluta om våra chanser betydde exakt vad de säger.";
    backtest_spread_first = "tidigare";
    backtest_spread_last = "senare";
    backtest_spread_late = "Mer än väntat blev klart sent: det tar längre tid än vi säger.";
    backtest_spread_middle = "Mer än väntat hamnade i mitten av det vi höll för troligt: vi är för försiktiga.";
    backtest_spread_note = "från det tidigaste till det senaste vi höll för troligt";
    backtest_spread_tenth = "Tiondel av det vi höll för troligt";
    backtest_spread_title(shares) =
        "Andel av sluten i varje tiondel av det som var troligt, den tidigaste först: {shares}.";
    backtest_team = "Per team";
    backtest_team_alike = "teamet";
    backtest_too_young(n: usize, count) => {
        if n == 1 {
            format!("{count} till är för ny för att bedömas.")
        } else {
            format!("{count} till är för nya för att bedömas.")
        }
    };
    backtest_title = "Skulle det ha hållit?";
    backtest_customer_alike = "kunden";
    backtest_customer = "Per kund";
    backtest_weekly =
        "Ett arbete räknas en gång för varje vecka som det var öppet; gränserna är därför något för snäva.";
    backtest_way = "Sätt";
    backtest_way_closed = "hur lång tid avslutat arbete tog, utan det öppna";
    backtest_way_given = "datumet som verkligen gavs";
    backtest_way_given_hours = "uppskattningen som den stod";
    backtest_way_mean = "uppskattningen gånger det genomsnittliga överdraget";
    backtest_way_throughput = "hur mycket som blev klart de senaste 90 dagarna";
    backtest_way_held(level) = "Dess {level} höll";
    backtest_what_dates = "datum";
    backtest_what_hours = "uppskattningar";
    wanted_matter = "elapsed, remaining, effort eller promise";
    field_question = "Vad som spelas upp igen";
}
