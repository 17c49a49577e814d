//! The limits of the transport and of the database, as the settings say.

use std::time::Duration;

use chrono::TimeDelta;

use crate::config::Settings;
use crate::http::guard::DocumentLimits;
use crate::http::{ConnectionLimits, Limits, RateLimits, SocketLimits, UploadLimits};
use crate::storage::Patience;

impl From<&Settings> for Limits {
    fn from(settings: &Settings) -> Self {
        Self {
            body_bytes: kib(settings.body_kib),
            body_time: seconds(settings.body_seconds),
            request_time: seconds(settings.request_seconds),
            notice_time: seconds(settings.stop_notice_seconds),
            drain_time: seconds(settings.drain_seconds),
            requests: count(settings.requests),
            upload: settings.into(),
            connection: settings.into(),
            document: settings.into(),
            rates: settings.into(),
            socket: settings.into(),
        }
    }
}

impl From<&Settings> for UploadLimits {
    fn from(settings: &Settings) -> Self {
        Self {
            bytes: kib(settings.upload_kib),
            time: seconds(settings.upload_seconds),
            at_once: count(settings.uploads),
            per_customer: count(settings.uploads_per_customer),
        }
    }
}

impl From<&Settings> for ConnectionLimits {
    fn from(settings: &Settings) -> Self {
        Self {
            all: count(settings.connections),
            per_address: count(settings.connections_per_address),
            head_bytes: kib(settings.head_kib),
            headers: count(settings.headers),
            head_time: seconds(settings.head_seconds),
            idle_time: seconds(settings.idle_seconds),
            streams: settings.http2_streams,
        }
    }
}

impl From<&Settings> for DocumentLimits {
    fn from(settings: &Settings) -> Self {
        Self {
            bytes: kib(settings.document_kib),
            tokens: count(settings.document_tokens),
            nesting: count(settings.document_nesting),
            selections: count(settings.document_selections),
            depth: count(settings.document_depth),
            introspection_depth: count(settings.document_introspection_depth),
            aliases: count(settings.document_aliases),
            directives: count(settings.document_directives),
            root_fields: count(settings.document_root_fields),
            list_items: count(settings.list_items),
            variables_bytes: kib(settings.variables_kib),
            operations: count(settings.document_operations),
            complexity: count(settings.document_complexity),
            introspection: settings.allows_introspection(),
            // A rule, not a measure: one change of money a request.
            ..Self::default()
        }
    }
}

impl From<&Settings> for RateLimits {
    fn from(settings: &Settings) -> Self {
        Self {
            on: settings.rate_limits,
            customer: settings.rate_customer,
            staff: settings.rate_staff,
            anonymous: settings.rate_anonymous,
            pay: settings.rate_pay,
            withdraw: settings.rate_withdraw,
            failed_authentication: settings.rate_failed_authentication,
            callers_max: count(settings.rate_callers_max),
        }
    }
}

impl From<&Settings> for SocketLimits {
    fn from(settings: &Settings) -> Self {
        Self {
            message_bytes: kib(settings.socket_message_kib),
            id_bytes: count(settings.socket_id_bytes),
            init_time: seconds(settings.socket_init_seconds),
            ping_every: seconds(settings.ping_seconds),
            pong_time: seconds(settings.pong_seconds),
            write_time: seconds(settings.write_seconds),
            close_time: seconds(settings.socket_close_seconds),
            token_warning: TimeDelta::seconds(settings.token_warning_seconds.into()),
            operations: count(settings.socket_operations),
            messages_per_second: settings.socket_messages_per_second,
            messages_burst: settings.socket_messages_burst,
            sockets_per_actor: count(settings.sockets_per_caller),
            stop_spread: seconds(settings.stop_spread_seconds),
            // How often a revocation is looked for is a promise, and no setting.
            ..Self::default()
        }
    }
}

impl From<&Settings> for Patience {
    fn from(settings: &Settings) -> Self {
        Self {
            statement: Some(seconds(settings.statement_seconds)),
            lock: seconds(settings.lock_seconds),
            pool: seconds(settings.pool_seconds),
        }
    }
}

fn kib(number: u32) -> usize {
    count(number).saturating_mul(1024)
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn seconds(number: u32) -> Duration {
    Duration::from_secs(number.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Sources;

    /// Tests and embedders begin with the one, servers with the other.
    #[test]
    fn the_defaults_of_the_settings_are_the_defaults_of_the_limits() {
        let settings = Sources::default().settle().unwrap().settings;
        let (set, usual) = (Limits::from(&settings), Limits::default());
        assert_eq!(format!("{set:#?}"), format!("{usual:#?}"));
    }
}
