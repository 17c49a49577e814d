//! A stand-in until the real one is merged.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::{app::StartError, config::Settings};

#[derive(Clone, Debug)]
pub struct DemoOptions {
    pub listen: SocketAddr,
    pub speed: f64,
    pub keep: Option<PathBuf>,
    pub json: bool,
}

pub async fn run(_: DemoOptions, _: Settings) -> Result<(), StartError> {
    std::future::ready(Err(StartError::Failure("This build has no demo yet.".into()))).await
}
