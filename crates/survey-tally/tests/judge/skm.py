"""The judge: the index of PermenPANRB 14/2017 from the rule alone, in fractions. One matrix a line, as JSON."""
import json
import sys
from fractions import Fraction

BANDS = [("A", "88.31"), ("B", "76.61"), ("C", "65.00"), ("D", "0")]


def half_up(value, places):
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    return digits[:-places] + "." + digits[-places:]


for line in sys.stdin:
    rows = [row for row in json.loads(line) if any(row)]
    columns = [[score for score in column if score] for column in zip(*rows)]
    filled = [column for column in columns if column]
    if not filled:
        print("none")
        continue
    means = [Fraction(sum(column), len(column)) for column in filled]
    index = 25 * sum(means) / len(means)
    value = half_up(index, 2)
    grade = next(letter for letter, bound in BANDS if Fraction(value) >= Fraction(bound))
    old = half_up(25 * sum(means) * Fraction("0.11"), 2)
    print(len(rows), value, grade, old, " ".join(half_up(mean, 4) for mean in means))
