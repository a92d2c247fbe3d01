/** Photos and PDFs of handwriting. */
export const scans = {
  'Photo or PDF of handwriting': 'Foto oder PDF einer Handschrift',
  'adding…': 'wird hinzugefügt …',
  added: 'hinzugefügt',
  'not added, trying again': 'nicht hinzugefügt, wird wiederholt',
  'not added: {why}': 'nicht hinzugefügt: {why}',
  'up to 5 files of 10 MB': 'bis zu 5 Dateien von 10 MB',
  show: 'ansehen',
  'Handwriting, {name}': 'Handschrift, {name}',
  'A file is larger than 10 MB, so none was added.':
    'Eine Datei ist größer als 10 MB; es wurde keine hinzugefügt.',
  'Take a smaller photo, or make a smaller PDF.': 'Machen Sie ein kleineres Foto oder ein kleineres PDF.',
  'This form with files cannot be read, so nothing was changed.':
    'Dieses Formular mit Dateien ist nicht lesbar; es wurde nichts geändert.',
  'You add more files than a person can, so this one was not added.':
    'Sie fügen mehr Dateien hinzu, als ein Mensch kann; diese wurde nicht hinzugefügt.',
  'This form does not say how large it is, so it was not read.':
    'Dieses Formular sagt nicht, wie groß es ist; es wurde nicht gelesen.',
  'Send it from the page again.': 'Senden Sie es noch einmal von der Seite aus.',
  'These files are too large together, so none was added.':
    'Diese Dateien sind zusammen zu groß; es wurde keine hinzugefügt.',
  'Add fewer files at once, or smaller ones.': 'Fügen Sie weniger Dateien auf einmal hinzu, oder kleinere.',
  'Files of yours are still on their way, so these were not added.':
    'Ihre vorigen Dateien sind noch unterwegs; diese wurden nicht hinzugefügt.',
  'Many people add files at this moment, so yours were not added.':
    'Gerade fügen viele Leute Dateien hinzu; Ihre wurden nicht hinzugefügt.',
  'Try again in a few seconds.': 'Versuchen Sie es in einigen Sekunden noch einmal.',
  'This question takes no files.': 'Zu dieser Frage gehören keine Dateien.',
  'A question takes {most} files, and this one has {n} already, so none was added.':
    'Eine Frage nimmt {most} Dateien, und diese hat schon {n}; es wurde keine hinzugefügt.',
  'Remove one first, or put several pages into one PDF.':
    'Entfernen Sie zuerst eine, oder legen Sie mehrere Seiten in ein PDF zusammen.',
  'Your photos and PDFs take 200 MB already, so this one was not added.':
    'Ihre Fotos und PDFs belegen schon 200 MB; diese Datei wurde nicht hinzugefügt.',
  'This answer names a file that you have not added, so nothing was saved. Add the file again.':
    'Diese Antwort nennt eine Datei, die Sie nicht hinzugefügt haben; nichts wurde gespeichert. Fügen Sie die Datei erneut hinzu.',
  '"{name}" is no photo (JPEG, PNG or WebP) and no PDF that can be read, so it was not added.':
    '„{name}“ ist kein Foto (JPEG, PNG oder WebP) und kein lesbares PDF; es wurde nicht hinzugefügt.',
  'Take the photo again, or save the document as PDF.':
    'Machen Sie das Foto noch einmal, oder speichern Sie das Dokument als PDF.',
};
