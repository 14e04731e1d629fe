//! For which processor: the same code compiled for several instruction sets, the best of which is chosen when it runs.
//!
//! The one file of the engine with `unsafe`: a function that is compiled for instructions which not every processor has
//! may be called only where they are there, and the compiler cannot know that they are. What counts bits reads whole
//! registers from arrays of exactly their size.
#![expect(
    unsafe_code,
    reason = "calls what is compiled for a processor, after asking whether it is this one"
)]

use super::bank::{BLOCK, Lanes};

/// A set of instructions that the engine is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Isa {
    /// What every processor has that the program is compiled for.
    Baseline,
    /// Registers of 256 bits: processors from about 2015 on.
    Avx2,
    /// Registers of 512 bits: servers from about 2017 on, AMD from Zen 4 on.
    Avx512,
}

impl Isa {
    /// Every one that this processor has, the slowest first.
    pub fn all_here() -> Vec<Self> {
        [Self::Baseline, Self::Avx2, Self::Avx512].into_iter().filter(|isa| isa.is_here()).collect()
    }

    /// The fastest one that this processor has.
    pub fn best() -> Self {
        Self::all_here().into_iter().next_back().unwrap_or(Self::Baseline)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Avx2 => "AVX2",
            Self::Avx512 => "AVX-512",
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn is_here(self) -> bool {
        match self {
            Self::Baseline => true,
            Self::Avx2 => {
                is_x86_feature_detected!("avx2")
                    && is_x86_feature_detected!("bmi1")
                    && is_x86_feature_detected!("bmi2")
                    && is_x86_feature_detected!("popcnt")
            }
            Self::Avx512 => {
                Self::Avx2.is_here()
                    && is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
            }
        }
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn is_here(self) -> bool {
        self == Self::Baseline
    }
}

/// What is run for a processor. Everything in it is `#[inline(always)]`: what is not inlined is compiled for any.
pub(super) trait Work {
    /// What it gives.
    type Output;

    /// Does it, counting by the processor's own instructions.
    fn run<C: Count>(self, count: C) -> Self::Output;
}

/// Thresholds that a block is counted against at once.
pub(super) const THRESHOLDS: usize = 12;

/// Counts the lanes of a block.
pub(super) trait Count: Copy {
    /// Adds to each count how many levels are below its threshold.
    fn below(
        self,
        levels: &[u8; BLOCK],
        thresholds: &[u8; THRESHOLDS],
        counts: &mut [u32; THRESHOLDS],
    );

    /// One bit for each lane, set where it is not after a time.
    fn until(self, lanes: &Lanes, time: f32) -> u64;
}

/// Runs work by instructions that this processor has; by the baseline where it has not those that are asked for.
pub(super) fn run<W: Work>(isa: Isa, work: W) -> W::Output {
    match isa {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: asked a line before whether the processor has what it is compiled for.
        Isa::Avx512 if isa.is_here() => unsafe { x86::run_512(work) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as above.
        Isa::Avx2 if isa.is_here() => unsafe { x86::run_256(work) },
        Isa::Baseline | Isa::Avx2 | Isa::Avx512 => work.run(Plain),
    }
}

/// Counts in a way that every processor knows.
#[derive(Debug, Clone, Copy)]
struct Plain;

impl Count for Plain {
    #[inline(always)]
    fn below(
        self,
        levels: &[u8; BLOCK],
        thresholds: &[u8; THRESHOLDS],
        counts: &mut [u32; THRESHOLDS],
    ) {
        for (count, threshold) in counts.iter_mut().zip(thresholds) {
            let below = levels.iter().map(|level| u8::from(level < threshold));
            *count += u32::from(below.sum::<u8>());
        }
    }

    #[inline(always)]
    fn until(self, lanes: &Lanes, time: f32) -> u64 {
        let bits = lanes.iter().zip(0..).map(|(lane, bit)| u64::from(*lane <= time) << bit);
        bits.fold(0, |all, bit| all | bit)
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{
        _CMP_LE_OQ, _mm256_cmp_ps, _mm256_cmpeq_epi8, _mm256_loadu_ps, _mm256_loadu_si256,
        _mm256_max_epu8, _mm256_movemask_epi8, _mm256_movemask_ps, _mm256_set1_epi8,
        _mm256_set1_ps, _mm512_cmp_ps_mask, _mm512_cmplt_epu8_mask, _mm512_loadu_ps,
        _mm512_loadu_si512, _mm512_set1_epi8, _mm512_set1_ps,
    };

    use super::{BLOCK, Count, Lanes, THRESHOLDS, Work};

    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi1,bmi2,popcnt")]
    pub(super) fn run_512<W: Work>(work: W) -> W::Output {
        work.run(Wide)
    }

    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt")]
    pub(super) fn run_256<W: Work>(work: W) -> W::Output {
        work.run(Half)
    }

    /// Counts by registers of 512 bits; made in [`run_512`] alone.
    #[derive(Debug, Clone, Copy)]
    struct Wide;

    impl Count for Wide {
        #[inline(always)]
        fn below(
            self,
            levels: &[u8; BLOCK],
            thresholds: &[u8; THRESHOLDS],
            counts: &mut [u32; THRESHOLDS],
        ) {
            // SAFETY: whoever has a `Wide` runs within `run_512`.
            unsafe { below_512(levels, thresholds, counts) }
        }

        #[inline(always)]
        fn until(self, lanes: &Lanes, time: f32) -> u64 {
            // SAFETY: as above.
            unsafe { until_512(lanes, time) }
        }
    }

    /// Counts by registers of 256 bits; made in [`run_256`] alone.
    #[derive(Debug, Clone, Copy)]
    struct Half;

    impl Count for Half {
        #[inline(always)]
        fn below(
            self,
            levels: &[u8; BLOCK],
            thresholds: &[u8; THRESHOLDS],
            counts: &mut [u32; THRESHOLDS],
        ) {
            // SAFETY: whoever has a `Half` runs within `run_256`.
            unsafe { below_256(levels, thresholds, counts) }
        }

        #[inline(always)]
        fn until(self, lanes: &Lanes, time: f32) -> u64 {
            // SAFETY: as above.
            unsafe { until_256(lanes, time) }
        }
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi1,bmi2,popcnt")]
    fn below_512(
        levels: &[u8; BLOCK],
        thresholds: &[u8; THRESHOLDS],
        counts: &mut [u32; THRESHOLDS],
    ) {
        // SAFETY: the array has the 64 bytes that are read, and no alignment is asked for.
        let levels = unsafe { _mm512_loadu_si512(levels.as_ptr().cast()) };
        for (count, threshold) in counts.iter_mut().zip(thresholds) {
            let threshold = _mm512_set1_epi8(threshold.cast_signed());
            *count += _mm512_cmplt_epu8_mask(levels, threshold).count_ones();
        }
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi1,bmi2,popcnt")]
    fn until_512(lanes: &Lanes, time: f32) -> u64 {
        let time = _mm512_set1_ps(time);
        let (parts, _) = lanes.as_chunks::<16>();
        parts.iter().rev().fold(0, |bits, part| {
            // SAFETY: the part has the 16 numbers that are read, and no alignment is asked for.
            let part = unsafe { _mm512_loadu_ps(part.as_ptr()) };
            bits << 16 | u64::from(_mm512_cmp_ps_mask::<_CMP_LE_OQ>(part, time))
        })
    }

    #[inline]
    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt")]
    fn below_256(
        levels: &[u8; BLOCK],
        thresholds: &[u8; THRESHOLDS],
        counts: &mut [u32; THRESHOLDS],
    ) {
        let (halves, _) = levels.as_chunks::<32>();
        for half in halves {
            // SAFETY: the half has the 32 bytes that are read, and no alignment is asked for.
            let levels = unsafe { _mm256_loadu_si256(half.as_ptr().cast()) };
            for (count, threshold) in counts.iter_mut().zip(thresholds) {
                // What is the larger of itself and the threshold is not below it; there is no comparison of bytes
                // without a sign.
                let threshold = _mm256_set1_epi8(threshold.cast_signed());
                let not_below = _mm256_cmpeq_epi8(_mm256_max_epu8(levels, threshold), levels);
                *count += _mm256_movemask_epi8(not_below).count_zeros();
            }
        }
    }

    #[inline]
    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt")]
    fn until_256(lanes: &Lanes, time: f32) -> u64 {
        let time = _mm256_set1_ps(time);
        let (parts, _) = lanes.as_chunks::<8>();
        parts.iter().rev().fold(0, |bits, part| {
            // SAFETY: the part has the 8 numbers that are read, and no alignment is asked for.
            let part = unsafe { _mm256_loadu_ps(part.as_ptr()) };
            let until = _mm256_movemask_ps(_mm256_cmp_ps::<_CMP_LE_OQ>(part, time));
            bits << 8 | u64::from(until.cast_unsigned())
        })
    }
}
