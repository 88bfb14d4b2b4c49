//! Findings and fixes: messages, consequences, titles of fixes. The longer explanations stand in the rule files.
