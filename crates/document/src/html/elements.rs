//! Elements by name: which begin a block, which have no end, which nobody sees, which end each other.

/// Elements that begin and end a block.
const BLOCKS: [&str; 53] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that never have an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose content a reader does not see.
const UNSEEN: [&str; 15] = [
    "script", "style", "template", "head", "noscript", "iframe", "noembed", "noframes", "object",
    "audio", "video", "canvas", "datalist", "math", "xmp",
];

/// Elements with program text within a line.
const CODE: [&str; 4] = ["code", "kbd", "samp", "var"];

/// Elements that each other's beginning ends.
const SIBLINGS: [&[&str]; 6] = [
    &["li"],
    &["dt", "dd"],
    &["td", "th"],
    &["tr"],
    &["option", "optgroup"],
    &["thead", "tbody", "tfoot"],
];

/// Elements that may stand in the head; any other ends it.
const IN_HEAD: [&str; 11] = [
    "base", "head", "html", "link", "meta", "noscript", "script", "style", "template", "title",
    "basefont",
];

pub(super) fn is_in_head(name: &str) -> bool {
    IN_HEAD.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

pub(super) fn is_code(name: &str) -> bool {
    CODE.contains(&name)
}

/// Whether elements of this name hold siblings of their own: an item within is not the next item.
pub(super) fn holds_siblings(name: &str) -> bool {
    ["ul", "ol", "menu", "dl", "table", "select"].contains(&name)
}

/// Whether the beginning of one ends the other.
pub(super) fn ends(begun: &str, open: &str) -> bool {
    let is_pair = |group: &&[&str]| group.contains(&begun) && group.contains(&open);
    SIBLINGS.iter().any(is_pair) || (begun == "tr" && ["td", "th"].contains(&open))
}
