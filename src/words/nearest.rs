//! "Did you mean": the known word that is nearest to one that is not known.

/// Letters from which on the beginning of a word is enough.
const BEGINNING: usize = 3;

/// The word that was probably meant: the nearest if it is near enough, else one that begins like it. Letter case does
/// not count. Of several that are as near it is the first, so that the answer depends on their order alone.
#[must_use]
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word: Vec<char> = word.trim().to_lowercase().chars().take(64).collect();
    let reach = (word.len() / 3).max(1);
    let letters = |other: &str| other.to_lowercase().chars().collect::<Vec<char>>();
    let far = known.iter().map(|other| (distance(&word, &letters(other)), *other));
    let near = far.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= reach).map(|(_, other)| other);
    let begins = || known.iter().find(|other| word.len() >= BEGINNING && letters(other).starts_with(&word)).copied();
    near.or_else(begins)
}

/// How many letters have to be put in, left out or exchanged to turn one word into the other (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for ((y, above), pair) in b.iter().zip(row.iter().skip(1)).zip(row.iter()) {
            let left = next.last().copied().unwrap_or(0);
            next.push((pair + usize::from(x != y)).min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_understood_and_another_word_is_not() {
        let known = &["PBR-01", "product-first", "PBR-02", "PBR-10"];
        assert_eq!(nearest("pbr-1", known), Some("PBR-01"));
        assert_eq!(nearest("PBR02", known), Some("PBR-02"));
        assert_eq!(nearest("prodcut-frist", known), Some("product-first"));
        assert_eq!(nearest("prod", known), Some("product-first"));
        assert_eq!(nearest("elephant", known), None);
        assert_eq!(nearest("", known), None);
    }
}
