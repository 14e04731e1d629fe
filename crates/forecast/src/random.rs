//! Randomness without state: a number in [0, 1) for each seed, thing and trial.
//!
//! As nothing is drawn in order, the same work gets the same luck whatever else is in the plan, on however many
//! threads. That makes two simulations comparable trial by trial (common random numbers) for free.

/// The seed of a simulation: same seed, same answer on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub u64);

/// The finaliser of `SplitMix64` (Steele, Lea, Flood, OOPSLA 2014).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Seed {
    /// The luck of a thing in a trial: uniform in [0, 1), in steps of 2^-53.
    pub fn uniform(self, thing: u64, trial: u32) -> f64 {
        let step = 0x9E37_79B9_7F4A_7C15_u64;
        let stream = mix(self.0.wrapping_add(thing.wrapping_mul(step)));
        let bits = mix(stream.wrapping_add(u64::from(trial).wrapping_add(1).wrapping_mul(step)));
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
        let fraction = (bits >> 11) as f64;
        fraction * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// A number for a name, the same on every machine (FNV-1a, 64 bits).
pub fn number_of(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_is_uniform_and_independent_of_neighbours() {
        let seed = Seed(1);
        let (things, trials) = (40_u64, 2500_u32);
        let mut tenths = [0_u32; 10];
        let mut product = 0.0;
        for thing in 0..things {
            for trial in 0..trials {
                let u = seed.uniform(thing, trial);
                assert!((0.0..1.0).contains(&u));
                tenths[crate::number::index(u * 10.0, 10)] += 1;
                product += (u - 0.5) * (seed.uniform(thing + 1, trial) - 0.5);
            }
        }
        let n = f64::from(trials) * 40.0;
        // Chi-squared with 9 degrees of freedom: 27.9 is passed once in a thousand.
        let chi: f64 = tenths.iter().map(|c| (f64::from(*c) - n / 10.0).powi(2) / (n / 10.0)).sum();
        assert!(chi < 27.9, "{chi}");
        let correlation = product / n * 12.0;
        assert!(correlation.abs() < 4.0 / n.sqrt(), "{correlation}");
    }

    #[test]
    fn names_have_the_published_numbers() {
        // Test vectors of the FNV specification.
        assert_eq!(number_of(""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(number_of("a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(number_of("foobar"), 0x8594_4171_F739_67E8);
    }
}
