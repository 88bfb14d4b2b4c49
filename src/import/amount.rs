//! Cells that hold a number of something: minutes, days, money.

use super::cause::Cause;
use super::cost::{self, currency_in};
use super::field::Field;
use super::guess::Column;
use super::row::Reader;
use super::table::Value;
use super::text::{fold, short};
use super::words;
use crate::edit::MomentChange;
use crate::model::Money;
use crate::words::import as say;

impl Reader<'_> {
    pub(super) fn number(&mut self, at: u16, value: &Value, text: &str) -> Option<u16> {
        let folded = fold(text);
        let digits = ["minutes", "minute", "mins", "min", "days", "day", "m", "d"]
            .iter()
            .find_map(|unit| folded.strip_suffix(unit))
            .unwrap_or(&folded);
        let number = match value {
            Value::Number(number) if number.fract() == 0.0 && (0.0..=65_535.0).contains(number) => Some(*number as u16),
            Value::Number(_) => None,
            _ => digits.trim().parse().ok(),
        };
        if number.is_none() {
            self.problem(at, &say::no_number(short(text)), Cause::NoNumber);
        }
        number
    }

    pub(super) fn cost(&mut self, column: &Column, value: &Value, text: &str) {
        let beside = self.find(Field::Currency).map(|(_, value)| value.shown().trim().to_uppercase());
        let beside = beside.filter(|code| code.len() == 3);
        let (hundredths, own) = match value {
            Value::Number(number) if number.abs() < 9e13 => (Ok((number * 100.0).round() as i64), None),
            Value::Text(text) => match cost::read(text) {
                Some(amount) => (amount.hundredths(self.rules.decimals), amount.currency),
                None => (Err(cost::Need::NoAmount), None),
            },
            _ => (Err(cost::Need::NoAmount), None),
        };
        // “gifted” where the fee stands says what the creator gets.
        if let (Err(cost::Need::NoAmount), Some(pay)) = (hundredths, words::compensation(text)) {
            self.draft.changes.push(MomentChange::Compensation(Some(pay)));
            return;
        }
        let written = own.or(beside).or_else(|| currency_in(&column.header));
        self.draft.dollars = written.as_deref() == Some("USD") && text.contains('$') && !text.to_uppercase().contains("US");
        self.draft.assumed = written.is_none() && self.rules.currency.is_some();
        let currency = written.or_else(|| self.rules.currency.clone());
        match (hundredths, currency) {
            (Ok(hundredths), _) if hundredths < 0 => self.problem(column.at, &say::negative(short(text)), Cause::Negative),
            (Err(cost::Need::NoAmount), _) => self.problem(column.at, &say::no_amount(short(text)), Cause::NoAmount),
            (Err(cost::Need::Decimals), _) | (Ok(_), None) => self.draft.waits = true,
            (Ok(hundredths), Some(currency)) => match Money::new(hundredths, &currency) {
                // A moment has one fee; what a second column of fees says beside it is not forgotten.
                Some(_) if self.draft.changes.iter().any(|change| matches!(change, MomentChange::Cost(_))) => {
                    self.notes.push(say::note(&column.header, text));
                }
                Some(money) => self.draft.changes.push(MomentChange::Cost(Some(money))),
                None => self.problem(column.at, &say::no_currency(short(&currency)), Cause::NoCurrency),
            },
        }
    }
}
