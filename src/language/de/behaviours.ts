/** Checking answers while an attempt is open: tries, hints, certainty. */
export const behaviours = {
  Check: 'Prüfen',
  'Check again': 'Noch einmal prüfen',
  'Check of {label}': 'Prüfung von {label}',
  Hint: 'Hinweis',
  '{mark, number} of {maximum, plural, one {# mark} other {# marks}}':
    '{mark, number} von {maximum, plural, one {# Punkt} other {# Punkten}}',
  'There is no answer to check yet.': 'Es gibt noch keine Antwort zu prüfen.',
  'This answer is not valid yet, so it was not checked. It cost nothing.':
    'Diese Antwort ist noch nicht gültig und wurde nicht geprüft. Das hat nichts gekostet.',
  'Another answer to this question was still being checked, so this one was not. It is saved, and cost nothing: reload the page in a moment, then check it.':
    'Eine andere Antwort auf diese Frage wurde noch geprüft, diese deshalb nicht. Sie ist gespeichert und hat nichts gekostet: Laden Sie die Seite gleich neu und prüfen Sie sie dann.',
  'You have checked this answer before. Change it, then check again. It cost nothing.':
    'Diese Antwort wurde schon geprüft. Ändern Sie sie und prüfen Sie noch einmal. Das hat nichts gekostet.',
  'This answer is being checked. Reload the page in a moment; nothing can be lost.':
    'Diese Antwort wird geprüft. Laden Sie die Seite gleich neu; es kann nichts verloren gehen.',
  'You have changed your answer since. This is about the one that was checked:':
    'Sie haben Ihre Antwort seither geändert. Das hier gilt der geprüften:',
  'This answer was checked. What came of it is not shown yet.':
    'Diese Antwort wurde geprüft. Das Ergebnis wird noch nicht gezeigt.',
  'This question is finished; its answer stays as it is.':
    'Diese Frage ist abgeschlossen; die Antwort bleibt, wie sie ist.',
  '{n, plural, one {# try left.} other {# tries left.}}':
    '{n, plural, one {Noch # Versuch.} other {Noch # Versuche.}}',
  'A right answer now brings {mark, number} of {maximum, plural, one {# mark} other {# marks}}.':
    'Eine richtige Antwort bringt jetzt {mark, number} von {maximum, plural, one {# Punkt} other {# Punkten}}.',
  'An answer that you checked before brings more, so that one counts.':
    'Eine Antwort, die Sie vorher geprüft haben, bringt mehr; diese zählt.',
  'This answer is worth {worth, plural, one {# mark} other {# marks}}; the tries before it took off {off, number}.':
    'Diese Antwort ist {worth, plural, one {# Punkt} other {# Punkte}} wert; die Versuche davor haben {off, number} gekostet.',
  'try again': 'noch einmal versuchen',
  finished: 'abgeschlossen',
  right: 'richtig',
  'partly right': 'teilweise richtig',
  'not right': 'nicht richtig',
  'How sure are you?': 'Wie sicher sind Sie?',
  'Not sure': 'Unsicher',
  'Fairly sure': 'Ziemlich sicher',
  'Very sure': 'Sehr sicher',
  '{right, plural, one {# mark} other {# marks}} if right, {cost, plural, =0 {nothing} one {# mark} other {# marks}} off if wrong':
    '{right, plural, one {# Punkt} other {# Punkte}}, wenn richtig; {cost, plural, =0 {kein Abzug} one {# Punkt Abzug} other {# Punkte Abzug}}, wenn falsch',
  'What is not a valid answer, and what you have checked before, costs nothing.':
    'Was keine gültige Antwort ist und was Sie schon geprüft haben, kostet nichts.',
  'What is not a valid answer costs nothing.': 'Was keine gültige Antwort ist, kostet nichts.',
  'While you work you can check each answer once; after that it stays.':
    'Während der Bearbeitung können Sie jede Antwort einmal prüfen; danach bleibt sie.',
  'While you work you can check each question: you have {tries, plural, one {# try} other {# tries}}.':
    'Während der Bearbeitung können Sie jede Frage prüfen: Sie haben {tries, plural, one {# Versuch} other {# Versuche}}.',
  'Your last answer counts, and a try costs nothing.':
    'Ihre letzte Antwort zählt, und ein Versuch kostet nichts.',
  'Your last answer counts; every other one that you checked takes off {percent, number} % of the marks.':
    'Ihre letzte Antwort zählt; jede andere, die Sie geprüft haben, kostet {percent, number} % der Punkte.',
  'While you work you can check your answers as often as you like.':
    'Während der Bearbeitung können Sie Ihre Antworten beliebig oft prüfen.',
  'The best one counts, and a try costs nothing.': 'Die beste zählt, und ein Versuch kostet nichts.',
  'The best one counts, each less {percent, number} % of the marks for every try before it.':
    'Die beste zählt, jede abzüglich {percent, number} % der Punkte für jeden Versuch davor.',
  'With each answer you say how sure you are, which multiplies its marks:':
    'Zu jeder Antwort sagen Sie, wie sicher Sie sind; das vervielfacht ihre Punkte:',
  Certainty: 'Sicherheit',
  'You are': 'Sie sind',
  'Without an answer nothing is taken off. A grade is never below 0.':
    'Ohne Antwort wird nichts abgezogen. Ein Versuch hat nie weniger als 0 Punkte.',
};
