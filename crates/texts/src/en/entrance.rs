//! Who comes in: invitations, signing in, the second step, sessions, tokens.

declare! {
    /// Who comes in: invitations, signing in, the second step, sessions, tokens.
    Entrance: Sync;

    access_again = "That password was not right; nothing was changed.";
    access_code_wrong = "That code is not right, or was used before. Take the newest one.";
    access_common = "That password is one that others try first. Choose another one.";
    access_last_admin = "There must be an admin left who can sign in. Make somebody else an admin first.";
    access_long(most) = "A password has at most {most} characters.";
    access_no_second = "There is no second step to change: it is off.";
    access_only_way_in = "This is your only way in. Have an admin make you a link to choose a password first.";
    access_over = "That took too long, or too many codes were wrong. Begin again with your password.";
    access_personal = "That password is your own name, your address or your company’s. Choose another one.";
    access_scope(most) = "A token of yours goes no further than your role: {most}.";
    access_second_demanded = "Your organisation asks for the second step. Set up another app in its place.";
    access_short(least) = "A password has at least {least} characters; a short sentence is easiest to remember.";
    access_sign_in_again = "For this you must have signed in within the last ten minutes. Sign out, sign in again, \
        then do it here.";
    access_taken = "Somebody signs in with that address already. Choose another one.";
    access_wait(minutes) = "Too many tries. Wait {minutes} and try again; from a browser you have signed in with before you need not \
        wait.";
    access_wrong = "Address and password do not belong together. Look at both and try again.";
    cancel = "Cancel";
    failed_elsewhere_do = "Open handslag under its own address and do it there.";
    failed_elsewhere_why = "handslag takes forms from its own pages only, under its own name. This request came from another site, \
        or named another machine.";
    failed_link = "This link works no more";
    failed_link_do = "Ask an admin of your company for a new one. At the very first start handslag prints a new one whenever \
        it is started.";
    failed_link_why = "It was used before, is too old, or a piece of it is missing.";
    failed_not_signed_in = "Nobody is signed in here, or the sign-in ran out.";
    failed_not_signed_in_do = "Sign in, go back one page and send it again. Nothing was changed.";
    field_code = "Code";
    field_code_hint = "Six digits from your app, or one of your recovery codes";
    field_login = "Your mail address";
    field_new_password = "New password";
    field_new_password_hint = "At least 12 characters; a short sentence is easiest to remember";
    field_password = "Password";
    field_password_now = "Present password";
    flow_again = "Begin again";
    flow_again_join = "Back to the invitation";
    flow_again_me = "Back to your own page";
    flow_over = "This sign-in is over";
    flow_over_do = "Begin again in this browser, and finish within ten minutes.";
    flow_over_why = "It was begun in another browser or tab, took more than ten minutes, or was finished before. \
        Nothing was changed.";
    identities_heading = "Accounts you sign in with";
    identities_need_password = "To link another account you prove your password, and you have none. An admin can make \
        you a link to choose one.";
    identities_none = "None is linked yet.";
    identities_note = "Your company’s own account signs you in here too, without another password.";
    identity_link = "Link an account";
    identity_provider = "Account";
    identity_since = "Linked since";
    identity_unlink = "Unlink";
    identity_unlink_one(provider) = "Unlink {provider}";
    join_begin = "Sign in and begin";
    join_heading(organisation) = "You are invited by {organisation}";
    join_reset_heading = "Choose a new password";
    join_reset_said(name) = "For {name}. Wherever you were signed in, you are signed out.";
    join_said(name) = "You will act as {name}. Choose how you sign in from now on; this page works once.";
    me_heading_signed_in = "You";
    me_no_password = "You have no password. An admin can make you a link to choose one.";
    me_open_house = "This is a trial on this machine: whoever sits here can act as any member. What you do is kept under the \
        name you choose here.";
    me_password = "Your password";
    me_password_do = "Change the password";
    me_password_note = "Wherever else you are signed in, you are signed out.";
    me_signed_in_as(login) = "You sign in as {login}.";
    me_signed_in_by(provider) = "You sign in with {provider}.";
    member_access = "Sign-in";
    member_access_both = "with a password or a linked account";
    member_access_invited(day) = "invited, until {day}";
    member_access_linked = "with a linked account";
    member_access_none = "cannot sign in yet";
    member_access_one = "with a password";
    member_access_two = "with a password and a code";
    member_change(name) = "Change {name}";
    member_invite = "Make a link to join";
    member_leave = "Has left";
    member_leave_sure = "Signed out everywhere at once, tokens end, what they did stays on record.";
    member_lift = "Remove their second step";
    member_lift_sure = "For whoever lost both phone and recovery codes. The password stays as it is.";
    member_reset = "Make a link for a new password";
    member_sign_out = "Sign out everywhere";
    member_sign_out_sure = "At once, in every browser. They can sign in again; tokens go on.";
    members_tokens = "Tokens of everybody";
    minutes_count(n: u64) => { if n == 1 { "a minute".to_owned() } else { format!("{n} minutes") } };
    once_back = "I have kept it";
    once_codes = "Your recovery codes";
    once_codes_said = "Each of them signs you in once when you do not have your app at hand. Print them, or keep them in your \
        password manager; they are not shown again.";
    once_link(name) = "A link for {name}";
    once_link_said(day) = "Send it to them by a way you trust. It works once, until {day}, and is not shown again.";
    once_token = "Your new token";
    once_token_said = "Put it where the program keeps its secrets; it is not shown again.";
    onwards_go(provider) = "Go on to {provider}";
    onwards_heading(provider) = "On to {provider}";
    onwards_said(provider) = "{provider} asks who you are and sends you back here. If nothing happens, go on yourself.";
    provider_broken(provider) = "{provider} did not answer as it should";
    provider_broken_do = "Try again in a minute, or sign in with your password. If it stays so, tell whoever runs \
        handslag: the log of the server says why.";
    provider_broken_why = "Nobody was let in. It is nothing that you did.";
    provider_join(provider) = "Begin with {provider}";
    provider_join_said = "Or do without another password, and sign in with an account you have:";
    provider_refused(provider) = "{provider} did not let you in";
    provider_refused_do(provider) = "Try again. If you did not stop it yourself, ask whoever looks after {provider} \
        at your company whether your account may use handslag.";
    provider_refused_why = "You stopped there, or your account may not use handslag. Nothing was changed.";
    provider_sign_in(provider) = "Sign in with {provider}";
    provider_taken(provider) = "This account of {provider} is linked already";
    provider_taken_do = "Use another account, or unlink this one first where it is linked.";
    provider_taken_why = "It signs in another member, and an account signs in one member only. Nothing was changed.";
    provider_unknown = "Nobody here is linked with this account";
    provider_unknown_do(provider) = "Sign in with your password and link {provider} on your own page. If you are new \
        here, ask an admin of your company for an invitation.";
    provider_unknown_why(provider) = "{provider} says who you are, but not which member that is; the same address is \
        not enough.";
    provider_weak(provider) = "{provider} says nothing of a second step";
    provider_weak_do(provider) = "Set up a second step for your account of {provider} and sign in again. If you have one, \
        ask whoever looks after {provider} at your company.";
    provider_weak_why(provider) = "Here, whoever signs in with {provider} needs one. Nothing was changed.";
    scope_draft = "draft (writes drafts, never promises)";
    scope_promise = "promise (everything your role does)";
    scope_read = "read (looks only)";
    second_app = "Point your authenticator app at this square, or type the key below it.";
    second_begin = "Add a code from an app";
    second_by_provider = "You have no password to protect. The account you sign in with asks for a second step of its \
        own.";
    second_confirm = "Switch it on";
    second_demanded = "Your organisation asks everybody who signs in with a password for a code from an app as well. \
        Set it up here; everything else waits until then.";
    second_heading = "A second step when you sign in";
    second_key = "Key";
    second_kept = "Your organisation asks for it, so it stays on.";
    second_new_codes = "Make new recovery codes";
    second_off = "Off: your password alone signs you in. A code from an app keeps others out who know it.";
    second_on = "On: besides your password you are asked for a code from your app.";
    second_remove = "Switch it off";
    second_replace = "Use another app or phone";
    session_end = "Sign out there";
    session_here = "this browser";
    session_seen = "Last seen";
    session_where = "Where";
    sessions_end_others = "Sign out elsewhere";
    sessions_everywhere_else = "Everywhere but here";
    sessions_heading = "Where you are signed in";
    sign_in_code_heading = "Your code";
    sign_in_customer = "You were sent a link to a promise? Open it from the mail: customers need no password here.";
    sign_in_do = "Sign in";
    sign_in_heading = "Sign in";
    sign_in_lost = "Lost your password? An admin of your company makes you a link for a new one.";
    sign_in_no_one = "Nobody can sign in here yet: open the link that handslag printed when it was started.";
    sign_out = "Sign out";
    token_days = "Days it lives";
    token_ends = "Until";
    token_make = "Make a token";
    token_name = "What it is for";
    token_revoke = "Revoke";
    token_scope = "How far it goes";
    token_used = "Last used";
    token_used_never = "never";
    token_whose = "Whose";
    tokens_heading = "Tokens for programs";
    tokens_none = "There is none.";
    tokens_note = "A program acts as you, no further than its token goes: one that drafts can never promise.";
    wanted_known(field) = "{field}: choose one of the list.";
    wanted_token_days = "Days: a whole number from 1 to 366.";
}
