/** What stands around every page, and how times are told. */
export const frame = {
  'Skip to the text': 'Zum Text springen',
  You: 'Ihr Konto',
  People: 'Personen',
  'Sign out': 'Abmelden',
  'just now': 'gerade eben',
  'in less than a minute': 'in weniger als einer Minute',
  open: 'offen',
  'opens {date}': 'öffnet {date}',
  'closes {date}': 'schließt {date}',
  'closed {date}': 'geschlossen seit {date}',
  'solutions on {day}': 'Lösungen: {day}',
  'solutions since {day}': 'Lösungen seit {day}',
};
