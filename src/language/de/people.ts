/** Signing in, one's own account, and managing those of others. */
export const people = {
  'Sign in': 'Anmelden',
  'E-mail': 'E-Mail',
  Password: 'Passwort',
  'No account, or password lost? The person who runs your course can help.':
    'Kein Konto, oder Passwort verloren? Wer Ihren Kurs leitet, kann helfen.',
  'Your account': 'Ihr Konto',
  'Your password is changed. Other devices are signed out.':
    'Ihr Passwort ist geändert. Andere Geräte sind abgemeldet.',
  'Current password': 'Jetziges Passwort',
  'New password': 'Neues Passwort',
  '10 characters or more. A few random words make a good one.':
    '10 Zeichen oder mehr. Ein paar zufällige Wörter ergeben ein gutes.',
  'Change the password': 'Passwort ändern',
  'Light or dark': 'Hell oder dunkel',
  'As the system': 'Wie das System',
  Light: 'Hell',
  Dark: 'Dunkel',
  'Keep on this device': 'Auf diesem Gerät merken',
  'Add a person': 'Person hinzufügen',
  Course: 'Kurs',
  Courses: 'Kurse',
  'none yet': 'noch keiner',
  as: 'als',
  student: 'Teilnehmer/in',
  Add: 'Hinzufügen',
  'may manage people': 'darf Personen verwalten',
  'Name or e-mail': 'Name oder E-Mail',
  Find: 'Suchen',
  administrator: 'Verwaltung',
  disabled: 'gesperrt',
  active: 'aktiv',
  'Nobody is called “{name}”.': 'Niemand heißt „{name}“.',
  'Show everybody': 'Alle zeigen',
  'This account is disabled since {moment}: nobody can sign in with it. What was handed in stays.':
    'Dieses Konto ist gesperrt seit {moment}: Niemand kann sich damit anmelden. Das Abgegebene bleibt.',
  'not enrolled': 'nicht eingeschrieben',
  Set: 'Setzen',
  'Set the role in {course}': 'Rolle in {course} setzen',
  'There are no courses yet. They appear here when they are published.':
    'Es gibt noch keine Kurse. Sie erscheinen hier, wenn sie veröffentlicht sind.',
  Account: 'Konto',
  'Set a new password…': 'Neues Passwort setzen …',
  'Enable the account': 'Konto freigeben',
  'Disable the account': 'Konto sperren',
  'A new password is made up and shown once; {name} is signed out everywhere. Disabling signs out too, and can be undone.':
    'Ein neues Passwort wird erzeugt und einmal gezeigt; {name} wird überall abgemeldet. Auch Sperren meldet ab und lässt sich rückgängig machen.',
  'Password of {name}': 'Passwort von {name}',
  'The password, shown this once:': 'Das Passwort, nur dieses eine Mal gezeigt:',
  'Hand it over in person or by a safe way. It can be changed under “{name}” at the top of every page, once signed in.':
    'Übergeben Sie es persönlich oder auf sicherem Weg. Nach dem Anmelden lässt es sich unter „{name}“ oben auf jeder Seite ändern.',
  'Go on to {name}': 'Weiter zu {name}',
};
