/** The preview that authors have of their files. */
export const preview = {
  proven: 'bewiesen',
  supported: 'gestützt',
  asserted: 'behauptet',
  refuted: 'widerlegt',
  'evaluation decides it': 'die Auswertung entscheidet',
  'a seeded experiment with a control agrees': 'ein Versuch mit festem Startwert und Gegenprobe stimmt zu',
  'a person vouches for it': 'ein Mensch steht dafür ein',
  'the key, or something else in the question, is not right':
    'der Schlüssel oder etwas anderes an der Frage ist nicht richtig',
  Preview: 'Vorschau',
  'Preview of {quiz}': 'Vorschau von {quiz}',
  'Preview, exercise {number}, {quiz}': 'Vorschau, Aufgabe {number}, {quiz}',
  'This file cannot be read': 'Diese Datei ist nicht lesbar',
  'The quiz comes back here as soon as this is mended and saved. What was published before stays as it is.':
    'Das Quiz erscheint wieder hier, sobald das behoben und gespeichert ist. Was vorher veröffentlicht wurde, bleibt, wie es ist.',
  Overview: 'Übersicht',
  'no mark of {maximum}': 'keine Bewertung, {maximum} möglich',
  'Try these answers': 'Diese Antworten probieren',
  'Clear them': 'Leeren',
  Solutions: 'Lösungen',
  'What the check says': 'Was die Prüfung sagt',
  Found: 'Gefunden',
  'The quiz files as they stand on the disk. Nothing here is stored, and only this machine can see it.':
    'Die Quizdateien, wie sie auf der Platte stehen. Nichts hier wird gespeichert, und nur dieser Rechner kann es sehen.',
  'Cannot be read': 'Nicht lesbar',
  'There is no quiz file yet. A course is a folder with a {file}, and every other YAML file in it is a quiz.':
    'Es gibt noch keine Quizdatei. Ein Kurs ist ein Ordner mit {file}; jede andere YAML-Datei darin ist ein Quiz.',
  'For the author, question {label}': 'Für die Autorin oder den Autor, Frage {label}',
  claim: 'Behauptung',
  Key: 'Schlüssel',
  Feedback: 'Rückmeldung',
  '{n, plural, one {# named mistake} other {# named mistakes}}':
    '{n, plural, one {# benannter Fehler} other {# benannte Fehler}}',
  'Reloads when a file is saved.': 'Lädt neu, wenn eine Datei gespeichert wird.',
  'Without scripts, reload the page after saving a file.':
    'Ohne Skripte: Laden Sie die Seite neu, wenn Sie eine Datei gespeichert haben.',
  'This seed draws nothing that can be shown; what the check says of it is on the overview. Here is the first variant.':
    'Aus diesem Startwert lässt sich nichts Darstellbares ziehen; was die Prüfung dazu sagt, steht in der Übersicht. Dies ist die erste Variante.',
  '{n, plural, one {# wrong option} other {# wrong options}}':
    '{n, plural, one {# falsche Option} other {# falsche Optionen}}',
  'no mistake with a name': 'kein Fehler mit Namen',
};
