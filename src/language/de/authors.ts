/** What keeps a question, whose file is well formed, from being built: told to its author. */
export const authors = {
  'the id "{id}" is used twice in this quiz: choose another':
    'die id „{id}“ kommt in diesem Quiz zweimal vor: Wählen Sie eine andere',

  'has no claim that decides it: give it one, or say why the key is right in "because"':
    'hat keine Behauptung, die darüber entscheidet: Geben Sie eine an, oder sagen Sie in „because“, warum der Schlüssel richtig ist',
  'an answer of kind "{kind}" needs a claim that decides it':
    'eine Antwort der Art „{kind}“ braucht eine Behauptung, die über sie entscheidet',
  'needs a key': 'braucht einen Schlüssel',
  '"{about}" is no option or note of this question: they are {known}':
    '„{about}“ ist weder Option noch Vermerk dieser Frage; es gibt: {known}',
  'gives an earlier answer, but the question uses none: write uses: with the id of an earlier question':
    'gibt eine frühere Antwort an, aber die Frage verwendet keine: Schreiben Sie uses: mit der id einer früheren Frage',

  'needs a claim that decides what is right in part':
    'braucht eine Behauptung, die entscheidet, was teilweise richtig ist',
  'an option is right or wrong as a whole: for choices, write {example}':
    'eine Option ist als Ganzes richtig oder falsch: Schreiben Sie bei choices {example}',
  'write {field}': 'Schreiben Sie {field}',
  'give credit by notes, or none': 'Geben Sie Teilpunkte nach Vermerken oder keine',
  'the claim "{claim}" does not count {unit, select, cell {cells} other {pairs}}: {mend}':
    'die Behauptung „{claim}“ zählt keine {unit, select, cell {Zellen} other {Paare}}: {mend}',
  '"{tag}" is no note of this claim: they are {tags}':
    '„{tag}“ ist kein Vermerk dieser Behauptung; es gibt: {tags}',

  'a solution is never shown while the attempt is open: leave it out here':
    'eine Lösung wird nie gezeigt, solange der Versuch offen ist: Lassen Sie sie hier weg',
  'nothing is judged before the attempt is handed in: only "response" can stand here':
    'vor der Abgabe wird nichts beurteilt: Hier kann nur „response“ stehen',
  'this behaviour says at once what is right: show "right" during the attempt and after it, or choose a deferred behaviour':
    'bei diesem Verhalten wird sofort gesagt, was richtig ist: Zeigen Sie „right“ während des Versuchs und danach, oder wählen Sie ein Verhalten mit Bewertung nach der Abgabe',
  '"{item}" tells "{missing}" too: add it, or leave "{item}" out':
    '„{item}“ verrät auch „{missing}“: Ergänzen Sie es, oder lassen Sie „{item}“ weg',
  'this quiz never closes: say when in "closes"': 'dieses Quiz schließt nie: Sagen Sie in „closes“, wann',
  'this quiz has no day for its solutions: say when in "solutions"':
    'dieses Quiz hat keinen Tag für die Lösungen: Sagen Sie in „solutions“, wann',
  'the solutions have a day, but "review" never shows them: add "solution" to it':
    'die Lösungen haben einen Tag, aber „review“ zeigt sie nie: Ergänzen Sie dort „solution“',
  'this quiz never closes, so that practice after it would never begin: say when in "closes", or write yes':
    'dieses Quiz schließt nie, sodass das Üben danach nie begänne: Sagen Sie in „closes“, wann, oder schreiben Sie yes',

  'a question cannot use itself': 'eine Frage kann nicht sich selbst verwenden',
  '"{used}" comes after this question': '„{used}“ kommt nach dieser Frage',
  'there is no question "{used}" in this exercise': 'in dieser Aufgabe gibt es keine Frage „{used}“',
  'give the id of a question before this one': 'Geben Sie die id einer früheren Frage an',
  'did you mean "{meant}"?': 'Meinten Sie „{meant}“?',
  'an answer to "{id}" cannot be carried: use a question whose claim is one of {kinds}':
    'eine Antwort auf „{id}“ lässt sich nicht fortführen: Verwenden Sie eine Frage, deren Behauptung eine von diesen ist: {kinds}',
  'needs a claim about a model, which is run with the earlier answer':
    'braucht eine Behauptung über ein Modell, das mit der früheren Antwort gerechnet wird',
  'the claim "{claim}" has no answer of its own to compare with here: nothing can be carried into it':
    'die Behauptung „{claim}“ hat hier keine eigene Antwort zum Vergleich: In sie lässt sich nichts fortführen',
  'the key of "{id}" does not fit the model of this question: let both have one model':
    'der Schlüssel von „{id}“ passt nicht zum Modell dieser Frage: Geben Sie beiden dasselbe Modell',

  'an answer is the name of a kind such as weights, or {example}':
    'eine Antwort ist der Name einer Antwortart wie weights oder {example}',
  'gives {count} kinds: choose one of {names}': 'nennt {count} Antwortarten: Wählen Sie eine von {names}',
  '"{name}" is no kind of answer: choose one of {names}':
    '„{name}“ ist keine Antwortart: Wählen Sie eine von {names}',
  'the claim cannot judge an answer of kind "{kind}": choose one of {names}':
    'die Behauptung kann eine Antwort der Art „{kind}“ nicht beurteilen: Wählen Sie eine von {names}',
  'matrices such as {example}': 'Matrizen wie {example}',
  'a matrix such as {example}': 'eine Matrix wie {example}',
  'pairs such as {example}': 'Paare wie {example}',
  'a shape such as {example}': 'Größen wie {example}',
  'a number such as {example}': 'eine Zahl wie {example}',
  'an expression such as {example}': 'einen Ausdruck wie {example}',
  'a table': 'eine Tabelle',
  'a text': 'einen Text',
  'words such as {example}': 'Wörter wie {example}',
  '{all}, or {next}': '{all} oder {next}',
  'cannot be read; the claim of this question judges {wanted}':
    'ist nicht lesbar; die Behauptung dieser Frage beurteilt {wanted}',
  'give at least two options, such as {example}': 'geben Sie mindestens zwei Optionen an, wie {example}',
  'at most {most} options': 'höchstens {most} Optionen',
  'an option id is lower-case letters, digits and hyphens, such as "a" or "xor"':
    'die id einer Option besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, wie „a“ oder „xor“',
  'option "{id}": {reason}': 'Option „{id}“: {reason}',
  'option "{id}" is the same answer as option "{other}": change one of them':
    'Option „{id}“ ist dieselbe Antwort wie Option „{other}“: Ändern Sie eine davon',
  'The key must be one of the options: {ids}.': 'Der Schlüssel muss eine der Optionen sein: {ids}.',
  'The key of choices is a list of options, each one of {ids}.':
    'Der Schlüssel von choices ist eine Liste von Optionen, jede eine von {ids}.',
  'The key of an expression question is an expression such as 2(out - y) n1.':
    'Der Schlüssel einer Frage nach einem Ausdruck ist ein Ausdruck wie 2(out - y) n1.',
  'The key of a number question is a number, or arithmetic such as 64*(4*4*3 + 1).':
    'Der Schlüssel einer Frage nach einer Zahl ist eine Zahl oder eine Rechnung wie 64*(4*4*3 + 1).',
  'The key of a shape question is a list of sizes, such as [961, 541].':
    'Der Schlüssel einer Frage nach Größen ist eine Liste von Größen wie [961, 541].',
  'The key or example of a text question is a text.':
    'Der Schlüssel oder das Beispiel einer Frage nach einem Text ist ein Text.',
  'Nothing is to be matched: the claim must state items and choices.':
    'Es ist nichts zuzuordnen: Die Behauptung muss items und choices angeben.',
  'A matching is written {form}, such as {example}.': 'Eine Zuordnung schreibt man {form}, wie {example}.',
  '"{item}" is not an item; the items are {items}.':
    '„{item}“ ist nicht zuzuordnen; zuzuordnen sind {items}.',
  'match each of {items} with one of {choices}': 'ordnen Sie {items} je eines von {choices} zu',
  'No matrix is asked for: the claim must state its rows and columns.':
    'Es ist keine Matrix gefragt: Die Behauptung muss ihre Zeilen und Spalten angeben.',
  'asks for {count, number} formulas, more than the {most} that anybody should type':
    'verlangt {count, number} Formeln, mehr als die {most}, die jemand eintippen sollte',
  'A matrix is written as rows, such as [[2 x, 1], [y, x]].':
    'Eine Matrix schreibt man in Zeilen, wie [[2 x, 1], [y, x]].',
  'No table is asked for: the claim must state its rows and columns.':
    'Es ist keine Tabelle gefragt: Die Behauptung muss ihre Zeilen und Spalten angeben.',
  'A table is written as {count} rows, each with the cells of {asked}.':
    'Eine Tabelle schreibt man in {count} Zeilen, jede mit den Zellen von {asked}.',
  'No weights are asked for: the claim must state which matrices.':
    'Es sind keine Gewichte gefragt: Die Behauptung muss sagen, welche Matrizen.',
  'Weights are written {example}, each as rows.': 'Gewichte schreibt man {example}, jede Matrix in Zeilen.',
  '"{name}" is not one of the matrices that are asked for: {names}':
    '„{name}“ ist keine der Matrizen, nach denen gefragt ist: {names}',

  'a claim is written as {example}, with one of {names}':
    'eine Behauptung schreibt man {example}, mit einer von {names}',
  'makes {count} claims: choose one of {names}':
    'stellt {count} Behauptungen auf: Wählen Sie eine von {names}',
  '"{name}" is no claim: choose one of {names}': '„{name}“ ist keine Behauptung: Wählen Sie eine von {names}',
  'needs a model of at most {most} inputs: {count} of them give {rows, number} rows':
    'braucht ein Modell mit höchstens {most} Eingängen: {count} davon ergeben {rows, number} Zeilen',
  'needs a model with one output: this one has {outputs}':
    'braucht ein Modell mit einem einzigen Ausgang: Dieses hat {outputs}',
  'nothing is decided: {seen}': 'es entscheidet nichts: {seen}',
  'the control gives the same verdict.': 'die Gegenprobe fällt gleich aus.',
  'its experiment shows nothing with {chosen}: {why} Choose another':
    'ihr Experiment zeigt mit {chosen} nichts: {why} Wählen Sie andere Werte',
  'needs a model: describe the network with inputs and layers':
    'braucht ein Modell: Beschreiben Sie das Netz mit inputs und layers',
  'needs a model with named inputs whose layers are all dense, of at most 64 units':
    'braucht ein Modell mit benannten Eingängen, dessen Schichten alle dense sind, mit höchstens 64 Einheiten',
  'needs a model: describe the network with image (or inputs) and layers':
    'braucht ein Modell: Beschreiben Sie das Netz mit image (oder inputs) und layers',
  'needs a model with an image and an image as its output':
    'braucht ein Modell mit einem Bild als Eingabe und einem Bild als Ausgabe',
  'needs a model that states its weights': 'braucht ein Modell, das seine Gewichte angibt',
  'needs a model that states its weights: they are what is asked for':
    'braucht ein Modell, das seine Gewichte angibt: Nach ihnen ist gefragt',
  'needs a model that states its weights, because a number is asked for':
    'braucht ein Modell, das seine Gewichte angibt, weil nach einer Zahl gefragt ist',
  'needs a model that states all its weights and biases':
    'braucht ein Modell, das alle seine Gewichte und Bias-Werte angibt',
  'needs a model without {op}: a matrix can only do what is affine':
    'braucht ein Modell ohne {op}: Eine Matrix kann nur, was affin ist',
  'asks for a matrix of {cells, number} numbers, more than the {most} that anybody should type':
    'verlangt eine Matrix mit {cells, number} Zahlen, mehr als die {most}, die jemand eintippen sollte',
  'needs a model with a loss, such as loss: squared-error':
    'braucht ein Modell mit einem Loss, wie loss: squared-error',
  'cannot read the function "{text}": write it of {inputs} with and, or, xor, not':
    'die Funktion „{text}“ ist nicht lesbar: Schreiben Sie sie aus {inputs} mit and, or, xor, not',
  'must be a short name such as x or w_1': 'muss ein kurzer Name sein wie x oder w_1',
  'needs rows of one length in "to"': 'braucht in „to“ Zeilen gleicher Länge',
  'says that "{name}" is positive, but its names are {names}':
    'sagt, dass „{name}“ positiv ist, aber die Namen sind: {names}',
  'cannot read "{text}": {reason}': '„{text}“ ist nicht lesbar: {reason}',
  'there is no weight "{of}": the network has {weights}':
    'ein Gewicht „{of}“ gibt es nicht: Das Netz hat {weights}',
  'there is no unit "{name}": the network has {units}':
    'eine Einheit „{name}“ gibt es nicht: Das Netz hat {units}',
  'takes no value for {extra} in "at": give values for {asked} alone; weights are as drawn':
    'nimmt in „at“ keinen Wert für {extra}: Geben Sie nur Werte für {asked} an; Gewichte sind die gezeichneten',
  'takes no value for {extra} in "at": give values for {asked} alone':
    'nimmt in „at“ keinen Wert für {extra}: Geben Sie nur Werte für {asked} an',
  'needs a value for {missing} in "at"': 'braucht in „at“ einen Wert für {missing}',
  'needs fits: the data and the networks that are trained on it':
    'braucht fits: die Daten und die Netze, die mit ihnen trainiert werden',
  'needs networks that learn curves of different kinds: two of these look alike':
    'braucht Netze, die verschiedenartige Kurven lernen: Zwei von diesen sehen gleich aus',
  'curve {letter} does not look as {activation} must: change the data or the training':
    'Kurve {letter} sieht nicht aus, wie sie mit {activation} aussehen muss: Ändern Sie die Daten oder das Training',
  'must name each size once': 'muss jede Größe einmal nennen',

  'must be named by a capital letter, such as A': 'muss nach einem Großbuchstaben benannt sein, wie A',
  'takes too long: points × hidden units × steps must be at most {most}':
    'dauert zu lange: Punkte × verdeckte Einheiten × Schritte dürfen höchstens {most} sein',
  'The function of the data cannot be read: {reason}': 'Die Funktion der Daten ist nicht lesbar: {reason}',
  'The figure "model" needs a model with named inputs whose layers are all dense.':
    'Die Abbildung „model“ braucht ein Modell mit benannten Eingängen, dessen Schichten alle dense sind.',
  'The figure "fits" needs fits: the data and the networks that are trained on it.':
    'Die Abbildung „fits“ braucht fits: die Daten und die Netze, die mit ihnen trainiert werden.',
  'Two inputs are called "{name}": give each its own name.':
    'Zwei Eingänge heißen „{name}“: Geben Sie jedem einen eigenen Namen.',
  'The input "{name}" has the name of the target in the loss: call it something else, such as {other}.':
    'Der Eingang „{name}“ heißt wie das Ziel im Loss: Nennen Sie ihn anders, zum Beispiel {other}.',
  'The input "{name}" has the name of another part of the network: call it something else, such as {other}.':
    'Der Eingang „{name}“ heißt wie ein anderer Teil des Netzes: Nennen Sie ihn anders, zum Beispiel {other}.',
  'The input "{name}" would be read otherwise in formulas: call it something else, such as {other}.':
    'Der Eingang „{name}“ würde in Formeln anders gelesen: Nennen Sie ihn anders, zum Beispiel {other}.',
  'must be a short name such as A, x1 or out': 'muss ein kurzer Name sein wie A, x1 oder out',
  'must be flatten, or one of {layers}': 'muss flatten sein oder eines von {layers}',
  'needs either inputs (names, such as [A, B]) or image (width, height, channels)':
    'braucht entweder inputs (Namen wie [A, B]) oder image (width, height, channels)',
  '{n, plural, one {# filter} other {# filters}}': '{n, plural, one {# Filter} other {# Filter}}',
  '{n, plural, one {# channel} other {# channels}}': '{n, plural, one {# Kanal} other {# Kanäle}}',
  '{n, plural, one {# row} other {# rows}}': '{n, plural, one {# Zeile} other {# Zeilen}}',
  '{n, plural, one {# number} other {# numbers}}': '{n, plural, one {# Zahl} other {# Zahlen}}',
  'filter {n}': 'Filter {n}',
  'channel {n}': 'Kanal {n}',
  'number {n}': 'Zahl {n}',
  '{outer} of {inner}': '{outer} × {inner}',
  '{place} of {around}': '{place} von {around}',
  '{name} must have {expected}, but {place} has {found}.':
    '{name} muss {expected} haben, aber {place} hat {found}.',
  '{name} must have {expected}, but has {found}.': '{name} muss {expected} haben, hat aber {found}.',
  "Layer ''{id}'' ({op}): {sentence}": 'Schicht „{id}“ ({op}): {sentence}',
  '{fewest} or {most}': '{fewest} oder {most}',
  'at least {fewest}': 'mindestens {fewest}',
  'it takes a tensor of {needed} axes, but gets {shape}.':
    'Sie nimmt einen Tensor mit {needed} Achsen, bekommt aber {shape}.',
  'its kernel spans {kernel, number} entries, but the padded input has only {input, number}. Make the kernel smaller or the padding larger.':
    'Ihr Kernel reicht über {kernel, number} Einträge, aber die Eingabe hat mit Padding nur {input, number}. Machen Sie den Kernel kleiner oder das Padding größer.',
  'a padding of {padding, number} is more than half its kernel of {kernel, number}: some windows would see only padding.':
    'Ein Padding von {padding, number} ist mehr als die Hälfte des Kernels von {kernel, number}: Manche Fenster sähen nur Padding.',
  'its window spans {window, number} entries, but the padded input has only {input, number}, so nothing comes out.':
    'Ihr Fenster reicht über {window, number} Einträge, aber die Eingabe hat mit Padding nur {input, number}; so kommt nichts heraus.',
  'The work was stopped after {n, number} ms.': 'Die Rechnung wurde nach {n, number} ms abgebrochen.',
  'The outcome cannot be stored: {field}: {reason}':
    'Das Ergebnis lässt sich nicht speichern: {field}: {reason}',
  'The network': 'Das Netz',
  'A tensor of shape {shape}': 'Ein Tensor der Größe {shape}',
  '{what} needs {elements} numbers, more than the {most} that can be computed here. Make the tensors smaller; shapes and parameter counts have no such limit.':
    '{what} braucht {elements} Zahlen, mehr als die {most}, mit denen sich hier rechnen lässt. Machen Sie die Tensoren kleiner; für Größen und Parameterzahlen gilt keine solche Grenze.',
  'The network needs {macs} multiplications a pass, more than the {most} that are allowed here.':
    'Das Netz braucht {macs} Multiplikationen pro Durchgang, mehr als die {most}, die hier erlaubt sind.',

  'a parameter is drawn as {drawn}, or worked out as {is}':
    'ein Parameter wird gezogen als {drawn} oder berechnet als {is}',
  'a parameter is named by letters, and digits after them, such as w, size or n1':
    'der Name eines Parameters besteht aus Buchstaben, danach höchstens Ziffern, wie w, size oder n1',
  'nothing that is drawn here meets what must hold, in {tries} tries':
    'in {tries} Ziehungen erfüllte nichts Gezogenes, was gelten muss',
  '{text}: there is no parameter "{name}"': '{text}: Einen Parameter „{name}“ gibt es nicht',
  '{text}: there is no parameter "{name}" here: {advice}':
    '{text}: Einen Parameter „{name}“ gibt es hier nicht: {advice}',
  'draw it: {example}': 'Ziehen Sie ihn: {example}',
  '{text}: "{name}" has no such part': '{text}: „{name}“ hat keinen solchen Teil',
  '{text}: not everything that "{name}" may be has such a part':
    '{text}: Nicht alles, was „{name}“ sein kann, hat einen solchen Teil',
  '{text} is not a number': '{text} ist keine Zahl',
  '{text} is {value}, which nobody can read: draw other numbers, or rule this out with such-that':
    '{text} ist {value}, was niemand lesen kann: Ziehen Sie andere Zahlen, oder schließen Sie das mit such-that aus',
  '{text} is not a number, a word or a matrix, so it cannot stand in a text: name a part of it, such as {part}':
    '{text} ist weder Zahl noch Wort noch Matrix und kann deshalb nicht in einem Text stehen: Nennen Sie einen Teil davon, wie {part}',
  '"{name}" is drawn by the exercise already: choose another name':
    '„{name}“ wird schon von der Aufgabe gezogen: Wählen Sie einen anderen Namen',
  'there is nothing to choose from: write the smaller number first':
    'es gibt nichts, aus dem gewählt werden kann: Schreiben Sie die kleinere Zahl zuerst',
  '"{name}" would be read otherwise in formulas: choose another name':
    '„{name}“ würde in Formeln anders gelesen: Wählen Sie einen anderen Namen',
  '"{name}" is drawn but never used: write {placeholder} where it belongs, or remove it':
    '„{name}“ wird gezogen, aber nie verwendet: Schreiben Sie {placeholder}, wo es hingehört, oder entfernen Sie es',
  'picks {pick} of {count} questions: give more questions, or none in a pool':
    'wählt {pick} von {count} Fragen: Geben Sie mehr Fragen an, oder verzichten Sie auf den Pool',
  'the questions of a pool must have equal marks, so that every attempt is worth the same':
    'die Fragen eines Pools müssen gleich viele Punkte haben, damit jeder Versuch gleich viel wert ist',
  '"{id}" may come later, because the questions of this exercise are shuffled: shuffle none':
    '„{id}“ kann später kommen, weil die Fragen dieser Aufgabe gemischt werden: Mischen Sie keine',
  'not every attempt gets "{id}", because it is in a pool: take it out':
    'nicht jeder Versuch bekommt „{id}“, weil die Frage in einem Pool ist: Nehmen Sie sie heraus',
  '"{id}" draws parameters that this question does not have: let the exercise draw them':
    '„{id}“ zieht Parameter, die diese Frage nicht hat: Lassen Sie die Aufgabe sie ziehen',
  'the formula "{formula}" cannot be read: {reason}': 'die Formel „{formula}“ ist nicht lesbar: {reason}',
  'the formula "{formula}" is not a number for {at}': 'die Formel „{formula}“ ergibt keine Zahl für {at}',
};
