//! Dutch: the page that replays an organisation's own past.

translate! { Backtest in Nl:
    backtest_again = "Kijk opnieuw";
    backtest_all_alike = "alles samen";
    backtest_and(some, last) = "{some} en {last}";
    backtest_axis_held = "Wat klopte";
    backtest_axis_said = "Wat we zeiden";
    backtest_backwards(n: usize, count) => {
        if n == 1 {
            format!("{count} rij eindigt voordat ze begint en telt niet mee.")
        } else {
            format!("{count} rijen eindigen voordat ze beginnen en tellen niet mee.")
        }
    };
    backtest_between = "Tussen";
    backtest_between_of(low, high) = "{low} en {high}";
    backtest_beside = "Naast eenvoudiger manieren";
    backtest_beside_held(level, percent) = "Wat die {level} zeker noemt, klopte in {percent} van de gevallen.";
    backtest_beside_less(way, percent) =
        "De beste eenvoudiger manier gaat hier af op {way}: die zat er {percent} verder naast dan wij.";
    backtest_beside_more(way, percent) =
        "Een eenvoudiger manier was hier beter: {way}. Wij zaten er {percent} verder naast.";
    backtest_beside_note = "voor hetzelfde werk";
    backtest_beside_read =
        "Verhouding: hoe ver wij er op dit niveau naast zaten, gemeten aan de andere manier. Onder de 1 zaten wij er dichter bij.";
    backtest_beside_same(way) = "Een eenvoudiger manier was hier even goed: {way}.";
    backtest_bold = "Dat is minder dan we zeiden: we zijn te stellig.";
    backtest_bold_at(levels) = "Bij {levels} klopte minder dan we zeiden: daar zijn we te stellig.";
    backtest_careful = "Dat is meer dan we zeiden: we zijn te voorzichtig en hadden een vroegere datum kunnen noemen.";
    backtest_careful_at(levels) = "Bij {levels} klopte meer dan we zeiden: daar zijn we te voorzichtig.";
    backtest_chosen(level) = "wat we {level} zeker noemden";
    backtest_drift = "Wanneer het niet klopte";
    backtest_drift_long(when, percent, of, low, high) =
        "{when} klopte meer dan we zeiden: {percent} van {of}, tussen {low} en {high}.";
    backtest_drift_none(level, what) =
        "In geen enkele periode klopten de {what} die we {level} zeker noemden duidelijk minder vaak of vaker dan gezegd.";
    backtest_drift_older(n: usize, count) => {
        if n == 1 {
            format!("{count} eerdere periode staat hier niet bij.")
        } else {
            format!("{count} eerdere periodes staan hier niet bij.")
        }
    };
    backtest_drift_short(when, percent, of, low, high) =
        "{when} klopte minder dan we zeiden: {percent} van {of}, tussen {low} en {high}.";
    backtest_error = "Zat ernaast";
    backtest_error_best = "het minst";
    backtest_error_hardly = "nauwelijks meer";
    backtest_error_more(percent) = "{percent} meer";
    backtest_few(level, held, of, least) =
        "Van wat we {level} zeker hadden genoemd, klopte {held} van de {of}. Dat is te weinig voor een percentage of een \
        tekening; die komen er vanaf {least}.";
    backtest_few_none(level, least) =
        "Er is nog niets na te gaan van wat we {level} zeker hadden genoemd. Vanaf {least} gevallen laat deze pagina zien \
        hoeveel er klopte.";
    backtest_from_to(from, to) = "Van {from} tot {to}";
    backtest_given = "Datums die echt zijn gegeven";
    backtest_given_ahead = "Dagen vooruit";
    backtest_given_could(level) = "zoals het met {level} had gekund";
    backtest_given_early(days) = "Meer dan {days} dagen te vroeg";
    backtest_given_even(sooner, later, level) =
        "Met {level} waren de datums gemiddeld ongeveer gelijk geweest: alles van {sooner} dagen eerder tot {later} dagen later past bij wat er kwam.";
    backtest_given_kept(given, could) =
        "Van de gegeven datums is {given} gehaald; van de andere zou dat {could} zijn geweest.";
    backtest_given_late = "Gemiddeld dagen te laat";
    backtest_given_later(days, low, high, level) =
        "Met {level} hadden de datums gemiddeld {days} dagen later moeten liggen, tussen {low} en {high}.";
    backtest_given_note = "naast wat er had gekund";
    backtest_given_sooner(days, low, high, level) =
        "Met {level} hadden de datums gemiddeld {days} dagen eerder gekund, tussen {low} en {high}.";
    backtest_given_window = "op tijd";
    backtest_given_window_late = "te laat";
    backtest_given_was = "zoals ze zijn gegeven";
    backtest_going(percent) =
        "Jullie verleden wordt nagespeeld, geval voor geval, steeds met wat toen bekend was. {percent} is klaar; daarna \
        staat de uitkomst op deze pagina.";
    backtest_group = "Groep";
    backtest_groups_bold(names) = "Er klopte minder dan we zeiden: {names}.";
    backtest_groups_careful(names) = "Er klopte meer dan we zeiden: {names}.";
    backtest_groups_good(count) = "In alle {count} klopte zoveel als we zeiden, op toeval na.";
    backtest_groups_more(count) = "Alleen bij de cijfers: nog {count}.";
    backtest_groups_small(n: usize, count, least) => {
        if n == 1 {
            format!("{count} met minder dan {least} gevallen is weggelaten.")
        } else {
            format!("{count} met minder dan {least} gevallen zijn weggelaten.")
        }
    };
    backtest_half_life(days) = "wat {days} dagen terug ligt, telt half";
    backtest_head(what, level, held) = "Van 100 {what} die we {level} zeker noemden, hadden er {held} geklopt";
    backtest_held = "Klopte";
    backtest_honest = "Dat is zoveel als we zeiden, op toeval na.";
    backtest_horizon = "Naar hoe ver vooruit";
    backtest_horizon_beyond(days) = "meer dan {days} dagen";
    backtest_horizon_from(from, to) = "{from} tot {to} dagen";
    backtest_horizon_until(days) = "tot {days} dagen";
    backtest_kind = "Per soort werk";
    backtest_kind_alike = "het soort werk";
    backtest_level = "Wat we zeiden";
    backtest_levels = "Hoe zeker is zeker?";
    backtest_levels_caption =
        "Op de stippellijn klopt zoveel als we zeiden. Een streep laat zien waar het ware aandeel ligt, 95 van de 100 keer.";
    backtest_levels_good = "Op elk niveau klopte zoveel als we zeiden, op toeval na.";
    backtest_levels_note = "vier niveaus van zekerheid";
    backtest_levels_of(level, percent) = "{level} gezegd, {percent} klopte";
    backtest_matter_effort = "Hoeveel werk het is";
    backtest_matter_elapsed = "Hoelang tot het klaar is";
    backtest_matter_promise = "Beloften die zijn gedaan";
    backtest_matter_remaining = "Hoelang open werk nog duurt";
    backtest_matters = "Wat wordt nagespeeld";
    backtest_model = "Waar het op afgaat";
    backtest_model_best(way) =
        "Uiteindelijk ging het af op {way}: van alles wat is geprobeerd, zei dat het best wat er kwam.";
    backtest_model_read =
        "Wat hier wordt nagespeeld, weet hoelang dingen duurden. Kunnen we het beloven? telt ook mee wat er op dat moment in de rij staat.";
    backtest_model_note = "gekozen door wat er kwam";
    backtest_month = "Per maand";
    backtest_month_name = "Maand";
    backtest_month_note(level) = "waarin een datum is gegeven, bij {level}";
    backtest_months_of(count) = "De laatste {count} maanden zijn getekend.";
    backtest_multiple = "Verhouding";
    backtest_none =
        "Zodra er afgerond werk is ingelezen, laat deze pagina zien hoe vaak de datums klopten die we ervoor hadden gegeven.";
    backtest_none_promises =
        "Zodra er beloften zijn nagekomen of niet, laat deze pagina zien hoe de gegeven datums zich verhouden tot wat er had gekund.";
    backtest_not_promised = "Niet toegezegd";
    backtest_of(held, of) = "{held} van {of}";
    backtest_older(most, all) = "Alleen de {most} meest recente van {all} gevallen zijn nagespeeld.";
    backtest_open = "Nog open";
    backtest_open_said(level, percent) = "{percent} is nog open terwijl de datum bij {level} nog niet voorbij is.";
    backtest_over_effort(count, from, to) =
        "{count} taken van jullie zelf, afgerond of open, {from} tot {to}, elk met de uren die we toen hadden genoemd, met wat toen bekend was.";
    backtest_over_elapsed(count, from, to) =
        "{count} taken van jullie zelf, afgerond of open, {from} tot {to}, elk met de datum die we toen hadden gegeven, met wat toen bekend was.";
    backtest_over_promise(count, from, to) =
        "{count} beloften, {from} tot {to}, elk met de datum die toen had gekund, met wat toen bekend was.";
    backtest_over_remaining(count, from, to) =
        "{count} taken van jullie zelf, afgerond of open, {from} tot {to}, elk zolang ze open waren één keer per week bekeken, met wat toen bekend was.";
    backtest_person_alike = "de persoon";
    backtest_refused_said(level, percent) =
        "Voor {percent} hadden we geen datum bij {level} genoemd, omdat er te weinig bekend was.";
    backtest_said(held, of, percent, low, high) = "{held} van de {of} klopten: {percent}, tussen {low} en {high}.";
    backtest_share = "Aandeel";
    backtest_since(from) = "Sinds {from}";
    backtest_size_alike = "de omvang";
    backtest_spread = "Waar het einde viel";
    backtest_spread_early = "Er was meer vroeg klaar dan verwacht: het gaat sneller dan we zeggen.";
    backtest_spread_ends = "Er was meer heel vroeg of heel laat klaar dan verwacht: we zijn zekerder dan we mogen zijn.";
    backtest_spread_even = "De eindes zijn gelijk verdeeld, zoals het hoort als kansen betekenen wat ze zeggen.";
    backtest_spread_expected =
        "Stippellijn: waar elke balk zou eindigen als onze kansen precies betekenden wat ze zeggen.";
    backtest_spread_first = "vroeger";
    backtest_spread_last = "later";
    backtest_spread_late = "Er was meer laat klaar dan verwacht: het duurt langer dan we zeggen.";
    backtest_spread_middle =
        "Er viel meer dan verwacht in het midden van wat we waarschijnlijk vonden: we zijn te voorzichtig.";
    backtest_spread_note = "van het vroegste tot het laatste dat we waarschijnlijk vonden";
    backtest_spread_tenth = "Tiende deel van wat we waarschijnlijk vonden";
    backtest_spread_title(shares) =
        "Aandeel van de eindes in elk tiende deel van wat waarschijnlijk was, het vroegste eerst: {shares}.";
    backtest_team = "Per team";
    backtest_team_alike = "het team";
    backtest_too_young(n: usize, count) => {
        if n == 1 {
            format!("Nog {count} is te recent om te beoordelen.")
        } else {
            format!("Nog {count} zijn te recent om te beoordelen.")
        }
    };
    backtest_title = "Had het geklopt?";
    backtest_customer_alike = "de klant";
    backtest_customer = "Per klant";
    backtest_weekly =
        "Een taak telt mee voor elke week dat ze open was; de grenzen zijn daardoor wat te krap.";
    backtest_way = "Manier";
    backtest_way_closed = "hoelang afgerond werk duurde, zonder het open werk";
    backtest_way_given = "de datum die echt is gegeven";
    backtest_way_given_hours = "de raming zoals ze er stond";
    backtest_way_mean = "de raming maal de gemiddelde uitloop";
    backtest_way_throughput = "hoeveel er in de laatste 90 dagen is afgerond";
    backtest_way_held(level) = "Die {level} klopte";
    backtest_what_dates = "datums";
    backtest_what_hours = "ramingen";
    wanted_matter = "elapsed, remaining, effort of promise";
    field_question = "Wat wordt nagespeeld";
}
