/** Writing an attempt: the bar of exercises, the fields of answers, and what the script says of saving. */
export const attempt = {
  Question: 'Frage',
  Exercise: 'Aufgabe',
  Exercises: 'Aufgaben',
  'Exercise {number}, {quiz}': 'Aufgabe {number}, {quiz}',
  '{n, plural, one {# mark} other {# marks}}': '{n, plural, one {# Punkt} other {# Punkte}}',
  'on paper, {marks}': 'auf Papier, {marks}',
  Save: 'Speichern',
  'Next exercise': 'Nächste Aufgabe',
  'Hand in…': 'Abgeben …',
  'saving…': 'wird gespeichert …',
  'saved {time}': 'gespeichert {time}',
  'not saved, trying again': 'nicht gespeichert, wird wiederholt',
  'not saved: {why}': 'nicht gespeichert: {why}',
  'sign in again, in a new tab': 'in einem neuen Tab wieder anmelden',
  'nothing to save yet': 'noch nichts zu speichern',
  blank: 'leer',
  answered: 'beantwortet',
  Flag: 'Merken',
  flagged: 'vorgemerkt',
  'not saved': 'nicht gespeichert',
  '{n, plural, one {# question is flagged.} other {# questions are flagged.}}':
    '{n, plural, one {# Frage ist vorgemerkt.} other {# Fragen sind vorgemerkt.}}',
  'What you typed last for the questions that are not saved is on this device only. Open them once, and it is saved by itself.':
    'Was Sie bei den nicht gespeicherten Fragen zuletzt eingegeben haben, ist nur auf diesem Gerät. Öffnen Sie sie einmal, dann wird es von selbst gespeichert.',
  'not valid': 'nicht gültig',
  'No answer': 'Keine Antwort',
  'Choose…': 'Auswählen …',
  Names: 'Namen',
  'A number, or arithmetic such as {example}': 'Eine Zahl oder eine Rechnung wie {example}',
  'Sizes with × or commas between, such as {example}':
    'Größen mit × oder Komma dazwischen, zum Beispiel {example}',
  '{cell} for {row}': '{cell} für {row}',
  'Text, with mathematics between dollars: {example}':
    'Text, mit Mathematik zwischen Dollarzeichen: {example}',
  'Read as': 'Gelesen als',
  'Write {name} instead': 'Stattdessen {name} schreiben',
  'Or paste {matrix}': 'Oder {matrix} einfügen',
  'As {example}, as LaTeX, or from a spreadsheet. It counts instead of the grid.':
    'Als {example}, als LaTeX oder aus einer Tabelle. Es gilt anstelle der Felder.',
  'The numbers': 'Die Zahlen',
  'Table of values': 'Wertetabelle',
  'not saved: changed elsewhere too': 'nicht gespeichert: auch anderswo geändert',
  'This answer was changed in another tab or on another device too. Which one counts?':
    'Diese Antwort wurde auch in einem anderen Tab oder auf einem anderen Gerät geändert. Welche zählt?',
  'Saved {time}': 'Gespeichert {time}',
  'Keep what was entered here': 'Das hier Eingegebene behalten',
  'Take the other': 'Die andere nehmen',
  'Changed elsewhere, {quiz}': 'Anderswo geändert, {quiz}',
  'Changed elsewhere too': 'Auch anderswo geändert',
  'Since you opened this page, answers were changed in another tab or on another device. Say which one counts; everything else is saved.':
    'Seit Sie diese Seite geöffnet haben, wurden Antworten in einem anderen Tab oder auf einem anderen Gerät geändert. Sagen Sie, welche zählt; alles andere ist gespeichert.',
  'Entered here': 'Hier eingegeben',
  'Answers were changed in another tab or on another device since this page was opened. This is how they stand now; nothing has been handed in yet.':
    'Seit diese Seite geöffnet wurde, wurden Antworten in einem anderen Tab oder auf einem anderen Gerät geändert. So stehen sie jetzt da; abgegeben ist noch nichts.',
  'This answer was changed in another tab or on another device: this is how it stands now. It was not checked, and cost nothing.':
    'Diese Antwort wurde in einem anderen Tab oder auf einem anderen Gerät geändert: So steht sie jetzt da. Sie wurde nicht geprüft und hat nichts gekostet.',
};
