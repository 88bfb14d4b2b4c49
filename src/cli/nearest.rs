//! "Did you mean": the known word that is nearest to one that is not known.

/// The nearest of the words, if one is near enough to have been meant. Letter case does not count.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().take(64).collect();
    let reach = (word.len() / 3).max(1);
    let far = known.into_iter().map(|other| (distance(&word, &other.to_lowercase().chars().collect::<Vec<_>>()), other));
    // The first of the nearest, so that the answer does not depend on anything but the order of the words.
    far.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= reach).map(|(_, other)| other)
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
        let known = ["PBR-01", "product-first", "PBR-02"];
        assert_eq!(nearest("pbr-1", known), Some("PBR-01"));
        assert_eq!(nearest("PBR02", known), Some("PBR-02"));
        assert_eq!(nearest("prodcut-frist", known), Some("product-first"));
        assert_eq!(nearest("elephant", known), None);
        assert_eq!(nearest("", known), None);
    }
}
