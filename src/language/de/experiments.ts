/** What small experiments showed, and the words in their plots. */
export const experiments = {
  '“{text}” is neither true nor false.': '„{text}“ ist weder wahr noch falsch.',
  'We tried it: {main} For comparison: {control}':
    'Wir haben es ausprobiert: {main} Zum Vergleich: {control}',
  'of {runs, number} random starts {kind}, {reached, number} came within {close} of the lowest possible loss and {stuck, number} had settled above it{diverged, plural, =0 {} other { (# diverged)}}.':
    'Von {runs, number} zufälligen Starts {kind} kamen {reached, number} bis auf {close} an den kleinstmöglichen Loss heran, und {stuck, number} blieben darüber stehen{diverged, plural, =0 {} one { (# divergierte)} other { (# divergierten)}}.',
  'of a network with a hidden layer, trained on XOR by {steps, number} steps of batch descent':
    'eines Netzes mit einer verdeckten Schicht, in {steps, number} Schritten mit Batch-Gradientenabstieg auf XOR trainiert,',
  'of a network without hidden layer, whose loss is convex':
    'eines Netzes ohne verdeckte Schicht, dessen Loss konvex ist,',
  'Where batch gradient descent ends': 'Wo Batch-Gradientenabstieg endet',
  'run, sorted by its end': 'Lauf, sortiert nach seinem Ende',
  'loss above the lowest possible': 'Loss über dem kleinstmöglichen',
  'network with a hidden layer': 'Netz mit einer verdeckten Schicht',
  'convex loss': 'konvexer Loss',
  'with {examples, plural, =1 {one training example} other {{set} training examples}}, the forward pass of one step of a 784-256-10 network takes {batch} multiplications in batch descent and {single} in stochastic descent, so a step of batch descent costs {holds, select, yes {no more} other {more}}.':
    'Bei {examples, plural, =1 {einem Trainingsbeispiel} other {{set} Trainingsbeispielen}} braucht der Vorwärtsdurchgang eines Schritts in einem 784-256-10-Netz {batch} Multiplikationen beim Batch-Gradientenabstieg und {single} beim stochastischen; ein Schritt des Batch-Gradientenabstiegs kostet also {holds, select, yes {nicht mehr} other {mehr}}.',
  'Cost of one step': 'Kosten eines Schritts',
  'training examples': 'Trainingsbeispiele',
  'multiplications of the forward pass': 'Multiplikationen des Vorwärtsdurchgangs',
  'batch descent': 'Batch-Gradientenabstieg',
  'stochastic descent': 'stochastischer Gradientenabstieg',
  'more than {n}': 'mehr als {n}',
  'fitting a line to {examples} examples, stochastic descent took {stochastic} evaluations of the gradient of an example to come within {close} of the least loss and stay there, and batch descent {batch} (each with the best of {rates, number} learning rates).':
    'Um eine Gerade an {examples} Beispiele anzupassen, brauchte der stochastische Gradientenabstieg {stochastic} Auswertungen des Gradienten eines Beispiels, bis er auf {close} an den kleinsten Loss herankam und dort blieb, der Batch-Gradientenabstieg {batch} (jeweils mit der besten von {rates, number} Lernraten).',
  'Fitting a line to {examples, number} examples': 'Eine Gerade an {examples, number} Beispiele anpassen',
  'evaluations of the gradient of one example': 'Auswertungen des Gradienten eines Beispiels',
  'loss above the least': 'Loss über dem kleinsten',
  'of {runs, number} runs of stochastic descent that started in a local minimum, {escaped, number} ended in the lowest one; of {runs, number} that started in the lowest one, {left, number} ended in the other. The noise was strong: the slopes of single examples scatter by {spread} (standard deviation) around the mean, and the hill between the minima is nowhere steeper than {steepest}.':
    'Von {runs, number} Läufen des stochastischen Gradientenabstiegs, die in einem lokalen Minimum begannen, endeten {escaped, number} im tiefsten; von {runs, number}, die im tiefsten begannen, endeten {left, number} im anderen. Das Rauschen war stark: Die Steigungen einzelner Beispiele streuen um {spread} (Standardabweichung) um den Mittelwert, und der Hügel zwischen den Minima ist nirgends steiler als {steepest}.',
  'batch descent from the same local minimum {end, select, away {got away} other {stayed there}} (one run, because without noise all are alike).':
    'Batch-Gradientenabstieg aus demselben lokalen Minimum {end, select, away {kam heraus} other {blieb dort}} (ein Lauf, denn ohne Rauschen sind alle gleich).',
  'A loss with two minima': 'Ein Loss mit zwei Minima',
  'weight w': 'Gewicht w',
  loss: 'Loss',
  'mean loss': 'mittlerer Loss',
  'start, and end of batch descent': 'Start, und Ende des Batch-Gradientenabstiegs',
  'median end of stochastic descent': 'mittleres Ende (Median) des stochastischen Gradientenabstiegs',
};
