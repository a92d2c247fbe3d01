/** What stands around every page, and how times are told. */
export const frame = {
  'In another language the password has to be typed again. Go on?':
    'In einer anderen Sprache muss das Passwort neu eingegeben werden. Weiter?',
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
