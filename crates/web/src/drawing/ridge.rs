//! The hill of a forecast: a density drawn from seven quantiles.
//!
//! The steps between quantiles are blurred by a normal kernel, which makes a hill out of stairs. Blur and seven
//! numbers cost a few points of area, so the chance is always told in words and never read off the hill.

/// The levels of the quantiles.
const LEVELS: [f64; 7] = [0.05, 0.15, 0.25, 0.5, 0.75, 0.85, 0.95];

/// In which box a ridge is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Nothing is drawn left of here: the present.
    pub(super) left: f64,
    /// Nothing is drawn right of here.
    pub(super) right: f64,
    /// The foot of the hill.
    pub(super) foot: f64,
    /// Its top.
    pub(super) top: f64,
    /// How many points outline it.
    pub(super) points: u32,
    /// A hill is at least so wide from its 5 to its 95% quantile.
    pub(super) least_width: f64,
}

/// The outline of a hill, left and right of the due.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ridge {
    /// From the left end up to the due.
    pub(super) before: Vec<(f64, f64)>,
    /// From the due on.
    pub(super) after: Vec<(f64, f64)>,
    /// Where it would have ended if there were room.
    pub(super) end: f64,
}

/// Draws the hill over places of quantiles, cut at the place of the due.
pub(super) fn ridge(places: [f64; 7], due: f64, frame: Frame) -> Ridge {
    let edges = edges(widened(places, due, frame.least_width));
    let width = edges[7] - edges[1];
    let blur = 0.14 * width;
    let from = (edges[1] - 0.45 * width - 2.0 * blur).max(frame.left);
    let end = edges[7] + 0.45 * width + 2.0 * blur;
    let to = end.min(frame.right);
    if to <= from {
        return Ridge { end, ..Ridge::default() };
    }
    let step = (to - from) / f64::from(frame.points - 1);
    let samples: Vec<(f64, f64)> = (0..frame.points)
        .map(|point| from + step * f64::from(point))
        .map(|x| (x, density(&edges, blur, x)))
        .collect();
    let highest = samples.iter().map(|(_, f)| *f).fold(f64::MIN_POSITIVE, f64::max);
    let place = |(x, f): (f64, f64)| (x, frame.foot - (frame.foot - frame.top) * f / highest);
    let outline: Vec<(f64, f64)> = samples.into_iter().map(place).collect();
    split(&outline, due, end)
}

/// Very sharp forecasts are widened so that they can be seen, about the due where it lies within, else the middle.
fn widened(places: [f64; 7], due: f64, least_width: f64) -> [f64; 7] {
    let width = places[6] - places[0];
    if width >= least_width {
        return places;
    }
    let within = places[0] < due && due < places[6];
    let centre = if within { due } else { places[3] };
    if width < 1e-6 {
        return LEVELS.map(|level| centre + (level - 0.5) / 0.9 * least_width);
    }
    places.map(|place| centre + (place - centre) * least_width / width)
}

/// The quantiles with both ends closed.
fn edges(u: [f64; 7]) -> [f64; 9] {
    let first = u[0] - (u[1] - u[0]);
    let last = u[6] + 1.2 * (u[6] - u[5]);
    [first, u[0], u[1], u[2], u[3], u[4], u[5], u[6], last]
}

/// The blurred density at a place.
fn density(edges: &[f64; 9], blur: f64, x: f64) -> f64 {
    const SHARES: [f64; 8] = [0.05, 0.10, 0.10, 0.25, 0.25, 0.10, 0.10, 0.05];
    let below = edges.map(|edge| normal((x - edge) / blur));
    let mut sum = 0.0;
    for ((share, ends), below) in SHARES.iter().zip(edges.windows(2)).zip(below.windows(2)) {
        let width = (ends[1] - ends[0]).max(1e-6);
        sum += share / width * (below[0] - below[1]);
    }
    sum.max(0.0)
}

/// The standard normal distribution function.
fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

fn split(outline: &[(f64, f64)], due: f64, end: f64) -> Ridge {
    let at = outline.partition_point(|(x, _)| *x < due);
    if at == 0 {
        return Ridge { before: Vec::new(), after: outline.to_vec(), end };
    }
    if at == outline.len() {
        return Ridge { before: outline.to_vec(), after: Vec::new(), end };
    }
    let ((x0, y0), (x1, y1)) = (outline[at - 1], outline[at]);
    let cut = (due, y0 + (y1 - y0) * (due - x0) / (x1 - x0).max(1e-9));
    let mut before = outline[..at].to_vec();
    before.push(cut);
    let mut after = vec![cut];
    after.extend_from_slice(&outline[at..]);
    Ridge { before, after, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame =
        Frame { left: 0.0, right: 1000.0, foot: 58.0, top: 4.0, points: 65, least_width: 40.0 };

    fn area(outline: &[(f64, f64)]) -> f64 {
        let slices = outline.windows(2);
        slices.map(|p| (p[1].0 - p[0].0) * (2.0 * FRAME.foot - p[0].1 - p[1].1) / 2.0).sum()
    }

    #[test]
    fn the_hill_stands_in_its_box() {
        let hill = ridge([300.0, 350.0, 380.0, 450.0, 540.0, 600.0, 720.0], 650.0, FRAME);
        let outline: Vec<_> = hill.before.iter().chain(&hill.after).collect();
        assert!(
            outline.iter().all(|(x, y)| (0.0..=1000.0).contains(x) && (3.9..=58.1).contains(y))
        );
        assert!(outline.iter().any(|(_, y)| *y < 4.01), "its top touches the top");
        assert!((hill.before.last().unwrap().0 - 650.0).abs() < 1e-9);
    }

    #[test]
    fn the_share_behind_the_due_is_about_the_risk() {
        // Log-normal forecasts, one draw each of place and width: the area right of the due against 1 − chance.
        let mut off: Vec<f64> = Vec::new();
        for case in 0..4600_u32 {
            // Three multipliers, so that the three numbers of a case know nothing of each other.
            let u = |of: u32| f64::from(case.wrapping_mul(of) >> 8) / 16_777_216.0;
            let (scale, sigma) = (150.0 + 250.0 * u(2_654_435_761), 0.15 + 0.45 * u(2_246_822_519));
            let z = [-1.645, -1.036, -0.674, 0.0, 0.674, 1.036, 1.645];
            let places = z.map(|z: f64| 100.0 + scale * (sigma * z).exp());
            let due_z = -1.5 + 3.0 * u(3_266_489_917);
            let due = 100.0 + scale * (sigma * due_z).exp();
            if places[6] + 0.8 * (places[6] - places[0]) > 1000.0 || due > 950.0 {
                continue;
            }
            let hill = ridge(places, due, FRAME);
            let (before, after) = (area(&hill.before), area(&hill.after));
            let risk = 1.0 - normal(due_z);
            off.push((after / (before + after) - risk).abs() * 100.0);
        }
        off.sort_by(f64::total_cmp);
        let quantile = |share: usize| off[(off.len() - 1) * share / 100];
        assert!(off.len() > 2900);
        assert!(
            quantile(50) < 3.0 && quantile(95) < 5.0 && quantile(99) < 7.0,
            "{} {} {}",
            quantile(50),
            quantile(95),
            quantile(99)
        );
    }

    #[test]
    fn degenerate_hills_are_hills() {
        for places in
            [[500.0; 7], [0.0; 7], [999.0; 7], [-50.0, -40.0, -30.0, 0.0, 10.0, 20.0, 30.0]]
        {
            for due in [-100.0, 0.0, 500.0, 999.0, 2000.0] {
                let hill = ridge(places, due, FRAME);
                let all = hill.before.iter().chain(&hill.after);
                assert!(all.clone().all(|(x, y)| x.is_finite() && y.is_finite()));
                assert!(
                    all.clone().all(|(x, _)| (-0.001..=1000.001).contains(x)),
                    "{places:?} {due}"
                );
            }
        }
    }

    #[test]
    fn a_hill_wholly_left_of_the_present_is_not_drawn() {
        let hill = ridge([1100.0; 7], 500.0, FRAME);
        assert!(hill.before.is_empty() && hill.after.is_empty());
    }
}
