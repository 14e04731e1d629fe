//! Randomness without state: a number in [0, 1) for each seed, thing and trial.
//!
//! As nothing is drawn in order, the same work gets the same luck whatever else is in the plan, on however many
//! threads. That makes two simulations comparable trial by trial (common random numbers) for free.

/// The seed of a simulation: same seed, same answer on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub u64);

/// The finaliser of `SplitMix64` (Steele, Lea, Flood, OOPSLA 2014).
pub(crate) fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Seed {
    /// The luck of a thing in a trial: uniform in [0, 1), in steps of 2^-53.
    pub fn uniform(self, thing: u64, trial: u32) -> f64 {
        let stream = mix(self.0.wrapping_add(thing.wrapping_mul(STEP)));
        fraction(mix(stream.wrapping_add(u64::from(trial).wrapping_add(1).wrapping_mul(STEP))))
    }
}

/// The first 53 bits as a number in [0, 1).
fn fraction(bits: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
    let fraction = (bits >> 11) as f64;
    fraction * (1.0 / 9_007_199_254_740_992.0)
}

/// The golden ratio as a step of 64 bits: what `SplitMix64` goes forward by.
pub(crate) const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// Luck that is drawn in order, for what is made once: `SplitMix64`.
#[derive(Debug, Clone)]
pub(crate) struct Stream(u64);

impl Stream {
    /// The stream from a state on.
    pub(crate) fn of(state: u64) -> Self {
        Self(state)
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// Uniform in [0, 1), in steps of 2^-53.
    pub(crate) fn uniform(&mut self) -> f64 {
        fraction(self.bits())
    }
}

/// The standard normal deviate below which a share `p` in (0, 1) lies; its relative error stays below 1.2e-9 (Acklam's
/// rational approximation).
pub(crate) fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const B: [f64; 6] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
        1.0,
    ];
    const C: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 5] = [
        7.784_695_709_041_462e-3,
        3.224_671_290_700_398e-1,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
        1.0,
    ];
    const TAIL: f64 = 0.02425;
    let along = |terms: &[f64], x: f64| terms.iter().fold(0.0, |sum, term| sum * x + term);
    if p > 1.0 - TAIL {
        -normal_quantile(1.0 - p)
    } else if p < TAIL {
        // Not the machine's own logarithm, whose last bits differ from platform to platform.
        let q = (-2.0 * libm::log(p)).sqrt();
        along(&C, q) / along(&D, q)
    } else {
        let q = p - 0.5;
        along(&A, q * q) * q / along(&B, q * q)
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
