//! Goes along the tags and the characters of a page and writes what a reader sees.

use std::collections::BTreeMap;

use super::tokens::{Piece, Tag};
use super::{MOST_DEEP, elements};
use crate::text::{Role, Text, Writer};
use crate::{MOST_WORDS, ReadError};

/// What an element does to the words in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Effect {
    hides: bool,
    quotes: bool,
    is_code: bool,
    /// A new language; that there is none said any more is an empty one.
    lang: Option<String>,
}

/// An open element that does something; others are only counted.
#[derive(Debug)]
struct Open {
    name: String,
    effect: Effect,
    /// Elements of the same name within it that are open.
    nested: usize,
    /// Lists and tables within it that are open.
    lists: usize,
    /// What its language covered.
    lang_before: Option<String>,
    /// Where in its text it began.
    since: usize,
}

/// What comes between the words before and those that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    Line,
    Paragraph,
}

/// A text that is being written.
#[derive(Debug)]
struct Page {
    writer: Writer,
    gap: Gap,
    /// What stands before the next words of a block.
    mark: &'static str,
    /// Comments for the end of the line.
    comments: Vec<String>,
    /// Whether the last line is such a comment, and stands right above what it is about.
    is_commented: bool,
}

/// Goes along a page.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pages: BTreeMap<Option<String>, Page>,
    /// Titles, descriptions, attributes.
    others: Vec<Text>,
    /// How long those are together.
    total: usize,
    lang: Option<String>,
    open: Vec<Open>,
    /// Where in `open` the elements of a name are.
    by_name: BTreeMap<String, Vec<usize>>,
    hidden: usize,
    quoted: usize,
    /// The title that is being read, and whether it is the page's.
    title: Option<Writer>,
    has_title: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            writer: Writer::default(),
            gap: Gap::Nothing,
            mark: "",
            comments: Vec::new(),
            is_commented: false,
        }
    }
}

impl Reader {
    /// A tag that opens an element.
    pub(super) fn open(&mut self, tag: &Tag) -> Result<(), ReadError> {
        let name = tag.name.as_str();
        self.close_before(name)?;
        self.attributes(tag)?;
        if name == "title" {
            self.title = Some(Writer::default());
            return Ok(());
        }
        if name == "br" {
            self.part(Gap::Line);
        } else if elements::is_block(name) {
            self.part(Gap::Paragraph);
        } else if name == "img" {
            self.part(Gap::Space);
        }
        if elements::is_void(name) {
            return Ok(());
        }
        let effect = self.effect(tag);
        if effect != Effect::default() {
            return self.enter(name, effect);
        }
        if let Some(at) = self.by_name.get(name).and_then(|all| all.last())
            && let Some(open) = self.open.get_mut(*at)
        {
            open.nested += 1;
        }
        if elements::holds_siblings(name)
            && let Some(open) = self.open.last_mut()
        {
            open.lists += 1;
        }
        self.mark(name);
        if name == "q" {
            self.said("“")?;
        }
        Ok(())
    }

    /// What an element begins with, as a reader of text expects it.
    fn mark(&mut self, name: &str) {
        let mark = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "# ",
            "li" => "- ",
            _ => return,
        };
        self.page().mark = mark;
    }

    /// An element that does something is entered.
    fn enter(&mut self, name: &str, effect: Effect) -> Result<(), ReadError> {
        if self.open.len() >= MOST_DEEP {
            let most = format!("{MOST_DEEP} quotations, languages or hidden parts in each other");
            return Err(ReadError::many("the page", most));
        }
        self.hidden += usize::from(effect.hides);
        self.quoted += usize::from(effect.quotes);
        let lang_before = self.lang.clone();
        if let Some(lang) = &effect.lang {
            self.lang = (!lang.is_empty()).then(|| lang.clone());
            if self.lang != lang_before {
                self.part(Gap::Paragraph);
            }
        }
        self.mark(name);
        if name == "q" {
            self.said("“")?;
        }
        if effect.is_code && self.hidden == 0 {
            self.fill()?;
        }
        let since = self.page().writer.words.len();
        self.by_name.entry(name.to_owned()).or_default().push(self.open.len());
        let name = name.to_owned();
        self.open.push(Open { name, effect, nested: 0, lists: 0, lang_before, since });
        Ok(())
    }

    fn effect(&self, tag: &Tag) -> Effect {
        let name = tag.name.as_str();
        let style = tag.says("style").unwrap_or_default().chars();
        let style: String = style.filter(|c| !c.is_whitespace()).collect();
        let hidden = tag.says("hidden").is_some_and(|how| how != "until-found");
        let lang = tag.says("lang").or_else(|| tag.says("xml:lang"));
        let lang = lang.map(|lang| lang.trim().to_ascii_lowercase());
        Effect {
            hides: elements::is_unseen(name)
                || name == "pre"
                || hidden
                || style.to_ascii_lowercase().contains("display:none"),
            quotes: name == "blockquote",
            is_code: elements::is_code(name),
            lang: lang.filter(|lang| Some(lang.as_str()) != self.lang.as_deref()),
        }
    }

    /// A tag that closes an element.
    pub(super) fn close(&mut self, name: &str) -> Result<(), ReadError> {
        if name == "title"
            && let Some(writer) = self.title.take()
        {
            let role = if self.has_title { Role::Attribute } else { Role::Title };
            self.has_title = true;
            self.others.extend(writer.finish(role, self.lang.clone()));
            return Ok(());
        }
        if name == "q" {
            self.said("”")?;
        }
        if elements::is_block(name) {
            self.part(Gap::Paragraph);
            self.page().mark = "";
        }
        if elements::holds_siblings(name)
            && let Some(open) = self.open.last_mut()
            && open.name != name
        {
            open.lists = open.lists.saturating_sub(1);
        }
        let Some(at) = self.by_name.get(name).and_then(|all| all.last()).copied() else {
            return Ok(());
        };
        match self.open.get_mut(at) {
            Some(open) if open.nested > 0 => open.nested -= 1,
            _ => self.leave(at),
        }
        Ok(())
    }

    /// Leaves the elements down to one, that one too.
    fn leave(&mut self, down_to: usize) {
        while self.open.len() > down_to {
            let Some(open) = self.open.pop() else { return };
            if let Some(all) = self.by_name.get_mut(&open.name) {
                all.pop();
                if all.is_empty() {
                    self.by_name.remove(&open.name);
                }
            }
            self.hidden -= usize::from(open.effect.hides);
            self.quoted -= usize::from(open.effect.quotes);
            if open.effect.is_code {
                self.page().writer.mark_code(open.since);
            }
            if open.effect.quotes {
                self.part(Gap::Paragraph);
            }
            if open.effect.lang.is_some() {
                self.lang = open.lang_before;
                self.part(Gap::Space);
            }
        }
    }

    /// Elements whose end may be left out end where the next one begins.
    fn close_before(&mut self, name: &str) -> Result<(), ReadError> {
        if elements::is_block(name) && name != "button" && self.by_name.contains_key("p") {
            self.close("p")?;
        }
        while let Some(open) = self.open.last()
            && open.lists == 0
            && open.nested == 0
            && elements::ends(name, &open.name)
        {
            self.leave(self.open.len() - 1);
        }
        if !elements::is_in_head(name) && self.by_name.contains_key("head") {
            self.close("head")?;
        }
        Ok(())
    }

    /// What attributes say to readers.
    fn attributes(&mut self, tag: &Tag) -> Result<(), ReadError> {
        let name = tag.name.as_str();
        let is_description = name == "meta"
            && tag.says("name").is_some_and(|name| name.eq_ignore_ascii_case("description"));
        if self.hidden > 0 && !is_description {
            return Ok(());
        }
        let lang = tag.says("lang").map(|lang| lang.trim().to_ascii_lowercase());
        for (attribute, value) in &tag.attributes {
            let role = match attribute.as_str() {
                "content" if is_description => Role::Description,
                "alt" if ["img", "area", "input"].contains(&name) => Role::Attribute,
                "title" | "placeholder" | "aria-label" if name != "link" => Role::Attribute,
                _ => continue,
            };
            let lang = lang.clone().or_else(|| self.lang.clone());
            self.total += value.words.len();
            if self.total > MOST_WORDS {
                return Err(ReadError::big("its text", MOST_WORDS));
            }
            self.others.extend(value.clone().finish(role, lang));
        }
        Ok(())
    }

    fn page(&mut self) -> &mut Page {
        if !self.pages.contains_key(&self.lang) {
            self.pages.insert(self.lang.clone(), Page::default());
        }
        self.pages.entry(self.lang.clone()).or_default()
    }

    /// What follows stands apart from what came before.
    fn part(&mut self, gap: Gap) {
        if self.hidden > 0 {
            return;
        }
        let page = self.page();
        // Two line breaks after each other part paragraphs.
        page.gap = if page.gap == Gap::Line && gap == Gap::Line {
            Gap::Paragraph
        } else {
            page.gap.max(gap)
        };
    }

    /// Writes what stands between the words before and those that follow.
    fn fill(&mut self) -> Result<(), ReadError> {
        let is_quoted = self.quoted > 0;
        let page = self.page();
        let is_first = page.writer.words.is_empty();
        let mut gap = std::mem::replace(&mut page.gap, Gap::Nothing);
        if std::mem::take(&mut page.is_commented) {
            gap = Gap::Line;
        }
        if gap <= Gap::Space && !is_first {
            let ends_in_space = page.writer.words.ends_with(char::is_whitespace);
            return if gap == Gap::Space && !ends_in_space { synthetic(page, " ") } else { Ok(()) };
        }
        for comment in std::mem::take(&mut page.comments) {
            if !is_first {
                synthetic(page, " ")?;
            }
            synthetic(page, &comment)?;
        }
        if !page.writer.words.is_empty() {
            synthetic(page, if gap == Gap::Line { "\n" } else { "\n\n" })?;
        }
        if is_quoted {
            synthetic(page, "> ")?;
        }
        let mark = std::mem::take(&mut page.mark);
        synthetic(page, mark)
    }

    /// Words that the page does not hold and a browser shows.
    fn said(&mut self, words: &str) -> Result<(), ReadError> {
        if self.hidden > 0 {
            return Ok(());
        }
        if words == "“" {
            self.fill()?;
        }
        synthetic(self.page(), words)
    }

    /// Characters between tags.
    pub(super) fn text(&mut self, piece: &Piece<'_>) -> Result<(), ReadError> {
        if let Some(title) = &mut self.title {
            return title.push(&piece.words, piece.from, piece.length);
        }
        let in_head = self.open.last().is_some_and(|open| open.name == "head");
        if in_head && !piece.words.trim().is_empty() {
            self.close("head")?;
        }
        if self.hidden > 0 {
            return Ok(());
        }
        let is_verbatim = piece.words.len() == piece.length;
        let place = |at: usize, count: usize| {
            if is_verbatim { (piece.from + at, count) } else { (piece.from, piece.length) }
        };
        let mut rest = &*piece.words;
        while let Some(first) = rest.chars().next() {
            let at = piece.words.len() - rest.len();
            let count = if is_collapsed(first) {
                self.part(Gap::Space);
                run(rest, is_collapsed)
            } else if is_invisible(first) {
                first.len_utf8()
            } else if first == '\u{a0}' {
                self.fill()?;
                let (from, length) = place(at, first.len_utf8());
                self.page().writer.push(" ", from, length)?;
                first.len_utf8()
            } else {
                self.fill()?;
                let seen = |c| !is_collapsed(c) && !is_invisible(c) && c != '\u{a0}';
                let count = run(rest, seen);
                let words = rest.get(..count).unwrap_or_default();
                let (from, length) = place(at, count);
                self.page().writer.push(words, from, length)?;
                count
            };
            rest = rest.get(count..).unwrap_or_default();
        }
        Ok(())
    }

    /// A comment; only what is said to us stays, on the line before the one it is about or at the end of it.
    pub(super) fn comment(&mut self, comment: &str) -> Result<(), ReadError> {
        let said = comment.trim();
        if !said.starts_with("handslag:") || self.hidden > 0 {
            return Ok(());
        }
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = format!("<!-- {said} -->");
        let page = self.page();
        if page.gap <= Gap::Space && !page.writer.words.is_empty() {
            page.comments.push(line);
            return Ok(());
        }
        let mark = std::mem::take(&mut page.mark);
        self.fill()?;
        let page = self.page();
        synthetic(page, &line)?;
        (page.gap, page.mark, page.is_commented) = (Gap::Line, mark, true);
        Ok(())
    }

    /// The texts, in the order in which they begin.
    pub(super) fn finish(&mut self) -> Result<Vec<Text>, ReadError> {
        self.leave(0);
        let mut texts = std::mem::take(&mut self.others);
        for (lang, mut page) in std::mem::take(&mut self.pages) {
            for comment in std::mem::take(&mut page.comments) {
                synthetic(&mut page, &format!(" {comment}"))?;
            }
            texts.extend(page.writer.finish(Role::Body, lang));
        }
        if texts.iter().map(|text| text.words.len()).sum::<usize>() > MOST_WORDS {
            return Err(ReadError::big("its text", MOST_WORDS));
        }
        texts.sort_by_key(|text| text.origins.places(&(0..text.words.len())).0);
        Ok(texts)
    }
}

/// Words that come from nowhere in the page: they stand where the words after the last ones do.
fn synthetic(page: &mut Page, words: &str) -> Result<(), ReadError> {
    let from = page.writer.origins.last();
    page.writer.push(words, from, 0)
}

/// The bytes at the beginning whose characters are of a kind.
fn run(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

/// White space that a browser shows as one space.
fn is_collapsed(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Characters that nobody sees: where a word may be broken, and padding of mails.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{feff}' | '\u{34f}')
}
