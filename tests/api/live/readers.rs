//! Those who follow: at once, with pauses, with connections that drop, and after a long sleep.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Request, Response, Variables};
use buono::auth::Viewer;
use buono::domain::actor::Actor;
use buono::graphql::Schema;
use buono::live::follow::REPLAY_MAX_ENTRIES;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::log::{Feed, Told};
use super::random::Rng;
use super::writers::Progress;

/// With the log complete and nothing told for so long, nothing more is to come.
const PATIENCE: Duration = Duration::from_secs(20);

const SELECTION: &str = "kind cursor sequence order { number tracking { sequence } } \
     event { sequence kind }";

/// How somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    AtOnce,
    /// Now and then leaves the stream alone until more changes were made.
    Stalls,
    /// Now and then drops the stream, and resumes by the last cursor.
    Drops,
    /// Holds the stream, and does not look at it until far too much was written to replay.
    Neglects,
    /// Drops the stream, and resumes when far too much was written to replay.
    Oversleeps,
}

impl Habit {
    pub const ALL: [Self; 5] =
        [Self::AtOnce, Self::Stalls, Self::Drops, Self::Neglects, Self::Oversleeps];

    pub fn misses_too_much(self) -> bool {
        matches!(self, Self::Neglects | Self::Oversleeps)
    }
}

/// The last cursor of every feed, once nothing is written any more.
pub type Ends = Option<Arc<HashMap<Feed, String>>>;

/// One who follows, and all it was told.
pub struct Reader {
    pub feed: Feed,
    pub habit: Habit,
    pub told: Vec<Told>,
    pub schema: Schema,
    pub actor: Actor,
    /// Of the order, where one is followed.
    pub number: Option<String>,
    pub rng: Rng,
    pub progress: watch::Receiver<Progress>,
    pub ends: watch::Receiver<Ends>,
}

/// Subscribes through the schema: the stream of its answers.
pub fn follow(
    schema: &Schema,
    actor: &Actor,
    number: Option<&str>,
    after: Option<&str>,
) -> BoxStream<'static, Response> {
    let document = match number {
        Some(_) => format!(
            "subscription($number: String!, $after: String) {{ \
             told: orderTracking(number: $number, after: $after) {{ {SELECTION} }} }}"
        ),
        None => format!(
            "subscription($after: String) {{ told: orderUpdates(after: $after) {{ {SELECTION} }} }}"
        ),
    };
    let variables = match number {
        Some(number) => json!({ "number": number, "after": after }),
        None => json!({ "after": after }),
    };
    let request = Request::new(document).variables(Variables::from_json(variables));
    schema.execute_stream(request.data(Viewer(Some(actor.clone()))))
}

/// What an answer tells, or its errors.
pub fn told(answer: Response) -> Result<Told, String> {
    if !answer.errors.is_empty() {
        return Err(format!("{:?}", answer.errors));
    }
    let data = answer.data.into_json().map_err(|error| error.to_string())?;
    Told::read(&data["told"]).ok_or_else(|| format!("not an update: {data}"))
}

impl Reader {
    /// Reads until it has seen the end of its feed.
    pub async fn read(mut self) -> Result<Self, String> {
        let name = format!("{:?} of {:?}", self.habit, self.feed);
        self.read_on().await.map_err(|why| format!("{name}: {why}"))?;
        Ok(self)
    }

    async fn read_on(&mut self) -> Result<(), String> {
        let mut stream = self.resume();
        let mut pause_at = self.next_pause();
        while let Some(told) = self.next(&mut stream).await? {
            self.told.push(told);
            if self.told.len() < pause_at {
                continue;
            }
            pause_at = self.next_pause();
            match self.habit {
                Habit::AtOnce => {}
                Habit::Stalls => self.wait_for_some().await,
                Habit::Drops => {
                    drop(stream);
                    if self.rng.in_hundred(50) {
                        self.wait_for_some().await;
                    }
                    stream = self.resume();
                }
                Habit::Neglects => self.wait_for_too_many().await,
                Habit::Oversleeps => {
                    drop(stream);
                    self.wait_for_too_many().await;
                    stream = self.resume();
                }
            }
        }
        Ok(())
    }

    fn resume(&self) -> BoxStream<'static, Response> {
        let after = self.told.last().map(|last| last.cursor.as_str());
        follow(&self.schema, &self.actor, self.number.as_deref(), after)
    }

    /// How many updates are read before this reader does what it is for. Whoever misses too much
    /// does so once, and early: the rest is to be read after the resync.
    fn next_pause(&mut self) -> usize {
        match self.habit {
            Habit::AtOnce => usize::MAX,
            Habit::Stalls | Habit::Drops => self.told.len() + 1 + self.rng.below(60),
            Habit::Neglects | Habit::Oversleeps if !self.told.is_empty() => usize::MAX,
            // Right after the snapshot: after an event, hundreds may have been read ahead.
            Habit::Neglects => 1,
            Habit::Oversleeps => 1 + self.rng.below(2),
        }
    }

    /// The next update; `None` when everything was told.
    async fn next(
        &self,
        stream: &mut BoxStream<'static, Response>,
    ) -> Result<Option<Told>, String> {
        let (mut ends, mut ends_again) = (self.ends.clone(), self.ends.clone());
        let last = self.told.last().map(|last| &last.cursor);
        let is_the_end = |ends: &Ends| ends.as_ref().is_some_and(|it| it.get(&self.feed) == last);
        let too_long = async {
            let _ = ends_again.wait_for(Option::is_some).await;
            tokio::time::sleep(PATIENCE).await;
        };
        tokio::select! {
            biased;
            answer = stream.next() => match answer {
                Some(answer) => told(answer).map(Some),
                None => Err("the stream has ended".into()),
            },
            _ = ends.wait_for(is_the_end) => Ok(None),
            () = too_long => Err(format!("nothing more was told after {:?}", self.told.last())),
        }
    }

    async fn wait_for_some(&mut self) {
        let some = 1 + self.rng.below(100);
        let until = self.progress.borrow().changes + some;
        self.wait_until(|now| until <= now.changes).await;
    }

    async fn wait_for_too_many(&mut self) {
        let until = REPLAY_MAX_ENTRIES.cast_signed() + 1;
        match self.feed {
            Feed::Order(_) => {
                let seen = self.told.last().map_or(0, |it| it.sequence);
                self.wait_until(|now| seen + until <= now.newest).await;
            }
            // Every change to the busy order is in these feeds, too.
            Feed::Customer(_) | Feed::Everything => {
                let newest = self.progress.borrow().newest;
                self.wait_until(|now| newest + until <= now.newest).await;
            }
        }
    }

    /// Waits for the writers to be so far, or to have ended.
    async fn wait_until(&mut self, mut far_enough: impl FnMut(&Progress) -> bool) {
        let mut ends = self.ends.clone();
        tokio::select! {
            _ = self.progress.wait_for(|now| far_enough(now)) => {}
            _ = ends.wait_for(Option::is_some) => {}
        }
    }
}

/// The answer of a subscription that is refused at once: its errors, and that nothing follows.
pub async fn refusal(mut stream: BoxStream<'static, Response>) -> Value {
    let answer = stream.next().await.expect("an answer");
    assert!(stream.next().await.is_none(), "nothing follows a refusal");
    let answer = serde_json::to_value(answer).expect("a response is JSON");
    answer["errors"].clone()
}
