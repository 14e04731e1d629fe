//! The audit log as a file of JSON lines: page by page from the ledger, so that a long one takes no room.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::Body;
use axum::extract::{Extension, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use jiff::Timestamp;
use ledger::audit::AuditFilter;
use service::ServiceError;
use service::audit::{AuditExport, Origin, PrivacyError};

use crate::app::App;
use crate::audit::way;
use crate::failure::Failure;
use crate::reader::Reader;
use crate::request::RequestId;

/// `GET /settings/audit.jsonl`, from `since` until `until` where they are named
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    number: Option<Extension<RequestId>>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let instant = |name: &str| match asked.get(name).filter(|text| !text.is_empty()) {
        Some(text) => text.parse::<Timestamp>().map(Some).map_err(|_| Failure::Form),
        None => Ok(None),
    };
    let (since, until) = (instant("since")?, instant("until")?);
    let filter = AuditFilter { since, until, ..AuditFilter::default() };
    let request = number.map(|Extension(RequestId(id))| id.to_string()).unwrap_or_default();
    let origin = Origin { via: way(&reader), request };
    let export = app.service().export_audit(&reader.caller(), &origin, &filter).await;
    let export = export.map_err(|error| match error {
        PrivacyError::Service(error) => Failure::Service(error),
        PrivacyError::NotAdmin { .. }
        | PrivacyError::LastAdmin
        | PrivacyError::OpenPromises(_)
        | PrivacyError::NoReason
        | PrivacyError::Days { .. } => Failure::NotAllowed,
    })?;
    let kind = (CONTENT_TYPE, "application/jsonl");
    let name = (CONTENT_DISPOSITION, "attachment; filename=\"handslag-audit.jsonl\"");
    Ok(([kind, name], Body::from_stream(Lines { app, next: Next::At(export) })).into_response())
}

type Turned = (AuditExport, Result<Option<String>, ServiceError>);

/// What is to be done next.
enum Next {
    At(AuditExport),
    Turning(Pin<Box<dyn Future<Output = Turned> + Send>>),
    Over,
}

/// The lines on their way.
struct Lines {
    app: App,
    next: Next,
}

impl Stream for Lines {
    type Item = Result<String, ServiceError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Next::At(_) = &self.next
            && let Next::At(mut export) = std::mem::replace(&mut self.next, Next::Over)
        {
            let app = self.app.clone();
            self.next = Next::Turning(Box::pin(async move {
                let lines = app.service().next_audit_lines(&mut export).await;
                (export, lines)
            }));
        }
        let Next::Turning(turning) = &mut self.next else { return Poll::Ready(None) };
        let (export, lines) = ready!(turning.as_mut().poll(context));
        self.next = if matches!(lines, Ok(Some(_))) { Next::At(export) } else { Next::Over };
        Poll::Ready(lines.transpose())
    }
}
