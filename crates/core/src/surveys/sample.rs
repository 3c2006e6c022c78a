//! How many respondents a survey needs: Krejcie and Morgan (1970), the annex of PermenPANRB 14/2017.

use super::figures::Exact;

/// The rows that the annex prints: population and sample.
pub const PRINTED: &[(u64, u64)] = &[
    (10, 10),
    (15, 14),
    (20, 19),
    (25, 24),
    (30, 28),
    (35, 32),
    (40, 36),
    (45, 40),
    (50, 44),
    (55, 48),
    (60, 52),
    (65, 56),
    (70, 59),
    (75, 63),
    (80, 66),
    (85, 70),
    (90, 73),
    (95, 76),
    (100, 80),
    (110, 86),
    (120, 92),
    (130, 97),
    (140, 103),
    (150, 108),
    (160, 113),
    (170, 118),
    (180, 123),
    (190, 127),
    (200, 132),
    (210, 136),
    (220, 140),
    (230, 144),
    (240, 148),
    (250, 152),
    (260, 155),
    (270, 159),
    (280, 162),
    (290, 165),
    (300, 169),
    (320, 175),
    (340, 181),
    (360, 186),
    (380, 191),
    (400, 196),
    (420, 201),
    (440, 205),
    (460, 210),
    (480, 214),
    (500, 217),
    (550, 226),
    (600, 234),
    (650, 242),
    (700, 248),
    (750, 254),
    (800, 260),
    (850, 265),
    (900, 269),
    (950, 274),
    (1000, 278),
    (1100, 285),
    (1200, 291),
    (1300, 297),
    (1400, 302),
    (1500, 306),
    (1600, 310),
    (1700, 313),
    (1800, 317),
    (1900, 320),
    (2000, 322),
    (2200, 327),
    (2400, 331),
    (2600, 335),
    (2800, 338),
    (3000, 341),
    (3500, 346),
    (4000, 351),
    (4500, 354),
    (5000, 357),
    (6000, 361),
    (7000, 364),
    (8000, 367),
    (9000, 368),
    (10_000, 370),
    (15_000, 375),
    (20_000, 377),
    (30_000, 379),
    (40_000, 380),
    (50_000, 381),
    (75_000, 382),
    (100_000, 384),
];

/// The sample for a population: `S = 3.841 N 0.25 / (0.05² (N - 1) + 3.841 0.25)`, to the nearest whole number.
pub fn size(population: u64) -> u64 {
    let Some(below) = population.checked_sub(1) else {
        return 0;
    };
    // Top and bottom times 1,000,000.
    let top = Exact::whole(960_250_u64).times(&Exact::whole(population));
    let bottom = Exact::whole(2_500_u64)
        .times(&Exact::whole(below))
        .plus(&Exact::whole(960_250_u64));
    let size = top.over(&bottom).map(|size| size.round(0).units());
    size.and_then(|size| u64::try_from(size).ok())
        .unwrap_or(0)
        .min(population)
}

/// What the annex prints for exactly this population.
pub fn printed(population: u64) -> Option<u64> {
    let row = PRINTED.iter().find(|(printed, _)| *printed == population);
    row.map(|(_, sample)| *sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_rows_are_the_formula_but_for_one() {
        for (population, sample) in PRINTED {
            let expected = if *population == 100_000 { 383 } else { *sample };
            assert_eq!(size(*population), expected, "{population}");
            assert_eq!(printed(*population), Some(*sample));
        }
        assert_eq!(
            printed(100_000),
            Some(384),
            "the annex prints 384 where the formula gives 383"
        );
        assert_eq!(PRINTED.len(), 90);
        // Kalbar: 1,615 visitors a month.
        assert_eq!(size(1615), 310);
        assert_eq!((size(0), size(1), size(2)), (0, 1, 2));
        assert_eq!(size(u64::MAX), 384);
    }
}
