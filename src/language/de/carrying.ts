/** Questions that use the answer to an earlier one. */
export const carrying = {
  'Uses your answer to {label}.': 'Verwendet Ihre Antwort auf {label}.',
  'Uses your answer to {label}: if that is wrong, what is right for it counts all the same.':
    'Verwendet Ihre Antwort auf {label}: Ist diese falsch, zählt trotzdem, was mit ihr richtig ist.',
  'Uses your answer to {label}: if that is wrong, what is right for it brings {percent, number} % of the marks.':
    'Verwendet Ihre Antwort auf {label}: Ist diese falsch, bringt {percent, number} % der Punkte, was mit ihr richtig ist.',
  'This question uses your answer to {label}: check that one first. It was not checked, and cost nothing.':
    'Diese Frage verwendet Ihre Antwort auf {label}: Prüfen Sie zuerst jene. Es wurde nicht geprüft und hat nichts gekostet.',
  'This is right for your own answer to {label}.': 'Das ist mit Ihrer eigenen Antwort auf {label} richtig.',
  'This is right for your own answer to {label}, which brings no marks here.':
    'Das ist mit Ihrer eigenen Antwort auf {label} richtig, was hier keine Punkte bringt.',
  'This is right for your own answer to {label}, which brings {percent, number} % of the marks.':
    'Das ist mit Ihrer eigenen Antwort auf {label} richtig, was {percent, number} % der Punkte bringt.',
  'This was marked with your own answer to {label}.':
    'Das wurde mit Ihrer eigenen Antwort auf {label} bewertet.',
  'This was marked with your own answer to {label}, with which what is right brings {percent, number} % of its marks.':
    'Das wurde mit Ihrer eigenen Antwort auf {label} bewertet; was damit richtig ist, bringt {percent, number} % seiner Punkte.',
  'This is right for your own answer to {label}, but that answer leaves less to be done here than the right one does, so it brings nothing.':
    'Das ist mit Ihrer eigenen Antwort auf {label} richtig; diese lässt hier aber weniger zu tun als die richtige, darum bringt es nichts.',
  'judged with the answer to {label} of {clock}': 'bewertet mit der Antwort auf {label} von {clock}',
} as const;
