//! Dutch: what the product does.

translate! { Capabilities in Nl:
    error_capability_registered(name) = "Dit staat al in het register, als “{name}”.";
    error_capability_retired(name, reason) = "“{name}” is uit het register gehaald: {reason}";
    error_day_passed(day) = "{day} is voorbij. Gevraagd: vandaag of een latere dag.";
    error_name_taken(name, other) = "Teksten noemen “{other}” zo: “{name}” zou beide betekenen. Gevraagd: een andere naam.";
    error_named_twice(name) = "“{name}” staat er twee keer.";
    error_no_capability = "Dit staat niet in het register. Laad de pagina opnieuw.";
    error_nothing_new = "Dat zegt het register al.";
    error_since_ahead(day) = "{day} moet nog komen, dus het is er nog niet. Gevraagd: een verwachting, of een dag tot en met vandaag.";
    error_too_many_names(given, most) = "{given} andere namen zijn te veel. Gevraagd: hoogstens {most}.";
}
