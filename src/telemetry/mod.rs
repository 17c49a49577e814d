//! What operators see of a running process: logs, traces and metrics. None of them holds a token, a
//! name, an address or the text of a document.

pub mod metrics;
pub mod trace;

use std::io::IsTerminal;

use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::{ConfigError, Settings};

/// What has to be kept as long as the process runs: spans that were not sent yet go out at the end.
pub struct Telemetry {
    exporter: Option<opentelemetry_sdk::trace::SdkTracerProvider>,
}

/// Starts logs, as sentences on a terminal and as a JSON object a line for everything else; traces, if a
/// collector is named; and metrics.
pub fn init(settings: &Settings) -> Result<Telemetry, ConfigError> {
    let filter = read(&settings.log)?;
    let logs = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let logs = if std::io::stderr().is_terminal() {
        logs.with_target(false).boxed()
    } else {
        logs.json().flatten_event(true).boxed()
    };
    let exporter = settings.otlp_url.as_deref().map(trace::exporter).transpose()?;
    let spans = exporter.as_ref().map(trace::layer);
    let layers = tracing_subscriber::registry()
        .with(trace::TraceIds)
        .with(spans)
        .with(logs.with_filter(filter));
    // A second start, in a test, keeps the first.
    drop(layers.try_init());
    metrics::init();
    Ok(Telemetry { exporter })
}

/// Whether `filter` can be read as what is to be logged: a level, or levels by module.
pub fn check(filter: &str) -> Result<(), ConfigError> {
    read(filter).map(drop)
}

fn read(filter: &str) -> Result<EnvFilter, ConfigError> {
    EnvFilter::try_new(filter).map_err(|error| ConfigError {
        problems: vec![format!(
            "BUONO_LOG cannot be read ({error}). Write a level, or levels by module: info,sqlx=warn."
        )],
    })
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        if let Some(exporter) = &self.exporter
            && let Err(error) = exporter.shutdown()
        {
            eprintln!("The last spans did not reach the collector: {error}.");
        }
    }
}
