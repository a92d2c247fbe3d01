/** Why what somebody typed cannot be read, and what of it was understood. */
export const reading = {
  'Nothing is typed here.': 'Hier steht nichts.',
  'This is too long to be read.': 'Das ist zu lang, um gelesen zu werden.',
  'The cells of {name} are too long together: {length, number} characters, at most {most, number} are read.':
    'Die Felder von {name} sind zusammen zu lang: {length, number} Zeichen, höchstens {most, number} werden gelesen.',
  'This is too long: {length, number} characters, at most {most, number} are read.':
    'Das ist zu lang: {length, number} Zeichen; gelesen werden höchstens {most, number}.',
  'This is too long: more than {most, number} numbers, names and signs.':
    'Das ist zu lang: mehr als {most, number} Zahlen, Namen und Zeichen.',
  'This is nested too deeply to be read.': 'Das ist zu tief verschachtelt, um gelesen zu werden.',
  'Here is an invisible character that changes the direction of writing. Delete it, or type the line anew.':
    'Hier steht ein unsichtbares Zeichen, das die Schreibrichtung ändert. Löschen Sie es, oder geben Sie die Zeile neu ein.',
  'Something is missing at the end.': 'Am Ende fehlt etwas.',
  'Here two numbers meet, or a number follows a bracket: write * for a product or ^ for a power.':
    'Hier stehen zwei Zahlen nebeneinander, oder eine Zahl folgt auf eine Klammer: Schreiben Sie * für ein Produkt oder ^ für eine Potenz.',
  'A prime can only stand right after the name of a function, as in σ′(z).':
    'Ein Strich kann nur direkt nach dem Namen einer Funktion stehen, wie in σ′(z).',
  'A bracket without its partner cannot be read.': 'Eine Klammer ohne ihr Gegenstück ist nicht lesbar.',
  'Factorials are not read.': 'Fakultäten werden nicht gelesen.',
  'Here is an equals sign: type only what stands on its right side.':
    'Hier steht ein Gleichheitszeichen: Geben Sie nur ein, was rechts davon steht.',
  'This ‘{shown}’ closes nothing that is open, or something is missing before it.':
    'Dieses „{shown}“ schließt nichts, was offen ist, oder davor fehlt etwas.',
  'This ‘{bracket}’ is never closed.': 'Dieses „{bracket}“ wird nirgends geschlossen.',
  'This bar closes nothing.': 'Dieser Betragsstrich schließt nichts.',
  '‘{shown}’ cannot be read here.': '„{shown}“ ist hier nicht lesbar.',
  'A norm ‖…‖ cannot be read; for an absolute value use a single bar.':
    'Eine Norm ‖…‖ ist nicht lesbar; für einen Betrag nehmen Sie einen einfachen Strich.',
  'This backslash is not followed by a command.': 'Auf diesen Backslash folgt kein Befehl.',
  'The command ‘{command}’ is not read here.': 'Der Befehl „{command}“ wird hier nicht gelesen.',
  '‘{command}’ needs a letter.': '„{command}“ braucht einen Buchstaben.',
  'The index of a root must be a whole number from 2 on.':
    'Der Exponent einer Wurzel muss eine ganze Zahl ab 2 sein.',
  'These cases are empty.': 'Diese Fallunterscheidung ist leer.',
  'Only the environment ‘cases’ is read here.': 'Hier wird nur die Umgebung „cases“ gelesen.',
  'A second derivative cannot be read: write it out.':
    'Eine zweite Ableitung ist nicht lesbar: Schreiben Sie sie aus.',
  'The derivative of {fn} cannot be read: write it out.':
    'Die Ableitung von {fn} ist nicht lesbar: Schreiben Sie sie aus.',
  'It is unclear whether this means the inverse function or 1/{fn}: write one or the other out.':
    'Es ist unklar, ob die Umkehrfunktion oder 1/{fn} gemeint ist: Schreiben Sie es aus.',
  '‘{fn}’ needs its arguments in brackets.': '„{fn}“ braucht seine Argumente in Klammern.',
  '‘{fn}’ needs at least {least, number} arguments.': '„{fn}“ braucht mindestens {least, number} Argumente.',
  '‘{fn}’ is a function: its argument is missing.': '„{fn}“ ist eine Funktion: Ihr Argument fehlt.',
  'A digit stands right after a name: write * for a product or ^ for a power.':
    'Eine Ziffer steht direkt nach einem Namen: Schreiben Sie * für ein Produkt oder ^ für eine Potenz.',
  '‘{typed}’ is not a name in this question.': '„{typed}“ ist kein Name in dieser Frage.',
  '‘{typed}’ is not a name in this question. Is ‘{guess}’ meant?':
    '„{typed}“ ist kein Name in dieser Frage. Ist „{guess}“ gemeint?',
  '‘{typed}’ is not a name in this question. The names like it are {list}.':
    '„{typed}“ ist kein Name in dieser Frage. Ähnliche Namen sind {list}.',
  'A derivative such as ∂L/∂out is not read: write out what it is in the names of this question.':
    'Eine Ableitung wie ∂L/∂out wird nicht gelesen: Schreiben Sie aus, was sie in den Namen dieser Frage ist.',
  'Every name here is one number, so nothing is transposed: leave the T out.':
    'Jeder Name hier ist eine einzelne Zahl, also wird nichts transponiert: Lassen Sie das T weg.',
  'A point stands only in a number: write a function before its argument, as in relu(z).':
    'Ein Punkt steht nur in einer Zahl: Schreiben Sie eine Funktion vor ihr Argument, wie in relu(z).',
  '‘{typed}’ is not a name in this question. The names here are {list}.':
    '„{typed}“ ist kein Name in dieser Frage. Die Namen hier sind {list}.',
  '‘{typed}’ is not a name in this question. For a product write {product}, for a power {power}.':
    '„{typed}“ ist kein Name in dieser Frage. Ein Produkt schreiben Sie {product}, eine Potenz {power}.',
  'This number is too large: it is not a finite number here.':
    'Diese Zahl ist zu groß: Sie ist hier keine endliche Zahl.',
  'This number is too small: it is rounded to 0 here.':
    'Diese Zahl ist zu klein: Sie wird hier auf 0 gerundet.',
  'A comma cannot be read here. A number has one decimal comma; set arguments apart with semicolons, as in max(0; z).':
    'Ein Komma ist hier nicht lesbar. Eine Zahl hat nur ein Dezimalkomma; Argumente trennen Sie mit Semikolons, wie in max(0; z).',
  'A comma cannot be read here. Write decimals with a point, and arguments only inside a function such as max(0, z).':
    'Ein Komma ist hier nicht lesbar. Schreiben Sie Dezimalzahlen mit einem Punkt, und Argumente nur in einer Funktion wie max(0, z).',
  'This is not a finite number.': 'Das ist keine endliche Zahl.',
  'This is not a finite number: it is not defined, as in a division by 0.':
    'Das ist keine endliche Zahl: Sie ist nicht definiert, wie bei einer Division durch 0.',
  'This is not a finite number: it is not defined for real numbers.':
    'Das ist keine endliche Zahl: Sie ist für reelle Zahlen nicht definiert.',
  'This is too large: it is not a finite number here.': 'Das ist zu groß: Es ist hier keine endliche Zahl.',
  'A size is missing here.': 'Hier fehlt eine Größe.',
  'A size cannot be negative.': 'Eine Größe kann nicht negativ sein.',
  'Write × or a comma between two sizes.': 'Schreiben Sie × oder ein Komma zwischen zwei Größen.',
  '‘{typed}’ is not a size: write whole numbers, such as 28 × 28.':
    '„{typed}“ ist keine Größe: Schreiben Sie ganze Zahlen, zum Beispiel 28 × 28.',
  'This size is too large.': 'Diese Größe ist zu groß.',
  'At most {most, number} sizes are read.': 'Gelesen werden höchstens {most, number} Größen.',
  'Too many brackets stand inside each other for a matrix.':
    'Für eine Matrix sind hier zu viele Klammern ineinander verschachtelt.',
  'Nothing stands in {where}.': 'Nichts eingetragen: {where}.',
  'In {where}: {says}': '{where}: {says}',
  'row {row}, column {column}': 'Zeile {row}, Spalte {column}',
  'At most {most, number} rows and columns are read.':
    'Gelesen werden höchstens {most, number} Zeilen und Spalten.',
  'Row {row} is empty.': 'Zeile {row} ist leer.',
  'Row {row} has {count, plural, one {# entry} other {# entries}}, row 1 has {width, number}.':
    'Zeile {row} hat {count, plural, one {# Eintrag} other {# Einträge}}, Zeile 1 hat {width, number}.',
  'They are not equal, but no small point was found that shows it.':
    'Sie sind nicht gleich, aber es wurde kein kleiner Punkt gefunden, der es zeigt.',
  'Neither expression is defined at nearly all of the points that were tried.':
    'An fast allen Punkten, die probiert wurden, ist keiner der Ausdrücke definiert.',
  'This is too long to be compared at enough points.':
    'Das ist zu lang, um an genügend Punkten verglichen zu werden.',
  'Rounding or overflow hides the values at too many of the points that were tried.':
    'An zu vielen Punkten, die probiert wurden, verdecken Rundung oder Überlauf die Werte.',
  'This field was sent more than once; one value is expected.':
    'Dieses Feld wurde mehrmals gesendet; erwartet wird ein Wert.',
  '{n, number} more': '{n, number} weitere',
  'Nothing is entered yet in {list}.': 'Noch nichts eingetragen: {list}.',
  'row {row}, column {column} of {matrix}': 'Zeile {row}, Spalte {column} von {matrix}',
  '{name}: {says}': '{name}: {says}',
  '{name} has {wanted} entries (rows × columns); this has {size}.':
    '{name} hat {wanted} Einträge (Zeilen × Spalten); dies hat {size}.',
  'column {n}': 'Spalte {n}',
  'row {n}': 'Zeile {n}',
  '{matrix}, {row}, {column}': '{matrix}, {row}, {column}',
  'A matrix of {count, number} formulas is too large: at most {most, number} are read.':
    'Eine Matrix mit {count, number} Formeln ist zu groß: Gelesen werden höchstens {most, number}.',
  'Choose one of the options of this question.': 'Wählen Sie eine der Antworten dieser Frage.',
  'Choose from the options of this question.': 'Wählen Sie unter den Antworten dieser Frage.',
  '{right, number} of {of, plural, one {# option} other {# options}} are decided rightly.':
    '{right, number} von {of, plural, one {# Antwort} other {# Antworten}} richtig entschieden.',
  'Of the {chosen, number} chosen options {hits, plural, one {# is} other {# are}} right; each wrong one takes the credit of a right one.':
    'Von {chosen, number} gewählten Antworten {hits, plural, one {ist # richtig} other {sind # richtig}}; jede falsche hebt eine richtige auf.',
  'Everything chosen is right, but something is missing.': 'Alles Gewählte ist richtig, aber es fehlt etwas.',
  'Also right: {options}.': 'Auch richtig: {options}.',
  'For {label}, choose one of the list.': 'Wählen Sie für {label} einen Eintrag der Liste.',
  'Nothing is chosen yet for {list}.': 'Noch nichts gewählt für {list}.',
  '{cell} of the row {row}': '{cell} in der Zeile {row}',
  '{matrix} is still empty.': '{matrix} ist noch leer.',
};
