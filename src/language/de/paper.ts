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
  'Solutions are not shown while an attempt is open.':
    'Lösungen werden nicht gezeigt, solange ein Versuch offen ist.',
  'The solutions cannot be shown yet.': 'Die Lösungen können noch nicht gezeigt werden.',
  'This quiz shows no solutions.': 'Dieses Quiz zeigt keine Lösungen.',
  Solution: 'Lösung',
  'As a sheet of paper': 'Zum Ausdrucken',
};
