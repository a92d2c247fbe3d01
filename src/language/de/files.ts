/** What is wrong with the form of a file: its lines, its fields and their values, its formulas. */
export const files = {
  'There is no such file or folder.': 'Eine solche Datei oder einen solchen Ordner gibt es nicht.',
  'There is no such file, or it cannot be read.': 'Diese Datei gibt es nicht, oder sie ist nicht lesbar.',
  'There is no {file} here or in a folder below. A course is a folder with one: {example}':
    'Weder hier noch in einem Ordner darunter gibt es {file}. Ein Kurs ist ein Ordner mit dieser Datei: {example}',
  'This quiz is in no course, so it is neither checked nor published: move it into a folder with a {file}':
    'Dieses Quiz liegt in keinem Kurs und wird deshalb weder geprüft noch veröffentlicht: Verschieben Sie es in einen Ordner mit {file}',
  'quizzes: "{name}" is listed twice: remove one of the two':
    'quizzes: „{name}“ steht zweimal in der Liste: Entfernen Sie eines von beiden',
  'quizzes: there is no file "{name}" in this folder that can be read: correct the name, or remove it':
    'quizzes: In diesem Ordner gibt es keine lesbare Datei „{name}“: Berichtigen Sie den Namen, oder entfernen Sie ihn',
  'quizzes: {name} is in this folder but not in this list, so students never get it: add it, or move it elsewhere':
    'quizzes: {name} liegt in diesem Ordner, steht aber nicht in dieser Liste, sodass Studierende es nie bekommen: Nehmen Sie es auf, oder verschieben Sie es',
  '"{id}" is also what {file} is called in addresses: rename one of them':
    'Auch {file} heißt in Adressen „{id}“: Benennen Sie eine der beiden Dateien um',

  'This file has {count, number} characters, more than the {most, number} that a quiz may have. Split it.':
    'Diese Datei hat {count, number} Zeichen, mehr als die {most, number}, die ein Quiz haben darf. Teilen Sie sie.',
  'This line is indented with a tab: indent with spaces.':
    'Diese Zeile ist mit einem Tabulator eingerückt: Rücken Sie mit Leerzeichen ein.',
  'This repeats parts within parts, more than {most} times in all: write the repeated part out.':
    'Hier wiederholen sich Teile in Teilen, insgesamt öfter als {most}-mal: Schreiben Sie den wiederholten Teil aus.',
  'A bracket that was opened before is never closed: add {sign}.':
    'Eine weiter oben geöffnete Klammer wird nie geschlossen: Ergänzen Sie {sign}.',
  'This line begins in another column than the fields that it belongs to: let the fields of one thing begin in the same column.':
    'Diese Zeile beginnt in einer anderen Spalte als die Felder, zu denen sie gehört: Lassen Sie zusammengehörige Felder in derselben Spalte beginnen.',
  'This line is indented less than the item that it belongs to: let the fields of one thing begin in the same column.':
    'Diese Zeile ist weniger eingerückt als der Eintrag, zu dem sie gehört: Lassen Sie zusammengehörige Felder in derselben Spalte beginnen.',
  'This item does not stand in a list: let every - of a list stand in the same column, and look for a - that is missing above.':
    'Dieser Eintrag steht in keiner Liste: Setzen Sie alle - einer Liste in dieselbe Spalte, und sehen Sie nach, ob weiter oben ein - fehlt.',
  'There is a colon within this value: put a text with a colon in quotes.':
    'In diesem Wert steht ein Doppelpunkt: Setzen Sie einen Text mit Doppelpunkt in Anführungszeichen.',
  'This line is neither a field nor part of the text above it: a field has a colon and a blank after it; a text of several lines stands under |, indented.':
    'Diese Zeile ist weder ein Feld noch gehört sie zum Text darüber: Nach einem Feld stehen ein Doppelpunkt und ein Leerzeichen; ein Text aus mehreren Zeilen steht eingerückt unter |.',
  'This field is there twice: remove one of the two, or begin the next item of the list with a -.':
    'Dieses Feld steht zweimal da: Entfernen Sie eines von beiden, oder beginnen Sie den nächsten Eintrag der Liste mit einem -.',
  'This text has no closing {sign}: add it where the text ends.':
    'Diesem Text fehlt das schließende {sign}: Ergänzen Sie es, wo der Text endet.',
  'In double quotes a backslash begins a special character, and there is no {sign}: put the text in single quotes, or under |.':
    'In doppelten Anführungszeichen beginnt ein Backslash ein Sonderzeichen, und {sign} gibt es nicht: Setzen Sie den Text in einfache Anführungszeichen oder unter |.',
  'A text cannot begin with {sign}: put it in quotes, or under |.':
    'Ein Text kann nicht mit {sign} beginnen: Setzen Sie ihn in Anführungszeichen oder unter |.',
  'There is a bracket too many here: remove it.': 'Hier ist eine Klammer zu viel: Entfernen Sie sie.',
  'This cannot stand here: put a text that begins with a quote, a bracket, *, & or ! in other quotes, or under |.':
    'Das kann hier nicht stehen: Setzen Sie einen Text, der mit einem Anführungszeichen, einer Klammer, *, & oder ! beginnt, in andere Anführungszeichen oder unter |.',
  'Lines of fields or of a list cannot stand within brackets: close the bracket before them.':
    'Zeilen mit Feldern oder Einträgen einer Liste können nicht in Klammern stehen: Schließen Sie die Klammer davor.',
  'A file holds one quiz: remove this line, or put what follows into another file.':
    'Eine Datei enthält ein einziges Quiz: Entfernen Sie diese Zeile, oder verschieben Sie das Folgende in eine andere Datei.',
  'This is not YAML: {reason}.': 'Das ist kein YAML: {reason}.',
  '*{name} repeats a part that is marked with &{name}, and there is none above this line: mark it, or correct the name.':
    '*{name} wiederholt einen Teil, der mit &{name} markiert ist, und über dieser Zeile gibt es keinen: Markieren Sie ihn, oder berichtigen Sie den Namen.',
  '*{name} repeats a part that is marked with &{name}, and there is none above this line: mark it, or correct the name; above are {known}.':
    '*{name} wiederholt einen Teil, der mit &{name} markiert ist, und über dieser Zeile gibt es keinen: Markieren Sie ihn, oder berichtigen Sie den Namen; oben stehen {known}.',
  'In double quotes {character} is a special character, so {tex} is lost: put the text in single quotes, or under |.':
    'In doppelten Anführungszeichen ist {character} ein Sonderzeichen, sodass {tex} verloren geht: Setzen Sie den Text in einfache Anführungszeichen oder unter |.',
  '{field}: ends before {comment}, which is a comment: put the text in quotes if that belongs to it':
    '{field}: endet vor {comment}, was ein Kommentar ist: Setzen Sie den Text in Anführungszeichen, wenn es dazugehört',

  text: 'Text',
  'fields with values, as in "title: My quiz"': 'ein Block aus Feldern mit Werten wie in „title: Mein Quiz“',
  'fields with values': 'ein Block aus Feldern mit Werten',
  'a list': 'eine Liste',
  'true or false': 'true oder false',
  'a number': 'eine Zahl',
  'a whole number': 'eine ganze Zahl',
  'is missing': 'fehlt',
  'is not of a form that can stand here: docs/questions.md shows which can':
    'hat keine Form, die hier stehen kann: In docs/questions.md steht, welche es gibt',
  'is missing: it must be {type}': 'fehlt: Erwartet wird {type}',
  'is empty: it must be {type}': 'ist leer: Erwartet wird {type}',
  'must be {type}': 'erwartet wird {type}',
  'must be {type}; put a text with a colon or brackets in quotes':
    'erwartet wird {type}; setzen Sie einen Text mit Doppelpunkt oder Klammern in Anführungszeichen',
  'is missing: it must be one of {values}': 'fehlt: Es muss eines davon sein: {values}',
  'must be one of {values}': 'muss eines davon sein: {values}',
  'must have at least {least}': 'braucht mindestens {least}',
  'must have at most {most}': 'darf höchstens {most} haben',
  'must be at least {least}': 'muss mindestens {least} sein',
  'must be more than {least}': 'muss größer als {least} sein',
  'must be at most {most}': 'darf höchstens {most} sein',
  'must be less than {most}': 'muss kleiner als {most} sein',
  '{n, plural, one {# entry} other {# entries}}': '{n, plural, one {# Eintrag} other {# Einträge}}',
  '{n, plural, one {# character} other {# characters}}': '{n, plural, one {# Zeichen} other {# Zeichen}}',
  'there is no field "{key}" here: remove it': 'hier gibt es kein Feld „{key}“: Entfernen Sie es',
  'there is no field "{key}" here: did you mean "{meant}"?':
    'hier gibt es kein Feld „{key}“: Meinten Sie „{meant}“?',
  '"{key}" is a field of an exercise or a question, not of this':
    '„{key}“ ist ein Feld einer Aufgabe oder einer Frage und gehört nicht hierher',
  '"{key}" is a field of {place, select, course {a course} quiz {a quiz} exercise {an exercise} other {a question}}, not of this':
    '„{key}“ ist ein Feld {place, select, course {eines Kurses} quiz {eines Quiz} exercise {einer Aufgabe} other {einer Frage}} und gehört nicht hierher',

  'must be lower-case letters, digits and hyphens, such as "or-weights"':
    'darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten, wie „or-weights“',
  'must be a date such as 2023-04-10, or 2023-04-10 23:59':
    'muss ein Datum sein wie 2023-04-10 oder 2023-04-10 23:59',
  'is not a date of the calendar: check the day and the time':
    'steht in keinem Kalender: Prüfen Sie Tag und Uhrzeit',
  'must be a duration of at most a year, such as "90 min", "1 h 30 min" or "2 d"':
    'muss eine Dauer von höchstens einem Jahr sein, wie „90 min“, „1 h 30 min“ oder „2 d“',
  'must be a time zone such as Europe/Zurich': 'muss eine Zeitzone sein wie Europe/Zurich',
  'must be a Config Key or Browser Exam Key: 64 digits from 0 to f':
    'muss ein Config Key oder Browser Exam Key sein: 64 Ziffern von 0 bis f',
  'is drawn from the question itself, not read from a file: write model, fits, or {example}':
    'wird aus der Frage selbst gezeichnet, nicht aus einer Datei gelesen: Schreiben Sie model, fits oder {example}',
  'must be one of {presets}, or lists of {items} under {moments}':
    'muss eines von {presets} sein oder Listen von {items} unter {moments} enthalten',
  'must be deferred, immediate, interactive, adaptive, adaptive-without-penalty, certainty or immediate-certainty; with numbers as in {interactive} or {adaptive}':
    'muss deferred, immediate, interactive, adaptive, adaptive-without-penalty, certainty oder immediate-certainty sein; mit Zahlen wie in {interactive} oder {adaptive}',
  'must be all-or-nothing, by-cell, by-pair, or {notes} with fractions from 0 to below 1, such as {example}':
    'muss all-or-nothing, by-cell, by-pair oder {notes} sein, mit Bruchteilen von 0 bis unter 1, wie {example}',
  'must be below 1, which is for right answers': 'muss unter 1 liegen; 1 ist für richtige Antworten',
  'uses is the id of an earlier question, or {example} with full, none or a fraction such as 0.5':
    'uses ist die id einer früheren Frage, oder {example} mit full, none oder einem Bruchteil wie 0.5',
  'must be a question, or {pool}': 'muss eine Frage sein oder {pool}',

  'the formula {formula} cannot be set: {reason}': 'die Formel {formula} lässt sich nicht setzen: {reason}',
  'a formula has at most {most, number} characters: split it':
    'eine Formel hat höchstens {most, number} Zeichen: Teilen Sie sie',
  'a formula has at most {most} cells: split it': 'eine Formel hat höchstens {most} Zellen: Teilen Sie sie',
  '{command} cannot be used: write it out': '{command} ist nicht erlaubt: Schreiben Sie es aus',
  'braces are nested too deeply': 'geschweifte Klammern sind zu tief verschachtelt',
  'this text has too many formulas': 'dieser Text hat zu viele Formeln',
  'a picture cannot stand in a text: figures are drawn from the question, as in figure: model':
    'ein Bild kann nicht in einem Text stehen: Abbildungen werden aus der Frage gezeichnet, wie in figure: model',
  'Undefined control sequence: {command}': 'Unbekannter Befehl: {command}',
  'it ends before a command has all of its arguments: add {braces} or a closing bracket':
    'sie endet, bevor ein Befehl alle seine Argumente hat: Ergänzen Sie {braces} oder eine schließende Klammer',
  '{got} cannot stand here': '{got} kann hier nicht stehen',
  '{command} needs an argument: add {braces}': '{command} braucht ein Argument: Ergänzen Sie {braces}',
  'the environment is not closed: add {end}': 'die Umgebung wird nicht geschlossen: Ergänzen Sie {end}',
  '{sign} is no bracket that can stand after {command}':
    '{sign} ist keine Klammer, die nach {command} stehen kann',
  'put {command} and its argument in braces here':
    'setzen Sie {command} und sein Argument hier in geschweifte Klammern',
  '{size} is no length: write it as 2em': '{size} ist keine Länge: Schreiben Sie etwa 2em',
  '{name} can stand only between {signs}': '{name} kann nur zwischen {signs} stehen',
  '{middle} needs {left} before it': '{middle} braucht {left} davor',
  '{limits} can stand only after an operator such as {sum}':
    '{limits} kann nur nach einem Operator wie {sum} stehen',
  'only one {over} can stand in a group: use {frac}':
    'nur ein {over} kann in einer Gruppe stehen: Verwenden Sie {frac}',
  '{sign} is no alignment of a column: use l, c or r':
    '{sign} ist keine Ausrichtung einer Spalte: Verwenden Sie l, c oder r',
  'Expected {expected}, got its end': 'Erwartet wird {expected}, aber die Formel endet',
  'Expected {expected}, got {got}': 'Erwartet wird {expected}, da steht aber {got}',
  'Expected group after {before}': 'Nach {before} fehlt eine Gruppe',
  'Double superscript': 'Zwei Exponenten hintereinander',
  'Double subscript': 'Zwei Indizes hintereinander',
  'Extra {bracket}': 'Ein {bracket} zu viel',
  'No such environment: {name}': 'Unbekannte Umgebung: {name}',
  'Mismatch: {begin} matched by {end}': 'Passt nicht zusammen: {begin} und {end}',
  'Can’t use function {command} in {mode, select, text {text} other {math}} mode':
    '{command} gibt es nicht im {mode, select, text {Text} other {Formelsatz}}',
};
