//! One trace for each request, with an id that logs, answers and the collector share: the request's
//! own id, or that of the caller's `traceparent` (W3C Trace Context).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use opentelemetry::trace::{
    SpanContext, SpanId, TraceContextExt, TraceFlags, TraceId, TraceState, TracerProvider,
};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Span, Subscriber};
use tracing_opentelemetry::{OpenTelemetryLayer, OpenTelemetrySpanExt};
use tracing_subscriber::layer::{Context, Layer};
use tracing_subscriber::registry::{LookupSpan, Registry};

use crate::config::ConfigError;

/// How long a batch of spans may take to reach the collector.
const EXPORT_TIME: Duration = Duration::from_secs(5);
/// The field of a span that holds the id of its trace.
const FIELD: &str = "trace_id";

/// The caller's place in a trace: what a `traceparent` header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    trace: TraceId,
    span: SpanId,
    is_sampled: bool,
}

impl Parent {
    /// Reads `00-<32 hex digits>-<16 hex digits>-<2 hex digits>`; what is not so is no parent.
    pub fn parse(header: &str) -> Option<Self> {
        let mut parts = header.split('-');
        let (version, trace) = (parts.next()?, parts.next()?);
        let (span, flags) = (parts.next()?, parts.next()?);
        let lower = |text: &str| text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let sizes = [version.len(), trace.len(), span.len(), flags.len()] == [2, 32, 16, 2];
        // Later versions may say more after the flags; the first one may not.
        let ends = version != "00" || parts.next().is_none();
        if !sizes
            || !ends
            || version == "ff"
            || ![version, trace, span, flags].into_iter().all(lower)
        {
            return None;
        }
        let flags = u8::from_str_radix(flags, 16).ok()?;
        let (trace, span) = (TraceId::from_hex(trace).ok()?, SpanId::from_hex(span).ok()?);
        if trace == TraceId::INVALID || span == SpanId::INVALID {
            return None;
        }
        Some(Self { trace, span, is_sampled: flags & 1 == 1 })
    }

    pub fn trace_id(&self) -> String {
        self.trace.to_string()
    }

    /// Makes the span a part of the caller's trace.
    pub fn adopt(&self, span: &Span) {
        let flags = if self.is_sampled { TraceFlags::SAMPLED } else { TraceFlags::default() };
        let context = SpanContext::new(self.trace, self.span, flags, true, TraceState::default());
        let context = opentelemetry::Context::new().with_remote_span_context(context);
        // Without a collector there is nobody to tell.
        let _ = span.set_parent(context);
    }
}

/// The id that the collector knows the span's trace by, if there is a collector.
pub fn exported_id(span: &Span) -> Option<String> {
    let context = span.context();
    let id = context.span().span_context().trace_id();
    (id != TraceId::INVALID).then(|| id.to_string())
}

/// Sends spans to a collector, in batches.
pub fn exporter(url: &str) -> Result<SdkTracerProvider, ConfigError> {
    let exporter = SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", url.trim_end_matches('/')))
        .with_timeout(EXPORT_TIME)
        .build()
        .map_err(|error| ConfigError {
            problems: vec![format!(
                "BUONO_OTLP_URL cannot be used ({error}). Correct or unset it."
            )],
        })?;
    let resource = Resource::builder().with_service_name("buono").build();
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build())
}

pub fn layer<S>(
    exporter: &SdkTracerProvider,
) -> OpenTelemetryLayer<S, opentelemetry_sdk::trace::SdkTracer>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    tracing_opentelemetry::layer().with_tracer(exporter.tracer("buono"))
}

/// Remembers the id of each span's trace, so that a failure deep inside can name it.
pub struct TraceIds;

struct TraceIdOf(Arc<str>);

/// The id of the trace that is under way here.
pub fn current_id() -> Option<Arc<str>> {
    Span::current().with_subscriber(|(id, dispatch)| {
        let span = dispatch.downcast_ref::<Registry>()?.span(id)?;
        span.scope().find_map(|it| it.extensions().get::<TraceIdOf>().map(|it| Arc::clone(&it.0)))
    })?
}

impl<S> Layer<S> for TraceIds
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut found = Found(None);
        attributes.record(&mut found);
        remember(found, id, &context);
    }

    fn on_record(&self, id: &Id, values: &tracing::span::Record<'_>, context: Context<'_, S>) {
        let mut found = Found(None);
        values.record(&mut found);
        remember(found, id, &context);
    }
}

fn remember<S>(found: Found, id: &Id, context: &Context<'_, S>)
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    if let (Some(text), Some(span)) = (found.0, context.span(id)) {
        span.extensions_mut().replace(TraceIdOf(text.into()));
    }
}

struct Found(Option<String>);

impl Visit for Found {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == FIELD {
            self.0 = Some(value.to_owned());
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceparent_is_read_as_the_recommendation_writes_it() {
        let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let parent = Parent::parse(good).expect("it is one");
        assert_eq!(parent.trace_id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert!(parent.is_sampled);
        assert!(Parent::parse(&format!("01{}-more", &good[2..])).is_some());
        for bad in [
            "",
            "00",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4bf92f3577b34da6a3ce929d0e0e473-600f067aa0ba902b7-01",
        ] {
            assert_eq!(Parent::parse(bad), None, "{bad}");
        }
    }
}
