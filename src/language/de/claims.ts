/** What claims say of an answer, besides the mistakes that they know by name. */
export const claims = {
  True: 'Wahr',
  False: 'Falsch',
  '{name} = {value}': '{name} = {value}',
  '{all}{sign}{next}': '{all}{sign}{next}',
  '{all}, {next}': '{all}, {next}',
  '{first} {second}': '{first} {second}',
  'to {unit}': 'zu {unit}',
  'from {unit}': 'von {unit}',
  '{matrix} is missing.': '{matrix} fehlt.',
  '{matrix} must be {wanted} (rows × columns), but is {size}.':
    '{matrix} muss {wanted} sein (Zeilen × Spalten), ist aber {size}.',
  '{matrix}, row {row}, column {column}: {weight} is not allowed, weights can only be {values}. Nothing was counted against you.':
    '{matrix}, Zeile {row}, Spalte {column}: {weight} ist nicht erlaubt; Gewichte können nur {values} sein. Das hat nichts gekostet.',
  '{open, number} of {of, plural, one {# cell} other {# cells}} could not be decided; {right, plural, one {# is} other {# are}} right.':
    '{open, number} von {of, plural, one {# Zelle} other {# Zellen}} nicht entschieden; {right, plural, one {# ist} other {# sind}} richtig.',
  '{open, number} of {of, plural, one {# pair} other {# pairs}} could not be decided; {right, plural, one {# is} other {# are}} right.':
    '{open, number} von {of, plural, one {# Paar} other {# Paaren}} nicht entschieden; {right, plural, one {# ist} other {# sind}} richtig.',
  '{right, number} of {of, plural, one {# cell} other {# cells}} {right, plural, one {is} other {are}} right.':
    '{right, number} von {of, plural, one {# Zelle} other {# Zellen}} {right, plural, one {ist} other {sind}} richtig.',
  '{right, number} of {of, plural, one {# pair} other {# pairs}} {right, plural, one {is} other {are}} right.':
    '{right, number} von {of, plural, one {# Paar} other {# Paaren}} {right, plural, one {ist} other {sind}} richtig.',
  'This answer is kept, but cannot be shown as it was read. The people who run the course see it.':
    'Diese Antwort ist aufbewahrt, lässt sich aber nicht so zeigen, wie sie gelesen wurde. Wer den Kurs leitet, sieht sie.',
  'A person marks this answer.': 'Diese Antwort bewertet ein Mensch.',
  'The answer that the author of this question vouches for is another one. The reason is in the solution.':
    'Die Antwort, für die die Autorin oder der Autor dieser Frage einsteht, ist eine andere. Die Begründung steht in der Lösung.',
  'For {at} your network outputs {out}, but {function} is {bit}.':
    'Für {at} gibt Ihr Netz {out} aus, aber {function} ist {bit}.',
  'Look again at curve {curve}.': 'Sehen Sie sich Kurve {curve} noch einmal an.',
  'A network of {unit} units gives a curve that {shape, select, straight {is one straight line} pieces {is made of straight pieces with kinks between them} other {bends everywhere, without kinks}}; curve {curve} is not such a curve.':
    'Ein Netz aus {unit}-Einheiten ergibt eine Kurve, die {shape, select, straight {eine einzige Gerade ist} pieces {aus geraden Stücken mit Knicken dazwischen besteht} other {überall gekrümmt ist, ohne Knicke}}; Kurve {curve} ist keine solche Kurve.',
  'No network of these units learns curve {curve}.': 'Kein Netz aus solchen Einheiten lernt Kurve {curve}.',
  'Curve {curve} {shape, select, straight {is one straight line} pieces {is made of straight pieces with kinks between them} other {bends everywhere, without kinks}}.':
    'Kurve {curve} {shape, select, straight {ist eine einzige Gerade} pieces {besteht aus geraden Stücken mit Knicken dazwischen} other {ist überall gekrümmt, ohne Knicke}}.',
  '{asked, plural, one {# size is} other {# sizes are}} asked for: {axes}. You gave {given, number}.':
    'Gefragt {asked, plural, one {ist # Größe} other {sind # Größen}}: {axes}. Sie haben {given, number} angegeben.',
  '{n, plural, one {This size of the output is} other {These sizes of the output are}} not right: {sizes}.':
    '{n, plural, one {Diese Größe der Ausgabe stimmt} other {Diese Größen der Ausgabe stimmen}} nicht: {sizes}.',
  '{axis} {size}': '{axis} {size}',
  'The output is {sizes} ({axes}).': 'Die Ausgabe ist {sizes} ({axes}).',
  'number of channels': 'Anzahl der Kanäle',
  '{product} (biases)': '{product} (Bias-Werte)',
  '{product} (weights)': '{product} (Gewichte)',
  '{sum} = {total}': '{sum} = {total}',
  '{shown} is not a whole number; a count is.': '{shown} ist keine ganze Zahl; eine Anzahl ist eine.',
  '{layers}; together {sum}.': '{layers}; zusammen {sum}.',
  'layer {n}: {count}': 'Schicht {n}: {count}',
  'each of the layers {from} to {to}: {count}': 'jede der Schichten {from} bis {to}: {count}',
  '“{text}” is not the name of an activation function.':
    '„{text}“ ist nicht der Name einer Aktivierungsfunktion.',
  '{name}: {says}.': '{name}: {says}.',
  'Derivative of {name}': 'Ableitung von {name}',
  'derivative of {name}': 'Ableitung von {name}',
  'its derivative is {low} at x = −{x} and {high} at x = {x}; followed to x = ±10⁶, it {where, select, both {tends to 0 on both sides} left {does not tend to 0 for large inputs} right {does not tend to 0 for very negative inputs} other {does not tend to 0 on either side}}':
    'Die Ableitung ist {low} bei x = −{x} und {high} bei x = {x}; bis x = ±10⁶ verfolgt, {where, select, both {geht sie auf beiden Seiten gegen 0} left {geht sie für große Eingaben nicht gegen 0} right {geht sie für stark negative Eingaben nicht gegen 0} other {geht sie auf keiner Seite gegen 0}}',
  'at x = {x} the slope is {left} from the left and {right} from the right, so there is no derivative there':
    'Bei x = {x} ist die Steigung von links {left} und von rechts {right}; dort gibt es also keine Ableitung',
  'at every point tried, the slopes from the left and from the right agree':
    'An jedem Punkt, der probiert wurde, stimmen die Steigungen von links und von rechts überein',
  'f(a + b) = {whole}, but f(a) + f(b) = {parts} for a = {a} and b = {b}, so it is not linear':
    'Für a = {a} und b = {b} ist f(a + b) = {whole}, aber f(a) + f(b) = {parts}; die Funktion ist also nicht linear',
  'f(a + b) = f(a) + f(b) for all {n, number} pairs tried, so it is linear':
    'Für alle {n, number} Paare, die probiert wurden, ist f(a + b) = f(a) + f(b); die Funktion ist also linear',
  'f(0) = {value}, not 0': 'f(0) = {value}, nicht 0',
  'f(−{x}) = {left}, but −f({x}) = {right}, so it is not symmetric about the origin':
    'f(−{x}) = {left}, aber −f({x}) = {right}; die Funktion ist also nicht punktsymmetrisch zum Ursprung',
  'f(−x) = −f(x) at every point tried, so it is symmetric about the origin':
    'An jedem Punkt, der probiert wurde, ist f(−x) = −f(x); die Funktion ist also punktsymmetrisch zum Ursprung',
  'the matrix': 'die Matrix',
  'row {row} of {matrix}': 'Zeile {row} von {matrix}',
  'For {input}, your layer gives {mine} in output {n}, and the network another number: look at {place}.':
    'Für {input} ergibt Ihre Schicht in Ausgabe {n} den Wert {mine}, das Netz einen anderen: Sehen Sie sich {place} an.',
  'For {input}, the network gives {theirs}.': 'Für {input} ergibt das Netz {theirs}.',
  'the input 0': 'die Eingabe 0',
  'the input with {name} = 1 and 0 elsewhere': 'die Eingabe mit {name} = 1 und sonst 0',
  'the image of zeros': 'das Bild aus Nullen',
  'the image that is 1 in pixel {pixel} and 0 elsewhere': 'das Bild, das in Pixel {pixel} 1 und sonst 0 ist,',
  'the image that is 1 in pixel {pixel} of channel {channel} and 0 elsewhere':
    'das Bild, das in Pixel {pixel} von Kanal {channel} 1 und sonst 0 ist,',
  '“{text}” is not a Boolean function of {inputs}.': '„{text}“ ist keine boolesche Funktion von {inputs}.',
};
