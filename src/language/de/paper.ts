/** A quiz as a sheet of paper. */
export const paper = {
  '{quiz}, on paper': '{quiz}, auf Papier',
  '{quiz}, with solutions': '{quiz}, mit Lösungen',
  Print: 'Drucken',
  'With solutions': 'Mit Lösungen',
  'Without solutions': 'Ohne Lösungen',
  Back: 'Zurück',
  'hand in by {date}': 'Abgabe bis {date}',
  Name: 'Name',
  Solution: 'Lösung',
  'As a sheet of paper': 'Als Blatt Papier',
};
