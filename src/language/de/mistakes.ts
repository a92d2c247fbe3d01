/** The mistakes that claims know by name. */
export const mistakes = {
  'The sign is flipped: look again at how L changes when out grows.':
    'Das Vorzeichen ist umgekehrt: Überlegen Sie noch einmal, wie sich L ändert, wenn out wächst.',
  'A constant factor is missing: look again at the derivative of a square.':
    'Ein konstanter Faktor fehlt: Sehen Sie sich die Ableitung eines Quadrats noch einmal an.',
  'The chain rule starts at the loss: how L changes with out is missing.':
    'Die Kettenregel beginnt beim Loss: Es fehlt, wie sich L mit out ändert.',
  'The chain rule goes through the activation function of the output too: its factor is missing.':
    'Die Kettenregel geht auch durch die Aktivierungsfunktion der Ausgabe: Ihr Faktor fehlt.',
  'The activation function of the output itself is not the factor that the chain rule asks for.':
    'Die Aktivierungsfunktion der Ausgabe selbst ist nicht der Faktor, den die Kettenregel verlangt.',
  'The path to the output goes through another weight of the second layer.':
    'Der Weg zur Ausgabe führt über ein anderes Gewicht der zweiten Schicht.',
  'A factor between the hidden unit and the output is missing.':
    'Zwischen der verdeckten Einheit und der Ausgabe fehlt ein Faktor.',
  'The chain rule goes through the activation function too: its factor is missing.':
    'Die Kettenregel geht auch durch die Aktivierungsfunktion: Ihr Faktor fehlt.',
  'The activation function itself is not the factor that the chain rule asks for.':
    'Die Aktivierungsfunktion selbst ist nicht der Faktor, den die Kettenregel verlangt.',
  'The slope is taken at another hidden unit.': 'Die Steigung ist die an einer anderen verdeckten Einheit.',
  'The weight multiplies another hidden unit.':
    'Das Gewicht wird mit einer anderen verdeckten Einheit multipliziert.',
  'The weight multiplies another input.': 'Das Gewicht wird mit einer anderen Eingabe multipliziert.',
  'What the weight multiplies is missing.': 'Es fehlt, womit das Gewicht multipliziert wird.',
  'The weight multiplies something else: look again at what a hidden unit passes on.':
    'Das Gewicht wird mit etwas anderem multipliziert: Überlegen Sie noch einmal, was eine verdeckte Einheit weitergibt.',
  'The "+ 1" is forgotten: the first position of the filter counts too.':
    'Das „+ 1“ ist vergessen: Die erste Position des Filters zählt mit.',
  'The padding is added once; it is added at both ends of each side.':
    'Das Padding ist nur einmal addiert; es kommt an beiden Enden jeder Seite hinzu.',
  'The padding is forgotten.': 'Das Padding ist vergessen.',
  'The stride is forgotten: the filter moves by more than one pixel at a time.':
    'Der Stride ist vergessen: Der Filter bewegt sich um mehr als ein Pixel weiter.',
  'The size of the filter is forgotten: it must fit in at its last position too.':
    'Die Größe des Filters ist vergessen: Er muss auch an seiner letzten Position hineinpassen.',
  'This is the size of the input.': 'Das ist die Größe der Eingabe.',
  'Dividing by the stride is not enough: padding and filter change the number of positions.':
    'Durch den Stride zu teilen reicht nicht: Padding und Filter ändern die Zahl der Positionen.',
  'The "+ 1" is forgotten and the padding is added once only.':
    'Das „+ 1“ ist vergessen, und das Padding ist nur einmal addiert.',
  'The "+ 1" and the padding are forgotten.': 'Das „+ 1“ und das Padding sind vergessen.',
  'Width and height are swapped.': 'Breite und Höhe sind vertauscht.',
  'This is the count without the biases: every node (or filter) has one more parameter.':
    'Das ist die Anzahl ohne die Bias-Werte: Jeder Knoten (oder Filter) hat einen Parameter mehr.',
  'These are the biases alone.': 'Das sind nur die Bias-Werte.',
  'This counts biases that are not there: layers without bias have weights only.':
    'Hier sind Bias-Werte gezählt, die es nicht gibt: Schichten ohne Bias haben nur Gewichte.',
  'One layer with parameters is missing.': 'Eine Schicht mit Parametern fehlt.',
  'This counts one layer too many.': 'Hier ist eine Schicht zu viel gezählt.',
  'The channels are forgotten: a filter (or node) has a weight for every channel that it receives.':
    'Die Kanäle sind vergessen: Ein Filter (oder Knoten) hat ein Gewicht für jeden Kanal, den er empfängt.',
  'Every layer is counted like the first; the later ones receive as many channels as the layer before has filters.':
    'Jede Schicht ist wie die erste gezählt; die späteren empfangen so viele Kanäle, wie die Schicht davor Filter hat.',
  'Every layer is counted like the last; the first one receives only the channels of the input.':
    'Jede Schicht ist wie die letzte gezählt; die erste empfängt nur die Kanäle der Eingabe.',
  'Here every filter makes one output channel for each channel that it receives, so the channels multiply from layer to layer; asked for are filters that span all channels.':
    'Hier macht jeder Filter aus jedem empfangenen Kanal einen Ausgabekanal, sodass sich die Kanäle von Schicht zu Schicht vervielfachen; gefragt sind Filter, die alle Kanäle überspannen.',
  'A filter has one bias in all, not one for each channel.':
    'Ein Filter hat insgesamt einen Bias, nicht einen für jeden Kanal.',
  'The biases are missing too.': 'Auch die Bias-Werte fehlen.',
  'This is one layer too few, and without the biases.':
    'Das ist eine Schicht zu wenig und ohne die Bias-Werte.',
  'This is one layer too many, and without the biases.':
    'Das ist eine Schicht zu viel und ohne die Bias-Werte.',
  'The filter is flipped (rows and columns reversed): in deep learning it is laid on the image as it is written.':
    'Der Filter ist gespiegelt (Zeilen und Spalten umgekehrt): Im Deep Learning wird er so auf das Bild gelegt, wie er geschrieben ist.',
  'The filter is transposed: its rows run along the rows of the image.':
    'Der Filter ist transponiert: Seine Zeilen verlaufen entlang der Zeilen des Bildes.',
  'The bias is forgotten: b is what the network gives when its input is 0.':
    'Der Bias ist vergessen: b ist das, was das Netz bei der Eingabe 0 ergibt.',
  'These are the values without the activation function: it is applied to the sum that comes into a unit, also on the way to the output.':
    'Das sind die Werte ohne die Aktivierungsfunktion: Sie wird auf jede verdeckte Einheit angewandt, auch auf dem Weg zur Ausgabe.',
  'Rows and columns are swapped: row i of a weight matrix holds the weights of the edges into unit i.':
    'Zeilen und Spalten sind vertauscht: Zeile i einer Gewichtsmatrix enthält die Gewichte der Kanten, die in die Einheit i führen.',
  'Your network computes the same function, with its hidden units in another order. Asked for is the network as drawn.':
    'Ihr Netz berechnet dieselbe Funktion, aber die verdeckten Einheiten stehen in anderer Reihenfolge. Gefragt ist das Netz, wie es gezeichnet ist.',
  'Every weight has the other sign in the drawing.':
    'In der Zeichnung hat jedes Gewicht das andere Vorzeichen.',
  'A matrix has another size than its layer needs: a row for each unit that it leads into, a column for each input.':
    'Eine Matrix hat eine andere Größe, als ihre Schicht braucht: eine Zeile für jede Einheit, in die sie führt, eine Spalte für jede Eingabe.',
  'Not every weight is the one on its edge in the drawing.':
    'Nicht jedes Gewicht ist das, das in der Zeichnung an seiner Kante steht.',
};
