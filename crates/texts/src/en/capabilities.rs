//! What the product does: the words about the register of capabilities.

declare! {
    /// The texts about what the product does.
    Capabilities: Sync;

    error_capability_registered(name) = "The register has this already, as “{name}”.";
    error_capability_retired(name, reason) = "“{name}” was taken out of the register: {reason}";
    error_day_passed(day) = "{day} has passed. Wanted: today or a later day.";
    error_name_taken(name, other) = "Texts call “{other}” so: “{name}” would mean both. Wanted: another name.";
    error_named_twice(name) = "“{name}” is named twice.";
    error_no_capability = "There is no such capability here. Load the page again.";
    error_nothing_new = "The register says so already.";
    error_since_ahead(day) = "{day} lies ahead, so it is not there yet. Wanted: a forecast, or a day up to today.";
    error_too_many_names(given, most) = "{given} other names are too many. Wanted: at most {most}.";
}
