//! Statements, parameters and rows: the little that every store has in common.
//!
//! SQL is written once, for every store, with parameters `$1`, `$2` … that first appear in that order (SQLite counts
//! them so). What a store does its own way stands in that store's module, with the reason.

use jiff::Timestamp;

/// A parameter or a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number: a count, an instant in microseconds, a flag.
    Int(i64),
    /// A text: an id, a code, JSON.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Int(flag.into())
    }
}

impl From<Timestamp> for Value {
    fn from(instant: Timestamp) -> Self {
        Self::Int(instant.as_microsecond())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Parameters from values of any kind.
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        vec![$($crate::sql::Value::from($value)),*]
    };
}
pub(crate) use params;

/// One statement of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What to do.
    pub sql: &'static str,
    /// With what.
    pub params: Vec<Value>,
    /// How many rows it must touch.
    pub expect: Expect,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What is asked.
    pub sql: &'static str,
    /// With what.
    pub params: Vec<Value>,
}

/// How many rows a statement must touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Any number.
    Any,
    /// Just one; anything else means that somebody else was faster.
    One,
}

impl Statement {
    /// A statement that may touch any number of rows.
    pub fn new(sql: &'static str, params: Vec<Value>) -> Self {
        Self { sql, params, expect: Expect::Any }
    }

    /// A statement that must touch just one row.
    pub fn touching_one(sql: &'static str, params: Vec<Value>) -> Self {
        Self { sql, params, expect: Expect::One }
    }
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

/// A cell is not what the program expects of it: the database was changed by something else.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column {column} of a row is not what it should be: {found}")]
pub struct CellError {
    /// Which column, counted from 0.
    pub column: usize,
    /// What stands there.
    pub found: String,
}

impl Row {
    fn cell(&self, column: usize) -> &Value {
        self.0.get(column).unwrap_or(&Value::Null)
    }

    fn wrong(&self, column: usize) -> CellError {
        CellError { column, found: format!("{:?}", self.cell(column)) }
    }

    /// A number.
    ///
    /// # Errors
    /// [`CellError`] when it is none.
    pub fn int(&self, column: usize) -> Result<i64, CellError> {
        self.some_int(column)?.ok_or_else(|| self.wrong(column))
    }

    /// A number, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when it is something else.
    pub fn some_int(&self, column: usize) -> Result<Option<i64>, CellError> {
        match self.cell(column) {
            Value::Int(number) => Ok(Some(*number)),
            Value::Null => Ok(None),
            Value::Text(_) => Err(self.wrong(column)),
        }
    }

    /// A text.
    ///
    /// # Errors
    /// [`CellError`] when it is none.
    pub fn text(&self, column: usize) -> Result<&str, CellError> {
        self.some_text(column)?.ok_or_else(|| self.wrong(column))
    }

    /// A text, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when it is something else.
    pub fn some_text(&self, column: usize) -> Result<Option<&str>, CellError> {
        match self.cell(column) {
            Value::Text(text) => Ok(Some(text)),
            Value::Null => Ok(None),
            Value::Int(_) => Err(self.wrong(column)),
        }
    }

    /// A flag.
    ///
    /// # Errors
    /// [`CellError`] when it is no number.
    pub fn flag(&self, column: usize) -> Result<bool, CellError> {
        self.int(column).map(|number| number != 0)
    }

    /// A flag, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when it is something else.
    pub fn some_flag(&self, column: usize) -> Result<Option<bool>, CellError> {
        Ok(self.some_int(column)?.map(|number| number != 0))
    }

    /// An instant.
    ///
    /// # Errors
    /// [`CellError`] when it is none.
    pub fn instant(&self, column: usize) -> Result<Timestamp, CellError> {
        self.some_instant(column)?.ok_or_else(|| self.wrong(column))
    }

    /// An instant, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when it is something else.
    pub fn some_instant(&self, column: usize) -> Result<Option<Timestamp>, CellError> {
        let micros = self.some_int(column)?;
        let instant = micros.map(Timestamp::from_microsecond).transpose();
        instant.map_err(|_| self.wrong(column))
    }

    /// A value with a text form, such as an id.
    ///
    /// # Errors
    /// [`CellError`] when it has another form.
    pub fn parsed<T: std::str::FromStr>(&self, column: usize) -> Result<T, CellError> {
        self.text(column)?.parse().map_err(|_| self.wrong(column))
    }

    /// A value with a text form, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when it has another form.
    pub fn some_parsed<T: std::str::FromStr>(&self, column: usize) -> Result<Option<T>, CellError> {
        let parsed = self.some_text(column)?.map(str::parse).transpose();
        parsed.map_err(|_| self.wrong(column))
    }

    /// A value of a closed set, by its code.
    ///
    /// # Errors
    /// [`CellError`] when the set has no such code.
    pub fn coded<T>(
        &self,
        column: usize,
        of_code: impl Fn(&str) -> Option<T>,
    ) -> Result<T, CellError> {
        of_code(self.text(column)?).ok_or_else(|| self.wrong(column))
    }

    /// A value of a closed set, or nothing.
    ///
    /// # Errors
    /// [`CellError`] when the set has no such code.
    pub fn some_coded<T>(
        &self,
        column: usize,
        of_code: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, CellError> {
        let Some(code) = self.some_text(column)? else { return Ok(None) };
        of_code(code).map(Some).ok_or_else(|| self.wrong(column))
    }

    /// A count.
    ///
    /// # Errors
    /// [`CellError`] when it is no number from 0 to 2^32.
    pub fn count(&self, column: usize) -> Result<u32, CellError> {
        u32::try_from(self.int(column)?).map_err(|_| self.wrong(column))
    }
}
