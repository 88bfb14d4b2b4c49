# German of the names in assets/disclosure.ron: markets, and the languages that labels are expected in. What is known of a market
# stays in the words of its sources.

markets-DE = Deutschland
markets-FR = Frankreich
markets-UK = Vereinigtes Königreich
markets-IE = Irland
markets-EU = Europäische Union allgemein
markets-US = Vereinigte Staaten
markets-language-DE = Deutsch
markets-language-FR = Französisch
markets-language-UK = Englisch
markets-language-IE = Englisch
markets-language-EU = die Sprache des Publikums
markets-language-US = Englisch
