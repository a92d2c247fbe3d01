/** What an answer came to, in a word. */
export const verdicts = {
  Right: 'Richtig',
  'Partly right': 'Teilweise richtig',
  'Not right': 'Nicht richtig',
  'Not a valid answer': 'Keine gültige Antwort',
  'A person will look at this': 'Diese Antwort sieht sich ein Mensch an',
  'A person will look at this: the question itself has a fault':
    'Diese Antwort sieht sich ein Mensch an: Die Frage selbst hat einen Fehler',
  'Waits for a person': 'Wartet auf einen Menschen',
  'The question has a fault': 'Die Frage hat einen Fehler',
  wrong: 'falsch',
  'not decided': 'nicht entschieden',
  'Your matrix, cell by cell': 'Ihre Matrix, Zelle für Zelle',
  'As {example}, as LaTeX, or rows with commas. It counts instead of the grid.':
    'Als {example}, als LaTeX oder als Zeilen mit Kommas. Es zählt anstelle des Gitters.',
};
