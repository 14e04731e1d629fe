//! Swedish: who comes in: invitations, signing in, the second step, sessions, tokens.

translate! { Entrance in Sv:
    access_again = "Lösenordet stämde inte; ingenting är ändrat.";
    access_code_wrong = "Koden stämmer inte, eller är redan använd. Ta den senaste.";
    access_common = "Det lösenordet hör till dem som andra provar först. Välj ett annat.";
    access_last_admin = "Det måste finnas en administratör kvar som kan logga in. Gör först någon annan till administratör.";
    access_long(most) = "Ett lösenord har högst {most} tecken.";
    access_no_second = "Det finns inget andra steg att ändra: det är av.";
    access_only_way_in = "Det här är ditt enda sätt att logga in. Be först en administratör om en länk för att \
        välja ett lösenord.";
    access_over = "Det tog för lång tid, eller så var för många koder fel. Börja om med ditt lösenord.";
    access_personal = "Det lösenordet är ditt eget namn, din adress eller företagets. Välj ett annat.";
    access_scope(most) = "Din åtkomstnyckel räcker inte längre än din roll: {most}.";
    access_second_demanded = "Din organisation kräver det andra steget. Ställ in en annan app i stället.";
    access_short(least) = "Ett lösenord har minst {least} tecken; en kort mening är lättast att minnas.";
    access_sign_in_again = "För det här måste du ha loggat in under de senaste tio minuterna. Logga ut, logga in igen \
        och gör det sedan här.";
    access_taken = "Någon loggar redan in med den adressen. Välj en annan.";
    access_wait(minutes) = "För många försök. Vänta {minutes} och försök igen; med en webbläsare som du har loggat in med tidigare \
    behöver du inte vänta.";
    access_wrong = "Adressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.";
    cancel = "Avbryt";
    failed_elsewhere_do = "Öppna handslag på dess egen adress och gör det där.";
    failed_elsewhere_why = "handslag tar bara emot formulär från sina egna sidor, under sitt eget namn. Den här begäran kom från en \
    annan webbplats, eller nämnde en annan dator.";
    failed_link = "Den här länken fungerar inte längre";
    failed_link_do = "Be en administratör på ditt företag om en ny. Vid den allra första starten skriver handslag ut en ny \
    varje gång programmet startas.";
    failed_link_why = "Den är redan använd, för gammal, eller så saknas en bit av den.";
    failed_not_signed_in = "Ingen är inloggad här, eller så har inloggningen gått ut.";
    failed_not_signed_in_do = "Logga in, gå tillbaka en sida och skicka igen. Ingenting är ändrat.";
    field_code = "Kod";
    field_code_hint = "Sex siffror från din app, eller en av dina återställningskoder";
    field_login = "Din mejladress";
    field_new_password = "Nytt lösenord";
    field_new_password_hint = "Minst 12 tecken; en kort mening är lättast att minnas";
    field_password = "Lösenord";
    field_password_now = "Nuvarande lösenord";
    flow_again = "Börja om";
    flow_again_join = "Tillbaka till inbjudan";
    flow_again_me = "Tillbaka till din sida";
    flow_over = "Den här inloggningen är över";
    flow_over_do = "Börja om i den här webbläsaren och bli klar inom tio minuter.";
    flow_over_why = "Den påbörjades i en annan webbläsare eller flik, tog mer än tio minuter eller var redan \
        avslutad. Ingenting är ändrat.";
    identities_heading = "Konton som du loggar in med";
    identities_need_password = "För att koppla ett konto till anger du ditt lösenord, och du har inget. En \
        administratör kan skapa en länk så att du kan välja ett.";
    identities_none = "Inget konto är kopplat än.";
    identities_note = "Med företagets konto loggar du in även här, utan ännu ett lösenord.";
    identity_link = "Koppla ett konto";
    identity_provider = "Konto";
    identity_since = "Kopplat sedan";
    identity_unlink = "Koppla från";
    identity_unlink_one(provider) = "Koppla från {provider}";
    join_begin = "Logga in och börja";
    join_heading(organisation) = "{organisation} bjuder in dig";
    join_reset_heading = "Välj ett nytt lösenord";
    join_reset_said(name) = "För {name}. Du loggas ut överallt där du var inloggad.";
    join_said(name) = "Du kommer att agera som {name}. Välj hur du loggar in i fortsättningen; den här sidan fungerar en gång.";
    me_heading_signed_in = "Du";
    me_no_password = "Du har inget lösenord. En administratör kan skapa en länk så att du kan välja ett.";
    me_open_house = "Det här är en provkörning på den här datorn: den som sitter här kan agera som vilken medlem som helst. \
    Det du gör sparas under namnet du väljer här.";
    me_password = "Ditt lösenord";
    me_password_do = "Ändra lösenordet";
    me_password_note = "Du loggas ut överallt annars där du är inloggad.";
    me_signed_in_as(login) = "Du loggar in som {login}.";
    me_signed_in_by(provider) = "Du loggar in med {provider}.";
    member_access = "Inloggning";
    member_access_both = "med lösenord eller kopplat konto";
    member_access_invited(day) = "inbjuden, till {day}";
    member_access_linked = "med kopplat konto";
    member_access_none = "kan inte logga in än";
    member_access_one = "med lösenord";
    member_access_two = "med lösenord och kod";
    member_change(name) = "Ändra {name}";
    member_invite = "Skapa en länk för att gå med";
    member_leave = "Har slutat";
    member_leave_sure = "Loggas genast ut överallt, åtkomstnycklar upphör, det de har gjort finns kvar.";
    member_lift = "Ta bort det andra steget";
    member_lift_sure = "För den som har tappat bort både telefon och återställningskoder. Lösenordet gäller som förut.";
    member_reset = "Skapa en länk för ett nytt lösenord";
    member_sign_out = "Logga ut överallt";
    member_sign_out_sure = "Genast, i varje webbläsare. Det går att logga in igen; åtkomstnycklar gäller som förut.";
    members_tokens = "Allas åtkomstnycklar";
    minutes_count(n: u64) => { if n == 1 { "en minut".to_owned() } else { format!("{n} minuter") } };
    once_back = "Jag har sparat det";
    once_codes = "Dina återställningskoder";
    once_codes_said = "Med var och en av dem loggar du in en gång när du inte har din app till hands. Skriv ut dem eller spara \
    dem i din lösenordshanterare; de visas inte igen.";
    once_link(name) = "En länk till {name}";
    once_link_said(day) = "Skicka den på ett sätt som du litar på. Den fungerar en gång, till {day}, och visas inte igen.";
    once_token = "Din nya åtkomstnyckel";
    once_token_said = "Lägg den där programmet förvarar sina hemligheter; den visas inte igen.";
    onwards_go(provider) = "Fortsätt till {provider}";
    onwards_heading(provider) = "Vidare till {provider}";
    onwards_said(provider) = "{provider} frågar vem du är och skickar dig tillbaka hit. Händer ingenting, \
        fortsätt själv.";
    provider_broken(provider) = "{provider} svarade inte som det ska";
    provider_broken_do = "Försök igen om en minut, eller logga in med ditt lösenord. Om det fortsätter, säg till \
        den som driver handslag: serverns logg säger varför.";
    provider_broken_why = "Ingen släpptes in. Det beror inte på dig.";
    provider_join(provider) = "Börja med {provider}";
    provider_join_said = "Eller slipp ännu ett lösenord och logga in med ett konto som du redan har:";
    provider_refused(provider) = "{provider} släppte inte in dig";
    provider_refused_do(provider) = "Försök igen. Om du inte avbröt själv, fråga den som sköter {provider} på \
        ditt företag om ditt konto får använda handslag.";
    provider_refused_why = "Du avbröt där, eller så får ditt konto inte använda handslag. Ingenting är ändrat.";
    provider_sign_in(provider) = "Logga in med {provider}";
    provider_taken(provider) = "Det här kontot hos {provider} är redan kopplat";
    provider_taken_do = "Ta ett annat konto, eller koppla först från det här där det är kopplat.";
    provider_taken_why = "Det loggar in en annan medlem, och ett konto loggar bara in en medlem. Ingenting är \
        ändrat.";
    provider_unknown = "Ingen här är kopplad till det här kontot";
    provider_unknown_do(provider) = "Logga in med ditt lösenord och koppla {provider} på din egen sida. Är du ny \
        här, be en administratör på ditt företag om en inbjudan.";
    provider_unknown_why(provider) = "{provider} säger vem du är, men inte vilken medlem det är; samma adress \
        räcker inte.";
    provider_weak(provider) = "{provider} anger inget andra steg";
    provider_weak_do(provider) = "Ställ in ett andra steg för ditt konto hos {provider} och logga in igen. Om du redan har \
        ett, fråga den som sköter {provider} på ditt företag.";
    provider_weak_why(provider) = "Den som loggar in här med {provider} behöver ett. Ingenting är ändrat.";
    scope_draft = "utkast (skriver utkast, lovar aldrig)";
    scope_promise = "lova (allt som din roll får göra)";
    scope_read = "läsa (tittar bara)";
    second_app = "Rikta din autentiseringsapp mot rutan, eller skriv in nyckeln under den.";
    second_begin = "Lägg till en kod från en app";
    second_by_provider = "Du har inget lösenord att skydda. Kontot som du loggar in med frågar självt efter ett \
        andra steg.";
    second_confirm = "Slå på";
    second_demanded = "Din organisation kräver att alla som loggar in med lösenord också anger en kod från en app. \
        Det gör du i ordning här; allt annat får vänta så länge.";
    second_heading = "Ett andra steg när du loggar in";
    second_key = "Nyckel";
    second_kept = "Din organisation kräver det, så det är alltid på.";
    second_new_codes = "Skapa nya återställningskoder";
    second_off = "Av: lösenordet räcker för att logga in. Med en kod från en app stängs andra som känner till det ute.";
    second_on = "På: utöver lösenordet krävs en kod från din app.";
    second_remove = "Slå av";
    second_replace = "Byt app eller telefon";
    session_end = "Logga ut där";
    session_here = "den här webbläsaren";
    session_seen = "Senast sedd";
    session_where = "Var";
    sessions_end_others = "Logga ut på andra ställen";
    sessions_everywhere_else = "Överallt utom här";
    sessions_heading = "Här är du inloggad";
    sign_in_code_heading = "Din kod";
    sign_in_customer = "Har du fått en länk till ett löfte? Öppna den från mejlet: kunder behöver inget lösenord här.";
    sign_in_do = "Logga in";
    sign_in_heading = "Logga in";
    sign_in_lost = "Har du tappat bort lösenordet? En administratör på ditt företag skapar en länk för ett nytt.";
    sign_in_no_one = "Ingen kan logga in här än: öppna länken som handslag skrev ut vid starten.";
    sign_out = "Logga ut";
    token_days = "Giltig i antal dagar";
    token_ends = "Till";
    token_make = "Skapa en åtkomstnyckel";
    token_name = "Vad den är till för";
    token_revoke = "Återkalla";
    token_scope = "Hur långt den räcker";
    token_used = "Senast använd";
    token_used_never = "aldrig";
    token_whose = "Vems";
    tokens_heading = "Åtkomstnycklar för program";
    tokens_none = "Det finns ingen.";
    tokens_note = "Ett program agerar som du, men inte längre än dess nyckel räcker: den som bara skriver utkast kan aldrig \
    lova.";
    wanted_known(field) = "{field}: välj ett ur listan.";
    wanted_token_days = "Dagar: ett heltal från 1 till 366.";
}
