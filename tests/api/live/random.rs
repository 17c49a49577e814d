//! Chance that can be repeated: a small generator, and the seed that a failure tells.

const VARIABLE: &str = "BUONO_TEST_SEED";

/// The seed of a test; another one each time, unless the environment names it. A test that fails
/// says which it was. Who wins a race is not in the seed, so that a repeat is similar, not the same.
pub struct Seed(pub u64);

impl Seed {
    pub fn new() -> Self {
        let given = std::env::var(VARIABLE).ok().map(|text| text.parse().expect("a number"));
        let (random, _) = uuid::Uuid::new_v4().as_u64_pair();
        Self(given.unwrap_or(random))
    }

    /// One of several generators that have nothing in common.
    pub fn rng(&self, at: u64) -> Rng {
        let mixed = self.0 ^ (at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut rng = Rng(mixed.max(1));
        rng.next();
        rng
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("The seed was {VARIABLE}={}", self.0);
        }
    }
}

/// Marsaglia's xorshift, with the multiplication that makes its high bits good.
pub struct Rng(u64);

impl Rng {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 to below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("64 bits");
        usize::try_from((self.next() >> 32) % end).expect("it was a usize")
    }

    pub fn in_hundred(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
