/** Practising a quiz, which counts for nothing. */
export const practice = {
  'Practice: {quiz}, exercise {number}': 'Üben: {quiz}, Aufgabe {number}',
  Keep: 'Behalten',
  'Practice: nothing counts, nothing is kept': 'Üben: nichts zählt, nichts wird aufbewahrt',
  'You are practising. Check an answer as often as you like; you see at once where it fails. It does not count, nobody else sees it, and it is gone when you leave this page.':
    'Sie üben. Prüfen Sie eine Antwort, so oft Sie wollen; Sie sehen sofort, wo sie scheitert. Sie zählt nicht, niemand sonst sieht sie, und sie ist weg, wenn Sie diese Seite verlassen.',
  'Only a person can judge this answer, and nobody marks what is practised: compare it with the solution.':
    'Diese Antwort kann nur ein Mensch beurteilen, und Geübtes bewertet niemand: Vergleichen Sie sie mit der Lösung.',
  'There is nothing to check yet.': 'Hier gibt es noch nichts zu prüfen.',
  'Begin this exercise again': 'Diese Aufgabe neu beginnen',
  'Another hint': 'Noch ein Hinweis',
  Practice: 'Üben',
  Practise: 'Üben',
  'It does not count: check answers as often as you like, and see at once where they fail.':
    'Es zählt nicht: Prüfen Sie Antworten, so oft Sie wollen, und sehen Sie sofort, wo sie scheitern.',
  'You can practise this quiz from {date} on.': 'Sie können dieses Quiz ab {date} üben.',
  'You check more often than a person can think. What you typed is in the form.':
    'Sie prüfen öfter, als ein Mensch denken kann. Was Sie geschrieben haben, steht im Formular.',
  'This quiz cannot be practised yet.': 'Dieses Quiz kann noch nicht geübt werden.',
  'It can be from {when} on, {distance}.': 'Das geht ab {when}, {distance}.',
  'You draw new variants more often than a person can read them.':
    'Sie ziehen öfter neue Varianten, als ein Mensch sie lesen kann.',
  'No variant of this quiz could be drawn here: try another one.':
    'Hier ließ sich keine Variante dieses Quiz ziehen: Versuchen Sie es mit einer anderen.',
  'New variant': 'Neue Variante',
  'You are trying this quiz out: what you enter counts for nothing and is in no statistic.':
    'Sie probieren dieses Quiz aus: Was Sie eingeben, zählt nicht und steht in keiner Statistik.',
  'Students cannot practise it now.': 'Studierende können es jetzt nicht üben.',
  'Try it out': 'Ausprobieren',
  'variant of seed {seed}': 'Variante zum Startwert {seed}',
  'deployed variant {seed}, {number} of {total}': 'ausgegebene Variante {seed}, {number} von {total}',
  'Previous variant': 'Vorige Variante',
  'Next variant': 'Nächste Variante',
  'the first variant, with all questions of pools': 'die erste Variante, mit allen Fragen aus Vorräten',
};
