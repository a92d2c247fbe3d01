/** Dates, limits, delays and the clock; what counts of several attempts. */
export const times = {
  '{limit} from the start of an attempt.': '{limit} ab dem Beginn eines Versuchs.',
  'When time runs out, what was saved is handed in by itself.':
    'Wenn die Zeit abgelaufen ist, wird das Gespeicherte von selbst abgegeben.',
  'When time runs out, nothing can be changed any more; you then have {grace} to hand in, and after that what was saved is handed in by itself.':
    'Wenn die Zeit abgelaufen ist, lässt sich nichts mehr ändern; Sie haben dann {grace}, um abzugeben, danach wird das Gespeicherte von selbst abgegeben.',
  'Hand in before time runs out: what was not handed in is not marked.':
    'Geben Sie ab, bevor die Zeit abläuft: Was nicht abgegeben wurde, wird nicht bewertet.',
  'The best counts.': 'Der beste zählt.',
  'The average counts.': 'Der Durchschnitt zählt.',
  'The first counts.': 'Der erste zählt.',
  'The last counts.': 'Der letzte zählt.',
  '{n, plural, one {One} other {#}}.': '{n, plural, one {Einer} other {Höchstens # Versuche}}.',
  'Any number.': 'Beliebig viele.',
  'Between two attempts {delay} must pass.': 'Zwischen zwei Versuchen müssen {delay} vergehen.',
  'Between the first and the second attempt {delay} must pass.':
    'Zwischen dem ersten und dem zweiten Versuch müssen {delay} vergehen.',
  'Between later attempts {delay} must pass.': 'Zwischen späteren Versuchen müssen {delay} vergehen.',
  'A new attempt begins with the answers of the last one.':
    'Ein neuer Versuch beginnt mit den Antworten des letzten.',
  'Start {quiz}': '{quiz} beginnen',
  'Start attempt {number}?': 'Versuch {number} beginnen?',
  'You have {limit} from the moment you start. The clock does not stop, not even when you leave the page.':
    'Sie haben {limit} von dem Moment an, in dem Sie beginnen. Die Uhr hält nicht an, auch nicht, wenn Sie die Seite verlassen.',
  'Time is up at {moment}, so you have less than that.':
    'Die Zeit endet am {moment}, Sie haben also weniger.',
  '{n, plural, one {This is your last attempt.} other {You have # attempts left, this one included.}}':
    '{n, plural, one {Das ist Ihr letzter Versuch.} other {Sie haben noch # Versuche, diesen eingeschlossen.}}',
  'Start now': 'Jetzt beginnen',
  'Not yet': 'Noch nicht',
  '{time} left': 'noch {time}',
  'until {moment}': 'bis {moment}',
  'until {date}': 'bis {date}',
  'hand in before {date}': 'abgeben vor {date}',
  'You have more time: until {moment}.': 'Sie haben mehr Zeit: bis {moment}.',
  'Time ends earlier: {moment}.': 'Die Zeit endet früher: {moment}.',
  'Time is up.': 'Die Zeit ist um.',
  'This attempt has been handed in.': 'Dieser Versuch ist abgegeben.',
  'Time left': 'Verbleibende Zeit',
  'due {date}': 'abzugeben bis {date}',
  'was due {date}: what is handed in now counts, and is called late':
    'war abzugeben bis {date}: Was jetzt abgegeben wird, zählt und gilt als verspätet',
  'Time is up': 'Die Zeit ist um',
  'Time is up: nothing can be changed any more. You can hand in until {moment}; then what was saved is handed in by itself.':
    'Die Zeit ist um: Es lässt sich nichts mehr ändern. Sie können bis {moment} abgeben; danach wird das Gespeicherte von selbst abgegeben.',
  'Time ran out {date}, before this attempt was handed in, so it is not marked. What you saved is kept.':
    'Die Zeit lief ab ({date}), bevor dieser Versuch abgegeben wurde; er wird deshalb nicht bewertet. Was Sie gespeichert haben, bleibt erhalten.',
  'Time ran out {date}. What was saved until then is handed in by itself within a minute.':
    'Die Zeit lief ab ({date}). Was bis dahin gespeichert wurde, wird innerhalb einer Minute von selbst abgegeben.',
  'You can begin the next attempt from {date} on.': 'Den nächsten Versuch können Sie ab {date} beginnen.',
  'Time ran out before this attempt was handed in, so it is not marked. What was saved is below.':
    'Die Zeit lief ab, bevor dieser Versuch abgegeben wurde; er wird deshalb nicht bewertet. Das Gespeicherte steht unten.',
  'Handed in late: after it was due.': 'Verspätet abgegeben.',
  'closes before it opens, so nobody can ever begin': 'liegt vor dem Öffnen, also kann nie jemand beginnen',
  'is before it opens, so everything will be late': 'liegt vor dem Öffnen, also wird alles verspätet sein',
  'is after it closes, so nothing can be late': 'liegt nach dem Schließen, also kann nichts verspätet sein',
  'are shown before it closes, while others may still answer':
    'werden vor dem Schließen gezeigt, während andere noch antworten können',
  'is longer than the {time} between opens and closes: nobody gets all of it':
    'ist länger als die {time} zwischen opens und closes: Niemand bekommt die ganze Zeit',
  'never happens: there is neither a time-limit nor a closes':
    'kommt nie vor: Es gibt weder time-limit noch closes',
  'is grace, but how long is not said: add grace: 5 min':
    'ist grace, aber es fehlt, wie lange: grace: 5 min ergänzen',
  'holds only with when-time-runs-out: grace': 'gilt nur mit when-time-runs-out: grace',
  'has no effect: there is only one attempt': 'hat keine Wirkung: Es gibt nur einen Versuch',
  'shows the questions in any browser, also of attempts that need Safe Exam Browser: write after-close':
    'zeigt die Fragen in jedem Browser, auch die von Versuchen, die den Safe Exam Browser verlangen: schreiben Sie after-close',
  'goes through the few variants of deploy, so students can look up the numbers of their own attempts: write after-close, or remove deploy':
    'geht durch die wenigen Varianten von deploy, so dass Studierende die Zahlen ihrer eigenen Versuche nachschlagen können: after-close schreiben oder deploy entfernen',
  'is in the past, so nobody can begin': 'ist vorbei, also kann niemand beginnen',
  'is in the past, so everything will be late': 'ist vorbei, also wird alles verspätet sein',
  'opens {moment}': 'öffnet {moment}',
  'due {moment}': 'abzugeben bis {moment}',
  'closes {moment}': 'schließt {moment}',
  'time limit {time}': 'Zeitlimit {time}',
  '{time} more': '{time} mehr',
  '{n, plural, one {# attempt} other {# attempts}}': '{n, plural, one {# Versuch} other {# Versuche}}',
  '{by} put {name} into the group {group}': '{by} nahm {name} in die Gruppe {group} auf',
  '{by} took {name} out of the group {group}': '{by} nahm {name} aus der Gruppe {group}',
  '{by} gave {name}: {are}': '{by} gewährte {name}: {are}',
  '{by} took back from {name}: {were}': '{by} nahm {name} zurück: {were}',
  '{by} changed for {name}: {are}; before: {were}': '{by} änderte für {name}: {are}; vorher: {were}',
  'A moment is a day and a time of the calendar, such as 2026-03-09 18:00.':
    'Ein Zeitpunkt ist ein Tag und eine Uhrzeit des Kalenders, zum Beispiel 2026-03-09 18:00.',
  'A time is written like 90 min, 1 h 30 min or 2 d, and is at most a year.':
    'Eine Dauer schreibt man wie 90 min, 1 h 30 min oder 2 d, und sie ist höchstens ein Jahr.',
  'Attempts are a number from 1 to 999.': 'Versuche sind eine Zahl von 1 bis 999.',
  'Choose a group or a person.': 'Wählen Sie eine Gruppe oder eine Person.',
  'is earlier than for everybody else': 'ist früher als für alle anderen',
  'is shorter than for everybody else': 'ist kürzer als für alle anderen',
  'are fewer than for everybody else': 'sind weniger als für alle anderen',
  'Nothing has been changed yet. Mend it below, or press the button again if it is meant.':
    'Noch wurde nichts geändert. Bessern Sie es unten aus, oder drücken Sie noch einmal, wenn es so gemeint ist.',
  'Give all the same': 'Trotzdem gewähren',
  'Save all the same': 'Trotzdem speichern',
  'Others see the solutions before this ends.': 'Andere sehen die Lösungen, bevor diese Zeit endet.',
  'Write at least one e-mail address.': 'Schreiben Sie mindestens eine E-Mail-Adresse.',
  'No student of this course has {n, plural, one {the address} other {these # addresses}}: {emails}. Nobody was added.':
    'Niemand in diesem Kurs hat {n, plural, one {die Adresse} other {diese # Adressen}}: {emails}. Niemand wurde aufgenommen.',
  "Instead of the quiz's own rules": 'Statt der Regeln des Quiz',
  'What stays empty is as the quiz has it. Moments are of the clock of {timezone}.':
    'Was leer bleibt, ist wie im Quiz. Zeitpunkte gelten auf der Uhr von {timezone}.',
  Opens: 'Öffnet',
  Due: 'Abzugeben bis',
  Closes: 'Schließt',
  'Extra time': 'Zusätzliche Zeit',
  'Time limit': 'Zeitlimit',
  Attempts: 'Versuche',
  'usually {moment}': 'sonst {moment}',
  'usually at once': 'sonst sofort',
  'usually never': 'sonst nie',
  'usually none': 'sonst keines',
  'usually any number': 'sonst beliebig viele',
  'added to the limit, and to when it is due and closes':
    'kommt zum Limit, zur Abgabe und zum Schließen hinzu',
  'Who changed what': 'Wer was geändert hat',
  'Overrides, {quiz}': 'Ausnahmen, {quiz}',
  Overrides: 'Ausnahmen',
  'Extra time, other dates or more attempts for a person or a group. They hold at once, and a page that is open learns of them within a minute.':
    'Zusätzliche Zeit, andere Termine oder mehr Versuche für eine Person oder eine Gruppe. Sie gelten sofort, und eine offene Seite erfährt davon innerhalb einer Minute.',
  For: 'Für',
  group: 'Gruppe',
  'The rules of the quiz hold for everybody.': 'Die Regeln des Quiz gelten für alle.',
  'Give an override': 'Eine Ausnahme gewähren',
  Groups: 'Gruppen',
  Students: 'Studierende',
  Give: 'Gewähren',
  'Groups of this course': 'Gruppen dieses Kurses',
  'Nobody is in this course yet.': 'In diesem Kurs ist noch niemand.',
  'Override for {name}': 'Ausnahme für {name}',
  'Take back': 'Zurücknehmen',
  "The quiz's own rules hold for them again, at once. What they handed in stays.":
    'Die Regeln des Quiz gelten sofort wieder. Was abgegeben wurde, bleibt.',
  'Groups of {course}': 'Gruppen von {course}',
  'A quiz can have rules of its own for a group: extra time, other dates, more attempts.':
    'Ein Quiz kann für eine Gruppe eigene Regeln haben: zusätzliche Zeit, andere Termine, mehr Versuche.',
  '{n, plural, =0 {nobody} one {# person} other {# people}}':
    '{n, plural, =0 {niemand} one {# Person} other {# Personen}}',
  'There are no groups yet.': 'Es gibt noch keine Gruppen.',
  'Make a group': 'Eine Gruppe bilden',
  'Name of the group': 'Name der Gruppe',
  Make: 'Bilden',
  'Group {name}': 'Gruppe {name}',
  'Take out': 'Herausnehmen',
  'Nobody is in this group yet.': 'In dieser Gruppe ist noch niemand.',
  'Add students': 'Studierende aufnehmen',
  'E-mail addresses, one a line': 'E-Mail-Adressen, eine pro Zeile',
  'Remove this group…': 'Diese Gruppe auflösen…',
  'Its overrides end at once for all who are in it. What they handed in stays.':
    'Ihre Ausnahmen enden sofort für alle, die in ihr sind. Was abgegeben wurde, bleibt.',
  'Remove the group': 'Gruppe auflösen',
  'Time ran out {date}, so it is not marked': 'Die Zeit lief ab ({date}), nicht bewertet',
  late: 'verspätet',
};
