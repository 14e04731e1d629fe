//! Swedish: what the product does.

translate! { Capabilities in Sv:
    error_capability_registered(name) = "Det här finns redan i registret, som ”{name}”.";
    error_capability_retired(name, reason) = "”{name}” har tagits ur registret: {reason}";
    error_day_passed(day) = "{day} har passerat. Ange i dag eller en senare dag.";
    error_name_taken(name, other) = "Texter kallar ”{other}” så: ”{name}” skulle betyda båda. Ange ett annat namn.";
    error_named_twice(name) = "”{name}” står två gånger.";
    error_no_capability = "Det här finns inte i registret. Ladda om sidan.";
    error_nothing_new = "Det säger registret redan.";
    error_since_ahead(day) = "{day} ligger framåt, så det finns inte än. Ange en prognos, eller en dag till och med i dag.";
    error_too_many_names(given, most) = "{given} andra namn är för många. Ange högst {most}.";
}
