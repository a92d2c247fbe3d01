/** What marking says of a wrong answer, and the words in its pictures. */
export const evidence = {
  'Each of these mistakes alone leads to your answer:':
    'Jeder dieser Fehler führt für sich allein zu Ihrer Antwort:',
  'Questions and what they came to': 'Die Fragen und was sie ergaben',
  'With the weights and inputs drawn here and {targets}, your formula is {said}; running the network forward and backward gives {derivative} = {theirs}.':
    'Mit den hier gezeichneten Gewichten und Eingaben und {targets} ergibt Ihre Formel {said}; vorwärts und rückwärts durch das Netz gerechnet ist {derivative} = {theirs}.',
  'At {point}, with the weights as drawn, a pass forward and backward does not give {said}.':
    'Für {point} und mit den Gewichten der Zeichnung ergibt ein Durchgang vorwärts und rückwärts nicht {said}.',
  'The pass forward gives {units}; backpropagation gives {right}.':
    'Vorwärts ergibt sich {units}; Backpropagation ergibt {right}.',
  'step of the chain rule': 'Schritt der Kettenregel',
  'by backpropagation': 'durch Backpropagation',
  'in your formula': 'in Ihrer Formel',
  'in your number': 'in Ihrer Zahl',
  'left out': 'ausgelassen',
  differs: 'weicht ab',
  'as by backpropagation': 'wie durch Backpropagation',
  'a step that differs': 'ein Schritt, der abweicht',
  name: 'Name',
  value: 'Wert',
  'your formula': 'Ihre Formel',
  '{name} and its slopes on both sides': '{name} und die Steigungen auf beiden Seiten',
  'slope from the left': 'Steigung von links',
  'slope from the right': 'Steigung von rechts',
  '{name} and a straight line': '{name} und eine Gerade',
  'straight line through (0, 0) and (1, f(1))': 'Gerade durch (0, 0) und (1, f(1))',
  '{name} and what it would be if turned about the origin': '{name} und um den Ursprung gedreht',
  'How steep curve {letter} is': 'Wie steil Kurve {letter} ist',
  slope: 'Steigung',
  'slope of curve {letter}': 'Steigung von Kurve {letter}',
  'Counting layer by layer gives {which, select, more {more} other {less}} than {shown}.':
    'Schicht für Schicht gezählt sind es {which, select, more {mehr} other {weniger}} als {shown}.',
  width: 'Breite',
  height: 'Höhe',
  'Along the {side}, {size, plural, one {# position of the filter ends} other {# positions of the filter end}} at pixel {end} of {length} (the padding counted): there is room for more.':
    'In der {side} {size, plural, one {endet # Position} other {enden # Positionen}} des Filters bei Pixel {end} von {length} (mit Padding): Da ist noch Platz.',
  'Along the {side}, {size, plural, one {# position of the filter ends} other {# positions of the filter end}} at pixel {end}, but there are {length} (the padding counted): the last would stand out.':
    'In der {side} {size, plural, one {endet # Position} other {enden # Positionen}} des Filters bei Pixel {end}, es gibt aber nur {length} (mit Padding): Die letzte stünde über.',
  missing: 'nicht angegeben',
  'Your {matrix} is {size}; it leads from {inputs, plural, =0 {one bias} one {# input} other {# inputs}} into {units, plural, one {# unit} other {# units}}.':
    'Ihre Matrix {matrix} ist {size}; sie führt von {inputs, plural, =0 {einem Bias} one {# Eingang} other {# Eingängen}} in {units, plural, one {# Einheit} other {# Einheiten}}.',
  '{matrix} is {size}.': '{matrix} ist {size}.',
  'the bias': 'dem Bias',
  'Look at the edge from {from} to {to}: your {matrix} has {mine} there (row {row}, column {column}), the drawing another weight.':
    'Sehen Sie sich die Kante von {from} nach {to} an: Ihre Matrix {matrix} hat dort {mine} (Zeile {row}, Spalte {column}), die Zeichnung ein anderes Gewicht.',
  'The drawing has {weight} on the edge from {from} to {to}.':
    'Die Zeichnung hat {weight} an der Kante von {from} nach {to}.',
  'not as in the drawing above': 'anders als in der Zeichnung oben',
  'Check the row {row}: the network does not give your {values}.':
    'Prüfen Sie die Zeile {row}: Ihre Werte {values} ergibt das Netz nicht.',
  'For {row} the network gives {values}.': 'Für {row} ergibt das Netz {values}.',
  'your {name}': 'Ihr {name}',
  'For {row} the network outputs {out}, but {text} is {bit}.':
    'Für {row} ist die Ausgabe des Netzes {out}, aber {text} ist {bit}.',
  'Your matrix is {size} (rows × columns): this is not the size of what is asked for.':
    'Ihre Matrix ist {size} (Zeilen × Spalten): Gefragt ist eine andere Größe.',
  'It is {size}.': 'Sie ist {size}.',
  'Every entry is {factor} times what it should be.':
    'Jeder Eintrag ist das {factor}-Fache dessen, was er sein sollte.',
  'Look at row {row}, column {column}. {says}': 'Sehen Sie sich Zeile {row}, Spalte {column} an. {says}',
  'The matrix has another number of rows or columns than what is asked for.':
    'Die Matrix hat eine andere Anzahl von Zeilen oder Spalten als gefragt.',
  'Rows and columns are swapped.': 'Zeilen und Spalten sind vertauscht.',
  'The rows stand in another order.': 'Die Zeilen stehen in anderer Reihenfolge.',
  'The columns stand in another order.': 'Die Spalten stehen in anderer Reihenfolge.',
  'The sign of every entry is flipped.': 'Das Vorzeichen jedes Eintrags ist umgekehrt.',
  'Every entry is off by the same constant factor.':
    'Jeder Eintrag weicht um denselben konstanten Faktor ab.',
  'Every entry is off by the same constant factor: it is {factor} times what it should be.':
    'Jeder Eintrag weicht um denselben konstanten Faktor ab: Er ist das {factor}-Fache dessen, was er sein sollte.',
  'For {at} this is {mine}, where it should be {theirs}.':
    'Für {at} ergibt dies {mine}; es sollte {theirs} ergeben.',
  'This is {mine}, which is not right.': 'Dies ergibt {mine}, und das ist nicht richtig.',
  'For {at} this is {mine}, which is not right.': 'Für {at} ergibt dies {mine}, und das ist nicht richtig.',
  'It should be {theirs}.': 'Es sollte {theirs} sein.',
  undefined: 'nicht definiert',
};
