/** Photos and PDFs of handwriting. */
export const scans = {
  'Photo or PDF of handwriting': 'Foto oder PDF einer Handschrift',
  Add: 'Hinzufügen',
  'adding…': 'wird hinzugefügt …',
  added: 'hinzugefügt',
  'not added, trying again': 'nicht hinzugefügt, neuer Versuch',
  'not added: {why}': 'nicht hinzugefügt: {why}',
  'up to 5 files of 10 MB': 'bis zu 5 Dateien von 10 MB',
  'Hand in': 'Abgeben',
  show: 'ansehen',
  'Handwriting, {name}': 'Handschrift, {name}',
};
