//! Dutch: who comes in: invitations, signing in, the second step, sessions, tokens.

translate! { Entrance in Nl:
    access_again = "Dat wachtwoord klopte niet; er is niets veranderd.";
    access_code_wrong = "Die code klopt niet, of is al gebruikt. Neem de nieuwste.";
    access_common = "Dat wachtwoord wordt als eerste geprobeerd. Kies een ander.";
    access_last_admin = "Er moet een beheerder overblijven die kan aanmelden. Maak eerst iemand anders beheerder.";
    access_long(most) = "Een wachtwoord heeft hoogstens {most} tekens.";
    access_no_second = "Er is geen tweede stap om te wijzigen: die staat uit.";
    access_only_way_in = "Dit is je enige manier om je aan te melden. Laat een beheerder eerst een link maken om \
        een wachtwoord te kiezen.";
    access_over = "Dat duurde te lang, of er waren te veel verkeerde codes. Begin opnieuw met je wachtwoord.";
    access_personal = "Dat wachtwoord is je eigen naam, je adres of die van je bedrijf. Kies een ander.";
    access_scope(most) = "Een token van jou gaat niet verder dan je rol: {most}.";
    access_second_demanded = "Je organisatie vraagt om de tweede stap. Stel er een andere app voor in de plaats.";
    access_short(least) = "Een wachtwoord heeft minstens {least} tekens; een korte zin onthoud je het makkelijkst.";
    access_sign_in_again = "Hiervoor moet je je in de afgelopen tien minuten hebben aangemeld. Meld je af, meld je \
        weer aan en doe het dan hier.";
    access_taken = "Met dat adres meldt iemand zich al aan. Kies een ander.";
    access_wait(minutes) = "Te veel pogingen. Wacht {minutes} en probeer het opnieuw; met een browser waarmee je je eerder \
    aanmeldde, hoef je niet te wachten.";
    access_wrong = "Adres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.";
    cancel = "Annuleren";
    failed_elsewhere_do = "Open handslag op zijn eigen adres en doe het daar.";
    failed_elsewhere_why = "handslag neemt alleen formulieren van zijn eigen pagina’s aan, onder zijn eigen naam. Dit verzoek kwam \
    van een andere site, of noemde een andere machine.";
    failed_link = "Deze link werkt niet meer";
    failed_link_do = "Vraag een beheerder van je bedrijf om een nieuwe. Bij de allereerste start geeft handslag bij elke start \
    een nieuwe.";
    failed_link_why = "Hij is al gebruikt, te oud, of er ontbreekt een stukje.";
    failed_not_signed_in = "Er is hier niemand aangemeld, of de aanmelding is verlopen.";
    failed_not_signed_in_do = "Meld je aan, ga een pagina terug en verstuur het opnieuw. Er is niets veranderd.";
    field_code = "Code";
    field_code_hint = "Zes cijfers uit je app, of een van je herstelcodes";
    field_login = "Je mailadres";
    field_new_password = "Nieuw wachtwoord";
    field_new_password_hint = "Minstens 12 tekens; een korte zin onthoud je het makkelijkst";
    field_password = "Wachtwoord";
    field_password_now = "Huidig wachtwoord";
    flow_again = "Begin opnieuw";
    flow_again_join = "Terug naar de uitnodiging";
    flow_again_me = "Terug naar je eigen pagina";
    flow_over = "Deze aanmelding is voorbij";
    flow_over_do = "Begin opnieuw in deze browser, en rond het binnen tien minuten af.";
    flow_over_why = "Ze is begonnen in een andere browser of een ander tabblad, duurde langer dan tien minuten, \
        of was al afgerond. Er is niets veranderd.";
    identities_heading = "Accounts waarmee je je aanmeldt";
    identities_need_password = "Om nog een account te koppelen geef je je wachtwoord, en dat heb je niet. Een \
        beheerder kan een link maken om er een te kiezen.";
    identities_none = "Er is nog geen account gekoppeld.";
    identities_note = "Met het account van je bedrijf meld je je hier ook aan, zonder nog een wachtwoord.";
    identity_link = "Een account koppelen";
    identity_provider = "Account";
    identity_since = "Gekoppeld sinds";
    identity_unlink = "Ontkoppelen";
    identity_unlink_one(provider) = "{provider} ontkoppelen";
    join_begin = "Aanmelden en beginnen";
    join_heading(organisation) = "{organisation} nodigt je uit";
    join_reset_heading = "Kies een nieuw wachtwoord";
    join_reset_said(name) = "Voor {name}. Overal waar je was aangemeld, word je afgemeld.";
    join_said(name) = "Je handelt straks als {name}. Kies hoe je je voortaan aanmeldt; deze pagina werkt één keer.";
    me_heading_signed_in = "Jij";
    me_no_password = "Je hebt geen wachtwoord. Een beheerder kan een link maken om er een te kiezen.";
    me_open_house = "Dit is een proef op deze machine: wie hier zit, kan als elk lid handelen. Wat je doet, wordt bewaard \
    onder de naam die je hier kiest.";
    me_password = "Je wachtwoord";
    me_password_do = "Wachtwoord wijzigen";
    me_password_note = "Overal elders waar je bent aangemeld, word je afgemeld.";
    me_signed_in_as(login) = "Je meldt je aan als {login}.";
    me_signed_in_by(provider) = "Je meldt je aan met {provider}.";
    member_access = "Aanmelding";
    member_access_both = "met een wachtwoord of een gekoppeld account";
    member_access_invited(day) = "uitgenodigd, tot {day}";
    member_access_linked = "met een gekoppeld account";
    member_access_none = "kan zich nog niet aanmelden";
    member_access_one = "met een wachtwoord";
    member_access_two = "met een wachtwoord en een code";
    member_change(name) = "{name} wijzigen";
    member_invite = "Maak een link om mee te doen";
    member_leave = "Is vertrokken";
    member_leave_sure = "Overal meteen afgemeld, tokens eindigen, wat ze deden blijft bewaard.";
    member_lift = "Tweede stap weghalen";
    member_lift_sure = "Voor wie telefoon én herstelcodes kwijt is. Het wachtwoord blijft gelden.";
    member_reset = "Maak een link voor een nieuw wachtwoord";
    member_sign_out = "Overal afmelden";
    member_sign_out_sure = "Meteen, in elke browser. Opnieuw aanmelden kan; tokens blijven gelden.";
    members_tokens = "Tokens van iedereen";
    minutes_count(n: u64) => { if n == 1 { "een minuut".to_owned() } else { format!("{n} minuten") } };
    once_back = "Ik heb het bewaard";
    once_codes = "Je herstelcodes";
    once_codes_said = "Met elk ervan meld je je één keer aan als je je app niet bij de hand hebt. Druk ze af of bewaar ze in je \
    wachtwoordbeheer; ze worden niet nog eens getoond.";
    once_link(name) = "Een link voor {name}";
    once_link_said(day) = "Stuur hem langs een weg die je vertrouwt. Hij werkt één keer, tot {day}, en wordt niet nog eens getoond.";
    once_token = "Je nieuwe token";
    once_token_said = "Zet het waar het programma zijn geheimen bewaart; het wordt niet nog eens getoond.";
    onwards_go(provider) = "Ga door naar {provider}";
    onwards_heading(provider) = "Op weg naar {provider}";
    onwards_said(provider) = "{provider} vraagt wie je bent en stuurt je hierheen terug. Gebeurt er niets, ga dan \
        zelf door.";
    provider_broken(provider) = "{provider} gaf niet het juiste antwoord";
    provider_broken_do = "Probeer het over een minuut opnieuw, of meld je aan met je wachtwoord. Blijft het zo, \
        zeg het dan tegen wie handslag beheert: in het logboek van de server staat waarom.";
    provider_broken_why = "Er is niemand binnengelaten. Het ligt niet aan jou.";
    provider_join(provider) = "Beginnen met {provider}";
    provider_join_said = "Of zonder nog een wachtwoord: meld je aan met een account dat je al hebt:";
    provider_refused(provider) = "{provider} heeft je niet binnengelaten";
    provider_refused_do(provider) = "Probeer het opnieuw. Heb je niet zelf afgebroken, vraag dan wie {provider} \
        bij je bedrijf beheert of je account handslag mag gebruiken.";
    provider_refused_why = "Je hebt daar afgebroken, of je account mag handslag niet gebruiken. Er is niets \
        veranderd.";
    provider_sign_in(provider) = "Aanmelden met {provider}";
    provider_taken(provider) = "Dit account van {provider} is al gekoppeld";
    provider_taken_do = "Neem een ander account, of ontkoppel dit eerst waar het gekoppeld is.";
    provider_taken_why = "Het meldt een ander lid aan, en een account meldt maar één lid aan. Er is niets \
        veranderd.";
    provider_unknown = "Niemand hier is met dit account gekoppeld";
    provider_unknown_do(provider) = "Meld je aan met je wachtwoord en koppel {provider} op je eigen pagina. Ben \
        je hier nieuw, vraag dan een beheerder van je bedrijf om een uitnodiging.";
    provider_unknown_why(provider) = "{provider} zegt wie je bent, maar niet welk lid dat is; hetzelfde adres is \
        niet genoeg.";
    provider_weak(provider) = "{provider} meldt geen tweede stap";
    provider_weak_do(provider) = "Stel voor je account van {provider} een tweede stap in en meld je opnieuw aan. Heb je die \
        al, vraag het dan wie {provider} bij je bedrijf beheert.";
    provider_weak_why(provider) = "Wie zich hier met {provider} aanmeldt, heeft die nodig. Er is niets veranderd.";
    scope_draft = "opstellen (schrijft concepten, belooft nooit)";
    scope_promise = "beloven (alles wat jouw rol mag)";
    scope_read = "lezen (kijkt alleen)";
    second_app = "Richt je authenticatie-app op dit vierkant, of typ de sleutel eronder over.";
    second_begin = "Een code uit een app toevoegen";
    second_by_provider = "Je hebt geen wachtwoord om te beschermen. Het account waarmee je je aanmeldt, vraagt \
        zelf om een tweede stap.";
    second_confirm = "Zet het aan";
    second_demanded = "Je organisatie vraagt iedereen die zich met een wachtwoord aanmeldt ook om een code uit een app. \
        Stel die hier in; tot dan wacht al het andere.";
    second_heading = "Een tweede stap bij het aanmelden";
    second_key = "Sleutel";
    second_kept = "Je organisatie vraagt erom, dus het blijft aan.";
    second_new_codes = "Maak nieuwe herstelcodes";
    second_off = "Uit: je wachtwoord alleen is genoeg. Met een code uit een app blijft buiten wie het kent.";
    second_on = "Aan: naast je wachtwoord wordt een code uit je app gevraagd.";
    second_remove = "Zet het uit";
    second_replace = "Een andere app of telefoon gebruiken";
    session_end = "Daar afmelden";
    session_here = "deze browser";
    session_seen = "Laatst gezien";
    session_where = "Waar";
    sessions_end_others = "Elders afmelden";
    sessions_everywhere_else = "Overal behalve hier";
    sessions_heading = "Waar je bent aangemeld";
    sign_in_code_heading = "Je code";
    sign_in_customer = "Heeft u een link naar een belofte gekregen? Open hem vanuit de mail: klanten hebben hier geen wachtwoord \
    nodig.";
    sign_in_do = "Aanmelden";
    sign_in_heading = "Aanmelden";
    sign_in_lost = "Wachtwoord kwijt? Een beheerder van je bedrijf maakt een link voor een nieuw.";
    sign_in_no_one = "Hier kan zich nog niemand aanmelden: open de link die handslag bij het starten heeft gegeven.";
    sign_out = "Afmelden";
    token_days = "Dagen geldig";
    token_ends = "Tot";
    token_make = "Maak een token";
    token_name = "Waarvoor";
    token_revoke = "Intrekken";
    token_scope = "Hoe ver het gaat";
    token_used = "Laatst gebruikt";
    token_used_never = "nooit";
    token_whose = "Van wie";
    tokens_heading = "Tokens voor programma’s";
    tokens_none = "Er is er geen.";
    tokens_note = "Een programma handelt als jij, niet verder dan zijn token gaat: wat alleen opstelt, kan nooit beloven.";
    wanted_known(field) = "{field}: kies er een uit de lijst.";
    wanted_token_days = "Dagen: een heel getal van 1 tot en met 366.";
}
