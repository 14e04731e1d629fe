//! One connection: statements kept prepared, many of them on their way at once, values and rows as they travel.

use std::collections::BTreeMap;
use std::error::Error;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use bytes::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, Statement as Prepared};

use super::fault::Fault;
use crate::location::Server;
use crate::sql::{Row, Value};
use crate::table::Table;

/// How many statements are on their way at once.
const PIPELINE: usize = 512;
/// How long as many may take together.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection with its prepared statements.
#[derive(Debug)]
pub(super) struct Wire {
    client: Client,
    prepared: BTreeMap<&'static str, Prepared>,
    /// It may be in the middle of something.
    pub(super) is_broken: bool,
}

impl Wire {
    pub(super) async fn connect(server: &Server) -> Result<Self, Fault> {
        let connecting = server.connect();
        let client = within(PATIENCE, connecting).await?.map_err(|e| Fault::unreachable(&e))?;
        Ok(Self { client, prepared: BTreeMap::new(), is_broken: false })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.is_broken || self.client.is_closed()
    }

    pub(super) fn cancel_token(&self) -> tokio_postgres::CancelToken {
        self.client.cancel_token()
    }

    /// Runs text of several statements; nothing of it is kept prepared.
    pub(super) async fn run(&self, sql: &str) -> Result<(), Fault> {
        let run = self.client.batch_execute(sql);
        within(PATIENCE, run).await?.map_err(|e| Fault::of(&e))
    }

    /// Asks for rows.
    pub(super) async fn query(
        &mut self,
        sql: &'static str,
        params: &[Value],
    ) -> Result<Vec<Row>, Fault> {
        let prepared = self.prepare(sql, params).await?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
        let rows = self.client.query(&prepared, &params).await.map_err(|e| Fault::of(&e))?;
        rows.iter().map(read_row).collect()
    }

    /// Asks for rows by a text that is not kept prepared.
    pub(super) async fn rows(&self, sql: &str) -> Result<Vec<Row>, Fault> {
        let rows = within(PATIENCE, self.client.query(sql, &[])).await?;
        rows.map_err(|e| Fault::of(&e))?.iter().map(read_row).collect()
    }

    /// Adds rows of a table, each column as one array.
    pub(super) async fn insert(&self, table: &Table, rows: Vec<Row>) -> Result<(), Fault> {
        let columns = table.columns.join(", ");
        let select = format!("SELECT {columns} FROM {} LIMIT 0", table.name);
        let there = within(PATIENCE, self.client.prepare(&select)).await?;
        let there = there.map_err(|e| Fault::of(&e))?;
        let mut arrays = Vec::new();
        let mut places = Vec::new();
        let mut cells: Vec<_> = rows.into_iter().map(|row| row.0.into_iter()).collect();
        for (number, column) in (1..).zip(there.columns()) {
            let kind = if *column.type_() == Type::INT8 { "bigint" } else { "text" };
            places.push(format!("${number}::{kind}[]"));
            let of_column = cells.iter_mut().map(|row| row.next().unwrap_or(Value::Null));
            arrays.push(of_column.collect::<Vec<Value>>());
        }
        let insert = format!(
            "INSERT INTO {} ({columns}) SELECT * FROM unnest({})",
            table.name,
            places.join(", ")
        );
        let params: Vec<&(dyn ToSql + Sync)> = arrays.iter().map(|array| array as _).collect();
        let inserted = within(PATIENCE, self.client.execute(&insert, &params)).await?;
        inserted.map(drop).map_err(|e| Fault::of(&e))
    }

    /// Begins a transaction and does everything in it; how many rows each touched. All are sent before the first is
    /// answered, so that a transaction costs one way there and back, and not one for each statement.
    ///
    /// # Errors
    /// The first fault; the transaction is still open then, or the connection gone.
    pub(super) async fn begin_with(
        &mut self,
        statements: &[(&'static str, &[Value])],
    ) -> Result<Vec<u64>, Fault> {
        for (sql, params) in statements {
            self.prepare(sql, params).await?;
        }
        let client = &self.client;
        let mut sent: Vec<Sent<'_, Result<u64, tokio_postgres::Error>>> = Vec::new();
        sent.push(Box::pin(async move { client.batch_execute(BEGIN).await.map(|()| 0) }));
        for (sql, params) in statements {
            let prepared = &self.prepared[sql];
            let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
            sent.push(Box::pin(async move { client.execute(prepared, &params).await }));
        }
        let mut touched = Vec::with_capacity(sent.len());
        while !sent.is_empty() {
            let later = sent.split_off(sent.len().min(PIPELINE));
            for answer in within(PATIENCE, in_order(std::mem::replace(&mut sent, later))).await? {
                touched.push(answer.map_err(|e| Fault::of(&e))?);
            }
        }
        // The answer to BEGIN.
        touched.remove(0);
        Ok(touched)
    }

    async fn prepare(&mut self, sql: &'static str, params: &[Value]) -> Result<Prepared, Fault> {
        if let Some(prepared) = self.prepared.get(sql) {
            return Ok(prepared.clone());
        }
        // PostgreSQL would take the parameter of `$1 = 0` for a small number.
        let kinds: Vec<Type> = params.iter().map(kind).collect();
        let prepare = self.client.prepare_typed(sql, &kinds);
        let prepared = within(PATIENCE, prepare).await?.map_err(|e| Fault::of(&e))?;
        self.prepared.insert(sql, prepared.clone());
        Ok(prepared)
    }
}

/// Opens a transaction. A server that loses us keeps what we hold locked no longer than this.
const BEGIN: &str = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = 10000";

/// Waits no longer than this.
async fn within<T>(patience: Duration, wanted: impl Future<Output = T>) -> Result<T, Fault> {
    tokio::time::timeout(patience, wanted).await.map_err(|_| Fault::silent(patience))
}

/// A request that is sent when it is first polled.
type Sent<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends all, in their order, and waits for all.
async fn in_order<T>(mut futures: Vec<Sent<'_, T>>) -> Vec<T> {
    let mut answers: Vec<Option<T>> = futures.iter().map(|_| None).collect();
    let (mut is_sent, mut next) = (false, 0);
    poll_fn(|context| {
        if !is_sent {
            for (future, answer) in futures.iter_mut().zip(&mut answers) {
                if let Poll::Ready(ready) = future.as_mut().poll(context) {
                    *answer = Some(ready);
                }
            }
            is_sent = true;
        }
        // Answers come in the order of the requests.
        while next < futures.len() {
            if answers[next].is_none() {
                match futures[next].as_mut().poll(context) {
                    Poll::Ready(ready) => answers[next] = Some(ready),
                    Poll::Pending => return Poll::Pending,
                }
            }
            next += 1;
        }
        Poll::Ready(())
    })
    .await;
    answers.into_iter().flatten().collect()
}

/// As what a parameter is sent; what is nothing takes the type of its place.
fn kind(value: &Value) -> Type {
    match value {
        Value::Null => Type::UNKNOWN,
        Value::Int(_) => Type::INT8,
        Value::Text(_) => Type::TEXT,
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        let is_text = [Type::TEXT, Type::VARCHAR, Type::UNKNOWN].contains(kind);
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Text(text) if is_text => text.as_str().to_sql(kind, out),
            Self::Int(number) if *kind == Type::INT8 => number.to_sql(kind, out),
            Self::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Self::Int(number) if *kind == Type::BOOL => (*number != 0).to_sql(kind, out),
            Self::Int(_) | Self::Text(_) => Err(format!("{self:?} is no {kind}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::Int(i64::from_sql(kind, raw)?),
            Type::INT4 => Self::Int(i32::from_sql(kind, raw)?.into()),
            Type::INT2 => Self::Int(i16::from_sql(kind, raw)?.into()),
            Type::BOOL => Self::Int(bool::from_sql(kind, raw)?.into()),
            _ => Self::Text(String::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        // A sum of numbers is a NUMERIC here: such a query says CAST(… AS BIGINT).
        matches!(*kind, Type::INT8 | Type::INT4 | Type::INT2 | Type::BOOL)
            || <String as FromSql>::accepts(kind)
    }
}

fn read_row(row: &tokio_postgres::Row) -> Result<Row, Fault> {
    let cells = (0..row.len()).map(|column| row.try_get::<_, Value>(column));
    Ok(Row(cells.collect::<Result<_, _>>().map_err(|e| Fault::of(&e))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_are_started_before_the_first_is_answered_and_answered_in_order() {
        let (send, receive) = tokio::sync::oneshot::channel();
        let (mut send, mut receive) = (Some(send), Some(receive));
        // The first waits for the last: were they not all started, it would wait for ever.
        let futures: Vec<Sent<'_, u32>> = (0..5_u32)
            .map(|number| {
                let waits = if number == 0 { receive.take() } else { None };
                let tells = if number == 4 { send.take() } else { None };
                let sent: Sent<'_, u32> = Box::pin(async move {
                    if let Some(tells) = tells {
                        tells.send(()).unwrap();
                    }
                    if let Some(waits) = waits {
                        waits.await.unwrap();
                    }
                    number
                });
                sent
            })
            .collect();
        assert_eq!(in_order(futures).await, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_value_is_sent_as_what_stands_at_its_place() {
        let sent = |value: &Value, kind: &Type| {
            let mut out = BytesMut::new();
            value.to_sql(kind, &mut out).map(|_| out.to_vec()).map_err(|e| e.to_string())
        };
        assert_eq!(sent(&Value::Int(-2), &Type::INT8), Ok((-2_i64).to_be_bytes().to_vec()));
        assert_eq!(sent(&Value::Int(7), &Type::INT4), Ok(7_i32.to_be_bytes().to_vec()));
        assert_eq!(sent(&Value::Int(1), &Type::BOOL), Ok(vec![1]));
        assert_eq!(sent(&Value::Text("å".to_owned()), &Type::TEXT), Ok("å".into()));
        assert_eq!(sent(&Value::Null, &Type::INT8), Ok(Vec::new()));
        sent(&Value::Int(i64::MAX), &Type::INT4).unwrap_err();
        sent(&Value::Int(1), &Type::TEXT).unwrap_err();
        sent(&Value::Text("1".to_owned()), &Type::INT8).unwrap_err();
    }
}
