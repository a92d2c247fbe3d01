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
};
