//! What becomes of money and documents when processes are killed, and when the provider misbehaves: the real
//! program against a provider of our own, each a process.

mod checks;
mod clients;
mod diary;
mod kills;
mod points;
mod provider;
mod sabotage;
mod stand;
mod transfers;
mod uploads;
mod webhooks;

/// A sequence that a seed determines: enough for choosing moments.
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (it ^ (it >> 31)) % end
    }

    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}
