/** The preview that authors have of their files. */
export const preview = {
  proven: 'bewiesen',
  supported: 'gestützt',
  asserted: 'behauptet',
  refuted: 'widerlegt',
  'evaluation decides it': 'die Auswertung entscheidet',
  'a seeded experiment with a control agrees': 'ein Experiment mit festem Startwert und Gegenprobe stimmt zu',
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
  'Where it fails': 'Wo es scheitert',
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
  'the question "{id}" cannot be evaluated: {reason}':
    'die Frage „{id}“ lässt sich nicht auswerten: {reason}',
  '{what}: {reason}': '{what}: {reason}',
  variant: 'Variante',
  'key: {key}': 'Schlüssel: {key}',
  'option {id}': 'Option {id}',
  'right: {options}': 'richtig: {options}',
  '(seed {seed})': '(Startwert {seed})',
  '{drawn} (seed {seed})': '{drawn} (Startwert {seed})',
  'the key is not right': 'der Schlüssel ist nicht richtig',
  'an option cannot be judged: {reason}': 'eine Option lässt sich nicht beurteilen: {reason}',
  '{right} of {all} options are right; exactly one must be':
    '{right} von {all} Optionen sind richtig; es muss genau eine sein',
  '{right} of {all} options are right; at least one must be':
    '{right} von {all} Optionen sind richtig; es muss mindestens eine sein',
  'two options are the same answer, written in two ways: change one of them':
    'zwei Optionen sind dieselbe Antwort in zwei Schreibweisen: Ändern Sie eine davon',
  'whether two options are the same answer could not be decided: write one of them otherwise':
    'ob zwei Optionen dieselbe Antwort sind, ließ sich nicht entscheiden: Schreiben Sie eine davon anders',
  'the example should be {expected}, but is {came}':
    'das Beispiel sollte „{expected}“ sein, ist aber „{came}“',
  'the example should be worth {expected}, but is worth {worth}':
    'das Beispiel sollte {expected} wert sein, ist aber {worth} wert',
  'the example should be noted as "{note}", but is noted as {tags}':
    'das Beispiel sollte als „{note}“ erkannt werden, erkannt wird aber: {tags}',
  nothing: 'nichts',
  'it is blank': 'sie ist leer',
  'the mistake "{tag}" leads to a right answer here':
    'der Fehler „{tag}“ führt hier zu einer richtigen Antwort',
  'the mistake "{tag}" is not recognised when a student makes it':
    'der Fehler „{tag}“ wird nicht erkannt, wenn jemand ihn macht',
  'none of the {settings} settings is right: the question has no answer':
    'keine der {settings} Belegungen ist richtig: Die Frage hat keine Antwort',
  '{right} of {settings} settings are right': '{right} von {settings} Belegungen sind richtig',
  '{n, plural, one {# option} other {# options}}': '{n, plural, one {# Option} other {# Optionen}}',
  '{named} of {all} wrong ones are named': '{named} von {all} falschen haben einen Namen',
  'a wrong answer to "{id}" would be right here as it is: ask for something else':
    'eine falsche Antwort auf „{id}“ wäre hier unverändert richtig: Fragen Sie nach etwas anderem',
  'what is right for a wrong answer to "{id}" is not marked so':
    'was für eine falsche Antwort auf „{id}“ richtig ist, wird nicht so bewertet',
  'no wrong answer to "{id}" that is known changes what is right here: give it a wrong example that does, or remove "uses"':
    'keine bekannte falsche Antwort auf „{id}“ ändert, was hier richtig ist: Geben Sie ihr ein falsches Beispiel, das es tut, oder entfernen Sie „uses“',
  'carries {count} of {all} known wrong answers to {id}':
    'führt {count} von {all} bekannten falschen Antworten auf {id} fort',
  'nothing that is drawn meets what must hold': 'nichts Gezogenes erfüllt, was gelten muss',
  '{failed} of {tried} variants fail; the first {told} are told':
    '{failed} von {tried} Varianten scheitern; die ersten {told} sind genannt',
  'looks the same as the variant with {variant}, but has another key: say in the text what differs':
    'sieht aus wie die Variante mit {variant}, hat aber einen anderen Schlüssel: Sagen Sie im Text, was anders ist',
  'Reloads when a file is saved.': 'Lädt neu, wenn eine Datei gespeichert wird.',
  'Without scripts, reload the page after saving a file.':
    'Ohne Skripte: Laden Sie die Seite neu, wenn Sie eine Datei gespeichert haben.',
  'This seed draws nothing that can be shown; what the check says of it is on the overview. Here is the first variant.':
    'Aus diesem Startwert lässt sich nichts Darstellbares ziehen; was die Prüfung dazu sagt, steht in der Übersicht. Dies ist die erste Variante.',
  '{n, plural, one {# wrong option} other {# wrong options}}':
    '{n, plural, one {# falsche Option} other {# falsche Optionen}}',
  'no mistake with a name': 'kein Fehler mit Namen',
};
