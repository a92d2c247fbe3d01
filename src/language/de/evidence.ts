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
    'Prüfen Sie die Zeile {row}: Das Netz ergibt nicht wie bei Ihnen {values}.',
  'For {row} the network gives {values}.': 'Für {row} ergibt das Netz {values}.',
  'your {name}': 'Ihr {name}',
  'For {row} the network outputs {out}, but {text} is {bit}.':
    'Für {row} ist die Ausgabe des Netzes {out}, aber {text} ist {bit}.',
};
